/* SPDX-License-Identifier: MIT */
/*
 * The words that the joint edition may quote: of those who allow it, by role at most, sorted by
 * text within a question, and none beside a value that is withheld. The question names no company,
 * else it would tell which one is spoken of. What the interviewer wrote down stays inside.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/quote.h>
#include "gather.h"

struct said {
	const struct quote *quotes;
	size_t count;
	bool without_role;
};

static bool may_stand_here(const struct compose *c, const struct item *item)
{
	return (item->kind == ITEM_TEXT || item->kind == ITEM_RATED) &&
		(item->scale == SCALE_NONE || !withheld_scale(c, (int)item->scale));
}

static bool same_heading(const struct item *a, const struct item *b)
{
	return a == b || (a->scale != SCALE_NONE && a->scale == b->scale);
}

static int by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static enum role role_of(const struct compose *c, const struct quote *quote)
{
	return c->rec->respondents[c->rec->answers[quote->answer].respondent].role;
}

static bool is_of_one_side(const struct compose *c, enum role role)
{
	int side = -1;

	for (size_t i = 0; i < c->rec->respondent_count; i++) {
		const struct respondent *who = &c->rec->respondents[i];

		if ((enum role)who->role != role || !record_has_data(c->rec, (int)i))
			continue;
		if (side >= 0 && who->party != side)
			return false;
		side = who->party;
	}
	return true;
}

/* A role that was heard on one side alone tells the company; left out of its own words only, it
 * would tell as much. */
static bool roles_tell(const struct compose *c, const struct quote *quotes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (quotes[i].bar == QUOTE_FREE && is_of_one_side(c, role_of(c, &quotes[i])))
			return true;
	return false;
}

static const char *worded(struct compose *c, const struct said *said, const struct quote *quote)
{
	struct hole text = hole_text("text", quote->text);

	return said->without_role ? words(c->pool, W_QUOTES_WORDS_ALONE, text)
				  : words(c->pool, W_QUOTES_WORDS, text,
					    hole_text("role", words_role((int)role_of(c, quote))));
}

static void compose_heading(struct compose *c, const struct item *item)
{
	doc_space(c->doc);
	if (item->scale == SCALE_NONE)
		doc_text(c->doc, 0, "%s", words_neutral(c->pool, c->rec, item->text));
	else
		doc_line(c->doc, 0, scale_info[item->scale].label, NULL);
}

/* Rated items stand together under what they measure. False: nothing is said here. */
static bool compose_words(struct compose *c, const struct said *said, int at)
{
	const struct item *items = c->rec->instrument->items, *item = &items[at];
	struct texts list = { 0 };

	for (int i = 0; i < at; i++)
		if (same_heading(&items[i], item))
			return false;
	for (size_t i = 0; i < said->count; i++)
		if (said->quotes[i].bar == QUOTE_FREE &&
			same_heading(&items[c->rec->answers[said->quotes[i].answer].item], item))
			texts_add(c->pool, &list, worded(c, said, &said->quotes[i]));
	if (!list.count)
		return false;
	qsort(list.text, list.count, sizeof(*list.text), by_text);
	compose_heading(c, item);
	for (size_t i = 0; i < list.count; i++)
		doc_entry(c->doc, 2, "%s", list.text[i]);
	return true;
}

void compose_quotes(struct compose *c)
{
	struct said said;
	bool any = false;

	said.quotes = quotes_of(c->pool, c->rec, &said.count);
	said.without_role = roles_tell(c, said.quotes, said.count);
	compose_chapter(c, REPORT_APPENDIX, "Appendix", "Words that may be quoted");
	doc_text(c->doc, 0, "%s",
		words_plain(said.without_role ? W_QUOTES_ORDER_ALONE : W_QUOTES_ORDER));
	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		if (may_stand_here(c, &c->rec->instrument->items[i]))
			any |= compose_words(c, &said, (int)i);
	if (!any)
		doc_text(c->doc, 0, "%s", words_plain(W_QUOTES_NONE));
}
