/* SPDX-License-Identifier: MIT */
/*
 * Days off out of a calendar file: which days its events mean, and what is refused with which line.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/exchange.h>

Suite *calendar_suite(void);

static struct pool pool;
static struct calendar_day *days;
static size_t count;
static struct errmsg why;

static enum err read_text(const char *text)
{
	return exchange_calendar_read(text, strlen(text), "a.ics", &pool, &days, &count, &why);
}

static enum err read_event(const char *lines)
{
	char text[1024];
	snprintf(text, sizeof(text),
		"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n%sEND:VEVENT\r\nEND:VCALENDAR\r\n", lines);
	return read_text(text);
}

static void tear_down(void)
{
	pool_release(&pool);
}

static const struct {
	const char *lines, *first, *last;
	bool yearly;
} events[] = {
	{ "DTSTART;VALUE=DATE:20261224\r\n", "2026-12-24", "2026-12-24", false },
	{ "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\n", "2026-12-24", "2026-12-26",
		false },
	{ "DTSTART:20261224\r\nDTEND:20261224\r\n", "2026-12-24", "2026-12-24", false },
	{ "DTSTART;TZID=\"Europe: Berlin\":20261224T090000\r\nDTEND:20261225T170000Z\r\n",
		"2026-12-24", "2026-12-25", false },
	{ "DTSTART:20261224T000000\r\nDTEND:20261226T000000\r\n", "2026-12-24", "2026-12-25",
		false },
	{ "DTSTART:20261224\r\nDURATION:P2W\r\n", "2026-12-24", "2027-01-06", false },
	{ "DTSTART:20261224\r\nDURATION:P3D\r\n", "2026-12-24", "2026-12-26", false },
	{ "DTSTART:20261224T090000\r\nDURATION:PT8H\r\n", "2026-12-24", "2026-12-24", false },
	{ "DTSTART:20261003\r\nRRULE:FREQ=YEARLY\r\n", "2026-10-03", "2026-10-03", true },
	{ "dtstart:20261003\r\nrrule:FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYMONTHDAY=3\r\n",
		"2026-10-03", "2026-10-03", true },
	{ "SUMMARY:Day: of\r\n  unity\r\nDTST\r\n ART:20261003\r\nX-DTEND:1\r\n", "2026-10-03",
		"2026-10-03", false },
	{ "DTSTART:20261003\r\nBEGIN:VALARM\r\nDURATION:P1X\r\nEND:VALARM\r\n", "2026-10-03",
		"2026-10-03", false },
};

START_TEST(test_calendar_event_means_its_days)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	ck_assert_msg(!read_event(events[_i].lines), "%s", why.text);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(date_iso(days[0].first, first), events[_i].first);
	ck_assert_str_eq(date_iso(days[0].last, last), events[_i].last);
	ck_assert_int_eq(days[0].yearly, events[_i].yearly);
}
END_TEST

START_TEST(test_calendar_keeps_order_and_leaves_out_what_was_cancelled)
{
	ck_assert(!read_text("\xEF\xBB\xBF"
			     "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nDTSTART:1\nEND:VTIMEZONE\n"
			     "BEGIN:VEVENT\nDTSTART:20270101\nEND:VEVENT\n"
			     "BEGIN:VEVENT\nDTSTART:20270102\nSTATUS:CANCELLED\nEND:VEVENT\n"
			     "BEGIN:VEVENT\nDTSTART:20261231\nEND:VEVENT\nEND:VCALENDAR"));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(days[0].first, date_make(2027, 1, 1));
	ck_assert_int_eq(days[1].first, date_make(2026, 12, 31));
}
END_TEST

static const struct {
	const char *lines, *says;
} wrong[] = {
	{ "DTSTART:20261332\r\n", "a.ics:3: DTSTART is no day" },
	{ "DTSTART:2026-12-24\r\n", "a.ics:3: DTSTART is no day" },
	{ "DTSTART:20261224T09\r\n", "a.ics:3: DTSTART is no day" },
	{ "DTSTART:20261224\r\nSUMMARY:a\r\n b\r\nDTEND:x\r\n", "a.ics:6: DTEND is no day" },
	{ "DTSTART:20261224\r\nDTEND:20261220\r\n", "a.ics:2: this event ends before it begins" },
	{ "DTSTART:20261224\r\nDTEND:20281220\r\n", "a.ics:2: this event is longer" },
	{ "DTSTART:20261224\r\nDURATION:P1M\r\n", "a.ics:4: DURATION is no number of days" },
	{ "SUMMARY:no day\r\n", "a.ics:2: this event has no DTSTART" },
	{ "RRULE:FREQ=YEARLY\r\n", "a.ics:3: RRULE stands before DTSTART" },
	{ "DTSTART:20261224\r\nRRULE:FREQ=WEEKLY\r\n", "a.ics:4: this event comes again" },
	{ "DTSTART:20261224\r\nRRULE:FREQ=YEARLY;UNTIL=20300101\r\n",
		"a.ics:4: this event comes again" },
	{ "DTSTART:20261224\r\nRRULE:FREQ=YEARLY;BYMONTHDAY=24,25\r\n",
		"a.ics:4: this event comes again" },
	{ "DTSTART:20261224\r\nRRULE:FREQ=YEARLY;BYMONTH=11\r\n",
		"a.ics:4: this event comes again" },
};

START_TEST(test_calendar_refuses_with_the_line)
{
	ck_assert_int_eq(read_event(wrong[_i].lines), ERR_INVALID);
	ck_assert_msg(!strncmp(why.text, wrong[_i].says, strlen(wrong[_i].says)), "%s", why.text);
}
END_TEST

START_TEST(test_calendar_refuses_what_is_no_calendar)
{
	static const char *const texts[] = { "", "\n", "BEGIN:VCARD\n", "hello", "\xEF\xBB\xBF" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		ck_assert_int_eq(read_text(texts[i]), ERR_INVALID);
		ck_assert_msg(
			strstr(why.text, "a.ics:1: this is no calendar file"), "%s", why.text);
	}
	ck_assert_int_eq(
		read_text("BEGIN:VCALENDAR\n\nBEGIN:VEVENT\nDTSTART:20261224\n"), ERR_INVALID);
	ck_assert_msg(strstr(why.text, "a.ics:3: the file ends inside"), "%s", why.text);
}
END_TEST

START_TEST(test_calendar_line_without_end_is_refused)
{
	static char text[200 * 1024];
	memset(text, 'x', sizeof(text) - 1);
	memcpy(text, "BEGIN:VCALENDAR\nX:", 18);
	ck_assert_int_eq(read_text(text), ERR_INVALID);
	ck_assert_msg(
		strstr(why.text, "a.ics:2: this line is no text, or too long"), "%s", why.text);
	ck_assert_int_eq(exchange_calendar_read("BEGIN:VCALENDAR\nX:\0\n", 20, "a.ics", &pool,
				 &days, &count, &why),
		ERR_INVALID);
}
END_TEST

Suite *calendar_suite(void)
{
	Suite *suite = suite_create("calendar");
	TCase *tests = tcase_create("calendar");
	tcase_add_checked_fixture(tests, NULL, tear_down);
	tcase_add_loop_test(
		tests, test_calendar_event_means_its_days, 0, sizeof(events) / sizeof(*events));
	tcase_add_test(tests, test_calendar_keeps_order_and_leaves_out_what_was_cancelled);
	tcase_add_loop_test(
		tests, test_calendar_refuses_with_the_line, 0, sizeof(wrong) / sizeof(*wrong));
	tcase_add_test(tests, test_calendar_refuses_what_is_no_calendar);
	tcase_add_test(tests, test_calendar_line_without_end_is_refused);
	suite_add_tcase(suite, tests);
	return suite;
}
