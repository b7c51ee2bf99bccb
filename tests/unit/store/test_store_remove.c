/* SPDX-License-Identifier: MIT */
/*
 * An object taken out of a record in memory: what is left is what the store has left of it.
 */
#include "store_fixture.h"

Suite *store_remove_suite(void);

START_TEST(test_store_remove_leaves_what_the_store_leaves)
{
	enum kind kind = (enum kind)_i;
	struct record record, kept, stored;
	if (!kind_info[kind].count)
		return;
	struct store *store = open_store();
	fill_record(&record);
	OK(store_add_record(store, &record, &why));
	int64_t key = record.assessment.object.key;
	for (size_t i = 0; i < record_count(&record, kind); i++) {
		OK(store_load(store, key, &kept, &why));
		OK(store_begin(store, key, NULL, &why));
		OK(store_delete(store, &kept, kind, record_at(&kept, kind, i), &why));
		OK(store_load(store, key, &stored, &why));
		record_remove(&kept, kind, i);
		assert_same(&stored, &kept, false);
		store_rollback(store);
		record_release(&stored);
		record_release(&kept);
	}
	record_release(&record);
	store_close(store);
}
END_TEST

Suite *store_remove_suite(void)
{
	Suite *suite = suite_create("store remove");
	TCase *tests = tcase_create("store remove");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_add_loop_test(tests, test_store_remove_leaves_what_the_store_leaves, 0, KIND_COUNT);
	suite_add_tcase(suite, tests);
	return suite;
}
