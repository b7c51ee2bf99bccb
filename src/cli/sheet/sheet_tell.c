/* SPDX-License-Identifier: MIT */
/*
 * What was understood of a sheet that came back, question by question.
 */
#include <math.h>
#include <stdlib.h>
#include <jansson.h>
#include <rekindle/utf8.h>
#include "sheet.h"

static const struct record *record_of(const struct sheet_told *told)
{
	return &told->document->rounds[0];
}

static const char *topic_of(const struct record *record, int item)
{
	const struct item *of = &record->instrument->items[item];

	return of->shorthand ? of->shorthand : of->topic;
}

static bool is_asked(const struct record *record, int item)
{
	return flow_asks(&record->instrument->items[item], (enum role)record->respondents[0].role,
		record->assessment.kind == ROUND_PULSE);
}

/* Numbers as the sheet had them: of all that the person is asked. */
static int number_of(const struct record *record, int item)
{
	int number = 0;

	for (int i = 0; i <= item; i++)
		number += is_asked(record, i);
	return is_asked(record, item) ? number : 0;
}

/* Answers in the order of the questions. */
static const struct answer *answer_at(const struct record *record, int item)
{
	return record_answer(record, 0, item);
}

/* A comment alone is no answer. */
static bool is_open(const struct record *record, int item)
{
	const struct answer *answer = answer_at(record, item);

	return !answer || answer->state == STATE_BLANK;
}

/* Of the questions that the person is asked, those that are answered or open. */
static int count_asked(const struct record *record, bool open)
{
	int count = 0;

	for (int i = 0; i < (int)record->instrument->item_count; i++)
		count += is_asked(record, i) && is_open(record, i) == open;
	return count;
}

static const char *finished_text(struct pool *pool, const struct sheet_told *told)
{
	int64_t at = told->reply->finished;

	return at ? words_day(pool, clock_day(at), DAY_LONG) : words_plain(W_SHEET_NO_DAY);
}

static const char *head_text(struct pool *pool, const struct sheet_told *told)
{
	const struct record *record = record_of(told);
	const struct respondent *who = &record->respondents[0];
	struct hole person = hole_text("person", words_respondent(pool, record, 0));
	struct hole party = hole_text("party", record->parties[who->party].label);
	struct hole day = hole_text("day", finished_text(pool, told));

	if (who->consent == TRI_NO)
		return words(pool, W_SHEET_SAYS_NO, person, party, day);
	return words(pool, W_SHEET_SAYS, person, party, day,
		hole_text("attribution", words_attribution(who->attribution)),
		hole_count("n", count_asked(record, false)),
		hole_count("all", count_asked(record, false) + count_asked(record, true)));
}

/* "Q7", "Q9 to Q12" */
static void add_run(struct pool *pool, struct texts *list, int first, int last)
{
	texts_add(pool, list,
		first == last ? pool_printf(pool, "Q%d", first)
			      : words(pool, W_SHEET_QUESTIONS_TO, hole_count("first", first),
					hole_count("last", last)));
}

/* "Q7, Q9 to Q12"; "" where all are answered. */
static const char *open_text(struct pool *pool, const struct record *record)
{
	struct texts list = { 0 };
	int number = 0, first = 0;

	for (int i = 0; i < (int)record->instrument->item_count; i++) {
		if (!is_asked(record, i))
			continue;
		number++;
		if (is_open(record, i) && !first)
			first = number;
		if (!is_open(record, i) && first) {
			add_run(pool, &list, first, number - 1);
			first = 0;
		}
	}
	if (first)
		add_run(pool, &list, first, number);
	return words_names(pool, &list);
}

static void add_open(const struct cli *cli, struct str *out, const struct record *record)
{
	struct pool pool = { 0 };
	const char *open = open_text(&pool, record);

	if (*open && record->respondents[0].consent != TRI_NO) {
		utf8_clean(out, words(&pool, W_SHEET_NOT_ANSWERED, hole_text("questions", open)),
			false, cli->ascii);
		str_addc(out, '\n');
	}
	pool_release(&pool);
}

/* Points that do not make 100 are kept, and asked for again. */
static const char *uneven_text(
	struct pool *pool, const struct record *record, const struct answer *answer)
{
	const struct item *item = &record->instrument->items[answer->item];
	double sum = 0;

	if (item->kind != ITEM_SPLIT || answer->state != STATE_ANSWERED)
		return NULL;
	for (int i = 0; i < CAUSE_COUNT; i++)
		sum += answer->value.split[i];
	if (fabs(sum - 100) < 0.5)
		return NULL;
	return words(pool, W_SHEET_UNEVEN, hole_text("given", pool_printf(pool, "%g", sum)));
}

static void add_answer(
	const struct cli *cli, struct str *out, const struct record *record, int item)
{
	struct pool pool = { 0 };
	const struct answer *answer = answer_at(record, item);
	const char *uneven = uneven_text(&pool, record, answer);
	int number = number_of(record, item);

	cli_field(out, number ? pool_printf(&pool, "Q%d", number) : "Q", topic_of(record, item),
		cli->ascii);
	if (answer->state != STATE_BLANK)
		cli_field(out, "", words_whole_answer(&pool, record, answer), cli->ascii);
	if (uneven)
		cli_field(out, "", uneven, cli->ascii);
	if (answer->comment)
		cli_field(out, "",
			words(&pool, W_SHEET_COMMENT, hole_text("comment", answer->comment)),
			cli->ascii);
	pool_release(&pool);
}

void sheet_tell(const struct cli *cli, struct str *out, const struct sheet_told *told)
{
	const struct record *record = record_of(told);
	struct pool pool = { 0 };

	utf8_clean(out,
		words(&pool, W_SHEET_TOLD, hole_text("file", told->reply->name),
			hole_text("says", head_text(&pool, told))),
		false, cli->ascii);
	str_addc(out, '\n');
	add_open(cli, out, record);
	for (int i = 0; i < (int)record->instrument->item_count; i++)
		if (answer_at(record, i))
			add_answer(cli, out, record, i);
	pool_release(&pool);
}

static json_t *answers_json(struct pool *pool, const struct record *record)
{
	json_t *array = json_array();

	for (int i = 0; i < (int)record->instrument->item_count; i++) {
		const struct answer *answer = answer_at(record, i);
		if (!answer)
			continue;
		json_array_append_new(array,
			json_pack("{s:i, s:s, s:s, s:o, s:o}", "number", number_of(record, i),
				"item", record->instrument->items[i].id, "state",
				vocabulary_state.word[answer->state], "answer",
				json_text(answer->state == STATE_BLANK
						? NULL
						: words_whole_answer(pool, record, answer)),
				"comment", json_text(answer->comment)));
	}
	return array;
}

json_t *sheet_tell_json(struct pool *pool, const struct sheet_told *told)
{
	const struct record *record = record_of(told);
	const struct respondent *who = &record->respondents[0];
	char token[SHEET_TOKEN];

	return json_pack("{s:s, s:s, s:o, s:o, s:o, s:b, s:s, s:o, s:i, s:o}", "file",
		told->reply->name, "token", sheet_token(&told->reply->token, token), "assessment",
		json_uuid(&record->assessment.object.id), "person",
		json_uuid(&record->people[0].object.id), "name", json_text(who->name), "consent",
		who->consent == TRI_YES, "attribution",
		vocabulary_attribution.word[who->attribution], "finished",
		json_day(told->reply->finished ? clock_day(told->reply->finished) : DATE_NONE),
		"open", count_asked(record, true), "answers", answers_json(pool, record));
}
