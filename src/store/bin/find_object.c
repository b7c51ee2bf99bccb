/* SPDX-License-Identifier: MIT */
/*
 * What a user means who deletes, brings back or forgets: a name is that of an alliance then, an id
 * that of anything.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/words.h>

#define NAMED 5 /* candidates that a message lists */

struct meant { /* how the text can be meant as an id */
	const char *text;
	struct uuid low, high;
	bool id;
};

static struct meant read_text(const char *text)
{
	struct meant meant = { .text = text };
	meant.id = find_range(text, &meant.low, &meant.high);
	return meant;
}

static bool is_meant(const struct meant *meant, const struct uuid *id, const char *alliance)
{
	if (meant->id && memcmp(&meant->low, id, sizeof(*id)) <= 0 &&
		memcmp(id, &meant->high, sizeof(*id)) <= 0)
		return true;
	return alliance && find_same_name(meant->text, alliance);
}

struct found {
	struct store_found *list;
	size_t count;
};

static enum err find_alliances(struct store *store, const struct meant *meant, struct pool *pool,
	struct found *found, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, FIND_NAMED, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct uuid id = column_uuid(query, 1);
		if (!is_meant(meant, &id, column_text(query, 2, NULL)))
			continue;
		int64_t key = column_whole(query, 0);
		*POOL_APPEND(pool, found->list, found->count) = (struct store_found){ KIND_ALLIANCE,
			key, key, id, column_text(query, 2, pool) };
	}
	return err;
}

static enum err find_rounds(struct store *store, const struct meant *meant, struct pool *pool,
	struct found *found, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	if (!meant->id)
		return ERR_NONE;
	enum err err =
		statement_bind(store, FIND_BY_ID, &query, why, "bb", &meant->low, &meant->high);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, found->list, found->count) =
			(struct store_found){ .kind = KIND_ASSESSMENT,
				.key = column_whole(query, 0),
				.id = column_uuid(query, 1),
				.name = column_text(query, 2, pool) };
	return err;
}

static const char *candidate(
	struct pool *pool, enum kind kind, const struct uuid *id, const char *name)
{
	char text[UUID_TEXT];
	return pool_printf(pool, "%.13s %s %.60s", uuid_text(id, text), kind_info[kind].name, name);
}

static void list_found(struct str *out, struct pool *pool, const struct found *found)
{
	for (size_t i = 0; i < found->count && i < NAMED; i++)
		str_addf(out, "%s%s", i ? "; " : "",
			candidate(pool, found->list[i].kind, &found->list[i].id,
				found->list[i].name));
}

static enum err refuse(const char *text, const struct found *found, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct str names;
	str_init(&names);
	list_found(&names, &pool, found);
	enum err err = errmsg_set(why, ERR_USAGE, "%s",
		found->count ? words(&pool, W_FOUND_MORE, hole_text("typed", text),
				       hole_text("list", names.text))
			     : words(&pool, W_FOUND_NONE, hole_text("typed", text)));
	str_release(&names);
	pool_release(&pool);
	return err;
}

enum err store_find_object(struct store *store, const char *text, struct pool *pool,
	struct store_found *object, struct errmsg *why)
{
	struct meant meant = read_text(text);
	struct found found = { 0 };
	enum err err = find_alliances(store, &meant, pool, &found, why);
	if (!err)
		err = find_rounds(store, &meant, pool, &found, why);
	if (!err && found.count != 1)
		err = refuse(text, &found, why);
	if (err)
		return err;
	*object = found.list[0];
	return object->alliance
		? ERR_NONE
		: statement_number(store, ALLIANCE_OF, &object->alliance, why, "i", object->key);
}

enum err store_delete_found(
	struct store *store, const struct store_found *found, struct errmsg *why)
{
	struct record record;
	record_init(&record, instrument_builtin());
	record.alliance.object.key = found->alliance;
	record.alliance.object.id = found->id;
	if (found->kind == KIND_ASSESSMENT)
		record.assessment.object = (struct object){ .key = found->key, .id = found->id };
	enum err err =
		store_delete(store, &record, found->kind, record_at(&record, found->kind, 0), why);
	record_release(&record);
	return err;
}

/* Those that are meant; named: of every kind by its name. */
static void collect_meant(struct pool *pool, const struct store_binned *list, size_t count,
	const struct meant *meant, bool named, struct found *found)
{
	for (size_t i = 0; i < count; i++)
		if (is_meant(meant, &list[i].id,
			    named || list[i].kind == KIND_ALLIANCE ? list[i].name : NULL))
			*POOL_APPEND(pool, found->list, found->count) = (struct store_found){
				.kind = list[i].kind, .id = list[i].id, .name = list[i].name
			};
}

/* Something that is no alliance goes by its id, which is said. */
static enum err refuse_named(const char *text, const struct found *named, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct str names;
	str_init(&names);
	list_found(&names, &pool, named);
	enum err err = errmsg_set(why, ERR_USAGE, "%s",
		named->count ? words(&pool, W_BIN_BY_ID, hole_text("typed", text),
				       hole_text("list", names.text))
			     : words(&pool, W_BIN_HAS_NONE, hole_text("typed", text)));
	str_release(&names);
	pool_release(&pool);
	return err;
}

static enum err refuse_binned(const char *text, const struct store_binned *list, size_t count,
	const struct meant *meant, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct found found = { 0 }, named = { 0 };
	collect_meant(&pool, list, count, meant, false, &found);
	collect_meant(&pool, list, count, meant, true, &named);
	enum err err = found.count ? refuse(text, &found, why) : refuse_named(text, &named, why);
	pool_release(&pool);
	return err;
}

enum err store_find_binned(struct store *store, const char *text, struct pool *pool,
	struct store_binned *binned, struct errmsg *why)
{
	struct meant meant = read_text(text);
	struct store_binned *list;
	size_t count, found = 0;
	enum err err = store_bin(store, pool, &list, &count, why);
	for (size_t i = 0; !err && i < count; i++)
		if (is_meant(&meant, &list[i].id,
			    list[i].kind == KIND_ALLIANCE ? list[i].name : NULL)) {
			*binned = list[i];
			found++;
		}
	return err || found == 1 ? err : refuse_binned(text, list, count, &meant, why);
}
