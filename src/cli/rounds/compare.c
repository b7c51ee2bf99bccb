/* SPDX-License-Identifier: MIT */
/*
 * compare: two rounds of one alliance, aspect by aspect.
 */
#include "../commands/commands.h"
#include "rounds.h"

/* Of both operands, which have to mean two rounds. */
static enum err find(const struct cli *cli, struct store *store, struct pool *pool, int64_t **keys,
	size_t *count, struct errmsg *why)
{
	int64_t *both = *keys = pool_alloc(pool, 2 * sizeof(*both));
	enum err err = store_find(store, cli->operands[0], &both[0], why);

	*count = 2;
	if (err == ERR_NONE)
		err = cli_check_id(cli->operands[1], why);
	if (err == ERR_NONE)
		err = store_find(store, cli->operands[1], &both[1], why);
	if (err == ERR_NONE && both[0] == both[1])
		return errmsg_set(why, ERR_USAGE,
			"%s and %s are the same round: name two of an alliance by their IDs, which "
			"rekindle list shows",
			cli->operands[0], cli->operands[1]);
	return err;
}

static void print(struct str *out, const struct history *history, bool ascii)
{
	report_compare_text(out, &history->change[0], ascii);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	static const struct rounds_command command = { find, print, rounds_compare_json };

	return rounds_run(cli, &command, why);
}

const struct command command_compare = {
	.name = "compare",
	.synopsis = "ID ID [--edition internal|joint] [--format text|json]",
	.help = "what has changed between two rounds of an alliance",
	.more = "The ratings of the items that both rounds asked: the scores of both, the change "
		"of those who answered both times, and whether it is beyond chance. Where it "
		"cannot be told yet, how many pairs that takes. The joint edition is for both "
		"companies: it gives no change from which the answers of one or two people follow, "
		"and counts as a joint edition of each of the rounds (rekindle help report).",
	.options = OPTION_BIT(OPTION_EDITION) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 2,
	.most = 2,
	.lacking = "compare needs two IDs; rekindle list shows them",
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
