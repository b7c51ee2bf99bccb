/* SPDX-License-Identifier: MIT */
/*
 * interview: the guided session of one respondent, on the screen or line by line.
 */
#include <ctype.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <rekindle/edited.h>
#include <rekindle/line.h>
#include <rekindle/sitting.h>
#include <rekindle/tui.h>
#include <rekindle/utf8.h>
#include "commands.h"

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
	(void)number;
	interrupted = 1;
}

/* Of a person who is planned; they are known by the person's id as well. */
static struct sitting_newcomer *newcomer_of(
	struct pool *pool, const struct record *record, const struct person *person)
{
	struct sitting_newcomer *newcomer = pool_alloc(pool, sizeof(*newcomer));

	*newcomer = (struct sitting_newcomer){ .party = record->parties[person->party].object.key,
		.role = person->role,
		.attribution = ATTRIBUTION_NAMED,
		.name = person->name };
	return newcomer;
}

static enum err find_respondent(
	struct cli *cli, struct loaded *loaded, struct line_who *who, struct errmsg *why)
{
	const struct record *record = &loaded->record;
	struct cli_respondent meant;
	enum err err = cli_respondent(cli, record, &meant, why);

	if (err != ERR_NONE)
		return err;
	if (meant.respondent >= 0) {
		who->respondent = record->respondents[meant.respondent].object.key;
		return ERR_NONE;
	}
	who->newcomer = newcomer_of(&cli->pool, record, &record->people[meant.person]);
	return sitting_may_begin(loaded->store, &loaded->record, who->newcomer, why);
}

static enum err read_newcomer(const struct cli *cli, const struct record *record,
	struct sitting_newcomer *newcomer, struct errmsg *why)
{
	const char *name = cli->value[OPTION_NAME];

	if (!has_option(cli, OPTION_PARTY) || !has_option(cli, OPTION_ROLE))
		return errmsg_set(why, ERR_USAGE,
			"a new respondent needs --party and --role; one who "
			"is known, --respondent alone");
	if (cli->party_count > 1)
		return errmsg_set(why, ERR_USAGE,
			"a respondent belongs to one party; give --party "
			"once");
	if (name && (str_blank(name) || !utf8_valid(name, strlen(name))))
		return errmsg_set(why, ERR_USAGE,
			"--name is blank or not valid UTF-8; leave it out "
			"for somebody known by role");
	int party;
	enum err err = cli_party(cli, record, &party, why);
	if (err == ERR_NONE) {
		*newcomer = (struct sitting_newcomer){ .name = name,
			.party = record->parties[party].object.key,
			.attribution = ATTRIBUTION_NAMED };
		err = option_word(cli, OPTION_ROLE, &vocabulary_role, &newcomer->role, why);
	}
	if (err == ERR_NONE)
		err = option_word(cli, OPTION_ATTRIBUTION, &vocabulary_attribution,
			&newcomer->attribution, why);
	return err;
}

/* Somebody new, or one of that name who was heard already. */
static enum err new_or_known(
	struct cli *cli, struct loaded *loaded, struct line_who *who, struct errmsg *why)
{
	struct sitting_newcomer *newcomer = pool_alloc(&cli->pool, sizeof(*newcomer));
	enum err err = read_newcomer(cli, &loaded->record, newcomer, why);

	if (err != ERR_NONE)
		return err;
	who->respondent = sitting_known(&loaded->record, newcomer);
	if (who->respondent) {
		cli_message(words(&cli->pool, W_RESPONDENT_KNOWN,
			hole_text("name", cli->value[OPTION_NAME])));
		return ERR_NONE;
	}
	who->newcomer = newcomer;
	return sitting_may_begin(loaded->store, &loaded->record, newcomer, why);
}

static bool describes_new(const struct cli *cli)
{
	return has_option(cli, OPTION_PARTY) || has_option(cli, OPTION_ROLE) ||
		has_option(cli, OPTION_NAME) || has_option(cli, OPTION_ATTRIBUTION);
}

/* Who is meant by the options; nobody when they do not say. */
static enum err find_who(
	struct cli *cli, struct loaded *loaded, struct line_who *who, struct errmsg *why)
{
	if (has_option(cli, OPTION_RESPONDENT) && describes_new(cli))
		return errmsg_set(why, ERR_USAGE,
			"--respondent names one who is known, --party, "
			"--role, --name and --attribution a new one; give one or the other");
	if (has_option(cli, OPTION_RESPONDENT))
		return find_respondent(cli, loaded, who, why);
	if (describes_new(cli))
		return new_or_known(cli, loaded, who, why);
	if (has_option(cli, OPTION_NO_INPUT))
		return errmsg_set(why, ERR_USAGE,
			"who is interviewed? Give --respondent R, or --party "
			"and --role for a new one, or leave out --no-input");
	return ERR_NONE;
}

static void tell_respondent(
	struct pool *pool, const struct record *record, const struct respondent *respondent)
{
	char round[UUID_TEXT], id[UUID_TEXT];

	uuid_text(&record->assessment.object.id, round);
	uuid_text(&respondent->object.id, id);
	cli_message(words(pool, W_INTERVIEW_GOES_ON,
		hole_text("assessment", pool_strndup(pool, round, 8)),
		hole_text("respondent", pool_strndup(pool, id, 8))));
}

static void tell_how_to_go_on(struct store *store, int64_t assessment, int64_t key)
{
	struct pool pool = { 0 };
	struct record record;

	if (store_load(store, assessment, &record, NULL) != ERR_NONE)
		return;
	for (size_t i = 0; i < record.respondent_count; i++)
		if (record.respondents[i].object.key == key)
			tell_respondent(&pool, &record, &record.respondents[i]);
	record_release(&record);
	pool_release(&pool);
}

/* SIGINT, SIGTERM and SIGHUP set a flag, and come through only while the session waits. */
static void catch_signals(sigset_t *wake)
{
	const struct sigaction action = { .sa_handler = on_signal };

	sigprocmask(SIG_SETMASK, NULL, wake);
	signals_hold();
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
}

static bool is_anybody(const struct line_who *who)
{
	return who->respondent || who->newcomer;
}

static enum err ask_lines(
	struct cli *cli, struct loaded *loaded, struct line_who *who, struct errmsg *why)
{
	sigset_t wake;
	enum line_end end = LINE_LEFT;
	enum err err = ERR_NONE;
	struct line_watch watch = { .strict = has_option(cli, OPTION_STRICT) };
	const struct line_input input = {
		.in = stdin,
		.out = stdout,
		.ascii = cli->ascii,
		.interrupted = &interrupted,
		.wake = &wake,
		.watch = &watch,
	};

	catch_signals(&wake);
	edited_recover(loaded->store);
	if (!is_anybody(who))
		err = line_choose(loaded->store, loaded->assessment, &input, &cli->pool, who, why);
	if (err == ERR_NONE && is_anybody(who))
		err = line_interview(loaded->store, loaded->assessment, who, &input, &end, why);
	if (err == ERR_NONE)
		err = store_astray(loaded->store, why);
	if (err == ERR_NONE && who->respondent && end != LINE_FINISHED)
		tell_how_to_go_on(loaded->store, loaded->assessment, who->respondent);
	if (err == ERR_NONE && (end == LINE_INTERRUPTED || interrupted))
		cli->interrupted = true;
	return err ? err : cli_check_refused(&watch, why);
}

static enum err ask_screens(
	struct cli *cli, struct loaded *loaded, struct line_who *who, struct errmsg *why)
{
	const struct tui_options begin = { .store = loaded->store,
		.assessment = loaded->assessment,
		.respondent = who->respondent,
		.newcomer = who->newcomer };

	return open_screens(cli, &begin, why);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded;
	struct line_who who = { 0 };
	bool lines = has_option(cli, OPTION_LINE) || !terminal_places();

	if (has_option(cli, OPTION_NO_INPUT) && isatty(STDIN_FILENO))
		return errmsg_set(why, ERR_USAGE,
			"an interview asks questions; leave out --no-input, "
			"or feed the answers through a pipe");
	enum err err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE)
		err = find_who(cli, &loaded, &who, why);
	if (err == ERR_NONE && !lines && has_option(cli, OPTION_STRICT))
		err = errmsg_set(why, ERR_USAGE,
			"--strict is about what is typed in line mode; give --line as well");
	if (err == ERR_NONE && lines && !has_option(cli, OPTION_LINE))
		cli_message(cli_why_lines(cli));
	if (err == ERR_NONE)
		err = (lines ? ask_lines : ask_screens)(cli, &loaded, &who, why);
	loaded_release(&loaded);
	return err;
}

#define SESSION_OPTIONS                                                                            \
	(OPTION_BIT(OPTION_RESPONDENT) | OPTION_BIT(OPTION_PARTY) | OPTION_BIT(OPTION_ROLE) |      \
		OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_ATTRIBUTION) |                         \
		OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_STRICT))

const struct command command_interview = {
	.name = "interview",
	.synopsis = "ID [--respondent R | --party P --role ROLE [--name NAME]]",
	.help = "the guided session of one person; goes on where it was left",
	.more = "A new person is given by --party and --role, and --name and --attribution where "
		"you like; one who is known, by --respondent. With --line, or where no terminal "
		"can show screens, the questions come line by line; --strict ends at the first "
		"line that is refused.",
	.options = SESSION_OPTIONS,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(interview),
	.takes_id = true,
	.wanted = WANT_OPEN_FULL,
	.stores = true,
	.interviews = true,
	.run = run,
};

const struct command command_check = {
	.name = "check",
	.synopsis = "ID [--respondent R | --party P --role ROLE [--name NAME]]",
	.help = "the health check of one person, ten minutes, in the open pulse",
	.more = "People are given as to interview. Without an open pulse it says how one is begun.",
	.options = SESSION_OPTIONS,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(check),
	.takes_id = true,
	.wanted = WANT_OPEN_PULSE,
	.stores = true,
	.interviews = true,
	.run = run,
};
