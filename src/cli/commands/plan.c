/* SPDX-License-Identifier: MIT */
/*
 * plan: the stored plan or a draft of one, for reading, for a spreadsheet or for a calendar; with
 * --save the draft is stored.
 */
#include <rekindle/exchange.h>
#include <rekindle/report.h>
#include "commands.h"

enum plan_format { PLAN_TEXT, PLAN_CSV, PLAN_ICS, PLAN_JSON };
static const char *const format_words[] = { "text", "csv", "ics", "json" };
static const struct vocabulary plan_formats = { "format", 4, format_words };

static void write_text(struct str *out, const struct cli *cli, const struct loaded *loaded)
{
	report_plan_text(out, &loaded->record, &loaded->diagnosis, &loaded->plan, cli->ascii);
}

static void write_csv(struct str *out, const struct cli *cli, const struct loaded *loaded)
{
	(void)cli;
	exchange_plan_csv(out, &loaded->record, &loaded->plan);
}

static void write_ics(struct str *out, const struct cli *cli, const struct loaded *loaded)
{
	(void)cli;
	exchange_plan_ics(out, loaded->store, &loaded->record, &loaded->plan, clock_stamp_ms());
}

static void write_json(struct str *out, const struct cli *cli, const struct loaded *loaded)
{
	(void)cli;
	exchange_plan_json(out, &loaded->record, &loaded->plan);
}

static void (*const write_as[])(struct str *, const struct cli *, const struct loaded *) = {
	[PLAN_TEXT] = write_text,
	[PLAN_CSV] = write_csv,
	[PLAN_ICS] = write_ics,
	[PLAN_JSON] = write_json,
};

static void tell(const struct record *record, struct plan_kept kept, bool changed)
{
	struct pool pool = { 0 };
	struct hole alliance = hole_text("alliance", record->alliance.name);

	if (!changed)
		cli_message(words(&pool, W_PLAN_UP_TO_DATE, alliance));
	else
		cli_message(
			words(&pool, W_PLAN_STORED, alliance, hole_count("added", (int)kept.added),
				hole_count("updated", (int)kept.updated),
				hole_count("stale", (int)kept.stale)));
	pool_release(&pool);
}

/* The draft among the objects of the record, then in the store; read from there afterwards. */
static enum err save(struct loaded *loaded, int start, struct errmsg *why)
{
	loaded_draft(loaded, start);
	struct plan_kept kept = plan_keep(&loaded->record, &loaded->plan, words_proposals);
	plan_release(&loaded->plan);
	loaded->planned = false;
	int64_t before = store_change(loaded->store);
	enum err err = store_put_plan(loaded->store, &loaded->record, why);
	if (err == ERR_NONE)
		tell(&loaded->record, kept, store_change(loaded->store) != before);
	return err;
}

static enum err write_plan(const struct cli *cli, struct loaded *loaded, int start, struct str *out,
	struct errmsg *why)
{
	enum err err = loaded_open(cli, loaded, why);

	if (err == ERR_NONE && loaded->record.assessment.kind == ROUND_PULSE &&
		(has_option(cli, OPTION_SAVE) || start != DATE_NONE ||
			!plan_is_stored(&loaded->record)))
		return errmsg_set(why, ERR_USAGE, "%s", words_plain(W_PULSE_NO_PLAN));
	if (err == ERR_NONE && has_option(cli, OPTION_SAVE)) {
		err = save(loaded, start, why);
		start = DATE_NONE;
	}
	if (err != ERR_NONE)
		return err;
	loaded_plan(loaded, start);
	write_as[cli->format](out, cli, loaded);
	return ERR_NONE;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	struct str out;
	char database[4096];
	int start;
	const char *path = cli_database(cli, database, sizeof(database));
	enum err err = option_start(cli, &start, why);

	if (err == ERR_NONE)
		err = output_check(cli, path, why);
	if (err != ERR_NONE)
		return err;
	str_init(&out);
	err = write_plan(cli, &loaded, start, &out, why);
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = output_result(cli, &out, path, why);
	str_release(&out);
	return err;
}

const struct command command_plan = {
	.name = "plan",
	.synopsis = "ID [--save] [--start DATE] [--format text|csv|ics|json] [-o FILE]",
	.help = "the revival plan by phase, with owners on every side and dates",
	.more = "The stored plan; where none is stored or --start is given, a draft, which begins "
		"on that day, else on the day stored with the assessment, else on the next Monday. "
		"--save stores the draft: what was set by hand stays, what is new is added, what "
		"nothing calls for any more is marked. csv is for spreadsheets, ics for calendars.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_SAVE) | OPTION_BIT(OPTION_START) |
		OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT),
	.json = true,
	.stores = true,
	.formats = &plan_formats,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(plan),
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
