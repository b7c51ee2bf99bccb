/* SPDX-License-Identifier: MIT */
/*
 * Words that may be quoted to the other company: read, confirmed or kept in, one after another.
 */
#include <rekindle/quote.h>
#include "../app.h"
#include "../widgets/list.h"

#define STATE_COL 2
#define STATE_CELLS 10
#define ROLE_CELLS 12
#define READ_LINES 5 /* of the one in focus, below the list, with what the list means */
#define ROWS_LEAST 3 /* of the list, below which the one in focus has no room */

struct quotes {
	struct list list;
	struct pool pool;
	const struct quote *quotes;
	size_t count;
};

static void gather(struct quotes *own, const struct record *record)
{
	pool_release(&own->pool);
	own->quotes = quotes_of(&own->pool, record, &own->count);
}

static const struct quote *focused(const struct quotes *own)
{
	return (size_t)own->list.at < own->count ? &own->quotes[own->list.at] : NULL;
}

/* What waits is confirmed, what goes out is kept in, and the other way round. */
static void change(struct quotes *own, struct app *app)
{
	gather(own, &app->record); /* it may have been loaded anew since */
	const struct quote *quote = focused(own);
	if (!quote)
		return;
	bool out = quote->bar != QUOTE_FREE;
	struct answer *answer = &app->record.answers[quote->answer];
	answer->quotable = out ? TRI_YES : TRI_NO;
	if (app_change(app, words_plain(W_UNDO_QUOTE), KIND_ANSWER, answer))
		app_say(app, "%s", words_plain(out ? W_QUOTE_GOES_OUT : W_QUOTE_STAYS_IN));
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct quotes *own = screen->state;
	(void)key;
	if (action == ACTION_CHANGE) {
		change(own, screen->app);
		return NAV_STAY;
	}
	return list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct quotes *own = screen->state;
	return sought_in(sought, own->quotes[row].text);
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->list = &((struct quotes *)screen->state)->list;
	rows->has = row_has;
}

#define NONE ACTION_NONE
#define PLACES ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act some[] = { ACTION_CHANGE, NONE, PLACES, ACTION_UP, ACTION_DOWN,
		ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST, ACTION_REDO, NONE };
	static const enum act none[] = { NONE, PLACES, ACTION_REDO, NONE };

	return ((const struct quotes *)screen->state)->count ? some : none;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct quote *quote = focused(screen->state);
	if (action != ACTION_CHANGE || !quote)
		return NULL;
	return quote->bar == QUOTE_FREE ? "keep in" : "may go out";
}

static int count_out(const struct quotes *own)
{
	int n = 0;
	for (size_t i = 0; i < own->count; i++)
		n += own->quotes[i].bar == QUOTE_FREE;
	return n;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct quotes *own = screen->state;
	struct pool pool = { 0 };
	header->title = "Quotes";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s",
		words(&pool, W_QUOTES_COUNT, hole_count("out", count_out(own)),
			hole_count("n", (int)own->count)));
	pool_release(&pool);
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct quotes *own = screen->state;
	int body = body_rows(rows), above = body - READ_LINES - 1;
	(void)cols;
	gather(own, &screen->app->record);
	list_layout(&own->list, (int)own->count, above < ROWS_LEAST ? body - 1 : above);
}

static void draw_row(const struct record *record, const struct canvas *canvas, int row,
	const struct quote *quote)
{
	int role = STATE_COL + 2 + STATE_CELLS, text = role + ROLE_CELLS;
	enum role of = record->respondents[record->answers[quote->answer].respondent].role;
	canvas_text(canvas, row, STATE_COL + 2, STATE_CELLS - 1,
		quote->bar == QUOTE_FREE ? STYLE_PLAIN : STYLE_BOLD, words_quote_bar(quote->bar));
	canvas_text(canvas, row, role, ROLE_CELLS - 1, STYLE_PLAIN, words_role((int)of));
	canvas_text(canvas, row, text, canvas->cols - text - 2, STYLE_PLAIN, quote->text);
}

/* The words in focus in full, or what the list means. */
static void draw_below(const struct quotes *own, const struct canvas *canvas, int row)
{
	const struct quote *quote = focused(own);
	int width = canvas->cols - 4;
	const char *means = words_plain(own->count ? W_QUOTES_MEAN : W_QUOTES_EMPTY);
	int lines = quote ? canvas_lines(quote->text, width) : 0;
	lines = lines < READ_LINES ? lines : READ_LINES;
	if (quote)
		canvas_wrapped(canvas, row, 2, width, 0, lines, STYLE_BOLD, quote->text);
	if (READ_LINES - lines >= canvas_lines(means, width))
		canvas_wrapped(
			canvas, row + lines, 2, width, 0, READ_LINES - lines, STYLE_PLAIN, means);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct quotes *own = screen->state;
	const struct list *list = &own->list;
	int row = BODY_TOP;
	for (int i = list->top; i < list->count && i < list->top + list->rows; i++, row++) {
		draw_row(&screen->app->record, canvas, row, &own->quotes[i]);
		if (i == list->at)
			canvas_focus(canvas, row);
	}
	list_draw_place(list, canvas, row, canvas->cols - 2);
	if (body_rows(canvas->rows) - READ_LINES - 1 >= ROWS_LEAST)
		draw_below(own, canvas, row + 1);
}

static void leave(struct screen *screen)
{
	pool_release(&((struct quotes *)screen->state)->pool);
}

const struct screen_ops screen_quotes = {
	.name = "quotes",
	.goes_on = true,
	.state_size = sizeof(struct quotes),
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
