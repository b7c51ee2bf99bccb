/* SPDX-License-Identifier: MIT */
/*
 * help, as a command.
 */
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	return cli->operand_count ? help_topic(cli, cli->operands[0], why)
				  : help_overview(cli, why);
}

const struct command command_help = {
	.name = "help",
	.synopsis = "[TOPIC]",
	.help = "this list; about a command or a topic",
	.most = 1,
	.bears_config = true,
	.run = run,
};
