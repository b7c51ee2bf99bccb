/* SPDX-License-Identifier: MIT */
/*
 * Progress in two sentences: what is done and has changed; whether the alliance is revived, and why
 * not.
 */
#include "progress.h"

static const char *gate_state(struct progress *p, size_t i)
{
	const struct gate *gate = &p->plan->gates[i];
	const char *name = say(p->c, "gate" NB "%zu", i + 1);

	if (gate->outcome == OUTCOME_PASSED)
		return say(p->c, "%s is passed", name);
	if (gate->outcome == OUTCOME_FAILED)
		return say(p->c, "%s is not passed", name);
	if (gate->day <= p->today)
		return say(p->c, "%s (due %s) is not decided", name, day_short(p->c, gate->day));
	return say(p->c, "%s is due on %s", name, day_short(p->c, gate->day));
}

static void add_gates(struct progress *p, struct list *list)
{
	size_t passed = 0;

	for (size_t i = 0; i < p->plan->gate_count; i++)
		passed += p->plan->gates[i].outcome == OUTCOME_PASSED;
	if (passed && passed == p->plan->gate_count) {
		list_add(p->c, list, passed > 1 ? "both gates are passed" : "the gate is passed");
		return;
	}
	for (size_t i = 0; i < p->plan->gate_count; i++)
		list_add(p->c, list, gate_state(p, i));
}

/* Ratings that rose or fell beyond chance, of those that may be shown. */
static int moved(const struct progress *p, bool up)
{
	int n = 0;

	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct trend_aspect *aspect = &p->trend->aspect[a];

		n += aspect->changed && (aspect->change > 0) == up &&
			!floor_hides_change(p->c, a, aspect);
	}
	return n;
}

static const char *moved_text(struct progress *p)
{
	int up = moved(p, true), down = moved(p, false);
	struct compose *c = p->c;

	if (!up && !down)
		return "no change of a rating is detectable";
	if (!down)
		return say(
			c, "%s risen beyond chance", counted(c, up, "rating has", "ratings have"));
	if (!up)
		return say(c, "%s fallen beyond chance",
			counted(c, down, "rating has", "ratings have"));
	return say(c, "%s risen and %s fallen beyond chance",
		counted(c, up, "rating has", "ratings have"),
		number_word(down) ? number_word(down) : say(c, "%d", down));
}

static const char *done_text(struct progress *p)
{
	struct plan_count n = plan_count(p->plan, 0, p->today);

	return say(p->c, "%d" NB "of" NB "%d" NB "%s done", n.done, n.active,
		plural(n.active, "action is", "actions are"));
}

static const char *first_sentence(struct progress *p)
{
	struct list list = { 0 };

	if (p->plan) {
		list_add(p->c, &list, done_text(p));
		add_gates(p, &list);
	} else {
		list_add(p->c, &list, "no plan is stored yet");
	}
	if (p->trend)
		list_add(p->c, &list, moved_text(p));
	return capital(p->c, list_and(p->c, &list));
}

/* "management (2.50, n 5+5)" */
static const char *failing_cause(struct progress *p, int cause)
{
	struct compose *c = p->c;
	int n[PARTIES_MAX];

	cause_counts(c, cause, n);
	return say(c, "%s (%s, %s)", cause_info[cause].id,
		score_text(c, c->scores->cause[cause].score), floor_n(c, n));
}

static void add_failing(struct progress *p, struct list *list)
{
	struct compose *c = p->c;
	struct list failing = { 0 }, unknown = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (isnan(c->scores->cause[i].score))
			list_add(c, &unknown, cause_info[i].id);
		else if (c->scores->cause[i].failing)
			list_add(c, &failing, failing_cause(p, i));
	}
	if (failing.count)
		list_add(c, list,
			say(c, "%s %s below %.2f%s", list_and(c, &failing),
				plural((int)failing.count, "fails", "fail"), SCORE_FAILING,
				c->rec->assessment.kind == ROUND_PULSE ? " by ratings alone" : ""));
	if (unknown.count)
		list_add(c, list,
			say(c, "%s %s no score", list_and(c, &unknown),
				plural((int)unknown.count, "has", "have")));
}

static void add_results(struct progress *p, struct list *list)
{
	const struct performance *performance = &p->c->scores->performance;

	if (isnan(performance->score))
		list_add(p->c, list, "performance is not known");
	else if (performance->low)
		list_add(p->c, list,
			say(p->c, "performance is %.0f, below %.0f", performance->score,
				PERFORMANCE_LOW));
}

static const char *revived_text(struct progress *p)
{
	struct compose *c = p->c;
	struct list list = { 0 };

	if (withheld_primary(c))
		return "Which causes fail is withheld, since too few people of a side were heard";
	if (c->before && !c->before->primary && plan_revived(c->in->before_diagnosis, c->diagnosis))
		return say(c,
			"The alliance is revived: for two rounds in a row no cause has failed,"
			" and performance is %.0f. Say so in both companies, and celebrate it with"
			" the people who did the work",
			c->scores->performance.score);
	add_failing(p, &list);
	add_results(p, &list);
	if (list.count)
		return say(c, "The alliance is not revived yet: %s", list_join(c, &list, "; "));
	return say(c,
		"In this round no cause fails and performance is %.0f: the next round can"
		" confirm that the alliance is revived",
		c->scores->performance.score);
}

static const char *late_text(struct progress *p)
{
	int late = p->plan ? plan_count(p->plan, 0, p->today).late : 0;

	if (!p->plan)
		return "";
	return late ? say(p->c, "; %s late", counted(p->c, late, "action is", "actions are"))
		    : "; nothing is late";
}

void progress_status(struct progress *p)
{
	doc_text(p->c->doc, 0, "%s. %s%s.%s", first_sentence(p), revived_text(p), late_text(p),
		record_example(p->c->rec) ? " Names are invented: this is the worked example."
					  : "");
}
