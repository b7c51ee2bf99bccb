/* SPDX-License-Identifier: MIT */
/*
 * The text files that the program carries: schema steps, the worked example, the style of
 * the HTML report, the method as plain text.
 */
#ifndef REKINDLE_EMBEDDED_H
#define REKINDLE_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *path; /* in the source tree, "data/schema/m001_start.sql", or of a text made
			     from one there, "man/rekindle-method.txt"; NULL ends the table */
	const char *text; /* '\0' after the last byte */
	size_t size;
};

/* In the order of the Makefile: by path within each kind. */
extern const struct embedded embedded_files[];

/* The first file whose path starts with prefix, or NULL. */
const struct embedded *embedded_find(const char *prefix);

#endif
