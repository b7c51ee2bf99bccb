/* SPDX-License-Identifier: MIT */
/*
 * Moving: to another question, from row to row.
 */
#include "interview.h"

/* Where the focus stands when a question is opened: on what was chosen. */
int interview_chosen_row(const struct interview *in)
{
	const struct item *item = sitting_item(&in->sitting);
	const struct answer *answer = sitting_answer(&in->sitting);
	if (!answer || answer->value.type != VALUE_TEXT)
		return 0;
	if (item->kind == ITEM_CHECK)
		return vocabulary_find(&vocabulary_check, answer->value.text);
	for (size_t i = 0; i < item->choice_count; i++)
		if (str_same(item->choices[i].id, answer->value.text))
			return (int)i;
	return 0;
}

/* A question comes up: an open one starts in TEXT, for somebody is talking. */
void interview_open_question(struct interview *in)
{
	enum item_kind kind = sitting_item(&in->sitting)->kind;
	enum answer_state state = flow_state(&in->sitting.flow, in->sitting.flow.at);
	in->row = interview_chosen_row(in);
	in->probe = 0;
	in->digits = in->moved = in->follow = false;
	in->page.wanted = 0;
	if (!in->sitting.closed && (state == STATE_BLANK || state == STATE_ANSWERED) &&
		(kind == ITEM_TEXT || kind == ITEM_NUMBER || kind == ITEM_DATE))
		interview_write(in, SITTING_ANSWER);
}

void interview_go(struct interview *in, size_t question)
{
	if (!interview_stop_writing(in))
		return;
	enum kept kept = sitting_go(&in->sitting, question);
	interview_open_question(in);
	interview_placed(in, kept);
}

void interview_next(struct interview *in)
{
	const struct flow *flow = &in->sitting.flow;
	if (!interview_stop_writing(in))
		return;
	int advised = flow_advise(flow, sitting_seconds(&in->sitting));
	bool last = flow->at + 1 == flow->count;
	if (advised < 0 || (last && advised <= (int)flow->at)) {
		struct review_arg arg = { .interview = in };
		app_push(in->app, &screen_review, &arg);
		return;
	}
	bool jumped = advised != (int)flow->at + 1;
	interview_go(in, (size_t)advised);
	if (jumped)
		app_say(in->app, "%s", words_plain(W_CORE_FIRST));
}

void interview_go_on(struct interview *in)
{
	if (in->app->advances || in->app->record.assessment.kind == ROUND_PULSE)
		interview_next(in);
}

static void back(struct interview *in)
{
	if (in->sitting.flow.at == 0)
		app_say(in->app, "%s", words_plain(W_FIRST_QUESTION));
	else
		interview_go(in, in->sitting.flow.at - 1);
}

static void move_row(struct interview *in, int by)
{
	const struct item *item = sitting_item(&in->sitting);
	int rows = item->kind == ITEM_SPLIT ? CAUSE_COUNT : interview_choices(item);
	in->digits = false;
	in->follow = in->moved = rows > 0;
	if (!rows)
		page_act(&in->page, by < 0 ? ACTION_UP : ACTION_DOWN);
	else if (in->row + by >= 0 && in->row + by < rows)
		in->row += by;
}

enum nav interview_act_move(struct interview *in, enum act action)
{
	struct review_arg arg = { .interview = in, .jump = action == ACTION_JUMP };
	switch ((int)action) {
	case ACTION_NEXT:
	case ACTION_NEXT_QUESTION:
		interview_next(in);
		break;
	case ACTION_BACK:
	case ACTION_BACK_QUESTION:
		back(in);
		break;
	case ACTION_PREVIOUS_CHOICE:
		move_row(in, -1);
		break;
	case ACTION_NEXT_CHOICE:
		move_row(in, 1);
		break;
	case ACTION_PAGE_DOWN:
	case ACTION_PAGE_UP:
		in->follow = false;
		page_act(&in->page, action);
		break;
	case ACTION_JUMP:
	case ACTION_REVIEW:
		app_push(in->app, &screen_review, &arg);
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}
