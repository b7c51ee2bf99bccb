/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person, or of one interview, made one within a round. Pure: the record is
 * changed and nothing is stored; whatever either of them said is still said afterwards. And who
 * owns what of the plan.
 */
#ifndef REKINDLE_PERSON_H
#define REKINDLE_PERSON_H

#include <rekindle/schema.h>

/* A question that both answered, and differently. */
struct person_clash {
	int answer;                 /* index of the one that stays: the later one */
	const struct answer *other; /* what was said in the other; in pool */
};

/*
 * The interview `from` (index of a respondent) goes into the interview `into`. Answers that only
 * one has are the other's as well. Of two different ones the later stays; a blank one never
 * does. Comments, quotes and evidence of both stay, one below the other; a flag of either. The
 * narrower attribution holds; day, minutes and consent are those of `into` where it has them. Route
 * values move along; where both have some for one party, those that were said last count. `from`
 * itself is left with what has not moved, to be deleted. The clashes are in pool, in the order of
 * the answers. Settled.
 */
void respondent_join(
	struct record *, int into, int from, struct pool *, struct person_clash **, size_t *count);

/* What somebody owns is another's (indices of people). An owner (KIND_ACTION_OWNER or
 * KIND_OBJECTIVE_OWNER) of what the other owns already stays behind, to be deleted. */
void person_give(struct record *, enum kind owners, int into, int from);
/* A name and a day planned, where only the other has them. If only the other is interviewed, so is
 * into, in that role. */
void person_fill(struct person *into, const struct person *from);

/* A new person of that side and name who only owns: nobody to interview. role: that is asked for of
 * what they own, -1: none is. At the end of the record's people. */
struct person *person_owner(struct record *, int party, int role, const char *name);
/* Who owns what, by what they own and by side, gathered in one pass: of is KIND_ACTION_OWNER or
 * KIND_OBJECTIVE_OWNER; the owner of the n-th action or objective on a side (both indices) stands
 * at n * party_count + side, NULL: nobody. In pool. */
const struct owner **person_owners(const struct record *, enum kind of, struct pool *);

#endif
