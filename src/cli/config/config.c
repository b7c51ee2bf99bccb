/* SPDX-License-Identifier: MIT */
/*
 * config: what is settled, and where.
 */
#include "config.h"
#include "../commands/commands.h"

static enum err print_defaults(const struct cli *cli, struct errmsg *why)
{
	struct str out;

	if (cli->format == FORMAT_JSON)
		return errmsg_set(why, ERR_USAGE,
			"--defaults prints a configuration file, which is no JSON; leave one out");
	str_init(&out);
	config_defaults(&out);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err print(const struct cli *cli, struct errmsg *why)
{
	struct str out;

	if (cli->format == FORMAT_JSON)
		return output_json(cli, config_json(cli), why);
	str_init(&out);
	config_text(cli, &out);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	if (has_option(cli, OPTION_DEFAULTS))
		return print_defaults(cli, why);
	enum err err = print(cli, why);
	if (err == ERR_NONE && cli->config->err) {
		*why = cli->config->fault;
		err = cli->config->err;
	}
	return err;
}

const struct command command_config = {
	.name = "config",
	.synopsis = "[--defaults] [--format text|json]",
	.help = "every setting of the configuration file, its value, and where that comes from",
	.more = "The file is $XDG_CONFIG_HOME/rekindle/config, ~/.config/rekindle/config where "
		"that is not set, or what --config or REKINDLE_CONFIG names. With --defaults: a "
		"file to begin with, everything in it commented out. Exit status 2: a line of the "
		"file cannot be meant; it is said which, and what to do. rekindle-config(5) has "
		"every setting.",
	.options = OPTION_BIT(OPTION_DEFAULTS) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.bears_config = true,
	.run = run,
};
