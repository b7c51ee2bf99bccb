/* SPDX-License-Identifier: MIT */
/*
 * The audit: every part added to, corrected, deleted and brought back; wrong input; all sizes.
 */
#include "drive.h"

#include <math.h>

#include <rekindle/date.h>

Suite *audit_suite(void);

enum { GOALS, PROCESS, CHECKLISTS, ROUTE, RISKS, EVENTS, INCIDENTS, STAKES, PARTS };

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_home, NULL);
	press('A');
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
	screen_at(24, 80);
}

static void tear_down(void)
{
	drive_end();
}

/* The same with nothing recorded in the audit. */
static void set_up_empty(void)
{
	static const enum kind kinds[] = { KIND_OBJECTIVE, KIND_KPI, KIND_PROCESS, KIND_CHECKLIST,
		KIND_ROUTE, KIND_RISK, KIND_EVENT, KIND_INCIDENT, KIND_CONTRIBUTION,
		KIND_MILESTONE };
	drive_begin(false);
	drive_example();
	unsaved_begin(&app.waiting, "all of the audit");
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		while (record_count(&app.record, kinds[k]))
			unsaved_delete(&app.waiting, kinds[k], record_at(&app.record, kinds[k], 0));
	ck_assert(app_deleted(&app));
	app_push(&app, &screen_audit, NULL);
	screen_at(24, 80);
}

static void go(int part)
{
	press_times(TUI_TAB, part);
	screen_at(24, 80);
}

/* What is typed replaces the field in focus; Enter goes on. */
static void field(const char *text)
{
	press(TUI_END);
	press(CONTROL('u'));
	type(text);
	press(TUI_ENTER);
}

/* The same of a text in a box, where Enter is a new line; Tab goes on. */
static void in_box(const char *text)
{
	press(TUI_END);
	press(CONTROL('u'));
	type(text);
	press(TUI_TAB);
}

/* And of the last field: what is new is added. */
static void box_and_add(const char *text)
{
	in_box(text);
	press(CONTROL('s'));
}

/* The label of the focus is there, and its field beside it. */
static void form_at_every_size(void)
{
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 }, { 10, 40 }, { 10, 79 },
		{ 60, 200 } };
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		expect_at(sizes[i][0], sizes[i][1], "\n> ");
		expect_at(sizes[i][0], sizes[i][1], "help");
	}
}

static size_t count(enum kind kind)
{
	return record_count(&app.record, kind);
}

static double performance(void)
{
	return app_diagnosis(&app)->scores.performance.score;
}

START_TEST(test_audit_goals_show_figures_and_sums)
{
	expect("Audit   Phoenix & GenTech   baseline, Joint R&D since Apr 2025");
	expect("Goals Process 5 Checks 17/18 Route Risks 3 Events 1 Incidents 3 Stakes");
	expect("> Working prototype");
	expect("-- 30 Jun 2027  too early");
	expect("Measure, target, due: 5 of 12 given.                   Objectives      16.67");
	expect("  financial    Spend against budget, %");
	expect("100    128    78.12  ██████░░");
	expect("14      6   11.5    31.25  ███░░░░░");
	expect("Of what was due by now; mean of the four categories.");
	expect("KPIs            44.18");
	expect("low, below 60   Performance     30.42");
	expect_at(40, 120, "71 % at the last trial");
	expect_at(40, 120, "30 Sep 2026    78.12  ██████░░ Phoenix; GenTech");
	expect_at(24, 100, "30 Sep 2026    78.12  ██████░░ ");
	expect_at(12, 40, "> Working prototype of th~      missed");
	expect_at(12, 40, "    Samples called correctly, % of 20~");
	expect_at(12, 40, "Performance 30.42 low");
}
END_TEST

START_TEST(test_audit_every_part_at_every_size)
{
	static const char *const seen[PARTS] = { "Working", "Hypothesis and sample", "A wide",
		"Marit Solheim", "Phoenix's cash", "Two of the four", "The validation team",
		"Phoenix" };
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 }, { 10, 40 }, { 10, 79 },
		{ 10, 80 }, { 24, 100 }, { 11, 61 }, { 60, 200 } };
	for (int part = 0; part < PARTS; part++) {
		every_size("Audit");
		for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
			const char *screen = screen_at(sizes[i][0], sizes[i][1]);
			const char *focus = strstr(screen, "\n> ");
			ck_assert_msg(focus && strstr(focus, seen[part]) && !strchr(focus + 2, '>'),
				"part %d:\n%s", part, screen);
		}
		press('v');
		every_size("Audit");
		press('q');
		screen_at(12, 40);
		press(TUI_END);
		ck_assert_ptr_nonnull(strstr(screen_at(12, 40), "\n> "));
		ck_assert_ptr_nonnull(strstr(screen_at(10, 40), "\n> "));
		press(TUI_HOME);
		press(TUI_TAB);
	}
	expect("> Working prototype");
}
END_TEST

START_TEST(test_audit_narrow_keeps_the_focus_in_sight)
{
	screen_at(10, 40);
	for (int i = 0; i < 12; i++) {
		press(i < 10 ? TUI_DOWN : TUI_UP);
		ck_assert_ptr_nonnull(strstr(screen_at(10, 40), "\n> "));
		ck_assert_ptr_nonnull(strstr(screen_at(14, 40), "\n> "));
		ck_assert_ptr_nonnull(strstr(screen_at(13, 90), "\n> "));
	}
}
END_TEST

START_TEST(test_audit_objective_added_corrected_deleted)
{
	press('a');
	expect("Objective   Phoenix & GenTech   a new one");
	field("Two papers together");
	field("Papers printed");
	field("0");
	field("2");
	field("soon");
	expect("! A date reads 2026-11-27");
	press(TUI_UP);
	expect("soon");
	field("2027-01-31");
	press(' ');
	press(TUI_ENTER);
	press(CONTROL('s'));
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
	expect("Added: Two papers together. u takes it back.");
	expect("> Two papers together");
	ck_assert(app_reload(&app));
	const struct objective *objective = &app.record.objectives[4];
	ck_assert_str_eq(objective->target, "2");
	ck_assert_int_eq(objective->due, date_make(2027, 1, 31));
	ck_assert_int_eq(objective->result, RESULT_MET);
	ck_assert_ptr_null(objective->why);
	expect("8 of 15 given");
	press(TUI_ENTER);
	field("Three papers together");
	press(TUI_ESCAPE);
	expect("> Three papers");
	press('w');
	answer_line("It went well.");
	ck_assert_str_eq(app.record.objectives[4].why, "It went well.");
	press('X');
	expect("Deleted: Three papers together. u brings it back.");
	ck_assert_uint_eq(count(KIND_OBJECTIVE), 4);
	press('u');
	ck_assert_uint_eq(count(KIND_OBJECTIVE), 5);
	ck_assert_str_eq(app.record.objectives[4].why, "It went well.");
	press('U');
	ck_assert_uint_eq(count(KIND_OBJECTIVE), 4);
}
END_TEST

START_TEST(test_audit_new_form_asks_before_text_is_lost)
{
	press('a');
	press(TUI_ENTER);
	expect("! A few words are needed here.");
	type("Something");
	press(TUI_ESCAPE);
	expect("Leave without adding it? y does it");
	press('n');
	expect("Something");
	press(TUI_ESCAPE);
	press('y');
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
	ck_assert_uint_eq(count(KIND_OBJECTIVE), 4);
	press('a');
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
}
END_TEST

START_TEST(test_audit_new_object_without_name_stays_in_form)
{
	press('a');
	press_times(TUI_DOWN, 6);
	press(CONTROL('s'));
	ck_assert_ptr_ne(app.top->ops, &screen_audit);
	expect("! A few words are needed here.");
	expect("> Objective");
	ck_assert_uint_eq(count(KIND_OBJECTIVE), 4);
}
END_TEST

START_TEST(test_audit_correction_that_is_wrong_keeps_text_and_record)
{
	press_times(TUI_DOWN, 4);
	press(TUI_ENTER);
	expect("KPI   Phoenix & GenTech");
	press_times(TUI_DOWN, 6);
	field("a hundred");
	expect("A number is needed here, such as 12.5, without unit.");
	expect("a hundred");
	ck_assert_double_eq(app.record.kpis[0].target, 100);
	press(TUI_ESCAPE);
	expect("Leave without what is marked with !? y does it");
	press('n');
	press(TUI_UP);
	field("110.5");
	ck_assert_double_eq(app.record.kpis[0].target, 110.5);
	press(TUI_ESCAPE);
	expect("110.5");
	press('u');
	ck_assert_double_eq(app.record.kpis[0].target, 100);
}
END_TEST

/* From 14 down to 6 is better lower: turned round it has to wait for its numbers. */
START_TEST(test_audit_kpi_direction_waits_until_numbers_agree)
{
	press_times(TUI_DOWN, 6);
	expect("> ");
	press(TUI_ENTER);
	press_times(TUI_DOWN, 3);
	press(' ');
	press(TUI_DOWN);
	expect("contradicts the way from the starting value");
	ck_assert_int_eq(app.record.kpis[2].direction, DIRECTION_LOWER);
	press(TUI_DOWN);
	field("2");
	ck_assert_int_eq(app.record.kpis[2].direction, DIRECTION_HIGHER);
	ck_assert_double_eq(app.record.kpis[2].baseline, 2);
	expect_not("contradicts");
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
}
END_TEST

START_TEST(test_audit_actual_is_added_and_counts)
{
	double before = performance();
	press_times(TUI_DOWN, 4);
	press('m');
	expect("Day and value: 2026-10-15");
	answer_line("lately 5");
	expect("! First the day, as 2026-11-27 or friday, then the number.");
	expect("Day and value: lately 5");
	type("u"); /* a letter is a letter */
	expect("Day and value: lately 5u");
	answer_line("2026-10-14 a lot");
	expect("After the day a number");
	answer_line("2026-10-14 inf");
	expect("After the day a number");
	answer_line("2026-10-14 100");
	expect("Added: 100 on 14 Oct 2026. u takes it back.");
	expect("100    100   100.00  ████████");
	ck_assert_double_gt(performance(), before);
	press('u');
	ck_assert_double_eq_tol(performance(), before, 1e-9);
	press('m');
	answer_line("2026-12-01 90");
	expect("After this round's day: it does not count here.");
	ck_assert_double_eq_tol(performance(), before, 1e-9);
	press('m');
	press(TUI_ESCAPE);
	ck_assert_uint_eq(app.record.actual_count, 21);
}
END_TEST

/* The KPIs go on, and show what was added; what the round is judged by it has kept. */
START_TEST(test_audit_actual_of_a_sealed_round_does_not_count)
{
	struct errmsg why;
	double before = performance();
	ck_assert(!store_seal(app.options.store, app.record.assessment.object.key,
		date_make(2026, 10, 15), &why));
	ck_assert(app_reload(&app));
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	ck_assert_double_eq_tol(performance(), before, 1e-9);
	press_times(TUI_DOWN, 4);
	press('m');
	answer_line("2026-10-14 100");
	expect("This round is sealed: it does not count here.");
	expect("100    100   100.00  ████████");
	ck_assert_double_eq_tol(performance(), before, 1e-9);
	ck_assert_uint_eq(app.record.actual_count, 21);
}
END_TEST

START_TEST(test_audit_actuals_are_corrected_and_deleted_in_the_form)
{
	size_t before = app.record.actual_count;
	press_times(TUI_DOWN, 4);
	press(TUI_ENTER);
	press_times(TUI_DOWN, 9);
	expect("> ");
	field("2025-09-30 98.5");
	ck_assert_double_eq(app.record.actuals[0].value, 98.5);
	field("");
	expect("Deleted: an actual. u brings it back.");
	ck_assert_uint_eq(app.record.actual_count, before - 1);
	field("2026-03-31 120");
	ck_assert_double_eq(app.record.actuals[1].value, 120);
	ck_assert_int_eq(app.record.actuals[1].date, date_make(2026, 3, 31));
	press_times(TUI_DOWN, 2);
	field("2026-10-01 5 5");
	expect("! After the day a number");
	press(TUI_ESCAPE);
	expect("Leave without what is marked with !? y does it");
	press('n');
	ck_assert_uint_eq(app.record.actual_count, before - 1);
	press(TUI_END);
	press_times(TUI_BACKSPACE, 2);
	press(TUI_ENTER);
	ck_assert_uint_eq(app.record.actual_count, before);
	ck_assert_double_eq(app.record.actuals[before - 1].value, 5);
	ck_assert(app_reload(&app));
	ck_assert_double_eq(app.record.actuals[1].value, 120);
}
END_TEST

/* A second reading of one day would leave the earlier out of every export. */
START_TEST(test_audit_second_reading_of_a_day_is_refused)
{
	size_t before = app.record.actual_count;
	press_times(TUI_DOWN, 4);
	press('m');
	answer_line("2026-10-14 100");
	press('m');
	answer_line("2026-10-14 90");
	expect("! 100 on 14 Oct 2026 stands there already: correct it in the KPI's form");
	ck_assert_uint_eq(app.record.actual_count, before + 1);
	press(TUI_ESCAPE);
	press(TUI_ENTER);
	press_times(TUI_DOWN, 80);
	field("2026-10-14 90");
	expect("! 100 on 14 Oct 2026 stands there already");
	ck_assert_uint_eq(app.record.actual_count, before + 1);
	press(CONTROL('u'));
	press(TUI_UP);
	field("2026-10-14 90");
	ck_assert_double_eq(app.record.actuals[before].value, 90);
	ck_assert_uint_eq(app.record.actual_count, before + 1);
}
END_TEST

START_TEST(test_audit_second_stakes_of_a_side_are_refused)
{
	go(STAKES);
	press('a');
	press(' ');
	press(TUI_ENTER);
	in_box("Money");
	box_and_add("More money");
	expect("! There is one of ");
	expect(" already: contribution");
	ck_assert_uint_eq(count(KIND_CONTRIBUTION), 2);
}
END_TEST

START_TEST(test_audit_kpi_from_the_catalogue_and_deleted_with_its_actuals)
{
	press_times(TUI_DOWN, 4);
	press('a');
	expect("New KPI");
	expect("> One of your own");
	every_size("New KPI");
	press(TUI_DOWN);
	expect("> ");
	expect("Invoiced sales of the joint offer");
	press(TUI_ENTER);
	expect("Revenue growth from the alliance");
	form_at_every_size();
	press_times(TUI_DOWN, 6);
	field("20");
	press_times(TUI_DOWN, 1);
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
	expect("Added: Revenue growth from the alliance.");
	const struct kpi *kpi = &app.record.kpis[6];
	ck_assert_str_eq(kpi->unit, "%");
	ck_assert_int_eq(kpi->category, CATEGORY_FINANCIAL);
	ck_assert_double_eq(kpi->target, 20);
	press(TUI_UP);
	press('X');
	expect("Deleted: Spend against budget, with 5 actuals. u brings it back.");
	ck_assert_uint_eq(app.record.actual_count, 15);
	press('u');
	ck_assert_uint_eq(app.record.actual_count, 20);
	ck_assert_uint_eq(count(KIND_KPI), 7);
}
END_TEST

START_TEST(test_audit_kpi_of_your_own_needs_a_category)
{
	press_times(TUI_DOWN, 4);
	press('a');
	press(TUI_ENTER);
	field("Joint breakfasts");
	press_times(TUI_DOWN, 7);
	field("Phoenix ; GenTech;");
	expect("! Which one? Enter lists them.");
	press_times(' ', 3);
	press_times(TUI_DOWN, 6);
	press(TUI_ENTER);
	ck_assert_uint_eq(count(KIND_KPI), 7);
	ck_assert_int_eq(app.record.kpis[6].category, CATEGORY_RELATIONSHIP);
	ck_assert_str_eq(app.record.kpis[6].agreed_by, "Phoenix\nGenTech");
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
}
END_TEST

START_TEST(test_audit_process_step_added_corrected_deleted)
{
	go(PROCESS);
	press('a');
	field("Packing");
	press(' ');
	press(TUI_ENTER);
	press(' ');
	press(TUI_ENTER);
	box_and_add("Boxes wait for labels.");
	expect("> Packing");
	expect("Process 6");
	const struct process *step = &app.record.processes[5];
	ck_assert_int_eq(step->party, 0);
	ck_assert_int_eq(step->problem, PROBLEM_BOTTLENECK);
	press(TUI_ENTER);
	press_times(TUI_DOWN, 2);
	press(' ');
	press(TUI_ESCAPE);
	if (app.top->ops != &screen_audit)
		press(TUI_ESCAPE);
	ck_assert_int_eq(app.record.processes[5].problem, PROBLEM_REDUNDANCY);
	press('X');
	ck_assert_uint_eq(count(KIND_PROCESS), 5);
	press('u');
	expect("Packing");
}
END_TEST

/* One key a row: the answer, and on to the next. */
START_TEST(test_audit_checks_take_letters)
{
	static const enum check values[] = { CHECK_YES, CHECK_PARTLY, CHECK_NO, CHECK_UNKNOWN };
	go(CHECKLISTS);
	type("ypn?");
	for (int row = 0; row < 4; row++)
		ck_assert_int_eq(record_check(&app.record, row), (int)values[row]);
	for (int row = 4; row < CHECK_ROWS; row++)
		type("p");
	for (int row = 4; row < CHECK_ROWS; row++)
		ck_assert_int_eq(record_check(&app.record, row), CHECK_PARTLY);
	press('u');
	expect("Undone: ");
	press(TUI_F1);
	expect("Help: audit");
}
END_TEST

START_TEST(test_audit_checks_step_and_clear)
{
	go(CHECKLISTS);
	expect("> A wide list of candidates              no");
	expect("Was a wide list of possible partners drawn up");
	press(' ');
	ck_assert_int_eq(record_check(&app.record, SELECTION_LONGLIST), CHECK_UNKNOWN);
	press(' ');
	ck_assert_int_eq(record_check(&app.record, SELECTION_LONGLIST), CHECK_YES);
	press('X');
	expect("Cleared: A wide list of candidates. u brings it back.");
	expect("Checks 16/18");
	press('X');
	expect("Nobody has answered this yet");
	press(' ');
	ck_assert_int_eq(record_check(&app.record, SELECTION_LONGLIST), CHECK_YES);
	press(TUI_END);
	expect("Operations compared");
	expect("One shared place");
	press(TUI_ENTER);
	ck_assert_int_eq(record_check(&app.record, GOVERNANCE_PLATFORM), CHECK_UNKNOWN);
	press('u');
	ck_assert_int_eq(record_check(&app.record, GOVERNANCE_PLATFORM), CHECK_NO);
	ck_assert(app_reload(&app));
	ck_assert_int_eq(record_check(&app.record, SELECTION_LONGLIST), CHECK_YES);
}
END_TEST

START_TEST(test_audit_route_is_rated_in_place)
{
	go(ROUTE);
	expect("[2]");
	expect("How far would");
	expect("Phoenix could start at once");
	expect("1.75    2.25    4.25    1.75");
	expect("The test says: an alliance.");
	press(TUI_RIGHT);
	expect("Think of what Phoenix lacks");
	press('5');
	ck_assert_int_eq(app.record.routes[0].value[ROUTE_TRADABILITY], 5);
	expect("[5]");
	expect("3.00");
	press(TUI_DOWN);
	press_times(TUI_RIGHT, 5);
	press('4');
	ck_assert_int_eq(app.record.routes[1].value[ROUTE_INTEGRATION], 4);
	press_times(TUI_LEFT, 9);
	press('9');
	ck_assert_int_eq(app.record.routes[1].value[ROUTE_OWN], 1);
	press('u');
	press('u');
	ck_assert_int_eq(app.record.routes[1].value[ROUTE_INTEGRATION], 2);
	ck_assert_int_eq(app.record.routes[0].value[ROUTE_TRADABILITY], 2);
}
END_TEST

START_TEST(test_audit_route_entry_added_with_and_without_respondent)
{
	go(ROUTE);
	press('a');
	press_times(TUI_ENTER, 2);
	expect("! Which one? Enter lists them.");
	press(TUI_UP);
	press(' '); /* the three who have answered are not asked again */
	expect("Phoenix, nobody named");
	press(TUI_ENTER);
	expect("How far would");
	press('3'); /* a number goes on by itself */
	press('4');
	press(TUI_ENTER);
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
	const struct route *entry = &app.record.routes[3];
	ck_assert_int_eq(entry->party, 0);
	ck_assert_int_eq(entry->respondent, -1);
	ck_assert_int_eq(entry->value[ROUTE_OWN], 3);
	ck_assert_int_eq(entry->value[ROUTE_TRADABILITY], 4);
	ck_assert_int_eq(entry->value[ROUTE_CLOSENESS], INT_NONE);
	press(TUI_ENTER);
	press(' ');
	press(TUI_DOWN);
	press(TUI_ESCAPE);
	entry = &app.record.routes[3];
	ck_assert_int_eq(entry->party, 1);
	ck_assert_int_eq(app.record.respondents[entry->respondent].role, ROLE_MANAGER);
	expect("Ruth Levin");
	press('X');
	ck_assert_uint_eq(count(KIND_ROUTE), 3);
	press('u');
	ck_assert_uint_eq(count(KIND_ROUTE), 4);
	press(TUI_DOWN);
	press('1');
	ck_assert(app_reload(&app));
	ck_assert_int_eq(app.record.routes[3].value[ROUTE_OWN], 1);
}
END_TEST

START_TEST(test_audit_risk_added_corrected_deleted)
{
	go(RISKS);
	press('a');
	field("The lease ends");
	press_times(' ', 2);
	press(TUI_ENTER);
	field("30 %");
	field("200000");
	in_box("Ask the landlord");
	field("Dev Anand");
	const struct risk *risk = &app.record.risks[3];
	ck_assert_str_eq(risk->text, "The lease ends");
	ck_assert_int_eq(risk->party, 1);
	ck_assert_str_eq(risk->effect, "200000");
	ck_assert_str_eq(risk->owner, "Dev Anand");
	expect("Risks 4");
	press(TUI_ENTER);
	field("");
	expect("! A few words are needed here.");
	ck_assert_str_eq(app.record.risks[3].text, "The lease ends");
	press(TUI_UP);
	type("The lease is over");
	press(TUI_ESCAPE);
	if (app.top->ops != &screen_audit)
		press(TUI_ESCAPE);
	ck_assert_str_eq(app.record.risks[3].text, "The lease is over");
	press('X');
	expect("Deleted: The lease is over.");
	press('u');
	expect("The lease is over");
}
END_TEST

START_TEST(test_audit_event_added_corrected_deleted)
{
	go(EVENTS);
	press('a');
	field("GenTech was sold");
	press_times(' ', 3);
	press(TUI_ENTER);
	field("2026-05-04");
	press_times(' ', 2);
	press(TUI_ENTER);
	box_and_add("The budget is frozen");
	const struct event *event = &app.record.events[1];
	ck_assert_str_eq(event->what, "GenTech was sold");
	ck_assert_int_eq(event->kind, HAPPENING_OWNERSHIP);
	ck_assert_int_eq(event->date, date_make(2026, 5, 4));
	ck_assert_int_eq(event->party, 1);
	ck_assert_str_eq(event->effect, "The budget is frozen");
	expect("> GenTech was sold");
	expect("4 May 2026  change of ownership");
	expect("Events 2 Incidents 3 Stakes");
	press('X');
	ck_assert_uint_eq(count(KIND_EVENT), 1);
	press('X');
	expect("No event yet: a adds one");
	press_times('u', 2);
	ck_assert_uint_eq(count(KIND_EVENT), 2);
}
END_TEST

START_TEST(test_audit_incident_added_corrected_deleted)
{
	go(INCIDENTS);
	press('a');
	field("The freezer failed");
	field("soon");
	expect("! A date reads 2026-11-27");
	press(TUI_UP);
	field("2026-02-30");
	expect("2026-02-30 is no date: that month has 28 days.");
	press(TUI_UP);
	field("2026-02-28");
	press(' ');
	press(TUI_ENTER);
	in_box("Two days lost");
	press(' ');
	press(TUI_ENTER);
	const struct incident *incident = &app.record.incidents[3];
	ck_assert_int_eq(incident->date, date_make(2026, 2, 28));
	ck_assert_int_eq(incident->repaired, TRI_YES);
	expect("> The freezer failed");
	press(TUI_ENTER);
	press(TUI_DOWN);
	field("");
	press(TUI_ESCAPE);
	if (app.top->ops != &screen_audit)
		press(TUI_ESCAPE);
	ck_assert_int_eq(app.record.incidents[3].date, DATE_NONE);
	press('X');
	ck_assert_uint_eq(count(KIND_INCIDENT), 3);
	press('u');
	ck_assert_uint_eq(count(KIND_INCIDENT), 4);
}
END_TEST

START_TEST(test_audit_milestone_added_corrected_deleted)
{
	app.record.assessment.date = date_make(2026, 10, 15);
	press(TUI_END);
	press('a');
	field("Two plates a day");
	field("2026-09-30");
	field("soon");
	expect("! A date reads 2026-11-27");
	press(TUI_UP);
	field("2026-10-10");
	box_and_add("The robot came late");
	ck_assert_uint_eq(count(KIND_MILESTONE), 3);
	expect("> Two plates a day");
	expect("10 days");
	press(TUI_ENTER);
	press_times(TUI_DOWN, 2);
	field("");
	press(TUI_ESCAPE);
	ck_assert_int_eq(app.record.milestones[2].reached, DATE_NONE);
	expect("15 days");
	press('X');
	expect("Deleted: Two plates a day. u brings it back.");
	ck_assert_uint_eq(count(KIND_MILESTONE), 2);
	press('u');
	ck_assert_uint_eq(count(KIND_MILESTONE), 3);
	expect("Two plates a day");
	every_size("Audit");
}
END_TEST

/* What is undone is called by its name, not by the kind of row that the database keeps. */
START_TEST(test_audit_undo_names_what_it_takes_back)
{
	press_times(TUI_DOWN, 4);
	press('m');
	press(CONTROL('u'));
	answer_line("2026-10-01 131");
	press('u');
	expect("Undone: actual of 1 Oct 2026 added. U does it again.");
	press('X');
	press('u');
	expect("Undone: Spend against budget deleted. U does it again.");
	go(PROCESS);
	press('X');
	press('u');
	expect("Undone: Hypothesis and sample selection deleted. U does it again.");
	press(TUI_TAB);
	press(' ');
	press('u');
	expect("Undone: A wide list of candidates changed. U does it again.");
	press(TUI_TAB);
	press('X');
	press('u');
	expect("Undone: Marit Solheim deleted. U does it again.");
	press_times(TUI_TAB, 4);
	press('X');
	press('a');
	press(' ');
	press(TUI_ENTER);
	in_box("A garden");
	box_and_add("Money");
	press('u');
	expect("Undone: Phoenix added. U does it again.");
}
END_TEST

START_TEST(test_audit_milestones_feed_no_figure)
{
	double before = performance();
	press(TUI_END);
	press('X');
	press('X');
	expect("No milestone yet: a adds one of the original plan.");
	ck_assert_double_eq(performance(), before);
}
END_TEST

START_TEST(test_audit_stakes_added_corrected_deleted)
{
	go(STAKES);
	press('X');
	ck_assert_uint_eq(count(KIND_CONTRIBUTION), 1);
	press('a');
	press(' ');
	press(TUI_ENTER);
	in_box("A garden");
	box_and_add("Ten thousand euros");
	ck_assert_str_eq(app.record.contributions[1].would_lose, "Ten thousand euros");
	expect("A garden");
	press(TUI_ENTER);
	press(TUI_DOWN);
	in_box("Two gardens");
	press(TUI_ESCAPE);
	expect("Two gardens");
	press('X');
	ck_assert_uint_eq(count(KIND_CONTRIBUTION), 1);
	press('u');
	expect("Two gardens");
	ck_assert_uint_eq(count(KIND_CONTRIBUTION), 2);
}
END_TEST

START_TEST(test_audit_forms_at_every_size)
{
	static const int row[PARTS] = { 4, 1, 1, 1, 1, 0, 1, 1 };
	for (int part = 0; part < PARTS; part++) {
		press_times(TUI_DOWN, row[part]);
		if (part != CHECKLISTS) {
			press(TUI_ENTER);
			ck_assert_ptr_ne(app.top->ops, &screen_audit);
			for (int i = 0; i < 16; i++) {
				form_at_every_size();
				press(TUI_DOWN);
			}
			press(TUI_ESCAPE);
			if (app.top->ops != &screen_audit)
				press('q');
			ck_assert_ptr_eq(app.top->ops, &screen_audit);
		}
		press(TUI_TAB);
	}
}
END_TEST

START_TEST(test_audit_search_goes_through_all_parts)
{
	press('/');
	answer_line("cash lasts");
	expect("> Phoenix's cash");
	press('/');
	answer_line("pipeline");
	expect("Ideas in the joint pi");
	press('m');
	expect("Day and value:");
	press(TUI_ESCAPE);
	press('/');
	answer_line("zebra");
	expect("Nothing in the audit has \"zebra\".");
	expect(">              Ideas in the joint");
}
END_TEST

START_TEST(test_audit_undo_in_form_closes_what_is_gone)
{
	go(RISKS);
	press('a');
	field("Short-lived");
	press(CONTROL('s'));
	press(TUI_ENTER);
	app_do(&app, ACTION_UNDO, &(struct key){ 0 });
	ck_assert_ptr_eq(app.top->ops, &screen_audit);
	ck_assert_uint_eq(count(KIND_RISK), 3);
}
END_TEST

START_TEST(test_audit_empty_parts_say_which_key_adds)
{
	static const char *const said[PARTS] = { "No objective yet: a adds", "No step yet: a adds",
		"A wide list of candidates              --", "No entry yet: a asks",
		"No risk yet: a adds", "No event yet: a adds", "No incident yet: a adds",
		"Nothing yet: a adds" };
	expect("No KPI yet: a adds one, from the catalogue or your own.");
	expect("No milestone yet: a adds one of the original plan.");
	expect("Performance        --");
	expect("> Objectives were agreed on:");
	for (int part = 0; part < PARTS; part++) {
		expect(said[part]);
		every_size("Audit");
		screen_at(24, 80);
		press('X');
		ck_assert_ptr_eq(app.top->ops, &screen_audit);
		press(TUI_TAB);
	}
	expect("Checks 0/18");
	expect("Route 0/2");
	expect("Stakes 0/2");
}
END_TEST

START_TEST(test_audit_objectives_not_agreed_is_a_fact)
{
	while (app.record.assessment.objectives_agreed != TRI_NO)
		press(' ');
	expect("> Objectives were agreed on:  no");
	ck_assert(app_reload(&app));
	ck_assert_int_eq(app.record.assessment.objectives_agreed, TRI_NO);
	press('u');
	ck_assert_int_ne(app.record.assessment.objectives_agreed, TRI_NO);
	press('a');
	field("Better late");
	press(CONTROL('s'));
	expect("> Better late");
	press(TUI_DOWN);
	press(TUI_ENTER);
	expect("One of your own");
	press('q');
	press('a');
	expect("One of your own");
}
END_TEST

START_TEST(test_audit_numbers_are_read_strictly)
{
	static const char *const wrong[] = { "0x10", "nan", "1e999", "5 %", "1,5", "--1", "e" };
	press_times(TUI_DOWN, 4);
	press(TUI_ENTER);
	press_times(TUI_DOWN, 6);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		field(wrong[i]);
		expect("A number is needed here");
		ck_assert_double_eq(app.record.kpis[0].target, 100);
		press(TUI_UP);
	}
	field("-0.125");
	ck_assert_double_eq(app.record.kpis[0].target, -0.125);
	press(TUI_UP);
	field("");
	ck_assert(isnan(app.record.kpis[0].target));
}
END_TEST

/* More actuals than a form has rows: the newest are there, and a new one can be written. */
START_TEST(test_audit_form_of_many_actuals_keeps_the_newest)
{
	for (int i = 0; i < 100; i++) {
		struct actual *actual = record_add(&app.record, KIND_ACTUAL);
		actual->kpi = 0;
		actual->date = date_make(2024, 1, 1) + i;
		actual->value = i;
		ck_assert(app_put(&app, KIND_ACTUAL, actual, 0));
	}
	press_times(TUI_DOWN, 4);
	press(TUI_ENTER);
	press_times(TUI_DOWN, 80);
	expect("> New");
	expect("2024-04-09 99");
	form_at_every_size();
	field("2026-10-02 7");
	ck_assert_double_eq(app.record.actuals[app.record.actual_count - 1].value, 7);
}
END_TEST

START_TEST(test_audit_actual_is_asked_anew_in_one_column)
{
	screen_at(12, 40);
	press_times(TUI_DOWN, 4);
	press('m');
	press(CONTROL('u'));
	type("2026-10-01 x");
	press(TUI_ENTER);
	expect_at(12, 40, "! After the day a number");
	expect_at(12, 40, "Day and value: 2026-10-01 x");
	press(TUI_BACKSPACE);
	type("9");
	press(TUI_ENTER);
	ck_assert_double_eq(app.record.actuals[app.record.actual_count - 1].value, 9);
}
END_TEST

Suite *audit_suite(void)
{
	Suite *suite = suite_create("audit");
	TCase *tests = tcase_create("example");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_audit_goals_show_figures_and_sums);
	tcase_add_test(tests, test_audit_every_part_at_every_size);
	tcase_add_test(tests, test_audit_narrow_keeps_the_focus_in_sight);
	tcase_add_test(tests, test_audit_objective_added_corrected_deleted);
	tcase_add_test(tests, test_audit_new_form_asks_before_text_is_lost);
	tcase_add_test(tests, test_audit_new_object_without_name_stays_in_form);
	tcase_add_test(tests, test_audit_correction_that_is_wrong_keeps_text_and_record);
	tcase_add_test(tests, test_audit_kpi_direction_waits_until_numbers_agree);
	tcase_add_test(tests, test_audit_actual_is_added_and_counts);
	tcase_add_test(tests, test_audit_actual_of_a_sealed_round_does_not_count);
	tcase_add_test(tests, test_audit_actuals_are_corrected_and_deleted_in_the_form);
	tcase_add_test(tests, test_audit_second_reading_of_a_day_is_refused);
	tcase_add_test(tests, test_audit_second_stakes_of_a_side_are_refused);
	tcase_add_test(tests, test_audit_kpi_from_the_catalogue_and_deleted_with_its_actuals);
	tcase_add_test(tests, test_audit_kpi_of_your_own_needs_a_category);
	tcase_add_test(tests, test_audit_process_step_added_corrected_deleted);
	tcase_add_test(tests, test_audit_checks_take_letters);
	tcase_add_test(tests, test_audit_checks_step_and_clear);
	tcase_add_test(tests, test_audit_route_is_rated_in_place);
	tcase_add_test(tests, test_audit_route_entry_added_with_and_without_respondent);
	tcase_add_test(tests, test_audit_risk_added_corrected_deleted);
	tcase_add_test(tests, test_audit_event_added_corrected_deleted);
	tcase_add_test(tests, test_audit_incident_added_corrected_deleted);
	tcase_add_test(tests, test_audit_milestone_added_corrected_deleted);
	tcase_add_test(tests, test_audit_undo_names_what_it_takes_back);
	tcase_add_test(tests, test_audit_milestones_feed_no_figure);
	tcase_add_test(tests, test_audit_stakes_added_corrected_deleted);
	tcase_add_test(tests, test_audit_forms_at_every_size);
	tcase_add_test(tests, test_audit_search_goes_through_all_parts);
	tcase_add_test(tests, test_audit_undo_in_form_closes_what_is_gone);
	tcase_add_test(tests, test_audit_numbers_are_read_strictly);
	tcase_add_test(tests, test_audit_form_of_many_actuals_keeps_the_newest);
	tcase_add_test(tests, test_audit_actual_is_asked_anew_in_one_column);
	suite_add_tcase(suite, tests);
	TCase *empty = tcase_create("empty");
	tcase_add_checked_fixture(empty, set_up_empty, tear_down);
	tcase_set_timeout(empty, 60);
	tcase_add_test(empty, test_audit_empty_parts_say_which_key_adds);
	tcase_add_test(empty, test_audit_objectives_not_agreed_is_a_fact);
	suite_add_tcase(suite, empty);
	return suite;
}
