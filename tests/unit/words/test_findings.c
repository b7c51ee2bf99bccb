/* SPDX-License-Identifier: MIT */
/*
 * Findings: id, severity, order, rule in words (rekindle-method(7), section 6a).
 */
#include <rekindle/words.h>
#include "../core/random.h"

Suite *findings_suite(void);

static struct build b;
static struct diagnosis d;
static struct pool pool;

static void done(void)
{
	pool_release(&pool);
	diagnosis_release(&d);
	build_release(&b);
}

static const struct finding *finding(const char *id)
{
	for (size_t i = 0; i < d.finding_count; i++)
		if (!strcmp(d.findings[i].id, id))
			return &d.findings[i];
	return NULL;
}

static void assert_found(const char *id, int severity, const char *text)
{
	const struct finding *found = finding(id);
	ck_assert_msg(found, "no finding %s", id);
	ck_assert_int_eq(found->severity, severity);
	if (text)
		ck_assert_str_eq(words_finding(&pool, &b.rec, &d, found), text);
}

/* What comes first, without its rule. */
static void assert_plain(const char *id, const char *text)
{
	ck_assert_msg(finding(id), "no finding %s", id);
	ck_assert_str_eq(words_finding_plain(&pool, &b.rec, &d, finding(id)), text);
}

static void assert_absent(const char *id)
{
	ck_assert_msg(!finding(id), "finding %s", id);
}

START_TEST(test_findings_none_in_a_healthy_alliance)
{
	build_pair(&b, 3, 4);
	build_diagnose(&b, &d);
	ck_assert_uint_eq(d.finding_count, 0);
	done();
}
END_TEST

START_TEST(test_findings_of_bands)
{
	build_pair(&b, 2, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30); /* 3, 3, 2, 2: aspects in order */
	build_cause_all(&b, CAUSE_PARTNER, 41);
	build_diagnose(&b, &d);
	assert_found("cause.management", 3,
		"Management: score 2.50 (n\302\2402+2), critical, below 3.00.");
	assert_found("cause.partner", 2, "Partner: score 3.42 (n\302\2402+2), weak, below 3.50.");
	assert_found("aspect.management.governance", 2,
		"Governance: score 3.00 (n\302\2402+2), weak, below 3.50; A 3.00 and B 3.00.");
	assert_found("aspect.management.capability", 3, NULL);
	assert_plain("cause.management", "Management is critical: 2.50 of 5.");
	assert_plain("aspect.management.governance", "Governance is weak: 3.00 of 5.");
	assert_plain("killer.governance", "Silent killer: governance is too weak.");
	assert_plain("pain.management.governance", "All sides find governance low.");
	assert_plain("special.thin_relationships",
		"Relationships are thin: trust 4.00, communication 2.00.");
	assert_found("killer.governance", 2, "Silent killer, weak governance: 3.00, below 3.50.");
	assert_found("killer.communication_trust", 2, NULL); /* (2 + 4) / 2 = 3.0 */
	assert_found("pain.management.governance", 2,
		"Governance: a pain that all sides share: "
		"A 3.00 and B 3.00 (n\302\2402+2), each below 3.50, gap 0.00 below 0.75.");
	assert_found("special.thin_relationships", 2,
		"Thin relationships: trust 4.00 (n\302\2402+2), "
		"communication 2.00 (n\302\2402+2), the line is 3.00.");
	assert_absent("cause.strategy");
	assert_absent("killer.objectives");
	done();
}
END_TEST

START_TEST(test_findings_of_gaps)
{
	build_pair(&b, 6, 4);
	for (int i = 0; i < 6; i++) {
		build_scale(&b, i, ASPECT_VALUE, 2); /* gap 2, p 2/924 */
		build_scale(&b, i, ASPECT_WEIGHT, i % 3 ? 4 : 1);
	}
	build_diagnose(&b, &d);
	assert_found("gap.type.value", 3,
		"Fair split of value: B rates it 4.00 and A 2.00 "
		"(n\302\2406+6), a gap of 2.00, at least 1.00; p 0.002, confirmed.");
	assert_plain("gap.type.value", "The sides differ on fair split of value: B 4.00, A 2.00.");
	/* A (1, 4, 4, 1, 4, 4) 3.0: both ones on one side in 2 · C(10,4) of C(12,6), p 0.455 */
	assert_found("gap.type.weight", 2, NULL);
	ck_assert_ptr_nonnull(strstr(
		words_finding(&pool, &b.rec, &d, finding("gap.type.weight")), "may be chance"));
	done();
	build_pair(&b, 4, 4);
	for (int i = 1; i < 4; i++)
		build_scale(&b, i, ASPECT_VALUE, 3);
	build_states(&b, 3, ASPECT_VALUE, "ddd");
	build_states(&b, 1, ASPECT_VALUE, "332"); /* A 4, 8/3, 3: 3.2222, n 3 */
	build_diagnose(&b, &d);
	assert_found("gap.type.value", 1,
		"Fair split of value: B rates it 4.00 and A 3.22 (n\302\2404+3), "
		"a gap of 0.78, at least 0.75; cannot be confirmed at this size.");
	done();
}
END_TEST

START_TEST(test_findings_of_facts)
{
	build_pair(&b, 1, 4);
	b.items[0].shorthand = "A wide list";
	b.instrument.check[SELECTION_LONGLIST] = 0;
	build_check(&b, SELECTION_LONGLIST, CHECK_NO);
	build_check(&b, GOVERNANCE_PLATFORM, CHECK_PARTLY);
	build_check(&b, GOVERNANCE_MANAGERS, CHECK_YES);
	build_check(&b, GOVERNANCE_MANDATE, CHECK_UNKNOWN);
	static const int problems[] = { PROBLEM_BOTTLENECK, PROBLEM_CONFUSION, -1,
		PROBLEM_BOTTLENECK };
	for (int i = 0; i < 4; i++) {
		struct process *process = record_add(&b.rec, KIND_PROCESS);
		process->step = "release";
		process->problem = problems[i];
		process->party = i ? -1 : 0;
	}
	static const int repaired[] = { TRI_NO, TRI_YES, TRI_UNKNOWN };
	for (int i = 0; i < 3; i++) {
		struct incident *incident = record_add(&b.rec, KIND_INCIDENT);
		incident->what = "data came late";
		incident->repaired = repaired[i];
		incident->date = i ? DATE_NONE : build_day("2026-01-05");
	}
	build_diagnose(&b, &d);
	assert_found("checklist.selection.longlist", 2, "Checklist, A wide list: no.");
	assert_found("checklist.governance.platform", 1, "Checklist, platform: partly.");
	assert_absent("checklist.governance.managers");
	assert_absent("checklist.governance.mandate");
	assert_found("process.bottleneck.1", 1, "Process step \"release\" of A: bottleneck.");
	assert_found("process.bottleneck.2", 1, "Process step \"release\": bottleneck.");
	assert_found("process.confusion.1", 1, NULL);
	assert_plain(
		"checklist.selection.longlist", "Not in place, by the checklist: A wide list.");
	assert_plain("checklist.governance.platform",
		"Only partly in place, by the checklist: platform.");
	assert_plain("process.bottleneck.1", "Work waits at the step \"release\" of A.");
	assert_plain("process.confusion.1", "It is not clear who does the step \"release\".");
	assert_plain("incident.1", "Not repaired: data came late.");
	assert_found("incident.1", 1, "Incident 1 of 2026-01-05 is not repaired: data came late.");
	assert_absent("incident.2");
	assert_found("incident.3", 1, "Incident 3 is not repaired: data came late.");
	done();
}
END_TEST

/* A kind that is not said makes none. */
static void happen(int kind, const char *date, int party)
{
	struct event *event = record_add(&b.rec, KIND_EVENT);
	event->kind = kind;
	event->date = date ? build_day(date) : DATE_NONE;
	event->party = party;
	event->what = "Sold to a fund.";
}

START_TEST(test_findings_of_events_by_kind_in_file_order)
{
	build_pair(&b, 1, 4);
	happen(HAPPENING_OWNERSHIP, "2026-02-03", 1);
	happen(HAPPENING_BUDGET, NULL, 0);
	happen(-1, "2026-02-04", 0);
	happen(HAPPENING_OWNERSHIP, NULL, -1);
	b.rec.events[3].what = NULL;
	build_diagnose(&b, &d);
	assert_found(
		"event.ownership.1", 3, "Change of ownership at B, 2026-02-03: Sold to a fund.");
	assert_found("event.ownership.2", 3, "Change of ownership: no description.");
	assert_found("event.budget.1", 2, "Change of budget at A: Sold to a fund.");
	ck_assert_uint_eq(d.finding_count, 3);
	done();
}
END_TEST

START_TEST(test_findings_of_events_weigh_by_kind)
{
	build_pair(&b, 1, 4);
	happen(_i, NULL, -1);
	build_diagnose(&b, &d);
	ck_assert_uint_eq(d.finding_count, 1);
	ck_assert_int_eq(d.findings[0].severity,
		_i == HAPPENING_OWNERSHIP || _i == HAPPENING_INSOLVENCY || _i == HAPPENING_LEAK ||
				_i == HAPPENING_EXCLUSIVITY
			? 3
			: 2);
	ck_assert_int_eq(d.findings[0].cause, -1);
	done();
}
END_TEST

START_TEST(test_findings_of_competing_parties)
{
	build_pair(&b, 1, 4);
	record_put_profile(&b.rec)->competitors = TRI_UNKNOWN;
	build_diagnose(&b, &d);
	assert_absent("special.coopetition");
	done();
	build_pair(&b, 1, 4);
	record_put_profile(&b.rec)->competitors = TRI_YES;
	build_diagnose(&b, &d);
	assert_found("special.coopetition", 2,
		"Coopetition: the companies are recorded as competitors.");
	record_put_profile(&b.rec)->competitors_where = "Small pumps.";
	assert_found("special.coopetition", 2,
		"Coopetition: the companies are recorded as competitors (Small pumps).");
	done();
}
END_TEST

START_TEST(test_findings_of_knockouts_and_exit)
{
	build_pair(&b, 1, 4);
	record_put_party_profile(&b.rec, 0)->has_sponsor = TRI_NO;
	record_put_party_profile(&b.rec, 1)->stance = STANCE_UNRESPONSIVE;
	record_put_party_profile(&b.rec, 1)->escalated = TRI_YES;
	record_put_profile(&b.rec)->breach = record_put_profile(&b.rec)->litigation = TRI_YES;
	build_scale(&b, 0, ASPECT_RATIONALE, 1);
	build_diagnose(&b, &d);
	assert_found("knockout.no_sponsor.A", 4, "A has no executive sponsor for the alliance.");
	assert_found("knockout.rationale_gone.A", 4,
		"A rates its reason to partner 1.00 (n\302\2401), below 2.00.");
	assert_found("knockout.unresponsive.B", 4, NULL);
	assert_found("knockout.breach", 4, NULL);
	assert_found("knockout.litigation", 4, NULL);
	assert_found("decision.exit", 4, NULL);
	assert_found("special.unwilling_partner", 2, NULL);
	done();
}
END_TEST

START_TEST(test_findings_of_blame_pitfalls_performance_and_time)
{
	build_pair(&b, 1, 4);
	build_split(&b, 0, 0, 0, 60, 40);
	build_split(&b, 1, 0, 0, 40, 60);
	build_scale(&b, 0, SCALE_RESULTS, 1);
	b.rec.alliance.started = build_day("2026-01-01");
	b.rec.assessment.date = build_day("2026-03-16");
	struct objective *objective = record_add(&b.rec, KIND_OBJECTIVE);
	objective->result = RESULT_PARTLY;
	objective->measure = objective->target = "1";
	objective->due = 0;
	build_diagnose(&b, &d);
	assert_found("blame.parties_differ", 2,
		"The sides give different causes the most of 100 "
		"points: A partner 60, B management 60 (n\302\2401+1).");
	assert_absent("blame.all_blame_partner");
	assert_found("pitfall.blame_game", 2, NULL);
	assert_found("special.impatience", 2,
		"Impatience: perceived results 2.50 (n\302\2401+1), below 3.00, within the first "
		"12 "
		"months.");
	assert_found("performance.low", 2,
		"Performance is 50 of 100, low: below 60 (objectives "
		"with a result: 1, KPIs: 0).");
	assert_plain("performance.low", "Results are low: 50 of 100.");
	assert_plain("blame.parties_differ",
		"The sides hold different causes to be the heaviest: A partner 60, B management "
		"60.");
	done();
}
END_TEST

START_TEST(test_findings_of_divided_and_unseeing_parties)
{
	build_pair(&b, 4, 4);
	for (int i = 0; i < 4; i++) {
		build_scale(&b, i, ASPECT_VALUE, i % 2 ? 5 : 2);
		build_states(&b, 4 + i, ASPECT_TERMS, "d44");
	}
	build_diagnose(&b, &d);
	assert_found("divided.type.value.A", 1, NULL);
	assert_found("visibility.type.terms.B", 1,
		"B cannot see terms: 4 of 12 answers are "
		"\"don't know\", at least 30 %.");
	assert_plain("divided.type.value.A", "The people of A are divided on fair split of value.");
	assert_plain("visibility.type.terms.B",
		"Many at B cannot judge terms: 4 of 12 answers \"don't know\".");
	assert_absent("divided.type.value.B");
	assert_absent("visibility.type.terms.A");
	done();
}
END_TEST

START_TEST(test_findings_by_severity_then_upstream_then_instrument)
{
	static const char *const order[] = {
		"knockout.no_sponsor.A",
		"cause.management",
		"aspect.management.communication",
		"aspect.management.capability",
		"aspect.strategy.rationale",
		"pain.strategy.rationale",
		"aspect.management.governance",
		"killer.governance",
		"pain.management.governance",
		"aspect.management.coordination",
		"pain.management.coordination",
		"killer.communication_trust",
		"pain.management.communication",
		"special.thin_relationships",
		"pain.management.capability",
		"checklist.selection.longlist",
		NULL,
	};
	build_pair(&b, 1, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30);
	for (int r = 0; r < 2; r++)
		build_scale(&b, r, ASPECT_RATIONALE, 3);
	build_check(&b, SELECTION_LONGLIST, CHECK_PARTLY);
	record_put_party_profile(&b.rec, 0)->has_sponsor = TRI_NO;
	build_diagnose(&b, &d);
	size_t n = 0;
	for (; order[n]; n++)
		ck_assert_str_eq(d.findings[n].id, order[n]);
	ck_assert_uint_eq(d.finding_count, n);
	done();
}
END_TEST

static void assert_said(const char *text)
{
	ck_assert(*text && text[strlen(text) - 1] == '.');
	ck_assert_ptr_null(strstr(text, " nan"));
	ck_assert_ptr_null(strstr(text, " inf"));
	ck_assert_ptr_null(strstr(text, "(null)"));
}

/* Whatever was answered: a rule with its numbers, and no case that begins with its heading. */
START_TEST(test_findings_can_all_be_said)
{
	for (uint64_t seed = 1; seed <= 300; seed++) {
		random_build(&b, seed);
		build_diagnose(&b, &d);
		for (size_t i = 0; i < d.finding_count; i++) {
			struct finding *found = &d.findings[i];
			const char *rule = words_finding(&pool, &b.rec, &d, found);
			assert_said(rule);
			const char *plain = words_finding_plain(&pool, &b.rec, &d, found);
			assert_said(plain);
			ck_assert_ptr_null(strstr(plain, found->id));
			ck_assert_str_ne(words_cited(&pool, &b.rec, found->id), found->id);
			if (found->kind == FINDING_PITFALL || found->kind == FINDING_SPECIAL) {
				const char *alone = words_case(&pool, &b.rec, &d, found);
				assert_said(alone);
				ck_assert_str_eq(alone + 1, strchr(rule, ':') + 3);
			}
			found->withheld = true;
			ck_assert_str_eq(words_finding(&pool, &b.rec, &d, found), "");
			ck_assert_str_eq(words_finding_plain(&pool, &b.rec, &d, found), "");
		}
		done();
	}
}
END_TEST

/* What an action is for: found, found once, or no finding of any round. */
START_TEST(test_findings_that_an_action_cites)
{
	build_pair(&b, 2, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30);
	build_diagnose(&b, &d);
	ck_assert_str_eq(
		words_because(&pool, &b.rec, &d, TRACK_RELAUNCH, "aspect.management.governance"),
		"Governance is weak: 3.00 of 5.");
	ck_assert_str_eq(
		words_because(&pool, &b.rec, &d, TRACK_RELAUNCH, "gap.strategy.objectives"),
		"a gap on objectives (not a finding of this round)");
	ck_assert_str_eq(words_because(&pool, &b.rec, &d, TRACK_SUSTAIN, "aspect.type.terms"),
		"room to improve: terms");
	ck_assert_str_eq(
		words_cited(&pool, &b.rec, "visibility.type.terms.B"), "B cannot see terms");
	ck_assert_str_eq(words_cited(&pool, &b.rec, "visibility.type.terms.Gone"),
		"visibility.type.terms.Gone");
	done();
}
END_TEST

Suite *findings_suite(void)
{
	Suite *suite = suite_create("findings");
	TCase *tcase = tcase_create("findings");
	tcase_add_test(tcase, test_findings_none_in_a_healthy_alliance);
	tcase_add_test(tcase, test_findings_of_bands);
	tcase_add_test(tcase, test_findings_of_gaps);
	tcase_add_test(tcase, test_findings_of_facts);
	tcase_add_test(tcase, test_findings_of_events_by_kind_in_file_order);
	tcase_add_loop_test(tcase, test_findings_of_events_weigh_by_kind, 0, HAPPENING_COUNT);
	tcase_add_test(tcase, test_findings_of_competing_parties);
	tcase_add_test(tcase, test_findings_of_knockouts_and_exit);
	tcase_add_test(tcase, test_findings_of_blame_pitfalls_performance_and_time);
	tcase_add_test(tcase, test_findings_of_divided_and_unseeing_parties);
	tcase_add_test(tcase, test_findings_by_severity_then_upstream_then_instrument);
	tcase_add_test(tcase, test_findings_can_all_be_said);
	tcase_add_test(tcase, test_findings_that_an_action_cites);
	suite_add_tcase(suite, tcase);
	return suite;
}
