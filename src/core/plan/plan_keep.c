/* SPDX-License-Identifier: MIT */
/*
 * A draft put among the record's objects.
 */
#include <string.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>
#include "plan_parts.h"

const char *plan_join_lines(struct pool *pool, const char *const *texts, size_t count)
{
	struct str lines;

	str_init(&lines);
	for (size_t i = 0; i < count; i++)
		str_addf(&lines, "%s%s", i ? "\n" : "", texts[i]);
	const char *kept = lines.len ? pool_strndup(pool, lines.text, lines.len) : NULL;
	str_release(&lines);
	return kept;
}

void plan_keep_dates(struct plan_action *kept, const struct planned_action *planned)
{
	kept->active = planned->active ? TRI_YES : TRI_NO;
	kept->start = planned->start;
	kept->due = planned->due;
}

struct uuid plan_action_uuid(const struct uuid *space, const char *library)
{
	struct str name;

	str_init(&name);
	str_addf(&name, "action %s", library);
	struct uuid id = uuid_derive(space, name.text);
	str_release(&name);
	return id;
}

void plan_keep_new(struct record *rec, const struct planned_action *planned)
{
	struct plan_action *kept = record_add(rec, KIND_PLAN_ACTION);

	kept->library = pool_strdup(&rec->pool, planned->id);
	kept->object.id = plan_action_uuid(&rec->alliance.object.id, planned->id);
	kept->findings = plan_join_lines(&rec->pool, planned->findings, planned->finding_count);
	plan_keep_dates(kept, planned);
}

/* By what the plan answers. */
static const struct {
	enum finding_kind kind;
	int subject;
} proposals[PROPOSAL_COUNT] = {
	[PROPOSAL_FORM] = { FINDING_ASPECT, ASPECT_FIT },
	[PROPOSAL_WEIGHT] = { FINDING_ASPECT, ASPECT_WEIGHT },
	[PROPOSAL_VALUE] = { FINDING_ASPECT, ASPECT_VALUE },
	[PROPOSAL_TERMS] = { FINDING_ASPECT, ASPECT_TERMS },
	[PROPOSAL_CLAUSE] = { FINDING_SPECIAL, SPECIAL_RIGID_CONTRACT },
};

/* Once, when the plan is first kept: what a hand has struck out since stays out. */
static void propose_amendments(
	struct record *rec, const struct plan *draft, const char *const proposed[PROPOSAL_COUNT])
{
	for (int i = 0; i < PROPOSAL_COUNT; i++) {
		const char *finding =
			plan_finding(&rec->pool, rec, proposals[i].kind, proposals[i].subject);
		if (!plan_answers(draft, finding))
			continue;
		struct amendment *amendment = record_add(rec, KIND_AMENDMENT);
		amendment->object.id = uuid_derive(
			&rec->alliance.object.id, pool_printf(&rec->pool, "amendment %s", finding));
		amendment->text = proposed[i];
		amendment->because = finding;
	}
}

static bool is_kept(const struct record *rec, const char *library)
{
	for (size_t i = 0; i < rec->action_count; i++)
		if (str_same(rec->actions[i].library, library))
			return true;
	return false;
}

size_t plan_keep(
	struct record *rec, const struct plan *draft, const char *const proposed[PROPOSAL_COUNT])
{
	size_t before = rec->action_count;
	const size_t *places = plan_by_number(&rec->pool, draft);

	if (!plan_is_stored(rec) && !rec->amendment_count)
		propose_amendments(rec, draft, proposed);
	struct plan_frame *frame = record_put_plan(rec);
	frame->start = draft->start;
	frame->track = (int)draft->track;
	frame->horizon = draft->horizon_months;
	for (size_t i = 0; i < draft->action_count; i++)
		if (!is_kept(rec, draft->actions[places[i]].id))
			plan_keep_new(rec, &draft->actions[places[i]]);
	return rec->action_count - before;
}
