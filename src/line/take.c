/* SPDX-License-Identifier: MIT */
/*
 * What was typed at a prompt: stored first, then told, then on to the next question.
 */
#include <string.h>
#include <strings.h>
#include <rekindle/schema.h>
#include "session.h"

#define DRAFT_EVERY_MS 1000

static void go_on(struct session *session)
{
	const struct flow *flow = &session->flow;
	int used = session_seconds(session);

	if (flow_short(flow, used) && !session->short_said) {
		session->short_said = true;
		line_say(session->input,
			"Minutes left: %d. The open questions need about %d: core "
			"questions come first.",
			flow_minutes_left(flow, used), flow_minutes_needed(flow));
	}
	bool over = flow_minutes_left(flow, used) == 0 && flow_count(flow).core_blank == 0;
	int next = over ? -1 : flow_advise(flow, used);
	session_go(session, next < 0 ? flow->count : (size_t)next);
}

static const char *anchor(const struct item *item, int rating)
{
	const char *const words[] = { NULL, item->low, NULL, item->mid, NULL, item->high };

	return item->kind == ITEM_RATED && rating >= 1 && rating <= 5 ? words[rating] : NULL;
}

static void tell_saved(const struct session *session, const struct answer *answer)
{
	struct pool pool = { 0 };
	const char *word = flow_answer_word(&session->flow, session->flow.at, &pool);
	const char *more = anchor(session_item(session), (int)answer->value.number);

	switch ((enum answer_state)answer->state) {
	case STATE_ANSWERED:
		line_say(session->input, "Saved %s%s%s.", word, more ? ": " : "", more ? more : "");
		break;
	case STATE_NOT_APPLICABLE:
		if (str_blank(answer->reason))
			line_say(session->input,
				"Saved: not applicable. The reason is missing; na REASON "
				"gives it.");
		else
			line_say(session->input, "Saved: not applicable, %s.", answer->reason);
		break;
	case STATE_DONT_KNOW:
		line_say(session->input, "Saved: don't know.");
		break;
	case STATE_DECLINED:
		line_say(session->input, "Saved: declined.");
		break;
	case STATE_BLANK:
		line_say(session->input, "Saved: skipped, still blank.");
		break;
	case STATE_NOT_ASKED:
	case STATE_COUNT:
		break;
	}
	pool_release(&pool);
}

/* Give the open question this answer; its comment, quote and flag stay. Text that was begun is
 * stored before it is replaced: undo brings it back. */
static bool store_answer(struct session *session, enum answer_state state,
	const struct value *value, const char *text, const char *reason)
{
	if (state != STATE_ANSWERED && !take_draft(session))
		return false;
	struct answer *answer = session_edit(session);
	answer->state = state;
	answer->value = value ? *value : (struct value){ .type = VALUE_NONE };
	answer->text = pool_strdup(&session->record.pool, text);
	answer->reason = reason;
	if (!session_put(session, answer))
		return false;
	str_clear(&session->draft);
	tell_saved(session, answer);
	return true;
}

/* Take the draft as the answer to an open question. */
bool take_draft(struct session *session)
{
	struct str *draft = &session->draft;
	const struct answer *known = session_answer(session);

	while (draft->len && strchr("\n \t", draft->text[draft->len - 1]))
		str_delete(draft, draft->len - 1, 1);
	if (draft->len == 0)
		return true;
	if (known && known->state == STATE_ANSWERED && str_same(known->text, draft->text)) {
		str_clear(draft);
		return true;
	}
	char *text = pool_strdup(&session->record.pool, draft->text);
	return store_answer(session, STATE_ANSWERED, NULL, text, NULL);
}

/* A draft is kept with every line as it is typed; in a paste, whose lines all wait already, once
 * a second. */
static void keep_draft(struct session *session)
{
	if (!line_pending(session->input) ||
		clock_monotonic_ms() - session->draft_saved >= DRAFT_EVERY_MS)
		session_keep(session);
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
		if (got == INPUT_END) {
			if (take_draft(session))
				go_on(session);
			session_leave(session, LINE_LEFT);
			return;
		}
		if (strcmp(line->text, ".") == 0) {
			if (take_draft(session))
				go_on(session);
			return;
		}
		if (command_is(line->text)) {
			if (take_draft(session))
				command_run(session, line->text);
			return;
		}
		str_addc(&session->draft, '\n');
		str_add(&session->draft, line->text);
		keep_draft(session);
		if (session->leave)
			return;
	}
}

static void begin_text(struct session *session)
{
	if (session->draft.len)
		str_addc(&session->draft, '\n');
	if (strcmp(session->line.text, ".") == 0) {
		if (take_draft(session))
			go_on(session);
		return;
	}
	str_add(&session->draft, session->line.text);
	keep_draft(session);
	if (!session->leave)
		take_text(session);
}

static void keep_answer(struct session *session)
{
	enum answer_state state = flow_state(&session->flow, session->flow.at);

	if (session->draft.len) {
		if (!take_draft(session))
			return;
	} else {
		line_say(session->input, state == STATE_BLANK ? "Still blank." : "Kept.");
	}
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

	parse_answer(session_item(session), session->line.text, &session->record.pool, &parsed);
	switch (parsed.kind) {
	case PARSED_KEEP:
		keep_answer(session);
		break;
	case PARSED_TEXT:
		begin_text(session);
		break;
	case PARSED_WRONG:
		line_say(session->input, "%s", parsed.hint);
		break;
	case PARSED_ANSWER:
		if (same(session_answer(session), &parsed)) {
			keep_answer(session);
			break;
		}
		if (parsed.hint[0])
			line_say(session->input, "%s", parsed.hint);
		if (store_answer(session, parsed.state, &parsed.value, NULL, parsed.reason))
			go_on(session);
		break;
	}
}

/* When the minutes ran out, what was not reached counts as not asked: only core questions can
 * stay blank. One change, so that one undo takes it back. */
static void mark_not_asked(struct session *session)
{
	struct flow *flow = &session->flow;
	int marked = 0;
	size_t at = flow->at;

	if (flow_minutes_left(flow, session_seconds(session)) != 0 ||
		session_failed(session,
			store_begin(session->store, session->assessment, "questions not asked",
				session->why)))
		return;
	for (flow->at = 0; flow->at < flow->count && !session->leave; flow->at++) {
		if (session_item(session)->core || flow_state(flow, flow->at) != STATE_BLANK)
			continue;
		struct answer *answer = session_edit(session);
		answer->state = STATE_NOT_ASKED;
		marked += session_put(session, answer);
	}
	flow->at = at;
	if (session->leave)
		store_rollback(session->store);
	else if (!session_failed(session, store_commit(session->store, session->why)) && marked)
		line_say(session->input, "The minutes ran out: %d questions count as not asked.",
			marked);
}

static void finish(struct session *session)
{
	mark_not_asked(session);
	if (session->leave)
		return;
	session->finished = true;
	session_leave(session, LINE_FINISHED);
}

void take_end(struct session *session)
{
	const char *typed = session->line.text;
	int gap = session->flow.count ? flow_next_gap(&session->flow, session->flow.count - 1) : -1;

	if (strcasecmp(typed, "y") == 0 || strcasecmp(typed, "yes") == 0)
		finish(session);
	else if (strcasecmp(typed, "n") == 0 || strcasecmp(typed, "no") == 0)
		session_leave(session, LINE_LEFT);
	else if (str_blank(typed) && gap >= 0)
		session_go(session, (size_t)gap);
	else
		line_say(session->input,
			"Type y to finish, n to leave it open, or :back, :jump N, :review.");
}
