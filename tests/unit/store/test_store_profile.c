/* SPDX-License-Identifier: MIT */
/*
 * The profile of a round is its own: what is recorded later changes no earlier one. Databases and
 * files of before say of every round what they said of the alliance.
 */
#include <rekindle/bin.h>
#include <rekindle/report.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_profile_suite(void);

#define FIRST "10000000-0000-0000-0000-000000000001"
#define SECOND "20000000-0000-0000-0000-000000000002"
#define HEARD                                                                                      \
	"'respondents': [{'id': 'r', 'party': 'a', 'role': 'sponsor'}],"                           \
	"'answers': [{'respondent': 'r', 'item': '" ITEM "', 'value': 2}]"
/* Of before rounds had profiles, with the time of the one party of which it is known. */
#define DOCUMENT                                                                                   \
	"{'alliance': {'id': 'x', 'name': 'Twice', 'type': 'joint_rnd', "                          \
	"'ambitions': ['market_access'], 'contract': {'amendable': false, 'breach': true}, "       \
	"'parties': [{'id': 'a', 'name': 'Apex', 'size_class': 'global'}, "                        \
	"{'id': 'b', 'name': 'Borealis', 'stance': 'reluctant', 'changed': 1790000000000}]}, "     \
	"'assessments': [{'id': '" FIRST "', 'date': '2026-01-10', " HEARD "}, "                   \
	"{'id': '" SECOND "', 'kind': 'follow-up', 'date': '2026-07-10'}]}"

static struct store *store;

static void import(struct store *into, const char *text)
{
	struct exchange file;
	struct exchange_report report;
	read_ok(text, &file);
	OK(exchange_import(into, &file, IMPORT_PLAINLY, &report, &why));
	exchange_report_release(&report);
	exchange_release(&file);
}

static void set_up(void)
{
	char *text = json_of(DOCUMENT);
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	import(store, text);
	free(text);
}

static void tear_down(void)
{
	store_close(store);
}

static void load(struct store *from, const char *round, struct record *rec)
{
	struct uuid id;
	ck_assert(uuid_parse(round, &id));
	OK(store_load(from, store_key(from, KIND_ASSESSMENT, &id), rec, &why));
}

/* To be freed. */
static char *diagnosis_of(struct store *from, const char *round)
{
	struct record rec;
	struct diagnosis diagnosis;
	struct str out;
	str_init(&out);
	load(from, round, &rec);
	diagnosis_compute(&diagnosis, &rec);
	report_diagnosis_json(&out, &rec, &diagnosis);
	diagnosis_release(&diagnosis);
	record_release(&rec);
	return str_detach(&out);
}

static void assert_diagnosis(struct store *from, const char *round, const char *expected)
{
	char *now = diagnosis_of(from, round);
	ck_assert_str_eq(now, expected);
	free(now);
}

static char *exported(struct store *from)
{
	struct record rec;
	struct str out;
	str_init(&out);
	load(from, SECOND, &rec);
	OK(exchange_write(from, rec.assessment.object.key, false, &out, &why));
	record_release(&rec);
	return str_detach(&out);
}

static void change_second(void)
{
	struct record rec;
	load(store, SECOND, &rec);
	struct profile *profile = record_put_profile(&rec);
	profile->type = "licensing";
	profile->breach = TRI_NO;
	profile->competitors = TRI_YES;
	profile->competitors_where = "spare parts";
	OK(store_put(store, &rec, KIND_PROFILE, profile, 0, &why));
	struct party_profile *party = record_put_party_profile(&rec, 1);
	party->stance = STANCE_UNRESPONSIVE;
	party->escalated = TRI_YES;
	OK(store_put(store, &rec, KIND_PARTY_PROFILE, party, 0, &why));
	record_release(&rec);
}

static void assert_changed(struct store *from)
{
	struct record rec;
	load(from, SECOND, &rec);
	ck_assert_str_eq(record_profile(&rec)->type, "licensing");
	ck_assert_int_eq(record_profile(&rec)->breach, TRI_NO);
	ck_assert_int_eq(record_profile(&rec)->competitors, TRI_YES);
	ck_assert_str_eq(record_profile(&rec)->competitors_where, "spare parts");
	ck_assert(record_party_silent(&rec, 1));
	record_release(&rec);
}

START_TEST(test_store_profile_of_a_file_of_before_is_that_of_each_round)
{
	static const char *const rounds[] = { FIRST, SECOND };
	for (int i = 0; i < 2; i++) {
		struct record rec;
		load(store, rounds[i], &rec);
		ck_assert_str_eq(record_profile(&rec)->type, "joint_rnd");
		ck_assert_int_eq(record_profile(&rec)->amendable, TRI_NO);
		ck_assert_int_eq(record_profile(&rec)->object.changed, 0);
		ck_assert_int_eq(record_party_profile(&rec, 0)->size_class, SIZE_GLOBAL);
		ck_assert_int_eq(record_party_profile(&rec, 1)->stance, STANCE_RELUCTANT);
		ck_assert_int_eq(
			record_party_profile(&rec, 1)->object.changed, INT64_C(1790000000000));
		record_release(&rec);
	}
}
END_TEST

/* Also in a file, which says what is newest for who knows of the alliance's alone. */
START_TEST(test_store_profile_of_an_earlier_round_stays)
{
	struct store *other;
	char *first = diagnosis_of(store, FIRST), *second = diagnosis_of(store, SECOND);
	ck_assert_ptr_nonnull(strstr(first, "\"joint_rnd\""));
	change_second();
	assert_diagnosis(store, FIRST, first);
	char *now = diagnosis_of(store, SECOND), *text = exported(store);
	ck_assert_str_ne(now, second);
	OK(store_open(":memory:", STORE_CREATE, &other, &why));
	import(other, text);
	assert_diagnosis(other, FIRST, first);
	assert_diagnosis(other, SECOND, now);
	assert_changed(other);
	char *again = exported(other);
	ck_assert_str_eq(again, text);
	const char *rounds = strstr(text, "\"assessments\"");
	ck_assert(strstr(text, "\"type\": \"licensing\"") < rounds);
	ck_assert(strstr(text, "\"stance\": \"unresponsive\"") < rounds);
	store_close(other);
	free(first);
	free(second);
	free(now);
	free(text);
	free(again);
}
END_TEST

/* The file of before says nothing of when: it takes nothing back. */
START_TEST(test_store_profile_is_not_overwritten_by_a_file_of_before)
{
	char *text = json_of(DOCUMENT);
	change_second();
	import(store, text);
	assert_changed(store);
	free(text);
}
END_TEST

/* A round of a file that has a profile, though an empty one, has not that of the alliance. */
START_TEST(test_store_profile_of_ones_own_is_not_the_alliances)
{
	struct exchange file;
	read_quoted("{'alliance': {'name': 'P', 'type': 'joint_rnd', 'parties': [{'name': 'A', "
		    "'stance': 'reluctant'}]}, 'assessments': [{'profile': {}}, {'profile': "
		    "{'parties': [{'party': 'A', 'has_sponsor': false}]}}, {}]}",
		&file);
	const struct record *own = &file.rounds[0], *part = &file.rounds[1],
			    *none = &file.rounds[2];
	ck_assert_ptr_null(record_profile(own)->type);
	ck_assert_int_eq(record_party_profile(own, 0)->stance, STANCE_ENGAGED);
	ck_assert_ptr_null(record_profile(part)->type);
	ck_assert_int_eq(record_party_profile(part, 0)->has_sponsor, TRI_NO);
	ck_assert_int_eq(record_party_profile(part, 0)->stance, STANCE_ENGAGED);
	ck_assert_str_eq(record_profile(none)->type, "joint_rnd");
	ck_assert_int_eq(record_party_profile(none, 0)->stance, STANCE_RELUCTANT);
	exchange_release(&file);
}
END_TEST

/* What two programs know nothing of yet they do not write twice. */
START_TEST(test_store_profile_of_a_party_is_one)
{
	struct record mine, theirs;
	load(store, SECOND, &mine);
	load(store, SECOND, &theirs);
	record_release(&mine);
	sql_run(store, "DELETE FROM party_profile; DELETE FROM profile");
	load(store, SECOND, &mine);
	record_release(&theirs);
	load(store, SECOND, &theirs);
	for (int i = 0; i < 2; i++) {
		struct record *rec = i ? &theirs : &mine;
		record_put_party_profile(rec, 0)->stance = STANCE_RELUCTANT;
		record_put_profile(rec)->type = "licensing";
		OK(store_put(store, rec, KIND_PARTY_PROFILE, rec->party_profiles, 0, &why));
		OK(store_put(store, rec, KIND_PROFILE, rec->profiles, 0, &why));
	}
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM party_profile"), 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM profile"), 1);
	record_release(&mine);
	record_release(&theirs);
}
END_TEST

/* Migration */

static const struct embedded *steps_before(void)
{
	static struct embedded steps[64];
	size_t count = 0;
	for (const struct embedded *file = embedded_files; file->path; file++) {
		if (strstr(file->text, "CREATE TABLE party_profile"))
			break;
		steps[count++] = *file;
	}
	steps[count] = (struct embedded){ 0 };
	return steps;
}

/*
 * Two alliances: of the first, which is there, a round was deleted alone, in a group of one entry;
 * the second was deleted whole after it. Before all that and behind it stands something of a scope.
 */
static const char before[] =
	"INSERT INTO instrument (key, id, version) VALUES (1, '%s', '%s');"
	"INSERT INTO alliance (key, id, name, type, ambitions, notice_days, exit_terms, breach, "
	"extra, changed) VALUES (1, x'a0000000000000000000000000000001', 'Twice', 'joint_rnd', "
	"'market_access', 90, 'as \"agreed\", in full', 1, '{\"competitors\":true,\"a\":1}', "
	"1790000000001);"
	"INSERT INTO party (key, alliance, id, name, size_class, stance, changed) VALUES "
	"(1, 1, x'a000000000000000000000000000000a', 'Apex', 3, 0, NULL), "
	"(2, 1, x'a000000000000000000000000000000b', 'Borealis', NULL, 2, 1790000000002);"
	"INSERT INTO assessment (key, alliance, id, instrument, kind, date) VALUES "
	"(1, 1, x'10000000000000000000000000000001', 1, 0, 20000), "
	"(2, 1, x'20000000000000000000000000000002', 1, 1, 20200);"
	"INSERT INTO note (key, assessment, id, text) VALUES "
	"(1, 1, x'b0000000000000000000000000000001', 'new');"
	"INSERT INTO change (seq, at, scope, back, kind, key, old, new) VALUES "
	"(1, 1790000000000, 1, 0, 2, 1, 'xa0000000000000000000000000000001,,\"Once\"', "
	"'xa0000000000000000000000000000001,,\"Twice\",,\"joint_rnd\",\"market_access\",,90,,"
	"\"zzterms\",1'), "
	"(2, 1790000000100, 0, 0, 5, 3, '1,x30000000000000000000000000000003,,1,0,\"zzgone\"', "
	"NULL), "
	"(3, 1790000000200, 0, 0, 5, 9, '7,x90000000000000000000000000000009,,1,0', NULL), "
	"(4, NULL, NULL, NULL, 3, 80, '7,xa0000000000000000000000000000080,,\"Old, "
	"A\",,1,2,1,1,0,@-9', "
	"NULL), "
	"(5, NULL, NULL, NULL, 3, 81, '7,xa0000000000000000000000000000081,,\"Old B\",\"B\"', "
	"NULL), "
	"(6, NULL, NULL, NULL, 2, 7, 'xa0000000000000000000000000000007,,\"Gone\",20000,"
	"\"licensing\",,20500,,0,\"zzexit, \"\"so\"\"\",,1,,,,,,,,,,,,,,,,,,,,@', NULL), "
	"(7, 1790000000300, 1, 6, 16, 1, '1,xb0000000000000000000000000000001,,,\"old\"', "
	"'1,xb0000000000000000000000000000001,,,\"new\"');"
	"INSERT INTO head (scope, alliance, change) VALUES (0, 1, 2), (0, 7, 3), (1, 1, 7);"
	"INSERT INTO bin (first, last, kind, key, alliance, day) VALUES (2, 2, 5, 3, 1, %d), "
	"(3, 6, 2, 7, 7, %d);"
	"INSERT INTO stamped (change) VALUES (7)";

static void migrate(void)
{
	const struct instrument *bank = instrument_builtin();
	char sql[4000];
	make_folder_of_test();
	OK(store_open_with(path, STORE_CREATE, steps_before(), &store, &why));
	snprintf(sql, sizeof(sql), before, bank->id, bank->version, clock_today(), clock_today());
	sql_run(store, sql);
	store_close(store);
	store = open_store();
}

static void tear_down_migrated(void)
{
	store_close(store);
	remove_folder_of_test();
}

static void assert_twice(const char *round)
{
	struct record rec;
	load(store, round, &rec);
	const struct profile *profile = record_profile(&rec);
	ck_assert_str_eq(profile->type, "joint_rnd");
	ck_assert_str_eq(profile->ambitions, "market_access");
	ck_assert_int_eq(profile->contract_ends, DATE_NONE);
	ck_assert_int_eq(profile->notice_days, 90);
	ck_assert_str_eq(profile->exit_terms, "as \"agreed\", in full");
	ck_assert_int_eq(profile->breach, TRI_YES);
	ck_assert_int_ge(profile->object.changed, INT64_C(1790000000001));
	ck_assert_int_eq(record_party_profile(&rec, 0)->size_class, SIZE_GLOBAL);
	ck_assert_int_eq(record_party_profile(&rec, 1)->size_class, -1);
	ck_assert_int_eq(record_party_profile(&rec, 1)->stance, STANCE_UNRESPONSIVE);
	ck_assert_uint_eq(rec.party_profile_count, 2);
	record_release(&rec);
}

START_TEST(test_store_profile_is_given_to_every_round)
{
	struct record rec;
	assert_twice(FIRST);
	assert_twice(SECOND);
	load(store, SECOND, &rec);
	ck_assert_int_eq(record_profile(&rec)->competitors, TRI_YES);
	ck_assert_int_eq(record_profile(&rec)->object.changed, INT64_C(1790000000001));
	ck_assert_int_eq(record_party_profile(&rec, 1)->object.changed, INT64_C(1790000000002));
	ck_assert_str_eq(rec.alliance.object.extra, "{\"a\":1}");
	record_release(&rec);
}
END_TEST

/* What was done since the last change of what has moved, and no more. */
START_TEST(test_store_profile_ends_undo_where_it_was_moved)
{
	struct pool pool = { 0 };
	const char *what;
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM stamped JOIN change ON seq = change "
				 "WHERE kind = 16"),
		1);
	OK(store_undo(store, 1, &pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM note WHERE text = 'old'"), 1);
	OK(store_undo(store, 1, &pool, &what, &why));
	ck_assert_ptr_null(what);
	OK(store_redo(store, 1, &pool, &what, &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM note WHERE text = 'new'"), 1);
	pool_release(&pool);
}
END_TEST

static struct store_binned *binned(struct pool *pool, enum kind kind)
{
	struct store_binned *list;
	size_t count;
	OK(store_bin(store, pool, &list, &count, &why));
	for (size_t i = 0; i < count; i++)
		if (list[i].kind == kind)
			return &list[i];
	ck_abort_msg("it does not lie in the bin");
	return NULL;
}

START_TEST(test_store_profile_of_a_deleted_round_comes_back)
{
	struct pool pool = { 0 };
	OK(store_undelete(store, binned(&pool, KIND_ASSESSMENT), &why));
	assert_twice("30000000-0000-0000-0000-000000000003");
	assert_twice(FIRST);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check()"), 0);
	pool_release(&pool);
}
END_TEST

START_TEST(test_store_profile_of_a_deleted_alliance_comes_back)
{
	struct pool pool = { 0 };
	struct record rec;
	OK(store_undelete(store, binned(&pool, KIND_ALLIANCE), &why));
	load(store, "90000000-0000-0000-0000-000000000009", &rec);
	const struct profile *profile = record_profile(&rec);
	ck_assert_str_eq(rec.alliance.name, "Gone");
	ck_assert_int_eq(rec.alliance.started, 20000);
	ck_assert_str_eq(profile->type, "licensing");
	ck_assert_ptr_null(profile->ambitions);
	ck_assert_int_eq(profile->contract_ends, 20500);
	ck_assert_int_eq(profile->amendable, TRI_NO);
	ck_assert_str_eq(profile->exit_terms, "zzexit, \"so\"");
	ck_assert_int_eq(profile->litigation, TRI_YES);
	ck_assert_int_gt(profile->object.changed, INT64_C(1790000000200));
	ck_assert_str_eq(rec.parties[0].name, "Old, A");
	ck_assert_int_eq(rec.parties[0].ours, TRI_YES);
	ck_assert_int_eq(record_party_profile(&rec, 0)->size_class, SIZE_LARGE);
	ck_assert_int_eq(record_party_profile(&rec, 0)->has_sponsor, TRI_YES);
	ck_assert_int_eq(record_party_profile(&rec, 0)->stance, STANCE_RELUCTANT);
	ck_assert_int_eq(record_party_profile(&rec, 0)->escalated, TRI_NO);
	ck_assert_str_eq(rec.parties[1].label, "B");
	ck_assert_uint_eq(rec.party_profile_count, 2);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check()"), 0);
	record_release(&rec);
	pool_release(&pool);
}
END_TEST

START_TEST(test_store_profile_in_the_bin_is_forgotten_whole)
{
	struct pool pool = { 0 };
	struct texts mentions = { 0 }, copies = { 0 };
	const struct store_binned *gone = binned(&pool, KIND_ALLIANCE);
	const struct store_found found = { KIND_ALLIANCE, gone->key, gone->key, gone->id,
		gone->name };
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM change WHERE "
				 "coalesce(old, '') LIKE '%zzexit%'"),
		0);
	pool_release(&pool);
}
END_TEST

Suite *store_profile_suite(void)
{
	Suite *suite = suite_create("store_profile");
	TCase *tests = tcase_create("rounds"), *moved = tcase_create("moved");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_store_profile_of_a_file_of_before_is_that_of_each_round);
	tcase_add_test(tests, test_store_profile_of_an_earlier_round_stays);
	tcase_add_test(tests, test_store_profile_is_not_overwritten_by_a_file_of_before);
	tcase_add_test(tests, test_store_profile_of_ones_own_is_not_the_alliances);
	tcase_add_test(tests, test_store_profile_of_a_party_is_one);
	suite_add_tcase(suite, tests);
	tcase_add_checked_fixture(moved, migrate, tear_down_migrated);
	tcase_add_test(moved, test_store_profile_is_given_to_every_round);
	tcase_add_test(moved, test_store_profile_ends_undo_where_it_was_moved);
	tcase_add_test(moved, test_store_profile_of_a_deleted_round_comes_back);
	tcase_add_test(moved, test_store_profile_of_a_deleted_alliance_comes_back);
	tcase_add_test(moved, test_store_profile_in_the_bin_is_forgotten_whole);
	suite_add_tcase(suite, moved);
	return suite;
}
