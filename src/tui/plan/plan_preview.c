/* SPDX-License-Identifier: MIT */
/*
 * What a redraw or a shift of the plan would change, before it is done.
 */
#include "plan_view.h"

static void add_kind(struct page *page, const struct record *record,
	const struct plan_redraw *redraw, enum redraw_kind kind, int width)
{
	if (!redraw->of[kind])
		return;
	page_blank(page);
	page_add(page, STYLE_BOLD, 0, width, words_redraw_kind(&page->pool, redraw, kind));
	for (size_t i = 0; kind != REDRAW_KEPT && i < redraw->count; i++)
		if (redraw->items[i].kind == kind)
			page_add(page, STYLE_PLAIN, 2, width - 2,
				words_redraw_item(&page->pool, record, redraw, &redraw->items[i]));
}

void plan_page_redraw(struct page *page, struct app *app, bool reopen, int width)
{
	const struct record *record = &app->record;
	struct plan_redraw redraw;
	plan_redraw(&redraw, record, app_diagnosis(app), app->today, reopen);
	struct texts head = words_redraw(&page->pool, record, &redraw);
	page_add(page, STYLE_BOLD, 0, width, words_plain(W_PREVIEW_REDRAW));
	for (size_t i = 0; i < head.count; i++)
		page_add(page, STYLE_PLAIN, 0, width, head.text[i]);
	for (int kind = 0; kind < REDRAW_KINDS; kind++)
		add_kind(page, record, &redraw, (enum redraw_kind)kind, width);
	plan_redraw_release(&redraw);
}

struct plan_shift plan_shift_of(struct app *app, const struct plan_asked *asked)
{
	struct plan_shift shift;
	plan_shift(&shift, &app->record, app_plan(app), asked, app->today);
	return shift;
}

void plan_page_shift(struct page *page, struct app *app, const struct plan_asked *asked, int width)
{
	struct plan_shift shift = plan_shift_of(app, asked);
	page_add(page, STYLE_BOLD, 0, width, words_plain(W_PREVIEW_SHIFT));
	if (shift.start != DATE_NONE)
		page_add(page, STYLE_PLAIN, 0, width,
			words(&page->pool, W_SHIFT_START, hole_day("day", shift.start, DAY_LONG)));
	page_add(page, STYLE_PLAIN, 0, width,
		words(&page->pool, W_SHIFT_HEAD, hole_count("n", (int)shift.count)));
	page_blank(page);
	for (size_t i = 0; i < shift.count; i++)
		page_add(page, STYLE_PLAIN, 2, width - 2,
			words_shift_item(&page->pool, &app->record, &shift.moves[i]));
	plan_shift_release(&shift);
}
