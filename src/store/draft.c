/* SPDX-License-Identifier: MIT */
/*
 * Drafts: what is being typed, field by field, until it is part of an object or thrown away. They
 * have no entry in the change log.
 */
#include "store_private.h"

#include <string.h>

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
