/* SPDX-License-Identifier: MIT */
/*
 * What was carried over from the round before is confirmed: one step of undo, whatever of it.
 */
#ifndef TUI_CONFIRM_H
#define TUI_CONFIRM_H

#include <rekindle/next.h>

#include "../app.h"

#define CONFIRM_ALL UINT64_MAX

/* How much of these kinds (a bit each, 1 << kind) is left to confirm. */
int confirm_count(const struct record *, uint64_t kinds);
/* Confirm it, and say so. */
void confirm(struct app *, uint64_t kinds);

#endif
