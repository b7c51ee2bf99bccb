/* SPDX-License-Identifier: MIT */
/*
 * Progress report and brief: one-round.json with a plan half done and a round after it letter by
 * letter, then what holds for every one: its size, what it says, and what it must not say.
 */
#include <rekindle/words.h>
#include "../core/build.h"
#include "../fixture.h"
#include <rekindle/exchange.h>
#include <rekindle/report.h>
#include <rekindle/utf8.h>

Suite *report_kinds_suite(void);

#define PAGE_LINES 60
#define BRIEF_LINES 51

/* Two rounds of one alliance and the plan of the first. */
struct rounds {
	struct exchange file[2];
	struct record *before, *now;
	struct diagnosis diagnosis[2];
	struct plan plan;
	struct str text;
	int today;
};

/* The draft of the first round, kept among its objects. */
static void store_plan(struct rounds *x, const char *start)
{
	struct diagnosis diagnosis;
	struct plan draft;

	diagnosis_compute(&diagnosis, x->before);
	plan_compute(&draft, x->before, &diagnosis, build_day(start));
	plan_keep(x->before, &draft, words_proposals);
	plan_release(&draft);
	diagnosis_release(&diagnosis);
}

/* The first round again at a later day, without what only the first one has recorded. */
static void open_rounds(struct rounds *x, const char *date)
{
	memset(x, 0, sizeof(*x));
	for (int i = 0; i < 2; i++)
		fixture_one_round(&x->file[i]);
	x->before = &x->file[0].rounds[0];
	x->now = &x->file[1].rounds[0];
	x->now->assessment.kind = ROUND_FOLLOW_UP;
	x->now->assessment.date = build_day(date);
	x->today = build_day(date) + 5;
	str_init(&x->text);
}

static void work_out(struct rounds *x)
{
	record_settle(x->before);
	record_settle(x->now);
	diagnosis_compute(&x->diagnosis[0], x->before);
	diagnosis_compute(&x->diagnosis[1], x->now);
	if (plan_is_stored(x->before))
		plan_read(&x->plan, x->before);
	else
		plan_compute(&x->plan, x->before, &x->diagnosis[0], build_day("2026-10-19"));
}

static void end(struct rounds *x)
{
	plan_release(&x->plan);
	for (int i = 0; i < 2; i++) {
		diagnosis_release(&x->diagnosis[i]);
		exchange_release(&x->file[i]);
	}
	str_release(&x->text);
}

/* The plan is the alliance's: in one round as it is in the other. */
static void share_plan(struct record *to, const struct record *from)
{
	for (int kind = KIND_PLAN; kind < KIND_ASSESSMENT; kind++) {
		const struct kind_info *info = &kind_info[kind];
		memcpy((char *)to + info->array, (const char *)from + info->array, sizeof(void *));
		memcpy((char *)to + info->count, (const char *)from + info->count, sizeof(size_t));
	}
}

static void write_progress(struct rounds *x, bool ascii)
{
	struct record now = *x->now;
	share_plan(&now, x->before);
	const struct report_rounds rounds = { .record = &now,
		.diagnosis = &x->diagnosis[1],
		.plan = &x->plan,
		.all = (const struct record *[]){ x->before, &now },
		.count = 2,
		.own = 1,
		.today = x->today };
	struct report_reading reading;

	str_clear(&x->text);
	report_read(&reading, &rounds, REPORT_PROGRESS);
	report_write(&x->text, &reading.input, REPORT_TEXT, ascii);
	report_reading_release(&reading);
}

/* Of a round that none came before. */
static void write_first(struct rounds *x, enum report_kind kind, bool ascii)
{
	const struct report_input in = { .record = x->before,
		.diagnosis = &x->diagnosis[0],
		.plan = &x->plan,
		.version = "0",
		.kind = kind,
		.today = x->today };

	str_clear(&x->text);
	report_write(&x->text, &in, REPORT_TEXT, ascii);
}

/* What happened after the first round */

static struct plan_action *kept_action(struct rounds *x, const char *library)
{
	for (size_t i = 0; i < x->before->action_count; i++)
		if (!strcmp(x->before->actions[i].library, library))
			return &x->before->actions[i];
	ck_abort_msg("the plan has no action %s", library);
	return NULL;
}

/* What is due by a day is done on its day, but for every fourth, three days after it. */
static void do_actions(struct rounds *x, const char *until)
{
	int n = 0;

	for (size_t i = 0; i < x->before->action_count; i++) {
		struct plan_action *action = &x->before->actions[i];

		if (action->active != TRI_YES || action->due > build_day(until))
			continue;
		action->status = STATUS_DONE;
		action->closed = action->due + (++n % 4 ? 0 : 3);
	}
}

static struct plan_action late_action(struct rounds *x, const char *library, enum status status)
{
	struct plan_action action = *kept_action(x, library);

	action.status = (int)status;
	action.closed = DATE_NONE;
	action.reason = status == STATUS_BLOCKED ? "no lawyer is named at GenTech" : NULL;
	return action;
}

static void decide_gate(struct rounds *x, int number, const char *date, const char *note)
{
	struct gate_decision *gate = record_add(x->before, KIND_GATE);

	gate->number = number;
	gate->outcome = OUTCOME_PASSED;
	gate->date = build_day(date);
	gate->note = note;
}

static void add_objective(struct rounds *x, const char *text, const char *target, const char *due)
{
	struct joint_objective *one = record_add(x->before, KIND_JOINT_OBJECTIVE);

	one->text = text;
	one->target = target;
	one->due = build_day(due);
}

/* Everybody but the k-th of a party rates the scale that much higher. */
static void lift(struct rounds *x, int scale, int by, int but)
{
	const struct record *rec = x->now;
	int seen[PARTIES_MAX] = { 0 };

	for (size_t r = 0; r < rec->respondent_count; r++) {
		bool same = seen[rec->respondents[r].party]++ == but;

		for (size_t i = 0; i < rec->instrument->item_count && !same; i++) {
			const struct item *item = &rec->instrument->items[i];
			int v = item->scale == (enum scale)scale
				? record_rating(rec, (int)r, (int)i)
				: 0;

			if (!v)
				continue;
			v = v + by > 5 ? 5 : v + by < 1 ? 1 : v + by;
			record_put_answer(x->now, (int)r, (int)i)->value.number =
				item->reversed ? 6 - v : v;
		}
	}
}

static void read_kpi(struct rounds *x, const char *name, const char *date, double value)
{
	for (size_t i = 0; i < x->now->kpi_count; i++) {
		if (strcmp(x->now->kpis[i].name, name))
			continue;
		struct actual *actual = record_add(x->now, KIND_ACTUAL);

		actual->kpi = (int)i;
		actual->date = build_day(date);
		actual->value = value;
		return;
	}
	ck_abort_msg("no KPI is called %s", name);
}

static void read_kpis(struct rounds *x)
{
	read_kpi(x, "Spend against budget", "2026-12-31", 121);
	read_kpi(x, "Work packages completed", "2026-12-31", 47);
	read_kpi(x, "Work packages completed", "2027-01-31", 55);
	read_kpi(x, "Time to validate a result", "2027-01-31", 7);
	read_kpi(x, "Joint data releases a quarter", "2026-12-31", 5);
}

/* Somebody else now speaks in place of one who was heard before. */
static void replace_person(struct rounds *x, int respondent)
{
	int person = x->now->respondents[respondent].person;

	x->now->people[person].object.id = uuid_derive(&x->now->alliance.object.id, "somebody new");
}

/* Four months into the plan: most is done, a little is late, management is better. */
static void half_done(struct rounds *x)
{
	open_rounds(x, "2027-02-10");
	store_plan(x, "2026-10-19");
	do_actions(x, "2027-02-01");
	*kept_action(x, "amendment_list") = late_action(x, "amendment_list", STATUS_BLOCKED);
	*kept_action(x, "clear_oldest") = late_action(x, "clear_oldest", STATUS_STARTED);
	decide_gate(x, 1, "2026-11-16", "both sponsors signed on 13 November");
	add_objective(
		x, "Validated prototype of the sepsis test", "95 % of 200 samples", "2028-03-31");
	lift(x, ASPECT_GOVERNANCE, 2, -1);
	lift(x, ASPECT_COMMUNICATION, 1, 1);
	lift(x, ASPECT_OBJECTIVES, 1, 2);
	lift(x, ASPECT_COORDINATION, 1, -1);
	replace_person(x, 3);
	read_kpis(x);
}

/* Words */

static char *flat(const char *text)
{
	struct str out;

	str_init(&out);
	for (; *text; text++) {
		bool blank = *text == ' ' || *text == '\n';
		if (!blank)
			str_addc(&out, *text);
		else if (out.len && out.text[out.len - 1] != ' ')
			str_addc(&out, ' ');
	}
	return str_detach(&out);
}

static bool says(const struct rounds *x, const char *words)
{
	char *text = flat(x->text.text);
	bool found = strstr(text, words) != NULL;

	free(text);
	return found;
}

#define EXCERPT 2000 /* what fits in a message of the test library */

static const char *excerpt(const struct rounds *x)
{
	size_t len = strlen(x->text.text);

	return len > EXCERPT ? x->text.text + len - EXCERPT : x->text.text;
}

#define assert_says(x, words) ck_assert_msg(says(x, words), "not said: %s\n%s", words, excerpt(x))
#define assert_silent(x, words) ck_assert_msg(!says(x, words), "said: %s\n%s", words, excerpt(x))

static int count_lines(const char *text, const char *until)
{
	const char *end = until ? strstr(text, until) : NULL;
	int lines = 0;

	for (; *text && text != end; text++)
		lines += *text == '\n';
	return lines;
}

static void check_lines(const char *text, bool ascii)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		int cells = utf8_cells_n(UTF8_FILE, text, n);

		ck_assert_msg(cells <= 80, "%d cells: %.*s", cells, (int)n, text);
		ck_assert_msg(!n || text[n - 1] != ' ', "blank at the end: %.*s", (int)n, text);
		for (size_t i = 0; i < n; i++) {
			unsigned char byte = (unsigned char)text[i];
			ck_assert_msg(byte >= 0x20 && byte != 0x7F, "control: %.*s", (int)n, text);
			ck_assert_msg(!ascii || byte < 0x80, "not ASCII: %.*s", (int)n, text);
		}
		ck_assert_msg(text[n] == '\n', "the last line has no end");
		text += n + 1;
	}
}

static void check_sense(const struct rounds *x)
{
	static const char *const never[] = { " nan", "(null)", "inf ", "significant", "clearly",
		"unfortunately", "complain", "refuse" };

	for (size_t i = 0; i < sizeof(never) / sizeof(*never); i++)
		assert_silent(x, never[i]);
}

static void check_progress(const struct rounds *x, bool ascii)
{
	check_lines(x->text.text, ascii);
	check_sense(x);
	ck_assert_msg(count_lines(x->text.text, "PAGE 2") <= PAGE_LINES, "%d lines\n%.3000s",
		count_lines(x->text.text, "PAGE 2"), x->text.text);
	ck_assert_msg(count_lines(strstr(x->text.text, "PAGE 2"), NULL) <= PAGE_LINES,
		"%d lines\n%.3000s", count_lines(strstr(x->text.text, "PAGE 2"), NULL),
		strstr(x->text.text, "PAGE 2"));
}

static void check_brief(const struct rounds *x, bool ascii)
{
	check_lines(x->text.text, ascii);
	check_sense(x);
	ck_assert_msg(count_lines(x->text.text, NULL) <= BRIEF_LINES, "%d lines\n%.3000s",
		count_lines(x->text.text, NULL), x->text.text);
}

static void check_golden(const char *path, const char *text)
{
	struct str golden;
	char bytes[4096];
	size_t n;
	FILE *file;

	if (getenv("REKINDLE_GOLDEN")) {
		file = fopen(path, "w");
		ck_assert_ptr_nonnull(file);
		fputs(text, file);
		fclose(file);
	}
	file = fopen(path, "r");
	ck_assert_msg(file != NULL, "cannot read %s", path);
	str_init(&golden);
	while ((n = fread(bytes, 1, sizeof(bytes), file)))
		str_addn(&golden, bytes, n);
	fclose(file);
	ck_assert_str_eq(text, golden.text);
	str_release(&golden);
}

/* Letter by letter */

START_TEST(test_report_progress_is_as_agreed)
{
	struct rounds x;

	half_done(&x);
	work_out(&x);
	write_progress(&x, false);
	check_golden("tests/data/report-progress.txt", x.text.text);
	check_progress(&x, false);
	write_progress(&x, true);
	check_progress(&x, true);
	end(&x);
}
END_TEST

START_TEST(test_report_brief_is_as_agreed)
{
	struct rounds x;

	open_rounds(&x, "2026-10-20");
	record_put_party_profile(x.before, 1)->stance = STANCE_RELUCTANT;
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	check_golden("tests/data/report-brief.txt", x.text.text);
	write_first(&x, REPORT_BRIEF, true);
	check_brief(&x, true);
	end(&x);
}
END_TEST

/* What is said, and when */

START_TEST(test_report_progress_without_a_plan_asks_for_one)
{
	struct rounds x;

	open_rounds(&x, "2027-02-10");
	work_out(&x);
	write_first(&x, REPORT_PROGRESS, false);
	check_progress(&x, false);
	assert_says(&x, "No plan is stored yet.");
	assert_says(&x, "Agree on a plan");
	assert_silent(&x, "rekindle plan"); /* both companies read it */
	assert_silent(&x, "GATES");
	assert_silent(&x, "LATE");
	assert_silent(&x, "Kept commitments");
	end(&x);
}
END_TEST

START_TEST(test_report_progress_of_the_only_round_tells_no_change)
{
	struct rounds x;

	open_rounds(&x, "2026-11-10");
	store_plan(&x, "2026-10-19");
	work_out(&x);
	write_first(&x, REPORT_PROGRESS, false);
	check_progress(&x, false);
	assert_says(&x,
		"Only one round is stored, of 15 October 2026: no change can be told yet."
		" Next: pulse, 19 January 2027.");
	assert_says(&x,
		"0 of 24 actions are done, gate 1 is due on 18 Nov and gate 2 is due on"
		" 27 Jan.");
	assert_says(&x, "not due yet: every sponsor has signed the same page");
	assert_silent(&x, "beyond chance");
	end(&x);
}
END_TEST

START_TEST(test_report_progress_counts_kept_commitments)
{
	struct rounds x;

	half_done(&x);
	kept_action(&x, "mandate_to_gate")->closed = DATE_NONE;
	work_out(&x);
	struct plan_promises n = plan_promises(&x.plan, x.today);
	ck_assert_int_eq(n.due, 24);
	ck_assert_int_eq(n.kept, 15); /* one more without a day than in the golden text */
	write_progress(&x, false);
	assert_says(&x, "Kept commitments, % (15 of 24) - 62 - - none");
	end(&x);
}
END_TEST

START_TEST(test_report_progress_passes_gate_2_by_what_is_done)
{
	struct rounds x;

	half_done(&x);
	kept_action(&x, "clear_oldest")->status = STATUS_DONE;
	work_out(&x);
	write_progress(&x, false);
	assert_says(&x,
		"Decide gate 2, due on 27 Jan: quick wins 3 of 3 done, other actions"
		" 19 of 20 done, which passes.");
	decide_gate(&x, 2, "2027-01-27", NULL);
	plan_release(&x.plan);
	plan_read(&x.plan, x.before);
	write_progress(&x, false);
	assert_says(&x, "every gate is passed");
	assert_says(&x, "passed on 27 Jan: quick wins 3 of 3 done, other actions 19 of 20 done.");
	assert_silent(&x, "Decide gate");
	end(&x);
}
END_TEST

/* What a gate that was not passed leads to is asked for, and nothing that would go on without. */
START_TEST(test_report_progress_after_a_failed_gate_asks_for_its_decision)
{
	struct rounds x;

	half_done(&x);
	x.before->gate_decisions[0].outcome = OUTCOME_FAILED;
	x.before->gate_decisions[0].note = "GenTech did not sign";
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "gate 1 was not passed");
	assert_says(&x,
		"1 Gate 1 was not passed on 16 November 2026. Decide on what was set for that"
		" case: the plan stops");
	assert_says(&x, "not passed on 16 Nov");
	assert_silent(&x, "GenTech did not sign");
	assert_says(&x, "not asked for: gate 1 was not passed.");
	assert_says(&x, "None is asked for until the decision behind gate 1 is taken.");
	assert_silent(&x, "Decide gate 2");
	assert_silent(&x, "later action");
	assert_silent(&x, "joint objectives, each");
	end(&x);
}
END_TEST

/* Dropped ones are none of what is due, and are said wherever something is counted. */
START_TEST(test_report_progress_says_what_was_dropped)
{
	struct rounds x;

	half_done(&x);
	for (size_t i = 0; i < x.before->action_count; i++)
		if (x.before->actions[i].active == TRI_YES &&
			x.before->actions[i].status != STATUS_DONE)
			x.before->actions[i].status = STATUS_DROPPED;
	decide_gate(&x, 2, "2027-01-29", NULL);
	x.before->gate_decisions[1].outcome = OUTCOME_FAILED;
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "22 of 24 actions are done (2 dropped)");
	assert_says(&x, "all 24 2 22 22 100 % 0");
	assert_says(&x, "not passed on 29 Jan: quick wins 2 of 2 done, other actions");
	assert_says(&x, "done, 2 dropped.");
	assert_silent(&x, "which passes");
	end(&x);
}
END_TEST

/* Kept dates and days to resolve an escalation, quarter by quarter, counted by hand. */
START_TEST(test_report_progress_has_rates_by_quarter)
{
	struct rounds x;
	static const char *const days[][2] = {
		{ "2026-11-02", "2026-11-06" },
		{ "2026-12-01", "2026-12-09" },
		{ "2027-01-04", NULL },
	};

	half_done(&x);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		struct escalation *one = record_add(x.now, KIND_ESCALATION);

		one->opened = build_day(days[i][0]);
		one->closed = days[i][1] ? build_day(days[i][1]) : DATE_NONE;
	}
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "Oct to Dec 2026 21 14 67 % 0 2 6");
	assert_says(&x, "Jan to Mar 2027 3 2 67 % 0 0 -");
	assert_says(&x, "One escalation is still open.");
	end(&x);
}
END_TEST

static void meet(struct rounds *x, const char *day, const char *body, const char *decisions)
{
	struct meeting *meeting = record_add(x->now, KIND_MEETING);

	meeting->at = (int64_t)build_day(day) * 86400000 + 43200000;
	meeting->body = body;
	meeting->decisions = decisions;
}

START_TEST(test_report_progress_draws_on_the_minutes)
{
	struct rounds x;

	open_rounds(&x, "2027-02-10");
	store_plan(&x, "2026-10-19");
	meet(&x, "2026-11-01", "steering committee", "Too long ago");
	meet(&x, "2026-12-01", "working group", NULL);
	meet(&x, "2027-01-12", "steering committee", "Extend the trial.\nHire a lead");
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x,
		"DECIDED SINCE 15 NOVEMBER 2026 12 Jan steering committee: Extend the trial; Hire"
		" a lead.");
	assert_silent(&x, "Too long ago");
	assert_silent(&x, "working group:");
	end(&x);
}
END_TEST

/* Back to the last committee where that was longer ago than three months. */
START_TEST(test_report_progress_says_what_became_of_decisions)
{
	struct rounds x;

	open_rounds(&x, "2027-02-10");
	store_plan(&x, "2026-10-19");
	meet(&x, "2026-10-20", "steering committee", "Extend the trial.\nHire a lead.");
	struct plan_action *action = &x.before->actions[0];
	x.now->meetings[x.now->meeting_count - 1].decisions_filed =
		pool_printf(&x.now->pool, "-\naction %s", action->library);
	action->number = 7;
	plan_set_status(action, STATUS_DONE, build_day("2026-12-01"));
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x,
		"DECIDED SINCE 20 OCTOBER 2026 20 Oct steering committee: Extend the trial; Hire"
		" a lead (action 7 is done since 1 December 2026).");
	end(&x);
}
END_TEST

/* However much is late and done: the page keeps room for what the last meeting decided. */
START_TEST(test_report_progress_keeps_room_for_the_last_decisions)
{
	struct rounds x;

	half_done(&x);
	lift(&x, ASPECT_COMMUNICATION, 2, -1);
	lift(&x, SCALE_TRUST, 2, -1);
	lift(&x, SCALE_INFORMATION, 2, -1);
	for (int i = 0; i < 3; i++) {
		struct escalation *one = record_add(x.now, KIND_ESCALATION);

		one->opened = build_day("2026-11-02") + 40 * i;
		one->closed = one->opened + 4;
	}
	meet(&x, "2026-12-14", "working group", "Hire a lead");
	meet(&x, "2027-01-12", "steering committee",
		"Extend the trial by as many weeks as it has lost since the first of October.\n"
		"Ask the lawyers of both companies for one draft of the list by the spring");
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "12 Jan steering committee: Extend the trial by as many weeks");
	assert_says(&x, "KEPT COMMITMENTS AND ESCALATIONS, by quarter");
	end(&x);
}
END_TEST

/* An undated round: nothing is said to have been since no date. */
START_TEST(test_report_progress_of_a_round_without_a_day_says_so)
{
	struct rounds x;

	half_done(&x);
	x.now->assessment.date = DATE_NONE;
	x.before->assessment.date = DATE_NONE;
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, ", all readings)");
	assert_says(&x, "in the round of an unknown day");
	assert_silent(&x, "no date");
	assert_silent(&x, "of -");
	write_first(&x, REPORT_PROGRESS, false);
	assert_silent(&x, "no date");
	end(&x);
}
END_TEST

/* The KPIs of the plan, of the first round. */
static void write_kpis(struct rounds *x)
{
	const struct report_input in = { .record = x->before,
		.diagnosis = &x->diagnosis[0],
		.plan = &x->plan,
		.version = "0",
		.sections = 1u << REPORT_KPIS,
		.today = x->today };

	str_clear(&x->text);
	report_write(&x->text, &in, REPORT_TEXT, false);
}

/* Both are counted from plan and escalations, by hand here. */
START_TEST(test_report_kpis_of_the_plan_say_what_the_record_knows)
{
	struct rounds x;

	half_done(&x);
	for (int i = 0; i < 2; i++) {
		struct escalation *one = record_add(x.before, KIND_ESCALATION);

		one->opened = build_day("2026-11-02");
		one->closed = one->opened + 4 + 4 * i;
	}
	struct escalation *open = record_add(x.before, KIND_ESCALATION);
	open->opened = build_day("2027-01-04");
	work_out(&x);
	write_kpis(&x);
	assert_says(&x, "Days to resolve an escalation 6 (n 2)");
	assert_says(&x, "Kept commitments, % 67 (n 24)");
	x.today = build_day("2026-10-19");
	write_kpis(&x);
	assert_says(&x, "Days to resolve an escalation not measured");
	assert_says(&x, "Kept commitments, % not measured");
	end(&x);
}
END_TEST

/* A plan goes on with what is ahead; what is late is no beginning. */
START_TEST(test_report_brief_goes_on_with_what_is_ahead)
{
	struct rounds x;

	open_rounds(&x, "2026-10-20");
	store_plan(&x, "2026-10-19");
	record_put_party_profile(x.before, 1)->stance = STANCE_RELUCTANT;
	plan_set_status(&x.before->actions[0], STATUS_DONE, build_day("2026-10-30"));
	work_out(&x);
	x.today = build_day("2026-12-15");
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x, "The plan goes on with: ");
	assert_says(&x, "more are late");
	for (size_t i = 0; i < x.plan.active_count; i++)
		if (plan_is_late(&x.plan.actions[i], x.today))
			assert_silent(&x, x.plan.actions[i].title);
	x.today = build_day("2028-12-15");
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x, "Late, and still to be done: ");
	assert_silent(&x, "The plan goes on");
	end(&x);
}
END_TEST

/* What moved beyond chance stands first, in words alone: it goes to both companies. */
START_TEST(test_report_progress_tells_whether_it_worked)
{
	struct rounds x;

	half_done(&x);
	lift(&x, ASPECT_COMMUNICATION, 1, -1);
	lift(&x, SCALE_TRUST, 1, -1);
	lift(&x, SCALE_INFORMATION, 1, -1);
	replace_person(&x, 8);
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "DID IT WORK? (ratings of what tests an action again, since it was done)");
	assert_says(&x, "4 Argue the case of another side 30 Nov mutual rose commitment, trust");
	assert_says(&x, "22 actions are tested together, where 9 pairs could tell.");
	assert_says(&x, "21 more, ");
	assert_silent(&x, "not been asked about again");
	end(&x);
}
END_TEST

static int well(const struct record *rec, size_t respondent, size_t item)
{
	int healthy = 3 + (int)((respondent + item) % 3);

	return rec->instrument->items[item].reversed ? 6 - healthy : healthy;
}

/* Everything rated well, by each in another way so that it may be shown, and every result met. */
static void perfect(struct record *rec)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		for (size_t i = 0; i < rec->instrument->item_count; i++)
			if (rec->instrument->items[i].kind == ITEM_RATED &&
				record_asked(rec, (int)r, (int)i)) {
				struct answer *answer = record_put_answer(rec, (int)r, (int)i);

				answer->state = STATE_ANSWERED;
				answer->value.type = VALUE_NUMBER;
				answer->value.number = well(rec, r, i);
			}
	for (size_t i = 0; i < rec->objective_count; i++)
		rec->objectives[i].result = RESULT_MET;
	for (size_t i = 0; i < rec->kpi_count; i++)
		rec->kpis[i].target = NAN;
	for (size_t i = 0; i < rec->checklist_count; i++)
		rec->checklists[i].value = CHECK_YES;
}

START_TEST(test_report_progress_celebrates_a_revived_alliance)
{
	struct rounds x;

	half_done(&x);
	perfect(x.now);
	work_out(&x);
	write_progress(&x, false);
	assert_says(&x,
		"In this round no cause fails and performance is 100: the next round can"
		" confirm");
	assert_silent(&x, "is revived,");
	diagnosis_release(&x.diagnosis[0]);
	perfect(x.before);
	diagnosis_compute(&x.diagnosis[0], x.before);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x,
		"The alliance is revived, and that is worth celebrating: in two full rounds in a"
		" row, of 15 October 2026 and 10 February 2027, no cause has failed, and"
		" performance is 100 of 100. It was earned: ");
	assert_says(&x, " actions of the plan are done.");
	assert_says(&x, "1 Say in every company that the alliance is revived");
	end(&x);
}
END_TEST

START_TEST(test_report_progress_of_a_pulse_rests_on_ratings)
{
	struct rounds x;

	half_done(&x);
	x.now->assessment.kind = ROUND_PULSE;
	for (size_t i = 0; i < x.now->answer_count; i++)
		if (!x.now->instrument->items[x.now->answers[i].item].health_check)
			x.now->answers[i].state = STATE_NOT_ASKED;
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "by ratings alone");
	assert_says(&x, "ratings of the 14 items asked both times");
	assert_says(&x, "12 aspects are tested");
	end(&x);
}
END_TEST

/* The floor */

/* All of a party but n answer "don't know" to a scale. */
static void leave_raters(struct record *rec, int party, int scale, int n)
{
	for (size_t r = 0; r < rec->respondent_count; r++) {
		if (rec->respondents[r].party != party || n-- > 0)
			continue;
		for (size_t i = 0; i < rec->instrument->item_count; i++)
			if (rec->instrument->items[i].scale == (enum scale)scale &&
				record_answer(rec, (int)r, (int)i))
				record_put_answer(rec, (int)r, (int)i)->state = STATE_DONT_KNOW;
	}
}

START_TEST(test_report_brief_withholds_what_two_people_said)
{
	struct rounds x;
	char value[16];

	open_rounds(&x, "2026-10-20");
	leave_raters(x.before, 1, ASPECT_COMMUNICATION, 2);
	work_out(&x);
	const struct scale_score *score = &x.diagnosis[0].scores.scale[ASPECT_COMMUNICATION];
	ck_assert_int_eq(score->n[1], 2);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x,
		"LEFT OUT The scores of coordination and communication, with what rests on them:"
		" answers of a side are too few or too alike, or these could be worked out.");
	for (int p = 0; p < 2; p++) {
		snprintf(value, sizeof(value), " %.2f ", score->value[p]);
		assert_silent(&x, value);
	}
	assert_silent(&x, "Coordination "); /* of the cause and three aspects the fourth follows */
	assert_says(&x, "Governance 2.2 2.3 2.4");
	end(&x);
}
END_TEST

START_TEST(test_report_progress_withholds_what_two_people_said)
{
	struct rounds x;

	half_done(&x);
	leave_raters(x.now, 1, ASPECT_GOVERNANCE, 2);
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x,
		"Withheld, because answers of a side are too few or too alike or so that these"
		" cannot be worked out: governance and coordination.");
	assert_silent(&x, "Governance ");
	assert_silent(&x, "Coordination ");
	assert_says(&x, "two ratings have risen");
	ck_assert_ptr_nonnull(strstr(x.text.text, "\n  Strategy "));
	ck_assert_ptr_null(strstr(x.text.text, "\n  Management ")); /* of the causes by round */
	end(&x);
}
END_TEST

/* One went and one came: what they said is the rest of the two scores and the change. */
START_TEST(test_report_progress_tells_a_change_of_the_same_people_alone)
{
	struct rounds x;

	half_done(&x);
	work_out(&x);
	write_progress(&x, false);
	assert_says(&x, "Governance 2.4 4.4 (w) (w) - rose");
	assert_says(&x, "(w): withheld, since ratings of single people could follow from it.");
	assert_silent(&x, "heard no more");
	end(&x);

	half_done(&x);
	x.now->people[x.now->respondents[3].person].object.id =
		x.before->people[x.before->respondents[3].person].object.id;
	work_out(&x);
	write_progress(&x, false);
	check_progress(&x, false);
	assert_says(&x, "Governance 2.4 4.4 +2.0 10 - rose"); /* p takes 8 of a side */
	assert_says(&x, "the same people were heard both times");
	assert_says(&x, "a change cannot be told from chance yet");
	end(&x);
}
END_TEST

/* Of one or two the other side would know who they are; of three new ones it is told how many. */
START_TEST(test_report_progress_counts_no_one_or_two_who_came_or_went)
{
	static const char general[] =
		"Change is the mean of those who answered both times, both sides counting alike.";

	for (int n = 2; n <= 3; n++) {
		struct rounds x;

		half_done(&x);
		for (int k = 1; k < n; k++)
			x.now->people[x.now->respondents[3 - k].person].object.id = uuid_derive(
				&x.now->alliance.object.id, k == 1 ? "second" : "third");
		work_out(&x);
		write_progress(&x, false);
		check_progress(&x, false);
		ck_assert_int_eq(says(&x, general), n == 2);
		ck_assert_int_eq(says(&x, "3 are new and 3 were heard no more"), n == 3);
		assert_silent(&x, "2 are new");
		end(&x);
	}
}
END_TEST

START_TEST(test_report_of_a_small_side_gives_no_count_of_it)
{
	struct rounds x;

	open_rounds(&x, "2026-10-20");
	for (int s = 0; s < SCALE_COUNT; s++)
		leave_raters(x.before, 1, s, 2);
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x, "LEFT OUT Everything but recorded facts: fewer than three people of");
	assert_silent(&x, "(n ");
	assert_silent(&x, "people of both companies");
	assert_silent(&x, "Governance");
	assert_silent(&x, "of 16 scores");
	assert_silent(&x, "fails.");
	write_first(&x, REPORT_PROGRESS, false);
	check_progress(&x, false);
	assert_says(&x, "LEFT OUT Everything but recorded facts: fewer than three people of");
	assert_silent(&x, "(n ");
	end(&x);
}
END_TEST

START_TEST(test_report_brief_names_nobody_who_answered)
{
	struct rounds x;

	open_rounds(&x, "2026-10-20");
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	for (size_t r = 0; r < x.before->respondent_count; r++) {
		const struct respondent *who = &x.before->respondents[r];

		if (!str_blank(who->name) && who->role != ROLE_SPONSOR)
			assert_silent(&x, record_surname(who->name));
	}
	end(&x);
}
END_TEST

/* To whom, and what is asked */

START_TEST(test_report_brief_goes_to_the_first_that_has_not_confirmed)
{
	static const struct {
		int stance[2];
		const char *to;
		bool open;
	} cases[] = {
		{ { STANCE_ENGAGED, STANCE_UNRESPONSIVE }, "sponsor of GenTech Solutions", true },
		{ { STANCE_RELUCTANT, STANCE_RELUCTANT }, "sponsor of Phoenix Labs", true },
		{ { STANCE_ENGAGED, STANCE_ENGAGED }, "sponsor of GenTech Solutions", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct rounds x;

		open_rounds(&x, "2026-10-20");
		for (int p = 0; p < 2; p++)
			record_put_party_profile(x.before, p)->stance = cases[i].stance[p];
		work_out(&x);
		write_first(&x, REPORT_BRIEF, false);
		check_brief(&x, false);
		assert_says(&x, cases[i].to);
		ck_assert_int_eq(says(&x, "No side is recorded as holding back."), !cases[i].open);
		ck_assert_int_eq(says(&x, "Brief for the other side"), !cases[i].open);
		ck_assert_int_eq(says(&x, "this page does not guess at it"), cases[i].open);
		assert_silent(&x, "reluctant");
		assert_silent(&x, "unresponsive");
		assert_silent(&x, "does not respond");
		end(&x);
	}
}
END_TEST

START_TEST(test_report_brief_says_when_nothing_is_recorded)
{
	struct rounds x;

	open_rounds(&x, "2026-10-20");
	x.before->contribution_count = x.before->kpi_count = x.before->actual_count = 0;
	x.before->objective_count = 0;
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x, "WHAT EACH COMPANY LOSES IF IT ENDS Not recorded yet.");
	assert_silent(&x, "rekindle open");
	assert_says(&x, "Performance not known no result is recorded");
	assert_silent(&x, "Entered by");
	end(&x);
}
END_TEST

START_TEST(test_report_brief_sets_a_new_date_when_the_old_one_has_passed)
{
	struct rounds x;

	open_rounds(&x, "2026-12-02");
	record_put_party_profile(x.before, 1)->stance = STANCE_RELUCTANT;
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	assert_says(&x,
		"The date set for this, 18 November 2026, has passed. Please answer yes or no"
		" by Friday, 18 December 2026.");
	end(&x);
}
END_TEST

/* Whether the sponsor was not heard or was heard in confidence is the same page. */
START_TEST(test_report_brief_does_not_tell_a_sponsor_in_confidence)
{
	struct rounds x;
	char *unheard = NULL;

	for (int heard = 0; heard < 2; heard++) {
		open_rounds(&x, "2026-10-20");
		record_put_party_profile(x.before, 1)->stance = STANCE_RELUCTANT;
		for (size_t r = 0; r < x.before->respondent_count; r++) {
			struct respondent *who = &x.before->respondents[r];

			if (who->party == 1 && who->role == ROLE_SPONSOR)
				who->role = ROLE_SPECIALIST;
			who->attribution = ATTRIBUTION_NAMED;
		}
		/* another who answers in confidence: of the role or of another one */
		x.before->respondents[5].attribution = ATTRIBUTION_CONFIDENTIAL;
		x.before->respondents[5].role = heard ? ROLE_SPONSOR : ROLE_SPECIALIST;
		ck_assert_int_eq(x.before->respondents[5].party, 1);
		work_out(&x);
		write_first(&x, REPORT_BRIEF, false);
		assert_says(&x, "one hour of yours for an interview");
		assert_says(&x, "Your own view: you are not named as heard.");
		if (!heard)
			unheard = strdup(strstr(x.text.text, "WHAT WE DO NOT KNOW"));
		else
			ck_assert_str_eq(strstr(x.text.text, "WHAT WE DO NOT KNOW"), unheard);
		end(&x);
	}
	free(unheard);
}
END_TEST

START_TEST(test_report_brief_asks_for_an_hour_of_a_sponsor_not_heard)
{
	struct rounds x;

	open_rounds(&x, "2026-10-20");
	record_put_party_profile(x.before, 1)->stance = STANCE_RELUCTANT;
	for (size_t r = 0; r < x.before->respondent_count; r++) {
		x.before->respondents[r].attribution = ATTRIBUTION_NAMED;
		if (x.before->respondents[r].role == ROLE_SPONSOR)
			x.before->respondents[r].role = ROLE_SPECIALIST;
	}
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x, "one hour of yours for an interview");
	assert_says(&x, "Your own view: you have not been heard.");
	end(&x);
}
END_TEST

/* Of any shape, and with texts of any kind */

static const struct {
	int parties, people, value;
	enum stance stance;
} shapes[] = {
	{ 2, 5, 2, STANCE_ENGAGED },
	{ 2, 1, 4, STANCE_RELUCTANT },
	{ 3, 5, 3, STANCE_RELUCTANT },
	{ 4, 3, 2, STANCE_UNRESPONSIVE },
	{ 6, 4, 1, STANCE_RELUCTANT },
	{ 6, 3, 5, STANCE_ENGAGED },
	{ 2, 0, 1, STANCE_ENGAGED },
	{ 2, 6, 5, STANCE_ENGAGED },
	{ 5, 3, 3, STANCE_UNRESPONSIVE },
};

static char *long_text(void)
{
	static char text[1 << 16];

	memset(text, 'w', sizeof(text) - 1);
	for (size_t i = 9; i < sizeof(text) - 1; i += 10)
		text[i] = ' ';
	memcpy(text, "\033[31m\a\xE2\x80\xAE", 9);
	return text;
}

static void add_people(struct record *rec, int party, int people, int value)
{
	for (int i = 0; i < people; i++) {
		struct person *person = record_add(rec, KIND_PERSON);
		struct respondent *who = record_add(rec, KIND_RESPONDENT);

		person->party = who->party = party;
		person->role = who->role = i % ROLE_COUNT;
		person->name = who->name = i ? "Bo Lind" : long_text();
		person->object.id = uuid_new();
		who->person = (int)rec->person_count - 1;
		for (size_t k = 0; k < rec->instrument->item_count; k++) {
			const struct item *item = &rec->instrument->items[k];
			struct answer *answer;

			if (item->kind != ITEM_RATED || !item_asks(item, (enum role)who->role))
				continue;
			answer = record_add(rec, KIND_ANSWER);
			answer->respondent = (int)rec->respondent_count - 1;
			answer->item = (int)k;
			answer->state = STATE_ANSWERED;
			answer->value.type = VALUE_NUMBER;
			answer->value.number = item->reversed ? 6 - value : value;
		}
	}
}

static void add_facts(struct record *rec)
{
	for (int p = 0; p < (int)rec->party_count; p++) {
		struct contribution *has = record_add(rec, KIND_CONTRIBUTION);

		has->party = p;
		has->brings = has->would_lose = long_text();
	}
	for (int i = 0; i < 12; i++) {
		struct kpi *kpi = record_add(rec, KIND_KPI);
		struct actual *actual = record_add(rec, KIND_ACTUAL);

		kpi->name = kpi->unit = long_text();
		kpi->category = i % CATEGORY_COUNT;
		kpi->baseline = 0;
		kpi->target = 1e6;
		actual->kpi = i;
		actual->date = build_day("2026-03-01");
		actual->value = 123456.5;
	}
	record_put_profile(rec)->exit_terms = long_text();
	rec->alliance.started = build_day("2024-01-01");
}

/* Every action late, some of them blocked; joint objectives and gates with long notes. */
static void add_work(struct record *rec)
{
	for (size_t i = 0; i < rec->action_count; i++) {
		rec->actions[i].title = long_text();
		rec->actions[i].status = i % 3 ? STATUS_OPEN : STATUS_BLOCKED;
		rec->actions[i].reason = long_text();
	}
	for (int i = 0; i < 7; i++) {
		struct joint_objective *one = record_add(rec, KIND_JOINT_OBJECTIVE);

		one->text = one->target = long_text();
	}
	struct gate_decision *gate = record_add(rec, KIND_GATE);
	gate->number = 1;
	gate->outcome = OUTCOME_FAILED;
	gate->date = build_day("2026-04-20");
	gate->note = long_text();
}

/* All that stands before everything else. */
static void add_grave(struct record *rec)
{
	struct profile *profile = record_put_profile(rec);

	for (int p = 0; p < (int)rec->party_count; p++)
		record_put_party_profile(rec, p)->has_sponsor = TRI_NO;
	profile->breach = profile->litigation = TRI_YES;
	profile->contract_ends = build_day("2026-06-30");
	profile->notice_days = 90;
}

static void build_shape(struct rounds *x, int i, bool grave)
{
	static const char *const names[] = { "Alpha Works", "Beta Systems", "Gamma Labs",
		"Gesellschaft für angewandte Weltraumforschungsinstrumente mbH & Co",
		"東京大規模共同研究開発機構株式会社国際事業部", "Zeta SpA" };

	memset(x, 0, sizeof(*x));
	str_init(&x->text);
	x->before = mem_alloc(sizeof(*x->before));
	x->now = x->before;
	record_init(x->before, instrument_builtin());
	x->before->assessment.date = build_day("2026-03-16");
	for (int p = 0; p < shapes[i].parties; p++) {
		struct party *party = record_add(x->before, KIND_PARTY);

		party->name = names[p];
		record_put_party_profile(x->before, p)->stance =
			p ? (int)shapes[i].stance : STANCE_ENGAGED;
		add_people(x->before, p, shapes[i].people, shapes[i].value);
	}
	add_facts(x->before);
	if (grave)
		add_grave(x->before);
	record_settle(x->before);
	store_plan(x, "2026-03-23");
	add_work(x->before);
	diagnosis_compute(&x->diagnosis[0], x->before);
	diagnosis_compute(&x->diagnosis[1], x->before);
	plan_read(&x->plan, x->before);
}

static void end_shape(struct rounds *x)
{
	plan_release(&x->plan);
	for (int i = 0; i < 2; i++)
		diagnosis_release(&x->diagnosis[i]);
	record_release(x->before);
	free(x->before);
	str_release(&x->text);
}

START_TEST(test_report_kinds_of_any_shape_keep_to_their_pages)
{
	static const char *const days[] = { "2026-03-20", "2026-04-25", "2026-12-01",
		"2029-01-01" };
	struct rounds x;

	build_shape(&x, _i, false);
	for (size_t d = 0; d < sizeof(days) / sizeof(*days); d++)
		for (int ascii = 0; ascii < 2; ascii++) {
			x.today = build_day(days[d]);
			write_first(&x, REPORT_BRIEF, ascii);
			check_brief(&x, ascii);
			write_first(&x, REPORT_PROGRESS, ascii);
			check_progress(&x, ascii);
			write_progress(&x, ascii);
			check_progress(&x, ascii);
			ck_assert_ptr_null(strstr(x.text.text, "\xE2\x80\xAE"));
		}
	end_shape(&x);
}
END_TEST

/* However much is grave, it stands first and whole, and what is asked for stays as well. */
START_TEST(test_report_brief_of_any_shape_has_room_for_what_is_grave)
{
	static const char *const days[] = { "2026-03-20", "2026-12-01" };
	struct rounds x;

	build_shape(&x, _i, true);
	for (size_t d = 0; d < sizeof(days) / sizeof(*days); d++) {
		x.today = build_day(days[d]);
		write_first(&x, REPORT_BRIEF, false);
		check_brief(&x, false);
		assert_says(&x, "BEFORE ANYTHING ELSE - ");
		assert_says(&x, "yet to name an executive sponsor.");
		assert_says(&x, "A dispute about the contract is open between the companies.");
		assert_says(&x,
			d ? "By its date on record, the contract ended on 30 June 2026."
			  : "1 April 2026.");
		assert_says(&x, "THE DECISION WE ASK FOR");
		if (shapes[_i].value == 5) { /* nothing fails: nothing is asked */
			assert_says(&x, "THE DECISION WE ASK FOR None.");
			continue;
		}
		assert_says(&x, "Please answer");
		assert_says(&x, "WHAT EACH COMPANY LOSES IF IT ENDS");
		assert_says(&x, "WHAT WE DO NOT KNOW");
		assert_says(&x, "To be signed by");
	}
	end_shape(&x);
}
END_TEST

/* Of a healthy alliance nothing is asked, and nobody has to sign that. */
START_TEST(test_report_brief_asks_only_where_there_is_something_to_ask)
{
	for (int track = 0; track < TRACK_COUNT; track++) {
		struct rounds x;

		open_rounds(&x, "2026-10-20");
		work_out(&x);
		plan_release(&x.plan);
		x.diagnosis[0].track = (enum track)track;
		plan_compute(&x.plan, x.before, &x.diagnosis[0], build_day("2026-10-19"));
		write_first(&x, REPORT_BRIEF, false);
		check_brief(&x, false);
		if (track == TRACK_SUSTAIN) {
			assert_says(&x, "THE DECISION WE ASK FOR None.");
			assert_silent(&x, "Please answer");
			assert_silent(&x, "To be signed");
		} else {
			assert_says(&x, "Will GenTech ");
			assert_says(&x, "Please answer yes or no by Wednesday, 18 November 2026.");
		}
		end(&x);
	}
}
END_TEST

START_TEST(test_report_progress_names_who_is_missing_as_owner)
{
	struct rounds x;

	half_done(&x);
	for (size_t i = 0; i < x.before->person_count; i++)
		if (x.before->people[i].party == 1 && x.before->people[i].role == ROLE_OPERATIONS)
			x.before->people[i].role = ROLE_SPONSOR;
	work_out(&x);
	ck_assert(plan_lacks_owner(
		&x.plan, x.before, &x.plan.actions[plan_find_id(&x.plan, "clear_oldest")]));
	write_progress(&x, false);
	assert_says(&x,
		"Name the missing owner of what is late: action 21 (Clear the oldest open"
		" requests), for GenTech.");
	end(&x);
}
END_TEST

/* --- the brief of a plan that is under way --- */

static void open_under_way(struct rounds *x, const char *today)
{
	open_rounds(x, "2026-10-15");
	store_plan(x, "2026-10-19");
	x->today = build_day(today);
}

START_TEST(test_report_brief_after_a_failed_gate_asks_for_its_decision)
{
	struct rounds x;

	open_under_way(&x, "2027-02-15");
	decide_gate(&x, 1, "2026-11-18", NULL);
	x.before->gate_decisions[0].outcome = OUTCOME_FAILED;
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x,
		"Gate 1 was not passed on 18 November 2026. Will GenTech agree to what was set for"
		" that case: the plan stops and the alliance is wound down in order, beginning with"
		" the mandate, customers and people? Please answer yes or no by Friday,"
		" 26 February 2027.");
	assert_says(&x, "Yes your name under that decision; until it is taken");
	assert_says(&x, "No the contract holds");
	assert_silent(&x, "relaunching");
	assert_silent(&x, "The plan begins with");
	assert_silent(&x, "Gate 2 follows");
	end(&x);
}
END_TEST

START_TEST(test_report_brief_says_of_each_gate_what_is_still_true)
{
	struct rounds x;

	open_under_way(&x, "2027-02-15");
	decide_gate(&x, 1, "2026-11-18", NULL);
	do_actions(&x, "2026-11-01");
	work_out(&x);
	write_first(&x, REPORT_BRIEF, false);
	assert_says(&x, "Gate 1 was passed on 18 November 2026; this page asks to confirm it.");
	assert_says(&x, "Gate 2 was due on 27 January 2027 and is not decided;");
	assert_says(&x, "Late, and still to be done: ");
	assert_silent(&x, "follows on");
	plan_release(&x.plan);
	decide_gate(&x, 2, "2027-01-27", NULL);
	plan_read(&x.plan, x.before);
	write_first(&x, REPORT_BRIEF, false);
	check_brief(&x, false);
	assert_says(&x, "THE DECISION WE ASK FOR None. Every gate of the plan is passed:");
	assert_silent(&x, "To be signed");
	assert_silent(&x, "Gate 2");
	end(&x);
}
END_TEST

/* A redrawn plan numbers its gates on: it is the number that is said, not the place. */
START_TEST(test_report_numbers_are_those_that_are_stored)
{
	struct rounds x;

	open_under_way(&x, "2027-02-15");
	do_actions(&x, "2026-11-10");
	work_out(&x);
	for (size_t i = 0; i < x.plan.gate_count; i++)
		x.plan.gates[i].number += 2;
	x.plan.gates[0].outcome = OUTCOME_PASSED;
	x.plan.gates[0].decided = build_day("2026-11-18");
	write_first(&x, REPORT_BRIEF, false);
	assert_says(&x, "Gate 3 was passed on 18 November 2026;");
	assert_says(&x, "Gate 4 was due on");
	assert_silent(&x, "Gate 1");
	assert_silent(&x, "second gate");
	end(&x);

	half_done(&x);
	lift(&x, SCALE_TRUST, 1, -1);
	work_out(&x);
	for (size_t i = 0; i < x.plan.action_count; i++)
		x.plan.actions[i].number += 40;
	write_progress(&x, false);
	assert_says(&x, "44 Argue the case of another side 30 Nov mutual rose commitment, trust");
	end(&x);
}
END_TEST

/* What a person would write, with a unit at one, and without powers of ten. */
START_TEST(test_report_brief_says_quantities_as_people_do)
{
	static const struct {
		const char *unit;
		double value;
		const char *said;
	} cases[] = {
		{ "thousands", 90, " 90 thousand " },
		{ "weeks", 1, " 1 week " },
		{ "weeks", 1.5, " 1.5 weeks " },
		{ "days", 1, " 1 day " },
		{ "EUR", 2500000, " 2500000 EUR " },
		{ "EUR", 12500000, " 12.5 M EUR " },
		{ "EUR", 3.25e10, " 32.5 bn EUR " },
		{ "number", 1234567, " 1234567 " },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct rounds x;
		struct kpi *kpi;

		open_rounds(&x, "2026-10-20");
		x.before->kpi_count = 1;
		kpi = &x.before->kpis[0];
		kpi->unit = cases[i].unit;
		kpi->direction = DIRECTION_HIGHER;
		kpi->baseline = 0;
		kpi->target = cases[i].value * 2;
		x.before->actual_count = 1;
		x.before->actuals[0].kpi = 0;
		x.before->actuals[0].value = cases[i].value;
		work_out(&x);
		write_first(&x, REPORT_BRIEF, false);
		assert_says(&x, cases[i].said);
		assert_silent(&x, "e+");
		end(&x);
	}
}
END_TEST

/* A name is whole wherever there is room for it; text has two lines for it. */
START_TEST(test_report_of_a_kpi_has_its_whole_name)
{
	static const char name[] =
		"Share of requests that were answered within the agreed five days";
	struct report_input in;
	struct rounds x;

	open_under_way(&x, "2026-12-01");
	for (size_t i = 0; i < x.before->kpi_count; i++)
		x.before->kpis[i].name = name;
	work_out(&x);
	for (int kind = REPORT_PROGRESS; kind <= REPORT_BRIEF; kind++) {
		write_first(&x, kind, false);
		assert_silent(&x, "Share of requests that were answer~");
		assert_says(&x, "Share of requests that were");
		in = (struct report_input){ .record = x.before,
			.diagnosis = &x.diagnosis[0],
			.plan = &x.plan,
			.version = "0",
			.kind = kind,
			.today = x.today };
		str_clear(&x.text);
		report_write(&x.text, &in, REPORT_HTML, false);
		assert_says(&x, name);
		ck_assert_ptr_null(strchr(strstr(x.text.text, "<main>"), '~'));
	}
	end(&x);
}
END_TEST

Suite *report_kinds_suite(void)
{
	Suite *suite = suite_create("report kinds");
	TCase *tcase = tcase_create("report kinds");

	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_report_progress_is_as_agreed);
	tcase_add_test(tcase, test_report_brief_is_as_agreed);
	tcase_add_test(tcase, test_report_progress_without_a_plan_asks_for_one);
	tcase_add_test(tcase, test_report_progress_of_the_only_round_tells_no_change);
	tcase_add_test(tcase, test_report_progress_counts_kept_commitments);
	tcase_add_test(tcase, test_report_progress_passes_gate_2_by_what_is_done);
	tcase_add_test(tcase, test_report_progress_celebrates_a_revived_alliance);
	tcase_add_test(tcase, test_report_progress_tells_whether_it_worked);
	tcase_add_test(tcase, test_report_progress_draws_on_the_minutes);
	tcase_add_test(tcase, test_report_progress_says_what_became_of_decisions);
	tcase_add_test(tcase, test_report_progress_keeps_room_for_the_last_decisions);
	tcase_add_test(tcase, test_report_progress_of_a_round_without_a_day_says_so);
	tcase_add_test(tcase, test_report_kpis_of_the_plan_say_what_the_record_knows);
	tcase_add_test(tcase, test_report_brief_goes_on_with_what_is_ahead);
	tcase_add_test(tcase, test_report_progress_has_rates_by_quarter);
	tcase_add_test(tcase, test_report_progress_says_what_was_dropped);
	tcase_add_test(tcase, test_report_progress_after_a_failed_gate_asks_for_its_decision);
	tcase_add_test(tcase, test_report_progress_of_a_pulse_rests_on_ratings);
	tcase_add_test(tcase, test_report_brief_withholds_what_two_people_said);
	tcase_add_test(tcase, test_report_progress_withholds_what_two_people_said);
	tcase_add_test(tcase, test_report_progress_tells_a_change_of_the_same_people_alone);
	tcase_add_test(tcase, test_report_of_a_small_side_gives_no_count_of_it);
	tcase_add_test(tcase, test_report_progress_counts_no_one_or_two_who_came_or_went);
	tcase_add_test(tcase, test_report_brief_names_nobody_who_answered);
	tcase_add_test(tcase, test_report_brief_goes_to_the_first_that_has_not_confirmed);
	tcase_add_test(tcase, test_report_brief_says_when_nothing_is_recorded);
	tcase_add_test(tcase, test_report_brief_sets_a_new_date_when_the_old_one_has_passed);
	tcase_add_test(tcase, test_report_brief_does_not_tell_a_sponsor_in_confidence);
	tcase_add_test(tcase, test_report_brief_asks_for_an_hour_of_a_sponsor_not_heard);
	add_cases(tcase, test_report_kinds_of_any_shape_keep_to_their_pages, shapes);
	add_cases(tcase, test_report_brief_of_any_shape_has_room_for_what_is_grave, shapes);
	tcase_add_test(tcase, test_report_brief_asks_only_where_there_is_something_to_ask);
	tcase_add_test(tcase, test_report_progress_names_who_is_missing_as_owner);
	tcase_add_test(tcase, test_report_brief_after_a_failed_gate_asks_for_its_decision);
	tcase_add_test(tcase, test_report_brief_says_of_each_gate_what_is_still_true);
	tcase_add_test(tcase, test_report_numbers_are_those_that_are_stored);
	tcase_add_test(tcase, test_report_brief_says_quantities_as_people_do);
	tcase_add_test(tcase, test_report_of_a_kpi_has_its_whole_name);
	suite_add_tcase(suite, tcase);
	return suite;
}
