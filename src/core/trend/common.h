/* SPDX-License-Identifier: MIT */
/*
 * The items over which two rounds are compared.
 */
#ifndef REKINDLE_CORE_TREND_COMMON_H
#define REKINDLE_CORE_TREND_COMMON_H

#include <rekindle/record.h>

/* By role, then by item of the bank of that round: are its ratings compared? In pool. */
struct common {
	bool *before, *after;
	size_t items; /* that somebody's role was asked in both */
};

void common_find(
	struct common *, struct pool *, const struct record *before, const struct record *after);

#endif
