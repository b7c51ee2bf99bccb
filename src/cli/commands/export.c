/* SPDX-License-Identifier: MIT */
/*
 * export: an alliance as one exchange document.
 */
#include <rekindle/exchange.h>
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded;
	struct str out;
	char database[4096];
	enum err err = loaded_open(cli, &loaded, why);

	str_init(&out);
	if (err == ERR_NONE)
		err = exchange_write(
			loaded.store, loaded.assessment, has_option(cli, OPTION_ONLY), &out, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_COPY_IS_CONFIDENTIAL,
			hole_text("alliance", loaded.record.alliance.name)));
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = output_result(cli, &out, cli_database(cli, database, sizeof(database)), why);
	str_release(&out);
	return err;
}

const struct command command_export = {
	.name = "export",
	.synopsis = "ID [--only] [-o FILE]",
	.help = "a full confidential copy of an alliance, as JSON for import",
	.more = "All rounds of the alliance are written; --only leaves out the others. A file that "
		"exists is overwritten only with --force.",
	.options = OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_OUTPUT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(export),
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
