/* SPDX-License-Identifier: MIT */
/*
 * Changing the answers of a guided session: every change goes through the store at once; text
 * being typed is kept as a draft until its box is left.
 */
#include "interview.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>

#define RETRY_MS 2000

static struct answer *changing(struct interview *in)
{
	return record_put_answer(&in->app->record, in->respondent, interview_item_index(in));
}

static bool refused(struct interview *in)
{
	if (in->read_only)
		app_warn(in->app, "Read only: this interview is open elsewhere.");
	return in->read_only;
}

static bool keep(struct interview *in, struct answer *answer)
{
	answer->changed = clock_ms();
	bool ok = app_put(in->app, KIND_ANSWER, answer, 0);
	in->retry_at = ok ? 0 : clock_monotonic_ms() + RETRY_MS;
	return ok;
}

/* A new state; a value or reason that does not belong to it goes. */
static void set_state(struct answer *answer, enum answer_state state)
{
	answer->state = state;
	if (state != STATE_ANSWERED)
		answer->value = (struct value){ 0 };
	if (state != STATE_NOT_APPLICABLE)
		answer->reason = NULL;
}

bool interview_rate(struct interview *in, int value)
{
	if (refused(in))
		return false;
	struct answer *answer = changing(in);
	set_state(answer, STATE_ANSWERED);
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = value };
	if (!keep(in, answer))
		return false;
	app_say(in->app, "Rated %d. u takes it back.", value);
	return true;
}

bool interview_state(struct interview *in, enum answer_state state)
{
	static const char *const said[STATE_COUNT] = {
		[STATE_DONT_KNOW] = "Noted: don't know. u takes it back.",
		[STATE_NOT_APPLICABLE] = "Noted: not applicable. u takes it back.",
		[STATE_DECLINED] = "Noted: declined. u takes it back.",
	};
	if (refused(in))
		return false;
	struct answer *answer = changing(in);
	set_state(answer, state);
	if (!keep(in, answer))
		return false;
	app_say(in->app, "%s", said[state]);
	return true;
}

bool interview_skip(struct interview *in)
{
	const struct answer *there = interview_answer(in);
	if (!there || there->state == STATE_BLANK)
		return true;
	if (refused(in))
		return false;
	struct answer *answer = changing(in);
	set_state(answer, STATE_BLANK);
	if (!keep(in, answer))
		return false;
	app_say(in->app, "Left blank. u brings the answer back.");
	return true;
}

/* Is id one of the newline-separated ids of list? */
static bool listed(const char *list, const char *id)
{
	size_t n = strlen(id);
	while (list && *list) {
		size_t m = strcspn(list, "\n");
		if (m == n && !strncmp(list, id, n))
			return true;
		list += m + (list[m] == '\n');
	}
	return false;
}

/* The chosen ids with that of row toggled, in the order of the choices; NULL for none. */
static const char *toggled(struct interview *in, const struct item *item, const char *list, int row)
{
	struct str out;
	str_init(&out);
	for (size_t i = 0; i < item->choice_count; i++)
		if (listed(list, item->choices[i].id) != ((int)i == row))
			str_addf(&out, "%s%s", out.len ? "\n" : "", item->choices[i].id);
	const char *text = out.len ? pool_strdup(&in->app->record.pool, out.text) : NULL;
	str_release(&out);
	return text;
}

static const char *picked(
	struct interview *in, const struct item *item, const struct answer *answer, int row)
{
	static const char *const checks[] = { "yes", "partly", "no" };
	if (item->kind == ITEM_CHECK)
		return checks[row];
	if (item->kind == ITEM_CHOICE)
		return item->choices[row].id;
	return toggled(in, item, answer->value.type == VALUE_TEXT ? answer->value.text : NULL, row);
}

bool interview_pick(struct interview *in, int row)
{
	if (refused(in))
		return false;
	struct answer *answer = changing(in);
	const char *text = picked(in, interview_item(in), answer, row);
	set_state(answer, text ? STATE_ANSWERED : STATE_BLANK);
	answer->value = (struct value){ .type = text ? VALUE_TEXT : VALUE_NONE, .text = text };
	if (!keep(in, answer))
		return false;
	app_say(in->app, "Noted. u takes it back.");
	return true;
}

bool interview_points(struct interview *in, int row, int points)
{
	if (refused(in))
		return false;
	struct answer *answer = changing(in);
	struct value value = answer->value;
	set_state(answer, STATE_ANSWERED);
	if (value.type != VALUE_SPLIT)
		value = (struct value){ .type = VALUE_SPLIT };
	value.split[row] = points < 0 ? 0 : points > 100 ? 100 : points;
	answer->value = value;
	return keep(in, answer);
}

int interview_points_left(const struct interview *in)
{
	const struct answer *answer = interview_answer(in);
	double given = 0;
	if (answer && answer->value.type == VALUE_SPLIT)
		for (int i = 0; i < CAUSE_COUNT; i++)
			given += answer->value.split[i];
	return 100 - (int)given;
}

bool interview_flag(struct interview *in)
{
	if (refused(in))
		return false;
	struct answer *answer = changing(in);
	answer->flag = answer->flag == TRI_YES ? TRI_NO : TRI_YES;
	if (!keep(in, answer))
		return false;
	app_say(in->app,
		answer->flag == TRI_YES ? "Flagged for follow-up. f takes the flag off."
					: "The flag is off.");
	return true;
}

void interview_note(struct interview *in, const char *text)
{
	if (str_blank(text))
		return;
	struct record *record = &in->app->record;
	struct note *note = record_add(record, KIND_NOTE);
	note->at = clock_ms();
	note->text = pool_strdup(&record->pool, text);
	if (app_put(in->app, KIND_NOTE, note, record->assessment.object.key))
		app_say(in->app, "Note kept. The review lists it until it is filed.");
}

/* The member of the answer that a field writes. */
static const char **member(struct answer *answer, enum writing writing)
{
	switch (writing) {
	case WRITING_ANSWER:
		return &answer->text;
	case WRITING_COMMENT:
		return &answer->comment;
	case WRITING_QUOTE:
		return &answer->quote;
	case WRITING_EVIDENCE:
		return &answer->evidence;
	case WRITING_REASON:
		return &answer->reason;
	case WRITING_NOTHING:
	case WRITING_COUNT:
		break;
	}
	return NULL;
}

/* What a field says now: an open answer's text, or the value of a number or date. */
static const char *written(struct interview *in, enum writing writing)
{
	const struct item *item = interview_item(in);
	const struct answer *answer = interview_answer(in);
	if (!answer)
		return NULL;
	if (writing == WRITING_ANSWER && item->kind != ITEM_TEXT)
		return value_format(&in->app->record.pool, item->kind, &answer->value);
	struct answer copy = *answer;
	return *member(&copy, writing);
}

void interview_write(struct interview *in, enum writing writing)
{
	if (refused(in))
		return;
	const struct item *item = interview_item(in);
	in->writing = writing;
	in->box.one_line = writing != WRITING_ANSWER || item->kind != ITEM_TEXT;
	edit_set(&in->box, written(in, writing));
	in->draft_dirty = false;
}

static bool put_sitting(struct interview *in, bool finished)
{
	struct errmsg why;
	bool draft = in->writing != WRITING_NOTHING && in->box.changed;
	struct sitting sitting = {
		.respondent = in->app->record.respondents[in->respondent].object.key,
		.item = in->flow.count ? interview_item_index(in) : -1,
		.field = in->writing == WRITING_NOTHING ? 0 : (int)in->writing,
		.draft = draft ? in->box.text.text : NULL,
		.cursor = (int)in->box.cursor,
		.seconds = interview_seconds(in),
		.finished = finished,
	};
	if (in->read_only)
		return true;
	if (store_put_sitting(in->app->options.store, &in->app->record, &sitting, &why)) {
		in->app->unsaved = true;
		app_warn(in->app, "%s", why.text);
		return false;
	}
	return true;
}

void interview_keep_place(struct interview *in)
{
	put_sitting(in, false);
}

void interview_keep_draft(struct interview *in)
{
	if (!in->draft_dirty)
		return;
	if (put_sitting(in, false)) {
		in->draft_dirty = false;
		in->draft_kept = clock_ms();
		in->app->unsaved = false;
	} else {
		in->draft_since = clock_monotonic_ms(); /* tried again after the same delay */
	}
}

/* A number or a date that does not read as one keeps its text in the box. */
static bool take_value(struct interview *in, struct answer *answer, const char *text)
{
	const struct item *item = interview_item(in);
	struct value value;
	if (!value_parse(&in->app->record.pool, item->kind, text, &value)) {
		app_warn(in->app,
			item->kind == ITEM_DATE ? "A date is written 2026-11-22; kept as comment."
						: "That is no number; kept as comment.");
		answer->comment = pool_strdup(&in->app->record.pool, text);
		return false;
	}
	set_state(answer, STATE_ANSWERED);
	answer->value = value;
	return true;
}

static void take_text(struct interview *in, struct answer *answer, const char *text)
{
	const struct item *item = interview_item(in);
	bool blank = str_blank(text);
	if (in->writing == WRITING_ANSWER && item->kind != ITEM_TEXT) {
		if (!blank)
			take_value(in, answer, text);
		return;
	}
	*member(answer, in->writing) = blank ? NULL : pool_strdup(&in->app->record.pool, text);
	if (in->writing == WRITING_ANSWER && (!blank || answer->state == STATE_ANSWERED))
		set_state(answer, blank ? STATE_BLANK : STATE_ANSWERED);
	if (in->writing == WRITING_REASON)
		set_state(answer, STATE_NOT_APPLICABLE);
}

bool interview_stop_writing(struct interview *in)
{
	bool ok = true;
	if (in->writing == WRITING_NOTHING)
		return true;
	if (in->box.changed) {
		struct answer *answer = changing(in);
		take_text(in, answer, in->box.text.text);
		ok = keep(in, answer);
	}
	if (!ok)
		return false; /* the box stays: its text is still the only copy */
	in->writing = WRITING_NOTHING;
	in->draft_dirty = false;
	in->box.changed = false;
	put_sitting(in, false);
	return true;
}

/* When the minutes agreed on are over, what was not core was never asked. */
static bool settle_unasked(struct interview *in)
{
	struct record *record = &in->app->record;
	int left = flow_minutes_left(&in->flow, interview_seconds(in));
	if (left == INT_NONE || left > 0)
		return true;
	for (size_t i = 0; i < in->flow.count; i++) {
		const struct item *item = &record->instrument->items[in->flow.items[i]];
		if (flow_state(&in->flow, i) != STATE_BLANK || item->core)
			continue;
		struct answer *answer =
			record_put_answer(record, in->respondent, in->flow.items[i]);
		set_state(answer, STATE_NOT_ASKED);
		if (!keep(in, answer))
			return false;
	}
	return true;
}

bool interview_finish(struct interview *in)
{
	if (refused(in) || !app_begin(in->app, "interview finished"))
		return false;
	if (!settle_unasked(in)) {
		store_rollback(in->app->options.store);
		return false;
	}
	return app_commit(in->app) && put_sitting(in, true);
}
