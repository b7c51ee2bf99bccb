/* SPDX-License-Identifier: MIT */
/*
 * A command about several rounds: they are found, read for the edition that is asked for, printed.
 */
#include "rounds.h"

static enum err read_rounds(struct history *history, struct store *store, const int64_t *keys,
	size_t count, enum edition edition, struct errmsg *why)
{
	enum err err = history_load(history, store, keys, count, edition, why);

	if (err == ERR_NONE)
		err = history_hand_out(history, store, why);
	if (err == ERR_NONE)
		history_compare(history);
	return err;
}

static enum err print(struct cli *cli, const struct rounds_command *command,
	const struct history *history, struct errmsg *why)
{
	struct str out;
	enum err err;

	if (cli->format == FORMAT_JSON)
		return output_json(cli, command->json(history), why);
	str_init(&out);
	command->text(&out, history, cli->ascii);
	err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

enum err rounds_run(struct cli *cli, const struct rounds_command *command, struct errmsg *why)
{
	struct history history = { .count = 0 };
	struct store *store = NULL;
	struct pool pool = { 0 };
	int64_t *keys = NULL;
	size_t count = 0;
	int edition = EDITION_INTERNAL;
	enum err err = option_word(cli, OPTION_EDITION, &vocabulary_edition, &edition, why);

	if (err == ERR_NONE)
		err = cli_store_id(cli, &store, why);
	if (err == ERR_NONE)
		err = command->find(cli, store, &pool, &keys, &count, why);
	if (err == ERR_NONE)
		err = read_rounds(&history, store, keys, count, (enum edition)edition, why);
	if (err == ERR_NONE)
		err = print(cli, command, &history, why);
	history_release(&history);
	store_close(store);
	pool_release(&pool);
	return err;
}
