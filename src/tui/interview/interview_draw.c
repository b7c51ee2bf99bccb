/* SPDX-License-Identifier: MIT */
/*
 * How a question looks: its page, with the box in TEXT mode below it, and the list beside it.
 */
#include "interview.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

static const char *clock_text(struct pool *pool, const struct interview *in)
{
	int seconds = sitting_seconds(&in->sitting);
	int left = flow_minutes_left(&in->sitting.flow, seconds);
	if (left == INT_NONE)
		return words(pool, W_MINUTES_USED, hole_count("minutes", seconds / 60));
	return left > 0 ? words(pool, W_MINUTES_LEFT, hole_count("minutes", left))
			: words_plain(W_MINUTES_UP);
}

const char *interview_clock(struct pool *pool, const struct interview *in)
{
	const char *clock = clock_text(pool, in);
	return in->sitting.paused ? words(pool, W_MINUTES_PAUSED, hole_text("clock", clock))
				  : clock;
}

static void draw_head(const struct interview *in, const struct canvas *canvas, int width)
{
	const struct item *item = sitting_item(&in->sitting);
	struct pool pool = { 0 };
	int used = canvas_text(canvas, BODY_TOP, 2, width - 20, STYLE_PLAIN, item->topic);
	if (item->core)
		canvas_text(canvas, BODY_TOP, 2 + used + 3, 8, STYLE_PLAIN, "core");
	canvas_right(canvas, BODY_TOP, 2 + width, STYLE_PLAIN, interview_clock(&pool, in));
	pool_release(&pool);
}

static void draw_box(const struct interview *in, const struct canvas *canvas)
{
	static const char *const labels[SITTING_FIELDS] = { "Answer", "Comment", "Quote",
		"Evidence", "Reason" };
	if (!interview_big_box(in)) {
		canvas_text(canvas, in->box_row, 2, 10, STYLE_BOLD, labels[in->writing]);
		edit_draw(&in->box, canvas, in->box_row, 13, STYLE_FIELD, true);
		return;
	}
	for (int i = 0; i < in->box_rows; i++)
		canvas_text(canvas, in->box_row + i, 2, 1, STYLE_PLAIN, SIGN_RULE);
	edit_draw(&in->box, canvas, in->box_row, 4, STYLE_PLAIN, true);
}

/* Below the box: how it may be quoted, and what to ask next. */
static void draw_below_box(const struct interview *in, const struct canvas *canvas)
{
	int row = in->box_row + in->box_rows + 1, end = BODY_TOP + body_rows(canvas->rows);
	const struct item *item = sitting_item(&in->sitting);
	struct interview *writable =
		(struct interview *)(uintptr_t)in; /* texts go to the page's pool */
	if (!interview_big_box(in) || row >= end)
		return;
	canvas_textf(canvas, row, 2, canvas->cols - 4, STYLE_PLAIN, "May be quoted as      %s",
		interview_quoted_as(writable));
	if (item->probe_count)
		canvas_text(
			canvas, row + 2, 2, canvas->cols - 4, STYLE_DIM, interview_probe(writable));
}

/* How much is written, in the cells up to `end`. */
static void draw_box_words(
	const struct interview *in, const struct canvas *canvas, int row, int end)
{
	struct pool pool = { 0 };
	struct hole n = hole_count("n", edit_words(&in->box));
	char kept[6];
	canvas_text(canvas, row, 2, end - 2, STYLE_PLAIN,
		in->draft_kept ? words(&pool, W_TEXT_WORDS_DRAFT, n,
					 hole_text("time", clock_hm(in->draft_kept, kept)))
			       : words(&pool, W_TEXT_WORDS, n));
	pool_release(&pool);
}

/* How much is written, and where in it the cursor stands. */
static void draw_box_hint(const struct interview *in, const struct canvas *canvas, int row)
{
	struct pool pool = { 0 };
	int lines = edit_lines(&in->box), end = canvas->cols - 2;
	if (lines > in->box_rows) {
		const char *line = words(&pool, W_TEXT_LINE,
			hole_count("line", edit_cursor_line(&in->box) + 1),
			hole_count("all", lines));
		canvas_right(canvas, row, end, STYLE_PLAIN, line);
		end -= utf8_cells(UTF8_SCREEN, line) + 2;
	}
	draw_box_words(in, canvas, row, end);
	pool_release(&pool);
}

static void draw_points_left(const struct interview *in, const struct canvas *canvas, int row)
{
	struct pool pool = { 0 };
	int left = sitting_points_left(&in->sitting);
	bool narrow = width_of(canvas->cols) == WIDTH_NARROW;
	struct hole n = hole_count("n", left > 0 ? left : -left);
	canvas_text(canvas, row, 2, canvas->cols - 4, STYLE_PLAIN,
		left > 0 ? words(&pool, narrow ? W_POINTS_LEFT_SHORT : W_POINTS_LEFT, n)
			 : words(&pool, narrow ? W_POINTS_OVER_SHORT : W_POINTS_OVER, n));
	pool_release(&pool);
}

/* Beside a message where that leaves room. */
static void draw_more(const struct interview *in, const struct canvas *canvas, int row)
{
	const char *more = page_more_below(&in->page) ? words_plain(W_MORE_BELOW)
		: page_more_above(&in->page)          ? words_plain(W_MORE_ABOVE)
						      : NULL;
	int used = utf8_cells(UTF8_SCREEN, in->app->message) + 2 * in->app->warning;
	if (more && 2 + used + 1 + utf8_cells(UTF8_SCREEN, more) <= canvas->cols - 2)
		canvas_right(canvas, row, canvas->cols - 2, STYLE_PLAIN, more);
}

/* What the message row says when nothing happened. */
static void draw_hint(const struct interview *in, const struct canvas *canvas)
{
	int row = canvas->rows - 3;
	bool said = *in->app->message;
	if (in->app->asking || (said && interview_big_box(in)))
		return;
	if (interview_big_box(in))
		draw_box_hint(in, canvas, row);
	else if (!said && flow_gap(&in->sitting.flow, in->sitting.flow.at) == GAP_POINTS)
		draw_points_left(in, canvas, row);
	else
		draw_more(in, canvas, row);
}

/* The one focus, also while something is noted of it. */
static void draw_focus(const struct interview *in, const struct canvas *canvas, int row, int width)
{
	int line = interview_focus_line(in);
	if (line < in->page.top || line >= in->page.top + in->page.rows)
		return;
	row += line - in->page.top;
	if (interview_bar_col(in))
		canvas_keep(canvas, row, interview_bar_col(in), canvas->cols);
	canvas_focus_span(canvas, row, width + 2);
}

static void draw_side(const struct interview *in, const struct canvas *canvas)
{
	int col = canvas->cols - interview_side(in) + 2, titles = interview_side_titles(in);
	int rows = body_rows(canvas->rows);
	int first = (int)in->sitting.flow.at - rows / 2;
	if (first > (int)in->sitting.flow.count - rows)
		first = (int)in->sitting.flow.count - rows;
	if (first < 0)
		first = 0;
	struct pool pool = { 0 };
	for (int i = 0; i < rows && first + i < (int)in->sitting.flow.count; i++) {
		size_t question = (size_t)(first + i);
		bool here = question == in->sitting.flow.at;
		enum style style = here ? STYLE_PART : STYLE_PLAIN;
		enum answer_state state = flow_state(&in->sitting.flow, question);
		const struct answer *answer = sitting_answer_of(&in->sitting, question);
		char mark[8] = { state_letter(state), 0 };
		if (answer && answer->value.type == VALUE_NUMBER)
			snprintf(mark, sizeof(mark), "%.0f", answer->value.number);
		canvas_textf(canvas, BODY_TOP + i, col, 3, style, "%2zu", question + 1);
		canvas_text(canvas, BODY_TOP + i, col + 3, titles, style,
			interview_short(in, question));
		canvas_text(canvas, BODY_TOP + i, col + titles + 4, 2, STYLE_PLAIN, mark);
	}
	pool_release(&pool);
}

void interview_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct interview *in = screen->state;
	if (!in->sitting.flow.count) {
		canvas_text(canvas, BODY_TOP, 2, canvas->cols - 4, STYLE_PLAIN,
			words_plain(W_NOTHING_ASKED));
		return;
	}
	int width = interview_width(in), body = body_rows(canvas->rows);
	int row = BODY_TOP + interview_head_rows(body);
	draw_head(in, canvas, width);
	page_draw(&in->page, canvas, row, 2);
	draw_focus(in, canvas, row, width);
	if (in->writing != SITTING_NOTHING) {
		draw_box(in, canvas);
		draw_below_box(in, canvas);
	}
	if (width_of(canvas->cols) == WIDTH_WIDE)
		draw_side(in, canvas);
	draw_hint(in, canvas);
}
