/* SPDX-License-Identifier: MIT */
/*
 * Why as a page: rule, for, against, what changes it; beside a map or below it.
 */
#ifndef TUI_WHY_PAGE_H
#define TUI_WHY_PAGE_H

#include <rekindle/diagnosis.h>
#include "../widgets/page.h"

/* From this width on words stand before their text, else above it. */
#define WHY_LABELS_BEFORE 60

/* Append it: col is where the page will be drawn. */
void why_page(struct page *, const struct why *, int col, int width);
/* The same under its title. brief: of the evidence the first pieces, and how many more there are. */
void why_page_titled(struct page *, const struct why *, int col, int width, bool brief);

#endif
