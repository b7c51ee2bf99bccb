/* SPDX-License-Identifier: MIT */
/*
 * Who is interviewed: somebody known, by key or by name, or somebody new; and what was agreed on.
 */
#include <strings.h>
#include <rekindle/sitting.h>
#include <rekindle/words.h>

int sitting_find(const struct record *record, int64_t respondent)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].object.key == respondent)
			return (int)i;
	return -1;
}

int sitting_of_person(const struct record *record, int person)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].person == person)
			return (int)i;
	return -1;
}

static bool same_name(const char *a, const char *b)
{
	return !str_blank(a) && !str_blank(b) && strcasecmp(a, b) == 0;
}

/* A respondent of this round with this name on this side; -1. */
static int find_respondent(const struct record *record, const struct sitting_newcomer *newcomer)
{
	for (size_t i = 0; i < record->respondent_count; i++) {
		const struct respondent *r = &record->respondents[i];
		const char *name = !str_blank(r->name) || r->person < 0
			? r->name
			: record->people[r->person].name;
		if (r->party == newcomer->party && r->role == newcomer->role &&
			same_name(name, newcomer->name))
			return (int)i;
	}
	return -1;
}

/* A person planned on this side and in this role with this name, or nameless and not heard yet; -1.
 */
static int find_person(const struct record *record, const struct sitting_newcomer *newcomer)
{
	for (size_t i = 0; i < record->person_count; i++) {
		const struct person *person = &record->people[i];
		bool named = same_name(person->name, newcomer->name);
		bool nameless = !newcomer->name && str_blank(person->name);
		if (person->party == newcomer->party && person->role == newcomer->role &&
			(named || nameless) && sitting_of_person(record, (int)i) < 0)
			return (int)i;
	}
	return -1;
}

static enum err add_person(struct store *store, struct record *record,
	const struct sitting_newcomer *newcomer, int *index, struct errmsg *why)
{
	struct person *person = record_add(record, KIND_PERSON);

	person->party = newcomer->party;
	person->role = newcomer->role;
	person->name = pool_strdup(&record->pool, newcomer->name);
	*index = (int)record->person_count - 1;
	return store_put(store, record, KIND_PERSON, person, record->alliance.object.key, why);
}

/* The person as a respondent of the round, new or known. */
static struct respondent *respondent_of(struct record *record, int person)
{
	const struct person *who = &record->people[person];
	int there = sitting_of_person(record, person);
	struct respondent *respondent =
		there < 0 ? record_add(record, KIND_RESPONDENT) : &record->respondents[there];

	respondent->person = person;
	respondent->party = who->party;
	respondent->role = who->role;
	respondent->name = who->name;
	return respondent;
}

static enum err put(struct store *store, struct record *record, struct respondent *respondent,
	int64_t *key, struct errmsg *why)
{
	enum err err = store_put(
		store, record, KIND_RESPONDENT, respondent, record->assessment.object.key, why);

	*key = respondent->object.key;
	record_settle(record);
	return err;
}

static enum err add_respondent(struct store *store, struct record *record,
	const struct sitting_newcomer *newcomer, int64_t *key, struct errmsg *why)
{
	int person = find_person(record, newcomer);
	enum err err = ERR_NONE;

	if (person < 0)
		err = add_person(store, record, newcomer, &person, why);
	if (err != ERR_NONE)
		return err;
	struct respondent *respondent = respondent_of(record, person);
	respondent->attribution = newcomer->attribution;
	return put(store, record, respondent, key, why);
}

enum err sitting_enrol(struct store *store, struct record *record,
	const struct sitting_newcomer *newcomer, int64_t *respondent, bool *known,
	struct errmsg *why)
{
	int found = find_respondent(record, newcomer);

	*known = found >= 0;
	if (*known) {
		*respondent = record->respondents[found].object.key;
		return ERR_NONE;
	}
	enum err err = store_begin(store, record->assessment.object.key, "new respondent", why);
	if (err != ERR_NONE)
		return err;
	err = add_respondent(store, record, newcomer, respondent, why);
	if (err != ERR_NONE) {
		store_rollback(store);
		return err;
	}
	return store_commit(store, why);
}

static int64_t newest(const struct record *record, enum kind kind)
{
	int64_t key = 0;

	for (size_t i = 0; i < record_count(record, kind); i++) {
		const struct object *object = record_at(record, kind, i);
		key = object->key > key ? object->key : key;
	}
	return key;
}

struct sitting_known sitting_known(const struct record *record)
{
	return (struct sitting_known){ newest(record, KIND_PERSON),
		newest(record, KIND_RESPONDENT) };
}

static bool has_said(const struct record *record, int who)
{
	bool said = record->respondents[who].consent != TRI_UNKNOWN;

	for (size_t i = 0; !said && i < record->answer_count; i++)
		said = record->answers[i].respondent == who;
	return said;
}

static enum err has_begun(
	struct store *store, struct record *record, int who, bool *begun, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_sitting place;
	bool found;
	enum err err = store_get_sitting(
		store, record, record->respondents[who].object.key, &pool, &place, &found, why);

	*begun = !err && found && (place.finished || !str_blank(place.draft));
	pool_release(&pool);
	return err;
}

static enum err take_away(struct store *store, struct record *record, int who,
	const struct sitting_known *known, struct errmsg *why)
{
	int person = record->respondents[who].person;
	enum err err = store_begin(
		store, record->assessment.object.key, words_plain(W_UNDO_WITHDRAWN), why);

	if (err != ERR_NONE)
		return err;
	err = store_delete(store, record, KIND_RESPONDENT, &record->respondents[who], why);
	if (err == ERR_NONE && person >= 0 && record->people[person].object.key > known->person)
		err = store_delete(store, record, KIND_PERSON, &record->people[person], why);
	if (err == ERR_NONE)
		return store_commit(store, why);
	store_rollback(store);
	return err;
}

enum err sitting_withdraw(struct store *store, int64_t assessment, int64_t respondent,
	const struct sitting_known *known, struct errmsg *why)
{
	struct record record;
	bool begun = true;

	if (respondent <= known->respondent)
		return ERR_NONE;
	enum err err = store_load(store, assessment, &record, why);
	if (err != ERR_NONE)
		return err;
	int who = sitting_find(&record, respondent);
	if (who >= 0 && !has_said(&record, who))
		err = has_begun(store, &record, who, &begun, why);
	if (err == ERR_NONE && !begun)
		err = take_away(store, &record, who, known, why);
	record_release(&record);
	return err;
}

enum err sitting_agree(struct store *store, struct record *record, int person,
	const struct sitting_terms *terms, int64_t *key, struct errmsg *why)
{
	struct respondent *respondent = respondent_of(record, person);

	respondent->consent = TRI_YES;
	respondent->attribution = (int)terms->attribution;
	respondent->minutes = terms->minutes;
	respondent->date = terms->date;
	return put(store, record, respondent, key, why);
}
