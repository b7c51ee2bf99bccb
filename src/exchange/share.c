/* SPDX-License-Identifier: MIT */
/*
 * What the other company may have of an alliance (rekindle-method(7), section 9): recorded facts,
 * charter, plan and KPIs, member by member. What is not named here is not in it.
 */
#include "json/internal.h"

#include <string.h>

static const char *const of_alliance[] = { "id", "name", "started", "type", "ambitions", "contract",
	"parties", "people", "kpis", "days_off", "charter", NULL };
static const char *const of_round[] = { "id", "kind", "title", "date", "sealed", "instrument",
	"profile", "objectives_agreed", "objectives", "milestones", "process", "checklists", NULL };

/* Of what stands in a list, or is an object by itself. */
static const struct {
	const char *name, *members[12];
} parts[] = {
	{ "parties", { "id", "name", "label", "size_class", "has_sponsor" } },
	{ "people", { "id", "party", "role", "name" } },
	{ "kpis",
		{ "id", "category", "name", "unit", "direction", "start", "baseline", "target",
			"due", "agreed_by", "actuals" } },
	{ "days_off", { "id", "party", "from", "to", "yearly" } },
	{ "contract",
		{ "ends", "notice_days", "amendable", "exit_terms", "breach", "litigation" } },
	{ "objectives", { "id", "text", "measure", "baseline", "target", "due", "result" } },
	{ "milestones", { "id", "text", "due", "reached" } },
	{ "process", { "id", "step", "party", "problem" } },
	{ "checklists", { "selection", "governance" } },
	{ "instrument", { "id", "version" } },
};

static void keep_parts(json_t *owner)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		json_t *part = json_object_get(owner, parts[i].name);

		if (json_is_array(part))
			members_keep_of_all(part, parts[i].members);
		else if (json_is_object(part))
			members_keep(part, parts[i].members);
	}
}

static bool owns(const struct record *rec, const struct plan *plan, int person)
{
	for (size_t a = 0; a < plan->action_count; a++)
		for (size_t p = 0; p < rec->party_count; p++)
			if (plan->actions[a].owner[p] == person)
				return true;
	for (size_t i = 0; i < rec->objective_owner_count; i++)
		if (rec->objective_owners[i].person == person)
			return true;
	return false;
}

/* Who else is known may be so for having been asked. */
static void keep_owners(json_t *people, const struct record *rec, const struct plan *plan)
{
	for (size_t i = json_array_size(people); i-- > 0;)
		if (!owns(rec, plan, (int)i))
			json_array_remove(people, i);
}

static json_t *share_alliance(const struct record *rec, const struct edition_plan *told)
{
	json_t *alliance = compose_alliance(rec);

	keep_owners(json_object_get(alliance, "people"), rec, &told->shown);
	members_keep(alliance, of_alliance);
	keep_parts(alliance);
	json_object_set_new(alliance, "plan", compose_joint_plan(rec, told));
	return alliance;
}

static json_t *share_round(const struct record *rec)
{
	static const char *const of_profile[] = { "type", "ambitions", "contract", "parties",
		NULL };
	static const char *const of_party[] = { "party", "size_class", "has_sponsor", NULL };
	json_t *round = compose_round(rec);
	json_t *profile = json_object_get(round, "profile");

	members_keep(round, of_round);
	keep_parts(round);
	members_keep(profile, of_profile);
	members_keep_of_all(json_object_get(profile, "parties"), of_party);
	return round;
}

void exchange_share(struct str *out, const struct record *rec, const struct edition_plan *told)
{
	json_t *root = json_object(), *rounds = json_array();

	json_object_set_new(root, "format", json_string("rekindle-exchange"));
	json_object_set_new(root, "version", json_integer(1));
	json_object_set_new(root, "alliance", share_alliance(rec, told));
	json_array_append_new(rounds, share_round(rec));
	json_object_set_new(root, "assessments", rounds);
	json_emit(out, root, true);
	str_addc(out, '\n');
	json_decref(root);
}
