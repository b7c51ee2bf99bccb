/* SPDX-License-Identifier: MIT */
/*
 * new: an alliance with its parties and an empty baseline.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include "commands.h"

static enum err check(const struct cli *cli, struct errmsg *why)
{
	if (!has_option(cli, OPTION_NAME))
		return errmsg_set(why, ERR_USAGE, "new needs the alliance's name: --name NAME");
	if (cli->party_count < 2)
		return errmsg_set(why, ERR_USAGE,
			"an alliance has two to six parties: give --party "
			"once for each, your own side first");
	enum err err = cli_check_name(cli->value[OPTION_NAME], "--name", why);
	for (int i = 0; err == ERR_NONE && i < cli->party_count; i++) {
		err = cli_check_name(cli->parties[i], "--party", why);
		if (err == ERR_NONE && str_is_figure(cli->parties[i]))
			err = errmsg_set(why, ERR_USAGE,
				"--party %s: a company has a name with letters; a number or a day "
				"is none",
				cli->parties[i]);
		for (int j = 0; err == ERR_NONE && j < i; j++)
			if (strcasecmp(cli->parties[i], cli->parties[j]) == 0)
				err = errmsg_set(why, ERR_USAGE,
					"--party %s was given twice; parties "
					"need different names",
					cli->parties[i]);
	}
	return err;
}

static void fill(const struct cli *cli, struct record *record)
{
	record_init(record, cli->instrument);
	record->alliance.name = cli->value[OPTION_NAME];
	for (int i = 0; i < cli->party_count; i++) {
		struct party *party = record_add(record, KIND_PARTY);
		party->name = cli->parties[i];
		party->ours = i == 0 ? TRI_YES : TRI_NO;
	}
	record_begin_profile(record);
	record->assessment.kind = ROUND_BASELINE;
	record->assessment.title = "baseline";
	record->assessment.date = clock_today();
	record_settle(record);
}

static enum err add(const struct cli *cli, struct record *record, struct errmsg *why)
{
	struct store *store;
	enum err err = cli_store(cli, STORE_CREATE, &store, why);

	if (err == ERR_NONE && cli->instrument->source)
		err = store_put_instrument(store, cli->instrument, why);
	if (err == ERR_NONE)
		err = store_add_record(store, record, why);
	store_close(store);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct record record;
	enum err err = check(cli, why);

	if (err != ERR_NONE)
		return err;
	fill(cli, &record);
	err = add(cli, &record, why);
	if (err == ERR_NONE)
		err = output_id(cli, &record.assessment.object.id, why);
	record_release(&record);
	return err;
}

const struct command command_new = {
	.name = "new",
	.synopsis = "--name NAME --party PARTY --party PARTY [...]",
	.help = "add an alliance with its companies; prints the id of its baseline",
	.more = "Two to six parties, your own side first. With --instrument FILE the assessment is "
		"made with that question bank and keeps it.",
	.options = OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_PARTY) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.stores = true,
	.run = run,
};
