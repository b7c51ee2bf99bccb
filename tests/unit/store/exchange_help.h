/* SPDX-License-Identifier: MIT */
/*
 * What the suites of exchange share: documents from files and from texts with single quotes.
 */
#ifndef EXCHANGE_HELP_H
#define EXCHANGE_HELP_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/exchange.h>
#include <rekindle/schema.h>

/* The text with ' for ", so that JSON can be written in C. */
static inline char *json_of(const char *text)
{
	char *out = mem_strdup(text);
	for (char *p = out; *p; p++)
		if (*p == '\'')
			*p = '"';
	return out;
}

static inline char *file_text(const char *path)
{
	FILE *in = fopen(path, "rb");
	ck_assert_msg(in != NULL, "%s cannot be opened", path);
	struct str text;
	str_init(&text);
	char buffer[4096];
	for (size_t n; (n = fread(buffer, 1, sizeof(buffer), in)) > 0;)
		str_addn(&text, buffer, n);
	fclose(in);
	return str_detach(&text);
}

static inline void read_ok(const char *text, struct exchange *out)
{
	struct errmsg why = { "" };
	enum err err = exchange_read(text, strlen(text), "file.json", out, &why);
	ck_assert_msg(err == ERR_NONE, "%s", why.text);
}

/* With ' for " */
static inline void read_quoted(const char *text, struct exchange *out)
{
	char *json = json_of(text);
	read_ok(json, out);
	free(json);
}

/* Random histories: as many as are quick, of a fixed seed; a sweep says HISTORIES, from SWEEP_SEED
 * on. */
static inline void add_histories(TCase *tests, const TTest *test, int count)
{
	const char *seed = getenv("SWEEP_SEED"), *most = getenv("HISTORIES");
	int first = seed ? atoi(seed) : 0;
	tcase_add_loop_test(tests, test, first, first + (most ? atoi(most) : count));
}

#define ITEM "strategy.rationale.1"
#define PARTIES "'parties': [{'id': 'a', 'name': 'Apex'}, {'id': 'b', 'name': 'Borealis'}]"
/* A document around the members of an assessment. */
#define ROUND(members)                                                                             \
	"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES "},\n"                              \
	"'assessments': [{'id': 'one', 'date': '2026-11-20',\n"                                    \
	"'respondents': [{'id': 'r1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},\n"          \
	"{'id': 'r2', 'party': 'b', 'role': 'manager'}],\n" members "}]}"

#endif
