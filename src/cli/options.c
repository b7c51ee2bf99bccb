/* SPDX-License-Identifier: MIT */
/*
 * The options: one table, read by the parser, the help and the check against the manual.
 */
#include <stdio.h>
#include <string.h>
#include "cli.h"

const struct option_info option_info[OPTION_COUNT] = {
	[OPTION_DB] = { "--db", 0, "FILE", "the database to use" },
	[OPTION_CONFIG] = { "--config", 0, "FILE", "the configuration file to go by" },
	[OPTION_INSTRUMENT] = { "--instrument", 0, "FILE",
		"a question bank of your own (a YAML file or a folder) for new assessments" },
	[OPTION_LINE] = { "--line", 0, NULL, "line by line, without placing the cursor" },
	[OPTION_ASCII] = { "--ascii", 0, NULL, "nothing outside ASCII in what is shown" },
	[OPTION_COLOR] = { "--color", 0, "WHEN", "colour on the screens: auto, always or never" },
	[OPTION_MOUSE] = { "--mouse", 0, NULL, "the screens take the mouse: click and wheel" },
	[OPTION_JSON] = { "--json", 0, NULL, "short for --format json" },
	[OPTION_NO_INPUT] = { "--no-input", 0, NULL, "never ask; fail and say what is missing" },
	[OPTION_FORCE] = { "--force", 0, NULL,
		"overwrite an existing file; interview whom another program interviews; add a name "
		"that is known, remove who was heard; decide a gate again; delete or forget "
		"without "
		"asking" },
	[OPTION_HELP] = { "--help", 'h', NULL, "help, also of a command" },
	[OPTION_VERSION] = { "--version", 'V', NULL, "the version" },
	[OPTION_PRINT] = { "--print", 0, NULL, "print the report of the example" },
	[OPTION_NAME] = { "--name", 0, "NAME",
		"name of the alliance, or of a person; of people also - for a line of input" },
	[OPTION_PARTY] = { "--party", 0, "PARTY",
		"a company; for new at least twice, your own side first" },
	[OPTION_RESPONDENT] = { "--respondent", 0, "R",
		"who is interviewed: a name, the id that show prints, or its beginning" },
	[OPTION_ROLE] = { "--role", 0, "ROLE",
		"of somebody new: sponsor, manager, operations, commercial or specialist" },
	[OPTION_ATTRIBUTION] = { "--attribution", 0, "HOW", "named, role or confidential" },
	[OPTION_FORMAT] = { "--format", 0, "FORMAT",
		"text or json; of report also markdown, html, pdf, docx, pptx; of plan also "
		"csv, ics, xlsx, pdf; of answers csv, xlsx or json; of meeting agenda also "
		"markdown, ics; of sheet also html, pdf" },
	[OPTION_START] = { "--start", 0, "DATE",
		"first day of the plan, stored only by plan --save; of action its first day" },
	[OPTION_SECTION] = { "--section", 0, "NAME,...", "only these parts of the report" },
	[OPTION_EDITION] = { "--edition", 0, "EDITION", "internal, or joint for both companies" },
	[OPTION_KIND] = { "--kind", 0, "KIND", "assessment, progress, brief or slides" },
	[OPTION_OUTPUT] = { "--output", 'o', "FILE", "write to FILE; - is standard output" },
	[OPTION_SHARE] = { "--share", 0, NULL, "only what the other company may have" },
	[OPTION_ONLY] = { "--only", 0, NULL, "this assessment without the other rounds" },
	[OPTION_SAVE] = { "--save", 0, NULL,
		"store the plan; with --redraw or --shift: do it; of sheet --read: keep what it "
		"read" },
	[OPTION_REDRAW] = { "--redraw", 0, NULL,
		"what drawing up the stored plan again would change" },
	[OPTION_SHIFT] = { "--shift", 0, "WHAT",
		"what another start, or moving what is open or late, would change: \"start 7 "
		"dec\", \"open 4\" weeks, \"late 2\", \"late monday\"" },
	[OPTION_OPEN] = { "--open", 0, NULL, "take the seal back" },
	[OPTION_TO] = { "--to", 0, "RECIPIENT",
		"encrypt it: a key of age (age1..., ssh-...), or a key id or address of gpg; of "
		"note: where it is filed, KIND:N" },
	[OPTION_THEIRS] = { "--theirs", 0, NULL,
		"what a file does not date counts as changed now" },
	[OPTION_CSV] = { "--csv", 0, "FILE", "the table of a survey tool; - is standard input" },
	[OPTION_MAP] = { "--map", 0, "MAP",
		"what its columns mean: a file, or limesurvey, qualtrics and the like" },
	[OPTION_DELETED] = { "--deleted", 0, NULL, "what lies in the bin" },
	[OPTION_ROUND] = { "--round", 0, "WHICH",
		"pulse, for the newest pulse of the alliance, or the id of a round of it" },
	[OPTION_PULSE] = { "--pulse", 0, NULL, "the health check alone, in ten minutes a person" },
	[OPTION_TITLE] = { "--title", 0, "TITLE", "what the round, or an action, is called" },
	[OPTION_STATUS] = { "--status", 0, "STATUS", "open, started, blocked, done or dropped" },
	[OPTION_DONE] = { "--done", 0, "DATE", "done on that day, today or before" },
	[OPTION_DUE] = { "--due", 0, "DATE", "when it is due; empty: it is for later" },
	[OPTION_EVERY] = { "--every", 0, "HOW OFTEN",
		"it comes again: week, 2 weeks on tuesday, quarter; empty: it does not" },
	[OPTION_ADOPT] = { "--adopt", 0, "YES|NO",
		"adopted, it stays whatever a redraw finds; no takes that back" },
	[OPTION_INTERVIEWEE] = { "--interviewee", 0, "YES|NO",
		"no: owns parts of the plan, and is never asked nor counted as missing" },
	[OPTION_CONSENT] = { "--consent", 0, "YES|NO",
		"the person agrees to the interview and to how reports treat it" },
	[OPTION_MINUTES] = { "--minutes", 0, "N", "agreed on for the interview" },
	[OPTION_HEARD] = { "--heard", 0, "DATE", "the day of the interview, today or before" },
	[OPTION_OWNER] = { "--owner", 0, "PARTY=PERSON",
		"who owns it on that side, by number or id, or a new name; nobody: by role" },
	[OPTION_REASON] = { "--reason", 0, "TEXT",
		"what blocks it, or why it was dropped; - reads standard input" },
	[OPTION_STEP] = { "--step", 0, "STEP",
		"the step of the plan, 1 to 7, that a new action belongs to" },
	[OPTION_WHAT] = { "--what", 0, "TEXT",
		"what an action is; - reads standard input, empty: as the library has it" },
	[OPTION_DONE_WHEN] = { "--done-when", 0, "TEXT",
		"what exists when it is done; - reads standard input, empty: as the library has "
		"it" },
	[OPTION_RESOURCES] = { "--resources", 0, "TEXT",
		"people, money, time; - reads standard input, empty: as the library has it" },
	[OPTION_EFFORT] = { "--effort", 0, "DAYS",
		"days of work that it takes, of all together; empty: as the library has it" },
	[OPTION_QUICK_WIN] = { "--quick-win", 0, "YES|NO", "an early success for both sides" },
	[OPTION_WHEN] = { "--when", 0, "WHEN",
		"now, from the next Monday on, or later, after the second gate" },
	[OPTION_KPI] = { "--kpi", 0, "KPI",
		"what it moves: by id or name, of the alliance or of the catalogue; empty: none" },
	[OPTION_NOTE] = { "--note", 0, "TEXT", "a note; - reads standard input, empty removes it" },
	[OPTION_OUTCOME] = { "--outcome", 0, "OUTCOME",
		"passed or failed; none takes a decision back" },
	[OPTION_DATE] = { "--date", 0, "DATE",
		"day of a round, a meeting, an interview, or when a gate was decided; today" },
	[OPTION_BODY] = { "--body", 0, "BODY",
		"whose meeting: steering (the committee) or working (the group)" },
	[OPTION_DECISION] = { "--decision", 0, "TEXT",
		"what a meeting decided; - reads standard input, a line each" },
	[OPTION_ACTION] = { "--action", 0, "N",
		"the decision or note behind it is filed to this action" },
	[OPTION_OBJECTIVE] = { "--objective", 0, "N",
		"the same to this joint objective, counted from 1; of action: the one it serves" },
	[OPTION_RISK] = { "--risk", 0, "ID", "the same to this risk, as audit lists it" },
	[OPTION_STRICT] = { "--strict", 0, NULL,
		"line mode ends at the first line that is refused, with status 3" },
	[OPTION_WIDE] = { "--wide", 0, NULL,
		"nothing is cut, and ids are whole; of "
		"answers a row a person" },
	[OPTION_SORT] = { "--sort", 0, "KEY", "by name, next, health or date" },
	[OPTION_FILTER] = { "--filter", 0, "WORDS", "only rows that have all of the words" },
	[OPTION_IDS] = { "--ids", 0, NULL, "the ids alone, a line each" },
	[OPTION_COMMENT] = { "--comment", 0, "TEXT",
		"a comment on the answer; - reads standard input, empty removes it" },
	[OPTION_QUOTE] = { "--quote", 0, "TEXT",
		"the person's own words; - reads standard input, empty removes them" },
	[OPTION_EVIDENCE] = { "--evidence", 0, "TEXT",
		"what shows it; - reads standard input, empty removes it" },
	[OPTION_FLAG] = { "--flag", 0, NULL, "this answer is to be followed up" },
	[OPTION_NO_FLAG] = { "--no-flag", 0, NULL, "it is not, or no longer" },
	[OPTION_DEFAULTS] = { "--defaults", 0, NULL, "a configuration file to begin with" },
	[OPTION_ALL] = { "--all", 0, NULL, "a sheet for each person who has not been heard" },
	[OPTION_CLOSES] = { "--closes", 0, "DATE", "by when a sheet is to be back" },
	[OPTION_REVOKE] = { "--revoke", 0, NULL, "take nothing by this person's sheet any more" },
	[OPTION_READ] = { "--read", 0, NULL,
		"read sheets back: answer files, texts, mails, folders of mails" },
	[OPTION_CSV_FOR] = { "--csv-for", 0, "PROGRAM",
		"what a CSV is read by: excel, libreoffice, or any program" },
	[OPTION_DRY_RUN] = { "--dry-run", 0, NULL, "say what would change, change nothing" },
};

static const char *const color_words[] = { "auto", "always", "never" };
const struct vocabulary vocabulary_color = { "value of --color", 3, color_words };
static const char *const format_words[] = { "text", "json" };
const struct vocabulary vocabulary_format = { "format", 2, format_words };
const char *const csv_for_words[CSV_FOR_COUNT] = { "any", "excel", "libreoffice" };
const struct vocabulary vocabulary_csv_for = { "program", CSV_FOR_COUNT, csv_for_words };

static const char *option_name(size_t i)
{
	return option_info[i].name;
}

static int find_long(const char *text, size_t n)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (strlen(option_info[i].name) == n && strncmp(option_info[i].name, text, n) == 0)
			return i;
	return -1;
}

static int find_short(char letter)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_info[i].letter && option_info[i].letter == letter)
			return i;
	return -1;
}

static enum err unknown(const char *text, struct errmsg *why)
{
	char name[80];

	snprintf(name, sizeof(name), "%.*s", (int)strcspn(text, "="), text);
	const char *near = cli_suggest(name, option_name, OPTION_COUNT);
	if (near)
		return errmsg_set(
			why, ERR_USAGE, "there is no option %s; did you mean %s?", name, near);
	return errmsg_set(why, ERR_USAGE, "there is no option %s; rekindle help lists them", name);
}

/* One for each party at most. */
static enum err take_another(
	enum option option, const char **list, int *count, const char *value, struct errmsg *why)
{
	if (*count == PARTIES_MAX)
		return errmsg_set(why, ERR_USAGE,
			"%s was given more than %d times; an alliance "
			"has two to six parties",
			option_info[option].name, PARTIES_MAX);
	list[(*count)++] = value;
	return ERR_NONE;
}

/* In the order in which they were given. */
static enum err take_said(
	struct cli *cli, enum option option, const char *value, struct errmsg *why)
{
	if (cli->said_count == CLI_SAID_MOST)
		return errmsg_set(why, ERR_USAGE,
			"%s is one too many: one command takes %d texts and what they are filed "
			"to; give the rest in another",
			option_info[option].name, CLI_SAID_MOST);
	cli->said[cli->said_count++] = (struct cli_said){ option, value };
	return ERR_NONE;
}

static bool is_said(enum option option)
{
	return option == OPTION_DECISION || option == OPTION_NOTE || option == OPTION_ACTION ||
		option == OPTION_OBJECTIVE || option == OPTION_RISK;
}

static enum err take(struct cli *cli, enum option option, const char *value, struct errmsg *why)
{
	cli->given |= OPTION_BIT(option);
	cli->value[option] = value;
	if (option == OPTION_PARTY)
		return take_another(option, cli->parties, &cli->party_count, value, why);
	if (option == OPTION_OWNER)
		return take_another(option, cli->owners, &cli->owner_count, value, why);
	return is_said(option) ? take_said(cli, option, value, why) : ERR_NONE;
}

int option_of(const char *text, const char **value)
{
	bool is_long = text[1] == '-';
	const char *sign = is_long ? strchr(text, '=') : NULL;

	*value = sign ? sign + 1 : !is_long && text[1] && text[2] ? text + 2 : NULL;
	return is_long ? find_long(text, strcspn(text, "=")) : find_short(text[1]);
}

/* One option at argv[*i]; *i moves on to its value when that is the next argument. */
static enum err parse_option(struct cli *cli, int argc, char **argv, int *i, struct errmsg *why)
{
	const char *text = argv[*i], *value;
	bool is_long = text[1] == '-';
	int option = option_of(text, &value);

	if (option < 0)
		return unknown(text, why);
	const struct option_info *info = &option_info[option];
	if (value && !info->argument && !is_long)
		return unknown(text, why);
	if (value && !info->argument)
		return errmsg_set(why, ERR_USAGE,
			"%s takes no value; leave out the = and what "
			"follows it",
			info->name);
	if (!value && info->argument && *i + 1 >= argc)
		return errmsg_set(why, ERR_USAGE, "%s needs a value: %s %s", info->name, info->name,
			info->argument);
	if (!value && info->argument)
		value = argv[++*i];
	return take(cli, (enum option)option, value, why);
}

static const char *command_name(size_t i)
{
	return commands[i]->name;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static enum err find_command(struct cli *cli, struct errmsg *why)
{
	size_t count = 0;
	const char *name = cli->operands[0];

	while (commands[count])
		count++;
	cli->command = command_find(name);
	cli->operands++;
	cli->operand_count--;
	if (cli->command)
		return ERR_NONE;
	const char *near = cli_suggest(name, command_name, count);
	if (near)
		return errmsg_set(
			why, ERR_USAGE, "there is no command %s; did you mean %s?", name, near);
	return errmsg_set(why, ERR_USAGE, "there is no command %s; rekindle help lists them", name);
}

/* The commands that an option belongs to, "plan, report". */
static const char *owners(struct pool *pool, enum option option)
{
	struct texts names = { 0 };

	for (size_t i = 0; commands[i]; i++)
		if (commands[i]->options & OPTION_BIT(option))
			texts_add(pool, &names, commands[i]->name);
	return words_names(pool, &names);
}

static enum err misplaced(const struct cli *cli, enum option option, struct errmsg *why)
{
	struct pool pool = { 0 };
	const char *name = option_info[option].name, *list = owners(&pool, option);

	if (cli->command)
		errmsg_set(why, ERR_USAGE, "%s is no option of %s; it belongs to: %s", name,
			cli->command->name, list);
	else
		errmsg_set(why, ERR_USAGE,
			"%s is no option of rekindle without a command; it belongs to: %s", name,
			list);
	pool_release(&pool);
	return ERR_USAGE;
}

static enum err check_json(const struct cli *cli, struct errmsg *why)
{
	if (!has_option(cli, OPTION_JSON) || (cli->command && cli->command->json))
		return ERR_NONE;
	if (cli->command)
		return errmsg_set(why, ERR_USAGE, "--json means nothing to %s; leave it out",
			cli->command->name);
	return errmsg_set(
		why, ERR_USAGE, "--json means nothing to rekindle without a command; leave it out");
}

static enum err check_options(const struct cli *cli, struct errmsg *why)
{
	option_set allowed = cli->command ? cli->command->options : 0;

	for (int i = OPTION_GLOBAL_COUNT; i < OPTION_COUNT; i++)
		if (has_option(cli, (enum option)i) && !(allowed & OPTION_BIT(i)))
			return misplaced(cli, (enum option)i, why);
	return check_json(cli, why);
}

static enum err check_operands(const struct cli *cli, struct errmsg *why)
{
	const struct command *command = cli->command;

	if (cli->operand_count < command->fewest)
		return errmsg_set(why, ERR_USAGE, "%s", command->lacking);
	if (cli->operand_count > command->most)
		return errmsg_set(why, ERR_USAGE,
			"%s is one word too many for %s; synopsis: "
			"rekindle %s %s",
			cli->operands[command->most], command->name, command->name,
			command->synopsis);
	return ERR_NONE;
}

enum err options_parse(struct cli *cli, int argc, char **argv, struct errmsg *why)
{
	enum err first = ERR_NONE;
	int operands = 0;
	bool ended = false;

	/* operands gather at the front of argv; a fault is told only when no -h follows it */
	for (int i = 1; i < argc; i++) {
		struct errmsg fault;
		enum err err = ERR_NONE;
		if (!ended && strcmp(argv[i], "--") == 0)
			ended = true;
		else if (!ended && argv[i][0] == '-' && argv[i][1])
			err = parse_option(cli, argc, argv, &i, &fault);
		else
			argv[operands++] = argv[i];
		if (err != ERR_NONE && first == ERR_NONE) {
			first = err;
			*why = fault;
		}
	}
	cli->operands = argv;
	cli->operand_count = operands;
	if (has_option(cli, OPTION_HELP) || has_option(cli, OPTION_VERSION)) {
		cli->command = operands ? command_find(argv[0]) : NULL;
		return ERR_NONE;
	}
	if (first == ERR_NONE && operands)
		first = find_command(cli, why);
	if (first == ERR_NONE)
		first = check_options(cli, why);
	if (first == ERR_NONE && cli->command)
		first = check_operands(cli, why);
	return first;
}

enum err option_word(const struct cli *cli, enum option option, const struct vocabulary *words,
	int *index, struct errmsg *why)
{
	char list[200];

	if (!has_option(cli, option))
		return ERR_NONE;
	int found = vocabulary_find(words, cli->value[option]);
	if (found < 0)
		return errmsg_set(why, ERR_USAGE, "%s %s: there is no such %s; it is %s",
			option_info[option].name, cli->value[option], words->name,
			vocabulary_list(words, list, sizeof(list)));
	*index = found;
	return ERR_NONE;
}

/* What was understood, where it was not written out. */
static void tell_day(const char *name, const char *typed, int day)
{
	struct pool pool = { 0 };
	char iso[DATE_TEXT];

	if (strcmp(date_iso(day, iso), typed) != 0)
		cli_message(words(&pool, W_DATE_UNDERSTOOD, hole_text("name", name),
			hole_text("typed", typed),
			hole_text("day", words_day_in_full(&pool, day))));
	pool_release(&pool);
}

enum err cli_day(
	const char *name, const char *typed, enum date_lean lean, int *day, struct errmsg *why)
{
	struct pool pool = { 0 };
	int other, today = clock_today();
	enum err err = ERR_NONE;

	if (date_typed(typed, today, lean, day, &other))
		err = errmsg_set(why, ERR_USAGE, "%s %.60s %s", name, typed,
			words_no_typed_day(&pool, typed, today));
	else
		tell_day(name, typed, *day);
	pool_release(&pool);
	return err;
}

enum err option_day(const struct cli *cli, enum option option, enum date_lean lean, int *day,
	struct errmsg *why)
{
	return cli_day(option_info[option].name, cli->value[option], lean, day, why);
}

enum err option_csv_for(const struct cli *cli, struct errmsg *why)
{
	struct settings wanted = *settings();
	int program = (int)wanted.csv;
	enum err err = option_word(cli, OPTION_CSV_FOR, &vocabulary_csv_for, &program, why);
	const char *format = cli->command->formats->word[cli->format];

	if (err == ERR_NONE && has_option(cli, OPTION_CSV_FOR) && strcmp(format, "csv") != 0)
		err = errmsg_set(why, ERR_USAGE,
			"--csv-for is about csv, and this is %s: leave it out, or give --format "
			"csv",
			format);
	wanted.csv = (enum csv_for)program;
	if (err == ERR_NONE)
		settings_use(&wanted);
	return err;
}

enum err option_start(const struct cli *cli, int *day, struct errmsg *why)
{
	*day = DATE_NONE;
	return has_option(cli, OPTION_START) ? option_day(cli, OPTION_START, DATE_AHEAD, day, why)
					     : ERR_NONE;
}
