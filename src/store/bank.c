/* SPDX-License-Identifier: MIT */
/*
 * Instruments and the small numbers of their items. One instrument is remembered: the one used
 * last.
 */
#include "store_private.h"

/* Numbers of items are given one after the other: what lies that far behind the first of its
 * instrument is none that rekindle gave, and no array is made as long as a file says. */
#define SPAN_MOST (1u << 22)

#include <stdlib.h>
#include <string.h>

void bank_forget(struct store *store)
{
	free(store->bank.id);
	free(store->bank.version);
	free(store->bank.item_key);
	free(store->bank.item);
	store->bank = (struct bank){ 0 };
	asked_forget(store);
}

/* The same address can be another instrument by now; id and version decide. */
static bool in_use(const struct bank *bank, const struct instrument *instrument)
{
	return bank->key && bank->instrument == instrument && !strcmp(bank->id, instrument->id) &&
		!strcmp(bank->version, instrument->version);
}

static bool same_items(const struct instrument *a, const struct instrument *b)
{
	bool same = a->item_count == b->item_count;
	for (size_t i = 0; same && i < a->item_count; i++)
		same = !strcmp(a->items[i].id, b->items[i].id);
	return same;
}

/* An id and version mean one content for ever: a round must re-open as it was made. */
static enum err check_content(
	const struct instrument *instrument, const char *stored, bool *fill, struct errmsg *why)
{
	const struct instrument *known = instrument_known(instrument->id, instrument->version);
	bool fits = true;
	*fill = false;
	if (known && stored)
		fits = bank_is_text(instrument, stored);
	else if (known)
		fits = same_items(instrument, known);
	else if (instrument->source && stored)
		fits = !strcmp(instrument->source, stored);
	else
		*fill = instrument->source && !stored;
	if (fits)
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID,
		"another instrument %s %s is known already: give the changed one "
		"a version of its own",
		instrument->id, instrument->version);
}

static enum err find_instrument(struct store *store, const struct instrument *instrument, bool make,
	bool *fill, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	const char *content = NULL;
	*fill = false;
	enum err err = statement_bind(
		store, INSTRUMENT_FIND, &query, why, "tt", instrument->id, instrument->version);
	if (!err)
		err = query_step(query, &found, why);
	if (err)
		return err;
	if (found) {
		store->bank.key = column_whole(query, 0);
		content = column_text(query, 1, NULL);
	}
	if (make)
		err = check_content(instrument, content, fill, why);
	*fill = *fill && found;
	query_reset(query);
	return err;
}

/* Numbers of one instrument mostly follow each other: item ids are looked up in place first. */
static int item_index(const struct instrument *instrument, const char *id, size_t guess)
{
	if (guess < instrument->item_count && !strcmp(instrument->items[guess].id, id))
		return (int)guess;
	return instrument_item(instrument, id);
}

static void remember_item(struct bank *bank, int64_t key, int index)
{
	if (!bank->first)
		bank->first = key;
	size_t place = (size_t)((uint64_t)key - (uint64_t)bank->first);
	if (place >= SPAN_MOST)
		return;
	if (place >= bank->span) {
		bank->item = mem_resize(bank->item, (place + 1) * sizeof(*bank->item));
		while (bank->span <= place)
			bank->item[bank->span++] = -1;
	}
	bank->item[place] = index;
	if (index >= 0)
		bank->item_key[index] = key;
}

static enum err read_items(struct store *store, struct errmsg *why)
{
	struct bank *bank = &store->bank;
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, ITEM_LIST, &query, why, "i", bank->key);
	for (size_t n = 0; !err && !(err = query_step(query, &more, why)) && more; n++)
		remember_item(bank, column_whole(query, 0),
			item_index(bank->instrument, column_text(query, 1, NULL), n));
	return err;
}

static enum err add_items(struct store *store, struct errmsg *why)
{
	struct bank *bank = &store->bank;
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < bank->instrument->item_count; i++) {
		if (bank->item_key[i])
			continue;
		err = statement_run(
			store, ITEM_ADD, why, "it", bank->key, bank->instrument->items[i].id);
		if (!err)
			remember_item(bank, engine_last_key(store->engine), (int)i);
	}
	return err;
}

static enum err open_bank(
	struct store *store, const struct instrument *instrument, bool make, struct errmsg *why)
{
	struct bank *bank = &store->bank;
	bool fill;
	enum err err = find_instrument(store, instrument, make, &fill, why);
	if (!err && !bank->key && make) {
		err = statement_run(store, INSTRUMENT_ADD, why, "ttt", instrument->id,
			instrument->version, instrument->source);
		bank->key = engine_last_key(store->engine);
	} else if (!err && fill) {
		err = statement_run(
			store, INSTRUMENT_FILL, why, "it", bank->key, instrument->source);
	}
	if (err || !bank->key)
		return err;
	bank->instrument = instrument;
	bank->id = mem_strdup(instrument->id);
	bank->version = mem_strdup(instrument->version);
	bank->item_key = mem_alloc(instrument->item_count * sizeof(*bank->item_key));
	err = read_items(store, why);
	return !err && make ? add_items(store, why) : err;
}

enum err bank_use(
	struct store *store, const struct instrument *instrument, bool make, struct errmsg *why)
{
	if (in_use(&store->bank, instrument))
		return ERR_NONE;
	bank_forget(store);
	enum err err = open_bank(store, instrument, make, why);
	if (err)
		bank_forget(store);
	return err;
}

enum err bank_item_key(struct store *store, const struct instrument *instrument, int item,
	int64_t *key, struct errmsg *why)
{
	enum err err = bank_use(store, instrument, true, why);
	if (!err && !store->bank.item_key[item])
		err = add_items(store, why);
	*key = err ? 0 : store->bank.item_key[item];
	return err;
}

int bank_item(const struct store *store, int64_t key)
{
	const struct bank *bank = &store->bank;
	if (key < bank->first || (size_t)((uint64_t)key - (uint64_t)bank->first) >= bank->span)
		return -1;
	return bank->item[key - bank->first];
}
