/* SPDX-License-Identifier: MIT */
/*
 * Rows of a file that anybody may have written: what no rekindle stores is refused before it is
 * used as an index, a day or a text.
 */
#include "store_private.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

/* Years of a day: those that are typed, and room for a plan that starts in the last of them. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2250

static bool within(const struct cell *cell, int64_t least, int64_t most)
{
	return cell->type == CELL_WHOLE && cell->whole >= least && cell->whole <= most;
}

static bool is_day(const struct cell *cell)
{
	return within(cell, date_make(YEAR_FIRST, 1, 1), date_make(YEAR_LAST, 12, 31));
}

static bool is_text(const struct cell *cell)
{
	return cell->type == CELL_TEXT && utf8_valid(cell->text, strlen(cell->text));
}

static bool is_moment(const struct cell *cell)
{
	int day;
	return is_text(cell) && date_read_moment(cell->text, &day) == DATE_READ;
}

static bool is_number(const struct cell *cell)
{
	return cell->type == CELL_WHOLE || (cell->type == CELL_REAL && isfinite(cell->real));
}

static bool is_value(const struct item *item, const struct cell *cell)
{
	struct pool pool = { 0 };
	struct value value;
	bool is = is_text(cell) && value_parse(&pool, item->kind, cell->text, &value);
	pool_release(&pool);
	return is;
}

/* As far as files and forms let anything in. References are looked up in the record:
 * row_check_object(). */
static bool fits(const struct field *field, const struct item *item, const struct cell *cell)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
		return is_text(cell);
	case FIELD_MOMENT:
		return is_moment(cell);
	case FIELD_EVERY:
		return is_text(cell) && recurrence_valid(cell->text);
	case FIELD_FIGURES:
		return is_text(cell) && figures_valid(cell->text);
	case FIELD_WHOLE:
		return within(cell, 0, WHOLE_MOST);
	case FIELD_RATING:
		return within(cell, 1, 5);
	case FIELD_REAL:
		return is_number(cell);
	case FIELD_TRI:
		return within(cell, 0, 1);
	case FIELD_DATE:
		return is_day(cell);
	case FIELD_INSTANT:
		return within(cell, 0, INSTANT_MOST);
	case FIELD_WORD:
		return within(cell, 0, field->words->count - 1);
	case FIELD_VALUE:
		return is_value(item, cell);
	case FIELD_UUID:
		return cell->type == CELL_UUID;
	case FIELD_REF:
	case FIELD_ITEM:
		break;
	}
	return cell->type == CELL_WHOLE;
}

static enum err go_back(const struct store *store, struct errmsg *why)
{
	engine_advise(store->engine, why);
	return ERR_INVALID;
}

static enum err refuse(
	const struct store *store, const struct row *row, const char *column, struct errmsg *why)
{
	errmsg_set(why, ERR_INVALID,
		"%s: the %s with key %" PRId64 " has something in its column %s that no rekindle "
		"writes there: another program has changed it",
		store->path, kind_info[row->kind].name, row->cell[0].whole, column);
	return go_back(store, why);
}

static bool may_be_null(const struct field *field)
{
	return !field->required && !field->never_null;
}

static bool extra_fits(const struct cell *extra)
{
	return extra->type == CELL_NULL || (is_text(extra) && *extra->text == '{');
}

static bool version_head_fits(const struct row *row)
{
	int id = row_id_cell(row->kind);
	return (id < 0 || row->cell[id].type == CELL_UUID) &&
		extra_fits(&row->cell[row_extra_cell(row->kind)]);
}

static bool head_fits(const struct row *row)
{
	int owner = row_owner_cell(row->kind);
	return version_head_fits(row) && row->cell[0].type == CELL_WHOLE &&
		(owner < 0 || row->cell[owner].type == CELL_WHOLE);
}

static bool rating_fits(const struct row *row)
{
	int rating = row_rating_cell(row->kind);
	return rating < 0 || row->cell[rating].type == CELL_NULL ||
		within(&row->cell[rating], 1, 5);
}

enum err row_check(const struct store *store, const struct row *row, const struct item *item,
	struct errmsg *why)
{
	const struct kind_info *info = &kind_info[row->kind];
	if (!head_fits(row))
		return refuse(store, row, "key, id or extra", why);
	if (!rating_fits(row))
		return refuse(store, row, "rating", why);
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		const struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (cell->type == CELL_NULL ? !may_be_null(field) : !fits(field, item, cell))
			return refuse(store, row, field->column, why);
	}
	return ERR_NONE;
}

enum err row_check_version(const struct store *store, const struct row *row,
	const struct item *item, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[row->kind];
	bool is = version_head_fits(row) && rating_fits(row);
	/* whose answer to what is no part of it */
	for (size_t i = item ? row_key_cells(row->kind) : 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		const struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		is &= cell->type == CELL_NULL      ? may_be_null(field)
			: field->type == FIELD_REF ? cell->type == CELL_UUID
						   : fits(field, item, cell);
	}
	if (is)
		return ERR_NONE;
	errmsg_set(why, ERR_INVALID,
		"%s: what is kept of a deleted %s is nothing that rekindle writes: another program "
		"has changed it",
		store->path, info->name);
	return go_back(store, why);
}

/* Its score would be missing in silence. */
enum err row_check_item(const struct store *store, const struct row *row, struct errmsg *why)
{
	if (bank_item(store, row_item(row)) >= 0)
		return ERR_NONE;
	errmsg_set(why, ERR_INVALID,
		"%s: an answer of the respondent with key %" PRId64 " is to a question that the "
		"instrument of its round does not have: the file is damaged, or another program "
		"has changed it",
		store->path, row->cell[0].whole);
	return go_back(store, why);
}

enum err row_check_object(
	const struct store *store, const struct row *row, const void *object, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[row->kind];
	const struct field *fault = row_fault(row->kind, object);
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		if (field->type == FIELD_REF && object_reference(field, object) < 0 &&
			row->cell[row_field_cell(row->kind, i)].type != CELL_NULL)
			return refuse(store, row, field->column, why);
	}
	return fault ? refuse(store, row, fault->column, why) : ERR_NONE;
}

enum err record_check_counts(
	const struct store *store, const struct record *record, struct errmsg *why)
{
	if (record->party_count >= 1 && record->party_count <= PARTIES_MAX)
		return ERR_NONE;
	errmsg_set(why, ERR_INVALID,
		"%s: the alliance with key %" PRId64 " has %zu parties, where rekindle writes two "
		"to six: another program has changed it",
		store->path, record->alliance.object.key, record->party_count);
	return go_back(store, why);
}

static bool day_or_none(int day)
{
	const struct cell cell = { .type = CELL_WHOLE, .whole = day };
	return day == DATE_NONE || is_day(&cell);
}

/* The days that are due are in order; those that a strange summary adds are none. */
static void drop_strange_days(struct store_plan *plan)
{
	size_t kept = 0;
	for (size_t i = 0; i < plan->due_count; i++)
		if (plan->due[i] != DATE_NONE && day_or_none(plan->due[i]))
			plan->due[kept++] = plan->due[i];
	plan->due_count = kept;
}

static void drop_strange_summary(struct store_round *round)
{
	struct store_plan *plan = &round->plan;
	if (!(round->health >= 1 && round->health <= 5))
		round->health = NAN;
	if (!day_or_none(plan->start))
		plan->start = DATE_NONE;
	if (plan->track < 0 || plan->track >= vocabulary_track.count)
		plan->track = -1;
	drop_strange_days(plan);
}

enum err round_check(const struct store *store, struct store_round *round, struct errmsg *why)
{
	drop_strange_summary(round);
	if (round->alliance_name && (int)round->kind >= 0 &&
		(int)round->kind < vocabulary_round.count && day_or_none(round->date) &&
		day_or_none(round->sealed))
		return ERR_NONE;
	errmsg_set(why, ERR_INVALID,
		"%s: the assessment with key %" PRId64 " has a kind or a day that no rekindle "
		"writes there: another program has changed it",
		store->path, round->assessment);
	return go_back(store, why);
}
