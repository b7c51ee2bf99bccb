/* SPDX-License-Identifier: MIT */
/*
 * The memory of joint editions: the same one again, refused after one or two respondents changed,
 * made anew after three.
 */
#include "store_fixture.h"
#include <rekindle/edition.h>
#include <rekindle/schema.h>

Suite *store_edition_suite(void);

#define SIDE 5

static struct store *store;
static struct record record;

static void put_rating(int respondent, int item, double value)
{
	struct answer *answer = record_put_answer(&record, respondent, item);

	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = value };
}

static int first_rated(void)
{
	int item = 0;

	while (record.instrument->items[item].kind != ITEM_RATED ||
		record.instrument->items[item].roles != (1u << ROLE_COUNT) - 1)
		item++;
	return item;
}

static int add_respondent(int party)
{
	struct respondent *who = record_add(&record, KIND_RESPONDENT);

	who->party = party;
	who->role = ROLE_MANAGER;
	who->name = "Somebody";
	return (int)record.respondent_count - 1;
}

static void begin(void)
{
	make_folder_of_test();
	store = open_store();
	record_init(&record, instrument_builtin());
	record.alliance.name = "Alliance";
	for (int p = 0; p < 2; p++) {
		struct party *party = record_add(&record, KIND_PARTY);

		party->name = party->label = p ? "Beta" : "Alpha";
	}
	for (int r = 0; r < 2 * SIDE; r++)
		add_respondent(r / SIDE);
	record_settle(&record);
	for (int r = 0; r < 2 * SIDE; r++)
		put_rating(r, first_rated(), 3);
	record_settle(&record);
	OK(store_add_record(store, &record, &why));
}

static void finish(void)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
}

/* Makes a joint edition; the sentence of a refusal is left in why. */
static enum err make(void)
{
	struct diagnosis diagnosis;
	struct edition_view view;
	enum err err;

	record_settle(&record);
	diagnosis_compute(&diagnosis, &record);
	edition_compute(&view, &record, &diagnosis, EDITION_JOINT);
	err = store_keep_edition(store, &record, &view, &diagnosis.scores, &why);
	edition_release(&view);
	diagnosis_release(&diagnosis);
	return err;
}

static void change(int respondent)
{
	put_rating(respondent, first_rated(), 4);
}

START_TEST(test_store_edition_the_same_may_be_made_again)
{
	OK(make());
	OK(make());
	store_close(store);
	store = open_store();
	OK(make());
}
END_TEST

/* _i respondents changed: 1 and 2 are refused, 3 are enough. */
START_TEST(test_store_edition_takes_three_changed)
{
	OK(make());
	for (int r = 0; r < _i; r++)
		change(2 * r);
	if (_i < EDITION_CHANGED_MIN) {
		ck_assert_int_eq(make(), ERR_FAILED);
		ck_assert_ptr_nonnull(strstr(why.text,
			_i == 1 ? "only 1 respondent was added or changed"
				: "only 2 respondents were"));
		ck_assert_ptr_nonnull(strstr(why.text, "it takes 3"));
		/* a refusal is not remembered: with one more it is enough */
		change(7);
		if (_i == 1)
			change(8);
	}
	OK(make());
	OK(make());
}
END_TEST

/* Added, gone and changed count alike. */
START_TEST(test_store_edition_counts_added_and_gone)
{
	OK(make());
	int added = add_respondent(0);
	record_settle(&record);
	OK(store_put(store, &record, KIND_RESPONDENT, &record.respondents[added], 0, &why));
	OK(make()); /* without an answer it is nobody yet */
	put_rating(added, first_rated(), 5);
	ck_assert_int_eq(make(), ERR_FAILED);
	record_put_answer(&record, 0, first_rated())->state = STATE_BLANK;
	ck_assert_int_eq(make(), ERR_FAILED);
	change(1);
	OK(make());
}
END_TEST

/* What somebody takes back is no change. */
START_TEST(test_store_edition_forgives_what_is_taken_back)
{
	OK(make());
	change(3);
	ck_assert_int_eq(make(), ERR_FAILED);
	put_rating(3, first_rated(), 3);
	OK(make());
}
END_TEST

/* Words are printed too; so is the attribution that lets them be quoted. */
START_TEST(test_store_edition_counts_words)
{
	OK(make());
	record_put_answer(&record, 0, first_rated())->quote = "Said later.";
	ck_assert_int_eq(make(), ERR_FAILED);
	record_put_answer(&record, 0, first_rated())->quote = NULL;
	record.respondents[1].attribution = ATTRIBUTION_CONFIDENTIAL;
	ck_assert_int_eq(make(), ERR_FAILED);
}
END_TEST

/* A rating of two of Beta is withheld. Facts beside it that begin to weigh would give it. */
START_TEST(test_store_edition_refuses_facts_that_weigh_differently)
{
	OK(make());
	for (size_t i = 0; i < record.instrument->item_count; i++)
		for (int r = 0; r < SIDE + 2; r++)
			if (record.instrument->items[i].scale == ASPECT_GOVERNANCE)
				put_rating(r, (int)i, 3);
	OK(make());
	for (int row = SELECTION_ROWS; row < CHECK_ROWS; row++) {
		struct checklist *check = record_add(&record, KIND_CHECKLIST);

		check->row = row;
		check->value = CHECK_YES;
	}
	ck_assert_int_eq(make(), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "recorded facts count differently"));
}
END_TEST

/* Other facts of the same weight move a score by what everybody can see. */
START_TEST(test_store_edition_takes_other_facts_of_the_same_weight)
{
	for (int row = SELECTION_ROWS; row < CHECK_ROWS; row++) {
		struct checklist *check = record_add(&record, KIND_CHECKLIST);

		check->row = row;
		check->value = CHECK_YES;
	}
	OK(make());
	record.checklists[0].value = CHECK_NO;
	OK(make());
}
END_TEST

START_TEST(test_store_edition_survives_a_deleted_assessment)
{
	const char *what;
	struct pool pool = { NULL };

	OK(make());
	OK(store_delete(store, &record, KIND_ASSESSMENT, &record.assessment, &why));
	OK(store_undo(store, record.assessment.object.key, &pool, &what, &why));
	change(0);
	ck_assert_int_eq(make(), ERR_FAILED);
	pool_release(&pool);
}
END_TEST

Suite *store_edition_suite(void)
{
	Suite *suite = suite_create("store_edition");
	TCase *tests = tcase_create("editions");

	tcase_add_checked_fixture(tests, begin, finish);
	tcase_add_test(tests, test_store_edition_the_same_may_be_made_again);
	tcase_add_loop_test(tests, test_store_edition_takes_three_changed, 1, 4);
	tcase_add_test(tests, test_store_edition_counts_added_and_gone);
	tcase_add_test(tests, test_store_edition_forgives_what_is_taken_back);
	tcase_add_test(tests, test_store_edition_counts_words);
	tcase_add_test(tests, test_store_edition_refuses_facts_that_weigh_differently);
	tcase_add_test(tests, test_store_edition_takes_other_facts_of_the_same_weight);
	tcase_add_test(tests, test_store_edition_survives_a_deleted_assessment);
	suite_add_tcase(suite, tests);
	return suite;
}
