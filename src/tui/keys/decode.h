/* SPDX-License-Identifier: MIT */
/*
 * From the bytes that a terminal sends to keys: the whole grammar of its input in one machine,
 * without a clock, a file or curses. However the bytes are split, the keys are the same.
 *
 * Keys that the program knows come out as keys; every other sequence (mouse, unless it is asked
 * for, focus, replies, keys of newer protocols) is swallowed whole, also one that is cut off. A
 * digit, a letter comes only from a byte that stands for itself.
 */
#ifndef TUI_DECODE_H
#define TUI_DECODE_H

#include <stdbool.h>
#include <stdint.h>
#include <rekindle/str.h>
#include "../actions.h"
#include "paste.h"
#include "sequence.h"

enum decode_state {
	DECODE_GROUND,
	DECODE_UTF8,          /* within a character */
	DECODE_ESCAPE,        /* the key Esc, Alt with a key, or the start of a sequence */
	DECODE_ESCAPE_TWICE,  /* the key Esc twice, or Alt with a key that sends a sequence */
	DECODE_CSI,           /* ESC [ parameters, intermediates, final */
	DECODE_CONSOLE,       /* ESC [ [ and a letter: F1 to F5 of the Linux console */
	DECODE_MOUSE,         /* ESC [ M and three bytes of any value */
	DECODE_SS3,           /* ESC O and a letter */
	DECODE_STRING,        /* DCS, OSC, SOS, PM, APC up to ST or BEL */
	DECODE_STRING_ESCAPE, /* the same, after an ESC: is it ST? */
	DECODE_PASTE,         /* between the brackets: everything is text */
	DECODE_STATE_COUNT
};

/* What happened to bytes and has to be said in words. */
enum decode_fault {
	DECODE_BROKEN = 1, /* bytes that are no UTF-8 became U+FFFD, one by one */
	DECODE_CUT = 2,    /* a paste was longer than PASTE_MOST; its end is missing */
};

struct decoder {
	enum decode_state state;
	struct str in; /* given, and read up to at */
	size_t at;
	int queue[4]; /* codes of keys that are complete */
	int queued;
	bool alt;          /* ESC came before */
	int opener;        /* what stood after the ESC of a sequence; 0: a C1 control began it */
	uint8_t part[4];   /* the character so far */
	int parts, wanted; /* its bytes: there, in all */
	size_t length;     /* bytes of the sequence so far */
	struct sequence sequence;
	bool mouse; /* its reports are keys; else they are swallowed like all that is not known */
	int mouse_row; /* of the last one */
	struct paste paste;
	struct str text; /* of the last key */
	int escape_ms;
	unsigned faults;
};

/* escape_ms: how long an ESC may be the start of something longer. */
void decode_init(struct decoder *, int escape_ms);
void decode_release(struct decoder *);
void decode_feed(struct decoder *, const char *bytes, size_t n);
/* The next complete key; its text is valid until the next call. False: none without more bytes. */
bool decode_next(struct decoder *, struct key *);
/* How long to wait for the rest of what has begun, in ms since the last byte; -1: as long as it
 * takes. */
int decode_patience(const struct decoder *);
/* The rest did not come in that time, and decode_next() has nothing more: ESC was the key,
 * or Alt with what would open a string, a paste
 * is what came of it, a sequence is dropped, half a character goes on waiting. */
void decode_give_up(struct decoder *);
/* Many bytes of one key to come: reading ahead takes nothing from a program that is called. */
bool decode_in_bulk(const struct decoder *);
/* enum decode_fault since the last call, or-ed. */
unsigned decode_faults(struct decoder *);

#endif
