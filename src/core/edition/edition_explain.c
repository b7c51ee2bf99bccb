/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition leaves out, and why: one sentence for each kind of thing.
 */
#include <ctype.h>
#include "edition.h"

static void leave_out(struct edition_view *view, const char *text)
{
	*POOL_APPEND(&view->pool, view->left_out.text, view->left_out.count) = text;
}

static const char *join(struct edition_view *view, const char *list, const char *one, bool last)
{
	if (!*list)
		return one;
	return pool_printf(&view->pool, "%s%s%s", list, last ? " and " : ", ", one);
}

static const char *label_at(struct edition_view *view, int scale, bool first)
{
	char *label = pool_strdup(&view->pool, scale_info[scale].label);

	if (!first)
		label[0] = (char)tolower((unsigned char)label[0]);
	return label;
}

/* "Terms, skills delivered and trust"; "" when there is none. */
static const char *scales_where(
	struct edition_view *view, enum withheld why, int from, int end, int *count)
{
	const char *list = "";
	int last = -1;

	*count = 0;
	for (int s = from; s < end; s++)
		if (view->scale[s] == why) {
			last = s;
			(*count)++;
		}
	for (int s = from; s < end; s++)
		if (view->scale[s] == why)
			list = join(view, list, label_at(view, s, !*list), s == last);
	return list;
}

static void explain_few(struct edition_view *view)
{
	int count;
	const char *list = scales_where(view, WITHHELD_FEW, 0, SCALE_COUNT, &count);

	if (count == SCALE_COUNT)
		list = "Every aspect, symptom and result";
	if (count)
		leave_out(view,
			pool_printf(&view->pool,
				"%s: one side has fewer than %d respondents with a value, so %s, "
				"the "
				"alliance score, the gap and the shares of \"don't know\" are "
				"withheld.",
				list, EDITION_VALUE_MIN, count > 1 ? "these values" : "its value"));
}

static void explain_second(struct edition_view *view)
{
	int count;
	const char *list = scales_where(view, WITHHELD_SECOND, 0, ASPECT_COUNT, &count);

	if (count)
		leave_out(view,
			pool_printf(&view->pool,
				"%s: withheld as well, so that nothing withheld can be worked out "
				"from the "
				"score of its cause. Nothing is wrong with the answers.",
				list));
}

static void explain_causes(struct edition_view *view)
{
	const char *list = "";
	int last = -1;

	for (int c = 0; c < CAUSE_COUNT; c++)
		last = view->cause[c] ? c : last;
	for (int c = 0; c <= last; c++)
		if (view->cause[c])
			list = join(view, list, cause_info[c].id, c == last);
	if (*list)
		leave_out(view,
			pool_printf(&view->pool,
				"The score of %s, and with it health and which cause comes first: "
				"a "
				"withheld value could be worked out from it.",
				list));
}

/* Parties with a value of their own too few are behind, where no score rests on it. */
static void explain_values(struct edition_view *view)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		for (int p = 0; p < PARTIES_MAX; p++)
			if (view->value[s][p] && view->scale[s] == WITHHELD_NOT) {
				leave_out(view,
					pool_printf(&view->pool,
						"Values of a side with fewer than %d respondents.",
						EDITION_VALUE_MIN));
				return;
			}
}

static void explain_others(struct edition_view *view)
{
	bool killer = false;

	for (int k = 0; k < KILLER_COUNT; k++)
		killer = killer || view->killer[k];
	if (killer)
		leave_out(view, "Silent killers that are built on a withheld value.");
	if (view->points)
		leave_out(view,
			pool_printf(&view->pool,
				"The 100 points of a side with fewer than %d respondents, and "
				"their mean.",
				EDITION_VALUE_MIN));
	if (view->route)
		leave_out(view,
			pool_printf(&view->pool,
				"The route test: fewer than %d people of a side rated it.",
				EDITION_VALUE_MIN));
}

/* Said of every withheld value alike: whether a finding rests on it would tell its band. */
static bool withholds(const struct edition_view *view)
{
	bool any = view->points || view->route;

	for (int s = 0; s < SCALE_COUNT; s++)
		for (int p = 0; p < PARTIES_MAX; p++)
			any = any || view->value[s][p];
	return any;
}

static void explain_patterns(struct edition_view *view)
{
	if (withholds(view))
		leave_out(view,
			"Findings, pitfalls and reasons that rest on withheld values; actions "
			"stay.");
}

void edition_explain(struct edition_view *view)
{
	explain_few(view);
	explain_second(view);
	explain_causes(view);
	explain_values(view);
	explain_others(view);
	explain_patterns(view);
	view->withheld_count = view->left_out.count;
	leave_out(view, "Runs without one respondent, single answers, notes, confidential texts.");
	leave_out(view,
		pool_printf(&view->pool,
			"A new joint edition takes at least %d respondents added or changed.",
			EDITION_CHANGED_MIN));
}
