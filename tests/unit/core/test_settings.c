/* SPDX-License-Identifier: MIT */
/*
 * What a person has settled: who reads it in this room.
 */
#include <check.h>
#include <rekindle/date.h>
#include <rekindle/settings.h>

Suite *settings_suite(void);

START_TEST(test_settings_are_plain_until_some_are_used)
{
	ck_assert_int_eq(settings()->date_order, DATE_ORDER_NONE);
	ck_assert(!settings()->mouse);
	ck_assert(!settings()->auto_advance);
	settings_use(&(struct settings){ .mouse = true });
	ck_assert(settings()->mouse);
	settings_use(&(struct settings){ 0 });
	ck_assert(!settings()->mouse);
}
END_TEST

/* What makes a day in one order only is that day, whatever the order that is settled. */
static const struct {
	enum date_order order;
	const char *typed, *meant;
} ordered[] = {
	{ DATE_ORDER_DMY, "3/4/27", "2027-04-03" },
	{ DATE_ORDER_MDY, "3/4/27", "2027-03-04" },
	{ DATE_ORDER_YMD, "3/4/27", "2003-04-27" },
	{ DATE_ORDER_DMY, "3.4.", "2027-04-03" },
	{ DATE_ORDER_MDY, "3/4", "2027-03-04" },
	{ DATE_ORDER_YMD, "3-4", "2027-03-04" },
	{ DATE_ORDER_DMY, "03.04.2027", "2027-04-03" },
	{ DATE_ORDER_MDY, "03/04/2027", "2027-03-04" },
	{ DATE_ORDER_DMY, "2027/3/4", "2027-03-04" },
	{ DATE_ORDER_MDY, "27/11/2026", "2026-11-27" },
	{ DATE_ORDER_DMY, "11/27/2026", "2026-11-27" },
	{ DATE_ORDER_YMD, "11/27/2026", "2026-11-27" },
	{ DATE_ORDER_YMD, "26/11/27", "2026-11-27" },
};

START_TEST(test_date_typed_reads_numbers_in_the_order_that_is_settled)
{
	char iso[DATE_TEXT];
	int day, other;

	settings_use(&(struct settings){ .date_order = ordered[_i].order });
	enum date_fault fault =
		date_typed(ordered[_i].typed, date_make(2026, 11, 27), DATE_AHEAD, &day, &other);
	settings_use(&(struct settings){ 0 });
	ck_assert_int_eq(fault, DATE_READ);
	ck_assert_str_eq(date_iso(day, iso), ordered[_i].meant);
	ck_assert_int_eq(other, DATE_NONE);
}
END_TEST

/* Four digits at the end are no order of ymd: it settles nothing about the rest. */
START_TEST(test_date_typed_asks_where_the_order_makes_no_day)
{
	int day, other;

	settings_use(&(struct settings){ .date_order = DATE_ORDER_YMD });
	enum date_fault fault =
		date_typed("3/4/2027", date_make(2026, 11, 27), DATE_AHEAD, &day, &other);
	settings_use(&(struct settings){ 0 });
	ck_assert_int_eq(fault, DATE_FAULT_ORDER);
	ck_assert_int_eq(day, date_make(2027, 4, 3));
	ck_assert_int_eq(other, date_make(2027, 3, 4));
}
END_TEST

Suite *settings_suite(void)
{
	Suite *suite = suite_create("settings");
	TCase *tests = tcase_create("settings");

	tcase_add_test(tests, test_settings_are_plain_until_some_are_used);
	tcase_add_loop_test(tests, test_date_typed_reads_numbers_in_the_order_that_is_settled, 0,
		(int)(sizeof(ordered) / sizeof(*ordered)));
	tcase_add_test(tests, test_date_typed_asks_where_the_order_makes_no_day);
	suite_add_tcase(suite, tests);
	return suite;
}
