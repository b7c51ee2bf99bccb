/* SPDX-License-Identifier: MIT */
/*
 * The program itself, run within the process as its user runs it: words of a command line in, what
 * it prints and its exit code out. Nothing else of it is looked at.
 */
#ifndef REKINDLE_TESTS_PROGRAM_H
#define REKINDLE_TESTS_PROGRAM_H

#include <stdbool.h>
#include <rekindle/str.h>

/* A new folder for databases, where there is one in memory; no program may run before. */
void inside_begin(void);
void inside_end(void); /* removes it */

/* A database of its own from now on; what was in the one before is gone. */
void inside_fresh(void);
/* The day that the program takes for today. */
void inside_day(int day);
/* The name of a file in the folder, in a buffer that the next call takes. */
const char *inside_file(const char *name);

/* Runs `rekindle WORD...`, words apart by '\n'. Its standard output is in out, which is cleared
 * before, its messages are inside_said(). The exit code. */
int inside_run(struct str *out, const char *words);
const char *inside_said(void);

#endif
