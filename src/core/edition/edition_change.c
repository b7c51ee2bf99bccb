/* SPDX-License-Identifier: MIT */
/*
 * What an edition prints of the change between two rounds (rekindle-method(7), section 9.5).
 */
#include "../score/basis.h"
#include "edition.h"

static bool few(int n)
{
	return n > 0 && n < EDITION_VALUE_MIN;
}

static bool hides_change(const struct trend_between *trend, const struct trend_aspect *aspect)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (few(trend->single_of[p]) || few(aspect->single_of[p]) ||
			few(aspect->pairs_of[p]))
			return true;
	return false;
}

/* A side without a value at all is none of those that are tested. */
static bool hides_p(const struct trend_aspect *aspect)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (aspect->pairs_of[p] < EDITION_TEST_MIN &&
			(aspect->n_before[p] || aspect->n_after[p]))
			return true;
	return false;
}

/* Over the same items a round's own edition has the same: as that was handed out. */
static double as_handed_out(double value, bool hidden, const struct edition_view *view, int aspect)
{
	return hidden || isnan(value) ? NAN : view->shown.scores.scale[aspect].perception;
}

static void redact_aspect(struct edition_change *change, const struct trend_between *trend, int a,
	const struct edition_view *before, const struct edition_view *after)
{
	const struct trend_aspect *aspect = &trend->aspect[a];
	bool then = edition_hides_scale(before, a), now = edition_hides_scale(after, a);
	bool others =
		before->as_of || after->as_of; /* who have changed since are among the pairs */

	change->hides_before = !isnan(aspect->before) && (then || !aspect->whole_before);
	change->hides_after = !isnan(aspect->after) && (now || !aspect->whole_after);
	change->hides_movement = aspect->pairs && (then || now || others);
	change->repeats = change->hides_movement && !then && !now;
	change->hides_change = change->hides_movement || hides_change(trend, aspect) ||
		!edition_change_open(trend, a, before, after);
	change->before = as_handed_out(aspect->before, change->hides_before, before, a);
	change->after = as_handed_out(aspect->after, change->hides_after, after, a);
	if (change->hides_movement)
		change->movement = MOVEMENT_UNCLEAR;
	if (change->hides_change) {
		change->change = NAN;
		change->pairs = -1;
	}
	if (change->hides_change || hides_p(aspect))
		change->p = NAN;
	change->before = edition_number(EDITION_JOINT, change->before);
	change->after = edition_number(EDITION_JOINT, change->after);
	change->change = edition_number(EDITION_JOINT, change->change);
}

/* With every aspect of it: from it and the others a hidden one would follow. */
static bool hides_cause(const struct edition_trend *shown, int cause, bool now)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		const struct edition_change *change = &shown->aspect[cause * ASPECTS_PER_CAUSE + i];

		if (now ? change->hides_after : change->hides_before)
			return true;
	}
	return false;
}

/* Of what is printed of its aspects. */
static double redact_cause(
	const struct edition_trend *shown, const struct edition_view *view, int cause, bool now)
{
	double aspect[ASPECTS_PER_CAUSE];

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		const struct edition_change *change = &shown->aspect[cause * ASPECTS_PER_CAUSE + i];

		aspect[i] = now ? change->after : change->before;
	}
	return view->cause[cause] || hides_cause(shown, cause, now) ? NAN : cause_mean(aspect);
}

static void redact(struct edition_trend *shown, const struct trend_between *trend,
	const struct edition_view *before, const struct edition_view *after)
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		redact_aspect(&shown->aspect[a], trend, a, before, after);
	shown->health_before = shown->health_after = 0;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		double then = redact_cause(shown, before, c, false);
		double now = redact_cause(shown, after, c, true);

		shown->health_before += then / CAUSE_COUNT;
		shown->health_after += now / CAUSE_COUNT;
		shown->cause_before[c] = edition_number(EDITION_JOINT, then);
		shown->cause_after[c] = edition_number(EDITION_JOINT, now);
	}
	shown->health_before = edition_number(EDITION_JOINT, shown->health_before);
	shown->health_after = edition_number(EDITION_JOINT, shown->health_after);
	for (int p = 0; p < PARTIES_MAX; p++)
		shown->hides_people = shown->hides_people || few(trend->single_of[p]);
}

void edition_trend(struct edition_trend *shown, const struct trend_between *trend,
	const struct edition_view *before, const struct edition_view *after)
{
	*shown = (struct edition_trend){ .edition = after->edition,
		.health_before = trend->health_before,
		.health_after = trend->health_after };
	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct trend_aspect *aspect = &trend->aspect[a];

		shown->aspect[a] = (struct edition_change){ .before = aspect->before,
			.after = aspect->after,
			.change = aspect->change,
			.p = aspect->p,
			.pairs = aspect->pairs,
			.movement = trend_movement(aspect) };
	}
	for (int c = 0; c < CAUSE_COUNT; c++) {
		shown->cause_before[c] = trend->cause_before[c];
		shown->cause_after[c] = trend->cause_after[c];
	}
	if (shown->edition == EDITION_JOINT)
		redact(shown, trend, before, after);
}
