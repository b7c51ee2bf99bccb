/* SPDX-License-Identifier: MIT */
/*
 * What has changed since the home of an alliance was looked at last, and remembering that it was.
 */
#include <rekindle/looked.h>

#include <stdlib.h>

#include "../store_private.h"

#define GROUPS_MOST 20000 /* that are read; of the newest */

struct looking {
	struct store *store;
	int64_t since;
	struct pool pool;
	int64_t *groups; /* of others, since then */
	size_t group_count;
	struct answered {
		int64_t respondent, item;
	} * answered;
	size_t answered_count;
	struct looked_news *news;
};

enum err store_looked(
	struct store *store, int64_t alliance, struct store_looked *looked, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	*looked = (struct store_looked){ .day = DATE_NONE };
	enum err err = statement_bind(store, LOOKED_GET, &query, why, "i", alliance);
	if (!err)
		err = query_step(query, &found, why);
	if (!found)
		return err;
	looked->change = column_whole(query, 0);
	looked->day = (int)column_whole(query, 1);
	query_reset(query);
	return ERR_NONE;
}

/* The groups */

static bool is_ours(const struct store *store, int64_t session)
{
	return session && session == store->session;
}

static enum err note_group(struct looking *l, int64_t group, int64_t target, struct errmsg *why)
{
	int64_t stamped;
	enum err err = statement_number(l->store, STAMPED_GET, &stamped, why, "i", group);
	*POOL_APPEND(&l->pool, l->groups, l->group_count) = group;
	if (stamped) /* and when it was taken back again */
		l->news->imports += target > 0 ? -1 : 1;
	return err;
}

/* From the newest group of a scope back to what was seen. Those without a scope are in no chain:
 * there only the newest is known. */
static enum err walk(struct looking *l, int64_t group, struct errmsg *why)
{
	enum err err = ERR_NONE;
	while (!err && group > l->since && l->group_count < GROUPS_MOST) {
		struct query *query;
		bool found;
		err = statement_bind(l->store, CHANGE_HEAD, &query, why, "i", group);
		if (!err)
			err = query_step(query, &found, why);
		if (err || !found)
			return err;
		int64_t target = column_whole(query, 0), back = column_whole(query, 1);
		bool ours = is_ours(l->store, column_whole(query, 2));
		query_reset(query);
		if (!ours)
			err = note_group(l, group, target, why);
		group = back > 0 ? group - back : 0;
	}
	return err;
}

static int by_number(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
	return (a > b) - (a < b);
}

/* Oldest first. */
static enum err find_groups(struct looking *l, int64_t alliance, struct errmsg *why)
{
	struct query *query;
	int64_t *heads = NULL;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(l->store, HEADS_OF, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(&l->pool, heads, count) = column_whole(query, 1);
	for (size_t i = 0; !err && i < count; i++)
		err = walk(l, heads[i], why);
	if (l->group_count)
		qsort(l->groups, l->group_count, sizeof(*l->groups), by_number);
	return err;
}

/* Their entries */

/* What of an object is compared: its column in the row before. */
static const char *const compared[KIND_COUNT] = {
	[KIND_PLAN_ACTION] = "status",
	[KIND_GATE] = "outcome",
};

static int word_before(struct pool *pool, const char *old, enum kind kind, int64_t key)
{
	struct row row;
	if (!old)
		return -1;
	row_decode(old, kind, key, 0, 0, pool, &row);
	const struct cell *cell = &row.cell[row_column_cell(kind, compared[kind])];
	return cell->type == CELL_WHOLE ? (int)cell->whole : -1;
}

static void note_object(struct looking *l, enum kind kind, int64_t key, const char *old)
{
	struct looked_news *news = l->news;
	for (size_t i = 0; i < news->object_count; i++)
		if (news->objects[i].kind == kind && news->objects[i].key == key)
			return; /* its first state counts */
	*POOL_APPEND(&news->pool, news->objects, news->object_count) = (struct looked_object){
		.kind = kind, .key = key, .before = word_before(&l->pool, old, kind, key)
	};
}

static void note_round(struct looking *l, int64_t key, const char *old)
{
	if (!old)
		*POOL_APPEND(&l->news->pool, l->news->rounds, l->news->round_count) = key;
}

static void note_entry(struct looking *l, struct query *query)
{
	enum kind kind = kind_of_code(column_whole(query, 0));
	int64_t key = column_whole(query, 1);
	const char *old = column_text(query, 3, &l->pool);
	switch ((int)kind) {
	case KIND_ANSWER:
		*POOL_APPEND(&l->pool, l->answered, l->answered_count) =
			(struct answered){ .respondent = key, .item = column_whole(query, 2) };
		break;
	case KIND_PLAN_ACTION:
	case KIND_GATE:
		note_object(l, kind, key, old);
		break;
	case KIND_ASSESSMENT:
		note_round(l, key, old);
		break;
	}
}

static enum err read_group(struct looking *l, int64_t group, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(l->store, LOOKED_ENTRIES, &query, why, "ii", group,
		(int64_t)kind_info[KIND_ANSWER].code);
	while (!err && !(err = query_step(query, &more, why)) && more)
		note_entry(l, query);
	return err;
}

/* Whose answers */

static int by_answer(const void *left, const void *right)
{
	const struct answered *a = left, *b = right;
	if (a->respondent != b->respondent)
		return a->respondent < b->respondent ? -1 : 1;
	return (a->item > b->item) - (a->item < b->item);
}

/* One that was taken back is none. */
static enum err is_there(
	struct looking *l, const struct answered *answered, bool *found, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	enum err err = row_get(l->store, KIND_ANSWER, answered->respondent, answered->item, &pool,
		&row, found, why);
	pool_release(&pool);
	return err;
}

static enum err name_respondent(
	struct looking *l, struct looked_answers *answers, bool *found, struct errmsg *why)
{
	struct row row;
	enum err err = row_get(l->store, KIND_RESPONDENT, answers->respondent, 0, &l->news->pool,
		&row, found, why);
	if (!err && *found)
		answers->who = row_called(l->store, &row, &l->news->pool);
	return err;
}

/* Each answer once; sorted before. */
static enum err count_answer(struct looking *l, const struct answered *answered, struct errmsg *why)
{
	struct looked_news *news = l->news;
	struct looked_answers *last =
		news->answer_count ? &news->answers[news->answer_count - 1] : NULL;
	struct looked_answers next = { .respondent = answered->respondent, .count = 1 };
	bool found;
	enum err err = is_there(l, answered, &found, why);
	if (err || !found)
		return err;
	if (last && last->respondent == answered->respondent) {
		last->count++;
		return ERR_NONE;
	}
	err = name_respondent(l, &next, &found, why);
	if (!err && found)
		*POOL_APPEND(&news->pool, news->answers, news->answer_count) = next;
	return err;
}

static int by_count(const void *left, const void *right)
{
	const struct looked_answers *a = left, *b = right;
	if (a->count != b->count)
		return b->count - a->count;
	return (a->respondent > b->respondent) - (a->respondent < b->respondent);
}

static enum err count_answers(struct looking *l, struct errmsg *why)
{
	enum err err = ERR_NONE;
	if (l->answered_count)
		qsort(l->answered, l->answered_count, sizeof(*l->answered), by_answer);
	for (size_t i = 0; !err && i < l->answered_count; i++)
		if (!i || by_answer(&l->answered[i - 1], &l->answered[i]))
			err = count_answer(l, &l->answered[i], why);
	if (l->news->answer_count)
		qsort(l->news->answers, l->news->answer_count, sizeof(*l->news->answers), by_count);
	return err;
}

enum err store_looked_news(struct store *store, int64_t alliance, int64_t change,
	struct looked_news *news, struct errmsg *why)
{
	struct looking l = { .store = store, .since = change, .news = news };
	*news = (struct looked_news){ 0 };
	enum err err = find_groups(&l, alliance, why);
	for (size_t i = 0; !err && i < l.group_count; i++)
		err = read_group(&l, l.groups[i], why);
	if (!err)
		err = count_answers(&l, why);
	if (news->imports < 0)
		news->imports = 0;
	pool_release(&l.pool);
	return err;
}

void looked_news_release(struct looked_news *news)
{
	pool_release(&news->pool);
	*news = (struct looked_news){ 0 };
}

/* Looking */

/* Behind what was seen there may be more: of this program it was seen, too. */
static enum err only_ours_behind(
	struct store *store, int64_t alliance, int64_t change, bool *ours, struct errmsg *why)
{
	struct looked_news news = { 0 };
	struct looking l = { .store = store, .since = change, .news = &news };
	enum err err = find_groups(&l, alliance, why);
	*ours = !l.group_count;
	pool_release(&l.pool);
	return err;
}

static bool can_remember(const struct store *store)
{
	enum engine_place place;
	if (engine_read_only(store->engine) || store->astray || store_is_writing(store))
		return false;
	/* what was only looked at is no reason to write beside another file */
	place = engine_place(store->engine);
	return place == PLACE_SAME || place == PLACE_WRITTEN;
}

void store_look(struct store *store, int64_t alliance, struct store_looked now)
{
	struct store_looked before;
	bool own, ours;
	if (!can_remember(store) || only_ours_behind(store, alliance, now.change, &ours, NULL))
		return;
	if (ours)
		now.change = store_change(store);
	if (store_looked(store, alliance, &before, NULL) ||
		(before.change >= now.change && before.day == now.day))
		return;
	if (!change_begin(store, 0, 0, &own, NULL))
		change_end(store, own,
			statement_run(store, LOOKED_PUT, NULL, "iii", alliance, now.change,
				(int64_t)now.day),
			NULL);
}
