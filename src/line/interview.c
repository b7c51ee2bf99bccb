/* SPDX-License-Identifier: MIT */
/*
 * The session: a loop over questions that stores each answer and the place at once, so that it can
 * be ended at any moment and goes on where it was.
 */
#include "session.h"

/* Text begun in a field of its own on the screens: it belongs to the answer, so it goes there. */
static void adopt_field(struct session *session)
{
	static const enum sentence told[SITTING_FIELDS] = {
		[SITTING_ANSWER] = W_LINE_BEGUN_ANSWER,
		[SITTING_COMMENT] = W_LINE_BEGUN_COMMENT,
		[SITTING_QUOTE] = W_LINE_BEGUN_QUOTE,
		[SITTING_EVIDENCE] = W_LINE_BEGUN_EVIDENCE,
		[SITTING_REASON] = W_LINE_BEGUN_REASON,
	};
	enum sitting_field field = session->sitting.field;
	char *text = pool_strdup(&session->record.pool, session->sitting.draft.text);

	if (field == SITTING_ANSWER ||
		session_kept(session, sitting_write(&session->sitting, field, text)))
		line_say(
			session->input, words(session->said, told[field], hole_text("text", text)));
}

/* Tell where the last sitting ended, and go on with what was being typed. */
static void resume(struct session *session)
{
	struct sitting *sitting = &session->sitting;

	if (sitting->finished)
		line_say(session->input, words_plain(W_LINE_WAS_FINISHED));
	if (sitting->at_end || !sitting->flow.count)
		return;
	line_say(session->input,
		words(session->said, W_LINE_GOING_ON, hole_count("n", (int)sitting->flow.at + 1),
			hole_count("all", (int)sitting->flow.count)));
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
	const struct assessment *round = &record->assessment;
	const struct respondent *respondent = sitting_respondent(&session->sitting);
	const struct flow *flow = &session->sitting.flow;

	line_say(session->input,
		words(session->said, W_LINE_ROUND, hole_text("alliance", record->alliance.name),
			hole_text(
				"round", round->title ? round->title : words_round(round->kind))));
	line_say(session->input,
		words(session->said,
			round->kind == ROUND_PULSE ? W_LINE_GREETING_PULSE : W_LINE_GREETING,
			hole_text(
				"name", words_respondent(session->said, record, flow->respondent)),
			hole_text("party", record->parties[respondent->party].label),
			hole_text("role", words_role(respondent->role)),
			hole_count("n", (int)flow->count)));
}

/* One prompt and what was typed at it. */
static void step(struct session *session)
{
	pool_release(session->said);
	if (sitting_retry(&session->sitting) && !sitting_unsaved(&session->sitting))
		line_say(session->input, words_plain(W_LINE_SAVED_NOW));
	if (sitting_disputed(&session->sitting))
		dispute_ask(session);
	else if (session->sitting.at_end)
		ask_end(session);
	else
		ask_show(session);
	enum input got = line_read(session->input, &session->line);
	if (got == INPUT_END)
		session_leave(session, LINE_LEFT);
	else if (got == INPUT_INTERRUPTED)
		session_leave(session, LINE_INTERRUPTED);
	else if (sitting_disputed(&session->sitting))
		dispute_take(session);
	else if (session->line.text[0] == ':')
		command_run(session, session->line.text);
	else if (whose_ours(session, session->line.text))
		session->sitting.at_end ? take_end(session) : take_answer(session);
}

static void farewell(const struct session *session)
{
	static const enum sentence byes[] = {
		[LINE_LEFT] = W_LINE_BYE_LEFT,
		[LINE_FINISHED] = W_LINE_BYE_FINISHED,
		[LINE_NO_CONSENT] = W_LINE_BYE_NO_CONSENT,
		[LINE_INTERRUPTED] = W_LINE_BYE_INTERRUPTED,
	};

	if (session->end != LINE_FINISHED && session->end != LINE_NO_CONSENT)
		putc('\n', session->input->out);
	line_say(session->input, words_plain(byes[session->end]));
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
			words(session->said, W_CHANGES_LOST_WHY, hole_count("n", lost),
				hole_text("why", sitting->why.text)));
	if (session->err == ERR_NONE)
		farewell(session);
}

static enum err open_sitting(
	struct session *session, struct store *store, const struct line_who *who)
{
	struct sitting *sitting = &session->sitting;
	struct record *record = &session->record;

	if (who->newcomer)
		return sitting_open_new(sitting, store, record, who->newcomer, session->why);
	if (sitting_find(record, who->respondent) < 0)
		return errmsg_set(session->why, ERR_FAILED, "%s", words_plain(W_LINE_GONE));
	enum err err = sitting_open(sitting, store, record, who->respondent, session->why);
	if (err != ERR_NONE)
		sitting_close(sitting);
	return err;
}

static void interview(struct session *session, struct store *store, struct line_who *who)
{
	if (session_failed(session,
		    store_load(store, session->assessment, &session->record, session->why)))
		return;
	if (!session_failed(session, open_sitting(session, store, who))) {
		store_shows(store, &session->record);
		run(session);
		end(session);
		store_shows(store, NULL);
		who->respondent = session->sitting.respondent;
	}
	record_release(&session->record);
}

enum err line_interview(struct store *store, int64_t assessment, struct line_who *who,
	const struct line_input *input, enum line_end *ended, struct errmsg *why)
{
	struct pool said = { 0 };
	struct session session = {
		.input = input, .assessment = assessment, .said = &said, .why = why
	};

	line_open(input);
	str_init(&session.line);
	str_init(&session.draft);
	interview(&session, store, who);
	line_close(input);
	*ended = session.end;
	str_release(&session.line);
	str_release(&session.draft);
	pool_release(&said);
	return session.err;
}
