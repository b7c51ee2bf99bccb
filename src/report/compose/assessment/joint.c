/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of the joint edition: for both companies to read at one table. What was left out stands
 * before the verdict, what both say before what they see differently.
 */
#include "gather.h"

#define DIFFERENCES_SHOWN 5
#define PAINS_SHOWN 4

static void compose_reading(struct compose *c)
{
	struct texts who = { 0 }, said = { 0 };

	for (int p = 0; p < c->parties; p++) {
		int n = c->scores->with_data[p];
		bool few = n < EDITION_VALUE_MIN;

		texts_add(c->pool, &who,
			words(c->pool,
				few         ? W_READING_FEW
					: p ? W_READING_PEOPLE_TOO
					    : W_READING_PEOPLE,
				hole_count("n", few ? EDITION_VALUE_MIN : n),
				hole_text("party", party_label(c, p))));
	}
	add_reading(c, &said, &who);
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
}

void compose_left_out(struct compose *c)
{
	doc_head(c->doc, NULL, "Left out of this edition, and why", NULL)->left_out = true;
	for (int kind = 0; kind < LEFT_OUT_KINDS; kind++)
		if (c->view->left_out[kind])
			doc_bullet(c->doc, 2, "%s",
				words_left_out(c->pool, c->rec, c->view, (enum left_out)kind));
}

/* "2.33 and 2.43", in party order. */
static const char *values_text(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &list, dash(c, "%.2f", score->value[p]));
	return words_list(c->pool, &list);
}

const char *agreement_text(struct compose *c)
{
	int complete = 0;

	for (size_t i = 0; i < c->rec->objective_count; i++) {
		const struct objective *objective = &c->rec->objectives[i];

		complete += !str_blank(objective->measure) && !str_blank(objective->target) &&
			objective->due != DATE_NONE;
	}
	if (!c->rec->objective_count)
		return NULL;
	return words(c->pool, W_JOINT_AGREEMENT, hole_count("n", complete),
		hole_count("all", (int)c->rec->objective_count));
}

/* Scales that every side rates low, the lowest first; their number. */
static int shared_pains(const struct compose *c, int out[ASPECT_COUNT])
{
	const struct scale_score *scores = c->scores->scale;
	int count = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		int at = count;

		if (!scores[scale].shared_pain)
			continue;
		for (; at && below(scores[scale].score, scores[out[at - 1]].score); at--)
			out[at] = out[at - 1];
		out[at] = scale;
		count++;
	}
	return count;
}

static int pains_shown(const struct compose *c)
{
	return tightened(c, PAINS_SHOWN, 1);
}

static struct texts pains_text(struct compose *c, const int *scale, int count)
{
	struct texts list = { 0 };

	for (int i = 0; i < count && i < pains_shown(c); i++)
		texts_add(c->pool, &list,
			words(c->pool, W_JOINT_LOW_ASPECT,
				hole_text("aspect", words_scale(scale[i])),
				hole_text("values", values_text(c, scale[i])),
				hole_text("n", scale_n(c, scale[i]))));
	if (count > pains_shown(c))
		texts_add(c->pool, &list,
			words(c->pool, W_JOINT_LOW_MORE, hole_count("n", count - pains_shown(c)),
				hole_count("section", c->number[REPORT_SIDES])));
	return list;
}

static const char *low_text(struct compose *c, const int *scale, int count)
{
	struct texts labels = { 0 };
	const struct texts pains = pains_text(c, scale, count);
	struct hole line = hole_number("line", c->scores->lines.failing, 2);

	if (!count)
		return words(c->pool, W_JOINT_LOW_NONE, line, hole_text("companies", everybody(c)));
	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &labels, party_label(c, p));
	return words(c->pool, c->parties > 2 ? W_JOINT_LOW_ALL : W_JOINT_LOW_BOTH, line,
		hole_text("parties", words_names(c->pool, &labels)), hole_list("aspects", &pains));
}

/* Where nothing is shown it says nothing that no pain is shared. */
static bool any_shown(const struct compose *c)
{
	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		if (!isnan(c->scores->scale[scale].perception))
			return true;
	return false;
}

static void compose_shared_view(struct compose *c)
{
	int scale[ASPECT_COUNT], count = shared_pains(c, scale);
	struct texts said = { 0 };

	if (!any_shown(c) && !agreement_text(c))
		return;
	doc_head(c->doc, NULL, words(c->pool, W_JOINT_VIEW, hole_text("companies", everybody(c))),
		NULL);
	if (any_shown(c))
		texts_add(c->pool, &said, low_text(c, scale, count));
	if (agreement_text(c))
		texts_add(c->pool, &said, agreement_text(c));
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static void compose_pairs(struct compose *c, const int *scale, int count)
{
	static const struct column columns[] = {
		{ .width = 43 },
		{ .gap = 2, .width = 7 },
		{ .gap = 2, .width = 7 },
		{ .gap = 1, .width = 4, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 7 },
	};
	struct table *table = doc_table(c->doc, 2, columns, 5);
	struct row *row = doc_head_row(c->doc, table);

	doc_skip(row, 1);
	doc_cell(c->doc, row, "%s", party_label(c, 0));
	doc_cell(c->doc, row, "%s", party_label(c, 1));
	doc_cell(c->doc, row, "gap");
	doc_cell(c->doc, row, "n");
	for (int i = 0; i < count; i++) {
		const struct scale_score *score = &c->scores->scale[scale[i]];

		row = doc_row(c->doc, table);
		doc_cell(c->doc, row, "%s", scale_info[scale[i]].label);
		doc_cell(c->doc, row, "%.2f", score->value[0]);
		doc_cell(c->doc, row, "%.2f", score->value[1]);
		doc_cell(c->doc, row, "%.2f", score->gap.value);
		doc_cell(c->doc, row, "%s", counts(c, score->n));
	}
}

static void compose_ends(struct compose *c, const int *scale, int count)
{
	for (int i = 0; i < count; i++) {
		const struct scale_score *score = &c->scores->scale[scale[i]];
		const struct gap *gap = &score->gap;

		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_JOINT_ENDS,
				hole_text("aspect", scale_info[scale[i]].label),
				hole_text("higher", party_label(c, gap->higher)),
				hole_number("high", score->value[gap->higher], 2),
				hole_text("lower", party_label(c, gap->lower)),
				hole_number("low", score->value[gap->lower], 2),
				hole_number("gap", gap->value, 2),
				hole_text("n", scale_n(c, scale[i]))));
	}
}

static bool all_confirmed(const struct compose *c, const int *scale, int count)
{
	for (int i = 0; i < count; i++)
		if (!c->scores->scale[scale[i]].gap.confirmed)
			return false;
	return true;
}

/* Those above, and those for which there was no room. */
static const char *confirmed_text(struct compose *c, int count, int more)
{
	struct hole n = hole_count("n", count), line = hole_number("line", GAP_DISCUSS, 2);

	return more ? words(c->pool, W_JOINT_CONFIRMED_MORE, line, hole_count("more", more),
			      hole_count("section", c->number[REPORT_SIDES]))
		    : words(c->pool, W_JOINT_CONFIRMED, n, line);
}

static void compose_differences(struct compose *c)
{
	int scale[ASPECT_COUNT], count = widest_gaps(c, scale, GAP_DISCUSS);
	int most = tightened(c, DIFFERENCES_SHOWN, 1), shown = count < most ? count : most;

	if (c->scores->one_sided)
		return;
	doc_head(c->doc, NULL, "What they see differently", NULL);
	if (shown && c->parties == 2)
		compose_pairs(c, scale, shown);
	else if (shown)
		compose_ends(c, scale, shown);
	if (count && all_confirmed(c, scale, count))
		doc_text(c->doc, 2, "%s", confirmed_text(c, count, count - shown));
	else
		compose_gap_tests(c, scale, count);
	if (split_pattern(c))
		doc_text(c->doc, 2, "%s", split_pattern(c));
}

static void compose_situation(struct compose *c)
{
	enum situation situation = c->diagnosis->situation;

	if (situation != SITUATION_UNKNOWN)
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_SITUATION_IS,
				hole_text("situation", words_situation((int)situation))));
}

void compose_joint(struct compose *c)
{
	if (c->tight < TIGHT_READING)
		compose_reading(c);
	doc_space(c->doc);
	compose_left_out(c);
	doc_space(c->doc);
	if (is_pulse(c))
		compose_verdict(c);
	else
		compose_decision(c);
	if (c->tight < TIGHT_CAUSES) {
		compose_causes(c);
		if (is_pulse(c))
			compose_cause_notes(c);
		else
			compose_situation(c);
	}
	doc_space(c->doc);
	if (c->tight < TIGHT_SHARED && c->parties > 1)
		compose_shared_view(c);
	if (c->tight < TIGHT_DIFFERENCES)
		compose_differences(c);
	if (is_pulse(c))
		return;
	compose_first_actions(c);
	compose_unknown(c);
}
