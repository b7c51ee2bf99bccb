/* SPDX-License-Identifier: MIT */
/*
 * Where a note or decision is filed, as the words of a choice.
 */
#ifndef TUI_FILED_H
#define TUI_FILED_H

#include <rekindle/minutes.h>
#include "../app.h"
#include "../widgets/form.h"

/* Nothing, called so; the actions in the order of the plan, joint objectives, risks; people, too.
 * What is filed already is among them, also when that is gone. Of a sealed round no risk, which
 * takes nothing more, but the one it is filed to. */
void filed_places(
	struct form_words *, struct app *, const struct minute *, const char *nothing, bool people);
/* What the choice of the place of a minute means; -1: a place that is gone. */
int filed_meaning(const struct minute *);
/* A text filed to what was chosen, which is not -1; in the record's pool. */
struct minute filed_of(struct record *, const char *text, int meaning);

#endif
