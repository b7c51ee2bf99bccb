/* SPDX-License-Identifier: MIT */
/*
 * The memory of joint editions: the last one again after one or two respondents of a side changed,
 * a new one after three; what becomes of it with its round, its alliance, its people.
 */
#include "store_fixture.h"
#include <dirent.h>
#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/file.h>
#include <rekindle/release.h>
#include <rekindle/schema.h>

Suite *store_edition_suite(void);

#define SIDE 5

static struct store *store;
static struct record record;

static void put_rating(int respondent, int item, double value)
{
	struct answer *answer = record_put_answer(&record, respondent, item);

	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = value };
}

static int first_rated(void)
{
	int item = 0;

	while (record.instrument->items[item].kind != ITEM_RATED ||
		record.instrument->items[item].roles != (1u << ROLE_COUNT) - 1)
		item++;
	return item;
}

static int add_respondent(int party)
{
	struct respondent *who = record_add(&record, KIND_RESPONDENT);

	who->party = party;
	who->role = ROLE_MANAGER;
	who->name = "Somebody";
	return (int)record.respondent_count - 1;
}

static void begin(void)
{
	make_folder_of_test();
	store = open_store();
	record_init(&record, instrument_builtin());
	record.alliance.name = "Alliance";
	for (int p = 0; p < 2; p++) {
		struct party *party = record_add(&record, KIND_PARTY);

		party->name = party->label = p ? "Beta" : "Alpha";
	}
	for (int r = 0; r < 2 * SIDE; r++)
		add_respondent(r / SIDE);
	record_settle(&record);
	for (int r = 0; r < 2 * SIDE; r++)
		put_rating(r, first_rated(), 3);
	record_settle(&record);
	OK(store_add_record(store, &record, &why));
}

static void finish(void)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
}

/* Makes a joint edition. */
static enum err make(void)
{
	struct diagnosis diagnosis;

	record_settle(&record);
	diagnosis_compute(&diagnosis, &record);
	enum err err = store_keep_edition(store, &record, &diagnosis, &why);
	diagnosis_release(&diagnosis);
	return err;
}

/* What it prints of the side's value of what was rated, NAN nothing; of an earlier one where as_of
 * is set. */
static double prints(int party, bool *as_of)
{
	struct diagnosis diagnosis;
	struct edition_view view;

	diagnosis_compute(&diagnosis, &record);
	release_view(&view, &record, &diagnosis, EDITION_JOINT);
	const struct scores *shown = &view.shown.scores;
	double value = shown->scale[record.instrument->items[first_rated()].scale].value[party];
	*as_of = view.as_of != 0;
	edition_release(&view);
	diagnosis_release(&diagnosis);
	return value;
}

static void change(int respondent)
{
	put_rating(respondent, first_rated(), 4);
}

static int64_t count(const char *table)
{
	char sql[200];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", table);
	return sql_number(store, sql);
}

/* The last one is printed again, and nothing is remembered. */
static void is_printed_again(void)
{
	int64_t releases = count("joint_release");
	bool as_of;

	OK(make());
	ck_assert_int_eq(count("joint_release"), releases);
	prints(0, &as_of);
	ck_assert(as_of);
}

static void is_new(void)
{
	int64_t releases = count("joint_release");
	bool as_of;

	OK(make());
	ck_assert_int_eq(count("joint_release"), releases + 1);
	prints(0, &as_of);
	ck_assert(!as_of);
}

START_TEST(test_store_edition_the_same_may_be_made_again)
{
	OK(make());
	OK(make());
	store_close(store);
	store = open_store();
	OK(make());
	/* and writes nothing */
	ck_assert_int_eq(count("joint_release"), 1);
	ck_assert_int_eq(count("release_rating"), 2 * SIDE);
}
END_TEST

/* _i respondents of a side changed: 1 and 2 are too few, 3 are enough. */
START_TEST(test_store_edition_takes_three_changed)
{
	is_new();
	for (int r = 0; r < _i; r++)
		change(2 * r);
	if (_i < EDITION_CHANGED_MIN) {
		is_printed_again();
		/* with one more it is enough */
		change(1);
		if (_i == 1)
			change(3);
	}
	is_new();
	OK(make());
	ck_assert_int_eq(count("joint_release"), 2);
}
END_TEST

START_TEST(test_store_edition_takes_three_of_each_side)
{
	is_new();
	for (int r = 0; r < 3; r++)
		change(r);
	change(SIDE);
	is_printed_again();
	change(SIDE + 1);
	is_printed_again();
	change(SIDE + 2);
	is_new();
}
END_TEST

/* Added, gone and changed count alike. */
START_TEST(test_store_edition_counts_added_and_gone)
{
	bool as_of;

	is_new();
	int added = add_respondent(0);
	record_settle(&record);
	OK(store_put(store, &record, KIND_RESPONDENT, &record.respondents[added], 0, &why));
	OK(make()); /* without an answer it is nobody yet */
	prints(0, &as_of);
	ck_assert(!as_of);
	put_rating(added, first_rated(), 5);
	is_printed_again();
	record_put_answer(&record, 0, first_rated())->state = STATE_BLANK;
	is_printed_again();
	change(1);
	is_new();
}
END_TEST

/* Who goes over to the other side is gone from the one and new to the other. */
START_TEST(test_store_edition_counts_who_goes_over)
{
	is_new();
	record.respondents[0].party = 1;
	is_printed_again();
	change(1);
	change(2);
	is_printed_again();
}
END_TEST

/* What somebody takes back is no change. */
START_TEST(test_store_edition_forgives_what_is_taken_back)
{
	bool as_of;

	is_new();
	change(3);
	is_printed_again();
	put_rating(3, first_rated(), 3);
	OK(make());
	prints(0, &as_of);
	ck_assert(!as_of);
	ck_assert_int_eq(count("joint_release"), 1);
}
END_TEST

/* Three changed, two of whom take it back: beside the first edition that tells of the third. */
START_TEST(test_store_edition_is_held_against_every_one_before)
{
	is_new();
	for (int r = 0; r < 3; r++)
		change(r);
	is_new();
	put_rating(0, first_rated(), 3);
	put_rating(1, first_rated(), 3);
	put_rating(2, first_rated(), 5);
	is_printed_again();
	/* the first one again is a new one, so that it is the last */
	put_rating(2, first_rated(), 3);
	is_new();
}
END_TEST

static void rate_scale(int respondent, double value)
{
	enum scale scale = record.instrument->items[first_rated()].scale;

	for (size_t i = 0; i < record.instrument->item_count; i++)
		if (record.instrument->items[i].scale == scale)
			put_rating(respondent, (int)i,
				record.instrument->items[i].reversed ? 6 - value : value);
}

/* Whatever was rated since, what is printed is what was printed. */
START_TEST(test_store_edition_prints_what_it_printed)
{
	bool as_of;

	for (int r = 0; r < 2 * SIDE; r++)
		rate_scale(r, 3);
	is_new();
	ck_assert_double_eq_tol(prints(0, &as_of), 3, 1e-9);
	rate_scale(0, 1);
	rate_scale(1, 2);
	is_printed_again();
	ck_assert_double_eq_tol(prints(0, &as_of), 3, 1e-9);
	ck_assert(as_of);
	rate_scale(0, 2);
	rate_scale(1, 4);
	rate_scale(2, 2);
	is_new();
	ck_assert_double_eq_tol(prints(0, &as_of), 2.8, 1e-9);
	ck_assert(!as_of);
}
END_TEST

/* Of who is of a party of two only facts are shown, and nothing is remembered; where there were
 * more when one was handed out, that is printed again. */
START_TEST(test_store_edition_of_facts_is_none)
{
	for (int r = 0; r < SIDE; r++)
		record_put_answer(&record, r, first_rated())->state = STATE_BLANK;
	for (int r = 0; r < 2; r++)
		put_rating(r, first_rated(), 3);
	OK(make());
	ck_assert_int_eq(count("joint_release"), 0);
	put_rating(2, first_rated(), 3);
	is_new();
	record_put_answer(&record, 2, first_rated())->state = STATE_BLANK;
	is_printed_again();
}
END_TEST

/* Nor who may be quoted, nor a rating of a question that their role is not asked. */
START_TEST(test_store_edition_does_not_count_words)
{
	int text = 0, other = 0;
	bool as_of;

	while (record.instrument->items[text].kind != ITEM_TEXT)
		text++;
	while (record.instrument->items[other].kind != ITEM_RATED ||
		record.instrument->items[other].roles & 1u << ROLE_MANAGER)
		other++;
	OK(make());
	record_put_answer(&record, 0, first_rated())->quote = "Said later.";
	record_put_answer(&record, 0, first_rated())->comment = "Said later.";
	struct answer *answer = record_put_answer(&record, 1, text);
	answer->state = STATE_ANSWERED;
	answer->text = "Said later.";
	put_rating(1, other, 2);
	record.respondents[1].attribution = ATTRIBUTION_CONFIDENTIAL;
	record.respondents[2].consent = TRI_NO;
	OK(make());
	ck_assert_int_eq(count("joint_release"), 1);
	prints(0, &as_of);
	ck_assert(!as_of);
}
END_TEST

/* What was printed, with one decimal; nothing of what was withheld. */
START_TEST(test_store_edition_remembers_what_was_printed)
{
	char name[80], id[UUID_TEXT];
	struct record known;
	int item = first_rated(), scale = record.instrument->items[item].scale;

	for (int r = 3; r < SIDE; r++)
		put_rating(r, item, 4); /* 3.4 */
	for (size_t i = 0; i < record.instrument->item_count; i++)
		if (record.instrument->items[i].scale == (enum scale)scale)
			for (int r = 0; r < 2 * SIDE; r++)
				put_rating(r, (int)i, r == 3 || r == 4 ? 4 : 3);
	OK(make());
	record_init(&known, record.instrument);
	known.alliance.object = record.alliance.object;
	OK(load_releases(store, &known, &why));
	ck_assert_uint_eq(known.release_count, 1);
	ck_assert(uuid_same(&known.releases[0].round, &record.assessment.object.id));
	const char *printed = known.releases[0].printed;
	ck_assert(figures_valid(printed));
	snprintf(name, sizeof(name), "\"value.%s.%s\":3.4", scale_info[scale].id,
		uuid_text(&record.parties[0].object.id, id));
	if (record.instrument->items[item].reversed)
		snprintf(name, sizeof(name), "\"value.%s.%s\":2.6", scale_info[scale].id,
			uuid_text(&record.parties[0].object.id, id));
	ck_assert_msg(strstr(printed, name) != NULL, "%s", printed);
	ck_assert_ptr_null(strstr(printed, "health"));
	for (size_t i = 0; i < known.release_rating_count; i++)
		ck_assert_int_eq(known.release_ratings[i].number, (int)i + 1);
	record_release(&known);
}
END_TEST

START_TEST(test_store_edition_survives_a_deleted_assessment)
{
	const char *what;
	struct pool pool = { NULL };

	OK(make());
	OK(store_delete(store, &record, KIND_ASSESSMENT, &record.assessment, &why));
	OK(store_undo(store, record.assessment.object.key, &pool, &what, &why));
	change(0);
	is_printed_again();
	pool_release(&pool);
}
END_TEST

static void take_out_of_bin(void)
{
	struct pool pool = { NULL };
	struct store_binned *list;
	size_t n;

	OK(store_bin(store, &pool, &list, &n, &why));
	ck_assert_uint_eq(n, 1);
	OK(store_undelete(store, list, &why));
	pool_release(&pool);
}

/* _i 0: its round, 1: its alliance. */
START_TEST(test_store_edition_comes_back_out_of_the_bin)
{
	struct store_found alliance = { KIND_ALLIANCE, record.alliance.object.key,
		record.alliance.object.key, record.alliance.object.id, record.alliance.name };

	OK(make());
	if (_i)
		OK(store_delete_found(store, &alliance, &why));
	else
		OK(store_delete(store, &record, KIND_ASSESSMENT, &record.assessment, &why));
	ck_assert_int_eq(count("joint_release"), !_i);
	take_out_of_bin();
	ck_assert_int_eq(count("joint_release"), 1);
	ck_assert_int_eq(count("release_rating"), 2 * SIDE);
	change(0);
	is_printed_again();
}
END_TEST

/* In the bytes of how many files of the folder? */
static int files_with(const void *bytes, size_t n)
{
	DIR *dir = opendir(folder);
	char name[512];
	int found = 0;

	for (const struct dirent *entry; (entry = readdir(dir));) {
		struct str text;

		if (entry->d_type != DT_REG)
			continue;
		snprintf(name, sizeof(name), "%s/%s", folder, entry->d_name);
		str_init(&text);
		OK(file_read(name, 1 << 28, &text, &why));
		found += memmem(text.text, text.len, bytes, n) != NULL;
		str_release(&text);
	}
	closedir(dir);
	return found;
}

/* Once its round is erased nothing of it is left. */
START_TEST(test_store_edition_goes_with_its_round)
{
	char today[DATE_TEXT], digest[500];
	struct pool pool = { NULL };
	struct record other;

	setenv("REKINDLE_TODAY", "2026-03-01", 1);
	store_keep_no_copies(store);
	OK(make());
	strcpy(digest, release_digest(&pool, &record, 0));
	OK(store_load(store, record.assessment.object.key, &other, &why));
	drop_round(&other);
	OK(store_put(store, &other, KIND_ASSESSMENT, &other.assessment, 0, &why));
	OK(store_delete(store, &record, KIND_ASSESSMENT, &record.assessment, &why));
	for (int day = 30; day <= 31; day++) {
		date_iso(date_make(2026, 3, 1) + day - 1, today);
		setenv("REKINDLE_TODAY", today, 1);
		store_close(store);
		store = open_store();
		store_keep_no_copies(store);
		other.alliance.name = pool_printf(&other.pool, "Alliance %d", day);
		OK(store_put(store, &other, KIND_ALLIANCE, &other.alliance, 0, &why));
		ck_assert_int_eq(count("joint_release"), day == 30);
	}
	ck_assert_int_eq(count("release_rating"), 0);
	ck_assert_int_eq(files_with(digest, strlen(digest)), 0);
	pool_release(&pool);
	record_release(&other);
	unsetenv("REKINDLE_TODAY");
}
END_TEST

/* Nor of somebody who was deleted, but that there was somebody. */
START_TEST(test_store_edition_loses_who_is_erased)
{
	struct pool pool = { NULL };
	char digest[500];

	setenv("REKINDLE_TODAY", "2026-03-01", 1);
	store_keep_no_copies(store);
	OK(make());
	strcpy(digest, release_digest(&pool, &record, 0));
	OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[0], &why));
	setenv("REKINDLE_TODAY", "2026-03-31", 1);
	store_close(store);
	store = open_store();
	store_keep_no_copies(store);
	ck_assert_int_eq(count("release_rating WHERE respondent IS NULL"), 0);
	record.alliance.name = "Another";
	OK(store_put(store, &record, KIND_ALLIANCE, &record.alliance, 0, &why));
	ck_assert_int_eq(count("release_rating WHERE respondent IS NULL AND digest IS NULL"), 1);
	ck_assert_int_eq(count("release_rating"), 2 * SIDE);
	ck_assert_int_eq(files_with(digest, strlen(digest)), 0);
	unsetenv("REKINDLE_TODAY");
	pool_release(&pool);
}
END_TEST

/* It is out of the house: what was done before it is undone next, and it stays. */
START_TEST(test_store_edition_is_not_undone)
{
	const char *what;
	struct pool pool = { NULL };

	record.assessment.title = "Before";
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	OK(make());
	OK(store_undo(store, record.assessment.object.key, &pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	ck_assert_ptr_nonnull(strstr(what, "title"));
	ck_assert_int_eq(count("joint_release"), 1);
	pool_release(&pool);
}
END_TEST

START_TEST(test_store_edition_is_made_of_a_sealed_round)
{
	record.assessment.sealed = 20778;
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	OK(make());
	ck_assert_int_eq(count("joint_release"), 1);
}
END_TEST

/* _i 1: after the alliance has been in the bin, 2: while it is there. */
START_TEST(test_store_edition_forgets_people)
{
	struct pool pool = { NULL };
	struct texts mentions = { 0 }, copies = { 0 };
	struct store_found found,
		alliance = { KIND_ALLIANCE, record.alliance.object.key, record.alliance.object.key,
			record.alliance.object.id, record.alliance.name };
	char digest[500], id[UUID_TEXT];
	struct uuid person = record.respondents[0].object.id;

	store_keep_no_copies(store);
	OK(make());
	strcpy(digest, release_digest(&pool, &record, 0));
	ck_assert_int_gt(files_with(digest, strlen(digest)), 0);
	if (_i)
		OK(store_delete_found(store, &alliance, &why));
	if (_i == 1)
		take_out_of_bin();
	OK(store_find_person(
		store, record.alliance.object.key, uuid_text(&person, id), &pool, &found, &why));
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
	ck_assert_int_eq(files_with(digest, strlen(digest)), 0);
	if (_i == 2)
		take_out_of_bin();
	ck_assert_int_eq(files_with(digest, strlen(digest)), 0);
	ck_assert_int_eq(count("release_rating"), 2 * SIDE);
	ck_assert_int_eq(count("release_rating WHERE respondent IS NULL AND digest IS NULL AND "
			       "party IS NOT NULL"),
		1);
	/* that somebody of their side is gone is known */
	record_release(&record);
	int64_t round = sql_number(store, "SELECT key FROM assessment");
	OK(store_load(store, round, &record, &why));
	is_printed_again();
	/* and heard again they are somebody new: two with who is gone */
	int again = add_respondent(0);
	record_settle(&record);
	OK(store_put(store, &record, KIND_RESPONDENT, &record.respondents[again], 0, &why));
	put_rating(again, first_rated(), 3);
	is_printed_again();
	change(0);
	OK(make());
	pool_release(&pool);
}
END_TEST

START_TEST(test_store_edition_is_forgotten_with_its_alliance)
{
	struct pool pool = { NULL };
	struct texts mentions = { 0 }, copies = { 0 };
	struct store_found alliance = { KIND_ALLIANCE, record.alliance.object.key,
		record.alliance.object.key, record.alliance.object.id, record.alliance.name };
	char digest[500];

	store_keep_no_copies(store);
	OK(make());
	strcpy(digest, release_digest(&pool, &record, 0));
	OK(store_forget(store, &alliance, &pool, &mentions, &copies, &why));
	ck_assert_int_eq(files_with(digest, strlen(digest)), 0);
	ck_assert_int_eq(count("joint_release"), 0);
	ck_assert_int_eq(count("release_rating"), 0);
	pool_release(&pool);
}
END_TEST

Suite *store_edition_suite(void)
{
	Suite *suite = suite_create("store_edition");
	TCase *tests = tcase_create("editions");

	tcase_add_checked_fixture(tests, begin, finish);
	tcase_add_test(tests, test_store_edition_the_same_may_be_made_again);
	tcase_add_loop_test(tests, test_store_edition_takes_three_changed, 1, 4);
	tcase_add_test(tests, test_store_edition_takes_three_of_each_side);
	tcase_add_test(tests, test_store_edition_counts_added_and_gone);
	tcase_add_test(tests, test_store_edition_counts_who_goes_over);
	tcase_add_test(tests, test_store_edition_forgives_what_is_taken_back);
	tcase_add_test(tests, test_store_edition_is_held_against_every_one_before);
	tcase_add_test(tests, test_store_edition_does_not_count_words);
	tcase_add_test(tests, test_store_edition_prints_what_it_printed);
	tcase_add_test(tests, test_store_edition_of_facts_is_none);
	tcase_add_test(tests, test_store_edition_remembers_what_was_printed);
	tcase_add_test(tests, test_store_edition_survives_a_deleted_assessment);
	tcase_add_loop_test(tests, test_store_edition_comes_back_out_of_the_bin, 0, 2);
	tcase_add_test(tests, test_store_edition_goes_with_its_round);
	tcase_add_test(tests, test_store_edition_loses_who_is_erased);
	tcase_add_test(tests, test_store_edition_is_not_undone);
	tcase_add_test(tests, test_store_edition_is_made_of_a_sealed_round);
	tcase_add_loop_test(tests, test_store_edition_forgets_people, 0, 3);
	tcase_add_test(tests, test_store_edition_is_forgotten_with_its_alliance);
	suite_add_tcase(suite, tests);
	return suite;
}
