/* SPDX-License-Identifier: MIT */
/*
 * The four causes as bars, with health, performance and the widest gaps below.
 */
#include <stdlib.h>
#include <string.h>
#include "../compose.h"

#define SIDES_POINTS 2

/* The failing aspect that a cause which passes hides. */
static const char *hidden_aspect(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE];
	const char *text;

	if (!lowest_aspects(c, cause, scale) ||
		!below(c->scores->scale[scale[0]].score, SCORE_FAILING))
		return "";
	text = say(c, "%s %.2f", scale_info[scale[0]].word, c->scores->scale[scale[0]].score);
	return strlen(text) <= 17 ? text
				  : say(c, "an aspect %.2f", c->scores->scale[scale[0]].score);
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
		return nobody_heard(c)         ? "nobody heard"
			: c->scores->one_sided ? "one side only"
					       : "too few answers";
	if (primary->leading[cause] && !c->scores->one_sided)
		return names_primary(c) ? "PRIMARY" : "leading";
	if (primary->contributing[cause])
		return "contributing";
	if (rows_withheld(c, cause))
		return say(c, "%d" NB "%s withheld", rows_withheld(c, cause),
			plural(rows_withheld(c, cause), "row", "rows"));
	if (band_of(score) != band_of(strtod(say(c, "%.2f", score), NULL)))
		return say(c, "exactly %.3f", score);
	return near_the_line(score) ? "near the line" : hidden_aspect(c, cause);
}

const char *health_text(struct compose *c)
{
	if (withheld_primary(c))
		return "Health: withheld.";
	if (isnan(c->scores->health))
		return "Health: none, because not every cause has a score.";
	return say(c, "Health %s, %s.", score_text(c, c->scores->health),
		band_word(band_of(c->scores->health)));
}

const char *performance_text(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;
	struct list parts = { 0 };

	if (isnan(performance->score))
		return "Performance: none, because no objective has a result and no KPI can be"
		       " read.";
	if (performance->objectives_counted)
		list_add(c, &parts,
			say(c, "%d" NB "%s with a result", performance->objectives_counted,
				plural(performance->objectives_counted, "objective",
					"objectives")));
	if (performance->kpis_counted)
		list_add(c, &parts,
			say(c, "%d" NB "%s", performance->kpis_counted,
				plural(performance->kpis_counted, "KPI", "KPIs")));
	return say(c, "Performance %.0f" NB "of" NB "100%s (%s).", performance->score,
		performance->low ? ", low" : "", list_join(c, &parts, ", "));
}

static const char *situation_text(enum situation situation)
{
	switch (situation) {
	case SITUATION_UNDERPERFORMING:
		return " Results and relationship are both low: situation \"underperforming\".";
	case SITUATION_LOOK_OUTSIDE:
		return " Results are low and the relationship is not: situation \"look outside\".";
	case SITUATION_RESULTS_OUTRUN_RELATIONSHIP:
		return " Results are good and the relationship is not: situation \"results outrun"
		       " the relationship\".";
	case SITUATION_HEALTHY:
		return " Results and relationship are both good: situation \"healthy\".";
	case SITUATION_UNKNOWN:
		break;
	}
	return "";
}

/* "GenTech rates communication 1.87, Phoenix 2.93 (n 5+5, confirmed)". */
static const char *gap_text(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	const struct gap *gap = &score->gap;

	return say(c, "%s rates %s %.2f, %s %.2f (%s, %s)", party_label(c, gap->lower),
		aspect_label(c, scale), score->value[gap->lower], party_label(c, gap->higher),
		score->value[gap->higher], scale_n(c, scale),
		gap->confirmed          ? "confirmed"
			: isnan(gap->p) ? "cannot be tested at this size"
					: "may be chance");
}

static const char *sides_text(struct compose *c)
{
	int scale[ASPECT_COUNT];
	int discussed = widest_gaps(c, scale, GAP_DISCUSS),
	    count = widest_gaps(c, scale, GAP_MATERIAL);
	struct list points = { 0 };

	if (c->scores->one_sided)
		return "";
	if (!discussed)
		return say(c, "No gap between the sides reaches %.2f.", GAP_DISCUSS);
	if (!count)
		count = discussed = widest_gaps(c, scale, GAP_DISCUSS);
	for (int i = 0; i < count && i < SIDES_POINTS; i++)
		list_add(c, &points, gap_text(c, scale[i]));
	return say(c, "The sides part on %s: %s%s.", counted(c, count, "point", "points"),
		list_join(c, &points, "; "),
		count > SIDES_POINTS ? say(c, "; %d" NB "more", count - SIDES_POINTS) : "");
}

void compose_causes(struct compose *c)
{
	struct block *bars;

	doc_head(c->doc, NULL, "Causes", ", upstream first");
	bars = doc_bars(c->doc, 2);
	for (int i = 0; i < CAUSE_COUNT; i++)
		doc_bar(c->doc, bars,
			(struct bar){ cause_info[i].label, c->scores->cause[i].score,
				c->view && c->view->cause[i] ? "withheld"
							     : band_word(c->scores->cause[i].band),
				cause_note(c, i) });
}

void compose_cause_notes(struct compose *c)
{
	doc_text(c->doc, 2, "%s %s%s", health_text(c), performance_text(c),
		situation_text(c->diagnosis->situation));
	if (sides_text(c)[0])
		doc_text(c->doc, 2, "%s", sides_text(c));
}
