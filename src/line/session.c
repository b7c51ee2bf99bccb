/* SPDX-License-Identifier: MIT */
/*
 * What the parts of a session share: how it goes on after a change, and when it ends.
 */
#include "session.h"

bool session_failed(struct session *session, enum err err)
{
	if (err == ERR_NONE)
		return false;
	session->err = err;
	session->leave = true;
	return true;
}

bool session_kept(const struct session *session, enum kept kept)
{
	bool refused = kept == KEPT_NOT;

	if (refused || (kept != KEPT && !sitting_disputed(&session->sitting))) /* that is asked */
		(refused ? line_refuse : line_say)(session->input,
			words(session->said, refused ? W_LINE_REFUSED : W_LINE_NOT_SAVED,
				hole_text("why", session->sitting.why.text)));
	return kept == KEPT;
}

void session_keep_draft(struct session *session)
{
	session->draft_saved = clock_monotonic_ms();
	sitting_draft(&session->sitting, SITTING_ANSWER, session->draft.text, session->draft.len);
}

void session_leave(struct session *session, enum line_end end)
{
	session->leave = true;
	session->end = end;
}

bool session_load(struct session *session)
{
	record_release(&session->record);
	return !session_failed(session,
		       store_load(session->sitting.store, session->assessment, &session->record,
			       session->why)) &&
		sitting_refresh(&session->sitting);
}
