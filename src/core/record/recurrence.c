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

/* Words for what is counted, and for a unit by itself. */
static const struct {
	const char *typed, *means;
} synonyms[] = {
	{ "daily", "day" },
	{ "weekly", "week" },
	{ "fortnightly", "2 weeks" },
	{ "monthly", "month" },
	{ "quarterly", "quarter" },
	{ "yearly", "year" },
	{ "second", "2" },
	{ "other", "2" },
	{ "third", "3" },
	{ "fourth", "4" },
	{ "two", "2" },
	{ "three", "3" },
	{ "four", "4" },
	{ "six", "6" },
};

static const char *means(const char *word)
{
	for (size_t i = 0; i < sizeof(synonyms) / sizeof(*synonyms); i++)
		if (!strcmp(synonyms[i].typed, word))
			return synonyms[i].means;
	return word;
}

/* Lower case, without "every". */
static const char *plain(char *copy, size_t size, const char *text)
{
	size_t n = 0;
	for (; *text && n + 1 < size; text++)
		if (*text != ' ' || (n && copy[n - 1] != ' '))
			copy[n++] = (char)tolower((unsigned char)*text);
	while (n && copy[n - 1] == ' ')
		n--;
	copy[n] = '\0';
	return *text ? NULL : !strncmp(copy, "every ", 6) ? copy + 6 : copy;
}

/* "tuesday", "2 tuesday": of a day of the week, weeks are counted. */
static const char *on_weekday(struct pool *pool, const char *number, const char *day)
{
	return number ? pool_printf(pool, "%s weeks on %s", number, day)
		      : pool_printf(pool, "week on %s", day);
}

/* "second month": the unit is written in the plural. */
static const char *with_number(struct pool *pool, const char *number, const char *unit)
{
	const struct unit *one = unit_of(unit, false);
	return one && one->many ? pool_printf(pool, "%s %s", number, one->many)
				: pool_printf(pool, "%s %s", number, unit);
}

const char *recurrence_read(struct pool *pool, const char *text)
{
	char copy[2 * BYTES_MOST], *rest = copy;
	const char *words[WORDS_MOST + 1];
	const char *at = plain(copy, sizeof(copy), text);
	if (!at || recurrence_valid(at))
		return at ? pool_strdup(pool, at) : NULL;
	rest = copy + (at - copy);
	size_t count = split(rest, words);
	for (size_t i = 0; i < count; i++)
		words[i] = means(words[i]);
	const char *read = count == 1 && is_weekday(words[0]) ? on_weekday(pool, NULL, words[0])
		: count == 1                                  ? words[0]
		: count == 2 && is_weekday(words[1])          ? on_weekday(pool, words[0], words[1])
		: count == 2 ? with_number(pool, words[0], words[1])
		: count == 4
		? pool_printf(pool, "%s on %s", with_number(pool, words[0], words[1]), words[3])
		: "";
	return recurrence_valid(read) ? pool_strdup(pool, read) : NULL;
}
