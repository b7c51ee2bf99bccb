/* SPDX-License-Identifier: MIT */
/*
 * Why as a page: one paragraph a reason.
 */
#include "why_page.h"

#include <stdint.h>
#include <rekindle/words.h>

#define LABEL_CELLS 10
#define BRIEF_FOR 2
#define BRIEF_AGAINST 1

struct place {
	struct page *page;
	struct why_view *view;
	int width;
	bool before; /* words stand before their text */
};

static size_t add_paragraph(const struct place *place, const char *label, const char *text)
{
	int indent = place->before ? LABEL_CELLS : 0;
	size_t line = page_add(place->page, STYLE_PLAIN, indent, place->width - indent, text);
	if (label && place->before)
		page_lead(place->page, line, 0, STYLE_PLAIN, label);
	return line;
}

/* The first line of what opens carries its number in the view, from 1. */
static void add_opening(const struct place *place, size_t line, int item)
{
	*POOL_APPEND(&place->page->pool, place->view->items, place->view->count) = item;
	place->page->lines[line].tag = (int)place->view->count;
}

static void add_part(
	const struct place *place, const char *label, const struct texts *texts, size_t most)
{
	if (!place->before) {
		page_blank(place->page);
		page_add(place->page, STYLE_BOLD, 0, place->width, label);
	}
	for (size_t i = 0; i < texts->count && i < most; i++) {
		size_t line = add_paragraph(place, i ? NULL : label,
			i + 1 < most || texts->count <= most
				? texts->text[i]
				: words(&place->page->pool, W_WHY_MORE,
					  hole_text("text", texts->text[i]),
					  hole_count("more", (int)(texts->count - most))));
		if (texts->item && texts->item[i] >= 0)
			add_opening(place, line, texts->item[i]);
	}
	if (!texts->count)
		add_paragraph(place, label, words_plain(W_WHY_NONE));
}

static void add_title(const struct place *place, const char *title)
{
	int indent = place->before ? 6 : 0;
	if (!place->before)
		page_add(place->page, STYLE_BOLD, 0, place->width, "Why");
	size_t line = page_add(place->page, STYLE_BOLD, indent, place->width - indent, title);
	if (!place->before)
		return;
	page_lead(place->page, line, 0, STYLE_BOLD, "Why");
	page_blank(place->page);
}

static void add_parts(const struct place *place, const struct why_words *why, bool brief)
{
	const char *change = why->would_change ? why->would_change : words_plain(W_WHY_UNCHANGING);
	const struct texts changes = { .text = &change, .count = 1 };
	place->view->items = NULL;
	place->view->count = 0;
	add_part(place, "Rule", &why->rule, SIZE_MAX);
	add_part(place, "For", &why->pro, brief ? BRIEF_FOR : SIZE_MAX);
	add_part(place, "Against", &why->against, brief ? BRIEF_AGAINST : SIZE_MAX);
	add_part(place, "Changes", &changes, SIZE_MAX);
	if (why->items.count && !brief)
		add_part(place, "Items", &why->items, SIZE_MAX);
}

void why_page(struct page *page, struct why_view *view, const struct why_words *why, int width)
{
	const struct place place = { page, view, width, width >= WHY_LABELS_BEFORE };
	add_parts(&place, why, false);
}

void why_page_titled(struct page *page, struct why_view *view, const struct why_words *why,
	int width, bool brief)
{
	const struct place place = { page, view, width, width >= WHY_LABELS_BEFORE };
	add_title(&place, why->title);
	add_parts(&place, why, brief);
}

/* One item */

static void add_anchors(struct page *page, const struct item_words *item, int width)
{
	static const char *const digits[] = { "1", "3", "5" };
	for (int i = 0; i < 3; i++)
		if (item->anchor[i])
			page_lead(page, page_add(page, STYLE_PLAIN, 3, width - 3, item->anchor[i]),
				0, STYLE_BOLD, digits[i]);
	if (item->reversed)
		page_add(page, STYLE_PLAIN, 0, width, words_plain(W_WHY_REVERSED));
}

static void add_texts(struct page *page, int width, const char *title, const struct texts *texts)
{
	page_blank(page);
	page_add(page, STYLE_BOLD, 0, width, title);
	for (size_t i = 0; i < texts->count; i++)
		page_lead(page, page_add(page, STYLE_PLAIN, 2, width - 2, texts->text[i]), 0,
			STYLE_PLAIN, "-");
	if (!texts->count)
		page_add(page, STYLE_PLAIN, 0, width, words_plain(W_WHY_WITHHELD));
}

void why_view_page(
	struct page *page, const struct why_view *view, const struct record *record, int width)
{
	struct item_words item;
	words_item(&item, &page->pool, record, view->item);
	page_add(page, STYLE_BOLD, 0, width, item.text);
	add_anchors(page, &item, width);
	add_texts(page, width, "Ratings, in order of size", &item.values);
	add_texts(page, width, "Quotes and comments", &item.words);
}

/* Moving among what opens */

static int line_of(const struct page *page, int row)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->lines[i].tag == row + 1)
			return (int)i;
	return -1;
}

static bool in_sight(const struct page *page, int line)
{
	return line >= page->top && line < page->top + page->rows;
}

int why_view_line(const struct why_view *view, const struct page *page)
{
	int line = view->open ? -1 : line_of(page, view->row);
	return in_sight(page, line) ? line : -1;
}

/* To the next row in sight, else on by a line: what does not open is read on the way. */
static void step(struct why_view *view, struct page *page, enum act action)
{
	int next = view->row + (action == ACTION_UP ? -1 : 1);
	int line = next < 0 ? -1 : line_of(page, next);
	if (!view->open && line >= 0 && in_sight(page, line))
		view->row = next;
	else
		page_act(page, action);
}

/* A page further the focus is on the first row there, when there is one. */
static void leap(struct why_view *view, struct page *page, enum act action)
{
	page_act(page, action);
	for (int row = 0; why_view_line(view, page) < 0 && row < (int)view->count; row++)
		if (in_sight(page, line_of(page, row)))
			view->row = row;
}

static bool open_row(struct why_view *view, struct page *page)
{
	if (why_view_line(view, page) < 0)
		return false;
	view->item = view->items[view->row];
	view->left = page->wanted;
	view->open = true;
	page->wanted = 0;
	return true;
}

static bool close_row(struct why_view *view, struct page *page)
{
	if (!view->open)
		return false;
	view->open = false;
	page->wanted = view->left;
	return true;
}

bool why_view_act(struct why_view *view, struct page *page, enum act action)
{
	switch ((int)action) {
	case ACTION_OPEN:
		return open_row(view, page);
	case ACTION_RETURN:
	case ACTION_UP_LEVEL:
		return close_row(view, page);
	case ACTION_UP:
	case ACTION_DOWN:
		step(view, page, action);
		return true;
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST:
		leap(view, page, action);
		return true;
	}
	return false;
}
