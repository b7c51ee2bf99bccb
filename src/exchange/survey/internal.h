/* SPDX-License-Identifier: MIT */
/*
 * What the files of this folder share: a map as it is read, a table of cells, who has said what.
 */
#ifndef REKINDLE_EXCHANGE_SURVEY_INTERNAL_H
#define REKINDLE_EXCHANGE_SURVEY_INTERNAL_H

#include <yaml.h>
#include <rekindle/survey.h>

/* One column of the table, as the map says which: by heading, by position, by Qualtrics's id. */
struct survey_column {
	const char *text, *import_id;
	int position; /* from 1, 0 not said */
	int nth;      /* of several with that heading, from 1; 0 not said */
	int line;     /* of the map; 0: the map names no column here */
	int at;       /* index in the table, survey_bind(); -1 none */
};

/* What words of the tool mean. */
struct survey_word {
	const char *word;    /* as survey_fold() has it */
	const char *means;   /* as the map has it */
	const char *spelled; /* the word as the map has it */
};
struct survey_words {
	struct survey_word *list;
	size_t count;
};

/* Something that every row says, or the map for all of them. */
struct survey_given {
	const char *fixed;
	struct survey_column column;
	struct survey_words values;
	int line;
};

enum survey_order { ORDER_NONE, ORDER_YEAR, ORDER_DAY, ORDER_MONTH };
/* How days are written. */
struct survey_form {
	enum survey_order order;
	const char *zone;         /* of what has none of its own; NULL: UTC */
	const char *day_zone;     /* in which days are counted; NULL: as it is written */
	struct survey_words none; /* what is no day */
};
struct survey_date {
	struct survey_column column;
	struct survey_form form;
};

/* Which rows count: those that say one of `only`, none of `except`. */
struct survey_rule {
	struct survey_column column;
	struct survey_words only, except;
	int line;
};

/* One column of several that make an answer. */
struct survey_part {
	const char *name; /* of the choice, of the cause */
	struct survey_column column;
	struct survey_words is, is_not;
};

struct survey_answer {
	const char *item, *scale, *separator;
	struct survey_column column, comment;
	struct survey_words values;
	struct survey_form form;
	struct survey_part *parts;
	size_t part_count;
	bool reversed;
	int line;
	int item_at; /* index in the instrument, survey_bind() */
};

struct survey_scale {
	const char *name;
	struct survey_words values;
};

struct survey_map {
	struct pool pool;
	const char *name; /* of the file, for messages */
	const char *survey, *round;
	const char *encoding; /* NULL: to be seen */
	char separator, decimal;
	int header_rows, skip_rows;
	unsigned name_rows; /* bit 1 << row */
	const char *group;
	bool tag_row, short_rows;
	bool nothing_not_asked;
	struct survey_rule *rules;
	size_t rule_count;
	struct survey_column *keys;
	size_t key_count;
	struct survey_given party, role, person, attribution, consent;
	struct survey_date date;
	struct survey_scale *scales;
	size_t scale_count;
	struct survey_answer *answers;
	size_t answer_count;
};

/* yaml.c: walking a map. The first fault stays. */
struct mapper {
	yaml_document_t document;
	struct survey_map *map;
	struct pool *pool;
	const char *name;
	struct errmsg *why;
	enum err err;
};
/* ERR_INVALID with file and line of the node. */
void map_fault(struct mapper *, const yaml_node_t *, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* One member of a mapping: what it is taken by, into where within the object. */
struct member {
	const char *name;
	void (*take)(struct mapper *, const yaml_node_t *, void *into);
	size_t offset;
};
/* Each pair of a mapping by its member; one that is unknown or given twice is a fault. what: of
 * what it is a member, for messages. */
void map_members(struct mapper *, const yaml_node_t *, const struct member *, size_t count,
	void *object, const char *what);
/* Each pair of a mapping whose keys are the user's. */
void map_pairs(struct mapper *, const yaml_node_t *,
	void (*take)(struct mapper *, const char *key, const yaml_node_t *, void *into),
	void *into);
/* Each entry of a list; what is no list is its one entry. */
void map_entries(struct mapper *, const yaml_node_t *,
	void (*take)(struct mapper *, const yaml_node_t *, void *into), void *into);
int map_line(const yaml_node_t *);
/* The text of a node, in pool; NULL and a fault where it is none. */
const char *map_text(struct mapper *, const yaml_node_t *);
void take_text(struct mapper *, const yaml_node_t *, void *into);
void take_whole(struct mapper *, const yaml_node_t *, void *into); /* from 0 to 9999 */
void take_flag(struct mapper *, const yaml_node_t *, void *into);
void take_list(struct mapper *, const yaml_node_t *, void *into);   /* struct survey_words */
void take_values(struct mapper *, const yaml_node_t *, void *into); /* struct survey_words */
/* A document of n bytes; false is a fault. */
bool map_parse(struct mapper *, const char *text, size_t n);

/* map_answers.c */
void take_answers(struct mapper *, const yaml_node_t *, void *into); /* struct survey_map */
/* Once all is read: each answer has the words of the scale that it names. */
void map_add_scales(struct mapper *);
/* map_column.c */
void take_column(struct mapper *, const yaml_node_t *, void *into); /* a text or a mapping */
void take_order(struct mapper *, const yaml_node_t *, void *into);
void take_zone(struct mapper *, const yaml_node_t *, void *into);
#define COLUMN_MEMBERS(owner, member)                                                              \
	{ "column", take_text, offsetof(struct owner, member.text) },                              \
		{ "position", take_whole, offsetof(struct owner, member.position) },               \
		{ "nth", take_whole, offsetof(struct owner, member.nth) },                         \
	{                                                                                          \
		"import_id", take_text, offsetof(struct owner, member.import_id)                   \
	}
#define FORM_MEMBERS(owner, member)                                                                \
	{ "form", take_order, offsetof(struct owner, member.order) },                              \
		{ "zone", take_zone, offsetof(struct owner, member.zone) },                        \
		{ "day_zone", take_zone, offsetof(struct owner, member.day_zone) },                \
	{                                                                                          \
		"none", take_list, offsetof(struct owner, member.none)                             \
	}
#define MEMBERS(list) (list), sizeof(list) / sizeof(*(list))
/* Once its members are read: it names a column, by this line; by two ways at once is a fault. */
void column_named(struct mapper *, const yaml_node_t *, struct survey_column *);

/* charset.c: the bytes as UTF-8, without a byte order mark. encoding NULL: by the mark, else UTF-8.
 */
enum err charset_read(const char *text, size_t n, const char *name, const char *encoding,
	struct str *out, struct errmsg *why);

/* table.c */
struct survey_table {
	const char *name; /* of the file */
	/* by row and column; NULL: nothing stands there, "": an empty text does */
	const char **cells;
	size_t row_count, column_count;
	int *lines; /* on which each row begins */
	int header_rows;
	const char **names, **import_ids; /* by column; names never NULL */
	struct pool pool;
};
/* Rows of the file; what is above the answers included. */
enum err table_read(const char *text, size_t n, const char *name, const struct survey_map *,
	struct survey_table *, struct errmsg *why);
void table_release(struct survey_table *);
static inline const char *table_cell(const struct survey_table *table, size_t row, int column)
{
	return column < 0 ? NULL : table->cells[row * table->column_count + (size_t)column];
}
/* The first separator of a text that parts its first line most often. */
char table_separator(const char *text);

/* bind.c: columns of the map to those of the table, items to those of the instrument. */
enum err survey_bind(struct survey_map *, const struct survey_table *, const struct instrument *,
	struct errmsg *why);

/* word.c */
/* A text as words are compared: settled, without blanks around it and case; in pool. */
const char *survey_fold(struct pool *, const char *text);
/* A cell as it is stored: settled, without blanks around it and the apostrophe that guards against
 * formulas; NULL where nothing is left. */
const char *survey_cell(struct pool *, const char *cell);
/* Is the cell one of the words? An empty one is "". */
bool words_have(const struct survey_words *, const char *cell);
/* What it means, or NULL. */
const char *words_find(const struct survey_words *, const char *cell);
/* The word that text begins with, the longest one, where separator or the end follows: its bytes
 * in text go to *n. NULL: none does. */
const struct survey_word *words_begin(
	const struct survey_words *, const char *text, const char *separator, size_t *n);

/* moment.c */
struct survey_time {
	int day;
	int64_t at; /* UTC milliseconds, 0: no time is said */
};
bool survey_time_read(const struct survey_form *, const char *text, struct survey_time *);
/* Is there such a zone, "Europe/Berlin", "UTC", "+02:00"? */
bool survey_zone_known(const char *zone);
/* The process's own zone again, after any number of survey_time_read(). */
void survey_zone_leave(void);

/* value.c: what cells say of an item. */
enum said { SAID_NOTHING, SAID_ANSWER, SAID_WRONG };
struct survey_said {
	struct answer answer; /* state, value, text; what of it is said is given */
	const char *wrong;    /* SAID_WRONG: what to do, in pool */
};
struct survey_row {
	const struct survey_map *map;
	const struct survey_table *table;
	const struct instrument *instrument;
	struct pool *pool; /* of the record */
	size_t row;
};
enum said survey_value(const struct survey_row *, const struct survey_answer *, const char *cell,
	struct survey_said *);
/* parts.c: of an answer that several columns make; *column: which is wrong. */
enum said survey_parts(
	const struct survey_row *, const struct survey_answer *, struct survey_said *, int *column);
void said_give(struct survey_said *, size_t offset);
/* Is that something that a word can mean of the item: a state, a value of it? */
bool survey_means(const struct item *, const char *means);

/* read.c, person.c, count.c */
struct survey_reader {
	struct survey_map *map;
	struct survey_table table;
	const struct record *round;
	struct exchange *out;
	struct record *record; /* of out */
	struct survey_report *report;
	struct errmsg *why;
	const struct exchange_watch *watch;
	struct json_t
		*people;     /* of the round: side and name to index; NULL: nobody was named yet */
	int *heard;          /* by them, respondent of the round + 1, 0 none */
	struct json_t *keys; /* key to index of the respondent */
	struct json_t
		*names;  /* side and name to the same; of rows that are like one another how many */
	int *slots;      /* by respondent and answer of the map: index of the answer, -1 none */
	int *lines;      /* by respondent, on which it begins */
	int *slot_lines; /* by slot */
	size_t row;      /* being read */
	size_t *counted; /* by column, the row after the last one of which a cell counts */
};
/* count.c: the cell of a column was taken or refused; once the row is done the others are left.
 * column -1: none. */
void count_taken(struct survey_reader *, int column);
void count_rest(struct survey_reader *);
void count_refused(struct survey_reader *, int column, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* After all rows, of one whose cells have been counted: what was left is refused. */
void count_refused_after(struct survey_reader *, int column, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void count_begin(struct survey_reader *);

/* What a row says of who has answered; -1, DATE_NONE, NULL: nothing. */
struct whose {
	int party, role, attribution, consent;
	const char *name;
	struct survey_time time;
};
/* whose.c: what the row being read says of it; what is wrong is refused. */
void whose_read(struct survey_reader *, struct whose *);

/* person.c: whose row it is, -1: that was refused, or is not to be taken. */
int survey_person(struct survey_reader *);
/* After all rows: somebody of whom no row says the company or role is refused. */
void survey_people_end(struct survey_reader *);

#endif
