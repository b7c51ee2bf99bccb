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

static const char *worded(struct compose *c, const struct quote *quote)
{
	const struct answer *answer = &c->rec->answers[quote->answer];
	enum role role = c->rec->respondents[answer->respondent].role;

	return words(c->pool, W_QUOTES_WORDS, hole_text("text", quote->text),
		hole_text("role", words_role((int)role)));
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
static bool compose_words(struct compose *c, const struct quote *quotes, size_t count, int at)
{
	const struct item *items = c->rec->instrument->items, *item = &items[at];
	struct texts list = { 0 };

	for (int i = 0; i < at; i++)
		if (same_heading(&items[i], item))
			return false;
	for (size_t i = 0; i < count; i++)
		if (quotes[i].bar == QUOTE_FREE &&
			same_heading(&items[c->rec->answers[quotes[i].answer].item], item))
			texts_add(c->pool, &list, worded(c, &quotes[i]));
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
	size_t count;
	const struct quote *quotes = quotes_of(c->pool, c->rec, &count);
	bool any = false;

	compose_chapter(c, REPORT_APPENDIX, "Appendix", "Words that may be quoted");
	doc_text(c->doc, 0, "%s", words_plain(W_QUOTES_ORDER));
	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		if (may_stand_here(c, &c->rec->instrument->items[i]))
			any |= compose_words(c, quotes, count, (int)i);
	if (!any)
		doc_text(c->doc, 0, "%s", words_plain(W_QUOTES_NONE));
}
