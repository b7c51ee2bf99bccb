/* SPDX-License-Identifier: MIT */
/*
 * people set: company, role and the day planned for the interview of a person.
 */
#include <string.h>
#include <rekindle/people.h>
#include "people.h"

enum err people_read_planned(struct cli *cli, const char **planned, struct errmsg *why)
{
	const char *typed = cli->value[OPTION_DATE];
	char moment[DATE_MOMENT];
	int day, other, today = clock_today();

	if (!has_option(cli, OPTION_DATE))
		return ERR_NONE;
	if (!str_blank(typed) && date_typed_moment(typed, today, moment, &day, &other))
		return errmsg_set(why, ERR_USAGE, "--date %.60s: %s", typed,
			words_wrong_moment(&cli->pool, typed, today));
	*planned = str_blank(typed) ? NULL : pool_strdup(&cli->pool, moment);
	return ERR_NONE;
}

static enum err read_place(
	struct cli *cli, const struct record *record, struct person *person, struct errmsg *why)
{
	enum err err = option_word(cli, OPTION_ROLE, &vocabulary_role, &person->role, why);

	if (err == ERR_NONE && cli->party_count > 1)
		return errmsg_set(why, ERR_USAGE, "a person is of one company; give --party once");
	if (err == ERR_NONE && cli->party_count)
		err = cli_party(cli, record, &person->party, why);
	return err ? err : people_read_planned(cli, &person->planned, why);
}

static void tell(
	struct cli *cli, const struct record *record, const char *name, const struct person *person)
{
	struct hole who = hole_text("person", name);
	struct hole role = hole_text("role", words_role(person->role));
	struct hole party = hole_text("party", record->parties[person->party].label);

	cli_message(person->planned ? words(&cli->pool, W_PERSON_CORRECTED_PLANNED, who, role,
					      party, hole_text("when", person->planned))
				    : words(&cli->pool, W_PERSON_CORRECTED, who, role, party));
}

enum err people_set_place(struct cli *cli, struct loaded *loaded, int person, struct errmsg *why)
{
	struct record *record = &loaded->record;
	struct person corrected = record->people[person];
	const char *name = corrected.name ? corrected.name : words_role(corrected.role);
	enum err err = read_place(cli, record, &corrected, why);

	if (err == ERR_NONE)
		err = people_correct(loaded->store, record, person, &corrected, why);
	if (err == ERR_NONE)
		tell(cli, record, name, &corrected);
	return err;
}
