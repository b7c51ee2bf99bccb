/* SPDX-License-Identifier: MIT */
/*
 * Scores (rekindle-method(7), section 3): from answers to respondents, parties, aspects, causes,
 * health.
 */
#include "basis.h"

/* Of an item that was asked. */
static void tally_answer(struct tally *tally, enum answer_state state, int rating)
{
	tally->asked++;
	tally->applicable += state != STATE_NOT_APPLICABLE;
	tally->dont_know += state == STATE_DONT_KNOW;
	tally->answered += rating > 0;
	tally->sum += rating;
}

static double tally_value(const struct tally *tally)
{
	int needed = tally->asked < ANSWERED_MIN ? tally->asked : ANSWERED_MIN;
	bool enough = tally->answered && tally->answered >= needed &&
		APPLICABLE_OF * tally->answered >= ANSWERED_OF * tally->applicable;
	return enough ? (double)tally->sum / tally->answered : NAN;
}

void tally_items(struct tally tally[SCALE_COUNT], const struct record *rec, int respondent,
	const bool *counts)
{
	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		int scale = rec->instrument->items[i].scale, at = (int)i;
		if (scale != SCALE_NONE && (!counts || counts[i]) &&
			record_asked(rec, respondent, at))
			tally_answer(&tally[scale], record_state(rec, respondent, at),
				record_rating(rec, respondent, at));
	}
	for (int s = 0; s < SCALE_COUNT; s++)
		tally[s].value = tally_value(&tally[s]);
}

void tally_respondent(struct tally tally[SCALE_COUNT], const struct record *rec, int respondent)
{
	tally_items(tally, rec, respondent, NULL);
}

static void count_heard(struct scores *scores, const struct record *rec)
{
	int parties = 0;
	for (size_t r = 0; r < rec->respondent_count; r++) {
		int party = rec->respondents[r].party;
		scores->respondents[party]++;
		scores->with_data[party] += record_has_data(rec, (int)r);
	}
	for (size_t p = 0; p < rec->party_count; p++)
		parties += scores->with_data[p] > 0;
	scores->one_sided = parties < 2;
}

/* What people do not know (section 3.11). */
static void count_unknown(struct scores *scores, const struct record *rec)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		for (int s = 0; s < SCALE_COUNT; s++) {
			const struct tally *tally = scores_tally(scores, r, s);
			struct scale_score *scale = &scores->scale[s];
			int party = rec->respondents[r].party;
			scale->dont_know_count[party] += tally->dont_know;
			scale->asked_count[party] += tally->dont_know + tally->answered;
		}
}

static void share_unknown(struct scale_score *scale)
{
	struct mean mean = { 0 };
	for (size_t p = 0; p < PARTIES_MAX; p++) {
		int unknown = scale->dont_know_count[p], of = scale->asked_count[p];
		scale->dont_know[p] = of ? (double)unknown / of : NAN;
		scale->visibility_gap[p] =
			of >= VISIBILITY_MIN && 100 * unknown >= VISIBILITY_PERCENT * of;
		mean_add(&mean, scale->dont_know[p]);
	}
	scale->dont_know_share = mean_of(&mean);
}

static void take_scales(
	struct scores *scores, const struct basis *basis, const struct verdict *verdict)
{
	for (int s = 0; s < SCALE_COUNT; s++) {
		struct scale_score *scale = &scores->scale[s];
		bool aspect = s < ASPECT_COUNT;
		for (size_t p = 0; p < PARTIES_MAX; p++) {
			scale->value[p] = basis_value(basis, p, s);
			scale->n[p] = basis->n[p][s];
		}
		scale->perception = verdict->perception[s];
		scale->evidence = aspect ? verdict->evidence[s].value : NAN;
		scale->weight = aspect ? verdict->evidence[s].weight : NAN;
		scale->score = aspect ? verdict->score[s] : scale->perception;
		share_unknown(scale);
	}
}

static double party_cause(const struct scores *scores, int cause, size_t party)
{
	double aspect[ASPECTS_PER_CAUSE];
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		aspect[i] = scores->scale[cause * ASPECTS_PER_CAUSE + i].value[party];
	return cause_mean(aspect);
}

static int widest_gap(const struct scores *scores, int cause)
{
	int widest = SCALE_NONE;
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;
		double gap = scores->scale[scale].gap.value;
		if (isnan(gap))
			continue;
		if (widest == SCALE_NONE || above(gap, scores->scale[widest].gap.value))
			widest = scale;
	}
	return widest;
}

static bool has_value(const struct scores *scores, size_t respondent, int cause)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		if (!isnan(scores_tally(scores, respondent, cause * ASPECTS_PER_CAUSE + i)->value))
			return true;
	return false;
}

static void count_behind(struct scores *scores, const struct record *rec)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		for (int c = 0; c < CAUSE_COUNT; c++)
			scores->cause[c].n[rec->respondents[r].party] += has_value(scores, r, c);
}

static void take_causes(struct scores *scores, const struct verdict *verdict)
{
	scores->health = 0;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		struct cause_score *cause = &scores->cause[c];
		cause->score = verdict->cause[c];
		cause->band = band_of(&scores->lines, cause->score);
		cause->failing = below(cause->score, scores->lines.failing);
		scores->health += cause->score / CAUSE_COUNT;
	}
}

/* Beside the scores of the causes: what each side says of them. */
static void take_sides(struct scores *scores)
{
	for (int c = 0; c < CAUSE_COUNT; c++) {
		struct cause_score *cause = &scores->cause[c];
		for (size_t p = 0; p < PARTIES_MAX; p++)
			cause->value[p] = party_cause(scores, c, p);
		cause->widest = widest_gap(scores, c);
	}
}

static void find_killers(struct scores *scores)
{
	const struct scale_score *scale = scores->scale;
	scores->killer[KILLER_OBJECTIVES] = scale[ASPECT_OBJECTIVES].score;
	scores->killer[KILLER_COMMUNICATION_TRUST] =
		(scale[ASPECT_COMMUNICATION].score + scale[SCALE_TRUST].perception) / 2;
	scores->killer[KILLER_GOVERNANCE] = scale[ASPECT_GOVERNANCE].score;
	scores->killer[KILLER_SHIFTING_PRIORITIES] = scale[ASPECT_RELEVANCE].score;
	for (int k = 0; k < KILLER_COUNT; k++) {
		scores->killer_known[k] = !isnan(scores->killer[k]);
		scores->killer_present[k] = below(scores->killer[k], scores->lines.failing);
	}
}

static void tally_all(struct scores *scores, const struct record *rec)
{
	scores->tally = pool_alloc(
		&scores->pool, rec->respondent_count * SCALE_COUNT * sizeof(*scores->tally));
	for (size_t r = 0; r < rec->respondent_count; r++)
		tally_respondent(&scores->tally[r * SCALE_COUNT], rec, (int)r);
}

void scores_causes(struct scores *scores, const struct record *rec, struct basis *basis,
	struct verdict *verdict)
{
	*scores = (struct scores){ .lines = *lines_for(rec) };
	tally_all(scores, rec);
	basis_build(basis, rec, scores->tally);
	basis_decide(basis, verdict);
	count_heard(scores, rec);
	take_causes(scores, verdict);
	split_compute(&scores->split, rec);
}

void scores_compute(struct scores *scores, const struct record *rec)
{
	const struct kpi_list kpis = record_kpis(rec);
	struct basis basis;
	struct verdict verdict;
	scores_causes(scores, rec, &basis, &verdict);
	count_unknown(scores, rec);
	take_scales(scores, &basis, &verdict);
	agreement_compute(scores, rec);
	take_sides(scores);
	count_behind(scores, rec);
	find_killers(scores);
	scores->route = verdict.route;
	type_compute(&scores->type, &scores->pool, rec);
	performance_compute(&scores->performance, rec, &kpis);
}

void scores_release(struct scores *scores)
{
	pool_release(&scores->pool);
	*scores = (struct scores){ 0 };
}
