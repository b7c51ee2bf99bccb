/* SPDX-License-Identifier: MIT */
/*
 * Changing answers: what a key or a line means for the record, the same for both faces.
 */
#include <rekindle/quote.h>
#include "change.h"

/* The open answer as it stands; blank where there is none. */
static struct answer begin(const struct sitting *sitting)
{
	const struct answer *there = sitting_answer(sitting);
	struct answer answer;

	object_init(KIND_ANSWER, &answer);
	answer.item = sitting_item_index(sitting);
	return there ? *there : answer;
}

static enum kept keep(struct sitting *sitting, struct answer *answer)
{
	struct answer before = begin(sitting);

	if (sitting->closed || sitting_look(sitting))
		return KEPT_NOT;
	if (sitting_same_answer(&before, answer))
		return sitting_unsaved(sitting) ? KEPT_WAITING : KEPT;
	return sitting_change(sitting, KIND_ANSWER, answer);
}

/* A new state; what does not belong to it goes. */
static void set_state(struct answer *answer, enum answer_state state)
{
	answer->state = state;
	if (state != STATE_ANSWERED)
		answer->value = (struct value){ 0 };
	if (state != STATE_ANSWERED && state != STATE_BLANK) /* who skips for now keeps the words */
		answer->text = NULL;
	if (state != STATE_NOT_APPLICABLE)
		answer->reason = NULL;
}

/* The chosen ids with that of row toggled, in the order of the choices; NULL for none. */
static const char *toggled(
	struct pool *pool, const struct item *item, const struct answer *answer, int row)
{
	const char *out = NULL;

	for (size_t i = 0; i < item->choice_count; i++) {
		const char *id = item->choices[i].id;
		if (sitting_chose(answer, id) != ((int)i == row))
			out = out ? pool_printf(pool, "%s\n%s", out, id) : id;
	}
	return out;
}

enum kept sitting_give(struct sitting *sitting, enum answer_state state, const struct value *value,
	const char *reason)
{
	struct answer answer = begin(sitting);

	set_state(&answer, state);
	if (value)
		answer.value = *value;
	answer.reason = reason;
	return keep(sitting, &answer);
}

enum kept sitting_rate(struct sitting *sitting, int rating)
{
	const struct value value = { .type = VALUE_NUMBER, .number = rating };

	return sitting_give(sitting, STATE_ANSWERED, &value, NULL);
}

static const char *picked(
	struct pool *pool, const struct item *item, const struct answer *answer, int row)
{
	if (item->kind == ITEM_CHECK)
		return vocabulary_check.word[row];
	if (item->kind == ITEM_CHOICE)
		return item->choices[row].id;
	return toggled(pool, item, answer, row);
}

enum kept sitting_pick(struct sitting *sitting, int row)
{
	struct answer answer = begin(sitting);
	struct pool pool = { 0 };
	const char *text = picked(&pool, sitting_item(sitting), &answer, row);
	const struct value value = { .type = text ? VALUE_TEXT : VALUE_NONE, .text = text };
	enum kept kept = sitting_give(
		sitting, text ? STATE_ANSWERED : STATE_BLANK, text ? &value : NULL, NULL);

	pool_release(&pool);
	return kept;
}

enum kept sitting_points(struct sitting *sitting, int row, int points)
{
	struct value value = begin(sitting).value;

	if (value.type != VALUE_SPLIT)
		value = (struct value){ .type = VALUE_SPLIT };
	value.split[row] = points < 0 ? 0 : points > 100 ? 100 : points;
	return sitting_give(sitting, STATE_ANSWERED, &value, NULL);
}

enum kept sitting_flag(struct sitting *sitting)
{
	struct answer answer = begin(sitting);

	answer.flag = answer.flag == TRI_YES ? TRI_NO : TRI_YES;
	return keep(sitting, &answer);
}

enum kept sitting_note(struct sitting *sitting, const char *text)
{
	struct note note;

	if (str_blank(text))
		return KEPT;
	if (sitting->closed || sitting_look(sitting))
		return KEPT_NOT;
	object_init(KIND_NOTE, &note);
	note.object.id = uuid_new();
	note.at = clock_ms();
	note.text = text;
	return sitting_change(sitting, KIND_NOTE, &note);
}

/* The member of the answer that a field writes; NULL for none. */
static const char **member(struct answer *answer, enum sitting_field field)
{
	switch (field) {
	case SITTING_ANSWER:
		return &answer->text;
	case SITTING_COMMENT:
		return &answer->comment;
	case SITTING_QUOTE:
		return &answer->quote;
	case SITTING_EVIDENCE:
		return &answer->evidence;
	case SITTING_REASON:
		return &answer->reason;
	case SITTING_NOTHING:
	case SITTING_FIELDS:
	case SITTING_MINUTES:
		break;
	}
	return NULL;
}

static bool is_value(const struct sitting *sitting, enum sitting_field field)
{
	return field == SITTING_ANSWER && sitting_item(sitting)->kind != ITEM_TEXT;
}

const char *sitting_written(const struct sitting *sitting, enum sitting_field field)
{
	struct answer answer = begin(sitting);

	if (is_value(sitting, field))
		return value_format(
			&sitting->record->pool, sitting_item(sitting)->kind, &answer.value);
	return *member(&answer, field);
}

static enum kept write_value(struct sitting *sitting, const char *text)
{
	enum item_kind kind = sitting_item(sitting)->kind;
	struct value value;
	char iso[DATE_TEXT];
	int day, other;

	if (str_blank(text))
		return sitting_unsaved(sitting) ? KEPT_WAITING : KEPT;
	if (kind == ITEM_DATE && !date_typed(text, clock_today(), DATE_AHEAD, &day, &other))
		text = date_iso(day, iso);
	if (!value_parse(&sitting->record->pool, kind, text, &value))
		return KEPT_NOT;
	return sitting_give(sitting, STATE_ANSWERED, &value, NULL);
}

static enum kept write_text(struct sitting *sitting, enum sitting_field field, const char *text)
{
	struct answer answer = begin(sitting);
	bool blank = str_blank(text);

	if (field == SITTING_ANSWER && (!blank || answer.state == STATE_ANSWERED))
		set_state(&answer, blank ? STATE_BLANK : STATE_ANSWERED);
	if (field == SITTING_REASON)
		set_state(&answer, STATE_NOT_APPLICABLE);
	if (field == SITTING_ANSWER || field == SITTING_QUOTE)
		quote_reworded(&answer);
	*member(&answer, field) = blank ? NULL : text;
	return keep(sitting, &answer);
}

enum kept sitting_write(struct sitting *sitting, enum sitting_field field, const char *text)
{
	enum kept kept = is_value(sitting, field) ? write_value(sitting, text)
						  : write_text(sitting, field, text);
	bool drafted = sitting->draft.len > 0;

	if (kept == KEPT_NOT)
		return kept;
	str_clear(&sitting->draft);
	sitting->field = SITTING_NOTHING;
	return drafted ? sitting_keep(sitting) : kept;
}
