/* SPDX-License-Identifier: MIT */
/*
 * The four causes as bars, with health, performance and the widest gaps below.
 */
#include <string.h>
#include "gather.h"

#define SIDES_POINTS 2
#define NOTE_CELLS 17 /* beside a bar */

static int failing_aspects(const struct compose *c, int cause)
{
	int n = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		n += below(c->scores->scale[cause * ASPECTS_PER_CAUSE + i].score,
			c->scores->lines.failing);
	return n;
}

/* The failing aspect that a cause which passes hides; where its name has no room, how many are. */
static const char *hidden_aspect(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE];
	const char *text;

	if (!lowest_aspects(c, cause, scale) ||
		!below(c->scores->scale[scale[0]].score, c->scores->lines.failing))
		return "";
	struct hole score = hole_number("score", c->scores->scale[scale[0]].score, places(c));
	text = words(
		c->pool, W_CAUSES_ASPECT, hole_text("aspect", scale_info[scale[0]].word), score);
	return strlen(text) <= NOTE_CELLS
		? text
		: words(c->pool, W_CAUSES_ASPECTS_FAIL, hole_count("n", failing_aspects(c, cause)));
}

static bool nobody_heard(const struct compose *c)
{
	for (size_t p = 0; p < c->rec->party_count; p++)
		if (c->scores->with_data[p])
			return false;
	return true;
}

static int rows_withheld(const struct compose *c, int cause)
{
	int n = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		n += withheld_scale(c, cause * ASPECTS_PER_CAUSE + i);
	return n;
}

const char *cause_note(struct compose *c, int cause)
{
	const struct primary *primary = &c->diagnosis->primary;
	double score = c->scores->cause[cause].score;

	if (c->view && c->view->cause[cause])
		return "";
	if (isnan(score))
		return nobody_heard(c) && c->rec->respondent_count ? "no ratings"
			: nobody_heard(c)                          ? "nobody heard"
			: c->scores->one_sided                     ? "one side only"
								   : "too few answers";
	if (primary->leading[cause] && !c->scores->one_sided)
		return names_primary(c) ? "PRIMARY" : "leading";
	if (primary->contributing[cause])
		return "contributing";
	if (rows_withheld(c, cause))
		return words(
			c->pool, W_CAUSES_ROWS_WITHHELD, hole_count("n", rows_withheld(c, cause)));
	if (rounds_across(c, score))
		return words(c->pool, W_CAUSES_EXACTLY, hole_number("score", score, 3));
	return near_the_line(c, score) ? "near the line" : hidden_aspect(c, cause);
}

const char *health_text(struct compose *c)
{
	double health = c->scores->health;

	if (withheld_primary(c))
		return words_plain(W_HEALTH_WITHHELD);
	if (isnan(health))
		return words_plain(W_HEALTH_NONE);
	return words(c->pool, W_HEALTH, hole_text("score", score_text(c, health)),
		hole_text("band", words_band((int)band_of(&c->scores->lines, health))));
}

const char *performance_counted(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;
	struct texts parts = { 0 };

	if (performance->objectives_counted)
		texts_add(c->pool, &parts,
			words(c->pool, W_PERFORMANCE_OBJECTIVES,
				hole_count("n", performance->objectives_counted)));
	if (performance->kpis_counted)
		texts_add(c->pool, &parts,
			words(c->pool, W_PERFORMANCE_KPIS,
				hole_count("n", performance->kpis_counted)));
	return words_names(c->pool, &parts);
}

const char *performance_text(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;

	if (isnan(performance->score))
		return words_plain(W_PERFORMANCE_NONE);
	return words(c->pool, performance->low ? W_PERFORMANCE_IS_LOW : W_PERFORMANCE_IS,
		hole_number("score", performance->score, 0),
		hole_text("counted", performance_counted(c)));
}

static const char *situation_text(enum situation situation)
{
	static const enum sentence sentences[] = {
		[SITUATION_UNDERPERFORMING] = W_SITUATION_BOTH_LOW,
		[SITUATION_LOOK_OUTSIDE] = W_SITUATION_OUTSIDE,
		[SITUATION_RESULTS_OUTRUN_RELATIONSHIP] = W_SITUATION_OUTRUN,
		[SITUATION_HEALTHY] = W_SITUATION_BOTH_GOOD,
	};

	return words_plain(sentences[situation]);
}

/* "GenTech rates communication 1.87, Phoenix 2.93 (n 5+5, confirmed)". */
static const char *gap_text(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	const struct gap *gap = &score->gap;

	return words(c->pool,
		gap->confirmed          ? W_PARTING_CONFIRMED
			: isnan(gap->p) ? W_PARTING_UNTESTED
					: W_PARTING_CHANCE,
		hole_text("lower", party_label(c, gap->lower)),
		hole_text("aspect", words_scale(scale)),
		hole_number("low", score->value[gap->lower], places(c)),
		hole_text("higher", party_label(c, gap->higher)),
		hole_number("high", score->value[gap->higher], places(c)),
		hole_text("n", scale_n(c, scale)));
}

/* NULL: nothing to compare. */
static const char *sides_text(struct compose *c)
{
	int scale[ASPECT_COUNT];
	int discussed = widest_gaps(c, scale, GAP_DISCUSS),
	    count = widest_gaps(c, scale, GAP_MATERIAL);
	struct texts points = { 0 };

	if (c->scores->one_sided)
		return NULL;
	if (!discussed)
		return words(c->pool, W_PARTING_NONE, hole_number("line", GAP_DISCUSS, 2));
	if (!count)
		count = widest_gaps(c, scale, GAP_DISCUSS);
	for (int i = 0; i < count; i++)
		texts_add(c->pool, &points, gap_text(c, scale[i]));
	texts_limit(c, &points, SIDES_POINTS);
	return words(c->pool, W_PARTING, hole_word("n", count),
		hole_text("points", words_clauses(c->pool, &points)));
}

void compose_cause_bars(struct compose *c)
{
	struct block *bars = doc_bars(c->doc, 2, c->scores->lines.failing);

	for (int i = 0; i < CAUSE_COUNT; i++)
		doc_bar(c->doc, bars,
			(struct bar){ cause_info[i].label,
				rated_number(c, c->scores->cause[i].score),
				c->scores->cause[i].band,
				c->view && c->view->cause[i] ? "withheld"
							     : band_word(c->scores->cause[i].band),
				cause_note(c, i), c->joint });
}

void compose_causes(struct compose *c)
{
	doc_head(c->doc, NULL, "Causes", ", upstream first");
	compose_cause_bars(c);
}

void compose_sides_note(struct compose *c)
{
	struct texts said = { 0 };
	const char *sides = c->tight >= TIGHT_DIFFERENCES ? NULL : sides_text(c);

	if (c->diagnosis->situation != SITUATION_UNKNOWN)
		texts_add(c->pool, &said, situation_text(c->diagnosis->situation));
	if (sides)
		texts_add(c->pool, &said, sides);
	if (said.count)
		doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

void compose_cause_notes(struct compose *c)
{
	struct texts said = { 0 };
	const char *sides = sides_text(c);

	texts_add(c->pool, &said, health_text(c));
	texts_add(c->pool, &said, performance_text(c));
	if (c->diagnosis->situation != SITUATION_UNKNOWN)
		texts_add(c->pool, &said, situation_text(c->diagnosis->situation));
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
	if (sides)
		doc_text(c->doc, 2, "%s", sides);
}
