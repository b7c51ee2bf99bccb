/* SPDX-License-Identifier: MIT */
/*
 * KPIs and plan of a document's alliance. Files of before there was one plan an alliance have them
 * in their rounds: they are made one, as a database of that time is.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* What is read of one place in the document: a round of it, or the alliance. */
struct source {
	struct record own; /* the lists alone; their objects lie in the memory of the round */
	int rank;
};

/* What every round had of its own. */
static bool is_common(int kind)
{
	return kind >= KIND_KPI && kind < KIND_ASSESSMENT;
}

static void move_list(struct record *to, struct record *from, enum kind kind)
{
	const struct kind_info *info = &kind_info[kind];
	memcpy((char *)to + info->array, (char *)from + info->array, sizeof(void *));
	memcpy((char *)to + info->count, (char *)from + info->count, sizeof(size_t));
	memset((char *)from + info->array, 0, sizeof(void *));
	memset((char *)from + info->count, 0, sizeof(size_t));
}

static void take_out(struct source *source, struct record *round)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (is_common(kind))
			move_list(&source->own, round, (enum kind)kind);
}

/* What a round has drawn up or decided comes from there, though it did not say so. */
static void come_from(struct record *own, const struct uuid *round)
{
	for (size_t i = 0; i < own->plan_count; i++)
		if (uuid_none(&own->plans[i].round))
			own->plans[i].round = *round;
	for (size_t i = 0; i < own->action_count; i++)
		if (uuid_none(&own->actions[i].round))
			own->actions[i].round = *round;
	for (size_t i = 0; i < own->gate_decision_count; i++)
		if (uuid_none(&own->gate_decisions[i].round))
			own->gate_decisions[i].round = *round;
}

/* A reference leads to an object that was added after those that were there before. */
static void shift(enum kind kind, void *object, const size_t before[KIND_COUNT])
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		if (field->type == FIELD_REF && is_common((int)field->ref) &&
			object_reference(field, object) >= 0)
			*object_reference_in(field, object) += (int)before[field->ref];
	}
}

static void add_source(struct record *to, const struct source *source, int *const rank[KIND_COUNT])
{
	size_t before[KIND_COUNT];
	for (int kind = 0; kind < KIND_COUNT; kind++)
		before[kind] = record_count(to, (enum kind)kind);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; is_common(kind) && i < record_count(&source->own, kind); i++) {
			void *object = record_add(to, (enum kind)kind);
			object_copy(&to->pool, (enum kind)kind, object,
				record_at(&source->own, kind, i));
			shift((enum kind)kind, object, before);
			rank[kind][before[kind] + i] = source->rank;
		}
}

static void unite(struct record *to, const struct source *sources, size_t count)
{
	int *rank[KIND_COUNT] = { NULL };
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		size_t all = 1;
		for (size_t i = 0; i < count && is_common(kind); i++)
			all += record_count(&sources[i].own, (enum kind)kind);
		rank[kind] = mem_alloc(all * sizeof(int));
	}
	for (size_t i = 0; i < count; i++)
		add_source(to, &sources[i], rank);
	plan_unite(to, rank);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		free(rank[kind]);
}

/* The place of every round among the sources, the alliance before them; that of the newest. */
static size_t rank_rounds(const struct exchange *file, struct source *sources)
{
	struct plan_source *rounds = mem_alloc(file->count * sizeof(*rounds));
	int *rank = mem_alloc(file->count * sizeof(*rank));
	size_t newest = 0;
	for (size_t i = 0; i < file->count; i++)
		rounds[i] = (struct plan_source){ file->rounds[i].assessment.kind,
			file->rounds[i].assessment.date };
	plan_rank(rounds, file->count, rank);
	for (size_t i = 0; i < file->count; i++) {
		sources[i].rank = rank[i] + 1;
		if (!rank[i])
			newest = i;
	}
	free(rank);
	free(rounds);
	return newest;
}

/* A gate of which nothing was decided is as the plan has it. */
static void drop_open_gates(struct record *rec)
{
	size_t kept = 0;
	for (size_t i = 0; i < rec->gate_decision_count; i++) {
		const struct gate_decision *gate = &rec->gate_decisions[i];
		if (gate->outcome >= 0 || gate->date != DATE_NONE || gate->note ||
			gate->object.extra || gate->object.changed)
			rec->gate_decisions[kept++] = *gate;
	}
	rec->gate_decision_count = kept;
}

static enum err read_lists(struct reader *r, const struct place *place, json_t *plan)
{
	enum err err = ERR_NONE;
	for (int kind = 0; kind < KIND_COUNT && !err; kind++) {
		if (kind_within((enum kind)kind) != KIND_PLAN)
			continue;
		err = read_list(r, place, plan, (enum kind)kind);
		if (!err && kind_is_referred((enum kind)kind))
			names_collect(r, (enum kind)kind, json_member(plan, kind_info[kind].list));
	}
	return err;
}

/* A plan that says nothing of itself, and has no actions, is none. */
static void drop_empty_plan(struct record *rec)
{
	const struct object *frame = &rec->plans[0].object;
	if (!rec->action_count && !frame->given && !frame->extra)
		rec->plan_count = 0;
}

static enum err read_plan(struct reader *r, const struct place *up, json_t *json)
{
	struct place place = { up, kind_info[KIND_PLAN].list, 0 };
	json_t *plan = json_member(json, place.member);
	if (!plan)
		return ERR_NONE;
	enum err err = read_object(r, &place, plan, KIND_PLAN, record_add(r->record, KIND_PLAN));
	if (!err)
		err = read_lists(r, &place, plan);
	if (!err)
		err = read_all_owners(r, &place, plan, "objectives", KIND_OBJECTIVE_OWNER);
	if (!err)
		err = read_all_owners(r, &place, plan, "actions", KIND_ACTION_OWNER);
	if (err)
		return err;
	drop_open_gates(r->record);
	drop_empty_plan(r->record);
	return ERR_NONE;
}

/* What stands in one place, for itself: the lists of the record are empty before and after. kpis:
 * those there are the alliance's. */
static enum err read_source(
	struct reader *r, const struct place *place, json_t *json, bool kpis, struct source *source)
{
	enum err err = kpis ? read_list(r, place, json, KIND_KPI) : ERR_NONE;
	if (!err)
		err = read_plan(r, place, json);
	take_out(source, r->record);
	return err;
}

/* A sealed round tells what it was sealed with, where the alliance tells what there is now. A file
 * in which rounds alone have KPIs tells what each of them keeps. */
static bool has_kpis(json_t *json)
{
	return json_is_array(json_object_get(json, kind_info[KIND_KPI].list));
}

/* Such a file has the readings of later, too. */
static void drop_later(struct record *round)
{
	size_t kept = 0;
	int day = round->assessment.date;
	for (size_t i = 0; i < round->sealed_actual_count; i++)
		if (day == DATE_NONE || round->sealed_actuals[i].date <= day)
			round->sealed_actuals[kept++] = round->sealed_actuals[i];
	round->sealed_actual_count = kept;
}

static void note_kept(struct exchange *file, json_t *alliance, json_t *rounds)
{
	size_t i;
	json_t *json;
	bool alone = false;
	json_array_foreach(rounds, i, json)
	{
		alone |= !has_kpis(alliance) && has_kpis(json);
	}
	file->keeps = pool_alloc(&file->pool, (file->count + 1) * sizeof(*file->keeps));
	json_array_foreach(rounds, i, json)
	{
		file->keeps[i] = alone || has_kpis(json);
		if (alone)
			drop_later(&file->rounds[i]);
	}
}

/* The last round knows the people of all, those whom a plan names first included. now: the alliance
 * tells of its KPIs itself. */
static enum err read_rounds(struct reader *r, const struct place *list, json_t *rounds, bool now,
	struct source *sources)
{
	size_t i;
	json_t *json;
	json_array_foreach(rounds, i, json)
	{
		struct place place = { list, NULL, i };
		const struct record *round = &r->out->rounds[i];
		r->space = round->assessment.object.id;
		r->library = round->instrument;
		bool kept = now && round->assessment.sealed != DATE_NONE;
		enum err err = read_source(r, &place, json, !kept, &sources[i]);
		if (err)
			return err;
		come_from(&sources[i].own, &round->assessment.object.id);
	}
	return ERR_NONE;
}

/* What was the alliance's from the beginning. */
static enum err read_always_common(struct reader *r, const struct place *place, json_t *alliance)
{
	enum err err = ERR_NONE;
	for (int kind = KIND_PERSON + 1; kind < KIND_KPI && !err; kind++)
		if (!kind_is_part((enum kind)kind))
			err = read_list(r, place, alliance, (enum kind)kind);
	return err;
}

enum err read_common(struct reader *r, json_t *alliance, json_t *rounds)
{
	static const struct place top = { 0 };
	struct place place = { &top, "alliance", 0 }, list = { &top, "assessments", 0 };
	struct exchange *file = r->out;
	/* the alliance's own is the newest */
	struct source *sources = mem_alloc((file->count + 1) * sizeof(*sources)), *own = sources;
	size_t newest = rank_rounds(file, sources + 1);
	r->record = &file->rounds[file->count - 1];
	enum err err = read_rounds(r, &list, rounds, has_kpis(alliance), sources + 1);
	r->space = r->alliance;
	r->library = file->rounds[newest].instrument;
	if (!err)
		err = read_always_common(r, &place, alliance);
	if (!err)
		err = read_source(r, &place, alliance, true, own);
	if (!err)
		unite(r->record, sources, file->count + 1);
	note_kept(file, alliance, rounds);
	free(sources);
	return err;
}
