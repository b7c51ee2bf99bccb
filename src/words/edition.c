/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition leaves out, and why: one sentence for each kind of thing.
 */
#include <rekindle/words.h>

#define DAY_MS 86400000

/* "Terms, skills delivered and trust": the first begins the sentence. */
static struct texts scales_where(
	struct pool *pool, const struct edition_view *view, enum withheld why, int end)
{
	struct texts list = { 0 };

	for (int s = 0; s < end; s++)
		if (view->scale[s] == why)
			texts_add(pool, &list, list.count ? words_scale(s) : scale_info[s].label);
	return list;
}

static const char *few(struct pool *pool, const struct edition_view *view)
{
	const struct texts list = scales_where(pool, view, WITHHELD_FEW, SCALE_COUNT);

	if (list.count == SCALE_COUNT)
		return words_plain(W_LEFT_OUT_ALL);
	return words(
		pool, W_LEFT_OUT_FEW, hole_list("scales", &list), hole_count("n", (int)list.count));
}

static const char *second(struct pool *pool, const struct edition_view *view)
{
	const struct texts list = scales_where(pool, view, WITHHELD_SECOND, ASPECT_COUNT);

	return words(pool, W_LEFT_OUT_SECOND, hole_list("scales", &list));
}

static const char *causes(struct pool *pool, const struct edition_view *view)
{
	struct texts list = { 0 };

	for (int c = 0; c < CAUSE_COUNT; c++)
		if (edition_closes_cause(view, c))
			texts_add(pool, &list, words_cause(c));
	return words(pool, W_LEFT_OUT_CAUSES, hole_list("causes", &list));
}

/* "Atlas Robotics" or "Atlas Robotics and Bergmann Sensorik" */
static const char *facts_only(
	struct pool *pool, const struct record *rec, const struct edition_view *view)
{
	struct texts names = { 0 };

	for (size_t p = 0; p < rec->party_count; p++)
		if (view->few[p])
			texts_add(pool, &names, rec->parties[p].label);
	return words(pool, W_LEFT_OUT_FACTS, hole_list("parties", &names),
		hole_word("least", EDITION_VALUE_MIN));
}

static const char *points(struct pool *pool)
{
	return words(pool, W_LEFT_OUT_POINTS, hole_count("least", EDITION_VALUE_MIN));
}

const char *words_left_out(struct pool *pool, const struct record *rec,
	const struct edition_view *view, enum left_out kind)
{
	switch (kind) {
	case LEFT_OUT_FACTS:
		return facts_only(pool, rec, view);
	case LEFT_OUT_FEW:
		return few(pool, view);
	case LEFT_OUT_SECOND:
		return second(pool, view);
	case LEFT_OUT_CAUSES:
		return causes(pool, view);
	case LEFT_OUT_VALUES:
		return words_plain(W_LEFT_OUT_VALUES);
	case LEFT_OUT_POINTS:
		return points(pool);
	case LEFT_OUT_ROUTE:
		return words_plain(W_LEFT_OUT_ROUTE);
	case LEFT_OUT_KILLERS:
		return words_plain(W_LEFT_OUT_KILLERS);
	case LEFT_OUT_RELEASE:
		return words_plain(W_LEFT_OUT_RELEASE);
	case LEFT_OUT_FINDINGS:
		return words_plain(W_LEFT_OUT_FINDINGS);
	case LEFT_OUT_SINGLE:
		return words_plain(W_LEFT_OUT_SINGLE);
	case LEFT_OUT_CHANGES:
		return words(pool, W_LEFT_OUT_CHANGES, hole_count("changed", EDITION_CHANGED_MIN));
	case LEFT_OUT_KINDS:
		break;
	}
	return "";
}

static int day_of(const struct edition_view *view)
{
	return (int)(view->as_of / DAY_MS);
}

const char *words_as_of(struct pool *pool, const struct edition_view *view)
{
	return view->as_of ? words(pool, W_EDITION_AS_OF, hole_day("day", day_of(view), DAY_LONG))
			   : NULL;
}

const char *words_as_of_round(struct pool *pool, const struct edition_view *view, const char *round)
{
	return view->as_of ? words(pool, W_EDITION_AS_OF_ROUND, hole_text("round", round),
				     hole_day("day", day_of(view), DAY_LONG))
			   : NULL;
}

const char *words_as_of_day(struct pool *pool, const struct edition_view *view)
{
	return view->as_of ? words(pool, W_EDITION_DAY, hole_day("day", day_of(view), DAY_LONG))
			   : NULL;
}

const char *words_sheet_state(enum sheet_state state)
{
	static const enum sentence states[SHEET_STATES] = {
		[SHEET_NOT_SENT] = W_SHEET_STATE_NOT_SENT,
		[SHEET_SENT] = W_SHEET_STATE_SENT,
		[SHEET_MISSING] = W_SHEET_STATE_MISSING,
		[SHEET_BACK] = W_SHEET_STATE_BACK,
		[SHEET_HEARD] = W_SHEET_STATE_HEARD,
		[SHEET_REVOKED] = W_SHEET_STATE_REVOKED,
	};

	return words_plain(states[state]);
}

const char *words_quote_bar(enum quote_bar bar)
{
	static const enum sentence sentences[QUOTE_BARS] = {
		[QUOTE_FREE] = W_QUOTE_FREE,
		[QUOTE_NAMES] = W_QUOTE_NAMES,
		[QUOTE_COMPANY] = W_QUOTE_COMPANY,
		[QUOTE_RATES] = W_QUOTE_RATES,
		[QUOTE_KEPT] = W_QUOTE_KEPT,
	};

	return words_plain(sentences[bar]);
}
