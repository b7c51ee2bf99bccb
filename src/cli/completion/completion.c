/* SPDX-License-Identifier: MIT */
/*
 * completion: the script for a shell, and what that script asks for.
 */
#include <string.h>
#include <rekindle/embedded.h>
#include <rekindle/utf8.h>
#include "completion.h"
#include "../commands/commands.h"

/* One line a word: the word, a tab, what it is. First of all whether files belong there. */
static void print_words(struct str *out, const struct completing *completing)
{
	str_add(out, completing->files ? "files\n" : "words\n");
	for (size_t i = 0; i < completing->words.count; i++) {
		str_addf(out, "%s%s\t", completing->before, completing->words.text[i]);
		utf8_clean(out, completing->helps.text[i], false, false);
		str_addc(out, '\n');
	}
}

/* What replaces the end of the line, of what begins as that does. */
static void print_line(
	struct str *out, const struct completing *completing, const struct shell_line *line)
{
	const char *typed = line->words[line->count - 1];
	struct pool pool = { 0 };

	str_add(out, completing->files ? "files\n" : "words\n");
	for (size_t i = 0; i < completing->words.count; i++) {
		const char *word =
			pool_printf(&pool, "%s%s", completing->before, completing->words.text[i]);
		if (strncmp(word, typed, strlen(typed)) != 0)
			continue;
		shell_quote(out, line->quote, word + line->shift);
		str_addc(out, '\n');
	}
	pool_release(&pool);
}

static void answer_words(const struct cli *cli, struct str *out)
{
	struct completing completing;

	complete(&completing, cli->operand_count - 1, cli->operands + 1);
	print_words(out, &completing);
	complete_release(&completing);
}

static void answer_line(const struct cli *cli, struct str *out)
{
	struct completing completing;
	struct shell_line line;
	const char *breaks = cli->operand_count > 2 ? cli->operands[2] : "";

	shell_line_read(&line, cli->operand_count > 1 ? cli->operands[1] : "", breaks);
	/* the first word is the program */
	complete(&completing, (int)line.count - 1, line.words + 1);
	print_line(out, &completing, &line);
	complete_release(&completing);
	shell_line_release(&line);
}

static void script(struct str *out, const char *shell)
{
	struct str path;

	str_init(&path);
	str_addf(&path, "data/completion/rekindle.%s", shell);
	str_add(out, embedded_find(path.text)->text);
	str_release(&path);
}

static const char *const shell_words[] = { "bash", "zsh", "fish" };
static const struct vocabulary vocabulary_shell = { "shell", 3, shell_words };

static enum err run(struct cli *cli, struct errmsg *why)
{
	const char *asked = cli->operands[0];
	char list[40];
	struct str out;

	str_init(&out);
	if (strcmp(asked, "words") == 0)
		answer_words(cli, &out);
	else if (strcmp(asked, "line") == 0)
		answer_line(cli, &out);
	else if (vocabulary_find(&vocabulary_shell, asked) >= 0)
		script(&out, asked);
	else
		return errmsg_set(why, ERR_USAGE, "completion %s: there is no such shell; it is %s",
			asked, vocabulary_list(&vocabulary_shell, list, sizeof(list)));
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

const struct command command_completion = {
	.name = "completion",
	.synopsis = "bash | zsh | fish",
	.help = "the script by which a shell completes commands, options, IDs and names",
	.more = "make install puts it where the shell finds it. Without that: source <(rekindle "
		"completion bash) in ~/.bashrc; rekindle completion zsh > _rekindle in a folder of "
		"fpath; rekindle completion fish > ~/.config/fish/completions/rekindle.fish. The "
		"script asks the program, which only looks at the database, and offers no name of "
		"anybody who spoke in confidence.",
	.fewest = 1,
	.most = 1000,
	.lacking = "completion needs the name of a shell: bash, zsh or fish",
	.bears_config = true,
	.run = run,
};
