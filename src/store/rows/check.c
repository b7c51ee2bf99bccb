/* SPDX-License-Identifier: MIT */
/*
 * What may be stored: only what can be exported and read back (rekindle-exchange(5)).
 */
#include "../store_private.h"

#include <math.h>

#define WHOLE_MOST 1000000

static enum err check_date(const struct kind_info *info, int day, struct errmsg *why)
{
	if (day == DATE_NONE || (day >= date_make(1900, 1, 1) && day <= date_make(2200, 12, 31)))
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID,
		"a date of the %s would lie outside the years 1900 to 2200; choose another",
		info->name);
}

static enum err check_whole(
	const struct kind_info *info, const struct field *field, int x, struct errmsg *why)
{
	if (x == INT_NONE || (x >= 0 && x <= WHOLE_MOST))
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID, "`%s` of the %s must be a whole number from 0 to %d",
		field->name, info->name, WHOLE_MOST);
}

static enum err check_field(const struct kind_info *info, const struct field *field,
	const void *member, struct errmsg *why)
{
	if (field->type == FIELD_DATE)
		return check_date(info, *(const int *)member, why);
	if (field->type == FIELD_WHOLE)
		return check_whole(info, field, *(const int *)member, why);
	if (field->type == FIELD_REAL && isinf(*(const double *)member))
		return errmsg_set(why, ERR_INVALID, "`%s` of the %s is too large a number",
			field->name, info->name);
	return ERR_NONE;
}

enum err row_check_travels(enum kind kind, const void *object, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[kind];
	enum err err = ERR_NONE;
	for (size_t i = 0; i < info->field_count && !err; i++)
		err = check_field(
			info, &info->fields[i], (const char *)object + info->fields[i].offset, why);
	return err;
}
