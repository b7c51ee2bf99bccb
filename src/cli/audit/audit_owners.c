/* SPDX-License-Identifier: MIT */
/*
 * Who is responsible for a joint objective, one a side: owner=PARTY=PERSON, several times.
 */
#include <string.h>
#include <jansson.h>
#include "audit.h"

static const char sign[] = AUDIT_OWNER "=";

bool audit_has_owners(const struct audit_list *list)
{
	return list->kind == KIND_JOINT_OBJECTIVE;
}

bool audit_gives_owner(const struct audit *audit, const char *assignment)
{
	return audit_has_owners(audit->list) && strncmp(assignment, sign, strlen(sign)) == 0;
}

/* Of one side the last holds. */
enum err audit_take_owner(const struct audit *audit, const char *assignment, struct errmsg *why)
{
	struct audit_owners *owners = audit->owners;
	struct owner_choice choice;
	int at = 0;
	enum err err = owner_read(&audit->cli->pool, &audit->loaded->record, AUDIT_OWNER,
		assignment + strlen(sign), &choice, why);

	if (err != ERR_NONE)
		return err;
	while (at < owners->count && owners->choice[at].party != choice.party)
		at++;
	owners->choice[at] = choice;
	owners->count += at == owners->count;
	return ERR_NONE;
}

enum err audit_put_owners(const struct audit *audit, const void *object, struct errmsg *why)
{
	const struct record *record = &audit->loaded->record;
	struct audit_owners *owners = audit->owners;
	enum err err = ERR_NONE;

	for (int i = 0; err == ERR_NONE && i < owners->count; i++) {
		const struct joint_objective *of = object;
		err = owner_put(audit->loaded, KIND_OBJECTIVE_OWNER,
			(int)(of - record->joint_objectives), -1, &owners->choice[i], why);
	}
	return err;
}

void audit_tell_owners(const struct audit *audit)
{
	for (int i = 0; i < audit->owners->count; i++)
		owner_tell_new(
			&audit->cli->pool, &audit->loaded->record, &audit->owners->choice[i]);
}

static const struct person *owner_on(const struct audit *audit, size_t index, int party)
{
	const struct record *record = &audit->loaded->record;

	for (size_t i = 0; i < record->objective_owner_count; i++) {
		const struct owner *owner = &record->objective_owners[i];
		if (owner->of == (int)index && record->people[owner->person].party == party)
			return &record->people[owner->person];
	}
	return NULL;
}

/* By name, and without one by the beginning of the id. */
const char *audit_owner_text(const struct audit *audit, size_t index, int party)
{
	const struct person *person =
		audit_has_owners(audit->list) ? owner_on(audit, index, party) : NULL;
	const char *label = audit->loaded->record.parties[party].label;
	char id[UUID_TEXT];

	if (!person)
		return NULL;
	return str_blank(person->name)
		? pool_printf(
			  &audit->cli->pool, "%s=%.8s", label, uuid_text(&person->object.id, id))
		: pool_printf(&audit->cli->pool, "%s=%s", label, person->name);
}

json_t *audit_owners_json(const struct audit *audit, size_t index)
{
	const struct record *record = &audit->loaded->record;
	json_t *owners = json_array();

	for (int party = 0; party < (int)record->party_count; party++) {
		const struct person *person = owner_on(audit, index, party);
		if (person)
			json_array_append_new(owners,
				json_pack("{s:o, s:o, s:o}", "party",
					json_uuid(&record->parties[party].object.id), "person",
					json_uuid(&person->object.id), "name",
					json_text(person->name)));
	}
	return owners;
}
