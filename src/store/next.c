/* SPDX-License-Identifier: MIT */
/*
 * The next round of an alliance: what it seals, what it starts with; and what is confirmed of that.
 */
#include "store_private.h"

#include <string.h>

#include <rekindle/next.h>
#include <rekindle/words.h>

/* A full round seals all before it, a pulse pulses only. */
static bool is_to_seal(const struct assessment *round, enum round_kind next)
{
	return round->sealed == DATE_NONE && (next != ROUND_PULSE || round->kind == ROUND_PULSE);
}

enum err store_assessments(struct store *store, int64_t alliance, struct pool *pool,
	const struct assessment ***rounds, size_t *count, struct errmsg *why)
{
	int64_t *keys;
	enum err err = ERR_NONE;
	*count = store_rounds(store, alliance, pool, &keys);
	*rounds = pool_alloc(pool, *count * sizeof(**rounds));
	for (size_t i = 0; !err && i < *count; i++)
		err = load_assessment(store, keys[i], pool, &(*rounds)[i], why);
	return err;
}

static enum err look_at_rounds(
	struct store *store, int64_t alliance, struct next_round *next, struct errmsg *why)
{
	const struct assessment **rounds;
	size_t count;
	enum err err = store_assessments(store, alliance, &next->pool, &rounds, &count, why);
	for (size_t i = 0; !err && i < count; i++) {
		if (is_to_seal(rounds[i], next->kind))
			*POOL_APPEND(&next->pool, next->sealed, next->sealed_count) = rounds[i];
		next->after = rounds[i];
	}
	return err;
}

/* The round that it starts with, as it would be. What asks everything anew asks the newest
 * questions, of a bank of one's own the same; a pulse asks those that the full round before it
 * asked, for it shows what has moved since. */
static enum err load_next(struct store *store, int64_t from, enum round_kind kind,
	struct record *record, struct errmsg *why)
{
	enum err err = store_load(store, store_newest(store, from), record, why);
	if (err)
		return err;
	if (kind != ROUND_PULSE && !record->instrument->source)
		record->instrument = instrument_builtin();
	record_begin_next(record, kind);
	return ERR_NONE;
}

static enum err look(struct store *store, int64_t from, struct next_round *next,
	struct record *record, struct errmsg *why)
{
	enum err err = load_next(store, from, next->kind, record, why);
	if (err)
		return err;
	for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT; kind++)
		next->carried[kind] = (int)record_count(record, (enum kind)kind);
	next->people = record_interviewees(record);
	return look_at_rounds(store, record->alliance.object.key, next, why);
}

enum err next_look(struct store *store, int64_t from, enum round_kind kind, struct next_round *next,
	struct errmsg *why)
{
	struct record record;
	*next = (struct next_round){ .kind = kind };
	enum err err = look(store, from, next, &record, why);
	record_release(&record);
	return err;
}

void next_release(struct next_round *next)
{
	pool_release(&next->pool);
	*next = (struct next_round){ 0 };
}

int next_facts(const struct next_round *next)
{
	int n = 0;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		n += next->carried[kind];
	return n;
}

static enum err check_day(const struct next_round *next, int day, struct errmsg *why)
{
	struct pool pool = { 0 };
	if (!next->after || next->after->date == DATE_NONE || day >= next->after->date)
		return ERR_NONE;
	errmsg_set(why, ERR_USAGE, "%s",
		words(&pool, W_ROUND_TOO_EARLY, hole_day("day", day, DAY_ISO),
			hole_text("round", words_round(next->after->kind)),
			hole_day("last", next->after->date, DAY_ISO)));
	pool_release(&pool);
	return ERR_USAGE;
}

/* An interview that was planned for a day before a full round is none of it. */
static enum err drop_past(struct store *store, struct record *record, int day, struct errmsg *why)
{
	char iso[DATE_TEXT];
	enum err err = ERR_NONE;
	date_iso(day, iso);
	for (size_t i = 0; i < record->person_count && !err; i++) {
		struct person *person = &record->people[i];
		if (!person->planned || strcmp(person->planned, iso) >= 0)
			continue;
		person->planned = NULL;
		err = store_put(
			store, record, KIND_PERSON, person, record->alliance.object.key, why);
	}
	return err;
}

static enum err begin(struct store *store, int64_t from, const struct next_terms *terms,
	struct record *record, struct errmsg *why)
{
	struct next_round next = { .kind = terms->kind };
	enum err err = look(store, from, &next, record, why);
	if (!err)
		err = check_day(&next, terms->date, why);
	for (size_t i = 0; !err && i < next.sealed_count; i++)
		err = seal_round(store, next.sealed[i]->object.key, clock_today(), why);
	next_release(&next);
	if (!err && terms->instrument && terms->instrument->source)
		err = store_put_instrument(store, terms->instrument, why);
	if (!err && terms->kind != ROUND_PULSE)
		err = drop_past(store, record, terms->date, why);
	if (err)
		return err;
	if (terms->instrument)
		record->instrument = terms->instrument;
	record->assessment.title = terms->title;
	record->assessment.date = terms->date;
	record->assessment.begun = store->change.at;
	return store_add_record(store, record, why);
}

enum err next_begin(struct store *store, int64_t from, const struct next_terms *terms,
	int64_t *round, struct errmsg *why)
{
	static const enum sentence said[ROUND_COUNT] = {
		[ROUND_FOLLOW_UP] = W_UNDO_FOLLOW_UP_BEGUN, [ROUND_PULSE] = W_UNDO_PULSE_BEGUN
	};
	struct record record = { 0 };
	enum err err = store_begin(store, from, words_plain(said[terms->kind]), why);
	*round = 0;
	if (err)
		return err;
	err = change_end(store, true, begin(store, from, terms, &record, why), why);
	if (!err)
		*round = record.assessment.object.key;
	record_release(&record);
	return err;
}

/* Its time alone changes, so that undoing it brings the former one back: as of what a file says. */
static enum err confirm(struct store *store, const struct record *record, enum kind kind,
	void *object, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row stored, after;
	struct object *head = object;
	bool found = false;
	enum err err = row_get(store, kind, head->key, 0, &pool, &stored, &found, why);
	size_t changed = row_changed_cell(kind);
	if (!err && found && stored.cell[changed].whole <= record->assessment.begun) {
		row_copy(&pool, &stored, &after);
		after.cell[changed].whole = row_stamp_after(store->change.at, &stored);
		err = row_put(store, &stored, &after, why);
		if (!err)
			head->changed = after.cell[changed].whole;
	}
	pool_release(&pool);
	return err;
}

enum err store_confirm(struct store *store, const struct record *record, enum kind kind,
	void *object, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(
		store, record->assessment.object.key, record->alliance.object.key, &own, why);
	if (err)
		return err;
	if (!store->change.group)
		store_keep_stamps(store);
	return change_end(store, own, confirm(store, record, kind, object, why), why);
}
