/* SPDX-License-Identifier: MIT */
/*
 * diagnose: which of the four causes holds the alliance back.
 */
#include <rekindle/date.h>
#include <rekindle/report.h>
#include "commands.h"

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded;
	struct str out;
	enum err err = loaded_open(cli, &loaded, why);

	str_init(&out);
	if (err == ERR_NONE) {
		loaded_diagnose(&loaded);
		if (cli->format == FORMAT_JSON)
			report_diagnosis_json(&out, &loaded.record, &loaded.diagnosis);
		else
			report_diagnosis_text(
				&out, &loaded.record, &loaded.diagnosis, clock_today(), cli->ascii);
	}
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

const struct command command_diagnose = {
	.name = "diagnose",
	.synopsis = "ID [--format text|json]",
	.help = "the diagnosis: causes, aspects, both sides, how sure it is",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(diagnose),
	.takes_id = true,
	.run = run,
};
