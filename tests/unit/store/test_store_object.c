/* SPDX-License-Identifier: MIT */
/*
 * Objects of every kind: stored, loaded, changed, deleted.
 */
#include "store_fixture.h"

Suite *store_object_suite(void);

/* The schema and the database agree: every column of the table is a cell, and the reverse. */
START_TEST(test_store_cells_are_the_columns_of_the_table)
{
	struct store *store = open_store();
	enum kind kind = (enum kind)_i;
	const char *table = kind_info[kind].table;
	char sql[160];
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM pragma_table_info('%s')", table);
	ck_assert_int_eq(sql_number(store, sql), (int64_t)row_cells(kind));
	for (size_t i = 0; i < row_cells(kind); i++) {
		snprintf(sql, sizeof(sql),
			"SELECT count(*) FROM pragma_table_info('%s') WHERE name = '%s'", table,
			row_column(kind, i));
		ck_assert_msg(sql_number(store, sql) == 1, "%s.%s", table, row_column(kind, i));
	}
	store_close(store);
}
END_TEST

/* Beside what it belongs to, an object refers to others by a field, so that deleting follows it. */
START_TEST(test_store_references_cover_the_foreign_keys)
{
	struct store *store = open_store();
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		const struct kind_info *info = &kind_info[kind];
		int64_t known = (row_owner_cell(kind) >= 0) + (kind == KIND_ASSESSMENT);
		char sql[120];
		for (size_t i = 0; i < info->field_count; i++) {
			enum field_type type = info->fields[i].type;
			known += type == FIELD_REF || type == FIELD_ITEM;
			ck_assert(type != FIELD_REF || (int)info->fields[i].ref < kind);
		}
		snprintf(sql, sizeof(sql), "SELECT count(*) FROM pragma_foreign_key_list('%s')",
			info->table);
		ck_assert_msg(sql_number(store, sql) == known, "%s", info->table);
	}
	store_close(store);
}
END_TEST

START_TEST(test_store_kinds_have_codes_of_their_own)
{
	for (int a = 0; a < KIND_COUNT; a++) {
		ck_assert_int_gt(kind_info[a].code, 0);
		for (int b = 0; b < a; b++)
			ck_assert_int_ne(kind_info[a].code, kind_info[b].code);
	}
}
END_TEST

START_TEST(test_store_record_round_trip_keeps_every_field)
{
	struct record record, loaded;
	struct store *store = open_store();
	fill_record(&record);
	OK(store_add_record(store, &record, &why));
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; kind != KIND_ANSWER && i < record_count(&record, kind); i++) {
			const struct object *object = record_at(&record, kind, i);
			ck_assert_int_gt(object->key, 0);
			ck_assert(uuid_none(&object->id) ==
				!(kind_info[kind].has_id || kind == KIND_SEALED_KPI));
		}
	store_close(store);
	store = open_store();
	OK(store_load(store, record.assessment.object.key, &loaded, &why));
	ck_assert_ptr_eq(loaded.instrument, instrument_builtin());
	assert_same(&record, &loaded, true);
	ck_assert_ptr_nonnull(loaded.grid);
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

/* An object with nothing but what is required. */
START_TEST(test_store_record_round_trip_keeps_what_is_absent)
{
	struct record record, loaded;
	struct store *store = open_store();
	record_init(&record, instrument_builtin());
	record.alliance.name = "Bare";
	struct party *party = record_add(&record, KIND_PARTY);
	party->name = "Alone";
	struct respondent *respondent = record_add(&record, KIND_RESPONDENT);
	respondent->party = 0;
	respondent->role = ROLE_MANAGER;
	struct answer *answer = record_add(&record, KIND_ANSWER);
	answer->respondent = answer->item = 0;
	answer->state = STATE_DECLINED;
	struct kpi *kpi = record_add(&record, KIND_KPI);
	kpi->category = CATEGORY_STRATEGIC;
	kpi->name = "";
	struct checklist *row = record_add(&record, KIND_CHECKLIST);
	row->row = GOVERNANCE_DISPUTES;
	row->value = CHECK_UNKNOWN;
	record_settle(&record);
	OK(store_add_record(store, &record, &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM party WHERE label IS NULL"), 1);
	OK(store_load(store, record.assessment.object.key, &loaded, &why));
	assert_same(&record, &loaded, true);
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_put_unchanged_writes_nothing)
{
	struct record record;
	struct store *store = open_store();
	stored_record(store, &record);
	int64_t change = store_change(store);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < record_count(&record, kind); i++)
			OK(store_put(store, &record, kind, record_at(&record, kind, i), 0, &why));
	ck_assert_int_eq(store_change(store), change);
	record.answers[0].object.changed += 5000;
	OK(store_put(store, &record, KIND_ANSWER, &record.answers[0], 0, &why));
	ck_assert_int_eq(store_change(store), change);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_put_changes_one_field_of_each_kind)
{
	struct record record, loaded;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < kind_info[kind].field_count; i++) {
			const struct field *field = &kind_info[kind].fields[i];
			if ((kind == KIND_ANSWER && i < 4) || kind_is_kept(kind))
				continue;
			fill_field(&record, field, record_at(&record, kind, 0), 100 + (int)i, 1);
			OK(store_put(store, &record, kind, record_at(&record, kind, 0), 0, &why));
			record.assessment.sealed = DATE_NONE; /* it would hold for what comes */
		}
	record_settle(&record);
	record.sealed_kpi_count = record.sealed_actual_count = 0; /* gone with the seal */
	OK(store_load(store, key, &loaded, &why));
	assert_same(&record, &loaded, false);
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

/* Each try as if the one before had failed at its commit and was kept all the same. */
START_TEST(test_store_put_again_without_key_finds_the_row)
{
	static const enum kind kinds[] = { KIND_NOTE, KIND_ACTUAL, KIND_ROUTE, KIND_CHECKLIST,
		KIND_RISK };
	struct record record;
	struct store *store = open_store();
	stored_record(store, &record);
	struct object *object = record_add(&record, kinds[_i]);
	fill_object(&record, kinds[_i], object, 77, 0);
	OK(store_put(store, &record, kinds[_i], object, 0, &why));
	int64_t key = object->key, change = store_change(store);
	object->key = 0;
	OK(store_put(store, &record, kinds[_i], object, 0, &why));
	ck_assert_int_eq(object->key, key);
	ck_assert_int_eq(store_change(store), change);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_put_with_a_stale_key_spares_the_row_of_another)
{
	struct record record, loaded;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	OK(store_begin(store, key, NULL, &why));
	struct note *mine = record_add(&record, KIND_NOTE);
	mine->text = "mine";
	OK(store_put(store, &record, KIND_NOTE, mine, 0, &why));
	store_rollback(store);
	struct note *other = record_add(&record, KIND_NOTE);
	other->text = "other";
	OK(store_put(store, &record, KIND_NOTE, other, 0, &why));
	mine = &record.notes[2];
	ck_assert_int_eq(mine->object.key, record.notes[3].object.key);
	OK(store_put(store, &record, KIND_NOTE, mine, 0, &why));
	OK(store_load(store, key, &loaded, &why));
	ck_assert_uint_eq(loaded.note_count, 4);
	ck_assert_str_eq(loaded.notes[2].text, "other");
	ck_assert_str_eq(loaded.notes[3].text, "mine");
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_put_of_another_alliance_is_refused)
{
	struct record one, two;
	struct store *store = open_store();
	stored_record(store, &one);
	stored_record(store, &two);
	two.people[0].object.id = one.people[0].object.id;
	two.people[0].object.key = 0;
	ck_assert_int_eq(store_put(store, &two, KIND_PERSON, &two.people[0], 0, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "another alliance"));
	record_release(&one);
	record_release(&two);
	store_close(store);
}
END_TEST

/* Another program has deleted the alliance meanwhile: words, not those of a constraint. */
START_TEST(test_store_put_into_what_was_deleted_says_so)
{
	struct record record;
	struct store *store = open_store(), *other = open_store();
	stored_record(store, &record);
	OK(store_delete(other, &record, KIND_ALLIANCE, &record.alliance, &why));
	struct answer *answer = record_put_answer(&record, 0, 0);
	answer->state = answer->state == STATE_DECLINED ? STATE_DONT_KNOW : STATE_DECLINED;
	ck_assert_int_eq(store_put(store, &record, KIND_ANSWER, answer, 0, &why), ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(why.text, "another program has deleted it"));
	ck_assert_ptr_null(strstr(why.text, "constraint"));
	record_release(&record);
	store_close(other);
	store_close(store);
}
END_TEST

/* What a file cannot say cannot be stored either. */
START_TEST(test_store_put_refuses_what_an_export_could_not_hold)
{
	struct record record;
	struct store *store = open_store();
	stored_record(store, &record);
	struct plan_action action = record.actions[0];
	action.due = date_make(2201, 1, 1);
	ck_assert_int_eq(
		store_put(store, &record, KIND_PLAN_ACTION, &action, 0, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "date of the action"));
	action.due = date_make(2200, 12, 31);
	OK(store_put(store, &record, KIND_PLAN_ACTION, &action, 0, &why));
	action.effort_days = -1;
	ck_assert_int_eq(
		store_put(store, &record, KIND_PLAN_ACTION, &action, 0, &why), ERR_INVALID);
	struct kpi kpi = record.kpis[0];
	kpi.target = INFINITY;
	ck_assert_int_eq(store_put(store, &record, KIND_KPI, &kpi, 0, &why), ERR_INVALID);
	struct person person = record.people[0];
	person.planned = "2026-02-30T12:00";
	ck_assert_int_eq(store_put(store, &record, KIND_PERSON, &person, 0, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text,
		"`planned` of the person, \"2026-02-30T12:00\", is no date: that month has 28 "
		"days"));
	record.alliance.name = " ";
	ck_assert_int_eq(
		store_put(store, &record, KIND_ALLIANCE, &record.alliance, 0, &why), ERR_INVALID);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_commit_after_a_failure_keeps_nothing)
{
	struct record record, loaded;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	OK(store_begin(store, key, "both", &why));
	record.notes[0].text = "changed";
	OK(store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why));
	record.people[0].role = -1;
	ck_assert_int_eq(
		store_put(store, &record, KIND_PERSON, &record.people[0], 0, &why), ERR_INVALID);
	ck_assert_int_eq(store_commit(store, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(why.text, "`role` of the person"));
	OK(store_load(store, key, &loaded, &why));
	ck_assert_str_ne(loaded.notes[0].text, "changed");
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_add_record_adds_a_round_to_an_alliance)
{
	struct record first, second, loaded;
	int64_t *keys;
	struct store *store = open_store();
	stored_record(store, &first);
	OK(store_load(store, first.assessment.object.key, &second, &why));
	drop_round(&second);
	second.assessment.kind = ROUND_FOLLOW_UP;
	second.assessment.date += 90;
	struct person *person = record_add(&second, KIND_PERSON);
	person->party = 0;
	person->role = ROLE_SPONSOR;
	OK(store_add_record(store, &second, &why));
	ck_assert_uint_eq(store_rounds(store, first.alliance.object.key, &first.pool, &keys), 2);
	ck_assert_int_eq(keys[0], first.assessment.object.key);
	ck_assert_int_eq(keys[1], second.assessment.object.key);
	OK(store_load(store, keys[0], &loaded, &why));
	ck_assert_uint_eq(loaded.person_count, 3);
	ck_assert_uint_eq(loaded.answer_count, first.answer_count);
	record_release(&loaded);
	record_release(&first);
	record_release(&second);
	store_close(store);
}
END_TEST

START_TEST(test_store_load_of_a_deleted_round_says_so)
{
	struct record record, loaded;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	OK(store_delete(store, &record, KIND_ASSESSMENT, &record.assessment, &why));
	ck_assert_int_eq(store_load(store, key, &loaded, &why), ERR_USAGE);
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_deleted_ids_are_remembered)
{
	struct record record;
	struct pool pool = { 0 };
	struct store_deleted *list;
	size_t count;
	const char *what;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record);
	int64_t before = clock_ms();
	OK(store_deleted(store, record.alliance.object.key, &pool, &list, &count, &why));
	ck_assert_uint_eq(count, 0);
	OK(store_delete(store, &record, KIND_NOTE, &record.notes[1], &why));
	OK(store_deleted(store, record.alliance.object.key, &pool, &list, &count, &why));
	ck_assert_uint_eq(count, 1);
	ck_assert(uuid_same(&list[0].id, &record.notes[1].object.id));
	ck_assert_int_ge(list[0].at, before);
	ck_assert_int_eq(store_key(store, KIND_NOTE, &list[0].id), 0);
	OK(store_undo(store, key, &pool, &what, &why));
	OK(store_deleted(store, record.alliance.object.key, &pool, &list, &count, &why));
	ck_assert_uint_eq(count, 0);
	ck_assert_int_eq(store_key(store, KIND_NOTE, &record.notes[1].object.id),
		record.notes[1].object.key);
	pool_release(&pool);
	record_release(&record);
	store_close(store);
}
END_TEST

START_TEST(test_store_instrument_of_its_own_is_stored_once)
{
	struct instrument changed = *instrument_builtin(), own = *instrument_builtin();
	struct store *store = open_store();
	own.id = "own";
	own.source = "id: own";
	OK(store_put_instrument(store, &own, &why));
	OK(store_put_instrument(store, &own, &why));
	OK(store_put_instrument(store, instrument_builtin(), &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM instrument"), 2);
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM instrument WHERE content = 'id: own'"), 1);
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM item"), 2 * (int64_t)own.item_count);
	own.source = "id: own # changed";
	ck_assert_int_eq(store_put_instrument(store, &own, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "version of its own"));
	changed.item_count--;
	changed.source = "id: core";
	ck_assert_int_eq(store_put_instrument(store, &changed, &why), ERR_INVALID);
	store_close(store);
}
END_TEST

START_TEST(test_store_two_programs_write_by_turns)
{
	struct record one, two, loaded;
	struct store *a = open_store(), *b = open_store();
	int64_t key = stored_record(a, &one);
	OK(store_load(b, key, &two, &why));
	for (size_t i = 0; i < 40; i++) {
		struct answer *mine = &one.answers[i % 2 ? i : one.answer_count - 1 - i];
		struct answer *theirs = &two.answers[i % 2 ? two.answer_count - 1 - i : i];
		mine->comment = "a";
		theirs->comment = "b";
		OK(store_put(a, &one, KIND_ANSWER, mine, 0, &why));
		OK(store_put(b, &two, KIND_ANSWER, theirs, 0, &why));
	}
	OK(store_load(b, key, &loaded, &why));
	ck_assert_int_eq(store_change(a), store_change(b));
	ck_assert_int_eq(
		sql_number(a, "SELECT count(*) FROM answer WHERE comment IN ('a', 'b')"), 80);
	ck_assert_str_eq(loaded.answers[1].comment, "a");
	ck_assert_str_eq(loaded.answers[0].comment, "b");
	record_release(&loaded);
	record_release(&one);
	record_release(&two);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(test_store_sitting_survives_closing)
{
	struct record record;
	struct pool pool = { 0 };
	struct store_sitting sitting;
	bool found;
	struct store *store = open_store();
	int64_t key = stored_record(store, &record), respondent = record.respondents[1].object.key;
	OK(store_get_sitting(store, &record, respondent, &pool, &sitting, &found, &why));
	ck_assert(!found);
	int64_t change = store_change(store);
	struct store_sitting mine = { .respondent = respondent,
		.item = 3,
		.field = 2,
		.draft = "half a sent",
		.cursor = 4,
		.seconds = 321 };
	OK(store_put_sitting(store, &record,
		&(struct store_sitting){ .respondent = respondent, .item = -1 }, &why));
	OK(store_put_sitting(store, &record, &mine, &why));
	ck_assert_int_eq(store_change(store), change);
	record_release(&record);
	store_close(store);
	store = open_store();
	OK(store_load(store, key, &record, &why));
	OK(store_get_sitting(store, &record, respondent, &pool, &sitting, &found, &why));
	ck_assert(found);
	ck_assert_int_eq(sitting.item, 3);
	ck_assert_int_eq(sitting.field, 2);
	ck_assert_str_eq(sitting.draft, "half a sent");
	ck_assert_int_eq(sitting.cursor, 4);
	ck_assert_int_eq(sitting.seconds, 321);
	ck_assert(!sitting.finished);
	mine = (struct store_sitting){
		.respondent = respondent, .item = -1, .seconds = 400, .finished = true
	};
	OK(store_put_sitting(store, &record, &mine, &why));
	OK(store_get_sitting(store, &record, respondent, &pool, &sitting, &found, &why));
	ck_assert_int_eq(sitting.item, -1);
	ck_assert_ptr_null(sitting.draft);
	ck_assert(sitting.finished);
	OK(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[1], &why));
	OK(store_get_sitting(store, &record, respondent, &pool, &sitting, &found, &why));
	ck_assert(!found);
	pool_release(&pool);
	record_release(&record);
	store_close(store);
}
END_TEST

Suite *store_object_suite(void)
{
	Suite *suite = suite_create("store_object");
	TCase *tests = tcase_create("object");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_set_timeout(tests, 30);
	tcase_add_loop_test(tests, test_store_cells_are_the_columns_of_the_table, 0, KIND_COUNT);
	tcase_add_test(tests, test_store_put_into_what_was_deleted_says_so);
	tcase_add_test(tests, test_store_put_refuses_what_an_export_could_not_hold);
	tcase_add_test(tests, test_store_references_cover_the_foreign_keys);
	tcase_add_test(tests, test_store_kinds_have_codes_of_their_own);
	tcase_add_test(tests, test_store_record_round_trip_keeps_every_field);
	tcase_add_test(tests, test_store_record_round_trip_keeps_what_is_absent);
	tcase_add_test(tests, test_store_put_unchanged_writes_nothing);
	tcase_add_test(tests, test_store_put_changes_one_field_of_each_kind);
	tcase_add_loop_test(tests, test_store_put_again_without_key_finds_the_row, 0, 5);
	tcase_add_test(tests, test_store_put_with_a_stale_key_spares_the_row_of_another);
	tcase_add_test(tests, test_store_put_of_another_alliance_is_refused);
	tcase_add_test(tests, test_store_commit_after_a_failure_keeps_nothing);
	tcase_add_test(tests, test_store_add_record_adds_a_round_to_an_alliance);
	tcase_add_test(tests, test_store_load_of_a_deleted_round_says_so);
	tcase_add_test(tests, test_store_deleted_ids_are_remembered);
	tcase_add_test(tests, test_store_instrument_of_its_own_is_stored_once);
	tcase_add_test(tests, test_store_two_programs_write_by_turns);
	tcase_add_test(tests, test_store_sitting_survives_closing);
	suite_add_tcase(suite, tests);
	return suite;
}
