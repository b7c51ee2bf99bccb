/* SPDX-License-Identifier: MIT */
/*
 * A bracketed paste while it comes in: everything up to the closing bracket is text.
 */
#ifndef TUI_PASTE_H
#define TUI_PASTE_H

#include <stdbool.h>
#include <rekindle/str.h>

#define PASTE_MOST (4u << 20) /* bytes that are kept */

struct paste {
	struct str text;
	bool broken; /* bytes that are no UTF-8 became U+FFFD, one by one */
	bool cut;    /* it was longer than what is kept */
};

void paste_init(struct paste *);
void paste_release(struct paste *);
void paste_begin(struct paste *);
/* True when this byte ends the closing bracket. */
bool paste_add(struct paste *, unsigned char byte);
/* No more comes: text is valid UTF-8 then, and every line end a newline. */
void paste_end(struct paste *);

#endif
