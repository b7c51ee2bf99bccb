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
	lives_init(&lives, from, m, m->theirs ? LIVES_UNTIMED : LIVES_LATER);
	*dead = !lives.alive[KIND_ASSESSMENT][0];
	m->from = from;
	if (*dead)
		differ_object(m, VERDICT_GONE, KIND_ASSESSMENT, &from->assessment, NULL,
			lives.at[KIND_ASSESSMENT][0], from->assessment.object.changed);
	lives_release(&lives);
	return *dead ? bury_round(m, from) : make_round(m, from);
}

/* Nothing to merge into: the first round of the file, with the alliance. One that is there already
 * may be without. */
static enum err first_round(struct merge *m, int64_t *round)
{
	*round = any_round(m);
	if (*round || !m->fresh)
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
	bool known = !m->fresh;
	enum err err = first_round(m, &round);
	if (!known)
		made = round;
	if (!err)
		err = tell_people(m);
	if (!err)
		err = unite_filed(m);
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
	if (!err)
		err = unite_stored(m);
	if (!err)
		err = merge_deleted(m);
	return err ? err : join_alike_again(m);
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

/* Is something in the file later than the deletion of the alliance, and of itself? What does not
 * say when it was changed is where the user says that it shall be. */
static bool is_later(const struct merge *m, const struct record *rec, int64_t deleted)
{
	struct lives lives;
	bool later = false;
	lives_init(&lives, rec, m, LIVES_LATER);
	for (int kind = 0; kind < KIND_COUNT && !later; kind++)
		for (size_t i = 0; i < record_count(rec, kind) && !later; i++) {
			int64_t time = object_time(kind, record_at(rec, kind, i));
			later = time > deleted && time > lives.at[kind][i];
			later |= !time && m->theirs;
		}
	lives_release(&lives);
	return later;
}

static bool any_later(const struct merge *m, int64_t deleted)
{
	for (size_t r = 0; r < m->file->count; r++)
		if (is_later(m, &m->file->rounds[r], deleted))
			return true;
	return false;
}

/* An alliance that lies in the bin comes back as it was last, for the file to be merged into, or it
 * stays there: *stays. */
static enum err settle_binned(struct merge *m, const struct store_binned *binned, bool *stays)
{
	const struct alliance *alliance = &m->file->rounds->alliance;
	char text[UUID_TEXT];
	m->alliance = binned->alliance;
	m->from = m->file->rounds;
	enum err err = collect_deleted(m);
	if (err)
		return err;
	int64_t deleted =
		json_integer_value(json_object_get(m->deleted, uuid_text(&binned->id, text)));
	*stays = !any_later(m, deleted);
	differ_object(m, *stays ? VERDICT_GONE : VERDICT_REVIVED, KIND_ALLIANCE, alliance, NULL,
		deleted, alliance->object.changed);
	return *stays ? ERR_NONE : store_bring_back(m->store, binned, m->why);
}

static enum err find_alliance(struct merge *m, bool *stays)
{
	const struct uuid *id = &m->file->rounds->alliance.object.id;
	struct pool pool = { 0 };
	struct store_binned binned;
	bool found = false;
	enum err err = ERR_NONE;
	*stays = false;
	m->alliance = store_key(m->store, KIND_ALLIANCE, id);
	if (!m->alliance)
		err = store_binned_alliance(m->store, id, &pool, &binned, &found, m->why);
	if (!err && found)
		err = settle_binned(m, &binned, stays);
	pool_release(&pool);
	m->fresh = !m->alliance;
	return err;
}

static size_t count_objects(const struct exchange *file)
{
	size_t count = 0;
	for (size_t r = 0; r < file->count; r++)
		for (int kind = 0; kind < KIND_COUNT; kind++)
			count += record_count(&file->rounds[r], kind);
	return count;
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
		.all = count_objects(file),
		.deleted = json_object(),
		.parts = json_object(),
		.back = json_object(),
		.tied = json_object(),
		.whose = json_object(),
		.actions = json_object(),
		.names = json_object(),
		.places = json_object() };
	bool stays = false;
	report->ahead = ahead_of(file, m.now);
	enum err err =
		store_begin(store, scope_of(store, file), file->undo ? file->undo : "import", why);
	if (!err) {
		store_keep_stamps(store);
		err = find_alliance(&m, &stays);
	}
	if (!err)
		err = collect_deleted(&m);
	if (!err && !stays)
		err = merge_all(&m);
	json_decref(m.deleted);
	json_decref(m.parts);
	json_decref(m.back);
	json_decref(m.tied);
	json_decref(m.known);
	json_decref(m.whose);
	json_decref(m.actions);
	json_decref(m.names);
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
