/* SPDX-License-Identifier: MIT */
/*
 * The objects of a document against those of the database: added, changed, or left alone.
 */
#include "merge.h"

#include <rekindle/bin.h>

#include <stdlib.h>
#include <string.h>

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
	enum err err = assessment ? store_load(m->store, assessment, &m->stored, m->why)
				  : store_load_shared(m->store, m->alliance, &m->stored, m->why);
	if (err)
		return err;
	m->from = from;
	map_init(m);
	return join_stored_alike(m, &m->stored);
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
		int index = object_reference(whole, stored);
		return ((const struct object *)record_at(&m->stored, whole->ref, (size_t)index))
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

static enum err put(struct merge *m, enum kind kind, void *stored)
{
	unlabel(kind, stored);
	occupy(m, &m->stored, kind, stored);
	enum err err =
		store_put(m->store, &m->stored, kind, stored, parent_key(m, kind, stored), m->why);
	if (!err && kind == KIND_PARTY)
		record_settle(&m->stored);
	return err;
}

/* "objectives[3]: belongs to another assessment" */
enum err refuse_foreign(struct merge *m, const struct record *from, enum kind kind, size_t index)
{
	static const struct place top = { 0 };
	const struct kind_info *info = &kind_info[kind];
	const struct object *object = record_at(from, kind, index);
	struct place alliance = { &top, "alliance", 0 }, rounds = { &top, "assessments", 0 };
	struct place round = { &rounds, NULL, (size_t)(from - m->file->rounds) };
	struct place plan = { &alliance, kind_info[KIND_PLAN].list, 0 };
	char buffer[UUID_TEXT];
	struct place list = { kind_within(kind) == KIND_PLAN ? &plan
			: kind_is_shared(kind)               ? &alliance
							     : &round,
		info->list, 0 };
	struct place at = { &list, NULL, index };
	return refuse_read(m->file, &at, m->why,
		"%s %s belongs to another %s of this database; give it an id of its own",
		info->name, uuid_text(&object->id, buffer), kind_info[info->parent].name);
}

static enum err refuse_party(struct merge *m)
{
	static const struct place top = { 0 };
	struct place alliance = { &top, "alliance", 0 }, list = { &alliance, "parties", 0 };
	return refuse_read(m->file, &list, m->why,
		"with these parties the alliance would have more than %d; use the ids of those "
		"it has",
		PARTIES_MAX);
}

/* Was it a part of another, and is not any more? Meanwhile nothing of it was taken. */
static bool is_back(const struct merge *m, const struct object *file)
{
	char text[UUID_TEXT];
	return json_object_get(m->back, uuid_text(&file->id, text));
}

/* What the file has of an object that the database has not. */
static enum err add_object(
	struct merge *m, enum kind kind, size_t index, const void *file, int64_t deleted)
{
	const struct object *head = file;
	if (m->sealed) {
		differ_object(m, VERDICT_SEALED, kind, file, NULL, 0, object_time(kind, file));
		return ERR_NONE;
	}
	if (kind_info[kind].has_id && store_key(m->store, kind, &head->id))
		return refuse_foreign(m, m->from, kind, index);
	if (kind == KIND_PARTY && m->stored.party_count >= PARTIES_MAX)
		return refuse_party(m);
	void *stored = record_add(&m->stored, kind);
	m->map[kind][index] = (int)record_count(&m->stored, kind) - 1;
	m->report->added++;
	object_take(kind, file, stored, m->map);
	if (!head->changed && m->theirs)
		((struct object *)stored)->changed = m->now > deleted ? m->now : deleted + 1;
	m->revived |= deleted >= 0;
	m->moved |= !kind_info[kind].has_id && loses_reference(m, kind, file);
	enum err err =
		deleted < 0 && !is_back(m, file) ? ERR_NONE : revive_latest(m, kind, file, stored);
	return err ? err : put(m, kind, stored);
}

static bool part_same(const struct merge *m, enum kind kind, const void *file, const void *stored,
	const struct part *part)
{
	return fields_same(kind, file, stored, m->map, part->fields | part->stored) &&
		(!part->extra || extra_same(file, stored));
}

static bool file_wins(const struct merge *m, enum kind kind, const void *file, void *stored,
	const struct part *part, bool same)
{
	int64_t there = *part_time((void *)(uintptr_t)file, part), here = *part_time(stored, part);
	if (there != here)
		return there > here;
	return there && !same && part_greater(m->from, &m->stored, kind, file, stored, part);
}

/* True when the stored object is another now. */
static bool merge_part(
	struct merge *m, enum kind kind, const void *file, void *stored, const struct part *part)
{
	bool same = part_same(m, kind, file, stored, part);
	bool wins = file_wins(m, kind, file, stored, part, same);
	int64_t there = *part_time((void *)(uintptr_t)file, part), here = *part_time(stored, part);
	enum verdict verdict = m->sealed ? VERDICT_SEALED : wins ? VERDICT_TAKEN : VERDICT_KEPT;
	if (!same)
		differ_fields(
			m, verdict, kind, file, stored, part->fields | part->stored, here, there);
	if (!wins || m->sealed)
		return false;
	fields_transfer(kind, file, stored, m->map, part->fields);
	if (part->extra)
		((struct object *)stored)->extra = ((const struct object *)file)->extra;
	*part_time(stored, part) = there;
	return true;
}

/* The days are of the first part where they are dated by hand, as that has come out. */
static bool merge_timed(struct merge *m, enum kind kind, const void *file, void *stored)
{
	struct part parts[PARTS];
	bool taken = false;
	size_t count = object_parts(kind, file, stored, parts);
	for (size_t i = 0; i < count; i++) {
		taken |= merge_part(m, kind, file, stored, &parts[i]);
		object_parts(kind, file, stored, parts);
	}
	return taken;
}

/* Of an object that does not say when it was changed nothing overwrites what differs, unless the
 * user says that it shall. */
static bool merge_untimed(struct merge *m, enum kind kind, const void *file, void *stored)
{
	const struct object *from = file;
	struct object *to = stored;
	struct plan_action *action = stored;
	uint64_t fields = fields_of_people(kind, stored) | fields_drawn(kind, stored);
	bool same = fields_same(kind, file, stored, m->map, fields) && extra_same(file, stored);
	bool wins = !same && m->theirs && !m->sealed;
	int64_t here = object_time(kind, stored);
	if (!same)
		differ_fields(m,
			m->sealed      ? VERDICT_SEALED
				: wins ? VERDICT_TAKEN
				       : VERDICT_KEPT,
			kind, file, stored, fields, here, 0);
	if (!wins)
		return false;
	fields_transfer(kind, file, stored, m->map, fields);
	if (from->extra)
		to->extra = from->extra;
	to->changed = here >= m->now ? here + 1 : m->now;
	if (kind == KIND_PLAN_ACTION)
		action->drawn = to->changed;
	return true;
}

static enum err merge_object(struct merge *m, enum kind kind, const void *file, void *stored)
{
	bool timed = object_time(kind, file);
	bool taken =
		timed ? merge_timed(m, kind, file, stored) : merge_untimed(m, kind, file, stored);
	m->report->changed += taken;
	m->report->unchanged += !taken;
	m->moved |= taken && kind == KIND_PERSON;
	return taken ? put(m, kind, stored) : ERR_NONE;
}

bool is_forgotten(
	const struct merge *m, const struct record *rec, enum kind kind, const void *object)
{
	const struct kind_info *info = &kind_info[kind];
	const struct object *head = object;
	if (info->has_id && store_is_forgotten(m->store, &head->id))
		return true;
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		int index = field->type == FIELD_REF ? object_reference(field, object) : -1;
		if (index >= 0 && (field->ref == KIND_PERSON || field->ref == KIND_RESPONDENT) &&
			is_forgotten(m, rec, field->ref, record_at(rec, field->ref, (size_t)index)))
			return true;
	}
	return false;
}

/* An object that only the file has, unless a deletion is later. */
static enum err add_living(
	struct merge *m, enum kind kind, size_t i, const void *file, const struct lives *lives)
{
	int64_t time = object_time(kind, file), deleted = lives->at[kind][i];
	if (is_forgotten(m, m->from, kind, file)) {
		differ_object(m, VERDICT_FORGOTTEN, kind, file, NULL, 0, time);
		return ERR_NONE;
	}
	if (!lives->alive[kind][i]) {
		differ_object(m, VERDICT_GONE, kind, file, NULL, deleted, time);
		vacate(m, m->from, kind, file);
		return kind_is_container(kind)
			? store_bury(m->store, m->alliance, m->from, kind, file, m->why)
			: ERR_NONE;
	}
	if (deleted >= 0 && time <= deleted && (time || !m->theirs))
		differ_object(m, VERDICT_REVIVED, kind, file, NULL, deleted, time);
	return add_object(m, kind, i, file, deleted);
}

static enum err merge_there(
	struct merge *m, enum kind kind, size_t i, void *stored, const struct lives *lives)
{
	const void *file = record_at(m->from, kind, i);
	/* who was named there last is deleted, and comes back for nobody */
	if (!kind_is_owner(kind) || lives->alive[kind][i])
		return merge_object(m, kind, file, stored);
	vacate(m, m->from, kind, file);
	return ERR_NONE;
}

/* What was lost with something that is back. */
static enum err tie_kind(struct merge *m, enum kind kind)
{
	enum err err = ERR_NONE;
	bool tied;
	for (size_t i = 0; i < record_count(&m->stored, kind) && !err; i++) {
		void *stored = record_at(&m->stored, kind, i);
		err = tie_again(m, kind, stored, &tied);
		if (!err && tied)
			err = put(m, kind, stored);
	}
	return err;
}

static enum err merge_one(struct merge *m, enum kind kind, size_t i, const struct lives *lives)
{
	const void *file = record_at(m->from, kind, i);
	int at = m->map[kind][i];
	enum err err = at < 0
		? add_living(m, kind, i, file, lives)
		: merge_there(m, kind, i, record_at(&m->stored, kind, (size_t)at), lives);
	if (err || m->sealed || !kind_info[kind].has_id || !loses_reference(m, kind, file) ||
		is_forgotten(m, m->from, kind, file))
		return err;
	return store_bury(m->store, m->alliance, m->from, kind, file, m->why);
}

#define OBJECTS_A_LOOK 1024

/* Another object is merged: does who watches want it to go on? */
static enum err look(struct merge *m)
{
	const struct exchange_watch *watch = m->file->watch;
	if (!watch || m->done++ % OBJECTS_A_LOOK || watch->goes_on(watch->context, m->done, m->all))
		return ERR_NONE;
	return errmsg_set(m->why, ERR_FAILED, "stopped; nothing was changed");
}

static enum err merge_kind(struct merge *m, enum kind kind, const struct lives *lives)
{
	json_t *ids = ids_of(&m->stored, kind);
	enum err err = ERR_NONE;
	ids_map(m->from, kind, ids, m->map[kind]);
	json_decref(ids);
	for (size_t i = 0; i < record_count(m->from, kind) && !err; i++)
		if (!(err = look(m)))
			err = merge_one(m, kind, i, lives);
	return err || !m->revived || m->sealed ? err : tie_kind(m, kind);
}

static enum err merge_answer(struct merge *m, size_t i, const struct lives *lives)
{
	const struct answer *file = &m->from->answers[i];
	int respondent = m->map[KIND_RESPONDENT][file->respondent];
	const struct answer *there =
		respondent < 0 ? NULL : record_answer(&m->stored, respondent, file->item);
	if (!there)
		return respondent < 0 ? ERR_NONE : add_living(m, KIND_ANSWER, i, file, lives);
	return merge_object(m, KIND_ANSWER, file, &m->stored.answers[there - m->stored.answers]);
}

/* A question is asked of a respondent once: the grid knows them all. */
static enum err merge_answers(struct merge *m, const struct lives *lives)
{
	enum err err = ERR_NONE;
	record_settle(&m->stored);
	for (size_t i = 0; i < m->from->answer_count && !err; i++)
		if (!(err = look(m)))
			err = merge_answer(m, i, lives);
	return err;
}

static bool is_later(const struct party *a, const struct party *b)
{
	if (a->object.changed != b->object.changed)
		return a->object.changed > b->object.changed;
	return memcmp(&a->object.id, &b->object.id, sizeof(a->object.id)) > 0;
}

/* One party is the user's own: of several the one that was said last. That follows from the others,
 * so it is no change of them. */
static enum err keep_one_ours(struct merge *m)
{
	const struct party *ours = NULL;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < m->stored.party_count; i++) {
		const struct party *party = &m->stored.parties[i];
		if (party->ours == TRI_YES && (!ours || is_later(party, ours)))
			ours = party;
	}
	for (size_t i = 0; i < m->stored.party_count && !err; i++) {
		struct party *party = &m->stored.parties[i];
		if (party == ours || party->ours != TRI_YES)
			continue;
		party->ours = TRI_NO;
		err = put(m, KIND_PARTY, party);
	}
	return err;
}

/* Parties and people are in the database already. */
static void map_known(struct merge *m, enum kind kind)
{
	json_t *ids = ids_of(&m->stored, kind);
	ids_map(m->from, kind, ids, m->map[kind]);
	json_decref(ids);
}

static enum err merge_parties(struct merge *m, const struct lives *lives)
{
	enum err err = merge_object(m, KIND_ALLIANCE, &m->from->alliance, &m->stored.alliance);
	if (!err)
		err = merge_kind(m, KIND_PARTY, lives);
	return err ? err : keep_one_ours(m);
}

static enum err merge_shared(struct merge *m, const struct lives *lives)
{
	enum err err = ERR_NONE;
	if (m->fresh)
		map_known(m, KIND_PARTY);
	else
		err = merge_parties(m, lives);
	for (int kind = KIND_PERSON; kind < KIND_ASSESSMENT && !err; kind++)
		err = merge_kind(m, (enum kind)kind, lives);
	return err;
}

/* Who is held up by any round of the file lives. */
static void join_lives(struct merge *m, struct lives *lives)
{
	for (size_t r = 0; r + 1 < m->file->count; r++) {
		struct lives other;
		lives_init(&other, &m->file->rounds[r], m, m->theirs ? LIVES_UNTIMED : LIVES_LATER);
		for (int kind = KIND_PARTY; kind <= KIND_PERSON; kind++)
			for (size_t i = 0; i < record_count(&m->file->rounds[r], kind); i++)
				lives->alive[kind][i] |= other.alive[kind][i];
		lives_release(&other);
	}
}

/* With every action of the library once, in the file and in the database. */
static enum err open_alliance(struct merge *m, int64_t round)
{
	/* the last round of the file knows the people of all, those of the others first */
	struct record *last = &m->file->rounds[m->file->count - 1];
	bool any = true;
	enum err err = open_stored(m, round, last);
	join_filed_twins(m, last);
	blank_forgotten(m, last);
	join_filed_alike(m);
	while (!err && any) {
		err = join_stored_twins(m, &any);
		if (err || !any)
			break;
		close_stored(m);
		err = open_stored(m, round, last);
	}
	return err ? err : name_library_actions(m);
}

enum err merge_alliance(struct merge *m, int64_t round)
{
	struct lives lives;
	enum err err = open_alliance(m, round);
	if (err)
		return err;
	lives_init(&lives, m->from, m, m->theirs ? LIVES_UNTIMED : LIVES_LATER);
	join_lives(m, &lives);
	err = merge_shared(m, &lives);
	lives_release(&lives);
	close_stored(m);
	return err;
}

static bool same_instrument(const struct instrument *a, const struct instrument *b)
{
	return str_same(a->id, b->id) && str_same(a->version, b->version);
}

/* It was made as the file has it. */
static enum err revive_round(struct merge *m)
{
	struct assessment *round = &m->stored.assessment;
	enum err err = revive_latest(m, KIND_ASSESSMENT, &m->from->assessment, round);
	return err ? err : put(m, KIND_ASSESSMENT, round);
}

static enum err merge_parts(struct merge *m, bool fresh)
{
	struct lives lives;
	enum err err = ERR_NONE;
	map_known(m, KIND_PARTY);
	map_known(m, KIND_PERSON);
	lives_init(&lives, m->from, m, m->theirs ? LIVES_UNTIMED : LIVES_LATER);
	for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT && !err; kind++)
		if (m->sealed || !kind_is_kept((enum kind)kind))
			err = kind == KIND_ANSWER ? merge_answers(m, &lives)
						  : merge_kind(m, (enum kind)kind, &lives);
	/* last: it may seal the round */
	if (!err && !fresh)
		err = merge_object(m, KIND_ASSESSMENT, &m->from->assessment, &m->stored.assessment);
	else if (!err && lives.at[KIND_ASSESSMENT][0] >= 0)
		err = revive_round(m);
	lives_release(&lives);
	return err;
}

static enum err take_kept(struct merge *m, enum kind kind)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < record_count(m->from, kind) && !err; i++) {
		void *stored = record_add(&m->stored, kind);
		m->map[kind][i] = (int)record_count(&m->stored, kind) - 1;
		m->report->added++;
		object_take(kind, record_at(m->from, kind, i), stored, m->map);
		err = put(m, kind, stored);
	}
	return err;
}

/* A round that this file seals is sealed with what the file says, else with what there is now. */
static enum err merge_kept(struct merge *m)
{
	if (m->sealed || m->stored.assessment.sealed == DATE_NONE)
		return ERR_NONE;
	if (!m->file->keeps[m->from - m->file->rounds])
		return store_keep_kpis(m->store, m->stored.assessment.object.key, m->why);
	enum err err = take_kept(m, KIND_SEALED_KPI);
	return err ? err : take_kept(m, KIND_SEALED_ACTUAL);
}

static enum err check_round(struct merge *m)
{
	static const struct place top = { 0 };
	const struct record *from = m->from;
	struct place rounds = { &top, "assessments", 0 },
		     round = { &rounds, NULL, (size_t)(m->from - m->file->rounds) };
	if (m->stored.alliance.object.key != m->alliance)
		return refuse_read(m->file, &round, m->why,
			"belongs to another alliance of this database (%.100s); give it an id of "
			"its own",
			m->stored.alliance.name);
	if (same_instrument(m->stored.instrument, from->instrument))
		return ERR_NONE;
	return refuse_read(m->file, &round, m->why,
		"was made with instrument %.80s %.40s, in the file it is of %.80s %.40s; correct "
		"the file",
		m->stored.instrument->id, m->stored.instrument->version, from->instrument->id,
		from->instrument->version);
}

enum err merge_round(struct merge *m, int64_t key, const struct record *from, bool fresh)
{
	enum err err = open_stored(m, key, from);
	if (err)
		return err;
	err = check_round(m);
	m->sealed = !fresh && m->stored.assessment.sealed != DATE_NONE;
	if (!err)
		err = merge_parts(m, fresh);
	if (!err)
		err = merge_kept(m);
	m->sealed = false;
	close_stored(m);
	return err;
}
