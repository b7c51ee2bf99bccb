/* SPDX-License-Identifier: MIT */
/*
 * Undo and redo: a new group that turns an earlier one around. The log itself is only added to;
 * what is undone, and what can be done again, follows from reading a scope's groups backwards.
 */
#include "../store_private.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/words.h>

/* Which group to turn around for undo or redo of target; 0 none. */
struct step {
	int64_t target, group;
};

struct steps {
	struct step undo, redo;
};

/* The newest word on a group: undone or done again. */
struct mention {
	int64_t target, group;
	bool undone;
	bool ours;   /* may be turned around here */
	bool passed; /* something new was done after it was undone: gone for redo */
};

struct walk {
	struct pool pool;
	struct mention *mentions;
	size_t count;
	bool done_since; /* a group of changes was met on the way back */
};

static struct mention *find_mention(const struct walk *walk, int64_t target)
{
	for (size_t i = 0; i < walk->count; i++)
		if (walk->mentions[i].target == target)
			return &walk->mentions[i];
	return NULL;
}

/* An undo or redo: only the newest about its target counts. */
static void note_mention(struct walk *walk, int64_t group, int64_t target, bool ours)
{
	if (find_mention(walk, llabs(target)))
		return;
	*POOL_APPEND(&walk->pool, walk->mentions, walk->count) =
		(struct mention){ .target = llabs(target),
			.group = group,
			.undone = target > 0,
			.ours = ours,
			.passed = walk->done_since };
}

/* A group of changes. True when it stands and is ours: nothing before it can be redone. */
static bool note_done(struct walk *walk, int64_t group, bool ours, struct steps *steps)
{
	const struct mention *mention = find_mention(walk, group);
	if (mention && mention->undone) {
		if (!mention->passed && mention->ours)
			steps->redo = (struct step){ .target = group, .group = mention->group };
		walk->done_since |= ours;
		return false;
	}
	walk->done_since |= ours;
	if (!ours || (mention && !mention->ours))
		return false;
	steps->undo = (struct step){ .target = group, .group = mention ? mention->group : group };
	return true;
}

/* What this program has changed, and what was changed before it opened the database; never what
 * another has since. */
static bool is_ours(const struct store *store, int64_t group, int64_t session)
{
	return group <= store->opened || (session && session == store->session);
}

static enum err walk_back(struct store *store, int64_t group, struct walk *walk,
	struct steps *steps, struct errmsg *why)
{
	bool stands = false;
	while (group && !stands) {
		struct query *query;
		bool found;
		enum err err = statement_bind(store, CHANGE_HEAD, &query, why, "i", group);
		if (!err)
			err = query_step(query, &found, why);
		if (err || !found)
			return err;
		int64_t target = column_whole(query, 0);
		int64_t back = column_whole(query, 1);
		bool ours = is_ours(store, group, column_whole(query, 2));
		query_reset(query);
		if (target)
			note_mention(walk, group, target, ours);
		else
			stands = note_done(walk, group, ours, steps);
		group = back > 0 ? group - back : 0; /* never round in a circle */
	}
	return ERR_NONE;
}

static enum err find_steps(
	struct store *store, int64_t scope, struct steps *steps, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	int64_t group = 0;
	*steps = (struct steps){ 0 };
	enum err err = statement_bind(store, HEAD_OF_SCOPE, &query, why, "i", scope);
	if (!err)
		err = query_step(query, &found, why);
	if (found) {
		store->change.alliance = column_whole(query, 0);
		group = column_whole(query, 1);
		query_reset(query);
	}
	struct walk walk = { 0 };
	if (!err)
		err = walk_back(store, group, &walk, steps, why);
	pool_release(&walk.pool);
	return err;
}

enum err change_read(struct store *store, int64_t first, struct pool *pool, struct group *group,
	struct errmsg *why)
{
	struct query *query;
	bool more = true;
	*group = (struct group){ 0 };
	enum err err = statement_bind(store, CHANGE_GROUP, &query, why, "i", first);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		int64_t at = column_whole(query, 0);
		if (at && group->count) {
			query_reset(query);
			break;
		}
		if (at) {
			group->at = at;
			group->what = column_text(query, 6, pool);
		}
		*POOL_APPEND(pool, group->entries, group->count) =
			(struct entry){ .kind = kind_of_code(column_whole(query, 1)),
				.key = column_whole(query, 2),
				.item = column_whole(query, 3),
				.old = column_text(query, 4, pool),
				.new = column_text(query, 5, pool) };
	}
	return err;
}

/* An answer before anything was said to it. */
static void blank_row(const struct row *row, struct pool *pool, struct row *blank)
{
	row_copy(pool, row, blank);
	for (size_t i = row_key_cells(row->kind); i < row->count; i++)
		blank->cell[i] = (struct cell){ 0 };
}

/* What was noted with an answer, which is as it was; NULL: the answer itself is another. */
static const char *noted_words(struct store *store, const struct entry *entry, struct pool *pool)
{
	static const char *const answers[] = { "state", "value", "text", "reason" };
	struct row old, new;
	if (!entry->new)
		return NULL;
	row_decode(entry->new, KIND_ANSWER, entry->key, entry->item, 0, pool, &new);
	if (entry->old)
		row_decode(entry->old, KIND_ANSWER, entry->key, entry->item, 0, pool, &old);
	else
		blank_row(&new, pool, &old);
	size_t rating = (size_t)row_rating_cell(KIND_ANSWER);
	bool same = cell_same(&old.cell[rating], &new.cell[rating]);
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		size_t cell = row_column_cell(KIND_ANSWER, answers[i]);
		same &= cell_same(&old.cell[cell], &new.cell[cell]);
	}
	return same ? change_called(store, &old, &new, pool) : NULL;
}

/* What belongs to a side is called by it: "the contribution of Sled". */
static const char *part_called(struct store *store, const struct row *row, struct pool *pool)
{
	const char *name = row_called(store, row, pool);
	switch ((int)row->kind) {
	case KIND_ROUTE:
		return words(pool, W_UNDO_PART_ROUTE, hole_text("party", name));
	case KIND_CONTRIBUTION:
		return words(pool, W_UNDO_PART_CONTRIBUTION, hole_text("party", name));
	case KIND_SHEET:
		return words(pool, W_UNDO_PART_SHEET, hole_text("person", name));
	case KIND_PARTY_PROFILE:
		return words(pool, W_UNDO_PART_PROFILE, hole_text("party", name));
	}
	return name;
}

/* "Sled added", "the answer to Lessons are drawn deleted": by what people call the row. */
static const char *entry_words(
	struct store *store, const struct entry *entry, int64_t at, struct pool *pool)
{
	struct row row;
	row_decode(entry->new ? entry->new : entry->old, entry->kind, entry->key, entry->item, at,
		pool, &row);
	struct hole what = hole_text("what", part_called(store, &row, pool));
	if (!entry->new)
		return words(pool, W_UNDO_DELETED, what);
	return words(pool, entry->old ? W_UNDO_CHANGED : W_UNDO_ADDED, what);
}

/* What an answer says in a word: the rating, the state without one; NULL: nothing, or a text. */
static const char *answered_words(const struct row *row, struct pool *pool)
{
	const struct cell *state = &row->cell[row_column_cell(KIND_ANSWER, "state")];
	const struct cell *rating = &row->cell[row_rating_cell(KIND_ANSWER)];
	if (state->type != CELL_WHOLE || state->whole == STATE_BLANK)
		return NULL;
	if (state->whole != STATE_ANSWERED)
		return words_state((enum answer_state)state->whole);
	return rating->type == CELL_WHOLE ? pool_printf(pool, "%" PRId64, rating->whole) : NULL;
}

/* An answer: what was noted with it, or its question, what was said and what had been; NULL: what
 * is said of any row is all there is to say. */
static const char *answer_words(struct store *store, const struct entry *entry, struct pool *pool)
{
	struct row old, new;
	const char *noted = noted_words(store, entry, pool), *before = NULL;
	if (noted || !entry->new)
		return noted;
	row_decode(entry->new, KIND_ANSWER, entry->key, entry->item, 0, pool, &new);
	if (entry->old) {
		row_decode(entry->old, KIND_ANSWER, entry->key, entry->item, 0, pool, &old);
		before = answered_words(&old, pool);
	}
	const char *now = answered_words(&new, pool);
	struct hole item = hole_text("item", answer_asked(store, &new, pool));
	if (!now)
		return NULL;
	return before ? words(pool, W_UNDO_ANSWERED_ANEW, item, hole_text("now", now),
				hole_text("before", before))
		      : words(pool, W_UNDO_ANSWERED, item, hole_text("now", now));
}

static bool one_kind(const struct group *group)
{
	for (size_t i = 1; i < group->count; i++)
		if (group->entries[i].kind != group->entries[0].kind)
			return false;
	return true;
}

/* What one change is called by people: "Sled's stance"; NULL: it is of too much. */
static const char *members_words(struct store *store, const struct group *group, struct pool *pool)
{
	const struct entry *entry = group->entries;
	struct row old, new;
	if (group->count != 1 || !entry->old || !entry->new || entry->kind == KIND_ANSWER)
		return NULL;
	row_decode(entry->old, entry->kind, entry->key, entry->item, group->at, pool, &old);
	row_decode(entry->new, entry->kind, entry->key, entry->item, group->at, pool, &new);
	return change_called(store, &old, &new, pool);
}

/* What a group did, in words. A deletion ends with the object that took the others along. */
static const char *group_words(struct store *store, const struct group *group, struct pool *pool)
{
	if (group->what)
		return group->what;
	if (!group->count)
		return "change";
	const char *members = members_words(store, group, pool);
	if (members)
		return members;
	const struct entry *last = &group->entries[group->count - 1];
	const struct entry *entry = last->new ? group->entries : last;
	if (group->count > 1 && last->new &&one_kind(group))
		return pool_printf(
			pool, "%zu %s changed", group->count, kind_info[entry->kind].plural);
	const char *said = entry->kind == KIND_ANSWER ? answer_words(store, entry, pool) : NULL;
	return said ? said : entry_words(store, entry, group->at, pool);
}

static void same_times(const struct row *from, struct row *to)
{
	size_t changed = row_changed_cell(to->kind), drawn = row_drawn_cell(to->kind);
	to->cell[changed] = from->cell[changed];
	if (drawn != NO_CELL)
		to->cell[drawn] = from->cell[drawn];
	if (to->kind == KIND_ASSESSMENT) {
		size_t begun = row_column_cell(KIND_ASSESSMENT, "begun");
		to->cell[begun] = from->cell[begun];
	}
}

/* Does the row still say what the entry left there? When it was changed does not matter: putting it
 * back has changed that. Of a change only what it has changed: the rest may be another's since. */
static bool untouched(const struct row *old, const struct row *new, const struct row *now)
{
	struct pool pool = { 0 };
	struct row left;
	row_copy(&pool, now, &left);
	same_times(new, &left);
	bool same = true;
	for (size_t i = 0; i < now->count; i++)
		same &= (old && cell_same(&old->cell[i], &new->cell[i])) ||
			cell_same(&left.cell[i], &new->cell[i]);
	pool_release(&pool);
	return same;
}

/* Only the cells that the entry has changed go back; the times too, unless another's are there. */
static void turn_cells(const struct row *old, const struct row *new, struct row *row)
{
	bool times = row_same_times(new, row);
	size_t changed = row_changed_cell(row->kind), drawn = row_drawn_cell(row->kind);
	for (size_t i = 0; i < row->count; i++)
		if (!cell_same(&old->cell[i], &new->cell[i]) &&
			(times || (i != changed && i != drawn)))
			row->cell[i] = old->cell[i];
}

/* The states of an entry, and the row as it is now; found: it is there. */
struct turned {
	struct row old, new, now;
	bool found;
};

/* An alliance that goes again takes along the joint editions that were made of it since, which are
 * in no undo of their own. */
static enum err drop_releases(struct store *store, int64_t alliance, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct query *query;
	int64_t *keys = NULL;
	size_t count = 0;
	bool more = true;
	enum err err =
		statement_bind(store, STATEMENT_LIST + KIND_RELEASE, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(&pool, keys, count) = column_whole(query, 0);
	for (size_t i = 0; i < count && !err; i++)
		err = row_delete_deep(store, KIND_RELEASE, keys[i], 0, why);
	pool_release(&pool);
	return err;
}

static enum err turn_added(struct store *store, const struct row *now, struct errmsg *why)
{
	enum err err = now->kind == KIND_ALLIANCE ? drop_releases(store, now->cell[0].whole, why)
						  : ERR_NONE;
	return err ? err : row_delete(store, now, false, why);
}

static enum err turn_row(struct store *store, const struct entry *entry, struct turned *t,
	struct pool *pool, bool *same, struct errmsg *why)
{
	struct row row;
	bool both = entry->old && entry->new;
	enum err err = ERR_NONE;
	*same = t->found == (entry->new != NULL) &&
		(!entry->new || untouched(both ? &t->old : NULL, &t->new, &t->now));
	if (*same && !entry->old && entry->kind == KIND_ASSESSMENT)
		err = begun_is_empty(store, entry->key, same, why);
	if (err || !*same)
		return err;
	if (!entry->old)
		return t->found ? turn_added(store, &t->now, why) : ERR_NONE;
	if (!entry->new)
		return row_put(store, NULL, &t->old, why);
	row_copy(pool, &t->now, &row);
	turn_cells(&t->old, &t->new, &row);
	if (!row_same_times(&t->new, &t->now))
		err = confirmed_turn(store, &t->old, &t->new, &row, why);
	return err ? err : row_put(store, &t->now, &row, why);
}

enum err change_turn(
	struct store *store, const struct entry *entry, int64_t at, bool *same, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct turned t = { 0 };
	enum err err =
		row_get(store, entry->kind, entry->key, entry->item, &pool, &t.now, &t.found, why);
	if (entry->old)
		row_decode(entry->old, entry->kind, entry->key, entry->item, at, &pool, &t.old);
	if (entry->new)
		row_decode(entry->new, entry->kind, entry->key, entry->item, at, &pool, &t.new);
	*same = false;
	if (!err)
		err = turn_row(store, entry, &t, &pool, same, why);
	pool_release(&pool);
	return err;
}

/* What was handed out is not taken back: a joint edition goes and comes only with its alliance. */
static bool stays(const struct entry *entry)
{
	bool release = entry->kind == KIND_RELEASE || entry->kind == KIND_RELEASE_RATING;
	return release && entry->new;
}

static enum err turn_group(struct store *store, const struct group *group, const char *verb,
	const char *what, struct errmsg *why)
{
	enum err err = ERR_NONE;
	bool same = true;
	const struct entry *first = group->entries;
	for (size_t i = group->count; !err && i-- > 0;) {
		if (stays(&group->entries[i]))
			continue;
		err = change_turn(store, &group->entries[i], group->at, &same, why);
		if (!err && !same)
			err = errmsg_set(why, ERR_LOCKED,
				"changed since by another program: %s; nothing %s", what, verb);
	}
	/* a step all the same, so that the one before it is next */
	if (!err && !store->change.group && group->count)
		err = change_log(
			store, first->kind, first->key, first->item, first->new, first->new, why);
	return err;
}

/* What a file has changed gets its former times back. */
static enum err of_file(struct store *store, int64_t group, struct errmsg *why)
{
	int64_t stamped;
	enum err err = statement_number(store, STAMPED_GET, &stamped, why, "i", group);
	if (!err && stamped)
		store_keep_stamps(store);
	return err;
}

/* What was erased cannot be put back, and so nothing that was done before it. */
static enum err check_whole(const struct group *group, struct errmsg *why)
{
	for (size_t i = 0; i < group->count; i++)
		if (!group->entries[i].old && !group->entries[i].new)
			return errmsg_set(why, ERR_FAILED, "%s", words_plain(W_UNDO_ERASED));
	return ERR_NONE;
}

/* A round is taken back after what was done in it. */
static enum err check_unused(
	struct store *store, int64_t round, int64_t beginning, struct errmsg *why)
{
	struct steps steps = { 0 };
	enum err err = round ? find_steps(store, round, &steps, why) : ERR_NONE;
	return err || !steps.undo.target || steps.undo.target == beginning
		? err
		: errmsg_set(why, ERR_LOCKED, "%s", words_plain(W_UNDO_ROUND_USED));
}

static enum err turn(struct store *store, const struct step *step, bool undo, struct pool *pool,
	const char **what, struct errmsg *why)
{
	struct group group, target;
	enum err err = change_read(store, step->target, pool, &target, why);
	if (!err)
		err = change_read(store, step->group, pool, &group, why);
	if (!err)
		err = check_whole(&group, why);
	if (!err)
		err = of_file(store, step->group, why);
	if (!err && undo)
		err = check_unused(store, begun_round(&target), step->target, why);
	if (err)
		return err;
	*what = group_words(store, &target, pool);
	store->change.target = undo ? step->target : -step->target;
	err = turn_group(store, &group, undo ? "undone" : "redone", *what, why);
	if (!err)
		err = book_turn(store, step->group, why);
	return err ? err : buried_turn(store, step->group, why);
}

/* Where nothing of a round itself is left, its beginning is, which is of the round before. */
static enum err find_beginning(
	struct store *store, int64_t round, struct steps *steps, struct errmsg *why)
{
	int64_t group, scope;
	enum err err = begun_find(store, round, &group, &scope, why);
	if (err || !scope || scope == round)
		return err;
	err = find_steps(store, scope, steps, why);
	steps->redo = (struct step){ 0 };
	if (steps->undo.target != group)
		steps->undo = (struct step){ 0 };
	store->change.scope = scope;
	return err;
}

static enum err undo_or_redo(struct store *store, int64_t scope, bool undo, struct pool *pool,
	const char **what, struct errmsg *why)
{
	struct steps steps;
	assert(!store->change.open);
	*what = NULL;
	enum err err = scope ? store_begin(store, scope, NULL, why) : ERR_NONE;
	if (err || !scope)
		return err;
	err = find_steps(store, scope, &steps, why);
	if (!err && undo && !steps.undo.target)
		err = find_beginning(store, scope, &steps, why);
	const struct step *step = undo ? &steps.undo : &steps.redo;
	if (!err && step->target)
		err = turn(store, step, undo, pool, what, why);
	err = change_end(store, true, err, why);
	if (err)
		*what = NULL;
	return err;
}

enum err store_undo(struct store *store, int64_t assessment, struct pool *pool, const char **what,
	struct errmsg *why)
{
	return undo_or_redo(store, assessment, true, pool, what, why);
}

enum err store_redo(struct store *store, int64_t assessment, struct pool *pool, const char **what,
	struct errmsg *why)
{
	return undo_or_redo(store, assessment, false, pool, what, why);
}
