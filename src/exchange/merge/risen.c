/* SPDX-License-Identifier: MIT */
/*
 * Who was deleted on one copy and on another is whom others became a part of: what these said is
 * theirs, and when it was said later than the deletion, they live.
 */
#include "../json/merge.h"

#include <string.h>

struct rising {
	struct merge *merge;
	json_t *person; /* of an interview */
	json_t *last;   /* when something was said of whom */
};

/* Whose it is in the end. */
static const char *end_of(const struct merge *m, const struct uuid *id, char text[UUID_TEXT])
{
	json_t *into = json_object_get(m->parts, uuid_text(id, text));
	return into ? json_string_value(into) : text;
}

static int64_t deleted_at(const struct merge *m, const char *id)
{
	json_t *at = id ? json_object_get(m->deleted, id) : NULL;
	return at ? json_integer_value(at) : -1;
}

/* Of an interview also whose it is, as that was said last. */
static void know(struct rising *r, const struct store_told *told)
{
	char id[UUID_TEXT], person[UUID_TEXT];
	json_t *known = json_object_get(r->last, uuid_text(&told->id, id));
	if (known && json_integer_value(known) > told->changed)
		return;
	json_object_set_new(r->last, id, json_integer(told->changed));
	if (uuid_none(&told->whose))
		json_object_del(r->person, id);
	else if (told->kind == KIND_RESPONDENT)
		json_object_set_new(
			r->person, id, json_string(end_of(r->merge, &told->whose, person)));
}

static void rise(struct merge *m, const char *id)
{
	if (deleted_at(m, id) >= 0)
		json_object_set_new(m->risen, id, json_true());
}

/* An answer, or an interview of its own, keeps the interview and the person. */
static void hear(struct rising *r, const struct store_told *told)
{
	struct merge *m = r->merge;
	char text[UUID_TEXT];
	bool answers = told->kind == KIND_ANSWER;
	const char *interview = end_of(m, answers ? &told->whose : &told->id, text);
	const char *person = json_string_value(json_object_get(r->person, interview));
	int64_t at = deleted_at(m, interview), of_person = deleted_at(m, person);
	bool is_part = strcmp(interview, text) != 0;
	if ((!answers && is_part) || told->changed <= (at > of_person ? at : of_person))
		return;
	rise(m, interview);
	rise(m, person);
}

/* Who owns something lives, unless the place was emptied since. */
static void own(struct rising *r, const struct store_told *told)
{
	struct merge *m = r->merge;
	char owner[UUID_TEXT], place[UUID_TEXT];
	const char *person = end_of(m, &told->whose, owner);
	int64_t at = deleted_at(m, person), emptied = deleted_at(m, uuid_text(&told->id, place));
	if (told->changed > (at > emptied ? at : emptied))
		rise(m, person);
}

/* Gone with whom they are a part of, whatever was said of themselves last. */
static void sink(struct rising *r, const char *part, const char *whole)
{
	struct merge *m = r->merge;
	int64_t at = deleted_at(m, part), of_whole = deleted_at(m, whole);
	int64_t last = json_integer_value(json_object_get(r->last, part));
	if (of_whole < 0 || json_object_get(m->risen, whole))
		return;
	at = of_whole > at ? of_whole : at;
	json_object_set_new(m->deleted, part, json_integer(last > at ? last : at));
}

void find_risen(struct merge *m, const struct store_told *told, size_t count)
{
	struct rising r = { m, json_object(), json_object() };
	json_t *whole;
	const char *part;
	json_object_clear(m->risen);
	for (size_t i = 0; i < count; i++)
		know(&r, &told[i]);
	for (size_t i = 0; i < count; i++) {
		if (told[i].kind == KIND_RESPONDENT || told[i].kind == KIND_ANSWER)
			hear(&r, &told[i]);
		else if (kind_is_owner(told[i].kind))
			own(&r, &told[i]);
	}
	json_object_foreach(m->parts, part, whole) sink(&r, part, json_string_value(whole));
	json_decref(r.last);
	json_decref(r.person);
}
