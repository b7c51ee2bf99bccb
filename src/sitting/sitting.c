/* SPDX-License-Identifier: MIT */
/*
 * Where an interview stands: opening it where it was left, moving, the clock, the draft.
 */
#include "change.h"

void sitting_pause(struct sitting *sitting)
{
	sitting->seconds_before = sitting_seconds(sitting);
	sitting->paused = true;
	sitting_keep(sitting);
}

/* Who has not agreed yet has no place to come back to. */
static bool has_place(const struct sitting *sitting)
{
	return !sitting->closed && !sitting->taken && !sitting->given_up &&
		sitting_respondent(sitting)->consent == TRI_YES;
}

enum kept sitting_keep(struct sitting *sitting)
{
	return has_place(sitting) ? sitting_place(sitting) : KEPT_NOT;
}

enum kept sitting_draft(
	struct sitting *sitting, enum sitting_field field, const char *text, size_t cursor)
{
	str_set(&sitting->draft, text ? text : "");
	sitting->field = field;
	sitting->cursor = cursor;
	return sitting_keep(sitting);
}

enum kept sitting_go(struct sitting *sitting, size_t question)
{
	sitting->at_end = question >= sitting->flow.count;
	if (!sitting->at_end)
		sitting->flow.at = question;
	return sitting_keep(sitting);
}

bool sitting_refresh(struct sitting *sitting)
{
	struct flow *flow = &sitting->flow;
	int who = sitting_find(sitting->record, sitting->respondent);
	int item = flow->count ? sitting_item_index(sitting) : -1;

	sitting->given_up = who < 0;
	if (who < 0)
		return false;
	flow_release(flow);
	flow_init(flow, sitting->record, who);
	int question = flow_find(flow, item);
	if (question >= 0)
		flow->at = (size_t)question;
	unsaved_apply(sitting->queue);
	return true;
}

/* What a file says that was not written here belongs to the answer. */
static enum sitting_field field_of(const struct store_sitting *place)
{
	bool known = place->field >= SITTING_ANSWER && place->field <= SITTING_MINUTES;

	return known ? (enum sitting_field)place->field : SITTING_ANSWER;
}

static void take_place(struct sitting *sitting, const struct store_sitting *place)
{
	int question = flow_find(&sitting->flow, place->item);
	enum sitting_field field = field_of(place);
	bool card = field >= SITTING_FIELDS;

	sitting->seconds_before = place->seconds;
	sitting->finished = place->finished;
	sitting->at_end = place->finished || (place->item < 0 && !card);
	if (question >= 0)
		sitting->flow.at = (size_t)question;
	if (card || (question >= 0 && place->draft))
		sitting->field = field;
	if (question >= 0 && !card)
		str_set(&sitting->draft, place->draft ? place->draft : "");
	sitting->cursor = (size_t)place->cursor;
	if (sitting->cursor > sitting->draft.len)
		sitting->cursor = sitting->draft.len;
}

static enum err resume(struct sitting *sitting, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_sitting place;
	enum err err = store_get_sitting(sitting->store, sitting->record, sitting->respondent,
		&pool, &place, &sitting->found, why);

	if (!err && sitting->found)
		take_place(sitting, &place);
	pool_release(&pool);
	return err;
}

void sitting_begin(
	struct sitting *sitting, struct store *store, struct record *record, int64_t respondent)
{
	*sitting = (struct sitting){
		.store = store, .record = record, .respondent = respondent, .field = SITTING_NOTHING
	};
	unsaved_init(&sitting->own, store, record);
	sitting->queue = &sitting->own;
	str_init(&sitting->draft);
	flow_init(&sitting->flow, record, sitting_find(record, respondent));
	sitting_go_on(sitting);
}

/* What was being typed has become a change that waits: it is over. */
static void forget_typed(struct sitting *sitting)
{
	if (!unsaved_ends_typed(sitting->queue, sitting->respondent))
		return;
	str_clear(&sitting->draft);
	sitting->field = SITTING_NOTHING;
	sitting->cursor = 0;
}

/* Held, and as it was left. */
static enum err hold(struct sitting *sitting)
{
	enum err err = store_hold(sitting->store, sitting->respondent, &sitting->why);

	sitting->unheld = unsaved_passes(sitting->store, err);
	sitting->retry_at = clock_monotonic_ms() + SITTING_RETRY_MS;
	enum err lost = resume(sitting, err ? NULL : &sitting->why);
	sitting->closed = err || lost;
	return err ? err : lost;
}

enum err sitting_open(struct sitting *sitting, struct store *store, struct record *record,
	int64_t respondent, struct errmsg *why)
{
	sitting_begin(sitting, store, record, respondent);
	enum err err = hold(sitting);
	if (err && why)
		*why = sitting->why;
	return err;
}

/* Who has held it meanwhile may have gone on with it: the draft is taken anew, and its question. */
bool sitting_hold_again(struct sitting *sitting)
{
	size_t at = sitting->flow.at;

	if (!sitting->unheld || clock_monotonic_ms() < sitting->retry_at)
		return false;
	str_clear(&sitting->draft);
	sitting->field = SITTING_NOTHING;
	hold(sitting);
	forget_typed(sitting);
	if (!sitting->draft.len && at < sitting->flow.count)
		sitting->flow.at = at;
	return !sitting->unheld;
}

bool sitting_look(struct sitting *sitting)
{
	struct errmsg why;

	if (sitting->closed || sitting->given_up || sitting->taken)
		return sitting->taken;
	sitting->taken = store_still_holds(sitting->store, &why) == ERR_LOCKED;
	if (sitting->taken)
		sitting->why = why;
	return sitting->taken;
}

enum err sitting_take_back(struct sitting *sitting, enum store_choice choice)
{
	enum err err =
		choice == STORE_OURS ? store_hold_again(sitting->store, &sitting->why) : ERR_NONE;

	sitting->taken = err;
	sitting->closed = choice == STORE_THEIRS;
	return err;
}

void sitting_share(struct sitting *sitting, struct unsaved *queue)
{
	sitting->queue = queue;
	forget_typed(sitting);
}

int sitting_close(struct sitting *sitting)
{
	bool shared = sitting->queue != &sitting->own;

	sitting->place_waits = has_place(sitting);
	sitting_settle(sitting);
	int lost = shared ? 0 : sitting_unsaved(sitting);
	store_unhold(sitting->store);
	unsaved_release(&sitting->own);
	flow_release(&sitting->flow);
	str_release(&sitting->draft);
	return lost;
}
