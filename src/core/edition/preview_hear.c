/* SPDX-License-Identifier: MIT */
/*
 * Whom to hear to show more: people are put into a copy of the record, one after another, and the
 * joint edition of that is looked at.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/preview.h>
#include <rekindle/release.h>
#include <rekindle/schema.h>

#define NEUTRAL 3 /* the rating where nobody has given one */
/* How near a value of so many people is to being shown: the floor counts most. A shown one and one
 * of as many people as it takes to say that no further one helps count the same. */
static const int nearness[] = { 0, 10, 20, 30, 32, 34, 36 };
#define PEOPLE_FULL ((int)(sizeof(nearness) / sizeof(*nearness)) - 1)

/* Ratings of an item, added up by party. */
struct usual {
	int sum[PARTIES_MAX], n[PARTIES_MAX];
};

struct ahead {
	const struct record *rec;
	struct usual *usual; /* by item */
	struct pool pool;
	bool *heard; /* by person: heard, unwilling, or counted on already */
	bool fenced; /* there is a release, beside which one person more is not told apart */
};

static void add_up(struct ahead *ahead)
{
	const struct record *rec = ahead->rec;

	for (size_t r = 0; r < rec->respondent_count; r++)
		for (size_t i = 0; i < rec->instrument->item_count; i++) {
			int party = rec->respondents[r].party;
			int rating = record_asked(rec, (int)r, (int)i)
				? record_rating(rec, (int)r, (int)i)
				: 0;

			ahead->usual[i].sum[party] += rating;
			ahead->usual[i].n[party] += rating > 0;
		}
}

/* The rating next to the mean of the party's, else of the other parties'. */
static int usual_rating(const struct usual *usual, int party)
{
	int sum = usual->sum[party], n = usual->n[party];

	for (int p = 0; p < PARTIES_MAX && !usual->n[party]; p++) {
		sum += usual->sum[p];
		n += usual->n[p];
	}
	return n ? (2 * sum + n) / (2 * n) : NEUTRAL;
}

/* As it is stored: a reversed item is turned. */
static double stored_rating(const struct item *item, int rating)
{
	return item->reversed ? SCORE_LOWEST + SCORE_HIGHEST - rating : rating;
}

static void *copied(struct pool *pool, const void *array, size_t count, size_t more, size_t size)
{
	void *copy = pool_alloc(pool, (count + more) * size);

	if (count)
		memcpy(copy, array, count * size);
	return copy;
}

/* People are at the end; settled once all are in, and again with their answers. */
static void fill_in(const struct ahead *ahead, struct record *copy, size_t first)
{
	const struct instrument *bank = copy->instrument;

	record_settle(copy);
	for (size_t r = first; r < copy->respondent_count; r++)
		for (size_t i = 0; i < bank->item_count; i++) {
			if (!record_asked(copy, (int)r, (int)i))
				continue;
			copy->answers[copy->answer_count++] = (struct answer){
				.respondent = (int)r,
				.item = (int)i,
				.state = STATE_ANSWERED,
				.value = { .type = VALUE_NUMBER,
					.number = stored_rating(&bank->items[i],
						usual_rating(&ahead->usual[i],
							copy->respondents[r].party)) },
			};
		}
	record_settle(copy);
}

/* The record with those people, who are of a party and a role each. */
static void imagine(const struct ahead *ahead, struct pool *pool, struct record *copy,
	const struct preview_hear *people, size_t count)
{
	const struct record *rec = ahead->rec;
	size_t first = rec->respondent_count, items = rec->instrument->item_count;

	*copy = *rec;
	copy->grid = NULL;
	copy->respondents = copied(pool, rec->respondents, first, count, sizeof(*rec->respondents));
	copy->answers =
		copied(pool, rec->answers, rec->answer_count, count * items, sizeof(*rec->answers));
	for (size_t i = 0; i < count; i++)
		copy->respondents[copy->respondent_count++] = (struct respondent){
			.person = -1,
			.party = people[i].party,
			.role = (int)people[i].role,
			.attribution = ATTRIBUTION_NAMED,
			.consent = TRI_YES,
			.date = DATE_NONE,
			.minutes = INT_NONE,
		};
	fill_in(ahead, copy, first);
}

/* How many aspects are shown, and how near the others are. */
struct outlook {
	int aspects, near;
};

static int capped(int people)
{
	return people < PEOPLE_FULL ? people : PEOPLE_FULL - 1;
}

static struct outlook look_at(
	const struct record *rec, const struct scores *all, const struct scores *shown)
{
	struct outlook look = { 0, 0 };

	for (int s = 0; s < ASPECT_COUNT; s++) {
		look.aspects += !isnan(shown->scale[s].perception);
		for (size_t p = 0; p < rec->party_count; p++)
			look.near += nearness[!isnan(shown->scale[s].value[p])
					? PEOPLE_FULL
					: capped(all->scale[s].n[p])];
	}
	return look;
}

static struct outlook look_with(
	const struct ahead *ahead, const struct preview_hear *people, size_t count)
{
	struct record copy;
	struct pool pool = { 0 };
	struct diagnosis d = { .finding_count = 0 };
	struct edition_view view;
	struct outlook look;

	imagine(ahead, &pool, &copy, people, count);
	scores_compute(&d.scores, &copy);
	release_view(&view, &copy, &d, EDITION_JOINT);
	look = look_at(&copy, &d.scores, &view.shown.scores);
	edition_release(&view);
	scores_release(&d.scores);
	free(copy.grid);
	pool_release(&pool);
	return look;
}

static bool better(const struct outlook *a, const struct outlook *b)
{
	return a->aspects != b->aspects ? a->aspects > b->aspects : a->near > b->near;
}

static bool alike(const struct outlook *a, const struct outlook *b)
{
	return a->aspects == b->aspects && a->near == b->near;
}

/* Somebody of that party and role who is known and can still be heard; -1 nobody. */
static int find_person(const struct ahead *ahead, int party, int role)
{
	const struct record *rec = ahead->rec;

	for (size_t i = 0; i < rec->person_count; i++)
		if (!ahead->heard[i] && rec->people[i].party == party &&
			rec->people[i].role == role)
			return (int)i;
	return -1;
}

static void find_heard(struct ahead *ahead)
{
	const struct record *rec = ahead->rec;

	for (size_t r = 0; r < rec->respondent_count; r++) {
		const struct respondent *who = &rec->respondents[r];

		if (who->person >= 0)
			ahead->heard[who->person] =
				record_has_data(rec, (int)r) || who->consent == TRI_NO;
	}
}

/* Of roles that would do as well, one in which somebody is known, else the first. */
static void choose_role(const struct ahead *ahead, struct preview_hear *hear)
{
	for (int role = ROLE_COUNT - 1; role >= 0; role--)
		if (hear->roles >> role & 1u)
			hear->role = (enum role)role;
	for (int role = ROLE_COUNT - 1; role >= 0; role--) {
		int person = hear->roles >> role & 1u ? find_person(ahead, hear->party, role) : -1;

		if (person >= 0) {
			hear->role = (enum role)role;
			hear->person = person;
		}
	}
}

/* Where new figures take several people of a party or none, the party of which some, but too few,
 * are in list; else -1. */
static int find_begun(const struct ahead *ahead, const struct preview_hear *list, size_t count)
{
	int n[PARTIES_MAX] = { 0 };

	for (size_t i = 0; i < count; i++)
		n[list[i].party]++;
	for (int party = 0; ahead->fenced && party < PARTIES_MAX; party++)
		if (n[party] && n[party] < EDITION_CHANGED_MIN)
			return party;
	return -1;
}

/* The next one after those in list, at its end; what is shown then. */
static struct outlook look_further(const struct ahead *ahead, struct preview_hear *list, size_t at)
{
	struct preview_hear best = { .person = -1 };
	struct outlook most = { -1, -1 };
	int begun = find_begun(ahead, list, at);

	for (int party = 0; party < (int)ahead->rec->party_count; party++) {
		if (record_party_silent(ahead->rec, party) || (begun >= 0 && party != begun))
			continue;
		for (int role = 0; role < ROLE_COUNT; role++) {
			list[at] =
				(struct preview_hear){ party, (enum role)role, 1u << role, -1, 0 };
			struct outlook look = look_with(ahead, list, at + 1);
			if (better(&look, &most)) {
				most = look;
				best = list[at];
			} else if (alike(&look, &most) && party == best.party) {
				best.roles |= 1u << role;
			}
		}
	}
	best.aspects = most.aspects;
	choose_role(ahead, &best);
	list[at] = best;
	return most;
}

/* Without those whom it does not take for as many aspects. */
static size_t prune(const struct ahead *ahead, struct preview_hear *list, size_t count)
{
	int most = count ? list[count - 1].aspects : 0;

	for (size_t i = 0; i < count;) {
		struct preview_hear out = list[i];

		memmove(&list[i], &list[i + 1], (count - i - 1) * sizeof(*list));
		if (look_with(ahead, list, count - 1).aspects >= most) {
			count--;
			continue;
		}
		memmove(&list[i + 1], &list[i], (count - i - 1) * sizeof(*list));
		list[i++] = out;
	}
	return count;
}

static void keep(const struct ahead *ahead, struct edition_preview *preview,
	struct preview_hear *list, size_t count)
{
	count = prune(ahead, list, count);
	for (size_t i = 0; i < count; i++) {
		list[i].aspects = look_with(ahead, list, i + 1).aspects;
		*POOL_APPEND(&preview->pool, preview->hear, preview->hear_count) = list[i];
	}
}

void preview_look_ahead(struct edition_preview *preview, const struct record *rec)
{
	struct preview_hear list[PREVIEW_HEAR_MOST] = { { .person = -1 } };
	struct ahead ahead = { .rec = rec, .fenced = preview->released };
	size_t last = 0;

	ahead.usual = pool_alloc(&ahead.pool, rec->instrument->item_count * sizeof(*ahead.usual));
	ahead.heard = pool_alloc(&ahead.pool, rec->person_count * sizeof(*ahead.heard));
	add_up(&ahead);
	find_heard(&ahead);
	struct outlook before = look_with(&ahead, NULL, 0);
	int most = before.aspects;
	for (size_t at = 0; at < PREVIEW_HEAR_MOST && most < ASPECT_COUNT; at++) {
		struct outlook look = look_further(&ahead, list, at);
		if (look.aspects <= before.aspects && look.near <= before.near &&
			find_begun(&ahead, list, at + 1) < 0)
			break;
		if (look.aspects > most) {
			most = look.aspects;
			last = at + 1;
		}
		if (list[at].person >= 0)
			ahead.heard[list[at].person] = true;
		before = look;
	}
	keep(&ahead, preview, list, last);
	pool_release(&ahead.pool);
}
