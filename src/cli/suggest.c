/* SPDX-License-Identifier: MIT */
/*
 * The word that was probably meant: edit distance with swaps of neighbours.
 */
#include <string.h>
#include "cli.h"

#define LONGEST 32 /* names of actions are the longest; what is longer is no near word */

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, changes and swaps from a to b; both shorter than LONGEST. */
static int distance(const char *a, const char *b)
{
	int rows[3][LONGEST + 1];
	int n = (int)strlen(b);

	for (int j = 0; j <= n; j++)
		rows[0][j] = j;
	for (int i = 1; a[i - 1]; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		row[0] = i;
		for (int j = 1; j <= n; j++) {
			row[j] = least(least(row[j - 1], above[j]) + 1,
				above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	return rows[strlen(a) % 3][n];
}

const char *cli_suggest(const char *typed, const char *(*name)(size_t i), size_t count)
{
	const char *best = NULL;
	size_t length = strlen(typed);
	int nearest = length <= 3 ? 1 : 2;

	if (length >= LONGEST)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		int d = strlen(name(i)) < LONGEST ? distance(typed, name(i)) : LONGEST;
		/* a beginning counts as near: "diag" */
		if (length >= 3 + (typed[0] == '-') * 2 && strncmp(typed, name(i), length) == 0)
			d = 0;
		if (d <= nearest && (!best || d < nearest)) {
			nearest = d;
			best = name(i);
		}
	}
	return best;
}
