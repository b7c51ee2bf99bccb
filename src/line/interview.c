/* SPDX-License-Identifier: MIT */
/*
 * The session: a loop over questions that stores each answer and the place at once, so that it can
 * be ended at any moment and goes on where it was.
 */
#include <rekindle/schema.h>
#include <rekindle/words.h>
#include "session.h"

/* Text begun in a field of its own on the screens: it belongs to the answer, so it goes there. */
static void adopt_field(struct session *session)
{
	static const char *const name[SITTING_FIELDS] = {
		[SITTING_COMMENT] = "a comment",
		[SITTING_QUOTE] = "a quote",
		[SITTING_EVIDENCE] = "evidence",
		[SITTING_REASON] = "a reason",
	};
	enum sitting_field field = session->sitting.field;
	char *text = pool_strdup(&session->record.pool, session->sitting.draft.text);

	if (field == SITTING_ANSWER)
		line_say(session->input, "Begun and not saved: %s", text);
	else if (session_kept(session, sitting_write(&session->sitting, field, text)))
		line_say(session->input, "Saved what was begun as %s: %s", name[field], text);
}

/* Tell where the last sitting ended, and go on with what was being typed. */
static void resume(struct session *session)
{
	struct sitting *sitting = &session->sitting;

	if (sitting->finished)
		line_say(session->input,
			"This interview was finished; its answers can still be changed.");
	if (sitting->at_end || !sitting->flow.count)
		return;
	line_say(session->input, "Going on at question %zu of %zu.", sitting->flow.at + 1,
		sitting->flow.count);
	if (!sitting->draft.len)
		return;
	if (sitting->field == SITTING_ANSWER && sitting_item(sitting)->kind == ITEM_TEXT)
		str_set(&session->draft, sitting->draft.text);
	else
		adopt_field(session);
}

static void greet(const struct session *session)
{
	const struct record *record = &session->record;
	const struct respondent *respondent = sitting_respondent(&session->sitting);
	struct pool pool = { 0 };

	line_say(session->input, "%s, %s.", record->alliance.name,
		record->assessment.title ? record->assessment.title
					 : vocabulary_round.word[record->assessment.kind]);
	line_say(session->input, "Interview with %s, %s, %s. %zu questions.",
		record_respondent_name(record, &pool, session->sitting.flow.respondent),
		record->parties[respondent->party].label, vocabulary_role.word[respondent->role],
		session->sitting.flow.count);
	pool_release(&pool);
}

/* One prompt and what was typed at it. */
static void step(struct session *session)
{
	if (sitting_retry(&session->sitting) && !sitting_unsaved(&session->sitting))
		line_say(session->input, "What was not saved yet is saved now.");
	if (session->sitting.at_end)
		ask_end(session);
	else
		ask_show(session);
	enum input got = line_read(session->input, &session->line);
	if (got == INPUT_END)
		session_leave(session, LINE_LEFT);
	else if (got == INPUT_INTERRUPTED)
		session_leave(session, LINE_INTERRUPTED);
	else if (session->line.text[0] == ':')
		command_run(session, session->line.text);
	else if (session->sitting.at_end)
		take_end(session);
	else
		take_answer(session);
}

static void farewell(const struct session *session)
{
	const char *const words[] = {
		[LINE_LEFT] = "Everything is saved; the next start goes on here.",
		[LINE_FINISHED] = "Finished and saved.",
		[LINE_NO_CONSENT] = "Saved: no consent. Nothing is asked.",
		[LINE_INTERRUPTED] =
			"Interrupted; everything is saved, the next start goes on here.",
	};

	if (session->end != LINE_FINISHED && session->end != LINE_NO_CONSENT)
		putc('\n', session->input->out);
	line_say(session->input, "%s", words[session->end]);
	fflush(session->input->out);
}

static void run(struct session *session)
{
	struct sitting *sitting = &session->sitting;
	bool card = sitting->field >= SITTING_FIELDS;

	greet(session);
	if (sitting->found && !card)
		resume(session);
	sitting->at_end |= sitting->flow.count == 0;
	if (card_needed(session) || card)
		card_ask(session, sitting->field);
	if (!session->leave)
		sitting_keep(sitting);
	while (!session->leave)
		step(session);
}

/* What still waits is tried once more; the truth about it is the last word. */
static void end(struct session *session)
{
	struct sitting *sitting = &session->sitting;
	int lost = sitting_close(sitting);

	if (lost && session->err == ERR_NONE)
		session->err = errmsg_set(session->why, ERR_FAILED, "%s",
			words(&session->record.pool, W_CHANGES_LOST_WHY, hole_count("n", lost),
				hole_text("why", sitting->why.text)));
	if (session->err == ERR_NONE)
		farewell(session);
}

static void interview(struct session *session, struct store *store, int64_t respondent)
{
	if (session_failed(session,
		    store_load(store, session->assessment, &session->record, session->why)))
		return;
	if (sitting_find(&session->record, respondent) < 0)
		session->err = errmsg_set(session->why, ERR_FAILED,
			"the respondent is not in this assessment any more");
	else if (session_failed(session,
			 sitting_open(&session->sitting, store, &session->record, respondent,
				 session->why)))
		sitting_close(&session->sitting);
	else {
		run(session);
		end(session);
	}
	record_release(&session->record);
}

enum err line_interview(struct store *store, int64_t assessment, int64_t respondent,
	const struct line_input *input, enum line_end *ended, struct errmsg *why)
{
	struct session session = { .input = input, .assessment = assessment, .why = why };

	setvbuf(input->in, NULL, _IONBF, 0);
	str_init(&session.line);
	str_init(&session.draft);
	interview(&session, store, respondent);
	*ended = session.end;
	str_release(&session.line);
	str_release(&session.draft);
	return session.err;
}
