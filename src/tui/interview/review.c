/* SPDX-License-Identifier: MIT */
/*
 * Review and jump list: all questions in order with the answer itself, what is still to settle,
 * and the way to finish.
 */
#include "interview.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/utf8.h>

struct review {
	struct interview *in;
	bool jump;
	bool only_open; /* l: all questions, or those to settle */
	int number;     /* being typed: the question to go to; 0 none */
	struct list list;
	int *questions;   /* shown question numbers; room for every item */
	struct page page; /* counts, wrapped */
	int list_row;
	struct review_columns columns;
	struct sitting_earlier earlier; /* of the review; hidden from the jump list */
};

static void look_back(struct review *review)
{
	sitting_earlier_release(&review->earlier);
	if (!review->jump)
		sitting_earlier(&review->in->sitting, &review->earlier);
}

static void collect(struct review *review)
{
	const struct flow *flow = &review->in->sitting.flow;
	int n = 0;
	for (size_t i = 0; i < flow->count; i++)
		if (!review->only_open || flow_open(flow, i))
			review->questions[n++] = (int)i;
	review->list.count = n;
}

static void focus_question(struct review *review, int question)
{
	for (int i = 0; i < review->list.count; i++)
		if (review->questions[i] == question)
			review->list.at = i;
}

static void enter(struct screen *screen, const void *arg)
{
	struct review *review = screen->state;
	const struct review_arg *given = arg;
	review->in = given->interview;
	review->jump = given->jump;
	review->questions =
		mem_alloc(screen->app->record.instrument->item_count * sizeof(*review->questions));
	collect(review);
	focus_question(review, (int)review->in->sitting.flow.at);
	look_back(review);
}

static void leave(struct screen *screen)
{
	struct review *review = screen->state;
	free(review->questions);
	sitting_earlier_release(&review->earlier);
	page_release(&review->page);
}

static int focused(const struct review *review)
{
	return review->list.count ? review->questions[review->list.at]
				  : (int)review->in->sitting.flow.at;
}

static void next_gap(struct review *review)
{
	int gap = flow_next_gap(&review->in->sitting.flow, (size_t)focused(review));
	if (gap < 0)
		app_say(review->in->app, "%s", words_plain(W_REVIEW_SETTLED));
	else
		focus_question(review, gap);
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct review *review = screen->state;
	size_t question = (size_t)review->questions[row];
	const struct item *item =
		&screen->app->record.instrument->items[review->in->sitting.flow.items[question]];
	return sought_in(sought, interview_short(review->in, question)) ||
		sought_in(sought, item->text) || sought_in(sought, item->topic);
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct review *review = screen->state;
	rows->list = &review->list;
	rows->has = row_has;
	rows->of = ROWS_QUESTIONS;
}

/* Finishing leaves the review and the interview below it. */
static enum nav finish(struct review *review, bool confirmed)
{
	struct interview *in = review->in;
	struct flow_counts counts = flow_count(&in->sitting.flow);
	int gaps = counts.open, unasked;
	if (gaps && !confirmed) {
		app_confirm(in->app, "%s",
			words(&in->app->said, W_REVIEW_FINISH, hole_count("n", gaps)));
		return NAV_STAY;
	}
	in->done = interview_kept(in, sitting_finish(&in->sitting, &unasked));
	if (!in->done)
		return NAV_STAY;
	app_say(in->app, "%s", words_plain(W_REVIEW_FINISHED));
	return NAV_UP;
}

/* The record may be another one now, and the person gone from it. */
static enum nav resumed(struct review *review)
{
	if (!sitting_refresh(&review->in->sitting))
		return NAV_UP;
	collect(review);
	look_back(review);
	return NAV_STAY;
}

/* Digits one after the other are one number, as long as there is such a question. */
static void digit(struct review *review, int digit)
{
	struct app *app = review->in->app;
	int all = (int)review->in->sitting.flow.count;
	int number = review->number * 10 + digit;
	review->number = number > all ? digit : number;
	number = review->number;
	if (!number || number > all) {
		app_say(app, "%s",
			words(&app->said, W_REVIEW_NO_NUMBER, hole_count("n", number),
				hole_count("all", all)));
		return;
	}
	focus_question(review, number - 1);
	app_say(app, "%s",
		words(&app->said,
			focused(review) == number - 1 ? W_REVIEW_NUMBER : W_REVIEW_NOT_SHOWN,
			hole_count("n", number)));
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct review *review = screen->state;
	if (action == ACTION_NUMBER) {
		digit(review, key->code - '0');
		return NAV_STAY;
	}
	if (action != ACTION_TICK)
		review->number = 0;
	switch ((int)action) {
	case ACTION_TICK:
		interview_hold_again(review->in);
		interview_look(review->in);
		interview_clock_tick(review->in);
		return NAV_STAY;
	case ACTION_GO_THERE:
		interview_go(review->in, (size_t)focused(review));
		return NAV_UP;
	case ACTION_NEXT_GAP:
		next_gap(review);
		return NAV_STAY;
	case ACTION_SHOW: {
		int question = focused(review);
		review->only_open = !review->only_open;
		collect(review);
		focus_question(review, question);
		return NAV_STAY;
	}
	case ACTION_FINISH:
		return finish(review, false);
	case ACTION_CONFIRMED:
		return finish(review, true);
	case ACTION_UNDO:
	case ACTION_REDO:
		return interview_may_undo(review->in) ? NAV_DEFAULT : NAV_STAY;
	case ACTION_THEIRS:
	case ACTION_OURS:
		interview_choose(review->in, action);
		return resumed(review);
	case ACTION_RESUMED:
		return resumed(review);
	}
	return list_act(&review->list, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act review_offers[] = { ACTION_GO_THERE, ACTION_NEXT_GAP, ACTION_SHOW,
		ACTION_FINISH, ACTION_NUMBER, NONE, ACTION_SEARCH, ACTION_RETURN, ACTION_UNDO,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_UP, ACTION_DOWN,
		ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_REDO,
		ACTION_NOTES, NONE };
	static const enum act jump_offers[] = { ACTION_GO_THERE, ACTION_NUMBER, ACTION_NEXT_GAP,
		ACTION_SHOW, NONE, ACTION_SEARCH, ACTION_RETURN, ACTION_PALETTE, ACTION_HELP,
		ACTION_UP_LEVEL, NONE, ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
		ACTION_FIRST, ACTION_LAST, NONE };
	const struct review *review = screen->state;
	return review->jump ? jump_offers : review_offers;
}

static bool records(const struct screen *screen, enum act action)
{
	(void)screen;
	return action == ACTION_FINISH;
}

static bool closed(const struct screen *screen)
{
	const struct review *review = screen->state;
	return review->in->sitting.closed;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct review *review = screen->state;
	static char back[24];
	if (action == ACTION_SHOW)
		return review->only_open ? "show: open" : "show: all";
	if (action == ACTION_RETURN) {
		snprintf(back, sizeof(back), "back to %zu", review->in->sitting.flow.at + 1);
		return back;
	}
	return NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct review *review = screen->state;
	struct flow_counts counts = flow_count(&review->in->sitting.flow);
	header->title = review->jump ? "Questions" : "Review";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	interview_who(review->in, header->who, sizeof(header->who));
	struct pool pool = { 0 };
	bool wide = width_of(screen->app->cols) == WIDTH_WIDE; /* else the name needs the room */
	snprintf(header->progress, sizeof(header->progress), wide ? "%d/%d   %s" : "%d/%d",
		counts.settled, counts.questions, interview_clock(&pool, review->in));
	pool_release(&pool);
	header->saved = interview_standing(review->in);
}

static void build_counts(struct review *review, int width)
{
	struct flow_counts counts = flow_count(&review->in->sitting.flow);
	struct page *page = &review->page;
	struct pool *pool = &page->pool;
	int notes = sitting_notes(&review->in->sitting);
	int minutes = sitting_seconds(&review->in->sitting) / 60;
	page_add(page, STYLE_PLAIN, 0, width, words_plain(W_REVIEW_HOW));
	page_blank(page);
	page_add(page, STYLE_BOLD, 0, width,
		pool_printf(pool, "%s     %s     %s",
			words(pool, W_REVIEW_BLANK, hole_count("n", counts.core_blank)),
			words(pool, W_REVIEW_UNSURE, hole_count("n", counts.dont_know)),
			words(pool, W_REVIEW_NO_REASON, hole_count("n", counts.no_reason))));
	page_add(page, STYLE_BOLD, 0, width,
		pool_printf(pool, "%s        %s     %s",
			words(pool, W_REVIEW_FLAGGED, hole_count("n", counts.flagged)),
			words(pool, W_REVIEW_NOTES, hole_count("n", notes)),
			minutes ? words(pool, W_MINUTES_USED, hole_count("minutes", minutes))
				: ""));
	page_blank(page);
	page_add(page, STYLE_PLAIN, 0, width, "");
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct review *review = screen->state;
	int body = body_rows(rows), head = 1, foot = 1;
	page_clear(&review->page);
	if (!review->jump && body >= 12 && cols >= 60)
		build_counts(review, cols - 4);
	head += (int)review->page.count;
	page_layout(&review->page, (int)review->page.count ? (int)review->page.count : 1);
	review->list_row = BODY_TOP + head;
	review->columns = review_columns(review->in, &review->earlier, cols);
	list_layout(&review->list, review->list.count, body - head - foot);
}

/* What was answered the last time, where that leaves room for it. */
static void draw_earlier(
	const struct review *review, const struct canvas *canvas, int row, int from, int question)
{
	struct pool pool = { 0 };
	int end = review->columns.end;
	if (review->earlier.said && review->earlier.said[question]) {
		const char *was = words(
			&pool, W_REVIEW_WAS, hole_text("answer", review->earlier.said[question]));
		if (from + 1 + utf8_cells(UTF8_SCREEN, was) <= end)
			canvas_right(canvas, row, end, STYLE_DIM, was);
	}
	pool_release(&pool);
}

static const char *gap_mark(enum flow_gap gap, bool core)
{
	static const char *const marks[] = { [GAP_NONE] = "",
		[GAP_BLANK] = "!",
		[GAP_REASON] = "! reason",
		[GAP_POINTS] = "! 100" };
	return gap == GAP_BLANK && core ? "! core" : marks[gap];
}

/* Returns the column of the answer. */
static int draw_row(const struct review *review, const struct canvas *canvas, int row, int question)
{
	const struct flow *flow = &review->in->sitting.flow;
	const struct item *item = &review->in->app->record.instrument->items[flow->items[question]];
	struct pool pool = { 0 };
	const struct review_columns *at = &review->columns;
	bool open = flow_open(flow, (size_t)question);
	const char *answer = words_answer(&pool, flow, (size_t)question);
	const char *mark = gap_mark(flow_gap(flow, (size_t)question), item->core);
	int col = review_answer_col(at,
		utf8_cells(UTF8_SCREEN, answer) + (open ? utf8_cells(UTF8_SCREEN, mark) + 1 : 0));
	canvas_textf(canvas, row, 3, 4, STYLE_PLAIN, "%3d", question + 1);
	canvas_text(canvas, row, at->topic, at->topic_cells, STYLE_PLAIN, item->topic);
	if (at->question)
		canvas_text(canvas, row, at->question, col - at->question - 1, STYLE_PLAIN,
			interview_short(review->in, (size_t)question));
	int used = canvas_text(canvas, row, col, canvas->cols - col - 2, STYLE_PLAIN, answer);
	if (open)
		canvas_text(canvas, row, col + used + 1, 8, STYLE_WARN, mark);
	draw_earlier(review, canvas, row, col + used + (open ? 9 : 0), question);
	pool_release(&pool);
	return col;
}

/* From 100 columns on: the answer in focus with what was noted. */
static void draw_side(const struct review *review, const struct canvas *canvas)
{
	int question = focused(review), col = review->columns.side, row = BODY_TOP;
	int width = canvas->cols - col - 2;
	const struct interview *in = review->in;
	const struct item *item =
		&in->app->record.instrument->items[in->sitting.flow.items[question]];
	const struct answer *answer = sitting_answer_of(&in->sitting, (size_t)question);
	struct pool pool = { 0 };
	const char *text = words_mirror(
		&pool, &in->app->record, item->text, sitting_respondent(&in->sitting)->party);
	row += canvas_wrapped(canvas, row, col, width, 0, 8, STYLE_BOLD, text) + 1;
	const char *const parts[] = { answer ? answer->text : NULL, answer ? answer->reason : NULL,
		answer ? answer->comment : NULL, answer ? answer->quote : NULL };
	static const char *const names[] = { "", "Reason: ", "Comment: ", "Quote: " };
	if (review->earlier.said && review->earlier.said[question])
		row += canvas_wrapped(canvas, row, col, width, 0, 2, STYLE_DIM,
			       words(&pool, W_REVIEW_BEFORE,
				       hole_text("answer", review->earlier.said[question]))) +
			1;
	for (size_t i = 0; i < 4; i++)
		if (parts[i])
			row += canvas_wrapped(canvas, row, col, width, 0, 8, STYLE_PLAIN,
				       pool_printf(&pool, "%s%s", names[i], parts[i])) +
				1;
	pool_release(&pool);
}

static void draw_titles(const struct review *review, const struct canvas *canvas, int row)
{
	const struct review_columns *at = &review->columns;
	canvas_text(canvas, row, 4, 3, STYLE_PLAIN, "No");
	canvas_text(canvas, row, at->topic, 8, STYLE_PLAIN, "Topic");
	if (at->question)
		canvas_text(canvas, row, at->question, 10, STYLE_PLAIN, "Question");
	canvas_text(canvas, row, at->answer, 8, STYLE_PLAIN, "Answer");
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct review *review = screen->state;
	int row = review->list_row, end = review->columns.end;
	page_draw(&review->page, canvas, BODY_TOP, 2);
	draw_titles(review, canvas, row - 1);
	for (int i = 0; i < review->list.rows && review->list.top + i < review->list.count; i++) {
		int answer =
			draw_row(review, canvas, row + i, review->questions[review->list.top + i]);
		if (review->list.top + i == review->list.at)
			canvas_focus_span(canvas, row + i, answer - 1);
	}
	if (!review->list.count)
		canvas_text(canvas, row, 4, canvas->cols - 6, STYLE_PLAIN,
			words_plain(W_REVIEW_SETTLED_ALL));
	list_draw_place(&review->list, canvas, BODY_TOP + body_rows(canvas->rows) - 1, end);
	if (review->columns.side)
		draw_side(review, canvas);
}

const struct screen_ops screen_review = {
	.name = "review",
	.state_size = sizeof(struct review),
	.enter = enter,
	.act = act,
	.offers = offers,
	.records = records,
	.closed = closed,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
