/* SPDX-License-Identifier: MIT */
/*
 * What is being typed in a form outlives the program: kept as drafts of the form's place within two
 * seconds, brought back when the form is opened again, gone with the write that they end in.
 */
#ifndef TUI_FORM_DRAFT_H
#define TUI_FORM_DRAFT_H

#include "../app.h"
#include "form.h"

/* After the form was filled for the first time: what was kept into its fields, and said so. */
void form_drafts_back(struct form *, struct app *);
/* The field in focus was changed by a key. */
void form_drafts_note(struct form *);
/* Keep what no draft has: when it is time, or now. */
void form_drafts_tick(struct form *, struct app *);
void form_drafts_save(struct form *, struct app *);
/* The name under which drafts know a field; in pool. */
const char *form_draft_name(struct pool *, const struct form_field *);
/* Nothing is changed any more: there is nothing to keep. */
void form_drafts_settled(struct form *, struct app *);
/* Everything that was kept of the form goes with the next change, or with app_draft_ended(). */
void form_drafts_end(struct form *, struct app *);

#endif
