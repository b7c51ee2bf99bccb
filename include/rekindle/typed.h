/* SPDX-License-Identifier: MIT */
/*
 * What a typed line means as an answer to a question, in line mode and for `rekindle answer` alike.
 * Pure but for today, which a date may be counted from.
 */
#ifndef REKINDLE_TYPED_H
#define REKINDLE_TYPED_H

#include <rekindle/record.h>

enum parsed { PARSED_KEEP, PARSED_ANSWER, PARSED_TEXT, PARSED_WRONG };
struct parsed_answer {
	enum parsed kind;
	enum answer_state state;
	struct value value;
	const char *reason; /* of not applicable, or NULL */
	const char *hint;   /* what was wrong and what to type; or a warning; or NULL */
};
/* Texts in pool. PARSED_KEEP: the line is blank; PARSED_TEXT: of an open question, the line is the
 * text. */
void parse_answer(const struct item *, const char *line, struct pool *, struct parsed_answer *);

#endif
