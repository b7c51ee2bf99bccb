/* SPDX-License-Identifier: MIT */
/*
 * The memory of joint editions (rekindle-method(7), section 9): a digest of each respondent as the
 * last one saw it, and whether a next one would tell, beside it, what single respondents said.
 */
#include <stdio.h>
#include <string.h>
#include <rekindle/words.h>
#include "store_private.h"

#define DAY_MS 86400000

/* FNV-1a of 64 bits: it tells changes apart, it protects nothing. */
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

static int64_t digest_respondent(const struct record *rec, int respondent)
{
	const struct respondent *who = &rec->respondents[respondent];
	uint64_t digest = UINT64_C(14695981039346656037);

	digest = mix(digest, &rec->parties[who->party].object.id, sizeof(struct uuid));
	digest = mix_number(digest, who->role);
	digest = mix_number(digest, who->attribution);
	digest = mix_number(digest, who->consent);
	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		const struct answer *answer = record_answer(rec, respondent, (int)i);

		if (answer && answer->state != STATE_BLANK)
			digest = mix_answer(digest, rec, answer);
	}
	for (size_t i = 0; i < rec->route_count; i++)
		if (rec->routes[i].respondent == respondent)
			digest = mix_route(digest, &rec->routes[i]);
	return (int64_t)digest;
}

/*
 * How much the facts weigh in each withheld score. A score of half ratings beside one of three
 * quarters of the same ratings gives the ratings; other facts of the same weight do not.
 */
static int64_t digest_facts(
	const struct record *rec, const struct edition_view *view, const struct scores *scores)
{
	uint64_t digest = UINT64_C(14695981039346656037);

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
	return (int64_t)digest;
}

static int count_heard(const struct record *rec)
{
	int n = 0;

	for (size_t r = 0; r < rec->respondent_count; r++)
		n += record_has_data(rec, (int)r);
	return n;
}

/* One remembered row against what is there now; whether it is somebody who is still heard. */
static bool compare(struct store_edition *edition, const struct record *rec, const struct uuid *id,
	int64_t digest, int64_t facts)
{
	static const struct uuid none;
	int respondent;

	if (uuid_same(id, &none)) {
		edition->reweighed = digest != facts;
		return false;
	}
	respondent = record_find(rec, KIND_RESPONDENT, id);
	edition->changed += respondent < 0 || digest_respondent(rec, respondent) != digest;
	return respondent >= 0 && record_has_data(rec, respondent);
}

static enum err look_back(struct store *store, const struct record *rec, int64_t facts,
	struct store_edition *edition, struct errmsg *why)
{
	struct query *query;
	bool row = true;
	int heard_before = 0;
	enum err err =
		statement_bind(store, EDITION_LIST, &query, why, "b", &rec->assessment.object.id);

	*edition = (struct store_edition){ 0 };
	while (!err && (err = query_step(query, &row, why)) == ERR_NONE && row) {
		struct uuid id = column_uuid(query, 0);

		edition->at = column_whole(query, 2);
		heard_before += compare(edition, rec, &id, column_whole(query, 1), facts);
	}
	if (edition->at)
		edition->changed += count_heard(rec) - heard_before;
	return err;
}

enum err store_last_edition(struct store *store, const struct record *rec,
	const struct edition_view *view, const struct scores *scores, struct store_edition *edition,
	struct errmsg *why)
{
	return look_back(store, rec, digest_facts(rec, view, scores), edition, why);
}

enum err store_edition_allowed(const struct store_edition *edition, struct errmsg *why)
{
	struct pool pool = { 0 };

	if (!edition->at || edition->changed >= EDITION_CHANGED_MIN ||
		(!edition->changed && !edition->reweighed))
		return ERR_NONE;
	int day = (int)(edition->at / DAY_MS);
	errmsg_set(why, ERR_FAILED, "%s",
		edition->changed
			? words(&pool, W_NO_EDITION_FEW, hole_day("day", day, DAY_LONG),
				  hole_count("n", edition->changed),
				  hole_count("least", EDITION_CHANGED_MIN))
			: words(&pool, W_NO_EDITION_REWEIGHED, hole_day("day", day, DAY_LONG),
				  hole_count("least", EDITION_CHANGED_MIN)));
	pool_release(&pool);
	return ERR_FAILED;
}

static enum err remember(
	struct store *store, const struct record *rec, int64_t facts, struct errmsg *why)
{
	static const struct uuid none;
	const struct uuid *round = &rec->assessment.object.id;
	int64_t now = clock_ms();
	enum err err = statement_run(store, EDITION_CLEAR, why, "b", round);

	if (!err)
		err = statement_run(store, EDITION_PUT, why, "bbii", round, &none, facts, now);
	for (size_t r = 0; !err && r < rec->respondent_count; r++)
		if (record_has_data(rec, (int)r))
			err = statement_run(store, EDITION_PUT, why, "bbii", round,
				&rec->respondents[r].object.id, digest_respondent(rec, (int)r),
				now);
	return err;
}

enum err store_keep_edition(struct store *store, const struct record *rec,
	const struct edition_view *view, const struct scores *scores, struct errmsg *why)
{
	int64_t facts = digest_facts(rec, view, scores);
	struct store_edition last;
	bool own;
	enum err err = store_last_edition(store, rec, view, scores, &last, why);

	if (!err)
		err = store_edition_allowed(&last, why);
	if (err || engine_read_only(store->engine))
		return err;
	err = change_begin(store, 0, 0, &own, why);
	return err ? err : change_end(store, own, remember(store, rec, facts, why), why);
}
