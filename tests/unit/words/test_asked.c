/* SPDX-License-Identifier: MIT */
/*
 * A question as it is put to a party, who is asked, and what an answer shows in a list.
 */
#include <check.h>
#include <rekindle/schema.h>
#include <rekindle/words.h>

Suite *asked_suite(void);

#define ASKED(item_id, item_kind)                                                                  \
	{                                                                                          \
		.id = item_id, .kind = item_kind, .section = SECTION_INTERVIEW,                    \
		.scale = SCALE_NONE, .roles = (1u << ROLE_COUNT) - 1                               \
	}

static const struct choice choices[] = { { "always", "Each time" }, { "never", "Not once" },
	{ "late", "Too late" } };
enum { RATED, TEXT, CHOICE, MULTI, SPLIT, NUMBER, ITEMS };
static struct item items[ITEMS] = {
	[RATED] = ASKED("rated", ITEM_RATED),
	[TEXT] = ASKED("text", ITEM_TEXT),
	[CHOICE] = ASKED("choice", ITEM_CHOICE),
	[MULTI] = ASKED("multi", ITEM_MULTI),
	[SPLIT] = ASKED("split", ITEM_SPLIT),
	[NUMBER] = ASKED("number", ITEM_NUMBER),
};
static const struct instrument instrument = {
	.id = "t", .version = "1", .items = items, .item_count = ITEMS, .split = SPLIT
};

static struct record record;
static struct pool pool;

static void party(const char *name)
{
	((struct party *)record_add(&record, KIND_PARTY))->name = name;
	record_settle(&record);
}

static void set_up(void)
{
	items[CHOICE].choices = items[MULTI].choices = choices;
	items[CHOICE].choice_count = items[MULTI].choice_count = 3;
	record_init(&record, &instrument);
	party("A");
	party("B");
	struct respondent *respondent = record_add(&record, KIND_RESPONDENT);
	respondent->party = 1;
	respondent->role = ROLE_SPONSOR;
	record_settle(&record);
}

static void tear_down(void)
{
	record_release(&record);
	pool_release(&pool);
}

static void mirrors(const char *text, int to, const char *expected)
{
	ck_assert_str_eq(words_mirror(&pool, &record, text, to), expected);
}

START_TEST(test_asked_mirror_names_the_other_parties_as_a_list)
{
	mirrors("{us} and {them}", 0, "A and B");
	party("C");
	mirrors("{them}", 0, "B and C");
	party("D");
	mirrors("{them}?", 0, "B, C and D?");
	mirrors("{them}, {us}", 2, "A, B and D, C");
}
END_TEST

static void neutral(const char *text, const char *expected)
{
	ck_assert_str_eq(words_neutral(&pool, &record, text), expected);
}

START_TEST(test_asked_neutral_names_no_company)
{
	neutral("What is hard at {us} in working with {them}?",
		"What is hard at your company in working with the other company?");
	neutral("{us} could start. {them} could not.",
		"Your company could start. The other company could not.");
	neutral("To the goal; {us} could", "To the goal; your company could");
	party("C");
	neutral("{them}, {us}", "The other companies, your company");
	neutral("of {them} {they}", "of the other companies {they}");
}
END_TEST

START_TEST(test_asked_mirror_fills_nothing_but_the_two_marks)
{
	static const char plain[] = "How often do you meet?";

	ck_assert_ptr_eq(words_mirror(&pool, &record, plain, 0), plain);
	mirrors("{use} {them {us}{us}", 1, "{use} {them BB");
	record.parties[0].label = "{them}";
	mirrors("{us}, {them}", 0, "{them}, B");
}
END_TEST

START_TEST(test_asked_respondent_has_a_name_or_a_role)
{
	ck_assert_str_eq(words_respondent(&pool, &record, 0), "sponsor of B");
	record.parties[1].label = "Phoenix";
	record.respondents[0].name = " ";
	ck_assert_str_eq(words_respondent(&pool, &record, 0), "sponsor of Phoenix");
	struct person *person = record_add(&record, KIND_PERSON);
	person->name = "Ana Ruiz";
	record.respondents[0].person = 0;
	ck_assert_str_eq(words_respondent(&pool, &record, 0), "Ana Ruiz");
	record.respondents[0].name = "A. Ruiz";
	ck_assert_str_eq(words_respondent(&pool, &record, 0), "A. Ruiz");
}
END_TEST

static const struct {
	int item;
	enum answer_state state;
	const char *text; /* of an open question, else NULL */
	struct value value;
	const char *word;
} answers[] = {
	{ RATED, STATE_BLANK, NULL, { 0 }, "." },
	{ RATED, STATE_DONT_KNOW, NULL, { 0 }, "d" },
	{ TEXT, STATE_NOT_APPLICABLE, NULL, { 0 }, "x" },
	{ CHOICE, STATE_DECLINED, NULL, { 0 }, "r" },
	{ SPLIT, STATE_NOT_ASKED, NULL, { 0 }, "-" },
	{ RATED, STATE_ANSWERED, NULL, { .type = VALUE_NUMBER, .number = 2 }, "2" },
	{ TEXT, STATE_ANSWERED, " one\n two\tthree ", { 0 }, "3 words" },
	{ TEXT, STATE_ANSWERED, "one", { 0 }, "1 word" },
	{ TEXT, STATE_ANSWERED, NULL, { 0 }, "0 words" },
	{ CHOICE, STATE_ANSWERED, NULL, { .type = VALUE_TEXT, .text = "never" }, "Not once" },
	{ CHOICE, STATE_ANSWERED, NULL, { .type = VALUE_TEXT, .text = "gone" }, "gone" },
	{ MULTI, STATE_ANSWERED, NULL, { .type = VALUE_TEXT, .text = "never\nalways\nlate" },
		"Not once, Each time, Too late" },
	{ MULTI, STATE_ANSWERED, NULL, { .type = VALUE_TEXT, .text = "" }, "" },
	{ SPLIT, STATE_ANSWERED, NULL, { .type = VALUE_SPLIT, .split = { 40, 30, 20, 10 } },
		"40 30 20 10" },
};

START_TEST(test_asked_answer_shows_a_value_or_a_letter)
{
	struct flow flow;
	struct answer *answer = record_put_answer(&record, 0, answers[_i].item);

	answer->state = answers[_i].state;
	answer->text = answers[_i].text;
	answer->value = answers[_i].value;
	flow_init(&flow, &record, 0);
	int question = flow_find(&flow, answers[_i].item);
	ck_assert_str_eq(words_answer(&pool, &flow, (size_t)question), answers[_i].word);
	flow_release(&flow);
}
END_TEST

START_TEST(test_asked_answer_of_nobody_is_blank)
{
	struct flow flow;

	flow_init(&flow, &record, 0);
	ck_assert_str_eq(words_answer(&pool, &flow, NUMBER), ".");
	flow_release(&flow);
}
END_TEST

Suite *asked_suite(void)
{
	Suite *suite = suite_create("asked");
	TCase *tcase = tcase_create("asked");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_asked_mirror_names_the_other_parties_as_a_list);
	tcase_add_test(tcase, test_asked_neutral_names_no_company);
	tcase_add_test(tcase, test_asked_mirror_fills_nothing_but_the_two_marks);
	tcase_add_test(tcase, test_asked_respondent_has_a_name_or_a_role);
	tcase_add_loop_test(tcase, test_asked_answer_shows_a_value_or_a_letter, 0,
		sizeof(answers) / sizeof(*answers));
	tcase_add_test(tcase, test_asked_answer_of_nobody_is_blank);
	suite_add_tcase(suite, tcase);
	return suite;
}
