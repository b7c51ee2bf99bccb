/* SPDX-License-Identifier: MIT */
/*
 * A change that was refused because another program has changed the same since it was shown: what
 * it was to be is kept until the person has chosen.
 */
#include "../store_private.h"

#include <rekindle/words.h>

static const char *answer_said(struct store *store, const struct row *row, struct pool *pool)
{
	const size_t places[] = { (size_t)row_rating_cell(KIND_ANSWER),
		row_column_cell(KIND_ANSWER, "value"), row_column_cell(KIND_ANSWER, "text") };
	const struct cell *state = &row->cell[row_column_cell(KIND_ANSWER, "state")];
	int64_t is = state->type == CELL_NULL ? STATE_BLANK : state->whole;
	for (size_t i = 0; is == STATE_ANSWERED && i < 3; i++)
		if (row->cell[places[i]].type != CELL_NULL)
			return cell_said(store, row, places[i], pool);
	return words_state(is >= 0 && is < STATE_COUNT ? (enum answer_state)is : STATE_BLANK);
}

static const char *said(
	struct store *store, const struct row *row, size_t cell, bool answer, struct pool *pool)
{
	return answer ? answer_said(store, row, pool) : cell_said(store, row, cell, pool);
}

static bool is_listed(const struct disputed *disputed, const char *member)
{
	for (size_t i = 0; i < disputed->count; i++)
		if (str_same(disputed->list[i].member, member))
			return true;
	return false;
}

static void add(
	struct store *store, struct disputed *disputed, const struct row *there, size_t cell)
{
	struct pool *pool = &disputed->pool;
	const struct row *mine = &disputed->mine;
	const char *member = cell_called(mine->kind, cell, pool);
	bool answer = mine->kind == KIND_ANSWER && str_same(member, "answer");
	struct texts one = { 0 };
	if (!member || is_listed(disputed, member))
		return;
	texts_add(pool, &one, member);
	struct store_conflict conflict = {
		.kind = mine->kind,
		.key = mine->cell[0].whole,
		.member = member,
		.what = answer ? row_called(store, mine, pool)
			       : members_called(store, mine, &one, pool),
		.shown = disputed->known ? said(store, &disputed->shown, cell, answer, pool) : NULL,
		.there = said(store, there, cell, answer, pool),
		.ours = said(store, mine, cell, answer, pool),
	};
	*POOL_APPEND(pool, disputed->list, disputed->count) = conflict;
}

static void list_members(struct store *store, struct disputed *disputed)
{
	const struct row *shown = disputed->known ? &disputed->shown : NULL;
	for (size_t i = 0; i < disputed->mine.count; i++)
		if (cell_disputed(shown, &disputed->there, &disputed->mine, i) &&
			!cell_same(&disputed->there.cell[i], &disputed->mine.cell[i]))
			add(store, disputed, &disputed->there, i);
}

/* What another has changed of it since it was shown. */
static void list_changes(struct store *store, struct disputed *disputed)
{
	const struct row *mine = &disputed->mine, *there = &disputed->there;
	enum kind kind = mine->kind;
	for (size_t i = row_key_cells(kind); i < mine->count; i++)
		if (i != row_changed_cell(kind) && i != row_drawn_cell(kind) &&
			(int)i != row_owner_cell(kind) &&
			!cell_same(&there->cell[i], &mine->cell[i]))
			add(store, disputed, there, i);
	for (size_t i = 0; i < disputed->count; i++) {
		disputed->list[i].shown = disputed->list[i].ours;
		disputed->list[i].ours = NULL;
		disputed->list[i].deletes = true;
		disputed->list[i].time = row_stamp_after(0, there) - 1;
	}
}

/* A text that goes with the deletion. */
static void add_lost(
	struct store *store, struct disputed *disputed, const struct row *was, size_t cell)
{
	struct pool *pool = &disputed->pool;
	const struct row *mine = &disputed->mine;
	const char *member = cell_called(mine->kind, cell, pool);
	struct texts one = { 0 };
	if (!member || (was && cell_same(&was->cell[cell], &mine->cell[cell])))
		return;
	texts_add(pool, &one, member);
	*POOL_APPEND(pool, disputed->list, disputed->count) = (struct store_conflict){
		.kind = mine->kind,
		.key = mine->cell[0].whole,
		.member = member,
		.what = members_called(store, mine, &one, pool),
		.ours = mine->cell[cell].text,
		.deleted = true,
	};
}

static void list_deletion(struct store *store, struct disputed *disputed)
{
	*POOL_APPEND(&disputed->pool, disputed->list, disputed->count) = (struct store_conflict){
		.kind = disputed->mine.kind,
		.key = disputed->mine.cell[0].whole,
		.what = row_called(store, &disputed->mine, &disputed->pool),
		.deleted = true,
	};
	const struct row *mine = &disputed->mine;
	static const struct uuid any;
	struct row was;
	bool found;
	enum err err = revive_find(
		store, mine->kind, mine->cell[0].whole, &any, &disputed->pool, &was, &found, NULL);
	for (size_t i = row_key_cells(mine->kind); i < mine->count; i++)
		if (mine->cell[i].type == CELL_TEXT)
			add_lost(store, disputed, !err && found ? &was : NULL, i);
}

static enum err refuse(const struct disputed *disputed, struct errmsg *why)
{
	struct pool pool = { 0 };
	const struct store_conflict *first = disputed->list;
	struct hole what = hole_text("what", first->what);
	const char *nothing = words_plain(W_CONFLICT_NOTHING);
	const char *text = first->deleted
		? words(&pool, W_CONFLICT_DELETED, what)
		: words(&pool, W_CONFLICT_REFUSED, what,
			  hole_text("there", first->there ? first->there : nothing),
			  hole_text("ours", first->ours ? first->ours : nothing));
	errmsg_set(why, ERR_LOCKED, "%s", text);
	pool_release(&pool);
	return ERR_LOCKED;
}

static void keep_row(struct pool *pool, const struct row *from, struct row *to)
{
	row_copy(pool, from, to);
	for (size_t i = 0; i < to->count; i++)
		to->cell[i] = cell_kept(to->cell[i], pool);
}

enum err conflict_found(struct store *store, const struct row *shown, const struct row *there,
	const struct row *mine, struct errmsg *why)
{
	struct disputed fresh = { .scope = store->change.scope,
		.alliance = store->change.alliance,
		.known = shown != NULL,
		.deleted = !there };
	fresh.what = pool_strdup(&fresh.pool, store->change.what);
	keep_row(&fresh.pool, mine, &fresh.mine);
	if (shown)
		keep_row(&fresh.pool, shown, &fresh.shown);
	if (there)
		keep_row(&fresh.pool, there, &fresh.there);
	conflict_forget(store);
	if (there)
		list_members(store, &fresh);
	else
		list_deletion(store, &fresh);
	store->disputed = fresh;
	return refuse(&store->disputed, why);
}

enum err conflict_of_deletion(
	struct store *store, const struct row *there, const struct row *mine, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct disputed fresh = {
		.scope = store->change.scope, .alliance = store->change.alliance, .deletes = true
	};
	fresh.what = pool_strdup(&fresh.pool, store->change.what);
	keep_row(&fresh.pool, mine, &fresh.mine);
	keep_row(&fresh.pool, there, &fresh.there);
	conflict_forget(store);
	list_changes(store, &fresh);
	store->disputed = fresh;
	if (!fresh.count) {
		conflict_forget(store);
		return ERR_NONE;
	}
	errmsg_set(why, ERR_LOCKED, "%s",
		words(&pool, W_CONFLICT_UNSEEN,
			hole_text("what", row_called(store, there, &pool))));
	pool_release(&pool);
	return ERR_LOCKED;
}

enum err store_lost(struct store *store, const struct record *record, enum kind kind, int64_t key,
	const struct uuid *id, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row was;
	bool found;
	conflict_forget(store);
	enum err err = revive_find(store, kind, key, id, &pool, &was, &found, why);
	if (!err && !found)
		err = errmsg_set(why, ERR_INVALID, "%s", words_plain(W_CONFLICT_ERASED));
	else if (!err) {
		struct hole what = hole_text("what", row_called(store, &was, &pool));
		err = conflict_found(store, NULL, NULL, &was, why);
		store->disputed.revives = true;
		store->disputed.scope = record->assessment.object.key;
		store->disputed.alliance = record->alliance.object.key;
		store->disputed.what = words(&store->disputed.pool, W_UNDO_UNDELETED, what);
	}
	pool_release(&pool);
	return err;
}

void conflict_forget(struct store *store)
{
	pool_release(&store->disputed.pool);
	store->disputed = (struct disputed){ 0 };
}

const struct store_conflict *store_conflicts(const struct store *store, size_t *count)
{
	*count = store->disputed.count;
	return store->disputed.list;
}

/* Is what the person has seen of the other's change still what is there? */
static bool is_as_seen(const struct disputed *seen, const struct row *now)
{
	const struct row *shown = seen->known ? &seen->shown : NULL;
	for (size_t i = 0; i < now->count; i++)
		if (cell_disputed(shown, now, &seen->mine, i) &&
			!cell_same(&now->cell[i], &seen->there.cell[i]))
			return false;
	return true;
}

static enum err settle_row(struct store *store, const struct disputed *seen, const struct row *now,
	enum store_choice choice, struct errmsg *why)
{
	struct pool pool = { 0 };
	const struct row *shown = seen->known ? &seen->shown : NULL;
	struct row merged;
	if (seen->deleted || !is_as_seen(seen, now))
		return conflict_found(store, shown, now, &seen->mine, why);
	row_merge(&pool, shown, now, &seen->mine, choice, &merged);
	enum err err = row_same(now, &merged) ? ERR_NONE : row_put(store, now, &merged, why);
	pool_release(&pool);
	return err;
}

/* What was seen of it before it was chosen to delete it must be all. */
static enum err settle_deletion(struct store *store, const struct disputed *seen,
	enum store_choice choice, struct errmsg *why)
{
	struct pool pool = { 0 };
	const struct row *mine = &seen->mine;
	struct row now;
	bool found;
	if (choice == STORE_THEIRS)
		return ERR_NONE;
	enum err err = row_get(store, mine->kind, seen->there.cell[0].whole, row_item(mine), &pool,
		&now, &found, why);
	if (!err && found && !row_same_times(&now, &seen->there))
		err = conflict_of_deletion(store, &now, &seen->there, why);
	if (!err && found)
		err = bin_delete(store, mine->kind, seen->there.cell[0].whole, row_item(mine), why);
	pool_release(&pool);
	return err;
}

static enum err settle(struct store *store, const struct disputed *seen, enum store_choice choice,
	struct errmsg *why)
{
	if (seen->deletes)
		return settle_deletion(store, seen, choice, why);
	if (seen->revives)
		return choice == STORE_OURS ? revive(store, &seen->mine, why) : ERR_NONE;
	struct pool pool = { 0 };
	struct row now, mine = seen->mine;
	bool found;
	enum err err = row_get(
		store, mine.kind, mine.cell[0].whole, row_item(&mine), &pool, &now, &found, why);
	if (!err && found)
		err = settle_row(store, seen, &now, choice, why);
	else if (!err && !seen->deleted)
		err = conflict_found(store, seen->known ? &seen->shown : NULL, NULL, &mine, why);
	else if (!err && choice == STORE_OURS)
		err = row_put(store, NULL, &mine, why);
	pool_release(&pool);
	return err;
}

enum err store_settle(struct store *store, enum store_choice choice, struct errmsg *why)
{
	struct disputed seen = store->disputed;
	if (!seen.count)
		return ERR_NONE;
	enum err err = store_begin(store, seen.scope, seen.what, why);
	if (err)
		return err;
	store->disputed = (struct disputed){ 0 };
	store->change.alliance = seen.alliance;
	err = change_end(store, true, settle(store, &seen, choice, why), why);
	if (err && !store->disputed.count)
		store->disputed = seen;
	else
		pool_release(&seen.pool);
	return err;
}
