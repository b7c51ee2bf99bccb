/* SPDX-License-Identifier: MIT */
/*
 * The step of undo that began a round. It is one of the round before, where it was begun, and the
 * last that is undone in the round itself; whoever has worked in that takes that back first.
 */
#include "../store_private.h"

#include <stdlib.h>

/* Target and scope of the group that an entry is of; a group that turned another one around stands
 * for that. */
static enum err find_start(
	struct store *store, int64_t entry, int64_t *group, int64_t *scope, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	int64_t target = 0;
	enum err err = statement_bind(store, CHANGE_START, &query, why, "i", entry);
	if (!err)
		err = query_step(query, &found, why);
	if (err || !found)
		return err;
	*group = column_whole(query, 0);
	*scope = column_whole(query, 1);
	query_reset(query);
	err = statement_number(store, CHANGE_HEAD, &target, why, "i", *group);
	if (target)
		*group = llabs(target);
	return err;
}

enum err begun_find(
	struct store *store, int64_t round, int64_t *group, int64_t *scope, struct errmsg *why)
{
	int64_t entry, stamped = 0;
	*group = *scope = 0;
	enum err err = statement_number(store, CHANGE_THAT_MADE, &entry, why, "ii",
		(int64_t)kind_info[KIND_ASSESSMENT].code, round);
	if (!err && entry)
		err = find_start(store, entry, group, scope, why);
	if (!err && *group)
		err = statement_number(store, STAMPED_GET, &stamped, why, "i", *group);
	if (stamped) /* a file brought it */
		*group = *scope = 0;
	return err;
}

int64_t begun_round(const struct group *group)
{
	for (size_t i = 0; i < group->count; i++)
		if (group->entries[i].kind == KIND_ASSESSMENT && !group->entries[i].old)
			return group->entries[i].key;
	return 0;
}

enum err begun_is_empty(struct store *store, int64_t round, bool *empty, struct errmsg *why)
{
	enum err err = ERR_NONE;
	*empty = true;
	for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT && !err && *empty; kind++) {
		struct query *query;
		bool row = false;
		if (kind_info[kind].parent != KIND_ASSESSMENT)
			continue;
		err = statement_bind(store, STATEMENT_LIST + kind, &query, why, "i", round);
		if (!err)
			err = query_step(query, &row, why);
		if (row)
			query_reset(query);
		*empty = !row;
	}
	return err;
}
