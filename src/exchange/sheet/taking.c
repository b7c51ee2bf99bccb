/* SPDX-License-Identifier: MIT */
/*
 * One answer of a reply into the record of its document; never two different ones to one question.
 */
#include "internal.h"

#include <rekindle/words.h>

#include "../json/internal.h"

int taking_item(const struct record *record, const char *id)
{
	int item = instrument_item(record->instrument, id);
	bool asked = item >= 0 && record->instrument->items[item].section == SECTION_INTERVIEW;
	return asked ? item : -1;
}

static bool same_answer(const struct answer *a, const struct answer *b)
{
	return a->state == b->state && value_same(&a->value, &b->value) &&
		str_same(a->text, b->text);
}

static struct answer *answer_of(struct sheet_taking *t, int item)
{
	for (size_t i = 0; i < t->record->answer_count; i++)
		if (t->record->answers[i].item == item)
			return &t->record->answers[i];
	struct answer *added = record_add(t->record, KIND_ANSWER);
	added->respondent = 0;
	added->item = item;
	field_give(KIND_ANSWER, added, offsetof(struct answer, respondent), true);
	field_give(KIND_ANSWER, added, offsetof(struct answer, item), true);
	return added;
}

static void give(struct answer *answer, size_t offset)
{
	field_give(KIND_ANSWER, answer, offset, true);
}

static void take_value(struct answer *to, const struct answer *from)
{
	to->state = from->state;
	to->value = from->value;
	to->text = from->text;
	to->reason = from->reason;
	give(to, offsetof(struct answer, state));
	give(to, offsetof(struct answer, value));
	give(to, offsetof(struct answer, text));
	give(to, offsetof(struct answer, reason));
}

/* "was answered otherwise in line 12" */
static enum err refuse_other(const struct sheet_taking *t, int line, int item, int before)
{
	struct pool pool = { 0 };
	enum err err = errmsg_set(t->why, ERR_INVALID, "%s:%d: %s", t->block->name, line,
		words(&pool, W_SHEET_TWICE,
			hole_text("item", t->record->instrument->items[item].id),
			hole_count("line", before)));
	pool_release(&pool);
	return err;
}

enum err taking_add(
	struct sheet_taking *t, int line, int item, const struct answer *answer, bool comment)
{
	struct answer *there = answer_of(t, item);
	int *before = comment ? &t->comment_line[item] : &t->line[item];
	bool same =
		comment ? str_same(there->comment, answer->comment) : same_answer(there, answer);
	if (*before && !same)
		return refuse_other(t, line, item, *before);
	if (*before)
		return ERR_NONE;
	*before = line;
	if (answer->object.changed > there->object.changed)
		there->object.changed = answer->object.changed;
	if (!comment) {
		take_value(there, answer);
		return ERR_NONE;
	}
	there->comment = answer->comment;
	give(there, offsetof(struct answer, comment));
	return ERR_NONE;
}
