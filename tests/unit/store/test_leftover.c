/* SPDX-License-Identifier: MIT */
/*
 * What a crash has left beside the file: its own is taken in, another's is set aside, what is
 * damaged is said, and nothing is deleted.
 */
#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>

#include "store_fixture.h"

Suite *leftover_suite(void);

#define PAGE 4096

static void shell(const char *command)
{
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_msg(system(command) == 0, "%s", command);
}

static sqlite3 *open_other(const char *name, const char *sql)
{
	sqlite3 *db;
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_int_eq(sqlite3_open(name, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
		sqlite3_errmsg(db));
	return db;
}

/* A database with a plan of notes; how many days it has been worked on since: each adds a note. */
static int64_t assessment;

static void add_note(const char *name, const char *text)
{
	struct store *store;
	struct record record;
	ck_assert_int_eq(chdir(folder), 0);
	OK(store_open(name, STORE_EXISTING, &store, &why));
	OK(store_load(store, assessment, &record, &why));
	struct note *note = record_add(&record, KIND_NOTE);
	note->text = text;
	OK(store_put(store, &record, KIND_NOTE, note, 0, &why));
	record_release(&record);
	store_close(store);
}

static int keep_journal(void *unused)
{
	(void)unused;
	return system("cp rekindle.db-journal crash.db-journal");
}

/* A write that was cut off when its first pages had been written: crash.db with its journal. The
 * write turns every note over, and log and all. */
static void cut_off_write(void)
{
	sqlite3 *db = open_other("rekindle.db",
		"PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; BEGIN; "
		"PRAGMA application_id = 1380664396; UPDATE note SET text = 'half'; "
		"UPDATE party SET name = name || 'half'; DELETE FROM answer; "
		"UPDATE alliance SET name = 'half'");
	sqlite3_commit_hook(db, keep_journal, NULL);
	ck_assert_int_eq(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void half_written(void)
{
	shell("cp rekindle.db before.db");
	cut_off_write();
	shell("cp before.db crash.db && "
	      "dd if=rekindle.db of=crash.db bs=4096 count=12 conv=notrunc 2> /dev/null && "
	      "mv rekindle.db after.db && mv crash.db rekindle.db && "
	      "mv crash.db-journal rekindle.db-journal");
}

/* A -wal that a crash left: one transaction more for each text. */
static void leave_wal(const char *const *texts)
{
	char sql[400];
	sqlite3 *db = open_other("rekindle.db", "PRAGMA journal_mode = WAL");
	for (; *texts; texts++) {
		snprintf(sql, sizeof(sql),
			"BEGIN; INSERT INTO note (id, at, text, assessment) SELECT randomblob(16), "
			"1, '%s', key FROM assessment; INSERT INTO change (seq, at, kind, key, "
			"item) SELECT max(seq) + 1, 1, 1, 1, 1 FROM change; COMMIT",
			*texts);
		ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
			sqlite3_errmsg(db));
	}
	shell("cp rekindle.db crash.db && cp rekindle.db-wal crash.db-wal");
	sqlite3_close(db);
	shell("mv crash.db rekindle.db && mv crash.db-wal rekindle.db-wal");
}

static int notes(const char *text)
{
	sqlite3_stmt *row;
	sqlite3 *db = open_other("rekindle.db", "SELECT 1");
	ck_assert_int_eq(
		sqlite3_prepare_v2(db, "SELECT count(*) FROM note WHERE text = ?1", -1, &row, NULL),
		SQLITE_OK);
	sqlite3_bind_text(row, 1, text, -1, SQLITE_STATIC);
	ck_assert_int_eq(sqlite3_step(row), SQLITE_ROW);
	int n = sqlite3_column_int(row, 0);
	sqlite3_finalize(row);
	sqlite3_close(db);
	return n;
}

static void flip(const char *name, long at)
{
	unsigned char byte;
	int file = open(name, O_RDWR);
	ck_assert_int_eq(pread(file, &byte, 1, at), 1);
	byte ^= 0x10;
	ck_assert_int_eq(pwrite(file, &byte, 1, at), 1);
	close(file);
}

static bool there(const char *pattern)
{
	char command[200];
	snprintf(command, sizeof(command), "ls %s > /dev/null 2>&1", pattern);
	ck_assert_int_eq(chdir(folder), 0);
	return system(command) == 0;
}

static void begin(void)
{
	struct record record;
	make_folder_of_test();
	struct store *store = open_store();
	assessment = stored_record(store, &record);
	record_release(&record);
	store_close(store);
	add_note("rekindle.db", "sunday");
	shell("cp rekindle.db monday.db; cp rekindle.db fork.db");
	add_note("rekindle.db", "tuesday");
	for (int n = 0; n < 3; n++)
		add_note("fork.db", "elsewhere");
}

/* What of the notes is there after opening, and what is said. */
static void opens_with(const char *text, int count, const char *words)
{
	struct store *store;
	struct record record;
	OK(store_open(path, STORE_EXISTING, &store, &why));
	OK(store_load(store, assessment, &record, &why));
	int n = 0;
	for (size_t i = 0; i < record.note_count; i++)
		n += !strcmp(record.notes[i].text, text);
	ck_assert_int_eq(n, count);
	const char *notice = store_notice(store);
	ck_assert_msg(words ? notice && strstr(notice, words) : !notice, "%s",
		notice ? notice : "nothing is said");
	ck_assert_uint_gt(record.answer_count, 0);
	record_release(&record);
	store_close(store);
}

/* Written to the end or to the half: back to what was there before. */
START_TEST(test_leftover_own_journal_leads_back)
{
	half_written();
	if (_i == 1)
		shell("cp after.db rekindle.db");
	if (_i == 2)
		shell("cp before.db rekindle.db");
	if (_i == 3)
		shell("chmod 400 rekindle.db; cksum rekindle.db rekindle.db-journal > sum");
	opens_with("tuesday", 1, _i == 3 ? "read-only" : NULL);
	if (_i == 3)
		shell("cksum rekindle.db rekindle.db-journal | cmp - sum");
	else
		shell("test ! -e rekindle.db-journal && cmp before.db rekindle.db");
}
END_TEST

/* A copy in its place is taken as it is: older, or gone another way by as many changes. */
START_TEST(test_leftover_journal_of_another_file_is_set_aside)
{
	static const char *const copies[] = { "monday.db", "fork.db" };
	char command[200];
	half_written();
	snprintf(command, sizeof(command), "cp rekindle.db-journal journal; cat %s > rekindle.db",
		copies[_i % 2]);
	shell(command);
	if (_i >= 2)
		shell("chmod 400 rekindle.db");
	opens_with(_i % 2 ? "elsewhere" : "tuesday", _i % 2 ? 3 : 0, "belongs to another file");
	snprintf(command, sizeof(command), "cmp rekindle.db %s; cmp journal %s", copies[_i % 2],
		_i < 2 ? "rekindle.db-journal.of-another-file-*" : "rekindle.db-journal");
	shell(command);
}
END_TEST

/* Damaged: where the file is whole without it, it is read; else nothing is, and both are kept. */
START_TEST(test_leftover_damaged_journal_is_never_used)
{
	struct store *store;
	half_written();
	flip("rekindle.db-journal", _i % 2 ? 3 : 512 + 5 * (PAGE + 8) + 900);
	if (_i >= 2) {
		shell("cp before.db rekindle.db");
		opens_with("tuesday", 1, "is damaged");
		ck_assert(there("rekindle.db-journal.damaged-*"));
		return;
	}
	shell("cksum rekindle.db rekindle.db-journal > sum");
	ck_assert_int_eq(store_open(path, STORE_EXISTING, &store, &why), ERR_FAILED);
	ck_assert_msg(strstr(why.text, "and without it") != NULL, "%s", why.text);
	shell("cksum rekindle.db rekindle.db-journal | cmp - sum");
}
END_TEST

/* A journal of which nothing but the header has reached the disk: of a file of so many pages. */
static void write_header(unsigned pages)
{
	unsigned char sector[512] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
	sector[18] = (unsigned char)(pages >> 8);
	sector[19] = (unsigned char)pages;
	sector[22] = 2;    /* a sector of 512 */
	sector[26] = 0x10; /* a page of 4096 */
	int file = open("rekindle.db-journal", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ck_assert_int_eq(write(file, sector, sizeof(sector)), (ssize_t)sizeof(sector));
	close(file);
}

/* SQLite cuts a file off where such a journal says that it ended. */
START_TEST(test_leftover_bare_header_cuts_nothing_off)
{
	static const unsigned pages[] = { 0, 1, 20, 60000 };
	struct stat at;
	ck_assert_int_eq(stat(path, &at), 0);
	ck_assert_int_eq(chdir(folder), 0);
	write_header(pages[_i]);
	opens_with("tuesday", 1, "belongs to another file");
	ck_assert(there("rekindle.db-journal.of-another-file-*"));
	write_header((unsigned)(at.st_size / PAGE));
	opens_with("tuesday", 1, NULL);
	ck_assert(!there("rekindle.db-journal"));
}
END_TEST

/* A file whose making was cut off is made again. */
START_TEST(test_leftover_of_a_creation_is_taken_back)
{
	struct store *store;
	ck_assert_int_eq(chdir(folder), 0);
	shell(_i ? "dd if=/dev/urandom of=rekindle.db bs=4096 count=3 2> /dev/null"
		 : ": > rekindle.db");
	write_header(0);
	OK(store_open(path, STORE_EXISTING, &store, &why));
	ck_assert_ptr_null(store_notice(store));
	store_close(store);
	ck_assert(!there("rekindle.db-journal*"));
}
END_TEST

static const char *const two_texts[] = { "from the wal", "and one more", NULL };

START_TEST(test_leftover_own_wal_is_taken_over)
{
	leave_wal(two_texts);
	if (_i)
		shell("chmod 400 rekindle.db; cksum rekindle.db rekindle.db-wal > sum");
	opens_with("and one more", 1, _i ? "read-only" : NULL);
	if (_i)
		shell("cksum rekindle.db rekindle.db-wal | cmp - sum; test ! -e rekindle.db-shm");
	else
		ck_assert_int_eq(notes("from the wal"), 1);
}
END_TEST

/* The copy in its place is of this program, or itself of one that keeps a -wal. */
START_TEST(test_leftover_wal_of_another_file_is_set_aside)
{
	char command[200];
	if (_i % 2)
		sqlite3_close(open_other("monday.db", "PRAGMA journal_mode = WAL"));
	leave_wal(two_texts);
	shell("cp rekindle.db-wal wal; cat monday.db > rekindle.db");
	if (_i >= 2)
		shell("chmod 400 rekindle.db");
	opens_with("tuesday", 0, "belongs to another file");
	snprintf(command, sizeof(command), "cmp wal %s",
		_i < 2 ? "rekindle.db-wal.of-another-file-*" : "rekindle.db-wal");
	shell(command);
	if (_i < 2)
		ck_assert_int_eq(notes("from the wal"), 0);
}
END_TEST

/* Pages that are free in an older copy, or behind its end, have become some of the log since: in
 * what the -wal would make of it the log ends where it ended, and everything is whole. */
START_TEST(test_leftover_wal_of_a_file_that_has_grown_is_set_aside)
{
	static const char *const room[] = { "CREATE TABLE junk (x); INSERT INTO junk VALUES "
					    "(zeroblob(400000)); DROP TABLE junk",
		"SELECT 1" };
	sqlite3_close(open_other("rekindle.db", room[_i / 2]));
	shell("cp rekindle.db old.db");
	if (_i % 2)
		sqlite3_close(open_other("old.db", "PRAGMA journal_mode = WAL"));
	sqlite3_close(open_other("rekindle.db",
		"PRAGMA journal_mode = WAL; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT "
		"i + 1 FROM n WHERE i < 100) INSERT INTO change (seq, at, kind, key, item, what) "
		"SELECT (SELECT max(seq) FROM change) + i, 1, 1, 1, 1, printf('%.300c', 'w') "
		"FROM n"));
	sqlite3 *db = open_other("rekindle.db",
		"BEGIN; UPDATE note SET text = 'mixed'; INSERT INTO change (seq, at, kind, key, "
		"item) SELECT max(seq) + 1, 1, 1, 1, 1 FROM change; COMMIT");
	shell("cp rekindle.db-wal wal");
	sqlite3_close(db);
	shell("mv old.db rekindle.db && cp wal rekindle.db-wal");
	opens_with("mixed", 0, "belongs to another file");
	shell("cmp wal rekindle.db-wal.of-another-file-*");
}
END_TEST

/* What can be read of a damaged one is taken over, and a copy of all of it kept. */
START_TEST(test_leftover_damaged_wal_is_kept_and_said)
{
	static const char *const many[] = { "one", "two", "three", "four", NULL };
	static const long places[] = { 3, 20, 32 + 40, -PAGE / 2, -PAGE - 20, -PAGE - 16 };
	struct stat at;
	leave_wal(many);
	ck_assert_int_eq(stat("rekindle.db-wal", &at), 0);
	flip("rekindle.db-wal", places[_i] < 0 ? (long)at.st_size + places[_i] : places[_i]);
	shell("cp rekindle.db-wal wal");
	opens_with("four", 0, "is damaged");
	shell("cmp wal rekindle.db-wal.damaged-*");
	ck_assert_int_eq(notes("one"), places[_i] < 0);
}
END_TEST

/* Somebody who is writing right now is no crash. */
START_TEST(test_leftover_of_a_living_writer_is_left_alone)
{
	struct store *store = open_store(), *other;
	struct record record;
	OK(store_load(store, assessment, &record, &why));
	OK(store_begin(store, 0, NULL, &why));
	struct note *note = record_add(&record, KIND_NOTE);
	note->text = "in the middle";
	OK(store_put(store, &record, KIND_NOTE, note, 0, &why));
	shell("test -s rekindle.db-journal");
	OK(store_open(path, STORE_EXISTING, &other, &why));
	ck_assert_ptr_null(store_notice(other));
	store_close(other);
	OK(store_commit(store, &why));
	record_release(&record);
	store_close(store);
	ck_assert_int_eq(notes("in the middle"), 1);
	ck_assert(!there("rekindle.db-journal*"));
}
END_TEST

Suite *leftover_suite(void)
{
	Suite *suite = suite_create("leftovers");
	TCase *tests = tcase_create("files");
	tcase_add_checked_fixture(tests, begin, remove_folder_of_test);
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests, test_leftover_own_journal_leads_back, 0, 4);
	tcase_add_loop_test(tests, test_leftover_journal_of_another_file_is_set_aside, 0, 4);
	tcase_add_loop_test(tests, test_leftover_damaged_journal_is_never_used, 0, 4);
	tcase_add_loop_test(tests, test_leftover_bare_header_cuts_nothing_off, 0, 4);
	tcase_add_loop_test(tests, test_leftover_of_a_creation_is_taken_back, 0, 2);
	tcase_add_loop_test(tests, test_leftover_own_wal_is_taken_over, 0, 2);
	tcase_add_loop_test(tests, test_leftover_wal_of_another_file_is_set_aside, 0, 4);
	tcase_add_loop_test(tests, test_leftover_wal_of_a_file_that_has_grown_is_set_aside, 0, 4);
	tcase_add_loop_test(tests, test_leftover_damaged_wal_is_kept_and_said, 0, 6);
	tcase_add_test(tests, test_leftover_of_a_living_writer_is_left_alone);
	suite_add_tcase(suite, tests);
	return suite;
}
