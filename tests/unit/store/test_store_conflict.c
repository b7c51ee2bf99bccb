/* SPDX-License-Identifier: MIT */
/*
 * Two programs on one database: what each has changed stays, and what both have changed is chosen.
 */
#include <sys/wait.h>

#include "store_fixture.h"

Suite *store_conflict_suite(void);

static struct store *store, *other;
static struct record record, theirs;
static int64_t round_key;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	round_key = stored_record(store, &record);
	other = open_store();
	OK(store_load(other, round_key, &theirs, &why));
}

static void tear_down(void)
{
	record_release(&record);
	record_release(&theirs);
	store_close(other);
	store_close(store);
	remove_folder_of_test();
}

static enum err put(struct store *in, struct record *from, enum kind kind, size_t i)
{
	return store_put(in, from, kind, record_at(from, kind, i), 0, &why);
}

static void load_again(struct store *in, struct record *into)
{
	record_release(into);
	OK(store_load(in, round_key, into, &why));
}

static const struct store_conflict *only_conflict(void)
{
	size_t count;
	const struct store_conflict *list = store_conflicts(store, &count);
	ck_assert_uint_eq(count, 1);
	return list;
}

static void no_conflict(void)
{
	size_t count;
	store_conflicts(store, &count);
	ck_assert_uint_eq(count, 0);
}

/* The working group by one, its members by the other who has an older charter before them. */
START_TEST(test_store_writes_only_what_was_changed)
{
	theirs.alliance.charter.text[CHARTER_WORKING] = "every Monday";
	OK(put(other, &theirs, KIND_ALLIANCE, 0));
	record.alliance.charter.text[CHARTER_WORKING_MEMBERS] = "Ana, Bo";
	OK(put(store, &record, KIND_ALLIANCE, 0));
	no_conflict();
	/* what is at hand is what is stored, so that the next change takes nothing back either */
	ck_assert_str_eq(record.alliance.charter.text[CHARTER_WORKING], "every Monday");
	record.alliance.charter.text[CHARTER_WORKING_MEMBERS] = "Bo";
	OK(put(store, &record, KIND_ALLIANCE, 0));
	load_again(other, &theirs);
	ck_assert_str_eq(theirs.alliance.charter.text[CHARTER_WORKING], "every Monday");
	ck_assert_str_eq(theirs.alliance.charter.text[CHARTER_WORKING_MEMBERS], "Bo");
}
END_TEST

START_TEST(test_store_comment_of_a_file_is_not_erased_by_a_flag)
{
	struct answer *answer = &record.answers[3];
	theirs.answers[3].comment = "from the file";
	theirs.answers[3].object.changed = clock_ms() + 5;
	OK(store_begin(other, round_key, "import", &why));
	store_keep_stamps(other);
	OK(put(other, &theirs, KIND_ANSWER, 3));
	OK(store_commit(other, &why));
	answer->flag = answer->flag == TRI_YES ? TRI_NO : TRI_YES;
	OK(put(store, &record, KIND_ANSWER, 3));
	ck_assert_str_eq(answer->comment, "from the file");
	load_again(other, &theirs);
	ck_assert_str_eq(theirs.answers[3].comment, "from the file");
	ck_assert_int_eq(theirs.answers[3].flag, answer->flag);
}
END_TEST

START_TEST(test_store_same_change_by_both_is_no_conflict)
{
	record_put_party_profile(&record, 1)->stance =
		record_put_party_profile(&theirs, 1)->stance = STANCE_RELUCTANT;
	OK(put(other, &theirs, KIND_PARTY_PROFILE, 1));
	int64_t change = store_change(store);
	OK(put(store, &record, KIND_PARTY_PROFILE, 1));
	no_conflict();
	ck_assert_int_eq(store_change(store), change);
}
END_TEST

/* The log writes a whole number in the same way, whatever its column holds. */
START_TEST(test_store_merges_numbers_of_every_kind)
{
	record.kpis[0].target = theirs.kpis[0].target = 5;
	OK(put(store, &record, KIND_KPI, 0));
	load_again(other, &theirs);
	theirs.kpis[0].unit = "days";
	OK(put(other, &theirs, KIND_KPI, 0));
	theirs.kpis[0].target = 7;
	OK(put(other, &theirs, KIND_KPI, 0));
	record.kpis[0].name = "Time to market";
	OK(put(store, &record, KIND_KPI, 0));
	ck_assert(record.kpis[0].target == 7);
	ck_assert_str_eq(record.kpis[0].unit, "days");
}
END_TEST

/* One takes out the first decision while the other files the second: side by side as they stand,
 * the wrong one would be filed. */
START_TEST(test_store_minutes_and_their_places_are_in_dispute_together)
{
	struct meeting *meeting = record_add(&record, KIND_MEETING);
	size_t at = record.meeting_count - 1;
	meeting->body = "working group";
	meeting->decisions = "One\nTwo";
	OK(put(store, &record, KIND_MEETING, at));
	load_again(other, &theirs);
	theirs.meetings[at].decisions = "Two";
	OK(put(other, &theirs, KIND_MEETING, at));
	record.meetings[at].notes = "Bo was not there";
	record.meetings[at].notes_filed = "action name_sponsor";
	OK(put(store, &record, KIND_MEETING, at));
	ck_assert_str_eq(record.meetings[at].decisions, "Two");
	theirs.meetings[at].notes = "Nobody was there";
	ck_assert_int_eq(put(other, &theirs, KIND_MEETING, at), ERR_LOCKED);
	load_again(other, &theirs);
	theirs.meetings[at].decisions = "Three";
	OK(put(other, &theirs, KIND_MEETING, at));
	record.meetings[at].decisions_filed = "action name_sponsor";
	ck_assert_int_eq(put(store, &record, KIND_MEETING, at), ERR_LOCKED);
}
END_TEST

static void disagree(void)
{
	record.parties[1].label = "Sled";
	OK(put(store, &record, KIND_PARTY, 1));
	OK(put(store, &record, KIND_PARTY_PROFILE, 1));
	load_again(other, &theirs);
	record_put_party_profile(&record, 1)->stance = STANCE_ENGAGED;
	record_put_party_profile(&record, 1)->size_class = SIZE_GLOBAL;
	OK(put(store, &record, KIND_PARTY_PROFILE, 1));
	load_again(other, &theirs);
	record_put_party_profile(&theirs, 1)->stance = STANCE_UNRESPONSIVE;
	OK(put(other, &theirs, KIND_PARTY_PROFILE, 1));
	record_put_party_profile(&record, 1)->stance = STANCE_RELUCTANT;
	record_put_party_profile(&record, 1)->size_class = SIZE_SMALL;
}

/* Nothing of the object is written, and the person has both values. */
START_TEST(test_store_conflict_has_both_values)
{
	disagree();
	int64_t change = store_change(store);
	ck_assert_int_eq(put(store, &record, KIND_PARTY_PROFILE, 1), ERR_LOCKED);
	ck_assert_int_eq(store_change(store), change);
	const struct store_conflict *conflict = only_conflict();
	ck_assert_int_eq(conflict->kind, KIND_PARTY_PROFILE);
	ck_assert_int_eq(conflict->key, record.party_profiles[1].object.key);
	ck_assert_str_eq(conflict->member, "stance");
	ck_assert_str_eq(conflict->what, "Sled's stance");
	ck_assert_str_eq(conflict->there, "unresponsive");
	ck_assert_str_eq(conflict->ours, "reluctant");
	ck_assert(!conflict->shown || !strcmp(conflict->shown, "engaged"));
	ck_assert_str_eq(why.text,
		"another program has changed Sled's stance since it was shown here: it is "
		"\"unresponsive\" now, and \"reluctant\" was not written; look at it again");
	ck_assert_int_eq(put(store, &record, KIND_PARTY_PROFILE, 1), ERR_LOCKED);
}
END_TEST

START_TEST(test_store_conflict_is_settled_either_way)
{
	enum store_choice choice = _i ? STORE_OURS : STORE_THEIRS;
	disagree();
	ck_assert_int_eq(put(store, &record, KIND_PARTY_PROFILE, 1), ERR_LOCKED);
	OK(store_settle(store, choice, &why));
	no_conflict();
	load_again(store, &record);
	ck_assert_int_eq(record_party_profile(&record, 1)->stance,
		choice == STORE_OURS ? STANCE_RELUCTANT : STANCE_UNRESPONSIVE);
	/* what nobody else has touched is written in any case */
	ck_assert_int_eq(record_party_profile(&record, 1)->size_class, SIZE_SMALL);
	OK(store_settle(store, choice, &why));
}
END_TEST

/* What was chosen between is not what would be overwritten. */
START_TEST(test_store_conflict_is_asked_again_when_it_has_moved_on)
{
	disagree();
	ck_assert_int_eq(put(store, &record, KIND_PARTY_PROFILE, 1), ERR_LOCKED);
	record_put_party_profile(&theirs, 1)->stance = STANCE_ENGAGED;
	record_put_party_profile(&theirs, 1)->escalated = TRI_YES;
	OK(put(other, &theirs, KIND_PARTY_PROFILE, 1));
	enum err err = store_settle(store, STORE_OURS, &why);
	/* it is as it was shown at first: nobody's change is overwritten */
	OK(err);
	load_again(store, &record);
	ck_assert_int_eq(record_party_profile(&record, 1)->stance, STANCE_RELUCTANT);
	ck_assert_int_eq(record_party_profile(&record, 1)->escalated, TRI_YES);

	load_again(other, &theirs);
	disagree();
	ck_assert_int_eq(put(store, &record, KIND_PARTY_PROFILE, 1), ERR_LOCKED);
	record_put_party_profile(&theirs, 1)->size_class = SIZE_LARGE;
	OK(put(other, &theirs, KIND_PARTY_PROFILE, 1));
	ck_assert_int_eq(store_settle(store, STORE_OURS, &why), ERR_LOCKED);
	size_t count;
	store_conflicts(store, &count);
	ck_assert_uint_eq(count, 2);
	OK(store_settle(store, STORE_OURS, &why));
	load_again(store, &record);
	ck_assert_int_eq(record_party_profile(&record, 1)->size_class, SIZE_SMALL);
}
END_TEST

/* An answer is one thing: a rating never stands beside another's "don't know". */
START_TEST(test_store_conflict_of_an_answer_is_about_all_of_it)
{
	size_t rated = 0;
	while (record.instrument->items[record.answers[rated].item].kind != ITEM_RATED)
		rated++;
	struct answer *ours = &record.answers[rated], *its = &theirs.answers[rated];
	ours->state = its->state = STATE_ANSWERED;
	ours->value = its->value = (struct value){ .type = VALUE_NUMBER, .number = 3 };
	OK(put(store, &record, KIND_ANSWER, rated));
	load_again(other, &theirs);
	its = &theirs.answers[rated];
	its->value.number = 5;
	OK(put(other, &theirs, KIND_ANSWER, rated));
	ours->state = STATE_DONT_KNOW;
	ours->value = (struct value){ 0 };
	ours->comment = "ours";
	ck_assert_int_eq(put(store, &record, KIND_ANSWER, rated), ERR_LOCKED);
	ck_assert_str_eq(only_conflict()->there, "5");
	ck_assert_str_eq(only_conflict()->ours, "don't know");
	OK(store_settle(store, STORE_THEIRS, &why));
	load_again(store, &record);
	ck_assert_int_eq(record.answers[rated].state, STATE_ANSWERED);
	ck_assert(record.answers[rated].value.number == 5);
	ck_assert_str_eq(record.answers[rated].comment, "ours");
}
END_TEST

START_TEST(test_store_conflict_with_a_deletion)
{
	OK(store_delete(other, &theirs, KIND_OBJECTIVE, &theirs.objectives[0], &why));
	record.objectives[0].why = "they left";
	ck_assert_int_eq(put(store, &record, KIND_OBJECTIVE, 0), ERR_LOCKED);
	size_t count;
	const struct store_conflict *list = store_conflicts(store, &count);
	ck_assert_uint_eq(count, 2); /* it, and what was to be written */
	ck_assert(list[0].deleted && !list[0].ours);
	ck_assert(list[1].deleted);
	ck_assert_str_eq(list[1].member, "reason");
	ck_assert_str_eq(list[1].ours, "they left");
	OK(store_settle(store, _i ? STORE_OURS : STORE_THEIRS, &why));
	load_again(store, &record);
	ck_assert_uint_eq(record.objective_count, _i ? 2 : 1);
	if (_i)
		ck_assert_str_eq(record.objectives[0].why, "they left");
}
END_TEST

/* There is one plan, whoever draws it up first; what is in dispute about it has words. */
START_TEST(test_store_conflict_of_the_plan)
{
	if (_i)
		OK(store_delete(store, &record, KIND_PLAN, record.plans, &why));
	load_again(store, &record);
	load_again(other, &theirs);
	record_put_plan(&theirs)->start = 20000;
	OK(put(other, &theirs, KIND_PLAN, 0));
	record_put_plan(&record)->start = 20007;
	ck_assert_int_eq(put(store, &record, KIND_PLAN, 0), ERR_LOCKED);
	ck_assert_str_eq(only_conflict()->what, "start of the plan");
	ck_assert_str_eq(only_conflict()->there, "2024-10-04");
	ck_assert_str_eq(only_conflict()->ours, "2024-10-11");
	OK(store_settle(store, STORE_OURS, &why));
	load_again(store, &record);
	ck_assert_uint_eq(record.plan_count, 1);
	ck_assert_int_eq(record.plans->start, 20007);
}
END_TEST

START_TEST(test_store_conflict_names_the_round_of_the_plan)
{
	theirs.plans->round = theirs.assessment.object.id;
	OK(put(other, &theirs, KIND_PLAN, 0));
	record.plans->round = (struct uuid){ { 9 } };
	ck_assert_int_eq(put(store, &record, KIND_PLAN, 0), ERR_LOCKED);
	ck_assert_str_eq(only_conflict()->what, "round of the plan");
	ck_assert_ptr_nonnull(only_conflict()->there);
	ck_assert(!strncmp(only_conflict()->there, record.assessment.title, 5));
	ck_assert_ptr_null(only_conflict()->ours);
}
END_TEST

START_TEST(test_store_deletes_only_what_was_shown)
{
	theirs.notes[0].text = "by the other";
	OK(put(other, &theirs, KIND_NOTE, 0));
	ck_assert_int_eq(
		store_delete(store, &record, KIND_NOTE, &record.notes[0], &why), ERR_LOCKED);
	ck_assert_str_eq(why.text,
		"another program has changed by the other since it was shown here; nothing was "
		"changed: look at it again, then repeat it");
	load_again(store, &record);
	OK(store_delete(store, &record, KIND_NOTE, &record.notes[0], &why));
}
END_TEST

/* A try that was taken back is no other program. */
START_TEST(test_store_conflict_is_not_with_a_try_taken_back)
{
	record.notes[0].text = "tried";
	OK(store_begin(store, round_key, NULL, &why));
	OK(put(store, &record, KIND_NOTE, 0));
	store_rollback(store);
	record.notes[0].text = "tried again";
	OK(put(store, &record, KIND_NOTE, 0));
	no_conflict();
	load_again(other, &theirs);
	ck_assert_str_eq(theirs.notes[0].text, "tried again");
}
END_TEST

/* Random edits by two, each with a record that is loaded anew now and then. For each member there
 * is the value that the last one to write it has chosen: it must be what is stored. */
enum { MEMBERS = 4, STEPS = 600 };
static uint64_t state = 88172645463325252u;

static int dice(int sides)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (int)((state * 2685821657736338717u >> 33) % (uint64_t)sides);
}

static const char *expected[MEMBERS];

static const char **member_of(struct record *in, int member)
{
	const char **members[MEMBERS] = { &in->notes[0].text, &in->notes[0].filed,
		&in->notes[1].text, &in->notes[1].filed };
	return members[member];
}

static void edit(struct store *in, struct record *from, int member, const char *text)
{
	const char *shown = *member_of(from, member);
	*member_of(from, member) = text;
	enum err err = put(in, from, KIND_NOTE, (size_t)member / 2);
	if (!err) {
		/* never over something that was not shown */
		ck_assert_msg(str_same(shown, expected[member]), "%s was overwritten unseen by %s",
			expected[member], text);
		expected[member] = text;
		return;
	}
	size_t count;
	const struct store_conflict *conflict = store_conflicts(in, &count);
	ck_assert_int_eq(err, ERR_LOCKED);
	ck_assert_uint_eq(count, 1);
	ck_assert(str_same(conflict->there, expected[member]));
	ck_assert(str_same(conflict->ours, text));
	bool keep = dice(2);
	OK(store_settle(in, keep ? STORE_OURS : STORE_THEIRS, &why));
	if (keep)
		expected[member] = text;
	load_again(in, from);
}

START_TEST(test_store_of_two_loses_no_change_unasked)
{
	struct pool pool = { 0 };
	struct store *const stores[] = { store, other };
	struct record *const records[] = { &record, &theirs };
	for (int i = 0; i < MEMBERS; i++)
		expected[i] = pool_strdup(&pool, *member_of(&record, i));
	for (int step = 0; step < STEPS; step++) {
		int who = dice(2), member = dice(MEMBERS);
		if (dice(5) == 0)
			load_again(stores[who], records[who]);
		edit(stores[who], records[who], member, pool_printf(&pool, "%d of %d", step, who));
	}
	load_again(store, &record);
	for (int i = 0; i < MEMBERS; i++)
		ck_assert_str_eq(*member_of(&record, i), expected[i]);
	pool_release(&pool);
}
END_TEST

/* The same by two processes: each tells of every change that was made unasked what it had shown and
 * what it wrote. The log must say of each that it replaced what was shown. */
enum { EDITS = 120, TOLD = 64 };

struct told {
	char shown[TOLD], wrote[TOLD];
};

/* Two that write without a pause may keep a third waiting for longer than it waits, the more the
 * slower the disk: it is told so, and tries again, as a person does. */
#define AGAIN(store, err, call)                                                                    \
	do                                                                                         \
		err = (call);                                                                      \
	while (err == ERR_LOCKED && store_is_busy(store))

static void edit_for(int out, int who)
{
	struct record mine;
	struct store *in;
	enum err err;
	char text[TOLD];
	do
		err = store_open(path, STORE_EXISTING, &in, &why);
	while (err == ERR_LOCKED);
	AGAIN(in, err, err ? err : store_load(in, round_key, &mine, &why));
	state += (uint64_t)who * 7919;
	for (int i = 0; i < EDITS; i++) {
		struct told told = { .shown = "" };
		const char **member = &mine.notes[0].text;
		snprintf(told.shown, TOLD, "%s", *member);
		snprintf(told.wrote, TOLD, "edit %d of %d", i, who);
		snprintf(text, TOLD, "%s", told.wrote);
		*member = text;
		AGAIN(in, err, put(in, &mine, KIND_NOTE, 0));
		if (!err && write(out, &told, sizeof(told)) != sizeof(told))
			_exit(1);
		if (err == ERR_LOCKED)
			store_settle(in, dice(2) ? STORE_OURS : STORE_THEIRS, &why);
		if (!err && dice(3) > 0)
			continue;
		record_release(&mine);
		AGAIN(in, err, store_load(in, round_key, &mine, &why));
		if (err)
			_exit(2);
	}
	record_release(&mine);
	store_close(in);
	_exit(0);
}

START_TEST(test_store_of_two_processes_loses_no_change_unasked)
{
	int pipes[2], told_of = 0;
	struct told told;
	char sql[512];
	pid_t pids[2];
	struct told *all = NULL;
	record.notes[0].text = "at first";
	OK(put(store, &record, KIND_NOTE, 0));
	ck_assert_int_eq(pipe(pipes), 0);
	for (int who = 0; who < 2; who++)
		if (!(pids[who] = fork()))
			edit_for(pipes[1], who);
	close(pipes[1]);
	while (read(pipes[0], &told, sizeof(told)) == sizeof(told)) {
		all = realloc(all, (size_t)(told_of + 1) * sizeof(told));
		ck_assert_ptr_nonnull(all);
		all[told_of++] = told;
	}
	for (int who = 0, status; who < 2; who++) {
		ck_assert_int_eq(waitpid(pids[who], &status, 0), pids[who]);
		ck_assert_int_eq(status, 0); /* neither was kept out for good */
	}
	for (int i = 0; i < told_of; i++) { /* once nobody writes any more */
		snprintf(sql, sizeof(sql),
			"SELECT count(*) FROM change WHERE new LIKE '%%\"%s\"%%' AND old LIKE "
			"'%%\"%s\"%%'",
			all[i].wrote, all[i].shown);
		ck_assert_msg(
			sql_number(store, sql) >= 1, "%s over %s", all[i].wrote, all[i].shown);
	}
	free(all);
	ck_assert_int_gt(told_of, EDITS / 4);
}
END_TEST

Suite *store_conflict_suite(void)
{
	Suite *suite = suite_create("store conflict");
	TCase *tests = tcase_create("conflict");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_store_writes_only_what_was_changed);
	tcase_add_test(tests, test_store_comment_of_a_file_is_not_erased_by_a_flag);
	tcase_add_test(tests, test_store_same_change_by_both_is_no_conflict);
	tcase_add_test(tests, test_store_merges_numbers_of_every_kind);
	tcase_add_test(tests, test_store_minutes_and_their_places_are_in_dispute_together);
	tcase_add_test(tests, test_store_conflict_has_both_values);
	tcase_add_loop_test(tests, test_store_conflict_is_settled_either_way, 0, 2);
	tcase_add_test(tests, test_store_conflict_is_asked_again_when_it_has_moved_on);
	tcase_add_test(tests, test_store_conflict_of_an_answer_is_about_all_of_it);
	tcase_add_loop_test(tests, test_store_conflict_with_a_deletion, 0, 2);
	tcase_add_loop_test(tests, test_store_conflict_of_the_plan, 0, 2);
	tcase_add_test(tests, test_store_conflict_names_the_round_of_the_plan);
	tcase_add_test(tests, test_store_deletes_only_what_was_shown);
	tcase_add_test(tests, test_store_conflict_is_not_with_a_try_taken_back);
	tcase_add_test(tests, test_store_of_two_loses_no_change_unasked);
	tcase_add_test(tests, test_store_of_two_processes_loses_no_change_unasked);
	suite_add_tcase(suite, tests);
	return suite;
}
