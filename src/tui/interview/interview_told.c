/* SPDX-License-Identifier: MIT */
/*
 * What the files of the guided session tell the user alike.
 */
#include "interview.h"

static void ask_whose(struct interview *in)
{
	struct pool *pool = &in->app->dispute.pool;
	dispute_forget(in->app);
	const char *who = words_respondent(pool, &in->app->record, in->sitting.flow.respondent);
	dispute_add(in->app, words(pool, W_INTERVIEW_OF, hole_text("person", who)),
		in->sitting.why.text, words_plain(W_INTERVIEW_HERE));
}

void interview_look(struct interview *in)
{
	struct app *app = in->app;
	bool told = in->sitting.taken;
	if (told || !sitting_look(&in->sitting))
		return;
	app->ticked = true;
	if (!app->asking && !app->confirming)
		app_warn(app, "%s", in->sitting.why.text);
}

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

bool interview_kept(struct interview *in, enum kept kept)
{
	const struct errmsg *why = &in->sitting.why;
	if (kept == KEPT_WAITING && sitting_disputed(&in->sitting))
		app_dispute(in->app);
	if (kept != KEPT_NOT)
		return app_wrote(in->app, kept == KEPT ? ERR_NONE : ERR_FAILED, why);
	if (in->sitting.taken)
		ask_whose(in);
	else
		app_warn(in->app, "%s", why->text);
	return false;
}

enum nav interview_choose(struct interview *in, enum act action)
{
	if (in->sitting.taken)
		return choose_whose(in, action == ACTION_OURS ? STORE_OURS : STORE_THEIRS);
	enum kept kept =
		sitting_choose(&in->sitting, action == ACTION_OURS ? STORE_OURS : STORE_THEIRS);
	if (app_reload(in->app) && sitting_refresh(&in->sitting) && interview_kept(in, kept))
		app_say(in->app, "%s",
			words_plain(action == ACTION_OURS ? W_CHOSEN_OURS : W_CHOSEN_THEIRS));
	return NAV_STAY;
}

bool interview_placed(struct interview *in, enum kept kept)
{
	if (kept == KEPT_WAITING)
		return app_wrote(in->app, ERR_FAILED, &in->sitting.why);
	in->app->unsaved &= kept != KEPT;
	return kept == KEPT;
}

bool interview_may_undo(struct interview *in)
{
	if (sitting_look(&in->sitting))
		return interview_kept(in, KEPT_NOT);
	return !sitting_unsaved(&in->sitting) || interview_kept(in, sitting_settle(&in->sitting));
}

const char *interview_short(const struct interview *in, size_t question)
{
	const struct flow *flow = &in->sitting.flow;
	const struct item *item = &in->app->record.instrument->items[flow->items[question]];
	return item->shorthand ? item->shorthand : item->text;
}

void interview_who(const struct interview *in, char *buffer, size_t size)
{
	const struct record *record = &in->app->record;
	struct pool pool = { 0 };
	snprintf(buffer, size, "%s, %s",
		words_respondent(&pool, record, in->sitting.flow.respondent),
		record->parties[sitting_respondent(&in->sitting)->party].label);
	pool_release(&pool);
}
