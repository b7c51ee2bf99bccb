/* SPDX-License-Identifier: MIT */
/*
 * What a row says of who has answered: company, role, name, terms, time.
 */
#include "internal.h"

#include <string.h>

/* What the row says of it, by the map's words; NULL: nothing. */
static const char *given_text(struct survey_reader *r, const struct survey_given *given)
{
	int column = given->column.at;
	if (given->fixed || !given->column.line)
		return given->fixed;
	const char *cell = survey_cell(&r->record->pool, table_cell(&r->table, r->row, column));
	const char *means = cell ? words_find(&given->values, cell) : NULL;
	if (cell && given->values.count && !means)
		count_refused(r, column,
			"\"%.60s\" is no word of the map; add it to `values`, or correct the cell",
			cell);
	return means ? means : given->values.count ? NULL : cell;
}

/* The same of a word of a closed set. */
static int given_word(
	struct survey_reader *r, const struct survey_given *given, const struct vocabulary *set)
{
	struct pool pool = { 0 };
	char list[256];
	const char *text = given_text(r, given);
	int word = text ? vocabulary_find(set, survey_fold(&pool, text)) : -1;
	if (text && word < 0)
		count_refused(r, given->column.at,
			"\"%.60s\" is no %s; say by `values` which of %s", text, set->name,
			vocabulary_list(set, list, sizeof(list)));
	else if (text)
		count_taken(r, given->fixed ? -1 : given->column.at);
	pool_release(&pool);
	return word;
}

static bool same_name(const char *folded, const char *name)
{
	struct pool pool = { 0 };
	bool same = name && !strcmp(folded, survey_fold(&pool, name));
	pool_release(&pool);
	return same;
}

static int find_party(const struct record *record, const char *text)
{
	struct pool pool = { 0 };
	char id[UUID_TEXT];
	const char *folded = survey_fold(&pool, text);
	int found = -1;
	for (size_t i = 0; i < record->party_count && found < 0; i++)
		if (same_name(folded, record->parties[i].name) ||
			same_name(folded, record->parties[i].label) ||
			!strcmp(folded, uuid_text(&record->parties[i].object.id, id)))
			found = (int)i;
	pool_release(&pool);
	return found;
}

static void add_parties(struct str *out, const struct record *record)
{
	for (size_t i = 0; i < record->party_count; i++)
		str_addf(out, "%s%s", i ? ", " : "", record->parties[i].name);
}

static int given_party(struct survey_reader *r)
{
	const struct survey_given *given = &r->map->party;
	const char *text = given_text(r, given);
	int party = text ? find_party(r->round, text) : -1;
	struct str names;
	if (party >= 0)
		count_taken(r, given->fixed ? -1 : given->column.at);
	if (!text || party >= 0)
		return party;
	str_init(&names);
	add_parties(&names, r->round);
	count_refused(r, given->column.at,
		"\"%.60s\" is no company of the alliance; say by `values` which of %s", text,
		names.text);
	str_release(&names);
	return -1;
}

static void given_time(struct survey_reader *r, struct survey_time *time)
{
	const struct survey_date *date = &r->map->date;
	int column = date->column.at;
	*time = (struct survey_time){ .day = DATE_NONE };
	if (!date->column.line)
		return;
	const char *cell = survey_cell(&r->record->pool, table_cell(&r->table, r->row, column));
	if (!cell || words_have(&date->form.none, cell))
		return;
	if (survey_time_read(&date->form, cell, time))
		count_taken(r, column);
	else
		count_refused(r, column,
			"\"%.60s\" is no day in the form that the map says; correct `form`, or "
			"list it in `none`",
			cell);
}

static const char *given_name(struct survey_reader *r)
{
	const char *name = given_text(r, &r->map->person);
	if (name)
		count_taken(r, r->map->person.column.at);
	return name;
}

void whose_read(struct survey_reader *r, struct whose *whose)
{
	static const char *const word[] = { "no", "yes" };
	static const struct vocabulary consent = { "consent", 2, word };
	whose->party = given_party(r);
	whose->role = given_word(r, &r->map->role, &vocabulary_role);
	whose->name = given_name(r);
	whose->attribution = r->map->attribution.line
		? given_word(r, &r->map->attribution, &vocabulary_attribution)
		: ATTRIBUTION_CONFIDENTIAL;
	if (whose->attribution < 0)
		whose->attribution = ATTRIBUTION_CONFIDENTIAL;
	whose->consent =
		r->map->consent.line ? given_word(r, &r->map->consent, &consent) : TRI_UNKNOWN;
	given_time(r, &whose->time);
}
