/* SPDX-License-Identifier: MIT */
/*
 * The one queue from a change to the database, for both faces. A change is one or several objects
 * of the loaded record, and one step of undo. It is in the record at once and durable as soon as
 * the database takes it; one that the database refuses waits as it was made, and all that wait are
 * tried again in their order, so that what is stored is always what was shown at some moment.
 *
 * What waits knows its objects and what they refer to by their ids: the record may be loaded anew
 * beneath it, if unsaved_apply() follows.
 */
#ifndef REKINDLE_UNSAVED_H
#define REKINDLE_UNSAVED_H

#include <rekindle/store.h>
#include <rekindle/texts.h>

/* What became of a change. */
enum kept {
	KEPT,         /* durable, and nothing else waits */
	KEPT_WAITING, /* it, or an earlier one, waits to be stored; why says for what */
	KEPT_NOT      /* refused for good, why says for what: it does not wait */
};

struct unsaved_change;

struct unsaved {
	struct store *store;
	struct record *record; /* borrowed, as the store is */
	struct unsaved_change *first;
	struct unsaved_change *open; /* being put together */
	/* one of those that wait: another program was first, and store_conflicts() has both values;
	 * nothing more is tried by itself until the person has chosen. NULL: none */
	struct unsaved_change *disputed;
	bool beaten;       /* that is why the last that was tried was refused */
	int64_t made;      /* number of the last one */
	int64_t retry_at;  /* monotonic ms */
	int64_t seen;      /* store_change() when the record was loaded */
	struct errmsg why; /* of what was refused last */
};

void unsaved_init(struct unsaved *, struct store *, struct record *);
void unsaved_release(struct unsaved *); /* what waits is gone */

/* Put a change together: what undo calls it, NULL: by the kind. */
void unsaved_begin(struct unsaved *, const char *what);
/*
 * An object as it now is, to be stored; texts are copied. One that is not in the record yet is put
 * there, an answer by its respondent and item, others by their id. parent: as in store_put(). A
 * new one gets its id here.
 */
void unsaved_add(struct unsaved *, enum kind, void *object, int64_t parent);
/* An object of the record that is stored: it goes, with all that cannot be without it, and is out
 * of the record at once. Of what waits nothing may concern it. */
void unsaved_delete(struct unsaved *, enum kind, const void *object);
/* Does something that waits change the object, or refer to it? */
bool unsaved_concerns(const struct unsaved *, enum kind, const void *object);
/* Where another program was first with one of its objects, all of it waits for the choice; else
 * unsaved_end() gives it back, and the choice is about that object alone. */
void unsaved_whole(struct unsaved *);
/* With it goes the draft of a field of that place, or with NULL all of them. */
void unsaved_end_draft(struct unsaved *, const struct store_place *, const char *field);
/* With it goes what was being typed in the interview of a respondent, since it is that. */
void unsaved_end_typed(struct unsaved *, int64_t respondent);
/* Does something that waits end it? Then what the database has of it is of before. */
bool unsaved_ends_typed(const struct unsaved *, int64_t respondent);
/*
 * Store it, after all that waits. A single object that waits already is replaced by the new one, if
 * it refers to the same. insist: also what is refused for good waits, never KEPT_NOT; else it is
 * not in the queue any more, and the record has to be loaded anew.
 */
enum kept unsaved_end(struct unsaved *, bool insist);

/* Does what the store has refused with that error pass by itself (a full disk, one that fails,
 * another program that writes)? */
bool unsaved_passes(const struct store *, enum err);
/* What is disputed because what it is of has been deleted: the texts that go with "theirs", and
 * what each of them is. In pool. */
void unsaved_at_stake(
	const struct unsaved *, struct pool *, struct texts *what, struct texts *ours);
/* How many changes wait. */
int unsaved_count(const struct unsaved *);
/* Try all of them now. Never KEPT_NOT. */
enum kept unsaved_settle(struct unsaved *);
/* Try again when the time for it has come; true: it was tried. To be called again and again. */
bool unsaved_retry(struct unsaved *);
/* What is disputed as the person chooses, then all that waits. Then the record has to be loaded
 * anew; where the choice has brought something back, all has to be settled once more after that.
 * Never KEPT_NOT; still disputed when the other has changed it once more. */
enum kept unsaved_choose(struct unsaved *, enum store_choice);
/* Is it time, and may the database say something else than the record does? Then that should be
 * loaded anew first, lest something is stored that another program has deleted. */
bool unsaved_is_stale(const struct unsaved *);
/* The record was loaded, or loaded anew: what waits is in it as well. */
void unsaved_apply(struct unsaved *);
/* Forget what waits for something that is erased and does not come back; how many those are. What
 * is only deleted is disputed. */
int unsaved_drop_erased(struct unsaved *);

#endif
