/* SPDX-License-Identifier: MIT */
/*
 * Where results go: standard output, the pager, or a file that is written whole or not at all.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <rekindle/convert.h>
#include <rekindle/file.h>
#include <rekindle/program.h>
#include <rekindle/tui.h>
#include <rekindle/utf8.h>
#include "cli.h"

void cli_message(const char *said)
{
	struct errmsg text;

	errmsg_set(&text, ERR_NONE, "%s", said);
	fprintf(stderr, "rekindle: %s\n", text.text);
}

const char *cli_harmless(struct pool *pool, const char *text, bool ascii)
{
	struct str valid, clean;

	str_init(&valid);
	str_init(&clean);
	utf8_repair(&valid, text, strlen(text));
	utf8_clean(&clean, valid.text, false, ascii);
	const char *kept = pool_strndup(pool, clean.text, clean.len);
	str_release(&valid);
	str_release(&clean);
	return kept;
}

void cli_cell(struct str *out, const char *text, int cells, bool ascii)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, false, ascii);
	utf8_pad(out, UTF8_FILE, clean.text, cells);
	str_addc(out, ' ');
	str_release(&clean);
}

static bool in_path(const char *program)
{
	struct str file;

	str_init(&file);
	bool found = program_find(program, &file);
	str_release(&file);
	return found;
}

static const char *pager(const struct cli *cli)
{
	const char *wanted = getenv("PAGER");
	const char *term = getenv("TERM");

	if (!terminal_both() || has_option(cli, OPTION_NO_INPUT))
		return NULL;
	if (wanted)
		return !str_blank(wanted) && strcmp(wanted, "cat") != 0 ? wanted : NULL;
	/* a terminal that cannot place a cursor scrolls by itself */
	return term && strcmp(term, "dumb") != 0 && in_path("less") ? TUI_PAGER " -F" : NULL;
}

bool output_paged(const struct cli *cli)
{
	return pager(cli) != NULL;
}

/* False when the pager could not be started. One that is left early is no fault. */
static bool page(const char *command, const struct str *text)
{
	void (*interrupt)(int) = signal(SIGINT, SIG_IGN);
	void (*broken)(int) = signal(SIGPIPE, SIG_IGN);
	FILE *pipe = popen(command, "w");

	if (pipe)
		fwrite(text->text, 1, text->len, pipe);
	int status = pipe ? pclose(pipe) : -1;
	signal(SIGPIPE, broken);
	signal(SIGINT, interrupt);
	/* 127: the shell found no such program */
	return status != -1 && !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

bool output_to_terminal(const struct cli *cli)
{
	const char *file = cli->value[OPTION_OUTPUT];

	return (!file || strcmp(file, "-") == 0) && isatty(STDOUT_FILENO);
}

static bool has_stored(const struct cli *cli)
{
	const struct command *command = cli->command;

	if (!command || !command->stores || cli->only_reads || has_option(cli, OPTION_DRY_RUN))
		return false;
	return !(command->options & OPTION_BIT(OPTION_SAVE)) || has_option(cli, OPTION_SAVE);
}

enum err output_failed(const struct cli *cli, int error, struct errmsg *why)
{
	const char *system = error ? strerror(error) : "is the disk full?";

	if (has_stored(cli))
		return errmsg_set(why, ERR_FAILED,
			"everything is stored, but what there is to say of it cannot be written to "
			"standard output: %s; do not repeat the command, rekindle list shows what "
			"is there",
			system);
	return errmsg_set(why, ERR_FAILED, "cannot write to standard output: %s", system);
}

enum err output_text(const struct cli *cli, const struct str *text, struct errmsg *why)
{
	const char *command = pager(cli);

	fflush(stdout);
	if (command && page(command, text))
		return ERR_NONE;
	if (fwrite(text->text, 1, text->len, stdout) != text->len || fflush(stdout) != 0)
		return output_failed(cli, errno, why);
	return ERR_NONE;
}

/* What the command line can say about a target that the writer would refuse in its own words. */
static enum err check_target(const char *path, bool force, const char *database, struct errmsg *why)
{
	struct stat target;

	if (database && store_owns(database, path))
		return errmsg_set(why, ERR_USAGE,
			file_same(path, database)
				? "%s is the database itself; give another name"
				: "%s is a database or a file that belongs to one; give another "
				  "name",
			path);
	if (lstat(path, &target) != 0)
		return ERR_NONE;
	if (!S_ISREG(target.st_mode) && !S_ISLNK(target.st_mode))
		return errmsg_set(why, ERR_USAGE,
			"%s is not a plain file; give another name, or "
			"leave out -o to write to standard output",
			path);
	return force ? ERR_NONE
		     : errmsg_set(why, ERR_FAILED,
			       "%s exists already; give another "
			       "name, or --force to overwrite it",
			       path);
}

/* What -o writes: of a command without formats exchange JSON. */
static const char *format_written(const struct cli *cli)
{
	const struct command *command = cli->command;
	const struct vocabulary *formats = command->formats ? command->formats : &vocabulary_format;

	if (has_option(cli, OPTION_CSV))
		return "yaml"; /* a first map */
	return command->options & OPTION_BIT(OPTION_FORMAT) ? formats->word[cli->format] : "json";
}

/* What is encrypted is of no format that a name could promise. */
static enum err check_name(const struct cli *cli, const char *path, struct errmsg *why)
{
	const char *format = format_written(cli);

	if (has_option(cli, OPTION_TO) || file_name_fits(path, format))
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"%s is a name for another format, and this is %s: give a name that ends in %s, or "
		"another --format",
		path, format, file_name_end(format));
}

/* Bytes that are no text are not for a terminal. */
static enum err check_terminal(const struct cli *cli, struct errmsg *why)
{
	if (strcmp(format_written(cli), "xlsx") != 0 || !isatty(STDOUT_FILENO))
		return ERR_NONE;
	return errmsg_set(
		why, ERR_USAGE, "a terminal cannot show xlsx; write it to a file: -o FILE.xlsx");
}

enum err output_check(const struct cli *cli, const char *database, struct errmsg *why)
{
	const char *path = cli->value[OPTION_OUTPUT];

	if (!path || strcmp(path, "-") == 0)
		return check_terminal(cli, why);
	if (*path == '\0')
		return errmsg_set(why, ERR_USAGE, "-o needs the name of a file");
	enum err err = check_name(cli, path, why);
	return err ? err : check_target(path, has_option(cli, OPTION_FORCE), database, why);
}

enum err output_converts(const struct cli *cli, enum report_format format, struct errmsg *why)
{
	if (convert_is_for(format) && output_to_terminal(cli))
		return errmsg_set(why, ERR_USAGE,
			"a terminal cannot show %s: give -o and a name that ends in %s",
			vocabulary_report_format.word[format], report_suffix(format));
	return convert_ready(format, why);
}

enum err output_result(
	const struct cli *cli, const struct str *text, const char *database, struct errmsg *why)
{
	const char *path = cli->value[OPTION_OUTPUT];
	enum err err = output_check(cli, database, why);

	if (err != ERR_NONE)
		return err;
	if (!path || strcmp(path, "-") == 0)
		return output_text(cli, text, why);
	signals_hold();
	err = file_write_safely(path, text->text, text->len, has_option(cli, OPTION_FORCE), why);
	signals_release();
	return err;
}
