/* SPDX-License-Identifier: MIT */
/*
 * What a line of the configuration file may settle: one table; what is wrong with one is said here.
 */
#include <string.h>
#include <rekindle/tui.h>
#include "config.h"

static int get_order(const struct settings *settings)
{
	return (int)settings->date_order;
}

static void put_order(struct settings *settings, int order)
{
	settings->date_order = (enum date_order)order;
}

static int get_advance(const struct settings *settings)
{
	return settings->auto_advance;
}

static void put_advance(struct settings *settings, int yes)
{
	settings->auto_advance = yes;
}

static int get_mouse(const struct settings *settings)
{
	return settings->mouse;
}

static void put_mouse(struct settings *settings, int yes)
{
	settings->mouse = yes;
}

/* By their words. */
static const int reminder_days[] = { 0, 1, 2, 3, 7, 14 };
#define REMINDERS (int)(sizeof(reminder_days) / sizeof(*reminder_days))

static int get_reminders(const struct settings *settings)
{
	int word = REMINDERS - 1;

	while (word && reminder_days[word] != settings->reminders)
		word--;
	return word;
}

static void put_reminders(struct settings *settings, int word)
{
	settings->reminders = reminder_days[word];
}

static int get_background(const struct settings *settings)
{
	return (int)settings->background;
}

static void put_background(struct settings *settings, int background)
{
	settings->background = (enum background)background;
}

static int get_csv(const struct settings *settings)
{
	return (int)settings->csv;
}

static void put_csv(struct settings *settings, int program)
{
	settings->csv = (enum csv_for)program;
}

static const char *const background_words[] = { "auto", "dark", "light" };
static const char *const yes_words[] = { "no", "yes" };
static const char *const reminder_words[] = { "no", "1d", "2d", "3d", "1w", "2w" };
static const char *const order_words[] = { "ask", "dmy", "mdy", "ymd" };

const struct word_setting word_settings[WORD_SETTINGS] = {
	{ "date-order", DATE_ORDER_COUNT, order_words,
		"how numbers like 3/4/27 are read: day month year, month day year, year month day; "
		"ask: not at all, both days are said",
		get_order, put_order },
	{ "mouse", 2, yes_words, "whether the screens take the mouse: click and wheel", get_mouse,
		put_mouse },
	{ "background", BACKGROUND_COUNT, background_words,
		"what the terminal writes on: light has colours that can be read on white; auto: "
		"as COLORFGBG says, else dark",
		get_background, put_background },
	{ "auto-advance", 2, yes_words,
		"whether a rating of an interview goes on to the next question by itself, unless "
		"the opening card says otherwise",
		get_advance, put_advance },
	{ "csv", CSV_FOR_COUNT, csv_for_words,
		"what a CSV is written for: excel, libreoffice, or any program; --csv-for says "
		"otherwise for one",
		get_csv, put_csv },
	{ "reminders", REMINDERS, reminder_words,
		"how long before a planned interview and an action that is due calendar files "
		"remind",
		get_reminders, put_reminders },
};

/* Settled in an earlier line: the later one would silently win. */
static enum err claim(int *line, int number, const char *what, struct errmsg *why)
{
	if (*line)
		return errmsg_set(why, ERR_USAGE,
			"line %d has settled %s already; take one of the two lines out", *line,
			what);
	*line = number;
	return ERR_NONE;
}

static enum err take_word(
	struct config *config, int setting, int number, const char *value, struct errmsg *why)
{
	const struct word_setting *row = &word_settings[setting];
	const struct vocabulary words = { row->name, row->count, row->word };
	char list[120];
	int index = vocabulary_find(&words, value);

	if (index < 0)
		return errmsg_set(why, ERR_USAGE, "%s is %s, not \"%.60s\"", row->name,
			vocabulary_list(&words, list, sizeof(list)), value);
	row->put(&config->settings, index);
	return claim(&config->word_line[setting], number, row->name, why);
}

/* The first word of a value, and what stands behind it. */
static const char *split(struct pool *pool, const char *value, const char **rest)
{
	size_t n = strcspn(value, " ");

	*rest = value + n + strspn(value + n, " ");
	return pool_strndup(pool, value, n);
}

static const char *action_name(size_t i)
{
	return tui_action_name((int)i + 1);
}

static enum err no_action(const char *name, struct errmsg *why)
{
	const char *near = cli_suggest(name, action_name, (size_t)tui_action_count() - 1);

	if (near)
		return errmsg_set(why, ERR_USAGE, "there is no action \"%.40s\"; did you mean %s?",
			name, near);
	return errmsg_set(why, ERR_USAGE,
		"there is no action \"%.40s\"; rekindle config lists all of them", name);
}

/* What is wrong with the keys; %s: the first of them that it is about. */
static const char *const key_faults[TUI_FAULT_COUNT] = {
	[TUI_FIXED] = "the keys of %s stand for what they do, and cannot be changed",
	[TUI_NO_VALUE] = "%s needs a key: key ACTION KEY",
	[TUI_TOO_MANY] = "%s is one key too many: an action has up to four",
	[TUI_UNKNOWN] =
		"there is no key \"%s\"; a key is a letter or sign, C- and a letter, Space, "
		"Enter, Tab, BackTab, Esc, Up, Down, Left, Right, Home, End, PgUp, PgDn, "
		"Backspace, Delete or F1",
	[TUI_RESERVED] = "%s is taken: digits are ratings and numbers, and the terminal has C-c, "
			 "C-z, C-\\, C-h, C-i, C-j, C-m and C-[; give another key",
	[TUI_WRITES] = "%s would write or move where this action works, in a text; give C- and a "
		       "letter, Tab, BackTab, PgUp, PgDn, Enter, Esc or F1",
};

static enum err take_key(
	struct config *config, struct pool *pool, int number, const char *value, struct errmsg *why)
{
	const char *keys, *at, *name = split(pool, value, &keys), *rest;

	if (!*name)
		return errmsg_set(why, ERR_USAGE, "key needs an action and its keys: key sort s");
	enum tui_fault fault = tui_key(name, keys, &at);
	if (fault == TUI_NO_NAME)
		return no_action(name, why);
	if (fault == TUI_NO_VALUE)
		at = name;
	if (fault)
		return errmsg_set(why, ERR_USAGE, key_faults[fault], split(pool, at, &rest));
	return claim(&config->key_line[tui_action_find(name)], number,
		pool_printf(pool, "the keys of %s", name), why);
}

static enum err color_fault(
	enum tui_fault fault, const char *name, const char *at, struct errmsg *why)
{
	char looks[200];
	const struct vocabulary roles = { "role", TUI_ROLE_COUNT, tui_role_names };

	if (fault == TUI_NO_NAME)
		return errmsg_set(why, ERR_USAGE, "color is of %s, not of \"%.40s\"",
			vocabulary_list(&roles, looks, sizeof(looks)), name);
	tui_looks(looks, sizeof(looks));
	if (fault == TUI_NO_VALUE)
		return errmsg_set(
			why, ERR_USAGE, "color %s needs a colour: one of %s", name, looks);
	return errmsg_set(why, ERR_USAGE,
		"\"%.40s\" is no colour, or a second one; a colour and attributes are of: %s", at,
		looks);
}

static enum err take_color(
	struct config *config, struct pool *pool, int number, const char *value, struct errmsg *why)
{
	const char *look, *at, *name = split(pool, value, &look), *rest;
	enum tui_fault fault = tui_color(name, look, &at);
	int role = 0;

	if (fault)
		return color_fault(fault, name, split(pool, at, &rest), why);
	while (strcmp(tui_role_names[role], name) != 0)
		role++;
	return claim(&config->color_line[role], number, pool_printf(pool, "the colour of %s", name),
		why);
}

static const struct {
	const char *name;
	enum err (*take)(
		struct config *, struct pool *, int number, const char *value, struct errmsg *);
} several[] = {
	{ "key", take_key },
	{ "color", take_color },
};
#define SEVERAL (sizeof(several) / sizeof(*several))

static const char *setting_name(size_t i)
{
	return i < SEVERAL ? several[i].name : word_settings[i - SEVERAL].name;
}

enum err config_take(struct config *config, struct pool *pool, int line, const char *name,
	const char *value, struct errmsg *why)
{
	for (size_t i = 0; i < SEVERAL; i++)
		if (strcmp(several[i].name, name) == 0)
			return several[i].take(config, pool, line, value, why);
	for (int i = 0; i < WORD_SETTINGS; i++)
		if (strcmp(word_settings[i].name, name) == 0)
			return take_word(config, i, line, value, why);
	const char *near = cli_suggest(name, setting_name, SEVERAL + WORD_SETTINGS);
	if (near)
		return errmsg_set(why, ERR_USAGE, "there is no setting \"%.40s\"; did you mean %s?",
			name, near);
	return errmsg_set(why, ERR_USAGE,
		"there is no setting \"%.40s\"; rekindle config lists all of them", name);
}

enum err config_clash(const struct config *config, int *line, struct errmsg *why)
{
	struct tui_clash clash;

	if (!tui_keys_clash(&clash))
		return ERR_NONE;
	*line = config->key_line[clash.changed];
	const char *changed = tui_action_name(clash.changed), *other = tui_action_name(clash.other);
	return errmsg_set(why, ERR_USAGE,
		"%s cannot have %s: on the screen %s that is the key of %s (%s); give another key "
		"here, or another to %s",
		changed, clash.key, clash.screen, other, tui_action_help(clash.other), other);
}
