/* SPDX-License-Identifier: MIT */
/*
 * A document into the database, merged by UUID in one transaction.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

/* Counts what is new of one kind, and gives the keys of what the alliance shares. */
static enum err find_keys(struct merge *m, struct record *from, enum kind kind)
{
	bool shared = m->alliance && kind_info[kind].parent == KIND_ALLIANCE;
	for (size_t i = 0; i < record_count(from, kind); i++) {
		struct object *object = record_at(from, kind, i);
		int64_t key = kind_info[kind].has_id ? store_key(m->store, kind, &object->id) : 0;
		if (key && !shared)
			return refuse_foreign(m, from, kind, i);
		object->key = key;
		m->report->added += !key;
		unlabel(kind, object);
	}
	return ERR_NONE;
}

static enum err add_round(struct merge *m, struct record *from)
{
	enum err err = ERR_NONE;
	from->alliance.object.key = m->alliance;
	m->report->added += !m->alliance;
	for (int kind = KIND_PARTY; kind < KIND_COUNT && !err; kind++)
		err = find_keys(m, from, (enum kind)kind);
	if (!err)
		err = store_add_record(m->store, from, m->why);
	m->alliance = from->alliance.object.key;
	record_settle(from);
	return err;
}

static enum err delete_object(struct merge *m, enum kind kind, const struct uuid *id)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t rounds = store_rounds(m->store, m->alliance, &pool, &keys);
	bool found = false;
	enum err err = ERR_NONE;
	for (size_t r = 0; r < rounds && !err && !found; r++) {
		struct record rec;
		if ((err = store_load(m->store, keys[r], &rec, m->why)))
			break;
		int at = record_find(&rec, kind, id);
		found = at >= 0;
		if (found)
			err = store_delete(
				m->store, &rec, kind, record_at(&rec, kind, (size_t)at), m->why);
		record_release(&rec);
	}
	pool_release(&pool);
	m->report->deleted += found;
	return err;
}

/* A file that still has the object does not mean its deletion. */
static bool in_file(const struct exchange *file, enum kind kind, const struct uuid *id)
{
	for (size_t r = 0; r < file->count; r++)
		if (record_find(&file->rounds[r], kind, id) >= 0)
			return true;
	return false;
}

/* What the file says is gone and does not hold itself: deleted here, and remembered for the next
 * file. */
static enum err merge_one_deleted(struct merge *m, const struct store_deleted *gone)
{
	enum err err = ERR_NONE;
	for (int kind = KIND_PARTY; kind < KIND_COUNT && !err; kind++) {
		if (!kind_info[kind].has_id)
			continue;
		if (in_file(m->file, kind, &gone->id))
			return ERR_NONE;
		if (store_key(m->store, kind, &gone->id))
			err = delete_object(m, kind, &gone->id);
	}
	return err ? err : store_put_deleted(m->store, m->alliance, gone, m->why);
}

static enum err merge_deleted(struct merge *m)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < m->file->deleted_count && !err; i++)
		err = merge_one_deleted(m, &m->file->deleted[i]);
	return err;
}

/* A stored round of the alliance, 0 none. */
static int64_t any_round(const struct merge *m)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t count = m->alliance ? store_rounds(m->store, m->alliance, &pool, &keys) : 0;
	int64_t first = count ? keys[0] : 0;
	pool_release(&pool);
	return first;
}

static enum err merge_rounds(struct merge *m)
{
	int64_t round = any_round(m), newest = 0;
	int date = DATE_NONE;
	enum err err = round ? merge_alliance(m, round) : ERR_NONE;
	for (size_t i = 0; i < m->file->count && !err; i++) {
		struct record *from = &m->file->rounds[i];
		struct object *head = &from->assessment.object;
		if (m->file->empty && round) {
			newest = round;
			break;
		}
		int64_t key = store_key(m->store, KIND_ASSESSMENT, &head->id);
		err = key ? merge_round(m, key, from) : add_round(m, from);
		if (!newest || from->assessment.date >= date) {
			date = from->assessment.date;
			newest = key ? key : head->key;
		}
	}
	m->report->assessment = newest;
	return err;
}

static enum err merge_all(struct merge *m)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < m->file->count && !err; i++)
		if (m->file->rounds[i].instrument->source)
			err = store_put_instrument(m->store, m->file->rounds[i].instrument, m->why);
	if (!err)
		err = merge_rounds(m);
	return err ? err : merge_deleted(m);
}

static void clear_keys(struct exchange *file)
{
	for (size_t r = 0; r < file->count; r++)
		for (int kind = 0; kind < KIND_COUNT; kind++)
			for (size_t i = 0; i < record_count(&file->rounds[r], kind); i++)
				((struct object *)record_at(&file->rounds[r], kind, i))->key = 0;
}

/* Key of the newest round that is in the database already: whose undo the import belongs to. */
static int64_t scope_of(struct store *store, const struct exchange *file)
{
	int64_t scope = 0, key;
	int date = DATE_NONE;
	for (size_t i = 0; i < file->count; i++) {
		const struct assessment *round = &file->rounds[i].assessment;
		key = store_key(store, KIND_ASSESSMENT, &round->object.id);
		if (key && (!scope || round->date >= date)) {
			scope = key;
			date = round->date;
		}
	}
	return scope;
}

static enum err import_one(struct store *store, struct exchange *file,
	struct exchange_report *report, struct errmsg *why)
{
	struct merge m = { .store = store, .file = file, .report = report, .why = why };
	m.alliance = store_key(store, KIND_ALLIANCE, &file->rounds->alliance.object.id);
	enum err err = store_begin(store, scope_of(store, file), "import", why);
	if (!err)
		err = merge_all(&m);
	return err ? err : store_commit(store, why);
}

/* What the store refuses has no place; the file it was in is said at least. */
static void name_file(const struct exchange *file, enum err err, struct errmsg *why)
{
	if (!why || !strncmp(why->text, file->name, strlen(file->name)))
		return;
	struct errmsg said = *why;
	errmsg_set(why, err, "%s: %s", file->name, said.text);
}

static void forget_reports(struct exchange_report *reports, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(reports[i].conflicts);
		reports[i] = (struct exchange_report){ 0 };
	}
}

enum err exchange_import_all(struct store *store, struct exchange *files, size_t count, bool dry,
	struct exchange_report *reports, struct errmsg *why)
{
	memset(reports, 0, count * sizeof(*reports));
	for (size_t i = 0; i < count; i++)
		clear_keys(&files[i]);
	enum err err = store_begin_all(store, why);
	if (err)
		return err;
	for (size_t i = 0; i < count && !err; i++)
		if ((err = import_one(store, &files[i], &reports[i], why)))
			name_file(&files[i], err, why);
	if (!err && !dry)
		return store_commit_all(store, why);
	store_rollback(store);
	for (size_t i = 0; i < count; i++) {
		clear_keys(&files[i]);
		reports[i].assessment = scope_of(store, &files[i]);
	}
	if (err)
		forget_reports(reports, count);
	return err;
}

enum err exchange_import(struct store *store, struct exchange *file, bool dry,
	struct exchange_report *report, struct errmsg *why)
{
	return exchange_import_all(store, file, 1, dry, report, why);
}
