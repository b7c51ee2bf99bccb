/* SPDX-License-Identifier: MIT */
/*
 * Evidence for and against a finding, by its kind. Against names what is recorded and really points
 * the other way; balance is never invented.
 */
#include "why.h"

/* One side's rating of a scale, if it lies from the line on. */
static void rated_well(struct why *why, const struct asked *q, int scale, int party, double line)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	if (at_least(score->value[party], line))
		why_against(why, q, argument_of_party(ARGUMENT_RATES_WELL, party, scale));
}

static void sponsor_heard(struct why *why, const struct asked *q, int party)
{
	for (size_t r = 0; r < q->rec->respondent_count; r++)
		if (q->rec->respondents[r].party == party &&
			q->rec->respondents[r].role == ROLE_SPONSOR) {
			why_against(why, q, argument_of_party(ARGUMENT_SPONSOR_HEARD, party, -1));
			return;
		}
}

static void of_knockout(struct why *why, const struct asked *q)
{
	int p = q->finding->party;
	switch ((enum knockout)q->finding->subject) {
	case KNOCKOUT_NO_SPONSOR:
		why_pro(why, q, argument_of_party(ARGUMENT_NO_SPONSOR, p, -1));
		sponsor_heard(why, q, p);
		break;
	case KNOCKOUT_RATIONALE_GONE:
		why_scale(why, q, ASPECT_RATIONALE, SCORE_GONE);
		break;
	case KNOCKOUT_RELUCTANT:
	case KNOCKOUT_UNRESPONSIVE:
		why_pro(why, q, argument_of_party(ARGUMENT_STANCE, p, -1));
		rated_well(why, q, ASPECT_COMMITMENT, p, q->d->scores.lines.failing);
		break;
	case KNOCKOUT_BREACH:
		why_pro(why, q, argument(ARGUMENT_BREACH));
		break;
	case KNOCKOUT_LITIGATION:
		why_pro(why, q, argument(ARGUMENT_LITIGATION));
		break;
	case KNOCKOUT_COUNT:
		break;
	}
}

static void of_exit(struct why *why, const struct asked *q)
{
	bool silent = false;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (record_party_silent(q->rec, p)) {
			silent = true;
			why_pro(why, q, argument_of_party(ARGUMENT_SILENT, (int)p, -1));
		}
	if (!silent)
		why_pro(why, q, argument(ARGUMENT_ROUTES));
	why_ratings(why, q, ASPECT_RATIONALE, q->d->scores.lines.critical);
}

static void of_cause(struct why *why, const struct asked *q)
{
	why_of_cause(why, q, q->finding->subject, why_line(q->d, q->finding));
}

static void of_aspect(struct why *why, const struct asked *q)
{
	why_scale(why, q, q->finding->subject, why_line(q->d, q->finding));
}

/* How sure a gap is: what a test found, or why there is none. */
static void of_test(struct why *why, const struct asked *q, int scale)
{
	const struct gap *gap = &q->d->scores.scale[scale].gap;
	if (gap->confirmed)
		why_pro(why, q, argument_of(ARGUMENT_CONFIRMED, scale));
	else if (!isnan(gap->p))
		why_against(why, q, argument_of(ARGUMENT_CHANCE, scale));
}

static void of_gap(struct why *why, const struct asked *q)
{
	const struct scale_score *score = &q->d->scores.scale[q->finding->subject];
	why_gap(why, q, q->finding->subject);
	of_test(why, q, q->finding->subject);
	why_quotes(why, q, q->finding->subject, &score->gap);
}

static void of_killer(struct why *why, const struct asked *q)
{
	why_scale(why, q, q->finding->scale, why_line(q->d, q->finding));
	if (q->finding->subject == KILLER_COMMUNICATION_TRUST)
		why_scale(why, q, SCALE_TRUST, why_line(q->d, q->finding));
}

static void of_pain(struct why *why, const struct asked *q)
{
	why_ratings(why, q, q->finding->subject, q->d->scores.lines.failing);
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
		if (!split->n[p])
			continue;
		why_pro(why, q, argument_of_party(ARGUMENT_POINTS, (int)p, -1));
		lowest &= lowest_of(q, p);
	}
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (lowest == 1u << c && (split->parties_differ || c != CAUSE_PARTNER))
			why_against(why, q, argument_of(ARGUMENT_ALL_LOWEST, c));
}

static void of_pitfall(struct why *why, const struct asked *q)
{
	int culture = (int)q->rec->instrument->culture;
	const struct gap *gap = &q->d->scores.scale[culture].gap;
	if (q->finding->subject == PITFALL_BLAME_GAME) {
		of_blame(why, q);
		return;
	}
	why_scale(why, q, q->finding->scale, q->d->scores.lines.failing);
	if (q->finding->subject == PITFALL_CULTURAL_DIFFERENCES &&
		at_least(gap->value, GAP_DISCUSS)) {
		why_pro(why, q, argument_of(ARGUMENT_GAP, culture));
		of_test(why, q, culture);
	}
}

static void of_unwilling(struct why *why, const struct asked *q)
{
	for (size_t p = 0; p < q->rec->party_count; p++) {
		int stance = record_party_profile(q->rec, p)->stance;
		if (stance != STANCE_RELUCTANT && stance != STANCE_UNRESPONSIVE)
			continue;
		why_pro(why, q, argument_of_party(ARGUMENT_STANCE, (int)p, -1));
		rated_well(why, q, ASPECT_COMMITMENT, (int)p, q->d->scores.lines.failing);
	}
}

static void of_power(struct why *why, const struct asked *q)
{
	const struct gap *gap = &q->d->scores.scale[ASPECT_VALUE].gap;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (record_party_profile(q->rec, p)->size_class >= 0)
			why_pro(why, q, argument_of_party(ARGUMENT_SIZE, (int)p, -1));
	if (isnan(gap->value))
		return;
	if (at_least(gap->value, GAP_DISCUSS)) {
		why_gap(why, q, ASPECT_VALUE);
		of_test(why, q, ASPECT_VALUE);
	} else {
		why_against(why, q, argument_of(ARGUMENT_ALIKE, ASPECT_VALUE));
	}
}

static void of_special(struct why *why, const struct asked *q)
{
	switch ((enum special)q->finding->subject) {
	case SPECIAL_UNWILLING_PARTNER:
		of_unwilling(why, q);
		break;
	case SPECIAL_RIGID_CONTRACT:
		if (record_profile(q->rec)->amendable == TRI_NO)
			why_pro(why, q, argument(ARGUMENT_RIGID));
		else if (record_profile(q->rec)->amendable == TRI_YES)
			why_against(why, q, argument(ARGUMENT_AMENDABLE));
		why_scale(why, q, ASPECT_TERMS, q->d->scores.lines.critical);
		break;
	case SPECIAL_POWER_IMBALANCE:
		of_power(why, q);
		break;
	case SPECIAL_THIN_RELATIONSHIPS:
		why_scale(why, q, SCALE_TRUST, q->d->scores.lines.critical);
		why_scale(why, q, ASPECT_COMMUNICATION, q->d->scores.lines.critical);
		break;
	case SPECIAL_IMPATIENCE:
		why_scale(why, q, SCALE_RESULTS, q->d->scores.lines.critical);
		break;
	case SPECIAL_COOPETITION:
		why_pro(why, q, argument(ARGUMENT_COMPETING));
		break;
	case SPECIAL_COUNT:
		break;
	}
}

static void of_objective(struct why *why, const struct asked *q, size_t i)
{
	int result = q->rec->objectives[i].result;
	if (result == RESULT_MISSED || result == RESULT_PARTLY || result == RESULT_MET)
		why_add(why, q, result == RESULT_MET, argument_of(ARGUMENT_OBJECTIVE, (int)i));
}

static void of_performance(struct why *why, const struct asked *q)
{
	const struct scale_score *results = &q->d->scores.scale[SCALE_RESULTS];
	const struct kpi_list kpis = record_kpis(q->rec);
	for (size_t i = 0; i < q->rec->objective_count; i++)
		of_objective(why, q, i);
	for (size_t k = 0; k < kpis.kpi_count; k++) {
		double attained = kpi_attainment(&kpis, (int)k, q->rec->assessment.date);
		if (isnan(attained))
			continue;
		struct argument says = argument_of(ARGUMENT_KPI, (int)k);
		says.value = attained;
		why_add(why, q, !below(attained, PERFORMANCE_LOW), says);
	}
	if (at_least(results->perception, q->d->scores.lines.failing))
		why_against(why, q, argument(ARGUMENT_RESULTS));
}

/* What is recorded, and which sides rate its aspect well all the same. */
static void of_record(struct why *why, const struct asked *q, enum argument_kind kind)
{
	why_pro(why, q, argument_of(kind, q->finding->subject));
	for (size_t p = 0; p < q->rec->party_count; p++)
		rated_well(why, q, q->finding->scale, (int)p, q->d->scores.lines.failing);
}

static void of_checklist(struct why *why, const struct asked *q)
{
	of_record(why, q, ARGUMENT_CHECK);
}

/* It happened: nothing recorded points the other way. */
static void of_event(struct why *why, const struct asked *q)
{
	why_pro(why, q, argument_of(ARGUMENT_EVENT, q->finding->subject));
}

static void of_process(struct why *why, const struct asked *q)
{
	of_record(why, q, ARGUMENT_PROCESS);
}

static void of_incident(struct why *why, const struct asked *q)
{
	int incident = q->finding->subject;
	why_pro(why, q, argument_of(ARGUMENT_REPAIR, incident));
	if (!str_blank(q->rec->incidents[incident].consequence))
		why_pro(why, q, argument_of(ARGUMENT_CONSEQUENCE, incident));
}

static void of_divided(struct why *why, const struct asked *q)
{
	why_pro(why, q, argument_of_party(ARGUMENT_VALUE, q->finding->party, q->finding->subject));
}

/* How many of the party do not know the item. */
static int unknown_to(const struct asked *q, int party, int item)
{
	int unknown = 0;
	for (size_t r = 0; r < q->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(q->rec, (int)r, item);
		unknown += q->rec->respondents[r].party == party && answer &&
			answer->state == STATE_DONT_KNOW && record_asked(q->rec, (int)r, item);
	}
	return unknown;
}

/* Where they do not know, item by item. */
static void of_visibility(struct why *why, const struct asked *q)
{
	const struct instrument *bank = q->rec->instrument;
	for (size_t i = 0; i < bank->item_count; i++) {
		struct argument says = argument_of_item(ARGUMENT_UNKNOWN, (int)i);
		if (bank->items[i].scale != (enum scale)q->finding->subject)
			continue;
		says.count = unknown_to(q, q->finding->party, (int)i);
		if (says.count)
			why_pro(why, q, says);
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
		[FINDING_EVENT] = of_event,
		[FINDING_PROCESS] = of_process,
		[FINDING_INCIDENT] = of_incident,
		[FINDING_DIVIDED] = of_divided,
		[FINDING_VISIBILITY] = of_visibility,
	};
	evidence[q->finding->kind](why, q);
}
