/* SPDX-License-Identifier: MIT */
/*
 * A screen that is a card: a form that makes something, below a text that says what. Its state
 * begins with a struct card; the text scrolls where there is no room for both.
 */
#ifndef TUI_CARD_H
#define TUI_CARD_H

#include "form_screen.h"

struct card {
	struct form form; /* first: the card is a form screen */
	struct page page; /* the text */
	const char *left; /* said when it was left, and nothing made */
};

int card_width(int cols); /* of the text */
/* In layout(), after the text was added anew. */
void card_layout(struct card *, int rows, int cols);
const enum act *card_offers(const struct screen *);
enum nav card_act(struct screen *, enum act, const struct key *);
const char *card_label(const struct screen *, enum act);
void card_draw(const struct screen *, const struct canvas *);
void card_leave(struct screen *);

#endif
