/* SPDX-License-Identifier: MIT */
/*
 * Answers of a survey tool: its CSV file, read by a map (rekindle-survey(5)), as a document that
 * exchange_import() merges like any other. A fault names file, line and column of the table, or
 * file and line of the map.
 */
#ifndef REKINDLE_SURVEY_H
#define REKINDLE_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <rekindle/exchange.h>

/* Bytes of a map that are read. */
#define SURVEY_MAP_BYTES_MAX ((size_t)1 << 20)

struct survey_map;

/* The map that text is; name stands for it in messages. ERR_INVALID: with its line. Free after. */
enum err survey_map_read(
	const char *text, size_t n, const char *name, struct survey_map **, struct errmsg *why);
void survey_map_free(struct survey_map *); /* NULL is fine */
/* The map of that name which the program carries, "limesurvey", or NULL; *n its bytes. */
const char *survey_map_shipped(const char *name, size_t *n);
/* Add the names of all of them, in pool. */
struct texts;
void survey_map_names(struct pool *, struct texts *);
/* Of which round it says that it is: an ID, or NULL. */
const char *survey_map_round(const struct survey_map *);

/* What became of a column of the table: the cells of the rows that count, each once. */
struct survey_count {
	const char *name; /* as its heading has it; "" without one */
	const char *use;  /* what it is taken as, "strategy.fit.4", "party"; NULL: nothing */
	int taken;
	int left;    /* empty, of no use to the map, or of nobody who agrees to be heard */
	int refused; /* the map does not know what it says */
};

struct survey_report {
	int rows, counted, empty, without_consent; /* counted: that are somebody's answers; the
						      rest does not count by the map's rules */
	int refused;
	struct survey_count *columns; /* of the table, in pool */
	size_t column_count;
	const char *first; /* the first refusal, with its place; NULL: there is none */
	struct pool pool;
};
void survey_report_release(struct survey_report *);

/*
 * Read a table of n bytes by a map into a document of the round `round` (a stored record), which
 * has the people and answers of the table and nothing else. name stands for the table in messages.
 * Respondents are known by the map's key, the same in every file: what is read again is merged with
 * itself. Somebody of the alliance's people who is named is that person. ERR_INVALID with the
 * first fault; report then has all counts where only cells were refused (refused > 0), and is to be
 * released in any case. watch as exchange_watch; NULL for none.
 */
enum err survey_read(const char *text, size_t n, const char *name, struct survey_map *,
	const struct record *round, const struct exchange_watch *watch, struct exchange *,
	struct survey_report *, struct errmsg *why);

/*
 * Append a first map of the table: what can be seen of its form, and its columns with what they
 * hold, for somebody to say what they are. ERR_INVALID: it is no table.
 */
enum err survey_draft(
	const char *text, size_t n, const char *name, struct str *out, struct errmsg *why);

#endif
