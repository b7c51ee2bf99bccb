/* SPDX-License-Identifier: MIT */
/*
 * Deletions in the queue of what waits to be stored: beside changes, over a record that is loaded
 * anew, and with their undo.
 */
#include "heard.h"

Suite *unsaved_suite(void);

static struct store *other;
static struct errmsg why;

#define FIRST "strategy.rationale.1"
#define DO(call) ck_assert_msg(!(call), "%s", why.text)

/* Another program holds the file. */
static void set_up(void)
{
	heard_begin();
	DO(store_open(heard.path, STORE_EXISTING, &other, &why));
	DO(store_begin(other, heard.assessment, NULL, &why));
}

static void tear_down(void)
{
	store_close(other);
	heard_end();
}

static void let_go(void)
{
	store_rollback(other);
	app.waiting.retry_at = 0;
	app_tick(&app);
	ck_assert(!app.unsaved);
}

static bool delete_person(int person)
{
	return app_delete(&app, "somebody", KIND_PERSON, &app.record.people[person]);
}

static void rename_person(int person, const char *name)
{
	app.record.people[person].name = name;
	ck_assert(app_change(&app, NULL, KIND_PERSON, &app.record.people[person]));
}

START_TEST(test_unsaved_deletion_waits_is_stored_and_taken_back)
{
	size_t count = app.record.person_count;
	ck_assert(delete_person(BO));
	ck_assert_uint_eq(app.record.person_count, count - 1);
	ck_assert(app.unsaved);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Lind'"), "1");
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.person_count, count - 1);
	app_undo(&app, false);
	ck_assert_uint_eq(app.record.person_count, count - 1);
	let_go();
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Lind'"), "0");
	app_undo(&app, false);
	ck_assert_uint_eq(app.record.person_count, count);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Lind'"), "1");
}
END_TEST

START_TEST(test_unsaved_deletion_of_what_waits_is_refused)
{
	size_t count = app.record.person_count;
	rename_person(BO, "Bo Quill");
	ck_assert(!delete_person(BO));
	ck_assert_str_eq(app.message, words_plain(W_DELETE_WAITS));
	ck_assert_uint_eq(app.record.person_count, count);
	let_go();
	ck_assert(delete_person(BO));
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Quill'"), "0");
}
END_TEST

/* What stands behind something that is taken out moves up, also in what waits. */
START_TEST(test_unsaved_changes_stay_their_own_when_an_earlier_one_goes)
{
	struct answer *answer =
		record_put_answer(&app.record, BO, instrument_item(heard.bank, FIRST));
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = 4 };
	ck_assert(app_change(&app, NULL, KIND_ANSWER, answer));
	rename_person(BO, "Bo Quill");
	ck_assert(app_delete(&app, NULL, KIND_RESPONDENT, &app.record.respondents[ANA]));
	ck_assert(delete_person(ANA));
	if (_i)
		ck_assert(app_reload(&app));
	ck_assert_int_eq(app_unsaved(&app), 4);
	let_go();
	ck_assert_str_eq(app.record.people[0].name, "Bo Quill");
	ck_assert_str_eq(heard_answer(BO, FIRST), "0 4 -");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Quill'"), "1");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Ana Ruiz'"), "0");
}
END_TEST

Suite *unsaved_suite(void)
{
	Suite *suite = suite_create("unsaved");
	TCase *tests = tcase_create("unsaved");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_unsaved_deletion_waits_is_stored_and_taken_back);
	tcase_add_test(tests, test_unsaved_deletion_of_what_waits_is_refused);
	tcase_add_loop_test(
		tests, test_unsaved_changes_stay_their_own_when_an_earlier_one_goes, 0, 2);
	suite_add_tcase(suite, tests);
	return suite;
}
