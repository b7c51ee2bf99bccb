/* SPDX-License-Identifier: MIT */
/*
 * demo: the worked example in a throw-away database, on the screen or as its report.
 */
#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/date.h>
#include <rekindle/exchange.h>
#include <rekindle/tui.h>
#include "commands.h"

struct example {
	struct str folder, database;
	struct store *store;
	int64_t assessment;
};

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void example_release(struct example *example)
{
	store_close(example->store);
	if (example->folder.len)
		nftw(example->folder.text, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	str_release(&example->folder);
	str_release(&example->database);
}

static enum err make_folder(struct example *example, struct errmsg *why)
{
	const char *place = getenv("TMPDIR");
	struct str name;

	str_init(&name);
	str_addf(&name, "%s/rekindle-demo-XXXXXX", place && *place ? place : "/tmp");
	if (!mkdtemp(name.text)) {
		errmsg_set(why, ERR_FAILED,
			"cannot make a folder for the example, %s: %s; set "
			"TMPDIR to one that can be written",
			name.text, strerror(errno));
		str_release(&name);
		return ERR_FAILED;
	}
	str_addf(&example->database, "%s/demo.db", name.text);
	str_add(&example->folder, name.text);
	str_release(&name);
	return ERR_NONE;
}

/* Its story has a last day, which is today for as long as it is looked at. */
static enum err import_example(struct example *example, struct errmsg *why)
{
	int day;
	enum err err = exchange_example(example->store, &example->assessment, &day, why);

	if (err == ERR_NONE)
		clock_stand(day);
	return err;
}

static enum err example_open(struct example *example, struct errmsg *why)
{
	*example = (struct example){ 0 };
	str_init(&example->folder);
	str_init(&example->database);
	enum err err = make_folder(example, why);
	if (err == ERR_NONE)
		err = store_open(example->database.text, STORE_CREATE, &example->store, why);
	if (err == ERR_NONE) {
		store_keep_no_copies(example->store);
		err = import_example(example, why);
	}
	return err;
}

static enum err report(
	struct cli *cli, struct example *example, struct str *out, struct errmsg *why)
{
	struct loaded loaded = { .assessment = example->assessment };
	enum err err = store_load(example->store, loaded.assessment, &loaded.record, why);

	if (err != ERR_NONE)
		return err;
	loaded_plan(&loaded, DATE_NONE);
	loaded_report(&loaded, REPORT_ALL, REPORT_TEXT, cli->ascii, out);
	loaded_release(&loaded);
	return ERR_NONE;
}

/* The signals wait while the folder stands, so that it is removed in any case: who closes a
 * terminal sends more than one. The screens take those that come while they are there. */
static enum err print(struct cli *cli, struct errmsg *why)
{
	struct example example;
	struct str out;

	str_init(&out);
	signals_hold();
	enum err err = example_open(&example, why);
	if (err == ERR_NONE)
		err = report(cli, &example, &out, why);
	example_release(&example);
	signals_release();
	if (err == ERR_NONE)
		err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err show(struct cli *cli, struct errmsg *why)
{
	struct example example;

	signals_hold();
	enum err err = example_open(&example, why);
	if (err == ERR_NONE)
		err = open_screens(cli,
			&(struct tui_options){ .store = example.store,
				.assessment = example.assessment,
				.example = true },
			why);
	example_release(&example);
	signals_release();
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	bool screens = terminal_places() && !has_option(cli, OPTION_PRINT) &&
		!has_option(cli, OPTION_LINE) && !has_option(cli, OPTION_NO_INPUT);

	return screens ? show(cli, why) : print(cli, why);
}

const struct command command_demo = {
	.name = "demo",
	.synopsis = "[--print]",
	.help = "look around in a worked example, in a throw-away copy",
	.more = "It stands on the last day of its story. With --print, or where there is no "
		"terminal, the report of the example is printed instead. Nothing of yours is read "
		"or changed.",
	.options = OPTION_BIT(OPTION_PRINT),
	.run = run,
};
