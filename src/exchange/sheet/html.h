/* SPDX-License-Identifier: MIT */
/*
 * Shared by the files that make the form: what its page knows, as JSON.
 */
#ifndef REKINDLE_SHEET_HTML_H
#define REKINDLE_SHEET_HTML_H

#include <jansson.h>
#include <rekindle/pool.h>
#include <rekindle/sheet.h>

/* What the scripts of the page read (data/form): whose it is, terms, sentences, questions. Yours.
 * Texts have nothing in them that steers or hides; the pool is for the while. */
json_t *html_data(const struct sheet_form *, struct pool *);
/* The sentences that the page says, as patterns with their holes, by the names that it has for
 * them. */
json_t *html_words(void);

/* Is it the health check? */
bool html_pulse(const struct sheet_form *);
/* "Questions about Phoenix and GenTech", "For Ana Ruiz, sponsor, Phoenix". In pool. */
const char *html_title(const struct sheet_form *, struct pool *);
const char *html_who(const struct sheet_form *, struct pool *);
/* Add a text as the content of an element, or of an attribute in quotation marks. */
void html_escape(struct pool *, struct str *out, const char *text);
/* What stands before the lines of a page for paper. */
void html_head(const struct sheet_form *, struct str *out);
/* The text as it may be shown: nothing that steers or hides. In pool. */
const char *html_plain(struct pool *, const char *text);

#endif
