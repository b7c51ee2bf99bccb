/* SPDX-License-Identifier: MIT */
/*
 * Drafts: kept by place and field, gone together with the write that they end in, never logged.
 */
#include "store_fixture.h"

Suite *store_draft_suite(void);

static struct store *store;
static struct record record;
static struct store_place person, nothing = { .screen = "new alliance" };
static struct pool pool;
static struct store_draft *drafts;
static size_t count;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	record_init(&record, instrument_builtin());
	record.alliance.name = "Nord";
	record.assessment.date = 20000;
	record.assessment.title = "baseline";
	((struct party *)record_add(&record, KIND_PARTY))->name = "Nord AG";
	struct person *ana = record_add(&record, KIND_PERSON);
	ana->party = 0;
	ana->role = ROLE_MANAGER;
	record_settle(&record);
	OK(store_add_record(store, &record, &why));
	person = (struct store_place){ .screen = "person",
		.object = record.people[0].object.id,
		.alliance = record.alliance.object.key };
}

static void tear_down(void)
{
	pool_release(&pool);
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
}

static void put(const struct store_place *place, const char *field, const char *text)
{
	OK(store_put_draft(store, place,
		&(struct store_draft){ .field = field, .text = text, .cursor = 2 }, &why));
}

/* The texts of a place, the newest last: "Ana Ruiz|2026". */
static const char *texts(const struct store_place *place)
{
	const char *all = "";
	OK(store_drafts(store, place, &pool, &drafts, &count, &why));
	for (size_t i = 0; i < count; i++)
		all = pool_printf(&pool, "%s%s%s", all, i ? "|" : "", drafts[i].text);
	return all;
}

START_TEST(test_draft_is_kept_by_place_and_field)
{
	put(&person, "name", "Ana");
	put(&person, "planned", "2026");
	put(&nothing, "name", "Ost");
	put(&person, "name", "Ana Ruiz");
	OK(store_drafts(store, &person, &pool, &drafts, &count, &why));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(texts(&nothing), "Ost");
	ck_assert_uint_eq(drafts[0].cursor, 2);
	ck_assert_int_gt(drafts[0].at, 0);
	store_close(store);
	store = open_store();
	OK(store_drop_draft(store, &person, "planned", &why));
	ck_assert_str_eq(texts(&person), "Ana Ruiz");
	OK(store_drop_draft(store, &person, NULL, &why));
	OK(store_drop_draft(store, &person, NULL, &why));
	ck_assert_str_eq(texts(&person), "");
	ck_assert_str_eq(texts(&nothing), "Ost");
}
END_TEST

START_TEST(test_draft_goes_with_the_write_or_stays_with_it)
{
	put(&person, "name", "Ana");
	for (int taken_back = 1; taken_back >= 0; taken_back--) {
		OK(store_begin(store, record.assessment.object.key, NULL, &why));
		record.people[0].name = "Ana";
		OK(store_put(store, &record, KIND_PERSON, &record.people[0], 0, &why));
		OK(store_drop_draft(store, &person, "name", &why));
		if (taken_back)
			store_rollback(store);
		else
			OK(store_commit(store, &why));
		ck_assert_str_eq(texts(&person), taken_back ? "Ana" : "");
	}
}
END_TEST

START_TEST(test_draft_is_not_logged_and_goes_with_its_alliance)
{
	int64_t before = store_change(store);
	put(&person, "name", "Ana");
	put(&nothing, "name", "Ost");
	ck_assert_int_eq(store_change(store), before);
	OK(store_delete(store, &record, KIND_ALLIANCE, &record.alliance, &why));
	ck_assert_str_eq(texts(&person), "");
	ck_assert_str_eq(texts(&nothing), "Ost");
}
END_TEST

START_TEST(test_draft_with_a_cursor_out_of_its_text_ends_there)
{
	put(&person, "name", "A");
	OK(store_drafts(store, &person, &pool, &drafts, &count, &why));
	ck_assert_uint_eq(drafts[0].cursor, 1);
}
END_TEST

Suite *store_draft_suite(void)
{
	Suite *suite = suite_create("drafts");
	TCase *tests = tcase_create("drafts");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_draft_is_kept_by_place_and_field);
	tcase_add_test(tests, test_draft_goes_with_the_write_or_stays_with_it);
	tcase_add_test(tests, test_draft_is_not_logged_and_goes_with_its_alliance);
	tcase_add_test(tests, test_draft_with_a_cursor_out_of_its_text_ends_there);
	suite_add_tcase(suite, tests);
	return suite;
}
