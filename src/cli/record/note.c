/* SPDX-License-Identifier: MIT */
/*
 * note: the quick notes of a round: to read, write, file and delete them.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/date.h>
#include "meeting.h"

/* Showing */

static json_t *filed_json(struct pool *pool, const struct record *record, const struct note *note)
{
	const struct minute minute = note_minute(pool, record, note);

	if (!note_is_filed(note))
		return json_null();
	if (minute.filed == FILED_NOWHERE)
		return json_pack("{s:n, s:n, s:s}", "kind", "id", "text", note->filed);
	json_t *filed = json_pack("{s:s, s:s, s:o}", "kind", vocabulary_filed.word[minute.filed],
		"id", minute.id, "text", json_text(words_note_filed(pool, record, note)));
	if (minute.filed == FILED_ACTION && minute.index >= 0)
		json_object_set_new(
			filed, "number", json_integer(record->actions[minute.index].number));
	return filed;
}

static json_t *note_json(struct pool *pool, const struct record *record, size_t i)
{
	const struct note *note = &record->notes[i];

	return json_pack("{s:i, s:o, s:I, s:o, s:o}", "number", (int)i + 1, "id",
		json_uuid(&note->object.id), "at", (json_int_t)note->at, "text",
		json_text(note->text), "filed", filed_json(pool, record, note));
}

static void add_note(struct str *out, struct cli *cli, const struct record *record, size_t i)
{
	const struct note *note = &record->notes[i];
	char id[UUID_TEXT], iso[DATE_TEXT];
	const char *where = words_note_filed(&cli->pool, record, note);

	cli_field(out, pool_printf(&cli->pool, "%2zu %.8s", i + 1, uuid_text(&note->object.id, id)),
		pool_printf(&cli->pool, "%s  %s",
			note->at ? date_iso(clock_day(note->at), iso) : "-",
			where ? words(&cli->pool, W_MEETING_FILED, hole_text("text", note->text),
					hole_text("where", where))
			      : note->text),
		cli->ascii);
}

static enum err list(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	const struct record *record = &loaded->record;
	json_t *all = json_array();
	struct str out;
	enum err err = ERR_NONE;

	str_init(&out);
	for (size_t i = 0; i < record->note_count; i++) {
		add_note(&out, cli, record, i);
		json_array_append_new(all, note_json(&cli->pool, record, i));
	}
	if (cli->format == FORMAT_JSON)
		err = output_json(cli, json_incref(all), why);
	else if (record->note_count)
		err = output_text(cli, &out, why);
	else
		cli_message(words_plain(W_NOTES_NONE_COMMAND));
	json_decref(all);
	str_release(&out);
	return err;
}

static enum err show(struct cli *cli, const struct loaded *loaded, size_t i, struct errmsg *why)
{
	return cli->format == FORMAT_JSON
		? output_json(cli, note_json(&cli->pool, &loaded->record, i), why)
		: ERR_NONE;
}

/* Writing */

static enum err put(struct loaded *loaded, struct note *note, struct errmsg *why)
{
	enum err err = work_begin(loaded, NULL, why);

	if (err == ERR_NONE)
		err = work_end(loaded, work_put(loaded, KIND_NOTE, note, why), why);
	return err;
}

static enum err add(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	const char *typed = cli->operand_count > 2 ? cli->operands[2] : "-", *text;
	enum err err = cli_text(cli, "note", typed, &text, why);

	if (err == ERR_NONE && !text)
		return errmsg_set(why, ERR_USAGE, "a note needs words: what was noted?");
	if (err != ERR_NONE)
		return err;
	struct note *note = record_add(&loaded->record, KIND_NOTE);
	note->object.id = uuid_new();
	note->at = clock_ms();
	note->text = pool_strdup(&loaded->record.pool, text);
	err = put(loaded, note, why);
	if (err != ERR_NONE)
		return err;
	size_t last = loaded->record.note_count - 1;
	cli_message(words(&cli->pool, W_NOTES_SAID_ADDED, hole_count("n", (int)last + 1),
		hole_text("alliance", loaded->record.alliance.name)));
	return show(cli, loaded, last, why);
}

/* By the number that note ID shows, or the beginning of the id. */
static enum err find_note(
	const struct record *record, const char *typed, size_t *index, struct errmsg *why)
{
	char *end;
	unsigned long number = strtoul(typed, &end, 10);

	if (*typed >= '1' && *typed <= '9' && !*end && number <= record->note_count) {
		*index = number - 1;
		return ERR_NONE;
	}
	return meeting_find(record, KIND_NOTE, "note", typed, index, why);
}

static enum err find_risk(
	const struct record *record, const char *typed, size_t *index, struct errmsg *why)
{
	char *end;
	unsigned long number = strtoul(typed, &end, 10);

	if (*typed >= '1' && *typed <= '9' && !*end && number <= record->risk_count) {
		*index = number - 1;
		return ERR_NONE;
	}
	return meeting_find(record, KIND_RISK, "--to risk", typed, index, why);
}

static enum err find_action(
	struct loaded *loaded, const char *typed, size_t *index, struct errmsg *why)
{
	size_t place;

	if (!plan_is_stored(&loaded->record))
		return errmsg_set(why, ERR_USAGE,
			"no plan of %.60s is stored yet, so there is no action to file to",
			loaded->record.alliance.name);
	loaded_plan(loaded, DATE_NONE);
	enum err err = action_find(&loaded->record, &loaded->plan, typed, &place, why);
	if (err == ERR_NONE)
		*index = (size_t)loaded->plan.actions[place].stored;
	return err;
}

static enum err find_place(struct loaded *loaded, enum filed filed, const char *typed,
	size_t *index, struct errmsg *why)
{
	const struct record *record = &loaded->record;
	int person;
	enum err err;

	switch (filed) {
	case FILED_ACTION:
		return find_action(loaded, typed, index, why);
	case FILED_OBJECTIVE:
		return meeting_objective(record, "--to objective", typed, index, why);
	case FILED_RISK:
		return find_risk(record, typed, index, why);
	case FILED_PERSON:
		err = cli_person(record, typed, &person, why);
		*index = err ? 0 : (size_t)person;
		return err;
	case FILED_NOWHERE:
	case FILED_KINDS:
		break;
	}
	return ERR_NONE;
}

/* "action:3"; "nothing". */
static enum err read_place(
	struct cli *cli, struct loaded *loaded, struct minute *minute, struct errmsg *why)
{
	const char *typed = cli->value[OPTION_TO], *colon = typed ? strchr(typed, ':') : NULL;
	size_t index = 0;
	int filed = !colon ? -1
			   : vocabulary_find(&vocabulary_filed,
				     pool_printf(&cli->pool, "%.*s", (int)(colon - typed), typed));

	if (!typed)
		return errmsg_set(why, ERR_USAGE,
			"where does it go? Give --to action:N, objective:N, risk:N or person:N, or "
			"--to nothing");
	if (!strcmp(typed, "nothing"))
		filed = FILED_NOWHERE;
	else if (filed <= FILED_NOWHERE)
		return errmsg_set(why, ERR_USAGE,
			"--to %.40s: give action:N, objective:N, risk:N, person:N or nothing",
			typed);
	enum err err =
		filed ? find_place(loaded, (enum filed)filed, colon + 1, &index, why) : ERR_NONE;
	if (err == ERR_NONE)
		*minute =
			minute_of(&cli->pool, &loaded->record, NULL, (enum filed)filed, (int)index);
	return err;
}

static enum err file(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	struct minute minute = { .index = -1 };
	size_t i;
	enum err err = find_note(&loaded->record, cli->operands[2], &i, why);

	if (err == ERR_NONE)
		err = read_place(cli, loaded, &minute, why);
	if (err != ERR_NONE)
		return err;
	struct note *note = &loaded->record.notes[i];
	note->filed = note_place(&loaded->record.pool, &minute);
	err = put(loaded, note, why);
	if (err != ERR_NONE)
		return err;
	const char *where = words_note_filed(&cli->pool, &loaded->record, &loaded->record.notes[i]);
	cli_message(where ? words(&cli->pool, W_NOTES_SAID_FILED, hole_count("n", (int)i + 1),
				    hole_text("where", where))
			  : words(&cli->pool, W_NOTES_SAID_UNFILED, hole_count("n", (int)i + 1)));
	return show(cli, loaded, i, why);
}

static enum err drop(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	size_t i;
	enum err err = find_note(&loaded->record, cli->operands[2], &i, why);

	if (err != ERR_NONE)
		return err;
	const char *text = pool_strdup(&cli->pool, loaded->record.notes[i].text);
	err = work_begin(loaded, NULL, why);
	if (err == ERR_NONE)
		err = work_end(loaded,
			store_delete(loaded->store, &loaded->record, KIND_NOTE,
				&loaded->record.notes[i], why),
			why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_NOTES_DELETED, hole_text("text", text)));
	return err;
}

static const struct verb {
	const char *name; /* NULL: none */
	int fewest, most; /* operands */
	bool writes, places;
	enum err (*run)(struct cli *, struct loaded *, struct errmsg *why);
} verbs[] = {
	{ NULL, 1, 1, false, false, list },
	{ "add", 2, 3, true, false, add },
	{ "file", 3, 3, true, true, file },
	{ "drop", 3, 3, true, false, drop },
};

static const struct verb *find_verb(const struct cli *cli, struct errmsg *why)
{
	const char *name = cli->operand_count > 1 ? cli->operands[1] : NULL;

	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (str_same(verbs[i].name, name) && cli->operand_count >= verbs[i].fewest &&
			cli->operand_count <= verbs[i].most &&
			(verbs[i].places || !has_option(cli, OPTION_TO)))
			return &verbs[i];
	errmsg_set(why, ERR_USAGE, "it is not written like that; synopsis: rekindle note %s",
		cli->command->synopsis);
	return NULL;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	const struct verb *verb = find_verb(cli, why);

	if (!verb)
		return ERR_USAGE;
	cli->only_reads = !verb->writes;
	enum err err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE)
		err = verb->run(cli, &loaded, why);
	loaded_release(&loaded);
	return err;
}

const struct command command_note = {
	.name = "note",
	.synopsis = "ID [add [TEXT|-] | file N --to KIND:N | drop N]",
	.help = "the quick notes of a round: to read, write, file and delete them",
	.more = "Without a verb the notes are shown, each with its number, its id and where it is "
		"filed. add keeps a note; without TEXT, and for -, it is read from standard input. "
		"file says where note N belongs: --to action:N, objective:N, risk:N or person:N, "
		"each by the number or id that the other commands show, or nothing. Each is one "
		"step of undo on the screens.",
	.options = OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 3,
	.lacking = LACKING_ID(note),
	.takes_id = true,
	.stores = true,
	.run = run,
};
