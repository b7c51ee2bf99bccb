/* SPDX-License-Identifier: MIT */
/*
 * Programs of others that have a time: what is taken from them, and that none goes on.
 */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/date.h>
#include <rekindle/program.h>

static const char *const little[] = { "PATH=/usr/bin:/bin", NULL };

struct ran {
	struct str in, out, said;
	enum program_end end;
	int64_t took;
};

static void run(struct ran *ran, const char *script, int seconds)
{
	const char *const arguments[] = { "sh", "-c", script, NULL };
	const struct program program = { "/bin/sh", arguments, little, seconds };
	int64_t began = clock_monotonic_ms();

	str_init(&ran->out);
	str_init(&ran->said);
	ran->end = program_run(&program, &ran->in, &ran->out, &ran->said);
	ran->took = clock_monotonic_ms() - began;
}

static void done(struct ran *ran)
{
	str_release(&ran->in);
	str_release(&ran->out);
	str_release(&ran->said);
}

START_TEST(test_program_gives_and_takes_more_than_a_pipe_holds)
{
	struct ran ran;

	str_init(&ran.in);
	str_pad(&ran.in, 'x', 300000);
	run(&ran, "cat; echo over >&2", 30);
	ck_assert_int_eq(ran.end, PROGRAM_DONE);
	ck_assert_uint_eq(ran.out.len, 300000);
	ck_assert_str_eq(ran.said.text, "over\n");
	done(&ran);
}
END_TEST

START_TEST(test_program_has_no_variables_but_those_given)
{
	struct ran ran;

	str_init(&ran.in);
	setenv("SECRET", "hidden", 1);
	run(&ran, "echo \"$SECRET$PATH\"", 30);
	ck_assert_str_eq(ran.out.text, "/usr/bin:/bin\n");
	done(&ran);
}
END_TEST

static const struct {
	const char *script;
	enum program_end end;
} ends[] = {
	{ "exit 0", PROGRAM_DONE }, { "exit 3", PROGRAM_FAILED }, { "kill -9 $$", PROGRAM_FAILED },
	{ "exec >&- 2>&-; sleep 40", PROGRAM_LATE }, { "while :; do echo on; done", PROGRAM_LATE },
	{ "sleep 40 & exit 0", PROGRAM_DONE }, /* what holds its output open */
};

START_TEST(test_program_ends_within_its_time)
{
	struct ran ran;

	str_init(&ran.in);
	run(&ran, ends[_i].script, 1);
	ck_assert_int_eq(ran.end, ends[_i].end);
	ck_assert_int_lt(ran.took, 20000);
	done(&ran);
}
END_TEST

START_TEST(test_program_that_is_not_there_is_said_so)
{
	const char *const arguments[] = { "none", NULL };
	const struct program program = { "/nowhere/none", arguments, little, 1 };
	struct ran ran;

	str_init(&ran.in);
	str_init(&ran.out);
	str_init(&ran.said);
	ck_assert_int_eq(program_run(&program, &ran.in, &ran.out, &ran.said), PROGRAM_UNKNOWN);
	done(&ran);
}
END_TEST

static volatile sig_atomic_t heard;

static void hear(int number)
{
	heard = number;
}

START_TEST(test_program_stops_with_us_and_the_signal_comes)
{
	char script[64];
	struct ran ran;

	signal(SIGTERM, hear);
	str_init(&ran.in);
	snprintf(script, sizeof(script), "kill -TERM %d; sleep 40", (int)getpid());
	run(&ran, script, 30);
	ck_assert_int_eq(ran.end, PROGRAM_STOPPED);
	ck_assert_int_eq(heard, SIGTERM);
	ck_assert_int_lt(ran.took, 20000);
	done(&ran);
}
END_TEST

START_TEST(test_program_said_is_one_line)
{
	struct str line, said;

	str_init(&line);
	str_init(&said);
	program_said(&line, &said);
	ck_assert_str_eq(line.text, "nothing");
	str_set(&said, "one\r\n\n  \ntwo");
	str_clear(&line);
	program_said(&line, &said);
	ck_assert_str_eq(line.text, "one; two");
	str_release(&said);
	str_release(&line);
}
END_TEST

Suite *program_suite(void);

Suite *program_suite(void)
{
	Suite *suite = suite_create("program");
	TCase *tcase = tcase_create("program");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_program_gives_and_takes_more_than_a_pipe_holds);
	tcase_add_test(tcase, test_program_has_no_variables_but_those_given);
	tcase_add_loop_test(
		tcase, test_program_ends_within_its_time, 0, (int)(sizeof(ends) / sizeof(*ends)));
	tcase_add_test(tcase, test_program_that_is_not_there_is_said_so);
	tcase_add_test(tcase, test_program_stops_with_us_and_the_signal_comes);
	tcase_add_test(tcase, test_program_said_is_one_line);
	suite_add_tcase(suite, tcase);
	return suite;
}
