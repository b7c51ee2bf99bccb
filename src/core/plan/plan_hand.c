/* SPDX-License-Identifier: MIT */
/*
 * What a hand sets of a stored action or of the charter, and what follows from it.
 */
#include "plan_parts.h"

#define WEEKS_USUAL 2
#define OWN_DAYS 11 /* from the first day of one's own, a Monday, to the Friday a week on */

void plan_own_action(struct plan_action *action, const struct record *rec, int step, int today)
{
	object_init(KIND_PLAN_ACTION, action);
	action->round = rec->assessment.object.id;
	action->step = step;
	action->start = date_next_monday(today);
	action->due = action->start + OWN_DAYS;
	action->dated = action->active = TRI_YES;
}

void plan_set_status(struct plan_action *action, enum status status, int day)
{
	action->status = (int)status;
	action->closed = status == STATUS_DONE || status == STATUS_DROPPED ? day : DATE_NONE;
	if (status != STATUS_BLOCKED && status != STATUS_DROPPED)
		action->reason = NULL;
}

void plan_sign_charter(struct charter *charter, const struct charter *standing)
{
	if (charter->agreed == DATE_NONE)
		return;
	for (int part = 0; part < CHARTER_PARTS; part++)
		if (standing->text[part])
			charter->text[part] = standing->text[part];
	for (int level = 0; level < CHARTER_LEVELS; level++)
		charter->hours[level] = standing->hours[level];
}

void plan_set_adopted(struct plan_action *action, bool adopted)
{
	action->adopted = adopted ? TRI_YES : TRI_UNKNOWN;
}

void plan_set_dated(struct plan_action *action)
{
	action->dated = TRI_YES;
	if (action->due == DATE_NONE) {
		action->start = DATE_NONE;
		action->active = TRI_NO;
		action->moved = TRI_YES;
	} else if (action->active == TRI_NO) {
		action->active = action->moved = TRI_YES;
	}
	if (action->due != DATE_NONE && action->start == DATE_NONE)
		action->start = action->due;
}

void plan_set_active(
	struct plan_action *action, const struct planned_action *planned, bool now, int today)
{
	int weeks = planned && planned->action && planned->action->weeks ? planned->action->weeks
									 : WEEKS_USUAL;

	action->active = now ? TRI_YES : TRI_NO;
	action->moved = TRI_YES;
	action->start = now ? date_next_monday(today) : DATE_NONE;
	action->due = now ? action->start + 7 * weeks - 3 : DATE_NONE;
}
