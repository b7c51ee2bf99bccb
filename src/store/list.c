/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: every round of every alliance with its summary.
 */
#include "store_private.h"

/* Counting people reads answers; it is remembered when that many rounds had to be counted at once.
 */
#define WORTH_REMEMBERING 50

struct counts {
	int parties, heard, planned;
	const char *next_planned;
	struct store_plan plan;
};

static enum err count_round(struct store *store, int64_t alliance, int64_t assessment,
	struct pool *pool, struct counts *counts, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	*counts = (struct counts){ 0 };
	enum err err = statement_bind(store, ROUND_COUNTS, &query, why, "ii", alliance, assessment);
	if (!err)
		err = query_step(query, &found, why);
	if (found) {
		counts->parties = (int)column_whole(query, 0);
		counts->heard = (int)column_whole(query, 1);
		counts->planned = (int)column_whole(query, 2);
		query_reset(query);
	}
	found = false;
	if (!err)
		err = statement_bind(
			store, ROUND_NEXT_PLANNED, &query, why, "ii", alliance, assessment);
	if (!err)
		err = query_step(query, &found, why);
	if (found) {
		counts->next_planned = column_text(query, 0, pool);
		query_reset(query);
	}
	return err ? err : count_plan(store, alliance, assessment, pool, &counts->plan, why);
}

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

static enum err read_rounds(struct store *store, struct store_list *list, struct pool *scratch,
	int64_t **counted, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	size_t n = 0;
	enum err err = statement_bind(store, PORTFOLIO, &query, why, "");
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
		err = count_round(
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

static enum err remember(struct store *store, int64_t assessment, int64_t change,
	const struct counts *counts, struct errmsg *why)
{
	const struct store_plan *plan = &counts->plan;
	struct str days;
	str_init(&days);
	days_encode(&days, plan->due, plan->due_count);
	enum err err = statement_run(store, SUMMARY_COUNTED, why, "iiiiitiiit", assessment, change,
		(int64_t)counts->parties, (int64_t)counts->heard, (int64_t)counts->planned,
		counts->next_planned, (int64_t)plan->start, (int64_t)plan->step,
		(int64_t)plan->size, days.len ? days.text : NULL);
	str_release(&days);
	return err;
}

/* Best effort: a list is not refused because its counts could not be kept. */
static void remember_counts(
	struct store *store, const struct store_list *list, const int64_t *counted)
{
	if (engine_read_only(store->engine) || store->change.open ||
		store_begin(store, 0, NULL, NULL))
		return;
	for (size_t i = 0; i < list->count; i++) {
		const struct store_round *round = &list->rounds[i];
		const struct counts counts = { round->parties, round->heard, round->planned,
			round->next_planned, round->plan };
		if (counted[i] == -1 && round->assessment &&
			remember(store, round->assessment, round->change, &counts, NULL))
			break;
	}
	store_commit(store, NULL);
}

/* Read in one transaction, so that nothing changes between the rounds. */
enum err store_list(struct store *store, struct store_list *list, struct errmsg *why)
{
	struct pool scratch = { 0 };
	int64_t *counted = NULL;
	size_t stale = 0;
	bool own = !store->change.open && !store->together;
	*list = (struct store_list){ 0 };
	enum err err = own ? place_begin(store, false, why) : ERR_NONE;
	if (err)
		return err;
	err = read_rounds(store, list, &scratch, &counted, why);
	spread_change(list);
	if (!err)
		err = count_stale(store, list, counted, &stale, why);
	plan_full_rounds(list);
	if (own)
		engine_rollback(store->engine);
	if (!err && stale >= WORTH_REMEMBERING)
		remember_counts(store, list, counted);
	pool_release(&scratch);
	if (err)
		store_list_release(list);
	return err;
}

void store_list_release(struct store_list *list)
{
	pool_release(&list->pool);
	*list = (struct store_list){ 0 };
}

static enum err put_summary(struct store *store, int64_t assessment, int64_t change, double health,
	const char *primary, const char *grade, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct counts counts;
	int64_t alliance;
	enum err err = statement_number(store, ALLIANCE_OF, &alliance, why, "i", assessment);
	if (!err && alliance)
		err = count_round(store, alliance, assessment, &pool, &counts, why);
	if (!err && alliance)
		err = remember(store, assessment, change, &counts, why);
	if (!err && alliance)
		err = statement_run(store, SUMMARY_PUT, why, "iidtt", assessment, change, health,
			primary, grade);
	pool_release(&pool);
	return err;
}

enum err store_put_summary(struct store *store, int64_t assessment, int64_t change, double health,
	const char *primary, const char *grade, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, 0, &own, why);
	if (err)
		return err;
	err = put_summary(store, assessment, change, health, primary, grade, why);
	return change_end(store, own, err, why);
}
