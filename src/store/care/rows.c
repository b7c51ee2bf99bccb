/* SPDX-License-Identifier: MIT */
/*
 * Every row of a database read, as if all its assessments were opened.
 */
#include "care_private.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static enum err open_to_look(
	const char *place, const char *called, bool alone, struct store **out, struct errmsg *why)
{
	struct store *store = store_new(called);
	enum err err = engine_look(place, called, alone, &store->engine, why);
	if (err) {
		store_close(store);
		store = NULL;
	}
	*out = store;
	return err;
}

static void count(const struct store_list *list, struct rows_seen *seen)
{
	int64_t last = 0;
	for (size_t i = 0; i < list->count; i++) {
		seen->alliances += list->rounds[i].alliance != last;
		seen->assessments += list->rounds[i].assessment != 0;
		last = list->rounds[i].alliance;
	}
}

/* What the rounds of an alliance share is refused in each of them. */
static void add_fault(struct rows_seen *seen, const char *fault)
{
	for (size_t i = 0; i < seen->faults.count; i++)
		if (!strcmp(seen->faults.text[i], fault))
			return;
	texts_add(seen->pool, &seen->faults, pool_strdup(seen->pool, fault));
}

static enum err read_round(
	struct store *store, int64_t assessment, struct rows_seen *seen, struct errmsg *why)
{
	struct record record;
	enum err err = store_load(store, assessment, &record, why);
	if (!err)
		record_release(&record);
	if (err == ERR_INVALID && seen->pool)
		add_fault(seen, why->text);
	return err;
}

/* All of them, where their faults are wanted; else up to the first. */
static enum err read_rounds(struct store *store, const struct store_list *list,
	struct rows_seen *seen, struct errmsg *why)
{
	enum err first = ERR_NONE;
	for (size_t i = 0; i < list->count && (!first || seen->pool); i++) {
		struct errmsg fault;
		enum err err = list->rounds[i].assessment
			? read_round(store, list->rounds[i].assessment, seen, &fault)
			: ERR_NONE;
		if (err && !first)
			*why = fault;
		first = first ? first : err;
		if (err && err != ERR_INVALID)
			break;
	}
	return first;
}

/* Of this machine: of another nobody can be asked. */
static enum err read_holds(struct store *store, struct rows_seen *seen, struct errmsg *why)
{
	struct query *row;
	char host[256] = "";
	bool more = true;
	gethostname(host, sizeof(host) - 1);
	enum err err = statement_bind(store, HOLD_LIST, &row, why, "");
	while (!err && !(err = query_step(row, &more, why)) && more)
		if (str_same(column_text(row, 1, NULL), host) &&
			kill((pid_t)column_whole(row, 0), 0) < 0 && errno == ESRCH)
			seen->dead_hold = true;
	return err;
}

enum err store_read_rows(struct store *store, struct rows_seen *seen, struct errmsg *why)
{
	struct store_list list = { 0 };
	enum err err = store_prepare_all(store, why);
	if (!err)
		err = engine_check_references(store->engine, why);
	if (!err)
		err = store_list(store, &list, why);
	if (!err)
		err = read_rounds(store, &list, seen, why);
	if (!err)
		err = read_holds(store, seen, why);
	count(&list, seen);
	store_list_release(&list);
	return err;
}

enum err judge_rows(const char *place, const char *called, bool alone, struct rows_seen *seen,
	struct errmsg *why)
{
	struct store *store;
	int version;
	enum err err = open_to_look(place, called, alone, &store, why);
	if (!err)
		err = engine_version(store->engine, &version, why);
	if (!err && version == migrate_newest(embedded_files))
		err = store_read_rows(store, seen, why);
	store_close(store);
	return err;
}
