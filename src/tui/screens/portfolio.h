/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: one row an alliance, its newest round.
 */
#ifndef TUI_PORTFOLIO_H
#define TUI_PORTFOLIO_H

#include "../app.h"
#include "../widgets/list.h"

enum portfolio_sort { SORT_NEXT, SORT_NAME, SORT_HEALTH, SORT_COUNT };

struct portfolio {
	struct store_list list;
	struct store_round **rows;        /* of list, in the order shown */
	int count;
	enum portfolio_sort sort;
	struct list focus;                /* row; when there is none: what to begin with */
	int today;
	int detail_row, detail_col;       /* where the lines about the focus stand, 0 nowhere */
	char file[512];                   /* where the data is */
	struct store *own;                /* the user's, while the example is open */
	int64_t deleting;                 /* alliance asked about */
};

/* portfolio_draw.c */
void portfolio_layout(struct screen *, int rows, int cols);
void portfolio_draw(const struct screen *, const struct canvas *);

#endif
