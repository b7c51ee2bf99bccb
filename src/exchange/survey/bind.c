/* SPDX-License-Identifier: MIT */
/*
 * A map against a table and a question bank: which columns it means, which items.
 */
#include "internal.h"

#include <string.h>

struct binder {
	struct survey_map *map;
	const struct survey_table *table;
	const struct instrument *instrument;
	struct errmsg *why;
	enum err err;
};

static void bind_fault(struct binder *b, int line, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
static void bind_fault(struct binder *b, int line, const char *fmt, ...)
{
	struct str what;
	va_list args;
	if (b->err)
		return;
	str_init(&what);
	va_start(args, fmt);
	str_addv(&what, fmt, args);
	va_end(args);
	b->err = errmsg_set(b->why, ERR_INVALID, "%s:%d: %s", b->map->name, line, what.text);
	str_release(&what);
}

/* Is it that column? folded: headings are compared without case; ids are as they stand. */
static bool is_column(const struct survey_table *table, size_t i,
	const struct survey_column *column, const char *folded)
{
	struct pool pool = { 0 };
	if (column->import_id)
		return table->import_ids[i] && !strcmp(table->import_ids[i], column->import_id);
	if (!folded)
		return !strcmp(table->names[i], column->text);
	bool same = !strcmp(survey_fold(&pool, table->names[i]), folded);
	pool_release(&pool);
	return same;
}

/* Which columns it is: how many, the first two; the one that `nth` means is set. */
static int find(
	const struct binder *b, struct survey_column *column, const char *folded, int found[2])
{
	int count = 0;
	for (size_t i = 0; i < b->table->column_count; i++) {
		if (!is_column(b->table, i, column, folded))
			continue;
		if (count < 2)
			found[count] = (int)i;
		count++;
		if (count == column->nth)
			column->at = (int)i;
	}
	return count;
}

/* As it is spelled, else in any case. */
static int find_any(const struct binder *b, struct survey_column *column, int found[2])
{
	struct pool pool = { 0 };
	int count = find(b, column, NULL, found);
	if (!count && column->text)
		count = find(b, column, survey_fold(&pool, column->text), found);
	pool_release(&pool);
	return count;
}

static void bind_position(struct binder *b, struct survey_column *column)
{
	column->at = column->position - 1;
	if (column->at >= (int)b->table->column_count)
		bind_fault(b, column->line, "there is no column %d; %s has %zu", column->position,
			b->table->name, b->table->column_count);
}

static void bind_column(struct binder *b, struct survey_column *column)
{
	int found[2] = { -1, -1 };
	column->at = -1;
	if (!column->line)
		return;
	if (column->position) {
		bind_position(b, column);
		return;
	}
	int count = find_any(b, column, found);
	const char *wanted = column->text ? column->text : column->import_id;
	if (!count)
		bind_fault(b, column->line,
			"%s has no column \"%.60s\"; write the heading as it stands there, or its "
			"position",
			b->table->name, wanted);
	else if (column->nth > count)
		bind_fault(b, column->line, "%s has %d columns \"%.60s\", no number %d",
			b->table->name, count, wanted, column->nth);
	else if (count > 1 && !column->nth)
		bind_fault(b, column->line,
			"%s has %d columns \"%.60s\", the first are columns %d and %d; say which "
			"by `position` or `nth`",
			b->table->name, count, wanted, found[0] + 1, found[1] + 1);
	else if (!column->nth)
		column->at = found[0];
}

static void bind_item(struct binder *b, struct survey_answer *answer)
{
	answer->item_at = instrument_item(b->instrument, answer->item);
	if (answer->item_at < 0 ||
		b->instrument->items[answer->item_at].section != SECTION_INTERVIEW)
		bind_fault(b, answer->line,
			"\"%.60s\" is no question of interviews in %s %s; rekindle instrument show "
			"lists them",
			answer->item, b->instrument->id, b->instrument->version);
	for (size_t i = 0; !b->err && &b->map->answers[i] != answer; i++)
		if (b->map->answers[i].item_at == answer->item_at)
			bind_fault(b, answer->line, "%s is given twice, first in line %d",
				answer->item, b->map->answers[i].line);
}

/* Those of which every part has a name of its own, by kind of item. */
static bool part_known(const struct item *item, const char *name)
{
	if (item->kind == ITEM_SPLIT)
		return vocabulary_find(&vocabulary_cause, name) >= 0;
	for (size_t i = 0; item->kind == ITEM_MULTI && i < item->choice_count; i++)
		if (!strcmp(item->choices[i].id, name))
			return true;
	return item->kind == ITEM_TEXT;
}

/* Without words of its own a choice is known by its id and by its text. */
static void add_choices(
	struct survey_map *map, struct survey_answer *answer, const struct item *item)
{
	if (answer->values.count || (item->kind != ITEM_CHOICE && item->kind != ITEM_MULTI))
		return;
	for (size_t i = 0; i < 2 * item->choice_count; i++) {
		const struct choice *choice = &item->choices[i / 2];
		const char *word = i % 2 ? choice->text : choice->id;
		if (words_find(&answer->values, word))
			continue;
		*POOL_APPEND(&map->pool, answer->values.list, answer->values.count) =
			(struct survey_word){ survey_fold(&map->pool, word), choice->id, word };
	}
}

static void bind_values(struct binder *b, struct survey_answer *answer)
{
	const struct item *item = &b->instrument->items[answer->item_at];
	for (size_t i = 0; i < answer->values.count; i++)
		if (!survey_means(item, answer->values.list[i].means))
			bind_fault(b, answer->line,
				"\"%.40s\" cannot mean \"%.40s\" of %s: write %s, or a state like "
				"dont_know",
				answer->values.list[i].spelled, answer->values.list[i].means,
				answer->item,
				item->kind == ITEM_RATED ? "a number from 1 to 5"
							 : "a value of it");
	add_choices(b->map, answer, item);
}

static void bind_answer(struct binder *b, struct survey_answer *answer)
{
	bind_item(b, answer);
	if (!b->err)
		bind_values(b, answer);
	bind_column(b, &answer->column);
	bind_column(b, &answer->comment);
	for (size_t i = 0; i < answer->part_count && !b->err; i++) {
		struct survey_part *part = &answer->parts[i];
		if (!part_known(&b->instrument->items[answer->item_at], part->name))
			bind_fault(b, part->column.line, "\"%.60s\" is no part of %s", part->name,
				answer->item);
		bind_column(b, &part->column);
	}
	if (!b->err && b->instrument->items[answer->item_at].kind == ITEM_DATE &&
		answer->column.line && !answer->form.order)
		bind_fault(b, answer->line, "%s is a day; say by `form` how days are written",
			answer->item);
}

enum err survey_bind(struct survey_map *map, const struct survey_table *table,
	const struct instrument *instrument, struct errmsg *why)
{
	struct binder b = { map, table, instrument, why, ERR_NONE };
	for (size_t i = 0; i < map->rule_count; i++)
		bind_column(&b, &map->rules[i].column);
	for (size_t i = 0; i < map->key_count; i++)
		bind_column(&b, &map->keys[i]);
	bind_column(&b, &map->party.column);
	bind_column(&b, &map->role.column);
	bind_column(&b, &map->person.column);
	bind_column(&b, &map->attribution.column);
	bind_column(&b, &map->consent.column);
	bind_column(&b, &map->date.column);
	for (size_t i = 0; i < map->answer_count && !b.err; i++)
		bind_answer(&b, &map->answers[i]);
	return b.err;
}
