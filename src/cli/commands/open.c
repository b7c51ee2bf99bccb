/* SPDX-License-Identifier: MIT */
/*
 * open, and no command at all: the screens.
 */
#include <stdlib.h>
#include <rekindle/settings.h>
#include <rekindle/tui.h>
#include "../menu/menu.h"
#include "commands.h"

static bool wants_color(const struct cli *cli)
{
	const char *no_color = getenv("NO_COLOR");

	if (cli->color != COLOR_AUTO)
		return cli->color == COLOR_ALWAYS;
	return !(no_color && *no_color);
}

enum err open_screens(struct cli *cli, const struct tui_options *begin, struct errmsg *why)
{
	struct tui_options options = *begin;

	options.instrument = cli->instrument;
	options.ascii = cli->ascii;
	options.ascii_files = has_option(cli, OPTION_ASCII);
	options.colour = wants_color(cli);
	options.mouse = has_option(cli, OPTION_MOUSE) || settings()->mouse;
	enum err err = tui_run(&options, &cli->interrupted, why);
	return store_astray(options.store, why) ? ERR_FAILED : err;
}

static enum err refuse(struct cli *cli, struct errmsg *why)
{
	if (has_option(cli, OPTION_NO_INPUT))
		return errmsg_set(why, ERR_USAGE,
			"open asks, so --no-input cannot be meant; rekindle show prints the "
			"assessment");
	if (has_option(cli, OPTION_STRICT))
		return errmsg_set(why, ERR_USAGE,
			"--strict is about what is typed in line mode; give --line as well");
	return errmsg_set(why, ERR_USAGE, "%s",
		words_plain(
			terminal_lacks() == LACK_INPUT ? W_SCREENS_NO_INPUT : W_SCREENS_NO_OUTPUT));
}

/* Asked for, or the most that the terminal can. */
static bool wants_lines(const struct cli *cli)
{
	if (has_option(cli, OPTION_NO_INPUT))
		return false;
	return has_option(cli, OPTION_LINE) || (terminal_both() && !terminal_places());
}

static enum err run_lines(struct cli *cli, struct errmsg *why)
{
	if (!has_option(cli, OPTION_LINE))
		cli_message(cli_why_lines(cli));
	return menu_run(cli, cli->operand_count ? cli->operands[0] : NULL, why);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store *store = NULL;
	int64_t assessment = 0;

	if (wants_lines(cli))
		return run_lines(cli, why);
	if (!terminal_places() || has_option(cli, OPTION_NO_INPUT) ||
		has_option(cli, OPTION_STRICT))
		return refuse(cli, why);
	enum err err =
		cli_store(cli, cli->operand_count ? STORE_EXISTING : STORE_CREATE, &store, why);
	if (err == ERR_NONE && cli->operand_count)
		err = cli_find_round(cli, store, &assessment, why);
	if (err == ERR_NONE)
		err = open_screens(cli,
			&(struct tui_options){ .store = store, .assessment = assessment }, why);
	store_close(store);
	return err;
}

const struct command command_open = {
	.name = "open",
	.synopsis = "[ID]",
	.help = "open an assessment on the screen; without ID the list of all",
	.more = "With --line, or on a terminal that cannot place a cursor, numbered menus ask line "
		"by line for everything that the screens do.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_STRICT),
	.most = 1,
	.look = LOOK_LATER,
	.interviews = true,
	.run = run,
};
