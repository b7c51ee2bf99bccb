/* SPDX-License-Identifier: MIT */
/*
 * A document into the database, merged by UUID in one transaction.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/words.h>

/* An alliance is never without its parties. */
static enum err make_alliance(struct merge *m, struct record *from)
{
	enum err err = store_put(m->store, from, KIND_ALLIANCE, &from->alliance, 0, m->why);
	m->alliance = from->alliance.object.key;
	for (size_t i = 0; i < from->party_count && !err; i++) {
		if (store_key(m->store, KIND_PARTY, &from->parties[i].object.id))
			return refuse_foreign(m, from, KIND_PARTY, i);
		unlabel(KIND_PARTY, &from->parties[i]);
		err = store_put(m->store, from, KIND_PARTY, &from->parties[i], m->alliance, m->why);
	}
	m->report->added += 1 + (int)from->party_count;
	record_settle(from);
	return err;
}

/* The round itself, and the alliance where it is new; what else is in them is merged. */
static enum err make_round(struct merge *m, struct record *from)
{
	enum err err = m->alliance ? ERR_NONE : make_alliance(m, from);
	from->alliance.object.key = m->alliance;
	m->report->added++;
	return err ? err
		   : store_put(m->store, from, KIND_ASSESSMENT, &from->assessment, m->alliance,
			     m->why);
}

/* Deletions that the database knows of and those of the file, the later of both. */
static void add_deletion(json_t *deleted, const struct store_deleted *entry)
{
	char text[UUID_TEXT];
	json_t *known = json_object_get(deleted, uuid_text(&entry->id, text));
	if (!known || json_integer_value(known) < entry->at)
		json_object_set_new(deleted, text, json_integer(entry->at));
}

static enum err collect_deleted(struct merge *m)
{
	struct pool pool = { 0 };
	struct store_deleted *known;
	size_t count = 0;
	enum err err = m->alliance
		? store_deleted(m->store, m->alliance, &pool, &known, &count, m->why)
		: ERR_NONE;
	for (size_t i = 0; i < count; i++)
		add_deletion(m->deleted, &known[i]);
	for (size_t i = 0; i < m->file->deleted_count; i++)
		add_deletion(m->deleted, &m->file->deleted[i]);
	pool_release(&pool);
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

/* A round of the file that the database has not; dead: deleted, and nothing in it is later. */
static enum err add_round(struct merge *m, struct record *from, bool *dead)
{
	struct lives lives;
	lives_init(&lives, from, m->deleted, m->theirs ? LIVES_UNTIMED : LIVES_LATER);
	*dead = !lives.alive[KIND_ASSESSMENT][0];
	m->from = from;
	if (*dead)
		differ_object(m, VERDICT_GONE, KIND_ASSESSMENT, &from->assessment, NULL,
			lives.at[KIND_ASSESSMENT][0], from->assessment.object.changed);
	lives_release(&lives);
	return *dead ? bury_round(m, from) : make_round(m, from);
}

/* Nothing to merge into: the first living round of the file, with the alliance. */
static enum err first_round(struct merge *m, int64_t *round)
{
	*round = any_round(m);
	if (*round)
		return ERR_NONE;
	enum err err = make_round(m, m->file->rounds);
	*round = m->file->rounds->assessment.object.key;
	return err;
}

static enum err merge_one_round(struct merge *m, struct record *from, int64_t made, int64_t *key)
{
	const struct uuid *id = &from->assessment.object.id;
	enum err err = ERR_NONE;
	bool dead = false;
	*key = store_key(m->store, KIND_ASSESSMENT, id);
	bool fresh = !*key || *key == made;
	if (!*key) {
		err = add_round(m, from, &dead);
		*key = from->assessment.object.key;
	}
	return err || dead ? err : merge_round(m, *key, from, fresh);
}

static enum err merge_rounds(struct merge *m)
{
	int64_t made = 0, newest = 0, round, key;
	int date = DATE_NONE;
	bool known = any_round(m);
	enum err err = first_round(m, &round);
	if (!known)
		made = round;
	if (!err)
		err = merge_alliance(m, round);
	if (m->file->empty && known)
		newest = round;
	for (size_t i = 0; i < m->file->count && !err && !(m->file->empty && known); i++) {
		struct record *from = &m->file->rounds[i];
		err = merge_one_round(m, from, made, &key);
		if (key && (!newest || from->assessment.date >= date)) {
			date = from->assessment.date;
			newest = key;
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

#define DAY_MS INT64_C(86400000)

/* The latest change of the file, when that is over a day ahead. */
static int64_t ahead_of(const struct exchange *file, int64_t now)
{
	int64_t last = 0;
	for (size_t r = 0; r < file->count; r++)
		for (int kind = 0; kind < KIND_COUNT; kind++)
			for (size_t i = 0; i < record_count(&file->rounds[r], kind); i++) {
				int64_t at =
					object_time(kind, record_at(&file->rounds[r], kind, i));
				last = at > last ? at : last;
			}
	return last > now + DAY_MS ? last : 0;
}

static enum err refuse_forgotten(const struct exchange *file, struct errmsg *why)
{
	struct pool pool = { 0 };
	enum err err = errmsg_set(why, ERR_LOCKED, "%s: %s", file->name,
		words(&pool, W_IMPORT_FORGOTTEN_ALLIANCE,
			hole_text("alliance", file->rounds->alliance.name)));
	pool_release(&pool);
	return err;
}

static enum err import_one(struct store *store, struct exchange *file, unsigned how,
	struct exchange_report *report, struct errmsg *why)
{
	if (store_is_forgotten(store, &file->rounds->alliance.object.id))
		return refuse_forgotten(file, why);
	struct merge m = { .store = store,
		.file = file,
		.report = report,
		.why = why,
		.theirs = how & IMPORT_THEIRS,
		.now = clock_ms(),
		.deleted = json_object(),
		.places = json_object() };
	m.alliance = store_key(store, KIND_ALLIANCE, &file->rounds->alliance.object.id);
	m.fresh = !m.alliance;
	report->ahead = ahead_of(file, m.now);
	enum err err = store_begin(store, scope_of(store, file), "import", why);
	if (!err) {
		store_keep_stamps(store);
		err = collect_deleted(&m);
	}
	if (!err)
		err = merge_all(&m);
	json_decref(m.deleted);
	json_decref(m.places);
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
		exchange_report_release(&reports[i]);
	}
}

enum err exchange_import_all(struct store *store, struct exchange *files, size_t count,
	unsigned how, struct exchange_report *reports, struct errmsg *why)
{
	memset(reports, 0, count * sizeof(*reports));
	for (size_t i = 0; i < count; i++)
		clear_keys(&files[i]);
	enum err err = store_begin_all(store, why);
	if (err)
		return err;
	for (size_t i = 0; i < count && !err; i++)
		if ((err = import_one(store, &files[i], how, &reports[i], why)))
			name_file(&files[i], err, why);
	if (!err && !(how & IMPORT_DRY))
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

enum err exchange_import(struct store *store, struct exchange *file, unsigned how,
	struct exchange_report *report, struct errmsg *why)
{
	return exchange_import_all(store, file, 1, how, report, why);
}
