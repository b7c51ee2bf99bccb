/* SPDX-License-Identifier: MIT */
/*
 * The header of a mail, and of each of its parts. Lines end in LF.
 */
#ifndef REKINDLE_EXCHANGE_SHEET_HEADER_H
#define REKINDLE_EXCHANGE_SHEET_HEADER_H

#include "internal.h"

/* Bytes of the first line, its end included. */
size_t header_line(const char *text, size_t n);
/* Bytes of the header that text begins with, without the empty line behind it. */
size_t header_bytes(const char *text, size_t n);
/* What a field says, on one line; NULL: it is not there. */
const char *header_get(struct pool *, const char *head, size_t n, const char *name);
/* A parameter of such a value, "charset"; NULL. */
const char *header_parameter(struct pool *, const char *value, const char *name);
/* Does the value begin with this word ("text/plain"), or class ("text/")? NULL does not. */
bool header_is(const char *value, const char *word);

#endif
