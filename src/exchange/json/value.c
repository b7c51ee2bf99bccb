/* SPDX-License-Identifier: MIT */
/*
 * The value of an answer from JSON, by the kind of its item.
 */
#include "internal.h"

#include <math.h>
#include <string.h>

/* An item without choices of its own chooses from the catalogues. */
static bool has_choice(const struct reader *r, const struct item *item, const char *id)
{
	const struct instrument *instrument = r->record->instrument;
	if (!item->choice_count)
		return instrument_type(instrument, id) >= 0 ||
			instrument_ambition(instrument, id) >= 0;
	for (size_t i = 0; i < item->choice_count; i++)
		if (!strcmp(item->choices[i].id, id))
			return true;
	return false;
}

static enum err refuse_choice(
	struct reader *r, const struct place *place, const struct item *item, const char *text)
{
	struct str list;
	str_init(&list);
	for (size_t i = 0; i < item->choice_count; i++)
		str_addf(&list, "%s%s", i ? ", " : "", item->choices[i].id);
	enum err err = refuse(
		r, place, "\"%.40s\" is no choice of this item; choose of %s", text, list.text);
	str_release(&list);
	return err;
}

static enum err read_number(struct reader *r, const struct place *place, json_t *json,
	const struct item *item, struct value *out)
{
	if (!json_is_number(json))
		return refuse_type(r, place, json, "a number");
	double x = json_number_value(json);
	if (item->kind == ITEM_RATED && (x != floor(x) || x < 1 || x > 5))
		return refuse(r, place, "must be a whole number from 1 to 5");
	*out = (struct value){ .type = VALUE_NUMBER, .number = x };
	return ERR_NONE;
}

static enum err read_choice(struct reader *r, const struct place *place, json_t *json,
	const struct item *item, struct value *out)
{
	if (!json_is_string(json))
		return refuse_type(r, place, json, "the id of a choice");
	if (!has_choice(r, item, json_string_value(json)))
		return refuse_choice(r, place, item, json_string_value(json));
	out->type = VALUE_TEXT;
	out->text = pool_strdup(&r->record->pool, json_string_value(json));
	return ERR_NONE;
}

static enum err read_multi(struct reader *r, const struct place *place, json_t *json,
	const struct item *item, struct value *out)
{
	struct str lines;
	size_t i;
	json_t *entry;
	enum err err = ERR_NONE;
	if (!json_is_array(json))
		return refuse_type(r, place, json, "a list of ids of choices");
	str_init(&lines);
	json_array_foreach(json, i, entry)
	{
		struct place at = { place, NULL, i };
		const char *id = json_string_value(entry);
		if (!id)
			err = refuse_type(r, &at, entry, "the id of a choice");
		else if (!has_choice(r, item, id))
			err = refuse_choice(r, &at, item, id);
		if (err)
			break;
		str_add(&lines, i ? "\n" : "");
		str_add(&lines, id);
	}
	if (!err && lines.len) {
		out->type = VALUE_TEXT;
		out->text = pool_strdup(&r->record->pool, lines.text);
	}
	str_release(&lines);
	return err;
}

static enum err read_split(struct reader *r, const struct place *place, json_t *json,
	const struct item *item, struct value *out)
{
	const char *name;
	json_t *points;
	(void)item;
	if (!json_is_object(json))
		return refuse_type(r, place, json, "an object with points for each cause");
	json_object_foreach(json, name, points)
	{
		struct place at = { place, name, 0 };
		int cause = vocabulary_find(&vocabulary_cause, name);
		if (cause < 0)
			return refuse(
				r, &at, "is no cause; write strategy, type, partner or management");
		if (json_is_null(points))
			continue;
		if (!json_is_number(points))
			return refuse_type(r, &at, points, "a number");
		if (json_number_value(points) < 0)
			return refuse(r, &at, "must not be negative");
		out->split[cause] = json_number_value(points);
	}
	out->type = VALUE_SPLIT;
	return ERR_NONE;
}

/* date, check, text: what value_parse() takes */
static enum err read_written(struct reader *r, const struct place *place, json_t *json,
	const struct item *item, struct value *out)
{
	if (!json_is_string(json))
		return refuse_type(r, place, json, "a text");
	if (item->kind == ITEM_TEXT && !*json_string_value(json))
		return ERR_NONE;
	if (value_parse(&r->record->pool, item->kind, json_string_value(json), out))
		return ERR_NONE;
	return refuse(r, place, "%s",
		item->kind == ITEM_DATE
			? words_no_day(&r->record->pool, json_string_value(json))
			: "must be yes, partly or no; say unknown by state \"dont_know\"");
}

enum err read_value(struct reader *r, const struct place *place, json_t *json,
	const struct item *item, struct value *out)
{
	static enum err (*const read[ITEM_KIND_COUNT])(struct reader *, const struct place *,
		json_t *, const struct item *, struct value *) = {
		[ITEM_RATED] = read_number,
		[ITEM_NUMBER] = read_number,
		[ITEM_CHOICE] = read_choice,
		[ITEM_MULTI] = read_multi,
		[ITEM_SPLIT] = read_split,
		[ITEM_DATE] = read_written,
		[ITEM_CHECK] = read_written,
		[ITEM_TEXT] = read_written,
	};
	return read[item->kind](r, place, json, item, out);
}
