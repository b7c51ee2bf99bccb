/* SPDX-License-Identifier: MIT */
/*
 * What is not known, and what is still open.
 */
#include <string.h>
#include "../compose.h"

#define UNKNOWNS_SHOWN 5 /* on page 1 */
#define UNKNOWNS_SHOWN_JOINT 3
#define OPEN_SHOWN 8 /* of one kind; the appendix has them all */

static bool role_heard(const struct compose *c, int party, int role)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (c->rec->respondents[r].party == party && c->rec->respondents[r].role == role &&
			record_has_data(c->rec, (int)r) &&
			(c->joint || !is_confidential(c, (int)r)))
			return true;
	return false;
}

static const char *sponsorship_view(struct compose *c, int party)
{
	const struct scale_score *score = &c->scores->scale[ASPECT_SPONSORSHIP];

	if (isnan(score->value[party]))
		return "";
	return say(c, " Its sponsorship score (%.2f, n" NB "%d) is the view of those below.",
		score->value[party], score->n[party]);
}

static void unheard_parties(struct compose *c, struct list *list)
{
	for (int p = 0; p < c->parties; p++) {
		if (!c->scores->with_data[p])
			list_add(c, list,
				say(c, "How %s sees the alliance: nobody of it was heard.",
					party_label(c, p)));
		else if (!role_heard(c, p, ROLE_SPONSOR))
			list_add(c, list,
				say(c, "How the sponsor of %s sees the alliance: not heard%s.%s",
					party_label(c, p),
					c->confidential && !c->joint ? " by name or role" : "",
					c->confidential ? "" : sponsorship_view(c, p)));
	}
}

/* While a side has not been heard at all, every score is missing for that one reason. */
static void unscored(struct compose *c, struct list *list)
{
	if (c->scores->one_sided)
		return;
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		struct list aspects = { 0 };

		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			if (isnan(c->scores->scale[cause * ASPECTS_PER_CAUSE + i].score) &&
				!withheld_scale(c, cause * ASPECTS_PER_CAUSE + i))
				list_add(c, &aspects,
					aspect_label(c, cause * ASPECTS_PER_CAUSE + i));
		if (aspects.count)
			list_add(c, list,
				say(c, "What the score of %s would be for %s: too few answers.",
					cause_info[cause].id, list_and(c, &aspects)));
	}
}

static void invisible(struct compose *c, struct list *list)
{
	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		const struct scale_score *score = &c->scores->scale[scale];
		struct list who = { 0 };

		for (int p = 0; p < c->parties; p++)
			if (score->visibility_gap[p])
				list_add(c, &who,
					say(c, "%d" NB "of" NB "%d" NB "answers of %s",
						score->dont_know_count[p], score->asked_count[p],
						party_label(c, p)));
		if (who.count)
			list_add(c, list,
				say(c,
					"Whether %s: %s were \"don't know\"; the score of %s rests"
					" on %s.",
					scale_info[scale].asks, list_and(c, &who),
					score_text(c, score->score), scale_n(c, scale)));
	}
}

static void near_line(struct compose *c, struct list *list)
{
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		double score = c->scores->cause[cause].score;

		if (near_the_line(score))
			list_add(c, list,
				say(c, "Whether %s %s: %s (%s), %.2f %s the line.",
					cause_info[cause].plain,
					below(score, SCORE_FAILING) ? "fails" : "holds",
					score_text(c, score), cause_n(c, cause),
					fabs(score - SCORE_FAILING),
					below(score, SCORE_FAILING) ? "below" : "above"));
	}
}

static void unrecorded(struct compose *c, struct list *list)
{
	if (c->rec->assessment.kind == ROUND_PULSE)
		return;
	if (isnan(c->scores->performance.score))
		list_add(c, list,
			"What the alliance has delivered: no objective with a result and no"
			" readable KPI is recorded.");
	if (c->scores->route.result < 0 && !(c->view && c->view->route))
		list_add(
			c, list, "Whether another route would do: the route test is not complete.");
}

void unknowns(struct compose *c, struct list *list)
{
	unheard_parties(c, list);
	unscored(c, list);
	invisible(c, list);
	near_line(c, list);
	unrecorded(c, list);
	list_add(c, list,
		say(c, "What customers think: nobody outside the %scompanies was asked.",
			c->parties == 2 ? "two " : ""));
}

void compose_unknown(struct compose *c)
{
	struct list list = { 0 };
	size_t most = c->joint ? UNKNOWNS_SHOWN_JOINT : UNKNOWNS_SHOWN;

	unknowns(c, &list);
	doc_head(c->doc, NULL, "What we do not know", NULL);
	for (size_t i = 0; i < list.count && i < most; i++)
		doc_bullet(c->doc, 2, "%s", list.text[i]);
	if (list.count > most)
		doc_bullet(c->doc, 2, "%zu" NB "more in section" NB "%d.", list.count - most,
			c->number[REPORT_OPEN]);
}

static bool answered_in_confidence(const struct compose *c, int person)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (c->rec->respondents[r].person == person && is_confidential(c, (int)r) &&
			record_has_data(c->rec, (int)r))
			return true;
	return false;
}

static void open_interviews(struct compose *c)
{
	for (int p = 0; p < c->parties; p++) {
		struct list list = { 0 };

		for (size_t i = 0; i < c->rec->person_count; i++) {
			const struct person *who = &c->rec->people[i];

			if (who->party == p && !heard_openly(c, (int)i) &&
				(c->pooled || !answered_in_confidence(c, (int)i)))
				list_add(c, &list,
					str_blank(who->name)
						? vocabulary_role.word[who->role]
						: say(c, "%s (%s)", who->name,
							  vocabulary_role.word[who->role]));
		}
		list_limit(c, &list, OPEN_SHOWN);
		if (list.count)
			doc_bullet(c->doc, 0, "%s: interviews planned, not held%s: %s.",
				party_label(c, p), c->pooled ? " or held in confidence" : "",
				list_join(c, &list, ", "));
	}
}

static void open_rows(struct compose *c)
{
	struct list list = { 0 };

	for (int row = 0; row < CHECK_ROWS; row++)
		if (record_check(c->rec, (enum check_row)row) == CHECK_UNKNOWN)
			list_add(c, &list, vocabulary_check_row.word[row]);
	if (list.count == CHECK_ROWS)
		doc_bullet(
			c->doc, 0, "Both checklists are not filled in; the audit asks for them.");
	else if (list.count)
		doc_bullet(c->doc, 0, "Checklist %s unknown: %s. Who can say?",
			plural((int)list.count, "row", "rows"), list_join(c, &list, ", "));
}

static void open_flags(struct compose *c)
{
	struct list list = { 0 };
	size_t n;

	for (size_t i = 0; i < c->rec->answer_count; i++) {
		const struct answer *answer = &c->rec->answers[i];
		const struct item *item = &c->rec->instrument->items[answer->item];

		if (answer->flag != TRI_YES ||
			record_answer(c->rec, answer->respondent, answer->item) != answer)
			continue;
		/* which question it was would tell the role */
		list_add(c, &list,
			is_confidential(c, answer->respondent)
				? "one in confidence"
				: say(c, "%s on %s (%s)", respondent_tag(c, answer->respondent),
					  item->id,
					  item->shorthand ? item->shorthand : item->topic));
	}
	n = list.count;
	list_limit(c, &list, OPEN_SHOWN);
	if (n)
		doc_bullet(c->doc, 0, "%zu" NB "%s flagged for follow-up: %s.", n,
			plural((int)n, "answer", "answers"), list_join(c, &list, "; "));
}

static void open_notes(struct compose *c)
{
	int n = 0;

	for (size_t i = 0; i < c->rec->note_count; i++)
		n += str_blank(c->rec->notes[i].filed);
	if (n)
		doc_bullet(c->doc, 0, "%d" NB "%s not filed yet.", n,
			plural(n, "note is", "notes are"));
}

static void open_findings(struct compose *c)
{
	int n[5] = { 0 };

	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		n[c->diagnosis->findings[i].severity]++;
	doc_bullet(c->doc, 0, "%zu" NB "%s: %d of severity" NB "4, %d of 3, %d of 2, %d of 1.",
		c->diagnosis->finding_count,
		plural((int)c->diagnosis->finding_count, "finding", "findings"), n[4], n[3], n[2],
		n[1]);
}

void compose_open(struct compose *c)
{
	struct list list = { 0 };

	compose_chapter(c, REPORT_OPEN, NULL, "Open points");
	unknowns(c, &list);
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
