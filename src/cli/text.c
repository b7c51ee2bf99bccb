/* SPDX-License-Identifier: MIT */
/*
 * Texts of the command line, or of standard input: taken in, and laid out under their names.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <rekindle/utf8.h>
#include "cli.h"

#define INPUT_MOST (1u << 20)
#define NAME_CELLS 12
#define TEXT_CELLS 66

/* As far as the limit and a byte more. */
static void read_input(struct str *out)
{
	char piece[4096];
	size_t n;

	while (out->len <= INPUT_MOST && (n = fread(piece, 1, sizeof(piece), stdin)) > 0)
		str_addn(out, piece, n);
}

static enum err take_input(struct cli *cli, const char *name, struct str *out, struct errmsg *why)
{
	if (cli->input_read)
		return errmsg_set(why, ERR_USAGE,
			"%s - would read standard input, which another - has read already; give "
			"one of them in a command of its own",
			name);
	cli->input_read = true;
	read_input(out);
	if (out->len > INPUT_MOST)
		return errmsg_set(why, ERR_USAGE,
			"%s -: standard input has more than 1 MiB; give a shorter text", name);
	while (out->len && strchr("\r\n", out->text[out->len - 1]))
		str_delete(out, out->len - 1, 1);
	return ERR_NONE;
}

/* What steers a terminal is not kept of it. */
static const char *kept(struct pool *pool, const char *text)
{
	struct str tame;

	str_init(&tame);
	utf8_tame(&tame, utf8_settle(pool, text), true);
	const char *out = str_blank(tame.text) ? NULL : pool_strdup(pool, tame.text);
	str_release(&tame);
	return out;
}

enum err cli_text(
	struct cli *cli, const char *name, const char *typed, const char **text, struct errmsg *why)
{
	struct str input;
	enum err err = ERR_NONE;

	*text = NULL;
	str_init(&input);
	if (strcmp(typed, "-") == 0)
		err = take_input(cli, name, &input, why);
	else
		str_set(&input, typed);
	if (!err && (!utf8_valid(input.text, input.len) || strlen(input.text) != input.len))
		err = errmsg_set(why, ERR_USAGE, "%s: the text is not valid UTF-8", name);
	if (!err)
		*text = kept(&cli->pool, input.text);
	str_release(&input);
	return err;
}

void cli_field(struct str *out, const char *name, const char *text, bool ascii)
{
	struct str clean;
	size_t shown;

	if (!text)
		return;
	str_init(&clean);
	utf8_clean(&clean, text, true, ascii);
	utf8_pad(out, UTF8_FILE, name, NAME_CELLS);
	for (const char *at = clean.text; *at;) {
		size_t n = utf8_line(UTF8_FILE, at, TEXT_CELLS, &shown);
		if (at > clean.text)
			str_pad(out, ' ', NAME_CELLS);
		str_addc(out, ' ');
		str_addn(out, at, shown);
		str_addc(out, '\n');
		at += n;
	}
	str_release(&clean);
}
