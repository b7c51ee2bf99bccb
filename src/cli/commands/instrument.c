/* SPDX-License-Identifier: MIT */
/*
 * instrument show: the question bank.
 */
#include <string.h>
#include <rekindle/report.h>
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct str out;

	if (strcmp(cli->operands[0], "show") != 0)
		return errmsg_set(why, ERR_USAGE, "instrument %s: there is only instrument show",
			cli->operands[0]);
	str_init(&out);
	if (cli->format == FORMAT_JSON)
		report_instrument_json(&out, cli->instrument);
	else
		report_instrument_text(&out, cli->instrument, cli->ascii);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

const struct command command_instrument = {
	.name = "instrument",
	.synopsis = "show [--format text|json]",
	.help = "the question bank; with --instrument FILE your own",
	.options = OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = "instrument needs a verb: rekindle instrument show",
	.run = run,
};
