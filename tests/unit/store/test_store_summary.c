/* SPDX-License-Identifier: MIT */
/*
 * What lists show of a round is what its whole record says, however little of it is read for that.
 */
#include "../core/random.h"
#include "store_fixture.h"

#include <sqlite3.h>

Suite *store_summary_suite(void);

static struct store *store;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
}

static void tear_down(void)
{
	store_close(store);
	remove_folder_of_test();
}

/* What cannot be stored without. */
static void name_all(struct record *rec)
{
	rec->alliance.name = "Phoenix";
	for (size_t i = 0; i < rec->party_profile_count; i++)
		if (rec->party_profiles[i].stance < 0)
			rec->party_profiles[i].stance = STANCE_ENGAGED;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < record_count(rec, kind); i++)
			for (size_t f = 0; f < kind_info[kind].field_count; f++) {
				const struct field *field = &kind_info[kind].fields[f];
				const char **text =
					(const char **)(void *)((char *)record_at(rec, kind, i) +
						field->offset);
				if (field->type == FIELD_TEXT && field->required && !*text)
					*text = "named";
			}
}

static int64_t add_round(uint64_t seed)
{
	struct build b;
	random_core(&b, seed);
	name_all(&b.rec);
	OK(store_add_record(store, &b.rec, &why));
	int64_t key = b.rec.assessment.object.key;
	build_release(&b);
	return key;
}

static void assert_says(const struct summary *summary, int64_t key)
{
	struct record rec;
	struct diagnosis d;
	OK(store_load(store, key, &rec, &why));
	diagnosis_compute(&d, &rec);
	ck_assert_msg(isnan(d.scores.health) ? isnan(summary->health)
					     : summary->health == d.scores.health,
		"%.17g, not %.17g", summary->health, d.scores.health);
	ck_assert_int_eq(summary->primary, d.primary.cause);
	ck_assert_int_eq(summary->grade, d.confidence.grade);
	diagnosis_release(&d);
	record_release(&rec);
}

static void assert_summary(int64_t key)
{
	struct summary summary;
	OK(store_summarise(store, key, &summary, &why));
	assert_says(&summary, key);
}

START_TEST(test_summary_is_that_of_the_whole_round)
{
	OK(store_begin_all(store, &why));
	for (uint64_t seed = 1; seed <= 200; seed++)
		assert_summary(add_round(seed));
	OK(store_commit_all(store, &why));
}
END_TEST

/* Answers of several rounds by turns, of people whose keys lie between those of others. */
START_TEST(test_summary_reads_the_answers_of_its_own_people)
{
	struct build b[3];
	OK(store_begin_all(store, &why));
	for (int i = 0; i < 3; i++) {
		random_core(&b[i], (uint64_t)i + 5);
		name_all(&b[i].rec);
		OK(store_add_record(store, &b[i].rec, &why));
	}
	for (int n = 0; n < 12; n++) {
		struct record *rec = &b[n % 3].rec;
		int who = build_respondent(&b[n % 3], n % 2, (enum role)(n / 3));
		size_t before = rec->answer_count;
		OK(store_put(store, rec, KIND_RESPONDENT, &rec->respondents[who], 0, &why));
		for (size_t i = 0; n % 5 && i < rec->instrument->item_count; i++)
			if (rec->instrument->items[i].kind == ITEM_RATED)
				build_rate(&b[n % 3], who, (int)i, 1 + (n + (int)i) % 5);
		record_settle(rec);
		for (size_t i = before; i < rec->answer_count; i++)
			OK(store_put(store, rec, KIND_ANSWER, &rec->answers[i], 0, &why));
	}
	for (int i = 0; i < 3; i++) {
		assert_summary(b[i].rec.assessment.object.key);
		build_release(&b[i]);
	}
	OK(store_commit_all(store, &why));
}
END_TEST

static const char *const damages[] = {
	"UPDATE answer SET state = 17",
	"UPDATE answer SET rating = 9",
	"UPDATE answer SET item = item + 100000",
	"UPDATE answer SET value = '1 2' WHERE value IS NOT NULL",
	"UPDATE respondent SET role = 44",
	"UPDATE respondent SET party = 100000",
	"UPDATE checklist SET value = 12",
};

/* In the words that opening the round has. */
START_TEST(test_summary_of_a_damaged_round_is_refused_in_words)
{
	sqlite3 *db;
	struct summary summary;
	struct record rec;
	struct errmsg said = { "" };
	int64_t key = add_round(1);
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, damages[_i], NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_ne(sqlite3_changes(db), 0);
	sqlite3_close(db);
	ck_assert_int_eq(store_load(store, key, &rec, &why), ERR_INVALID);
	ck_assert_int_eq(store_summarise(store, key, &summary, &said), ERR_INVALID);
	ck_assert_str_eq(said.text, why.text);
}
END_TEST

Suite *store_summary_suite(void)
{
	Suite *suite = suite_create("store_summary");
	TCase *tcase = tcase_create("summary");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_summary_is_that_of_the_whole_round);
	tcase_add_test(tcase, test_summary_reads_the_answers_of_its_own_people);
	tcase_add_loop_test(tcase, test_summary_of_a_damaged_round_is_refused_in_words, 0,
		sizeof(damages) / sizeof(*damages));
	suite_add_tcase(suite, tcase);
	return suite;
}
