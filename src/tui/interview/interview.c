/* SPDX-License-Identifier: MIT */
/*
 * The guided session: one question a screen, two modes, back never blocked. What a key means for
 * the answer is the sitting's.
 */
#include "interview.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

static void search(struct interview *in, const char *word)
{
	const struct flow *flow = &in->sitting.flow;
	if (str_blank(word))
		return;
	for (size_t step = 1; step <= flow->count; step++) {
		size_t i = (flow->at + step) % flow->count;
		const struct item *item = &in->app->record.instrument->items[flow->items[i]];
		const struct answer *answer = sitting_answer_of(&in->sitting, i);
		if (strcasestr(item->text, word) ||
			(answer && answer->text && strcasestr(answer->text, word))) {
			interview_go(in, i);
			return;
		}
	}
	app_say(in->app, "%s", words(&in->app->said, W_QUESTION_UNKNOWN, hole_text("word", word)));
}

static void note(struct interview *in, const char *text)
{
	if (!str_blank(text) && interview_kept(in, sitting_note(&in->sitting, text)))
		app_say(in->app, "%s", words_plain(W_NOTE_KEPT));
}

static void ask(struct interview *in, enum act action)
{
	in->asking_note = action == ACTION_NOTE;
	if (in->asking_note)
		app_ask_kept(in->app, "note", &sitting_respondent(&in->sitting)->object,
			words_plain(W_ASK_NOTE), NULL);
	else
		app_ask(in->app, words_plain(W_ASK_FIND), NULL);
}

static void pause(struct interview *in)
{
	bool paused = in->sitting.paused;
	paused ? sitting_go_on(&in->sitting) : sitting_pause(&in->sitting);
	app_say(in->app, "%s", words_plain(paused ? W_PAUSE_OVER : W_PAUSED));
}

/* The key that began it ends it, and no other does anything to an answer. */
static enum nav act_paused(struct interview *in, enum act action)
{
	if (action == ACTION_PAUSE)
		pause(in);
	else
		app_say(in->app, "%s", words_plain(W_PAUSED_STILL));
	return NAV_STAY;
}

/* From now on, in all interviews that are led here. */
static void advance(struct interview *in)
{
	in->app->advances = !in->app->advances;
	app_say(in->app, "%s", words_plain(in->app->advances ? W_ADVANCES : W_ADVANCES_NOT));
}

/* A question on the message row stays there until it is answered. */
static void retry(struct interview *in)
{
	struct app *app = in->app;
	if (app->asking || app->confirming || !sitting_retry(&in->sitting))
		return;
	interview_kept(in, sitting_unsaved(&in->sitting) ? KEPT_WAITING : KEPT);
	app->ticked = true;
}

/* ACTION_TICK: drafts, failed writes, the minutes in the corner. */
static void tick(struct interview *in)
{
	interview_hold_again(in);
	interview_look(in);
	interview_draft_tick(in);
	retry(in);
	interview_clock_tick(in);
}

/* Back on top, or after undo: the review may have finished the interview, the record is another. */
static enum nav resumed(struct interview *in)
{
	if (in->done || !sitting_refresh(&in->sitting))
		return NAV_UP;
	if (in->sitting.flow.count && !in->app->elsewhere)
		in->row = interview_chosen_row(in);
	return NAV_STAY;
}

/* What another program was first with is chosen about before it is left. */
static enum nav leave_disputed(struct interview *in)
{
	if (sitting_unsaved(&in->sitting))
		interview_kept(in, sitting_settle(&in->sitting));
	return in->app->dispute.open ? NAV_STAY : NAV_DEFAULT;
}

static enum nav act_session(struct interview *in, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_TICK:
		tick(in);
		break;
	case ACTION_SAVE:
		interview_keep_draft(in);
		if (sitting_unsaved(&in->sitting))
			interview_placed(in, sitting_settle(&in->sitting));
		break;
	case ACTION_THEIRS:
	case ACTION_OURS:
		return interview_choose(in, action);
	case ACTION_PAUSE:
		pause(in);
		break;
	case ACTION_ADVANCE:
		advance(in);
		break;
	case ACTION_NOTE:
	case ACTION_SEARCH:
		ask(in, action);
		break;
	case ACTION_ASKED:
		in->asking_note ? note(in, key->text) : search(in, key->text);
		break;
	case ACTION_UNDO:
	case ACTION_REDO:
		return interview_may_undo(in) ? NAV_DEFAULT : NAV_STAY;
	case ACTION_UP_LEVEL:
	case ACTION_AUDIT:
	case ACTION_DIAGNOSIS:
	case ACTION_PLAN:
	case ACTION_REPORT:
	case ACTION_PROFILE:
		return leave_disputed(in);
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

static void start_writing(struct interview *in, enum act action)
{
	static const struct {
		int action;
		enum sitting_field writing;
	} fields[] = {
		{ ACTION_COMMENT, SITTING_COMMENT },
		{ ACTION_QUOTE, SITTING_QUOTE },
		{ ACTION_EVIDENCE, SITTING_EVIDENCE },
		{ ACTION_WRITE, SITTING_ANSWER },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (fields[i].action == (int)action)
			interview_write(in, fields[i].writing);
}

/* Without going to another question. */
static enum nav act_here(struct interview *in, enum act action, const struct key *key)
{
	static enum nav (*const parts[])(struct interview *, enum act,
		const struct key *) = { act_session, interview_act_text, interview_act_answer };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i](in, action, key) == NAV_STAY)
			return NAV_STAY;
	return NAV_DEFAULT;
}

static void warn_uneven(struct interview *in)
{
	int left = sitting_points_left(&in->sitting);
	app_warn(in->app, "%s",
		words(&in->app->said, W_POINTS_UNEVEN, hole_count("given", 100 - left)));
}

/* Never blocked; what is left open is said. */
static enum nav go_next(struct interview *in, const struct key *key)
{
	bool may = true, uneven = flow_gap(&in->sitting.flow, in->sitting.flow.at) == GAP_POINTS;
	const char *taken = key->code == TUI_ENTER ? interview_take_row(in, &may) : NULL;
	if (uneven)
		warn_uneven(in);
	if (may)
		interview_next(in);
	if (taken)
		app_say(in->app, "%s", taken);
	return NAV_STAY;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct interview *in = screen->state;
	if (action == ACTION_RESUMED)
		return resumed(in);
	if (in->sitting.paused && (action == ACTION_PAUSE || action == ACTION_KEY))
		return act_paused(in, action);
	if (!in->sitting.flow.count)
		return action == ACTION_UP_LEVEL ? NAV_UP : NAV_STAY;
	start_writing(in, action);
	bool reason = in->writing == SITTING_REASON;
	enum nav nav = act_here(in, action, key);
	if (reason && nav == NAV_STAY && in->writing == SITTING_NOTHING)
		interview_go_on(in);
	if (nav == NAV_STAY)
		return NAV_STAY;
	if (action == ACTION_NEXT || action == ACTION_NEXT_QUESTION)
		return go_next(in, key);
	return interview_act_move(in, action);
}

#define NONE ACTION_NONE
static const enum act offers_rated[] = { ACTION_RATE, ACTION_DONT_KNOW, ACTION_COMMENT,
	ACTION_QUOTE, ACTION_EVIDENCE, ACTION_FLAG, NONE, ACTION_NEXT, ACTION_BACK, ACTION_PROBE,
	ACTION_REVIEW, ACTION_PAUSE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NOT_APPLICABLE,
	ACTION_DECLINED, ACTION_SKIP, ACTION_JUMP, ACTION_SEARCH, ACTION_NOTE, ACTION_ADVANCE,
	ACTION_UNDO, ACTION_REDO, ACTION_PREVIOUS_CHOICE, ACTION_NEXT_CHOICE, ACTION_PAGE_DOWN,
	ACTION_PAGE_UP, ACTION_PALETTE, NONE };
static const enum act offers_choice[] = { ACTION_PREVIOUS_CHOICE, ACTION_PICK, ACTION_DONT_KNOW,
	ACTION_COMMENT, ACTION_QUOTE, ACTION_FLAG, NONE, ACTION_NEXT, ACTION_BACK, ACTION_JUMP,
	ACTION_REVIEW, ACTION_PAUSE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NEXT_CHOICE,
	ACTION_NOT_APPLICABLE, ACTION_DECLINED, ACTION_SKIP, ACTION_EVIDENCE, ACTION_PROBE,
	ACTION_SEARCH, ACTION_NOTE, ACTION_UNDO, ACTION_REDO, ACTION_PAGE_DOWN, ACTION_PAGE_UP,
	ACTION_NUMBER, ACTION_PALETTE, NONE };
static const enum act offers_split[] = { ACTION_PREVIOUS_CHOICE, ACTION_DIGIT, ACTION_MORE,
	ACTION_DONT_KNOW, NONE, ACTION_NEXT, ACTION_BACK, ACTION_COMMENT, ACTION_JUMP,
	ACTION_REVIEW, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NEXT_CHOICE, ACTION_LESS,
	ACTION_NOT_APPLICABLE, ACTION_DECLINED, ACTION_SKIP, ACTION_QUOTE, ACTION_EVIDENCE,
	ACTION_FLAG, ACTION_PROBE, ACTION_SEARCH, ACTION_NOTE, ACTION_PAUSE, ACTION_UNDO,
	ACTION_REDO, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_PALETTE, NONE };
static const enum act offers_open[] = { ACTION_WRITE, ACTION_DONT_KNOW, ACTION_COMMENT,
	ACTION_QUOTE, ACTION_FLAG, NONE, ACTION_NEXT, ACTION_BACK, ACTION_PROBE, ACTION_REVIEW,
	ACTION_PAUSE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NOT_APPLICABLE, ACTION_DECLINED,
	ACTION_SKIP, ACTION_EVIDENCE, ACTION_JUMP, ACTION_SEARCH, ACTION_NOTE, ACTION_UNDO,
	ACTION_REDO, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_PALETTE, NONE };
static const enum act offers_text[] = { ACTION_LEAVE_TEXT, ACTION_NEXT_FIELD, ACTION_NEXT_QUESTION,
	ACTION_BACK_QUESTION, NONE, ACTION_EDITOR, ACTION_TIME_MARK, ACTION_KILL, ACTION_YANK,
	ACTION_HELP_TEXT, NONE, ACTION_PREVIOUS_FIELD, NONE };
/* Whose it is comes first. */
static const enum act offers_taken[] = { ACTION_OURS, ACTION_THEIRS, NONE, ACTION_NEXT, ACTION_BACK,
	ACTION_JUMP, ACTION_REVIEW, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_PROBE, ACTION_SEARCH,
	ACTION_PREVIOUS_CHOICE, ACTION_NEXT_CHOICE, ACTION_PAGE_DOWN, ACTION_PAGE_UP,
	ACTION_PALETTE, NONE };
/* What changes an answer, or adds to the round. */
static bool records(const struct screen *screen, enum act action)
{
	static const bool is_answer[ACTION_COUNT] = { [ACTION_RATE] = true,
		[ACTION_DONT_KNOW] = true,
		[ACTION_NOT_APPLICABLE] = true,
		[ACTION_DECLINED] = true,
		[ACTION_SKIP] = true,
		[ACTION_DIGIT] = true,
		[ACTION_MORE] = true,
		[ACTION_LESS] = true,
		[ACTION_PICK] = true,
		[ACTION_NUMBER] = true,
		[ACTION_WRITE] = true,
		[ACTION_COMMENT] = true,
		[ACTION_QUOTE] = true,
		[ACTION_EVIDENCE] = true,
		[ACTION_FLAG] = true,
		[ACTION_NOTE] = true,
		[ACTION_PAUSE] = true };
	(void)screen;
	return is_answer[action];
}

static const enum act offers_paused[] = { ACTION_PAUSE, NONE, ACTION_HELP, ACTION_UP_LEVEL, NONE,
	ACTION_PALETTE, NONE };
static const enum act offers_empty[] = { NONE, ACTION_UP_LEVEL, NONE, NONE };

static const enum act *offers(const struct screen *screen)
{
	const struct interview *in = screen->state;
	static const enum act *const by_kind[ITEM_KIND_COUNT] = {
		[ITEM_RATED] = offers_rated,
		[ITEM_CHOICE] = offers_choice,
		[ITEM_MULTI] = offers_choice,
		[ITEM_CHECK] = offers_choice,
		[ITEM_SPLIT] = offers_split,
		[ITEM_TEXT] = offers_open,
		[ITEM_NUMBER] = offers_open,
		[ITEM_DATE] = offers_open,
	};
	if (!in->sitting.flow.count)
		return offers_empty;
	if (in->sitting.paused)
		return offers_paused;
	if (in->writing != SITTING_NOTHING)
		return offers_text;
	return in->sitting.taken ? offers_taken : by_kind[sitting_item(&in->sitting)->kind];
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct interview *in = screen->state;
	const struct item *item = in->sitting.flow.count ? sitting_item(&in->sitting) : NULL;
	if (action == ACTION_PROBE && item && !item->probe_count)
		return "";
	if (action == ACTION_PAUSE && in->sitting.paused)
		return words_plain(W_PAUSE_GO_ON);
	if (action == ACTION_NEXT && item &&
		(item->kind == ITEM_CHOICE || item->kind == ITEM_CHECK))
		return words_plain(W_TAKE_AND_NEXT);
	if (action == ACTION_OURS || action == ACTION_THEIRS)
		return words_plain(
			action == ACTION_OURS ? W_INTERVIEW_GO_ON : W_INTERVIEW_LEAVE_IT);
	return NULL;
}

static bool closed(const struct screen *screen)
{
	const struct interview *in = screen->state;
	return in->sitting.closed;
}

static bool text(const struct screen *screen)
{
	const struct interview *in = screen->state;
	return in->writing != SITTING_NOTHING;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct interview *in = screen->state;
	const struct flow *flow = &in->sitting.flow;
	header->title = in->app->record.assessment.kind == ROUND_PULSE ? words_plain(W_CHECK_TITLE)
								       : "Interview";
	app_alliance_text(in->app, header->alliance, sizeof(header->alliance));
	interview_who(in, header->who, sizeof(header->who));
	snprintf(header->progress, sizeof(header->progress), "%zu/%zu", flow->at + 1, flow->count);
	header->saved = interview_standing(in);
}

static void enter(struct screen *screen, const void *arg)
{
	struct interview *in = screen->state;
	struct app *app = screen->app;
	const int64_t *key = arg;
	in->app = app;
	in->writing = SITTING_NOTHING;
	edit_init(&in->box, false);
	str_init(&in->over);
	interview_open(in, *key);
}

static void leave(struct screen *screen)
{
	struct interview *in = screen->state;
	if (sitting_refresh(&in->sitting) && in->sitting.flow.count && !interview_stop_writing(in))
		interview_keep_draft(in);
	sitting_close(&in->sitting);
	in->app->unsaved = app_unsaved(in->app) > 0;
	edit_release(&in->box);
	str_release(&in->over);
	page_release(&in->page);
}

const struct screen_ops screen_interview = {
	.name = "interview",
	.state_size = sizeof(struct interview),
	.enter = enter,
	.act = act,
	.offers = offers,
	.records = records,
	.closed = closed,
	.label = label,
	.text = text,
	.header = header,
	.layout = interview_layout,
	.draw = interview_draw,
	.leave = leave,
};
