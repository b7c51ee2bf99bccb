/* SPDX-License-Identifier: MIT */
/*
 * The key reader: bytes of the terminal through the decoder, and a wait that always wakes by
 * itself (a bare blocking read loses a resize that comes right after the first paint).
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>
#include <stdint.h>
#include <signal.h>
#include "../actions.h"
#include "decode.h"

struct keys {
	struct decoder decoder;
	int64_t heard; /* monotonic ms of the last byte */
};

/* escape_ms: how long Esc waits for what would make another key of it. */
void keys_init(struct keys *, int escape_ms);
void keys_release(struct keys *);
/* The next key that is already there; false when there is none. */
bool keys_next(struct keys *, struct key *);
/* Is there more than was read? */
bool keys_ready(const struct keys *);
/* A sentence about bytes that did not arrive as they were sent, once; NULL when all did. */
const char *keys_complaint(struct keys *);
/* Sleep until a key may be there, a signal came (deliver: mask to wait with) or 100 ms are over.
 * False: the terminal is gone, and no signal needs to have said so. */
bool keys_wait(const struct keys *, const sigset_t *deliver);

#endif
