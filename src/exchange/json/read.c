/* SPDX-License-Identifier: MIT */
/*
 * A document from text to records: nothing of it is used before all of it has been checked.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static const struct place top = { 0 };

/* The parser's words, where they are for users and not for programmers. */
static const char *parser_says(const json_error_t *error)
{
	if (json_error_code(error) == json_error_null_character)
		return "a text holds a NUL character";
	if (json_error_code(error) == json_error_stack_overflow)
		return "lists and objects are nested too deeply";
	return error->text;
}

static enum err parse(struct reader *r, json_t **root)
{
	static const char mark[] = "\xEF\xBB\xBF"; /* byte order mark */
	json_error_t error;
	if (r->n >= 3 && !memcmp(r->text, mark, 3))
		r->text += 3, r->n -= 3;
	*root = json_loadb(r->text, r->n, JSON_REJECT_DUPLICATES, &error);
	if (!*root)
		return errmsg_set(r->why, ERR_INVALID,
			"%s:%d:%d: not valid JSON: %s; correct it there", r->name,
			error.line > 0 ? error.line : 1, error.column > 0 ? error.column : 1,
			parser_says(&error));
	return json_is_object(*root) ? ERR_NONE : refuse_type(r, &top, *root, "an object");
}

static enum err check_format(struct reader *r, json_t *root)
{
	struct place format = { &top, "format", 0 }, version = { &top, "version", 0 };
	json_t *value = json_member(root, "format");
	const char *name = json_string_value(value);
	if (value && (!name || strcmp(name, "rekindle-exchange")))
		return refuse(
			r, &format, "must be \"rekindle-exchange\"; this is another kind of file");
	value = json_member(root, "version");
	if (value && !json_is_number(value))
		return refuse_type(r, &version, value, "the number 1");
	if (value && json_number_value(value) != 1)
		return refuse(r, &version, "is not 1; a newer rekindle may read this file");
	return ERR_NONE;
}

/* Alliance, parties and people of one record for the next, in its own memory. */
static void share(struct record *to, const struct record *from)
{
	object_copy(&to->pool, KIND_ALLIANCE, &to->alliance, &from->alliance);
	for (int kind = KIND_PARTY; kind <= KIND_PERSON; kind++)
		for (size_t i = 0; i < record_count(from, kind); i++)
			object_copy(&to->pool, (enum kind)kind, record_add(to, kind),
				record_at(from, kind, i));
}

/* Room for the round and the instrument it is of. */
static enum err open_round(struct reader *r, size_t index, const struct bank *bank)
{
	struct exchange *out = r->out;
	struct record *rec = &out->rounds[index];
	if (index) {
		record_init(rec, bank->instrument);
		out->count = index + 1;
		share(rec, &out->rounds[index - 1]);
	}
	r->record = rec;
	rec->instrument = bank->instrument;
	if (!bank->yaml)
		return ERR_NONE;
	return instrument_parse(
		bank->yaml, r->name, &rec->instrument_pool, &rec->instrument, r->why);
}

static enum err read_rounds(struct reader *r, json_t *root, json_t *rounds)
{
	struct place list = { &top, "assessments", 0 };
	const struct bank *common = &r->banks[0];
	size_t i;
	json_t *json;
	enum err err = read_bank(r, &top, root, &common);
	if (!err && !json_array_size(rounds)) {
		r->out->empty = true;
		r->out->rounds->assessment.object.id = uuid_derive(&r->alliance, "first round");
		err = open_round(r, 0, common);
		return err ? err : read_profile(r, &list, NULL);
	}
	json_array_foreach(rounds, i, json)
	{
		struct place place = { &list, NULL, i };
		const struct bank *bank = common;
		if (!err && !json_is_object(json))
			err = refuse_type(r, &place, json, "an object");
		if (!err)
			err = read_bank(r, &place, json, &bank);
		if (!err)
			err = open_round(r, i, bank);
		if (!err)
			err = read_round(r, &place, json, i);
		if (err)
			break;
	}
	return err;
}

/* Unknown members of the document travel with the alliance. */
static void keep_top(struct reader *r, json_t *root)
{
	struct object *head = &r->record->alliance.object;
	json_t *unknown = members_unknown_top(root);
	if (!unknown)
		return;
	json_t *extra = head->extra ? json_loads(head->extra, 0, NULL) : json_object();
	json_object_set_new(extra, MEMBER_TOP, unknown);
	head->extra = json_keep(&r->record->pool, extra);
	json_decref(extra);
}

static enum err read_uuid(
	struct reader *r, const struct place *up, json_t *json, const char *member, struct uuid *id)
{
	struct place place = { up, member, 0 };
	return uuid_parse(json_string_value(json_member(json, member)), id)
		? ERR_NONE
		: refuse(r, &place, "must be a UUID");
}

static enum err read_deletion(
	struct reader *r, const struct place *place, json_t *json, struct store_deleted *entry)
{
	static const struct field at_field = { .name = "at", .type = FIELD_INSTANT },
				  library_field = { .name = "library", .type = FIELD_TEXT };
	struct place at = { place, "at", 0 }, library = { place, "library", 0 };
	if (!json_is_object(json))
		return refuse_type(r, place, json, "an object");
	enum err err = read_uuid(r, place, json, "id", &entry->id);
	if (!err && json_member(json, "at"))
		err = read_member(r, &at, json_member(json, "at"), &at_field, &entry->at);
	if (!err && json_member(json, "into"))
		err = read_uuid(r, place, json, "into", &entry->into);
	if (!err && json_member(json, "library"))
		err = read_member(
			r, &library, json_member(json, "library"), &library_field, &entry->library);
	return err;
}

static enum err read_deleted(struct reader *r, json_t *root)
{
	struct place list = { &top, "deleted", 0 };
	json_t *deleted = json_member(root, "deleted"), *json;
	size_t i;
	enum err err = ERR_NONE;
	if (deleted && !json_is_array(deleted))
		return refuse_type(r, &list, deleted, "a list");
	json_array_foreach(deleted, i, json)
	{
		struct place place = { &list, NULL, i };
		if (!err)
			err = read_deletion(r, &place, json,
				POOL_APPEND(&r->out->pool, r->out->deleted, r->out->deleted_count));
	}
	return err;
}

static bool names_itself(json_t *alliance, json_t *rounds)
{
	size_t i;
	json_t *round;
	if (carries_id(alliance))
		return true;
	json_array_foreach(
		rounds, i, round) if (json_member(round, "id") || carries_id(round)) return true;
	return false;
}

static enum err read_document(struct reader *r, json_t *root)
{
	struct place alliance_place = { &top, "alliance", 0 }, list = { &top, "assessments", 0 };
	json_t *alliance = json_member(root, "alliance"),
	       *rounds = json_member(root, "assessments");
	enum err err = check_format(r, root);
	if (err)
		return err;
	if (!alliance)
		return refuse(r, &top, "`alliance` is missing; add it with its name and parties");
	if (rounds && !json_is_array(rounds))
		return refuse_type(r, &list, rounds, "a list");
	if ((err = read_banks(r, root)))
		return err;
	size_t count = json_array_size(rounds) ? json_array_size(rounds) : 1;
	r->out->rounds = pool_alloc(&r->out->pool, count * sizeof(*r->out->rounds));
	r->record = r->out->rounds;
	r->out->count = 1;
	record_init(r->record, instrument_builtin());
	err = read_alliance(r, &alliance_place, alliance, names_itself(alliance, rounds));
	if (err)
		return err;
	keep_top(r, root);
	err = read_rounds(r, root, rounds);
	if (!err)
		err = read_common(r, alliance, rounds);
	return err ? err : read_deleted(r, root);
}

/* All but the instruments, whose text is a file of its own. */
static void settle_texts(json_t *root)
{
	const char *name;
	json_t *value;
	json_object_foreach(root, name, value)
	{
		if (strcmp(name, "instruments") != 0)
			json_settle(value);
	}
}

enum err exchange_read(
	const char *text, size_t n, const char *name, struct exchange *out, struct errmsg *why)
{
	struct reader reader = { .text = text, .n = n, .name = name, .why = why, .out = out };
	json_t *root = NULL;
	*out = (struct exchange){ 0 };
	reader.seen = json_object();
	enum err err = parse(&reader, &root);
	out->text = pool_strndup(&out->pool, reader.text, reader.n);
	out->size = reader.n;
	out->name = pool_strdup(&out->pool, name);
	if (!err) {
		settle_texts(root);
		err = read_document(&reader, root);
	}
	for (size_t i = 0; i < out->count && !err; i++)
		record_settle(&out->rounds[i]);
	for (int i = 0; i < KIND_COUNT; i++)
		json_decref(reader.names[i]);
	json_decref(reader.seen);
	json_decref(root);
	free(reader.grid);
	if (err)
		exchange_release(out);
	return err;
}

void exchange_release(struct exchange *exchange)
{
	for (size_t i = 0; i < exchange->count; i++)
		record_release(&exchange->rounds[i]);
	pool_release(&exchange->pool);
	*exchange = (struct exchange){ 0 };
}
