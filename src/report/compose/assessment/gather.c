/* SPDX-License-Identifier: MIT */
/*
 * Texts in a row, and how a report is read.
 */
#include "gather.h"

int tightened(const struct compose *c, int most, int least)
{
	int less = c->tight > TIGHT_WORTH ? c->tight - TIGHT_WORTH : 0;

	return most - less > least ? most - less : least;
}

void texts_limit(struct compose *c, struct texts *texts, size_t most)
{
	int rest = (int)texts->count - (int)most;

	if (rest <= 0)
		return;
	texts->count = most;
	texts_add(c->pool, texts, words(c->pool, W_MORE, hole_count("n", rest)));
}

void add_scored(struct compose *c, struct texts *list, int scale)
{
	texts_add(c->pool, list,
		words(c->pool, W_SCORED,
			hole_text(
				"what", list->count ? words_scale(scale) : scale_info[scale].label),
			hole_text("score", score_text(c, c->scores->scale[scale].score)),
			hole_text("n", scale_n(c, scale))));
}

void add_reading(struct compose *c, struct texts *out, const struct texts *who)
{
	texts_add(c->pool, out, words_plain(W_READING_SCORES));
	texts_add(c->pool, out,
		words(c->pool, W_READING_N, hole_text("n", n_text(c, c->scores->with_data)),
			hole_list("people", who)));
	if (record_example(c->in->record))
		texts_add(c->pool, out, words_plain(W_READING_EXAMPLE));
}
