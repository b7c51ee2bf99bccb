/* SPDX-License-Identifier: MIT */
/*
 * Another program has taken the interview over: who goes on with it is asked before anything more
 * is written, and what was typed is not lost by that.
 */
#include "session.h"

/* The answer; theirs, when the input ends before there is one. */
static enum store_choice ask(const struct session *session)
{
	enum store_choice choice = STORE_THEIRS;
	enum input got = INPUT_LINE;
	bool chosen = false;
	struct str line;

	str_init(&line);
	line_say(session->input,
		words(session->said, W_LINE_REFUSED, hole_text("why", session->sitting.why.text)));
	while (!chosen && got == INPUT_LINE) {
		line_prompt(session->input, words_plain(W_LINE_ASK_WHOSE));
		got = line_read(session->input, &line);
		chosen = got == INPUT_LINE && dispute_means(line.text, &choice);
		if (got == INPUT_LINE && !chosen)
			line_say(session->input, words_plain(W_LINE_WHOSE_HOW));
	}
	str_release(&line);
	return choice;
}

static bool take_back(struct session *session)
{
	enum err err = sitting_take_back(&session->sitting, STORE_OURS);

	line_say(session->input,
		err ? words(session->said, W_LINE_REFUSED,
			      hole_text("why", session->sitting.why.text))
		    : words_plain(W_INTERVIEW_TAKEN_BACK));
	return !err && session_load(session);
}

/* What was typed is shown once more, for it is kept nowhere. */
static void leave(struct session *session, const char *typed)
{
	*session->why = session->sitting.why;
	sitting_take_back(&session->sitting, STORE_THEIRS);
	if (!str_blank(typed))
		line_say(session->input,
			words(session->said, W_LINE_UNWRITTEN, hole_text("text", typed)));
	session_failed(session, ERR_LOCKED);
}

bool whose_ours(struct session *session, const char *typed)
{
	while (!session->leave && sitting_look(&session->sitting)) {
		session->shown = false;
		if (ask(session) == STORE_THEIRS)
			leave(session, typed);
		else if (!take_back(session) && !session->sitting.taken)
			break;
	}
	return !session->leave;
}
