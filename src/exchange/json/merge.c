/* SPDX-License-Identifier: MIT */
/*
 * The objects of a document against those of the database: added, changed, or left alone.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/utf8.h>

static void map_init(struct merge *m)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		free(m->map[kind]);
		m->map[kind] = mem_alloc((record_count(m->from, kind) + 1) * sizeof(int));
	}
}

static void map_release(struct merge *m)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		free(m->map[kind]);
		m->map[kind] = NULL;
	}
}

static enum err open_stored(struct merge *m, int64_t assessment, const struct record *from)
{
	enum err err = store_load(m->store, assessment, &m->stored, m->why);
	if (err)
		return err;
	m->from = from;
	map_init(m);
	return ERR_NONE;
}

static void close_stored(struct merge *m)
{
	map_release(m);
	record_release(&m->stored);
}

static int64_t parent_key(const struct merge *m, enum kind kind, const void *stored)
{
	if (kind_is_part(kind)) {
		const struct field *whole = &kind_info[kind].fields[0];
		const int *index = (const int *)((const char *)stored + whole->offset);
		return ((const struct object *)record_at(&m->stored, whole->ref, (size_t)*index))
			->key;
	}
	return kind_info[kind].parent == KIND_ALLIANCE ? m->alliance
						       : m->stored.assessment.object.key;
}

void unlabel(enum kind kind, void *object)
{
	struct party *party = object;
	if (kind == KIND_PARTY && str_same(party->label, party->name))
		party->label = NULL;
}

static enum err put(struct merge *m, enum kind kind, const void *file, void *stored)
{
	object_transfer(kind, file, stored, m->map);
	unlabel(kind, stored);
	enum err err =
		store_put(m->store, &m->stored, kind, stored, parent_key(m, kind, stored), m->why);
	if (!err && kind == KIND_PARTY)
		record_settle(&m->stored);
	return err;
}

enum err refuse_foreign(struct merge *m, enum kind kind, const struct object *object)
{
	char buffer[UUID_TEXT];
	return errmsg_set(m->why, ERR_INVALID,
		"the file's %s %s belongs to another %s of this "
		"database; give it an id of its own",
		kind_info[kind].name, uuid_text(&object->id, buffer),
		kind_info[kind_info[kind].parent].name);
}

static enum err add_object(struct merge *m, enum kind kind, size_t index, const void *file)
{
	const struct object *head = file;
	if (kind_info[kind].has_id && store_key(m->store, kind, &head->id))
		return refuse_foreign(m, kind, head);
	if (kind == KIND_PARTY && m->stored.party_count >= PARTIES_MAX)
		return errmsg_set(m->why, ERR_INVALID,
			"with the parties of the file the alliance "
			"would have more than %d; use the ids of those it has",
			PARTIES_MAX);
	void *stored = record_add(&m->stored, kind);
	m->map[kind][index] = (int)record_count(&m->stored, kind) - 1;
	m->report->added++;
	return put(m, kind, file, stored);
}

static enum err merge_object(struct merge *m, enum kind kind, const void *file, void *stored)
{
	if (object_same(kind, file, stored, m->map)) {
		m->report->unchanged++;
		return ERR_NONE;
	}
	m->report->changed++;
	return put(m, kind, file, stored);
}

static enum err merge_kind(struct merge *m, enum kind kind)
{
	size_t count = record_count(&m->stored, kind);
	bool *taken = mem_alloc(count + record_count(m->from, kind) + 1);
	enum err err = ERR_NONE;
	for (size_t i = 0; i < record_count(m->from, kind) && !err; i++) {
		const void *file = record_at(m->from, kind, i);
		int at = object_match(kind, file, &m->stored, m->map, taken);
		if (at < 0) {
			err = add_object(m, kind, i, file);
			at = m->map[kind][i];
		} else {
			m->map[kind][i] = at;
			err = merge_object(m, kind, file, record_at(&m->stored, kind, (size_t)at));
		}
		if (!err)
			taken[at] = true;
	}
	free(taken);
	return err;
}

static void add_conflict(struct merge *m, int respondent, int item, bool file_wins)
{
	struct exchange_report *report = m->report;
	struct pool pool = { 0 };
	struct str line, clean;
	str_init(&line);
	str_init(&clean);
	str_addf(&line, "%s of ", m->stored.instrument->items[item].id);
	utf8_cut(&line, UTF8_FILE, words_respondent(&pool, &m->stored, respondent), 40);
	str_addf(&line, ": two answers; the %s is kept", file_wins ? "file's" : "database's");
	utf8_clean(&clean, line.text, false, false);
	size_t n = clean.len;
	if (n >= sizeof(*report->conflicts))
		for (n = sizeof(*report->conflicts) - 1; n && (clean.text[n] & 0xC0) == 0x80;)
			n--;
	report->conflicts = mem_resize(
		report->conflicts, (report->conflict_count + 1) * sizeof(*report->conflicts));
	memcpy(report->conflicts[report->conflict_count], clean.text, n);
	report->conflicts[report->conflict_count++][n] = '\0';
	str_release(&line);
	str_release(&clean);
	pool_release(&pool);
}

static bool text_greater(
	const struct merge *m, const struct answer *file, const struct answer *stored)
{
	struct str a, b;
	struct answer seen = *file;
	object_transfer(KIND_ANSWER, file, &seen, m->map);
	json_t *left = object_compose(&m->stored, KIND_ANSWER, &seen, true);
	json_t *right = object_compose(&m->stored, KIND_ANSWER, stored, true);
	str_init(&a);
	str_init(&b);
	json_emit(&a, left, false);
	json_emit(&b, right, false);
	bool greater = strcmp(a.text, b.text) > 0;
	str_release(&a);
	str_release(&b);
	json_decref(left);
	json_decref(right);
	return greater;
}

/* The later change wins; that two say the same at different times is no conflict. */
static enum err merge_answer(struct merge *m, const struct answer *file, struct answer *stored)
{
	bool wins = file->changed > stored->changed ||
		(file->changed == stored->changed && text_greater(m, file, stored));
	struct answer timed = *file;
	timed.changed = stored->changed;
	if (!object_same(KIND_ANSWER, &timed, stored, m->map))
		add_conflict(m, stored->respondent, stored->item, wins);
	if (!wins) {
		m->report->unchanged++;
		return ERR_NONE;
	}
	m->report->changed++;
	return put(m, KIND_ANSWER, file, stored);
}

static enum err merge_answers(struct merge *m)
{
	enum err err = ERR_NONE;
	record_settle(&m->stored);
	for (size_t i = 0; i < m->from->answer_count && !err; i++) {
		const struct answer *file = &m->from->answers[i];
		int respondent = m->map[KIND_RESPONDENT][file->respondent];
		const struct answer *there = record_answer(&m->stored, respondent, file->item);
		if (!there) {
			err = add_object(m, KIND_ANSWER, i, file);
		} else if (object_same(KIND_ANSWER, file, there, m->map)) {
			m->report->unchanged++;
		} else {
			err = merge_answer(m, file, &m->stored.answers[there - m->stored.answers]);
		}
	}
	return err;
}

/* One party is the user's own: the one that the file says. */
static enum err keep_one_ours(struct merge *m)
{
	int ours = -1;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < m->from->party_count; i++)
		if (m->from->parties[i].ours == TRI_YES)
			ours = m->map[KIND_PARTY][i];
	for (size_t i = 0; ours >= 0 && i < m->stored.party_count && !err; i++) {
		struct party *party = &m->stored.parties[i];
		if ((int)i == ours || party->ours != TRI_YES)
			continue;
		party->ours = TRI_NO;
		unlabel(KIND_PARTY, party);
		m->report->changed++;
		err = store_put(m->store, &m->stored, KIND_PARTY, party, m->alliance, m->why);
		record_settle(&m->stored);
	}
	return err;
}

enum err merge_alliance(struct merge *m, int64_t round)
{
	/* the last round of the file knows the people of all */
	enum err err = open_stored(m, round, &m->file->rounds[m->file->count - 1]);
	if (err)
		return err;
	err = merge_object(m, KIND_ALLIANCE, &m->from->alliance, &m->stored.alliance);
	if (!err)
		err = merge_kind(m, KIND_PARTY);
	if (!err)
		err = keep_one_ours(m);
	if (!err)
		err = merge_kind(m, KIND_PERSON);
	close_stored(m);
	return err;
}

static bool same_instrument(const struct instrument *a, const struct instrument *b)
{
	return str_same(a->id, b->id) && str_same(a->version, b->version);
}

/* Parties and people are in the database already. */
static void map_shared(struct merge *m, enum kind kind)
{
	bool *taken = mem_alloc(record_count(&m->stored, kind) + 1);
	for (size_t i = 0; i < record_count(m->from, kind); i++)
		m->map[kind][i] =
			object_match(kind, record_at(m->from, kind, i), &m->stored, m->map, taken);
	free(taken);
}

static enum err merge_parts(struct merge *m)
{
	enum err err = ERR_NONE;
	map_shared(m, KIND_PARTY);
	map_shared(m, KIND_PERSON);
	for (int kind = KIND_RESPONDENT; kind < KIND_COUNT && !err; kind++)
		err = kind == KIND_ANSWER ? merge_answers(m) : merge_kind(m, (enum kind)kind);
	/* last: it may seal the round */
	if (!err)
		err = merge_object(m, KIND_ASSESSMENT, &m->from->assessment, &m->stored.assessment);
	return err;
}

enum err merge_round(struct merge *m, int64_t key, const struct record *from)
{
	char buffer[UUID_TEXT];
	enum err err = open_stored(m, key, from);
	if (err)
		return err;
	uuid_text(&from->assessment.object.id, buffer);
	if (m->stored.alliance.object.key != m->alliance)
		err = errmsg_set(m->why, ERR_INVALID,
			"the file's assessment %s belongs to another "
			"alliance of this database (%.100s); give it an id of its own",
			buffer, m->stored.alliance.name);
	else if (!same_instrument(m->stored.instrument, from->instrument))
		err = errmsg_set(m->why, ERR_INVALID,
			"assessment %s was made with instrument %.80s "
			"%.40s, in the file it is of %.80s %.40s; correct the file",
			buffer, m->stored.instrument->id, m->stored.instrument->version,
			from->instrument->id, from->instrument->version);
	else
		err = merge_parts(m);
	close_stored(m);
	return err;
}
