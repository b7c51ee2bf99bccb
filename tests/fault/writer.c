/* SPDX-License-Identifier: MIT */
/*
 * The program under fault: `writer write DB` makes a round and changes it, one line on stdout for
 * each change that the store has acknowledged; `writer check DB` reads those lines and looks
 * whether all of it is there.
 */
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/store.h>

#define NAME "Fault & Sons"
#define ANSWERS 12

static struct errmsg why;

static int complain(const char *fmt, ...)
{
	va_list arguments;
	va_start(arguments, fmt);
	vfprintf(stderr, fmt, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return 1;
}

static void acknowledge(const char *what, int n)
{
	char line[32];
	int length = snprintf(line, sizeof(line), "%s %d\n", what, n);
	if (write(1, line, (size_t)length) != length)
		abort();
}

/* A user tries again what failed, once. */
#define TWICE(call) ((call) && (call))

static int rated_item(const struct instrument *instrument, int n)
{
	for (int i = 0;; i++)
		if (instrument->items[i].kind == ITEM_RATED && !n--)
			return i;
}

static void make_record(struct record *record)
{
	record_init(record, instrument_builtin());
	record->alliance.name = NAME;
	struct party *party = record_add(record, KIND_PARTY);
	party->name = "Fault";
	struct respondent *respondent = record_add(record, KIND_RESPONDENT);
	respondent->party = 0;
	respondent->role = ROLE_SPONSOR;
	record_settle(record);
}

static int write_answers(struct store *store, struct record *record)
{
	for (int n = 0; n < ANSWERS; n++) {
		struct answer *answer = record_add(record, KIND_ANSWER);
		answer->respondent = 0;
		answer->item = rated_item(record->instrument, n);
		answer->state = STATE_ANSWERED;
		answer->value = (struct value){ .type = VALUE_NUMBER, .number = 1 + n % 5 };
		if (TWICE(store_put(store, record, KIND_ANSWER, answer, 0, &why)))
			return complain("answer %d: %s", n, why.text);
		acknowledge("answer", n);
	}
	return 0;
}

/* Objects with an id and without, a deletion and its undo. */
static int write_objects(struct store *store, struct record *record)
{
	const char *what;
	struct note *note = record_add(record, KIND_NOTE);
	note->text = "once";
	if (TWICE(store_put(store, record, KIND_NOTE, note, 0, &why)))
		return complain("note: %s", why.text);
	acknowledge("note", 0);
	struct route *route = record_add(record, KIND_ROUTE);
	route->party = 0;
	route->value[0] = 3;
	if (TWICE(store_put(store, record, KIND_ROUTE, route, 0, &why)))
		return complain("route: %s", why.text);
	acknowledge("route", 0);
	if (TWICE(store_delete(store, record, KIND_RESPONDENT, &record->respondents[0], &why)))
		return complain("delete: %s", why.text);
	acknowledge("deleted", 0);
	if (TWICE(store_undo(store, record->assessment.object.key, &record->pool, &what, &why)))
		return complain("undo: %s", why.text);
	acknowledge("undone", 0);
	return 0;
}

static int do_write(struct store *store)
{
	struct record record;
	int bad = 0;
	make_record(&record);
	if (TWICE(store_add_record(store, &record, &why)))
		bad = complain("record: %s", why.text);
	else
		acknowledge("record", 0);
	bad = bad || write_answers(store, &record) || write_objects(store, &record);
	record_release(&record);
	return bad;
}

static long long number(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *statement;
	long long value = -1;
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK) {
		if (sqlite3_step(statement) == SQLITE_ROW)
			value = sqlite3_column_int64(statement, 0);
		sqlite3_finalize(statement);
	}
	sqlite3_close(db);
	return value;
}

/* Whole, without a reference to nothing, and with a log that ends at what the tables say. */
static int check_file(const char *path)
{
	static const struct {
		const char *sql;
		long long expected;
	} checks[] = {
		{ "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", 0 },
		{ "SELECT count(*) FROM pragma_foreign_key_check", 0 },
		{ "SELECT (SELECT count(*) FROM answer) - (SELECT count(*) FROM change AS c WHERE "
		  "kind = 1 "
		  "AND new IS NOT NULL AND seq = (SELECT max(seq) FROM change AS d WHERE d.kind = "
		  "1 AND "
		  "d.key = c.key AND d.item = c.item))",
			0 },
		{ "SELECT coalesce(max(head.change), 0) - coalesce((SELECT max(seq) FROM change "
		  "WHERE at IS NOT NULL), 0) FROM head",
			0 },
		{ "SELECT count(*) > 1 FROM note", 0 },
		{ "SELECT count(*) > 1 FROM route", 0 },
		{ "SELECT count(*) > 1 FROM alliance", 0 },
	};
	for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++)
		if (number(path, checks[i].sql) != checks[i].expected)
			return complain("check %zu: %lld", i, number(path, checks[i].sql));
	return 0;
}

struct seen {
	int record, answers, note, route, deleted, undone;
};

static struct seen read_acknowledged(void)
{
	struct seen seen = { 0 };
	char word[32];
	int n;
	while (scanf("%31s %d", word, &n) == 2) {
		seen.record += !strcmp(word, "record");
		seen.answers += !strcmp(word, "answer");
		seen.note += !strcmp(word, "note");
		seen.route += !strcmp(word, "route");
		seen.deleted += !strcmp(word, "deleted");
		seen.undone += !strcmp(word, "undone");
	}
	return seen;
}

static int check_record(const struct record *record, const struct seen *seen)
{
	if (record->note_count < (size_t)seen->note || record->route_count < (size_t)seen->route)
		return complain("note or route lost");
	if (seen->deleted && !seen->undone)
		return record->respondent_count > 1; /* the undo may have been kept or not */
	for (int n = 0; n < seen->answers; n++) {
		const struct answer *answer = !record->respondent_count
			? NULL
			: record_answer(record, 0, rated_item(record->instrument, n));
		/* a deletion that was not acknowledged may have been kept */
		if (!answer && seen->route && !seen->undone)
			continue;
		if (!answer || answer->value.number != 1 + n % 5)
			return complain("answer %d lost", n);
	}
	return 0;
}

static int do_check(struct store *store, const char *path)
{
	struct seen seen = read_acknowledged();
	struct record record = { 0 };
	int64_t key;
	int bad = check_file(path);
	if (seen.record &&
		(store_find(store, NAME, &key, &why) || store_load(store, key, &record, &why)))
		return complain("round lost: %s", why.text);
	if (!bad && seen.record)
		bad = check_record(&record, &seen);
	if (!bad && seen.record) {
		struct note *note = record_add(&record, KIND_NOTE);
		note->text = "life goes on";
		if (store_put(store, &record, KIND_NOTE, note, 0, &why))
			bad = complain("no further write: %s", why.text);
	}
	record_release(&record);
	return bad;
}

int main(int argc, char **argv)
{
	struct store *store;
	if (argc != 3)
		return 2;
	signal(SIGXFSZ, SIG_IGN);
	bool writes = !strcmp(argv[1], "write");
	if (store_open(argv[2], STORE_CREATE, &store, &why))
		return complain("open: %s", why.text) + 3;
	int bad = writes ? do_write(store) : do_check(store, argv[2]);
	store_close(store);
	return bad;
}
