/* SPDX-License-Identifier: MIT */
/*
 * What may be stored: only what can be exported and read back (rekindle-exchange(5)).
 */
#include "../store_private.h"

#include <math.h>

#include <rekindle/plan.h>
#include <rekindle/words.h>

/* A member that is to be written. */
struct member {
	const struct kind_info *info;
	const struct field *field;
	const void *at;
};

static enum err check_text(const struct member *m, struct errmsg *why)
{
	const char *text = *(const char *const *)m->at;
	if (m->field->required ? !str_blank(text) : !m->field->never_null || text)
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID, "`%s` of the %s must not be empty", m->field->name,
		m->info->name);
}

static enum err check_moment(const struct member *m, struct errmsg *why)
{
	const char *text = *(const char *const *)m->at;
	struct pool pool = { 0 };
	const char *wrong = text ? words_no_moment(&pool, text) : NULL;
	enum err err = wrong ? errmsg_set(why, ERR_INVALID, "`%s` of the %s, \"%.40s\", %s",
				       m->field->name, m->info->name, text, wrong)
			     : ERR_NONE;
	pool_release(&pool);
	return err;
}

static enum err check_date(const struct member *m, struct errmsg *why)
{
	int day = *(const int *)m->at;
	if (day == DATE_NONE ? !m->field->required
			     : day >= date_make(DATE_YEAR_FIRST, 1, 1) &&
				day <= date_make(DATE_YEAR_LAST, 12, 31))
		return ERR_NONE;
	if (day == DATE_NONE)
		return errmsg_set(why, ERR_INVALID, "`%s` of the %s is missing; add it",
			m->field->name, m->info->name);
	return errmsg_set(why, ERR_INVALID,
		"a date of the %s would lie outside the years %d to %d; choose another",
		m->info->name, DATE_YEAR_FIRST, DATE_YEAR_LAST);
}

static enum err check_whole(const struct member *m, int least, int most, struct errmsg *why)
{
	int x = *(const int *)m->at;
	if (x == INT_NONE || (x >= least && x <= most))
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID, "`%s` of the %s must be a whole number from %d to %d",
		m->field->name, m->info->name, least, most);
}

/* What only a slip of the program could put there: it could not be read again. */
static enum err check_known(const struct member *m, bool known, struct errmsg *why)
{
	if (known)
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID, "`%s` of the %s has a value that there is not",
		m->field->name, m->info->name);
}

static bool is_word(const struct field *field, int x)
{
	return (x >= 0 && x < field->words->count) || (!field->required && x == field->absent);
}

static bool is_instant(int64_t ms)
{
	return ms >= 0 && ms <= INSTANT_MOST;
}

static enum err check_real(const struct member *m, struct errmsg *why)
{
	double x = *(const double *)m->at;
	if (isinf(x))
		return errmsg_set(why, ERR_INVALID, "`%s` of the %s is too large a number",
			m->field->name, m->info->name);
	if (isnan(x) && m->field->required)
		return errmsg_set(why, ERR_INVALID, "`%s` of the %s is missing; add it",
			m->field->name, m->info->name);
	return ERR_NONE;
}

static enum err check_field(const struct member *m, struct errmsg *why)
{
	int tri;
	switch (m->field->type) {
	case FIELD_TEXT:
		return check_text(m, why);
	case FIELD_MOMENT:
		return check_moment(m, why);
	case FIELD_DATE:
		return check_date(m, why);
	case FIELD_WHOLE:
		return check_whole(m, 0, WHOLE_MOST, why);
	case FIELD_RATING:
		return check_whole(m, 1, 5, why);
	case FIELD_REAL:
		return check_real(m, why);
	case FIELD_TRI:
		tri = *(const int *)m->at;
		return check_known(m, tri >= TRI_UNKNOWN && tri <= TRI_YES, why);
	case FIELD_INSTANT:
		return check_known(m, is_instant(*(const int64_t *)m->at), why);
	case FIELD_WORD:
		return check_known(m, is_word(m->field, *(const int *)m->at), why);
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_REF:
	case FIELD_VALUE:
	case FIELD_ITEM:
	case FIELD_UUID:
		break;
	}
	return ERR_NONE;
}

/* What a kind demands beyond its fields. */
static enum err check_number(
	enum kind kind, const char *member, int x, int least, int most, struct errmsg *why)
{
	const struct field field = { .name = member };
	return check_whole(&(struct member){ &kind_info[kind], &field, &x }, least, most, why);
}

static enum err check_kind(enum kind kind, const void *object, struct errmsg *why)
{
	if (kind == KIND_GATE)
		return check_number(kind, "number", ((const struct gate_decision *)object)->number,
			1, PLAN_GATES, why);
	if (kind == KIND_PLAN_ACTION)
		return check_number(kind, "step", ((const struct plan_action *)object)->step, 1,
			PLAN_STEPS, why);
	return ERR_NONE;
}

enum err row_check_travels(enum kind kind, const void *object, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[kind];
	enum err err = ERR_NONE;
	for (size_t i = 0; i < info->field_count && !err; i++)
		err = check_field(&(struct member){ info, &info->fields[i],
					  (const char *)object + info->fields[i].offset },
			why);
	return err ? err : check_kind(kind, object, why);
}
