/* SPDX-License-Identifier: MIT */
/*
 * What is said: a question with its scale or choices, the prompt, the counts, the list of all
 * questions. Nothing here changes anything but what has been said.
 */
#include <stdio.h>
#include <rekindle/utf8.h>
#include "session.h"

static void show_rated(const struct session *session, const struct item *item)
{
	static const char *const between = "2 and 4 lie between.";

	if (item->low)
		line_say(session->input, "1: %s", item->low);
	if (item->mid)
		line_say(session->input, "3: %s", item->mid);
	if (item->high)
		line_say(session->input, "5: %s", item->high);
	line_say(session->input, "%s Or: dk, na REASON, declined, skip. :help lists the commands.",
		between);
}

static void show_choices(const struct session *session, const struct item *item)
{
	for (size_t i = 0; i < item->choice_count; i++)
		line_say(session->input, "%zu: %s", i + 1, item->choices[i].text);
}

/* What to type, by kind. */
static const char *const how[ITEM_KIND_COUNT] = {
	[ITEM_RATED] = "",
	[ITEM_CHOICE] = "Type a number or a word.",
	[ITEM_MULTI] = "Type one or more numbers, as in 1,3.",
	[ITEM_NUMBER] = "Type a number.",
	[ITEM_DATE] = "Type a date, as in 2026-10-15.",
	[ITEM_TEXT] = "Type as many lines as you like; a line with a single . ends it.",
	[ITEM_SPLIT] = "Type the points of each in this order, as in 40 30 20 10.",
	[ITEM_CHECK] = "Type yes, partly or no.",
};

static void show_draft(const struct session *session)
{
	line_say(session->input, "Begun, and kept:\n%s", session->draft.text);
	line_say(session->input, "Go on typing, or press Enter to take it as it is.");
}

static void show_question(struct session *session)
{
	const struct item *item = sitting_item(&session->sitting);
	const struct record *record = &session->record;
	int party = record->respondents[session->sitting.flow.respondent].party;
	struct pool pool = { 0 };

	line_say(session->input, "\nQuestion %zu of %zu. %s.%s", session->sitting.flow.at + 1,
		session->sitting.flow.count, item->topic ? item->topic : "",
		item->core ? " Core." : "");
	line_say(session->input, "%s", record_mirror(record, &pool, item->text, party));
	if (item->hint)
		line_say(session->input, "(%s)", record_mirror(record, &pool, item->hint, party));
	if (item->kind == ITEM_RATED)
		show_rated(session, item);
	else
		show_choices(session, item);
	if (item->kind != ITEM_RATED)
		line_say(session->input,
			"%s Or: dk, na REASON, declined, skip. :help lists the commands.",
			how[item->kind]);
	if (session->draft.len)
		show_draft(session);
	pool_release(&pool);
}

static const char *state_words(enum answer_state state)
{
	static const char *const words[STATE_COUNT] = {
		[STATE_ANSWERED] = "answered",
		[STATE_DONT_KNOW] = "don't know",
		[STATE_NOT_APPLICABLE] = "not applicable",
		[STATE_DECLINED] = "declined",
		[STATE_NOT_ASKED] = "not asked",
		[STATE_BLANK] = "none",
	};

	return words[state];
}

static void ask_prompt(const struct session *session)
{
	enum answer_state state = flow_state(&session->sitting.flow, session->sitting.flow.at);
	struct pool pool = { 0 };
	const char *current = state == STATE_ANSWERED
		? flow_answer_word(&session->sitting.flow, session->sitting.flow.at, &pool)
		: state_words(state);
	const char *keep =
		state == STATE_BLANK || session->draft.len ? "" : " Press Enter to keep.";

	line_prompt(session->input, "Current answer: %s.%s Your answer? ", current, keep);
	pool_release(&pool);
}

/* What was noted with an answer, when a question is shown again. */
static void show_notes(const struct session *session)
{
	const struct answer *answer = sitting_answer(&session->sitting);

	if (!answer)
		return;
	if (sitting_item(&session->sitting)->kind == ITEM_TEXT && answer->text)
		line_say(session->input, "Answer so far:\n%s", answer->text);
	if (answer->state == STATE_NOT_APPLICABLE && answer->reason)
		line_say(session->input, "Reason: %s", answer->reason);
	if (answer->comment)
		line_say(session->input, "Comment: %s", answer->comment);
	if (answer->quote)
		line_say(session->input, "Quote: %s", answer->quote);
	if (answer->flag == TRI_YES)
		line_say(session->input, "Flagged for follow-up.");
}

void ask_show(struct session *session)
{
	if (!session->shown) {
		show_question(session);
		show_notes(session);
	}
	session->shown = true;
	ask_prompt(session);
}

void ask_counts(const struct session *session)
{
	const struct flow_counts n = flow_count(&session->sitting.flow);

	line_say(session->input, "%d of %d settled, %d answered. Core: %d of %d settled.",
		n.settled, n.questions, n.answered, n.core_settled, n.core);
	line_say(session->input,
		"%d blank (%d core), %d don't know, %d not applicable (%d without a "
		"reason), %d declined, %d not asked, %d flagged. %d minutes used.",
		n.blank, n.core_blank, n.dont_know, n.not_applicable, n.no_reason, n.declined,
		n.not_asked, n.flagged, sitting_seconds(&session->sitting) / 60);
}

static void review_row(const struct session *session, size_t i, struct pool *pool)
{
	const struct flow *flow = &session->sitting.flow;
	const struct item *item = &session->record.instrument->items[flow->items[i]];
	enum answer_state state = flow_state(flow, i);
	const struct answer *answer =
		record_answer(&session->record, session->sitting.flow.respondent, flow->items[i]);
	const char *word = state == STATE_ANSWERED ? flow_answer_word(flow, i, pool)
		: state == STATE_BLANK             ? "blank"
						   : state_words(state);

	line_say(session->input, "%zu: %s: %s%s%s", i + 1,
		item->shorthand ? item->shorthand : item->id, word,
		answer && answer->flag == TRI_YES ? ", flagged" : "",
		!flow_open(flow, i)                     ? ""
			: state == STATE_NOT_APPLICABLE ? ", ! reason missing"
			: item->core                    ? ", ! core"
							: ", !");
}

void ask_review(const struct session *session)
{
	struct pool pool = { 0 };

	line_say(session->input,
		"Review: to settle, or to leave: finishing with gaps is allowed, and "
		"reported. ! marks what is open; :jump N goes there.");
	for (size_t i = 0; i < session->sitting.flow.count; i++)
		review_row(session, i, &pool);
	ask_counts(session);
	pool_release(&pool);
}

void ask_end(struct session *session)
{
	int gap = session->sitting.flow.count
		? flow_next_gap(&session->sitting.flow, session->sitting.flow.count - 1)
		: -1;

	if (!session->shown) {
		line_say(session->input, "\nEnd of the questions.");
		ask_counts(session);
	}
	session->shown = true;
	if (gap >= 0)
		line_prompt(session->input,
			"y finishes with these gaps, Enter goes to question "
			"%d, the first open one, n leaves it open. Finish? ",
			gap + 1);
	else
		line_prompt(
			session->input, "Nothing is open. y finishes, n leaves it open. Finish? ");
}
