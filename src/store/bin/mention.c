/* SPDX-License-Identifier: MIT */
/*
 * Where a name stands in what others said: the place, never the words, which may be confidential.
 */
#include "../store_private.h"

#include <ctype.h>
#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/words.h>

#define SHORTEST 3 /* letters of a part of a name that is looked for by itself */

/* A letter, of whatever script, or a digit. */
static bool in_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool has_word(const char *text, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = text; (at = strcasestr(at, word)) != NULL; at++)
		if ((at == text || !in_word(at[-1])) && !in_word(at[n]))
			return true;
	return false;
}

static bool is_mentioned(const char *text, const struct texts *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (has_word(text, names->text[i]))
			return true;
	return false;
}

/* Every name, and the parts of those that have more than one. */
static void add_parts(struct pool *pool, const struct texts *names, struct texts *parts)
{
	for (size_t i = 0; i < names->count; i++) {
		char *copy = pool_strdup(pool, names->text[i]);
		for (char *part; (part = strsep(&copy, " ,.()\t\n")) != NULL;)
			if (strlen(part) >= SHORTEST)
				texts_add(pool, parts, part);
	}
}

struct search {
	struct store *store;
	const struct theirs *theirs;
	struct texts parts;
	struct pool *pool;
	struct texts *mentions;
	struct errmsg *why;
};

/* "answer 1a2b3c4d", of an answer the respondent. */
static const char *object_text(struct search *search, const struct row *row)
{
	struct uuid id = { 0 };
	char text[UUID_TEXT];
	struct row of = *row;
	bool found = true;
	enum err err = row->kind == KIND_ANSWER
		? row_get(search->store, KIND_RESPONDENT, row->cell[0].whole, 0, search->pool, &of,
			  &found, search->why)
		: ERR_NONE;
	if (!err && found)
		err = row_identity(search->store, &of, &id, search->why);
	return err ? kind_info[row->kind].name
		   : pool_printf(search->pool, "%s %.8s", kind_info[row->kind].name,
			     uuid_text(&id, text));
}

static const char *item_text(struct search *search, const struct row *row)
{
	struct query *query;
	bool found = false;
	if (row->kind != KIND_ANSWER ||
		statement_bind(search->store, ITEM_NAME, &query, NULL, "i", row->cell[1].whole) ||
		query_step(query, &found, NULL) || !found)
		return "";
	const char *name = column_text(query, 0, search->pool);
	query_reset(query);
	return name;
}

static void look_at(struct search *search, const struct row *row)
{
	const struct kind_info *info = &kind_info[row->kind];
	for (size_t i = 0; i < info->field_count; i++) {
		const struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (cell->type != CELL_TEXT || !is_mentioned(cell->text, &search->parts))
			continue;
		struct hole what = hole_text("what", object_text(search, row));
		struct hole member = hole_text("member", info->fields[i].name);
		const char *item = item_text(search, row);
		texts_add(search->pool, search->mentions,
			*item ? words(search->pool, W_MENTION_ANSWER, what, hole_text("item", item),
					member)
			      : words(search->pool, W_MENTION, what, member));
	}
}

static bool is_theirs(const struct search *search, const struct row *row)
{
	enum kind kind = row->kind == KIND_ANSWER ? KIND_RESPONDENT : row->kind;
	return theirs_has(search->theirs, kind, row->cell[0].whole);
}

/* All rows first: looking at one asks for others. */
static enum err look_through(struct search *search, enum kind kind, int64_t owner)
{
	struct pool pool = { 0 };
	struct row *rows = NULL;
	struct query *query;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(
		search->store, STATEMENT_LIST + kind, &query, search->why, "i", owner);
	while (!err && !(err = query_step(query, &more, search->why)) && more)
		row_of_query(query, kind, &pool, POOL_APPEND(&pool, rows, count));
	for (size_t i = 0; i < count && !err; i++)
		if (!is_theirs(search, &rows[i]))
			look_at(search, &rows[i]);
	pool_release(&pool);
	return err;
}

enum err mentions_find(struct store *store, int64_t alliance, const struct theirs *theirs,
	const struct texts *names, struct pool *pool, struct texts *mentions, struct errmsg *why)
{
	struct search search = {
		.store = store, .theirs = theirs, .pool = pool, .mentions = mentions, .why = why
	};
	int64_t *rounds;
	enum err err = ERR_NONE;
	add_parts(pool, names, &search.parts);
	size_t count = store_rounds(store, alliance, pool, &rounds);
	for (int kind = 0; kind <= KIND_ASSESSMENT && !err; kind++)
		err = look_through(&search, (enum kind)kind, alliance);
	for (size_t i = 0; i < count; i++)
		for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT && !err; kind++)
			err = look_through(&search, (enum kind)kind, rounds[i]);
	return err;
}
