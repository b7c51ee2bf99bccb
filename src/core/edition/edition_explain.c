/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition leaves out, by kind.
 */
#include "edition.h"

static bool any_scale(const struct edition_view *view, enum withheld why, int end)
{
	for (int s = 0; s < end; s++)
		if (view->scale[s] == why)
			return true;
	return false;
}

/* A party value that is withheld; alone: where no score rests on it. */
static bool any_value(const struct edition_view *view, bool alone)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		for (int p = 0; p < PARTIES_MAX; p++)
			if (view->value[s][p] && (!alone || view->scale[s] == WITHHELD_NOT))
				return true;
	return false;
}

static bool any_of(const bool *marks, int count)
{
	for (int i = 0; i < count; i++)
		if (marks[i])
			return true;
	return false;
}

/* What goes with the route test is said there. */
bool edition_closes_cause(const struct edition_view *view, int cause)
{
	return view->cause[cause] &&
		(cause != CAUSE_STRATEGY || view->scale[ASPECT_RATIONALE] != WITHHELD_ROUTE);
}

void edition_explain(struct edition_view *view)
{
	bool *out = view->left_out;

	out[LEFT_OUT_SINGLE] = out[LEFT_OUT_CHANGES] = true;
	out[LEFT_OUT_FACTS] = view->facts_only;
	if (view->facts_only)
		return;
	out[LEFT_OUT_FEW] = any_scale(view, WITHHELD_FEW, SCALE_COUNT);
	out[LEFT_OUT_SECOND] = any_scale(view, WITHHELD_SECOND, ASPECT_COUNT);
	for (int c = 0; c < CAUSE_COUNT; c++)
		out[LEFT_OUT_CAUSES] = out[LEFT_OUT_CAUSES] || edition_closes_cause(view, c);
	out[LEFT_OUT_VALUES] = any_value(view, true);
	out[LEFT_OUT_KILLERS] = any_of(view->killer, KILLER_COUNT);
	out[LEFT_OUT_POINTS] = view->points;
	out[LEFT_OUT_ROUTE] = view->route && !view->partial;
	out[LEFT_OUT_RELEASE] = view->partial;
	out[LEFT_OUT_FINDINGS] = view->points || view->route || any_value(view, false);
}

int edition_withheld(const struct edition_view *view)
{
	int count = 0;

	for (int kind = 0; kind < LEFT_OUT_SINGLE; kind++)
		count += view->left_out[kind];
	return count;
}
