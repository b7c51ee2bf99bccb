/* SPDX-License-Identifier: MIT */
/*
 * Findings: everything that the diagnosis states, by severity, each in a sentence; behind it the
 * rule with its numbers and what the plan does about it.
 */
#include "../app.h"

#include <string.h>

#include <rekindle/utf8.h>
#include "../widgets/list.h"
#include "../widgets/page.h"
#include "why_page.h"

#define ROW_COL 3 /* severity, in a word or in its digit */
#define WORD_CELLS 11
#define DIGIT_CELLS 3
#define SHORT_ROWS 5
#define SIDE_WIDTH 36 /* the pane from 100 columns on */

struct findings {
	struct list list;
	struct page page;     /* the one in focus */
	const char **said;    /* of each finding, as it comes first; in the pool of the page */
	int shown;            /* whose page it is, -1 none */
	bool open;            /* the page alone */
	struct why_view view; /* what of it opens */
	int list_row, page_row, page_col;
	bool short_page; /* a few rows of few cells: room for the sentence alone */
};

#define SEVERITY_MOST 4
/* Indexed by severity, 1 and up. */
static const enum sentence counted[] = { 0, W_FINDINGS_MINOR, W_FINDINGS_WEAK, W_FINDINGS_CRITICAL,
	W_FINDINGS_KNOCKOUT };
static const enum sentence known_as[] = { 0, W_FINDING_MINOR, W_FINDING_WEAK, W_FINDING_CRITICAL,
	W_FINDING_KNOCKOUT };
static const enum sentence severity_word[] = { 0, W_SEVERITY_MINOR, W_SEVERITY_WEAK,
	W_SEVERITY_CRITICAL, W_SEVERITY_KNOCKOUT };

static void enter(struct screen *screen, const void *arg)
{
	struct findings *own = screen->state;
	(void)arg;
	own->shown = -1;
}

static void leave(struct screen *screen)
{
	struct findings *own = screen->state;
	page_release(&own->page);
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct findings *own = screen->state;
	const struct diagnosis *d = app_diagnosis(screen->app);
	return sought_in(sought, d->findings[row].id) || sought_in(sought, own->said[row]);
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct findings *own = screen->state;
	rows->page = own->open ? &own->page : NULL;
	rows->list = &own->list;
	rows->has = row_has;
	if (!own->open)
		rows->of = ROWS_FINDINGS;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct findings *own = screen->state;
	(void)key;
	if (own->open && why_view_act(&own->view, &own->page, action))
		return NAV_STAY;
	switch ((int)action) {
	case ACTION_OPEN:
		if (!own->open)
			own->page.wanted = 0;
		own->open = own->list.count > 0;
		return NAV_STAY;
	case ACTION_RETURN:
	case ACTION_UP_LEVEL:
		if (!own->open)
			return NAV_DEFAULT;
		own->open = false;
		return NAV_STAY;
	}
	return !own->open && list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
static const enum act *offers(const struct screen *screen)
{
	static const enum act list[] = { ACTION_OPEN, ACTION_PLAN, ACTION_REPORT, NONE,
		ACTION_SEARCH, ACTION_DIAGNOSIS, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP,
		ACTION_UP_LEVEL, NONE, MOVING, ACTION_RETURN, ACTION_TREND, ACTION_AUDIT,
		ACTION_PROFILE, ACTION_REDO, NONE };
	static const enum act page[] = { ACTION_RETURN, ACTION_PAGE_DOWN, NONE, ACTION_PALETTE,
		ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	static const enum act opening[] = { ACTION_OPEN, ACTION_RETURN, ACTION_PAGE_DOWN, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	const struct findings *own = screen->state;
	return !own->open ? list : why_view_line(&own->view, &own->page) >= 0 ? opening : page;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct findings *own = screen->state;
	return action == ACTION_OPEN && !own->open ? "why" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct diagnosis *d = app_diagnosis(screen->app);
	int count[SEVERITY_MOST + 1] = { 0 };
	struct pool pool = { 0 };
	struct texts said = { 0 };
	for (size_t i = 0; i < d->finding_count; i++)
		count[d->findings[i].severity]++;
	header->title = "Findings";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	for (int severity = SEVERITY_MOST; severity; severity--)
		if (count[severity])
			texts_add(&pool, &said,
				words(&pool, counted[severity], hole_count("n", count[severity])));
	snprintf(header->who, sizeof(header->who), "%s", words_names(&pool, &said));
	pool_release(&pool);
}

/* "Settle the open incidents, due 12 Oct" */
static const char *answer_text(struct pool *pool, const struct planned_action *planned)
{
	struct hole action = hole_text("action", planned->title);
	if (planned->due == DATE_NONE)
		return words(pool, W_ANSWERED_LATER, action);
	return words(pool, W_ANSWERED_BY, action, hole_day("day", planned->due, DAY_SHORT));
}

static void add_answers(struct page *page, struct app *app, const char *finding, int width)
{
	const struct plan *plan = app_plan(app);
	bool any = false;
	page_blank(page);
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		if (!plan_cites(planned, finding))
			continue;
		if (!any)
			page_add(page, STYLE_BOLD, 0, width, "In the plan");
		any = true;
		page_add(page, STYLE_PLAIN, 0, width, answer_text(&page->pool, planned));
	}
	if (!any)
		page_add(page, STYLE_PLAIN, 0, width, words_plain(W_ANSWERED_BY_NONE));
}

static void say_all(struct findings *own, struct app *app)
{
	const struct diagnosis *d = app_diagnosis(app);
	struct pool *pool = &own->page.pool;
	own->said = pool_alloc(pool, d->finding_count * sizeof(*own->said));
	for (size_t i = 0; i < d->finding_count; i++)
		own->said[i] = words_finding_plain(pool, &app->record, d, &d->findings[i]);
}

/* Why, and at its end by what name others know the finding: exports, actions, the method. */
static void add_why(struct findings *own, struct app *app, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	const struct finding *finding = &d->findings[own->list.at];
	struct pool *pool = &own->page.pool;
	struct why why;
	struct why_words said;
	why_finding(&why, pool, &app->record, d, finding);
	words_why(&said, pool, &app->record, d, &why);
	if (own->open)
		page_add(&own->page, STYLE_BOLD, 0, width, own->said[own->list.at]);
	why_page(&own->page, &own->view, &said, width);
	add_answers(&own->page, app, finding->id, width);
	page_blank(&own->page);
	page_add(&own->page, STYLE_DIM, 0, width,
		words(pool, known_as[finding->severity], hole_text("finding", finding->id),
			hole_count("severity", finding->severity)));
}

/* Below the list there is room for the rule alone. */
static void add_rule(struct findings *own, struct app *app, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	const struct finding *finding = &d->findings[own->list.at];
	page_add(&own->page, STYLE_PLAIN, 0, width,
		words_finding(&own->page.pool, &app->record, d, finding));
	add_answers(&own->page, app, finding->id, width);
}

/* Where the list cuts the sentence: all of it. */
static void add_said(struct findings *own, int width)
{
	page_add(&own->page, STYLE_PLAIN, 0, width, own->said[own->list.at]);
}

static void build_page(struct findings *own, struct app *app, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	int top = own->shown == own->list.at ? own->page.wanted : 0;
	page_clear(&own->page);
	if (own->shown != own->list.at)
		own->view = (struct why_view){ .row = 0 };
	own->shown = own->list.at;
	own->page.wanted = top;
	if (!d->finding_count)
		return;
	say_all(own, app);
	if (own->view.open)
		why_view_page(&own->page, &own->view, &app->record, width);
	else if (!own->open && own->short_page)
		add_said(own, width);
	else if (!own->open && width >= WHY_LABELS_BEFORE)
		add_rule(own, app, width);
	else
		add_why(own, app, width);
}

/* Rows of the page below the list: a third of the body, at most six. */
static int page_rows_below(int body)
{
	int rows = body / 3;
	return rows > 6 ? 6 : rows;
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct findings *own = screen->state;
	const struct diagnosis *d = app_diagnosis(screen->app);
	int body = body_rows(rows), head = body >= 8, below = page_rows_below(body);
	bool wide = width_of(cols) == WIDTH_WIDE;
	own->list_row = BODY_TOP + head;
	own->list.count = (int)d->finding_count;
	list_layout(&own->list, own->list.count, body - head - 1 - (wide ? 0 : below));
	own->page_col = wide && !own->open ? cols - SIDE_WIDTH - 2 : 2;
	own->page_row = own->open ? BODY_TOP : wide ? own->list_row : BODY_TOP + body - below;
	own->short_page = width_of(cols) == WIDTH_NARROW && below < SHORT_ROWS;
	build_page(own, screen->app, cols - own->page_col - 2);
	page_layout(&own->page, own->open ? body - 1 : wide ? body - head - 1 : below);
}

static const enum style severity_style[] = { STYLE_PLAIN, STYLE_PLAIN, STYLE_WARN, STYLE_CRITICAL,
	STYLE_CRITICAL };

/* The word where a sentence is left room beside it. */
static int said_col(int end)
{
	return ROW_COL + (end < 60 ? DIGIT_CELLS : WORD_CELLS);
}

static void draw_row(const struct canvas *canvas, int row, int end, const struct finding *finding,
	const char *said)
{
	int col = said_col(end);
	enum style style = severity_style[finding->severity];
	if (col - ROW_COL == DIGIT_CELLS)
		canvas_textf(canvas, row, ROW_COL, 2, style, "%d", finding->severity);
	else
		canvas_text(canvas, row, ROW_COL, WORD_CELLS - 1, style,
			words_plain(severity_word[finding->severity]));
	canvas_text(canvas, row, col, end - col, STYLE_PLAIN, said);
}

static void draw_more(const struct findings *own, const struct canvas *canvas)
{
	int row = own->page_row + own->page.rows, end = canvas->cols - 2;
	if (page_more_below(&own->page))
		canvas_right(canvas, row, end, STYLE_PLAIN, "more below");
	else if (page_more_above(&own->page))
		canvas_right(canvas, row, end, STYLE_PLAIN, "more above");
}

static void draw_list(const struct screen *screen, const struct canvas *canvas)
{
	const struct findings *own = screen->state;
	const struct diagnosis *d = app_diagnosis(screen->app);
	int end = own->page_col > 2 ? own->page_col - 2 : canvas->cols - 2;
	if (own->list_row > BODY_TOP) {
		canvas_text(canvas, BODY_TOP, said_col(end), 10, STYLE_PLAIN, "Finding");
	}
	for (int i = 0; i < own->list.rows && own->list.top + i < own->list.count; i++) {
		int at = own->list.top + i;
		draw_row(canvas, own->list_row + i, end, &d->findings[at], own->said[at]);
		if (own->list.top + i == own->list.at)
			canvas_focus_span(canvas, own->list_row + i, end);
	}
	if (!own->list.count)
		canvas_text(canvas, own->list_row, 4, canvas->cols - 6, STYLE_PLAIN,
			words_plain(d->primary.cause == PRIMARY_UNDECIDED ? W_FINDINGS_UNDECIDED
									  : W_FINDINGS_NONE));
	list_draw_place(&own->list, canvas, own->list_row + own->list.rows, end);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct findings *own = screen->state;
	if (!own->open)
		draw_list(screen, canvas);
	page_draw(&own->page, canvas, own->page_row, own->page_col);
	int line = why_view_line(&own->view, &own->page);
	if (own->open && line >= 0)
		canvas_focus(canvas, own->page_row + line - own->page.top);
	if (own->open)
		draw_more(own, canvas);
}

const struct screen_ops screen_findings = {
	.name = "findings",
	.state_size = sizeof(struct findings),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
