/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as one HTML file that loads nothing and runs nothing.
 */
#include "html.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <string.h>
#include <rekindle/embedded.h>

void html_add(struct html *h, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	str_addv(h->out, fmt, args);
	va_end(args);
}

static const struct {
	const char *text, *html;
} references[] = {
	{ "&", "&amp;" },
	{ "<", "&lt;" },
	{ ">", "&gt;" },
	{ "\"", "&quot;" },
	{ "'", "&#39;" },
	{ NB, "&nbsp;" },
};

/* Bytes at text that have a reference of their own. */
static size_t add_reference(struct html *h, const char *text)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(*references); i++) {
		size_t n = strlen(references[i].text);

		if (!strncmp(text, references[i].text, n)) {
			str_add(h->out, references[i].html);
			return n;
		}
	}
	return 0;
}

/* One character of valid UTF-8. */
static size_t add_character(struct html *h, const char *text)
{
	unsigned char first = (unsigned char)*text;
	unsigned code = first;
	size_t n = 1;

	if (first >= 0xC0)
		code = first & (first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F);
	while ((text[n] & 0xC0) == 0x80)
		code = code << 6 | ((unsigned char)text[n++] & 0x3F);
	if (h->ascii && n > 1)
		str_addf(h->out, "&#x%X;", code);
	else
		str_addn(h->out, text, n);
	return n;
}

void html_text(struct html *h, const char *text)
{
	struct str plain;

	str_init(&plain);
	prose(&plain, text, true);
	for (const char *at = plain.text; *at;) {
		size_t n = add_reference(h, at);

		at += n ? n : add_character(h, at);
	}
	str_release(&plain);
}

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

/* A line with what stands in brackets at its end in small. */
static void write_line(struct html *h, const struct part *part)
{
	const char *text = prose_title(&h->pool, part->text), *bracket = strstr(text, " (");
	size_t n = bracket ? (size_t)(bracket - text) : strlen(text);

	str_add(h->out, "<h4>");
	html_text(h, pool_strndup(&h->pool, text, n));
	if (bracket) {
		str_add(h->out, " <small>");
		html_text(h, bracket);
		str_add(h->out, "</small>");
	}
	str_add(h->out, "</h4>\n");
}

static void write_text(struct html *h, const struct part *part)
{
	element(h, "p", part->text);
}

static void write_list(struct html *h, const struct part *part)
{
	bool plain = part->items[0]->label[0] != '-';

	html_add(h, "<ul%s>\n", plain ? " class=\"plain\"" : "");
	for (size_t i = 0; i < part->item_count; i++) {
		const struct block *item = part->items[i];

		str_add(h->out, "<li>");
		if (item->label[0] && item->label[0] != '-') {
			html_text(h, outline_label(&h->pool, item));
			str_addc(h->out, ' ');
		}
		html_text(h, item->text);
		str_add(h->out, "</li>\n");
	}
	str_add(h->out, "</ul>\n");
}

static void write_terms(struct html *h, const struct part *part)
{
	str_add(h->out, "<dl>\n");
	for (size_t i = 0; i < part->item_count; i++) {
		element(h, "dt", outline_label(&h->pool, part->items[i]));
		element(h, "dd", part->items[i]->text);
	}
	str_add(h->out, "</dl>\n");
}

/* What follows a heading stays with it. */
static void write_head(struct html *h, const struct part *part)
{
	element(h, "h3", prose_title(&h->pool, part->text));
}

static void (*const write_part[])(struct html *, const struct part *) = {
	[PART_HEAD] = write_head,
	[PART_LINE] = write_line,
	[PART_TEXT] = write_text,
	[PART_LIST] = write_list,
	[PART_TERMS] = write_terms,
	[PART_TABLE] = html_table,
	[PART_KEY] = html_key,
	[PART_BARS] = html_bars,
	[PART_STRIPS] = html_strips,
	[PART_GANTT] = html_gantt,
	[PART_TREND] = html_trend,
};

/* Ids are ours, but only what fits into an attribute gets there. */
static const char *chapter_id(struct html *h, const struct outline *outline, size_t at)
{
	const char *id = outline->chapters[at].id;

	for (size_t before = 0; id && before < at; before++)
		if (str_same(outline->chapters[before].id, id))
			id = NULL;
	if (id && *id && !id[strspn(id, "abcdefghijklmnopqrstuvwxyz_")])
		return id;
	return pool_printf(&h->pool, "section-%zu", at + 1);
}

/* "Summary" for a first page that needs no title of its own on paper. */
static const char *chapter_title(struct html *h, const struct chapter *chapter)
{
	if (chapter->title)
		return prose_title(&h->pool, chapter->title);
	char *title = pool_strdup(&h->pool, chapter->id && *chapter->id ? chapter->id : "report");
	title[0] = (char)toupper((unsigned char)title[0]);
	return title;
}

static void write_number(struct html *h, const struct chapter *chapter)
{
	if (!chapter->number)
		return;
	str_add(h->out, "<span class=\"no\">");
	html_text(h, chapter->number);
	str_add(h->out, "</span> ");
}

static void write_contents(struct html *h, const struct outline *outline)
{
	if (outline->chapter_count < 2)
		return;
	str_add(h->out,
		"<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
	for (size_t i = 0; i < outline->chapter_count; i++) {
		const struct chapter *chapter = &outline->chapters[i];

		str_add(h->out, "<li>");
		write_number(h, chapter);
		html_add(h, "<a href=\"#%s\">", chapter_id(h, outline, i));
		html_text(h, chapter_title(h, chapter));
		str_add(h->out, "</a></li>\n");
	}
	str_add(h->out, "</ol>\n</nav>\n");
}

static void write_chapter(struct html *h, const struct outline *outline, size_t at)
{
	const struct chapter *chapter = &outline->chapters[at];
	const char *id = chapter_id(h, outline, at);

	html_add(h, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\"%s>", id,
		id, id, chapter->title ? "" : " class=\"hidden\"");
	write_number(h, chapter);
	html_text(h, chapter_title(h, chapter));
	str_add(h->out, "</h2>\n");
	for (size_t i = 0; i < chapter->part_count; i++)
		write_part[chapter->parts[i].kind](h, &chapter->parts[i]);
	str_add(h->out, "</section>\n");
}

/* "REKINDLE  Assessment report": who speaks, and what it is. */
static const char *report_name(const struct block *title)
{
	const char *blanks = strstr(title->label, "  ");

	return blanks ? blanks + strspn(blanks, " ") : title->label;
}

static const char *report_brand(struct html *h, const struct block *title)
{
	return pool_strndup(&h->pool, title->label, (size_t)(report_name(title) - title->label));
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
static void write_pages(struct html *h, const struct block *title)
{
	str_add(h->out,
		"@page{size:A4;margin:19mm 17mm 17mm;"
		"@bottom-right{content:counter(page) \" / \" counter(pages);"
		"font:8pt system-ui,sans-serif;color:#566072}");
	if (title) {
		str_add(h->out, "@top-left{font:8pt system-ui,sans-serif;color:#566072;content:");
		add_css_string(
			h, pool_printf(&h->pool, "%s, %s", report_name(title), title->right));
		str_add(h->out, "}@top-right{font:8pt system-ui,sans-serif;color:#566072;content:");
		add_css_string(h, title->label_right);
		str_addc(h->out, '}');
	}
	str_add(h->out,
		"}\n@page :first{margin-top:14mm;@top-left{content:none}"
		"@top-right{content:none}}\n");
}

/* data/report.css. */
static const char *style(void)
{
	const struct embedded *file = embedded_find("data/report.css");

	assert(file);
	return file->text;
}

static void write_opening(struct html *h, const struct block *title)
{
	str_add(h->out,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	html_text(h,
		title ? pool_printf(&h->pool, "%s: %s", report_name(title), title->text)
		      : "Report");
	str_add(h->out, "</title>\n<style>\n");
	str_add(h->out, style());
	write_pages(h, title);
	str_add(h->out, "</style>\n</head>\n<body>\n");
}

static void write_title(struct html *h, const struct block *title)
{
	str_add(h->out, "<header>\n");
	if (report_name(title) != title->label)
		classed(h, "p", "brand", report_brand(h, title));
	element(h, "h1", report_name(title));
	classed(h, "p", "who", title->text);
	classed(h, "p", "when", title->right);
	classed(h, "p", "edition", title->label_right);
	str_add(h->out, "</header>\n");
}

void doc_write_html(struct str *out, const struct doc *doc, bool ascii)
{
	struct html h = { .out = out, .ascii = ascii };
	struct outline outline;

	outline_init(&outline, doc);
	write_opening(&h, outline.title);
	if (outline.title)
		write_title(&h, outline.title);
	write_contents(&h, &outline);
	str_add(out, "<main>\n");
	for (size_t i = 0; i < outline.chapter_count; i++)
		write_chapter(&h, &outline, i);
	str_add(out, "</main>\n</body>\n</html>\n");
	outline_release(&outline);
	pool_release(&h.pool);
}
