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

#define LIST_MAX 2000             /* entries of a list: keeps every quadratic check short */
#define RATED_MAX 36              /* rated items asked of one role (method.md, section 2) */

/* The lists of a bank. MEMBER_NONE: a member of the file itself, such as `id`. */
enum member { MEMBER_ITEMS, MEMBER_ROUTE, MEMBER_AMBITIONS, MEMBER_TYPES, MEMBER_FIT, MEMBER_KPIS,
	MEMBER_ACTIONS, MEMBER_COUNT, MEMBER_NONE = MEMBER_COUNT };

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

struct raw_entry {                /* ambitions, types */
	char *id, *name, *text;
};

struct raw_fit {
	char *ambition, *type, *fit, *reason;
};

struct raw_kpi {
	char *id, *category, *name, *unit, *direction, *text, *feeds;
};

struct raw_action {
	char *id, *step, *title, *what, *done_when, *owner, *partner_owner, *resources;
	char *effort_days, *weeks, *earliest_week, *quick_win, *social, *kpi, *source;
	char **tracks, **when, **requires, **retest;
	unsigned tracks_count, when_count, requires_count, retest_count;
};

struct raw_bank {
	char *id, *version, *title, *opening;
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
	char *text;               /* heap */
	size_t size;
	yaml_document_t document; /* libcyaml keeps no lines: faults get theirs from this tree */
	bool has_document;
	struct raw_bank *raw;     /* libcyaml's; NULL while not read and for an empty file */
	size_t first[MEMBER_COUNT]; /* place of its first entry in the joined list */
};

struct loading {
	struct pool *pool;
	struct errmsg *why;
	const char *name;         /* of the whole: the path that was given */
	struct file *files;       /* heap */
	size_t file_count;
	struct raw_bank all;      /* joined lists in the pool; the texts are those of the files */
	enum err err;             /* of the first fault; later ones are not reported */
};

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
yaml_node_t *tree_get(yaml_document_t *, const yaml_node_t *map, const char *key,
	yaml_node_t **key_node);
yaml_node_t *tree_at(yaml_document_t *, const yaml_node_t *list, size_t index);

/* Only the first fault counts, so that a conversion may simply go on.
 * field is NULL for the entry itself; the text begins after "FILE:LINE: item ID: ". */
void fault(const struct place *, const char *field, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void fault_bank(struct loading *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void fault_line(struct loading *, const char *name, size_t line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* "item strategy.rationale.1: ", "route question number 3: ", … for an entry of a list. */
void fault_label(struct str *, enum member, size_t index, yaml_document_t *,
	const yaml_node_t *entry);
extern const char *const member_word[MEMBER_COUNT];
/* Is the field given, if only with an empty value? */
bool place_has(const struct place *, const char *field);

/* raw.c: libcyaml. */
bool raw_load(struct loading *, struct file *);
void raw_free(struct raw_bank *);
void raw_join(struct loading *);

/* fields.c: scalars and lists of one entry. */
const char *field_text(const struct place *, const char *raw);
bool field_flag(const struct place *, const char *field, const char *raw);
int field_number(const struct place *, const char *field, const char *raw, int least, int most,
	int absent);
int field_word(const struct place *, const char *field, const char *raw,
	const struct vocabulary *);
unsigned field_bits(const struct place *, const char *field, char *const *raw, unsigned count,
	const struct vocabulary *);
const char *const *field_texts(const struct place *, const char *field, char *const *raw,
	unsigned count);
const int *field_indices(const struct place *, const char *field, char *const *raw, unsigned count,
	const struct instrument *, int (*find)(const struct instrument *, const char *));

/* trigger.c. False with a reason that goes after "when: ". */
bool trigger_parse(const char *text, struct trigger *, struct str *reason);

/* convert.c, convert_action.c: raw entries to the instrument, words and ids resolved. */
void convert_bank(struct loading *, struct instrument *);
void convert_actions(struct loading *, struct instrument *);

/* check.c, check_item.c: what must hold once every word is known. */
void check_bank(struct loading *, const struct instrument *);
void check_items(struct loading *, const struct instrument *);
void check_complete(struct loading *, const struct instrument *);
void check_id(const struct place *, const char *id, bool dotted);
void check_text(const struct place *, const char *field, const char *text);
/* Ids of a whole list, an array of any structs that begin with their id; called as soon as they
 * are known, so that a wrong id is not first reported where something refers to it. */
void check_ids(struct loading *, enum member, const void *entries, size_t count, size_t size);

#endif
