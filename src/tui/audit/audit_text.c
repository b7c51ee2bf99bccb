/* SPDX-License-Identifier: MIT */
/*
 * The audit's fields as words: labels, hints, values for reading, numbers typed.
 */
#include "audit.h"
#include "../widgets/bind.h"
#include "../widgets/form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>

#define NAME_CELLS 36

#define DAY_HINT "A day, as " FORM_DAYS "; may stay empty."
#define PAST_HINT "A day, as " FORM_DAYS_PAST "; may stay empty."

const struct audit_label audit_labels[] = {
	{ KIND_OBJECTIVE, "text", "Objective", "What the companies wanted to reach together.", true,
		false },
	{ KIND_OBJECTIVE, "measure", "Measure",
		"What it is read off from; empty counts as not given.", false, false },
	{ KIND_OBJECTIVE, "baseline", "Starting value", "A number or words; may stay empty.", false,
		false },
	{ KIND_OBJECTIVE, "target", "Target", "A number or words; empty counts as not given.",
		false, false },
	{ KIND_OBJECTIVE, "due", "Due", "A day, as " FORM_DAYS "; empty: not given.", false,
		false },
	{ KIND_OBJECTIVE, "result", "Result",
		"What came of it. Too early is left out of the score.", false, false },
	{ KIND_OBJECTIVE, "why", "Why", "Why it was missed, or only partly met.", false, true },
	{ KIND_KPI, "name", "KPI", "What is measured.", true, false },
	{ KIND_KPI, "unit", "Unit", "%, EUR million, days; may stay empty.", false, false },
	{ KIND_KPI, "category", "Category", "Every category weighs the same.", true, false },
	{ KIND_KPI, "direction", "Better is", "Higher or lower.", false, false },
	{ KIND_KPI, "start", "Start date", DAY_HINT, false, false },
	{ KIND_KPI, "baseline", "Starting value", "A number, as 12.5; may stay empty.", false,
		false },
	{ KIND_KPI, "target", "Target", "A number, as 12.5; without it the KPI does not count.",
		false, false },
	{ KIND_KPI, "due", "Due", DAY_HINT, false, false },
	{ KIND_KPI, "agreed_by", "Agreed by", "Who agreed to it; semicolons between several.",
		false, false },
	{ KIND_PROCESS, "step", "Step", "One step of the work, in the order it is done.", true,
		false },
	{ KIND_PROCESS, "party", "Responsible", "Whose it is.", false, false },
	{ KIND_PROCESS, "problem", "Problem", "Bottleneck, redundancy, confusion or none.", false,
		false },
	{ KIND_PROCESS, "note", "Note", "What happens there.", false, true },
	{ KIND_ROUTE, "party", "Answered by", "A sponsor or manager, or a company.", true, false },
	{ KIND_ROUTE, "own_resources", NULL, "1 to 5.", false, false },
	{ KIND_ROUTE, "tradability", NULL, "1 to 5.", false, false },
	{ KIND_ROUTE, "closeness", NULL, "1 to 5.", false, false },
	{ KIND_ROUTE, "integration", NULL, "1 to 5.", false, false },
	{ KIND_RISK, "text", "Risk", "What may go wrong; begin a chance with \"Opportunity:\".",
		true, false },
	{ KIND_RISK, "side", "Side", "The company it concerns most.", false, false },
	{ KIND_RISK, "likelihood", "Likelihood", "A word or a number: low, medium, high, 30 %.",
		false, false },
	{ KIND_RISK, "effect", "Effect", "A word or a number: low, medium, high, 200000.", false,
		false },
	{ KIND_RISK, "response", "Response", "What is done about it.", false, true },
	{ KIND_RISK, "owner", "Owner", "Who sees to it: choose, or type the name of somebody else.",
		false, false },
	{ KIND_EVENT, "what", "What happened", "One sentence that both sides would sign.", true,
		false },
	{ KIND_EVENT, "kind", "Kind", "Sponsor, key person, ownership or another.", true, false },
	{ KIND_EVENT, "date", "Date", PAST_HINT, false, false },
	{ KIND_EVENT, "party", "Side", "Where it happened, or no one side.", false, false },
	{ KIND_EVENT, "effect", "Effect", "What it did to the alliance.", false, true },
	{ KIND_INCIDENT, "what", "What happened", "One sentence that both sides would sign.", true,
		false },
	{ KIND_INCIDENT, "date", "Date", PAST_HINT, false, false },
	{ KIND_INCIDENT, "party", "Side", "Where it happened.", false, false },
	{ KIND_INCIDENT, "consequence", "Consequence", "What it led to, also between the people.",
		false, true },
	{ KIND_INCIDENT, "repaired", "Repaired", "y, n, or ? for unknown.", false, false },
	{ KIND_CONTRIBUTION, "party", "Company", "Whose it is.", true, false },
	{ KIND_CONTRIBUTION, "brings", "Brings", "What it puts in that the others lack.", false,
		true },
	{ KIND_CONTRIBUTION, "would_lose", "Would lose", "If the alliance ended: money or words.",
		false, true },
	{ KIND_MILESTONE, "text", "Milestone",
		"What the first plan wanted to have reached by then.", true, false },
	{ KIND_MILESTONE, "due", "Due", DAY_HINT, false, false },
	{ KIND_MILESTONE, "reached", "Reached",
		"The day it was reached, as " FORM_DAYS_PAST "; empty: not yet.", false, false },
	{ KIND_MILESTONE, "note", "Note", "Why it moved, or who knows more.", false, true },
};
const size_t audit_label_count = sizeof(audit_labels) / sizeof(*audit_labels);

const struct audit_noun *audit_noun(enum kind kind)
{
	static const struct audit_noun nouns[KIND_COUNT] = {
		[KIND_OBJECTIVE] = { "Objective", "an objective",
			"What the companies wanted to reach, and what came of it.",
			W_AUDIT_NO_OBJECTIVES },
		[KIND_KPI] = { "KPI", "a KPI", "A figure both sides watch, with its target.",
			W_AUDIT_NO_KPIS },
		[KIND_PROCESS] = { "Step", "a step",
			"The joint work step by step, and where it gets stuck.", W_AUDIT_NO_STEPS },
		[KIND_ROUTE] = { "Route test", "an entry",
			"Would another way than an alliance do? Four questions, 1 to 5.",
			W_AUDIT_NO_ROUTES },
		[KIND_RISK] = { "Risk", "a risk", "What may go wrong or well, and who sees to it.",
			W_AUDIT_NO_RISKS },
		[KIND_EVENT] = { "Event", "an event",
			"What happened to the alliance since the start or the last round.",
			W_AUDIT_NO_EVENTS },
		[KIND_INCIDENT] = { "Incident", "an incident",
			"What happened and still weighs on the two sides.", W_AUDIT_NO_INCIDENTS },
		[KIND_CONTRIBUTION] = { "Stakes", "a company's stakes",
			"What a company brings, and what it would lose if the alliance ended.",
			W_AUDIT_NO_STAKES },
		[KIND_MILESTONE] = { "Milestone", "a milestone",
			"A milestone of the original plan; it enters no score.",
			W_AUDIT_NO_MILESTONES },
	};
	return &nouns[kind];
}

const char *audit_word(const struct vocabulary *vocabulary, int i)
{
	static const struct {
		const struct vocabulary *vocabulary;
		const char *(*name)(int);
	} names[] = {
		{ &vocabulary_result, words_result },
		{ &vocabulary_category, words_category },
		{ &vocabulary_direction, words_direction },
		{ &vocabulary_problem, words_problem },
		{ &vocabulary_happening, words_happening },
	};
	for (size_t n = 0; n < sizeof(names) / sizeof(*names); n++)
		if (names[n].vocabulary == vocabulary)
			return names[n].name(i);
	assert(!"a member of the audit whose words have no names");
	return NULL;
}

const char *audit_day(struct pool *pool, int day)
{
	int year, month, mday;
	if (day == DATE_NONE)
		return NULL;
	date_split(day, &year, &month, &mday);
	return pool_printf(pool, "%d %s %d", mday, date_month_short(month), year);
}

static const char *reference(
	struct pool *pool, const struct record *record, enum kind kind, int index)
{
	if (index < 0 || (size_t)index >= record_count(record, kind))
		return NULL;
	if (kind == KIND_PARTY)
		return record->parties[index].label;
	return kind == KIND_RESPONDENT ? words_respondent(pool, record, index) : NULL;
}

const char *audit_text(struct pool *pool, const struct record *record, const struct field *field,
	const void *object)
{
	const void *member = (const char *)object + field->offset;
	const char *text = NULL;
	double real = NAN;
	int number = INT_NONE;
	if (field_is_text(field->type))
		memcpy(&text, member, sizeof(text));
	else if (field->type == FIELD_REAL)
		memcpy(&real, member, sizeof(real));
	else
		memcpy(&number, member, sizeof(number));
	switch ((int)field->type) {
	case FIELD_LIST:
		return str_blank(text) ? NULL : bind_list(pool, text);
	case FIELD_REAL:
		return value_number(pool, real);
	case FIELD_DATE:
		return audit_day(pool, number);
	case FIELD_TRI:
		return number == TRI_UNKNOWN ? NULL : number ? "yes" : "no";
	case FIELD_WORD:
		return number < 0 ? NULL : audit_word(field->words, number);
	case FIELD_REF:
		return reference(pool, record, field->ref, number);
	case FIELD_RATING:
		return number == INT_NONE ? NULL : pool_printf(pool, "%d", number);
	}
	return str_blank(text) ? NULL : text;
}

const char *audit_title(
	struct pool *pool, const struct record *record, enum kind kind, const void *object)
{
	const struct route *route = object;
	const char *text = NULL;
	if (kind == KIND_ROUTE && route->respondent >= 0)
		return words_respondent(pool, record, route->respondent);
	for (size_t i = 0; i < audit_label_count && !text; i++)
		if (audit_labels[i].kind == kind)
			text = audit_text(
				pool, record, bind_named(kind, audit_labels[i].field), object);
	return text ? text : audit_noun(kind)->one;
}

const char *audit_short(struct pool *pool, const char *text)
{
	return app_cut(pool, text, NAME_CELLS);
}

/* What it holds beside what it is about: "own 4, buy 2". */
static const char *held(struct pool *pool, const struct record *record, enum kind kind, int index)
{
	const void *object = record_at(record, kind, (size_t)index);
	struct texts values = { 0 };
	for (size_t i = kind_keys(kind); i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		const char *text = field->offset == offsetof(struct object, changed)
			? NULL
			: audit_text(pool, record, field, object);
		if (text)
			texts_add(pool, &values,
				words(pool, W_TWIN_MEMBER,
					hole_text("member", words_member(pool, kind, field)),
					hole_text("value", audit_short(pool, text))));
	}
	return values.count ? words_names(pool, &values) : words_plain(W_TWIN_EMPTY);
}

const char *audit_twin(struct pool *pool, const struct record *record, enum kind kind,
	const void *object, int index)
{
	int twin = object_twin(record, kind, object, index < 0 ? SIZE_MAX : (size_t)index);
	if (twin < 0)
		return NULL;
	if (kind == KIND_ACTUAL)
		return words(pool, W_TWIN_ACTUAL,
			hole_text("value", value_number(pool, record->actuals[twin].value)),
			hole_text("day", audit_day(pool, record->actuals[twin].date)));
	return words(pool, W_TWIN,
		hole_text("title",
			audit_title(pool, record, kind, record_at(record, kind, (size_t)twin))),
		hole_text("held", held(pool, record, kind, twin)));
}

/* The day that the text begins with, in as many words as make one; where the rest begins, or NULL.
 */
static const char *read_day(struct pool *pool, const char *text, int *day, const char **wrong)
{
	char *date = pool_strdup(pool, text);
	int other, today = clock_today();
	enum date_fault fault;
	while ((fault = date_typed(date, today, DATE_BEHIND, day, &other)) == DATE_FAULT_FORM) {
		char *blank = strrchr(date, ' ');
		if (!blank)
			break;
		*blank = '\0';
	}
	*wrong = fault == DATE_FAULT_FORM ? words_plain(W_ACTUAL_DAY)
					  : words_wrong_day(pool, date, today);
	return *wrong ? NULL : text + strlen(date);
}

const char *audit_read_actual(struct pool *pool, const char *text, int *day, double *value)
{
	const char *wrong;
	text += strspn(text, " ");
	const char *rest = read_day(pool, text, day, &wrong);
	if (!rest)
		return wrong;
	rest += strspn(rest, " ");
	size_t n = strlen(rest);
	while (n && rest[n - 1] == ' ')
		n--;
	if (!n || bind_read_real(pool_strndup(pool, rest, n), value))
		return words_plain(W_ACTUAL_NUMBER);
	return NULL;
}
