/* SPDX-License-Identifier: MIT */
/*
 * Which keys, how often.
 */
#include "soak.h"

#include <stdio.h>

void dice_begin(struct dice *dice, unsigned seed)
{
	dice->state = seed * 0x9E3779B97F4A7C15ull + 1;
}

unsigned dice_roll(struct dice *dice, unsigned sides)
{
	dice->state = dice->state * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned)(dice->state >> 33) % sides;
}

struct weighted {
	int weight;
	const char *key;
};

static const struct weighted moving[] = { { 14, "{ENTER}" }, { 8, "{DOWN}" }, { 4, "{UP}" },
	{ 4, "{RIGHT}" }, { 3, "{LEFT}" }, { 6, "{TAB}" }, { 3, "{BTAB}" }, { 3, "{PGDN}" },
	{ 2, "{PGUP}" }, { 2, "{HOME}" }, { 2, "{END}" }, { 1, "{DEL}" }, { 1, "{INS}" },
	{ 2, "{BS}" }, { 1, "{F1}" }, { 1, "{F5}" }, { 1, "{C-l}" }, { 1, "{C-s}" }, { 0, NULL } };

/* One of the letters of each row. */
static const struct weighted commands[] = { { 10, "12345" }, { 6, " " }, { 6, "DPARTOIHNWCGEMSF" },
	{ 4, "dxrkncbefhvgywimlsaotjz" }, { 3, "aen" }, { 2, "<>[]!\"|+-=0" }, { 2, "uU" },
	{ 2, "yYKJX" }, { 1, ":/?" }, { 2, "q" }, { 0, NULL } };

static const struct weighted editing[] = { { 8, "{ESC}" }, { 2, "{C-u}" }, { 2, "{C-w}" },
	{ 1, "{C-y}" }, { 1, "{C-a}" }, { 1, "{C-e}" }, { 1, "{C-k}" }, { 1, "{C-t}" },
	{ 1, "{C-r}" }, { 1, "{C-x}{C-e}" }, { 1, "{M-b}" }, { 1, "{M-d}" }, { 0, NULL } };

static const struct weighted words[] = { { 6, "a" }, { 4, "the plan of both " }, { 4, "Nord" },
	{ 4, "7" }, { 3, "2026-11-30" }, { 2, "+3w" }, { 2, "friday" }, { 2, "27.11.2026" },
	{ 2, "40" }, { 2, "yes" }, { 2, "late 2" }, { 2, "-" }, { 2, "?" }, { 1, "," }, { 1, " " },
	{ 1, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E" },
	{ 1,
		"\xF0\x9F\x91\xA9\xE2\x80\x8D"
		"\xF0\x9F\x94\xAC" },
	{ 1, "e\xCC\x81\xCC\xA3" }, { 1, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D" },
	{ 1,
		"\xE2\x80\xAE"
		"abc" },
	{ 1, "wordwithoutanyspacethatislongerthanthefieldinwhichitiswrittenandgoesonandon" },
	{ 1, "\033[200~two lines\nand \033[31m a \x07 colour\ttab\033[201~" },
	{ 1, "\033[<0;10;5M" }, { 0, NULL } };

static const char *of(struct dice *dice, const struct weighted *table)
{
	int all = 0;
	for (const struct weighted *row = table; row->key; row++)
		all += row->weight;
	int left = (int)dice_roll(dice, (unsigned)all);
	while ((left -= table->weight) >= 0)
		table++;
	return table->key;
}

static const char *letter_of(struct dice *dice)
{
	static char key[2];
	const char *letters = of(dice, commands);
	unsigned count = 0;
	while (letters[count])
		count++;
	key[0] = letters[dice_roll(dice, count)];
	return key;
}

const char *keys_next(struct dice *dice, bool writing)
{
	unsigned which = dice_roll(dice, 10);
	if (!writing)
		return which < 5 ? of(dice, moving) : which < 9 ? letter_of(dice) : "{ESC}";
	return which < 4 ? of(dice, moving) : which < 7 ? of(dice, words) : of(dice, editing);
}
