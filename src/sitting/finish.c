/* SPDX-License-Identifier: MIT */
/*
 * The end of an interview, and what was agreed on at its beginning.
 */
#include "change.h"

/* The respondent as known now, to be changed and put. */
static enum kept put_respondent(struct sitting *sitting, struct respondent *changed)
{
	return sitting->closed || sitting_look(sitting)
		? KEPT_NOT
		: sitting_change(sitting, KIND_RESPONDENT, changed);
}

enum kept sitting_consent(struct sitting *sitting, bool given)
{
	struct respondent respondent = *sitting_respondent(sitting);

	respondent.consent = given ? TRI_YES : TRI_NO;
	if (given && respondent.date == DATE_NONE)
		respondent.date = clock_today();
	return put_respondent(sitting, &respondent);
}

enum kept sitting_attribution(struct sitting *sitting, enum attribution attribution)
{
	struct respondent respondent = *sitting_respondent(sitting);

	respondent.attribution = (int)attribution;
	return put_respondent(sitting, &respondent);
}

enum kept sitting_minutes(struct sitting *sitting, int minutes)
{
	struct respondent respondent = *sitting_respondent(sitting);

	respondent.minutes = minutes;
	return put_respondent(sitting, &respondent);
}

static bool unasked(const struct flow *flow, size_t question)
{
	const struct item *item = &flow->record->instrument->items[flow->items[question]];

	return !item->core && flow_state(flow, question) == STATE_BLANK;
}

static void set_states(
	struct sitting *sitting, const bool *marked, size_t count, enum answer_state state)
{
	const struct flow *flow = &sitting->flow;

	for (size_t i = 0; i < count; i++)
		if (marked[i])
			record_put_answer(sitting->record, flow->respondent, flow->items[i])
				->state = state;
}

/* Put those marked within the open transaction. */
static enum err put_unasked(struct sitting *sitting, const bool *marked)
{
	const struct flow *flow = &sitting->flow;
	enum err err = ERR_NONE;

	for (size_t i = 0; i < flow->count && !err; i++) {
		if (!marked[i])
			continue;
		struct answer *answer =
			record_put_answer(sitting->record, flow->respondent, flow->items[i]);
		err = store_put(
			sitting->store, sitting->record, KIND_ANSWER, answer, 0, &sitting->why);
	}
	if (!err)
		return store_commit(sitting->store, &sitting->why);
	store_rollback(sitting->store);
	return err;
}

/* When the minutes agreed on are over, what was not core was never asked. */
static enum err settle_unasked(struct sitting *sitting, int *count)
{
	const struct flow *flow = &sitting->flow;
	struct pool pool = { 0 };
	bool *marked = pool_alloc(&pool, flow->count * sizeof(*marked));

	for (size_t i = 0; i < flow->count; i++) {
		marked[i] = unasked(flow, i);
		*count += marked[i];
	}
	enum err err = store_begin(sitting->store, sitting->record->assessment.object.key,
		"interview finished", &sitting->why);
	if (!err) {
		set_states(sitting, marked, flow->count, STATE_NOT_ASKED);
		err = put_unasked(sitting, marked);
		if (err)
			set_states(sitting, marked, flow->count, STATE_BLANK);
	}
	pool_release(&pool);
	return err;
}

enum kept sitting_finish(struct sitting *sitting, int *unasked_count)
{
	*unasked_count = 0;
	if (sitting->closed || sitting_look(sitting))
		return KEPT_NOT;
	if (sitting_settle(sitting) != KEPT)
		return KEPT_WAITING;
	if (flow_minutes_left(&sitting->flow, sitting_seconds(sitting)) == 0 &&
		settle_unasked(sitting, unasked_count))
		return KEPT_WAITING;
	sitting->finished = true;
	return sitting_keep(sitting);
}
