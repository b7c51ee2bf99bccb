/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis and its findings on screens of every size.
 */
#include "drive.h"

Suite *diagnosis_screen_suite(void);

static void set_up(void)
{
	drive_begin(false);
}

static void tear_down(void)
{
	drive_end();
}

static void open_example(void)
{
	drive_example();
	app_push(&app, &screen_diagnosis, NULL);
}

START_TEST(test_diagnosis_folded_shows_verdict_and_causes)
{
	open_example();
	expect("Primary cause: MANAGEMENT, 2.48 critical. Contributing: partner, 3.23 weak.");
	expect("Results 30 of 100 and health 3.22 are low: underperforming.");
	expect("  Decision: RELAUNCH.");
	expect("Grade A: 5 and 5 heard, 10 of 10 agree, no tie.");
	expect("Cause         Score   1    2    3    4    5 Phoenix  GenTech  Widest gap");
	expect("  + Partner     3.23 W  ███████████░░░░░░░░░  2.98 C   3.45 W   1.30 material*");
	expect("> + Management  2.48 C  ███████░░░░░░░░░░░░░  2.67 C   2.38 C   1.20 material*");
	expect("Symptoms       trust 2.73 C   information 2.38 C   results seen 2.40 C");
	expect("Killers        objectives 2.81   communication, trust 2.56   governance 2.18");
	expect("Pitfalls       blame game, cultural differences, unadapted agreement");
	expect("Special        thin relationships");
	expect("S strength from 4.00");
	expect_not("communication  2.40");
	expect("Enter why   Space unfold");
	every_size("Diagnosis");
}
END_TEST

/* Where nobody was heard nothing was looked for. */
START_TEST(test_diagnosis_of_nobody_heard_finds_none_of_nothing)
{
	drive_record();
	drive_party("Nordwind");
	drive_party("Helix");
	drive_settle();
	app_push(&app, &screen_diagnosis, NULL);
	expect("Killers        not known yet");
	expect("Pitfalls       not known yet");
	expect("Special        not known yet");
	expect_not("none found");
}
END_TEST

/* Whatever the scores are, it comes first. */
START_TEST(test_diagnosis_begins_with_knockouts)
{
	drive_record();
	drive_party("Nordwind");
	drive_party("Helix");
	record_put_profile(&app.record)->litigation = TRI_YES;
	drive_settle();
	app_push(&app, &screen_diagnosis, NULL);
	const char *screen = screen_at(24, 80), *found = strstr(screen, "Knock-outs");
	ck_assert_ptr_nonnull(found);
	expect("litigation");
	ck_assert(found < strstr(screen, "Cause "));
	ck_assert(found < strstr(screen, "Killers"));
	ck_assert(found < strstr(screen, "obody"));
	every_size("Diagnosis");
}
END_TEST

START_TEST(test_diagnosis_space_unfolds_and_folds_the_cause)
{
	open_example();
	screen_at(24, 80);
	press(' ');
	expect("> - Management       2.48 C  2.67 C     2.38 C     1.20 material*");
	expect("      governance     2.18 C  2.33 C 5   2.40 C 5   0.07 pain      evidence");
	expect("      communication  2.40 C  3.00 W 5   1.80 C 5   1.20 material*");
	expect("Space fold");
	every_size("Diagnosis");
	screen_at(24, 80);
	press('j');
	expect(">     governance");
	press(' ');
	expect("> + Management");
	expect_not("governance     2.18");
}
END_TEST

START_TEST(test_diagnosis_all_unfolded_scrolls_under_its_heading)
{
	open_example();
	screen_at(24, 80);
	press('z');
	press(TUI_HOME);
	expect("Primary cause");
	press_times(TUI_DOWN, 19);
	expect(">     capability     2.75 C");
	expect("Score   Phoenix    GenTech    Gap");
	expect_not("Primary cause");
	press_times(TUI_DOWN, 9);
	expect("pain: both below 3.50");
	press_times(TUI_UP, 60);
	expect("Primary cause");
	press('z');
	expect("> + Strategy");
}
END_TEST

START_TEST(test_diagnosis_large_window_unfolds_by_itself)
{
	open_example();
	expect_at(40, 120, "rationale      4.45 S  █████████████████░░░  4.17 S 4  3.62 A 4  0.54");
	expect_at(40, 120, "capability     2.75 C");
	expect_at(40, 120, "pain: both below 3.50");
	expect("> + Management");
	screen_at(40, 120);
	press(' ');
	expect_at(40, 120, "> + Management");
}
END_TEST

/* Two signals may tell of one size, and a tick may come between two. */
START_TEST(test_diagnosis_window_of_the_old_size_shows_the_old_place)
{
	static const int between[][2] = { { 10, 40 }, { 12, 79 }, { 18, 80 }, { 10, 120 },
		{ 50, 160 } };
	const int *size = between[_i];
	open_example();
	screen_at(24, 80);
	press(' ');
	press_times(TUI_DOWN, 3);
	char *before = mem_strdup(screen_at(24, 80));
	for (int times = 0; times < 3; times++)
		screen_at(size[0], size[1]);
	app.ticked = true;
	app_tick(&app);
	ck_assert_str_eq(screen_at(24, 80), before);
	free(before);
}
END_TEST

START_TEST(test_diagnosis_narrow_puts_sides_below)
{
	app_resize(&app, 12, 40);
	open_example();
	expect_at(12, 40, "> + Management");
	press_times(TUI_UP, 20);
	expect_at(12, 40, "Primary cause: MANAGEMENT");
	press_times(TUI_DOWN, 30);
	expect_at(12, 40, "C below");
	press_times(TUI_UP, 12);
	expect_at(14, 40, "+ Management  2.48 C  1.20 m*");
	expect_at(14, 40, "Phoenix 2.67 C  GenTech 2.38 C");
}
END_TEST

START_TEST(test_diagnosis_why_follows_the_focus)
{
	open_example();
	screen_at(24, 80);
	press(' ');
	expect("  Why   Management is critical: the primary cause");
	press('j');
	expect("  Why   Governance is critical, and all sides say so");
	expect("Rule      Ratings 2.37 and facts 2.00 (weight 0.50) make 2.18: below 3.00.");
	press(TUI_TAB);
	expect("  Why   Governance");
	expect(">           lowest item, Who decides when we ");
	expect("Enter open");
	expect("Tab map");
	press(TUI_END);
	expect("Changes   ");
	expect("Phoenix and GenTech at 4.00 or more: no longer critical");
	every_size("Diagnosis");
	screen_at(24, 80);
	press('q');
	expect(">     governance");
	press(TUI_ENTER);
	expect("Tab map");
	press(TUI_TAB);
	press('j');
	expect("  Why   Coordination is critical");
}
END_TEST

START_TEST(test_diagnosis_why_stands_beside_or_alone)
{
	open_example();
	expect_at(40, 120, "Why");
	expect_at(40, 120, "Management is critical: the");
	press(TUI_ENTER);
	expect_at(40, 120, "Tab map");
	expect_at(40, 120, "Against");
	press('q');
	expect_at(40, 120, "Tab pane");
	screen_at(20, 40);
	press(TUI_ENTER);
	expect_at(20, 40, "Management is critical: the primary");
	ck_assert_ptr_null(strstr(screen_at(20, 40), "Primary cause"));
	press('q');
	expect_at(20, 40, "> + Management");
	ck_assert_ptr_eq(app.top->ops, &screen_diagnosis);
}
END_TEST

/* Item, pane, map, folded, and only then one level up. */
START_TEST(test_diagnosis_items_open_in_turn_and_q_goes_back_by_levels)
{
	drive_example();
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_diagnosis, NULL);
	screen_at(24, 80);
	press(' ');
	press_times(TUI_DOWN, 3);
	press(TUI_TAB);
	expect(">           lowest item, Bad news can be spoken about");
	press(TUI_DOWN);
	expect(">           \"I learned of the failed batch from a poster.\"");
	press(TUI_ENTER);
	expect("  When something goes wrong, how openly do people talk about it across the");
	expect("  1  They keep quiet; who brings bad news is blamed");
	expect("  - Phoenix 2 3 3 3 4, mean 3.00");
	expect("  - GenTech 1 1 2 2 2, mean 1.60");
	expect("  - \"I learned of the failed batch from a poster.\" Paul Okafor, GenTech");
	expect_not("governance");
	every_size("Diagnosis");
	screen_at(24, 80);
	press('q');
	expect(">           \"I learned of the failed batch");
	press_times(TUI_DOWN, 40);
	expect("Changes   GenTech at 3.00");
	expect("  Items     Bad news can be spoken about: Phoenix 3.00, GenTech 1.60");
	expect(">           The right person can be reached: Phoenix 3.00, GenTech 2.00");
	press('q');
	expect(">     communication");
	expect("q fold");
	press('q');
	expect("> + Management");
	expect("q up");
	ck_assert_ptr_eq(app.top->ops, &screen_diagnosis);
	press('q');
	ck_assert_ptr_ne(app.top->ops, &screen_diagnosis);
}
END_TEST

START_TEST(test_diagnosis_pane_without_items_scrolls)
{
	open_example();
	screen_at(24, 80);
	press(' ');
	press(TUI_TAB);
	expect("> Why   Management");
	expect_not("Enter open");
	press(TUI_ENTER);
	press(TUI_DOWN);
	expect_not("Why   Management is critical");
	press(TUI_UP);
	expect("> Why   Management");
}
END_TEST

/* A window that unfolds by itself has nothing of the user's to fold. */
START_TEST(test_diagnosis_q_leaves_what_the_window_unfolded)
{
	drive_example();
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_diagnosis, NULL);
	screen_at(40, 120);
	press_times(TUI_DOWN, 3);
	expect_at(40, 120, "Communication is critical, and");
	press(TUI_ENTER);
	expect_at(40, 120, "> lowest item, Bad news can be");
	press(TUI_ENTER);
	expect_at(40, 120, "Phoenix 2 3 3 3 4, mean 3.00");
	expect_at(40, 120, "governance     2.18 C");
	press('b');
	expect_at(40, 120, "> lowest item, Bad news can be");
	press('q');
	press('q');
	ck_assert_ptr_ne(app.top->ops, &screen_diagnosis);
}
END_TEST

START_TEST(test_findings_open_the_items_behind_them)
{
	open_example();
	press('F');
	press('/');
	answer_line("aspect.management.communication");
	press(TUI_ENTER);
	expect(">           lowest item, Bad news can be spoken about");
	press(TUI_ENTER);
	expect("GenTech 1 1 2 2 2, mean 1.60");
	every_size("Findings");
	screen_at(24, 80);
	press('q');
	expect(">           lowest item, Bad news can be spoken about");
	press('q');
	expect("of 50");
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_diagnosis);
}
END_TEST

START_TEST(test_diagnosis_search_unfolds_what_it_finds)
{
	open_example();
	press('/');
	answer_line("sponsor");
	expect(">     sponsorship    3.60 A");
	press('/');
	answer_line("nothing like it");
	expect("No cause or aspect has \"nothing like it\".");
}
END_TEST

static void small(const int value[2][CAUSE_COUNT], int heard)
{
	drive_record();
	int north = drive_party("North"), south = drive_party("South");
	for (int party = north; party <= south && party < heard; party++)
		for (int i = 0; i < 3; i++) {
			int who = drive_respondent(party, ROLE_SPONSOR + i);
			for (int c = 0; c < CAUSE_COUNT; c++)
				if (value[party][c])
					drive_rate(who, c, value[party][c]);
		}
	drive_settle();
	app_push(&app, &screen_diagnosis, NULL);
}

static const struct {
	int value[2][CAUSE_COUNT];
	int heard;
	const char *says[3];
} states[] = {
	{ { { 4, 4, 3, 3 }, { 4, 4, 3, 3 } }, 2,
		{ "Provisional. Cannot be told apart: partner, management;",
			"Provisional decision: RECOMMIT.", "a tie. To raise it:" } },
	{ { { 4, 4, 4, 5 }, { 4, 5, 4, 5 } }, 2,
		{ "No cause fails. The lowest is strategy, 4.00 strength.", "Decision: SUSTAIN.",
			"Results are not recorded, health" } },
	{ { { 0, 4, 4, 2 }, { 0, 4, 4, 2 } }, 2,
		{ "too few answers to score strategy", "Decision: HEAR FIRST.", "No grade:" } },
	{ { { 4, 4, 4, 2 } }, 1,
		{ "One-sided: only North was heard.", "It rates", "lowest: management, 2.00." } },
	{ { { 0 } }, 0,
		{ "Nobody has been heard yet", "health is not known",
			"No grade: nobody was heard" } },
};

START_TEST(test_diagnosis_says_what_cannot_be_said)
{
	small(states[_i].value, states[_i].heard);
	for (size_t i = 0; i < 3; i++)
		expect_at(40, 99, states[_i].says[i]);
	if (states[_i].heard < 2)
		expect_not("Primary cause");
	every_size("Diagnosis");
	press('F');
	every_size("Findings");
	press('q');
	press('P');
	every_size("Plan");
	press('R');
	every_size("Report");
}
END_TEST

START_TEST(test_diagnosis_many_parties_never_run_into_each_other)
{
	static const char *const names[] = { "Alpha Laboratories", "Beta", "Gamma Industries",
		"Delta", "Epsilon Holding", "Zeta" };
	drive_record();
	for (int p = 0; p <= _i; p++) {
		int who = drive_respondent(drive_party(names[p]), ROLE_MANAGER);
		for (int c = 0; c < CAUSE_COUNT; c++)
			drive_rate(who, c, 2 + (p + c) % 3);
	}
	drive_settle();
	app_push(&app, &screen_diagnosis, NULL);
	screen_at(24, 80);
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		char value[16];
		snprintf(value, sizeof(value), " %d.00 %c", 2 + (_i + cause) % 3,
			"CWS"[(_i + cause) % 3]);
		expect(value);
	}
	expect("Alpha");
	every_size("Diagnosis");
	press('z');
	every_size("Diagnosis");
	press('P');
	every_size("Plan");
}
END_TEST

START_TEST(test_diagnosis_ascii_draws_no_other_sign)
{
	app.options.ascii = true;
	open_example();
	expect("> + Management  2.48 C  #######.............  2.67 C");
	for (const char *at = screen_at(24, 80); *at; at++)
		ck_assert_int_lt((unsigned char)*at, 0x80);
}
END_TEST

START_TEST(test_findings_say_whole_in_a_small_window_what_the_list_cuts)
{
	open_example();
	press('F');
	expect_at(12, 40, ">  3  Objectives is critical: 2.81 of~");
	expect_at(12, 40, "  Objectives is critical: 2.81 of 5,");
	expect_at(12, 40, "  recorded facts counted in.");
}
END_TEST

START_TEST(test_findings_are_listed_by_severity_with_the_rule)
{
	open_example();
	press('F');
	expect("12 critical, 26 weak, 12 minor");
	expect(">  critical   Objectives is critical: 2.81 of 5, recorded facts counted in.");
	expect("  Objectives: score 2.81");
	expect("In the plan");
	expect("1-11 of 50");
	every_size("Findings");
	screen_at(24, 80);
	press(TUI_END);
	expect(">  minor      Not repaired: ");
	press(TUI_ENTER);
	expect("  Not repaired: ");
	expect("Changes   incident 2 repaired: settled");
	expect("In the plan");
	press(TUI_END);
	expect("Known as incident.2, severity 1: minor.");
	expect_not("50 of 50");
	every_size("Findings");
	press('q');
	expect("of 50");
	press('/');
	answer_line("blame game");
	expect(">  weak       Blame game, most of 100 points: ");
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_diagnosis);
}
END_TEST

/* From 100 columns on the pane stands at the right, and costs the map no bars: they are shorter
 * there, and an unfolded map has the pane below. */
START_TEST(test_diagnosis_keeps_its_bars_beside_the_pane)
{
	open_example();
	for (int cols = 100; cols <= 140; cols++)
		expect_at(24, cols, "> + Management  2.48 C  \342\226\210\342\226\210");
	expect_at(24, 100, "Score   1  2  3  4  5 Phoenix");
	expect_at(24, 100, "  Why");
	expect_at(24, 115, "Score   1    2    3    4    5 Phoenix");
	press(' ');
	for (int cols = 100; cols <= 140; cols++)
		expect_at(30, cols, "2.48 C  \342\226\210\342\226\210");
	expect_at(30, 100, "  Why   Management is critical: the primary cause");
}
END_TEST

/* The sides as points: who is where, and how far apart. */
START_TEST(test_diagnosis_shows_the_sides_as_points)
{
	open_example();
	press('p');
	expect("> + Management  2.48 C         GP");
	expect("  + Partner     3.23 W            P\342\224\200G");
	expect("P Phoenix  G GenTech  = alike");
	expect_not("\342\226\210");
	every_size("Diagnosis");
	screen_at(24, 80);
	app.options.ascii = true;
	expect("  + Partner     3.23 W            P-G");
	app.options.ascii = false;
	press('p');
	expect("> + Management  2.48 C  \342\226\210");
	expect_not("= alike");
	expect_at(60, 200, "= alike"); /* beside the bars, where there is room */
	expect_at(60, 200, "> - Management       2.48 C  \342\226\210");
}
END_TEST

Suite *diagnosis_screen_suite(void)
{
	Suite *suite = suite_create("diagnosis screen");
	TCase *tcase = tcase_create("screens");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_diagnosis_folded_shows_verdict_and_causes);
	tcase_add_test(tcase, test_diagnosis_of_nobody_heard_finds_none_of_nothing);
	tcase_add_test(tcase, test_diagnosis_begins_with_knockouts);
	tcase_add_test(tcase, test_diagnosis_space_unfolds_and_folds_the_cause);
	tcase_add_test(tcase, test_diagnosis_all_unfolded_scrolls_under_its_heading);
	tcase_add_test(tcase, test_diagnosis_large_window_unfolds_by_itself);
	tcase_add_loop_test(tcase, test_diagnosis_window_of_the_old_size_shows_the_old_place, 0, 5);
	tcase_add_test(tcase, test_diagnosis_narrow_puts_sides_below);
	tcase_add_test(tcase, test_diagnosis_why_follows_the_focus);
	tcase_add_test(tcase, test_diagnosis_why_stands_beside_or_alone);
	tcase_add_test(tcase, test_diagnosis_items_open_in_turn_and_q_goes_back_by_levels);
	tcase_add_test(tcase, test_diagnosis_pane_without_items_scrolls);
	tcase_add_test(tcase, test_diagnosis_q_leaves_what_the_window_unfolded);
	tcase_add_test(tcase, test_findings_open_the_items_behind_them);
	tcase_add_test(tcase, test_diagnosis_search_unfolds_what_it_finds);
	tcase_add_loop_test(tcase, test_diagnosis_says_what_cannot_be_said, 0,
		(int)(sizeof(states) / sizeof(*states)));
	tcase_add_loop_test(
		tcase, test_diagnosis_many_parties_never_run_into_each_other, 2, PARTIES_MAX);
	tcase_add_test(tcase, test_diagnosis_ascii_draws_no_other_sign);
	tcase_add_test(tcase, test_diagnosis_keeps_its_bars_beside_the_pane);
	tcase_add_test(tcase, test_diagnosis_shows_the_sides_as_points);
	tcase_add_test(tcase, test_findings_say_whole_in_a_small_window_what_the_list_cuts);
	tcase_add_test(tcase, test_findings_are_listed_by_severity_with_the_rule);
	suite_add_tcase(suite, tcase);
	return suite;
}
