/* SPDX-License-Identifier: MIT */
/*
 * What holds for every plan of a track, and the days of plans (rekindle-method(7), section 7).
 */
#include <assert.h>
#include "plan_parts.h"

/* First step that waits for gate 1; 8: none does. */
static const int track_gated_from[TRACK_COUNT] = {
	[TRACK_EXIT] = PLAN_STEPS + 1,
	[TRACK_ESCALATE] = 3,
	[TRACK_HEAR_FIRST] = PLAN_STEPS + 1,
	[TRACK_REDECIDE] = 4,
	[TRACK_RESTRUCTURE] = PLAN_STEPS + 1,
	[TRACK_RECOMMIT] = PLAN_STEPS + 1,
	[TRACK_RELAUNCH] = PLAN_STEPS + 1,
	[TRACK_SUSTAIN] = PLAN_STEPS + 1,
};

int track_first_gated(enum track track)
{
	return track_gated_from[track];
}

bool track_wants_wins(enum track track)
{
	return track == TRACK_REDECIDE || track == TRACK_RESTRUCTURE || track == TRACK_RECOMMIT ||
		track == TRACK_RELAUNCH;
}

bool plan_agrees(enum track track)
{
	return track_wants_wins(track);
}

int plan_active_most(enum track track)
{
	return track == TRACK_SUSTAIN ? PLAN_LIGHT_MAX : PLAN_ACTIVE_MAX;
}

int step_phase(int step)
{
	static const int phase[PLAN_STEPS] = { 1, 1, 2, 2, 3, 3, 4 };

	assert(step >= 1 && step <= PLAN_STEPS);
	return phase[step - 1];
}

int plan_to_monday(int day)
{
	int weekday = date_weekday(day);

	return weekday >= DATE_SATURDAY ? day + 8 - weekday : day;
}

int plan_day(int start, int today)
{
	return today - start + 1;
}
