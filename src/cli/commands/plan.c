/* SPDX-License-Identifier: MIT */
/*
 * plan: a draft of the revival plan, for a start date; nothing is stored.
 */
#include <rekindle/exchange.h>
#include <rekindle/report.h>
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	struct str out;
	int start;
	enum err err = option_start(cli, &start, why);

	if (err != ERR_NONE)
		return err;
	str_init(&out);
	err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE) {
		loaded_plan(&loaded, start);
		if (cli->format == FORMAT_JSON)
			exchange_plan_json(&out, &loaded.record, &loaded.plan);
		else
			report_plan_text(&out, &loaded.record, &loaded.plan, cli->ascii);
	}
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

const struct command command_plan = {
	.name = "plan",
	.synopsis = "ID [--start DATE] [--format text|json]",
	.help = "the revival plan by phase, with owners on every side and dates",
	.more = "Without --start the plan begins on the day stored with the assessment, else on "
		"the next Monday.",
	.options = OPTION_BIT(OPTION_START) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(plan),
	.run = run,
};
