/* SPDX-License-Identifier: MIT */
/*
 * Building a document: title, chapters, heads, paragraphs and lists.
 */
#include "doc.h"

#include <stdarg.h>

void doc_release(struct doc *doc)
{
	pool_release(&doc->pool);
	*doc = (struct doc){ .chapters = NULL };
}

const char *doc_format(struct doc *doc, const char *fmt, va_list args)
{
	struct str out;

	str_init(&out);
	str_addv(&out, fmt, args);
	const char *text = pool_strdup(&doc->pool, out.text);
	str_release(&out);
	return text;
}

void doc_title(
	struct doc *doc, const char *what, const char *notice, const char *who, const char *when)
{
	doc->titled = true;
	doc->title = what;
	doc->notice = notice;
	doc->who = who;
	doc->when = when;
}

static struct heading copy_heading(
	struct doc *doc, const char *lead, const char *text, const char *aside)
{
	return (struct heading){ pool_strdup(&doc->pool, lead), pool_strdup(&doc->pool, text),
		pool_strdup(&doc->pool, aside) };
}

static struct chapter *add_chapter(struct doc *doc, const char *id)
{
	struct chapter *chapter = POOL_APPEND(&doc->pool, doc->chapters, doc->chapter_count);

	chapter->id = id;
	doc->apart = false;
	return chapter;
}

void doc_chapter(struct doc *doc, const char *id, int number, const char *lead, const char *title)
{
	struct chapter *chapter = add_chapter(doc, id);

	chapter->number = number;
	chapter->heading = doc->heading = copy_heading(doc, lead, title, NULL);
}

void doc_page(struct doc *doc, const char *id, const char *name)
{
	struct chapter *chapter = add_chapter(doc, id);

	chapter->hidden = true;
	chapter->heading = copy_heading(doc, NULL, name, NULL);
	doc->heading = (struct heading){ .text = NULL };
}

struct block *doc_add(struct doc *doc, enum block_kind kind, int indent)
{
	if (!doc->chapter_count)
		doc_page(doc, NULL, "Report");
	struct chapter *chapter = &doc->chapters[doc->chapter_count - 1];
	struct block *block = POOL_APPEND(&doc->pool, chapter->blocks, chapter->block_count);

	block->kind = kind;
	block->indent = indent;
	block->apart = doc->apart;
	block->heading = doc->heading;
	doc->apart = false;
	return block;
}

struct block *doc_head(struct doc *doc, const char *lead, const char *title, const char *aside)
{
	struct block *block = doc_add(doc, BLOCK_HEAD, 0);

	block->heading = doc->heading = copy_heading(doc, lead, title, aside);
	return block;
}

void doc_line(struct doc *doc, int indent, const char *title, const char *aside)
{
	doc_add(doc, BLOCK_LINE, indent)->heading = copy_heading(doc, NULL, title, aside);
}

void doc_space(struct doc *doc)
{
	doc->apart = true;
}

void doc_text(struct doc *doc, int indent, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	doc_add(doc, BLOCK_TEXT, indent)->text = text;
}

void doc_run_in(struct doc *doc, const char *title, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	doc_head(doc, NULL, title, NULL)->run_in = true;
	doc_add(doc, BLOCK_TEXT, 0)->text = text;
}

/* Lists. */

static struct block *last_block(const struct doc *doc)
{
	struct chapter *chapter =
		doc->chapter_count ? &doc->chapters[doc->chapter_count - 1] : NULL;

	return chapter && chapter->block_count ? &chapter->blocks[chapter->block_count - 1] : NULL;
}

static void add_item(
	struct doc *doc, enum block_kind kind, enum list_style style, int indent, struct entry item)
{
	struct block *block = doc->apart ? NULL : last_block(doc);

	if (!block || block->kind != kind || block->style != style || block->indent != indent) {
		block = doc_add(doc, kind, indent);
		block->style = style;
	}
	*POOL_APPEND(&doc->pool, block->items, block->item_count) = item;
}

void doc_bullet(struct doc *doc, int indent, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	add_item(doc, BLOCK_LIST, LIST_BULLETS, indent,
		(struct entry){ .text = text, .hang = indent + 2 });
}

void doc_entry(struct doc *doc, int indent, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	add_item(doc, BLOCK_LIST, LIST_BARE, indent,
		(struct entry){ .text = text, .hang = indent + 2 });
}

void doc_numbered(struct doc *doc, int indent, int hang, size_t number, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	add_item(doc, BLOCK_LIST, LIST_NUMBERS, indent,
		(struct entry){ pool_printf(&doc->pool, "%zu", number), text, hang, TERM_RUN });
}

void doc_term(struct doc *doc, int indent, int hang, enum term_style style, const char *label,
	const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	add_item(doc, BLOCK_TERMS, LIST_BARE, indent,
		(struct entry){ pool_strdup(&doc->pool, label), text, hang, style });
}
