/* SPDX-License-Identifier: MIT */
/*
 * Which words of the interviews a joint edition may print (rekindle-method(7), section 9.3). Pure.
 *
 * Open answers and words noted as a quote, of respondents who allow it. What holds a name of the
 * record's people or companies, or a rating, waits until somebody has read and confirmed it
 * (answer.quotable).
 */
#ifndef REKINDLE_QUOTE_H
#define REKINDLE_QUOTE_H

#include <rekindle/record.h>

enum quote_bar {
	QUOTE_FREE,
	QUOTE_NAMES,   /* a name of one of the record's people */
	QUOTE_COMPANY, /* a name of one of its companies */
	QUOTE_RATES,   /* a rating */
	QUOTE_KEPT,    /* by whoever runs the review */
	QUOTE_BARS
};
extern const struct vocabulary vocabulary_quote_bar;

struct quote {
	int answer;       /* index */
	const char *text; /* of the answer, as it is quoted */
	enum quote_bar bar;
};

/* What bars that text of the answer; it is one that its respondent lets be quoted. */
enum quote_bar quote_bar(const struct record *, const struct answer *, const char *text);

/* All of a settled record whose respondents allow it, by item, then by text: their order tells
 * nothing of whose they are. In pool. */
struct quote *quotes_of(struct pool *, const struct record *, size_t *count);

/* Words of somebody as they are quoted: without the time marks that were set while they were said,
 * "[14:53] ". In pool or borrowed; NULL for NULL. */
const char *quote_words(struct pool *, const char *text);

/* Either of its texts is another one: what was confirmed were other words. */
void quote_reworded(struct answer *);

#endif
