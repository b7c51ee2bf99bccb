/* SPDX-License-Identifier: MIT */
/*
 * Open text that was begun becomes the answer, before anything else happens to the question.
 */
#include <string.h>
#include <rekindle/schema.h>
#include "session.h"

static const char *anchor(const struct item *item, int rating)
{
	const char *const words[] = { NULL, item->low, NULL, item->mid, NULL, item->high };

	return item->kind == ITEM_RATED && rating >= 1 && rating <= 5 ? words[rating] : NULL;
}

void save_tell(const struct session *session)
{
	struct pool pool = { 0 };
	const struct flow *flow = &session->sitting.flow;
	static const struct answer none = { .state = STATE_BLANK };
	const struct answer *there = sitting_answer(&session->sitting);
	const struct answer *answer = there ? there : &none;
	const char *word = flow_answer_word(flow, flow->at, &pool);
	const char *more = anchor(sitting_item(&session->sitting), (int)answer->value.number);

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

void save_draft(struct session *session)
{
	struct sitting *sitting = &session->sitting;
	struct str *draft = &session->draft;
	const struct answer *known = sitting_answer(sitting);

	while (draft->len && strchr("\n \t", draft->text[draft->len - 1]))
		str_delete(draft, draft->len - 1, 1);
	if (draft->len == 0)
		return;
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
