/* SPDX-License-Identifier: MIT */
/*
 * The revival plan (rekindle-method(7), section 7): from a diagnosis and a start date to dated
 * actions with an owner on every side, in four phases and seven steps. Pure; the same input, the
 * same plan.
 *
 * A draft is computed from a diagnosis and is not stored. plan_keep() puts it among the record's
 * objects, where people work on it; from then on the plan is read from there, redrawn and shifted.
 */
#ifndef REKINDLE_PLAN_H
#define REKINDLE_PLAN_H

#include <rekindle/diagnosis.h>
#include <rekindle/schema.h>

#define PLAN_STEPS 7
#define PLAN_PHASES 4
#define PLAN_ACTIVE_MAX 24 /* at once: more is a list, not a plan */
#define PLAN_LIGHT_MAX 8   /* where all is well */
#define PLAN_PER_FINDING 2 /* triggered actions that one finding brings in */
#define PLAN_EARLY_DAYS 30
#define PLAN_EARLY_MAX 7
#define PLAN_MONTHS_SHORT 12 /* horizon by health: adequate or better, weak, else */
#define PLAN_MONTHS 18
#define PLAN_MONTHS_LONG 24
#define PLAN_MONTHS_MOST 120 /* of a horizon that a file gives: nothing recurs behind */
#define PLAN_GATES 2 /* at most, of one drawing; a redraw adds others once they are decided */
#define PLAN_GATE_1_DAYS 30
#define PLAN_GATE_2_DAYS 100
#define PLAN_GATE_PERCENT 80 /* of what is due by gate 2, quick wins and the others each */
#define PLAN_WINS_MIN 2
#define PLAN_WINS_MAX 5
#define PLAN_WINS_EARLY_DAYS 90
#define PLAN_WINS_MONTHS 6
#define PLAN_OBJECTIVES_MIN 3
#define PLAN_OBJECTIVES_MAX 5
#define PLAN_OBJECTIVE_MONTHS_MIN 12
#define PLAN_OBJECTIVE_MONTHS_MAX 24
#define PLAN_KPIS_PER_CATEGORY 2

int step_phase(int step); /* 1 to 7 -> 1 to 4 */
/* Do plans of that track hold the workshop at which joint objectives are agreed on? */
bool plan_agrees(enum track);
/* The track of a primary cause (rekindle-method(7), section 6); -1 of any other outcome. */
int plan_cause_track(int primary);
/* How many actions of a plan of that track are active at most. */
int plan_active_most(enum track);
/* Is it one of the aspects that a healthy alliance improves? Not while its score is unknown. */
bool plan_is_lowest(const struct scores *, int aspect);

/* One action of the plan as it now is: the library's words, or those that a hand has put there. */
struct planned_action {
	const struct action *action; /* of the library; NULL: one of the user's own */
	int stored;                  /* index in the record's actions, -1 in a draft */
	int number;     /* by which people call it; of a draft what it would have if it were kept */
	const char *id; /* the library's, or the UUID of one's own */
	int step;       /* 1 to 7 */
	const char *title, *what, *done_when, *resources; /* never NULL */
	int effort_days;                                  /* 0: not given */
	const char *kpi;           /* id in the catalogue, UUID of one of the alliance's, or NULL */
	const char *const *retest; /* ids of items */
	size_t retest_count;
	const char *const *required; /* ids of actions that end before it starts … */
	size_t required_count;
	int *after; /* … and the place in plan->actions of those in the plan */
	size_t after_count;
	bool baseline;  /* of the track itself, whatever else triggers it; drafts only */
	bool active;    /* else later: looked at after gate 2 */
	bool gated;     /* dated, but starts only when a gate is passed */
	int gate;       /* the number of that gate, 0: none */
	bool quick_win; /* never in a wind-down */
	bool edited;    /* something was set by hand */
	bool adopted;   /* it stays, whatever a redraw finds */
	bool stale;     /* stored and not adopted, but the diagnosis calls for it no more */
	bool fresh;     /* the last redraw has brought it */
	bool held;      /* in the draft of a redraw: stays as it is */
	int start, due; /* days; DATE_NONE when later */
	const char *
		*findings; /* ids of what it answers: "aspect.…", "gap.…"; for one of the
			      track's own also "cause.…" or "decision.…". Never empty in a draft. */
	size_t finding_count;
	int severity; /* highest of its findings, 0 when none has one; drafts only */
	/* by party: person index of the owner, -1: nobody known; the role asked for, -1 none */
	int owner[PARTIES_MAX];
	int owner_role[PARTIES_MAX];
	bool owner_chosen[PARTIES_MAX]; /* by hand; else the one of the role */
	enum status status;
	const char *reason; /* blocked by, dropped because; NULL none */
	const char *note;   /* NULL none */
	int closed;         /* day it was done or dropped */
	const char *every;  /* how often it comes again, NULL: it does not */
	int objective;      /* index of the joint objective it serves, -1 */
};

struct gate {
	int number; /* from 1, never given twice */
	enum gate_kind kind;
	int day;
	int outcome;      /* enum outcome, -1 not decided */
	int decided;      /* day */
	const char *note; /* NULL none */
};

enum event_kind {
	EVENT_WORKING_GROUP,
	EVENT_STEERING,
	EVENT_RELATIONSHIP,
	EVENT_PULSE,
	EVENT_HEALTH_CHECK,
	EVENT_STRATEGIC_REVIEW,
	EVENT_JOINT_INNOVATION,
	EVENT_EXIT_REVIEW,
	EVENT_KINDS
};

/* A recurring event; every occurrence is on a working day within the plan. */
struct plan_event {
	const char *id; /* "steering", "pulse_3": stable */
	enum event_kind kind;
	int first;  /* day */
	int weeks;  /* between occurrences as the rule has them; 0: once */
	int count;  /* occurrences until the plan's end, at least 1 */
	int *days;  /* of each, and of the one that would follow; earliest first */
	int *rules; /* the same as the rule has them, before they gave way to days off; what would
		       have moved onto another one is in neither */
};

enum reading { READING_MONTHLY, READING_QUARTERLY };
extern const struct vocabulary vocabulary_reading;

/* Ids of the catalogue's that tell whether the plan itself is kept to: plan and record know them.
 */
extern const char plan_kpi_kept[], plan_kpi_resolved[];

/* What the plan is measured by: KPIs in use, or proposed from the catalogue. */
struct plan_kpi {
	enum category category;
	const char *id; /* of the catalogue, NULL: one of the record's own */
	const char *name, *unit;
	int kpi;            /* index in the record, -1: proposed */
	double now, target; /* NAN none */
	int readings;
	enum reading read;
};

/* What is to be minded about a plan. In parentheses what the warning holds beside its kind. */
enum warning_kind {
	/* (day, count) it ends before the plan does: so many actions are due after; (early) before
	 * it begins */
	WARNING_CONTRACT,
	WARNING_NOTICE, /* (day, count) it has to be given while the plan runs, or (early) before */
	WARNING_NO_OWNERS,    /* (count of `of`) active actions without an owner on every side */
	WARNING_NO_RESOURCES, /* (count of `of`) active actions */
	WARNING_EARLY,        /* (count) actions due in the first days */
	WARNING_NO_ROLE,      /* (role, party, actions) nobody of the role is known */
	WARNING_WINS,         /* (count) quick wins are active: too few, or too many open */
	WARNING_EARLY_WINS,   /* (count) quick wins due early: too few */
	WARNING_LAST_WIN,     /* the last quick win is late */
	WARNING_END,          /* (action) is due after the plan's end */
	WARNING_UNANSWERED,   /* (findings) no active action answers them */
	WARNING_BACKWARDS,    /* (action) is due before it starts */
	WARNING_OVERLAP,      /* (action) starts before (other) ends, which it waits for */
	WARNING_WEEKEND,      /* (action) is due on one */
	WARNING_DAY_OFF,      /* (action) is due on another day off */
	WARNING_LACKS,        /* (objective, lacks, no_owner) a joint objective */
	WARNING_OUTSIDE,      /* (objective) is due too early or too late */
	WARNING_OBJECTIVES,   /* (count) joint objectives: too few or too many */
	WARNING_MANY,         /* (count) actions are active at once */
	WARNING_STALE,        /* (count) active actions that nothing calls for any more */
	WARNING_KINDS
};

/* Of what a joint objective lacks: bits 1 << enum. */
enum objective_part { PART_MEASURE, PART_BASELINE, PART_TARGET, PART_DATE, PART_COUNT };

struct warning {
	enum warning_kind kind;
	int count, of;
	int day;
	bool early;        /* that day is before the plan */
	int action, other; /* index in plan->actions */
	int objective;     /* index of the joint objective */
	enum role role;
	int party;
	unsigned lacks;             /* parts of the objective */
	bool no_owner[PARTIES_MAX]; /* sides without an owner of it */
	int *actions;               /* indices in plan->actions */
	size_t action_count;
	const char **findings; /* ids */
	size_t finding_count;
};

struct plan {
	struct pool pool;
	bool stored; /* read from the record; else a draft */
	bool part;   /* what an edition shows of it: others are left out */
	enum track track;
	bool unnamed; /* an edition must not tell the track: another one stands in its place */
	int start;    /* a Monday or what was asked for, moved off days off */
	int from;     /* day from which horizon and events count: the last redraw, or the start */
	int horizon_months; /* 12, 18, 24 */
	int end;
	/* Active first in plan order: step, then severity, then due, a prerequisite before what
	 * waits for it; then the later ones by step and severity. A stored plan keeps the order in
	 * which its actions came, step by step. */
	struct planned_action *actions;
	size_t action_count, active_count;
	/* By number: those decided before the last redraw, then, from gate_first on, at most
	 * PLAN_GATES that count now; none of them for exit and sustain: nothing is at stake there.
	 */
	struct gate *gates;
	size_t gate_count, gate_first;
	struct plan_event *events; /* in the order of a calendar's legend */
	size_t event_count;
	struct plan_kpi *kpis; /* by category */
	size_t kpi_count;
	struct warning *warnings;
	size_t warning_count;
};

/* A draft; nothing is in that of a pulse, which decides nothing. start: first day of the plan
 * (DATE_NONE is a bug). Release when done. */
void plan_compute(struct plan *, const struct record *rec, const struct diagnosis *, int start);
/* Is a plan stored with this record? */
bool plan_is_stored(const struct record *);
/* The stored plan of a record that has one. Release when done. */
void plan_read(struct plan *, const struct record *rec);
/* Adds to the warnings of one that was read what it does nothing about of what this diagnosis
 * finds; a draft has it already. */
void plan_warn_unanswered(struct plan *, const struct record *rec, const struct diagnosis *);
/* What follows from the actions, once some were left out (plan->part): what waits for what, the
 * KPIs, and the warnings that hold of any part of a plan. The lists are in the plan's own pool. */
void plan_follow(struct plan *, const struct record *rec);
void plan_release(struct plan *);

/* An action as the library has it, by nobody edited and not dated; lists in pool. */
void planned_of_library(
	struct pool *, const struct instrument *, const struct action *, struct planned_action *);

/* The same of one stored action, before a plan is read from the record: is it active, at which
 * step (1 to 7), by what words (never NULL; borrowed). */
bool plan_action_active(const struct plan_action *);
int plan_action_step(const struct instrument *, const struct plan_action *);
const char *plan_action_title(const struct instrument *, const struct plan_action *);
bool plan_action_open(const struct plan_action *); /* neither done nor dropped */

/* An action of one's own, from the Monday after today on; of this round, without a title yet. */
void plan_own_action(struct plan_action *, const struct record *, int step, int today);
/* What a hand sets of a stored action, and what follows from it. The day on which it was done or
 * dropped goes with any other status, and what blocks it or why it was dropped with all but these
 * two. */
void plan_set_status(struct plan_action *, enum status, int day);
/* Adopted, it stays where it is, whatever a redraw finds, and is not marked as called for no more.
 */
void plan_set_adopted(struct plan_action *, bool adopted);
/* Its start or due date was set: it is a hand's from now on, and without a due date it is for
 * later. */
void plan_set_dated(struct plan_action *);
/* It is for now, from the Monday after today on, or for later. planned: the same in the plan, or
 * NULL. */
void plan_set_active(
	struct plan_action *, const struct planned_action *planned, bool now, int today);
/* What was decided at a gate keeps what it asked and when, whatever becomes of the plan. */
void plan_fix_gate(const struct plan *, struct gate_decision *);

/* The day itself, of a weekend the Monday after. */
int plan_to_monday(int day);
/*
 * Days off: weekends, 24 December to 1 January unless that was taken out, and what the parties have
 * entered. The working day up to, and from, a day; the day itself where there is none for a year.
 */
bool plan_is_day_off(const struct record *, int day);
int plan_day_before(const struct record *, int day);
int plan_day_after(const struct record *, int day);
/* 1 on the first day of a plan; below that it is still to start. */
int plan_day(int start, int today);

/* What the lawyers get to see first. */
enum proposal {
	PROPOSAL_FORM,
	PROPOSAL_WEIGHT,
	PROPOSAL_VALUE,
	PROPOSAL_TERMS,
	PROPOSAL_CLAUSE,
	PROPOSAL_COUNT
};

/*
 * Put a first draft among the record's objects: actions and the plan itself. What is there already
 * stays. The first time, points for an amendment of the agreement are proposed, in the words given
 * (words_proposals). Nothing is written: store_put_plan() does. Gives how many actions are new.
 */
size_t plan_keep(
	struct record *, const struct plan *draft, const char *const proposed[PROPOSAL_COUNT]);

/*
 * Redrawing a stored plan from a diagnosis and a day (rekindle-method(7), section 7): what it would
 * change, before anything does. What somebody has started, finished, edited or written stays as it
 * is, with its days; what nobody has touched gets new days only where it is late, was for later, or
 * others have moved behind it; nothing new starts before the day. An action of the library stands
 * once; one that is done or dropped and called for again is opened only when that is asked for.
 * plan_active_most() counts what is open, old and new.
 */
enum redraw_kind {
	REDRAW_ADDED, /* called for, and not in the plan yet */
	REDRAW_STALE, /* called for no more: marked; and put off, unless somebody has touched it,
			 where the plan is full, or it is late, or in a wind-down */
	REDRAW_MOVED, /* other days, or now instead of later, or later instead of now */
	REDRAW_AGAIN, /* done or dropped, and called for again */
	REDRAW_KEPT,
	REDRAW_KINDS
};
struct redraw_item {
	enum redraw_kind kind;
	int stored;     /* index in the record's actions, -1: new */
	int drawn;      /* place in redraw->draft.actions, -1: nothing calls for it */
	bool active;    /* as it would be: else later */
	int start, due; /* DATE_NONE when later */
};
struct plan_redraw {
	struct plan draft; /* what is called for; its start is the day of the redraw */
	bool reopen;       /* what is done or dropped and called for again is opened */
	bool gates_over;   /* those that counted do not any more: all are decided, or one led out */
	bool new_gates;    /* others, numbered on, or the same from another day */
	int gates_from, gates_day; /* their first number, and that day */
	struct redraw_item *items; /* by kind, then by step */
	size_t count, of[REDRAW_KINDS];
	bool changes; /* does anything? */
};
/* A pulse redraws nothing. */
bool plan_may_redraw(const struct record *);
/* Is there no diagnosis yet that a stored plan could be redrawn by? Then people are to be heard,
 * and what the plan has is not marked for it: only a plan that itself says to hear them is redrawn.
 */
bool plan_waits_for_hearing(const struct record *, const struct diagnosis *);
/* rec: with a stored plan. day: of the redraw. Release when done. */
void plan_redraw(struct plan_redraw *, const struct record *rec, const struct diagnosis *, int day,
	bool reopen);
void plan_redraw_release(struct plan_redraw *);
/* Do it, to the record it was made from. Nothing is written: store_put_plan() does. */
void plan_redraw_keep(struct record *, const struct plan_redraw *);

/*
 * Shifting what is open and was not dated by hand. What is under way keeps its start; what waits
 * for what is shifted follows; nothing is moved to before today.
 */
struct plan_move {
	int stored;     /* index in the record's actions */
	int start, due; /* as they would be */
};
struct plan_shift {
	struct pool pool;
	int start; /* of the plan, DATE_NONE: stays */
	struct plan_move *moves;
	size_t count;
};
/* To another start of the plan. plan: the stored one. Release when done. */
void plan_shift_start(
	struct plan_shift *, const struct record *, const struct plan *, int start, int today);
/* By so many weeks everything open, or only what is late. */
void plan_shift_weeks(struct plan_shift *, const struct record *, const struct plan *, int weeks,
	bool late, int today);
/* What is late begins on that day. */
void plan_shift_late(
	struct plan_shift *, const struct record *, const struct plan *, int from, int today);
/* A shift that was asked for. */
enum plan_shift_kind { SHIFT_START, SHIFT_OPEN, SHIFT_LATE, SHIFT_LATE_FROM };
struct plan_asked {
	enum plan_shift_kind kind;
	int number; /* weeks, or a day of SHIFT_START and SHIFT_LATE_FROM */
};
/* "open 4", "late 2", in weeks; "late monday", "start 7 dec"; false: it says nothing of the kind.
 */
bool plan_shift_read(const char *text, int today, struct plan_asked *);
/* What is asked for, by that of the three above. */
void plan_shift(struct plan_shift *, const struct record *, const struct plan *,
	const struct plan_asked *, int today);
/* Would it change anything of the plan? */
bool plan_shift_changes(const struct plan_shift *, const struct plan *);
void plan_shift_release(struct plan_shift *);
/* Do it, to the record it was made from. Nothing is written: store_put_plan() does. */
void plan_shift_keep(struct record *, const struct plan_shift *);

/* The UUID of an action of the library, drawn up for an alliance (space); before there was one plan
 * an alliance, for a round. */
struct uuid plan_action_uuid(const struct uuid *space, const char *library);

/* Before an alliance had one plan every round had its own, and its own KPIs. */
struct plan_source {
	int kind; /* enum round_kind */
	int date;
};
/* How many of the rounds, which come by date, are newer than each, for their plans: a pulse is
 * older than every full round. */
void plan_rank(const struct plan_source *, size_t count, int *rank);
/*
 * Of a record that holds the KPIs and plans of several rounds the ones that stand. rank: by kind
 * (those from KIND_KPI to the assessment) and index, of the round it comes from. The plan of the
 * newest round that has one stands. Of older ones is added what people have started, done, dropped,
 * edited, decided, agreed or said; an action of the library stands once, as somebody has touched it
 * last; KPIs of one name are one with the readings of all. Objects keep their UUIDs.
 */
void plan_unite(struct record *, int *const rank[KIND_COUNT]);

/* Place of an action of the library in plan->actions, or -1. */
int plan_find(const struct plan *, const struct action *);
/* The same by id. */
int plan_find_id(const struct plan *, const char *id);
/* Has it that action, by its index in the record? A part of a plan may not. */
bool plan_has_stored(const struct plan *, int stored);
/* Name of the KPI that an action moves, borrowed; NULL: of none that is known. */
const char *plan_kpi_name(const struct record *, const char *kpi);
/* Index of the alliance's own KPI of that UUID, -1: it is of the catalogue, or none. */
int plan_kpi_own(const struct record *, const char *kpi);
/* Does the planned action cite this finding (by id)? */
bool plan_cites(const struct planned_action *, const char *finding);
/* Still to be done: neither done nor dropped. */
bool plan_is_open(const struct planned_action *);
/* Active, open, and due before that day. */
bool plan_is_late(const struct planned_action *, int today);
/* Does it lack a named owner on at least one side? */
bool plan_lacks_owner(const struct plan *, const struct record *, const struct planned_action *);
/* Does it stand before everything else of the plan: that it runs past the contract? */
bool plan_warns_first(const struct warning *);
/* Is this side asked to own actions? One that did not answer is not, where the alliance is ended
 * without it. */
bool plan_asks(const struct plan *, const struct record *, int party);

/* How many of the active actions; of a phase (1 to 4) or of all (0). Dropped ones count as such
 * only. */
struct plan_count {
	int active;        /* without the dropped ones */
	int due, due_done; /* due up to today; done of these */
	int done, started, blocked, dropped, late;
};
struct plan_count plan_count(const struct plan *, int phase, int today);
/* Effort of the active actions, of all companies together. */
int plan_person_days(const struct plan *);

/* Kept commitments: of what was due up to today (dropped ones apart) what was done on or before its
 * day. Done without a day does not tell, and is not counted as kept. */
struct plan_promises {
	int due, kept;
};
struct plan_promises plan_promises(const struct plan *, int today);
/* Was it done on or before its day? */
bool plan_is_kept(const struct planned_action *);

/* What is due by a gate, and done by the day on which it was decided, or today where it is not.
 * Done on a day that nobody knows counts as done by then. */
struct gate_progress {
	int wins_due, wins_done, others_due, others_done;
	int dropped; /* that were due by it; they are none of these */
	bool passed; /* each at least PLAN_GATE_PERCENT; nothing due is not passed */
};
struct gate_progress plan_gate_progress(const struct plan *, const struct gate *, int today);
/* Does the contract end before the plan does? One that ends on its last day does not. */
bool plan_outlasts_contract(const struct plan *, const struct record *);
/* The gate that was not passed and leads out of the plan: from then on the decision asked for is
 * the one behind it (words: gate_otherwise()), not the next gate. NULL: none. Borrowed. */
const struct gate *plan_leads_to(const struct plan *);
/* The gate that is decided next; NULL: none is left, or one leads out. Borrowed. */
const struct gate *plan_next_gate(const struct plan *);
/* The gate of that number; NULL: there is none. Borrowed. */
const struct gate *plan_gate_numbered(const struct plan *, long number);
/* Of the gates that count now the first (0) or the second (1); NULL: the plan has none. Borrowed.
 */
const struct gate *plan_gate(const struct plan *, int i);

/* Day of occurrence i of an event, 0 to count; and as the rule alone would have it. */
int plan_event_day(const struct plan_event *, int i);
int plan_event_rule(const struct plan_event *, int i);

extern const int charter_hours[CHARTER_LEVELS]; /* proposed, as long as nothing is agreed */
/* A charter that has a day on which it was signed keeps what stands in it, proposals and all; one
 * that has none keeps what it has. standing: as it stands, of the pool of the charter's record. */
void plan_sign_charter(struct charter *, const struct charter *standing);
/* Person index of whom the plan would give an action of that role: who was heard by name
 * first; -1 nobody known. */
int plan_find_owner(const struct record *, int party, enum role role);

/* Two rounds in a row without a failing cause and with results that are not low (section 7). */
bool plan_revived(const struct diagnosis *before, const struct diagnosis *now);

#endif
