/* SPDX-License-Identifier: MIT */
/*
 * Every text of a record, walked through kind_info: a new member of an object is covered by itself.
 */
#ifndef REKINDLE_TESTS_TEXTS_H
#define REKINDLE_TESTS_TEXTS_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/exchange.h>
#include <rekindle/plan.h>
#include <rekindle/schema.h>
#include <rekindle/words.h>

#include "../fixture.h"

/* Any text at all? */
static inline bool is_free_text(enum field_type type)
{
	return field_is_text(type) && type != FIELD_MOMENT && type != FIELD_EVERY &&
		type != FIELD_FIGURES;
}

/* A place of a text; field NULL: what an answer of a choice says. */
struct text_place {
	enum kind kind;
	const struct field *field;
	size_t object;
};
typedef const char *make_text(struct pool *, const struct text_place *, void *data);

static inline const char *text_place_name(const struct text_place *place)
{
	static char name[128];

	snprintf(name, sizeof(name), "%s[%zu].%s", kind_info[place->kind].name, place->object,
		place->field ? place->field->name : "value");
	return name;
}

/* Put what make() says in place of every text, also of those that are absent; NULL leaves it, and
 * what has to say something stays where make() says nothing. */
static inline void texts_replace(struct record *rec, make_text *make, void *data)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t n = 0; n < record_count(rec, kind); n++) {
			char *object = record_at(rec, kind, n);

			for (size_t i = 0; i < kind_info[kind].field_count; i++) {
				const struct field *field = &kind_info[kind].fields[i];
				struct text_place place = { kind, field, n };
				const char *text = is_free_text(field->type)
					? make(&rec->pool, &place, data)
					: NULL;

				if (text && !(field->required && str_blank(text)))
					*(const char **)(object + field->offset) = text;
			}
		}
	record_settle(rec);
}

/* A member that is no text. n: another one for each object. */
static inline void fill_member(struct record *rec, const struct field *field, char *object, int n)
{
	void *member = object + field->offset;
	int others = field->type == FIELD_REF ? (int)record_count(rec, field->ref) : 0;

	switch (field->type) {
	case FIELD_WHOLE:
		*(int *)member = 1 + n;
		break;
	case FIELD_RATING:
		*(int *)member = 1 + n % 5;
		break;
	case FIELD_REAL:
		*(double *)member = 12.5 + n;
		break;
	case FIELD_TRI:
		*(int *)member = n % 2;
		break;
	case FIELD_DATE:
		*(int *)member = 20750 + n;
		break;
	case FIELD_INSTANT:
		*(int64_t *)member = INT64_C(1790000000000) + n;
		break;
	case FIELD_WORD:
		*(int *)member = n % field->words->count;
		break;
	case FIELD_REF:
		*(int *)member = others ? n % others : -1;
		break;
	case FIELD_UUID:
		*(struct uuid *)member = (struct uuid){ { (unsigned char)(n + 1), 2 } };
		break;
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
	case FIELD_VALUE:
	case FIELD_ITEM:
		break;
	}
}

/* At least two objects of every kind that lists any, in what the companies did with the plan too,
 * and the plan itself. */
static inline void texts_complete(struct record *rec)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		while (kind_info[kind].count && !kind_is_kept((enum kind)kind) &&
			record_count(rec, kind) < (kind_is_single(kind) ? 1 : 2)) {
			int n = (int)record_count(rec, kind);
			char *object = record_add(rec, kind);

			for (size_t i = 0; i < kind_info[kind].field_count; i++)
				fill_member(rec, &kind_info[kind].fields[i], object, n);
		}
	record_settle(rec);
}

/* The alliance of one round with its plan stored; release with exchange_release(). */
static inline struct record *texts_example(struct exchange *exchange)
{
	struct diagnosis diagnosis;
	struct plan draft;

	fixture_one_round(exchange);
	struct record *rec = &exchange->rounds[0];
	record_settle(rec);
	diagnosis_compute(&diagnosis, rec);
	plan_compute(&draft, rec, &diagnosis, rec->assessment.date + 4);
	plan_keep(rec, &draft, words_proposals);
	plan_release(&draft);
	diagnosis_release(&diagnosis);
	return rec;
}

#endif
