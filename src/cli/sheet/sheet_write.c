/* SPDX-License-Identifier: MIT */
/*
 * sheet ID --respondent, --all, --revoke: sheets that go out. They are stored before they are
 * written: what is handed out is known.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/convert.h>
#include <rekindle/file.h>
#include <rekindle/sitting.h>
#include "../record/record_commands.h"
#include "sheet.h"

static const char *const format_words[] = { "text", "html", "json", "pdf" };
const struct vocabulary vocabulary_sheet_format = { "format", 4, format_words };

/* What can be handed out, by --format; as: of what it is made a PDF. */
static const struct {
	void (*write)(const struct sheet_form *, struct str *);
	const char *end;
	enum report_format as;
} formats[] = { { sheet_text, ".txt", REPORT_TEXT }, { sheet_html, ".html", REPORT_TEXT },
	{ NULL, NULL, REPORT_TEXT }, { sheet_page, ".pdf", REPORT_PDF } };

static enum err check_format(const struct cli *cli, struct errmsg *why)
{
	return formats[cli->format].write
		? output_converts(cli, formats[cli->format].as, why)
		: errmsg_set(why, ERR_USAGE, "a sheet is no %s; give --format text, html or pdf",
			  format_words[cli->format]);
}

/* Also a sheet that is there already is handed out in an open round only. */
static enum err check_open(const struct record *record, struct errmsg *why)
{
	char day[DATE_TEXT], id[UUID_TEXT];

	if (record->assessment.sealed == DATE_NONE)
		return ERR_NONE;
	return errmsg_set(why, ERR_LOCKED,
		"this round was sealed on %s and takes no answers; rekindle seal %.8s --open "
		"takes the seal back",
		date_iso(record->assessment.sealed, day),
		uuid_text(&record->assessment.object.id, id));
}

/* A day that was said before counts again, but not when it is over. */
static enum err check_days(const struct cli *cli, const struct record *record, const int *people,
	size_t count, struct errmsg *why)
{
	char day[DATE_TEXT];

	for (size_t i = 0; i < count && !has_option(cli, OPTION_CLOSES); i++) {
		int at = sheet_of_person(record, people[i]);
		int closes = at < 0 ? DATE_NONE : record->sheets[at].closes;
		if (closes != DATE_NONE && closes < clock_today())
			return errmsg_set(why, ERR_USAGE,
				"a sheet closed on %s, which is over; give another day: --closes "
				"DATE",
				date_iso(closes, day));
	}
	return ERR_NONE;
}

/* The one that is not revoked, else a new one. */
static struct answer_sheet *sheet_for(struct record *record, int person)
{
	int at = sheet_of_person(record, person);

	if (at >= 0)
		return &record->sheets[at];
	struct answer_sheet *sheet = record_add(record, KIND_SHEET);
	sheet->person = person;
	sheet->token = uuid_new();
	return sheet;
}

static enum err put(struct loaded *loaded, int person, int closes, struct errmsg *why)
{
	struct answer_sheet *sheet = sheet_for(&loaded->record, person);

	sheet->written = clock_today();
	if (closes != DATE_NONE)
		sheet->closes = closes;
	return work_put(loaded, KIND_SHEET, sheet, why);
}

static enum err read_closes(const struct cli *cli, int *closes, struct errmsg *why)
{
	*closes = DATE_NONE;
	if (!has_option(cli, OPTION_CLOSES))
		return ERR_NONE;
	enum err err = option_day(cli, OPTION_CLOSES, DATE_AHEAD, closes, why);
	if (err == ERR_NONE && *closes < clock_today())
		err = errmsg_set(why, ERR_USAGE,
			"--closes %.60s: that day is over; name one from today on",
			cli->value[OPTION_CLOSES]);
	return err;
}

/* All as one step of undo. */
static enum err put_all(
	struct cli *cli, struct loaded *loaded, const int *people, size_t count, struct errmsg *why)
{
	int closes;
	enum err err = read_closes(cli, &closes, why);

	if (err == ERR_NONE)
		err = work_begin(loaded, words_plain(W_UNDO_SHEETS), why);
	if (err != ERR_NONE)
		return err;
	for (size_t i = 0; i < count && err == ERR_NONE; i++)
		err = put(loaded, people[i], closes, why);
	return work_end(loaded, err, why);
}

static enum err compose(const struct cli *cli, const struct loaded *loaded, int person,
	struct str *out, struct errmsg *why)
{
	const struct record *record = &loaded->record;
	const struct answer_sheet *sheet = &record->sheets[sheet_of_person(record, person)];
	int heard = sitting_of_person(record, person);
	int minutes = heard < 0 ? INT_NONE : record->respondents[heard].minutes;
	char token[SHEET_TOKEN];
	const struct sheet_form form = { .record = record,
		.person = person,
		.token = sheet_token(&sheet->token, token),
		.closes = sheet->closes,
		.minutes = minutes == INT_NONE ? 0 : minutes,
		.pulse = record->assessment.kind == ROUND_PULSE };

	formats[cli->format].write(&form, out);
	return convert(out, formats[cli->format].as, why);
}

/* One person */

static enum err find_person(
	const struct cli *cli, const struct loaded *loaded, int *person, struct errmsg *why)
{
	struct cli_respondent who;
	enum err err = cli_respondent(cli, &loaded->record, &who, why);

	if (err == ERR_NONE && who.person < 0)
		err = errmsg_set(why, ERR_USAGE,
			"--respondent %s is none of the alliance's people; rekindle people %.60s "
			"add makes them one",
			cli->value[OPTION_RESPONDENT], cli->operands[0]);
	*person = err ? -1 : who.person;
	return err;
}

static enum err check_interviewee(
	struct cli *cli, const struct record *record, int person, struct errmsg *why)
{
	const char *name = cli_person_text(&cli->pool, record, person);

	return record_interviewee(record, person)
		? ERR_NONE
		: errmsg_set(why, ERR_USAGE,
			  "%.60s is not to be interviewed; rekindle people %.60s set %.60s "
			  "--interviewee yes changes that",
			  name, cli->operands[0], cli->value[OPTION_RESPONDENT]);
}

/* Is a sheet to be written for this one? */
static enum err choose_one(
	struct cli *cli, const struct loaded *loaded, int *person, struct errmsg *why)
{
	enum err err = find_person(cli, loaded, person, why);

	if (err == ERR_NONE)
		err = check_interviewee(cli, &loaded->record, *person, why);
	if (err == ERR_NONE)
		err = check_days(cli, &loaded->record, person, 1, why);
	return err;
}

/* Said once the sheet is written. */
static void tell_heard(struct cli *cli, const struct record *record, int person)
{
	int heard = sitting_of_person(record, person);

	if (heard >= 0 && record_answers(record, heard))
		cli_message(words(&cli->pool, W_SHEET_HEARD_BEFORE,
			hole_text("person", cli_person_text(&cli->pool, record, person))));
}

static enum err write_one(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	char buffer[4096];
	const char *database = cli_database(cli, buffer, sizeof(buffer));
	struct str out;
	int person;
	enum err err = choose_one(cli, loaded, &person, why);

	str_init(&out);
	if (err == ERR_NONE)
		err = output_check(cli, database, why);
	if (err == ERR_NONE)
		err = put_all(cli, loaded, &person, 1, why);
	if (err == ERR_NONE)
		err = compose(cli, loaded, person, &out, why);
	if (err == ERR_NONE)
		err = output_result(cli, &out, database, why);
	if (err == ERR_NONE)
		tell_heard(cli, &loaded->record, person);
	str_release(&out);
	return err;
}

/* Each who has not been heard */

static size_t not_heard(const struct record *record, int *people)
{
	size_t count = 0;
	int today = clock_today();

	for (int i = 0; i < (int)record->person_count; i++) {
		enum sheet_state state = sheet_state(record, i, today, NULL);
		if (record_interviewee(record, i) && state != SHEET_BACK && state != SHEET_HEARD)
			people[count++] = i;
	}
	return count;
}

/* The names say nothing of who it is. */
static const char *path_of(struct cli *cli, const struct record *record, int person)
{
	const struct answer_sheet *sheet = &record->sheets[sheet_of_person(record, person)];
	char token[SHEET_TOKEN];

	return pool_printf(&cli->pool, "%s/sheet-%.8s%s", cli->value[OPTION_OUTPUT],
		sheet_token(&sheet->token, token), formats[cli->format].end);
}

/* Of a sheet that was handed out before a file may be there. */
static enum err check_targets(struct cli *cli, const struct record *record, const int *people,
	size_t count, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; i < count && err == ERR_NONE; i++)
		if (sheet_of_person(record, people[i]) >= 0)
			err = file_check_target(path_of(cli, record, people[i]),
				has_option(cli, OPTION_FORCE), why);
	return err;
}

static enum err write_each(
	struct cli *cli, struct loaded *loaded, const int *people, size_t count, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; i < count && err == ERR_NONE; i++) {
		struct str out;
		str_init(&out);
		err = compose(cli, loaded, people[i], &out, why);
		signals_hold();
		if (err == ERR_NONE)
			err = file_write_safely(path_of(cli, &loaded->record, people[i]), out.text,
				out.len, has_option(cli, OPTION_FORCE), why);
		signals_release();
		str_release(&out);
	}
	return err;
}

static enum err write_all(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	const char *folder = cli->value[OPTION_OUTPUT];
	const struct record *record = &loaded->record;
	int *people = pool_alloc(&cli->pool, (record->person_count + 1) * sizeof(*people));
	size_t count = not_heard(record, people);

	if (!folder || !*folder || strcmp(folder, "-") == 0)
		return errmsg_set(why, ERR_USAGE,
			"--all writes a file for each person; give a folder: -o FOLDER");
	enum err err = check_days(cli, record, people, count, why);
	if (err == ERR_NONE)
		err = file_make_folders(pool_printf(&cli->pool, "%s/", folder), why);
	if (err == ERR_NONE)
		err = check_targets(cli, record, people, count, why);
	if (err == ERR_NONE && count)
		err = put_all(cli, loaded, people, count, why);
	if (err == ERR_NONE)
		err = write_each(cli, loaded, people, count, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_SHEETS_WRITTEN, hole_count("n", (int)count),
			hole_text("folder", cli_harmless(&cli->pool, folder, cli->ascii))));
	return err;
}

enum err sheet_write(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	enum err err = check_format(cli, why);

	if (err == ERR_NONE)
		err = check_open(&loaded->record, why);
	if (err != ERR_NONE)
		return err;
	return has_option(cli, OPTION_ALL) ? write_all(cli, loaded, why)
					   : write_one(cli, loaded, why);
}

enum err sheet_revoke(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct record *record = &loaded->record;
	int person, at = -1;
	enum err err = find_person(cli, loaded, &person, why);

	if (err == ERR_NONE && (at = sheet_of_person(record, person)) < 0)
		err = errmsg_set(why, ERR_USAGE,
			"there is no sheet of %.60s to revoke; rekindle sheet %.60s lists them",
			cli_person_text(&cli->pool, record, person), cli->operands[0]);
	if (err == ERR_NONE)
		err = work_begin(loaded, words_plain(W_UNDO_SHEET_REVOKED), why);
	if (err != ERR_NONE)
		return err;
	record->sheets[at].revoked = clock_today();
	err = work_end(loaded, work_put(loaded, KIND_SHEET, &record->sheets[at], why), why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_SHEET_IS_REVOKED,
			hole_text("person", cli_person_text(&cli->pool, record, person))));
	return err;
}
