/* SPDX-License-Identifier: MIT */
/*
 * What comes next: a table of steps in their order. The first that is not done is the first line of
 * the home, and Enter goes where it is done.
 */
#include "home.h"

#include <string.h>

#include <rekindle/carried.h>
#include <rekindle/date.h>
#include <rekindle/sheets.h>
#include <rekindle/sitting.h>
#include <rekindle/utf8.h>

#include "../rounds/confirm.h"
#include "reading.h"

#define ONE_LINE 76 /* cells of a line in the standard layout */

int home_planned_day(struct pool *pool, const char *planned, const char **time)
{
	int number = DATE_NONE;
	*time = NULL;
	if (!planned)
		return DATE_NONE;
	date_parse(pool_strndup(pool, planned, DATE_TEXT - 1), &number);
	if (strlen(planned) >= 16)
		*time = pool_strndup(pool, planned + 11, 5);
	return number;
}

/* Does a come before b? Begun first, then by day and time, those without a day last. */
static bool comes_before(const struct home_person *a, const struct home_person *b)
{
	if (a->hearing != b->hearing)
		return a->hearing < b->hearing;
	return a->hearing == HEARING_PLANNED && strcmp(a->planned, b->planned) < 0;
}

static int next_person(const struct home *home)
{
	int next = -1;
	for (size_t i = 0; i < home->people_count; i++) {
		enum hearing hearing = home->people[i].hearing;
		if (hearing == HEARING_HEARD || hearing == HEARING_UNWILLING ||
			hearing == HEARING_NEVER)
			continue;
		if (next < 0 || comes_before(&home->people[i], &home->people[next]))
			next = (int)i;
	}
	return next;
}

/* Is there somebody to hear of that party, -1 of any? */
static bool has_people(const struct home *home, int party)
{
	for (size_t i = 0; i < home->people_count; i++)
		if (home->people[i].hearing != HEARING_NEVER &&
			(party < 0 || home->people[i].party == party))
			return true;
	return false;
}

static int party_without_people(const struct home *home)
{
	for (int p = 0; p < home->parties; p++)
		if (!has_people(home, p))
			return p;
	return -1;
}

static const char *when_text(struct home *home, const struct app *app, const struct home_person *p)
{
	const char *time;
	int day = home_planned_day(&home->pool, p->planned, &time);
	if (day == DATE_NONE)
		return words_plain(W_WHEN_NEVER);
	if (day == app->today || day == app->today + 1) {
		bool today = day == app->today;
		return time ? words(&home->pool, today ? W_WHEN_TODAY_AT : W_WHEN_TOMORROW_AT,
				      hole_text("time", time))
			    : words_plain(today ? W_WHEN_TODAY : W_WHEN_TOMORROW);
	}
	struct hole date = hole_day("day", day, DAY_SHORT);
	if (!time)
		return words(&home->pool, day < app->today ? W_WHEN_PAST : W_WHEN_DAY, date);
	return words(&home->pool, day < app->today ? W_WHEN_PAST_AT : W_WHEN_DAY_AT, date,
		hole_text("time", time));
}

/* "Ana Ruiz, Phoenix's sponsor", "the sponsor of Phoenix". */
static const char *who_text(
	struct home *home, const struct record *record, const struct home_person *p)
{
	const char *label = home->party_label[p->party];
	struct hole party = hole_text("party", label);
	struct hole role = hole_text("role", words_role(p->role));
	bool named = p->person >= 0 ? record->people[p->person].name != NULL
				    : record->respondents[p->respondent].name != NULL;
	if (!named)
		return words(&home->pool, W_WHO_UNNAMED, role, party);
	return words(&home->pool, label[strlen(label) - 1] == 's' ? W_WHO_S : W_WHO,
		hole_text("name", p->name), party, role);
}

static const char *go_on_text(struct home *home, const struct record *record,
	const struct home_person *p, const char *who)
{
	struct flow flow;
	flow_init(&flow, record, p->respondent);
	struct flow_counts counts = flow_count(&flow);
	flow_release(&flow);
	return words(&home->pool, W_NEXT_GO_ON, hole_text("who", who),
		hole_count("settled", counts.settled), hole_count("questions", counts.questions));
}

/* The minutes are left out where the line would be too long with them. */
static const char *interview_text(
	struct home *home, const struct app *app, const struct home_person *p)
{
	const char *who = who_text(home, &app->record, p);
	if (p->hearing == HEARING_BEGUN)
		return go_on_text(home, &app->record, p, who);
	struct hole whom = hole_text("who", who);
	if (home_is_pulse(app))
		return words(&home->pool, W_NEXT_CHECK, whom);
	struct hole when = hole_text("when", when_text(home, app, p));
	const char *text = words(&home->pool, W_NEXT_INTERVIEW_LONG, whom, when,
		hole_count("minutes", sitting_minutes_usual(&app->record)));
	return utf8_cells(UTF8_SCREEN, text) <= ONE_LINE
		? text
		: words(&home->pool, W_NEXT_INTERVIEW, whom, when);
}

/* Steps: each says what is to be done, or NULL: nothing is. */

static const char *decide(struct home *home, struct app *app)
{
	(void)app;
	return home->decision;
}

static const char *name_people(struct home *home, struct app *app)
{
	(void)app;
	return has_people(home, -1) ? NULL : words_plain(W_NEXT_PEOPLE);
}

/* Whose sheet is not back though its closing date has passed; *first: the earliest of these. */
static int sheets_missing(const struct app *app, int *person, int *first)
{
	int n = 0;
	*first = DATE_NONE;
	for (int i = 0; i < (int)app->record.person_count; i++) {
		int at;
		if (sheet_state(&app->record, i, app->today, &at) != SHEET_MISSING)
			continue;
		int closes = app->record.sheets[at].closes;
		if (!n++ || closes < *first) {
			*first = closes;
			*person = i;
		}
	}
	return n;
}

static const char *ask_for_sheets(struct home *home, struct app *app)
{
	int person = -1, first, n = sheets_missing(app, &person, &first);
	if (!n)
		return NULL;
	struct hole day = hole_day("day", first, DAY_SHORT);
	if (n > 1)
		return words(&home->pool, W_NEXT_SHEETS, hole_count("n", n), day);
	return words(&home->pool, W_NEXT_SHEET,
		hole_text("who", words_person_short(&home->pool, &app->record, person, false)),
		day);
}

/* Somebody who is planned for a later day leaves time for what comes before. */
static bool can_wait(struct home *home, const struct app *app)
{
	const struct home_person *p = &home->people[home->next_person];
	const char *time;
	int day = home_planned_day(&home->pool, p->planned, &time);
	return p->hearing == HEARING_PLANNED && day != DATE_NONE && day > app->today;
}

static const char *hear_now(struct home *home, struct app *app)
{
	if (home->next_person < 0 || (!home_is_pulse(app) && can_wait(home, app)))
		return NULL;
	return interview_text(home, app, &home->people[home->next_person]);
}

static const char *hear_later(struct home *home, struct app *app)
{
	return home->next_person < 0 ? NULL
				     : interview_text(home, app, &home->people[home->next_person]);
}

static const char *name_people_of(struct home *home, struct app *app)
{
	(void)app;
	return home->next_party < 0
		? NULL
		: words(&home->pool, W_NEXT_PEOPLE_OF,
			  hole_text("party", home->party_label[home->next_party]));
}

static const char *begin_round(struct home *home, struct app *app)
{
	return home_round_due(home, app);
}

static const char *act_now(struct home *home, struct app *app)
{
	return home->due_now ? home_due_next(home, app->today) : NULL;
}

static const char *act_later(struct home *home, struct app *app)
{
	return home_due_next(home, app->today);
}

static const char *confirm_carried(struct home *home, struct app *app)
{
	int n = confirm_count(&app->record, CONFIRM_ALL);
	return n ? words(&home->pool, W_NEXT_CONFIRM, hole_count("n", n)) : NULL;
}

static bool is_unfilled(const struct profile *profile)
{
	return !profile->type && !profile->ambitions && profile->contract_ends == DATE_NONE &&
		profile->amendable == TRI_UNKNOWN && profile->competitors == TRI_UNKNOWN;
}

static const char *fill_profile(struct home *home, struct app *app)
{
	(void)home;
	return is_unfilled(record_profile(&app->record)) ? words_plain(W_NEXT_PROFILE) : NULL;
}

static bool any_check(const struct record *record)
{
	for (int row = 0; row < CHECK_ROWS; row++)
		if (record_check(record, row) != CHECK_UNKNOWN)
			return true;
	return false;
}

static const char *fill_audit(struct home *home, struct app *app)
{
	static const enum kind kinds[] = { KIND_OBJECTIVE, KIND_KPI, KIND_MILESTONE, KIND_PROCESS,
		KIND_ROUTE, KIND_RISK, KIND_EVENT, KIND_INCIDENT, KIND_CONTRIBUTION };
	bool any = any_check(&app->record);
	(void)home;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		any |= record_count(&app->record, kinds[i]) > 0;
	return any ? NULL : words_plain(W_NEXT_AUDIT);
}

static bool is_of_people(const struct reason *reason)
{
	return reason->kind == REASON_NOBODY || reason->kind == REASON_ONE_SIDED ||
		reason->kind == REASON_FEW || reason->kind == REASON_ROLE_MISSING ||
		reason->kind == REASON_FEW_ROLES;
}

/* Until the diagnosis was read, which says the same. */
static const char *hear_for_diagnosis(struct home *home, struct app *app)
{
	(void)home;
	const struct confidence *confidence = &app_diagnosis(app)->confidence;
	bool people = false;
	for (int i = 0; i < confidence->reason_count; i++)
		people |= is_of_people(&confidence->reasons[i]);
	if (confidence->grade == GRADE_A || !people || plan_is_stored(&app->record) ||
		home_was_read(app, HOME_READ_DIAGNOSIS))
		return NULL;
	return words_plain(W_NEXT_SAFE);
}

/* Until it was looked at what the other side would see. */
static const char *hear_for_edition(struct home *home, struct app *app)
{
	if (home->shown * 2 >= home->showable || plan_is_stored(&app->record) ||
		home_was_read(app, HOME_READ_PREVIEW))
		return NULL;
	return words(&home->pool, W_NEXT_EDITION, hole_count("shown", home->shown),
		hole_count("all", home->showable));
}

/* Whose plan is stored has read the baseline; a later round is read beside its plan. */
static const char *read_diagnosis(struct home *home, struct app *app)
{
	bool planned =
		plan_is_stored(&app->record) && app->record.assessment.kind == ROUND_BASELINE;
	(void)home;
	return planned || home_was_read(app, HOME_READ_DIAGNOSIS) ? NULL : words_plain(W_NEXT_READ);
}

static const char *draw_up_plan(struct home *home, struct app *app)
{
	(void)home;
	bool can = app_diagnosis(app)->confidence.grade != GRADE_NONE;
	return can && !plan_is_stored(&app->record) ? words_plain(W_NEXT_PLAN) : NULL;
}

static const char *read_pulse(struct home *home, struct app *app)
{
	(void)home;
	(void)app;
	return words_plain(W_NEXT_PULSE_DONE);
}

static const char *read_sealed(struct home *home, struct app *app)
{
	return words(&home->pool, W_NEXT_SEALED,
		hole_day("day", app->record.assessment.sealed, DAY_LONG));
}

static const char *rest(struct home *home, struct app *app)
{
	(void)home;
	(void)app;
	return words_plain(W_NEXT_NOTHING);
}

/* In which rounds a step is one. */
enum { OPEN = 1, SEALED = 2, PULSE = 4, SEALED_PULSE = 8 };

static const struct {
	enum next_kind kind;
	unsigned where;
	const char *(*says)(struct home *, struct app *);
} steps[] = {
	{ NEXT_DECISION, OPEN | SEALED, decide },
	{ NEXT_ADD, OPEN | PULSE, name_people },
	{ NEXT_SHEETS, OPEN | PULSE, ask_for_sheets },
	{ NEXT_INTERVIEW, OPEN | PULSE, hear_now },
	{ NEXT_ADD, OPEN | PULSE, name_people_of },
	{ NEXT_BEGIN, OPEN | SEALED, begin_round },
	{ NEXT_ACTION, OPEN | SEALED, act_now },
	{ NEXT_CONFIRM, OPEN, confirm_carried },
	{ NEXT_PROFILE, OPEN, fill_profile },
	{ NEXT_AUDIT, OPEN, fill_audit },
	{ NEXT_INTERVIEW, OPEN, hear_later },
	{ NEXT_ADD, OPEN, hear_for_diagnosis },
	{ NEXT_PREVIEW, OPEN, hear_for_edition },
	{ NEXT_DIAGNOSIS, OPEN, read_diagnosis },
	{ NEXT_PLAN, OPEN, draw_up_plan },
	{ NEXT_ACTION, OPEN | SEALED, act_later },
	{ NEXT_DIAGNOSIS, PULSE | SEALED_PULSE, read_pulse },
	{ NEXT_DIAGNOSIS, SEALED, read_sealed },
	{ NEXT_DIAGNOSIS, OPEN, rest },
};
#define STEPS (sizeof(steps) / sizeof(*steps))

static unsigned round_of(const struct app *app)
{
	bool sealed = app_sealed(app);
	if (home_is_pulse(app))
		return sealed ? SEALED_PULSE : PULSE;
	return sealed ? SEALED : OPEN;
}

void home_gather_next(struct home *home, struct app *app)
{
	unsigned where = round_of(app);
	home->next_person = app_sealed(app) ? -1 : next_person(home);
	home->next_party = has_people(home, -1) ? party_without_people(home) : -1;
	home->next_text = NULL;
	for (size_t i = 0; i < STEPS && !home->next_text; i++)
		if (steps[i].where & where) {
			home->next = steps[i].kind;
			home->next_text = steps[i].says(home, app);
		}
	if (home->next != NEXT_INTERVIEW)
		home->next_person = -1;
	if (home->next != NEXT_ADD)
		home->next_party = -1;
}

static const struct {
	const struct screen_ops *place;
	const char *label;
} goes[] = {
	[NEXT_ACTION] = { &screen_plan, "plan" },
	[NEXT_DECISION] = { &screen_plan, "plan" },
	[NEXT_PLAN] = { &screen_plan, "plan" },
	[NEXT_DIAGNOSIS] = { &screen_diagnosis, "read" },
	[NEXT_CONFIRM] = { &screen_audit, "audit" },
	[NEXT_AUDIT] = { &screen_audit, "audit" },
	[NEXT_PROFILE] = { &screen_profile, "profile" },
	[NEXT_PREVIEW] = { &screen_preview, "other side" },
	[NEXT_SHEETS] = { &screen_sheets, "sheets" },
};

void home_go_next(const struct home *home, struct app *app)
{
	app_place(app, goes[home->next].place, NULL);
}

const char *home_next_label(const struct home *home)
{
	return goes[home->next].label;
}
