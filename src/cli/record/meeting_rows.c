/* SPDX-License-Identifier: MIT */
/*
 * What is corrected of minutes: the day of a meeting, and the rows of its decisions and notes.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "meeting.h"

struct row { /* of a meeting */
	size_t meeting, at;
	enum minute_list list;
	struct minute *minutes; /* of that list */
	size_t count;
};

static enum err find_meeting(
	const struct cli *cli, const struct loaded *loaded, size_t *index, struct errmsg *why)
{
	return meeting_find(&loaded->record, KIND_MEETING, "meeting", cli->operands[2], index, why);
}

/* A place from 1 to count, as an index. */
static bool read_place(const char *typed, size_t count, size_t *at)
{
	char *end;
	unsigned long number = strtoul(typed, &end, 10);

	*at = number - 1;
	return *typed >= '1' && *typed <= '9' && !*end && number <= count;
}

/* "decision:2", "note:1" */
static enum err find_row(
	struct cli *cli, const struct loaded *loaded, struct row *row, struct errmsg *why)
{
	static const char *const words[MINUTES_LISTS] = { "decision", "note" };
	static const struct vocabulary lists = { "row", MINUTES_LISTS, words };
	const char *typed = cli->operands[3], *sign = strchr(typed, ':');
	enum err err = find_meeting(cli, loaded, &row->meeting, why);
	int list = sign
		? vocabulary_find(&lists, pool_strndup(&cli->pool, typed, (size_t)(sign - typed)))
		: -1;

	if (err != ERR_NONE)
		return err;
	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "the row is not valid UTF-8");
	if (list < 0)
		return errmsg_set(why, ERR_USAGE,
			"%.40s is no row of minutes; write decision:N or note:N, counted from 1",
			typed);
	row->list = (enum minute_list)list;
	row->minutes = minutes_read(&cli->pool, &loaded->record,
		&loaded->record.meetings[row->meeting], row->list, &row->count);
	return read_place(sign + 1, row->count, &row->at)
		? ERR_NONE
		: errmsg_set(why, ERR_USAGE, "%.40s: there is no such row; that meeting has %zu",
			  typed, row->count);
}

/* The list as it is now, and what one of it is filed to; NULL: nothing is filed. */
static enum err put(struct cli *cli, struct loaded *loaded, const struct row *row,
	const struct minute *file, struct errmsg *why)
{
	struct record *record = &loaded->record;
	struct meeting *meeting = &record->meetings[row->meeting];
	enum kind kind = KIND_NONE;
	enum err err = work_begin(loaded, words_plain(W_UNDO_MINUTES), why);

	if (err != ERR_NONE)
		return err;
	minutes_write(record, meeting, row->list, row->minutes, row->count);
	void *object = file ? minute_file(record, file,
				      words_filed_line(&cli->pool, meeting, file->text), &kind)
			    : NULL;
	err = work_put(loaded, KIND_MEETING, meeting, why);
	if (err == ERR_NONE && object)
		err = work_put(loaded, kind, object, why);
	err = work_end(loaded, err, why);
	return err ? err : meeting_print(cli, loaded, row->meeting, why);
}

enum err meeting_set_words(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct row row;
	const char *text = NULL;
	enum err err = find_row(cli, loaded, &row, why);

	if (err == ERR_NONE)
		err = cli_text(cli, cli->operands[3], cli->operands[4], &text, why);
	if (err == ERR_NONE && !text)
		err = errmsg_set(
			why, ERR_USAGE, "%s needs words; drop takes a row out", cli->operands[3]);
	if (err != ERR_NONE)
		return err;
	row.minutes[row.at].text = text;
	return put(cli, loaded, &row, NULL, why);
}

enum err meeting_move_row(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct row row;
	size_t to = 0;
	enum err err = find_row(cli, loaded, &row, why);

	if (err == ERR_NONE && !read_place(cli->operands[4], row.count, &to))
		err = errmsg_set(why, ERR_USAGE,
			"move: give the place where the row is to stand, from 1 to %zu", row.count);
	if (err != ERR_NONE)
		return err;
	struct minute moved = row.minutes[row.at];
	for (size_t i = row.at; i < to; i++)
		row.minutes[i] = row.minutes[i + 1];
	for (size_t i = row.at; i > to; i--)
		row.minutes[i] = row.minutes[i - 1];
	row.minutes[to] = moved;
	return put(cli, loaded, &row, NULL, why);
}

enum err meeting_file_row(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct meeting_target target = { .option = NULL };
	struct row row;
	enum err err = find_row(cli, loaded, &row, why);

	for (int i = 0; err == ERR_NONE && i < cli->said_count; i++)
		err = meeting_read_target(loaded, &cli->said[i], &target, why);
	if (err == ERR_NONE && !target.option)
		err = errmsg_set(why, ERR_USAGE,
			"where is it to be filed? Give --action, --objective or --risk");
	if (err != ERR_NONE)
		return err;
	row.minutes[row.at] = minute_of(&cli->pool, &loaded->record, row.minutes[row.at].text,
		target.filed, (int)target.index);
	return put(cli, loaded, &row, &row.minutes[row.at], why);
}

enum err meeting_drop_row(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct row row;
	enum err err = find_row(cli, loaded, &row, why);

	if (err != ERR_NONE)
		return err;
	row.count--;
	for (size_t i = row.at; i < row.count; i++)
		row.minutes[i] = row.minutes[i + 1];
	return put(cli, loaded, &row, NULL, why);
}

enum err meeting_set_day(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct record *record = &loaded->record;
	size_t index;
	int day, at;
	enum err err = find_meeting(cli, loaded, &index, why);

	if (err == ERR_NONE && !has_option(cli, OPTION_DATE))
		err = errmsg_set(why, ERR_USAGE, "on which day was it? Give --date");
	if (err == ERR_NONE)
		err = work_past_day(cli, OPTION_DATE, &day, why);
	if (err != ERR_NONE)
		return err;
	struct meeting *meeting = &record->meetings[index];
	at = meeting_body(meeting) < 0 ? -1
				       : meeting_on(record, (enum body)meeting_body(meeting), day);
	if (at >= 0 && at != (int)index)
		return errmsg_set(why, ERR_USAGE, "%s",
			words(&cli->pool, W_MEETING_TAKEN, hole_day("day", day, DAY_LONG),
				hole_text("body", meeting->body)));
	err = work_begin(loaded, words_plain(W_UNDO_MEETING_DAY), why);
	if (err != ERR_NONE)
		return err;
	meeting->at = meeting_at(day);
	err = work_end(loaded, work_put(loaded, KIND_MEETING, meeting, why), why);
	return err ? err : meeting_print(cli, loaded, index, why);
}
