/* SPDX-License-Identifier: MIT */
/*
 * The profile of a round. Files of before each round had its own have one in the alliance and its
 * parties: it is that of every round that has none.
 */
#include "internal.h"

/* Does the file say anything of it beside when, and of what, it is? */
static bool says_something(enum kind kind, const void *object)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = kind_keys(kind); i < info->field_count; i++)
		if (info->fields[i].type != FIELD_INSTANT &&
			field_is_given(kind, object, info->fields[i].offset))
			return true;
	return false;
}

static enum err read_former_party(
	struct reader *r, const struct place *list, json_t *parties, size_t i)
{
	struct place place = { list, NULL, i };
	struct party_profile *former = &r->former_of[i];
	object_init(KIND_PARTY_PROFILE, former);
	former->party = (int)i;
	field_give(KIND_PARTY_PROFILE, former, offsetof(struct party_profile, party), true);
	return read_former(r, &place, json_array_get(parties, i), KIND_PARTY_PROFILE, former);
}

enum err read_former_profile(struct reader *r, const struct place *place, json_t *json)
{
	struct place list = { place, kind_info[KIND_PARTY].list, 0 };
	json_t *parties = json_member(json, list.member);
	object_init(KIND_PROFILE, &r->former);
	enum err err = read_former(r, place, json, KIND_PROFILE, &r->former);
	for (size_t i = 0; i < r->record->party_count && !err; i++)
		err = read_former_party(r, &list, parties, i);
	return err;
}

static void take_former(struct reader *r, enum kind kind, const void *former)
{
	if (says_something(kind, former))
		copy_object(&r->record->pool, kind, record_add(r->record, kind), former);
}

static enum err read_own(struct reader *r, const struct place *place, json_t *json)
{
	struct profile *profile = record_add(r->record, KIND_PROFILE);
	enum err err = read_object(r, place, json, KIND_PROFILE, profile);
	if (err)
		return err;
	/* only that of the parties is said */
	if (!profile->object.given && !profile->object.extra)
		r->record->profile_count = 0;
	return read_list(r, place, json, KIND_PARTY_PROFILE);
}

enum err read_profile(struct reader *r, const struct place *up, json_t *json)
{
	struct place place = { up, kind_info[KIND_PROFILE].list, 0 };
	json_t *own = json_member(json, place.member);
	if (own)
		return read_own(r, &place, own);
	take_former(r, KIND_PROFILE, &r->former);
	for (size_t i = 0; i < r->record->party_count; i++)
		take_former(r, KIND_PARTY_PROFILE, &r->former_of[i]);
	return ERR_NONE;
}
