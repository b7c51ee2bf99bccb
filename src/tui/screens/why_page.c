/* SPDX-License-Identifier: MIT */
/*
 * Why as a page: one paragraph a reason.
 */
#include "why_page.h"

#include <stdint.h>

#define LABEL_CELLS 10
#define BRIEF_FOR 2
#define BRIEF_AGAINST 1

struct place {
	struct page *page;
	int col, width;
	bool before;              /* words stand before their text */
};

static void add_paragraph(const struct place *place, const char *label, const char *text)
{
	int indent = place->before ? LABEL_CELLS : 0;
	size_t line = page_add(place->page, STYLE_PLAIN, indent, place->width - indent, text);
	if (label && place->before)
		page_lead(place->page, line, place->col, STYLE_PLAIN, label);
}

static void add_part(const struct place *place, const char *label, const struct texts *texts,
	size_t most)
{
	if (!place->before) {
		page_blank(place->page);
		page_add(place->page, STYLE_BOLD, 0, place->width, label);
	}
	for (size_t i = 0; i < texts->count && i < most; i++)
		add_paragraph(place, i ? NULL : label, i + 1 < most || texts->count <= most ?
			texts->text[i] : pool_printf(&place->page->pool, "%s (%zu more)",
				texts->text[i], texts->count - most));
	if (!texts->count)
		add_paragraph(place, label, "none recorded");
}

static void add_title(const struct place *place, const char *title)
{
	int indent = place->before ? 6 : 0;
	if (!place->before)
		page_add(place->page, STYLE_BOLD, 0, place->width, "Why");
	size_t line = page_add(place->page, STYLE_BOLD, indent, place->width - indent, title);
	if (!place->before)
		return;
	page_lead(place->page, line, place->col, STYLE_BOLD, "Why");
	page_blank(place->page);
}

static void add_parts(const struct place *place, const struct why *why, bool brief)
{
	const char *change = why->would_change ? why->would_change : "nothing that is recorded here";
	const struct texts changes = { &change, 1 };
	add_part(place, "Rule", &why->rule, SIZE_MAX);
	add_part(place, "For", &why->pro, brief ? BRIEF_FOR : SIZE_MAX);
	add_part(place, "Against", &why->against, brief ? BRIEF_AGAINST : SIZE_MAX);
	add_part(place, "Changes", &changes, SIZE_MAX);
}

void why_page(struct page *page, const struct why *why, int col, int width)
{
	const struct place place = { page, col, width, width >= WHY_LABELS_BEFORE };
	add_parts(&place, why, false);
}

void why_page_titled(struct page *page, const struct why *why, int col, int width, bool brief)
{
	const struct place place = { page, col, width, width >= WHY_LABELS_BEFORE };
	add_title(&place, why->title);
	add_parts(&place, why, brief);
}
