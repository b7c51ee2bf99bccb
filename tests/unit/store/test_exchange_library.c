/* SPDX-License-Identifier: MIT */
/*
 * An action of the library stands once an alliance, whoever has drawn up the plan: copies that do
 * so each for itself, and databases in which it went by the round, come together as one.
 */
#include "merge_help.h"

#include <rekindle/plan.h>

Suite *exchange_library_suite(void);

/* Two rounds, and nothing planned yet. */
static const char unplanned[] =
	"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES ","
	"'people': [{'id': 'p1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},"
	"{'id': 'p2', 'party': 'b', 'role': 'manager', 'name': 'Bo'},"
	"{'id': 'p3', 'party': 'b', 'role': 'operations', 'name': 'Cy'}]},"
	"'assessments': [{'id': 'one', 'date': '2026-11-20', 'title': 'One'},"
	"{'id': 'two', 'date': '2026-11-10', 'title': 'Two'}]}";

static const char *const library[] = { "collect_facts", "confirm_mandate", "hear_missing" };
#define LIBRARY ((unsigned)(sizeof(library) / sizeof(*library)))

/* What it was drawn up from: the alliance, or as before a round. */
enum drawn_from { FROM_ALLIANCE, FROM_ONE, FROM_TWO, FROMS };

static struct store *unplanned_store(void)
{
	struct store *store = memory();
	char *json = json_of(unplanned);
	take(store, json);
	free(json);
	return store;
}

static struct uuid round_id(struct store *store, struct record *rec, enum drawn_from from)
{
	struct uuid *ids;
	size_t count;
	if (from == FROM_ALLIANCE)
		return (struct uuid){ { 0 } };
	OK(store_round_ids(store, rec->alliance.object.key, &rec->pool, &ids, &count, &why));
	ck_assert_uint_eq(count, 2);
	bool ordered = memcmp(&ids[0], &ids[1], sizeof(*ids)) < 0;
	return ids[(from == FROM_ONE) != ordered];
}

static int find(const struct record *rec, const char *id)
{
	for (size_t i = 0; i < rec->action_count; i++)
		if (str_same(rec->actions[i].library, id))
			return (int)i;
	return -1;
}

static void draw(struct store *store, const char *id, enum drawn_from from, const char *findings,
	int64_t skew)
{
	struct record rec;
	load(store, &rec);
	struct plan_action *action = record_add(&rec, KIND_PLAN_ACTION);
	action->round = round_id(store, &rec, from);
	action->library = id;
	action->object.id = plan_action_uuid(
		from == FROM_ALLIANCE ? &rec.alliance.object.id : &action->round, id);
	action->active = TRI_YES;
	action->start = action->due = 20800;
	action->findings = findings;
	put_at(store, &rec, KIND_PLAN_ACTION, rec.action_count - 1, skew);
	record_release(&rec);
}

static void note_on(struct store *store, const char *id, const char *note, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	int at = find(&rec, id);
	ck_assert_int_ge(at, 0);
	rec.actions[at].note = note;
	put_at(store, &rec, KIND_PLAN_ACTION, (size_t)at, skew);
	record_release(&rec);
}

static void give_owner(struct store *store, const char *id, int person, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	struct owner *owner = record_add(&rec, KIND_ACTION_OWNER);
	*owner = (struct owner){ .of = find(&rec, id), .person = person };
	put_at(store, &rec, KIND_ACTION_OWNER, rec.action_owner_count - 1, skew);
	record_release(&rec);
}

static void delete_action(struct store *store, const char *id, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	delete_at(store, &rec, KIND_PLAN_ACTION, (size_t)find(&rec, id), skew);
	record_release(&rec);
}

/* Each hears of the other once. */
static void meet(struct store *a, struct store *b)
{
	char *of_a = give(a), *of_b = give(b);
	take(a, of_b);
	take(b, of_a);
	free(of_a);
	free(of_b);
	of_a = content(a);
	of_b = content(b);
	assert_alike(of_a, of_b, 0);
	free(of_a);
	free(of_b);
}

/* The program draws up a plan on two copies, and gives both actions the same ids. */
START_TEST(test_exchange_library_independent_plans_are_one)
{
	struct store *a = unplanned_store(), *b = copy_of(a), *const both[] = { a, b };
	struct record rec;
	size_t count = 0;
	for (int i = 0; i < 2; i++) {
		struct planned_action actions[2] = { { .id = library[0], .active = true },
			{ .id = library[1], .active = true } };
		struct plan draft = { .actions = actions,
			.action_count = 2,
			.active_count = 2,
			.start = 20800 + 7 * i,
			.horizon_months = 12 };
		int64_t *keys;
		load(both[i], &rec);
		store_rounds(both[i], rec.alliance.object.key, &rec.pool, &keys);
		int64_t key = keys[i];
		record_release(&rec);
		OK(store_load(both[i], key, &rec, &why));
		actions[0].start = actions[0].due = actions[1].start = actions[1].due =
			20800 + 7 * i;
		static const char *const proposed[PROPOSAL_COUNT];
		plan_keep(&rec, &draft, proposed);
		OK(store_put_plan(both[i], &rec, "plan", &why));
		count = rec.action_count;
		record_release(&rec);
	}
	meet(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.action_count, count);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* Drawn up for two rounds, by a database of before: what is later of both, the owners of both. */
START_TEST(test_exchange_library_of_two_rounds_is_one)
{
	struct store *a = unplanned_store(), *b = copy_of(a);
	struct exchange_report report;
	struct record rec;
	draw(a, library[0], _i ? FROM_TWO : FROM_ONE, "f.one", 0);
	draw(b, library[0], _i ? FROM_ONE : FROM_TWO, "f.two", DAY_MS);
	note_on(a, library[0], "said last", 2 * DAY_MS);
	give_owner(a, library[0], 0, 0);
	give_owner(b, library[0], 1, 0);
	merge_so(a, b, IMPORT_DRY, &report);
	bool told = false;
	for (size_t i = 0; i < report.difference_count; i++)
		told |= report.differences[i].kind == KIND_PLAN_ACTION &&
			str_same(report.differences[i].member, "id");
	ck_assert(told);
	exchange_report_release(&report);
	meet(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.action_count, 1);
	ck_assert_uint_eq(rec.action_owner_count, 2);
	ck_assert_str_eq(rec.actions[0].note, "said last");
	ck_assert_str_eq(rec.actions[0].findings, "f.two");
	struct uuid one = round_id(a, &rec, FROM_ONE), two = round_id(a, &rec, FROM_TWO);
	one = plan_action_uuid(&one, library[0]);
	two = plan_action_uuid(&two, library[0]);
	ck_assert(uuid_same(
		&rec.actions[0].object.id, memcmp(&one, &two, sizeof(one)) < 0 ? &one : &two));
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* A database in which a merge has left two of one. */
START_TEST(test_exchange_library_twins_become_one)
{
	struct store *a = unplanned_store(), *b = copy_of(a);
	struct record rec;
	struct pool pool = { 0 };
	const char *what;
	draw(a, library[0], FROM_ONE, "f.one", 0);
	give_owner(a, library[0], 0, 0);
	give_owner(a, library[0], 1, 0);
	draw(a, library[0], FROM_TWO, "f.two", DAY_MS);
	load(a, &rec);
	struct owner *owner = record_add(&rec, KIND_ACTION_OWNER);
	*owner = (struct owner){ .of = 1, .person = 2 };
	put_at(a, &rec, KIND_ACTION_OWNER, rec.action_owner_count - 1, DAY_MS);
	record_release(&rec);
	char *before = give(a);
	merge(_i ? b : a, _i ? a : b);
	load(_i ? b : a, &rec);
	ck_assert_uint_eq(rec.action_count, 1);
	ck_assert_str_eq(rec.actions[0].findings, "f.two");
	ck_assert_uint_eq(rec.action_owner_count, 2);
	for (size_t i = 0; i < 2; i++)
		ck_assert_int_ne(rec.action_owners[i].person, 1);
	record_release(&rec);
	if (!_i) {
		OK(store_undo(a, round_of(a), &pool, &what, &why));
		char *after = give(a);
		ck_assert(!strcmp(before, after));
		free(after);
	}
	free(before);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* Deleted under one name it is gone under any. */
START_TEST(test_exchange_library_deletion_is_of_all_its_names)
{
	struct store *a = unplanned_store(), *b = copy_of(a);
	struct record rec;
	draw(a, library[0], _i ? FROM_ONE : FROM_TWO, "f", 0);
	draw(b, library[0], _i ? FROM_TWO : FROM_ONE, "f", DAY_MS);
	delete_action(a, library[0], 2 * DAY_MS);
	meet(a, b);
	load(b, &rec);
	ck_assert_uint_eq(rec.action_count, 0);
	record_release(&rec);
	draw(b, library[0], FROM_ALLIANCE, "again", 3 * DAY_MS);
	meet(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.action_count, 1);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* One that no instrument has, of a later or another bank; its deletion says which it was. */
START_TEST(test_exchange_library_deletion_of_an_unknown_action_is_one)
{
	static const char unknown[] = "of_another_bank";
	struct store *a = unplanned_store(), *b = copy_of(a), *c = copy_of(a);
	struct record rec;
	draw(a, unknown, _i ? FROM_ONE : FROM_TWO, "f", 0);
	draw(b, unknown, _i ? FROM_TWO : FROM_ONE, "f", DAY_MS);
	delete_action(a, unknown, 2 * DAY_MS);
	merge(c, a);
	meet(a, b);
	meet(b, c);
	for (int i = 0; i < 3; i++) {
		load(i == 0 ? a : i == 1 ? b : c, &rec);
		ck_assert_uint_eq(rec.action_count, 0);
		record_release(&rec);
	}
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

/* Drawn up again by a clock that is behind the deletion of its other name. */
START_TEST(test_exchange_library_drawn_after_its_deletion_stands)
{
	struct store *a = unplanned_store(), *b = copy_of(a);
	struct record rec;
	draw(a, library[0], FROM_ONE, "f", 0);
	delete_action(a, library[0], 2 * DAY_MS);
	draw(a, library[0], FROM_TWO, "again", -DAY_MS);
	merge(b, a);
	load(b, &rec);
	ck_assert_uint_eq(rec.action_count, 1);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* What an owner who is named later brings back is as it was last known, whatever it went by then.
 */
START_TEST(test_exchange_library_comes_back_as_known_by_its_other_name)
{
	struct store *a = unplanned_store(), *b = copy_of(a);
	struct record rec;
	draw(a, library[0], _i ? FROM_ONE : FROM_TWO, "f", 0);
	note_on(a, library[0], "the last word", 3 * DAY_MS);
	delete_action(a, library[0], 4 * DAY_MS);
	draw(b, library[0], _i ? FROM_TWO : FROM_ONE, "f", 0);
	give_owner(b, library[0], 0, 5 * DAY_MS);
	merge(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.action_count, 1);
	ck_assert_str_eq(rec.actions[0].note, "the last word");
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* Random histories */

static void act(struct store *store)
{
	const char *id = library[roll(LIBRARY)];
	int64_t skew = (int64_t)roll(801) * DAY_MS - 400 * DAY_MS;
	struct record rec;
	struct pool pool = { 0 };
	load(store, &rec);
	int at = find(&rec, id), person = (int)roll(3);
	bool owned = false;
	for (size_t i = 0; i < rec.action_owner_count; i++)
		owned |= rec.action_owners[i].of == at &&
			rec.people[rec.action_owners[i].person].party == rec.people[person].party;
	record_release(&rec);
	unsigned choice = roll(8);
	if (at < 0)
		draw(store, id, (enum drawn_from)roll(FROMS),
			pool_printf(&pool, "f.%u", roll(1000)), skew);
	else if (choice < 3)
		note_on(store, id, pool_printf(&pool, "note %u", roll(1000)), skew);
	else if (choice < 6 && !owned)
		give_owner(store, id, person, skew);
	else if (choice == 7)
		delete_action(store, id, skew);
	pool_release(&pool);
}

#define COPIES 3
#define FILES (2 * COPIES)

START_TEST(test_exchange_library_files_in_any_order_give_one_result)
{
	struct store *copies[COPIES];
	char *files[FILES];
	int count = 2 + _i % 2;
	seed = 808 + (unsigned long)_i * 1000003;
	copies[0] = unplanned_store();
	for (int c = 1; c < count; c++)
		copies[c] = copy_of(copies[0]);
	for (int k = 0; k < 10; k++)
		for (int c = 0; c < count; c++) {
			if (k == 6 && _i % 3)
				merge(copies[c], copies[(c + 1) % count]);
			act(copies[c]);
			if (k == 4)
				files[c] = give(copies[c]);
		}
	for (int c = 0; c < count; c++)
		files[count + c] = give(copies[c]);
	assert_in_any_order(files, 2 * count);
	for (int i = 0; i < 2 * count; i++)
		free(files[i]);
	for (int c = 0; c < count; c++)
		store_close(copies[c]);
}
END_TEST

Suite *exchange_library_suite(void)
{
	Suite *suite = suite_create("exchange library");
	TCase *tests = tcase_create("library");
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_exchange_library_independent_plans_are_one);
	tcase_add_loop_test(tests, test_exchange_library_of_two_rounds_is_one, 0, 2);
	tcase_add_loop_test(tests, test_exchange_library_twins_become_one, 0, 2);
	tcase_add_loop_test(tests, test_exchange_library_deletion_is_of_all_its_names, 0, 2);
	tcase_add_loop_test(
		tests, test_exchange_library_deletion_of_an_unknown_action_is_one, 0, 2);
	tcase_add_test(tests, test_exchange_library_drawn_after_its_deletion_stands);
	tcase_add_loop_test(
		tests, test_exchange_library_comes_back_as_known_by_its_other_name, 0, 2);
	add_histories(tests, test_exchange_library_files_in_any_order_give_one_result, 24);
	suite_add_tcase(suite, tests);
	return suite;
}
