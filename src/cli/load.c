/* SPDX-License-Identifier: MIT */
/*
 * The database of this run, and an assessment with what is computed from it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/edition_plan.h>
#include <rekindle/report.h>
#include <rekindle/utf8.h>
#include "cli.h"

const char *cli_database(const struct cli *cli, char *buffer, size_t size)
{
	const char *named = getenv("REKINDLE_DB");

	if (has_option(cli, OPTION_DB))
		return cli->value[OPTION_DB];
	return named && *named ? named : store_default_path(buffer, size);
}

static enum err look_at(const struct cli *cli, struct store *store, struct errmsg *why)
{
	enum look look = cli->command ? cli->command->look : LOOK_LATER;

	if (look == LOOK_LATER)
		return ERR_NONE;
	return store_check(store, look == LOOK_WHOLE ? 0 : STORE_CHECK_CHEAP, why);
}

const char *cli_place(const struct cli *cli, char *buffer, size_t size, struct errmsg *why)
{
	const char *path = cli_database(cli, buffer, size);

	if (path && *path)
		return path;
	errmsg_set(why, ERR_USAGE,
		"there is no place for a database: give --db FILE, or set REKINDLE_DB, "
		"XDG_DATA_HOME or HOME to a path that begins with /");
	return NULL;
}

/* --force of another command is about something else. */
static bool takes_over(const struct cli *cli)
{
	return has_option(cli, OPTION_FORCE) && (!cli->command || cli->command->interviews);
}

static void say_later(void *context, const char *sentence)
{
	(void)context;
	cli_message(sentence);
}

enum err cli_store(
	const struct cli *cli, enum store_mode mode, struct store **store, struct errmsg *why)
{
	char buffer[4096];
	const char *path = cli_place(cli, buffer, sizeof(buffer), why);

	*store = NULL;
	if (!path)
		return ERR_USAGE;
	if (!strcmp(path, ":memory:"))
		cli_message("the database :memory: is no file; it is empty now, and gone when this "
			    "command ends");
	enum err err = store_open(path, mode, store, why);
	if (err == ERR_NONE)
		store_listen(*store, say_later, NULL);
	if (err == ERR_NONE && store_notice(*store))
		cli_message(store_notice(*store));
	if (err == ERR_NONE && takes_over(cli))
		store_take_over(*store);
	if (err == ERR_NONE)
		err = look_at(cli, *store, why);
	if (err) {
		store_close(*store);
		*store = NULL;
	}
	return err;
}

enum err cli_store_id(const struct cli *cli, struct store **store, struct errmsg *why)
{
	enum err err = cli_check_id(cli->operands[0], why);

	*store = NULL;
	return err ? err : cli_store(cli, STORE_EXISTING, store, why);
}

enum err loaded_open(const struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	*loaded = (struct loaded){ 0 };
	enum err err = cli_store_id(cli, &loaded->store, why);
	if (err == ERR_NONE)
		err = cli_find_round(cli, loaded->store, &loaded->assessment, why);
	if (err == ERR_NONE)
		err = store_load(loaded->store, loaded->assessment, &loaded->record, why);
	return err;
}

void loaded_diagnose(struct loaded *loaded)
{
	if (!loaded->diagnosed)
		diagnosis_compute(&loaded->diagnosis, &loaded->record);
	loaded->diagnosed = true;
}

void loaded_draft(struct loaded *loaded, int start)
{
	loaded_diagnose(loaded);
	if (start == DATE_NONE)
		start = record_plan(&loaded->record)->start;
	if (start == DATE_NONE)
		start = date_next_monday(clock_today());
	plan_compute(&loaded->plan, &loaded->record, &loaded->diagnosis, start);
	edition_plan_number(&loaded->plan, &loaded->record, &loaded->diagnosis);
	loaded->planned = true;
}

void loaded_plan(struct loaded *loaded, int start)
{
	if (start != DATE_NONE || !plan_is_stored(&loaded->record)) {
		loaded_draft(loaded, start);
		return;
	}
	loaded_diagnose(loaded);
	plan_read(&loaded->plan, &loaded->record);
	plan_warn_unanswered(&loaded->plan, &loaded->record, &loaded->diagnosis);
	loaded->planned = true;
}

enum err loaded_rounds(struct loaded *loaded, struct errmsg *why)
{
	enum err err = store_load_earlier(loaded->store, &loaded->record, &loaded->earlier, why);

	return err
		? err
		: store_later(loaded->store, &loaded->record, &loaded->pool, &loaded->later, why);
}

static void forget_record(struct loaded *loaded)
{
	if (loaded->planned)
		plan_release(&loaded->plan);
	if (loaded->diagnosed)
		diagnosis_release(&loaded->diagnosis);
	loaded->planned = loaded->diagnosed = false;
	record_release(&loaded->record);
}

enum err loaded_again(struct loaded *loaded, struct errmsg *why)
{
	forget_record(loaded);
	return store_load(loaded->store, loaded->assessment, &loaded->record, why);
}

void loaded_release(struct loaded *loaded)
{
	store_earlier_release(&loaded->earlier);
	forget_record(loaded);
	store_close(loaded->store);
	pool_release(&loaded->pool);
	*loaded = (struct loaded){ 0 };
}

void loaded_report(struct loaded *loaded, unsigned sections, enum report_format format, bool ascii,
	struct str *out)
{
	const struct report_rounds rounds = {
		.record = &loaded->record,
		.diagnosis = &loaded->diagnosis,
		.plan = &loaded->plan,
		.all = loaded->earlier.all,
		.count = loaded->earlier.count,
		.own = loaded->earlier.own,
		.later = loaded->later,
		.today = clock_today(),
	};
	struct report_reading reading;

	report_read(&reading, &rounds, (enum report_kind)loaded->kind);
	reading.input.sections = sections;
	reading.input.edition = loaded->edition;
	report_write(out, &reading.input, format, ascii);
	report_reading_release(&reading);
}
