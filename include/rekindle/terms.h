/* SPDX-License-Identifier: MIT */
/*
 * The field's vocabulary (rekindle-method(7), sections 1 to 3): closed sets of words, each an enum
 * with the words that stand for it in YAML, JSON, SQL and on the command line.
 */
#ifndef REKINDLE_TERMS_H
#define REKINDLE_TERMS_H

enum role {
	ROLE_SPONSOR,
	ROLE_MANAGER,
	ROLE_OPERATIONS,
	ROLE_COMMERCIAL,
	ROLE_SPECIALIST,
	ROLE_COUNT
};

/* Upstream to downstream: the order decides ties. */
enum cause { CAUSE_STRATEGY, CAUSE_TYPE, CAUSE_PARTNER, CAUSE_MANAGEMENT, CAUSE_COUNT };

/* What rated items measure together: 16 aspects, four per cause in the order of the causes,
 * then two symptoms and the perceived results. aspect / 4 is its cause. */
enum scale {
	SCALE_NONE = -1,
	ASPECT_RATIONALE,
	ASPECT_OBJECTIVES,
	ASPECT_RELEVANCE,
	ASPECT_SPONSORSHIP,
	ASPECT_FIT,
	ASPECT_WEIGHT,
	ASPECT_VALUE,
	ASPECT_TERMS,
	ASPECT_SELECTION,
	ASPECT_COMPLEMENT,
	ASPECT_COMPATIBLE,
	ASPECT_COMMITMENT,
	ASPECT_GOVERNANCE,
	ASPECT_COORDINATION,
	ASPECT_COMMUNICATION,
	ASPECT_CAPABILITY,
	ASPECT_COUNT,
	SCALE_TRUST = ASPECT_COUNT,
	SCALE_INFORMATION,
	SCALE_RESULTS,
	SCALE_COUNT
};
#define ASPECTS_PER_CAUSE 4

struct scale_info {
	const char *id;    /* "strategy.rationale", "symptom.trust", "results.perceived" */
	const char *word;  /* "rationale": the row in a table */
	const char *label; /* "Reason to partner": for reports */
	const char *asks;  /* what it asks whether, one clause */
};
extern const struct scale_info scale_info[SCALE_COUNT];

struct cause_info {
	const char *id;    /* "management" */
	const char *label; /* "Management" */
	const char *plain; /* "the way the alliance is managed": after "because of" */
};
extern const struct cause_info cause_info[CAUSE_COUNT];

enum item_kind {
	ITEM_RATED,
	ITEM_CHOICE,
	ITEM_MULTI,
	ITEM_NUMBER,
	ITEM_DATE,
	ITEM_TEXT,
	ITEM_SPLIT,
	ITEM_CHECK,
	ITEM_KIND_COUNT
};
enum section { SECTION_PROFILE, SECTION_AUDIT, SECTION_INTERVIEW, SECTION_COUNT };

enum answer_state {
	STATE_ANSWERED,
	STATE_DONT_KNOW,
	STATE_NOT_APPLICABLE,
	STATE_DECLINED,
	STATE_NOT_ASKED,
	STATE_BLANK,
	STATE_COUNT
};

enum attribution {
	ATTRIBUTION_NAMED,
	ATTRIBUTION_ROLE,
	ATTRIBUTION_CONFIDENTIAL,
	ATTRIBUTION_COUNT
};
enum stance { STANCE_ENGAGED, STANCE_RELUCTANT, STANCE_UNRESPONSIVE, STANCE_COUNT };
enum size_class { SIZE_SMALL, SIZE_MEDIUM, SIZE_LARGE, SIZE_GLOBAL, SIZE_COUNT };
enum round_kind { ROUND_BASELINE, ROUND_FOLLOW_UP, ROUND_PULSE, ROUND_COUNT };
enum result { RESULT_MET, RESULT_PARTLY, RESULT_MISSED, RESULT_TOO_EARLY, RESULT_COUNT };
enum direction { DIRECTION_HIGHER, DIRECTION_LOWER, DIRECTION_COUNT };
enum category {
	CATEGORY_FINANCIAL,
	CATEGORY_OPERATIONAL,
	CATEGORY_RELATIONSHIP,
	CATEGORY_STRATEGIC,
	CATEGORY_COUNT
};
enum problem { PROBLEM_BOTTLENECK, PROBLEM_REDUNDANCY, PROBLEM_CONFUSION, PROBLEM_COUNT };
/* What happens to an alliance, in it and around it. */
enum happening {
	HAPPENING_SPONSOR_CHANGE,
	HAPPENING_KEY_PERSON,
	HAPPENING_OWNERSHIP, /* merger, acquisition, sale */
	HAPPENING_INSOLVENCY,
	HAPPENING_BUDGET,
	HAPPENING_MARKET,
	HAPPENING_REGULATION,
	HAPPENING_EXCLUSIVITY,
	HAPPENING_LEAK, /* of know-how */
	HAPPENING_RIVAL_ALLIANCE,
	HAPPENING_DISTANCE, /* time zones, hybrid work */
	HAPPENING_OTHER,
	HAPPENING_COUNT
};
/* How far an action of the plan is. */
enum status {
	STATUS_OPEN,
	STATUS_STARTED,
	STATUS_BLOCKED,
	STATUS_DONE,
	STATUS_DROPPED,
	STATUS_COUNT
};
enum outcome { OUTCOME_PASSED, OUTCOME_FAILED, OUTCOME_COUNT };
/* What a gate of the plan decides; words_gate_*() say it. */
enum gate_kind {
	GATE_HEAR,     /* has every side been heard? */
	GATE_SPONSORS, /* do the sponsors of every side commit? */
	GATE_ANSWER,   /* does every side take part, yes or no? */
	GATE_STRATEGY, /* is partnering still the way? */
	GATE_DONE,     /* has enough of what was promised been done? */
	GATE_UNTOLD,   /* what it decides would tell what an edition withholds */
	GATE_KINDS
};
enum check { CHECK_YES, CHECK_PARTLY, CHECK_NO, CHECK_UNKNOWN, CHECK_VALUE_COUNT };

/* Rows of both checklists in one order (rekindle-method(7), section 2). */
enum check_row {
	SELECTION_LONGLIST,
	SELECTION_SHORTLIST,
	SELECTION_CRITERIA,
	SELECTION_REPUTATION,
	SELECTION_CAPABILITY,
	SELECTION_CULTURE,
	SELECTION_STRATEGY,
	SELECTION_OPERATIONS,
	SELECTION_ROWS,
	GOVERNANCE_MANAGERS = SELECTION_ROWS,
	GOVERNANCE_MANDATE,
	GOVERNANCE_STEERING,
	GOVERNANCE_WORKING_GROUP,
	GOVERNANCE_DECISION_RIGHTS,
	GOVERNANCE_ESCALATION,
	GOVERNANCE_DISPUTES,
	GOVERNANCE_REPORTING,
	GOVERNANCE_PROTOCOL,
	GOVERNANCE_PLATFORM,
	CHECK_ROWS
};
enum route_value { ROUTE_OWN, ROUTE_TRADABILITY, ROUTE_CLOSENESS, ROUTE_INTEGRATION, ROUTE_VALUES };

enum track {
	TRACK_EXIT,
	TRACK_ESCALATE,
	TRACK_HEAR_FIRST,
	TRACK_REDECIDE,
	TRACK_RESTRUCTURE,
	TRACK_RECOMMIT,
	TRACK_RELAUNCH,
	TRACK_SUSTAIN,
	TRACK_COUNT
};

enum killer {
	KILLER_OBJECTIVES,
	KILLER_COMMUNICATION_TRUST,
	KILLER_GOVERNANCE,
	KILLER_SHIFTING_PRIORITIES,
	KILLER_COUNT
};
enum knockout {
	KNOCKOUT_NO_SPONSOR,
	KNOCKOUT_RATIONALE_GONE,
	KNOCKOUT_RELUCTANT,
	KNOCKOUT_UNRESPONSIVE,
	KNOCKOUT_BREACH,
	KNOCKOUT_LITIGATION,
	KNOCKOUT_COUNT
};
enum pitfall {
	PITFALL_BLAME_GAME,
	PITFALL_CULTURAL_DIFFERENCES,
	PITFALL_NO_SPONSORSHIP,
	PITFALL_UNADAPTED_AGREEMENT,
	PITFALL_COUNT
};
enum special {
	SPECIAL_UNWILLING_PARTNER,
	SPECIAL_RIGID_CONTRACT,
	SPECIAL_POWER_IMBALANCE,
	SPECIAL_THIN_RELATIONSHIPS,
	SPECIAL_IMPATIENCE,
	SPECIAL_COOPETITION, /* the parties compete somewhere */
	SPECIAL_COUNT
};

/* Unknown, no, yes: for facts nobody has to know. */
enum tri { TRI_UNKNOWN = -1, TRI_NO = 0, TRI_YES = 1 };

/* A closed set of words, indexed by its enum. */
struct vocabulary {
	const char *name; /* what it is a set of, for messages: "role" */
	int count;
	const char *const *word;
};
extern const struct vocabulary vocabulary_role, vocabulary_cause, vocabulary_scale,
	vocabulary_item_kind, vocabulary_section, vocabulary_state, vocabulary_attribution,
	vocabulary_stance, vocabulary_size_class, vocabulary_round, vocabulary_result,
	vocabulary_direction, vocabulary_category, vocabulary_status, vocabulary_outcome,
	vocabulary_gate, vocabulary_problem, vocabulary_happening, vocabulary_check,
	vocabulary_check_row, vocabulary_route_value, vocabulary_track, vocabulary_killer,
	vocabulary_knockout, vocabulary_pitfall, vocabulary_special;

/* Index of word, or -1 (also for NULL). */
int vocabulary_find(const struct vocabulary *, const char *word);
/* "sponsor, manager, … or specialist" into buffer: for messages about a wrong word. */
const char *vocabulary_list(const struct vocabulary *, char *buffer, int size);

#endif
