/* SPDX-License-Identifier: MIT */
/*
 * The quick notes of the open round.
 */
#ifndef TUI_NOTES_H
#define TUI_NOTES_H

#include "../app.h"

/* note_form.c: one of them; argument: const int64_t *, its key. */
extern const struct screen_ops screen_note;

#endif
