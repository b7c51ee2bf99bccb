/* SPDX-License-Identifier: MIT */
/*
 * Safety copies: which stay, when they are made, what the folder looks like.
 */
#include "store_fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>

#include <rekindle/care.h>
#include <rekindle/date.h>
#include <rekindle/file.h>

Suite *care_suite(void);

#define DAY date_make(2026, 11, 26) /* a Thursday */

static int newest_first(const void *a, const void *b)
{
	const int *x = a, *y = b;
	return (*x < *y) - (*x > *y);
}

/* What is left of a shelf after a copy on this day. */
static void keep_day(int *days, size_t *count, int today)
{
	bool stays[200];
	size_t kept = 0;
	bool there = false;
	for (size_t i = 0; i < *count; i++)
		there = there || days[i] == today;
	if (!there)
		days[(*count)++] = today;
	qsort(days, *count, sizeof(*days), newest_first);
	care_choose(days, *count, today, stays);
	for (size_t i = 0; i < *count; i++)
		if (stays[i])
			days[kept++] = days[i];
	*count = kept;
}

static bool has_day(const int *days, size_t count, int day)
{
	for (size_t i = 0; i < count; i++)
		if (days[i] == day)
			return true;
	return false;
}

START_TEST(test_care_sixty_days_keep_seven_days_and_four_weeks)
{
	int days[200];
	size_t count = 0;
	for (int today = DAY; today < DAY + 60; today++) {
		keep_day(days, &count, today);
		for (int back = 0; back < CARE_DAYS && today - back >= DAY; back++)
			ck_assert_msg(has_day(days, count, today - back), "day %d of %d",
				today - back - DAY, today - DAY);
		ck_assert_uint_le(count, CARE_DAYS + CARE_WEEKS);
	}
	int last = DAY + 59, sunday = last - CARE_DAYS;
	ck_assert_uint_eq(count, CARE_DAYS + CARE_WEEKS);
	/* the week that the days have begun to leave ends with what they left last */
	ck_assert(has_day(days, count, sunday));
	while (date_weekday(sunday) != DATE_SUNDAY || sunday == last - CARE_DAYS)
		sunday--;
	for (int week = 0; week < CARE_WEEKS - 1; week++)
		ck_assert_msg(has_day(days, count, sunday - 7 * week), "week %d", week);
}
END_TEST

/* Days on which nothing is written do not make older copies go. */
START_TEST(test_care_pauses_let_nothing_go)
{
	int days[200];
	size_t count = 0;
	for (int i = 0; i < 7; i++)
		keep_day(days, &count, DAY + 100 * i);
	ck_assert_uint_eq(count, 7);
	ck_assert(has_day(days, count, DAY));
}
END_TEST

START_TEST(test_care_clock_back_or_ahead_lets_no_good_copy_go)
{
	int days[200], before[200];
	size_t count = 0;
	for (int today = DAY; today < DAY + 60; today++)
		keep_day(days, &count, today);
	size_t good = count;
	memcpy(before, days, sizeof(days));
	/* years back, then twenty days with that clock */
	for (int today = DAY - 2000; today < DAY - 1980; today++)
		keep_day(days, &count, today);
	for (size_t i = 0; i < good; i++)
		ck_assert(has_day(days, count, before[i]));
	ck_assert_uint_le(count, 2 * (CARE_DAYS + CARE_WEEKS));
	/* a day ahead by years takes the place of one copy at most, and is kept apart afterwards */
	count = good;
	memcpy(days, before, sizeof(days));
	keep_day(days, &count, DAY + 4000);
	size_t left = 0;
	for (size_t i = 0; i < good; i++)
		left += has_day(days, count, before[i]);
	ck_assert_uint_ge(left, good - 1);
	keep_day(days, &count, DAY + 60);
	ck_assert(has_day(days, count, DAY + 60));
	ck_assert(has_day(days, count, DAY + 59));
}
END_TEST

static void set_day(int day)
{
	char text[DATE_TEXT];
	setenv("REKINDLE_TODAY", date_iso(day, text), 1);
}

static void add_alliance(struct store *store, const char *name)
{
	struct record record;
	record_init(&record, instrument_builtin());
	record.alliance.name = name;
	struct party *party = record_add(&record, KIND_PARTY);
	party->name = "A";
	OK(store_add_record(store, &record, &why));
	record_release(&record);
}

static const char *copy_of(int day)
{
	static char name[200];
	char text[DATE_TEXT];
	snprintf(name, sizeof(name), "%s/backups/rekindle-%s.db", folder, date_iso(day, text));
	return name;
}

static int files_in_backups(void)
{
	char name[100];
	int count = 0;
	snprintf(name, sizeof(name), "%s/backups", folder);
	DIR *open = opendir(name);
	for (struct dirent *entry; open && (entry = readdir(open));)
		count += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
	if (open)
		closedir(open);
	return count;
}

static int alliances_in(const char *name)
{
	struct store *store;
	struct store_list list;
	OK(store_open(name, STORE_EXISTING, &store, &why));
	OK(store_list(store, &list, &why));
	int count = (int)list.count;
	store_list_release(&list);
	store_close(store);
	return count;
}

START_TEST(test_care_first_change_of_a_day_makes_one_copy)
{
	struct stat at;
	umask(0);
	set_day(DAY);
	struct store *store = open_store();
	ck_assert_int_eq(files_in_backups(), 0);
	add_alliance(store, "one");
	ck_assert_int_eq(files_in_backups(), 1);
	ck_assert_int_eq(stat(copy_of(DAY), &at), 0);
	ck_assert_int_eq(at.st_mode & 0777, 0600);
	char name[100];
	snprintf(name, sizeof(name), "%s/backups", folder);
	ck_assert_int_eq(stat(name, &at), 0);
	ck_assert_int_eq(at.st_mode & 0777, 0700);
	add_alliance(store, "two");
	set_day(DAY + 1);
	add_alliance(store, "three");
	store_close(store);
	ck_assert_int_eq(files_in_backups(), 2);
	/* another program on the same day makes none */
	store = open_store();
	add_alliance(store, "four");
	store_close(store);
	ck_assert_int_eq(files_in_backups(), 2);
	ck_assert_int_eq(alliances_in(copy_of(DAY)), 1);
	ck_assert_int_eq(alliances_in(copy_of(DAY + 1)), 3);
}
END_TEST

START_TEST(test_care_forty_days_of_copies_all_good)
{
	char buffer[200];
	struct store *store = open_store();
	for (int day = DAY; day < DAY + 40; day++) {
		set_day(day);
		add_alliance(store, "again");
	}
	store_close(store);
	ck_assert_int_eq(files_in_backups(), CARE_DAYS + CARE_WEEKS);
	ck_assert_str_eq(store_newest_backup(path, buffer, sizeof(buffer)), copy_of(DAY + 39));
	ck_assert_int_eq(alliances_in(copy_of(DAY + 33)), 34);
}
END_TEST

static char heard[1000];
static int heard_count;

static void hear(void *context, const char *sentence)
{
	ck_assert_ptr_eq(context, &heard_count);
	snprintf(heard, sizeof(heard), "%s", sentence);
	heard_count++;
}

/* What is in the way of a copy is no reason to refuse a change. */
START_TEST(test_care_failing_copy_is_said_once_and_hinders_nothing)
{
	char name[100];
	set_day(DAY);
	snprintf(name, sizeof(name), "%s/backups", folder);
	FILE *file = fopen(name, "w");
	ck_assert_ptr_nonnull(file);
	fclose(file);
	struct store *store = open_store();
	heard_count = 0;
	store_listen(store, hear, &heard_count);
	add_alliance(store, "one");
	add_alliance(store, "two");
	store_close(store);
	ck_assert_int_eq(heard_count, 1);
	ck_assert_ptr_nonnull(
		strstr(heard, "no safety copy was made today: cannot make the folder"));
	ck_assert_int_eq(alliances_in(path), 2);
}
END_TEST

START_TEST(test_care_no_copies_of_what_is_thrown_away)
{
	struct store *store = open_store();
	store_keep_no_copies(store);
	add_alliance(store, "one");
	store_close(store);
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	add_alliance(store, "one");
	store_close(store);
	ck_assert_int_eq(files_in_backups(), 0);
	ck_assert(!file_exists("backups"));
}
END_TEST

/* Left by a program that was killed; not what another is writing at the moment. */
START_TEST(test_care_unfinished_copies_are_swept)
{
	char left[100], held[100];
	struct store *store = open_store();
	set_day(DAY);
	add_alliance(store, "one");
	snprintf(left, sizeof(left), "%s/backups/.rekindle-left00", folder);
	snprintf(held, sizeof(held), "%s/backups/.rekindle-held00", folder);
	close(open(left, O_CREAT | O_WRONLY, 0600));
	int file = open(held, O_CREAT | O_WRONLY, 0600);
	ck_assert_int_eq(flock(file, LOCK_EX), 0);
	set_day(DAY + 1);
	add_alliance(store, "two");
	store_close(store);
	ck_assert(!file_exists(left));
	ck_assert(file_exists(held));
	close(file);
}
END_TEST

/* Two databases of one folder, however alike their names. */
START_TEST(test_care_databases_of_a_folder_share_no_copies)
{
	static const char *const names[] = { "a", "a.db", "a.db.db", "b.sqlite" };
	char name[100];
	set_day(DAY);
	for (int i = 0; i < 4; i++) {
		struct store *store;
		snprintf(name, sizeof(name), "%s/%s", folder, names[i]);
		OK(store_open(name, STORE_CREATE, &store, &why));
		add_alliance(store, names[i]);
		store_close(store);
	}
	ck_assert_int_eq(files_in_backups(), 4);
}
END_TEST

static void spoil(const char *name)
{
	int file = open(name, O_RDWR);
	ck_assert_int_ge(file, 0);
	char noise[4096];
	memset(noise, 0x5a, sizeof(noise));
	ck_assert_int_eq(pwrite(file, noise, sizeof(noise), 4096), (ssize_t)sizeof(noise));
	close(file);
}

START_TEST(test_care_newest_backup_is_the_newest_whole_one)
{
	char buffer[200], small[10];
	ck_assert_ptr_null(store_newest_backup(path, buffer, sizeof(buffer)));
	struct store *store = open_store();
	for (int day = DAY; day < DAY + 4; day++) {
		set_day(day);
		add_alliance(store, "one");
	}
	store_close(store);
	spoil(copy_of(DAY + 3));
	ck_assert_int_eq(truncate(copy_of(DAY + 2), 8192), 0);
	ck_assert_str_eq(store_newest_backup(path, buffer, sizeof(buffer)), copy_of(DAY + 1));
	ck_assert_ptr_null(store_newest_backup(path, small, sizeof(small)));
	ck_assert_int_eq(files_in_backups(), 4);
}
END_TEST

static void change_layout(void)
{
	struct store *store = open_store();
	sql_run(store, "CREATE TABLE strange (thing INTEGER)");
	store_close(store);
}

static void change_row(void)
{
	struct store *store = open_store();
	sql_run(store, "UPDATE alliance SET started = 99999999");
	store_close(store);
}

static void write_noise(void)
{
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs("no database at all", file);
	fclose(file);
}

static void spoil_pages(void)
{
	for (int page = 1; page < 60; page++) {
		int file = open(path, O_RDWR);
		char noise[2000];
		memset(noise, 0x5a, sizeof(noise));
		ck_assert_int_eq(pwrite(file, noise, sizeof(noise), page * 4096), 2000);
		close(file);
	}
}

/* Open, list, load the first; the first failure. */
static enum err read_all(void)
{
	struct store *store;
	struct store_list list = { 0 };
	struct record record;
	enum err err = store_open(path, STORE_EXISTING, &store, &why);
	if (!err)
		err = store_list(store, &list, &why);
	if (!err) {
		err = store_load(store, list.rounds[0].assessment, &record, &why);
		if (!err)
			record_release(&record);
	}
	store_list_release(&list);
	store_close(store);
	return err;
}

/* Whoever reads of damage reads of the way back. */
START_TEST(test_care_damage_names_the_newest_good_copy)
{
	static void (*const damage[])(
		void) = { change_layout, change_row, write_noise, spoil_pages };
	set_day(DAY);
	struct store *store = open_store();
	add_alliance(store, "one");
	store_close(store);
	damage[_i]();
	ck_assert_int_ne(read_all(), ERR_NONE);
	ck_assert_msg(strstr(why.text, copy_of(DAY)) != NULL, "%s", why.text);
	ck_assert_msg(strstr(why.text, "rekindle --db ") != NULL, "%s", why.text);
	/* and when there is none, at least what to look for */
	ck_assert_int_eq(unlink(copy_of(DAY)), 0);
	ck_assert_int_ne(read_all(), ERR_NONE);
	ck_assert_ptr_null(strstr(why.text, "newest"));
}
END_TEST

Suite *care_suite(void)
{
	Suite *suite = suite_create("care");
	TCase *plain = tcase_create("days");
	tcase_add_test(plain, test_care_sixty_days_keep_seven_days_and_four_weeks);
	tcase_add_test(plain, test_care_pauses_let_nothing_go);
	tcase_add_test(plain, test_care_clock_back_or_ahead_lets_no_good_copy_go);
	suite_add_tcase(suite, plain);
	TCase *tests = tcase_create("copies");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_add_test(tests, test_care_first_change_of_a_day_makes_one_copy);
	tcase_add_test(tests, test_care_forty_days_of_copies_all_good);
	tcase_add_test(tests, test_care_failing_copy_is_said_once_and_hinders_nothing);
	tcase_add_test(tests, test_care_no_copies_of_what_is_thrown_away);
	tcase_add_test(tests, test_care_unfinished_copies_are_swept);
	tcase_add_test(tests, test_care_databases_of_a_folder_share_no_copies);
	tcase_add_test(tests, test_care_newest_backup_is_the_newest_whole_one);
	tcase_add_loop_test(tests, test_care_damage_names_the_newest_good_copy, 0, 4);
	suite_add_tcase(suite, tests);
	return suite;
}
