/* SPDX-License-Identifier: MIT */
/*
 * What the commands share: the options given, where things go, and the table of commands.
 */
#ifndef REKINDLE_CLI_H
#define REKINDLE_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <rekindle/edition.h>
#include <rekindle/diagnosis.h>
#include <rekindle/err.h>
#include <rekindle/instrument.h>
#include <rekindle/plan.h>
#include <rekindle/record.h>
#include <rekindle/report.h>
#include <rekindle/settings.h>
#include <rekindle/store.h>
#include <rekindle/str.h>
#include <rekindle/words.h>

#define EXIT_INTERRUPTED 130

/* Rows of option_info[]. */
enum option {
	OPTION_DB,
	OPTION_CONFIG,
	OPTION_INSTRUMENT,
	OPTION_LINE,
	OPTION_ASCII,
	OPTION_COLOR,
	OPTION_MOUSE,
	OPTION_JSON,
	OPTION_NO_INPUT,
	OPTION_FORCE,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_GLOBAL_COUNT,
	OPTION_PRINT = OPTION_GLOBAL_COUNT,
	OPTION_NAME,
	OPTION_PARTY,
	OPTION_RESPONDENT,
	OPTION_ROLE,
	OPTION_ATTRIBUTION,
	OPTION_INTERVIEWEE,
	OPTION_CONSENT,
	OPTION_MINUTES,
	OPTION_HEARD,
	OPTION_FORMAT,
	OPTION_START,
	OPTION_SECTION,
	OPTION_EDITION,
	OPTION_KIND,
	OPTION_OUTPUT,
	OPTION_ONLY,
	OPTION_SHARE,
	OPTION_DRY_RUN,
	OPTION_THEIRS,
	OPTION_CSV,
	OPTION_MAP,
	OPTION_SAVE,
	OPTION_REDRAW,
	OPTION_SHIFT,
	OPTION_OPEN,
	OPTION_TO,
	OPTION_DELETED,
	OPTION_ROUND,
	OPTION_PULSE,
	OPTION_TITLE,
	OPTION_STATUS,
	OPTION_DONE,
	OPTION_DUE,
	OPTION_EVERY,
	OPTION_ADOPT,
	OPTION_OWNER,
	OPTION_REASON,
	OPTION_STEP,
	OPTION_WHAT,
	OPTION_DONE_WHEN,
	OPTION_RESOURCES,
	OPTION_EFFORT,
	OPTION_QUICK_WIN,
	OPTION_WHEN,
	OPTION_KPI,
	OPTION_NOTE,
	OPTION_OUTCOME,
	OPTION_DATE,
	OPTION_BODY,
	OPTION_DECISION,
	OPTION_ACTION,
	OPTION_OBJECTIVE,
	OPTION_RISK,
	OPTION_STRICT,
	OPTION_WIDE,
	OPTION_SORT,
	OPTION_FILTER,
	OPTION_IDS,
	OPTION_COMMENT,
	OPTION_QUOTE,
	OPTION_EVIDENCE,
	OPTION_FLAG,
	OPTION_NO_FLAG,
	OPTION_DEFAULTS,
	OPTION_ALL,
	OPTION_CLOSES,
	OPTION_REVOKE,
	OPTION_READ,
	OPTION_CSV_FOR,
	OPTION_COUNT
};
/* A bit for each option; more than 64 of them. */
__extension__ typedef unsigned __int128 option_set;
#define OPTION_BIT(o) ((option_set)1 << (o))
_Static_assert(OPTION_COUNT <= 128, "an option has no bit");

struct option_info {
	const char *name;     /* "--db" */
	char letter;          /* of the short form, or 0 */
	const char *argument; /* "FILE"; NULL: takes none */
	const char *help;
};
extern const struct option_info option_info[OPTION_COUNT];

/* What may be given any number of times and in any order. */
#define CLI_SAID_MOST 64
struct cli_said {
	enum option option;
	const char *value;
};

extern const char *const csv_for_words[CSV_FOR_COUNT]; /* by enum csv_for */
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
extern const struct vocabulary vocabulary_color, vocabulary_format, vocabulary_csv_for;
enum format { FORMAT_TEXT, FORMAT_JSON };

struct cli {
	option_set given;                 /* OPTION_BIT of those on the command line */
	const char *value[OPTION_COUNT];  /* the last one given, or NULL */
	const char *parties[PARTIES_MAX]; /* every --party, in order */
	int party_count;
	const char *owners[PARTIES_MAX]; /* every --owner, in order */
	int owner_count;
	struct cli_said
		said[CLI_SAID_MOST]; /* --decision, --note, --action, --objective and --risk */
	int said_count;
	bool input_read; /* standard input has been asked for by a - */
	char **operands;
	int operand_count;
	const struct command *command;

	/* read from the options before a command runs */
	bool ascii;
	enum color color;
	int format;                          /* of command->formats, else enum format */
	const struct instrument *instrument; /* --instrument, or the built-in */
	const struct config *config;         /* config/config.h */
	struct pool pool;
	bool only_reads;  /* this time, though the command may store */
	bool interrupted; /* the command ended by a signal: exit 130 */
};

/* How the database is looked at before a command uses it: when that takes no time; in any case,
 * since what it says leaves the program; by the screens, when they stand. */
enum look { LOOK_CHEAP, LOOK_WHOLE, LOOK_LATER };

struct command {
	const char *name, *synopsis;      /* synopsis: what stands behind the name */
	const char *help;                 /* one line */
	const char *more;                 /* a paragraph for `help NAME`, or NULL */
	option_set options;               /* OPTION_BIT of its own ones */
	bool json;                        /* does --json mean something? */
	const struct vocabulary *formats; /* what --format may be; NULL: text and json */
	bool reads_bank;                  /* reads --instrument by itself, faulty or not */
	bool bears_config;                /* works though the configuration file is faulty */
	bool takes_id;                    /* its operand is an assessment */
	enum round_wanted wanted;         /* which one an alliance's name means */
	enum look look;                   /* for damage */
	bool interviews;                  /* with --force also whom another program does */
	bool stores;                      /* changes the database; with --save where it has that */
	int fewest, most;                 /* operands */
	const char *lacking;              /* what to say when there are too few */
	enum err (*run)(struct cli *, struct errmsg *);
};
/* In the order of the help; NULL ends. */
extern const struct command *const commands[];
const struct command *command_find(const char *name);

/* run.c: what a command line says; argv[0] is passed over, the rest is put in another order. The
 * pool of cli is to be released in any case. */
enum err cli_dispatch(struct cli *, int argc, char **argv, struct errmsg *why);

/* options.c */
enum err options_parse(struct cli *, int argc, char **argv, struct errmsg *why);
static inline bool has_option(const struct cli *cli, enum option option)
{
	return cli->given & OPTION_BIT(option);
}
/* The option that text is one of, its value where that stands in the same word, else NULL; -1. */
int option_of(const char *text, const char **value);
/* The word of a closed set given to an option, or *index untouched when it was not given. */
enum err option_word(
	const struct cli *, enum option, const struct vocabulary *, int *index, struct errmsg *why);
/* A day as date_typed() has it, which is told on stderr unless it was written out; name: of the
 * option or field it was given to. ERR_USAGE: it is none, or may be two. */
enum err cli_day(const char *name, const char *typed, enum date_lean, int *day, struct errmsg *why);
/* The same of an option that was given. */
enum err option_day(const struct cli *, enum option, enum date_lean, int *day, struct errmsg *why);
/* --csv-for, which holds in the place of the setting from now on. */
enum err option_csv_for(const struct cli *, struct errmsg *why);
/* --start, or DATE_NONE. */
enum err option_start(const struct cli *, int *day, struct errmsg *why);

/* suggest.c: the nearest of count names, or NULL when none is near. */
const char *cli_suggest(const char *typed, const char *(*name)(size_t i), size_t count);

/* help.c */
void help_short(FILE *);
enum err help_overview(const struct cli *, struct errmsg *why);
enum err help_topic(const struct cli *, const char *topic, struct errmsg *why);

/* Every command and topic that there is help on. */
void help_each(void (*tell)(void *context, const char *name, const char *help), void *context);

/* terminal.c */
bool terminal_both(void);   /* stdin and stdout are terminals */
bool terminal_places(void); /* both, and TERM can place a cursor */
enum lack { LACK_INPUT, LACK_OUTPUT, LACK_TERM, LACK_PLACING };
enum lack terminal_lacks(void); /* why not */
/* The same as a sentence: why the questions come line by line. */
const char *cli_why_lines(struct cli *);
/* --strict: what was typed and not taken. ERR_INVALID names the first line. */
struct line_watch;
enum err cli_check_refused(const struct line_watch *, struct errmsg *why);
/* After a command that has caught signals: as they were before it. */
void signals_default(void);
const char *terminal_name(struct pool *); /* of LACK_PLACING: what TERM says, not too long */
/* Ask on the terminal; false: anything but y was answered. Without a terminal, with --no-input or
 * --force it is not asked: *asked is false, and so is the answer. */
bool terminal_confirms(const struct cli *, const char *question, bool *asked);
/* Hold back the signals that end the program while a file or folder must be put in order;
 * release them again. Not nested. */
void signals_hold(void);
void signals_release(void);

/* output.c */
/* Standard output did not take it all, with this error number or 0: says so, and what of it is
 * stored all the same. ERR_FAILED. */
enum err output_failed(const struct cli *, int error, struct errmsg *why);
/* Does the result go to a terminal, and to no file? */
bool output_to_terminal(const struct cli *);
/* To stdout; on a terminal through the pager. */
enum err output_text(const struct cli *, const struct str *, struct errmsg *why);
/* Is it shown by a pager, whole? */
bool output_paged(const struct cli *);
/* Is the result for a converter, or a format of bytes, to be written where it can be read?
 * ERR_USAGE: it would go to a terminal; ERR_FAILED: no converter is installed. */
enum err output_converts(const struct cli *, enum report_format, struct errmsg *why);
/* Would output_result() refuse -o FILE? For a command that changes something first. */
enum err output_check(const struct cli *, const char *database, struct errmsg *why);
/* To -o FILE when given, else as output_text(). */
enum err output_result(
	const struct cli *, const struct str *, const char *database, struct errmsg *why);
void cli_message(const char *said); /* on stderr */
/* A text from outside, a file's name, for one line on a terminal: valid, and nothing in it steers.
 * In pool. */
const char *cli_harmless(struct pool *, const char *text, bool ascii);
/* Add a cell of a table, harmless, so many cells wide and a blank; what does not fit is cut. */
void cli_cell(struct str *, const char *text, int cells, bool ascii);

/* whom.c */
/* May that be a name? ERR_USAGE, with the option that it was given to. */
enum err cli_check_name(const char *name, const char *option, struct errmsg *why);
/* --name, in pool and as it is stored; for - the first line of standard input. NULL: not given. */
enum err cli_name(struct cli *, const char **name, struct errmsg *why);
/* Is this the beginning of the id, four signs or more? */
bool cli_id_begins(const struct uuid *, const char *prefix);
/* The first --party as an index: by name, label, number or id. ERR_USAGE names those there are. */
enum err cli_party(const struct cli *, const struct record *, int *party, struct errmsg *why);
/* The same of what was typed elsewhere; name: of the option or field. */
enum err cli_party_typed(
	const struct record *, const char *name, const char *typed, int *party, struct errmsg *why);
/* A person as an index: by the number that people ID lists, a name, or the beginning of an id.
 * ERR_USAGE: nobody, or several, listed. */
enum err cli_person(const struct record *, const char *typed, int *person, struct errmsg *why);
/* Does typed mean nobody of them, and can be the name of somebody: it is no number and no id? */
bool cli_new_name(const struct record *, const char *typed);
/* "Ana Ruiz" or, without a name, "sponsor of Phoenix"; in pool or borrowed. */
const char *cli_person_text(struct pool *, const struct record *, int person);

/* respondent.c */
/* Indices; -1: none of the alliance's people; not heard yet in this round. Never both. */
struct cli_respondent {
	int person, respondent;
};
/* Whom --respondent means: by id, by the beginning of one, by name, else by role ("sponsor",
 * "sponsor of Helix"). ERR_USAGE: nobody, or several, listed. */
enum err cli_respondent(
	const struct cli *, const struct record *, struct cli_respondent *, struct errmsg *why);

/* text.c */
/* A text that was given to an option or field of that name, in pool and as it is stored; for - all
 * of standard input, which only one of them may ask for. NULL: it is blank. ERR_USAGE: no UTF-8. */
enum err cli_text(
	struct cli *, const char *name, const char *typed, const char **text, struct errmsg *why);
/* Add a line of what belongs to a name, wrapped under itself, harmless; nothing for NULL. */
void cli_field(struct str *, const char *name, const char *text, bool ascii);

/* which.c */
/* May that be an ID? ERR_USAGE when it is no text. */
enum err cli_check_id(const char *id, struct errmsg *why);
/* The round that the first operand means, or --round of its alliance. ERR_USAGE: none. */
enum err cli_find_round(const struct cli *, struct store *, int64_t *round, struct errmsg *why);

/* load.c: the database and an assessment */
enum err cli_store(const struct cli *, enum store_mode, struct store **, struct errmsg *why);
/* One that is there, for a command whose first operand is an ID: ERR_USAGE when that is no text. */
enum err cli_store_id(const struct cli *, struct store **, struct errmsg *why);
const char *cli_database(const struct cli *, char *buffer, size_t size);
/* The same; NULL and why (ERR_USAGE) where no place is known. */
const char *cli_place(const struct cli *, char *buffer, size_t size, struct errmsg *why);

struct loaded { /* an assessment with its store */
	struct store *store;
	int64_t assessment;
	struct record record;
	struct diagnosis diagnosis; /* zero until loaded_diagnose() */
	struct plan plan;           /* zero until loaded_plan() */
	bool diagnosed, planned;
	enum edition edition; /* of its report */
	int kind;             /* of its report, enum report_kind */
	struct store_earlier earlier;
	const struct assessment *later; /* store_later() */
	struct pool pool;
};
/* The assessment that the first operand means. Release in any case. */
enum err loaded_open(const struct cli *, struct loaded *, struct errmsg *why);
void loaded_diagnose(struct loaded *);
/* A draft, whether or not a plan is stored. start DATE_NONE: the day stored, else the next Monday.
 * Diagnoses first. */
void loaded_draft(struct loaded *, int start);
/* The stored plan; a draft when there is none or a start is given. */
void loaded_plan(struct loaded *, int start);
/* What a report needs of other rounds: all of the alliance, of the assessment report also those
 * since the last full one, and the one that the plan goes on with. */
enum err loaded_rounds(struct loaded *, struct errmsg *why);
/* The record as it is now, after it was written to; nothing is computed of it any more. */
enum err loaded_again(struct loaded *, struct errmsg *why);
void loaded_release(struct loaded *);
/* A whole report of what is loaded. */
void loaded_report(
	struct loaded *, unsigned sections, enum report_format, bool ascii, struct str *out);

/* commands/open.c: the screens on an open store, as the command line wants them to look; begin says
 * what is shown first. */
struct tui_options;
enum err open_screens(struct cli *, const struct tui_options *begin, struct errmsg *why);

/* json.c: JSON for the commands of this room; steals the value. */
struct json_t;
enum err output_json(const struct cli *, struct json_t *, struct errmsg *why);
/* The same of a long array, element by element: what was added is written as it comes, unless it
 * goes to a pager. json_rows_add() takes the element; json_rows_end() ends it after a failure too.
 */
struct json_rows {
	const struct cli *cli;
	struct str out; /* what is not written yet */
	bool any;
};
void json_rows_begin(struct json_rows *, const struct cli *);
enum err json_rows_add(struct json_rows *, struct json_t *, struct errmsg *why);
enum err json_rows_end(struct json_rows *, enum err, struct errmsg *why);
/* The id of what was made: a line, or {"id": "..."}. */
enum err output_id(const struct cli *, const struct uuid *, struct errmsg *why);
struct json_t *json_day(int day);       /* "2026-03-16" or null */
struct json_t *json_text(const char *); /* null for NULL */
struct json_t *json_number(double);     /* null for NAN */
struct json_t *json_uuid(const struct uuid *);

#endif
