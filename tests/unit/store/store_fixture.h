/* SPDX-License-Identifier: MIT */
/*
 * What the tests of the store share: a folder of their own, and a record in which every field of
 * every kind says something else.
 */
#ifndef REKINDLE_STORE_FIXTURE_H
#define REKINDLE_STORE_FIXTURE_H

#include <check.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/store.h>
#include <rekindle/str.h>

#include "../../../src/store/store_private.h"

#define OK(call)                                                                                   \
	do {                                                                                       \
		enum err err_ = (call);                                                            \
		ck_assert_msg(err_ == ERR_NONE, "%s: %d: %s", #call, err_, why.text);              \
	} while (0)

__attribute__((unused)) static struct errmsg why;
__attribute__((unused)) static char folder[64], path[128];

/* Where the tests have begun; one that goes into its folder is brought back. */
static char began_in[4096];

__attribute__((unused)) static void make_folder_of_test(void)
{
	ck_assert_ptr_nonnull(getcwd(began_in, sizeof(began_in)));
	strcpy(folder, "/tmp/rekindle-store-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/rekindle.db", folder);
	why.text[0] = '\0';
}

__attribute__((unused)) static void remove_folder_of_test(void)
{
	char command[128];
	ck_assert_int_eq(chdir(began_in), 0);
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	ck_assert_int_eq(system(command), 0);
}

__attribute__((unused)) static struct store *open_store(void)
{
	struct store *store;
	OK(store_open(path, STORE_CREATE, &store, &why));
	return store;
}

static inline void fill_value(
	struct record *record, const struct item *item, int n, struct value *value)
{
	static const char *const text[ITEM_KIND_COUNT] = { [ITEM_RATED] = "4",
		[ITEM_CHOICE] = "always",
		[ITEM_MULTI] = "one,two",
		[ITEM_NUMBER] = "12.25",
		[ITEM_DATE] = "2026-10-15",
		[ITEM_TEXT] = NULL,
		[ITEM_SPLIT] = "40 30 20 10",
		[ITEM_CHECK] = "partly" };
	if (item->kind == ITEM_RATED)
		*value = (struct value){ .type = VALUE_NUMBER, .number = 1 + n % 5 };
	else if (text[item->kind])
		ck_assert(value_parse(&record->pool, item->kind, text[item->kind], value));
}

/* n: another number for each object; other: index of the object referred to. */
static inline void fill_field(
	struct record *record, const struct field *field, char *object, int n, int other)
{
	void *member = object + field->offset;
	switch (field->type) {
	case FIELD_TEXT:
		*(const char **)member =
			pool_printf(&record->pool, "%s \"%d\",\n'é", field->name, n);
		break;
	case FIELD_MOMENT:
		*(const char **)member =
			pool_printf(&record->pool, "2026-10-15T%02d:%02d", n / 60 % 24, n % 60);
		break;
	case FIELD_EVERY:
		*(const char **)member =
			pool_printf(&record->pool, "%d weeks on friday", 2 + n % 98);
		break;
	case FIELD_FIGURES:
		*(const char **)member =
			pool_printf(&record->pool, "{\"health\":%d.5,\"a.b\":-%d}", n, n + 1);
		break;
	case FIELD_LIST:
		*(const char **)member = pool_printf(&record->pool, "first %d\nsecond", n);
		break;
	case FIELD_QUANTITY:
		*(const char **)member = pool_printf(&record->pool, "%d.50", n);
		break;
	case FIELD_WHOLE: /* of gates, steps and levels there are few */
		*(int *)member = !strcmp(field->name, "number") ? 1 + n % 2
			: !strcmp(field->name, "gates_from")    ? 1 + n % 2
			: !strcmp(field->name, "step")          ? 1 + n % 7
			: !strcmp(field->name, "level")         ? 1 + n % 3
								: n;
		break;
	case FIELD_RATING:
		*(int *)member = 1 + n % 5;
		break;
	case FIELD_REAL:
		*(double *)member = n / 7.0;
		break;
	case FIELD_TRI:
		*(int *)member = n % 2;
		break;
	case FIELD_DATE:
		*(int *)member = 20000 + n + (!strcmp(field->name, "to") ? 1000 : 0);
		break;
	case FIELD_INSTANT:
		*(int64_t *)member = INT64_C(1790000000000) + n;
		break;
	case FIELD_WORD:
		*(int *)member = n % field->words->count;
		break;
	case FIELD_REF:
		*(int *)member = other;
		break;
	case FIELD_UUID:
		*(struct uuid *)member = (struct uuid){ { (unsigned char)(n + 1), 1 } };
		break;
	case FIELD_VALUE:
	case FIELD_ITEM:
		break;
	}
}

/* When it was changed is the store's to say of an object that is stored. */
static inline bool is_time_of_change(const struct field *field)
{
	return !strcmp(field->name, "changed") || !strcmp(field->name, "drawn");
}

static inline void fill_object(
	struct record *record, enum kind kind, void *object, int n, int other)
{
	const struct kind_info *info = &kind_info[kind];
	bool stored = ((const struct object *)object)->key;
	((struct object *)object)->extra = pool_printf(&record->pool, "{\"unknown\":%d}", n);
	for (size_t i = 0; i < info->field_count; i++)
		if (!stored || !is_time_of_change(&info->fields[i]))
			fill_field(record, &info->fields[i], object, n + (int)i, other);
}

/* Two of each kind that there may be two of, and an answer of each respondent to every item. */
static inline void fill_record_of(struct record *record, const struct instrument *bank)
{
	record_init(record, bank);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		if (!kind_info[kind].count)
			fill_object(record, kind, record_at(record, kind, 0), 10 * kind, 0);
		int count = kind == KIND_ANSWER ? 0 : kind_is_single(kind) ? 1 : 2;
		for (int i = 0; kind_info[kind].count && i < count; i++)
			fill_object(record, kind, record_add(record, kind), 10 * kind + i, i);
	}
	record->assessment.sealed = DATE_NONE;
	for (int r = 0; r < 2; r++)
		for (size_t i = 0; i < record->instrument->item_count; i++) {
			struct answer *answer = record_add(record, KIND_ANSWER);
			fill_object(record, KIND_ANSWER, answer, (int)i, r);
			answer->item = (int)i;
			fill_value(record, &record->instrument->items[i], (int)i, &answer->value);
		}
	record_settle(record);
}

static inline void fill_record(struct record *record)
{
	fill_record_of(record, instrument_builtin());
}

static inline bool field_same(const struct field *field, const char *a, const char *b)
{
	const void *x = a + field->offset, *y = b + field->offset;
	double p, q;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
		return str_same(*(const char *const *)x, *(const char *const *)y);
	case FIELD_REAL:
		p = *(const double *)x;
		q = *(const double *)y;
		return p == q || (isnan(p) && isnan(q));
	case FIELD_INSTANT:
		return *(const int64_t *)x == *(const int64_t *)y;
	case FIELD_VALUE:
		return value_same(x, y);
	case FIELD_UUID:
		return uuid_same(x, y);
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_TRI:
	case FIELD_DATE:
	case FIELD_WORD:
	case FIELD_REF:
	case FIELD_ITEM:
		break;
	}
	return *(const int *)x == *(const int *)y;
}

/* Everything but the time when answers were changed, unless exact. */
static inline void assert_same(const struct record *a, const struct record *b, bool exact)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		const struct kind_info *info = &kind_info[kind];
		ck_assert_msg(record_count(a, kind) == record_count(b, kind), "%zu and %zu %s",
			record_count(a, kind), record_count(b, kind), info->plural);
		for (size_t n = 0; n < record_count(a, kind); n++) {
			const struct object *x = record_at(a, kind, n), *y = record_at(b, kind, n);
			ck_assert_int_eq(x->key, y->key);
			ck_assert(uuid_same(&x->id, &y->id));
			ck_assert(str_same(x->extra, y->extra));
			for (size_t i = 0; i < info->field_count; i++)
				ck_assert_msg((!exact && info->fields[i].type == FIELD_INSTANT) ||
						field_same(&info->fields[i], (const char *)x,
							(const char *)y),
					"%s %zu: %s", info->name, n, info->fields[i].name);
		}
	}
}

/* A record stored and loaded again: as the program has it. */
static inline int64_t stored_record(struct store *store, struct record *loaded)
{
	struct record record;
	fill_record(&record);
	OK(store_add_record(store, &record, &why));
	int64_t key = record.assessment.object.key;
	record_release(&record);
	OK(store_load(store, key, loaded, &why));
	return key;
}

/* Leave what all rounds of an alliance share. */
static inline void drop_round(struct record *record)
{
	record->assessment.object = (struct object){ 0 };
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (kind_info[kind].count && !kind_is_shared((enum kind)kind))
			*(size_t *)((char *)record + kind_info[kind].count) = 0;
}

/* One number that SQL gives; -1 when it gives none. */
__attribute__((unused)) static int64_t sql_number(struct store *store, const char *sql)
{
	struct query *query;
	bool row;
	OK(engine_prepare(store->engine, sql, &query, &why));
	OK(query_step(query, &row, &why));
	int64_t number = row ? column_whole(query, 0) : -1;
	query_free(query);
	return number;
}

__attribute__((unused)) static void sql_run(struct store *store, const char *sql)
{
	OK(engine_script(store->engine, sql, &why));
}

#endif
