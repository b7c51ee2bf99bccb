/* SPDX-License-Identifier: MIT */
/*
 * Whom words of the command line mean: a party, a person; and names that may be given.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <rekindle/utf8.h>
#include "cli.h"

#define NAME_CELLS 200
#define LISTED_MOST 12
#define PREFIX_LEAST 4

enum err cli_check_name(const char *name, const char *option, struct errmsg *why)
{
	struct str clean;

	if (!utf8_valid(name, strlen(name)))
		return errmsg_set(why, ERR_USAGE, "%s: the name is not valid UTF-8", option);
	if (str_blank(name))
		return errmsg_set(
			why, ERR_USAGE, "%s: the name is blank; give at least one letter", option);
	if (utf8_cells(UTF8_FILE, name) > NAME_CELLS)
		return errmsg_set(why, ERR_USAGE,
			"%s: the name is wider than %d columns; shorten it", option, NAME_CELLS);
	str_init(&clean);
	utf8_clean(&clean, name, false, false);
	bool same = strcmp(clean.text, name) == 0;
	str_release(&clean);
	return same ? ERR_NONE
		    : errmsg_set(why, ERR_USAGE,
			      "%s: the name has a line break, a tab or "
			      "a control character in it; leave it out",
			      option);
}

/* The first line of standard input, without its end. */
static const char *read_line(struct pool *pool)
{
	char *line = NULL;
	size_t room = 0;

	if (isatty(STDIN_FILENO))
		fprintf(stderr, "%s ", words_plain(W_ASK_NAME));
	ssize_t n = getline(&line, &room, stdin);
	while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
		n--;
	const char *kept = pool_strndup(pool, n > 0 ? line : "", n > 0 ? (size_t)n : 0);
	free(line);
	return kept;
}

enum err cli_name(struct cli *cli, const char **name, struct errmsg *why)
{
	const char *given = cli->value[OPTION_NAME];

	*name = NULL;
	if (!given)
		return ERR_NONE;
	if (strcmp(given, "-") == 0)
		given = read_line(&cli->pool);
	enum err err = cli_check_name(given, "--name", why);
	if (err == ERR_NONE)
		*name = utf8_settle(&cli->pool, given);
	return err;
}

bool cli_id_begins(const struct uuid *id, const char *prefix)
{
	char text[UUID_TEXT];

	return strlen(prefix) >= PREFIX_LEAST &&
		strncasecmp(uuid_text(id, text), prefix, strlen(prefix)) == 0;
}

/* By its number, its label, its name or its id. */
static int find_party(const struct record *record, const char *typed)
{
	for (size_t i = 0; i < record->party_count; i++)
		if (strcasecmp(record->parties[i].name, typed) == 0 ||
			strcasecmp(record->parties[i].label, typed) == 0)
			return (int)i;
	if (strlen(typed) == 1 && typed[0] >= '1' &&
		(size_t)(typed[0] - '0') <= record->party_count)
		return typed[0] - '1';
	for (size_t i = 0; i < record->party_count; i++)
		if (cli_id_begins(&record->parties[i].object.id, typed))
			return (int)i;
	return -1;
}

enum err cli_party_typed(const struct record *record, const char *name, const char *typed,
	int *party, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct texts labels = { 0 };

	*party = find_party(record, typed);
	if (*party >= 0)
		return ERR_NONE;
	for (size_t i = 0; i < record->party_count; i++)
		texts_add(&pool, &labels, record->parties[i].label);
	errmsg_set(why, ERR_USAGE, "%s %s is no party of this alliance; it has %s", name, typed,
		words_names(&pool, &labels));
	pool_release(&pool);
	return ERR_USAGE;
}

enum err cli_party(
	const struct cli *cli, const struct record *record, int *party, struct errmsg *why)
{
	return cli_party_typed(record, "--party", cli->parties[0], party, why);
}

const char *cli_person_text(struct pool *pool, const struct record *record, int person)
{
	const struct person *who = &record->people[person];

	if (!str_blank(who->name))
		return who->name;
	return words(pool, W_RESPONDENT_UNNAMED, hole_text("role", words_role(who->role)),
		hole_text("party", record->parties[who->party].label));
}

/* The number in the list of people ID, else -1: also for what is longer than any number there. */
static int numbered(const struct record *record, const char *typed)
{
	char *end;
	long number = strtol(typed, &end, 10);

	if (!isdigit((unsigned char)*typed) || *end || number < 1 ||
		number > (long)record->person_count)
		return -1;
	return (int)number - 1;
}

static bool is_meant(const struct person *person, const char *typed)
{
	return cli_id_begins(&person->object.id, typed) || utf8_same_name(person->name, typed);
}

/* "1 Ana Ruiz, 2 manager of Helix": those that typed means, or all where it means nobody. */
static const char *people_text(
	struct pool *pool, const struct record *record, const char *typed, bool all)
{
	struct texts list = { 0 };
	int more = 0;

	for (size_t i = 0; i < record->person_count; i++) {
		if (!all && !is_meant(&record->people[i], typed))
			continue;
		if (list.count < LISTED_MOST)
			texts_add(pool, &list,
				pool_printf(pool, "%zu %s", i + 1,
					cli_person_text(pool, record, (int)i)));
		else
			more++;
	}
	if (!list.count)
		return words_plain(W_NOBODY_YET);
	return more ? words(pool, W_SOME_RESPONDENTS, hole_text("people", words_names(pool, &list)),
			      hole_count("more", more))
		    : words_names(pool, &list);
}

enum err cli_person(const struct record *record, const char *typed, int *person, struct errmsg *why)
{
	struct pool pool = { 0 };
	int found = 0;

	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "the person %s is not valid UTF-8", typed);
	*person = numbered(record, typed);
	for (size_t i = 0; *person < 0 && i < record->person_count; i++)
		found += is_meant(&record->people[i], typed);
	for (size_t i = 0; found == 1 && *person < 0; i++)
		if (is_meant(&record->people[i], typed))
			*person = (int)i;
	if (*person >= 0)
		return ERR_NONE;
	errmsg_set(why, ERR_USAGE,
		found ? "%s means more than one person; give a number or an id: %s"
		      : "%s means nobody in this alliance; there is: %s",
		typed, people_text(&pool, record, typed, !found));
	pool_release(&pool);
	return ERR_USAGE;
}

/* Signs of which ids are, with a digit: no name is written like that. */
static bool is_like_an_id(const char *typed)
{
	return strpbrk(typed, "0123456789") &&
		typed[strspn(typed, "0123456789abcdefABCDEF-")] == '\0';
}

bool cli_new_name(const struct record *record, const char *typed)
{
	for (size_t i = 0; i < record->person_count; i++)
		if (is_meant(&record->people[i], typed))
			return false;
	return utf8_valid(typed, strlen(typed)) && !str_blank(typed) && !str_is_figure(typed) &&
		!is_like_an_id(typed);
}
