/* SPDX-License-Identifier: MIT */
/*
 * People added, renamed, removed.
 */
#include <rekindle/people.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>
#include "rounds.h"

struct gathering {
	const struct record *record;
	struct person_life *lives;
};

/* The life of a person of a round, which may have become one since. */
static struct person_life *life_of(
	const struct gathering *gathering, const struct record *round, int person)
{
	int at = person < 0 ? -1
			    : rounds_person(gathering->record, round->people[person].object.key);

	return at < 0 ? NULL : &gathering->lives[at];
}

static enum err gather(struct store *store, struct record *round, void *data, struct errmsg *why)
{
	struct person_life *life;

	(void)store;
	(void)why;
	for (size_t i = 0; i < round->respondent_count; i++) {
		int answers = record_answers(round, (int)i);
		if (!(life = life_of(data, round, round->respondents[i].person)))
			continue;
		life->interviews += answers > 0;
		life->answers += answers;
	}
	return ERR_NONE;
}

/* The plan is the same in every round. */
static void count_owned(const struct record *record, struct person_life *lives)
{
	for (size_t i = 0; i < record->action_owner_count; i++)
		lives[record->action_owners[i].person].owned++;
	for (size_t i = 0; i < record->objective_owner_count; i++)
		lives[record->objective_owners[i].person].owned++;
}

enum err people_lives(struct store *store, const struct record *record, struct person_life *lives,
	struct errmsg *why)
{
	struct gathering gathering = { record, lives };

	for (size_t i = 0; i < record->person_count; i++)
		lives[i] = (struct person_life){ 0 };
	count_owned(record, lives);
	return rounds_each(store, record->alliance.object.key, gather, &gathering, why);
}

static enum err end(struct store *store, enum err err, struct errmsg *why)
{
	if (err == ERR_NONE)
		return store_commit(store, why);
	store_rollback(store);
	return err;
}

static const char *called(const struct person *person)
{
	return str_blank(person->name) ? words_role(person->role) : person->name;
}

static enum err begin(
	struct store *store, const struct record *record, const char *what, struct errmsg *why)
{
	return store_begin(store, record->assessment.object.key, what, why);
}

enum err people_add(struct store *store, struct record *record, const struct person *newcomer,
	struct uuid *id, struct errmsg *why)
{
	struct person *person = record_add(record, KIND_PERSON);

	person->party = newcomer->party;
	person->role = newcomer->role;
	person->name = pool_strdup(&record->pool, newcomer->name);
	person->planned = pool_strdup(&record->pool, newcomer->planned);
	person->interviewee = newcomer->interviewee;
	const char *what =
		words(&record->pool, W_UNDO_PERSON_ADDED, hole_text("person", called(person)));
	enum err err = begin(store, record, what, why);
	if (err != ERR_NONE)
		return err;
	err = store_put(store, record, KIND_PERSON, person, record->alliance.object.key, why);
	*id = person->object.id;
	return end(store, err, why);
}

struct correcting {
	const struct person *as;
	void (*take)(struct respondent *, const struct person *as);
};

static void take_name(struct respondent *respondent, const struct person *as)
{
	respondent->name = as->name;
}

static void take_place(struct respondent *respondent, const struct person *as)
{
	respondent->party = as->party;
	respondent->role = as->role;
}

static enum err correct_in(
	struct store *store, struct record *round, void *data, struct errmsg *why)
{
	const struct correcting *correcting = data;
	int person = rounds_person(round, correcting->as->object.key);
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < round->respondent_count; i++) {
		struct respondent *respondent = &round->respondents[i];
		if (respondent->person != person || round->assessment.sealed != DATE_NONE)
			continue;
		correcting->take(respondent, correcting->as);
		err = store_put(store, round, KIND_RESPONDENT, respondent, 0, why);
	}
	return err;
}

static enum err correct(struct store *store, struct record *record, struct correcting *correcting,
	struct errmsg *why)
{
	struct person as = *correcting->as;
	enum err err = store_put(store, record, KIND_PERSON, &as, record->alliance.object.key, why);

	return err ? err
		   : rounds_each(store, record->alliance.object.key, correct_in, correcting, why);
}

enum err people_rename(struct store *store, struct record *record, int person, const char *name,
	struct errmsg *why)
{
	struct person renamed = record->people[person];
	struct correcting correcting = { &renamed, take_name };
	struct pool pool = { 0 };
	const char *what =
		words(&pool, W_UNDO_PERSON_RENAMED, hole_text("person", called(&renamed)));
	enum err err = begin(store, record, what, why);

	pool_release(&pool);
	if (err != ERR_NONE)
		return err;
	renamed.name = name;
	return end(store, correct(store, record, &correcting, why), why);
}

enum err people_correct(struct store *store, struct record *record, int person,
	const struct person *corrected, struct errmsg *why)
{
	struct person changed = record->people[person];
	struct correcting correcting = { &changed, take_place };
	enum err err = begin(store, record, words_plain(W_UNDO_PERSON_CORRECTED), why);

	if (err != ERR_NONE)
		return err;
	changed.party = corrected->party;
	changed.role = corrected->role;
	changed.planned = corrected->planned;
	return end(store, correct(store, record, &correcting, why), why);
}

static enum err remove_in(struct store *store, struct record *round, void *data, struct errmsg *why)
{
	int person = rounds_person(round, *(const int64_t *)data);
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < round->respondent_count; i++) {
		const struct respondent *respondent = &round->respondents[i];
		if (respondent->person != person)
			continue;
		err = store_hold(store, respondent->object.key, why);
		store_unhold(store);
		if (err == ERR_NONE)
			err = store_delete(store, round, KIND_RESPONDENT, respondent, why);
	}
	return err;
}

enum err people_unheard(
	struct store *store, const struct record *record, int person, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct person_life *lives = pool_alloc(&pool, record->person_count * sizeof(*lives));
	enum err err = people_lives(store, record, lives, why);

	if (err == ERR_NONE && lives[person].answers)
		err = errmsg_set(why, ERR_USAGE, "%s",
			words(&pool, W_PERSON_HAS_ANSWERS,
				hole_text("person", called(&record->people[person])),
				hole_count("answers", lives[person].answers)));
	pool_release(&pool);
	return err;
}

/* What was opened and not answered. */
static enum err empty_in(struct store *store, struct record *round, void *data, struct errmsg *why)
{
	return round->assessment.sealed == DATE_NONE ? remove_in(store, round, data, why)
						     : ERR_NONE;
}

static enum err set_interviewee(
	struct store *store, struct record *record, struct person *person, struct errmsg *why)
{
	int64_t key = person->object.key, alliance = record->alliance.object.key;
	bool owner = person->interviewee == TRI_NO;
	enum err err = owner ? rounds_each(store, alliance, empty_in, &key, why) : ERR_NONE;

	if (owner)
		person->planned = NULL;
	return err ? err : store_put(store, record, KIND_PERSON, person, alliance, why);
}

enum err people_interview(struct store *store, struct record *record, int person, bool interviewee,
	struct errmsg *why)
{
	struct person changed = record->people[person];
	struct pool pool = { 0 };
	enum err err = interviewee ? ERR_NONE : people_unheard(store, record, person, why);

	if (err != ERR_NONE)
		return err;
	changed.interviewee = interviewee ? TRI_YES : TRI_NO;
	const char *what =
		words(&pool, interviewee ? W_UNDO_PERSON_INTERVIEWED : W_UNDO_PERSON_OWNS,
			hole_text("person", called(&changed)));
	err = begin(store, record, what, why);
	pool_release(&pool);
	if (err != ERR_NONE)
		return err;
	return end(store, set_interviewee(store, record, &changed, why), why);
}

int people_named(const struct record *record, int party, const char *name)
{
	for (size_t i = 0; i < record->person_count; i++)
		if (record->people[i].party == party &&
			utf8_same_name(record->people[i].name, name))
			return (int)i;
	return -1;
}

enum err people_remove(struct store *store, struct record *record, int person, struct errmsg *why)
{
	const struct person *gone = &record->people[person];
	int64_t key = gone->object.key;
	struct pool pool = { 0 };
	const char *what = words(&pool, W_UNDO_PERSON_DELETED, hole_text("person", called(gone)));
	enum err err = begin(store, record, what, why);

	pool_release(&pool);
	if (err != ERR_NONE)
		return err;
	err = rounds_each(store, record->alliance.object.key, remove_in, &key, why);
	if (err == ERR_NONE)
		err = store_delete(store, record, KIND_PERSON, gone, why);
	return end(store, err, why);
}
