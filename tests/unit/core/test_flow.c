/* SPDX-License-Identifier: MIT */
/*
 * Tests of the order of a guided session, on an instrument of nine items.
 */
#include <check.h>
#include <stdlib.h>
#include <rekindle/flow.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>

Suite *flow_suite(void);

#define ALL 0x1Fu
#define RATED(item_id, is_core, is_check, who)                                                     \
	{                                                                                          \
		.id = item_id, .kind = ITEM_RATED, .section = SECTION_INTERVIEW,                   \
		.scale = ASPECT_GOVERNANCE, .core = is_core, .health_check = is_check,             \
		.roles = who                                                                       \
	}
#define OTHER(item_id, item_kind, is_core)                                                         \
	{                                                                                          \
		.id = item_id, .kind = item_kind, .section = SECTION_INTERVIEW,                    \
		.scale = SCALE_NONE, .core = is_core, .roles = ALL                                 \
	}

enum { AUDIT, R1, R2, SPONSOR_ONLY, R3, TEXT, CHOICE, MULTI, SPLIT, ITEMS };
static struct item items[ITEMS] = {
	[AUDIT] = { .id = "audit", .kind = ITEM_TEXT, .section = SECTION_AUDIT, .roles = ALL },
	[R1] = RATED("r1", true, true, ALL),
	[R2] = RATED("r2", false, true, ALL),
	[SPONSOR_ONLY] = RATED("r.sponsor", true, true, 1u << ROLE_SPONSOR),
	[R3] = RATED("r3", true, false, ALL),
	[TEXT] = OTHER("text", ITEM_TEXT, false),
	[CHOICE] = OTHER("choice", ITEM_CHOICE, false),
	[MULTI] = OTHER("multi", ITEM_MULTI, false),
	[SPLIT] = OTHER("split", ITEM_SPLIT, true),
};
static const struct instrument instrument = {
	.id = "t", .version = "1", .items = items, .item_count = ITEMS, .split = SPLIT
};

static struct record record;
static struct flow flow;

static void setup(void)
{
	record_init(&record, &instrument);
	struct party *party = record_add(&record, KIND_PARTY);
	party->name = "Phoenix";
	for (int role = ROLE_SPONSOR; role <= ROLE_MANAGER; role++) {
		struct respondent *respondent = record_add(&record, KIND_RESPONDENT);
		respondent->party = 0;
		respondent->role = role;
	}
	record.assessment.kind = ROUND_BASELINE;
	record_settle(&record);
	flow_init(&flow, &record, 1);
}

static void teardown(void)
{
	flow_release(&flow);
	record_release(&record);
}

static struct answer *put(int item, enum answer_state state)
{
	struct answer *answer = record_add(&record, KIND_ANSWER);

	answer->respondent = 1;
	answer->item = item;
	answer->state = state;
	record_settle(&record);
	return answer;
}

static void rate(int item, int value)
{
	put(item, STATE_ANSWERED)->value = (struct value){ .type = VALUE_NUMBER, .number = value };
}

START_TEST(test_flow_init_takes_the_interview_of_the_role)
{
	static const int expected[] = { R1, R2, R3, TEXT, CHOICE, MULTI, SPLIT };

	ck_assert_uint_eq(flow.count, 7);
	for (size_t i = 0; i < flow.count; i++)
		ck_assert_int_eq(flow.items[i], expected[i]);
	flow_release(&flow);
	flow_init(&flow, &record, 0);
	ck_assert_uint_eq(flow.count, 8);
	ck_assert_int_eq(flow.items[2], SPONSOR_ONLY);
}
END_TEST

START_TEST(test_flow_init_takes_the_health_check_in_a_pulse)
{
	flow_release(&flow);
	record.assessment.kind = ROUND_PULSE;
	flow_init(&flow, &record, 1);
	ck_assert_uint_eq(flow.count, 2);
	ck_assert_int_eq(flow.items[0], R1);
	ck_assert_int_eq(flow.items[1], R2);
}
END_TEST

/* Ratings say that something moved, one open question what. */
START_TEST(test_flow_init_takes_the_open_question_of_the_health_check)
{
	items[TEXT].health_check = true;
	flow_release(&flow);
	record.assessment.kind = ROUND_PULSE;
	flow_init(&flow, &record, 1);
	items[TEXT].health_check = false;
	ck_assert_uint_eq(flow.count, 3);
	ck_assert_int_eq(flow.items[2], TEXT);
}
END_TEST

START_TEST(test_flow_moves_and_stops_at_the_ends)
{
	ck_assert(!flow_back(&flow));
	ck_assert_uint_eq(flow.at, 0);
	ck_assert(flow_next(&flow));
	ck_assert_uint_eq(flow.at, 1);
	ck_assert(flow_back(&flow));
	ck_assert_uint_eq(flow.at, 0);
	ck_assert(flow_jump(&flow, 7));
	ck_assert_uint_eq(flow.at, 6);
	ck_assert(!flow_next(&flow));
	ck_assert_uint_eq(flow.at, 6);
	ck_assert(!flow_jump(&flow, 0));
	ck_assert(!flow_jump(&flow, 8));
	ck_assert_uint_eq(flow.at, 6);
}
END_TEST

START_TEST(test_flow_empty_stands_still)
{
	items[R1].roles = items[R2].roles = 0;
	flow_release(&flow);
	record.assessment.kind = ROUND_PULSE;
	flow_init(&flow, &record, 1);
	ck_assert_uint_eq(flow.count, 0);
	ck_assert(!flow_next(&flow) && !flow_back(&flow) && !flow_jump(&flow, 1));
	ck_assert_int_eq(flow_next_gap(&flow, 0), -1);
	ck_assert_int_eq(flow_advise(&flow, 0), -1);
	ck_assert_int_eq(flow_minutes_needed(&flow), 0);
	items[R1].roles = items[R2].roles = ALL;
}
END_TEST

START_TEST(test_flow_find_gives_the_question_of_an_item)
{
	ck_assert_int_eq(flow_find(&flow, R3), 2);
	ck_assert_int_eq(flow_find(&flow, SPONSOR_ONLY), -1);
	ck_assert_int_eq(flow_find(&flow, AUDIT), -1);
	ck_assert_int_eq(flow_find(&flow, -1), -1);
}
END_TEST

START_TEST(test_flow_open_is_blank_or_without_a_reason)
{
	ck_assert_int_eq(flow_state(&flow, 0), STATE_BLANK);
	ck_assert(flow_open(&flow, 0));
	rate(R1, 2);
	ck_assert_int_eq(flow_state(&flow, 0), STATE_ANSWERED);
	ck_assert(!flow_open(&flow, 0));
	put(R2, STATE_NOT_APPLICABLE);
	ck_assert(flow_open(&flow, 1));
	put(R2, STATE_NOT_APPLICABLE)->reason = "new here";
	ck_assert(!flow_open(&flow, 1));
	put(R3, STATE_BLANK)->comment = "asked twice";
	ck_assert(flow_open(&flow, 2));
	put(R3, STATE_DONT_KNOW);
	ck_assert(!flow_open(&flow, 2));
}
END_TEST

START_TEST(test_flow_points_are_settled_once_they_make_100)
{
	struct answer *answer = put(SPLIT, STATE_ANSWERED);
	int question = flow_find(&flow, SPLIT);
	answer->value = (struct value){ .type = VALUE_SPLIT, .split = { 15, 15, 10, 70 } };
	ck_assert_int_eq(flow_gap(&flow, (size_t)question), GAP_POINTS);
	ck_assert(flow_open(&flow, (size_t)question));
	ck_assert_int_eq(flow_count(&flow).uneven, 1);
	ck_assert_int_eq(flow_count(&flow).settled, 0);
	answer->value.split[CAUSE_MANAGEMENT] = 60;
	ck_assert_int_eq(flow_gap(&flow, (size_t)question), GAP_NONE);
	ck_assert_int_eq(flow_count(&flow).settled, 1);
	answer->value.split[CAUSE_MANAGEMENT] = 50;
	ck_assert_int_eq(flow_gap(&flow, (size_t)question), GAP_POINTS);
	answer->state = STATE_DECLINED;
	answer->value = (struct value){ .type = VALUE_NONE };
	ck_assert_int_eq(flow_gap(&flow, (size_t)question), GAP_NONE);
}
END_TEST

START_TEST(test_flow_next_gap_wraps)
{
	ck_assert_int_eq(flow_next_gap(&flow, 0), 1);
	ck_assert_int_eq(flow_next_gap(&flow, 6), 0);
	for (int item = R1; item < ITEMS; item++)
		if (item != SPONSOR_ONLY && item != TEXT)
			put(item, STATE_DECLINED);
	ck_assert_int_eq(flow_next_gap(&flow, 0), 3);
	ck_assert_int_eq(flow_next_gap(&flow, 3), 3);
	ck_assert_int_eq(flow_next_gap(&flow, 5), 3);
	put(TEXT, STATE_NOT_ASKED);
	ck_assert_int_eq(flow_next_gap(&flow, 3), -1);
}
END_TEST

START_TEST(test_flow_count_tells_states_apart)
{
	rate(R1, 4);
	put(R2, STATE_DONT_KNOW)->flag = TRI_YES;
	put(TEXT, STATE_NOT_APPLICABLE)->reason = " ";
	put(CHOICE, STATE_DECLINED);
	put(MULTI, STATE_NOT_ASKED);
	const struct flow_counts n = flow_count(&flow);
	ck_assert_int_eq(n.questions, 7);
	ck_assert_int_eq(n.answered, 1);
	ck_assert_int_eq(n.settled, 5);
	ck_assert_int_eq(n.dont_know, 1);
	ck_assert_int_eq(n.not_applicable, 1);
	ck_assert_int_eq(n.no_reason, 1);
	ck_assert_int_eq(n.declined, 1);
	ck_assert_int_eq(n.not_asked, 1);
	ck_assert_int_eq(n.blank, 2);
	ck_assert_int_eq(n.flagged, 1);
	ck_assert_int_eq(n.core, 3);
	ck_assert_int_eq(n.core_settled, 1);
	ck_assert_int_eq(n.core_blank, 2);
}
END_TEST

START_TEST(test_flow_minutes_needed_falls_with_each_answer)
{
	/* 3 × 0.5 + 2.5 + 0.5 + 0.8 + 2 = 7.3 */
	ck_assert_int_eq(flow_minutes_needed(&flow), 8);
	rate(R1, 3);
	ck_assert_int_eq(flow_minutes_needed(&flow), 7);
	put(TEXT, STATE_DECLINED);
	ck_assert_int_eq(flow_minutes_needed(&flow), 5);
}
END_TEST

START_TEST(test_flow_minutes_left_counts_a_begun_minute)
{
	static const struct {
		int agreed, used, left;
	} cases[] = {
		{ INT_NONE, 100, INT_NONE },
		{ 45, 0, 45 },
		{ 45, 1, 45 },
		{ 45, 60, 44 },
		{ 45, 61, 44 },
		{ 1, 59, 1 },
		{ 1, 60, 0 },
		{ 1, 9999, 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		record.respondents[1].minutes = cases[i].agreed;
		ck_assert_int_eq(flow_minutes_left(&flow, cases[i].used), cases[i].left);
	}
}
END_TEST

START_TEST(test_flow_short_compares_left_with_needed)
{
	ck_assert(!flow_short(&flow, 100000));
	record.respondents[1].minutes = 8;
	ck_assert(!flow_short(&flow, 0));
	ck_assert(flow_short(&flow, 60));
}
END_TEST

START_TEST(test_flow_advise_goes_on_while_there_is_time)
{
	ck_assert_int_eq(flow_advise(&flow, 0), 1);
	flow_jump(&flow, 7);
	ck_assert_int_eq(flow_advise(&flow, 0), -1);
}
END_TEST

START_TEST(test_flow_advise_takes_core_first_when_short)
{
	record.respondents[1].minutes = 1;
	ck_assert_int_eq(flow_advise(&flow, 30), 2);
	flow_jump(&flow, 3);
	ck_assert_int_eq(flow_advise(&flow, 30), 6);
	flow_jump(&flow, 7);
	ck_assert_int_eq(flow_advise(&flow, 30), 0);
	rate(R1, 1);
	rate(R3, 1);
	put(SPLIT, STATE_DONT_KNOW);
	ck_assert_int_eq(flow_advise(&flow, 30), -1);
	flow_jump(&flow, 2);
	ck_assert_int_eq(flow_advise(&flow, 30), 2);
}
END_TEST

START_TEST(test_flow_state_letter_is_one_for_each)
{
	static const char letters[STATE_COUNT + 1] = "Adxr-.";

	for (int state = 0; state < STATE_COUNT; state++)
		ck_assert_int_eq(state_letter((enum answer_state)state), letters[state]);
}
END_TEST

Suite *flow_suite(void)
{
	Suite *suite = suite_create("flow");
	TCase *tcase = tcase_create("flow");

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, test_flow_init_takes_the_interview_of_the_role);
	tcase_add_test(tcase, test_flow_init_takes_the_health_check_in_a_pulse);
	tcase_add_test(tcase, test_flow_init_takes_the_open_question_of_the_health_check);
	tcase_add_test(tcase, test_flow_moves_and_stops_at_the_ends);
	tcase_add_test(tcase, test_flow_empty_stands_still);
	tcase_add_test(tcase, test_flow_find_gives_the_question_of_an_item);
	tcase_add_test(tcase, test_flow_open_is_blank_or_without_a_reason);
	tcase_add_test(tcase, test_flow_points_are_settled_once_they_make_100);
	tcase_add_test(tcase, test_flow_next_gap_wraps);
	tcase_add_test(tcase, test_flow_count_tells_states_apart);
	tcase_add_test(tcase, test_flow_minutes_needed_falls_with_each_answer);
	tcase_add_test(tcase, test_flow_minutes_left_counts_a_begun_minute);
	tcase_add_test(tcase, test_flow_short_compares_left_with_needed);
	tcase_add_test(tcase, test_flow_advise_goes_on_while_there_is_time);
	tcase_add_test(tcase, test_flow_advise_takes_core_first_when_short);
	tcase_add_test(tcase, test_flow_state_letter_is_one_for_each);
	suite_add_tcase(suite, tcase);
	return suite;
}
