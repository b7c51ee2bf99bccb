/* SPDX-License-Identifier: MIT */
/*
 * Who interviews a respondent: one program, for as long as it lives and no longer.
 */
#include <signal.h>
#include <sys/wait.h>

#include "store_fixture.h"

Suite *store_hold_suite(void);

static struct store *store;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
}

static void tear_down(void)
{
	store_close(store);
	remove_folder_of_test();
}

/* Another name of the machine, another process: neither says that the holder has ended. */
static void set_holder(int pid, const char *host)
{
	char sql[400];
	snprintf(sql, sizeof(sql), "UPDATE hold SET pid = %d, host = '%s'", pid, host);
	sql_run(store, sql);
	ck_assert_int_eq(sql_number(store, "SELECT changes()"), 1);
}

static int64_t somebody(void)
{
	struct record record;
	stored_record(store, &record);
	int64_t respondent = record.respondents[0].object.key;
	record_release(&record);
	return respondent;
}

START_TEST(test_store_hold_is_of_one_program)
{
	int64_t respondent = somebody();
	struct store *other = open_store();
	char pid[32];
	snprintf(pid, sizeof(pid), "process %d on ", (int)getpid());
	OK(store_hold(store, respondent, &why));
	OK(store_hold(store, respondent, &why));
	ck_assert_int_eq(store_hold(other, respondent, &why), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, pid));
	OK(store_hold(other, respondent + 1, &why));
	store_unhold(other);
	ck_assert_int_eq(store_hold(other, respondent, &why), ERR_LOCKED);
	store_unhold(store);
	OK(store_hold(other, respondent, &why));
	ck_assert_int_eq(store_hold(store, respondent, &why), ERR_LOCKED);
	store_close(other);
	OK(store_hold(store, respondent, &why));
}
END_TEST

/* Nothing but the lock decides: a row with a name that the machine once had, or with the number of
 * a process that lives, is of one that has ended. */
START_TEST(test_store_hold_of_who_has_ended_is_free)
{
	static const struct {
		int pid;
		const char *host;
	} rows[] = { { 1, "as-it-was-called-before" }, { 1, "" }, { 0, "elsewhere" } };
	int64_t respondent = somebody();
	char host[256];
	gethostname(host, sizeof(host));
	OK(store_hold(store, respondent, &why));
	set_holder(rows[_i].pid ? rows[_i].pid : (int)getppid(),
		*rows[_i].host ? rows[_i].host : host);
	store_close(store);
	store = open_store();
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM hold"), 1);
	OK(store_hold(store, respondent, &why));
	ck_assert_int_eq(sql_number(store, "SELECT pid FROM hold"), getpid());
}
END_TEST

/* A program that holds somebody is killed: the next one starts at once. */
START_TEST(test_store_hold_does_not_survive_a_kill)
{
	int64_t respondent = somebody();
	int told[2];
	char byte;
	ck_assert_int_eq(pipe(told), 0);
	pid_t pid = fork();
	if (!pid) {
		struct store *other = open_store();
		bool holds = !store_hold(other, respondent, &why);
		(void)!write(told[1], holds ? "y" : "n", 1);
		pause();
		_exit(0);
	}
	ck_assert_int_eq(read(told[0], &byte, 1), 1);
	ck_assert_int_eq(byte, 'y');
	ck_assert_int_eq(store_hold(store, respondent, &why), ERR_LOCKED);
	ck_assert_int_eq(kill(pid, SIGKILL), 0);
	ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
	OK(store_hold(store, respondent, &why));
}
END_TEST

START_TEST(test_store_hold_is_taken_over_when_asked_to)
{
	int64_t respondent = somebody();
	struct store *other = open_store();
	OK(store_hold(store, respondent, &why));
	store_take_over(other);
	OK(store_hold(other, respondent, &why));
	store_close(other);
}
END_TEST

START_TEST(test_store_hold_leaves_no_file)
{
	int64_t respondent = somebody();
	char name[sizeof(path) + 8];
	struct store *other = open_store();
	snprintf(name, sizeof(name), "%s-lock", path);
	OK(store_hold(store, respondent, &why));
	OK(store_hold(other, respondent + 1, &why));
	struct stat at;
	ck_assert_int_eq(stat(name, &at), 0);
	ck_assert_int_eq(at.st_mode & 0777, 0600);
	ck_assert(store_owns(path, name));
	store_unhold(other);
	ck_assert_int_eq(access(name, F_OK), 0);
	store_close(store);
	ck_assert_int_ne(access(name, F_OK), 0);
	store = other;
}
END_TEST

/* Where no lock tells, only a holder of this machine that has ended makes room. */
START_TEST(test_hold_is_free_by_lock_then_by_holder)
{
	static const bool free[3][3] = {
		[LOCK_MINE] = { true, true, true },
		[LOCK_THEIRS] = { false, false, false },
		[LOCK_UNKNOWN] = { [HOLDER_NONE] = true, [HOLDER_GONE] = true },
	};
	for (int lock = LOCK_MINE; lock <= LOCK_UNKNOWN; lock++)
		for (int holder = HOLDER_NONE; holder <= HOLDER_PERHAPS; holder++) {
			ck_assert_int_eq(
				hold_is_free((enum engine_lock)lock, (enum holder)holder, false),
				free[lock][holder]);
			ck_assert(hold_is_free((enum engine_lock)lock, (enum holder)holder, true));
		}
}
END_TEST

START_TEST(test_store_hold_ends_with_the_next_and_with_closing)
{
	struct record record;
	stored_record(store, &record);
	OK(store_hold(store, record.respondents[0].object.key, &why));
	OK(store_hold(store, record.respondents[1].object.key, &why));
	ck_assert_int_eq(
		sql_number(store, "SELECT respondent FROM hold"), record.respondents[1].object.key);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM hold"), 1);
	store_close(store);
	store = open_store();
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM hold"), 0);
	OK(store_hold(store, record.respondents[1].object.key, &why));
	store_unhold(store);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM hold"), 0);
	record_release(&record);
}
END_TEST

Suite *store_hold_suite(void)
{
	Suite *suite = suite_create("store hold");
	TCase *tests = tcase_create("hold");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_store_hold_is_of_one_program);
	tcase_add_loop_test(tests, test_store_hold_of_who_has_ended_is_free, 0, 3);
	tcase_add_test(tests, test_store_hold_does_not_survive_a_kill);
	tcase_add_test(tests, test_store_hold_is_taken_over_when_asked_to);
	tcase_add_test(tests, test_store_hold_leaves_no_file);
	tcase_add_test(tests, test_hold_is_free_by_lock_then_by_holder);
	tcase_add_test(tests, test_store_hold_ends_with_the_next_and_with_closing);
	suite_add_tcase(suite, tests);
	return suite;
}
