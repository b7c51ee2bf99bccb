/* SPDX-License-Identifier: MIT */
/*
 * Which values are withheld (rekindle-method(7), section 9.1 and 9.2): those of too few people or
 * of people who rate too much alike, what these could be worked out from, and whatever it takes
 * until all that is printed together leaves every rating open.
 */
#include "edition.h"
#include "span.h"

struct protect {
	struct edition_view *view;
	const struct record *rec;
	const struct diagnosis *d;
	struct span_person *people; /* room for all of them */
};

static size_t find_people(struct protect *now, int scale, int party)
{
	size_t n = 0;

	for (size_t r = 0; r < now->rec->respondent_count; r++) {
		const struct tally *tally = scores_tally(&now->d->scores, r, scale);

		if (now->rec->respondents[r].party == party && !isnan(tally->value))
			now->people[n++] = (struct span_person){ tally->answered, tally->sum };
	}
	return n;
}

/* With all that is printed, does each rating behind the value stay open? */
static bool is_open(struct protect *now, int scale, int party)
{
	struct room room = edition_room(now->view, now->rec, now->d, scale, party);
	size_t n = find_people(now, scale, party);

	return span_open(now->people, n, room.down, room.up);
}

static bool exists(const struct protect *now, int scale, int party)
{
	return !isnan(now->d->scores.scale[scale].value[party]);
}

static void hide_value(struct protect *now, int scale, int party)
{
	now->view->value[scale][party] = true;
	if (!isnan(now->d->scores.scale[scale].perception))
		now->view->scale[scale] = WITHHELD_FEW;
}

static bool is_few(const struct protect *now, int scale, int party)
{
	return now->d->scores.scale[scale].n[party] < EDITION_VALUE_MIN;
}

/* A value that is shown and tells too much; was there any? */
static bool hide_values(struct protect *now)
{
	bool found = false;

	for (int s = 0; s < SCALE_COUNT; s++)
		for (int p = 0; p < (int)now->rec->party_count; p++) {
			if (now->view->value[s][p] || !exists(now, s, p))
				continue;
			if (is_few(now, s, p) || !is_open(now, s, p)) {
				hide_value(now, s, p);
				found = true;
			}
		}
	return found;
}

static void hide_row(struct protect *now, int scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		now->view->value[scale][p] = exists(now, scale, p);
	if (now->view->scale[scale] == WITHHELD_NOT)
		now->view->scale[scale] = WITHHELD_SECOND;
}

static void show_row(struct protect *now, int scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		now->view->value[scale][p] = false;
	now->view->scale[scale] = WITHHELD_NOT;
}

static int count_n(const struct scale_score *score)
{
	int n = 0;

	for (int p = 0; p < PARTIES_MAX; p++)
		n += score->n[p];
	return n;
}

static int count_hidden(const struct edition_view *view, int cause)
{
	int n = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		n += view->scale[cause * ASPECTS_PER_CAUSE + i] != WITHHELD_NOT;
	return n;
}

/* Are the ratings behind all that is withheld of the cause open? */
static bool hidden_open(struct protect *now, int cause)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		for (int p = 0; p < (int)now->rec->party_count; p++) {
			int scale = cause * ASPECTS_PER_CAUSE + i;

			if (now->view->value[scale][p] && !is_open(now, scale, p))
				return false;
		}
	return true;
}

/* Those that can be withheld beside, the one of the smallest n first, of several the last. A score
 * of facts alone hides nothing: anybody can work it out. */
static int find_seconds(const struct protect *now, int cause, int second[ASPECTS_PER_CAUSE])
{
	const struct scale_score *scores = now->d->scores.scale;
	int count = 0;

	for (int i = ASPECTS_PER_CAUSE - 1; i >= 0; i--) {
		int scale = cause * ASPECTS_PER_CAUSE + i, at = count;

		if (now->view->scale[scale] != WITHHELD_NOT || isnan(scores[scale].perception))
			continue;
		for (; at && count_n(&scores[scale]) < count_n(&scores[second[at - 1]]); at--)
			second[at] = second[at - 1];
		second[at] = scale;
		count++;
	}
	return count;
}

/* The first that is enough; where none is alone, the first. False: there is none. */
static bool hide_second(struct protect *now, int cause)
{
	int second[ASPECTS_PER_CAUSE], count = find_seconds(now, cause, second);

	for (int i = 0; i < count; i++) {
		hide_row(now, second[i]);
		if (hidden_open(now, cause))
			return true;
		show_row(now, second[i]);
	}
	if (count)
		hide_row(now, second[0]);
	return count > 0;
}

/* One aspect that is withheld is four times the cause less the other three. Was more withheld? */
static bool close_cause(struct protect *now, int cause)
{
	struct edition_view *view = now->view;
	int hidden = count_hidden(view, cause);

	if (!hidden || isnan(now->d->scores.cause[cause].score))
		return false;
	if ((hidden > 1 || view->cause[cause]) && hidden_open(now, cause))
		return false;
	if (hide_second(now, cause))
		return true;
	if (view->cause[cause])
		return false; /* nothing of it is left */
	view->cause[cause] = view->primary = true;
	return true;
}

void edition_protect(struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	struct protect now = { view, rec, d,
		pool_alloc(&view->pool, rec->respondent_count * sizeof(*now.people)) };
	bool more = true;

	while (more) {
		more = hide_values(&now);
		for (int c = 0; c < CAUSE_COUNT; c++)
			more = close_cause(&now, c) || more;
	}
}
