/* SPDX-License-Identifier: MIT */
/*
 * Words that may be quoted, and what keeps some of them back.
 */
#include <rekindle/quote.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/edition.h>
#include <rekindle/str.h>

static const char *const bar_words[QUOTE_BARS] = { "free", "names", "company", "rates", "kept" };
const struct vocabulary vocabulary_quote_bar = { "bar", QUOTE_BARS, bar_words };

#define NAME_SIGNS 3 /* of one word of a name: shorter ones are initials and particles */

/* In names of companies, and said of anything. */
static const char *const common_words[] = { "and", "for", "the", "alliance", "bank", "biotech",
	"business", "capital", "central", "chemicals", "co", "company", "consulting", "corp",
	"corporation", "data", "design", "development", "digital", "east", "energy", "engineering",
	"finance", "first", "food", "foods", "foundation", "gas", "general", "global", "gmbh",
	"group", "health", "holding", "holdings", "inc", "industries", "industry", "innovation",
	"institute", "international", "lab", "laboratories", "labs", "limited", "llc", "logistics",
	"ltd", "management", "manufacturing", "marketing", "materials", "media", "medical",
	"mobility", "national", "network", "networks", "new", "north", "oil", "one", "partner",
	"partners", "pharma", "plc", "power", "products", "research", "robotics", "sales",
	"science", "sciences", "service", "services", "software", "solution", "solutions", "south",
	"steel", "system", "systems", "tech", "technologies", "technology", "telecom", "trade",
	"trading", "transport", "union", "united", "university", "water", "west", "works", "world",
	NULL };

/* In no name of which a word is looked for. */
static const char *const none[] = { NULL };

static bool is_among(const char *const *words, const char *word)
{
	while (*words && strcasecmp(*words, word))
		words++;
	return *words != NULL;
}

/* A word of the name that is none of the common ones. */
static bool has_word_of(const char *text, const char *name, const char *const *common)
{
	struct pool pool = { 0 };
	char *copy = pool_strdup(&pool, name), *rest = copy;
	bool found = false;

	for (char *word; !found && (word = strtok_r(rest, " -,;", &rest));)
		found = strlen(word) >= NAME_SIGNS && !is_among(common, word) &&
			str_has_word(text, word);
	pool_release(&pool);
	return found;
}

/* The whole name, or one word of it. */
static bool has_name(const char *text, const char *name)
{
	return str_has_word(text, name) || has_word_of(text, name, none);
}

/* A short one as it is written alone: HP, but not "it" of a company IT; and never A. */
static bool has_company_name(const char *text, const char *name)
{
	if (str_blank(name))
		return false;
	if (strlen(name) < NAME_SIGNS)
		return name[1] && str_has_word_as_written(text, name);
	return str_has_word(text, name) || has_word_of(text, name, common_words);
}

static bool has_company(const struct record *rec, const char *text)
{
	for (size_t i = 0; i < rec->party_count; i++)
		if (has_company_name(text, rec->parties[i].name) ||
			has_company_name(text, rec->parties[i].label))
			return true;
	return false;
}

static bool has_names(const struct record *rec, const char *text)
{
	for (size_t i = 0; i < rec->person_count; i++)
		if (!str_blank(rec->people[i].name) && has_name(text, rec->people[i].name))
			return true;
	return false;
}

/* A whole number from 1 to 5 that is no part of a greater one, of a day or of a word. */
static bool has_figure(const char *text)
{
	for (const char *at = text; (at = strpbrk(at, "12345")); at++) {
		bool begins = at == text || !(isalnum((unsigned char)at[-1]) || at[-1] == '-');

		if (begins && !isalnum((unsigned char)at[1]) &&
			!(at[1] == '-' && isdigit((unsigned char)at[2])))
			return true;
	}
	return false;
}

/* "a two", "gave three", "four of five": alone the words say how many of anything. */
static bool has_word_figure(const char *text)
{
	static const char *const figures[] = { "one", "two", "three", "four", "five" };
	static const char *const before[] = { "a", "gave", "give", "rate", "rated", "score",
		"scored", "said" };
	char phrase[32];

	for (size_t f = 0; f < sizeof(figures) / sizeof(*figures); f++) {
		for (size_t b = 0; b < sizeof(before) / sizeof(*before); b++) {
			snprintf(phrase, sizeof(phrase), "%s %s", before[b], figures[f]);
			if (str_has_word(text, phrase))
				return true;
		}
		snprintf(phrase, sizeof(phrase), "%s out of", figures[f]);
		if (str_has_word(text, phrase))
			return true;
	}
	return str_has_word(text, "of five");
}

enum quote_bar quote_bar(const struct record *rec, const struct answer *answer, const char *text)
{
	if (answer->quotable != TRI_UNKNOWN)
		return answer->quotable == TRI_YES ? QUOTE_FREE : QUOTE_KEPT;
	if (has_names(rec, text))
		return QUOTE_NAMES;
	if (has_company(rec, text))
		return QUOTE_COMPANY;
	return has_figure(text) || has_word_figure(text) ? QUOTE_RATES : QUOTE_FREE;
}

static int by_text(const void *left, const void *right, void *given)
{
	const struct quote *a = left, *b = right;
	const struct record *rec = given;
	int items = rec->answers[a->answer].item - rec->answers[b->answer].item;

	return items ? items : strcmp(a->text, b->text);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the time mark that begins there, with the blank behind it; 0: there is none. */
static size_t mark_at(const char *at)
{
	if (at[0] != '[' || !is_digit(at[1]) || !is_digit(at[2]) || at[3] != ':' ||
		!is_digit(at[4]) || !is_digit(at[5]) || at[6] != ']')
		return 0;
	return at[7] == ' ' ? 8 : 7;
}

static bool has_mark(const char *text)
{
	for (; text && *text; text++)
		if (mark_at(text))
			return true;
	return false;
}

const char *quote_words(struct pool *pool, const char *text)
{
	if (!has_mark(text))
		return text;
	char *out = pool_alloc(pool, strlen(text) + 1);
	size_t n = 0;

	for (size_t mark; *text; text += mark ? mark : 1) {
		mark = mark_at(text);
		if (!mark)
			out[n++] = *text;
	}
	while (n && (out[n - 1] == ' ' || out[n - 1] == '\n'))
		n--;
	out[n] = '\0';
	return out;
}

/* An open answer, and what was noted as a quote. */
static size_t add(struct pool *pool, const struct record *rec, const struct answer *answer,
	struct quote *list, size_t count)
{
	const char *const texts[] = { answer ? quote_words(pool, answer->text) : NULL,
		answer ? quote_words(pool, answer->quote) : NULL };

	for (size_t i = 0; i < 2; i++)
		if (!str_blank(texts[i]))
			list[count++] = (struct quote){ (int)(answer - rec->answers), texts[i],
				quote_bar(rec, answer, texts[i]) };
	return count;
}

struct quote *quotes_of(struct pool *pool, const struct record *rec, size_t *count)
{
	size_t items = rec->instrument->item_count;
	struct quote *list = pool_alloc(pool, (2 * rec->answer_count + 1) * sizeof(*list));

	*count = 0;
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (edition_quotes(rec, (int)r))
			for (size_t i = 0; i < items; i++)
				*count = add(pool, rec, record_answer(rec, (int)r, (int)i), list,
					*count);
	qsort_r(list, *count, sizeof(*list), by_text, (void *)rec);
	return list;
}

void quote_reworded(struct answer *answer)
{
	answer->quotable = TRI_UNKNOWN;
}
