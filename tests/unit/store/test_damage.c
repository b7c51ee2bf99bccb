/* SPDX-License-Identifier: MIT */
/*
 * Damage: a bit of what is stored has turned over. What SQLite can tell is told, and what is not
 * told says the same as before.
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <rekindle/exchange.h>

#include "store_fixture.h"

Suite *damage_suite(void);

#define FLIPS 250

static int64_t assessment;

/* What would be taken out of the file; false when that is refused, with words. */
static bool take_out(const char *name, struct str *out)
{
	struct store *store;
	struct record record;
	why.text[0] = '\0';
	str_clear(out);
	if (store_open(name, STORE_EXISTING, &store, &why))
		return false;
	bool done = !store_check(store, 0, &why) && !store_load(store, assessment, &record, &why);
	if (done)
		record_release(&record);
	done = done && !exchange_write(store, assessment, false, out, &why);
	store_close(store);
	return done;
}

static bool integrity(const char *name)
{
	sqlite3 *db;
	sqlite3_stmt *row = NULL;
	sqlite3_open(name, &db);
	bool whole =
		sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &row, NULL) == SQLITE_OK &&
		sqlite3_step(row) == SQLITE_ROW &&
		!strcmp((const char *)sqlite3_column_text(row, 0), "ok");
	sqlite3_finalize(row);
	sqlite3_close(db);
	return whole;
}

static void make_file(void)
{
	struct record record;
	struct store *store = open_store();
	assessment = stored_record(store, &record);
	record_release(&record);
	store_close(store);
}

/* Where something is written, or right beside it. */
static void flip(struct str *bytes, unsigned *seed)
{
	size_t at;
	do {
		*seed = *seed * 1103515245u + 12345u;
		at = (*seed >> 4) % bytes->len;
	} while (!bytes->text[at] && !(at && bytes->text[at - 1]));
	bytes->text[at] ^= (char)(1 << (*seed >> 28) % 8);
}

static void write_file(const char *name, const struct str *bytes)
{
	int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ck_assert_int_eq(write(file, bytes->text, bytes->len), (ssize_t)bytes->len);
	close(file);
}

static void read_file(const char *name, struct str *bytes)
{
	static char block[1 << 16];
	ssize_t n;
	int file = open(name, O_RDONLY);
	while ((n = read(file, block, sizeof(block))) > 0)
		str_addn(bytes, block, (size_t)n);
	close(file);
}

enum fate { FATE_SAME = 10, FATE_REFUSED, FATE_TEXT, FATE_SILENT };

/* Another text alone is nothing that SQLite can tell: no page has a sum. */
static enum fate fate_of(const char *name, const struct str *before)
{
	struct str out;
	str_init(&out);
	if (!take_out(name, &out))
		return why.text[0] ? FATE_REFUSED : FATE_SILENT;
	if (!strcmp(out.text, before->text))
		return FATE_SAME;
	return integrity(name) ? FATE_TEXT : FATE_SILENT;
}

START_TEST(test_damage_of_a_bit_is_told_or_harmless)
{
	struct str whole, before;
	int fates[FATE_SILENT + 1] = { 0 };
	unsigned seed = 20261126;
	char name[160];
	make_file();
	str_init(&whole);
	str_init(&before);
	read_file(path, &whole);
	ck_assert(take_out(path, &before));
	snprintf(name, sizeof(name), "%s/flipped.db", folder);
	for (int i = 0; i < FLIPS; i++) {
		struct str flipped;
		int status;
		str_init(&flipped);
		str_addn(&flipped, whole.text, whole.len);
		flip(&flipped, &seed);
		write_file(name, &flipped);
		str_release(&flipped);
		pid_t child = fork();
		if (child == 0)
			_exit(fate_of(name, &before));
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_msg(WIFEXITED(status), "flip %d: signal %d", i, WTERMSIG(status));
		ck_assert_msg(WEXITSTATUS(status) != FATE_SILENT, "flip %d: silent", i);
		fates[WEXITSTATUS(status)]++;
	}
	/* the test has something to look at */
	ck_assert_int_gt(fates[FATE_REFUSED], FLIPS / 10);
	ck_assert_int_gt(fates[FATE_SAME], FLIPS / 10);
	str_release(&whole);
	str_release(&before);
}
END_TEST

/* An answer to a question that is not there any more was left out of score, report and export. */
START_TEST(test_damage_of_a_question_is_never_passed_over)
{
	struct store *store;
	struct record record;
	sqlite3 *db;
	make_file();
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db,
				 "UPDATE item SET id = 'no.such.question' WHERE key = (SELECT "
				 "item FROM answer LIMIT 1)",
				 NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	OK(store_open(path, STORE_EXISTING, &store, &why));
	ck_assert_int_eq(store_load(store, assessment, &record, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "restore "));
	store_close(store);
}
END_TEST

/* An index that has lost its entries: the notes were in no list, and nothing was said. */
START_TEST(test_damage_of_an_index_is_told_before_anything_is_taken_out)
{
	struct str out;
	sqlite3 *db;
	sqlite3_stmt *row;
	make_file();
	str_init(&out);
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(db,
				 "SELECT rootpage FROM sqlite_schema WHERE name = "
				 "'note_assessment'",
				 -1, &row, NULL),
		SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(row), SQLITE_ROW);
	long entries = (sqlite3_column_int(row, 0) - 1) * 4096L + 3;
	sqlite3_finalize(row);
	sqlite3_close(db);
	int file = open(path, O_RDWR);
	ck_assert_int_eq(pwrite(file, "\0\0", 2, entries), 2);
	close(file);
	ck_assert(!take_out(path, &out));
	ck_assert_msg(strstr(why.text, "is damaged") != NULL, "%s", why.text);
	str_release(&out);
}
END_TEST

Suite *damage_suite(void)
{
	Suite *suite = suite_create("damage");
	TCase *tests = tcase_create("files");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_set_timeout(tests, 600);
	tcase_add_test(tests, test_damage_of_a_bit_is_told_or_harmless);
	tcase_add_test(tests, test_damage_of_a_question_is_never_passed_over);
	tcase_add_test(tests, test_damage_of_an_index_is_told_before_anything_is_taken_out);
	suite_add_tcase(suite, tests);
	return suite;
}
