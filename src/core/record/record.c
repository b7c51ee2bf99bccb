/* SPDX-License-Identifier: MIT */
/*
 * One assessment in memory: life, look-ups.
 */
#include <rekindle/record.h>

#include <stdlib.h>
#include <math.h>
#include <string.h>

#include <rekindle/schema.h>
#include <rekindle/str.h>

void record_init(struct record *record, const struct instrument *instrument)
{
	*record = (struct record){ .instrument = instrument };
	object_init(KIND_ALLIANCE, &record->alliance);
	object_init(KIND_ASSESSMENT, &record->assessment);
}

void record_release(struct record *record)
{
	free(record->grid);
	pool_release(&record->pool);
	pool_release(&record->instrument_pool);
	*record = (struct record){ 0 };
}

static size_t cell(const struct record *record, int respondent, int item)
{
	return (size_t)respondent * record->instrument->item_count + (size_t)item;
}

/* A cell of the grid below this is a mark: state and rating, as a number of their own. */
#define NO_ANSWER (-1)
#define MARK_STATE 8 /* above the highest rating */

void record_settle(struct record *record)
{
	for (size_t i = 0; i < record->party_count; i++)
		if (str_blank(record->parties[i].label))
			record->parties[i].label = record->parties[i].name;
	size_t cells = record->respondent_count * record->instrument->item_count;
	record->grid = mem_resize(record->grid, cells * sizeof(*record->grid));
	for (size_t i = 0; i < cells; i++)
		record->grid[i] = NO_ANSWER;
	for (size_t i = 0; i < record->answer_count; i++)
		record->grid[cell(record, record->answers[i].respondent, record->answers[i].item)] =
			(int)i;
}

static int mark_of(int at)
{
	return NO_ANSWER - 1 - at;
}

void record_mark(
	struct record *record, int respondent, int item, enum answer_state state, int rating)
{
	record->grid[cell(record, respondent, item)] = mark_of((int)state * MARK_STATE + rating);
}

const struct answer *record_answer(const struct record *record, int respondent, int item)
{
	int at = record->grid[cell(record, respondent, item)];
	return at < 0 ? NULL : &record->answers[at];
}

struct answer *record_put_answer(struct record *record, int respondent, int item)
{
	int *at = &record->grid[cell(record, respondent, item)];
	if (*at < 0) {
		struct answer *answer = record_add(record, KIND_ANSWER);
		answer->respondent = respondent;
		answer->item = item;
		*at = (int)record->answer_count - 1;
	}
	return &record->answers[*at];
}

enum answer_state record_state(const struct record *record, int respondent, int item)
{
	int at = record->grid[cell(record, respondent, item)];
	if (at >= 0)
		return (enum answer_state)record->answers[at].state;
	return at == NO_ANSWER ? STATE_BLANK : (enum answer_state)(mark_of(at) / MARK_STATE);
}

static int raw_rating(const struct answer *answer)
{
	return answer->value.type == VALUE_NUMBER ? (int)answer->value.number : 0;
}

int record_rating(const struct record *record, int respondent, int item)
{
	int at = record->grid[cell(record, respondent, item)];
	if (record_state(record, respondent, item) != STATE_ANSWERED)
		return 0;
	int raw = at >= 0 ? raw_rating(&record->answers[at]) : mark_of(at) % MARK_STATE;
	return raw && record->instrument->items[item].reversed ? 6 - raw : raw;
}

struct gate_decision *record_gate_decision(const struct record *record, int number)
{
	for (size_t i = 0; i < record->gate_decision_count; i++)
		if (record->gate_decisions[i].number == number)
			return &record->gate_decisions[i];
	return NULL;
}

const struct plan_frame *record_plan(const struct record *record)
{
	static const struct plan_frame none = { .start = DATE_NONE,
		.track = -1,
		.horizon = INT_NONE,
		.workshop = DATE_NONE,
		.redrawn = DATE_NONE,
		.gates_from = INT_NONE,
		.gates_day = DATE_NONE,
		.works_year_end = TRI_UNKNOWN };
	return record->plan_count ? record->plans : &none;
}

struct plan_frame *record_put_plan(struct record *record)
{
	if (!record->plan_count) {
		struct plan_frame *plan = record_add(record, KIND_PLAN);
		plan->round = record->assessment.object.id;
	}
	return record->plans;
}

struct kpi_list record_kpis_now(const struct record *record)
{
	return (struct kpi_list){ record->kpis, record->kpi_count, record->actuals,
		record->actual_count };
}

struct kpi_list record_kpis(const struct record *record)
{
	if (record->assessment.sealed == DATE_NONE)
		return record_kpis_now(record);
	return (struct kpi_list){ record->sealed_kpis, record->sealed_kpi_count,
		record->sealed_actuals, record->sealed_actual_count };
}

bool kpi_contradicts(const struct kpi *kpi)
{
	if (isnan(kpi->baseline) || isnan(kpi->target) || kpi->baseline == kpi->target)
		return false;
	return (kpi->target > kpi->baseline) != (kpi->direction == DIRECTION_HIGHER);
}

int kpi_readings(const struct kpi_list *list, int kpi)
{
	int n = 0;
	for (size_t i = 0; i < list->actual_count; i++)
		n += list->actuals[i].kpi == kpi;
	return n;
}

const struct profile *record_profile(const struct record *record)
{
	static const struct profile none = { .contract_ends = DATE_NONE,
		.notice_days = INT_NONE,
		.amendable = TRI_UNKNOWN,
		.breach = TRI_UNKNOWN,
		.litigation = TRI_UNKNOWN,
		.competitors = TRI_UNKNOWN };
	return record->profile_count ? record->profiles : &none;
}

struct profile *record_put_profile(struct record *record)
{
	if (!record->profile_count)
		record_add(record, KIND_PROFILE);
	return record->profiles;
}

/* The last counts, should there be two. */
static struct party_profile *party_profile_of(const struct record *record, int party)
{
	for (size_t i = record->party_profile_count; i-- > 0;)
		if (record->party_profiles[i].party == party)
			return &record->party_profiles[i];
	return NULL;
}

const struct party_profile *record_party_profile(const struct record *record, int party)
{
	static const struct party_profile none = { .party = -1,
		.size_class = -1,
		.has_sponsor = TRI_UNKNOWN,
		.stance = STANCE_ENGAGED,
		.escalated = TRI_UNKNOWN };
	const struct party_profile *found = party_profile_of(record, party);
	return found ? found : &none;
}

struct party_profile *record_put_party_profile(struct record *record, int party)
{
	struct party_profile *found = party_profile_of(record, party);
	if (found)
		return found;
	found = record_add(record, KIND_PARTY_PROFILE);
	found->party = party;
	return found;
}

void record_begin_profile(struct record *record)
{
	record_put_profile(record);
	for (size_t p = 0; p < record->party_count; p++)
		record_put_party_profile(record, (int)p);
}

bool record_party_silent(const struct record *record, int party)
{
	const struct party_profile *known = record_party_profile(record, party);
	return known->stance == STANCE_UNRESPONSIVE && known->escalated == TRI_YES;
}

enum check record_check(const struct record *record, enum check_row row)
{
	enum check value = CHECK_UNKNOWN;
	for (size_t i = 0; i < record->checklist_count; i++)
		if (record->checklists[i].row == (int)row)
			value = (enum check)record->checklists[i].value;
	return value;
}

bool record_asked(const struct record *record, int respondent, int item)
{
	const struct item *question = &record->instrument->items[item];
	if (question->kind != ITEM_RATED ||
		!item_asks(question, (enum role)record->respondents[respondent].role))
		return false;
	enum answer_state state = record_state(record, respondent, item);
	if (state != STATE_BLANK)
		return state != STATE_NOT_ASKED;
	return record->assessment.kind != ROUND_PULSE || question->health_check;
}

bool record_has_data(const struct record *record, int respondent)
{
	for (size_t i = 0; i < record->instrument->item_count; i++)
		if (record_asked(record, respondent, (int)i) &&
			record_rating(record, respondent, (int)i))
			return true;
	return false;
}

int record_answers(const struct record *record, int respondent)
{
	int n = 0;
	for (size_t i = 0; i < record->instrument->item_count; i++) {
		const struct answer *answer = record_answer(record, respondent, (int)i);
		n += answer && answer->state != STATE_BLANK;
	}
	return n;
}

static bool stands_before(const struct process *a, const struct process *b)
{
	return a->place != INT_NONE && (b->place == INT_NONE || a->place < b->place);
}

void record_order(struct record *record)
{
	for (size_t i = 1; i < record->process_count; i++) {
		struct process step = record->processes[i];
		size_t at = i;
		for (; at && stands_before(&step, &record->processes[at - 1]); at--)
			record->processes[at] = record->processes[at - 1];
		record->processes[at] = step;
	}
}

void record_move_step(struct record *record, size_t from, size_t to)
{
	for (size_t i = 0; i < record->process_count; i++) {
		size_t at = i;
		if (i == from)
			at = to;
		else if (i > from && i <= to)
			at = i - 1;
		else if (i < from && i >= to)
			at = i + 1;
		record->processes[i].place = (int)at + 1;
	}
}

bool record_interviewee(const struct record *record, int person)
{
	bool is = record->people[person].interviewee != TRI_NO;
	for (size_t i = 0; !is && i < record->respondent_count; i++)
		is = record->respondents[i].person == person;
	return is;
}

int record_interviewees(const struct record *record)
{
	int n = 0;
	for (size_t i = 0; i < record->person_count; i++)
		n += record_interviewee(record, (int)i);
	return n;
}

int record_ours(const struct record *record)
{
	for (size_t i = 0; i < record->party_count; i++)
		if (record->parties[i].ours == TRI_YES)
			return (int)i;
	return 0;
}

/* Past a JSON text whose quote stands at text; strings are all that braces and colons hide in. */
static const char *past_string(const char *text)
{
	for (text++; *text && *text != '"'; text++)
		if (*text == '\\' && text[1])
			text++;
	return *text ? text + 1 : text;
}

/* Does the JSON object have a member of that name, itself and not in what it holds? */
static bool has_member(const char *json, const char *name)
{
	int depth = 0;
	while (*json) {
		if (*json != '"') {
			depth += *json == '{' || *json == '['  ? 1
				: *json == '}' || *json == ']' ? -1
							       : 0;
			json++;
			continue;
		}
		const char *end = past_string(json), *after = end + strspn(end, " \t\r\n");
		size_t n = strlen(name);
		if (depth == 1 && *after == ':' && (size_t)(end - json) == n + 2 &&
			!memcmp(json + 1, name, n))
			return true;
		json = end;
	}
	return false;
}

bool record_example(const struct record *record)
{
	const char *extra = record->alliance.object.extra;
	return extra && has_member(extra, "example");
}

int milestone_late(const struct milestone *milestone, int day)
{
	int until = milestone->reached == DATE_NONE ? day : milestone->reached;
	if (milestone->due == DATE_NONE || until == DATE_NONE)
		return INT_NONE;
	return until > milestone->due ? until - milestone->due : 0;
}

const char *record_surname(const char *name)
{
	const char *start = strrchr(name, ' ');

	if (!start)
		return name;
	for (start++; start - 1 > name;) {
		const char *before = start - 1;
		while (before > name && before[-1] != ' ')
			before--;
		if (before == name || *before < 'a' || *before > 'z')
			break;
		start = before;
	}
	return start;
}
