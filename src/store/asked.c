/* SPDX-License-Identifier: MIT */
/*
 * Which instrument a round was made with: a built-in one, or one from its stored text.
 */
#include "store_private.h"

#include <string.h>

static enum err refuse(const char *id, const char *version, struct errmsg *why)
{
	struct str versions;
	str_init(&versions);
	instrument_versions(&versions);
	enum err err = errmsg_set(why, ERR_INVALID,
		"this round was made with instrument %s %s, which this program "
		"does not have (of %s it has %s): give that instrument with --instrument, "
		"or use the program that made the round",
		id, version, instrument_builtin()->id, versions.text);
	str_release(&versions);
	return err;
}

bool bank_is_text(const struct instrument *instrument, const char *stored)
{
	struct str text;
	if (instrument->source)
		return !strcmp(instrument->source, stored);
	str_init(&text);
	instrument_write(&text, instrument);
	bool same = !strcmp(text.text, stored);
	str_release(&text);
	return same;
}

/* A bank of one's own may have taken the name of a version that was not released yet: a round that
 * was made with it goes on with it. */
enum err bank_resolve(struct query *row, size_t first, struct pool *pool,
	const struct instrument **instrument, struct errmsg *why)
{
	const char *id = column_text(row, first, NULL),
		   *version = column_text(row, first + 1, NULL),
		   *content = column_text(row, first + 2, NULL);
	const struct instrument *known = instrument_known(id, version);
	*instrument = known;
	if (known && (!content || bank_is_text(known, content)))
		return ERR_NONE;
	return content ? instrument_parse(content, id, pool, instrument, why)
		       : refuse(id, version, why);
}

void asked_forget(struct store *store)
{
	pool_release(&store->asked.pool);
	store->asked = (struct asked_of){ 0 };
}

/* Names come by the hundred, of a bank of one's own too: the one that was read last is kept. */
static const struct instrument *of_row(struct store *store, struct query *row)
{
	struct asked_of *asked = &store->asked;
	int64_t key = column_whole(row, 0);
	if (asked->key == key)
		return asked->instrument;
	asked_forget(store);
	asked->key = key;
	if (bank_resolve(row, 1, &asked->pool, &asked->instrument, NULL))
		asked->instrument = NULL;
	return asked->instrument;
}

/* Of the row that a statement gives, and what stands behind the bank in it (id: where to, NULL: it
 * has no more); the newest where nothing is found. */
static const struct instrument *bank_of(struct store *store, enum err bound, struct query *query,
	struct pool *pool, const char **id)
{
	const struct instrument *bank = NULL;
	bool found = false;
	if (!bound && !query_step(query, &found, NULL) && found) {
		bank = of_row(store, query);
		if (id)
			*id = column_text(query, 4, pool);
		query_reset(query);
	}
	return bank ? bank : instrument_builtin();
}

const struct instrument *asked_item(
	struct store *store, int64_t item, struct pool *pool, const char **id)
{
	struct query *query;
	enum err bound = statement_bind(store, ITEM_BANK, &query, NULL, "i", item);
	*id = "";
	return bank_of(store, bound, query, pool, id);
}

const struct instrument *asked_round(struct store *store, const struct uuid *round)
{
	struct query *query;
	enum err bound = statement_bind(store, ROUND_BANK, &query, NULL, "b", round);
	return bank_of(store, bound, query, NULL, NULL);
}
