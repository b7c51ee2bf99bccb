/* SPDX-License-Identifier: MIT */
/*
 * restore: a copy in the place of the database, which is kept aside.
 */
#include <stdio.h>
#include <string.h>
#include <rekindle/care.h>
#include "commands.h"

static const char *told(struct cli *cli, const char *database, const char *aside)
{
	struct hole file =
		hole_text("file", cli_harmless(&cli->pool, cli->operands[0], cli->ascii));
	struct hole place = hole_text("database", cli_harmless(&cli->pool, database, cli->ascii));

	if (!*aside)
		return words(&cli->pool, W_RESTORED, file, place);
	return words(&cli->pool, W_RESTORED_ASIDE, file, place,
		hole_text("aside", cli_harmless(&cli->pool, aside, cli->ascii)));
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	char buffer[4096];
	struct str aside;
	const char *database = cli_place(cli, buffer, sizeof(buffer), why);

	if (!database)
		return ERR_USAGE;
	if (strcmp(database, ":memory:") == 0)
		return errmsg_set(why, ERR_USAGE,
			"the database :memory: is no file, so there is nothing to restore; give "
			"--db FILE");
	str_init(&aside);
	signals_hold();
	enum err err = care_restore(database, cli->operands[0], &aside, why);
	signals_release();
	if (err == ERR_NONE)
		printf("%s\n", told(cli, database, aside.text));
	str_release(&aside);
	return err;
}

const struct command command_restore = {
	.name = "restore",
	.synopsis = "FILE",
	.help = "put a copy of FILE in the place of the database, which is kept aside",
	.more = "FILE is read whole first, down to every answer, and stays as it is. What was "
		"there "
		"before is kept beside the database under a name that is printed. While another "
		"program has the database open, nothing is done.",
	.stores = true,
	.fewest = 1,
	.most = 1,
	.lacking =
		"restore needs the name of a copy; rekindle doctor lists those beside the database",
	.run = run,
};
