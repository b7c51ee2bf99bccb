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
static const int nearness[] = { 0, 10, 20, 30, 32, 34, 36, 38, 40, 42 };
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
	bool asks[ROLE_COUNT][ASPECT_COUNT];
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

/* How many aspects are shown, and how near the others are: of each value the people behind it, as
 * in nearness[]. */
struct outlook {
	int aspects, near;
	int people[ASPECT_COUNT][PARTIES_MAX];
};

static int capped(int people)
{
	return people < PEOPLE_FULL ? people : PEOPLE_FULL - 1;
}

static void look_at(struct outlook *look, const struct record *rec, const struct scores *all,
	const struct scores *shown)
{
	*look = (struct outlook){ .aspects = 0 };
	for (int s = 0; s < ASPECT_COUNT; s++) {
		look->aspects += !isnan(shown->scale[s].perception);
		for (size_t p = 0; p < rec->party_count; p++) {
			look->people[s][p] = !isnan(shown->scale[s].value[p])
				? PEOPLE_FULL
				: capped(all->scale[s].n[p]);
			look->near += nearness[look->people[s][p]];
		}
	}
}

/* Without releases what is handed out is the joint edition as it is. */
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
	if (ahead->fenced)
		release_view(&view, &copy, &d, EDITION_JOINT);
	else
		edition_compute(&view, &copy, &d, EDITION_JOINT);
	look_at(&look, &copy, &d.scores, &view.shown.scores);
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
			rec->people[i].role == role && record_interviewee(rec, (int)i))
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

/* Is somebody of that role asked of the aspect in a round of this kind? */
static bool asks(const struct record *rec, int role, int aspect)
{
	const struct instrument *bank = rec->instrument;

	for (size_t i = 0; i < bank->item_count; i++) {
		const struct item *item = &bank->items[i];

		if (item->kind == ITEM_RATED && (int)item->scale == aspect &&
			item_asks(item, (enum role)role) &&
			(rec->assessment.kind != ROUND_PULSE || item->health_check))
			return true;
	}
	return false;
}

static void find_asked(struct ahead *ahead)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		for (int s = 0; s < ASPECT_COUNT; s++)
			ahead->asks[role][s] = asks(ahead->rec, role, s);
}

/* How much nearer one more of the party brings the values that are not shown, at best. */
static int find_gain(const struct ahead *ahead, const struct outlook *now, int party)
{
	int most = 0;

	for (int role = 0; role < ROLE_COUNT; role++) {
		int gain = 0;

		for (int s = 0; s < ASPECT_COUNT; s++) {
			int people = now->people[s][party];

			if (ahead->asks[role][s] && people < PEOPLE_FULL)
				gain += nearness[capped(people + 1)] - nearness[people];
		}
		most = gain > most ? gain : most;
	}
	return most;
}

/* Of which party the next one is to be; -1: of none, nobody brings anything nearer. */
static int find_party(const struct ahead *ahead, const struct outlook *now,
	const struct preview_hear *list, size_t at)
{
	int begun = find_begun(ahead, list, at), best = -1, most = 0;

	for (int party = 0; begun < 0 && party < (int)ahead->rec->party_count; party++) {
		int gain =
			record_party_silent(ahead->rec, party) ? 0 : find_gain(ahead, now, party);

		if (gain > most) {
			most = gain;
			best = party;
		}
	}
	return begun >= 0 ? begun : best;
}

/* The next one after those in list, at its end, of that party; what is shown then. */
static struct outlook look_further(
	const struct ahead *ahead, struct preview_hear *list, size_t at, int party)
{
	struct preview_hear best = { .person = -1 };
	struct outlook most = { -1, -1, { { 0 } } };

	for (int role = 0; role < ROLE_COUNT; role++) {
		list[at] = (struct preview_hear){ party, (enum role)role, 1u << role, -1, 0 };
		struct outlook look = look_with(ahead, list, at + 1);
		if (better(&look, &most)) {
			most = look;
			best = list[at];
		} else if (alike(&look, &most)) {
			best.roles |= 1u << role;
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

/* People in list, until every aspect is shown or nobody brings more; how many of them it takes for
 * the most that is shown. */
static size_t look_on(struct ahead *ahead, struct preview_hear *list, int asked)
{
	struct outlook now = look_with(ahead, NULL, 0);
	int most = now.aspects;
	size_t last = 0;

	for (size_t at = 0; at < PREVIEW_HEAR_MOST && most < asked; at++) {
		int party = find_party(ahead, &now, list, at);
		if (party < 0)
			break;
		now = look_further(ahead, list, at, party);
		if (list[at].person >= 0)
			ahead->heard[list[at].person] = true;
		if (now.aspects > most) {
			most = now.aspects;
			last = at + 1;
		}
	}
	return last;
}

void preview_look_ahead(struct edition_preview *preview, const struct record *rec)
{
	struct preview_hear list[PREVIEW_HEAR_MOST] = { { .person = -1 } };
	struct ahead ahead = { .rec = rec, .fenced = preview->released };

	ahead.usual = pool_alloc(&ahead.pool, rec->instrument->item_count * sizeof(*ahead.usual));
	ahead.heard = pool_alloc(&ahead.pool, rec->person_count * sizeof(*ahead.heard));
	add_up(&ahead);
	find_heard(&ahead);
	find_asked(&ahead);
	size_t count = look_on(&ahead, list, preview->asked);
	keep(&ahead, preview, list, count);
	pool_release(&ahead.pool);
}
