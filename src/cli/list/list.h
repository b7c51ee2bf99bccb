/* SPDX-License-Identifier: MIT */
/*
 * What list shows, in which order.
 */
#ifndef REKINDLE_CLI_LIST_H
#define REKINDLE_CLI_LIST_H

#include "../commands/commands.h"

struct listing {
	struct store_list list;
	size_t *row; /* places in list.rounds of those that are shown, in their order */
	size_t count;
	size_t binned; /* alliances in the bin, where there is no other */
	struct pool pool;
};

/* list_select.c: rows that have an assessment and the words of --filter, in the order of --sort.
 * ERR_USAGE: there is no such order. */
enum err list_select(const struct cli *, struct listing *, struct errmsg *why);

/* list_text.c: as a table; with --ids the ids alone. */
enum err list_text(const struct cli *, const struct listing *, struct errmsg *why);
/* Columns that a table may have: 0, as many as it takes. */
int list_room(const struct cli *);

/* list_deleted.c: what lies in the bin. */
enum err list_deleted(const struct cli *, struct errmsg *why);

#endif
