/* SPDX-License-Identifier: MIT */
/*
 * Every answer, item by item. The values of one item stand by party; those given in confidence
 * stand by themselves, with neither role nor party: sorted, after the others, and only where every
 * role was asked, since who was asked what tells the role.
 */
#include <stdlib.h>
#include <string.h>
#include "../compose.h"

static bool asked_of(const struct compose *c, int respondent, int item)
{
	return item_asks(
		&c->rec->instrument->items[item], (enum role)c->rec->respondents[respondent].role);
}

/* Is there anything to print of this answer? */
static bool says_something(const struct answer *answer)
{
	return answer &&
		(answer->state != STATE_BLANK || !str_blank(answer->text) ||
			!str_blank(answer->comment) || !str_blank(answer->quote) ||
			!str_blank(answer->evidence) || answer->flag == TRI_YES);
}

static bool asks_all(const struct compose *c, int item)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (!item_asks(&c->rec->instrument->items[item], (enum role)role))
			return false;
	return true;
}

static bool item_has_answers(const struct compose *c, int item)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (says_something(record_answer(c->rec, (int)r, item)) &&
			(!is_confidential(c, (int)r) || asks_all(c, item)))
			return true;
	return false;
}

static const char *state_text(struct compose *c, const struct answer *answer)
{
	static const char *const words[STATE_COUNT] = {
		[STATE_ANSWERED] = "answered",
		[STATE_DONT_KNOW] = "don't know",
		[STATE_NOT_APPLICABLE] = "not applicable",
		[STATE_DECLINED] = "declined",
		[STATE_NOT_ASKED] = "not asked",
		[STATE_BLANK] = "blank",
	};

	if (answer->state == STATE_NOT_APPLICABLE && !str_blank(answer->reason))
		return say(c, "not applicable (%s)", answer->reason);
	return words[answer->state];
}

static const char *choice_text(const struct item *item, const char *id, size_t n)
{
	for (size_t i = 0; i < item->choice_count; i++)
		if (strlen(item->choices[i].id) == n && !strncmp(item->choices[i].id, id, n))
			return item->choices[i].text;
	return NULL;
}

static const char *choices_text(struct compose *c, const struct item *item, const char *ids)
{
	struct list list = { 0 };

	while (*ids) {
		size_t n = strcspn(ids, "\n");
		const char *text = choice_text(item, ids, n);

		list_add(c, &list, text ? text : pool_strndup(c->pool, ids, n));
		ids += n + (ids[n] == '\n');
	}
	return list_join(c, &list, "; ");
}

static const char *split_text(struct compose *c, const struct value *value)
{
	struct list list = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++)
		list_add(c, &list, say(c, "%s %s", cause_info[i].id, quantity(c, value->split[i])));
	return list_join(c, &list, ", ");
}

static const char *value_text(
	struct compose *c, const struct item *item, const struct answer *answer)
{
	switch (answer->value.type) {
	case VALUE_NUMBER:
		return quantity(c, answer->value.number);
	case VALUE_TEXT:
		return choices_text(c, item, answer->value.text);
	case VALUE_SPLIT:
		return split_text(c, &answer->value);
	case VALUE_NONE:
		break;
	}
	return NULL;
}

/* "3", "don't know", "2 (not asked of this role, not counted)". */
static const char *rated_text(struct compose *c, int respondent, int item)
{
	const struct answer *answer = record_answer(c->rec, respondent, item);
	const char *value;

	if (!answer)
		return "blank";
	value = answer->state == STATE_ANSWERED
		? value_text(c, &c->rec->instrument->items[item], answer)
		: NULL;
	if (!value)
		value = state_text(c, answer);
	return asked_of(c, respondent, item)
		? value
		: say(c, "%s (not asked of this role, not counted)", value);
}

static int by_text(const void *left, const void *right)
{
	return strverscmp(*(const char *const *)left, *(const char *const *)right);
}

/* "respondents 9, 10: 1, 4": which of them said which is not told. */
static const char *confidential_line(struct compose *c, int item)
{
	struct list who = { 0 }, values = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count && asks_all(c, item); r++)
		if (is_confidential(c, (int)r)) {
			list_add(c, &who, say(c, "%d", confidential_number(c, (int)r)));
			list_add(c, &values, rated_text(c, (int)r, item));
		}
	if (!who.count)
		return NULL;
	qsort(who.text, who.count, sizeof(*who.text), by_text);
	qsort(values.text, values.count, sizeof(*values.text), by_text);
	return say(c, "%s" NB "%s: %s", plural((int)who.count, "respondent", "respondents"),
		list_join(c, &who, ", "), list_join(c, &values, ", "));
}

/* Values of one party, without those given in confidence. */
static const char *rated_line(struct compose *c, int item, int party)
{
	struct list list = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		if (is_confidential(c, (int)r) || c->rec->respondents[r].party != party)
			continue;
		if (record_answer(c->rec, (int)r, item) || record_asked(c->rec, (int)r, item))
			list_add(c, &list,
				say(c, "%s" NB "%s", respondent_tag(c, (int)r),
					rated_text(c, (int)r, item)));
	}
	return list.count ? list_join(c, &list, ", ") : NULL;
}

static void compose_rated(struct compose *c, int item)
{
	for (int party = 0; party < c->parties; party++) {
		const char *line = rated_line(c, item, party);

		if (line)
			doc_term(c->doc, 2, 4, TERM_COLON, party_label(c, party), "%s", line);
	}
	if (confidential_line(c, item))
		doc_term(c->doc, 2, 4, TERM_COLON, "In confidence", "%s",
			confidential_line(c, item));
}

static const char *permission(const struct compose *c, int respondent)
{
	return edition_quotes(c->rec, respondent) ? "" : " Not to be quoted.";
}

/* Words that came with an answer, of whatever kind. */
static void compose_words(struct compose *c, int respondent, const struct answer *answer)
{
	const struct {
		const char *what, *text;
	} words[] = {
		{ "comment", answer->comment },
		{ "quote", answer->quote },
		{ "evidence", answer->evidence },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!str_blank(words[i].text))
			doc_entry(c->doc, 2, "%s, %s: \"%s\"%s", respondent_full(c, respondent),
				words[i].what, words[i].text, permission(c, respondent));
	if (answer->flag == TRI_YES)
		doc_entry(c->doc, 2, "%s: flagged for follow-up.", respondent_full(c, respondent));
}

static void compose_free(struct compose *c, int respondent, int item, const struct answer *answer)
{
	const struct item *question = &c->rec->instrument->items[item];
	const char *value =
		answer->state == STATE_ANSWERED ? value_text(c, question, answer) : NULL;
	const char *aside =
		asked_of(c, respondent, item) ? "" : " Not asked of this role, not counted.";

	if (!str_blank(answer->text))
		doc_entry(c->doc, 2, "%s: \"%s\"%s%s", respondent_full(c, respondent), answer->text,
			permission(c, respondent), aside);
	if (question->kind != ITEM_RATED && (value || str_blank(answer->text)))
		doc_entry(c->doc, 2, "%s: %s.%s", respondent_full(c, respondent),
			value ? value : state_text(c, answer), aside);
}

/* What 1, 3 and 5 stood for; NULL: nothing. */
static const char *anchors(struct compose *c, const struct item *item)
{
	if (item->kind != ITEM_RATED || !item->low || !item->mid || !item->high)
		return NULL;
	return say(c, " (1 %s; 3 %s; 5 %s)%s", item->low, item->mid, item->high,
		item->reversed ? ", 1 is the healthy end" : "");
}

static void compose_said(struct compose *c, int item, bool confidential)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(c->rec, (int)r, item);

		if (!says_something(answer) || is_confidential(c, (int)r) != confidential)
			continue;
		compose_free(c, (int)r, item, answer);
		compose_words(c, (int)r, answer);
	}
}

static void compose_item(struct compose *c, int item)
{
	const struct item *question = &c->rec->instrument->items[item];

	doc_space(c->doc);
	doc_line(c->doc, 0, question->id, anchors(c, question));
	doc_text(c->doc, 2, "\"%s\"", record_mirror(c->rec, c->pool, question->text, 0));
	if (question->kind == ITEM_RATED)
		compose_rated(c, item);
	compose_said(c, item, false);
	if (asks_all(c, item))
		compose_said(c, item, true);
}

/* Words under questions that only some roles were asked: without the question and the number. */
static void add_apart(struct compose *c, struct list *list, int item)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(c->rec, (int)r, item);

		if (!answer || !is_confidential(c, (int)r))
			continue;
		const char *const texts[] = { answer->text, answer->comment, answer->quote,
			answer->evidence };
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
			if (!str_blank(texts[i]))
				list_add(c, list, texts[i]);
	}
}

static void compose_apart(struct compose *c)
{
	struct list list = { 0 };

	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		if (!asks_all(c, (int)i))
			add_apart(c, &list, (int)i);
	if (!list.count)
		return;
	qsort(list.text, list.count, sizeof(*list.text), by_text);
	doc_head(c->doc, NULL, "Given in confidence", NULL);
	doc_text(c->doc, 2,
		"Without the question, which only some roles were asked. Not to be"
		" quoted.");
	for (size_t i = 0; i < list.count; i++)
		doc_bullet(c->doc, 2, "\"%s\"", list.text[i]);
}

void compose_appendix(struct compose *c)
{
	int items = 0;

	if (c->joint) {
		compose_quotes(c);
		return;
	}
	compose_chapter(c, REPORT_APPENDIX, "Appendix", "Answers and records");
	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		items += item_has_answers(c, (int)i);
	if (!items)
		doc_text(c->doc, 0, "No answer is recorded yet; interview records them.");
	else
		doc_text(c->doc, 0,
			"Questions are worded as %s was asked them. Ratings are as given. Words may"
			" be quoted unless it says otherwise.",
			party_label(c, 0));
	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		if (item_has_answers(c, (int)i))
			compose_item(c, (int)i);
	compose_apart(c);
	compose_audit(c);
}
