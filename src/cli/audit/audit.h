/* SPDX-License-Identifier: MIT */
/*
 * The lists of the command audit: each a row, over the fields of schema.h.
 */
#ifndef REKINDLE_CLI_AUDIT_H
#define REKINDLE_CLI_AUDIT_H

#include "../record/record_commands.h"

/* How many objects a list has, and how one of them is meant. */
enum audit_way {
	AUDIT_MANY,   /* any number, by the beginning of its id */
	AUDIT_ONE,    /* always one: no id */
	AUDIT_EACH,   /* one of each company, by its name, label, number or id */
	AUDIT_CHECKS, /* rows of a checklist, ROW=VALUE */
	AUDIT_WAYS
};

#define AUDIT_ONLY_MOST 2

struct audit_list {
	const char *name;
	const char *one; /* of its objects, for messages: "an incident" */
	enum kind kind;
	enum audit_way way;
	const char *only[AUDIT_ONLY_MOST]; /* the fields that it offers; none: all */
	const char *within; /* "charter.": only fields of that, named without it; NULL: all */
};
extern const struct audit_list audit_lists[];
extern const size_t audit_list_count;
/* NULL: there is none of that name. */
const struct audit_list *audit_list_find(const char *name);
const char *audit_list_names(struct pool *);

/* Field i of the list's kind: is it one that is given and shown? */
bool audit_offers(const struct audit_list *, const struct field *);
const char *audit_field_name(const struct audit_list *, const struct field *); /* as it is typed */
const char *audit_fields(struct pool *, const struct audit_list *);            /* their names */

struct audit {
	struct cli *cli;
	struct loaded *loaded;
	const struct audit_list *list; /* NULL: all that can be confirmed */
	struct audit_owners *owners;   /* that were given; NULL: none can be */
};

/* audit_owners.c: who is responsible for a joint objective, given and shown as a field, owner=. */
struct audit_owners {
	struct owner_choice choice[PARTIES_MAX];
	int count;
};
#define AUDIT_OWNER "owner"
bool audit_has_owners(const struct audit_list *);
/* Is it the owner that is given? */
bool audit_gives_owner(const struct audit *, const char *assignment);
enum err audit_take_owner(const struct audit *, const char *assignment, struct errmsg *why);
/* Those that were given, of the object; in a step of undo that is begun. */
enum err audit_put_owners(const struct audit *, const void *object, struct errmsg *why);
void audit_tell_owners(const struct audit *);
/* "Nordwind=Ana Ruiz", as it is given; NULL: nobody on that side. In pool. */
const char *audit_owner_text(const struct audit *, size_t index, int party);
struct json_t *audit_owners_json(const struct audit *, size_t index);

/* audit_find.c: the object that is meant, as an index in the record. ERR_USAGE. */
enum err audit_find(const struct audit *, const char *typed, size_t *index, struct errmsg *why);
/* The object of AUDIT_ONE, of a company of AUDIT_EACH, made where there is none yet. */
void *audit_object(const struct audit *, size_t index);

/* audit_take.c: "FIELD=VALUE" into an object; ERR_USAGE: no such field, no such value. */
enum err audit_take(const struct audit *, void *object, const char *assignment, struct errmsg *why);
/* audit_check.c: is an object whole: has it what it needs, does nothing in it contradict the rest,
 * is there no other of the same? index: its own. */
enum err audit_check(const struct audit *, const void *object, size_t index, struct errmsg *why);

/* audit_print.c: what a field holds, as FIELD=VALUE takes it; NULL: nothing. In pool. */
const char *audit_value(
	struct pool *, const struct record *, const struct field *, const void *object);
/* What an object goes by: its text, else the first member that it always has. In pool. */
const char *audit_name(const struct audit *, const void *object);
/* The same cut to what a message has room for. In pool. */
const char *audit_called(const struct audit *, const void *object);
enum err audit_print(const struct audit *, struct errmsg *why);
enum err audit_print_one(const struct audit *, size_t index, struct errmsg *why);

/* audit_calendar.c: days off from a calendar file. */
enum err audit_read_calendar(const struct audit *, struct errmsg *why);

/* audit_confirm.c: what the list has from the round before holds in this one. */
#define AUDIT_ALL "all"
enum err audit_confirm(const struct audit *, struct errmsg *why);

/* audit_checks.c: the rows of a checklist. */
bool audit_checks_has(const struct audit_list *, int row);
enum err audit_checks_print(const struct audit *, struct errmsg *why);
enum err audit_checks_set(const struct audit *, struct errmsg *why);
enum err audit_checks_drop(const struct audit *, struct errmsg *why);

#endif
