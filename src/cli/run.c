/* SPDX-License-Identifier: MIT */
/*
 * One command line: its options, then its command. The program has one, a menu of line mode many.
 */
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <rekindle/date.h>
#include <rekindle/str.h>
#include "cli.h"
#include "config/config.h"

static enum err check_today(struct errmsg *why)
{
	const char *today = getenv("REKINDLE_TODAY");
	struct pool pool = { 0 };
	int day;

	if (!today || date_parse(today, &day))
		return ERR_NONE;
	if (str_blank(today))
		return errmsg_set(why, ERR_USAGE,
			"REKINDLE_TODAY is empty; write a date as 2026-03-23 into it, or unset it");
	/* what is no date at all is answered by how one is written */
	bool said = date_read(today, &day) == DATE_FAULT_FORM;
	errmsg_set(why, ERR_USAGE, "REKINDLE_TODAY is %s, which %s%s, or unset it", today,
		words_no_day(&pool, today), said ? "" : "; write a date as 2026-03-23");
	pool_release(&pool);
	return ERR_USAGE;
}

/* --format, of which --json is short for one. */
static enum err settle_format(struct cli *cli, struct errmsg *why)
{
	const struct vocabulary *formats =
		cli->command && cli->command->formats ? cli->command->formats : &vocabulary_format;
	int json = vocabulary_find(formats, "json");
	enum err err = option_word(cli, OPTION_FORMAT, formats, &cli->format, why);

	if (err != ERR_NONE || !has_option(cli, OPTION_JSON))
		return err;
	if (has_option(cli, OPTION_FORMAT) && cli->format != json)
		return errmsg_set(why, ERR_USAGE,
			"--json and --format %s contradict each other; "
			"leave one out",
			formats->word[cli->format]);
	cli->format = json;
	return ERR_NONE;
}

static bool shows_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static enum err settle(struct cli *cli, struct errmsg *why)
{
	int color = COLOR_AUTO;
	enum err err = option_word(cli, OPTION_COLOR, &vocabulary_color, &color, why);

	if (err == ERR_NONE)
		err = settle_format(cli, why);
	if (err != ERR_NONE)
		return err;
	cli->color = (enum color)color;
	/* files and pipes are UTF-8 whatever the locale: who reads them is not known */
	cli->ascii = has_option(cli, OPTION_ASCII) || (output_to_terminal(cli) && !shows_utf8());
	cli->instrument = instrument_builtin();
	if (has_option(cli, OPTION_INSTRUMENT) && !(cli->command && cli->command->reads_bank))
		return instrument_load(
			cli->value[OPTION_INSTRUMENT], &cli->pool, &cli->instrument, why);
	return ERR_NONE;
}

/* What looks at the file, and what helps, works all the same. */
static enum err take_config(struct cli *cli, struct errmsg *why)
{
	bool bears = cli->command && cli->command->bears_config;
	enum err err = config_read(cli, why);

	if (err == ERR_NONE || !bears)
		return err;
	why->text[0] = '\0'; /* cli->config has it */
	return ERR_NONE;
}

static enum err run_command(struct cli *cli, struct errmsg *why)
{
	enum err err = check_today(why);

	if (err == ERR_NONE)
		err = take_config(cli, why);
	if (err == ERR_NONE)
		err = settle(cli, why);
	if (err != ERR_NONE)
		return err;
	if (cli->command)
		return cli->command->run(cli, why);
	bool asks = !has_option(cli, OPTION_NO_INPUT);
	if (asks && (has_option(cli, OPTION_LINE) || terminal_both()))
		return command_find("open")->run(cli, why);
	help_short(stderr);
	return ERR_USAGE;
}

enum err cli_dispatch(struct cli *cli, int argc, char **argv, struct errmsg *why)
{
	enum err err = options_parse(cli, argc, argv, why);

	if (err != ERR_NONE)
		return err;
	if (has_option(cli, OPTION_HELP))
		return cli->command ? help_topic(cli, cli->command->name, why)
				    : help_overview(cli, why);
	if (!has_option(cli, OPTION_VERSION))
		return run_command(cli, why);
	printf("rekindle %s\n", REKINDLE_VERSION);
	return ERR_NONE;
}
