/* SPDX-License-Identifier: MIT */
/*
 * The rounds of the alliance, and the two of them that are compared. Only these two are: a test of
 * many people takes its time.
 */
#include "trend.h"

static void release_change(struct trend_view *own)
{
	if (own->compared)
		round_change_release(&own->change);
	own->compared = false;
	pool_release(&own->said_pool);
	own->said = (struct round_said){ 0 };
}

void trend_release_view(struct trend_view *own)
{
	release_change(own);
	history_release(&own->history);
	pool_release(&own->laid);
	page_release(&own->why);
}

static void compare(struct trend_view *own)
{
	const struct round_read *round = own->history.round;
	release_change(own);
	round_compare(&own->change, &round[own->from], &round[own->to]);
	own->compared = true;
	round_say(&own->said, &own->said_pool, &own->change);
}

static bool is_full(const struct trend_view *own, int round)
{
	return own->history.round[round].record.assessment.kind != ROUND_PULSE;
}

/* The full round before; where there is none, the one before. */
static int usual_before(const struct trend_view *own, int round)
{
	for (int i = round - 1; i >= 0; i--)
		if (is_full(own, i))
			return i;
	return round - 1;
}

static int round_of(const struct trend_view *own, int64_t key)
{
	for (size_t i = 0; i < own->history.count; i++)
		if (own->history.round[i].record.assessment.object.key == key)
			return (int)i;
	return -1;
}

static int64_t key_of(const struct trend_view *own, int round)
{
	return round < 0 || round >= (int)own->history.count
		? 0
		: own->history.round[round].record.assessment.object.key;
}

static enum err read_rounds(struct trend_view *own, struct app *app, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys = NULL;
	size_t count =
		store_rounds(app->options.store, app->record.alliance.object.key, &pool, &keys);
	history_release(&own->history);
	enum err err =
		history_load(&own->history, app->options.store, keys, count, EDITION_INTERNAL, why);
	pool_release(&pool);
	return err;
}

void trend_gather(struct trend_view *own, struct app *app)
{
	struct errmsg why;
	int64_t from = key_of(own, own->from), to = key_of(own, own->to);
	release_change(own);
	own->unread = NULL;
	if (read_rounds(own, app, &why)) {
		history_release(&own->history);
		own->unread = words(&own->said_pool, W_TREND_UNREAD, hole_text("why", why.text));
		return;
	}
	own->from = round_of(own, from);
	own->to = round_of(own, to);
	if (own->to < 1 || own->from < 0 || own->from >= own->to) {
		own->to = (int)own->history.count - 1;
		own->from = usual_before(own, own->to);
	}
	if (own->from >= 0)
		compare(own);
}

void trend_from_another(struct trend_view *own)
{
	own->from = own->from > 0 ? own->from - 1 : own->to - 1;
	compare(own);
}

void trend_to_another(struct trend_view *own)
{
	own->to = own->to + 1 < (int)own->history.count ? own->to + 1 : own->from + 1;
	compare(own);
}
