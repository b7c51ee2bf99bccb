/* SPDX-License-Identifier: MIT */
/*
 * What the other side would see, and whom to hear to show more, in words.
 */
#include <check.h>
#include <string.h>
#include <rekindle/words.h>

Suite *preview_words_suite(void);

static struct pool pool;
static struct edition_preview preview;
static struct diagnosis d;
static struct edition_view view;
static struct preview_words said;
static struct party parties[] = { { .label = "Atlas" }, { .label = "Berg" } };
static struct person people[] = { { .party = 1, .role = ROLE_SPONSOR, .name = "Ida Voss" } };
static struct record rec = {
	.parties = parties, .party_count = 2, .people = people, .person_count = 1
};

static void set_up(void)
{
	memset(&preview, 0, sizeof(preview));
	memset(&view, 0, sizeof(view));
	preview.view = &view;
	preview.asked = ASPECT_COUNT;
	rec.assessment.sealed = DATE_NONE;
	preview.of[PREVIEW_ASPECTS] = (struct preview_count){ 9, ASPECT_COUNT };
}

static void tear_down(void)
{
	pool_release(&pool);
}

static void withhold(enum preview_group group, enum preview_why why, int subject, int party)
{
	*POOL_APPEND(&pool, preview.withheld, preview.withheld_count) =
		(struct preview_item){ group, why, subject, party };
}

static void hear(int party, unsigned roles, int person, int aspects)
{
	int role = 0;

	while (!(roles >> role & 1u))
		role++;
	*POOL_APPEND(&pool, preview.hear, preview.hear_count) =
		(struct preview_hear){ party, (enum role)role, roles, person, aspects };
}

static bool is_said(const char *text)
{
	for (size_t i = 0; i < said.count; i++)
		if (!strcmp(said.line[i].text, text))
			return true;
	return false;
}

static void say(void)
{
	words_preview(&said, &pool, &rec, &preview);
}

START_TEST(test_preview_words_count_what_there_is)
{
	preview.of[PREVIEW_ROUTE] = (struct preview_count){ 0, ROUTE_VALUES };
	preview.value[1] = (struct preview_count){ 3, SCALE_COUNT };
	say();
	ck_assert_str_eq(said.line[0].text, "The other side would see 9 of 16 aspects now.");
	ck_assert_int_eq(said.line[2].kind, PREVIEW_LINE_HEADING);
	ck_assert_int_eq(said.line[3].kind, PREVIEW_LINE_COUNT);
	ck_assert_str_eq(said.line[3].label, "Aspects");
	ck_assert_str_eq(said.line[3].text, "9 of 16");
	ck_assert_str_eq(said.line[4].label, "Values of Berg");
	ck_assert_str_eq(said.line[5].label, "Route test");
	ck_assert_str_eq(said.line[5].text, "withheld");
	ck_assert_int_eq(said.line[6].kind, PREVIEW_LINE_HEADING);
}
END_TEST

START_TEST(test_preview_words_name_what_is_withheld)
{
	static struct finding findings[] = { { .kind = FINDING_GAP }, { .kind = FINDING_GAP },
		{ .kind = FINDING_PAIN } };

	view.whole.findings = findings;
	preview.of[PREVIEW_FINDINGS].all = 9;
	withhold(PREVIEW_ASPECTS, PREVIEW_FEW, ASPECT_TERMS, -1);
	withhold(PREVIEW_ASPECTS, PREVIEW_FEW, ASPECT_VALUE, -1);
	withhold(PREVIEW_ASPECTS, PREVIEW_SECOND, ASPECT_FIT, -1);
	withhold(PREVIEW_VALUES, PREVIEW_FEW, ASPECT_TERMS, 1);
	for (int i = 0; i < 3; i++)
		withhold(PREVIEW_FINDINGS, PREVIEW_RESTS, i, -1);
	withhold(PREVIEW_HEALTH, PREVIEW_RESTS, 0, -1);
	say();
	ck_assert(is_said(
		"Too few or too alike: from it somebody could tell how another person rated."));
	ck_assert(is_said("Aspects: terms and fair split of value."));
	ck_assert(is_said("Aspects: form fits ambition."));
	ck_assert(is_said("Values of Berg: terms."));
	ck_assert(is_said("Health, first cause"));
	ck_assert(is_said("Findings: 2 on gaps and 1 on a shared pain."));
	ck_assert(!is_said("How answers of a side are spread takes 8 people of it."));
	ck_assert(!is_said("Nothing is withheld for what the answers are."));
}
END_TEST

START_TEST(test_preview_words_name_of_whom_too_few_were_heard)
{
	view.few[1] = true;
	withhold(PREVIEW_HEALTH, PREVIEW_FACTS, 0, -1);
	say();
	ck_assert(is_said("Fewer than 3 people of Berg were heard: nothing but facts is shown."));
	view.few[0] = true;
	say();
	ck_assert(is_said("Fewer than 3 people each of Atlas and Berg were heard: nothing but "
			  "facts is shown."));
}
END_TEST

/* Those who are needed together stand together. */
START_TEST(test_preview_words_say_whom_to_hear)
{
	const unsigned any = (1u << ROLE_COUNT) - 1;

	hear(1, 1u << ROLE_SPONSOR, 0, 9);
	hear(1, 1u << ROLE_MANAGER | 1u << ROLE_SPECIALIST, -1, 9);
	hear(0, any, -1, 9);
	hear(0, any, -1, 13);
	hear(1, any, -1, 16);
	say();
	ck_assert(is_said("Atlas: two in any role; Berg: Ida Voss as sponsor and one as manager or "
			  "specialist. Then about 13 of 16 aspects would be shown."));
	ck_assert(is_said("Berg: one in any role. Then about 16 of 16 aspects would be shown."));
}
END_TEST

START_TEST(test_preview_words_say_when_hearing_does_not_help)
{
	say();
	ck_assert(is_said("A few more people who answer as the others do would not show more."));
	rec.assessment.sealed = 1;
	say();
	ck_assert(is_said("The round is sealed: nobody else is heard in it. The next round can "
			  "show more."));
	preview.of[PREVIEW_ASPECTS].shown = ASPECT_COUNT;
	say();
	ck_assert(is_said("Every aspect is shown."));
	ck_assert(is_said("Nothing is withheld for what the answers are."));
	preview.of[PREVIEW_ASPECTS] = (struct preview_count){ 0, 0 };
	say();
	ck_assert(is_said("No aspect has a score yet: there is nothing to show or to withhold."));
}
END_TEST

/* Each action that is left out with what it would tell; what rests on facts tells nothing. */
START_TEST(test_preview_words_say_what_adopting_tells)
{
	static const char *findings[] = { "aspect.type.terms", "pitfall.unadapted_agreement",
		"performance.low" };
	static bool shows[] = { false, true };
	struct planned_action actions[] = { { .title = "Write the terms anew" },
		{ .title = "Meet" } };
	const struct plan whole = { .actions = actions, .action_count = 2 };
	struct edition_round round = { &rec, &d, &view };
	const struct edition_plan plan = {
		.whole = &whole, .shows = shows, .rounds = &round, .count = 1
	};

	actions[0].findings = findings;
	actions[0].finding_count = 3;
	rec.instrument = instrument_builtin();
	preview.of[PREVIEW_ACTIONS] = (struct preview_count){ 1, 2 };
	withhold(PREVIEW_ACTIONS, PREVIEW_RESTS, 0, -1);
	view.edition = EDITION_JOINT;
	preview.plan = &plan;
	say();
	ck_assert(is_said("Actions of the plan: 1, listed below."));
	ck_assert(is_said("Write the terms anew: low terms and unadapted agreement."));
	ck_assert(!is_said("Meet"));
}
END_TEST

Suite *preview_words_suite(void)
{
	Suite *suite = suite_create("preview words");
	TCase *tcase = tcase_create("preview words");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_preview_words_count_what_there_is);
	tcase_add_test(tcase, test_preview_words_name_what_is_withheld);
	tcase_add_test(tcase, test_preview_words_name_of_whom_too_few_were_heard);
	tcase_add_test(tcase, test_preview_words_say_whom_to_hear);
	tcase_add_test(tcase, test_preview_words_say_when_hearing_does_not_help);
	tcase_add_test(tcase, test_preview_words_say_what_adopting_tells);
	suite_add_tcase(suite, tcase);
	return suite;
}
