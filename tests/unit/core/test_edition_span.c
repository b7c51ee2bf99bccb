/* SPDX-License-Identifier: MIT */
/*
 * What a joint edition leaves open of single ratings (rekindle-method(7), section 9.1): by hand, by
 * counting every case, and by looking for alliances that print the same.
 */
#include "../../../src/core/edition/edition.h"
#include "../../../src/core/edition/span.h"
#include "random.h"

Suite *edition_span_suite(void);

#define HALF 0.05
#define MOST 4 /* people of a case that is counted out */

/* Three people who rated three items each, or as it says; known to half a decimal. */
static const struct {
	const char *what;
	struct span_person people[5];
	size_t n;
	bool open;
} by_hand[] = {
	/* all 5: whoever knows their own 15 knows that the others gave nothing but 5 */
	{ "all 5", { { 3, 15 }, { 3, 15 }, { 3, 15 } }, 3, false },
	{ "all 1", { { 3, 3 }, { 3, 3 }, { 3, 3 } }, 3, false },
	{ "all 4", { { 3, 12 }, { 3, 12 }, { 3, 12 } }, 3, true },
	{ "4, 3, 2", { { 3, 12 }, { 3, 9 }, { 3, 6 } }, 3, true },
	/* the third knows that the others have 29 together: 15 and 14, all of them 4 or 5 */
	{ "5, nearly 5, 2", { { 3, 15 }, { 3, 14 }, { 3, 6 } }, 3, false },
	/* 28 together: 15 and 13, which may be 5, 5 and 3 */
	{ "5, less, 2", { { 3, 15 }, { 3, 13 }, { 3, 6 } }, 3, true },
	/* one item each: the two others have 8, which may be 5 and 3 */
	{ "single 4", { { 1, 4 }, { 1, 4 }, { 1, 4 } }, 3, true },
	/* the third knows that they have 9: 5 and 4 */
	{ "single 5, 4, 4", { { 1, 5 }, { 1, 4 }, { 1, 4 } }, 3, false },
	/* two know each other's */
	{ "two", { { 1, 3 }, { 1, 3 } }, 2, false },
	/* but three items of 9 may be 1, 3, 5 */
	{ "two of three items", { { 3, 9 }, { 3, 9 } }, 2, true },
	{ "one", { { 1, 3 } }, 1, false },
	/* five: the four others have 59 of 60, so one of them may have a 4, and nobody a 3 */
	{ "five", { { 3, 15 }, { 3, 15 }, { 3, 15 }, { 3, 15 }, { 3, 14 } }, 5, false },
	/* more items than are counted: by themselves */
	{ "seven items", { { 7, 21 }, { 7, 21 }, { 7, 21 } }, 3, true },
	{ "seven of 5", { { 7, 35 }, { 7, 21 }, { 7, 21 } }, 3, false },
};

START_TEST(test_span_is_what_it_is_by_hand)
{
	ck_assert_msg(span_open(by_hand[_i].people, by_hand[_i].n, HALF, HALF) == by_hand[_i].open,
		"%s", by_hand[_i].what);
}
END_TEST

/* What is known of no mean leaves everything open, also of one person. */
START_TEST(test_span_is_open_where_nothing_is_known)
{
	static const struct span_person one = { 1, 5 };

	ck_assert(span_open(&one, 1, INFINITY, INFINITY));
	ck_assert(span_open(&one, 1, 2.01, 0));
	ck_assert(!span_open(&one, 1, 1.99, 0));
	ck_assert(span_open(NULL, 0, 0, 0));
}
END_TEST

/* Two means of people of whom some are in both; known to half a decimal. */
#define BOTH(items, sum)                                                                           \
	{                                                                                          \
		{ items, sum }, { items, sum }, true                                               \
	}
#define THEN(items, sum)                                                                           \
	{                                                                                          \
		{ items, sum }, { 0, 0 }, false                                                    \
	}
#define NOW(items, sum)                                                                            \
	{                                                                                          \
		{ 0, 0 }, { items, sum }, false                                                    \
	}

static const struct {
	const char *what;
	struct span_two people[7];
	size_t n;
	bool open;
} two_by_hand[] = {
	/* now: 1 and 3 with two items, 4 and 5 with one add up to 4.0; the first knows that the
	 * others have 12.5, of which two are whole: the fourth of then ends in a half. So the other
	 * two of then, 8.5 or 9.5, have a 4 or a 5 in the single item. */
	{ "halves", { THEN(2, 9), BOTH(2, 7), THEN(1, 5), BOTH(2, 7), NOW(1, 4), NOW(1, 5) }, 6,
		false },
	/* the same people without a half: they may have what they like */
	{ "wholes", { THEN(1, 3), BOTH(1, 3), THEN(1, 3), BOTH(1, 3), NOW(1, 3), NOW(1, 3) }, 6,
		true },
	/* who is in both knows by the one that all others of it gave 5, and so the rest of the
	   other */
	{ "one end", { BOTH(1, 3), BOTH(1, 5), BOTH(1, 5), NOW(1, 2), NOW(1, 2), NOW(1, 2) }, 6,
		false },
	{ "the same", { BOTH(1, 3), BOTH(1, 3), BOTH(1, 3) }, 3, true },
};

START_TEST(test_span_of_two_is_what_it_is_by_hand)
{
	const struct span_known half = { HALF - 1e-6, HALF - 1e-6 };

	ck_assert_msg(span_open_beside(two_by_hand[_i].people, two_by_hand[_i].n, half, half) ==
			two_by_hand[_i].open,
		"%s", two_by_hand[_i].what);
}
END_TEST

/* One mean beside itself tells what it tells alone. */
START_TEST(test_span_of_two_is_that_of_one_where_nobody_changed)
{
	const struct span_known half = { HALF, HALF };

	for (size_t k = 0; k < sizeof(by_hand) / sizeof(*by_hand); k++) {
		struct span_two people[5];

		for (size_t i = 0; i < by_hand[k].n; i++)
			people[i] = (struct span_two){ by_hand[k].people[i], by_hand[k].people[i],
				true };
		if (by_hand[k].n > 1 && by_hand[k].people[0].items <= SPAN_ITEMS)
			ck_assert_msg(span_open_beside(people, by_hand[k].n, half, half) ==
					by_hand[k].open,
				"%s", by_hand[k].what);
	}
}
END_TEST

/* A case that is counted out: every sum that everybody but the reader can have. */
struct count_out {
	struct span_person people[MOST];
	size_t n;
	double down, up, mean;
	int least[MOST], most[MOST]; /* of a rating of each */
};

static double mean_of_people(const struct count_out *c)
{
	double sum = 0;

	for (size_t i = 0; i < c->n; i++)
		sum += (double)c->people[i].sum / c->people[i].items;
	return sum / (double)c->n;
}

static void note_world(struct count_out *c)
{
	double mean = mean_of_people(c);

	if (mean < c->mean - c->down - 1e-9 || mean > c->mean + c->up + 1e-9)
		return;
	for (size_t i = 0; i < c->n; i++) {
		int sum = c->people[i].sum, rest = c->people[i].items - 1;
		int least = sum - 5 * rest < 1 ? 1 : sum - 5 * rest;
		int most = sum - rest > 5 ? 5 : sum - rest;

		c->least[i] = least < c->least[i] ? least : c->least[i];
		c->most[i] = most > c->most[i] ? most : c->most[i];
	}
}

static void count_from(struct count_out *c, size_t at, size_t reader)
{
	if (at == c->n) {
		note_world(c);
		return;
	}
	if (at == reader) {
		count_from(c, at + 1, reader);
		return;
	}
	int was = c->people[at].sum, items = c->people[at].items;

	for (c->people[at].sum = items; c->people[at].sum <= 5 * items; c->people[at].sum++)
		count_from(c, at + 1, reader);
	c->people[at].sum = was;
}

static bool open_by_count(struct count_out *c)
{
	c->mean = mean_of_people(c);
	for (size_t reader = 0; reader < c->n; reader++) {
		for (size_t i = 0; i < c->n; i++) {
			c->least[i] = 5;
			c->most[i] = 1;
		}
		count_from(c, 0, reader);
		for (size_t i = 0; i < c->n; i++)
			if (i != reader && c->most[i] - c->least[i] < EDITION_SPAN)
				return false;
	}
	return true;
}

START_TEST(test_span_is_what_counting_every_case_gives)
{
	int open = 0, shut = 0;

	state = 88172645463325252u;
	for (int round = 0; round < 600; round++) {
		struct count_out c = { .n = 2 + (size_t)dice(2) };
		int bias = dice(3);

		for (size_t i = 0; i < c.n; i++) {
			int items = 1 + dice(3), sum = 0;

			for (int k = 0; k < items; k++)
				sum += bias == 0    ? 5 - !dice(3)
					: bias == 1 ? 1 + !dice(4)
						    : 1 + dice(5);
			c.people[i] = (struct span_person){ items, sum };
		}
		/* bounds that no mean of whole ratings lies on */
		c.down = 0.0007 + dice(30) / 100.0;
		c.up = 0.0007 + dice(30) / 100.0;
		bool counted = open_by_count(&c);

		ck_assert_msg(span_open(c.people, c.n, c.down, c.up) == counted, "round %d", round);
		open += counted;
		shut += !counted;
	}
	ck_assert_int_gt(open, 100);
	ck_assert_int_gt(shut, 100);
}
END_TEST

/*
 * Worlds: the alliance with other ratings of some people. One that prints the same, under the same
 * marks, is as good as the true one to whoever reads, so long as their own ratings are in it.
 */
struct world {
	struct build b;
	struct diagnosis d;
	struct edition_view view;
};

/* Sizes and roles by the seed; some rate all alike, so that means lie at the ends. */
static void world_build(struct build *b, int seed)
{
	state = (uint64_t)seed * 7919 + 88172645463325252u;
	dice(2);
	build_init(b);
	for (int i = 0; i < BUILD_ITEMS; i++)
		b->items[i].roles = dice(5) ? EVERY_ROLE : (unsigned)dice(EVERY_ROLE + 1);
	for (int parties = 2 + dice(2), p = 0; p < parties; p++) {
		build_party(b, random_labels[p]);
		for (int bias = 2 + dice(4), n = 3 + dice(2); n > 0; n--)
			random_answers(
				b, build_respondent(b, p, (enum role)dice(ROLE_COUNT)), bias);
	}
	random_facts(b);
	record_settle(&b->rec);
}

static void world_init(struct world *w, int seed)
{
	world_build(&w->b, seed);
	diagnosis_compute(&w->d, &w->b.rec);
	edition_compute(&w->view, &w->b.rec, &w->d, EDITION_JOINT);
}

static void world_release(struct world *w)
{
	edition_release(&w->view);
	diagnosis_release(&w->d);
	build_release(&w->b);
}

static bool same_number(double a, double b)
{
	return isnan(a) ? isnan(b) : fabs(a - b) < 1e-9;
}

static bool same_scale(const struct scale_score *a, const struct scale_score *b)
{
	bool same = same_number(a->perception, b->perception) && same_number(a->score, b->score) &&
		same_number(a->gap.value, b->gap.value) && a->gap.higher == b->gap.higher &&
		a->gap.level == b->gap.level && a->shared_pain == b->shared_pain;

	for (int p = 0; p < PARTIES_MAX; p++)
		same = same && same_number(a->value[p], b->value[p]) && a->n[p] == b->n[p];
	return same;
}

static bool same_scores(const struct scores *a, const struct scores *b)
{
	bool same = same_number(a->health, b->health);

	for (int s = 0; s < SCALE_COUNT; s++)
		same = same && same_scale(&a->scale[s], &b->scale[s]);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		same = same && same_number(a->cause[c].score, b->cause[c].score) &&
			a->cause[c].band == b->cause[c].band &&
			a->cause[c].widest == b->cause[c].widest;
		for (int p = 0; p < PARTIES_MAX; p++)
			same = same && same_number(a->cause[c].value[p], b->cause[c].value[p]);
	}
	for (int k = 0; k < KILLER_COUNT; k++)
		same = same && same_number(a->killer[k], b->killer[k]) &&
			a->killer_present[k] == b->killer_present[k];
	return same;
}

static bool same_diagnosis(const struct diagnosis *a, const struct diagnosis *b)
{
	bool same = same_scores(&a->scores, &b->scores) && a->primary.cause == b->primary.cause &&
		a->situation == b->situation && a->track == b->track &&
		a->knockout_count == b->knockout_count;

	for (int c = 0; c < CAUSE_COUNT; c++)
		same = same && a->primary.leading[c] == b->primary.leading[c] &&
			a->primary.contributing[c] == b->primary.contributing[c] &&
			a->primary.consequence[c] == b->primary.consequence[c];
	for (int i = 0; i < PITFALL_COUNT; i++)
		same = same && a->pitfall[i] == b->pitfall[i];
	for (int i = 0; i < SPECIAL_COUNT; i++)
		same = same && a->special[i] == b->special[i];
	return same;
}

/* off: by how much the score of the cause is another one. */
static bool prints_same(struct world *w, int cause, double *off)
{
	struct edition_view other = w->view;
	struct diagnosis d;

	diagnosis_compute(&d, &w->b.rec);
	*off = cause < CAUSE_COUNT ? d.scores.cause[cause].score - w->d.scores.cause[cause].score
				   : 0;
	d.finding_count = 0;
	other.pool = (struct pool){ 0 };
	other.shown = d;
	edition_redact(&other, &w->b.rec, &d);
	bool same = same_diagnosis(&w->view.shown, &other.shown);
	pool_release(&other.pool);
	diagnosis_release(&d);
	return same;
}

/* Ratings of this sum over the items that are answered: the first as high as they can be. */
static void rate_sum(struct build *b, int respondent, int scale, int sum)
{
	int left = 0;

	for (size_t i = 0; i < b->rec.answer_count; i++) {
		struct answer *answer = &b->rec.answers[i];

		left += answer->respondent == respondent && b->items[answer->item].scale == scale &&
			record_answer(&b->rec, respondent, answer->item) == answer &&
			record_asked(&b->rec, respondent, answer->item) &&
			record_rating(&b->rec, respondent, answer->item) > 0;
	}
	for (size_t i = 0; i < b->rec.answer_count && left; i++) {
		struct answer *answer = &b->rec.answers[i];

		if (answer->respondent != respondent || b->items[answer->item].scale != scale ||
			record_answer(&b->rec, respondent, answer->item) != answer ||
			!record_asked(&b->rec, respondent, answer->item) ||
			!record_rating(&b->rec, respondent, answer->item))
			continue;
		left--;
		int value = sum - left > 5 ? 5 : sum - left;

		sum -= value;
		answer->value.number = b->items[answer->item].reversed ? 6 - value : value;
	}
}

/* Somebody who is not the reader, and whose value is withheld in the same cause, moves the score
 * back by one point of one rating; by turns. False: nobody can. */
static bool move_back(
	struct world *w, int sums[][SCALE_COUNT], int scale, int reader, int target, double off)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		for (int r = 0; r < (int)w->b.rec.respondent_count; r++) {
			int s = scale / ASPECTS_PER_CAUSE * ASPECTS_PER_CAUSE + i;
			const struct tally *tally = scores_tally(&w->d.scores, (size_t)r, s);
			int party = w->b.rec.respondents[r].party, k = tally->answered;
			int next = sums[r][s] + (off > 0 ? -1 : 1);

			if (r == reader || (r == target && s == scale) || isnan(tally->value) ||
				!w->view.value[s][party] || next < k || next > 5 * k)
				continue;
			sums[r][s] = next;
			rate_sum(&w->b, r, s, next);
			return true;
		}
	return false;
}

#define PEOPLE 16  /* at most, of an alliance */
#define EXACT 1e-9 /* first with the same mean of the party … */
#define ROUGH 0.1  /* … then with one that may be printed alike */

/* What is looked for: a world in which the target's ratings of the scale have another sum. */
struct search {
	struct world *w;
	int scale, cause, party, reader, target;
	int sums[PEOPLE][SCALE_COUNT];
	double within; /* of the sum of the party's means: so far off the others may bring it */
	double off;    /* of the score of the cause, as it was tried last */
};

static const struct tally *tally_of(const struct search *s, int respondent)
{
	return scores_tally(&s->w->d.scores, (size_t)respondent, s->scale);
}

static bool is_other(const struct search *s, int respondent)
{
	return respondent != s->reader && respondent != s->target &&
		s->w->b.rec.respondents[respondent].party == s->party &&
		!isnan(tally_of(s, respondent)->value);
}

/* What else of the cause is withheld makes up for it, one point of a rating after another. */
static bool move_all_back(struct search *s)
{
	for (int step = 0; step < 100 && s->cause < CAUSE_COUNT; step++) {
		if (prints_same(s->w, s->cause, &s->off))
			return true;
		if (!move_back(s->w, s->sums, s->scale, s->reader, s->target, s->off))
			return false;
	}
	return false;
}

/* All that was moved back, but for what is being looked at. */
static void undo(struct search *s)
{
	for (size_t r = 0; r < s->w->b.rec.respondent_count; r++)
		for (int scale = 0; scale < SCALE_COUNT; scale++) {
			int sum = scores_tally(&s->w->d.scores, r, scale)->sum;

			if (s->sums[r][scale] != sum)
				rate_sum(&s->w->b, (int)r, scale, sum);
			s->sums[r][scale] = sum;
		}
}

static bool prints_same_at_last(struct search *s)
{
	if (prints_same(s->w, s->cause, &s->off))
		return true;
	if (s->within < ROUGH || s->w->view.value[s->scale][s->party])
		return false;
	if (move_all_back(s))
		return true;
	undo(s);
	return false;
}

/* Those of the same party from this one on make up for what the sum of means is off by. */
static bool make_up(struct search *s, int from, double moved)
{
	if (from == (int)s->w->b.rec.respondent_count)
		return fabs(moved) <= s->within && prints_same_at_last(s);
	if (!is_other(s, from))
		return make_up(s, from + 1, moved);
	const struct tally *tally = tally_of(s, from);

	for (int to = tally->answered; to <= 5 * tally->answered; to++) {
		rate_sum(&s->w->b, from, s->scale, to);
		if (make_up(s, from + 1, moved + (double)(to - tally->sum) / tally->answered))
			return true;
	}
	rate_sum(&s->w->b, from, s->scale, tally->sum);
	return false;
}

static bool search(struct search *s, int sum)
{
	const struct tally *tally = tally_of(s, s->target);
	double moved = (double)(sum - tally->sum) / tally->answered;
	int n = s->w->d.scores.scale[s->scale].n[s->party];

	rate_sum(&s->w->b, s->target, s->scale, sum);
	s->within = EXACT;
	if (prints_same(s->w, s->cause, &s->off) || make_up(s, 0, moved))
		return true;
	s->within = ROUGH * n;
	return make_up(s, 0, moved) || (s->w->view.value[s->scale][s->party] && move_all_back(s));
}

static void read_sums(const struct world *w, int sums[][SCALE_COUNT])
{
	for (size_t r = 0; r < w->b.rec.respondent_count; r++)
		for (int s = 0; s < SCALE_COUNT; s++)
			sums[r][s] = scores_tally(&w->d.scores, r, s)->sum;
}

static void rate_as_it_is(struct world *w)
{
	for (size_t r = 0; r < w->b.rec.respondent_count; r++)
		for (int s = 0; s < SCALE_COUNT; s++) {
			const struct tally *tally = scores_tally(&w->d.scores, r, s);

			if (tally->answered)
				rate_sum(&w->b, (int)r, s, tally->sum);
		}
}

static bool exists_with(struct world *w, int scale, int reader, int target, int sum)
{
	struct search s = { .w = w,
		.scale = scale,
		.cause = scale < ASPECT_COUNT ? scale / ASPECTS_PER_CAUSE : CAUSE_COUNT,
		.party = w->b.rec.respondents[target].party,
		.reader = reader,
		.target = target };

	read_sums(w, s.sums);
	bool found = search(&s, sum);
	rate_as_it_is(w);
	return found;
}

/* How far apart the worlds that are found have a rating of the target. */
static int span_of(struct world *w, int scale, int reader, int target)
{
	const struct tally *tally = scores_tally(&w->d.scores, (size_t)target, scale);
	int k = tally->answered, least = 5, most = 1;

	for (int away = 0; away <= 4 * k && most - least < EDITION_SPAN; away++)
		for (int turn = -1; turn <= 1; turn += 2) {
			int sum = tally->sum + turn * away;

			if (sum < k || sum > 5 * k ||
				(away && !exists_with(w, scale, reader, target, sum)))
				continue;
			int low = sum - 5 * (k - 1) < 1 ? 1 : sum - 5 * (k - 1);
			int high = sum - (k - 1) > 5 ? 5 : sum - (k - 1);

			least = low < least ? low : least;
			most = high > most ? high : most;
		}
	return most - least;
}

struct looked {
	int shown, hidden, aspects, causes, alike;
};

/* Some readers and targets of each value; those whose ratings are open by themselves cost nothing.
 */
static void look_at_value(struct world *w, int seed, int scale, int party, struct looked *looked)
{
	const struct record *rec = &w->b.rec;

	for (int reader = 0; reader < (int)rec->respondent_count; reader++)
		for (int target = 0; target < (int)rec->respondent_count; target++) {
			if (reader == target || rec->respondents[target].party != party ||
				isnan(scores_tally(&w->d.scores, (size_t)target, scale)->value))
				continue;
			if (dice(8))
				continue;
			int span = span_of(w, scale, reader, target);

			ck_assert_msg(span >= EDITION_SPAN,
				"seed %d: %s of %d of party %d is open by %d to %d", seed,
				scale_info[scale].id, target, party, span, reader);
			*(w->view.value[scale][party] ? &looked->hidden : &looked->shown) += 1;
		}
}

static void look_at_world(int seed, struct looked *looked)
{
	struct world w;

	world_init(&w, seed);
	for (int s = 0; s < SCALE_COUNT; s++) {
		for (size_t p = 0; p < w.b.rec.party_count; p++) {
			if (isnan(w.d.scores.scale[s].value[p]))
				continue;
			looked->alike += w.view.value[s][p] &&
				w.d.scores.scale[s].n[p] >= EDITION_VALUE_MIN &&
				w.view.scale[s] == WITHHELD_FEW;
			look_at_value(&w, seed, s, (int)p, looked);
		}
		looked->aspects += w.view.scale[s] == WITHHELD_SECOND;
	}
	for (int c = 0; c < CAUSE_COUNT; c++)
		looked->causes += w.view.cause[c];
	world_release(&w);
}

START_TEST(test_edition_joint_leaves_every_rating_open)
{
	struct looked looked = { 0 };

	for (int seed = 1; seed <= 30; seed++)
		look_at_world(seed, &looked);
	/* a cause that others make room for; a track that tells of reasons to partner */
	look_at_world(180, &looked);
	look_at_world(275, &looked);
	/* every way out was taken, and the edition still says something */
	ck_assert_int_gt(looked.shown, 200);
	ck_assert_int_gt(looked.hidden, 100);
	ck_assert_int_gt(looked.alike, 20);
	ck_assert_int_gt(looked.aspects, 4);
}
END_TEST

Suite *edition_span_suite(void)
{
	Suite *suite = suite_create("edition_span");
	TCase *tcase = tcase_create("edition_span");

	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_span_is_what_it_is_by_hand, 0,
		(int)(sizeof(by_hand) / sizeof(*by_hand)));
	tcase_add_test(tcase, test_span_is_open_where_nothing_is_known);
	tcase_add_loop_test(tcase, test_span_of_two_is_what_it_is_by_hand, 0,
		(int)(sizeof(two_by_hand) / sizeof(*two_by_hand)));
	tcase_add_test(tcase, test_span_of_two_is_that_of_one_where_nobody_changed);
	tcase_add_test(tcase, test_span_is_what_counting_every_case_gives);
	tcase_add_test(tcase, test_edition_joint_leaves_every_rating_open);
	suite_add_tcase(suite, tcase);
	return suite;
}
