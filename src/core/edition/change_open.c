/* SPDX-License-Identifier: MIT */
/*
 * What a change between two rounds tells of single ratings (rekindle-method(7), section 9.5). A
 * round's value is of all its people; the change is of those who make pairs. So the two together
 * tell, of each round, what the pairs rated and what the others did. Either is held to be known,
 * while all other ratings of both rounds stay what they are: where a rating is open then, there are
 * two rounds that print the same.
 */
#include "../trend/common.h"
#include "edition.h"
#include "span.h"

/* One of the two rounds, of one aspect. */
struct half {
	const struct trend_between *trend;
	const struct trend_round *own, *other;
	const struct edition_view *view;
	int aspect;
	bool later;
};

static const struct tally *tally_of(const struct trend_round *round, size_t respondent, int aspect)
{
	return &round->tally[respondent * SCALE_COUNT + (size_t)aspect];
}

/* As how many respondents somebody has a value. */
static int times_heard(const struct trend_round *round, int person, int aspect)
{
	int times = 0;

	for (size_t r = 0; person >= 0 && r < round->rec->respondent_count; r++)
		times += round->rec->respondents[r].person == person &&
			!isnan(tally_of(round, r, aspect)->value);
	return times;
}

/* Who that respondent is in the other round, -1: nobody who has a value there. */
static int find_other(const struct half *half, size_t respondent)
{
	int person = half->own->rec->respondents[respondent].person;
	int other = person < 0 ? -1 : half->own->other[person];

	return times_heard(half->other, other, half->aspect) ? other : -1;
}

/* Does a pair count as one respondent of one party in both rounds? */
static bool is_plain(const struct half *half, size_t respondent, int other)
{
	const struct respondent *who = &half->own->rec->respondents[respondent];
	const struct record *later = half->trend->after.rec;

	return times_heard(half->own, who->person, half->aspect) == 1 &&
		times_heard(half->other, other, half->aspect) == 1 &&
		common_speaks_for(later, half->later ? who->person : other) ==
		half->own->party[who->party];
}

/* How far the values of a party's people can move together while its value is printed the same. */
static struct room room_of_value(const struct half *half, int party)
{
	const struct scale_score *score = &half->view->shown.scores.scale[half->aspect];
	struct room room = half->view->room[half->aspect][party];

	if (isnan(score->value[party]))
		return (struct room){ INFINITY, INFINITY };
	return (struct room){ room.down * score->n[party], room.up * score->n[party] };
}

/* The same of those who make pairs, and of the change. */
static struct room room_of_pairs(const struct half *half, int party)
{
	const struct trend_aspect *aspect = &half->trend->aspect[half->aspect];
	struct room room = { INFINITY, INFINITY }, value = room_of_value(half, party);
	int sides = 0, pairs = aspect->pairs_of[half->own->party[party]];

	for (int p = 0; p < PARTIES_MAX; p++)
		sides += aspect->pairs_of[p] > 0;
	edition_keep_decimal(&room, aspect->change, 1.0 / (sides * pairs));
	if (!half->later)
		room = (struct room){ room.up, room.down };
	return (struct room){ fmin(room.down, value.down), fmin(room.up, value.up) };
}

static bool people_open(const struct span_person *people, size_t n, struct room room)
{
	return !n || span_open(people, n, room.down / (double)n, room.up / (double)n);
}

static bool party_open(const struct half *half, int party)
{
	const struct record *rec = half->own->rec;
	struct pool pool = { 0 };
	size_t size = (rec->respondent_count + 1) * sizeof(struct span_person), pairs = 0, n = 0;
	struct span_person *paired = pool_alloc(&pool, size), *single = pool_alloc(&pool, size);
	bool open = true;

	for (size_t r = 0; r < rec->respondent_count; r++) {
		const struct tally *tally = tally_of(half->own, r, half->aspect);
		const struct span_person is = { tally->answered, tally->sum };
		int other;

		if (rec->respondents[r].party != party || isnan(tally->value))
			continue;
		other = find_other(half, r);
		if (other >= 0) {
			open = open && is_plain(half, r, other);
			paired[pairs++] = is;
		} else {
			single[n++] = is;
		}
	}
	open = open && people_open(single, n, room_of_value(half, party)) &&
		(!pairs || people_open(paired, pairs, room_of_pairs(half, party)));
	pool_release(&pool);
	return open;
}

static bool half_open(const struct half *half)
{
	for (size_t p = 0; p < half->own->rec->party_count; p++)
		if (!party_open(half, (int)p))
			return false;
	return true;
}

bool edition_change_open(const struct trend_between *trend, int aspect,
	const struct edition_view *before, const struct edition_view *after)
{
	const struct half then = { trend, &trend->before, &trend->after, before, aspect, false };
	const struct half now = { trend, &trend->after, &trend->before, after, aspect, true };

	return !trend->aspect[aspect].pairs || (half_open(&then) && half_open(&now));
}
