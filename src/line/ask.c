/* SPDX-License-Identifier: MIT */
/*
 * What is said: a question with its scale or choices, the prompt, the counts, the list of all
 * questions. Nothing here changes anything but what has been said.
 */
#include "session.h"

static void say_numbered(const struct session *session, int n, const char *text)
{
	line_say(session->input,
		words(session->said, W_LINE_NUMBERED, hole_count("n", n), hole_text("text", text)));
}

static void show_rated(const struct session *session, const struct item *item)
{
	if (item->low)
		say_numbered(session, 1, item->low);
	if (item->mid)
		say_numbered(session, 3, item->mid);
	if (item->high)
		say_numbered(session, 5, item->high);
}

static void show_choices(const struct session *session, const struct item *item)
{
	for (size_t i = 0; i < item->choice_count; i++)
		say_numbered(session, (int)i + 1, item->choices[i].text);
}

/* What to type, by kind. */
static void show_how(const struct session *session, enum item_kind kind)
{
	static const enum sentence how[ITEM_KIND_COUNT] = {
		[ITEM_RATED] = W_LINE_HOW_RATED,
		[ITEM_CHOICE] = W_LINE_HOW_CHOICE,
		[ITEM_MULTI] = W_LINE_HOW_MULTI,
		[ITEM_NUMBER] = W_LINE_HOW_NUMBER,
		[ITEM_DATE] = W_LINE_HOW_DATE,
		[ITEM_TEXT] = W_LINE_HOW_TEXT,
		[ITEM_SPLIT] = W_LINE_HOW_SPLIT,
		[ITEM_CHECK] = W_LINE_HOW_CHECK,
	};

	line_say(session->input,
		words(session->said, W_LINE_HOW, hole_text("how", words_plain(how[kind]))));
}

static void show_draft(const struct session *session)
{
	line_say(session->input,
		words(session->said, W_LINE_DRAFT, hole_text("text", session->draft.text)));
	line_say(session->input, words_plain(W_LINE_DRAFT_HOW));
}

static void show_wording(const struct session *session, const struct item *item)
{
	const struct record *record = &session->record;
	int party = sitting_respondent(&session->sitting)->party;

	line_say(session->input, words_mirror(session->said, record, item->text, party));
	if (item->hint)
		line_say(session->input,
			words(session->said, W_LINE_HINT,
				hole_text("hint",
					words_mirror(session->said, record, item->hint, party))));
}

static void show_question(const struct session *session)
{
	const struct item *item = sitting_item(&session->sitting);
	const struct flow *flow = &session->sitting.flow;

	line_say(session->input, "");
	line_say(session->input,
		words(session->said, item->core ? W_LINE_QUESTION_CORE : W_LINE_QUESTION,
			hole_count("n", (int)flow->at + 1), hole_count("all", (int)flow->count),
			hole_text("topic", item->topic ? item->topic : "")));
	show_wording(session, item);
	if (item->kind == ITEM_RATED)
		show_rated(session, item);
	else
		show_choices(session, item);
	show_how(session, item->kind);
	if (session->draft.len)
		show_draft(session);
}

/* The answer to a question in a word or a few, else its state. */
static const char *answer_words(const struct session *session, size_t question)
{
	const struct flow *flow = &session->sitting.flow;
	enum answer_state state = flow_state(flow, question);

	return state == STATE_ANSWERED ? words_answer(session->said, flow, question)
				       : words_state(state);
}

static void ask_prompt(const struct session *session)
{
	size_t at = session->sitting.flow.at;
	bool blank = flow_state(&session->sitting.flow, at) == STATE_BLANK;

	line_prompt(session->input,
		words(session->said, blank || session->draft.len ? W_LINE_ASK : W_LINE_ASK_KEEP,
			hole_text("answer",
				blank ? words_plain(W_LINE_NO_ANSWER)
				      : answer_words(session, at))));
}

/* What was noted with an answer, when a question is shown again. */
static void show_notes(const struct session *session)
{
	const struct answer *answer = sitting_answer(&session->sitting);
	struct pool *said = session->said;

	if (!answer)
		return;
	if (sitting_item(&session->sitting)->kind == ITEM_TEXT && answer->text)
		line_say(session->input,
			words(said, W_LINE_TEXT_SO_FAR, hole_text("text", answer->text)));
	if (answer->state == STATE_NOT_APPLICABLE && answer->reason)
		line_say(session->input,
			words(said, W_LINE_REASON, hole_text("text", answer->reason)));
	if (answer->comment)
		line_say(session->input,
			words(said, W_LINE_COMMENT, hole_text("text", answer->comment)));
	if (answer->quote)
		line_say(session->input,
			words(said, W_LINE_QUOTE, hole_text("text", answer->quote)));
	if (answer->flag == TRI_YES)
		line_say(session->input, words_plain(W_LINE_FLAGGED));
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

	line_say(session->input,
		words(session->said, W_LINE_COUNTS, hole_count("settled", n.settled),
			hole_count("all", n.questions), hole_count("answered", n.answered),
			hole_count("core_settled", n.core_settled), hole_count("core", n.core)));
	line_say(session->input,
		words(session->said, W_LINE_COUNTS_STATES, hole_count("blank", n.blank),
			hole_count("core_blank", n.core_blank),
			hole_count("dont_know", n.dont_know),
			hole_count("not_applicable", n.not_applicable),
			hole_count("no_reason", n.no_reason), hole_count("declined", n.declined),
			hole_count("not_asked", n.not_asked), hole_count("flagged", n.flagged),
			hole_count("minutes", sitting_seconds(&session->sitting) / 60)));
}

/* Why a question is still to be settled. */
static const char *open_mark(enum flow_gap gap, const struct item *item)
{
	if (gap == GAP_REASON)
		return words_plain(W_LINE_MARK_REASON);
	if (gap == GAP_POINTS)
		return words_plain(W_LINE_MARK_POINTS);
	return words_plain(item->core ? W_LINE_MARK_CORE : W_LINE_MARK_OPEN);
}

static void review_row(const struct session *session, size_t i, const char *earlier)
{
	const struct flow *flow = &session->sitting.flow;
	const struct item *item = &session->record.instrument->items[flow->items[i]];
	const struct answer *answer = sitting_answer_of(&session->sitting, i);
	struct texts marks = { 0 };

	texts_add(session->said, &marks, answer_words(session, i));
	if (answer && answer->flag == TRI_YES)
		texts_add(session->said, &marks, words_plain(W_LINE_MARK_FLAGGED));
	if (flow_open(flow, i))
		texts_add(session->said, &marks, open_mark(flow_gap(flow, i), item));
	if (earlier)
		texts_add(session->said, &marks,
			words(session->said, W_REVIEW_WAS, hole_text("answer", earlier)));
	line_say(session->input,
		words(session->said, W_LINE_REVIEW_ROW, hole_count("n", (int)i + 1),
			hole_text("item", item->shorthand ? item->shorthand : item->id),
			hole_text("marks", words_names(session->said, &marks))));
}

void ask_review(const struct session *session)
{
	struct sitting_earlier earlier;

	sitting_earlier(&session->sitting, &earlier);
	line_say(session->input, words_plain(W_LINE_REVIEW));
	for (size_t i = 0; i < session->sitting.flow.count; i++)
		review_row(session, i, earlier.said[i]);
	sitting_earlier_release(&earlier);
	ask_counts(session);
}

void ask_end(struct session *session)
{
	const struct flow *flow = &session->sitting.flow;
	int gap = flow->count ? flow_next_gap(flow, flow->count - 1) : -1;

	if (!session->shown) {
		line_say(session->input, "");
		line_say(session->input, words_plain(W_LINE_END));
		ask_counts(session);
	}
	session->shown = true;
	line_prompt(session->input,
		gap >= 0 ? words(session->said, W_LINE_ASK_FINISH_GAPS, hole_count("n", gap + 1))
			 : words_plain(W_LINE_ASK_FINISH));
}
