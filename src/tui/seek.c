/* SPDX-License-Identifier: MIT */
/*
 * Searching rows: / while it is typed, n and N afterwards.
 */
#include "app.h"

#include <string.h>

#include <rekindle/utf8.h>

#include "widgets/list.h"
#include "widgets/page.h"

#define WORD_CELLS 30 /* of a word that is said not to be there */

struct sought {
	struct str word; /* folded */
	struct str text; /* of the row that is looked at */
};

bool sought_in(const struct sought *given, const char *text)
{
	struct sought *sought = (struct sought *)(uintptr_t)given; /* its buffer, no state */
	if (!text)
		return false;
	str_clear(&sought->text);
	utf8_fold(&sought->text, text);
	return strstr(sought->text.text, sought->word.text);
}

/* False: there are none. */
static bool rows_of(struct screen *screen, struct rows *rows)
{
	*rows = (struct rows){ .of = ROWS_ANY };
	if (!screen->ops->rows)
		return false;
	screen->ops->rows(screen, rows);
	if (rows->page) {
		rows->count = (int)rows->page->count;
		rows->at = rows->page->top;
	} else if (rows->list) {
		rows->count = rows->list->count;
		rows->at = rows->list->at;
	}
	return rows->count > 0;
}

bool seek_can(const struct screen *screen)
{
	struct rows rows;
	return rows_of((struct screen *)(uintptr_t)screen, &rows);
}

static void go(struct screen *screen, const struct rows *rows, int row)
{
	if (rows->page)
		rows->page->wanted = row;
	else if (rows->list)
		rows->list->at = row;
	else
		rows->go(screen, row);
}

static bool has(
	struct screen *screen, const struct rows *rows, int row, const struct sought *sought)
{
	return rows->page ? sought_in(sought, rows->page->lines[row].text)
			  : rows->has(screen, row, sought);
}

/* From the row after that one, or before it, around the end; -1: none has the word. */
static int find(struct screen *screen, const struct rows *rows, int from, int by, const char *word)
{
	struct sought sought;
	int found = -1;
	str_init(&sought.word);
	str_init(&sought.text);
	utf8_fold(&sought.word, word);
	for (int step = 1; step <= rows->count && found < 0; step++) {
		int row = (from + by * step + rows->count * 2) % rows->count;
		if (has(screen, rows, row, &sought))
			found = row;
	}
	str_release(&sought.word);
	str_release(&sought.text);
	return found;
}

static const enum sentence unknown[] = {
	[ROWS_ANY] = W_FIND_UNKNOWN,
	[ROWS_ALLIANCES] = W_ALLIANCE_UNKNOWN,
	[ROWS_PEOPLE] = W_HOME_UNKNOWN,
	[ROWS_AUDIT] = W_AUDIT_UNKNOWN,
	[ROWS_QUESTIONS] = W_REVIEW_UNKNOWN,
	[ROWS_CAUSES] = W_ENTRY_UNKNOWN,
	[ROWS_FINDINGS] = W_FINDING_UNKNOWN,
	[ROWS_ACTIONS] = W_PLAN_UNKNOWN,
	[ROWS_ACTIONS_SHOWN] = W_PLAN_UNKNOWN_MORE,
	[ROWS_REPORT] = W_REPORT_UNKNOWN,
};

static void say_unknown(struct app *app, const struct rows *rows, const char *word)
{
	app_say(app, "%s",
		words(&app->said, unknown[rows->of],
			hole_text("word", app_cut(&app->said, word, WORD_CELLS))));
}

/* The focus goes to the word, or back to where the search began. */
static void seek(struct app *app, const char *word)
{
	struct rows rows;
	if (!rows_of(app->top, &rows))
		return;
	app->message[0] = '\0';
	int from = app->seek.from < rows.count ? app->seek.from : 0;
	int row = str_blank(word) ? from : find(app->top, &rows, from, 1, word);
	go(app->top, &rows, row < 0 ? from : row);
	if (row < 0)
		say_unknown(app, &rows, word);
}

void seek_begin(struct app *app)
{
	struct rows rows;
	if (!rows_of(app->top, &rows))
		return;
	app_ask(app, words_plain(W_ASK_FIND), NULL);
	app->seek.on = true;
	app->seek.from = rows.at;
}

void seek_typed(struct app *app)
{
	seek(app, app->ask.text.text);
}

void seek_end(struct app *app, bool found)
{
	const char *word = app->ask.text.text;
	app->seek.on = false;
	seek(app, found ? word : "");
	if (found && !str_blank(word))
		snprintf(app->seek.word, sizeof(app->seek.word), "%s", word);
}

void seek_again(struct app *app, int by)
{
	struct rows rows;
	if (!*app->seek.word) {
		app_say(app, "%s", words_plain(W_FIND_FIRST));
		return;
	}
	if (!rows_of(app->top, &rows))
		return;
	int row = find(app->top, &rows, rows.at, by, app->seek.word);
	if (row >= 0)
		go(app->top, &rows, row);
	else
		say_unknown(app, &rows, app->seek.word);
}
