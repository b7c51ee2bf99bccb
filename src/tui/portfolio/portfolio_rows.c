/* SPDX-License-Identifier: MIT */
/*
 * The window on the rows: read when what is shown is not in it.
 */
#include "portfolio.h"

#include <math.h>

#include <rekindle/utf8.h>

#define NAMES_AT_ONCE 256

struct portfolio_row *portfolio_row(const struct portfolio *own, int at)
{
	return at >= own->first && at < own->first + own->loaded ? &own->rows[at - own->first]
								 : NULL;
}

struct portfolio_row *portfolio_focus(struct portfolio *own)
{
	if (own->focus.at < own->count && !portfolio_row(own, own->focus.at))
		portfolio_read(own, own->focus.at, own->focus.rows + 1);
	return portfolio_row(own, own->focus.at);
}

static void add_row(struct portfolio *own, size_t first, size_t end)
{
	struct store_round *rounds = own->list.rounds;
	size_t full = store_newest_full(rounds, first, end);
	struct portfolio_row *row = &own->rows[own->loaded++];
	*row = (struct portfolio_row){ .round = &rounds[full],
		.pulse = full + 1 < end ? &rounds[end - 1] : NULL,
		.last = &rounds[end - 1],
		.rounds = (int)(end - first),
		.before = NAN,
		.after = NAN };
	if (own->moved.alliance == row->round->alliance &&
		own->moved.change == row->round->change) {
		row->compared = true;
		row->before = own->moved.before;
		row->after = own->moved.after;
	}
	row->next = store_round_next(row->round);
	portfolio_say(own, row);
	portfolio_trend(own, row);
}

void portfolio_add_rows(struct portfolio *own)
{
	const struct store_round *rounds = own->list.rounds;
	size_t n = own->list.count, first = 0;
	own->rows = pool_alloc(&own->list.pool, n * sizeof(*own->rows));
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && rounds[i + 1].alliance == rounds[i].alliance)
			continue;
		add_row(own, first, i + 1);
		first = i + 1;
	}
}

void portfolio_forget(struct portfolio *own)
{
	store_list_release(&own->list);
	own->rows = NULL;
	own->loaded = 0;
	pool_release(&own->names_pool);
	own->names = NULL;
	own->name_count = 0;
	own->ahead_of = 0;
}

static bool has_all(const struct portfolio *own, int first, int count)
{
	int last = first + count < own->count ? first + count : own->count;
	return own->loaded && first >= own->first && last <= own->first + own->loaded;
}

void portfolio_read(struct portfolio *own, int first, int count)
{
	struct store_list fresh;
	struct errmsg why;
	if (has_all(own, first, count))
		return;
	int before = own->loaded ? count : 0; /* and behind: not each step of the focus reads */
	if (before > first)
		before = first;
	count += own->loaded ? before + count : 0;
	first -= before;
	if (store_window(own->app->options.store, &own->view, (size_t)first, (size_t)count, &fresh,
		    &why)) {
		app_warn(own->app, "%s", why.text);
		return;
	}
	store_list_release(&own->list);
	own->list = fresh;
	own->first = first;
	own->loaded = 0;
	portfolio_add_rows(own);
}

const char *portfolio_name(struct portfolio *own, int at)
{
	int first = at / NAMES_AT_ONCE * NAMES_AT_ONCE;
	if (!own->names || own->names_first != first) {
		pool_release(&own->names_pool);
		own->names_first = first;
		if (store_view_names(own->app->options.store, &own->view, (size_t)first,
			    NAMES_AT_ONCE, &own->names_pool, &own->names, &own->name_count, NULL))
			own->name_count = 0;
	}
	size_t i = (size_t)(at - first);
	return i < own->name_count ? own->names[i] : NULL;
}
