/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of the audit's tables are: as in their table, less what their texts do not
 * need, which goes to columns whose texts are longer.
 */
#include "audit.h"

#include <rekindle/utf8.h>

#define END_MAX 200 /* nothing is stretched beyond */
#define FIGURES 87  /* where figures end beside which words stand */
#define FIGURES_MOST 118
#define WORDS 31     /* that much room the words have at least */
#define FILL_MIN 9   /* what takes the rest of a row is left out below this */
#define BAR_CELLS 10 /* with the blanks beside it */

int audit_end(int cols)
{
	return cols - 2 < END_MAX ? cols - 2 : END_MAX;
}

int audit_sum_end(int cols)
{
	int end = audit_end(cols) - WORDS;
	if (width_of(cols) != WIDTH_WIDE)
		return audit_end(cols);
	end = end < FIGURES_MOST ? end : FIGURES_MOST;
	return end > FIGURES ? end : FIGURES;
}

static int wider(int cells, const char *text)
{
	int own = text ? utf8_cells(UTF8_SCREEN, text) : 2;
	return own > cells ? own : cells;
}

/* What the longest text of a column takes, with the gap. */
static int need_of(const struct audit *audit, const struct record *record, enum kind kind,
	const struct audit_column *column)
{
	struct pool pool = { 0 };
	int cells = wider(0, column->title);
	for (size_t i = 0; i < audit->row_count; i++) {
		const struct audit_row *row = &audit->rows[i];
		if (row->kind == kind && row->index >= 0)
			cells = wider(cells, audit_cell(&pool, record, kind, column, row->index));
	}
	pool_release(&pool);
	return column->bar ? BAR_CELLS : cells + 2;
}

/* As in the table; returns what is left of the room. */
static int usual(const struct audit_column *columns, size_t count, enum width size, int room,
	int cells[AUDIT_COLUMNS])
{
	int rest = room;
	for (size_t i = 0; i < count; i++)
		rest -= columns[i].cells[size] > 0 ? columns[i].cells[size] : 0;
	for (size_t i = 0; i < count; i++) {
		bool fills = columns[i].cells[size] == COLUMN_FILL;
		cells[i] = fills && rest >= FILL_MIN ? rest : columns[i].cells[size];
		cells[i] = cells[i] > 0 ? cells[i] : 0;
		rest = fills && cells[i] ? 0 : rest;
	}
	return rest;
}

/* Columns from, to before end share what some of them do not need. Returns what none needs. */
static int share(int cells[AUDIT_COLUMNS], const int need[AUDIT_COLUMNS], size_t end, int spare)
{
	for (size_t i = 0; i < end; i++)
		if (cells[i] > need[i]) {
			spare += cells[i] - need[i];
			cells[i] = need[i];
		}
	for (size_t i = 0; i < end; i++) {
		int more = cells[i] ? need[i] - cells[i] : 0;
		more = more < spare ? more : spare;
		cells[i] += more;
		spare -= more;
	}
	return spare;
}

/* The figure that is summed up below ends where the sum does. */
static size_t summed(enum kind kind)
{
	return kind == KIND_OBJECTIVE ? 5 : kind == KIND_KPI ? 7 : 0;
}

static void set_places(struct audit_place *places, const struct audit_column *columns, size_t count,
	const int cells[AUDIT_COLUMNS])
{
	bool right = false;
	int x = 2;
	for (size_t i = 0; i < count; i++) {
		places[i] = (struct audit_place){ 0 };
		if (cells[i] <= 0)
			continue;
		int gap = right && !columns[i].right ? 2 : 0;
		places[i].col = x + gap;
		places[i].width = cells[i] - gap;
		right = columns[i].right;
		x += cells[i];
	}
}

static void place_kind(struct audit *audit, const struct record *record, enum kind kind, int cols)
{
	size_t count, end = summed(kind);
	const struct audit_column *columns = audit_columns(kind, &count);
	int cells[AUDIT_COLUMNS] = { 0 }, need[AUDIT_COLUMNS] = { 0 };
	int more = audit_sum_end(cols) - FIGURES;
	bool wide = width_of(cols) == WIDTH_WIDE;
	usual(columns, count, width_of(cols), audit_end(cols) - 2, cells);
	for (size_t i = 0; i < count; i++)
		need[i] = need_of(audit, record, kind, &columns[i]) +
			(i && columns[i - 1].right && !columns[i].right ? 2 : 0);
	if (end && wide)
		cells[count - 1] -= more; /* of the words at the right */
	if (end)
		cells[kind == KIND_KPI] += share(cells, need, wide ? end : count, wide ? more : 0);
	else if (kind != KIND_ROUTE)
		share(cells, need, count, 0);
	set_places(audit->places[kind], columns, count, cells);
}

void audit_place(struct audit *audit, const struct app *app, int cols)
{
	enum kind before = KIND_NONE;
	for (size_t i = 0; i < audit->row_count; i++) {
		enum kind kind = audit->rows[i].kind;
		if (kind != before && kind != KIND_ASSESSMENT)
			place_kind(audit, &app->record, kind, cols);
		before = kind;
	}
}
