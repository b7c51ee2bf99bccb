/* SPDX-License-Identifier: MIT */
/*
 * What the page of a form knows: whose it is, on which terms, and the questions.
 */
#include "html.h"

#include <string.h>
#include <rekindle/flow.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

#define TOKEN_SHOWN 8    /* digits of a token in the name of a file */
#define MINUTES_MOST 600 /* that can be agreed on */
#define TENTHS_A_MINUTE 10

const char *html_plain(struct pool *pool, const char *text)
{
	struct str plain;

	str_init(&plain);
	utf8_clean(&plain, text, true, false);
	const char *kept = pool_strdup(pool, plain.text);
	str_release(&plain);
	return kept;
}

bool html_pulse(const struct sheet_form *form)
{
	return form->pulse || form->record->assessment.kind == ROUND_PULSE;
}

static const struct person *person_of(const struct sheet_form *form)
{
	return &form->record->people[form->person];
}

static enum role role_of(const struct sheet_form *form)
{
	return (enum role)person_of(form)->role;
}

const char *html_title(const struct sheet_form *form, struct pool *pool)
{
	struct hole alliance = hole_text("alliance", form->record->alliance.name);

	return html_pulse(form) ? words(pool, W_FORM_TITLE_PULSE, alliance)
				: words(pool, W_FORM_TITLE, alliance);
}

static const char *person_words(const struct sheet_form *form, struct pool *pool)
{
	const struct person *person = person_of(form);
	struct hole role = hole_text("role", words_role(person->role));
	struct hole party = hole_text("party", form->record->parties[person->party].label);

	if (str_blank(person->name))
		return words(pool, W_RESPONDENT_UNNAMED, role, party);
	return words(pool, W_FORM_PERSON, hole_text("name", person->name), role, party);
}

const char *html_who(const struct sheet_form *form, struct pool *pool)
{
	return words(pool, W_FORM_FOR, hole_text("person", person_words(form, pool)));
}

/* NULL and blank texts are left out. */
static void set_text(json_t *json, const char *name, struct pool *pool, const char *text)
{
	if (!str_blank(text))
		json_object_set_new(json, name, json_string(html_plain(pool, text)));
}

static void set_number(json_t *json, const char *name, int number)
{
	json_object_set_new(json, name, json_integer(number));
}

/* A text of the bank, as it is put to the person. */
static void set_mirrored(json_t *json, const char *name, const struct sheet_form *form,
	struct pool *pool, const char *text)
{
	if (text)
		set_text(json, name, pool,
			words_mirror(pool, form->record, text, person_of(form)->party));
}

static json_t *choices_of(const struct sheet_form *form, struct pool *pool, const struct item *item)
{
	json_t *list = json_array();

	for (size_t i = 0; i < item->choice_count; i++) {
		json_t *choice = json_object();
		int cause = vocabulary_find(&vocabulary_cause, item->choices[i].id);
		json_object_set_new(choice, "id", json_string(item->choices[i].id));
		set_mirrored(choice, "text", form, pool, item->choices[i].text);
		if (item->kind == ITEM_SPLIT && cause >= 0)
			set_text(choice, "name", pool, cause_info[cause].label);
		json_array_append_new(list, choice);
	}
	return list;
}

static json_t *question(const struct sheet_form *form, struct pool *pool, const struct item *item)
{
	json_t *json = json_object();

	json_object_set_new(json, "item", json_string(item->id));
	json_object_set_new(json, "kind", json_string(vocabulary_item_kind.word[item->kind]));
	json_object_set_new(json, "core", json_boolean(item->core));
	set_number(json, "tenths", flow_tenths(item));
	set_mirrored(json, "topic", form, pool, item->topic);
	set_mirrored(json, "short", form, pool, item->shorthand ? item->shorthand : item->topic);
	set_mirrored(json, "text", form, pool, item->text);
	set_mirrored(json, "hint", form, pool, item->hint);
	set_mirrored(json, "low", form, pool, item->low);
	set_mirrored(json, "mid", form, pool, item->mid);
	set_mirrored(json, "high", form, pool, item->high);
	if (item->choice_count)
		json_object_set_new(json, "choices", choices_of(form, pool, item));
	return json;
}

/* In the order of asking; the minutes that they take together. */
static json_t *questions(const struct sheet_form *form, struct pool *pool, int *minutes)
{
	const struct instrument *instrument = form->record->instrument;
	json_t *list = json_array();
	int tenths = 0;

	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		if (!flow_asks(item, role_of(form), html_pulse(form)))
			continue;
		json_array_append_new(list, question(form, pool, item));
		tenths += flow_tenths(item);
	}
	*minutes = (tenths + TENTHS_A_MINUTE - 1) / TENTHS_A_MINUTE;
	return list;
}

/* What the person said of it when they agreed to be asked in this round, or -1. */
static int attribution_known(const struct sheet_form *form)
{
	const struct record *record = form->record;

	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].person == form->person &&
			record->respondents[i].consent == TRI_YES)
			return record->respondents[i].attribution;
	return -1;
}

static json_t *opening(const struct sheet_form *form, struct pool *pool)
{
	const struct record *record = form->record;
	json_t *json = json_object();
	int known = attribution_known(form);

	if (html_pulse(form))
		set_text(json, "text", pool, words_plain(W_OPENING_PULSE));
	else
		set_mirrored(json, "text", form, pool, record->instrument->opening);
	if (form->closes != DATE_NONE)
		set_text(json, "closes", pool,
			words(pool, W_FORM_CLOSES, hole_day("day", form->closes, DAY_LONG)));
	if (form->minutes > 0)
		set_number(json, "minutes", form->minutes);
	set_number(json, "most", MINUTES_MOST);
	if (known >= 0)
		set_text(json, "attribution", pool, vocabulary_attribution.word[known]);
	return json;
}

static json_t *instrument_of(const struct sheet_form *form)
{
	const struct instrument *instrument = form->record->instrument;
	json_t *json = json_object();

	json_object_set_new(json, "id", json_string(instrument->id));
	json_object_set_new(json, "version", json_string(instrument->version));
	return json;
}

json_t *html_data(const struct sheet_form *form, struct pool *pool)
{
	json_t *json = json_object();
	int needed;

	set_text(json, "token", pool, form->token);
	set_text(json, "file", pool,
		pool_printf(pool, "%.*s.rekindle-answers.json", TOKEN_SHOWN, form->token));
	json_object_set_new(json, "instrument", instrument_of(form));
	json_object_set_new(json, "opening", opening(form, pool));
	json_object_set_new(json, "questions", questions(form, pool, &needed));
	set_number(json, "needed", needed);
	json_object_set_new(json, "say", html_words());
	return json;
}
