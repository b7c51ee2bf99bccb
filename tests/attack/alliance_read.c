/* SPDX-License-Identifier: MIT */
/*
 * An alliance out of a file of rekindle-exchange(5), as far as the attack knows one.
 */
#include "alliance.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/date.h>

static const char *text_of(const json_t *object, const char *member)
{
	return json_string_value(json_object_get(object, member));
}

static int at_id(const json_t *list, const char *id)
{
	const json_t *entry;
	size_t at;

	json_array_foreach(list, at, entry)
	{
		if (id && text_of(entry, "id") && !strcmp(text_of(entry, "id"), id))
			return (int)at;
	}
	return -1;
}

static int word_or(const struct vocabulary *words, const char *word, int otherwise)
{
	int at = vocabulary_find(words, word);

	return at < 0 ? otherwise : at;
}

static void read_people(struct alliance_attacked *a, const json_t *alliance)
{
	const json_t *entry, *parties = json_object_get(alliance, "parties");
	size_t at;

	json_array_foreach(parties, at, entry)
	{
		snprintf(a->label[at], sizeof(a->label[at]), "%s", text_of(entry, "label"));
		a->sponsor[at] = true;
		a->sides++;
	}
	json_array_foreach(json_object_get(alliance, "people"), at, entry)
	{
		a->person[a->people++] = (struct attacked_person){
			.side = at_id(parties, text_of(entry, "party")),
			.role = vocabulary_find(&vocabulary_role, text_of(entry, "role")),
		};
	}
}

static void read_answer(
	struct alliance_attacked *a, struct attacked_round *round, int person, const json_t *entry)
{
	const json_t *value = json_object_get(entry, "value");
	int state = word_or(&vocabulary_state, text_of(entry, "state"), STATE_ANSWERED);

	for (int i = 0; i < a->items; i++)
		if (!strcmp(a->bank->items[a->item[i]].id, text_of(entry, "item")))
			round->people[person].said[i] = json_is_integer(value)
				? (signed char)json_integer_value(value)
				: state == STATE_DONT_KNOW ? SAID_UNKNOWN
							   : SAID_DECLINED;
}

static void read_checks(struct facts *facts, const json_t *lists)
{
	for (int row = 0; row < CHECK_ROWS; row++) {
		char list[40];
		const char *word = vocabulary_check_row.word[row], *dot = strchr(word, '.');

		snprintf(list, sizeof(list), "%.*s", (int)(dot - word), word);
		facts->check[row] = vocabulary_find(
			&vocabulary_check, text_of(json_object_get(lists, list), dot + 1));
	}
}

static void read_objectives(struct facts *facts, const json_t *list)
{
	const json_t *entry;
	size_t at;

	json_array_foreach(list, at, entry)
	{
		facts->measure[at] = json_object_get(entry, "measure") != NULL;
		facts->target[at] = json_object_get(entry, "target") != NULL;
		facts->due[at] = json_object_get(entry, "due") != NULL;
		facts->objectives++;
	}
}

static void read_route(struct facts *facts, const json_t *list, const json_t *parties,
	const int *person_of, const json_t *respondents)
{
	const json_t *entry;
	size_t at;

	json_array_foreach(list, at, entry)
	{
		int who = at_id(respondents, text_of(entry, "respondent"));
		struct route_entry *route = &facts->route[facts->routes++];
		route->side = at_id(parties, text_of(entry, "party"));
		route->person = who < 0 ? -1 : person_of[who];
		for (int v = 0; v < ROUTE_VALUES; v++)
			route->value[v] = (int)json_integer_value(
				json_object_get(entry, vocabulary_route_value.word[v]));
	}
}

static void read_profile(struct alliance_attacked *a, struct facts *facts, const json_t *alliance)
{
	const json_t *entry, *ambitions = json_object_get(alliance, "ambitions");
	const char *type = text_of(alliance, "type");
	size_t at;

	facts->type = type ? instrument_type(a->bank, type) : -1;
	json_array_foreach(ambitions, at, entry)
	{
		facts->ambition[facts->ambitions++] =
			instrument_ambition(a->bank, json_string_value(entry));
	}
}

static void read_round(
	struct alliance_attacked *a, const json_t *alliance, const json_t *assessment)
{
	struct attacked_round *round = &a->round[a->rounds++];
	const json_t *entry, *respondents = json_object_get(assessment, "respondents");
	int person_of[PEOPLE_MOST];
	size_t at;

	*round = (struct attacked_round){ .facts.agreed = TRI_UNKNOWN };
	round->kind = vocabulary_find(&vocabulary_round, text_of(assessment, "kind"));
	json_array_foreach(respondents, at, entry)
	{
		int who = at_id(json_object_get(alliance, "people"), text_of(entry, "person"));
		person_of[at] = who;
		round->people[who].heard = true;
		a->person[who].attribution =
			word_or(&vocabulary_attribution, text_of(entry, "attribution"), 0);
	}
	json_array_foreach(json_object_get(assessment, "answers"), at, entry)
	{
		int who = at_id(respondents, text_of(entry, "respondent"));
		if (who >= 0)
			read_answer(a, round, person_of[who], entry);
	}
	const json_t *agreed = json_object_get(assessment, "objectives_agreed");
	if (json_is_boolean(agreed))
		round->facts.agreed = json_is_true(agreed) ? TRI_YES : TRI_NO;
	read_checks(&round->facts, json_object_get(assessment, "checklists"));
	read_objectives(&round->facts, json_object_get(assessment, "objectives"));
	read_route(&round->facts, json_object_get(assessment, "route"),
		json_object_get(alliance, "parties"), person_of, respondents);
	read_profile(a, &round->facts, alliance);
	round->facts.incident = json_object_get(assessment, "incidents") != NULL;
	round->facts.event = json_object_get(assessment, "events") != NULL;
	round->facts.process = json_object_get(assessment, "process") != NULL;
}

bool alliance_read(struct alliance_attacked *a, const char *path)
{
	json_t *document = json_load_file(path, 0, NULL);
	const json_t *alliance = json_object_get(document, "alliance");
	const char *version =
		text_of(json_array_get(json_object_get(document, "instruments"), 0), "version");

	*a = (struct alliance_attacked){ .amendable = TRI_UNKNOWN, .competitors = TRI_UNKNOWN };
	a->bank = version ? instrument_known("core", version) : NULL;
	if (!document || !a->bank)
		return false;
	for (size_t i = 0; i < a->bank->item_count && a->items < RATED_MOST; i++)
		if (a->bank->items[i].kind == ITEM_RATED)
			a->item[a->items++] = (int)i;
	read_people(a, alliance);
	read_round(a, alliance, json_array_get(json_object_get(document, "assessments"), 0));
	json_decref(document);
	return true;
}
