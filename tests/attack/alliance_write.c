/* SPDX-License-Identifier: MIT */
/*
 * A random alliance as a file that the program imports.
 */
#include "alliance.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <rekindle/date.h>

static void id_of(const struct alliance_attacked *a, int kind, int number, char text[40])
{
	snprintf(text, 40, "%08x-%04x-4000-8000-%012x", (unsigned)(a->seed & 0xffffffffu),
		(unsigned)kind & 0xffffu, (unsigned)number);
}

void round_id(const struct alliance_attacked *a, int round, char text[40])
{
	id_of(a, 1, round, text);
}

static json_t *id(const struct alliance_attacked *a, int kind, int number)
{
	char text[40];

	id_of(a, kind, number, text);
	return json_string(text);
}

enum { ID_ALLIANCE, ID_ROUND, ID_PARTY, ID_PERSON, ID_OTHER, ID_RESPONDENT };

static json_t *day(int day)
{
	char text[DATE_TEXT];

	return json_string(date_iso(day, text));
}

static json_t *tri(int value)
{
	return value == TRI_UNKNOWN ? json_null() : json_boolean(value == TRI_YES);
}

static json_t *party(const struct alliance_attacked *a, int p)
{
	char name[40];

	snprintf(name, sizeof(name), "%s Works", a->label[p]);
	return json_pack("{s:o, s:s, s:s, s:b}", "id", id(a, ID_PARTY, p), "name", name, "label",
		a->label[p], "ours", p == 0);
}

static json_t *known_of_party(const struct alliance_attacked *a, int p)
{
	return json_pack("{s:o, s:s, s:b, s:s}", "party", id(a, ID_PARTY, p), "size_class",
		vocabulary_size_class.word[a->size_class[p]], "has_sponsor", (int)a->sponsor[p],
		"stance", vocabulary_stance.word[a->stance[p]]);
}

static json_t *person(const struct alliance_attacked *a, int who)
{
	char name[40];

	snprintf(name, sizeof(name), "Wight%d Lane", who);
	return json_pack("{s:o, s:o, s:s, s:s}", "id", id(a, ID_PERSON, who), "party",
		id(a, ID_PARTY, a->person[who].side), "role",
		vocabulary_role.word[a->person[who].role], "name", name);
}

static json_t *alliance(const struct alliance_attacked *a)
{
	json_t *parties = json_array(), *people = json_array();
	char name[40];

	for (int p = 0; p < a->sides; p++)
		json_array_append_new(parties, party(a, p));
	for (int who = 0; who < a->people; who++)
		json_array_append_new(people, person(a, who));
	snprintf(name, sizeof(name), "Seed %llu", (unsigned long long)a->seed);
	return json_pack("{s:o, s:s, s:s, s:{s:s}, s:o, s:o}", "id", id(a, ID_ALLIANCE, 0), "name",
		name, "started", "2026-01-12", "charter", "notes", "Calls for what is urgent",
		"parties", parties, "people", people);
}

static json_t *answer(const struct alliance_attacked *a, int round, int who, int i, int said)
{
	static const char *const states[] = { "blank", "dont_know", "declined", "not_applicable" };
	json_t *object = json_pack("{s:o, s:s}", "respondent", id(a, ID_RESPONDENT + round, who),
		"item", a->bank->items[a->item[i]].id);

	if (said > 0)
		json_object_set_new(object, "value", json_integer(said));
	else
		json_object_set_new(object, "state", json_string(states[-said]));
	return object;
}

static void add_points(const struct alliance_attacked *a, int round, int who, json_t *answers)
{
	const signed char *points = a->round[round].people[who].points;
	json_t *value = json_object();
	int sum = 0;

	for (int c = 0; c < CAUSE_COUNT; c++) {
		json_object_set_new(value, vocabulary_cause.word[c], json_integer(points[c]));
		sum += points[c];
	}
	if (sum)
		json_array_append_new(answers,
			json_pack("{s:o, s:s, s:O}", "respondent",
				id(a, ID_RESPONDENT + round, who), "item",
				a->bank->items[a->bank->split].id, "value", value));
	json_decref(value);
}

static json_t *respondent(const struct alliance_attacked *a, int round, int who)
{
	return json_pack("{s:o, s:o, s:s, s:o, s:b}", "id", id(a, ID_RESPONDENT + round, who),
		"person", id(a, ID_PERSON, who), "attribution",
		vocabulary_attribution.word[a->person[who].attribution], "date",
		day(a->round[round].day), "consent", 1);
}

static void add_heard(
	const struct alliance_attacked *a, int round, json_t *respondents, json_t *answers)
{
	for (int who = 0; who < a->people; who++) {
		const struct hearing *hearing = &a->round[round].people[who];

		if (!hearing->heard)
			continue;
		json_array_append_new(respondents, respondent(a, round, who));
		add_points(a, round, who, answers);
		for (int i = 0; i < a->items; i++)
			if (hearing->said[i] != SAID_NOTHING)
				json_array_append_new(
					answers, answer(a, round, who, i, hearing->said[i]));
	}
}

static json_t *checklists(const struct facts *facts)
{
	json_t *both = json_object();

	for (int row = 0; row < CHECK_ROWS; row++) {
		const char *word = vocabulary_check_row.word[row], *dot = strchr(word, '.');
		char list[40];

		if (facts->check[row] < 0)
			continue;
		snprintf(list, sizeof(list), "%.*s", (int)(dot - word), word);
		if (!json_object_get(both, list))
			json_object_set_new(both, list, json_object());
		json_object_set_new(json_object_get(both, list), dot + 1,
			json_string(vocabulary_check.word[facts->check[row]]));
	}
	return both;
}

static json_t *route(const struct alliance_attacked *a, int round)
{
	const struct facts *facts = &a->round[round].facts;
	json_t *list = json_array();

	for (int i = 0; i < facts->routes; i++) {
		const struct route_entry *entry = &facts->route[i];
		json_t *object = json_pack("{s:o, s:o}", "party", id(a, ID_PARTY, entry->side),
			"respondent", id(a, ID_RESPONDENT + round, entry->person));
		for (int v = 0; v < ROUTE_VALUES; v++)
			json_object_set_new(object, vocabulary_route_value.word[v],
				json_integer(entry->value[v]));
		json_array_append_new(list, object);
	}
	return list;
}

static json_t *objectives(const struct alliance_attacked *a, int round)
{
	const struct facts *facts = &a->round[round].facts;
	json_t *list = json_array();

	for (int i = 0; i < facts->objectives; i++) {
		json_t *object = json_pack("{s:o, s:s}", "id",
			id(a, ID_OTHER, 5000 + 100 * round + i), "text", "Something is reached");
		if (facts->measure[i])
			json_object_set_new(object, "measure", json_string("Pieces"));
		if (facts->target[i])
			json_object_set_new(object, "target", json_integer(40));
		if (facts->due[i])
			json_object_set_new(object, "due", json_string("2027-06-30"));
		json_array_append_new(list, object);
	}
	return list;
}

static json_t *profile(const struct alliance_attacked *a, int round)
{
	const struct facts *facts = &a->round[round].facts;
	json_t *ambitions = json_array(), *parties = json_array();
	json_t *object = json_pack("{s:{s:o, s:o, s:o}, s:o, s:o}", "contract", "amendable",
		tri(a->amendable), "breach", tri(a->breach), "litigation", tri(a->litigation),
		"competitors", tri(a->competitors), "parties", parties);

	for (int p = 0; p < a->sides; p++)
		json_array_append_new(parties, known_of_party(a, p));
	if (facts->type >= 0)
		json_object_set_new(object, "type", json_string(a->bank->types[facts->type].id));
	for (int i = 0; i < facts->ambitions; i++)
		json_array_append_new(
			ambitions, json_string(a->bank->ambitions[facts->ambition[i]].id));
	json_object_set_new(object, "ambitions", ambitions);
	return object;
}

static void add_happened(const struct alliance_attacked *a, int round, json_t *object)
{
	const struct facts *facts = &a->round[round].facts;

	if (facts->incident)
		json_object_set_new(object, "incidents",
			json_pack("[{s:o, s:s, s:o, s:s, s:b}]", "id",
				id(a, ID_OTHER, 7000 + round), "date", "2026-02-05", "party",
				id(a, ID_PARTY, 1), "what", "Missed shipment", "repaired", 0));
	if (facts->event)
		json_object_set_new(object, "events",
			json_pack("[{s:o, s:s, s:s, s:s}]", "id", id(a, ID_OTHER, 7100 + round),
				"date", "2026-02-06", "kind", "budget", "what", "Budget cut"));
	if (facts->process)
		json_object_set_new(object, "process",
			json_pack("[{s:o, s:s, s:s}]", "id", id(a, ID_OTHER, 7200 + round), "step",
				"Hand over", "problem", "bottleneck"));
}

/* Of the reviewers alone: a quick note, and the sheet of somebody. */
static void add_private(const struct alliance_attacked *a, int round, json_t *object)
{
	json_object_set_new(object, "notes",
		json_pack("[{s:o, s:I, s:s}]", "id", id(a, ID_OTHER, 7300 + round), "at",
			(json_int_t)1763640000000, "text", "Ask who books the travel"));
	json_object_set_new(object, "sheets",
		json_pack("[{s:o, s:o, s:o, s:s, s:s}]", "id", id(a, ID_OTHER, 7400 + round),
			"person", id(a, ID_PERSON, 0), "token", id(a, ID_OTHER, 7500 + round),
			"written", "2026-11-02", "closes", "2026-11-13"));
}

static json_t *assessment(const struct alliance_attacked *a, int round)
{
	const struct attacked_round *r = &a->round[round];
	json_t *respondents = json_array(), *answers = json_array();

	add_heard(a, round, respondents, answers);
	json_t *object = json_pack("{s:o, s:s, s:o, s:o, s:o}", "id", id(a, ID_ROUND, round),
		"kind", vocabulary_round.word[r->kind], "date", day(r->day), "respondents",
		respondents, "answers", answers);
	add_private(a, round, object);
	if (r->kind == ROUND_PULSE)
		return object;
	json_object_set_new(object, "instrument",
		json_pack("{s:s, s:s}", "id", a->bank->id, "version", a->bank->version));
	json_object_set_new(object, "profile", profile(a, round));
	json_object_set_new(object, "objectives_agreed", tri(r->facts.agreed));
	json_object_set_new(object, "objectives", objectives(a, round));
	json_object_set_new(object, "checklists", checklists(&r->facts));
	json_object_set_new(object, "route", route(a, round));
	add_happened(a, round, object);
	return object;
}

static json_t *deleted(
	const struct alliance_attacked *a, struct hearing before[][PEOPLE_MOST], int64_t at)
{
	json_t *list = json_array();

	for (int round = 0; before && round < a->rounds; round++)
		for (int who = 0; who < a->people; who++)
			if (before[round][who].heard && !a->round[round].people[who].heard)
				json_array_append_new(list,
					json_pack("{s:o, s:I}", "id",
						id(a, ID_RESPONDENT + round, who), "at",
						(json_int_t)at));
	return list;
}

void alliance_write(const struct alliance_attacked *a, struct hearing before[][PEOPLE_MOST],
	int64_t at, struct str *out)
{
	json_t *rounds = json_array();

	for (int round = 0; round < a->rounds; round++)
		json_array_append_new(rounds, assessment(a, round));
	json_t *document = json_pack("{s:s, s:i, s:[{s:s, s:s}], s:{s:s, s:s}, s:o, s:o, s:o}",
		"format", "rekindle-exchange", "version", 1, "instruments", "id", a->bank->id,
		"version", a->bank->version, "instrument", "id", a->bank->id, "version",
		a->bank->version, "alliance", alliance(a), "assessments", rounds, "deleted",
		deleted(a, before, at));
	char *text = json_dumps(document, JSON_COMPACT);

	str_set(out, text);
	free(text);
	json_decref(document);
}
