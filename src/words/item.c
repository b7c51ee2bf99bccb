/* SPDX-License-Identifier: MIT */
/*
 * A rated item in words: its question and anchors, the ratings of each side and the words that may
 * be shown.
 */
#include "telling.h"

#include <rekindle/edition.h>
#include <rekindle/quote.h>
#include <rekindle/str.h>

/* "1 1 2 3": in order of size, so that nobody can be told by the order. */
static const char *ratings(const struct telling *t, const struct item_count *count)
{
	struct texts list = { 0 };

	for (int rating = SCORE_LOWEST; rating <= SCORE_HIGHEST; rating++)
		for (int i = 0; i < count->rating[rating]; i++)
			texts_add(t->pool, &list, pool_printf(t->pool, "%d", rating));
	return texts_join(t->pool, &list, " ", " ");
}

/* "1 1 2 3, mean 1.75; 1 don't know" */
static const char *answers(const struct telling *t, const struct item_count *count)
{
	static const struct {
		enum answer_state state;
		enum sentence sentence;
	} others[] = { { STATE_DONT_KNOW, W_ITEM_DONT_KNOW },
		{ STATE_NOT_APPLICABLE, W_ITEM_NOT_APPLICABLE },
		{ STATE_DECLINED, W_ITEM_DECLINED } };
	struct texts list = { 0 };

	if (count->rated)
		texts_add(t->pool, &list,
			words(t->pool, W_ITEM_RATINGS, hole_text("ratings", ratings(t, count)),
				hole_number("mean", (double)count->sum / count->rated, 2)));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (count->state[others[i].state])
			texts_add(t->pool, &list,
				words(t->pool, others[i].sentence,
					hole_count("n", count->state[others[i].state])));
	return list.count ? texts_join(t->pool, &list, "; ", "; ") : words_plain(W_ITEM_NOT_RATED);
}

static struct texts values(const struct telling *t, int item)
{
	struct texts list = { 0 };

	for (size_t p = 0; p < t->rec->party_count; p++) {
		const struct item_count count = item_count(t->rec, item, (int)p);
		texts_add_item(t->pool, &list,
			words(t->pool, W_ITEM_SIDE, hole_text("party", tell_label(t, (int)p)),
				hole_text("answers", answers(t, &count))),
			item);
	}
	return list;
}

static struct texts quotes(const struct telling *t, int item)
{
	struct texts list = { 0 };

	for (size_t r = 0; r < t->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(t->rec, (int)r, item);
		if (!answer || !edition_quotes(t->rec, (int)r) ||
			!record_asked(t->rec, (int)r, item))
			continue;
		struct hole speaker = hole_text("speaker", tell_speaker(t, (int)r));
		if (!str_blank(answer->quote))
			texts_add_item(t->pool, &list,
				words(t->pool, W_ITEM_QUOTE,
					hole_text("quote", quote_words(t->pool, answer->quote)),
					speaker),
				item);
		if (!str_blank(answer->comment))
			texts_add_item(t->pool, &list,
				words(t->pool, W_ITEM_COMMENT,
					hole_text("comment", answer->comment), speaker),
				item);
	}
	return list;
}

void words_item(struct item_words *out, struct pool *pool, const struct record *rec, int item)
{
	const struct telling telling = { .pool = pool, .rec = rec };
	const struct item *of = &rec->instrument->items[item];
	const char *const anchors[] = { of->reversed ? of->high : of->low, of->mid,
		of->reversed ? of->low : of->high };
	int ours = record_ours(rec);

	*out = (struct item_words){
		.reversed = of->reversed,
		.text = words_mirror(pool, rec, of->text, ours),
		.values = values(&telling, item),
		.words = quotes(&telling, item),
	};
	for (int i = 0; i < 3; i++)
		out->anchor[i] =
			str_blank(anchors[i]) ? NULL : words_mirror(pool, rec, anchors[i], ours);
}
