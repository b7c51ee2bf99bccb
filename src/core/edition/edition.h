/* SPDX-License-Identifier: MIT */
/*
 * What the files of the editions share.
 */
#ifndef REKINDLE_CORE_EDITION_H
#define REKINDLE_CORE_EDITION_H

#include <rekindle/edition.h>

/*
 * How far the party's value of a scale, which exists, can move while everything that view prints
 * stays what it is: with all other values as they are, but for those of the same cause that are
 * withheld and can make up for it, whoever reads.
 */
struct room edition_room(const struct edition_view *, const struct record *,
	const struct diagnosis *, int scale, int party);
/* Narrows it to what leaves x, which moves by rate with it, the decimal that is printed. */
void edition_keep_decimal(struct room *, double x, double rate);
/* To what leaves a value its decimal and its side of every line; NAN leaves all. */
void edition_keep_value(struct room *, const struct scores *, double x);
/* Is the party's value of a cause printed where it exists? */
bool edition_shows_party_cause(const struct edition_view *, int cause, int party);
/* Withholds values of too few or too alike, and more, until no rating can be worked out. */
void edition_protect(struct edition_view *, const struct record *, const struct diagnosis *);
/* Sets view->facts_only, and then every mark. */
void edition_facts(struct edition_view *, const struct record *, const struct diagnosis *);
/* Does it rest on recorded facts alone? */
bool edition_is_fact(const struct record *, const struct finding *);
bool edition_special_is_fact(const struct record *, enum special);
/* Fills view->shown, once all the marks are set. */
void edition_redact(struct edition_view *, const struct record *, const struct diagnosis *);
/* A score becomes what stands for it: its decimal, or where that lies on the other side of a line
 * of the method, the line, or what is a sliver below it. */
#define SLIVER 1e-6
void edition_round(const struct scores *, double *);
/* Fills view->left_out. */
void edition_explain(struct edition_view *);

/* Is any of a scale withheld, a party value too on which no perception rests? */
bool edition_hides_scale(const struct edition_view *, int scale);

/*
 * Both rounds print what they have of an aspect. Does the change beside it leave every rating two
 * steps, of those who make pairs and of those who count in one of the rounds alone?
 */
bool edition_change_open(const struct trend_between *, int aspect,
	const struct edition_view *before, const struct edition_view *after);

#endif
