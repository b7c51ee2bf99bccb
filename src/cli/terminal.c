/* SPDX-License-Identifier: MIT */
/*
 * What the terminal can do, and which signals wait.
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include <rekindle/line.h>
#include <rekindle/str.h>
#include <rekindle/tui.h>
#include "cli.h"

#define NAME_SHOWN 60 /* bytes of the name of a terminal */

bool terminal_both(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool terminal_places(void)
{
	return terminal_both() && tui_possible();
}

enum lack terminal_lacks(void)
{
	const char *term = getenv("TERM");

	if (!isatty(STDIN_FILENO))
		return LACK_INPUT;
	if (!isatty(STDOUT_FILENO))
		return LACK_OUTPUT;
	return str_blank(term) ? LACK_TERM : LACK_PLACING;
}

const char *terminal_name(struct pool *pool)
{
	return pool_strndup(pool, getenv("TERM"), NAME_SHOWN);
}

bool terminal_confirms(const struct cli *cli, const char *question, bool *asked)
{
	char line[16];

	*asked = isatty(STDIN_FILENO) && isatty(STDERR_FILENO) && !has_option(cli, OPTION_FORCE) &&
		!has_option(cli, OPTION_NO_INPUT);
	if (!*asked)
		return false;
	fprintf(stderr, "%s ", question);
	return fgets(line, sizeof(line), stdin) && (line[0] == 'y' || line[0] == 'Y');
}

static sigset_t before;

void signals_hold(void)
{
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGHUP);
	sigprocmask(SIG_BLOCK, &held, &before);
}

void signals_release(void)
{
	sigprocmask(SIG_SETMASK, &before, NULL);
}

void signals_default(void)
{
	signals_release();
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
}

static const enum sentence lines_since[LACK_PLACING] = {
	[LACK_INPUT] = W_LINES_NO_INPUT,
	[LACK_OUTPUT] = W_LINES_NO_OUTPUT,
	[LACK_TERM] = W_LINES_NO_TERM,
};

const char *cli_why_lines(struct cli *cli)
{
	enum lack lack = terminal_lacks();

	return lack == LACK_PLACING ? words(&cli->pool, W_LINES_NO_PLACING,
					      hole_text("term", terminal_name(&cli->pool)))
				    : words_plain(lines_since[lack]);
}

enum err cli_check_refused(const struct line_watch *watch, struct errmsg *why)
{
	if (!watch->strict || !watch->refused)
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID,
		"line %zu of the input was refused: \"%s\"; what comes before it is stored, and "
		"nothing behind it was read",
		watch->first, watch->typed);
}
