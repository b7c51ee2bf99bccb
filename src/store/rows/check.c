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

static enum err check_every(const struct member *m, struct errmsg *why)
{
	const char *text = *(const char *const *)m->at;
	if (!text || recurrence_valid(text))
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID, "`%s` of the %s, \"%.40s\", %s", m->field->name,
		m->info->name, text, words_plain(W_RECURRENCE_FORM));
}

static enum err check_missing(const struct member *m, struct errmsg *why)
{
	return errmsg_set(why, ERR_INVALID, "`%s` of the %s is missing; add it", m->field->name,
		m->info->name);
}

static enum err check_date(const struct member *m, struct errmsg *why)
{
	int day = *(const int *)m->at;
	if (day == DATE_NONE ? !m->field->required
			     : day >= date_make(DATE_YEAR_FIRST, 1, 1) &&
				day <= date_make(DATE_YEAR_LAST, 12, 31))
		return ERR_NONE;
	if (day == DATE_NONE)
		return check_missing(m, why);
	return errmsg_set(why, ERR_INVALID,
		"a date of the %s would lie outside the years %d to %d; choose another",
		m->info->name, DATE_YEAR_FIRST, DATE_YEAR_LAST);
}

static enum err check_whole(const struct member *m, int least, int most, struct errmsg *why)
{
	int x = *(const int *)m->at;
	if (x == INT_NONE && m->field->required)
		return check_missing(m, why);
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

static bool is_figures(const char *text)
{
	return !text || figures_valid(text);
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
		return check_missing(m, why);
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
	case FIELD_EVERY:
		return check_every(m, why);
	case FIELD_DATE:
		return check_date(m, why);
	case FIELD_FIGURES:
		return check_known(m, is_figures(*(const char *const *)m->at), why);
	case FIELD_UUID:
		return m->field->required && uuid_none(m->at) ? check_missing(m, why) : ERR_NONE;
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
		break;
	}
	return ERR_NONE;
}

/* What a kind demands beyond the types of its fields: numbers of which there are few. */
static const struct bounds {
	enum kind kind;
	size_t offset;
	int least, most;
} all_bounds[] = {
	{ KIND_ESCALATION, offsetof(struct escalation, level), 1, CHARTER_LEVELS },
	{ KIND_PLAN_ACTION, offsetof(struct plan_action, step), 1, PLAN_STEPS },
	{ KIND_RELEASE_RATING, offsetof(struct release_rating, number), 1, WHOLE_MOST },
	{ KIND_PLAN, offsetof(struct plan_frame, gates_from), 1, GATE_NUMBER_MOST },
	{ KIND_GATE, offsetof(struct gate_decision, number), 1, GATE_NUMBER_MOST },
};

static const struct bounds *bounds_of(enum kind kind)
{
	for (size_t i = 0; i < sizeof(all_bounds) / sizeof(*all_bounds); i++)
		if (all_bounds[i].kind == kind)
			return &all_bounds[i];
	return NULL;
}

static const struct field *field_at(enum kind kind, size_t offset)
{
	const struct field *field = kind_info[kind].fields;
	while (field->offset != offset)
		field++;
	return field;
}

const struct field *row_fault(enum kind kind, const void *object)
{
	const struct bounds *bounds = bounds_of(kind);
	const struct day_off *off = object;
	if (kind == KIND_DAY_OFF && off->to != DATE_NONE && off->to < off->from)
		return field_at(kind, offsetof(struct day_off, to));
	if (!bounds)
		return NULL;
	int x = *(const int *)(const void *)((const char *)object + bounds->offset);
	return x == INT_NONE || (x >= bounds->least && x <= bounds->most)
		? NULL
		: field_at(kind, bounds->offset);
}

static enum err check_kind(enum kind kind, const void *object, struct errmsg *why)
{
	const struct field *fault = row_fault(kind, object);
	const struct bounds *bounds = bounds_of(kind);
	if (!fault)
		return ERR_NONE;
	if (!bounds)
		return errmsg_set(why, ERR_INVALID,
			"`%s` of the %s is before `from`; correct one of "
			"the two",
			fault->name, kind_info[kind].name);
	return check_whole(
		&(struct member){ &kind_info[kind], fault, (const char *)object + fault->offset },
		bounds->least, bounds->most, why);
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
