/* SPDX-License-Identifier: MIT */
/*
 * The rows of each part of the audit, and the lines they make on the screen.
 */
#include "audit.h"

#include <string.h>

static const enum kind part_kind[AUDIT_PARTS] = { [AUDIT_GOALS] = KIND_OBJECTIVE,
	[AUDIT_PROCESS] = KIND_PROCESS,
	[AUDIT_CHECKLISTS] = KIND_CHECKLIST,
	[AUDIT_ROUTE] = KIND_ROUTE,
	[AUDIT_RISKS] = KIND_RISK,
	[AUDIT_EVENTS] = KIND_EVENT,
	[AUDIT_INCIDENTS] = KIND_INCIDENT,
	[AUDIT_STAKES] = KIND_CONTRIBUTION };

static void add_row(struct audit *audit, enum kind kind, int index)
{
	*POOL_APPEND(&audit->pool, audit->rows, audit->row_count) =
		(struct audit_row){ .kind = kind, .index = index };
}

static void add_rows(struct audit *audit, const struct app *app, enum kind kind)
{
	size_t count =
		kind == KIND_CHECKLIST ? (size_t)CHECK_ROWS : record_count(&app->record, kind);
	for (size_t i = 0; i < count; i++)
		add_row(audit, kind, (int)i);
	if (!count)
		add_row(audit, kind, -1);
}

/* KPIs stand by category. */
static void add_kpis(struct audit *audit, const struct app *app)
{
	const struct record *record = &app->record;
	for (int category = 0; category < CATEGORY_COUNT; category++)
		for (size_t i = 0; i < record->kpi_count; i++)
			if (record->kpis[i].category == category)
				add_row(audit, KIND_KPI, (int)i);
	if (!record->kpi_count)
		add_row(audit, KIND_KPI, -1);
}

void audit_rows(struct audit *audit, const struct app *app, enum audit_part part)
{
	pool_release(&audit->pool);
	audit->rows = NULL;
	audit->lines = NULL;
	audit->row_count = audit->line_count = 0;
	if (part == AUDIT_GOALS &&
		(!app->record.objective_count ||
			app->record.assessment.objectives_agreed == TRI_NO))
		add_row(audit, KIND_ASSESSMENT, 0);
	add_rows(audit, app, part_kind[part]);
	if (part == AUDIT_GOALS) {
		add_kpis(audit, app);
		add_rows(audit, app, KIND_MILESTONE);
	}
	audit->list[part].count = (int)audit->row_count;
	if (audit->list[part].at >= (int)audit->row_count)
		audit->list[part].at = (int)audit->row_count - 1;
}

const struct audit_row *audit_focused(const struct audit *audit)
{
	return &audit->rows[audit->list[audit->part].at];
}

bool audit_go(struct audit *audit, enum kind kind, int index)
{
	for (size_t i = 0; i < audit->row_count; i++)
		if (audit->rows[i].kind == kind && audit->rows[i].index == index) {
			audit->list[audit->part].at = (int)i;
			return true;
		}
	return false;
}

bool audit_row_has(struct pool *pool, const struct app *app, const struct audit_row *row,
	const struct sought *sought)
{
	size_t count;
	const struct audit_column *columns = audit_columns(row->kind, &count);
	for (size_t i = 0; i < count && row->index >= 0; i++) {
		const char *text =
			audit_cell(pool, &app->record, row->kind, &columns[i], row->index);
		if (sought_in(sought, text))
			return true;
	}
	return false;
}

int audit_known_checks(const struct record *record)
{
	int known = 0;
	for (int row = 0; row < CHECK_ROWS; row++)
		known += record_check(record, row) != CHECK_UNKNOWN;
	return known;
}

/* Lines */

static struct audit_line *add_line(struct audit *audit, enum audit_line_kind kind)
{
	struct audit_line *line = POOL_APPEND(&audit->pool, audit->lines, audit->line_count);
	*line = (struct audit_line){ .kind = kind, .row = -1 };
	return line;
}

static void add_row_lines(struct audit *audit, size_t row, bool below)
{
	size_t count;
	const struct audit_column *columns = audit_columns(audit->rows[row].kind, &count);
	add_line(audit, LINE_ROW)->row = (int)row;
	for (size_t i = 0; i < count && below && audit->rows[row].index >= 0; i++)
		if (columns[i].cells[WIDTH_NARROW] == COLUMN_BELOW) {
			add_line(audit, LINE_BELOW)->row = (int)row;
			break;
		}
}

static const char *score(struct pool *pool, double value)
{
	return isnan(value) ? "--" : pool_printf(pool, "%.2f", value);
}

static void sum_objectives(struct audit *audit, const struct record *record, bool narrow)
{
	int given = 0, all = 3 * (int)record->objective_count;
	for (size_t i = 0; i < record->objective_count; i++) {
		const struct objective *objective = &record->objectives[i];
		given += !str_blank(objective->measure) + !str_blank(objective->target) +
			(objective->due != DATE_NONE);
	}
	struct audit_line *line = add_line(audit, LINE_SUM);
	line->text = narrow || !all ? NULL
				    : words(&audit->pool, W_OBJECTIVES_GIVEN,
					      hole_count("given", given), hole_count("all", all));
	line->label = "Objectives";
	line->figure = score(&audit->pool, audit->performance.objectives);
}

static void sum_kpis(struct audit *audit, bool narrow)
{
	int categories = 0;
	for (int i = 0; i < CATEGORY_COUNT; i++)
		categories += !isnan(audit->performance.category[i]);
	struct audit_line *line = add_line(audit, LINE_SUM);
	line->text = narrow || !categories
		? NULL
		: words(&audit->pool, W_KPIS_MEAN, hole_count("n", categories),
			  hole_word("categories", categories));
	line->label = "KPIs";
	line->figure = score(&audit->pool, audit->performance.kpis);
}

static void add_titles(struct audit *audit, enum kind kind)
{
	add_line(audit, LINE_TITLES)->of = kind;
}

/* What a table comes to stands below it, before the next. */
static void sum_before(struct audit *audit, const struct app *app, enum kind next, bool narrow)
{
	if (next == KIND_KPI)
		sum_objectives(audit, &app->record, narrow);
	else if (next == KIND_MILESTONE)
		sum_kpis(audit, narrow);
	else
		return;
	add_line(audit, LINE_BLANK);
}

static void goal_lines(struct audit *audit, const struct app *app, bool narrow)
{
	enum kind of = KIND_NONE;
	for (size_t row = 0; row < audit->row_count; row++) {
		enum kind kind = audit->rows[row].kind;
		if (kind != of)
			sum_before(audit, app, kind, narrow);
		if (kind != of && kind != KIND_ASSESSMENT)
			add_titles(audit, kind);
		of = kind;
		add_row_lines(audit, row, narrow);
	}
}

static void check_lines(struct audit *audit, const struct app *app)
{
	for (size_t row = 0; row < audit->row_count; row++) {
		int item = app->record.instrument->check[row];
		bool governance = row == SELECTION_ROWS;
		if (governance)
			add_line(audit, LINE_BLANK);
		if (governance || !row)
			add_line(audit, LINE_GROUP)->text =
				item >= 0 ? app->record.instrument->items[item].topic : "";
		add_row_lines(audit, row, false);
	}
}

static void route_result(struct audit *audit)
{
	static const enum sentence says[] = {
		[ROUTE_BUILD] = W_ROUTE_SAYS_BUILD,
		[ROUTE_CONTRACT] = W_ROUTE_SAYS_CONTRACT,
		[ROUTE_ACQUIRE] = W_ROUTE_SAYS_ACQUIRE,
		[ROUTE_ALLIANCE] = W_ROUTE_SAYS_ALLIANCE,
		[ROUTE_INCONCLUSIVE] = W_ROUTE_SAYS_NOTHING,
	};
	add_line(audit, LINE_MEANS);
	add_line(audit, LINE_BLANK);
	add_line(audit, LINE_GROUP)->text = audit->route.result < 0
		? words_plain(W_ROUTE_NO_RESULT)
		: words_plain(says[audit->route.result]);
}

static void plain_lines(struct audit *audit, bool narrow)
{
	add_titles(audit, audit->rows[0].kind);
	for (size_t row = 0; row < audit->row_count; row++)
		add_row_lines(audit, row, narrow);
	if (audit->part == AUDIT_ROUTE && audit->rows[0].index >= 0)
		route_result(audit);
}

void audit_lines(struct audit *audit, const struct app *app, int cols)
{
	bool narrow = width_of(cols) == WIDTH_NARROW;
	if (audit->part == AUDIT_GOALS)
		goal_lines(audit, app, narrow);
	else if (audit->part == AUDIT_CHECKLISTS)
		check_lines(audit, app);
	else
		plain_lines(audit, narrow);
}
