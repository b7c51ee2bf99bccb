/* SPDX-License-Identifier: MIT */
/*
 * compare: two rounds of one alliance, aspect by aspect.
 */
#include "../commands/commands.h"
#include "rounds.h"

/* Of both operands, which have to mean two rounds. */
static enum err find(
	const struct cli *cli, struct store *store, int64_t keys[2], struct errmsg *why)
{
	enum err err = store_find(store, cli->operands[0], &keys[0], why);

	if (err == ERR_NONE)
		err = cli_check_id(cli->operands[1], why);
	if (err == ERR_NONE)
		err = store_find(store, cli->operands[1], &keys[1], why);
	if (err == ERR_NONE && keys[0] == keys[1])
		return errmsg_set(why, ERR_USAGE,
			"%s and %s are the same round: name two of an alliance by their IDs, which "
			"rekindle list shows",
			cli->operands[0], cli->operands[1]);
	return err;
}

static enum err print(struct cli *cli, const struct round_change *change, struct errmsg *why)
{
	struct str out;
	enum err err;

	if (cli->format == FORMAT_JSON)
		return output_json(cli, rounds_compare_json(change), why);
	str_init(&out);
	report_compare_text(&out, change, cli->ascii);
	err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct rounds rounds = { .count = 0 };
	int64_t keys[2];
	int edition = EDITION_INTERNAL;
	enum err err = option_word(cli, OPTION_EDITION, &vocabulary_edition, &edition, why);

	if (err == ERR_NONE)
		err = cli_store_id(cli, &rounds.store, why);
	if (err == ERR_NONE)
		err = find(cli, rounds.store, keys, why);
	if (err == ERR_NONE)
		err = rounds_load(&rounds, keys, 2, (enum edition)edition, why);
	if (err == ERR_NONE)
		err = print(cli, &rounds.change[0], why);
	rounds_free(&rounds);
	return err;
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
