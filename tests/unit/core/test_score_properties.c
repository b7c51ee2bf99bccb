/* SPDX-License-Identifier: MIT */
/*
 * What holds for every assessment, tried on a few thousand random ones.
 */
#include "build.h"

Suite *score_properties_suite(void);

enum { ROUNDS = 400 };            /* random assessments a property */

static struct build b, changed;
static struct diagnosis d, other;
static uint64_t state;

/* xorshift64*: the same assessments on every machine. */
static int dice(int sides)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (int)((state * 2685821657736338717u >> 33) % (uint64_t)sides);
}

static void random_answers(int respondent, int bias)
{
	for (int i = 0; i < BUILD_ITEMS - 1; i++) {
		int roll = dice(24);
		if (roll < STATE_COUNT && roll != STATE_ANSWERED)
			build_answer(&b, respondent, i, (enum answer_state)roll);
		else if (roll != STATE_COUNT) {
			int value = bias + dice(4) - 1;
			build_rate(&b, respondent, i, value < 1 ? 1 : value > 5 ? 5 : value);
		}
	}
	if (dice(3))
		build_split(&b, respondent, dice(50), dice(50), dice(50), dice(50));
	if (!dice(4))
		build_route(&b, b.rec.respondents[respondent].party, dice(2) ? respondent : -1,
			dice(6), dice(6), dice(6), dice(6));
}

static void random_facts(void)
{
	static const char *const types[] = { NULL, "research", "licence", "venture", "other" };
	static const char *const ambitions[] = { NULL, "reach", "innovate\nsave", "learn",
		"save\nreach\ninnovate\nlearn" };
	b.rec.alliance.type = types[dice(5)];
	b.rec.alliance.ambitions = ambitions[dice(5)];
	b.rec.alliance.amendable = dice(3) - 1;
	b.rec.alliance.breach = dice(8) ? TRI_UNKNOWN : TRI_YES;
	b.rec.alliance.started = dice(4) ? 20000 + dice(900) : DATE_NONE;
	b.rec.assessment.date = dice(8) ? 20500 : DATE_NONE;
	b.rec.assessment.objectives_agreed = dice(3) - 1;
	b.rec.assessment.kind = dice(6) ? ROUND_BASELINE : ROUND_PULSE;
	for (int row = 0; row < CHECK_ROWS; row++)
		if (dice(3))
			build_check(&b, row, (enum check)dice(CHECK_VALUE_COUNT));
	for (int i = dice(5); i > 0; i--) {
		struct objective *objective = record_add(&b.rec, KIND_OBJECTIVE);
		objective->measure = dice(2) ? "m" : NULL;
		objective->target = dice(2) ? "0" : " ";
		objective->result = dice(RESULT_COUNT + 1) - 1;
	}
	for (int i = dice(5); i > 0; i--) {
		struct kpi *kpi = record_add(&b.rec, KIND_KPI);
		kpi->category = dice(CATEGORY_COUNT);
		kpi->target = dice(5) ? dice(20) : NAN;
		kpi->baseline = dice(2) ? dice(20) : NAN;
		kpi->direction = !isnan(kpi->baseline) && kpi->target < kpi->baseline ?
			DIRECTION_LOWER : DIRECTION_HIGHER;
		kpi->start = dice(2) ? 20400 + dice(200) : DATE_NONE;
		kpi->due = dice(2) ? 20450 + dice(200) : DATE_NONE;
	}
	for (int i = b.rec.kpi_count ? dice(8) : 0; i > 0; i--) {
		struct actual *actual = record_add(&b.rec, KIND_ACTUAL);
		actual->kpi = dice((int)b.rec.kpi_count);
		actual->date = 20400 + dice(150);
		actual->value = dice(25) - 2;
	}
}

static const char *const labels[PARTIES_MAX] = { "A", "B", "C", "D", "E", "F" };

static void random_build(uint64_t seed)
{
	state = seed * 7919 + 88172645463325252u;
	build_init(&b);
	for (int i = 0; i < BUILD_ITEMS; i++) {
		b.items[i].reversed = b.items[i].kind == ITEM_RATED && !dice(6);
		b.items[i].roles = dice(4) ? EVERY_ROLE : (unsigned)dice(EVERY_ROLE + 1);
	}
	for (int parties = 2 + dice(PARTIES_MAX - 1), p = 0; p < parties; p++) {
		build_party(&b, labels[p]);
		struct party *party = &b.rec.parties[p];
		party->stance = dice(6) ? STANCE_ENGAGED : dice(STANCE_COUNT);
		party->escalated = dice(3) - 1;
		party->has_sponsor = dice(3) - 1;
		party->size_class = dice(SIZE_COUNT + 1) - 1;
		for (int bias = 1 + dice(5), n = dice(10); n > 0; n--)
			random_answers(build_respondent(&b, p, (enum role)dice(ROLE_COUNT)), bias);
	}
	random_facts();
	record_settle(&b.rec);
}

static void done(void)
{
	diagnosis_release(&d);
	build_release(&b);
}

static bool within(double x, double low, double high)
{
	return isnan(x) || (x >= low - 1e-9 && x <= high + 1e-9);
}

START_TEST(test_property_everything_stays_in_range)
{
	for (uint64_t seed = 1; seed <= 4 * ROUNDS; seed++) {
		random_build(seed);
		diagnosis_compute(&d, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++) {
			const struct scale_score *scale = &d.scores.scale[s];
			ck_assert(within(scale->score, 1, 5) && within(scale->perception, 1, 5));
			ck_assert(within(scale->evidence, 1, 5) && within(scale->gap.value, 0, 4));
			ck_assert(within(scale->gap.p, 0, 1) && within(scale->dont_know_share, 0, 1));
			ck_assert(!scale->gap.confirmed || !isnan(scale->gap.p));
			for (size_t p = 0; p < b.rec.party_count; p++) {
				ck_assert(within(scale->value[p], 1, 5));
				ck_assert_int_eq(isnan(scale->value[p]), scale->n[p] == 0);
			}
		}
		for (int c = 0; c < CAUSE_COUNT; c++) {
			ck_assert(within(d.scores.cause[c].score, 1, 5));
			ck_assert_int_eq(d.scores.cause[c].band == BAND_NONE,
				isnan(d.scores.cause[c].score));
		}
		ck_assert(within(d.scores.health, 1, 5));
		ck_assert(within(d.scores.performance.score, 0, 100));
		ck_assert(within(d.scores.type.fit, 0, 3));
		ck_assert(d.primary.agree <= d.primary.of && d.primary.agree_set <= d.primary.of);
		ck_assert_int_eq(d.primary.cause < CAUSE_COUNT, !isnan(d.primary.margin));
		done();
	}
}
END_TEST

START_TEST(test_property_no_words_say_nan)
{
	for (uint64_t seed = 1; seed <= 2 * ROUNDS; seed++) {
		random_build(seed);
		diagnosis_compute(&d, &b.rec);
		for (size_t i = 0; i < d.finding_count; i++) {
			ck_assert_ptr_null(strstr(d.findings[i].text, " nan"));
			ck_assert_ptr_null(strstr(d.findings[i].text, " inf"));
			ck_assert_ptr_null(strstr(d.findings[i].text, "(null)"));
			if (i)
				ck_assert_int_le(d.findings[i].severity, d.findings[i - 1].severity);
		}
		for (int i = 0; d.confidence.reasons[i]; i++)
			ck_assert_ptr_null(strstr(d.confidence.reasons[i], " nan"));
		ck_assert_int_eq(d.confidence.grade == GRADE_A, d.confidence.raise[0] == NULL);
		ck_assert_ptr_nonnull(d.confidence.reasons[0]);
		done();
	}
}
END_TEST

static void shuffle(int *order, int n)
{
	for (int i = 0; i < n; i++)
		order[i] = i;
	for (int i = n - 1; i > 0; i--) {
		int j = dice(i + 1), swap = order[i];
		order[i] = order[j];
		order[j] = swap;
	}
}

/* A copy of b in `changed` with parties, respondents, answers and entries in another order;
 * place[p] is where party p went. */
static void reorder(int place[PARTIES_MAX])
{
	int parties[PARTIES_MAX], people[64], where[64];
	int answers = (int)b.rec.answer_count, *order = mem_alloc((size_t)answers * sizeof(*order));
	build_init(&changed);
	memcpy(changed.items, b.items, sizeof(b.items));
	shuffle(parties, (int)b.rec.party_count);
	for (size_t i = 0; i < b.rec.party_count; i++) {
		*(struct party *)record_add(&changed.rec, KIND_PARTY) = b.rec.parties[parties[i]];
		place[parties[i]] = (int)i;
	}
	shuffle(people, (int)b.rec.respondent_count);
	for (size_t i = 0; i < b.rec.respondent_count; i++) {
		struct respondent *who = record_add(&changed.rec, KIND_RESPONDENT);
		*who = b.rec.respondents[people[i]];
		who->party = place[who->party];
		where[people[i]] = (int)i;
	}
	shuffle(order, answers);
	for (int i = 0; i < answers; i++) {
		struct answer *answer = record_add(&changed.rec, KIND_ANSWER);
		*answer = b.rec.answers[order[i]];
		answer->respondent = where[answer->respondent];
	}
	for (size_t i = b.rec.route_count; i-- > 0;) {
		struct route *route = record_add(&changed.rec, KIND_ROUTE);
		*route = b.rec.routes[i];
		route->party = place[route->party];
		route->respondent = route->respondent < 0 ? -1 : where[route->respondent];
	}
	for (size_t i = b.rec.checklist_count; i-- > 0;)
		build_check(&changed, b.rec.checklists[i].row, b.rec.checklists[i].value);
	free(order);
	record_settle(&changed.rec);
}

START_TEST(test_property_order_does_not_matter)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		int place[PARTIES_MAX];
		random_build(seed);
		reorder(place);
		changed.rec.alliance = b.rec.alliance;
		changed.rec.assessment = b.rec.assessment;
		for (size_t i = 0; i < b.rec.objective_count; i++)
			*(struct objective *)record_add(&changed.rec, KIND_OBJECTIVE) =
				b.rec.objectives[i];
		diagnosis_compute(&d, &b.rec);
		diagnosis_compute(&other, &changed.rec);
		for (int s = 0; s < SCALE_COUNT; s++) {
			assert_value(other.scores.scale[s].score, d.scores.scale[s].score);
			assert_value(other.scores.scale[s].gap.value, d.scores.scale[s].gap.value);
			for (size_t p = 0; p < b.rec.party_count; p++)
				assert_value(other.scores.scale[s].value[place[p]],
					d.scores.scale[s].value[p]);
		}
		assert_value(other.scores.health, d.scores.health);
		assert_value(other.scores.route.clearance, d.scores.route.clearance);
		ck_assert_int_eq(other.primary.cause, d.primary.cause);
		ck_assert_int_eq(other.primary.agree, d.primary.agree);
		ck_assert_int_eq(other.primary.agree_set, d.primary.agree_set);
		ck_assert_int_eq(other.primary.flip_count, d.primary.flip_count);
		ck_assert_int_eq(other.confidence.grade, d.confidence.grade);
		ck_assert_int_eq(other.track, d.track);
		diagnosis_release(&other);
		build_release(&changed);
		done();
	}
}
END_TEST

START_TEST(test_property_dont_know_counts_as_a_blank_in_means)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(seed);
		b.rec.assessment.kind = ROUND_BASELINE;       /* in a pulse a blank is not asked */
		diagnosis_compute(&d, &b.rec);
		for (size_t i = 0; i < b.rec.answer_count; i++)
			if (b.rec.answers[i].state == STATE_BLANK)
				b.rec.answers[i].state = STATE_DONT_KNOW;
		diagnosis_compute(&other, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++)
			assert_value(other.scores.scale[s].score, d.scores.scale[s].score);
		ck_assert_int_eq(other.primary.cause, d.primary.cause);
		diagnosis_release(&other);
		done();
	}
}
END_TEST

START_TEST(test_property_more_people_of_one_party_weigh_no_more)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(seed);
		diagnosis_compute(&d, &b.rec);
		size_t people = b.rec.respondent_count, answers = b.rec.answer_count;
		int twin[64];
		for (size_t r = 0; r < people; r++)
			if (b.rec.respondents[r].party == 0)
				twin[r] = build_respondent(&b, 0,
					(enum role)b.rec.respondents[r].role);
		for (size_t i = 0; i < answers; i++) {
			if (b.rec.respondents[b.rec.answers[i].respondent].party)
				continue;
			struct answer *answer = record_add(&b.rec, KIND_ANSWER);
			*answer = b.rec.answers[i];
			answer->respondent = twin[answer->respondent];
		}
		record_settle(&b.rec);
		diagnosis_compute(&other, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++)
			assert_value(other.scores.scale[s].perception, d.scores.scale[s].perception);
		assert_value(other.scores.health, d.scores.health);
		diagnosis_release(&other);
		done();
	}
}
END_TEST

START_TEST(test_property_raising_a_cause_never_makes_it_primary)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(seed);
		diagnosis_compute(&d, &b.rec);
		int cause = dice(CAUSE_COUNT);
		for (size_t i = 0; i < b.rec.answer_count; i++) {
			struct answer *answer = &b.rec.answers[i];
			const struct item *item = &b.items[answer->item];
			double best = item->reversed ? 1 : 5;
			if (answer->state == STATE_ANSWERED && item->kind == ITEM_RATED &&
			    item->scale / ASPECTS_PER_CAUSE == cause && answer->value.number != best)
				answer->value.number += item->reversed ? -1 : 1;
		}
		diagnosis_compute(&other, &b.rec);
		ck_assert(other.primary.cause != cause || d.primary.cause == cause);
		ck_assert(!(other.scores.cause[cause].score < d.scores.cause[cause].score - 1e-9));
		diagnosis_release(&other);
		done();
	}
}
END_TEST

Suite *score_properties_suite(void)
{
	Suite *suite = suite_create("score_properties");
	TCase *tcase = tcase_create("properties");
	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, test_property_everything_stays_in_range);
	tcase_add_test(tcase, test_property_no_words_say_nan);
	tcase_add_test(tcase, test_property_order_does_not_matter);
	tcase_add_test(tcase, test_property_dont_know_counts_as_a_blank_in_means);
	tcase_add_test(tcase, test_property_more_people_of_one_party_weigh_no_more);
	tcase_add_test(tcase, test_property_raising_a_cause_never_makes_it_primary);
	suite_add_tcase(suite, tcase);
	return suite;
}
