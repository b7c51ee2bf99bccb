/* SPDX-License-Identifier: MIT */
/*
 * TEXT mode of a guided session: a box for one field of the answer. What is typed is kept as a
 * draft until the box is left; then it becomes part of the answer.
 */
#include "interview.h"

#include <stdlib.h>

#include <rekindle/date.h>
#include <rekindle/edited.h>

#include "../terminal.h"

void interview_write(struct interview *in, enum sitting_field writing)
{
	if (in->sitting.closed || sitting_look(&in->sitting)) {
		interview_kept(in, KEPT_NOT);
		return;
	}
	in->writing = writing;
	in->follow = true;
	in->box.one_line =
		writing != SITTING_ANSWER || sitting_item(&in->sitting)->kind != ITEM_TEXT;
	edit_set(&in->box, interview_stored(in));
	str_set(&in->over, interview_stored(in));
	in->draft_dirty = false;
}

void interview_draft_back(struct interview *in)
{
	const struct sitting *sitting = &in->sitting;
	interview_write(in, sitting->field);
	edit_set(&in->box, sitting->draft.text);
	in->box.cursor = sitting->cursor;
	in->box.changed = true;
}

void interview_keep_draft(struct interview *in)
{
	if (!in->draft_dirty)
		return;
	in->draft_dirty = false;
	enum kept kept =
		sitting_draft(&in->sitting, in->writing, in->box.text.text, in->box.cursor);
	if (interview_placed(in, kept))
		in->draft_kept = clock_ms();
}

void interview_draft_tick(struct interview *in)
{
	if (!in->draft_dirty || clock_monotonic_ms() - in->draft_since < DRAFT_MS)
		return;
	interview_keep_draft(in);
	in->app->ticked = true;
}

static const char *no_answer(struct app *app, enum item_kind kind, const char *text)
{
	const char *wrong =
		kind == ITEM_DATE ? words_wrong_day(&app->said, text, app->today) : NULL;
	return wrong ? words(&app->said, W_ANSWER_NO_DATE, hole_text("wrong", wrong))
		     : words_plain(W_ANSWER_NO_NUMBER);
}

static void refuse_text(struct interview *in)
{
	if (in->sitting.closed || in->sitting.taken)
		interview_kept(in, KEPT_NOT);
	else
		app_warn(in->app, "%s",
			no_answer(in->app, sitting_item(&in->sitting)->kind, in->box.text.text));
}

bool interview_stop_writing(struct interview *in)
{
	if (in->writing == SITTING_NOTHING)
		return true;
	if (in->box.changed && interview_overtaken(in)) {
		interview_ask_text(in);
		return false;
	}
	if (in->box.changed) {
		enum kept kept = sitting_write(&in->sitting, in->writing, in->box.text.text);
		if (kept == KEPT_NOT) {
			refuse_text(in);
			return false;
		}
		interview_kept(in, kept);
	}
	in->writing = SITTING_NOTHING;
	in->draft_dirty = false;
	in->box.changed = false;
	return true;
}

static void typed(struct interview *in)
{
	if (!in->box.changed || in->draft_dirty)
		return;
	in->draft_dirty = true;
	in->draft_since = clock_monotonic_ms();
}

/* Ctrl-X Ctrl-E, as in a shell. */
static void external_editor(struct interview *in)
{
	struct pool pool = { 0 };
	struct str text;
	const struct sitting_spot spot = { .assessment = in->app->record.assessment.object.id,
		.respondent = sitting_respondent(&in->sitting)->object.id,
		.item = sitting_item(&in->sitting)->id,
		.field = in->writing };
	interview_keep_draft(in);
	str_init(&text);
	str_add(&text, in->box.text.text);
	const char *question = words_mirror(&pool, &in->app->record,
		sitting_item(&in->sitting)->text, sitting_respondent(&in->sitting)->party);
	if (terminal_edit(
		    in->app, question, edited_mark(&pool, in->app->options.store, &spot), &text)) {
		edit_set(&in->box, NULL);
		edit_insert(&in->box, text.text);
		in->box.changed = true;
		typed(in);
		interview_keep_draft(in);
	}
	str_release(&text);
	pool_release(&pool);
}

static void time_mark(struct interview *in)
{
	char at[6], mark[16];
	snprintf(mark, sizeof(mark), "[%s] ", clock_hm(clock_ms(), at));
	edit_insert(&in->box, mark);
	typed(in);
}

/* Enter in a box of one line: kept, and said so unless there was something to warn of. */
static void end_line(struct interview *in)
{
	bool changed = in->box.changed;
	if (interview_stop_writing(in) && changed && !*in->app->message)
		app_say(in->app, "%s", words_plain(W_TEXT_KEPT));
}

static void leave_text(struct interview *in)
{
	if (interview_stop_writing(in) && !in->app->warning)
		app_say(in->app, "%s", words_plain(W_TEXT_LEFT));
}

static void box_key(struct interview *in, const struct key *key)
{
	bool editor = in->editor_pending && key->code == CONTROL('e');
	in->editor_pending = false;
	if (editor)
		external_editor(in);
	else if (key->code == TUI_ENTER && in->box.one_line)
		end_line(in);
	else if (key->code == TUI_PASTE)
		edit_insert(&in->box, key->text),
			app_say(in->app, "%s", words_plain(W_TEXT_PASTED));
	else
		edit_key(&in->box, key);
	typed(in);
}

static void cycle_field(struct interview *in, int by)
{
	static const enum sitting_field order[] = { SITTING_ANSWER, SITTING_QUOTE, SITTING_COMMENT,
		SITTING_EVIDENCE };
	int at = 0, n = sizeof(order) / sizeof(*order);
	enum sitting_field now = in->writing;
	while (at < n - 1 && order[at] != now)
		at++;
	if (!interview_stop_writing(in))
		return;
	at = (at + by + n) % n;
	if (order[at] == SITTING_ANSWER && sitting_item(&in->sitting)->kind != ITEM_TEXT)
		at = (at + by + n) % n;
	interview_write(in, order[at]);
}

enum nav interview_act_text(struct interview *in, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_LEAVE_TEXT:
		leave_text(in);
		break;
	case ACTION_NEXT_FIELD:
		cycle_field(in, 1);
		break;
	case ACTION_PREVIOUS_FIELD:
		cycle_field(in, -1);
		break;
	case ACTION_TIME_MARK:
		time_mark(in);
		break;
	case ACTION_EDITOR:
		in->editor_pending = true;
		break;
	case ACTION_KILL:
	case ACTION_YANK:
	case ACTION_KEY:
		if (in->writing == SITTING_NOTHING)
			return NAV_DEFAULT;
		box_key(in, key);
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}
