/* SPDX-License-Identifier: MIT */
/*
 * An answer that several columns make: a column a choice, a column a cause.
 */
#include "internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../json/internal.h"

void said_give(struct survey_said *said, size_t offset)
{
	field_give(KIND_ANSWER, &said->answer, offset, true);
}

static const char *cell_of(const struct survey_row *row, const struct survey_part *part)
{
	return survey_cell(row->pool, table_cell(row->table, row->row, part->column.at));
}

static bool is_any(const char *cell, const char *const *list)
{
	struct pool pool = { 0 };
	bool is = false;
	const char *folded = survey_fold(&pool, cell);
	for (; *list; list++)
		is |= !strcmp(*list, folded);
	pool_release(&pool);
	return is;
}

/* Is it ticked? TRI_UNKNOWN: the map does not know that word. */
static enum tri ticked(const struct survey_part *part, const char *cell)
{
	static const char *const yes[] = { "1", "yes", "true", "x", "checked", NULL };
	static const char *const no[] = { "0", "no", "false", "unchecked", NULL };
	if (!cell)
		return TRI_NO;
	if (part->is.count ? words_have(&part->is, cell) : is_any(cell, yes))
		return TRI_YES;
	if (part->is_not.count ? words_have(&part->is_not, cell) : is_any(cell, no))
		return TRI_NO;
	return TRI_UNKNOWN;
}

static void take(struct survey_said *said, enum item_kind kind)
{
	said->answer.state = STATE_ANSWERED;
	said_give(said, offsetof(struct answer, state));
	said_give(said,
		kind == ITEM_TEXT ? offsetof(struct answer, text) : offsetof(struct answer, value));
}

static enum said wrong(
	struct survey_said *said, const struct survey_part *part, int *column, const char *what)
{
	said->wrong = what;
	*column = part->column.at;
	return SAID_WRONG;
}

/* The names of what is ticked: ids of choices, or words. */
static enum said take_ticked(const struct survey_row *row, const struct survey_answer *map,
	struct survey_said *said, int *column)
{
	bool multi = row->instrument->items[map->item_at].kind == ITEM_MULTI;
	struct str list;
	enum said result = SAID_NOTHING;
	str_init(&list);
	for (size_t i = 0; i < map->part_count && result != SAID_WRONG; i++) {
		enum tri is = ticked(&map->parts[i], cell_of(row, &map->parts[i]));
		if (is == TRI_YES)
			str_addf(&list, "%s%s", list.len ? multi ? "\n" : "; " : "",
				map->parts[i].name);
		if (is == TRI_UNKNOWN)
			result = wrong(said, &map->parts[i], column,
				"neither ticks it nor does not; say so by `is` and `is_not`");
	}
	if (result != SAID_WRONG && list.len) {
		const char *text = pool_strdup(row->pool, list.text);
		said->answer.value = (struct value){ .type = multi ? VALUE_TEXT : VALUE_NONE,
			.text = multi ? text : NULL };
		said->answer.text = multi ? NULL : text;
		take(said, multi ? ITEM_MULTI : ITEM_TEXT);
		result = SAID_ANSWER;
	}
	str_release(&list);
	return result;
}

static bool points(const char *cell, double *x)
{
	char *end;
	*x = strtod(cell, &end);
	return end != cell && !*end && isfinite(*x) && *x >= 0 &&
		strspn(cell, "0123456789.") == strlen(cell);
}

static enum said take_split(const struct survey_row *row, const struct survey_answer *map,
	struct survey_said *said, int *column)
{
	struct value value = { .type = VALUE_SPLIT };
	bool any = false;
	for (size_t i = 0; i < map->part_count; i++) {
		const struct survey_part *part = &map->parts[i];
		const char *cell = cell_of(row, part);
		int cause = vocabulary_find(&vocabulary_cause, part->name);
		if (cell && !points(cell, &value.split[cause]))
			return wrong(said, part, column, "is no number of points, 0 or more");
		any |= cell != NULL;
	}
	if (!any)
		return SAID_NOTHING;
	said->answer.value = value;
	take(said, ITEM_SPLIT);
	return SAID_ANSWER;
}

enum said survey_parts(const struct survey_row *row, const struct survey_answer *map,
	struct survey_said *said, int *column)
{
	bool split = row->instrument->items[map->item_at].kind == ITEM_SPLIT;
	return split ? take_split(row, map, said, column) : take_ticked(row, map, said, column);
}
