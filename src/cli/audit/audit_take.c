/* SPDX-License-Identifier: MIT */
/*
 * FIELD=VALUE: what the type of the field makes of the value. Nothing but the table of fields says
 * what a list may hold.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/utf8.h>
#include "audit.h"

#define WHOLE_MOST 100000 /* days, hours */

/* A value on its way into an object. */
struct taking {
	const struct audit *audit;
	const struct field *field;
	const char *text; /* what was given, as it is stored; never blank */
	void *member;
};

static const char *name_of(const struct taking *t)
{
	return audit_field_name(t->audit->list, t->field);
}

static enum err refuse(const struct taking *t, const char *what, struct errmsg *why)
{
	return errmsg_set(why, ERR_USAGE, "%s=%.60s %s", name_of(t), t->text, what);
}

/* Ids of a catalogue, where the instrument has one. */
static const struct catalogued {
	enum kind kind;
	const char *field;
	bool types; /* else ambitions */
} catalogued[] = {
	{ KIND_PROFILE, "type", true },
	{ KIND_PROFILE, "ambitions", false },
};

static const struct catalogued *catalogue_of(const struct taking *t)
{
	for (size_t i = 0; i < sizeof(catalogued) / sizeof(*catalogued); i++)
		if (catalogued[i].kind == t->audit->list->kind &&
			strcmp(catalogued[i].field, t->field->name) == 0)
			return &catalogued[i];
	return NULL;
}

/* The ids that there are, where id is none of them; else NULL. */
static const char *not_in(const struct taking *t, const struct catalogued *which, const char *id)
{
	const struct instrument *instrument = t->audit->loaded->record.instrument;
	const struct catalogue_entry *entries =
		which->types ? instrument->types : instrument->ambitions;
	size_t count = which->types ? instrument->type_count : instrument->ambition_count;
	struct texts names = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (strcmp(entries[i].id, id) == 0)
			return NULL;
		texts_add(&t->audit->cli->pool, &names, entries[i].id);
	}
	return count ? words_names(&t->audit->cli->pool, &names) : NULL;
}

static enum err check_ids(const struct taking *t, const char *lines, struct errmsg *why)
{
	const struct catalogued *which = catalogue_of(t);
	struct pool *pool = &t->audit->cli->pool;

	while (which && *lines) {
		size_t n = strcspn(lines, "\n");
		const char *known = not_in(t, which, pool_strndup(pool, lines, n));
		if (known)
			return errmsg_set(why, ERR_USAGE, "%s: there is no %.*s; there is %s",
				name_of(t), (int)(n < 60 ? n : 60), lines, known);
		lines += n + (lines[n] == '\n');
	}
	return ERR_NONE;
}

/* By which an alliance and its companies are called everywhere: one line. */
static bool is_name(const struct taking *t)
{
	enum kind kind = t->audit->list->kind;

	return kind == KIND_ALLIANCE || kind == KIND_PARTY;
}

static enum err take_text(const struct taking *t, struct errmsg *why)
{
	enum err err = is_name(t) ? cli_check_name(t->text, name_of(t), why) : ERR_NONE;

	*(const char **)t->member = t->text;
	return err ? err : check_ids(t, t->text, why);
}

/* "a; b" or lines: a line each. */
static enum err take_list(const struct taking *t, struct errmsg *why)
{
	struct str lines;

	str_init(&lines);
	for (const char *at = t->text; *at;) {
		size_t n = strcspn(at, ";\n"), from = strspn(at, " "), to = n;
		while (to > from && at[to - 1] == ' ')
			to--;
		if (to > from) {
			str_add(&lines, lines.len ? "\n" : "");
			str_addn(&lines, at + from, to - from);
		}
		at += n + (at[n] != '\0');
	}
	*(const char **)t->member =
		lines.len ? pool_strdup(&t->audit->cli->pool, lines.text) : NULL;
	enum err err = check_ids(t, lines.text, why);
	str_release(&lines);
	return err;
}

static enum err take_number(const struct taking *t, double *number, struct errmsg *why)
{
	char *end;

	*number = strtod(t->text, &end);
	if (*end || end == t->text || t->text[strspn(t->text, "0123456789+-.eE")] ||
		!isfinite(*number))
		return refuse(t, "is no number; write it as 12.5, without a unit", why);
	return ERR_NONE;
}

static enum err take_real(const struct taking *t, struct errmsg *why)
{
	return take_number(t, t->member, why);
}

static enum err take_whole(const struct taking *t, struct errmsg *why)
{
	bool rating = t->field->type == FIELD_RATING;
	int least = rating ? 1 : 0, most = rating ? 5 : WHOLE_MOST;
	double number;
	enum err err = take_number(t, &number, why);

	if (err == ERR_NONE && (floor(number) < number || number < least || number > most))
		return errmsg_set(why, ERR_USAGE, "%s=%.60s must be a whole number from %d to %d",
			name_of(t), t->text, least, most);
	if (err == ERR_NONE)
		*(int *)t->member = (int)number;
	return err;
}

static enum err take_tri(const struct taking *t, struct errmsg *why)
{
	static const struct {
		const char *word;
		enum tri value;
	} said[] = { { "yes", TRI_YES }, { "no", TRI_NO }, { "unknown", TRI_UNKNOWN },
		{ "true", TRI_YES }, { "false", TRI_NO } };

	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++)
		if (strcasecmp(said[i].word, t->text) == 0) {
			*(int *)t->member = said[i].value;
			return ERR_NONE;
		}
	return refuse(t, "must be yes, no or unknown", why);
}

static enum err take_date(const struct taking *t, struct errmsg *why)
{
	return cli_day(
		name_of(t), t->text, t->field->past ? DATE_BEHIND : DATE_AHEAD, t->member, why);
}

static enum err take_word(const struct taking *t, struct errmsg *why)
{
	char list[300];
	int found = vocabulary_find(t->field->words, t->text);

	if (found < 0)
		return errmsg_set(why, ERR_USAGE, "%s=%.60s: it is one of %s", name_of(t), t->text,
			vocabulary_list(t->field->words, list, sizeof(list)));
	*(int *)t->member = found;
	return ERR_NONE;
}

/* A company as everywhere; anything else by the beginning of its id. */
static enum err take_reference(const struct taking *t, struct errmsg *why)
{
	const struct record *record = &t->audit->loaded->record;
	const struct audit_list of = { .name = name_of(t),
		.kind = t->field->ref,
		.way = t->field->ref == KIND_PARTY ? AUDIT_EACH : AUDIT_MANY };
	const struct audit there = { t->audit->cli, t->audit->loaded, &of, NULL };
	size_t index = 0;
	enum err err = audit_find(&there, t->text, &index, why);

	if (err == ERR_NONE && index < record_count(record, t->field->ref))
		*(int *)t->member = (int)index;
	return err;
}

/* Moments, recurrences and what else no list has. */
static enum err take_nothing(const struct taking *t, struct errmsg *why)
{
	return refuse(t, "cannot be given here", why);
}

static enum err (*const take_as[])(const struct taking *, struct errmsg *) = {
	[FIELD_TEXT] = take_text,
	[FIELD_LIST] = take_list,
	[FIELD_MOMENT] = take_nothing,
	[FIELD_EVERY] = take_nothing,
	[FIELD_WHOLE] = take_whole,
	[FIELD_RATING] = take_whole,
	[FIELD_REAL] = take_real,
	[FIELD_QUANTITY] = take_text,
	[FIELD_TRI] = take_tri,
	[FIELD_DATE] = take_date,
	[FIELD_INSTANT] = take_nothing,
	[FIELD_WORD] = take_word,
	[FIELD_REF] = take_reference,
	[FIELD_VALUE] = take_nothing,
	[FIELD_ITEM] = take_nothing,
	[FIELD_UUID] = take_nothing,
};

/* The member of an object of which nothing is known. */
static void empty(const struct audit *audit, const struct field *field, char *object)
{
	struct pool pool = { 0 };
	char *fresh = pool_alloc(&pool, kind_info[audit->list->kind].size);
	size_t size = field->type == FIELD_REAL ? sizeof(double)
		: field_is_text(field->type)    ? sizeof(const char *)
						: sizeof(int);

	object_init(audit->list->kind, fresh);
	memcpy(object + field->offset, fresh + field->offset, size);
	pool_release(&pool);
}

static const struct field *field_named(const struct audit_list *list, const char *name, size_t n)
{
	const struct kind_info *info = &kind_info[list->kind];

	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		const char *called = audit_field_name(list, field);
		if (audit_offers(list, field) && strlen(called) == n &&
			strncmp(called, name, n) == 0)
			return field;
	}
	return NULL;
}

enum err audit_take(
	const struct audit *audit, void *object, const char *assignment, struct errmsg *why)
{
	struct pool *pool = &audit->cli->pool;
	const char *sign = strchr(assignment, '=');
	size_t n = sign ? (size_t)(sign - assignment) : 0;
	const struct field *field = field_named(audit->list, assignment, n);

	if (!sign || !utf8_valid(assignment, n))
		return errmsg_set(why, ERR_USAGE,
			"%.60s is no FIELD=VALUE; the fields of %s are %s",
			utf8_valid(assignment, strlen(assignment)) ? assignment : "this",
			audit->list->name, audit_fields(pool, audit->list));
	if (audit_gives_owner(audit, assignment))
		return audit_take_owner(audit, assignment, why);
	if (!field)
		return errmsg_set(why, ERR_USAGE, "there is no field %.*s in %s; there is %s",
			(int)(n < 60 ? n : 60), assignment, audit->list->name,
			audit_fields(pool, audit->list));
	struct taking taking = { audit, field, NULL, (char *)object + field->offset };
	enum err err = cli_text(audit->cli, name_of(&taking), sign + 1, &taking.text, why);
	if (err == ERR_NONE && !taking.text)
		empty(audit, field, object);
	else if (err == ERR_NONE)
		err = take_as[field->type](&taking, why);
	return err;
}
