/* SPDX-License-Identifier: MIT */
/*
 * What the files of this folder share: the parts of a mail, their lines, what stands in them.
 */
#ifndef REKINDLE_EXCHANGE_SHEET_INTERNAL_H
#define REKINDLE_EXCHANGE_SHEET_INTERNAL_H

#include <stdint.h>
#include <rekindle/sheet.h>

/* decode.c: bytes as they were sent. */

/* Which line of the file each line of a decoded text begins on; none: they are counted from 1. */
struct origin {
	int *line;
	size_t count;
};
void decode_base64(const char *text, size_t n, struct str *out);
/* first: line of the file that text begins on. */
void decode_quoted(
	const char *text, size_t n, int first, struct pool *, struct str *out, struct origin *);
/* charset.c: whatever the bytes are, as UTF-8, without a byte order mark; what cannot be read
 * becomes U+FFFD. charset: as a mail names it, NULL where nobody does. */
void decode_charset(const char *bytes, size_t n, const char *charset, struct str *out);
/* unmarked.c: an HTML text without its tags, a line for each that it shows. */
void decode_html(const char *html, struct str *out);

/* mail.c: a text that may hold a sheet. */
struct sheet_part {
	const char *name; /* for messages */
	const char *text; /* UTF-8, lines end in LF */
	size_t n;
	struct origin origin; /* of its lines */
	int first;            /* line of the file on which it begins, where origin has none */
	bool html;            /* of a mail that may say the same as text */
	bool glues;           /* a blank at the end of a line is no part of the text */
};
struct sheet_letter { /* one message, or a file that is none */
	struct sheet_part *parts;
	size_t part_count;
	int64_t sent; /* UTC milliseconds, 0: not known */
};
struct sheet_letters {
	struct sheet_letter *list;
	size_t count;
};
void mail_open(const char *bytes, size_t n, const char *name, struct pool *,
	struct sheet_letters *letters);

/* moment.c: UTC milliseconds of "2026-11-28T10:00:00Z", of the Date of a mail; 0: it is none. */
int64_t moment_iso(const char *text);
int64_t moment_mail(const char *text);

/* line.c: one line as it may have been quoted and wrapped. */

enum line_kind {
	LINE_TEXT,
	LINE_BEGIN,
	LINE_SHEET,
	LINE_QUESTIONS,
	LINE_CONSENT,
	LINE_ATTRIBUTION,
	LINE_FINISHED,
	LINE_QUESTION,
	LINE_ANSWER,
	LINE_COMMENT,
	LINE_END,
};
struct sheet_line {
	enum line_kind kind;
	int number;       /* of the question */
	const char *item; /* in brackets, NULL: none */
	char check[5];    /* "" none */
	const char *rest; /* behind the colon, in pool */
	int depth;        /* quote marks before it */
	bool unfinished;  /* it goes on in the next line */
	bool marked;      /* a list or bold print had its marks in it */
	bool damaged;     /* LINE_TEXT that somebody meant as an answer */
};
/* text: without its end. Blanks are squeezed; marks of lists and of bold print go. */
void sheet_line_read(struct pool *, const char *text, struct sheet_line *);
/* The text behind at most so many quote marks, blanks squeezed, in pool. */
const char *sheet_line_unquote(struct pool *, const char *text, int depth);

/* check.c: of a value as rekindle-sheet(5) has it, 4 hex digits. */
void sheet_check(const char *value, char text[5]);

/* grammar.c */

/* An answer, or the comment on one. */
struct sheet_entry {
	bool comment;
	int number;
	const char *item;  /* id, NULL: not said */
	const char *value; /* "" nothing was said */
	int line;
};
struct sheet_block {
	const char *name;  /* of its part */
	struct uuid token; /* none: it says none */
	const char *bank;  /* "core 2", NULL */
	const char *finished;
	int consent;         /* enum tri */
	int attribution;     /* -1: not said */
	int line, bank_line; /* of the token and of the bank; of an answer file 0 */
	int64_t sent;        /* when the mail was, 0 */
	struct sheet_entry *entries;
	size_t entry_count;
	const char *json; /* an answer file, which has no entries; NULL */
	size_t json_size;
};
/* The sheets of a text. */
enum err grammar_read(const struct sheet_part *, struct pool *, struct sheet_block ***blocks,
	size_t *count, struct errmsg *why);
/* Consent, or an answer? */
bool sheet_says_anything(const struct sheet_block *);
/* answers.c: an answer file; NULL and no error where the text is none. */
enum err answers_open(
	const struct sheet_part *, struct pool *, struct sheet_block **block, struct errmsg *why);

/* value.c: what a text says as the answer to an item, STATE_BLANK for nothing; false: it is none,
 * *wrong says why. */
bool value_said(struct pool *, const struct item *, const char *text, struct answer *answer,
	const char **wrong);

/* taking.c: a reply on its way into a record. */
struct sheet_taking {
	const struct record *round;
	struct record *record; /* of the document; its one respondent comes first */
	const struct sheet_block *block;
	struct errmsg *why;
	int consent;      /* enum tri */
	int attribution;  /* -1: not said */
	int64_t finished; /* 0: not said */
	int *line;        /* by item: on which its answer stands, 0: there is none */
	int *comment_line;
};
/* An answer, or with `comment` the comment in it, on that line of the block. Refused: another one
 * was given before. */
enum err taking_add(struct sheet_taking *, int line, int item, const struct answer *, bool comment);
/* The item of that id that is asked in interviews; -1: there is none. */
int taking_item(const struct record *, const char *id);
/* standing.c: what of it is taken, of somebody of whom that is stored; false: nothing, and no sheet
 * is read back. The note of the reply says where the two differ. */
bool standing_settle(const struct sheet_taking *, struct respondent *,
	const struct respondent *stored, struct sheet_reply *);
/* answers.c: what an answer file says. */
enum err answers_take(struct sheet_taking *);

#endif
