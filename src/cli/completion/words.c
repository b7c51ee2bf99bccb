/* SPDX-License-Identifier: MIT */
/*
 * What may stand at the end of a command line: by the tables of options and commands, and one of
 * what their values and operands are.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/minutes.h>
#include <rekindle/survey.h>
#include <rekindle/texts.h>
#include "../audit/audit.h"
#include "completion.h"

/* Where a value comes from; the first of these that is there. */
struct source {
	const struct vocabulary *vocabulary;
	const char *words; /* with blanks between */
	void (*find)(struct completing *);
	bool files;
};

#define DAYS "today tomorrow yesterday eom monday tuesday wednesday thursday friday saturday sunday"

static void map_words(struct completing *completing)
{
	struct texts names = { 0 };

	survey_map_names(&completing->pool, &names);
	for (size_t i = 0; i < names.count; i++)
		complete_add(completing, names.text[i], "");
}

static const struct source values[OPTION_COUNT] = {
	[OPTION_DB] = { .files = true },
	[OPTION_CONFIG] = { .files = true },
	[OPTION_INSTRUMENT] = { .files = true },
	[OPTION_OUTPUT] = { .files = true },
	[OPTION_COLOR] = { &vocabulary_color, NULL, NULL, false },
	[OPTION_PARTY] = { NULL, NULL, complete_parties, false },
	[OPTION_RESPONDENT] = { NULL, NULL, complete_people, false },
	[OPTION_ROLE] = { &vocabulary_role, NULL, NULL, false },
	[OPTION_ATTRIBUTION] = { &vocabulary_attribution, NULL, NULL, false },
	[OPTION_EDITION] = { &vocabulary_edition, NULL, NULL, false },
	[OPTION_CSV_FOR] = { &vocabulary_csv_for, NULL, NULL, false },
	[OPTION_KIND] = { &vocabulary_report_kind, NULL, NULL, false },
	[OPTION_SECTION] = { &vocabulary_report_section, NULL, NULL, false },
	[OPTION_STATUS] = { &vocabulary_status, NULL, NULL, false },
	[OPTION_OUTCOME] = { NULL, "passed failed none", NULL, false },
	[OPTION_SHIFT] = { NULL, "start open late", NULL, false },
	[OPTION_BODY] = { &vocabulary_body_short, NULL, NULL, false },
	[OPTION_ADOPT] = { NULL, "yes no", NULL, false },
	[OPTION_STEP] = { NULL, "1 2 3 4 5 6 7", NULL, false },
	[OPTION_QUICK_WIN] = { NULL, "yes no", NULL, false },
	[OPTION_WHEN] = { NULL, "now later", NULL, false },
	[OPTION_INTERVIEWEE] = { NULL, "yes no", NULL, false },
	[OPTION_CONSENT] = { NULL, "yes no", NULL, false },
	[OPTION_HEARD] = { NULL, DAYS, NULL, false },
	[OPTION_EVERY] = { NULL, "week month quarter", NULL, false },
	[OPTION_SORT] = { NULL, "name next health date", NULL, false },
	[OPTION_CSV] = { .files = true },
	[OPTION_MAP] = { NULL, NULL, map_words, true },
	[OPTION_ROUND] = { NULL, NULL, complete_rounds, false },
	[OPTION_START] = { NULL, DAYS, NULL, false },
	[OPTION_DONE] = { NULL, DAYS, NULL, false },
	[OPTION_DUE] = { NULL, DAYS, NULL, false },
	[OPTION_DATE] = { NULL, DAYS, NULL, false },
	[OPTION_CLOSES] = { NULL, DAYS, NULL, false },
};

static void audit_list_words(struct completing *completing)
{
	for (size_t i = 0; i < audit_list_count; i++)
		complete_add(completing, audit_lists[i].name, "");
}

/* Documents; of the table of a survey tool the round. */
static void import_words(struct completing *completing)
{
	bool table = has_option(&completing->cli, OPTION_CSV);

	completing->files = !table;
	if (table)
		complete_ids(completing);
}

/* What came back; else the round. */
static void sheet_words(struct completing *completing)
{
	bool reads = has_option(&completing->cli, OPTION_READ);

	completing->files = reads;
	if (!reads && completing->cli.operand_count == 0)
		complete_ids(completing);
}

static void add_topic(void *completing, const char *name, const char *help)
{
	complete_add(completing, name, help);
}

static void topics(struct completing *completing)
{
	help_each(add_topic, completing);
}

/* Operands but the first of a command that takes an ID; at counts from 0, MORE: and all behind. */
#define MORE 100
static const struct {
	const char *command;
	int at;
	struct source source;
} operands[] = {
	{ "compare", 1, { .find = complete_ids } },
	{ "forget", 1, { .find = complete_people } },
	{ "undelete", 0, { .find = complete_binned } },
	{ "answer", 1, { .find = complete_items } },
	{ "answer", 2, { .words = "1 2 3 4 5 dk na declined skip" } },
	{ "audit", 1, { .find = audit_list_words } },
	{ "audit", 2, { .words = "add set drop confirm read" } },
	{ "action", 1, { .words = "add drop" } },
	{ "meeting", 1, { .words = "agenda add drop set move file" } },
	{ "people", 1, { .words = "add set rename merge remove" } },
	{ "people", 2, { .find = complete_people } },
	{ "people", 3, { .find = complete_people } },
	{ "quotes", 1, { .words = "confirm hold" } },
	{ "instrument", 0, { .words = "show check" } },
	{ "instrument", 1, { .files = true } },
	{ "completion", 0, { .words = "bash zsh fish" } },
	{ "help", 0, { .find = topics } },
	{ "import", MORE, { .find = import_words } },
	{ "sheet", MORE, { .find = sheet_words } },
	{ "backup", 0, { .files = true } },
	{ "restore", 0, { .files = true } },
};
#define OPERANDS (sizeof(operands) / sizeof(*operands))

static void add_words(struct completing *completing, const char *words)
{
	for (; *words; words += strspn(words, " ")) {
		size_t n = strcspn(words, " ");
		complete_add(completing, pool_strndup(&completing->pool, words, n), "");
		words += n;
	}
}

static void from_source(struct completing *completing, const struct source *source)
{
	completing->files = source->files;
	for (int i = 0; source->vocabulary && i < source->vocabulary->count; i++)
		complete_add(completing, source->vocabulary->word[i], "");
	if (source->words)
		add_words(completing, source->words);
	if (source->find)
		source->find(completing);
}

static void add_value(struct completing *completing)
{
	const struct command *command = completing->cli.command;
	struct source source = values[completing->option];

	if (completing->option == OPTION_FORMAT)
		source.vocabulary =
			command && command->formats ? command->formats : &vocabulary_format;
	from_source(completing, &source);
}

static void add_options(struct completing *completing)
{
	const struct command *command = completing->cli.command;
	option_set allowed = OPTION_BIT(OPTION_GLOBAL_COUNT) - 1;

	if (command)
		allowed |= command->options;
	if (command && !command->json)
		allowed &= ~OPTION_BIT(OPTION_JSON);
	for (int i = 0; i < OPTION_COUNT; i++)
		if (allowed & OPTION_BIT(i))
			complete_add(completing, option_info[i].name, option_info[i].help);
}

static void add_commands(struct completing *completing)
{
	for (size_t i = 0; commands[i]; i++)
		complete_add(completing, commands[i]->name, commands[i]->help);
}

static void add_operand(struct completing *completing)
{
	const struct command *command = completing->cli.command;
	int at = completing->cli.operand_count;

	if (!command) {
		add_commands(completing);
		return;
	}
	if (at == 0 && command->takes_id)
		complete_ids(completing);
	for (size_t i = 0; i < OPERANDS; i++)
		if ((operands[i].at == at || operands[i].at == MORE) &&
			strcmp(operands[i].command, command->name) == 0)
			from_source(completing, &operands[i].source);
}

/* A path as the shell would give it to the command. */
static const char *path_of(struct pool *pool, const char *typed)
{
	const char *home = getenv("HOME");

	return typed[0] == '~' && typed[1] == '/' && home
		? pool_printf(pool, "%s%s", home, typed + 1)
		: typed;
}

static void take_value(struct completing *completing, int option, const char *value)
{
	struct cli *cli = &completing->cli;

	cli->given |= OPTION_BIT(option);
	cli->value[option] = values[option].files ? path_of(&completing->pool, value) : value;
}

static void take_operand(struct completing *completing, char **word)
{
	struct cli *cli = &completing->cli;

	if (!cli->command) {
		cli->command = command_find(*word);
		cli->operands = word;
		return;
	}
	cli->operands[cli->operand_count++] = *word;
}

/* A word before the one to be completed, and its value where it has one; how many words. */
static int take_word(struct completing *completing, int count, char **words)
{
	const char *value, *word = *words;
	int option = -1;

	if (completing->ended || *word != '-' || !word[1]) {
		take_operand(completing, words);
		return 1;
	}
	completing->ended = strcmp(word, "--") == 0;
	if (!completing->ended)
		option = option_of(word, &value);
	if (option < 0 || !option_info[option].argument)
		return 1;
	if (value || count > 2) {
		take_value(completing, option, value ? value : words[1]);
		return value ? 1 : 2;
	}
	completing->option = option;
	return 1;
}

/* The word itself: the value of the option before it, or of the one in it. */
static void settle_word(struct completing *completing, const char *word)
{
	const char *value;

	completing->word = word;
	if (completing->option >= 0 || completing->ended || *word != '-')
		return;
	int option = option_of(word, &value);
	if (option < 0 || !value)
		return;
	completing->option = option;
	completing->before = pool_strndup(&completing->pool, word, (size_t)(value - word));
	completing->word = value;
}

void complete(struct completing *completing, int count, char **words)
{
	*completing = (struct completing){ .before = "", .word = "", .option = -1 };
	while (count > 1) {
		int taken = take_word(completing, count, words);
		words += taken;
		count -= taken;
	}
	if (count == 1)
		settle_word(completing, *words);
	if (completing->option >= 0)
		add_value(completing);
	else if (*completing->word == '-' && !completing->ended)
		add_options(completing);
	else
		add_operand(completing);
}
