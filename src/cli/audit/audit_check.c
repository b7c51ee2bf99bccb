/* SPDX-License-Identifier: MIT */
/*
 * Whether an object of a list is whole, before it is stored.
 */
#include <math.h>
#include "audit.h"

static bool is_missing(const struct field *field, const void *object)
{
	const void *member = (const char *)object + field->offset;

	if (field_is_text(field->type))
		return str_blank(*(const char *const *)member);
	if (field->type == FIELD_REAL)
		return isnan(*(const double *)member);
	if (field->type == FIELD_DATE)
		return *(const int *)member == DATE_NONE;
	return *(const int *)member < 0;
}

static enum err missing(const struct audit *audit, const char *name, struct errmsg *why)
{
	return errmsg_set(why, ERR_USAGE,
		"%s: %s needs `%s`; give %s=VALUE, or %s=- to read it from standard input",
		audit->list->name, audit->list->one, name, name, name);
}

static enum err check_needed(const struct audit *audit, const void *object, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[audit->list->kind];

	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		if (audit_offers(audit->list, field) && (field->required || field->never_null) &&
			is_missing(field, object))
			return missing(audit, audit_field_name(audit->list, field), why);
	}
	return ERR_NONE;
}

/* Index of what a member of that name refers to; -1: none, or there is no such member. */
static int referred(const struct audit *audit, const void *object, enum kind kind)
{
	const struct kind_info *info = &kind_info[audit->list->kind];

	for (size_t i = 0; i < info->field_count; i++)
		if (info->fields[i].type == FIELD_REF && info->fields[i].ref == kind)
			return object_reference(&info->fields[i], object);
	return -1;
}

/* Who says it is of the side that it is said for. */
static enum err check_sides(const struct audit *audit, const void *object, struct errmsg *why)
{
	const struct record *record = &audit->loaded->record;
	int party = referred(audit, object, KIND_PARTY);
	int respondent = referred(audit, object, KIND_RESPONDENT);

	if (party < 0 || respondent < 0 || record->respondents[respondent].party == party)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"%s: that respondent is of %.60s, not of %.60s; give the party and the respondent "
		"of one side",
		audit->list->name, record->parties[record->respondents[respondent].party].label,
		record->parties[party].label);
}

/* What it holds beside what it is about: "value=12.5". */
static const char *held(const struct audit *audit, const void *object)
{
	const struct kind_info *info = &kind_info[audit->list->kind];
	struct pool *pool = &audit->cli->pool;
	struct texts values = { 0 };

	for (size_t i = kind_keys(audit->list->kind); i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		const char *value = audit_offers(audit->list, field)
			? audit_value(pool, &audit->loaded->record, field, object)
			: NULL;
		if (value)
			texts_add(pool, &values,
				pool_printf(pool, "%s=%s", audit_field_name(audit->list, field),
					value));
	}
	return values.count ? words_names(pool, &values) : "nothing in it";
}

/* What has no id of its own is known by what it is about. */
static enum err check_twins(
	const struct audit *audit, const void *object, size_t index, struct errmsg *why)
{
	const struct record *record = &audit->loaded->record;
	enum kind kind = audit->list->kind;
	int twin = audit->list->way == AUDIT_MANY ? object_twin(record, kind, object, index) : -1;
	char text[UUID_TEXT];

	if (twin < 0)
		return ERR_NONE;
	const void *there = record_at(record, kind, (size_t)twin);
	struct uuid id = object_id(record, kind, there);
	return errmsg_set(why, ERR_USAGE,
		"%s: there is one of the same already, with %.120s; set %.8s changes it",
		audit->list->name, held(audit, there), uuid_text(&id, text));
}

enum err audit_check(
	const struct audit *audit, const void *object, size_t index, struct errmsg *why)
{
	enum err err = check_needed(audit, object, why);

	if (err == ERR_NONE && audit->list->kind == KIND_KPI && kpi_contradicts(object))
		err = errmsg_set(why, ERR_USAGE,
			"kpis: direction says the opposite of what lies between baseline and "
			"target; correct one of the three");
	if (err == ERR_NONE)
		err = check_sides(audit, object, why);
	return err ? err : check_twins(audit, object, index, why);
}
