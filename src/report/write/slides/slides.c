/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as slides: Markdown whose headings begin a slide each, and below each its list,
 * bars and tables as shapes, which pandoc passes on as they are. Texts go to the foot of the slide
 * in small, above the title of the document.
 */
#include <math.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>
#include "../marks.h"
#include "../prose.h"
#include "../write.h"
#include "shape.h"

#define LEFT 457200
#define WIDTH 8229600
#define TOP 1200151
#define NOTES_TOP 4206000
#define NOTES_HEIGHT 520000
#define FOOT_TOP 4767263
#define FOOT_HEIGHT 200000
#define GAP 120000

#define LIST_SIZE 1800
#define LIST_LINE 285000 /* of its lines, with their share of the space between */
#define LIST_CELLS 60

/* Bars */

#define BAR_ROW 330000
#define BAR_HEIGHT 210000
#define BAR_LEFT (LEFT + 1450000)
#define BAR_WIDTH 3600000
#define SCALE_LOW 1.0
#define SCALE_POINTS 4.0

static const char *const band_colour[] = {
	[BAND_CRITICAL] = "9C3222",
	[BAND_WEAK] = "BB6530",
	[BAND_ADEQUATE] = "A98550",
	[BAND_STRENGTH] = "64926F",
};

static int along(double value)
{
	double part = isnan(value) ? 0 : (value - SCALE_LOW) / SCALE_POINTS;

	return (int)(fmin(1, fmax(0, part)) * BAR_WIDTH);
}

static const char *band_and_note(struct slides *s, const struct bar *bar)
{
	struct texts said = { 0 };

	texts_add(&s->pool, &said, bar->band);
	if (!str_blank(bar->note))
		texts_add(&s->pool, &said, bar->note);
	return words_names(&s->pool, &said);
}

static void write_bar(struct slides *s, const struct bar *bar)
{
	const struct look label = { 1400, true, INK, "l" }, value = { 1400, true, INK, "r" },
			  word = { 1400, false, SOFT, "l" };
	int right = BAR_LEFT + BAR_WIDTH, top = s->y + (BAR_ROW - BAR_HEIGHT) / 2;

	shape_words(s, &(struct box){ LEFT, top, BAR_LEFT - LEFT, BAR_HEIGHT }, &label, bar->label);
	shape_rectangle(s, &(struct box){ BAR_LEFT, top, BAR_WIDTH, BAR_HEIGHT }, WASH);
	if (bar->shade != BAND_NONE)
		shape_rectangle(s, &(struct box){ BAR_LEFT, top, along(bar->value), BAR_HEIGHT },
			band_colour[bar->shade]);
	shape_words(s, &(struct box){ right + 60000, top, 560000, BAR_HEIGHT }, &value,
		prose_number(&s->pool, bar->value, bar->tenths ? 1 : 2));
	shape_words(s,
		&(struct box){ right + 720000, top, LEFT + WIDTH - right - 720000, BAR_HEIGHT },
		&word, band_and_note(s, bar));
	s->y += BAR_ROW;
}

static void write_bars(struct slides *s, const struct block *block)
{
	const struct look soft = { 1000, false, SOFT, "l" };
	int top = s->y, x = BAR_LEFT + along(block->line);

	for (size_t i = 0; i < block->bar_count; i++)
		write_bar(s, &block->bars[i]);
	shape_rectangle(s, &(struct box){ x, top, 12700, s->y - top }, INK);
	shape_words(s, &(struct box){ BAR_LEFT, s->y, WIDTH - (BAR_LEFT - LEFT), 170000 }, &soft,
		words(&s->pool, W_CHART_SCALE, hole_number("line", block->line, 2)));
	s->y += 170000 + GAP;
}

/* Lists, tables, texts */

static int lines_of(const struct block *block)
{
	int lines = 0;

	for (size_t i = 0; i < block->item_count; i++)
		lines +=
			(utf8_cells(UTF8_FILE, block->items[i].text) + LIST_CELLS - 1) / LIST_CELLS;
	return lines;
}

static void write_list(struct slides *s, const struct block *block)
{
	int height = LIST_LINE * (lines_of(block) + 1);

	shape_list(s, &(struct box){ LEFT, s->y, WIDTH, height }, block, LIST_SIZE);
	s->y += height + GAP;
}

static void write_table(struct slides *s, const struct block *block)
{
	s->y += shape_table(s, &(struct box){ LEFT, s->y, WIDTH, 0 }, block) + GAP;
}

static void write_head(struct slides *s, const struct block *block)
{
	s->head = block->heading.text;
}

static void write_text(struct slides *s, const struct block *block)
{
	str_add(&s->notes, s->notes.len ? " " : "");
	if (s->head)
		str_addf(&s->notes, "%s: ", s->head);
	str_add(&s->notes, block->text);
	s->head = NULL;
}

/* What slides are made of. */
static void (*const write_block[BLOCK_KINDS])(struct slides *, const struct block *) = {
	[BLOCK_HEAD] = write_head,
	[BLOCK_TEXT] = write_text,
	[BLOCK_LIST] = write_list,
	[BLOCK_TABLE] = write_table,
	[BLOCK_BARS] = write_bars,
};

static void write_foot(struct slides *s, const struct doc *doc)
{
	const struct look notes = { 1000, false, SOFT, "l" }, foot = { 900, false, ACCENT, "l" };

	if (s->notes.len)
		shape_words(s, &(struct box){ LEFT, NOTES_TOP, WIDTH, NOTES_HEIGHT }, &notes,
			s->notes.text);
	if (doc->titled)
		shape_words(s, &(struct box){ LEFT, FOOT_TOP, WIDTH, FOOT_HEIGHT }, &foot,
			pool_printf(&s->pool, "%s, %s. %s", doc->who, doc->when, doc->notice));
}

static void write_title(struct slides *s, const struct chapter *chapter)
{
	const struct look look = { 2400, true, ACCENT, "l" };

	str_add(s->out, "# `");
	shape_run(s, &look, chapter->heading.text);
	str_add(s->out, "`{=openxml}\n\n");
}

static void write_slide(struct slides *s, const struct doc *doc, const struct chapter *chapter)
{
	s->y = TOP;
	s->shapes = 0;
	s->head = NULL;
	str_clear(&s->notes);
	write_title(s, chapter);
	str_add(s->out, "```{=openxml}\n");
	for (size_t i = 0; i < chapter->block_count; i++)
		if (write_block[chapter->blocks[i].kind])
			write_block[chapter->blocks[i].kind](s, &chapter->blocks[i]);
	write_foot(s, doc);
	str_add(s->out, "```\n\n");
}

void doc_write_slides(
	struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	struct slides s = { .out = out, .ascii = ascii };

	marks_begin(marks, out);
	str_init(&s.notes);
	for (size_t i = 0; i < doc->chapter_count; i++)
		write_slide(&s, doc, &doc->chapters[i]);
	str_release(&s.notes);
	pool_release(&s.pool);
}
