/* SPDX-License-Identifier: MIT */
/*
 * Owners who are typed: somebody of that side who is not interviewed, on the forms, the home and in
 * whatever counts who is.
 */
#include <rekindle/people.h>
#include <rekindle/person.h>
#include <rekindle/sitting.h>

#include "../../../src/tui/audit/audit.h"
#include "drive.h"

Suite *owners_suite(void);

#define PHOENIX_OWNER 4 /* Tabs from the first field of an action */

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_plan, NULL);
	screen_at(24, 80);
}

static void tear_down(void)
{
	drive_end();
}

static void to_owner(void)
{
	press(TUI_ENTER);
	press_times(TUI_TAB, PHOENIX_OWNER);
	expect("> Owner, Phoenix       by role: Marit Solheim");
}

static int named(const char *name)
{
	for (size_t i = 0; i < app.record.person_count; i++)
		if (str_same(app.record.people[i].name, name))
			return (int)i;
	return -1;
}

static int owner_of_first(void)
{
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.action_owner_count, 1);
	return app.record.action_owners[0].person;
}

START_TEST(test_owner_typed_becomes_a_person_who_is_not_interviewed)
{
	size_t people = app.record.person_count;
	to_owner();
	type("Olga Berg");
	expect("1  new: Olga Berg");
	expect("Rows with \"Olga Berg\"; the last row takes it as a new name.");
	every_size("Owner");
	press(TUI_ENTER);
	expect("New: Olga Berg of Phoenix owns it and is not interviewed. u takes it back.");
	expect("Owner, Phoenix       Olga Berg, not interviewed");
	int owner = owner_of_first();
	ck_assert_uint_eq(app.record.person_count, people + 1);
	ck_assert_int_eq(owner, named("Olga Berg"));
	ck_assert_int_eq(app.record.people[owner].party, 0);
	ck_assert_int_eq(app.record.people[owner].role, ROLE_SPONSOR);
	ck_assert(!record_interviewee(&app.record, owner));
	ck_assert_int_eq(record_interviewees(&app.record), (int)people);
	press_times(TUI_ESCAPE, 2);
	press('u');
	expect("Undone: Olga Berg as owner");
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.person_count, people);
	ck_assert_uint_eq(app.record.action_owner_count, 0);
	press('U');
	ck_assert_int_eq(owner_of_first(), named("Olga Berg"));
}
END_TEST

/* A name that is there, in whatever case, is that person. */
START_TEST(test_owner_typed_in_full_is_the_one_who_is_there)
{
	size_t people = app.record.person_count;
	to_owner();
	type("dev ANAND");
	expect("1  Dev Anand, manager");
	expect("2  new: dev ANAND");
	press(TUI_DOWN);
	press(TUI_ENTER);
	expect("Owner, Phoenix       Dev Anand, manager");
	ck_assert_int_eq(owner_of_first(), named("Dev Anand"));
	ck_assert_uint_eq(app.record.person_count, people);
}
END_TEST

/* Esc leaves the field as it was; what narrows the list is still chosen first. */
START_TEST(test_owner_list_narrows_as_before)
{
	to_owner();
	type("nobody else");
	press(TUI_ESCAPE);
	expect("> Owner, Phoenix       by role: Marit Solheim");
	type("weller");
	press(TUI_ENTER);
	expect("Owner, Phoenix       Tom Weller, commercial");
	ck_assert_int_eq(owner_of_first(), named("Tom Weller"));
}
END_TEST

/* Typed for one, chosen for another. */
START_TEST(test_owner_typed_is_in_the_list_of_the_next_action)
{
	to_owner();
	type("Olga Berg");
	press(TUI_ENTER);
	press_times(TUI_ESCAPE, 2);
	press(TUI_DOWN);
	press(TUI_ENTER);
	press_times(TUI_TAB, PHOENIX_OWNER);
	expect("> Owner, Phoenix       by role: Dev Anand");
	type("olga");
	expect("1  Olga Berg, not interviewed");
	press(TUI_ENTER);
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.action_owner_count, 2);
	ck_assert_int_eq(app.record.action_owners[0].person, app.record.action_owners[1].person);
}
END_TEST

START_TEST(test_owner_of_an_objective_is_typed)
{
	press(TUI_ENTER);
	press(TUI_ESCAPE);
	press('W');
	press('a');
	answer_line("First sale");
	press_times(TUI_TAB, 5);
	expect("> Owner, Phoenix       nobody yet");
	type("Olga Berg");
	press(TUI_ENTER);
	expect("Owner, Phoenix       Olga Berg, not interviewed");
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.objective_owner_count, 1);
	int owner = app.record.objective_owners[0].person;
	ck_assert_str_eq(app.record.people[owner].name, "Olga Berg");
	ck_assert(!record_interviewee(&app.record, owner));
}
END_TEST

/* An owner of the example, and the home. */
static void add_owner(const char *name)
{
	struct person *person = person_owner(&app.record, 0, ROLE_SPONSOR, name);
	ck_assert(app_change(&app, NULL, KIND_PERSON, person));
	ck_assert(app_reload(&app));
}

static void home_with_owner(void)
{
	add_owner("Olga Berg");
	app_push(&app, &screen_home, NULL);
	screen_at(24, 80);
	expect("only owners   owns 0   Olga Berg");
}

START_TEST(test_owner_stands_below_the_roles_and_is_not_missing)
{
	char before[64], after[64];
	int people = record_interviewees(&app.record);
	app_round_text(&app, before, sizeof(before));
	home_with_owner();
	app_round_text(&app, after, sizeof(after));
	ck_assert_str_eq(before, after);
	ck_assert_int_eq(record_interviewees(&app.record), people);
	expect_not("Olga Berg, Phoenix");
	every_size("Home");
}
END_TEST

static void correct_owner(void)
{
	home_with_owner();
	press(TUI_END);
	while (!strstr(screen_at(24, 80), "> only owners"))
		press(TUI_UP);
	press(TUI_ENTER);
	expect("Interviewed          no");
	press_times(TUI_TAB, 4);
	expect("> Interviewed");
}

START_TEST(test_owner_becomes_an_interviewee_on_the_form_and_back)
{
	correct_owner();
	press('y');
	press(TUI_BACK_TAB);
	ck_assert(app_reload(&app));
	ck_assert(record_interviewee(&app.record, named("Olga Berg")));
	press(TUI_TAB);
	expect("> Interviewed          yes");
	press('n');
	press(TUI_ESCAPE);
	ck_assert(app_reload(&app));
	ck_assert(!record_interviewee(&app.record, named("Olga Berg")));
	press('u');
	expect("Undone: Olga Berg not to be interviewed");
	expect_not("only owners");
	press('u');
	expect("only owners   owns 0   Olga Berg");
}
END_TEST

/* Whoever has answered stays; the field says so and keeps the focus. */
START_TEST(test_owner_is_nobody_who_has_answered)
{
	app_push(&app, &screen_home, NULL);
	screen_at(24, 80);
	press(TUI_TAB);
	press('e');
	press_times(TUI_TAB, 4);
	expect("> Interviewed          yes");
	press('n');
	expect("Marit Solheim has given 44 answers and stays");
	press(TUI_TAB);
	expect("> Interviewed");
	ck_assert(app_reload(&app));
	ck_assert(record_interviewee(&app.record, named("Marit Solheim")));
}
END_TEST

/* Added on the home under the name of an owner: it is that person, to be heard now. */
START_TEST(test_owner_who_is_added_is_no_second_person)
{
	home_with_owner();
	size_t people = app.record.person_count;
	press('a');
	expect("New person");
	type("olga berg");
	press(TUI_ENTER);
	type("1");
	type("3");
	press(TUI_ENTER);
	expect("Added: olga berg, operations of Phoenix.");
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.person_count, people);
	int olga = named("olga berg");
	ck_assert_int_eq(app.record.people[olga].role, ROLE_OPERATIONS);
	ck_assert(record_interviewee(&app.record, olga));
}
END_TEST

/* By whatever way an interview begins, it is of an interviewee. */
START_TEST(test_owner_who_is_enrolled_is_interviewed)
{
	struct errmsg why;
	int64_t key;
	add_owner("Olga Berg");
	size_t people = app.record.person_count;
	const struct sitting_newcomer newcomer = { .party = app.record.parties[0].object.key,
		.role = ROLE_OPERATIONS,
		.attribution = ATTRIBUTION_NAMED,
		.name = "Olga Berg" };
	const struct sitting_terms terms = { .consent = TRI_YES, .minutes = 45, .date = 20000 };
	ck_assert(!sitting_may_begin(app.options.store, &app.record, &newcomer, &why));
	ck_assert(app_reload(&app));
	ck_assert(!record_interviewee(&app.record, named("Olga Berg")));
	ck_assert(!sitting_enrol(app.options.store, &app.record, &newcomer, &terms, &key, &why));
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.person_count, people);
	const struct person *olga = &app.record.people[named("Olga Berg")];
	ck_assert_int_eq(olga->interviewee, TRI_YES);
	ck_assert_int_eq(olga->role, ROLE_OPERATIONS);
}
END_TEST

/* Opened and not answered goes, in every round; a planned day, too. One step of undo. */
START_TEST(test_owner_leaves_no_empty_interview_behind)
{
	struct errmsg why;
	const struct sitting_terms terms = { .consent = TRI_YES, .minutes = 45, .date = 20000 };
	int64_t key;
	int person = named("Håkon Lie");
	size_t heard = app.record.respondent_count;
	ck_assert(!sitting_agree(app.options.store, &app.record, person, &terms, &key, &why));
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.respondent_count, heard + 1);
	ck_assert(!people_interview(app.options.store, &app.record, person, false, &why));
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.respondent_count, heard);
	ck_assert_ptr_null(app.record.people[person].planned);
	ck_assert(!record_interviewee(&app.record, person));
	app_undo(&app, false);
	ck_assert_uint_eq(app.record.respondent_count, heard + 1);
	ck_assert_str_eq(app.record.people[person].planned, "2026-10-22T09:00");
	ck_assert(record_interviewee(&app.record, person));
}
END_TEST

/* Of a risk it is a name. */
START_TEST(test_owner_of_a_risk_is_chosen_or_typed)
{
	size_t people = app.record.person_count;
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_RISK, -1, -1 });
	screen_at(24, 80);
	type("Prices rise");
	press_times(TUI_TAB, 5);
	expect("> Owner                nobody yet");
	type("Both leads");
	expect("1  new: Both leads");
	press(TUI_ENTER);
	ck_assert(app_reload(&app));
	const struct risk *risk = &app.record.risks[app.record.risk_count - 1];
	ck_assert_str_eq(risk->owner, "Both leads");
	ck_assert_uint_eq(app.record.person_count, people);
	int index = (int)app.record.risk_count - 1;
	app_push(&app, &screen_audit_form, &(struct audit_form_arg){ KIND_RISK, index, -1 });
	screen_at(24, 80);
	press_times(TUI_TAB, 5);
	expect("> Owner                Both leads");
	type("weller");
	press(TUI_ENTER);
	press(TUI_ESCAPE);
	ck_assert(app_reload(&app));
	ck_assert_str_eq(app.record.risks[index].owner, "Tom Weller");
}
END_TEST

Suite *owners_suite(void)
{
	Suite *suite = suite_create("owners");
	TCase *tests = tcase_create("owners");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_owner_typed_becomes_a_person_who_is_not_interviewed);
	tcase_add_test(tests, test_owner_typed_in_full_is_the_one_who_is_there);
	tcase_add_test(tests, test_owner_list_narrows_as_before);
	tcase_add_test(tests, test_owner_typed_is_in_the_list_of_the_next_action);
	tcase_add_test(tests, test_owner_of_an_objective_is_typed);
	tcase_add_test(tests, test_owner_stands_below_the_roles_and_is_not_missing);
	tcase_add_test(tests, test_owner_becomes_an_interviewee_on_the_form_and_back);
	tcase_add_test(tests, test_owner_is_nobody_who_has_answered);
	tcase_add_test(tests, test_owner_who_is_added_is_no_second_person);
	tcase_add_test(tests, test_owner_who_is_enrolled_is_interviewed);
	tcase_add_test(tests, test_owner_leaves_no_empty_interview_behind);
	tcase_add_test(tests, test_owner_of_a_risk_is_chosen_or_typed);
	suite_add_tcase(suite, tests);
	return suite;
}
