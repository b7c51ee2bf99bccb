/* SPDX-License-Identifier: MIT */
/*
 * What the files of the loader share: the texts being read, the raw entries that libcyaml fills,
 * and the one way to report a fault in them.
 */
#ifndef REKINDLE_INSTRUMENT_INTERNAL_H
#define REKINDLE_INSTRUMENT_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

#include <rekindle/instrument.h>

#define LIST_MAX 2000 /* entries of a list: keeps every quadratic check short */
#define RATED_MAX 36  /* rated items asked of one role (rekindle-method(7), section 2) */

/* The lists of a bank. MEMBER_NONE: a member of the file itself, such as `id`. */
enum member {
	MEMBER_ITEMS,
	MEMBER_ROUTE,
	MEMBER_AMBITIONS,
	MEMBER_TYPES,
	MEMBER_FIT,
	MEMBER_KPIS,
	MEMBER_ACTIONS,
	MEMBER_COUNT,
	MEMBER_NONE = MEMBER_COUNT
};

/*
 * Raw entries hold every scalar as text: libcyaml would read `1.5` as the whole number 1 and
 * any word as true, so fields.c reads numbers and flags.
 */
struct raw_choice {
	char *id, *text;
};

struct raw_item {
	char *id, *kind, *section, *aspect, *topic, *shorthand, *text, *low, *mid, *high, *hint;
	char *field, *reversed, *core, *health_check;
	char **roles, **probes;
	unsigned roles_count, probes_count, choices_count;
	struct raw_choice *choices;
};

struct raw_route {
	char *id, *topic, *text, *low, *mid, *high;
	char **probes;
	unsigned probes_count;
};

struct raw_entry { /* ambitions, types */
	char *id, *name, *text;
};

struct raw_fit {
	char *ambition, *type, *fit, *reason;
};

struct raw_kpi {
	char *id, *category, *name, *unit, *direction, *text, *feeds;
	char **moved_by;
	unsigned moved_by_count;
};

struct raw_action {
	char *id, *step, *title, *what, *done_when, *owner, *partner_owner, *resources;
	char *effort_days, *weeks, *earliest_week, *quick_win, *social, *kpi, *source;
	char **tracks, **when, **unless, **requires, **retest, **instead_of;
	unsigned tracks_count, when_count, unless_count, requires_count, retest_count,
		instead_of_count;
};

struct raw_bank {
	char *id, *version, *title, *opening, *culture;
	struct raw_item *items;
	struct raw_route *route;
	struct raw_entry *ambitions, *types;
	struct raw_fit *fit;
	struct raw_kpi *kpis;
	struct raw_action *actions;
	unsigned items_count, route_count, ambitions_count, types_count, fit_count, kpis_count,
		actions_count;
};

struct file {
	const char *name;
	char *text; /* heap */
	size_t size;
	yaml_document_t document; /* libcyaml keeps no lines: faults get theirs from this tree */
	bool has_document;
	struct raw_bank *raw;       /* libcyaml's; NULL while not read and for an empty file */
	size_t first[MEMBER_COUNT]; /* place of its first entry in the joined list */
};

/* What a bank must keep to. Rows of rules[]; the names are in rekindle-instrument(5). */
enum rule {
	RULE_YAML,
	RULE_MEMBER,
	RULE_INCOMPLETE,
	RULE_DUPLICATE,
	RULE_REFERENCE,
	RULE_CIRCLE,
	RULE_TRIGGER,
	RULE_ANCHOR,
	RULE_ROLE,
	RULE_ASPECT,
	RULE_BLANK,
	RULE_UNREACHABLE,
	RULE_ORPHAN,
	RULE_UNSERVED,
	RULE_WORDING,
	RULE_ALIKE,
	RULE_LONG,
	RULE_HARD,
	RULE_PICTURE,
	RULE_ABSOLUTE,
	RULE_REVERSED,
	RULE_ASKED,
	RULE_CHECK,
	RULE_KPI,
	RULE_RIVAL,
	RULE_COUNSEL,
	RULE_COUNT
};

struct noted {
	struct bank_fault fault;
	size_t rank;  /* of the file; file_count: the bank as a whole */
	size_t order; /* of discovery: the last word in sorting */
};

struct loading {
	struct pool *pool;
	struct errmsg *why;
	const char *name;   /* of the whole: the path that was given */
	struct file *files; /* heap */
	size_t file_count;
	struct raw_bank all; /* joined lists in the pool; the texts are those of the files */
	enum err err;        /* of the first fault */
	bool collects;       /* the linter: faults are noted and end nothing */
	struct noted *noted; /* in the pool */
	size_t noted_count;
};

/* The loader stops at the first fault; the linter goes on. */
static inline bool loading_ended(const struct loading *loading)
{
	return loading->err && !loading->collects;
}

/* An entry of a joined list; with MEMBER_NONE the file of that index. */
struct place {
	struct loading *loading;
	enum member member;
	size_t index;
};

/* source.c: files and their trees. False after a fault, or ERR_FAILED in loading->err. */
bool source_path(struct loading *, const char *path);
bool source_add(struct loading *, const char *name, const char *text, size_t size);
bool source_parse(struct loading *, struct file *);
void source_release(struct loading *);

/* fault.c: nodes by name or index (from 0), NULL when there is none. */
yaml_node_t *tree_get(
	yaml_document_t *, const yaml_node_t *map, const char *key, yaml_node_t **key_node);
yaml_node_t *tree_at(yaml_document_t *, const yaml_node_t *list, size_t index);

/* Only the first fault counts for the loader, so that a conversion may simply go on; the linter
 * notes them all. field is NULL for the entry itself; the text begins after
 * "FILE:LINE: item ID: ". fault() is fault_of() with RULE_MEMBER. */
void fault(const struct place *, const char *field, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void fault_of(const struct place *, enum rule, const char *field, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* The same on the line of one element (from 0) of the list that the field is. */
void fault_element(const struct place *, enum rule, const char *field, size_t element,
	const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* Something that a whole list lacks: on the line where it first begins. */
void fault_list(struct loading *, enum rule, enum member, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void fault_bank(struct loading *, enum rule, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* RULE_YAML. */
void fault_line(struct loading *, const char *name, size_t line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* "item strategy.rationale.1: ", "route question number 3: ", … for an entry of a list. */
void fault_label(
	struct str *, enum member, size_t index, yaml_document_t *, const yaml_node_t *entry);
extern const char *const member_word[MEMBER_COUNT];
/* Is the field given, if only with an empty value? */
bool place_has(const struct place *, const char *field);

/* raw.c: libcyaml. */
bool raw_load(struct loading *, struct file *);
void raw_free(struct raw_bank *);
void raw_join(struct loading *);

/* fields.c: scalars and lists of one entry. */
const char *field_text(const struct place *, const char *raw);
/* "" when there is none, which is reported, so that a search may go on. */
const char *field_id(const struct place *, const char *raw);
bool field_flag(const struct place *, const char *field, const char *raw);
int field_number(
	const struct place *, const char *field, const char *raw, int least, int most, int absent);
int field_word(const struct place *, const char *field, const char *raw, const struct vocabulary *);
unsigned field_bits(const struct place *, const char *field, char *const *raw, unsigned count,
	const struct vocabulary *);
const char *const *field_texts(
	const struct place *, const char *field, char *const *raw, unsigned count);
const int *field_indices(const struct place *, const char *field, char *const *raw, unsigned count,
	const struct instrument *, int (*find)(const struct instrument *, const char *));

/* trigger.c: which member of an action a trigger stands in. */
enum clause { CLAUSE_EITHER, CLAUSE_WHEN, CLAUSE_UNLESS };
/* False with a reason that goes after "when: " and the rule that is broken. */
bool trigger_parse(
	const char *text, enum clause, struct trigger *, enum rule *, struct str *reason);
/* Append "killer governance", "aspect type.fit", "incident". */
void trigger_subject(struct str *, enum trigger_kind, int subject);
/* How many subjects the kind has; 1 for one that stands alone. */
int trigger_subjects(enum trigger_kind);

/* convert.c, convert_action.c: raw entries to the instrument, words and ids resolved. */
void convert_bank(struct loading *, struct instrument *);
void convert_actions(struct loading *, struct instrument *);

/* check.c, check_item.c, check_entry.c: what must hold once every word is known. */
void check_bank(struct loading *, const struct instrument *);
void check_items(struct loading *, const struct instrument *);
void check_complete(struct loading *, const struct instrument *);
/* Is it one? check_id() reports it when not. */
bool id_valid(const char *id, bool dotted);
void check_id(const struct place *, const char *id, bool dotted);
void check_anchors(const struct place *, const char *const anchors[3]);
void check_text(const struct place *, const char *field, const char *text);
/* Ids of a whole list, an array of any structs that begin with their id; called as soon as they
 * are known, so that a wrong id is not first reported where something refers to it. */
void check_ids(struct loading *, enum member, const void *entries, size_t count, size_t size);

/* load.c: as far as the faults allow; false when there is nothing to look at. */
bool load_bank(struct loading *, struct instrument *);

/* rules.c: what the linter asks. find is NULL where the reader and the validator ask it all. */
struct rule_info {
	const char *id, *states;
	void (*find)(struct loading *, const struct instrument *);
};
extern const struct rule_info rules[RULE_COUNT];

/* lint_*.c: the questions behind the table. */
void lint_anchors(struct loading *, const struct instrument *);
void lint_aspects(struct loading *, const struct instrument *);
void lint_blanks(struct loading *, const struct instrument *);
void lint_unreachable(struct loading *, const struct instrument *);
void lint_orphans(struct loading *, const struct instrument *);
void lint_unserved(struct loading *, const struct instrument *);
void lint_wording(struct loading *, const struct instrument *);
void lint_alike(struct loading *, const struct instrument *);
void lint_questions(struct loading *, const struct instrument *);
void lint_reading(struct loading *, const struct instrument *);
void lint_anchor_lengths(struct loading *, const struct instrument *);
void lint_absolutes(struct loading *, const struct instrument *);
void lint_reversed(struct loading *, const struct instrument *);
void lint_asked_roles(struct loading *, const struct instrument *);
void lint_health_check(struct loading *, const struct instrument *);
void lint_kpis(struct loading *, const struct instrument *);
void lint_rivals(struct loading *, const struct instrument *);
void lint_counsel(struct loading *, const struct instrument *);
/* The first item that fills the fact, with that choice if one is named; -1 when none does. */
int lint_fact(const struct instrument *, const char *field, const char *choice);
/* Which roles are asked a rated item of the scale, as bits. */
unsigned lint_roles(const struct instrument *, enum scale);
/* Append the words of a text in lower case, one blank between them, and nothing else of it. */
void lint_normal(struct str *, const char *text);

#endif
