/* SPDX-License-Identifier: MIT */
/*
 * Whose meeting, and which object, is meant.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "meeting.h"

enum err meeting_option_body(const struct cli *cli, int *body, struct errmsg *why)
{
	int full = has_option(cli, OPTION_BODY)
		? vocabulary_find(&vocabulary_body, cli->value[OPTION_BODY])
		: -1;

	if (full < 0)
		return option_word(cli, OPTION_BODY, &vocabulary_body_short, body, why);
	*body = full;
	return ERR_NONE;
}

enum err meeting_read_body(const struct cli *cli, int *body, struct errmsg *why)
{
	if (!has_option(cli, OPTION_BODY))
		return errmsg_set(why, ERR_USAGE,
			"whose meeting is it? Give --body steering or --body working");
	return meeting_option_body(cli, body, why);
}

enum err meeting_find(const struct record *record, enum kind kind, const char *name,
	const char *typed, size_t *index, struct errmsg *why)
{
	size_t found = 0;

	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "%s: the id is not valid UTF-8", name);
	for (size_t i = 0; i < record_count(record, kind); i++) {
		const struct object *object = record_at(record, kind, i);
		if (!cli_id_begins(&object->id, typed))
			continue;
		*index = i;
		found++;
	}
	if (found == 1)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		found ? "%s: %.40s is the beginning of more than one id; give more of it"
		      : "%s: there is none with the id %.40s; its first eight signs are enough",
		name, typed);
}

enum err meeting_objective(const struct record *record, const char *name, const char *typed,
	size_t *index, struct errmsg *why)
{
	char *end;
	unsigned long number = strtoul(typed, &end, 10);

	if (*typed < '1' || *typed > '9' || *end || number > record->joint_objective_count)
		return errmsg_set(why, ERR_USAGE,
			"%s %.20s: there is no joint objective of that number; %d are recorded",
			name, typed, (int)record->joint_objective_count);
	*index = number - 1;
	return ERR_NONE;
}
