/* SPDX-License-Identifier: MIT */
/*
 * The plan and the report preview on screens of every size.
 */
#include "drive.h"

#include <sys/stat.h>
#include <unistd.h>
#include <rekindle/report.h>

Suite *plan_screen_suite(void);

static char folder[64], home[4096];

static void set_up(void)
{
	drive_begin(false);
	drive_example();
}

static void tear_down(void)
{
	drive_end();
}

static void set_up_folder(void)
{
	set_up();
	strcpy(folder, "/tmp/rekindle-test-XXXXXX");
	ck_assert_ptr_nonnull(getcwd(home, sizeof(home)));
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
}

static void tear_down_folder(void)
{
	ck_assert_int_eq(chdir(home), 0);
	char command[96];
	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	ck_assert_int_eq(system(command), 0);
	tear_down();
}

/* In the help of the plan stand its marks, in that of every other place those of answers. */
START_TEST(test_plan_help_says_what_the_marks_mean)
{
	app_push(&app, &screen_plan, NULL);
	press('?');
	expect("Marks: q quick win  e set by hand  ! late");
	expect("? no owner  a adopted: stays, whatever a redraw finds");
	expect_not("Answers:");
	expect_at(24, 40, "? no owner  a adopted: stays");
	press(TUI_ESCAPE);
	press('q');
	app_push(&app, &screen_home, NULL);
	press('?');
	expect("Answers: 1-5");
	expect_not("Marks:");
}
END_TEST

START_TEST(test_plan_table_has_phases_gates_and_owners)
{
	app_push(&app, &screen_plan, NULL);
	expect("Plan   Phoenix & GenTech   relaunch, draft, 24 actions");
	expect("  Relaunch: rebuild how the alliance is run.");
	expect("From 19 October 2026, 18 months, to 19 April 2028");
	expect("Action                               Phoenix   GenTech       Due  State");
	expect("  Diagnosis");
	expect("M. Solhe~ P. Okafor   6 Nov  open");
	expect(app.plan.actions[0].action->title);
	expect("    Gate 1   Do the sponsors of every side commit?            18 Nov");
	expect("of 24");
	expect("2 warnings, ! reads.");
	every_size("Plan");
	screen_at(24, 80);
	press(TUI_END);
	expect("\n  q ");
	expect("Gate 2");
	expect("Sustaining");
	press(TUI_HOME);
	expect("  Diagnosis");
	expect_at(40, 120, "Done when");
}
END_TEST

/* The gate stands after what is due before it, within its phase. */
START_TEST(test_plan_gate_cuts_its_phase_by_date)
{
	app_push(&app, &screen_plan, NULL);
	const char *screen = screen_at(60, 100);
	const char *phase = strstr(screen, "  Re-alignment");
	ck_assert_ptr_nonnull(phase);
	const char *before = strstr(phase, " 13 Nov "), *gate = strstr(phase, "Gate 1");
	const char *after = strstr(phase, " 27 Nov "), *next = strstr(phase, "  Momentum");
	ck_assert(before && gate && after && next);
	ck_assert(before < gate);
	ck_assert(gate < after);
	ck_assert(after < next);
}
END_TEST

START_TEST(test_plan_why_shows_the_action_in_full)
{
	app_push(&app, &screen_plan, NULL);
	screen_at(24, 80);
	press('j');
	press('j');
	press('w');
	expect(app.plan.actions[2].action->title);
	static const char *const parts[] = { "What", "Done when", "When", "Owners",
		"Phoenix: Dev Anand, manager", "Because", "Resources", "Effort", "Source" };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		expect_at(40, 80, parts[i]);
	every_size("Plan");
	screen_at(12, 40);
	press(TUI_END);
	expect_at(12, 40, "more above");
	press('b');
	expect(app.plan.actions[2].action->title);
	expect("Action   ");
	press('/');
	answer_line("gate 1");
	press('w');
	expect("Passed when");
	expect("Otherwise");
}
END_TEST

/* A title that a window has no room for goes on in the row below; the gantt widens for it. */
START_TEST(test_plan_shows_long_titles_whole)
{
	app_push(&app, &screen_plan, NULL);
	press('r');
	struct plan_action *action = &app.record.actions[0];
	action->title = "Sign a mandate up to the first gate, with both boards";
	app_touched(&app);
	expect(">   Sign a mandate up to the first gate, M. Solhe~");
	expect("\n    with both boards ");
	every_size("Plan");
	press(TUI_TAB);
	expect_at(40, 120, "> Sign a mandate up to the first gate, with both boards ");
}
END_TEST

START_TEST(test_plan_later_actions_show_with_l)
{
	app_push(&app, &screen_plan, NULL);
	screen_at(24, 80);
	expect_not("Later:");
	press('l');
	expect("show: to do");
	press('l');
	expect("Nothing to show here");
	press('l');
	expect("show: all");
	press(TUI_END);
	expect(app.plan.actions[app.plan.action_count - 1].action->title);
	expect("  later  open");
	expect(" of 58");
	every_size("Plan");
	press('l');
	expect("show: active");
}
END_TEST

/* The row of the screen that begins with this sign, -1: none does. */
static int row_of(const char *screen, char sign)
{
	for (int row = 0; screen; row++) {
		if (*screen == sign)
			return row;
		screen = strchr(screen, '\n');
		screen += screen != NULL;
	}
	return -1;
}

/* Walks from here as far as it goes; of its steps those that have scrolled. A screen that is laid
 * out again stays as it is. */
static int walk(int rows, int cols, int code, int steps)
{
	int scrolled = 0, row = row_of(screen_at(rows, cols), '>');
	while (steps-- > 0) {
		char before[sizeof(shown)];
		press(code);
		int now = row_of(strcpy(before, screen_at(rows, cols)), '>');
		ck_assert_msg(now > 0, "no focus at %d x %d:\n%s", rows, cols, before);
		ck_assert_str_eq(screen_at(rows, cols), before);
		scrolled += code == TUI_DOWN ? now < row : now > row;
		row = now;
	}
	return scrolled;
}

/* Nearly every step moves the focus alone, whatever of the rows goes on below itself. */
START_TEST(test_plan_scrolls_by_half_of_what_is_in_sight)
{
	static const struct {
		int rows, cols, least, most; /* on the way down, and on the way up */
	} sizes[] = { { 24, 80, 3, 16 }, { 40, 120, 1, 8 }, { 14, 80, 1, 40 }, { 12, 40, 1, 60 },
		{ 10, 40, 0, 60 } };
	app_push(&app, &screen_plan, NULL);
	type("lll");
	expect("show: all");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		int rows = sizes[i].rows, cols = sizes[i].cols;
		press(TUI_HOME);
		int down = walk(rows, cols, TUI_DOWN, 62), up = walk(rows, cols, TUI_UP, 62);
		ck_assert_int_ge(down, sizes[i].least);
		ck_assert_int_le(down, sizes[i].most);
		ck_assert_int_ge(up, sizes[i].least);
		ck_assert_int_le(up, sizes[i].most);
	}
}
END_TEST

/* What is done stands above what is to do; so do the headings. */
START_TEST(test_plan_opens_with_what_comes_next_below)
{
	app_push(&app, &screen_plan, NULL);
	press('r');
	for (int i = 0; i < 18; i++)
		app.record.actions[i].status = STATUS_DONE;
	app_touched(&app);
	press('q');
	app_push(&app, &screen_plan, NULL);
	const char *screen = screen_at(24, 80);
	int focus = row_of(screen, '>');
	ck_assert_msg(focus > 8 && focus < 14, "%s", screen);
	expect("  open");
	expect("  done");
}
END_TEST

/* Only what an action is called is reversed: what is late stays red. */
START_TEST(test_plan_focus_leaves_dates_and_states_as_they_are)
{
	int row, col;
	app_push(&app, &screen_plan, NULL);
	WINDOW *window = newpad(24, 80);
	app_resize(&app, 24, 80);
	app_draw(&app, window, &row, &col);
	ck_assert(mvwinch(window, row, 4) & A_REVERSE);
	for (col = 41; col < 80; col++)
		ck_assert_msg(!(mvwinch(window, row, col) & A_REVERSE), "column %d", col);
	delwin(window);
}
END_TEST

START_TEST(test_plan_start_is_stored_and_undone)
{
	app_push(&app, &screen_plan, NULL);
	press('s');
	answer_line("2026-11-07");
	expect("The plan starts on Monday 9 November 2026. u takes it back.");
	expect("From 9 November 2026");
	ck_assert(app_reload(&app));
	ck_assert_int_eq(record_plan(&app.record)->start, date_make(2026, 11, 7));
	press('u');
	expect("From 19 October 2026");
	ck_assert_int_eq(record_plan(&app.record)->start, DATE_NONE);
	press('U');
	expect("From 9 November 2026");
}
END_TEST

START_TEST(test_plan_start_that_is_no_date_changes_nothing)
{
	app_push(&app, &screen_plan, NULL);
	press('s');
	answer_line("soon");
	expect("! A date reads 2026-11-27, or friday, +3w, eom, 27 nov.");
	type("q"); /* a letter is a letter */
	expect(" soonq");
	answer_line("9999-12-27");
	expect("! 9999-12-27 is out of range: years go from 1900 to 2200.");
	press(CONTROL('u'));
	type("+3w");
	expect("Thursday, 5 November 2026");
	ck_assert_int_eq(record_plan(&app.record)->start, DATE_NONE);
	press(TUI_ESCAPE);
	expect("From 19 October 2026");
}
END_TEST

/* Nobody is known to own anything, and one side is reluctant: warnings, question marks, gated
 * steps. */
START_TEST(test_plan_warnings_and_gated_actions_are_marked)
{
	record_put_party_profile(&app.record, 1)->stance = STANCE_RELUCTANT;
	app.record.person_count = 0;
	app_touched(&app);
	app_push(&app, &screen_plan, NULL);
	expect("Escalate: ask the sponsors for a dated decision");
	expect("! reads");
	expect("?");
	expect_at(60, 80, "after gate 1");
	every_size("Plan");
	screen_at(24, 80);
	press('!');
	expect("What to mind about this plan");
	expect("! No sponsor of Phoenix is known to own action");
	every_size("Plan");
	press('q');
	expect("Escalate:");
}
END_TEST

START_TEST(test_report_preview_is_the_report)
{
	app_push(&app, &screen_report, NULL);
	expect("Kind assessment   Edition internal   Format text");
	expect("REKINDLE  Assessment report");
	expect_at(40, 120, "  │ REKINDLE  Assessment report");
	expect_at(40, 120, "2. DIAGNOSIS");
	expect_at(12, 40, "  │ REKINDLE  Assessment report");
	every_size("Report");
	screen_at(24, 80);
	press(']');
	expect("1. WHO WAS HEARD");
	press(']');
	expect("2. DIAGNOSIS");
	expect_not("WHO WAS HEARD");
	press('[');
	expect("1. WHO WAS HEARD");
	press('/');
	answer_line("silent killers");
	expect("Silent killers");
	press('/');
	answer_line("no such word");
	expect("The report does not have \"no such word\".");
	press(TUI_HOME);
	press(TUI_PAGE_DOWN);
	expect_not("REKINDLE  Assessment report");
}
END_TEST

/* A rule ends with the text, without a sign that something was cut off. */
START_TEST(test_report_preview_cuts_rules_to_a_narrow_window)
{
	app_push(&app, &screen_report, NULL);
	const char *rule = strstr(screen_at(24, 45), "\xE2\x95\x90");
	ck_assert_ptr_nonnull(rule);
	for (int i = 0; i < 45 - 2 - 4; i++)
		ck_assert_msg(!strncmp(rule + 3 * i, "\xE2\x95\x90", 3), "%d of %.140s", i, rule);
	ck_assert_msg(!strncmp(rule + 3 * (45 - 2 - 4), "  \n", 3), "%.140s", rule);
}
END_TEST

START_TEST(test_report_preview_steps_through_the_formats)
{
	static const char *const first[] = { "# REKINDLE: Assessment report",
		"This is the text of it: o writes the page for a browser.", "\"report\": {" };
	static const char *const words[] = { "Format markdown", "Format html", "Format json" };
	static const char *const sections[] = { "## 1. WHO WAS HEARD", "1. WHO WAS HEARD",
		"\"id\": \"summary\"" };
	app_push(&app, &screen_report, NULL);
	press(TUI_TAB);
	for (size_t i = 0; i < 3; i++) {
		press(' ');
		expect(words[i]);
		expect(first[i]);
		press(']');
		expect(sections[i]);
		every_size("Report");
		screen_at(24, 80);
	}
	expect_at(12, 40, "Format json");
	screen_at(24, 80);
	for (int format = REPORT_PDF; format <= REPORT_FORMATS; format++)
		press(' ');
	expect("Format text");
	expect("REKINDLE  Assessment report");
}
END_TEST

static char *whole(const char *path)
{
	FILE *file = fopen(path, "r");
	struct str text;
	char bytes[4096];
	ck_assert_ptr_nonnull(file);
	str_init(&text);
	for (size_t n; (n = fread(bytes, 1, sizeof(bytes), file)) > 0;)
		str_addn(&text, bytes, n);
	fclose(file);
	return str_detach(&text);
}

START_TEST(test_report_file_holds_what_the_preview_shows)
{
	static const char *const names[] = { "Phoenix-GenTech-2026-10-15.md",
		"Phoenix-GenTech-2026-10-15.html", "Phoenix-GenTech-2026-10-15.json" };
	const struct report_input input = { .record = &app.record,
		.diagnosis = app_diagnosis(&app),
		.plan = app_plan(&app),
		.version = REKINDLE_VERSION,
		.sections = REPORT_ALL };
	struct str expected;
	char *text;
	app_push(&app, &screen_report, NULL);
	press(TUI_TAB);
	for (int i = 0; i < 3; i++) {
		press(' ');
		press('o');
		expect(names[i]);
		press(TUI_ENTER);
		expect("Written: ");
		str_init(&expected);
		report_write(&expected, &input, (enum report_format)(REPORT_MARKDOWN + i),
			app.options.ascii);
		text = whole(names[i]);
		ck_assert_str_eq(text, expected.text);
		free(text);
		str_release(&expected);
		ck_assert_int_eq(unlink(names[i]), 0);
	}
}
END_TEST

/* A converter of that name, which writes what PDFs begin with; nothing else is found. */
static void offer_converter(const char *name)
{
	FILE *file = fopen(name, "w");

	ck_assert(file != NULL);
	fputs("#!/bin/sh\n/bin/cat > /dev/null\necho %PDF-1.7\n", file);
	fclose(file);
	ck_assert_int_eq(chmod(name, 0755), 0);
	setenv("PATH", ".", 1);
}

START_TEST(test_report_file_is_converted_or_it_is_said_why_not)
{
	char *text, *path = mem_strdup(getenv("PATH"));
	setenv("PATH", "/nowhere", 1);
	app_push(&app, &screen_report, NULL);
	press(TUI_TAB);
	for (int i = 0; i < REPORT_PDF; i++)
		press(' ');
	expect("Format pdf");
	expect("This is the text of it: o writes the file.");
	expect("Assessment report");
	press('o');
	expect("PDF is made by weasyprint or chromium, which is not installed");
	offer_converter("weasyprint");
	press('o');
	answer_line("report.docx");
	expect("this is pdf, and its names end in .pdf");
	answer_line("report.pdf");
	expect("Written: report.pdf");
	text = whole("report.pdf");
	ck_assert_str_eq(text, "%PDF-1.7\n");
	free(text);
	ck_assert_int_eq(unlink("report.pdf"), 0);
	ck_assert_int_eq(unlink("weasyprint"), 0);
	setenv("PATH", path, 1);
	free(path);
}
END_TEST

/* A company's stated position in the route test is told unless it was told in confidence. */
static void confide_route(void)
{
	app.record.respondents[app.record.routes[0].respondent].attribution =
		ATTRIBUTION_CONFIDENTIAL;
	drive_settle();
}

START_TEST(test_report_edition_is_a_choice)
{
	confide_route();
	app_push(&app, &screen_report, NULL);
	expect("The joint edition leaves out 2 more things: Enter lists.");
	press(' ');
	expect("Kind assessment   Edition joint   Format text");
	expect("JOINT EDITION - for both companies");
	every_size("Report");
	screen_at(24, 80);
	press(' ');
	expect("INTERNAL EDITION");
	press(TUI_ENTER);
	expect("Edition joint");
	expect("LEFT OUT OF THIS EDITION, AND WHY");
	expect("The route test, which somebody took in confidence");
	press('o');
	expect("Phoenix-GenTech-2026-10-15-joint.txt");
	press(TUI_ESCAPE);
	press(TUI_TAB);
	press_times(' ', 2);
	expect("Edition joint   Format html");
	press('o');
	expect("Phoenix-GenTech-2026-10-15-joint.html");
	press(TUI_ESCAPE);
}
END_TEST

static long size_of(const char *path)
{
	struct stat found;
	return stat(path, &found) == 0 ? (long)found.st_size : -1;
}

START_TEST(test_report_kind_is_chosen_and_shown)
{
	app_push(&app, &screen_report, NULL);
	expect("Kind assessment   Edition internal   Format text");
	press(TUI_TAB);
	press(TUI_TAB);
	press(' ');
	expect("Kind progress   Edition joint   Format text");
	expect("REKINDLE  Progress report");
	expect_not("s parts"); /* only the assessment report has parts to choose */
	press(' ');
	expect("Kind brief   Edition joint   Format text");
	expect("JOINT EDITION - one page");
	press(' ');
	expect("Kind slides   Edition joint   Format text");
	expect("REKINDLE  Steering committee");
	press(' ');
	expect("REKINDLE  Assessment report");
}
END_TEST

START_TEST(test_report_slides_go_with_their_format)
{
	app_push(&app, &screen_report, NULL);
	press(TUI_TAB);
	for (int i = 0; i < REPORT_PPTX; i++)
		press(' ');
	expect("Kind slides   Edition joint   Format pptx");
	expect("REKINDLE  Steering committee");
	press(' ');
	expect("Kind assessment   Edition internal   Format text");
	for (int i = 0; i < REPORT_PPTX; i++)
		press(' ');
	press(TUI_TAB);
	press(' ');
	expect("Kind assessment   Edition internal   Format text");
}
END_TEST

START_TEST(test_report_is_written_and_not_overwritten_unasked)
{
	static const char *const name = "Phoenix-GenTech-2026-10-15.txt";
	struct stat found;
	app_push(&app, &screen_report, NULL);
	press('o');
	expect(name);
	press(TUI_ENTER);
	expect("Written: Phoenix-GenTech-2026-10-15.txt, ");
	ck_assert_int_eq(stat(name, &found), 0);
	ck_assert_int_eq(found.st_mode & 0777, 0600);
	ck_assert_int_gt(found.st_size, 5000);
	ck_assert_int_eq(truncate(name, 3), 0);
	press('o');
	press(TUI_ENTER);
	expect("exists. y overwrites, any other key keeps it.");
	press('n');
	expect("Kept.");
	ck_assert_int_eq(size_of(name), 3);
	press('o');
	press(TUI_ENTER);
	press('y');
	expect("Written: ");
	ck_assert_int_eq(size_of(name), found.st_size);
	ck_assert_int_eq(system("test $(ls -A | wc -l) = 1"), 0);
}
END_TEST

/* After a joint edition was given away, it is shown and written again until three have changed. */
START_TEST(test_report_joint_edition_is_shown_again)
{
	int item = instrument_item(app.record.instrument, "strategy.rationale.4");
	struct errmsg why;
	app_push(&app, &screen_report, NULL);
	press(' ');
	press('o');
	press(TUI_ENTER);
	expect("Written: Phoenix-GenTech-2026-10-15-joint.txt, ");
	press(' ');
	expect("Edition internal");
	struct answer *answer = record_put_answer(&app.record, 0, item);
	answer->value.number = answer->value.number == 1 ? 2 : 1;
	ck_assert_int_eq(
		store_put(app.options.store, &app.record, KIND_ANSWER, answer, 0, &why), ERR_NONE);
	app_touched(&app);
	press(' ');
	expect("Edition joint");
	expect("Ratings and scores as of ");
	expect("new ones could tell what one person");
	press('o');
	answer_line("again.txt");
	expect("Written: again.txt, ");
	expect(" lines, in ");
}
END_TEST

/* The end of the name says what is written. */
START_TEST(test_plan_is_written_as_its_name_ends)
{
	static const char *const begins[][2] = { { "plan.ics", "BEGIN:VCALENDAR\r\n" },
		{ "plan.csv", "id,phase,step,title" }, { "capitals.CSV", "id,phase,step,title" },
		{ "plan.xlsx", "PK\003\004" }, { "plan.json", "{\n  \"assessment\"" },
		{ "plan.txt", "REKINDLE  Revival plan" } };
	app_push(&app, &screen_plan, NULL);
	press('r');
	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		press('E');
		expect("GenTech-2026-10-15-plan-joint.ics");
		answer_line(begins[i][0]);
		expect("Written: ");
		expect(begins[i][0]);
		char *text = whole(begins[i][0]);
		ck_assert_msg(!strncmp(text, begins[i][1], strlen(begins[i][1])), "%.40s", text);
		free(text);
	}
	press('E');
	answer_line("plan.ics");
	expect("plan.ics exists. y overwrites");
	press('n');
	expect("Kept.");
}
END_TEST

START_TEST(test_report_parts_are_chosen)
{
	app_push(&app, &screen_report, NULL);
	press('s');
	expect("[x] Summary: verdict");
	press('j');
	press('l');
	expect("[ ] Summary: verdict");
	expect("[x] Who was heard");
	press(' ');
	expect("One part at least has to stay.");
	every_size("Parts");
	screen_at(24, 80);
	press(TUI_ENTER);
	expect("1. WHO WAS HEARD");
	expect_not("DECISION");
	press('s');
	press('l');
	press('q');
	expect("DECISION");
}
END_TEST

START_TEST(test_report_that_cannot_be_written_says_why)
{
	app_push(&app, &screen_report, NULL);
	press('o');
	answer_line("nowhere/file.txt");
	expect("! Nothing written: cannot write beside nowhere/file.txt");
	answer_line("plan.xlsx");
	expect("! Nothing written: this is text, and its names end in .txt.");
	type("q");
	expect(" plan.xlsxq");
	answer_line("/tmp");
	press('y');
	expect("not a plain file");
	type("o");
	expect(" /tmpo");
	press(TUI_ESCAPE);
	ck_assert_int_eq(system("test $(ls -A | wc -l) = 0"), 0);
}
END_TEST

Suite *plan_screen_suite(void)
{
	Suite *suite = suite_create("plan and report screens");
	TCase *tcase = tcase_create("screens"), *files = tcase_create("files");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_plan_help_says_what_the_marks_mean);
	tcase_add_test(tcase, test_plan_table_has_phases_gates_and_owners);
	tcase_add_test(tcase, test_plan_gate_cuts_its_phase_by_date);
	tcase_add_test(tcase, test_plan_why_shows_the_action_in_full);
	tcase_add_test(tcase, test_plan_shows_long_titles_whole);
	tcase_add_test(tcase, test_plan_later_actions_show_with_l);
	tcase_add_test(tcase, test_plan_scrolls_by_half_of_what_is_in_sight);
	tcase_add_test(tcase, test_plan_opens_with_what_comes_next_below);
	tcase_add_test(tcase, test_plan_focus_leaves_dates_and_states_as_they_are);
	tcase_add_test(tcase, test_plan_start_is_stored_and_undone);
	tcase_add_test(tcase, test_plan_start_that_is_no_date_changes_nothing);
	tcase_add_test(tcase, test_plan_warnings_and_gated_actions_are_marked);
	tcase_add_test(tcase, test_report_preview_is_the_report);
	tcase_add_test(tcase, test_report_preview_cuts_rules_to_a_narrow_window);
	tcase_add_test(tcase, test_report_preview_steps_through_the_formats);
	tcase_add_test(tcase, test_report_edition_is_a_choice);
	tcase_add_test(tcase, test_report_parts_are_chosen);
	tcase_add_test(tcase, test_report_kind_is_chosen_and_shown);
	tcase_add_test(tcase, test_report_slides_go_with_their_format);
	suite_add_tcase(suite, tcase);
	tcase_add_checked_fixture(files, set_up_folder, tear_down_folder);
	tcase_add_test(files, test_report_file_holds_what_the_preview_shows);
	tcase_add_test(files, test_report_file_is_converted_or_it_is_said_why_not);
	tcase_add_test(files, test_report_is_written_and_not_overwritten_unasked);
	tcase_add_test(files, test_report_joint_edition_is_shown_again);
	tcase_add_test(files, test_plan_is_written_as_its_name_ends);
	tcase_add_test(files, test_report_that_cannot_be_written_says_why);
	suite_add_tcase(suite, files);
	return suite;
}
