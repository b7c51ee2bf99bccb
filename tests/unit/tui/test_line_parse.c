/* SPDX-License-Identifier: MIT */
/*
 * Tests of what a typed line means as an answer.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/schema.h>
#include "../../../src/line/session.h"

Suite *line_parse_suite(void);

static const struct choice choices[] = {
	{ "always", "Each time" },
	{ "often", "More often than not" },
	{ "never", "Not once" },
	{ "nowhere", "Not here" },
};

static const struct item *item_of(enum item_kind kind)
{
	static struct item item;

	item = (struct item){ .id = "i", .kind = kind, .choices = choices, .choice_count = 4 };
	return &item;
}

struct expectation {
	enum item_kind kind;
	const char *typed;
	enum parsed parsed;
	enum answer_state state;
	const char *value; /* as value_format() writes it, or the reason of not applicable */
};

static const struct expectation expectations[] = {
	{ ITEM_RATED, "", PARSED_KEEP, 0, NULL },
	{ ITEM_RATED, "  \t", PARSED_KEEP, 0, NULL },
	{ ITEM_RATED, "1", PARSED_ANSWER, STATE_ANSWERED, "1" },
	{ ITEM_RATED, " 5 ", PARSED_ANSWER, STATE_ANSWERED, "5" },
	{ ITEM_RATED, "0", PARSED_WRONG, 0, NULL },
	{ ITEM_RATED, "6", PARSED_WRONG, 0, NULL },
	{ ITEM_RATED, "2.5", PARSED_WRONG, 0, NULL },
	{ ITEM_RATED, "two", PARSED_WRONG, 0, NULL },
	{ ITEM_RATED, "dk", PARSED_ANSWER, STATE_DONT_KNOW, NULL },
	{ ITEM_RATED, "DK", PARSED_ANSWER, STATE_DONT_KNOW, NULL },
	{ ITEM_RATED, "dk perhaps", PARSED_WRONG, 0, NULL },
	{ ITEM_RATED, "declined", PARSED_ANSWER, STATE_DECLINED, NULL },
	{ ITEM_RATED, "skip", PARSED_ANSWER, STATE_BLANK, NULL },
	{ ITEM_RATED, "na", PARSED_ANSWER, STATE_NOT_APPLICABLE, NULL },
	{ ITEM_RATED, "na  too new here", PARSED_ANSWER, STATE_NOT_APPLICABLE, "too new here" },
	{ ITEM_CHOICE, "2", PARSED_ANSWER, STATE_ANSWERED, "often" },
	{ ITEM_CHOICE, "5", PARSED_WRONG, 0, NULL },
	{ ITEM_CHOICE, "0", PARSED_WRONG, 0, NULL },
	{ ITEM_CHOICE, "never", PARSED_ANSWER, STATE_ANSWERED, "never" },
	{ ITEM_CHOICE, "each TIME", PARSED_ANSWER, STATE_ANSWERED, "always" },
	{ ITEM_CHOICE, "More", PARSED_ANSWER, STATE_ANSWERED, "often" },
	{ ITEM_CHOICE, "Not", PARSED_WRONG, 0, NULL },
	{ ITEM_MULTI, "1,3", PARSED_ANSWER, STATE_ANSWERED, "always,never" },
	{ ITEM_MULTI, "3, 1, 3", PARSED_ANSWER, STATE_ANSWERED, "always,never" },
	{ ITEM_MULTI, "often, Not once", PARSED_ANSWER, STATE_ANSWERED, "often,never" },
	{ ITEM_MULTI, "1,,2", PARSED_WRONG, 0, NULL },
	{ ITEM_MULTI, "1,9", PARSED_WRONG, 0, NULL },
	{ ITEM_NUMBER, "3", PARSED_ANSWER, STATE_ANSWERED, "3" },
	{ ITEM_NUMBER, "many", PARSED_WRONG, 0, NULL },
	{ ITEM_DATE, "2026-10-15", PARSED_ANSWER, STATE_ANSWERED, "2026-10-15" },
	{ ITEM_DATE, "15 October 2026", PARSED_ANSWER, STATE_ANSWERED, "2026-10-15" },
	{ ITEM_DATE, "3/4/27", PARSED_WRONG, 0, NULL },
	{ ITEM_DATE, "soon", PARSED_WRONG, 0, NULL },
	{ ITEM_DATE, "2026-02-30", PARSED_WRONG, 0, NULL },
	{ ITEM_CHECK, "Partly", PARSED_ANSWER, STATE_ANSWERED, "partly" },
	{ ITEM_CHECK, "perhaps", PARSED_WRONG, 0, NULL },
	{ ITEM_SPLIT, "40 30 20 10", PARSED_ANSWER, STATE_ANSWERED, "40 30 20 10" },
	{ ITEM_SPLIT, "40, 30, 20, 10", PARSED_ANSWER, STATE_ANSWERED, "40 30 20 10" },
	{ ITEM_SPLIT, "40 30 20", PARSED_WRONG, 0, NULL },
	{ ITEM_SPLIT, "40 30 20 -10", PARSED_WRONG, 0, NULL },
	{ ITEM_TEXT, "They told us late.", PARSED_TEXT, 0, NULL },
	{ ITEM_TEXT, "dk", PARSED_ANSWER, STATE_DONT_KNOW, NULL },
	{ ITEM_TEXT, "Na ja, it works", PARSED_TEXT, 0, NULL },
	{ ITEM_TEXT, "na left in May", PARSED_ANSWER, STATE_NOT_APPLICABLE, "left in May" },
};

START_TEST(test_line_parse_takes_what_the_kind_allows)
{
	const struct expectation *e = &expectations[_i];
	struct pool pool = { 0 };
	struct parsed_answer parsed;

	parse_answer(item_of(e->kind), e->typed, &pool, &parsed);
	ck_assert_msg(parsed.kind == e->parsed, "\"%s\" as %s", e->typed,
		vocabulary_item_kind.word[e->kind]);
	if (parsed.kind == PARSED_WRONG)
		ck_assert_ptr_nonnull(strstr(parsed.hint, e->typed));
	if (parsed.kind == PARSED_WRONG && e->kind == ITEM_DATE)
		ck_assert_ptr_nonnull(
			strstr(parsed.hint, words_no_typed_day(&pool, e->typed, clock_today())));
	if (parsed.kind == PARSED_ANSWER) {
		const char *value = parsed.state == STATE_NOT_APPLICABLE
			? parsed.reason
			: value_format(&pool, e->kind, &parsed.value);
		ck_assert_int_eq(parsed.state, e->state);
		ck_assert_pstr_eq(value, e->value);
	}
	pool_release(&pool);
}
END_TEST

START_TEST(test_line_parse_warns_of_a_split_that_is_not_100)
{
	struct pool pool = { 0 };
	struct parsed_answer parsed;

	parse_answer(item_of(ITEM_SPLIT), "40 30 20 20", &pool, &parsed);
	ck_assert_int_eq(parsed.kind, PARSED_ANSWER);
	ck_assert_ptr_nonnull(strstr(parsed.hint, "110"));
	parse_answer(item_of(ITEM_SPLIT), "0 0 0 0", &pool, &parsed);
	ck_assert_int_eq(parsed.kind, PARSED_ANSWER);
	ck_assert_ptr_nonnull(parsed.hint);
	parse_answer(item_of(ITEM_SPLIT), "25 25 25 25", &pool, &parsed);
	ck_assert_ptr_null(parsed.hint);
	pool_release(&pool);
}
END_TEST

START_TEST(test_line_command_is_one_only_when_whole)
{
	ck_assert(command_is(":back"));
	ck_assert(command_is(":comment they said so"));
	ck_assert(command_is(":jump 3"));
	ck_assert(!command_is(":next week they will"));
	ck_assert(!command_is(":backwards"));
	ck_assert(!command_is("back"));
}
END_TEST

Suite *line_parse_suite(void)
{
	Suite *suite = suite_create("line_parse");
	TCase *tcase = tcase_create("line_parse");

	tcase_add_loop_test(tcase, test_line_parse_takes_what_the_kind_allows, 0,
		(int)(sizeof(expectations) / sizeof(*expectations)));
	tcase_add_test(tcase, test_line_parse_warns_of_a_split_that_is_not_100);
	tcase_add_test(tcase, test_line_command_is_one_only_when_whole);
	suite_add_tcase(suite, tcase);
	return suite;
}
