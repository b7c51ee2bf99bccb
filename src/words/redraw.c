/* SPDX-License-Identifier: MIT */
/*
 * What a redraw or a shift of the plan would change, in words.
 */
#include <rekindle/words.h>

const char *words_hear_before_redraw(const struct record *rec)
{
	size_t heard = 0;

	for (size_t i = 0; i < rec->respondent_count; i++)
		heard += record_has_data(rec, (int)i);
	return words_plain(heard ? W_REDRAW_HEAR_MORE : W_REDRAW_HEAR_FIRST);
}

static const char *title_of(
	const struct record *rec, const struct plan_redraw *redraw, const struct redraw_item *item)
{
	return item->stored < 0 ? redraw->draft.actions[item->drawn].title
				: plan_action_title(rec->instrument, &rec->actions[item->stored]);
}

static const char *now_text(struct pool *pool, const char *name, int from, int until)
{
	struct hole title = hole_text("title", name);

	return until == DATE_NONE
		? words(pool, W_REDRAW_LATER, title)
		: words(pool, W_REDRAW_DAYS, title, hole_day("start", from, DAY_SHORT),
			  hole_day("due", until, DAY_YEAR));
}

/* The days that it has now behind those it would have. */
static const char *instead(struct pool *pool, const char *said, const struct plan_action *kept)
{
	struct hole now = hole_text("now", said);
	int from = kept->start == DATE_NONE ? kept->due : kept->start;

	return !plan_action_active(kept)
		? words(pool, W_REDRAW_BEFORE_LATER, now)
		: words(pool, W_REDRAW_BEFORE, now, hole_day("start", from, DAY_SHORT),
			  hole_day("due", kept->due, DAY_YEAR));
}

const char *words_redraw_item(struct pool *pool, const struct record *rec,
	const struct plan_redraw *redraw, const struct redraw_item *item)
{
	const char *title = title_of(rec, redraw, item);
	const char *now = now_text(pool, title, item->start, item->due);

	if (item->stored < 0)
		return now;
	const struct plan_action *kept = &rec->actions[item->stored];
	if (item->kind == REDRAW_AGAIN && !redraw->reopen)
		return words(pool, W_REDRAW_OVER, hole_text("title", title),
			hole_text("status", words_status(kept->status)));
	bool moved = item->active != plan_action_active(kept) ||
		(item->active && (item->start != kept->start || item->due != kept->due));
	return moved ? instead(pool, now, kept) : now;
}

const char *words_redraw_kind(
	struct pool *pool, const struct plan_redraw *redraw, enum redraw_kind kind)
{
	static const enum sentence said[REDRAW_KINDS] = {
		[REDRAW_ADDED] = W_REDRAW_ADDED,
		[REDRAW_STALE] = W_REDRAW_STALE,
		[REDRAW_MOVED] = W_REDRAW_MOVED,
		[REDRAW_AGAIN] = W_REDRAW_AGAIN,
		[REDRAW_KEPT] = W_REDRAW_KEPT,
	};
	struct hole n = hole_count("n", (int)redraw->of[kind]);

	return kind == REDRAW_AGAIN && redraw->reopen ? words(pool, W_REDRAW_REOPENED, n)
						      : words(pool, said[kind], n);
}

static const char *gates_text(struct pool *pool, const struct plan_redraw *redraw)
{
	const struct gate *one = plan_gate(&redraw->draft, 0);
	const struct gate *other = plan_gate(&redraw->draft, 1);
	struct hole first = hole_count("first", one->number);
	struct hole first_day = hole_day("first_day", one->day, DAY_LONG);

	if (!other)
		return words(pool, W_REDRAW_GATE, first, first_day);
	return words(pool, W_REDRAW_GATES, first, first_day, hole_count("second", other->number),
		hole_day("second_day", other->day, DAY_LONG));
}

struct texts words_redraw(
	struct pool *pool, const struct record *rec, const struct plan_redraw *redraw)
{
	const struct plan *plan = &redraw->draft;
	struct hole day = hole_day("day", plan->start, DAY_LONG);
	struct texts said = { 0 };

	texts_add(pool, &said,
		!redraw->changes ? words(pool, W_REDRAW_NOTHING, day)
				 : words(pool, W_REDRAW_HEAD, day,
					   hole_text("track", words_track((int)plan->track)),
					   hole_count("months", plan->horizon_months),
					   hole_day("end", plan->end, DAY_LONG)));
	for (size_t i = 0; redraw->changes && i < plan->warning_count; i++)
		texts_add(pool, &said, words_warning(pool, rec, plan, &plan->warnings[i]));
	if (redraw->new_gates)
		texts_add(pool, &said, gates_text(pool, redraw));
	return said;
}

const char *words_shift_item(
	struct pool *pool, const struct record *rec, const struct plan_move *move)
{
	const struct plan_action *kept = &rec->actions[move->stored];

	return instead(pool,
		now_text(pool, plan_action_title(rec->instrument, kept), move->start, move->due),
		kept);
}
