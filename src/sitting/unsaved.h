/* SPDX-License-Identifier: MIT */
/*
 * The one way from a change to the database: into the record, to the end of what waits, and from
 * the front of it into the store.
 */
#ifndef REKINDLE_SITTING_UNSAVED_H
#define REKINDLE_SITTING_UNSAVED_H

#include <rekindle/sitting.h>

/* Answer (its item says which), note (its id) or the respondent itself; texts are copied. */
enum kept unsaved_put(struct sitting *, enum kind, const void *object);
/* The place and the draft as they are now. */
enum kept unsaved_place(struct sitting *);
/* What waits is in a record that was loaded anew as well. */
void unsaved_apply(struct sitting *);
void unsaved_release(struct sitting *);

#endif
