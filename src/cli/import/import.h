/* SPDX-License-Identifier: MIT */
/*
 * What import shares between documents and tables of survey tools.
 */
#ifndef REKINDLE_IMPORT_H
#define REKINDLE_IMPORT_H

#include <rekindle/exchange.h>
#include "../cli.h"

/* What a file is called in a message; - is standard input. */
const char *import_source(const char *path);
/* All of a file, or of standard input. */
enum err import_read(
	const struct cli *cli, const char *path, size_t most, struct str *text, struct errmsg *why);
/* Bits of import_how, by the options. */
unsigned import_how(const struct cli *cli);

/* After it: what list shows is there then, unless it was a dry run. */
void import_summaries(const struct cli *, struct store *);

/* import_tell.c: a file that was imported. */
struct imported {
	const char *path;
	const struct exchange *document;
	const struct exchange_report *report;
};
/* Lines on each of them, and an entry of the array. *sealed: a file of which nothing could be
 * taken, or untouched. */
void import_tell(const struct cli *, struct store *, const struct imported *, size_t count,
	struct str *out, struct json_t *array, const char **sealed);

/* import_csv.c: import --csv */
enum err import_csv(struct cli *cli, struct errmsg *why);

#endif
