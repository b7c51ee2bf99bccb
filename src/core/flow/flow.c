/* SPDX-License-Identifier: MIT */
/*
 * The order of a guided session: moving through the questions of one respondent, what is still
 * open, and which question comes next when the minutes run out.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <rekindle/flow.h>
#include <rekindle/str.h>

#define SPLIT_POINTS 100
#define SPLIT_SLACK 0.001 /* thirds of a hundred, as a survey tool writes them */

/* Tenths of a minute that a question takes, by kind of item. */
static const int tenths_needed[ITEM_KIND_COUNT] = {
	[ITEM_RATED] = 5,
	[ITEM_CHOICE] = 5,
	[ITEM_MULTI] = 8,
	[ITEM_NUMBER] = 5,
	[ITEM_DATE] = 5,
	[ITEM_TEXT] = 25,
	[ITEM_SPLIT] = 20,
	[ITEM_CHECK] = 4,
};

bool flow_has(const struct item *item, bool pulse)
{
	return item->section == SECTION_INTERVIEW && (!pulse || item->health_check);
}

bool flow_asks(const struct item *item, enum role role, bool pulse)
{
	return flow_has(item, pulse) && item_asks(item, role);
}

int flow_tenths(const struct item *item)
{
	return tenths_needed[item->kind];
}

void flow_init(struct flow *flow, const struct record *record, int respondent)
{
	const struct instrument *instrument = record->instrument;

	assert(respondent >= 0 && (size_t)respondent < record->respondent_count);
	*flow = (struct flow){ .record = record, .respondent = respondent };
	flow->items = mem_alloc((instrument->item_count + 1) * sizeof(*flow->items));
	enum role role = (enum role)record->respondents[respondent].role;
	bool pulse = record->assessment.kind == ROUND_PULSE;
	for (size_t i = 0; i < instrument->item_count; i++)
		if (flow_asks(&instrument->items[i], role, pulse))
			flow->items[flow->count++] = (int)i;
}

void flow_release(struct flow *flow)
{
	free(flow->items);
	*flow = (struct flow){ 0 };
}

bool flow_next(struct flow *flow)
{
	if (flow->at + 1 >= flow->count)
		return false;
	flow->at++;
	return true;
}

bool flow_back(struct flow *flow)
{
	if (flow->at == 0)
		return false;
	flow->at--;
	return true;
}

bool flow_jump(struct flow *flow, size_t number)
{
	if (number < 1 || number > flow->count)
		return false;
	flow->at = number - 1;
	return true;
}

int flow_find(const struct flow *flow, int item)
{
	for (size_t i = 0; i < flow->count; i++)
		if (flow->items[i] == item)
			return (int)i;
	return -1;
}

static const struct item *item_at(const struct flow *flow, size_t i)
{
	assert(i < flow->count);
	return &flow->record->instrument->items[flow->items[i]];
}

static const struct answer *answer_at(const struct flow *flow, size_t i)
{
	assert(i < flow->count);
	return record_answer(flow->record, flow->respondent, flow->items[i]);
}

enum answer_state flow_state(const struct flow *flow, size_t i)
{
	const struct answer *answer = answer_at(flow, i);

	return answer ? (enum answer_state)answer->state : STATE_BLANK;
}

static bool lacks_reason(const struct answer *answer)
{
	return answer && answer->state == STATE_NOT_APPLICABLE && str_blank(answer->reason);
}

static bool is_uneven(const struct answer *answer)
{
	double sum = 0;

	if (!answer || answer->state != STATE_ANSWERED || answer->value.type != VALUE_SPLIT)
		return false;
	for (int i = 0; i < CAUSE_COUNT; i++)
		sum += answer->value.split[i];
	return fabs(sum - SPLIT_POINTS) > SPLIT_SLACK;
}

enum flow_gap flow_gap(const struct flow *flow, size_t i)
{
	const struct answer *answer = answer_at(flow, i);

	if (flow_state(flow, i) == STATE_BLANK)
		return GAP_BLANK;
	if (lacks_reason(answer))
		return GAP_REASON;
	return is_uneven(answer) ? GAP_POINTS : GAP_NONE;
}

bool flow_open(const struct flow *flow, size_t i)
{
	return flow_gap(flow, i) != GAP_NONE;
}

int flow_next_gap(const struct flow *flow, size_t from)
{
	for (size_t step = 1; step <= flow->count; step++) {
		size_t i = (from + step) % flow->count;
		if (flow_open(flow, i))
			return (int)i;
	}
	return -1;
}

static void count_state(struct flow_counts *counts, enum answer_state state)
{
	int *const counter[STATE_COUNT] = {
		[STATE_ANSWERED] = &counts->answered,
		[STATE_DONT_KNOW] = &counts->dont_know,
		[STATE_NOT_APPLICABLE] = &counts->not_applicable,
		[STATE_DECLINED] = &counts->declined,
		[STATE_NOT_ASKED] = &counts->not_asked,
		[STATE_BLANK] = &counts->blank,
	};

	++*counter[state];
	counts->settled += state != STATE_BLANK;
}

struct flow_counts flow_count(const struct flow *flow)
{
	struct flow_counts counts = { .questions = (int)flow->count };

	for (size_t i = 0; i < flow->count; i++) {
		const struct answer *answer = answer_at(flow, i);
		enum answer_state state = flow_state(flow, i);
		count_state(&counts, state);
		counts.settled -= is_uneven(answer);
		if (item_at(flow, i)->core) {
			counts.core++;
			counts.core_settled += state != STATE_BLANK && !is_uneven(answer);
			counts.core_blank += state == STATE_BLANK;
		}
		counts.no_reason += lacks_reason(answer);
		counts.uneven += is_uneven(answer);
		counts.open += flow_open(flow, i);
		counts.flagged += answer && answer->flag == TRI_YES;
	}
	return counts;
}

int flow_minutes_needed(const struct flow *flow)
{
	int tenths = 0;

	for (size_t i = 0; i < flow->count; i++)
		if (flow_state(flow, i) == STATE_BLANK)
			tenths += flow_tenths(item_at(flow, i));
	return (tenths + 9) / 10;
}

int flow_minutes_left(const struct flow *flow, int seconds_used)
{
	int minutes = flow->record->respondents[flow->respondent].minutes;

	if (minutes == INT_NONE)
		return INT_NONE;
	int64_t seconds = (int64_t)minutes * 60 - seconds_used;
	return seconds > 0 ? (int)((seconds + 59) / 60) : 0;
}

bool flow_short(const struct flow *flow, int seconds_used)
{
	int left = flow_minutes_left(flow, seconds_used);

	return left != INT_NONE && left < flow_minutes_needed(flow);
}

static int next_open_core(const struct flow *flow)
{
	for (size_t step = 1; step < flow->count; step++) {
		size_t i = (flow->at + step) % flow->count;
		if (item_at(flow, i)->core && flow_open(flow, i))
			return (int)i;
	}
	return -1;
}

int flow_advise(const struct flow *flow, int seconds_used)
{
	if (flow_short(flow, seconds_used)) {
		int core = next_open_core(flow);
		if (core >= 0)
			return core;
	}
	return flow->at + 1 < flow->count ? (int)flow->at + 1 : -1;
}

char state_letter(enum answer_state state)
{
	static const char letter[STATE_COUNT] = {
		[STATE_ANSWERED] = 'A',
		[STATE_DONT_KNOW] = 'd',
		[STATE_NOT_APPLICABLE] = 'x',
		[STATE_DECLINED] = 'r',
		[STATE_NOT_ASKED] = '-',
		[STATE_BLANK] = '.',
	};

	return letter[state];
}
