/* SPDX-License-Identifier: MIT */
/*
 * What became of each column, and the first cell that was refused.
 */
#include "internal.h"

static void use(struct survey_reader *r, const struct survey_column *column, const char *as)
{
	if (column->line && !r->report->columns[column->at].use)
		r->report->columns[column->at].use = pool_strdup(&r->report->pool, as);
}

static void use_answer(struct survey_reader *r, const struct survey_answer *answer)
{
	use(r, &answer->column, answer->item);
	for (size_t i = 0; i < answer->part_count; i++)
		use(r, &answer->parts[i].column,
			pool_printf(
				&r->report->pool, "%s, %s", answer->item, answer->parts[i].name));
	use(r, &answer->comment, pool_printf(&r->report->pool, "comment on %s", answer->item));
}

static void use_rows(struct survey_reader *r)
{
	for (size_t i = 0; i < r->map->rule_count; i++)
		use(r, &r->map->rules[i].column, "which rows count");
}

void count_begin(struct survey_reader *r)
{
	struct survey_report *report = r->report;
	report->column_count = r->table.column_count;
	r->counted = pool_alloc(&report->pool, report->column_count * sizeof(*r->counted));
	report->columns =
		pool_alloc(&report->pool, report->column_count * sizeof(*report->columns));
	for (size_t i = 0; i < report->column_count; i++)
		report->columns[i].name = pool_strdup(&report->pool, r->table.names[i]);
	for (size_t i = 0; i < r->map->key_count; i++)
		use(r, &r->map->keys[i], "key");
	use(r, &r->map->party.column, "party");
	use(r, &r->map->role.column, "role");
	use(r, &r->map->person.column, "name");
	use(r, &r->map->attribution.column, "attribution");
	use(r, &r->map->consent.column, "consent");
	use(r, &r->map->date.column, "date");
	for (size_t i = 0; i < r->map->answer_count; i++)
		use_answer(r, &r->map->answers[i]);
	use_rows(r);
}

/* A cell counts once, whatever it is used for. */
static bool count_once(struct survey_reader *r, int column)
{
	if (column < 0 || r->counted[column] == r->row + 1)
		return false;
	r->counted[column] = r->row + 1;
	return true;
}

void count_taken(struct survey_reader *r, int column)
{
	if (count_once(r, column))
		r->report->columns[column].taken++;
}

void count_rest(struct survey_reader *r)
{
	for (size_t i = 0; i < r->table.column_count; i++)
		if (count_once(r, (int)i))
			r->report->columns[i].left++;
}

/* The first of all that are refused is said with its place. */
static void say_refused(struct survey_reader *r, int column, const char *fmt, va_list args)
{
	struct survey_report *report = r->report;
	struct str what;
	if (report->refused++)
		return;
	str_init(&what);
	str_addv(&what, fmt, args);
	if (column >= 0)
		report->first = pool_printf(&report->pool, "%s:%d: column %d (%.60s): %s",
			r->table.name, r->table.lines[r->row], column + 1, r->table.names[column],
			what.text);
	else
		report->first = pool_printf(&report->pool, "%s:%d: %s", r->table.name,
			r->table.lines[r->row], what.text);
	str_release(&what);
}

void count_refused(struct survey_reader *r, int column, const char *fmt, ...)
{
	va_list args;
	if (count_once(r, column))
		r->report->columns[column].refused++;
	va_start(args, fmt);
	say_refused(r, column, fmt, args);
	va_end(args);
}

void count_refused_after(struct survey_reader *r, int column, const char *fmt, ...)
{
	struct survey_count *use = column < 0 ? NULL : &r->report->columns[column];
	va_list args;
	if (use && use->left) {
		use->left--;
		use->refused++;
	}
	va_start(args, fmt);
	say_refused(r, column, fmt, args);
	va_end(args);
}

void survey_report_release(struct survey_report *report)
{
	pool_release(&report->pool);
	*report = (struct survey_report){ 0 };
}
