/* SPDX-License-Identifier: MIT */
/*
 * The plan as a workbook: a sheet a phase, the gates, the KPIs with their readings, and the weeks
 * in which something is done. It has what the table of the plan has in that edition, and no more.
 */
#include "plan_xlsx.h"

#include <string.h>
#include <rekindle/words.h>
#include "../json/internal.h"

/* Columns of a phase, those of the owners aside, which stand behind the title. */
enum { AT_NUMBER, AT_STEP, AT_TITLE, AT_OWNERS };
enum {
	THEN_START,
	THEN_DUE,
	THEN_STATUS,
	THEN_NOW,
	THEN_QUICK_WIN,
	THEN_EFFORT,
	THEN_DONE_WHEN,
	THEN_RESOURCES,
	THEN_OBJECTIVE,
	THEN_REASON,
	THEN_NOTE,
	THEN_FINDINGS,
	THEN_ID,
	THEN_EDITION,
	THEN_COUNT
};

static const char *const before[] = { "No.", "Step", "Action", NULL };
static const char *const then[] = { "Start", "Due", "Status", "Now", "Quick win", "Days of work",
	"Done when", "Resources", "Objective", "Reason", "Note", "Findings", "Id", "Edition",
	NULL };

static void add_columns(struct plan_book *book, struct grid *grid)
{
	grid_add_columns(grid, before);
	for (size_t p = 0; p < book->rec->party_count; p++)
		grid_add_column(
			grid, pool_printf(&book->pool, "Owner %s", book->rec->parties[p].label));
	grid_add_columns(grid, then);
}

/* Ids with blanks between them; of a joint edition none that says of a side that it holds back. */
static const char *findings(struct plan_book *book, const struct planned_action *planned)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < planned->finding_count; i++)
		if (book->edition == EDITION_INTERNAL ||
			!plan_finding_accuses(book->rec, planned->findings[i]))
			texts_add(&book->pool, &list, planned->findings[i]);
	return list.count ? texts_join(&book->pool, &list, " ", " ") : NULL;
}

static void put_then(struct plan_book *book, struct cell *row, const struct planned_action *planned)
{
	const struct record *rec = book->rec;
	int objective = planned->objective;

	row[THEN_START] = cell_day(planned->start);
	row[THEN_DUE] = cell_day(planned->due);
	row[THEN_STATUS] = cell_word(vocabulary_status.word[planned->status]);
	row[THEN_NOW] = cell_word(planned->active ? "yes" : "no");
	row[THEN_QUICK_WIN] = cell_word(planned->quick_win ? "yes" : "no");
	if (planned->effort_days)
		row[THEN_EFFORT] = cell_number(planned->effort_days);
	row[THEN_DONE_WHEN] = cell_text(planned->done_when);
	row[THEN_RESOURCES] = cell_text(planned->resources);
	row[THEN_OBJECTIVE] =
		cell_text(objective < 0 ? NULL : rec->joint_objectives[objective].text);
	row[THEN_REASON] = cell_text(planned->reason);
	row[THEN_NOTE] = cell_text(book->edition == EDITION_JOINT ? NULL : planned->note);
	row[THEN_FINDINGS] = cell_text(findings(book, planned));
	row[THEN_ID] = cell_word(planned->id);
	row[THEN_EDITION] = cell_word(vocabulary_edition.word[book->edition]);
}

static void add_action(
	struct plan_book *book, struct grid *grid, const struct planned_action *planned)
{
	size_t parties = book->rec->party_count;
	struct cell *row = grid_add_row(grid);

	if (planned->number)
		row[AT_NUMBER] = cell_number(planned->number);
	row[AT_STEP] = cell_number(planned->step);
	row[AT_TITLE] = cell_text(planned->title);
	for (size_t p = 0; p < parties; p++)
		row[AT_OWNERS + p] = cell_text(plan_owner_text(book->rec, planned, p));
	put_then(book, row + AT_OWNERS + parties, planned);
}

/* Late, done, dropped and for later, of whatever stands in the row: also what is changed there. The
 * first that holds wins. */
static void mark_rows(struct plan_book *book, lxw_worksheet *sheet, const struct grid *grid)
{
	size_t first = AT_OWNERS + book->rec->party_count;
	char due_name[XLSX_COLUMN_NAME], status_name[XLSX_COLUMN_NAME], now_name[XLSX_COLUMN_NAME];
	const char *due = xlsx_column(first + THEN_DUE, due_name);
	const char *status = xlsx_column(first + THEN_STATUS, status_name);
	const char *now = xlsx_column(first + THEN_NOW, now_name);
	const struct xlsx_range all = { 1, 0, grid->row_count, grid->column_count - 1 };
	const struct xlsx_range days = { 1, first, grid->row_count, first + THEN_STATUS };

	if (!grid->row_count)
		return;
	xlsx_when(&book->x, sheet, all,
		pool_printf(&book->pool, "=OR($%s2=\"dropped\",$%s2=\"no\")", status, now),
		XLSX_QUIET);
	xlsx_when(&book->x, sheet, days, pool_printf(&book->pool, "=$%s2=\"done\"", status),
		XLSX_GOOD);
	xlsx_when(&book->x, sheet, days, pool_printf(&book->pool, "=$%s2=\"blocked\"", status),
		XLSX_WEAK);
	xlsx_when(&book->x, sheet, days,
		pool_printf(&book->pool,
			"=AND($%s2<>\"\",$%s2<%s,$%s2<>\"done\",$%s2<>\"dropped\",$%s2=\"yes\")",
			due, due, xlsx_formula_day(&book->pool, book->today), status, status, now),
		XLSX_BAD);
}

void plan_sheet_phase(struct plan_book *book, int phase)
{
	struct grid grid = { 0 };
	const char *name = pool_printf(&book->pool, "%d %s", phase, phase_name[phase - 1]);

	add_columns(book, &grid);
	for (size_t i = 0; i < book->plan->action_count; i++)
		if (step_phase(book->plan->actions[i].step) == phase)
			add_action(book, &grid, &book->plan->actions[i]);
	mark_rows(book, xlsx_grid(&book->x, name, &grid, AT_OWNERS), &grid);
	grid_release(&grid);
}

static void add_sheets(struct plan_book *book)
{
	for (int phase = 1; phase <= PLAN_PHASES; phase++)
		plan_sheet_phase(book, phase);
	plan_sheet_gates(book);
	plan_sheet_kpis(book);
	plan_sheet_readings(book);
	plan_sheet_gantt(book);
}

static const char *about(struct plan_book *book)
{
	static const enum sentence titles[EDITION_COUNT][2] = {
		[EDITION_INTERNAL] = { W_PLAN_FILE_DRAFT_INTERNAL, W_PLAN_FILE_INTERNAL },
		[EDITION_JOINT] = { W_PLAN_FILE_DRAFT_JOINT, W_PLAN_FILE_JOINT },
	};

	return words(&book->pool, titles[book->edition][book->plan->stored],
		hole_text("alliance", book->rec->alliance.name),
		hole_day("day", book->today, DAY_LONG));
}

enum err exchange_plan_xlsx(struct str *out, const struct record *rec, const struct plan *plan,
	enum edition edition, int today, struct errmsg *why)
{
	struct plan_book book = { .rec = rec, .plan = plan, .edition = edition, .today = today };
	enum err err = xlsx_begin(&book.x, about(&book), today, why);

	if (err == ERR_NONE) {
		add_sheets(&book);
		err = xlsx_end(&book.x, out, why);
	}
	pool_release(&book.pool);
	return err;
}
