/* SPDX-License-Identifier: MIT */
/*
 * What the files of the editions share.
 */
#ifndef REKINDLE_CORE_EDITION_H
#define REKINDLE_CORE_EDITION_H

#include <rekindle/edition.h>

/* Withholds more of a cause until none of its hidden values can be worked out from its score. */
void edition_protect(
	struct edition_view *, const struct record *, const struct scores *, int cause);
/* Sets view->facts_only, and then every mark. */
void edition_facts(struct edition_view *, const struct record *, const struct diagnosis *);
/* Does it rest on recorded facts alone? */
bool edition_is_fact(const struct record *, const struct finding *);
bool edition_special_is_fact(const struct record *, enum special);
/* Fills view->shown, once all the marks are set. */
void edition_redact(struct edition_view *, const struct record *, const struct diagnosis *);
/* Fills view->left_out. */
void edition_explain(struct edition_view *);

/* Is any of a scale withheld, a party value too on which no perception rests? */
bool edition_hides_scale(const struct edition_view *, int scale);

#endif
