/* SPDX-License-Identifier: MIT */
/*
 * Did it work? What the rounds of an alliance say of a plan that is under way
 * (rekindle-method(7), section 8): of each action that is done the items that test it again, before
 * and after; how reliably dates were kept, and how fast escalations were resolved, quarter by
 * quarter; what was due and done at a gate; whether the alliance is revived. Pure.
 */
#ifndef REKINDLE_PROOF_H
#define REKINDLE_PROOF_H

#include <rekindle/edition.h>
#include <rekindle/plan.h>
#include <rekindle/trend.h>

/*
 * One action that is done, and its day known. Compared are the round that drew it up, or where that
 * is not known the last full one before it was closed, and the newest round or pulse since then
 * that asked at least one of the same items that test it again.
 */
struct proof_action {
	int action;        /* index in plan->actions */
	int before, after; /* rounds, as indices of those given; after -1: not asked again yet */
	size_t items;      /* of those that test it again: asked in both rounds */
	bool scale[SCALE_COUNT]; /* to which scales these belong */
	/* ratings of these items alone: means of the parties' means, pairs of people who rated one
	 * of them in both rounds, and what may be claimed; nothing is `whole` */
	struct trend_aspect of;
};

struct proof {
	struct pool pool;
	struct proof_action *actions; /* in plan order */
	size_t count;
	int tested;  /* of them that have a pair; chance is judged over these together */
	int undated; /* actions that are done, nobody knows when */
};

/* rec: the record that the plan was read from. rounds: all of the alliance, settled, the oldest
 * first; borrowed for the call. Of a draft nothing is done. Release when done. */
void proof_compute(struct proof *, const struct plan *, const struct record *rec,
	const struct record *const *rounds, size_t count);
void proof_release(struct proof *);
/* Rose, fell, or cannot be told from chance yet. */
enum movement proof_movement(const struct proof_action *);
/* Must an edition hold back even which way it went? before and after: its views of the two rounds.
 * It does where either withholds anything of a scale that the items belong to, as of an aspect; a
 * joint edition prints no number of it in any case. */
bool proof_hidden(const struct proof_action *, const struct edition_view *before,
	const struct edition_view *after);

/* A quarter of the calendar. */
struct proof_quarter {
	int first;     /* its first day */
	int due, kept; /* as plan_promises(): by the day on which it was due */
	int dropped;   /* that were due in it; they are none of due */
	int resolved;  /* escalations closed in it */
	double days;   /* mean days from opened to closed of these; NAN none */
};
/* From the one in which the plan starts, or the first escalation was closed, to that of today; in
 * pool. Nothing is due after today. */
struct proof_quarter *proof_quarters(
	struct pool *, const struct plan *, const struct record *, int today, size_t *count);
/* What the plan and the record themselves tell of a KPI of the plan that nobody reads: how many per
 * cent of the stored plan's dates were kept until today, and the mean days from opened to closed of
 * the escalations that are resolved. n: of how many; 0, and value NAN: nothing of it is known. */
struct proof_reading {
	double value;
	int n;
};
struct proof_reading proof_reading(
	const struct plan *, const struct record *, const struct plan_kpi *, int today);
/* Escalations still open on a day. */
int proof_escalations_open(const struct record *, int today);

/* Of all rounds the last two full ones up to one of them, as indices; false: there are not two. */
struct proof_pair {
	int before, now;
};
bool proof_full_rounds(
	const struct record *const *rounds, size_t count, int upto, struct proof_pair *);

#endif
