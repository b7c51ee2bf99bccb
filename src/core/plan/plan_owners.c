/* SPDX-License-Identifier: MIT */
/*
 * Who owns an action on each side: whom a hand has named, else somebody of the role asked for.
 */
#include <rekindle/person.h>
#include "plan_parts.h"

enum standing { STANDING_NONE, STANDING_KNOWN, STANDING_HEARD };

/* Who answered by role or in confidence is treated as if not heard: who owns an action must not
 * tell. */
static enum standing person_standing(const struct record *rec, int person)
{
	enum standing standing = STANDING_KNOWN;

	for (size_t i = 0; i < rec->respondent_count; i++) {
		if (rec->respondents[i].person != person)
			continue;
		if (rec->respondents[i].attribution != ATTRIBUTION_NAMED)
			return STANDING_KNOWN;
		if (record_has_data(rec, (int)i))
			standing = STANDING_HEARD;
	}
	return standing;
}

int plan_find_owner(const struct record *rec, int party, enum role role)
{
	enum standing best = STANDING_NONE;
	int owner = -1;

	for (size_t i = 0; i < rec->person_count; i++) {
		enum standing standing;

		if (rec->people[i].party != party || rec->people[i].role != (int)role ||
			!record_interviewee(rec, (int)i))
			continue;
		standing = person_standing(rec, (int)i);
		if (standing > best) {
			best = standing;
			owner = (int)i;
		}
	}
	return owner;
}

/* owners: of a stored action, by side. */
static void choose_owners(
	const struct record *rec, const struct owner *const *owners, struct planned_action *planned)
{
	for (size_t party = 0; party < rec->party_count; party++) {
		if (!owners[party])
			continue;
		int person = owners[party]->person;
		planned->owner[party] = person;
		planned->owner_role[party] = rec->people[person].role;
		planned->owner_chosen[party] = planned->edited = true;
	}
}

static void default_owners(const struct record *rec, struct planned_action *planned)
{
	int ours = record_ours(rec);

	for (int party = 0; party < PARTIES_MAX; party++) {
		planned->owner[party] = planned->owner_role[party] = -1;
		if (!planned->action)
			continue;
		planned->owner_role[party] = (int)(party == ours ? planned->action->owner
								 : planned->action->partner_owner);
		if (party < (int)rec->party_count)
			planned->owner[party] =
				plan_find_owner(rec, party, (enum role)planned->owner_role[party]);
	}
}

void plan_owners(struct planning *p)
{
	const struct owner **owners = person_owners(p->rec, KIND_ACTION_OWNER, &p->plan->pool);

	for (size_t i = 0; i < p->plan->action_count; i++) {
		struct planned_action *planned = &p->plan->actions[i];
		default_owners(p->rec, planned);
		if (planned->stored >= 0)
			choose_owners(p->rec,
				owners + (size_t)planned->stored * p->rec->party_count, planned);
	}
}

/* One day, three days, ten days: proposed. */
const int charter_hours[CHARTER_LEVELS] = { 24, 72, 240 };

bool plan_asks(const struct plan *plan, const struct record *rec, int party)
{
	return plan->track != TRACK_EXIT || !record_party_silent(rec, party);
}

bool plan_lacks_owner(
	const struct plan *plan, const struct record *rec, const struct planned_action *planned)
{
	for (int party = 0; party < (int)rec->party_count; party++)
		if (planned->owner[party] < 0 && plan_asks(plan, rec, party))
			return true;
	return false;
}
