/* SPDX-License-Identifier: MIT */
/*
 * What version 0.1.0 has written: its database is brought up to date and means the same.
 */
#include "../../../src/store/sqlite/sqlite.h"
#include <jansson.h>
#include <rekindle/release.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_legacy_suite(void);

#define DATABASE "tests/data/db-0.1.0.sql"
#define DOCUMENT "tests/data/exchange/0.1.0.json"

static struct store *store;
static struct record record;

/* What it remembered of a joint edition of it. */
#define REMEMBERED "X'1529169F6BF44AB084CE43BD840F4DC0'"
#define OF(id, digest) "(" REMEMBERED ", X'" id "', " #digest ", 1795754099991)"
static const char edition[] = "INSERT INTO edition (assessment, respondent, digest, at) VALUES " OF(
	"00000000000000000000000000000000",
	-3750763034362895579) "," OF("0C2A5E59537D42FF8E01E705DDE1DE57",
	7427168824217722450) "," OF("34F7B5C34EC248DAB2DC7C4C972A2C0B",
	-2458089514933448728) "," OF("69AA05DC7F0B417BBFF2BEAE8EB8AF7F",
	-7786857822788299992) "," OF("6F1DC127DE93482791AE58B68A27DCA2",
	-3315355690520094717) "," OF("8EC75BB880704A9BA502F981D5CEC38E",
	-207653677565489125) "," OF("9C1896837ED04309BAC121BED72EC115",
	8493988287465005298) "," OF("9FB109AB046646CE9A5250F06E01EAFD",
	-7084662248045785271) "," OF("ACB02388D3844FB793018345211C2885",
	-8251399120850877787) "," OF("ACCC190A75284782805E049C0DBBAAD8",
	-2260153552769387091) "," OF("AF9434FD6A18495C9C4AF3D5327B24E3",
	-1147454782416210412) "," OF("BEA99B14D47C453599FA49C95DF4EBDE", -4707053737930138591);

static void run_on_file(const char *sql)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void make_file(void)
{
	char *sql = file_text(DATABASE);
	make_folder_of_test();
	run_on_file(sql);
	free(sql);
}

static void set_up(void)
{
	int64_t assessment;
	if (!*folder)
		make_file();
	store = open_store();
	OK(store_find(store, "1529169f", &assessment, &why));
	OK(store_load(store, assessment, &record, &why));
}

static void tear_down(void)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
	*folder = '\0';
}

/* Without what 0.1.0 did not write: times of change but those of answers, and nulls. */
static void strip(json_t *value, bool answer)
{
	const char *name;
	json_t *member;
	void *next;
	size_t i;
	json_array_foreach(value, i, member) strip(member, answer);
	json_object_foreach_safe(value, next, name, member)
	{
		strip(member, answer || !strcmp(name, "answers"));
		if (json_is_null(member) || (json_is_object(member) && !json_object_size(member)) ||
			(!answer && (!strcmp(name, "changed") || !strcmp(name, "drawn"))))
			json_object_del(value, name);
	}
}

static void strip_rounds(json_t *list)
{
	size_t i;
	json_t *value;
	json_array_foreach(list, i, value) json_object_del(value, "round");
}

/* The plan and the KPIs where 0.1.0 had them: in the only round; it wrote no origin of what is in
 * them. The profile stands where it was as well. */
static void put_back(json_t *root)
{
	static const char *const moved[] = { "plan", "kpis" };
	json_t *alliance = json_object_get(root, "alliance");
	json_t *round = json_array_get(json_object_get(root, "assessments"), 0);
	for (size_t i = 0; i < 2; i++) {
		json_object_set(round, moved[i], json_object_get(alliance, moved[i]));
		json_object_del(alliance, moved[i]);
	}
	json_object_del(round, "profile");
	strip_rounds(json_object_get(json_object_get(round, "plan"), "actions"));
	strip_rounds(json_object_get(json_object_get(round, "plan"), "gates"));
}

/* What follows from the plan minds days off and the end of the contract now. */
static void drop_derived(json_t *root)
{
	json_t *round = json_array_get(json_object_get(root, "assessments"), 0);
	json_t *plan = json_object_get(round, "plan"), *gate;
	size_t i;
	json_object_del(plan, "events");
	json_object_del(plan, "warnings");
	json_array_foreach(json_object_get(plan, "gates"), i, gate) json_object_del(gate, "date");
}

START_TEST(test_store_of_0_1_0_exports_as_then)
{
	struct str text;
	char *then = file_text(DOCUMENT);
	str_init(&text);
	OK(exchange_write(store, record.assessment.object.key, false, &text, &why));
	json_t *a = json_loads(text.text, 0, NULL), *b = json_loads(then, 0, NULL);
	ck_assert(a && b);
	put_back(a);
	drop_derived(a);
	drop_derived(b);
	strip(a, false);
	strip(b, false);
	ck_assert(json_equal(a, b));
	json_decref(a);
	json_decref(b);
	str_release(&text);
	free(then);
}
END_TEST

/* Its objects were changed when its log says so. */
START_TEST(test_store_of_0_1_0_gets_times_from_its_log)
{
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM respondent WHERE changed IS NULL"), 0);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM respondent WHERE changed NOT IN "
				 "(SELECT at FROM change WHERE at IS NOT NULL)"),
		0);
}
END_TEST

/* Nothing that is read through the store, but it must hold in the file. */
START_TEST(test_store_of_0_1_0_has_ratings_apart)
{
	int64_t then = 0;
	for (size_t i = 0; i < record.answer_count; i++)
		then += record.answers[i].value.type == VALUE_NUMBER &&
			record.instrument->items[record.answers[i].item].kind == ITEM_RATED;
	ck_assert_int_gt(then, 300);
	ck_assert_int_eq(sql_number(store, "SELECT count(rating) FROM answer"), then);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM answer WHERE rating IS NOT NULL AND value "
				 "IS NOT NULL"),
		0);
	ck_assert_int_eq(sql_number(store, "PRAGMA foreign_key_check(answer)"), -1);
	ck_assert_ptr_nonnull(strstr(store_notice(store), ".schema-5"));
}
END_TEST

START_TEST(test_store_of_0_1_0_goes_on_in_the_draft)
{
	struct pool pool = { 0 };
	struct store_sitting sitting;
	bool found;
	const struct respondent *last = &record.respondents[record.respondent_count - 1];
	OK(store_get_sitting(store, &record, last->object.key, &pool, &sitting, &found, &why));
	ck_assert(found && !sitting.finished);
	ck_assert_str_eq(sitting.draft, "half a sen");
	ck_assert_int_eq(sitting.cursor, 10);
	ck_assert_int_ge(sitting.item, 0);
	pool_release(&pool);
}
END_TEST

static void undo(const char *expected)
{
	const char *what;
	OK(store_undo(store, record.assessment.object.key, &record.pool, &what, &why));
	ck_assert_str_eq(what, expected);
}

/* The entries of its log are read: the last answers were a split and a rating of 2 made a 5. */
START_TEST(test_store_of_0_1_0_is_undone)
{
	const char *what;
	struct record now;
	int respondent = (int)record.respondent_count - 1, twos = 0;
	undo("the answer to 100 points over four causes added");
	undo("Everyone names the same goals, 5 instead of 2");
	OK(store_load(store, record.assessment.object.key, &now, &why));
	ck_assert_uint_eq(now.answer_count, record.answer_count - 1);
	for (size_t i = 0; i < record.instrument->item_count; i++) {
		const struct answer *then = record_answer(&record, respondent, (int)i);
		const struct answer *answer = record_answer(&now, respondent, (int)i);
		if (answer && answer->value.type == VALUE_NUMBER && then->value.number == 5)
			twos += answer->value.number == 2;
	}
	ck_assert_int_eq(twos, 1);
	record_release(&now);
	OK(store_redo(store, record.assessment.object.key, &record.pool, &what, &why));
	OK(store_redo(store, record.assessment.object.key, &record.pool, &what, &why));
	OK(store_load(store, record.assessment.object.key, &now, &why));
	assert_same(&record, &now, false);
	record_release(&now);
}
END_TEST

/* Joint editions */

static enum err make(void)
{
	struct diagnosis diagnosis;
	record_settle(&record);
	diagnosis_compute(&diagnosis, &record);
	enum err err = store_keep_edition(store, &record, &diagnosis, &why);
	diagnosis_release(&diagnosis);
	return err;
}

/* The last one is printed again; of which no figures were kept, without any. */
static void is_printed_again(bool partial)
{
	struct diagnosis diagnosis;
	struct edition_view view;
	int64_t releases = sql_number(store, "SELECT count(*) FROM joint_release");
	OK(make());
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM joint_release"), releases);
	diagnosis_compute(&diagnosis, &record);
	release_view(&view, &record, &diagnosis, EDITION_JOINT);
	ck_assert(view.as_of && view.partial == partial);
	for (int s = 0; partial && s < SCALE_COUNT; s++)
		ck_assert(isnan(view.shown.scores.scale[s].score));
	edition_release(&view);
	diagnosis_release(&diagnosis);
}

/* Another rating of the first question that a respondent has rated. */
static void change(int respondent)
{
	for (size_t i = 0; i < record.answer_count; i++) {
		struct answer *answer = &record.answers[i];
		if (answer->respondent != respondent ||
			!record_rating(&record, respondent, answer->item))
			continue;
		answer->value.number = answer->value.number == 1 ? 2 : 1;
		return;
	}
}

/* They change what they rated of the first question that the first three have rated. */
static void change_from(int first, int last)
{
	int item = 0;
	while (!record_rating(&record, 0, item) || !record_rating(&record, 1, item) ||
		!record_rating(&record, 2, item))
		item++;
	for (int r = first; r <= last; r++) {
		struct answer *answer = record_put_answer(&record, r, item);
		answer->value.number = answer->value.number == 3 ? 2 : 3;
	}
}

/* Up to the step before joint editions became objects. */
static const struct embedded *steps_before(void)
{
	static struct embedded steps[64];
	int count = 0, last = migrate_newest(embedded_files);
	for (const struct embedded *file = embedded_files; file->path; file++)
		if (strstr(file->path, "_releases.sql"))
			last = migrate_step(file) - 1;
	for (const struct embedded *file = embedded_files; file->path; file++)
		if (migrate_step(file) && migrate_step(file) <= last)
			steps[count++] = *file;
	return steps;
}

static void set_up_edition(void)
{
	make_file();
	run_on_file(edition);
	set_up();
}

START_TEST(test_store_of_0_1_0_remembers_its_joint_edition)
{
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM joint_release"), 1);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM release_rating WHERE party IS NOT "
				 "NULL AND digest LIKE 'said-%'"),
		11);
	/* the same ratings as it has: from now on the figures are kept */
	OK(make());
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM joint_release"), 2);
	OK(make());
	change_from(0, 0);
	is_printed_again(false);
	change_from(1, 2);
	OK(make());
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM joint_release"), 3);
	/* from now on words do not count */
	record.answers[0].quote = "Said later.";
	OK(make());
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM joint_release"), 3);
}
END_TEST

/* Of whom nothing is left nobody can say of which side they were: of either, as far as is known. */
START_TEST(test_store_of_0_1_0_remembers_who_was_gone)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
	make_file();
	OK(store_open_with(path, STORE_EXISTING, steps_before(), &store, &why));
	store_close(store);
	run_on_file(edition);
	run_on_file("INSERT INTO edition VALUES " OF("FF000000000000000000000000000001", 0) "," OF(
		"FF000000000000000000000000000002",
		5) ";"
		   "INSERT INTO forgotten VALUES (X'FF000000000000000000000000000001')");
	set_up();
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM release_rating WHERE party IS NULL"), 2);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM release_rating WHERE respondent IS NULL "
				 "AND digest IS NULL"),
		1);
	is_printed_again(true);
	for (size_t r = 0; r < record.respondent_count; r++)
		if (record.respondents[r].party == 0)
			change((int)r);
	is_printed_again(true);
	for (size_t r = 0; r < record.respondent_count; r++)
		if (record.respondents[r].party == 1)
			change((int)r);
	OK(make());
}
END_TEST

Suite *store_legacy_suite(void)
{
	Suite *suite = suite_create("store_legacy");
	TCase *tests = tcase_create("legacy");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, test_store_of_0_1_0_exports_as_then);
	tcase_add_test(tests, test_store_of_0_1_0_gets_times_from_its_log);
	tcase_add_test(tests, test_store_of_0_1_0_has_ratings_apart);
	tcase_add_test(tests, test_store_of_0_1_0_goes_on_in_the_draft);
	tcase_add_test(tests, test_store_of_0_1_0_is_undone);
	suite_add_tcase(suite, tests);
	TCase *editions = tcase_create("editions");
	tcase_add_checked_fixture(editions, set_up_edition, tear_down);
	tcase_set_timeout(editions, 30);
	tcase_add_test(editions, test_store_of_0_1_0_remembers_its_joint_edition);
	tcase_add_test(editions, test_store_of_0_1_0_remembers_who_was_gone);
	suite_add_tcase(suite, editions);
	return suite;
}
