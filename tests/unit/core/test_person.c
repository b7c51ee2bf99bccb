/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person made one: nothing that either said is lost.
 */
#include <rekindle/person.h>
#include <rekindle/plan.h>

#include "build.h"

Suite *person_suite(void);

enum { INTO, FROM, OTHER };

static struct build build;
static struct record *rec;
static struct pool pool;
static struct person_clash *clashes;
static size_t count;

static void set_up(void)
{
	build_init(&build);
	rec = &build.rec;
	record_init(rec, &build.instrument);
	record_add(rec, KIND_PARTY);
	for (int i = 0; i < 3; i++) {
		record_add(rec, KIND_PERSON);
		struct respondent *respondent = record_add(rec, KIND_RESPONDENT);
		respondent->person = i;
		respondent->party = respondent->role = 0;
	}
}

static void tear_down(void)
{
	record_release(rec);
	pool_release(&pool);
}

static struct answer *rate(int respondent, int item, int rating, int64_t changed)
{
	struct answer *answer = record_add(rec, KIND_ANSWER);
	answer->respondent = respondent;
	answer->item = item;
	answer->object.changed = changed;
	answer->state = rating ? STATE_ANSWERED : STATE_BLANK;
	if (rating)
		answer->value = (struct value){ .type = VALUE_NUMBER, .number = rating };
	return answer;
}

static void join(void)
{
	record_settle(rec);
	respondent_join(rec, INTO, FROM, &pool, &clashes, &count);
}

static double rated(int respondent, int item)
{
	const struct answer *answer = record_answer(rec, respondent, item);
	return answer && answer->state == STATE_ANSWERED ? answer->value.number : 0;
}

/* Every pair of answers to one item: none, blank, the earlier, the later. */
START_TEST(test_person_join_keeps_the_later_answer_and_tells_the_other)
{
	static const struct {
		int into, from; /* 0 blank, -1 none */
		int64_t into_at, from_at;
		int stays, other; /* 0: no clash */
	} cases[] = {
		{ -1, 4, 0, 10, 4, 0 },
		{ 4, -1, 10, 0, 4, 0 },
		{ 0, 4, 20, 10, 4, 0 },
		{ 4, 0, 10, 20, 4, 0 },
		{ 3, 3, 10, 20, 3, 0 },
		{ 2, 5, 10, 20, 5, 2 },
		{ 2, 5, 20, 10, 2, 5 },
		{ 2, 5, 10, 10, 2, 5 },
		{ 2, 5, 0, 10, 5, 2 },
	};
	if (cases[_i].into >= 0)
		rate(INTO, 0, cases[_i].into, cases[_i].into_at);
	if (cases[_i].from >= 0)
		rate(FROM, 0, cases[_i].from, cases[_i].from_at);
	rate(OTHER, 0, 1, 30);
	join();
	ck_assert(rated(INTO, 0) == cases[_i].stays);
	ck_assert(rated(OTHER, 0) == 1);
	ck_assert_uint_eq(count, cases[_i].other != 0);
	if (!count)
		return;
	ck_assert(clashes[0].other->value.number == cases[_i].other);
	ck_assert_ptr_eq(&rec->answers[clashes[0].answer], record_answer(rec, INTO, 0));
}
END_TEST

START_TEST(test_person_join_keeps_what_stands_beside_both)
{
	struct answer *into = rate(INTO, 1, 2, 20);
	into->comment = "tired";
	into->quote = "We said so.";
	struct answer *from = rate(FROM, 1, 4, 10);
	from->comment = "in a hurry";
	from->quote = "We said so.";
	from->evidence = "minutes of May";
	from->flag = TRI_YES;
	join();
	const struct answer *stays = record_answer(rec, INTO, 1);
	ck_assert_str_eq(stays->comment, "tired\nin a hurry");
	ck_assert_str_eq(stays->quote, "We said so.");
	ck_assert_str_eq(stays->evidence, "minutes of May");
	ck_assert_int_eq(stays->flag, TRI_YES);
	ck_assert_uint_eq(count, 1);
}
END_TEST

/* A state, a text, a reason that differs is told as a value is. */
START_TEST(test_person_join_tells_states_and_texts_apart)
{
	rate(INTO, 0, 3, 20);
	rate(FROM, 0, 0, 10)->state = STATE_DONT_KNOW;
	rate(INTO, 1, 0, 20)->state = STATE_DECLINED;
	rate(FROM, 1, 0, 10)->state = STATE_DECLINED;
	for (int r = INTO; r <= FROM; r++) {
		struct answer *answer = rate(r, 2, 0, 10 + r);
		answer->state = STATE_NOT_APPLICABLE;
		answer->reason = r == INTO ? "no contract" : "no lawyer";
	}
	join();
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(clashes[0].other->state, STATE_DONT_KNOW);
	ck_assert_str_eq(clashes[1].other->reason, "no contract");
	ck_assert_str_eq(record_answer(rec, INTO, 2)->reason, "no lawyer");
}
END_TEST

START_TEST(test_person_join_keeps_the_narrower_terms)
{
	struct respondent *into = &rec->respondents[INTO], *from = &rec->respondents[FROM];
	from->attribution = ATTRIBUTION_CONFIDENTIAL;
	from->consent = TRI_YES;
	from->date = 20700;
	into->minutes = 60;
	from->minutes = 30;
	struct route *route = record_add(rec, KIND_ROUTE);
	route->respondent = FROM;
	join();
	ck_assert_int_eq(into->attribution, ATTRIBUTION_CONFIDENTIAL);
	ck_assert_int_eq(into->consent, TRI_YES);
	ck_assert_int_eq(into->date, 20700);
	ck_assert_int_eq(into->minutes, 60);
	ck_assert_int_eq(rec->routes[0].respondent, INTO);
}
END_TEST

START_TEST(test_person_give_leaves_what_is_owned_twice)
{
	static const int people[] = { FROM, INTO, FROM, OTHER };
	for (int i = 0; i < 4; i++) {
		struct owner *owner = record_add(rec, KIND_ACTION_OWNER);
		owner->of = i < 2 ? 0 : 1;
		owner->person = people[i];
	}
	person_give(rec, KIND_ACTION_OWNER, INTO, FROM);
	ck_assert_int_eq(rec->action_owners[0].person, FROM);
	ck_assert_int_eq(rec->action_owners[1].person, INTO);
	ck_assert_int_eq(rec->action_owners[2].person, INTO);
	ck_assert_int_eq(rec->action_owners[3].person, OTHER);
}
END_TEST

START_TEST(test_person_fill_takes_what_is_missing)
{
	struct person into = { .planned = "2026-10-15" };
	const struct person from = { .name = "Ana Ruiz", .planned = "2026-11-01" };
	person_fill(&into, &from);
	ck_assert_str_eq(into.name, "Ana Ruiz");
	ck_assert_str_eq(into.planned, "2026-10-15");
}
END_TEST

/* In whichever of the two records the word stands: interviewed is what counts, in that role. */
START_TEST(test_person_fill_is_interviewed_if_one_is)
{
	static const struct {
		int into, from, interviewee, role;
	} cases[] = {
		{ TRI_NO, TRI_UNKNOWN, TRI_YES, ROLE_OPERATIONS },
		{ TRI_NO, TRI_YES, TRI_YES, ROLE_OPERATIONS },
		{ TRI_NO, TRI_NO, TRI_NO, ROLE_SPONSOR },
		{ TRI_UNKNOWN, TRI_NO, TRI_UNKNOWN, ROLE_SPONSOR },
		{ TRI_YES, TRI_NO, TRI_YES, ROLE_SPONSOR },
	};
	struct person into = { .role = ROLE_SPONSOR, .interviewee = cases[_i].into };
	const struct person from = { .role = ROLE_OPERATIONS, .interviewee = cases[_i].from };
	person_fill(&into, &from);
	ck_assert_int_eq(into.interviewee, cases[_i].interviewee);
	ck_assert_int_eq(into.role, cases[_i].role);
}
END_TEST

/* Whoever has an interview in the round is interviewed there, whatever is said. */
START_TEST(test_person_owner_is_nobody_to_hear)
{
	struct person *owner = person_owner(rec, 0, ROLE_SPONSOR, "Olga Berg");
	ck_assert_str_eq(owner->name, "Olga Berg");
	ck_assert_int_eq(owner->role, ROLE_SPONSOR);
	ck_assert(!record_interviewee(rec, 3));
	ck_assert_int_eq(record_interviewees(rec), 3);
	rec->people[OTHER].interviewee = TRI_NO;
	ck_assert(record_interviewee(rec, OTHER));
	ck_assert_int_eq(record_interviewees(rec), 3);
	ck_assert_int_eq(person_owner(rec, 0, -1, "Per Nygard")->role, ROLE_MANAGER);
}
END_TEST

/* The plan proposes nobody for their role who was only ever named by hand. */
START_TEST(test_person_owner_is_found_by_hand_alone)
{
	person_owner(rec, 0, ROLE_OPERATIONS, "Olga Berg");
	ck_assert_int_eq(plan_find_owner(rec, 0, ROLE_OPERATIONS), -1);
	struct person *heard = record_add(rec, KIND_PERSON);
	heard->party = 0;
	heard->role = ROLE_OPERATIONS;
	ck_assert_int_eq(plan_find_owner(rec, 0, ROLE_OPERATIONS), 4);
}
END_TEST

Suite *person_suite(void)
{
	Suite *suite = suite_create("person");
	TCase *tests = tcase_create("person");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(
		tests, test_person_join_keeps_the_later_answer_and_tells_the_other, 0, 9);
	tcase_add_test(tests, test_person_join_keeps_what_stands_beside_both);
	tcase_add_test(tests, test_person_join_tells_states_and_texts_apart);
	tcase_add_test(tests, test_person_join_keeps_the_narrower_terms);
	tcase_add_test(tests, test_person_give_leaves_what_is_owned_twice);
	tcase_add_test(tests, test_person_fill_takes_what_is_missing);
	tcase_add_loop_test(tests, test_person_fill_is_interviewed_if_one_is, 0, 5);
	tcase_add_test(tests, test_person_owner_is_nobody_to_hear);
	tcase_add_test(tests, test_person_owner_is_found_by_hand_alone);
	suite_add_tcase(suite, tests);
	return suite;
}
