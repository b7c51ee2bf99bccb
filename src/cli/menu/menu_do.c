/* SPDX-License-Identifier: MIT */
/*
 * A command line put together from answers, and done.
 */
#include <assert.h>
#include <string.h>
#include "menu.h"

/* What the command that opened the menu was told goes for all that is done from it. */
static const enum option passed_on[] = { OPTION_DB, OPTION_INSTRUMENT, OPTION_ASCII, OPTION_COLOR };

static void pass_on(struct menu *menu)
{
	for (size_t i = 0; i < sizeof(passed_on) / sizeof(*passed_on); i++)
		if (has_option(menu->cli, passed_on[i]))
			menu_option(menu, option_info[passed_on[i]].name,
				menu->cli->value[passed_on[i]]);
}

void menu_begin(struct menu *menu, const char *const *said)
{
	menu->options = menu->operands = 0;
	for (int i = 0; i < 4 && said[i]; i++)
		menu_operand(menu,
			strcmp(said[i], MENU_ID) == 0                 ? menu->id
				: strcmp(said[i], MENU_ALLIANCE) == 0 ? menu->alliance
								      : said[i]);
	pass_on(menu);
}

void menu_option(struct menu *menu, const char *option, const char *value)
{
	assert(menu->options + 2 <= MENU_ARGS);
	menu->option[menu->options++] = pool_strdup(&menu->said, option);
	if (value)
		menu->option[menu->options++] = pool_strdup(&menu->said, value);
}

void menu_operand(struct menu *menu, const char *operand)
{
	assert(menu->operands < MENU_ARGS);
	menu->operand[menu->operands++] = pool_strdup(&menu->said, operand);
}

/* An interview reads what is typed; all else has been asked already. */
static void add_mode(struct menu *menu)
{
	const struct command *command = command_find(menu->operand[0]);
	bool asks = command && command->interviews && menu->operands == 2 &&
		(command->options & OPTION_BIT(OPTION_STRICT));

	menu_option(menu, asks ? "--line" : "--no-input", NULL);
	if (asks && menu->strict)
		menu_option(menu, "--strict", NULL);
}

/* Options first, so that what was typed is never taken for one. */
static int put_together(struct menu *menu, char **argv)
{
	int count = 0;

	add_mode(menu);
	argv[count++] = pool_strdup(&menu->said, "rekindle");
	for (int i = 0; i < menu->options; i++)
		argv[count++] = pool_strdup(&menu->said, menu->option[i]);
	argv[count++] = pool_strdup(&menu->said, "--");
	for (int i = 0; i < menu->operands; i++)
		argv[count++] = pool_strdup(&menu->said, menu->operand[i]);
	argv[count] = NULL;
	return count;
}

enum err menu_do(struct menu *menu)
{
	char *argv[2 * MENU_ARGS + 3];
	struct cli cli = { 0 };
	struct errmsg why = { "" };
	int argc = put_together(menu, argv);

	fflush(stdout);
	line_close(menu->input);
	enum err err = cli_dispatch(&cli, argc, argv, &why);
	line_open(menu->input);
	fflush(stdout);
	signals_default();
	menu->over |= cli.interrupted;
	pool_release(&cli.pool);
	if (err != ERR_NONE)
		line_refuse(menu->input,
			words(&menu->said, W_MENU_NOT_DONE, hole_text("why", why.text)));
	return err;
}

static void say_words(struct menu *menu, const struct vocabulary *vocabulary)
{
	for (int i = 0; i < vocabulary->count; i++)
		menu_list(menu, i + 1, vocabulary->word[i]);
}

/* The word behind a number that was typed, else what was typed; nothing, for a =. */
static const char *meant(const struct menu *menu, const struct menu_ask *ask)
{
	const char *typed = menu->line.text;
	bool number = typed[0] >= '1' && typed[0] <= '9' && !typed[1];

	if (ask->empties && strcmp(typed, "=") == 0)
		return "";
	if (!ask->words || !number || typed[0] - '0' > ask->words->count)
		return typed;
	return ask->words->word[typed[0] - '1'];
}

/* -, which stands for standard input elsewhere, is what the next lines come from here. */
static bool is_taken(struct menu *menu, const struct menu_ask *ask)
{
	if (strcmp(menu->line.text, "-") != 0 && (menu->line.len || ask->may || ask->again))
		return true;
	line_refuse(menu->input, words_plain(W_MENU_TYPE_SOMETHING));
	return false;
}

static bool ask_flag(struct menu *menu, const struct menu_ask *ask)
{
	if (menu_yes(menu, words_plain(ask->question)))
		menu_option(menu, ask->flag, NULL);
	return !menu->over;
}

bool menu_asked(struct menu *menu, const struct menu_ask *ask)
{
	if (ask->flag)
		return ask_flag(menu, ask);
	if (ask->words)
		say_words(menu, ask->words);
	for (;;) {
		if (menu_read(menu, words_plain(ask->question)) != MENU_LINE)
			return false;
		if (!is_taken(menu, ask))
			continue;
		if (!menu->line.len)
			return true;
		if (ask->option)
			menu_option(menu, ask->option, meant(menu, ask));
		else
			menu_operand(menu, meant(menu, ask));
		if (!ask->again || menu->operands == MENU_ARGS || menu->options + 8 > MENU_ARGS)
			return true;
	}
}
