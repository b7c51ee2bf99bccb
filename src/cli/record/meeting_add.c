/* SPDX-License-Identifier: MIT */
/*
 * meeting add: what was decided and noted into the minutes of a meeting, and filed to what it is
 * about.
 */
#include <string.h>
#include "meeting.h"

struct minutes { /* as they are said, before anything is changed */
	struct minute *list[MINUTES_LISTS];
	size_t count[MINUTES_LISTS];
};

static enum err find_action(
	const struct loaded *loaded, const char *typed, size_t *index, struct errmsg *why)
{
	size_t place;
	enum err err = action_find(&loaded->record, &loaded->plan, typed, &place, why);

	if (err == ERR_NONE)
		*index = (size_t)loaded->plan.actions[place].stored;
	return err;
}

enum err meeting_read_target(const struct loaded *loaded, const struct cli_said *said,
	struct meeting_target *target, struct errmsg *why)
{
	const char *name = option_info[said->option].name;

	if (target->option)
		return errmsg_set(why, ERR_USAGE,
			"%s and %s stand together; each is given right before the --decision or "
			"--note that is filed to it",
			target->option, name);
	*target = (struct meeting_target){ .option = name };
	switch ((int)said->option) {
	case OPTION_ACTION:
		target->filed = FILED_ACTION;
		return find_action(loaded, said->value, &target->index, why);
	case OPTION_OBJECTIVE:
		target->filed = FILED_OBJECTIVE;
		return meeting_objective(&loaded->record, name, said->value, &target->index, why);
	}
	target->filed = FILED_RISK;
	return meeting_find(&loaded->record, KIND_RISK, name, said->value, &target->index, why);
}

/* A line each. */
static enum err read_text(struct cli *cli, const struct loaded *loaded, const struct cli_said *said,
	const struct meeting_target *target, struct minutes *minutes, struct errmsg *why)
{
	int list = said->option == OPTION_DECISION ? MINUTES_DECISIONS : MINUTES_NOTES;
	const char *name = option_info[said->option].name, *text;
	enum err err = cli_text(cli, name, said->value, &text, why);

	if (err == ERR_NONE && !text)
		return errmsg_set(why, ERR_USAGE, "%s needs words: what was %s?", name,
			list == MINUTES_DECISIONS ? "decided" : "noted");
	char *rest = err ? NULL : pool_strdup(&cli->pool, text);
	for (const char *line; (line = strsep(&rest, "\n")) != NULL;)
		if (!str_blank(line))
			*POOL_APPEND(&cli->pool, minutes->list[list], minutes->count[list]) =
				minute_of(&cli->pool, &loaded->record, line, target->filed,
					(int)target->index);
	return err;
}

static enum err read_said(
	struct cli *cli, const struct loaded *loaded, struct minutes *minutes, struct errmsg *why)
{
	struct meeting_target target = { .option = NULL };
	enum err err = ERR_NONE;

	for (int i = 0; err == ERR_NONE && i < cli->said_count; i++) {
		const struct cli_said *said = &cli->said[i];

		if (said->option != OPTION_DECISION && said->option != OPTION_NOTE) {
			err = meeting_read_target(loaded, said, &target, why);
			continue;
		}
		err = read_text(cli, loaded, said, &target, minutes, why);
		target = (struct meeting_target){ .option = NULL };
	}
	if (err == ERR_NONE && target.option)
		return errmsg_set(why, ERR_USAGE,
			"%s files the --decision or --note behind it, and none follows",
			target.option);
	if (err == ERR_NONE && !minutes->count[MINUTES_DECISIONS] && !minutes->count[MINUTES_NOTES])
		return errmsg_set(why, ERR_USAGE,
			"what was decided, what was noted? Give --decision or --note");
	return err;
}

/* The one of that body and day, or a new one. */
static size_t meeting_of(struct record *record, int body, int day)
{
	int at = meeting_on(record, (enum body)body, day);

	if (at >= 0)
		return (size_t)at;
	struct meeting *meeting = record_add(record, KIND_MEETING);
	meeting->body = vocabulary_body.word[body];
	meeting->at = meeting_at(day);
	return record->meeting_count - 1;
}

static void add_to(struct cli *cli, struct record *record, struct meeting *meeting,
	const struct minutes *minutes, enum minute_list list)
{
	size_t count;
	struct minute *all = minutes_read(&cli->pool, record, meeting, list, &count);

	for (size_t i = 0; i < minutes->count[list]; i++)
		*POOL_APPEND(&cli->pool, all, count) = minutes->list[list][i];
	minutes_write(record, meeting, list, all, count);
}

static enum err file_all(struct cli *cli, struct loaded *loaded, const struct meeting *meeting,
	const struct minutes *minutes, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (int list = 0; list < MINUTES_LISTS; list++)
		for (size_t i = 0; err == ERR_NONE && i < minutes->count[list]; i++) {
			const struct minute *one = &minutes->list[list][i];
			enum kind kind;
			void *object = minute_file(&loaded->record, one,
				words_filed_line(&cli->pool, meeting, one->text), &kind);
			if (object)
				err = work_put(loaded, kind, object, why);
		}
	return err;
}

static enum err put(struct cli *cli, struct loaded *loaded, size_t index,
	const struct minutes *minutes, struct errmsg *why)
{
	struct record *record = &loaded->record;
	struct meeting *meeting = &record->meetings[index];
	enum err err = work_begin(loaded, NULL, why);

	if (err != ERR_NONE)
		return err;
	for (int list = 0; list < MINUTES_LISTS; list++)
		add_to(cli, record, meeting, minutes, (enum minute_list)list);
	err = work_put(loaded, KIND_MEETING, meeting, why);
	if (err == ERR_NONE)
		err = file_all(cli, loaded, meeting, minutes, why);
	return work_end(loaded, err, why);
}

static void tell(struct cli *cli, const struct loaded *loaded, const struct meeting *meeting)
{
	size_t decisions, notes;

	minutes_read(&cli->pool, &loaded->record, meeting, MINUTES_DECISIONS, &decisions);
	minutes_read(&cli->pool, &loaded->record, meeting, MINUTES_NOTES, &notes);
	cli_message(words(&cli->pool, W_MEETING_SAID, hole_text("body", meeting->body),
		hole_day("day", meeting_day(meeting), DAY_ISO),
		hole_text("alliance", loaded->record.alliance.name),
		hole_count("decisions", (int)decisions), hole_count("notes", (int)notes)));
}

enum err meeting_add(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct minutes minutes = { .count = { 0 } };
	int body, day;
	enum err err = meeting_read_body(cli, &body, why);

	if (err == ERR_NONE)
		err = work_past_day(cli, OPTION_DATE, &day, why);
	if (err == ERR_NONE)
		err = read_said(cli, loaded, &minutes, why);
	if (err != ERR_NONE)
		return err;
	err = put(cli, loaded, meeting_of(&loaded->record, body, day), &minutes, why);
	int at = err ? -1 : meeting_on(&loaded->record, (enum body)body, day);
	if (at < 0)
		return err;
	tell(cli, loaded, &loaded->record.meetings[at]);
	return meeting_print(cli, loaded, (size_t)at, why);
}
