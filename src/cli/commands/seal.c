/* SPDX-License-Identifier: MIT */
/*
 * seal: a round becomes a snapshot that can only be read, or with --open an open round again.
 */
#include "commands.h"

static const char *said(struct pool *pool, const struct record *record, bool open)
{
	const struct assessment *round = &record->assessment;
	char id[UUID_TEXT];
	struct hole named =
		hole_text("round", round->title ? round->title : words_round(round->kind));
	struct hole alliance = hole_text("alliance", record->alliance.name);

	if (round->sealed != DATE_NONE)
		return words(pool, open ? W_SEAL_OPENED : W_SEALED_ALREADY, named, alliance,
			hole_day("day", round->sealed, DAY_ISO));
	if (open)
		return words(pool, W_SEAL_NONE, named, alliance);
	uuid_text(&round->object.id, id);
	return words(pool, W_SEALED, named, alliance,
		hole_text("assessment", pool_strndup(pool, id, 8)));
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded;
	bool open = has_option(cli, OPTION_OPEN);
	enum err err = loaded_open(cli, &loaded, why);

	if (err == ERR_NONE && (loaded.record.assessment.sealed == DATE_NONE) != open)
		err = store_seal(
			loaded.store, loaded.assessment, open ? DATE_NONE : clock_today(), why);
	if (err == ERR_NONE)
		cli_message(said(&cli->pool, &loaded.record, open));
	loaded_release(&loaded);
	return err;
}

const struct command command_seal = {
	.name = "seal",
	.synopsis = "ID [--open]",
	.help = "make a round a snapshot that can only be read; --open takes that back",
	.more = "Nothing that was recorded of a sealed round is changed any more, by undo and "
		"import "
		"neither; its plan, its KPIs and the people of the alliance go on, and it keeps "
		"the "
		"KPIs as they were then.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_OPEN),
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(seal),
	.takes_id = true,
	.stores = true,
	.run = run,
};
