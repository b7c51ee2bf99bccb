/* SPDX-License-Identifier: MIT */
/*
 * What would change a finding: candidates by its kind.
 */
#include "../diagnosis/findings.h"
#include "why.h"

static void engage(const struct asked *q, struct changes *out)
{
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (record_party_profile(q->rec, p)->stance == STANCE_RELUCTANT ||
			record_party_profile(q->rec, p)->stance == STANCE_UNRESPONSIVE)
			changes_add(out, CHANGE_STANCE, (int)p, 0, 0);
}

static void for_knockout(const struct asked *q, struct changes *out)
{
	int p = q->finding->party;
	switch ((enum knockout)q->finding->subject) {
	case KNOCKOUT_NO_SPONSOR:
		changes_add(out, CHANGE_SPONSOR, p, 0, 0);
		break;
	case KNOCKOUT_RATIONALE_GONE:
		changes_add(out, CHANGE_RATINGS, p, ASPECT_RATIONALE, SCORE_GONE);
		break;
	case KNOCKOUT_RELUCTANT:
	case KNOCKOUT_UNRESPONSIVE:
		changes_add(out, CHANGE_STANCE, p, 0, 0);
		break;
	case KNOCKOUT_BREACH:
		changes_add(out, CHANGE_BREACH, -1, 0, 0);
		break;
	case KNOCKOUT_LITIGATION:
		changes_add(out, CHANGE_LITIGATION, -1, 0, 0);
		break;
	case KNOCKOUT_COUNT:
		break;
	}
}

/* The party with the highest value of a scale, -1 when none has one. */
static int highest(const struct asked *q, int scale)
{
	const double *value = q->d->scores.scale[scale].value;
	int best = -1;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (!isnan(value[p]) && (best < 0 || above(value[p], value[best])))
			best = (int)p;
	return best;
}

/* Every silent party answers; or one sees a reason to partner; or, where both hold, both. */
static void for_exit(const struct asked *q, struct changes *out)
{
	int party = highest(q, ASPECT_RATIONALE);
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (record_party_silent(q->rec, p))
			changes_add(out, CHANGE_STANCE, (int)p, 0, 0);
	if (!changes_work(q, out) && party >= 0)
		changes_add(
			out, CHANGE_RATINGS, party, ASPECT_RATIONALE, q->d->scores.lines.critical);
}

static void for_cause(const struct asked *q, struct changes *out)
{
	reach_cause(q, out, q->finding->subject, why_line(q->d, q->finding));
}

static void for_aspect(const struct asked *q, struct changes *out)
{
	reach_scale(q, out, q->finding->subject, why_line(q->d, q->finding));
}

static void for_gap(const struct asked *q, struct changes *out)
{
	bool material = q->d->scores.scale[q->finding->subject].gap.level == GAP_MATERIALLY;
	close_gap(q, out, q->finding->subject, material ? GAP_MATERIAL : GAP_DISCUSS);
}

static void for_killer(const struct asked *q, struct changes *out)
{
	double line = why_line(q->d, q->finding);
	double trust = q->d->scores.scale[SCALE_TRUST].perception;
	double talk = q->d->scores.scale[ASPECT_COMMUNICATION].score;
	if (q->finding->subject != KILLER_COMMUNICATION_TRUST) {
		reach_scale(q, out, q->finding->scale, line);
		return;
	}
	int low = talk < trust ? ASPECT_COMMUNICATION : SCALE_TRUST;
	double alone = 2 * line - fmax(talk, trust);
	if (at_most(alone, q->d->scores.lines.strength)) {
		reach_scale(q, out, low, alone);
		return;
	}
	reach_scale(q, out, ASPECT_COMMUNICATION, line);
	reach_scale(q, out, SCALE_TRUST, line);
}

static void for_pain(const struct asked *q, struct changes *out)
{
	changes_add(out, CHANGE_RATINGS, highest(q, q->finding->subject), q->finding->subject,
		q->d->scores.lines.failing);
}

/* The points of all parties on one cause that is not the partner: then no pattern is left. */
static void agree_on_points(const struct asked *q, struct changes *out)
{
	const struct split_score *split = &q->d->scores.split;
	int cause = CAUSE_STRATEGY;
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (c != CAUSE_PARTNER && above(split->overall[c], split->overall[cause]))
			cause = c;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		bool top = split->n[p] > 0;
		for (int c = 0; top && c < CAUSE_COUNT; c++)
			top = !above(split->mean[p][c], split->mean[p][cause]);
		if (split->n[p] && !top)
			changes_add(out, CHANGE_SPLIT, (int)p, cause, 0);
	}
}

static void for_blame(const struct asked *q, struct changes *out)
{
	agree_on_points(q, out);
	if (q->finding->subject == BLAME_ALL_PARTNER && out->count)
		out->count = 1;
}

static void for_culture(const struct asked *q, struct changes *out)
{
	int culture = (int)q->rec->instrument->culture;
	const struct scale_score *score = &q->d->scores.scale[culture];
	struct changes before = *out;
	if (below(score->score, q->d->scores.lines.failing))
		reach_scale(q, out, culture, q->d->scores.lines.failing);
	if (changes_work(q, out))
		return;
	*out = before;
	close_gap(q, out, culture, GAP_DISCUSS);
	if (changes_work(q, out))
		return;
	*out = before;
	double level = q->d->scores.lines.failing;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (score->n[p])
			level = fmax(level, score->value[p] - GAP_DISCUSS + 0.01);
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (below(score->value[p], level))
			changes_add(out, CHANGE_RATINGS, (int)p, culture,
				ceil(level * 100 - 1e-6) / 100);
}

static void for_pitfall(const struct asked *q, struct changes *out)
{
	switch ((enum pitfall)q->finding->subject) {
	case PITFALL_BLAME_GAME:
		agree_on_points(q, out);
		break;
	case PITFALL_CULTURAL_DIFFERENCES:
		for_culture(q, out);
		break;
	case PITFALL_NO_SPONSORSHIP:
	case PITFALL_UNADAPTED_AGREEMENT:
		reach_scale(q, out, q->finding->scale, q->d->scores.lines.failing);
		break;
	case PITFALL_COUNT:
		break;
	}
}

/* Recorded sizes less than two classes apart, and the split of value seen alike. */
static void for_power(const struct asked *q, struct changes *out)
{
	int largest = -1;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (record_party_profile(q->rec, p)->size_class > largest)
			largest = record_party_profile(q->rec, p)->size_class;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		int size = record_party_profile(q->rec, p)->size_class;
		if (size >= 0 && largest - size >= SIZE_STEPS)
			changes_add(out, CHANGE_SIZE, (int)p, largest - SIZE_STEPS + 1, 0);
	}
	if (at_least(q->d->scores.scale[ASPECT_VALUE].gap.value, GAP_DISCUSS))
		close_gap(q, out, ASPECT_VALUE, GAP_DISCUSS);
}

static void reach_if_below(const struct asked *q, struct changes *out, int scale, double line)
{
	if (below(q->d->scores.scale[scale].score, line))
		reach_scale(q, out, scale, line);
}

static void for_special(const struct asked *q, struct changes *out)
{
	switch ((enum special)q->finding->subject) {
	case SPECIAL_UNWILLING_PARTNER:
		engage(q, out);
		break;
	case SPECIAL_RIGID_CONTRACT:
		if (record_profile(q->rec)->amendable == TRI_NO)
			changes_add(out, CHANGE_AMENDABLE, -1, 0, 0);
		reach_if_below(q, out, ASPECT_TERMS, q->d->scores.lines.critical);
		break;
	case SPECIAL_POWER_IMBALANCE:
		for_power(q, out);
		break;
	case SPECIAL_THIN_RELATIONSHIPS:
		reach_if_below(q, out, SCALE_TRUST, q->d->scores.lines.critical);
		reach_if_below(q, out, ASPECT_COMMUNICATION, q->d->scores.lines.critical);
		break;
	case SPECIAL_IMPATIENCE:
		reach_if_below(q, out, SCALE_RESULTS, q->d->scores.lines.critical);
		break;
	case SPECIAL_COOPETITION:
		changes_add(out, CHANGE_COMPETING, -1, 0, 0);
		break;
	case SPECIAL_COUNT:
		break;
	}
}

/* Objectives with a result come first, then KPIs, each time in file order, until it is enough. */
static void for_performance(const struct asked *q, struct changes *out)
{
	static const int worst_first[] = { RESULT_MISSED, RESULT_PARTLY };
	const struct kpi_list kpis = record_kpis(q->rec);
	for (int i = 0; i < 2; i++)
		for (size_t o = 0; o < q->rec->objective_count; o++)
			if (q->rec->objectives[o].result == worst_first[i]) {
				changes_add(out, CHANGE_RESULT, -1, (int)o, 0);
				if (changes_work(q, out))
					return;
			}
	for (size_t k = 0; k < kpis.kpi_count; k++)
		if (below(kpi_attainment(&kpis, (int)k, q->rec->assessment.date), 100)) {
			changes_add(out, CHANGE_KPI, -1, (int)k, 0);
			if (changes_work(q, out))
				return;
		}
}

static void for_checklist(const struct asked *q, struct changes *out)
{
	changes_add(out, CHANGE_CHECK, -1, q->finding->subject, 0);
}

/* What has happened stays so. */
static void for_event(const struct asked *q, struct changes *out)
{
	(void)q;
	(void)out;
}

static void for_process(const struct asked *q, struct changes *out)
{
	changes_add(out, CHANGE_PROCESS, -1, q->finding->subject, 0);
}

static void for_incident(const struct asked *q, struct changes *out)
{
	changes_add(out, CHANGE_INCIDENT, -1, q->finding->subject, 0);
}

static void for_divided(const struct asked *q, struct changes *out)
{
	changes_add(out, CHANGE_VIEWS, q->finding->party, q->finding->subject, DIVIDED_DEVIATION);
}

static void for_visibility(const struct asked *q, struct changes *out)
{
	const struct scale_score *score = &q->d->scores.scale[q->finding->subject];
	int unknown = score->dont_know_count[q->finding->party], answered = 0;
	int of = score->asked_count[q->finding->party];
	while (100 * (unknown - answered) >= VISIBILITY_PERCENT * of)
		answered++;
	changes_add(out, CHANGE_KNOWN, q->finding->party, q->finding->subject, answered);
}

/* When the first idea fails: every side at the top of the scale that it is about. */
static void at_the_top(const struct asked *q, struct changes *out)
{
	const struct scale_score *score = &q->d->scores.scale[q->finding->scale];
	struct changes first = *out;
	out->count = 0;
	for (size_t i = 0; i < first.count; i++)
		if (first.list[i].kind != CHANGE_RATINGS ||
			first.list[i].subject != q->finding->scale)
			changes_add(out, first.list[i].kind, first.list[i].party,
				first.list[i].subject, first.list[i].value);
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (score->n[p])
			changes_add(out, CHANGE_RATINGS, (int)p, q->finding->scale, SCORE_HIGHEST);
}

void why_search(const struct asked *q, struct changes *out)
{
	static void (*const candidate[FINDING_KINDS])(const struct asked *, struct changes *) = {
		[FINDING_KNOCKOUT] = for_knockout,
		[FINDING_EXIT] = for_exit,
		[FINDING_CAUSE] = for_cause,
		[FINDING_ASPECT] = for_aspect,
		[FINDING_GAP] = for_gap,
		[FINDING_KILLER] = for_killer,
		[FINDING_PAIN] = for_pain,
		[FINDING_BLAME] = for_blame,
		[FINDING_PITFALL] = for_pitfall,
		[FINDING_SPECIAL] = for_special,
		[FINDING_PERFORMANCE] = for_performance,
		[FINDING_CHECKLIST] = for_checklist,
		[FINDING_EVENT] = for_event,
		[FINDING_PROCESS] = for_process,
		[FINDING_INCIDENT] = for_incident,
		[FINDING_DIVIDED] = for_divided,
		[FINDING_VISIBILITY] = for_visibility,
	};
	candidate[q->finding->kind](q, out);
	if (changes_work(q, out))
		return;
	if (q->finding->scale != SCALE_NONE)
		at_the_top(q, out);
	if (q->finding->scale == SCALE_NONE || !changes_work(q, out))
		out->count = 0;
}
