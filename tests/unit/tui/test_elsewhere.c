/* SPDX-License-Identifier: MIT */
/*
 * Another program on the same database: what it changes is seen at once, and nothing of either is
 * overwritten unasked.
 */
#include "heard.h"

#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/line.h>

#include "../../../src/tui/plan/plan_view.h"

Suite *elsewhere_suite(void);

static struct store *other;
static struct record theirs;
static struct errmsg why;

#define FIRST "strategy.rationale.1"
#define DO(call) ck_assert_msg(!(call), "%s", why.text)

static void set_up(void)
{
	heard_begin();
	DO(store_open(heard.path, STORE_EXISTING, &other, &why));
	DO(store_load(other, heard.assessment, &theirs, &why));
}

static void tear_down(void)
{
	record_release(&theirs);
	store_close(other);
	heard_end();
}

static void put_theirs(enum kind kind, void *object)
{
	int64_t parent = kind_info[kind].parent == KIND_ALLIANCE ? theirs.alliance.object.key
								 : theirs.assessment.object.key;
	DO(store_put(other, &theirs, kind, object, parent, &why));
}

static void tick(void)
{
	app.ticked = false;
	app_tick(&app);
	app_follow(&app);
}

static void add_theirs(const char *name)
{
	struct person *person = record_add(&theirs, KIND_PERSON);
	person->party = 0;
	person->role = ROLE_SPONSOR;
	person->name = name;
	put_theirs(KIND_PERSON, person);
}

START_TEST(test_elsewhere_home_shows_it_and_keeps_the_focus)
{
	press(TUI_TAB);
	expect("> ");
	add_theirs("Zoe Quill");
	tick();
	ck_assert(app.ticked);
	expect("Zoe Quill");
	tick();
	ck_assert(!app.ticked);
	/* nor does one's own change count */
	ck_assert(app_change(&app, NULL, KIND_PERSON, &app.record.people[0]));
	tick();
	ck_assert(!app.ticked);
}
END_TEST

START_TEST(test_elsewhere_waits_for_an_open_question)
{
	app_confirm(&app, "%s", "Sure?");
	add_theirs("Zoe Quill");
	tick();
	ck_assert(app.confirming);
	expect_not("Zoe Quill");
	press('n');
	tick();
	expect("Zoe Quill");
}
END_TEST

static void open_person(void)
{
	app_push(&app, &screen_person, &(struct person_arg){ .person = ANA });
}

/* What nobody types in follows; what is typed stays. */
START_TEST(test_elsewhere_form_follows_but_for_what_is_typed)
{
	open_person();
	type(" de la Torre");
	theirs.people[ANA].role = ROLE_SPONSOR;
	put_theirs(KIND_PERSON, &theirs.people[ANA]);
	tick();
	expect("Ana Ruiz de la Torre");
	expect("sponsor");
	press(TUI_ENTER);
	expect_not("Changed twice");
	ck_assert_str_eq(
		heard_sql("SELECT name FROM person WHERE key = (SELECT min(key) FROM person)"),
		"Ana Ruiz de la Torre");
	ck_assert_str_eq(
		heard_sql("SELECT role FROM person WHERE key = (SELECT min(key) FROM person)"),
		"0");
}
END_TEST

static void name_theirs(const char *name)
{
	theirs.people[ANA].name = name;
	put_theirs(KIND_PERSON, &theirs.people[ANA]);
}

/* 0: the screen has shown the other's change already, 1: not yet. */
static void disagree(bool unseen)
{
	open_person();
	press(CONTROL('u'));
	type("Ana Mine");
	name_theirs("Ana Theirs");
	if (!unseen)
		tick();
	press(TUI_ENTER);
	expect("Changed twice");
	expect("Ana Theirs");
	expect("Ana Mine");
	expect_at(12, 40, "Ana Theirs");
	expect_at(12, 40, "Ana Mine");
	expect_at(12, 40, "t keep theirs");
}

static const char *stored_name(void)
{
	return heard_sql("SELECT name FROM person WHERE key = (SELECT min(key) FROM person)");
}

START_TEST(test_elsewhere_form_asks_and_writes_mine)
{
	disagree(_i);
	ck_assert_str_eq(stored_name(), "Ana Theirs");
	press('m');
	expect("Ana Mine");
	ck_assert_str_eq(stored_name(), "Ana Mine");
	ck_assert(!app.unsaved);
}
END_TEST

START_TEST(test_elsewhere_form_asks_and_keeps_theirs)
{
	disagree(_i);
	press('t');
	expect("Ana Theirs");
	expect_not("Ana Mine");
	press(TUI_DOWN);
	ck_assert_str_eq(stored_name(), "Ana Theirs");
}
END_TEST

/* Left without a choice the text stays, and it is asked again. */
START_TEST(test_elsewhere_form_keeps_the_text_until_chosen)
{
	disagree(_i);
	press(TUI_ESCAPE);
	expect("Ana Mine");
	ck_assert_str_eq(stored_name(), "Ana Theirs");
	press(TUI_ENTER);
	expect("Changed twice");
	press('m');
	ck_assert_str_eq(stored_name(), "Ana Mine");
}
END_TEST

/* Not in a form: the change is refused, shown with the other's, and made when it is chosen. */
START_TEST(test_elsewhere_change_asks_and_is_settled)
{
	name_theirs("Ana Theirs");
	app.record.people[ANA].name = "Ana Mine";
	ck_assert(!app_change(&app, NULL, KIND_PERSON, &app.record.people[ANA]));
	press(TUI_DOWN);
	expect("Changed twice");
	expect("Ana Mine");
	press(_i ? 'm' : 't');
	ck_assert_str_eq(stored_name(), _i ? "Ana Mine" : "Ana Theirs");
	ck_assert_str_eq(app.record.people[ANA].name, _i ? "Ana Mine" : "Ana Theirs");
	ck_assert(!app.unsaved);
	expect(_i ? "Yours is written." : "Theirs is kept.");
}
END_TEST

static void name_mine(int who, const char *name)
{
	app.record.people[who].name = name;
	ck_assert(app_change(&app, NULL, KIND_PERSON, &app.record.people[who]));
}

/* Two changes wait, and the first is of what another program has changed meanwhile: nothing is
 * stored over it, and what is behind it follows once it is chosen about. */
START_TEST(test_elsewhere_what_waits_is_chosen_about)
{
	DO(store_begin(other, heard.assessment, NULL, &why));
	name_theirs("Ana Theirs");
	name_mine(ANA, "Ana Mine");
	name_mine(BO, "Bo Mine");
	DO(store_commit(other, &why));
	ck_assert_int_eq(app_unsaved(&app), 2);
	app.waiting.retry_at = 0;
	tick();
	expect("Changed twice");
	expect("Ana Mine");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name LIKE '%Mine'"), "0");
	press(TUI_ESCAPE);
	app.waiting.retry_at = 0;
	tick();
	expect_not("Changed twice");
	ck_assert(app.unsaved);
	ck_assert(!app_begin(&app, NULL));
	press(TUI_DOWN);
	expect("Changed twice");
	press(_i ? 'm' : 't');
	ck_assert_str_eq(stored_name(), _i ? "Ana Mine" : "Ana Theirs");
	ck_assert_str_eq(app.record.people[ANA].name, _i ? "Ana Mine" : "Ana Theirs");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Mine'"), "1");
	ck_assert(!app.unsaved);
}
END_TEST

/* What is to be deleted has been changed since it was shown: both are shown first. 0, 1: theirs and
 * mine of one object; 2, 3: of somebody who was heard, which are two. */
START_TEST(test_elsewhere_deletion_asks)
{
	bool heard_too = _i > 1, mine = _i % 2;
	size_t people = app.record.person_count;
	if (!heard_too) {
		DO(store_delete(other, &theirs, KIND_RESPONDENT, &theirs.respondents[ANA], &why));
		tick();
	}
	name_theirs("Ana Theirs");
	press(TUI_TAB);
	press('X');
	expect("Changed twice");
	expect("Ana Theirs");
	expect("it is deleted");
	ck_assert_str_eq(stored_name(), "Ana Theirs");
	press(mine ? 'm' : 't');
	ck_assert_uint_eq(app.record.person_count, people - mine);
	ck_assert_str_eq(
		heard_sql("SELECT count(*) FROM person WHERE name LIKE 'Ana%'"), mine ? "0" : "1");
	ck_assert(!app.unsaved);
	expect(mine ? "Yours is written." : "Theirs is kept.");
	if (mine)
		press('u');
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name LIKE 'Ana%'"), "1");
}
END_TEST

/* Two programs move the start of the plan, each to another day. */
START_TEST(test_elsewhere_shifted_plan_asks)
{
	int start = date_make(2026, 11, 2);
	const char *sql = "SELECT start FROM plan";
	char mine[16], *first;
	record_put_plan(&app.record)->start = start;
	ck_assert(plan_store(&app));
	record_release(&theirs);
	DO(store_load(other, heard.assessment, &theirs, &why));
	record_put_plan(&theirs)->start = start + 7;
	put_theirs(KIND_PLAN, record_put_plan(&theirs));
	first = mem_strdup(heard_sql(sql));
	ck_assert(plan_shift_now(&app, &(struct plan_asked){ SHIFT_START, start + 28 }));
	ck_assert(app.waiting.disputed != NULL);
	press(TUI_DOWN);
	expect("Changed twice");
	ck_assert_str_eq(heard_sql(sql), first);
	press(_i ? 'm' : 't');
	snprintf(mine, sizeof(mine), "%d", start + 28);
	ck_assert_str_eq(heard_sql(sql), _i ? mine : first);
	free(first);
	ck_assert(!app.unsaved);
	expect(_i ? "Yours is written." : "Theirs is kept.");
}
END_TEST

/* What waits is of something that another program deletes: nothing that was typed is lost unasked.
 * 0, 1: of the deleted person itself, 2, 3: an answer of somebody who is deleted. */
static void lose(bool answer)
{
	DO(store_begin(other, heard.assessment, NULL, &why));
	DO(store_delete(other, &theirs, KIND_RESPONDENT, &theirs.respondents[BO], &why));
	if (!answer)
		DO(store_delete(other, &theirs, KIND_PERSON, &theirs.people[BO], &why));
	if (answer) {
		struct answer *mine =
			record_put_answer(&app.record, BO, instrument_item(heard.bank, FIRST));
		mine->state = STATE_ANSWERED;
		mine->value = (struct value){ .type = VALUE_NUMBER, .number = 4 };
		mine->comment = "Said twice";
		ck_assert(app_change(&app, NULL, KIND_ANSWER, mine));
	} else {
		name_mine(BO, "Bo Mine");
	}
	DO(store_commit(other, &why));
	app.waiting.retry_at = 0;
	tick();
	expect("Changed twice");
	expect("Bo Lind");
	expect("it is deleted");
	expect("it stays");
	expect(answer ? "comment of the answer to" : "name"); /* what was typed is seen once more */
	expect(answer ? "Said twice" : "Bo Mine");
}

START_TEST(test_elsewhere_change_of_what_is_deleted_asks)
{
	bool answer = _i > 1, mine = _i % 2;
	lose(answer);
	press(mine ? 'm' : 't');
	ck_assert(!app.unsaved);
	expect(mine ? "Yours is written." : "Theirs is kept.");
	if (answer)
		ck_assert_str_eq(heard_answer(BO, FIRST), mine ? "0 4 Said twice" : "");
	else
		ck_assert_str_eq(heard_sql("SELECT count(*) FROM person WHERE name = 'Bo Mine'"),
			mine ? "1" : "0");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM respondent"), mine ? "2" : "1");
	ck_assert_uint_eq(app.record.respondent_count, mine ? 2 : 1);
}
END_TEST

/* What is typed in the form of somebody who is deleted meanwhile is kept with them, and that is
 * said. */
START_TEST(test_elsewhere_form_of_what_is_deleted_keeps_the_words)
{
	struct pool pool = { 0 };
	const char *what;
	app_push(&app, &screen_person, &(struct person_arg){ .person = BO });
	type(" de Groot");
	DO(store_begin(other, heard.assessment, NULL, &why));
	DO(store_delete(other, &theirs, KIND_RESPONDENT, &theirs.respondents[BO], &why));
	DO(store_delete(other, &theirs, KIND_PERSON, &theirs.people[BO], &why));
	DO(store_commit(other, &why));
	tick();
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("What was typed here is kept with it");
	DO(store_undo(other, heard.assessment, &pool, &what, &why));
	press(TUI_DOWN);
	tick();
	app_push(&app, &screen_person, &(struct person_arg){ .person = BO });
	expect("Bo Lind de Groot");
	expect("ept from ");
	pool_release(&pool);
}
END_TEST

/* What is forgotten does not come back, and that is said. */
START_TEST(test_elsewhere_change_of_what_is_erased_is_told)
{
	struct pool pool = { 0 };
	struct texts mentions = { 0 }, copies = { 0 };
	const struct store_found bo = { .kind = KIND_PERSON,
		.key = theirs.people[BO].object.key,
		.alliance = theirs.alliance.object.key,
		.id = theirs.people[BO].object.id,
		.name = "Bo Lind" };
	sqlite3 *lock = heard_lock();
	name_mine(BO, "Bo Mine");
	heard_unlock(lock);
	DO(store_forget(other, &bo, &pool, &mentions, &copies, &why));
	for (int tries = 0; app.unsaved && tries < 3; tries++) {
		app.waiting.retry_at = 0;
		tick();
	}
	expect("1 change was made to what another program has erased: it is gone.");
	ck_assert(!app.unsaved);
	ck_assert_uint_eq(app.record.person_count, HEARD - 1);
	pool_release(&pool);
}
END_TEST

static void rate_theirs(int rating)
{
	struct answer *answer = record_put_answer(&theirs, ANA, instrument_item(heard.bank, FIRST));
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = rating };
	put_theirs(KIND_ANSWER, answer);
}

/* What came while nobody looked is said on the home once: until it is left again. */
START_TEST(test_elsewhere_home_says_what_has_changed_since)
{
	expect_not("Since ");
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_portfolio);
	expect_not("*");
	rate_theirs(2);
	app.today += 2;
	app.ticked = false;
	app_tick(&app);
	app_follow(&app);
	expect(">*Nord & Sued");
	expect("* Changed since you last");
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("Since Thursday: 1 answer by Ana Ruiz.");
	/* also of what comes while it is looked at */
	rate_theirs(4);
	add_theirs("Zoe Quill");
	tick();
	expect("Since Thursday: 1 answer by Ana Ruiz.");
	every_size("Home");
	press('q');
	press(TUI_ENTER);
	expect_not("Since ");
}
END_TEST

/* An answer that waits to be stored, and another program that has answered meanwhile. */
START_TEST(test_elsewhere_answer_asks)
{
	const char *rating = "SELECT rating FROM answer WHERE rating IS NOT NULL";
	app_interview(&app, ANA);
	rate_theirs(2);
	press('5');
	expect("Changed twice");
	press(_i ? 'm' : 't');
	ck_assert_str_eq(heard_sql(rating), _i ? "5" : "2");
	ck_assert(!app.unsaved);
	ck_assert_int_eq(app.lost, 0);
}
END_TEST

/* What is chosen about is what was changed last. */
START_TEST(test_elsewhere_what_waits_is_changed_once_more)
{
	app_interview(&app, ANA);
	rate_theirs(2);
	press('5');
	press(TUI_ESCAPE);
	press('4');
	expect("Changed twice");
	press('m');
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 4 -");
	ck_assert(!app.unsaved);
}
END_TEST

static void comment_theirs(const char *text)
{
	struct answer *answer = record_put_answer(&theirs, ANA, instrument_item(heard.bank, FIRST));
	answer->comment = text;
	put_theirs(KIND_ANSWER, answer);
}

/* A text in its box, and another program that has written the same field since: also when that was
 * shown already. */
START_TEST(test_elsewhere_text_over_another_asks)
{
	const char *text = "SELECT comment FROM answer WHERE comment IS NOT NULL";
	bool seen = _i / 2, mine = _i % 2;
	rate_theirs(3);
	comment_theirs("As it was");
	ck_assert(app_reload(&app));
	app_interview(&app, ANA);
	press('c');
	type(", mine");
	comment_theirs("Quite another");
	if (seen)
		tick();
	press(TUI_ESCAPE);
	expect("Changed twice");
	expect("comment of the answer to");
	expect("Quite another");
	expect("As it was, mine");
	press(TUI_ESCAPE);
	ck_assert_str_eq(heard_sql(text), "Quite another");
	press(seen ? TUI_ESCAPE : 'q'); /* it is in its box still, or waits */
	expect("Changed twice");
	press(mine ? 'm' : 't');
	ck_assert_str_eq(heard_sql(text), mine ? "As it was, mine" : "Quite another");
	ck_assert(!app.unsaved);
	ck_assert_str_eq(heard_sql("SELECT count(draft) FROM sitting"), "0");
	app_interview(&app, ANA);
	expect(mine ? "As it was, mine" : "Quite another");
	expect_not("typing is back");
}
END_TEST

/* Left without a choice it waits, and leaving asks again. */
START_TEST(test_elsewhere_answer_waits_until_chosen)
{
	app_interview(&app, ANA);
	rate_theirs(2);
	press('5');
	press(TUI_ESCAPE);
	ck_assert(app.unsaved);
	tick();
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
	press('q');
	expect("Changed twice");
	ck_assert(!app.confirming);
	press('m');
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 5 -");
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_int_eq(app.lost, 0);
}
END_TEST

static void take_over(void)
{
	usleep(2000); /* who has it is told by the millisecond too: here both are one process */
	store_take_over(other);
	DO(store_hold(other, heard.respondent[ANA], &why));
	tick();
	expect("TAKEN OVER !");
	expect("has taken over this interview");
}

/* Another program takes the interview over: it is told, and who had it chooses before anything more
 * is written. */
START_TEST(test_elsewhere_interview_that_is_taken_over_asks)
{
	app_interview(&app, ANA);
	press('4');
	take_over();
	expect("m go on here");
	expect("t leave it there");
	expect_not("1-5 rate");
	expect_not("undo");
	for (const char *key = "5dcfu"; *key; key++)
		press(*key);
	ck_assert(!app.warning && !app.asking);
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 4 -");
	press(_i ? 'm' : 't');
	expect(_i ? "The interview goes on here" : "The interview goes on there");
	expect_not("TAKEN OVER");
	_i ? expect_not("READ ONLY") : expect("READ ONLY");
	_i ? expect("1-5 rate") : expect_not("1-5 rate");
	press('5');
	ck_assert_str_eq(heard_answer(ANA, FIRST), _i ? "0 5 -" : "0 4 -");
	ck_assert_int_eq(store_still_holds(other, &why), _i ? ERR_LOCKED : ERR_NONE);
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM hold"), _i ? "0" : "1");
	store_unhold(other);
}
END_TEST

/* What is being typed stays in its box until it is chosen; what is chosen away is not written. */
START_TEST(test_elsewhere_text_in_an_interview_that_is_taken_over_stays)
{
	app_interview(&app, ANA);
	press('4');
	press('c');
	type("Said twice");
	take_over();
	press(TUI_ESCAPE);
	expect("it goes on here");
	expect("comment of the answer to");
	expect("Said twice");
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 4 -");
	press(_i ? 'm' : 't');
	if (_i)
		expect("Said twice");
	press(TUI_ESCAPE);
	ck_assert_str_eq(heard_answer(ANA, FIRST), _i ? "0 4 Said twice" : "0 4 -");
	store_unhold(other);
}
END_TEST

/* What is typed; before the first line the other program answers. */
static ssize_t read_typed(void *cookie, char *buffer, size_t size)
{
	const char **typed = cookie;
	size_t n = strlen(*typed);
	if (**typed == '5' && (*typed)[2] == '5')
		rate_theirs(2);
	n = n < size ? n : size;
	memcpy(buffer, *typed, n);
	*typed += n;
	return (ssize_t)n;
}

START_TEST(test_elsewhere_answer_is_asked_about_in_lines)
{
	const char *typed = _i ? "5\n5\nmine\n" : "5\n5\nt\n";
	char *said = NULL;
	size_t size;
	enum line_end end;
	FILE *in = fopencookie(&typed, "r", (cookie_io_functions_t){ .read = read_typed });
	FILE *out = open_memstream(&said, &size);
	struct line_who who = { .respondent = heard.respondent[ANA] };
	DO(line_interview(app.options.store, heard.assessment, &who,
		&(struct line_input){ .in = in, .out = out }, &end, &why));
	fclose(in);
	fclose(out);
	ck_assert_msg(strstr(said, "Theirs: 2. Mine: 5.") != NULL, "%s", said);
	ck_assert_msg(strstr(said, "Which is kept, t theirs or m mine? ") != NULL, "%s", said);
	ck_assert_msg(strstr(said, "Type t to keep") != NULL, "%s", said);
	ck_assert_msg(
		strstr(said, _i ? "Yours is written." : "Theirs is kept.") != NULL, "%s", said);
	ck_assert_str_eq(heard_answer(ANA, FIRST), _i ? "0 5 -" : "0 2 -");
	free(said);
}
END_TEST

/* Lines that write, which come when another program has just taken the interview over. */
static const struct {
	const char *before, *line, *sql; /* before NULL: at the open question */
} unwritten[] = {
	{ "", "5", "SELECT count(*) FROM answer WHERE rating = 5" },
	{ "", ":comment Said so", "SELECT count(*) FROM answer WHERE comment = 'Said so'" },
	{ "", ":note Said so", "SELECT count(*) FROM note WHERE text = 'Said so'" },
	{ "", ":flag", "SELECT count(*) FROM answer WHERE flag = 1" },
	{ "4\n", ":undo", "SELECT count(*) = 0 FROM answer WHERE rating = 4" },
	{ NULL, "Said so\n.", "SELECT count(*) FROM answer WHERE text = 'Said so'" },
};
#define UNWRITTEN (int)(sizeof(unwritten) / sizeof(*unwritten))

static const char *jump_to(const char *item)
{
	static char typed[32];
	struct flow flow;
	flow_init(&flow, &theirs, ANA);
	snprintf(typed, sizeof(typed), ":jump %d\n",
		flow_find(&flow, instrument_item(heard.bank, item)) + 1);
	flow_release(&flow);
	return typed;
}

static const char *taken_at; /* the rest of what is typed then */

static ssize_t read_taken(void *cookie, char *buffer, size_t size)
{
	const char **typed = cookie;
	size_t n = **typed ? 1 : 0;
	ck_assert_uint_ge(size, n);
	if (*typed == taken_at) {
		usleep(2000); /* who has it is told by the millisecond too */
		store_take_over(other);
		DO(store_hold(other, heard.respondent[ANA], &why));
	}
	memcpy(buffer, *typed, n);
	*typed += n;
	return (ssize_t)n;
}

START_TEST(test_elsewhere_interview_that_is_taken_over_asks_in_lines)
{
	int row = _i / 2;
	bool mine = _i % 2;
	char text[256], *said = NULL;
	size_t size;
	enum line_end end;
	struct errmsg told = { "" };
	const char *before =
		unwritten[row].before ? unwritten[row].before : jump_to("open.ideas.one");
	snprintf(text, sizeof(text), "%s%s\nwhat?\n%s\n:quit\n", before, unwritten[row].line,
		mine ? "m" : "t");
	const char *typed = text;
	taken_at = text + strlen(before);
	FILE *in = fopencookie(&typed, "r", (cookie_io_functions_t){ .read = read_taken });
	FILE *out = open_memstream(&said, &size);
	struct line_who who = { .respondent = heard.respondent[ANA] };
	enum err err = line_interview(app.options.store, heard.assessment, &who,
		&(struct line_input){ .in = in, .out = out }, &end, &told);
	fclose(in);
	fclose(out);
	ck_assert_int_eq(err, mine ? ERR_NONE : ERR_LOCKED);
	ck_assert_ptr_nonnull(strstr(said, "has taken over this interview"));
	ck_assert_ptr_nonnull(strstr(said, "t there or m here? "));
	ck_assert_ptr_nonnull(strstr(said, "Type t to leave it"));
	ck_assert_msg(!strcmp(heard_sql(unwritten[row].sql), mine ? "1" : "0"), "%s", said);
	if (!mine) {
		ck_assert_ptr_nonnull(strstr(told.text, "has taken over this interview"));
		ck_assert_ptr_null(strstr(said, "verything is saved"));
		ck_assert(
			!strstr(unwritten[row].line, "Said so") || strstr(said, "copy:\nSaid so"));
	}
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM hold"), mine ? "0" : "1");
	store_unhold(other);
	free(said);
}
END_TEST

Suite *elsewhere_suite(void)
{
	Suite *suite = suite_create("elsewhere");
	TCase *tests = tcase_create("elsewhere");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_elsewhere_home_shows_it_and_keeps_the_focus);
	tcase_add_test(tests, test_elsewhere_home_says_what_has_changed_since);
	tcase_add_test(tests, test_elsewhere_waits_for_an_open_question);
	tcase_add_test(tests, test_elsewhere_form_follows_but_for_what_is_typed);
	tcase_add_loop_test(tests, test_elsewhere_form_asks_and_writes_mine, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_form_asks_and_keeps_theirs, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_form_keeps_the_text_until_chosen, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_change_asks_and_is_settled, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_deletion_asks, 0, 4);
	tcase_add_loop_test(tests, test_elsewhere_shifted_plan_asks, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_change_of_what_is_deleted_asks, 0, 4);
	tcase_add_test(tests, test_elsewhere_form_of_what_is_deleted_keeps_the_words);
	tcase_add_test(tests, test_elsewhere_change_of_what_is_erased_is_told);
	tcase_add_loop_test(tests, test_elsewhere_answer_asks, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_what_waits_is_chosen_about, 0, 2);
	tcase_add_test(tests, test_elsewhere_what_waits_is_changed_once_more);
	tcase_add_test(tests, test_elsewhere_answer_waits_until_chosen);
	tcase_add_loop_test(tests, test_elsewhere_text_over_another_asks, 0, 4);
	tcase_add_loop_test(tests, test_elsewhere_interview_that_is_taken_over_asks, 0, 2);
	tcase_add_loop_test(
		tests, test_elsewhere_text_in_an_interview_that_is_taken_over_stays, 0, 2);
	tcase_add_loop_test(tests, test_elsewhere_answer_is_asked_about_in_lines, 0, 2);
	tcase_add_loop_test(
		tests, test_elsewhere_interview_that_is_taken_over_asks_in_lines, 0, 2 * UNWRITTEN);
	suite_add_tcase(suite, tests);
	return suite;
}
