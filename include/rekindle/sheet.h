/* SPDX-License-Identifier: MIT */
/*
 * Questions that a person answers without an interviewer: what is sent out, of one person of a
 * round, known by a token; and what comes back, as an answer file, a text or a mail
 * (rekindle-sheet(5)). A token identifies person and round, and proves nothing.
 */
#ifndef REKINDLE_SHEET_H
#define REKINDLE_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <rekindle/exchange.h>
#include <rekindle/record.h>
#include <rekindle/sheets.h>
#include <rekindle/str.h>

struct sheet_form {
	const struct record *record; /* the round, with its instrument */
	int person;                  /* index of record->people */
	const char *token;           /* 32 hex digits */
	int closes;                  /* day by which it is to be back, DATE_NONE: none */
	int minutes;                 /* that were agreed, 0: none */
	bool pulse; /* health check instead of the interview (or what the round's kind says) */
};

/* One self-contained HTML page (html.c), the same as text, and as HTML for paper (text.c). */
void sheet_html(const struct sheet_form *, struct str *out);
void sheet_text(const struct sheet_form *, struct str *out);
void sheet_page(const struct sheet_form *, struct str *out);

/* A token as 32 hex digits. */
#define SHEET_TOKEN 33
const char *sheet_token(const struct uuid *, char buffer[SHEET_TOKEN]);
/* The same in groups of four, with dashes between. */
#define SHEET_TOKEN_GROUPED 40
const char *sheet_token_grouped(const struct uuid *, char buffer[SHEET_TOKEN_GROUPED]);
/* Blanks and dashes between the digits are passed over; false: it is no token. */
bool sheet_token_read(const char *text, struct uuid *);

/* Bytes of one file that are read. */
#define SHEET_BYTES_MAX ((size_t)64 << 20)

/* What came back by one token in one message, or file. */
struct sheet_block;
struct sheet_reply {
	struct uuid token;
	const char *name; /* of the file, and the part of a mail, where the token stands */
	int line;         /* of it */
	const struct sheet_block **blocks;
	size_t block_count;
	bool empty;    /* as it was sent: nothing is filled in */
	int64_t filed; /* when a sheet that says no time counts as finished, UTC milliseconds; 0:
			  never, of whoever read the file to say */
	/* sheet_document() says: */
	int64_t finished; /* when it was, UTC milliseconds, 0: not known */
	const char *note; /* how what is stored stands against it, in the pool of the document's
			     round; NULL: nothing to say */
};
struct sheet_replies {
	struct pool pool;
	struct sheet_reply *list;
	size_t count;
};
/*
 * All sheets of an answer file, a text, a mail or a file of mails (mbox); name stands for the file
 * in messages. None is no error. ERR_INVALID, with file and line: one is cut off or damaged.
 * Release in any case.
 */
enum err sheet_unpack(
	const char *text, size_t n, const char *name, struct sheet_replies *, struct errmsg *why);
void sheet_replies_release(struct sheet_replies *);

/*
 * What one of them says, as a document that exchange_import() merges: the person's one respondent,
 * answers, and the sheet, read back on `today`. round: the stored record in which the token is. Of
 * somebody whom it knows consent, attribution and answers are taken together or not at all.
 * ERR_INVALID, with file and line: the token is revoked, or something in it is not as it was asked;
 * ERR_LOCKED: the round is sealed. Release out when it succeeds.
 */
enum err sheet_document(struct sheet_reply *, const struct record *round, int today,
	struct exchange *out, struct errmsg *why);

#endif
