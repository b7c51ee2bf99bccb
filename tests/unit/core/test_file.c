/* SPDX-License-Identifier: MIT */
/*
 * Files that are written whole or not at all.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/file.h>

Suite *file_suite(void);

static char folder[64], path[96];

static void set_up(void)
{
	strcpy(folder, "/tmp/rekindle-file-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/result", folder);
}

static void tear_down(void)
{
	char command[96];
	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	ck_assert_int_eq(system(command), 0);
}

static void expect_content(const char *wanted)
{
	char found[64] = "";
	FILE *in = fopen(path, "rb");
	ck_assert_ptr_nonnull(in);
	size_t n = fread(found, 1, sizeof(found) - 1, in);
	fclose(in);
	ck_assert_uint_eq(n, strlen(wanted));
	ck_assert_str_eq(found, wanted);
}

/* Nothing but the result is in the folder. */
static void expect_alone(int files)
{
	char command[128];
	snprintf(command, sizeof(command), "test $(ls -A '%s' | wc -l) = %d", folder, files);
	ck_assert_int_eq(system(command), 0);
}

START_TEST(test_file_write_new_file_is_private_and_whole)
{
	struct errmsg why = { "" };
	struct stat found;
	umask(0);
	ck_assert(!file_exists(path));
	ck_assert_int_eq(file_write_safely(path, "one\n", 4, false, &why), ERR_NONE);
	ck_assert_int_eq(stat(path, &found), 0);
	ck_assert_int_eq(found.st_mode & 0777, 0600);
	ck_assert(file_exists(path));
	expect_content("one\n");
	expect_alone(1);
}
END_TEST

START_TEST(test_file_write_existing_is_refused_without_force)
{
	struct errmsg why = { "" };
	ck_assert_int_eq(file_write_safely(path, "one", 3, false, &why), ERR_NONE);
	ck_assert_int_eq(file_write_safely(path, "two", 3, false, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "exists already"));
	expect_content("one");
	ck_assert_int_eq(file_write_safely(path, "", 0, true, &why), ERR_NONE);
	expect_content("");
	expect_alone(1);
}
END_TEST

START_TEST(test_file_write_impossible_target_leaves_nothing)
{
	struct errmsg why = { "" };
	ck_assert_int_eq(file_write_safely(folder, "x", 1, true, &why), ERR_USAGE);
	ck_assert_ptr_nonnull(strstr(why.text, "not a plain file"));
	strcat(path, "/below");
	ck_assert_int_eq(file_write_safely(path, "x", 1, false, &why), ERR_FAILED);
	expect_alone(0);
}
END_TEST

START_TEST(test_file_same_follows_links_and_needs_both)
{
	char other[112];
	snprintf(other, sizeof(other), "%s-link", path);
	ck_assert(!file_same(path, path));
	ck_assert_int_eq(file_write_safely(path, "x", 1, false, NULL), ERR_NONE);
	ck_assert(!file_same(path, other));
	ck_assert_int_eq(symlink(path, other), 0);
	ck_assert(file_same(path, other));
}
END_TEST

Suite *file_suite(void)
{
	Suite *suite = suite_create("file");
	TCase *tcase = tcase_create("file");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_file_write_new_file_is_private_and_whole);
	tcase_add_test(tcase, test_file_write_existing_is_refused_without_force);
	tcase_add_test(tcase, test_file_write_impossible_target_leaves_nothing);
	tcase_add_test(tcase, test_file_same_follows_links_and_needs_both);
	suite_add_tcase(suite, tcase);
	return suite;
}
