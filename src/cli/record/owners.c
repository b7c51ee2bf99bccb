/* SPDX-License-Identifier: MIT */
/*
 * Who owns an action or a joint objective on a side: as it is typed, and into the record.
 */
#include <string.h>
#include <rekindle/person.h>
#include <rekindle/utf8.h>
#include "record_commands.h"

static enum err check_side(const struct record *record, const char *given, const char *typed,
	const struct owner_choice *choice, struct errmsg *why)
{
	if (choice->person < 0 || record->people[choice->person].party == choice->party)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE, "%s %.60s: that person is of %.60s, not of %.60s", given,
		typed, record->parties[record->people[choice->person].party].label,
		record->parties[choice->party].label);
}

enum err owner_read(struct pool *pool, const struct record *record, const char *given,
	const char *typed, struct owner_choice *choice, struct errmsg *why)
{
	const char *sign = strchr(typed, '=');

	if (!sign)
		return errmsg_set(why, ERR_USAGE,
			"%s %.60s: write it as PARTY=PERSON, the person by the number or id "
			"that rekindle people shows, or by a new name; nothing behind the sign: "
			"nobody is chosen",
			given, typed);
	const char *party = pool_strndup(pool, typed, (size_t)(sign - typed));
	enum err err = cli_party_typed(record, given, party, &choice->party, why);
	choice->person = -1;
	choice->name = NULL;
	if (err == ERR_NONE && cli_new_name(record, sign + 1))
		choice->name = utf8_settle(pool, sign + 1);
	else if (err == ERR_NONE && sign[1])
		err = cli_person(record, sign + 1, &choice->person, why);
	return err ? err : check_side(record, given, typed, choice, why);
}

static struct owner *owner_of(const struct record *record, enum kind kind, int of, int party)
{
	for (size_t i = 0; i < record_count(record, kind); i++) {
		struct owner *owner = record_at(record, kind, i);
		if (owner->of == of && record->people[owner->person].party == party)
			return owner;
	}
	return NULL;
}

/* Somebody who is not interviewed, of the role that is asked for. */
static enum err add_person(
	struct loaded *loaded, int role, struct owner_choice *choice, struct errmsg *why)
{
	struct person *person = person_owner(&loaded->record, choice->party, role, choice->name);
	enum err err = work_put(loaded, KIND_PERSON, person, why);

	choice->person = (int)(person - loaded->record.people);
	return err;
}

enum err owner_put(struct loaded *loaded, enum kind kind, int of, int role,
	struct owner_choice *choice, struct errmsg *why)
{
	struct record *record = &loaded->record;
	enum err err = choice->name ? add_person(loaded, role, choice, why) : ERR_NONE;
	struct owner *owner = owner_of(record, kind, of, choice->party);

	if (err != ERR_NONE)
		return err;
	if (choice->person < 0)
		return owner ? store_delete(loaded->store, record, kind, owner, why) : ERR_NONE;
	if (!owner) {
		owner = record_add(record, kind);
		owner->of = of;
	}
	owner->person = choice->person;
	return work_put(loaded, kind, owner, why);
}

void owner_tell_new(
	struct pool *pool, const struct record *record, const struct owner_choice *choice)
{
	if (choice->name)
		cli_message(words(pool, W_ACTION_NEW_OWNER, hole_text("name", choice->name),
			hole_text("party", record->parties[choice->party].label)));
}
