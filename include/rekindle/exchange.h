/* SPDX-License-Identifier: MIT */
/*
 * rekindle-exchange(5): one JSON document with a whole alliance, written from the database and read
 * back. Reading checks everything before anything is changed; a fault names line and column.
 * And the plan as files for other programs: CSV for spreadsheets, iCalendar for calendars.
 */
#ifndef REKINDLE_EXCHANGE_H
#define REKINDLE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <rekindle/err.h>
#include <rekindle/plan.h>
#include <rekindle/pool.h>
#include <rekindle/record.h>
#include <rekindle/store.h>
#include <rekindle/str.h>

/* The alliance of this assessment with all its rounds (only: this round alone) as a document. */
enum err exchange_write(
	struct store *, int64_t assessment, bool only, struct str *out, struct errmsg *why);

/* A document in memory: one record per round, sharing the alliance. Each record owns its copy. */
struct exchange {
	struct record *rounds;
	size_t count;
	bool empty;                    /* the file had no assessments; the one round was made */
	struct store_deleted *deleted; /* of the file */
	size_t deleted_count;
	const char *text, *name; /* as it was read, for messages that name a place in it */
	size_t size;
	struct pool pool;
};
/* Parse and check text (name stands for it in messages). A file without assessments has one empty
 * baseline round made for it. */
enum err exchange_read(
	const char *text, size_t n, const char *name, struct exchange *, struct errmsg *why);
void exchange_release(struct exchange *);

/* plan --format json (rekindle(1)), pretty-printed, '\n' at the end: the same object that
 * stands in the document. */
void exchange_plan_json(struct str *, const struct record *, const struct plan *);

/*
 * CSV (RFC 4180), cell by cell. A text cell that a spreadsheet would take for a formula, at its
 * beginning or after blanks, gets an apostrophe in front; what could steer a terminal becomes
 * U+FFFD; line breaks stay, as \n within quotes. What is plain is a number, a date or a word of a
 * closed set and is written as it is.
 */
struct csv {
	struct str *out;
	bool begun; /* the row has a cell already */
};
void csv_text(struct csv *, const char *text); /* NULL: an empty cell */
void csv_plain(struct csv *, const char *word);
void csv_whole(struct csv *, int64_t number);
void csv_day(struct csv *, int day); /* ISO 8601; DATE_NONE: an empty cell */
void csv_end_row(struct csv *);

/* plan --format csv (rekindle(1)): a row of titles, then every action in plan order. */
void exchange_plan_csv(struct str *, const struct record *, const struct plan *);

/*
 * plan --format ics: an iCalendar (RFC 5545) with a day for every dated action, gate and recurring
 * event. UID follows from the ids of assessment and object. SEQUENCE is the number of the last
 * change in store that may show in the event: it rises with each and never goes down; 0 in a draft,
 * whose events are tentative, and for which store may be NULL. What was dropped, or dated once and
 * put off since, is cancelled. stamp_ms: UTC, the DTSTAMP.
 */
void exchange_plan_ics(
	struct str *, struct store *, const struct record *, const struct plan *, int64_t stamp_ms);

struct exchange_report {
	int added, changed, unchanged, deleted; /* objects */
	char (*conflicts)[160];                 /* one line each; free() */
	size_t conflict_count;
	int64_t assessment; /* newest round that the file touched; dry: that is
			       there already, or 0 */
};
/* Bring a document into the database in one transaction, merging by UUID: the later `changed` wins,
 * on a tie the greater JSON text. Nothing is changed when it fails, and nothing at all when dry. */
enum err exchange_import(
	struct store *, struct exchange *, bool dry, struct exchange_report *, struct errmsg *why);
/* Several, one after another: all of them or none. reports: one for each. */
enum err exchange_import_all(struct store *, struct exchange *files, size_t count, bool dry,
	struct exchange_report *reports, struct errmsg *why);

#endif
