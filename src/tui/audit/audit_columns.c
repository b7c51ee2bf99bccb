/* SPDX-License-Identifier: MIT */
/*
 * The audit's tables as data: which columns a kind has at which width, and what stands in them.
 */
#include "audit.h"
#include "../widgets/bind.h"

#include <string.h>

#define FILL COLUMN_FILL
#define NONE COLUMN_NONE
#define BELOW COLUMN_BELOW

static const char *kpi_name(struct pool *pool, const struct record *record, int index)
{
	const struct kpi *kpi = &record->kpis[index];
	return str_blank(kpi->unit) ? kpi->name
				    : words(pool, W_KPI_NAME_UNIT, hole_text("name", kpi->name),
					      hole_text("unit", kpi->unit));
}

static const struct actual *latest_of(const struct record *record, int kpi)
{
	const struct kpi_list list = record_kpis_now(record);
	int at = kpi_latest(&list, kpi, record->assessment.date);
	return at < 0 ? NULL : &list.actuals[at];
}

static const char *kpi_latest_value(struct pool *pool, const struct record *record, int index)
{
	const struct actual *actual = latest_of(record, index);
	return actual ? value_number(pool, actual->value) : NULL;
}

static const char *kpi_latest_day(struct pool *pool, const struct record *record, int index)
{
	const struct actual *actual = latest_of(record, index);
	return actual ? audit_day(pool, actual->date) : NULL;
}

double audit_bar(const struct record *record, int kpi)
{
	const struct kpi_list list = record_kpis_now(record);
	return kpi_attainment(&list, kpi, record->assessment.date);
}

static const char *kpi_attained(struct pool *pool, const struct record *record, int index)
{
	double attained = audit_bar(record, index);
	return isnan(attained) ? NULL : pool_printf(pool, "%.2f", attained);
}

static const struct item *check_item(const struct record *record, int row)
{
	int item = record->instrument->check[row];
	return item < 0 ? NULL : &record->instrument->items[item];
}

static const char *check_name(struct pool *pool, const struct record *record, int index)
{
	const struct item *item = check_item(record, index);
	(void)pool;
	return item ? item->shorthand : words_check_row(index);
}

static const char *check_text(struct pool *pool, const struct record *record, int index)
{
	const struct item *item = check_item(record, index);
	(void)pool;
	return item ? item->text : NULL;
}

static const char *check_value(struct pool *pool, const struct record *record, int index)
{
	(void)pool;
	for (size_t i = record->checklist_count; i-- > 0;)
		if (record->checklists[i].row == index)
			return words_check(record->checklists[i].value);
	return NULL;
}

static const char *route_who(struct pool *pool, const struct record *record, int index)
{
	return audit_title(pool, record, KIND_ROUTE, &record->routes[index]);
}

static const char *route_role(struct pool *pool, const struct record *record, int index)
{
	int who = record->routes[index].respondent;
	(void)pool;
	return who < 0 ? NULL : words_role(record->respondents[who].role);
}

static const char *milestone_lateness(struct pool *pool, const struct record *record, int index)
{
	int late = milestone_late(&record->milestones[index], record->assessment.date);
	return late == INT_NONE ? NULL : words(pool, W_MILESTONE_LATE, hole_count("n", late));
}

static const struct audit_column objective_columns[] = {
	{ "Objective", "text", NULL, { FILL, FILL, 36 }, false, false, NULL },
	{ "Measure", "measure", NULL, { BELOW, 12, 15 }, false, false, NULL },
	{ "Target", "target", NULL, { BELOW, 11, 11 }, true, false, "target" },
	{ "Due", "due", NULL, { BELOW, 12, 13 }, true, false, "due" },
	{ "Result", "result", NULL, { 11, 11, 10 }, true, false, NULL },
	{ "Why", "why", NULL, { NONE, NONE, FILL }, false, false, NULL },
};
static const struct audit_column kpi_columns[] = {
	{ "KPI", "category", NULL, { NONE, 13, 13 }, false, false, NULL },
	{ "", NULL, kpi_name, { FILL, FILL, 27 }, false, false, NULL },
	{ "Start", "baseline", NULL, { BELOW, 6, 7 }, true, false, "from" },
	{ "Target", "target", NULL, { BELOW, 7, 8 }, true, false, "target" },
	{ "Latest", NULL, kpi_latest_value, { BELOW, 7, 8 }, true, false, "latest" },
	{ "on", NULL, kpi_latest_day, { NONE, NONE, 13 }, true, false, NULL },
	{ "Attained", NULL, kpi_attained, { 9, 9, 9 }, true, false, NULL },
	{ "", NULL, NULL, { NONE, 10, 11 }, false, true, NULL },
	{ "Agreed by", "agreed_by", NULL, { NONE, NONE, FILL }, false, false, NULL },
};
static const struct audit_column process_columns[] = {
	{ "Step", "step", NULL, { FILL, 30, 40 }, false, false, NULL },
	{ "Responsible", "party", NULL, { BELOW, 13, 15 }, false, false, NULL },
	{ "Problem", "problem", NULL, { 11, 12, 13 }, false, false, NULL },
	{ "Note", "note", NULL, { BELOW, FILL, FILL }, false, false, NULL },
};
static const struct audit_column check_columns[] = {
	{ "", NULL, check_name, { FILL, FILL, 40 }, false, false, NULL },
	{ "", NULL, check_value, { 8, 10, 10 }, false, false, NULL },
	{ "", NULL, check_text, { NONE, NONE, FILL }, false, false, NULL },
};
static const struct audit_column route_columns[] = {
	{ "Answered by", NULL, route_who, { FILL, FILL, FILL }, false, false, NULL },
	{ "Role", NULL, route_role, { NONE, NONE, 12 }, false, false, NULL },
	{ "Side", "party", NULL, { NONE, 12, 14 }, false, false, NULL },
	{ "own", "own_resources", NULL, { 5, 8, 13 }, true, false, NULL },
	{ "buy", "tradability", NULL, { 5, 8, 13 }, true, false, NULL },
	{ "close", "closeness", NULL, { 6, 8, 13 }, true, false, NULL },
	{ "take", "integration", NULL, { 6, 8, 13 }, true, false, NULL },
};
static const struct audit_column risk_columns[] = {
	{ "Risk or opportunity", "text", NULL, { FILL, FILL, 46 }, false, false, NULL },
	{ "Side", "side", NULL, { BELOW, 10, 12 }, false, false, NULL },
	{ "Likely", "likelihood", NULL, { BELOW, 8, 9 }, false, false, "likely" },
	{ "Effect", "effect", NULL, { BELOW, 8, 9 }, false, false, "effect" },
	{ "Owner", "owner", NULL, { BELOW, 14, 16 }, false, false, NULL },
	{ "Response", "response", NULL, { NONE, NONE, FILL }, false, false, NULL },
};
static const struct audit_column event_columns[] = {
	{ "Event", "what", NULL, { FILL, FILL, 46 }, false, false, NULL },
	{ "Date", "date", NULL, { 12, 13, 13 }, true, false, NULL },
	{ "Kind", "kind", NULL, { BELOW, 22, 23 }, false, false, NULL },
	{ "Side", "party", NULL, { BELOW, 12, 14 }, false, false, NULL },
	{ "Effect", "effect", NULL, { NONE, NONE, FILL }, false, false, NULL },
};
static const struct audit_column incident_columns[] = {
	{ "Incident", "what", NULL, { FILL, FILL, 46 }, false, false, NULL },
	{ "Date", "date", NULL, { 12, 13, 13 }, true, false, NULL },
	{ "Side", "party", NULL, { BELOW, 13, 14 }, false, false, NULL },
	{ "Repaired", "repaired", NULL, { BELOW, 9, 10 }, false, false, "repaired" },
	{ "Consequence", "consequence", NULL, { NONE, NONE, FILL }, false, false, NULL },
};
static const struct audit_column stake_columns[] = {
	{ "Company", "party", NULL, { FILL, 13, 15 }, false, false, NULL },
	{ "Brings", "brings", NULL, { BELOW, 32, 50 }, false, false, NULL },
	{ "Would lose", "would_lose", NULL, { NONE, FILL, FILL }, false, false, NULL },
};
static const struct audit_column milestone_columns[] = {
	{ "Milestone", "text", NULL, { FILL, FILL, 46 }, false, false, NULL },
	{ "Due", "due", NULL, { BELOW, 13, 13 }, true, false, "due" },
	{ "Reached", "reached", NULL, { BELOW, 13, 13 }, true, false, "reached" },
	{ "Late", NULL, milestone_lateness, { 10, 11, 12 }, true, false, NULL },
	{ "Note", "note", NULL, { NONE, NONE, FILL }, false, false, NULL },
};

#define TABLE(columns)                                                                             \
	{                                                                                          \
		columns, sizeof(columns) / sizeof(*(columns))                                      \
	}
const struct audit_column *audit_columns(enum kind kind, size_t *count)
{
	static const struct {
		const struct audit_column *columns;
		size_t count;
	} tables[KIND_COUNT] = {
		[KIND_OBJECTIVE] = TABLE(objective_columns),
		[KIND_KPI] = TABLE(kpi_columns),
		[KIND_PROCESS] = TABLE(process_columns),
		[KIND_CHECKLIST] = TABLE(check_columns),
		[KIND_ROUTE] = TABLE(route_columns),
		[KIND_RISK] = TABLE(risk_columns),
		[KIND_EVENT] = TABLE(event_columns),
		[KIND_INCIDENT] = TABLE(incident_columns),
		[KIND_CONTRIBUTION] = TABLE(stake_columns),
		[KIND_MILESTONE] = TABLE(milestone_columns),
	};
	*count = tables[kind].count;
	return tables[kind].columns;
}

const char *audit_cell(struct pool *pool, const struct record *record, enum kind kind,
	const struct audit_column *column, int index)
{
	if (column->text)
		return column->text(pool, record, index);
	if (!column->field)
		return NULL;
	return audit_text(pool, record, bind_named(kind, column->field),
		record_at(record, kind, (size_t)index));
}
