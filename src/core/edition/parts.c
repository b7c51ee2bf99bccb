/* SPDX-License-Identifier: MIT */
/*
 * A new release beside an earlier one, part by part: roles are asked different questions, so that
 * of three people who changed one may be the only one with a value of a scale.
 */
#include <stdio.h>
#include <string.h>
#include <rekindle/schema.h>
#include "parts.h"
#include "edition.h"
#include "printed.h"
#include "span.h"

#define HALF_A_DECIMAL (0.5 / EDITION_PARTS) /* by which a printed value is not what it was */

/* Somebody of a party who said something else then than now; NULL: was not heard. */
struct changed {
	struct uuid party;
	const char *then, *now; /* digests */
};

struct changes {
	struct pool pool;
	struct changed *list;
	size_t count;
	struct changed *kept; /* who say the same; both digests are one */
	size_t kept_count;
	struct uuid *forgotten; /* the parties of those of whom nothing is known any more */
	size_t forgotten_count;
	bool unknown; /* the release does not tell parts apart */
};

static void add_changed(
	struct changes *changes, const struct uuid *party, const char *then, const char *now)
{
	struct changed one = { *party, then, now };

	if (str_same(then, now))
		*POOL_APPEND(&changes->pool, changes->kept, changes->kept_count) = one;
	else
		*POOL_APPEND(&changes->pool, changes->list, changes->count) = one;
}

static const char *digest_now(struct changes *changes, const struct record *rec, int who)
{
	return release_digest(&changes->pool, rec, who);
}

static void add_rating(struct changes *changes, const struct record *rec,
	const struct release_rating *rating, bool *seen)
{
	int who = record_find(rec, KIND_RESPONDENT, &rating->respondent);

	if (uuid_none(&rating->respondent) || !rating->digest) {
		*POOL_APPEND(&changes->pool, changes->forgotten, changes->forgotten_count) =
			rating->party;
		return;
	}
	if (!release_digest_has_parts(rating->digest)) {
		changes->unknown = true;
		return;
	}
	if (who < 0 || !record_has_data(rec, who)) {
		add_changed(changes, &rating->party, rating->digest, NULL);
		return;
	}
	const struct uuid *party = &rec->parties[rec->respondents[who].party].object.id;
	bool stays = uuid_same(party, &rating->party);
	seen[who] = true;
	if (!stays)
		add_changed(changes, &rating->party, rating->digest, NULL);
	add_changed(changes, party, stays ? rating->digest : NULL, digest_now(changes, rec, who));
}

static void find_changes(
	struct changes *changes, const struct record *known, int release, const struct record *rec)
{
	*changes = (struct changes){ 0 };
	bool *seen = pool_alloc(&changes->pool, rec->respondent_count + 1);

	for (size_t i = 0; i < known->release_rating_count; i++)
		if (known->release_ratings[i].release == release)
			add_rating(changes, rec, &known->release_ratings[i], seen);
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (!seen[r] && record_has_data(rec, (int)r))
			add_changed(changes, &rec->parties[rec->respondents[r].party].object.id,
				NULL, digest_now(changes, rec, (int)r));
}

/* Where part stands in a digest: behind so many blanks. */
static const char *find_part(const char *digest, int part)
{
	for (int i = 0; digest && i <= part; i++) {
		digest = strchr(digest, ' ');
		digest += digest != NULL;
	}
	return digest && *digest != '-' ? digest : NULL;
}

static bool same_part(const struct changed *changed, int part)
{
	const char *then = find_part(changed->then, part), *now = find_part(changed->now, part);
	size_t n = then ? strcspn(then, " ") : 0;

	return then && now ? n == strcspn(now, " ") && !memcmp(then, now, n) : then == now;
}

/* What they rated of a scale; no items: they have no value. */
static struct span_person rated(const char *digest, int scale)
{
	struct span_person is = { 0, 0 };
	const char *part = find_part(digest, scale);

	if (!part || sscanf(part, "%d:%d:", &is.items, &is.sum) != 2)
		is = (struct span_person){ 0, 0 };
	return is;
}

/* A value that is taken off is as one of the other end that is added. */
static struct span_person turned(struct span_person is)
{
	is.sum = (SCORE_LOWEST + SCORE_HIGHEST) * is.items - is.sum;
	return is;
}

struct part {
	const struct changes *changes;
	const struct uuid *party;
	int scale;
	double tolerance; /* of the sum that follows from two printed values */
};

/* Of each who changed one value, for both may not be told apart: that of now, or of then, beside
 * which the other is held to be known. */
static bool leaves_open(const struct part *part, bool of_then)
{
	const struct changes *changes = part->changes;
	struct pool pool = { 0 };
	struct span_person *people = pool_alloc(&pool, (changes->count + 1) * sizeof(*people));
	size_t n = 0;

	for (size_t i = 0; i < changes->count; i++) {
		const struct changed *one = &changes->list[i];
		struct span_person then = turned(rated(one->then, part->scale));
		struct span_person now = rated(one->now, part->scale);

		if (!uuid_same(&one->party, part->party) || same_part(one, part->scale))
			continue;
		if (then.items || now.items)
			people[n++] = now.items && (!of_then || !then.items) ? now : then;
	}
	bool open = !n ||
		span_open(people, n, part->tolerance / (double)n, part->tolerance / (double)n);
	pool_release(&pool);
	return open;
}

/* Beside what both values tell of those who said the same in both. */
struct two {
	struct span_two *people;
	size_t n;
};

static void add_two(struct two *two, const struct part *part, const struct changed *one)
{
	const struct span_two is = { rated(one->then, part->scale), rated(one->now, part->scale),
		same_part(one, part->scale) };

	if (uuid_same(&one->party, part->party) && (is.then.items || is.now.items))
		two->people[two->n++] = is;
}

/* What is known of the value of then: its decimal, and the lines that it lies between. */
static struct span_known known_then(const struct two *two, const struct scores *scores)
{
	struct room room = { INFINITY, INFINITY };
	int n;
	double sum = span_sum(two->people, two->n, false, &n);

	edition_keep_value(&room, scores, n ? sum / n : NAN);
	return (struct span_known){ room.down, room.up };
}

static bool both_leave_open(
	const struct part *part, const struct edition_view *view, const struct room *room)
{
	const struct changes *changes = part->changes;
	struct pool pool = { 0 };
	struct two two = { pool_alloc(&pool,
				   (changes->count + changes->kept_count + 1) *
					   sizeof(struct span_two)),
		0 };

	for (size_t i = 0; i < changes->kept_count; i++)
		add_two(&two, part, &changes->kept[i]);
	for (size_t i = 0; i < changes->count; i++)
		add_two(&two, part, &changes->list[i]);
	bool open = span_open_beside(two.people, two.n, known_then(&two, &view->shown.scores),
		(struct span_known){ room->down, room->up });
	pool_release(&pool);
	return open;
}

static int count_forgotten(const struct changes *changes, const struct uuid *party)
{
	int n = 0;

	for (size_t i = 0; i < changes->forgotten_count; i++)
		n += uuid_none(&changes->forgotten[i]) || uuid_same(&changes->forgotten[i], party);
	return n;
}

static int count_changed(const struct changes *changes, const struct uuid *party, int part)
{
	int n = 0;

	for (size_t i = 0; i < changes->count; i++)
		n += uuid_same(&changes->list[i].party, party) &&
			!same_part(&changes->list[i], part);
	return n;
}

/* How many have to have changed, and did: of who is forgotten it is known that they rated a part
 * where everybody did, and that it tells nothing where nothing was printed. */
static bool enough_changed(
	const struct changes *changes, struct printed *figures, int p, int part, int changed)
{
	int gone = count_forgotten(changes, &figures->rec->parties[p].object.id);
	int heard = 0, n = 0;

	if (part == PART_ROUTE)
		gone = 0;
	printed_count(figures, &heard, "heard", NULL, p);
	if (part < SCALE_COUNT)
		printed_count(figures, &n, "n", scale_info[part].id, p);
	else
		printed_count(figures, &n, "n.points", NULL, p);
	if (!n)
		gone = 0;
	int sure = changed + (n == heard ? gone : 0);
	return (!changed && !gone) || sure >= EDITION_CHANGED_MIN;
}

/* Where both print the party's value of a scale. */
static bool values_open(const struct changes *changes, struct printed *figures, int p, int scale,
	const struct edition_view *view)
{
	const struct scale_score *now = &view->shown.scores.scale[scale];
	double then;
	int n = 0;

	printed_number(figures, &then, 1, "value", scale_info[scale].id, p);
	printed_count(figures, &n, "n", scale_info[scale].id, p);
	const struct part part = { changes, &figures->rec->parties[p].object.id, scale,
		HALF_A_DECIMAL * (n + now->n[p]) };
	if (isnan(then) || isnan(now->value[p]))
		return true;
	return leaves_open(&part, false) && leaves_open(&part, true) &&
		(count_forgotten(changes, part.party) ||
			both_leave_open(&part, view, &view->room[scale][p]));
}

static bool party_open(const struct changes *changes, struct printed *figures, int p,
	const struct edition_view *view)
{
	const struct uuid *party = &figures->rec->parties[p].object.id;

	for (int part = 0; part < PART_COUNT; part++) {
		int changed = count_changed(changes, party, part);

		if (!enough_changed(changes, figures, p, part, changed))
			return false;
		if (part < SCALE_COUNT && changed && !values_open(changes, figures, p, part, view))
			return false;
	}
	return true;
}

bool parts_open(const struct record *known, int release, const struct record *rec,
	const struct edition_view *view)
{
	struct changes changes;
	struct printed figures;
	bool open = true;

	find_changes(&changes, known, release, rec);
	printed_read(&figures, rec, known->releases[release].printed);
	for (size_t p = 0; open && !changes.unknown && p < rec->party_count; p++)
		open = party_open(&changes, &figures, (int)p, view);
	printed_release(&figures);
	pool_release(&changes.pool);
	return open;
}
