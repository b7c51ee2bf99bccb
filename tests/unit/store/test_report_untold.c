/* SPDX-License-Identifier: MIT */
/*
 * What a joint report says of what to do first where health is withheld: that it is withheld, and
 * no other reason. One route entry of the example is told in confidence.
 */
#include "../core/build.h"
#include "../fixture.h"
#include <rekindle/report.h>

Suite *report_untold_suite(void);

static struct exchange file;
static struct record *rec;
static struct diagnosis diagnosis;
static struct plan plan;
static struct str out;

static void set_up(void)
{
	fixture_one_round(&file);
	rec = &file.rounds[0];
	rec->respondents[rec->routes[0].respondent].attribution = ATTRIBUTION_CONFIDENTIAL;
	str_init(&out);
}

static void tear_down(void)
{
	plan_release(&plan);
	diagnosis_release(&diagnosis);
	str_release(&out);
	exchange_release(&file);
}

static void decide(void)
{
	record_settle(rec);
	diagnosis_compute(&diagnosis, rec);
	plan_compute(&plan, rec, &diagnosis, build_day("2026-11-23"));
}

/* The text on one line, its words a blank apart. */
static void flatten(void)
{
	char *to = out.text;

	for (const char *at = out.text; *at; at++)
		if (!strchr(" \n", *at) || (to > out.text && to[-1] != ' '))
			*to++ = *at == '\n' ? ' ' : *at;
	*to = '\0';
}

static void write_joint(enum report_kind kind, const struct plan *with)
{
	const struct report_rounds rounds = { .record = rec,
		.diagnosis = &diagnosis,
		.plan = with,
		.all = (const struct record *[]){ rec },
		.count = 1,
		.today = build_day("2026-11-16") };
	struct report_reading reading;

	str_clear(&out);
	report_read(&reading, &rounds, kind);
	reading.input.edition = EDITION_JOINT;
	report_write(&out, &reading.input, REPORT_TEXT, false);
	report_reading_release(&reading);
	flatten();
}

static void says(const char *text)
{
	ck_assert_msg(strstr(out.text, text), "not said: %s\n%.1800s", text, out.text);
}

static void says_not(const char *text)
{
	const char *at = strstr(out.text, text);

	ck_assert_msg(!at, "...%.200s", at);
}

START_TEST(test_untold_a_draft_says_that_it_is_withheld)
{
	decide();
	write_joint(REPORT_ASSESSMENT, &plan);
	says("DECISION What has to come first is not said in this edition: it rests on values that"
	     " are withheld. Gate 1, ");
	says(": what it asks is withheld here. REASON");
	says_not("To be answered by");
	says_not("Go on with the plan");
	says_not("missing questions");
}
END_TEST

START_TEST(test_untold_a_stored_plan_goes_on)
{
	decide();
	plan.stored = true;
	write_joint(REPORT_ASSESSMENT, &plan);
	says("DECISION Go on with the plan: what has to come first rests on values that are"
	     " withheld.");
}
END_TEST

START_TEST(test_untold_a_plan_without_actions_asks_nobody_to_answer)
{
	decide();
	plan.stored = true;
	plan.action_count = 0;
	write_joint(REPORT_ASSESSMENT, &plan);
	says("DECISION Go on with the plan");
	says_not("missing questions");
}
END_TEST

/* That nobody of a company was heard is withheld from nobody. */
START_TEST(test_untold_a_company_that_is_not_heard_is_to_be_heard)
{
	for (size_t i = 0; i < rec->answer_count; i++)
		if (rec->respondents[rec->answers[i].respondent].party == 1)
			rec->answers[i].state = STATE_BLANK;
	decide();
	write_joint(REPORT_ASSESSMENT, &plan);
	says("DECISION Hear people of GenTech first");
	says_not("What has to come first is not said");
}
END_TEST

/* Ten were heard, so the reason is another one. */
START_TEST(test_untold_is_not_for_lack_of_people)
{
	static const char left_out[] =
		"LEFT OUT The route test, which somebody took in confidence, with what rests on it."
		" What single people answered.";

	decide();
	write_joint(REPORT_BRIEF, &plan);
	says(left_out);
	says("Which cause comes first is withheld.");
	says_not("Too few were heard");
	write_joint(REPORT_PROGRESS, &plan);
	says(left_out);
	says("Which causes fail is withheld");
	says_not("too few people of a side were heard");
}
END_TEST

Suite *report_untold_suite(void)
{
	Suite *suite = suite_create("report untold");
	TCase *tcase = tcase_create("report untold");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_untold_a_draft_says_that_it_is_withheld);
	tcase_add_test(tcase, test_untold_a_plan_without_actions_asks_nobody_to_answer);
	tcase_add_test(tcase, test_untold_a_stored_plan_goes_on);
	tcase_add_test(tcase, test_untold_a_company_that_is_not_heard_is_to_be_heard);
	tcase_add_test(tcase, test_untold_is_not_for_lack_of_people);
	suite_add_tcase(suite, tcase);
	return suite;
}
