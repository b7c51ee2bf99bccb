/* SPDX-License-Identifier: MIT */
/*
 * The decoder: one function a state takes a byte. The grammar is ECMA-48's, with what terminals
 * made of it: X10 mouse reports, the function keys of the Linux console, BEL for ST.
 */
#include "decode.h"

#include <string.h>
#include <unistr.h>

#define ESC 0x1B
#define ST 0x9C
#define C1_LAST 0x9F
#define REPLACEMENT 0xFFFD
#define SEQUENCE_MOST (1u << 20) /* a longer one has no end */
#define SEQUENCE_MS 100          /* between the bytes of one sequence */
#define STRING_MS 300            /* replies may be long and lines slow */
#define PASTE_MS 3000            /* a paste whose end never comes */

/* What a sequence begins with: ESC and this, or one C1 control of 0x40 more. The strings: DCS, SOS,
 * OSC, PM, APC. */
static const struct {
	char letter;
	enum decode_state state;
} introducers[] = {
	{ '[', DECODE_CSI },
	{ 'O', DECODE_SS3 },
	{ 'P', DECODE_STRING },
	{ 'X', DECODE_STRING },
	{ ']', DECODE_STRING },
	{ '^', DECODE_STRING },
	{ '_', DECODE_STRING },
};

void decode_init(struct decoder *decoder, int escape_ms)
{
	*decoder = (struct decoder){ .escape_ms = escape_ms };
	str_init(&decoder->in);
	str_init(&decoder->text);
	paste_init(&decoder->paste);
}

void decode_release(struct decoder *decoder)
{
	str_release(&decoder->in);
	str_release(&decoder->text);
	paste_release(&decoder->paste);
}

void decode_feed(struct decoder *decoder, const char *bytes, size_t n)
{
	if (decoder->at == decoder->in.len) {
		str_clear(&decoder->in);
		decoder->at = 0;
	}
	str_addn(&decoder->in, bytes, n);
}

static void ready(struct decoder *decoder, int code)
{
	decoder->queue[decoder->queued++] = code;
}

static void ground(struct decoder *decoder)
{
	decoder->state = DECODE_GROUND;
	decoder->alt = false;
}

/* A key of one character, with ESC before it or not. */
static void character(struct decoder *decoder, int code)
{
	if (code)
		ready(decoder, decoder->alt ? KEY_ALT | code : code);
	ground(decoder);
}

static bool introduced(struct decoder *decoder, int letter)
{
	for (size_t i = 0; i < sizeof(introducers) / sizeof(*introducers); i++) {
		if (introducers[i].letter != letter)
			continue;
		decoder->state = introducers[i].state;
		decoder->opener = 0;
		decoder->length = 0;
		decoder->parts = 0;
		decoder->sequence = (struct sequence){ .alt = decoder->alt };
		return true;
	}
	return false;
}

static int plain_code(unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n':
		return TUI_ENTER;
	case '\t':
		return TUI_TAB;
	case '\b':
	case 0x7F:
		return TUI_BACKSPACE;
	}
	return byte;
}

static void broken(struct decoder *decoder)
{
	for (int i = 0; i < decoder->parts; i++)
		ready(decoder, REPLACEMENT);
	decoder->faults |= DECODE_BROKEN;
	decoder->parts = 0;
	ground(decoder);
}

/* Bytes of a character that begins with this one; 0: none does. */
static int character_size(unsigned char byte)
{
	return byte >= 0xC2 && byte <= 0xDF    ? 2
		: byte >= 0xE0 && byte <= 0xEF ? 3
		: byte >= 0xF0 && byte <= 0xF4 ? 4
					       : 0;
}

/* A byte above ASCII where a character may begin. */
static void begin_character(struct decoder *decoder, unsigned char byte)
{
	decoder->part[0] = byte;
	decoder->parts = 1;
	decoder->wanted = character_size(byte);
	if (decoder->wanted)
		decoder->state = DECODE_UTF8;
	else if (byte > C1_LAST || !introduced(decoder, byte - 0x40))
		broken(decoder);
}

static bool take_ground(struct decoder *decoder, unsigned char byte)
{
	if (byte >= 0x80)
		begin_character(decoder, byte);
	else if (byte == ESC)
		decoder->state = DECODE_ESCAPE;
	else
		character(decoder, plain_code(byte));
	return true;
}

static void end_character(struct decoder *decoder)
{
	ucs4_t c;
	if (u8_mbtoucr(&c, decoder->part, (size_t)decoder->parts) < 0) {
		broken(decoder);
		return;
	}
	decoder->parts = 0;
	if (c > C1_LAST)
		character(decoder, (int)c);
	else if (!introduced(decoder, (int)c - 0x40))
		ground(decoder); /* another C1 control */
}

static bool take_utf8(struct decoder *decoder, unsigned char byte)
{
	if ((byte & 0xC0) != 0x80) {
		broken(decoder);
		return false;
	}
	decoder->part[decoder->parts++] = byte;
	if (decoder->parts == decoder->wanted)
		end_character(decoder);
	return true;
}

static bool take_escape(struct decoder *decoder, unsigned char byte)
{
	if (byte == ESC) {
		decoder->state = DECODE_ESCAPE_TWICE;
		return true;
	}
	if (introduced(decoder, byte)) {
		decoder->opener = byte;
		return true;
	}
	decoder->alt = true;
	return take_ground(decoder, byte);
}

static bool take_escape_twice(struct decoder *decoder, unsigned char byte)
{
	if (byte == '[' || byte == 'O') {
		decoder->alt = true;
		return introduced(decoder, byte);
	}
	ready(decoder, TUI_ESCAPE);
	decoder->state = DECODE_ESCAPE;
	return false;
}

static void end_sequence(struct decoder *decoder, enum sequence_kind kind, unsigned char final)
{
	int code = sequence_code(&decoder->sequence, kind, final);
	if (decoder->mouse && kind == SEQUENCE_CSI && decoder->sequence.mouse) {
		code = sequence_mouse(&decoder->sequence, final);
		decoder->mouse_row = decoder->sequence.number[2] - 1;
	}
	bool alt = decoder->alt;
	ground(decoder);
	if (code == TUI_PASTE) {
		if (alt) /* nobody pastes with Alt: Esc was a key */
			ready(decoder, TUI_ESCAPE);
		paste_begin(&decoder->paste);
		decoder->state = DECODE_PASTE;
	} else if (code != KEY_NONE) {
		ready(decoder, code);
	}
}

/* A byte that no CSI or SS3 has ends it: a control that was typed after a cut one is a key. */
static bool cut_off(struct decoder *decoder, unsigned char byte)
{
	ground(decoder);
	return byte == 0x18 || byte == 0x1A; /* CAN, SUB: to end sequences is all they do */
}

static bool take_csi(struct decoder *decoder, unsigned char byte)
{
	bool first = decoder->length == 0;
	if (byte < ' ' || byte >= 0x7F || ++decoder->length > SEQUENCE_MOST)
		return cut_off(decoder, byte);
	if (byte >= '0' && byte <= '?')
		sequence_parameter(&decoder->sequence, byte);
	else if (byte < '0')
		decoder->sequence.strange = true;
	else if (first && byte == '[')
		decoder->state = DECODE_CONSOLE;
	else if (first && byte == 'M')
		decoder->state = DECODE_MOUSE;
	else
		end_sequence(decoder, SEQUENCE_CSI, byte);
	return true;
}

static bool take_console(struct decoder *decoder, unsigned char byte)
{
	ground(decoder);
	if (byte == 'A')
		ready(decoder, TUI_F1);
	return byte >= ' ' && byte < 0x7F;
}

static bool take_mouse(struct decoder *decoder, unsigned char byte)
{
	(void)byte; /* a button, a column, a row, all of any value */
	if (++decoder->length > 3)
		ground(decoder);
	return true;
}

static bool take_ss3(struct decoder *decoder, unsigned char byte)
{
	if (byte < ' ' || byte >= 0x7F || ++decoder->length > SEQUENCE_MOST)
		return cut_off(decoder, byte);
	if (byte < '@')
		decoder->sequence.strange = true;
	else
		end_sequence(decoder, SEQUENCE_SS3, byte);
	return true;
}

/* ST as one byte or as U+009C, but not where it is a part of a character. */
static bool is_terminator(struct decoder *decoder, unsigned char byte)
{
	bool inside = decoder->parts > 0 && (byte & 0xC0) == 0x80;
	int size = character_size(byte);
	if (!inside)
		decoder->part[0] = byte;
	decoder->parts = inside ? decoder->parts - 1 : size ? size - 1 : 0;
	return byte == ST && (!inside || decoder->part[0] == 0xC2);
}

static bool take_string(struct decoder *decoder, unsigned char byte)
{
	bool over = is_terminator(decoder, byte) || byte == '\a' || byte == 0x18 || byte == 0x1A;
	if (byte == ESC)
		decoder->state = DECODE_STRING_ESCAPE;
	else if (over || ++decoder->length > SEQUENCE_MOST)
		ground(decoder);
	return true;
}

/* ST, or another sequence: the string was cut off. */
static bool take_string_escape(struct decoder *decoder, unsigned char byte)
{
	ground(decoder);
	if (byte == '\\')
		return true;
	decoder->state = DECODE_ESCAPE;
	return false;
}

static void end_paste(struct decoder *decoder)
{
	paste_end(&decoder->paste);
	decoder->faults |=
		(decoder->paste.broken ? DECODE_BROKEN : 0) | (decoder->paste.cut ? DECODE_CUT : 0);
	ready(decoder, TUI_PASTE);
	ground(decoder);
}

static bool take_paste(struct decoder *decoder, unsigned char byte)
{
	if (paste_add(&decoder->paste, byte))
		end_paste(decoder);
	return true;
}

/* False: the state has changed, and the byte is for the new one. */
static bool (*const takes[DECODE_STATE_COUNT])(struct decoder *, unsigned char) = {
	[DECODE_GROUND] = take_ground,
	[DECODE_UTF8] = take_utf8,
	[DECODE_ESCAPE] = take_escape,
	[DECODE_ESCAPE_TWICE] = take_escape_twice,
	[DECODE_CSI] = take_csi,
	[DECODE_CONSOLE] = take_console,
	[DECODE_MOUSE] = take_mouse,
	[DECODE_SS3] = take_ss3,
	[DECODE_STRING] = take_string,
	[DECODE_STRING_ESCAPE] = take_string_escape,
	[DECODE_PASTE] = take_paste,
};

static void deliver(struct decoder *decoder, struct key *key)
{
	uint8_t bytes[6];
	int code = decoder->queue[0];
	memmove(decoder->queue, decoder->queue + 1, sizeof(decoder->queue) - sizeof(int));
	decoder->queued--;
	str_clear(&decoder->text);
	int plain = code & ~KEY_ALT;
	if (plain >= ' ' && plain < KEY_SPECIAL) {
		int n = u8_uctomb(bytes, (ucs4_t)plain, sizeof(bytes));
		str_addn(&decoder->text, (const char *)bytes, (size_t)n);
	}
	*key = (struct key){ .code = code,
		.text = code == TUI_PASTE ? decoder->paste.text.text : decoder->text.text,
		.row = code == TUI_CLICK ? decoder->mouse_row : 0 };
}

bool decode_next(struct decoder *decoder, struct key *key)
{
	while (!decoder->queued && decoder->at < decoder->in.len) {
		unsigned char byte = (unsigned char)decoder->in.text[decoder->at];
		decoder->at += takes[decoder->state](decoder, byte);
	}
	if (!decoder->queued)
		return false;
	deliver(decoder, key);
	return true;
}

int decode_patience(const struct decoder *decoder)
{
	switch (decoder->state) {
	case DECODE_GROUND:
	case DECODE_UTF8:
	case DECODE_STATE_COUNT:
		break;
	case DECODE_ESCAPE:
	case DECODE_ESCAPE_TWICE:
		return decoder->escape_ms;
	case DECODE_CSI:
	case DECODE_CONSOLE:
	case DECODE_MOUSE:
	case DECODE_SS3:
		return SEQUENCE_MS;
	case DECODE_STRING:
	case DECODE_STRING_ESCAPE:
		/* nothing in it yet: more likely Alt with a key than a reply */
		return decoder->length ? STRING_MS : SEQUENCE_MS;
	case DECODE_PASTE:
		return PASTE_MS;
	}
	return -1;
}

void decode_give_up(struct decoder *decoder)
{
	enum decode_state state = decoder->state;
	if (state == DECODE_UTF8)
		return;
	if (state == DECODE_PASTE) {
		end_paste(decoder);
		return;
	}
	if (state == DECODE_ESCAPE || state == DECODE_ESCAPE_TWICE)
		ready(decoder, TUI_ESCAPE);
	if (state == DECODE_ESCAPE_TWICE)
		ready(decoder, TUI_ESCAPE);
	if (state == DECODE_STRING && !decoder->length && decoder->opener)
		ready(decoder, KEY_ALT | decoder->opener); /* no terminal stops there */
	ground(decoder);
}

bool decode_in_bulk(const struct decoder *decoder)
{
	return decoder->state == DECODE_PASTE;
}

unsigned decode_faults(struct decoder *decoder)
{
	unsigned faults = decoder->faults;
	decoder->faults = 0;
	return faults;
}
