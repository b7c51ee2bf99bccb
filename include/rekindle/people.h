/* SPDX-License-Identifier: MIT */
/*
 * The people of an alliance over all its rounds: added, renamed, made one, removed. Each is one
 * step of undo of the round that it was asked in. A round that is sealed keeps who was heard in it
 * under the name of then; what would change more of it is refused by the store (ERR_LOCKED).
 */
#ifndef REKINDLE_PEOPLE_H
#define REKINDLE_PEOPLE_H

#include <rekindle/store.h>

struct sitting_terms;

/* What hangs on a person, over all rounds. */
struct person_life {
	int interviews; /* respondents with anything that was answered */
	int answers;    /* that are not blank */
	int owned;      /* actions and joint objectives */
};
/* Of all people of the record, in their order; lives has record->person_count of them. */
enum err people_lives(
	struct store *, const struct record *, struct person_life *lives, struct errmsg *why);

/* A new one; party, role, name (NULL: known by role), planned and interviewee of newcomer. *id: the
 * new UUID. */
enum err people_add(struct store *, struct record *, const struct person *newcomer, struct uuid *id,
	struct errmsg *why);
/* person: index in the record. Interviews of rounds that are not sealed go under the new name. */
enum err people_rename(
	struct store *, struct record *, int person, const char *name, struct errmsg *why);
/* Party, role and planned (in the record's pool) of corrected, whose name stays; interviews of
 * rounds that are not sealed go along. */
enum err people_correct(struct store *, struct record *, int person, const struct person *corrected,
	struct errmsg *why);
/* To be interviewed, or only the owner of parts of the plan: then no day is planned any more, and
 * interviews without an answer go. ERR_USAGE when there is an answer in any round; ERR_LOCKED while
 * the person is interviewed. */
enum err people_interview(
	struct store *, struct record *, int person, bool interviewee, struct errmsg *why);
/* ERR_USAGE, why a sentence: that person has answered something in some round. */
enum err people_unheard(struct store *, const struct record *, int person, struct errmsg *why);
/* What was agreed on at the beginning of that person's interview in this round is now so. Of what
 * was promised nothing is taken back unless the person has agreed anew: then a wider attribution is
 * ERR_USAGE, as is whoever was not interviewed; ERR_LOCKED while the person is. */
enum err people_card(struct store *, struct record *, int person, const struct sitting_terms *,
	bool anew, struct errmsg *why);
/* Index of the one of that side and name, in whatever case; -1 nobody. */
int people_named(const struct record *, int party, const char *name);
/* With all interviews and all that was owned. ERR_LOCKED while the person is interviewed. */
enum err people_remove(struct store *, struct record *, int person, struct errmsg *why);

/* A question that both records had answered, and differently. */
struct merged_answer {
	const char *round, *item; /* title of the round; id of the question */
	const char *kept, *other; /* what counts now; what stands in its comment */
};
struct people_merged {
	struct pool pool;
	int interviews; /* that are the one person's now */
	struct merged_answer *differing;
	size_t count;
	const char *planned; /* a day planned of `from` that gave way to another, or NULL */
};
/*
 * Two records of one person (indices) become one, `into`: interviews, ownership, a name or a day
 * planned where `into` has none. Where both were heard in one round, the interviews become one
 * (respondent_join()), and an answer that gave way stands in the comment of the one that stays.
 * ERR_USAGE when they are of different companies; ERR_LOCKED while one of them is interviewed, and
 * where in both interviews a text was begun. Release merged in any case.
 */
enum err people_merge(struct store *, struct record *, int into, int from, struct people_merged *,
	struct errmsg *why);
void people_merged_release(struct people_merged *);

#endif
