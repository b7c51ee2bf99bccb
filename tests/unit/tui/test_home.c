/* SPDX-License-Identifier: MIT */
/*
 * From the first start to the first question, in process: keys in, screens out.
 */
#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <rekindle/date.h>

#include "../../../src/tui/app.h"
#include "../fixture.h"

Suite *home_suite(void);

static struct app app;
static struct store *store;
static SCREEN *terminal;
static FILE *null;
static char shown[64 * 1024];

static void set_up(void)
{
	struct errmsg why;
	setenv("REKINDLE_TODAY", "2026-10-15", 1);
	setlocale(LC_ALL, "C.UTF-8");
	null = fopen("/dev/null", "r+");
	terminal = newterm("xterm", null, null);
	ck_assert_ptr_nonnull(terminal);
	ck_assert_msg(
		store_open(":memory:", STORE_CREATE, &store, &why) == ERR_NONE, "%s", why.text);
	app_init(&app, &(struct tui_options){ .store = store, .instrument = instrument_builtin() });
	app_push(&app, &screen_portfolio, NULL);
}

static void tear_down(void)
{
	app_release(&app);
	store_close(store);
	endwin();
	delscreen(terminal);
	fclose(null);
}

/* Everything on a screen of this size, a newline after each row. */
static const char *screen_at(int rows, int cols)
{
	int row, col;
	char *out = shown;
	WINDOW *window = newpad(rows, cols);
	ck_assert_ptr_nonnull(window);
	app_resize(&app, rows, cols);
	app_draw(&app, window, &row, &col);
	ck_assert_int_lt(row, rows);
	ck_assert_int_lt(col, cols);
	for (int i = 0; i < rows; i++) {
		wchar_t line[512];
		char bytes[2048];
		mvwinnwstr(window, i, 0, line, cols);
		size_t n = wcstombs(bytes, line, sizeof(bytes));
		ck_assert_msg(n != (size_t)-1, "row %d cannot be read", i);
		memcpy(out, bytes, n);
		out += n;
		*out++ = '\n';
	}
	*out = '\0';
	delwin(window);
	return shown;
}

static void expect(const char *text)
{
	const char *screen = screen_at(24, 80);
	ck_assert_msg(strstr(screen, text) != NULL, "\"%s\" is not on\n%s", text, screen);
}

static void expect_not(const char *text)
{
	const char *screen = screen_at(24, 80);
	ck_assert_msg(strstr(screen, text) == NULL, "\"%s\" is on\n%s", text, screen);
}

static void press(int code)
{
	app_key(&app, &(struct key){ .code = code });
}

static void type(const char *text)
{
	for (; *text; text++) {
		char one[2] = { *text, '\0' };
		app_key(&app, &(struct key){ .code = (unsigned char)*text, .text = one });
	}
}

static void field(const char *text)
{
	type(text);
	press(TUI_ENTER);
}

static void next_fields(int count)
{
	for (int i = 0; i < count; i++)
		press(TUI_ENTER);
}

static void every_size(void)
{
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 }, { 10, 40 }, { 10, 79 },
		{ 24, 100 }, { 9, 40 }, { 8, 30 }, { 3, 10 }, { 60, 200 } };
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		ck_assert_str_ne(screen_at(sizes[i][0], sizes[i][1]), "");
	app_resize(&app, 24, 80);
}

static void new_alliance(void)
{
	press('a');
	field("Phoenix & GenTech");
	field("Phoenix Labs");
	field("GenTech Solutions");
	field("2025-04-01");
	expect("> Third company");
	press(0x13); /* Ctrl-S */
}

/* name, then Space until company and role are there. */
static void new_person(const char *name, int party, int role, const char *planned)
{
	press('a');
	field(name);
	for (int i = 0; i <= party; i++)
		press(' ');
	press(TUI_ENTER);
	for (int i = 0; i <= role; i++)
		press(' ');
	press(TUI_ENTER);
	field(planned);
}

static void open_card(void)
{
	new_alliance();
	press('a');
	field("Ana Ruiz");
	press(' ');
	press(TUI_ENTER);
	press(' ');
	press(TUI_ENTER);
	field("2026-10-15 16:00");
	press(TUI_ENTER);
}

START_TEST(test_portfolio_empty_says_how_to_begin)
{
	expect("no alliance yet");
	expect("> a   add your first alliance");
	expect("Everything stays on this machine");
	every_size();
}
END_TEST

START_TEST(test_new_alliance_is_stored_and_its_home_opens)
{
	new_alliance();
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("Next: add the people to hear");
	expect("GenTech Solutions");
	ck_assert_uint_eq(app.record.party_count, 2);
	ck_assert_int_eq(app.record.parties[0].ours, TRI_YES);
	ck_assert_int_eq(app.record.alliance.started, date_make(2025, 4, 1));
	every_size();
	press('q');
	expect("Phoenix & GenTech");
	expect("new 0/0");
	every_size();
}
END_TEST

START_TEST(test_new_alliance_wrong_input_keeps_text_and_complains)
{
	press('a');
	press(TUI_ENTER);
	expect("! The alliance needs a name.");
	press(TUI_UP);
	field("North");
	field("Same");
	field("same");
	expect("! This company is named twice.");
	expect("same");
	press(CONTROL('u'));
	field("2025-04-01");
	expect("A company has a name with letters; a number or a day is none.");
	press(CONTROL('u'));
	field("same");
	for (int i = 0; i < 4; i++)
		press(TUI_ENTER);
	field("yesterday");
	ck_assert_ptr_eq(app.top->ops, &screen_new_alliance);
	expect("yesterday");
	every_size();
	press(TUI_ESCAPE);
	ck_assert(app.confirming);
	press('n');
	ck_assert_ptr_eq(app.top->ops, &screen_new_alliance);
	press(TUI_ESCAPE);
	press('y');
	expect("no alliance yet");
}
END_TEST

/* As many rows as there are companies, and one to add the next; an emptied one is taken out. */
START_TEST(test_new_alliance_companies_are_a_list)
{
	press('a');
	field("Five of them");
	field("Alder");
	field("Birch");
	field("2025-04-01");
	expect("> Third company");
	expect_not("Fourth company");
	field("Cedar");
	expect("> Fourth company");
	field("Dogwood");
	field("Elm");
	expect("> Sixth company");
	every_size();
	for (int i = 0; i < 3; i++)
		press(TUI_UP);
	expect("> Third company        Cedar");
	press(CONTROL('u'));
	press(TUI_DOWN);
	expect("Third company        Dogwood");
	expect("> Fourth company       Elm");
	expect("Fifth company");
	expect_not("Sixth company");
	press(CONTROL('s'));
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_uint_eq(app.record.party_count, 4);
	ck_assert_str_eq(app.record.parties[1].name, "Birch");
	ck_assert_str_eq(app.record.parties[2].name, "Dogwood");
	ck_assert_str_eq(app.record.parties[3].name, "Elm");
}
END_TEST

START_TEST(test_new_alliance_companies_change_places)
{
	press('a');
	field("Three of them");
	field("Alder");
	field("Cedar");
	field("");
	expect("> Third company");
	expect_not("move up");
	type("Birch");
	expect("move up");
	press(CONTROL('t'));
	expect("> Other company        Birch");
	expect("Third company        Cedar");
	expect_not("move up");
	press(CONTROL('t')); /* the first is the user's own and stays */
	expect("Your company         Alder");
	every_size();
	press(CONTROL('s'));
	ck_assert_uint_eq(app.record.party_count, 3);
	ck_assert_str_eq(app.record.parties[0].name, "Alder");
	ck_assert_str_eq(app.record.parties[1].name, "Birch");
	ck_assert_str_eq(app.record.parties[2].name, "Cedar");
}
END_TEST

START_TEST(test_person_added_shows_in_cell_and_undo_takes_back)
{
	new_alliance();
	new_person("Ana Ruiz", 0, ROLE_SPONSOR, "2026-10-15 16:00");
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("today 16:00 Ana Ruiz");
	expect("Next: interview Ana Ruiz, Phoenix Labs' sponsor, today 16:00, 45 minutes.");
	ck_assert_str_eq(app.record.people[0].planned, "2026-10-15T16:00");
	every_size();
	press('u');
	expect_not("Ana Ruiz, Phoenix");
	ck_assert_uint_eq(app.record.person_count, 0);
	press('U');
	ck_assert_uint_eq(app.record.person_count, 1);
}
END_TEST

START_TEST(test_person_correction_saves_each_field)
{
	new_alliance();
	new_person("Ana", 0, ROLE_SPONSOR, "2026-10-01");
	expect("! 1 Oct  Ana");
	press('e');
	every_size();
	field(" Ruiz");
	ck_assert_str_eq(app.record.people[0].name, "Ana Ruiz");
	press(' ');
	press(TUI_ENTER);
	press(TUI_ESCAPE);
	press(TUI_ESCAPE);
	ck_assert_int_eq(app.record.people[0].party, 1);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	press('u');
	ck_assert_int_eq(app.record.people[0].party, 0);
	ck_assert_str_eq(app.record.people[0].name, "Ana Ruiz");
}
END_TEST

START_TEST(test_person_deleted_comes_back_with_undo)
{
	new_alliance();
	new_person("Ana Ruiz", 0, ROLE_SPONSOR, "");
	new_person("Carl Lindqvist", 1, ROLE_SPONSOR, "2026-10-22");
	expect("22 Oct   Carl Lindqvist");
	press(TUI_TAB);
	press('X');
	expect("Deleted: Ana Ruiz. u brings it back.");
	ck_assert_uint_eq(app.record.person_count, 1);
	press('u');
	ck_assert_uint_eq(app.record.person_count, 2);
	expect("Undone: Ana Ruiz deleted");
}
END_TEST

START_TEST(test_opening_without_consent_stores_nothing)
{
	open_card();
	ck_assert_ptr_eq(app.top->ops, &screen_opening);
	expect("what holds this alliance back");
	every_size();
	press(' ');
	press(' ');
	expect("Without consent nothing is asked");
	for (int i = 0; i < 3; i++)
		press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_opening);
	ck_assert_uint_eq(app.record.respondent_count, 0);
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("Not begun: nothing was stored.");
}
END_TEST

START_TEST(test_opening_with_consent_begins_and_q_returns_home)
{
	open_card();
	press(' ');
	press(TUI_ENTER);
	press(' ');
	press(TUI_ENTER);
	press(TUI_ENTER);
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
	ck_assert_uint_eq(app.record.respondent_count, 1);
	ck_assert_int_eq(app.record.respondents[0].consent, TRI_YES);
	ck_assert_int_eq(app.record.respondents[0].attribution, ATTRIBUTION_ROLE);
	ck_assert_int_eq(app.record.respondents[0].minutes, 45);
	ck_assert_int_eq(app.record.respondents[0].date, app.today);
	every_size();
	press(TUI_ESCAPE);
	if (app.top->ops == &screen_interview)
		press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("Next: go on with Ana Ruiz");
	expect("begun    Ana Ruiz");
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
}
END_TEST

START_TEST(test_profile_saves_field_by_field)
{
	new_alliance();
	press('O');
	ck_assert_ptr_eq(app.top->ops, &screen_profile);
	every_size();
	field(" 2");
	ck_assert_str_eq(app.record.alliance.name, "Phoenix & GenTech 2");
	press(CONTROL('u'));
	field("soon");
	expect("! A date reads 2026-11-27");
	expect("soon");
	ck_assert_int_eq(app.record.alliance.started, date_make(2025, 4, 1));
	press(CONTROL('r'));
	press(TUI_ENTER);
	press(' ');
	press(TUI_ENTER);
	ck_assert_str_eq(record_profile(&app.record)->type, app.record.instrument->types[0].id);
	press(' ');
	press(TUI_ENTER);
	press(' ');
	press(' ');
	press(TUI_ENTER);
	ck_assert_str_eq(record_profile(&app.record)->ambitions, "joint_innovation\nmarket_access");
	press(TUI_ESCAPE);
	if (app.top->ops == &screen_profile)
		press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	press('u');
	ck_assert_str_eq(record_profile(&app.record)->ambitions, "joint_innovation");
}
END_TEST

#define COMPETITORS 12 /* the field */

START_TEST(test_profile_keeps_whether_the_companies_compete)
{
	new_alliance();
	press('O');
	next_fields(COMPETITORS);
	expect("  Competitors          unknown");
	press(' ');
	press(TUI_ENTER);
	expect("> Competing where");
	field("spare parts");
	ck_assert_int_eq(record_profile(&app.record)->competitors, TRI_YES);
	ck_assert_str_eq(record_profile(&app.record)->competitors_where, "spare parts");
	press(TUI_ESCAPE);
	if (app.top->ops == &screen_profile)
		press(TUI_ESCAPE);
	press('u');
	ck_assert_ptr_null(record_profile(&app.record)->competitors_where);
	press('u');
	ck_assert_int_eq(record_profile(&app.record)->competitors, TRI_UNKNOWN);
}
END_TEST

/* What was known then stays; the name is the alliance's. */
START_TEST(test_profile_of_a_sealed_round_is_kept)
{
	new_alliance();
	app.record.assessment.sealed = date_make(2026, 10, 20);
	ck_assert(app_change(&app, NULL, KIND_ASSESSMENT, &app.record.assessment));
	press('O');
	expect("This round is sealed");
	field(" 2");
	ck_assert_str_eq(app.record.alliance.name, "Phoenix & GenTech 2");
	next_fields(COMPETITORS - 1);
	expect_not("Space change");
	press(' ');
	press(TUI_ENTER);
	ck_assert(!app.warning);
	ck_assert_int_eq(record_profile(&app.record)->competitors, TRI_UNKNOWN);
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
}
END_TEST

START_TEST(test_example_opens_and_is_gone_after)
{
	press('e');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert(app.options.example);
	expect("example");
	expect("The example stands on 15 October 2026; nothing of it is kept.");
	every_size();
	press('q');
	for (int i = 0; i < 3; i++)
		app_tick(&app);
	expect("Phoenix");
	expect("11/14");
	expect("none");
	every_size();
	press('q');
	ck_assert_ptr_eq(app.options.store, store);
	expect("no alliance yet");
	ck_assert(!app.quit);
	press('q');
	ck_assert(app.quit);
	app_push(&app, &screen_portfolio, NULL);
}
END_TEST

/* The rounds of an old pulse come in the order of their days. */
START_TEST(test_home_of_an_old_pulse_names_both_days)
{
	unsetenv("REKINDLE_TODAY");
	press('e');
	press('<');
	expect("A pulse decides nothing");
	expect("Health over the questions that both asked:");
	expect_not(", now ");
	press('q');
	press('q');
	setenv("REKINDLE_TODAY", "2026-10-15", 1);
}
END_TEST

/* Its story has a last day, which is today while it is open, and not afterwards. */
START_TEST(test_example_stands_on_its_last_day)
{
	unsetenv("REKINDLE_TODAY");
	int today = clock_today();
	press('e');
	ck_assert_int_eq(app.today, date_make(2026, 11, 16));
	expect("The example stands on 16 November 2026; nothing of it is kept.");
	press('q');
	press('q');
	ck_assert_int_ge(app.today, today);
	ck_assert_int_ge(clock_today(), today);
	setenv("REKINDLE_TODAY", "2026-10-15", 1);
}
END_TEST

/* An alliance whose one round is open: its home. */
static void open_one_round(void)
{
	struct exchange_report report;
	struct exchange exchange;
	struct errmsg why = { "" };

	fixture_one_round(&exchange);
	ck_assert_msg(
		!exchange_import(store, &exchange, IMPORT_PLAINLY, &report, &why), "%s", why.text);
	ck_assert(app_open(&app, report.assessment));
	app_push(&app, &screen_home, NULL);
	exchange_report_release(&report);
	exchange_release(&exchange);
}

START_TEST(test_person_heard_is_deleted_after_y_only_and_comes_back)
{
	open_one_round();
	size_t people = app.record.person_count, answers = app.record.answer_count;
	press(TUI_TAB);
	press('X');
	expect("Delete Marit Solheim, 44 answers? y does it, any other key keeps.");
	press('X');
	ck_assert_uint_eq(app.record.person_count, people);
	press('X');
	press('y');
	ck_assert_uint_eq(app.record.person_count, people - 1);
	ck_assert_uint_lt(app.record.answer_count, answers);
	expect("Deleted: Marit Solheim. u brings it back.");
	press('u');
	ck_assert_uint_eq(app.record.person_count, people);
	ck_assert_uint_eq(app.record.answer_count, answers);
}
END_TEST

START_TEST(test_portfolio_deletes_after_y_only)
{
	new_alliance();
	press('q');
	press('X');
	expect("Delete Phoenix & GenTech, 1 round, 0 answers?");
	press('X');
	expect("Kept.");
	press('X');
	press('y');
	expect("no alliance, 1 in the bin");
}
END_TEST

START_TEST(test_portfolio_sorts_and_finds)
{
	new_alliance();
	press('q');
	press('a');
	field("Alder & Birch");
	field("Alder");
	field("Birch");
	for (int i = 0; i < 2; i++)
		press(TUI_ENTER);
	press('q');
	expect("2 alliances");
	expect("> Alder & Birch");
	press('s');
	expect("Sorted by name.");
	expect("> Alder & Birch");
	press('/');
	field("gentech");
	expect("> Phoenix & GenTech");
}
END_TEST

static void many_parties(void)
{
	press('a');
	field("Six");
	for (int i = 0; i < PARTIES_MAX; i++) {
		char name[40];
		snprintf(name, sizeof(name), "Company number %d", i + 1);
		field(name);
		if (i == 1)
			press(TUI_ENTER); /* started */
	}
}

START_TEST(test_home_many_parties_fit_every_size)
{
	many_parties();
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	for (int i = 0; i < 8; i++)
		new_person("Somebody With A Long Name", i % PARTIES_MAX, ROLE_MANAGER, "");
	every_size();
	for (int i = 0; i < 12; i++) {
		press(TUI_DOWN);
		every_size();
	}
	press(TUI_PAGE_DOWN);
	every_size();
	press(TUI_TAB);
	expect("Somebody With A Long Name");
}
END_TEST

/* A page on is a page on: painting it anew, or a key that does nothing here, leads nowhere else. */
START_TEST(test_home_page_stays_when_it_is_painted_anew)
{
	static const int keys[] = { 'l' & 0x1F, 's' & 0x1F, '~' };
	many_parties();
	screen_at(14, 60);
	press(TUI_PAGE_DOWN);
	char *before = strdup(screen_at(14, 60));
	press(keys[_i]);
	app_say(&app, "%s", "");
	ck_assert_str_eq(screen_at(14, 60), before);
	free(before);
}
END_TEST

Suite *home_suite(void)
{
	Suite *suite = suite_create("home");
	TCase *tests = tcase_create("journey");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, test_portfolio_empty_says_how_to_begin);
	tcase_add_test(tests, test_new_alliance_is_stored_and_its_home_opens);
	tcase_add_test(tests, test_new_alliance_wrong_input_keeps_text_and_complains);
	tcase_add_test(tests, test_new_alliance_companies_are_a_list);
	tcase_add_test(tests, test_new_alliance_companies_change_places);
	tcase_add_test(tests, test_person_added_shows_in_cell_and_undo_takes_back);
	tcase_add_test(tests, test_person_correction_saves_each_field);
	tcase_add_test(tests, test_person_deleted_comes_back_with_undo);
	tcase_add_test(tests, test_opening_without_consent_stores_nothing);
	tcase_add_test(tests, test_opening_with_consent_begins_and_q_returns_home);
	tcase_add_test(tests, test_profile_saves_field_by_field);
	tcase_add_test(tests, test_profile_keeps_whether_the_companies_compete);
	tcase_add_test(tests, test_profile_of_a_sealed_round_is_kept);
	tcase_add_test(tests, test_example_opens_and_is_gone_after);
	tcase_add_test(tests, test_home_of_an_old_pulse_names_both_days);
	tcase_add_test(tests, test_example_stands_on_its_last_day);
	tcase_add_test(tests, test_person_heard_is_deleted_after_y_only_and_comes_back);
	tcase_add_test(tests, test_portfolio_deletes_after_y_only);
	tcase_add_test(tests, test_portfolio_sorts_and_finds);
	tcase_add_test(tests, test_home_many_parties_fit_every_size);
	tcase_add_loop_test(tests, test_home_page_stays_when_it_is_painted_anew, 0, 3);
	suite_add_tcase(suite, tests);
	return suite;
}
