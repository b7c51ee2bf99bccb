/* SPDX-License-Identifier: MIT */
/*
 * Open text that was begun becomes the answer, before anything else happens to the question.
 */
#include <string.h>
#include "session.h"

static const char *anchor(const struct item *item, int rating)
{
	const char *const words[] = { NULL, item->low, NULL, item->mid, NULL, item->high };

	return item->kind == ITEM_RATED && rating >= 1 && rating <= 5 ? words[rating] : NULL;
}

static const char *saved_value(const struct session *session, const struct answer *answer)
{
	const struct flow *flow = &session->sitting.flow;
	const char *more = anchor(sitting_item(&session->sitting), (int)answer->value.number);
	struct hole value = hole_text("answer", words_answer(session->said, flow, flow->at));

	return more ? words(session->said, W_LINE_SAVED_ANCHOR, value, hole_text("anchor", more))
		    : words(session->said, W_LINE_SAVED, value);
}

static const char *saved_not_applicable(const struct session *session, const char *reason)
{
	if (str_blank(reason))
		return words_plain(W_LINE_SAVED_NO_REASON);
	return words(session->said, W_LINE_SAVED_NOT_APPLICABLE, hole_text("reason", reason));
}

static const char *saved(const struct session *session, const struct answer *answer)
{
	switch ((enum answer_state)answer->state) {
	case STATE_ANSWERED:
		return saved_value(session, answer);
	case STATE_NOT_APPLICABLE:
		return saved_not_applicable(session, answer->reason);
	case STATE_DONT_KNOW:
		return words_plain(W_LINE_SAVED_DONT_KNOW);
	case STATE_DECLINED:
		return words_plain(W_LINE_SAVED_DECLINED);
	case STATE_BLANK:
		return words_plain(W_LINE_SAVED_BLANK);
	case STATE_NOT_ASKED:
	case STATE_COUNT:
		break;
	}
	return NULL;
}

void save_tell(const struct session *session)
{
	static const struct answer none = { .state = STATE_BLANK };
	const struct answer *there = sitting_answer(&session->sitting);
	const char *said = saved(session, there ? there : &none);

	if (said)
		line_say(session->input, said);
}

void save_draft(struct session *session)
{
	struct sitting *sitting = &session->sitting;
	struct str *draft = &session->draft;
	const struct answer *known;

	while (draft->len && strchr("\n \t", draft->text[draft->len - 1]))
		str_delete(draft, draft->len - 1, 1);
	if (draft->len == 0)
		return;
	if (!whose_ours(session, draft->text)) {
		str_clear(draft);
		return;
	}
	known = sitting_answer(sitting); /* the record may be another */
	bool same = known && known->state == STATE_ANSWERED && str_same(known->text, draft->text);
	enum kept kept = sitting_write(sitting, SITTING_ANSWER, draft->text);
	str_clear(draft);
	if (!same && session_kept(session, kept))
		save_tell(session);
}

void save_go(struct session *session, size_t question)
{
	if (session->draft.len)
		save_draft(session);
	session->shown = false;
	sitting_go(&session->sitting, question);
}
