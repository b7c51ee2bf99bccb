/* SPDX-License-Identifier: MIT */
/*
 * The one file at rest: complete alone after every change, and taken as it is.
 */
#include <sqlite3.h>
#include <sys/wait.h>

#include "store_fixture.h"

Suite *place_suite(void);

static void shell(const char *command)
{
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_msg(system(command) == 0, "%s", command);
}

static int64_t number_in(const char *name, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *row;
	int64_t value = -1;
	ck_assert_int_eq(sqlite3_open(name, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
	if (sqlite3_step(row) == SQLITE_ROW)
		value = sqlite3_column_int64(row, 0);
	sqlite3_finalize(row);
	sqlite3_close(db);
	return value;
}

static void add_note(struct store *store, struct record *record, const char *text)
{
	struct note *note = record_add(record, KIND_NOTE);
	note->text = text;
	OK(store_put(store, record, KIND_NOTE, note, 0, &why));
}

#define NOTES "SELECT count(*) FROM note"

START_TEST(test_place_copy_alone_is_complete_after_each_change)
{
	struct record record;
	struct store *store = open_store();
	stored_record(store, &record);
	for (int n = 0; n < 5; n++) {
		add_note(store, &record, "one more");
		shell("cp rekindle.db copy.db");
		char copy[160];
		snprintf(copy, sizeof(copy), "%s/copy.db", folder);
		ck_assert_int_eq(number_in(copy, NOTES), (int64_t)record.note_count);
	}
	record_release(&record);
	store_close(store);
}
END_TEST

/* The program is gone between two changes: nothing but the file is left, and it holds them all. */
START_TEST(test_place_killed_between_changes_leaves_the_file_alone)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		struct record record;
		struct store *store = open_store();
		stored_record(store, &record);
		add_note(store, &record, "before the end");
		raise(SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
	shell("cp rekindle.db copy.db && test ! -s rekindle.db-journal && test ! -e "
	      "rekindle.db-wal");
	char copy[160];
	snprintf(copy, sizeof(copy), "%s/copy.db", folder);
	ck_assert_int_eq(
		number_in(copy, "SELECT count(*) FROM note WHERE text = 'before the end'"), 1);
}
END_TEST

/* What an earlier version or another program kept in a -wal is taken over. */
START_TEST(test_place_wal_is_taken_over)
{
	struct record record;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	size_t notes = record.note_count;
	store_close(store);
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(
		sqlite3_exec(db, "PRAGMA journal_mode = WAL; UPDATE note SET text = 'from the wal'",
			NULL, NULL, NULL),
		SQLITE_OK);
	shell("cp rekindle.db crashed.db; cp rekindle.db-wal crashed.db-wal; mv crashed.db x");
	sqlite3_close(db);
	shell("mv x rekindle.db; mv crashed.db-wal rekindle.db-wal");
	record_release(&record);
	store = open_store();
	OK(store_load(store, key, &record, &why));
	ck_assert_uint_eq(record.note_count, notes);
	ck_assert_str_eq(record.notes[0].text, "from the wal");
	record_release(&record);
	shell("test ! -e rekindle.db-wal && cp rekindle.db copy.db");
	store_close(store);
	char copy[160];
	snprintf(copy, sizeof(copy), "%s/copy.db", folder);
	ck_assert_int_eq(number_in(copy, "SELECT count(*) FROM note WHERE text = 'from the wal'"),
		(int64_t)notes);
}
END_TEST

/* What is done to the file while it is open, by the shell; what the words say of it. */
static const struct mishap {
	const char *command, *words;
	bool whole; /* the rescue file has all of it, not only what was shown */
} happenings[] = {
	{ "mv rekindle.db away.db", "moved or deleted", true },
	{ "rm rekindle.db", "moved or deleted", true },
	{ "cp monday.db new.db; mv new.db rekindle.db", "was replaced", true },
	{ "cp rekindle.db new.db; mv new.db rekindle.db", "was replaced", true },
	{ "mv rekindle.db away.db; cp monday.db rekindle.db", "was replaced", true },
	{ "cp monday.db rekindle.db", "was overwritten", false },
	{ "cp fork.db rekindle.db", "was overwritten", false },
	{ ": > rekindle.db", "was overwritten", false },
	{ "echo no database > rekindle.db", "was overwritten", false },
};
#define HAPPENINGS ((int)(sizeof(happenings) / sizeof(*happenings)))

static void find_rescue(char *name, size_t size)
{
	FILE *found = popen("ls rescue-*.db", "r");
	ck_assert_ptr_nonnull(found);
	ck_assert_ptr_nonnull(fgets(name, (int)size, found));
	name[strcspn(name, "\n")] = '\0';
	char more[64];
	ck_assert_ptr_null(fgets(more, sizeof(more), found));
	pclose(found);
}

/* Monday's copy is older; the fork has gone on from it elsewhere by as many changes as this one. */
static void make_copies(struct store *store, struct record *record)
{
	shell("cp rekindle.db monday.db; cp rekindle.db fork.db");
	add_note(store, record, "since monday");
	struct store *fork;
	struct record other;
	char name[160];
	snprintf(name, sizeof(name), "%s/fork.db", folder);
	OK(store_open(name, STORE_EXISTING, &fork, &why));
	OK(store_load(fork, record->assessment.object.key, &other, &why));
	add_note(fork, &other, "on another machine");
	record_release(&other);
	store_close(fork);
}

static void put_notes_in_vain(
	struct store *store, struct record *record, const struct mishap *happening)
{
	for (int n = 0; n < 3; n++) {
		struct note *note = record_add(record, KIND_NOTE);
		note->text = "not saved";
		ck_assert_int_eq(store_put(store, record, KIND_NOTE, note, 0, &why), ERR_FAILED);
		ck_assert_msg(strstr(why.text, happening->words) != NULL, "%s", why.text);
		ck_assert_msg(strstr(why.text, "/rescue-") != NULL, "%s", why.text);
	}
	ck_assert_int_eq(store_astray(store, &why), ERR_FAILED);
}

START_TEST(test_place_lost_file_is_noticed_and_rescued)
{
	const struct mishap *happening = &happenings[_i];
	struct record record, kept;
	char name[64];
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	store_shows(store, &record);
	make_copies(store, &record);
	OK(store_astray(store, &why));
	shell(happening->command);
	shell("test ! -e rekindle.db || cksum < rekindle.db > sum");
	put_notes_in_vain(store, &record, happening);
	OK(store_load(store, key, &kept, &why));
	ck_assert_uint_eq(kept.note_count, record.note_count);
	record_release(&kept);
	store_shows(store, NULL);
	store_close(store);
	shell("test ! -e rekindle.db || cksum < rekindle.db | cmp - sum");
	find_rescue(name, sizeof(name));
	struct stat at;
	ck_assert(stat(name, &at) == 0 && (at.st_mode & 07777) == 0600);
	OK(store_open(name, STORE_EXISTING, &store, &why));
	OK(store_load(store, key, &kept, &why));
	ck_assert_uint_eq(kept.note_count, record.note_count);
	ck_assert_uint_eq(kept.answer_count, record.answer_count);
	ck_assert(kept.answers[0].object.changed == record.answers[0].object.changed);
	ck_assert_int_eq(
		number_in(name, "SELECT count(*) FROM note WHERE text = 'since monday'"), 1);
	ck_assert_int_eq(number_in(name, "SELECT count(*) FROM note WHERE text = 'not saved'"), 3);
	if (happening->whole)
		ck_assert_int_gt(number_in(name, "SELECT count(*) FROM change"), 4);
	store_close(store);
	record_release(&kept);
	record_release(&record);
}
END_TEST

/* A reading one is told as well: what it would show is not what it had. */
START_TEST(test_place_lost_file_is_noticed_by_reading)
{
	struct record record, other;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	store_shows(store, &record);
	make_copies(store, &record);
	shell(_i ? "cp monday.db rekindle.db" : "cp fork.db new.db; mv new.db rekindle.db");
	ck_assert_int_eq(store_load(store, key, &other, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "rescue-"));
	OK(store_load(store, key, &other, &why));
	ck_assert_uint_eq(other.note_count, record.note_count);
	record_release(&other);
	record_release(&record);
	store_close(store);
}
END_TEST

/* Nothing is open: what lies there now is taken as it is, once it has been looked at. */
START_TEST(test_place_overwritten_with_nothing_open_is_taken)
{
	struct record record, other;
	struct store_list list;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	make_copies(store, &record);
	shell("cp monday.db rekindle.db");
	struct note *note = record_add(&record, KIND_NOTE);
	note->text = "unseen";
	ck_assert_int_eq(store_put(store, &record, KIND_NOTE, note, 0, &why), ERR_FAILED);
	ck_assert_msg(strstr(why.text, "nothing was changed") != NULL, "%s", why.text);
	shell("cmp monday.db rekindle.db && cp fork.db rekindle.db");
	OK(store_list(store, &list, &why));
	ck_assert_uint_eq(list.count, 1);
	store_list_release(&list);
	OK(store_load(store, key, &other, &why));
	add_note(store, &other, "looked at");
	OK(store_astray(store, &why));
	record_release(&other);
	record_release(&record);
	store_close(store);
	ck_assert_int_eq(
		number_in(path,
			"SELECT count(*) FROM note WHERE text IN ('looked at', 'on another "
			"machine')"),
		2);
}
END_TEST

/* Without its folder it is rescued at home; where that cannot be nothing is saved, and said. */
START_TEST(test_place_lost_folder_is_rescued_at_home_or_said)
{
	struct record record;
	char home[80], command[120], rescue[64];
	struct store *store = open_store();
	stored_record(store, &record);
	snprintf(home, sizeof(home), "%s.home", folder);
	setenv("HOME", home, 1);
	if (_i)
		ck_assert_int_eq(mkdir(home, 0700), 0);
	shell("rm -r \"$PWD\"");
	struct note *note = record_add(&record, KIND_NOTE);
	note->text = "nowhere";
	ck_assert_int_eq(store_put(store, &record, KIND_NOTE, note, 0, &why), ERR_FAILED);
	ck_assert_msg(
		strstr(why.text, _i ? home : "nothing more is saved") != NULL, "%s", why.text);
	record_release(&record);
	store_close(store);
	if (_i) {
		ck_assert_int_eq(chdir(home), 0);
		find_rescue(rescue, sizeof(rescue));
		ck_assert_int_eq(
			number_in(rescue, "SELECT count(*) FROM note WHERE text = 'nowhere'"), 1);
	}
	ck_assert_int_eq(chdir("/"), 0);
	snprintf(command, sizeof(command), "rm -rf '%s'", home);
	ck_assert_int_eq(system(command), 0);
}
END_TEST

/* Neither what another program adds, nor a touch, nor a commit of its own is a replacement. */
START_TEST(test_place_others_writing_is_no_loss)
{
	struct record record, theirs;
	struct store *store = open_store(), *other;
	int64_t key = stored_record(store, &record);
	for (int n = 0; n < 4; n++) {
		OK(store_open(path, STORE_EXISTING, &other, &why));
		OK(store_load(other, key, &theirs, &why));
		add_note(other, &theirs, "from the other");
		store_close(other);
		shell("touch rekindle.db");
		add_note(store, &record, "from here");
		record_release(&theirs);
	}
	OK(store_load(store, key, &theirs, &why));
	ck_assert_uint_eq(theirs.note_count, record.note_count + 4);
	OK(store_astray(store, &why));
	record_release(&theirs);
	record_release(&record);
	store_close(store);
	shell("test -z \"$(ls rescue-* 2> /dev/null)\"");
}
END_TEST

Suite *place_suite(void)
{
	Suite *suite = suite_create("the one file");
	TCase *tests = tcase_create("files");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_place_copy_alone_is_complete_after_each_change);
	tcase_add_test(tests, test_place_killed_between_changes_leaves_the_file_alone);
	tcase_add_test(tests, test_place_wal_is_taken_over);
	tcase_add_loop_test(tests, test_place_lost_file_is_noticed_and_rescued, 0, HAPPENINGS);
	tcase_add_loop_test(tests, test_place_lost_file_is_noticed_by_reading, 0, 2);
	tcase_add_test(tests, test_place_overwritten_with_nothing_open_is_taken);
	tcase_add_loop_test(tests, test_place_lost_folder_is_rescued_at_home_or_said, 0, 2);
	tcase_add_test(tests, test_place_others_writing_is_no_loss);
	suite_add_tcase(suite, tests);
	return suite;
}
