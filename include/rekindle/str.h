/* SPDX-License-Identifier: MIT */
/*
 * A text that grows. Invariant: text is never NULL and text[len] is '\0', also when empty.
 */
#ifndef REKINDLE_STR_H
#define REKINDLE_STR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	char *text;
	size_t len;  /* bytes without the final '\0' */
	size_t room; /* 0 while text is the shared empty text */
};

void str_init(struct str *);
void str_release(struct str *);               /* empty and usable afterwards */
void str_clear(struct str *);                 /* keeps the memory */
void str_add(struct str *, const char *text); /* NULL adds nothing */
void str_addn(struct str *, const char *bytes, size_t n);
void str_addc(struct str *, char c);
void str_add_whole(struct str *, int64_t);     /* as "%" PRId64, in a fraction of the time */
void str_pad(struct str *, char c, int count); /* count <= 0 adds nothing */
void str_addf(struct str *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_addv(struct str *, const char *fmt, va_list);
void str_insert(struct str *, size_t at, const char *bytes, size_t n);
void str_delete(struct str *, size_t at, size_t n);
void str_set(struct str *, const char *text); /* replaces the content */

/* The text is yours to free; the str is empty afterwards. */
char *str_detach(struct str *);

/* Case-sensitive helpers that the library lacks. */
int str_same(const char *a, const char *b); /* 1 when equal; NULL equals NULL */
/* Digits alone, with the signs that numbers and days are written with, "2026", "27.11.2026": no
 * name of a company or person. */
int str_is_figure(const char *);
int str_blank(const char *); /* 1 for NULL, "" and white space (Unicode's) only */
/* 1 when word stands in text as a word of its own, letters in either case. */
int str_has_word(const char *text, const char *word);
/* The same as it is written: "HP" stands in "at HP", and "IT" not in "it was an ITEM". */
int str_has_word_as_written(const char *text, const char *word);

#endif
