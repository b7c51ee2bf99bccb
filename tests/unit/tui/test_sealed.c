/* SPDX-License-Identifier: MIT */
/*
 * The screens of a sealed round: they say so before a key is pressed, offer nothing that the store
 * would refuse, and let the plan, the KPIs and the people go on.
 */
#include "heard.h"

#include "../../../src/tui/widgets/form.h"

Suite *sealed_suite(void);

static struct answer *answered(int who)
{
	int item = 0;
	while (heard.bank->items[item].kind != ITEM_RATED)
		item++;
	struct answer *answer = record_put_answer(&app.record, who, item);
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = 4 };
	return answer;
}

static void set_up(void)
{
	struct errmsg why;
	heard_begin();
	ck_assert(app_put(&app, KIND_ANSWER, answered(ANA), 0));
	ck_assert(!store_seal(app.options.store, heard.assessment, date_make(2026, 3, 16), &why));
	ck_assert(app_reload(&app));
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
}

static int64_t now(void)
{
	return store_change(app.options.store);
}

/* Every key that a screen has in NAV, for what it does in a round that is open. */
static void press_all(const char *keys)
{
	for (; *keys; keys++) {
		press(*keys);
		ck_assert(!app.asking);
		ck_assert_msg(!app.warning, "%c: %s", *keys, app.message);
	}
}

START_TEST(test_sealed_home_offers_no_change_of_who_was_heard)
{
	int64_t before = now();
	expect("sealed 2026-03-16");
	press(TUI_TAB);
	expect("Enter open");
	expect_not("e correct");
	expect_not("X delete");
	press_all("eX");
	ck_assert_int_eq(now(), before);
	press('a');
	expect("New person");
	press(TUI_ESCAPE);
	ck_assert_int_eq(now(), before);
}
END_TEST

/* Why nothing happens is said, and only where the key does something in a round that is open. */
START_TEST(test_sealed_says_why_a_key_does_nothing)
{
	press(TUI_TAB);
	press('e');
	expect("This round was sealed on 16 March 2026 and is read-only");
	press('z');
	expect_not("read-only");
	press('A');
	expect_not("read-only");
	expect("None recorded.");
	expect_not("a adds one of the original plan");
	expect("No KPI yet: a adds one");
	press('a');
	expect("read-only");
	press('q');
	app_interview(&app, ANA);
	press('3');
	expect("read-only");
	press('q');
	press('P');
	press('r');
	expect_not("read-only");
}
END_TEST

START_TEST(test_sealed_interview_is_read)
{
	int64_t before = now();
	app_interview(&app, ANA);
	expect("sealed 2026-03-16");
	app.message[0] = '\0';
	app.warning = false;
	expect_not("1-5 rate");
	expect_not("comment");
	press_all("3dxrkc\"f+");
	press(TUI_ENTER);
	press('v');
	expect("sealed 2026-03-16");
	expect_not("F finish");
	press('F');
	ck_assert_int_eq(now(), before);
	ck_assert_str_eq(heard_sql("SELECT rating FROM answer"), "4");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM sitting"), "0");
}
END_TEST

START_TEST(test_sealed_help_lists_no_change)
{
	app_interview(&app, ANA);
	press('?');
	expect_not("rate; stays here");
	expect("next question");
}
END_TEST

/* Of all parts only the KPIs can be added to. */
START_TEST(test_sealed_audit_adds_kpis_alone)
{
	int parts = 0;
	int64_t before = now();
	press('A');
	expect("sealed 2026-03-16");
	for (int row = 0; row < 80; row++) {
		press('a');
		bool opened = strcmp(app.top->ops->name, "audit");
		parts += opened;
		if (opened)
			press(TUI_ESCAPE);
		else
			press_all(" X123w");
		ck_assert_str_eq(app.top->ops->name, "audit");
		press(row % 10 == 9 ? TUI_TAB : TUI_DOWN);
	}
	ck_assert_int_gt(parts, 0);
	ck_assert_int_lt(parts, 20);
	ck_assert_int_eq(now(), before);
}
END_TEST

START_TEST(test_sealed_plan_is_saved_as_ever)
{
	press('P');
	expect_not("sealed 2026-03-16");
	expect("saved");
}
END_TEST

/* Its fields are seen, and no key changes them. */
START_TEST(test_sealed_profile_is_read)
{
	int64_t before = now();
	int fixed = 0;
	press('O');
	const struct form *form = app.top->state;
	for (int i = 0; i < form->count; i++, press(TUI_DOWN)) {
		if (!form_focused(form)->fixed)
			continue;
		fixed++;
		expect_not("^U");
		expect_not("Space change");
		type(" 2x");
		ck_assert(!form_changed(form));
	}
	ck_assert_int_gt(fixed, 3);
	ck_assert_int_eq(now(), before);
}
END_TEST

Suite *sealed_suite(void)
{
	Suite *suite = suite_create("sealed");
	TCase *tests = tcase_create("sealed");
	tcase_add_checked_fixture(tests, set_up, heard_end);
	tcase_add_test(tests, test_sealed_home_offers_no_change_of_who_was_heard);
	tcase_add_test(tests, test_sealed_says_why_a_key_does_nothing);
	tcase_add_test(tests, test_sealed_interview_is_read);
	tcase_add_test(tests, test_sealed_help_lists_no_change);
	tcase_add_test(tests, test_sealed_audit_adds_kpis_alone);
	tcase_add_test(tests, test_sealed_profile_is_read);
	tcase_add_test(tests, test_sealed_plan_is_saved_as_ever);
	suite_add_tcase(suite, tests);
	return suite;
}
