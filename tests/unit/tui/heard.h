/* SPDX-License-Identifier: MIT */
/*
 * Two people to interview, in a database file of their own, with a bank that has a question of
 * every kind that is asked; what is stored, read by another connection; the file locked by another
 * program.
 */
#ifndef REKINDLE_TESTS_HEARD_H
#define REKINDLE_TESTS_HEARD_H

#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

#include <rekindle/file.h>
#include <rekindle/instrument.h>
#include <rekindle/str.h>

#include "drive.h"

enum { ANA, BO, HEARD };

/* The questions put before the open one, in this order; eight rated ones stand before them. */
static const char heard_questions[] =
	"- {id: kinds.choice, kind: choice, section: interview, topic: T, text: Which one?,\n"
	"   roles: [manager], choices: [{id: first, text: First}, {id: second, text: Second}]}\n"
	"- {id: kinds.multi, kind: multi, section: interview, topic: T, text: Which ones?,\n"
	"   roles: [manager], choices: [{id: left, text: Left}, {id: right, text: Right}]}\n"
	"- {id: kinds.number, kind: number, section: interview, topic: T, text: How many?,\n"
	"   roles: [manager]}\n"
	"- {id: kinds.date, kind: date, section: interview, topic: T, text: On what day?,\n"
	"   roles: [manager]}\n";

struct heard {
	char folder[64], path[128];
	struct pool pool;
	const struct instrument *bank;
	int64_t assessment, respondent[HEARD];
};

static struct heard heard;

static inline void heard_bank(void)
{
	static const char *const before = "- id: open.ideas.one";
	struct errmsg why = { "" };
	struct str yaml;
	char text[64 * 1024];
	FILE *in = fopen("tests/data/instrument/small.yaml", "r");
	ck_assert_ptr_nonnull(in);
	size_t n = fread(text, 1, sizeof(text) - 1, in);
	fclose(in);
	text[n] = '\0';
	char *at = strstr(text, before);
	ck_assert_ptr_nonnull(at);
	str_init(&yaml);
	str_addn(&yaml, text, (size_t)(at - text));
	str_add(&yaml, heard_questions);
	str_add(&yaml, at);
	ck_assert_msg(!instrument_parse(yaml.text, "kinds", &heard.pool, &heard.bank, &why), "%s",
		why.text);
	str_release(&yaml);
}

static inline void heard_people(struct record *fresh)
{
	static const char *const names[HEARD] = { "Ana Ruiz", "Bo Lind" };
	for (int i = 0; i < HEARD; i++) {
		struct person *person = record_add(fresh, KIND_PERSON);
		person->party = i;
		person->role = ROLE_MANAGER;
		person->name = names[i];
		struct respondent *respondent = record_add(fresh, KIND_RESPONDENT);
		*respondent = (struct respondent){ .object = respondent->object,
			.person = i,
			.party = i,
			.role = ROLE_MANAGER,
			.name = names[i],
			.attribution = ATTRIBUTION_NAMED,
			.date = date_make(2026, 10, 15),
			.consent = TRI_YES,
			.minutes = 600 };
	}
}

/* Into the store that is open in the application, without opening it there. */
static inline void heard_alliance(void)
{
	struct errmsg why = { "" };
	struct record fresh;
	record_init(&fresh, heard.bank);
	fresh.alliance.name = "Nord & Sued";
	fresh.assessment.kind = ROUND_BASELINE;
	fresh.assessment.title = "baseline";
	for (int i = 0; i < 2; i++)
		((struct party *)record_add(&fresh, KIND_PARTY))->name = i ? "Sued" : "Nord";
	heard_people(&fresh);
	record_settle(&fresh);
	ck_assert(!store_put_instrument(app.options.store, heard.bank, &why));
	ck_assert_msg(!store_add_record(app.options.store, &fresh, &why), "%s", why.text);
	heard.assessment = fresh.assessment.object.key;
	for (int i = 0; i < HEARD; i++)
		heard.respondent[i] = fresh.respondents[i].object.key;
	record_release(&fresh);
}

static inline void heard_begin(void)
{
	heard = (struct heard){ .folder = "/tmp/rekindle-heard-XXXXXX" };
	ck_assert_ptr_nonnull(mkdtemp(heard.folder));
	snprintf(heard.path, sizeof(heard.path), "%s/rekindle.db", heard.folder);
	drive_begin_at(heard.path, false);
	heard_bank();
	heard_alliance();
	app_push(&app, &screen_portfolio, NULL);
	ck_assert(app_open(&app, heard.assessment));
	app_push(&app, &screen_home, NULL);
}

static inline void heard_end(void)
{
	char command[128];
	drive_end();
	pool_release(&heard.pool);
	snprintf(command, sizeof(command), "rm -rf '%s'", heard.folder);
	ck_assert_int_eq(system(command), 0);
}

/* One value of the database as text, "" for none; read past every lock. */
static inline const char *heard_sql(const char *sql)
{
	static char value[16 * 1024];
	sqlite3 *db;
	sqlite3_stmt *statement;
	ck_assert_int_eq(sqlite3_open(heard.path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql,
		sqlite3_errmsg(db));
	bool row = sqlite3_step(statement) == SQLITE_ROW;
	const unsigned char *text = row ? sqlite3_column_text(statement, 0) : NULL;
	snprintf(value, sizeof(value), "%s", text ? (const char *)text : "");
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return value;
}

static inline sqlite3 *heard_lock(void)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(heard.path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static inline void heard_unlock(sqlite3 *db)
{
	ck_assert_int_eq(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static inline void heard_exec(const char *sql)
{
	sqlite3 *db;
	char *why = NULL;
	ck_assert_int_eq(sqlite3_open(heard.path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK, "%s: %s", sql, why);
	sqlite3_close(db);
}

/* What an interview writes is refused, at once and without a wait, until it is allowed again. */
static inline void heard_refuse(void)
{
	heard_exec("CREATE TRIGGER no_answer BEFORE INSERT ON answer BEGIN "
		   "SELECT RAISE(ABORT, 'no room'); END;"
		   "CREATE TRIGGER no_note BEFORE INSERT ON note BEGIN "
		   "SELECT RAISE(ABORT, 'no room'); END;"
		   "CREATE TRIGGER no_place BEFORE INSERT ON sitting BEGIN "
		   "SELECT RAISE(ABORT, 'no room'); END;");
}

static inline void heard_allow(void)
{
	heard_exec("DROP TRIGGER no_answer; DROP TRIGGER no_note; DROP TRIGGER no_place;");
}

/* "state value comment" of what is stored for an item of somebody; "" for nothing. */
static inline const char *heard_answer(int who, const char *item)
{
	char sql[512];
	snprintf(sql, sizeof(sql),
		"SELECT state || ' ' || coalesce(rating, value, '-') || ' ' || coalesce(comment, "
		"'-') "
		"FROM answer JOIN item ON item.key = answer.item "
		"WHERE item.id = '%s' AND respondent = %lld",
		item, (long long)heard.respondent[who]);
	return heard_sql(sql);
}

#endif
