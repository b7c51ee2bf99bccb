/* SPDX-License-Identifier: MIT */
/*
 * What the terminal can do, and which signals wait.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <rekindle/str.h>
#include <rekindle/tui.h>
#include "cli.h"

bool terminal_both(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool terminal_places(void)
{
	return terminal_both() && tui_possible();
}

const char *terminal_lacks(void)
{
	if (!isatty(STDIN_FILENO))
		return "standard input is no terminal";
	if (!isatty(STDOUT_FILENO))
		return "standard output is no terminal";
	static char named[200];
	const char *term = getenv("TERM");
	if (str_blank(term))
		return "TERM is not set, and so no terminal is known that can place a cursor";
	snprintf(named, sizeof(named),
		"TERM is %.60s, which is known here as no terminal that can place a cursor; "
		"TERM=xterm-256color suits most",
		term);
	return named;
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
