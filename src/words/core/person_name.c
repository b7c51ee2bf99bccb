/* SPDX-License-Identifier: MIT */
/*
 * The short name of a person: so much of the given name that nobody else of the alliance has the
 * same.
 */
#include <string.h>

#include <rekindle/str.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

/* A name without blanks at its ends. */
static const char *trimmed(struct pool *pool, const char *name)
{
	size_t n;

	while (*name == ' ')
		name++;
	n = strlen(name);
	while (n && name[n - 1] == ' ')
		n--;
	return pool_strndup(pool, name, n);
}

/* Does a letter begin here of a script that has capitals and puts the given name first: Latin,
 * Greek, Cyrillic? */
static bool begins_given_name(const char *name)
{
	unsigned char first = (unsigned char)*name;

	return (first >= 'A' && first <= 'Z') || (first >= 0xC3 && first <= 0xD4);
}

/* "Given family", so that the given name may be cut: no "Weber, Anna", no "Dr. Weber", no
 * "Sales (night shift)", no "Reporting line". */
static bool can_be_cut(const char *name, const char *surname)
{
	const char *last = strrchr(name, ' ');

	return surname != name && last && begins_given_name(name) && begins_given_name(last + 1) &&
		!strpbrk(name, ",.()/&0123456789");
}

/* How many signs of the given name two names begin alike with. */
static int signs_alike(const char *a, const char *b, const char *surname)
{
	int signs = 0;

	while (a < surname && utf8_grapheme(a) == utf8_grapheme(b) &&
		!memcmp(a, b, utf8_grapheme(a))) {
		a += utf8_grapheme(a);
		b += utf8_grapheme(b);
		signs++;
	}
	return signs;
}

/* Signs of the given name that tell this person from the others of that surname, at least one. */
static int signs_needed(
	struct pool *pool, const struct record *rec, const char *name, const char *surname)
{
	int needed = 1;

	for (size_t i = 0; i < rec->person_count; i++) {
		if (str_blank(rec->people[i].name))
			continue;
		const char *other = trimmed(pool, rec->people[i].name);

		if (!strcmp(other, name) || strcmp(record_surname(other), surname))
			continue;
		int alike = signs_alike(name, other, surname);
		needed = alike + 1 > needed ? alike + 1 : needed;
	}
	return needed;
}

const char *words_person_short(
	struct pool *pool, const struct record *rec, int person, bool unbroken)
{
	const struct person *who = &rec->people[person];

	if (str_blank(who->name))
		return words_role(who->role);
	const char *name = trimmed(pool, who->name), *surname = record_surname(name), *end = name;
	if (!can_be_cut(name, surname))
		return name;
	for (int signs = signs_needed(pool, rec, name, surname); signs > 0; signs--)
		end += *end ? utf8_grapheme(end) : 0;
	if (end + 2 >= surname)
		return name; /* the whole given name: a stop would save nothing */
	return words(pool, unbroken ? W_PERSON_SHORT_UNBROKEN : W_PERSON_SHORT,
		hole_text("initial", pool_strndup(pool, name, (size_t)(end - name))),
		hole_text("surname", surname));
}
