/* SPDX-License-Identifier: MIT */
/*
 * The columns of the review: topics, questions and answers as wide as they are, as far as the
 * window goes. Where an answer is longer than its column, it begins before it.
 */
#include "interview.h"

#include <rekindle/utf8.h>

#define TOPIC_COL 8
#define TOPIC_MOST 24
#define MARK_CELLS 9     /* " ! reason" */
#define ANSWER_LEAST 10  /* "47 words" and two blank cells */
#define SIDE_LEAST 30    /* the answer in focus, from 100 columns on */
#define COUNTS_END 78    /* of the lines above the list */
#define NARROW_ANSWER 15 /* "15 15 10 70 !" and two blank cells */

static int wider(int cells, const char *text)
{
	int own = utf8_cells(UTF8_SCREEN, text);
	return own > cells ? own : cells;
}

/* What all questions need, shown or not: the columns stay when the list is filtered. */
struct needs {
	int topic, question, answer;
};

static struct needs needs_of(const struct interview *in, const struct sitting_earlier *earlier)
{
	const struct flow *flow = &in->sitting.flow;
	struct needs needs = { 5, 8, ANSWER_LEAST };
	struct pool pool = { 0 };
	for (size_t i = 0; i < flow->count; i++) {
		const char *was = earlier->said ? earlier->said[i] : NULL;
		int cells = wider(0, words_answer(&pool, flow, i)) +
			(flow_open(flow, i) ? MARK_CELLS : 0);
		if (was)
			cells += 1 + wider(0, words(&pool, W_REVIEW_WAS, hole_text("answer", was)));
		needs.answer = cells > needs.answer ? cells : needs.answer;
		needs.topic =
			wider(needs.topic, in->app->record.instrument->items[flow->items[i]].topic);
		needs.question = wider(needs.question, interview_short(in, i));
	}
	pool_release(&pool);
	needs.topic = needs.topic < TOPIC_MOST ? needs.topic : TOPIC_MOST;
	return needs;
}

int review_answer_col(const struct review_columns *at, int cells)
{
	int col = at->end - cells;
	return col < at->answer && col > at->question ? col : at->answer;
}

struct review_columns review_columns(
	const struct interview *in, const struct sitting_earlier *earlier, int cols)
{
	struct review_columns at = { .topic = TOPIC_COL, .end = cols - 2 };
	if (width_of(cols) == WIDTH_NARROW) {
		at.answer = cols - NARROW_ANSWER;
		at.topic_cells = at.answer - TOPIC_COL - 1;
		return at;
	}
	struct needs needs = needs_of(in, earlier);
	int answer = TOPIC_COL + needs.topic + 1 + needs.question + 2;
	if (width_of(cols) == WIDTH_WIDE) {
		at.end = cols - SIDE_LEAST - 4;
		at.end = answer + needs.answer < at.end ? answer + needs.answer : at.end;
		at.end = at.end > COUNTS_END ? at.end : COUNTS_END;
		at.side = at.end + 2;
	}
	at.topic_cells = needs.topic;
	at.question = TOPIC_COL + needs.topic + 1;
	at.answer = answer;
	if (at.answer > at.end - ANSWER_LEAST)
		at.answer = at.end - ANSWER_LEAST;
	return at;
}
