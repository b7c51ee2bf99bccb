/* SPDX-License-Identifier: MIT */
/*
 * What another program has answered meanwhile: both are said, and which is kept is asked.
 */
#include <strings.h>
#include "session.h"

static void say_pair(
	const struct session *session, const char *what, const char *there, const char *ours)
{
	const char *nothing = words_plain(W_CONFLICT_NOTHING);

	line_say(session->input,
		words(session->said, W_LINE_DISPUTE, hole_text("what", what),
			hole_text("there", there ? there : nothing),
			hole_text("ours", ours ? ours : nothing)));
}

/* What goes with "theirs", of something that is deleted. */
static void say_at_stake(const struct session *session)
{
	struct texts what = { 0 }, ours = { 0 };

	unsaved_at_stake(session->sitting.queue, session->said, &what, &ours);
	for (size_t i = 0; i < what.count; i++)
		say_pair(session, what.text[i], words_plain(W_CONFLICT_GONE), ours.text[i]);
}

static void say_both(const struct session *session)
{
	size_t count;
	const struct store_conflict *list = store_conflicts(session->sitting.store, &count);

	for (size_t i = 0; i < count; i++) {
		const struct store_conflict *one = &list[i];
		if (one->deleted && !one->ours)
			line_say(session->input,
				words(session->said, W_LINE_DISPUTE_DELETED,
					hole_text("what", one->what)));
		else
			say_pair(session, one->what,
				one->deleted ? words_plain(W_CONFLICT_GONE) : one->there,
				one->deletes ? words_plain(W_CONFLICT_GONE) : one->ours);
	}
	say_at_stake(session);
}

bool dispute_means(const char *line, enum store_choice *choice)
{
	static const char *const typed[][2] = {
		[STORE_THEIRS] = { "t", "theirs" }, [STORE_OURS] = { "m", "mine" }
	};

	for (int i = STORE_THEIRS; i <= STORE_OURS; i++)
		for (int j = 0; j < 2; j++)
			if (!strcasecmp(line, typed[i][j])) {
				*choice = (enum store_choice)i;
				return true;
			}
	return false;
}

static void choose(struct session *session, enum store_choice choice)
{
	static const enum sentence chosen[] = {
		[STORE_THEIRS] = W_CHOSEN_THEIRS, [STORE_OURS] = W_CHOSEN_OURS
	};
	enum kept kept = sitting_choose(&session->sitting, choice);

	session->shown = false;
	if (session_load(session) && session_kept(session, kept))
		line_say(session->input, words_plain(chosen[choice]));
}

void dispute_ask(struct session *session)
{
	say_both(session);
	line_prompt(session->input, words_plain(W_LINE_ASK_DISPUTE));
}

void dispute_take(struct session *session)
{
	enum store_choice choice;

	if (dispute_means(session->line.text, &choice))
		choose(session, choice);
	else
		line_say(session->input, words_plain(W_LINE_DISPUTE_HOW));
}
