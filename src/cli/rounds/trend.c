/* SPDX-License-Identifier: MIT */
/*
 * trend: all rounds of an alliance, and what has changed from each to the next.
 */
#include "../commands/commands.h"
#include "rounds.h"

/* The rounds of the alliance of which the operand names one. */
static enum err find(const struct cli *cli, struct rounds *rounds, int64_t **keys, size_t *count,
	struct errmsg *why)
{
	struct record record;
	int64_t one;
	enum err err = store_find(rounds->store, cli->operands[0], &one, why);

	if (err == ERR_NONE)
		err = store_load(rounds->store, one, &record, why);
	if (err != ERR_NONE)
		return err;
	*count = store_rounds(rounds->store, record.alliance.object.key, &rounds->pool, keys);
	record_release(&record);
	if (*count)
		return ERR_NONE;
	return errmsg_set(why, ERR_FAILED,
		"the rounds of %s cannot be read; rekindle doctor looks "
		"into the database",
		cli->operands[0]);
}

static enum err print(const struct cli *cli, const struct rounds *rounds, struct errmsg *why)
{
	struct str out;
	enum err err;

	if (cli->format == FORMAT_JSON)
		return output_json(cli, rounds_trend_json(rounds), why);
	str_init(&out);
	report_trend_text(&out, rounds->round, rounds->change, rounds->count, cli->ascii);
	err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct rounds rounds = { .count = 0 };
	int64_t *keys;
	size_t count;
	int edition = EDITION_INTERNAL;
	enum err err = option_word(cli, OPTION_EDITION, &vocabulary_edition, &edition, why);

	if (err == ERR_NONE)
		err = cli_store_id(cli, &rounds.store, why);
	if (err == ERR_NONE)
		err = find(cli, &rounds, &keys, &count, why);
	if (err == ERR_NONE)
		err = rounds_load(&rounds, keys, count, (enum edition)edition, why);
	if (err == ERR_NONE)
		err = print(cli, &rounds, why);
	rounds_free(&rounds);
	return err;
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
