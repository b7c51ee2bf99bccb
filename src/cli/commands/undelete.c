/* SPDX-License-Identifier: MIT */
/*
 * undelete: out of the bin.
 */
#include <rekindle/bin.h>
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store_binned binned;
	struct store *store;
	enum err err = cli_store_id(cli, &store, why);

	if (err == ERR_NONE)
		err = store_find_binned(store, cli->operands[0], &cli->pool, &binned, why);
	if (err == ERR_NONE)
		err = store_undelete(store, &binned, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_UNDELETED, hole_text("what", binned.name)));
	store_close(store);
	return err;
}

const struct command command_undelete = {
	.name = "undelete",
	.synopsis = "ID",
	.help = "bring back what was deleted, with all that went with it",
	.more = "ID as list --deleted shows it, or the name of a deleted alliance. Asks nothing.",
	.stores = true,
	.fewest = 1,
	.most = 1,
	.lacking = "undelete needs an ID; rekindle list --deleted shows them",
	.run = run,
};
