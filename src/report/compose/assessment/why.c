/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis section: heat map, why the primary cause is the primary one, silent killers, and
 * how ratings and recorded facts were blended.
 */
#include <string.h>
#include "gather.h"

#define EVIDENCE_SHOWN 7 /* a piece each; the appendix has them all */
#define WORKED_OUT 2     /* aspects with for, against and what would change them */

static const char *by_party(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &list,
			words(c->pool, W_SAYS_VALUE, hole_text("party", party_label(c, p)),
				hole_text("value",
					withheld_value(c, scale, p) ? "withheld"
						: isnan(score->value[p])
						? "none"
						: rated(c, score->value[p]))));
	return words_names(c->pool, &list);
}

/* What would have to be answered otherwise. */
static const char *flip_answer(struct compose *c, const struct flip *flip)
{
	struct hole from = hole_count("from", flip->from);
	struct hole to = hole_count("to", flip->to);
	struct hole item = hole_text("item", c->rec->instrument->items[flip->item].id);

	if (flip->respondent < 0)
		return words(c->pool, W_FLIP_ANSWER, item, from, to);
	return words(c->pool, W_FLIP_ANSWER_OF, item, from, to,
		hole_text("who", respondent_tag(c, flip->respondent)));
}

static const char *flip_route(struct compose *c, const struct flip *flip)
{
	struct hole from = hole_count("from", flip->from);
	struct hole to = hole_count("to", flip->to);
	struct hole value = hole_text("value", vocabulary_route_value.word[flip->item]);

	if (flip->respondent < 0)
		return words(c->pool, W_FLIP_ROUTE, value, from, to);
	return words(c->pool, W_FLIP_ROUTE_OF, value, from, to,
		hole_text("who", respondent_tag(c, flip->respondent)));
}

static const char *flip_checklist(struct compose *c, const struct flip *flip)
{
	return words(c->pool, W_FLIP_CHECKLIST,
		hole_text("row", vocabulary_check_row.word[flip->item]),
		hole_text("from", words_check(flip->from)), hole_text("to", words_check(flip->to)));
}

static const char *flip_input(struct compose *c, const struct flip *flip)
{
	static const char *(*const tell[])(struct compose *, const struct flip *) = {
		[FLIP_ANSWER] = flip_answer,
		[FLIP_ROUTE] = flip_route,
		[FLIP_CHECKLIST] = flip_checklist,
	};

	/* what somebody was asked would tell the role */
	if (flip->respondent >= 0 && is_confidential(c, flip->respondent))
		return words(c->pool, W_FLIP_CONFIDENTIAL, hole_count("from", flip->from),
			hole_count("to", flip->to));
	return tell[flip->kind](c, flip);
}

/* NULL: not for the joint edition. */
static const char *flips_text(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (c->joint)
		return NULL;
	if (!primary->flip_count)
		return words_plain(W_FLIP_NONE);
	const struct flip *first = &primary->flip[0];
	struct hole input = hole_text("input", flip_input(c, first));
	struct hole n = hole_count("n", (int)primary->flip_count);
	if (first->primary < CAUSE_COUNT)
		return words(c->pool, W_FLIP_PRIMARY, input, n,
			hole_text("cause", words_cause(first->primary)));
	return words(
		c->pool, first->primary == PRIMARY_NONE ? W_FLIP_NO_CAUSE : W_FLIP_OPEN, input, n);
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

/* "Two of its four aspects are below 3.50."; of those that are shown, NULL if none is. */
static const char *failing_text(struct compose *c, int cause)
{
	static const enum sentence of_all[ASPECTS_PER_CAUSE + 1] = { W_WHY_NONE_FAILS,
		W_WHY_ONE_FAILS, W_WHY_TWO_FAIL, W_WHY_THREE_FAIL, W_WHY_ALL_FAIL };
	static const enum sentence of_shown[ASPECTS_PER_CAUSE + 1] = { W_WHY_NONE_FAILS,
		W_WHY_ONE_SHOWN, W_WHY_TWO_SHOWN, W_WHY_THREE_SHOWN, W_WHY_ALL_FAIL };
	struct hole line = hole_number("line", c->scores->lines.failing, 2);
	int failing = 0, hidden = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;

		failing += below(c->scores->scale[scale].score, c->scores->lines.failing);
		hidden += withheld_scale(c, scale);
	}
	if (hidden)
		return failing ? words(c->pool, of_shown[failing], line) : NULL;
	return words(c->pool, of_all[failing], line);
}

static int fewest(const struct compose *c)
{
	int least = 0;

	for (int p = 0; p < c->parties; p++)
		if (c->scores->with_data[p] && (!least || c->scores->with_data[p] < least))
			least = c->scores->with_data[p];
	return least;
}

static const char *lowest_text(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;
	bool few = c->joint && fewest(c) < EDITION_VALUE_MIN;
	int next = next_cause(c);
	struct hole cause = hole_text("cause", words_cause(primary->cause));
	struct hole score =
		hole_text("score", score_text(c, c->scores->cause[primary->cause].score));
	struct hole margin = hole_number("margin", primary->margin, 2);
	struct hole n =
		hole_text("n", few ? say(c, "<%d", EDITION_VALUE_MIN) : say(c, "%d", fewest(c)));

	if (next < 0)
		return words(c->pool, W_WHY_LOWEST, cause, score, margin, n);
	return words(c->pool, W_WHY_LOWEST_NEXT, cause, score, margin, n,
		hole_text("next", words_cause(next)),
		hole_text("next_score", score_text(c, c->scores->cause[next].score)));
}

static const char *why_primary(struct compose *c)
{
	const char *failing = failing_text(c, c->diagnosis->primary.cause);
	const char *flips = flips_text(c);
	struct texts said = { 0 };

	texts_add(c->pool, &said, lowest_text(c));
	if (failing)
		texts_add(c->pool, &said, failing);
	if (flips)
		texts_add(c->pool, &said, flips);
	return words_sentences(c->pool, &said);
}

static const char *why_tie(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;
	const char *flips = flips_text(c);
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_WHY_LEADING, hole_number("margin", primary->margin, 2),
			hole_text("cause", words_cause(primary->cause))));
	if (flips)
		texts_add(c->pool, &said, flips);
	return words_sentences(c->pool, &said);
}

static const char *why_text(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (c->scores->one_sided)
		return words_plain(W_WHY_ONE_SIDED);
	if (withheld_primary(c))
		return words_plain(W_WHY_CAUSE_WITHHELD);
	if (primary->cause == PRIMARY_INSUFFICIENT)
		return words_plain(W_WHY_INSUFFICIENT);
	if (primary->cause == PRIMARY_NONE)
		return words(
			c->pool, W_WHY_UNNAMED, hole_number("line", c->scores->lines.failing, 2));
	return primary->tie ? why_tie(c) : why_primary(c);
}

static const char *joined(struct compose *c, const struct texts *texts)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < texts->count; i++)
		texts_add(c->pool, &list, without_stop(c, texts->text[i]));
	texts_limit(c, &list, EVIDENCE_SHOWN);
	return list.count
		? words(c->pool, W_SAID_WHOLE, hole_text("text", words_clauses(c->pool, &list)))
		: words_plain(W_WHY_NO_EVIDENCE);
}

/* For, against and what would change it, of one aspect. */
static void compose_worked(struct compose *c, int scale)
{
	struct why found;
	struct why_words why;

	why_aspect(&found, c->pool, c->rec, c->diagnosis, scale);
	words_why(&why, c->pool, c->rec, c->diagnosis, &found);
	doc_line(c->doc, 2,
		words(c->pool, W_CAUSES_ASPECT, hole_text("aspect", scale_info[scale].label),
			hole_text("score", score_text(c, c->scores->scale[scale].score))),
		say(c, " (%s)", scale_n(c, scale)));
	doc_term(c->doc, 4, 13, TERM_COLUMN, "for", "%s", joined(c, &why.pro));
	doc_term(c->doc, 4, 13, TERM_COLUMN, "against", "%s", joined(c, &why.against));
	doc_term(c->doc, 4, 13, TERM_RUN, "would change it", "%s",
		why.would_change ? words(c->pool, W_SAID_WHOLE, hole_text("text", why.would_change))
				 : words_plain(W_WHY_NO_CHANGE));
}

static void compose_aspects(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE], count = lowest_aspects(c, cause, scale);
	int worked = c->joint ? 0 : WORKED_OUT; /* evidence names who said it */

	doc_space(c->doc);
	for (int i = 0; i < count && i < worked; i++)
		compose_worked(c, scale[i]);
	for (int i = worked; i < count; i++)
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_WHY_ASPECT,
				hole_text("aspect", scale_info[scale[i]].label),
				hole_text("score", score_text(c, c->scores->scale[scale[i]].score)),
				hole_text("values", by_party(c, scale[i])),
				hole_text("n", scale_n(c, scale[i]))));
}

/* The failing aspects that a cause rests on; NULL: none fails. */
static const char *carried_by(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE], count = lowest_aspects(c, cause, scale);
	struct texts list = { 0 };

	for (int i = 0; i < count && i < WORKED_OUT; i++)
		if (below(c->scores->scale[scale[i]].score, c->scores->lines.failing))
			add_scored(c, &list, scale[i]);
	return list.count ? words(c->pool, W_WHY_CARRIED, hole_list("aspects", &list),
				    hole_count("n", (int)list.count))
			  : NULL;
}

/* How a contributing cause lies to the primary one; without a primary it stands for itself. */
static const char *relation(struct compose *c, int cause)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (primary->cause >= CAUSE_COUNT)
		return words_plain(W_WHY_BY_ITSELF);
	struct hole main_cause = hole_text("cause", words_cause(primary->cause));
	if (primary->consequence[cause])
		return words(c->pool, W_WHY_DOWNSTREAM, main_cause);
	if (cause < primary->cause)
		return words(c->pool, W_WHY_UPSTREAM, main_cause);
	return words_plain(W_WHY_BY_ITSELF);
}

static const char *contributes(struct compose *c, int cause)
{
	const struct cause_score *score = &c->scores->cause[cause];
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_WHY_CONTRIBUTING, hole_text("cause", words_cause(cause)),
			hole_text("score", score_text(c, score->score)),
			hole_text("n", cause_n(c, cause)),
			hole_text("band", band_word(score->band))));
	texts_add(c->pool, &said, relation(c, cause));
	if (carried_by(c, cause))
		texts_add(c->pool, &said, carried_by(c, cause));
	return words_sentences(c->pool, &said);
}

static void compose_contributing(struct compose *c)
{
	for (int i = 0; i < CAUSE_COUNT; i++)
		if (c->diagnosis->primary.contributing[i] && !c->scores->one_sided)
			doc_text(c->doc, 0, "%s", contributes(c, i));
}

static int killer_n_scale(int killer)
{
	static const enum scale about[KILLER_COUNT] = { ASPECT_OBJECTIVES, ASPECT_COMMUNICATION,
		ASPECT_GOVERNANCE, ASPECT_RELEVANCE };

	return about[killer];
}

/* Its score, whether it is present, and on how many that rests. */
static void killer_cells(struct compose *c, struct row *row, int killer)
{
	double score = c->scores->killer[killer];

	if (c->view && c->view->killer[killer]) {
		doc_span(c->doc, row, 2, "withheld");
		return;
	}
	doc_cell(c->doc, row, "%s", isnan(score) ? "none" : rated(c, score));
	doc_cell(c->doc, row, "%s",
		isnan(score)                                ? "not known"
			: c->scores->killer_present[killer] ? "present"
							    : "not present");
	doc_cell(c->doc, row, "%s", scale_n(c, killer_n_scale(killer)));
}

static struct table *killer_table(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 16 },
		{ .gap = 2, .width = 20 },
		{ .gap = 2, .width = 4 },
		{ .gap = 2, .width = 12 },
		{ .gap = 2, .width = 18 },
	};
	static const char *const heads[] = { "", "about", "score", "state", "rests on" };
	struct table *table = doc_table(c->doc, 0, columns, 5);
	struct row *row = doc_head_row(c->doc, table);

	for (int i = 0; i < 5; i++)
		doc_cell(c->doc, row, "%s", heads[i]);
	table->subject = 1;
	table->heads_above = true;
	return table;
}

void compose_killers(struct compose *c)
{
	static const char *const names[KILLER_COUNT] = { "objectives", "communication, trust",
		"governance", "shifting priorities" };
	struct table *table = killer_table(c);

	for (int k = 0; k < KILLER_COUNT; k++) {
		struct row *row = doc_row(c->doc, table);

		doc_cell(c->doc, row, "%s", k ? "" : "Silent killers");
		doc_cell(c->doc, row, "%s", names[k]);
		killer_cells(c, row, k);
	}
}

static void compose_reason(struct compose *c)
{
	const char *worth = worth_text(c);
	struct texts said = { 0 };

	texts_add(c->pool, &said, why_text(c));
	if (worth)
		texts_add(c->pool, &said, worth);
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
}

void compose_why(struct compose *c)
{
	doc_space(c->doc);
	compose_reason(c);
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
		words_plain(c->parties == 2 ? W_WHY_TITLE : W_WHY_TITLE_OF_MORE));
	compose_heat(c);
	if (!is_pulse(c))
		compose_why(c);
}
