/* SPDX-License-Identifier: MIT */
/*
 * answers: every answer of a round as a table, for spreadsheets and statistics.
 */
#include <rekindle/office.h>
#include "../commands/commands.h"

static const char *const format_words[] = { "csv", "xlsx", "json" };
static const struct vocabulary answers_formats = { "format", 3, format_words };
enum answers_format { ANSWERS_CSV, ANSWERS_XLSX, ANSWERS_JSON };

/* What is about single people is in no joint edition. */
static enum err check_edition(const struct cli *cli, struct errmsg *why)
{
	int edition = EDITION_INTERNAL;
	enum err err = option_word(cli, OPTION_EDITION, &vocabulary_edition, &edition, why);

	if (err == ERR_NONE && edition == EDITION_JOINT)
		err = errmsg_set(why, ERR_USAGE, "%s", words_plain(W_ANSWERS_NEVER_JOINT));
	return err;
}

static enum err write_grid(const struct cli *cli, const struct grid *grid,
	const struct record *record, struct str *out, struct errmsg *why)
{
	if (cli->format == ANSWERS_XLSX)
		return answers_xlsx(out, grid, record, clock_today(), why);
	if (cli->format == ANSWERS_CSV)
		grid_csv(out, grid);
	else
		grid_json(out, grid);
	return ERR_NONE;
}

static enum err write_answers(
	struct cli *cli, struct str *out, const char **alliance, struct errmsg *why)
{
	struct loaded loaded;
	struct grid grid;
	enum err err = loaded_open(cli, &loaded, why);

	if (err == ERR_NONE) {
		answers_grid(&grid, &loaded.record, has_option(cli, OPTION_WIDE));
		err = write_grid(cli, &grid, &loaded.record, out, why);
		grid_release(&grid);
		*alliance = pool_strdup(&cli->pool, loaded.record.alliance.name);
	}
	loaded_release(&loaded);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct str out;
	char buffer[4096];
	const char *alliance = NULL, *database = cli_database(cli, buffer, sizeof(buffer));
	enum err err = check_edition(cli, why);

	if (err == ERR_NONE)
		err = option_csv_for(cli, why);
	if (err == ERR_NONE)
		err = output_check(cli, database, why);
	str_init(&out);
	if (err == ERR_NONE)
		err = write_answers(cli, &out, &alliance, why);
	if (err == ERR_NONE)
		err = output_result(cli, &out, database, why);
	if (err == ERR_NONE)
		cli_message(
			words(&cli->pool, W_ANSWERS_ARE_INTERNAL, hole_text("alliance", alliance)));
	str_release(&out);
	return err;
}

const struct command command_answers = {
	.name = "answers",
	.synopsis = "ID [--format csv|xlsx|json] [--csv-for PROGRAM] [--wide] [--edition internal] "
		    "[-o FILE]",
	.help = "every answer of a round as a table, for spreadsheets and statistics",
	.more = "A row an answer: assessment, respondent, party, role, item, aspect, state, value, "
		"text, comment; by item, then by person. --wide has a row a person and a column a "
		"question, with the state where it was not answered. Ratings are as they were "
		"given. The edition is internal, for the team that runs the review: who answered "
		"in confidence is a number, behind the others, without party, role and words. "
		"There is no joint edition of single answers.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_WIDE) |
		OPTION_BIT(OPTION_EDITION) | OPTION_BIT(OPTION_CSV_FOR) | OPTION_BIT(OPTION_OUTPUT),
	.json = true,
	.formats = &answers_formats,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(answers),
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
