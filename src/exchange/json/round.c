/* SPDX-License-Identifier: MIT */
/*
 * The alliance of a document and its rounds.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static enum err read_entry(struct reader *, const struct place *, json_t *, enum kind);

enum err read_list(struct reader *r, const struct place *up, json_t *owner, enum kind kind)
{
	struct place steps[MEMBER_DEPTH];
	const struct place *list;
	json_t *entries = owner, *entry;
	size_t i;
	enum err err = member_enter(r, up, kind_info[kind].list, &entries, steps, &list);
	if (!err && entries && !json_is_array(entries))
		err = refuse_type(r, list, entries, "a list");
	if (err)
		return err;
	json_array_foreach(entries, i, entry)
	{
		struct place place = { list, NULL, i };
		if ((err = read_entry(r, &place, entry, kind)))
			break;
	}
	return err;
}

/* A respondent of whom the file knows no person is one. The same name of the file in several rounds
 * is the same person. */
static int make_person(struct reader *r, json_t *json, const struct respondent *respondent)
{
	char buffer[UUID_TEXT];
	const char *id = json_string_value(json_member(json, "id"));
	struct uuid own = uuid_derive(&respondent->object.id, "person"), uuid = own;
	if (id && !uuid_parse(id, &(struct uuid){ { 0 } }))
		uuid = uuid_derive(&r->alliance, id);
	int at = names_find(r, KIND_PERSON, uuid_text(&uuid, buffer));
	if (at >= 0) {
		const struct person *there = &r->record->people[at];
		if (there->party == respondent->party && there->role == respondent->role)
			return at;
		uuid = own;
	}
	struct person *person = record_add(r->record, KIND_PERSON);
	person->object.id = uuid;
	person->party = respondent->party;
	person->role = respondent->role;
	person->name = respondent->name;
	id_new(r, KIND_PERSON, &uuid);
	at = (int)r->record->person_count - 1;
	names_add_id(r, KIND_PERSON, &uuid, (size_t)at);
	return at;
}

/* The entry with party and role of its person where it has none of its own. */
static json_t *completed(struct reader *r, json_t *json)
{
	char buffer[UUID_TEXT];
	json_t *full = json_copy(json);
	const char *name = json_string_value(json_member(json, "person"));
	int at = name ? names_find(r, KIND_PERSON, name) : -2;
	if (at < 0)
		return full;
	const struct person *person = &r->record->people[at];
	const struct uuid *party = &r->record->parties[person->party].object.id;
	if (!json_member(json, "party"))
		json_object_set_new(full, "party", json_string(uuid_text(party, buffer)));
	if (!json_member(json, "role"))
		json_object_set_new(full, "role", json_string(vocabulary_role.word[person->role]));
	return full;
}

static enum err read_respondent(struct reader *r, const struct place *place, json_t *json)
{
	struct respondent *respondent = record_add(r->record, KIND_RESPONDENT);
	json_t *full = completed(r, json);
	enum err err = read_object(r, place, full, KIND_RESPONDENT, respondent);
	/* null: somebody who is deleted since */
	if (!err && respondent->person < 0 && !member_is_null(json, "person")) {
		respondent->person = make_person(r, full, respondent);
		field_give(KIND_RESPONDENT, respondent, offsetof(struct respondent, person), true);
	}
	json_decref(full);
	return err;
}

/* Of two answers to the same question the newest counts, then the last. */
static enum err read_answer(struct reader *r, const struct place *place, json_t *json)
{
	struct record *rec = r->record;
	struct answer answer;
	object_init(KIND_ANSWER, &answer);
	enum err err = read_object(r, place, json, KIND_ANSWER, &answer);
	if (err)
		return err;
	int *slot = &r->grid[(size_t)answer.respondent * rec->instrument->item_count +
		(size_t)answer.item];
	if (*slot < 0) {
		struct answer *added = record_add(rec, KIND_ANSWER);
		*added = answer;
		*slot = (int)rec->answer_count - 1;
	} else if (answer.object.changed >= rec->answers[*slot].object.changed) {
		rec->answers[*slot] = answer;
	}
	return ERR_NONE;
}

static enum err read_kpi(struct reader *r, const struct place *place, json_t *json)
{
	enum err err = read_object(r, place, json, KIND_KPI, record_add(r->record, KIND_KPI));
	return err ? err : read_list(r, place, json, KIND_ACTUAL);
}

static enum err read_actual(struct reader *r, const struct place *place, json_t *json)
{
	struct actual *actual = record_add(r->record, KIND_ACTUAL);
	actual->kpi = (int)r->record->kpi_count - 1;
	return read_object(r, place, json, KIND_ACTUAL, actual);
}

/* Sealed with: in the lists of an open round they are the alliance's, read_common(). */
static enum err read_sealed_kpi(struct reader *r, const struct place *place, json_t *json)
{
	const char *id = json_string_value(json_member(json, "id"));
	if (r->record->assessment.sealed == DATE_NONE)
		return ERR_NONE;
	struct kpi *kpi = record_add(r->record, KIND_SEALED_KPI);
	enum err err = read_object(r, place, json, KIND_SEALED_KPI, kpi);
	kpi->object.id =
		id ? id_uuid(&r->alliance, KIND_KPI, id) : uuid_derive(&r->space, kpi->name);
	return err ? err : read_list(r, place, json, KIND_SEALED_ACTUAL);
}

static enum err read_release(struct reader *r, const struct place *place, json_t *json)
{
	enum err err =
		read_object(r, place, json, KIND_RELEASE, record_add(r->record, KIND_RELEASE));
	return err ? err : read_list(r, place, json, KIND_RELEASE_RATING);
}

static enum err read_release_rating(struct reader *r, const struct place *place, json_t *json)
{
	struct release_rating *rating = record_add(r->record, KIND_RELEASE_RATING);
	rating->release = (int)r->record->release_count - 1;
	return read_object(r, place, json, KIND_RELEASE_RATING, rating);
}

static enum err read_sealed_actual(struct reader *r, const struct place *place, json_t *json)
{
	struct actual *actual = record_add(r->record, KIND_SEALED_ACTUAL);
	actual->kpi = (int)r->record->sealed_kpi_count - 1;
	return read_object(r, place, json, KIND_SEALED_ACTUAL, actual);
}

/* An action of the library has its UUID from the round that drew it up. */
static enum err read_action(struct reader *r, const struct place *place, json_t *json)
{
	const char *round = json_string_value(json_member(json, "round"));
	struct uuid space = r->space;
	if (round)
		r->space = id_uuid(&r->alliance, KIND_ASSESSMENT, round);
	enum err err = read_object(
		r, place, json, KIND_PLAN_ACTION, record_add(r->record, KIND_PLAN_ACTION));
	r->space = space;
	return err;
}

static enum err read_entry(
	struct reader *r, const struct place *place, json_t *json, enum kind kind)
{
	static enum err (*const special[KIND_COUNT])(
		struct reader *, const struct place *, json_t *) = {
		[KIND_RESPONDENT] = read_respondent,
		[KIND_ANSWER] = read_answer,
		[KIND_RELEASE] = read_release,
		[KIND_RELEASE_RATING] = read_release_rating,
		[KIND_KPI] = read_kpi,
		[KIND_ACTUAL] = read_actual,
		[KIND_PLAN_ACTION] = read_action,
		[KIND_SEALED_KPI] = read_sealed_kpi,
		[KIND_SEALED_ACTUAL] = read_sealed_actual,
	};
	if (!json_is_object(json))
		return refuse_type(r, place, json, "an object");
	if (special[kind])
		return special[kind](r, place, json);
	return read_object(r, place, json, kind, record_add(r->record, kind));
}

/* A row is a word: its time stands beside the rows. */
static enum err read_row_time(
	struct reader *r, const struct place *up, json_t *checklists, struct checklist *entry)
{
	static const struct field field = { .name = "changed", .type = FIELD_INSTANT };
	struct place times = { up, field.name, 0 },
		     at = { &times, vocabulary_check_row.word[entry->row], 0 };
	json_t *value = json_member(json_member(checklists, times.member), at.member);
	return value ? read_member(r, &at, value, &field, &entry->object.changed) : ERR_NONE;
}

static enum err read_check_group(struct reader *r, const struct place *up, json_t *checklists,
	const char *group, int from, int to)
{
	static const struct field value_field = {
		.name = "value", .type = FIELD_WORD, .words = &vocabulary_check
	};
	struct place place = { up, group, 0 };
	json_t *rows = json_member(checklists, group);
	enum err err = ERR_NONE;
	if (rows && !json_is_object(rows))
		return refuse_type(r, &place, rows, "an object");
	for (int row = from; row < to && !err; row++) {
		struct place at = { &place, strchr(vocabulary_check_row.word[row], '.') + 1, 0 };
		json_t *value = json_member(rows, at.member);
		if (!value)
			continue;
		struct checklist *entry = record_add(r->record, KIND_CHECKLIST);
		entry->row = row;
		entry->object.given = UINT64_MAX;
		err = read_member(r, &at, value, &value_field, &entry->value);
		if (!err)
			err = read_row_time(r, up, checklists, entry);
	}
	return err;
}

static enum err read_checklists(struct reader *r, const struct place *up, json_t *json)
{
	struct place place = { up, "checklists", 0 };
	json_t *checklists = json_member(json, place.member);
	if (checklists && !json_is_object(checklists))
		return refuse_type(r, &place, checklists, "an object");
	enum err err = read_check_group(r, &place, checklists, "selection", 0, SELECTION_ROWS);
	return err
		? err
		: read_check_group(r, &place, checklists, "governance", SELECTION_ROWS, CHECK_ROWS);
}

/* Does the file say anything of it beside when, and of what, it is? */
static bool says_something(enum kind kind, const void *object)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = kind_keys(kind); i < info->field_count; i++)
		if (info->fields[i].type != FIELD_INSTANT &&
			field_is_given(kind, object, info->fields[i].offset))
			return true;
	return false;
}

static enum err read_former_party(
	struct reader *r, const struct place *list, json_t *parties, size_t i)
{
	struct place place = { list, NULL, i };
	struct party_profile *former = &r->former_of[i];
	object_init(KIND_PARTY_PROFILE, former);
	former->party = (int)i;
	field_give(KIND_PARTY_PROFILE, former, offsetof(struct party_profile, party), true);
	return read_former(r, &place, json_array_get(parties, i), KIND_PARTY_PROFILE, former);
}

/* Of files of before each round had a profile of its own: that of the alliance and its parties. */
static enum err read_former_profile(struct reader *r, const struct place *place, json_t *json)
{
	struct place list = { place, kind_info[KIND_PARTY].list, 0 };
	json_t *parties = json_member(json, list.member);
	object_init(KIND_PROFILE, &r->former);
	enum err err = read_former(r, place, json, KIND_PROFILE, &r->former);
	for (size_t i = 0; i < r->record->party_count && !err; i++)
		err = read_former_party(r, &list, parties, i);
	return err;
}

static void take_former(struct reader *r, enum kind kind, const void *former)
{
	if (says_something(kind, former))
		object_copy(&r->record->pool, kind, record_add(r->record, kind), former);
}

static enum err read_own(struct reader *r, const struct place *place, json_t *json)
{
	struct profile *profile = record_add(r->record, KIND_PROFILE);
	enum err err = read_object(r, place, json, KIND_PROFILE, profile);
	if (err)
		return err;
	/* only that of the parties is said */
	if (!profile->object.given && !profile->object.extra)
		r->record->profile_count = 0;
	return read_list(r, place, json, KIND_PARTY_PROFILE);
}

/* Its own, else that of the alliance. */
enum err read_profile(struct reader *r, const struct place *up, json_t *json)
{
	struct place place = { up, kind_info[KIND_PROFILE].list, 0 };
	json_t *own = json_member(json, place.member);
	if (own)
		return read_own(r, &place, own);
	take_former(r, KIND_PROFILE, &r->former);
	for (size_t i = 0; i < r->record->party_count; i++)
		take_former(r, KIND_PARTY_PROFILE, &r->former_of[i]);
	return ERR_NONE;
}

enum err read_alliance(struct reader *r, const struct place *place, json_t *json, bool named)
{
	struct alliance *alliance = &r->record->alliance;
	struct place list = { place, "parties", 0 };
	json_t *parties = json_member(json, "parties");
	enum err err = read_object(r, place, json, KIND_ALLIANCE, alliance);
	if (err)
		return err;
	if (named)
		alliance->object.id = id_uuid(&r->space, KIND_ALLIANCE, alliance->name);
	else
		alliance->object.id = uuid_new();
	if ((err = read_id(r, place, json, KIND_ALLIANCE, alliance)))
		return err;
	r->alliance = r->space = alliance->object.id;
	if (parties && !json_is_array(parties))
		return refuse_type(r, &list, parties, "a list");
	size_t count = json_array_size(parties);
	if (count < 1 || count > PARTIES_MAX)
		return refuse(r, parties ? &list : place,
			"has %zu parties; write 1 to %d into "
			"`parties`",
			count, PARTIES_MAX);
	if ((err = read_list(r, place, json, KIND_PARTY)))
		return err;
	names_collect(r, KIND_PARTY, parties);
	err = read_former_profile(r, place, json);
	if (!err)
		err = read_list(r, place, json, KIND_PERSON);
	names_collect(r, KIND_PERSON, json_member(json, "people"));
	return err;
}

static enum err read_assessment(
	struct reader *r, const struct place *place, json_t *json, size_t index)
{
	struct assessment *assessment = &r->record->assessment;
	char number[32];
	snprintf(number, sizeof(number), "#%zu", index + 1);
	r->space = r->alliance;
	assessment->object.id =
		carries_id(json) ? id_uuid(&r->space, KIND_ASSESSMENT, number) : uuid_new();
	enum err err = read_object(r, place, json, KIND_ASSESSMENT, assessment);
	if (!err)
		err = read_id(r, place, json, KIND_ASSESSMENT, assessment);
	r->space = assessment->object.id;
	return err;
}

static void clear_grid(struct reader *r)
{
	size_t cells = r->record->respondent_count * r->record->instrument->item_count;
	r->grid = mem_resize(r->grid, (cells + 1) * sizeof(*r->grid));
	memset(r->grid, -1, (cells + 1) * sizeof(*r->grid));
}

static enum err read_kind(struct reader *r, const struct place *place, json_t *json, enum kind kind)
{
	if (kind == KIND_CHECKLIST)
		return read_checklists(r, place, json);
	if (kind == KIND_PROFILE)
		return read_profile(r, place, json);
	if (kind == KIND_ANSWER)
		clear_grid(r);
	enum err err = read_list(r, place, json, kind);
	if (!err && kind_is_referred(kind))
		names_collect(r, kind, member_get(json, kind_info[kind].list));
	return err;
}

enum err read_round(struct reader *r, const struct place *place, json_t *json, size_t index)
{
	enum err err = read_assessment(r, place, json, index);
	for (int kind = 0; kind < KIND_COUNT && !err; kind++)
		if (kind_within((enum kind)kind) == KIND_ASSESSMENT)
			err = read_kind(r, place, json, (enum kind)kind);
	return err;
}
