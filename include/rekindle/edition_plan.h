/* SPDX-License-Identifier: MIT */
/*
 * What an edition shows of the plan (rekindle-method(7), section 9). The library of actions is
 * public, so that an action tells what has called for it. Pure.
 *
 * The joint edition shows an action when it may tell at least one of the reasons that called for
 * it, when a hand has adopted it, or when it is the users' own. Reasons that it may not tell are
 * not named. Whatever counts actions is made from what is shown, and so counts nothing else. Where
 * the view shows facts only, reasons that rest on facts alone are told, and no track but one that
 * stances give.
 *
 * A reason is told by the round that called for the action, if that round has the finding and its
 * own edition does not withhold it: what another round's edition shows of the same subject does not
 * count; found is what that edition prints, and what only says why the track is this one is told
 * where the track is. A draft is of the round that it is read with. What a redraw added is of the
 * last full round until that day. Whatever else a plan has is of the round that it was first drawn
 * up from; once it was redrawn, that is not known any more, and any round may tell.
 */
#ifndef REKINDLE_EDITION_PLAN_H
#define REKINDLE_EDITION_PLAN_H

#include <rekindle/edition.h>
#include <rekindle/plan.h>

/* A round as one edition shows it. All are borrowed. */
struct edition_round {
	const struct record *rec;
	const struct diagnosis *diagnosis;
	const struct edition_view *view;
};

struct edition_plan {
	struct pool pool;
	/* What is shown, borrowing from the whole plan, which must outlive it. Never released by
	 * itself. */
	struct plan shown;
	const struct plan *whole;
	bool *shows;     /* by the whole plan's actions */
	size_t left_out; /* actions */
	struct edition_round *rounds;
	size_t count;
};

/*
 * rounds: of the alliance, the one that the plan is read with last, those before it in any order;
 * all of one edition. The plan may be one of a pulse, which has nothing. Release when done.
 */
void edition_plan_compute(struct edition_plan *, const struct plan *,
	const struct edition_round *rounds, size_t count);
void edition_plan_release(struct edition_plan *);

/* May the edition tell this reason, the id of a finding, of the plan as it was first drawn up? */
bool edition_plan_tells(const struct edition_plan *, const char *finding);
/* Is a point for an amendment shown? What was proposed for a reason tells it. */
bool edition_plan_shows_amendment(const struct edition_plan *, const struct amendment *);
/*
 * What adopting an action of the whole plan would tell the readers of the joint edition: ids of the
 * findings that called for it, in pool. Nothing where it is shown already.
 */
size_t edition_plan_untold(
	const struct edition_plan *, size_t action, struct pool *, const char ***findings);

/*
 * The numbers of what a draft adds, before it is kept: those that the joint edition would show come
 * first. A number that is missing there then does not tell where in the plan an action is left out,
 * and so what has called for it.
 */
void edition_plan_number(struct plan *draft, const struct record *, const struct diagnosis *);

/*
 * The draft that the joint edition prints: one of what it shows, so that figures that are printed
 * again come with the plan that came with them, and what is withheld has no say in how much there
 * is. False: the plan is stored, or nothing can be drawn up from what is shown; what is printed is
 * then chosen from the plan itself. plan may be NULL. Release when true.
 */
bool edition_draft(struct plan *draft, const struct plan *plan, const struct record *,
	const struct edition_view *);

/* The same from the records of all rounds, of which rounds[own] is that of the diagnosis and the
 * plan; those before it are computed. Without rounds, own is 0 and that one is all. */
struct edition_history {
	struct edition_plan plan; /* of the plan itself; shows: what is printed of it */
	struct edition_view view;
	struct plan draft;                  /* edition_draft(), or nothing */
	struct edition_plan drawn;          /* of the draft */
	const struct edition_plan *printed; /* by papers and files: drawn, or plan */
	struct edition_past *past;          /* in pool */
	size_t past_count;
	struct pool pool;
};
void edition_history_compute(struct edition_history *, const struct record *,
	const struct diagnosis *, const struct plan *, enum edition,
	const struct record *const *rounds, size_t own);
void edition_history_release(struct edition_history *);

#endif
