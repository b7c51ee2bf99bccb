/* SPDX-License-Identifier: MIT */
/*
 * A table of a slide: as wide as there is room, its columns as wide beside each other as in text.
 */
#include "../rows.h"
#include "shape.h"

#define ROW_HEIGHT 330000
#define SIZE 1300

static int units(const struct table *table)
{
	int n = 0;

	for (int i = 0; i < table->columns; i++)
		n += table->column[i].gap + table->column[i].width;
	return n ? n : 1;
}

static void add_grid(struct slides *s, const struct table *table, int width)
{
	str_add(s->out, "<a:tblGrid>");
	for (int i = 0; i < table->columns; i++)
		str_addf(s->out, "<a:gridCol w=\"%d\"/>",
			width / units(table) * (table->column[i].gap + table->column[i].width));
	str_add(s->out, "</a:tblGrid>");
}

/* A line below, nothing at the other sides. */
static void add_edges(struct slides *s, bool head)
{
	static const char *const sides[] = { "lnL", "lnR", "lnT" };

	for (int i = 0; i < 3; i++)
		str_addf(s->out, "<a:%s w=\"0\"><a:noFill/></a:%s>", sides[i], sides[i]);
	str_addf(s->out,
		"<a:lnB w=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></a:lnB>"
		"<a:noFill/>",
		head ? 15875 : 6350, head ? INK : LINE);
}

static void add_cell(
	struct slides *s, const struct table *table, int column, bool head, const char *text)
{
	const struct look look = { SIZE, head || column == table->subject, head ? SOFT : INK,
		table->column[column].align == ALIGN_RIGHT ? "r" : "l" };

	str_addf(s->out, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"%s\"/>",
		look.align);
	if (*text)
		shape_run(s, &look, text);
	else
		str_addf(s->out, "<a:endParaRPr lang=\"en\" sz=\"%d\"/>", SIZE);
	str_add(s->out,
		"</a:p></a:txBody><a:tcPr marL=\"45720\" marR=\"45720\" marT=\"36000\" "
		"marB=\"36000\">");
	add_edges(s, head);
	str_add(s->out, "</a:tcPr></a:tc>");
}

static void add_row(struct slides *s, const struct table *table, size_t at)
{
	bool head = at < table->head_count;

	str_addf(s->out, "<a:tr h=\"%d\">", ROW_HEIGHT);
	for (int i = 0; i < table->columns; i++)
		add_cell(s, table, i, head, row_text(&s->pool, &table->rows[at], i));
	str_add(s->out, "</a:tr>\n");
}

int shape_table(struct slides *s, const struct box *box, const struct block *block)
{
	const struct table *table = block->table;
	int height = ROW_HEIGHT * (int)table->row_count;

	s->shapes++;
	str_addf(s->out,
		"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"%d\" name=\"Table %d\"/>"
		"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>"
		"<a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></p:xfrm><a:graphic>"
		"<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">"
		"<a:tbl><a:tblPr firstRow=\"1\"/>",
		1000 + s->shapes, s->shapes, box->x, box->y, box->width, height);
	add_grid(s, table, box->width);
	for (size_t i = 0; i < table->row_count; i++)
		add_row(s, table, i);
	str_add(s->out, "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>\n");
	return height;
}
