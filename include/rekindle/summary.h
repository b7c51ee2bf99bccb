/* SPDX-License-Identifier: MIT */
/*
 * The summary of a round: what the portfolio and list show of its diagnosis, remembered until
 * something of its alliance changes.
 */
#ifndef REKINDLE_SUMMARY_H
#define REKINDLE_SUMMARY_H

#include <rekindle/store.h>

/* It was made before the last change; also: it never was. */
bool summary_is_stale(const struct store_round *);
/* Diagnose the round: its summary is that of its last change then. keep: it is stored, best effort;
 * in the transaction that is open, or one of its own. ERR_INVALID, and the like: it cannot be
 * loaded; it is not called stale any more all the same. */
enum err summary_make(struct store *, struct store_round *, bool keep, struct errmsg *why);
/* All of a list that are stale, many in a transaction; where they cannot be kept, because the file
 * is read-only or another program writes, they are in the list alone. The first that cannot be
 * loaded ends it. */
enum err summaries_make(struct store *, struct store_list *, struct errmsg *why);
/* The same of all that there is, after an import: list and the portfolio find them then. */
enum err summaries_make_all(struct store *, struct errmsg *why);

#endif
