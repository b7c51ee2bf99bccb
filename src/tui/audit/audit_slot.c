/* SPDX-License-Identifier: MIT */
/*
 * From the members of an object to the fields of a form and back.
 */
#include "audit_slot.h"

#include <string.h>

#include <rekindle/date.h>

/* Who answered the route test is one choice: a company and, where known, one of its people. */
#define PAIR(party, respondent) ((party)*65536 + (respondent) + 1)
#define PAIR_PARTY(pair) ((pair) / 65536)
#define PAIR_RESPONDENT(pair) ((pair) % 65536 - 1)

struct choices {
	struct pool *pool;
	const char **words;
	size_t word_count;
	int *meaning;
	size_t meaning_count;
};

static void add(struct choices *choices, const char *word, int meaning)
{
	*POOL_APPEND(choices->pool, choices->words, choices->word_count) = word;
	*POOL_APPEND(choices->pool, choices->meaning, choices->meaning_count) = meaning;
}

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

/* Sponsors and managers who are still to be asked, and the one whose entry this is, whatever the
 * role is now: a second entry would count the same person twice. */
static void add_pairs(struct choices *choices, const struct record *record, int present)
{
	for (size_t p = 0; p < record->party_count; p++) {
		for (size_t i = 0; i < record->respondent_count; i++) {
			const struct respondent *who = &record->respondents[i];
			bool asked = who->party == (int)p &&
				(who->role == ROLE_SPONSOR || who->role == ROLE_MANAGER) &&
				!has_answered(record, (int)i);
			if (asked || present == PAIR((int)p, (int)i))
				add(choices,
					pool_printf(choices->pool, "%s, %s, %s",
						record_respondent_name(
							record, choices->pool, (int)i),
						record->parties[p].label,
						vocabulary_role.word[who->role]),
					PAIR((int)p, (int)i));
		}
		add(choices,
			pool_printf(choices->pool, "%s, nobody named", record->parties[p].label),
			PAIR((int)p, -1));
	}
}

static void add_parties(struct choices *choices, const struct record *record, bool required)
{
	for (size_t i = 0; i < record->party_count; i++)
		add(choices, pool_strdup(choices->pool, record->parties[i].name), (int)i);
	if (!required)
		add(choices, "no one side", -1);
}

static void add_words(struct choices *choices, const struct field *field)
{
	for (int i = 0; i < field->words->count; i++)
		add(choices, audit_words(choices->pool, field->words->word[i]), i);
	if (field->absent < 0 && !field->required)
		add(choices, "none", field->absent);
}

static void add_choices(struct choices *choices, const struct record *record,
	const struct audit_label *label, const struct field *field, int present)
{
	static const char *const ratings[] = { "1", "2", "3", "4", "5" };
	if (is_who(label))
		add_pairs(choices, record, present);
	else if (field->type == FIELD_REF)
		add_parties(choices, record, field->required);
	else if (field->type == FIELD_WORD)
		add_words(choices, field);
	for (int i = 0; field->type == FIELD_RATING && i < 5; i++)
		add(choices, ratings[i], i + 1);
	if (field->type == FIELD_RATING)
		add(choices, "--", INT_NONE);
	if (field->type == FIELD_TRI) {
		add(choices, "yes", TRI_YES);
		add(choices, "no", TRI_NO);
		add(choices, "unknown", TRI_UNKNOWN);
	}
}

static bool is_choice(const struct field *field)
{
	return field->type == FIELD_WORD || field->type == FIELD_TRI || field->type == FIELD_REF ||
		field->type == FIELD_RATING;
}

static int number_of(const struct field *field, const union audit_object *object)
{
	int number;
	memcpy(&number, (const char *)object + field->offset, sizeof(number));
	return number;
}

static const char *written(struct pool *pool, const struct record *record,
	const struct field *field, const union audit_object *object)
{
	char day[DATE_TEXT];
	if (field->type == FIELD_DATE)
		return pool_strdup(pool, date_iso(number_of(field, object), day));
	return audit_text(pool, record, field, object);
}

void audit_slot_add(struct form *form, struct audit_slot *slot, struct pool *pool,
	const struct record *record, const struct audit_label *label,
	const union audit_object *object)
{
	const struct field *field = audit_field(label->kind, label->field);
	struct choices choices = { .pool = pool };
	slot->label = label;
	slot->field = field;
	const char *name = label->label ? label->label
					: record->instrument->route[audit_slot_value(slot)].topic;
	if (!is_choice(field)) {
		form_text(form, name, label->hint, written(pool, record, field, object));
		return;
	}
	int present = number_of(field, object), choice = -1;
	if (is_who(label) && present >= 0)
		present = PAIR(present, object->route.respondent);
	add_choices(&choices, record, label, field, present);
	for (size_t i = 0; i < choices.meaning_count; i++)
		if (choices.meaning[i] == present)
			choice = (int)i;
	slot->meaning = choices.meaning;
	form_choice(form, name, label->hint, choices.words, (int)choices.word_count, choice);
}

enum route_value audit_slot_value(const struct audit_slot *slot)
{
	size_t first = offsetof(struct route, value);
	return (enum route_value)((slot->field->offset - first) / sizeof(int));
}

int audit_slot_party(const struct audit_slot *slot, const struct form_field *field)
{
	return field->choice < 0 ? -1 : PAIR_PARTY(slot->meaning[field->choice]);
}

/* Back */

/* "Phoenix; GenTech" as lines. */
static const char *take_list(struct pool *pool, const char *text)
{
	struct str out;
	str_init(&out);
	while (text && *text) {
		size_t n = strcspn(text, ";");
		const char *entry = pool_strndup(pool, text + strspn(text, " "), n);
		size_t from = strspn(text, " ");
		size_t length = n > from ? n - from : 0;
		while (length && entry[length - 1] == ' ')
			length--;
		if (length)
			str_addf(&out, "%s%.*s", out.len ? "\n" : "", (int)length, entry);
		text += n + (text[n] == ';');
	}
	const char *list = out.len ? pool_strdup(pool, out.text) : NULL;
	str_release(&out);
	return list;
}

static const char *take_text(struct record *record, const struct audit_slot *slot,
	const struct form_field *field, void *member)
{
	const char *text = fields_text(&record->pool, field);
	double real = NAN;
	int day = DATE_NONE;
	const char *complaint = NULL;
	switch ((int)slot->field->type) {
	case FIELD_DATE:
		if (text && !date_parse(text, &day))
			return "A date reads year-month-day, such as 2026-11-22.";
		memcpy(member, &day, sizeof(day));
		return NULL;
	case FIELD_REAL:
		if (text)
			complaint = audit_read_number(text, &real);
		if (!complaint)
			memcpy(member, &real, sizeof(real));
		return complaint;
	case FIELD_LIST:
		text = take_list(&record->pool, text);
		break;
	}
	if (!text && slot->label->needed)
		return "A few words are needed here.";
	if (!text && slot->field->never_null)
		text = "";
	memcpy(member, &text, sizeof(text));
	return NULL;
}

const char *audit_slot_take(struct record *record, const struct audit_slot *slot,
	const struct form_field *field, union audit_object *object)
{
	void *member = (char *)object + slot->field->offset;
	if (!field->choices)
		return take_text(record, slot, field, member);
	if (field->choice < 0)
		return slot->label->needed ? "Which one? Space chooses." : NULL;
	int meaning = slot->meaning[field->choice];
	if (is_who(slot->label)) {
		object->route.party = PAIR_PARTY(meaning);
		object->route.respondent = PAIR_RESPONDENT(meaning);
		return NULL;
	}
	memcpy(member, &meaning, sizeof(meaning));
	return NULL;
}
