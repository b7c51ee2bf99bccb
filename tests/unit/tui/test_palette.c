/* SPDX-License-Identifier: MIT */
/*
 * The command palette: every place is reached from every screen, every command of a screen stands
 * in it, and the words that people have find something.
 */
#include "drive.h"

#include <rekindle/utf8.h>

#include "../../../src/cli/cli.h"
#include "../../../src/tui/help/palette.h"

Suite *palette_suite(void);

static void open_home(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
	app_resize(&app, 40, 120);
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
}

/* Choose that word in the palette, on the row with that help. */
static void choose(const char *word, const char *help)
{
	press(':');
	type(word);
	for (int i = 0; i < 120; i++) {
		int row, col;
		WINDOW *window = newpad(40, 120);
		char line[512] = "";
		app_draw(&app, window, &row, &col);
		/* the cursor is in the word; the focus is the reversed row */
		for (int r = 0; r < 40; r++)
			for (int c = 20; c < 40; c++)
				if (mvwinch(window, r, c) & A_REVERSE)
					mvwinnstr(window, r, 0, line, sizeof(line) - 1);
		delwin(window);
		if (strstr(line, help)) {
			press(TUI_ENTER);
			return;
		}
		press(TUI_DOWN);
	}
	ck_abort_msg("\"%s\" does not lead to \"%s\"\n%.3000s", word, help, screen_at(40, 120));
}

static const struct {
	const char *word, *help, *title;
} reached[] = {
	{ "home", "the home of the alliance", "Home" },
	{ "contract", "companies, contract, ambitions", "Profile" },
	{ "objective", "goals, joint work", "Audit" },
	{ "causes", "what holds the alliance back", "Diagnosis" },
	{ "problems", "all findings by severity", "Findings" },
	{ "pitfalls", "what the situation means", "Situation" },
	{ "tasks", "the revival plan", "Plan" },
	{ "joint objectives", "the workshop", "Workshop" },
	{ "escalation", "how the companies work together", "Charter" },
	{ "holidays", "days off:", "Days off" },
	{ "lawyers", "points of the agreement", "Amendments" },
	{ "minutes", "agenda and minutes", "Meeting" },
	{ "memo", "the quick notes", "Notes" },
	{ "sheets", "who answers alone", "Sheets" },
	{ "brief", "the report, and writing it", "Report" },
	{ "sections", "which parts of the report", "Parts" },
	{ "quotable", "words that may be quoted", "Quotes" },
	{ "withheld", "what the other side would see", "Preview" },
	{ "pulse", "the open pulse", "Pulse" },
	{ "follow-up", "begin the next round", "Next round" },
	{ "respondent", "add a person", "New person" },
};
#define REACHED (sizeof(reached) / sizeof(*reached))

static void expect_title(const char *title)
{
	const char *screen = screen_at(40, 120);
	ck_assert_msg(!strncmp(screen + 2, title, strlen(title)), "not %s:\n%.200s", title, screen);
}

START_TEST(test_palette_reaches_every_place_from_an_audit)
{
	open_home();
	press('A');
	choose(reached[_i].word, reached[_i].help);
	expect_title(reached[_i].title);
	drive_end();
}
END_TEST

START_TEST(test_palette_reaches_every_place_from_the_portfolio)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
	app_resize(&app, 40, 120);
	choose(reached[_i].word, reached[_i].help);
	expect_title(reached[_i].title);
	drive_end();
}
END_TEST

/* An interview is left by the way that leaves it: what was answered is there. */
START_TEST(test_palette_leaves_an_interview_first)
{
	open_home();
	app_interview(&app, 0);
	press(TUI_ESCAPE);
	choose("escalation", "how the companies work together");
	expect_title("Charter");
	press(TUI_ESCAPE);
	press('q');
	expect_title("Home");
	drive_end();
}
END_TEST

/* The report weighs its editions: that is not said of the quotes, which are reached through it,
 * from the home or from the report itself. */
START_TEST(test_palette_says_nothing_of_a_screen_passed)
{
	open_home();
	app.record.respondents[app.record.routes[0].respondent].attribution =
		ATTRIBUTION_CONFIDENTIAL;
	drive_settle();
	for (int i = 0; i < 2; i++) {
		choose("quotes", "words that may be quoted");
		expect_title("Quotes");
		ck_assert_str_eq(app.message, "");
		press('q');
		expect_title("Report");
		ck_assert_msg(strstr(app.message, "leaves out"), "%s", app.message);
	}
	drive_end();
}
END_TEST

/* Of a pulse it is said that the plan is that of the full round, also behind it. */
START_TEST(test_palette_says_whose_plan_is_open)
{
	open_home();
	choose("pulse", "the open pulse");
	press(TUI_ENTER);
	press(TUI_ENTER);
	expect_title("Home");
	choose("escalation", "how the companies work together");
	expect_title("Charter");
	ck_assert_msg(strstr(app.message, "A pulse has none"), "%s", app.message);
	drive_end();
}
END_TEST

/* Every row of the table is one that the test above reaches, or a command. */
START_TEST(test_palette_places_are_all_tried)
{
	for (size_t i = 0; i < palette_count; i++) {
		const struct palette_entry *entry = &palette_table[i];
		bool tried = entry->shell || entry->first == ACTION_INTERVIEW ||
			entry->first == ACTION_TREND || entry->then == ACTION_EXPORT;
		for (size_t r = 0; r < REACHED && !tried; r++)
			tried = strstr(entry->help, reached[r].help) != NULL;
		ck_assert_msg(tried, "nothing tries \"%s\"", entry->help);
	}
}
END_TEST

START_TEST(test_palette_knows_what_people_say)
{
	static const char *const words[] = { "round", "pulse", "backup", "delete", "export",
		"charter", "objective", "note", "forget", "undo", "search", "kpi", "risk",
		"minutes", "holiday", "quote", "restore", "csv", "calendar", "gantt", "escalation",
		"print", "help", "save", "quit", "joint", "import", "merge" };
	open_home();
	press('P');
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		press(':');
		type(words[i]);
		const char *screen = screen_at(40, 120);
		ck_assert_msg(!strstr(screen, "No command has"), "%s:\n%.3000s", words[i], screen);
		press(TUI_ESCAPE);
	}
	drive_end();
}
END_TEST

#define HELP_CELLS 48 /* beside group and key, in the frame */

START_TEST(test_palette_promises_commands_that_there_are)
{
	for (size_t i = 0; i < palette_count; i++) {
		const struct palette_entry *entry = &palette_table[i];
		char name[24];
		ck_assert_msg(
			utf8_cells(UTF8_SCREEN, entry->help) <= HELP_CELLS, "%s", entry->help);
		if (!entry->shell)
			continue;
		palette_keys(entry, name, sizeof(name));
		ck_assert_msg(command_find(name) != NULL, "%s is no command", name);
	}
}
END_TEST

START_TEST(test_palette_says_how_what_the_shell_does)
{
	open_home();
	choose("backup", "a copy of all alliances");
	expect_title("Home");
	ck_assert_str_eq(app.message, "That is a command for the shell: rekindle backup FILE");
	drive_end();
}
END_TEST

/* A place without an alliance to go to. */
START_TEST(test_palette_without_an_alliance)
{
	drive_begin(false);
	app_push(&app, &screen_portfolio, NULL);
	app_resize(&app, 40, 120);
	choose("escalation", "how the companies work together");
	ck_assert_str_eq(app.message, "There is no alliance yet: a adds one.");
	drive_end();
}
END_TEST

/* What a footer names does something there: it is among the keys that the screen knows. */
START_TEST(test_palette_has_whatever_a_footer_names)
{
	static const struct screen_ops *const screens[] = { &screen_home, &screen_audit,
		&screen_diagnosis, &screen_findings, &screen_plan, &screen_workshop,
		&screen_amendments, &screen_days_off, &screen_meeting, &screen_report,
		&screen_quotes, &screen_preview };
	open_home();
	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++) {
		struct offers offers;
		if (screens[i] != &screen_home)
			app_push(&app, screens[i], NULL);
		offers_of(app.top, &offers);
		ck_assert_uint_lt(offers.count, OFFERS_MOST);
		for (size_t o = 0; o < offers.count; o++) {
			enum act act = offers.act[o];
			struct key key = { .code = action_key(act, 0), .text = "" };
			if (!(action_table[act].mode & MODE_NAV) || !app_can(app.top, act))
				continue;
			ck_assert_msg(offers_key(app.top, &key, true) == act,
				"%s: %s means something else", screens[i]->name,
				action_table[act].help);
		}
		if (screens[i] != &screen_home)
			press('q');
	}
	drive_end();
}
END_TEST

Suite *palette_suite(void)
{
	Suite *suite = suite_create("palette");
	TCase *tcase = tcase_create("palette");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_palette_reaches_every_place_from_an_audit, 0, (int)REACHED);
	tcase_add_loop_test(
		tcase, test_palette_reaches_every_place_from_the_portfolio, 0, (int)REACHED);
	tcase_add_test(tcase, test_palette_leaves_an_interview_first);
	tcase_add_test(tcase, test_palette_says_nothing_of_a_screen_passed);
	tcase_add_test(tcase, test_palette_says_whose_plan_is_open);
	tcase_add_test(tcase, test_palette_places_are_all_tried);
	tcase_add_test(tcase, test_palette_knows_what_people_say);
	tcase_add_test(tcase, test_palette_promises_commands_that_there_are);
	tcase_add_test(tcase, test_palette_says_how_what_the_shell_does);
	tcase_add_test(tcase, test_palette_without_an_alliance);
	tcase_add_test(tcase, test_palette_has_whatever_a_footer_names);
	suite_add_tcase(suite, tcase);
	return suite;
}
