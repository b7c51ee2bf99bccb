/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person made one in the store: undone as one step, refused while somebody is
 * interviewed, texts that were begun kept.
 */
#include <rekindle/bin.h>
#include <rekindle/people.h>

#include "heard.h"

Suite *people_suite(void);

static struct errmsg why;
static struct people_merged merged;

static void rate(int who, int item)
{
	struct answer *answer = record_put_answer(&app.record, who, item);
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = 1 + who * 2 };
	ck_assert(app_put(&app, KIND_ANSWER, answer, 0));
	for (int64_t now = clock_ms(); clock_ms() == now;) /* the next one is later */
		;
}

/* Bo is a second record of somebody of Ana's company, and both have answered. */
static void set_up(void)
{
	heard_begin();
	app.record.people[BO].party = 0;
	app.record.respondents[BO].party = 0;
	ck_assert(
		app_put(&app, KIND_PERSON, &app.record.people[BO], app.record.alliance.object.key));
	ck_assert(app_put(&app, KIND_RESPONDENT, &app.record.respondents[BO], 0));
	for (int item = 0, rated = 0; rated < 4; item++) {
		if (heard.bank->items[item].kind != ITEM_RATED)
			continue;
		for (int who = ANA; who <= (rated ? BO : ANA); who++)
			rate(who, item);
		rated++;
	}
	ck_assert(app_reload(&app));
	why.text[0] = '\0';
}

static void tear_down(void)
{
	people_merged_release(&merged);
	heard_end();
}

static enum err merge(void)
{
	people_merged_release(&merged);
	return people_merge(app.options.store, &app.record, ANA, BO, &merged, &why);
}

static void draft(int who, const char *text)
{
	const struct store_sitting place = { .respondent = heard.respondent[who],
		.item = 12,
		.draft = text,
		.cursor = 3,
		.seconds = 60 };
	ck_assert(!store_put_sitting(app.options.store, &app.record, &place, &why));
}

START_TEST(test_people_merge_is_one_step_of_undo)
{
	static const char *const tables[] = {
		"SELECT count(*) FROM person",
		"SELECT count(*) FROM respondent",
		"SELECT group_concat(rating, '') FROM answer",
	};
	char *before[3], *after[3];
	for (int i = 0; i < 3; i++)
		before[i] = mem_strdup(heard_sql(tables[i]));
	ck_assert_str_eq(before[2], "1111333");
	ck_assert_msg(!merge(), "%s", why.text);
	ck_assert_int_eq(merged.interviews, 1);
	ck_assert_uint_eq(merged.count, 3);
	ck_assert_str_eq(merged.differing[0].kept, "3");
	ck_assert_str_eq(merged.differing[0].other, "1");
	for (int i = 0; i < 3; i++)
		after[i] = mem_strdup(heard_sql(tables[i]));
	ck_assert_str_eq(after[0], "1");
	ck_assert_str_eq(after[1], "1");
	ck_assert_str_eq(after[2], "1333");
	app_undo(&app, false);
	expect("two people made one");
	for (int i = 0; i < 3; i++)
		ck_assert_str_eq(heard_sql(tables[i]), before[i]);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer WHERE comment IS NOT NULL"), "0");
	app_undo(&app, true);
	for (int i = 0; i < 3; i++) {
		ck_assert_str_eq(heard_sql(tables[i]), after[i]);
		free(before[i]);
		free(after[i]);
	}
}
END_TEST

static enum err forget(const struct person *person)
{
	struct pool pool = { 0 };
	struct texts mentions = { 0 }, copies = { 0 };
	char text[UUID_TEXT];
	struct store_found found;
	int64_t alliance = app.record.alliance.object.key;
	enum err err = store_find_person(app.options.store, alliance,
		uuid_text(&person->object.id, text), &pool, &found, &why);
	if (!err)
		err = store_forget(app.options.store, &found, &pool, &mentions, &copies, &why);
	pool_release(&pool);
	return err;
}

/* Into somebody, who has what was said; undone, everybody has their own again. */
START_TEST(test_people_merge_holds_forgetting_of_who_was_merged)
{
	const struct person ana = app.record.people[ANA], bo = app.record.people[BO];
	const struct person *into = &bo, *from = &ana;
	ck_assert_msg(!merge(), "%s", why.text);
	if (store_key(app.options.store, KIND_PERSON, &ana.object.id)) {
		into = &ana;
		from = &bo;
	}
	ck_assert_int_eq(forget(from), ERR_USAGE);
	ck_assert_str_eq(heard_sql("SELECT group_concat(rating, '') FROM answer"), "1333");
	if (_i) {
		ck_assert_msg(!forget(into), "%s", why.text);
		ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "0");
		ck_assert_str_eq(heard_sql("SELECT count(*) FROM bin"), "0");
		ck_assert(store_is_forgotten(app.options.store, &from->object.id));
		return;
	}
	app_undo(&app, false);
	ck_assert_msg(!forget(from), "%s", why.text);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person"), "1");
}
END_TEST

START_TEST(test_people_merge_waits_for_an_interview)
{
	struct store *other;
	ck_assert(!store_open(heard.path, STORE_EXISTING, &other, &why));
	for (int who = ANA; who <= BO; who++) {
		ck_assert(!store_hold(other, heard.respondent[who], &why));
		ck_assert_int_eq(merge(), ERR_LOCKED);
		ck_assert_ptr_nonnull(strstr(why.text, "has been interviewing this respondent"));
		ck_assert_str_eq(heard_sql("SELECT count(*) FROM person"), "2");
	}
	store_close(other);
	ck_assert_msg(!merge(), "%s", why.text);
}
END_TEST

START_TEST(test_people_merge_keeps_a_text_that_was_begun)
{
	draft(BO, "Half a sen");
	ck_assert_msg(!merge(), "%s", why.text);
	ck_assert_str_eq(heard_sql("SELECT draft FROM sitting"), "Half a sen");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM sitting"), "1");
}
END_TEST

START_TEST(test_people_merge_refuses_two_texts_that_were_begun)
{
	draft(ANA, "One");
	draft(BO, "Another");
	ck_assert_int_eq(merge(), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, "in both interviews a text was begun"));
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person"), "2");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM sitting"), "2");
}
END_TEST

static void begin(const char *screen, const struct object *of, const char *text)
{
	const struct store_place place = { screen, of->id, app.record.alliance.object.key };
	const struct store_draft line = { .field = "line", .text = text };
	ck_assert(!store_put_draft(app.options.store, &place, &line, &why));
}

START_TEST(test_people_merge_keeps_the_drafts_of_both)
{
	begin("person", &app.record.people[ANA].object, "One");
	begin("new note", &app.record.people[BO].object, "Another");
	begin("note", &app.record.respondents[BO].object, "A third");
	ck_assert_msg(!merge(), "%s", why.text);
	ck_assert_str_eq(heard_sql("SELECT group_concat(text, '|') FROM (SELECT text FROM draft "
				   "JOIN person ON id = object ORDER BY screen)"),
		"Another|One");
	ck_assert_str_eq(
		heard_sql("SELECT text FROM draft JOIN respondent ON id = object"), "A third");
}
END_TEST

START_TEST(test_people_merge_refuses_two_drafts_of_one_field)
{
	begin("person", &app.record.people[ANA].object, "One");
	begin("person", &app.record.people[BO].object, "Another");
	ck_assert_int_eq(merge(), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, "of both a text was begun in the same field"));
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person"), "2");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM draft"), "2");
}
END_TEST

START_TEST(test_people_remove_is_one_step_of_undo)
{
	ck_assert_msg(!people_remove(app.options.store, &app.record, BO, &why), "%s", why.text);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "4");
	app_undo(&app, false);
	expect("Bo Lind deleted");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "7");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person"), "2");
}
END_TEST

static const char *people(void)
{
	return heard_sql("SELECT count(*) FROM person");
}

/* On the home: Bo, who goes, is marked, then Ana is in focus and it is asked. */
static void say_same(void)
{
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	press_times(TUI_TAB, 2);
	press('=');
	expect("Bo Lind is whom?");
	press_times(TUI_TAB, 2);
	press('=');
}

START_TEST(test_people_merge_on_the_home_says_what_moves)
{
	say_same();
	expect("Bo Lind is Ana Ruiz? 1 interview with 3 answers and 0 tasks go to Ana Ruiz.");
	press('n');
	ck_assert_str_eq(people(), "2");
	press('=');
	press('y');
	expect("Ana Ruiz is one person now. 3 answers given differently");
	expect_not("Bo Lind");
	ck_assert_str_eq(people(), "1");
	press('u');
	expect("two people made one");
	expect("Bo Lind");
	ck_assert_str_eq(people(), "2");
}
END_TEST

START_TEST(test_people_merge_on_the_home_takes_the_mark_off)
{
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	press('=');
	expect("Tab goes to a person first.");
	press(TUI_TAB);
	press('=');
	press('=');
	expect("Nobody: they stay two.");
}
END_TEST

/* 0: of two companies, 1: somebody is interviewed; nothing waits to be saved then. */
START_TEST(test_people_merge_on_the_home_is_refused_in_words)
{
	struct store *other;
	ck_assert(!store_open(heard.path, STORE_EXISTING, &other, &why));
	if (_i) {
		ck_assert(!store_hold(other, heard.respondent[BO], &why));
	} else {
		app.record.people[BO].party = 1;
		ck_assert(app_change(&app, NULL, KIND_PERSON, &app.record.people[BO]));
	}
	say_same();
	if (_i)
		press('y');
	expect(_i ? "has been interviewing this respondent" : "are of two companies");
	ck_assert(!app.confirming);
	expect_not("NOT SAVED");
	ck_assert_str_eq(people(), "2");
	store_close(other);
}
END_TEST

Suite *people_suite(void)
{
	Suite *suite = suite_create("people");
	TCase *tests = tcase_create("people");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_people_merge_is_one_step_of_undo);
	tcase_add_loop_test(tests, test_people_merge_holds_forgetting_of_who_was_merged, 0, 2);
	tcase_add_test(tests, test_people_merge_waits_for_an_interview);
	tcase_add_test(tests, test_people_merge_keeps_a_text_that_was_begun);
	tcase_add_test(tests, test_people_merge_refuses_two_texts_that_were_begun);
	tcase_add_test(tests, test_people_merge_keeps_the_drafts_of_both);
	tcase_add_test(tests, test_people_merge_refuses_two_drafts_of_one_field);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_people_merge_on_the_home_says_what_moves);
	tcase_add_test(tests, test_people_merge_on_the_home_takes_the_mark_off);
	tcase_add_loop_test(tests, test_people_merge_on_the_home_is_refused_in_words, 0, 2);
	tcase_add_test(tests, test_people_remove_is_one_step_of_undo);
	suite_add_tcase(suite, tests);
	return suite;
}
