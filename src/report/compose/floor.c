/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition shows of ratings, for the reports that go to the other company: the floor
 * of respondents. One place, so that nothing is printed beside it.
 */
#include "compose.h"

#define LEFT_OUT_NAMED 3 /* of more scores only how many are left out is said */

bool floor_hides(const struct compose *c, int scale)
{
	return c->view->scale[scale] != WITHHELD_NOT;
}

bool floor_hides_cause(const struct compose *c, int cause)
{
	return c->view->cause[cause];
}

const char *floor_score(struct compose *c, int scale)
{
	return floor_hides(c, scale) ? "withheld" : score_text(c, c->scores->scale[scale].score);
}

const char *floor_value(struct compose *c, int scale, int party)
{
	return floor_hides(c, scale) ? "withheld" : rated(c, c->scores->scale[scale].value[party]);
}

/* What the head of a brief or a progress report has no room for: how many scores, or which. */
static const char *values_left_out(struct compose *c)
{
	struct texts hidden = { 0 };

	for (int a = 0; a < ASPECT_COUNT; a++)
		if (floor_hides(c, a) && c->view->scale[a] != WITHHELD_ROUTE)
			texts_add(c->pool, &hidden, words_scale(a));
	if (!hidden.count)
		return NULL;
	return hidden.count > LEFT_OUT_NAMED
		? words(c->pool, W_BRIEFLY_OUT_MANY, hole_count("n", (int)hidden.count),
			  hole_count("all", ASPECT_COUNT))
		: words(c->pool, W_BRIEFLY_OUT, hole_list("aspects", &hidden));
}

static const char *scores_left_out(struct compose *c)
{
	const char *values = values_left_out(c);
	struct texts said = { 0 };

	if (c->view->left_out[LEFT_OUT_ROUTE])
		texts_add(c->pool, &said, words_plain(W_BRIEFLY_OUT_ROUTE));
	if (values)
		texts_add(c->pool, &said, values);
	texts_add(c->pool, &said, words_plain(W_BRIEFLY_OUT_SINGLE));
	return words_sentences(c->pool, &said);
}

void compose_left_out_briefly(struct compose *c)
{
	struct block *head = doc_head(c->doc, NULL, "Left out", NULL);

	head->run_in = head->left_out = true;
	doc_text(c->doc, 0, "%s",
		facts_only(c) ? words_left_out(c->pool, c->rec, c->view, LEFT_OUT_FACTS)
			      : scores_left_out(c));
}
