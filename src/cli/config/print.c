/* SPDX-License-Identifier: MIT */
/*
 * The settings in force and where each comes from, and a file to begin with.
 */
#include <jansson.h>
#include <rekindle/tui.h>
#include "config.h"

/* One setting: its name, what it is, the line that settles it or 0; what it is about. */
typedef void each_setting(
	void *context, const char *name, const char *value, int line, const char *help);

static void each_word(const struct config *config, each_setting *tell, void *context)
{
	for (int i = 0; i < WORD_SETTINGS; i++) {
		const struct word_setting *row = &word_settings[i];
		tell(context, row->name, row->word[row->get(&config->settings)],
			config->word_line[i], row->help);
	}
}

static void each_color(const struct config *config, each_setting *tell, void *context)
{
	char name[32], look[TUI_LOOK_TEXT];

	for (int i = 0; i < TUI_ROLE_COUNT; i++) {
		snprintf(name, sizeof(name), "color %s", tui_role_names[i]);
		tell(context, name, tui_role_look((enum tui_role)i, look), config->color_line[i],
			tui_role_helps[i]);
	}
}

static void each_key(const struct config *config, each_setting *tell, void *context)
{
	char name[48];

	for (int i = 0; i < tui_action_count(); i++) {
		if (tui_action_fixed(i))
			continue;
		snprintf(name, sizeof(name), "key %s", tui_action_name(i));
		tell(context, name, tui_action_keys(i), config->key_line[i], tui_action_help(i));
	}
}

static void each(const struct config *config, each_setting *tell, void *context)
{
	each_word(config, tell, context);
	each_color(config, tell, context);
	each_key(config, tell, context);
}

struct printing {
	const struct cli *cli;
	struct str *out;
	json_t *array;
};

static void print_row(
	void *context, const char *name, const char *value, int line, const char *help)
{
	struct printing *printing = context;

	(void)help;
	str_addf(printing->out, "%-22s  %-24s  ", name, value);
	if (line)
		str_addf(printing->out, "line %d\n", line);
	else
		str_add(printing->out, "default\n");
}

void config_text(const struct cli *cli, struct str *out)
{
	const struct config *config = cli->config;
	struct printing printing = { .cli = cli, .out = out };
	struct pool pool = { 0 };

	str_addf(out, "%-22s  %s%s\n\n", "File",
		config->path ? cli_harmless(&pool, config->path, cli->ascii) : "no place for one",
		config->path && !config->there ? " (not there)" : "");
	each(config, print_row, &printing);
	pool_release(&pool);
}

static void append_row(
	void *context, const char *name, const char *value, int line, const char *help)
{
	struct printing *printing = context;
	json_t *object = json_object();

	(void)help;
	json_object_set_new(object, "name", json_string(name));
	json_object_set_new(object, "value", json_string(value));
	json_object_set_new(object, "source", json_string(line ? "file" : "default"));
	json_object_set_new(object, "line", line ? json_integer(line) : json_null());
	json_array_append_new(printing->array, object);
}

json_t *config_json(const struct cli *cli)
{
	const struct config *config = cli->config;
	struct printing printing = { .cli = cli, .array = json_array() };
	json_t *object = json_object();

	each(config, append_row, &printing);
	json_object_set_new(object, "file", json_text(config->path));
	json_object_set_new(object, "there", json_boolean(config->there));
	json_object_set_new(
		object, "fault", config->err ? json_text(config->fault.text) : json_null());
	json_object_set_new(object, "settings", printing.array);
	return object;
}

static void add_default(
	void *context, const char *name, const char *value, int line, const char *help)
{
	(void)line;
	str_addf(context, "\n# %s\n#%s %s\n", help, name, value);
}

void config_defaults(struct str *out)
{
	struct pool pool = { 0 };
	struct config config = { 0 };
	size_t actions = (size_t)tui_action_count() * sizeof(*config.key_line);

	config.key_line = pool_alloc(&pool, actions);
	tui_settle_nothing();
	str_add(out,
		"# What rekindle goes by; rekindle-config(5) says more. Take the # before a line\n"
		"# away to settle it. rekindle config shows what is settled, and where.\n");
	each(&config, add_default, out);
	pool_release(&pool);
}
