/* SPDX-License-Identifier: MIT */
/*
 * delete: an alliance or an assessment into the bin.
 */
#include <rekindle/bin.h>
#include <rekindle/date.h>
#include "commands.h"

/* "Phoenix & GenTech", "the assessment of Phoenix & GenTech" */
static const char *what_text(struct pool *pool, const struct store_found *found)
{
	if (found->kind == KIND_ALLIANCE)
		return found->name;
	return words(pool, W_ROUND_OF_ALLIANCE, hole_text("what", kind_info[found->kind].name),
		hole_text("alliance", found->name));
}

static void tell(struct cli *cli, const struct store_found *found)
{
	char id[UUID_TEXT];

	cli_message(
		words(&cli->pool, W_DELETED_UNTIL, hole_text("what", what_text(&cli->pool, found)),
			hole_text("id", uuid_text(&found->id, id)),
			hole_day("day", clock_today() + BIN_DAYS, DAY_LONG)));
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store_found found;
	struct store *store;
	enum err err = cli_store_id(cli, &store, why);

	if (err == ERR_NONE)
		err = store_find_object(store, cli->operands[0], &cli->pool, &found, why);
	if (err == ERR_NONE)
		err = store_delete_found(store, &found, why);
	if (err == ERR_NONE)
		tell(cli, &found);
	store_close(store);
	return err;
}

const struct command command_delete = {
	.name = "delete",
	.synopsis = "ID",
	.help = "an alliance or an assessment into the bin; undelete brings it back",
	.more = "A name means the alliance with all its rounds, an id the one that has it. What is "
		"deleted lies in the bin for 30 days; list --deleted shows it. Asks nothing: "
		"undelete "
		"brings it back whole. Refused while somebody is interviewed in it.",
	.stores = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(delete),
	.run = run,
};
