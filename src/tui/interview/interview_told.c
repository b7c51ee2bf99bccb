/* SPDX-License-Identifier: MIT */
/*
 * What the files of the guided session tell the user alike.
 */
#include "interview.h"

#include <string.h>

#include "../widgets/bind.h"

/* What is being typed, by its name: "comment of the answer to Rationale". */
static const char *box_called(const struct interview *in, struct pool *pool)
{
	static const char *const members[SITTING_FIELDS] = { [SITTING_COMMENT] = "comment",
		[SITTING_QUOTE] = "quote",
		[SITTING_EVIDENCE] = "evidence",
		[SITTING_REASON] = "reason" };
	const char *item = interview_short(in, in->sitting.flow.at);
	const char *answer = words(pool, W_CALLED_ANSWER, hole_text("item", item));
	struct texts one = { 0 };
	if (!members[in->writing])
		return answer;
	texts_add(pool, &one,
		words_member(pool, KIND_ANSWER, bind_named(KIND_ANSWER, members[in->writing])));
	return words(pool, W_MEMBERS_OF, hole_list("members", &one), hole_text("object", answer));
}

/* What is being typed goes with "theirs": it is seen before. */
static void ask_whose(struct interview *in)
{
	struct pool *pool = &in->app->dispute.pool;
	dispute_forget(in->app);
	const char *who = words_respondent(pool, &in->app->record, in->sitting.flow.respondent);
	dispute_add(in->app, words(pool, W_INTERVIEW_OF, hole_text("person", who)),
		in->sitting.why.text, words_plain(W_INTERVIEW_HERE));
	if (in->writing != SITTING_NOTHING && in->box.changed)
		dispute_add(in->app, box_called(in, pool), interview_stored(in), in->box.text.text);
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

const char *interview_standing(const struct interview *in)
{
	if (in->sitting.taken)
		return words_plain(W_INTERVIEW_TAKEN);
	return in->sitting.closed ? words_plain(W_READ_ONLY) : NULL;
}

void interview_clock_tick(struct interview *in)
{
	int minute = sitting_seconds(&in->sitting) / 60;
	in->app->ticked |= minute != in->minute_shown;
	in->minute_shown = minute;
}

const char *interview_stored(const struct interview *in)
{
	const char *written = sitting_written(&in->sitting, in->writing);
	return written ? written : "";
}

bool interview_overtaken(const struct interview *in)
{
	const char *now = interview_stored(in);
	return in->writing != SITTING_NOTHING && !in->sitting.taken && !in->sitting.closed &&
		strcmp(now, in->over.text) != 0 && strcmp(now, in->box.text.text) != 0;
}

void interview_ask_text(struct interview *in)
{
	struct pool *pool = &in->app->dispute.pool;
	dispute_forget(in->app);
	dispute_add(in->app, box_called(in, pool), interview_stored(in), in->box.text.text);
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
