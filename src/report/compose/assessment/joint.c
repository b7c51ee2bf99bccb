/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of the joint edition: for both companies to read at one table. What was left out stands
 * before the verdict, what both say before what they see differently.
 */
#include "../compose.h"

#define DIFFERENCES_SHOWN 5
#define PAINS_SHOWN 4

static void compose_reading(struct compose *c)
{
	struct list who = { 0 };

	for (int p = 0; p < c->parties; p++) {
		int n = c->scores->with_data[p];

		list_add(c, &who,
			n < EDITION_VALUE_MIN ? say(c, "fewer than %d of %s", EDITION_VALUE_MIN,
							party_label(c, p))
					      : say(c, "%d%s of %s", n, p ? "" : " respondents",
							party_label(c, p)));
	}
	doc_text(c->doc, 0, "Scores run from 1 to 5, higher is healthier. \"%s\" means %s.%s",
		n_text(c, c->scores->with_data), list_and(c, &who),
		record_example(c->in->record) ? " Names are invented: this is the worked example."
					      : "");
}

void compose_left_out(struct compose *c)
{
	doc_head(c->doc, NULL, "Left out of this edition, and why", NULL)->left_out = true;
	for (int kind = 0; kind < LEFT_OUT_KINDS; kind++)
		if (c->view->left_out[kind])
			doc_bullet(c->doc, 2, "%s",
				words_left_out(c->pool, c->view, (enum left_out)kind));
}

/* "2.33 and 2.43", in party order. */
static const char *values_text(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &list, dash(c, "%.2f", score->value[p]));
	return list_and(c, &list);
}

static const char *agreement_text(struct compose *c)
{
	int complete = 0;

	for (size_t i = 0; i < c->rec->objective_count; i++) {
		const struct objective *objective = &c->rec->objectives[i];

		complete += !str_blank(objective->measure) && !str_blank(objective->target) &&
			objective->due != DATE_NONE;
	}
	if (!c->rec->objective_count)
		return "";
	return say(c,
		" In the agreement %d" NB "of" NB "%zu objectives %s measure, target and"
		" date.",
		complete, c->rec->objective_count,
		plural((int)c->rec->objective_count, "has", "have"));
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

static const char *pains_text(struct compose *c, const int *scale, int count)
{
	struct list list = { 0 };

	for (int i = 0; i < count && i < PAINS_SHOWN; i++)
		list_add(c, &list,
			say(c, "%s (%s, %s)", aspect_label(c, scale[i]), values_text(c, scale[i]),
				scale_n(c, scale[i])));
	if (count > PAINS_SHOWN)
		list_add(c, &list,
			say(c, "%d" NB "more (section" NB "%d)", count - PAINS_SHOWN,
				c->number[REPORT_SIDES]));
	return list_and(c, &list);
}

static void compose_shared_view(struct compose *c)
{
	int scale[ASPECT_COUNT], count = shared_pains(c, scale);
	struct list labels = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &labels, party_label(c, p));
	doc_head(c->doc, NULL, say(c, "What %s say", everybody(c)), NULL);
	if (count)
		doc_text(c->doc, 2, "%s rate below %.2f, in the order %s: %s.%s",
			c->parties > 2 ? "All" : "Both", SCORE_FAILING, list_join(c, &labels, ", "),
			pains_text(c, scale, count), agreement_text(c));
	else
		doc_text(c->doc, 2, "No aspect that is shown is rated below %.2f by %s alike.%s",
			SCORE_FAILING, everybody(c), agreement_text(c));
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

		doc_bullet(c->doc, 2, "%s: %s %.2f, %s %.2f, gap %.2f (%s).",
			scale_info[scale[i]].label, party_label(c, score->gap.higher),
			score->value[score->gap.higher], party_label(c, score->gap.lower),
			score->value[score->gap.lower], score->gap.value, scale_n(c, scale[i]));
	}
}

static bool all_confirmed(const struct compose *c, const int *scale, int count)
{
	for (int i = 0; i < count; i++)
		if (!c->scores->scale[scale[i]].gap.confirmed)
			return false;
	return true;
}

static void compose_differences(struct compose *c)
{
	int scale[ASPECT_COUNT], count = widest_gaps(c, scale, GAP_DISCUSS);
	int shown = count < DIFFERENCES_SHOWN ? count : DIFFERENCES_SHOWN;

	if (c->scores->one_sided)
		return;
	doc_head(c->doc, NULL, "What they see differently", NULL);
	if (shown && c->parties == 2)
		compose_pairs(c, scale, shown);
	else if (shown)
		compose_ends(c, scale, shown);
	if (count && all_confirmed(c, scale, count))
		doc_text(c->doc, 2,
			"%s confirmed by test; no other gap that is shown reaches %.2f.",
			count > 1 ? "All are" : "It is", GAP_DISCUSS);
	else
		compose_gap_tests(c, scale, count);
	if (split_pattern(c)[0])
		doc_text(c->doc, 2, "%s", split_pattern(c) + 1);
}

static const char *situation_words(struct compose *c)
{
	enum situation situation = c->diagnosis->situation;

	return situation == SITUATION_UNKNOWN
		? ""
		: say(c, " Situation \"%s\".", words_situation((int)situation));
}

void compose_joint(struct compose *c)
{
	compose_reading(c);
	doc_space(c->doc);
	compose_left_out(c);
	doc_space(c->doc);
	compose_verdict(c);
	doc_space(c->doc);
	compose_causes(c);
	doc_text(c->doc, 2, "%s %s%s", health_text(c), performance_text(c), situation_words(c));
	doc_space(c->doc);
	compose_shared_view(c);
	compose_differences(c);
	compose_first_actions(c);
	compose_unknown(c);
	doc_space(c->doc);
	compose_confidence(c);
}

/* Stance, knock-outs and blame in words that accuse nobody; NULL for any other finding. */
static const char *neutral_reason(struct compose *c, const struct finding_ref *ref)
{
	static const struct {
		enum finding_kind kind;
		int subject;
		const char *words;
		bool party; /* said of one */
	} neutral[] = {
		{ FINDING_KNOCKOUT, KNOCKOUT_RELUCTANT, "has not yet confirmed", true },
		{ FINDING_KNOCKOUT, KNOCKOUT_UNRESPONSIVE, "has not yet confirmed", true },
		{ FINDING_KNOCKOUT, KNOCKOUT_NO_SPONSOR, "has yet to name a sponsor", true },
		{ FINDING_KNOCKOUT, KNOCKOUT_RATIONALE_GONE, "has yet to see its reason to partner",
			true },
		{ FINDING_KNOCKOUT, KNOCKOUT_BREACH, "the contract is to be settled", false },
		{ FINDING_KNOCKOUT, KNOCKOUT_LITIGATION, "the contract is to be settled", false },
		{ FINDING_BLAME, BLAME_PARTIES_DIFFER, "the companies weigh the causes differently",
			false },
		{ FINDING_BLAME, BLAME_ALL_PARTNER, "the companies weigh the causes differently",
			false },
		{ FINDING_PITFALL, PITFALL_BLAME_GAME, "the companies weigh the causes differently",
			false },
		{ FINDING_SPECIAL, SPECIAL_UNWILLING_PARTNER, "a company has not yet confirmed",
			false },
		{ FINDING_EXIT, TRACK_EXIT, "an orderly end is planned", false },
	};

	for (size_t i = 0; i < sizeof(neutral) / sizeof(*neutral); i++)
		if (neutral[i].kind == ref->kind && neutral[i].subject == ref->subject &&
			neutral[i].party == (ref->party >= 0))
			return neutral[i].party
				? say(c, "%s %s", party_label(c, ref->party), neutral[i].words)
				: neutral[i].words;
	return NULL;
}

/* What cannot be read, the label of a company that has another name by now, is not said to the
 * other side: it might accuse. */
const char *reason_text(struct compose *c, const char *id, const char *value)
{
	const char *neutral;
	struct finding_ref ref;

	if (!c->joint)
		return say(c, "%s%s", id, value);
	if (!finding_parse(c->rec, id, &ref) ||
		edition_hides(c->view, c->rec, c->in->diagnosis, &ref))
		return NULL;
	neutral = neutral_reason(c, &ref);
	return neutral ? neutral : say(c, "%s%s", id, value);
}
