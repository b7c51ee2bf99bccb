/* SPDX-License-Identifier: MIT */
/*
 * Changes on their way into the database. Each waits as the objects that it made, never as the
 * question or the form that happens to be open when it is tried again.
 */
#include <rekindle/unsaved.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "piece.h"

#define RETRY_MS 2000

struct ended {
	struct store_place place;
	const char *field;
};

struct unsaved_change {
	struct unsaved_change *next;
	struct pool pool;
	int64_t number;
	int64_t scope; /* assessment */
	const char *what;
	struct piece *pieces;
	struct ended *drafts;
	size_t count, draft_count;
	bool refused;  /* for good, when it was tried last */
	bool whole;    /* unsaved_whole() */
	int64_t typed; /* unsaved_end_typed(), or 0 */
};

void unsaved_init(struct unsaved *queue, struct store *store, struct record *record)
{
	*queue = (struct unsaved){ .store = store, .record = record };
}

static void change_free(struct unsaved_change *change)
{
	pool_release(&change->pool);
	free(change);
}

/* Out of the queue, whether it is stored or given up. */
static void drop(struct unsaved *queue, struct unsaved_change **at)
{
	struct unsaved_change *change = *at;

	*at = change->next;
	if (queue->disputed == change)
		queue->disputed = NULL;
	change_free(change);
}

void unsaved_release(struct unsaved *queue)
{
	while (queue->first)
		drop(queue, &queue->first);
}

int unsaved_count(const struct unsaved *queue)
{
	int n = 0;

	for (const struct unsaved_change *change = queue->first; change; change = change->next)
		n++;
	return n;
}

/* What is taken out of the record moves what stood behind it. */
static void refer_anew(struct unsaved *queue)
{
	for (struct unsaved_change *change = queue->first; change; change = change->next)
		for (size_t i = 0; i < change->count; i++)
			piece_refer(queue->record, &change->pieces[i]);
}

void unsaved_apply(struct unsaved *queue)
{
	queue->seen = store_change(queue->store);
	for (struct unsaved_change *change = queue->first; change; change = change->next)
		for (size_t i = 0; i < change->count; i++) {
			change->pieces[i].gone = change->pieces[i].erased = false;
			piece_refer(queue->record, &change->pieces[i]);
			piece_show(queue->record, &change->pieces[i]);
		}
	refer_anew(queue);
}

/* Putting a change together */

void unsaved_begin(struct unsaved *queue, const char *what)
{
	assert(!queue->open);
	struct unsaved_change *change = mem_alloc(sizeof(*change));

	change->number = ++queue->made;
	change->scope = queue->record->assessment.object.key;
	change->what = pool_strdup(&change->pool, what);
	queue->open = change;
}

bool unsaved_concerns(const struct unsaved *queue, enum kind kind, const void *object)
{
	const struct uuid id = object_id(queue->record, kind, object);

	for (const struct unsaved_change *change = queue->first; change; change = change->next)
		for (size_t i = 0; i < change->count; i++)
			if (piece_concerns(&change->pieces[i], &id))
				return true;
	return false;
}

static bool in_record(const struct record *record, enum kind kind, const void *object)
{
	size_t count = record_count(record, kind);
	const char *first = count ? record_at(record, kind, 0) : NULL, *at = object;

	return first && at >= first && at < first + count * kind_info[kind].size;
}

void unsaved_add(struct unsaved *queue, enum kind kind, void *object, int64_t parent)
{
	struct unsaved_change *change = queue->open;
	struct piece *piece = POOL_APPEND(&change->pool, change->pieces, change->count);
	struct object *head = object;

	if (kind_info[kind].has_id && uuid_none(&head->id))
		head->id = uuid_new();
	*piece = (struct piece){
		.kind = kind, .parent = parent, .object = head, .stored = head->key != 0
	};
	piece_make(&change->pool, queue->record, piece);
	if (!in_record(queue->record, kind, object))
		piece_show(queue->record, piece);
}

void unsaved_delete(struct unsaved *queue, enum kind kind, const void *object)
{
	struct unsaved_change *change = queue->open;
	struct piece *piece = POOL_APPEND(&change->pool, change->pieces, change->count);

	*piece = (struct piece){ .kind = kind, .deletes = true, .stored = true };
	piece->object = (struct object *)(uintptr_t)object;
	piece_make(&change->pool, queue->record, piece);
	piece_show(queue->record, piece);
	refer_anew(queue);
}

void unsaved_whole(struct unsaved *queue)
{
	queue->open->whole = true;
}

void unsaved_end_draft(struct unsaved *queue, const struct store_place *place, const char *field)
{
	struct unsaved_change *change = queue->open;
	struct ended *draft = POOL_APPEND(&change->pool, change->drafts, change->draft_count);

	*draft = (struct ended){ *place, pool_strdup(&change->pool, field) };
	draft->place.screen = pool_strdup(&change->pool, place->screen);
}

void unsaved_end_typed(struct unsaved *queue, int64_t respondent)
{
	queue->open->typed = respondent;
}

bool unsaved_ends_typed(const struct unsaved *queue, int64_t respondent)
{
	for (const struct unsaved_change *change = queue->first; change; change = change->next)
		if (change->typed == respondent)
			return true;
	return false;
}

/* The same object, and it refers to the same: what stands between the two in the queue stays right
 * when the second takes the place of the first. */
static bool replaces(const struct unsaved_change *old, const struct unsaved_change *fresh)
{
	if (old->count != 1 || fresh->count != 1 || old->pieces->kind != fresh->pieces->kind ||
		old->pieces->deletes || fresh->pieces->deletes ||
		!uuid_same(&old->pieces->id, &fresh->pieces->id))
		return false;
	return !memcmp(old->pieces->refers, fresh->pieces->refers,
		kind_info[fresh->pieces->kind].field_count * sizeof(*fresh->pieces->refers));
}

static void enqueue(struct unsaved *queue, struct unsaved_change *fresh)
{
	struct unsaved_change **at = &queue->first;

	while (*at && !replaces(*at, fresh))
		at = &(*at)->next;
	struct unsaved_change *old = *at;
	*at = fresh;
	if (!old)
		return;
	for (size_t i = 0; i < old->draft_count; i++) {
		queue->open = fresh;
		unsaved_end_draft(queue, &old->drafts[i].place, old->drafts[i].field);
	}
	fresh->typed = fresh->typed ? fresh->typed : old->typed;
	fresh->pieces->stored = old->pieces->stored;
	fresh->next = old->next;
	if (queue->disputed == old) { /* what is chosen about is another now */
		queue->disputed = NULL;
		queue->retry_at = 0;
	}
	change_free(old);
}

/* Storing */

/* What it says once it is stored, with its new time and what another program has changed in it
 * meanwhile, is the record's too. */
static void adopt(struct record *record, const struct piece *piece)
{
	if (piece->deletes)
		return;
	size_t size = kind_info[piece->kind].size, head = sizeof(struct object);
	const char *stored = (const char *)piece->tried, *made = (const char *)piece->object;
	struct object *place = piece_find(record, piece);

	if (!place)
		return;
	if (memcmp(stored + head, made + head, size - head) != 0)
		object_copy(&record->pool, piece->kind, place, stored);
	place->key = piece->tried->key;
	place->changed = piece->tried->changed;
}

/* What waits for the same object was made of what is stored now, and is what is shown. */
static void go_on_from(
	struct unsaved *queue, struct unsaved_change *later, const struct piece *from)
{
	for (; later && !from->deletes; later = later->next)
		for (size_t i = 0; i < later->count; i++) {
			struct piece *piece = &later->pieces[i];
			if (piece->kind != from->kind || !uuid_same(&piece->id, &from->id))
				continue;
			piece->object->key = from->tried->key;
			piece->object->changed = from->tried->changed;
			piece_show(queue->record, piece);
		}
}

static void stored(struct unsaved *queue, struct unsaved_change *change)
{
	for (size_t i = 0; i < change->count; i++) {
		adopt(queue->record, &change->pieces[i]);
		go_on_from(queue, change->next, &change->pieces[i]);
	}
}

static bool has_conflicts(const struct store *store)
{
	size_t count;

	store_conflicts(store, &count);
	return count > 0;
}

/* It may come back; what is erased does not. */
static enum err lost(struct unsaved *queue, struct piece *piece)
{
	enum err err = store_lost(queue->store, queue->record, piece->lost_kind, piece->lost_key,
		&piece->lost_id, &queue->why);

	piece->disputed = err == ERR_LOCKED && has_conflicts(queue->store);
	piece->erased = err == ERR_INVALID;
	return err ? err : ERR_INVALID;
}

static enum err take_out_of_store(struct unsaved *queue, struct piece *piece)
{
	enum err err =
		store_delete(queue->store, queue->record, piece->kind, piece->object, &queue->why);

	piece->disputed = err && has_conflicts(queue->store);
	return err;
}

/* On a copy: a try that is taken back leaves no time and nothing of others behind. A key may stay,
 * since what comes after it in the same change refers to it. */
static enum err put(struct unsaved *queue, struct pool *pool, struct piece *piece)
{
	size_t size = kind_info[piece->kind].size;

	if (piece->deletes)
		return take_out_of_store(queue, piece);
	if (piece->gone)
		return lost(queue, piece);
	piece->tried = pool_alloc(pool, size);
	memcpy(piece->tried, piece->object, size);
	enum err err = store_put(
		queue->store, queue->record, piece->kind, piece->tried, piece->parent, &queue->why);
	piece->disputed = err && has_conflicts(queue->store);
	struct object *place = err ? NULL : piece_find(queue->record, piece);
	if (place)
		place->key = piece->object->key = piece->tried->key;
	return err;
}

static struct piece *disputed_piece(struct unsaved_change *change)
{
	for (size_t i = 0; i < change->count; i++)
		if (change->pieces[i].disputed)
			return &change->pieces[i];
	return NULL;
}

static enum err store_it(struct unsaved *queue, struct unsaved_change *change)
{
	for (size_t i = 0; i < change->count; i++)
		change->pieces[i].disputed = false;
	enum err err = store_begin(queue->store, change->scope, change->what, &queue->why);
	if (err)
		return err;
	for (size_t i = 0; !err && i < change->count; i++)
		err = put(queue, &change->pool, &change->pieces[i]);
	for (size_t i = 0; !err && i < change->draft_count; i++)
		err = store_drop_draft(queue->store, &change->drafts[i].place,
			change->drafts[i].field, &queue->why);
	if (!err && change->typed)
		err = store_end_typed(queue->store, change->typed, &queue->why);
	if (err) {
		store_rollback(queue->store);
		return err;
	}
	err = store_commit(queue->store, &queue->why);
	if (!err)
		stored(queue, change);
	return err;
}

bool unsaved_passes(const struct store *store, enum err err)
{
	if (err == ERR_FAILED)
		return !store_read_only(store);
	return err == ERR_LOCKED && store_is_busy(store);
}

/* Nothing that comes after may overtake what waits for that. */
static bool passes(const struct unsaved *queue, enum err err)
{
	return unsaved_passes(queue->store, err);
}

enum kept unsaved_settle(struct unsaved *queue)
{
	struct unsaved_change **at = &queue->first;
	enum err err = ERR_NONE;

	queue->disputed = NULL;
	while (*at && !queue->disputed && !passes(queue, err)) {
		struct unsaved_change *change = *at;
		err = store_it(queue, change);
		queue->disputed = err && disputed_piece(change) ? change : NULL;
		queue->beaten = queue->disputed;
		change->refused = err && (queue->disputed || !passes(queue, err));
		if (err)
			at = &change->next;
		else
			drop(queue, at);
	}
	if (!queue->first)
		return KEPT;
	queue->retry_at = clock_monotonic_ms() + RETRY_MS;
	return KEPT_WAITING;
}

/* With others waiting nobody is kept waiting for one more try: each takes as long as the database
 * is waited for. */
static enum kept settle_unless(struct unsaved *queue, bool others)
{
	if (others && (queue->disputed || clock_monotonic_ms() < queue->retry_at))
		return KEPT_WAITING;
	return unsaved_settle(queue);
}

/* Take out what was refused; was it there? */
static bool take_out(struct unsaved *queue, int64_t number)
{
	struct unsaved_change **at = &queue->first;

	while (*at && ((*at)->number != number || !(*at)->refused))
		at = &(*at)->next;
	if (!*at || (queue->disputed == *at && (*at)->whole))
		return false;
	drop(queue, at);
	return true;
}

enum kept unsaved_end(struct unsaved *queue, bool insist)
{
	struct unsaved_change *change = queue->open;
	int64_t number = change->number;
	bool others = queue->first != NULL;

	enqueue(queue, change);
	queue->open = NULL;
	enum kept kept = settle_unless(queue, others);
	return !insist && take_out(queue, number) ? KEPT_NOT : kept;
}

bool unsaved_retry(struct unsaved *queue)
{
	if (!queue->first || queue->disputed || clock_monotonic_ms() < queue->retry_at)
		return false;
	unsaved_settle(queue);
	return true;
}

static struct unsaved_change **place_of(struct unsaved *queue, const struct unsaved_change *change)
{
	struct unsaved_change **at = &queue->first;

	while (*at != change)
		at = &(*at)->next;
	return at;
}

void unsaved_at_stake(
	const struct unsaved *queue, struct pool *pool, struct texts *what, struct texts *ours)
{
	struct unsaved_change *change = queue->disputed;
	const struct piece *piece = change ? disputed_piece(change) : NULL;

	for (size_t i = 0; piece && piece->gone && i < change->count; i++)
		piece_texts(queue->record, &change->pieces[i], pool, what, ours);
}

/* What another program has made of what is to be deleted was shown: it goes with the rest. */
static void saw(struct unsaved *queue, struct piece *piece)
{
	size_t count;
	const struct store_conflict *list = store_conflicts(queue->store, &count);

	if (count)
		piece->object->changed = list->time;
}

static void give_up(struct unsaved *queue)
{
	drop(queue, place_of(queue, queue->disputed));
}

/* What is left of a change once one of its objects is as chosen; nothing: it is done. */
static void take_piece(struct unsaved *queue)
{
	struct unsaved_change *change = queue->disputed;
	struct piece *piece = disputed_piece(change), *end = change->pieces + change->count;

	memmove(piece, piece + 1, (size_t)(end - piece - 1) * sizeof(*piece));
	change->count--;
	queue->disputed = NULL;
	if (!change->count && !change->draft_count)
		drop(queue, place_of(queue, change));
}

enum kept unsaved_choose(struct unsaved *queue, enum store_choice choice)
{
	if (!queue->disputed)
		return unsaved_settle(queue);
	struct piece *piece = disputed_piece(queue->disputed);
	bool whole = piece->gone || piece->deletes;

	if (piece->deletes && choice == STORE_OURS) {
		saw(queue, piece);
		return unsaved_settle(queue);
	}
	if (store_settle(queue->store, choice, &queue->why))
		return KEPT_WAITING;
	if (piece->gone && choice == STORE_OURS) { /* it is back, but not in the record yet */
		queue->disputed = NULL;
		queue->retry_at = 0;
		return KEPT_WAITING;
	}
	if (whole && choice == STORE_THEIRS)
		give_up(queue);
	else
		take_piece(queue);
	return unsaved_settle(queue);
}

bool unsaved_is_stale(const struct unsaved *queue)
{
	return queue->first && !queue->disputed && clock_monotonic_ms() >= queue->retry_at &&
		store_change(queue->store) != queue->seen;
}

static bool is_erased(const struct unsaved_change *change)
{
	bool erased = false;

	for (size_t i = 0; i < change->count; i++)
		erased |= change->pieces[i].erased;
	return erased;
}

int unsaved_drop_erased(struct unsaved *queue)
{
	int count = 0;

	for (struct unsaved_change **at = &queue->first; *at;) {
		struct unsaved_change *change = *at;
		if (!is_erased(change)) {
			at = &change->next;
			continue;
		}
		drop(queue, at);
		count++;
	}
	return count;
}
