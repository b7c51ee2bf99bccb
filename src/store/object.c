/* SPDX-License-Identifier: MIT */
/*
 * Objects put and deleted, whatever their kind.
 */
#include "store_private.h"

#include <rekindle/words.h>

/* An object in its record. */
struct place {
	struct record *record;
	void *object;
};

/* Key of what an object belongs to, where the caller did not say. */
static int64_t owner_of(const struct record *record, enum kind kind, int64_t parent)
{
	if (row_owner_cell(kind) < 0 || parent)
		return parent;
	return kind_info[kind].parent == KIND_ALLIANCE ? record->alliance.object.key
						       : record->assessment.object.key;
}

static bool in_record(const struct record *record, enum kind kind, int64_t key)
{
	for (size_t i = 0; i < record_count(record, kind); i++)
		if (((const struct object *)record_at(record, kind, i))->key == key)
			return true;
	return false;
}

/* Is the row under my key mine, or was the key given to another after mine was taken back? */
static bool same_identity(
	const struct record *record, const struct row *stored, const struct row *mine)
{
	int id = row_id_cell(mine->kind);
	size_t cell = id >= 0 ? (size_t)id : row_parent_cell(mine->kind);
	if (cell_same(&stored->cell[cell], &mine->cell[cell]))
		return true;
	return kind_is_part(mine->kind) &&
		in_record(record, kind_info[mine->kind].parent, stored->cell[cell].whole);
}

/*
 * An object without key and id may be in the file all the same: its commit failed and yet was kept.
 * A row that says the same and that the record does not know is that one.
 */
static enum err adopt(struct store *store, const struct record *record, struct row *mine,
	struct pool *pool, struct errmsg *why)
{
	enum kind kind = mine->kind;
	int64_t owner = kind_is_part(kind) ? owner_of(record, kind_info[kind].parent, 0)
					   : mine->cell[row_parent_cell(kind)].whole;
	return row_adopt(store, record, owner, mine, pool, why);
}

/* Give the row the key under which it is stored, by its id where it has none or a stale one. */
static enum err identify(struct store *store, const struct record *record, struct row *mine,
	struct pool *pool, struct row *stored, bool *found, struct errmsg *why)
{
	enum kind kind = mine->kind;
	int id = row_id_cell(kind);
	int64_t key = 0;
	enum err err = ERR_NONE;
	*found = false;
	if (mine->cell[0].type == CELL_WHOLE)
		err = row_get(
			store, kind, mine->cell[0].whole, row_item(mine), pool, stored, found, why);
	if (err || kind == KIND_ANSWER || (*found && same_identity(record, stored, mine)))
		return err;
	if (*found)
		mine->cell[0] = (struct cell){ 0 };
	*found = false;
	if (id >= 0)
		err = statement_number(
			store, STATEMENT_FIND + kind, &key, why, "b", mine->cell[id].text);
	else if (mine->cell[0].type == CELL_NULL)
		err = adopt(store, record, mine, pool, why);
	if (key)
		mine->cell[0] = (struct cell){ .type = CELL_WHOLE, .whole = key };
	if (!err && mine->cell[0].type == CELL_WHOLE)
		err = row_get(store, kind, mine->cell[0].whole, 0, pool, stored, found, why);
	return err;
}

/* Does the row say what is stored already? Its times are those of the stored one then, unless they
 * are a file's, and later. */
static bool is_kept(const struct store *store, const struct row *stored, struct row *row)
{
	size_t changed = row_changed_cell(row->kind), drawn = row_drawn_cell(row->kind);
	if (!row_same(stored, row))
		return false;
	if (store->change.kept)
		return cell_same(&stored->cell[changed], &row->cell[changed]) &&
			(drawn == NO_CELL || cell_same(&stored->cell[drawn], &row->cell[drawn]));
	row->cell[changed] = stored->cell[changed];
	if (drawn != NO_CELL)
		row->cell[drawn] = stored->cell[drawn];
	return true;
}

static enum err refuse_unseen(struct store *store, const struct row *stored, struct errmsg *why)
{
	struct pool pool = { 0 };
	errmsg_set(why, ERR_LOCKED, "%s",
		words(&pool, W_CONFLICT_UNSEEN,
			hole_text("what", row_called(store, stored, &pool))));
	pool_release(&pool);
	return ERR_LOCKED;
}

/* It was stored, and is not there: only when it is in the book of deletions did somebody delete it,
 * else it is of a try that was taken back. */
static enum err put_new(struct store *store, struct row *row, struct errmsg *why)
{
	struct uuid id;
	int64_t deleted = -1;
	enum err err = ERR_NONE;
	bool was = row->cell[0].type == CELL_WHOLE &&
		row->cell[row_changed_cell(row->kind)].type != CELL_NULL;
	if (was && !store->change.kept && !(err = row_identity(store, row, &id, why)))
		err = book_find(store, &id, &deleted, why);
	if (!err && deleted >= 0)
		return conflict_found(store, NULL, NULL, row, why);
	return err ? err : row_put(store, NULL, row, why);
}

/* Over another program's change only what this one has changed is written, and the object becomes
 * what is stored then. */
static enum err put_over(struct store *store, const struct row *stored, struct row *row,
	struct place *place, struct pool *pool, struct errmsg *why)
{
	struct row shown, merged;
	bool known;
	if (store->change.kept || row_same_times(stored, row))
		return row_put(store, stored, row, why);
	enum err err = row_shown(store, stored, row, pool, &shown, &known, why);
	if (err)
		return err;
	if (!row_merge(pool, known ? &shown : NULL, stored, row, STORE_THEIRS, &merged))
		return conflict_found(store, known ? &shown : NULL, stored, row, why);
	if (!load_row(store, &merged, place->record, place->object))
		return refuse_unseen(store, stored, why);
	*row = merged;
	return row_same(stored, &merged) ? ERR_NONE : row_put(store, stored, row, why);
}

static enum err put_row(struct store *store, struct place *place, struct row *row,
	struct pool *pool, struct errmsg *why)
{
	struct row stored;
	bool found;
	int owner = row_owner_cell(row->kind);
	enum err err = identify(store, place->record, row, pool, &stored, &found, why);
	if (err || (found && is_kept(store, &stored, row)))
		return err;
	if (!found)
		return put_new(store, row, why);
	if (owner >= 0 && !cell_same(&stored.cell[owner], &row->cell[owner]))
		return errmsg_set(why, ERR_INVALID, "this %s belongs to another %s already",
			kind_info[row->kind].name, kind_info[kind_info[row->kind].parent].name);
	err = put_over(store, &stored, row, place, pool, why);
	return err || row->kind != KIND_ASSESSMENT || store->change.kept
		? err
		: kept_follow(store, &stored, row, why);
}

static void give_stamps(const struct object *before, enum kind kind, int64_t drawn, void *object)
{
	((struct object *)object)->changed = before->changed;
	if (kind == KIND_PLAN_ACTION)
		((struct plan_action *)object)->drawn = drawn;
}

static void take_stamps(const struct row *row, void *object)
{
	size_t drawn = row_drawn_cell(row->kind);
	((struct object *)object)->changed = row->cell[row_changed_cell(row->kind)].whole;
	if (drawn != NO_CELL)
		((struct plan_action *)object)->drawn = row->cell[drawn].whole;
	if (row->kind == KIND_ASSESSMENT)
		((struct assessment *)object)->begun =
			row->cell[row_column_cell(row->kind, "begun")].whole;
}

enum err store_put(struct store *store, struct record *record, enum kind kind, void *object,
	int64_t parent, struct errmsg *why)
{
	struct object *head = object;
	const struct object before = *head;
	int64_t drawn = kind == KIND_PLAN_ACTION ? ((struct plan_action *)object)->drawn : 0;
	struct pool pool = { 0 };
	struct row row;
	bool own;
	conflict_forget(store);
	enum err err = change_begin(
		store, record->assessment.object.key, record->alliance.object.key, &own, why);
	if (err)
		return err;
	if (kind_info[kind].has_id && uuid_none(&head->id))
		head->id = uuid_new();
	err = row_of_object(
		store, record, kind, object, owner_of(record, kind, parent), &pool, &row, why);
	if (!err)
		err = put_row(store, &(struct place){ record, object }, &row, &pool, why);
	/* Kept also when the commit fails: a second try then finds what the first may have left. */
	if (!err && kind != KIND_ANSWER)
		head->key = row.cell[0].whole;
	if (!err)
		take_stamps(&row, object);
	if (!err && kind == KIND_PLAN_ACTION && !((struct plan_action *)object)->number)
		err = number_get(store, object, why);
	pool_release(&pool);
	err = change_end(store, own, err, why);
	if (err && own)
		give_stamps(&before, kind, drawn, object);
	return err;
}

static enum err put_id(
	struct store *store, enum kind kind, int64_t key, const struct uuid *id, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row before, after;
	int64_t other;
	bool found;
	enum err err = statement_number(store, STATEMENT_FIND + kind, &other, why, "b", id);
	if (!err && other && other != key)
		err = errmsg_set(
			why, ERR_INVALID, "another %s has this id already", kind_info[kind].name);
	if (!err)
		err = row_get(store, kind, key, 0, &pool, &before, &found, why);
	if (!err && found) {
		row_copy(&pool, &before, &after);
		after.cell[row_id_cell(kind)].text = (const char *)id;
		err = row_put(store, &before, &after, why);
	}
	pool_release(&pool);
	return err;
}

enum err store_put_id(struct store *store, const struct record *record, enum kind kind,
	void *object, const struct uuid *id, struct errmsg *why)
{
	struct object *head = object;
	bool own;
	enum err err = change_begin(
		store, record->assessment.object.key, record->alliance.object.key, &own, why);
	if (err)
		return err;
	err = change_end(store, own, put_id(store, kind, head->key, id, why), why);
	if (!err)
		head->id = *id;
	return err;
}

static enum err find_row(struct store *store, const struct record *record, enum kind kind,
	const void *object, int64_t *key, int64_t *item, struct errmsg *why)
{
	const struct object *head = object;
	const struct answer *answer = object;
	*item = 0;
	*key = head->key;
	if (kind == KIND_ANSWER) {
		*key = record->respondents[answer->respondent].object.key;
		return bank_item_key(store, record->instrument, answer->item, item, why);
	}
	if (kind_info[kind].has_id && !uuid_none(&head->id))
		return statement_number(store, STATEMENT_FIND + kind, key, why, "b", &head->id);
	return ERR_NONE;
}

/* What is deleted must be what was shown. Who never read the object does not say when. */
static enum err check_seen(struct store *store, const struct record *record, enum kind kind,
	const void *object, int64_t key, int64_t item, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row stored, mine;
	bool found;
	int64_t seen = object_time(kind, object);
	enum err err =
		seen ? row_get(store, kind, key, item, &pool, &stored, &found, why) : ERR_NONE;
	bool moved = !err && seen && found && row_stamp_after(0, &stored) - 1 > seen;
	if (moved)
		err = row_of_object(
			store, record, kind, object, owner_of(record, kind, 0), &pool, &mine, why);
	if (moved && !err)
		err = conflict_of_deletion(store, &stored, &mine, why);
	pool_release(&pool);
	return err;
}

enum err store_delete(struct store *store, const struct record *record, enum kind kind,
	const void *object, struct errmsg *why)
{
	int64_t key, item;
	bool own;
	conflict_forget(store);
	enum err err = change_begin(
		store, record->assessment.object.key, record->alliance.object.key, &own, why);
	if (err)
		return err;
	err = find_row(store, record, kind, object, &key, &item, why);
	if (!err && key && !store->change.kept)
		err = check_seen(store, record, kind, object, key, item, why);
	if (!err && key)
		err = bin_delete(store, kind, key, item, why);
	return change_end(store, own, err, why);
}

/* What rounds share is left as it is where it is stored. A key alone does not say that: it may be
 * of a try that was taken back. */
static enum err is_shared(struct store *store, enum kind kind, struct object *object, bool *shared,
	struct errmsg *why)
{
	int64_t key = 0;
	enum err err = kind_is_shared(kind) && kind_info[kind].has_id && object->key
		? statement_number(store, STATEMENT_FIND + kind, &key, why, "b", &object->id)
		: ERR_NONE;
	*shared = key;
	if (key)
		object->key = key;
	return err;
}

static enum err put_kind(
	struct store *store, struct record *record, enum kind kind, struct errmsg *why)
{
	enum err err = ERR_NONE;
	bool shared;
	for (size_t i = 0; !err && i < record_count(record, kind); i++) {
		struct object *object = record_at(record, kind, i);
		err = is_shared(store, kind, object, &shared, why);
		if (!err && !shared)
			err = store_put(store, record, kind, object, 0, why);
	}
	return err;
}

enum err store_add_record(struct store *store, struct record *record, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, record->alliance.object.key, &own, why);
	if (err)
		return err;
	/* In the order of the kinds nothing refers to what comes after it. */
	for (int kind = 0; !err && kind < KIND_COUNT; kind++)
		err = put_kind(store, record, (enum kind)kind, why);
	return change_end(store, own, err, why);
}

enum err store_put_plan(
	struct store *store, struct record *record, const char *what, struct errmsg *why)
{
	static const enum kind kinds[] = { KIND_PLAN_ACTION, KIND_GATE, KIND_AMENDMENT };
	enum err err = store_begin(store, record->assessment.object.key, what, why);
	if (err)
		return err;
	err = store_put(store, record, KIND_PLAN, record_put_plan(record), 0, why);
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		for (size_t i = 0; !err && i < record_count(record, kinds[k]); i++)
			err = store_put(
				store, record, kinds[k], record_at(record, kinds[k], i), 0, why);
	return change_end(store, true, err, why);
}
