/* SPDX-License-Identifier: MIT */
/*
 * Two about the same thing, of a kind that is known by what it is about: two readings of a KPI on
 * one day, two owners of one party. They go by one id, and so are one: what was said last, of one
 * time the greater text. Those that do not say when they were changed, of a file that was written
 * by hand, are known by their order, and stay.
 */
#include "../json/merge.h"

#include <stdlib.h>

/* Of answers the record has one each, in a grid; what a sealed round keeps stays as it is. */
static bool is_known_by_subject(enum kind kind)
{
	return !kind_info[kind].has_id && kind != KIND_ANSWER && !kind_is_kept(kind);
}

bool is_said_later(const struct record *rec, enum kind kind, const void *a, const void *b)
{
	struct part parts[PARTS];
	int64_t one = object_time(kind, a), other = object_time(kind, b);
	if (one != other)
		return one > other;
	object_parts(kind, a, b, parts);
	return part_greater(rec, rec, kind, a, b, parts);
}

/* Of the object and the one of its id that has stood so far, the index of the one that stands. */
static size_t settle(
	struct merge *m, const struct record *rec, enum kind kind, size_t former, size_t index)
{
	void *one = record_at(rec, kind, former), *other = record_at(rec, kind, index);
	bool later = is_said_later(rec, kind, other, one);
	if (m)
		differ_alike(m, rec, kind, later ? other : one, later ? one : other);
	return later ? index : former;
}

/* Which of a kind give way, by index, NULL: none does. m NULL: nothing is reported. */
static bool *find_alike(struct merge *m, const struct record *rec, enum kind kind)
{
	size_t count = record_count(rec, kind);
	json_t *standing = json_object(), *former;
	bool *gone = NULL;
	char text[UUID_TEXT];
	for (size_t i = 0; i < count && count > 1; i++) {
		if (kind != KIND_ANSWER && !object_time(kind, record_at(rec, kind, i)))
			continue;
		struct uuid id = object_id(rec, kind, record_at(rec, kind, i));
		size_t stands = i;
		if ((former = json_object_get(standing, uuid_text(&id, text)))) {
			size_t there = (size_t)json_integer_value(former);
			stands = settle(m, rec, kind, there, i);
			gone = gone ? gone : mem_alloc(count * sizeof(*gone));
			gone[stands == i ? there : i] = true;
		}
		json_object_set_new(standing, text, json_integer((json_int_t)stands));
	}
	json_decref(standing);
	return gone;
}

static void join_kind(struct merge *m, struct record *rec, enum kind kind)
{
	bool *gone = find_alike(m, rec, kind);
	if (gone)
		record_remove_all(rec, kind, gone);
	free(gone);
}

void join_alike(struct record *rec)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (is_known_by_subject((enum kind)kind))
			join_kind(NULL, rec, (enum kind)kind);
}

void join_answers(struct record *rec)
{
	join_kind(NULL, rec, KIND_ANSWER);
}

void join_filed_alike(struct merge *m)
{
	const struct exchange *file = m->file;
	for (size_t r = 0; r < file->count; r++)
		for (int kind = 0; kind < KIND_COUNT; kind++)
			if (is_known_by_subject((enum kind)kind) &&
				(r + 1 == file->count || !kind_is_shared((enum kind)kind)))
				join_kind(m, &file->rounds[r], (enum kind)kind);
}

static enum err join_stored_kind(struct merge *m, struct record *rec, enum kind kind)
{
	bool *gone = find_alike(m, rec, kind);
	enum err err = ERR_NONE;
	for (size_t i = 0; gone && i < record_count(rec, kind) && !err; i++) {
		if (!gone[i])
			continue;
		m->report->changed++;
		err = store_delete(m->store, rec, kind, record_at(rec, kind, i), m->why);
	}
	if (gone && !err)
		record_remove_all(rec, kind, gone);
	free(gone);
	return err;
}

enum err join_stored_alike(struct merge *m, struct record *rec)
{
	bool sealed = rec->assessment.sealed != DATE_NONE;
	enum err err = ERR_NONE;
	for (int kind = 0; kind < KIND_COUNT && !err; kind++)
		if (is_known_by_subject((enum kind)kind) &&
			(!sealed || kind_is_shared((enum kind)kind)))
			err = join_stored_kind(m, rec, (enum kind)kind);
	return err;
}

static enum err join_in_round(struct merge *m, int64_t key)
{
	struct record rec;
	enum err err = store_load(m->store, key, &rec, m->why);
	if (err)
		return err;
	err = join_stored_alike(m, &rec);
	record_release(&rec);
	return err;
}

enum err join_alike_again(struct merge *m)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t count = m->moved ? store_rounds(m->store, m->alliance, &pool, &keys) : 0;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++)
		err = join_in_round(m, keys[i]);
	pool_release(&pool);
	return err;
}
