/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as one HTML file that loads nothing and runs nothing.
 */
#include "html.h"

#include <ctype.h>
#include <string.h>
#include "../marks.h"
#include "../prose.h"
#include "../write.h"

static void element(struct html *h, const char *name, const char *text)
{
	html_add(h, "<%s>", name);
	html_text(h, text);
	html_add(h, "</%s>\n", name);
}

static void classed(struct html *h, const char *name, const char *class, const char *text)
{
	html_add(h, "<%s class=\"%s\">", name, class);
	html_text(h, text);
	html_add(h, "</%s>\n", name);
}

/* One rank below what it stands under, a head or the title of the chapter; its aside in small. */
static void write_line(struct html *h, const struct block *block)
{
	html_add(h, h->headed ? "<h4>" : "<h3 class=\"line\">");
	html_text(h, block->heading.text);
	if (block->heading.aside) {
		str_add(h->out, " <small>");
		html_text(h, block->heading.aside);
		str_add(h->out, "</small>");
	}
	html_add(h, h->headed ? "</h4>\n" : "</h3>\n");
}

static void write_text(struct html *h, const struct block *block)
{
	element(h, "p", block->text);
}

static void write_list(struct html *h, const struct block *block)
{
	html_add(h, "<ul%s>\n", block->style == LIST_BULLETS ? "" : " class=\"plain\"");
	for (size_t i = 0; i < block->item_count; i++) {
		str_add(h->out, "<li>");
		if (block->items[i].label) {
			html_text(h, block->items[i].label);
			str_addc(h->out, ' ');
		}
		html_text(h, block->items[i].text);
		str_add(h->out, "</li>\n");
	}
	str_add(h->out, "</ul>\n");
}

static void write_terms(struct html *h, const struct block *block)
{
	str_add(h->out, "<dl>\n");
	for (size_t i = 0; i < block->item_count; i++) {
		element(h, "dt", block->items[i].label);
		element(h, "dd", block->items[i].text);
	}
	str_add(h->out, "</dl>\n");
}

static const char *title_line(struct html *h, const struct heading *heading)
{
	return heading_line(&h->pool, heading, ": ", LETTERS_CAPITALS);
}

/* What follows a heading stays with it. */
static void write_head(struct html *h, const struct block *block)
{
	if (block->left_out)
		marks_here(h->marks, h->out, REPORT_MARK_LEFT_OUT, h->chapter->id);
	h->headed = true;
	element(h, "h3", title_line(h, &block->heading));
}

/* Charts have their table beside them. */
static void (*const write_block[BLOCK_KINDS])(struct html *, const struct block *) = {
	[BLOCK_HEAD] = write_head,
	[BLOCK_LINE] = write_line,
	[BLOCK_TEXT] = write_text,
	[BLOCK_LIST] = write_list,
	[BLOCK_TERMS] = write_terms,
	[BLOCK_TABLE] = html_table,
	[BLOCK_KEY] = html_key,
};

static void write_block_of(struct html *h, const struct block *block)
{
	void (*const *charts)(struct html *, const struct block *) =
		h->use == HTML_OFFICE ? html_chart_tables : html_charts;

	(write_block[block->kind] ? write_block : charts)[block->kind](h, block);
}

/* Ids are ours, but only what fits into an attribute gets there. */
static const char *chapter_id(struct html *h, const struct doc *doc, size_t at)
{
	const char *id = doc->chapters[at].id;

	for (size_t before = 0; id && before < at; before++)
		if (str_same(doc->chapters[before].id, id))
			id = NULL;
	if (id && *id && !id[strspn(id, "abcdefghijklmnopqrstuvwxyz_")])
		return id;
	return pool_printf(&h->pool, "section-%zu", at + 1);
}

static const char *chapter_title(struct html *h, const struct chapter *chapter)
{
	return chapter->hidden ? chapter->heading.text : title_line(h, &chapter->heading);
}

static void write_number(struct html *h, const struct chapter *chapter)
{
	if (chapter->number)
		html_add(h, "<span class=\"no\">%d.</span> ", chapter->number);
}

static void write_contents(struct html *h, const struct doc *doc)
{
	if (doc->chapter_count < 2)
		return;
	str_add(h->out,
		"<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n");
	for (size_t i = 0; i < doc->chapter_count; i++) {
		str_add(h->out, "<li>");
		write_number(h, &doc->chapters[i]);
		html_add(h, "<a href=\"#%s\">", chapter_id(h, doc, i));
		html_text(h, chapter_title(h, &doc->chapters[i]));
		str_add(h->out, "</a></li>\n");
	}
	str_add(h->out, "</ul>\n</nav>\n");
}

static void write_chapter(struct html *h, const struct doc *doc, size_t at)
{
	const struct chapter *chapter = h->chapter = &doc->chapters[at];
	const char *id = chapter_id(h, doc, at);

	h->headed = false;
	marks_here(h->marks, h->out, REPORT_MARK_SECTION, chapter->id);
	html_add(h, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\"%s>", id,
		id, id, chapter->hidden ? " class=\"hidden\"" : "");
	write_number(h, chapter);
	html_text(h, chapter_title(h, chapter));
	str_add(h->out, "</h2>\n");
	for (size_t i = 0; i < chapter->block_count; i++)
		write_block_of(h, &chapter->blocks[i]);
	str_add(h->out, "</section>\n");
}

/* A text in a style sheet: whatever is no letter or digit is written by its number. */
static void add_css_string(struct html *h, const char *text)
{
	struct str plain;

	str_init(&plain);
	prose(&plain, text, false);
	prose_ascii(&plain, 0);
	str_addc(h->out, '"');
	for (const char *at = plain.text; *at; at++)
		if (isalnum((unsigned char)*at))
			str_addc(h->out, *at);
		else
			str_addf(h->out, "\\%06x", (unsigned)*at);
	str_addc(h->out, '"');
	str_release(&plain);
}

/* The line at the head of every page but the first, which has its title. */
static void write_pages(struct html *h, const struct doc *doc)
{
	str_add(h->out,
		"@page{size:A4;margin:19mm 17mm 17mm;"
		"@bottom-right{content:counter(page) \" / \" counter(pages);"
		"font:8pt system-ui,sans-serif;color:#566072}");
	if (doc->titled) {
		str_add(h->out, "@top-left{font:8pt system-ui,sans-serif;color:#566072;content:");
		add_css_string(h, pool_printf(&h->pool, "%s, %s", doc->title, doc->when));
		str_add(h->out, "}@top-right{font:8pt system-ui,sans-serif;color:#566072;content:");
		add_css_string(h, doc->notice);
		str_addc(h->out, '}');
	}
	str_add(h->out,
		"}\n@page :first{margin-top:14mm;@top-left{content:none}"
		"@top-right{content:none}}\n");
}

static void write_opening(struct html *h, const struct doc *doc)
{
	str_add(h->out,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	html_text(
		h, doc->titled ? pool_printf(&h->pool, "%s: %s", doc->title, doc->who) : "Report");
	str_add(h->out, "</title>\n");
	if (h->use != HTML_OFFICE) {
		str_add(h->out, "<style>\n");
		html_style(h);
		write_pages(h, doc);
		str_add(h->out, "</style>\n");
	}
	str_add(h->out, "</head>\n<body>\n");
}

static void write_title(struct html *h, const struct doc *doc)
{
	str_add(h->out, "<header>\n");
	classed(h, "p", "brand", DOC_BRAND);
	element(h, "h1", doc->title);
	classed(h, "p", "who", doc->who);
	classed(h, "p", "when", doc->when);
	classed(h, "p", "edition", doc->notice);
	str_add(h->out, "</header>\n");
}

static void write_for(enum html_use use, struct str *out, const struct doc *doc, bool ascii,
	struct report_marks *marks)
{
	struct html h = { .out = out, .use = use, .ascii = ascii, .marks = marks };

	marks_begin(marks, out);
	write_opening(&h, doc);
	if (doc->titled)
		write_title(&h, doc);
	if (use != HTML_OFFICE)
		write_contents(&h, doc);
	str_add(out, "<main>\n");
	for (size_t i = 0; i < doc->chapter_count; i++)
		write_chapter(&h, doc, i);
	str_add(out, "</main>\n</body>\n</html>\n");
	pool_release(&h.pool);
}

void doc_write_html(struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	write_for(HTML_SCREEN, out, doc, ascii, marks);
}

void doc_write_paper(struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	write_for(HTML_PAPER, out, doc, ascii, marks);
}

void doc_write_office(
	struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	write_for(HTML_OFFICE, out, doc, ascii, marks);
}
