/* SPDX-License-Identifier: MIT */
/*
 * The plan in words: what is to be minded, its gates, steps and events, the charter.
 */
#include <rekindle/words.h>

#include <ctype.h>
#include "../core/build.h"

Suite *plan_words_suite(void);

static struct build b;
static struct pool pool;
static int waiting[] = { 0, 1 };
static const char *ids[] = { "gap.type.terms", "knockout.breach" };
static struct planned_action actions[] = { { .title = "Hear them", .number = 1 },
	{ .title = "Sign", .number = 2 } };
static const struct plan plan = { .actions = actions, .action_count = 2, .horizon_months = 12 };

static void set_up(void)
{
	build_pair(&b, 1, 4);
}

static void tear_down(void)
{
	build_release(&b);
	pool_release(&pool);
}

static const struct {
	struct warning warning;
	const char *says;
} warnings[] = {
	{ { .kind = WARNING_NO_OWNERS, .count = 1, .of = 4 },
		"Underestimated effort: 1 of 4 active actions lacks a named owner on at least one "
		"side. Name the owners before the work starts." },
	{ { .kind = WARNING_NO_RESOURCES, .count = 2, .of = 4 },
		"Underestimated effort: 2 of 4 active actions name no resources. Write down "
		"whose time and what money each of them takes." },
	{ { .kind = WARNING_EARLY, .count = 8 },
		"Underestimated effort: 8 actions are due in the first 30 days; 7 are many. "
		"Give some of them a later day." },
	{ { .kind = WARNING_NO_ROLE, .role = ROLE_MANAGER, .actions = waiting, .action_count = 1 },
		"No manager of A is known to own action 1 (Hear them). Add that person, or choose "
		"another owner." },
	{ { .kind = WARNING_NO_ROLE,
		  .role = ROLE_SPONSOR,
		  .party = 1,
		  .actions = waiting,
		  .action_count = 2 },
		"No sponsor of B is known to own actions 1 (Hear them), 2 (Sign). Add that person, "
		"or choose another owner." },
	{ { .kind = WARNING_WINS, .count = 0 },
		"0 quick wins are active; 2 to 5 keep both sides in. Mark more of them, or "
		"fewer." },
	{ { .kind = WARNING_WINS, .count = 1 },
		"1 quick win is active; 2 to 5 keep both sides in. Mark more of them, or "
		"fewer." },
	{ { .kind = WARNING_EARLY_WINS, .count = 1 },
		"1 quick win is due by day 90; 2 should be. Bring some forward." },
	{ { .kind = WARNING_LAST_WIN },
		"The last quick win is due after month 6. Bring it forward." },
	{ { .kind = WARNING_END, .action = 1 },
		"Action 2 (Sign) is due after the plan's 12 months. Bring it forward, or keep it "
		"for "
		"the next plan." },
	{ { .kind = WARNING_UNANSWERED, .findings = ids, .finding_count = 2 },
		"The plan does nothing about a gap on terms and breach claimed. Add an action, or "
		"take up one that is kept for later." },
	{ { .kind = WARNING_BACKWARDS },
		"Action 1 (Hear them) is due before it starts. Correct one "
		"of the two days." },
	{ { .kind = WARNING_OVERLAP, .action = 1, .other = 0 },
		"Action 2 (Sign) starts before action 1 (Hear them) ends, which it waits for. "
		"Move one of the two." },
	{ { .kind = WARNING_WEEKEND, .action = 1 },
		"Action 2 (Sign) is due on a weekend. Move it to a "
		"working day." },
	{ { .kind = WARNING_LACKS, .lacks = 1u << PART_MEASURE | 1u << PART_DATE },
		"Joint objective 1 lacks: measure, date. Add what is missing in the workshop." },
	{ { .kind = WARNING_LACKS, .objective = 2, .no_owner = { true, true } },
		"Joint objective 3 lacks: owner of A, owner of B. Add what is missing in the "
		"workshop." },
	{ { .kind = WARNING_OUTSIDE, .objective = 1 },
		"Joint objective 2 is due outside months 12 to 24 of the plan. Agree on another "
		"day." },
	{ { .kind = WARNING_OBJECTIVES, .count = 0 },
		"No joint objective is recorded; the workshop agrees on 3 to 5." },
	{ { .kind = WARNING_OBJECTIVES, .count = 1 },
		"One joint objective is recorded; the workshop agrees on 3 to 5." },
	{ { .kind = WARNING_OBJECTIVES, .count = 6 },
		"6 joint objectives are recorded; the workshop agrees on 3 to 5." },
	{ { .kind = WARNING_MANY, .count = 25 },
		"25 actions are active; more than 24 at once is a list, not a plan. Keep some of "
		"them for later." },
	{ { .kind = WARNING_STALE, .count = 1 },
		"1 active action is no longer called for: drop it, or go on knowingly." },
	{ { .kind = WARNING_STALE, .count = 2 },
		"2 active actions are no longer called for: drop them, or go on knowingly." },
};

START_TEST(test_plan_words_of_warnings)
{
	ck_assert_str_eq(
		words_warning(&pool, &b.rec, &plan, &warnings[_i].warning), warnings[_i].says);
}
END_TEST

/* Word for word the same but for the first letter. */
START_TEST(test_plan_words_of_warnings_after_a_colon)
{
	const char *says = warnings[_i].says;
	const char *inside = words_warning_inside(&pool, &b.rec, &plan, &warnings[_i].warning);

	ck_assert_int_eq(inside[0], tolower((unsigned char)says[0]));
	ck_assert_str_eq(inside + 1, says + 1);
}
END_TEST

START_TEST(test_plan_words_of_gates_ask_and_lead_out)
{
	for (int kind = 0; kind < GATE_UNTOLD; kind++) {
		const struct gate gate = { .number = kind + 1, .kind = (enum gate_kind)kind };
		const char *question = gate_question(&gate), *way = gate_otherwise(&gate);

		ck_assert_str_eq(gate_title(&gate), pool_printf(&pool, "Gate %d", kind + 1));
		ck_assert(question[strlen(question) - 1] == '?');
		ck_assert(*gate_passed_when(&gate));
		ck_assert_msg(
			strstr(way, "wound down") || strstr(way, "exit") || strstr(way, "wind"),
			"gate %d has no way out", kind);
	}
	ck_assert_ptr_nonnull(
		strstr(gate_otherwise(&(struct gate){ .kind = GATE_ANSWER }), "counts as a no"));
	ck_assert_str_eq(gate_question(&(struct gate){ .kind = GATE_UNTOLD }),
		"What it asks is withheld here.");
	ck_assert_str_eq(gate_briefly(&(struct gate){ .kind = GATE_ANSWER }),
		"an orderly wind-down under the agreement is put to the sponsors of every side");
}
END_TEST

/* What comes of it without how is how the whole clause begins. */
START_TEST(test_plan_words_of_gates_lead_out_briefly)
{
	for (int kind = 0; kind < GATE_KINDS; kind++) {
		const struct gate gate = { .kind = (enum gate_kind)kind };
		const char *way = gate_otherwise(&gate), *brief = gate_briefly(&gate);

		ck_assert_msg(!strncmp(way, brief, strlen(brief)), "%s: %s", way, brief);
		ck_assert_msg(!strpbrk(brief, ",;"), "%s", brief);
		ck_assert_ptr_nonnull(strchr(",;", way[strlen(brief)]));
	}
}
END_TEST

START_TEST(test_plan_words_of_a_wind_down_are_its_own)
{
	for (int step = 1; step <= PLAN_STEPS; step++) {
		ck_assert_str_eq(track_step_name(TRACK_RELAUNCH, step), step_name[step - 1]);
		for (int other = 1; other < step; other++)
			ck_assert_str_ne(track_step_name(TRACK_EXIT, step),
				track_step_name(TRACK_EXIT, other));
	}
}
END_TEST

START_TEST(test_plan_words_of_the_charter_are_never_missing)
{
	for (int part = 0; part < CHARTER_NOTES; part++)
		ck_assert_msg(*charter_text(&b.rec, &pool, (enum charter_part)part), "%s",
			charter_info[part].label);
	ck_assert_str_eq(
		charter_text(&b.rec, &pool, CHARTER_STEERING_MEMBERS), "to be named by every side");
	for (int party = 0; party < 2; party++) {
		struct person *person = record_add(&b.rec, KIND_PERSON);

		person->party = party;
		person->role = ROLE_SPONSOR;
		person->name = party ? "Bo" : "Ana";
	}
	ck_assert_str_eq(charter_text(&b.rec, &pool, CHARTER_STEERING_MEMBERS), "Ana (A), Bo (B)");
	ck_assert_ptr_nonnull(strstr(charter_info[CHARTER_STEERING].proposal, "three months"));
	ck_assert_ptr_nonnull(strstr(charter_info[CHARTER_WORKING].proposal, "two weeks"));
	ck_assert_ptr_nonnull(strstr(charter_info[CHARTER_TEAMS].proposal, "as needed"));
	b.rec.alliance.charter.text[CHARTER_STEERING] = "every month";
	ck_assert_str_eq(charter_text(&b.rec, &pool, CHARTER_STEERING), "every month");
}
END_TEST

Suite *plan_words_suite(void)
{
	Suite *suite = suite_create("plan_words");
	TCase *tcase = tcase_create("plan_words");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_loop_test(
		tcase, test_plan_words_of_warnings, 0, sizeof(warnings) / sizeof(*warnings));
	tcase_add_loop_test(tcase, test_plan_words_of_warnings_after_a_colon, 0,
		sizeof(warnings) / sizeof(*warnings));
	tcase_add_test(tcase, test_plan_words_of_gates_ask_and_lead_out);
	tcase_add_test(tcase, test_plan_words_of_gates_lead_out_briefly);
	tcase_add_test(tcase, test_plan_words_of_a_wind_down_are_its_own);
	tcase_add_test(tcase, test_plan_words_of_the_charter_are_never_missing);
	suite_add_tcase(suite, tcase);
	return suite;
}
