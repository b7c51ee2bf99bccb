/* SPDX-License-Identifier: MIT */
/*
 * people set: what was agreed on for the interview of a person in the round.
 */
#include <stdlib.h>
#include <rekindle/people.h>
#include <rekindle/sitting.h>
#include "../record/record_commands.h"
#include "people.h"

static enum err read_minutes(const struct cli *cli, int *minutes, struct errmsg *why)
{
	const char *typed = cli->value[OPTION_MINUTES];
	char *end;

	if (!typed)
		return ERR_NONE;
	long n = strtol(typed, &end, 10);
	if (*end || *typed < '0' || *typed > '9' || n < 1 || n > SITTING_MINUTES_MOST)
		return errmsg_set(why, ERR_USAGE,
			"--minutes %.40s must be a whole number from 1 to %d", typed,
			SITTING_MINUTES_MOST);
	*minutes = (int)n;
	return ERR_NONE;
}

/* What is not given stays as it is. */
static enum err read_terms(const struct cli *cli, struct sitting_terms *terms, struct errmsg *why)
{
	static const char *const answers[] = { "no", "yes" };
	static const struct vocabulary yes_no = { "value of --consent", 2, answers };
	int consent = terms->consent == TRI_YES, attribution = (int)terms->attribution;
	enum err err = option_word(cli, OPTION_CONSENT, &yes_no, &consent, why);

	if (err == ERR_NONE)
		err = option_word(
			cli, OPTION_ATTRIBUTION, &vocabulary_attribution, &attribution, why);
	if (err == ERR_NONE)
		err = read_minutes(cli, &terms->minutes, why);
	if (err == ERR_NONE && has_option(cli, OPTION_HEARD))
		err = work_past_day(cli, OPTION_HEARD, &terms->date, why);
	if (has_option(cli, OPTION_CONSENT))
		terms->consent = consent ? TRI_YES : TRI_NO;
	terms->attribution = (enum attribution)attribution;
	return err;
}

static void tell(struct cli *cli, const char *name, const struct sitting_terms *terms)
{
	struct hole who = hole_text("person", name);
	int minutes = terms->minutes == INT_NONE ? 0 : terms->minutes;

	cli_message(words(&cli->pool, W_CARD_SET, who,
		hole_text("attribution", words_attribution((int)terms->attribution)),
		hole_text("minutes", words(&cli->pool, W_CARD_MINUTES, hole_count("n", minutes))),
		hole_text("day",
			terms->date == DATE_NONE
				? words_plain(W_CARD_NO_DAY)
				: words(&cli->pool, W_CARD_DAY,
					  hole_day("day", terms->date, DAY_LONG)))));
	if (terms->consent == TRI_NO && has_option(cli, OPTION_CONSENT))
		cli_message(words(&cli->pool, W_CARD_NO_CONSENT, who));
}

enum err people_set_card(struct cli *cli, struct loaded *loaded, int person, struct errmsg *why)
{
	struct record *record = &loaded->record;
	int at = sitting_of_person(record, person);
	struct sitting_terms terms = { .minutes = INT_NONE, .date = DATE_NONE };

	if (at >= 0)
		terms = (struct sitting_terms){
			(enum tri)record->respondents[at].consent,
			(enum attribution)record->respondents[at].attribution,
			record->respondents[at].minutes,
			record->respondents[at].date,
		};
	enum err err = read_terms(cli, &terms, why);
	bool anew = has_option(cli, OPTION_CONSENT) && terms.consent == TRI_YES;
	if (err == ERR_NONE)
		err = people_card(loaded->store, record, person, &terms, anew, why);
	if (err == ERR_NONE)
		tell(cli, cli_person_text(&cli->pool, record, person), &terms);
	return err;
}

json_t *people_card_json(const struct record *record, int person)
{
	int at = sitting_of_person(record, person);
	char day[DATE_TEXT];

	if (at < 0)
		return json_null();
	const struct respondent *who = &record->respondents[at];
	return json_pack("{s:s, s:o, s:o, s:o}", "attribution",
		vocabulary_attribution.word[who->attribution], "consent",
		who->consent == TRI_UNKNOWN ? json_null() : json_boolean(who->consent == TRI_YES),
		"minutes", who->minutes == INT_NONE ? json_null() : json_integer(who->minutes),
		"date", json_text(who->date == DATE_NONE ? NULL : date_iso(who->date, day)));
}
