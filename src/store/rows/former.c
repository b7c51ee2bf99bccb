/* SPDX-License-Identifier: MIT */
/*
 * A database of before there was one plan an alliance: the schema step has put the plans and KPIs
 * of all rounds of an alliance side by side; here they become one.
 */
#include "../store_private.h"

#include <stdlib.h>

#include <rekindle/plan.h>

/* An alliance on its way to one plan. */
struct former {
	struct pool pool;
	struct record record;
	int64_t *rounds; /* keys */
	int *rank;       /* of each round */
	size_t round_count;
	int *rank_of[KIND_COUNT];    /* by index, of the round an object is from */
	int64_t *key_of[KIND_COUNT]; /* of all that were there */
	size_t count[KIND_COUNT];
};

/* What every round had of its own. */
static bool is_common(int kind)
{
	return kind >= KIND_KPI && kind < KIND_ASSESSMENT;
}

static enum err read_rounds(struct store *store, int64_t alliance, struct former *former,
	struct plan_source **sources, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	size_t n = 0;
	enum err err = statement_bind(store, FORMER_ROUNDS, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		*POOL_APPEND(&former->pool, *sources, n) =
			(struct plan_source){ .kind = (int)column_whole(query, 1),
				.date = (int)column_or(query, 2, DATE_NONE) };
		*POOL_APPEND(&former->pool, former->rounds, former->round_count) =
			column_whole(query, 0);
	}
	return err;
}

static enum err rank_rounds(
	struct store *store, int64_t alliance, struct former *former, struct errmsg *why)
{
	struct plan_source *sources = NULL;
	enum err err = read_rounds(store, alliance, former, &sources, why);
	former->rank = pool_alloc(&former->pool, (former->round_count + 1) * sizeof(int));
	plan_rank(sources, former->round_count, former->rank);
	return err;
}

static int rank_of_round(const struct former *former, int64_t round)
{
	for (size_t i = 0; i < former->round_count; i++)
		if (former->rounds[i] == round)
			return former->rank[i];
	return 0;
}

/* A part is from where what it is a part of is from. */
static int rank_of_part(const struct former *former, enum kind kind, const char *object)
{
	const struct field *whole = &kind_info[kind].fields[0];
	return former->rank_of[whole->ref][*(const int *)(const void *)(object + whole->offset)];
}

static enum err rank_object(
	struct store *store, struct former *former, enum kind kind, size_t i, struct errmsg *why)
{
	const void *object = record_at(&former->record, kind, i);
	int64_t key = ((const struct object *)object)->key, round = 0;
	enum err err = ERR_NONE;
	former->key_of[kind][i] = key;
	if (kind_is_part(kind))
		former->rank_of[kind][i] = rank_of_part(former, kind, object);
	else
		err = statement_number(
			store, FORMER_OF, &round, why, "ii", (int64_t)kind_info[kind].code, key);
	if (round)
		former->rank_of[kind][i] = rank_of_round(former, round);
	return err;
}

static enum err rank_objects(struct store *store, struct former *former, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		size_t count = is_common(kind) ? record_count(&former->record, kind) : 0;
		former->count[kind] = count;
		former->rank_of[kind] = pool_alloc(&former->pool, (count + 1) * sizeof(int));
		former->key_of[kind] = pool_alloc(&former->pool, (count + 1) * sizeof(int64_t));
		for (size_t i = 0; i < count && !err; i++)
			err = rank_object(store, former, (enum kind)kind, i, why);
	}
	return err;
}

/* Under the key that it has, also where what it is a part of is another now. */
static enum err put_one(struct store *store, const struct record *record, enum kind kind, size_t i,
	struct errmsg *why)
{
	const struct object *object = record_at(record, kind, i);
	struct pool pool = { 0 };
	struct row before, after;
	bool found = false;
	enum err err = row_of_object(
		store, record, kind, object, record->alliance.object.key, &pool, &after, why);
	if (!err)
		err = row_get(store, kind, object->key, 0, &pool, &before, &found, why);
	if (found && !row_same(&before, &after))
		err = row_put(store, &before, &after, why);
	pool_release(&pool);
	return err;
}

static enum err put_kept(struct store *store, struct former *former, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		size_t count = is_common(kind) ? record_count(&former->record, kind) : 0;
		for (size_t i = 0; i < count && !err; i++)
			err = put_one(store, &former->record, (enum kind)kind, i, why);
	}
	return err;
}

/* What stays has kept its order. */
static enum err delete_gone(struct store *store, struct former *former, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int kind = KIND_COUNT; kind-- > 0;)
		for (size_t i = 0, next = 0; i < former->count[kind] && !err; i++) {
			const struct object *kept = record_at(&former->record, kind, next);
			if (kept && kept->key == former->key_of[kind][i])
				next++;
			else
				err = row_delete_deep(
					store, (enum kind)kind, former->key_of[kind][i], 0, why);
		}
	return err;
}

static enum err write_one(struct store *store, struct former *former, struct errmsg *why)
{
	bool own;
	enum err err = store_begin(store, 0, NULL, why);
	if (err)
		return err;
	store_keep_stamps(store);
	err = change_begin(store, 0, former->record.alliance.object.key, &own, why);
	if (!err)
		err = put_kept(store, former, why);
	if (!err)
		err = delete_gone(store, former, why);
	return change_end(store, true, err, why);
}

static enum err unite(struct store *store, int64_t alliance, struct errmsg *why)
{
	struct former former = { .round_count = 0 };
	enum err err = store_load_shared(store, alliance, &former.record, why);
	if (!err)
		err = rank_rounds(store, alliance, &former, why);
	if (!err)
		err = rank_objects(store, &former, why);
	if (!err) {
		plan_unite(&former.record, former.rank_of);
		err = write_one(store, &former, why);
	}
	record_release(&former.record);
	pool_release(&former.pool);
	return err;
}

static enum err collect(struct store *store, struct pool *pool, int64_t **alliances, size_t *count,
	struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, FORMER_ALLIANCES, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, *alliances, *count) = column_whole(query, 0);
	return err;
}

enum err store_unite(struct store *store, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *alliances = NULL;
	size_t count = 0;
	enum err err = collect(store, &pool, &alliances, &count, why);
	store->together = true; /* with the schema step */
	for (size_t i = 0; i < count && !err; i++)
		err = unite(store, alliances[i], why);
	store->together = false;
	if (!err && count)
		err = statement_run(store, FORMER_CLEAR, why, "");
	pool_release(&pool);
	return err;
}
