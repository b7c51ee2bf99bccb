/* SPDX-License-Identifier: MIT */
/*
 * sheet --read: what came back, shown, and then merged as files are. All of it or nothing.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <jansson.h>
#include <rekindle/texts.h>
#include <rekindle/utf8.h>
#include "../import/import.h"
#include "sheet.h"

/* What came back in one file. */
struct sheet_file {
	const char *path;
	struct sheet_replies replies;
};

/* Everything that came back. */
struct returned {
	struct cli *cli;
	struct store *store;
	struct sheet_file *files; /* in the pool of cli */
	size_t file_count;
	struct sheet_reply **replies;
	size_t count;
	size_t passed;              /* empty ones, which are none of them */
	size_t taken;               /* of which something was kept */
	struct exchange *documents; /* of each reply */
	struct exchange_report *reports;
};

/* A sheet that says no time is of when its file was changed, no later than now. Of a file with
 * several that says nothing of each. */
static void date_file(struct sheet_file *file)
{
	struct stat is;
	int64_t at, now = clock_ms();

	if (file->replies.count != 1 || strcmp(file->path, "-") == 0 || stat(file->path, &is))
		return;
	at = (int64_t)is.st_mtim.tv_sec * 1000 + is.st_mtim.tv_nsec / 1000000;
	file->replies.list[0].filed = at < now ? at : now;
}

static enum err read_file(struct returned *own, const char *path, struct errmsg *why)
{
	struct sheet_file *file = POOL_APPEND(&own->cli->pool, own->files, own->file_count);
	struct str text;

	file->path = path;
	str_init(&text);
	enum err err = import_read(own->cli, path, SHEET_BYTES_MAX, &text, why);
	if (err == ERR_NONE)
		err = sheet_unpack(text.text, text.len,
			cli_harmless(&own->cli->pool, import_source(path), own->cli->ascii),
			&file->replies, why);
	if (err == ERR_NONE)
		date_file(file);
	str_release(&text);
	return err;
}

/* A folder of mails has others too. */
static enum err read_operand(struct returned *own, const char *path, struct errmsg *why)
{
	struct texts files = { 0 };
	bool folder;
	size_t first = own->file_count, found = 0;
	enum err err = sheet_files(&own->cli->pool, path, &files, &folder, why);

	for (size_t i = 0; i < files.count && err == ERR_NONE; i++)
		err = read_file(own, files.text[i], why);
	for (size_t i = first; i < own->file_count; i++)
		found += own->files[i].replies.count;
	if (err == ERR_NONE && !found)
		err = errmsg_set(why, ERR_INVALID, "%s",
			words(&own->cli->pool, W_SHEET_NONE_IN,
				hole_text("file",
					cli_harmless(&own->cli->pool, import_source(path),
						own->cli->ascii))));
	return err;
}

/* An empty sheet that lies beside others is the one that was sent. */
static void gather(struct returned *own, bool empty)
{
	for (size_t f = 0; f < own->file_count; f++)
		for (size_t i = 0; i < own->files[f].replies.count; i++) {
			struct sheet_reply *reply = &own->files[f].replies.list[i];
			if (reply->empty == empty)
				*POOL_APPEND(&own->cli->pool, own->replies, own->count) = reply;
			else
				own->passed++;
		}
}

static enum err read_all(struct returned *own, struct errmsg *why)
{
	struct cli *cli = own->cli;
	enum err err = ERR_NONE;

	for (int i = 0; i < cli->operand_count && err == ERR_NONE; i++)
		err = read_operand(own, cli->operands[i], why);
	gather(own, false);
	if (!own->count) {
		own->passed = 0;
		gather(own, true);
	}
	return err;
}

static enum err unknown_token(
	struct returned *own, const struct sheet_reply *reply, struct errmsg *why)
{
	char token[SHEET_TOKEN_GROUPED];

	return errmsg_set(why, ERR_INVALID, "%s:%d: %s", reply->name, reply->line,
		words(&own->cli->pool, W_SHEET_UNKNOWN,
			hole_text("token", sheet_token_grouped(&reply->token, token))));
}

static enum err document_of(struct returned *own, size_t i, struct errmsg *why)
{
	struct sheet_reply *reply = own->replies[i];
	struct record round;
	int64_t assessment;
	enum err err = store_find_sheet(own->store, &reply->token, &assessment, why);

	if (err == ERR_NONE && !assessment)
		err = unknown_token(own, reply, why);
	if (err != ERR_NONE)
		return err;
	err = store_load(own->store, assessment, &round, why);
	if (err == ERR_NONE)
		err = sheet_document(reply, &round, clock_today(), &own->documents[i], why);
	record_release(&round);
	return err;
}

static enum err make_documents(struct returned *own, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; i < own->count && err == ERR_NONE; i++)
		err = document_of(own, i, why);
	return err;
}

static void drop_documents(struct returned *own)
{
	for (size_t i = 0; i < own->count; i++)
		exchange_release(&own->documents[i]);
	memset(own->documents, 0, own->count * sizeof(*own->documents));
}

/* That a sheet was read is no difference that anybody is asked about. */
static void pass_over_sheets(struct exchange_report *report)
{
	size_t kept = 0;

	for (size_t i = 0; i < report->difference_count; i++)
		if (report->differences[i].kind != KIND_SHEET)
			report->differences[kept++] = report->differences[i];
	report->difference_count = kept;
}

/* How what is stored stands against it. */
static void tell_note(
	const struct cli *cli, const struct sheet_reply *reply, struct str *out, json_t *of)
{
	struct pool pool = { 0 };

	json_object_set_new(of, "note", json_text(reply->note));
	if (reply->note) {
		str_add(out, "  ");
		utf8_clean(out, words(&pool, W_SHEET_NOTE, hole_text("note", reply->note)), false,
			cli->ascii);
		str_addc(out, '\n');
	}
	pool_release(&pool);
}

/* The texts of what was understood, and what becomes of it; an entry of the array for each. */
static void tell_all(struct returned *own, const struct cli *as, struct str *out, json_t *array)
{
	json_t *merged = json_array();
	const char *sealed = NULL;

	for (size_t i = 0; i < own->count; i++) {
		const struct sheet_told told = { own->replies[i], &own->documents[i] };
		json_array_append_new(array, sheet_tell_json(&own->cli->pool, &told));
		sheet_tell(own->cli, out, &told);
		tell_note(own->cli, told.reply, out, json_array_get(array, i));
		pass_over_sheets(&own->reports[i]);
		const struct imported file = { own->replies[i]->name, &own->documents[i],
			&own->reports[i] };
		import_tell(as, own->store, &file, 1, out, merged, &sealed);
		json_object_set(json_array_get(array, i), "merged", json_array_get(merged, i));
	}
	json_decref(merged);
}

/* Of how many sheets something was kept, but for that they were read. */
static size_t count_taken(const struct returned *own)
{
	size_t n = 0;

	for (size_t i = 0; i < own->count; i++) {
		const struct exchange_report *report = &own->reports[i];
		int read = (int)own->documents[i].rounds->sheet_count;
		n += report->added + report->changed > read;
	}
	return n;
}

static enum err merge(
	struct returned *own, bool keep, struct str *out, json_t *array, struct errmsg *why)
{
	struct cli as = *own->cli;
	enum err err = make_documents(own, why);

	if (!keep)
		as.given |= OPTION_BIT(OPTION_DRY_RUN);
	if (err == ERR_NONE)
		err = exchange_import_all(own->store, own->documents, own->count,
			keep ? IMPORT_PLAINLY : IMPORT_DRY, own->reports, why);
	if (err == ERR_NONE) {
		tell_all(own, &as, out, array);
		own->taken = count_taken(own);
		for (size_t i = 0; i < own->count; i++)
			exchange_report_release(&own->reports[i]);
	}
	drop_documents(own);
	return err;
}

static bool wants_json(const struct cli *cli)
{
	return vocabulary_find(&vocabulary_sheet_format, "json") == cli->format;
}

/* What would be kept, or what was. */
static enum err merge_shown(struct returned *own, bool keep, json_t *array, struct errmsg *why)
{
	struct str out;

	str_init(&out);
	enum err err = merge(own, keep, &out, array, why);
	if (err == ERR_NONE && !wants_json(own->cli))
		err = output_text(own->cli, &out, why);
	str_release(&out);
	return err;
}

/* What would be kept, then the question; what was shown is not shown again. */
static enum err ask(struct returned *own, bool *keep, json_t *array, struct errmsg *why)
{
	struct str out;
	bool asked = false;
	enum err err = merge_shown(own, false, array, why);

	if (err == ERR_NONE && !wants_json(own->cli))
		*keep = terminal_confirms(own->cli, words_plain(W_SHEETS_KEEP), &asked);
	if (err != ERR_NONE || !*keep)
		return err;
	str_init(&out);
	json_array_clear(array);
	err = merge(own, true, &out, array, why);
	str_release(&out);
	return err;
}

static const char *outcome(const struct returned *own, bool keep)
{
	if (!keep)
		return words_plain(W_SHEETS_NOT_KEPT);
	return own->taken ? words(&own->cli->pool, W_SHEETS_KEPT, hole_count("n", (int)own->taken))
			  : words_plain(W_SHEETS_NOTHING_NEW);
}

static enum err settle(struct returned *own, struct errmsg *why)
{
	struct cli *cli = own->cli;
	bool keep = has_option(cli, OPTION_SAVE);
	json_t *array = json_array();
	enum err err = keep ? merge_shown(own, true, array, why) : ask(own, &keep, array, why);

	if (err == ERR_NONE)
		cli_message(outcome(own, keep));
	if (err == ERR_NONE && wants_json(cli))
		err = output_json(cli,
			json_pack("{s:b, s:O}", "kept", keep && own->taken, "sheets", array), why);
	json_decref(array);
	return err;
}

enum err sheet_read(struct cli *cli, struct errmsg *why)
{
	struct returned own = { .cli = cli };
	enum err err = read_all(&own, why);

	cli->only_reads = !has_option(cli, OPTION_SAVE);
	own.documents = mem_alloc((own.count + 1) * sizeof(*own.documents));
	own.reports = mem_alloc((own.count + 1) * sizeof(*own.reports));
	if (err == ERR_NONE)
		err = cli_store(cli, STORE_EXISTING, &own.store, why);
	if (err == ERR_NONE)
		err = settle(&own, why);
	if (err == ERR_NONE && own.passed)
		cli_message(words(&cli->pool, W_SHEETS_EMPTY, hole_count("n", (int)own.passed)));
	store_close(own.store);
	drop_documents(&own);
	for (size_t i = 0; i < own.file_count; i++)
		sheet_replies_release(&own.files[i].replies);
	free(own.documents);
	free(own.reports);
	return err;
}
