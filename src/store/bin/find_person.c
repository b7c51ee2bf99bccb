/* SPDX-License-Identifier: MIT */
/*
 * Somebody of an alliance, as a user names them who wants them forgotten.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/words.h>

#define NAMED 5 /* candidates that a message lists */

struct people {
	struct store *store;
	struct pool *pool;
	int64_t alliance;
	const char *text;
	struct uuid low, high;
	bool id;
	struct store_found *list;
	size_t count;
};

static bool is_meant(const struct people *people, const struct uuid *id, const char *name)
{
	if (people->id && memcmp(&people->low, id, sizeof(*id)) <= 0 &&
		memcmp(id, &people->high, sizeof(*id)) <= 0)
		return true;
	return name && find_same_name(people->text, name);
}

static void add(struct people *people, const struct store_found *found)
{
	for (size_t i = 0; i < people->count; i++)
		if (people->list[i].kind == found->kind && people->list[i].key == found->key)
			return;
	*POOL_APPEND(people->pool, people->list, people->count) = *found;
}

/* Who was heard and is among the people is one of these. */
static void consider(struct people *people, const struct row *row)
{
	struct store_found found = {
		.kind = row->kind, .key = row->cell[0].whole, .alliance = people->alliance
	};
	const struct cell *name = &row->cell[row_column_cell(row->kind, "name")];
	if (row->kind == KIND_RESPONDENT &&
		row->cell[row_column_cell(KIND_RESPONDENT, "person")].type != CELL_NULL)
		return;
	memcpy(&found.id, row->cell[row_id_cell(row->kind)].text, sizeof(found.id));
	found.name = name->type == CELL_TEXT ? name->text : "";
	if (is_meant(people, &found.id, name->type == CELL_TEXT ? name->text : NULL))
		add(people, &found);
}

static enum err look_through(
	struct people *people, enum kind kind, int64_t owner, struct errmsg *why)
{
	struct query *query;
	struct row row;
	bool more = true;
	enum err err =
		statement_bind(people->store, STATEMENT_LIST + kind, &query, why, "i", owner);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		row_of_query(query, kind, people->pool, &row);
		consider(people, &row);
	}
	return err;
}

/* The alliance lies there itself: those who have gone with it stand in the log. */
static enum err look_into_gone(
	struct people *people, const struct store_binned *alliance, struct errmsg *why)
{
	struct bin_start start;
	struct group group = { 0 };
	struct row row;
	enum err err = bin_start(people->store, alliance, &start, why);
	if (!err)
		err = change_read(people->store, start.group, people->pool, &group, why);
	for (size_t i = 0; i < group.count; i++) {
		const struct entry *entry = &group.entries[i];
		int64_t number = start.group + (int64_t)i;
		if (!entry->old || entry->new || number < alliance->first ||
			number > alliance->last ||
			(entry->kind != KIND_PERSON && entry->kind != KIND_RESPONDENT))
			continue;
		row_decode(entry->old, entry->kind, entry->key, 0, group.at, people->pool, &row);
		consider(people, &row);
	}
	return err;
}

static enum err look_into_bin(struct people *people, struct errmsg *why)
{
	struct store_binned *list;
	size_t count;
	enum err err = store_bin(people->store, people->pool, &list, &count, why);
	for (size_t i = 0; i < count && !err; i++)
		if (list[i].alliance == people->alliance &&
			(list[i].kind == KIND_PERSON || list[i].kind == KIND_RESPONDENT) &&
			is_meant(people, &list[i].id, list[i].name))
			add(people,
				&(struct store_found){ list[i].kind, list[i].key, people->alliance,
					list[i].id, list[i].name });
	for (size_t i = 0; i < count && !err; i++)
		if (list[i].kind == KIND_ALLIANCE && list[i].key == people->alliance)
			err = look_into_gone(people, &list[i], why);
	return err;
}

static enum err refuse(const struct people *people, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct str names;
	char id[UUID_TEXT];
	str_init(&names);
	for (size_t i = 0; i < people->count && i < NAMED; i++)
		str_addf(&names, "%s%.13s %.60s", i ? "; " : "", uuid_text(&people->list[i].id, id),
			people->list[i].name);
	enum err err = errmsg_set(why, ERR_USAGE, "%s",
		people->count ? words(&pool, W_FOUND_MORE, hole_text("typed", people->text),
					hole_text("list", names.text))
			      : words(&pool, W_NOBODY_CALLED, hole_text("typed", people->text)));
	str_release(&names);
	pool_release(&pool);
	return err;
}

enum err store_find_person(struct store *store, int64_t alliance, const char *text,
	struct pool *pool, struct store_found *found, struct errmsg *why)
{
	struct people people = { .store = store, .pool = pool, .alliance = alliance, .text = text };
	int64_t *rounds;
	people.id = find_range(text, &people.low, &people.high);
	enum err err = look_through(&people, KIND_PERSON, alliance, why);
	size_t count = store_rounds(store, alliance, pool, &rounds);
	for (size_t i = 0; i < count && !err; i++)
		err = look_through(&people, KIND_RESPONDENT, rounds[i], why);
	if (!err)
		err = look_into_bin(&people, why);
	if (!err && people.count != 1)
		err = refuse(&people, why);
	if (!err)
		*found = people.list[0];
	return err;
}
