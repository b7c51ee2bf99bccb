/* SPDX-License-Identifier: MIT */
/*
 * A stage for one test: a home folder of its own, the program in it, and what its database says.
 */
#ifndef TEST_STAGE_H
#define TEST_STAGE_H

#include <check.h>
#include "driver.h"

#define DEADLINE 20000 /* ms; generous, for sanitizers and loaded machines */

struct stage {
	char home[64];
	char database[128];
	char alliance[64]; /* of stage_interview */
	const char *env;   /* one more "K=V", or NULL */
	const char *today; /* NULL: 2026-10-15 */
	bool fails;        /* writes fail while HOME/full is there: tests/fault/iofault.c */
	struct term *term;
};

void stage_begin(struct stage *);
void stage_end(struct stage *); /* kills what runs, removes the folder */

/* Start `rekindle ARGS…` (NULL-terminated, may be NULL) at this size; locale NULL: C.UTF-8. */
void stage_run(struct stage *, int rows, int cols, const char *locale, const char *const *args);
/* Wait for text on the screen, then type; fails the test with the whole screen otherwise. */
void stage_step(struct stage *, const char *wait, const char *keys);
void stage_wait(struct stage *, const char *text);
void stage_gone(struct stage *, const char *text);
void stage_idle(struct stage *);
/* Wait for the end; the exit status must be this. */
void stage_exit(struct stage *, int status);
/* kill -9, and reap. */
void stage_kill(struct stage *);

/* An alliance of two companies; the interview with Ana of the first is begun, at its first
 * question. stage->alliance is its id. Then the same on the screen. */
void stage_interview(struct stage *);
void stage_open_interview(struct stage *, const char *locale);

/* First column of the first row of a query on the database; static buffer, "" without a row. */
const char *stage_sql(const struct stage *, const char *sql);
void stage_sql_run(const struct stage *, const char *sql);
/* Run `rekindle --db DATABASE ARGS` through the shell without a terminal; output to buffer; exit
 * status. */
int stage_command(const struct stage *, char *buffer, size_t size, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

extern const char *program; /* absolute path, from REKINDLE */
#define FAIL_WITH_SCREEN(stage, ...)                                                               \
	do {                                                                                       \
		fprintf(stderr, "%s", term_text((stage)->term));                                   \
		ck_abort_msg(__VA_ARGS__);                                                         \
	} while (0)

Suite *cases_suite(void);
Suite *journey_suite(void);
Suite *sizes_suite(void);
Suite *kill_suite(void);
Suite *input_suite(void);
Suite *place_suite(void);
Suite *drafts_suite(void);
Suite *waiting_suite(void);
Suite *windows_suite(void);
Suite *count_suite(void);
Suite *asked_suite(void);
Suite *focus_suite(void);
Suite *colours_suite(void);
Suite *complaints_suite(void);
Suite *mouse_suite(void);

#endif
