/* SPDX-License-Identifier: MIT */
/*
 * sheet: questions that people answer without an interviewer, out and back.
 */
#include "sheet.h"

#define OUT                                                                                        \
	(OPTION_BIT(OPTION_RESPONDENT) | OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_CLOSES) |      \
		OPTION_BIT(OPTION_REVOKE) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_ROUND) | \
		OPTION_BIT(OPTION_PULSE))
#define WRITES (OPTION_BIT(OPTION_RESPONDENT) | OPTION_BIT(OPTION_ALL))

static enum err check(const struct cli *cli, struct errmsg *why)
{
	bool one = has_option(cli, OPTION_RESPONDENT), all = has_option(cli, OPTION_ALL);

	if (cli->operand_count != 1)
		return errmsg_set(why, ERR_USAGE,
			"sheet needs one ID; rekindle list shows them, and sheet --read takes "
			"files");
	if (has_option(cli, OPTION_SAVE))
		return errmsg_set(
			why, ERR_USAGE, "--save is for sheet --read: it keeps what was read");
	if (one && all)
		return errmsg_set(
			why, ERR_USAGE, "--respondent is one person, --all is each: leave one out");
	if (has_option(cli, OPTION_REVOKE) &&
		(!one ||
			(cli->given & OUT & ~WRITES & ~OPTION_BIT(OPTION_REVOKE) &
				~OPTION_BIT(OPTION_ROUND) & ~OPTION_BIT(OPTION_PULSE))))
		return errmsg_set(why, ERR_USAGE,
			"--revoke takes --respondent R and nothing else: whose sheet is it?");
	if (!one && !all && (cli->given & (OPTION_BIT(OPTION_CLOSES) | OPTION_BIT(OPTION_OUTPUT))))
		return errmsg_set(
			why, ERR_USAGE, "for whom is the sheet? Give --respondent R, or --all");
	return ERR_NONE;
}

/* --pulse says of which round, as --round pulse does. */
static enum err take_pulse(struct cli *cli, struct errmsg *why)
{
	if (!has_option(cli, OPTION_PULSE))
		return ERR_NONE;
	if (has_option(cli, OPTION_ROUND))
		return errmsg_set(why, ERR_USAGE,
			"--pulse is the newest pulse, --round another round: leave one out");
	cli->given |= OPTION_BIT(OPTION_ROUND);
	cli->value[OPTION_ROUND] = "pulse";
	return ERR_NONE;
}

static enum err of_round(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded;
	bool writes = cli->given & WRITES;
	enum err err = check(cli, why);

	if (err == ERR_NONE)
		err = take_pulse(cli, why);
	if (err != ERR_NONE)
		return err;
	cli->only_reads = !writes;
	err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE)
		err = has_option(cli, OPTION_REVOKE) ? sheet_revoke(cli, &loaded, why)
			: writes                     ? sheet_write(cli, &loaded, why)
						     : sheet_list(cli, &loaded, why);
	loaded_release(&loaded);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	if (!has_option(cli, OPTION_READ))
		return of_round(cli, why);
	if (cli->given & OUT)
		return errmsg_set(why, ERR_USAGE,
			"sheet --read takes files alone: whose they are is in them");
	if (!cli->operand_count)
		return errmsg_set(why, ERR_USAGE,
			"sheet --read needs a file or a folder of mails; - is standard input");
	return sheet_read(cli, why);
}

const struct command command_sheet = {
	.name = "sheet",
	.synopsis = "ID [--pulse] [--respondent R | --all] [--closes DATE] [--format FORMAT] "
		    "[-o FILE] | ID --revoke --respondent R | --read FILE... [--save]",
	.help = "questions that people answer without an interviewer: written, listed, read back",
	.more = "Without more it lists who was sent one, what is back, what is missing. "
		"--respondent writes the sheet of one person, --all one for each who has not been "
		"heard, into the folder -o. A second one for the same person has the same token, "
		"until --revoke. --pulse is the health check of the newest pulse. --format html "
		"gives a form for a browser, text a sheet for a mail, pdf the same "
		"on paper. --read takes what came back: answer files, texts, mails as files "
		"or folders. It shows what it understood, and asks before it keeps that; without a "
		"terminal only --save keeps it.",
	.options =
		OUT | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_READ) | OPTION_BIT(OPTION_SAVE),
	.json = true,
	.formats = &vocabulary_sheet_format,
	.wanted = WANT_OPEN_FULL,
	.stores = true,
	.most = 1000,
	.run = run,
};
