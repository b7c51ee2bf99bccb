/* SPDX-License-Identifier: MIT */
/*
 * What every form has in common: a value that cannot be kept holds the focus, a field can be taken
 * back, text that is being typed survives the help and a disk that refuses.
 */
#include "../../../src/tui/plan/plan_view.h"
#include "../../../src/tui/audit/audit.h"
#include "../../../src/tui/widgets/bind.h"
#include "../../../src/tui/widgets/form.h"
#include <sqlite3.h>
#include <unistd.h>

#include <rekindle/date.h>

#include "drive.h"

static void set_up(void)
{
	drive_begin(false);
	drive_example();
}

/* What is chosen in the field in focus, up to its first comma. */
static const char *chosen_word(void)
{
	static char word[128];
	const struct form_field *field = form_focused(app.top->state);
	const char *text = field->choice < 0 ? "" : field->choices[field->choice];
	snprintf(word, sizeof(word), "%.*s", (int)strcspn(text, ","), text);
	return word;
}

/* May the respondent be chosen for a new entry of the route test? */
static bool can_be_asked(size_t respondent)
{
	int role = app.record.respondents[respondent].role;
	bool asked = role == ROLE_SPONSOR || role == ROLE_MANAGER;
	for (size_t i = 0; i < app.record.route_count; i++)
		asked &= app.record.routes[i].respondent != (int)respondent;
	return asked;
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
	{ &screen_profile, NULL, 1, "> Started ", "9999-12-27",
		"9999-12-27 is out of range: years go from 1900 to 2200." },
	{ &screen_profile, NULL, 7, "> Notice, days ", "many", "! A whole number is needed" },
	{ &screen_profile, NULL, 14, "> Company ", "", "! A name is needed here." },
	{ &screen_person, &(struct person_arg){ .person = 0 }, 3, "> Interview on ", "soon",
		"! A day reads 2026-10-15" },
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_OBJECTIVE, 0, -1 }, 4, "> Due ",
		"soon", "! A date reads 2026-11-27" },
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_KPI, 0, -1 }, 5, "> Starting value ",
		"much", "! A number is needed here" },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_GATE, 1 }, 1, "> Decided on ",
		"2026-04-31", "2026-04-31 is no date: that month has 30 days." },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_CHARTER, 0 }, 9, ">   hours ", "many",
		"! A whole number is needed" },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_WORKSHOP, 0 }, 0, "> Held on ",
		"2026-13-01", "2026-13-01 is no date: a year has 12 months." },
	{ &screen_opening, &(int){ 0 }, 2, "> Minutes ", "many", "! A whole number of minutes" },
	{ &screen_opening, &(int){ 0 }, 3, "> Date ", "2026-02-30",
		"2026-02-30 is no date: that month has 28 days." },
	{ &screen_new_alliance, NULL, 3, "> Started ", "1899-12-31",
		"1899-12-31 is out of range: years go from 1900 to 2200." },
	{ &screen_person, NULL, 3, "> Interview on ", "2026-02-30 16:00",
		"2026-02-30 16:00 is no date: that month has 28 days." },
	{ &screen_person, NULL, 3, "> Interview on ", "2026-02-28 at 9",
		"! A day reads 2026-10-15" },
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_OBJECTIVE, -1, -1 }, 4, "> Due ",
		"soon", "! A date reads 2026-11-27" },
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

/* A day may be typed as people say it: it is said in full while it is typed, before it is kept, and
 * written out when the field is left; behind us where the member is of what has happened. */
static const struct {
	const struct screen_ops *ops;
	const void *arg;
	int downs;
	const char *label, *typed, *said, *shown;
} natural[] = {
	{ &screen_audit_form, &(struct audit_form_arg){ KIND_OBJECTIVE, 0, -1 }, 4, "> Due ",
		"27 nov 2027", "Saturday, 27 November 2027", "2027-11-27" },
	{ &screen_plan_form, &(struct plan_form_arg){ SHEET_GATE, 1 }, 1, "> Decided on ",
		"Jan 31 2026", "Saturday, 31 January 2026", "2026-01-31" },
	{ &screen_person, &(struct person_arg){ .person = 0 }, 3, "> Interview on ",
		"28.11.2027 9:30", "Sunday, 28 November 2027, 09:30", "2027-11-28 09:30" },
	{ &screen_opening, &(int){ 0 }, 3, "> Date ", "31/1/2026", "Saturday, 31 January 2026",
		"2026-01-31" },
};

START_TEST(test_form_day_is_understood_as_people_type_it)
{
	app_push(&app, natural[_i].ops, natural[_i].arg);
	press_times(TUI_DOWN, natural[_i].downs);
	expect(natural[_i].label);
	over(natural[_i].typed);
	expect(natural[_i].said);
	expect(natural[_i].typed);
	press(TUI_BACK_TAB);
	expect(natural[_i].shown);
	expect_not(natural[_i].typed);
}
END_TEST

/* A required field of a new object holds Enter back; the arrows may look around. */
START_TEST(test_form_new_holds_enter_on_a_needed_field)
{
	app_push(&app, &screen_person, NULL);
	press(TUI_ENTER);
	expect("> Company ");
	expect("  1  Phoenix Labs");
	press(TUI_ENTER);
	expect("> Company ");
	expect("! Which company? Enter lists them.");
	expect_not("  1  Phoenix Labs");
	press(TUI_DOWN);
	expect("> Role ");
	press(TUI_UP);
	press(' ');
	press(TUI_ENTER);
	expect("> Role ");
}
END_TEST

/* A choice that Enter comes to shows its words: letters narrow them, Enter takes the row in focus
 * and goes on, a number takes its row. */
START_TEST(test_form_choice_is_a_list)
{
	const struct form *form;
	app_push(&app, &screen_person, NULL);
	form = app.top->state;
	press(TUI_ENTER);
	expect("  1  Phoenix Labs");
	expect("  2  GenTech Sol");
	expect("letters narrow the list");
	press(TUI_DOWN);
	expect(">                       1  Phoenix");
	type("ent");
	expect("Rows with \"ent\".");
	expect(">                       1  GenTech");
	expect_not("Phoenix Labs");
	press_times(TUI_BACKSPACE, 2);
	expect("Rows with \"e\".");
	type("nt");
	press(TUI_ENTER);
	ck_assert_int_eq(form->field[1].choice, 1);
	ck_assert_int_eq(form->list.at, 2);
	expect("  2  manager");
	type("2");
	ck_assert_int_eq(form->field[2].choice, ROLE_MANAGER);
	ck_assert_int_eq(form->list.at, 3);
	press(TUI_UP);
	press(TUI_ENTER);
	press(TUI_DOWN);
	press(TUI_ESCAPE);
	ck_assert_int_eq(form->field[2].choice, ROLE_MANAGER);
	ck_assert_int_eq(form->list.at, 2);
	expect_not("  2  manager");
}
END_TEST

START_TEST(test_form_letters_are_never_commands)
{
	app_push(&app, &screen_profile, NULL);
	press_times(TUI_DOWN, 2);
	expect("> Type of alliance ");
	type("quD:?");
	ck_assert_ptr_eq(app.top->ops, &screen_profile);
	expect("Rows with \"quD:?\".");
	press(TUI_ENTER); /* there is none */
	expect("Rows with \"quD:?\".");
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, &screen_profile);
	press(TUI_ESCAPE);
	ck_assert_ptr_null(app.top);
}
END_TEST

START_TEST(test_form_ambition_twice_is_said)
{
	app_push(&app, &screen_profile, NULL);
	press_times(TUI_DOWN, 3);
	expect("> Ambitions, first ");
	type("1");
	expect_not("chosen twice");
	type("1");
	expect("! This ambition is chosen twice: it counts once.");
}
END_TEST

START_TEST(test_form_yes_and_no_are_letters)
{
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_INCIDENT, 0, -1 });
	press_times(TUI_DOWN, 4);
	expect("> Repaired ");
	type("y");
	ck_assert_int_eq(form_focused(app.top->state)->choice, 0);
	type("?");
	ck_assert_int_eq(form_focused(app.top->state)->choice, 2);
	type("n");
	press(TUI_UP);
	ck_assert_int_eq(app.record.incidents[0].repaired, TRI_NO);
}
END_TEST

/* Enter opens the box and is a new line there; Tab goes on, and what was written is kept. */
START_TEST(test_form_text_of_lines_is_written_in_a_box)
{
	app_push(&app, &screen_plan_form, &(struct plan_form_arg){ SHEET_CHARTER, 0 });
	press(CONTROL('u'));
	app_key(&app, &(struct key){ .code = TUI_PASTE, .text = "one" });
	expect(SIGN_RULE " one ");
	press(TUI_ENTER);
	type("two");
	app_key(&app, &(struct key){ .code = TUI_PASTE, .text = " and\nthree" });
	expect(SIGN_RULE " two and");
	press(TUI_ESCAPE);
	ck_assert_str_eq(app.record.alliance.charter.text[CHARTER_STEERING], "one\ntwo and\nthree");
	press(TUI_ENTER); /* it has been written: on */
	expect(">   members ");
	press(TUI_ENTER);
	expect(">   members          " SIGN_RULE);
	press(TUI_TAB);
	expect("> Working group ");
	ck_assert(app_reload(&app));
	ck_assert_str_eq(app.record.alliance.charter.text[CHARTER_STEERING], "one\ntwo and\nthree");
}
END_TEST

/* The card says at once that a refusal is the end of it, and Enter stays with what is needed. */
START_TEST(test_form_choice_that_cannot_be_kept_says_so_at_once)
{
	app_push(&app, &screen_opening, &(int){ 0 });
	press_times(TUI_ENTER, 2);
	expect("> Agrees to it       ! ");
	expect("! Does the person agree? y or n.");
	press(TUI_DOWN);
	expect("> In reports ");
	press(TUI_UP);
	press(' ');
	expect_not("Without consent");
	press(' ');
	expect("! Without consent nothing is asked and nothing is stored.");
	press(' ');
	expect_not("Without consent");
	press(TUI_ESCAPE);
	ck_assert_ptr_null(app.top);
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
	app_do(&app, ACTION_UNDO, &(struct key){ 0 });
	expect("Back to what is saved.");
	expect(direction == DIRECTION_HIGHER ? "> Better is            higher"
					     : "> Better is            lower");
	ck_assert_int_eq(app.record.kpis[at].direction, direction);
	press(TUI_UP);
	app_do(&app, ACTION_UNDO, &(struct key){ 0 });
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
	press(TUI_ESCAPE);
	expect("> Still relevant?      Which of the three objectives of the first year");
	expect("said so aloud");
	expect("  Opportunities ");
	press(TUI_UP);
	expect("> Held on ");
	expect("  Still relevant?      Which of the three objectives of the first year");
	expect("said so aloud");
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
	app_use(&app, store);
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

/* Another program deletes an object of the round that is open here, and keeps the file locked. */
static sqlite3 *deleted_elsewhere(enum kind kind, size_t at)
{
	struct errmsg why;
	struct store *store;
	struct record theirs;
	sqlite3 *lock;
	ck_assert(!store_open(file, STORE_CREATE, &store, &why));
	ck_assert(!store_load(store, app.record.assessment.object.key, &theirs, &why));
	ck_assert(!store_begin(store, theirs.assessment.object.key, NULL, &why));
	ck_assert(!store_delete(store, &theirs, kind, record_at(&theirs, kind, at), &why));
	ck_assert(!store_commit(store, &why));
	record_release(&theirs);
	store_close(store);
	ck_assert_int_eq(sqlite3_open(file, &lock), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	return lock;
}

static void unlocked(sqlite3 *lock)
{
	sqlite3_close(lock);
	for (int64_t until = clock_monotonic_ms() + 20000; app.unsaved;) {
		ck_assert_int_lt(clock_monotonic_ms(), until);
		app_tick(&app);
	}
	ck_assert(app_reload(&app));
}

/* A reading that is not stored yet is no other one's when an earlier one goes. */
START_TEST(test_form_reading_stays_its_own_when_an_earlier_one_goes)
{
	int kpi = app.record.actuals[0].kpi, of_kpi = 0;
	size_t next = 1;
	while (app.record.actuals[next].kpi != kpi)
		next++;
	for (size_t i = 0; i < app.record.actual_count; i++)
		of_kpi += app.record.actuals[i].kpi == kpi;
	int64_t key = app.record.actuals[next].object.key;
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_KPI, kpi, -1 });
	press_times(TUI_DOWN, 20);
	expect("> New ");
	press_times(TUI_UP, of_kpi - 1);
	over("2026-02-03 77.5");
	sqlite3 *lock = deleted_elsewhere(KIND_ACTUAL, 0);
	press(TUI_DOWN);
	expect("NOT SAVED !");
	unlocked(lock);
	int at = bind_index(&app.record, KIND_ACTUAL, key);
	ck_assert_int_ge(at, 0);
	ck_assert(equal(app.record.actuals[at].value, 77.5));
}
END_TEST

/* Who was chosen as owner is still that person when an earlier one goes. */
START_TEST(test_form_owner_stays_the_chosen_one_when_an_earlier_person_goes)
{
	size_t last = app.record.person_count - 1, first = 0;
	int party = app.record.people[last].party;
	while (app.record.people[first].party != party)
		first++;
	ck_assert_uint_lt(first, last);
	int64_t key = app.record.people[last].object.key;
	ck_assert(plan_store(&app));
	app_push(&app, &screen_plan_form, &(struct plan_form_arg){ SHEET_ACTION, 0 });
	press_times(TUI_DOWN, 4 + party);
	expect("> Owner, ");
	while (strcmp(chosen_word(), app.record.people[last].name) != 0)
		press(' ');
	sqlite3 *lock = deleted_elsewhere(KIND_PERSON, first);
	press(TUI_DOWN);
	expect("NOT SAVED !");
	unlocked(lock);
	int owner = -1;
	for (size_t i = 0; i < app.record.action_owner_count; i++)
		if (app.record.action_owners[i].of == 0 &&
			app.record.people[app.record.action_owners[i].person].party == party)
			owner = app.record.action_owners[i].person;
	ck_assert_int_ge(owner, 0);
	ck_assert_int_eq(app.record.people[owner].object.key, key);
}
END_TEST

/* A new entry is answered by whom it was chosen for, whoever goes before it is stored. */
START_TEST(test_form_new_entry_stays_the_chosen_one_when_an_earlier_one_goes)
{
	size_t last = app.record.respondent_count - 1;
	while (last && !can_be_asked(last))
		last--;
	ck_assert_uint_gt(last, 0);
	int64_t key = app.record.respondents[last].object.key;
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_ROUTE, -1, -1 });
	while (strcmp(chosen_word(), app.record.respondents[last].name) != 0)
		press(' ');
	press_times(TUI_ENTER, 4);
	sqlite3 *lock = deleted_elsewhere(KIND_RESPONDENT, 0);
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("1 NOT SAVED !");
	unlocked(lock);
	int who = app.record.routes[app.record.route_count - 1].respondent;
	ck_assert_int_ge(who, 0);
	ck_assert_int_eq(app.record.respondents[who].object.key, key);
}
END_TEST

/* What is refused for good does not wait: it says why, is not tried again unseen, and asks when the
 * form is left. */
START_TEST(test_form_field_refused_for_good_stays_and_says_why)
{
	struct errmsg why;
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_RISK, 0, -1 });
	over("Ice");
	ck_assert(
		!store_seal(app.options.store, app.record.assessment.object.key, app.today, &why));
	press(TUI_DOWN);
	expect("sealed");
	expect("  Risk               ! Ice");
	ck_assert_int_eq(app_unsaved(&app), 0);
	ck_assert(
		!store_seal(app.options.store, app.record.assessment.object.key, DATE_NONE, &why));
	press(TUI_DOWN);
	press(TUI_ESCAPE);
	expect("Leave without what is marked");
	press('y');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect_not("NOT SAVED");
	ck_assert(app_reload(&app));
	ck_assert_str_ne(app.record.risks[0].text, "Ice");
}
END_TEST

/* Each of them rests on the one before, and the last one on something new between them. */
START_TEST(test_form_changes_of_one_object_that_wait_are_stored_in_their_order)
{
	struct joint_objective fresh;
	sqlite3 *lock;
	ck_assert(plan_store(&app));
	object_init(KIND_JOINT_OBJECTIVE, &fresh);
	fresh.text = "Ship";
	ck_assert_int_eq(sqlite3_open(file, &lock), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	app.record.actions[0].note = "One";
	ck_assert(app_change(&app, NULL, KIND_PLAN_ACTION, &app.record.actions[0]));
	ck_assert(app_append(&app, NULL, KIND_JOINT_OBJECTIVE, &fresh));
	app.record.actions[0].note = "Two";
	app.record.actions[0].objective = (int)app.record.joint_objective_count - 1;
	ck_assert(app_change(&app, NULL, KIND_PLAN_ACTION, &app.record.actions[0]));
	app.record.actions[0].note = "Three";
	ck_assert(app_change(&app, NULL, KIND_PLAN_ACTION, &app.record.actions[0]));
	ck_assert_int_eq(app_unsaved(&app), 3);
	app_push(&app, &screen_home, NULL);
	unlocked(lock);
	ck_assert_str_eq(app.record.actions[0].note, "Three");
	ck_assert_str_eq(app.record.joint_objectives[app.record.actions[0].objective].text, "Ship");
}
END_TEST

/* Whose object has gone has nothing to show: it is left, and the person chooses whether what was
 * typed is given up with it, or brings it back with all that went along. */
START_TEST(test_form_of_what_has_gone_is_left)
{
	const struct {
		enum kind kind;
		int downs;
	} forms[] = { { KIND_RISK, 0 }, { KIND_ROUTE, 1 }, { KIND_KPI, 0 } };
	enum kind kind = forms[_i / 2].kind;
	bool mine = _i % 2;
	size_t count = record_count(&app.record, kind), readings = app.record.actual_count;
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ kind, 0, -1 });
	press_times(TUI_DOWN, forms[_i / 2].downs);
	kind == KIND_ROUTE ? press(' ') : over("Ice");
	sqlite3 *lock = deleted_elsewhere(kind, 0);
	press(TUI_DOWN);
	expect("1 NOT SAVED !");
	sqlite3_close(lock);
	app.waiting.retry_at = 0;
	app_tick(&app);
	ck_assert_ptr_eq(app.top->below->ops, &screen_home);
	expect("Changed twice");
	expect("it is deleted");
	press(mine ? 'm' : 't');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect_not("NOT SAVED");
	ck_assert_uint_eq(record_count(&app.record, kind), count - !mine);
	ck_assert_int_eq(app.record.actual_count == readings, mine || kind != KIND_KPI);
	ck_assert(!mine || kind != KIND_KPI || !strcmp(app.record.kpis[0].name, "Ice"));
}
END_TEST

/* The form of a person is still that person's when an earlier one is deleted again below it. */
START_TEST(test_form_person_stays_the_same_when_an_earlier_one_goes)
{
	int64_t key = app.record.people[1].object.key;
	app_push(&app, &screen_home, NULL);
	ck_assert(app_delete(&app, NULL, KIND_PERSON, &app.record.people[0]));
	press('u');
	expect("Undone");
	ck_assert_int_eq(app.record.people[1].object.key, key);
	app_push(&app, &screen_person, &(struct person_arg){ .person = 1 });
	press(TUI_DOWN);
	app_do(&app, ACTION_REDO, &(struct key){ 0 });
	expect("Done again");
	press(TUI_UP);
	over("Kim Berg");
	press(TUI_DOWN);
	ck_assert(app_reload(&app));
	ck_assert_int_eq(app.record.people[0].object.key, key);
	ck_assert_str_eq(app.record.people[0].name, "Kim Berg");
	ck_assert_str_ne(app.record.people[1].name, "Kim Berg");
}
END_TEST

Suite *forms_suite(void);
/* Whatever a hint takes of a small window, the field that it is about is in sight. */
START_TEST(test_forms_show_the_field_that_the_hint_is_about)
{
	static const struct screen_ops *const forms[] = { &screen_opening, &screen_person,
		&screen_profile, &screen_new_alliance, &screen_next_round };
	const enum round_kind kind = ROUND_FOLLOW_UP;
	const struct person_arg fresh = { -1, -1, -1 };
	const void *const args[] = { &(int){ 12 }, &fresh, NULL, NULL, &kind };
	int fields = 0;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		app_push(&app, forms[i], args[i]);
		for (int n = 0; n < 12 && app.top->ops == forms[i]; n++, fields++) {
			const char *screen = screen_at(12, 40);
			ck_assert_msg(strstr(screen, "\n>") != NULL, "%s, field %d:\n%s",
				forms[i]->name, n, screen);
			press(TUI_TAB);
		}
		app_push(&app, &screen_home, NULL);
	}
	ck_assert_int_gt(fields, 40);
}
END_TEST

Suite *forms_suite(void)
{
	Suite *suite = suite_create("forms");
	TCase *tests = tcase_create("forms");
	int refused = sizeof(refusals) / sizeof(*refusals);
	tcase_add_checked_fixture(tests, set_up, drive_end);
	tcase_add_loop_test(
		tests, test_form_refused_value_keeps_the_focus_and_says_why, 0, refused);
	tcase_add_loop_test(tests, test_form_refused_value_is_taken_back, 0, refused);
	tcase_add_loop_test(tests, test_form_day_is_understood_as_people_type_it, 0,
		sizeof(natural) / sizeof(*natural));
	tcase_add_test(tests, test_form_new_holds_enter_on_a_needed_field);
	tcase_add_test(tests, test_forms_show_the_field_that_the_hint_is_about);
	tcase_add_test(tests, test_form_choice_is_a_list);
	tcase_add_test(tests, test_form_letters_are_never_commands);
	tcase_add_test(tests, test_form_ambition_twice_is_said);
	tcase_add_test(tests, test_form_yes_and_no_are_letters);
	tcase_add_test(tests, test_form_text_of_lines_is_written_in_a_box);
	tcase_add_test(tests, test_form_choice_that_cannot_be_kept_says_so_at_once);
	tcase_add_test(tests, test_form_typed_and_taken_back_is_no_change);
	tcase_add_test(tests, test_form_leaving_with_a_refused_value_asks);
	tcase_add_test(tests, test_form_undo_takes_back_what_is_not_saved_first);
	tcase_add_loop_test(tests, test_form_help_keeps_what_is_typed, 0, 4);
	tcase_add_test(tests, test_form_long_text_is_wrapped_in_focus);
	tcase_add_test(tests, test_form_person_stays_the_same_when_an_earlier_one_goes);
	suite_add_tcase(suite, tests);
	TCase *disk = tcase_create("disk");
	tcase_add_checked_fixture(disk, set_up_file, tear_down_file);
	tcase_set_timeout(disk, 60);
	tcase_add_test(disk, test_form_refused_by_the_disk_is_tried_again);
	tcase_add_test(disk, test_form_field_refused_for_good_stays_and_says_why);
	tcase_add_test(disk, test_form_changes_of_one_object_that_wait_are_stored_in_their_order);
	tcase_add_loop_test(disk, test_form_of_what_has_gone_is_left, 0, 6);
	tcase_add_test(disk, test_form_reading_stays_its_own_when_an_earlier_one_goes);
	tcase_add_test(disk, test_form_owner_stays_the_chosen_one_when_an_earlier_person_goes);
	tcase_add_test(disk, test_form_new_entry_stays_the_chosen_one_when_an_earlier_one_goes);
	suite_add_tcase(suite, disk);
	return suite;
}
