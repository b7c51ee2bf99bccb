/* SPDX-License-Identifier: MIT */
/*
 * An alliance with its rounds as a document.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static void set_extra(json_t *json, const struct object *object)
{
	json_t *extra = object->extra ? json_loads(object->extra, 0, NULL) : NULL;
	members_merge(json, extra);
	json_decref(extra);
}

/* Lists are left out when empty. */
static void set_list(json_t *owner, const char *name, json_t *list)
{
	if (json_array_size(list))
		json_object_set_new(owner, name, list);
	else
		json_decref(list);
}

static void set_kind(json_t *owner, const struct record *rec, enum kind kind)
{
	json_t *list = json_array();
	for (size_t i = 0; i < record_count(rec, kind); i++)
		json_array_append_new(
			list, object_compose(rec, kind, record_at(rec, kind, i), true));
	set_list(owner, kind_info[kind].list, list);
}

/* Readings by KPI in one pass: a KPI does not know its own. */
static json_t **readings_of(const struct record *rec, const struct kpi_list *kpis, enum kind kind)
{
	json_t **actuals = mem_alloc((kpis->kpi_count + 1) * sizeof(*actuals));
	for (size_t i = 0; i < kpis->actual_count; i++) {
		json_t **own = &actuals[kpis->actuals[i].kpi];
		if (!*own)
			*own = json_array();
		json_array_append_new(*own, object_compose(rec, kind, &kpis->actuals[i], true));
	}
	return actuals;
}

static json_t *compose_kpis(
	const struct record *rec, const struct kpi_list *kpis, enum kind kind, enum kind readings)
{
	json_t *list = json_array();
	json_t **actuals = readings_of(rec, kpis, readings);
	for (size_t i = 0; i < kpis->kpi_count; i++) {
		json_t *kpi = object_compose(rec, kind, &kpis->kpis[i], false);
		set_list(kpi, "actuals", actuals[i]);
		set_extra(kpi, &kpis->kpis[i].object);
		json_array_append_new(list, kpi);
	}
	free(actuals);
	return list;
}

/* With those it rested on. */
static json_t *compose_release(const struct record *rec, int release)
{
	const struct release *own = &rec->releases[release];
	json_t *json = object_compose(rec, KIND_RELEASE, own, false), *ratings = json_array();
	for (size_t i = 0; i < rec->release_rating_count; i++)
		if (rec->release_ratings[i].release == release)
			json_array_append_new(ratings,
				object_compose(
					rec, KIND_RELEASE_RATING, &rec->release_ratings[i], true));
	set_list(json, kind_info[KIND_RELEASE_RATING].list, ratings);
	set_extra(json, &own->object);
	return json;
}

static void set_releases(json_t *owner, const struct record *rec)
{
	json_t *list = json_array();
	for (size_t i = 0; i < rec->release_count; i++)
		json_array_append_new(list, compose_release(rec, (int)i));
	set_list(owner, kind_info[KIND_RELEASE].list, list);
}

static void set_kpis(json_t *owner, const struct record *rec)
{
	const struct kpi_list kpis = record_kpis_now(rec);
	set_list(owner, "kpis", compose_kpis(rec, &kpis, KIND_KPI, KIND_ACTUAL));
}

/* Also when it was sealed with none: a list that is left out says nothing. */
static void set_sealed_kpis(json_t *owner, const struct record *rec)
{
	const struct kpi_list kpis = record_kpis(rec);
	if (rec->assessment.sealed != DATE_NONE)
		json_object_set_new(owner, "kpis",
			compose_kpis(rec, &kpis, KIND_SEALED_KPI, KIND_SEALED_ACTUAL));
}

/* A row is a word; when it was changed stands beside the rows. */
static void set_check(json_t *checklists, json_t *changed, const struct checklist *row)
{
	const char *name = vocabulary_check_row.word[row->row];
	member_set(checklists, name, json_string(vocabulary_check.word[row->value]));
	if (row->object.changed)
		json_object_set_new(changed, name, json_integer(row->object.changed));
}

/* In the order in which they are read. */
static void set_checklists(json_t *owner, const struct record *rec)
{
	json_t *checklists = json_object(), *changed = json_object();
	for (int sort = 0; sort < CHECK_ROWS; sort++)
		for (size_t i = 0; i < rec->checklist_count; i++)
			if (rec->checklists[i].row == sort)
				set_check(checklists, changed, &rec->checklists[i]);
	if (json_object_size(changed))
		json_object_set(checklists, "changed", changed);
	json_decref(changed);
	if (json_object_size(checklists))
		json_object_set_new(owner, "checklists", checklists);
	else
		json_decref(checklists);
}

/* A round always says what it has of a profile: it is not the alliance's. */
static void set_profile(json_t *round, const struct record *rec)
{
	json_t *profile = rec->profile_count
		? object_compose(rec, KIND_PROFILE, rec->profiles, false)
		: json_object();
	set_kind(profile, rec, KIND_PARTY_PROFILE);
	if (rec->profile_count)
		set_extra(profile, &rec->profiles->object);
	json_object_set_new(round, kind_info[KIND_PROFILE].list, profile);
}

/* The lists that stand in the JSON object itself; those of the plan stand in the plan. */
static void set_lists(json_t *json, const struct record *rec, enum kind within)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		if (!kind_info[kind].count || kind_within((enum kind)kind) != within)
			continue;
		if (kind == KIND_RELEASE)
			set_releases(json, rec);
		else if (kind == KIND_KPI)
			set_kpis(json, rec);
		else if (kind == KIND_SEALED_KPI)
			set_sealed_kpis(json, rec);
		else if (kind == KIND_PLAN)
			plan_set(json, rec);
		else if (kind == KIND_PROFILE)
			set_profile(json, rec);
		else if (kind == KIND_CHECKLIST)
			set_checklists(json, rec);
		else
			set_kind(json, rec, (enum kind)kind);
	}
}

static void set_former(
	json_t *json, const struct record *rec, enum kind kind, const void *object, size_t i)
{
	const struct field *field = &kind_info[kind].fields[i];
	json_t *value =
		field->type == FIELD_INSTANT ? NULL : object_member(rec, kind, object, field);
	if (value)
		member_set(json, field->name, value);
}

/* For who knows of no profile in a round: what the round says, in the alliance and its parties. */
static void set_former_profile(json_t *alliance, const struct record *rec)
{
	json_t *parties = json_object_get(alliance, kind_info[KIND_PARTY].list);
	for (size_t i = 0; rec->profile_count && i < kind_info[KIND_PROFILE].field_count; i++)
		set_former(alliance, rec, KIND_PROFILE, rec->profiles, i);
	for (size_t p = 0; p < rec->party_profile_count; p++) {
		const struct party_profile *known = &rec->party_profiles[p];
		json_t *party = json_array_get(parties, (size_t)known->party);
		for (size_t i = 1; i < kind_info[KIND_PARTY_PROFILE].field_count; i++)
			set_former(party, rec, KIND_PARTY_PROFILE, known, i);
	}
}

json_t *compose_alliance(const struct record *rec)
{
	json_t *alliance = object_compose(rec, KIND_ALLIANCE, &rec->alliance, false);
	set_lists(alliance, rec, KIND_ALLIANCE);
	set_former_profile(alliance, rec);
	set_extra(alliance, &rec->alliance.object);
	return alliance;
}

json_t *compose_round(const struct record *rec)
{
	json_t *round = object_compose(rec, KIND_ASSESSMENT, &rec->assessment, false);
	member_set(round, "instrument.id", json_string(rec->instrument->id));
	member_set(round, "instrument.version", json_string(rec->instrument->version));
	set_lists(round, rec, KIND_ASSESSMENT);
	set_extra(round, &rec->assessment.object);
	return round;
}

static void add_instrument(json_t *instruments, const struct instrument *instrument)
{
	size_t i;
	json_t *entry;
	json_array_foreach(
		instruments, i, entry) if (!strcmp(json_string_value(json_object_get(entry, "id")),
						   instrument->id) &&
		!strcmp(json_string_value(json_object_get(entry, "version")),
			instrument->version)) return;
	entry = json_object();
	json_object_set_new(entry, "id", json_string(instrument->id));
	json_object_set_new(entry, "version", json_string(instrument->version));
	if (instrument->source)
		json_object_set_new(entry, "content", json_string(instrument->source));
	json_array_append_new(instruments, entry);
}

static enum err set_deleted(json_t *root, struct store *store, int64_t alliance, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_deleted *deleted;
	size_t count;
	char buffer[UUID_TEXT];
	json_t *list = json_array();
	enum err err = store_deleted(store, alliance, &pool, &deleted, &count, why);
	for (size_t i = 0; i < count && !err; i++) {
		json_t *entry = json_object();
		json_object_set_new(entry, "id", json_string(uuid_text(&deleted[i].id, buffer)));
		json_object_set_new(entry, "at", json_integer(deleted[i].at));
		if (!uuid_none(&deleted[i].into))
			json_object_set_new(
				entry, "into", json_string(uuid_text(&deleted[i].into, buffer)));
		if (deleted[i].library)
			json_object_set_new(entry, "library", json_string(deleted[i].library));
		json_array_append_new(list, entry);
	}
	set_list(root, "deleted", list);
	pool_release(&pool);
	return err;
}

struct document {
	json_t *root, *instruments, *rounds;
	int64_t alliance;
};

static enum err add_round(
	struct document *document, struct store *store, int64_t assessment, struct errmsg *why)
{
	struct record rec;
	enum err err = store_load(store, assessment, &rec, why);
	if (err)
		return err;
	join_alike(&rec);
	add_instrument(document->instruments, rec.instrument);
	json_array_append_new(document->rounds, compose_round(&rec));
	record_release(&rec);
	return ERR_NONE;
}

/* A joint edition is written with the round that it was of, which may be deleted. */
static void drop_others(struct record *rec, const struct uuid *ids, size_t count)
{
	for (size_t i = rec->release_count; i-- > 0;) {
		bool written = false;
		for (size_t r = 0; r < count; r++)
			written |= uuid_same(&rec->releases[i].round, &ids[r]);
		if (!written)
			record_remove(rec, KIND_RELEASE, i);
	}
}

static enum err drop_unwritten(
	struct store *store, struct record *rec, bool only, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct uuid *ids = &rec->assessment.object.id;
	size_t count = 1;
	enum err err = only
		? ERR_NONE
		: store_round_ids(store, rec->alliance.object.key, &pool, &ids, &count, why);
	if (!err)
		drop_others(rec, ids, count);
	pool_release(&pool);
	return err;
}

/* As the round has it: the plan is made of the library of its instrument. */
static enum err add_alliance(struct document *document, struct store *store, int64_t assessment,
	bool only, struct errmsg *why)
{
	struct record rec;
	enum err err = store_load(store, assessment, &rec, why);
	if (err)
		return err;
	join_alike(&rec);
	document->alliance = rec.alliance.object.key;
	err = drop_unwritten(store, &rec, only, why);
	json_object_set_new(document->root, "alliance", compose_alliance(&rec));
	json_object_set(document->root, "assessments", document->rounds);
	record_release(&rec);
	return err;
}

/* Where a sealed round tells of KPIs, the alliance does of its own, also when it has none: they are
 * not taken for those of a file in which rounds alone have them. */
static void tell_of_none(const struct document *document)
{
	json_t *alliance = json_object_get(document->root, "alliance"), *round;
	size_t i;
	json_array_foreach(document->rounds, i, round)
	{
		if (json_object_get(round, "kpis") && !json_object_get(alliance, "kpis"))
			json_object_set_new(alliance, "kpis", json_array());
	}
}

/* What an earlier file said beside the alliance goes back to its place. */
static void restore_top(json_t *root)
{
	json_t *alliance = json_object_get(root, "alliance");
	json_t *kept = json_object_get(alliance, MEMBER_TOP);
	if (!json_is_object(kept))
		return;
	members_merge(root, kept);
	json_object_del(alliance, MEMBER_TOP);
}

static enum err compose(struct document *document, struct store *store, int64_t assessment,
	bool only, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys, newest = only ? assessment : store_newest(store, assessment);
	enum err err = add_alliance(document, store, newest, only, why);
	if (err || only)
		return err ? err : add_round(document, store, assessment, why);
	size_t count = store_rounds(store, document->alliance, &pool, &keys);
	for (size_t i = 0; i < count && !err; i++)
		err = add_round(document, store, keys[i], why);
	pool_release(&pool);
	return err;
}

enum err exchange_write(
	struct store *store, int64_t assessment, bool only, struct str *out, struct errmsg *why)
{
	struct document document = { json_object(), json_array(), json_array(), 0 };
	json_object_set_new(document.root, "format", json_string("rekindle-exchange"));
	json_object_set_new(document.root, "version", json_integer(1));
	json_object_set(document.root, "instruments", document.instruments);
	enum err err = compose(&document, store, assessment, only, why);
	if (!err)
		err = set_deleted(document.root, store, document.alliance, why);
	if (!err) {
		tell_of_none(&document);
		restore_top(document.root);
		json_emit(out, document.root, true);
		str_addc(out, '\n');
	}
	json_decref(document.rounds);
	json_decref(document.instruments);
	json_decref(document.root);
	return err;
}
