/* SPDX-License-Identifier: MIT */
/*
 * What a redraw or a shift of the plan would change, before it is done; and how a shift is asked
 * for.
 */
#include "plan_view.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>

#define WEEKS_MOST 104

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
	const struct record *record = &app->record;
	const struct plan *plan = app_plan(app);
	struct plan_shift shift;
	switch (asked->kind) {
	case SHIFT_START:
		plan_shift_start(&shift, record, plan, asked->number, app->today);
		break;
	case SHIFT_OPEN:
	case SHIFT_LATE:
		plan_shift_weeks(
			&shift, record, plan, asked->number, asked->kind == SHIFT_LATE, app->today);
		break;
	case SHIFT_LATE_FROM:
		plan_shift_late(&shift, record, plan, asked->number, app->today);
		break;
	}
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

static bool parse_when(const char *word, int today, struct plan_asked *asked)
{
	char *end;
	long weeks = strtol(word, &end, 10);
	int day, other;
	if (!*end && weeks >= 1 && weeks <= WEEKS_MOST) {
		asked->number = (int)weeks;
		return true;
	}
	if (asked->kind != SHIFT_LATE || date_typed(word, today, DATE_AHEAD, &day, &other))
		return false;
	asked->kind = SHIFT_LATE_FROM;
	asked->number = day;
	return true;
}

static bool is_filling(const char *word)
{
	return !strcasecmp(word, "by") || !strcasecmp(word, "from") || !strcasecmp(word, "week") ||
		!strcasecmp(word, "weeks");
}

bool plan_shift_parse(const char *text, int today, struct plan_asked *asked)
{
	char copy[64], *rest = copy;
	const char *words[2];
	size_t count = 0;
	if ((size_t)snprintf(copy, sizeof(copy), "%s", text) >= sizeof(copy))
		return false;
	for (char *word; (word = strsep(&rest, " ")) != NULL;) {
		if (!*word || is_filling(word))
			continue;
		if (count == 2)
			return false;
		words[count++] = word;
	}
	if (count != 2 || (strcasecmp(words[0], "open") && strcasecmp(words[0], "late")))
		return false;
	asked->kind = strcasecmp(words[0], "open") ? SHIFT_LATE : SHIFT_OPEN;
	return parse_when(words[1], today, asked);
}
