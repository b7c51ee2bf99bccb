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

static bool take_points(
	const struct query *row, struct record *record, int respondent, int item, int state)
{
	struct answer *answer = record_put_answer(record, respondent, item);
	answer->state = state;
	return column_null(row, 4) ||
		value_parse(&record->pool, ITEM_SPLIT, column_text(row, 4, NULL), &answer->value);
}

/* What is neither rated nor points is passed over. */
static bool take_answer(
	const struct store *store, const struct query *row, struct record *record, int respondent)
{
	int item = bank_item(store, query_whole(row, 1));
	int64_t state = query_whole(row, 2) - 1, rating = query_whole(row, 3);
	if (item < 0 || state >= STATE_COUNT || rating < 0 || rating > SCORE_HIGHEST)
		return false;
	if (state < 0)
		state = STATE_BLANK;
	enum item_kind kind = record->instrument->items[item].kind;
	if (kind == ITEM_SPLIT)
		return take_points(row, record, respondent, item, (int)state);
	if (kind == ITEM_RATED)
		record_mark(record, respondent, item, (enum answer_state)state, (int)rating);
	return true;
}

/* From the present row on; at the end it is at the first of somebody else. */
static enum err answers_of(struct store *store, struct query *row, struct record *record,
	int respondent, bool *more, struct errmsg *why)
{
	int64_t key = record->respondents[respondent].object.key;
	enum err err = ERR_NONE;
	while (!err && *more && query_whole(row, 0) == key)
		err = take_answer(store, row, record, respondent) ? query_step(row, more, why)
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
