/* SPDX-License-Identifier: MIT */
/*
 * Forgetting: not a byte is left, nobody else loses anything, and it is all or nothing.
 */
#include "store_fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/file.h>

Suite *store_forget_suite(void);

static struct store *store;
static struct record record;
static struct pool pool;
static int64_t round_key;
static struct texts mentions, copies;

/* What only the one who is forgotten said; in files searched byte by byte. */
#define NAME "Zacharias Quuxley"
#define DRAFT "halfway through zzdraft"
#define NOTE "a note zznote of whom nobody can say"
static const char *const said[] = { NAME, "Quuxley before he married", "zzquote of the first day",
	"zzcomment that was kept", "zzcomment that was changed", "zztext", "zzevidence", "zzreason",
	DRAFT, NOTE };
#define SAID (sizeof(said) / sizeof(*said))

static struct answer *answer_of(int respondent)
{
	for (size_t i = 0; i < record.answer_count; i++)
		if (record.answers[i].respondent == respondent)
			return &record.answers[i];
	return NULL;
}

static void put(enum kind kind, void *object)
{
	OK(store_put(store, &record, kind, object, 0, &why));
}

/* Text that was begun, of nobody in particular. */
static void begin_note(void)
{
	const struct store_place new_action = { "new action", record.assessment.object.id,
		record.alliance.object.key };
	const struct store_draft note = { .field = "line", .text = NOTE };
	OK(store_put_draft(store, &new_action, &note, &why));
}

/* Respondent 0 is person 0. Everything is said, changed, and said again. */
static void speak(void)
{
	struct answer *answer = answer_of(0);
	record.respondents[0].person = 0;
	record.people[0].name = record.respondents[0].name = said[1];
	put(KIND_PERSON, &record.people[0]);
	put(KIND_RESPONDENT, &record.respondents[0]);
	record.people[0].name = record.respondents[0].name = NAME;
	put(KIND_PERSON, &record.people[0]);
	put(KIND_RESPONDENT, &record.respondents[0]);
	answer->quote = said[2];
	answer->comment = said[4];
	put(KIND_ANSWER, answer);
	answer->comment = said[3];
	answer->text = said[5];
	answer->evidence = said[6];
	answer->reason = said[7];
	put(KIND_ANSWER, answer);
	struct store_sitting sitting = { .respondent = record.respondents[0].object.key,
		.draft = DRAFT };
	OK(store_put_sitting(store, &record, &sitting, &why));
}

/* Safety copies of the day keep what is forgotten; here it is looked for everywhere. */
static struct store *open_uncopied(void)
{
	struct store *opened = open_store();
	store_keep_no_copies(opened);
	return opened;
}

static void set_up(void)
{
	make_folder_of_test();
	setenv("REKINDLE_TODAY", "2026-03-16", 1);
	store = open_uncopied();
	round_key = stored_record(store, &record);
	mentions = copies = (struct texts){ 0 };
	speak();
}

static void tear_down(void)
{
	record_release(&record);
	pool_release(&pool);
	store_close(store);
	remove_folder_of_test();
	unsetenv("REKINDLE_TODAY");
}

static bool file_has(const char *name, const char *bytes, size_t n)
{
	struct str text;
	struct errmsg said_why;
	str_init(&text);
	ck_assert(!file_read(name, 1 << 28, &text, &said_why));
	bool has = memmem(text.text, text.len, bytes, n) != NULL;
	str_release(&text);
	return has;
}

/* In how many files of the folder but those whose name holds `but`. */
static int files_with(const char *bytes, size_t n, const char *but)
{
	DIR *dir = opendir(folder);
	char name[512];
	int count = 0;
	for (const struct dirent *entry; (entry = readdir(dir));) {
		snprintf(name, sizeof(name), "%s/%s", folder, entry->d_name);
		if (entry->d_type == DT_REG && !(but && strstr(entry->d_name, but)))
			count += file_has(name, bytes, n);
	}
	closedir(dir);
	return count;
}

static void assert_nothing_left(const char *but)
{
	for (size_t i = 0; i < SAID; i++)
		ck_assert_msg(
			!files_with(said[i], strlen(said[i]), but), "\"%s\" is left", said[i]);
}

static struct store_found person(const char *text)
{
	struct store_found found;
	OK(store_find_person(store, record.alliance.object.key, text, &pool, &found, &why));
	return found;
}

static struct store_found alliance(void)
{
	return (struct store_found){ KIND_ALLIANCE, record.alliance.object.key,
		record.alliance.object.key, record.alliance.object.id, record.alliance.name };
}

static void forget(struct store_found found)
{
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
}

static int64_t count(const char *table)
{
	char sql[80];
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", table);
	return sql_number(store, sql);
}

START_TEST(test_store_forget_leaves_no_byte_of_a_person)
{
	size_t others = 0;
	for (size_t i = 0; i < record.answer_count; i++)
		others += record.answers[i].respondent != 0;
	begin_note();
	ck_assert_int_gt(files_with(NAME, strlen(NAME), NULL), 0);
	/* also out of the bin, and beside a program that has the file open */
	if (_i == 1) {
		OK(store_begin(store, round_key, NAME " deleted", &why));
		OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[0], &why));
		OK(store_delete(store, &record, KIND_PERSON, &record.people[0], &why));
		OK(store_commit(store, &why));
	}
	struct store *other = _i == 2 ? open_uncopied() : NULL;
	struct store_found found = person("zacharias QUUXLEY");
	ck_assert_int_eq(found.kind, KIND_PERSON);
	forget(found);
	assert_nothing_left(NULL);
	ck_assert(!files_with((const char *)&found.id, 16, NULL) || count("forgotten"));
	ck_assert_int_eq(copies.count, 0);
	ck_assert_int_eq(count("answer"), (int64_t)others);
	ck_assert_int_eq(count("person"), (int64_t)record.person_count - 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM unclean"), 0);
	ck_assert(store_is_forgotten(store, &found.id));
	ck_assert(store_is_forgotten(store, &record.respondents[0].object.id));
	ck_assert(!store_is_forgotten(store, &record.respondents[1].object.id));
	ck_assert_int_eq(
		store_find_person(store, found.alliance, NAME, &pool, &found, &why), ERR_USAGE);
	store_close(other);
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	ck_assert_int_eq(now.respondent_count, record.respondent_count - 1);
	record_release(&now);
}
END_TEST

START_TEST(test_store_forget_ends_undo_in_words)
{
	const char *what;
	int64_t before = store_change(store);
	record.notes[0].text = "before";
	put(KIND_NOTE, &record.notes[0]);
	forget(person(NAME));
	ck_assert_int_gt(store_change(store), before);
	ck_assert_int_eq(store_undo(store, round_key, &pool, &what, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "erased, by forget"));
	ck_assert_ptr_null(what);
	/* what is done since can be undone */
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
	record.notes[0].text = "since";
	put(KIND_NOTE, &record.notes[0]);
	OK(store_undo(store, round_key, &pool, &what, &why));
	ck_assert_str_eq(what, "text of the note");
	ck_assert_int_eq(store_undo(store, round_key, &pool, &what, &why), ERR_FAILED);
	OK(store_redo(store, round_key, &pool, &what, &why));
	ck_assert_str_eq(what, "text of the note");
}
END_TEST

/* The record has a sheet of each of its two people. */
START_TEST(test_store_forget_takes_the_sheet_along)
{
	struct record now;
	forget(person(NAME));
	OK(store_load(store, round_key, &now, &why));
	ck_assert_uint_eq(now.sheet_count, record.sheet_count - 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sheet"), 1);
	record_release(&now);
}
END_TEST

START_TEST(test_store_forget_tells_who_else_has_the_name)
{
	struct str all;
	record.notes[0].text = "Quuxley's budget is short";
	put(KIND_NOTE, &record.notes[0]);
	record.risks[0].owner = "sales, q. quuxleyson";
	put(KIND_RISK, &record.risks[0]);
	struct answer *answer = answer_of(1);
	answer->comment = "as ZACHARIAS said: zzsecret";
	put(KIND_ANSWER, answer);
	record.meetings[0].notes = "first\nQuuxley was not there";
	put(KIND_MEETING, &record.meetings[0]);
	record.events[1].effect = "Quuxley left";
	put(KIND_EVENT, &record.events[1]);
	forget(person(NAME));
	str_init(&all);
	for (size_t i = 0; i < mentions.count; i++)
		str_addf(&all, "%s\n", mentions.text[i]);
	ck_assert_msg(mentions.count == 4, "%s", all.text);
	ck_assert_ptr_nonnull(strstr(all.text, "meeting "));
	ck_assert_ptr_nonnull(strstr(all.text, ": notes"));
	ck_assert_ptr_nonnull(strstr(all.text, "event "));
	ck_assert_ptr_nonnull(strstr(all.text, "note "));
	ck_assert_ptr_nonnull(strstr(all.text, ": comment"));
	ck_assert_ptr_null(strstr(all.text, "zzsecret"));
	str_release(&all);
}
END_TEST

/* What others have in the bin still comes back. */
START_TEST(test_store_forget_leaves_the_bin_of_others)
{
	struct store_binned *list;
	size_t n;
	OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[1], &why));
	forget(person(NAME));
	OK(store_bin(store, &pool, &list, &n, &why));
	ck_assert_int_eq(n, 1);
	OK(store_undelete(store, list, &why));
	ck_assert_int_eq(count("respondent"), (int64_t)record.respondent_count - 1);
	assert_nothing_left(NULL);
}
END_TEST

START_TEST(test_store_forget_leaves_no_byte_of_an_alliance)
{
	struct record other;
	int64_t key = stored_record(store, &other);
	char name[] = "Zephyr and Company";
	record.alliance.name = name;
	begin_note();
	put(KIND_ALLIANCE, &record.alliance);
	struct store_found found = alliance();
	if (_i)
		OK(store_delete_found(store, &found, &why));
	forget(found);
	assert_nothing_left(NULL);
	ck_assert_int_eq(files_with(name, strlen(name), NULL), 0);
	ck_assert(store_is_forgotten(store, &found.id));
	struct record now;
	OK(store_load(store, key, &now, &why));
	assert_same(&other, &now, true);
	record_release(&now);
	ck_assert_int_eq(count("alliance"), 1);
	const char *what;
	other.notes[0].text = "another";
	OK(store_put(store, &other, KIND_NOTE, &other.notes[0], 0, &why));
	OK(store_undo(store, key, &pool, &what, &why));
	record_release(&other);
}
END_TEST

START_TEST(test_store_forget_names_copies)
{
	char command[900], backups[200];
	snprintf(backups, sizeof(backups), "%s/backups", folder);
	store_close(store);
	snprintf(command, sizeof(command), "mkdir %s && cp %s %s/day.db && cp %s %s.schema-7",
		backups, path, backups, path, path);
	ck_assert_int_eq(system(command), 0);
	store = open_uncopied();
	forget(person(NAME));
	ck_assert_int_eq(copies.count, 2);
	ck_assert_ptr_nonnull(strstr(copies.text[0], "rekindle.db.schema-7"));
	ck_assert_ptr_nonnull(strstr(copies.text[1], "backups/day.db"));
	assert_nothing_left("schema-7");
}
END_TEST

static void copy_to(const char *name)
{
	char command[900];
	snprintf(command, sizeof(command), "mkdir -p %s/backups && cp %s %s/%s", folder, path,
		folder, name);
	ck_assert_int_eq(system(command), 0);
}

/* A copy that another program is just making is named as it is called in the end; what a program
 * that was killed has left of one goes. */
START_TEST(test_store_forget_waits_for_a_copy_in_the_making)
{
	char making[200], made[200];
	int ready[2];
	copy_to("backups/.rekindle-making");
	copy_to("backups/.rekindle-killed");
	snprintf(making, sizeof(making), "%s/backups/.rekindle-making", folder);
	snprintf(made, sizeof(made), "%s/backups/rekindle-2026-03-16.db", folder);
	ck_assert_int_eq(pipe(ready), 0);
	pid_t pid = fork();
	if (!pid) {
		int file = open(making, O_RDONLY);
		bool locked =
			file >= 0 && flock(file, LOCK_EX) == 0 && write(ready[1], "!", 1) == 1;
		usleep(300000);
		_exit(!locked || rename(making, made) != 0);
	}
	char byte;
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	forget(person(NAME));
	int status;
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
	close(ready[0]);
	close(ready[1]);
	ck_assert_int_eq(copies.count, 1);
	ck_assert_ptr_nonnull(strstr(copies.text[0], "backups/rekindle-2026-03-16.db"));
	ck_assert(!file_exists(making));
	snprintf(making, sizeof(making), "%s/backups/.rekindle-killed", folder);
	ck_assert(!file_exists(making));
}
END_TEST

/* What a crash had left of another file, or damaged, and was set aside holds it too. */
START_TEST(test_store_forget_names_what_was_set_aside)
{
	char name[300], id[16];
	struct store_found found = person(NAME);
	memcpy(id, &found.id, sizeof(id));
	snprintf(name, sizeof(name), "%s-wal.of-another-file-20260316-101500", path);
	FILE *file = fopen(name, "w");
	ck_assert(file && fputs("frames and ", file) > 0 && fwrite(id, sizeof(id), 1, file) == 1);
	fclose(file);
	forget(found);
	ck_assert_int_eq(copies.count, 1);
	ck_assert_str_eq(copies.text[0], name);
}
END_TEST

/* Killed at any time, everything is there or nothing is; the next program finishes it. */
START_TEST(test_store_forget_is_all_or_nothing)
{
	store_close(store);
	store = NULL;
	bool done = false;
	for (int us = 0; us < 60000 && !done; us += 1500) {
		pid_t pid = fork();
		if (!pid) {
			struct store *mine;
			struct store_found found;
			if (store_open(path, STORE_EXISTING, &mine, &why) ||
				store_find_person(mine, record.alliance.object.key, NAME, &pool,
					&found, &why))
				_exit(1);
			store_forget(mine, &found, &pool, &mentions, &copies, &why);
			_exit(0);
		}
		usleep((useconds_t)us);
		kill(pid, SIGKILL);
		ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
		store = open_uncopied();
		OK(store_clean(store, &why));
		done = count("person") < (int64_t)record.person_count;
		if (done)
			assert_nothing_left(NULL);
		else
			ck_assert_int_eq(count("answer"), (int64_t)record.answer_count);
		ck_assert_int_eq(count("forgotten") > 0, done);
		store_close(store);
		store = NULL;
	}
	store = open_uncopied();
}
END_TEST

/* A statement that is under way keeps the file from being cleaned, and nothing else. */
static struct query *hinder(void)
{
	struct query *query;
	bool row;
	OK(engine_prepare(store->engine, "SELECT text FROM note", &query, &why));
	OK(query_step(query, &row, &why));
	ck_assert(row);
	return query;
}

static void add_note(const char *text)
{
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	now.notes[0].text = text;
	OK(store_put(store, &now, KIND_NOTE, &now.notes[0], 0, &why));
	record_release(&now);
}

/* What could not be cleaned is cleaned with the next change, or when the file is closed. */
START_TEST(test_store_forget_is_finished_by_whatever_comes_next)
{
	struct query *query = hinder();
	if (_i < 2) {
		struct store_found found = person(NAME);
		ck_assert(store_forget(store, &found, &pool, &mentions, &copies, &why) != ERR_NONE);
	} else { /* out of the bin, with a change */
		OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[0], &why));
		OK(store_delete(store, &record, KIND_PERSON, &record.people[0], &why));
		setenv("REKINDLE_TODAY", "2026-04-15", 1);
		add_note("the change of that day");
	}
	ck_assert_int_eq(count("unclean"), 1);
	add_note("one more, still hindered");
	ck_assert_int_eq(count("unclean"), 1);
	query_free(query);
	if (_i % 2) {
		store_close(store);
		assert_nothing_left(NULL);
		store = open_uncopied();
	} else {
		add_note("and one more");
		assert_nothing_left(NULL);
	}
	ck_assert_int_eq(count("unclean"), 0);
}
END_TEST

/* In the bin nothing is erased by looking; the first change after the last day does it. */
START_TEST(test_store_bin_is_erased_after_its_days)
{
	struct store_binned *list;
	struct store_found found = alliance();
	struct record other;
	const char *what;
	size_t n;
	int64_t key = stored_record(store, &other);
	if (_i)
		OK(store_delete_found(store, &found, &why));
	else {
		OK(store_begin(store, round_key, NULL, &why));
		OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[0], &why));
		OK(store_delete(store, &record, KIND_PERSON, &record.people[0], &why));
		OK(store_commit(store, &why));
	}
	setenv("REKINDLE_TODAY", "2026-04-14", 1);
	other.notes[0].text = "a change on the last day";
	OK(store_put(store, &other, KIND_NOTE, &other.notes[0], 0, &why));
	OK(store_bin(store, &pool, &list, &n, &why));
	ck_assert_int_eq(n, 1);
	setenv("REKINDLE_TODAY", "2026-04-15", 1);
	store_close(store);
	store = open_uncopied();
	OK(store_bin(store, &pool, &list, &n, &why));
	ck_assert_int_eq(n, 1);
	ck_assert_int_gt(files_with(NAME, strlen(NAME), NULL), 0);
	other.notes[0].text = "a change after it";
	OK(store_put(store, &other, KIND_NOTE, &other.notes[0], 0, &why));
	OK(store_bin(store, &pool, &list, &n, &why));
	ck_assert_int_eq(n, 0);
	assert_nothing_left(NULL);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM unclean"), 0);
	ck_assert(!store_is_forgotten(store, &found.id));
	if (!_i)
		ck_assert_int_eq(store_undo(store, round_key, &pool, &what, &why), ERR_FAILED);
	OK(store_undo(store, key, &pool, &what, &why));
	ck_assert_str_eq(what, "text of the note");
	record_release(&other);
}
END_TEST

/* A person who is deleted while what he said in an earlier round stays. */
START_TEST(test_store_bin_erases_only_what_is_gone)
{
	OK(store_delete(store, &record, KIND_PERSON, &record.people[0], &why));
	setenv("REKINDLE_TODAY", "2026-04-15", 1);
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
	record.notes[0].text = "a change";
	put(KIND_NOTE, &record.notes[0]);
	ck_assert_str_eq(record.respondents[0].name, NAME);
	ck_assert_int_eq(count("bin"), 0);
	const char *what;
	OK(store_undo(store, round_key, &pool, &what, &why));
	ck_assert_int_eq(store_undo(store, round_key, &pool, &what, &why), ERR_FAILED);
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	ck_assert_str_eq(record_answer(&now, 0, answer_of(0)->item)->quote, said[2]);
	record_release(&now);
}
END_TEST

Suite *store_forget_suite(void)
{
	Suite *suite = suite_create("store_forget");
	TCase *tests = tcase_create("forget");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests, test_store_forget_leaves_no_byte_of_a_person, 0, 3);
	tcase_add_test(tests, test_store_forget_ends_undo_in_words);
	tcase_add_test(tests, test_store_forget_tells_who_else_has_the_name);
	tcase_add_test(tests, test_store_forget_leaves_the_bin_of_others);
	tcase_add_loop_test(tests, test_store_forget_leaves_no_byte_of_an_alliance, 0, 2);
	tcase_add_test(tests, test_store_forget_names_copies);
	tcase_add_test(tests, test_store_forget_waits_for_a_copy_in_the_making);
	tcase_add_test(tests, test_store_forget_names_what_was_set_aside);
	tcase_add_test(tests, test_store_forget_takes_the_sheet_along);
	tcase_add_test(tests, test_store_forget_is_all_or_nothing);
	tcase_add_loop_test(tests, test_store_forget_is_finished_by_whatever_comes_next, 0, 4);
	tcase_add_loop_test(tests, test_store_bin_is_erased_after_its_days, 0, 2);
	tcase_add_test(tests, test_store_bin_erases_only_what_is_gone);
	suite_add_tcase(suite, tests);
	return suite;
}
