/* SPDX-License-Identifier: MIT */
/*
 * Evidence for and against a finding, by its kind. Against names what is recorded and really points
 * the other way; balance is never invented.
 */
#include "why.h"

static void pro(struct why *why, const struct asked *q, const char *text)
{
	texts_add(q->pool, &why->pro, text);
}

static void against(struct why *why, const struct asked *q, const char *text)
{
	texts_add(q->pool, &why->against, text);
}

static const char *label(const struct asked *q, int party)
{
	return q->rec->parties[party].label;
}

/* One side's rating of a scale, if it lies from the line on. */
static void rated_well(struct why *why, const struct asked *q, int scale, int party, double line)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	if (at_least(score->value[party], line))
		against(why, q,
			WHY_TEXT("%s rates %s %.2f (n %d)", label(q, party), scale_info[scale].word,
				score->value[party], score->n[party]));
}

static void sponsor_heard(struct why *why, const struct asked *q, int party)
{
	for (size_t r = 0; r < q->rec->respondent_count; r++)
		if (q->rec->respondents[r].party == party &&
			q->rec->respondents[r].role == ROLE_SPONSOR) {
			against(why, q, WHY_TEXT("a sponsor of %s was heard", label(q, party)));
			return;
		}
}

static void of_knockout(struct why *why, const struct asked *q)
{
	int p = q->finding->party;
	switch ((enum knockout)q->finding->subject) {
	case KNOCKOUT_NO_SPONSOR:
		pro(why, q, WHY_TEXT("recorded: %s has no sponsor", label(q, p)));
		sponsor_heard(why, q, p);
		break;
	case KNOCKOUT_RATIONALE_GONE:
		why_scale(why, q, ASPECT_RATIONALE, SCORE_GONE);
		break;
	case KNOCKOUT_RELUCTANT:
	case KNOCKOUT_UNRESPONSIVE:
		pro(why, q,
			WHY_TEXT("recorded stance of %s: %s", label(q, p),
				vocabulary_stance.word[q->rec->parties[p].stance]));
		rated_well(why, q, ASPECT_COMMITMENT, p, SCORE_FAILING);
		break;
	case KNOCKOUT_BREACH:
		pro(why, q, "recorded contract fact: breach");
		break;
	case KNOCKOUT_LITIGATION:
		pro(why, q, "recorded contract fact: litigation");
		break;
	case KNOCKOUT_COUNT:
		break;
	}
}

static void of_exit(struct why *why, const struct asked *q)
{
	bool silent = false;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (q->rec->parties[p].stance == STANCE_UNRESPONSIVE &&
			q->rec->parties[p].escalated == TRI_YES) {
			silent = true;
			pro(why, q,
				WHY_TEXT("recorded: %s unresponsive, escalated", label(q, (int)p)));
		}
	if (!silent)
		pro(why, q,
			WHY_TEXT("the other routes are clear by %.2f, open from %.2f",
				q->d->scores.route.clearance, ROUTE_CLEAR));
	why_ratings(why, q, ASPECT_RATIONALE, SCORE_CRITICAL);
}

static void of_cause(struct why *why, const struct asked *q)
{
	why_of_cause(why, q, q->finding->subject, why_line(q->finding));
}

static void of_aspect(struct why *why, const struct asked *q)
{
	why_scale(why, q, q->finding->subject, why_line(q->finding));
}

/* How sure a gap is: what a test found, or why there is none. */
static void of_test(struct why *why, const struct asked *q, const struct gap *gap)
{
	if (gap->confirmed)
		pro(why, q, WHY_TEXT("p %.3f, confirmed among the aspects tested", gap->p));
	else if (!isnan(gap->p))
		against(why, q, WHY_TEXT("p %.3f: may be chance", gap->p));
}

static void of_gap(struct why *why, const struct asked *q)
{
	const struct scale_score *score = &q->d->scores.scale[q->finding->subject];
	why_gap(why, q, q->finding->subject);
	of_test(why, q, &score->gap);
	why_quotes(why, q, q->finding->subject, &score->gap);
}

static void of_killer(struct why *why, const struct asked *q)
{
	why_scale(why, q, q->finding->scale, why_line(q->finding));
	if (q->finding->subject == KILLER_COMMUNICATION_TRUST)
		why_scale(why, q, SCALE_TRUST, why_line(q->finding));
}

static void of_pain(struct why *why, const struct asked *q)
{
	why_ratings(why, q, q->finding->subject, SCORE_FAILING);
	why_quotes(why, q, q->finding->subject, NULL);
}

/* Bits of the causes that a party rates lowest. */
static unsigned lowest_of(const struct asked *q, size_t party)
{
	double low = INFINITY;
	unsigned causes = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		low = fmin(low, q->d->scores.cause[c].value[party]);
	for (int c = 0; c < CAUSE_COUNT; c++)
		causes |= (unsigned)equal(q->d->scores.cause[c].value[party], low) << c;
	return causes;
}

/* The points by party; against: a cause that every side rates lowest all the same. */
static void of_blame(struct why *why, const struct asked *q)
{
	const struct split_score *split = &q->d->scores.split;
	unsigned lowest = ~0u;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		const double *mean = split->mean[p];
		if (!split->n[p])
			continue;
		pro(why, q,
			WHY_TEXT("%s gives strategy %.0f, type %.0f, partner %.0f, management %.0f "
				 "(n %d)",
				label(q, (int)p), mean[CAUSE_STRATEGY], mean[CAUSE_TYPE],
				mean[CAUSE_PARTNER], mean[CAUSE_MANAGEMENT], split->n[p]));
		lowest &= lowest_of(q, p);
	}
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (lowest == 1u << c && (split->parties_differ || c != CAUSE_PARTNER))
			against(why, q,
				WHY_TEXT(
					"all rate %s lowest of the four causes", cause_info[c].id));
}

static void of_pitfall(struct why *why, const struct asked *q)
{
	const struct gap *gap = &q->d->scores.scale[ASPECT_COMMITMENT].gap;
	if (q->finding->subject == PITFALL_BLAME_GAME) {
		of_blame(why, q);
		return;
	}
	why_scale(why, q, q->finding->scale, SCORE_FAILING);
	if (q->finding->subject == PITFALL_CULTURAL_DIFFERENCES &&
		at_least(gap->value, GAP_DISCUSS)) {
		pro(why, q,
			WHY_TEXT(
				"gap %.2f, from %.2f on to be discussed", gap->value, GAP_DISCUSS));
		of_test(why, q, gap);
	}
}

static void of_unwilling(struct why *why, const struct asked *q)
{
	for (size_t p = 0; p < q->rec->party_count; p++) {
		int stance = q->rec->parties[p].stance;
		if (stance != STANCE_RELUCTANT && stance != STANCE_UNRESPONSIVE)
			continue;
		pro(why, q,
			WHY_TEXT("recorded stance of %s: %s", label(q, (int)p),
				vocabulary_stance.word[stance]));
		rated_well(why, q, ASPECT_COMMITMENT, (int)p, SCORE_FAILING);
	}
}

static void of_power(struct why *why, const struct asked *q)
{
	const struct gap *gap = &q->d->scores.scale[ASPECT_VALUE].gap;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (q->rec->parties[p].size_class >= 0)
			pro(why, q,
				WHY_TEXT("%s is %s", label(q, (int)p),
					vocabulary_size_class.word[q->rec->parties[p].size_class]));
	if (isnan(gap->value))
		return;
	if (at_least(gap->value, GAP_DISCUSS)) {
		why_gap(why, q, ASPECT_VALUE);
		of_test(why, q, gap);
	} else {
		against(why, q, WHY_TEXT("the split of value is seen alike: gap %.2f", gap->value));
	}
}

static void of_special(struct why *why, const struct asked *q)
{
	switch ((enum special)q->finding->subject) {
	case SPECIAL_UNWILLING_PARTNER:
		of_unwilling(why, q);
		break;
	case SPECIAL_RIGID_CONTRACT:
		if (q->rec->alliance.amendable == TRI_NO)
			pro(why, q, "recorded contract fact: not amendable");
		else if (q->rec->alliance.amendable == TRI_YES)
			against(why, q, "recorded contract fact: amendable");
		why_scale(why, q, ASPECT_TERMS, SCORE_CRITICAL);
		break;
	case SPECIAL_POWER_IMBALANCE:
		of_power(why, q);
		break;
	case SPECIAL_THIN_RELATIONSHIPS:
		why_scale(why, q, SCALE_TRUST, SCORE_CRITICAL);
		why_scale(why, q, ASPECT_COMMUNICATION, SCORE_CRITICAL);
		break;
	case SPECIAL_IMPATIENCE:
		why_scale(why, q, SCALE_RESULTS, SCORE_CRITICAL);
		break;
	case SPECIAL_COUNT:
		break;
	}
}

static void of_objective(struct why *why, const struct asked *q, size_t i)
{
	const struct objective *objective = &q->rec->objectives[i];
	const char *text = objective->text ? objective->text : "no text";
	if (objective->result == RESULT_MISSED || objective->result == RESULT_PARTLY)
		pro(why, q,
			WHY_TEXT("objective %zu %s: %s", i + 1,
				vocabulary_result.word[objective->result], text));
	else if (objective->result == RESULT_MET)
		against(why, q, WHY_TEXT("objective %zu met: %s", i + 1, text));
}

static void of_performance(struct why *why, const struct asked *q)
{
	const struct scale_score *results = &q->d->scores.scale[SCALE_RESULTS];
	for (size_t i = 0; i < q->rec->objective_count; i++)
		of_objective(why, q, i);
	for (size_t k = 0; k < q->rec->kpi_count; k++) {
		double attained = kpi_attainment(q->rec, (int)k, q->rec->assessment.date);
		if (isnan(attained))
			continue;
		const char *text = WHY_TEXT("%s at %.0f of 100", q->rec->kpis[k].name, attained);
		texts_add(q->pool, below(attained, PERFORMANCE_LOW) ? &why->pro : &why->against,
			text);
	}
	if (at_least(results->perception, SCORE_FAILING))
		against(why, q, WHY_TEXT("perceived results are rated %.2f", results->perception));
}

/* What is recorded, and which sides rate its aspect well all the same. */
static void of_record(struct why *why, const struct asked *q, const char *fact)
{
	pro(why, q, fact);
	for (size_t p = 0; p < q->rec->party_count; p++)
		rated_well(why, q, q->finding->scale, (int)p, SCORE_FAILING);
}

static void of_checklist(struct why *why, const struct asked *q)
{
	int row = q->finding->subject;
	of_record(why, q,
		WHY_TEXT("recorded: %s \"%s\"", why_row(q, row),
			vocabulary_check.word[record_check(q->rec, (enum check_row)row)]));
}

static void of_process(struct why *why, const struct asked *q)
{
	const struct process *process = &q->rec->processes[q->finding->subject];
	of_record(why, q,
		str_blank(process->note) ? WHY_TEXT("recorded in the process map: %s",
						   vocabulary_problem.word[process->problem])
					 : process->note);
}

static void of_incident(struct why *why, const struct asked *q)
{
	const struct incident *incident = &q->rec->incidents[q->finding->subject];
	pro(why, q,
		incident->repaired == TRI_NO ? "recorded: not repaired" : "no repair is recorded");
	if (!str_blank(incident->consequence))
		pro(why, q, WHY_TEXT("consequence: %s", incident->consequence));
}

static void of_divided(struct why *why, const struct asked *q)
{
	const struct scale_score *score = &q->d->scores.scale[q->finding->subject];
	struct why all = { 0 };
	size_t at = 0;
	why_parties(&all, q, q->finding->subject, INFINITY);
	for (int p = 0; p < q->finding->party; p++)
		at += score->n[p] > 0;
	pro(why, q, all.pro.text[at]);
}

/* Where they do not know, item by item. */
static void of_visibility(struct why *why, const struct asked *q)
{
	const struct instrument *bank = q->rec->instrument;
	for (size_t i = 0; i < bank->item_count; i++) {
		int unknown = 0;
		if (bank->items[i].scale != (enum scale)q->finding->subject)
			continue;
		for (size_t r = 0; r < q->rec->respondent_count; r++) {
			const struct answer *answer = record_answer(q->rec, (int)r, (int)i);
			unknown += q->rec->respondents[r].party == q->finding->party && answer &&
				answer->state == STATE_DONT_KNOW &&
				record_asked(q->rec, (int)r, (int)i);
		}
		if (unknown)
			pro(why, q,
				WHY_TEXT("%s: %d \"don't know\"",
					bank->items[i].shorthand && *bank->items[i].shorthand
						? bank->items[i].shorthand
						: bank->items[i].topic,
					unknown));
	}
}

void why_evidence(struct why *why, const struct asked *q)
{
	static void (*const evidence[FINDING_KINDS])(struct why *, const struct asked *) = {
		[FINDING_KNOCKOUT] = of_knockout,
		[FINDING_EXIT] = of_exit,
		[FINDING_CAUSE] = of_cause,
		[FINDING_ASPECT] = of_aspect,
		[FINDING_GAP] = of_gap,
		[FINDING_KILLER] = of_killer,
		[FINDING_PAIN] = of_pain,
		[FINDING_BLAME] = of_blame,
		[FINDING_PITFALL] = of_pitfall,
		[FINDING_SPECIAL] = of_special,
		[FINDING_PERFORMANCE] = of_performance,
		[FINDING_CHECKLIST] = of_checklist,
		[FINDING_PROCESS] = of_process,
		[FINDING_INCIDENT] = of_incident,
		[FINDING_DIVIDED] = of_divided,
		[FINDING_VISIBILITY] = of_visibility,
	};
	evidence[q->finding->kind](why, q);
}
