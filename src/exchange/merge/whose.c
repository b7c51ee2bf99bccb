/* SPDX-License-Identifier: MIT */
/*
 * Whose an interview was that is gone with the person. What said so last is nowhere any more, and
 * an older version of the interview may name somebody else, or nobody, where that was not heard of:
 * so the name goes with the deletions, under an id derived from the interview, with the time at
 * which it was said.
 */
#include "../json/merge.h"

#include <string.h>

static const char *id_of(const struct uuid *interview, char text[UUID_TEXT])
{
	struct uuid id = uuid_derive(interview, "person");
	return uuid_text(&id, text);
}

void note_whose(struct merge *m, const struct store_deleted *entry)
{
	char id[UUID_TEXT], person[UUID_TEXT];
	json_object_set_new(m->whose, uuid_text(&entry->id, id),
		json_pack("{s:I,s:s}", "at", (json_int_t)entry->at, "person",
			uuid_text(&entry->into, person)));
}

static json_t *entry_of(const struct merge *m, const struct object *interview)
{
	char text[UUID_TEXT];
	return json_object_size(m->whose) ? json_object_get(m->whose, id_of(&interview->id, text))
					  : NULL;
}

bool is_whose_known(const struct merge *m, const struct object *interview)
{
	return entry_of(m, interview) != NULL;
}

/* Who that is since. */
static const char *end_of(const struct merge *m, const char *person)
{
	json_t *whole = json_object_get(m->parts, person);
	return whole ? json_string_value(whole) : person;
}

/* What says nobody at the same time has lost the person. */
static bool is_older(enum kind kind, const struct respondent *interview, int64_t at)
{
	int64_t time = object_time(kind, interview);
	return time < at || (time == at && interview->person < 0);
}

const char *whose_since(const struct merge *m, enum kind kind, const void *object)
{
	json_t *entry = kind == KIND_RESPONDENT ? entry_of(m, object) : NULL;
	if (!entry || !is_older(kind, object, json_integer_value(json_object_get(entry, "at"))))
		return NULL;
	return end_of(m, json_string_value(json_object_get(entry, "person")));
}

/* Of the versions that are known of an interview whose it is by the one that was said last. */
static json_t *find_last(const struct sayings *sayings)
{
	json_t *last = json_object();
	char id[UUID_TEXT];
	for (size_t i = 0; i < sayings->count; i++) {
		const struct store_told *told = &sayings->list[i], *other;
		if (told->kind != KIND_RESPONDENT)
			continue;
		json_t *at = json_object_get(last, uuid_text(&told->id, id));
		other = at ? &sayings->list[json_integer_value(at)] : NULL;
		if (!other || told->changed > other->changed ||
			(told->changed == other->changed &&
				memcmp(&told->whose, &other->whose, sizeof(told->whose)) > 0))
			json_object_set_new(last, id, json_integer((json_int_t)i));
	}
	return last;
}

static int64_t deleted_at(const struct merge *m, const char *id)
{
	json_t *at = json_object_get(m->deleted, id);
	return at ? json_integer_value(at) : -1;
}

/* Is the interview gone, and did it go with the person rather than by itself? */
static bool goes_with_person(const struct merge *m, const char *id, const char *person)
{
	struct uuid interview;
	return !json_object_get(m->parts, id) &&
		deleted_at(m, end_of(m, person)) > deleted_at(m, id) &&
		uuid_parse(id, &interview) && !store_key(m->store, KIND_RESPONDENT, &interview);
}

static void drop_whose(struct merge *m, const char *entry)
{
	if (!json_object_del(m->whose, entry))
		json_object_set_new(m->places, entry, json_null());
}

static void settle_last(struct merge *m, const struct store_told *told, const char *id)
{
	char text[UUID_TEXT], person[UUID_TEXT];
	const char *entry = id_of(&told->id, text);
	json_t *known = json_object_get(m->whose, entry);
	if (known && json_integer_value(json_object_get(known, "at")) > told->changed)
		return;
	uuid_text(&told->whose, person);
	if (uuid_none(&told->whose) || !told->changed || !goes_with_person(m, id, person)) {
		drop_whose(m, entry);
		return;
	}
	struct store_deleted deletion = { .at = told->changed, .into = told->whose };
	uuid_parse(entry, &deletion.id);
	if (known && json_integer_value(json_object_get(known, "at")) == told->changed)
		return;
	note_whose(m, &deletion);
	json_object_set_new(m->places, entry, json_integer(deletion.at));
}

/* Also where nothing but its deletion is known of the interview. */
static void drop_idle(struct merge *m)
{
	char text[UUID_TEXT];
	const char *id;
	json_t *at;
	struct uuid interview;
	json_object_foreach(m->deleted, id, at)
	{
		if (!json_object_size(m->whose) || !uuid_parse(id, &interview))
			continue;
		const char *entry = id_of(&interview, text);
		json_t *known = json_object_get(m->whose, entry);
		const char *person = json_string_value(json_object_get(known, "person"));
		if (person && deleted_at(m, end_of(m, person)) <= json_integer_value(at))
			drop_whose(m, entry);
	}
}

void settle_whose(struct merge *m, const struct sayings *sayings)
{
	json_t *last = find_last(sayings), *at;
	const char *id;
	json_object_foreach(last, id, at)
		settle_last(m, &sayings->list[json_integer_value(at)], id);
	drop_idle(m);
	json_decref(last);
}

bool whose_entry(const struct merge *m, const char *id, struct uuid *person)
{
	json_t *entry = json_object_get(m->whose, id);
	return entry && uuid_parse(json_string_value(json_object_get(entry, "person")), person);
}
