/* SPDX-License-Identifier: MIT */
/*
 * The first line of the home: each step when it is due, none when it is done, in their order.
 */
#include "drive.h"

Suite *next_step_suite(void);

static void open_home(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
	app_push(&app, &screen_home, NULL);
}

/* The record was changed here. */
static void look_again(void)
{
	record_settle(&app.record);
	app_touched(&app);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
}

static void empty(enum kind kind)
{
	*(size_t *)(void *)((char *)&app.record + kind_info[kind].count) = 0;
}

/* Only two of each side are heard, and nobody else is named. */
static void leave_two_a_side(void)
{
	int index[64], left[2] = { 2, 2 };
	size_t kept = 0, answers = 0, routes = 0;
	for (size_t i = 0; i < app.record.respondent_count; i++) {
		struct respondent respondent = app.record.respondents[i];
		bool stays = left[respondent.party]-- > 0;
		index[i] = stays ? (int)kept : -1;
		respondent.person = -1;
		if (stays)
			app.record.respondents[kept++] = respondent;
	}
	for (size_t i = 0; i < app.record.answer_count; i++) {
		struct answer answer = app.record.answers[i];
		answer.respondent = index[answer.respondent];
		if (answer.respondent >= 0)
			app.record.answers[answers++] = answer;
	}
	for (size_t i = 0; i < app.record.route_count; i++) {
		struct route route = app.record.routes[i];
		if (route.respondent < 0 || index[route.respondent] < 0)
			continue;
		route.respondent = index[route.respondent];
		app.record.routes[routes++] = route;
	}
	app.record.route_count = routes;
	app.record.respondent_count = kept;
	app.record.answer_count = answers;
	app.record.person_count = 0;
}

/* Who was planned and not heard is not there. */
static void leave_heard(void)
{
	app.record.person_count = app.record.respondent_count;
}

START_TEST(test_next_is_the_reading_and_then_the_plan)
{
	open_home();
	leave_heard();
	look_again();
	expect("> Next: read the diagnosis");
	expect("Enter read");
	press(TUI_ENTER);
	expect("Primary cause");
	press('q');
	expect("> Next: draw up the plan");
	expect("Enter plan");
	press(TUI_ENTER);
	press('r');
	expect("The plan is stored");
	press('q');
	leave_heard();
	look_again();
	expect("; due ");
	drive_end();
}
END_TEST

/* Also in another run of the program: it is kept in the database. */
START_TEST(test_next_remembers_what_was_read)
{
	open_home();
	press('D');
	ck_assert(app_open(&app, app.record.assessment.object.key));
	press('q');
	leave_heard();
	look_again();
	expect("> Next: draw up the plan");
	/* somebody more was heard, and it is to be read again */
	drive_rate(drive_respondent(0, ROLE_SPECIALIST), CAUSE_PARTNER, 3);
	look_again();
	expect("> Next: read the diagnosis");
	drive_end();
}
END_TEST

START_TEST(test_next_is_the_profile_and_then_the_audit)
{
	static const enum kind kinds[] = { KIND_OBJECTIVE, KIND_KPI, KIND_MILESTONE, KIND_PROCESS,
		KIND_ROUTE, KIND_RISK, KIND_EVENT, KIND_INCIDENT, KIND_CONTRIBUTION,
		KIND_CHECKLIST };
	open_home();
	struct profile *profile = (struct profile *)(uintptr_t)record_profile(&app.record);
	struct profile filled = *profile;
	object_init(KIND_PROFILE, profile);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		empty(kinds[i]);
	look_again();
	expect("> Next: fill in the profile");
	expect("Enter profile");
	profile = (struct profile *)(uintptr_t)record_profile(&app.record);
	profile->type = filled.type;
	look_again();
	expect("> Next: fill in the audit");
	press(TUI_ENTER);
	expect("  Audit ");
	drive_end();
}
END_TEST

START_TEST(test_next_is_whom_to_hear_for_a_safe_diagnosis)
{
	open_home();
	leave_two_a_side();
	look_again();
	expect("> Next: hear more people for a safe diagnosis");
	expect("Enter add");
	press('D'); /* who has read it knows */
	press('q');
	expect_not("Next: hear more people");
	drive_end();
}
END_TEST

START_TEST(test_next_is_whom_to_hear_for_a_joint_edition)
{
	open_home();
	leave_two_a_side();
	look_again();
	press('D');
	press('q');
	expect("> Next: see whom to hear for a joint edition; it would show 0 of");
	press(TUI_ENTER);
	expect("  Preview ");
	press('q');
	expect_not("joint edition; it would");
	drive_end();
}
END_TEST

START_TEST(test_next_is_who_was_planned_for_today_before_all_else)
{
	open_home();
	struct person *person = record_add(&app.record, KIND_PERSON);
	person->party = 0;
	person->role = ROLE_SPONSOR;
	person->name = "Carl Ek";
	person->planned = "2026-10-15T16:00";
	look_again();
	expect("> Next: interview Carl Ek");
	/* one for whom there is time still leaves what can be done now */
	app.record.people[app.record.person_count - 1].planned = "2026-10-29";
	struct profile *profile = (struct profile *)(uintptr_t)record_profile(&app.record);
	object_init(KIND_PROFILE, profile);
	look_again();
	expect("> Next: fill in the profile");
	drive_end();
}
END_TEST

Suite *next_step_suite(void)
{
	Suite *suite = suite_create("next step");
	TCase *tcase = tcase_create("next step");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_next_is_the_reading_and_then_the_plan);
	tcase_add_test(tcase, test_next_remembers_what_was_read);
	tcase_add_test(tcase, test_next_is_the_profile_and_then_the_audit);
	tcase_add_test(tcase, test_next_is_whom_to_hear_for_a_safe_diagnosis);
	tcase_add_test(tcase, test_next_is_whom_to_hear_for_a_joint_edition);
	tcase_add_test(tcase, test_next_is_who_was_planned_for_today_before_all_else);
	suite_add_tcase(suite, tcase);
	return suite;
}
