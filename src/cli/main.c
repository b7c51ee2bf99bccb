/* SPDX-License-Identifier: MIT */
/*
 * The program: its streams, one command line, its exit code.
 */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <rekindle/store.h>
#include "cli.h"

/* What was given closed is opened on nothing, so that no file of ours ever gets the number of a
 * stream: what is printed would be written into it. */
static void take_streams(void)
{
	int file;

	do
		file = open("/dev/null", O_RDONLY);
	while (file >= 0 && file <= STDERR_FILENO);
	if (file > STDERR_FILENO)
		close(file);
}

/* The command is done: what it printed has to be out before it is called so. */
static enum err flush(const struct cli *cli, struct errmsg *why)
{
	errno = 0;
	return fflush(stdout) == 0 && !ferror(stdout) ? ERR_NONE : output_failed(cli, errno, why);
}

int main(int argc, char **argv)
{
	struct cli cli = { 0 };
	struct errmsg why = { "" };

	take_streams();
	setlocale(LC_CTYPE, "");
	signal(SIGPIPE, SIG_DFL);
	umask(077);
	enum err err = cli_dispatch(&cli, argc, argv, &why);
	if (err == ERR_NONE)
		err = flush(&cli, &why);
	if (err != ERR_NONE && why.text[0])
		fprintf(stderr, "rekindle: %s\n", why.text);
	pool_release(&cli.pool);
	if (err == ERR_FAILED && store_met_damage())
		err = ERR_INVALID;
	return err == ERR_NONE && cli.interrupted ? EXIT_INTERRUPTED : (int)err;
}
