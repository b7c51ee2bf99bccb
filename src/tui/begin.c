/* SPDX-License-Identifier: MIT */
/*
 * How an interview begins: with the opening card, or where the last sitting ended.
 */
#include <rekindle/sitting.h>

#include "app.h"

void app_interview(struct app *app, int person)
{
	int i = sitting_of_person(&app->record, person);
	const struct respondent *respondent = i < 0 ? NULL : &app->record.respondents[i];
	if (respondent && respondent->consent == TRI_YES)
		app_push(app, &screen_interview, &respondent->object.key);
	else
		app_push(app, &screen_opening, &person);
}
