/* SPDX-License-Identifier: MIT */
/*
 * The numbers by which people call the actions of a plan: given when an action is first stored, by
 * whatever way it comes, and never again to another of the alliance.
 */
#include "store_private.h"

/* An action that had one already, before it was deleted, keeps it; under another id as well. */
enum err number_row(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	size_t id = (size_t)row_id_cell(KIND_PLAN_ACTION);
	enum err err = ERR_NONE;
	if (after->kind != KIND_PLAN_ACTION ||
		(before && cell_same(&before->cell[id], &after->cell[id])))
		return ERR_NONE;
	if (before)
		err = statement_run(
			store, NUMBER_MOVE, why, "bb", before->cell[id].text, after->cell[id].text);
	return err ? err
		   : statement_run(store, NUMBER_GIVE, why, "ib",
			     after->cell[row_parent_cell(KIND_PLAN_ACTION)].whole,
			     after->cell[id].text);
}

enum err number_rest(struct store *store, struct errmsg *why)
{
	return statement_run(store, NUMBER_REST, why, "");
}

enum err number_get(struct store *store, struct plan_action *action, struct errmsg *why)
{
	int64_t number = 0;
	enum err err = statement_number(store, NUMBER_OF, &number, why, "b", &action->object.id);
	action->number = (int)number;
	return err;
}

enum err number_load(
	struct store *store, int64_t alliance, struct record *record, struct errmsg *why)
{
	struct query *query;
	size_t at = 0;
	bool more = true;
	enum err err = record->action_count
		? statement_bind(store, NUMBER_LIST, &query, why, "i", alliance)
		: ERR_NONE;
	/* both come in the order of the keys */
	while (!err && record->action_count && !(err = query_step(query, &more, why)) && more) {
		int64_t key = column_whole(query, 0);
		while (at < record->action_count && record->actions[at].object.key < key)
			at++;
		if (at < record->action_count && record->actions[at].object.key == key)
			record->actions[at].number = (int)column_whole(query, 1);
	}
	return err;
}
