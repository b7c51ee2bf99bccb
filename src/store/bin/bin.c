/* SPDX-License-Identifier: MIT */
/*
 * The bin: for each deletion the entries of the change log that hold what is gone. An object that
 * is there again, by undo or by a file, is not in the bin, though its row stays for another undo.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/words.h>

enum column { FIRST, LAST, KIND, KEY, ALLIANCE, ALONG, DAY, BARE, OLD };

/* A row of the bin with the object as it was. */
struct gone {
	struct store_binned said;
	struct row row;
	bool bare; /* of before sealed rounds kept KPIs of their own */
};

struct gones {
	struct gone *list;
	size_t count;
};

static const char *text_cell(const struct row *row, const char *column)
{
	const struct cell *cell = &row->cell[row_column_cell(row->kind, column)];
	return cell->type == CELL_TEXT && *cell->text ? cell->text : NULL;
}

static const char *name_of(const struct row *row)
{
	bool round = row->kind == KIND_ASSESSMENT;
	const char *name = text_cell(row, round ? "title" : "name");
	if (name || row->kind == KIND_ALLIANCE)
		return name ? name : "";
	int word = (int)row->cell[row_column_cell(row->kind, round ? "kind" : "role")].whole;
	return round ? words_round(word) : words_role(word);
}

/* False: what it held is erased. */
static bool read_gone(struct query *query, struct pool *pool, struct gone *gone)
{
	const char *old = column_text(query, OLD, NULL);
	struct store_binned *said = &gone->said;
	*said = (struct store_binned){ .kind = kind_of_code(column_whole(query, KIND)),
		.key = column_whole(query, KEY),
		.alliance = column_whole(query, ALLIANCE),
		.day = (int)column_whole(query, DAY),
		.first = column_whole(query, FIRST),
		.last = column_whole(query, LAST),
		.along = column_whole(query, ALONG) };
	if (!old || said->kind == KIND_NONE || !kind_is_binned(said->kind))
		return false;
	row_decode(old, said->kind, said->key, 0, 0, pool, &gone->row);
	gone->bare = !column_null(query, BARE);
	const struct cell *id = &gone->row.cell[row_id_cell(said->kind)];
	if (id->type != CELL_UUID)
		return false;
	memcpy(&said->id, id->text, sizeof(said->id));
	said->name = said->alliance_name = name_of(&gone->row);
	return true;
}

static enum err read_all(
	struct store *store, struct pool *pool, struct gones *all, struct errmsg *why)
{
	struct query *query;
	struct gone gone;
	bool more = true;
	enum err err = statement_bind(store, BIN_LIST, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more)
		if (read_gone(query, pool, &gone))
			*POOL_APPEND(pool, all->list, all->count) = gone;
	return err;
}

/* Of a round that a file brought back and that was deleted again only the last state lies there. */
static bool is_listed(const struct store_binned *list, size_t count, const struct uuid *id)
{
	for (size_t i = 0; i < count; i++)
		if (!memcmp(&list[i].id, id, sizeof(*id)))
			return true;
	return false;
}

static enum err is_there(
	struct store *store, enum kind kind, int64_t key, bool *there, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	enum err err = row_get(store, kind, key, 0, &pool, &row, there, why);
	pool_release(&pool);
	return err;
}

/* Is it still gone, and what it was in still there? Only then it can come back by itself. */
static enum err lies_there(
	struct store *store, const struct gone *gone, bool *lies, struct errmsg *why)
{
	enum kind kind = gone->said.kind, parent = kind_info[kind].parent;
	bool there;
	enum err err = is_there(store, kind, gone->said.key, &there, why);
	*lies = !err && !there && !store_key(store, kind, &gone->said.id);
	if (err || !*lies || parent == KIND_NONE)
		return err;
	return is_there(store, parent, gone->row.cell[row_owner_cell(kind)].whole, lies, why);
}

static enum err name_alliance(
	struct store *store, struct pool *pool, struct gone *gone, struct errmsg *why)
{
	struct row row;
	bool found;
	enum err err = ERR_NONE;
	if (gone->said.kind == KIND_ALLIANCE)
		return err;
	err = row_get(store, KIND_ALLIANCE, gone->said.alliance, 0, pool, &row, &found, why);
	gone->said.alliance_name = !err && found ? name_of(&row) : "";
	return err;
}

enum err store_bin(struct store *store, struct pool *pool, struct store_binned **list,
	size_t *count, struct errmsg *why)
{
	struct gones all = { 0 };
	bool lies = false;
	*list = NULL;
	*count = 0;
	enum err err = read_all(store, pool, &all, why);
	for (size_t i = 0; i < all.count && !err; i++) {
		err = all.list[i].said.along ? ERR_NONE
					     : lies_there(store, &all.list[i], &lies, why);
		if (err || all.list[i].said.along || !lies ||
			is_listed(*list, *count, &all.list[i].said.id))
			continue;
		err = name_alliance(store, pool, &all.list[i], why);
		*POOL_APPEND(pool, *list, *count) = all.list[i].said;
	}
	return err;
}

enum err store_bin_alliances(struct store *store, size_t *count, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_binned *list;
	size_t all;
	*count = 0;
	enum err err = store_bin(store, &pool, &list, &all, why);
	for (size_t i = 0; i < all; i++)
		*count += list[i].kind == KIND_ALLIANCE;
	pool_release(&pool);
	return err;
}

/* Putting into it */

enum err bin_check_held(struct store *store, enum kind kind, int64_t key, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct query *query;
	int64_t *held = NULL;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(
		store, HOLD_WITHIN, &query, why, "ii", (int64_t)kind_info[kind].code, key);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(&pool, held, count) = column_whole(query, 0);
	for (size_t i = 0; i < count && !err; i++)
		err = hold_check(store, held[i], why);
	pool_release(&pool);
	return err;
}

/* Whose interview it is, 0 nobody's. */
static enum err person_of(
	struct store *store, enum kind kind, int64_t key, int64_t *person, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	bool found = false;
	*person = 0;
	enum err err = kind == KIND_RESPONDENT
		? row_get(store, kind, key, 0, &pool, &row, &found, why)
		: ERR_NONE;
	if (found)
		*person = row.cell[row_column_cell(kind, "person")].whole;
	pool_release(&pool);
	return err;
}

static enum err put(
	struct store *store, enum kind kind, int64_t key, int64_t first, struct errmsg *why)
{
	int64_t code = kind_info[kind].code, last = store->change.next;
	int64_t alliance = kind == KIND_ALLIANCE ? key : store->change.alliance;
	if (!store->change.group || first > last)
		return ERR_NONE;
	enum err err = statement_run(store, BIN_PUT, why, "iiiiii", first, last, code, key,
		alliance, (int64_t)clock_today());
	if (!err)
		err = statement_run(store, BIN_DROP_OLDER, why, "iii", code, key, first);
	if (!err && kind == KIND_PERSON)
		err = along_take(store, key, first, why);
	return err;
}

enum err bin_delete(
	struct store *store, enum kind kind, int64_t key, int64_t item, struct errmsg *why)
{
	int64_t last = store->change.next, person;
	if (!kind_is_binned(kind))
		return row_delete_deep(store, kind, key, item, why);
	enum err err = person_of(store, kind, key, &person, why);
	if (!err && !store->change.group)
		err = statement_number(store, CHANGE_LAST, &last, why, "");
	if (!err)
		err = bin_check_held(store, kind, key, why);
	if (!err)
		err = row_delete_deep(store, kind, key, item, why);
	if (!err)
		err = put(store, kind, key, last + 1, why);
	if (!err && person)
		along_note(store, person, last + 1);
	return err;
}

/* Taking out of it */

/* The entries that come back: of the object, and of what went along with it. */
static bool comes_back(const struct gones *all, const struct store_binned *meant, int64_t entry)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct store_binned *one = &all->list[i].said;
		if ((one->first == meant->first || one->along == meant->first) &&
			one->first <= entry && entry <= one->last)
			return true;
	}
	return false;
}

enum err bin_start(struct store *store, const struct store_binned *binned, struct bin_start *start,
	struct errmsg *why)
{
	struct query *query;
	bool found = false;
	*start = (struct bin_start){ 0 };
	enum err err = statement_bind(store, CHANGE_START, &query, why, "i", binned->first);
	if (!err)
		err = query_step(query, &found, why);
	if (!found)
		return err;
	*start = (struct bin_start){ column_whole(query, 0), column_whole(query, 1) };
	query_reset(query);
	return ERR_NONE;
}

/* The whole group turned around is its undo; an import that brings it back is one of its own. */
static void note_undone(struct store *store, const struct gones *all,
	const struct store_binned *meant, const struct bin_start *start, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!comes_back(all, meant, start->group + (int64_t)i))
			return;
	store->change.target = start->group;
}

/* The sealed rounds among what has come back keep the KPIs of now; undoing takes them along. */
static enum err dress(struct store *store, const struct gones *all,
	const struct store_binned *meant, const struct bin_start *start, const struct group *group,
	struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < group->count; i++)
		if (group->entries[i].kind == KIND_ASSESSMENT &&
			comes_back(all, meant, start->group + (int64_t)i))
			err = kept_take(store, group->entries[i].key, why);
	return err;
}

static enum err turn_back(struct store *store, const struct gones *all,
	const struct store_binned *meant, const struct bin_start *start, bool bare,
	struct errmsg *why)
{
	struct pool pool = { 0 };
	struct group group;
	bool same;
	enum err err = change_read(store, start->group, &pool, &group, why);
	if (!err && !bare && !store->change.kept)
		note_undone(store, all, meant, start, group.count);
	for (size_t i = group.count; !err && i-- > 0;)
		if (comes_back(all, meant, start->group + (int64_t)i))
			err = change_turn(store, &group.entries[i], group.at, &same, why);
	if (!err && bare)
		err = dress(store, all, meant, start, &group, why);
	pool_release(&pool);
	return err;
}

static const struct gone *find_gone(const struct gones *all, const struct store_binned *meant)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->list[i].said.first == meant->first)
			return &all->list[i];
	return NULL;
}

enum err bin_take_out(struct store *store, const struct store_binned *meant,
	const struct bin_start *start, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct gones all = { 0 };
	bool lies = false;
	enum err err = read_all(store, &pool, &all, why);
	const struct gone *gone = err ? NULL : find_gone(&all, meant);
	if (gone)
		err = lies_there(store, gone, &lies, why);
	if (!err && !lies)
		err = errmsg_set(why, ERR_LOCKED, "%s",
			words(&pool, W_BIN_NOT_THERE, hole_text("what", meant->name)));
	if (!err)
		err = turn_back(store, &all, meant, start, gone->bare, why);
	pool_release(&pool);
	return err;
}

enum err store_undelete(struct store *store, const struct store_binned *meant, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct bin_start start;
	enum err err = bin_start(store, meant, &start, why);
	if (!err)
		err = store_begin(store, start.scope,
			words(&pool, W_UNDO_UNDELETED, hole_text("what", meant->name)), why);
	pool_release(&pool);
	if (err)
		return err;
	store->change.alliance = meant->alliance;
	err = bin_take_out(store, meant, &start, why);
	if (!err)
		err = merged_undeleted(store, meant, why);
	return change_end(store, true, err, why);
}
