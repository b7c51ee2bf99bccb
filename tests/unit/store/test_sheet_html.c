/* SPDX-License-Identifier: MIT */
/*
 * The form that a person fills alone: it asks what a session would, in its order and on its terms,
 * and no text gets out of the place that it has in the page.
 */
#include "../fixture.h"

#include <jansson.h>
#include <string.h>
#include <rekindle/flow.h>
#include <rekindle/sheet.h>
#include <rekindle/words.h>

Suite *sheet_html_suite(void);

#define TOKEN "00112233445566778899aabbccddeeff"
#define DATA_BEGIN "<script type=\"application/json\" id=\"sheet\">"
#define PAGE_MOST ((size_t)150 * 1000)
#define HOSTILE "</script><script>alert(1)</script><!-- \"'&lt; \xE2\x80\xAE\033[31m {n:one=|} end"

static struct exchange exchange;
static struct record *record;
static struct sheet_form form;
static struct str page;
static json_t *data;

static void setup(void)
{
	fixture_one_round(&exchange);
	record = &exchange.rounds[0];
	form = (struct sheet_form){ .record = record, .token = TOKEN, .closes = DATE_NONE };
	str_init(&page);
}

static void teardown(void)
{
	json_decref(data);
	data = NULL;
	str_release(&page);
	exchange_release(&exchange);
}

/* The page, and what its scripts read of it. */
static void make(void)
{
	str_clear(&page);
	sheet_html(&form, &page);
	char *begin = strstr(page.text, DATA_BEGIN);
	ck_assert_ptr_nonnull(begin);
	begin += strlen(DATA_BEGIN);
	json_decref(data);
	json_error_t fault;
	data = json_loadb(begin, (size_t)(strstr(begin, "</script>") - begin), 0, &fault);
	ck_assert_msg(data != NULL, "%s", fault.text);
}

static const char *text_at(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static int times(const char *text)
{
	int n = 0;

	for (const char *at = strstr(page.text, text); at; at = strstr(at + 1, text))
		n++;
	return n;
}

/* What a session with the person's own respondent would ask. */
static void check_questions(int respondent)
{
	struct flow flow;
	json_t *questions = json_object_get(data, "questions");

	flow_init(&flow, record, respondent);
	ck_assert_uint_gt(flow.count, 0);
	ck_assert_uint_eq(json_array_size(questions), flow.count);
	for (size_t i = 0; i < flow.count; i++) {
		const struct item *item = &record->instrument->items[flow.items[i]];
		const json_t *question = json_array_get(questions, i);
		ck_assert_str_eq(text_at(question, "item"), item->id);
		ck_assert_int_eq(json_is_true(json_object_get(question, "core")), item->core);
	}
	flow_release(&flow);
}

START_TEST(test_sheet_html_asks_what_a_session_asks)
{
	static const int kinds[] = { ROUND_BASELINE, ROUND_PULSE };

	record->assessment.kind = kinds[_i];
	for (size_t r = 0; r < record->respondent_count; r++) {
		form.person = record->respondents[r].person;
		make();
		check_questions((int)r);
		ck_assert_uint_lt(page.len, PAGE_MOST);
	}
}
END_TEST

START_TEST(test_sheet_html_of_a_check_asks_less)
{
	make();
	size_t all = json_array_size(json_object_get(data, "questions"));
	form.pulse = true;
	make();
	ck_assert_uint_lt(json_array_size(json_object_get(data, "questions")), all);
	ck_assert_str_eq(
		text_at(json_object_get(data, "opening"), "text"), words_plain(W_OPENING_PULSE));
	ck_assert_ptr_nonnull(strstr(page.text, "<title>A short check of "));
}
END_TEST

START_TEST(test_sheet_html_minutes_are_those_of_a_session)
{
	struct flow flow;

	make();
	record->answer_count = 0;
	record_settle(record);
	flow_init(&flow, record, 0);
	form.person = record->respondents[0].person;
	ck_assert_int_eq(
		json_integer_value(json_object_get(data, "needed")), flow_minutes_needed(&flow));
	flow_release(&flow);
}
END_TEST

START_TEST(test_sheet_html_has_the_terms_of_the_screens)
{
	struct pool pool = { 0 };

	form.minutes = 30;
	ck_assert(date_parse("2026-12-12", &form.closes));
	make();
	const json_t *opening = json_object_get(data, "opening");
	ck_assert_str_eq(text_at(opening, "text"),
		words_mirror(&pool, record, record->instrument->opening,
			record->people[form.person].party));
	ck_assert_int_eq(json_integer_value(json_object_get(opening, "minutes")), 30);
	ck_assert_str_eq(text_at(opening, "closes"), "Please send it back by 12 December 2026.");
	pool_release(&pool);
}
END_TEST

START_TEST(test_sheet_html_knows_what_was_said_of_reports)
{
	record->respondents[0].attribution = ATTRIBUTION_CONFIDENTIAL;
	record->respondents[0].consent = TRI_YES;
	form.person = record->respondents[0].person;
	make();
	ck_assert_str_eq(text_at(json_object_get(data, "opening"), "attribution"), "confidential");
	record->respondents[0].consent = TRI_UNKNOWN;
	make();
	ck_assert_ptr_null(text_at(json_object_get(data, "opening"), "attribution"));
}
END_TEST

START_TEST(test_sheet_html_of_nobody_by_name)
{
	record->people[0].name = NULL;
	make();
	ck_assert_ptr_nonnull(strstr(page.text, "<p class=\"who\">For sponsor of Phoenix</p>"));
}
END_TEST

/* Two scripts, each ended once: what stands in a text neither begins nor ends one. */
START_TEST(test_sheet_html_keeps_texts_in_their_place)
{
	record->alliance.name = HOSTILE;
	record->people[0].name = HOSTILE;
	record->parties[0].label = HOSTILE;
	record->parties[1].label = HOSTILE;
	make();
	ck_assert_int_eq(times("<script"), 2);
	ck_assert_int_eq(times("</script"), 2);
	ck_assert_int_eq(times("<!--"), 1);
	ck_assert_int_eq(times("\033"), 0);
	ck_assert_int_eq(times("\xE2\x80\xAE"), 0);
	ck_assert_ptr_nonnull(strstr(page.text, "<h1>Questions about &lt;/script&gt;&lt;script"));
	const char *asked = text_at(json_array_get(json_object_get(data, "questions"), 0), "text");
	ck_assert_ptr_nonnull(strstr(asked, "</script><script>alert(1)</script><!-- \"'&lt; "));
}
END_TEST

START_TEST(test_sheet_html_names_no_other_place)
{
	static const char *const elsewhere[] = { "http:", "https:", "url(", "@import",
		" src=", "<link", "<img", "<iframe", "XMLHttpRequest", "fetch(", "sendBeacon",
		"WebSocket", "eval(", "innerHTML" };

	make();
	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(*elsewhere); i++)
		ck_assert_msg(times(elsewhere[i]) == 0, "%s", elsewhere[i]);
	ck_assert_ptr_nonnull(strstr(page.text,
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'sha256-"));
	ck_assert_int_eq(times("{{"), 0);
	ck_assert_str_eq(text_at(data, "file"), "00112233.rekindle-answers.json");
}
END_TEST

Suite *sheet_html_suite(void)
{
	Suite *suite = suite_create("sheet html");
	TCase *tcase = tcase_create("page");

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, test_sheet_html_asks_what_a_session_asks, 0, 2);
	tcase_add_test(tcase, test_sheet_html_of_a_check_asks_less);
	tcase_add_test(tcase, test_sheet_html_minutes_are_those_of_a_session);
	tcase_add_test(tcase, test_sheet_html_has_the_terms_of_the_screens);
	tcase_add_test(tcase, test_sheet_html_knows_what_was_said_of_reports);
	tcase_add_test(tcase, test_sheet_html_of_nobody_by_name);
	tcase_add_test(tcase, test_sheet_html_keeps_texts_in_their_place);
	tcase_add_test(tcase, test_sheet_html_names_no_other_place);
	suite_add_tcase(suite, tcase);
	return suite;
}
