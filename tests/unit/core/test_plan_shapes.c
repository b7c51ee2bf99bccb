/* SPDX-License-Identifier: MIT */
/*
 * What rekindle-method(7), section 7 says of the shape of each track, of quick wins, what recurs
 * and what is measured, for every plan that the built-in library gives; and of the charter.
 */
#include "plan_rules.h"

Suite *plan_shapes_suite(void);

/* Shapes */

static int count_in_steps(const struct plan *plan, int first, int last, bool own)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan->actions[i].step >= first && plan->actions[i].step <= last &&
			(plan->actions[i].baseline || !own);
	return n;
}

static void must_contain(const struct example *e, const char *const *ids)
{
	for (; *ids; ids++)
		must(e, active_action(e->plan, *ids) != NULL, "%s is not active", *ids);
}

static void must_follow(const struct example *e, const char *first, const char *then)
{
	const struct planned_action *a = active_action(e->plan, first);
	const struct planned_action *b = active_action(e->plan, then);

	must(e, a && b && a->due < b->start, "%s and %s", first, then);
}

static void rule_redecide_looks_at_the_case_and_decides(const struct example *e)
{
	static const char *const ids[] = { "retest_case", "list_case_conditions", "decide_case",
		NULL };

	if (e->plan->track != TRACK_REDECIDE)
		return;
	must_contain(e, ids);
	must_follow(e, "list_case_conditions", "decide_case");
	must_follow(e, "decide_case", "charter");
}

static void rule_restructure_begins_step_5_after_the_deal(const struct example *e)
{
	static const char *const ids[] = { "test_form", "amendment_list", "recut_value",
		"bind_changes", NULL };

	if (e->plan->track != TRACK_RESTRUCTURE)
		return;
	must_contain(e, ids);
	for (size_t i = 0; i < e->plan->active_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		if (planned->step != 5)
			continue;
		must_follow(e, "amendment_list", planned->id);
		must_follow(e, "recut_value", planned->id);
		if (!planned->quick_win)
			must_follow(e, "bind_changes", planned->id);
	}
}

static void rule_recommit_has_a_trial_culture_delivery_and_alternatives(const struct example *e)
{
	static const char *const ids[] = { "mandate_to_gate", "compare_ways", "delivery_list",
		"trial_period", "judge_trial", "compare_alternatives", NULL };

	if (e->plan->track != TRACK_RECOMMIT)
		return;
	must_contain(e, ids);
	must_follow(e, "trial_period", "judge_trial");
}

static void rule_relaunch_carries_most_in_steps_4_to_6(const struct example *e)
{
	if (e->plan->track == TRACK_RELAUNCH)
		must(e,
			2 * count_in_steps(e->plan, 4, 6, true) >
				count_in_steps(e->plan, 1, PLAN_STEPS, true),
			"steps 4 to 6 carry %d", count_in_steps(e->plan, 4, 6, true));
}

static void rule_escalate_briefs_the_sponsors_and_dates_the_decision(const struct example *e)
{
	static const char *const ids[] = { "collect_facts", "losses_each_side",
		"brief_other_sponsor", "sponsor_call", "answer_date", NULL };

	if (e->plan->track != TRACK_ESCALATE)
		return;
	must_contain(e, ids);
	must_follow(e, "losses_each_side", "brief_other_sponsor");
	must_follow(e, "brief_other_sponsor", "answer_date");
	must(e, e->plan->gates[0].kind == GATE_ANSWER, "silence leads nowhere");
}

static void rule_exit_has_seven_steps_of_a_wind_down(const struct example *e)
{
	if (e->plan->track != TRACK_EXIT)
		return;
	for (int step = 1; step <= PLAN_STEPS; step++)
		must(e, count_in_steps(e->plan, step, step, true) >= 1, "step %d", step);
	for (size_t i = 0; i < e->plan->action_count; i++)
		must(e,
			e->plan->actions[i].baseline ||
				plan_cites(&e->plan->actions[i], "special.coopetition"),
			"%s is none of a wind-down", e->plan->actions[i].id);
	must_follow(e, "staff_first", "exit_tell_people");
	must_follow(e, "exit_tell_people", "exit_own_customers");
	must(e, e->plan->event_count == 0, "something recurs");
}

static void rule_exit_has_no_quick_wins(const struct example *e)
{
	for (size_t i = 0; e->plan->track == TRACK_EXIT && i < e->plan->action_count; i++)
		must(e, !e->plan->actions[i].quick_win, "%s", e->plan->actions[i].id);
}

static void rule_hear_first_plans_steps_1_and_2_and_what_recurs(const struct example *e)
{
	if (e->plan->track != TRACK_HEAR_FIRST)
		return;
	must(e, e->plan->action_count > 0, "no actions");
	for (size_t i = 0; i < e->plan->action_count; i++)
		must(e, e->plan->actions[i].step <= 2, "%s", e->plan->actions[i].id);
	must(e, e->plan->event_count > 0, "nothing recurs");
}

/* Lower than all but two; of equals the first ones. */
static bool is_among_lowest(const struct scores *scores, int aspect)
{
	int lower = 0;

	for (int i = 0; i < ASPECT_COUNT; i++) {
		double difference = scores->scale[i].score - scores->scale[aspect].score;

		lower += difference < -1e-6 || (i < aspect && fabs(difference) <= 1e-6);
	}
	return !isnan(scores->scale[aspect].score) && lower < 3;
}

static void rule_sustain_improves_the_three_lowest_aspects(const struct example *e)
{
	char id[64];

	for (int i = 0; e->plan->track == TRACK_SUSTAIN && i < ASPECT_COUNT; i++) {
		snprintf(id, sizeof(id), "aspect.%s", scale_info[i].id);
		if (is_among_lowest(&e->diagnosis->scores, i))
			must(e, is_cited(e->plan, id) || has_red(e->diagnosis), "%s", id);
	}
}

/* Quick wins */

static void rule_quick_wins_are_two_to_five_in_time(const struct example *e)
{
	int wins = 0, early = 0, last = e->plan->start;

	if (!wants_wins(e->plan))
		return;
	for (size_t i = 0; i < e->plan->active_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		if (!planned->quick_win)
			continue;
		wins++;
		early += planned->due - e->plan->start <= PLAN_WINS_EARLY_DAYS;
		last = planned->due > last ? planned->due : last;
	}
	must(e, wins >= PLAN_WINS_MIN && wins <= PLAN_WINS_MAX, "%d", wins);
	if (early < PLAN_WINS_MIN && rule_turns(e->plan->start, last)) {
		must(e, warns_of_wins(e->plan), "%d by day 90, and no warning", early);
		return;
	}
	must(e, early >= PLAN_WINS_MIN, "%d by day 90", early);
	must(e, last <= date_add_months(e->plan->start, PLAN_WINS_MONTHS), "after month 6");
	must(e, !warns_of_wins(e->plan), "a warning of what holds");
}

/* Social actions */

static void rule_social_actions_come_late_and_never_answer_a_strategy_problem(
	const struct example *e)
{
	bool free = e->plan->track == TRACK_RECOMMIT || e->plan->track == TRACK_RELAUNCH;

	for (size_t i = 0; i < e->plan->action_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		if (!planned->action->social)
			continue;
		must(e, e->plan->track != TRACK_REDECIDE, "%s", planned->id);
		must(e, planned->step >= 5, "%s in step %d", planned->id, planned->step);
		must(e,
			(free && planned->baseline) ||
				plan_cites(planned, "special.thin_relationships"),
			"%s", planned->id);
	}
}

/* Span, events, KPIs */

static void rule_horizon_follows_health(const struct example *e)
{
	double health = e->diagnosis->scores.health;
	int months = e->plan->track == TRACK_EXIT      ? 12
		: isnan(health) || health < 3.0 - 1e-9 ? 24
		: health < 3.5 - 1e-9                  ? 18
						       : 12;

	must(e, e->plan->horizon_months == months, "%d months for %.3f", e->plan->horizon_months,
		health);
}

static const struct {
	const char *id;
	int weeks, month; /* between two; of one that comes once */
} recurring[] = {
	{ "working_group", 2, 0 },
	{ "steering", 13, 0 },
	{ "strategic_review", 26, 0 },
	{ "joint_innovation", 26, 0 },
	{ "exit_review", 52, 0 },
	{ "pulse_3", 0, 3 },
	{ "pulse_6", 0, 6 },
	{ "pulse_9", 0, 9 },
	{ "health_check", 0, 12 },
};

static const struct plan_event *event_of(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->event_count; i++)
		if (!strcmp(plan->events[i].id, id))
			return &plan->events[i];
	return NULL;
}

static void rule_events_recur_as_often_as_they_should(const struct example *e)
{
	for (size_t i = 0;
		e->plan->track != TRACK_EXIT && i < sizeof(recurring) / sizeof(*recurring); i++) {
		const struct plan_event *event = event_of(e->plan, recurring[i].id);
		int month = date_add_months(e->plan->start, recurring[i].month);

		must(e, event != NULL, "no %s", recurring[i].id);
		if (!event)
			continue;
		must(e, event->weeks == recurring[i].weeks, "%s every %d weeks", event->id,
			event->weeks);
		if (!event->weeks)
			must(e,
				event->count == 1 &&
					(event->first == rule_works_from(month) ||
						event->first == rule_works_by(month)),
				"%s is %d days off", event->id, event->first - month);
		else
			must(e, plan_event_day(event, event->count) > e->plan->end, "%s ends early",
				event->id);
	}
}

static void rule_events_are_on_days_that_work_within_the_plan(const struct example *e)
{
	for (size_t i = 0; i < e->plan->event_count; i++)
		for (int k = 0; k < e->plan->events[i].count; k++) {
			const struct plan_event *event = &e->plan->events[i];
			int day = plan_event_day(event, k);

			must(e, day >= e->plan->start && day <= e->plan->end, "%s %d", event->id,
				k + 1);
			must(e, rule_works(day), "%s %d", event->id, k + 1);
			if (e->plan->track == TRACK_REDECIDE || e->plan->track == TRACK_ESCALATE)
				must(e, day > e->plan->gates[0].day, "%s before gate 1", event->id);
		}
}

static bool answers(const struct plan *plan, const char *finding)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan_cites(&plan->actions[i], finding))
			return true;
	return false;
}

static void rule_informal_event_is_quarterly_where_social_is_allowed(const struct example *e)
{
	const struct plan_event *event = event_of(e->plan, "relationship");
	bool allowed = e->plan->track == TRACK_RECOMMIT || e->plan->track == TRACK_RELAUNCH ||
		(e->plan->track != TRACK_REDECIDE &&
			answers(e->plan, "special.thin_relationships"));

	must(e, (event != NULL) == allowed, "%s", event ? "not allowed" : "missing");
	if (event)
		must(e, event->weeks == 13, "every %d weeks", event->weeks);
}

static bool is_of_the_plan(const struct plan_kpi *kpi)
{
	return !strcmp(kpi->name, "Kept commitments") ||
		!strcmp(kpi->name, "Days to resolve an escalation");
}

static void rule_kpis_are_one_or_two_a_category_and_two_of_the_plan(const struct example *e)
{
	int own = 0;

	for (int category = 0; category < CATEGORY_COUNT; category++) {
		int n = 0;

		for (size_t i = 0; i < e->plan->kpi_count; i++)
			if ((int)e->plan->kpis[i].category == category)
				n += !is_of_the_plan(&e->plan->kpis[i]);
		if (e->plan->track == TRACK_EXIT)
			must(e, n == 0, "a wind-down pursues %d of category %d", n, category);
		else
			must(e, n >= 1 && n <= PLAN_KPIS_PER_CATEGORY, "category %d has %d",
				category, n);
	}
	for (size_t i = 0; i < e->plan->kpi_count; i++)
		own += is_of_the_plan(&e->plan->kpis[i]);
	must(e, own == 2, "%d of the plan's own", own);
}

static void rule_action_has_an_owner_or_a_warning_for_every_side(const struct example *e)
{
	for (size_t i = 0; i < e->plan->active_count; i++)
		for (size_t party = 0; party < e->rec->party_count; party++) {
			const struct planned_action *planned = &e->plan->actions[i];
			int owner = planned->owner[party], role = planned->owner_role[party];

			must(e, role >= 0 && role < ROLE_COUNT, "%s asks for no role", planned->id);
			if (e->plan->track == TRACK_EXIT && record_party_silent(e->rec, (int)party))
				must(e, !warns_of_owner(e->plan, (int)party, i),
					"%s is asked of a side that is silent", planned->id);
			else if (owner < 0)
				must(e, warns_of_owner(e->plan, (int)party, i), "%s lacks an owner",
					planned->id);
			else
				must(e,
					e->rec->people[owner].party == (int)party &&
						e->rec->people[owner].role == role,
					"%s is owned by"
					" another",
					planned->id);
		}
}

#define RULES(X)                                                                                   \
	X(redecide_looks_at_the_case_and_decides)                                                  \
	X(restructure_begins_step_5_after_the_deal)                                                \
	X(recommit_has_a_trial_culture_delivery_and_alternatives)                                  \
	X(relaunch_carries_most_in_steps_4_to_6)                                                   \
	X(escalate_briefs_the_sponsors_and_dates_the_decision)                                     \
	X(exit_has_seven_steps_of_a_wind_down)                                                     \
	X(exit_has_no_quick_wins)                                                                  \
	X(hear_first_plans_steps_1_and_2_and_what_recurs)                                          \
	X(sustain_improves_the_three_lowest_aspects)                                               \
	X(quick_wins_are_two_to_five_in_time)                                                      \
	X(social_actions_come_late_and_never_answer_a_strategy_problem)                            \
	X(horizon_follows_health)                                                                  \
	X(events_recur_as_often_as_they_should)                                                    \
	X(events_are_on_days_that_work_within_the_plan)                                            \
	X(informal_event_is_quarterly_where_social_is_allowed)                                     \
	X(kpis_are_one_or_two_a_category_and_two_of_the_plan)                                      \
	X(action_has_an_owner_or_a_warning_for_every_side)

enum { RULES(RULE_INDEX) RULE_COUNT };
static struct verdict verdicts[RULE_COUNT];
static void (*const rules[RULE_COUNT])(const struct example *) = { RULES(RULE_CHECK) };

static void look(const struct example *e)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		verdict = &verdicts[i];
		rules[i](e);
	}
}

static void look_at_all(void)
{
	survey(look);
}

RULES(RULE_TEST)

/* The same again, and the same under other names. */

struct twin {
	struct build build;
	struct diagnosis diagnosis;
	struct plan plan;
};

/* What decides nothing plans nothing. */
START_TEST(test_plan_of_a_pulse_is_empty)
{
	struct build build;
	struct diagnosis diagnosis;
	struct plan plan;

	random_core(&build, 7);
	build.rec.assessment.kind = ROUND_PULSE;
	diagnosis_compute(&diagnosis, &build.rec);
	plan_compute(&plan, &build.rec, &diagnosis, 20535);
	ck_assert_uint_eq(plan.action_count + plan.gate_count + plan.event_count, 0);
	ck_assert_uint_eq(plan.warning_count + plan.kpi_count, 0);
	plan_release(&plan);
	diagnosis_release(&diagnosis);
	build_release(&build);
}
END_TEST

static void twin_begin(struct twin *t, uint64_t seed, bool renamed)
{
	static const char *const labels[PARTIES_MAX] = { "Zeta", "Yps", "Xi", "Way", "Vau", "U" };

	random_core(&t->build, seed);
	for (size_t i = 0; renamed && i < t->build.rec.party_count; i++)
		t->build.rec.parties[i].name = t->build.rec.parties[i].label = labels[i];
	for (size_t i = 0; renamed && i < t->build.rec.person_count; i++)
		t->build.rec.people[i].name = labels[i % PARTIES_MAX];
	diagnosis_compute(&t->diagnosis, &t->build.rec);
	plan_compute(&t->plan, &t->build.rec, &t->diagnosis, 20535 + (int)seed);
}

static void twin_end(struct twin *t)
{
	plan_release(&t->plan);
	diagnosis_release(&t->diagnosis);
	build_release(&t->build);
	free(t);
}

static void same_action(const struct planned_action *a, const struct planned_action *b)
{
	ck_assert_ptr_eq(a->action, b->action);
	ck_assert_int_eq(a->start, b->start);
	ck_assert_int_eq(a->due, b->due);
	ck_assert(a->active == b->active && a->gated == b->gated);
	ck_assert_int_eq(a->severity, b->severity);
	ck_assert_uint_eq(a->finding_count, b->finding_count);
	ck_assert_uint_eq(a->after_count, b->after_count);
	ck_assert_mem_eq(a->owner, b->owner, sizeof(a->owner));
	ck_assert_mem_eq(a->owner_role, b->owner_role, sizeof(a->owner_role));
}

static void same_plan(const struct plan *a, const struct plan *b, bool words)
{
	ck_assert_int_eq(a->track, b->track);
	ck_assert_int_eq(a->end, b->end);
	ck_assert_uint_eq(a->action_count, b->action_count);
	ck_assert_uint_eq(a->active_count, b->active_count);
	ck_assert_uint_eq(a->event_count, b->event_count);
	ck_assert_uint_eq(a->kpi_count, b->kpi_count);
	ck_assert_uint_eq(a->warning_count, b->warning_count);
	for (size_t i = 0; i < a->action_count; i++) {
		same_action(&a->actions[i], &b->actions[i]);
		for (size_t j = 0; words && j < a->actions[i].finding_count; j++)
			ck_assert_str_eq(a->actions[i].findings[j], b->actions[i].findings[j]);
	}
	for (size_t i = 0; i < a->event_count; i++)
		ck_assert(a->events[i].first == b->events[i].first &&
			a->events[i].count == b->events[i].count);
	for (size_t i = 0; i < a->kpi_count; i++)
		ck_assert_str_eq(a->kpis[i].name, b->kpis[i].name);
	for (size_t i = 0; i < a->warning_count; i++) {
		ck_assert_int_eq(a->warnings[i].kind, b->warnings[i].kind);
		ck_assert_int_eq(a->warnings[i].count, b->warnings[i].count);
		ck_assert_int_eq(a->warnings[i].action, b->warnings[i].action);
	}
}

#define TWINS 300

static void compare_twins(bool renamed)
{
	for (uint64_t seed = 0; seed < TWINS; seed++) {
		struct twin *a = malloc(sizeof(*a)), *b = malloc(sizeof(*b));

		twin_begin(a, seed, false);
		twin_begin(b, seed, renamed);
		same_plan(&a->plan, &b->plan, !renamed);
		twin_end(a);
		twin_end(b);
	}
}

START_TEST(test_plan_rule_same_input_gives_the_same_plan)
{
	compare_twins(false);
}
END_TEST

START_TEST(test_plan_rule_other_names_change_nothing_but_names)
{
	compare_twins(true);
}
END_TEST

START_TEST(test_plan_rule_phases_and_steps_are_those_of_the_method)
{
	static const int phases[PLAN_STEPS] = { 1, 1, 2, 2, 3, 3, 4 };

	for (int step = 1; step <= PLAN_STEPS; step++)
		ck_assert_int_eq(step_phase(step), phases[step - 1]);
}
END_TEST

START_TEST(test_plan_rule_charter_levels_have_ever_more_hours)
{
	for (int level = 0; level < CHARTER_LEVELS; level++)
		ck_assert_int_gt(charter_hours[level], level ? charter_hours[level - 1] : 0);
}
END_TEST

/* Revived: two rounds in a row without a failing cause, and results of at least 60. */
static const struct {
	int cause[2];
	double performance[2];
	bool revived;
} revival_cases[] = {
	{ { PRIMARY_NONE, PRIMARY_NONE }, { 60, 75 }, true },
	{ { CAUSE_TYPE, PRIMARY_NONE }, { 60, 75 }, false },
	{ { PRIMARY_NONE, PRIMARY_INSUFFICIENT }, { 60, 75 }, false },
	{ { PRIMARY_NONE, PRIMARY_NONE }, { 59, 75 }, false },
	{ { PRIMARY_NONE, PRIMARY_NONE }, { 60, 59 }, false },
	{ { PRIMARY_NONE, PRIMARY_NONE }, { 60, NAN }, false },
};

START_TEST(test_plan_rule_revived_takes_two_good_rounds)
{
	struct diagnosis *round = calloc(2, sizeof(*round));

	for (int i = 0; i < 2; i++) {
		round[i].primary.cause = revival_cases[_i].cause[i];
		round[i].scores.performance.score = revival_cases[_i].performance[i];
		round[i].scores.performance.low = revival_cases[_i].performance[i] < 60;
	}
	ck_assert(plan_revived(&round[0], &round[1]) == revival_cases[_i].revived);
	free(round);
}
END_TEST

Suite *plan_shapes_suite(void)
{
	Suite *suite = suite_create("plan_shapes");
	TCase *tcase = tcase_create("plan_shapes");

	tcase_add_unchecked_fixture(tcase, look_at_all, NULL);
	RULES(RULE_ADD)
	tcase_add_test(tcase, test_plan_rule_same_input_gives_the_same_plan);
	tcase_add_test(tcase, test_plan_rule_other_names_change_nothing_but_names);
	tcase_add_test(tcase, test_plan_rule_phases_and_steps_are_those_of_the_method);
	tcase_add_test(tcase, test_plan_of_a_pulse_is_empty);
	tcase_add_test(tcase, test_plan_rule_charter_levels_have_ever_more_hours);
	add_cases(tcase, test_plan_rule_revived_takes_two_good_rounds, revival_cases);
	suite_add_tcase(suite, tcase);
	return suite;
}
