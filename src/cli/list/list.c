/* SPDX-License-Identifier: MIT */
/*
 * list: every assessment, with the summary of its diagnosis brought up to date.
 */
#include <math.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/bin.h>
#include <rekindle/care.h>
#include <rekindle/summary.h>
#include "list.h"

static enum err read_list(const struct cli *cli, struct listing *own, struct errmsg *why)
{
	struct store *store;
	struct store_list *list = &own->list;
	enum err err = cli_store(cli, STORE_EXISTING, &store, why);

	if (err == ERR_NONE)
		err = store_list(store, list, why);
	if (err == ERR_NONE && !list->count)
		err = store_bin_alliances(store, &own->binned, why);
	if (err == ERR_NONE)
		err = summaries_make(store, list, why);
	store_close(store);
	return err;
}

/* Each member on its own: name and value stand together. */
static json_t *round_json(const struct store_round *round)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_uuid(&round->assessment_id));
	json_object_set_new(object, "alliance", json_string(round->alliance_name));
	json_object_set_new(object, "alliance_id", json_uuid(&round->alliance_id));
	json_object_set_new(object, "title", json_text(round->title));
	json_object_set_new(object, "kind", json_string(vocabulary_round.word[round->kind]));
	json_object_set_new(object, "date", json_day(round->date));
	json_object_set_new(object, "sealed", json_day(round->sealed));
	json_object_set_new(object, "parties", json_integer(round->parties));
	json_object_set_new(object, "heard", json_integer(round->heard));
	json_object_set_new(object, "planned", json_integer(round->planned));
	json_object_set_new(object, "health", json_number(round->health));
	json_object_set_new(object, "primary", json_text(round->primary));
	json_object_set_new(object, "grade", json_text(round->grade));
	json_object_set_new(object, "next_planned", json_text(round->next_planned));
	json_object_set_new(object, "next_due", json_day(store_plan_next(&round->plan)));
	json_object_set_new(
		object, "late", json_integer(store_plan_late(&round->plan, clock_today())));
	return object;
}

static enum err print_json(const struct cli *cli, const struct listing *own, struct errmsg *why)
{
	struct json_rows rows;
	enum err err = ERR_NONE;

	json_rows_begin(&rows, cli);
	for (size_t i = 0; err == ERR_NONE && i < own->count; i++)
		err = json_rows_add(&rows, round_json(&own->list.rounds[own->row[i]]), why);
	return json_rows_end(&rows, err, why);
}

/* What only one way of showing the list has. */
static enum err check(const struct cli *cli, struct errmsg *why)
{
	const option_set rows =
		OPTION_BIT(OPTION_SORT) | OPTION_BIT(OPTION_FILTER) | OPTION_BIT(OPTION_IDS);

	if (has_option(cli, OPTION_DELETED) && (cli->given & rows))
		return errmsg_set(why, ERR_USAGE,
			"--sort, --filter and --ids are about assessments; leave them out, or "
			"--deleted");
	if (has_option(cli, OPTION_IDS) && cli->format == FORMAT_JSON)
		return errmsg_set(why, ERR_USAGE,
			"--ids prints a line each, and JSON has the ids in any case; leave one "
			"out");
	return ERR_NONE;
}

/* The usual place is empty at first; a file that was named, or has copies, has to be there. */
static bool is_there(const struct cli *cli)
{
	char buffer[4096], copy[4096];
	const char *path = cli_database(cli, buffer, sizeof(buffer));
	bool named = has_option(cli, OPTION_DB) || path != buffer;

	return named || !path || access(path, F_OK) == 0 ||
		store_newest_backup(path, copy, sizeof(copy));
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct listing own = { 0 };
	enum err err = check(cli, why);
	bool there = err == ERR_NONE && is_there(cli);

	if (there && has_option(cli, OPTION_DELETED))
		return list_deleted(cli, why);
	if (there)
		err = read_list(cli, &own, why);
	if (err == ERR_NONE)
		err = list_select(cli, &own, why);
	if (err == ERR_NONE)
		err = cli->format == FORMAT_JSON ? print_json(cli, &own, why)
						 : list_text(cli, &own, why);
	store_list_release(&own.list);
	pool_release(&own.pool);
	return err;
}

const struct command command_list = {
	.name = "list",
	.synopsis = "[--filter WORDS] [--sort KEY] [--wide | --ids] [--deleted] [--format "
		    "text|json]",
	.help = "all assessments, with what the diagnosis says of each; or the bin",
	.more = "An s behind the date: sealed. Heard: people with answers, and people in all. "
		"Health from 1.00 to 5.00 with its band: S strength, A adequate, W weak, C "
		"critical. Trend: health by round, up to this one. Next: the next interview or "
		"action of the stored plan, ! when that day "
		"is over. --sort is by name, next, health or date. --filter shows rows with all of "
		"the words: of a name, a title, a kind of round, a cause, open, sealed, late. "
		"Names are cut only on a terminal that is too narrow, with --wide not there "
		"either. --ids prints the ids of the assessments alone. "
		"With --deleted: what was deleted, when, and when it is erased.",
	.options = OPTION_BIT(OPTION_DELETED) | OPTION_BIT(OPTION_FORMAT) |
		OPTION_BIT(OPTION_WIDE) | OPTION_BIT(OPTION_SORT) | OPTION_BIT(OPTION_FILTER) |
		OPTION_BIT(OPTION_IDS),
	.json = true,
	.run = run,
};
