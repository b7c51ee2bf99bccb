/* SPDX-License-Identifier: MIT */
/*
 * Marks on a report: the lines on which its parts begin, in every format.
 */
#include "../../../src/report/write/write.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *report_marks_suite(void);

static struct doc doc;
static struct str text;
static struct report_marks marks;

/* A title too long for one line, a first page, two sections and what is left out. */
static void set_up(void)
{
	static const struct column columns[] = { { .width = 20 }, { .width = 20 } };

	doc = (struct doc){ .chapters = NULL };
	marks = (struct report_marks){ .count = 0 };
	str_init(&text);
	str_add(&text, "before\nit ");
	doc_title(&doc, "Assessment report",
		"JOINT EDITION - for both companies and for nobody else but these", "Who", "When");
	doc_page(&doc, "summary", "Summary");
	doc_text(&doc, 0, "## Not a section\n----------------------------------------");
	doc_head(&doc, NULL, "Left out", NULL)->left_out = true;
	doc_bullet(&doc, 2, "\"id\": <section ##");
	doc_chapter(&doc, "heard", 1, NULL, "Who was heard");
	struct table *table = doc_table(&doc, 0, columns, 2);
	struct row *row = doc_head_row(&doc, table);
	doc_cell(&doc, row, "one");
	row = doc_row(&doc, table);
	doc_cell(&doc, row, "two");
	doc_chapter(&doc, NULL, 0, "Appendix", "Words");
}

static void tear_down(void)
{
	doc_release(&doc);
	str_release(&text);
	report_marks_release(&marks);
}

/* The line of that number of what was appended. */
static const char *line_at(int line)
{
	static char found[400];
	const char *at = text.text + strlen("before\nit ");

	while (line--) {
		at = strchr(at, '\n');
		ck_assert_ptr_nonnull(at);
		at++;
	}
	snprintf(found, sizeof(found), "%.*s", (int)strcspn(at, "\n"), at);
	return found;
}

static void expect_mark(
	size_t at, enum report_mark_kind kind, const char *section, const char *line)
{
	ck_assert_uint_lt(at, marks.count);
	ck_assert_int_eq(marks.mark[at].kind, kind);
	ck_assert_pstr_eq(marks.mark[at].section, section);
	ck_assert_str_eq(line_at(marks.mark[at].line), line);
}

START_TEST(test_report_marks_of_text_are_title_rules_and_sections)
{
	doc_write_text(&text, &doc, true, &marks);
	expect_mark(0, REPORT_MARK_TITLE, NULL, "REKINDLE  Assessment report");
	expect_mark(1, REPORT_MARK_TITLE, NULL,
		"               "
		"JOINT EDITION - for both companies and for nobody else but these");
	ck_assert_int_eq(marks.mark[2].kind, REPORT_MARK_TITLE);
	ck_assert_int_eq(marks.mark[3].kind, REPORT_MARK_RULE);
	ck_assert_int_eq(marks.mark[3].line, 3);
	expect_mark(4, REPORT_MARK_LEFT_OUT, "summary", "LEFT OUT");
	expect_mark(5, REPORT_MARK_SECTION, "heard", "1. WHO WAS HEARD");
	ck_assert_int_eq(marks.mark[6].kind, REPORT_MARK_RULE);
	expect_mark(7, REPORT_MARK_SECTION, NULL, "APPENDIX  WORDS");
	ck_assert_uint_eq(marks.count, 9);
}
END_TEST

START_TEST(test_report_marks_of_markdown_are_headings)
{
	doc_write_markdown(&text, &doc, false, &marks);
	expect_mark(0, REPORT_MARK_LEFT_OUT, "summary", "### LEFT OUT");
	expect_mark(1, REPORT_MARK_SECTION, "heard", "## 1. WHO WAS HEARD");
	expect_mark(2, REPORT_MARK_SECTION, NULL, "## APPENDIX: WORDS");
	ck_assert_uint_eq(marks.count, 3);
}
END_TEST

START_TEST(test_report_marks_of_html_are_sections)
{
	doc_write_html(&text, &doc, false, &marks);
	expect_mark(0, REPORT_MARK_SECTION, "summary",
		"<section id=\"summary\" aria-labelledby=\"summary-title\">");
	expect_mark(1, REPORT_MARK_LEFT_OUT, "summary", "<h3>LEFT OUT</h3>");
	expect_mark(2, REPORT_MARK_SECTION, "heard",
		"<section id=\"heard\" aria-labelledby=\"heard-title\">");
	expect_mark(3, REPORT_MARK_SECTION, NULL,
		"<section id=\"section-3\" aria-labelledby=\"section-3-title\">");
	ck_assert_uint_eq(marks.count, 4);
}
END_TEST

START_TEST(test_report_marks_of_json_are_ids)
{
	doc_write_json(&text, &doc, false, &marks);
	expect_mark(0, REPORT_MARK_SECTION, "summary", "        \"id\": \"summary\",");
	expect_mark(1, REPORT_MARK_LEFT_OUT, "summary", "            \"text\": \"LEFT OUT\"");
	expect_mark(2, REPORT_MARK_SECTION, "heard", "        \"id\": \"heard\",");
	expect_mark(3, REPORT_MARK_SECTION, NULL, "        \"id\": null,");
	ck_assert_uint_eq(marks.count, 4);
}
END_TEST

START_TEST(test_report_marks_replace_those_before)
{
	doc_write_json(&text, &doc, false, &marks);
	tear_down();
	set_up();
	doc_write_markdown(&text, &doc, false, &marks);
	doc_write_markdown(&text, &doc, false, &marks);
	ck_assert_uint_eq(marks.count, 3);
}
END_TEST

START_TEST(test_report_headings_are_capitals_of_any_letter)
{
	doc_head(&doc, "Étape 1", "Öffnen in Genève", ", straße");
	doc_write_text(&text, &doc, false, NULL);
	ck_assert_ptr_nonnull(strstr(text.text, "\nÉTAPE 1  ÖFFNEN IN GENÈVE, straße\n"));
}
END_TEST

Suite *report_marks_suite(void)
{
	Suite *suite = suite_create("report-marks");
	TCase *tcase = tcase_create("marks");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_report_marks_of_text_are_title_rules_and_sections);
	tcase_add_test(tcase, test_report_marks_of_markdown_are_headings);
	tcase_add_test(tcase, test_report_marks_of_html_are_sections);
	tcase_add_test(tcase, test_report_marks_of_json_are_ids);
	tcase_add_test(tcase, test_report_marks_replace_those_before);
	tcase_add_test(tcase, test_report_headings_are_capitals_of_any_letter);
	suite_add_tcase(suite, tcase);
	return suite;
}
