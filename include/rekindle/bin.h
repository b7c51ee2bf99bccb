/* SPDX-License-Identifier: MIT */
/*
 * What was deleted, and comes back or is gone for ever: the bin, where alliances, assessments,
 * people and respondents lie for BIN_DAYS days, and forgetting.
 */
#ifndef REKINDLE_BIN_H
#define REKINDLE_BIN_H

#include <rekindle/store.h>
#include <rekindle/texts.h>

/* From that many days after the deletion on the next change erases it; by clock_today(). */
#define BIN_DAYS 30

struct store_binned {
	enum kind kind;
	struct uuid id;
	int64_t key, alliance;     /* keys; of an alliance both its own */
	const char *name;          /* of a person or round without one: its role, its kind */
	const char *alliance_name; /* its own of an alliance */
	int day;                   /* of the deletion */
	int64_t first, last;       /* entries of the change log; their numbers only go up */
	int64_t along;             /* `first` of the person with whom a respondent went, else 0 */
};
/* What lies in the bin, the latest deletion first; texts in pool. What has gone with something else
 * that lies there is not listed. */
enum err store_bin(
	struct store *, struct pool *, struct store_binned **, size_t *count, struct errmsg *why);
/* How many alliances lie there. */
enum err store_bin_alliances(struct store *, size_t *count, struct errmsg *why);
/*
 * One of those that text means: by UUID, by the start of one (4 or more hex digits), by the name of
 * an alliance. ERR_USAGE: none, or more than one (why lists them).
 */
enum err store_find_binned(
	struct store *, const char *text, struct pool *, struct store_binned *, struct errmsg *why);
/* Bring it back with all that went with it, as a change of now. ERR_LOCKED when it is there
 * already, or what it was in is not. */
enum err store_undelete(struct store *, const struct store_binned *, struct errmsg *why);
/* What an exchange document needs of the bin: the alliance with this UUID, where it lies there. */
enum err store_binned_alliance(struct store *, const struct uuid *, struct pool *,
	struct store_binned *, bool *found, struct errmsg *why);
/*
 * Bring that back as it was last, with the times that it had and without its deletion, so that what
 * a file says is merged into it as into any other. Inside store_begin and store_keep_stamps, as the
 * first change: undoing it all is then a step of undo of the newest round that comes back.
 */
enum err store_bring_back(struct store *, const struct store_binned *, struct errmsg *why);

/* An alliance or an assessment to be deleted or forgotten. */
struct store_found {
	enum kind kind;
	int64_t key, alliance;
	struct uuid id;
	const char *name; /* of the alliance */
};
/* By UUID, by the start of one, by the name of an alliance, which means the alliance. ERR_USAGE:
 * none, or more than one. */
enum err store_find_object(
	struct store *, const char *text, struct pool *, struct store_found *, struct errmsg *why);
/* Delete it; ERR_LOCKED while somebody in it is interviewed by another program. */
enum err store_delete_found(struct store *, const struct store_found *, struct errmsg *why);

/* Forgetting */

/*
 * Somebody of the alliance, who is there or in the bin: by UUID, the start of one, or name; one
 * that was only heard is a respondent. ERR_USAGE: nobody, or more than one (why lists them).
 */
enum err store_find_person(struct store *, int64_t alliance, const char *text, struct pool *,
	struct store_found *, struct errmsg *why);
/* The record of a person that was just deleted is part of another's from now on, also in files;
 * keys. Inside store_begin. */
enum err store_note_merged(struct store *, int64_t person, int64_t into, struct errmsg *why);
/*
 * Erase an alliance, or somebody with all that was said, sealed rounds included: rows, what stands
 * in the bin, the change log (of a person: all of the alliance's, so that nothing before can be
 * undone), and every byte of it in the file and beside it. The ids are refused from now on. All or
 * nothing; one that was interrupted is finished by store_clean() or by the next change.
 * ERR_USAGE: the record is part of another's, who
 * has to be forgotten; that erases those that are part of it.
 * mentions: where the name stands in what others said; copies: other databases in the folder that
 * still hold the ids; both in pool. ERR_LOCKED: somebody is interviewed in it, or (it is forgotten
 * all the same) another program keeps the file from being cleaned.
 */
enum err store_forget(struct store *, const struct store_found *, struct pool *,
	struct texts *mentions, struct texts *copies, struct errmsg *why);
/* Clean the file of what was erased, where that is still to be done. */
enum err store_clean(struct store *, struct errmsg *why);
/* Is this the id of something that was forgotten? */
bool store_is_forgotten(struct store *, const struct uuid *);

#endif
