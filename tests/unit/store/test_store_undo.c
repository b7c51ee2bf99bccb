/* SPDX-License-Identifier: MIT */
/*
 * Undo and redo over the change log.
 */
#include <rekindle/words.h>

#include "store_fixture.h"

Suite *store_undo_suite(void);

static struct store *store;
static struct record record;
static struct pool pool;
static int64_t round_key;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	round_key = stored_record(store, &record);
}

static void tear_down(void)
{
	record_release(&record);
	pool_release(&pool);
	store_close(store);
	remove_folder_of_test();
}

static void reopen(void)
{
	store_close(store);
	store = open_store();
}

static const char *undo(void)
{
	const char *what;
	OK(store_undo(store, round_key, &pool, &what, &why));
	return what;
}

static const char *redo(void)
{
	const char *what;
	OK(store_redo(store, round_key, &pool, &what, &why));
	return what;
}

static void assert_stored(const struct record *expected)
{
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	assert_same(expected, &now, false);
	record_release(&now);
}

static int64_t count(const char *table)
{
	char sql[80];
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", table);
	return sql_number(store, sql);
}

START_TEST(test_store_undo_of_nothing_is_nothing)
{
	ck_assert_ptr_null(undo());
	ck_assert_ptr_null(redo());
}
END_TEST

/* What was handed out stays: test_store_edition_is_not_undone. */
static bool is_undone(enum kind kind)
{
	return kind != KIND_RELEASE && kind != KIND_RELEASE_RATING;
}

/* Said of a thing by what people call it, and of what became of it. */
static void assert_tells(const char *what, const char *verb)
{
	size_t n = strlen(what), tail = strlen(verb);
	ck_assert_uint_gt(n, tail + 1);
	ck_assert_str_eq(what + n - tail, verb);
	ck_assert_int_eq(what[n - tail - 1], ' ');
}

/* Every kind: add one, change one, delete one; back and forth, each with the file closed in
 * between. */
START_TEST(test_store_undo_and_redo_of_add_change_delete)
{
	enum kind kind = (enum kind)_i;
	const struct kind_info *info = &kind_info[kind];
	struct record start, added, changed, deleted;
	if (kind == KIND_ANSWER || !info->count || !is_undone(kind))
		return;
	OK(store_load(store, round_key, &start, &why));
	void *object = record_add(&record, kind);
	fill_object(&record, kind, object, 500, 1);
	OK(store_put(store, &record, kind, object, 0, &why));
	OK(store_load(store, round_key, &added, &why));
	fill_object(&record, kind, object, 601, 0);
	OK(store_put(store, &record, kind, object, 0, &why));
	OK(store_load(store, round_key, &changed, &why));
	OK(store_delete(store, &record, kind, object, &why));
	OK(store_load(store, round_key, &deleted, &why));
	assert_same(&start, &deleted, true);

	/* what is changed is called by its members where these are few */
	static const char *const verbs[] = { "added", NULL, "deleted" };
	struct record *const states[] = { &start, &added, &changed, &deleted };
	for (int i = 2; i >= 0; i--) {
		const char *what = undo();
		if (verbs[i])
			assert_tells(what, verbs[i]);
		assert_stored(states[i]);
		reopen();
	}
	ck_assert_ptr_null(undo());
	for (int i = 0; i < 3; i++) {
		const char *what = redo();
		if (verbs[i])
			assert_tells(what, verbs[i]);
		assert_stored(states[i + 1]);
		reopen();
	}
	ck_assert_ptr_null(redo());
	for (int i = 0; i < 4; i++)
		record_release(states[i]);
}
END_TEST

/* By its name, and what belongs to a side by that side. */
START_TEST(test_store_undo_calls_things_by_their_names)
{
	struct party *party = &record.parties[1];
	party->label = "Sled";
	OK(store_put(store, &record, KIND_PARTY, party, 0, &why));
	ck_assert_str_eq(undo(), "the party's short name");
	ck_assert_str_eq(redo(), "the party's short name");
	struct contribution *gives = record_add(&record, KIND_CONTRIBUTION);
	gives->party = 1;
	gives->brings = "drivers";
	OK(store_put(store, &record, KIND_CONTRIBUTION, gives, 0, &why));
	ck_assert_str_eq(undo(), "the contribution of Sled added");
	struct risk *risk = record_add(&record, KIND_RISK);
	risk->text = "Rates rise";
	OK(store_put(store, &record, KIND_RISK, risk, 0, &why));
	ck_assert_str_eq(undo(), "Rates rise added");
}
END_TEST

START_TEST(test_store_undo_of_answers_says_what_was_rated)
{
	int rated = 0;
	while (record.instrument->items[rated].kind != ITEM_RATED)
		rated++;
	struct answer *answer = &record.answers[rated];
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = 2 };
	OK(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
	answer->value.number = 4;
	OK(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
	answer->state = STATE_DONT_KNOW;
	answer->value = (struct value){ 0 };
	OK(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
	OK(store_delete(store, &record, KIND_ANSWER, answer, &why));
	ck_assert_str_eq(undo(), "the answer to A partner is needed for the goal deleted");
	ck_assert_str_eq(undo(), "A partner is needed for the goal, don't know instead of 4");
	ck_assert_str_eq(undo(), "A partner is needed for the goal, 4 instead of 2");
	int64_t before = clock_ms();
	struct record now;
	OK(store_load(store, round_key, &now, &why));
	ck_assert_int_eq(
		record_rating(&now, 0, rated), now.instrument->items[rated].reversed ? 4 : 2);
	/* put back now: a copy elsewhere must not win over it */
	ck_assert_int_ge(record_answer(&now, 0, rated)->object.changed, before - 1000);
	record_release(&now);
	ck_assert_str_eq(undo(), "A partner is needed for the goal, 2 instead of not applicable");
	ck_assert_str_eq(redo(), "A partner is needed for the goal, 2 instead of not applicable");
	ck_assert_str_eq(redo(), "A partner is needed for the goal, 4 instead of 2");
	ck_assert_str_eq(redo(), "A partner is needed for the goal, don't know instead of 4");
	ck_assert_str_eq(redo(), "the answer to A partner is needed for the goal deleted");
	ck_assert_ptr_null(redo());
}
END_TEST

/* What an answer is, is told whole: "clear goals, 4 instead of 2". */
static bool is_named(enum kind kind, const struct field *field)
{
	static const char *const answers[] = { "state", "value", "text", "reason" };
	for (size_t i = 0; kind == KIND_ANSWER && i < sizeof(answers) / sizeof(*answers); i++)
		if (!strcmp(field->name, answers[i]))
			return false;
	bool seals = kind == KIND_ASSESSMENT && !strcmp(field->name, "sealed");
	bool key = kind == KIND_ANSWER && field->type == FIELD_REF;
	return !seals && !key && !is_time_of_change(field) && field->type != FIELD_ITEM &&
		field->type != FIELD_UUID;
}

/* Another value of one member by itself; false: there is none, or it is not taken. */
static bool put_member(enum kind kind, const struct field *field)
{
	struct record was;
	void *object = record_at(&record, kind, 0);
	OK(store_load(store, round_key, &was, &why));
	fill_field(&record, field, object, 57, 1);
	bool other = !field_same(field, record_at(&was, kind, 0), object);
	record_release(&was);
	return other && !store_put(store, &record, kind, object, 0, &why);
}

/* Whatever member of whatever object is changed: what is undone names that member. */
START_TEST(test_store_undo_names_the_member_that_was_changed)
{
	int named = 0;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; record_count(&record, kind) && i < kind_info[kind].field_count;
			i++) {
			const struct field *field = &kind_info[kind].fields[i];
			if (is_named(kind, field) && put_member(kind, field)) {
				const char *what = undo(), *name = words_member(&pool, kind, field);
				ck_assert_msg(what && strstr(what, name), "%s of a %s: %s", name,
					kind_info[kind].name, what);
				named++;
			}
			record_release(&record);
			OK(store_load(store, round_key, &record, &why));
		}
	ck_assert_int_gt(named, 120);
}
END_TEST

START_TEST(test_store_undo_of_a_group_is_one_step)
{
	struct record before;
	OK(store_load(store, round_key, &before, &why));
	OK(store_begin(store, round_key, _i ? "2 objectives deleted" : NULL, &why));
	OK(store_delete(store, &record, KIND_OBJECTIVE, &record.objectives[0], &why));
	OK(store_delete(store, &record, KIND_OBJECTIVE, &record.objectives[1], &why));
	OK(store_commit(store, &why));
	ck_assert_int_eq(count("objective"), 0);
	const char *what = undo();
	if (_i)
		ck_assert_str_eq(what, "2 objectives deleted");
	else
		assert_tells(what, "deleted");
	assert_stored(&before);
	ck_assert_ptr_null(undo());
	OK(store_begin(store, round_key, NULL, &why));
	for (int i = 0; i < 2; i++) {
		record.objectives[i].measure = "another";
		OK(store_put(store, &record, KIND_OBJECTIVE, &record.objectives[i], 0, &why));
	}
	OK(store_commit(store, &why));
	ck_assert_str_eq(undo(), "2 objectives changed");
	record_release(&before);
}
END_TEST

START_TEST(test_store_undo_of_twice_the_same_row_in_a_group)
{
	struct record before;
	OK(store_load(store, round_key, &before, &why));
	OK(store_begin(store, round_key, "twice", &why));
	record.notes[0].text = "one";
	OK(store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why));
	record.notes[0].text = "two";
	OK(store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why));
	OK(store_delete(store, &record, KIND_NOTE, &record.notes[0], &why));
	OK(store_commit(store, &why));
	ck_assert_str_eq(undo(), "twice");
	assert_stored(&before);
	ck_assert_str_eq(redo(), "twice");
	ck_assert_int_eq(count("note"), 1);
	ck_assert_str_eq(undo(), "twice");
	assert_stored(&before);
	record_release(&before);
}
END_TEST

/* Whatever goes along with it comes back: answers, people, readings, references. */
START_TEST(test_store_undo_of_a_deletion_brings_all_back)
{
	static const enum kind kinds[] = { KIND_PARTY, KIND_PERSON, KIND_RESPONDENT, KIND_KPI,
		KIND_ASSESSMENT, KIND_ALLIANCE };
	static const struct {
		const char *table;
		int64_t left;
	} expected[] = { { "person", 1 }, { "person", 1 }, { "respondent", 1 }, { "actual", 1 },
		{ "note", 0 }, { "assessment", 0 } };
	struct record before;
	OK(store_load(store, round_key, &before, &why));
	OK(store_delete(store, &record, kinds[_i], record_at(&record, kinds[_i], 0), &why));
	ck_assert_int_eq(count(expected[_i].table), expected[_i].left);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	if (kinds[_i] == KIND_PERSON)
		ck_assert_int_eq(
			sql_number(store, "SELECT count(*) FROM respondent WHERE person IS NULL"),
			1);
	if (kinds[_i] == KIND_PARTY) {
		ck_assert_int_eq(
			sql_number(store, "SELECT count(*) FROM risk WHERE party IS NULL"), 1);
		ck_assert_int_eq(count("respondent"), 1);
		ck_assert_int_eq(count("contribution"), 1);
		ck_assert_int_eq(2 * count("answer"), (int64_t)before.answer_count);
	}
	ck_assert_int_ge(count("deleted"), 1);
	reopen();
	char words[128];
	snprintf(words, sizeof(words), "%s", undo());
	assert_tells(words, "deleted");
	assert_stored(&before);
	ck_assert_int_eq(count("deleted"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	reopen();
	ck_assert_str_eq(redo(), words);
	ck_assert_int_eq(count(expected[_i].table), expected[_i].left);
	ck_assert_str_eq(undo(), words);
	assert_stored(&before);
	record_release(&before);
}
END_TEST

/* As a face does it: read anew after undo and redo. */
static void put_note(const char *text)
{
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
	record.notes[0].text = text;
	OK(store_put(store, &record, KIND_NOTE, &record.notes[0], 0, &why));
}

static void assert_note(const char *text)
{
	char sql[120];
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM note WHERE text = '%s'", text);
	ck_assert_msg(sql_number(store, sql) == 1, "no note %s", text);
}

START_TEST(test_store_redo_is_gone_after_a_new_change)
{
	put_note("one");
	put_note("two");
	undo();
	assert_note("one");
	put_note("three");
	ck_assert_ptr_null(redo());
	undo();
	assert_note("one");
	undo();
	ck_assert_ptr_null(undo());
	/* forward again on the line that was taken, never on the one that was left */
	redo();
	assert_note("one");
	redo();
	assert_note("three");
	ck_assert_ptr_null(redo());
}
END_TEST

START_TEST(test_store_undo_walks_back_and_forth)
{
	char name[16];
	static const char walk[] = "uuurruuuurrrrrrruuuuuuu";
	int at = 6;
	for (int i = 1; i <= at; i++) {
		snprintf(name, sizeof(name), "n%d", i);
		put_note(name);
	}
	for (const char *step = walk; *step; step++) {
		bool moved = *step == 'u' ? undo() != NULL : redo() != NULL;
		ck_assert_int_eq(moved, *step == 'u' ? at > 0 : at < 6);
		at += !moved ? 0 : *step == 'u' ? -1 : 1;
		snprintf(name, sizeof(name), "n%d", at);
		if (at)
			assert_note(name);
	}
}
END_TEST

START_TEST(test_store_undo_is_of_one_assessment)
{
	struct record other;
	int64_t key = stored_record(store, &other);
	put_note("mine");
	other.notes[0].text = "theirs";
	OK(store_put(store, &other, KIND_NOTE, &other.notes[0], 0, &why));
	ck_assert_str_eq(undo(), "text of the note");
	ck_assert_ptr_null(undo());
	assert_note("theirs");
	const char *what;
	OK(store_undo(store, key, &pool, &what, &why));
	ck_assert_str_eq(what, "text of the note");
	OK(store_undo(store, 0, &pool, &what, &why));
	ck_assert_ptr_null(what);
	record_release(&other);
}
END_TEST

/* Another program's change under another scope: the row is not ours to turn back any more. */
START_TEST(test_store_undo_overwritten_since_is_refused)
{
	struct record theirs;
	const char *what;
	struct store *other = open_store();
	record_put_profile(&record)->exit_terms = "mine";
	OK(store_put(store, &record, KIND_PROFILE, record.profiles, 0, &why));
	OK(store_load(other, round_key, &theirs, &why));
	OK(store_begin(other, 0, NULL, &why));
	record_put_profile(&theirs)->exit_terms = "theirs";
	if (_i)
		OK(store_delete(other, &theirs, KIND_ALLIANCE, &theirs.alliance, &why));
	else
		OK(store_put(other, &theirs, KIND_PROFILE, theirs.profiles, 0, &why));
	OK(store_commit(other, &why));
	int64_t change = store_change(store);
	ck_assert_int_eq(store_undo(store, round_key, &pool, &what, &why), ERR_LOCKED);
	ck_assert_ptr_null(what);
	ck_assert_str_eq(why.text,
		"changed since by another program: the alliance's exit terms; nothing undone");
	ck_assert_int_eq(store_change(store), change);
	record_release(&theirs);
	store_close(other);
}
END_TEST

static void put_stance(struct store *in, struct record *from, int stance)
{
	record_put_party_profile(from, 1)->stance = stance;
	OK(store_put(in, from, KIND_PARTY_PROFILE, &from->party_profiles[1], 0, &why));
}

static int stance_now(void)
{
	return (int)sql_number(
		store, "SELECT stance FROM party_profile ORDER BY key LIMIT 1 OFFSET 1");
}

static const char *turned(struct store *in, bool redo)
{
	const char *what;
	OK((redo ? store_redo : store_undo)(in, round_key, &pool, &what, &why));
	return what;
}

/* Both go on from the same; the other writes last. */
START_TEST(test_store_undo_is_of_ones_own)
{
	struct record theirs;
	put_note("before");
	reopen();
	struct store *other = open_store();
	OK(store_load(other, round_key, &theirs, &why));
	put_stance(store, &record, STANCE_UNRESPONSIVE);
	theirs.notes[1].text = "theirs";
	OK(store_put(other, &theirs, KIND_NOTE, &theirs.notes[1], 0, &why));
	const char *what = turned(store, false);
	ck_assert_str_eq(what + strlen(what) - 9, "'s stance");
	assert_note("theirs");
	ck_assert_int_ne(stance_now(), STANCE_UNRESPONSIVE);
	/* then what was there before either was opened, and no more of the other's */
	ck_assert_ptr_nonnull(turned(store, false));
	assert_note("theirs");
	while (turned(store, false))
		assert_note("theirs");
	/* the other's redo is not of what was undone here */
	ck_assert_ptr_null(turned(other, true));
	ck_assert_ptr_nonnull(turned(store, true));
	/* over a restart everything that stands is before it */
	store_close(other);
	reopen();
	ck_assert_ptr_nonnull(turned(store, false));
	record_release(&theirs);
}
END_TEST

/* What the other has changed of the same object stays. */
START_TEST(test_store_undo_takes_back_only_what_was_changed)
{
	struct record theirs;
	struct store *other = open_store();
	put_stance(store, &record, STANCE_UNRESPONSIVE);
	OK(store_load(other, round_key, &theirs, &why));
	record_put_party_profile(&theirs, 1)->size_class = SIZE_GLOBAL;
	OK(store_put(other, &theirs, KIND_PARTY_PROFILE, &theirs.party_profiles[1], 0, &why));
	ck_assert_ptr_nonnull(turned(store, false));
	ck_assert_int_ne(stance_now(), STANCE_UNRESPONSIVE);
	ck_assert_int_eq(sql_number(store,
				 "SELECT size_class FROM party_profile ORDER BY key LIMIT 1 "
				 "OFFSET 1"),
		SIZE_GLOBAL);
	record_release(&theirs);
	OK(store_load(other, round_key, &theirs, &why));
	int third = (stance_now() + 1) % STANCE_COUNT;
	put_stance(other, &theirs, third);
	const char *what;
	ck_assert_int_eq(store_redo(store, round_key, &pool, &what, &why), ERR_LOCKED);
	ck_assert_int_eq(stance_now(), third);
	record_release(&theirs);
	store_close(other);
}
END_TEST

START_TEST(test_store_news_is_of_others_alone)
{
	struct record theirs;
	struct store *other = open_store();
	struct store_sitting sitting = { .respondent = record.respondents[0].object.key,
		.item = -1 };
	OK(store_load(other, round_key, &theirs, &why));
	ck_assert(!store_news(store));
	put_stance(store, &record, STANCE_UNRESPONSIVE);
	ck_assert(!store_news(store));
	ck_assert(store_news(other));
	ck_assert(!store_news(other));
	OK(store_put_sitting(other, &theirs, &sitting, &why));
	ck_assert(!store_news(store));
	theirs.notes[1].text = "theirs";
	OK(store_put(other, &theirs, KIND_NOTE, &theirs.notes[1], 0, &why));
	/* a change of one's own in between hides it not */
	put_note("ours");
	ck_assert(store_news(store));
	ck_assert(!store_news(store));
	store_rollback(store);
	OK(store_begin(store, round_key, NULL, &why));
	OK(store_delete(store, &record, KIND_NOTE, &record.notes[0], &why));
	store_rollback(store);
	ck_assert(!store_news(store));
	record_release(&theirs);
	store_close(other);
}
END_TEST

START_TEST(test_store_undo_only_adds_to_the_log)
{
	put_note("one");
	put_note("two");
	int64_t last = store_change(store);
	char sql[200];
	snprintf(sql, sizeof(sql),
		"CREATE TEMP TABLE kept AS SELECT * FROM change WHERE seq <= %" PRId64, last);
	sql_run(store, sql);
	undo();
	undo();
	redo();
	ck_assert_int_eq(store_change(store), last + 3);
	ck_assert_int_eq(
		sql_number(store,
			"SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM change)"),
		0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM change WHERE target > 0"), 2);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM change WHERE target < 0"), 1);
}
END_TEST

static void assert_text_round_trip(const struct row *row, const char *expected, int64_t at)
{
	struct str text, again;
	struct row back;
	str_init(&text);
	str_init(&again);
	row_encode(&text, row, at);
	if (expected)
		ck_assert_str_eq(text.text, expected);
	row_decode(text.text, row->kind, row->cell[0].whole, row_item(row), at, &pool, &back);
	ck_assert_uint_eq(back.count, row->count);
	row_encode(&again, &back, at);
	ck_assert_str_eq(again.text, text.text);
	for (size_t i = 0; i < row->count; i++)
		if (row->cell[i].type != CELL_REAL)
			ck_assert_msg(cell_same(&row->cell[i], &back.cell[i]), "cell %zu of %s", i,
				text.text);
	str_release(&text);
	str_release(&again);
}

START_TEST(test_store_log_text_is_compact_and_exact)
{
	struct row row;
	row_init(&pool, KIND_ANSWER, &row);
	for (size_t i = 0; i < 2; i++)
		row.cell[i] = (struct cell){ .type = CELL_WHOLE, .whole = 7 + (int64_t)i };
	assert_text_round_trip(&row, "", 1000);
	row.cell[row_column_cell(KIND_ANSWER, "state")] =
		(struct cell){ .type = CELL_WHOLE, .whole = STATE_ANSWERED };
	row.cell[row_rating_cell(KIND_ANSWER)] = (struct cell){ .type = CELL_WHOLE, .whole = 4 };
	row.cell[row_column_cell(KIND_ANSWER, "changed")] =
		(struct cell){ .type = CELL_WHOLE, .whole = INT64_C(1790000000123) };
	assert_text_round_trip(&row, ",0,4,@", INT64_C(1790000000123));
	assert_text_round_trip(&row, ",0,4,@-2", INT64_C(1790000000125));
	assert_text_round_trip(&row, ",0,4,1790000000123", 0);
	row.cell[row_column_cell(KIND_ANSWER, "text")] =
		(struct cell){ .type = CELL_TEXT, .text = "say \"no\", twice\"\"" };
	row.cell[row_column_cell(KIND_ANSWER, "evidence")] =
		(struct cell){ .type = CELL_TEXT, .text = "" };
	assert_text_round_trip(
		&row, ",0,4,@,,\"say \"\"no\"\", twice\"\"\"\"\",,,,\"\"", INT64_C(1790000000123));
	row.cell[row_rating_cell(KIND_ANSWER)] = (struct cell){ 0 };
	row.cell[row_column_cell(KIND_ANSWER, "value")] =
		(struct cell){ .type = CELL_TEXT, .text = "40 30 20 10" };
	row.cell[row_column_cell(KIND_ANSWER, "text")] = (struct cell){ 0 };
	row.cell[row_column_cell(KIND_ANSWER, "evidence")] = (struct cell){ 0 };
	assert_text_round_trip(&row, ",0,\"40 30 20 10\",@", INT64_C(1790000000123));
	static const double reals[] = { 0, 3, -12, 0.1, 1e300, -1.0 / 3, 1e14 + 0.5, 5e-324 };
	for (size_t i = 0; i < sizeof(reals) / sizeof(*reals); i++) {
		struct row actual, back;
		struct str text;
		row_init(&pool, KIND_ACTUAL, &actual);
		actual.cell[0] = (struct cell){ .type = CELL_WHOLE, .whole = 1 };
		actual.cell[4] = (struct cell){ .type = CELL_REAL, .real = reals[i] };
		assert_text_round_trip(&actual, NULL, 0);
		str_init(&text);
		row_encode(&text, &actual, 0);
		row_decode(text.text, KIND_ACTUAL, 1, 0, 0, &pool, &back);
		double read = back.cell[4].type == CELL_REAL ? back.cell[4].real
							     : (double)back.cell[4].whole;
		ck_assert(read == reals[i]);
		str_release(&text);
	}
}
END_TEST

Suite *store_undo_suite(void)
{
	Suite *suite = suite_create("store_undo");
	TCase *tests = tcase_create("undo");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_store_undo_of_nothing_is_nothing);
	tcase_add_loop_test(tests, test_store_undo_and_redo_of_add_change_delete, 0, KIND_COUNT);
	tcase_add_test(tests, test_store_undo_calls_things_by_their_names);
	tcase_add_test(tests, test_store_undo_of_answers_says_what_was_rated);
	tcase_add_test(tests, test_store_undo_names_the_member_that_was_changed);
	tcase_add_loop_test(tests, test_store_undo_of_a_group_is_one_step, 0, 2);
	tcase_add_test(tests, test_store_undo_of_twice_the_same_row_in_a_group);
	tcase_add_loop_test(tests, test_store_undo_of_a_deletion_brings_all_back, 0, 6);
	tcase_add_test(tests, test_store_redo_is_gone_after_a_new_change);
	tcase_add_test(tests, test_store_undo_walks_back_and_forth);
	tcase_add_test(tests, test_store_undo_is_of_one_assessment);
	tcase_add_loop_test(tests, test_store_undo_overwritten_since_is_refused, 0, 2);
	tcase_add_test(tests, test_store_undo_is_of_ones_own);
	tcase_add_test(tests, test_store_undo_takes_back_only_what_was_changed);
	tcase_add_test(tests, test_store_news_is_of_others_alone);
	tcase_add_test(tests, test_store_undo_only_adds_to_the_log);
	tcase_add_test(tests, test_store_log_text_is_compact_and_exact);
	suite_add_tcase(suite, tests);
	return suite;
}
