/* SPDX-License-Identifier: MIT */
/*
 * Which words a joint edition may print, and what keeps some of them back.
 */
#include "build.h"

#include <rekindle/quote.h>

Suite *quote_suite(void);

static const struct {
	const char *text;
	enum quote_bar bar;
} cases[] = {
	{ "We wait eleven weeks for an answer.", QUOTE_FREE },
	{ "One tracker, and one plan for both labs.", QUOTE_FREE },
	{ "Since 2024 there were 12 boxes, 15 plates.", QUOTE_FREE },
	{ "We two spoke of three plans.", QUOTE_FREE },
	{ "Anandamide is what we test.", QUOTE_FREE },
	{ "Ask dev anand.", QUOTE_NAMES },
	{ "Then Anand's people called.", QUOTE_NAMES },
	{ "\u0141ucja knows.", QUOTE_NAMES },
	{ "Between Bo and me.", QUOTE_FREE },
	{ "Bo Li signed it.", QUOTE_NAMES },
	{ "Nordkap Energy and Power sends nobody.", QUOTE_COMPANY },
	{ "nordkap's lawyers decide.", QUOTE_COMPANY },
	{ "Ask NKE first.", QUOTE_COMPANY },
	{ "Dev Anand left Nordkap.", QUOTE_NAMES },
	{ "Nordkap gets a 2.", QUOTE_COMPANY },
	{ "We have the power, and energy for it.", QUOTE_FREE },
	{ "HP answers late.", QUOTE_COMPANY },
	{ "An engine of 90 hp.", QUOTE_FREE },
	{ "An engine of 90 hp, in PHP.", QUOTE_FREE },
	{ "I would say 2 here.", QUOTE_RATES },
	{ "A 4, then.", QUOTE_RATES },
	{ "That is 3/5.", QUOTE_RATES },
	{ "I gave two.", QUOTE_RATES },
	{ "For me it is a three.", QUOTE_RATES },
	{ "Four out of five.", QUOTE_RATES },
	{ "Ask \u0142UCJA first.", QUOTE_NAMES },
};

static struct answer *begin(struct build *b)
{
	static const char *const names[] = { "Dev Anand", "\u0141ucja Wrona", "Bo Li", NULL };

	build_init(b);
	int who = build_respondent(b, build_party(b, "A"), ROLE_MANAGER);
	int second = build_party(b, "HP");

	b->rec.parties[second].name = "Nordkap Energy and Power";
	b->rec.parties[build_party(b, "NKE")].name = "Hewlett";
	for (size_t i = 0; i < 4; i++) {
		struct person *person = record_add(&b->rec, KIND_PERSON);
		person->name = names[i];
	}
	build_rate(b, who, 0, 4);
	record_settle(&b->rec);
	return &b->rec.answers[0];
}

START_TEST(test_quote_waits_with_a_name_or_a_rating)
{
	struct build b;
	struct answer *answer = begin(&b);

	ck_assert_int_eq(quote_bar(&b.rec, answer, cases[_i].text), cases[_i].bar);
	answer->quotable = TRI_YES;
	ck_assert_int_eq(quote_bar(&b.rec, answer, cases[_i].text), QUOTE_FREE);
	answer->quotable = TRI_NO;
	ck_assert_int_eq(quote_bar(&b.rec, answer, cases[_i].text), QUOTE_KEPT);
	quote_reworded(answer);
	ck_assert_int_eq(quote_bar(&b.rec, answer, cases[_i].text), cases[_i].bar);
	record_release(&b.rec);
}
END_TEST

/* By text, whoever said it; comments are none, nor is what a respondent does not allow. */
static const struct {
	const char *text, *quoted;
} marked[] = {
	{ "[14:53] They came late.", "They came late." },
	{ "First. [09:01] Then [1] and [14:5].\n[14:55]", "First. Then [1] and [14:5]." },
	{ "[14:53]", "" },
	{ "At 14:53 they came.", "At 14:53 they came." },
};

/* Nor is a time a rating. */
START_TEST(test_quote_has_no_time_marks)
{
	struct pool pool = { 0 };
	struct build b;
	struct answer *answer = begin(&b);
	const char *words = quote_words(&pool, marked[_i].text);
	ck_assert_str_eq(words, marked[_i].quoted);
	ck_assert_int_eq(quote_bar(&b.rec, answer, "They came late."), QUOTE_FREE);
	ck_assert_ptr_null(quote_words(&pool, NULL));
	record_release(&b.rec);
	pool_release(&pool);
}
END_TEST

START_TEST(test_quote_lists_words_by_text_alone)
{
	struct build b;
	struct pool pool = { 0 };
	size_t count;
	struct answer *answer = begin(&b);

	answer->quote = "Slow";
	answer->text = "Fast";
	answer->comment = "Laughed";
	const struct quote *quotes = quotes_of(&pool, &b.rec, &count);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(quotes[0].text, "Fast");
	ck_assert_str_eq(quotes[1].text, "Slow");
	b.rec.respondents[0].consent = TRI_NO;
	quotes_of(&pool, &b.rec, &count);
	ck_assert_uint_eq(count, 0);
	b.rec.respondents[0].consent = TRI_YES;
	b.rec.respondents[0].attribution = ATTRIBUTION_CONFIDENTIAL;
	quotes_of(&pool, &b.rec, &count);
	ck_assert_uint_eq(count, 0);
	pool_release(&pool);
	record_release(&b.rec);
}
END_TEST

Suite *quote_suite(void)
{
	Suite *suite = suite_create("quote");
	TCase *words = tcase_create("words");

	tcase_add_loop_test(
		words, test_quote_waits_with_a_name_or_a_rating, 0, sizeof(cases) / sizeof(*cases));
	tcase_add_loop_test(
		words, test_quote_has_no_time_marks, 0, sizeof(marked) / sizeof(*marked));
	tcase_add_test(words, test_quote_lists_words_by_text_alone);
	suite_add_tcase(suite, words);
	return suite;
}
