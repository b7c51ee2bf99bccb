/* SPDX-License-Identifier: MIT */
/*
 * What another program has answered meanwhile: both are said, and which is kept is asked.
 */
#include <strings.h>
#include "session.h"

static void say_both(const struct session *session)
{
	const char *nothing = words_plain(W_CONFLICT_NOTHING);
	size_t count;
	const struct store_conflict *list = store_conflicts(session->sitting.store, &count);

	for (size_t i = 0; i < count; i++) {
		struct hole what = hole_text("what", list[i].what);
		const char *there = list[i].there ? list[i].there : nothing;
		const char *ours = list[i].deletes ? words_plain(W_CONFLICT_GONE)
			: list[i].ours             ? list[i].ours
						   : nothing;

		line_say(session->input,
			list[i].deleted
				? words(session->said, W_LINE_DISPUTE_DELETED, what)
				: words(session->said, W_LINE_DISPUTE, what,
					  hole_text("there", there), hole_text("ours", ours)));
	}
}

/* Which of the two a line means. */
static bool is_choice(const char *line, enum store_choice *choice)
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

	if (is_choice(session->line.text, &choice))
		choose(session, choice);
	else
		line_say(session->input, words_plain(W_LINE_DISPUTE_HOW));
}
