/* SPDX-License-Identifier: MIT */
/*
 * Names of people, milestones, and what a record says of itself.
 */
#include "build.h"
#include <rekindle/str.h>

Suite *record_suite(void);

static const struct {
	const char *name, *surname;
} names[] = {
	{ "Ana Ruiz", "Ruiz" },
	{ "Pieter van den Berg", "van den Berg" },
	{ "Ruiz", "Ruiz" },
	{ "Carl Friedrich von Weber", "von Weber" },
	{ "van Berg", "Berg" },
	{ "", "" },
	{ "\xC3\x85sa \xC3\x96"
	  "berg",
		"\xC3\x96"
		"berg" },
};

START_TEST(test_record_surname_keeps_its_small_words)
{
	ck_assert_str_eq(record_surname(names[_i].name), names[_i].surname);
}
END_TEST

static const struct {
	const char *due, *reached, *day;
	int late;
} milestones[] = {
	{ "2026-03-31", "2026-03-31", "2026-10-15", 0 },
	{ "2026-03-31", "2026-03-01", "2026-10-15", 0 },
	{ "2026-03-31", "2026-04-03", "2026-10-15", 3 },
	{ "2026-03-31", "2026-04-03", NULL, 3 },
	{ "2026-03-31", NULL, "2026-10-15", 198 },
	{ "2026-03-31", NULL, "2026-03-31", 0 },
	{ "2026-03-31", NULL, NULL, INT_NONE },
	{ NULL, "2026-04-03", "2026-10-15", INT_NONE },
};

static int day_or_none(const char *text)
{
	return text ? build_day(text) : DATE_NONE;
}

START_TEST(test_record_milestone_is_late_from_its_due_date_on)
{
	struct milestone milestone = { .due = day_or_none(milestones[_i].due),
		.reached = day_or_none(milestones[_i].reached) };
	ck_assert_int_eq(
		milestone_late(&milestone, day_or_none(milestones[_i].day)), milestones[_i].late);
}
END_TEST

static const struct {
	const char *extra;
	bool example;
} extras[] = {
	{ NULL, false },
	{ "{}", false },
	{ "{\"example\":\"Names are invented.\"}", true },
	{ "{\"kind\":\"pilot\", \"example\" : true}", true },
	{ "{\"kind\":\"example\"}", false },
	{ "{\"kind\":[\"example\"],\"of\":{\"example\":1}}", false },
	{ "{\"note\":\"a \\\"example\\\": of it\"}", false },
	{ "{\"an example\":1,\"examples\":2}", false },
};

START_TEST(test_record_is_an_example_by_a_member_of_its_own)
{
	struct record rec = { .alliance.object.extra = extras[_i].extra };

	ck_assert_int_eq(record_example(&rec), extras[_i].example);
}
END_TEST

static const struct {
	const char *text;
	bool valid;
} recurrences[] = {
	{ "day", true },
	{ "week", true },
	{ "month", true },
	{ "quarter", true },
	{ "half-year", true },
	{ "year", true },
	{ "2 days", true },
	{ "2 weeks", true },
	{ "10 months", true },
	{ "99 years", true },
	{ "week on monday", true },
	{ "2 weeks on tuesday", true },
	{ "99 weeks on wednesday", true },
	{ "", false },
	{ "days", false },
	{ "1 week", false },
	{ "1 weeks", false },
	{ "2 week", false },
	{ "02 weeks", false },
	{ "0 weeks", false },
	{ "100 weeks", false },
	{ "-2 weeks", false },
	{ "2 quarters", false },
	{ "2 half-years", false },
	{ "2", false },
	{ "Week", false },
	{ " week", false },
	{ "week ", false },
	{ "2  weeks", false },
	{ "2 weeks on", false },
	{ "2 weeks on tue", false },
	{ "2 weeks on Tuesday", false },
	{ "2 weeks at tuesday", false },
	{ "2 weeks on tuesday ", false },
	{ "2 weeks on tuesday morning", false },
	{ "tuesday", false },
	{ "day on tuesday", false },
	{ "month on tuesday", false },
	{ "quarter on tuesday", false },
	{ "2 weeks on tuesday and again on the wednesday after it", false },
};

static const struct {
	const char *typed, *read; /* NULL: it says no such thing */
} typed[] = {
	{ "every second Tuesday", "2 weeks on tuesday" },
	{ "every tuesday", "week on tuesday" },
	{ "Friday", "week on friday" },
	{ "every week", "week" },
	{ "weekly", "week" },
	{ "every 2 weeks", "2 weeks" },
	{ "every second month", "2 months" },
	{ "fortnightly", "2 weeks" },
	{ "  every   2 weeks on  monday ", "2 weeks on monday" },
	{ "quarterly", "quarter" },
	{ "every third day", "3 days" },
	{ "every second quarter", NULL },
	{ "now and then", NULL },
	{ "every", NULL },
	{ "", NULL },
	{ "every second tuesday and sometimes also on the wednesday after it", NULL },
};

START_TEST(test_record_recurrence_is_read_as_it_is_said)
{
	struct pool pool = { 0 };
	const char *read = recurrence_read(&pool, typed[_i].typed);

	ck_assert_msg(
		str_same(read, typed[_i].read), "%s: %s", typed[_i].typed, read ? read : "none");
	pool_release(&pool);
}
END_TEST

/* One way of writing each, so that two copies that say the same have the same text. */
START_TEST(test_record_recurrence_is_written_in_one_way)
{
	ck_assert_msg(recurrence_valid(recurrences[_i].text) == recurrences[_i].valid, "%s",
		recurrences[_i].text);
}
END_TEST

static const struct {
	const char *text;
	bool valid;
} figures[] = {
	{ "{}", true },
	{ "{\"health\":3.4}", true },
	{ "{\"n.a_b-1\":0,\"x\":-12.50}", true },
	{ "{\"x\":123456789.1234}", true },
	{ "", false },
	{ "{", false },
	{ "{}x", false },
	{ "{\"x\":1}x", false },
	{ "{\"x\":1,}", false },
	{ "{,\"x\":1}", false },
	{ "{\"x\": 1}", false },
	{ "{\"X\":1}", false },
	{ "{\"\":1}", false },
	{ "{\"x\"}", false },
	{ "{\"x\":}", false },
	{ "{\"x\":\"1\"}", false },
	{ "{\"x\":01}", false },
	{ "{\"x\":-01}", false },
	{ "{\"x\":1.12345}", false },
	{ "{\"x\":1.}", false },
	{ "{\"x\":.1}", false },
	{ "{\"x\":1e3}", false },
	{ "{\"x\":1234567890}", false },
	{ "{\"x\":{\"y\":1}}", false },
	{ "[1]", false },
};

START_TEST(test_record_figures_are_numbers_by_name)
{
	ck_assert_msg(figures_valid(figures[_i].text) == figures[_i].valid, "%s", figures[_i].text);
}
END_TEST

/* Kinds without an id of their own are known by what they are about: a reading by KPI and day, an
 * entry of the route test by company and person, stakes by the company. */
static const struct {
	enum kind kind;
	int first, second, other_first, other_second;
	bool twins;
} keyed[] = {
	{ KIND_ACTUAL, 0, 20000, 0, 20000, true },
	{ KIND_ACTUAL, 0, 20000, 1, 20000, false },
	{ KIND_ACTUAL, 0, 20000, 0, 20001, false },
	{ KIND_ROUTE, 0, -1, 0, -1, true },
	{ KIND_ROUTE, 0, -1, 1, -1, false },
	{ KIND_ROUTE, 0, -1, 0, 0, false },
	{ KIND_DAY_OFF, 1, 20000, 1, 20000, true },
	{ KIND_DAY_OFF, 1, 20000, -1, 20000, false },
	{ KIND_CONTRIBUTION, 1, 0, 1, 0, true },
	{ KIND_CONTRIBUTION, 1, 0, 0, 0, false },
	{ KIND_RISK, 0, 0, 0, 0, false },
};

static void set_key(enum kind kind, void *object, int first, int second)
{
	const int values[] = { first, second };

	for (size_t i = 0; i < kind_keys(kind); i++)
		memcpy((char *)object + kind_info[kind].fields[i].offset, &values[i], sizeof(int));
}

START_TEST(test_record_twins_are_about_the_same)
{
	struct build b;
	enum kind kind = keyed[_i].kind;

	build_pair(&b, 1, 3);
	size_t count = record_count(&b.rec, kind);
	void *object = pool_alloc(&b.rec.pool, kind_info[kind].size);
	object_init(kind, object);
	set_key(kind, record_add(&b.rec, kind), keyed[_i].first, keyed[_i].second);
	set_key(kind, object, keyed[_i].other_first, keyed[_i].other_second);
	ck_assert_int_eq(
		object_twin(&b.rec, kind, object, count + 1), keyed[_i].twins ? (int)count : -1);
	/* where it stands already it is no twin of itself, nor is what had one before */
	ck_assert_int_eq(object_twin(&b.rec, kind, object, count), -1);
	memcpy(record_add(&b.rec, kind), object, kind_info[kind].size);
	ck_assert_int_eq(object_twin(&b.rec, kind, object, count + 1), -1);
	build_release(&b);
}
END_TEST

static const char *order_of(struct build *b)
{
	static char order[8];
	for (size_t i = 0; i < b->rec.process_count; i++)
		order[i] = *b->rec.processes[i].step;
	order[b->rec.process_count] = '\0';
	return order;
}

/* By their places; of one place, and without any, as they were added. */
START_TEST(test_record_steps_stand_by_their_places)
{
	static const struct {
		const char *step;
		int place;
	} steps[] = { { "e", INT_NONE }, { "c", 2 }, { "a", 1 }, { "f", INT_NONE }, { "d", 7 },
		{ "b", 1 } };
	struct build b;
	build_init(&b);
	record_init(&b.rec, &b.instrument);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct process *step = record_add(&b.rec, KIND_PROCESS);
		step->step = steps[i].step;
		step->place = steps[i].place;
	}
	record_order(&b.rec);
	ck_assert_str_eq(order_of(&b), "abcdef");
	record_move_step(&b.rec, 4, 1);
	record_order(&b.rec);
	ck_assert_str_eq(order_of(&b), "aebcdf");
	record_move_step(&b.rec, 0, 5);
	record_order(&b.rec);
	ck_assert_str_eq(order_of(&b), "ebcdfa");
	record_move_step(&b.rec, 2, 2);
	record_order(&b.rec);
	ck_assert_str_eq(order_of(&b), "ebcdfa");
	build_release(&b);
}
END_TEST

/* Each question once, as answered last, blank not at all. */
START_TEST(test_record_answers_are_counted_by_question)
{
	struct build b;
	build_init(&b);
	int party = build_party(&b, "A");
	int ana = build_respondent(&b, party, ROLE_SPONSOR);
	int ben = build_respondent(&b, party, ROLE_MANAGER);
	build_states(&b, ana, 0, "3d-");
	build_states(&b, ben, 0, "n");
	build_states(&b, ana, 0, "4 q");
	build_states(&b, ana, 1, "5");
	build_states(&b, ana, 1, "-");
	record_settle(&b.rec);
	ck_assert_int_eq(record_answers(&b.rec, ana), 3);
	ck_assert_int_eq(record_answers(&b.rec, ben), 1);
	build_release(&b);
}
END_TEST

Suite *record_suite(void)
{
	Suite *suite = suite_create("record");
	TCase *tcase = tcase_create("record");
	tcase_add_loop_test(tcase, test_record_surname_keeps_its_small_words, 0,
		sizeof(names) / sizeof(*names));
	tcase_add_loop_test(tcase, test_record_milestone_is_late_from_its_due_date_on, 0,
		sizeof(milestones) / sizeof(*milestones));
	tcase_add_loop_test(tcase, test_record_is_an_example_by_a_member_of_its_own, 0,
		sizeof(extras) / sizeof(*extras));
	tcase_add_loop_test(tcase, test_record_recurrence_is_read_as_it_is_said, 0,
		sizeof(typed) / sizeof(*typed));
	tcase_add_loop_test(tcase, test_record_recurrence_is_written_in_one_way, 0,
		sizeof(recurrences) / sizeof(*recurrences));
	tcase_add_loop_test(
		tcase, test_record_twins_are_about_the_same, 0, sizeof(keyed) / sizeof(*keyed));
	tcase_add_test(tcase, test_record_steps_stand_by_their_places);
	tcase_add_test(tcase, test_record_answers_are_counted_by_question);
	tcase_add_loop_test(tcase, test_record_figures_are_numbers_by_name, 0,
		sizeof(figures) / sizeof(*figures));
	suite_add_tcase(suite, tcase);
	return suite;
}
