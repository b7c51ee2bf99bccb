/* SPDX-License-Identifier: MIT */
/*
 * The screens in process: keys in, a window read back. One application at a time.
 */
#ifndef REKINDLE_TESTS_DRIVE_H
#define REKINDLE_TESTS_DRIVE_H

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <rekindle/exchange.h>
#include <rekindle/schema.h>

#include "../../../src/tui/app.h"
#include "../fixture.h"

static struct app app;
static SCREEN *terminal;
static FILE *null;
static char shown[64 * 1024];

static inline void drive_begin_at(const char *path, bool ascii)
{
	struct errmsg why;
	struct store *store;
	setenv("REKINDLE_TODAY", "2026-10-15", 1);
	setlocale(LC_ALL, "C.UTF-8");
	null = fopen("/dev/null", "r+");
	terminal = newterm("xterm-256color", null, null);
	ck_assert_ptr_nonnull(terminal);
	ck_assert_msg(store_open(path, STORE_CREATE, &store, &why) == ERR_NONE, "%s", why.text);
	app_init(&app,
		&(struct tui_options){
			.store = store, .instrument = instrument_builtin(), .ascii = ascii });
}

static inline void drive_begin(bool ascii)
{
	drive_begin_at(":memory:", ascii);
}

static inline void drive_end(void)
{
	struct store *store = app.options.store;
	app_release(&app);
	store_close(store);
	endwin();
	delscreen(terminal);
	fclose(null);
}

/* The alliance of one round in the store, and open. */
static inline void drive_example(void)
{
	struct exchange_report report;
	struct exchange exchange;
	struct errmsg why = { "" };
	fixture_one_round(&exchange);
	ck_assert_msg(!exchange_import(app.options.store, &exchange, false, &report, &why), "%s",
		why.text);
	ck_assert(app_open(&app, report.assessment));
	exchange_report_release(&report);
	exchange_release(&exchange);
}

/* A record made by hand: drive_party, drive_respondent, drive_rate, then drive_settle. */
static inline void drive_record(void)
{
	record_init(&app.record, instrument_builtin());
	app.loaded = true;
}

static inline int drive_party(const char *name)
{
	struct party *party = record_add(&app.record, KIND_PARTY);
	party->name = name;
	return (int)app.record.party_count - 1;
}

static inline int drive_respondent(int party, enum role role)
{
	struct respondent *who = record_add(&app.record, KIND_RESPONDENT);
	who->party = party;
	who->role = (int)role;
	return (int)app.record.respondent_count - 1;
}

/* Every item of the cause that the role is asked, rated v. */
static inline void drive_rate(int respondent, enum cause cause, int v)
{
	const struct instrument *instrument = app.record.instrument;
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		if (item->kind != ITEM_RATED || (int)item->scale / ASPECTS_PER_CAUSE != (int)cause)
			continue;
		struct answer *answer = record_add(&app.record, KIND_ANSWER);
		answer->respondent = respondent;
		answer->item = (int)i;
		answer->state = STATE_ANSWERED;
		answer->value.type = VALUE_NUMBER;
		answer->value.number = item->reversed ? 6 - v : v;
	}
}

static inline void drive_settle(void)
{
	record_settle(&app.record);
	app_touched(&app);
}

/* Everything on a screen of this size, a newline after each row. */
static inline const char *screen_at(int rows, int cols)
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

static inline void expect_at(int rows, int cols, const char *text)
{
	const char *screen = screen_at(rows, cols);
	ck_assert_msg(strstr(screen, text) != NULL, "\"%s\" is not on\n%s", text, screen);
}

static inline void expect(const char *text)
{
	expect_at(24, 80, text);
}

static inline void expect_not(const char *text)
{
	const char *screen = screen_at(24, 80);
	ck_assert_msg(strstr(screen, text) == NULL, "\"%s\" is on\n%s", text, screen);
}

/* The header says where we are at every size that is large enough, and the footer how to go on. */
static inline void every_size(const char *title)
{
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 }, { 10, 40 }, { 10, 79 },
		{ 10, 80 }, { 24, 81 }, { 24, 84 }, { 24, 100 }, { 11, 61 }, { 60, 200 } };
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		expect_at(sizes[i][0], sizes[i][1], title);
		expect_at(sizes[i][0], sizes[i][1], " help");
	}
	expect_at(9, 40, "needs 40 x 10");
	app_resize(&app, 24, 80);
}

static inline void press(int code)
{
	app_key(&app, &(struct key){ .code = code });
}

static inline void press_times(int code, int times)
{
	while (times-- > 0)
		press(code);
}

static inline void type(const char *text)
{
	for (; *text; text++) {
		char one[2] = { *text, '\0' };
		app_key(&app, &(struct key){ .code = (unsigned char)*text, .text = one });
	}
}

/* Answer the question on the message row. */
static inline void answer_line(const char *text)
{
	press(CONTROL('u'));
	type(text);
	press(TUI_ENTER);
}

#endif
