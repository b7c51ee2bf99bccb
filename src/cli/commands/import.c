/* SPDX-License-Identifier: MIT */
/*
 * import: exchange documents into the database, merged by their ids.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/bin.h>
#include <rekindle/exchange.h>
#include <rekindle/file.h>
#include <rekindle/utf8.h>
#include "commands.h"

#define FILES_MOST 1000

/* What a file is called in a message. */
static const char *source_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

static enum err read_file(
	const struct cli *cli, const char *path, struct str *text, struct errmsg *why)
{
	if (strcmp(path, "-") != 0)
		return file_read(path, EXCHANGE_BYTES_MAX, text, why);
	if (has_option(cli, OPTION_NO_INPUT) && isatty(STDIN_FILENO))
		return errmsg_set(why, ERR_USAGE,
			"- reads standard input, which is a terminal; "
			"name a file, or leave out --no-input");
	return file_read_open(STDIN_FILENO, source_name(path), EXCHANGE_BYTES_MAX, text, why);
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

/* "2026-11-26 18:00:00 UTC" */
static const char *time_text(struct pool *pool, int64_t ms)
{
	char day[DATE_TEXT];
	int64_t seconds = ms / 1000;

	if (!ms)
		return words_plain(W_IMPORT_NO_TIME);
	return pool_printf(pool, "%s %02d:%02d:%02d UTC", date_iso((int)(seconds / 86400), day),
		(int)(seconds / 3600 % 24), (int)(seconds / 60 % 60), (int)(seconds % 60));
}

/* What a sentence about a difference says. */
struct said {
	const char *file, *what, *here, *there, *here_at, *there_at;
	const char *binned; /* id, NULL: it does not lie in the bin */
};

/* What lies in the bin once the files are in. */
struct bin {
	struct store_binned *list;
	size_t count;
};

static const char *binned_text(struct pool *pool, const struct bin *bin, const struct uuid *id)
{
	char text[UUID_TEXT];

	for (size_t i = 0; i < bin->count; i++)
		if (!memcmp(&bin->list[i].id, id, sizeof(*id)))
			return pool_strdup(pool, uuid_text(id, text));
	return NULL;
}

/* "objective Sell more" */
static const char *what_text(struct pool *pool, const struct difference *difference)
{
	struct str name;

	str_init(&name);
	utf8_cut(&name, UTF8_FILE, difference->name, 60);
	const char *text = pool_printf(
		pool, "%s%s%s", kind_info[difference->kind].name, name.len ? " " : "", name.text);
	str_release(&name);
	return text;
}

static bool is_time(const struct difference *difference)
{
	const struct kind_info *info = &kind_info[difference->kind];

	for (size_t i = 0; difference->member && i < info->field_count; i++)
		if (!strcmp(info->fields[i].name, difference->member))
			return info->fields[i].type == FIELD_INSTANT;
	return false;
}

static const char *value_text(
	struct pool *pool, const struct difference *difference, const char *json)
{
	if (!json)
		return words_plain(W_IMPORT_NO_VALUE);
	return is_time(difference) ? time_text(pool, strtoll(json, NULL, 10)) : json;
}

static const char *taken_text(struct pool *pool, const char *member, const struct said *said)
{
	return words(pool, W_IMPORT_TAKEN, hole_text("what", said->what),
		hole_text("member", member), hole_text("here", said->here),
		hole_text("here_at", said->here_at), hole_text("there", said->there),
		hole_text("there_at", said->there_at), hole_text("file", said->file));
}

static const char *kept_text(struct pool *pool, const char *member, const struct said *said)
{
	return words(pool, W_IMPORT_KEPT, hole_text("what", said->what),
		hole_text("member", member), hole_text("here", said->here),
		hole_text("here_at", said->here_at), hole_text("there", said->there),
		hole_text("there_at", said->there_at), hole_text("file", said->file));
}

static const char *sealed_text(struct pool *pool, const char *member, const struct said *said)
{
	if (!member)
		return words(pool, W_IMPORT_SEALED_OBJECT, hole_text("what", said->what),
			hole_text("file", said->file));
	return words(pool, W_IMPORT_SEALED, hole_text("what", said->what),
		hole_text("member", member), hole_text("here", said->here),
		hole_text("here_at", said->here_at), hole_text("there", said->there),
		hole_text("there_at", said->there_at), hole_text("file", said->file));
}

static const char *deleted_text(struct pool *pool, const char *member, const struct said *said)
{
	(void)member;
	return words(pool, W_IMPORT_DELETED, hole_text("what", said->what),
		hole_text("here_at", said->here_at), hole_text("there_at", said->there_at),
		hole_text("file", said->file));
}

static const char *gone_text(struct pool *pool, const char *member, const struct said *said)
{
	(void)member;
	if (said->binned)
		return words(pool, W_IMPORT_GONE_BINNED, hole_text("what", said->what),
			hole_text("here_at", said->here_at), hole_text("there_at", said->there_at),
			hole_text("file", said->file), hole_text("id", said->binned));
	return words(pool, W_IMPORT_GONE, hole_text("what", said->what),
		hole_text("here_at", said->here_at), hole_text("there_at", said->there_at),
		hole_text("file", said->file));
}

static const char *revived_text(struct pool *pool, const char *member, const struct said *said)
{
	(void)member;
	return words(pool, W_IMPORT_REVIVED, hole_text("what", said->what),
		hole_text("here_at", said->here_at), hole_text("file", said->file));
}

static const char *forgotten_text(struct pool *pool, const char *member, const struct said *said)
{
	(void)member;
	return words(pool, W_IMPORT_FORGOTTEN, hole_text("what", said->what),
		hole_text("file", said->file));
}

static const char *difference_text(struct pool *pool, const char *file, const struct bin *bin,
	const struct difference *difference)
{
	static const char *(*const text[VERDICT_COUNT])(
		struct pool *, const char *, const struct said *) = {
		[VERDICT_TAKEN] = taken_text,
		[VERDICT_KEPT] = kept_text,
		[VERDICT_SEALED] = sealed_text,
		[VERDICT_DELETED] = deleted_text,
		[VERDICT_GONE] = gone_text,
		[VERDICT_REVIVED] = revived_text,
		[VERDICT_FORGOTTEN] = forgotten_text,
	};
	const struct said said = { file, what_text(pool, difference),
		value_text(pool, difference, difference->here),
		value_text(pool, difference, difference->there),
		time_text(pool, difference->here_at), time_text(pool, difference->there_at),
		binned_text(pool, bin, &difference->id) };

	return text[difference->verdict](pool, difference->member, &said);
}

static void add_line(struct str *out, const char *text)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, false, false);
	str_addf(out, "  %s\n", clean.text);
	str_release(&clean);
}

static void add_text(const struct cli *cli, struct str *out, const char *path,
	const struct uuid *id, bool dry, const struct bin *bin,
	const struct exchange_report *report)
{
	char text[UUID_TEXT];
	struct pool pool = { 0 };
	const char *file = cli_harmless(&pool, source_name(path), cli->ascii);

	str_addf(out, "%s\n",
		words(&pool, dry ? W_WOULD_BE_IMPORTED : W_IMPORTED, hole_text("file", file),
			hole_count("added", report->added), hole_count("changed", report->changed),
			hole_count("unchanged", report->unchanged),
			hole_count("deleted", report->deleted),
			hole_text("assessment", uuid_text(id, text))));
	for (size_t i = 0; i < report->difference_count; i++)
		add_line(out, difference_text(&pool, file, bin, &report->differences[i]));
	if (report->ahead)
		add_line(out,
			words(&pool, W_IMPORT_AHEAD, hole_text("file", file),
				hole_text("at", time_text(&pool, report->ahead))));
	pool_release(&pool);
}

static json_t *value_json(const char *text)
{
	json_t *value = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
	return value ? value : json_null();
}

static json_t *time_json(int64_t ms)
{
	return ms ? json_integer(ms) : json_null();
}

static json_t *difference_json(const struct difference *difference)
{
	return json_pack("{s:s, s:s, s:o, s:s, s:s?, s:o, s:o, s:o, s:o}", "verdict",
		vocabulary_verdict.word[difference->verdict], "kind",
		kind_info[difference->kind].name, "id", json_uuid(&difference->id), "name",
		difference->name, "member", difference->member, "database",
		value_json(difference->here), "file", value_json(difference->there),
		"database_changed", time_json(difference->here_at), "file_changed",
		time_json(difference->there_at));
}

static json_t *report_json(
	const char *path, const struct uuid *id, bool dry, const struct exchange_report *report)
{
	json_t *conflicts = json_array();
	struct str name;

	str_init(&name);
	utf8_repair(&name, path, strlen(path));
	for (size_t i = 0; i < report->difference_count; i++)
		json_array_append_new(conflicts, difference_json(&report->differences[i]));
	json_t *object = json_pack("{s:s, s:o, s:b, s:i, s:i, s:i, s:i, s:o, s:o}", "file",
		name.text, "assessment", json_uuid(id), "dry_run", dry, "added", report->added,
		"changed", report->changed, "unchanged", report->unchanged, "deleted",
		report->deleted, "conflicts", conflicts, "ahead", time_json(report->ahead));
	str_release(&name);
	return object;
}

/* Is there a difference, and all of it in sealed rounds? */
static bool only_sealed(const struct exchange_report *report)
{
	bool sealed = false;

	for (size_t i = 0; i < report->difference_count; i++)
		sealed |= report->differences[i].verdict == VERDICT_SEALED;
	return sealed && !report->added && !report->changed && !report->deleted;
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

static unsigned import_how(const struct cli *cli)
{
	return (has_option(cli, OPTION_DRY_RUN) ? IMPORT_DRY : IMPORT_PLAINLY) |
		(has_option(cli, OPTION_THEIRS) ? IMPORT_THEIRS : IMPORT_PLAINLY);
}

/* *sealed: a file of which nothing could be taken, or NULL. */
static void tell_all(const struct cli *cli, struct store *store, const struct exchange *documents,
	const struct exchange_report *reports, struct str *out, json_t *array, const char **sealed)
{
	bool dry = has_option(cli, OPTION_DRY_RUN);
	struct pool pool = { 0 };
	struct bin bin = { 0 };

	store_bin(store, &pool, &bin.list, &bin.count, NULL);
	for (int i = 0; i < cli->operand_count; i++) {
		struct uuid id;
		round_id(store, reports[i].assessment, &documents[i], &id);
		add_text(cli, out, cli->operands[i], &id, dry, &bin, &reports[i]);
		json_array_append_new(array, report_json(cli->operands[i], &id, dry, &reports[i]));
		if (only_sealed(&reports[i]))
			*sealed = source_name(cli->operands[i]);
	}
	pool_release(&pool);
}

static enum err import_all(const struct cli *cli, struct store *store, struct exchange *documents,
	struct str *out, json_t *array, const char **sealed, struct errmsg *why)
{
	size_t count = (size_t)cli->operand_count;
	struct exchange_report *reports = mem_alloc(count * sizeof(*reports));
	enum err err = exchange_import_all(store, documents, count, import_how(cli), reports, why);

	if (err == ERR_NONE)
		tell_all(cli, store, documents, reports, out, array, sealed);
	for (size_t i = 0; i < count; i++)
		exchange_report_release(&reports[i]);
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

const struct command command_import = {
	.name = "import",
	.synopsis = "FILE... [--dry-run] [--theirs]",
	.help = "bring in exchange JSON, merged by id; - is standard input",
	.more = "Every file is checked whole before anything is changed. Where both have an "
		"object, the later change wins, and every difference is listed. What a file does "
		"not date overwrites nothing, unless --theirs.",
	.options =
		OPTION_BIT(OPTION_DRY_RUN) | OPTION_BIT(OPTION_THEIRS) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.stores = true,
	.fewest = 1,
	.most = FILES_MOST,
	.lacking = "import needs a file; - is standard input",
	.run = run,
};
