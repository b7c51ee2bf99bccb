/* SPDX-License-Identifier: MIT */
/*
 * One plan out of those that the rounds of an alliance had each of its own: databases and files of
 * before hold them. The newest stands; what people have done, decided or written in the older ones
 * is added.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>
#include "plan_parts.h"

/* Working on one record. By kind and index: */
struct uniting {
	struct record *rec;
	int *const *rank;      /* 0: from the newest round */
	int *fate[KIND_COUNT]; /* index of what stands for it; itself: it stays; -1: it goes */
	bool *owned;           /* actions: somebody was chosen as an owner */
	int newest;            /* rank of the newest plan with actions */
};

void plan_rank(const struct plan_source *rounds, size_t count, int *rank)
{
	for (size_t i = 0; i < count; i++) {
		rank[i] = 0;
		for (size_t j = 0; j < count; j++) {
			bool pulse = rounds[i].kind == ROUND_PULSE;
			bool other = rounds[j].kind == ROUND_PULSE;
			bool newer = rounds[j].date != rounds[i].date
				? rounds[j].date > rounds[i].date
				: j > i;
			rank[i] += pulse != other ? pulse : newer;
		}
	}
}

static bool is_touched(const struct uniting *u, int at)
{
	return plan_action_touched(&u->rec->actions[at], u->owned[at]);
}

/* Which of two is rather kept, whatever rounds they are from; 0: either. */

static int prefer_frame(const struct uniting *u, int a, int b)
{
	return (u->rec->plans[b].track >= 0) - (u->rec->plans[a].track >= 0);
}

static int prefer_action(const struct uniting *u, int a, int b)
{
	return is_touched(u, b) - is_touched(u, a);
}

static int prefer_success(const struct uniting *u, int a, int b)
{
	return str_blank(u->rec->successes[a].text) - str_blank(u->rec->successes[b].text);
}

static int prefer_gate(const struct uniting *u, int a, int b)
{
	return (u->rec->gate_decisions[b].outcome >= 0) - (u->rec->gate_decisions[a].outcome >= 0);
}

static int prefer_amendment(const struct uniting *u, int a, int b)
{
	return (u->rec->amendments[b].settled == TRI_YES) -
		(u->rec->amendments[a].settled == TRI_YES);
}

/* Are two about the same? As an order. */

static int by_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int same_frame(const struct uniting *u, int a, int b)
{
	(void)u, (void)a, (void)b;
	return 0;
}

static int same_kpi(const struct uniting *u, int a, int b)
{
	const struct kpi *x = &u->rec->kpis[a], *y = &u->rec->kpis[b];
	int order = x->category - y->category;

	if (!order)
		order = by_text(x->name, y->name);
	return order ? order : by_text(x->unit, y->unit);
}

static int same_actual(const struct uniting *u, int a, int b)
{
	const struct actual *x = &u->rec->actuals[a], *y = &u->rec->actuals[b];
	int order = u->fate[KIND_KPI][x->kpi] - u->fate[KIND_KPI][y->kpi];

	return order ? order : (x->date > y->date) - (x->date < y->date);
}

static int same_objective(const struct uniting *u, int a, int b)
{
	return by_text(u->rec->joint_objectives[a].text, u->rec->joint_objectives[b].text);
}

static int same_action(const struct uniting *u, int a, int b)
{
	const char *x = u->rec->actions[a].library, *y = u->rec->actions[b].library;

	return x && y ? strcmp(x, y) : x ? 1 : y ? -1 : a - b;
}

static int same_owner(const struct uniting *u, int a, int b)
{
	const struct owner *x = &u->rec->objective_owners[a], *y = &u->rec->objective_owners[b];
	int order = u->fate[KIND_JOINT_OBJECTIVE][x->of] - u->fate[KIND_JOINT_OBJECTIVE][y->of];

	return order ? order : u->rec->people[x->person].party - u->rec->people[y->person].party;
}

static int same_success(const struct uniting *u, int a, int b)
{
	return u->rec->successes[a].party - u->rec->successes[b].party;
}

static int same_gate(const struct uniting *u, int a, int b)
{
	return u->rec->gate_decisions[a].number - u->rec->gate_decisions[b].number;
}

static int same_amendment(const struct uniting *u, int a, int b)
{
	const struct amendment *x = &u->rec->amendments[a], *y = &u->rec->amendments[b];
	int order = by_text(x->text, y->text);

	return order ? order : by_text(x->because, y->because);
}

/* The owners of actions go with them. */
static const struct {
	int (*same)(const struct uniting *, int a, int b);
	int (*prefer)(const struct uniting *, int a, int b); /* NULL: by the round alone */
} rules[KIND_COUNT] = {
	[KIND_KPI] = { same_kpi, NULL },
	[KIND_ACTUAL] = { same_actual, NULL },
	[KIND_PLAN] = { same_frame, prefer_frame },
	[KIND_JOINT_OBJECTIVE] = { same_objective, NULL },
	[KIND_PLAN_ACTION] = { same_action, prefer_action },
	[KIND_OBJECTIVE_OWNER] = { same_owner, NULL },
	[KIND_SUCCESS] = { same_success, prefer_success },
	[KIND_GATE] = { same_gate, prefer_gate },
	[KIND_AMENDMENT] = { same_amendment, prefer_amendment },
};

struct sorting {
	const struct uniting *u;
	enum kind kind;
};

/* Those about the same together, the one that is rather kept first. */
static int by_worth(const void *left, const void *right, void *given)
{
	const struct sorting *s = given;
	int a = *(const int *)left, b = *(const int *)right;
	const int *rank = s->u->rank[s->kind];
	int order = rules[s->kind].same(s->u, a, b);

	if (!order && rules[s->kind].prefer)
		order = rules[s->kind].prefer(s->u, a, b);
	if (!order)
		order = rank[a] - rank[b];
	return order ? order : a - b;
}

static int *sorted(const struct uniting *u, enum kind kind, int *count)
{
	struct sorting sorting = { u, kind };
	int *order = mem_alloc((record_count(u->rec, kind) + 1) * sizeof(*order));

	*count = 0;
	for (size_t i = 0; i < record_count(u->rec, kind); i++)
		if (u->fate[kind][i] >= 0)
			order[(*count)++] = (int)i;
	qsort_r(order, (size_t)*count, sizeof(*order), by_worth, &sorting);
	return order;
}

/* Of what two rounds say of the same one stands for both; what one round has twice stays twice. */
static void find_twins(struct uniting *u, enum kind kind)
{
	int count, *order = sorted(u, kind, &count);

	for (int first = 0, i = 1; i < count; i++) {
		if (rules[kind].same(u, order[first], order[i])) {
			first = i;
			continue;
		}
		if (u->rank[kind][order[i]] != u->rank[kind][order[first]])
			u->fate[kind][order[i]] = order[first];
	}
	free(order);
}

/* What an older plan has that nobody has touched goes, and what is a part of what goes. */
static void drop_untouched(struct uniting *u)
{
	for (size_t i = 0; i < u->rec->action_count; i++)
		if (u->rank[KIND_PLAN_ACTION][i] > u->newest && !is_touched(u, (int)i))
			u->fate[KIND_PLAN_ACTION][i] = -1;
}

static void drop_parts(struct uniting *u, enum kind kind, enum kind of)
{
	const struct field *whole = &kind_info[kind].fields[0];

	for (size_t i = 0; i < record_count(u->rec, kind); i++) {
		const char *part = record_at(u->rec, kind, i);
		int at = *(const int *)(const void *)(part + whole->offset);
		if (of == KIND_PLAN_ACTION ? u->fate[of][at] != at : u->fate[of][at] < 0)
			u->fate[kind][i] = -1;
	}
}

static void decide(struct uniting *u)
{
	drop_untouched(u);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		if (kind == KIND_ACTION_OWNER)
			drop_parts(u, KIND_ACTION_OWNER, KIND_PLAN_ACTION);
		if (rules[kind].same && !kind_is_single((enum kind)kind))
			find_twins(u, (enum kind)kind);
	}
}

/* What the plan that stands does not say is as the next one has it. */
static void fill_frame(struct plan_frame *to, const struct plan_frame *from)
{
	if (to->track < 0 && to->start == DATE_NONE)
		to->start = from->start;
	if (to->workshop == DATE_NONE)
		to->workshop = from->workshop;
	if (!to->relevant)
		to->relevant = from->relevant;
	if (!to->opportunities)
		to->opportunities = from->opportunities;
	if (!to->challenges)
		to->challenges = from->challenges;
	if (!to->object.extra)
		to->object.extra = from->object.extra;
}

static void fill_frames(struct uniting *u)
{
	int count, *order;

	for (size_t i = 0; i < u->rec->plan_count; i++)
		u->fate[KIND_PLAN][i] = (int)i;
	order = sorted(u, KIND_PLAN, &count);
	for (int i = 1; i < count; i++) {
		fill_frame(&u->rec->plans[order[0]], &u->rec->plans[order[i]]);
		u->fate[KIND_PLAN][order[i]] = order[0];
	}
	free(order);
}

/* Every reference to what has another standing for it. */
static void redirect(struct uniting *u, enum kind kind, int *const *place)
{
	for (size_t f = 0; f < kind_info[kind].field_count; f++) {
		const struct field *field = &kind_info[kind].fields[f];
		if (field->type != FIELD_REF || !place[field->ref])
			continue;
		for (size_t i = 0; i < record_count(u->rec, kind); i++) {
			char *object = record_at(u->rec, kind, i);
			int *index = (int *)(void *)(object + field->offset);
			int stands = *index < 0 ? -1 : u->fate[field->ref][*index];
			*index = stands < 0 ? -1 : place[field->ref][stands];
		}
	}
}

/* Where each will stand that stays. */
static int *places(const struct uniting *u, enum kind kind)
{
	size_t count = record_count(u->rec, kind);
	int *place = mem_alloc((count + 1) * sizeof(*place)), next = 0;

	for (size_t i = 0; i < count; i++)
		place[i] = u->fate[kind][i] == (int)i ? next++ : -1;
	return place;
}

static void close_up(struct uniting *u, enum kind kind)
{
	const struct kind_info *info = &kind_info[kind];
	size_t count = record_count(u->rec, kind), kept = 0;

	for (size_t i = 0; i < count; i++)
		if (u->fate[kind][i] == (int)i)
			memmove(record_at(u->rec, kind, kept++), record_at(u->rec, kind, i),
				info->size);
	*(size_t *)(void *)((char *)u->rec + info->count) = kept;
}

static void carry_out(struct uniting *u)
{
	int *place[KIND_COUNT] = { NULL };

	for (int kind = KIND_KPI; kind < KIND_ASSESSMENT; kind++)
		place[kind] = places(u, (enum kind)kind);
	for (int kind = KIND_KPI; kind < KIND_ASSESSMENT; kind++)
		redirect(u, (enum kind)kind, place);
	for (int kind = KIND_KPI; kind < KIND_ASSESSMENT; kind++) {
		close_up(u, (enum kind)kind);
		free(place[kind]);
	}
}

static void begin(struct uniting *u)
{
	const struct record *rec = u->rec;

	for (int kind = KIND_KPI; kind < KIND_ASSESSMENT; kind++) {
		size_t count = record_count(rec, (enum kind)kind);
		u->fate[kind] = mem_alloc((count + 1) * sizeof(int));
		for (size_t i = 0; i < count; i++)
			u->fate[kind][i] = (int)i;
	}
	u->owned = mem_alloc(rec->action_count + 1);
	for (size_t i = 0; i < rec->action_owner_count; i++)
		u->owned[rec->action_owners[i].of] = true;
	u->newest = INT_MAX;
	for (size_t i = 0; i < rec->action_count; i++)
		if (u->rank[KIND_PLAN_ACTION][i] < u->newest)
			u->newest = u->rank[KIND_PLAN_ACTION][i];
}

void plan_unite(struct record *rec, int *const rank[KIND_COUNT])
{
	struct uniting u = { .rec = rec, .rank = rank };

	begin(&u);
	decide(&u);
	fill_frames(&u);
	carry_out(&u);
	for (int kind = KIND_KPI; kind < KIND_ASSESSMENT; kind++)
		free(u.fate[kind]);
	free(u.owned);
}
