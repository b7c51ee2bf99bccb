/* SPDX-License-Identifier: MIT */
/*
 * Changes on their way into the database. Each waits as the object that it made, never as the
 * question that happens to be open when it is tried again.
 */
#include <stdlib.h>
#include <string.h>
#include "unsaved.h"

#define RETRY_MS 2000

struct unsaved {
	struct unsaved *next;
	enum kind kind;
	struct pool pool; /* its texts */
	union {
		struct object object;
		struct answer answer;
		struct note note;
		struct respondent respondent;
	} as;
};

static void copy_value(struct pool *pool, struct value *to, const struct value *from)
{
	*to = *from;
	to->text = pool_strdup(pool, from->text);
}

/* Everything but references, which are indices of one loaded record. */
static void copy_member(
	struct pool *pool, const struct field *field, char *object, const char *source)
{
	void *to = object + field->offset;
	const void *from = source + field->offset;

	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
		*(const char **)to = pool_strdup(pool, *(const char *const *)from);
		break;
	case FIELD_VALUE:
		copy_value(pool, to, from);
		break;
	case FIELD_REAL:
		*(double *)to = *(const double *)from;
		break;
	case FIELD_INSTANT:
		*(int64_t *)to = *(const int64_t *)from;
		break;
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_TRI:
	case FIELD_DATE:
	case FIELD_WORD:
	case FIELD_ITEM:
		*(int *)to = *(const int *)from;
		break;
	case FIELD_UUID:
		*(struct uuid *)to = *(const struct uuid *)from;
		break;
	case FIELD_REF:
		break;
	}
}

static void copy_object(struct pool *pool, enum kind kind, void *to, const void *from)
{
	const struct kind_info *info = &kind_info[kind];

	for (size_t i = 0; i < info->field_count; i++)
		copy_member(pool, &info->fields[i], to, from);
}

static struct note *find_note(struct record *record, const struct uuid *id)
{
	for (size_t i = 0; i < record->note_count; i++)
		if (uuid_same(&record->notes[i].object.id, id))
			return &record->notes[i];
	struct note *note = record_add(record, KIND_NOTE);
	note->object.id = *id;
	return note;
}

/* Where it belongs in the record as it is loaded now; NULL: the respondent is gone. */
static void *place_of(struct sitting *sitting, const struct unsaved *unsaved)
{
	struct record *record = sitting->record;
	int who = sitting_find(record, sitting->respondent);

	if (unsaved->kind == KIND_NOTE)
		return find_note(record, &unsaved->as.object.id);
	if (who < 0)
		return NULL;
	return unsaved->kind == KIND_ANSWER
		? (void *)record_put_answer(record, who, unsaved->as.answer.item)
		: (void *)&record->respondents[who];
}

static void *apply(struct sitting *sitting, const struct unsaved *unsaved)
{
	void *object = place_of(sitting, unsaved);

	if (object)
		copy_object(&sitting->record->pool, unsaved->kind, object, &unsaved->as);
	return object;
}

void unsaved_apply(struct sitting *sitting)
{
	for (const struct unsaved *u = sitting->unsaved; u; u = u->next)
		apply(sitting, u);
}

static bool about_same(const struct unsaved *unsaved, enum kind kind, const void *object)
{
	if (unsaved->kind != kind)
		return false;
	if (kind == KIND_ANSWER)
		return unsaved->as.answer.item == ((const struct answer *)object)->item;
	return kind == KIND_RESPONDENT ||
		uuid_same(&unsaved->as.object.id, &((const struct object *)object)->id);
}

/* What waits for the same object already, else a new one at the end. */
static struct unsaved *entry_for(struct sitting *sitting, enum kind kind, const void *object)
{
	struct unsaved **end = &sitting->unsaved;

	while (*end && !about_same(*end, kind, object))
		end = &(*end)->next;
	if (!*end) {
		*end = mem_alloc(sizeof(**end));
		(*end)->kind = kind;
		(*end)->as.object.id = ((const struct object *)object)->id;
	}
	return *end;
}

static void drop_first(struct sitting *sitting)
{
	struct unsaved *first = sitting->unsaved;

	sitting->unsaved = first->next;
	pool_release(&first->pool);
	free(first);
}

static bool is_refused_for_another(const struct sitting *sitting)
{
	size_t count;
	store_conflicts(sitting->store, &count);
	return count > 0;
}

static enum err store_first(struct sitting *sitting)
{
	struct unsaved *first = sitting->unsaved;
	void *object = apply(sitting, first);

	if (!object)
		return errmsg_set(&sitting->why, ERR_FAILED,
			"the respondent is not in this assessment any more");
	enum err err = store_put(sitting->store, sitting->record, first->kind, object,
		sitting->record->assessment.object.key, &sitting->why);
	sitting->disputed = err && is_refused_for_another(sitting);
	return err;
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
	enum err err = ERR_NONE;

	while (!err && sitting->unsaved) {
		err = store_first(sitting);
		if (!err)
			drop_first(sitting);
	}
	if (!err && sitting->place_waits)
		err = store_place(sitting);
	if (err) {
		sitting->retry_at = clock_monotonic_ms() + RETRY_MS;
		return KEPT_WAITING;
	}
	sitting->place_waits = false;
	return KEPT;
}

/* With others waiting nobody is kept waiting for one more try: each takes as long as the database
 * is waited for. */
static enum kept settle_unless(struct sitting *sitting, bool others)
{
	if (others && (sitting->disputed || clock_monotonic_ms() < sitting->retry_at))
		return KEPT_WAITING;
	return sitting_settle(sitting);
}

enum kept unsaved_put(struct sitting *sitting, enum kind kind, const void *object)
{
	bool others = sitting_unsaved(sitting) > 0;
	struct unsaved *unsaved = entry_for(sitting, kind, object);

	copy_object(&unsaved->pool, kind, &unsaved->as, object);
	apply(sitting, unsaved);
	return settle_unless(sitting, others);
}

enum kept unsaved_place(struct sitting *sitting)
{
	bool others = sitting_unsaved(sitting) > 0;

	sitting->place_waits = true;
	return settle_unless(sitting, others);
}

bool sitting_retry(struct sitting *sitting)
{
	if (!sitting_unsaved(sitting) || sitting->disputed ||
		clock_monotonic_ms() < sitting->retry_at)
		return false;
	sitting_settle(sitting);
	return true;
}

enum kept sitting_choose(struct sitting *sitting, enum store_choice choice)
{
	if (!sitting->disputed)
		return sitting_settle(sitting);
	if (store_settle(sitting->store, choice, &sitting->why))
		return KEPT_WAITING;
	sitting->disputed = false;
	drop_first(sitting);
	return sitting_settle(sitting);
}

int sitting_unsaved(const struct sitting *sitting)
{
	int n = sitting->place_waits;

	for (const struct unsaved *u = sitting->unsaved; u; u = u->next)
		n++;
	return n;
}

void unsaved_release(struct sitting *sitting)
{
	while (sitting->unsaved)
		drop_first(sitting);
}
