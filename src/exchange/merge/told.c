/* SPDX-License-Identifier: MIT */
/*
 * What database and file say of people who were made one with others or deleted, and what these
 * say: kept as they say it, for whom it counts and whether it does follows from all that is known
 * of merges and deletions in the end.
 */
#include "../json/merge.h"

bool is_person(enum kind kind)
{
	return kind == KIND_PERSON || kind == KIND_RESPONDENT;
}

bool is_of_people(enum kind kind)
{
	const struct kind_info *info = &kind_info[kind];
	bool is = is_person(kind);
	for (size_t i = 0; i < info->field_count && !is; i++)
		is = info->fields[i].type == FIELD_REF && is_person(info->fields[i].ref);
	return is;
}

static bool is_named(json_t *ids, const struct object *object)
{
	char text[UUID_TEXT];
	return json_object_get(ids, uuid_text(&object->id, text));
}

/* With the person what was said by them is named. */
static bool names_person(json_t *ids, const struct record *rec, enum kind kind, size_t index)
{
	const struct object *object = record_at(rec, kind, index);
	int person = kind == KIND_RESPONDENT ? rec->respondents[index].person : -1;
	return is_named(ids, object) || (person >= 0 && is_named(ids, &rec->people[person].object));
}

/* Is it of one who is named in merges or deletions, or by one? */
static bool names(json_t *ids, const struct record *rec, enum kind kind, const void *object)
{
	const struct kind_info *info = &kind_info[kind];
	bool tied = is_person(kind) && is_named(ids, object);
	for (size_t i = 0; i < info->field_count && !tied; i++) {
		const struct field *field = &info->fields[i];
		int at = field->type == FIELD_REF && is_person(field->ref)
			? object_reference(field, object)
			: -1;
		tied = at >= 0 && names_person(ids, rec, field->ref, (size_t)at);
	}
	return tied;
}

bool is_tied(const struct merge *m, const struct record *rec, enum kind kind, const void *object)
{
	return names(m->tied, rec, kind, object);
}

/* What is known already. */
struct known {
	struct pool pool;
	struct store_told *list;
	size_t count;
	json_t *ids, *signs;
	json_t *people; /* whose sayings all are among them */
};

static void forget_known(struct known *known)
{
	json_decref(known->ids);
	json_decref(known->signs);
	json_decref(known->people);
	pool_release(&known->pool);
}

static enum err learn(struct merge *m, struct known *known)
{
	char text[UUID_TEXT];
	forget_known(known);
	*known = (struct known){ .ids = json_object() };
	enum err err = store_told(
		m->store, m->alliance, &known->pool, &known->list, &known->count, m->why);
	for (size_t i = 0; i < known->count; i++)
		json_object_set_new(known->ids, uuid_text(&known->list[i].id, text), json_true());
	known->signs = told_signs(known->list, known->count);
	return err;
}

/* Is it what is known, in the place of another who says the same? Of those of whom nothing was kept
 * before, nothing is. */
static bool is_placed(
	const struct record *rec, enum kind kind, const void *object, struct known *known)
{
	return names(known->people, rec, kind, object) &&
		json_object_get(known->signs, store_told_sign(rec, kind, object, &known->pool));
}

/* Of what does not say when it was said only what is not there is taken. */
static bool is_idle(
	const struct record *rec, enum kind kind, const void *object, const struct known *known)
{
	char text[UUID_TEXT];
	struct uuid id = object_id(rec, kind, object);
	return !object_time(kind, object) && json_object_get(known->ids, uuid_text(&id, text));
}

static enum err tell_kinds(struct merge *m, const struct record *rec, enum kind first,
	enum kind last, struct known *known, bool filed)
{
	enum err err = ERR_NONE;
	for (int k = first; k <= (int)last; k++)
		for (size_t i = 0; i < record_count(rec, (enum kind)k) && !err; i++) {
			enum kind kind = (enum kind)k;
			const void *object = record_at(rec, kind, i);
			if (is_tied(m, rec, kind, object) && !is_forgotten(m, rec, kind, object) &&
				!(filed ? is_idle(rec, kind, object, known)
					: is_placed(rec, kind, object, known)))
				err = store_tell(m->store, m->alliance, rec, kind, object, m->why);
		}
	return err;
}

/* Whose interview it is may be said otherwise, or of nobody, by others who know the answers. */
static void tie_interviews(struct merge *m, const struct record *rec)
{
	char text[UUID_TEXT];
	for (size_t i = 0; i < rec->respondent_count; i++)
		if (names_person(m->tied, rec, KIND_RESPONDENT, i) ||
			is_whose_known(m, &rec->respondents[i].object))
			json_object_set_new(m->tied,
				uuid_text(&rec->respondents[i].object.id, text), json_true());
}

static enum err tell_round(struct merge *m, int64_t key, bool shared, struct known *known)
{
	struct record rec;
	enum err err = store_load(m->store, key, &rec, m->why);
	if (err)
		return err;
	tie_interviews(m, &rec);
	if (shared)
		err = tell_kinds(m, &rec, KIND_PARTY, KIND_ASSESSMENT - 1, known, false);
	if (!err && rec.assessment.sealed == DATE_NONE)
		err = tell_kinds(m, &rec, KIND_ASSESSMENT + 1, KIND_COUNT - 1, known, false);
	record_release(&rec);
	return err;
}

static enum err tell_stored(struct merge *m, struct known *known)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t count = m->alliance ? store_rounds(m->store, m->alliance, &pool, &keys) : 0;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++)
		err = tell_round(m, keys[i], !i, known);
	pool_release(&pool);
	return err;
}

static enum err tell_filed(struct merge *m, struct known *known)
{
	enum err err = ERR_NONE;
	for (size_t r = 0; r < m->file->count && !err; r++) {
		const struct record *rec = &m->file->rounds[r];
		if (r + 1 == m->file->count)
			err = tell_kinds(m, rec, KIND_PARTY, KIND_ASSESSMENT - 1, known, true);
		if (!err && !(m->file->empty && !r))
			err = tell_kinds(m, rec, KIND_ASSESSMENT + 1, KIND_COUNT - 1, known, true);
	}
	return err;
}

json_t *told_signs(const struct store_told *list, size_t count)
{
	json_t *signs = json_object();
	for (size_t i = 0; i < count; i++)
		json_object_set_new(signs, list[i].sign, json_true());
	return signs;
}

static void know_people(struct merge *m, const struct known *known)
{
	char text[UUID_TEXT];
	m->known = json_object();
	for (size_t i = 0; i < known->count; i++)
		if (is_person(known->list[i].kind))
			json_object_set_new(
				m->known, uuid_text(&known->list[i].id, text), json_true());
}

/* Who was tied once is, also when nothing that counts now says so. */
static void tie_known(struct merge *m, struct known *known)
{
	char text[UUID_TEXT];
	known->people = json_object();
	for (size_t i = 0; i < known->count; i++) {
		const struct store_told *told = &known->list[i];
		const struct uuid *id = told->kind == KIND_ANSWER ? &told->whose : &told->id;
		if (told->kind == KIND_ANSWER || is_person(told->kind))
			json_object_set_new(known->people, uuid_text(id, text), json_true());
	}
	json_object_update(m->tied, known->people);
}

enum err tell_people(struct merge *m)
{
	struct known known = { 0 };
	enum err err = learn(m, &known);
	tie_known(m, &known);
	if (!json_object_size(m->tied)) {
		forget_known(&known);
		return err;
	}
	for (size_t r = 0; r < m->file->count; r++)
		tie_interviews(m, &m->file->rounds[r]);
	if (!err)
		err = tell_stored(m, &known);
	if (!err)
		err = learn(m, &known);
	if (!err)
		err = tell_filed(m, &known);
	if (!err)
		err = learn(m, &known);
	if (!err)
		know_people(m, &known);
	if (!err)
		err = collect_deleted(m);
	forget_known(&known);
	return err;
}
