/* SPDX-License-Identifier: MIT */
/*
 * A file for the other company, member by member: none of them is of what a single person said, or
 * of what the reviewers keep for themselves. Their names are those of rekindle-exchange(5).
 */
#include "planted.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "program.h"

#define NAMES_MOST 8
#define SEEDS_SHARED 10 /* some of these have a route entry */

/* The first is the list itself, the others are members of what is in it. */
static const struct {
	const char *what, *name[NAMES_MOST];
} kinds[] = {
	{ "a respondent", { "respondents", "respondent", "attribution", "consent", "minutes" } },
	{ "an answer", { "answers", "item", "comment", "quote", "quotable", "evidence", "flag" } },
	{ "a route entry",
		{ "route", "own_resources", "tradability", "closeness", "integration" } },
	{ "a quick note", { "notes", "filed" } },
	{ "a sheet", { "sheets", "written", "closes", "revoked" } },
	{ "a token", { "token" } },
};
#define KINDS (int)(sizeof(kinds) / sizeof(*kinds))

/* What the member of that name is of, an index of kinds; -1: it may be there. */
static int kind_of(const char *name, const char *owner)
{
	/* of the charter that is text about the work */
	if (!strcmp(name, "notes") && !strcmp(owner, "charter"))
		return -1;
	for (int kind = 0; kind < KINDS; kind++)
		for (int i = 0; i < NAMES_MOST && kinds[kind].name[i]; i++)
			if (!strcmp(name, kinds[kind].name[i]))
				return kind;
	return -1;
}

struct kept {
	int of_kind[KINDS], found;
	const char *name; /* the first, and its kind */
	int first;
};

/* Counts those that stand in the value, at any depth; owner: the member that it is of. */
static void find_kept(struct kept *kept, const json_t *value, const char *owner)
{
	const json_t *child;
	const char *name;
	size_t at;

	json_array_foreach(value, at, child) find_kept(kept, child, owner);
	json_object_foreach((json_t *)(uintptr_t)value, name, child)
	{
		int kind = kind_of(name, owner);
		if (kind >= 0 && !kept->found++) {
			kept->name = name;
			kept->first = kind;
		}
		if (kind >= 0)
			kept->of_kind[kind]++;
		find_kept(kept, child, name);
	}
}

void read_shared(struct reading *r, const char *json, const char *in)
{
	json_t *document = json_loads(json, 0, NULL);
	struct kept kept = { .found = 0 };

	if (!json_object_get(document, "assessments"))
		reading_break(r, "form: %s is no exchange file", in);
	find_kept(&kept, document, "");
	if (kept.found)
		reading_break(r, "shared: %s has %s: \"%s\", and %d members like it", in,
			kinds[kept.first].what, kept.name, kept.found - 1);
	json_decref(document);
}

/* A full copy of one alliance at random. */
static void export_plain(struct alliance_attacked *a, uint64_t seed, struct str *out)
{
	struct str words;
	char id[40];

	alliance_make(a, seed);
	alliance_write(a, NULL, 0, out);
	inside_fresh();
	str_init(&words);
	const char *path = inside_file("plain.json");
	FILE *file = fopen(path, "w");
	if (!file || fwrite(out->text, 1, out->len, file) != out->len)
		abort();
	fclose(file);
	str_addf(&words, "import\n%s", path);
	inside_run(out, words.text);
	round_id(a, 0, id);
	str_clear(&words);
	str_addf(&words, "export\n%s", id);
	inside_run(out, words.text);
	str_release(&words);
}

int shared_all(struct alliance_attacked *a, struct reading *r)
{
	struct kept kept = { .found = 0 };
	struct str out;
	int told = 0, missed = 0;

	str_init(&out);
	for (uint64_t seed = 1; seed <= SEEDS_SHARED; seed++) {
		export_plain(a, seed, &out);
		reading_begin(r, a);
		read_shared(r, out.text, "plain");
		told += strstr(r->broken.text, "shared: ") != NULL;
		reading_end(r);
		json_t *document = json_loads(out.text, 0, NULL);
		find_kept(&kept, document, "");
		json_decref(document);
	}
	str_release(&out);
	for (int kind = 0; kind < KINDS; kind++)
		if (!kept.of_kind[kind]) {
			printf("shared: %s of full copies is not found\n", kinds[kind].what);
			missed++;
		}
	printf("%d of %d full copies are no share files\n", told, SEEDS_SHARED);
	return missed || told < SEEDS_SHARED ? 1 : 0;
}
