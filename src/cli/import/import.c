/* SPDX-License-Identifier: MIT */
/*
 * import: exchange documents into the database, merged by their ids.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/exchange.h>
#include <rekindle/file.h>
#include "../commands/commands.h"
#include "import.h"

#define FILES_MOST 1000

static enum err read_document(
	const struct cli *cli, const char *path, struct exchange *exchange, struct errmsg *why)
{
	struct str text;

	str_init(&text);
	enum err err = import_read(cli, path, EXCHANGE_BYTES_MAX, &text, why);
	if (err == ERR_NONE)
		err = exchange_read(text.text, text.len, import_source(path), exchange, why);
	str_release(&text);
	return err;
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

static enum err import_all(const struct cli *cli, struct store *store, struct exchange *documents,
	struct str *out, json_t *array, const char **sealed, struct errmsg *why)
{
	size_t count = (size_t)cli->operand_count;
	struct exchange_report *reports = mem_alloc(count * sizeof(*reports));
	struct imported *files = mem_alloc(count * sizeof(*files));
	enum err err = exchange_import_all(store, documents, count, import_how(cli), reports, why);

	for (size_t i = 0; i < count; i++)
		files[i] = (struct imported){ cli->operands[i], &documents[i], &reports[i] };
	if (err == ERR_NONE)
		import_summaries(cli, store);
	if (err == ERR_NONE)
		import_tell(cli, store, files, count, out, array, sealed);
	for (size_t i = 0; i < count; i++)
		exchange_report_release(&reports[i]);
	free(files);
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

static enum err import_documents(struct cli *cli, struct errmsg *why)
{
	struct exchange *documents = mem_alloc((size_t)cli->operand_count * sizeof(*documents));
	struct store *store = NULL;
	const char *sealed = NULL;
	struct str out;
	json_t *array = json_array();

	str_init(&out);
	enum err err = read_all(cli, documents, why);
	if (err == ERR_NONE)
		err = open_store(cli, &store, why);
	if (err == ERR_NONE)
		err = import_all(cli, store, documents, &out, array, &sealed, why);
	store_close(store);
	if (err == ERR_NONE && cli->format == FORMAT_JSON)
		err = output_json(cli, json_incref(array), why);
	else if (err == ERR_NONE)
		fputs(out.text, stdout);
	if (err == ERR_NONE && sealed)
		err = errmsg_set(why, ERR_LOCKED, "%s",
			words(&cli->pool, W_IMPORT_ONLY_SEALED, hole_text("file", sealed)));
	json_decref(array);
	str_release(&out);
	for (int i = 0; i < cli->operand_count; i++)
		exchange_release(&documents[i]);
	free(documents);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	const option_set tables =
		OPTION_BIT(OPTION_MAP) | OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_OUTPUT);

	if (has_option(cli, OPTION_CSV))
		return import_csv(cli, why);
	if (cli->given & tables)
		return errmsg_set(why, ERR_USAGE,
			"--map, --round and -o are for the table of a survey tool; name it by "
			"--csv FILE");
	if (!cli->operand_count)
		return errmsg_set(why, ERR_USAGE, "import needs a file; - is standard input");
	return import_documents(cli, why);
}

const struct command command_import = {
	.name = "import",
	.synopsis = "FILE... | [ID] --csv FILE [--map MAP] [-o FILE] [--dry-run] [--theirs]",
	.help = "bring in exchange JSON, merged by id, or the answers of a survey tool; - is "
		"standard input",
	.more = "Every file is checked whole before anything is changed. Where both have an "
		"object, the later change wins, and every difference is listed. What a file does "
		"not date overwrites nothing, unless --theirs. With --csv it is the table of a "
		"survey tool, read by a map into the round that ID means; without --map a first "
		"map is written for it.",
	.options = OPTION_BIT(OPTION_DRY_RUN) | OPTION_BIT(OPTION_THEIRS) |
		OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_CSV) | OPTION_BIT(OPTION_MAP) |
		OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_OUTPUT),
	.json = true,
	.wanted = WANT_OPEN_FULL,
	.stores = true,
	.most = FILES_MOST,
	.run = run,
};
