/* SPDX-License-Identifier: MIT */
/*
 * The assessment that a user means: by UUID, by the start of one, by the name of its alliance.
 */
#include "store_private.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <uninorm.h>

#include <rekindle/bin.h>
#include <rekindle/words.h>

#define PREFIX_MIN 4
#define DIGITS 32
#define NAMED 5 /* candidates that a message lists */

struct candidate {
	int64_t assessment;
	struct uuid id;
	const char *name, *title;
};

struct candidates {
	enum round_wanted wanted;
	struct pool pool;
	struct candidate *list;
	size_t count;
};

bool find_range(const char *text, struct uuid *low, struct uuid *high)
{
	int digits = 0;
	memset(low, 0, sizeof(*low));
	memset(high, 0xff, sizeof(*high));
	for (; *text; text++) {
		if (*text == '-')
			continue;
		if (!isxdigit((unsigned char)*text) || digits == DIGITS)
			return false;
		int lower = tolower((unsigned char)*text);
		int value = lower >= 'a' ? lower - 'a' + 10 : lower - '0';
		int shift = digits % 2 ? 0 : 4;
		unsigned char *from = &low->byte[digits / 2], *to = &high->byte[digits / 2];
		*from = (unsigned char)(*from | value << shift);
		*to = (unsigned char)(*to & ~((15 - value) << shift));
		digits++;
	}
	return digits >= PREFIX_MIN;
}

static void add(struct candidates *found, struct candidate candidate)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->list[i].assessment == candidate.assessment)
			return;
	*POOL_APPEND(&found->pool, found->list, found->count) = candidate;
}

static enum err find_prefix(
	struct store *store, const char *text, struct candidates *found, struct errmsg *why)
{
	struct uuid low, high;
	struct query *query;
	bool more = true;
	if (!find_range(text, &low, &high))
		return ERR_NONE;
	enum err err = statement_bind(store, FIND_BY_ID, &query, why, "bb", &low, &high);
	while (!err && !(err = query_step(query, &more, why)) && more)
		add(found,
			(struct candidate){ .assessment = column_whole(query, 0),
				.id = column_uuid(query, 1),
				.name = column_text(query, 2, &found->pool),
				.title = column_text(query, 3, &found->pool) });
	return err;
}

static bool plain(const char *text)
{
	while (*text && (unsigned char)*text < 0x80)
		text++;
	return !*text;
}

bool find_same_name(const char *a, const char *b)
{
	int result = 1;
	if (plain(a) && plain(b))
		return !strcasecmp(a, b);
	return u8_casecmp((const uint8_t *)a, strlen(a), (const uint8_t *)b, strlen(b), NULL,
		       UNINORM_NFC, &result) == 0 &&
		result == 0;
}

/* The newest round of an alliance of those wanted, with assessment 0 when it has none at all. */
static enum err newest(struct store *store, int64_t alliance, struct candidate *candidate,
	struct candidates *among, struct errmsg *why)
{
	struct pool *pool = &among->pool;
	int64_t pulse = among->wanted == WANT_PULSE || among->wanted == WANT_OPEN_PULSE;
	int64_t open = among->wanted == WANT_OPEN_FULL || among->wanted == WANT_OPEN_PULSE;
	struct query *query;
	bool found = false;
	enum err err = statement_bind(store, FIND_NEWEST, &query, why, "iiii", alliance,
		(int64_t)ROUND_PULSE, pulse, open);
	if (!err)
		err = query_step(query, &found, why);
	if (found) {
		candidate->assessment = column_whole(query, 0);
		candidate->id = column_uuid(query, 1);
		candidate->title = column_text(query, 2, pool);
		query_reset(query);
	}
	return err;
}

/* Alliances of that name; text NULL: the first few of all. */
static enum err find_name(
	struct store *store, const char *text, struct candidates *found, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, FIND_NAMES, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct candidate candidate = { 0 };
		const char *name = column_text(query, 1, NULL);
		if (text ? !find_same_name(text, name) : found->count > NAMED)
			continue;
		err = newest(store, column_whole(query, 0), &candidate, found, why);
		candidate.name = pool_strdup(&found->pool, name);
		if (!err && candidate.assessment)
			add(found, candidate);
	}
	return err;
}

/* "1a2b3c4d Phoenix & GenTech, baseline; …" */
static void name_candidates(struct str *out, const struct candidates *found)
{
	char id[UUID_TEXT];
	for (size_t i = 0; i < found->count && i < NAMED; i++) {
		const struct candidate *c = &found->list[i];
		str_addf(out, "%s%.13s %.60s", i ? "; " : "", uuid_text(&c->id, id), c->name);
		if (c->title)
			str_addf(out, ", %.40s", c->title);
	}
	if (found->count > NAMED)
		str_add(out, "; and more");
}

/* There is no assessment at all: what was deleted can be brought back. */
static enum err refuse_all(struct store *store, const char *text, struct errmsg *why)
{
	struct pool pool = { 0 };
	size_t binned;
	enum err err = store_bin_alliances(store, &binned, why);
	if (!err)
		err = errmsg_set(why, ERR_USAGE, "nothing is called \"%.80s\": %s", text,
			binned ? words(&pool, W_BIN_HAS_ALL, hole_count("n", (int)binned))
			       : "there is no assessment yet");
	pool_release(&pool);
	return err;
}

static enum err refuse(
	struct store *store, const char *text, struct candidates *found, struct errmsg *why)
{
	struct str names;
	bool none = !found->count;
	enum err err = none ? find_name(store, NULL, found, why) : ERR_NONE;
	if (err)
		return err;
	str_init(&names);
	name_candidates(&names, found);
	if (!found->count)
		err = refuse_all(store, text, why);
	else
		err = errmsg_set(why, ERR_USAGE,
			none ? "no assessment is called \"%.80s\"; there is: %s"
			     : "\"%.80s\" can mean more than one assessment: %s",
			text, names.text);
	str_release(&names);
	return err;
}

enum err store_find(struct store *store, const char *text, int64_t *assessment, struct errmsg *why)
{
	return store_find_round(store, text, WANT_FULL, assessment, why);
}

enum err store_find_round(struct store *store, const char *text, enum round_wanted wanted,
	int64_t *assessment, struct errmsg *why)
{
	struct candidates found = { .wanted = wanted };
	*assessment = 0;
	enum err err = find_prefix(store, text, &found, why);
	if (!err && !(found.count == 1 && uuid_parse(text, &(struct uuid){ { 0 } })))
		err = find_name(store, text, &found, why);
	if (!err && found.count == 1)
		*assessment = found.list[0].assessment;
	else if (!err)
		err = refuse(store, text, &found, why);
	pool_release(&found.pool);
	return err;
}

enum err store_find_sheet(
	struct store *store, const struct uuid *token, int64_t *assessment, struct errmsg *why)
{
	return statement_number(store, FIND_SHEET, assessment, why, "b", token);
}

enum err store_round_id(
	struct store *store, int64_t assessment, struct uuid *id, struct errmsg *why)
{
	return row_id_of(store, KIND_ASSESSMENT, assessment, id, why);
}
