/* SPDX-License-Identifier: MIT */
/*
 * What is written of a meeting.
 */
#include "meeting_view.h"

/* The one of that body and day, or a new one at the end of the record's. */
static struct meeting *meeting_of(struct record *record, enum body body, int day)
{
	int at = meeting_on(record, body, day);
	if (at >= 0)
		return &record->meetings[at];
	struct meeting *meeting = record_add(record, KIND_MEETING);
	meeting->body = vocabulary_body.word[body];
	meeting->at = meeting_at(day);
	return meeting;
}

static void add(struct app *app, enum kind kind, void *object)
{
	bool shared = kind_info[kind].parent == KIND_ALLIANCE;
	unsaved_add(&app->waiting, kind, object, shared ? app->record.alliance.object.key : 0);
}

bool meeting_put(struct app *app, const struct meeting_list *put)
{
	struct record *record = &app->record;
	struct meeting *meeting = meeting_of(record, put->body, put->day);
	enum kind kind = KIND_NONE;
	minutes_write(record, meeting, put->list, put->minutes, put->count);
	unsaved_begin(&app->waiting, words_plain(W_UNDO_MINUTES));
	add(app, KIND_MEETING, meeting);
	void *object = !put->file
		? NULL
		: minute_file(record, put->file,
			  words_filed_line(&record->pool, meeting, put->file->text), &kind);
	if (object)
		add(app, kind, object);
	return app_kept(app);
}

bool meeting_move_to(struct app *app, int meeting, int day)
{
	app->record.meetings[meeting].at = meeting_at(day);
	return app_change(
		app, words_plain(W_UNDO_MEETING_DAY), KIND_MEETING, &app->record.meetings[meeting]);
}
