/* SPDX-License-Identifier: MIT */
/*
 * backup: a checked copy of the database, also while others write to it.
 */
#include <stdio.h>
#include <rekindle/care.h>
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store *store;
	const char *path = cli->operands[0];
	enum err err = cli_store(cli, STORE_EXISTING, &store, why);

	if (err != ERR_NONE)
		return err;
	signals_hold();
	err = care_backup(store, path, has_option(cli, OPTION_FORCE), why);
	signals_release();
	if (err == ERR_NONE)
		printf("%s\n",
			words(&cli->pool, W_BACKUP_MADE,
				hole_text("file", cli_harmless(&cli->pool, path, cli->ascii)),
				hole_text("database",
					cli_harmless(&cli->pool, store_path(store), cli->ascii))));
	store_close(store);
	return err;
}

const struct command command_backup = {
	.name = "backup",
	.synopsis = "FILE",
	.help = "a checked copy of the database in FILE, also while others write",
	.more = "It is as confidential as the database. A file that exists is overwritten only "
		"with "
		"--force, the database itself never. One copy a day is made without asking, beside "
		"the database: rekindle doctor lists them.",
	.look = LOOK_WHOLE,
	.fewest = 1,
	.most = 1,
	.lacking = "backup needs the name of a file: rekindle backup FILE",
	.run = run,
};
