/* SPDX-License-Identifier: MIT */
/*
 * trend: all rounds of an alliance, and what has changed from each to the next.
 */
#include "../commands/commands.h"
#include "rounds.h"

/* The rounds of the alliance of which the operand names one. */
static enum err find(const struct cli *cli, struct store *store, struct pool *pool, int64_t **keys,
	size_t *count, struct errmsg *why)
{
	struct record record;
	int64_t one;
	enum err err = store_find(store, cli->operands[0], &one, why);

	if (err == ERR_NONE)
		err = store_load(store, one, &record, why);
	if (err != ERR_NONE)
		return err;
	*count = store_rounds(store, record.alliance.object.key, pool, keys);
	record_release(&record);
	if (*count)
		return ERR_NONE;
	return errmsg_set(why, ERR_FAILED,
		"the rounds of %s cannot be read; rekindle doctor looks "
		"into the database",
		cli->operands[0]);
}

static void print(struct str *out, const struct history *history, bool ascii)
{
	report_trend_text(out, history->round, history->change, history->count, ascii);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	static const struct rounds_command command = { find, print, rounds_trend_json };

	return rounds_run(cli, &command, why);
}

const struct command command_trend = {
	.name = "trend",
	.synopsis = "ALLIANCE [--edition internal|joint] [--format text|json]",
	.help = "all rounds of an alliance, and what has changed from each to the next",
	.more = "The scores of every round as its diagnosis has them, and what rose or fell beyond "
		"chance since the round before, as rekindle compare tells it. ALLIANCE is a name, "
		"or the ID of any of its rounds. The joint edition is for both companies and "
		"counts "
		"as a joint edition of every round (rekindle help report).",
	.options = OPTION_BIT(OPTION_EDITION) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = "trend needs an ALLIANCE, or the ID of one of its rounds; rekindle list shows "
		   "them",
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
