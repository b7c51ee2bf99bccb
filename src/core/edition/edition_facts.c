/* SPDX-License-Identifier: MIT */
/*
 * The joint edition where of a party only one or two were heard (rekindle-method(7), section 9.1):
 * recorded facts, and nothing that rests on what people said.
 */
#include "../score/basis.h"
#include "edition.h"

static void find_few(struct edition_view *view, const struct scores *scores)
{
	for (int p = 0; p < PARTIES_MAX; p++) {
		int n = scores->with_data[p];

		view->few[p] = n && n < EDITION_VALUE_MIN;
		view->facts_only = view->facts_only || view->few[p];
	}
}

bool edition_special_is_fact(const struct record *rec, enum special special)
{
	switch (special) {
	case SPECIAL_UNWILLING_PARTNER:
	case SPECIAL_COOPETITION:
		return true;
	case SPECIAL_RIGID_CONTRACT:
		return record_profile(rec)->amendable == TRI_NO;
	case SPECIAL_POWER_IMBALANCE:
		return sizes_apart(rec);
	case SPECIAL_THIN_RELATIONSHIPS:
	case SPECIAL_IMPATIENCE:
	case SPECIAL_COUNT:
		break;
	}
	return false;
}

static bool exit_is_fact(const struct record *rec)
{
	for (size_t p = 0; p < rec->party_count; p++)
		if (record_party_silent(rec, p))
			return true;
	return false;
}

bool edition_is_fact(const struct record *rec, const struct finding *finding)
{
	switch (finding->kind) {
	case FINDING_PERFORMANCE:
	case FINDING_CHECKLIST:
	case FINDING_EVENT:
	case FINDING_PROCESS:
	case FINDING_INCIDENT:
		return true;
	case FINDING_KNOCKOUT:
		return finding->subject != KNOCKOUT_RATIONALE_GONE;
	case FINDING_EXIT:
		return exit_is_fact(rec);
	case FINDING_SPECIAL:
		return edition_special_is_fact(rec, (enum special)finding->subject);
	case FINDING_CAUSE:
	case FINDING_ASPECT:
	case FINDING_GAP:
	case FINDING_PAIN:
	case FINDING_KILLER:
	case FINDING_BLAME:
	case FINDING_PITFALL:
	case FINDING_DIVIDED:
	case FINDING_VISIBILITY:
	case FINDING_KINDS:
		break;
	}
	return false;
}

/* Every value that exists; which scores do is not told either. */
static void hide_scores(struct edition_view *view, const struct scores *scores)
{
	for (int s = 0; s < SCALE_COUNT; s++) {
		view->scale[s] = WITHHELD_FEW;
		for (int p = 0; p < PARTIES_MAX; p++)
			view->value[s][p] = !isnan(scores->scale[s].value[p]);
	}
	for (int c = 0; c < CAUSE_COUNT; c++)
		view->cause[c] = true;
	for (int k = 0; k < KILLER_COUNT; k++)
		view->killer[k] = true;
	view->primary = true;
}

static void hide_rest(
	struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	for (int p = 0; p < PARTIES_MAX; p++) {
		view->split[p] = d->scores.split.n[p] > 0;
		view->points = view->points || view->split[p];
	}
	view->route = rec->route_count > 0;
	for (int i = 0; i < PITFALL_COUNT; i++)
		view->pitfall[i] = true;
	for (int i = 0; i < SPECIAL_COUNT; i++)
		view->special[i] = !edition_special_is_fact(rec, (enum special)i);
	for (size_t i = 0; i < d->finding_count; i++)
		view->finding[i] = !edition_is_fact(rec, &d->findings[i]);
}

void edition_facts(struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	find_few(view, &d->scores);
	if (!view->facts_only)
		return;
	hide_scores(view, &d->scores);
	hide_rest(view, rec, d);
}
