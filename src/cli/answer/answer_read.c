/* SPDX-License-Identifier: MIT */
/*
 * What the command line says of an answer: its value in the words of line mode, and its texts.
 */
#include <string.h>
#include "answer.h"

const struct answer_option answer_options[ANSWER_TEXTS] = {
	{ OPTION_COMMENT, SITTING_COMMENT },
	{ OPTION_QUOTE, SITTING_QUOTE },
	{ OPTION_EVIDENCE, SITTING_EVIDENCE },
};

#define FIRST_WORD 2 /* behind ID and ITEM */

bool answer_writes(const struct cli *cli)
{
	const option_set said = OPTION_BIT(OPTION_COMMENT) | OPTION_BIT(OPTION_QUOTE) |
		OPTION_BIT(OPTION_EVIDENCE) | OPTION_BIT(OPTION_FLAG) | OPTION_BIT(OPTION_NO_FLAG);

	return cli->operand_count > FIRST_WORD || (cli->given & said);
}

/* A last word of - stands for standard input: the answer, or behind na the reason. */
static enum err read_words(struct cli *cli, bool *input, const char **line, struct errmsg *why)
{
	struct texts said = { 0 };
	const char *text;

	*input = false;
	for (int i = FIRST_WORD; i < cli->operand_count; i++) {
		bool last = i + 1 == cli->operand_count;
		bool reads = last && strcmp(cli->operands[i], "-") == 0;
		if (!reads && i > FIRST_WORD + 1 && strcmp(cli->operands[i], "-") == 0)
			return errmsg_set(why, ERR_USAGE,
				"- reads standard input and stands at the end of the answer");
		enum err err = cli_text(cli, "the answer", cli->operands[i], &text, why);
		if (err != ERR_NONE)
			return err;
		if (reads && !text)
			return errmsg_set(why, ERR_USAGE,
				"standard input has no answer in it; skip makes an answer blank");
		*input |= reads && i == FIRST_WORD;
		texts_add(&cli->pool, &said, text ? text : "");
	}
	*line = texts_join(&cli->pool, &said, " ", " ");
	return ERR_NONE;
}

static enum err read_value(struct answering *own, const struct item *item, struct errmsg *why)
{
	struct parsed_answer *parsed = &own->parsed;
	const char *line = "";
	bool input = false;
	enum err err = read_words(own->cli, &input, &line, why);

	if (err != ERR_NONE || own->cli->operand_count <= FIRST_WORD)
		return err;
	parse_answer(item, line, &own->loaded.record.pool, parsed);
	/* what was written at length may begin with any word */
	if (input && item->kind == ITEM_TEXT)
		*parsed = (struct parsed_answer){ .kind = PARSED_TEXT };
	if (parsed->kind == PARSED_WRONG)
		return errmsg_set(why, ERR_USAGE, "%s: %s", item->id, parsed->hint);
	if (parsed->kind == PARSED_KEEP)
		return errmsg_set(why, ERR_USAGE,
			"%s: the answer is empty; skip makes an answer blank", item->id);
	own->text = line;
	return ERR_NONE;
}

enum err answer_read(struct answering *own, const struct item *item, struct errmsg *why)
{
	struct cli *cli = own->cli;
	enum err err = ERR_NONE;

	if (has_option(cli, OPTION_FLAG) && has_option(cli, OPTION_NO_FLAG))
		return errmsg_set(why, ERR_USAGE,
			"--flag and --no-flag contradict each other; leave one out");
	for (int i = 0; err == ERR_NONE && i < ANSWER_TEXTS; i++) {
		enum option option = answer_options[i].option;
		if (has_option(cli, option))
			err = cli_text(cli, option_info[option].name, cli->value[option],
				&own->texts[i], why);
	}
	return err ? err : read_value(own, item, why);
}
