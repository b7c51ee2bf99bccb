/* SPDX-License-Identifier: MIT */
/*
 * One assessment of one alliance in memory: everything that scoring, reports and screens read. Who
 * is in the alliance, its meetings, its KPIs and its plan are the same in all of its assessments.
 *
 * Invariants: arrays are in file order (the order of creation); a reference from one object to
 * another is the index in its array, -1 for none; texts live in the record's pool, NULL when
 * absent; absent numbers are NAN, absent whole numbers and dates INT_MIN (DATE_NONE). Objects are
 * described field by field in schema.h: store and exchange read and write them through that one
 * table.
 */
#ifndef REKINDLE_RECORD_H
#define REKINDLE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <limits.h>
#include <rekindle/date.h>
#include <rekindle/instrument.h>
#include <rekindle/pool.h>
#include <rekindle/terms.h>
#include <rekindle/uuid.h>

#define PARTIES_MAX 6
#define INT_NONE INT_MIN
#define GATE_NUMBER_MOST 20

/* First member of every object. */
struct object {
	int64_t key;       /* row in the database; 0 when it has none yet */
	struct uuid id;    /* none where it is derived: object_id() */
	const char *extra; /* JSON object text of unknown members of an imported file, or NULL */
	int64_t changed;   /* when it was last: UTC milliseconds, 0 unknown, older than any */
	uint64_t given;    /* read from a file: which fields it has, a bit each in their order */
};

/* How the companies work together, agreed once for the alliance (rekindle-method(7), section 7). */
enum charter_part {
	CHARTER_STEERING,
	CHARTER_STEERING_MEMBERS,
	CHARTER_WORKING,
	CHARTER_WORKING_MEMBERS,
	CHARTER_TEAMS,
	CHARTER_TEAMS_MEMBERS,
	CHARTER_CHANNELS,
	CHARTER_RESPONSE,
	CHARTER_LEVEL_1,
	CHARTER_LEVEL_2,
	CHARTER_LEVEL_3,
	CHARTER_DECISIONS,
	CHARTER_DISPUTES,
	CHARTER_REPORTS,
	CHARTER_NOTES,
	CHARTER_PARTS
};
#define CHARTER_LEVELS 3

struct charter {
	const char *text[CHARTER_PARTS]; /* NULL: not agreed yet */
	int hours[CHARTER_LEVELS];       /* until the next level is asked; INT_NONE */
	int agreed;                      /* day on which every side signed */
};

struct alliance {
	struct object object;
	const char *name;
	int started; /* day */
	struct charter charter;
};

struct party {
	struct object object;
	const char *name, *label; /* label: short, never NULL after record_settle() */
	int ours;                 /* enum tri; at most one TRI_YES */
};

struct person {
	struct object object;
	int party;
	int role;
	const char *name;    /* NULL: nameless, known by role */
	const char *planned; /* "2026-10-15" or "2026-10-15T16:00", or NULL */
	int interviewee;     /* enum tri; no: owns parts of the plan, and is nobody to hear */
};

struct respondent {
	struct object object;
	int person; /* index, -1 none */
	int party;
	int role;
	const char *name;
	int attribution; /* enum attribution */
	int date;        /* day of the interview */
	int consent;     /* enum tri */
	int minutes;     /* minutes agreed on */
};

enum value_type { VALUE_NONE, VALUE_NUMBER, VALUE_TEXT, VALUE_SPLIT };

struct value {
	enum value_type type;
	double number;    /* rated (1 to 5, raw), number */
	const char *text; /* choice id; multi: ids separated by '\n'; ISO date; check word */
	double split[CAUSE_COUNT]; /* points >= 0 as given; a missing cause is 0 */
};

struct answer {
	struct object object;
	int respondent;
	int item;
	int state; /* enum answer_state */
	struct value value;
	const char *text;   /* open answers */
	const char *reason; /* of not_applicable */
	const char *comment, *quote, *evidence;
	int flag;     /* enum tri: follow up */
	int quotable; /* enum tri: the words were read, and may leave or are kept in */
};

struct route { /* one entry of the route test */
	struct object object;
	int party;
	int respondent;          /* -1: entered without one */
	int value[ROUTE_VALUES]; /* 1 to 5, INT_NONE absent */
};

struct objective {
	struct object object;
	const char *text, *measure, *why;
	const char *baseline, *target; /* as written: numbers or words */
	int due;                       /* day */
	int result;                    /* enum result, -1 none */
};

struct kpi {
	struct object object;
	int category; /* enum category */
	const char *name, *unit;
	int direction; /* enum direction */
	int start;     /* day */
	double baseline, target;
	int due;               /* day */
	const char *agreed_by; /* separated by '\n' */
};

struct actual { /* a dated reading of a KPI */
	struct object object;
	int kpi;
	int date;
	double value;
};

struct meeting { /* of a body of the charter, as its minutes have it */
	struct object object;
	int64_t at;
	const char *body;                          /* whose: "steering committee" */
	const char *decisions, *notes;             /* separated by '\n' */
	const char *decisions_filed, *notes_filed; /* what each was filed to: minutes.h */
};

struct escalation { /* something that was taken a level up */
	struct object object;
	int opened, closed; /* days; closed DATE_NONE: still open */
	int level;          /* of the charter, 1 to CHARTER_LEVELS; INT_NONE */
	const char *what;
};

struct day_off { /* on which nothing falls due; one a party and first day */
	struct object object;
	int party;
	int from, to; /* days, both included; to DATE_NONE: a single one */
	int yearly;   /* enum tri: on the same days of every year */
};

struct release { /* a joint edition that was handed out; it is never edited */
	struct object object;
	struct uuid round;   /* whose ratings it printed */
	int64_t at;          /* 0 unknown */
	const char *facts;   /* digest of how recorded facts weigh in what it withheld */
	const char *printed; /* what it said of the ratings: figures_valid(); NULL: not known */
};

/* Somebody on whose ratings it rests; of who is forgotten since only the party is left. */
struct release_rating {
	struct object object;
	int release;
	int number;             /* from 1; says nothing of the person */
	struct uuid respondent; /* who need not be there any more; none: forgotten */
	struct uuid party;      /* none: not known */
	const char *digest;     /* release_digest(); NULL: forgotten */
};

struct process {
	struct object object;
	const char *step, *note;
	int party;
	int problem; /* enum problem, -1 none */
	int place;   /* among the steps, from 1; INT_NONE: behind those that have one */
};

struct checklist { /* one row of a checklist that somebody filled in */
	struct object object;
	int row;   /* enum check_row */
	int value; /* enum check */
};

struct risk { /* or opportunity */
	struct object object;
	const char *text, *response, *owner;
	int party;
	const char *likelihood, *effect;
};

struct event { /* since the start or the last round; feeds no score */
	struct object object;
	int date;
	int kind;  /* enum happening, -1 not said */
	int party; /* index, -1: of no one side */
	const char *what, *effect;
};

struct incident {
	struct object object;
	int date;
	int party;
	const char *what, *consequence;
	int repaired; /* enum tri */
};

struct contribution {
	struct object object;
	int party;
	const char *brings, *would_lose;
};

struct note { /* a quick note, to be filed later */
	struct object object;
	int64_t at;
	const char *text;
	const char *filed; /* where it went, or NULL: still in the inbox */
};

struct milestone { /* of the original plan; feeds no score */
	struct object object;
	const char *text, *note;
	int due, reached; /* days; reached DATE_NONE: not reached */
};

struct answer_sheet { /* a form that a person fills alone */
	struct object object;
	int person;
	struct uuid token; /* by which what comes back is known */
	int written;       /* day it was last handed out */
	int closes;        /* day by which it is to be back; DATE_NONE: none was said */
	int read;          /* day on which answers were last read back; DATE_NONE: none were */
	int revoked;       /* day; DATE_NONE: what comes back is taken */
};

struct joint_objective { /* agreed for the next 12 to 24 months */
	struct object object;
	const char *text, *measure;
	const char *baseline, *target; /* as written: numbers or words */
	int due;                       /* day */
	const char *note;
};

/*
 * An action of the stored plan. What is NULL, absent or unknown is as the library says, so that
 * everything present was set by hand; but for start, due, active and findings, which a new draft
 * sets unless `dated` or `moved` says that a hand did.
 */
struct plan_action {
	struct object object;
	const char *library; /* id of the library's action; NULL: one of the user's own */
	int step;            /* 1 to 7, of one's own; INT_NONE: the library's */
	const char *title, *what, *done_when, *resources;
	int effort_days;
	const char *kpi;               /* id in the catalogue, or UUID of one's own */
	const char *retest, *required; /* ids of items, of actions; separated by '\n' */
	int quick_win;                 /* enum tri */
	int start, due;                /* days */
	int dated;                     /* enum tri: start and due by hand */
	int active;                    /* enum tri; else later */
	int moved;                     /* enum tri: active or later by hand */
	int status;                    /* enum status */
	const char *reason;            /* of blocked, of dropped */
	int closed;                    /* day it was done or dropped */
	const char *note;
	int objective;        /* index of the joint objective it serves, -1 */
	const char *findings; /* ids of what it answers, separated by '\n' */
	int stale;            /* enum tri: nothing calls for it any more */
	int adopted;          /* enum tri: it stays, whatever a redraw finds */
	int64_t drawn;        /* when drawing up the plan last changed its part; as changed */
	struct uuid round;    /* the assessment that drew it up; none: not known */
	const char *every;    /* how often it comes again: recurrence_valid(); NULL: it does not */
	int number; /* by which people call it, of this database alone: it does not travel, and is
		       never given twice in an alliance; 0: it is not stored yet */
	int added;  /* day of the redraw that brought it; DATE_NONE: it was there first */
};

struct owner { /* of an action or a joint objective; at most one a party */
	struct object object;
	int of; /* index of the action or objective */
	int person;
};

/* The plan of an alliance itself; at most one. */
struct plan_frame {
	struct object object;
	struct uuid round; /* the assessment that it was first drawn up from */
	int start;         /* day it starts, DATE_NONE: not chosen */
	int track;         /* enum track of the stored plan, -1 none */
	int horizon;       /* its months */
	int workshop;      /* day of the workshop on joint objectives */
	const char *relevant, *opportunities, *challenges; /* said there */
	int redrawn;    /* day of the last redraw, DATE_NONE: as it was first drawn up */
	int gates_from; /* number of the first gate that is not of an earlier redraw; INT_NONE: 1 */
	int gates_day;  /* from which their days count; DATE_NONE: the start */
	int works_year_end; /* enum tri: yes: 24 December to 1 January are days like others */
};

struct success { /* what success is for a party, said at the workshop */
	struct object object;
	int party;
	const char *text;
};

struct amendment { /* a point of the agreement for the lawyers of every side */
	struct object object;
	const char *text, *because;
	int settled; /* enum tri */
};

struct gate_decision {
	struct object object;
	int number;  /* 1 to GATE_NUMBER_MOST */
	int outcome; /* enum outcome, -1 open */
	int date;
	const char *note;
	struct uuid round; /* the assessment in which it was decided; none: not known */
	int kind, day; /* what it decided (enum gate_kind) and when it was due, once the plan has
			* gone on from it; -1, DATE_NONE: as the plan's track and start say */
};

struct assessment {
	struct object object;
	int kind; /* enum round_kind */
	const char *title;
	int date;
	int sealed;            /* day it was sealed, DATE_NONE: open */
	int objectives_agreed; /* enum tri */
	int64_t begun; /* when it began with what an earlier one knew: UTC milliseconds, 0 it
			  did not; the store's to say, as changed is */
};

/* What was known of the alliance in the round, its companies aside; at most one. */
struct profile {
	struct object object;
	const char *type;      /* id in the catalogue of types, or NULL */
	const char *ambitions; /* ids, most important first, separated by '\n'; or NULL */
	int contract_ends;     /* day */
	int notice_days;
	int amendable; /* enum tri */
	const char *exit_terms;
	int breach, litigation;        /* enum tri */
	int competitors;               /* enum tri: do the parties compete anywhere? */
	const char *competitors_where; /* or NULL */
};

/* The same of a party; at most one of each. */
struct party_profile {
	struct object object;
	int party;
	int size_class;  /* enum size_class, -1 unknown */
	int has_sponsor; /* enum tri */
	int stance;      /* enum stance */
	int escalated;   /* enum tri */
};

struct record {
	struct pool pool;
	const struct instrument *instrument;
	struct pool instrument_pool; /* owns it when it is not the built-in */
	struct alliance alliance;
	struct assessment assessment;
	struct party *parties;
	size_t party_count;
	struct person *people;
	size_t person_count;
	struct meeting *meetings;
	size_t meeting_count;
	struct escalation *escalations;
	size_t escalation_count;
	struct day_off *days_off;
	size_t day_off_count;
	struct release *releases; /* of all rounds */
	size_t release_count;
	struct release_rating *release_ratings;
	size_t release_rating_count;
	struct kpi *kpis;
	size_t kpi_count;
	struct actual *actuals;
	size_t actual_count;
	/* the alliance's plan; no actions: none is stored */
	struct plan_frame *plans;
	size_t plan_count;
	struct joint_objective *joint_objectives;
	size_t joint_objective_count;
	struct plan_action *actions;
	size_t action_count;
	struct owner *action_owners;
	size_t action_owner_count;
	struct owner *objective_owners;
	size_t objective_owner_count;
	struct success *successes;
	size_t success_count;
	struct gate_decision *gate_decisions;
	size_t gate_decision_count;
	struct amendment *amendments;
	size_t amendment_count;
	struct profile *profiles;
	size_t profile_count;
	struct party_profile *party_profiles;
	size_t party_profile_count;
	struct respondent *respondents;
	size_t respondent_count;
	struct answer *answers;
	size_t answer_count;
	struct route *routes;
	size_t route_count;
	struct objective *objectives;
	size_t objective_count;
	struct process *processes;
	size_t process_count;
	struct checklist *checklists;
	size_t checklist_count;
	struct risk *risks;
	size_t risk_count;
	struct event *events;
	size_t event_count;
	struct incident *incidents;
	size_t incident_count;
	struct contribution *contributions;
	size_t contribution_count;
	struct note *notes;
	size_t note_count;
	struct milestone *milestones;
	size_t milestone_count;
	struct answer_sheet *sheets;
	size_t sheet_count;
	/* of a sealed round: the KPIs as they were then, under their ids; record_kpis() */
	struct kpi *sealed_kpis;
	size_t sealed_kpi_count;
	struct actual *sealed_actuals;
	size_t sealed_actual_count;
	/* built by record_settle(): answer index by respondent × item, -1 none; below it a mark */
	int *grid;
};

void record_init(struct record *, const struct instrument *); /* objects set to "absent" */
void record_release(struct record *);

/*
 * Derived members after all objects are in: labels of parties that have none (the name), the grid.
 * The last answer of a (respondent, item) pair counts. Call again after answers or respondents are
 * added.
 */
void record_settle(struct record *);

/* The answer, or NULL when there is none (blank). Indices as in the arrays. */
const struct answer *record_answer(const struct record *, int respondent, int item);
/* The same to be changed: a blank one is added where there is none. Valid until the next addition.
 */
struct answer *record_put_answer(struct record *, int respondent, int item);
/* The rating v of rekindle-method(7) section 3.1 (reversed items turned), or 0 when not answered.
 */
int record_rating(const struct record *, int respondent, int item);
/* STATE_BLANK where there is no answer. */
enum answer_state record_state(const struct record *, int respondent, int item);
/* In an outline, for answers that have no more: all that record_state() and record_rating() say of
 * one; rating raw, 0 none. record_answer() has none there. */
void record_mark(struct record *, int respondent, int item, enum answer_state, int rating);
/* What was decided, or noted, at the gate of that number; NULL: nothing. Borrowed. */
struct gate_decision *record_gate_decision(const struct record *, int number);
/* The plan of the alliance itself: of one without, a plan of which nothing is known. */
const struct plan_frame *record_plan(const struct record *);
/* The same to be changed: added where there is none, and of this round. Valid until the next
 * addition. */
struct plan_frame *record_put_plan(struct record *);
/* KPIs with their readings, which know their KPI by its index among these. Borrowed. */
struct kpi_list {
	const struct kpi *kpis;
	size_t kpi_count;
	const struct actual *actuals;
	size_t actual_count;
};
/* Those that the round is judged by: of a sealed one as it was sealed, of an open one the
 * alliance's. */
struct kpi_list record_kpis(const struct record *);
/* The alliance's, as they are now. */
struct kpi_list record_kpis_now(const struct record *);
/* Does its direction say the opposite of target - baseline? Not while one of the two is missing. */
bool kpi_contradicts(const struct kpi *);
/* How many readings a KPI has. */
int kpi_readings(const struct kpi_list *, int kpi);
/* The profile of the round, of a party: where there is none, one of which nothing is known. */
const struct profile *record_profile(const struct record *);
const struct party_profile *record_party_profile(const struct record *, int party);
/* The same to be changed: added where there is none. Valid until the next addition. */
struct profile *record_put_profile(struct record *);
struct party_profile *record_put_party_profile(struct record *, int party);
/* A profile of which nothing is known, and one of each party, where there is none: two programs
 * that fill it in then write the same objects. */
void record_begin_profile(struct record *);
/* Does the party not answer, though that was escalated? */
bool record_party_silent(const struct record *, int party);
/* Value of a checklist row; CHECK_UNKNOWN when nobody filled it in. */
enum check record_check(const struct record *, enum check_row);
/* Is this rated item asked in a round of this kind at all? In a pulse only the health check is. */
bool record_asked(const struct record *, int respondent, int item);
/* At least one answered rated item that was asked (rekindle-method(7), section 5). */
bool record_has_data(const struct record *, int respondent);
/* How many answers a respondent of a settled record has, in whatever state but blank. */
int record_answers(const struct record *, int respondent);
/* Days after its due date on which the milestone was reached, or by which it is overdue on day; 0
 * in time; INT_NONE where it has no due date, or was not reached and day is DATE_NONE. */
int milestone_late(const struct milestone *, int day);
/* Put the steps of the joint work into the order of their places, those without one last, as they
 * were added. Indices of steps of before mean nothing any more. */
void record_order(struct record *);
/* Give every step a place such that the one at `from` stands where the one at `to` does (indices).
 * The array stays as it is until record_order(). */
void record_move_step(struct record *, size_t from, size_t to);
/* Is the person (index) one of those who are interviewed, heard or not? All are but who only owns
 * parts of the plan; whoever is a respondent of the round is one, whatever else is said. */
bool record_interviewee(const struct record *, int person);
/* How many of the people are. */
int record_interviewees(const struct record *);
/* Index of the party that is the user's own; the first when none is marked. */
int record_ours(const struct record *);
/* Does the imported alliance call itself an example (an unknown member `example`)? */
bool record_example(const struct record *);
/* The last word of a person's name with the small ones before it, "van den Berg"; borrowed from
 * name. */
const char *record_surname(const char *name);

#endif
