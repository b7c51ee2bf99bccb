/* SPDX-License-Identifier: MIT */
/*
 * What rekindle-method(7), section 7 says of choice, order, dates and gates, for every plan that
 * the built-in library gives.
 */
#include "plan_rules.h"

Suite *plan_rules_suite(void);

#define SEVERITY_YELLOW 2

/* Choice */

static bool is_answered(const struct plan *plan, const struct finding *finding)
{
	char head[64];

	if (is_cited(plan, finding->id))
		return true;
	if (finding->kind != FINDING_CAUSE)
		return false;
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		snprintf(head, sizeof(head), "aspect.%s",
			scale_info[finding->subject * ASPECTS_PER_CAUSE + i].id);
		if (is_cited(plan, head))
			return true;
	}
	return false;
}

static bool is_left_out(const struct example *e, const struct finding *finding)
{
	return finding->kind != FINDING_EXIT && !is_answered(e->plan, finding);
}

/* Who ends the alliance answers nothing of it any more, who hears people or asks for a decision
 * not yet, but for what stands in the way. */
static bool has_to_answer(const struct plan *plan, const struct finding *finding)
{
	if (plan->track == TRACK_ESCALATE)
		return finding->kind == FINDING_KNOCKOUT;
	return takes_all(plan) && finding->severity >= SEVERITY_RED;
}

static void rule_no_warning_of_what_a_plan_has_not_to_answer(const struct example *e)
{
	for (size_t i = 0; i < e->diagnosis->finding_count; i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (!has_to_answer(e->plan, finding))
			must(e, !warns_of_finding(e->plan, finding->id), "%s", finding->id);
	}
}

static void rule_red_finding_has_an_active_action_or_a_warning(const struct example *e)
{
	for (size_t i = 0; i < e->diagnosis->finding_count; i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (has_to_answer(e->plan, finding))
			must(e,
				is_answered(e->plan, finding) ||
					warns_of_finding(e->plan, finding->id),
				"%s is passed over", finding->id);
	}
}

static void rule_warning_of_an_unanswered_finding_is_true(const struct example *e)
{
	for (size_t i = 0; i < e->diagnosis->finding_count; i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (is_answered(e->plan, finding))
			must(e, !warns_of_finding(e->plan, finding->id), "%s is answered",
				finding->id);
	}
}

static void rule_knockout_has_an_active_action_where_anything_is_revived(const struct example *e)
{
	if (e->plan->track == TRACK_EXIT || e->plan->track == TRACK_HEAR_FIRST)
		return;
	for (size_t i = 0; i < e->diagnosis->finding_count; i++)
		if (e->diagnosis->findings[i].kind == FINDING_KNOCKOUT)
			must(e,
				is_cited(e->plan, e->diagnosis->findings[i].id) ||
					(is_light(e->plan) && is_full(e->plan)),
				"%s", e->diagnosis->findings[i].id);
}

/* What is left out would have taken two places, or there was none. */
static void rule_red_finding_is_left_out_by_a_full_plan_only(const struct example *e)
{
	for (size_t i = 0; takes_all(e->plan) && i < e->diagnosis->finding_count; i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (finding->severity >= SEVERITY_RED)
			must(e, !is_left_out(e, finding) || is_full(e->plan), "%s with %zu active",
				finding->id, e->plan->active_count);
	}
}

static void rule_failing_aspect_keeps_an_action(const struct example *e)
{
	for (size_t i = 0; takes_all(e->plan) && i < e->diagnosis->finding_count; i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (finding->kind == FINDING_ASPECT)
			must(e, !is_left_out(e, finding) || is_full(e->plan), "%s with %zu active",
				finding->id, e->plan->active_count);
	}
}

static bool is_found(const struct diagnosis *diagnosis, const char *id)
{
	for (size_t i = 0; i < diagnosis->finding_count; i++)
		if (!strcmp(diagnosis->findings[i].id, id))
			return true;
	return false;
}

/* A track is a decision, not a finding; what is healthy, but lowest, is none either. */
static bool may_be_cited(const struct example *e, const char *id)
{
	if (is_found(e->diagnosis, id))
		return true;
	if (!strncmp(id, "decision.", 9))
		return !strcmp(id + 9, vocabulary_track.word[e->plan->track]);
	return e->plan->track == TRACK_SUSTAIN && !strncmp(id, "aspect.", 7);
}

static void rule_action_cites_what_was_found(const struct example *e)
{
	for (size_t i = 0; i < e->plan->action_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		must(e, planned->finding_count > 0, "%s cites nothing", planned->id);
		for (size_t j = 0; j < planned->finding_count; j++)
			must(e, may_be_cited(e, planned->findings[j]), "%s cites %s", planned->id,
				planned->findings[j]);
	}
}

static void rule_as_many_are_active_as_the_track_has_places_and_the_rest_later(
	const struct example *e)
{
	must(e, e->plan->active_count <= most_active(e->plan), "%zu", e->plan->active_count);
	for (size_t i = 0; i < e->plan->action_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];
		bool active = i < e->plan->active_count;

		must(e, planned->active == active, "%s is out of place", planned->id);
		must(e, (planned->start != DATE_NONE) == active, "%s: start", planned->id);
		must(e, (planned->due != DATE_NONE) == active, "%s: due", planned->id);
	}
}

static void rule_action_stands_once(const struct example *e)
{
	for (size_t i = 0; i < e->plan->action_count; i++)
		must(e, plan_find(e->plan, e->plan->actions[i].action) == (int)i, "%s twice",
			e->plan->actions[i].id);
}

static bool holds(const struct example *e, const struct trigger *unless)
{
	const struct scale_score *score = &e->diagnosis->scores.scale[unless->subject];

	if (unless->kind == TRIGGER_TRACK)
		return unless->subject == (int)e->plan->track;
	if (unless->kind == TRIGGER_SOUND)
		return score->score >= unless->threshold - 1e-9;
	if (unless->kind != TRIGGER_KNOCKOUT)
		return false;
	for (size_t i = 0; i < e->diagnosis->knockout_count; i++)
		if ((int)e->diagnosis->knockouts[i].id == unless->subject)
			return true;
	return false;
}

static bool is_kept_out(const struct example *e, const struct action *action)
{
	for (size_t i = 0; i < action->unless_count; i++)
		if (holds(e, &action->unless[i]))
			return true;
	return false;
}

static void rule_tracks_own_actions_are_active(const struct example *e)
{
	const struct instrument *bank = e->rec->instrument;

	for (size_t i = 0; i < bank->action_count; i++)
		if (bank->actions[i].tracks >> e->plan->track & 1u &&
			!is_kept_out(e, &bank->actions[i]))
			must(e,
				active_action(e->plan, bank->actions[i].id) ||
					(is_light(e->plan) && has_red(e->diagnosis)),
				"%s", bank->actions[i].id);
}

static bool waits_for(const struct plan *plan, size_t at, size_t first)
{
	for (size_t i = 0; i < plan->actions[at].after_count; i++) {
		size_t before = (size_t)plan->actions[at].after[i];

		if (before == first || waits_for(plan, before, first))
			return true;
	}
	return false;
}

static int times_cited(const struct plan *plan, const char *finding)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan_cites(&plan->actions[i], finding);
	return n;
}

/* In a healthy alliance the lowest aspects are no findings, and yet to be answered. */
static bool answers_the_lowest(const struct example *e, const struct planned_action *planned)
{
	for (size_t i = 0; i < planned->finding_count; i++)
		if (!strncmp(planned->findings[i], "aspect.", 7) &&
			!is_found(e->diagnosis, planned->findings[i]))
			return true;
	return false;
}

/* The only answer to something that is more than a remark. */
static bool is_sole_answer(const struct example *e, const struct planned_action *planned)
{
	for (size_t i = 0; i < e->diagnosis->finding_count; i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (finding->severity >= SEVERITY_YELLOW && plan_cites(planned, finding->id) &&
			times_cited(e->plan, finding->id) == 1)
			return true;
	}
	return false;
}

/* Active for nothing but the second place of a finding. */
static bool is_second(const struct example *e, size_t at)
{
	const struct planned_action *planned = &e->plan->actions[at];

	if (!planned->active || planned->baseline || planned->quick_win ||
		answers_the_lowest(e, planned) || is_sole_answer(e, planned))
		return false;
	for (size_t i = 0; i < e->plan->active_count; i++)
		if (waits_for(e->plan, i, at))
			return false;
	return true;
}

static void rule_finding_brings_in_two_actions_at_most(const struct example *e)
{
	for (size_t i = 0; i < e->diagnosis->finding_count; i++) {
		const char *id = e->diagnosis->findings[i].id;
		int seconds = 0;

		if (times_cited(e->plan, id) <= PLAN_PER_FINDING)
			continue;
		for (size_t at = 0; at < e->plan->active_count; at++)
			seconds += plan_cites(&e->plan->actions[at], id) && is_second(e, at);
		must(e, seconds <= PLAN_PER_FINDING, "%s has %d", id, seconds);
	}
}

/* One that waits for others takes more than one place. */
static bool has_room(const struct example *e, const struct planned_action *later)
{
	for (size_t i = 0; i < later->finding_count; i++)
		if (times_cited(e->plan, later->findings[i]) >= PLAN_PER_FINDING)
			return false;
	return !later->quick_win && !later->after_count;
}

static void rule_action_for_a_remark_waits_for_the_graver_ones(const struct example *e)
{
	const struct plan *plan = e->plan;

	for (size_t i = plan->active_count; i < plan->action_count; i++) {
		if (!has_room(e, &plan->actions[i]))
			continue;
		must(e, plan->active_count == most_active(plan), "%s could be active",
			plan->actions[i].id);
		for (size_t at = 0; at < plan->active_count; at++)
			if (is_second(e, at) && plan->actions[at].severity < SEVERITY_YELLOW)
				must(e, plan->actions[at].severity >= plan->actions[i].severity,
					"%s before %s", plan->actions[at].id, plan->actions[i].id);
	}
}

/* Order */

static bool is_awaited_by_as_severe(const struct plan *plan, size_t at, int severity)
{
	for (size_t i = at + 1; i < plan->active_count; i++)
		if (plan->actions[i].step == plan->actions[at].step &&
			plan->actions[i].severity >= severity && waits_for(plan, i, at))
			return true;
	return false;
}

/* The steps of a wind-down are its subjects: people hear of it before customers do. */
static void rule_order_is_step_severity_prerequisites(const struct example *e)
{
	const struct plan *plan = e->plan;
	bool wound_down = plan->track == TRACK_EXIT;

	for (size_t i = 0; i < plan->active_count; i++)
		for (size_t j = i + 1; j < plan->active_count; j++) {
			const struct planned_action *a = &plan->actions[i], *b = &plan->actions[j];

			must(e, a->step <= b->step, "step of %s", b->id);
			must(e, wound_down || !waits_for(plan, i, j), "%s before %s", a->id, b->id);
			if (a->step == b->step && a->severity < b->severity)
				must(e, is_awaited_by_as_severe(plan, i, b->severity),
					"%s before the graver %s", a->id, b->id);
		}
}

/* Dates */

static void rule_plan_begins_on_the_day_asked_for_or_the_next_that_works(const struct example *e)
{
	must(e, e->plan->start == rule_works_from(e->asked), "begins %d days later",
		e->plan->start - e->asked);
	must(e, e->plan->end == date_add_months(e->plan->start, e->plan->horizon_months), "end");
}

static void rule_nothing_starts_or_is_due_on_a_day_off(const struct example *e)
{
	for (size_t i = 0; i < e->plan->active_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		must(e, rule_works(planned->start), "%s starts", planned->id);
		must(e, rule_works(planned->due), "%s is due", planned->id);
	}
}

/* A start on a weekend moves on to Monday; a due date on one moves back to Friday. */
static void rule_action_takes_its_weeks_and_starts_no_earlier(const struct example *e)
{
	for (size_t i = 0; i < e->plan->active_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];
		int weeks = planned->action->weeks;
		int last = weeks ? rule_works_by(planned->start + 7 * weeks - 1) : planned->start;

		must(e, planned->due == last, "%s is due %d days off", planned->id,
			planned->due - last);
		must(e, planned->start >= e->plan->start + 7 * planned->action->earliest_week,
			"%s starts early", planned->id);
	}
}

static void rule_prerequisite_ends_before_its_dependant_starts(const struct example *e)
{
	for (size_t i = 0; i < e->plan->active_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		for (size_t j = 0; j < planned->after_count; j++) {
			const struct planned_action *first = &e->plan->actions[planned->after[j]];

			must(e, first->active, "%s waits for %s, which is for later", planned->id,
				first->id);
			must(e, first->due < planned->start, "%s starts before %s ends",
				planned->id, first->id);
		}
	}
}

static void rule_seven_are_due_in_the_first_days_at_most(const struct example *e)
{
	int n = 0;

	for (size_t i = 0; i < e->plan->active_count; i++)
		n += e->plan->actions[i].due - e->plan->start <= PLAN_EARLY_DAYS;
	must(e, n <= PLAN_EARLY_MAX, "%d", n);
}

static void rule_actions_end_within_the_plan(const struct example *e)
{
	for (size_t i = 0; i < e->plan->active_count; i++)
		must(e, e->plan->actions[i].due <= e->plan->end || warning_of(e->plan, WARNING_END),
			"%s", e->plan->actions[i].id);
}

/* Gates */

static void rule_gates_stand_at_days_30_and_100_with_an_exit(const struct example *e)
{
	static const size_t gates[TRACK_COUNT] = {
		[TRACK_EXIT] = 0,
		[TRACK_ESCALATE] = 2,
		[TRACK_HEAR_FIRST] = 1,
		[TRACK_REDECIDE] = 2,
		[TRACK_RESTRUCTURE] = 2,
		[TRACK_RECOMMIT] = 2,
		[TRACK_RELAUNCH] = 2,
		[TRACK_SUSTAIN] = 0,
	};
	static const int days[PLAN_GATES] = { PLAN_GATE_1_DAYS, PLAN_GATE_2_DAYS };

	must(e, e->plan->gate_count == gates[e->plan->track], "%zu gates", e->plan->gate_count);
	for (size_t i = 0; i < e->plan->gate_count; i++) {
		const struct gate *gate = &e->plan->gates[i];

		must(e, gate->day == rule_works_by(e->plan->start + days[i]),
			"gate %zu is at another day", i + 1);
		must(e, (gate->kind == GATE_DONE) == (i == 1), "gate %zu decides something else",
			i + 1);
	}
}

static void rule_steps_behind_gate_1_are_marked_and_wait(const struct example *e)
{
	int from = e->plan->track == TRACK_REDECIDE ? 4 : e->plan->track == TRACK_ESCALATE ? 3 : 8;

	for (size_t i = 0; i < e->plan->action_count; i++) {
		const struct planned_action *planned = &e->plan->actions[i];

		must(e, planned->gated == (planned->step >= from), "%s", planned->id);
		if (planned->gated && planned->active)
			must(e, planned->start > e->plan->gates[0].day, "%s starts before the gate",
				planned->id);
	}
}

/* What is asked at day 30 has to lie on the table by then. */
static void rule_what_gate_1_asks_for_is_due_before_it(const struct example *e)
{
	static const char *const asked[TRACK_COUNT] = {
		[TRACK_ESCALATE] = "answer_date",
		[TRACK_HEAR_FIRST] = "repeat_diagnosis",
		[TRACK_REDECIDE] = "decide_case",
		[TRACK_RESTRUCTURE] = "mandate_to_gate",
		[TRACK_RECOMMIT] = "mandate_to_gate",
		[TRACK_RELAUNCH] = "mandate_to_gate",
	};
	const char *id = asked[e->plan->track];
	const struct planned_action *planned = id ? active_action(e->plan, id) : NULL;

	if (id)
		must(e,
			planned &&
				(planned->due <= e->plan->gates[0].day ||
					rule_turns(e->plan->start, planned->due)),
			"%s", id);
}

#define RULES(X)                                                                                   \
	X(red_finding_has_an_active_action_or_a_warning)                                           \
	X(no_warning_of_what_a_plan_has_not_to_answer)                                             \
	X(warning_of_an_unanswered_finding_is_true)                                                \
	X(knockout_has_an_active_action_where_anything_is_revived)                                 \
	X(red_finding_is_left_out_by_a_full_plan_only)                                             \
	X(failing_aspect_keeps_an_action)                                                          \
	X(action_cites_what_was_found)                                                             \
	X(as_many_are_active_as_the_track_has_places_and_the_rest_later)                           \
	X(action_stands_once)                                                                      \
	X(tracks_own_actions_are_active)                                                           \
	X(finding_brings_in_two_actions_at_most)                                                   \
	X(action_for_a_remark_waits_for_the_graver_ones)                                           \
	X(order_is_step_severity_prerequisites)                                                    \
	X(plan_begins_on_the_day_asked_for_or_the_next_that_works)                                 \
	X(nothing_starts_or_is_due_on_a_day_off)                                                   \
	X(action_takes_its_weeks_and_starts_no_earlier)                                            \
	X(prerequisite_ends_before_its_dependant_starts)                                           \
	X(seven_are_due_in_the_first_days_at_most)                                                 \
	X(actions_end_within_the_plan)                                                             \
	X(gates_stand_at_days_30_and_100_with_an_exit)                                             \
	X(steps_behind_gate_1_are_marked_and_wait)                                                 \
	X(what_gate_1_asks_for_is_due_before_it)

enum { RULES(RULE_INDEX) RULE_COUNT };
static struct verdict verdicts[RULE_COUNT];
static void (*const rules[RULE_COUNT])(const struct example *) = { RULES(RULE_CHECK) };

/* Of the plans that a diagnosis gives by itself: findings, and those without an action. */
struct answered {
	long found, left_out;
};
static struct answered red, thin;

static void tally_one(
	struct answered *tally, const struct example *e, const struct finding *finding)
{
	tally->found++;
	tally->left_out += is_left_out(e, finding);
}

static void look(const struct example *e)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		verdict = &verdicts[i];
		rules[i](e);
	}
	for (size_t i = 0; e->natural && takes_all(e->plan) && i < e->diagnosis->finding_count;
		i++) {
		const struct finding *finding = &e->diagnosis->findings[i];

		if (finding->severity >= SEVERITY_RED)
			tally_one(&red, e, finding);
		if (finding->kind == FINDING_SPECIAL &&
			finding->subject == SPECIAL_THIN_RELATIONSHIPS)
			tally_one(&thin, e, finding);
	}
}

static void look_at_all(void)
{
	survey(look);
}

RULES(RULE_TEST)

/* Two dozen places are enough but for the rarest of alliances. */
START_TEST(test_plan_rule_red_finding_is_left_out_once_in_a_thousand_at_most)
{
	ck_assert_int_gt(red.found, 1000);
	ck_assert_msg(red.left_out * 1000 <= red.found, "%ld of %ld", red.left_out, red.found);
}
END_TEST

/* It goes along with so much else that is worse that it is easily crowded out. */
START_TEST(test_plan_rule_thin_relationships_are_answered_in_most_plans)
{
	ck_assert_int_gt(thin.found, 100);
	ck_assert_msg(thin.left_out * 6 <= thin.found, "%ld of %ld", thin.left_out, thin.found);
}
END_TEST

Suite *plan_rules_suite(void)
{
	Suite *suite = suite_create("plan_rules");
	TCase *tcase = tcase_create("plan_rules");

	tcase_add_unchecked_fixture(tcase, look_at_all, NULL);
	RULES(RULE_ADD)
	tcase_add_test(tcase, test_plan_rule_red_finding_is_left_out_once_in_a_thousand_at_most);
	tcase_add_test(tcase, test_plan_rule_thin_relationships_are_answered_in_most_plans);
	suite_add_tcase(suite, tcase);
	return suite;
}
