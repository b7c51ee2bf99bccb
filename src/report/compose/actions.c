/* SPDX-License-Identifier: MIT */
/*
 * Actions in a table: number, title, an owner a side, due date. Owners of many parties do not fit
 * into columns and stand below.
 */
#include <rekindle/utf8.h>
#include "compose.h"

#define TITLE_CELLS 41
#define OWNER_CELLS 12
#define OWNER_CELLS_NARROW 8

static int owner_columns(const struct compose *c)
{
	return c->parties <= ACTION_ROWS_PARTIES ? c->parties : 0;
}

static int owner_cells(const struct compose *c)
{
	return c->parties == 2 ? OWNER_CELLS : OWNER_CELLS_NARROW;
}

static void head_row(struct compose *c, struct table *table)
{
	struct row *head = doc_head_row(c->doc, table);

	doc_cell(c->doc, head, "No");
	doc_cell(c->doc, head, "Action");
	for (int p = 0; p < owner_columns(c); p++)
		doc_cell(c->doc, head, "%s", party_label(c, p));
	doc_cell(c->doc, head, "Due");
}

#define COLUMNS_MOST (ACTION_ROWS_PARTIES + 3)

static int lay_columns(const struct compose *c, struct column columns[COLUMNS_MOST])
{
	int count = 0;

	columns[count++] = (struct column){ .width = 3, .align = ALIGN_RIGHT };
	columns[count++] = (struct column){ .gap = 2, .width = TITLE_CELLS };
	for (int p = 0; p < owner_columns(c); p++)
		columns[count++] = (struct column){ .gap = 1, .width = owner_cells(c) };
	columns[count++] = (struct column){ .gap = 1, .width = 6 };
	return count;
}

static struct table *with_heads(struct compose *c, struct table *table)
{
	table->subject = 1;
	head_row(c, table);
	return table;
}

struct table *table_of_actions(struct compose *c)
{
	struct column columns[COLUMNS_MOST];
	int count = lay_columns(c, columns);

	return with_heads(c, doc_table(c->doc, 0, columns, count));
}

struct table *table_of_step(struct compose *c, struct caption caption)
{
	struct column columns[COLUMNS_MOST];
	int count = lay_columns(c, columns);

	return with_heads(c, doc_captioned(c->doc, caption, 0, columns, count));
}

/* In a narrow column the surname alone, rather than half of it. */
static const char *owner_cell(struct compose *c, const struct planned_action *planned, int party)
{
	const char *name = owner_name(c, planned, party);

	return utf8_cells(UTF8_FILE, name) > owner_cells(c) ? owner_surname(c, planned, party)
							    : name;
}

void action_row(struct compose *c, struct table *table, size_t at)
{
	const struct planned_action *planned = &c->plan->actions[at];
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%d", planned->number);
	doc_cell(c->doc, row, "%s%s", planned->quick_win ? "QW " : "", planned->title);
	for (int p = 0; p < owner_columns(c); p++)
		doc_cell(c->doc, row, "%s", owner_cell(c, planned, p));
	doc_cell(c->doc, row, "%s", day_short(c, planned->due));
}
