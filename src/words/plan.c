/* SPDX-License-Identifier: MIT */
/*
 * What the parts of a plan are called: phases, steps, tracks, gates, events, points for an
 * amendment.
 */
#include <rekindle/words.h>

#include <assert.h>

const char *const phase_name[PLAN_PHASES] = {
	"Diagnosis",
	"Re-alignment",
	"Momentum",
	"Sustaining",
};

const char *const step_name[PLAN_STEPS] = {
	"Audit",
	"Gaps in communication and trust",
	"Objectives",
	"Governance and communication",
	"Action plans and quick wins",
	"Transparency and accountability",
	"Monitoring, adaptation, value",
};

const char *const track_plain[TRACK_COUNT] = {
	[TRACK_EXIT] = "wind the alliance down in order",
	[TRACK_ESCALATE] = "ask the sponsors for a dated decision",
	[TRACK_HEAR_FIRST] = "hear who is missing, then diagnose",
	[TRACK_REDECIDE] = "decide again whether to partner",
	[TRACK_RESTRUCTURE] = "change the deal: scope, form and terms",
	[TRACK_RECOMMIT] = "renew the commitment of the companies to each other",
	[TRACK_RELAUNCH] = "rebuild how the alliance is run",
	[TRACK_SUSTAIN] = "keep it healthy and improve the lowest aspects",
};

const char *const words_proposals[PROPOSAL_COUNT] = {
	[PROPOSAL_FORM] =
		"Scope and form: what the alliance is for today, and the form that serves it",
	[PROPOSAL_WEIGHT] = "Bodies, reports and approvals: what can go, what is missing",
	[PROPOSAL_VALUE] = "How value, cost, risk and rights to results are split",
	[PROPOSAL_TERMS] = "Exclusivity, change of terms, notice and exit",
	[PROPOSAL_CLAUSE] = "A clause by which the agreement can be amended without a new one",
};

const char *track_step_name(enum track track, int step)
{
	static const char *const wind_down[PLAN_STEPS] = {
		"Mandate",
		"Customers",
		"People",
		"Rights and data",
		"Dates",
		"Communication",
		"Lessons",
	};

	assert(step >= 1 && step <= PLAN_STEPS);
	return track == TRACK_EXIT ? wind_down[step - 1] : step_name[step - 1];
}

/* What is said of a gate, by what it decides. */
static const struct {
	enum sentence question, passed_when, otherwise, briefly;
} gates[GATE_KINDS] = {
	[GATE_HEAR] = { W_GATE_HEAR_QUESTION, W_GATE_HEAR_PASSED, W_GATE_HEAR_ELSE,
		W_GATE_HEAR_BRIEFLY },
	[GATE_SPONSORS] = { W_GATE_SPONSORS_QUESTION, W_GATE_SPONSORS_PASSED, W_GATE_SPONSORS_ELSE,
		W_GATE_SPONSORS_BRIEFLY },
	[GATE_ANSWER] = { W_GATE_ANSWER_QUESTION, W_GATE_ANSWER_PASSED, W_GATE_ANSWER_ELSE,
		W_GATE_ANSWER_BRIEFLY },
	[GATE_STRATEGY] = { W_GATE_STRATEGY_QUESTION, W_GATE_STRATEGY_PASSED, W_GATE_STRATEGY_ELSE,
		W_GATE_STRATEGY_BRIEFLY },
	[GATE_DONE] = { W_GATE_DONE_QUESTION, W_GATE_DONE_PASSED, W_GATE_DONE_ELSE,
		W_GATE_DONE_ELSE },
	[GATE_UNTOLD] = { W_GATE_UNTOLD_QUESTION, W_GATE_UNTOLD_PASSED, W_GATE_UNTOLD_ELSE,
		W_GATE_UNTOLD_ELSE },
};

const char *gate_title(const struct gate *gate)
{
	static const enum sentence titles[GATE_NUMBER_MOST] = { W_GATE_1, W_GATE_2, W_GATE_3,
		W_GATE_4, W_GATE_5, W_GATE_6, W_GATE_7, W_GATE_8, W_GATE_9, W_GATE_10, W_GATE_11,
		W_GATE_12, W_GATE_13, W_GATE_14, W_GATE_15, W_GATE_16, W_GATE_17, W_GATE_18,
		W_GATE_19, W_GATE_20 };

	return words_plain(titles[gate->number - 1]);
}

const char *gate_question(const struct gate *gate)
{
	return words_plain(gates[gate->kind].question);
}

const char *gate_passed_when(const struct gate *gate)
{
	return words_plain(gates[gate->kind].passed_when);
}

const char *gate_otherwise(const struct gate *gate)
{
	return words_plain(gates[gate->kind].otherwise);
}

const char *gate_briefly(const struct gate *gate)
{
	return words_plain(gates[gate->kind].briefly);
}

const char *event_title(const struct plan_event *event)
{
	static const enum sentence titles[EVENT_KINDS] = {
		[EVENT_WORKING_GROUP] = W_EVENT_WORKING_GROUP,
		[EVENT_STEERING] = W_EVENT_STEERING,
		[EVENT_RELATIONSHIP] = W_EVENT_RELATIONSHIP,
		[EVENT_PULSE] = W_EVENT_PULSE,
		[EVENT_HEALTH_CHECK] = W_EVENT_HEALTH_CHECK,
		[EVENT_STRATEGIC_REVIEW] = W_EVENT_STRATEGIC_REVIEW,
		[EVENT_JOINT_INNOVATION] = W_EVENT_JOINT_INNOVATION,
		[EVENT_EXIT_REVIEW] = W_EVENT_EXIT_REVIEW,
	};

	return words_plain(titles[event->kind]);
}

const char *event_name(const struct plan_event *event)
{
	static const char *const names[EVENT_KINDS] = {
		[EVENT_WORKING_GROUP] = "working group",
		[EVENT_STEERING] = "steering committee",
		[EVENT_RELATIONSHIP] = "informal meeting of the people who work together",
		[EVENT_PULSE] = "pulse",
		[EVENT_HEALTH_CHECK] = "full health check",
		[EVENT_STRATEGIC_REVIEW] = "strategic review",
		[EVENT_JOINT_INNOVATION] = "joint-innovation session",
		[EVENT_EXIT_REVIEW] = "review of the exit strategy",
	};

	return names[event->kind];
}
