/* SPDX-License-Identifier: MIT */
/*
 * What the committee has to decide, from the data: gates, owners, obstacles, later actions, joint
 * objectives. Each with a date, which the program proposes.
 */
#include "progress.h"

#define DECISIONS_MAX 4
#define NAMED_MAX 2 /* actions named in one decision, or reasons given */

static void decide(struct progress *p, struct list *list, const char *what, int day)
{
	list_add(p->c, list, say(p->c, "%s By %s.", what, day_long(p->c, day)));
}

static void decide_gates(struct progress *p, struct list *list)
{
	for (size_t i = 0; i < p->plan->gate_count; i++) {
		const struct gate *gate = &p->plan->gates[i];

		if (gate->outcome >= 0 || gate->day > p->today)
			continue;
		decide(p, list,
			say(p->c,
				"Decide gate" NB "%zu, due on %s: %s If it is not passed,"
				" %s.",
				i + 1, day_short(p->c, gate->day),
				i ? say(p->c, "%s.", gate_standing(p, gate)) : gate_question(gate),
				gate_otherwise(gate)),
			friday_in(p->today, 0));
	}
}

static const char *sides_without(struct progress *p, const struct planned_action *planned)
{
	bool without[PARTIES_MAX] = { false };

	for (int i = 0; i < p->kept.parties; i++)
		without[i] = planned->owner[i] < 0;
	return shortened(p->c, parties_where(&p->kept, without), 40);
}

static void decide_owners(struct progress *p, struct list *list)
{
	size_t count, n = 0;
	const size_t *late = late_actions(p, &count);
	struct list named = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct planned_action *planned = &p->plan->actions[late[i]];

		if (!plan_lacks_owner(p->kept.rec, planned))
			continue;
		if (n++ < NAMED_MAX)
			list_add(p->c, &named,
				say(p->c, "%s, for %s", action_named(p, late[i]),
					sides_without(p, planned)));
	}
	if (n > NAMED_MAX)
		list_add(p->c, &named, say(p->c, "%zu" NB "more", n - NAMED_MAX));
	if (n)
		decide(p, list,
			say(p->c, "Name the missing owner of what is late: %s.",
				list_join(p->c, &named, "; ")),
			friday_in(p->today, 0));
}

static void decide_blocked(struct progress *p, struct list *list)
{
	struct list named = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < p->plan->active_count; i++) {
		const struct planned_action *planned = &p->plan->actions[i];

		if (planned->status != STATUS_BLOCKED)
			continue;
		if (n++ < NAMED_MAX)
			list_add(p->c, &named,
				say(p->c, "%s: %s", action_named(p, i),
					str_blank(planned->reason)
						? "no reason is recorded"
						: without_stop(p->c,
							  shortened(p->c, planned->reason, 60))));
	}
	if (n > NAMED_MAX)
		list_add(p->c, &named, say(p->c, "%zu" NB "more", n - NAMED_MAX));
	if (n)
		decide(p, list, say(p->c, "Remove what blocks %s.", list_join(p->c, &named, "; ")),
			friday_in(p->today, 1));
}

/* Later actions are looked at once gate 2 is behind; without one, once everything active is closed.
 */
static bool later_is_due(const struct progress *p)
{
	struct plan_count n = plan_count(p->plan, 0, p->today);

	return p->plan->gate_count > 1 ? p->plan->gates[1].day <= p->today : n.done == n.active;
}

static void decide_later(struct progress *p, struct list *list)
{
	int later = 0;

	for (size_t i = p->plan->active_count; i < p->plan->action_count; i++)
		later += plan_is_open(&p->plan->actions[i]);
	if (!later || !later_is_due(p))
		return;
	decide(p, list,
		say(p->c, "Take up or drop %s%s.",
			later == 1 ? "the one later action"
				   : say(p->c, "each of the %d" NB "later actions", later),
			p->plan->gate_count > 1 ? say(p->c, ", due after gate" NB "2 on %s",
							  day_short(p->c, p->plan->gates[1].day))
						: ""),
		friday_in(p->today, 2));
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

static void decide_objectives(struct progress *p, struct list *list)
{
	static const bool agrees[TRACK_COUNT] = { [TRACK_REDECIDE] = true,
		[TRACK_RESTRUCTURE] = true,
		[TRACK_RECOMMIT] = true,
		[TRACK_RELAUNCH] = true };
	const struct record *rec = p->kept.rec;
	int have = (int)rec->joint_objective_count, bare = incomplete(rec);

	if (!agrees[p->plan->track])
		return;
	if (have < PLAN_OBJECTIVES_MIN)
		decide(p, list,
			say(p->c,
				"Agree %d to %d joint objectives, each with measure,"
				" target, date and owners; %s recorded.",
				PLAN_OBJECTIVES_MIN, PLAN_OBJECTIVES_MAX,
				have ? say(p->c, "%d %s", have, plural(have, "is", "are"))
				     : "none is"),
			friday_in(p->today, 4));
	else if (bare)
		decide(p, list,
			say(p->c,
				"Complete %d of %d joint objectives: measure, baseline,"
				" target, date and an owner a side.",
				bare, have),
			friday_in(p->today, 4));
}

void progress_decisions(struct progress *p)
{
	struct list list = { 0 };

	doc_head(p->c->doc, NULL, "Decisions needed today", " (the dates are proposals)");
	if (!p->plan) {
		doc_text(p->c->doc, 2,
			"Agree on a plan; rekindle plan ID --save stores it."
			" By %s.",
			day_long(p->c, friday_in(p->today, 1)));
		return;
	}
	decide_gates(p, &list);
	decide_owners(p, &list);
	decide_blocked(p, &list);
	decide_later(p, &list);
	decide_objectives(p, &list);
	for (size_t i = 0; i < list.count && i < DECISIONS_MAX; i++)
		doc_numbered(p->c->doc, 2, 5, i + 1, "%s", list.text[i]);
	if (list.count > DECISIONS_MAX)
		doc_text(p->c->doc, 5, "%zu" NB "more follow from the plan.",
			list.count - DECISIONS_MAX);
	if (!list.count)
		doc_text(p->c->doc, 2,
			"None: every gate is decided, nothing late lacks an owner and"
			" nothing is blocked.");
}
