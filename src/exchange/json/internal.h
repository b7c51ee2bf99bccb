/* SPDX-License-Identifier: MIT */
/*
 * What the files of this room share: places in a document, JSON text, objects as JSON members.
 */
#ifndef REKINDLE_EXCHANGE_INTERNAL_H
#define REKINDLE_EXCHANGE_INTERNAL_H

#include <jansson.h>

#include <rekindle/exchange.h>
#include <rekindle/plan.h>
#include <rekindle/schema.h>
#include <rekindle/words.h>

/* One step from the root of a document to a value; the root is the step without `up`. */
struct place {
	const struct place *up;
	const char *member; /* NULL: element number index of a list */
	size_t index;
};
#define PLACE_DEPTH 20

/* Line and column (characters, both from 1) of the value at place, or of the nearest value around
 * it when the text has none there. text has been accepted by the parser. */
void place_find(const char *text, size_t n, const struct place *, int *line, int *column);
/* "assessments[0].answers[3].value" */
void place_add(struct str *, const struct place *);

/* JSON text: members in their order, indented by 2 when pretty; what could steer a terminal
 * escaped. */
void json_emit(struct str *, json_t *, bool pretty);
/* The same in pool, compact. */
const char *json_keep(struct pool *, json_t *);
json_t *day_or_null(int day); /* ISO 8601; null for DATE_NONE */
/* settle.c: every text in it, at any depth, as utf8_settle() has it. */
void json_settle(json_t *);
/* Two JSON texts that say the same, whatever the order of members; NULL equals NULL. */
bool json_text_same(const char *a, const char *b);

/* The value of a dotted name, "contract.ends", or NULL. */
json_t *member_get(json_t *object, const char *name);
/* Is it there, as null? */
bool member_is_null(json_t *object, const char *name);
/* Set it, making the objects on the way; takes the value over. */
void member_set(json_t *object, const char *name, json_t *value);
/* The members of object that its kind does not know, as a new object, or NULL without any. */
json_t *members_unknown(enum kind, json_t *object);
/* The same for the document itself. */
json_t *members_unknown_top(json_t *root);
/* Add what object lacks, at every depth. */
void members_merge(json_t *object, json_t *extra);
/* Where the alliance keeps unknown members of the document itself. */
#define MEMBER_TOP "/"

/* One object as JSON, without what is nested in it. With extra: its unknown members too. */
json_t *object_compose(const struct record *, enum kind, const void *object, bool extra);

/* One member of it, NULL when it is absent or implied. */
json_t *object_member(
	const struct record *rec, enum kind, const void *object, const struct field *);

/* A number, whole ones without a fraction; NULL for what is no number. */
json_t *json_of_number(double x);

/* plan_write.c: the plan, and what the workshop has said, into the alliance. */
void plan_set(json_t *alliance, const struct record *);

/* ../merge/alike.c: what goes by one id is one. */
void join_alike(struct record *);

/* An instrument that a file names. */
struct bank {
	const char *id, *version;
	const char *yaml; /* NULL: the built-in */
	const struct instrument *instrument;
};

struct reader {
	const char *text;
	size_t n;
	const char *name;
	struct errmsg *why;
	struct exchange *out;
	json_t *names[KIND_COUNT]; /* of what is referred to: text to index, -1 ambiguous
				    */
	json_t *seen;              /* "kind uuid" of every object so far */
	struct bank *banks;        /* [0] is the built-in */
	size_t bank_count;
	struct uuid alliance;
	struct record *record;            /* round being read */
	const struct instrument *library; /* whose actions the plan being read is made of */
	struct uuid space;                /* of ids that are not UUIDs */
	/* the profile of rounds that have none: of the alliance, by index of its parties */
	struct profile former;
	struct party_profile former_of[PARTIES_MAX];
	int *grid; /* answers of the round by respondent and item, -1 none */
};

/* ERR_INVALID with file, line, column and path in front. */
enum err refuse(struct reader *, const struct place *, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* The same of a document that has been read. */
enum err refuse_read(const struct exchange *, const struct place *, struct errmsg *why,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* "must be a text, not a number" */
enum err refuse_type(struct reader *, const struct place *, json_t *, const char *wanted);
/* Absent and null are alike: NULL. */
json_t *json_member(json_t *object, const char *name);
#define MEMBER_DEPTH 4 /* parts of a dotted name */
/* From *value to what a dotted name leads to within it, NULL when it is absent, and its place;
 * refused when an object on the way is none. steps has room for the name's parts and keeps them. */
enum err member_enter(struct reader *, const struct place *up, const char *name, json_t **value,
	struct place steps[MEMBER_DEPTH], const struct place **at);

/* Fields, unknown members and UUID of one object; then what its kind demands. */
enum err read_object(struct reader *, const struct place *, json_t *, enum kind, void *object);
/* What files of before there was a profile in each round say in the alliance, or one of its
 * parties: its fields but those that say which it is. */
enum err read_former(struct reader *, const struct place *, json_t *, enum kind, void *object);
enum err read_member(struct reader *, const struct place *, json_t *, const struct field *, void *);
enum err read_value(
	struct reader *, const struct place *, json_t *, const struct item *, struct value *);
enum err check_object(struct reader *, const struct place *, json_t *, enum kind, void *object);
/* Does the file say what the field at this offset is? Note that it does, or does not. */
bool field_is_given(enum kind, const void *object, size_t offset);
void field_give(enum kind, void *object, size_t offset, bool given);
/* UUID of an object from its `id`. */
enum err read_id(struct reader *, const struct place *, json_t *, enum kind, void *object);
/* The UUID that a text stands for: itself, or derived in the space. */
struct uuid id_uuid(const struct uuid *space, enum kind, const char *text);
/* Remember an object; false when it has been there before. */
bool id_new(struct reader *, enum kind, const struct uuid *);
/* Is there an id in any list within object? */
bool carries_id(json_t *object);
/* Make objects of kind known by id, label and name; list: their JSON, NULL for none. */
void names_collect(struct reader *, enum kind, json_t *list);
/* One that was made beside the list. */
void names_add_id(struct reader *, enum kind, const struct uuid *, size_t index);
/* Index that a text refers to; -1 ambiguous, -2 none. */
int names_find(struct reader *, enum kind, const char *text);

enum err read_banks(struct reader *, json_t *root);
/* The instrument that object's `instrument` names, else fallback. */
enum err read_bank(struct reader *, const struct place *, json_t *object, const struct bank **);
enum err read_alliance(struct reader *, const struct place *, json_t *, bool named);
/* plan_take.c */
enum err check_action(struct reader *, const struct place *, json_t *, void *object);
enum err check_gate(struct reader *, const struct place *, json_t *, void *object);
/* The owners of the entries of a list of the plan, "actions": of the objects of the record, which
 * has no others. */
enum err read_all_owners(
	struct reader *, const struct place *plan, json_t *, const char *member, enum kind);
enum err read_round(struct reader *, const struct place *, json_t *, size_t index);
/* round.c: the profile of the round in its record: its own, else that of the alliance; json: of the
 * round, NULL for none. */
enum err read_profile(struct reader *, const struct place *, json_t *);
/* round.c: the list of a kind within an object, where there is one; and the objects of one kind. */
enum err read_list(struct reader *, const struct place *, json_t *owner, enum kind);
/* common.c: KPIs and plan of the alliance, into the last round: what older files say of them in
 * their rounds is made one. */
enum err read_common(struct reader *, json_t *alliance, json_t *rounds);

/* csv.c: the owner's name, the role of one who is not to be named; NULL: nobody known. */
/* An alliance without its rounds, and a round, with all that a full copy has of them. */
json_t *compose_alliance(const struct record *);
json_t *compose_round(const struct record *);
/* What a joint edition has of the plan. */
json_t *compose_joint_plan(const struct record *, const struct edition_plan *);
/* Of an object, or of each in a list, what the joint edition has: these members (up to NULL), so
 * nothing that is for one side's eyes, or that this program does not know. */
void members_keep(json_t *object, const char *const *names);
void members_keep_of_all(json_t *array, const char *const *names);
const char *plan_owner_text(const struct record *, const struct planned_action *, size_t party);
/* Does such a reason say of a side that it holds back, blames or breaks something, or can it not be
 * read? Its id is for one side's eyes. */
bool plan_finding_accuses(const struct record *, const char *id);

#endif
