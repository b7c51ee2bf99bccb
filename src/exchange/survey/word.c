/* SPDX-License-Identifier: MIT */
/*
 * Words of a survey tool: how they are compared, what they mean.
 */
#include "internal.h"

#include <string.h>
#include <rekindle/utf8.h>

static bool is_blank_byte(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Bytes of a no-break space that text begins with or, seen from its end, ends with. */
static size_t hard_blank(const char *text, size_t n)
{
	return n >= 2 && !memcmp(text, "\u00A0", 2) ? 2 : 0;
}

/* Without blanks around it; *n its bytes. */
static const char *trimmed(const char *text, size_t *n)
{
	size_t step;
	*n = strlen(text);
	while (*n && (step = is_blank_byte(*text) ? 1 : hard_blank(text, *n)) > 0)
		text += step, *n -= step;
	while (*n &&
		(step = is_blank_byte(text[*n - 1]) ? 1
				: *n >= 2           ? hard_blank(text + *n - 2, 2)
						    : 0) > 0)
		*n -= step;
	return text;
}

const char *survey_fold(struct pool *pool, const char *text)
{
	struct str folded;
	size_t n;
	str_init(&folded);
	const char *start = trimmed(text, &n);
	char *cut = pool_strndup(pool, start, n);
	utf8_fold(&folded, cut);
	const char *result = pool_strndup(pool, folded.text, folded.len);
	str_release(&folded);
	return result;
}

/* Spreadsheets are kept from running a text by an apostrophe in front of it. */
static bool is_guarded(const char *text, size_t n)
{
	return n > 1 && *text == '\'' && strchr("=+-@", text[1]);
}

const char *survey_cell(struct pool *pool, const char *cell)
{
	size_t n;
	const char *text = cell ? trimmed(cell, &n) : NULL;
	if (!text || !n)
		return NULL;
	if (is_guarded(text, n))
		text++, n--;
	text = utf8_settle(pool, pool_strndup(pool, text, n));
	return str_blank(text) ? NULL : text;
}

/* As they are spelled first: that takes no memory. */
static const struct survey_word *find(const struct survey_words *words, const char *cell)
{
	struct pool pool = { 0 };
	const struct survey_word *found = NULL;
	for (size_t i = 0; i < words->count && !found; i++)
		if (!strcmp(words->list[i].spelled, cell))
			found = &words->list[i];
	const char *folded = found || !words->count ? NULL : survey_fold(&pool, cell);
	for (size_t i = 0; folded && i < words->count && !found; i++)
		if (!strcmp(words->list[i].word, folded))
			found = &words->list[i];
	pool_release(&pool);
	return found;
}

bool words_have(const struct survey_words *words, const char *cell)
{
	return find(words, cell ? cell : "");
}

const char *words_find(const struct survey_words *words, const char *cell)
{
	const struct survey_word *word = find(words, cell);
	return word ? word->means : NULL;
}

/* Does the text begin with the word, as it is spelled, and end or go on with a separator? */
static bool begins(const char *text, const char *word, const char *separator)
{
	size_t n = strlen(word);
	return n && !strncmp(text, word, n) &&
		(!text[n] || !strncmp(text + n, separator, strlen(separator)));
}

const struct survey_word *words_begin(
	const struct survey_words *words, const char *text, const char *separator, size_t *n)
{
	const struct survey_word *longest = NULL;
	*n = 0;
	for (size_t i = 0; i < words->count; i++) {
		size_t length = strlen(words->list[i].spelled);
		if (length > *n && begins(text, words->list[i].spelled, separator)) {
			longest = &words->list[i];
			*n = length;
		}
	}
	return longest;
}
