/* SPDX-License-Identifier: MIT */
/*
 * Words within a text.
 */
#include <check.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/pool.h>
#include <rekindle/str.h>

Suite *str_suite(void);

static const struct {
	const char *text, *word;
	int has;
} cases[] = {
	{ "Days to resolve an escalation", "days", 1 },
	{ "Cost in EUR", "eur", 1 },
	{ "Margin", "m", 0 },
	{ "Margin, m", "m", 1 },
	{ "Days late, working days", "day", 0 },
	{ "Share (%)", "%", 1 },
	{ "Share", "", 0 },
	{ "", "days", 0 },
	{ "Dr. M\u00DCLLER said", "m\u00FCller", 1 },
	{ "The M\u00FCllerei", "m\u00FCller", 0 },
	{ "Mu\u0308ller", "m\u00FCller", 1 }, /* in another form */
	{ "\u0141UCJA", "\u0142ucja", 1 },
	{ "\u00C5sa", "sa", 0 }, /* a letter before it */
	{ "R\u00E9", "r", 0 },
	{ "\377 cost", "COST", 1 },
};

START_TEST(test_str_has_word_finds_whole_words_alone)
{
	ck_assert_int_eq(str_has_word(cases[_i].text, cases[_i].word), cases[_i].has);
}
END_TEST

START_TEST(test_str_has_word_as_written)
{
	ck_assert_int_eq(str_has_word_as_written("at HP, too", "HP"), 1);
	ck_assert_int_eq(str_has_word_as_written("90 hp, in PHP", "HP"), 0);
	ck_assert_int_eq(str_has_word_as_written("it was an ITEM", "IT"), 0);
	ck_assert_int_eq(str_has_word_as_written("PHP and HP", "HP"), 1);
}
END_TEST

static const struct {
	const char *text;
	int blank;
} blanks[] = {
	{ NULL, 1 },
	{ "", 1 },
	{ " \t\n", 1 },
	{ "\u00A0\u2003\u3000", 1 },
	{ " \u00A0x", 0 },
	{ "\u00E9", 0 },
	{ "\377", 0 },
};

START_TEST(test_str_blank_knows_every_white_space)
{
	ck_assert_int_eq(str_blank(blanks[_i].text), blanks[_i].blank);
}
END_TEST

static const int64_t wholes[] = { 0, 7, -7, 10, 1234567890123, INT64_MAX, INT64_MIN };

START_TEST(test_str_add_whole_writes_what_printf_writes)
{
	struct str fast, slow;
	str_init(&fast);
	str_init(&slow);
	str_add(&fast, "@");
	str_add_whole(&fast, wholes[_i]);
	str_addf(&slow, "@%" PRId64, wholes[_i]);
	ck_assert_str_eq(fast.text, slow.text);
	ck_assert_uint_eq(fast.len, slow.len);
	str_release(&fast);
	str_release(&slow);
}
END_TEST

/* Nothing behind the end of a short text is read. */
START_TEST(test_pool_copies_no_more_than_there_is)
{
	struct pool pool = { 0 };
	char *text = malloc(3);
	strcpy(text, "vt");
	ck_assert_str_eq(pool_strndup(&pool, text, 60), "vt");
	ck_assert_str_eq(pool_strndup(&pool, text, 1), "v");
	ck_assert_str_eq(pool_strndup(&pool, text, 0), "");
	free(text);
	pool_release(&pool);
}
END_TEST

Suite *str_suite(void)
{
	Suite *suite = suite_create("str");
	TCase *words = tcase_create("words");
	tcase_add_loop_test(words, test_str_has_word_finds_whole_words_alone, 0,
		sizeof(cases) / sizeof(*cases));
	tcase_add_test(words, test_str_has_word_as_written);
	tcase_add_loop_test(words, test_str_add_whole_writes_what_printf_writes, 0,
		sizeof(wholes) / sizeof(*wholes));
	tcase_add_loop_test(
		words, test_str_blank_knows_every_white_space, 0, sizeof(blanks) / sizeof(*blanks));
	tcase_add_test(words, test_pool_copies_no_more_than_there_is);
	suite_add_tcase(suite, words);
	return suite;
}
