/* SPDX-License-Identifier: MIT */
/*
 * What an answer costs: until it is called saved, against one durable statement of the same
 * database library with the same settings on the same disk; and in bytes of the file, against a
 * bare row. Interleaved, ratios of medians.
 */
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/store.h>
#include "times.h"

enum { SAVES = 301, LOGGED = 40 };
#define BARE_ROW 16.4 /* bytes, in a table without rowid */

static struct errmsg why;
static char folder[200], path[240], other[240];

static void must(enum err err)
{
	if (!err)
		return;
	fprintf(stderr, "bench-answers: %s\n", why.text);
	exit(BENCH_BROKEN);
}

/* An alliance with so many people, of whom nobody has said anything. */
static void make(struct store *store, struct record *record, int people)
{
	record_init(record, instrument_builtin());
	record->alliance.name = "Phoenix and GenTech";
	record->assessment.kind = ROUND_BASELINE;
	for (int i = 0; i < 2; i++)
		((struct party *)record_add(record, KIND_PARTY))->name = i ? "GenTech" : "Phoenix";
	for (int i = 0; i < people; i++) {
		struct respondent *respondent = record_add(record, KIND_RESPONDENT);
		respondent->party = i % 2;
		respondent->role = i % ROLE_COUNT;
		respondent->consent = TRI_YES;
	}
	record_settle(record);
	must(store_add_record(store, record, &why));
}

/* Every rated question, in the record alone. */
static void rate(struct record *record, int respondent)
{
	for (size_t item = 0; item < record->instrument->item_count; item++) {
		if (record->instrument->items[item].kind != ITEM_RATED)
			continue;
		struct answer *answer = record_put_answer(record, respondent, (int)item);
		answer->state = STATE_ANSWERED;
		answer->value = (struct value){ .type = VALUE_NUMBER,
			.number = 1 + (respondent + (int)item) % 5 };
	}
}

/* The bare statement: a row with the same columns, nothing around it. */
static sqlite3_stmt *bare(sqlite3 **db)
{
	static const char sql[] =
		"PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = "
		"ON; PRAGMA secure_delete = ON; CREATE TABLE answer (respondent INTEGER, item "
		"INTEGER, state INTEGER, value ANY, changed INTEGER, PRIMARY KEY (respondent, "
		"item)) STRICT, WITHOUT ROWID";
	sqlite3_stmt *put = NULL;
	snprintf(other, sizeof(other), "%s/bare.db", folder);
	if (sqlite3_open(other, db) != SQLITE_OK ||
		sqlite3_exec(*db, sql, NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(*db,
			"INSERT INTO answer VALUES (1, ?1, 1, ?2, ?3) ON CONFLICT DO UPDATE SET "
			"value = excluded.value, changed = excluded.changed",
			-1, &put, NULL) != SQLITE_OK) {
		fprintf(stderr, "bench-answers: %s\n", sqlite3_errmsg(*db));
		exit(BENCH_BROKEN);
	}
	return put;
}

static double put_bare(sqlite3_stmt *put, int item, int value)
{
	double from = now(CLOCK_MONOTONIC);
	sqlite3_bind_int(put, 1, item);
	sqlite3_bind_int(put, 2, value);
	sqlite3_bind_int64(put, 3, INT64_C(1770000000000) + item);
	sqlite3_step(put);
	sqlite3_reset(put);
	return now(CLOCK_MONOTONIC) - from;
}

static double put_ours(struct store *store, struct record *record, size_t at, int value)
{
	double from = now(CLOCK_MONOTONIC);
	struct answer *answer = &record->answers[at];
	answer->value.number = value;
	must(store_put(store, record, KIND_ANSWER, answer, record->assessment.object.key, &why));
	return now(CLOCK_MONOTONIC) - from;
}

static bool measure_saving(void)
{
	static const struct bench_row row = { "saved", "an answer until it is saved",
		"one durable statement", "ms", 1.5 };
	struct samples ours = { 0 }, floor = { 0 };
	struct store *store;
	struct record record;
	sqlite3 *db;
	must(store_open(path, STORE_CREATE, &store, &why));
	store_keep_no_copies(store);
	make(store, &record, 1);
	rate(&record, 0);
	record_settle(&record);
	sqlite3_stmt *put = bare(&db);
	for (size_t i = 0; i < SAVES; i++) {
		size_t at = i % record.answer_count;
		samples_add(&floor, put_bare(put, (int)at, 1 + (int)i % 5));
		samples_add(&ours, put_ours(store, &record, at, 1 + (int)(i + 2) % 5));
	}
	sqlite3_finalize(put);
	sqlite3_close(db);
	record_release(&record);
	store_close(store);
	bool met = bench_row(&row, &ours, &floor);
	samples_release(&ours);
	samples_release(&floor);
	return met;
}

/* Bytes in pages of one table. */
static double pages_of(sqlite3 *db, const char *table)
{
	sqlite3_stmt *row;
	double bytes = -1;
	if (sqlite3_prepare_v2(db, "SELECT sum(pgsize) FROM dbstat WHERE name = ?1", -1, &row,
		    NULL) != SQLITE_OK)
		return bytes; /* a library that was built without it */
	sqlite3_bind_text(row, 1, table, -1, SQLITE_STATIC);
	if (sqlite3_step(row) == SQLITE_ROW)
		bytes = sqlite3_column_double(row, 0);
	sqlite3_finalize(row);
	return bytes;
}

/* Every answer a change of its own, kept together. */
static size_t answer_all(struct store *store)
{
	struct record record;
	make(store, &record, LOGGED);
	for (int i = 0; i < LOGGED; i++)
		rate(&record, i);
	record_settle(&record);
	must(store_begin_all(store, &why));
	for (size_t i = 0; i < record.answer_count; i++)
		must(store_put(store, &record, KIND_ANSWER, &record.answers[i],
			record.assessment.object.key, &why));
	must(store_commit_all(store, &why));
	size_t count = record.answer_count;
	record_release(&record);
	return count;
}

/* table: negative where the library was built without what counts pages. */
static bool print_bytes(double table, double with_log)
{
	static const struct bench_row rows[] = {
		{ "bytes", "bytes of a stored answer", "a bare row", "bytes", 2 },
		{ "bytes_log", "bytes of an answer with the change log", "a bare row", "bytes",
			4.5 },
	};
	double bare_row = BARE_ROW, both[] = { table, with_log };
	const struct samples floor = { &bare_row, 1, 1 };
	bool met = true;
	for (size_t i = 0; i < 2; i++)
		met &= table < 0 ? bench_left_out(&rows[i], "this SQLite has no dbstat")
				 : bench_row(&rows[i], &(struct samples){ &both[i], 1, 1 }, &floor);
	return met;
}

static bool measure_bytes(void)
{
	struct store *store;
	sqlite3 *db;
	must(store_open(path, STORE_CREATE, &store, &why));
	store_keep_no_copies(store);
	size_t count = answer_all(store);
	store_close(store);
	sqlite3_open(path, &db);
	double table = pages_of(db, "answer"), log = pages_of(db, "change");
	sqlite3_close(db);
	return print_bytes(table / (double)count, (table + log) / (double)count);
}

static void make_folder(void)
{
	const char *place = getenv("TMPDIR");
	snprintf(folder, sizeof(folder), "%s/rekindle-bench-XXXXXX", place ? place : "/tmp");
	if (!mkdtemp(folder)) {
		perror("bench-answers");
		exit(BENCH_BROKEN);
	}
	snprintf(path, sizeof(path), "%s/ours.db", folder);
}

static void remove_folder(void)
{
	DIR *dir = opendir(folder);
	for (const struct dirent *entry; dir && (entry = readdir(dir));)
		if (*entry->d_name != '.')
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir)
		closedir(dir);
	rmdir(folder);
}

int main(void)
{
	bool met = true;
	make_folder();
	met &= measure_saving();
	remove_folder();
	make_folder();
	met &= measure_bytes();
	remove_folder();
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
