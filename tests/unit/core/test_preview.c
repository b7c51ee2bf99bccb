/* SPDX-License-Identifier: MIT */
/*
 * What the other side would see of a joint edition, why not more, and whom to hear for that.
 */
#include "build.h"

#include <rekindle/preview.h>
#include <rekindle/release.h>

Suite *preview_suite(void);

struct seen {
	struct build b;
	struct diagnosis d;
	struct edition_view view;
	struct edition_preview preview;
	const struct record *before; /* NULL: it is the first round */
};

/* Two parties, of so many people each, who do not all say the same of anything. */
static void begin(struct seen *s, int a, int b)
{
	int n[] = { a, b };

	build_init(&s->b);
	s->before = NULL;
	for (int p = 0; p < 2; p++) {
		int party = build_party(&s->b, p ? "B" : "A");

		for (int i = 0; i < n[p]; i++)
			build_everything(&s->b,
				build_respondent(&s->b, party, (enum role)(i % ROLE_COUNT)),
				2 + i % 3);
	}
}

static void name_object(struct object *object, size_t number)
{
	object->id.byte[0] = (unsigned char)(number + 1);
}

/* What is handed out knows parties and people by their ids. */
static void look(struct seen *s)
{
	for (size_t p = 0; p < s->b.rec.party_count; p++)
		name_object(&s->b.rec.parties[p].object, p);
	for (size_t r = 0; r < s->b.rec.respondent_count; r++)
		name_object(&s->b.rec.respondents[r].object, r);
	name_object(&s->b.rec.assessment.object, 0);
	build_diagnose(&s->b, &s->d);
	release_view(&s->view, &s->b.rec, &s->d, EDITION_JOINT);
	preview_compute(&s->preview, &s->b.rec, &s->d, &s->view, NULL, s->before);
	preview_look_ahead(&s->preview, &s->b.rec);
}

static void end(struct seen *s)
{
	preview_release(&s->preview);
	edition_release(&s->view);
	diagnosis_release(&s->d);
	build_release(&s->b);
}

static void assert_count(
	const struct edition_preview *preview, enum preview_group group, int shown, int all)
{
	ck_assert_int_eq(preview->of[group].shown, shown);
	ck_assert_int_eq(preview->of[group].all, all);
}

START_TEST(test_preview_withholds_nothing_of_many)
{
	struct seen s;

	begin(&s, 9, 9);
	look(&s);
	assert_count(&s.preview, PREVIEW_ASPECTS, ASPECT_COUNT, ASPECT_COUNT);
	assert_count(&s.preview, PREVIEW_SYMPTOMS, 3, 3);
	assert_count(&s.preview, PREVIEW_VALUES, 2 * SCALE_COUNT, 2 * SCALE_COUNT);
	assert_count(&s.preview, PREVIEW_CAUSES, CAUSE_COUNT, CAUSE_COUNT);
	assert_count(&s.preview, PREVIEW_HEALTH, 1, 1);
	assert_count(&s.preview, PREVIEW_GAPS, SCALE_COUNT, SCALE_COUNT);
	assert_count(&s.preview, PREVIEW_POINTS, 0, 0);
	assert_count(&s.preview, PREVIEW_ROUTE, 0, 0);
	ck_assert_uint_eq(s.preview.withheld_count, 0);
	ck_assert_uint_eq(s.preview.hear_count, 0);
	end(&s);
}
END_TEST

/* Of two people of one side nothing but its counts is shown, nor what is built on that. */
START_TEST(test_preview_withholds_what_rests_on_two)
{
	struct seen s;

	begin(&s, 6, 2);
	look(&s);
	assert_count(&s.preview, PREVIEW_ASPECTS, 0, ASPECT_COUNT);
	assert_count(&s.preview, PREVIEW_GAPS, 0, SCALE_COUNT);
	ck_assert_int_eq(s.preview.value[1].shown, 0);
	ck_assert_int_eq(s.preview.value[1].all, SCALE_COUNT);
	ck_assert_int_eq(s.preview.withheld[0].group, PREVIEW_ASPECTS);
	ck_assert_int_eq(s.preview.withheld[0].why, PREVIEW_FACTS);
	ck_assert(s.view.few[1] && !s.view.few[0]);
	ck_assert_int_eq(s.preview.withheld[0].subject, 0);
	ck_assert_int_eq(s.preview.withheld[0].party, -1);
	end(&s);
}
END_TEST

/* Words go out by permission; those with a name in them wait, and some are kept in. */
START_TEST(test_preview_counts_words)
{
	static const struct {
		enum tri quotable;
		enum preview_why why;
	} cases[] = { { TRI_UNKNOWN, PREVIEW_WAITS }, { TRI_NO, PREVIEW_KEPT } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct seen s;

		begin(&s, 4, 4);
		s.b.rec.answers[0].text = "It was slow";
		s.b.rec.answers[1].text = "We gave it a two";
		s.b.rec.answers[1].quotable = cases[i].quotable;
		look(&s);
		assert_count(&s.preview, PREVIEW_QUOTES, 1, 2);
		const struct preview_item *last = &s.preview.withheld[s.preview.withheld_count - 1];
		ck_assert_int_eq(last->group, PREVIEW_QUOTES);
		ck_assert_int_eq(last->why, cases[i].why);
		end(&s);
	}
}
END_TEST

/* None goes out beside an aspect that is withheld. */
START_TEST(test_preview_counts_no_words_beside_what_is_withheld)
{
	struct seen s;

	begin(&s, 4, 4);
	s.b.rec.answers[0].text = "It was slow";
	look(&s);
	int scale = s.b.rec.instrument->items[s.b.rec.answers[0].item].scale;
	preview_release(&s.preview);
	s.view.scale[scale] = WITHHELD_FEW;
	preview_compute(&s.preview, &s.b.rec, &s.d, &s.view, NULL, s.before);
	assert_count(&s.preview, PREVIEW_QUOTES, 0, 1);
	const struct preview_item *last = &s.preview.withheld[s.preview.withheld_count - 1];
	ck_assert_int_eq(last->group, PREVIEW_QUOTES);
	ck_assert_int_eq(last->why, PREVIEW_RESTS);
	end(&s);
}
END_TEST

/* Where facts alone are shown, no words are. */
START_TEST(test_preview_of_facts_has_no_words)
{
	struct seen s;

	begin(&s, 4, 2);
	s.b.rec.answers[0].text = "It was slow";
	look(&s);
	assert_count(&s.preview, PREVIEW_QUOTES, 0, 1);
	end(&s);
}
END_TEST

/* Every thing that there is, is shown or listed as withheld, once. */
START_TEST(test_preview_lists_all_that_is_not_shown)
{
	struct seen s;
	int listed[PREVIEW_GROUPS] = { 0 };

	begin(&s, 4, 4);
	build_states(&s.b, 4, ASPECT_TERMS, "ddd");
	build_states(&s.b, 5, ASPECT_TERMS, "ddd");
	for (int r = 0; r < 2; r++)
		build_split(&s.b, r, 40, 30, 20, 10);
	build_route(&s.b, 0, 0, 4, 3, 2, 1);
	look(&s);
	for (size_t i = 0; i < s.preview.withheld_count; i++)
		listed[s.preview.withheld[i].group]++;
	for (int g = 0; g < PREVIEW_GROUPS; g++)
		ck_assert_int_eq(listed[g], s.preview.of[g].all - s.preview.of[g].shown);
	ck_assert_int_ge(listed[PREVIEW_ASPECTS], 2);
	assert_count(&s.preview, PREVIEW_POINTS, 0, 1);
	for (int g = 0; g < PREVIEW_GROUPS; g++)
		ck_assert_int_ge(s.preview.of[g].all, s.preview.of[g].shown);
	const struct preview_count aspects = preview_aspects(&s.d, &s.view);
	assert_count(&s.preview, PREVIEW_ASPECTS, aspects.shown, aspects.all);
	end(&s);
}
END_TEST

/* With two of one side and enough of the other it takes people of the one alone; somebody who is
 * known there and was not heard comes first. */
START_TEST(test_preview_names_whom_to_hear)
{
	struct seen s;

	begin(&s, 6, 2);
	struct person *known = record_add(&s.b.rec, KIND_PERSON);
	known->party = 1;
	known->role = ROLE_SPECIALIST;
	look(&s);
	ck_assert_uint_ge(s.preview.hear_count, 1);
	for (size_t i = 0; i < s.preview.hear_count; i++)
		ck_assert_int_eq(s.preview.hear[i].party, 1);
	ck_assert_int_eq(s.preview.hear[0].person, 0);
	ck_assert_int_eq(s.preview.hear[0].role, ROLE_SPECIALIST);
	ck_assert_uint_eq(s.preview.hear[0].roles, EVERY_ROLE);
	ck_assert_int_eq(
		s.preview.hear[1 < s.preview.hear_count].person, 1 < s.preview.hear_count ? -1 : 0);
	ck_assert_int_gt(s.preview.hear[s.preview.hear_count - 1].aspects, 0);
	end(&s);
}
END_TEST

/* Who was heard or would not be is not asked for again. */
START_TEST(test_preview_asks_nobody_twice)
{
	struct seen s;

	begin(&s, 6, 2);
	struct person *known = record_add(&s.b.rec, KIND_PERSON);
	known->party = 1;
	known->role = ROLE_SPONSOR;
	s.b.rec.respondents[6].person = 0;
	known = record_add(&s.b.rec, KIND_PERSON);
	known->party = 1;
	known->role = ROLE_SPONSOR;
	int unwilling = build_respondent(&s.b, 1, ROLE_SPONSOR);
	s.b.rec.respondents[unwilling].person = 1;
	s.b.rec.respondents[unwilling].consent = TRI_NO;
	look(&s);
	ck_assert_uint_ge(s.preview.hear_count, 1);
	for (size_t i = 0; i < s.preview.hear_count; i++)
		ck_assert_int_eq(s.preview.hear[i].person, -1);
	end(&s);
}
END_TEST

/* What only some roles are asked needs people of these. */
START_TEST(test_preview_asks_for_the_role_that_is_asked)
{
	struct seen s = { .before = NULL };

	build_init(&s.b);
	for (int k = 0; k < BUILD_PER_SCALE; k++)
		s.b.items[build_item(ASPECT_TERMS, k)].roles = 1u << ROLE_SPONSOR;
	for (int p = 0; p < 2; p++) {
		int party = build_party(&s.b, p ? "B" : "A");

		for (int i = 0; i < 6 + 2 * (1 - p); i++)
			build_everything(&s.b,
				build_respondent(
					&s.b, party, i < (p ? 2 : 4) ? ROLE_SPONSOR : ROLE_MANAGER),
				2 + i % 3);
	}
	look(&s);
	ck_assert_int_lt(s.preview.of[PREVIEW_ASPECTS].shown, ASPECT_COUNT);
	ck_assert_uint_ge(s.preview.hear_count, 1);
	ck_assert_int_eq(s.preview.hear[0].party, 1);
	ck_assert_int_eq(s.preview.hear[0].role, ROLE_SPONSOR);
	ck_assert_uint_eq(s.preview.hear[0].roles, 1u << ROLE_SPONSOR);
	ck_assert_int_eq(s.preview.hear[s.preview.hear_count - 1].aspects, ASPECT_COUNT);
	end(&s);
}
END_TEST

/* A party that does not answer is not asked for people. */
START_TEST(test_preview_leaves_out_who_does_not_answer)
{
	struct seen s;

	begin(&s, 2, 2);
	struct party_profile *profile = record_put_party_profile(&s.b.rec, 1);
	profile->stance = STANCE_UNRESPONSIVE;
	profile->escalated = TRI_YES;
	look(&s);
	for (size_t i = 0; i < s.preview.hear_count; i++)
		ck_assert_int_eq(s.preview.hear[i].party, 0);
	end(&s);
}
END_TEST

/* Beside an edition that was handed out it takes three people of a side: one alone is not told. */
START_TEST(test_preview_asks_for_as_many_as_new_figures_take)
{
	struct seen s;

	begin(&s, 6, 4);
	for (int r = 6; r < 8; r++)
		build_states(&s.b, r, ASPECT_TERMS, "ddd");
	look(&s);
	int shown = s.preview.of[PREVIEW_ASPECTS].shown;
	ck_assert_int_lt(shown, ASPECT_COUNT);
	ck_assert_uint_eq(s.preview.hear_count, 1);
	release_add(&s.b.rec, &s.b.rec, &s.view, &s.d.scores, 1000);
	preview_release(&s.preview);
	edition_release(&s.view);
	diagnosis_release(&s.d);
	look(&s);
	ck_assert_int_eq(s.preview.of[PREVIEW_ASPECTS].shown, shown);
	ck_assert_uint_eq(s.preview.hear_count, EDITION_CHANGED_MIN);
	for (size_t i = 0; i < s.preview.hear_count; i++)
		ck_assert_int_eq(s.preview.hear[i].party, 1);
	ck_assert_int_eq(s.preview.hear[1].aspects, shown);
	ck_assert_int_gt(s.preview.hear[2].aspects, shown);
	end(&s);
}
END_TEST

/* What was handed out is shown again while too few have changed. */
START_TEST(test_preview_is_of_what_is_printed_again)
{
	struct seen s;

	begin(&s, 6, 6);
	look(&s);
	assert_count(&s.preview, PREVIEW_ASPECTS, ASPECT_COUNT, ASPECT_COUNT);
	release_add(&s.b.rec, &s.b.rec, &s.view, &s.d.scores, 1000);
	preview_release(&s.preview);
	edition_release(&s.view);
	diagnosis_release(&s.d);
	for (int r = 6; r < 8; r++)
		build_states(&s.b, r, ASPECT_TERMS, "111");
	look(&s);
	ck_assert_int_eq((int)s.view.as_of, 1000);
	assert_count(&s.preview, PREVIEW_ASPECTS, ASPECT_COUNT, ASPECT_COUNT);
	end(&s);
}
END_TEST

/* A pulse asks about fewer aspects; all of these is all. */
START_TEST(test_preview_of_a_pulse_counts_what_it_asks)
{
	struct seen s;

	begin(&s, 6, 2);
	s.b.rec.assessment.kind = ROUND_PULSE;
	look(&s);
	ck_assert_int_eq(s.preview.asked, 3 * CAUSE_COUNT);
	ck_assert_uint_ge(s.preview.hear_count, 1);
	int most = s.preview.hear[s.preview.hear_count - 1].aspects;
	ck_assert(most > 0 && most <= s.preview.asked);
	end(&s);
}
END_TEST

/* Five who rate nearly alike: a sixth who does shows nothing more, but with a seventh the decimal
 * leaves room. */
START_TEST(test_preview_looks_beyond_a_sixth_person)
{
	struct seen s = { .before = NULL };

	build_init(&s.b);
	int a = build_party(&s.b, "A"), b = build_party(&s.b, "B");
	for (int i = 0; i < 10; i++)
		build_everything(
			&s.b, build_respondent(&s.b, a, (enum role)(i % ROLE_COUNT)), 2 + i % 3);
	for (int i = 0; i < 5; i++) {
		int who = build_respondent(&s.b, b, (enum role)i);

		for (int scale = 0; scale < SCALE_COUNT; scale++)
			build_states(&s.b, who, scale, i < 2 ? "455" : "555");
	}
	look(&s);
	assert_count(&s.preview, PREVIEW_ASPECTS, 0, ASPECT_COUNT);
	ck_assert_uint_eq(s.preview.hear_count, 2);
	ck_assert_int_eq(s.preview.hear[0].aspects, 0);
	ck_assert_int_eq(s.preview.hear[1].aspects, ASPECT_COUNT);
	end(&s);
}
END_TEST

/* The record is as it was. */
START_TEST(test_preview_changes_nothing)
{
	struct seen s;

	begin(&s, 3, 2);
	record_settle(&s.b.rec);
	const struct record before = s.b.rec;
	look(&s);
	ck_assert_uint_eq(s.b.rec.respondent_count, before.respondent_count);
	ck_assert_uint_eq(s.b.rec.answer_count, before.answer_count);
	ck_assert_ptr_eq(s.b.rec.answers, before.answers);
	ck_assert_ptr_eq(s.b.rec.respondents, before.respondents);
	end(&s);
}
END_TEST

/* Where nobody was heard there is nothing to withhold; some of every side are to be heard. */
START_TEST(test_preview_of_nobody)
{
	struct seen s;
	bool side[2] = { false, false };

	begin(&s, 0, 0);
	look(&s);
	assert_count(&s.preview, PREVIEW_ASPECTS, 0, 0);
	ck_assert_uint_ge(s.preview.hear_count, 2 * EDITION_VALUE_MIN);
	for (size_t i = 0; i < s.preview.hear_count; i++)
		side[s.preview.hear[i].party] = true;
	ck_assert(side[0] && side[1]);
	end(&s);
}
END_TEST

Suite *preview_suite(void)
{
	Suite *suite = suite_create("preview");
	TCase *tcase = tcase_create("preview");

	tcase_add_test(tcase, test_preview_counts_words);
	tcase_add_test(tcase, test_preview_counts_no_words_beside_what_is_withheld);
	tcase_add_test(tcase, test_preview_of_facts_has_no_words);
	tcase_add_test(tcase, test_preview_withholds_nothing_of_many);
	tcase_add_test(tcase, test_preview_withholds_what_rests_on_two);
	tcase_add_test(tcase, test_preview_lists_all_that_is_not_shown);
	tcase_add_test(tcase, test_preview_names_whom_to_hear);
	tcase_add_test(tcase, test_preview_asks_nobody_twice);
	tcase_add_test(tcase, test_preview_asks_for_the_role_that_is_asked);
	tcase_add_test(tcase, test_preview_leaves_out_who_does_not_answer);
	tcase_add_test(tcase, test_preview_asks_for_as_many_as_new_figures_take);
	tcase_add_test(tcase, test_preview_is_of_what_is_printed_again);
	tcase_add_test(tcase, test_preview_of_a_pulse_counts_what_it_asks);
	tcase_add_test(tcase, test_preview_looks_beyond_a_sixth_person);
	tcase_add_test(tcase, test_preview_changes_nothing);
	tcase_add_test(tcase, test_preview_of_nobody);
	suite_add_tcase(suite, tcase);
	return suite;
}
