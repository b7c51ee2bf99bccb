/* SPDX-License-Identifier: MIT */
/*
 * The keys that send a control sequence.
 */
#include "sequence.h"

#include <stddef.h>

#define NUMBER_MOST 9999
enum { ALT = 2, CTRL = 4 }; /* held: of the second parameter, less one; Shift is 1 */

static const struct {
	enum sequence_kind kind;
	unsigned char final;
	int number, code; /* number: the first parameter of one that ends in ~ */
	bool plain;       /* with Shift, Alt or Ctrl it is another key */
	int word;         /* what Alt and Ctrl make of it */
} known[] = {
	{ SEQUENCE_CSI, 'A', 0, TUI_UP, false, 0 },
	{ SEQUENCE_CSI, 'B', 0, TUI_DOWN, false, 0 },
	{ SEQUENCE_CSI, 'C', 0, TUI_RIGHT, false, TUI_WORD_RIGHT },
	{ SEQUENCE_CSI, 'D', 0, TUI_LEFT, false, TUI_WORD_LEFT },
	{ SEQUENCE_CSI, 'H', 0, TUI_HOME, false, 0 },
	{ SEQUENCE_CSI, 'F', 0, TUI_END, false, 0 },
	{ SEQUENCE_CSI, 'Z', 0, TUI_BACK_TAB, false, 0 },
	{ SEQUENCE_CSI, 'P', 0, TUI_F1, true, 0 },
	{ SEQUENCE_CSI, '~', 1, TUI_HOME, false, 0 },
	{ SEQUENCE_CSI, '~', 3, TUI_DELETE, false, TUI_DELETE_WORD },
	{ SEQUENCE_CSI, '~', 4, TUI_END, false, 0 },
	{ SEQUENCE_CSI, '~', 5, TUI_PAGE_UP, false, 0 },
	{ SEQUENCE_CSI, '~', 6, TUI_PAGE_DOWN, false, 0 },
	{ SEQUENCE_CSI, '~', 7, TUI_HOME, false, 0 },
	{ SEQUENCE_CSI, '~', 8, TUI_END, false, 0 },
	{ SEQUENCE_CSI, '~', 11, TUI_F1, true, 0 },
	{ SEQUENCE_CSI, '~', 200, TUI_PASTE, false, 0 },
	{ SEQUENCE_SS3, 'A', 0, TUI_UP, false, 0 },
	{ SEQUENCE_SS3, 'B', 0, TUI_DOWN, false, 0 },
	{ SEQUENCE_SS3, 'C', 0, TUI_RIGHT, false, TUI_WORD_RIGHT },
	{ SEQUENCE_SS3, 'D', 0, TUI_LEFT, false, TUI_WORD_LEFT },
	{ SEQUENCE_SS3, 'c', 0, TUI_WORD_RIGHT, true, 0 }, /* rxvt: Ctrl with an arrow */
	{ SEQUENCE_SS3, 'd', 0, TUI_WORD_LEFT, true, 0 },
	{ SEQUENCE_SS3, 'H', 0, TUI_HOME, false, 0 },
	{ SEQUENCE_SS3, 'F', 0, TUI_END, false, 0 },
	{ SEQUENCE_SS3, 'P', 0, TUI_F1, true, 0 },
	{ SEQUENCE_SS3, 'M', 0, TUI_ENTER, true, 0 },
};

void sequence_parameter(struct sequence *sequence, unsigned char byte)
{
	if (!sequence->numbers)
		sequence->numbers = 1;
	int *number = &sequence->number[sequence->numbers - 1];
	if (byte >= '0' && byte <= '9')
		*number = *number > NUMBER_MOST ? *number : *number * 10 + byte - '0';
	else if (byte == ';' && sequence->numbers < SEQUENCE_NUMBERS)
		sequence->numbers++;
	else if (byte == '<' && !sequence->mouse && sequence->numbers == 1)
		sequence->mouse = true;
	else
		sequence->strange = true; /* another private marker, a colon, a fourth number */
}

static int modifiers(const struct sequence *sequence)
{
	int held = sequence->number[1] > 1 ? sequence->number[1] - 1 : 0;
	return sequence->alt ? held | ALT : held;
}

int sequence_code(const struct sequence *sequence, enum sequence_kind kind, unsigned char final)
{
	int number = sequence->number[0], held = modifiers(sequence);
	if (sequence->strange || sequence->mouse || sequence->numbers == SEQUENCE_NUMBERS)
		return KEY_NONE;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (known[i].kind != kind || known[i].final != final)
			continue;
		/* a letter counts its key once: CSI A and CSI 1 ; 5 A */
		if (final == '~' ? number != known[i].number : number > 1)
			continue;
		if (!held || !known[i].plain)
			return held & (ALT | CTRL) && known[i].word ? known[i].word : known[i].code;
	}
	return KEY_NONE;
}

int sequence_mouse(const struct sequence *sequence, unsigned char final)
{
	static const struct {
		int button, code;
	} buttons[] = { { 0, TUI_CLICK }, { 64, TUI_WHEEL_UP }, { 65, TUI_WHEEL_DOWN } };
	static const int held = 4 | 8 | 16; /* Shift, Alt, Ctrl */
	int button = sequence->number[0] & ~held;
	if (!sequence->mouse || sequence->strange || final != 'M' ||
		sequence->numbers != SEQUENCE_NUMBERS || sequence->number[2] < 1)
		return KEY_NONE;
	for (size_t i = 0; i < sizeof(buttons) / sizeof(*buttons); i++)
		if (buttons[i].button == button)
			return buttons[i].code;
	return KEY_NONE;
}
