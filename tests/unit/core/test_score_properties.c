/* SPDX-License-Identifier: MIT */
/*
 * What holds for every assessment, tried on a few thousand random ones.
 */
#include "random.h"

Suite *score_properties_suite(void);

enum { ROUNDS = 2000 }; /* random assessments a property */

static struct build b, changed;
static struct diagnosis d, other;

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
	for (uint64_t seed = 1; seed <= 2 * ROUNDS; seed++) {
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++) {
			const struct scale_score *scale = &d.scores.scale[s];
			ck_assert(within(scale->score, 1, 5) && within(scale->perception, 1, 5));
			ck_assert(within(scale->evidence, 1, 5) && within(scale->gap.value, 0, 4));
			ck_assert(
				within(scale->gap.p, 0, 1) && within(scale->dont_know_share, 0, 1));
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

static bool is_pulse(void)
{
	return b.rec.assessment.kind == ROUND_PULSE;
}

/* A number exactly where the method gives one. */
#define given(value, is_given) ck_assert_int_eq(!isnan(value), is_given)

static bool perceived(const struct scale_score *scale)
{
	bool any = false;
	for (size_t p = 0; p < b.rec.party_count; p++) {
		any |= scale->n[p] > 0;
		if (!scale->n[p] &&
			record_put_party_profile(&b.rec, p)->stance != STANCE_UNRESPONSIVE)
			return false;
	}
	return any;
}

/* Gaps are tested for aspects, from four values on each of the two sides. */
static void scale_is_given(int s)
{
	const struct scale_score *scale = &d.scores.scale[s];
	int sides = 0, large = 0;
	for (size_t p = 0; p < b.rec.party_count; p++) {
		sides += scale->n[p] > 0;
		large += scale->n[p] >= 4;
		given(scale->dont_know[p], scale->asked_count[p] > 0);
	}
	given(scale->perception, perceived(scale));
	given(scale->score, perceived(scale) || !isnan(scale->evidence));
	given(scale->gap.value, sides >= 2);
	if (sides <= 2)
		given(scale->gap.p, s < ASPECT_COUNT && large == 2);
}

START_TEST(test_property_a_number_stands_where_the_method_gives_one)
{
	for (uint64_t seed = 1; seed <= 2 * ROUNDS; seed++) {
		int causes = 0;
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++)
			scale_is_given(s);
		for (int c = 0; c < CAUSE_COUNT; c++) {
			int aspects = 0;
			for (int a = 0; a < ASPECTS_PER_CAUSE; a++)
				aspects += !isnan(d.scores.scale[c * ASPECTS_PER_CAUSE + a].score);
			given(d.scores.cause[c].score, 4 * aspects >= 3 * ASPECTS_PER_CAUSE);
			causes += !isnan(d.scores.cause[c].score);
		}
		given(d.scores.health, causes == CAUSE_COUNT);
		given(d.scores.performance.score,
			!isnan(d.scores.performance.objectives) ||
				!isnan(d.scores.performance.kpis));
		given(d.scores.killer[KILLER_COMMUNICATION_TRUST],
			!is_pulse() && !isnan(d.scores.scale[ASPECT_COMMUNICATION].score) &&
				!isnan(d.scores.scale[SCALE_TRUST].perception));
		done();
	}
}
END_TEST

START_TEST(test_property_findings_are_in_order_and_ids_can_be_read)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		for (size_t i = 0; i < d.finding_count; i++) {
			struct finding_ref ref, is = finding_ref(&b.rec, &d.findings[i]);
			ck_assert(finding_parse(&b.rec, d.findings[i].id, &ref));
			ck_assert(finding_ref_covers(&ref, &is) && finding_ref_covers(&is, &ref));
			if (i)
				ck_assert_int_le(
					d.findings[i].severity, d.findings[i - 1].severity);
		}
		/* a pulse finds nothing, and grades nothing */
		ck_assert(!is_pulse() || !d.finding_count);
		ck_assert_int_eq(is_pulse(), !d.confidence.reason_count);
		ck_assert_int_le(d.confidence.reason_count, CONFIDENCE_REASONS);
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
	for (size_t i = b.rec.party_profile_count; i-- > 0;) {
		struct party_profile *known = record_add(&changed.rec, KIND_PARTY_PROFILE);
		*known = b.rec.party_profiles[i];
		known->party = place[known->party];
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
	int kpis = (int)b.rec.kpi_count;
	for (int i = kpis; i-- > 0;)
		*(struct kpi *)record_add(&changed.rec, KIND_KPI) = b.rec.kpis[i];
	for (size_t i = 0; i < b.rec.actual_count; i++) { /* on one day the last counts */
		struct actual *actual = record_add(&changed.rec, KIND_ACTUAL);
		*actual = b.rec.actuals[i];
		actual->kpi = kpis - 1 - actual->kpi;
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
		random_build(&b, seed);
		reorder(place);
		changed.rec.alliance = b.rec.alliance;
		changed.rec.assessment = b.rec.assessment;
		*record_put_profile(&changed.rec) = *record_profile(&b.rec);
		for (size_t i = b.rec.objective_count; i-- > 0;)
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
		assert_value(other.scores.performance.score, d.scores.performance.score);
		ck_assert_int_eq(other.situation, d.situation);
		ck_assert_uint_eq(other.finding_count, d.finding_count);
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
		random_build(&b, seed);
		b.rec.assessment.kind = ROUND_BASELINE; /* in a pulse a blank is not asked */
		diagnosis_compute(&d, &b.rec);
		for (size_t i = 0; i < b.rec.answer_count; i++)
			if (b.rec.answers[i].state == STATE_BLANK)
				b.rec.answers[i].state = STATE_DONT_KNOW;
		for (size_t r = 0; r < b.rec.respondent_count; r++)
			for (int i = 0; i < BUILD_ITEMS; i++)
				if (!record_answer(&b.rec, (int)r, i))
					build_answer(&b, (int)r, i, STATE_DONT_KNOW);
		record_settle(&b.rec);
		diagnosis_compute(&other, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++) {
			assert_value(other.scores.scale[s].score, d.scores.scale[s].score);
			assert_value(
				other.scores.scale[s].perception, d.scores.scale[s].perception);
			for (size_t p = 0; p < b.rec.party_count; p++)
				assert_value(
					other.scores.scale[s].value[p], d.scores.scale[s].value[p]);
		}
		assert_value(other.scores.health, d.scores.health);
		ck_assert_int_eq(other.primary.cause, d.primary.cause);
		diagnosis_release(&other);
		done();
	}
}
END_TEST

START_TEST(test_property_more_people_of_one_party_weigh_no_more)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		size_t people = b.rec.respondent_count, answers = b.rec.answer_count;
		int twin[64], doubled = dice((int)b.rec.party_count);
		for (size_t r = 0; r < people; r++)
			if (b.rec.respondents[r].party == doubled)
				twin[r] = build_respondent(
					&b, doubled, (enum role)b.rec.respondents[r].role);
		for (size_t i = 0; i < answers; i++) {
			if (b.rec.respondents[b.rec.answers[i].respondent].party != doubled)
				continue;
			struct answer *answer = record_add(&b.rec, KIND_ANSWER);
			*answer = b.rec.answers[i];
			answer->respondent = twin[answer->respondent];
		}
		record_settle(&b.rec);
		diagnosis_compute(&other, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++)
			assert_value(
				other.scores.scale[s].perception, d.scores.scale[s].perception);
		for (int c = 0; c < CAUSE_COUNT; c++)
			assert_value(other.scores.cause[c].score, d.scores.cause[c].score);
		assert_value(other.scores.health, d.scores.health);
		diagnosis_release(&other);
		done();
	}
}
END_TEST

/* Everything that has a name gets another one. */
static void rename_all(struct record *rec)
{
	static const char *const labels[PARTIES_MAX] = { "Zeta", "Ypsilon", "Xi", "W\xC3\xBC", "V",
		"U" };
	rec->alliance.name = "Another name";
	rec->assessment.title = "Another title";
	for (size_t p = 0; p < rec->party_count; p++)
		rec->parties[p].name = rec->parties[p].label = labels[p];
	for (size_t i = 0; i < rec->respondent_count; i++)
		rec->respondents[i].name = i % 2 ? "Somebody" : NULL;
	for (size_t i = 0; i < rec->objective_count; i++)
		rec->objectives[i].text = "Another aim";
}

START_TEST(test_property_renaming_changes_no_score)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		rename_all(&b.rec);
		diagnosis_compute(&other, &b.rec);
		for (int s = 0; s < SCALE_COUNT; s++) {
			assert_value(other.scores.scale[s].score, d.scores.scale[s].score);
			assert_value(other.scores.scale[s].gap.p, d.scores.scale[s].gap.p);
		}
		assert_value(other.scores.health, d.scores.health);
		assert_value(other.scores.performance.score, d.scores.performance.score);
		ck_assert_int_eq(other.primary.cause, d.primary.cause);
		ck_assert_int_eq(other.primary.flip_count, d.primary.flip_count);
		ck_assert_int_eq(other.confidence.grade, d.confidence.grade);
		ck_assert_int_eq(other.track, d.track);
		ck_assert_uint_eq(other.finding_count, d.finding_count);
		diagnosis_release(&other);
		done();
	}
}
END_TEST

START_TEST(test_property_raising_a_cause_never_makes_it_primary)
{
	for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		int cause = dice(CAUSE_COUNT);
		for (size_t i = 0; i < b.rec.answer_count; i++) {
			struct answer *answer = &b.rec.answers[i];
			const struct item *item = &b.items[answer->item];
			double best = item->reversed ? 1 : 5;
			if (answer->state == STATE_ANSWERED && item->kind == ITEM_RATED &&
				item->scale / ASPECTS_PER_CAUSE == cause &&
				answer->value.number != best)
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

START_TEST(test_property_a_summary_says_what_the_diagnosis_says)
{
	for (uint64_t seed = 1; seed <= 2 * ROUNDS; seed++) {
		struct summary summary;
		random_build(&b, seed);
		diagnosis_compute(&d, &b.rec);
		summary_compute(&summary, &b.rec);
		ck_assert_mem_eq(&summary.health, &d.scores.health, sizeof(double));
		ck_assert_int_eq(summary.primary, d.primary.cause);
		ck_assert_int_eq(summary.grade, d.confidence.grade);
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
	tcase_add_test(tcase, test_property_a_number_stands_where_the_method_gives_one);
	tcase_add_test(tcase, test_property_findings_are_in_order_and_ids_can_be_read);
	tcase_add_test(tcase, test_property_order_does_not_matter);
	tcase_add_test(tcase, test_property_dont_know_counts_as_a_blank_in_means);
	tcase_add_test(tcase, test_property_more_people_of_one_party_weigh_no_more);
	tcase_add_test(tcase, test_property_renaming_changes_no_score);
	tcase_add_test(tcase, test_property_raising_a_cause_never_makes_it_primary);
	tcase_add_test(tcase, test_property_a_summary_says_what_the_diagnosis_says);
	suite_add_tcase(suite, tcase);
	return suite;
}
