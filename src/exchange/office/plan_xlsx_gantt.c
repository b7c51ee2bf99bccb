/* SPDX-License-Identifier: MIT */
/*
 * The weeks of the plan, a column each: what is done in them, by action, then gates and recurring
 * events. A sign stands in each filled cell, so that nothing is told by colour alone.
 */
#include "plan_xlsx.h"

#include <math.h>
#include <rekindle/words.h>

enum { AT_NUMBER, AT_WHAT, AT_START, AT_DUE, AT_STATUS, AT_WEEKS };
static const char *const titles[AT_WEEKS] = { "No.", "Action", "Start", "Due", "Status" };
static const double widths[AT_WEEKS] = { 6, 48, 11, 11, 10 };

#define WEEKS_MOST 560 /* of the longest plan, and what is late */
#define WEEK_WIDTH 3.3
#define HEAD_HEIGHT 66. /* of a day that stands upright */

struct weeks {
	int first; /* a Monday */
	int count;
};

static int monday_of(int day)
{
	return day + 1 - date_weekday(day);
}

static void take_in(struct weeks *weeks, int *last, int day)
{
	if (day == DATE_NONE)
		return;
	weeks->first = monday_of(day) < weeks->first ? monday_of(day) : weeks->first;
	*last = day > *last ? day : *last;
}

static struct weeks weeks_of(const struct plan *plan)
{
	struct weeks weeks = { .first = monday_of(plan->start) };
	int last = plan->end;

	for (size_t i = 0; i < plan->active_count; i++) {
		take_in(&weeks, &last, plan->actions[i].start);
		take_in(&weeks, &last, plan->actions[i].due);
	}
	weeks.count = (last - weeks.first) / 7 + 1;
	weeks.count = weeks.count < 1 ? 1 : weeks.count > WEEKS_MOST ? WEEKS_MOST : weeks.count;
	return weeks;
}

static void put_head(struct plan_book *book, lxw_worksheet *sheet, const struct weeks *weeks)
{
	struct xlsx *x = &book->x;

	for (int i = 0; i < AT_WEEKS; i++) {
		xlsx_text(x, sheet, 0, (size_t)i, titles[i], XLSX_HEAD);
		xlsx_width(x, sheet, (size_t)i, (size_t)i, widths[i]);
	}
	xlsx_height(x, sheet, 0, HEAD_HEIGHT);
	for (int i = 0; i < weeks->count; i++)
		xlsx_day(x, sheet, 0, (size_t)(AT_WEEKS + i), weeks->first + 7 * i, XLSX_DAY_HEAD);
	xlsx_width(x, sheet, AT_WEEKS, AT_WEEKS + (size_t)weeks->count - 1, WEEK_WIDTH);
}

/* The weeks from one day to another; a day alone is its week. */
static void fill(struct plan_book *book, lxw_worksheet *sheet, size_t row,
	const struct weeks *weeks, int from, int to, const char *sign, enum xlsx_look look)
{
	int first = (monday_of(from) - weeks->first) / 7, last = (to - weeks->first) / 7;

	for (int i = first < 0 ? 0 : first; i <= last && i < weeks->count; i++)
		xlsx_text(&book->x, sheet, row, (size_t)(AT_WEEKS + i), sign, look);
}

static void put_action(struct plan_book *book, lxw_worksheet *sheet, size_t row,
	const struct weeks *weeks, const struct planned_action *planned)
{
	bool late = plan_is_late(planned, book->today), done = planned->status == STATUS_DONE;
	const struct cell cells[AT_WEEKS] = {
		[AT_NUMBER] = cell_number(planned->number ? planned->number : NAN),
		[AT_WHAT] = cell_text(planned->title),
		[AT_START] = cell_day(planned->start),
		[AT_DUE] = cell_day(planned->due),
		[AT_STATUS] = cell_word(late ? "late" : vocabulary_status.word[planned->status]),
	};
	int start = planned->start == DATE_NONE ? planned->due : planned->start;

	for (size_t i = 0; i < AT_WEEKS; i++)
		xlsx_cell(&book->x, sheet, row, i, &cells[i]);
	if (planned->due == DATE_NONE || planned->status == STATUS_DROPPED)
		return;
	fill(book, sheet, row, weeks, start, planned->due,
		done           ? "x"
			: late ? "!"
			       : "o",
		done           ? XLSX_GOOD
			: late ? XLSX_BAD
			       : XLSX_BUSY);
}

static void put_gate(struct plan_book *book, lxw_worksheet *sheet, size_t row,
	const struct weeks *weeks, const struct gate *gate)
{
	const char *outcome = gate->outcome < 0 ? "open" : vocabulary_outcome.word[gate->outcome];

	xlsx_text(&book->x, sheet, row, AT_WHAT, gate_title(gate), XLSX_TEXT);
	xlsx_day(&book->x, sheet, row, AT_DUE, gate->day, XLSX_DAY);
	xlsx_text(&book->x, sheet, row, AT_STATUS, outcome, XLSX_WORD);
	fill(book, sheet, row, weeks, gate->day, gate->day, "G", XLSX_WEAK);
}

static void put_event(struct plan_book *book, lxw_worksheet *sheet, size_t row,
	const struct weeks *weeks, const struct plan_event *event)
{
	xlsx_text(&book->x, sheet, row, AT_WHAT, event_title(event), XLSX_TEXT);
	for (int i = 0; i < event->count; i++) {
		int day = plan_event_day(event, i);

		if (!i)
			xlsx_day(&book->x, sheet, row, AT_START, day, XLSX_DAY);
		fill(book, sheet, row, weeks, day, day, "m", XLSX_QUIET);
	}
}

/* The week of today, in its head. */
static void mark_today(struct plan_book *book, lxw_worksheet *sheet, const struct weeks *weeks)
{
	char name[XLSX_COLUMN_NAME];
	const char *column = xlsx_column(AT_WEEKS, name);
	const char *today = xlsx_formula_day(&book->pool, book->today);
	const struct xlsx_range range = { 0, AT_WEEKS, 0, AT_WEEKS + (size_t)weeks->count - 1 };

	xlsx_when(&book->x, sheet, range,
		pool_printf(&book->pool, "=AND(%s$1<=%s,%s$1+6>=%s)", column, today, column, today),
		XLSX_WEAK);
}

void plan_sheet_gantt(struct plan_book *book)
{
	const struct plan *plan = book->plan;
	const struct weeks weeks = weeks_of(plan);
	lxw_worksheet *sheet = xlsx_sheet(&book->x, "Gantt");
	size_t row = 1;

	put_head(book, sheet, &weeks);
	for (size_t i = 0; i < plan->active_count; i++)
		put_action(book, sheet, row++, &weeks, &plan->actions[i]);
	for (size_t i = 0; i < plan->gate_count; i++)
		put_gate(book, sheet, row++, &weeks, &plan->gates[i]);
	for (size_t i = 0; i < plan->event_count; i++)
		put_event(book, sheet, row++, &weeks, &plan->events[i]);
	mark_today(book, sheet, &weeks);
	xlsx_filter(&book->x, sheet, row - 1, AT_WEEKS);
	xlsx_freeze(&book->x, sheet, 1, AT_START);
	xlsx_page_wide(&book->x, sheet);
}
