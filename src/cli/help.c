/* SPDX-License-Identifier: MIT */
/*
 * The help, put together from the tables that the program itself works by.
 */
#include <string.h>
#include <rekindle/embedded.h>
#include <rekindle/line.h>
#include <rekindle/tui.h>
#include "cli.h"
#include "config/config.h"

struct row {
	const char *name, *help;
};

static const struct row exit_rows[] = {
	{ "0", "done" },
	{ "1", "failed: the system refused (disk, file), or a file exists already" },
	{ "2", "what was asked for cannot be meant: option, command, ID, date" },
	{ "3", "a data file or a question bank is malformed, a database is damaged" },
	{ "4", "another program or session holds it, or the assessment is sealed" },
	{ "130", "interrupted by Ctrl-C, or told to end; everything is saved" },
	{ NULL, NULL },
};

static const struct row file_rows[] = {
	{ "$XDG_DATA_HOME/rekindle/rekindle.db",
		"the database, or ~/.local/share/rekindle/rekindle.db"
		" where XDG_DATA_HOME is not set" },
	{ "$XDG_CONFIG_HOME/rekindle/config",
		"what you have settled, or ~/.config/rekindle/config where XDG_CONFIG_HOME is not "
		"set; there need be none" },
	{ "rekindle.db-journal",
		"beside it while something is written; at rest the one file is all" },
	{ "rescue-TIME.db", "beside it: what a session had when the database was lost under it" },
	{ "backups/rekindle-YYYY-MM-DD.db",
		"beside it: safety copies, one a day of writing; the last seven, and the last of "
		"each of four weeks before" },
	{ "rekindle.db.replaced-YYYY-MM-DD", "beside it: what it was before rekindle restore" },
	{ "$TMPDIR/rekindle-demo-XXXXXX", "the example, removed when demo ends" },
	{ "$TMPDIR/rekindle-UID", "texts while an editor or a pager has them, for you alone" },
	{ NULL, NULL },
};

static const struct row environment_rows[] = {
	{ "REKINDLE_DB", "the database, unless --db is given" },
	{ "REKINDLE_CONFIG", "the configuration file, unless --config is given" },
	{ "REKINDLE_TODAY", "the date that counts as today, as 2026-03-23" },
	{ "XDG_DATA_HOME, HOME", "where the database is by default" },
	{ "XDG_CONFIG_HOME, HOME", "where the configuration file is by default" },
	{ "NO_COLOR", "when not empty: no colour, unless --color says otherwise" },
	{ "COLORFGBG", "as a terminal sets it: a light background has other colours" },
	{ "PAGER", "shows long output on a terminal (less); blank or cat: none" },
	{ "VISUAL, EDITOR", "the editor for open answers on the screen" },
	{ "TERM", "without a terminal that can place a cursor, questions come line by line" },
	{ "TMPDIR", "where demo keeps its copy, and texts lie while they are edited" },
	{ "LC_ALL, LC_CTYPE, LANG",
		"where the locale is not UTF-8, a terminal is shown ASCII; files are UTF-8" },
	{ NULL, NULL },
};

static const struct row id_rows[] = {
	{ "ID", "an assessment: the id that list shows, or four or more signs of its beginning" },
	{ "",
		"or an alliance's name: its newest full round, for interview the newest open one, "
		"for check its newest open pulse; --round names another" },
	{ NULL, NULL },
};

static const struct row date_rows[] = {
	{ "2026-03-23", "a day, YYYY-MM-DD" },
	{ "today, tomorrow", "and yesterday" },
	{ "friday, fri", "the next one; of what has happened the last one" },
	{ "+3w, -10d", "so many days (d), weeks (w), months (m) or years (y) from today" },
	{ "eom", "the last day of this month" },
	{ "27 nov",
		"the next one, of what has happened the last one; or with a year, 27 nov 2026" },
	{ "27.11.2026", "numbers alone, where only one order makes a day; 3/4/27 is asked back" },
	{ NULL, NULL },
};

#define WIDTH 79

/* Bytes of text that fit, up to a blank: hyphens of options are no place to break. */
static size_t fitting(const char *text, size_t room)
{
	size_t n = strlen(text), at = n;

	if (n <= room)
		return n;
	for (at = room; at > 0 && text[at] != ' ';)
		at--;
	return at ? at : room;
}

/* ASCII text from column `at` on, its further lines indented. */
static void add_wrapped(struct str *out, const char *text, int at, int indent)
{
	for (;;) {
		size_t n = fitting(text, (size_t)(WIDTH - at));
		str_addn(out, text, n);
		str_addc(out, '\n');
		text += n + (text[n] == ' ');
		if (!*text)
			return;
		str_pad(out, ' ', indent);
		at = indent;
	}
}

/* Two columns; the second wraps under itself. A name too long for its column stands alone. */
static void add_row(struct str *out, const char *name, const char *help, int width)
{
	int indent = width + 4;

	str_addf(out, "  %-*s  ", width, name);
	if ((int)strlen(name) > width) {
		str_delete(out, out->len - 2, 2);
		str_addf(out, "\n%*s", indent, "");
	}
	add_wrapped(out, help, indent, indent);
}

static void add_rows(struct str *out, const struct row *row, int width)
{
	for (; row->name; row++)
		add_row(out, row->name, row->help, width);
}

static void add_commands(struct str *out)
{
	for (size_t i = 0; commands[i]; i++)
		add_row(out, commands[i]->name, commands[i]->help, 12);
}

static const char *with_argument(struct pool *pool, const char *name, const char *argument)
{
	return argument ? pool_printf(pool, "%s %s", name, argument) : name;
}

/* "-o, --output FILE" */
static const char *option_name(struct pool *pool, const struct option_info *info)
{
	const char *name =
		info->letter ? pool_printf(pool, "-%c, %s", info->letter, info->name) : info->name;

	return with_argument(pool, name, info->argument);
}

static void add_options(struct str *out, option_set options)
{
	struct pool pool = { 0 };

	for (int i = 0; i < OPTION_COUNT; i++)
		if (options & OPTION_BIT(i))
			add_row(out, option_name(&pool, &option_info[i]), option_info[i].help, 20);
	pool_release(&pool);
}

#define GLOBAL_OPTIONS (OPTION_BIT(OPTION_GLOBAL_COUNT) - 1)

/* The same help stands in several rows where screens name an action differently. */
static bool said_before(int at)
{
	for (int i = 1; i < at; i++)
		if (tui_action_modes(i) == tui_action_modes(at) &&
			strcmp(tui_action_help(i), tui_action_help(at)) == 0)
			return true;
	return false;
}

static void topic_keys(struct str *out)
{
	static const char *const titles[] = { NULL, "Keys where letters are commands (NAV)",
		"Keys where letters are text (TEXT)", "Keys everywhere" };

	str_add(out, "Keys on the screens; F1 or ? shows those of the screen you are on.\n");
	for (unsigned mode = 1; mode <= 3; mode++) {
		str_addf(out, "\n%s\n", titles[mode]);
		for (int i = 1; i < tui_action_count(); i++)
			if (tui_action_modes(i) == mode && !said_before(i))
				add_row(out, tui_action_keys(i), tui_action_help(i), 16);
	}
}

static void topic_files(struct str *out)
{
	add_rows(out, file_rows, 22);
}

static void topic_environment(struct str *out)
{
	add_rows(out, environment_rows, 24);
}

static void add_words(struct str *out, const struct line_word *word)
{
	struct pool pool = { 0 };

	for (; word->name; word++)
		add_row(out, with_argument(&pool, word->name, word->argument), word->help, 16);
	pool_release(&pool);
}

static void topic_line(struct str *out)
{
	str_add(out,
		"Line mode asks one question after the other and never moves the cursor. Every\n"
		"prompt ends with a question mark and a blank; the end of the input saves.\n\n"
		"Answers\n");
	add_words(out, line_answers);
	str_add(out, "\nCommands\n");
	add_words(out, line_commands);
}

static void topic_dates(struct str *out)
{
	str_add(out,
		"A day may be typed in any of these ways, in any case: on the screens, in line\n"
		"mode and behind options. What was understood is said in full.\n\n");
	add_rows(out, date_rows, 16);
}

static void topic_settings(struct str *out)
{
	char looks[200];
	struct pool pool = { 0 };

	str_add(out,
		"A configuration file is plain text, a setting a line: its name, a blank and its\n"
		"value. Lines that begin with # say nothing. rekindle config lists what holds,\n"
		"and which line settles it; rekindle config --defaults prints a file to begin\n"
		"with.\n\n");
	for (int i = 0; i < WORD_SETTINGS; i++)
		add_row(out, word_settings[i].name, word_settings[i].help, 16);
	add_row(out, "key ACTION KEY...", "the keys of an action, up to four: key sort s C-o", 16);
	add_row(out, "color ROLE LOOK...",
		pool_printf(
			&pool, "a colour and attributes, of %s", tui_looks(looks, sizeof(looks))),
		16);
	for (int i = 0; i < TUI_ROLE_COUNT; i++)
		add_row(out, pool_printf(&pool, "color %s", tui_role_names[i]), tui_role_helps[i],
			16);
	pool_release(&pool);
}

static void topic_exit(struct str *out)
{
	add_rows(out, exit_rows, 5);
}

/* rekindle-method(7), rendered when the program was built. */
static void topic_method(struct str *out)
{
	str_add(out, embedded_find("man/rekindle-method.txt")->text);
}

/* rekindle-iso44001(7), likewise. */
static void topic_iso44001(struct str *out)
{
	str_add(out, embedded_find("man/rekindle-iso44001.txt")->text);
}

static const struct {
	const char *name, *help;
	void (*write)(struct str *);
} topics[] = {
	{ "keys", "keys on the screens", topic_keys },
	{ "line", "what to type in line mode", topic_line },
	{ "dates", "how a day may be typed", topic_dates },
	{ "settings", "what a configuration file may settle", topic_settings },
	{ "files", "where things are kept", topic_files },
	{ "environment", "variables that are read", topic_environment },
	{ "exit", "exit status", topic_exit },
	{ "method", "how scores, cause, decision and plan come about", topic_method },
	{ "iso44001", "what belongs to the stages of that standard", topic_iso44001 },
};
#define TOPICS (sizeof(topics) / sizeof(*topics))

void help_short(FILE *out)
{
	fputs("usage: rekindle [options] [command]\n"
	      "On a terminal, rekindle alone shows your alliances. Elsewhere it needs a command:\n",
		out);
	for (size_t i = 0; commands[i]; i++)
		fprintf(out, "  %-12s%s\n", commands[i]->name, commands[i]->help);
	fputs("rekindle help says more; rekindle demo shows an example.\n", out);
}

enum err help_overview(const struct cli *cli, struct errmsg *why)
{
	struct str out;

	str_init(&out);
	str_add(&out,
		"rekindle finds out which of four causes holds an alliance of companies back, "
		"and\ndrafts its revival plan. Offline; everything stays in one file.\n\n"
		"  rekindle demo                                      look around in an example\n"
		"  rekindle new --name N --party Ours --party Theirs  begin; prints an ID\n"
		"  rekindle interview ID                              ask the first person\n"
		"  rekindle report ID                                 read what came out\n\n"
		"usage: rekindle [options] [command]\n\nCommands\n");
	add_commands(&out);
	str_add(&out, "\nOptions, before or behind the command\n");
	add_options(&out, GLOBAL_OPTIONS);
	str_addc(&out, '\n');
	add_rows(&out, id_rows, 12);
	str_add(&out, "\nTopics: rekindle help NAME, for a command or one of\n");
	for (size_t i = 0; i < TOPICS; i++)
		add_row(&out, topics[i].name, topics[i].help, 12);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static void write_command(struct str *out, const struct command *command)
{
	struct str usage;

	str_init(&usage);
	str_addf(&usage, "usage: rekindle [options] %s %s", command->name, command->synopsis);
	add_wrapped(out, usage.text, 0, 7);
	str_release(&usage);
	str_addc(out, '\n');
	add_row(out, command->name, command->help, 12);
	if (command->more)
		add_row(out, "", command->more, 12);
	if (command->options) {
		str_add(out, "\nOptions\n");
		add_options(out, command->options);
	}
	if (command->takes_id) {
		str_addc(out, '\n');
		add_rows(out, id_rows, 12);
	}
	str_add(out, "\nrekindle help lists the options that every command takes.\n");
}

static const char *topic_name(size_t i)
{
	size_t count = 0;

	while (commands[count])
		count++;
	return i < count ? commands[i]->name : topics[i - count].name;
}

void help_each(void (*tell)(void *context, const char *name, const char *help), void *context)
{
	for (size_t i = 0; commands[i]; i++)
		tell(context, commands[i]->name, commands[i]->help);
	for (size_t i = 0; i < TOPICS; i++)
		tell(context, topics[i].name, topics[i].help);
}

static enum err unknown(const char *typed, struct errmsg *why)
{
	size_t count = 0;

	while (commands[count])
		count++;
	const char *near = cli_suggest(typed, topic_name, count + TOPICS);
	if (near)
		return errmsg_set(
			why, ERR_USAGE, "there is no help on %s; did you mean %s?", typed, near);
	return errmsg_set(why, ERR_USAGE,
		"there is no help on %s; rekindle help lists what there "
		"is",
		typed);
}

enum err help_topic(const struct cli *cli, const char *topic, struct errmsg *why)
{
	const struct command *command = command_find(topic);
	struct str out;
	enum err err = ERR_NONE;

	str_init(&out);
	if (command)
		write_command(&out, command);
	for (size_t i = 0; i < TOPICS; i++)
		if (strcmp(topics[i].name, topic) == 0)
			topics[i].write(&out);
	if (out.len == 0)
		err = unknown(topic, why);
	else
		err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}
