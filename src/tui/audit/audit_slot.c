/* SPDX-License-Identifier: MIT */
/*
 * From the members of an object to the fields of a form and back.
 */
#include "audit_slot.h"

#include <string.h>

#include "../widgets/bind.h"

/* Who answered the route test is one choice: a company and, where known, one of its people. */
#define PAIR(party, respondent) ((party)*65536 + (respondent) + 1)
#define PAIR_PARTY(pair) ((pair) / 65536)
#define PAIR_RESPONDENT(pair) ((pair) % 65536 - 1)

static bool is_who(const struct audit_label *label)
{
	return label->kind == KIND_ROUTE && !strcmp(label->field, "party");
}

static bool has_answered(const struct record *record, int respondent)
{
	for (size_t i = 0; i < record->route_count; i++)
		if (record->routes[i].respondent == respondent)
			return true;
	return false;
}

static const char *who_word(struct pool *pool, const struct record *record, int respondent)
{
	const struct respondent *who = &record->respondents[respondent];
	return words(pool, W_ROUTE_WHO,
		hole_text("name", words_respondent(pool, record, respondent)),
		hole_text("party", record->parties[who->party].label),
		hole_text("role", words_role(who->role)));
}

/* Sponsors and managers who are still to be asked, and the one whose entry this is, whatever the
 * role is now: a second entry would count the same person twice. */
static void add_pairs(struct form_words *choices, const struct record *record, int present)
{
	for (size_t p = 0; p < record->party_count; p++) {
		for (size_t i = 0; i < record->respondent_count; i++) {
			const struct respondent *who = &record->respondents[i];
			bool asked = who->party == (int)p &&
				(who->role == ROLE_SPONSOR || who->role == ROLE_MANAGER) &&
				!has_answered(record, (int)i);
			if (asked || present == PAIR((int)p, (int)i))
				form_word(choices, who_word(choices->pool, record, (int)i),
					PAIR((int)p, (int)i));
		}
		form_word(choices,
			words(choices->pool, W_ROUTE_WHO_UNNAMED,
				hole_text("party", record->parties[p].label)),
			PAIR((int)p, -1));
	}
}

static void add_parties(struct form_words *words, const struct record *record, bool required)
{
	for (size_t i = 0; i < record->party_count; i++)
		form_word(words, record->parties[i].name, (int)i);
	if (!required)
		form_word(words, "no one side", -1);
}

static void add_words(struct form_words *words, const struct field *field)
{
	for (int i = 0; i < field->words->count; i++)
		form_word(words, audit_word(field->words, i), i);
	if (field->absent < 0 && !field->required)
		form_word(words, "none", field->absent);
}

static void add_choices(struct form_words *words, const struct record *record,
	const struct audit_label *label, const struct field *field, int present)
{
	static const char *const ratings[] = { "1", "2", "3", "4", "5" };
	if (is_who(label))
		add_pairs(words, record, present);
	else if (field->type == FIELD_REF)
		add_parties(words, record, field->required);
	else if (field->type == FIELD_WORD)
		add_words(words, field);
	for (int i = 0; field->type == FIELD_RATING && i < 5; i++)
		form_word(words, ratings[i], i + 1);
	if (field->type == FIELD_RATING)
		form_word(words, "--", INT_NONE);
	if (field->type == FIELD_TRI) {
		form_word(words, "yes", TRI_YES);
		form_word(words, "no", TRI_NO);
		form_word(words, "unknown", TRI_UNKNOWN);
	}
}

static bool is_owner(const struct audit_label *label)
{
	return label->kind == KIND_RISK && !strcmp(label->field, "owner");
}

/* Who sees to a risk is a name: of one of the people, or any other. */
static struct form_field *add_owner(struct form *form, const struct record *record,
	const struct audit_label *label, const char *present)
{
	struct form_words names = { .pool = &form->pool };
	int now = -1;
	form_word(&names, words_plain(W_RISK_NOBODY), -1);
	for (size_t i = 0; i < record->person_count; i++)
		if (!str_blank(record->people[i].name)) {
			form_word(&names, record->people[i].name, (int)i);
			now = str_same(record->people[i].name, present) ? (int)i : now;
		}
	struct form_field *field = form_choose(form, label->label, label->hint, &names, now);
	field->takes_new = true;
	if (now < 0 && !str_blank(present))
		form_choose_new(form, field, present);
	field->choice_before = field->choice;
	return field;
}

void audit_slot_add(struct form *form, const struct record *record, const struct audit_label *label,
	const union audit_object *object)
{
	const struct field *member = bind_named(label->kind, label->field);
	struct form_words words = { .pool = &form->pool };
	struct form_field *field;
	const char *name = label->label ? label->label
					: record->instrument->route[audit_slot_value(member)].topic;
	if (is_owner(label)) {
		field = add_owner(form, record, label, object->risk.owner);
	} else if (bind_is_written(member)) {
		field = form_text(form, name, label->hint, bind_text(&form->pool, member, object));
		if (label->box)
			form_box(field);
	} else {
		int present = bind_number(member, object);
		if (is_who(label) && present >= 0)
			present = PAIR(present, object->route.respondent);
		add_choices(&words, record, label, member, present);
		field = form_choose(form, name, label->hint, &words, present);
	}
	field->rating = member->type == FIELD_RATING;
	field->row = label;
	field->member = member;
}

enum route_value audit_slot_value(const struct field *member)
{
	size_t first = offsetof(struct route, value);
	return (enum route_value)((member->offset - first) / sizeof(int));
}

int audit_slot_party(const struct form_field *field)
{
	return field->choice < 0 ? -1 : PAIR_PARTY(form_meaning(field, -1));
}

/* Back */

const char *audit_slot_complaint(struct record *record, const struct form_field *field)
{
	const struct audit_label *label = field->row;
	if (field->choices)
		return label->needed && field->choice < 0 ? words_plain(W_FIELD_CHOICE) : NULL;
	const char *text = form_value(&record->pool, field);
	if (!text && label->needed)
		return words_plain(W_FIELD_WORDS);
	return bind_complaint(&record->pool, field->member, text);
}

void audit_slot_take(
	struct record *record, const struct form_field *field, union audit_object *object)
{
	if (!field->choices) {
		bind_take(&record->pool, field->member, object, form_value(&record->pool, field));
		return;
	}
	if (field->choice < 0)
		return;
	int meaning = form_meaning(field, -1);
	if (is_owner(field->row)) {
		object->risk.owner =
			meaning == -1 ? NULL : pool_strdup(&record->pool, form_says(field));
		return;
	}
	if (!is_who(field->row)) {
		bind_set(field->member, object, meaning);
		return;
	}
	object->route.party = PAIR_PARTY(meaning);
	object->route.respondent = PAIR_RESPONDENT(meaning);
}
