/* SPDX-License-Identifier: MIT */
/*
 * Alliances, rounds, companies and people of the database, as words of a command line.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/bin.h>
#include "completion.h"

#define ID_SIGNS 8 /* as list shows them */
#define ID_LEAST 2 /* of them, that are typed */

/* Only looked at; what is wrong with it is said by commands. */
static struct store *look(const struct completing *completing)
{
	char buffer[4096];
	struct errmsg unsaid;
	struct store *store = NULL;
	const char *path = cli_database(&completing->cli, buffer, sizeof(buffer));

	if (path && *path)
		store_open(path, STORE_GLANCE, &store, &unsaid);
	return store;
}

/* A name that a shell can give back as it is. */
static void add_name(struct completing *completing, const char *name, const char *help)
{
	if (!name || !*name || *name == '-')
		return;
	for (const char *at = name; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7F)
			return;
	complete_add(completing, name, help);
}

static const char *round_help(struct pool *pool, const struct store_round *round)
{
	char day[DATE_TEXT];

	return pool_printf(pool, "%s, %s of %s", round->alliance_name,
		words_round((int)round->kind), date_iso(round->date, day));
}

static void add_id(struct completing *completing, const struct uuid *id, const char *help)
{
	char text[UUID_TEXT];

	uuid_text(id, text);
	complete_add(completing, pool_strndup(&completing->pool, text, ID_SIGNS), help);
}

/* Ids are offered to who begins one: beside names they would be in the way. */
static bool begins_id(const char *word, const struct uuid *id)
{
	char text[UUID_TEXT];

	return strlen(word) >= ID_LEAST &&
		strncasecmp(uuid_text(id, text), word, strlen(word)) == 0;
}

static void add_round(struct completing *completing, const struct store_list *list, size_t at)
{
	const struct store_round *round = &list->rounds[at];
	/* in the order of names, of which two alliances may have the same */
	bool first = !at || strcmp(list->rounds[at - 1].alliance_name, round->alliance_name) != 0;

	if (first)
		add_name(completing, pool_strdup(&completing->pool, round->alliance_name),
			"alliance");
	if (round->assessment && begins_id(completing->word, &round->assessment_id))
		add_id(completing, &round->assessment_id, round_help(&completing->pool, round));
}

void complete_ids(struct completing *completing)
{
	struct store *store = look(completing);
	struct store_list list = { 0 };
	struct errmsg unsaid;

	if (store && store_list(store, &list, &unsaid) == ERR_NONE)
		for (size_t i = 0; i < list.count; i++)
			add_round(completing, &list, i);
	store_list_release(&list);
	store_close(store);
}

/* Of people only that there is somebody: who, is for list --deleted. */
static void add_binned(struct completing *completing, const struct store_binned *entry)
{
	const char *help = pool_printf(
		&completing->pool, "%s of %s", kind_info[entry->kind].name, entry->alliance_name);

	if (entry->kind == KIND_ALLIANCE)
		add_name(completing, pool_strdup(&completing->pool, entry->name), "alliance");
	if (begins_id(completing->word, &entry->id))
		add_id(completing, &entry->id, help);
}

void complete_binned(struct completing *completing)
{
	struct store *store = look(completing);
	struct store_binned *entries;
	struct errmsg unsaid;
	size_t count;

	if (store && store_bin(store, &completing->pool, &entries, &count, &unsaid) == ERR_NONE)
		for (size_t i = 0; i < count; i++)
			add_binned(completing, &entries[i]);
	store_close(store);
}

/* The round that the words before mean. */
static bool load(struct completing *completing, struct store *store, struct record *record)
{
	struct errmsg unsaid;
	int64_t round;

	return store && completing->cli.operand_count &&
		cli_find_round(&completing->cli, store, &round, &unsaid) == ERR_NONE &&
		store_load(store, round, record, &unsaid) == ERR_NONE;
}

void complete_parties(struct completing *completing)
{
	struct store *store = look(completing);
	struct record record = { 0 };

	if (load(completing, store, &record))
		for (size_t i = 0; i < record.party_count; i++)
			add_name(completing, pool_strdup(&completing->pool, record.parties[i].name),
				"company");
	record_release(&record);
	store_close(store);
}

void complete_rounds(struct completing *completing)
{
	struct store *store = look(completing);
	struct store_list list = { 0 };
	struct record record = { 0 };
	struct errmsg unsaid;

	complete_add(completing, "pulse", "the newest pulse");
	if (load(completing, store, &record) && store_list(store, &list, &unsaid) == ERR_NONE)
		for (size_t i = 0; i < list.count; i++)
			if (list.rounds[i].alliance == record.alliance.object.key &&
				list.rounds[i].assessment)
				add_id(completing, &list.rounds[i].assessment_id,
					round_help(&completing->pool, &list.rounds[i]));
	store_list_release(&list);
	record_release(&record);
	store_close(store);
}

/* In any round. */
static bool confides(const struct store_earlier *rounds, const struct uuid *person)
{
	for (size_t i = 0; i < rounds->count; i++) {
		const struct record *record = rounds->all[i];
		for (size_t n = 0; n < record->respondent_count; n++) {
			const struct respondent *who = &record->respondents[n];
			if (who->attribution == ATTRIBUTION_CONFIDENTIAL && who->person >= 0 &&
				uuid_same(&record->people[who->person].object.id, person))
				return true;
		}
	}
	return false;
}

static void add_people(
	struct completing *completing, struct store *store, const struct record *record)
{
	struct store_earlier rounds = { 0 };
	struct errmsg unsaid;
	bool known = store_load_earlier(store, record, &rounds, &unsaid) == ERR_NONE;

	for (size_t i = 0; known && i < record->person_count; i++) {
		const struct person *person = &record->people[i];
		if (!confides(&rounds, &person->object.id))
			add_name(completing, pool_strdup(&completing->pool, person->name),
				pool_strdup(
					&completing->pool, record->parties[person->party].name));
	}
	store_earlier_release(&rounds);
}

void complete_people(struct completing *completing)
{
	struct store *store = look(completing);
	struct record record = { 0 };

	if (load(completing, store, &record))
		add_people(completing, store, &record);
	record_release(&record);
	store_close(store);
}

/* The ids alone: questions are long. */
void complete_items(struct completing *completing)
{
	struct store *store = look(completing);
	struct record record = { 0 };

	if (load(completing, store, &record))
		for (size_t i = 0; i < record.instrument->item_count; i++)
			complete_add(completing,
				pool_strdup(&completing->pool, record.instrument->items[i].id), "");
	record_release(&record);
	store_close(store);
}
