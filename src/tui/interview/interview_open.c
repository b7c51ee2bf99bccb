/* SPDX-License-Identifier: MIT */
/*
 * How an interview begins on the screens: where it was left, and held; or read until it can be.
 */
#include "interview.h"

/* Back to where the last sitting ended: the question, and the text that was being typed. The end
 * and the rows of the card are line mode's: here the questions stand for them. */
static bool restore(struct interview *in)
{
	struct sitting *sitting = &in->sitting;
	sitting->at_end = false;
	if (sitting->field >= SITTING_FIELDS)
		sitting->field = SITTING_NOTHING;
	if (!sitting->flow.count)
		return false;
	interview_open_question(in);
	if (!sitting->draft.len || sitting->closed)
		return false;
	interview_draft_back(in);
	return true;
}

static void say_where(struct interview *in)
{
	const struct flow *flow = &in->sitting.flow;
	struct app *app = in->app;
	if (in->sitting.found && flow->count && !*app->message)
		app_say(app, "%s",
			words(&app->said, W_STOPPED_HERE, hole_count("n", (int)flow->at + 1),
				hole_count("all", (int)flow->count)));
}

/* What cannot be written just now is tried again, and that is another matter than somebody else's
 * having it. */
static void warn_closed(struct interview *in)
{
	struct app *app = in->app;
	const struct sitting *sitting = &in->sitting;
	if (!sitting->unheld)
		app_warn(app, "%s", sitting->why.text);
	else
		app_warn(app, "%s",
			words(&app->said,
				store_is_busy(sitting->store) ? W_INTERVIEW_UNHELD_BUSY
							      : W_INTERVIEW_UNHELD,
				hole_text("path", store_path(sitting->store))));
}

void interview_open(struct interview *in, int64_t respondent)
{
	struct app *app = in->app;
	if (sitting_open(&in->sitting, app->options.store, &app->record, respondent, NULL))
		warn_closed(in);
	sitting_share(&in->sitting, &app->waiting);
	if (restore(in))
		app_say(app, "%s", words_plain(W_STOPPED_TYPING));
	else
		say_where(in);
	interview_placed(in, sitting_keep(&in->sitting));
}

void interview_hold_again(struct interview *in)
{
	struct app *app = in->app;
	if (!sitting_hold_again(&in->sitting))
		return;
	app->ticked = true;
	bool typed = restore(in);
	if (in->sitting.closed)
		warn_closed(in);
	else if (!app->asking && !app->confirming)
		app_say(app, "%s", words_plain(typed ? W_INTERVIEW_HELD_TYPING : W_INTERVIEW_HELD));
	interview_placed(in, sitting_keep(&in->sitting));
}
