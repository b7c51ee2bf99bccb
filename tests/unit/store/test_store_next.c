/* SPDX-License-Identifier: MIT */
/*
 * The next round: what it starts with, what it seals, and taking it back.
 */
#include <rekindle/bin.h>
#include <rekindle/carried.h>
#include <rekindle/next.h>

#include "store_fixture.h"

Suite *store_next_suite(void);

#define FIRST_DAY 20500
#define NEXT_DAY 20600

static struct store *store;
static struct record before, now;
static struct pool pool;
static int64_t first;

static void set_up(void)
{
	struct record record;
	make_folder_of_test();
	store = open_store();
	fill_record(&record);
	record.assessment.kind = ROUND_BASELINE;
	record.assessment.date = FIRST_DAY;
	record.assessment.begun = 0;
	OK(store_add_record(store, &record, &why));
	first = record.assessment.object.key;
	record_release(&record);
	OK(store_load(store, first, &before, &why));
	now = (struct record){ 0 };
}

static void tear_down(void)
{
	record_release(&before);
	record_release(&now);
	pool_release(&pool);
	store_close(store);
	remove_folder_of_test();
}

static int64_t begin_on(int64_t from, enum round_kind kind, int day)
{
	int64_t round;
	const struct next_terms terms = { .kind = kind, .date = day };
	OK(next_begin(store, from, &terms, &round, &why));
	record_release(&now);
	OK(store_load(store, round, &now, &why));
	return round;
}

static int64_t begin(enum round_kind kind)
{
	return begin_on(first, kind, NEXT_DAY);
}

static int sealed_on(int64_t round)
{
	struct record record;
	OK(store_load(store, round, &record, &why));
	int day = record.assessment.sealed;
	record_release(&record);
	return day;
}

static bool says_the_same(enum kind kind, const void *a, const void *b)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++)
		if (kind_info[kind].fields[i].type != FIELD_INSTANT &&
			!field_same(&kind_info[kind].fields[i], a, b))
			return false;
	return true;
}

static int open_incidents(void)
{
	int n = 0;
	for (size_t i = 0; i < before.incident_count; i++)
		n += before.incidents[i].repaired != TRI_YES;
	return n;
}

static size_t expected(enum kind kind)
{
	if (kind == KIND_INCIDENT)
		return (size_t)open_incidents();
	return kind_is_carried(kind) ? record_count(&before, kind) : 0;
}

START_TEST(test_next_starts_with_what_is_known)
{
	begin(ROUND_FOLLOW_UP);
	ck_assert_int_eq(now.assessment.kind, ROUND_FOLLOW_UP);
	ck_assert_int_eq(now.assessment.date, NEXT_DAY);
	ck_assert_int_eq(now.assessment.sealed, DATE_NONE);
	ck_assert_int_eq(now.assessment.objectives_agreed, before.assessment.objectives_agreed);
	ck_assert_int_eq(open_incidents(), 1);
	for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT; kind++) {
		size_t count = record_count(&now, (enum kind)kind);
		ck_assert_msg(count == expected((enum kind)kind), "%zu %s", count,
			kind_info[kind].plural);
		ck_assert_int_eq(record_unconfirmed_count(&now, (enum kind)kind), count);
		for (size_t i = 0; kind != KIND_INCIDENT && i < count; i++)
			ck_assert_msg(says_the_same((enum kind)kind,
					      record_at(&before, (enum kind)kind, i),
					      record_at(&now, (enum kind)kind, i)),
				"%s %zu", kind_info[kind].name, i);
	}
	ck_assert_uint_eq(now.person_count, before.person_count);
	ck_assert(!uuid_same(&now.objectives[0].object.id, &before.objectives[0].object.id));
	ck_assert_int_eq(record_unconfirmed_count(&before, KIND_OBJECTIVE), 0);
}
END_TEST

/* Interviews that were planned are of the round before. */
START_TEST(test_next_full_round_drops_days_that_are_over)
{
	char past[DATE_TEXT], day[DATE_TEXT];
	date_iso(NEXT_DAY - 1, past);
	date_iso(NEXT_DAY, day);
	before.people[0].planned = past;
	before.people[1].planned = pool_printf(&pool, "%sT16:00", day);
	for (int i = 0; i < 2; i++)
		OK(store_put(store, &before, KIND_PERSON, &before.people[i], 0, &why));
	begin(ROUND_PULSE);
	ck_assert_str_eq(now.people[0].planned, past);
	int64_t round = begin(ROUND_FOLLOW_UP);
	ck_assert_ptr_null(now.people[0].planned);
	ck_assert_str_eq(now.people[1].planned, before.people[1].planned);
	const char *what;
	OK(store_undo(store, round, &pool, &what, &why));
	record_release(&now);
	OK(store_load(store, first, &now, &why));
	ck_assert_str_eq(now.people[0].planned, past);
}
END_TEST

START_TEST(test_next_pulse_has_no_facts)
{
	begin(ROUND_PULSE);
	ck_assert_int_eq(now.assessment.kind, ROUND_PULSE);
	for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT; kind++)
		ck_assert_msg(!record_count(&now, (enum kind)kind), "%s", kind_info[kind].plural);
	ck_assert_uint_eq(now.person_count, before.person_count);
}
END_TEST

START_TEST(test_next_full_round_starts_with_the_last_full_one)
{
	int64_t pulse = begin(ROUND_PULSE);
	begin_on(pulse, ROUND_FOLLOW_UP, NEXT_DAY + 1);
	ck_assert_uint_eq(now.objective_count, before.objective_count);
}
END_TEST

START_TEST(test_next_full_round_seals_all_before_it_a_pulse_pulses)
{
	int64_t pulse = begin(ROUND_PULSE);
	ck_assert_int_eq(sealed_on(first), DATE_NONE);
	int64_t another = begin_on(first, ROUND_PULSE, NEXT_DAY);
	ck_assert_int_eq(sealed_on(first), DATE_NONE);
	ck_assert_int_eq(sealed_on(pulse), clock_today());
	int64_t full = begin(ROUND_FOLLOW_UP);
	ck_assert_int_eq(sealed_on(first), clock_today());
	ck_assert_int_eq(sealed_on(another), clock_today());
	ck_assert_int_eq(sealed_on(full), DATE_NONE);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sealed_kpi"),
		(int64_t)(3 * before.kpi_count));
}
END_TEST

/* Who only owns parts of the plan is offered in no round. */
static int to_hear(void)
{
	int n = 0;
	for (size_t i = 0; i < before.person_count; i++)
		n += before.people[i].interviewee != TRI_NO;
	return n;
}

START_TEST(test_next_look_says_what_beginning_does)
{
	struct next_round next;
	begin(ROUND_PULSE);
	OK(next_look(store, first, ROUND_FOLLOW_UP, &next, &why));
	ck_assert_uint_eq(next.sealed_count, 2);
	ck_assert_int_eq(next.sealed[1]->kind, ROUND_PULSE);
	ck_assert_int_eq(next.after->date, NEXT_DAY);
	ck_assert_int_eq(next.people, to_hear());
	ck_assert_int_lt(next.people, (int)before.person_count);
	ck_assert_int_eq(next.carried[KIND_OBJECTIVE], (int)before.objective_count);
	ck_assert_int_eq(next.carried[KIND_ANSWER], 0);
	ck_assert_int_eq(next.carried[KIND_EVENT], 0);
	next_release(&next);
	OK(next_look(store, first, ROUND_PULSE, &next, &why));
	ck_assert_uint_eq(next.sealed_count, 1);
	ck_assert_int_eq(next.carried[KIND_OBJECTIVE], 0);
	next_release(&next);
}
END_TEST

START_TEST(test_next_is_of_no_earlier_day)
{
	int64_t round;
	struct next_terms terms = { .kind = ROUND_PULSE, .date = FIRST_DAY - 1 };
	int64_t change = store_change(store);
	ck_assert_int_eq(next_begin(store, first, &terms, &round, &why), ERR_USAGE);
	ck_assert_msg(strstr(why.text, "is before the baseline of 2026-02-16"), "%s", why.text);
	ck_assert_int_eq(store_change(store), change);
	terms.date = FIRST_DAY;
	OK(next_begin(store, first, &terms, &round, &why));
}
END_TEST

/* turned(STORE, what is said): undo or redo of a round. */
static void turned(
	enum err (*turn)(struct store *, int64_t, struct pool *, const char **, struct errmsg *),
	int64_t round, const char *said)
{
	const char *what;
	OK(turn(store, round, &pool, &what, &why));
	ck_assert_msg(str_same(what, said), "%s", what ? what : "nothing");
}

static bool is_there(int64_t round)
{
	struct record record;
	bool there = !store_load(store, round, &record, &why);
	if (there)
		record_release(&record);
	return there;
}

START_TEST(test_next_is_taken_back_with_its_seals_from_either_round)
{
	int64_t kept = sql_number(store, "SELECT sum(key) FROM sealed_kpi");
	int64_t round = begin(ROUND_FOLLOW_UP);
	ck_assert_int_eq(sealed_on(first), clock_today());
	ck_assert_int_ne(sql_number(store, "SELECT sum(key) FROM sealed_kpi"), kept);
	turned(store_undo, _i ? first : round, "follow-up round begun");
	ck_assert(!is_there(round));
	ck_assert_int_eq(sealed_on(first), DATE_NONE);
	ck_assert_int_eq(sql_number(store, "SELECT sum(key) FROM sealed_kpi"), kept);
	turned(store_redo, first, "follow-up round begun");
	ck_assert_int_eq(sealed_on(first), clock_today());
	record_release(&now);
	OK(store_load(store, round, &now, &why));
	ck_assert_int_eq(record_unconfirmed_count(&now, KIND_OBJECTIVE), (int)now.objective_count);
	turned(store_undo, round, "follow-up round begun");
	ck_assert(!is_there(round));
	turned(store_undo, first, NULL);
}
END_TEST

START_TEST(test_next_is_taken_back_over_restarts)
{
	int64_t round = begin(ROUND_FOLLOW_UP);
	store_close(store);
	store = open_store();
	turned(store_undo, round, "follow-up round begun");
	ck_assert(!is_there(round));
	ck_assert_int_eq(sealed_on(first), DATE_NONE);
}
END_TEST

static void hear_somebody(struct record *record)
{
	struct respondent *respondent = record_add(record, KIND_RESPONDENT);
	respondent->party = respondent->role = 0;
	OK(store_put(store, record, KIND_RESPONDENT, respondent, 0, &why));
	record_settle(record);
	struct answer *answer = record_put_answer(record, 0, 0);
	answer->state = STATE_DONT_KNOW;
	OK(store_put(store, record, KIND_ANSWER, answer, 0, &why));
}

START_TEST(test_next_that_was_worked_in_is_not_taken_back)
{
	const char *what;
	int64_t round = begin(ROUND_FOLLOW_UP);
	hear_somebody(&now);
	ck_assert_int_eq(store_undo(store, first, &pool, &what, &why), ERR_LOCKED);
	ck_assert_msg(strstr(why.text, "worked in since"), "%s", why.text);
	ck_assert(is_there(round));
	turned(store_undo, round, "Name, don't know");
	turned(store_undo, round, "the sponsor added");
	turned(store_undo, round, "follow-up round begun");
	ck_assert(!is_there(round));
}
END_TEST

/* Whatever is in it, nobody's work goes with it. */
START_TEST(test_next_that_another_program_worked_in_is_not_taken_back)
{
	const char *what;
	int64_t round = begin(ROUND_PULSE);
	struct store *other = open_store(), *own = store;
	store = other;
	hear_somebody(&now);
	store = own;
	store_close(other);
	ck_assert_int_eq(store_undo(store, round, &pool, &what, &why), ERR_LOCKED);
	ck_assert(is_there(round));
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM answer WHERE respondent = "
				 "(SELECT max(key) FROM respondent)"),
		1);
}
END_TEST

START_TEST(test_next_confirms_without_changing_and_takes_it_back)
{
	begin(ROUND_FOLLOW_UP);
	const struct kind_info *info = &kind_info[_i];
	if (!kind_is_carried((enum kind)_i))
		return;
	void *object = record_at(&now, (enum kind)_i, 0);
	int all = record_unconfirmed_count(&now, (enum kind)_i);
	OK(store_begin(store, now.assessment.object.key, "1 fact confirmed", &why));
	OK(store_confirm(store, &now, (enum kind)_i, object, &why));
	OK(store_commit(store, &why));
	ck_assert_msg(!record_unconfirmed(&now, (enum kind)_i, object), "%s", info->name);
	int64_t key = now.assessment.object.key;
	record_release(&now);
	OK(store_load(store, key, &now, &why));
	ck_assert_int_eq(record_unconfirmed_count(&now, (enum kind)_i), all - 1);
	turned(store_undo, key, "1 fact confirmed");
	record_release(&now);
	OK(store_load(store, key, &now, &why));
	ck_assert_int_eq(record_unconfirmed_count(&now, (enum kind)_i), all);
}
END_TEST

START_TEST(test_next_changing_confirms)
{
	begin(ROUND_FOLLOW_UP);
	now.objectives[0].result =
		RESULT_MET == now.objectives[0].result ? RESULT_MISSED : RESULT_MET;
	OK(store_put(store, &now, KIND_OBJECTIVE, &now.objectives[0], 0, &why));
	ck_assert(!record_unconfirmed(&now, KIND_OBJECTIVE, &now.objectives[0]));
	ck_assert(record_unconfirmed(&now, KIND_OBJECTIVE, &now.objectives[1]));
}
END_TEST

static void reload(int64_t round)
{
	record_release(&now);
	OK(store_load(store, round, &now, &why));
}

static void confirm_first_of_each(void)
{
	OK(store_begin(store, now.assessment.object.key, "facts confirmed", &why));
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (kind_is_carried((enum kind)kind))
			OK(store_confirm(store, &now, (enum kind)kind,
				record_at(&now, (enum kind)kind, 0), &why));
	OK(store_commit(store, &why));
}

/* One of each kind that is carried over is confirmed, and no more; or none is. */
static void assert_confirmed(int each)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		int count = (int)record_count(&now, (enum kind)kind);
		int left = record_unconfirmed_count(&now, (enum kind)kind);
		if (kind_is_carried((enum kind)kind))
			ck_assert_msg(left == count - each, "%d of %d %s", left, count,
				kind_info[kind].plural);
	}
	for (int kind = 0; each && kind < KIND_COUNT; kind++)
		if (kind_is_carried((enum kind)kind))
			ck_assert(!record_unconfirmed(
				&now, (enum kind)kind, record_at(&now, (enum kind)kind, 0)));
}

static void undelete(void)
{
	struct store_binned *list;
	size_t count;
	OK(store_bin(store, &pool, &list, &count, &why));
	ck_assert_int_eq(count, 1);
	OK(store_undelete(store, list, &why));
}

/* The round, or the alliance, goes and comes back: out of the bin, or by undo. */
static void go_and_come_back(int64_t round, enum kind kind, bool undo)
{
	const char *what;
	OK(store_delete(store, &now, kind, record_at(&now, kind, 0), &why));
	ck_assert(!is_there(round));
	if (undo)
		OK(store_undo(store, round, &pool, &what, &why));
	else
		undelete();
	reload(round);
}

START_TEST(test_next_stays_confirmed_when_it_comes_back)
{
	enum kind kind = _i & 1 ? KIND_ALLIANCE : KIND_ASSESSMENT;
	int64_t round = begin(ROUND_FOLLOW_UP);
	confirm_first_of_each();
	for (int times = 0; times < 2; times++) {
		go_and_come_back(round, kind, _i & 2);
		assert_confirmed(1);
	}
	turned(store_undo, round, "facts confirmed");
	reload(round);
	assert_confirmed(0);
	turned(store_redo, round, "facts confirmed");
	reload(round);
	assert_confirmed(1);
}
END_TEST

START_TEST(test_next_is_taken_back_after_it_came_back)
{
	int64_t round = begin(ROUND_FOLLOW_UP);
	go_and_come_back(round, _i & 1 ? KIND_ALLIANCE : KIND_ASSESSMENT, _i & 2);
	turned(store_undo, first, "follow-up round begun");
	ck_assert(!is_there(round));
	turned(store_redo, first, "follow-up round begun");
	reload(round);
	assert_confirmed(0);
}
END_TEST

START_TEST(test_next_is_confirmed_again_after_it_was_begun_again)
{
	int64_t round = begin(ROUND_FOLLOW_UP);
	confirm_first_of_each();
	turned(store_undo, round, "facts confirmed");
	turned(store_undo, first, "follow-up round begun");
	turned(store_redo, first, "follow-up round begun");
	turned(store_redo, round, "facts confirmed");
	reload(round);
	assert_confirmed(1);
}
END_TEST

START_TEST(test_next_seal_is_not_taken_back_once_there_are_answers)
{
	int64_t pulse = begin(ROUND_PULSE);
	begin(ROUND_FOLLOW_UP);
	OK(store_seal(store, pulse, DATE_NONE, &why));
	OK(store_seal(store, first, DATE_NONE, &why));
	OK(store_seal(store, first, clock_today(), &why));
	hear_somebody(&now);
	ck_assert_int_eq(store_seal(store, first, DATE_NONE, &why), ERR_LOCKED);
	ck_assert_msg(strstr(why.text, "has answers already"), "%s", why.text);
	ck_assert_int_eq(sealed_on(first), clock_today());
}
END_TEST

Suite *store_next_suite(void)
{
	Suite *suite = suite_create("store_next");
	TCase *tests = tcase_create("store_next");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_next_starts_with_what_is_known);
	tcase_add_test(tests, test_next_full_round_drops_days_that_are_over);
	tcase_add_test(tests, test_next_pulse_has_no_facts);
	tcase_add_test(tests, test_next_full_round_starts_with_the_last_full_one);
	tcase_add_test(tests, test_next_full_round_seals_all_before_it_a_pulse_pulses);
	tcase_add_test(tests, test_next_look_says_what_beginning_does);
	tcase_add_test(tests, test_next_is_of_no_earlier_day);
	tcase_add_loop_test(tests, test_next_is_taken_back_with_its_seals_from_either_round, 0, 2);
	tcase_add_test(tests, test_next_is_taken_back_over_restarts);
	tcase_add_test(tests, test_next_that_was_worked_in_is_not_taken_back);
	tcase_add_test(tests, test_next_that_another_program_worked_in_is_not_taken_back);
	tcase_add_loop_test(
		tests, test_next_confirms_without_changing_and_takes_it_back, 0, KIND_COUNT);
	tcase_add_test(tests, test_next_changing_confirms);
	tcase_add_loop_test(tests, test_next_stays_confirmed_when_it_comes_back, 0, 4);
	tcase_add_loop_test(tests, test_next_is_taken_back_after_it_came_back, 0, 4);
	tcase_add_test(tests, test_next_is_confirmed_again_after_it_was_begun_again);
	tcase_add_test(tests, test_next_seal_is_not_taken_back_once_there_are_answers);
	suite_add_tcase(suite, tests);
	return suite;
}
