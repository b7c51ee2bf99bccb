/* SPDX-License-Identifier: MIT */
/*
 * Words in a text, in NFC and without case.
 */
#ifndef SITTING_SEARCH_TEXT_H
#define SITTING_SEARCH_TEXT_H

#include <rekindle/texts.h>
#include <rekindle/str.h>

struct search_words {
	const char **word; /* folded */
	size_t count;
	const char *phrase; /* all of them with blanks between */
	struct str folded;  /* scratch: the text */
};
/* Blank words are none. */
void search_words_init(
	struct search_words *, struct pool *, const char *const *words, size_t count);
void search_words_release(struct search_words *);
/* How well the text has all of them; 0: it lacks one. */
int search_rank(struct search_words *, const char *text);
/* Byte of text at which the first word that is found begins. */
size_t search_at(struct search_words *, const char *text);

#endif
