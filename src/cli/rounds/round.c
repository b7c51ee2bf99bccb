/* SPDX-License-Identifier: MIT */
/*
 * round: the next round of an alliance, or a pulse.
 */
#include <rekindle/next.h>
#include <rekindle/utf8.h>
#include "../commands/commands.h"

/* "baseline of 2026-10-15, pulse of 2027-01-20" */
static const char *sealed_text(struct pool *pool, const struct next_round *next)
{
	struct texts list = { 0 };
	char day[DATE_TEXT];

	for (size_t i = 0; i < next->sealed_count; i++)
		texts_add(pool, &list,
			words(pool, W_ROUND_ON,
				hole_text("round", words_round(next->sealed[i]->kind)),
				hole_text("day", date_iso(next->sealed[i]->date, day))));
	return words_names(pool, &list);
}

static const char *begun_text(
	struct pool *pool, const struct next_round *next, const char *alliance)
{
	struct hole of = hole_text("alliance", alliance);
	struct hole people = hole_count("people", next->people);

	if (next->kind == ROUND_PULSE)
		return words(pool, W_PULSE_BEGUN, of, people);
	return words(pool, W_FOLLOW_UP_BEGUN, of, people, hole_count("facts", next_facts(next)));
}

static const char *said(struct pool *pool, const struct next_round *next, const char *alliance)
{
	struct texts list = { 0 };

	texts_add(pool, &list, begun_text(pool, next, alliance));
	if (next->sealed_count)
		texts_add(pool, &list,
			words(pool, W_ROUNDS_SEALED, hole_text("rounds", sealed_text(pool, next))));
	return words_sentences(pool, &list);
}

static enum err begin(struct cli *cli, struct loaded *loaded, const struct next_terms *terms,
	struct uuid *id, struct errmsg *why)
{
	struct next_round next;
	int64_t round;
	enum err err = next_look(loaded->store, loaded->assessment, terms->kind, &next, why);

	if (err == ERR_NONE)
		err = next_begin(loaded->store, loaded->assessment, terms, &round, why);
	if (err == ERR_NONE) {
		cli_message(said(&cli->pool, &next, loaded->record.alliance.name));
		record_release(&loaded->record);
		err = store_load(loaded->store, round, &loaded->record, why);
		*id = loaded->record.assessment.object.id;
	}
	next_release(&next);
	return err;
}

static enum err read_terms(struct cli *cli, struct next_terms *terms, struct errmsg *why)
{
	const char *title = cli->value[OPTION_TITLE];
	enum err err = title ? cli_check_name(title, "--title", why) : ERR_NONE;

	*terms = (struct next_terms){
		.kind = has_option(cli, OPTION_PULSE) ? ROUND_PULSE : ROUND_FOLLOW_UP,
		.title = title ? utf8_settle(&cli->pool, title) : NULL,
		.instrument = has_option(cli, OPTION_INSTRUMENT) ? cli->instrument : NULL,
		.date = DATE_NONE,
	};
	if (err == ERR_NONE && has_option(cli, OPTION_DATE))
		err = option_day(cli, OPTION_DATE, DATE_NEAR, &terms->date, why);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	struct next_terms terms;
	struct uuid id;
	enum err err = read_terms(cli, &terms, why);

	if (terms.date == DATE_NONE)
		terms.date = clock_today();
	if (err == ERR_NONE)
		err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE)
		err = begin(cli, &loaded, &terms, &id, why);
	loaded_release(&loaded);
	return err ? err : output_id(cli, &id, why);
}

const struct command command_round = {
	.name = "round",
	.synopsis = "ID [--pulse] [--title TITLE] [--date DATE]",
	.help = "begin the next round of an alliance, or a pulse; prints its id",
	.more = "The same people can be heard again; what they said before is not shown to them. "
		"A full round starts with what the last one knew, to be confirmed, and seals all "
		"rounds before it. A pulse asks the health check alone, ten minutes a person, has "
		"no facts, decides nothing, and seals pulses only. u on the screens takes it back.",
	.options = OPTION_BIT(OPTION_PULSE) | OPTION_BIT(OPTION_TITLE) | OPTION_BIT(OPTION_DATE) |
		OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_ROUND),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(round),
	.takes_id = true,
	.stores = true,
	.run = run,
};
