/* SPDX-License-Identifier: MIT */
/*
 * The session: a loop over questions that stores each answer and the place at once, so that it can
 * be ended at any moment and goes on where it was.
 */
#include <stddef.h>
#include <rekindle/schema.h>
#include "session.h"

const struct item *session_item(const struct session *session)
{
	return &session->record.instrument->items[session->flow.items[session->flow.at]];
}

const struct answer *session_answer(const struct session *session)
{
	return record_answer(
		&session->record, session->respondent, session->flow.items[session->flow.at]);
}

struct answer *session_edit(struct session *session)
{
	return record_put_answer(
		&session->record, session->respondent, session->flow.items[session->flow.at]);
}

bool session_failed(struct session *session, enum err err)
{
	if (err == ERR_NONE)
		return false;
	session->err = err;
	session->leave = true;
	return true;
}

bool session_put(struct session *session, struct answer *answer)
{
	answer->changed = clock_ms();
	return !session_failed(session,
		store_put(session->store, &session->record, KIND_ANSWER, answer, 0, session->why));
}

int session_seconds(const struct session *session)
{
	return session->seconds_before + (int)((clock_monotonic_ms() - session->started) / 1000);
}

bool session_keep(struct session *session)
{
	const struct sitting sitting = {
		.respondent = session->key,
		.item = session->at_end ? -1 : session->flow.items[session->flow.at],
		.field = FLOW_ANSWER,
		.draft = session->draft.len ? session->draft.text : NULL,
		.cursor = (int)session->draft.len,
		.seconds = session_seconds(session),
		.finished = session->finished,
	};

	session->draft_saved = clock_monotonic_ms();
	return !session_failed(session,
		store_put_sitting(session->store, &session->record, &sitting, session->why));
}

void session_leave(struct session *session, enum line_end end)
{
	session->leave = true;
	session->end = end;
}

void session_go(struct session *session, size_t question)
{
	if (session->draft.len && !take_draft(session))
		return;
	session->at_end = question >= session->flow.count;
	if (!session->at_end)
		session->flow.at = question;
	session->shown = false;
	session_keep(session);
}

static int find_respondent(const struct record *record, int64_t key)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].object.key == key)
			return (int)i;
	return -1;
}

bool session_load(struct session *session)
{
	size_t at = session->flow.at;

	flow_release(&session->flow);
	record_release(&session->record);
	session->flow.at = at;
	session->respondent = -1;
	if (session_failed(session,
		    store_load(
			    session->store, session->assessment, &session->record, session->why)))
		return false;
	session->respondent = find_respondent(&session->record, session->key);
	if (session->respondent < 0)
		return false;
	flow_init(&session->flow, &session->record, session->respondent);
	if (at < session->flow.count)
		session->flow.at = at;
	return true;
}

/* Text begun in a field of its own on the screens: it belongs to the answer, so it goes there. */
static bool adopt_field(struct session *session, const struct sitting *sitting)
{
	static const struct {
		size_t offset;
		const char *name;
	} fields[] = {
		[FLOW_COMMENT] = { offsetof(struct answer, comment), "a comment" },
		[FLOW_QUOTE] = { offsetof(struct answer, quote), "a quote" },
		[FLOW_EVIDENCE] = { offsetof(struct answer, evidence), "evidence" },
		[FLOW_REASON] = { offsetof(struct answer, reason), "a reason" },
	};

	if (sitting->field < FLOW_COMMENT || sitting->field > FLOW_REASON) {
		line_say(session->input, "Begun and not saved: %s", sitting->draft);
		return true;
	}
	struct answer *answer = session_edit(session);
	const char **text = (const char **)(void *)((char *)answer + fields[sitting->field].offset);
	*text = pool_strdup(&session->record.pool, sitting->draft);
	if (!session_put(session, answer))
		return false;
	line_say(session->input, "Saved what was begun as %s: %s", fields[sitting->field].name,
		*text);
	return true;
}

/* Go back to where the last sitting ended. */
static bool resume(struct session *session, const struct sitting *sitting)
{
	int question = flow_find(&session->flow, sitting->item);

	session->seconds_before = sitting->seconds;
	session->finished = sitting->finished;
	if (sitting->finished)
		line_say(session->input,
			"This interview was finished; its answers can still be changed.");
	if (question < 0) {
		session->at_end = sitting->item < 0 && sitting->field == FLOW_ANSWER;
		return true;
	}
	session->flow.at = (size_t)question;
	line_say(session->input, "Going on at question %d of %zu.", question + 1,
		session->flow.count);
	if (!sitting->draft)
		return true;
	if (sitting->field == FLOW_ANSWER && session_item(session)->kind == ITEM_TEXT) {
		str_set(&session->draft, sitting->draft);
		return true;
	}
	return adopt_field(session, sitting);
}

static enum err refuse_sealed(const struct session *session)
{
	char day[DATE_TEXT];

	if (session->record.assessment.sealed == DATE_NONE)
		return ERR_NONE;
	return errmsg_set(session->why, ERR_LOCKED,
		"this assessment was sealed on %s and cannot be changed; nothing was asked",
		date_iso(session->record.assessment.sealed, day));
}

static void greet(struct session *session)
{
	const struct record *record = &session->record;
	const struct respondent *respondent = &record->respondents[session->respondent];
	struct pool pool = { 0 };

	line_say(session->input, "%s, %s.", record->alliance.name,
		record->assessment.title ? record->assessment.title
					 : vocabulary_round.word[record->assessment.kind]);
	line_say(session->input, "Interview with %s, %s, %s. %zu questions.",
		record_respondent_name(record, &pool, session->respondent),
		record->parties[respondent->party].label, vocabulary_role.word[respondent->role],
		session->flow.count);
	pool_release(&pool);
}

/* One prompt and what was typed at it. */
static void step(struct session *session)
{
	if (session->at_end)
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
	else if (session->at_end)
		take_end(session);
	else
		take_answer(session);
}

static void farewell(struct session *session)
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
	struct pool pool = { 0 };
	struct sitting sitting = { .item = -1 };
	bool found = false;
	int field = FLOW_ANSWER;

	if (session_failed(session, refuse_sealed(session)) ||
		session_failed(session,
			store_get_sitting(session->store, &session->record, session->key, &pool,
				&sitting, &found, session->why)))
		goto out;
	greet(session);
	if (found && sitting.field >= FLOW_ATTRIBUTION)
		field = sitting.field;
	else if (found && !resume(session, &sitting))
		goto out;
	session->at_end |= session->flow.count == 0;
	if (card_needed(session) || field != FLOW_ANSWER)
		card_ask(session, field);
	if (!session->leave)
		session_keep(session);
	while (!session->leave)
		step(session);
	if (session->err == ERR_NONE && session->end != LINE_NO_CONSENT && !session->in_card)
		session_keep(session);
	if (session->err == ERR_NONE)
		farewell(session);
out:
	pool_release(&pool);
}

enum err line_interview(struct store *store, int64_t assessment, int64_t respondent,
	const struct line_input *input, enum line_end *end, struct errmsg *why)
{
	struct session session = {
		.store = store,
		.input = input,
		.assessment = assessment,
		.key = respondent,
		.started = clock_monotonic_ms(),
		.why = why,
	};
	enum err err = store_hold(store, respondent, why);

	if (err != ERR_NONE)
		return err;
	setvbuf(input->in, NULL, _IONBF, 0);
	str_init(&session.line);
	str_init(&session.draft);
	if (session_load(&session))
		run(&session);
	else if (session.err == ERR_NONE)
		session.err = errmsg_set(
			why, ERR_FAILED, "the respondent is not in this assessment any more");
	*end = session.end;
	flow_release(&session.flow);
	record_release(&session.record);
	str_release(&session.line);
	str_release(&session.draft);
	store_unhold(store);
	return session.err;
}
