/* SPDX-License-Identifier: MIT */
/*
 * Rows of the portfolio as rounds, with what has changed since it was counted counted again.
 */
#include "window_private.h"

enum column {
	ALLIANCE,
	ASSESSMENT,
	ALLIANCE_ID,
	ASSESSMENT_ID,
	NAME,
	TITLE,
	KIND,
	DATE,
	SEALED,
	CHANGE,
	SUMMARY_CHANGE,
	HEALTH,
	PRIMARY,
	GRADE,
	COUNTED,
	PARTIES,
	HEARD,
	PLANNED,
	NEXT_PLANNED,
	PLAN_START,
	PLAN_TRACK,
	PLAN_OWN,
	PLAN_STEP,
	PLAN_SIZE,
	PLAN_DUE,
	LOOKED
};

static struct store_plan read_plan(struct query *row, struct pool *pool)
{
	struct store_plan plan = {
		.start = (int)column_or(row, PLAN_START, DATE_NONE),
		.track = (int)column_or(row, PLAN_TRACK, -1),
		.own = column_whole(row, PLAN_OWN),
		.step = (int)column_whole(row, PLAN_STEP),
		.size = (int)column_whole(row, PLAN_SIZE),
	};
	plan.due_count = days_decode(pool, column_text(row, PLAN_DUE, NULL), &plan.due);
	return plan;
}

/* *counted: the change as of which its people were counted, -1 never. */
static void read_round(
	struct query *row, struct pool *pool, struct store_round *round, int64_t *counted)
{
	*round = (struct store_round){
		.alliance = column_whole(row, ALLIANCE),
		.assessment = column_whole(row, ASSESSMENT),
		.alliance_id = column_uuid(row, ALLIANCE_ID),
		.assessment_id = column_uuid(row, ASSESSMENT_ID),
		.alliance_name = column_text(row, NAME, pool),
		.title = column_text(row, TITLE, pool),
		.kind = (enum round_kind)column_whole(row, KIND),
		.date = (int)column_or(row, DATE, DATE_NONE),
		.sealed = (int)column_or(row, SEALED, DATE_NONE),
		.change = column_whole(row, CHANGE),
		.summary_change = column_or(row, SUMMARY_CHANGE, -1),
		.health = column_real(row, HEALTH),
		.primary = column_text(row, PRIMARY, pool),
		.grade = column_text(row, GRADE, pool),
		.parties = (int)column_whole(row, PARTIES),
		.heard = (int)column_whole(row, HEARD),
		.planned = (int)column_whole(row, PLANNED),
		.next_planned = column_text(row, NEXT_PLANNED, pool),
		.plan = read_plan(row, pool),
		.looked = column_whole(row, LOOKED),
	};
	*counted = column_or(row, COUNTED, -1);
}

static enum err read_rounds(struct store *store, struct query *query, struct store_list *list,
	struct pool *scratch, int64_t **counted, struct errmsg *why)
{
	bool more = true;
	size_t n = 0;
	enum err err = ERR_NONE;
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct store_round *round = POOL_APPEND(&list->pool, list->rounds, list->count);
		read_round(query, &list->pool, round, POOL_APPEND(scratch, *counted, n));
		err = round_check(store, round, why);
		if (err)
			query_reset(query);
	}
	return err;
}

/* What is planned are interviews: a pulse asks for ten minutes, whenever there are some. */
static void plan_full_rounds(struct store_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->rounds[i].kind == ROUND_PULSE)
			list->rounds[i].next_planned = NULL;
}

/* The last change of an alliance is the last of any of its rounds. */
static void spread_change(struct store_list *list)
{
	for (size_t first = 0, end; first < list->count; first = end) {
		int64_t change = 0;
		for (end = first; end < list->count &&
			list->rounds[end].alliance == list->rounds[first].alliance;
			end++)
			if (list->rounds[end].change > change)
				change = list->rounds[end].change;
		for (size_t i = first; i < end; i++)
			list->rounds[i].change = change;
	}
}

/* Counts again what has changed since; marks it with -1 and counts it in *stale. */
static enum err count_stale(struct store *store, struct store_list *list, int64_t *counted,
	size_t *stale, struct errmsg *why)
{
	enum err err = ERR_NONE;
	struct counts counts;
	for (size_t i = 0; !err && i < list->count; i++) {
		struct store_round *round = &list->rounds[i];
		if (counted[i] == round->change)
			continue;
		err = round_count(
			store, round->alliance, round->assessment, &list->pool, &counts, why);
		round->parties = counts.parties;
		round->heard = counts.heard;
		round->planned = counts.planned;
		round->next_planned = counts.next_planned;
		counts.plan.own = round->plan.own;
		round->plan = counts.plan;
		counted[i] = -1;
		++*stale;
	}
	return err;
}

enum err rounds_read(struct store *store, struct query *query, struct store_list *list,
	struct pool *scratch, int64_t **counted, size_t *stale, struct errmsg *why)
{
	enum err err = read_rounds(store, query, list, scratch, counted, why);
	*stale = 0;
	spread_change(list);
	if (!err)
		err = count_stale(store, list, *counted, stale, why);
	plan_full_rounds(list);
	return err;
}
