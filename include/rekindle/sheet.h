/* SPDX-License-Identifier: MIT */
/*
 * Questions that a person answers without an interviewer: what is sent out, of one person of a
 * round, known by a token.
 */
#ifndef REKINDLE_SHEET_H
#define REKINDLE_SHEET_H

#include <stdbool.h>

#include <rekindle/record.h>
#include <rekindle/str.h>

struct sheet_form {
	const struct record *record; /* the round, with its instrument */
	int person;                  /* index of record->people */
	const char *token;           /* 32 hex digits */
	int closes;                  /* day by which it is to be back, DATE_NONE: none */
	int minutes;                 /* that were agreed, 0: none */
	bool pulse; /* health check instead of the interview (or what the round's kind says) */
};

/* One self-contained HTML page (html.c), the same as text (text.c). */
void sheet_html(const struct sheet_form *, struct str *out);
void sheet_text(const struct sheet_form *, struct str *out);

#endif
