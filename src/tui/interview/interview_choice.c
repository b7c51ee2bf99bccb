/* SPDX-License-Identifier: MIT */
/*
 * What was chosen where another program has written the same, or has taken the interview over.
 */
#include "interview.h"

/* Theirs: what is being typed belongs to nothing any more. */
static enum nav choose_whose(struct interview *in, enum store_choice choice)
{
	if (sitting_take_back(&in->sitting, choice)) {
		app_warn(in->app, "%s", in->sitting.why.text);
		return NAV_STAY;
	}
	if (choice == STORE_THEIRS)
		in->writing = SITTING_NOTHING;
	app_say(in->app, "%s",
		words_plain(choice == STORE_OURS ? W_INTERVIEW_TAKEN_BACK : W_INTERVIEW_LEFT));
	return NAV_STAY;
}

/* Theirs: what was typed is let go of, also as a draft. */
static enum nav choose_text(struct interview *in, enum act action)
{
	if (action == ACTION_OURS) {
		str_set(&in->over, interview_stored(in));
		interview_stop_writing(in);
	} else {
		in->writing = SITTING_NOTHING;
		in->box.changed = in->draft_dirty = false;
		interview_placed(in, sitting_draft(&in->sitting, SITTING_NOTHING, NULL, 0));
	}
	if (!in->app->dispute.open)
		app_say(in->app, "%s",
			words_plain(action == ACTION_OURS ? W_CHOSEN_OURS : W_CHOSEN_THEIRS));
	return NAV_STAY;
}

enum nav interview_choose(struct interview *in, enum act action)
{
	if (in->sitting.taken)
		return choose_whose(in, action == ACTION_OURS ? STORE_OURS : STORE_THEIRS);
	if (!sitting_disputed(&in->sitting) && in->box.changed && interview_overtaken(in))
		return choose_text(in, action);
	enum kept kept =
		sitting_choose(&in->sitting, action == ACTION_OURS ? STORE_OURS : STORE_THEIRS);
	if (app_reload(in->app) && sitting_refresh(&in->sitting) && interview_kept(in, kept))
		app_say(in->app, "%s",
			words_plain(action == ACTION_OURS ? W_CHOSEN_OURS : W_CHOSEN_THEIRS));
	return NAV_STAY;
}
