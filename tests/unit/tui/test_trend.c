/* SPDX-License-Identifier: MIT */
/*
 * The rounds of an alliance on the screen: what has changed, what cannot be told, and why.
 */
#include "drive.h"

#include "../../../src/tui/portfolio/portfolio.h"

Suite *trend_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
}

static void tear_down(void)
{
	drive_end();
}

static const struct item *item_of(const struct answer *answer)
{
	return &app.record.instrument->items[answer->item];
}

/* Everybody rates management a point higher. */
static void better(struct record *round)
{
	for (size_t i = 0; i < round->answer_count; i++) {
		struct answer *answer = &round->answers[i];
		if (answer->value.type != VALUE_NUMBER || item_of(answer)->kind != ITEM_RATED ||
			(int)item_of(answer)->scale / ASPECTS_PER_CAUSE != CAUSE_MANAGEMENT)
			continue;
		double by = item_of(answer)->reversed ? -1 : 1;
		answer->value.number = fmin(fmax(answer->value.number + by, 1), 5);
	}
}

/* Only so many of them were heard. */
static void leave_out(struct record *round, size_t heard)
{
	size_t kept = 0;
	for (size_t i = 0; i < round->answer_count; i++)
		if (round->answers[i].respondent < (int)heard)
			round->answers[kept++] = round->answers[i];
	round->answer_count = kept;
	round->respondent_count = heard;
}

/* A later round of the same people, of whom so many are heard. */
static void add_round(enum round_kind kind, const char *day, size_t heard)
{
	static const enum kind once[] = { KIND_PROFILE, KIND_PARTY_PROFILE, KIND_ROUTE,
		KIND_OBJECTIVE, KIND_PROCESS, KIND_CHECKLIST, KIND_RISK, KIND_EVENT, KIND_INCIDENT,
		KIND_CONTRIBUTION, KIND_NOTE, KIND_MILESTONE };
	struct record round;
	struct errmsg why;
	ck_assert_int_eq(
		store_load(app.options.store, app.record.assessment.object.key, &round, &why),
		ERR_NONE);
	for (size_t k = 0; k < sizeof(once) / sizeof(*once); k++)
		while (record_count(&round, once[k]))
			record_remove(&round, once[k], 0);
	round.assessment.object = (struct object){ 0 };
	round.assessment.kind = (int)kind;
	date_parse(day, &round.assessment.date);
	for (size_t i = 0; i < round.respondent_count; i++)
		round.respondents[i].object = (struct object){ 0 };
	for (size_t i = 0; i < round.answer_count; i++)
		round.answers[i].object = (struct object){ 0 };
	leave_out(&round, heard);
	better(&round);
	record_settle(&round);
	ck_assert_msg(!store_add_record(app.options.store, &round, &why), "%s", why.text);
	record_release(&round);
	ck_assert(app_reload(&app));
}

static void open_trend(void)
{
	app_push(&app, &screen_home, NULL);
	screen_at(24, 80);
	press('T');
}

START_TEST(test_trend_is_offered_from_two_rounds_on)
{
	open_trend();
	expect("Home");
	expect_not("T trend");
	press(':');
	type("compared");
	expect_not("all rounds and pulses");
	press(TUI_ESCAPE);
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("T trend");
	press('T');
	expect("  Trend   Phoenix & GenTech   2 rounds");
}
END_TEST

START_TEST(test_trend_says_what_rose_and_what_cannot_be_told)
{
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	open_trend();
	expect("From baseline of 15 October 2026 to follow-up of 19 January 2027: ");
	expect("aspects rose beyond chance: governance, ");
	expect("                        rounds from   to     change pairs     p");
	expect("> Health                ▅▅ ");
	press(TUI_END);
	expect("from baseline  2026-10-15 3.22 W  ");
	expect("to   follow-up 2027-01-19 3.45 W  ");
	press_times(TUI_UP, 12);
	expect("communication       ▃▅     2.40 C 3.40 W  +1.00    10 0.002  rose");
	expect_not("change  no change");
	every_size("Trend");
}
END_TEST

START_TEST(test_trend_says_how_many_pairs_it_takes)
{
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 6);
	open_trend();
	press_times(TUI_DOWN, 19);
	expect("communication       ▃▆     2.40 C 3.");
	expect("     6 0.031  needs 9 pairs");
	press(TUI_UP);
	press(TUI_ENTER);
	press('b');
	press(TUI_DOWN);
	press(TUI_ENTER);
	expect("  Communication");
	expect("6 people have a value both times (Phoenix 5, GenTech 1).");
	expect("chance yet. With so many tested, 9 pairs could tell the clearest change;");
	expect("there are 6 so far.");
	expect_not("beyond chance");
	press(TUI_END);
	expect("b back");
	press('q');
	expect("needs 9 pairs");
}
END_TEST

START_TEST(test_trend_compares_any_two_rounds)
{
	add_round(ROUND_PULSE, "2026-12-01", 10);
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	open_trend();
	expect("From baseline of 15 October 2026 to follow-up of 19 January 2027");
	press('<');
	expect("From pulse of 1 December 2026 to follow-up of 19 January 2027");
	press('>');
	press('<');
	expect("From baseline of 15 October 2026 to follow-up of 19 January 2027");
	press('>');
	expect("From baseline of 15 October 2026 to pulse of 1 December 2026");
	expect("< > rounds");
	expect_not("> rounds   >");
	every_size("Trend");
}
END_TEST

/* The same again after something was changed elsewhere. */
START_TEST(test_trend_stays_with_the_rounds_that_were_chosen)
{
	add_round(ROUND_PULSE, "2026-12-01", 10);
	open_trend();
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("3 rounds");
	expect("From baseline of 15 October 2026 to pulse of 1 December 2026");
}
END_TEST

START_TEST(test_trend_holds_a_kpi_against_the_share_of_its_way)
{
	struct kpi kpi = { .name = "Kept promises", .baseline = 40, .target = 80 };
	struct actual actual = { .value = 50 };
	date_parse("2026-07-15", &kpi.start);
	kpi.due = kpi.start + 2 * (app.today - kpi.start);
	ck_assert(app_append(&app, NULL, KIND_KPI, &kpi));
	actual.kpi = (int)app.record.kpi_count - 1;
	actual.date = app.today - 3;
	ck_assert(app_append(&app, NULL, KIND_ACTUAL, &actual));
	actual.value = 60;
	actual.date = app.today + 3; /* not yet */
	ck_assert(app_append(&app, NULL, KIND_ACTUAL, &actual));
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	open_trend();
	press(TUI_END);
	expect("> Kept promises                  ▃            40    50      80   50 %     50");
	press(TUI_ENTER);
	expect("50 of 100: 50 reached, from 40 to 80; 50 % of the way is due by now.");
	expect("    12 October 2026: 50");
	expect_not("18 October 2026: 60");
}
END_TEST

START_TEST(test_trend_is_written_in_ascii_too)
{
	app.options.ascii = true;
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	open_trend();
	expect("> Health                ++ ");
	for (int rows = 0; rows < 40; rows++) {
		for (const char *p = screen_at(24, 80); *p; p++)
			ck_assert_msg(*p == '\n' || (*p >= ' ' && *p <= '~'), "not ASCII: %s", p);
		press(TUI_DOWN);
	}
}
END_TEST

/* A round a tick. */
static void tick_times(int times)
{
	((struct portfolio *)app.top->state)->slice_ms = 0;
	while (times-- > 0)
		app_tick(&app);
}

START_TEST(test_trend_of_health_stands_in_the_portfolio)
{
	app_push(&app, &screen_portfolio, NULL);
	screen_at(24, 80);
	tick_times(3);
	expect_not("Trend");
	add_round(ROUND_PULSE, "2026-12-01", 10);
	add_round(ROUND_FOLLOW_UP, "2027-01-19", 10);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("  Alliance           State            Health Primary     Trend            Next");
	tick_times(1);
	expect("> Phoenix Labs and~");
	expect_not("▅▅▅");
	tick_times(3);
	expect("3.45 W partner     ▅▅▅   +0.23   ");
	expect_at(24, 40, "▅▅▅");
	expect_at(24, 120, "▅▅▅   +0.23");
	every_size("Portfolio");
	app.options.ascii = true;
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("+++   +0.23");
}
END_TEST

/* An alliance of nobody, of which its health is known. */
static void add_alliance(int n, double health)
{
	struct record record;
	struct store_list list;
	struct errmsg why;
	record_init(&record, instrument_builtin());
	record.alliance.name = pool_printf(&record.pool, "Alliance %02d", n);
	record.assessment.kind = ROUND_BASELINE;
	for (int party = 0; party < 2; party++)
		((struct party *)record_add(&record, KIND_PARTY))->name = party ? "B" : "A";
	record_settle(&record);
	ck_assert(!store_add_record(app.options.store, &record, &why));
	ck_assert(!store_list(app.options.store, &list, &why));
	for (size_t i = 0; i < list.count; i++)
		if (list.rounds[i].assessment == record.assessment.object.key)
			ck_assert(!store_put_summary(app.options.store, list.rounds[i].assessment,
				list.rounds[i].change, health, "none", "A", &why));
	store_list_release(&list);
	record_release(&record);
}

START_TEST(test_trend_portfolio_ranks_from_ten_alliances_on)
{
	for (int i = 0; i < 8; i++)
		add_alliance(i, 2 + 0.2 * i);
	app_push(&app, &screen_portfolio, NULL);
	screen_at(24, 80);
	tick_times(3);
	press(TUI_HOME);
	expect("> Phoenix Labs");
	expect_not("percentile");
	add_alliance(8, 4.8);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	/* 3.22 is above seven of nine */
	press(TUI_HOME);
	expect("> Phoenix Labs");
	expect("percentile 78 among your 10 alliances that have one.");
}
END_TEST

Suite *trend_suite(void)
{
	Suite *suite = suite_create("trend on the screen");
	TCase *tcase = tcase_create("trend");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_trend_is_offered_from_two_rounds_on);
	tcase_add_test(tcase, test_trend_says_what_rose_and_what_cannot_be_told);
	tcase_add_test(tcase, test_trend_says_how_many_pairs_it_takes);
	tcase_add_test(tcase, test_trend_compares_any_two_rounds);
	tcase_add_test(tcase, test_trend_stays_with_the_rounds_that_were_chosen);
	tcase_add_test(tcase, test_trend_holds_a_kpi_against_the_share_of_its_way);
	tcase_add_test(tcase, test_trend_is_written_in_ascii_too);
	tcase_add_test(tcase, test_trend_of_health_stands_in_the_portfolio);
	tcase_add_test(tcase, test_trend_portfolio_ranks_from_ten_alliances_on);
	suite_add_tcase(suite, tcase);
	return suite;
}
