/* SPDX-License-Identifier: MIT */
/*
 * What joint editions have handed out of a round: read back from its figures it is what was
 * printed, and it is printed again whatever few people say since.
 */
#include <string.h>
#include <rekindle/release.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>
#include "random.h"

Suite *release_suite(void);

#define DAY INT64_C(1760486400000)
#define SIDE 5
#define SEEDS 40
#define SUBJECT ASPECT_GOVERNANCE

static struct build b;
static struct diagnosis d;
static struct edition_view view;

static void set_ids(struct record *rec)
{
	for (size_t i = 0; i < rec->party_count; i++)
		rec->parties[i].object.id.byte[0] = (unsigned char)(i + 1);
	for (size_t i = 0; i < rec->respondent_count; i++) {
		rec->respondents[i].object.id.byte[1] = (unsigned char)(i + 1);
		rec->respondents[i].object.id.byte[2] = 1;
	}
	rec->assessment.object.id.byte[3] = 1;
}

static void look(void)
{
	record_settle(&b.rec);
	diagnosis_compute(&d, &b.rec);
	release_view(&view, &b.rec, &d, EDITION_JOINT);
}

static void forget(void)
{
	edition_release(&view);
	diagnosis_release(&d);
}

/* What is looked at is handed out: remembered as the store does it. */
static void hand_out(int64_t at)
{
	struct release_look now;
	struct edition_view fresh;

	edition_compute(&fresh, &b.rec, &d, EDITION_JOINT);
	release_look(&now, &b.rec, &b.rec, &fresh, &d.scores);
	if (now.news)
		release_add(&b.rec, &b.rec, &fresh, &d.scores, at);
	edition_release(&fresh);
}

/* Of one decimal, or of neither. */
static void assert_tenth(double got, double is)
{
	ck_assert_msg(isnan(got) == isnan(is) && (isnan(is) || fabs(got - is) <= 0.05 + 1e-9),
		"%.4f is not %.4f", got, is);
}

static void assert_scale(const struct scale_score *got, const struct scale_score *is, int parties)
{
	assert_tenth(got->perception, is->perception);
	assert_tenth(got->score, is->score);
	assert_tenth(got->gap.value, is->gap.value);
	ck_assert(got->gap.higher == is->gap.higher && got->gap.lower == is->gap.lower);
	ck_assert(got->gap.level == is->gap.level && got->gap.confirmed == is->gap.confirmed);
	ck_assert_int_eq(got->shared_pain, is->shared_pain);
	for (int p = 0; p < parties; p++) {
		assert_tenth(got->value[p], is->value[p]);
		ck_assert_int_eq(got->n[p], is->n[p]);
		ck_assert_int_eq(got->dont_know_count[p], is->dont_know_count[p]);
		ck_assert_int_eq(got->asked_count[p], is->asked_count[p]);
		ck_assert(got->divided[p] == is->divided[p] &&
			got->visibility_gap[p] == is->visibility_gap[p]);
	}
}

static void assert_scores(const struct scores *got, const struct scores *is, int parties)
{
	assert_tenth(got->health, is->health);
	ck_assert_int_eq(got->one_sided, is->one_sided);
	for (int s = 0; s < SCALE_COUNT; s++)
		assert_scale(&got->scale[s], &is->scale[s], parties);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		assert_tenth(got->cause[c].score, is->cause[c].score);
		assert_tenth(got->split.overall[c], is->split.overall[c]);
		ck_assert_int_eq(got->cause[c].band, is->cause[c].band);
		ck_assert_int_eq(got->cause[c].failing, is->cause[c].failing);
		ck_assert_int_eq(got->cause[c].widest, is->cause[c].widest);
	}
	for (int k = 0; k < KILLER_COUNT; k++) {
		assert_tenth(got->killer[k], is->killer[k]);
		ck_assert_int_eq(got->killer_present[k], is->killer_present[k]);
	}
	assert_tenth(got->route.clearance, is->route.clearance);
	ck_assert_int_eq(got->route.result, is->route.result);
}

static void assert_findings(const struct diagnosis *got, const struct diagnosis *is)
{
	ck_assert_uint_eq(got->finding_count, is->finding_count);
	for (size_t i = 0; i < is->finding_count; i++) {
		ck_assert_str_eq(got->findings[i].id, is->findings[i].id);
		ck_assert_int_eq(got->findings[i].severity, is->findings[i].severity);
		ck_assert_int_eq(got->findings[i].cause, is->findings[i].cause);
		ck_assert_int_eq(got->findings[i].scale, is->findings[i].scale);
	}
	ck_assert_uint_eq(got->knockout_count, is->knockout_count);
	for (size_t i = 0; i < is->knockout_count; i++)
		ck_assert(got->knockouts[i].id == is->knockouts[i].id &&
			got->knockouts[i].party == is->knockouts[i].party);
}

static void assert_decision(const struct diagnosis *got, const struct diagnosis *is)
{
	ck_assert_int_eq(got->primary.cause, is->primary.cause);
	ck_assert_int_eq(got->primary.tie, is->primary.tie);
	ck_assert(!memcmp(got->primary.leading, is->primary.leading, sizeof(is->primary.leading)));
	ck_assert(!memcmp(got->primary.contributing, is->primary.contributing,
		sizeof(is->primary.contributing)));
	ck_assert_int_eq(got->confidence.grade, is->confidence.grade);
	ck_assert_int_eq(got->track, is->track);
	ck_assert_int_eq(got->provisional, is->provisional);
	ck_assert(!memcmp(got->pitfall, is->pitfall, sizeof(is->pitfall)));
	ck_assert(!memcmp(got->special, is->special, sizeof(is->special)));
}

static void assert_marks(const struct edition_view *got, const struct edition_view *is)
{
	ck_assert(!memcmp(got->value, is->value, sizeof(is->value)));
	ck_assert(!memcmp(got->scale, is->scale, sizeof(is->scale)));
	ck_assert(!memcmp(got->cause, is->cause, sizeof(is->cause)));
	ck_assert(!memcmp(got->killer, is->killer, sizeof(is->killer)));
	ck_assert(!memcmp(got->split, is->split, sizeof(is->split)));
	ck_assert(!memcmp(got->pitfall, is->pitfall, sizeof(is->pitfall)));
	ck_assert(!memcmp(got->special, is->special, sizeof(is->special)));
	ck_assert(!memcmp(got->left_out, is->left_out, sizeof(is->left_out)));
	ck_assert(got->primary == is->primary && got->points == is->points &&
		got->route == is->route);
}

/* Of any assessment the figures give back what the edition shows. */
START_TEST(test_release_property_figures_hold_what_is_printed)
{
	struct edition_view fresh;
	int whole = 0;

	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		random_build(&b, (uint64_t)_i * SEEDS + seed);
		set_ids(&b.rec);
		look();
		edition_compute(&fresh, &b.rec, &d, EDITION_JOINT);
		const char *figures = release_figures(&b.rec.pool, &b.rec, &fresh);
		ck_assert_msg(figures_valid(figures), "%s", figures);
		ck_assert(!view.as_of && !view.partial);
		whole += !fresh.facts_only;
		assert_scores(&view.shown.scores, &fresh.shown.scores, (int)b.rec.party_count);
		assert_findings(&view.shown, &fresh.shown);
		assert_decision(&view.shown, &fresh.shown);
		assert_marks(&view, &fresh);
		edition_release(&fresh);
		forget();
		build_release(&b);
	}
	ck_assert_int_gt(whole, 0);
}
END_TEST

static void begin_with(int a, int c)
{
	build_init(&b);
	build_team(&b, build_party(&b, "A"), SIDE, a);
	build_team(&b, build_party(&b, "B"), SIDE, c);
	set_ids(&b.rec);
}

static void begin(void)
{
	begin_with(4, 2);
}

static void end(void)
{
	build_release(&b);
}

static void rate_all(int respondent, int value)
{
	for (int i = 0; i < BUILD_ITEMS - 1; i++)
		build_rate(&b, respondent, i, value);
}

/* _i people of a side say something else: up to two, what was printed is printed again. */
START_TEST(test_release_prints_the_last_one_again)
{
	begin();
	look();
	hand_out(DAY);
	ck_assert_uint_eq(b.rec.release_count, 1);
	const struct scores then = view.shown.scores;
	const size_t findings = view.shown.finding_count;
	forget();
	for (int r = 0; r < _i; r++)
		rate_all(r, r == 1 ? 3 : 2);
	look();
	hand_out(DAY + 1);
	ck_assert_uint_eq(b.rec.release_count, _i < EDITION_CHANGED_MIN ? 1 : 2);
	if (_i < EDITION_CHANGED_MIN) {
		ck_assert(view.as_of == (_i ? DAY : 0));
		assert_scores(&view.shown.scores, &then, 2);
		ck_assert_uint_eq(view.shown.finding_count, findings);
	} else {
		ck_assert(!view.as_of);
		assert_tenth(view.shown.scores.scale[SUBJECT].value[0], 3);
	}
	forget();
	end();
}
END_TEST

static void rate_scale(int respondent, int scale, int value)
{
	for (int k = 0; k < BUILD_PER_SCALE; k++)
		build_rate(&b, respondent, build_item(scale, k), value);
}

/* Three changed, but one of them alone on a scale; then three on it, who say the same; then not. */
START_TEST(test_release_takes_three_on_every_scale)
{
	static const struct {
		int people, value[3];
		bool anew;
	} say[] = { { 1, { 2 }, false }, { 2, { 2, 3 }, false }, { 3, { 5, 5, 5 }, false },
		{ 3, { 2, 3, 2 }, true } };

	begin();
	look();
	hand_out(DAY);
	forget();
	for (int r = 0; r < 3; r++)
		rate_scale(r, ASPECT_OBJECTIVES, r == 1 ? 3 : 2);
	for (int r = 0; r < say[_i].people; r++)
		rate_scale(r, SUBJECT, say[_i].value[r]);
	look();
	hand_out(DAY + 1);
	ck_assert_uint_eq(b.rec.release_count, say[_i].anew ? 2 : 1);
	ck_assert(view.as_of == (say[_i].anew ? 0 : DAY));
	forget();
	end();
}
END_TEST

/* One who is new, one who is gone: fewer than three in all. */
START_TEST(test_release_counts_who_is_new_or_gone)
{
	begin();
	look();
	hand_out(DAY);
	forget();
	build_team(&b, 0, 1, 1);
	set_ids(&b.rec);
	look();
	ck_assert(view.as_of == DAY);
	ck_assert_int_eq(view.shown.scores.with_data[0], SIDE);
	assert_tenth(view.shown.scores.scale[SUBJECT].value[0], 4);
	forget();
	end();
}
END_TEST

/* Nothing that a writer is given of today's ratings: the findings are withheld, the numbers those
 * of the release. */
START_TEST(test_release_keeps_what_is_found_since_to_itself)
{
	begin_with(4, 4);
	look();
	hand_out(DAY);
	ck_assert_uint_eq(view.shown.finding_count, 0);
	forget();
	rate_all(0, 1);
	rate_all(1, 1);
	look();
	ck_assert_uint_gt(d.finding_count, 0);
	ck_assert_uint_eq(view.shown.finding_count, 0);
	ck_assert_uint_eq(view.whole.finding_count, d.finding_count);
	for (size_t i = 0; i < d.finding_count; i++) {
		const struct finding_ref ref = finding_ref(&b.rec, &d.findings[i]);

		ck_assert(view.finding[i]);
		ck_assert(edition_hides(&view, &b.rec, &view.whole, &ref));
	}
	assert_tenth(view.whole.scores.scale[SUBJECT].value[0], 4);
	forget();
	end();
}
END_TEST

static bool finds(const char *id)
{
	for (size_t i = 0; i < view.shown.finding_count; i++)
		if (!strcmp(view.shown.findings[i].id, id))
			return true;
	return false;
}

/* The score of an aspect goes with the facts of today; what is printed of a cause does not. */
START_TEST(test_release_takes_the_facts_of_today)
{
	begin_with(4, 4);
	look();
	hand_out(DAY);
	double cause = view.shown.scores.cause[CAUSE_MANAGEMENT].score;
	forget();
	rate_all(0, 1);
	for (int row = GOVERNANCE_MANDATE; row < CHECK_ROWS; row++)
		build_check(&b, row, CHECK_NO);
	record_put_party_profile(&b.rec, 1)->stance = STANCE_RELUCTANT;
	look();
	const struct scores *shown = &view.shown.scores;
	ck_assert(view.as_of == DAY);
	assert_tenth(shown->scale[SUBJECT].perception, 4);
	assert_tenth(shown->scale[SUBJECT].evidence, 1);
	assert_tenth(shown->scale[SUBJECT].score, 2.5);
	assert_tenth(shown->killer[KILLER_GOVERNANCE], 2.5);
	ck_assert(shown->killer_present[KILLER_GOVERNANCE]);
	assert_tenth(shown->cause[CAUSE_MANAGEMENT].score, cause);
	ck_assert(finds("aspect.management.governance") && finds("killer.governance"));
	ck_assert(finds("checklist.governance.mandate") && finds("knockout.reluctant.B"));
	ck_assert(!finds("aspect.management.communication"));
	ck_assert_int_eq(view.shown.track, TRACK_ESCALATE);
	forget();
	end();
}
END_TEST

/* Of figures those that an earlier program kept. */
static const char *earlier(const char *figures)
{
	static const char *const kept[] = { "health\"", "cause.", "perception.", "score.", "value.",
		"n." };
	struct str out;

	str_init(&out);
	for (const char *at = strchr(figures, '"'); at; at = strchr(at + 1, ',')) {
		at += *at == ',';
		for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
			if (!strncmp(at + 1, kept[i], strlen(kept[i]))) {
				str_addc(&out, out.len ? ',' : '{');
				str_addn(&out, at, strcspn(at, ",}"));
			}
	}
	str_addc(&out, '}');
	figures = pool_strdup(&b.rec.pool, out.text);
	str_release(&out);
	return figures;
}

/* An earlier program kept scores alone. The same ratings are kept in full; of others the rest is
 * withheld. */
START_TEST(test_release_of_an_earlier_program_withholds_the_rest)
{
	begin();
	look();
	hand_out(DAY);
	const char *figures = b.rec.releases[0].printed = earlier(b.rec.releases[0].printed);
	ck_assert(figures_valid(figures) && !release_is_whole(&b.rec, figures));
	forget();
	if (_i)
		rate_all(0, 1);
	look();
	hand_out(DAY + 1);
	ck_assert_uint_eq(b.rec.release_count, _i ? 1 : 2);
	ck_assert_int_eq(view.partial, _i);
	assert_tenth(view.shown.scores.scale[SUBJECT].value[0], 4);
	ck_assert_int_eq(view.primary, _i);
	ck_assert_int_eq(view.left_out[LEFT_OUT_RELEASE], _i);
	ck_assert(finds("aspect.management.governance"));
	ck_assert_int_eq(finds("gap.management.governance"), !_i);
	forget();
	end();
}
END_TEST

/* Of a side of two only facts are shown; nothing is handed out of its ratings. */
START_TEST(test_release_of_facts_alone_is_none)
{
	build_init(&b);
	build_team(&b, build_party(&b, "A"), SIDE, 4);
	build_team(&b, build_party(&b, "B"), 2, 2);
	set_ids(&b.rec);
	look();
	hand_out(DAY);
	ck_assert(view.facts_only);
	ck_assert_uint_eq(b.rec.release_count, 0);
	ck_assert_uint_eq(view.shown.finding_count, 0);
	forget();
	end();
}
END_TEST

/* Nor of a round in which nobody was heard; one of those that a program kept all the same bars
 * nothing. */
START_TEST(test_release_before_anybody_is_heard_is_none)
{
	struct release *empty;

	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	set_ids(&b.rec);
	look();
	hand_out(DAY);
	ck_assert_uint_eq(b.rec.release_count, 0);
	forget();
	empty = record_add(&b.rec, KIND_RELEASE);
	empty->round = b.rec.assessment.object.id;
	empty->at = DAY;
	empty->printed = "{}";
	build_team(&b, 0, SIDE, 4);
	build_team(&b, 1, SIDE, 2);
	set_ids(&b.rec);
	look();
	ck_assert_int_eq(view.as_of, 0);
	ck_assert(!isnan(view.shown.scores.health));
	hand_out(DAY + 1);
	ck_assert_uint_eq(b.rec.release_count, 2);
	forget();
	end();
}
END_TEST

Suite *release_suite(void)
{
	Suite *suite = suite_create("release");
	TCase *tcase = tcase_create("release");

	tcase_add_loop_test(tcase, test_release_property_figures_hold_what_is_printed, 0, 6);
	tcase_add_loop_test(tcase, test_release_prints_the_last_one_again, 0, 4);
	tcase_add_loop_test(tcase, test_release_takes_three_on_every_scale, 0, 4);
	tcase_add_test(tcase, test_release_counts_who_is_new_or_gone);
	tcase_add_test(tcase, test_release_keeps_what_is_found_since_to_itself);
	tcase_add_test(tcase, test_release_takes_the_facts_of_today);
	tcase_add_loop_test(tcase, test_release_of_an_earlier_program_withholds_the_rest, 0, 2);
	tcase_add_test(tcase, test_release_of_facts_alone_is_none);
	tcase_add_test(tcase, test_release_before_anybody_is_heard_is_none);
	suite_add_tcase(suite, tcase);
	return suite;
}
