/* SPDX-License-Identifier: MIT */
/*
 * Keys that answer: rate, choose, give points, the states, the flag.
 */
#include "interview.h"

static int points(const struct interview *in)
{
	const struct answer *answer = sitting_answer(&in->sitting);
	return answer && answer->value.type == VALUE_SPLIT ? (int)answer->value.split[in->row] : 0;
}

static void give_points(struct interview *in, int number)
{
	in->digits = false;
	interview_kept(in, sitting_points(&in->sitting, in->row, number));
}

static void digit(struct interview *in, int code)
{
	int value = code - '0';
	if (in->digits && points(in) * 10 + value <= 100)
		value += points(in) * 10;
	give_points(in, value);
	in->digits = !in->sitting.closed;
}

static void rate(struct interview *in, int value)
{
	enum kept kept = sitting_rate(&in->sitting, value);
	bool durable = interview_kept(in, kept);
	in->follow = true;
	if (kept != KEPT_NOT)
		interview_go_on(in);
	if (durable)
		app_say(in->app, "%s", words(&in->app->said, W_RATED, hole_count("rating", value)));
}

static bool give_state(struct interview *in, enum answer_state state)
{
	static const enum sentence said[STATE_COUNT] = {
		[STATE_DONT_KNOW] = W_NOTED_DONT_KNOW,
		[STATE_NOT_APPLICABLE] = W_NOTED_NOT_APPLICABLE,
		[STATE_DECLINED] = W_NOTED_DECLINED,
		[STATE_BLANK] = W_NOTED_BLANK,
	};
	enum kept kept = sitting_give(&in->sitting, state, NULL, NULL);
	bool durable = interview_kept(in, kept);
	if (kept != KEPT_NOT && state != STATE_NOT_APPLICABLE && state != STATE_BLANK)
		interview_go_on(in);
	if (durable)
		app_say(in->app, "%s", words_plain(said[state]));
	return kept != KEPT_NOT;
}

static void not_applicable(struct interview *in)
{
	if (give_state(in, STATE_NOT_APPLICABLE))
		interview_write(in, SITTING_REASON);
}

static void skip(struct interview *in)
{
	bool blank = flow_state(&in->sitting.flow, in->sitting.flow.at) == STATE_BLANK;
	if (blank || give_state(in, STATE_BLANK))
		interview_next(in);
}

static void pick(struct interview *in)
{
	if (interview_kept(in, sitting_pick(&in->sitting, in->row)))
		app_say(in->app, "%s", words_plain(W_NOTED));
}

/* Its row by the number that stands before it; what is one choice is an answer then. */
static void pick_number(struct interview *in, int number)
{
	const struct item *item = sitting_item(&in->sitting);
	if (number < 1 || number > interview_choices(item))
		return;
	in->row = number - 1;
	in->follow = true;
	pick(in);
	if (item->kind != ITEM_MULTI && !in->app->warning)
		interview_go_on(in);
}

/* The next probe, brought into sight. */
static void probe(struct interview *in)
{
	struct page *page = &in->page;
	in->probe++;
	if (in->probe_line >= page->top && in->probe_line < page->top + page->rows)
		return;
	in->follow = false;
	page->wanted = in->probe_line;
}

#define CHOICE_CELLS 50

const char *interview_take_row(struct interview *in, bool *may)
{
	const struct item *item = sitting_item(&in->sitting);
	enum answer_state state = interview_state(in);
	bool free = in->moved || state == STATE_BLANK;
	*may = true;
	if ((item->kind != ITEM_CHOICE && item->kind != ITEM_CHECK) || in->sitting.closed || !free)
		return NULL;
	const char *label = interview_choice_text(in, in->row);
	enum kept kept = sitting_pick(&in->sitting, in->row);
	*may = kept != KEPT_NOT;
	if (!interview_kept(in, kept))
		return NULL;
	return words(&in->app->said, W_CHOSEN,
		hole_text("choice", app_cut(&in->app->said, label, CHOICE_CELLS)));
}

static void flag(struct interview *in)
{
	if (interview_kept(in, sitting_flag(&in->sitting)))
		app_say(in->app, "%s",
			words_plain(sitting_answer(&in->sitting)->flag == TRI_YES ? W_FLAGGED
										  : W_FLAG_OFF));
}

enum nav interview_act_answer(struct interview *in, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_RATE:
		rate(in, key->code - '0');
		break;
	case ACTION_DONT_KNOW:
		give_state(in, STATE_DONT_KNOW);
		break;
	case ACTION_DECLINED:
		give_state(in, STATE_DECLINED);
		break;
	case ACTION_NOT_APPLICABLE:
		not_applicable(in);
		break;
	case ACTION_SKIP:
		skip(in);
		break;
	case ACTION_PICK:
		pick(in);
		break;
	case ACTION_DIGIT:
		digit(in, key->code);
		break;
	case ACTION_MORE:
		give_points(in, points(in) + 5);
		break;
	case ACTION_LESS:
		give_points(in, points(in) - 5);
		break;
	case ACTION_FLAG:
		flag(in);
		break;
	case ACTION_PROBE:
		probe(in);
		break;
	case ACTION_NUMBER:
		pick_number(in, key->code - '0');
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}
