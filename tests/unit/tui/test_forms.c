/* SPDX-License-Identifier: MIT */
/*
 * What every form has in common: a value that cannot be kept holds the focus, a field can be taken
 * back, text that is being typed survives the help and a disk that refuses.
 */
#include "../../../src/tui/plan/plan_view.h"
#include "../../../src/tui/audit/audit.h"
#include <sqlite3.h>
#include <unistd.h>

#include <rekindle/date.h>

#include "drive.h"

static void set_up(void)
{
	drive_begin(false);
	drive_example();
}

static void over(const char *text)
{
	press(CONTROL('u'));
	type(text);
}

/* Each form with a field that takes no such value, and how to come to it. */
static const struct refusal {
	const struct screen_ops *ops;
	const void *arg;
	int downs;         /* to the field */
	const char *label; /* of it, in focus */
	const char *typed, *why;
} refusals[] = {
	{ &screen_profile, NULL, 1, "> Started ", "soon", "! A date reads year-month-day" },
	{ &screen_profile, NULL, 7, "> Notice, days ", "many", "! A whole number is needed" },
	{ &screen_profile, NULL, 12, "> Company ", "", "! A name is needed here." },
	{ &screen_person, &(struct person_arg){ .person = 0 }, 3, "> Interview on ", "soon",
		"! A day reads year-month-day" },
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_OBJECTIVE, 0, -1 }, 4, "> Due ",
		"soon", "! A date reads year-month-day" },
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_KPI, 0, -1 }, 5, "> Starting value ",
		"much", "! A number is needed here" },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_GATE, 1 }, 1, "> Decided on ", "soon",
		"! A date reads year-month-day" },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_CHARTER, 0 }, 9, ">   hours ", "many",
		"! A whole number is needed" },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_WORKSHOP, 0 }, 0, "> Held on ", "soon",
		"! A date reads year-month-day" },
	{ &screen_new_alliance, NULL, 7, "> Started ", "soon", "! A date reads year-month-day" },
	{ &screen_person, NULL, 3, "> Interview on ", "soon", "! A day reads year-month-day" },
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_OBJECTIVE, -1, -1 }, 4, "> Due ",
		"soon", "! A date reads year-month-day" },
};

START_TEST(test_form_refused_value_keeps_the_focus_and_says_why)
{
	static const int ways[] = { TUI_ENTER, TUI_DOWN, TUI_UP, TUI_TAB, TUI_BACK_TAB };
	const struct refusal *refusal = &refusals[_i];
	app_push(&app, refusal->ops, refusal->arg);
	press_times(TUI_DOWN, refusal->downs);
	expect(refusal->label);
	over(refusal->typed);
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		press(ways[i]);
		ck_assert_ptr_eq(app.top->ops, refusal->ops);
		expect(refusal->label);
		expect(refusal->why);
	}
	size_t people = app.record.person_count;
	type("u"); /* a letter is a letter: nothing is undone */
	expect(refusal->label);
	expect_not("Undone");
	expect_not("Nothing to undo");
	ck_assert_uint_eq(app.record.person_count, people);
}
END_TEST

/* Ctrl-R brings back what the field held, and the focus is free. */
START_TEST(test_form_refused_value_is_taken_back)
{
	const struct refusal *refusal = &refusals[_i];
	app_push(&app, refusal->ops, refusal->arg);
	press_times(TUI_DOWN, refusal->downs);
	screen_at(24, 80);
	char *before = mem_strdup(strstr(shown, refusal->label));
	*strchr(before, '\n') = '\0';
	over(refusal->typed);
	press(TUI_ENTER);
	expect(refusal->why);
	press(CONTROL('r'));
	expect(before);
	expect_not(refusal->why);
	free(before);
	press(TUI_ESCAPE);
	ck_assert_ptr_null(app.top);
}
END_TEST

/* A required field of a new object holds Enter back; the arrows may look around. */
START_TEST(test_form_new_holds_enter_on_a_needed_field)
{
	app_push(&app, &screen_person, NULL);
	press(TUI_ENTER);
	expect("> Company ");
	press(TUI_ENTER);
	expect("> Company ");
	expect("! Which company? Space chooses.");
	press(TUI_DOWN);
	expect("> Role ");
	press(TUI_UP);
	press(' ');
	press(TUI_ENTER);
	expect("> Role ");
}
END_TEST

/* What is typed and taken back changes nothing: it neither holds the focus nor is it asked about.
 */
START_TEST(test_form_typed_and_taken_back_is_no_change)
{
	app_push(&app, &screen_new_alliance, NULL);
	type("A");
	press(TUI_BACKSPACE);
	press(TUI_DOWN);
	expect("> Your company ");
	press(TUI_ESCAPE);
	ck_assert_ptr_null(app.top);
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_RISK, 0, -1 });
	type("A");
	press(TUI_BACKSPACE);
	press(TUI_ESCAPE);
	press('u');
	expect("Nothing to undo.");
}
END_TEST

/* Leaving a form whose value cannot be kept asks; y gives up that value alone. */
START_TEST(test_form_leaving_with_a_refused_value_asks)
{
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_profile, NULL);
	over("Kestrel");
	press(TUI_DOWN);
	int started = app.record.alliance.started;
	over("soon");
	press(TUI_ESCAPE);
	expect("Leave without what is marked with !? y does it, any other key stays.");
	press('n');
	expect("soon");
	press(TUI_ESCAPE);
	press('y');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert(app_reload(&app));
	ck_assert_int_eq(app.record.alliance.started, started);
	ck_assert_str_eq(app.record.alliance.name, "Kestrel");
}
END_TEST

/* What waits for another field is the newest change: u takes it back before anything that is saved.
 */
START_TEST(test_form_undo_takes_back_what_is_not_saved_first)
{
	int at = 0;
	while (isnan(app.record.kpis[at].baseline) || isnan(app.record.kpis[at].target))
		at++;
	int direction = app.record.kpis[at].direction;
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_KPI, at, -1 });
	press_times(TUI_DOWN, 3);
	expect("> Better is ");
	press(' ');
	press(TUI_DOWN);
	press(TUI_UP);
	expect("> Better is          ! ");
	expect("This contradicts the way from the starting value to the target.");
	press('u');
	expect("Back to what is saved.");
	expect(direction == DIRECTION_HIGHER ? "> Better is            higher"
					     : "> Better is            lower");
	ck_assert_int_eq(app.record.kpis[at].direction, direction);
	press(TUI_UP);
	press('u');
	expect_not("Back to what is saved.");
}
END_TEST

/* The help over a form takes nothing away from what is being typed. */
START_TEST(test_form_help_keeps_what_is_typed)
{
	const struct {
		const struct screen_ops *ops;
		const void *arg;
	} forms[] = {
		{ &screen_profile, NULL },
		{ &screen_person, &(struct person_arg){ .person = 0 } },
		{ &screen_audit_form, &(struct audit_form_arg){ KIND_RISK, 0, -1 } },
		{ &screen_plan_form, &(struct plan_form_arg){ SHEET_CHARTER, 0 } },
	};
	app_push(&app, forms[_i].ops, forms[_i].arg);
	over("Half a sent");
	press(TUI_F1);
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, forms[_i].ops);
	type("ence");
	expect("Half a sentence ");
	press(TUI_DOWN);
	press(TUI_UP);
	expect("Half a sentence ");
}
END_TEST

/* In focus a text longer than its row is seen whole, and walked through line by line. */
START_TEST(test_form_long_text_is_wrapped_in_focus)
{
	app_push(&app, &screen_plan_form, &(struct plan_form_arg){ SHEET_WORKSHOP, 0 });
	press(TUI_DOWN);
	type("Which of the three objectives of the first year still hold today, and which were");
	type(" given up before anybody had said so aloud");
	press(TUI_DOWN);
	press(TUI_UP);
	expect("> Still relevant?      Which of the three objectives of the first year");
	expect("and which were given up before");
	expect("  Opportunities ");
	press(TUI_UP);
	expect("> Still relevant? ");
	press_times(TUI_UP, 3);
	expect("> Held on ");
	expect("  Still relevant?      Which of the three objectives of the first year s~");
	for (int rows = ROWS_MIN; rows < 30; rows++) {
		app_resize(&app, rows, 80);
		press(TUI_DOWN);
		expect_at(rows, 80, "> Still relevant? ");
		press_times(TUI_UP, 4);
	}
}
END_TEST

static char file[] = "/tmp/rekindle-forms-XXXXXX";

/* The same application on a file that another program can lock. */
static void set_up_file(void)
{
	struct errmsg why;
	struct store *store;
	strcpy(file, "/tmp/rekindle-forms-XXXXXX");
	ck_assert_int_ge(mkstemp(file), 0);
	drive_begin(false);
	store_close(app.options.store);
	ck_assert(!store_open(file, STORE_CREATE, &store, &why));
	app.options.store = store;
	drive_example();
}

static void tear_down_file(void)
{
	drive_end();
	unlink(file);
}

/* The disk refuses: the text stays, marked; later it is tried again without a key. */
START_TEST(test_form_refused_by_the_disk_is_tried_again)
{
	sqlite3 *other;
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_RISK, 0, -1 });
	over("The key people leave");
	ck_assert_int_eq(sqlite3_open(file, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	press(TUI_DOWN);
	expect("NOT SAVED !");
	expect("The key people leave");
	sqlite3_close(other);
	for (int64_t until = clock_monotonic_ms() + 20000; app.unsaved;) {
		ck_assert_int_lt(clock_monotonic_ms(), until);
		app_tick(&app);
	}
	expect_not("NOT SAVED");
	expect("  Risk                 The key people leave");
	ck_assert(app_reload(&app));
	ck_assert_str_eq(app.record.risks[0].text, "The key people leave");
}
END_TEST

Suite *forms_suite(void);
Suite *forms_suite(void)
{
	Suite *suite = suite_create("forms");
	TCase *tests = tcase_create("forms");
	int refused = sizeof(refusals) / sizeof(*refusals);
	tcase_add_checked_fixture(tests, set_up, drive_end);
	tcase_add_loop_test(
		tests, test_form_refused_value_keeps_the_focus_and_says_why, 0, refused);
	tcase_add_loop_test(tests, test_form_refused_value_is_taken_back, 0, refused);
	tcase_add_test(tests, test_form_new_holds_enter_on_a_needed_field);
	tcase_add_test(tests, test_form_typed_and_taken_back_is_no_change);
	tcase_add_test(tests, test_form_leaving_with_a_refused_value_asks);
	tcase_add_test(tests, test_form_undo_takes_back_what_is_not_saved_first);
	tcase_add_loop_test(tests, test_form_help_keeps_what_is_typed, 0, 4);
	tcase_add_test(tests, test_form_long_text_is_wrapped_in_focus);
	suite_add_tcase(suite, tests);
	TCase *disk = tcase_create("disk");
	tcase_add_checked_fixture(disk, set_up_file, tear_down_file);
	tcase_set_timeout(disk, 60);
	tcase_add_test(disk, test_form_refused_by_the_disk_is_tried_again);
	suite_add_tcase(suite, disk);
	return suite;
}
