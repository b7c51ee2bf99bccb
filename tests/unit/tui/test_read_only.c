/* SPDX-License-Identifier: MIT */
/*
 * A database that cannot be written to: every screen says so, and offers nothing that would be
 * refused.
 */
#include <sys/stat.h>

#include "../../../src/tui/plan/plan_view.h"
#include "heard.h"

Suite *read_only_suite(void);

/* Keys from the home on. */
static const char *const places[] = { "", "\t", "A", "A\t", "A\t\t", "A\t\t\t", "P", "G", "PW",
	"PM", "PC", "O", "D", "R", "\tI", "\tIv", "\tIg" };
#define PLACES (int)(sizeof(places) / sizeof(*places))

static void set_up(void)
{
	struct errmsg why;
	struct store *store = NULL;
	heard_begin();
	drive_example();
	heard.assessment = app.record.assessment.object.key;
	ck_assert(plan_is_stored(&app.record) || plan_store(&app));
	struct store *before = app.options.store;
	app_release(&app);
	store_close(before);
	ck_assert_int_eq(chmod(heard.path, 0400), 0);
	ck_assert_msg(!store_open(heard.path, STORE_EXISTING, &store, &why), "%s", why.text);
	ck_assert(store_read_only(store));
	app_init(&app, &(struct tui_options){ .store = store, .instrument = instrument_builtin() });
	app_push(&app, &screen_portfolio, NULL);
	ck_assert(app_open(&app, heard.assessment));
	app_push(&app, &screen_home, NULL);
}

static void go(const char *keys)
{
	for (; *keys; keys++)
		press(*keys == '\t' ? TUI_TAB : *keys);
	app.message[0] = '\0';
	app.warning = false;
}

static void begin_at(const char *where)
{
	while (app.top->below)
		app_do(&app, ACTION_UP_LEVEL, &(struct key){ 0 });
	app_push(&app, &screen_home, NULL);
	go(where);
}

/* It asks nothing that leads to a change, and is refused nothing; who opens an interview is told
 * that it is read. */
static void try(enum act action, const char *where)
{
	app_do(&app, action, &(struct key){ .code = '3', .text = "3" });
	if (action == ACTION_START || action == ACTION_INTERVIEW)
		app.warning &= app.top->ops != &screen_interview;
	ck_assert_msg(!app.warning && !app.confirming && !app.unsaved, "%s at \"%s\": %s",
		action_table[action].name, where, app.message);
	ck_assert_msg(
		!app.top->ops->text || !app.top->ops->text(app.top) || app.top->ops == &screen_help,
		"%s at \"%s\" writes", action_table[action].name, where);
	ck_assert_msg(app.top->ops != &screen_next_round, "%s at \"%s\" begins a round",
		action_table[action].name, where);
	if (app.asking)
		press(TUI_ESCAPE);
}

START_TEST(test_read_only_screen_offers_no_change)
{
	const char *where = places[_i];
	int tried = 0;
	go(where);
	expect("READ ONLY");
	const enum act *offer = app.top->ops->offers(app.top);
	for (int groups = 0; groups < 3; offer++) {
		groups += *offer == ACTION_NONE;
		begin_at(where);
		if (*offer == ACTION_NONE || *offer == ACTION_PAGER || !app_can(app.top, *offer))
			continue;
		try(*offer, where);
		tried++;
	}
	ck_assert_int_gt(tried, 3);
}
END_TEST

/* What is shown before it is done is a change too. */
START_TEST(test_read_only_plan_offers_no_shift)
{
	go("P");
	ck_assert_ptr_eq(app.top->ops, &screen_plan);
	ck_assert(!app_can(app.top, ACTION_SHIFT) && !app_can(app.top, ACTION_DO_SHOWN));
	ck_assert(app_can(app.top, ACTION_SEARCH));
}
END_TEST

Suite *read_only_suite(void)
{
	Suite *suite = suite_create("read only");
	TCase *tests = tcase_create("read only");
	tcase_add_checked_fixture(tests, set_up, heard_end);
	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, test_read_only_screen_offers_no_change, 0, PLACES);
	tcase_add_test(tests, test_read_only_plan_offers_no_shift);
	suite_add_tcase(suite, tests);
	return suite;
}
