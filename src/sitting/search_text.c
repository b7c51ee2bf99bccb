/* SPDX-License-Identifier: MIT */
/*
 * How well a text has some words: whole words rank before beginnings, those before what stands
 * within a word; a text that is nothing else before all.
 */
#include <string.h>
#include <rekindle/search.h>
#include <rekindle/utf8.h>

enum { RANK_WITHIN = 1, RANK_BEGINS = 2, RANK_WORD = 3, RANK_PHRASE = 2, RANK_ALL = 4 };

void search_words_init(
	struct search_words *own, struct pool *pool, const char *const *words, size_t count)
{
	struct texts folded = { 0 };

	str_init(&own->folded);
	for (size_t i = 0; i < count; i++) {
		str_clear(&own->folded);
		if (!str_blank(words[i]))
			utf8_fold(&own->folded, words[i]);
		if (own->folded.len)
			texts_add(pool, &folded, pool_strdup(pool, own->folded.text));
	}
	own->word = folded.text;
	own->count = folded.count;
	own->phrase = texts_join(pool, &folded, " ", " ");
}

void search_words_release(struct search_words *own)
{
	str_release(&own->folded);
}

/* Every sign outside ASCII counts as one of a word. */
static bool is_of_word(char c)
{
	return strchr(" \t\n.,;:!?\"'()[]{}<>/|-", c) == NULL;
}

static int rank_at(const char *text, const char *at, size_t n)
{
	bool begins = at == text || !is_of_word(at[-1]);
	bool ends = !is_of_word(at[n]) || at[n] == '\0';

	return begins && ends ? RANK_WORD : begins ? RANK_BEGINS : RANK_WITHIN;
}

/* Of the best of its places; 0: it is not there. */
static int rank_word(const char *text, const char *word)
{
	int best = 0;

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++) {
		int rank = rank_at(text, at, strlen(word));
		if (rank > best)
			best = rank;
	}
	return best;
}

static const char *fold(struct search_words *own, const char *text)
{
	str_clear(&own->folded);
	utf8_fold(&own->folded, text);
	return own->folded.text;
}

int search_rank(struct search_words *own, const char *text)
{
	int sum = 0;

	if (str_blank(text))
		return 0;
	const char *folded = fold(own, text);
	for (size_t i = 0; i < own->count; i++) {
		int rank = rank_word(folded, own->word[i]);
		if (!rank)
			return 0;
		sum += rank;
	}
	if (own->count > 1 && strstr(folded, own->phrase))
		sum += RANK_PHRASE;
	return sum + (strcmp(folded, own->phrase) == 0 ? RANK_ALL : 0);
}

/* Letters keep their order when they are folded: as far from the beginning in signs. */
size_t search_at(struct search_words *own, const char *text)
{
	const char *folded = fold(own, text);
	const char *found = own->count ? strstr(folded, own->word[0]) : NULL;
	size_t signs = 0, at = 0;

	for (const char *p = folded; found && p < found; p++)
		signs += ((unsigned char)*p & 0xc0) != 0x80;
	for (; text[at] && signs; signs--)
		do
			at++;
		while (((unsigned char)text[at] & 0xc0) == 0x80);
	return at;
}
