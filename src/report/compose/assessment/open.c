/* SPDX-License-Identifier: MIT */
/*
 * What is not known, and what is still open.
 */
#include "gather.h"

#define UNKNOWNS_SHOWN 5 /* on page 1 */
#define UNKNOWNS_SHOWN_JOINT 3
#define UNKNOWNS_FEWEST 1
#define OPEN_SHOWN 8 /* of one kind; the appendix has them all */

/* By name or role: whether somebody else was in confidence is not told. */
static bool role_named(const struct compose *c, int party, int role)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (c->rec->respondents[r].party == party && c->rec->respondents[r].role == role &&
			record_has_data(c->rec, (int)r) && !is_confidential(c, (int)r))
			return true;
	return false;
}

/* Where the sponsor was not heard: what its score rests on. NULL: on nothing. */
static const char *sponsorship_view(struct compose *c, int party)
{
	const struct scale_score *score = &c->scores->scale[ASPECT_SPONSORSHIP];

	if (isnan(score->value[party]))
		return NULL;
	return words(c->pool, W_UNKNOWN_SPONSOR_VIEW,
		hole_number("score", score->value[party], places(c)),
		hole_count("n", score->n[party]));
}

static const char *unheard_sponsor(struct compose *c, int party)
{
	struct hole who = hole_text("party", party_label(c, party));
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, c->confidential ? W_UNKNOWN_SPONSOR_OPENLY : W_UNKNOWN_SPONSOR,
			who));
	if (!c->confidential && sponsorship_view(c, party))
		texts_add(c->pool, &said, sponsorship_view(c, party));
	return words_sentences(c->pool, &said);
}

static bool any_answered(const struct compose *c, int party)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (c->rec->respondents[r].party == party && record_answers(c->rec, (int)r) > 0)
			return true;
	return false;
}

static void unheard_parties(struct compose *c, struct texts *list)
{
	for (int p = 0; p < c->parties; p++) {
		if (!c->scores->with_data[p])
			texts_add(c->pool, list,
				words(c->pool,
					any_answered(c, p) ? W_UNKNOWN_PARTY_UNRATED
							   : W_UNKNOWN_PARTY,
					hole_text("party", party_label(c, p))));
		else if (!role_named(c, p, ROLE_SPONSOR))
			texts_add(c->pool, list, unheard_sponsor(c, p));
	}
}

/* Which aspects a role is not asked of tells the role of whoever answered in confidence. */
static const char *unscored_text(struct compose *c, int cause, const struct texts *aspects)
{
	struct hole in = hole_text("cause", words_cause(cause));

	if (c->confidential)
		return words(
			c->pool, W_UNKNOWN_SCORE_SOME, in, hole_count("n", (int)aspects->count));
	return words(c->pool, W_UNKNOWN_SCORE, in, hole_list("aspects", aspects));
}

/* While a side has not been heard at all, every score is missing for that one reason. */
static void unscored(struct compose *c, struct texts *list)
{
	if (c->scores->one_sided)
		return;
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		struct texts aspects = { 0 };

		for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
			int scale = cause * ASPECTS_PER_CAUSE + i;

			if (isnan(c->scores->scale[scale].score) && !withheld_scale(c, scale))
				texts_add(c->pool, &aspects, words_scale(scale));
		}
		if (aspects.count)
			texts_add(c->pool, list, unscored_text(c, cause, &aspects));
	}
}

static bool may_count(const struct compose *c, int n)
{
	return !c->joint || n >= EDITION_VALUE_MIN;
}

static struct texts who_cannot_see(struct compose *c, const struct scale_score *score)
{
	struct texts who = { 0 };

	for (int p = 0; p < c->parties; p++)
		if (score->visibility_gap[p] && may_count(c, score->dont_know_count[p]))
			texts_add(c->pool, &who,
				words(c->pool, W_UNKNOWN_ANSWERS,
					hole_count("n", score->dont_know_count[p]),
					hole_count("of", score->asked_count[p]),
					hole_text("party", party_label(c, p))));
	return who;
}

static void invisible(struct compose *c, struct texts *list)
{
	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		const struct scale_score *score = &c->scores->scale[scale];
		const struct texts who = who_cannot_see(c, score);

		if (who.count)
			texts_add(c->pool, list,
				words(c->pool, W_UNKNOWN_UNSEEN,
					hole_text("asks", scale_info[scale].asks),
					hole_list("answers", &who),
					hole_text("score", score_text(c, score->score)),
					hole_text("n", scale_n(c, scale))));
	}
}

/* One decimal tells no more of it than that it is close. */
static const char *near_text(struct compose *c, int cause, double score)
{
	bool fails = below(score, c->scores->lines.failing);
	struct hole plain = hole_text("cause", cause_info[cause].plain);
	struct hole at = hole_text("score", score_text(c, score));
	struct hole n = hole_text("n", cause_n(c, cause));

	if (c->joint)
		return words(
			c->pool, fails ? W_UNKNOWN_FAILS_NEAR : W_UNKNOWN_HOLDS_NEAR, plain, at, n);
	return words(c->pool, fails ? W_UNKNOWN_FAILS : W_UNKNOWN_HOLDS, plain, at, n,
		hole_number("by", fabs(score - c->scores->lines.failing), 2));
}

static void near_line(struct compose *c, struct texts *list)
{
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		double score = c->scores->cause[cause].score;

		if (near_the_line(c, score))
			texts_add(c->pool, list, near_text(c, cause, score));
	}
}

static void unrecorded(struct compose *c, struct texts *list)
{
	if (c->rec->assessment.kind == ROUND_PULSE)
		return;
	if (isnan(c->scores->performance.score))
		texts_add(c->pool, list, words_plain(W_UNKNOWN_RESULTS));
	if (c->scores->route.result < 0 && !(c->view && c->view->route) && !facts_only(c))
		texts_add(c->pool, list, words_plain(W_UNKNOWN_ROUTE));
}

/* What is not known, the weightiest first. */
static struct texts unknowns(struct compose *c)
{
	struct texts list = { 0 };

	if (!facts_only(c)) /* of so few, which role was not heard tells which was */
		unheard_parties(c, &list);
	unscored(c, &list);
	invisible(c, &list);
	near_line(c, &list);
	unrecorded(c, &list);
	texts_add(c->pool, &list,
		words_plain(c->parties == 2 ? W_UNKNOWN_CUSTOMERS : W_UNKNOWN_CUSTOMERS_OF_MORE));
	return list;
}

void compose_unknown(struct compose *c)
{
	const struct texts list = unknowns(c);
	size_t most = (size_t)tightened(
		c, c->joint ? UNKNOWNS_SHOWN_JOINT : UNKNOWNS_SHOWN, UNKNOWNS_FEWEST);

	doc_head(c->doc, NULL, "What we do not know", NULL);
	for (size_t i = 0; i < list.count && i < most; i++)
		doc_bullet(c->doc, 2, "%s", list.text[i]);
	if (list.count > most)
		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_UNKNOWN_MORE, hole_count("n", (int)(list.count - most)),
				hole_count("section", c->number[REPORT_OPEN])));
}

static struct texts not_named(struct compose *c, int party)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < c->rec->person_count; i++) {
		const struct person *who = &c->rec->people[i];
		struct hole role = hole_text("role", words_role((int)who->role));

		if (who->party != party || heard_openly(c, (int)i) ||
			!record_interviewee(c->rec, (int)i))
			continue;
		texts_add(c->pool, &list,
			str_blank(who->name) ? role.text
					     : words(c->pool, W_OPEN_PERSON,
						       hole_text("name", who->name), role));
	}
	texts_limit(c, &list, OPEN_SHOWN);
	return list;
}

static void open_interviews(struct compose *c)
{
	for (int p = 0; p < c->parties; p++) {
		const struct texts people = not_named(c, p);

		if (people.count)
			doc_bullet(c->doc, 0, "%s",
				words(c->pool, W_OPEN_INTERVIEWS,
					hole_text("party", party_label(c, p)),
					hole_text("people", words_names(c->pool, &people))));
	}
}

static void open_rows(struct compose *c)
{
	struct texts list = { 0 };

	for (int row = 0; row < CHECK_ROWS; row++)
		if (record_check(c->rec, (enum check_row)row) == CHECK_UNKNOWN)
			texts_add(c->pool, &list, words_check_row(row));
	if (list.count == CHECK_ROWS)
		doc_bullet(c->doc, 0, "%s", words_plain(W_OPEN_CHECKLISTS));
	else if (list.count)
		doc_bullet(c->doc, 0, "%s",
			words(c->pool, W_OPEN_ROWS, hole_count("n", (int)list.count),
				hole_text("rows", words_names(c->pool, &list))));
}

/* Which question it was would tell the role of somebody who answered in confidence. */
static const char *flagged_text(struct compose *c, const struct answer *answer)
{
	const struct item *item = &c->rec->instrument->items[answer->item];

	if (is_confidential(c, answer->respondent))
		return words_plain(W_OPEN_FLAG_CONFIDENTIAL);
	return words(c->pool, W_OPEN_FLAG, hole_text("who", respondent_tag(c, answer->respondent)),
		hole_text("topic", item->shorthand ? item->shorthand : item->topic));
}

static void open_flags(struct compose *c)
{
	struct texts list = { 0 };
	int n;

	for (size_t i = 0; i < c->rec->answer_count; i++) {
		const struct answer *answer = &c->rec->answers[i];

		if (answer->flag == TRI_YES &&
			record_answer(c->rec, answer->respondent, answer->item) == answer)
			texts_add(c->pool, &list, flagged_text(c, answer));
	}
	n = (int)list.count;
	texts_limit(c, &list, OPEN_SHOWN);
	if (n)
		doc_bullet(c->doc, 0, "%s",
			words(c->pool, W_OPEN_FLAGS, hole_count("n", n),
				hole_text("answers", words_clauses(c->pool, &list))));
}

static void open_notes(struct compose *c)
{
	int n = 0;

	for (size_t i = 0; i < c->rec->note_count; i++)
		n += str_blank(c->rec->notes[i].filed);
	if (n)
		doc_bullet(c->doc, 0, "%s", words(c->pool, W_OPEN_NOTES, hole_count("n", n)));
}

static void open_findings(struct compose *c)
{
	int n[5] = { 0 };

	if (!c->diagnosis->finding_count) {
		doc_bullet(c->doc, 0, "%s", words_plain(W_OPEN_NO_FINDINGS));
		return;
	}
	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		n[c->diagnosis->findings[i].severity]++;
	doc_bullet(c->doc, 0, "%s",
		words(c->pool, W_OPEN_FINDINGS, hole_count("n", (int)c->diagnosis->finding_count),
			hole_count("four", n[4]), hole_count("three", n[3]),
			hole_count("two", n[2]), hole_count("one", n[1])));
}

void compose_open(struct compose *c)
{
	const struct texts list = unknowns(c);

	compose_chapter(c, REPORT_OPEN, NULL, "Open points");
	for (size_t i = 0; i < list.count; i++)
		doc_bullet(c->doc, 0, "%s", list.text[i]);
	if (c->joint) { /* the others are about single people */
		open_rows(c);
		return;
	}
	open_interviews(c);
	open_rows(c);
	open_flags(c);
	open_notes(c);
	open_findings(c);
}
