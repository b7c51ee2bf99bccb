/* SPDX-License-Identifier: MIT */
/*
 * A table by its map into a document of one round.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "../json/internal.h"

static bool row_counts(const struct survey_reader *r)
{
	for (size_t i = 0; i < r->map->rule_count; i++) {
		const struct survey_rule *rule = &r->map->rules[i];
		const char *cell = table_cell(&r->table, r->row, rule->column.at);
		if ((rule->only.count && !words_have(&rule->only, cell)) ||
			words_have(&rule->except, cell))
			return false;
	}
	return true;
}

static bool row_is_empty(const struct survey_reader *r)
{
	for (size_t i = 0; i < r->table.column_count; i++)
		if (!str_blank(table_cell(&r->table, r->row, (int)i)))
			return false;
	return true;
}

/* Of two answers of one person the later counts; of the same time, or when none is said, one that
 * says something else is a fault. */
static bool answer_same(const struct answer *a, const struct answer *b)
{
	return a->state == b->state && str_same(a->text, b->text) &&
		str_same(a->comment, b->comment) && value_same(&a->value, &b->value);
}

static void add_answer(struct survey_reader *r, size_t slot, const struct answer *answer)
{
	*(struct answer *)record_add(r->record, KIND_ANSWER) = *answer;
	r->slots[slot] = (int)r->record->answer_count - 1;
	r->slot_lines[slot] = r->table.lines[r->row];
}

/* False: neither is later. */
static bool settle(struct survey_reader *r, size_t slot, const struct answer *answer)
{
	struct answer *there = &r->record->answers[r->slots[slot]];
	bool here_asked = answer->state != STATE_NOT_ASKED;
	bool there_asked = there->state != STATE_NOT_ASKED;
	bool later = here_asked == there_asked ? answer->object.changed > there->object.changed
					       : here_asked;
	if (answer_same(there, answer) || (there_asked && !here_asked))
		return true;
	if (later) {
		*there = *answer;
		r->slot_lines[slot] = r->table.lines[r->row];
	}
	return later || answer->object.changed < there->object.changed;
}

static bool put_answer(struct survey_reader *r, size_t slot, const struct answer *answer)
{
	if (r->slots[slot] >= 0)
		return settle(r, slot, answer);
	add_answer(r, slot, answer);
	return true;
}

static int first_column(const struct survey_answer *map)
{
	if (map->part_count)
		return map->parts[0].column.at;
	return map->column.line ? map->column.at : map->comment.at;
}

static void count_parts(struct survey_reader *r, const struct survey_answer *map)
{
	for (size_t i = 0; i < map->part_count; i++) {
		int column = map->parts[i].column.at;
		if (!str_blank(table_cell(&r->table, r->row, column)))
			count_taken(r, column);
	}
}

static void count_said(
	struct survey_reader *r, const struct survey_answer *map, enum said what, const char *cell)
{
	if (map->part_count)
		count_parts(r, map);
	else if (what == SAID_ANSWER && cell)
		count_taken(r, map->column.at);
}

static enum said say(struct survey_reader *r, const struct survey_row *row,
	const struct survey_answer *map, struct survey_said *said)
{
	int column = map->column.at;
	const char *cell = table_cell(&r->table, r->row, column);
	enum said what = SAID_NOTHING;
	if (map->part_count)
		what = survey_parts(row, map, said, &column);
	else if (map->column.line)
		what = survey_value(row, map, cell, said);
	if (what == SAID_WRONG) {
		cell = table_cell(&r->table, r->row, column);
		count_refused(r, column, "\"%.60s\" %s", cell ? cell : "", said->wrong);
	} else {
		count_said(r, map, what, cell);
	}
	return what;
}

/* Its comment stands in a column of its own, answered or not. */
static enum said add_comment(struct survey_reader *r, const struct survey_answer *map,
	struct survey_said *said, enum said what)
{
	int column = map->comment.at;
	const char *text = map->comment.line
		? survey_cell(&r->record->pool, table_cell(&r->table, r->row, column))
		: NULL;
	if (!text)
		return what;
	count_taken(r, column);
	said->answer.comment = text;
	said_give(said, offsetof(struct answer, comment));
	return what == SAID_NOTHING ? SAID_ANSWER : what;
}

static void read_answer(
	struct survey_reader *r, const struct survey_row *row, int who, size_t i, int64_t at)
{
	const struct survey_answer *map = &r->map->answers[i];
	size_t slot = (size_t)who * r->map->answer_count + i;
	struct survey_said said = { .wrong = NULL };
	object_init(KIND_ANSWER, &said.answer);
	said.answer.respondent = who;
	said.answer.item = map->item_at;
	said.answer.object.changed = at;
	said_give(&said, offsetof(struct answer, respondent));
	said_give(&said, offsetof(struct answer, item));
	enum said what = add_comment(r, map, &said, say(r, row, map, &said));
	if (what == SAID_ANSWER && !put_answer(r, slot, &said.answer))
		count_refused(r, first_column(map),
			"the same person answers otherwise in line %d, at no other time; take one "
			"out, or give a `date` that parts them",
			r->slot_lines[slot]);
}

/* When the row says that it was answered; 0 where it does not. */
static int64_t row_time(const struct survey_reader *r)
{
	const struct survey_date *date = &r->map->date;
	struct survey_time time;
	const char *cell = date->column.line ? table_cell(&r->table, r->row, date->column.at) : "";
	struct pool pool = { 0 };
	const char *text = survey_cell(&pool, cell);
	bool is = text && !words_have(&date->form.none, text) &&
		survey_time_read(&date->form, text, &time);
	pool_release(&pool);
	return is ? time.at : 0;
}

static void read_row(struct survey_reader *r)
{
	const struct survey_row row = { r->map, &r->table, r->record->instrument, &r->record->pool,
		r->row };
	r->report->rows++;
	if (row_is_empty(r)) {
		r->report->empty++;
		return;
	}
	if (!row_counts(r))
		return;
	r->report->counted++;
	int who = survey_person(r);
	int64_t at = row_time(r);
	for (size_t i = 0; who >= 0 && i < r->map->answer_count; i++)
		read_answer(r, &row, who, i, at);
	count_rest(r);
}

#define ROWS_A_LOOK 1024

static enum err read_rows(struct survey_reader *r)
{
	size_t first = (size_t)r->table.header_rows, all = r->table.row_count;
	for (r->row = first; r->row < all; r->row++) {
		if (r->watch && (r->row - first) % ROWS_A_LOOK == 0 &&
			!r->watch->goes_on(r->watch->context, r->row - first, all - first))
			return errmsg_set(r->why, ERR_FAILED, "%s: stopped; nothing was changed",
				r->table.name);
		read_row(r);
	}
	return ERR_NONE;
}

/* Answers of rows that do not say when are of when the person's others are. */
static void date_answers(struct record *record)
{
	for (size_t i = 0; i < record->answer_count; i++) {
		struct answer *answer = &record->answers[i];
		if (!answer->object.changed)
			answer->object.changed =
				record->respondents[answer->respondent].object.changed;
	}
}

/* The round and its alliance, of which the table says nothing. */
static void begin_document(struct survey_reader *r, const char *name)
{
	struct exchange *out = r->out;
	out->rounds = pool_alloc(&out->pool, sizeof(*out->rounds));
	out->count = 1;
	out->keeps = pool_alloc(&out->pool, sizeof(*out->keeps));
	out->name = pool_strdup(&out->pool, name);
	out->text = "";
	struct record *record = r->record = out->rounds;
	record_init(record, r->round->instrument);
	object_copy(&record->pool, KIND_ALLIANCE, &record->alliance, &r->round->alliance);
	record->alliance.object = (struct object){ .id = r->round->alliance.object.id };
	for (size_t i = 0; i < r->round->party_count; i++) {
		struct party *party = record_add(record, KIND_PARTY);
		object_copy(&record->pool, KIND_PARTY, party, &r->round->parties[i]);
		party->object = (struct object){ .id = r->round->parties[i].object.id };
	}
	object_copy(&record->pool, KIND_ASSESSMENT, &record->assessment, &r->round->assessment);
	record->assessment.object = (struct object){ .id = r->round->assessment.object.id };
}

static enum err read_document(struct survey_reader *r)
{
	count_begin(r);
	enum err err = read_rows(r);
	if (err)
		return err;
	date_answers(r->record);
	survey_people_end(r);
	record_settle(r->record);
	if (r->report->refused)
		return errmsg_set(r->why, ERR_INVALID, "%s%s", r->report->first,
			r->report->refused > 1 ? "; --dry-run counts all that is refused" : "");
	return ERR_NONE;
}

static enum err open_table(struct survey_reader *r, const char *text, size_t n, const char *name)
{
	enum err err = table_read(text, n, name, r->map, &r->table, r->why);
	return err ? err : survey_bind(r->map, &r->table, r->round->instrument, r->why);
}

static void reader_release(struct survey_reader *r)
{
	table_release(&r->table);
	json_decref(r->keys);
	json_decref(r->names);
	json_decref(r->people);
	free(r->heard);
	free(r->slots);
	free(r->slot_lines);
	free(r->lines);
	survey_zone_leave();
}

enum err survey_read(const char *text, size_t n, const char *name, struct survey_map *map,
	const struct record *round, const struct exchange_watch *watch, struct exchange *out,
	struct survey_report *report, struct errmsg *why)
{
	*out = (struct exchange){ 0 };
	*report = (struct survey_report){ 0 };
	struct survey_reader r = { .map = map,
		.round = round,
		.out = out,
		.report = report,
		.why = why,
		.watch = watch,
		.keys = json_object(),
		.names = json_object() };
	enum err err = open_table(&r, text, n, name);
	if (!err) {
		begin_document(&r, name);
		out->watch = watch;
		err = read_document(&r);
	}
	reader_release(&r);
	if (err)
		exchange_release(out);
	return err;
}
