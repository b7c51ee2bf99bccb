/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person made one, over all rounds.
 */
#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/minutes.h>
#include <rekindle/people.h>
#include <rekindle/person.h>
#include <rekindle/words.h>
#include "rounds.h"

struct merging {
	int64_t into, from; /* keys */
	struct people_merged *merged;
};

static const char *round_title(const struct record *round)
{
	return round->assessment.title ? round->assessment.title
				       : words_round(round->assessment.kind);
}

/* What gave way stands in the comment, and in what is told of the merge. */
static void note_clash(
	struct people_merged *merged, struct record *round, const struct person_clash *clash)
{
	struct answer *answer = &round->answers[clash->answer];
	struct pool *pool = &round->pool;
	const char *other = words_whole_answer(pool, round, clash->other);
	const char *said = words(pool, W_MERGED_ANSWER, hole_text("answer", other));

	answer->comment = str_blank(answer->comment)
		? said
		: pool_printf(pool, "%s\n%s", answer->comment, said);
	*POOL_APPEND(&merged->pool, merged->differing, merged->count) = (struct merged_answer){
		.round = pool_strdup(&merged->pool, round_title(round)),
		.item = pool_strdup(&merged->pool, round->instrument->items[answer->item].id),
		.kept = pool_strdup(&merged->pool, words_whole_answer(pool, round, answer)),
		.other = pool_strdup(&merged->pool, other),
	};
}

static bool has_draft(const struct store_sitting *sitting)
{
	return sitting->draft && *sitting->draft;
}

/* Where the other interview was left, and what was being typed there, is kept as well. */
static enum err join_sittings(
	struct store *store, const struct record *round, int into, int from, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_sitting stays, goes;
	bool is_there, found;
	int64_t key = round->respondents[into].object.key;
	enum err err = store_get_sitting(store, round, key, &pool, &stays, &is_there, why);

	if (err == ERR_NONE)
		err = store_get_sitting(store, round, round->respondents[from].object.key, &pool,
			&goes, &found, why);
	if (err == ERR_NONE && found && is_there && has_draft(&stays) && has_draft(&goes))
		err = errmsg_set(why, ERR_LOCKED,
			"in both interviews a text was begun and not finished; open one of them "
			"and leave the box, then merge again");
	else if (err == ERR_NONE && found && (!is_there || has_draft(&goes))) {
		goes.seconds += is_there ? stays.seconds : 0;
		goes.respondent = key;
		err = store_put_sitting(store, round, &goes, why);
	}
	pool_release(&pool);
	return err;
}

static enum err put_answers(
	struct store *store, struct record *round, int respondent, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < round->answer_count; i++)
		if (round->answers[i].respondent == respondent)
			err = store_put(store, round, KIND_ANSWER, &round->answers[i], 0, why);
	for (size_t i = 0; err == ERR_NONE && i < round->route_count; i++)
		if (round->routes[i].respondent == respondent)
			err = store_put(store, round, KIND_ROUTE, &round->routes[i], 0, why);
	return err;
}

/* What the other had as well. */
static enum err drop_routes(
	struct store *store, struct record *round, int respondent, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < round->route_count; i++)
		if (round->routes[i].respondent == respondent)
			err = store_delete(store, round, KIND_ROUTE, &round->routes[i], why);
	return err;
}

/* Two interviews of one round. */
static enum err join(struct store *store, struct record *round, int into, int from,
	struct people_merged *merged, struct errmsg *why)
{
	struct person_clash *clashes;
	size_t count;

	respondent_join(round, into, from, &round->pool, &clashes, &count);
	for (size_t i = 0; i < count; i++)
		note_clash(merged, round, &clashes[i]);
	enum err err = put_answers(store, round, into, why);
	if (err == ERR_NONE)
		err = drop_routes(store, round, from, why);
	if (err == ERR_NONE)
		err = join_sittings(store, round, into, from, why);
	if (err == ERR_NONE)
		err = store_move_drafts(store, &round->respondents[from].object.id,
			&round->respondents[into].object.id, round->alliance.object.key, why);
	if (err == ERR_NONE)
		err = store_delete(store, round, KIND_RESPONDENT, &round->respondents[from], why);
	return err ? err
		   : store_note_part(store, &round->respondents[from].object.id,
			     &round->respondents[into].object.id, why);
}

static enum err is_free(
	struct store *store, const struct respondent *respondent, struct errmsg *why)
{
	enum err err = store_hold(store, respondent->object.key, why);

	store_unhold(store);
	return err;
}

/* The interviews of the other are those of the one: into its own of this round, else as they are.
 */
static enum err take_interviews(struct store *store, struct record *round, int into, int from,
	struct people_merged *merged, struct errmsg *why)
{
	enum err err = ERR_NONE;
	int there = -1;

	for (size_t i = 0; i < round->respondent_count && there < 0; i++)
		if (round->respondents[i].person == into)
			there = (int)i;
	for (size_t i = 0; err == ERR_NONE && i < round->respondent_count; i++) {
		struct respondent *respondent = &round->respondents[i];
		if (respondent->person != from)
			continue;
		merged->interviews++;
		err = is_free(store, respondent, why);
		if (err == ERR_NONE && there >= 0)
			err = is_free(store, &round->respondents[there], why);
		if (err == ERR_NONE && there >= 0)
			err = join(store, round, there, (int)i, merged, why);
		else if (err == ERR_NONE)
			there = (int)i;
	}
	if (err != ERR_NONE || there < 0)
		return err;
	round->respondents[there].person = into;
	round->respondents[there].name = round->people[into].name;
	return store_put(store, round, KIND_RESPONDENT, &round->respondents[there], 0, why);
}

static enum err take_owned(struct store *store, struct record *round, enum kind owners, int into,
	int from, struct errmsg *why)
{
	enum err err = ERR_NONE;

	person_give(round, owners, into, from);
	for (size_t i = 0; err == ERR_NONE && i < record_count(round, owners); i++) {
		struct owner *owner = record_at(round, owners, i);
		if (owner->person == from)
			err = store_delete(store, round, owners, owner, why);
		else if (owner->person == into)
			err = store_put(store, round, owners, owner, 0, why);
	}
	return err;
}

/* Quick notes that were filed to the one that goes; a sealed round keeps what it says. */
static enum err take_notes(
	struct store *store, struct record *round, int into, int from, struct errmsg *why)
{
	enum err err = ERR_NONE;

	if (round->assessment.sealed != DATE_NONE)
		return ERR_NONE;
	for (size_t i = 0; err == ERR_NONE && i < round->note_count; i++) {
		struct note *note = &round->notes[i];
		struct minute minute = note_minute(&round->pool, round, note);
		if (minute.filed != FILED_PERSON || minute.index != from)
			continue;
		minute = minute_of(&round->pool, round, note->text, FILED_PERSON, into);
		note->filed = note_place(&round->pool, &minute);
		err = store_put(store, round, KIND_NOTE, note, 0, why);
	}
	return err;
}

/* What comes back by a sheet of the one that goes is the other's. */
static enum err take_sheets(
	struct store *store, struct record *round, int into, int from, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < round->sheet_count; i++)
		if (round->sheets[i].person == from) {
			round->sheets[i].person = into;
			err = store_put(store, round, KIND_SHEET, &round->sheets[i], 0, why);
		}
	return err;
}

static bool heard(const struct record *round, int person)
{
	for (size_t i = 0; i < round->respondent_count; i++)
		if (round->respondents[i].person == person)
			return true;
	return false;
}

static enum err merge_in(struct store *store, struct record *round, void *data, struct errmsg *why)
{
	const struct merging *merging = data;
	int into = rounds_person(round, merging->into), from = rounds_person(round, merging->from);
	enum err err = ERR_NONE;

	if (heard(round, from))
		err = take_interviews(store, round, into, from, merging->merged, why);
	if (err == ERR_NONE)
		err = take_notes(store, round, into, from, why);
	if (err == ERR_NONE)
		err = take_sheets(store, round, into, from, why);
	if (err == ERR_NONE)
		err = take_owned(store, round, KIND_ACTION_OWNER, into, from, why);
	return err ? err : take_owned(store, round, KIND_OBJECTIVE_OWNER, into, from, why);
}

static enum err check(const struct record *record, int into, int from, struct errmsg *why)
{
	const struct party *parties = record->parties;

	if (into == from)
		return errmsg_set(why, ERR_USAGE,
			"both mean the same record; give the two that are one person");
	if (record->people[into].party == record->people[from].party)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"one is of %.60s, the other of %.60s: who speaks for two companies is two people; "
		"correct the company first where it is wrong",
		parties[record->people[from].party].label,
		parties[record->people[into].party].label);
}

static enum err merge(struct store *store, struct record *record, struct person *into,
	const struct person *from, struct people_merged *merged, struct errmsg *why)
{
	struct merging merging = { into->object.key, from->object.key, merged };

	person_fill(into, from);
	if (!str_blank(from->planned) && !str_same(into->planned, from->planned))
		merged->planned = pool_strdup(&merged->pool, from->planned);
	enum err err =
		store_put(store, record, KIND_PERSON, into, record->alliance.object.key, why);
	if (err == ERR_NONE)
		err = rounds_each(store, record->alliance.object.key, merge_in, &merging, why);
	if (err == ERR_NONE)
		err = store_move_drafts(store, &from->object.id, &into->object.id,
			record->alliance.object.key, why);
	if (err == ERR_NONE)
		err = store_delete(store, record, KIND_PERSON, from, why);
	return err ? err : store_note_merged(store, merging.from, merging.into, why);
}

enum err people_merge(struct store *store, struct record *record, int into, int from,
	struct people_merged *merged, struct errmsg *why)
{
	struct person kept = record->people[into];

	*merged = (struct people_merged){ 0 };
	enum err err = check(record, into, from, why);
	if (err == ERR_NONE)
		err = store_begin(store, record->assessment.object.key,
			words_plain(W_UNDO_PEOPLE_MERGED), why);
	if (err != ERR_NONE)
		return err;
	store_unite_people(store);
	err = merge(store, record, &kept, &record->people[from], merged, why);
	if (err == ERR_NONE)
		return store_commit(store, why);
	store_rollback(store);
	return err;
}

void people_merged_release(struct people_merged *merged)
{
	pool_release(&merged->pool);
}
