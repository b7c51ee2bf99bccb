/* SPDX-License-Identifier: MIT */
/*
 * Opening: fresh files, rights, what is refused, read-only, schema steps.
 */
#include <fcntl.h>

#include "../../../src/store/sqlite/sqlite.h"
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>

#include "store_fixture.h"

Suite *store_suite(void);

static unsigned rights(const char *name)
{
	struct stat at;
	ck_assert_msg(stat(name, &at) == 0, "%s", name);
	return at.st_mode & 07777;
}

static char *read_bytes(const char *name, size_t *n)
{
	FILE *in = fopen(name, "rb");
	ck_assert_ptr_nonnull(in);
	char *bytes = mem_alloc(1 << 20);
	*n = fread(bytes, 1, 1 << 20, in);
	fclose(in);
	return bytes;
}

static void write_bytes(const char *name, const char *bytes, size_t n)
{
	FILE *out = fopen(name, "wb");
	ck_assert_ptr_nonnull(out);
	ck_assert_uint_eq(fwrite(bytes, 1, n, out), n);
	fclose(out);
}

static void run_sql(const char *name, const char *sql)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(name, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

START_TEST(test_store_fresh_file_has_the_settings)
{
	struct store *store = open_store();
	ck_assert_int_eq(sql_number(store, "PRAGMA application_id"), APPLICATION_ID);
	ck_assert_int_eq(sql_number(store, "PRAGMA user_version"), migrate_newest(embedded_files));
	ck_assert_int_eq(sql_number(store, "PRAGMA synchronous"), 2);
	ck_assert_int_eq(sql_number(store, "PRAGMA foreign_keys"), 1);
	ck_assert_int_eq(sql_number(store, "PRAGMA secure_delete"), 1);
	ck_assert_int_eq(sql_number(store, "PRAGMA busy_timeout"), 3000);
	ck_assert_int_eq(
		sql_number(
			store, "SELECT 1 FROM pragma_journal_mode WHERE journal_mode = 'truncate'"),
		1);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM pragma_table_list WHERE NOT strict AND "
				 "schema = 'main' AND name NOT LIKE 'sqlite%'"),
		0);
	ck_assert_int_eq(
		sql_number(store, "SELECT wr FROM pragma_table_list WHERE name = 'answer'"), 1);
	ck_assert_ptr_null(store_notice(store));
	ck_assert(!store_read_only(store));
	ck_assert_str_eq(store_path(store), path);
	ck_assert_int_eq(store_change(store), 0);
	store_close(store);
}
END_TEST

START_TEST(test_store_open_makes_private_files_whatever_the_umask)
{
	char deep[160], name[200];
	mode_t before = umask(_i ? 0277 : 0);
	snprintf(deep, sizeof(deep), "%s/a/b/rekindle.db", folder);
	struct store *store;
	OK(store_open(deep, STORE_CREATE, &store, &why));
	struct record record;
	stored_record(store, &record);
	record_release(&record);
	ck_assert_uint_eq(rights(deep), 0600);
	snprintf(name, sizeof(name), "%s-journal", deep);
	ck_assert_uint_eq(rights(name), 0600);
	store_close(store);
	ck_assert_int_eq(access(name, F_OK), -1);
	umask(before);
	snprintf(name, sizeof(name), "%s/a", folder);
	ck_assert_uint_eq(rights(name), 0700);
	snprintf(name, sizeof(name), "%s/a/b", folder);
	ck_assert_uint_eq(rights(name), 0700);
}
END_TEST

START_TEST(test_store_open_takes_rights_of_others_away)
{
	store_close(open_store());
	chmod(path, 0644);
	store_close(open_store());
	ck_assert_uint_eq(rights(path), 0600);
}
END_TEST

START_TEST(test_store_open_odd_names_are_plain_files)
{
	static const char *const names[] = { "a?mode=memory", "per%20cent#1.db", "file:x.db",
		"d\xC3\xA9j\xC3\xA0.db" };
	char name[200];
	struct store *store;
	ck_assert_int_eq(chdir(folder), 0);
	OK(store_open(names[_i], STORE_CREATE, &store, &why));
	store_close(store);
	snprintf(name, sizeof(name), "%s/%s", folder, names[_i]);
	ck_assert_uint_eq(rights(name), 0600);
	ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(test_store_open_missing_existing_fails)
{
	struct store *store;
	ck_assert_int_eq(store_open(path, STORE_EXISTING, &store, &why), ERR_FAILED);
	ck_assert_ptr_null(store);
	ck_assert_ptr_nonnull(strstr(why.text, "no database"));
	ck_assert_int_eq(access(path, F_OK), -1);
	ck_assert_int_eq(store_open(folder, STORE_EXISTING, &store, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "folder"));
}
END_TEST

START_TEST(test_store_open_takes_an_empty_file)
{
	struct store *store;
	write_bytes(path, "", 0);
	ck_assert_int_eq(store_open(path, STORE_EXISTING, &store, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "is empty; rekindle new begins in it"));
	OK(store_open(path, STORE_CREATE, &store, &why));
	ck_assert_int_eq(sql_number(store, "PRAGMA application_id"), APPLICATION_ID);
	store_close(store);
}
END_TEST

/* What is refused stays byte for byte, and nothing is left beside it. */
static void assert_refused(const char *words)
{
	struct store *store;
	size_t n, m;
	char *before = read_bytes(path, &n), other[160];
	chmod(path, 0644);
	ck_assert_int_eq(store_open(path, STORE_CREATE, &store, &why), ERR_FAILED);
	ck_assert_ptr_null(store);
	ck_assert_msg(strstr(why.text, words) != NULL, "%s", why.text);
	char *after = read_bytes(path, &m);
	ck_assert_uint_eq(n, m);
	ck_assert_int_eq(memcmp(before, after, n), 0);
	ck_assert_uint_eq(rights(path), 0644);
	static const char *const beside[] = { "-wal", "-shm", "-journal", ".schema-99" };
	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside); i++) {
		snprintf(other, sizeof(other), "%s%s", path, beside[i]);
		ck_assert_int_eq(access(other, F_OK), -1);
	}
	free(before);
	free(after);
}

START_TEST(test_store_open_newer_is_refused_untouched)
{
	store_close(open_store());
	run_sql(path,
		_i ? "PRAGMA user_version = 99"
		   : "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
	assert_refused("newer");
}
END_TEST

START_TEST(test_store_open_foreign_is_refused_untouched)
{
	run_sql(path, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
	if (_i)
		run_sql(path, "PRAGMA journal_mode = WAL");
	assert_refused("another program's");
}
END_TEST

START_TEST(test_store_open_garbage_is_refused_untouched)
{
	static const char *const texts[] = { "no database at all", "SQLite format 3",
		"{\"format\":\"rekindle-exchange\",\"version\":1,\"alliance\":{\"name\":\"A text "
		"of more than one hundred "
		"bytes\"}}" };
	write_bytes(path, texts[_i], strlen(texts[_i]) + 1);
	assert_refused("not a rekindle database");
}
END_TEST

START_TEST(test_store_open_damaged_is_refused)
{
	struct record record;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	record_release(&record);
	store_close(store);
	size_t n;
	char *bytes = read_bytes(path, &n);
	memset(bytes + 4096, 0x5a, n - 4096);
	write_bytes(path, bytes, n);
	free(bytes);
	enum err err = store_open(path, STORE_EXISTING, &store, &why);
	if (!err)
		err = store_load(store, key, &record, &why);
	ck_assert_int_eq(err, ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "damaged"));
	store_close(store);
}
END_TEST

START_TEST(test_store_read_only_file_reads_and_refuses_writes)
{
	struct record record;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	record_release(&record);
	store_close(store);
	chmod(path, 0400);
	size_t n, m;
	char *before = read_bytes(path, &n);
	OK(store_open(path, STORE_CREATE, &store, &why));
	ck_assert(store_read_only(store));
	ck_assert_ptr_nonnull(strstr(store_notice(store), "read-only"));
	OK(store_load(store, key, &record, &why));
	ck_assert_int_eq(
		store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "read-only"));
	ck_assert_int_eq(store_hold(store, record.respondents[0].object.key, &why), ERR_FAILED);
	struct store_list list;
	OK(store_list(store, &list, &why));
	ck_assert_uint_eq(list.count, 1);
	store_list_release(&list);
	record_release(&record);
	store_close(store);
	char *after = read_bytes(path, &m);
	ck_assert_uint_eq(n, m);
	ck_assert_int_eq(memcmp(before, after, n), 0);
	ck_assert_uint_eq(rights(path), 0400);
	free(before);
	free(after);
}
END_TEST

START_TEST(test_store_memory_works_and_leaves_nothing)
{
	struct store *store;
	struct record record;
	ck_assert_int_eq(chdir(folder), 0);
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	stored_record(store, &record);
	record_release(&record);
	store_close(store);
	ck_assert_int_eq(access(":memory:", F_OK), -1);
	ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(test_store_busy_file_is_locked)
{
	struct store *store = open_store();
	sqlite3 *other;
	ck_assert_int_eq(sqlite3_open(path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_timeout(store->engine->db, 10);
	ck_assert_int_eq(store_begin(store, 0, NULL, &why), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, "in use"));
	ck_assert_int_eq(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	OK(store_begin(store, 0, NULL, &why));
	store_rollback(store);
	sqlite3_close(other);
	store_close(store);
}
END_TEST

START_TEST(test_store_network_types_are_known)
{
	static const struct {
		unsigned long type;
		bool network;
	} cases[] = {
		{ 0x6969, true },
		{ 0x517B, true },
		{ 0xFF534D42, true },
		{ 0xFE534D42, true },
		{ 0x65735546, true },
		{ 0xFFFFFFFFFF534D42, true },
		{ 0xEF53, false },
		{ 0x01021994, false },
		{ 0x9123683E, false },
		{ 0x58465342, false },
	};
	ck_assert_int_eq(disk_type_network(cases[_i].type), cases[_i].network);
}
END_TEST

START_TEST(test_store_default_path_follows_the_environment)
{
	char buffer[200];
	setenv("HOME", "/home/ana", 1);
	setenv("XDG_DATA_HOME", "/data", 1);
	ck_assert_str_eq(store_default_path(buffer, sizeof(buffer)), "/data/rekindle/rekindle.db");
	setenv("XDG_DATA_HOME", "relative", 1);
	ck_assert_str_eq(store_default_path(buffer, sizeof(buffer)),
		"/home/ana/.local/share/rekindle/rekindle.db");
	unsetenv("XDG_DATA_HOME");
	ck_assert_str_eq(store_default_path(buffer, sizeof(buffer)),
		"/home/ana/.local/share/rekindle/rekindle.db");
	ck_assert_ptr_null(store_default_path(buffer, 20));
	setenv("HOME", "relative", 1);
	ck_assert_ptr_null(store_default_path(buffer, sizeof(buffer)));
	unsetenv("HOME");
	ck_assert_ptr_null(store_default_path(buffer, sizeof(buffer)));
}
END_TEST

START_TEST(test_store_open_leaves_no_core_file)
{
	struct rlimit core;
	store_close(open_store());
	ck_assert_int_eq(getrlimit(RLIMIT_CORE, &core), 0);
	ck_assert_uint_eq(core.rlim_cur, 0);
	ck_assert_uint_eq(core.rlim_max, 0);
#if defined(PR_GET_DUMPABLE) && !defined(__SANITIZE_ADDRESS__)
	ck_assert_int_eq(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
#endif
}
END_TEST

/* A made-up next version of the schema: all steps of the program and one more. */
static const struct embedded *steps_with(const char *sql)
{
	static struct embedded steps[64];
	static char name[64];
	size_t n = 0;
	for (const struct embedded *file = embedded_files; file->path; file++)
		steps[n++] = *file;
	snprintf(name, sizeof(name), "data/schema/m%03d_next.sql",
		migrate_newest(embedded_files) + 1);
	steps[n++] = (struct embedded){ name, sql, strlen(sql) };
	steps[n] = (struct embedded){ 0 };
	return steps;
}

static char *next_step(const char *sql)
{
	static char text[200];
	snprintf(text, sizeof(text), "%s; PRAGMA user_version = %d", sql,
		migrate_newest(embedded_files) + 1);
	return text;
}

/* The steps up to and with schema n: a program of that time. */
static const struct embedded *steps_until(int n)
{
	static struct embedded steps[64];
	size_t count = 0;
	for (const struct embedded *file = embedded_files; file->path; file++)
		if (strncmp(file->path, "data/schema/m", 13) || atoi(file->path + 13) <= n)
			steps[count++] = *file;
	steps[count] = (struct embedded){ 0 };
	return steps;
}

START_TEST(test_store_migration_keeps_a_copy_and_the_data)
{
	struct record before, after;
	char copy[200];
	struct store *store = open_store();
	int old = migrate_newest(embedded_files);
	int64_t key = stored_record(store, &before);
	store_close(store);
	const struct embedded *steps =
		steps_with(next_step("CREATE TABLE later (x INTEGER) STRICT"));
	OK(store_open_with(path, STORE_EXISTING, steps, &store, &why));
	ck_assert_int_eq(sql_number(store, "PRAGMA user_version"), old + 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM later"), 0);
	snprintf(copy, sizeof(copy), "%s.schema-%d", path, old);
	ck_assert_ptr_nonnull(strstr(store_notice(store), copy));
	OK(store_load(store, key, &after, &why));
	assert_same(&before, &after, true);
	record_release(&after);
	store_close(store);
	ck_assert_uint_eq(rights(copy), 0600);
	/* the copy opens as what it was, the migrated file without another copy */
	OK(store_open(copy, STORE_EXISTING, &store, &why));
	OK(store_load(store, key, &after, &why));
	assert_same(&before, &after, true);
	record_release(&after);
	store_close(store);
	OK(store_open_with(path, STORE_EXISTING, steps, &store, &why));
	ck_assert_ptr_null(store_notice(store));
	store_close(store);
	record_release(&before);
}
END_TEST

START_TEST(test_store_migration_that_fails_changes_nothing)
{
	static const char *const sql[] = { "CREATE TABLE later (x); CREATE TABLE later (x)",
		"CREATE TABLE later (x)", "CREATE TABLE later (x); no sql" };
	struct store *store = open_store();
	store_close(store);
	ck_assert_int_eq(store_open_with(path, STORE_EXISTING,
				 steps_with(_i == 1 ? sql[_i] : next_step(sql[_i])), &store, &why),
		ERR_FAILED);
	ck_assert_ptr_null(store);
	OK(store_open(path, STORE_EXISTING, &store, &why));
	ck_assert_int_eq(sql_number(store, "PRAGMA user_version"), migrate_newest(embedded_files));
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"), 0);
	store_close(store);
}
END_TEST

/* What all steps make of nothing is what a new one is made as, to the byte of each statement. */
START_TEST(test_store_made_in_one_equals_all_steps)
{
	char other[160];
	struct store *made, *stepped;
	OK(store_open(path, STORE_CREATE, &made, &why));
	snprintf(other, sizeof(other), "%s/stepped.db", folder);
	OK(store_open_with(
		other, STORE_CREATE, steps_until(migrate_newest(embedded_files)), &stepped, &why));
	store_close(stepped);
	snprintf(other, sizeof(other), "ATTACH '%s/stepped.db' AS stepped", folder);
	sql_run(made, other);
	ck_assert_int_eq(
		sql_number(made,
			"SELECT count(*) FROM (SELECT type, name, sql FROM main.sqlite_schema "
			"EXCEPT SELECT type, name, sql FROM stepped.sqlite_schema)"),
		0);
	ck_assert_int_eq(sql_number(made,
				 "SELECT (SELECT count(*) FROM main.sqlite_schema) - "
				 "(SELECT count(*) FROM stepped.sqlite_schema)"),
		0);
	ck_assert_int_eq(sql_number(made, "PRAGMA application_id"),
		sql_number(made, "PRAGMA stepped.application_id"));
	ck_assert_int_eq(sql_number(made, "PRAGMA user_version"),
		sql_number(made, "PRAGMA stepped.user_version"));
	store_close(made);
}
END_TEST

/* From every released schema on. */
START_TEST(test_store_migration_of_a_fresh_file_equals_the_migrated_one)
{
	char other[160];
	struct store *fresh, *store;
	const struct embedded *steps =
		steps_with(next_step("CREATE TABLE later (x INTEGER) STRICT"));
	OK(store_open_with(path, STORE_CREATE, steps_until(_i + 1), &store, &why));
	ck_assert_int_eq(sql_number(store, "PRAGMA user_version"), _i + 1);
	store_close(store);
	OK(store_open_with(path, STORE_EXISTING, steps, &store, &why));
	snprintf(other, sizeof(other), "%s/fresh.db", folder);
	OK(store_open_with(other, STORE_CREATE, steps, &fresh, &why));
	snprintf(other, sizeof(other), "ATTACH '%s/fresh.db' AS fresh", folder);
	sql_run(store, other);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM (SELECT type, name, sql FROM "
				 "main.sqlite_schema EXCEPT SELECT type, name, sql FROM "
				 "fresh.sqlite_schema)"),
		0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM fresh.sqlite_schema") -
			sql_number(store, "SELECT count(*) FROM main.sqlite_schema"),
		0);
	store_close(store);
	store_close(fresh);
}
END_TEST

/* People and health stay; the plans are counted with the people when the list is next read. */
START_TEST(test_store_migration_has_the_list_count_again)
{
	struct store_list list;
	struct store *store;
	OK(store_open_with(path, STORE_CREATE, steps_until(3), &store, &why));
	sql_run(store,
		"INSERT INTO instrument (key, id, version) VALUES (1, 'core', '1');"
		"INSERT INTO alliance (key, id, name) VALUES (1, randomblob(16), 'Old');"
		"INSERT INTO assessment (key, alliance, id, instrument, kind, plan_start) "
		"VALUES (1, 1, randomblob(16), 1, 0, 20745);"
		"INSERT INTO plan_action (assessment, id, title, due) "
		"VALUES (1, randomblob(16), 'Own', 20800);"
		"INSERT INTO summary (assessment, change, health, counted, parties, heard, "
		"planned) "
		"VALUES (1, 0, 3.5, 0, 2, 2, 2)");
	store_close(store);
	store = open_store();
	OK(store_list(store, &list, &why));
	ck_assert_uint_eq(list.count, 1);
	ck_assert(list.rounds[0].health == 3.5);
	ck_assert_int_eq(list.rounds[0].summary_change, list.rounds[0].change);
	ck_assert_int_eq(store_plan_next(&list.rounds[0].plan), 20800);
	store_list_release(&list);
	store_close(store);
}
END_TEST

START_TEST(test_store_migration_of_a_read_only_file_is_refused)
{
	struct store *store = open_store();
	store_close(store);
	chmod(path, 0400);
	ck_assert_int_eq(store_open_with(path, STORE_EXISTING, steps_with(next_step("SELECT 1")),
				 &store, &why),
		ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "read-only"));
}
END_TEST

START_TEST(test_store_prepare_all_takes_every_statement)
{
	struct store *store = open_store();
	OK(store_prepare_all(store, &why));
	for (size_t i = 0; i < statement_count(); i++)
		ck_assert_msg(!store->prepared[i] == !statement_has_text((enum statement)i),
			"statement %zu", i);
	store_close(store);
}
END_TEST

Suite *store_suite(void)
{
	Suite *suite = suite_create("store");
	TCase *tests = tcase_create("open");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, test_store_fresh_file_has_the_settings);
	tcase_add_loop_test(tests, test_store_open_makes_private_files_whatever_the_umask, 0, 2);
	tcase_add_test(tests, test_store_open_takes_rights_of_others_away);
	tcase_add_loop_test(tests, test_store_open_odd_names_are_plain_files, 0, 4);
	tcase_add_test(tests, test_store_open_missing_existing_fails);
	tcase_add_test(tests, test_store_open_takes_an_empty_file);
	tcase_add_loop_test(tests, test_store_open_newer_is_refused_untouched, 0, 2);
	tcase_add_loop_test(tests, test_store_open_foreign_is_refused_untouched, 0, 2);
	tcase_add_loop_test(tests, test_store_open_garbage_is_refused_untouched, 0, 3);
	tcase_add_test(tests, test_store_open_damaged_is_refused);
	tcase_add_test(tests, test_store_read_only_file_reads_and_refuses_writes);
	tcase_add_test(tests, test_store_memory_works_and_leaves_nothing);
	tcase_add_test(tests, test_store_busy_file_is_locked);
	tcase_add_loop_test(tests, test_store_network_types_are_known, 0, 10);
	tcase_add_test(tests, test_store_default_path_follows_the_environment);
	tcase_add_test(tests, test_store_open_leaves_no_core_file);
	tcase_add_test(tests, test_store_migration_keeps_a_copy_and_the_data);
	tcase_add_loop_test(tests, test_store_migration_that_fails_changes_nothing, 0, 3);
	tcase_add_test(tests, test_store_made_in_one_equals_all_steps);
	tcase_add_loop_test(tests, test_store_migration_of_a_fresh_file_equals_the_migrated_one, 0,
		migrate_newest(embedded_files));
	tcase_add_test(tests, test_store_migration_of_a_read_only_file_is_refused);
	tcase_add_test(tests, test_store_migration_has_the_list_count_again);
	tcase_add_test(tests, test_store_prepare_all_takes_every_statement);
	suite_add_tcase(suite, tests);
	return suite;
}
