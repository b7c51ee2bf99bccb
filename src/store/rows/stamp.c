/* SPDX-License-Identifier: MIT */
/*
 * When a row was changed: by a clock that never runs back, so that what corrects something is
 * always later than what it corrects, whatever the clocks of the machines say.
 */
#include "../store_private.h"

#include <rekindle/carried.h>

static int64_t stamp_of(const struct row *row, size_t cell)
{
	return cell == NO_CELL ? 0 : row->cell[cell].whole;
}

static int64_t later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

int64_t row_stamp_after(int64_t at, const struct row *before)
{
	if (!before)
		return at;
	int64_t changed = stamp_of(before, row_changed_cell(before->kind));
	return later(at, later(changed, stamp_of(before, row_drawn_cell(before->kind))) + 1);
}

static bool cells_differ(const struct row *before, const struct row *after, size_t cell)
{
	return !cell_same(&before->cell[cell], &after->cell[cell]);
}

static bool is_yes(const struct row *row, const char *column)
{
	return row->cell[row_column_cell(row->kind, column)].whole == TRI_YES;
}

/* Is the field set by drawing up the plan, in this row? */
static bool is_drawn(const struct row *row, size_t field)
{
	return action_field_is_drawn(field, is_yes(row, "dated"), is_yes(row, "moved"));
}

/* Does a cell of one part of the action differ? Its times are in neither. */
static bool part_differs(const struct row *before, const struct row *after, bool drawn)
{
	enum kind kind = KIND_PLAN_ACTION;
	if (!before || (!drawn && cells_differ(before, after, row_extra_cell(kind))))
		return true;
	for (size_t i = 0; i < kind_info[kind].field_count; i++)
		if (kind_info[kind].fields[i].type != FIELD_INSTANT &&
			(is_drawn(before, i) && is_drawn(after, i)) == drawn &&
			cells_differ(before, after, row_field_cell(kind, i)))
			return true;
	return false;
}

static void set_part(const struct row *before, struct row *after, bool drawn, struct cell stamp)
{
	size_t cell = drawn ? row_drawn_cell(after->kind) : row_changed_cell(after->kind);
	after->cell[cell] = part_differs(before, after, drawn) ? stamp : before->cell[cell];
}

/* A round that comes with what it was carried over is as new as that, also when it comes back. */
static void stamp_begun(struct row *round, struct cell stamp)
{
	struct cell *begun = &round->cell[row_column_cell(KIND_ASSESSMENT, "begun")];
	if (begun->type == CELL_WHOLE)
		*begun = stamp;
}

/* What was carried over is as it was: later than the round if it had been confirmed. */
int64_t row_stamp_back(const struct returned *round, const struct row *row, int64_t at)
{
	bool within = kind_is_carried(row->kind) && round->key &&
		row->cell[row_parent_cell(row->kind)].whole == round->key;
	bool confirmed = within && stamp_of(row, row_changed_cell(row->kind)) > round->before;
	return confirmed ? later(at, round->begun + 1) : at;
}

void row_stamp(const struct row *before, struct row *after, int64_t at)
{
	struct cell stamp = { .type = CELL_WHOLE, .whole = row_stamp_after(at, before) };
	if (after->kind != KIND_PLAN_ACTION) {
		after->cell[row_changed_cell(after->kind)] = stamp;
		if (!before && after->kind == KIND_ASSESSMENT)
			stamp_begun(after, stamp);
		return;
	}
	set_part(before, after, false, stamp);
	set_part(before, after, true, stamp);
}
