/* SPDX-License-Identifier: MIT */
/*
 * What is under way and not logged: where the interview of a respondent stands, and what is being
 * typed, field by field. Written every two seconds of typing.
 */
#include "store_private.h"

#include <string.h>

static enum err put_sitting(struct store *store, const struct record *record,
	const struct store_sitting *sitting, struct errmsg *why)
{
	int64_t item = 0;
	enum err err = seal_check_respondent(store, sitting->respondent, why);
	if (!err && sitting->item >= 0)
		err = bank_item_key(store, record->instrument, sitting->item, &item, why);
	if (err)
		return err;
	return statement_run(store, SITTING_PUT, why, "ioitiii", sitting->respondent, item,
		(int64_t)sitting->field, sitting->draft, (int64_t)sitting->cursor,
		(int64_t)sitting->seconds, (int64_t)sitting->finished);
}

enum err store_put_sitting(struct store *store, const struct record *record,
	const struct store_sitting *sitting, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(
		store, record->assessment.object.key, record->alliance.object.key, &own, why);
	return err ? err : change_end(store, own, put_sitting(store, record, sitting, why), why);
}

enum err store_get_sitting(struct store *store, const struct record *record, int64_t respondent,
	struct pool *pool, struct store_sitting *sitting, bool *found, struct errmsg *why)
{
	struct query *query;
	*found = false;
	*sitting = (struct store_sitting){ .respondent = respondent, .item = -1 };
	enum err err = bank_use(store, record->instrument, false, why);
	if (!err)
		err = statement_bind(store, SITTING_GET, &query, why, "i", respondent);
	if (!err)
		err = query_step(query, found, why);
	if (!*found)
		return err;
	if (!column_null(query, 0))
		sitting->item = bank_item(store, column_whole(query, 0));
	sitting->field = (int)column_whole(query, 1);
	sitting->draft = column_text(query, 2, pool);
	sitting->cursor = (int)column_whole(query, 3);
	sitting->seconds = (int)column_whole(query, 4);
	sitting->finished = (int)column_whole(query, 5);
	query_reset(query);
	return ERR_NONE;
}

enum err store_end_typed(struct store *store, int64_t respondent, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, 0, &own, why);
	return err ? err
		   : change_end(store, own,
			     statement_run(store, SITTING_TYPED, why, "i", respondent), why);
}

/* Drafts */

enum err store_put_draft(struct store *store, const struct store_place *place,
	const struct store_draft *draft, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, place->alliance, &own, why);
	if (err)
		return err;
	err = statement_run(store, DRAFT_PUT, why, "tbtotii", place->screen, &place->object,
		draft->field, place->alliance, draft->text, (int64_t)draft->cursor, clock_ms());
	return change_end(store, own, err, why);
}

enum err store_drop_draft(
	struct store *store, const struct store_place *place, const char *field, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, place->alliance, &own, why);
	if (err)
		return err;
	err = field
		? statement_run(store, DRAFT_DROP, why, "tbt", place->screen, &place->object, field)
		: statement_run(store, DRAFT_CLEAR, why, "tb", place->screen, &place->object);
	return change_end(store, own, err, why);
}

enum err store_move_drafts(struct store *store, const struct uuid *from, const struct uuid *into,
	int64_t alliance, struct errmsg *why)
{
	bool own;
	int64_t both = 0;
	enum err err = change_begin(store, 0, alliance, &own, why);
	if (err)
		return err;
	err = statement_number(store, DRAFT_CLASH, &both, why, "bb", from, into);
	if (!err && both)
		err = errmsg_set(why, ERR_LOCKED,
			"of both a text was begun in the same field and not finished; open the "
			"field of one of them and leave it, then merge again");
	if (!err)
		err = statement_run(store, DRAFT_MOVE, why, "bb", from, into);
	return change_end(store, own, err, why);
}

static void add_row(
	struct query *query, struct pool *pool, struct store_draft **drafts, size_t *count)
{
	struct store_draft *draft = POOL_APPEND(pool, *drafts, *count);
	size_t cursor = (size_t)column_whole(query, 2);
	draft->field = column_text(query, 0, pool);
	draft->text = column_text(query, 1, pool);
	draft->cursor = cursor <= strlen(draft->text) ? cursor : strlen(draft->text);
	draft->at = column_whole(query, 3);
}

enum err store_drafts(struct store *store, const struct store_place *place, struct pool *pool,
	struct store_draft **drafts, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	*drafts = NULL;
	*count = 0;
	enum err err =
		statement_bind(store, DRAFT_LIST, &query, why, "tb", place->screen, &place->object);
	while (!err && !(err = query_step(query, &more, why)) && more)
		add_row(query, pool, drafts, count);
	return err;
}
