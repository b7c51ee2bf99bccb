/* SPDX-License-Identifier: MIT */
/*
 * Answer files: what the form saves.
 */
#include "internal.h"

#include <string.h>
#include <rekindle/utf8.h>

#include "../json/internal.h"

#define FORMAT "rekindle-answers"

static const struct place top = { 0 };

static enum err fault(const char *name, const char *text, size_t n, const struct place *place,
	struct errmsg *why, const char *what)
{
	const struct exchange file = { .text = text, .size = n, .name = name };
	return refuse_read(&file, place, why, "%s", what);
}

static const char *text_of(json_t *root, const char *name)
{
	return json_string_value(json_object_get(root, name));
}

/* It calls itself one; what else is JSON is somebody's attachment. */
static bool is_answers(const struct sheet_part *part)
{
	size_t at = strspn(part->text, " \t\n");
	return part->text[at] == '{' && strstr(part->text, FORMAT);
}

static enum err read_token(const struct sheet_part *part, json_t *root,
	const struct sheet_block *block, struct uuid *token, struct errmsg *why)
{
	struct place at = { &top, "token", 0 };
	const char *text = text_of(root, "token");
	if (text && sheet_token_read(text, token))
		return ERR_NONE;
	return fault(part->name, block->json, block->json_size, &at, why,
		"must be a token of 32 hexadecimal digits");
}

static enum err check_format(const struct sheet_part *part, json_t *root, struct errmsg *why)
{
	struct place format = { &top, "format", 0 }, version = { &top, "version", 0 };
	const char *is = text_of(root, "format");
	if (!is || strcmp(is, FORMAT) != 0)
		return fault(part->name, part->text, part->n, &format, why,
			"must be \"rekindle-answers\"");
	if (json_integer_value(json_object_get(root, "version")) != 1)
		return fault(part->name, part->text, part->n, &version, why,
			"must be 1; a newer rekindle reads newer answer files");
	return ERR_NONE;
}

enum err answers_open(const struct sheet_part *part, struct pool *pool, struct sheet_block **block,
	struct errmsg *why)
{
	json_error_t error;
	*block = NULL;
	if (!is_answers(part))
		return ERR_NONE;
	json_t *root = json_loadb(part->text, part->n, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		return errmsg_set(why, ERR_INVALID, "%s:%d:%d: %s", part->name, error.line,
			error.column, error.text);
	struct sheet_block *made = pool_alloc(pool, sizeof(*made));
	*made = (struct sheet_block){
		.name = part->name, .attribution = -1, .consent = TRI_UNKNOWN, .line = 1
	};
	made->json = part->text;
	made->json_size = part->n;
	enum err err = check_format(part, root, why);
	if (!err)
		err = read_token(part, root, made, &made->token, why);
	json_decref(root);
	*block = err ? NULL : made;
	return err;
}

/* Taking */

/* One file on its way into the record. */
struct file {
	struct sheet_taking *taking;
	struct reader reader; /* for what exchange documents have alike */
};

static enum err refuse_at(struct file *f, const struct place *place, const char *what)
{
	const struct sheet_block *block = f->taking->block;
	return fault(block->name, block->json, block->json_size, place, f->taking->why, what);
}

/* As it is kept: blanks squeezed, line breaks as they are. */
static const char *kept_text(struct pool *pool, const char *text)
{
	struct str out;
	str_init(&out);
	text = utf8_settle(pool, text);
	for (size_t n; *text; text += n + (*(text + n) == '\n')) {
		n = strcspn(text, "\n");
		str_add(&out, sheet_line_unquote(pool, pool_strndup(pool, text, n), 0));
		if (text[n])
			str_addc(&out, '\n');
	}
	while (out.len && out.text[out.len - 1] == '\n')
		str_delete(&out, out.len - 1, 1);
	while (out.len && *out.text == '\n')
		str_delete(&out, 0, 1);
	const char *kept = out.len ? pool_strdup(pool, out.text) : NULL;
	str_release(&out);
	return kept;
}

static enum err read_text(
	struct file *f, const struct place *up, json_t *json, const char *name, const char **out)
{
	struct place at = { up, name, 0 };
	json_t *value = json_member(json, name);
	if (value && !json_is_string(value))
		return refuse_at(f, &at, "must be a text");
	*out = value ? kept_text(&f->taking->record->pool, json_string_value(value)) : NULL;
	return ERR_NONE;
}

static enum err read_state(
	struct file *f, const struct place *up, json_t *json, struct answer *answer)
{
	struct place at = { up, "state", 0 };
	json_t *value = json_member(json, "state");
	answer->state = value ? vocabulary_find(&vocabulary_state, json_string_value(value))
			      : (int)STATE_ANSWERED;
	return answer->state < 0 ? refuse_at(f, &at, "is no state of an answer") : ERR_NONE;
}

static enum err read_changed(
	struct file *f, const struct place *up, json_t *json, struct answer *answer)
{
	struct place at = { up, "changed", 0 };
	json_t *value = json_member(json, "changed");
	if (!value)
		return ERR_NONE;
	answer->object.changed = json_is_string(value) ? moment_iso(json_string_value(value)) : 0;
	return answer->object.changed
		? ERR_NONE
		: refuse_at(f, &at, "must be an instant like \"2026-11-28T09:50:00Z\"");
}

static enum err read_given(struct file *f, const struct place *up, json_t *json,
	const struct item *item, struct answer *answer)
{
	struct place at = { up, "value", 0 };
	json_t *value = json_member(json, "value");
	enum err err = read_state(f, up, json, answer);
	if (!err)
		err = read_text(f, up, json, "text", &answer->text);
	if (!err && value && answer->state == STATE_ANSWERED)
		err = read_value(&f->reader, &at, value, item, &answer->value);
	if (err || answer->state != STATE_ANSWERED)
		return err;
	if (item->kind == ITEM_TEXT ? !answer->text : answer->value.type == VALUE_NONE)
		answer->state = STATE_BLANK;
	return ERR_NONE;
}

static int line_of(struct file *f, const struct place *place)
{
	const struct sheet_block *block = f->taking->block;
	int line, column;
	place_find(block->json, block->json_size, place, &line, &column);
	return line;
}

static enum err take_answer(struct file *f, const struct place *list, json_t *json, size_t i)
{
	struct place at = { list, NULL, i }, item_at = { &at, "item", 0 };
	struct answer answer;
	const char *id = json_string_value(json_object_get(json, "item"));
	object_init(KIND_ANSWER, &answer);
	int item = id ? taking_item(f->taking->record, id) : -1;
	if (!json_is_object(json))
		return refuse_at(f, &at, "must be an object");
	if (item < 0)
		return refuse_at(f, &item_at, "is no question of this round's question bank");
	const struct item *asked = &f->taking->record->instrument->items[item];
	enum err err = read_given(f, &at, json, asked, &answer);
	if (!err)
		err = read_text(f, &at, json, "comment", &answer.comment);
	if (!err)
		err = read_text(f, &at, json, "reason", &answer.reason);
	if (!err)
		err = read_changed(f, &at, json, &answer);
	int line = err ? 0 : line_of(f, &at);
	if (!err && answer.state != STATE_BLANK)
		err = taking_add(f->taking, line, item, &answer, false);
	if (!err && answer.comment)
		err = taking_add(f->taking, line, item, &answer, true);
	return err;
}

static enum err take_consent(struct file *f, json_t *root)
{
	struct place at = { &top, "consent", 0 };
	struct sheet_taking *t = f->taking;
	const char *said = text_of(root, "consent");
	t->consent = !said             ? TRI_UNKNOWN
		: !strcmp(said, "yes") ? TRI_YES
		: !strcmp(said, "no")  ? TRI_NO
				       : TRI_UNKNOWN;
	return t->consent == TRI_UNKNOWN ? refuse_at(f, &at, "must be \"yes\" or \"no\"")
					 : ERR_NONE;
}

static enum err take_attribution(struct file *f, json_t *root)
{
	struct place at = { &top, "attribution", 0 };
	const char *said = text_of(root, "attribution");
	if (!json_object_get(root, "attribution"))
		return ERR_NONE;
	f->taking->attribution = vocabulary_find(&vocabulary_attribution, said);
	return f->taking->attribution < 0 ? refuse_at(f, &at, "must be named, role or confidential")
					  : ERR_NONE;
}

static enum err take_finished(struct file *f, json_t *root)
{
	struct place at = { &top, "finished", 0 };
	const char *said = text_of(root, "finished");
	if (!json_object_get(root, "finished"))
		return ERR_NONE;
	f->taking->finished = said ? moment_iso(said) : 0;
	return f->taking->finished
		? ERR_NONE
		: refuse_at(f, &at, "must be an instant like \"2026-11-28T10:00:00Z\"");
}

static enum err take_bank(struct file *f, json_t *root)
{
	struct place at = { &top, "instrument", 0 };
	json_t *bank = json_object_get(root, "instrument");
	const char *id = text_of(bank, "id"), *version = text_of(bank, "version");
	const struct instrument *asked = f->taking->record->instrument;
	if (id && version && str_same(id, asked->id) && str_same(version, asked->version))
		return ERR_NONE;
	return refuse_at(f, &at, "is not the question bank that this round was made with");
}

static enum err take_answers(struct file *f, json_t *root)
{
	struct place list = { &top, "answers", 0 };
	json_t *answers = json_member(root, "answers"), *json;
	size_t i;
	enum err err = ERR_NONE;
	if (answers && !json_is_array(answers))
		return refuse_at(f, &list, "must be a list");
	if (f->taking->consent == TRI_NO)
		return ERR_NONE;
	json_array_foreach(answers, i, json)
	{
		if ((err = take_answer(f, &list, json, i)))
			return err;
	}
	return ERR_NONE;
}

enum err answers_take(struct sheet_taking *taking)
{
	const struct sheet_block *block = taking->block;
	struct file file = { taking,
		{ .text = block->json,
			.n = block->json_size,
			.name = block->name,
			.why = taking->why,
			.record = taking->record } };
	json_t *root = json_loadb(block->json, block->json_size, 0, NULL);
	enum err err = take_bank(&file, root);
	if (!err)
		err = take_consent(&file, root);
	if (!err)
		err = take_attribution(&file, root);
	if (!err)
		err = take_finished(&file, root);
	if (!err)
		err = take_answers(&file, root);
	json_decref(root);
	return err;
}
