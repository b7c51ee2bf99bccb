/* SPDX-License-Identifier: MIT */
/*
 * What the linter asks of how items are worded: short, plain, with ends that can be reached, for
 * people whose first language may be another one.
 */
#include "internal.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define QUESTION_WORDS 30    /* most; (rekindle-method(7), section 2) */
#define ANCHOR_WORDS_LEAST 2 /* one word is no picture */
#define ANCHOR_WORDS 14      /* most: three of them are read aloud in one go */
#define EASE_LEAST 50.0      /* below it Flesch calls a text difficult */

static const char *const anchor_names[] = { "low", "mid", "high" };

/* The next word and its length, blank to blank with a letter or digit in it; NULL at the end. */
static const char *next_word(const char *text, size_t *length)
{
	for (;; text += *length) {
		text += strspn(text, " \t\n");
		*length = strcspn(text, " \t\n");
		for (size_t i = 0; i < *length; i++)
			if (isalnum((unsigned char)text[i]) || (unsigned char)text[i] >= 0x80)
				return text;
		if (!*length)
			return NULL;
	}
}

static int count_words(const char *text)
{
	int count = 0;
	size_t length;
	while (text && (text = next_word(text, &length))) {
		count++;
		text += length;
	}
	return count;
}

/* The letters of a word in lower case, without what stands around and between them. */
static size_t letters_of(const char *word, size_t length, char *to, size_t size)
{
	size_t count = 0;
	for (size_t i = 0; i < length && count + 1 < size; i++)
		if (isalpha((unsigned char)word[i]))
			to[count++] = (char)tolower((unsigned char)word[i]);
	to[count] = '\0';
	return count;
}

static bool is_vowel(char letter)
{
	return letter && strchr("aeiouy", letter);
}

/* An e at the end that is not said: "change", "asked"; but "people", "rated". */
static bool ends_mute(const char *letters, size_t count)
{
	if (count > 1 && letters[count - 1] == 'e')
		return !strchr("aeioul", letters[count - 2]);
	return count > 2 && !strcmp(letters + count - 2, "ed") &&
		!strchr("aeioutd", letters[count - 3]);
}

static int count_syllables(const char *word, size_t length)
{
	char letters[64];
	size_t count = letters_of(word, length, letters, sizeof(letters));
	int groups = 0;
	for (size_t i = 0; i < count; i++)
		groups += is_vowel(letters[i]) && (i == 0 || !is_vowel(letters[i - 1]));
	if (groups > 1 && ends_mute(letters, count))
		groups--;
	return groups > 0 ? groups : 1;
}

static bool ends_sentence(const char *word, size_t length)
{
	return strchr(".?!:;", word[length - 1]) != NULL;
}

/* Flesch's reading ease: 100 is easy, 0 hard. */
static double reading_ease(const char *text)
{
	int words = 0, sentences = 0, syllables = 0;
	bool open = false;
	size_t length;
	while ((text = next_word(text, &length))) {
		words++;
		syllables += count_syllables(text, length);
		open = !ends_sentence(text, length);
		sentences += !open;
		text += length;
	}
	sentences += open;
	return words ? 206.835 - 1.015 * words / sentences - 84.6 * syllables / words : 100.0;
}

void lint_questions(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->item_count; i++) {
		int words = count_words(instrument->items[i].text);
		if (words > QUESTION_WORDS)
			fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_LONG, "text",
				"has %d words; a question that is read aloud has at most %d", words,
				QUESTION_WORDS);
	}
}

void lint_reading(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		if (!item->text || item->section != SECTION_INTERVIEW)
			continue;
		double ease = reading_ease(item->text);
		if (ease < EASE_LEAST)
			fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_HARD, "text",
				"has a reading ease of %.0f, and %.0f is difficult; take shorter "
				"words or sentences",
				ease, EASE_LEAST);
	}
}

void lint_anchor_lengths(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		const char *const anchors[] = { item->low, item->mid, item->high };
		for (size_t k = 0; item->kind == ITEM_RATED && k < 3; k++) {
			int words = count_words(anchors[k]);
			if (anchors[k] && (words < ANCHOR_WORDS_LEAST || words > ANCHOR_WORDS))
				fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_PICTURE,
					anchor_names[k],
					"has %d word%s; say in %d to %d what it looks like", words,
					words == 1 ? "" : "s", ANCHOR_WORDS_LEAST, ANCHOR_WORDS);
		}
	}
}

/* What no alliance is: whoever takes such a word at its word cannot answer 5. */
static const char *const absolutes[] = { "all", "always", "anybody", "anyone", "completely",
	"entirely", "every", "everybody", "everyone", "everything", "everywhere", "fully", "never",
	"no-one", "nobody", "none", "nothing", "perfectly" };

static const char *absolute_in(const char *text)
{
	size_t length;
	for (; text && (text = next_word(text, &length)); text += length) {
		while (length && !isalpha((unsigned char)*text))
			text++, length--;
		size_t letters = 0;
		while (letters < length &&
			(isalpha((unsigned char)text[letters]) || text[letters] == '-'))
			letters++;
		for (size_t i = 0; i < sizeof(absolutes) / sizeof(*absolutes); i++)
			if (letters == strlen(absolutes[i]) &&
				!strncasecmp(text, absolutes[i], letters))
				return absolutes[i];
	}
	return NULL;
}

static const char *healthy_end(const struct item *item)
{
	return item->kind != ITEM_RATED ? NULL : item->reversed ? item->low : item->high;
}

/* Said once, where the first too many stands. */
void lint_absolutes(struct loading *loading, const struct instrument *instrument)
{
	size_t rated = 0, count = 0, seen = 0;
	for (size_t i = 0; i < instrument->item_count; i++) {
		rated += instrument->items[i].kind == ITEM_RATED;
		count += absolute_in(healthy_end(&instrument->items[i])) != NULL;
	}
	for (size_t i = 0; i < instrument->item_count && 4 * count > rated; i++) {
		const struct item *item = &instrument->items[i];
		const char *word = absolute_in(healthy_end(item));
		seen += word != NULL;
		if (!word || 4 * seen <= rated)
			continue;
		fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_ABSOLUTE,
			item->reversed ? "low" : "high",
			"says \"%s\", and %zu of %zu healthy ends say such a word; a good alliance "
			"cannot reach them; leave them to a quarter",
			word, count, rated);
		return;
	}
}
