/* SPDX-License-Identifier: MIT */
/*
 * import --csv: the table of a survey tool, by a map, into a round.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/date.h>
#include <rekindle/file.h>
#include <rekindle/survey.h>
#include <rekindle/texts.h>
#include <rekindle/utf8.h>
#include "../commands/commands.h"
#include "import.h"

static volatile sig_atomic_t stopped;

static void note_stop(int number)
{
	(void)number;
	stopped = 1;
}

/* A file that is being imported, and what is told of it meanwhile. */
struct table_import {
	struct cli *cli;
	const char *path, *name; /* name: harmless, for messages */
	struct str text;         /* of the table */
	struct survey_map *map;
	struct store *store;
	struct record round;
	struct exchange document;
	struct survey_report report;
	struct exchange_report merged;
	bool storing;
	int64_t told; /* when something was told last */
	int percent;  /* that was told */
	int shown;    /* bytes of what was told */
	bool line_open;
};

#define TELL_AFTER_MS 500
#define TELL_STEP 10 /* percent, where no terminal rewrites its line */

static const char *progress(struct table_import *own, size_t done, size_t all, int percent)
{
	return own->storing ? words(&own->cli->pool, W_SURVEY_STORING, hole_text("file", own->name),
				      hole_count("percent", percent))
			    : words(&own->cli->pool, W_SURVEY_READING, hole_text("file", own->name),
				      hole_count("done", (int)done), hole_count("all", (int)all));
}

/* On a terminal over what stood there before. */
static void print_progress(struct table_import *own, const char *text, bool terminal)
{
	if (terminal)
		fprintf(stderr, "\r%-*s", own->shown, text);
	else
		fprintf(stderr, "%s\n", text);
	fflush(stderr);
	own->shown = (int)strlen(text);
	own->line_open = terminal;
}

static void tell(struct table_import *own, size_t done, size_t all)
{
	bool terminal = isatty(STDERR_FILENO);
	int percent = all ? (int)(100 * done / all) : 100;
	int64_t now = clock_monotonic_ms();

	if (!own->told)
		own->told = now;
	if (now - own->told < TELL_AFTER_MS ||
		(!terminal && percent / TELL_STEP == own->percent / TELL_STEP))
		return;
	own->told = now;
	own->percent = percent;
	print_progress(own, progress(own, done, all, percent), terminal);
}

static bool goes_on(void *context, size_t done, size_t all)
{
	tell(context, done, all);
	return !stopped;
}

static void end_line(struct table_import *own)
{
	if (own->line_open)
		fputs("\n", stderr);
	own->line_open = false;
}

/* A shipped map by its name; a file of that name goes before. */
static enum err read_map(struct table_import *own, struct errmsg *why)
{
	const char *name = own->cli->value[OPTION_MAP];
	size_t n;
	const char *shipped = survey_map_shipped(name, &n);
	struct str text;

	if (shipped && !file_exists(name))
		return survey_map_read(shipped, n, name, &own->map, why);
	str_init(&text);
	enum err err = import_read(own->cli, name, SURVEY_MAP_BYTES_MAX, &text, why);
	if (err == ERR_NONE)
		err = survey_map_read(text.text, text.len, import_source(name), &own->map, why);
	str_release(&text);
	return err;
}

/* The only alliance there is, by name. */
static char *only_alliance(struct table_import *own, struct errmsg *why)
{
	struct store_list list = { 0 };
	char *name = NULL;
	bool several = false;

	if (store_list(own->store, &list, why) != ERR_NONE)
		return NULL;
	for (size_t i = 0; i < list.count; i++) {
		several |= i > 0 && list.rounds[i].alliance != list.rounds[0].alliance;
		name = pool_strdup(&own->cli->pool, list.rounds[0].alliance_name);
	}
	store_list_release(&list);
	if (!name || several)
		errmsg_set(why, ERR_USAGE, "%s", words_plain(W_SURVEY_WHICH_ROUND));
	return several ? NULL : name;
}

/* What the command line does not name the map does, or there is no other. */
static enum err find_round(struct table_import *own, int64_t *round, struct errmsg *why)
{
	struct cli named = *own->cli;
	const char *of_map = survey_map_round(own->map);
	char *id = own->cli->operand_count ? own->cli->operands[0] : NULL;

	if (!id && of_map)
		id = pool_strdup(&own->cli->pool, of_map);
	if (!id)
		id = only_alliance(own, why);
	if (!id)
		return ERR_USAGE;
	named.operands = &id;
	named.operand_count = 1;
	enum err err = cli_check_id(id, why);
	return err ? err : cli_find_round(&named, own->store, round, why);
}

/* All of a table is of one round: of a sealed one nothing would be taken. */
static enum err check_open(struct table_import *own, struct errmsg *why)
{
	const struct record *round = &own->round;

	if (round->assessment.sealed == DATE_NONE)
		return ERR_NONE;
	return errmsg_set(why, ERR_LOCKED, "%s",
		words(&own->cli->pool, W_SURVEY_SEALED, hole_text("alliance", round->alliance.name),
			hole_day("day", round->assessment.sealed, DAY_LONG),
			hole_text("file", own->name)));
}

static enum err open_round(struct table_import *own, struct errmsg *why)
{
	int64_t round = 0;
	enum err err = cli_store(own->cli, STORE_EXISTING, &own->store, why);

	if (err == ERR_NONE)
		err = find_round(own, &round, why);
	if (err == ERR_NONE)
		err = store_load(own->store, round, &own->round, why);
	return err ? err : check_open(own, why);
}

static json_t *columns_json(const struct survey_report *report)
{
	json_t *columns = json_array();

	for (size_t i = 0; i < report->column_count; i++) {
		const struct survey_count *column = &report->columns[i];
		json_array_append_new(columns,
			json_pack("{s:i, s:s, s:s?, s:i, s:i, s:i}", "position", (int)i + 1, "name",
				column->name, "use", column->use, "taken", column->taken, "left",
				column->left, "refused", column->refused));
	}
	return columns;
}

static json_t *survey_json(const struct survey_report *report)
{
	return json_pack("{s:i, s:i, s:i, s:i, s:i, s:o, s:s?}", "rows", report->rows, "counted",
		report->counted, "empty", report->empty, "without_consent", report->without_consent,
		"refused", report->refused, "columns", columns_json(report), "first_refusal",
		report->first);
}

enum { NAME_CELLS = 32, USE_CELLS = 30 };

static void add_row(const struct cli *cli, struct str *out, const char *number, const char *name,
	const char *use)
{
	str_addf(out, "  %3s ", number);
	cli_cell(out, name, NAME_CELLS, cli->ascii);
	cli_cell(out, use, USE_CELLS, cli->ascii);
}

static void add_columns(const struct cli *cli, struct str *out, const struct survey_report *report)
{
	add_row(cli, out, "", words_plain(W_SURVEY_COLUMN), words_plain(W_SURVEY_USE));
	str_addf(out, "%7s %7s %7s\n", words_plain(W_SURVEY_TAKEN), words_plain(W_SURVEY_LEFT),
		words_plain(W_SURVEY_REFUSED));
	for (size_t i = 0; i < report->column_count; i++) {
		const struct survey_count *column = &report->columns[i];
		char number[24];
		snprintf(number, sizeof(number), "%zu", i + 1);
		add_row(cli, out, number, column->name,
			column->use ? column->use : words_plain(W_SURVEY_NO_USE));
		str_addf(out, "%7d %7d %7d\n", column->taken, column->left, column->refused);
	}
}

/* What was left out, and why. */
static void add_less(struct table_import *own, struct texts *less)
{
	const struct survey_report *report = &own->report;
	struct pool *pool = &own->cli->pool;
	int left = report->rows - report->empty - report->counted;

	if (left)
		texts_add(pool, less, words(pool, W_SURVEY_LESS_RULES, hole_count("n", left)));
	if (report->empty)
		texts_add(pool, less,
			words(pool, W_SURVEY_LESS_EMPTY, hole_count("n", report->empty)));
	if (report->without_consent)
		texts_add(pool, less,
			words(pool, W_SURVEY_LESS_CONSENT,
				hole_count("n", report->without_consent)));
}

static const char *rows_text(struct table_import *own)
{
	const struct survey_report *report = &own->report;
	struct pool *pool = &own->cli->pool;
	int counted = report->counted - report->without_consent;
	struct texts less = { 0 };

	add_less(own, &less);
	if (!less.count)
		return words(pool, W_SURVEY_ROWS, hole_text("file", own->name),
			hole_count("rows", report->rows), hole_count("counted", counted));
	return words(pool, W_SURVEY_ROWS_LESS, hole_text("file", own->name),
		hole_count("rows", report->rows), hole_count("counted", counted),
		hole_list("less", &less));
}

static void add_survey(struct table_import *own, struct str *out)
{
	str_addf(out, "%s\n", rows_text(own));
	if (has_option(own->cli, OPTION_DRY_RUN))
		add_columns(own->cli, out, &own->report);
}

/* As documents are told, with what became of the columns. */
static enum err print(struct table_import *own, struct str *out, json_t *array, struct errmsg *why)
{
	if (own->cli->format != FORMAT_JSON) {
		fputs(out->text, stdout);
		return ERR_NONE;
	}
	if (json_array_size(array) == 0)
		json_array_append_new(array, json_pack("{s:s}", "file", own->name));
	json_object_set_new(json_array_get(array, 0), "survey", survey_json(&own->report));
	return output_json(own->cli, json_incref(array), why);
}

static enum err tell_result(struct table_import *own, bool merged, struct errmsg *why)
{
	const struct imported file = { own->path, &own->document, &own->merged };
	const char *sealed = NULL;
	json_t *array = json_array();
	struct str out;

	str_init(&out);
	add_survey(own, &out);
	if (merged)
		import_tell(own->cli, own->store, &file, 1, &out, array, &sealed);
	enum err err = print(own, &out, array, why);
	if (err == ERR_NONE && sealed)
		err = errmsg_set(why, ERR_LOCKED, "%s",
			words(&own->cli->pool, W_IMPORT_ONLY_SEALED, hole_text("file", sealed)));
	json_decref(array);
	str_release(&out);
	return err;
}

static enum err merge(struct table_import *own, struct errmsg *why)
{
	own->storing = true;
	own->percent = 0;
	enum err err = exchange_import(
		own->store, &own->document, import_how(own->cli), &own->merged, why);
	end_line(own);
	if (err == ERR_NONE)
		import_summaries(own->cli, own->store);
	return err ? err : tell_result(own, true, why);
}

static enum err take_table(struct table_import *own, struct errmsg *why)
{
	const struct exchange_watch watch = { goes_on, own };
	enum err err = survey_read(own->text.text, own->text.len, import_source(own->path),
		own->map, &own->round, &watch, &own->document, &own->report, why);

	if (err == ERR_NONE)
		return merge(own, why);
	end_line(own);
	/* what is refused is counted before it is said */
	if (own->report.refused && has_option(own->cli, OPTION_DRY_RUN))
		tell_result(own, false, NULL);
	return err;
}

/* Who let it run on when the terminal goes away has said so. */
static void catch_signals(void)
{
	const struct sigaction action = { .sa_handler = note_stop };
	struct sigaction before;

	stopped = 0;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGHUP, &action, NULL);
}

/* Ended by a signal: that is said, and is no fault. */
static enum err settle(struct table_import *own, enum err err, struct errmsg *why)
{
	end_line(own);
	signals_default();
	if (err == ERR_NONE || !stopped)
		return err;
	cli_message(words(&own->cli->pool, W_SURVEY_STOPPED, hole_text("file", own->name)));
	own->cli->interrupted = true;
	why->text[0] = '\0';
	return ERR_NONE;
}

static enum err write_first_map(struct table_import *own, struct errmsg *why)
{
	char buffer[4096];
	const char *database = cli_database(own->cli, buffer, sizeof(buffer));
	struct texts names = { 0 };
	struct str map;

	str_init(&map);
	survey_map_names(&own->cli->pool, &names);
	enum err err =
		survey_draft(own->text.text, own->text.len, import_source(own->path), &map, why);
	if (err == ERR_NONE)
		err = output_result(own->cli, &map, database, why);
	if (err == ERR_NONE)
		cli_message(words(&own->cli->pool, W_SURVEY_FIRST_MAP, hole_text("file", own->name),
			hole_text("maps", words_names(&own->cli->pool, &names))));
	str_release(&map);
	return err;
}

static enum err check_words(const struct cli *cli, struct errmsg *why)
{
	const char *map = cli->value[OPTION_MAP];

	if (cli->operand_count > 1)
		return errmsg_set(why, ERR_USAGE,
			"%s is one word too many: with --csv FILE only the round is named",
			cli->operands[1]);
	if (map && strcmp(map, "-") == 0 && strcmp(cli->value[OPTION_CSV], "-") == 0)
		return errmsg_set(why, ERR_USAGE,
			"standard input cannot be the table and the map; name a file for one");
	if (map && has_option(cli, OPTION_OUTPUT))
		return errmsg_set(why, ERR_USAGE,
			"-o is where a first map goes; with --map there is nothing to write");
	return ERR_NONE;
}

static void release(struct table_import *own)
{
	exchange_report_release(&own->merged);
	survey_report_release(&own->report);
	exchange_release(&own->document);
	record_release(&own->round);
	store_close(own->store);
	survey_map_free(own->map);
	str_release(&own->text);
}

static enum err import_by_map(struct table_import *own, struct errmsg *why)
{
	enum err err = open_round(own, why);

	if (err != ERR_NONE)
		return err;
	catch_signals();
	err = take_table(own, why);
	return settle(own, err, why);
}

enum err import_csv(struct cli *cli, struct errmsg *why)
{
	const char *path = cli->value[OPTION_CSV];
	struct table_import own = { .cli = cli, .path = path };

	own.name = cli_harmless(&cli->pool, import_source(path), cli->ascii);
	str_init(&own.text);
	enum err err = check_words(cli, why);
	if (err == ERR_NONE && has_option(cli, OPTION_MAP))
		err = read_map(&own, why);
	if (err == ERR_NONE)
		err = import_read(cli, path, EXCHANGE_BYTES_MAX, &own.text, why);
	if (err == ERR_NONE)
		err = own.map ? import_by_map(&own, why) : write_first_map(&own, why);
	release(&own);
	return err;
}
