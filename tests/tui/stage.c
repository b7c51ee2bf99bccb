/* SPDX-License-Identifier: MIT */
/*
 * The stage.
 */
#include "stage.h"

#include <ftw.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

const char *program;

void stage_begin(struct stage *stage)
{
	*stage = (struct stage){ .home = "/tmp/rekindle-test-XXXXXX" };
	ck_assert_ptr_nonnull(mkdtemp(stage->home));
	snprintf(stage->database, sizeof(stage->database), "%s/test.db", stage->home);
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *where)
{
	(void)info, (void)kind, (void)where;
	return remove(path);
}

void stage_end(struct stage *stage)
{
	term_free(stage->term);
	stage->term = NULL;
	nftw(stage->home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

static const char *today_of(const struct stage *stage)
{
	return stage->today ? stage->today : "2026-10-15";
}

void stage_run(struct stage *stage, int rows, int cols, const char *locale, const char *const *args)
{
	static char option[] = "--db";
	const char *shim = stage->fails ? getenv("IOFAULT_SO") : NULL;
	char load[256], fault[256], today[32];
	char temporary[96], home[96],
		*argv[16] = { (char *)(uintptr_t)program, option, stage->database };
	int n = 3;
	for (; args && *args && n < 15; args++)
		argv[n++] = (char *)(uintptr_t)*args;
	snprintf(home, sizeof(home), "HOME=%s", stage->home);
	/* what one test leaves in work is no other one's to sweep */
	snprintf(temporary, sizeof(temporary), "TMPDIR=%s", stage->home);
	snprintf(today, sizeof(today), "REKINDLE_TODAY=%s", today_of(stage));
	const char *env[] = { home, temporary, "TZ=UTC", today, "EDITOR=true",
		"ASAN_OPTIONS=detect_leaks=0", NULL, NULL, NULL, NULL };
	int more = 6;
	if (stage->env)
		env[more++] = stage->env;
	if (shim) {
		snprintf(load, sizeof(load), "LD_PRELOAD=%s", shim);
		snprintf(fault, sizeof(fault), "IOFAULT=match=test.db,err=ENOSPC,while=%s/full",
			stage->home);
		env[more++] = load;
		env[more++] = fault;
	}
	term_free(stage->term);
	struct term_options options = {
		.rows = rows, .cols = cols, .locale = locale, .env = env, .cwd = stage->home
	};
	stage->term = term_spawn(argv, &options);
	ck_assert_ptr_nonnull(stage->term);
}

void stage_wait(struct stage *stage, const char *text)
{
	if (!term_wait_text(stage->term, text, DEADLINE))
		FAIL_WITH_SCREEN(stage, "never seen: %s", text);
}

void stage_gone(struct stage *stage, const char *text)
{
	if (!term_wait_gone(stage->term, text, DEADLINE))
		FAIL_WITH_SCREEN(stage, "still there: %s", text);
}

void stage_idle(struct stage *stage)
{
	if (!term_wait_idle(stage->term, DEADLINE))
		FAIL_WITH_SCREEN(stage, "never waits for a key");
}

void stage_step(struct stage *stage, const char *wait, const char *keys)
{
	stage_wait(stage, wait);
	ck_assert(term_keys(stage->term, keys));
}

void stage_exit(struct stage *stage, int status)
{
	int got;
	if (!term_wait_exit(stage->term, DEADLINE, &got))
		FAIL_WITH_SCREEN(stage, "does not end");
	ck_assert(WIFEXITED(got));
	ck_assert_int_eq(WEXITSTATUS(got), status);
}

void stage_kill(struct stage *stage)
{
	int status;
	term_kill(stage->term, SIGKILL);
	ck_assert(term_wait_exit(stage->term, DEADLINE, &status));
}

static sqlite3 *open_database(const struct stage *stage)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(stage->database, &db), SQLITE_OK);
	sqlite3_busy_timeout(db, 5000);
	return db;
}

const char *stage_sql(const struct stage *stage, const char *sql)
{
	static char text[4096];
	sqlite3 *db = open_database(stage);
	sqlite3_stmt *statement;
	ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql,
		sqlite3_errmsg(db));
	*text = '\0';
	if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0))
		snprintf(text, sizeof(text), "%s", (const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return text;
}

void stage_sql_run(const struct stage *stage, const char *sql)
{
	sqlite3 *db = open_database(stage);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
		sqlite3_errmsg(db));
	sqlite3_close(db);
}

int stage_command(const struct stage *stage, char *buffer, size_t size, const char *fmt, ...)
{
	char rest[1024], line[2048];
	va_list args;
	va_start(args, fmt);
	vsnprintf(rest, sizeof(rest), fmt, args);
	va_end(args);
	snprintf(line, sizeof(line),
		"cd '%s' && HOME='%s' LC_ALL=C.UTF-8 TZ=UTC TERM=dumb "
		"REKINDLE_TODAY=%s ASAN_OPTIONS=detect_leaks=0 '%s' --db '%s' %s",
		stage->home, stage->home, today_of(stage), program, stage->database, rest);
	FILE *pipe = popen(line, "r");
	ck_assert_ptr_nonnull(pipe);
	size_t n = fread(buffer, 1, size - 1, pipe);
	buffer[n] = '\0';
	while (getc(pipe) != EOF)
		;
	int status = pclose(pipe);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void stage_interview(struct stage *stage)
{
	char out[1024];
	ck_assert_int_eq(stage_command(stage, stage->alliance, sizeof(stage->alliance),
				 "new --name Nord --party Nord --party Sued"),
		0);
	stage->alliance[strcspn(stage->alliance, "\n")] = '\0';
	ck_assert_int_eq(stage_command(stage, out, sizeof(out),
				 "--line interview %s --party Nord "
				 "--role manager --name Ana --attribution named "
				 "<<'END'\ny\n\n\n:quit\nEND\n",
				 stage->alliance),
		0);
}

void stage_open_interview(struct stage *stage, const char *locale)
{
	const char *const args[] = { "interview", stage->alliance, "--respondent",
		stage_sql(stage, "SELECT lower(substr(hex(id), 1, 8)) FROM respondent"), NULL };
	stage_run(stage, 24, 80, locale, args);
	stage_wait(stage, "Interview");
	stage_idle(stage);
}
