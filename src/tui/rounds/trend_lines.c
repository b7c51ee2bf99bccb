/* SPDX-License-Identifier: MIT */
/*
 * The sheet of the trend: what stands on it, in which order, and what of it is visible.
 */
#include "trend.h"

#include <rekindle/proof.h>

#define EDGE 2 /* rows kept visible beyond the focus */

static const struct trend_columns *columns_of(int cols)
{
	static const struct trend_columns standard = { 18, 25, 32, 45, 51, 58, 60 };
	static const struct trend_columns narrow = { 0, 0, 18, 30, 0, 0, 31 };
	return width_is_narrow(cols) ? &narrow : &standard;
}

/* Numbers that are not said are none. */
static struct trend_line *add(struct trend_view *own, enum trend_kind kind, int n)
{
	struct trend_line *line = POOL_APPEND(&own->laid, own->lines, own->line_count);
	*line = (struct trend_line){ .kind = kind, .n = n, .before = NAN, .after = NAN };
	return line;
}

/* A paragraph, wrapped, a blank line before it where something stands above. */
static void add_text(struct trend_view *own, const char *text, bool apart)
{
	struct page page = { 0 };
	if (!text)
		return;
	if (apart)
		add(own, TREND_TEXT, 0)->text = "";
	page_add(&page, STYLE_PLAIN, 0, own->cols - 4, text);
	for (size_t i = 0; i < page.count; i++)
		add(own, TREND_TEXT, 0)->text = pool_strdup(&own->laid, page.lines[i].text);
	page_release(&page);
}

static void add_row(struct trend_view *own, enum trend_kind kind, int n, bool ascii)
{
	trend_fill_row(own, add(own, kind, n), ascii);
}

static void add_table(struct trend_view *own, bool ascii)
{
	own->heading = (int)own->line_count;
	add(own, TREND_HEADING, 0);
	add_row(own, TREND_HEALTH, 0, ascii);
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		add_row(own, TREND_CAUSE, cause, ascii);
		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			add_row(own, TREND_ASPECT, cause * ASPECTS_PER_CAUSE + i, ascii);
	}
	add_row(own, TREND_SYMPTOM, SCALE_TRUST, ascii);
	add_row(own, TREND_SYMPTOM, SCALE_INFORMATION, ascii);
}

static const char *named_round(struct trend_view *own, const struct round_read *round)
{
	const struct assessment *assessment = &round->record.assessment;
	const char *kind = assessment->kind < 0 ? "--" : words_round(assessment->kind);
	if (assessment->date == DATE_NONE)
		return kind;
	return words(&own->laid, W_TREND_ROUND, hole_text("round", kind),
		hole_day("day", assessment->date, DAY_LONG));
}

/* NULL: the last two full rounds do not say so. */
static const char *revived_text(struct trend_view *own)
{
	const struct round_read *round = own->history.round;
	const struct record **records =
		pool_alloc(&own->laid, own->history.count * sizeof(*records));
	struct proof_pair pair;
	for (size_t i = 0; i < own->history.count; i++)
		records[i] = &round[i].record;
	if (!proof_full_rounds(records, own->history.count, (int)own->history.count - 1, &pair) ||
		!plan_revived(&round[pair.before].diagnosis, &round[pair.now].diagnosis) ||
		records[pair.before]->assessment.date == DATE_NONE ||
		records[pair.now]->assessment.date == DATE_NONE)
		return NULL;
	return words(&own->laid, W_REVIVED,
		hole_day("first", records[pair.before]->assessment.date, DAY_UNBROKEN),
		hole_day("second", records[pair.now]->assessment.date, DAY_UNBROKEN),
		hole_number("performance", round[pair.now].diagnosis.scores.performance.score, 0));
}

static void add_compared(struct trend_view *own, bool ascii)
{
	const char *revived = revived_text(own);
	add_text(own, revived, false);
	add_text(own,
		words(&own->laid, W_TREND_SPAN,
			hole_text("from", named_round(own, own->change.before)),
			hole_text("to", named_round(own, own->change.after)),
			hole_count("items", (int)own->change.trend.items)),
		revived != NULL);
	add_text(own, own->said.moved, false);
	add(own, TREND_TEXT, 0)->text = "";
	add_table(own, ascii);
	add_text(own, own->said.compared, true);
	add_text(own, own->said.people, false);
	add_text(own, own->said.joined, false);
	add_text(own, own->said.left, false);
}

static void add_rounds(struct trend_view *own)
{
	add_text(own, words_plain(W_TREND_SCORES), true);
	add(own, TREND_ROUND_HEADING, 0);
	for (size_t i = 0; i < own->history.count; i++)
		trend_fill_round(own, add(own, TREND_ROUND, (int)i));
}

static void add_kpis(struct trend_view *own, const struct app *app)
{
	size_t count = record_kpis_now(&app->record).kpi_count;
	if (!count)
		return;
	add_text(own, words_plain(W_TREND_KPIS), true);
	add(own, TREND_KPI_HEADING, 0);
	for (size_t i = 0; i < count; i++)
		trend_fill_kpi(own, add(own, TREND_KPI, (int)i), app);
}

static void build(struct trend_view *own, const struct app *app)
{
	pool_release(&own->laid);
	own->lines = NULL;
	own->line_count = 0;
	own->heading = -1;
	if (own->unread) {
		add_text(own, own->unread, false);
		return;
	}
	if (own->compared)
		add_compared(own, app->options.ascii);
	add_rounds(own);
	add_kpis(own, app);
}

int trend_line_of(const struct trend_view *own, const struct trend_line *wanted)
{
	for (size_t i = 0; i < own->line_count; i++)
		if (own->lines[i].kind == wanted->kind && own->lines[i].n == wanted->n)
			return (int)i;
	return 0;
}

/* The focus with the lines around it; above it stands the heading. */
static void scroll_sheet(struct trend_view *own)
{
	int at = trend_line_of(own, &own->focus), last = (int)own->line_count - own->rows;
	int edge = own->rows > 2 * EDGE + 1 ? EDGE : 0;
	if (own->follow && at < own->top + edge + 1)
		own->top = at - edge - 1;
	if (own->follow && at >= own->top + own->rows - edge)
		own->top = at - own->rows + 1 + edge;
	own->follow = false;
	if (own->top > last)
		own->top = last;
	if (own->top < 0)
		own->top = 0;
}

void trend_layout(struct screen *screen, int rows, int cols)
{
	struct trend_view *own = screen->state;
	int more =
		cols - TREND_PANE_FROM < TREND_PANE_MORE ? cols - TREND_PANE_FROM : TREND_PANE_MORE;
	own->pane = cols >= TREND_PANE_FROM && own->compared ? TREND_PANE_COL + more : 0;
	own->cols = own->pane ? own->pane - 2 : cols;
	own->columns = columns_of(own->cols);
	build(own, screen->app);
	trend_place_kpis(own);
	own->follow |= own->rows && own->rows != body_rows(rows);
	own->rows = body_rows(rows);
	scroll_sheet(own);
	page_clear(&own->why);
	if (own->compared)
		trend_explain(own, screen->app,
			own->pane && !own->open ? cols - own->pane - 2 : cols - 4);
	page_layout(&own->why, own->rows);
}
