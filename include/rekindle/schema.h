/* SPDX-License-Identifier: MIT */
/*
 * The objects of record.h as data: kind by kind, field by field. Store (statements and columns),
 * exchange (JSON members and the order of lists) and forms read the same rows. A new member of an
 * object is one in its struct, one line at the end of its fields in schema.c, a column by a
 * migration, a line in rekindle-exchange(5).
 */
#ifndef REKINDLE_SCHEMA_H
#define REKINDLE_SCHEMA_H

#include <rekindle/record.h>

/* In the order in which they are read and written: no object refers to one of a later kind. Those
 * before the assessment are the alliance's, kind_is_shared(). */
enum kind {
	KIND_ALLIANCE,
	KIND_PARTY,
	KIND_PERSON,
	KIND_MEETING,
	KIND_ESCALATION,
	KIND_DAY_OFF,
	KIND_RELEASE,
	KIND_RELEASE_RATING,
	KIND_KPI,
	KIND_ACTUAL,
	KIND_PLAN,
	KIND_JOINT_OBJECTIVE,
	KIND_PLAN_ACTION,
	KIND_ACTION_OWNER,
	KIND_OBJECTIVE_OWNER,
	KIND_SUCCESS,
	KIND_GATE,
	KIND_AMENDMENT,
	KIND_ASSESSMENT,
	KIND_PROFILE,
	KIND_PARTY_PROFILE,
	KIND_RESPONDENT,
	KIND_ANSWER,
	KIND_ROUTE,
	KIND_OBJECTIVE,
	KIND_PROCESS,
	KIND_CHECKLIST,
	KIND_RISK,
	KIND_EVENT,
	KIND_INCIDENT,
	KIND_CONTRIBUTION,
	KIND_NOTE,
	KIND_MILESTONE,
	KIND_SHEET,
	KIND_SEALED_KPI, /* what a sealed round keeps of a KPI, of its readings */
	KIND_SEALED_ACTUAL,
	KIND_COUNT,
	KIND_NONE = -1
};

/* C type of the member at offset: text `const char *`; real `double`; instant `int64_t`;
 * value `struct value`; uuid `struct uuid`; everything else `int`. */
enum field_type {
	FIELD_TEXT,
	FIELD_LIST,     /* text: entries separated by '\n'; a JSON array of strings */
	FIELD_MOMENT,   /* text: a day, or a day and a time of it, ISO 8601 */
	FIELD_EVERY,    /* text: how often, recurrence_valid() */
	FIELD_FIGURES,  /* text: numbers by name, figures_valid(); a JSON object */
	FIELD_WHOLE,    /* INT_NONE absent */
	FIELD_RATING,   /* whole, 1 to 5 */
	FIELD_REAL,     /* NAN absent */
	FIELD_QUANTITY, /* text; in JSON a number or a string, written back as a number where it
			   reads as one */
	FIELD_TRI,      /* JSON true, false; absent unknown */
	FIELD_DATE,
	FIELD_INSTANT, /* UTC milliseconds, 0 absent */
	FIELD_WORD,    /* word of a vocabulary */
	FIELD_REF,     /* index of an object of another kind */
	FIELD_VALUE,   /* the value of an answer, by the kind of its item */
	FIELD_ITEM,    /* index of an item of the instrument; its id outside */
	FIELD_UUID,    /* of an object that need not be at hand; all zeros absent */
};

/* Is it a text in memory? */
bool field_is_text(enum field_type);

struct field {
	const char *name;   /* JSON member; a dot leads into an object: "contract.ends" */
	const char *column; /* SQL column */
	enum field_type type;
	size_t offset;
	const struct vocabulary *words; /* FIELD_WORD */
	enum kind ref;                  /* FIELD_REF */
	int absent;                     /* FIELD_WORD: value when absent */
	bool required;                  /* import refuses an object without it */
	bool never_null;                /* FIELD_TEXT: absent is "" */
	bool past;                      /* FIELD_DATE: of what has happened; a hint, no rule */
};

struct kind_info {
	const char *name;   /* "objective", for messages */
	const char *plural; /* "objectives", for messages */
	const char *list;   /* JSON array within the object of kind_within(): "workshop.success";
			       a plan or profile, of which there is one, is an object */
	const char *table;  /* SQL table */
	size_t size;
	size_t array, count; /* offsets of the pointer and of the count in struct record; alliance
				and assessment: array = offset of the object itself, count = 0 */
	enum kind parent;    /* whose row it belongs to */
	int code;            /* number in the change log of the store; never changes */
	bool has_id;         /* travels under a UUID of its own */
	const struct field *fields;
	size_t field_count;
};
extern const struct kind_info kind_info[KIND_COUNT];

/*
 * Is it a part of another object of the assessment (a reading of its KPI, an owner of its action)?
 * Its first field refers to that; in JSON it stands inside it.
 */
bool kind_is_part(enum kind);
/* Is it the alliance's, and the same in all of its rounds? */
bool kind_is_shared(enum kind);
/* Is it a copy that a sealed round keeps of what is the alliance's? An open round has none. */
bool kind_is_kept(enum kind);
/* Is there at most one a parent, which in JSON is no list but an object? */
bool kind_is_single(enum kind);
/* In whose JSON object its list stands: the parent, of answers the assessment, of what the plan is
 * made of the plan, of what is known of the parties the profile. */
enum kind kind_within(enum kind);
/* Does a member of another object refer to it, beside those that are a part of it? */
bool kind_is_referred(enum kind);

/* Is it who of a side owns something? It is known by the side: another person is a change of it. */
bool kind_is_owner(enum kind kind);
/* The UUID of one for a party, of the object that is owned. */
struct uuid owner_uuid(enum kind, const struct uuid *of, const struct uuid *party);
/* Is something in it that can bring it back after it was deleted: is it a round, or does an object
 * need a reference to it? Never an alliance, and none without an id. */
bool kind_is_container(enum kind);

/* Is this field of an action one that drawing up the plan sets? Its days are unless they are dated
 * by hand, and whether it is active unless a hand has moved it. */
bool action_field_is_drawn(size_t field, bool dated, bool moved);
/* Of the kinds without a UUID of their own: how many of their first fields say which it is, among
 * those of its parent; 0 of all others: an owner is known by its party, a single one by its kind.
 */
size_t kind_keys(enum kind);
/* The UUID by which an object is known everywhere: its own, else derived from its parent's and from
 * what it is about. */
struct uuid object_id(const struct record *, enum kind, const void *object);
/* Of a kind that has none of its own: another object of the record about the same, which would go
 * by the same UUID; its index, -1 none. self: where the object stands, or will; what stands there
 * about the same already has its twin and keeps it. */
int object_twin(const struct record *, enum kind, const void *object, size_t self);
/* When it was last changed, by people or by drawing up the plan; 0 unknown. */
int64_t object_time(enum kind, const void *object);

/* Does a text say how often something comes again, in the one way in which that is written? "day",
 * "week", "month", "quarter", "half-year", "year"; a number of them, "2 weeks", from 2 to 99 but of
 * quarters and half-years; of weeks also the weekday, "2 weeks on tuesday". */
bool recurrence_valid(const char *text);
/* The same of what somebody has typed, "every second Tuesday", "weekly", "2 weeks": as it is
 * stored, in pool; NULL: it says no such thing. */
const char *recurrence_read(struct pool *, const char *text);
/* Is a text a JSON object of names and numbers as it is stored, {"health":3.4}: without blanks,
 * names of lower case letters, digits, '.', '_' and '-', numbers of up to nine digits before the
 * point and four behind it, without an exponent? */
bool figures_valid(const char *text);

/* Every member set to its absent value; zeroes the rest. */
void object_init(enum kind, void *object);
/* Its texts, and all else that it points to, into pool: it is as before, and of that pool alone. */
void object_own(struct pool *, enum kind, void *object);
/* The same of a copy of another. */
void object_copy(struct pool *, enum kind, void *to, const void *from);
/* The index that a FIELD_REF of an object is, to read and to change. */
int object_reference(const struct field *, const void *object);
int *object_reference_in(const struct field *, void *object);
/* A new object of that kind at the end of its array in the record (pool memory). */
void *record_add(struct record *, enum kind);
/* The object at index (not the alliance, nor the assessment) out of its array, with all that cannot
 * be without it; the rest is untied from it, as the store does that. What stood behind it moves up:
 * indices and pointers of before mean nothing any more. Settles the record. */
void record_remove(struct record *, enum kind, size_t index);
/* The same of all of a kind that are marked, by index. */
void record_remove_all(struct record *, enum kind, const bool *gone);
/* The object at index, or NULL when out of range; index 0 for alliance and assessment. */
void *record_at(const struct record *, enum kind, size_t index);
size_t record_count(const struct record *, enum kind);
/* Index of the object with this UUID, -1 when there is none. */
int record_find(const struct record *, enum kind, const struct uuid *);

/* A number by the fewest digits that read back as the same, "3" for 3, without an exponent below
 * 1e15; in pool. NULL: NAN. */
const char *value_number(struct pool *, double);
/* An answer's value as one text (column `value`): rated and number "3", choice "always", multi ids
 * separated by ',', split "40 30 20 10" in the order of the causes. NULL for VALUE_NONE. In pool.
 */
const char *value_format(struct pool *, enum item_kind, const struct value *);
/* The reverse. False and VALUE_NONE when text is not a value of that kind (rated: whole, 1 to 5;
 * split: four numbers >= 0; check: yes, partly, no; date: ISO). Choice ids are not checked here. */
bool value_parse(struct pool *, enum item_kind, const char *text, struct value *);
bool value_same(const struct value *, const struct value *);

#endif
