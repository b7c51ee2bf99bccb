/* SPDX-License-Identifier: MIT */
/*
 * Meetings as text or JSON: when, whose, what was decided and noted, and where that was filed.
 */
#include <string.h>
#include <jansson.h>
#include <rekindle/edition.h>
#include "meeting.h"

static const char *const list_label[MINUTES_LISTS] = { "Decided", "Noted" };
static const char *const list_member[MINUTES_LISTS] = { "decisions", "notes" };

static const char *minute_text(
	struct pool *pool, const struct record *record, const struct minute *minute)
{
	const char *where = words_filed(pool, record, minute);

	return where ? words(pool, W_MEETING_FILED, hole_text("text", minute->text),
			       hole_text("where", where))
		     : minute->text;
}

static const char *day_text(struct pool *pool, const struct meeting *meeting)
{
	char iso[DATE_TEXT];
	int day = meeting_day(meeting);

	return day == DATE_NONE ? "-" : pool_strdup(pool, date_iso(day, iso));
}

static void add_text(struct str *out, struct cli *cli, const struct record *record,
	const struct meeting *meeting)
{
	char id[UUID_TEXT];

	cli_field(out, pool_printf(&cli->pool, "%.8s", uuid_text(&meeting->object.id, id)),
		pool_printf(&cli->pool, "%s %s", day_text(&cli->pool, meeting),
			meeting->body ? meeting->body : ""),
		cli->ascii);
	for (int list = 0; list < MINUTES_LISTS; list++) {
		size_t count;
		const struct minute *minutes =
			minutes_read(&cli->pool, record, meeting, (enum minute_list)list, &count);
		for (size_t i = 0; i < count; i++)
			cli_field(out, i ? "" : list_label[list],
				minute_text(&cli->pool, record, &minutes[i]), cli->ascii);
	}
}

static json_t *filed_json(const struct record *record, const struct minute *minute)
{
	json_t *filed;

	if (minute->filed == FILED_NOWHERE)
		return json_null();
	filed = json_pack("{s:s, s:s, s:b}", "kind", vocabulary_filed.word[minute->filed], "id",
		minute->id, "there", minute->index >= 0);
	if (minute->filed == FILED_ACTION && minute->index >= 0)
		json_object_set_new(
			filed, "number", json_integer(record->actions[minute->index].number));
	return filed;
}

static json_t *meeting_json(
	struct pool *pool, const struct record *record, const struct meeting *meeting)
{
	json_t *object = json_pack("{s:o, s:o, s:o, s:s}", "id", json_uuid(&meeting->object.id),
		"date", json_day(meeting_day(meeting)), "body", json_text(meeting->body), "edition",
		vocabulary_edition.word[EDITION_INTERNAL]);

	for (int list = 0; list < MINUTES_LISTS; list++) {
		size_t count;
		const struct minute *minutes =
			minutes_read(pool, record, meeting, (enum minute_list)list, &count);
		json_t *entries = json_array();
		for (size_t i = 0; i < count; i++)
			json_array_append_new(entries,
				json_pack("{s:s, s:o}", "text", minutes[i].text, "filed",
					filed_json(record, &minutes[i])));
		json_object_set_new(object, list_member[list], entries);
	}
	return object;
}

enum err meeting_print(
	struct cli *cli, const struct loaded *loaded, size_t index, struct errmsg *why)
{
	const struct meeting *meeting = &loaded->record.meetings[index];

	return cli->format == MEETING_JSON
		? output_json(cli, meeting_json(&cli->pool, &loaded->record, meeting), why)
		: ERR_NONE;
}

/* The newest first; of one time as they came. */
static const struct meeting **sorted(
	struct pool *pool, const struct record *record, int body, size_t *count)
{
	const struct meeting **list = NULL;

	*count = 0;
	for (size_t i = 0; i < record->meeting_count; i++) {
		const struct meeting *one = &record->meetings[i];
		size_t at = *count;

		if (body >= 0 && meeting_body(one) != body)
			continue;
		POOL_APPEND(pool, list, *count);
		for (; at && list[at - 1]->at < one->at; at--)
			list[at] = list[at - 1];
		list[at] = one;
	}
	return list;
}

/* What was noted is written for one side. */
static void add_head(struct str *out, struct pool *pool, const struct record *record)
{
	int others = record->party_count > 1 ? (int)record->party_count - 1 : 1;

	str_addf(out, "%s\n\n", words(pool, W_MEETING_INTERNAL, hole_count("n", others)));
}

enum err meeting_list(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	const struct record *record = &loaded->record;
	int body = -1;
	enum err err = meeting_option_body(cli, &body, why);
	size_t count;
	const struct meeting **list = sorted(&cli->pool, record, body, &count);
	json_t *all = json_array();
	struct str out;

	str_init(&out);
	add_head(&out, &cli->pool, record);
	for (size_t i = 0; i < count; i++) {
		if (i)
			str_addc(&out, '\n');
		add_text(&out, cli, record, list[i]);
		json_array_append_new(all, meeting_json(&cli->pool, record, list[i]));
	}
	if (err == ERR_NONE && !count && cli->format == MEETING_TEXT)
		cli_message(words_plain(W_MEETING_NONE));
	else if (err == ERR_NONE)
		err = cli->format == MEETING_JSON ? output_json(cli, json_incref(all), why)
						  : output_text(cli, &out, why);
	json_decref(all);
	str_release(&out);
	return err;
}
