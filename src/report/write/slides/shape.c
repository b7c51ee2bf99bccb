/* SPDX-License-Identifier: MIT */
/*
 * Texts, boxes and lists of a slide.
 */
#include "shape.h"

#include <string.h>
#include <rekindle/utf8.h>
#include "../prose.h"

/* One character: a letter or sign as it is, what could be markup by its number. */
static size_t add_character(struct slides *s, const char *text)
{
	unsigned code;
	size_t n = utf8_character(text, &code);

	if (strchr("&<>\"'`", *text) || (s->ascii && n > 1))
		str_addf(s->out, "&#x%X;", code);
	else
		str_addn(s->out, text, n);
	return n;
}

void shape_text(struct slides *s, const char *text)
{
	struct str plain;

	str_init(&plain);
	prose(&plain, text, true);
	for (const char *at = plain.text; *at;)
		at += add_character(s, at);
	str_release(&plain);
}

void shape_run(struct slides *s, const struct look *look, const char *text)
{
	str_addf(s->out,
		"<a:r><a:rPr lang=\"en\" sz=\"%d\" b=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/>"
		"</a:solidFill></a:rPr><a:t>",
		look->size, look->bold, look->colour);
	shape_text(s, text);
	str_add(s->out, "</a:t></a:r>");
}

/* ph: the element of that name, which says what of the layout it stands for; or "". */
static void begin(struct slides *s, const char *name, const char *ph)
{
	s->shapes++;
	str_addf(s->out,
		"<p:sp><p:nvSpPr><p:cNvPr id=\"%d\" name=\"%s %d\"/><p:cNvSpPr/><p:nvPr>%s</p:nvPr>"
		"</p:nvSpPr><p:spPr>",
		1000 + s->shapes, name, s->shapes, ph);
}

static void place(struct slides *s, const struct box *box)
{
	str_addf(s->out,
		"<a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
		"<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>",
		box->x, box->y, box->width, box->height);
}

void shape_rectangle(struct slides *s, const struct box *box, const char *colour)
{
	begin(s, "Bar", "");
	place(s, box);
	str_addf(s->out,
		"<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill><a:ln><a:noFill/></a:ln>"
		"</p:spPr></p:sp>\n",
		colour);
}

static void begin_body(struct slides *s, const char *insets)
{
	str_addf(s->out,
		"</p:spPr><p:txBody><a:bodyPr wrap=\"square\" %s><a:normAutofit/></a:bodyPr>"
		"<a:lstStyle/>",
		insets);
}

void shape_words(struct slides *s, const struct box *box, const struct look *look, const char *text)
{
	begin(s, "Text", "");
	place(s, box);
	str_add(s->out, "<a:noFill/>");
	begin_body(s, "lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"");
	str_addf(s->out, "<a:p><a:pPr algn=\"%s\"/>", look->align);
	shape_run(s, look, text);
	str_add(s->out, "</a:p></p:txBody></p:sp>\n");
}

void shape_list(struct slides *s, const struct box *box, const struct block *block, int size)
{
	const struct look look = { size, false, INK, "l" };

	begin(s, "Content", "<p:ph idx=\"1\"/>");
	place(s, box);
	begin_body(s, "lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"");
	for (size_t i = 0; i < block->item_count; i++) {
		str_add(s->out, "<a:p>");
		shape_run(s, &look, block->items[i].text);
		str_add(s->out, "</a:p>");
	}
	str_add(s->out, "</p:txBody></p:sp>\n");
}
