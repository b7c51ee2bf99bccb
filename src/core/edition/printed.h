/* SPDX-License-Identifier: MIT */
/*
 * What a joint edition prints of the ratings, between a view and the figures that are stored of it:
 * one walk for both ways, so that what is read back is what was written.
 */
#ifndef REKINDLE_CORE_PRINTED_H
#define REKINDLE_CORE_PRINTED_H

#include <rekindle/release.h>
#include <rekindle/str.h>

struct figure {
	const char *name; /* not terminated */
	size_t n;
	double x;
};

struct printed {
	const struct record *rec;
	struct pool pool;
	bool reads;
	struct str out;      /* what is written */
	struct figure *list; /* what is read, by name */
	size_t count;
};

void printed_write(struct printed *, const struct record *);
/* figures may be NULL: there are none. */
void printed_read(struct printed *, const struct record *, const char *figures);
void printed_release(struct printed *);

/*
 * One number: written unless it is NAN; read, NAN where it is not there. what: "value"; id: of what
 * scale, cause and so on it is, NULL: of everything; party: index, -1: of all.
 */
void printed_number(
	struct printed *, double *, int decimals, const char *what, const char *id, int party);
/* The same of a count and of a mark, which are not written where they are 0 and false. */
void printed_count(struct printed *, int *, const char *what, const char *id, int party);
void printed_mark(struct printed *, bool *, const char *what, const char *id, int party);
/* Which of the words, of count; is stays as it is where none is written. */
void printed_word(struct printed *, int *is, const char *what, const char *(*word)(int), int count);

/* All but the findings: numbers, marks and what is withheld of them, from or into view->shown and
 * the view's marks. What follows from facts alone is not carried. */
void printed_view(struct printed *, struct edition_view *);

#endif
