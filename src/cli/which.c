/* SPDX-License-Identifier: MIT */
/*
 * Which round of an alliance a command means: by its ID, and by --round where that names another.
 */
#include <string.h>
#include <rekindle/utf8.h>
#include "cli.h"

#define PULSE "pulse"

enum err cli_check_id(const char *id, struct errmsg *why)
{
	if (utf8_valid(id, strlen(id)))
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"the ID %s is not valid UTF-8; rekindle list shows "
		"the IDs",
		id);
}

static enum err load(struct store *store, int64_t key, struct record *record, int64_t *alliance,
	struct errmsg *why)
{
	enum err err = store_load(store, key, record, why);

	if (err == ERR_NONE)
		*alliance = record->alliance.object.key;
	return err;
}

/* The alliance that a round is of, and its name in pool. */
static enum err alliance_of(struct store *store, int64_t round, struct pool *pool, int64_t *key,
	const char **name, struct errmsg *why)
{
	struct record record;
	enum err err = load(store, round, &record, key, why);

	if (err == ERR_NONE)
		*name = pool_strdup(pool, record.alliance.name);
	record_release(&record);
	return err;
}

/* --round ID: a round of the alliance that the operand means. */
static enum err check_of(const struct cli *cli, struct store *store, int64_t round, int64_t meant,
	struct errmsg *why)
{
	struct pool pool = { 0 };
	const char *name, *other;
	int64_t of, named;
	enum err err = alliance_of(store, meant, &pool, &of, &name, why);

	if (err == ERR_NONE)
		err = alliance_of(store, round, &pool, &named, &other, why);
	if (err == ERR_NONE && of != named)
		err = errmsg_set(why, ERR_USAGE, "--round %s is a round of %s, not of %s",
			cli->value[OPTION_ROUND], other, name);
	pool_release(&pool);
	return err;
}

/* What was found where a pulse is wanted may be a full round, for want of one. */
static enum err check_pulse(struct store *store, int64_t round, bool open, struct errmsg *why)
{
	struct record record;
	struct pool pool = { 0 };
	enum err err = store_load(store, round, &record, why);

	if (err == ERR_NONE && record.assessment.kind != ROUND_PULSE) {
		err = ERR_USAGE;
		errmsg_set(why, err, "%s",
			words(&pool, open ? W_NO_OPEN_PULSE : W_NO_PULSE,
				hole_text("alliance", record.alliance.name)));
	}
	record_release(&record);
	pool_release(&pool);
	return err;
}

enum err cli_find_round(
	const struct cli *cli, struct store *store, int64_t *round, struct errmsg *why)
{
	const char *id = cli->operands[0], *named = cli->value[OPTION_ROUND];
	enum round_wanted wanted = cli->command ? cli->command->wanted : WANT_FULL;
	bool pulse = named && strcmp(named, PULSE) == 0;

	if (pulse && wanted != WANT_OPEN_PULSE)
		wanted = wanted == WANT_OPEN_FULL ? WANT_OPEN_PULSE : WANT_PULSE;
	enum err err = store_find_round(store, id, wanted, round, why);
	if (err == ERR_NONE && named && !pulse) {
		int64_t meant = *round;
		err = cli_check_id(named, why);
		if (err == ERR_NONE)
			err = store_find_round(store, named, wanted, round, why);
		if (err == ERR_NONE)
			err = check_of(cli, store, *round, meant, why);
	}
	if (err == ERR_NONE && (pulse || (cli->command && cli->command->wanted == WANT_OPEN_PULSE)))
		err = check_pulse(store, *round, wanted == WANT_OPEN_PULSE, why);
	return err;
}
