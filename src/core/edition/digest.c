/* SPDX-License-Identifier: MIT */
/*
 * Digests of what a joint edition rests on: of a respondent's ratings, of the weight of facts.
 * FNV-1a of 64 bits: it tells changes apart, it protects nothing.
 */
#include <rekindle/schema.h>
#include <rekindle/str.h>
#include "../score/basis.h"
#include "parts.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define PART_BEGINS ' '
#define WHOLE 1e9
#define BASIS UINT64_C(14695981039346656037)

static uint64_t mix(uint64_t digest, const void *bytes, size_t n)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < n; i++)
		digest = (digest ^ at[i]) * UINT64_C(1099511628211);
	return digest;
}

static uint64_t mix_number(uint64_t digest, double number)
{
	char text[40];
	int whole = number >= -WHOLE && number <= WHOLE ? (int)number : 0;

	/* most are, and are written the same in a fraction of the time */
	if (whole == number && !signbit(number) == (whole >= 0))
		snprintf(text, sizeof(text), "%d;", whole);
	else
		snprintf(text, sizeof(text), "%.17g;", number);
	return mix(digest, text, strlen(text));
}

/* With its end, so that "a", "b" is not "ab", "". */
static uint64_t mix_text(uint64_t digest, const char *text)
{
	return text ? mix(digest, text, strlen(text) + 1) : mix(digest, "\1", 1);
}

static uint64_t mix_answer(uint64_t digest, const struct record *rec, const struct answer *answer)
{
	digest = mix_text(digest, rec->instrument->items[answer->item].id);
	digest = mix_number(digest, answer->state);
	digest = mix_number(digest, answer->value.type);
	if (answer->value.type == VALUE_NUMBER)
		digest = mix_number(digest, answer->value.number);
	if (answer->value.type == VALUE_TEXT)
		digest = mix_text(digest, answer->value.text);
	for (int c = 0; answer->value.type == VALUE_SPLIT && c < CAUSE_COUNT; c++)
		digest = mix_number(digest, answer->value.split[c]);
	return digest;
}

static uint64_t mix_words(uint64_t digest, const struct answer *answer)
{
	digest = mix_text(digest, answer->text);
	digest = mix_text(digest, answer->comment);
	return mix_text(digest, answer->quote);
}

static uint64_t mix_route(uint64_t digest, const struct route *route)
{
	for (int i = 0; i < ROUTE_VALUES; i++)
		digest = mix_number(digest, route->value[i]);
	return digest;
}

static uint64_t mix_routes(uint64_t digest, const struct record *rec, int respondent)
{
	for (size_t i = 0; i < rec->route_count; i++)
		if (rec->routes[i].respondent == respondent)
			digest = mix_route(digest, &rec->routes[i]);
	return digest;
}

/* Is it a rating that counts, or a choice? What is written is neither, nor a rating of a question
 * that is not asked of the role. */
static bool is_chosen(const struct record *rec, int respondent, int item)
{
	enum item_kind kind = rec->instrument->items[item].kind;

	return kind == ITEM_RATED ? record_asked(rec, respondent, item) : kind != ITEM_TEXT;
}

/* Two people of the same ratings do not have the same. */
static uint64_t digest_ratings(const struct record *rec, int respondent)
{
	uint64_t digest = mix(BASIS, &rec->respondents[respondent].object.id, sizeof(struct uuid));

	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		const struct answer *answer = record_answer(rec, respondent, (int)i);

		if (answer && answer->state != STATE_BLANK && is_chosen(rec, respondent, (int)i))
			digest = mix_answer(digest, rec, answer);
	}
	return mix_routes(digest, rec, respondent);
}

/* As editions of before there were releases have it. */
static uint64_t digest_said(const struct record *rec, int respondent)
{
	const struct respondent *who = &rec->respondents[respondent];
	uint64_t digest = mix(BASIS, &rec->parties[who->party].object.id, sizeof(struct uuid));

	digest = mix_number(digest, who->role);
	digest = mix_number(digest, who->attribution);
	digest = mix_number(digest, who->consent);
	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		const struct answer *answer = record_answer(rec, respondent, (int)i);

		if (answer && answer->state != STATE_BLANK)
			digest = mix_words(mix_answer(digest, rec, answer), answer);
	}
	return mix_routes(digest, rec, respondent);
}

static const char *digest_text(struct pool *pool, const char *mark, uint64_t digest)
{
	return pool_printf(pool, "%s%016" PRIx64, mark, digest);
}

/* Nothing of it was answered: a dash. */
static void add_part(struct str *text, uint64_t digest, const struct tally *tally)
{
	bool counts = tally && !isnan(tally->value);

	if (digest == BASIS)
		str_add(text, " -");
	else
		str_addf(text, " %d:%d:%04x", counts ? tally->answered : 0, counts ? tally->sum : 0,
			(unsigned)((digest ^ digest >> 32) & 0xffff));
}

static bool is_of_part(const struct record *rec, int respondent, int item, int part)
{
	const struct item *is = &rec->instrument->items[item];

	return part < SCALE_COUNT ? (int)is->scale == part && is_chosen(rec, respondent, item)
				  : is->kind == ITEM_SPLIT;
}

static uint64_t digest_part(const struct record *rec, int respondent, int part)
{
	uint64_t digest = BASIS;

	if (part == PART_ROUTE)
		return mix_routes(digest, rec, respondent);
	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		const struct answer *answer = record_answer(rec, respondent, (int)i);

		if (answer && answer->state != STATE_BLANK &&
			is_of_part(rec, respondent, (int)i, part))
			digest = mix_answer(digest, rec, answer);
	}
	return digest;
}

const char *release_digest(struct pool *pool, const struct record *rec, int respondent)
{
	struct tally tally[SCALE_COUNT] = { { 0 } };
	struct str text;

	str_init(&text);
	str_add(&text, digest_text(pool, "", digest_ratings(rec, respondent)));
	tally_respondent(tally, rec, respondent);
	for (int part = 0; part < PART_COUNT; part++)
		add_part(&text, digest_part(rec, respondent, part),
			part < SCALE_COUNT ? &tally[part] : NULL);
	const char *digest = pool_strdup(pool, text.text);
	str_release(&text);
	return digest;
}

bool release_digest_of_words(const char *digest)
{
	return strlen(digest) > RELEASE_DIGEST && digest[RELEASE_DIGEST] != PART_BEGINS;
}

bool release_digest_has_parts(const char *digest)
{
	return strlen(digest) > RELEASE_DIGEST && digest[RELEASE_DIGEST] == PART_BEGINS;
}

bool release_digest_same(const struct record *rec, int respondent, const char *digest)
{
	struct pool pool = { 0 };
	bool said = digest && release_digest_of_words(digest);
	const char *now = said ? digest_text(&pool, RELEASE_SAID, digest_said(rec, respondent))
			       : release_digest(&pool, rec, respondent);
	bool whole = digest && (said || release_digest_has_parts(digest));
	bool same = digest &&
		(whole ? !strcmp(now, digest)
		       : strlen(digest) == RELEASE_DIGEST && !memcmp(now, digest, RELEASE_DIGEST));

	pool_release(&pool);
	return same;
}

const char *release_facts(struct pool *pool, const struct record *rec,
	const struct edition_view *view, const struct scores *scores)
{
	uint64_t digest = BASIS;

	for (int a = 0; a < ASPECT_COUNT; a++) {
		double evidence = scores->scale[a].evidence;

		if (view->scale[a] == WITHHELD_NOT)
			continue;
		digest = mix_text(digest, scale_info[a].id);
		digest = mix_number(digest, isnan(evidence) ? 0 : scores->scale[a].weight);
	}
	for (size_t i = 0; i < rec->route_count; i++)
		if (rec->routes[i].respondent < 0 && !view->route)
			digest = mix_route(digest, &rec->routes[i]);
	return digest_text(pool, "", digest);
}
