/* SPDX-License-Identifier: MIT */
/*
 * Texts that other programs work on: for the user alone, and gone afterwards.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <rekindle/file.h>
#include <rekindle/scratch.h>

Suite *scratch_suite(void);

static char place[64], own[96];

static void set_up(void)
{
	strcpy(place, "/tmp/rekindle-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(place));
	snprintf(own, sizeof(own), "%s/rekindle-%u", place, (unsigned)getuid());
	setenv("TMPDIR", place, 1);
	umask(0);
}

static void shell(const char *command)
{
	char whole[256];

	snprintf(whole, sizeof(whole), "cd '%s' && %s", place, command);
	ck_assert_int_eq(system(whole), 0);
}

static void tear_down(void)
{
	char command[96];

	snprintf(command, sizeof(command), "rm -rf '%s'", place);
	ck_assert_int_eq(system(command), 0);
}

static unsigned mode(const char *path)
{
	struct stat at;

	ck_assert_int_eq(stat(path, &at), 0);
	return at.st_mode & 0777;
}

START_TEST(test_scratch_is_private_and_leaves_nothing)
{
	struct errmsg why = { "" };
	struct str path;

	str_init(&path);
	ck_assert_int_eq(scratch_write("one", 3, &path, &why), ERR_NONE);
	ck_assert_int_eq(strncmp(path.text, own, strlen(own)), 0);
	ck_assert_uint_eq(mode(own), 0700);
	ck_assert_uint_eq(mode(path.text), 0600);
	shell("cd rekindle-*/* && touch text~ .text.swp && test $(stat -c %a .) = 700");
	scratch_sweep(); /* we live */
	ck_assert(file_exists(path.text));
	scratch_remove(path.text);
	shell("test -z \"$(ls -A rekindle-*)\"");
	str_release(&path);
}
END_TEST

START_TEST(test_scratch_sweeps_what_the_dead_left)
{
	pid_t child = fork();
	struct str path;

	str_init(&path);
	if (child == 0)
		_exit(scratch_write("left", 4, &path, NULL) == ERR_NONE ? 0 : 1);
	int status;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
	shell("cd rekindle-* && touch other && cd *.* && touch .text.swp");
	scratch_sweep();
	shell("test \"$(ls -A rekindle-*)\" = other");
	str_release(&path);
}
END_TEST

/* In a folder that everybody writes to: nothing is written where somebody else may look. */
static int left;

static bool take(const char *where, const char *mark, void *context)
{
	left++;
	ck_assert(file_exists(where));
	ck_assert_str_eq(mark, "what for");
	return *(const bool *)context;
}

/* One that says what it is for stays until somebody takes it, and while its editor lives. */
START_TEST(test_scratch_leaves_what_is_marked_to_whom_it_is_for)
{
	struct errmsg why = { "" };
	struct str path;
	bool done = false;
	str_init(&path);
	for (int alive = 1; alive >= 0; alive--) {
		pid_t child = fork();
		if (!child)
			_exit(scratch_write("left", 4, &path, &why) != ERR_NONE ||
				scratch_mark(path.text, alive ? getppid() : getpid(), "what for",
					&why) != ERR_NONE);
		waitpid(child, NULL, 0);
	}
	scratch_sweep();
	shell("test $(ls rekindle-* | wc -l) = 2");
	scratch_left(take, &done);
	ck_assert_int_eq(left, 1);
	shell("test $(ls rekindle-* | wc -l) = 2");
	done = true;
	scratch_left(take, &done);
	ck_assert_int_eq(left, 2);
	shell("test $(ls rekindle-* | wc -l) = 1");
	str_release(&path);
}
END_TEST

START_TEST(test_scratch_refuses_a_place_that_is_not_ours_alone)
{
	static const char *const traps[] = { "mkdir other; ln -s other rekindle-$(id -u)",
		"mkdir -m 755 rekindle-$(id -u)", "touch rekindle-$(id -u)" };
	struct errmsg why = { "" };
	struct str path;

	str_init(&path);
	shell(traps[_i]);
	ck_assert_int_eq(scratch_write("one", 3, &path, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "is not a folder of yours alone"));
	ck_assert_uint_eq(path.len, 0);
	shell("test -z \"$(find . -name text)\"");
	str_release(&path);
}
END_TEST

START_TEST(test_scratch_removes_nothing_of_others)
{
	char path[96];

	shell("mkdir kept; touch kept/text");
	snprintf(path, sizeof(path), "%s/kept/text", place);
	scratch_remove(path);
	ck_assert(file_exists(path));
	scratch_remove(place);
	ck_assert(file_exists(path));
}
END_TEST

Suite *scratch_suite(void)
{
	Suite *suite = suite_create("scratch");
	TCase *tests = tcase_create("scratch");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_scratch_is_private_and_leaves_nothing);
	tcase_add_test(tests, test_scratch_sweeps_what_the_dead_left);
	tcase_add_test(tests, test_scratch_leaves_what_is_marked_to_whom_it_is_for);
	tcase_add_loop_test(tests, test_scratch_refuses_a_place_that_is_not_ours_alone, 0, 3);
	tcase_add_test(tests, test_scratch_removes_nothing_of_others);
	suite_add_tcase(suite, tests);
	return suite;
}
