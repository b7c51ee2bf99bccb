/* SPDX-License-Identifier: MIT */
/*
 * A list of the audit as it is: for people as what could be typed to get it, and as JSON.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/exchange.h>
#include <rekindle/utf8.h>
#include "audit.h"

#define CALLED_CELLS 36

static const char *reference_text(
	struct pool *pool, const struct record *record, const struct field *field, int index)
{
	char id[UUID_TEXT];

	if (index < 0 || (size_t)index >= record_count(record, field->ref))
		return NULL;
	if (field->ref == KIND_PARTY)
		return record->parties[index].label;
	struct uuid uuid =
		object_id(record, field->ref, record_at(record, field->ref, (size_t)index));
	return pool_printf(pool, "%.8s", uuid_text(&uuid, id));
}

static const char *text_value(struct pool *pool, const struct field *field, const char *text)
{
	if (str_blank(text))
		return NULL;
	char *copy = pool_strdup(pool, text);
	for (char *p = copy; field->type == FIELD_LIST && *p; p++)
		if (*p == '\n')
			*p = ';';
	return copy;
}

static const char *whole_value(
	struct pool *pool, const struct record *record, const struct field *field, int number)
{
	char day[DATE_TEXT];

	if (field->type == FIELD_REF)
		return reference_text(pool, record, field, number);
	if (field->type == FIELD_TRI)
		return number == TRI_UNKNOWN ? NULL : number ? "yes" : "no";
	if (field->type == FIELD_WORD)
		return number < 0 ? NULL : field->words->word[number];
	if (number == INT_NONE)
		return NULL;
	return field->type == FIELD_DATE ? pool_strdup(pool, date_iso(number, day))
					 : pool_printf(pool, "%d", number);
}

const char *audit_value(struct pool *pool, const struct record *record, const struct field *field,
	const void *object)
{
	const void *member = (const char *)object + field->offset;

	if (field_is_text(field->type))
		return text_value(pool, field, *(const char *const *)member);
	if (field->type == FIELD_REAL)
		return value_number(pool, *(const double *)member);
	return whole_value(pool, record, field, *(const int *)member);
}

/* The first member that is always there; of those a text where there is one. */
static const char *always(const struct audit *audit, const void *object, bool text)
{
	const struct kind_info *info = &kind_info[audit->list->kind];

	for (size_t i = 0; i < info->field_count; i++)
		if ((info->fields[i].required || info->fields[i].never_null) &&
			(!text || info->fields[i].type == FIELD_TEXT))
			return audit_value(&audit->cli->pool, &audit->loaded->record,
				&info->fields[i], object);
	return NULL;
}

const char *audit_name(const struct audit *audit, const void *object)
{
	const struct record *record = &audit->loaded->record;
	const char *text = always(audit, object, true);

	if (audit->list->within)
		return audit->list->one;
	if (audit->list->kind == KIND_RESPONDENT)
		return words_respondent(&audit->cli->pool, record,
			(int)((const struct respondent *)object - record->respondents));
	if (!text)
		text = always(audit, object, false);
	return text ? text : kind_info[audit->list->kind].name;
}

const char *audit_called(const struct audit *audit, const void *object)
{
	struct pool *pool = &audit->cli->pool;
	const char *text;
	struct str out;

	str_init(&out);
	utf8_cut(&out, UTF8_FILE, audit_name(audit, object), CALLED_CELLS);
	text = pool_strdup(pool, out.text);
	str_release(&out);
	return text;
}

/* The id, or whom it is about; nothing of what there is only one. */
static void add_head(const struct audit *audit, struct str *out, size_t index)
{
	const struct record *record = &audit->loaded->record;
	char text[UUID_TEXT];

	if (audit->list->way == AUDIT_EACH) {
		utf8_clean(out, record->parties[index].label, false, audit->cli->ascii);
		str_addc(out, '\n');
	} else if (audit->list->way == AUDIT_MANY) {
		struct uuid id = object_id(
			record, audit->list->kind, record_at(record, audit->list->kind, index));
		str_addf(out, "%.8s\n", uuid_text(&id, text));
	}
}

/* Lines of a text but the first stand further in. */
static void add_value(const struct audit *audit, struct str *out, const char *text)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, true, audit->cli->ascii);
	for (const char *at = clean.text; *at; at++) {
		str_addc(out, *at);
		if (*at == '\n')
			str_pad(out, ' ', 4);
	}
	str_release(&clean);
}

static void add_owner(const struct audit *audit, struct str *out, const char *owner)
{
	if (!owner)
		return;
	str_add(out, "  " AUDIT_OWNER "=");
	add_value(audit, out, owner);
	str_addc(out, '\n');
}

static void add_object(const struct audit *audit, struct str *out, size_t index, const void *object)
{
	const struct kind_info *info = &kind_info[audit->list->kind];

	add_head(audit, out, index);
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		const char *value = audit_offers(audit->list, field)
			? audit_value(&audit->cli->pool, &audit->loaded->record, field, object)
			: NULL;
		if (!value)
			continue;
		str_addf(out, "%s%s=", audit->list->way == AUDIT_ONE ? "" : "  ",
			audit_field_name(audit->list, field));
		add_value(audit, out, value);
		str_addc(out, '\n');
	}
	for (int party = 0; party < (int)audit->loaded->record.party_count; party++)
		add_owner(audit, out, audit_owner_text(audit, index, party));
}

/* As it stands: agreed, else proposed. */
static const struct alliance *charter_shown(const struct audit *audit)
{
	const struct record *record = &audit->loaded->record;
	struct alliance *shown = pool_alloc(&audit->cli->pool, sizeof(*shown));

	*shown = record->alliance;
	words_charter(record, &audit->cli->pool, &shown->charter);
	return shown;
}

/* What is shown, also where nothing is known yet. */
static const void *object_shown(const struct audit *audit, size_t index)
{
	const struct record *record = &audit->loaded->record;

	if (audit->list->kind == KIND_ALLIANCE && audit->list->within)
		return charter_shown(audit);
	if (audit->list->kind == KIND_PROFILE)
		return record_profile(record);
	if (audit->list->kind == KIND_PLAN)
		return record_plan(record);
	if (audit->list->kind == KIND_PARTY_PROFILE)
		return record_party_profile(record, (int)index);
	return record_at(record, audit->list->kind, index);
}

static size_t count_shown(const struct audit *audit)
{
	const struct record *record = &audit->loaded->record;

	return audit->list->way == AUDIT_EACH   ? record->party_count
		: audit->list->way == AUDIT_ONE ? 1
						: record_count(record, audit->list->kind);
}

/* A member in what it is in: "ends" of "contract.ends". */
static json_t *member_of(const json_t *json, const char *name)
{
	char outer[32];

	for (const char *dot; (dot = strchr(name, '.')) != NULL; name = dot + 1) {
		snprintf(outer, sizeof(outer), "%.*s", (int)(dot - name), name);
		json = json_object_get(json, outer);
	}
	return json_object_get(json, name);
}

/* Steals the value. */
static void set_member(json_t *json, const char *name, json_t *value)
{
	char outer[32];

	for (const char *dot; (dot = strchr(name, '.')) != NULL; name = dot + 1) {
		snprintf(outer, sizeof(outer), "%.*s", (int)(dot - name), name);
		if (!json_object_get(json, outer))
			json_object_set_new(json, outer, json_object());
		json = json_object_get(json, outer);
	}
	json_object_set_new(json, name, value);
}

/* The id of what it refers to, which exchange leaves to where it stands. */
static json_t *reference_json(
	const struct record *record, const struct field *field, const void *object)
{
	int index = object_reference(field, object);

	if (index < 0)
		return json_null();
	struct uuid id =
		object_id(record, field->ref, record_at(record, field->ref, (size_t)index));
	return json_uuid(&id);
}

/* A member as exchange has it, also where a file would leave it to its reader. */
static json_t *member_json(const struct audit *audit, const json_t *whole,
	const struct field *field, const void *object)
{
	const struct record *record = &audit->loaded->record;
	json_t *value = member_of(whole, field->name);

	if (field->type == FIELD_REF)
		return reference_json(record, field, object);
	if (!json_is_null(value))
		return json_incref(value);
	return json_text(audit_value(&audit->cli->pool, record, field, object));
}

static void set_ids(const struct audit *audit, json_t *out, size_t index)
{
	const struct record *record = &audit->loaded->record;

	if (audit->list->way == AUDIT_EACH)
		json_object_set_new(out, "party", json_uuid(&record->parties[index].object.id));
	if (audit->list->way != AUDIT_MANY)
		return;
	struct uuid id =
		object_id(record, audit->list->kind, record_at(record, audit->list->kind, index));
	json_object_set_new(out, "id", json_uuid(&id));
}

static json_t *object_json(const struct audit *audit, size_t index)
{
	const struct kind_info *info = &kind_info[audit->list->kind];
	const void *object = object_shown(audit, index);
	json_t *out = json_object();
	json_t *whole = exchange_object(&audit->loaded->record, audit->list->kind, object);

	set_ids(audit, out, index);
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		if (audit_offers(audit->list, field))
			set_member(out, audit_field_name(audit->list, field),
				member_json(audit, whole, field, object));
	}
	json_decref(whole);
	return out;
}

/* The readings of a KPI stand in it as well. */
static void add_readings(const struct audit *audit, json_t *kpi, size_t index)
{
	const struct record *record = &audit->loaded->record;
	const struct audit of = { audit->cli, audit->loaded, audit_list_find("actuals"), NULL };
	json_t *list = json_array();

	for (size_t i = 0; i < record->actual_count; i++)
		if (record->actuals[i].kpi == (int)index)
			json_array_append_new(list, object_json(&of, i));
	json_object_set_new(kpi, "actuals", list);
}

static json_t *whole_json(const struct audit *audit, size_t index)
{
	json_t *json = object_json(audit, index);

	if (audit->list->kind == KIND_KPI)
		add_readings(audit, json, index);
	if (audit_has_owners(audit->list))
		json_object_set_new(json, "owners", audit_owners_json(audit, index));
	return json;
}

static json_t *list_json(const struct audit *audit)
{
	json_t *list = json_array();

	if (audit->list->way == AUDIT_ONE) {
		json_decref(list);
		return whole_json(audit, 0);
	}
	for (size_t i = 0; i < count_shown(audit); i++)
		json_array_append_new(list, whole_json(audit, i));
	return list;
}

enum err audit_print_one(const struct audit *audit, size_t index, struct errmsg *why)
{
	return output_json(audit->cli, whole_json(audit, index), why);
}

enum err audit_print(const struct audit *audit, struct errmsg *why)
{
	struct str out;

	if (audit->cli->format == FORMAT_JSON)
		return output_json(audit->cli, list_json(audit), why);
	str_init(&out);
	for (size_t i = 0; i < count_shown(audit); i++)
		add_object(audit, &out, i, object_shown(audit, i));
	if (!out.len)
		cli_message(words(&audit->cli->pool, W_AUDIT_EMPTY,
			hole_text("list", audit->list->name),
			hole_text("alliance", audit->loaded->record.alliance.name)));
	enum err err = output_text(audit->cli, &out, why);
	str_release(&out);
	return err;
}
