/* SPDX-License-Identifier: MIT */
/*
 * An answer as it stands: every member under its name, or the object of rekindle-exchange(5).
 */
#include <string.h>
#include <jansson.h>
#include "answer.h"

static const struct item *item_of(const struct answering *own)
{
	return sitting_item(&own->sitting);
}

static json_t *multi_json(const char *ids)
{
	json_t *array = json_array();

	for (size_t n; *ids; ids += n + (ids[n] == '\n')) {
		n = strcspn(ids, "\n");
		json_array_append_new(array, json_stringn(ids, n));
	}
	return array;
}

static json_t *split_json(const struct value *value)
{
	json_t *object = json_object();

	for (int i = 0; i < CAUSE_COUNT; i++)
		json_object_set_new(object, vocabulary_cause.word[i], json_real(value->split[i]));
	return object;
}

static json_t *value_json(const struct item *item, const struct value *value, struct pool *pool)
{
	switch (value->type) {
	case VALUE_NUMBER:
		return json_number(value->number);
	case VALUE_SPLIT:
		return split_json(value);
	case VALUE_TEXT:
		return item->kind == ITEM_MULTI ? multi_json(value->text)
						: json_text(value_format(pool, item->kind, value));
	case VALUE_NONE:
		break;
	}
	return json_null();
}

static json_t *as_json(const struct answering *own, const struct answer *answer)
{
	const struct record *record = &own->loaded.record;
	json_t *object = json_object();

	json_object_set_new(object, "assessment", json_uuid(&record->assessment.object.id));
	json_object_set_new(
		object, "respondent", json_uuid(&sitting_respondent(&own->sitting)->object.id));
	json_object_set_new(object, "item", json_string(item_of(own)->id));
	json_object_set_new(object, "state", json_string(vocabulary_state.word[answer->state]));
	json_object_set_new(
		object, "value", value_json(item_of(own), &answer->value, &own->cli->pool));
	json_object_set_new(object, "text", json_text(answer->text));
	json_object_set_new(object, "reason", json_text(answer->reason));
	json_object_set_new(object, "comment", json_text(answer->comment));
	json_object_set_new(object, "quote", json_text(answer->quote));
	json_object_set_new(object, "evidence", json_text(answer->evidence));
	json_object_set_new(object, "flag", json_boolean(answer->flag == TRI_YES));
	return object;
}

static const char *answer_text(const struct answering *own, const struct answer *answer)
{
	if (answer->state != STATE_ANSWERED)
		return words_state((enum answer_state)answer->state);
	return answer->text ? answer->text
			    : words_answer(&own->cli->pool, &own->sitting.flow, own->question);
}

static void as_text(struct str *out, const struct answering *own, const struct answer *answer)
{
	bool ascii = own->cli->ascii;
	const struct sitting *sitting = &own->sitting;

	cli_field(out, "item", item_of(own)->id, ascii);
	cli_field(out, "question",
		words_mirror(&own->cli->pool, sitting->record, item_of(own)->text,
			sitting_respondent(sitting)->party),
		ascii);
	cli_field(out, "answer", answer_text(own, answer), ascii);
	cli_field(out, "reason", answer->reason, ascii);
	cli_field(out, "comment", answer->comment, ascii);
	cli_field(out, "quote", answer->quote, ascii);
	cli_field(out, "evidence", answer->evidence, ascii);
	cli_field(out, "flag", answer->flag == TRI_YES ? words_plain(W_ANSWER_TO_FOLLOW) : NULL,
		ascii);
}

enum err answer_print(const struct answering *own, struct errmsg *why)
{
	static const struct answer none = { .state = STATE_BLANK };
	const struct answer *there = sitting_answer_of(&own->sitting, own->question);
	const struct answer *answer = there ? there : &none;
	struct str out;

	if (own->cli->format == FORMAT_JSON)
		return output_json(own->cli, as_json(own, answer), why);
	str_init(&out);
	as_text(&out, own, answer);
	enum err err = output_text(own->cli, &out, why);
	str_release(&out);
	return err;
}
