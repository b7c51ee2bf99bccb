/* SPDX-License-Identifier: MIT */
/*
 * The configuration file: found, read once, taken apart into lines.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <rekindle/file.h>
#include <rekindle/tui.h>
#include <rekindle/utf8.h>
#include "config.h"

#define CONFIG_MOST (1 << 20)

static const char *usual_place(struct pool *pool)
{
	static const char end[] = "rekindle/config";
	const char *place = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	/* as for the database, nothing relative */
	if (place && *place == '/')
		return pool_printf(pool, "%s/%s", place, end);
	return home && *home == '/' ? pool_printf(pool, "%s/.config/%s", home, end) : NULL;
}

static void find(struct cli *cli, struct config *config)
{
	const char *named = getenv("REKINDLE_CONFIG");

	if (has_option(cli, OPTION_CONFIG))
		named = cli->value[OPTION_CONFIG];
	config->named = has_option(cli, OPTION_CONFIG) || (named && *named);
	config->path = config->named ? named : usual_place(&cli->pool);
}

static enum err read_file(struct config *config, struct str *text, struct errmsg *why)
{
	int file = config->path ? open(config->path, O_RDONLY | O_CLOEXEC) : -1;

	if (file < 0 &&
		(!config->path || (!config->named && (errno == ENOENT || errno == ENOTDIR))))
		return ERR_NONE;
	if (file < 0)
		return errmsg_set(why, ERR_USAGE,
			"cannot read the configuration file %s: %s; rekindle config --defaults "
			"prints one to begin with",
			config->path, strerror(errno));
	config->there = true;
	enum err err = file_read_open(file, config->path, CONFIG_MOST, text, why);
	close(file);
	return err == ERR_NONE ? ERR_NONE : ERR_USAGE;
}

/* Without the blanks around it; cut is where it ends. */
static char *trimmed(char *text)
{
	text += strspn(text, " \t");
	size_t n = strlen(text);
	while (n && strchr(" \t\r", text[n - 1]))
		text[--n] = '\0';
	return text;
}

static bool is_text(const char *line, size_t n)
{
	if (memchr(line, '\0', n) || !utf8_valid(line, n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)line[i] < ' ' && line[i] != '\t') || line[i] == 0x7F)
			return false;
	return true;
}

static void tabs_to_blanks(char *text)
{
	for (; *text; text++)
		if (*text == '\t')
			*text = ' ';
}

/* A line without its end. */
static enum err take_line(
	struct config *config, struct pool *pool, int number, char *text, struct errmsg *why)
{
	char *name = trimmed(text);
	size_t n = strcspn(name, " \t");

	if (!*name || *name == '#')
		return ERR_NONE;
	tabs_to_blanks(name);
	char *value = name[n] ? trimmed(name + n + 1) : name + n;
	name[n] = '\0';
	return config_take(config, pool, number, name, value, why);
}

/* "FILE:LINE: what" */
static enum err at_line(
	const struct config *config, struct pool *pool, int line, struct errmsg *why)
{
	const char *what = pool_strndup(pool, why->text, sizeof(why->text));

	return errmsg_set(why, ERR_USAGE, "%s:%d: %s", config->path, line, what);
}

static enum err take_lines(
	struct config *config, struct pool *pool, const struct str *text, struct errmsg *why)
{
	enum err err = ERR_NONE;
	int number = 1;

	for (size_t at = 0; err == ERR_NONE && at < text->len; number++) {
		const char *line = text->text + at;
		const char *end = memchr(line, '\n', text->len - at);
		size_t n = end ? (size_t)(end - line) : text->len - at;
		size_t shown = n && line[n - 1] == '\r' ? n - 1 : n;
		err = is_text(line, shown)
			? take_line(config, pool, number, pool_strndup(pool, line, shown), why)
			: errmsg_set(why, ERR_USAGE, "this line is no text in UTF-8");
		if (err != ERR_NONE)
			return at_line(config, pool, number, why);
		at += n + 1;
	}
	err = config_clash(config, &number, why);
	return err == ERR_NONE ? ERR_NONE : at_line(config, pool, number, why);
}

enum err config_read(struct cli *cli, struct errmsg *why)
{
	struct config *config = pool_alloc(&cli->pool, sizeof(*config));
	size_t actions = (size_t)tui_action_count();
	struct str text;

	*config = (struct config){ 0 };
	config->key_line = pool_alloc(&cli->pool, actions * sizeof(*config->key_line));
	memset(config->key_line, 0, actions * sizeof(*config->key_line));
	cli->config = config;
	find(cli, config);
	str_init(&text);
	config->err = read_file(config, &text, why);
	if (config->err == ERR_NONE)
		config->err = take_lines(config, &cli->pool, &text, why);
	str_release(&text);
	if (config->err != ERR_NONE)
		config->fault = *why;
	settings_use(&config->settings);
	return config->err;
}
