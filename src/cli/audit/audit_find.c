/* SPDX-License-Identifier: MIT */
/*
 * Which object of a list is meant.
 */
#include <string.h>
#include <rekindle/utf8.h>
#include "audit.h"

#define LISTED_MOST 12

/* "3f2a9c1e Cold chain, 77b01d3c …" */
static const char *listed(const struct audit *audit)
{
	const struct record *record = &audit->loaded->record;
	struct pool *pool = &audit->cli->pool;
	struct texts list = { 0 };
	char id[UUID_TEXT];
	size_t count = record_count(record, audit->list->kind);

	for (size_t i = 0; i < count && i < LISTED_MOST; i++) {
		const void *object = record_at(record, audit->list->kind, i);
		struct uuid uuid = object_id(record, audit->list->kind, object);
		texts_add(pool, &list,
			pool_printf(pool, "%.8s %s", uuid_text(&uuid, id),
				audit_called(audit, object)));
	}
	if (!count)
		return words_plain(W_AUDIT_NOTHING_YET);
	return count > LISTED_MOST
		? words(pool, W_SOME_RESPONDENTS, hole_text("people", words_names(pool, &list)),
			  hole_count("more", (int)count - LISTED_MOST))
		: words_names(pool, &list);
}

static enum err find_id(
	const struct audit *audit, const char *typed, size_t *index, struct errmsg *why)
{
	const struct record *record = &audit->loaded->record;
	enum kind kind = audit->list->kind;
	size_t found = 0;

	for (size_t i = 0; i < record_count(record, kind); i++) {
		const void *object = record_at(record, kind, i);
		struct uuid id = object_id(record, kind, object);
		if (!cli_id_begins(&id, typed) && !utf8_same_name(audit_name(audit, object), typed))
			continue;
		*index = i;
		found++;
	}
	if (found == 1)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		found ? "%s: %.40s means more than one; give more of an id: %s"
		      : "%s: there is none with the id or name %.40s; there is: %s",
		audit->list->name, typed, listed(audit));
}

enum err audit_find(const struct audit *audit, const char *typed, size_t *index, struct errmsg *why)
{
	int party;

	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "the id %s is not valid UTF-8", typed);
	if (audit->list->way != AUDIT_EACH)
		return find_id(audit, typed, index, why);
	enum err err =
		cli_party_typed(&audit->loaded->record, audit->list->name, typed, &party, why);
	*index = (size_t)party;
	return err;
}

void *audit_object(const struct audit *audit, size_t index)
{
	struct record *record = &audit->loaded->record;

	if (audit->list->kind == KIND_PROFILE)
		return record_put_profile(record);
	if (audit->list->kind == KIND_PLAN)
		return record_put_plan(record);
	if (audit->list->kind == KIND_PARTY_PROFILE)
		return record_put_party_profile(record, (int)index);
	return record_at(record, audit->list->kind, index);
}
