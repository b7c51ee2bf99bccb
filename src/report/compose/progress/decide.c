/* SPDX-License-Identifier: MIT */
/*
 * What the committee has to decide, from the data: gates, owners, obstacles, later actions, joint
 * objectives. Each with a date, which the program proposes.
 */
#include "progress.h"

#define DECISIONS_MAX 4
#define OBJECTIVES_STEP 3
#define NAMED_MAX 2 /* actions named in one decision, or reasons given */

static void decide(struct progress *p, struct texts *list, const char *what, int day)
{
	texts_add(p->c->pool, list,
		words(p->c->pool, W_DECIDE_BY, hole_text("decision", what),
			hole_text("day", day_long(p->c, day))));
}

static const char *gate_decision(struct progress *p, size_t at)
{
	const struct gate *gate = &p->plan->gates[at];
	struct hole number = hole_count("number", gate->number);
	struct hole day = hole_text("day", day_short(p->c, gate->day));
	struct hole otherwise = hole_text("otherwise", gate_otherwise(gate));

	if (gate->kind != GATE_DONE)
		return words(p->c->pool, W_DECIDE_FIRST_GATE, number, day, otherwise,
			hole_text("question", gate_question(gate)));
	return words(p->c->pool, W_DECIDE_GATE, number, day, otherwise,
		hole_text("standing", gate_standing(p, gate)));
}

static void decide_gates(struct progress *p, struct texts *list)
{
	for (size_t i = 0; i < p->plan->gate_count; i++)
		if (p->plan->gates[i].outcome < 0 && p->plan->gates[i].day <= p->today)
			decide(p, list, gate_decision(p, i), friday_in(p->c, p->today, 0));
}

/* A gate that was not passed: what was agreed for that case, and nothing that would go on without
 * it. */
static void decide_exit(struct progress *p, struct texts *list, const struct gate *out)
{
	struct hole number = hole_count("number", out->number);
	struct hole otherwise = hole_text("otherwise", gate_otherwise(out));
	const char *what = out->decided == DATE_NONE
		? words(p->c->pool, W_DECIDE_EXIT, number, otherwise)
		: words(p->c->pool, W_DECIDE_EXIT_ON, number, otherwise,
			  hole_text("day", day_long(p->c, out->decided)));

	decide(p, list, what, friday_in(p->c, p->today, 0));
}

/* Nothing is left to repair: it is told, and those who did it are thanked. */
static void decide_celebration(struct progress *p, struct texts *list)
{
	if (p->revived)
		decide(p, list, words_plain(W_DECIDE_CELEBRATE), friday_in(p->c, p->today, 2));
}

/* So many of what a decision is about, beside those that it names. */
static void add_more(struct progress *p, struct texts *named, size_t n)
{
	if (n > NAMED_MAX)
		texts_add(p->c->pool, named,
			words(p->c->pool, W_PROGRESS_MORE, hole_count("n", (int)(n - NAMED_MAX))));
}

static const char *sides_without(struct progress *p, const struct planned_action *planned)
{
	bool without[PARTIES_MAX] = { false };

	for (int i = 0; i < p->kept.parties; i++)
		without[i] = planned->owner[i] < 0 && plan_asks(p->plan, p->kept.rec, i);
	return shortened(p->c, parties_where(&p->kept, without), 40);
}

static void decide_owners(struct progress *p, struct texts *list)
{
	size_t count, n = 0;
	const size_t *late = late_actions(p, false, &count);
	struct texts named = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct planned_action *planned = &p->plan->actions[late[i]];

		if (!plan_lacks_owner(p->plan, p->kept.rec, planned))
			continue;
		if (n++ < NAMED_MAX)
			texts_add(p->c->pool, &named,
				words(p->c->pool, W_DECIDE_OWNER_OF,
					hole_text("action", action_named(p, late[i])),
					hole_text("sides", sides_without(p, planned))));
	}
	add_more(p, &named, n);
	if (n)
		decide(p, list,
			words(p->c->pool, W_DECIDE_OWNERS,
				hole_text("actions", words_clauses(p->c->pool, &named))),
			friday_in(p->c, p->today, 0));
}

/* Why is for those who own them to say. */
static void decide_blocked(struct progress *p, struct texts *list)
{
	struct texts named = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < p->plan->active_count; i++)
		if (p->plan->actions[i].status == STATUS_BLOCKED && n++ < NAMED_MAX)
			texts_add(p->c->pool, &named, action_named(p, i));
	add_more(p, &named, n);
	if (n)
		decide(p, list,
			words(p->c->pool, W_DECIDE_BLOCKED,
				hole_text("actions", words_clauses(p->c->pool, &named))),
			friday_in(p->c, p->today, 1));
}

/* Later actions are looked at once the second gate is behind; without one, once everything active
 * is closed.
 */
static bool later_is_due(const struct progress *p)
{
	struct plan_count n = plan_count(p->plan, 0, p->today);
	const struct gate *second = plan_gate(p->plan, 1);

	return second ? second->day <= p->today : n.done == n.active;
}

static const char *later_text(struct progress *p, int later)
{
	struct hole n = hole_count("n", later);
	const struct gate *second = plan_gate(p->plan, 1);

	if (!second)
		return words(p->c->pool, W_DECIDE_LATER, n);
	return words(p->c->pool, W_DECIDE_LATER_DUE, n, hole_count("gate", second->number),
		hole_text("day", day_short(p->c, second->day)));
}

static void decide_later(struct progress *p, struct texts *list)
{
	int later = 0;

	for (size_t i = p->plan->active_count; i < p->plan->action_count; i++)
		later += plan_is_open(&p->plan->actions[i]);
	if (later && later_is_due(p))
		decide(p, list, later_text(p, later), friday_in(p->c, p->today, 2));
}

static bool owned_by_all(const struct record *rec, int objective)
{
	size_t owners = 0;

	for (size_t i = 0; i < rec->objective_owner_count; i++)
		owners += rec->objective_owners[i].of == objective;
	return owners >= rec->party_count;
}

static int incomplete(const struct record *rec)
{
	int n = 0;

	for (size_t i = 0; i < rec->joint_objective_count; i++) {
		const struct joint_objective *one = &rec->joint_objectives[i];

		n += str_blank(one->measure) || str_blank(one->baseline) ||
			str_blank(one->target) || one->due == DATE_NONE ||
			!owned_by_all(rec, (int)i);
	}
	return n;
}

/* Is it what brings the joint objectives: in their step, for want of clear ones? */
static bool brings_objectives(const struct planned_action *planned)
{
	const struct action *action = planned->action;

	for (size_t i = 0; action && planned->step == OBJECTIVES_STEP && i < action->when_count;
		i++)
		if (action->when[i].kind == TRIGGER_KILLER &&
			action->when[i].subject == KILLER_OBJECTIVES)
			return plan_is_open(planned) && planned->due != DATE_NONE;
	return false;
}

/* When the plan has them agreed, with the last that brings them, and else in a month; not before
 * anybody could. */
static int objectives_day(const struct progress *p)
{
	int least = friday_in(p->c, p->today, 0), last = DATE_NONE;

	for (size_t i = 0; i < p->plan->active_count; i++) {
		int due = p->plan->actions[i].due;

		if (brings_objectives(&p->plan->actions[i]) && (last == DATE_NONE || due > last))
			last = due;
	}
	if (last == DATE_NONE)
		return friday_in(p->c, p->today, 4);
	return last > least ? last : least;
}

static void decide_objectives(struct progress *p, struct texts *list)
{
	const struct record *rec = p->kept.rec;
	int have = (int)rec->joint_objective_count, bare = incomplete(rec);

	if (!plan_agrees(p->plan->track) || p->plan->unnamed)
		return;
	if (have < PLAN_OBJECTIVES_MIN)
		decide(p, list,
			words(p->c->pool, W_DECIDE_OBJECTIVES,
				hole_count("least", PLAN_OBJECTIVES_MIN),
				hole_count("most", PLAN_OBJECTIVES_MAX), hole_count("n", have)),
			objectives_day(p));
	else if (bare)
		decide(p, list,
			words(p->c->pool, W_DECIDE_COMPLETE, hole_count("n", bare),
				hole_count("all", have)),
			objectives_day(p));
}

static void compose_decisions(struct progress *p, const struct texts *list)
{
	for (size_t i = 0; i < list->count && i < DECISIONS_MAX; i++)
		doc_numbered(p->c->doc, 2, 5, i + 1, "%s", list->text[i]);
	if (list->count > DECISIONS_MAX)
		doc_text(p->c->doc, 5, "%s",
			words(p->c->pool, W_DECIDE_MORE,
				hole_count("n", (int)list->count - DECISIONS_MAX)));
	if (!list->count)
		doc_text(p->c->doc, 2, "%s", words_plain(W_DECIDE_NONE));
}

static void decide_all(struct progress *p, struct texts *list)
{
	decide_celebration(p, list);
	decide_gates(p, list);
	decide_owners(p, list);
	decide_blocked(p, list);
	decide_later(p, list);
	decide_objectives(p, list);
}

void progress_decisions(struct progress *p)
{
	struct texts list = { 0 };

	doc_head(p->c->doc, NULL, "Decisions needed today", " (the dates are proposals)");
	if (p->c->later) {
		doc_text(p->c->doc, 2, "%s", plan_elsewhere(p->c));
		return;
	}
	if (!p->plan) {
		decide_celebration(p, &list);
		decide(p, &list, words_plain(W_DECIDE_PLAN), friday_in(p->c, p->today, 1));
		compose_decisions(p, &list);
		return;
	}
	if (plan_leads_to(p->plan))
		decide_exit(p, &list, plan_leads_to(p->plan));
	else
		decide_all(p, &list);
	compose_decisions(p, &list);
}
