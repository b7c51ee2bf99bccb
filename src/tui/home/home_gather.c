/* SPDX-License-Identifier: MIT */
/*
 * What the home shows, gathered from the record: who was heard, what was answered, what comes next.
 */
#include "home.h"

#include <math.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define MINUTES_USUAL 45
#define ONE_LINE 76 /* cells of a line in the standard layout */

/* "2026-10-15T16:00" taken apart; *time is "" or "16:00". */
static int planned_day(const char *planned, char time[6])
{
	char day[DATE_TEXT];
	int number = DATE_NONE;
	time[0] = '\0';
	if (!planned)
		return DATE_NONE;
	snprintf(day, sizeof(day), "%.10s", planned);
	date_parse(day, &number);
	if (strlen(planned) >= 16)
		snprintf(time, 6, "%.5s", planned + 11);
	return number;
}

static bool begun(const struct app *app, int64_t respondent)
{
	struct pool pool = { 0 };
	struct store_sitting sitting = { 0 };
	struct errmsg why;
	bool found = false;
	enum err err = store_get_sitting(
		app->options.store, &app->record, respondent, &pool, &sitting, &found, &why);
	pool_release(&pool);
	return !err && found && !sitting.finished;
}

static bool has_core_blank(const struct record *record, int respondent)
{
	struct flow flow;
	flow_init(&flow, record, respondent);
	struct flow_counts counts = flow_count(&flow);
	flow_release(&flow);
	return counts.core_blank > 0;
}

/* A file from elsewhere has answers and no sitting: that is heard. So is what was only opened
 * again: what counts is that no core question is open. */
static enum hearing hearing_of(const struct app *app, const struct home_person *p)
{
	if (p->respondent >= 0) {
		const struct respondent *respondent = &app->record.respondents[p->respondent];
		bool data = record_has_data(&app->record, p->respondent);
		if (respondent->consent == TRI_NO && !data)
			return HEARING_UNWILLING;
		if (!data ||
			(begun(app, respondent->object.key) &&
				has_core_blank(&app->record, p->respondent)))
			return HEARING_BEGUN;
		return HEARING_HEARD;
	}
	return p->planned ? HEARING_PLANNED : HEARING_OPEN;
}

static const char *state_word(struct home *home, const struct app *app, struct home_person *p)
{
	static const char *const words[] = { [HEARING_HEARD] = "heard",
		[HEARING_BEGUN] = "begun",
		[HEARING_OPEN] = "to hear",
		[HEARING_UNWILLING] = "says no" };
	char time[6], day_text[32];
	if (p->hearing != HEARING_PLANNED)
		return words[p->hearing];
	int day = planned_day(p->planned, time);
	if (day == DATE_NONE)
		return "planned";
	p->late = day < app->today;
	if (day == app->today)
		return *time ? pool_printf(&home->pool, "today %s", time) : "today";
	return pool_printf(&home->pool, "%s%s", p->late ? "! " : "", date_short(day, day_text));
}

static void add_person(struct home *home, const struct app *app, struct home_person given)
{
	struct home_person *p = POOL_APPEND(&home->pool, home->people, home->people_count);
	*p = given;
	p->hearing = hearing_of(app, p);
	p->state = state_word(home, app, p);
	p->name = p->name ? pool_strdup(&home->pool, p->name) : "no name";
	p->planned = pool_strdup(&home->pool, p->planned);
}

static int respondent_of(const struct record *record, int person)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].person == person)
			return (int)i;
	return -1;
}

static void gather_people(struct home *home, const struct app *app)
{
	const struct record *record = &app->record;
	for (size_t i = 0; i < record->person_count; i++) {
		const struct person *person = &record->people[i];
		add_person(home, app,
			(struct home_person){ .person = (int)i,
				.respondent = respondent_of(record, (int)i),
				.party = person->party,
				.role = person->role,
				.name = person->name,
				.planned = person->planned });
	}
	for (size_t i = 0; i < record->respondent_count; i++) {
		const struct respondent *respondent = &record->respondents[i];
		if (respondent->person < 0)
			add_person(home, app,
				(struct home_person){ .person = -1,
					.respondent = (int)i,
					.party = respondent->party,
					.role = respondent->role,
					.name = respondent->name });
	}
}

static void gather_answered(struct home *home, const struct record *record)
{
	struct {
		int asked, answered;
	} counts[PARTIES_MAX][CAUSE_COUNT] = { 0 };
	for (size_t r = 0; r < record->respondent_count; r++)
		for (size_t i = 0; i < record->instrument->item_count; i++) {
			int scale = record->instrument->items[i].scale;
			int party = record->respondents[r].party;
			if (scale < 0 || scale >= ASPECT_COUNT ||
				!record_asked(record, (int)r, (int)i))
				continue;
			counts[party][scale / ASPECTS_PER_CAUSE].asked++;
			counts[party][scale / ASPECTS_PER_CAUSE].answered +=
				record_rating(record, (int)r, (int)i) > 0;
		}
	home->parties = (int)record->party_count;
	home->answered = pool_alloc(&home->pool, record->party_count * sizeof(*home->answered));
	home->party_label =
		pool_alloc(&home->pool, record->party_count * sizeof(*home->party_label));
	for (int p = 0; p < home->parties; p++) {
		home->party_label[p] = pool_strdup(&home->pool, record->parties[p].label);
		for (int c = 0; c < CAUSE_COUNT; c++)
			home->answered[p][c] = counts[p][c].asked
				? (double)counts[p][c].answered / counts[p][c].asked
				: NAN;
	}
}

static void gather_flags(struct home *home, const struct record *record)
{
	struct pool pool = { 0 };
	size_t notes = 0;
	for (size_t i = 0; i < record->answer_count; i++) {
		const struct answer *answer = &record->answers[i];
		if (answer->flag != TRI_YES ||
			record_answer(record, answer->respondent, answer->item) != answer)
			continue;
		*POOL_APPEND(&home->pool, home->flagged, home->flagged_count) =
			pool_printf(&home->pool, "%s: %s",
				record_respondent_name(record, &pool, answer->respondent),
				record->instrument->items[answer->item].shorthand);
	}
	for (size_t i = 0; i < record->note_count; i++)
		notes += !record->notes[i].filed;
	home->count_text =
		pool_printf(&home->pool, "Flags %zu     Notes to file %zu     Actions due: %s",
			home->flagged_count, notes, home->due_text);
	pool_release(&pool);
}

static void gather_safe(struct home *home, struct app *app)
{
	const struct confidence *confidence = &app_diagnosis(app)->confidence;
	const struct confidence_words said =
		words_confidence(&home->pool, &app->record, app_diagnosis(app));
	struct str text;
	str_init(&text);
	if (confidence->grade == GRADE_A)
		str_add(&text, "The diagnosis is safe: grade A.");
	else if (said.raise[0])
		str_add(&text, "For a safe diagnosis: ");
	for (int i = 0; said.raise[i]; i++)
		str_addf(&text, "%s%s", i ? "; " : "", said.raise[i]);
	if (said.raise[0])
		str_addf(&text, ".%s%s%s",
			confidence->grade == GRADE_NONE ? "" : " Now it has grade ",
			confidence->grade == GRADE_NONE ? "" : grade_word(confidence->grade),
			confidence->grade == GRADE_NONE ? "" : ".");
	home->safe_text = pool_strdup(&home->pool, text.text);
	str_release(&text);
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
		if (hearing == HEARING_HEARD || hearing == HEARING_UNWILLING)
			continue;
		if (next < 0 || comes_before(&home->people[i], &home->people[next]))
			next = (int)i;
	}
	return next;
}

static int party_without_people(const struct home *home)
{
	for (int p = 0; p < home->parties; p++) {
		size_t i = 0;
		while (i < home->people_count && home->people[i].party != p)
			i++;
		if (i == home->people_count)
			return p;
	}
	return -1;
}

static const char *when_text(struct home *home, const struct app *app, const struct home_person *p)
{
	char time[6], text[32];
	int day = planned_day(p->planned, time);
	if (day == DATE_NONE)
		return "no date yet";
	if (day == app->today || day == app->today + 1)
		return pool_printf(&home->pool, "%s%s%s", day == app->today ? "today" : "tomorrow",
			*time ? " " : "", time);
	return pool_printf(&home->pool, "%s%s%s%s", day < app->today ? "planned for " : "",
		date_short(day, text), *time ? " " : "", time);
}

static const char *interview_text(
	struct home *home, const struct app *app, const struct home_person *p)
{
	const char *party = home->party_label[p->party], *role = vocabulary_role.word[p->role];
	const struct record *record = &app->record;
	bool named = p->person >= 0 ? record->people[p->person].name != NULL
				    : record->respondents[p->respondent].name != NULL;
	const char *who = named ? pool_printf(&home->pool, "%s, %s%s %s", p->name, party,
					  party[strlen(party) - 1] == 's' ? "'" : "'s", role)
				: pool_printf(&home->pool, "the %s of %s", role, party);
	if (p->hearing != HEARING_BEGUN) {
		const char *when = when_text(home, app, p);
		const char *text = pool_printf(&home->pool, "Next: interview %s, %s, %d minutes.",
			who, when, MINUTES_USUAL);
		return utf8_cells(UTF8_SCREEN, text) <= ONE_LINE
			? text
			: pool_printf(&home->pool, "Next: interview %s, %s.", who, when);
	}
	struct flow flow;
	flow_init(&flow, record, p->respondent);
	struct flow_counts counts = flow_count(&flow);
	flow_release(&flow);
	return pool_printf(&home->pool, "Next: go on with %s, %d of %d settled.", who,
		counts.settled, counts.questions);
}

static void gather_next(struct home *home, const struct app *app)
{
	char day[32];
	int sealed = app->record.assessment.sealed;
	home->next_person = sealed != DATE_NONE ? -1 : next_person(home);
	home->next_party = home->people_count ? party_without_people(home) : -1;
	home->next = NEXT_DIAGNOSIS;
	const char *action = home_due_next(home, app->today);
	if (sealed != DATE_NONE && !action) {
		home->next_text = pool_printf(&home->pool,
			"Next: read the diagnosis; sealed on %s.", date_long(sealed, day));
	} else if (sealed == DATE_NONE && !home->people_count) {
		home->next = NEXT_ADD;
		home->next_text = "Next: add the people to hear, on every side.";
	} else if (home->next_person >= 0) {
		home->next = NEXT_INTERVIEW;
		home->next_text = interview_text(home, app, &home->people[home->next_person]);
	} else if (sealed == DATE_NONE && home->next_party >= 0) {
		home->next = NEXT_ADD;
		home->next_text = pool_printf(&home->pool,
			"Next: add people of %s; nobody there is named yet.",
			home->party_label[home->next_party]);
	} else if (action) {
		home->next = NEXT_ACTION;
		home->next_text = action;
	} else {
		home->next_text = "Next: read the diagnosis; everybody named here was heard.";
	}
}

void home_gather(struct home *home, struct app *app)
{
	pool_release(&home->pool);
	home->people = NULL;
	home->flagged = NULL;
	home->people_count = home->flagged_count = 0;
	gather_people(home, app);
	gather_answered(home, &app->record);
	home_gather_due(home, app);
	gather_flags(home, &app->record);
	gather_safe(home, app);
	gather_next(home, app);
}
