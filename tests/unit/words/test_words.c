/* SPDX-License-Identifier: MIT */
/*
 * Sentences: every one is well formed, and holes, choices, lists and numbers are filled.
 */
#include <check.h>
#include <signal.h>
#include <string.h>
#include <rekindle/date.h>
#include <rekindle/words.h>

Suite *words_suite(void);

static struct pool pool;

static void done(void)
{
	pool_release(&pool);
}

/* Every hole of a sentence filled with the same count; at most so many. */
#define HOLES_MOST 12

static size_t name_holes(const char *pattern, struct hole holes[HOLES_MOST + 1], int count)
{
	size_t n = 0;

	memset(holes, 0, (HOLES_MOST + 1) * sizeof(*holes));
	for (const char *at = strchr(pattern, '{'); at; at = strchr(at + 1, '{')) {
		const char *name = pool_strndup(&pool, at + 1, strcspn(at + 1, ":}"));
		size_t i = 0;

		while (i < n && strcmp(holes[i].name, name))
			i++;
		ck_assert_uint_lt(i, HOLES_MOST);
		holes[i] = hole_count(name, count);
		n += i == n;
	}
	return n;
}

/* Whatever the counts are, no brace is left and no blank is doubled. */
START_TEST(test_words_every_sentence_can_be_said)
{
	for (int sentence = 0; sentence < SENTENCE_COUNT; sentence++)
		for (int count = 0; count < 3; count++) {
			struct hole holes[HOLES_MOST + 1];
			const char *pattern = words_pattern((enum sentence)sentence);

			name_holes(pattern, holes, count);
			const char *said = words_fill(&pool, (enum sentence)sentence, holes);
			ck_assert_msg(*said && !strpbrk(said, "{}|") && !strstr(said, "  ") &&
					said[strlen(said) - 1] != ' ',
				"%s: %s", pattern, said);
		}
	done();
}
END_TEST

START_TEST(test_words_names_the_keys_that_hold)
{
	ck_assert_str_eq(
		words(&pool, W_ADDED, hole_text("what", "x")), "Added: x. u takes it back.");
	words_settle_key("undo", "^O");
	words_settle_key("no-such-action", "z");
	ck_assert_str_eq(words(&pool, W_ADDED, hole_text("what", "<undo>")),
		"Added: <undo>. ^O takes it back.");
	ck_assert_str_eq(words_plain(W_NOTED), "Noted. ^O takes it back.");
	words_settle_key("undo", "u");
	ck_assert_str_eq(words_plain(W_NOTED), "Noted. u takes it back.");
	done();
}
END_TEST

/* An action that no sentence may name would stand in it as it is. */
START_TEST(test_words_name_no_key_that_is_unknown)
{
	for (int sentence = 0; sentence < SENTENCE_COUNT; sentence++) {
		const char *at = words_pattern((enum sentence)sentence);
		while ((at = strchr(at, '<')))
			ck_assert_msg(at[1] < 'a' || at[1] > 'z', "%s", at), at++;
	}
}
END_TEST

START_TEST(test_words_fills_texts_counts_and_lists)
{
	struct texts parties = { 0 };

	ck_assert_str_eq(words_list(&pool, &parties), "");
	texts_add(&pool, &parties, "A");
	ck_assert_str_eq(words_list(&pool, &parties), "A");
	texts_add(&pool, &parties, "B");
	ck_assert_str_eq(
		words(&pool, W_REASON_FEW, hole_count("count", 3), hole_list("parties", &parties)),
		"fewer than 3 respondents of A and B were heard");
	texts_add(&pool, &parties, "C");
	ck_assert_str_eq(words(&pool, W_RAISE_OTHERS, hole_list("parties", &parties)),
		"hear people of A, B and C");
	ck_assert_str_eq(
		words(&pool, W_RAISE_OTHERS, hole_text("parties", "{x}")), "hear people of {x}");
	ck_assert_str_eq(words_plain(W_REASON_NO_TIE), "no tie");
	done();
}
END_TEST

START_TEST(test_words_fills_numbers_days_and_counts_in_words)
{
	int day = date_make(2026, 11, 22);

	ck_assert_str_eq(words(&pool, W_RAISE_TIE, hole_number("margin", 0.125, 2)),
		"hear more people: the margin of 0.12 narrows");
	ck_assert_str_eq(words(&pool, W_RAISE_TIE, hole_day("margin", day, DAY_LONG)),
		"hear more people: the margin of 22 November 2026 narrows");
	ck_assert_str_eq(words(&pool, W_RAISE_TIE, hole_day("margin", day, DAY_SHORT)),
		"hear more people: the margin of 22 Nov narrows");
	ck_assert_str_eq(words(&pool, W_RAISE_TIE, hole_day("margin", day, DAY_YEAR)),
		"hear more people: the margin of 22 Nov 2026 narrows");
	ck_assert_str_eq(words(&pool, W_RAISE_TIE, hole_day("margin", day, DAY_ISO)),
		"hear more people: the margin of 2026-11-22 narrows");
	ck_assert_str_eq(words(&pool, W_RAISE_TIE, hole_day("margin", day, DAY_UNBROKEN)),
		"hear more people: the margin of 22\302\240November\302\2402026 narrows");
	ck_assert_str_eq(words(&pool, W_RAISE_ROLES, hole_word("count", 10)),
		"hear people of at least ten roles");
	ck_assert_str_eq(words(&pool, W_RAISE_ROLES, hole_word("count", 11)),
		"hear people of at least 11 roles");
	done();
}
END_TEST

START_TEST(test_words_counts_of_one_read_as_one)
{
	struct hole one = hole_count("n", 1), all = hole_count("all", 1);

	ck_assert_str_eq(words(&pool, W_READING_EDITION, one, all),
		"1\302\240of 1 respondent answered in confidence: without name, role or company"
		" here, and without any of their words. In a small group the team can work out who"
		" they are.");
	ck_assert_str_eq(words(&pool, W_FIRM_HEARD, one), "At least 1 respondent a side.");
	ck_assert_str_eq(words(&pool, W_HEARD_PEOPLE, one, hole_count("planned", 1)),
		"1 of 1 planned person");
	ck_assert_str_eq(words(&pool, W_HEARD_RATINGS, one, hole_count("asked", 1)),
		"1\302\240rating of 1\302\240asked");
	ck_assert_str_eq(words(&pool, W_PLAN_NEEDS, hole_text("what", "a room"), one),
		"a room (1\302\240person-day).");
	ck_assert_str_eq(words(&pool, W_AUDIT_NOTICE, one), "notice 1\302\240day");
	done();
}
END_TEST

START_TEST(test_words_a_missing_hole_is_a_bug)
{
	words(&pool, W_REASON_FEW, hole_count("count", 3));
}
END_TEST

START_TEST(test_words_a_hole_left_over_is_a_bug)
{
	words(&pool, W_RAISE_ROLES, hole_count("count", 3), hole_count("of", 5));
}
END_TEST

START_TEST(test_words_a_sentence_with_holes_is_not_plain)
{
	words_plain(W_RAISE_ROLES);
}
END_TEST

#define TODAY 20534 /* 2026-03-22 */

/* A day that is none is told which part of it is wrong; a word, how days are written. */
START_TEST(test_words_say_what_is_wrong_with_a_day)
{
	static const char *const texts[][3] = {
		{ "2026-02-30", "is no date: that month has 28 days",
			"2026-02-30 is no date: that month has 28 days." },
		{ "2026-13-01", "is no date: a year has 12 months",
			"2026-13-01 is no date: a year has 12 months." },
		{ "9999-12-27", "is out of range: years go from 1900 to 2200",
			"9999-12-27 is out of range: years go from 1900 to 2200." },
		{ "2026-03-23T24:00",
			"has no time of a day behind the date: hours go to 23, minutes to 59",
			"2026-03-23T24:00 has no time of a day behind the date: hours go to 23, "
			"minutes to 59." },
		{ "2026-03-23T+1:00", "is no date; write it as 2026-03-23 or 2026-03-23T16:00",
			"A day reads 2026-10-15, or friday, +3w, 27 nov; a time behind it 16:00." },
		{ "soon", "is no date; write it as 2026-03-23 or 2026-03-23T16:00",
			"A day reads 2026-10-15, or friday, +3w, 27 nov; a time behind it 16:00." },
		{ "2026-03-23", NULL, NULL },
		{ "2026-03-23T00:59", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		ck_assert_pstr_eq(words_no_moment(&pool, texts[i][0]), texts[i][1]);
		ck_assert_pstr_eq(words_wrong_moment(&pool, texts[i][0], TODAY), texts[i][2]);
	}
	for (size_t i = 0; i < 3; i++) {
		ck_assert_pstr_eq(words_no_day(&pool, texts[i][0]), texts[i][1]);
		ck_assert_pstr_eq(words_wrong_day(&pool, texts[i][0], TODAY), texts[i][2]);
	}
	ck_assert_str_eq(
		words_no_day(&pool, "2026-03-23T00:59"), "is no date; write it as 2026-03-23");
	ck_assert_str_eq(words_wrong_day(&pool, "soon", TODAY), words_plain(W_FIELD_DAY));
	ck_assert_ptr_null(words_wrong_day(&pool, "2028-02-29", TODAY));
}
END_TEST

/* Of numbers that may be two days both are said, and how each is written. */
START_TEST(test_words_say_both_days_that_numbers_can_be)
{
	ck_assert_str_eq(words_no_typed_day(&pool, "3/4/27", TODAY),
		"can be 3 April 2027 or 4 March 2027; write 2027-04-03 or 2027-03-04");
	ck_assert_str_eq(words_wrong_day(&pool, "3/4/27", TODAY),
		"3/4/27 can be 3 April 2027 or 4 March 2027; write 2027-04-03 or 2027-03-04.");
	ck_assert_ptr_null(words_no_typed_day(&pool, "27 nov", TODAY));
	ck_assert_str_eq(words_day_in_full(&pool, TODAY), "Sunday, 22 March 2026");
}
END_TEST

START_TEST(test_words_spark_stands_as_high_as_the_values)
{
	const double scores[] = { 1, 1.49, 1.5, 3.3, NAN, 3.5, 4.49, 4.5, 5, 0, 6 };
	const double readings[] = { 14, 10, 6 }, held[] = { 3, 3 };

	ck_assert_str_eq(words_spark(&pool, scores, 11, 1, 5, false), "▁▁▂▅ ▆▇██▁█");
	ck_assert_str_eq(words_spark(&pool, scores, 11, 1, 5, true), "..:+ *#@@.@");
	ck_assert_str_eq(words_spark(&pool, readings, 3, 6, 14, false), "█▅▁");
	ck_assert_str_eq(words_spark(&pool, held, 2, 3, 3, false), "▅▅");
	ck_assert_str_eq(words_spark(&pool, held, 2, NAN, NAN, true), "++");
	ck_assert_str_eq(words_spark(&pool, NULL, 0, 1, 5, false), "");
}
END_TEST

Suite *words_suite(void)
{
	Suite *suite = suite_create("words");
	TCase *tcase = tcase_create("words");

	tcase_add_test(tcase, test_words_every_sentence_can_be_said);
	tcase_add_test(tcase, test_words_names_the_keys_that_hold);
	tcase_add_test(tcase, test_words_name_no_key_that_is_unknown);
	tcase_add_test(tcase, test_words_fills_texts_counts_and_lists);
	tcase_add_test(tcase, test_words_fills_numbers_days_and_counts_in_words);
	tcase_add_test(tcase, test_words_counts_of_one_read_as_one);
	tcase_add_test_raise_signal(tcase, test_words_a_missing_hole_is_a_bug, SIGABRT);
	tcase_add_test_raise_signal(tcase, test_words_a_hole_left_over_is_a_bug, SIGABRT);
	tcase_add_test_raise_signal(tcase, test_words_a_sentence_with_holes_is_not_plain, SIGABRT);
	tcase_add_test(tcase, test_words_say_what_is_wrong_with_a_day);
	tcase_add_test(tcase, test_words_spark_stands_as_high_as_the_values);
	tcase_add_test(tcase, test_words_say_both_days_that_numbers_can_be);
	suite_add_tcase(suite, tcase);
	return suite;
}
