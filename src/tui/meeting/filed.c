/* SPDX-License-Identifier: MIT */
/*
 * Where a note or decision is filed, as the words of a choice.
 */
#include "filed.h"

#define PLACES_MOST 1000000 /* of one kind: what a choice means is its kind and its place there */

static int meaning_of(enum filed filed, int index)
{
	return filed == FILED_NOWHERE ? 0 : (int)filed * PLACES_MOST + index;
}

static void add(struct form_words *places, const struct record *record, enum filed filed, int index)
{
	struct minute minute = minute_of(places->pool, record, "", filed, index);
	form_word(places, words_filed(places->pool, record, &minute), meaning_of(filed, index));
}

static bool is_gone(const struct minute *minute)
{
	return minute->filed != FILED_NOWHERE && minute->index < 0;
}

static void add_risks(struct form_words *places, struct app *app, const struct minute *minute)
{
	for (size_t i = 0; i < app->record.risk_count; i++)
		if (!app_sealed(app) || (minute->filed == FILED_RISK && minute->index == (int)i))
			add(places, &app->record, FILED_RISK, (int)i);
}

void filed_places(struct form_words *places, struct app *app, const struct minute *minute,
	const char *nothing, bool people)
{
	const struct record *record = &app->record;
	const struct plan *plan = plan_is_stored(record) ? app_plan(app) : NULL;
	form_word(places, nothing, meaning_of(FILED_NOWHERE, -1));
	if (is_gone(minute))
		form_word(places, words_filed(places->pool, record, minute), -1);
	for (size_t i = 0; plan && i < plan->action_count; i++)
		add(places, record, FILED_ACTION, plan->actions[i].stored);
	for (size_t i = 0; i < record->joint_objective_count; i++)
		add(places, record, FILED_OBJECTIVE, (int)i);
	add_risks(places, app, minute);
	for (size_t i = 0; people && i < record->person_count; i++)
		add(places, record, FILED_PERSON, (int)i);
}

int filed_meaning(const struct minute *minute)
{
	return is_gone(minute) ? -1 : meaning_of(minute->filed, minute->index);
}

struct minute filed_of(struct record *record, const char *text, int meaning)
{
	return minute_of(&record->pool, record, text, (enum filed)(meaning / PLACES_MOST),
		meaning % PLACES_MOST);
}
