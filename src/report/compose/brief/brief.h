/* SPDX-License-Identifier: MIT */
/*
 * What the blocks of the brief share.
 */
#ifndef REKINDLE_REPORT_BRIEF_H
#define REKINDLE_REPORT_BRIEF_H

#include "../compose.h"

#define NAME_CELLS 34  /* of a company's name in full */
#define LABEL_CELLS 24 /* of what it is called */

/* How much it says of what can be cut: less of it where the page would not hold all. */
struct brief_room {
	int kpis;
	int rows;       /* scores */
	int loss;       /* cells of what a company loses, and of what it brings */
	int loss_one;   /* of what it loses, where there is one line for each */
	int terms;      /* cells of the contract's terms of an exit */
	int actions;    /* that a yes sets going */
	bool customers; /* that nobody outside was asked, as in every alliance */
};

struct brief {
	struct compose *c;
	const struct brief_room *room;
	int to;    /* party addressed */
	bool open; /* it is the one that has not yet confirmed */
};

/* The other companies in party order, short enough for a sentence. */
const char *brief_others(struct brief *);
const char *brief_name(struct brief *, int party);
/* Has anybody of the party been heard, whatever came of it? */
bool brief_asked(const struct brief *, int party);
/* Was a sponsor of the party addressed heard? */
bool brief_heard(const struct brief *);

void brief_standing(struct brief *);
void brief_why(struct brief *);
void brief_losses(struct brief *);
void brief_answers(struct brief *);

#endif
