/* SPDX-License-Identifier: MIT */
/*
 * Before every file of tests: Check writes to a file where a test is after each condition that
 * holds, which takes loops of thousands longer than what they try. Here only the start of a test is
 * written; a condition that fails has its line all the same, a crash the test it was in.
 */
#ifndef TESTS_UNIT_MARK_H
#define TESTS_UNIT_MARK_H

#include <check.h>

#define _mark_point(file, line) ((void)0)

#endif
