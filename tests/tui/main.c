/* SPDX-License-Identifier: MIT */
/*
 * All tests of the real program on a pseudo-terminal. REKINDLE names the program.
 */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	program = getenv("REKINDLE");
	if (!program || *program != '/') {
		fputs("check-tui: set REKINDLE to the absolute path of the program\n", stderr);
		return EXIT_FAILURE;
	}
	SRunner *runner = srunner_create(cases_suite());
	srunner_add_suite(runner, journey_suite());
	srunner_add_suite(runner, sizes_suite());
	srunner_add_suite(runner, kill_suite());
	srunner_add_suite(runner, input_suite());
	srunner_add_suite(runner, place_suite());
	srunner_add_suite(runner, drafts_suite());
	srunner_add_suite(runner, waiting_suite());
	srunner_add_suite(runner, windows_suite());
	srunner_add_suite(runner, count_suite());
	srunner_add_suite(runner, asked_suite());
	srunner_add_suite(runner, focus_suite());
	srunner_add_suite(runner, complaints_suite());
	srunner_add_suite(runner, mouse_suite());
	srunner_add_suite(runner, colours_suite());
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
