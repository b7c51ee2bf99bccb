/* SPDX-License-Identifier: MIT */
/*
 * Reports of plans that fit their case: what stands first, what a wind-down and a healthy alliance
 * are not told, to whom a brief goes and for whom it speaks, and the days that are proposed.
 */
#include <rekindle/words.h>
#include "../core/build.h"
#include "../fixture.h"
#include "plan_text.h"
#include <rekindle/exchange.h>
#include <rekindle/report.h>

Suite *report_fit_suite(void);

#define TODAY "2026-10-20"
#define START "2026-10-19"

static struct exchange file;
static struct record *rec;
static struct diagnosis diagnosis;
static struct plan plan;
static struct str text;

static void begin(void)
{
	fixture_one_round(&file);
	rec = &file.rounds[0];
	str_init(&text);
}

static void end(void)
{
	plan_release(&plan);
	diagnosis_release(&diagnosis);
	exchange_release(&file);
	str_release(&text);
}

static void plan_as(enum track track, const char *start)
{
	plan_release(&plan);
	diagnosis_release(&diagnosis);
	record_settle(rec);
	diagnosis_compute(&diagnosis, rec);
	if (track != TRACK_COUNT)
		diagnosis.track = track;
	plan_compute(&plan, rec, &diagnosis, build_day(start));
}

/* The same plan kept among the record's objects. */
static void keep_as(enum track track, const char *start)
{
	plan_as(track, start);
	plan_keep(rec, &plan, words_proposals);
	plan_release(&plan);
	plan_read(&plan, rec);
}

static void write_kind(enum report_kind kind, int today)
{
	const struct report_input in = { .record = rec,
		.diagnosis = &diagnosis,
		.plan = &plan,
		.version = "0",
		.kind = kind,
		.sections = REPORT_ALL,
		.today = today };

	str_clear(&text);
	report_write(&text, &in, REPORT_TEXT, false);
}

static void write_plan(void)
{
	str_clear(&text);
	plan_text(&text, rec, &diagnosis, &plan, EDITION_INTERNAL, build_day(TODAY), false);
}

/* Blanks and line ends are one. */
static const char *flat(void)
{
	static struct str out;

	if (!out.text)
		str_init(&out);
	str_clear(&out);
	for (const char *at = text.text; *at; at++) {
		bool blank = *at == ' ' || *at == '\n';

		if (!blank)
			str_addc(&out, *at);
		else if (out.len && out.text[out.len - 1] != ' ')
			str_addc(&out, ' ');
	}
	return out.text;
}

static const char *where(const char *words)
{
	const char *at = strstr(flat(), words);

	ck_assert_msg(at != NULL, "not said: %s\n%.3000s", words, text.text);
	return at;
}

#define assert_says(words) (void)where(words)
#define assert_silent(words)                                                                       \
	ck_assert_msg(!strstr(flat(), words), "said: %s\n%.3000s", words, text.text)
#define assert_before(first, then) ck_assert(where(first) < where(then))

/* The contract */

START_TEST(test_report_fit_contract_stands_before_the_plan)
{
	static const char over[] = "Warning: the contract ends on 1 May 2027, before the plan does";

	begin();
	record_put_profile(rec)->contract_ends = build_day("2027-05-01");
	plan_as(TRACK_COUNT, START);
	write_plan();
	assert_before(over, "active actions");
	write_kind(REPORT_ASSESSMENT, build_day(TODAY));
	assert_before(over, "active actions, 3 of them quick wins");
	keep_as(TRACK_COUNT, START);
	write_kind(REPORT_PROGRESS, build_day(TODAY));
	assert_before("The contract ends on 1 May 2027, before the plan does", "actions are done");
	end();
}
END_TEST

/* A wind-down */

static void silence(int party)
{
	struct party_profile *profile = record_put_party_profile(rec, party);

	profile->stance = STANCE_UNRESPONSIVE;
	profile->escalated = TRI_YES;
}

START_TEST(test_report_fit_wind_down_pursues_nothing)
{
	begin();
	keep_as(TRACK_EXIT, START);
	write_plan();
	assert_says("12 months at most: it ends with its last action.");
	assert_silent("no active action answers");
	write_kind(REPORT_PROGRESS, build_day(TODAY));
	assert_says("The alliance is being wound down");
	assert_silent("Work packages completed");
	assert_silent("PITFALLS");
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_silent("target");
	end();
}
END_TEST

/* Nobody else was heard. */
static void hear_only(int people)
{
	size_t kept = 0;
	for (size_t i = 0; i < rec->answer_count; i++)
		if (rec->answers[i].respondent < people)
			rec->answers[kept++] = rec->answers[i];
	rec->answer_count = kept;
	kept = 0;
	for (size_t i = 0; i < rec->route_count; i++)
		if (rec->routes[i].respondent < people)
			rec->routes[kept++] = rec->routes[i];
	rec->route_count = kept;
	rec->respondent_count = (size_t)people;
}

/* Nobody is asked to end anything without the reason: where it is withheld, so is the end. */
START_TEST(test_report_fit_brief_gives_the_reason_for_the_end)
{
	begin();
	plan_as(TRACK_EXIT, START);
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_says("Will GenTech agree to end the alliance with Phoenix Labs in order?");
	assert_says("The reason: no side sees enough of a reason to partner any more,");
	end();
	begin();
	hear_only(2);
	keep_as(TRACK_EXIT, START);
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_says("Every rating and all that rests on ratings is withheld");
	assert_silent("end the alliance");
	assert_silent("The reason");
	end();
}
END_TEST

START_TEST(test_report_fit_brief_to_a_silent_side_asks_who_settles_the_end)
{
	begin();
	silence(1);
	plan_as(TRACK_COUNT, START);
	ck_assert_int_eq(plan.track, TRACK_EXIT);
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_says("Will GenTech take part in ending the alliance with Phoenix Labs in order?");
	assert_says("has not yet confirmed");
	assert_says("somebody of yours who settles with Phoenix Labs");
	assert_silent("The plan begins with");
	end();
}
END_TEST

/* The healthy */

START_TEST(test_report_fit_no_workshop_where_none_is_planned)
{
	static const enum track without[] = { TRACK_SUSTAIN, TRACK_HEAR_FIRST, TRACK_ESCALATE,
		TRACK_EXIT };

	begin();
	plan_as(TRACK_RELAUNCH, START);
	write_plan();
	assert_says("The workshop of step 3");
	for (size_t i = 0; i < sizeof(without) / sizeof(*without); i++) {
		plan_as(without[i], START);
		write_plan();
		assert_silent("workshop");
	}
	end();
}
END_TEST

START_TEST(test_report_fit_room_to_improve_is_no_finding)
{
	begin();
	for (size_t i = 0; i < rec->answer_count; i++)
		if (rec->answers[i].value.type == VALUE_NUMBER)
			rec->answers[i].value.number = 5;
	plan_as(TRACK_SUSTAIN, START);
	write_plan();
	assert_says("room to improve: ");
	plan_as(TRACK_RELAUNCH, START);
	write_plan();
	assert_silent("room to improve: ");
	end();
}
END_TEST

/* Who speaks, and to whom */

static void answer_as(int party, enum answer_state state)
{
	for (size_t i = 0; i < rec->answer_count; i++)
		if (rec->respondents[rec->answers[i].respondent].party == party)
			rec->answers[i].state = (int)state;
}

START_TEST(test_report_fit_brief_names_the_side_that_speaks)
{
	begin();
	answer_as(0, STATE_BLANK);
	plan_as(TRACK_COUNT, START);
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_says("PEOPLE OF GENTECH SEE IT");
	assert_silent("BOTH COMPANIES SEE IT");
	end();
}
END_TEST

static const struct {
	enum answer_state state;
	const char *asked, *why;
	bool hour;
} silent_cases[] = {
	{ STATE_BLANK, "Will GenTech let its people be heard", "nobody of GenTech has been heard",
		true },
	{ STATE_DONT_KNOW, "Will GenTech help to collect what",
		"too little has been answered at GenTech", false },
};

START_TEST(test_report_fit_brief_tells_unheard_from_unknowing)
{
	begin();
	answer_as(1, silent_cases[_i].state);
	plan_as(TRACK_COUNT, START);
	ck_assert_int_eq(plan.track, TRACK_HEAR_FIRST);
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_says(silent_cases[_i].asked);
	assert_says(silent_cases[_i].why);
	ck_assert_int_eq(strstr(flat(), "you have not been heard") != NULL, silent_cases[_i].hour);
	end();
}
END_TEST

START_TEST(test_report_fit_brief_goes_to_the_side_still_to_be_heard)
{
	begin();
	struct party *third = record_add(rec, KIND_PARTY);
	third->name = third->label = "Third";
	plan_as(TRACK_COUNT, START);
	ck_assert_int_eq(plan.track, TRACK_HEAR_FIRST);
	write_kind(REPORT_BRIEF, build_day(TODAY));
	assert_says("To the executive sponsor of Third");
	assert_says("Will Third let its people be heard");
	end();
}
END_TEST

/* Days */

static bool is_proposed_off(void)
{
	static const char *const off[] = { "24 December", "25 December", "26 December",
		"28 December", "31 December", "1 January" };
	bool found = false;

	for (size_t i = 0; i < sizeof(off) / sizeof(*off); i++)
		found |= strstr(flat(), off[i]) != NULL;
	return found;
}

START_TEST(test_report_fit_no_day_off_is_proposed)
{
	begin();
	record_put_profile(rec)->contract_ends = DATE_NONE; /* no proposal of ours */
	for (int start = build_day("2026-11-16"); start < build_day("2027-01-04"); start += 7) {
		char iso[DATE_TEXT];

		for (int track = 0; track < TRACK_COUNT; track++) {
			plan_as((enum track)track, date_iso(start, iso));
			write_kind(REPORT_BRIEF, build_day("2026-11-02"));
			ck_assert_msg(!is_proposed_off(), "%s\n%.3000s", iso, text.text);
		}
	}
	keep_as(TRACK_RELAUNCH, "2026-09-07");
	for (int today = build_day("2026-11-16"); today < build_day("2026-12-24"); today++) {
		write_kind(REPORT_BRIEF, today);
		ck_assert_msg(!is_proposed_off(), "%.3000s", text.text);
		write_kind(REPORT_PROGRESS, today);
		ck_assert_msg(!is_proposed_off(), "%.3000s", text.text);
	}
	end();
}
END_TEST

START_TEST(test_report_fit_objectives_are_asked_for_when_the_plan_has_them)
{
	begin();
	keep_as(TRACK_RELAUNCH, "2026-11-02");
	int at = plan_find_id(&plan, "objectives_workshop");
	ck_assert(at >= 0 && plan.actions[at].active);
	rec->actions[plan.actions[at].stored].due = build_day("2026-12-04");
	plan_release(&plan);
	plan_read(&plan, rec);
	write_kind(REPORT_PROGRESS, build_day("2026-11-23"));
	assert_says("By 4 December 2026");
	assert_silent("By 23 December 2026");
	/* late already: as soon as anybody can */
	write_kind(REPORT_PROGRESS, build_day("2026-12-14"));
	assert_says("By 18 December 2026");
	end();
}
END_TEST

Suite *report_fit_suite(void)
{
	Suite *suite = suite_create("report_fit");
	TCase *tcase = tcase_create("report_fit");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_report_fit_contract_stands_before_the_plan);
	tcase_add_test(tcase, test_report_fit_wind_down_pursues_nothing);
	tcase_add_test(tcase, test_report_fit_brief_gives_the_reason_for_the_end);
	tcase_add_test(tcase, test_report_fit_brief_to_a_silent_side_asks_who_settles_the_end);
	tcase_add_test(tcase, test_report_fit_no_workshop_where_none_is_planned);
	tcase_add_test(tcase, test_report_fit_room_to_improve_is_no_finding);
	tcase_add_test(tcase, test_report_fit_brief_names_the_side_that_speaks);
	add_cases(tcase, test_report_fit_brief_tells_unheard_from_unknowing, silent_cases);
	tcase_add_test(tcase, test_report_fit_brief_goes_to_the_side_still_to_be_heard);
	tcase_add_test(tcase, test_report_fit_no_day_off_is_proposed);
	tcase_add_test(tcase, test_report_fit_objectives_are_asked_for_when_the_plan_has_them);
	suite_add_tcase(suite, tcase);
	return suite;
}
