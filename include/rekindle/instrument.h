/* SPDX-License-Identifier: MIT */
/*
 * The question bank, read-only after load: items, catalogues, action library.
 * The built-in one (`core`), in every version that was released, is static tables, generated at
 * build time by the same loader that reads a user's file at run time. All lists are in file order,
 * files in name order; that is the "instrument order" of every output.
 */
#ifndef REKINDLE_INSTRUMENT_H
#define REKINDLE_INSTRUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <rekindle/err.h>
#include <rekindle/pool.h>
#include <rekindle/str.h>
#include <rekindle/terms.h>

struct choice {
	const char *id, *text;
};

struct item {
	const char *id; /* stable, lower case, dotted */
	enum item_kind kind;
	enum section section;
	enum scale scale; /* rated items; SCALE_NONE otherwise */
	bool reversed;    /* 1 is the healthy end */
	bool core;        /* asked first when minutes run out */
	bool health_check;
	unsigned roles;               /* bit 1 << enum role; all five when the bank names none */
	const char *topic;            /* heading of the question, best <= 24 cells */
	const char *shorthand;        /* the item in a list, best <= 38 cells; else the topic */
	const char *text;             /* with {us} and {them} */
	const char *low, *mid, *high; /* anchors of 1, 3, 5; rated items only */
	const char *hint;             /* or NULL */
	const char *field;            /* profile items: "alliance.type" and the like; else NULL */
	const char *const *probes;    /* for the interviewer only */
	size_t probe_count;
	const struct choice *choices; /* choice, multi; for split its four rows */
	size_t choice_count;
};

struct route_question { /* indexed by enum route_value */
	const char *topic, *text, *low, *mid, *high;
	const char *const *probes;
	size_t probe_count;
};

struct catalogue_entry { /* ambitions, alliance types */
	const char *id, *name, *text;
};

struct fit {
	int ambition, type; /* indices into the catalogues */
	int fit;            /* 0 to 3 */
	const char *reason;
};

enum feed { FEED_NONE, FEED_TRUST, FEED_SATISFACTION };

struct kpi_template {
	const char *id, *name, *unit, *text;
	enum category category;
	enum direction direction;
	enum feed feeds;
	unsigned moved_by; /* bit 1 << enum scale: what has to get better for it to move */
};

enum trigger_kind {
	TRIGGER_ASPECT,
	TRIGGER_GAP,
	TRIGGER_KILLER,
	TRIGGER_KNOCKOUT,
	TRIGGER_PITFALL,
	TRIGGER_SPECIAL,
	TRIGGER_PROCESS,
	TRIGGER_CHECKLIST,
	TRIGGER_INCIDENT,
	TRIGGER_EVENT,
	TRIGGER_TRACK,
	TRIGGER_SOUND, /* an aspect that is well: of `unless` only */
	TRIGGER_KIND_COUNT
};

/* One rule of a bank (rekindle-method(7), section 7, trigger grammar): what brings an action into a
 * plan, or (`unless`) keeps it out. */
struct trigger {
	enum trigger_kind kind;
	int subject;      /* enum of its kind: scale, killer, check_row, happening; incident: 0 */
	double threshold; /* aspect: score <, gap: gap >=, sound: score >=; else 0 */
};

struct action {
	const char *id;
	int step;        /* 1 to 7 */
	unsigned tracks; /* bit 1 << enum track: part of that track's baseline */
	const struct trigger *when;
	size_t when_count;
	const struct trigger *unless; /* any that holds keeps it out of a plan */
	size_t unless_count;
	const char *title, *what, *done_when, *resources;
	const char *source;             /* where the idea comes from; "" when none is given */
	enum role owner, partner_owner; /* on our side, on every other side */
	int effort_days, weeks, earliest_week;
	const int *required; /* indices of actions that must end before this one starts */
	size_t required_count;
	bool quick_win, social;
	int kpi;           /* index into kpis, -1 none */
	const int *retest; /* indices of items */
	size_t retest_count;
	const int *instead_of; /* indices of actions that are in no plan that calls for this one */
	size_t instead_of_count;
};

struct instrument {
	const char *id, *version;
	const char *title;   /* the id when the bank gives none */
	const char *opening; /* read aloud on the opening card; "" when the bank gives none */
	enum scale culture;  /* the aspect of the partner cause that asks about cultures */
	const struct item *items;
	size_t item_count;
	const int *items_by_id; /* indices of all items in the order of strcmp() on their ids */
	struct route_question route[ROUTE_VALUES];
	const struct catalogue_entry *ambitions;
	size_t ambition_count;
	const struct catalogue_entry *types;
	size_t type_count;
	const struct fit *fits;
	size_t fit_count;
	const struct kpi_template *kpis;
	size_t kpi_count;
	const struct action *actions;
	size_t action_count;
	int split;             /* index of the split item, -1 none */
	int check[CHECK_ROWS]; /* index of the item of each checklist row */
	const char *source;    /* loaded: what instrument_write() gives; built-in: NULL */
};

/* The newest built-in instrument, with which rounds begin; static, never freed. */
const struct instrument *instrument_builtin(void);
/* All its versions, the newest last: a round re-opens with the one that it was made with. */
const struct instrument *instrument_released(size_t *count);
/* The one of that id and version, or NULL. */
const struct instrument *instrument_known(const char *id, const char *version);
/* The bank that has what find (instrument_action() and the like) looks for, and where: the first,
 * else the newest built-in one that does, for a plan keeps what was drawn from another; NULL: none
 * has. */
const struct instrument *instrument_having(const struct instrument *first,
	int (*find)(const struct instrument *, const char *id), const char *id, int *at);
/* Append the versions of the built-in one: "1 and 2". */
void instrument_versions(struct str *);

/*
 * Read one YAML file or a folder of them. ERR_INVALID with file and line of the first fault,
 * ERR_FAILED when it cannot be read. Everything lives in pool.
 */
enum err instrument_load(
	const char *path, struct pool *, const struct instrument **, struct errmsg *why);
/* The same from the text of one document (a stored or imported bank); name stands for the file. */
enum err instrument_parse(const char *yaml, const char *name, struct pool *,
	const struct instrument **, struct errmsg *why);

/* One fault that the linter found. */
struct bank_fault {
	const char *file;
	size_t line;      /* from 1; 0: of the bank as a whole */
	const char *rule; /* rekindle-instrument(5), RULES */
	const char *id;   /* of the entry; NULL when it has none */
	const char *text; /* what is wrong; what to do */
};
struct bank_faults {
	struct bank_fault *list; /* by file, then line */
	size_t count;            /* 0: nothing to mend */
};

/*
 * The linter: every fault of a bank, those that the loader refuses and those that would only
 * show in a diagnosis. ERR_FAILED when it cannot be read; a faulty bank is ERR_NONE with faults.
 * Everything lives in pool.
 */
enum err instrument_lint(const char *path, struct pool *, struct bank_faults *, struct errmsg *why);
/* The same for the text of one document; name stands for the file. */
enum err instrument_lint_text(const char *yaml, const char *name, struct pool *,
	struct bank_faults *, struct errmsg *why);

/* Append the whole bank as one YAML document that instrument_parse() reads back to the same. */
void instrument_write(struct str *, const struct instrument *);

/* The trigger as a bank writes it, e.g. "aspect type.fit < 3.5", into buffer. */
#define TRIGGER_TEXT 64
const char *trigger_text(const struct trigger *, char buffer[TRIGGER_TEXT]);

/* Index, or -1. */
int instrument_item(const struct instrument *, const char *id);
int instrument_ambition(const struct instrument *, const char *id);
int instrument_type(const struct instrument *, const char *id);
int instrument_kpi(const struct instrument *, const char *id);
int instrument_action(const struct instrument *, const char *id);
/* 0 to 3, or -1 when the matrix lacks the pair; *reason (may be NULL) borrowed. */
int instrument_fit(const struct instrument *, int ambition, int type, const char **reason);
/* Is the item asked of this role? */
static inline bool item_asks(const struct item *item, enum role role)
{
	return item->roles >> role & 1u;
}

#endif
