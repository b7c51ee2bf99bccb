/* SPDX-License-Identifier: MIT */
/*
 * import: exchange documents into the database, merged by their ids.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/exchange.h>
#include <rekindle/utf8.h>
#include "commands.h"

#define FILES_MOST 1000

/* What a file is called in a message. */
static const char *source_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

static enum err read_stream(FILE *in, const char *name, struct str *text, struct errmsg *why)
{
	char buffer[65536];
	size_t n;

	while ((n = fread(buffer, 1, sizeof(buffer), in)) > 0)
		str_addn(text, buffer, n);
	if (ferror(in))
		return errmsg_set(why, ERR_FAILED, "cannot read %s: %s", name, strerror(errno));
	return ERR_NONE;
}

static enum err read_file(
	const struct cli *cli, const char *path, struct str *text, struct errmsg *why)
{
	if (strcmp(path, "-") == 0) {
		if (has_option(cli, OPTION_NO_INPUT) && isatty(STDIN_FILENO))
			return errmsg_set(why, ERR_USAGE,
				"- reads standard input, which is a terminal; "
				"name a file, or leave out --no-input");
		return read_stream(stdin, source_name(path), text, why);
	}
	FILE *in = fopen(path, "re");
	if (!in)
		return errmsg_set(why, ERR_FAILED, "cannot read %s: %s", path, strerror(errno));
	enum err err = read_stream(in, path, text, why);
	fclose(in);
	return err;
}

static enum err read_document(
	const struct cli *cli, const char *path, struct exchange *exchange, struct errmsg *why)
{
	struct str text;

	str_init(&text);
	enum err err = read_file(cli, path, &text, why);
	if (err == ERR_NONE)
		err = exchange_read(text.text, text.len, source_name(path), exchange, why);
	str_release(&text);
	return err;
}

/* UUID of the round that a document touched; none when it is new and the run was dry. */
static void round_id(
	struct store *store, int64_t assessment, const struct exchange *exchange, struct uuid *id)
{
	struct store_list list = { 0 };

	*id = exchange->count ? exchange->rounds[exchange->count - 1].assessment.object.id
			      : (struct uuid){ { 0 } };
	if (assessment && store_list(store, &list, NULL) == ERR_NONE)
		for (size_t i = 0; i < list.count; i++)
			if (list.rounds[i].assessment == assessment)
				*id = list.rounds[i].assessment_id;
	store_list_release(&list);
}

static void add_text(struct str *out, const char *path, const struct uuid *id, bool dry,
	const struct exchange_report *report)
{
	char text[UUID_TEXT];
	struct pool pool = { 0 };

	str_addf(out, "%s\n",
		words(&pool, dry ? W_WOULD_BE_IMPORTED : W_IMPORTED,
			hole_text("file", source_name(path)), hole_count("added", report->added),
			hole_count("changed", report->changed),
			hole_count("unchanged", report->unchanged),
			hole_count("deleted", report->deleted),
			hole_text("assessment", uuid_text(id, text))));
	for (size_t i = 0; i < report->conflict_count; i++)
		str_addf(out, "  %s\n",
			words(&pool, W_IMPORT_CONFLICT,
				hole_text("conflict", report->conflicts[i])));
	pool_release(&pool);
}

static json_t *report_json(
	const char *path, const struct uuid *id, bool dry, const struct exchange_report *report)
{
	json_t *conflicts = json_array();
	struct str name;

	str_init(&name);
	utf8_repair(&name, path, strlen(path));
	for (size_t i = 0; i < report->conflict_count; i++)
		json_array_append_new(conflicts, json_string(report->conflicts[i]));
	json_t *object = json_pack("{s:s, s:o, s:b, s:i, s:i, s:i, s:i, s:o}", "file", name.text,
		"assessment", json_uuid(id), "dry_run", dry, "added", report->added, "changed",
		report->changed, "unchanged", report->unchanged, "deleted", report->deleted,
		"conflicts", conflicts);
	str_release(&name);
	return object;
}

static enum err open_store(const struct cli *cli, struct store **store, struct errmsg *why)
{
	char buffer[4096];
	const char *path = cli_database(cli, buffer, sizeof(buffer));
	bool dry = has_option(cli, OPTION_DRY_RUN);
	/* a dry run leaves no empty database behind */
	bool private = dry && path && access(path, F_OK) != 0;
	enum err err = private ? store_open(":memory:", STORE_CREATE, store, why)
			       : cli_store(cli, STORE_CREATE, store, why);

	if (err == ERR_NONE && cli->instrument->source && (private || !dry))
		err = store_put_instrument(*store, cli->instrument, why);
	return err;
}

static void tell_all(const struct cli *cli, struct store *store, const struct exchange *documents,
	const struct exchange_report *reports, struct str *out, json_t *array)
{
	bool dry = has_option(cli, OPTION_DRY_RUN);

	for (int i = 0; i < cli->operand_count; i++) {
		struct uuid id;
		round_id(store, reports[i].assessment, &documents[i], &id);
		add_text(out, cli->operands[i], &id, dry, &reports[i]);
		json_array_append_new(array, report_json(cli->operands[i], &id, dry, &reports[i]));
	}
}

static enum err import_all(const struct cli *cli, struct store *store, struct exchange *documents,
	struct str *out, json_t *array, struct errmsg *why)
{
	size_t count = (size_t)cli->operand_count;
	struct exchange_report *reports = mem_alloc(count * sizeof(*reports));
	enum err err = exchange_import_all(
		store, documents, count, has_option(cli, OPTION_DRY_RUN), reports, why);

	if (err == ERR_NONE)
		tell_all(cli, store, documents, reports, out, array);
	for (size_t i = 0; i < count; i++)
		free(reports[i].conflicts);
	free(reports);
	return err;
}

/* All files are read and checked before the first changes anything. */
static enum err read_all(const struct cli *cli, struct exchange *documents, struct errmsg *why)
{
	for (int i = 0; i < cli->operand_count; i++) {
		enum err err = read_document(cli, cli->operands[i], &documents[i], why);
		if (err != ERR_NONE)
			return err;
	}
	return ERR_NONE;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct exchange *documents = mem_alloc((size_t)cli->operand_count * sizeof(*documents));
	struct store *store = NULL;
	struct str out;
	json_t *array = json_array();

	str_init(&out);
	enum err err = read_all(cli, documents, why);
	if (err == ERR_NONE)
		err = open_store(cli, &store, why);
	if (err == ERR_NONE)
		err = import_all(cli, store, documents, &out, array, why);
	store_close(store);
	if (err == ERR_NONE && cli->format == FORMAT_JSON)
		err = output_json(cli, json_incref(array), why);
	else if (err == ERR_NONE)
		fputs(out.text, stdout);
	json_decref(array);
	str_release(&out);
	for (int i = 0; i < cli->operand_count; i++)
		exchange_release(&documents[i]);
	free(documents);
	return err;
}

const struct command command_import = {
	.name = "import",
	.synopsis = "FILE... [--dry-run]",
	.help = "bring in exchange JSON, merged by id; - is standard input",
	.more = "Every file is checked whole before anything is changed. Where both have an "
		"object, the later change wins, and conflicts are listed.",
	.options = OPTION_BIT(OPTION_DRY_RUN) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = FILES_MOST,
	.lacking = "import needs a file; - is standard input",
	.run = run,
};
