/* SPDX-License-Identifier: MIT */
/*
 * The instruments of a document: the built-in ones, and those that travel with their content.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* Also 1 and 1.0 for "1": a version may be written as a number. */
static bool version_is(json_t *value, const char *version)
{
	char *end;
	if (json_is_string(value))
		return !strcmp(json_string_value(value), version);
	double x = strtod(version, &end);
	return end != version && !*end && x == json_number_value(value);
}

static enum err read_name(struct reader *r, const struct place *place, json_t *object,
	const char **id, json_t **version)
{
	struct place id_place = { place, "id", 0 }, version_place = { place, "version", 0 };
	if (!json_is_object(object))
		return refuse_type(r, place, object, "an object");
	json_t *value = json_member(object, "id");
	*version = json_member(object, "version");
	if (!value)
		return refuse(r, place, "`id` is missing; add the id of an instrument");
	if (!json_is_string(value))
		return refuse_type(r, &id_place, value, "a text");
	if (*version && !json_is_string(*version) && !json_is_number(*version))
		return refuse_type(r, &version_place, *version, "a text or a number");
	*id = json_string_value(value);
	return ERR_NONE;
}

static const struct bank *find(const struct reader *r, const char *id, json_t *version)
{
	for (size_t i = 0; i < r->bank_count; i++)
		if (!strcmp(r->banks[i].id, id) &&
			(!version || version_is(version, r->banks[i].version)))
			return &r->banks[i];
	return NULL;
}

/* In one line which there are; then: what to do. */
static enum err refuse_unknown(struct reader *r, const struct place *place, const char *id,
	json_t *version, const char *then)
{
	struct str given, known;
	str_init(&given);
	str_init(&known);
	if (json_is_string(version))
		str_add(&given, json_string_value(version));
	else if (version)
		json_emit(&given, version, true);
	instrument_versions(&known);
	enum err err = refuse(r, place,
		"instrument %.80s%s%.40s is none of those built in (%s %s)%s", id,
		given.len ? " " : "", given.text, instrument_builtin()->id, known.text, then);
	str_release(&given);
	str_release(&known);
	return err;
}

static void add_bank(struct reader *r, const struct instrument *instrument, const char *yaml)
{
	struct bank *bank = POOL_APPEND(&r->out->pool, r->banks, r->bank_count);
	*bank = (struct bank){ .id = instrument->id,
		.version = instrument->version,
		.yaml = yaml,
		.instrument = instrument };
}

static enum err read_content(struct reader *r, const struct place *place, json_t *content,
	const char *id, json_t *version)
{
	const struct instrument *instrument;
	struct errmsg why;
	struct str yaml;
	if (!json_is_string(content) && !json_is_object(content))
		return refuse_type(
			r, place, content, "the YAML text of an instrument, or an object");
	str_init(&yaml);
	if (json_is_string(content))
		str_add(&yaml, json_string_value(content));
	else
		json_emit(&yaml, content, true);
	const char *kept = pool_strndup(&r->out->pool, yaml.text, yaml.len);
	str_release(&yaml);
	enum err err = instrument_parse(kept, "content", &r->out->pool, &instrument, &why);
	if (err)
		return refuse(r, place, "%s", why.text);
	if (strcmp(instrument->id, id) || (version && !version_is(version, instrument->version)))
		return refuse(r, place, "is instrument %s %s, not what `id` and `version` say",
			instrument->id, instrument->version);
	add_bank(r, instrument, kept);
	return ERR_NONE;
}

static enum err read_entry(struct reader *r, const struct place *place, json_t *entry)
{
	struct place content_place = { place, "content", 0 };
	const char *id;
	json_t *version;
	enum err err = read_name(r, place, entry, &id, &version);
	if (err)
		return err;
	const struct bank *bank = find(r, id, version);
	if (bank && !bank->yaml)
		return ERR_NONE;
	if (bank)
		return refuse(
			r, place, "is the second entry for instrument %.80s %s", id, bank->version);
	json_t *content = json_member(entry, "content");
	if (!content)
		return refuse_unknown(r, place, id, version, "; add its `content`");
	return read_content(r, &content_place, content, id, version);
}

enum err read_banks(struct reader *r, json_t *root)
{
	struct place top = { 0 }, list = { &top, "instruments", 0 };
	json_t *instruments = json_member(root, "instruments"), *entry;
	enum err err = ERR_NONE;
	size_t i, count;
	const struct instrument *released = instrument_released(&count);
	/* the first comes first for a file that names no version: it was made when there was one */
	for (i = 0; i < count; i++)
		add_bank(r, &released[i], NULL);
	if (instruments && !json_is_array(instruments))
		return refuse_type(r, &list, instruments, "a list");
	json_array_foreach(instruments, i, entry)
	{
		struct place place = { &list, NULL, i };
		if ((err = read_entry(r, &place, entry)))
			break;
	}
	return err;
}

enum err read_bank(
	struct reader *r, const struct place *up, json_t *object, const struct bank **bank)
{
	struct place place = { up, "instrument", 0 };
	const char *id;
	json_t *version, *name = json_member(object, "instrument");
	if (!name)
		return ERR_NONE;
	enum err err = read_name(r, &place, name, &id, &version);
	if (err)
		return err;
	*bank = find(r, id, version);
	if (*bank)
		return ERR_NONE;
	return refuse_unknown(
		r, &place, id, version, " nor among `instruments`; add it there with its content");
}
