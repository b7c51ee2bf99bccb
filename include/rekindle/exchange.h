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
#include <rekindle/edition_plan.h>
#include <rekindle/err.h>
#include <rekindle/plan.h>
#include <rekindle/pool.h>
#include <rekindle/record.h>
#include <rekindle/schema.h>
#include <rekindle/settings.h>
#include <rekindle/store.h>
#include <rekindle/str.h>

/* The alliance of this assessment with all its rounds (only: this round alone) as a document. */
enum err exchange_write(
	struct store *, int64_t assessment, bool only, struct str *out, struct errmsg *why);

/* Asked now and then while much is being done, with how much of how much is; false: it is to stop,
 * and nothing is changed. */
struct exchange_watch {
	bool (*goes_on)(void *context, size_t done, size_t all);
	void *context;
};

/* A document in memory: one record per round, sharing the alliance. Each record owns its copy. */
struct exchange {
	struct record *rounds;
	size_t count;
	bool empty;  /* the file had no assessments; the one round was made */
	bool *keeps; /* of each round: is it said which KPIs it was sealed with, if it was? */
	struct store_deleted *deleted; /* of the file */
	size_t deleted_count;
	const char *text, *name; /* as it was read, for messages that name a place in it */
	size_t size;
	const struct exchange_watch *watch; /* of its import, or NULL */
	const char *undo;                   /* what its entry of undo is called, NULL: import */
	struct pool pool;
};
/* Bytes of one document that are read; in memory they become twenty times as many. */
#define EXCHANGE_BYTES_MAX ((size_t)256 << 20)
/* Parse and check text (name stands for it in messages). A file without assessments has one empty
 * baseline round made for it. */
enum err exchange_read(
	const char *text, size_t n, const char *name, struct exchange *, struct errmsg *why);
void exchange_release(struct exchange *);

/* plan --format json (rekindle(1)), pretty-printed, '\n' at the end: the same object that
 * stands in the document. */
void exchange_plan_json(struct str *, const struct record *, const struct plan *);
/* The same of a joint edition, which says so: what it shows, without notes, marks of redraws and
 * members that this program does not know. No file to import. */
void exchange_plan_joint_json(struct str *, const struct record *, const struct edition_plan *);

/*
 * CSV (RFC 4180), cell by cell. A text cell that a spreadsheet would take for a formula, at its
 * beginning or after blanks, gets an apostrophe in front; what could steer a terminal becomes
 * U+FFFD; line breaks stay, as \n within quotes. What is plain is a number, a date or a word of a
 * closed set and is written as it is.
 */
struct csv {
	struct str *out;
	enum csv_for program;
	bool begun; /* the row has a cell already */
};
/* At the beginning of a file, for the program of settings(). */
void csv_begin(struct csv *, struct str *out);
void csv_text(struct csv *, const char *text); /* NULL: an empty cell */
void csv_plain(struct csv *, const char *word);
void csv_whole(struct csv *, int64_t number);
void csv_number(struct csv *, double number); /* by the fewest digits that read back as the same */
void csv_day(struct csv *, int day);          /* ISO 8601; DATE_NONE: an empty cell */
void csv_end_row(struct csv *);

/* export --share (rekindle(1)): what the other company may have, as a document that can be
 * imported: recorded facts of this round, charter, KPIs, and of the plan what the joint edition
 * shows. No respondents, answers, routes, stances or notes; of the people those who own something.
 */
void exchange_share(struct str *, const struct record *, const struct edition_plan *);
/* plan --redraw --format json (rekindle(1)): what a redraw would change, pretty-printed. */
void exchange_redraw_json(struct str *, const struct record *, const struct plan_redraw *);
/* plan --shift --format json: what a shift of the stored plan would change. */
void exchange_shift_json(
	struct str *, const struct record *, const struct plan *, const struct plan_shift *);
/* plan --format csv (rekindle(1)): a row of titles, then every action in plan order. The plan is
 * what the edition shows; its name stands in every row, and the joint one has no notes. */
void exchange_plan_csv(struct str *, const struct record *, const struct plan *, enum edition);

/* plan --format xlsx: a workbook of the same, with a sheet a phase, the gates, the KPIs and their
 * readings, and the weeks; what of it is late is so on that day. As office.h has it of workbooks:
 * ERR_FAILED where the library is missing. */
enum err exchange_plan_xlsx(struct str *, const struct record *, const struct plan *, enum edition,
	int today, struct errmsg *why);

/* What of it is asked for alone: one action, by its place in the plan; one gate, from 0. As plan
 * --format json has them; the caller's. */
struct json_t;
struct json_t *exchange_action(const struct record *, const struct plan *, size_t place);
struct json_t *exchange_gate(const struct record *, const struct plan *, size_t gate);
/* Any object with every member, null where it has none, but for when it was changed. */
struct json_t *exchange_object(const struct record *, enum kind, const void *object);

/*
 * plan --format ics: an iCalendar (RFC 5545) with a day for every dated action, gate and recurring
 * event. UID follows from the ids of the objects, and of what the plan was drawn up from. SEQUENCE
 * is the number of the last change in store that may show in the event: it rises with each and
 * never goes down; 0 in a draft, whose events are tentative, and for which store may be NULL. What
 * was dropped, or dated once and put off since, is cancelled. The plan is what the edition shows;
 * the calendar says which it is. stamp_ms: UTC, the DTSTAMP.
 */
void exchange_plan_ics(struct str *, struct store *, const struct record *, const struct plan *,
	enum edition, int64_t stamp_ms);

/* meeting ID agenda --format ics: one day with the agenda. Where the stored plan has a meeting of
 * the body on it, that meeting of the series, with its UID. today, stamp_ms as above. */
struct agenda;
void exchange_agenda_ics(struct str *, struct store *, const struct record *, const struct plan *,
	const struct agenda *, int today, int64_t stamp_ms);

/*
 * The days of the events of a calendar file, in the order of the file; of those that were cancelled
 * none. ERR_INVALID, with name and line: it is no calendar, an event has no day or a longer time
 * than any closure, or comes again otherwise than on the same days of every year.
 */
#define CALENDAR_EVENTS_MOST 5000
#define CALENDAR_DAYS_MOST 400
#define CALENDAR_BYTES_MOST (4 << 20)
struct calendar_day {
	int first, last; /* both included */
	bool yearly;
};
enum err exchange_calendar_read(const char *text, size_t size, const char *name, struct pool *,
	struct calendar_day **, size_t *count, struct errmsg *why);

/* What becomes of an object, or a member of one, of which file and database say different things.
 */
enum verdict {
	VERDICT_TAKEN,     /* the file's is later */
	VERDICT_KEPT,      /* the database's is later, or the file does not say when */
	VERDICT_SEALED,    /* the round is sealed: nothing in it changes */
	VERDICT_DELETED,   /* the file deletes it later than it was changed here */
	VERDICT_GONE,      /* it was deleted here, later than the file's was changed */
	VERDICT_REVIVED,   /* deleted, but something in it was changed later */
	VERDICT_FORGOTTEN, /* forgotten here: never taken again */
	VERDICT_COUNT
};
extern const struct vocabulary vocabulary_verdict; /* "taken", "kept" */

struct difference {
	enum verdict verdict;
	enum kind kind;
	struct uuid id;
	const char *name;          /* what it is called, raw, never NULL */
	const char *member;        /* NULL: the whole object */
	const char *here, *there;  /* the database's value and the file's as JSON; NULL: nothing */
	int64_t here_at, there_at; /* when; 0 unknown */
};

struct exchange_report {
	int added, changed, unchanged, deleted; /* objects */
	struct difference *differences;         /* in pool, in the order of the file */
	size_t difference_count;
	int64_t ahead;      /* latest change of the file, where that is over a day ahead of now */
	int64_t assessment; /* newest round that the file touched; dry: that is
			       there already, or 0 */
	struct pool pool;
};
void exchange_report_release(struct exchange_report *);

enum import_how {
	IMPORT_PLAINLY,
	IMPORT_DRY = 1,    /* change nothing, but report what would be */
	IMPORT_THEIRS = 2, /* what does not say when it was changed counts as changed now */
};
/*
 * Bring a document into the database as one entry of undo, object by object, in the order of
 * rekindle-exchange(5): the later change wins, on a tie the greater text; a deletion loses to a
 * later change. how: bits of import_how. Nothing is changed when it fails.
 */
enum err exchange_import(struct store *, struct exchange *, unsigned how, struct exchange_report *,
	struct errmsg *why);
/* The example that the program carries, into a database that has nothing: its newest round, and the
 * day on which its story ends, which clock_stand() takes. Nothing is changed when it fails. */
enum err exchange_example(struct store *, int64_t *assessment, int *day, struct errmsg *why);
/* Several, one after another: all of them or none. reports: one for each, to be released also after
 * a failure. */
enum err exchange_import_all(struct store *, struct exchange *files, size_t count, unsigned how,
	struct exchange_report *reports, struct errmsg *why);

#endif
