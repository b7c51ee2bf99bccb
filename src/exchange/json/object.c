/* SPDX-License-Identifier: MIT */
/*
 * One object from JSON by the table of its kind, and what a kind demands beyond its table.
 */
#include "internal.h"

#include <string.h>

/* A required text says something; one that is never null has at least a character. */
static bool is_empty(const struct field *field, const void *object)
{
	const void *member = (const char *)object + field->offset;
	if (field->type != FIELD_TEXT)
		return false;
	const char *text = *(const char *const *)member;
	return field->required ? str_blank(text) : field->never_null && !text;
}

static enum err missing(struct reader *r, const struct place *place, const struct field *field)
{
	char list[512];
	if (field->type != FIELD_WORD)
		return refuse(r, place, "`%s` is missing; add it", field->name);
	return refuse(r, place, "`%s` is missing; add it: %s", field->name,
		vocabulary_list(field->words, list, sizeof(list)));
}

static enum err read_field(struct reader *r, const struct place *up, json_t *json, enum kind kind,
	const struct field *field, void *object)
{
	struct place steps[MEMBER_DEPTH];
	const struct place *at;
	json_t *value = json;
	enum err err = member_enter(r, up, field->name, &value, steps, &at);
	if (err)
		return err;
	if (!value)
		return field->required ? missing(r, up, field) : ERR_NONE;
	err = read_member(r, at, value, field, (char *)object + field->offset);
	if (!err && is_empty(field, object))
		err = refuse(r, at, "must not be empty");
	field_give(kind, object, field->offset, true);
	return err;
}

/* Of an object that says when it was changed null empties what absent would leave alone. */
static void give_emptied(json_t *json, enum kind kind, void *object, size_t first)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = first; i < info->field_count; i++)
		if (member_is_null(json, info->fields[i].name))
			field_give(kind, object, info->fields[i].offset, true);
}

/* Its fields from one on; then those that it empties. */
static enum err read_fields(struct reader *r, const struct place *place, json_t *json,
	enum kind kind, size_t first, void *object)
{
	enum err err = ERR_NONE;
	for (size_t i = first; i < kind_info[kind].field_count && !err; i++)
		err = read_field(r, place, json, kind, &kind_info[kind].fields[i], object);
	if (!err && object_time(kind, object))
		give_emptied(json, kind, object, first);
	return err;
}

enum err read_former(
	struct reader *r, const struct place *place, json_t *json, enum kind kind, void *object)
{
	return read_fields(r, place, json, kind, kind_keys(kind), object);
}

enum err read_object(
	struct reader *r, const struct place *place, json_t *json, enum kind kind, void *object)
{
	const struct kind_info *info = &kind_info[kind];
	struct object *head = object;
	if (!json_is_object(json))
		return refuse_type(r, place, json, "an object");
	enum err err = read_fields(r, place, json, kind, kind_is_part(kind), object);
	if (!err && info->has_id && kind != KIND_ALLIANCE && kind != KIND_ASSESSMENT)
		err = read_id(r, place, json, kind, object);
	json_t *unknown = err ? NULL : members_unknown(kind, json);
	if (unknown)
		head->extra = json_keep(&r->record->pool, unknown);
	json_decref(unknown);
	return err ? err : check_object(r, place, json, kind, object);
}

static enum err check_party(struct reader *r, const struct place *up, json_t *json, void *object)
{
	const struct party *party = object;
	struct place ours = { up, "ours", 0 };
	(void)json;
	for (size_t i = 0; i < r->record->party_count; i++)
		if (party->ours == TRI_YES && &r->record->parties[i] != party &&
			r->record->parties[i].ours == TRI_YES)
			return refuse(r, &ours, "is true for a second party; one party is yours");
	return ERR_NONE;
}

/* What is said now replaces what was: an item that was declined has no value. */
static void settle_answer(struct answer *answer)
{
	if (!field_is_given(KIND_ANSWER, answer, offsetof(struct answer, state))) {
		if (answer->value.type == VALUE_NONE && !answer->text)
			return;
		answer->state = STATE_ANSWERED;
		field_give(KIND_ANSWER, answer, offsetof(struct answer, state), true);
	} else if (answer->state != STATE_ANSWERED) {
		field_give(KIND_ANSWER, answer, offsetof(struct answer, value), true);
	}
}

static enum err check_answer(struct reader *r, const struct place *up, json_t *json, void *object)
{
	struct answer *answer = object;
	struct place place = { up, "value", 0 };
	json_t *value = json_member(json, "value");
	const struct item *item = &r->record->instrument->items[answer->item];
	enum err err = value ? read_value(r, &place, value, item, &answer->value) : ERR_NONE;
	if (err)
		return err;
	/* the words of an open answer have one home */
	if (item->kind == ITEM_TEXT && answer->value.type == VALUE_TEXT) {
		if (answer->text)
			return refuse(r, &place, "stands beside `text`; leave one of them out");
		answer->text = answer->value.text;
		answer->value = (struct value){ 0 };
		field_give(KIND_ANSWER, answer, offsetof(struct answer, text), true);
	}
	settle_answer(answer);
	return ERR_NONE;
}

static enum err check_direction(
	struct reader *r, const struct place *up, json_t *json, enum kind kind, struct kpi *kpi)
{
	struct place direction = { up, "direction", 0 };
	if (!kpi_contradicts(kpi))
		return ERR_NONE;
	if (json_member(json, "direction"))
		return refuse(r, &direction,
			"contradicts the way from `baseline` to `target`; "
			"correct one of the three");
	kpi->direction = kpi->target > kpi->baseline ? DIRECTION_HIGHER : DIRECTION_LOWER;
	field_give(kind, kpi, offsetof(struct kpi, direction), true);
	return ERR_NONE;
}

static enum err check_kpi(struct reader *r, const struct place *up, json_t *json, void *object)
{
	return check_direction(r, up, json, KIND_KPI, object);
}

static enum err check_sealed_kpi(
	struct reader *r, const struct place *up, json_t *json, void *object)
{
	return check_direction(r, up, json, KIND_SEALED_KPI, object);
}

static enum err check_escalation(
	struct reader *r, const struct place *up, json_t *json, void *object)
{
	const struct escalation *escalation = object;
	struct place level = { up, "level", 0 };
	(void)json;
	if (escalation->level == INT_NONE ||
		(escalation->level >= 1 && escalation->level <= CHARTER_LEVELS))
		return ERR_NONE;
	return refuse(r, &level, "must be a level of the charter, 1 to %d", CHARTER_LEVELS);
}

static enum err check_day_off(struct reader *r, const struct place *up, json_t *json, void *object)
{
	const struct day_off *off = object;
	struct place to = { up, "to", 0 };
	(void)json;
	if (off->to == DATE_NONE || off->to >= off->from)
		return ERR_NONE;
	return refuse(r, &to, "is before `from`; correct one of the two");
}

/* They are of people and parties who need not be in the file: no name of it stands for them. */
static enum err check_uuid(
	struct reader *r, const struct place *up, json_t *json, const char *member)
{
	struct place place = { up, member, 0 };
	struct uuid id;
	const char *text = json_string_value(json_member(json, member));
	return !text || uuid_parse(text, &id) ? ERR_NONE : refuse(r, &place, "must be a UUID");
}

static enum err check_release_rating(
	struct reader *r, const struct place *up, json_t *json, void *object)
{
	const struct release_rating *rating = object;
	struct place number = { up, "number", 0 };
	if (rating->number < 1)
		return refuse(r, &number, "must be a whole number from 1 on");
	enum err err = check_uuid(r, up, json, "respondent");
	return err ? err : check_uuid(r, up, json, "party");
}

enum err check_object(
	struct reader *r, const struct place *place, json_t *json, enum kind kind, void *object)
{
	static enum err (*const check[KIND_COUNT])(
		struct reader *, const struct place *, json_t *, void *) = {
		[KIND_PARTY] = check_party,
		[KIND_ANSWER] = check_answer,
		[KIND_ESCALATION] = check_escalation,
		[KIND_DAY_OFF] = check_day_off,
		[KIND_RELEASE_RATING] = check_release_rating,
		[KIND_KPI] = check_kpi,
		[KIND_PLAN_ACTION] = check_action,
		[KIND_GATE] = check_gate,
		[KIND_SEALED_KPI] = check_sealed_kpi,
	};
	return check[kind] ? check[kind](r, place, json, object) : ERR_NONE;
}
