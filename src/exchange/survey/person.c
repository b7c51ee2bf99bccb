/* SPDX-License-Identifier: MIT */
/*
 * Whose answers a row has: by the map's key, by name among the alliance's people, else somebody
 * new of whom only company and role are known.
 */
#include "internal.h"

#include <string.h>
#include <jansson.h>
#include <rekindle/utf8.h>

#include "../json/internal.h"

/* In `given`, until all rows are read, of whom the database knows already: no field has that bit.
 */
#define ALREADY_HEARD (UINT64_C(1) << 63)

/* Cells of the row, one a line. */
static void add_cells(const struct survey_reader *r, struct str *out)
{
	for (size_t i = 0; i < r->table.column_count; i++) {
		const char *cell = table_cell(&r->table, r->row, (int)i);
		str_addf(out, "%s\n", cell ? cell : "");
	}
}

/* Without a key the row itself is: the second that is like it is the second. */
static void add_row_key(struct survey_reader *r, struct str *out)
{
	static const struct uuid rows = { { 1 } };
	struct str cells;
	char text[UUID_TEXT];
	str_init(&cells);
	add_cells(r, &cells);
	struct uuid id = uuid_derive(&rows, cells.text);
	str_release(&cells);
	uuid_text(&id, text);
	json_int_t n = json_integer_value(json_object_get(r->names, text)) + 1;
	json_object_set_new(r->names, text, json_integer(n));
	str_addf(out, "row %s #%" JSON_INTEGER_FORMAT, text, n);
}

/* False: it was refused. */
static bool add_key(struct survey_reader *r, struct str *out)
{
	bool any = false;
	str_addf(out, "survey %s", r->map->survey);
	for (size_t i = 0; i < r->map->key_count; i++) {
		int column = r->map->keys[i].at;
		const char *cell =
			survey_cell(&r->record->pool, table_cell(&r->table, r->row, column));
		str_addf(out, "\nkey %s", cell ? cell : "");
		any |= cell != NULL;
		if (cell)
			count_taken(r, column);
	}
	if (!r->map->key_count)
		add_row_key(r, out);
	else if (!any)
		count_refused(r, r->map->keys[0].at, "the key is empty: whose row is it?");
	return any || !r->map->key_count;
}

/* A new one takes its place at the end; what belongs to it by number grows along. */
static struct respondent *add_respondent(struct survey_reader *r)
{
	struct respondent *added = record_add(r->record, KIND_RESPONDENT);
	size_t count = r->record->respondent_count, width = r->map->answer_count;
	if ((count & (count - 1)) == 0) {
		r->slots = mem_resize(r->slots, 2 * count * width * sizeof(*r->slots));
		r->slot_lines = mem_resize(r->slot_lines, 2 * count * width * sizeof(*r->slots));
		r->lines = mem_resize(r->lines, 2 * count * sizeof(*r->lines));
	}
	memset(r->slots + (count - 1) * width, -1, width * sizeof(*r->slots));
	r->lines[count - 1] = r->table.lines[r->row];
	added->person = added->party = added->role = -1;
	added->attribution = ATTRIBUTION_NAMED;
	return added;
}

static int find_in(json_t *index, const char *key)
{
	json_t *at = json_object_get(index, key);
	return at ? (int)json_integer_value(at) : -1;
}

static void add_name_key(struct str *out, int party, const char *name)
{
	struct pool pool = { 0 };
	if (name && party >= 0)
		str_addf(out, "name %d %s", party, survey_fold(&pool, name));
	pool_release(&pool);
}

/* The people of the alliance by side and name; of one name -2 stands for several. */
static void index_people(struct survey_reader *r)
{
	const struct record *round = r->round;
	struct str key;
	str_init(&key);
	r->people = json_object();
	r->heard = mem_alloc((round->person_count + 1) * sizeof(*r->heard));
	for (size_t i = 0; i < round->person_count; i++) {
		str_clear(&key);
		add_name_key(&key, round->people[i].party, round->people[i].name);
		bool there = json_object_get(r->people, key.text);
		if (key.len)
			json_object_set_new(
				r->people, key.text, json_integer(there ? -2 : (json_int_t)i));
	}
	for (size_t i = 0; i < round->respondent_count; i++)
		if (round->respondents[i].person >= 0)
			r->heard[round->respondents[i].person] = (int)i + 1;
	str_release(&key);
}

/* Somebody of them; -1 nobody, -2 several. */
static int find_person(struct survey_reader *r, const char *name)
{
	if (!*name)
		return -1;
	if (!r->people)
		index_people(r);
	return find_in(r->people, name);
}

/* Who has been heard in the round already; NULL: not. */
static const struct respondent *heard(const struct survey_reader *r, int person)
{
	return r->heard[person] ? &r->round->respondents[r->heard[person] - 1] : NULL;
}

/* As the database knows them: nothing is said of them here. */
static int known_person(struct survey_reader *r, int at)
{
	struct person *person = record_add(r->record, KIND_PERSON);
	object_copy(&r->record->pool, KIND_PERSON, person, &r->round->people[at]);
	person->object = (struct object){ .id = r->round->people[at].object.id };
	return (int)r->record->person_count - 1;
}

/* What is promised in the survey is not less than what was agreed on before. */
static bool keeps_promise(
	struct survey_reader *r, const struct respondent *there, const struct whose *whose)
{
	if (whose->attribution <= there->attribution)
		return true;
	count_refused(r, r->map->person.column.at,
		"%.60s has been heard as \"%s\", the survey is \"%s\"; change the former, or say "
		"`attribution` in the map",
		whose->name, vocabulary_attribution.word[there->attribution],
		vocabulary_attribution.word[whose->attribution]);
	return false;
}

/* Somebody who is named, by the key of that name, among those of the alliance; false: that was
 * refused. */
static bool name_respondent(struct survey_reader *r, struct respondent *respondent,
	const char *name, const struct whose *whose)
{
	int at = find_person(r, name);
	const struct respondent *there = at < 0 ? NULL : heard(r, at);
	if (at == -2)
		count_refused(r, r->map->person.column.at,
			"several people of that company are called \"%.60s\"; give one another "
			"name first",
			whose->name);
	if (at < 0 || (there && !keeps_promise(r, there, whose)))
		return at == -1;
	respondent->person = known_person(r, at);
	if (there) {
		respondent->object.id = there->object.id;
		respondent->object.given = ALREADY_HEARD;
	}
	return true;
}

static void give(struct respondent *respondent, size_t offset)
{
	field_give(KIND_RESPONDENT, respondent, offset, true);
}

static bool differs(int there, int here)
{
	return there >= 0 && here >= 0 && there != here;
}

/* What another row of theirs has left open. */
static void complete(struct survey_reader *r, int at, const struct whose *whose)
{
	struct respondent *who = &r->record->respondents[at];
	if (differs(who->party, whose->party) || differs(who->role, whose->role)) {
		count_refused(r, r->map->party.column.at,
			"the row of the same key in line %d has another company or role",
			r->lines[at]);
		return;
	}
	who->party = who->party < 0 ? whose->party : who->party;
	who->role = who->role < 0 ? whose->role : who->role;
	who->name = who->name ? who->name : whose->name;
	who->date = who->date == DATE_NONE ? whose->time.day : who->date;
	who->consent = who->consent == TRI_UNKNOWN ? whose->consent : who->consent;
	if (whose->attribution > who->attribution)
		who->attribution = whose->attribution;
	if (whose->time.at > who->object.changed)
		who->object.changed = whose->time.at;
}

/* By key, then by name, else new. */
static int find_or_add(
	struct survey_reader *r, const char *key, const char *name, const struct whose *whose)
{
	int at = find_in(r->keys, key);
	if (at < 0 && *name)
		at = find_in(r->keys, name);
	if (at < 0) {
		struct respondent *added = add_respondent(r);
		added->object.id = uuid_derive(&r->round->assessment.object.id, key);
		at = (int)r->record->respondent_count - 1;
		if (!name_respondent(r, added, name, whose))
			at = -1;
	}
	if (at >= 0) {
		json_object_set_new(r->keys, key, json_integer(at));
		if (*name)
			json_object_set_new(r->keys, name, json_integer(at));
	}
	return at;
}

int survey_person(struct survey_reader *r)
{
	struct whose whose;
	struct str key, name;
	int refused = r->report->refused, at = -1;
	whose_read(r, &whose);
	if (whose.consent == TRI_NO) {
		r->report->without_consent++;
		return -1;
	}
	str_init(&key);
	str_init(&name);
	if (add_key(r, &key) && refused == r->report->refused) {
		add_name_key(&name, whose.party, whose.name);
		at = find_or_add(r, key.text, name.text, &whose);
	}
	if (at >= 0)
		complete(r, at, &whose);
	str_release(&name);
	str_release(&key);
	return at;
}

/* Nobody's record yet. */
static void make_person(struct survey_reader *r, struct respondent *respondent)
{
	struct person *person = record_add(r->record, KIND_PERSON);
	respondent->person = (int)r->record->person_count - 1;
	person->object.id = uuid_derive(&respondent->object.id, "person");
	person->object.changed = respondent->object.changed;
	person->party = respondent->party;
	person->role = respondent->role;
	person->name = respondent->name;
	field_give(KIND_PERSON, person, offsetof(struct person, party), true);
	field_give(KIND_PERSON, person, offsetof(struct person, role), true);
	field_give(KIND_PERSON, person, offsetof(struct person, name), person->name != NULL);
}

static void give_all(struct respondent *respondent)
{
	give(respondent, offsetof(struct respondent, person));
	give(respondent, offsetof(struct respondent, party));
	give(respondent, offsetof(struct respondent, role));
	give(respondent, offsetof(struct respondent, attribution));
	if (respondent->name)
		give(respondent, offsetof(struct respondent, name));
	if (respondent->date != DATE_NONE)
		give(respondent, offsetof(struct respondent, date));
	if (respondent->consent != TRI_UNKNOWN)
		give(respondent, offsetof(struct respondent, consent));
}

/* In whom the database knows already only answers are new. */
static void end_respondent(struct survey_reader *r, size_t i)
{
	struct respondent *who = &r->record->respondents[i];
	bool there = who->object.given == ALREADY_HEARD;
	if (who->party < 0 || who->role < 0) {
		count_refused_after(r,
			who->party < 0 ? r->map->party.column.at : r->map->role.column.at,
			"no row of this person that counts says the %s",
			who->party < 0 ? "company" : "role");
		return;
	}
	if (who->person < 0)
		make_person(r, who);
	who->object.given = 0;
	if (there)
		who->object.changed = 0;
	else
		give_all(who);
}

static size_t row_of_line(const struct survey_reader *r, int line)
{
	size_t row = 0;
	while (row + 1 < r->table.row_count && r->table.lines[row] != line)
		row++;
	return row;
}

void survey_people_end(struct survey_reader *r)
{
	for (size_t i = 0; i < r->record->respondent_count; i++) {
		const struct respondent *who = &r->record->respondents[i];
		if (who->party < 0 || who->role < 0)
			r->row = row_of_line(r, r->lines[i]);
		end_respondent(r, i);
	}
}
