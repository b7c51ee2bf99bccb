/* SPDX-License-Identifier: MIT */
/*
 * Progress in two sentences: what is done and has changed; whether the alliance is revived, and why
 * not.
 */
#include "../past.h"
#include "progress.h"

static const char *gate_state(struct progress *p, size_t i)
{
	const struct gate *gate = &p->plan->gates[i];
	struct hole number = hole_count("number", gate->number);
	struct hole day = hole_text("day", day_short(p->c, gate->day));

	if (gate->outcome >= 0)
		return words(p->c->pool,
			gate->outcome == OUTCOME_PASSED ? W_GATE_IS_PASSED : W_GATE_IS_FAILED,
			number);
	return words(
		p->c->pool, gate->day <= p->today ? W_GATE_IS_OPEN : W_GATE_IS_AHEAD, number, day);
}

static void add_gates(struct progress *p, struct texts *list)
{
	const struct gate *out = plan_leads_to(p->plan);
	size_t passed = 0;

	if (out) {
		texts_add(p->c->pool, list,
			words(p->c->pool, W_STATUS_LEADS_OUT, hole_count("number", out->number)));
		return;
	}

	for (size_t i = 0; i < p->plan->gate_count; i++)
		passed += p->plan->gates[i].outcome == OUTCOME_PASSED;
	if (passed && passed == p->plan->gate_count) {
		texts_add(p->c->pool, list,
			words(p->c->pool, W_STATUS_GATES_PASSED, hole_count("n", (int)passed)));
		return;
	}
	for (size_t i = 0; i < p->plan->gate_count; i++)
		texts_add(p->c->pool, list, gate_state(p, i));
}

/* Ratings that rose or fell beyond chance, of those that may be shown. */
static int moved(const struct progress *p, enum movement movement)
{
	int n = 0;

	for (int a = 0; a < ASPECT_COUNT; a++)
		n += p->shown->aspect[a].movement == movement;
	return n;
}

static const char *moved_text(struct progress *p)
{
	int rose = moved(p, MOVEMENT_ROSE), fell = moved(p, MOVEMENT_FELL);
	struct hole up = hole_word("up", rose);
	struct hole down = hole_word("down", fell);

	if (!rose && !fell)
		return words_plain(W_MOVED_NONE);
	if (!fell)
		return words(p->c->pool, W_MOVED_UP, up);
	if (!rose)
		return words(p->c->pool, W_MOVED_DOWN, down);
	return words(p->c->pool, W_MOVED_BOTH, up, down);
}

/* Of all that was to be done; what was dropped is said beside what is done. */
static const char *done_text(struct progress *p)
{
	struct plan_count n = plan_count(p->plan, 0, p->today);
	struct hole done = hole_count("done", n.done);
	struct hole all = hole_count("all", n.active + n.dropped);

	if (!n.dropped)
		return words(p->c->pool, W_STATUS_DONE, done, all);
	return words(
		p->c->pool, W_STATUS_DONE_DROPPED, done, all, hole_count("dropped", n.dropped));
}

static const char *late_text(struct progress *p)
{
	struct plan_count n = plan_count(p->plan, 0, p->today);

	return words(p->c->pool, W_STATUS_LATE, hole_word("n", n.late));
}

/* What is late stands here when there is no second sentence. */
static const char *first_sentence(struct progress *p, bool alone)
{
	struct texts list = { 0 };

	texts_add(p->c->pool, &list,
		p->plan ? done_text(p)
			: words_plain(p->c->later ? W_STATUS_PLAN_LATER : W_STATUS_NO_PLAN));
	if (p->plan)
		add_gates(p, &list);
	if (p->plan && alone)
		texts_add(p->c->pool, &list, late_text(p));
	if (p->trend && !hides_ratings(p))
		texts_add(p->c->pool, &list, moved_text(p));
	return words_list(p->c->pool, &list);
}

/* "management (2.50, n 5+5)" */
static const char *failing_cause(struct progress *p, int cause)
{
	struct compose *c = p->c;
	int n[PARTIES_MAX];

	cause_counts(c, cause, n);
	return words(c->pool, W_SCORED, hole_text("what", words_cause(cause)),
		hole_text("score", score_text(c, c->scores->cause[cause].score)),
		hole_text("n", n_text(c, n)));
}

static const char *failing_text(struct compose *c, const struct texts *failing)
{
	return words(c->pool,
		c->rec->assessment.kind == ROUND_PULSE ? W_REVIVED_FAILING_PULSE
						       : W_REVIVED_FAILING,
		hole_list("causes", failing), hole_count("n", (int)failing->count),
		hole_number("line", c->scores->lines.failing, 2));
}

static void add_failing(struct progress *p, struct texts *list)
{
	struct compose *c = p->c;
	struct texts failing = { 0 }, unknown = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (isnan(c->scores->cause[i].score))
			texts_add(c->pool, &unknown, words_cause(i));
		else if (c->scores->cause[i].failing)
			texts_add(c->pool, &failing, failing_cause(p, i));
	}
	if (failing.count)
		texts_add(c->pool, list, failing_text(c, &failing));
	if (unknown.count)
		texts_add(c->pool, list,
			words(c->pool, W_REVIVED_UNKNOWN, hole_list("causes", &unknown),
				hole_count("n", (int)unknown.count)));
}

static void add_results(struct progress *p, struct texts *list)
{
	const struct performance *performance = &p->c->scores->performance;

	if (isnan(performance->score))
		texts_add(p->c->pool, list, words_plain(W_REVIVED_NO_RESULTS));
	else if (performance->low)
		texts_add(p->c->pool, list,
			words(p->c->pool, W_REVIVED_LOW,
				hole_number("performance", performance->score, 0),
				hole_number("line", PERFORMANCE_LOW, 0)));
}

static const char *revived_text(struct progress *p)
{
	struct compose *c = p->c;
	struct texts list = { 0 };

	if (p->plan && p->plan->track == TRACK_EXIT)
		return words_plain(W_REVIVED_ENDED);
	if (withheld_primary(c))
		return words_plain(W_REVIVED_WITHHELD);
	add_failing(p, &list);
	add_results(p, &list);
	if (list.count)
		return words(
			c->pool, W_REVIVED_NOT, hole_text("why", words_clauses(c->pool, &list)));
	return words(c->pool,
		c->rec->assessment.kind == ROUND_PULSE ? W_REVIVED_PULSE : W_REVIVED_MAYBE,
		hole_number("performance", c->scores->performance.score, 0));
}

/* What it took: the actions that are done, those after which ratings rose, and the results. */
static const char *earned_text(struct progress *p)
{
	struct compose *c = p->c;
	const char *risen = proof_risen(c);
	struct plan_count n =
		p->plan ? plan_count(p->plan, 0, p->today) : (struct plan_count){ .done = 0 };

	if (risen)
		return words(c->pool, W_REVIVED_EARNED, hole_count("done", n.done),
			hole_text("actions", risen));
	return n.done ? words(c->pool, W_REVIVED_EARNED_DONE, hole_count("done", n.done)) : NULL;
}

/* The first thing that a reader should know. */
static bool compose_revived(struct progress *p)
{
	const char *revived = past_revived_text(p->c), *earned;
	struct texts said = { 0 };

	if (!revived)
		return false;
	texts_add(p->c->pool, &said, revived);
	earned = earned_text(p);
	if (earned)
		texts_add(p->c->pool, &said, earned);
	doc_text(p->c->doc, 0, "%s", words_sentences(p->c->pool, &said));
	return true;
}

static const char *second_sentence(struct progress *p)
{
	struct texts clauses = { 0 };

	texts_add(p->c->pool, &clauses, revived_text(p));
	if (p->plan)
		texts_add(p->c->pool, &clauses, late_text(p));
	return words_clauses(p->c->pool, &clauses);
}

/* The contract, where the plan runs past it. */
static void compose_first_warnings(struct progress *p)
{
	struct texts said = { 0 };

	for (size_t i = 0; p->plan && i < p->plan->warning_count; i++)
		if (plan_warns_first(&p->plan->warnings[i]))
			texts_add(p->c->pool, &said,
				words_warning(
					p->c->pool, p->kept.rec, p->plan, &p->plan->warnings[i]));
	if (said.count)
		doc_text(p->c->doc, 0, "%s", words_sentences(p->c->pool, &said));
}

void progress_status(struct progress *p)
{
	struct texts status = { 0 };
	struct pool *pool = p->c->pool;

	compose_first_warnings(p);
	p->revived = compose_revived(p);
	texts_add(pool, &status,
		words(pool, W_STATUS, hole_text("clauses", first_sentence(p, p->revived))));
	if (!p->revived)
		texts_add(pool, &status,
			words(pool, W_STATUS, hole_text("clauses", second_sentence(p))));
	if (record_example(p->c->rec))
		texts_add(pool, &status, words_plain(W_PROGRESS_EXAMPLE));
	doc_text(p->c->doc, 0, "%s", words_sentences(pool, &status));
}
