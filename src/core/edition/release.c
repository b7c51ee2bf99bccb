/* SPDX-License-Identifier: MIT */
/*
 * A joint edition beside those that were handed out before (rekindle-method(7), section 9.4).
 */
#include "parts.h"
#include <rekindle/schema.h>

#include <stdlib.h>
#include <string.h>

/* How many of a party were added, changed or are gone since a release; its id is none where that is
 * not known. */
struct side {
	struct uuid party;
	int changed;
};

struct sides {
	struct pool pool;
	struct side *list; /* those of the record first */
	size_t count;
};

static struct side *side_of(struct sides *sides, const struct uuid *party)
{
	for (size_t i = 0; i < sides->count; i++)
		if (uuid_same(&sides->list[i].party, party))
			return &sides->list[i];
	struct side *side = POOL_APPEND(&sides->pool, sides->list, sides->count);
	*side = (struct side){ *party, 0 };
	return side;
}

static void count_change(struct sides *sides, const struct uuid *party)
{
	side_of(sides, party)->changed++;
}

static const struct uuid *party_of(const struct record *rec, int respondent)
{
	return &rec->parties[rec->respondents[respondent].party].object.id;
}

/* Index of who it is about, -1: has no data any more, or is nobody any more. */
static int find_heard(const struct record *rec, const struct release_rating *rating)
{
	int who = uuid_none(&rating->respondent)
		? -1
		: record_find(rec, KIND_RESPONDENT, &rating->respondent);

	return who >= 0 && record_has_data(rec, who) ? who : -1;
}

/* Who is of another party now is gone from the one and new to the other. */
static void compare(struct sides *sides, const struct record *rec,
	const struct release_rating *rating, bool *seen)
{
	int who = find_heard(rec, rating);

	if (who < 0) {
		count_change(sides, &rating->party);
		return;
	}
	const struct uuid *party = party_of(rec, who);
	bool moved = !uuid_none(&rating->party) && !uuid_same(&rating->party, party);
	seen[who] = true;
	if (moved)
		count_change(sides, &rating->party);
	if (moved || !release_digest_same(rec, who, rating->digest))
		count_change(sides, party);
}

static void compare_all(
	struct sides *sides, const struct record *known, int release, const struct record *rec)
{
	bool *seen = pool_alloc(&sides->pool, rec->respondent_count + 1);

	for (size_t p = 0; p < rec->party_count; p++)
		side_of(sides, &rec->parties[p].object.id);
	for (size_t i = 0; i < known->release_rating_count; i++)
		if (known->release_ratings[i].release == release)
			compare(sides, rec, &known->release_ratings[i], seen);
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (!seen[r] && record_has_data(rec, (int)r))
			count_change(sides, party_of(rec, (int)r));
}

static bool nobody(const struct sides *sides)
{
	for (size_t i = 0; i < sides->count; i++)
		if (sides->list[i].changed)
			return false;
	return true;
}

/* Is there a party of which somebody, but too few, changed? Those of whom nobody can say of which
 * party they are may be of any. */
static bool find_few(const struct sides *sides, size_t parties)
{
	bool unknown = false;

	for (size_t i = 0; i < sides->count; i++) {
		const struct side *side = &sides->list[i];

		if (uuid_none(&side->party))
			unknown = true;
		else if (side->changed && side->changed < EDITION_CHANGED_MIN)
			return true;
	}
	for (size_t i = 0; unknown && i < parties; i++)
		if (sides->list[i].changed < EDITION_CHANGED_MIN)
			return true;
	return false;
}

/* One of before anybody was heard has handed out nothing that people said: it counts for none. */
static bool has_people(const struct record *known, int release)
{
	for (size_t i = 0; i < known->release_rating_count; i++)
		if (known->release_ratings[i].release == release)
			return true;
	return false;
}

static bool is_of(const struct record *rec, const struct record *known, size_t release)
{
	return uuid_same(&known->releases[release].round, &rec->assessment.object.id) &&
		has_people(known, (int)release);
}

static bool anybody_heard(const struct record *rec)
{
	for (size_t i = 0; i < rec->respondent_count; i++)
		if (record_has_data(rec, (int)i))
			return true;
	return false;
}

static bool is_later(const struct release *a, const struct release *b)
{
	return a->at != b->at ? a->at > b->at
			      : memcmp(&a->object.id, &b->object.id, sizeof(struct uuid)) > 0;
}

/* Index of the last of the round, -1 none. */
static int find_last(const struct record *known, const struct record *rec)
{
	int last = -1;

	for (size_t i = 0; i < known->release_count; i++)
		if (is_of(rec, known, i) &&
			(last < 0 || is_later(&known->releases[i], &known->releases[last])))
			last = (int)i;
	return last;
}

/* Is it one whose digests are of words too? Only as the last one it counts: a newer one has been
 * held against it. */
static bool is_of_words(const struct record *known, int release)
{
	for (size_t i = 0; i < known->release_rating_count; i++) {
		const struct release_rating *rating = &known->release_ratings[i];

		if (rating->release == release && rating->digest &&
			release_digest_of_words(rating->digest))
			return true;
	}
	return false;
}

/* Was a side heard of which it takes more today? */
static bool rests_on_few(const struct record *known, int release)
{
	struct sides sides = { 0 };
	bool few = false;

	for (size_t i = 0; i < known->release_rating_count; i++)
		if (known->release_ratings[i].release == release)
			count_change(&sides, &known->release_ratings[i].party);
	for (size_t i = 0; i < sides.count; i++)
		few = few || sides.list[i].changed < EDITION_VALUE_MIN;
	pool_release(&sides.pool);
	return few;
}

/* What has become of the ratings since a release. */
enum since { SINCE_SAME, SINCE_ENOUGH, SINCE_FEW };

static enum since since(const struct record *known, int release, const struct record *rec)
{
	struct sides sides = { 0 };

	compare_all(&sides, known, release, rec);
	bool same = nobody(&sides), few = find_few(&sides, rec->party_count);
	pool_release(&sides.pool);
	return same ? SINCE_SAME : few ? SINCE_FEW : SINCE_ENOUGH;
}

/* Beside every one that has been handed out. */
static bool allowed(const struct record *known, int last, const struct record *rec,
	const struct edition_view *view)
{
	for (size_t i = 0; i < known->release_count; i++)
		if (is_of(rec, known, i) && ((int)i == last || !is_of_words(known, (int)i)) &&
			(since(known, (int)i, rec) == SINCE_FEW ||
				!parts_open(known, (int)i, rec, view)))
			return false;
	return true;
}

/* One of before all figures were kept is made whole by one of the same ratings, unless facts weigh
 * differently by now: a score of half ratings beside one of three quarters of the same ratings
 * gives the ratings. */
static bool completes(const struct release *last, const struct record *rec,
	const struct edition_view *view, const struct scores *scores)
{
	struct pool pool = { 0 };
	bool same = last->facts && !strcmp(last->facts, release_facts(&pool, rec, view, scores));

	pool_release(&pool);
	return same && !release_is_whole(rec, last->printed);
}

void release_look(struct release_look *look, const struct record *known, const struct record *rec,
	const struct edition_view *view, const struct scores *scores)
{
	int last = find_last(known, rec);
	enum since then = last < 0 ? SINCE_ENOUGH : since(known, last, rec);
	bool anew = !view->facts_only && anybody_heard(rec) && allowed(known, last, rec, view) &&
		(then != SINCE_SAME || completes(&known->releases[last], rec, view, scores));

	*look = (struct release_look){ .print = -1, .news = anew };
	if (last < 0 || anew || (view->facts_only && rests_on_few(known, last)))
		return;
	look->print = last;
	look->again = then != SINCE_SAME;
	look->at = known->releases[last].at;
}

/* By party, then by digest: what number somebody has says nothing of them. */
static int by_digest(const void *a, const void *b)
{
	const struct release_rating *x = a, *y = b;
	int parties = memcmp(&x->party, &y->party, sizeof(struct uuid));

	return parties ? parties : strcmp(x->digest, y->digest);
}

void release_add(struct record *to, const struct record *rec, const struct edition_view *view,
	const struct scores *scores, int64_t at)
{
	struct release *release = record_add(to, KIND_RELEASE);
	size_t first = to->release_rating_count;

	release->round = rec->assessment.object.id;
	release->at = at;
	release->facts = release_facts(&to->pool, rec, view, scores);
	release->printed = release_figures(&to->pool, rec, view);
	for (size_t r = 0; r < rec->respondent_count; r++) {
		if (!record_has_data(rec, (int)r))
			continue;
		struct release_rating *rating = record_add(to, KIND_RELEASE_RATING);
		rating->release = (int)to->release_count - 1;
		rating->respondent = rec->respondents[r].object.id;
		rating->party = *party_of(rec, (int)r);
		rating->digest = release_digest(&to->pool, rec, (int)r);
	}
	size_t count = to->release_rating_count - first;
	if (count)
		qsort(&to->release_ratings[first], count, sizeof(*to->release_ratings), by_digest);
	for (size_t i = 0; i < count; i++)
		to->release_ratings[first + i].number = (int)i + 1;
}
