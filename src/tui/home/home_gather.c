/* SPDX-License-Identifier: MIT */
/*
 * What the home shows, gathered from the record: who was heard, what was answered, what comes next.
 */
#include "home.h"

#include <math.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/release.h>
#include <rekindle/sitting.h>
#include <rekindle/utf8.h>

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
	if (!record_interviewee(&app->record, p->person))
		return HEARING_NEVER;
	return p->planned ? HEARING_PLANNED : HEARING_OPEN;
}

static int count_owned(const struct record *record, int person)
{
	int n = 0;
	for (size_t i = 0; i < record->action_owner_count; i++)
		n += record->action_owners[i].person == person;
	for (size_t i = 0; i < record->objective_owner_count; i++)
		n += record->objective_owners[i].person == person;
	return n;
}

static const char *state_word(struct home *home, const struct app *app, struct home_person *p)
{
	static const enum sentence said[] = { [HEARING_HEARD] = W_HEARING_HEARD,
		[HEARING_BEGUN] = W_HEARING_BEGUN,
		[HEARING_PLANNED] = W_HEARING_PLANNED,
		[HEARING_OPEN] = W_HEARING_OPEN,
		[HEARING_UNWILLING] = W_HEARING_UNWILLING };
	static const enum sentence asked[] = { [HEARING_HEARD] = W_HEARING_ANSWERED,
		[HEARING_BEGUN] = W_HEARING_BEGUN,
		[HEARING_PLANNED] = W_HEARING_ASK,
		[HEARING_OPEN] = W_HEARING_ASK,
		[HEARING_UNWILLING] = W_HEARING_UNWILLING };
	const char *time;
	int day = home_planned_day(&home->pool, p->planned, &time);
	if (p->hearing == HEARING_NEVER)
		return words(&home->pool, W_HEARING_NEVER,
			hole_count("n", count_owned(&app->record, p->person)));
	if (home_is_pulse(app))
		return words_plain(asked[p->hearing]);
	if (p->hearing != HEARING_PLANNED || day == DATE_NONE)
		return words_plain(said[p->hearing]);
	p->late = day < app->today;
	if (day == app->today)
		return time ? words(&home->pool, W_WHEN_TODAY_AT, hole_text("time", time))
			    : words_plain(W_WHEN_TODAY);
	return words(
		&home->pool, p->late ? W_WHEN_LATE : W_WHEN_DAY, hole_day("day", day, DAY_SHORT));
}

static void add_person(struct home *home, const struct app *app, struct home_person given)
{
	struct home_person *p = POOL_APPEND(&home->pool, home->people, home->people_count);
	*p = given;
	p->hearing = hearing_of(app, p);
	p->state = state_word(home, app, p);
	p->name = p->name ? pool_strdup(&home->pool, p->name) : words_plain(W_NO_NAME);
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
				.planned = home_is_pulse(app) ? NULL : person->planned });
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

static void add_flag(struct home *home, const struct record *record, const struct answer *answer)
{
	const struct item *item = &record->instrument->items[answer->item];
	const char *who = words_respondent(&home->pool, record, answer->respondent);
	*POOL_APPEND(&home->pool, home->flagged, home->flagged_count) = words(
		&home->pool, W_FLAG, hole_text("who", who), hole_text("item", item->shorthand));
}

static void gather_flags(struct home *home, const struct record *record)
{
	int notes = 0;
	for (size_t i = 0; i < record->answer_count; i++) {
		const struct answer *answer = &record->answers[i];
		if (answer->flag == TRI_YES &&
			record_answer(record, answer->respondent, answer->item) == answer)
			add_flag(home, record, answer);
	}
	for (size_t i = 0; i < record->note_count; i++)
		notes += !record->notes[i].filed;
	home->count_text = pool_printf(&home->pool, "%s     %s     %s",
		words(&home->pool, W_COUNT_FLAGS, hole_count("flags", (int)home->flagged_count)),
		words(&home->pool, W_COUNT_NOTES, hole_count("notes", notes)),
		words(&home->pool, W_COUNT_ACTIONS, hole_text("due", home->due_text)));
}

static const char *safe_text(struct home *home, struct app *app)
{
	enum grade grade = app_diagnosis(app)->confidence.grade;
	if (home_is_pulse(app)) /* what is said of it follows */
		return "";
	const struct confidence_words said =
		words_confidence(&home->pool, &app->record, app_diagnosis(app));
	if (grade == GRADE_A)
		return words_plain(W_SAFE);
	if (!said.raise[0])
		return "";
	struct hole raise = hole_text("raise", words_reasons(&home->pool, said.raise));
	if (grade == GRADE_NONE)
		return words(&home->pool, W_UNSAFE_UNGRADED, raise);
	return words(&home->pool, W_UNSAFE, raise, hole_text("grade", grade_word(grade)));
}

/* How much of the round a joint edition would show now. */
static const char *preview_text(struct home *home, struct app *app)
{
	struct edition_view view;
	release_view(&view, &app->record, app_diagnosis(app), EDITION_JOINT);
	struct preview_count aspects = preview_aspects(app_diagnosis(app), &view);
	edition_release(&view);
	home->shown = aspects.shown;
	home->showable = aspects.all;
	return aspects.all ? words(&home->pool, W_PREVIEW_HOME, hole_count("shown", aspects.shown),
				     hole_count("all", aspects.all))
			   : "";
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
	home_gather_rounds(home, app);
	home_gather_since(home, app);
	gather_flags(home, &app->record);
	home->safe_text = safe_text(home, app);
	home->preview_text = preview_text(home, app);
	home_gather_next(home, app);
}
