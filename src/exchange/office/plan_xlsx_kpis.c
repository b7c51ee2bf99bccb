/* SPDX-License-Identifier: MIT */
/*
 * Gates, KPIs and their readings as sheets of the plan's workbook: facts that every company may
 * read.
 */
#include "plan_xlsx.h"

#include <math.h>
#include <rekindle/agenda.h>
#include <rekindle/score.h>
#include <rekindle/words.h>

static lxw_worksheet *put(
	struct plan_book *book, const char *name, const struct grid *grid, int frozen)
{
	return xlsx_grid(&book->x, name, grid, frozen);
}

/* Gates */

enum { GATE_NUMBER, GATE_DAY, GATE_QUESTION, GATE_PASSED, GATE_ELSE, GATE_OUTCOME, GATE_DECIDED };
static const char *const gate_titles[] = { "Gate", "Day", "Question", "Passed when", "Otherwise",
	"Outcome", "Decided", NULL };

static void add_gate(struct grid *grid, const struct gate *gate)
{
	struct cell *row = grid_add_row(grid);

	row[GATE_NUMBER] = cell_number(gate->number);
	row[GATE_DAY] = cell_day(gate->day);
	row[GATE_QUESTION] = cell_text(gate_question(gate));
	row[GATE_PASSED] = cell_text(gate_passed_when(gate));
	row[GATE_ELSE] = cell_text(gate_otherwise(gate));
	if (gate->outcome >= 0)
		row[GATE_OUTCOME] = cell_word(vocabulary_outcome.word[gate->outcome]);
	row[GATE_DECIDED] = cell_day(gate->decided);
}

void plan_sheet_gates(struct plan_book *book)
{
	struct grid grid = { 0 };
	const size_t count = book->plan->gate_count;
	const struct xlsx_range outcomes = { 1, GATE_OUTCOME, count, GATE_OUTCOME };

	grid_add_columns(&grid, gate_titles);
	for (size_t i = 0; i < count; i++)
		add_gate(&grid, &book->plan->gates[i]);
	lxw_worksheet *sheet = put(book, "Gates", &grid, 1);
	if (count) {
		xlsx_when(&book->x, sheet, outcomes, "=$F2=\"passed\"", XLSX_GOOD);
		xlsx_when(&book->x, sheet, outcomes, "=$F2=\"failed\"", XLSX_BAD);
	}
	grid_release(&grid);
}

/* KPIs */

enum {
	KPI_CATEGORY,
	KPI_NAME,
	KPI_UNIT,
	KPI_DIRECTION,
	KPI_START,
	KPI_BASELINE,
	KPI_TARGET,
	KPI_DUE,
	KPI_LATEST,
	KPI_READ_ON,
	KPI_ATTAINED,
	KPI_READINGS,
	KPI_EVERY
};
static const char *const kpi_titles[] = { "Category", "KPI", "Unit", "Better when", "Start",
	"Baseline", "Target", "Due", "Latest", "Read on", "Attained, of 100", "Readings", "Read",
	NULL };

/* Of one of the alliance's own: what is known of it beside its target. */
static void put_own(struct cell *row, const struct kpi_list *list, int at, int today)
{
	const struct kpi *kpi = &list->kpis[at];
	int latest = kpi_latest(list, at, today);

	row[KPI_DIRECTION] =
		cell_word(kpi->direction < 0 ? NULL : vocabulary_direction.word[kpi->direction]);
	row[KPI_START] = cell_day(kpi->start);
	row[KPI_BASELINE] = cell_number(kpi->baseline);
	row[KPI_DUE] = cell_day(kpi->due);
	if (latest >= 0) {
		row[KPI_LATEST] = cell_number(list->actuals[latest].value);
		row[KPI_READ_ON] = cell_day(list->actuals[latest].date);
	}
	row[KPI_ATTAINED] = cell_number(round(kpi_attainment(list, at, today) * 10) / 10);
}

static void add_kpi(struct plan_book *book, struct grid *grid, const struct plan_kpi *kpi)
{
	const struct kpi_list list = record_kpis_now(book->rec);
	struct cell *row = grid_add_row(grid);

	row[KPI_CATEGORY] = cell_word(vocabulary_category.word[kpi->category]);
	row[KPI_NAME] = cell_text(kpi->name);
	row[KPI_UNIT] = cell_text(kpi->unit);
	row[KPI_TARGET] = cell_number(kpi->target);
	row[KPI_READINGS] = cell_number(kpi->readings);
	row[KPI_EVERY] = cell_word(vocabulary_reading.word[kpi->read]);
	if (kpi->kpi >= 0)
		put_own(row, &list, kpi->kpi, book->today);
}

/* Off its way, on it, there: the lines of the agenda. */
static void mark_attained(struct plan_book *book, lxw_worksheet *sheet, size_t count)
{
	char name[XLSX_COLUMN_NAME];
	const char *at = xlsx_column(KPI_ATTAINED, name);
	const struct xlsx_range range = { 1, KPI_ATTAINED, count, KPI_ATTAINED };

	xlsx_when(&book->x, sheet, range,
		pool_printf(&book->pool, "=AND(ISNUMBER($%s2),$%s2>=100)", at, at), XLSX_GOOD);
	xlsx_when(&book->x, sheet, range,
		pool_printf(&book->pool, "=AND(ISNUMBER($%s2),$%s2<%.0f)", at, at, AGENDA_KPI_LOW),
		XLSX_BAD);
	xlsx_when(&book->x, sheet, range,
		pool_printf(&book->pool, "=AND(ISNUMBER($%s2),$%s2<100)", at, at), XLSX_WEAK);
}

void plan_sheet_kpis(struct plan_book *book)
{
	struct grid grid = { 0 };

	grid_add_columns(&grid, kpi_titles);
	for (size_t i = 0; i < book->plan->kpi_count; i++)
		add_kpi(book, &grid, &book->plan->kpis[i]);
	lxw_worksheet *sheet = put(book, "KPIs", &grid, KPI_UNIT);
	if (grid.row_count)
		mark_attained(book, sheet, grid.row_count);
	grid_release(&grid);
}

void plan_sheet_readings(struct plan_book *book)
{
	static const char *const titles[] = { "KPI", "Day", "Value", "Unit", NULL };
	const struct kpi_list list = record_kpis_now(book->rec);
	struct grid grid = { 0 };

	grid_add_columns(&grid, titles);
	for (size_t i = 0; i < list.actual_count; i++) {
		const struct actual *actual = &list.actuals[i];
		struct cell *row = grid_add_row(&grid);

		row[0] = cell_text(list.kpis[actual->kpi].name);
		row[1] = cell_day(actual->date);
		row[2] = cell_number(actual->value);
		row[3] = cell_text(list.kpis[actual->kpi].unit);
	}
	put(book, "Readings", &grid, 1);
	grid_release(&grid);
}
