/* SPDX-License-Identifier: MIT */
/*
 * Agendas by worked cases: which body looks at what, and from when until when.
 */
#include <rekindle/agenda.h>
#include "build.h"

Suite *agenda_suite(void);

#define TODAY "2026-06-01"
#define ACTIONS 8
#define NEVER NULL

static struct build b;
static struct planned_action actions[ACTIONS];
static struct gate gates[2];
static int steering_days[3], working_days[4], pulse_days[2];
static struct plan_event events[3];
static struct plan plan;
static struct agenda agenda;

static void set_days(int *days, int count, const char *const *iso)
{
	for (int i = 0; i < count; i++)
		days[i] = build_day(iso[i]);
}

/* Meetings of the steering committee on 8 June and 7 September, of the working group on 1, 15 and
 * 29 June; a pulse on 10 June. */
static void begin(void)
{
	build_init(&b);
	memset(actions, 0, sizeof(actions));
	for (int i = 0; i < ACTIONS; i++)
		actions[i] = (struct planned_action){
			.active = true, .stored = i, .due = DATE_NONE, .closed = DATE_NONE
		};
	for (int i = 0; i < 2; i++)
		gates[i] = (struct gate){ .number = i + 1,
			.day = build_day(i ? "2026-08-20" : "2026-05-20"),
			.outcome = -1,
			.decided = DATE_NONE };
	set_days(steering_days, 3, (const char *[]){ "2026-06-08", "2026-09-07", "2026-12-07" });
	set_days(working_days, 4,
		(const char *[]){ "2026-06-01", "2026-06-15", "2026-06-29", "2026-07-13" });
	set_days(pulse_days, 2, (const char *[]){ "2026-06-10", "2026-06-10" });
	events[0] =
		(struct plan_event){ .kind = EVENT_STEERING, .count = 2, .days = steering_days };
	events[1] = (struct plan_event){
		.kind = EVENT_WORKING_GROUP, .count = 3, .days = working_days
	};
	events[2] = (struct plan_event){ .kind = EVENT_PULSE, .count = 1, .days = pulse_days };
	plan = (struct plan){ .stored = true,
		.start = build_day("2026-03-02"),
		.actions = actions,
		.action_count = ACTIONS,
		.active_count = ACTIONS,
		.gates = gates,
		.gate_count = 2,
		.events = events,
		.event_count = 3 };
}

static void act(int i, enum status status, const char *due, const char *closed)
{
	actions[i].status = status;
	actions[i].due = due ? build_day(due) : DATE_NONE;
	actions[i].closed = closed ? build_day(closed) : DATE_NONE;
	actions[i].active = due != NULL;
}

static void compute(enum body body)
{
	agenda_compute(&agenda, &b.rec, &plan, body, build_day(TODAY), DATE_NONE);
}

static void end(void)
{
	agenda_release(&agenda);
	build_release(&b);
}

/* "2 5": the indices of a part, in its order. */
static const char *indices(enum agenda_part part)
{
	static char text[64];

	text[0] = '\0';
	for (size_t i = 0; i < agenda.count; i++)
		if (agenda.items[i].part == part)
			snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%d",
				*text ? " " : "", agenda.items[i].index);
	return text;
}

static const struct part_case {
	enum body body;
	enum agenda_part part;
	const char *indices;
} part_cases[] = {
	{ BODY_STEERING, AGENDA_DECIDE, "0" },
	{ BODY_STEERING, AGENDA_DUE, "1" },
	{ BODY_STEERING, AGENDA_LATE, "0" },
	{ BODY_STEERING, AGENDA_BLOCKED, "2" },
	{ BODY_STEERING, AGENDA_CLOSED, "6 5" },
	{ BODY_STEERING, AGENDA_ESCALATED, "1" },
	{ BODY_STEERING, AGENDA_AHEAD, "2" },
	{ BODY_WORKING, AGENDA_DECIDE, "" },
	{ BODY_WORKING, AGENDA_DUE, "3" },
	{ BODY_WORKING, AGENDA_LATE, "0 1" },
	{ BODY_WORKING, AGENDA_BLOCKED, "2" },
	{ BODY_WORKING, AGENDA_CLOSED, "6 5" },
	{ BODY_WORKING, AGENDA_ESCALATED, "" },
	{ BODY_WORKING, AGENDA_KPIS, "" },
	{ BODY_WORKING, AGENDA_AHEAD, "2" },
};

/* Late by 15 and by 14 days, late and blocked, due by and behind the next meeting but one, done and
 * dropped since the start, done before it. */
static void begin_parts(void)
{
	begin();
	act(0, STATUS_OPEN, "2026-05-17", NEVER);
	act(1, STATUS_STARTED, "2026-05-18", NEVER);
	act(2, STATUS_BLOCKED, "2026-05-01", NEVER);
	act(3, STATUS_OPEN, "2026-06-15", NEVER);
	act(4, STATUS_OPEN, "2026-06-16", NEVER);
	act(5, STATUS_DONE, "2026-05-01", "2026-05-20");
	act(6, STATUS_DROPPED, "2026-05-01", "2026-03-02");
	act(7, STATUS_DONE, "2026-05-01", "2026-03-01");
	for (int i = 0; i < 2; i++) {
		struct escalation *one = record_add(&b.rec, KIND_ESCALATION);
		one->opened = build_day("2026-04-01");
		one->closed = i ? DATE_NONE : build_day("2026-04-20");
	}
}

START_TEST(test_agenda_gives_each_body_what_it_looks_at)
{
	const struct part_case *one = &part_cases[_i];

	begin_parts();
	compute(one->body);
	ck_assert_str_eq(indices(one->part), one->indices);
	end();
}
END_TEST

/* What has no day is neither late nor due. */
START_TEST(test_agenda_leaves_out_what_has_no_day)
{
	begin();
	compute(_i ? BODY_STEERING : BODY_WORKING);
	ck_assert_str_eq(indices(AGENDA_LATE), "");
	ck_assert_str_eq(indices(AGENDA_DUE), _i ? "1" : "");
	end();
}
END_TEST

START_TEST(test_agenda_is_of_the_next_meeting_of_the_plan)
{
	begin();
	compute(BODY_STEERING);
	ck_assert_int_eq(agenda.day, build_day("2026-06-08"));
	ck_assert_int_eq(agenda.until, build_day("2026-09-07"));
	ck_assert_int_eq(agenda.since, plan.start);
	agenda_release(&agenda);
	compute(BODY_WORKING);
	ck_assert_int_eq(agenda.day, build_day(TODAY));
	ck_assert_int_eq(agenda.until, build_day("2026-06-15"));
	agenda_release(&agenda);
	/* behind the last of the plan, by the rhythm */
	agenda_compute(
		&agenda, &b.rec, &plan, BODY_WORKING, build_day(TODAY), build_day("2026-06-29"));
	ck_assert_int_eq(agenda.until, build_day("2026-07-13"));
	agenda_release(&agenda);
	agenda_compute(&agenda, &b.rec, NULL, BODY_STEERING, build_day(TODAY), DATE_NONE);
	ck_assert_int_eq(agenda.day, build_day(TODAY));
	ck_assert_int_eq(agenda.until, build_day("2026-08-31"));
	ck_assert_int_eq(agenda.since, DATE_NONE);
	end();
}
END_TEST

/* The committee does not leave a gate until its next regular day; a decided one calls nobody. */
START_TEST(test_agenda_of_the_committee_is_of_the_day_of_a_gate)
{
	int after = build_day("2026-06-09");

	begin();
	agenda_compute(&agenda, &b.rec, &plan, BODY_STEERING, after, DATE_NONE);
	ck_assert_int_eq(agenda.day, gates[1].day);
	ck_assert_int_eq(agenda.until, build_day("2026-09-07"));
	agenda_release(&agenda);
	gates[1].outcome = OUTCOME_PASSED;
	gates[1].decided = after;
	agenda_compute(&agenda, &b.rec, &plan, BODY_STEERING, after, DATE_NONE);
	ck_assert_int_eq(agenda.day, build_day("2026-09-07"));
	end();
}
END_TEST

/* Of its own last meeting only, and not of the one that it is for. */
START_TEST(test_agenda_goes_on_from_the_last_meeting)
{
	static const struct {
		const char *day, *body, *decisions;
	} held[] = {
		{ "2026-05-04", "steering committee", "One budget\nOne lead a side" },
		{ "2026-05-18", "working group", "Meet in Oslo" },
		{ "2026-06-08", "steering committee", "Not yet behind it" },
	};

	begin();
	act(0, STATUS_DONE, "2026-05-01", "2026-05-03");
	act(1, STATUS_DONE, "2026-05-01", "2026-05-04");
	for (int i = 0; i < 3; i++) {
		struct meeting *meeting = record_add(&b.rec, KIND_MEETING);
		meeting->at = meeting_at(build_day(held[i].day));
		meeting->body = held[i].body;
		meeting->decisions = held[i].decisions;
	}
	compute(BODY_STEERING);
	ck_assert_int_eq(agenda.last, 0);
	ck_assert_int_eq(agenda.since, build_day("2026-05-04"));
	ck_assert_str_eq(indices(AGENDA_DECIDED), "0 1");
	ck_assert_str_eq(indices(AGENDA_CLOSED), "1");
	agenda_release(&agenda);
	compute(BODY_WORKING);
	ck_assert_int_eq(agenda.last, 1);
	ck_assert_str_eq(indices(AGENDA_DECIDED), "0");
	end();
}
END_TEST

/* What the working group has in common, since its last meeting; to a risk or a person, to nothing
 * or to what the plan leaves out: of no note. */
START_TEST(test_agenda_tells_the_working_group_of_notes)
{
	static const struct {
		const char *day;
		enum filed filed;
		int index;
	} noted[] = {
		{ "2026-03-01", FILED_ACTION, 0 },
		{ "2026-05-20", FILED_ACTION, 0 },
		{ "2026-05-21", FILED_OBJECTIVE, 0 },
		{ "2026-05-21", FILED_RISK, 0 },
		{ "2026-05-21", FILED_PERSON, 0 },
		{ "2026-05-21", FILED_NOWHERE, 0 },
		{ "2026-05-21", FILED_ACTION, 1 },
	};

	begin();
	plan.action_count = 1;
	for (unsigned char i = 0; i < 2; i++) {
		struct plan_action *action = record_add(&b.rec, KIND_PLAN_ACTION);
		action->object.id.byte[0] = (unsigned char)(i + 1);
	}
	((struct object *)record_add(&b.rec, KIND_JOINT_OBJECTIVE))->id.byte[0] = 3;
	((struct object *)record_add(&b.rec, KIND_RISK))->id.byte[0] = 4;
	((struct object *)record_add(&b.rec, KIND_PERSON))->id.byte[0] = 5;
	for (size_t i = 0; i < sizeof(noted) / sizeof(*noted); i++) {
		struct minute minute = minute_of(
			&b.rec.pool, &b.rec, "She said no", noted[i].filed, noted[i].index);
		struct note *note = record_add(&b.rec, KIND_NOTE);
		note->at = meeting_at(build_day(noted[i].day));
		note->text = "She said no";
		note->filed = note_place(&b.rec.pool, &minute);
	}
	compute(BODY_WORKING);
	ck_assert_str_eq(indices(AGENDA_NOTED), "1 2");
	agenda_release(&agenda);
	compute(BODY_STEERING);
	ck_assert_str_eq(indices(AGENDA_NOTED), "");
	end();
}
END_TEST

/* Until that is decided no other action and no other gate is asked for. */
START_TEST(test_agenda_asks_for_nothing_beside_a_gate_that_leads_out)
{
	begin();
	act(0, STATUS_OPEN, "2026-05-01", NEVER);
	act(1, STATUS_BLOCKED, "2026-05-01", NEVER);
	gates[0].outcome = OUTCOME_FAILED;
	gates[0].decided = build_day("2026-05-22");
	compute(BODY_STEERING);
	ck_assert_uint_eq(agenda.of[AGENDA_DECIDE], 1);
	ck_assert_int_eq(agenda.items[0].kind, AGENDA_EXIT);
	ck_assert_int_eq(agenda.items[0].day, build_day("2026-05-22"));
	ck_assert_uint_eq(
		agenda.of[AGENDA_LATE] + agenda.of[AGENDA_BLOCKED] + agenda.of[AGENDA_DUE], 0);
	end();
}
END_TEST

/* The contract ends on 30 September: notice by then, when no other meeting is before. */
static const struct notice_case {
	int days;
	bool asked;
} notice_cases[] = { { 10, false }, { 23, true }, { 121, true }, { 122, false } };

START_TEST(test_agenda_asks_for_notice_while_it_can_be_given)
{
	begin();
	record_put_profile(&b.rec)->contract_ends = build_day("2026-09-30");
	record_put_profile(&b.rec)->notice_days = notice_cases[_i].days;
	gates[0].outcome = OUTCOME_PASSED;
	compute(BODY_STEERING);
	ck_assert_uint_eq(agenda.of[AGENDA_DECIDE], notice_cases[_i].asked);
	end();
}
END_TEST

/* Half the time has passed: of 10 to go 3 are there, or 4. */
START_TEST(test_agenda_has_the_kpis_that_are_off_their_way)
{
	begin();
	for (int i = 0; i < 2; i++) {
		struct kpi *kpi = record_add(&b.rec, KIND_KPI);
		kpi->name = "on time";
		kpi->direction = DIRECTION_HIGHER;
		kpi->start = build_day("2026-05-01");
		kpi->due = build_day("2026-07-02");
		kpi->baseline = 0;
		kpi->target = 10;
		struct actual *actual = record_add(&b.rec, KIND_ACTUAL);
		actual->kpi = i;
		actual->date = build_day("2026-05-31");
		actual->value = i ? 2 : 4;
	}
	compute(BODY_STEERING);
	ck_assert_str_eq(indices(AGENDA_KPIS), "1");
	end();
}
END_TEST

Suite *agenda_suite(void)
{
	Suite *suite = suite_create("agenda");
	TCase *tcase = tcase_create("agenda");
	add_cases(tcase, test_agenda_gives_each_body_what_it_looks_at, part_cases);
	tcase_add_loop_test(tcase, test_agenda_leaves_out_what_has_no_day, 0, 2);
	tcase_add_test(tcase, test_agenda_is_of_the_next_meeting_of_the_plan);
	tcase_add_test(tcase, test_agenda_of_the_committee_is_of_the_day_of_a_gate);
	tcase_add_test(tcase, test_agenda_goes_on_from_the_last_meeting);
	tcase_add_test(tcase, test_agenda_tells_the_working_group_of_notes);
	tcase_add_test(tcase, test_agenda_asks_for_nothing_beside_a_gate_that_leads_out);
	add_cases(tcase, test_agenda_asks_for_notice_while_it_can_be_given, notice_cases);
	tcase_add_test(tcase, test_agenda_has_the_kpis_that_are_off_their_way);
	suite_add_tcase(suite, tcase);
	return suite;
}
