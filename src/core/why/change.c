/* SPDX-License-Identifier: MIT */
/*
 * What would change a finding, applied to a copy of the record: every change is the smallest step
 * over the answers and facts that reaches what it says.
 */
#include <string.h>
#include <rekindle/str.h>
#include "../score/basis.h"

#define NEUTRAL 3 /* the rating that an answered "don't know" is given */

static void *copied(struct pool *pool, const void *array, size_t count, size_t size)
{
	void *copy = pool_alloc(pool, count * size);
	if (count)
		memcpy(copy, array, count * size);
	return copy;
}
#define COPY(array, count)                                                                         \
	(copy->array = copied(&copy->pool, rec->array, rec->count, sizeof(*rec->array)))

void record_branch(struct record *copy, const struct record *rec)
{
	*copy = *rec;
	copy->pool = copy->instrument_pool = (struct pool){ 0 };
	COPY(profiles, profile_count);
	COPY(party_profiles, party_profile_count);
	COPY(answers, answer_count);
	COPY(routes, route_count);
	COPY(objectives, objective_count);
	COPY(actuals, actual_count);
	COPY(sealed_actuals, sealed_actual_count);
	COPY(processes, process_count);
	COPY(checklists, checklist_count);
	COPY(incidents, incident_count);
}

void record_branch_release(struct record *copy)
{
	pool_release(&copy->pool);
	*copy = (struct record){ 0 };
}

/* The counted ratings of one party and scale: the answers that its value rests on. */
struct counted {
	struct record *rec;
	int party, scale, people;
	double sum; /* of the people's values */
};

static struct tally tally_of(const struct record *rec, int respondent, int scale)
{
	struct tally tally[SCALE_COUNT] = { { 0 } };
	tally_respondent(tally, rec, respondent);
	return tally[scale];
}

static struct counted counted_of(struct record *rec, int party, int scale)
{
	struct counted counted = { .rec = rec, .party = party, .scale = scale };
	for (size_t r = 0; r < rec->respondent_count; r++) {
		double value = rec->respondents[r].party == party
			? tally_of(rec, (int)r, scale).value
			: NAN;
		if (isnan(value))
			continue;
		counted.people++;
		counted.sum += value;
	}
	return counted;
}

static int rating_of(const struct counted *counted, int respondent, int item)
{
	const struct record *rec = counted->rec;
	if (rec->instrument->items[item].scale != (enum scale)counted->scale ||
		!record_asked(rec, respondent, item))
		return 0;
	return record_rating(rec, respondent, item);
}

static void rate(struct record *rec, int respondent, int item, int rating)
{
	struct answer *answer = record_put_answer(rec, respondent, item);
	bool reversed = rec->instrument->items[item].reversed;
	answer->state = STATE_ANSWERED;
	answer->value.type = VALUE_NUMBER;
	answer->value.number = reversed ? SCORE_LOWEST + SCORE_HIGHEST - rating : rating;
}

static bool reached(const struct counted *counted, double mean)
{
	return !counted->people || at_least(counted->sum / counted->people, mean);
}

/* One step up for the person's answers at this rating, until the party's mean is reached. */
static void lift(struct counted *counted, int respondent, int from, double mean)
{
	struct tally tally = tally_of(counted->rec, respondent, counted->scale);
	for (size_t i = 0; !isnan(tally.value) && i < counted->rec->instrument->item_count; i++) {
		if (reached(counted, mean) || rating_of(counted, respondent, (int)i) != from)
			continue;
		rate(counted->rec, respondent, (int)i, from + 1);
		counted->sum += 1.0 / tally.answered;
	}
}

static void raise_ratings(struct record *rec, const struct change *change)
{
	struct counted counted = counted_of(rec, change->party, change->subject);
	for (int from = SCORE_LOWEST; from < SCORE_HIGHEST; from++)
		for (size_t r = 0; r < rec->respondent_count && !reached(&counted, change->value);
			r++)
			if (rec->respondents[r].party == change->party)
				lift(&counted, (int)r, from, change->value);
}

static void align_views(struct record *rec, const struct change *change)
{
	struct counted counted = counted_of(rec, change->party, change->subject);
	int mean = counted.people ? (int)lround(counted.sum / counted.people) : NEUTRAL;
	for (size_t r = 0; r < rec->respondent_count; r++)
		for (size_t i = 0; i < rec->instrument->item_count; i++)
			if (rec->respondents[r].party == change->party &&
				rating_of(&counted, (int)r, (int)i))
				rate(rec, (int)r, (int)i, mean);
}

static void answer_unknown(struct record *rec, const struct change *change)
{
	int left = (int)change->value;
	for (size_t r = 0; r < rec->respondent_count; r++)
		for (size_t i = 0; i < rec->instrument->item_count; i++) {
			const struct answer *answer = record_answer(rec, (int)r, (int)i);
			if (left && rec->respondents[r].party == change->party && answer &&
				answer->state == STATE_DONT_KNOW &&
				record_asked(rec, (int)r, (int)i) &&
				rec->instrument->items[i].scale == (enum scale)change->subject) {
				rate(rec, (int)r, (int)i, NEUTRAL);
				left--;
			}
		}
}

/* Everybody of the party gives the cause what they gave their first choice, and the reverse. */
static void move_points(struct record *rec, const struct change *change)
{
	for (size_t i = 0; i < rec->answer_count; i++) {
		struct answer *answer = &rec->answers[i];
		double *points = answer->value.split;
		int most = 0;
		if (answer->value.type != VALUE_SPLIT ||
			rec->respondents[answer->respondent].party != change->party)
			continue;
		for (int c = 1; c < CAUSE_COUNT; c++)
			most = points[c] > points[most] ? c : most;
		double moved = points[most];
		points[most] = points[change->subject];
		points[change->subject] = moved;
	}
}

static void lower_route(struct record *rec, const struct change *change)
{
	for (size_t i = 0; i < rec->route_count; i++) {
		int *value = &rec->routes[i].value[change->subject];
		if (*value != INT_NONE && *value > change->value)
			*value = (int)change->value;
	}
}

static void check_row(struct record *rec, const struct change *change)
{
	for (size_t i = 0; i < rec->checklist_count; i++)
		if (rec->checklists[i].row == change->subject)
			rec->checklists[i].value = CHECK_YES;
}

static void complete_objective(struct record *rec, const struct change *change)
{
	struct objective *objective = &rec->objectives[change->subject];
	if (str_blank(objective->measure))
		objective->measure = "agreed";
	if (str_blank(objective->target))
		objective->target = "agreed";
	if (objective->due == DATE_NONE)
		objective->due = rec->assessment.date == DATE_NONE ? 0 : rec->assessment.date;
}

static void reach_target(struct record *rec, const struct change *change)
{
	const struct kpi_list kpis = record_kpis(rec);
	struct actual *actuals =
		rec->assessment.sealed == DATE_NONE ? rec->actuals : rec->sealed_actuals;
	int latest = kpi_latest(&kpis, change->subject, rec->assessment.date);
	if (latest >= 0)
		actuals[latest].value = kpis.kpis[change->subject].target;
}

static void state_fact(struct record *rec, const struct change *change)
{
	switch (change->kind) {
	case CHANGE_STANCE:
		record_put_party_profile(rec, change->party)->stance = STANCE_ENGAGED;
		break;
	case CHANGE_SPONSOR:
		record_put_party_profile(rec, change->party)->has_sponsor = TRI_YES;
		break;
	case CHANGE_SIZE:
		record_put_party_profile(rec, change->party)->size_class = change->subject;
		break;
	case CHANGE_BREACH:
		record_put_profile(rec)->breach = TRI_NO;
		break;
	case CHANGE_LITIGATION:
		record_put_profile(rec)->litigation = TRI_NO;
		break;
	case CHANGE_AMENDABLE:
		record_put_profile(rec)->amendable = TRI_YES;
		break;
	case CHANGE_COMPETING:
		record_put_profile(rec)->competitors = TRI_NO;
		break;
	case CHANGE_TYPE:
		record_put_profile(rec)->type = rec->instrument->types[change->subject].id;
		break;
	case CHANGE_AGREED:
		rec->assessment.objectives_agreed = TRI_YES;
		break;
	case CHANGE_RESULT:
		rec->objectives[change->subject].result = RESULT_MET;
		break;
	case CHANGE_PROCESS:
		rec->processes[change->subject].problem = -1;
		break;
	case CHANGE_INCIDENT:
		rec->incidents[change->subject].repaired = TRI_YES;
		break;
	case CHANGE_RATINGS:
	case CHANGE_VIEWS:
	case CHANGE_KNOWN:
	case CHANGE_SPLIT:
	case CHANGE_ROUTE:
	case CHANGE_CHECK:
	case CHANGE_COMPLETE:
	case CHANGE_KPI:
	case CHANGE_KINDS:
		break;
	}
}

void record_apply_change(struct record *rec, const struct change *change)
{
	static void (*const apply[CHANGE_KINDS])(struct record *, const struct change *) = {
		[CHANGE_RATINGS] = raise_ratings,
		[CHANGE_VIEWS] = align_views,
		[CHANGE_KNOWN] = answer_unknown,
		[CHANGE_SPLIT] = move_points,
		[CHANGE_ROUTE] = lower_route,
		[CHANGE_CHECK] = check_row,
		[CHANGE_COMPLETE] = complete_objective,
		[CHANGE_KPI] = reach_target,
	};
	if (apply[change->kind])
		apply[change->kind](rec, change);
	else
		state_fact(rec, change);
}
