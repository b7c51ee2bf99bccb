/* SPDX-License-Identifier: MIT */
/*
 * Where the terminal's cursor stands: on what is written, else on the focus, seen or not.
 */
#include "drive.h"

Suite *focus_suite(void);

static int on_focus;      /* screens looked at that had one */
static int bars_in_focus; /* cells of bars in rows of the focus */

static bool row_is_reversed(WINDOW *window, int row)
{
	for (int col = 0; col < app.cols; col++)
		if (mvwinch(window, row, col) & A_REVERSE)
			return true;
	return false;
}

static int reversed_rows(WINDOW *window)
{
	int rows = 0;
	for (int row = 0; row < app.rows; row++)
		rows += row_is_reversed(window, row);
	return rows;
}

/* Signs that tell by how dark they are: bars, sparks, weeks of a plan. */
static bool is_block(const cchar_t *cell)
{
	wchar_t text[CCHARW_MAX] = L"";
	attr_t attributes;
	short pair;
	getcchar(cell, text, &attributes, &pair, NULL);
	return text[0] >= 0x2581 && text[0] <= 0x2593;
}

static void look_at_bars(const char *where, WINDOW *window, int row)
{
	for (int col = 0; col < app.cols; col++) {
		cchar_t cell;
		mvwin_wch(window, row, col, &cell);
		if (!is_block(&cell))
			continue;
		ck_assert_msg(
			!(cell.attr & A_REVERSE), "%s: a bar is reversed, %d, %d", where, row, col);
		bars_in_focus++;
	}
}

static void look(const char *where, int rows, int cols)
{
	int row = -1, col = -1;
	WINDOW *window = newpad(rows, cols);
	app_resize(&app, rows, cols);
	bool written = app_draw(&app, window, &row, &col);
	ck_assert_msg(row >= 0 && row < rows && col >= 0 && col < cols, "%s: cursor at %d, %d",
		where, row, col);
	if (!written && reversed_rows(window)) {
		ck_assert_msg(row_is_reversed(window, row), "%s: cursor in row %d, %d rows differ",
			where, row, reversed_rows(window));
		look_at_bars(where, window, row);
		on_focus++;
	} else if (!written) {
		ck_assert_msg(row == BODY_TOP && col == 0, "%s: nothing in focus, cursor %d, %d",
			where, row, col);
	}
	delwin(window);
}

static void walk(const char *where)
{
	static const int keys[] = { 0, TUI_DOWN, TUI_DOWN, TUI_TAB, TUI_DOWN, TUI_PAGE_DOWN,
		TUI_END, TUI_TAB, TUI_UP, TUI_HOME, TUI_TAB, TUI_DOWN };
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (keys[i])
			press(keys[i]);
		look(where, 24, 80);
		look(where, 12, 40);
		look(where, 40, 120);
	}
}

START_TEST(test_focus_has_the_cursor_on_every_screen)
{
	static const struct {
		const char *name;
		const struct screen_ops *ops;
		int least; /* looks of 36 with a focus */
	} places[] = {
		{ "portfolio", &screen_portfolio, 10 },
		{ "home", &screen_home, 10 },
		{ "audit", &screen_audit, 10 },
		{ "diagnosis", &screen_diagnosis, 10 },
		{ "findings", &screen_findings, 10 },
		{ "plan", &screen_plan, 10 },
		{ "workshop", &screen_workshop, 1 },
		{ "report", &screen_report, 10 },
		{ "profile", &screen_profile, 1 },
		{ "help", &screen_help, 10 },
		{ "review", NULL, 10 },
		{ "interview", NULL, 0 },
	};
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
	app_push(&app, &screen_home, NULL);
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		on_focus = 0;
		if (places[i].ops)
			app_push(&app, places[i].ops, NULL);
		else
			app_interview(&app, 0);
		if (!strcmp(places[i].name, "review"))
			press(TUI_ESCAPE), press('v');
		walk(places[i].name);
		ck_assert_msg(on_focus >= places[i].least, "%s: %d", places[i].name, on_focus);
	}
	ck_assert_int_gt(bars_in_focus, 100);
	drive_end();
}
END_TEST

START_TEST(test_focus_is_the_question_that_waits_for_a_key)
{
	int row, col;
	drive_begin(false);
	app_push(&app, &screen_portfolio, NULL);
	WINDOW *window = newpad(24, 80);
	app_resize(&app, 24, 80);
	app_confirm(&app, "Delete it? y deletes.");
	ck_assert(!app_draw(&app, window, &row, &col));
	ck_assert_int_eq(row, 24 - 3);
	ck_assert_int_eq(col, 2);
	press('n');
	app_ask(&app, "Find:", "ab");
	ck_assert(app_draw(&app, window, &row, &col));
	ck_assert_int_eq(row, 24 - 3);
	ck_assert_int_eq(col, 2 + 5 + 1 + 2);
	delwin(window);
	drive_end();
}
END_TEST

/* The bar is as long as names are; state, health and days behind it keep their colours. */
START_TEST(test_focus_of_the_portfolio_is_on_the_name)
{
	struct record record;
	struct errmsg why;
	int row, col;
	drive_begin(false);
	record_init(&record, instrument_builtin());
	record.alliance.name = "Nord";
	record_settle(&record);
	ck_assert_int_eq(store_begin_all(app.options.store, &why), ERR_NONE);
	ck_assert_int_eq(store_add_record(app.options.store, &record, &why), ERR_NONE);
	ck_assert_int_eq(store_commit_all(app.options.store, &why), ERR_NONE);
	record_release(&record);
	app_push(&app, &screen_portfolio, NULL);
	WINDOW *window = newpad(24, 80);
	app_resize(&app, 24, 80);
	app_draw(&app, window, &row, &col);
	for (col = 0; mvwinch(window, row, col) & A_REVERSE; col++)
		;
	ck_assert_int_ge(col, (int)strlen("> Nord"));
	for (; col < 80; col++)
		ck_assert_msg(!(mvwinch(window, row, col) & A_REVERSE), "column %d", col);
	delwin(window);
	drive_end();
}
END_TEST

Suite *focus_suite(void)
{
	Suite *suite = suite_create("focus");
	TCase *tcase = tcase_create("focus");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_focus_has_the_cursor_on_every_screen);
	tcase_add_test(tcase, test_focus_is_the_question_that_waits_for_a_key);
	tcase_add_test(tcase, test_focus_of_the_portfolio_is_on_the_name);
	suite_add_tcase(suite, tcase);
	return suite;
}
