/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis section: heat map, why the primary cause is the primary one, silent killers, and
 * how ratings and recorded facts were blended.
 */
#include <string.h>
#include "../compose.h"

#define EVIDENCE_SHOWN 7 /* a piece each; the appendix has them all */
#define WORKED_OUT 2     /* aspects with for, against and what would change them */

static const char *by_party(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &list,
			say(c, "%s %s", party_label(c, p),
				withheld_value(c, scale, p) ? "withheld"
					: isnan(score->value[p])
					? "none"
					: say(c, "%.2f", score->value[p])));
	return list_join(c, &list, ", ");
}

static const char *flip_input(struct compose *c, const struct flip *flip)
{
	const char *who =
		flip->respondent < 0 ? "" : say(c, " of %s", respondent_tag(c, flip->respondent));

	/* what somebody was asked would tell the role */
	if (flip->respondent >= 0 && is_confidential(c, flip->respondent))
		return say(c, "one given in confidence, from %d to %d,", flip->from, flip->to);
	switch (flip->kind) {
	case FLIP_ANSWER:
		return say(c, "item %s%s from %d to %d", c->rec->instrument->items[flip->item].id,
			who, flip->from, flip->to);
	case FLIP_ROUTE:
		return say(c, "route value %s%s from %d to %d",
			vocabulary_route_value.word[flip->item], who, flip->from, flip->to);
	case FLIP_CHECKLIST:
		return say(c, "checklist row %s from %s to %s",
			vocabulary_check_row.word[flip->item], vocabulary_check.word[flip->from],
			vocabulary_check.word[flip->to]);
	}
	return "";
}

static const char *flip_becomes(struct compose *c, int primary)
{
	return primary < CAUSE_COUNT      ? say(c, "makes %s primary", cause_info[primary].id)
		: primary == PRIMARY_NONE ? "leaves no cause failing"
					  : "leaves the primary cause open";
}

static const char *flips_text(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (c->joint)
		return "";
	if (!primary->flip_count)
		return "No single answer, route value or checklist row, moved one step, changes the"
		       " primary cause.";
	return say(c, "One answer decides: %s %s (%d such %s in all).",
		flip_input(c, &primary->flip[0]), flip_becomes(c, primary->flip[0].primary),
		primary->flip_count, plural(primary->flip_count, "step", "steps"));
}

/* The nearest cause with a score beside the leading ones, or -1. */
static int next_cause(const struct compose *c)
{
	int next = -1;

	for (int i = 0; i < CAUSE_COUNT; i++)
		if (!c->diagnosis->primary.leading[i] && !isnan(c->scores->cause[i].score) &&
			(next < 0 ||
				below(c->scores->cause[i].score, c->scores->cause[next].score)))
			next = i;
	return next;
}

/* " Two of its four aspects are below 3.50."; of those that are shown, if any. */
static const char *failing_text(struct compose *c, int cause)
{
	int failing = 0, hidden = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;

		failing += below(c->scores->scale[scale].score, SCORE_FAILING);
		hidden += withheld_scale(c, scale);
	}
	if (hidden && !failing)
		return "";
	return say(c, " %s below %.2f.",
		failing == ASPECTS_PER_CAUSE
			? "All four of its aspects are"
			: say(c, "%s of its %s %s", capital(c, number_word(failing)),
				  hidden ? "aspects that are shown" : "four aspects",
				  plural(failing, "is", "are")),
		SCORE_FAILING);
}

static const char *why_primary(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;
	const char *cause = cause_info[primary->cause].id;
	int next = next_cause(c), least = 0;

	for (int p = 0; p < c->parties; p++)
		if (c->scores->with_data[p] && (!least || c->scores->with_data[p] < least))
			least = c->scores->with_data[p];
	return say(c,
		"Why %s. It has the lowest score, %s. No other cause lies within %.2f of it, the"
		" margin for n" NB "%s%s.%s%s%s",
		cause, score_text(c, c->scores->cause[primary->cause].score), primary->margin,
		c->joint && least < EDITION_VALUE_MIN ? say(c, "<%d", EDITION_VALUE_MIN)
						      : say(c, "%d", least),
		next < 0 ? ""
			 : say(c, "; the next is %s at %s", cause_info[next].id,
				   score_text(c, c->scores->cause[next].score)),
		failing_text(c, primary->cause), *flips_text(c) ? " " : "", flips_text(c));
}

static const char *why_text(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (c->scores->one_sided)
		return "Why no cause is named. The two sides have not both been heard.";
	if (withheld_primary(c))
		return "Why no cause is named. The score of a cause that decides is withheld.";
	if (primary->cause == PRIMARY_INSUFFICIENT)
		return "Why no cause is named. At least one cause that decides has no score,"
		       " because fewer than three of its four aspects have one on every side.";
	if (primary->cause == PRIMARY_NONE)
		return say(
			c, "Why no cause is named. All four score at least %.2f.", SCORE_FAILING);
	if (primary->tie)
		return say(c,
			"Why two or more are leading. Their scores lie within %.2f of the lowest,"
			" the margin for so few respondents; %s comes first and is worked out here."
			"%s%s",
			primary->margin, cause_info[primary->cause].id, *flips_text(c) ? " " : "",
			flips_text(c));
	return why_primary(c);
}

/* A number and its n stay on one line. */
static const char *unbroken(struct compose *c, const char *text)
{
	const char *at = strstr(text, "(n ");

	if (!at)
		return text;
	return say(c, "%.*s(n" NB "%s", (int)(at - text), text, unbroken(c, at + strlen("(n ")));
}

static const char *joined(struct compose *c, const struct texts *texts)
{
	struct list list = { 0 };

	for (size_t i = 0; i < texts->count; i++)
		list_add(c, &list, without_stop(c, unbroken(c, texts->text[i])));
	list_limit(c, &list, EVIDENCE_SHOWN);
	return list.count ? say(c, "%s.", list_join(c, &list, "; ")) : "none recorded.";
}

/* For, against and what would change it, of one aspect. */
static void compose_worked(struct compose *c, int scale)
{
	struct why found;
	struct why_words why;

	why_aspect(&found, c->pool, c->rec, c->diagnosis, scale);
	words_why(&why, c->pool, c->rec, c->diagnosis, &found);
	doc_line(c->doc, 2,
		say(c, "%s %s", scale_info[scale].label,
			score_text(c, c->scores->scale[scale].score)),
		say(c, " (%s)", scale_n(c, scale)));
	doc_term(c->doc, 4, 13, TERM_COLUMN, "for", "%s", joined(c, &why.pro));
	doc_term(c->doc, 4, 13, TERM_COLUMN, "against", "%s", joined(c, &why.against));
	doc_term(c->doc, 4, 13, TERM_RUN, "would change it", "%s.",
		why.would_change ? why.would_change : "nothing that is recorded");
}

static void compose_aspects(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE], count = lowest_aspects(c, cause, scale);
	int worked = c->joint ? 0 : WORKED_OUT; /* evidence names who said it */

	doc_space(c->doc);
	for (int i = 0; i < count && i < worked; i++)
		compose_worked(c, scale[i]);
	for (int i = worked; i < count; i++)
		doc_text(c->doc, 2, "%s %s (%s): %s.", scale_info[scale[i]].label,
			score_text(c, c->scores->scale[scale[i]].score), by_party(c, scale[i]),
			scale_n(c, scale[i]));
}

static const char *carried_by(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE], count = lowest_aspects(c, cause, scale);
	struct list list = { 0 };

	for (int i = 0; i < count && i < WORKED_OUT; i++)
		if (below(c->scores->scale[scale[i]].score, SCORE_FAILING))
			list_add(c, &list, scored(c, scale[i]));
	return list.count ? say(c, " %s %s it.", capital(c, list_and(c, &list)),
				    plural((int)list.count, "carries", "carry"))
			  : "";
}

/* How a contributing cause lies to the primary one; without a primary it stands for itself. */
static const char *relation(struct compose *c, int cause)
{
	const struct primary *primary = &c->diagnosis->primary;
	const char *main_cause =
		primary->cause < CAUSE_COUNT ? cause_info[primary->cause].id : NULL;

	if (main_cause && primary->consequence[cause])
		return say(c, "It lies downstream of %s: possibly a consequence, re-check after.",
			main_cause);
	if (main_cause && cause < primary->cause)
		return say(c, "It lies upstream of %s, so it is not explained away by it.",
			main_cause);
	return "It fails in its own right.";
}

static void compose_contributing(struct compose *c)
{
	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (!c->diagnosis->primary.contributing[i] || c->scores->one_sided)
			continue;
		doc_text(c->doc, 0, "Contributing: %s, %s (%s), %s. %s%s", cause_info[i].id,
			score_text(c, c->scores->cause[i].score), cause_n(c, i),
			band_word(c->scores->cause[i].band), relation(c, i), carried_by(c, i));
	}
}

static int killer_n_scale(int killer)
{
	static const enum scale about[KILLER_COUNT] = { ASPECT_OBJECTIVES, ASPECT_COMMUNICATION,
		ASPECT_GOVERNANCE, ASPECT_RELEVANCE };

	return about[killer];
}

void compose_killers(struct compose *c)
{
	static const char *const names[KILLER_COUNT] = { "objectives", "communication, trust",
		"governance", "shifting priorities" };
	static const struct column columns[] = {
		{ .width = 16 },
		{ .gap = 2, .width = 20 },
		{ .gap = 2, .width = 4 },
		{ .gap = 2, .width = 12 },
		{ .gap = 2, .width = 18 },
	};
	struct table *table = doc_table(c->doc, 0, columns, 5);

	table->subject = 1;
	for (int k = 0; k < KILLER_COUNT; k++) {
		struct row *row = doc_row(c->doc, table);

		doc_cell(c->doc, row, "%s", k ? "" : "Silent killers");
		doc_cell(c->doc, row, "%s", names[k]);
		if (c->view && c->view->killer[k]) {
			doc_span(c->doc, row, 2, "withheld");
			continue;
		}
		doc_cell(c->doc, row, "%s",
			isnan(c->scores->killer[k]) ? "none"
						    : say(c, "%.2f", c->scores->killer[k]));
		doc_cell(c->doc, row, "%s",
			isnan(c->scores->killer[k])            ? "not known"
				: c->scores->killer_present[k] ? "present"
							       : "not present");
		doc_cell(c->doc, row, "%s", scale_n(c, killer_n_scale(k)));
	}
}

void compose_why(struct compose *c)
{
	doc_space(c->doc);
	doc_text(c->doc, 0, "%s", why_text(c));
	if (c->diagnosis->primary.cause < CAUSE_COUNT && !c->scores->one_sided)
		compose_aspects(c, c->diagnosis->primary.cause);
	compose_contributing(c);
	doc_space(c->doc);
	compose_killers(c);
	compose_blend(c);
}

void compose_diagnosis(struct compose *c)
{
	compose_chapter(c, REPORT_DIAGNOSIS, NULL,
		say(c, "Diagnosis: four causes, sixteen aspects, %s",
			c->parties == 2 ? "two sides" : "every side"));
	compose_heat(c);
	compose_why(c);
}
