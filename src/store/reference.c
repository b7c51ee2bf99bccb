/* SPDX-License-Identifier: MIT */
/*
 * What hangs on what: deleting an object takes along what belongs to it and what cannot be without
 * it, and unties the rest. All of it is in the change log, so that undo brings it back.
 */
#include "store_private.h"

#include <string.h>

#define BELONGS(kind, owner)                                                                       \
	{                                                                                          \
		kind, NULL, owner, STATEMENT_LIST + kind                                           \
	}

/* In the order of deletion: answers go before their respondent, people before their party. */
const struct reference references[] = {
	BELONGS(KIND_ASSESSMENT, KIND_ALLIANCE),
	BELONGS(KIND_PERSON, KIND_ALLIANCE),
	BELONGS(KIND_PARTY, KIND_ALLIANCE),
	{ KIND_ANSWER, "respondent", KIND_RESPONDENT, REFER_ANSWER_RESPONDENT },
	{ KIND_ROUTE, "respondent", KIND_RESPONDENT, REFER_ROUTE_RESPONDENT },
	{ KIND_ACTUAL, "kpi", KIND_KPI, REFER_ACTUAL_KPI },
	{ KIND_ACTION_OWNER, "action", KIND_PLAN_ACTION, REFER_OWNER_ACTION },
	{ KIND_OBJECTIVE_OWNER, "objective", KIND_JOINT_OBJECTIVE, REFER_OWNER_OBJECTIVE },
	{ KIND_PLAN_ACTION, "objective", KIND_JOINT_OBJECTIVE, REFER_ACTION_OBJECTIVE },
	{ KIND_ACTION_OWNER, "person", KIND_PERSON, REFER_ACTION_OWNER_PERSON },
	{ KIND_OBJECTIVE_OWNER, "person", KIND_PERSON, REFER_OBJECTIVE_OWNER_PERSON },
	BELONGS(KIND_PLAN_ACTION, KIND_ASSESSMENT),
	BELONGS(KIND_JOINT_OBJECTIVE, KIND_ASSESSMENT),
	BELONGS(KIND_SUCCESS, KIND_ASSESSMENT),
	BELONGS(KIND_GATE, KIND_ASSESSMENT),
	BELONGS(KIND_AMENDMENT, KIND_ASSESSMENT),
	BELONGS(KIND_ROUTE, KIND_ASSESSMENT),
	BELONGS(KIND_RESPONDENT, KIND_ASSESSMENT),
	BELONGS(KIND_OBJECTIVE, KIND_ASSESSMENT),
	BELONGS(KIND_KPI, KIND_ASSESSMENT),
	BELONGS(KIND_PROCESS, KIND_ASSESSMENT),
	BELONGS(KIND_CHECKLIST, KIND_ASSESSMENT),
	BELONGS(KIND_RISK, KIND_ASSESSMENT),
	BELONGS(KIND_INCIDENT, KIND_ASSESSMENT),
	BELONGS(KIND_CONTRIBUTION, KIND_ASSESSMENT),
	BELONGS(KIND_NOTE, KIND_ASSESSMENT),
	BELONGS(KIND_MILESTONE, KIND_ASSESSMENT),
	{ KIND_RESPONDENT, "person", KIND_PERSON, REFER_RESPONDENT_PERSON },
	{ KIND_ROUTE, "party", KIND_PARTY, REFER_ROUTE_PARTY },
	{ KIND_RESPONDENT, "party", KIND_PARTY, REFER_RESPONDENT_PARTY },
	{ KIND_PERSON, "party", KIND_PARTY, REFER_PERSON_PARTY },
	{ KIND_CONTRIBUTION, "party", KIND_PARTY, REFER_CONTRIBUTION_PARTY },
	{ KIND_SUCCESS, "party", KIND_PARTY, REFER_SUCCESS_PARTY },
	{ KIND_PROCESS, "party", KIND_PARTY, REFER_PROCESS_PARTY },
	{ KIND_RISK, "party", KIND_PARTY, REFER_RISK_PARTY },
	{ KIND_INCIDENT, "party", KIND_PARTY, REFER_INCIDENT_PARTY },
};
const size_t reference_count = sizeof(references) / sizeof(*references);

struct place {
	int64_t key, item;
};

static bool required(const struct reference *reference)
{
	const struct kind_info *info = &kind_info[reference->from];
	for (size_t i = 0; reference->column && i < info->field_count; i++)
		if (!strcmp(info->fields[i].column, reference->column))
			return info->fields[i].required;
	return true;
}

static enum err untie(
	struct store *store, const struct reference *reference, struct place at, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row before, after;
	bool found;
	enum err err =
		row_get(store, reference->from, at.key, at.item, &pool, &before, &found, why);
	if (!err && found) {
		after = before;
		after.cell[row_column_cell(after.kind, reference->column)] = (struct cell){ 0 };
		err = row_put(store, &before, &after, why);
	}
	pool_release(&pool);
	return err;
}

/* Keys first, changes then: a statement cannot run while it is being used further down. */
static enum err collect(struct store *store, const struct reference *reference, int64_t key,
	struct pool *pool, struct place **places, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, reference->list, &query, why, "i", key);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct place *place = POOL_APPEND(pool, *places, *count);
		place->key = column_whole(query, 0);
		if (reference->from == KIND_ANSWER)
			place->item = column_whole(query, 1);
	}
	return err;
}

static enum err follow(
	struct store *store, const struct reference *reference, int64_t key, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct place *places = NULL;
	size_t count = 0;
	enum err err = collect(store, reference, key, &pool, &places, &count, why);
	for (size_t i = 0; !err && i < count; i++)
		err = required(reference) ? row_delete_deep(store, reference->from, places[i].key,
						    places[i].item, why)
					  : untie(store, reference, places[i], why);
	pool_release(&pool);
	return err;
}

enum err row_delete_deep(
	struct store *store, enum kind kind, int64_t key, int64_t item, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row before;
	bool found = false;
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < reference_count; i++)
		if (references[i].to == kind)
			err = follow(store, &references[i], key, why);
	if (!err)
		err = row_get(store, kind, key, item, &pool, &before, &found, why);
	if (!err && found)
		err = row_delete(store, &before, why);
	pool_release(&pool);
	return err;
}
