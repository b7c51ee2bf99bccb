/* SPDX-License-Identifier: MIT */
/*
 * Wrapped text that scrolls as a whole.
 */
#include "page.h"

#include <rekindle/utf8.h>

void page_release(struct page *page)
{
	pool_release(&page->pool);
	page->lines = NULL;
	page->count = 0;
}

void page_clear(struct page *page)
{
	page_release(page);
}

static struct page_line *add_line(struct page *page, enum style style, int indent, const char *text)
{
	struct page_line *line = POOL_APPEND(&page->pool, page->lines, page->count);
	*line = (struct page_line){ .text = text, .style = style, .indent = indent };
	return line;
}

size_t page_add(struct page *page, enum style style, int indent, int width, const char *text)
{
	size_t first = page->count, shown;
	if (width < 1)
		width = 1;
	for (size_t n; (n = utf8_line(UTF8_SCREEN, text, width, &shown)); text += n)
		add_line(page, style, indent, pool_strndup(&page->pool, text, shown));
	if (page->count == first)
		add_line(page, style, indent, "");
	return first;
}

void page_blank(struct page *page)
{
	add_line(page, STYLE_PLAIN, 0, "");
}

void page_lead(struct page *page, size_t line, int col, enum style style, const char *text)
{
	page->lines[line].lead = pool_strdup(&page->pool, text);
	page->lines[line].lead_col = col;
	page->lines[line].lead_style = style;
}

static void clamp(struct page *page)
{
	int last = (int)page->count - page->rows;
	if (page->top > last)
		page->top = last;
	if (page->top < 0)
		page->top = 0;
}

void page_layout(struct page *page, int rows)
{
	page->rows = rows > 0 ? rows : 1;
	page->top = page->wanted;
	while (page->count && !*page->lines[page->count - 1].text &&
		!page->lines[page->count - 1].lead)
		page->count--;
	clamp(page);
}

bool page_act(struct page *page, enum act action)
{
	int before = page->top, step = page->rows > 1 ? page->rows - 1 : 1;
	switch ((int)action) {
	case ACTION_UP:
		page->top--;
		break;
	case ACTION_DOWN:
		page->top++;
		break;
	case ACTION_PAGE_UP:
		page->top -= step;
		break;
	case ACTION_PAGE_DOWN:
		page->top += step;
		break;
	case ACTION_FIRST:
		page->top = 0;
		break;
	case ACTION_LAST:
		page->top = (int)page->count;
		break;
	default:
		return false;
	}
	clamp(page);
	page->wanted = page->top;
	return page->top != before;
}

bool page_more_above(const struct page *page)
{
	return page->top > 0;
}

bool page_more_below(const struct page *page)
{
	return page->top + page->rows < (int)page->count;
}

void page_draw(const struct page *page, const struct canvas *canvas, int row, int col)
{
	for (int i = 0; i < page->rows && page->top + i < (int)page->count; i++) {
		const struct page_line *line = &page->lines[page->top + i];
		if (line->lead)
			canvas_text(canvas, row + i, col + line->lead_col, canvas->cols,
				line->lead_style, line->lead);
		canvas_text(
			canvas, row + i, col + line->indent, canvas->cols, line->style, line->text);
	}
}
