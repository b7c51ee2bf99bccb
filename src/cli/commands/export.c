/* SPDX-License-Identifier: MIT */
/*
 * export: an alliance as one exchange document, in the clear or encrypted by a program that does
 * that for a living.
 */
#include <string.h>
#include <rekindle/edition_plan.h>
#include <rekindle/exchange.h>
#include <rekindle/history.h>
#include <rekindle/program.h>
#include "commands.h"

struct cipher {
	const char *name, *package;
	const char *arguments[8]; /* behind its name; then the recipient */
};

static const struct cipher age = { "age", "age", { "--armor", "--recipient" } };
/* gpg would look up the key of an unknown address in the network. */
#define GPG "--no-auto-key-locate", "--disable-dirmngr", "--armor", "--encrypt", "--recipient"
static const struct cipher gpg = { "gpg", "gnupg", { GPG } };
static const struct cipher gpg_silent = { "gpg", "gnupg", { "--batch", GPG } };

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* gpg asks at the terminal whether a key that nobody has signed shall be used. */
static const struct cipher *cipher_of(const struct cli *cli)
{
	const char *recipient = cli->value[OPTION_TO];

	if (begins(recipient, "age1") || begins(recipient, "ssh-"))
		return &age;
	return has_option(cli, OPTION_NO_INPUT) || !terminal_both() ? &gpg_silent : &gpg;
}

static enum err check_recipient(const struct cli *cli, struct errmsg *why)
{
	const char *recipient = cli->value[OPTION_TO];

	if (!recipient || (!str_blank(recipient) && *recipient != '-'))
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"--to needs a recipient: a key of age (age1..., ssh-...), or a key id or address "
		"that gpg knows");
}

static enum err not_there(const struct cipher *cipher, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s, which encrypts for this recipient, is not installed; install it (on Debian: "
		"apt-get install %s); nothing was written",
		cipher->name, cipher->package);
}

#define SAID_MOST 300 /* bytes of what it said */

/* Its lines in one. */
static enum err not_encrypted(const struct cipher *cipher, const char *recipient,
	const struct str *said, struct errmsg *why)
{
	struct str line;

	str_init(&line);
	program_said(&line, said);
	errmsg_set(why, ERR_FAILED,
		"%s did not encrypt for %.100s, and nothing was written; it says: %.*s",
		cipher->name, recipient, SAID_MOST, line.text);
	str_release(&line);
	return ERR_FAILED;
}

/* The clear text goes through a pipe alone; what comes back replaces it. */
static enum err encrypt(const struct cli *cli, struct str *text, struct errmsg *why)
{
	const struct cipher *cipher = cipher_of(cli);
	const char *arguments[10] = { cipher->name };
	size_t count = 1;
	struct str file, out, said;

	str_init(&file);
	str_init(&out);
	str_init(&said);
	for (const char *const *argument = cipher->arguments; *argument; argument++)
		arguments[count++] = *argument;
	arguments[count] = cli->value[OPTION_TO];
	enum err err = program_find(cipher->name, &file) ? ERR_NONE : not_there(cipher, why);
	if (!err && (program_filter(file.text, arguments, text, &out, &said) != 0 || !out.len))
		err = not_encrypted(cipher, cli->value[OPTION_TO], &said, why);
	if (!err) {
		str_clear(text);
		str_addn(text, out.text, out.len);
	}
	str_release(&said);
	str_release(&out);
	str_release(&file);
	return err;
}

static const char *said_of(struct cli *cli, const char *alliance)
{
	if (has_option(cli, OPTION_SHARE) && !has_option(cli, OPTION_TO))
		return words(&cli->pool, W_COPY_IS_SHARED, hole_text("alliance", alliance));
	if (!has_option(cli, OPTION_TO))
		return words(&cli->pool, W_COPY_IS_CONFIDENTIAL, hole_text("alliance", alliance));
	return words(&cli->pool, W_COPY_IS_ENCRYPTED, hole_text("alliance", alliance),
		hole_text("program", cipher_of(cli)->name),
		hole_text("recipient", cli->value[OPTION_TO]));
}

/* With the plan that is stored, or a draft: what it shows of the ratings is remembered first. */
static enum err share(struct loaded *loaded, struct str *out, struct errmsg *why)
{
	struct edition_history joint;
	enum err err = loaded_rounds(loaded, why);

	if (err == ERR_NONE)
		err = history_give(loaded->store, &loaded->record, &loaded->earlier, why);
	if (err != ERR_NONE)
		return err;
	loaded_plan(loaded, DATE_NONE);
	edition_history_compute(&joint, &loaded->record, &loaded->diagnosis, &loaded->plan,
		EDITION_JOINT, loaded->earlier.all, loaded->earlier.own);
	exchange_share(out, &loaded->record, joint.printed);
	edition_history_release(&joint);
	return ERR_NONE;
}

static enum err read_out(
	struct cli *cli, struct str *out, const char **alliance, struct errmsg *why)
{
	struct loaded loaded;
	enum err err = loaded_open(cli, &loaded, why);

	if (err == ERR_NONE && has_option(cli, OPTION_SHARE))
		err = share(&loaded, out, why);
	else if (err == ERR_NONE)
		err = exchange_write(
			loaded.store, loaded.assessment, has_option(cli, OPTION_ONLY), out, why);
	if (err == ERR_NONE)
		*alliance = pool_strdup(&cli->pool, loaded.record.alliance.name);
	loaded_release(&loaded);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct str out;
	char buffer[4096];
	const char *alliance = NULL, *database = cli_database(cli, buffer, sizeof(buffer));
	enum err err = check_recipient(cli, why);

	if (err == ERR_NONE && has_option(cli, OPTION_ONLY) && has_option(cli, OPTION_SHARE))
		err = errmsg_set(why, ERR_USAGE,
			"--only is a full copy of one round, --share what the other company may "
			"have: leave one out");
	str_init(&out);
	if (err == ERR_NONE)
		err = read_out(cli, &out, &alliance, why);
	if (err == ERR_NONE)
		err = output_check(cli, database, why);
	if (err == ERR_NONE && has_option(cli, OPTION_TO))
		err = encrypt(cli, &out, why);
	if (err == ERR_NONE)
		err = output_result(cli, &out, database, why);
	if (err == ERR_NONE)
		cli_message(said_of(cli, alliance));
	str_release(&out);
	return err;
}

const struct command command_export = {
	.name = "export",
	.synopsis = "ID [--only | --share] [--to RECIPIENT] [-o FILE]",
	.help = "a full confidential copy of an alliance, as JSON for import",
	.more = "All rounds of the alliance are written; --only leaves out the others. --share "
		"writes what the other company may have instead: recorded facts of the round, "
		"charter, KPIs and the joint edition of the plan, without respondents, answers, "
		"route test, stances and notes. --to "
		"encrypts "
		"the copy through age (age1..., ssh-...) or gpg (a key id, an address), whichever "
		"the recipient is of. A file that exists is overwritten only with --force.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_SHARE) |
		OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(export),
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
