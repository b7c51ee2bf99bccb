/* SPDX-License-Identifier: MIT */
/*
 * What a sitting writes: changes through the queue, then where it stands.
 */
#include "change.h"

/* An answer is the respondent's of this sitting, whatever index that is now. */
enum kept sitting_change(struct sitting *sitting, enum kind kind, void *object)
{
	if (kind == KIND_ANSWER)
		((struct answer *)object)->respondent = sitting->flow.respondent;
	unsaved_begin(sitting->queue, NULL);
	unsaved_add(sitting->queue, kind, object, sitting->record->assessment.object.key);
	if (kind == KIND_ANSWER && sitting->draft.len)
		unsaved_end_typed(sitting->queue, sitting->respondent);
	enum kept kept = unsaved_end(sitting->queue, true);
	sitting->why = sitting->queue->why;
	return kept == KEPT && sitting->place_waits ? sitting_settle(sitting) : kept;
}

static enum err store_place(struct sitting *sitting)
{
	bool draft = sitting->draft.len > 0;
	bool card = sitting->field >= SITTING_FIELDS;
	bool nowhere = card || !sitting->flow.count || (sitting->at_end && !sitting->finished);
	const struct store_sitting place = {
		.respondent = sitting->respondent,
		.item = nowhere ? -1 : sitting->flow.items[sitting->flow.at],
		.field = draft || card ? (int)sitting->field : 0,
		.draft = draft ? sitting->draft.text : NULL,
		.cursor = draft ? (int)sitting->cursor : 0,
		.seconds = sitting_seconds(sitting),
		.finished = sitting->finished,
	};

	return store_put_sitting(sitting->store, sitting->record, &place, &sitting->why);
}

enum kept sitting_settle(struct sitting *sitting)
{
	if (unsaved_settle(sitting->queue) != KEPT) {
		sitting->why = sitting->queue->why;
		return KEPT_WAITING;
	}
	if (sitting->place_waits && store_place(sitting)) {
		sitting->retry_at = clock_monotonic_ms() + SITTING_RETRY_MS;
		return KEPT_WAITING;
	}
	sitting->place_waits = false;
	return KEPT;
}

/* When the next try is due; of the queue where something waits in it, for that goes first. */
static int64_t retry_at(const struct sitting *sitting)
{
	return sitting->queue->first ? sitting->queue->retry_at : sitting->retry_at;
}

enum kept sitting_place(struct sitting *sitting)
{
	bool others = sitting_unsaved(sitting) > 0;

	sitting->place_waits = true;
	if (others && (sitting_disputed(sitting) || clock_monotonic_ms() < retry_at(sitting)))
		return KEPT_WAITING;
	return sitting_settle(sitting);
}

bool sitting_retry(struct sitting *sitting)
{
	if (!sitting_unsaved(sitting) || sitting_disputed(sitting) ||
		clock_monotonic_ms() < retry_at(sitting))
		return false;
	sitting_settle(sitting);
	return true;
}

bool sitting_disputed(const struct sitting *sitting)
{
	return sitting->queue->disputed;
}

enum kept sitting_choose(struct sitting *sitting, enum store_choice choice)
{
	enum kept kept = unsaved_choose(sitting->queue, choice);

	sitting->why = sitting->queue->why;
	return kept == KEPT ? sitting_settle(sitting) : kept;
}

int sitting_unsaved(const struct sitting *sitting)
{
	return unsaved_count(sitting->queue) + sitting->place_waits;
}
