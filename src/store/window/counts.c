/* SPDX-License-Identifier: MIT */
/*
 * What is counted of a round for the portfolio: people, and what of the plan is due; and
 * remembering it beside the summary.
 */
#include "window_private.h"

enum err round_count(struct store *store, int64_t alliance, int64_t assessment, struct pool *pool,
	struct counts *counts, struct errmsg *why)
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

enum err counts_remember(struct store *store, int64_t assessment, int64_t change,
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
