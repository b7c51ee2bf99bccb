/* SPDX-License-Identifier: MIT */
/*
 * Tests of line mode as a function of two streams: what is typed, what is said, what is stored.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/flow.h>
#include <rekindle/line.h>
#include <rekindle/schema.h>
#include <rekindle/sitting.h>
#include <rekindle/str.h>
#include <rekindle/utf8.h>

Suite *line_suite(void);

static struct store *store;
static int64_t assessment, respondent;
static char *said;
static enum line_end ended;
static struct record record;
static const struct sitting_terms unasked = {
	.attribution = ATTRIBUTION_NAMED, .minutes = INT_NONE, .date = DATE_NONE
};

static void setup(void)
{
	struct record fresh;
	struct errmsg why;

	ck_assert_int_eq(store_open(":memory:", STORE_CREATE, &store, &why), ERR_NONE);
	record_init(&fresh, instrument_builtin());
	fresh.alliance.name = "Phoenix and GenTech";
	fresh.assessment.kind = ROUND_BASELINE;
	fresh.assessment.title = "baseline";
	for (int i = 0; i < 2; i++)
		((struct party *)record_add(&fresh, KIND_PARTY))->name = i ? "GenTech" : "Phoenix";
	record_settle(&fresh);
	ck_assert_msg(store_add_record(store, &fresh, &why) == ERR_NONE, "%s", why.text);
	assessment = fresh.assessment.object.key;
	const struct sitting_newcomer newcomer = {
		.party = fresh.parties[1].object.key, .role = ROLE_OPERATIONS, .name = "Omar Haddad"
	};
	ck_assert_msg(
		sitting_enrol(store, &fresh, &newcomer, &unasked, &respondent, &why) == ERR_NONE,
		"%s", why.text);
	record_release(&fresh);
	said = NULL;
}

static void teardown(void)
{
	record_release(&record);
	store_close(store);
	free(said);
}

static void load(void)
{
	struct errmsg why;

	record_release(&record);
	ck_assert_msg(store_load(store, assessment, &record, &why) == ERR_NONE, "%s", why.text);
}

/* Type these bytes into a session; said is what it printed. */
static void type_bytes(const char *typed, size_t n)
{
	struct errmsg why = { "" };
	size_t size;
	FILE *in = n ? fmemopen((void *)(size_t)typed, n, "r") : fopen("/dev/null", "r");

	free(said);
	FILE *out = open_memstream(&said, &size);
	struct line_who who = { .respondent = respondent };
	const struct line_input input = { .in = in, .out = out };
	enum err err = line_interview(store, assessment, &who, &input, &ended, &why);
	fclose(in);
	fclose(out);
	ck_assert_msg(err == ERR_NONE, "%s", why.text);
	load();
}

static void type(const char *typed)
{
	type_bytes(typed, strlen(typed));
}

/* "Question N of" for the nth rated question. */
static const char *question(int number)
{
	static char words[40];

	snprintf(words, sizeof(words), "Question %d of ", number);
	return words;
}

static void says(const char *words)
{
	ck_assert_msg(strstr(said, words) != NULL, "\"%s\" is not in:\n%s", words, said);
}

static void says_not(const char *words)
{
	ck_assert_msg(strstr(said, words) == NULL, "\"%s\" is in:\n%s", words, said);
}

static size_t times(const char *words)
{
	size_t n = 0;

	for (const char *p = said; (p = strstr(p, words)) != NULL; p++)
		n++;
	return n;
}

/* Question number (from 1) of the first question of a kind, and the stored answer to a question. */
static int first_of(enum item_kind kind)
{
	struct flow flow;
	int found = -1;

	load();
	flow_init(&flow, &record, 0);
	for (size_t i = 0; found < 0 && i < flow.count; i++)
		if (record.instrument->items[flow.items[i]].kind == kind)
			found = (int)i + 1;
	flow_release(&flow);
	ck_assert_int_gt(found, 0);
	return found;
}

static int rated; /* number of the first of six rated questions in a row */

/* Through the opening card with time enough, up to the first rated question. */
static void agree(void)
{
	char typed[40];

	type("y\n\n600\n");
	ck_assert_int_eq(ended, LINE_LEFT);
	rated = first_of(ITEM_RATED);
	snprintf(typed, sizeof(typed), ":jump %d\n", rated);
	type(typed);
}

static const struct answer *stored(int question)
{
	struct flow flow;

	flow_init(&flow, &record, 0);
	const struct answer *answer = record_answer(&record, 0, flow.items[question - 1]);
	flow_release(&flow);
	return answer;
}

static void rated_is(int question, int value)
{
	const struct answer *answer = stored(question);

	ck_assert_ptr_nonnull(answer);
	ck_assert_int_eq(answer->state, STATE_ANSWERED);
	ck_assert_int_eq((int)answer->value.number, value);
}

START_TEST(test_line_card_comes_first_and_is_stored)
{
	type("maybe\ny\n5\nconfidential\nlong\n30\n");
	says("Type y to agree");
	says("Type 1 for named");
	says("Type a whole number of minutes");
	says("Question 1 of ");
	const struct respondent *r = &record.respondents[0];
	ck_assert_int_eq(r->consent, TRI_YES);
	ck_assert_int_eq(r->attribution, ATTRIBUTION_CONFIDENTIAL);
	ck_assert_int_eq(r->minutes, 30);
	ck_assert_int_eq(r->date, clock_today());
	type("");
	says_not("Do you agree");
}
END_TEST

START_TEST(test_line_card_without_consent_asks_nothing)
{
	type("n\n3\n");
	ck_assert_int_eq(ended, LINE_NO_CONSENT);
	says_not("Question 1");
	ck_assert_int_eq(record.respondents[0].consent, TRI_NO);
	ck_assert_uint_eq(record.answer_count, 0);
	type("y\n");
	says("Do you agree");
	ck_assert_int_eq(record.respondents[0].consent, TRI_YES);
}
END_TEST

START_TEST(test_line_card_goes_on_where_it_was_left)
{
	type("y\n");
	says("How may reports treat you?");
	type("role\n");
	says_not("Do you agree");
	says("Saved: role.");
	type(":back\n\n20\n");
	says("How may reports");
	says("Question 1 of ");
	ck_assert_int_eq(record.respondents[0].attribution, ATTRIBUTION_ROLE);
	ck_assert_int_eq(record.respondents[0].minutes, 20);
}
END_TEST

START_TEST(test_line_counts_one_minute_as_one)
{
	type("y\nrole\n1\n:back\n:review\n:quit\n");
	says("Saved: 1 minute.");
	says("0 minutes used.");
}
END_TEST

START_TEST(test_line_prompts_end_with_a_question_mark)
{
	agree();
	type("2\n");
	ck_assert_uint_eq(times("Your answer? "), 2);
	ck_assert_uint_eq(times("Your answer? Saved 2"), 1);
}
END_TEST

START_TEST(test_line_rating_is_stored_and_told)
{
	agree();
	type("2\ndk\nna too new here\ndeclined\nskip\nna\n");
	says("Saved 2");
	says("Saved: don't know.");
	says("Saved: not applicable, too new here.");
	rated_is(rated, 2);
	ck_assert_int_eq(stored(rated + 1)->state, STATE_DONT_KNOW);
	ck_assert_int_eq(stored(rated + 2)->state, STATE_NOT_APPLICABLE);
	ck_assert_str_eq(stored(rated + 2)->reason, "too new here");
	ck_assert_int_eq(stored(rated + 3)->state, STATE_DECLINED);
	ck_assert_ptr_null(stored(rated + 4));
	ck_assert_int_eq(stored(rated + 5)->state, STATE_NOT_APPLICABLE);
	ck_assert_ptr_null(stored(rated + 5)->reason);
}
END_TEST

START_TEST(test_line_next_start_is_at_the_same_question)
{
	agree();
	type("2\n3\n");
	says(question(rated + 2));
	type("");
	says("Going on at question ");
	says(question(rated + 2));
	says_not(question(rated));
	ck_assert_int_eq(ended, LINE_LEFT);
}
END_TEST

START_TEST(test_line_wrong_input_gets_one_hint_and_the_prompt)
{
	agree();
	type("9\nwhat\n:nonsense\n4\n");
	ck_assert_uint_eq(times("is no answer here"), 2);
	says(":nonsense is no command");
	ck_assert_uint_eq(times(question(rated)), 1);
	rated_is(rated, 4);
}
END_TEST

START_TEST(test_line_back_always_works_and_changes)
{
	agree();
	type("2\n:back\n5\n:back\n\n");
	says("Current answer: 2. Press Enter to keep. Your answer? ");
	says("Kept.");
	rated_is(rated, 5);
	type(":jump 1\n:back\n:back\n");
	ck_assert_uint_eq(times("This is the first question."), 2);
}
END_TEST

START_TEST(test_line_next_and_jump_move)
{
	char typed[100];
	agree();
	snprintf(typed, sizeof(typed),
		":next\n3\n:jump %d\n1\n:jump 0\n:jump x\n:jump 999\n:jump\n", rated);
	type(typed);
	rated_is(rated + 1, 3);
	rated_is(rated, 1);
	ck_assert_uint_eq(times("Type :jump and a number"), 4);
}
END_TEST

START_TEST(test_line_notes_belong_to_the_question_shown)
{
	agree();
	type(":comment six weeks\n:quote \"never\"\n:flag\n:comment\n2\n:back\n:flag\n");
	says("Saved the comment with question ");
	says("Type the words behind it");
	says("Comment: six weeks");
	says("Quote: \"never\"");
	rated_is(rated, 2);
	ck_assert_str_eq(stored(rated)->comment, "six weeks");
	ck_assert_str_eq(stored(rated)->quote, "\"never\"");
	ck_assert_int_ne(stored(rated)->flag, TRI_YES);
}
END_TEST

START_TEST(test_line_undo_and_redo_change_the_answer)
{
	agree();
	type("2\n:back\n4\n:undo\n");
	says("Saved: undone");
	rated_is(rated, 2);
	type(":redo\n");
	rated_is(rated, 4);
	says(question(rated));
}
END_TEST

START_TEST(test_line_undo_of_the_consent_asks_for_it_again)
{
	agree();
	type(":undo\n:undo\n3\ny\n\n600\n");
	says("Do you agree");
	says("Type y to agree");
	says("Saved: consent given.");
	says(question(rated));
	ck_assert_uint_eq(record.answer_count, 0);
}
END_TEST

START_TEST(test_line_undo_never_takes_the_respondent)
{
	struct errmsg why;

	load();
	struct respondent *other = record_add(&record, KIND_RESPONDENT);
	other->party = 0;
	other->role = ROLE_MANAGER;
	other->consent = TRI_YES;
	ck_assert_int_eq(
		store_put(store, &record, KIND_RESPONDENT, other, assessment, &why), ERR_NONE);
	respondent = other->object.key;
	type("dk\n:undo\n:undo\n:undo\ndeclined\n");
	ck_assert_uint_eq(times("left to undo"), 2);
	ck_assert_uint_eq(record.respondent_count, 2);
	ck_assert_uint_eq(record.answer_count, 1);
	ck_assert_int_eq(record.answers[0].state, STATE_DECLINED);
}
END_TEST

START_TEST(test_line_open_answer_ends_with_a_dot)
{
	char typed[200];
	agree();
	int q = first_of(ITEM_TEXT);

	snprintf(typed, sizeof(typed),
		":jump %d\nWe see the data late.\n\nNa ja, \xC3\xA9t\xC3\xA9.\n"
		":next week more\n.\n",
		q);
	type(typed);
	says("Saved 11 words.");
	ck_assert_str_eq(stored(q)->text,
		"We see the data late.\n\nNa ja, \xC3\xA9t\xC3\xA9.\n:next week more");
	ck_assert_int_eq(stored(q)->state, STATE_ANSWERED);
}
END_TEST

START_TEST(test_line_open_answer_is_kept_at_the_end_of_input)
{
	char typed[100];
	agree();
	int q = first_of(ITEM_TEXT);

	snprintf(typed, sizeof(typed), ":jump %d\nfirst\nsecond", q);
	type(typed);
	ck_assert_str_eq(stored(q)->text, "first\nsecond");
}
END_TEST

START_TEST(test_line_open_answer_is_ended_by_a_command)
{
	char typed[100];
	agree();
	int q = first_of(ITEM_TEXT);

	snprintf(typed, sizeof(typed), ":jump %d\nfirst\n:back\n", q);
	type(typed);
	ck_assert_str_eq(stored(q)->text, "first");
}
END_TEST

START_TEST(test_line_draft_of_a_killed_session_comes_back)
{
	char words[100];
	agree();
	int q = first_of(ITEM_TEXT);
	struct flow flow;
	struct errmsg why;

	flow_init(&flow, &record, 0);
	const struct store_sitting sitting = { .respondent = respondent,
		.item = flow.items[q - 1],
		.field = SITTING_ANSWER,
		.draft = "half a sentence",
		.cursor = 15 };
	flow_release(&flow);
	ck_assert_int_eq(store_put_sitting(store, &record, &sitting, &why), ERR_NONE);
	type("");
	snprintf(words, sizeof(words), "Going on at question %d", q);
	says(words);
	says("half a sentence");
	type("and the rest\n.\n");
	ck_assert_str_eq(stored(q)->text, "half a sentence\nand the rest");
}
END_TEST

START_TEST(test_line_broken_bytes_become_valid_text)
{
	char typed[100];
	agree();
	int q = first_of(ITEM_TEXT);
	int n = snprintf(typed, sizeof(typed), ":jump %d\nbad \xFF\xFE \xC3( end \x1B[31m\n.\n", q);

	typed[n++] = '\0';
	type_bytes(typed, (size_t)n);
	ck_assert(utf8_valid(stored(q)->text, strlen(stored(q)->text)));
	type(":back\n");
	ck_assert_ptr_null(strchr(said, 0x1B));
}
END_TEST

START_TEST(test_line_split_warns_and_stores)
{
	char typed[100];
	agree();
	int q = first_of(ITEM_SPLIT);

	snprintf(typed, sizeof(typed), ":jump %d\n40 30 20\n40 30 20 20\n", q);
	type(typed);
	says("is no answer here");
	says("The sum is 110");
	ck_assert_int_eq((int)stored(q)->value.split[CAUSE_MANAGEMENT], 20);
}
END_TEST

START_TEST(test_line_end_asks_and_finishes)
{
	agree();
	struct flow flow;
	flow_init(&flow, &record, 0);
	size_t count = flow.count;
	flow_release(&flow);
	char typed[200];
	snprintf(typed, sizeof(typed),
		":jump %zu\nskip\nmaybe\n\n:jump %zu\n:next\n:back\n:next\ny\n", count, count);
	type(typed);
	says("End of the questions.");
	says("Type y to finish");
	says("Question 1 of ");
	says("Finished and saved.");
	ck_assert_int_eq(ended, LINE_FINISHED);
	type("");
	says("This interview was finished");
	says("Finish? ");
}
END_TEST

START_TEST(test_line_review_and_help_list_everything)
{
	agree();
	type("2\n:review\n:help\n");
	says("1: ");
	says("settled");
	says(":undo");
	says("na REASON");
	says("interviewer only");
}
END_TEST

START_TEST(test_line_minutes_over_take_core_first)
{
	struct errmsg why;
	agree();
	ck_assert_uint_eq(times("core questions"), 0);
	record.respondents[0].minutes = 1;
	ck_assert_int_eq(store_put(store, &record, KIND_RESPONDENT, &record.respondents[0],
				 assessment, &why),
		ERR_NONE);
	type("2\n");
	says("core questions come");
	ck_assert_uint_eq(times(" Core.\n"), 2);
}
END_TEST

START_TEST(test_line_sealed_is_refused)
{
	struct errmsg why;
	enum line_end end;
	load();
	record.assessment.sealed = date_make(2026, 3, 16);
	ck_assert_int_eq(store_put(store, &record, KIND_ASSESSMENT, &record.assessment,
				 record.alliance.object.key, &why),
		ERR_NONE);
	FILE *nothing = fopen("/dev/null", "r+");
	const struct line_input input = { .in = nothing, .out = nothing };
	struct line_who who = { .respondent = respondent };
	ck_assert_int_eq(line_interview(store, assessment, &who, &input, &end, &why), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, "2026-03-16"));
	fclose(nothing);
}
END_TEST

START_TEST(test_line_interrupt_saves_and_ends)
{
	static const volatile sig_atomic_t interrupted = 1;
	struct errmsg why;
	enum line_end end;
	FILE *in = fmemopen((void *)(size_t) "y\n", 2, "r"), *out = fopen("/dev/null", "w");
	const struct line_input input = { .in = in, .out = out, .interrupted = &interrupted };

	struct line_who who = { .respondent = respondent };
	ck_assert_int_eq(line_interview(store, assessment, &who, &input, &end, &why), ERR_NONE);
	ck_assert_int_eq(end, LINE_INTERRUPTED);
	fclose(in);
	fclose(out);
}
END_TEST

/* A line of four MiB is taken whole; of one that is longer nothing, and the next is a line. */
START_TEST(test_line_too_long_is_told_and_read_over)
{
	struct str typed;
	agree();
	size_t most = (4 << 20) + (size_t)_i;
	str_init(&typed);
	str_addf(&typed, ":jump %d\n", first_of(ITEM_TEXT));
	for (size_t i = 0; i < most; i++)
		str_addc(&typed, i % 8 ? 'w' : ' ');
	str_add(&typed, "\nthe end\n.\n");
	type(typed.text);
	str_release(&typed);
	ck_assert_uint_eq(record.answer_count, 1);
	ck_assert_uint_eq(strlen(record.answers[0].text), _i ? 7 : most + 8);
	ck_assert_uint_eq(times("That line is longer than 4 MiB"), (size_t)_i);
}
END_TEST

START_TEST(test_line_knows_a_name_again)
{
	load();
	const struct sitting_newcomer same = { .party = record.parties[1].object.key,
		.role = ROLE_OPERATIONS,
		.name = "omar haddad" };
	const struct sitting_newcomer nameless = { .party = record.parties[0].object.key,
		.role = ROLE_SPONSOR };

	ck_assert_int_eq(sitting_known(&record, &same), respondent);
	ck_assert_int_eq(sitting_known(&record, &nameless), 0);
}
END_TEST

/* Type into a session with somebody new; how it ends. */
static enum err type_new(const char *typed, struct line_who *who)
{
	struct errmsg why;
	enum line_end end;
	FILE *in = fmemopen((void *)(size_t)typed, strlen(typed), "r"),
	     *out = fopen("/dev/null", "w");
	const struct line_input input = { .in = in, .out = out };
	enum err err = line_interview(store, assessment, who, &input, &end, &why);

	fclose(in);
	fclose(out);
	load();
	return err;
}

/* Before there is an answer on the card nobody is there; then they are, whatever the answer. */
START_TEST(test_line_somebody_new_is_there_with_the_first_answer)
{
	static const char *const typed[] = { "\n:help\nmaybe\n", "y\n2\n30\n:next\nSome words\n.\n",
		"n\n" };
	static const int consent[] = { TRI_UNKNOWN, TRI_YES, TRI_NO };

	load();
	const struct sitting_newcomer newcomer = { .party = record.parties[0].object.key,
		.role = ROLE_SPONSOR,
		.attribution = ATTRIBUTION_ROLE,
		.name = "Eva Brand" };
	struct line_who who = { .newcomer = &newcomer };
	size_t there = _i ? 2 : 1;

	ck_assert_int_eq(type_new(typed[_i], &who), ERR_NONE);
	ck_assert_uint_eq(record.person_count, there);
	ck_assert_uint_eq(record.respondent_count, there);
	ck_assert_int_eq(who.respondent != 0, _i > 0);
	if (_i == 0)
		return;
	const struct respondent *respondent_new = &record.respondents[1];
	ck_assert_int_eq(respondent_new->object.key, who.respondent);
	ck_assert_int_eq(respondent_new->consent, consent[_i]);
	ck_assert_int_eq(respondent_new->attribution, ATTRIBUTION_ROLE);
	ck_assert_int_eq(respondent_new->date != DATE_NONE, _i == 1);
	ck_assert_uint_eq(record.answer_count, _i == 1);
}
END_TEST

/* The side of somebody new, or the round, is not what it was when they were named. */
START_TEST(test_line_somebody_new_is_refused_in_words)
{
	struct errmsg why;
	struct sitting_newcomer newcomer = { .party = 4711, .role = ROLE_SPONSOR };
	struct line_who who = { .newcomer = &newcomer };

	ck_assert_int_eq(type_new("y\n", &who), ERR_FAILED);
	newcomer.party = record.parties[0].object.key;
	ck_assert_int_eq(sitting_may_begin(store, &record, &newcomer, &why), ERR_NONE);
	load();
	ck_assert_uint_eq(record.person_count, 1);
	record.assessment.sealed = date_make(2026, 3, 16);
	ck_assert_int_eq(store_put(store, &record, KIND_ASSESSMENT, &record.assessment,
				 record.alliance.object.key, &why),
		ERR_NONE);
	load();
	ck_assert_int_eq(sitting_may_begin(store, &record, &newcomer, &why), ERR_LOCKED);
	ck_assert_int_eq(type_new("y\n", &who), ERR_LOCKED);
	ck_assert_uint_eq(record.person_count, 1);
}
END_TEST

static struct pool chosen;

static struct line_who choose(const char *typed)
{
	struct errmsg why;
	struct line_who who;
	FILE *in = fmemopen((void *)(size_t)typed, strlen(typed), "r"),
	     *out = fopen("/dev/null", "w");
	const struct line_input input = { .in = in, .out = out };

	ck_assert_int_eq(line_choose(store, assessment, &input, &chosen, &who, &why), ERR_NONE);
	fclose(in);
	fclose(out);
	load();
	return who;
}

START_TEST(test_line_choose_takes_one_or_names_one)
{
	ck_assert_int_eq(choose("7\n1\n").respondent, respondent);
	ck_assert_int_eq(choose(":quit\n").respondent, 0);
	ck_assert_ptr_null(choose("new\n1\n").newcomer);
	struct line_who who = choose("new\n1\n2\nTom Keller\n");
	ck_assert_int_eq(who.respondent, 0);
	ck_assert_int_eq(who.newcomer->role, ROLE_MANAGER);
	ck_assert_int_eq(who.newcomer->party, record.parties[0].object.key);
	ck_assert_str_eq(who.newcomer->name, "Tom Keller");
	ck_assert_uint_eq(record.person_count, 1);
	/* who is heard already goes on */
	char again[40];
	snprintf(again, sizeof(again), "new\n2\n%d\nOmar Haddad\n", ROLE_OPERATIONS + 1);
	ck_assert_int_eq(choose(again).respondent, respondent);
	pool_release(&chosen);
}
END_TEST

Suite *line_suite(void)
{
	Suite *suite = suite_create("line");
	TCase *tcase = tcase_create("line");

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, test_line_card_comes_first_and_is_stored);
	tcase_add_test(tcase, test_line_card_without_consent_asks_nothing);
	tcase_add_test(tcase, test_line_card_goes_on_where_it_was_left);
	tcase_add_test(tcase, test_line_counts_one_minute_as_one);
	tcase_add_test(tcase, test_line_prompts_end_with_a_question_mark);
	tcase_add_test(tcase, test_line_rating_is_stored_and_told);
	tcase_add_test(tcase, test_line_next_start_is_at_the_same_question);
	tcase_add_test(tcase, test_line_wrong_input_gets_one_hint_and_the_prompt);
	tcase_add_test(tcase, test_line_back_always_works_and_changes);
	tcase_add_test(tcase, test_line_next_and_jump_move);
	tcase_add_test(tcase, test_line_notes_belong_to_the_question_shown);
	tcase_add_test(tcase, test_line_undo_and_redo_change_the_answer);
	tcase_add_test(tcase, test_line_undo_of_the_consent_asks_for_it_again);
	tcase_add_test(tcase, test_line_undo_never_takes_the_respondent);
	tcase_add_test(tcase, test_line_open_answer_ends_with_a_dot);
	tcase_add_test(tcase, test_line_open_answer_is_kept_at_the_end_of_input);
	tcase_add_test(tcase, test_line_open_answer_is_ended_by_a_command);
	tcase_add_test(tcase, test_line_draft_of_a_killed_session_comes_back);
	tcase_add_test(tcase, test_line_broken_bytes_become_valid_text);
	tcase_add_test(tcase, test_line_split_warns_and_stores);
	tcase_add_test(tcase, test_line_end_asks_and_finishes);
	tcase_add_test(tcase, test_line_review_and_help_list_everything);
	tcase_add_test(tcase, test_line_minutes_over_take_core_first);
	tcase_add_test(tcase, test_line_sealed_is_refused);
	tcase_add_test(tcase, test_line_interrupt_saves_and_ends);
	tcase_add_loop_test(tcase, test_line_too_long_is_told_and_read_over, 0, 2);
	tcase_add_test(tcase, test_line_knows_a_name_again);
	tcase_add_loop_test(tcase, test_line_somebody_new_is_there_with_the_first_answer, 0, 3);
	tcase_add_test(tcase, test_line_somebody_new_is_refused_in_words);
	tcase_add_test(tcase, test_line_choose_takes_one_or_names_one);
	suite_add_tcase(suite, tcase);
	return suite;
}
