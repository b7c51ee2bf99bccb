/* SPDX-License-Identifier: MIT */
/*
 * How a sitting writes: into the queue of changes, and the place behind it.
 */
#ifndef REKINDLE_SITTING_CHANGE_H
#define REKINDLE_SITTING_CHANGE_H

#include <rekindle/sitting.h>

#define SITTING_RETRY_MS 2000

/* All that opening one begins with; the respondent is in the record. */
void sitting_begin(struct sitting *, struct store *, struct record *, int64_t respondent);
/* An answer (its item says which), a note or the respondent itself, as one step of undo. */
enum kept sitting_change(struct sitting *, enum kind kind, void *object);
/* The place and the draft as they are now. */
enum kept sitting_place(struct sitting *);

#endif
