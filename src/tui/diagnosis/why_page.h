/* SPDX-License-Identifier: MIT */
/*
 * Why as a page: rule, for, against, what changes it; beside a map or below it.
 */
#ifndef TUI_WHY_PAGE_H
#define TUI_WHY_PAGE_H

#include <rekindle/words.h>
#include "../widgets/page.h"

/* What opens on a page of why: its items and quotes, one in focus; that one open in place of it. */
struct why_view {
	int *items; /* behind each row that opens; in the pool of the page */
	size_t count;
	int row; /* the one in focus */
	bool open;
	int item; /* that is open */
	int left; /* where the page was scrolled to when it opened */
};

/* From this width on words stand before their text, else above it. */
#define WHY_LABELS_BEFORE 60

/* Append it. */
void why_page(struct page *, struct why_view *, const struct why_words *, int width);
/* The same under its title. brief: of the evidence the first pieces, and how many more there are.
 */
void why_page_titled(
	struct page *, struct why_view *, const struct why_words *, int width, bool brief);
/* The item that is open: question, anchors, ratings by side, words. */
void why_view_page(struct page *, const struct why_view *, const struct record *, int width);

/* Moves, opens, goes back by one level; false: nothing here does that. */
bool why_view_act(struct why_view *, struct page *, enum act);
/* Line of the page that has the focus, -1: none in sight. */
int why_view_line(const struct why_view *, const struct page *);

#endif
