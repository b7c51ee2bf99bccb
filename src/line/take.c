/* SPDX-License-Identifier: MIT */
/*
 * What was typed at a prompt: stored first, then told, then on to the next question.
 */
#include <string.h>
#include <strings.h>
#include "session.h"

#define DRAFT_EVERY_MS 1000

static void go_on(struct session *session)
{
	struct sitting *sitting = &session->sitting;
	const struct flow *flow = &sitting->flow;
	int used = sitting_seconds(sitting);

	if (flow_short(flow, used) && !session->short_said) {
		session->short_said = true;
		line_say(session->input,
			words(session->said, W_LINE_SHORT,
				hole_count("left", flow_minutes_left(flow, used)),
				hole_count("needed", flow_minutes_needed(flow))));
	}
	bool over = flow_minutes_left(flow, used) == 0 && flow_count(flow).core_blank == 0;
	int next = over ? -1 : flow_advise(flow, used);
	save_go(session, next < 0 ? flow->count : (size_t)next);
}

/* Text that was begun is stored before it is replaced: undo brings it back. */
static void give(struct session *session, const struct parsed_answer *parsed)
{
	bool answered = parsed->state == STATE_ANSWERED;

	save_draft(session);
	if (session_kept(session,
		    sitting_give(&session->sitting, parsed->state, answered ? &parsed->value : NULL,
			    parsed->reason)))
		save_tell(session);
	go_on(session);
}

/* A draft is kept with every line as it is typed; in a paste, whose lines all wait already, once
 * a second. */
static void keep_draft(struct session *session)
{
	if (!line_pending(session->input) ||
		clock_monotonic_ms() - session->draft_saved >= DRAFT_EVERY_MS)
		session_keep_draft(session);
}

/* Lines of an open answer after its first, up to the single '.'; a command among them ends it too.
 */
static void take_text(struct session *session)
{
	struct str *line = &session->line;

	for (;;) {
		enum input got = line_read(session->input, line);
		if (got == INPUT_INTERRUPTED) {
			session_leave(session, LINE_INTERRUPTED);
			return;
		}
		if (got == INPUT_END || strcmp(line->text, ".") == 0) {
			save_draft(session);
			go_on(session);
			if (got == INPUT_END)
				session_leave(session, LINE_LEFT);
			return;
		}
		if (command_is(line->text)) {
			save_draft(session);
			command_run(session, line->text);
			return;
		}
		str_addc(&session->draft, '\n');
		str_add(&session->draft, line->text);
		keep_draft(session);
	}
}

static void begin_text(struct session *session)
{
	if (session->draft.len)
		str_addc(&session->draft, '\n');
	if (strcmp(session->line.text, ".") == 0) {
		save_draft(session);
		go_on(session);
		return;
	}
	str_add(&session->draft, session->line.text);
	keep_draft(session);
	take_text(session);
}

static void keep_answer(struct session *session)
{
	const struct flow *flow = &session->sitting.flow;

	if (session->draft.len)
		save_draft(session);
	else
		line_say(session->input,
			words_plain(flow_state(flow, flow->at) == STATE_BLANK ? W_LINE_KEPT_BLANK
									      : W_LINE_KEPT));
	go_on(session);
}

static bool same(const struct answer *answer, const struct parsed_answer *parsed)
{
	return answer && answer->state == STATE_ANSWERED && parsed->state == STATE_ANSWERED &&
		parsed->value.type == VALUE_NUMBER && answer->value.type == VALUE_NUMBER &&
		!(answer->value.number < parsed->value.number) &&
		!(answer->value.number > parsed->value.number);
}

void take_answer(struct session *session)
{
	struct parsed_answer parsed;

	parse_answer(sitting_item(&session->sitting), session->line.text, &session->record.pool,
		&parsed);
	switch (parsed.kind) {
	case PARSED_KEEP:
		keep_answer(session);
		break;
	case PARSED_TEXT:
		begin_text(session);
		break;
	case PARSED_WRONG:
		line_refuse(session->input, parsed.hint);
		break;
	case PARSED_ANSWER:
		if (same(sitting_answer(&session->sitting), &parsed)) {
			keep_answer(session);
			break;
		}
		if (parsed.hint)
			line_say(session->input, parsed.hint);
		give(session, &parsed);
		break;
	}
}

static void finish(struct session *session)
{
	int unasked;

	if (sitting_finish(&session->sitting, &unasked) != KEPT) {
		line_say(session->input,
			words(session->said, W_LINE_NOT_FINISHED,
				hole_text("why", session->sitting.why.text)));
		return;
	}
	if (unasked)
		line_say(session->input,
			words(session->said, W_LINE_UNASKED, hole_count("n", unasked)));
	session_leave(session, LINE_FINISHED);
}

void take_end(struct session *session)
{
	const char *typed = session->line.text;
	const struct flow *flow = &session->sitting.flow;
	int gap = flow->count ? flow_next_gap(flow, flow->count - 1) : -1;

	if (strcasecmp(typed, "y") == 0 || strcasecmp(typed, "yes") == 0)
		finish(session);
	else if (strcasecmp(typed, "n") == 0 || strcasecmp(typed, "no") == 0)
		session_leave(session, LINE_LEFT);
	else if (str_blank(typed) && gap >= 0)
		save_go(session, (size_t)gap);
	else
		line_refuse(session->input, words_plain(W_LINE_TYPE_FINISH));
}
