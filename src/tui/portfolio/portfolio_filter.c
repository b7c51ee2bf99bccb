/* SPDX-License-Identifier: MIT */
/*
 * Only alliances that have some words: in their name, in what they are at, in what holds them back,
 * in what comes next.
 */
#include "portfolio.h"

#include <string.h>

#include <rekindle/search.h>

/* All that a row shows in words. */
static const char *read_of(
	struct pool *pool, const struct portfolio *own, const struct portfolio_row *row)
{
	struct texts said = { 0 };
	int primary = primary_from_word(row->round->primary);
	texts_add(pool, &said, row->round->alliance_name);
	texts_add(pool, &said, row->state);
	texts_add(pool, &said, words_round((int)row->round->kind));
	if (primary >= 0)
		texts_add(pool, &said, words_primary(primary));
	texts_add(pool, &said, row->when);
	if (row->next != DATE_NONE && row->next < own->today)
		texts_add(pool, &said, words_plain(W_FILTER_LATE));
	return words_clauses(pool, &said);
}

/* Those that have the words first, each part in its order. Returns their number. */
static int part(struct portfolio *own, struct search_words *wanted)
{
	struct pool pool = { 0 };
	struct portfolio_row *rest = pool_alloc(&pool, (size_t)own->total * sizeof(*rest));
	int found = 0, others = 0;
	for (int i = 0; i < own->total; i++)
		if (search_rank(wanted, read_of(&pool, own, &own->rows[i])))
			own->rows[found++] = own->rows[i];
		else
			rest[others++] = own->rows[i];
	if (others)
		memcpy(own->rows + found, rest, (size_t)others * sizeof(*rest));
	pool_release(&pool);
	return found;
}

bool portfolio_filter(struct portfolio *own)
{
	struct pool pool = { 0 };
	struct texts each = { 0 };
	struct search_words wanted;
	own->count = own->total;
	char *rest = pool_strdup(&pool, own->filter);
	for (char *word; (word = strsep(&rest, " \t")) != NULL;)
		texts_add(&pool, &each, word);
	search_words_init(&wanted, &pool, each.text, each.count);
	if (wanted.count)
		own->count = part(own, &wanted);
	search_words_release(&wanted);
	pool_release(&pool);
	if (own->count || !own->total)
		return true;
	*own->filter = '\0';
	own->count = own->total;
	return false;
}
