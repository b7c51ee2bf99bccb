/* SPDX-License-Identifier: MIT */
/*
 * Finding and listing: names, ids, the portfolio.
 */
#include "store_fixture.h"

Suite *store_find_suite(void);

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

/* A small alliance with one round; id: first bytes of the round's id, NULL for any. */
static int64_t add_round(const char *name, const char *title, int date, int sealed, const char *id)
{
	struct record record;
	record_init(&record, instrument_builtin());
	record.alliance.name = name;
	((struct party *)record_add(&record, KIND_PARTY))->name = "A";
	record.assessment.title = title;
	record.assessment.date = date;
	record.assessment.sealed = sealed;
	if (id)
		ck_assert(uuid_parse(id, &record.assessment.object.id));
	OK(store_add_record(store, &record, &why));
	int64_t key = record.assessment.object.key;
	record_release(&record);
	return key;
}

static int64_t add_later_round(int64_t first, int date, int sealed, enum round_kind kind)
{
	struct record record;
	OK(store_load(store, first, &record, &why));
	drop_round(&record);
	record.assessment.date = date;
	record.assessment.sealed = sealed;
	record.assessment.kind = kind;
	OK(store_add_record(store, &record, &why));
	int64_t key = record.assessment.object.key;
	record_release(&record);
	return key;
}

static int64_t found(const char *text)
{
	int64_t key;
	enum err err = store_find(store, text, &key, &why);
	ck_assert_msg(err == ERR_NONE, "%s: %s", text, why.text);
	return key;
}

static void assert_not_found(const char *text, const char *words)
{
	int64_t key;
	ck_assert_msg(store_find(store, text, &key, &why) == ERR_USAGE, "%s", text);
	ck_assert_int_eq(key, 0);
	ck_assert_msg(strstr(why.text, words) != NULL, "%s", why.text);
}

START_TEST(test_store_find_takes_ids_prefixes_and_names)
{
	assert_not_found("Phoenix", "no assessment yet");
	int64_t a = add_round("Phoenix & GenTech", "baseline", 100, DATE_NONE,
		"1a2b3c4d-0000-4000-8000-000000000001");
	int64_t b = add_round("Stra\xC3\x9F"
			      "e & Caf\xC3\xA9",
		NULL, 100, DATE_NONE, "1a2b3c4e-0000-4000-8000-000000000002");
	int64_t c =
		add_round("beef", "first", 100, DATE_NONE, "ffffffff-ffff-4fff-bfff-ffffffffffff");
	ck_assert_int_eq(found("1a2b3c4d-0000-4000-8000-000000000001"), a);
	ck_assert_int_eq(found("1A2B3C4D-0000-4000-8000-000000000001"), a);
	ck_assert_int_eq(found("1a2b3c4d000040008000000000000001"), a);
	ck_assert_int_eq(found("1a2b3c4d"), a);
	ck_assert_int_eq(found("1a2b3c4e-0"), b);
	ck_assert_int_eq(found("ffff"), c);
	ck_assert_int_eq(found("phoenix & GENTECH"), a);
	ck_assert_int_eq(found("STRASSE & CAF\xC3\x89"), b);
	ck_assert_int_eq(found("BEEF"), c);
	assert_not_found(
		"1a2b3c4", "1a2b3c4d-0000 Phoenix & GenTech, baseline; 1a2b3c4e-0000 Stra");
	assert_not_found("1a2", "no assessment is called");
	assert_not_found("fff", "there is: ffffffff-ffff beef, first; ");
	assert_not_found("1a2b3c4d-0000-4000-8000-0000000000011", "no assessment is called");
	assert_not_found("", "no assessment is called");
	assert_not_found("Phoenix", "no assessment is called");
}
END_TEST

START_TEST(test_store_find_an_exact_id_beats_a_name)
{
	static const char id[] = "1a2b3c4d-0000-4000-8000-000000000001";
	int64_t round = add_round("Phoenix", NULL, 20000, DATE_NONE, id);
	add_round(id, NULL, 20000, DATE_NONE, NULL);
	ck_assert_int_eq(found(id), round);
}
END_TEST

static int64_t wanted(const char *text, enum round_wanted wanted)
{
	int64_t key;
	OK(store_find_round(store, text, wanted, &key, &why));
	return key;
}

START_TEST(test_store_find_by_name_takes_the_round_that_is_wanted)
{
	int64_t first = add_round("Ours", NULL, 100, DATE_NONE, NULL);
	ck_assert_int_eq(wanted("ours", WANT_PULSE), first);
	int64_t open = add_later_round(first, 200, DATE_NONE, ROUND_FOLLOW_UP);
	int64_t sealed = add_later_round(first, 300, 310, ROUND_FOLLOW_UP);
	ck_assert_int_eq(wanted("ours", WANT_OPEN_PULSE), sealed);
	int64_t pulse = add_later_round(first, 320, DATE_NONE, ROUND_PULSE);
	int64_t last = add_later_round(first, 330, 331, ROUND_PULSE);
	ck_assert_int_eq(found("ours"), sealed);
	ck_assert_int_eq(wanted("OURS", WANT_FULL), sealed);
	ck_assert_int_eq(wanted("ours", WANT_OPEN_FULL), open);
	ck_assert_int_eq(wanted("ours", WANT_PULSE), last);
	ck_assert_int_eq(wanted("ours", WANT_OPEN_PULSE), pulse);
	int64_t closed = add_round("Done", NULL, 500, 501, NULL);
	int64_t newer = add_later_round(closed, 600, 601, ROUND_FOLLOW_UP);
	ck_assert_int_eq(wanted("done", WANT_OPEN_FULL), newer);
	add_round("OURS", NULL, 100, DATE_NONE, NULL);
	assert_not_found("ours", "more than one assessment");
}
END_TEST

START_TEST(test_store_list_is_by_name_and_date)
{
	struct store_list list;
	OK(store_list(store, &list, &why));
	ck_assert_uint_eq(list.count, 0);
	store_list_release(&list);
	int64_t b = add_round("birch", "one", 100, DATE_NONE, NULL);
	int64_t a = add_round("Alder", "two", 300, DATE_NONE, NULL);
	int64_t late = add_later_round(b, 400, DATE_NONE, ROUND_FOLLOW_UP),
		early = add_later_round(b, 50, 60, ROUND_FOLLOW_UP);
	struct record bare;
	record_init(&bare, instrument_builtin());
	bare.alliance.name = "Cedar";
	OK(store_put(store, &bare, KIND_ALLIANCE, &bare.alliance, 0, &why));
	record_release(&bare);
	OK(store_list(store, &list, &why));
	const int64_t expected[] = { a, early, b, late, 0 };
	ck_assert_uint_eq(list.count, 5);
	for (size_t i = 0; i < 5; i++)
		ck_assert_int_eq(list.rounds[i].assessment, expected[i]);
	ck_assert_int_eq(list.rounds[1].sealed, 60);
	ck_assert_int_eq(list.rounds[2].sealed, DATE_NONE);
	ck_assert_str_eq(list.rounds[4].alliance_name, "Cedar");
	ck_assert(uuid_none(&list.rounds[4].assessment_id));
	ck_assert(!uuid_none(&list.rounds[4].alliance_id));
	store_list_release(&list);
}
END_TEST

static void assert_counts(int parties, int heard, int planned, const char *next)
{
	struct store_list list;
	OK(store_list(store, &list, &why));
	ck_assert_int_eq(list.rounds[0].parties, parties);
	ck_assert_int_eq(list.rounds[0].heard, heard);
	ck_assert_int_eq(list.rounds[0].planned, planned);
	ck_assert(str_same(list.rounds[0].next_planned, next));
	store_list_release(&list);
}

START_TEST(test_store_list_counts_people_heard_and_planned)
{
	struct record record;
	record_init(&record, instrument_builtin());
	record.alliance.name = "Counted";
	static const char *const planned[] = { "2026-10-22T16:00", "2026-10-19", NULL };
	for (int i = 0; i < 3; i++) {
		struct party *party = record_add(&record, KIND_PARTY);
		party->name = i ? "Theirs" : "Ours";
		struct person *person = record_add(&record, KIND_PERSON);
		person->party = 0;
		person->role = ROLE_SPONSOR;
		person->planned = planned[i];
	}
	for (int i = 0; i < 2; i++) {
		struct respondent *respondent = record_add(&record, KIND_RESPONDENT);
		respondent->person = i ? -1 : 1;
		respondent->party = 0;
		respondent->role = ROLE_SPONSOR;
	}
	OK(store_add_record(store, &record, &why));
	assert_counts(3, 0, 4, "2026-10-19");
	int rated = 0;
	while (record.instrument->items[rated].kind != ITEM_RATED)
		rated++;
	struct answer *answer = record_add(&record, KIND_ANSWER);
	answer->respondent = 0;
	answer->item = rated;
	answer->state = STATE_DONT_KNOW;
	OK(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
	assert_counts(3, 0, 4, "2026-10-19");
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = 3 };
	OK(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
	assert_counts(3, 1, 4, "2026-10-22T16:00");
	OK(store_delete(store, &record, KIND_PERSON, &record.people[0], &why));
	assert_counts(3, 1, 3, NULL);
	record_release(&record);
}
END_TEST

START_TEST(test_store_summary_is_stale_after_any_change_of_the_alliance)
{
	struct record record, other;
	struct store_list list;
	stored_record(store, &record);
	stored_record(store, &other);
	add_later_round(record.assessment.object.key, 30000, DATE_NONE, ROUND_FOLLOW_UP);
	OK(store_list(store, &list, &why));
	ck_assert_uint_eq(list.count, 3);
	ck_assert_int_ne(list.rounds[0].summary_change, list.rounds[0].change);
	ck_assert(isnan(list.rounds[0].health));
	ck_assert_ptr_null(list.rounds[0].primary);
	ck_assert_int_eq(list.rounds[0].change, list.rounds[1].change);
	int64_t log = store_change(store), key = list.rounds[0].assessment,
		change = list.rounds[0].change;
	store_list_release(&list);
	OK(store_put_summary(store, key, change, 3.25, "management", "B", &why));
	ck_assert_int_eq(store_change(store), log);
	OK(store_list(store, &list, &why));
	ck_assert_int_eq(list.rounds[0].summary_change, list.rounds[0].change);
	ck_assert(list.rounds[0].health == 3.25);
	ck_assert_str_eq(list.rounds[0].primary, "management");
	ck_assert_str_eq(list.rounds[0].grade, "B");
	ck_assert_int_eq(list.rounds[0].parties, 2);
	ck_assert_int_eq(list.rounds[0].heard, 2);
	store_list_release(&list);
	/* another alliance's change leaves it fresh, its other round's does not */
	other.notes[0].text = "new";
	OK(store_put(store, &other, KIND_NOTE, &other.notes[0], 0, &why));
	OK(store_list(store, &list, &why));
	ck_assert_int_eq(list.rounds[0].summary_change, list.rounds[0].change);
	store_list_release(&list);
	record_put_party_profile(&record, 0)->stance = STANCE_RELUCTANT;
	OK(store_begin(store, 0, NULL, &why));
	OK(store_put(store, &record, KIND_PARTY_PROFILE, &record.party_profiles[0], 0, &why));
	OK(store_commit(store, &why));
	OK(store_list(store, &list, &why));
	ck_assert_int_lt(list.rounds[0].summary_change, list.rounds[0].change);
	store_list_release(&list);
	OK(store_put_summary(store, key, store_change(store), NAN, NULL, NULL, &why));
	OK(store_list(store, &list, &why));
	ck_assert(isnan(list.rounds[0].health));
	ck_assert_ptr_null(list.rounds[0].primary);
	store_list_release(&list);
	record_release(&record);
	record_release(&other);
}
END_TEST

START_TEST(test_store_list_remembers_many_counts)
{
	struct store_list list;
	char name[32];
	OK(store_begin(store, 0, NULL, &why));
	for (int i = 0; i < 60; i++) {
		snprintf(name, sizeof(name), "alliance %02d", i);
		add_round(name, NULL, 100, DATE_NONE, NULL);
	}
	OK(store_commit(store, &why));
	for (int pass = 0; pass < 2; pass++) {
		OK(store_list(store, &list, &why));
		ck_assert_uint_eq(list.count, 60);
		store_list_release(&list);
		ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM summary"), 60);
	}
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM summary WHERE counted IS NULL"), 0);
}
END_TEST

/* Bytes a stored answer takes, against the bare row of 16.4. */
START_TEST(test_store_bytes_of_an_answer_stay_small)
{
	enum { RESPONDENTS = 200, ANSWERS = 50 };
	struct record record;
	record_init(&record, instrument_builtin());
	record.alliance.name = "Large";
	struct party *party = record_add(&record, KIND_PARTY);
	party->name = "Ours";
	for (int r = 0; r < RESPONDENTS; r++) {
		struct respondent *respondent = record_add(&record, KIND_RESPONDENT);
		respondent->party = 0;
		respondent->role = ROLE_MANAGER;
	}
	OK(store_add_record(store, &record, &why));
	sql_run(store, "PRAGMA synchronous = OFF");
	int64_t empty = sql_number(store, "SELECT sum(pgsize) FROM dbstat WHERE name = 'change'");
	struct answer *answer = record_add(&record, KIND_ANSWER);
	for (int r = 0; r < RESPONDENTS; r++)
		for (int i = 0, n = 0; n < ANSWERS; i++) {
			if (record.instrument->items[i].kind != ITEM_RATED)
				continue;
			*answer = (struct answer){ .respondent = r,
				.item = i,
				.state = STATE_ANSWERED,
				.value = { .type = VALUE_NUMBER, .number = 1 + i % 5 },
				.flag = TRI_UNKNOWN,
				.object.changed = clock_ms() };
			OK(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
			n++;
		}
	double n = RESPONDENTS * ANSWERS;
	double table =
		(double)sql_number(store, "SELECT sum(pgsize) FROM dbstat WHERE name = 'answer'") /
		n;
	double log =
		(double)(sql_number(store, "SELECT sum(pgsize) FROM dbstat WHERE name = 'change'") -
			empty) /
		n;
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM answer"), (int64_t)n);
	ck_assert_msg(table <= 2 * 16.4, "%.1f bytes an answer", table);
	ck_assert_msg(table + log <= 4.5 * 16.4, "%.1f bytes an answer with its log", table + log);
	if (getenv("REKINDLE_TEST_SIZES"))
		fprintf(stderr, "bytes an answer: %.1f, with its log %.1f\n", table, table + log);
	record_release(&record);
}
END_TEST

/* The round before by date; the plan is the same in all of them. */
START_TEST(test_store_earlier_is_the_round_before_by_date)
{
	int64_t first = add_round("Helios", "first", 100, DATE_NONE, NULL), third, second;
	struct store_earlier earlier;
	struct record record;

	OK(store_load(store, first, &record, &why));
	OK(store_load_earlier(store, &record, &earlier, &why));
	ck_assert_uint_eq(earlier.own, 0);
	ck_assert_uint_eq(earlier.count, 1);
	ck_assert_ptr_eq(earlier.all[0], &record);
	store_earlier_release(&earlier);
	third = add_later_round(first, 300, DATE_NONE, ROUND_FOLLOW_UP);
	second = add_later_round(first, 200, DATE_NONE, ROUND_FOLLOW_UP);
	struct plan_action *action = record_add(&record, KIND_PLAN_ACTION);
	action->library = "collect_facts";
	OK(store_put_plan(store, &record, "plan", &why));
	record_release(&record);

	OK(store_load(store, third, &record, &why));
	OK(store_load_earlier(store, &record, &earlier, &why));
	ck_assert_uint_eq(earlier.own, 2);
	ck_assert_ptr_eq(earlier.all[2], &record);
	ck_assert_int_eq(earlier.all[1]->assessment.object.key, second);
	ck_assert_uint_eq(record.action_count, 1);
	ck_assert_uint_eq(earlier.all[1]->action_count, 1);
	store_earlier_release(&earlier);
	record_release(&record);
}
END_TEST

static const char *later_of(int64_t round, struct pool *pool)
{
	const struct assessment *later;
	struct record record;
	OK(store_load(store, round, &record, &why));
	OK(store_later(store, &record, pool, &later, &why));
	record_release(&record);
	return later ? later->title : NULL;
}

/* The plan goes on with the newest full round; a pulse after that is no earlier one. */
START_TEST(test_store_later_is_the_newest_full_round)
{
	int64_t first = add_round("Helios", "first", 100, DATE_NONE, NULL);
	struct pool pool = { 0 };
	ck_assert_ptr_null(later_of(first, &pool));
	int64_t pulse = add_later_round(first, 300, DATE_NONE, ROUND_FOLLOW_UP);
	sql_run(store, "UPDATE assessment SET kind = 2, title = 'pulse' WHERE date = 300");
	ck_assert_ptr_null(later_of(first, &pool));
	ck_assert_ptr_null(later_of(pulse, &pool));
	int64_t second = add_later_round(first, 200, DATE_NONE, ROUND_FOLLOW_UP);
	sql_run(store, "UPDATE assessment SET title = 'second' WHERE date = 200");
	ck_assert_str_eq(later_of(first, &pool), "second");
	ck_assert_ptr_null(later_of(second, &pool));
	ck_assert_ptr_null(later_of(pulse, &pool));
	pool_release(&pool);
}
END_TEST

/* However many there are: 600 rounds lie before the last. */
START_TEST(test_store_earlier_is_found_behind_many_rounds)
{
	int64_t first = add_round("Helios", "first", 100, DATE_NONE, NULL);
	struct store_earlier earlier;
	struct record record;
	sql_run(store,
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) "
		"INSERT INTO assessment (alliance, id, instrument, date) "
		"SELECT alliance, randomblob(16), instrument, 100 + i FROM n, assessment");
	int64_t last = add_later_round(first, 900, DATE_NONE, ROUND_FOLLOW_UP);
	OK(store_load(store, last, &record, &why));
	OK(store_load_earlier(store, &record, &earlier, &why));
	ck_assert_uint_eq(earlier.own, 601);
	ck_assert_int_eq(earlier.all[600]->assessment.date, 700);
	store_earlier_release(&earlier);
	record_release(&record);
}
END_TEST

Suite *store_find_suite(void)
{
	Suite *suite = suite_create("store_find");
	TCase *tests = tcase_create("find");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_store_earlier_is_the_round_before_by_date);
	tcase_add_test(tests, test_store_later_is_the_newest_full_round);
	tcase_add_test(tests, test_store_earlier_is_found_behind_many_rounds);
	tcase_add_test(tests, test_store_find_takes_ids_prefixes_and_names);
	tcase_add_test(tests, test_store_find_an_exact_id_beats_a_name);
	tcase_add_test(tests, test_store_find_by_name_takes_the_round_that_is_wanted);
	tcase_add_test(tests, test_store_list_is_by_name_and_date);
	tcase_add_test(tests, test_store_list_counts_people_heard_and_planned);
	tcase_add_test(tests, test_store_summary_is_stale_after_any_change_of_the_alliance);
	tcase_add_test(tests, test_store_list_remembers_many_counts);
	tcase_add_test(tests, test_store_bytes_of_an_answer_stay_small);
	suite_add_tcase(suite, tests);
	return suite;
}
