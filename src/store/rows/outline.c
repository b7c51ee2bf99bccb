/* SPDX-License-Identifier: MIT */
/*
 * The two long lists of a round, respondents and answers, as far as summary_compute() reads them.
 * ERR_INVALID without words: there is something that store_load() refuses, in words.
 */
#include "../store_private.h"

static bool take_respondent(const struct query *row, struct record *record)
{
	struct respondent *who = record_add(record, KIND_RESPONDENT);
	int64_t party = column_whole(row, 1), role = column_or(row, 2, -1);
	who->object.key = column_whole(row, 0);
	who->role = (int)role;
	for (size_t p = 0; p < record->party_count; p++)
		if (record->parties[p].object.key == party)
			who->party = (int)p;
	return who->party >= 0 && role >= 0 && role < ROLE_COUNT;
}

enum err outline_respondents(
	struct store *store, int64_t assessment, struct record *record, struct errmsg *why)
{
	struct query *row;
	bool more = true;
	enum err err = statement_bind(store, OUTLINE_RESPONDENTS, &row, why, "i", assessment);
	while (!err && !(err = query_step(row, &more, why)) && more)
		if (!take_respondent(row, record)) {
			query_reset(row);
			err = ERR_INVALID;
		}
	return err;
}

/* No rating, and no points where there is no text. */
static bool take_value(
	const struct query *row, enum item_kind kind, struct answer *answer, struct pool *pool)
{
	int64_t rating = query_whole(row, 3);
	if (kind == ITEM_SPLIT)
		return column_null(row, 4) ||
			value_parse(pool, kind, column_text(row, 4, NULL), &answer->value);
	if (rating)
		answer->value = (struct value){ .type = VALUE_NUMBER, .number = (double)rating };
	return rating >= 0 && rating <= SCORE_HIGHEST;
}

/* What is neither rated nor points is passed over. blank: an answer in its absent state. */
static bool take_answer(const struct store *store, const struct query *row, struct record *record,
	const struct answer *blank)
{
	int item = bank_item(store, query_whole(row, 1));
	int64_t state = query_whole(row, 2) - 1;
	if (item < 0 || state >= STATE_COUNT)
		return false;
	enum item_kind kind = record->instrument->items[item].kind;
	if (kind != ITEM_RATED && kind != ITEM_SPLIT)
		return true;
	struct answer *answer = POOL_APPEND(&record->pool, record->answers, record->answer_count);
	*answer = *blank;
	answer->item = item;
	answer->state = state < 0 ? blank->state : (int)state;
	return take_value(row, kind, answer, &record->pool);
}

/* From the present row on; at the end it is at the first of somebody else. */
static enum err answers_of(struct store *store, struct query *row, struct record *record,
	int respondent, bool *more, struct errmsg *why)
{
	struct answer blank;
	int64_t key = record->respondents[respondent].object.key;
	enum err err = ERR_NONE;
	object_init(KIND_ANSWER, &blank);
	blank.respondent = respondent;
	while (!err && *more && query_whole(row, 0) == key)
		err = take_answer(store, row, record, &blank) ? query_step(row, more, why)
							      : ERR_INVALID;
	return err;
}

static enum err go_to(
	struct store *store, int64_t respondent, struct query **row, bool *more, struct errmsg *why)
{
	enum err err = statement_bind(store, OUTLINE_ANSWERS, row, why, "i", respondent);
	return err ? err : query_step(*row, more, why);
}

/* The answers of a round mostly stand together: one way through all of them. */
enum err outline_answers(struct store *store, struct record *record, struct errmsg *why)
{
	struct query *row = NULL;
	bool more = true;
	enum err err = ERR_NONE;
	for (size_t r = 0; !err && more && r < record->respondent_count; r++) {
		int64_t key = record->respondents[r].object.key;
		if (!row || query_whole(row, 0) < key)
			err = go_to(store, key, &row, &more, why);
		if (!err)
			err = answers_of(store, row, record, (int)r, &more, why);
	}
	if (row)
		query_reset(row);
	return err;
}
