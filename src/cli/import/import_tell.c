/* SPDX-License-Identifier: MIT */
/*
 * What is imported and how, and what that has changed, file by file: lines, and JSON.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/bin.h>
#include <rekindle/file.h>
#include <rekindle/summary.h>
#include <rekindle/utf8.h>
#include "../commands/commands.h"
#include "import.h"

/* What a file is called in a message. */
const char *import_source(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

enum err import_read(
	const struct cli *cli, const char *path, size_t most, struct str *text, struct errmsg *why)
{
	if (strcmp(path, "-") != 0)
		return file_read(path, most, text, why);
	if (has_option(cli, OPTION_NO_INPUT) && isatty(STDIN_FILENO))
		return errmsg_set(why, ERR_USAGE,
			"- reads standard input, which is a terminal; "
			"name a file, or leave out --no-input");
	return file_read_open(STDIN_FILENO, import_source(path), most, text, why);
}

unsigned import_how(const struct cli *cli)
{
	return (has_option(cli, OPTION_DRY_RUN) ? IMPORT_DRY : IMPORT_PLAINLY) |
		(has_option(cli, OPTION_THEIRS) ? IMPORT_THEIRS : IMPORT_PLAINLY);
}

/* What it brought is diagnosed in its own time, not in that of the next list. What cannot be is
 * said when it is looked at. */
void import_summaries(const struct cli *cli, struct store *store)
{
	struct errmsg unsaid;

	if (!has_option(cli, OPTION_DRY_RUN) && !store_read_only(store))
		summaries_make_all(store, &unsaid);
}

/* UUID of the round that a document touched; none when it is new and the run was dry. */
static void round_id(
	struct store *store, int64_t assessment, const struct exchange *exchange, struct uuid *id)
{
	*id = exchange->count ? exchange->rounds[exchange->count - 1].assessment.object.id
			      : (struct uuid){ { 0 } };
	if (assessment)
		store_round_id(store, assessment, id, NULL);
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
	const char *file = cli_harmless(&pool, import_source(path), cli->ascii);

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

void import_tell(const struct cli *cli, struct store *store, const struct imported *files,
	size_t count, struct str *out, json_t *array, const char **sealed)
{
	bool dry = has_option(cli, OPTION_DRY_RUN);
	struct pool pool = { 0 };
	struct bin bin = { 0 };

	store_bin(store, &pool, &bin.list, &bin.count, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct exchange_report *report = files[i].report;
		struct uuid id;
		round_id(store, report->assessment, files[i].document, &id);
		add_text(cli, out, files[i].path, &id, dry, &bin, report);
		json_array_append_new(array, report_json(files[i].path, &id, dry, report));
		if (only_sealed(report))
			*sealed = import_source(files[i].path);
	}
	pool_release(&pool);
}
