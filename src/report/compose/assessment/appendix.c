/* SPDX-License-Identifier: MIT */
/*
 * Every answer, item by item. The values of one item stand by party, under the question as it was
 * put to that party. Those given in confidence stand by themselves, with neither role nor party:
 * sorted, after the others, and only where every role was asked, since who was asked what tells the
 * role. Words that were said in confidence do not stand here at all.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/quote.h>
#include "gather.h"

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

static bool item_has_answers(const struct compose *c, int item)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (says_something(record_answer(c->rec, (int)r, item)) &&
			edition_states(c->rec, (int)r, item))
			return true;
	return false;
}

static const char *state_text(struct compose *c, const struct answer *answer)
{
	static const char *const states[STATE_COUNT] = {
		[STATE_ANSWERED] = "answered",
		[STATE_DONT_KNOW] = "don't know",
		[STATE_NOT_APPLICABLE] = "not applicable",
		[STATE_DECLINED] = "declined",
		[STATE_NOT_ASKED] = "not asked",
		[STATE_BLANK] = "blank",
	};

	if (answer->state == STATE_NOT_APPLICABLE && !str_blank(answer->reason) &&
		!is_confidential(c, answer->respondent))
		return words(c->pool, W_ANSWER_NOT_APPLICABLE, hole_text("reason", answer->reason));
	return states[answer->state];
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
	struct texts list = { 0 };

	while (*ids) {
		size_t n = strcspn(ids, "\n");
		const char *text = choice_text(item, ids, n);

		texts_add(c->pool, &list, text ? text : pool_strndup(c->pool, ids, n));
		ids += n + (ids[n] == '\n');
	}
	return words_clauses(c->pool, &list);
}

static const char *split_text(struct compose *c, const struct value *value)
{
	struct texts list = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++)
		texts_add(c->pool, &list,
			words(c->pool, W_ANSWER_POINTS, hole_text("cause", words_cause(i)),
				hole_text("points", quantity(c, value->split[i]))));
	return words_names(c->pool, &list);
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
		: words(c->pool, W_ANSWER_NOT_COUNTED, hole_text("answer", value));
}

static int by_text(const void *left, const void *right)
{
	return strverscmp(*(const char *const *)left, *(const char *const *)right);
}

/* "respondents 9, 10: 1, 4": which of them said which is not told. */
static const char *confidential_line(struct compose *c, int item)
{
	struct texts who = { 0 }, values = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (is_confidential(c, (int)r) && edition_states(c->rec, (int)r, item)) {
			texts_add(c->pool, &who, say(c, "%d", edition_number_of(c->rec, (int)r)));
			texts_add(c->pool, &values, rated_text(c, (int)r, item));
		}
	if (!who.count)
		return NULL;
	qsort(who.text, who.count, sizeof(*who.text), by_text);
	qsort(values.text, values.count, sizeof(*values.text), by_text);
	return words(c->pool, W_ANSWER_CONFIDENTIAL, hole_count("n", (int)who.count),
		hole_text("who", words_names(c->pool, &who)),
		hole_text("answers", words_names(c->pool, &values)));
}

/* Values of one party, without those given in confidence. */
static const char *rated_line(struct compose *c, int item, int party)
{
	struct texts list = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		if (is_confidential(c, (int)r) || c->rec->respondents[r].party != party)
			continue;
		if (record_answer(c->rec, (int)r, item) || record_asked(c->rec, (int)r, item))
			texts_add(c->pool, &list,
				words(c->pool, W_ANSWER_OF,
					hole_text("who", respondent_tag(c, (int)r)),
					hole_text("answer", rated_text(c, (int)r, item))));
	}
	return list.count ? words_names(c->pool, &list) : NULL;
}

static bool is_rated(const struct compose *c, int item)
{
	return c->rec->instrument->items[item].kind == ITEM_RATED;
}

static void compose_rated(struct compose *c, int item, int party)
{
	const char *line = is_rated(c, item) ? rated_line(c, item, party) : NULL;

	if (line)
		doc_term(c->doc, 2, 4, TERM_COLON, party_label(c, party), "%s", line);
}

static void compose_rated_in_confidence(struct compose *c, int item)
{
	const char *line = confidential_line(c, item);

	if (line)
		doc_term(c->doc, 2, 4, TERM_COLON, "In confidence", "%s", line);
}

static void add_permission(struct compose *c, struct texts *said, int respondent)
{
	if (!edition_quotes(c->rec, respondent))
		texts_add(c->pool, said, words_plain(W_ANSWER_NOT_QUOTED));
}

/* Words that came with an answer, of whatever kind. */
static void compose_words(struct compose *c, int respondent, const struct answer *answer)
{
	const struct {
		enum sentence sentence;
		const char *text;
	} came[] = {
		{ W_ANSWER_COMMENT, answer->comment },
		{ W_ANSWER_QUOTE, quote_words(c->pool, answer->quote) },
		{ W_ANSWER_EVIDENCE, answer->evidence },
	};
	struct hole who = hole_text("who", respondent_full(c, respondent));

	for (size_t i = 0; i < sizeof(came) / sizeof(*came); i++) {
		struct texts said = { 0 };

		if (str_blank(came[i].text))
			continue;
		texts_add(c->pool, &said,
			words(c->pool, came[i].sentence, who, hole_text("text", came[i].text)));
		add_permission(c, &said, respondent);
		doc_entry(c->doc, 2, "%s", words_sentences(c->pool, &said));
	}
	if (answer->flag == TRI_YES)
		doc_entry(c->doc, 2, "%s", words(c->pool, W_ANSWER_FLAGGED, who));
}

static void compose_text(struct compose *c, int respondent, int item, const struct answer *answer)
{
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_ANSWER_TEXT, hole_text("who", respondent_full(c, respondent)),
			hole_text("text", answer->text)));
	add_permission(c, &said, respondent);
	if (!asked_of(c, respondent, item))
		texts_add(c->pool, &said, words_plain(W_ANSWER_NOT_ASKED));
	doc_entry(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static void compose_value(
	struct compose *c, int respondent, int item, const struct answer *answer, const char *value)
{
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_ANSWER_VALUE, hole_text("who", respondent_full(c, respondent)),
			hole_text("answer", value ? value : state_text(c, answer))));
	if (!asked_of(c, respondent, item))
		texts_add(c->pool, &said, words_plain(W_ANSWER_NOT_ASKED));
	doc_entry(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static void compose_free(struct compose *c, int respondent, int item, const struct answer *answer)
{
	const struct item *question = &c->rec->instrument->items[item];
	const char *value =
		answer->state == STATE_ANSWERED ? value_text(c, question, answer) : NULL;

	if (!str_blank(answer->text))
		compose_text(c, respondent, item, answer);
	if (question->kind != ITEM_RATED && (value || str_blank(answer->text)))
		compose_value(c, respondent, item, answer, value);
}

/* What 1, 3 and 5 stood for; NULL: nothing. */
static const char *anchors(struct compose *c, const struct item *item)
{
	if (item->kind != ITEM_RATED || !item->low || !item->mid || !item->high)
		return NULL;
	return say(c, " %s",
		words(c->pool, item->reversed ? W_ANSWER_ANCHORS_REVERSED : W_ANSWER_ANCHORS,
			hole_text("low", words_neutral(c->pool, c->rec, item->low)),
			hole_text("mid", words_neutral(c->pool, c->rec, item->mid)),
			hole_text("high", words_neutral(c->pool, c->rec, item->high))));
}

/* What was said by those of a party, but in confidence. */
static void compose_said(struct compose *c, int item, int party)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(c->rec, (int)r, item);

		if (!says_something(answer) || is_confidential(c, (int)r) ||
			c->rec->respondents[r].party != party)
			continue;
		compose_free(c, (int)r, item, answer);
		compose_words(c, (int)r, answer);
	}
}

static bool any_in_confidence(const struct compose *c, int item)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (is_confidential(c, (int)r) && edition_states(c->rec, (int)r, item) &&
			says_something(record_answer(c->rec, (int)r, item)))
			return true;
	return false;
}

/* Values without words; ratings stand together. */
static void compose_confidence_kept(struct compose *c, int item)
{
	if (is_rated(c, item)) {
		compose_rated_in_confidence(c, item);
		return;
	}
	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(c->rec, (int)r, item);

		if (says_something(answer) && is_confidential(c, (int)r) &&
			edition_states(c->rec, (int)r, item))
			compose_value(c, (int)r, item, answer,
				answer->state == STATE_ANSWERED
					? value_text(c, &c->rec->instrument->items[item], answer)
					: NULL);
	}
}

/* Is the question put to each side in words of its own? */
static bool is_mirrored(struct compose *c, const char *text)
{
	return c->parties > 1 &&
		strcmp(words_mirror(c->pool, c->rec, text, 0),
			words_mirror(c->pool, c->rec, text, 1)) != 0;
}

static bool party_answered(const struct compose *c, int item, int party)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (c->rec->respondents[r].party == party && !is_confidential(c, (int)r) &&
			says_something(record_answer(c->rec, (int)r, item)))
			return true;
	return false;
}

static void compose_asked(struct compose *c, int item, int party)
{
	const char *text = c->rec->instrument->items[item].text;

	if (party_answered(c, item, party))
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_ANSWER_ASKED, hole_text("party", party_label(c, party)),
				hole_text("question", words_mirror(c->pool, c->rec, text, party))));
}

/* Side by side under its own words, those in confidence under words that name no company. */
static void compose_each_asked(struct compose *c, int item, const char *text)
{
	for (int party = 0; party < c->parties; party++) {
		compose_asked(c, item, party);
		compose_rated(c, item, party);
		compose_said(c, item, party);
	}
	if (any_in_confidence(c, item))
		doc_text(c->doc, 2, "%s", quote(c, words_neutral(c->pool, c->rec, text)));
}

static void compose_all_asked(struct compose *c, int item, const char *text)
{
	doc_text(c->doc, 2, "%s", quote(c, words_mirror(c->pool, c->rec, text, 0)));
	for (int party = 0; party < c->parties; party++)
		compose_rated(c, item, party);
	for (int party = 0; party < c->parties; party++)
		compose_said(c, item, party);
}

static void compose_item(struct compose *c, int item)
{
	const struct item *question = &c->rec->instrument->items[item];

	doc_space(c->doc);
	doc_line(c->doc, 0, question->id, anchors(c, question));
	if (is_mirrored(c, question->text))
		compose_each_asked(c, item, question->text);
	else
		compose_all_asked(c, item, question->text);
	compose_confidence_kept(c, item);
}

void compose_appendix(struct compose *c)
{
	struct texts said = { 0 };
	int items = 0;

	if (c->joint) {
		compose_quotes(c);
		return;
	}
	compose_chapter(c, REPORT_APPENDIX, "Appendix", "Answers and records");
	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		items += item_has_answers(c, (int)i);
	texts_add(c->pool, &said, words_plain(items ? W_ANSWERS_ORDER : W_ANSWERS_NONE));
	if (c->confidential)
		texts_add(c->pool, &said, words_plain(W_ANSWERS_UNPRINTED));
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
	for (size_t i = 0; i < c->rec->instrument->item_count; i++)
		if (item_has_answers(c, (int)i))
			compose_item(c, (int)i);
	if (!is_pulse(c))
		compose_audit(c);
}
