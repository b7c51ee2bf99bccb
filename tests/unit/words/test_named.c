/* SPDX-License-Identifier: MIT */
/*
 * Names of things beside their codes, the ways in which several are said, and counts in sentences.
 */
#include <check.h>
#include <ctype.h>
#include <string.h>
#include <rekindle/minutes.h>
#include <rekindle/words.h>

#define NB "\302\240"

Suite *named_suite(void);

static struct pool pool;

static void done(void)
{
	pool_release(&pool);
}

/* A code as people would read it: blanks for what joins its parts, capitals where it is loud. */
static const char *read_aloud(const char *code, bool loud)
{
	char *said = pool_strdup(&pool, code);

	for (char *at = said; *at; at++)
		*at = *at == '_' ? ' ' : loud ? (char)toupper((unsigned char)*at) : *at;
	return said;
}

START_TEST(test_named_things_stand_in_the_order_of_their_codes)
{
	static const struct {
		const struct vocabulary *vocabulary;
		const char *(*name)(int);
		bool loud;
	} cases[] = {
		{ &vocabulary_round, words_round, false },
		{ &vocabulary_attribution, words_attribution, false },
		{ &vocabulary_pitfall, words_pitfall, false },
		{ &vocabulary_special, words_special, false },
		{ &vocabulary_category, words_category, false },
		{ &vocabulary_status, words_status, false },
		{ &vocabulary_cause, words_cause_loud, true },
		{ &vocabulary_track, words_track_loud, true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (int j = 0; j < cases[i].vocabulary->count; j++)
			ck_assert_str_eq(cases[i].name(j),
				read_aloud(cases[i].vocabulary->word[j], cases[i].loud));
	done();
}
END_TEST

static void check_first(const char *first, const char *inside)
{
	ck_assert_int_eq(first[0], toupper((unsigned char)inside[0]));
	ck_assert_str_eq(first + 1, inside + 1);
}

START_TEST(test_named_first_words_differ_in_their_capital_alone)
{
	for (int i = 0; i < ROUND_COUNT; i++)
		check_first(words_round_first(i), words_round(i));
	for (int i = 0; i < CAUSE_COUNT; i++) {
		ck_assert_str_eq(words_cause_first(i), cause_info[i].label);
		check_first(words_cause_plain_first(i), cause_info[i].plain);
	}
	for (int i = 0; i < HAPPENING_COUNT; i++)
		check_first(words_happening_first(i), words_happening(i));
	for (int i = 0; i < SCALE_COUNT; i++)
		check_first(scale_info[i].label, words_scale(i));
	for (int i = 0; i < EVENT_KINDS; i++) {
		const struct plan_event event = { .kind = (enum event_kind)i };

		check_first(event_title(&event), event_name(&event));
	}
}
END_TEST

START_TEST(test_named_words_of_a_summary_are_read_back)
{
	for (int i = 0; i <= PRIMARY_INSUFFICIENT; i++)
		ck_assert_int_eq(primary_from_word(primary_word(i)), i);
	ck_assert_int_eq(primary_from_word("nobody"), -1);
	ck_assert_int_eq(primary_from_word(NULL), -1);
	for (int i = GRADE_NONE; i <= GRADE_A; i++)
		ck_assert_int_eq(grade_from_word(grade_word((enum grade)i)), i);
	ck_assert_int_eq(grade_from_word("D"), GRADE_NONE);
	ck_assert_int_eq(grade_from_word(NULL), GRADE_NONE);
}
END_TEST

START_TEST(test_named_several_are_said_in_five_ways)
{
	static const struct {
		const char *(*say)(struct pool *, const struct texts *);
		const char *all;
	} cases[] = {
		{ words_list, "A, B and C" },
		{ words_clauses, "A; B; C" },
		{ words_sentences, "A B C" },
		{ words_names, "A, B, C" },
		{ words_sides, "A & B & C" },
	};
	const char *const clauses[] = { "A", "B", NULL };
	struct texts none = { 0 }, texts = { 0 };

	for (const char *name = "A\0B\0C\0"; *name; name += 2)
		texts_add(&pool, &texts, name);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		ck_assert_str_eq(cases[i].say(&pool, &texts), cases[i].all);
		ck_assert_str_eq(cases[i].say(&pool, &none), "");
	}
	ck_assert_str_eq(words_reasons(&pool, clauses), "A; B");
	ck_assert_str_eq(words_reasons(&pool, clauses + 2), "");
	done();
}
END_TEST

static const char *stored(int added)
{
	return words(
		&pool, W_PLAN_STORED, hole_text("alliance", "Nord"), hole_count("added", added));
}

START_TEST(test_named_one_thing_is_said_in_the_singular)
{
	ck_assert_str_eq(stored(1), "plan of Nord stored: 1 action");
	ck_assert_str_eq(stored(2), "plan of Nord stored: 2 actions");
	ck_assert_str_eq(words(&pool, W_ALLIANCE_DELETE, hole_text("alliance", "Nord"),
				 hole_count("rounds", 1), hole_count("answers", 0)),
		"Delete Nord, 1 round, 0 answers? y does it, any other key keeps.");
	done();
}
END_TEST

START_TEST(test_named_reports_count_one_some_and_none)
{
	ck_assert_str_eq(words(&pool, W_STATUS_DONE, hole_count("done", 1), hole_count("all", 24)),
		"1" NB "of" NB "24" NB "actions is done");
	ck_assert_str_eq(words(&pool, W_STATUS_DONE, hole_count("done", 0), hole_count("all", 24)),
		"0" NB "of" NB "24" NB "actions are done");
	ck_assert_str_eq(words(&pool, W_DECIDE_MORE, hole_count("n", 1)),
		"1" NB "more follows from the plan.");
	ck_assert_str_eq(words(&pool, W_STATUS_LATE, hole_word("n", 0)), "nothing is late");
	ck_assert_str_eq(words(&pool, W_STATUS_LATE, hole_word("n", 1)), "one action is late");
	ck_assert_str_eq(
		words(&pool, W_NEXT_REPEATED, hole_text("event", "Pulse"), hole_word("weeks", 1)),
		"Pulse, then every week");
	ck_assert_str_eq(words(&pool, W_STANDS_AFTER, hole_count("n", 1)),
		"Where the alliance stands after 1 month");
	done();
}
END_TEST

START_TEST(test_named_several_companies_have_not_confirmed)
{
	struct texts parties = { 0 };

	texts_add(&pool, &parties, "A");
	ck_assert_str_eq(
		words(&pool, W_DO_EXIT_SILENT, hole_list("parties", &parties), hole_count("n", 1)),
		"Wind it down in order: A has not yet confirmed that it takes part in a revival.");
	texts_add(&pool, &parties, "B");
	ck_assert_str_eq(
		words(&pool, W_DO_EXIT_SILENT, hole_list("parties", &parties), hole_count("n", 2)),
		"Wind it down in order: A and B have not yet confirmed that they take part in a"
		" revival.");
	done();
}
END_TEST

/* Actions and objectives are the alliance's, risks a round's, which another round has not. */
START_TEST(test_named_minute_is_filed_to_what_is_gone)
{
	struct minute minute = { .text = "Bo leads", .filed = FILED_ACTION, .index = -1 };

	ck_assert_str_eq(words_filed(&pool, NULL, &minute), "what it was filed to is gone");
	minute.filed = FILED_OBJECTIVE;
	ck_assert_str_eq(words_filed(&pool, NULL, &minute), "what it was filed to is gone");
	minute.filed = FILED_RISK;
	ck_assert_str_eq(words_filed(&pool, NULL, &minute), "a risk not in this round");
	done();
}
END_TEST

/* On one page no two people are one: so much of the given name as tells them apart, and nothing is
 * cut off that is no given name. */
START_TEST(test_named_people_are_short_and_apart)
{
	static const char *const cases[][2] = {
		{ "Anna Weber", "An. Weber" },
		{ "Arno Weber", "Ar. Weber" },
		{ "Bea Weber", "B. Weber" },
		{ " Ana Ruiz ", "A. Ruiz" },
		{ "Pieter van den Berg", "P. van den Berg" },
		{ "\303\210ve Roy", "\303\210. Roy" },
		{ "Weber, Anna", "Weber, Anna" },
		{ "Dr. Weber", "Dr. Weber" },
		{ "Night shift", "Night shift" },
		{ "\347\216\213 \345\260\217\346\230\216",
			"\347\216\213 \345\260\217\346\230\216" },
		{ "Cher", "Cher" },
		{ "Max Li", "Max Li" },
		{ "Maxi Li", "Maxi Li" },
		{ "Jo Ek", "Jo Ek" },
	};
	struct record rec;

	record_init(&rec, NULL);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		((struct person *)record_add(&rec, KIND_PERSON))->name = cases[i][0];
	for (size_t i = 0; i < rec.person_count; i++)
		ck_assert_str_eq(words_person_short(&pool, &rec, (int)i, false), cases[i][1]);
	ck_assert_str_eq(words_person_short(&pool, &rec, 2, true), "B." NB "Weber");
	((struct person *)record_add(&rec, KIND_PERSON))->role = ROLE_SPONSOR;
	ck_assert_str_eq(
		words_person_short(&pool, &rec, (int)rec.person_count - 1, false), "sponsor");
	record_release(&rec);
	done();
}
END_TEST

Suite *named_suite(void)
{
	Suite *suite = suite_create("named");
	TCase *names = tcase_create("names");

	tcase_add_test(names, test_named_things_stand_in_the_order_of_their_codes);
	tcase_add_test(names, test_named_first_words_differ_in_their_capital_alone);
	tcase_add_test(names, test_named_words_of_a_summary_are_read_back);
	tcase_add_test(names, test_named_several_are_said_in_five_ways);
	tcase_add_test(names, test_named_one_thing_is_said_in_the_singular);
	tcase_add_test(names, test_named_reports_count_one_some_and_none);
	tcase_add_test(names, test_named_several_companies_have_not_confirmed);
	tcase_add_test(names, test_named_minute_is_filed_to_what_is_gone);
	tcase_add_test(names, test_named_people_are_short_and_apart);
	suite_add_tcase(suite, names);
	return suite;
}
