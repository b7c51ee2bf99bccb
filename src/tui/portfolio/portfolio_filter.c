/* SPDX-License-Identifier: MIT */
/*
 * Only alliances that have some words: in their name, in what they are at, in what holds them back,
 * in what comes next.
 */
#include "portfolio.h"

#include <string.h>

#include <rekindle/utf8.h>

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

#define SAY_AT_ONCE 200

/* The words of the alliances of a list, by rows as they would be shown. */
static enum err say_list(struct portfolio *own, struct store_list *list, struct errmsg *why)
{
	struct portfolio all = {
		.app = own->app, .today = own->today, .ascii = own->ascii, .list = *list
	};
	struct store_said *said;
	struct str folded;
	portfolio_add_rows(&all);
	said = pool_alloc(&all.list.pool, (size_t)all.loaded * sizeof(*said));
	str_init(&folded);
	for (int i = 0; i < all.loaded; i++) {
		const struct portfolio_row *row = &all.rows[i];
		str_clear(&folded);
		utf8_fold(&folded, read_of(&all.list.pool, &all, row));
		said[i] = (struct store_said){ row->round->alliance,
			pool_strdup(&all.list.pool, folded.text), portfolio_said_till(&all, row) };
	}
	enum err err = store_put_said(own->app->options.store, said, (size_t)all.loaded, why);
	str_release(&folded);
	*list = all.list;
	return err;
}

/* Those that have changed, or whose words were those of another day. */
static enum err say_all(struct portfolio *own, struct errmsg *why)
{
	struct store *store = own->app->options.store;
	struct store_list list;
	bool more = true;
	enum err err = ERR_NONE;
	while (!err && more) {
		err = store_unsaid(store, own->today, SAY_AT_ONCE, &list, why);
		more = !err && list.count;
		if (more)
			err = say_list(own, &list, why);
		store_list_release(&list);
	}
	return err;
}

static void take_words(struct portfolio *own)
{
	struct texts each = { 0 };
	search_words_release(&own->words);
	pool_release(&own->words_pool);
	char *rest = pool_strdup(&own->words_pool, own->filter);
	for (char *word; (word = strsep(&rest, " \t")) != NULL;)
		texts_add(&own->words_pool, &each, word);
	search_words_init(&own->words, &own->words_pool, each.text, each.count);
	own->view.words = own->words.word;
	own->view.count = own->words.count;
}

static void show_all(struct portfolio *own)
{
	*own->filter = '\0';
	own->view.count = 0;
	own->count = own->totals.alliances;
}

bool portfolio_filter(struct portfolio *own)
{
	struct errmsg why;
	size_t count = 0;
	take_words(own);
	own->count = own->totals.alliances;
	if (!own->view.count)
		return true;
	enum err err = say_all(own, &why);
	if (!err)
		err = store_view_count(own->app->options.store, &own->view, &count, &why);
	if (err)
		app_warn(own->app, "%s", why.text);
	else if (!count)
		app_say(own->app, "%s",
			words(&own->app->said, W_FILTER_NOBODY, hole_text("words", own->filter)));
	own->count = (int)count;
	if (err || !own->count)
		show_all(own);
	return own->view.count > 0;
}
