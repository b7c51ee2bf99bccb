/* SPDX-License-Identifier: MIT */
/*
 * Whom --respondent means: one of the people of an alliance, or a respondent of the round who is
 * none of them. By id and name first, by role where nobody has that name.
 */
#include <string.h>
#include <rekindle/sitting.h>
#include <rekindle/utf8.h>
#include "cli.h"

#define LISTED_MOST 12

static enum role role_of(const struct record *record, const struct cli_respondent *who)
{
	return (enum role)(who->person >= 0 ? record->people[who->person].role
					    : record->respondents[who->respondent].role);
}

static int party_of(const struct record *record, const struct cli_respondent *who)
{
	return who->person >= 0 ? record->people[who->person].party
				: record->respondents[who->respondent].party;
}

static bool has_id_or_name(const struct record *record, const struct cli_respondent *who,
	const char *typed, struct pool *pool)
{
	const struct person *person = who->person >= 0 ? &record->people[who->person] : NULL;
	const struct respondent *heard =
		who->respondent >= 0 ? &record->respondents[who->respondent] : NULL;

	(void)pool;
	return (person &&
		       (cli_id_begins(&person->object.id, typed) ||
			       utf8_same_name(person->name, typed))) ||
		(heard &&
			(cli_id_begins(&heard->object.id, typed) ||
				utf8_same_name(heard->name, typed)));
}

/* Whoever only owns parts of the plan is meant by name, to be interviewed from now on. */
static bool is_to_hear(const struct record *record, const struct cli_respondent *who)
{
	return who->person < 0 || record_interviewee(record, who->person);
}

/* "sponsor", or "sponsor of Helix". */
static bool has_role(const struct record *record, const struct cli_respondent *who,
	const char *typed, struct pool *pool)
{
	int role = (int)role_of(record, who);
	if (!is_to_hear(record, who))
		return false;
	const char *side = record->parties[party_of(record, who)].label;

	return utf8_same_name(vocabulary_role.word[role], typed) ||
		utf8_same_name(
			words(pool, W_RESPONDENT_UNNAMED, hole_text("role", words_role(role)),
				hole_text("party", side)),
			typed);
}

static size_t gather(
	const struct record *record, struct pool *pool, struct cli_respondent **candidates)
{
	size_t most = record->person_count + record->respondent_count + 1, count = 0;
	struct cli_respondent *all = pool_alloc(pool, most * sizeof(*all));

	for (size_t i = 0; i < record->person_count; i++)
		all[count++] = (struct cli_respondent){ (int)i, sitting_of_person(record, (int)i) };
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].person < 0)
			all[count++] = (struct cli_respondent){ -1, (int)i };
	*candidates = all;
	return count;
}

/* Those that are meant come to the front; how many. */
static size_t sift(const struct record *record, const char *typed, struct pool *pool,
	struct cli_respondent *all, size_t count)
{
	static bool (*const ways[])(const struct record *, const struct cli_respondent *,
		const char *, struct pool *) = { has_id_or_name, has_role };
	size_t found = 0;

	for (size_t way = 0; !found && way < sizeof(ways) / sizeof(*ways); way++)
		for (size_t i = 0; i < count; i++)
			if (ways[way](record, &all[i], typed, pool))
				all[found++] = all[i];
	return found;
}

/* Those who are to be heard come to the front; how many. */
static size_t leave_owners(const struct record *record, struct cli_respondent *all, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (is_to_hear(record, &all[i]))
			all[kept++] = all[i];
	return kept;
}

static const char *text_of(
	struct pool *pool, const struct record *record, const struct cli_respondent *who)
{
	char id[UUID_TEXT];
	bool heard = who->respondent >= 0;
	const struct uuid *uuid = heard ? &record->respondents[who->respondent].object.id
					: &record->people[who->person].object.id;

	return pool_printf(pool, "%.8s %s", uuid_text(uuid, id),
		heard ? words_respondent(pool, record, who->respondent)
		      : cli_person_text(pool, record, who->person));
}

/* "1a2b3c4d Ana Ruiz, …" */
static const char *list_text(struct pool *pool, const struct record *record,
	const struct cli_respondent *all, size_t count)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < count && i < LISTED_MOST; i++)
		texts_add(pool, &list, text_of(pool, record, &all[i]));
	if (!count)
		return words_plain(W_NOBODY_YET);
	if (count <= LISTED_MOST)
		return words_names(pool, &list);
	return words(pool, W_SOME_RESPONDENTS, hole_text("people", words_names(pool, &list)),
		hole_count("more", (int)count - LISTED_MOST));
}

enum err cli_respondent(const struct cli *cli, const struct record *record,
	struct cli_respondent *who, struct errmsg *why)
{
	const char *typed = cli->value[OPTION_RESPONDENT];
	struct pool pool = { 0 };
	struct cli_respondent *all;

	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "--respondent %s is not valid UTF-8", typed);
	size_t count = gather(record, &pool, &all), found = sift(record, typed, &pool, all, count);
	if (!found)
		count = leave_owners(record, all, count);
	enum err err = found == 1 ? ERR_NONE : ERR_USAGE;
	if (found == 1)
		*who = all[0];
	else
		errmsg_set(why, err,
			found ? "--respondent %s means more than one in this assessment; give an "
				"id, or at least four signs of its beginning: %s"
			      : "--respondent %s means nobody in this assessment; give a name, an "
				"id, or at least four signs of its beginning, or a role: %s",
			typed, list_text(&pool, record, all, found ? found : count));
	pool_release(&pool);
	return err;
}
