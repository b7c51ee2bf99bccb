/* SPDX-License-Identifier: MIT */
/*
 * Minutes: whose a meeting was and when, what it decided and what was noted, each filed to an
 * action, a joint objective or a risk, or to nothing. A meeting keeps the texts and where they went
 * as lines side by side; here they are one list.
 */
#ifndef REKINDLE_MINUTES_H
#define REKINDLE_MINUTES_H

#include <stdbool.h>
#include <stddef.h>
#include <rekindle/schema.h>

/* The bodies of the charter that meet by the plan; their words are what a meeting's body says. */
enum body { BODY_STEERING, BODY_WORKING, BODY_COUNT };
extern const struct vocabulary vocabulary_body;
extern const struct vocabulary vocabulary_body_short; /* "steering", "working" */

enum minute_list { MINUTES_DECISIONS, MINUTES_NOTES, MINUTES_LISTS };
/* To a person quick notes alone. */
enum filed { FILED_NOWHERE, FILED_ACTION, FILED_OBJECTIVE, FILED_RISK, FILED_PERSON, FILED_KINDS };
extern const struct vocabulary vocabulary_filed; /* "-", "action", … */

struct minute { /* a decision or a note */
	const char *text;
	enum filed filed;
	const char *id; /* of the library's action, or the UUID; NULL: filed to nothing */
	int index;      /* of that in the record, -1: it is not there (any more) */
};

/* Which body's it was, -1: of neither. */
int meeting_body(const struct meeting *);
/* The day on which it was held; 0 in at is no day: DATE_NONE. */
int meeting_day(const struct meeting *);
/* An instant which is that day nearly wherever it is read. */
int64_t meeting_at(int day);
/* Index of the newest meeting of a body held before a day, -1 none. */
int meeting_before(const struct record *, enum body, int day);
/* Index of the meeting that a body held on a day, -1 none. */
int meeting_on(const struct record *, enum body, int day);

/* One list of a meeting; in pool. Risks are those of the record's round. */
struct minute *minutes_read(struct pool *, const struct record *, const struct meeting *,
	enum minute_list, size_t *count);
/* The list as it is from now on; texts in the record's pool, without blank ones, line breaks and
 * blanks at their ends. */
void minutes_write(
	struct record *, struct meeting *, enum minute_list, const struct minute *, size_t count);
/* A minute filed to an object of the record; nowhere: index is not looked at. In pool. */
struct minute minute_of(
	struct pool *, const struct record *, const char *text, enum filed, int index);
/*
 * A quick note as a minute. What its filed says in words of somebody's own is filed nowhere that is
 * known here, and stays as it is; note_is_filed() is true of it all the same. In pool.
 */
struct minute note_minute(struct pool *, const struct record *, const struct note *);
bool note_is_filed(const struct note *);
/* What filed of a note says of where a minute is filed, "risk 6f0e..."; NULL: nowhere. In pool. Its
 * words go nowhere else: they may be somebody's who was promised that they do not. */
const char *note_place(struct pool *, const struct minute *);
/*
 * Put line behind what the object that it is filed to has as its note (of a risk: the response),
 * unless it says so already; of the record. The object, whose kind is given, is to be stored; NULL:
 * nothing has changed.
 */
void *minute_file(struct record *, const struct minute *, const char *line, enum kind *kind);

#endif
