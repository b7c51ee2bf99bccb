/* SPDX-License-Identifier: MIT */
/*
 * How often an action comes again, as it is written.
 */
#include <rekindle/schema.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <rekindle/str.h>

#define WORDS_MOST 4 /* "2 weeks on tuesday" */
#define BYTES_MOST 32

static const struct unit {
	const char *one, *many; /* many NULL: there is no number of it */
	bool of_weekday;
} units[] = {
	{ "day", "days", false },
	{ "week", "weeks", true },
	{ "month", "months", false },
	{ "quarter", NULL, false },
	{ "half-year", NULL, false },
	{ "year", "years", false },
};

static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday" };

/* 0: more than there may be. */
static size_t split(char *text, const char *words[WORDS_MOST + 1])
{
	size_t count = 0;
	for (char *word; (word = strsep(&text, " ")) != NULL; words[count++] = word)
		if (count == WORDS_MOST)
			return 0;
	words[count] = NULL;
	return count;
}

/* 2 to 99, as a number is written. */
static bool is_number(const char *word)
{
	bool digits = isdigit((unsigned char)word[0]) && word[0] != '0' &&
		(!word[1] || (isdigit((unsigned char)word[1]) && !word[2]));
	return digits && !str_same(word, "1");
}

static const struct unit *unit_of(const char *word, bool many)
{
	for (size_t i = 0; word && i < sizeof(units) / sizeof(*units); i++) {
		const char *name = many ? units[i].many : units[i].one;
		if (name && !strcmp(name, word))
			return &units[i];
	}
	return NULL;
}

static bool is_weekday(const char *word)
{
	for (size_t i = 0; word && i < sizeof(weekdays) / sizeof(*weekdays); i++)
		if (!strcmp(weekdays[i], word))
			return true;
	return false;
}

bool recurrence_valid(const char *text)
{
	char copy[BYTES_MOST];
	const char *words[WORDS_MOST + 1];
	if ((size_t)snprintf(copy, sizeof(copy), "%s", text) >= sizeof(copy) || !split(copy, words))
		return false;
	bool many = is_number(words[0]);
	const char *const *rest = words + 1 + many;
	const struct unit *unit = unit_of(words[many], many);
	if (!unit || !*rest)
		return unit;
	return unit->of_weekday && !strcmp(rest[0], "on") && is_weekday(rest[1]) && !rest[2];
}
