/* SPDX-License-Identifier: MIT */
/*
 * What a seal holds: the one place that says which rows of a sealed round are written.
 */
#include "../store_private.h"

/* What was recorded of a round. The plan, its KPIs and the people are the alliance's, and go on. */
static const bool is_recorded[KIND_COUNT] = {
	[KIND_ASSESSMENT] = true,
	[KIND_PROFILE] = true,
	[KIND_PARTY_PROFILE] = true,
	[KIND_RESPONDENT] = true,
	[KIND_ANSWER] = true,
	[KIND_ROUTE] = true,
	[KIND_OBJECTIVE] = true,
	[KIND_PROCESS] = true,
	[KIND_CHECKLIST] = true,
	[KIND_RISK] = true,
	[KIND_EVENT] = true,
	[KIND_INCIDENT] = true,
	[KIND_CONTRIBUTION] = true,
	[KIND_NOTE] = true,
	[KIND_MILESTONE] = true,
	[KIND_SHEET] = true,
	[KIND_SEALED_KPI] = true,
	[KIND_SEALED_ACTUAL] = true,
};

/* Is the difference between two rows of a round only in the seal? */
static bool only_seal(struct pool *pool, const struct row *before, const struct row *after)
{
	size_t cell = row_column_cell(KIND_ASSESSMENT, "sealed");
	struct row same;
	row_copy(pool, before, &same);
	same.cell[cell] = after->cell[cell];
	return row_same(&same, after);
}

/* The first entry about the round in a group of the log; *entry false: there is none. */
static enum err first_entry(struct store *store, int64_t round, int64_t group, bool *entry,
	bool *made, bool *was_open, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct query *query;
	struct row row;
	*entry = *made = *was_open = false;
	enum err err = statement_bind(store, CHANGE_OF_ROUND, &query, why, "iii", group,
		(int64_t)kind_info[KIND_ASSESSMENT].code, round);
	if (!err)
		err = query_step(query, entry, why);
	if (!*entry)
		return err;
	const char *old = column_text(query, 0, &pool);
	query_reset(query);
	*made = !old;
	if (old) {
		row_decode(old, KIND_ASSESSMENT, round, 0, store->change.at, &pool, &row);
		*was_open = row.cell[row_column_cell(KIND_ASSESSMENT, "sealed")].type == CELL_NULL;
	}
	pool_release(&pool);
	return ERR_NONE;
}

/*
 * A seal holds from the next transaction on: a round may come from a file sealed, or be sealed by
 * the next one. Undoing that takes the whole round away again, or the seal with what it kept.
 */
static enum err is_of_now(struct store *store, int64_t round, bool *of_now, struct errmsg *why)
{
	const struct transaction *change = &store->change;
	bool entry, made = false, was_open = false;
	enum err err = change->group
		? first_entry(store, round, change->group, &entry, &made, &was_open, why)
		: ERR_NONE;
	*of_now = made || was_open;
	if (err || *of_now || change->target <= 0)
		return err;
	err = first_entry(store, round, change->target, &entry, &made, &was_open, why);
	*of_now = made || was_open;
	return err;
}

static enum err refuse(int day, const struct uuid *id, struct errmsg *why)
{
	char text[DATE_TEXT], name[UUID_TEXT];
	return errmsg_set(why, ERR_LOCKED,
		"this round was sealed on %s and cannot be changed; rekindle seal %.8s --open "
		"takes the seal back",
		date_iso(day, text), uuid_text(id, name));
}

static enum err check(
	struct store *store, enum statement statement, int64_t key, struct errmsg *why)
{
	struct query *query;
	bool sealed = false, of_now = false;
	enum err err = statement_bind(store, statement, &query, why, "i", key);
	if (!err)
		err = query_step(query, &sealed, why);
	if (!sealed)
		return err;
	int64_t round = column_whole(query, 0);
	int day = (int)column_whole(query, 1);
	struct uuid id = column_uuid(query, 2);
	query_reset(query);
	err = is_of_now(store, round, &of_now, why);
	return err || of_now ? err : refuse(day, &id, why);
}

/* Rows come in long runs of one respondent or round. */
static enum err check_once(struct store *store, enum statement statement, int64_t key,
	int64_t *open, struct errmsg *why)
{
	if (*open == key)
		return ERR_NONE;
	enum err err = check(store, statement, key, why);
	*open = err ? 0 : key;
	return err;
}

enum err seal_check_respondent(struct store *store, int64_t respondent, struct errmsg *why)
{
	return check_once(
		store, SEALED_OF_RESPONDENT, respondent, &store->change.open_respondent, why);
}

static enum err check_round(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	struct pool pool = { 0 };
	bool free = !before || (after && only_seal(&pool, before, after));
	pool_release(&pool);
	store->change.open_round = store->change.open_respondent = 0;
	return free ? ERR_NONE : check(store, SEALED_OF_ROUND, before->cell[0].whole, why);
}

enum err seal_check(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	const struct row *row = after ? after : before;
	if (!is_recorded[row->kind] || store->change.unsealed)
		return ERR_NONE;
	if (row->kind == KIND_ASSESSMENT)
		return check_round(store, before, after, why);
	if (row->kind == KIND_ANSWER)
		return seal_check_respondent(store, row->cell[0].whole, why);
	if (row->kind == KIND_SEALED_ACTUAL)
		return check(
			store, SEALED_OF_KPI, row->cell[row_parent_cell(row->kind)].whole, why);
	return check_once(store, SEALED_OF_ROUND, row->cell[row_owner_cell(row->kind)].whole,
		&store->change.open_round, why);
}
