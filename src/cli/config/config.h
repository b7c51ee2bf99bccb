/* SPDX-License-Identifier: MIT */
/*
 * The configuration file: where it is, what stands in it, line by line, and what the command config
 * prints of it (rekindle-config(5)).
 */
#ifndef REKINDLE_CONFIG_H
#define REKINDLE_CONFIG_H

#include <rekindle/settings.h>
#include <rekindle/tui.h>
#include "../cli.h"

/* What is settled by one word of a few. */
struct word_setting {
	const char *name;
	int count;
	const char *const *word; /* by what get() gives; the first is the default */
	const char *help;
	int (*get)(const struct settings *);
	void (*put)(struct settings *, int);
};
enum { WORD_SETTINGS = 6 };
extern const struct word_setting word_settings[WORD_SETTINGS];

struct config {
	const char *path; /* of the file, there or not; NULL: there is no place for one */
	bool named;       /* by --config or REKINDLE_CONFIG: it has to be there */
	bool there;
	/* what is wrong with it, one sentence that begins with the file and the line */
	enum err err;
	struct errmsg fault;
	/* the lines that settle it, from 1; 0: nothing does */
	int word_line[WORD_SETTINGS];
	int *key_line; /* by index of tui_action_name() */
	int color_line[TUI_ROLE_COUNT];
	struct settings settings;
};

/* Find the file of this run, read it, and go by it from now on: cli->config, and its fault. */
enum err config_read(struct cli *, struct errmsg *why);
/* settings.c: one line that holds something; name and value without blanks around them. ERR_USAGE:
 * it cannot be meant, said without the place. */
enum err config_take(struct config *, struct pool *, int line, const char *name, const char *value,
	struct errmsg *why);
/* The first two actions of a screen that have one key now; said without the place, *line is it. */
enum err config_clash(const struct config *, int *line, struct errmsg *why);

/* config_print.c */
void config_text(const struct cli *, struct str *out);
struct json_t *config_json(const struct cli *);
/* A file to begin with: everything as it is by default, commented out. */
void config_defaults(struct str *out);

#endif
