/* SPDX-License-Identifier: MIT */
/*
 * doctor: where everything lies, whether it is whole, who holds it, and what to do.
 */
#include <inttypes.h>
#include <jansson.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "commands.h"
#include "../config/config.h"
#include "../doctor/doctor.h"

/* A label, where there is one, and what it says: whole, however long, for paths are copied. */
static void row(struct str *out, bool ascii, const char *label, const char *text)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, false, ascii);
	str_addf(out, "%-10s  %s\n", label, clean.text);
	str_release(&clean);
}

static const char *bytes(struct pool *pool, int64_t size)
{
	return pool_printf(pool, "%" PRId64, size);
}

static const char *size_text(struct care *care)
{
	struct hole size = hole_text("bytes", bytes(&care->pool, care->size));
	struct hole version = hole_count("version", care->version);

	if (care->state != CARE_WHOLE)
		return words(&care->pool, W_DOCTOR_SIZE, size, version);
	return words(&care->pool, W_DOCTOR_CONTENT, size, version,
		hole_count("alliances", care->alliances),
		hole_count("assessments", care->assessments));
}

static const char *holders_text(struct care *care)
{
	struct texts who = { 0 };

	if (!care->holder_count)
		return words_plain(W_DOCTOR_NOBODY);
	for (size_t i = 0; i < care->holder_count; i++)
		texts_add(&care->pool, &who,
			care->holders[i] > 0 ? words(&care->pool, W_DOCTOR_PROCESS,
						       hole_count("process", (int)care->holders[i]))
					     : words_plain(W_DOCTOR_UNKNOWN_HOLDER));
	return words_list(&care->pool, &who);
}

static const char *copy_text(struct care *care, const struct care_file *file)
{
	struct hole day = hole_day("day", file->day, DAY_ISO);
	struct hole size = hole_text("bytes", bytes(&care->pool, file->size));

	if (file->good)
		return words(&care->pool, W_DOCTOR_GOOD_COPY, day, size);
	return words(&care->pool, W_DOCTOR_BAD_COPY, day, size, hole_text("fault", file->fault));
}

static void copies(struct str *out, struct care *care, bool ascii)
{
	const char *label = "Copies";

	for (size_t i = 0; i < care->file_count; i++)
		if (care->files[i].kind == CARE_COPY) {
			row(out, ascii, label, copy_text(care, &care->files[i]));
			label = "";
		}
	if (*label)
		row(out, ascii, label, words_plain(W_DOCTOR_NONE));
	if (care->best)
		row(out, ascii, "Newest", care->best);
}

static void others(struct str *out, struct care *care, bool ascii)
{
	const char *label = "Beside it";

	for (size_t i = 0; i < care->file_count; i++) {
		const struct care_file *file = &care->files[i];
		if (file->kind == CARE_COPY)
			continue;
		row(out, ascii, label,
			words(&care->pool, W_DOCTOR_FILE, hole_text("file", file->path),
				hole_text("bytes", bytes(&care->pool, file->size))));
		label = "";
	}
}

/* Where rows are strange, each that was found. */
static void found(struct str *out, struct care *care, bool ascii)
{
	for (size_t i = 0; i < care->faults.count; i++)
		row(out, ascii, i ? "" : "Found", care->faults.text[i]);
	if (care->fault && !care->faults.count)
		row(out, ascii, "Found", care->fault);
}

/* The settings, which say themselves where they are wrong. */
static const char *settings_text(struct care *care, const struct config *config)
{
	if (config->err)
		return config->fault.text;
	if (!config->path)
		return words_plain(W_DOCTOR_NONE);
	return config->there
		? config->path
		: words(&care->pool, W_DOCTOR_NOT_THERE, hole_text("folder", config->path));
}

static void say_all(struct str *out, struct care *care, const struct config *config, bool ascii)
{
	const char *label = "Also";

	row(out, ascii, "Database", care->database);
	row(out, ascii, "State", doctor_state(care));
	found(out, care, ascii);
	if (care->size)
		row(out, ascii, "Size", size_text(care));
	row(out, ascii, "Open in", holders_text(care));
	others(out, care, ascii);
	copies(out, care, ascii);
	row(out, ascii, "Temporary",
		care->temporary_there ? care->temporary
				      : words(&care->pool, W_DOCTOR_NOT_THERE,
						hole_text("folder", care->temporary)));
	row(out, ascii, "Settings", settings_text(care, config));
	for (int i = 0; i < CARE_REMARK_COUNT; i++)
		if (care->remarks & 1u << i) {
			row(out, ascii, label, doctor_remark(care, i));
			label = "";
		}
	row(out, ascii, "To do", doctor_step(care));
}

static enum err print(const struct cli *cli, struct care *care, struct errmsg *why)
{
	struct str out;

	if (cli->format == FORMAT_JSON)
		return output_json(cli, doctor_json(care, cli->config), why);
	str_init(&out);
	say_all(&out, care, cli->config, cli->ascii);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	char buffer[4096];
	struct care care;
	const char *database = cli_place(cli, buffer, sizeof(buffer), why);

	if (!database)
		return ERR_USAGE;
	if (strcmp(database, ":memory:") == 0)
		return errmsg_set(why, ERR_USAGE,
			"the database :memory: is no file, so there is nothing to look at; give "
			"--db FILE");
	care_examine(database, &care);
	enum err err = print(cli, &care, why);
	if (err == ERR_NONE)
		err = doctor_verdict(&care);
	care_release(&care);
	return err;
}

const struct command command_doctor = {
	.name = "doctor",
	.synopsis = "[--format text|json]",
	.help = "where everything lies, whether it is whole, who holds it, what to do",
	.more = "The database is read whole, down to every answer, and nothing is changed. Exit "
		"status 0: whole; 1: it cannot be looked at; 3: it, or a safety copy, is damaged; "
		"4: another program holds it.",
	.options = OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.bears_config = true,
	.run = run,
};
