/* SPDX-License-Identifier: MIT */
/*
 * What belongs to an object, by the keys of its rows. Keys are never given twice, so that the log
 * can be asked for what is no longer there.
 */
#include "../store_private.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/bin.h>

void theirs_release(struct theirs *theirs)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		free(theirs->keys[kind].has);
	pool_release(&theirs->pool);
	*theirs = (struct theirs){ 0 };
}

bool theirs_has(const struct theirs *theirs, enum kind kind, int64_t key)
{
	const struct keys *keys = &theirs->keys[kind];
	return key > 0 && (size_t)key < keys->size && keys->has[key];
}

void theirs_add(struct theirs *theirs, enum kind kind, int64_t key)
{
	struct keys *keys = &theirs->keys[kind];
	if (key <= 0 || theirs_has(theirs, kind, key))
		return;
	if ((size_t)key >= keys->size) {
		size_t size = 2 * (size_t)key + 64;
		keys->has = mem_resize(keys->has, size);
		memset(keys->has + keys->size, 0, size - keys->size);
		keys->size = size;
	}
	keys->has[key] = 1;
	theirs->grown = true;
}

/* What refers to a person or a respondent is theirs, also where it could be without. */
static bool ties(const struct field *field)
{
	return field->type == FIELD_REF &&
		(field->required || field->ref == KIND_PERSON || field->ref == KIND_RESPONDENT);
}

static bool belongs(const struct theirs *theirs, const struct row *row)
{
	const struct kind_info *info = &kind_info[row->kind];
	if (row_owner_cell(row->kind) >= 0 &&
		theirs_has(theirs, info->parent, row->cell[row_owner_cell(row->kind)].whole))
		return true;
	for (size_t i = 0; i < info->field_count; i++)
		if (ties(&info->fields[i]) &&
			theirs_has(theirs, info->fields[i].ref,
				row->cell[row_field_cell(row->kind, i)].whole))
			return true;
	return false;
}

static void note_id(struct theirs *theirs, const struct row *row)
{
	int cell = row_id_cell(row->kind);
	if (cell >= 0 && row->cell[cell].type == CELL_UUID)
		memcpy(POOL_APPEND(&theirs->pool, theirs->ids, theirs->id_count),
			row->cell[cell].text, sizeof(struct uuid));
}

/* In the tables */

static enum err add_rows(struct store *store, struct theirs *theirs, enum kind kind,
	enum statement list, int64_t key, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, list, &query, why, "i", key);
	while (!err && !(err = query_step(query, &more, why)) && more)
		theirs_add(theirs, kind, column_whole(query, 0));
	return err;
}

/* The rows of a kind that hang on one of another. */
static enum err add_hanging(struct store *store, struct theirs *theirs, enum kind from,
	enum kind to, int64_t key, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[from];
	enum err err = ERR_NONE;
	if (row_owner_cell(from) >= 0 && info->parent == to)
		err = add_rows(store, theirs, from, STATEMENT_LIST + from, key, why);
	for (size_t i = 0; !err && i < info->field_count; i++)
		if (ties(&info->fields[i]) && info->fields[i].ref == to)
			err = add_rows(store, theirs, from, statement_refer(from, i), key, why);
	return err;
}

static enum err note_row(
	struct store *store, struct theirs *theirs, enum kind kind, int64_t key, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	bool found;
	enum err err = row_get(store, kind, key, 0, &pool, &row, &found, why);
	if (!err && found)
		note_id(theirs, &row);
	pool_release(&pool);
	return err;
}

/* No object refers to one of a later kind, so that one pass is enough. */
enum err theirs_in_tables(struct store *store, struct theirs *theirs, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int to = 0; to < KIND_COUNT; to++)
		for (size_t key = 1; key < theirs->keys[to].size && !err; key++) {
			if (!theirs->keys[to].has[key] || to == KIND_ANSWER)
				continue;
			err = note_row(store, theirs, (enum kind)to, (int64_t)key, why);
			for (int from = to; from < KIND_COUNT && !err; from++)
				if (from != KIND_ANSWER)
					err = add_hanging(store, theirs, (enum kind)from,
						(enum kind)to, (int64_t)key, why);
		}
	return err;
}

/* In the log */

struct logged {
	int64_t number, key;
	enum kind kind;
	const char *text[2];
};

static struct logged read_logged(struct query *query)
{
	return (struct logged){ .number = column_whole(query, 0),
		.key = column_whole(query, 2),
		.kind = kind_of_code(column_whole(query, 1)),
		.text = { column_text(query, 3, NULL), column_text(query, 4, NULL) } };
}

/* Answers go by their respondent. */
static bool is_theirs(const struct theirs *theirs, const struct logged *entry)
{
	enum kind kind = entry->kind == KIND_ANSWER ? KIND_RESPONDENT : entry->kind;
	return kind != KIND_NONE && theirs_has(theirs, kind, entry->key);
}

static enum err is_gone(
	struct store *store, const struct logged *entry, bool *is, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	bool there;
	enum err err = row_get(store, entry->kind, entry->key, 0, &pool, &row, &there, why);
	*is = !there;
	pool_release(&pool);
	return err;
}

static enum err consider(struct store *store, struct theirs *theirs, const struct logged *entry,
	bool gone, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	bool takes = false;
	enum err err = ERR_NONE;
	for (int i = 0; i < 2; i++)
		if (entry->text[i]) {
			row_decode(entry->text[i], entry->kind, entry->key, 0, 0, &pool, &row);
			takes |= belongs(theirs, &row);
		}
	if (takes && gone)
		err = is_gone(store, entry, &takes, why);
	if (!err && takes) {
		theirs_add(theirs, entry->kind, entry->key);
		note_id(theirs, &row);
	}
	pool_release(&pool);
	return err;
}

/* Again until nothing is added: a row may have been tied to another only later. */
enum err theirs_in_log(struct store *store, struct theirs *theirs, bool gone, struct errmsg *why)
{
	struct query *query;
	enum err err = ERR_NONE;
	do {
		bool more = true;
		theirs->grown = false;
		err = statement_bind(store, CHANGE_ALL, &query, why, "");
		while (!err && !(err = query_step(query, &more, why)) && more) {
			struct logged entry = read_logged(query);
			if (entry.kind != KIND_NONE && entry.kind != KIND_ANSWER &&
				!is_theirs(theirs, &entry))
				err = consider(store, theirs, &entry, gone, why);
			if (err)
				query_reset(query);
		}
	} while (!err && theirs->grown);
	return err;
}

static enum err erase_entries(
	struct store *store, const int64_t *numbers, size_t count, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++)
		err = statement_run(store, CHANGE_ERASE, why, "i", numbers[i]);
	return err;
}

static enum err drop_binned(struct store *store, const struct theirs *theirs, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t key = 1;
			kind_is_binned((enum kind)kind) && !err && key < theirs->keys[kind].size;
			key++)
			if (theirs->keys[kind].has[key])
				err = statement_run(store, BIN_DROP_OBJECT, why, "ii",
					(int64_t)kind_info[kind].code, (int64_t)key);
	return err;
}

enum err theirs_erase_log(struct store *store, const struct theirs *theirs, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct query *query;
	int64_t *numbers = NULL;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(store, CHANGE_ALL, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct logged entry = read_logged(query);
		if (is_theirs(theirs, &entry))
			*POOL_APPEND(&pool, numbers, count) = entry.number;
	}
	if (!err)
		err = erase_entries(store, numbers, count, why);
	if (!err)
		err = drop_binned(store, theirs, why);
	pool_release(&pool);
	return err;
}
