/* SPDX-License-Identifier: MIT */
/*
 * Who is interviewed: somebody known, by key or by name, or somebody new; and what was agreed on.
 */
#include <strings.h>
#include <rekindle/words.h>
#include "enrol.h"

#define MINUTES_FULL 45
#define MINUTES_PULSE 10

int sitting_minutes_usual(const struct record *record)
{
	return record->assessment.kind == ROUND_PULSE ? MINUTES_PULSE : MINUTES_FULL;
}

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

/* -1: their side is gone. */
static int party_of(const struct record *record, const struct sitting_newcomer *newcomer)
{
	for (size_t i = 0; i < record->party_count; i++)
		if (record->parties[i].object.key == newcomer->party)
			return (int)i;
	return -1;
}

int64_t sitting_known(const struct record *record, const struct sitting_newcomer *newcomer)
{
	int party = party_of(record, newcomer);

	for (size_t i = 0; i < record->respondent_count; i++) {
		const struct respondent *r = &record->respondents[i];
		const char *name = !str_blank(r->name) || r->person < 0
			? r->name
			: record->people[r->person].name;
		if (r->party == party && r->role == newcomer->role &&
			same_name(name, newcomer->name))
			return r->object.key;
	}
	return 0;
}

/* A respondent who is not stored is one who has not agreed yet. */
static bool is_heard(const struct record *record, int person)
{
	int there = sitting_of_person(record, person);

	return there >= 0 && record->respondents[there].object.key;
}

/* A person planned on this side and in this role with this name, or nameless and not heard yet; or
 * of that name in any role, who has only owned parts of the plan so far; -1. */
static int find_person(const struct record *record, const struct sitting_newcomer *newcomer)
{
	int party = party_of(record, newcomer);

	for (size_t i = 0; i < record->person_count; i++) {
		const struct person *person = &record->people[i];
		bool named = same_name(person->name, newcomer->name);
		bool nameless = !newcomer->name && str_blank(person->name);
		bool role =
			person->role == newcomer->role || (named && person->interviewee == TRI_NO);
		if (person->party == party && role && (named || nameless) &&
			!is_heard(record, (int)i))
			return (int)i;
	}
	return -1;
}

int enrol_person(struct record *record, const struct sitting_newcomer *newcomer)
{
	int known = find_person(record, newcomer), party = party_of(record, newcomer);

	if (known >= 0 || party < 0)
		return known;
	struct person *person = record_add(record, KIND_PERSON);
	person->party = party;
	person->role = newcomer->role;
	person->name = pool_strdup(&record->pool, newcomer->name);
	return (int)record->person_count - 1;
}

struct respondent *enrol_respondent(struct record *record, int person)
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

/* Who only owned parts of the plan is interviewed from now on. */
static enum err welcome(
	struct store *store, struct record *record, int person, int role, struct errmsg *why)
{
	struct person heard = record->people[person];

	if (heard.interviewee != TRI_NO)
		return ERR_NONE;
	heard.role = role;
	heard.interviewee = TRI_YES;
	enum err err =
		store_put(store, record, KIND_PERSON, &heard, record->alliance.object.key, why);
	if (err == ERR_NONE)
		record->people[person] = heard;
	return err;
}

enum err sitting_agree(struct store *store, struct record *record, int person,
	const struct sitting_terms *terms, int64_t *key, struct errmsg *why)
{
	enum err err = welcome(store, record, person, record->people[person].role, why);
	struct respondent *respondent = enrol_respondent(record, person);

	respondent->consent = (int)terms->consent;
	respondent->attribution = (int)terms->attribution;
	respondent->minutes = terms->minutes;
	respondent->date = terms->date;
	if (err == ERR_NONE)
		err = store_put(store, record, KIND_RESPONDENT, respondent,
			record->assessment.object.key, why);
	*key = respondent->object.key;
	record_settle(record);
	return err;
}

enum err sitting_enrol(struct store *store, struct record *record,
	const struct sitting_newcomer *newcomer, const struct sitting_terms *terms, int64_t *key,
	struct errmsg *why)
{
	int person = enrol_person(record, newcomer);
	enum err err = ERR_NONE;

	if (person < 0)
		return errmsg_set(why, ERR_FAILED, "%s", words_plain(W_PARTY_GONE));
	if (!record->people[person].object.key)
		err = store_put(store, record, KIND_PERSON, &record->people[person],
			record->alliance.object.key, why);
	else
		err = welcome(store, record, person, newcomer->role, why);
	return err ? err : sitting_agree(store, record, person, terms, key, why);
}

enum err enrol_begin(struct store *store, const struct record *record, struct errmsg *why)
{
	return store_begin(store, record->assessment.object.key, "new respondent", why);
}

enum err sitting_may_begin(struct store *store, struct record *record,
	const struct sitting_newcomer *newcomer, struct errmsg *why)
{
	const struct sitting_terms terms = { .minutes = INT_NONE, .date = DATE_NONE };
	int64_t key;
	int person = enrol_person(record, newcomer);
	const struct person before = person < 0 ? (struct person){ 0 } : record->people[person];
	enum err err = enrol_begin(store, record, why);

	if (err != ERR_NONE)
		return err;
	err = sitting_enrol(store, record, newcomer, &terms, &key, why);
	store_rollback(store);
	if (person >= 0 && before.interviewee == TRI_NO)
		record->people[person] = before;
	return err;
}
