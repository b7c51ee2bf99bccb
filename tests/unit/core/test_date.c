/* SPDX-License-Identifier: MIT */
/*
 * Days as people type them.
 */
#include <check.h>
#include <stdlib.h>

#include <rekindle/date.h>

Suite *date_suite(void);

static const struct {
	const char *typed, *ahead, *behind; /* on Friday, 27 November 2026 */
} days[] = {
	{ "2026-03-23", "2026-03-23", "2026-03-23" },
	{ " 2026-03-23 ", "2026-03-23", "2026-03-23" },
	{ "today", "2026-11-27", "2026-11-27" },
	{ "Tomorrow", "2026-11-28", "2026-11-28" },
	{ "YESTERDAY", "2026-11-26", "2026-11-26" },
	{ "eom", "2026-11-30", "2026-11-30" },
	{ "friday", "2026-12-04", "2026-11-20" },
	{ "fri", "2026-12-04", "2026-11-20" },
	{ "Mon", "2026-11-30", "2026-11-23" },
	{ "thurs", "2026-12-03", "2026-11-26" },
	{ "+3w", "2026-12-18", "2026-12-18" },
	{ "-10d", "2026-11-17", "2026-11-17" },
	{ "+3m", "2027-02-27", "2027-02-27" },
	{ "+1y", "2027-11-27", "2027-11-27" },
	{ "27 nov", "2026-11-27", "2026-11-27" },
	{ "26 Nov", "2027-11-26", "2026-11-26" },
	{ "nov 28", "2026-11-28", "2025-11-28" },
	{ "1. Dezember", NULL, NULL },
	{ "1. december", "2026-12-01", "2025-12-01" },
	{ "29 feb", "2028-02-29", "2024-02-29" },
	{ "27 november 2027", "2027-11-27", "2027-11-27" },
	{ "Nov 27, 2025", "2025-11-27", "2025-11-27" },
	{ "2026 nov 3", "2026-11-03", "2026-11-03" },
	{ "27.11.2026", "2026-11-27", "2026-11-27" },
	{ "11/27/2026", "2026-11-27", "2026-11-27" },
	{ "4/4/2027", "2027-04-04", "2027-04-04" },
	{ "2026/11/27", "2026-11-27", "2026-11-27" },
	{ "2026-3-4", "2026-03-04", "2026-03-04" },
	{ "28.11.", "2026-11-28", "2025-11-28" },
	{ "31/12/99", "2099-12-31", "2099-12-31" },
	/* no days */
	{ "", NULL, NULL },
	{ "soon", NULL, NULL },
	{ "fr", NULL, NULL },
	{ "fridays", NULL, NULL },
	{ "3w", NULL, NULL },
	{ "+3", NULL, NULL },
	{ "+3ww", NULL, NULL },
	{ "31 nov", NULL, NULL },
	{ "nov", NULL, NULL },
	{ "nov 2026", NULL, NULL },
	{ "27 nov 28", NULL, NULL },
	{ "27 nov 0000", NULL, NULL },
	{ "27.11.0000", NULL, NULL },
	{ "27", NULL, NULL },
	{ "45.45.2026", NULL, NULL },
	{ "2026-02-30", NULL, NULL },
	{ "27 nov 2026 10", NULL, NULL },
	{ "27 nov; 28 nov", NULL, NULL },
};

START_TEST(test_date_typed_reads_what_people_write)
{
	char iso[DATE_TEXT];
	int today = date_make(2026, 11, 27), day, other;

	for (int lean = DATE_AHEAD; lean <= DATE_BEHIND; lean++) {
		const char *meant = lean == DATE_AHEAD ? days[_i].ahead : days[_i].behind;
		enum date_fault fault =
			date_typed(days[_i].typed, today, (enum date_lean)lean, &day, &other);
		ck_assert_msg((fault == DATE_READ) == (meant != NULL), "\"%s\"", days[_i].typed);
		ck_assert_str_eq(date_iso(day, iso), meant ? meant : "");
		ck_assert_int_eq(other, DATE_NONE);
	}
}
END_TEST

static const struct {
	const char *typed, *one, *two;
} misread[] = {
	{ "3/4/27", "2027-04-03", "2027-03-04" },
	{ "03.04.2027", "2027-04-03", "2027-03-04" },
	{ "3-4", "2027-04-03", "2027-03-04" },
	{ "27/11/26", "2026-11-27", "2027-11-26" },
};

START_TEST(test_date_typed_keeps_out_numbers_that_can_be_two_days)
{
	char one[DATE_TEXT], two[DATE_TEXT];
	int day, other;

	ck_assert_int_eq(
		date_typed(misread[_i].typed, date_make(2026, 11, 27), DATE_AHEAD, &day, &other),
		DATE_FAULT_ORDER);
	ck_assert_str_eq(date_iso(day, one), misread[_i].one);
	ck_assert_str_eq(date_iso(other, two), misread[_i].two);
}
END_TEST

/* Of a day that may be either, the nearer one; what is said with its year stays. */
static const struct {
	const char *typed, *meant;
} nearer[] = {
	{ "26 nov", "2026-11-26" },
	{ "28 nov", "2026-11-28" },
	{ "27 nov", "2026-11-27" },
	{ "1 jun", "2026-06-01" },
	{ "20 may", "2027-05-20" },
	{ "thursday", "2026-11-26" },
	{ "sunday", "2026-11-29" },
	{ "friday", "2026-12-04" },
	{ "1 jan 2020", "2020-01-01" },
	{ "+3w", "2026-12-18" },
};

START_TEST(test_date_typed_near_takes_the_nearer_day)
{
	char iso[DATE_TEXT];
	int day, other;

	ck_assert_int_eq(
		date_typed(nearer[_i].typed, date_make(2026, 11, 27), DATE_NEAR, &day, &other),
		DATE_READ);
	ck_assert_str_eq(date_iso(day, iso), nearer[_i].meant);
}
END_TEST

START_TEST(test_date_typed_holds_the_years)
{
	int day, other, today = date_make(2199, 12, 1);

	ck_assert_int_eq(date_typed("+9999w", today, DATE_AHEAD, &day, &other), DATE_FAULT_YEAR);
	ck_assert_int_eq(day, DATE_NONE);
	ck_assert_int_eq(
		date_typed("1 jan 2300", today, DATE_AHEAD, &day, &other), DATE_FAULT_YEAR);
	ck_assert_int_eq(date_typed("eom", today, DATE_AHEAD, &day, &other), DATE_READ);
}
END_TEST

static const struct {
	const char *typed, *moment;
} moments[] = {
	{ "2026-10-15", "2026-10-15" },
	{ "2026-10-15 16:00", "2026-10-15T16:00" },
	{ "2026-10-15T16:00", "2026-10-15T16:00" },
	{ "friday 9:30", "2026-12-04T09:30" },
	{ "27 nov 16:00", "2026-11-27T16:00" },
	{ "friday", "2026-12-04" },
};

START_TEST(test_date_typed_takes_a_time_behind_the_day)
{
	char moment[DATE_MOMENT];
	int day, other;

	ck_assert_int_eq(
		date_typed_moment(moments[_i].typed, date_make(2026, 11, 27), moment, &day, &other),
		DATE_READ);
	ck_assert_str_eq(moment, moments[_i].moment);
}
END_TEST

START_TEST(test_date_typed_refuses_a_time_that_there_is_not)
{
	char moment[DATE_MOMENT];
	int day, other, today = date_make(2026, 11, 27);

	ck_assert_int_eq(
		date_typed_moment("friday 24:00", today, moment, &day, &other), DATE_FAULT_TIME);
	ck_assert_int_eq(
		date_typed_moment("2026-10-15 9:61", today, moment, &day, &other), DATE_FAULT_TIME);
	ck_assert_int_eq(
		date_typed_moment("3/4/27 16:00", today, moment, &day, &other), DATE_FAULT_ORDER);
	ck_assert_int_eq(
		date_typed_moment("friday at 9", today, moment, &day, &other), DATE_FAULT_FORM);
}
END_TEST

START_TEST(test_clock_stands_where_nothing_else_is_said)
{
	int day = date_make(2026, 11, 16), now;

	unsetenv("REKINDLE_TODAY");
	now = clock_today();
	clock_stand(day);
	ck_assert_int_eq(clock_today(), day);
	ck_assert_int_eq(clock_stamp_ms(), day * INT64_C(86400000));
	setenv("REKINDLE_TODAY", "2030-01-02", 1);
	ck_assert_int_eq(clock_today(), date_make(2030, 1, 2));
	unsetenv("REKINDLE_TODAY");
	clock_stand(DATE_NONE);
	ck_assert_int_ge(clock_today(), now);
	ck_assert_int_ne(clock_today(), day);
}
END_TEST

#define COUNT(list) (int)(sizeof(list) / sizeof(*list))

Suite *date_suite(void)
{
	Suite *suite = suite_create("date");
	TCase *typed = tcase_create("typed");
	tcase_add_loop_test(typed, test_date_typed_reads_what_people_write, 0, COUNT(days));
	tcase_add_loop_test(
		typed, test_date_typed_keeps_out_numbers_that_can_be_two_days, 0, COUNT(misread));
	tcase_add_loop_test(typed, test_date_typed_near_takes_the_nearer_day, 0, COUNT(nearer));
	tcase_add_test(typed, test_date_typed_holds_the_years);
	tcase_add_loop_test(typed, test_date_typed_takes_a_time_behind_the_day, 0, COUNT(moments));
	tcase_add_test(typed, test_date_typed_refuses_a_time_that_there_is_not);
	suite_add_tcase(suite, typed);
	TCase *stands = tcase_create("clock");
	tcase_add_test(stands, test_clock_stands_where_nothing_else_is_said);
	suite_add_tcase(suite, stands);
	return suite;
}
