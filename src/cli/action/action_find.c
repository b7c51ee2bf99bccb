/* SPDX-License-Identifier: MIT */
/*
 * Which action of a plan is meant.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "../record/record_commands.h"

#define DIGITS_MOST 9 /* what is longer is no number of an action */

static bool is_number(const char *typed)
{
	size_t n = strlen(typed);

	return n && n <= DIGITS_MOST && strspn(typed, "0123456789") == n;
}

static bool has_number(
	const struct record *record, const struct planned_action *planned, const char *typed)
{
	(void)record;
	return is_number(typed) && planned->number == atoi(typed);
}

static bool is_of_library(
	const struct record *record, const struct planned_action *planned, const char *typed)
{
	const char *library = record->actions[planned->stored].library;

	return library && strcmp(library, typed) == 0;
}

static bool has_id(
	const struct record *record, const struct planned_action *planned, const char *typed)
{
	return cli_id_begins(&record->actions[planned->stored].object.id, typed);
}

enum err action_find(const struct record *record, const struct plan *plan, const char *typed,
	size_t *place, struct errmsg *why)
{
	static bool (*const meant[])(const struct record *, const struct planned_action *,
		const char *) = { has_number, is_of_library, has_id };
	size_t found = 0;

	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "the action %s is not valid UTF-8", typed);
	for (size_t way = 0; !found && way < sizeof(meant) / sizeof(*meant); way++)
		for (size_t i = 0; i < plan->action_count; i++)
			if (meant[way](record, &plan->actions[i], typed)) {
				*place = i;
				found++;
			}
	if (found == 1)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		found ? "%.60s is the beginning of more than one id; give more of it, or the "
			"number that rekindle plan shows"
		      : "there is no action %.60s in this plan; rekindle plan shows their numbers",
		typed);
}
