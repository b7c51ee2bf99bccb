/* SPDX-License-Identifier: MIT */
/*
 * The bin: what is deleted lies there, comes back whole, and as a change of now.
 */
#include "store_fixture.h"

#include <rekindle/bin.h>
#include <rekindle/date.h>

Suite *store_bin_suite(void);

static struct store *store;
static struct record record;
static struct pool pool;
static int64_t round_key;

static const enum kind kinds[] = { KIND_ALLIANCE, KIND_PERSON, KIND_ASSESSMENT, KIND_RESPONDENT };
#define KINDS 4

static void set_up(void)
{
	make_folder_of_test();
	setenv("REKINDLE_TODAY", "2026-03-16", 1);
	store = open_store();
	round_key = stored_record(store, &record);
}

static void tear_down(void)
{
	record_release(&record);
	pool_release(&pool);
	store_close(store);
	remove_folder_of_test();
	unsetenv("REKINDLE_TODAY");
}

static void reopen(void)
{
	store_close(store);
	store = open_store();
}

static size_t bin(struct store_binned **list)
{
	size_t count;
	OK(store_bin(store, &pool, list, &count, &why));
	return count;
}

static size_t bin_size(void)
{
	struct store_binned *list;
	return bin(&list);
}

static void delete_first(enum kind kind)
{
	OK(store_delete(store, &record, kind, record_at(&record, kind, 0), &why));
}

static const char *undo(void)
{
	const char *what;
	OK(store_undo(store, round_key, &pool, &what, &why));
	return what;
}

static void assert_stored(const struct record *expected)
{
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	assert_same(expected, &now, false);
	record_release(&now);
}

START_TEST(test_store_bin_gives_back_what_was_deleted)
{
	enum kind kind = kinds[_i];
	struct store_binned *list;
	const struct object *object = record_at(&record, kind, 0);
	int64_t before = object->changed;
	ck_assert_int_eq(bin_size(), 0);
	delete_first(kind);
	reopen();
	setenv("REKINDLE_TODAY", "2026-04-14", 1);
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(list->kind, kind);
	ck_assert(uuid_same(&list->id, &object->id));
	ck_assert_int_eq(list->day, date_make(2026, 3, 16));
	ck_assert_str_eq(list->alliance_name, record.alliance.name);
	ck_assert_int_eq(strlen(list->name) > 0, 1);
	OK(store_undelete(store, list, &why));
	ck_assert_int_eq(bin_size(), 0);
	assert_stored(&record);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM deleted"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	/* later than the deletion, which other files may know */
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	object = record_at(&now, kind, 0);
	ck_assert_int_gt(object->changed, before + 1);
	record_release(&now);
}
END_TEST

/* Bringing back is the undo of the deletion: the next undo is of what was done before. */
START_TEST(test_store_bin_and_undo_agree)
{
	enum kind kind = kinds[_i];
	struct store_binned *list;
	record.notes[0].text = "later";
	OK(store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why));
	delete_first(kind);
	bin(&list);
	OK(store_undelete(store, list, &why));
	const char *what;
	OK(store_redo(store, round_key, &pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_ptr_nonnull(undo());
	ck_assert_int_eq(bin_size(), 0);
	assert_stored(&record);
	ck_assert_str_eq(undo(), "text of the note");
	/* what is added and undone was not deleted */
	struct person *person = record_add(&record, KIND_PERSON);
	person->party = 0;
	person->role = 0;
	OK(store_put(store, &record, KIND_PERSON, person, 0, &why));
	ck_assert_ptr_nonnull(undo());
	ck_assert_int_eq(bin_size(), 0);
}
END_TEST

/* Redone on another day, it lies there from that day on. */
START_TEST(test_store_bin_counts_from_the_last_deletion)
{
	struct store_binned *list;
	const char *what;
	delete_first(KIND_PERSON);
	undo();
	setenv("REKINDLE_TODAY", "2026-04-01", 1);
	OK(store_redo(store, round_key, &pool, &what, &why));
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(list->day, date_make(2026, 4, 1));
	undo();
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
	setenv("REKINDLE_TODAY", "2026-04-03", 1);
	delete_first(KIND_PERSON);
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(list->day, date_make(2026, 4, 3));
}
END_TEST

/* The screen deletes a person and what the person said as one. */
START_TEST(test_store_bin_keeps_together_what_went_together)
{
	struct store_binned *list;
	record.respondents[0].person = 0;
	OK(store_put(store, &record, KIND_RESPONDENT, &record.respondents[0], 0, &why));
	OK(store_begin(store, round_key, "Ann deleted", &why));
	delete_first(KIND_RESPONDENT);
	delete_first(KIND_PERSON);
	OK(store_commit(store, &why));
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(list->kind, KIND_PERSON);
	OK(store_undelete(store, list, &why));
	assert_stored(&record);
	ck_assert_int_eq(bin_size(), 0);
	const char *what;
	OK(store_redo(store, round_key, &pool, &what, &why));
	ck_assert_str_eq(what, "Ann deleted");
	ck_assert_int_eq(bin_size(), 1);
}
END_TEST

/* Of a step that did more only the deletion is turned around. */
START_TEST(test_store_bin_leaves_the_rest_of_a_step)
{
	struct store_binned *list;
	OK(store_begin(store, round_key, "much", &why));
	record.notes[0].text = "stays";
	OK(store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why));
	OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[1], &why));
	delete_first(KIND_PERSON);
	OK(store_commit(store, &why));
	ck_assert_int_eq(bin(&list), 2);
	ck_assert_int_eq(list[0].kind, KIND_PERSON);
	OK(store_undelete(store, &list[0], &why));
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(list->kind, KIND_RESPONDENT);
	OK(store_undelete(store, list, &why));
	assert_stored(&record);
}
END_TEST

START_TEST(test_store_bin_refuses_what_cannot_come_back)
{
	struct store_binned *list, inner;
	delete_first(KIND_RESPONDENT);
	bin(&list);
	inner = *list;
	delete_first(KIND_ASSESSMENT);
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(store_undelete(store, &inner, &why), ERR_LOCKED);
	OK(store_undelete(store, list, &why));
	ck_assert_int_eq(bin(&list), 1);
	OK(store_undelete(store, &inner, &why));
	ck_assert_int_eq(store_undelete(store, &inner, &why), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, "there again already"));
	assert_stored(&record);
}
END_TEST

START_TEST(test_store_deletion_waits_for_an_interview)
{
	record.respondents[0].person = 0;
	OK(store_put(store, &record, KIND_RESPONDENT, &record.respondents[0], 0, &why));
	OK(store_hold(store, record.respondents[1].object.key, &why));
	struct store *other = open_store();
	OK(store_hold(other, record.respondents[0].object.key, &why));
	for (int i = 0; i < KINDS; i++) {
		const void *object = record_at(&record, kinds[i], 0);
		ck_assert_int_eq(store_delete(store, &record, kinds[i], object, &why), ERR_LOCKED);
		ck_assert_ptr_nonnull(strstr(why.text, "has been interviewing"));
	}
	/* whom this program interviews it still does */
	ck_assert_int_eq(store_hold(other, record.respondents[1].object.key, &why), ERR_LOCKED);
	store_close(other);
	ck_assert_int_eq(bin_size(), 0);
	assert_stored(&record);
	delete_first(KIND_ALLIANCE);
	ck_assert_int_eq(bin_size(), 1);
}
END_TEST

/* Those that were deleted before there was a bin lie in it from the migration on. */
START_TEST(test_store_bin_takes_what_was_deleted_before_it)
{
	const struct embedded *step = embedded_files;
	struct store_binned *list;
	char version[60];
	OK(store_delete(store, &record, KIND_ALLIANCE, &record.alliance, &why));
	snprintf(version, sizeof(version), "PRAGMA user_version = %" PRId64,
		sql_number(store, "PRAGMA user_version"));
	sql_run(store, "DROP TABLE bin; DROP TABLE forgotten; DROP TABLE unclean");
	for (; step->path; step++)
		if (strstr(step->path, "_bin.sql") || strstr(step->path, "_binned.sql"))
			sql_run(store, step->text);
	sql_run(store, version);
	reopen();
	ck_assert_int_eq(bin(&list), 1);
	ck_assert_int_eq(list->kind, KIND_ALLIANCE);
	ck_assert_str_eq(list->name, record.alliance.name);
	OK(store_undelete(store, list, &why));
	assert_stored(&record);
}
END_TEST

Suite *store_bin_suite(void)
{
	Suite *suite = suite_create("store_bin");
	TCase *tests = tcase_create("bin");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, test_store_bin_gives_back_what_was_deleted, 0, KINDS);
	tcase_add_loop_test(tests, test_store_bin_and_undo_agree, 0, KINDS);
	tcase_add_test(tests, test_store_bin_counts_from_the_last_deletion);
	tcase_add_test(tests, test_store_bin_keeps_together_what_went_together);
	tcase_add_test(tests, test_store_bin_leaves_the_rest_of_a_step);
	tcase_add_test(tests, test_store_bin_refuses_what_cannot_come_back);
	tcase_add_test(tests, test_store_deletion_waits_for_an_interview);
	tcase_add_test(tests, test_store_bin_takes_what_was_deleted_before_it);
	suite_add_tcase(suite, tests);
	return suite;
}
