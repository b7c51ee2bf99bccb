/* SPDX-License-Identifier: MIT */
/*
 * meeting: the meetings of the steering committee and the working group: the agenda of the next
 * one, and minutes.
 */
#include <rekindle/edition_plan.h>
#include <rekindle/exchange.h>
#include <rekindle/history.h>
#include "meeting.h"

static const char *const format_words[] = { "text", "markdown", "ics", "json" };
static const struct vocabulary meeting_formats = { "format", 4, format_words };

/* agenda */

static enum err read_asked(const struct cli *cli, int *body, int *day, struct errmsg *why)
{
	*body = BODY_STEERING;
	*day = DATE_NONE;
	enum err err = meeting_option_body(cli, body, why);
	return err == ERR_NONE && has_option(cli, OPTION_DATE)
		? option_day(cli, OPTION_DATE, DATE_AHEAD, day, why)
		: err;
}

static const enum report_format report_formats[] = {
	[MEETING_TEXT] = REPORT_TEXT,
	[MEETING_MARKDOWN] = REPORT_MARKDOWN,
	[MEETING_JSON] = REPORT_JSON,
};

static void write_agenda(const struct cli *cli, const struct loaded *loaded,
	const struct plan *shown, const struct agenda *agenda, int today, struct str *out)
{
	if (cli->format == MEETING_ICS)
		exchange_agenda_ics(out, loaded->store, &loaded->record, shown, agenda, today,
			clock_stamp_ms());
	else
		report_agenda(out, &loaded->record, shown, agenda, today,
			report_formats[cli->format], cli->ascii);
}

/* Every company may read it: what it shows of the ratings is remembered first. */
static enum err compose_agenda(const struct cli *cli, struct loaded *loaded, int body, int day,
	struct str *out, struct errmsg *why)
{
	struct edition_history joint;
	struct agenda agenda;
	int today = clock_today();
	enum err err = loaded_rounds(loaded, why);

	if (err == ERR_NONE)
		err = history_give(loaded->store, &loaded->record, &loaded->earlier, why);
	if (err != ERR_NONE)
		return err;
	edition_history_compute(&joint, &loaded->record, &loaded->diagnosis, &loaded->plan,
		EDITION_JOINT, loaded->earlier.all, loaded->earlier.own);
	agenda_compute(&agenda, &loaded->record, &joint.plan.shown, (enum body)body, today, day);
	write_agenda(cli, loaded, &joint.plan.shown, &agenda, today, out);
	agenda_release(&agenda);
	edition_history_release(&joint);
	return ERR_NONE;
}

static enum err run_agenda(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	char database[4096];
	const char *path = cli_database(cli, database, sizeof(database));
	struct str out;
	int body, day;
	enum err err = read_asked(cli, &body, &day, why);

	if (err == ERR_NONE)
		err = output_check(cli, path, why);
	if (err != ERR_NONE)
		return err;
	str_init(&out);
	err = compose_agenda(cli, loaded, body, day, &out, why);
	if (err == ERR_NONE)
		err = output_result(cli, &out, path, why);
	str_release(&out);
	return err;
}

/* drop */

static enum err run_drop(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	size_t index;
	enum err err = meeting_find(
		&loaded->record, KIND_MEETING, "meeting", cli->operands[2], &index, why);

	if (err != ERR_NONE)
		return err;
	int day = meeting_day(&loaded->record.meetings[index]);
	err = work_begin(loaded, NULL, why);
	if (err != ERR_NONE)
		return err;
	err = store_delete(
		loaded->store, &loaded->record, KIND_MEETING, &loaded->record.meetings[index], why);
	err = work_end(loaded, err, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_MEETING_DROPPED,
			hole_text("day", words_day(&cli->pool, day, DAY_ISO))));
	return err;
}

/* What is asked for: nothing, to show them; or a verb. */
#define FILED (OPTION_BIT(OPTION_ACTION) | OPTION_BIT(OPTION_OBJECTIVE) | OPTION_BIT(OPTION_RISK))
#define MINUTES (OPTION_BIT(OPTION_DECISION) | OPTION_BIT(OPTION_NOTE) | FILED)
#define PRINTED (1u << MEETING_TEXT | 1u << MEETING_JSON)
static const struct verb {
	const char *name; /* NULL: none */
	int operands;
	option_set options;
	bool writes, plan; /* plan: without a stored one it cannot */
	unsigned formats;  /* bit 1 << enum meeting_format */
	enum err (*run)(struct cli *, struct loaded *, struct errmsg *why);
} verbs[] = {
	{ NULL, 1, OPTION_BIT(OPTION_BODY), false, false, 1u << MEETING_TEXT | 1u << MEETING_JSON,
		meeting_list },
	{ "agenda", 2,
		OPTION_BIT(OPTION_BODY) | OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_OUTPUT),
		false, true, ~0u, run_agenda },
	{ "add", 2, OPTION_BIT(OPTION_BODY) | OPTION_BIT(OPTION_DATE) | MINUTES, true, false,
		1u << MEETING_TEXT | 1u << MEETING_JSON, meeting_add },
	{ "drop", 3, 0, true, false, 1u << MEETING_TEXT, run_drop },
	{ "drop", 4, 0, true, false, PRINTED, meeting_drop_row },
	{ "set", 3, OPTION_BIT(OPTION_DATE), true, false, PRINTED, meeting_set_day },
	{ "set", 5, 0, true, false, PRINTED, meeting_set_words },
	{ "move", 5, 0, true, false, PRINTED, meeting_move_row },
	{ "file", 4, FILED, true, false, PRINTED, meeting_file_row },
};

static const struct verb *find_verb(const struct cli *cli, struct errmsg *why)
{
	const char *name = cli->operand_count > 1 ? cli->operands[1] : NULL;

	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (str_same(verbs[i].name, name) && verbs[i].operands == cli->operand_count)
			return &verbs[i];
	errmsg_set(why, ERR_USAGE, "it is not written like that; synopsis: rekindle meeting %s",
		cli->command->synopsis);
	return NULL;
}

static enum err check_options(const struct cli *cli, const struct verb *verb, struct errmsg *why)
{
	option_set more = (MINUTES | OPTION_BIT(OPTION_BODY) | OPTION_BIT(OPTION_DATE) |
				  OPTION_BIT(OPTION_OUTPUT)) &
		cli->given & ~verb->options;
	const char *name = verb->name ? verb->name : "ID alone";

	for (int i = 0; i < OPTION_COUNT; i++)
		if (more & OPTION_BIT(i))
			return errmsg_set(why, ERR_USAGE,
				"%s means nothing to meeting %s; leave it out", option_info[i].name,
				name);
	if (!(verb->formats >> cli->format & 1u))
		return errmsg_set(why, ERR_USAGE,
			"meeting %s is not written as %s; that is for meeting ID agenda", name,
			format_words[cli->format]);
	return ERR_NONE;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	const struct verb *verb = find_verb(cli, why);
	enum err err = verb ? check_options(cli, verb, why) : ERR_USAGE;

	if (err != ERR_NONE)
		return err;
	cli->only_reads = !verb->writes;
	bool needs = verb->plan || has_option(cli, OPTION_ACTION);
	err = (needs ? work_open : loaded_open)(cli, &loaded, why);
	if (err == ERR_NONE)
		err = verb->run(cli, &loaded, why);
	loaded_release(&loaded);
	return err;
}

const struct command command_meeting = {
	.name = "meeting",
	.synopsis = "ID [agenda [--body BODY] [--date DATE] | add --body BODY [--date DATE] "
		    "[--action N] --decision TEXT... --note TEXT... | drop MEETING [ROW] | "
		    "set MEETING --date DATE | set MEETING ROW TEXT | move MEETING ROW PLACE | "
		    "file MEETING ROW --action N]",
	.help = "agendas and minutes of the steering committee and the working group",
	.more = "BODY is steering or working, or 'steering committee' or 'working group'. Without "
		"a verb the meetings are shown, newest first. "
		"agenda says what the next one (by the plan, of the committee on the day of an "
		"open gate, or on DATE) has to look at: what is "
		"asked for, late, blocked, due, closed, open and decided; every company may read "
		"it. --format markdown and ics are for it; ics is a calendar entry of the meeting. "
		"add takes minutes of a meeting of today or DATE; each --decision or --note may "
		"have --action N, --objective N or --risk ID right before it, and is filed there "
		"as well; - reads standard input, a line each. MEETING is the beginning of "
		"an id, ROW decision:N or note:N, counted from 1. set corrects the day of a "
		"meeting or the words of a row, move puts a row elsewhere in its list, file files "
		"it as add does, drop takes it out.",
	.options = MINUTES | OPTION_BIT(OPTION_BODY) | OPTION_BIT(OPTION_DATE) |
		OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT),
	.json = true,
	.formats = &meeting_formats,
	.fewest = 1,
	.most = 5,
	.lacking = LACKING_ID(meeting),
	.takes_id = true,
	.stores = true,
	.run = run,
};
