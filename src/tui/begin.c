/* SPDX-License-Identifier: MIT */
/*
 * How an interview begins: with the opening card, or where the last sitting ended.
 */
#include "app.h"

void app_interview(struct app *app, int person)
{
	const struct record *record = &app->record;
	for (size_t i = 0; i < record->respondent_count; i++) {
		const struct respondent *respondent = &record->respondents[i];
		if (respondent->person != person || respondent->consent != TRI_YES)
			continue;
		int64_t key = respondent->object.key;
		app_push(app, &screen_interview, &key);
		return;
	}
	app_push(app, &screen_opening, &person);
}
