/* SPDX-License-Identifier: MIT */
/*
 * Which rounds list shows, in which order.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/search.h>
#include <rekindle/utf8.h>
#include "list.h"

enum list_sort { LIST_BY_NAME, LIST_BY_NEXT, LIST_BY_HEALTH, LIST_BY_DATE, LIST_SORTS };
static const char *const sort_words[] = { "name", "next", "health", "date" };
static const struct vocabulary vocabulary_sort = { "order", LIST_SORTS, sort_words };

/* All that can be read of a round in the list. */
static const char *read_of(struct pool *pool, const struct store_round *round)
{
	int primary = primary_from_word(round->primary);
	char id[UUID_TEXT], day[DATE_TEXT] = "";
	int late = store_plan_late(&round->plan, clock_today());

	if (round->date != DATE_NONE)
		date_iso(round->date, day);
	return pool_printf(pool, "%s %s %s %s %s %s %s %s", uuid_text(&round->assessment_id, id),
		round->alliance_name, round->title ? round->title : "",
		words_round((int)round->kind), day, round->sealed == DATE_NONE ? "open" : "sealed",
		primary < 0 ? "" : words_primary(primary), late ? "late" : "");
}

static enum err select_rows(const struct cli *cli, struct listing *own, struct errmsg *why)
{
	const char *filter = cli->value[OPTION_FILTER] ? cli->value[OPTION_FILTER] : "";
	struct search_words wanted;
	struct texts said = { 0 };
	char *rest = pool_strdup(&own->pool, filter);

	if (!utf8_valid(filter, strlen(filter)))
		return errmsg_set(why, ERR_USAGE, "--filter: the words are not valid UTF-8");
	for (char *word; (word = strsep(&rest, " \t")) != NULL;)
		texts_add(&own->pool, &said, word);
	search_words_init(&wanted, &own->pool, said.text, said.count);
	for (size_t i = 0; i < own->list.count; i++) {
		const struct store_round *round = &own->list.rounds[i];
		if (round->assessment &&
			(!wanted.count || search_rank(&wanted, read_of(&own->pool, round))))
			*POOL_APPEND(&own->pool, own->row, own->count) = i;
	}
	search_words_release(&wanted);
	return ERR_NONE;
}

/* What qsort() looks into. */
static const struct store_round *rounds;

/* DATE_NONE is last. */
static int by_day(int left, int right)
{
	if (left == right)
		return 0;
	if (left == DATE_NONE || right == DATE_NONE)
		return left == DATE_NONE ? 1 : -1;
	return left < right ? -1 : 1;
}

static int by_next(const struct store_round *left, const struct store_round *right)
{
	return by_day(store_round_next(left), store_round_next(right));
}

/* The newest first. */
static int by_date(const struct store_round *left, const struct store_round *right)
{
	return by_day(right->date, left->date);
}

/* The lowest first, what has none last. */
static int by_health(const struct store_round *left, const struct store_round *right)
{
	if (isnan(left->health) || isnan(right->health))
		return isnan(left->health) - isnan(right->health);
	return (left->health > right->health) - (left->health < right->health);
}

/* As they are stored. */
static int by_name(const struct store_round *left, const struct store_round *right)
{
	(void)left;
	(void)right;
	return 0;
}

static int (*compare)(const struct store_round *, const struct store_round *);

static int order(const void *a, const void *b)
{
	size_t left = *(const size_t *)a, right = *(const size_t *)b;
	int found = compare(&rounds[left], &rounds[right]);

	return found ? found : (left > right) - (left < right);
}

enum err list_select(const struct cli *cli, struct listing *own, struct errmsg *why)
{
	static int (*const orders[LIST_SORTS])(
		const struct store_round *, const struct store_round *) = {
		[LIST_BY_NAME] = by_name,
		[LIST_BY_NEXT] = by_next,
		[LIST_BY_HEALTH] = by_health,
		[LIST_BY_DATE] = by_date,
	};
	int sort = LIST_BY_NAME;
	enum err err = option_word(cli, OPTION_SORT, &vocabulary_sort, &sort, why);

	if (err == ERR_NONE)
		err = select_rows(cli, own, why);
	rounds = own->list.rounds;
	compare = orders[sort];
	if (err == ERR_NONE && own->count)
		qsort(own->row, own->count, sizeof(*own->row), order);
	return err;
}
