/* SPDX-License-Identifier: MIT */
/*
 * What speaks for and against an aspect being the trouble: ratings by side, recorded facts.
 * "Against" names values that really point the other way, or nothing.
 */
#include <string.h>
#include "compose.h"

/* What beside its ratings an aspect is judged by, and what could be observed at the next round. */
static const struct {
	int row_first, row_end;   /* checklist rows */
	unsigned problems;        /* bit 1 << enum problem */
	bool incidents;
	int symptom;              /* scale, or SCALE_NONE */
	const char *change;
} clue[ASPECT_COUNT] = {
	[ASPECT_RATIONALE] = { .symptom = SCALE_NONE,
		.change = "a written comparison with the other routes that every side accepts." },
	[ASPECT_OBJECTIVES] = { .symptom = SCALE_RESULTS,
		.change = "three to five objectives with measure, target and date, named alike by"
			  " every side." },
	[ASPECT_RELEVANCE] = { .symptom = SCALE_NONE,
		.change = "a dated review of the case against today's market, with its result." },
	[ASPECT_SPONSORSHIP] = { .symptom = SCALE_NONE,
		.change = "a sponsor of every side at each steering meeting, and people released." },
	[ASPECT_FIT] = { .symptom = SCALE_NONE,
		.change = "a form that fits the first ambition at least as well as any other." },
	[ASPECT_WEIGHT] = { .symptom = SCALE_NONE,
		.change = "fewer approvals for daily work, or rules where there are none." },
	[ASPECT_VALUE] = { .symptom = SCALE_NONE,
		.change = "a written split of value, cost, risk and rights that all sides call fair." },
	[ASPECT_TERMS] = { .symptom = SCALE_NONE,
		.change = "an amendment that is signed, or a rule for how to amend." },
	[ASPECT_SELECTION] = { SELECTION_LONGLIST, SELECTION_ROWS, .symptom = SCALE_NONE,
		.change = "the criteria tested against what the partner has shown since." },
	[ASPECT_COMPLEMENT] = { .problems = 1u << PROBLEM_BOTTLENECK, .symptom = SCALE_RESULTS,
		.change = "agreed skills delivered by their dates for three months." },
	[ASPECT_COMPATIBLE] = { .problems = 1u << PROBLEM_BOTTLENECK | 1u << PROBLEM_REDUNDANCY,
		.symptom = SCALE_NONE,
		.change = "calendars, tools and hand-overs that both sides use." },
	[ASPECT_COMMITMENT] = { .incidents = true,
		.symptom = SCALE_TRUST,
		.change = "commitments kept in the log, and people released as promised." },
	[ASPECT_GOVERNANCE] = { GOVERNANCE_MANAGERS, CHECK_ROWS, 1u << PROBLEM_CONFUSION,
		.symptom = SCALE_NONE,
		.change = "written decision rights and an escalation path, in use." },
	[ASPECT_COORDINATION] = { .problems = 1u << PROBLEM_BOTTLENECK | 1u << PROBLEM_REDUNDANCY |
					      1u << PROBLEM_CONFUSION,
		.symptom = SCALE_NONE,
		.change = "one joint plan whose milestones have a date and an owner a side." },
	[ASPECT_COMMUNICATION] = { GOVERNANCE_REPORTING, CHECK_ROWS, 1u << PROBLEM_CONFUSION,
		.symptom = SCALE_INFORMATION,
		.change = "ratings of every side from 3.50 at the next check; a protocol in use." },
	[ASPECT_CAPABILITY] = { GOVERNANCE_MANAGERS, GOVERNANCE_STEERING, .incidents = true,
		.symptom = SCALE_NONE,
		.change = "a lead with a mandate on every side, and lessons put to use." },
};

static const char *row_word(int row)
{
	const char *dot = strchr(vocabulary_check_row.word[row], '.');

	return dot ? dot + 1 : vocabulary_check_row.word[row];
}

/* "GenTech rates it 1.87 (n 5)" for every party on that side of the line. */
static void add_ratings(struct compose *c, struct list *list, int scale, bool failing)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct list who = { 0 };

	for (int p = 0; p < c->parties; p++)
		if (!isnan(score->value[p]) && below(score->value[p], SCORE_FAILING) == failing)
			list_add(c, &who, say(c, "%s %s (n" NB "%d)", party_label(c, p),
				score_text(c, score->value[p]), score->n[p]));
	if (who.count)
		list_add(c, list,
			say(c, "rated %s by %s", failing ? "low" : "well", list_and(c, &who)));
}

static void add_symptom(struct compose *c, struct list *list, int scale, bool failing)
{
	int symptom = clue[scale].symptom;
	double value;

	if (symptom == SCALE_NONE)
		return;
	value = c->scores->scale[symptom].perception;
	if (!isnan(value) && below(value, SCORE_FAILING) == failing)
		list_add(c, list, say(c, "%s is rated %s (%s)", aspect_label(c, symptom),
			score_text(c, value), scale_n(c, symptom)));
}

static void add_rows(struct compose *c, struct list *list, int scale, enum check value)
{
	struct list rows = { 0 };

	for (int row = clue[scale].row_first; row < clue[scale].row_end; row++)
		if (record_check(c->rec, (enum check_row)row) == value)
			list_add(c, &rows, plain_words(c, row_word(row)));
	if (rows.count)
		list_add(c, list,
			say(c, "%zu" NB "of" NB "%d" NB "checklist rows %s \"%s\": %s", rows.count,
				clue[scale].row_end - clue[scale].row_first,
				plural((int)rows.count, "is", "are"), vocabulary_check.word[value],
				list_join(c, &rows, ", ")));
}

static void add_evidence(struct compose *c, struct list *list, int scale, bool failing)
{
	const struct scale_score *score = &c->scores->scale[scale];

	if (clue[scale].row_end || isnan(score->evidence)
		|| below(score->evidence, SCORE_FAILING) != failing)
		return;
	list_add(c, list, say(c, "the recorded facts score %s", score_text(c, score->evidence)));
}

static void add_problems(struct compose *c, struct list *list, int scale)
{
	for (size_t i = 0; i < c->rec->process_count; i++) {
		const struct process *process = &c->rec->processes[i];

		if (process->problem >= 0 && clue[scale].problems >> process->problem & 1u)
			list_add(c, list,
				say(c, "%s%s%s (%s)", process->step ? process->step : "a step",
					process->party < 0 ? "" : " at ",
					process->party < 0 ? "" : party_label(c, process->party),
					vocabulary_problem.word[process->problem]));
	}
}

static void add_incidents(struct compose *c, struct list *list, int scale, bool repaired)
{
	int n = 0;

	if (!clue[scale].incidents)
		return;
	for (size_t i = 0; i < c->rec->incident_count; i++)
		n += (c->rec->incidents[i].repaired == TRI_YES) == repaired;
	if (n)
		list_add(c, list,
			say(c, "%d" NB "of" NB "%zu" NB "%s %s %s", n, c->rec->incident_count,
				plural((int)c->rec->incident_count, "incident", "incidents"),
				plural(n, "is", "are"), repaired ? "repaired" : "not repaired"));
}

static const char *speaks(struct compose *c, int scale, bool against)
{
	struct list list = { 0 };

	add_ratings(c, &list, scale, !against);
	add_symptom(c, &list, scale, !against);
	add_evidence(c, &list, scale, !against);
	add_rows(c, &list, scale, against ? CHECK_YES : CHECK_NO);
	if (!against) {
		add_rows(c, &list, scale, CHECK_PARTLY);
		add_problems(c, &list, scale);
	}
	add_incidents(c, &list, scale, against);
	return list.count ? say(c, "%s.", list_join(c, &list, "; ")) : "none recorded.";
}

void compose_worked(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];

	doc_text(c->doc, 2, "%s %s (%s)", scale_info[scale].label, score_text(c, score->score),
		scale_n(c, scale));
	doc_item(c->doc, 4, 13, "for", "%s", speaks(c, scale, false));
	doc_item(c->doc, 4, 13, "against", "%s", speaks(c, scale, true));
	doc_item(c->doc, 4, 13, "would change it  ", "%s", clue[scale].change);
}
