/* SPDX-License-Identifier: MIT */
/*
 * Forgetting: somebody, or a whole alliance, out of the tables, the bin and the change log, in one
 * transaction; then out of the bytes of the file.
 */
#include "../care/care_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/words.h>

bool store_is_forgotten(struct store *store, const struct uuid *id)
{
	int64_t found;
	statement_number(store, FORGOTTEN_FIND, &found, NULL, "b", id);
	return found;
}

enum err store_clean(struct store *store, struct errmsg *why)
{
	return engine_read_only(store->engine) ? ERR_NONE : clean_up(store, why);
}

/* The rows */

static enum err erase_row(struct store *store, enum kind kind, int64_t key, struct errmsg *why)
{
	enum err err = kind == KIND_RESPONDENT ? statement_run(store, ANSWERS_ERASE, why, "i", key)
					       : ERR_NONE;
	if (kind == KIND_ALLIANCE)
		err = listed_gone(store, key, why);
	return err ? err : statement_run(store, STATEMENT_DELETE + kind, why, "i", key);
}

static enum err erase_rows(struct store *store, const struct theirs *theirs, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int kind = KIND_COUNT; kind-- > 0;)
		for (size_t key = 1; kind != KIND_ANSWER && !err && key < theirs->keys[kind].size;
			key++)
			if (theirs->keys[kind].has[key])
				err = erase_row(store, (enum kind)kind, (int64_t)key, why);
	return err;
}

/* The ids: refused from now on; of a person, deleted for those who have a copy. */
static enum err refuse_ids(
	struct store *store, const struct theirs *theirs, bool whole, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < theirs->id_count && !err; i++) {
		const struct uuid *id = &theirs->ids[i];
		err = statement_run(store, FORGOTTEN_ADD, why, "b", id);
		if (!err && !whole)
			err = book_add(store,
				&(struct store_deleted){ .id = *id, .at = store->change.at }, why);
	}
	return err;
}

/* The log */

struct place_in_log {
	int64_t first, last;
};

struct kept { /* what others have in the bin */
	struct place_in_log *list;
	size_t count;
};

static enum err read_kept(struct store *store, int64_t alliance, struct pool *pool,
	struct kept *kept, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, BIN_LIST, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more)
		if (column_whole(query, 4) == alliance)
			*POOL_APPEND(pool, kept->list, kept->count) =
				(struct place_in_log){ column_whole(query, 0),
					column_whole(query, 1) };
	return err;
}

static bool is_kept(const struct kept *kept, int64_t number)
{
	for (size_t i = 0; i < kept->count; i++)
		if (kept->list[i].first <= number && number <= kept->list[i].last)
			return true;
	return false;
}

static enum err collect_others(struct store *store, const struct theirs *all,
	const struct kept *kept, struct pool *pool, struct place_in_log **list, size_t *count,
	struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, CHANGE_ALL, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more) {
		enum kind kind = kind_of_code(column_whole(query, 1));
		int64_t number = column_whole(query, 0);
		if (theirs_has(all, kind == KIND_ANSWER ? KIND_RESPONDENT : kind,
			    column_whole(query, 2)) &&
			!is_kept(kept, number))
			*POOL_APPEND(pool, *list, *count) = (struct place_in_log){ number, 0 };
	}
	return err;
}

/* What others said and have changed since may name somebody as well: of the log of the alliance
 * only what lies in the bin is left. */
static enum err erase_others(struct store *store, int64_t alliance, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct theirs all = { 0 };
	struct kept kept = { 0 };
	struct place_in_log *list = NULL;
	size_t count = 0;
	theirs_add(&all, KIND_ALLIANCE, alliance);
	enum err err = theirs_in_tables(store, &all, why);
	if (!err)
		err = theirs_in_log(store, &all, false, why);
	if (!err)
		err = read_kept(store, alliance, &pool, &kept, why);
	if (!err)
		err = collect_others(store, &all, &kept, &pool, &list, &count, why);
	for (size_t i = 0; i < count && !err; i++)
		err = statement_run(store, CHANGE_ERASE, why, "i", list[i].first);
	theirs_release(&all);
	pool_release(&pool);
	return err;
}

/* An entry that says nothing: undo ends there, and other programs see that something happened. */
static enum err add_end(struct store *store, enum kind kind, int64_t scope, int64_t before,
	int64_t *number, struct errmsg *why)
{
	enum err err = statement_number(store, CHANGE_LAST, number, why, "");
	++*number;
	return err
		? err
		: statement_run(store, CHANGE_END, why, "iiiii", *number, store->change.at, scope,
			  before ? *number - before : INT64_C(0), (int64_t)kind_info[kind].code);
}

struct head {
	int64_t scope, change;
};

static enum err end_undo(struct store *store, int64_t alliance, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct head *heads = NULL;
	struct query *query;
	size_t count = 0;
	bool more = true;
	int64_t number;
	enum err err = statement_bind(store, HEADS_OF, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(&pool, heads, count) =
			(struct head){ column_whole(query, 0), column_whole(query, 1) };
	for (size_t i = 0; i < count && !err; i++) {
		err = add_end(store, KIND_PERSON, heads[i].scope, heads[i].change, &number, why);
		if (!err)
			err = statement_run(
				store, HEAD_PUT, why, "iii", heads[i].scope, alliance, number);
	}
	pool_release(&pool);
	return err;
}

static enum err erase_rest(
	struct store *store, const struct store_found *found, bool whole, struct errmsg *why)
{
	static const enum statement of_alliance[] = { HEADS_DROP, DELETED_ERASE, HEARD_ERASE };
	int64_t number;
	enum err err = ERR_NONE;
	if (!whole) {
		err = erase_others(store, found->alliance, why);
		return err ? err : end_undo(store, found->alliance, why);
	}
	for (size_t i = 0; i < sizeof(of_alliance) / sizeof(*of_alliance) && !err; i++)
		err = statement_run(store, of_alliance[i], why, "i", found->alliance);
	if (!err)
		err = statement_run(store, NUMBER_ERASE, why, "b", &found->id);
	return err ? err : add_end(store, KIND_ALLIANCE, 0, 0, &number, why);
}

static enum err erase(struct store *store, const struct store_found *found,
	const struct theirs *theirs, struct errmsg *why)
{
	bool whole = found->kind == KIND_ALLIANCE;
	enum err err = refuse_ids(store, theirs, whole, why);
	if (!err)
		err = statement_run(store, SUMMARY_ERASE, why, "i", found->alliance);
	if (!err) /* of whom a text that was begun tells, nobody can say */
		err = statement_run(store, DRAFT_ERASE, why, "i", found->alliance);
	if (!err) /* and what was said of what is deleted may name them as well */
		err = statement_run(store, BURIED_ERASE, why, "i", found->alliance);
	if (!err)
		err = theirs_erase_log(store, theirs, why);
	if (!err)
		err = erase_rows(store, theirs, why);
	if (!err)
		err = erase_rest(store, found, whole, why);
	if (!err && !whole)
		err = released_forget(store, theirs, why);
	return err ? err : statement_run(store, UNCLEAN_ADD, why, "");
}

/* Their names, for others who mention them. */

static enum err add_name(struct store *store, enum kind kind, int64_t key, struct pool *pool,
	struct texts *names, struct errmsg *why)
{
	struct row row;
	bool found;
	enum err err = row_get(store, kind, key, 0, pool, &row, &found, why);
	if (err || !found)
		return err;
	const struct cell *name = &row.cell[row_column_cell(kind, "name")];
	if (name->type == CELL_TEXT)
		texts_add(pool, names, name->text);
	return ERR_NONE;
}

static enum err names_of(struct store *store, const struct theirs *theirs, struct pool *pool,
	struct texts *names, struct errmsg *why)
{
	static const enum kind kinds[] = { KIND_PERSON, KIND_RESPONDENT };
	enum err err = ERR_NONE;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		for (size_t key = 1; key < theirs->keys[kinds[k]].size && !err; key++)
			if (theirs->keys[kinds[k]].has[key])
				err = add_name(store, kinds[k], (int64_t)key, pool, names, why);
	return err;
}

static enum err find_mentions(struct store *store, const struct store_found *found,
	const struct theirs *theirs, struct pool *pool, struct texts *mentions, struct errmsg *why)
{
	struct texts names = { 0 };
	if (found->kind == KIND_ALLIANCE)
		return ERR_NONE;
	texts_add(pool, &names, found->name);
	enum err err = names_of(store, theirs, pool, &names, why);
	return err ? err
		   : mentions_find(store, found->alliance, theirs, &names, pool, mentions, why);
}

static enum err gather(struct store *store, const struct store_found *found, struct theirs *theirs,
	struct errmsg *why)
{
	theirs_add(theirs, found->kind, found->key);
	*POOL_APPEND(&theirs->pool, theirs->ids, theirs->id_count) = found->id;
	enum err err = bin_check_held(store, found->kind, found->key, why);
	if (!err)
		err = merged_check(store, found, why);
	if (!err)
		err = merged_add(store, theirs, why);
	if (!err)
		err = theirs_in_tables(store, theirs, why);
	if (!err)
		err = theirs_in_log(store, theirs, false, why);
	return err;
}

static void find_copies(
	struct store *store, const struct theirs *theirs, struct pool *pool, struct texts *copies)
{
	struct str names;
	str_init(&names);
	if (!engine_read_only(store->engine))
		shelf_settle(store->path);
	engine_copies(store->engine, theirs->ids, theirs->id_count, &names);
	for (char *rest = names.text, *name; (name = strsep(&rest, "\n")) != NULL;)
		if (*name)
			texts_add(pool, copies, pool_strdup(pool, name));
	str_release(&names);
}

enum err store_forget(struct store *store, const struct store_found *found, struct pool *pool,
	struct texts *mentions, struct texts *copies, struct errmsg *why)
{
	struct theirs theirs = { 0 };
	enum err err = store_begin(store, 0, NULL, why);
	if (err)
		return err;
	store->change.alliance = found->alliance;
	err = gather(store, found, &theirs, why);
	if (!err)
		err = find_mentions(store, found, &theirs, pool, mentions, why);
	if (!err)
		err = erase(store, found, &theirs, why);
	err = change_end(store, true, err, why);
	if (!err)
		err = clean_up(store, why);
	if (!err)
		find_copies(store, &theirs, pool, copies);
	theirs_release(&theirs);
	return err;
}
