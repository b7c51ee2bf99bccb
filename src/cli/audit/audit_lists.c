/* SPDX-License-Identifier: MIT */
/*
 * The lists of the audit and the profile.
 */
#include <string.h>
#include "audit.h"

const struct audit_list audit_lists[] = {
	{ "alliance", "the alliance", KIND_ALLIANCE, AUDIT_ONE, { "name", "started" }, NULL },
	{ "companies", "a company", KIND_PARTY, AUDIT_EACH, { "name", "label" }, NULL },
	{ "profile", "the profile", KIND_PROFILE, AUDIT_ONE, { NULL }, NULL },
	{ "parties", "what is known of a company", KIND_PARTY_PROFILE, AUDIT_EACH, { NULL }, NULL },
	{ "assessment", "the round", KIND_ASSESSMENT, AUDIT_ONE, { "objectives_agreed" }, NULL },
	{ "objectives", "an objective", KIND_OBJECTIVE, AUDIT_MANY, { NULL }, NULL },
	{ "kpis", "a KPI", KIND_KPI, AUDIT_MANY, { NULL }, NULL },
	{ "actuals", "a reading", KIND_ACTUAL, AUDIT_MANY, { NULL }, NULL },
	{ "milestones", "a milestone", KIND_MILESTONE, AUDIT_MANY, { NULL }, NULL },
	{ "process", "a step", KIND_PROCESS, AUDIT_MANY, { NULL }, NULL },
	{ "selection", "a row", KIND_CHECKLIST, AUDIT_CHECKS, { NULL }, NULL },
	{ "governance", "a row", KIND_CHECKLIST, AUDIT_CHECKS, { NULL }, NULL },
	{ "route", "an entry", KIND_ROUTE, AUDIT_MANY, { NULL }, NULL },
	{ "risks", "a risk", KIND_RISK, AUDIT_MANY, { NULL }, NULL },
	{ "events", "an event", KIND_EVENT, AUDIT_MANY, { NULL }, NULL },
	{ "incidents", "an incident", KIND_INCIDENT, AUDIT_MANY, { NULL }, NULL },
	{ "contributions", "a contribution", KIND_CONTRIBUTION, AUDIT_MANY, { NULL }, NULL },
	{ "days_off", "an entry", KIND_DAY_OFF, AUDIT_MANY, { NULL }, NULL },
	{ "plan", "the plan", KIND_PLAN, AUDIT_ONE, { "works_year_end" }, NULL },
	{ "charter", "the charter", KIND_ALLIANCE, AUDIT_ONE, { NULL }, "charter." },
	{ "workshop", "the workshop", KIND_PLAN, AUDIT_ONE, { NULL }, "workshop." },
	{ "success", "an entry", KIND_SUCCESS, AUDIT_MANY, { NULL }, NULL },
	{ "joint", "a joint objective", KIND_JOINT_OBJECTIVE, AUDIT_MANY, { NULL }, NULL },
	{ "amendments", "a point", KIND_AMENDMENT, AUDIT_MANY, { NULL }, NULL },
};
const size_t audit_list_count = sizeof(audit_lists) / sizeof(*audit_lists);

const struct audit_list *audit_list_find(const char *name)
{
	for (size_t i = 0; i < audit_list_count; i++)
		if (strcmp(audit_lists[i].name, name) == 0)
			return &audit_lists[i];
	return NULL;
}

const char *audit_list_names(struct pool *pool)
{
	struct texts names = { 0 };

	for (size_t i = 0; i < audit_list_count; i++)
		texts_add(pool, &names, audit_lists[i].name);
	return words_list(pool, &names);
}

bool audit_offers(const struct audit_list *list, const struct field *field)
{
	/* when it was changed is the store's; of whom the profile of a company is, is not to be
	 * changed */
	if (field->offset == offsetof(struct object, changed))
		return false;
	/* move says where a step stands */
	if (list->kind == KIND_PROCESS && field->offset == offsetof(struct process, place))
		return false;
	if (list->way == AUDIT_EACH && field->type == FIELD_REF)
		return false;
	if (list->within)
		return strncmp(field->name, list->within, strlen(list->within)) == 0;
	for (size_t i = 0; i < AUDIT_ONLY_MOST; i++)
		if (list->only[i] && strcmp(list->only[i], field->name) == 0)
			return true;
	return !list->only[0];
}

const char *audit_field_name(const struct audit_list *list, const struct field *field)
{
	return field->name + (list->within ? strlen(list->within) : 0);
}

const char *audit_fields(struct pool *pool, const struct audit_list *list)
{
	const struct kind_info *info = &kind_info[list->kind];
	struct texts names = { 0 };

	for (size_t i = 0; i < info->field_count; i++)
		if (audit_offers(list, &info->fields[i]))
			texts_add(pool, &names, audit_field_name(list, &info->fields[i]));
	if (audit_has_owners(list))
		texts_add(pool, &names, AUDIT_OWNER);
	return words_list(pool, &names);
}
