/* SPDX-License-Identifier: MIT */
/*
 * Minutes: lines side by side as one list, filed to what they are about, and back.
 */
#include <rekindle/minutes.h>
#include "build.h"

Suite *minutes_suite(void);

static struct build b;

static struct meeting *begin(const char *decisions, const char *filed)
{
	build_init(&b);
	struct plan_action *action = record_add(&b.rec, KIND_PLAN_ACTION);
	action->library = "name_sponsor";
	action = record_add(&b.rec, KIND_PLAN_ACTION);
	memset(action->object.id.byte, 7, sizeof(action->object.id.byte));
	struct meeting *meeting = record_add(&b.rec, KIND_MEETING);
	meeting->body = "steering committee";
	meeting->decisions = decisions;
	meeting->decisions_filed = filed;
	return meeting;
}

static const struct read_case {
	const char *decisions, *filed;
	size_t count;
	enum filed first, second;
	int at_first, at_second;
} read_cases[] = {
	{ NULL, NULL, 0, FILED_NOWHERE, FILED_NOWHERE, -1, -1 },
	{ "One\nTwo", NULL, 2, FILED_NOWHERE, FILED_NOWHERE, -1, -1 },
	{ "One\nTwo", "-\naction name_sponsor", 2, FILED_NOWHERE, FILED_ACTION, -1, 0 },
	{ "One\nTwo", "action 07070707-0707-0707-0707-070707070707", 2, FILED_ACTION, FILED_NOWHERE,
		1, -1 },
	/* what is gone, and what is no place at all */
	{ "One\nTwo", "risk 07070707-0707-0707-0707-070707070707\nrisks of all", 2, FILED_RISK,
		FILED_NOWHERE, -1, -1 },
	/* more places than texts */
	{ "One\nTwo", "-\n-\naction name_sponsor", 2, FILED_NOWHERE, FILED_NOWHERE, -1, -1 },
};

START_TEST(test_minutes_read_each_line_with_its_place)
{
	const struct read_case *one = &read_cases[_i];
	struct meeting *meeting = begin(one->decisions, one->filed);
	size_t count;
	const struct minute *minutes =
		minutes_read(&b.rec.pool, &b.rec, meeting, MINUTES_DECISIONS, &count);

	ck_assert_uint_eq(count, one->count);
	if (count) {
		ck_assert_str_eq(minutes[0].text, "One");
		ck_assert_int_eq(minutes[0].filed, one->first);
		ck_assert_int_eq(minutes[0].index, one->at_first);
		ck_assert_str_eq(minutes[1].text, "Two");
		ck_assert_int_eq(minutes[1].filed, one->second);
		ck_assert_int_eq(minutes[1].index, one->at_second);
	}
	build_release(&b);
}
END_TEST

START_TEST(test_minutes_write_what_is_read)
{
	struct meeting *meeting = begin(NULL, NULL);
	struct minute minutes[] = {
		minute_of(&b.rec.pool, &b.rec, "  two\nlines ", FILED_NOWHERE, -1),
		minute_of(&b.rec.pool, &b.rec, " ", FILED_ACTION, 0),
		minute_of(&b.rec.pool, &b.rec, "Bo leads", FILED_ACTION, 1),
		minute_of(&b.rec.pool, &b.rec, "Nobody objects", FILED_NOWHERE, -1),
	};

	minutes_write(&b.rec, meeting, MINUTES_NOTES, minutes, 4);
	ck_assert_str_eq(meeting->notes, "two lines\nBo leads\nNobody objects");
	ck_assert_str_eq(meeting->notes_filed, "-\naction 07070707-0707-0707-0707-070707070707");
	ck_assert_ptr_null(meeting->decisions);
	minutes_write(&b.rec, meeting, MINUTES_NOTES, minutes, 0);
	ck_assert_ptr_null(meeting->notes);
	ck_assert_ptr_null(meeting->notes_filed);
	build_release(&b);
}
END_TEST

/* What was noted there stays, and a line is not put there twice. */
START_TEST(test_minutes_filed_are_added_once)
{
	begin(NULL, NULL);
	struct minute minute = minute_of(&b.rec.pool, &b.rec, "x", FILED_ACTION, 1);
	enum kind kind = KIND_NONE;

	b.rec.actions[1].note = "Asked for";
	ck_assert_ptr_eq(minute_file(&b.rec, &minute, "27 Nov: granted", &kind), &b.rec.actions[1]);
	ck_assert_int_eq(kind, KIND_PLAN_ACTION);
	ck_assert_str_eq(b.rec.actions[1].note, "Asked for\n27 Nov: granted");
	ck_assert_ptr_null(minute_file(&b.rec, &minute, "27 Nov: granted", &kind));
	ck_assert_ptr_nonnull(minute_file(&b.rec, &minute, "27 Nov", &kind));
	minute.filed = FILED_NOWHERE;
	ck_assert_ptr_null(minute_file(&b.rec, &minute, "28 Nov", &kind));
	build_release(&b);
}
END_TEST

/* What files said before notes had places they say still. */
static const struct note_case {
	const char *filed;
	bool is_filed;
	enum filed place;
	int at;
} note_cases[] = {
	{ NULL, false, FILED_NOWHERE, -1 },
	{ " ", false, FILED_NOWHERE, -1 },
	{ "risk", true, FILED_NOWHERE, -1 },
	{ "risk register, row 4", true, FILED_NOWHERE, -1 },
	{ "action name_sponsor", true, FILED_ACTION, 0 },
	{ "action points of May", true, FILED_NOWHERE, -1 },
	{ "action 07070707-0707-0707-0707-070707070707", true, FILED_ACTION, 1 },
	{ "person 07070707-0707-0707-0707-070707070707", true, FILED_PERSON, -1 },
};

START_TEST(test_minutes_note_is_filed_as_its_words_say)
{
	const struct note_case *one = &note_cases[_i];
	begin(NULL, NULL);
	const struct note note = { .text = "Ask them", .filed = one->filed };
	const struct minute minute = note_minute(&b.rec.pool, &b.rec, &note);
	ck_assert(note_is_filed(&note) == one->is_filed);
	ck_assert_int_eq(minute.filed, one->place);
	ck_assert_int_eq(minute.index, one->at);
	ck_assert_str_eq(minute.text, "Ask them");
	if (minute.filed == FILED_NOWHERE)
		ck_assert_ptr_null(note_place(&b.rec.pool, &minute));
	else
		ck_assert_str_eq(note_place(&b.rec.pool, &minute), one->filed);
	build_release(&b);
}
END_TEST

START_TEST(test_minutes_note_filed_to_a_person_puts_nothing_there)
{
	enum kind kind = KIND_NONE;
	begin(NULL, NULL);
	struct person *person = record_add(&b.rec, KIND_PERSON);
	memset(person->object.id.byte, 9, sizeof(person->object.id.byte));
	const struct minute minute = minute_of(&b.rec.pool, &b.rec, "Ask", FILED_PERSON, 0);
	const struct note note = { .text = "Ask", .filed = note_place(&b.rec.pool, &minute) };
	ck_assert_int_eq(note_minute(&b.rec.pool, &b.rec, &note).index, 0);
	ck_assert_ptr_null(minute_file(&b.rec, &minute, "Ask", &kind));
	build_release(&b);
}
END_TEST

START_TEST(test_minutes_find_the_meeting_before_a_day)
{
	static const char *const days[] = { "2026-03-02", "2026-06-01", "2026-04-06" };
	begin(NULL, NULL);
	for (int i = 0; i < 3; i++) {
		struct meeting *meeting = record_add(&b.rec, KIND_MEETING);
		meeting->body = i == 1 ? "Working Group" : "steering committee";
		meeting->at = meeting_at(build_day(days[i]));
		ck_assert_int_eq(meeting_day(meeting), build_day(days[i]));
	}
	/* the first has no day */
	ck_assert_int_eq(meeting_before(&b.rec, BODY_STEERING, build_day("2026-12-31")), 3);
	ck_assert_int_eq(meeting_before(&b.rec, BODY_STEERING, build_day("2026-04-06")), 1);
	ck_assert_int_eq(meeting_before(&b.rec, BODY_STEERING, build_day("2026-03-02")), -1);
	ck_assert_int_eq(meeting_before(&b.rec, BODY_WORKING, build_day("2026-12-31")), 2);
	ck_assert_int_eq(meeting_on(&b.rec, BODY_STEERING, build_day("2026-04-06")), 3);
	ck_assert_int_eq(meeting_on(&b.rec, BODY_WORKING, build_day("2026-04-06")), -1);
	build_release(&b);
}
END_TEST

Suite *minutes_suite(void)
{
	Suite *suite = suite_create("minutes");
	TCase *tcase = tcase_create("minutes");
	add_cases(tcase, test_minutes_read_each_line_with_its_place, read_cases);
	tcase_add_test(tcase, test_minutes_write_what_is_read);
	tcase_add_test(tcase, test_minutes_filed_are_added_once);
	tcase_add_loop_test(tcase, test_minutes_note_is_filed_as_its_words_say, 0,
		sizeof(note_cases) / sizeof(*note_cases));
	tcase_add_test(tcase, test_minutes_note_filed_to_a_person_puts_nothing_there);
	tcase_add_test(tcase, test_minutes_find_the_meeting_before_a_day);
	suite_add_tcase(suite, tcase);
	return suite;
}
