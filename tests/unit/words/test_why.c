/* SPDX-License-Identifier: MIT */
/*
 * Why: what would change a finding does change it; evidence for and against by its kind.
 */
#include <rekindle/words.h>
#include "../core/random.h"
#include "../../../src/core/score/basis.h"

Suite *why_suite(void);

enum { DIAGNOSES = 1000, PIECES = 10, WHOLE = 10 };

static struct build b;
static struct diagnosis d;
static struct pool pool;
static struct why why;
static struct why_words said;

static void ask(const struct finding *finding)
{
	why_finding(&why, &pool, &b.rec, &d, finding);
	words_why(&said, &pool, &b.rec, &d, &why);
}

static void ask_aspect(int scale)
{
	why_aspect(&why, &pool, &b.rec, &d, scale);
	words_why(&said, &pool, &b.rec, &d, &why);
}

static void ask_cause(int cause)
{
	why_cause(&why, &pool, &b.rec, &d, cause);
	words_why(&said, &pool, &b.rec, &d, &why);
}

static void done(void)
{
	pool_release(&pool);
	diagnosis_release(&d);
	build_release(&b);
}

static const struct finding *find(const struct diagnosis *in, const char *id)
{
	for (size_t i = 0; i < in->finding_count; i++)
		if (!strcmp(in->findings[i].id, id))
			return &in->findings[i];
	return NULL;
}

static size_t problems(const struct record *rec, int problem)
{
	size_t count = 0;
	for (size_t i = 0; i < rec->process_count; i++)
		count += rec->processes[i].problem == problem;
	return count;
}

/* Steps are counted by problem: when one goes, the next takes its number. */
static bool is_changed(
	const struct finding *finding, const struct record *copy, const struct diagnosis *after)
{
	const struct finding *left = find(after, finding->id);
	if (finding->kind == FINDING_PROCESS) {
		int problem = b.rec.processes[finding->subject].problem;
		return problems(copy, problem) < problems(&b.rec, problem);
	}
	return !left || left->severity != finding->severity;
}

/* whole: by the diagnosis itself; else by its findings alone, which are the same. */
static void assert_change_works(const struct finding *finding, bool whole)
{
	struct record copy;
	struct diagnosis after;
	record_branch(&copy, &b.rec);
	for (size_t i = 0; i < why.change_count; i++)
		record_apply_change(&copy, &why.changes[i]);
	(whole ? diagnosis_compute : diagnosis_findings)(&after, &copy);
	ck_assert_msg(
		is_changed(finding, &copy, &after), "%s stays: %s", finding->id, said.would_change);
	diagnosis_release(&after);
	record_branch_release(&copy);
}

static void more_facts(void)
{
	for (int i = dice(4); i > 0; i--) {
		struct process *process = record_add(&b.rec, KIND_PROCESS);
		process->step = "step";
		process->problem = dice(PROBLEM_COUNT + 1) - 1;
	}
	for (int i = dice(3); i > 0; i--)
		((struct incident *)record_add(&b.rec, KIND_INCIDENT))->repaired = dice(3) - 1;
	for (int i = dice(3); i > 0; i--) {
		struct event *event = record_add(&b.rec, KIND_EVENT);
		event->kind = dice(HAPPENING_COUNT + 1) - 1;
		event->effect = dice(2) ? "a quarter lost" : NULL;
	}
	record_put_profile(&b.rec)->competitors = dice(3) - 1;
	record_put_profile(&b.rec)->litigation = dice(8) ? TRI_UNKNOWN : TRI_YES;
	for (size_t i = 0; i < b.rec.kpi_count; i++)
		b.rec.kpis[i].name = "KPI";
}

static void assert_words(const struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++) {
		ck_assert_ptr_nonnull(texts->text[i]);
		ck_assert_ptr_null(strstr(texts->text[i], " nan"));
		ck_assert_ptr_null(strstr(texts->text[i], "(null)"));
	}
}

START_TEST(test_why_what_would_change_it_changes_it)
{
	for (uint64_t seed = 1; seed <= DIAGNOSES / PIECES; seed++) {
		random_build(&b, seed + (uint64_t)_i * DIAGNOSES / PIECES);
		more_facts();
		build_diagnose(&b, &d);
		for (size_t i = 0; i < d.finding_count; i++) {
			const struct finding *finding = &d.findings[i];
			ask(finding);
			ck_assert_msg(said.would_change, "nothing changes %s (seed %d)",
				finding->id, (int)seed + _i * DIAGNOSES / PIECES);
			ck_assert_uint_gt(said.pro.count, 0);
			ck_assert_str_eq(said.title, finding->id);
			assert_words(&said.rule);
			assert_words(&said.pro);
			assert_words(&said.against);
			ck_assert_ptr_null(strstr(said.would_change, " nan"));
			if (finding->kind == FINDING_EVENT)
				ck_assert_int_eq(why.would, WOULD_PASS);
			else
				assert_change_works(finding, i % WHOLE == seed % WHOLE);
		}
		done();
	}
}
END_TEST

/* Worked examples, one for each kind of finding at least. */

static void low_governance(void)
{
	/* A 2.00 and B 3.00 make 2.50; facts: 1 yes, 3 no: 1 + 4/4 = 2.00 at 1/2: 2.25 */
	for (int r = 0; r < 4; r++)
		build_scale(&b, r, ASPECT_GOVERNANCE, r < 2 ? 2 : 3);
	build_check(&b, GOVERNANCE_MANAGERS, CHECK_YES);
	build_check(&b, GOVERNANCE_MANDATE, CHECK_NO);
	build_check(&b, GOVERNANCE_STEERING, CHECK_NO);
	build_check(&b, GOVERNANCE_PLATFORM, CHECK_NO);
}

static void low_selection(void)
{
	/* ratings 2.00 and no row yes: 1.50; (2 + 4.20) / 2 passes 3.00, four rows of five */
	for (int r = 0; r < 4; r++)
		build_scale(&b, r, ASPECT_SELECTION, 2);
	for (int row = SELECTION_LONGLIST; row < SELECTION_CULTURE; row++)
		build_check(&b, (enum check_row)row, CHECK_NO);
	record_put_party_profile(&b.rec, 0)->has_sponsor = TRI_NO;
}

static void low_communication(void)
{
	/* A 4.00, B (2 + 4 + 1) / 3 = 2.33: mean 3.17, weak; B at 3.00: 3.50, with a gap of 1.00.
	 * Trust 3.00, so the killer is 3.08: trust at 3.83 would lift it to 3.50, B's then to 3.67
	 */
	for (int r = 2; r < 4; r++) {
		build_states(&b, r, ASPECT_COMMUNICATION, "2 1");
		build_scale(&b, r, SCALE_TRUST, 2);
	}
}

static void shared_and_split(void)
{
	for (int r = 0; r < 4; r++)
		build_scale(&b, r, ASPECT_COMPATIBLE, 3);
	build_split(&b, 0, 0, 0, 60, 40);
	build_split(&b, 2, 0, 0, 40, 60);
}

static void both_blame_partner(void)
{
	build_split(&b, 0, 0, 0, 60, 40);
	build_split(&b, 2, 30, 0, 70, 0);
}

static void stated_facts(void)
{
	record_put_party_profile(&b.rec, 0)->has_sponsor = TRI_NO;
	record_put_party_profile(&b.rec, 1)->stance = STANCE_UNRESPONSIVE;
	record_put_party_profile(&b.rec, 1)->escalated = TRI_YES;
	record_put_party_profile(&b.rec, 0)->size_class = SIZE_SMALL;
	record_put_party_profile(&b.rec, 1)->size_class = SIZE_GLOBAL;
	record_put_profile(&b.rec)->breach = record_put_profile(&b.rec)->litigation = TRI_YES;
	record_put_profile(&b.rec)->amendable = TRI_NO;
	record_put_profile(&b.rec)->competitors = TRI_YES;
	record_put_profile(&b.rec)->competitors_where = "pumps";
	struct process *process = record_add(&b.rec, KIND_PROCESS);
	process->step = "release";
	process->problem = PROBLEM_BOTTLENECK;
	process->note = "weeks of waiting";
	struct incident *incident = record_add(&b.rec, KIND_INCIDENT);
	incident->what = "data came late";
	incident->consequence = "a quarter lost";
	for (int i = 0; i < 3; i++) {
		struct objective *objective = record_add(&b.rec, KIND_OBJECTIVE);
		objective->text = "a prototype";
		objective->result = i ? RESULT_MISSED : RESULT_MET;
		objective->measure = objective->target = i ? NULL : "1";
	}
}

static void lost_reason(void)
{
	for (int r = 0; r < 4; r++)
		build_scale(&b, r, ASPECT_RATIONALE, r < 2 ? 1 : 2);
	build_route(&b, 0, -1, 5, 0, 0, 0);
}

static void unseen_and_divided(void)
{
	for (int i = 0; i < 3; i++)
		for (int p = 0; p < 2; p++)
			build_everything(&b, build_respondent(&b, p, ROLE_OPERATIONS), 4);
	for (size_t r = 0; r < b.rec.respondent_count; r++) {
		if (b.rec.respondents[r].party)
			build_states(&b, (int)r, ASPECT_TERMS, "d44");
		else
			build_scale(&b, (int)r, ASPECT_VALUE, r % 2 ? 5 : 2);
	}
	for (size_t r = 0; r < b.rec.respondent_count; r++)
		build_scale(&b, (int)r, SCALE_RESULTS, 2);
	b.rec.alliance.started = build_day("2026-01-01");
	b.rec.assessment.date = build_day("2026-03-16");
}

static const struct {
	void (*set_up)(void);
	const char *id, *change, *pro, *against; /* the first of each; against NULL: none */
} examples[] = {
	{ low_governance, "aspect.management.governance",
		"A and B at 4.00 or more: no longer critical", "A 2.00 (n\302\2402): 2.00 2.00",
		"B 3.00 (n\302\2402): 3.00 3.00" },
	{ low_governance, "killer.governance",
		"A and B at 4.00 or more on governance: no longer below 3.00",
		"A 2.00 (n\302\2402): 2.00 2.00", "B 3.00 (n\302\2402): 3.00 3.00" },
	{ low_governance, "gap.management.governance", "A at 2.01 or more: gap below 1.00",
		"A 2.00 (n\302\2402): 2.00 2.00", NULL },
	{ low_selection, "knockout.no_sponsor.A", "a sponsor named by A: no longer a knock-out",
		"recorded: A has no sponsor", "a sponsor of A was heard" },
	{ low_selection, "aspect.partner.selection",
		"longlist, shortlist, criteria and reputation at \"yes\": no longer critical",
		"A 2.00 (n\302\2402): 2.00 2.00", NULL },
	{ low_selection, "cause.partner", "A and B at 3.00 or more on selection: no longer weak",
		"selection 1.50 (A 2.00, B 2.00 and recorded facts 1.00)",
		"skills delivered 4.00 (A 4.00 and B 4.00)" },
	{ low_communication, "aspect.management.communication",
		"B at 3.00 or more: no longer weak; gap 1.00, material",
		"B 2.33 (n\302\2402): 2.33 2.33", "A 4.00 (n\302\2402): 4.00 4.00" },
	{ low_communication, "gap.management.communication", "B at 3.01 or more: gap below 1.00",
		"A 4.00 (n\302\2402): 4.00 4.00", "not so on Topic 2: A 4.00, B 4.00" },
	{ low_communication, "killer.communication_trust",
		"B at 3.67 or more on trust: no longer below 3.50",
		"B 2.33 (n\302\2402): 2.33 2.33", "A 4.00 (n\302\2402): 4.00 4.00" },
	{ shared_and_split, "pain.partner.compatible",
		"A at 3.50 or more: no longer low on every side", "A 3.00 (n\302\2402): 3.00 3.00",
		NULL },
	{ shared_and_split, "blame.parties_differ",
		"A giving management the most points: no such "
		"pattern",
		"A gives strategy 0, type 0, partner 60, management 40 (n\302\2401)",
		"all rate partner lowest of the four causes" },
	{ shared_and_split, "pitfall.blame_game",
		"A giving management the most points: no longer on "
		"the watch",
		"A gives strategy 0, type 0, partner 60, management 40 (n\302\2401)",
		"all rate partner lowest of the four causes" },
	{ both_blame_partner, "blame.all_blame_partner",
		"A giving management the most points: no such "
		"pattern",
		"A gives strategy 0, type 0, partner 60, management 40 (n\302\2401)", NULL },
	{ stated_facts, "knockout.breach", "the breach settled: no longer a knock-out",
		"recorded contract fact: breach", NULL },
	{ stated_facts, "knockout.litigation", "the litigation ended: no longer a knock-out",
		"recorded contract fact: litigation", NULL },
	{ stated_facts, "knockout.unresponsive.B",
		"B engaged in the revival: no longer a knock-out",
		"recorded stance of B: unresponsive",
		"B rates mutual commitment 4.00 (n\302\2402)" },
	{ stated_facts, "decision.exit", "B engaged in the revival: no reason left to wind it down",
		"recorded: B unresponsive, escalated",
		"reason to partner: A 4.00 (n\302\2402): 4.00 4.00" },
	{ stated_facts, "aspect.strategy.objectives",
		"objective 1 with measure, target and date: no longer critical",
		"recorded facts score 1.89", "A 4.00 (n\302\2402): 4.00 4.00" },
	{ stated_facts, "special.power_imbalance", "A of size class large: no longer the case",
		"A is small", "the split of value is seen alike: gap 0.00" },
	{ stated_facts, "special.rigid_contract",
		"a contract that can be amended: no longer the case",
		"recorded contract fact: not amendable", "A 4.00 (n\302\2402): 4.00 4.00" },
	{ stated_facts, "special.coopetition", "companies that compete nowhere: no longer the case",
		"recorded in the profile: competitors in pumps", NULL },
	{ stated_facts, "special.unwilling_partner", "B engaged in the revival: no longer the case",
		"recorded stance of B: unresponsive",
		"B rates mutual commitment 4.00 (n\302\2402)" },
	{ stated_facts, "performance.low", "objective 2 met: performance from 60 on",
		"objective 2 missed: a prototype", "objective 1 met: a prototype" },
	{ stated_facts, "process.bottleneck.1", "the step without its problem: settled",
		"weeks of waiting", "A rates coordination 4.00 (n\302\2402)" },
	{ stated_facts, "incident.1", "incident 1 repaired: settled", "no repair is recorded",
		NULL },
	{ lost_reason, "knockout.rationale_gone.A",
		"A at 2.00 or more on reason to partner: no longer a "
		"knock-out",
		"A 1.00 (n\302\2402): 1.00 1.00", "B 2.00 (n\302\2402): 2.00 2.00" },
	{ lost_reason, "decision.exit",
		"B at 3.00 or more on reason to partner: no reason left to wind it down",
		"the other routes are clear by 5.00, open from 3.50", NULL },
	{ unseen_and_divided, "visibility.type.terms.B",
		"1 \"don't know\" of B answered: enough is seen", "Topic 1: 5 \"don't know\"",
		NULL },
	{ unseen_and_divided, "divided.type.value.A",
		"answers of A within 0.80 of their mean on average: no longer divided",
		"A 2.60 (n\302\2405): 2.00 2.00 2.00 2.00 5.00", NULL },
	{ unseen_and_divided, "special.impatience",
		"A and B at 3.00 or more on perceived results: no longer the case",
		"perceived results: A 2.00 (n\302\2405): 2.00 2.00 2.00 2.00 2.00", NULL },
	{ low_governance, "checklist.governance.mandate", "mandate at \"yes\": settled",
		"recorded: mandate \"no\"", NULL },
};

static const struct finding *set_up_example(int i)
{
	static const char *const topics[BUILD_PER_SCALE] = { "Topic 1", "Topic 2", "Topic 3" };
	build_pair(&b, 2, 4);
	for (int item = 0; item < BUILD_ITEMS; item++)
		b.items[item].topic = topics[item % BUILD_PER_SCALE];
	examples[i].set_up();
	build_diagnose(&b, &d);
	const struct finding *found = find(&d, examples[i].id);
	ck_assert_msg(found, "no finding %s", examples[i].id);
	ask(found);
	return found;
}

START_TEST(test_why_an_event_stays_with_its_round)
{
	build_pair(&b, 1, 4);
	struct event *event = record_add(&b.rec, KIND_EVENT);
	event->kind = HAPPENING_LEAK;
	event->what = "Drawings were passed on";
	event->effect = _i ? "two suppliers left" : NULL;
	build_diagnose(&b, &d);
	ask(find(&d, "event.leak.1"));
	ck_assert_str_eq(said.pro.text[0],
		_i ? "effect: two suppliers left" : "recorded in the audit: leak of know-how");
	ck_assert_uint_eq(said.against.count, 0);
	ck_assert_uint_eq(why.change_count, 0);
	ck_assert_str_eq(said.would_change,
		"nothing in this round, it has happened; the next round starts without it");
	done();
}
END_TEST

START_TEST(test_why_worked_examples)
{
	const struct finding *found = set_up_example(_i);
	ck_assert_str_eq(said.would_change, examples[_i].change);
	ck_assert_str_eq(said.pro.text[0], examples[_i].pro);
	if (examples[_i].against)
		ck_assert_str_eq(
			said.against.count ? said.against.text[0] : "", examples[_i].against);
	else
		ck_assert_uint_eq(said.against.count, 0);
	assert_change_works(found, true);
	done();
}
END_TEST

static bool says(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (!strcmp(texts->text[i], text))
			return true;
	return false;
}

static void declare(const char *type, const char *ambitions)
{
	build_pair(&b, 2, 2);
	record_put_profile(&b.rec)->type = type;
	record_put_profile(&b.rec)->ambitions = ambitions;
	build_diagnose(&b, &d);
	ask_aspect(ASPECT_FIT);
}

START_TEST(test_why_form_names_the_reasons_of_its_fit)
{
	declare("research", "innovate\nunheard of\nreach");
	ck_assert(says(&said.against, "the form fits the ambitions 2.50 of 3"));
	ck_assert(says(&said.against, "Innovate 3 of 3: One plan"));
	ck_assert(says(&said.pro, "Reach 1 of 3: Years from now"));
	for (size_t i = 0; i < said.pro.count; i++)
		ck_assert_ptr_null(strstr(said.pro.text[i], "would fit"));
	done();
}
END_TEST

START_TEST(test_why_form_names_a_better_one_and_what_for)
{
	declare("research", "reach\ninnovate");
	ck_assert(says(&said.pro, "Licence would fit 2.20 of 3; Reach 3 of 3: Their channel"));
	done();
	declare("research", "save\nlearn");
	ck_assert(says(&said.pro, "Save 0 of 3"));
	ck_assert(says(&said.pro, "Venture would fit 3.00 of 3; Save 3 of 3"));
	done();
	declare("licence", "save\nlearn\ninnovate");
	ck_assert(says(&said.pro, "Venture would fit 2.75 of 3; Innovate 2 of 3"));
	done();
}
END_TEST

static void quoted(int attribution, int consent, int rating)
{
	build_pair(&b, 2, 4);
	for (int r = 0; r < 2; r++)
		build_scale(&b, r, ASPECT_TERMS, 2);
	build_rate(&b, 0, build_item(ASPECT_TERMS, 0), rating);
	b.rec.answers[b.rec.answer_count - 1].quote = "Nobody knows.";
	b.rec.respondents[0].name = "Ann Lee";
	b.rec.respondents[0].attribution = attribution;
	b.rec.respondents[0].consent = consent;
	build_diagnose(&b, &d);
	ask(find(&d, "aspect.type.terms"));
}

static const char *quote_in(const struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strchr(texts->text[i], '"'))
			return texts->text[i];
	return "none";
}

static const struct {
	int attribution, consent, rating;
	const char *pro, *against;
} quotes[] = {
	{ ATTRIBUTION_NAMED, TRI_YES, 2, "\"Nobody knows.\" Ann Lee, A", "none" },
	{ ATTRIBUTION_NAMED, TRI_UNKNOWN, 4, "none", "\"Nobody knows.\" Ann Lee, A" },
	{ ATTRIBUTION_ROLE, TRI_YES, 2, "\"Nobody knows.\" A sponsor", "none" },
	{ ATTRIBUTION_CONFIDENTIAL, TRI_YES, 2, "none", "none" },
	{ ATTRIBUTION_NAMED, TRI_NO, 2, "none", "none" },
};

START_TEST(test_why_quotes_only_what_may_be_quoted)
{
	quoted(quotes[_i].attribution, quotes[_i].consent, quotes[_i].rating);
	ck_assert_str_eq(quote_in(&said.pro), quotes[_i].pro);
	ck_assert_str_eq(quote_in(&said.against), quotes[_i].against);
	done();
}
END_TEST

/* Sorted, never named; words of those who may be quoted. */
START_TEST(test_why_item_has_ratings_in_order_and_words_that_may_be_shown)
{
	static const struct {
		int rating, attribution;
		const char *quote, *comment;
	} given[] = { { 4, ATTRIBUTION_NAMED, "Quick.", NULL },
		{ 1, ATTRIBUTION_CONFIDENTIAL, "Hidden.", "Hidden too" },
		{ 2, ATTRIBUTION_ROLE, NULL, "Hesitated" } };
	struct item_words item;
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	for (int r = 0; r < 3; r++) {
		build_respondent(&b, 0, ROLE_MANAGER);
		build_rate(&b, r, build_item(ASPECT_TERMS, 0), given[r].rating);
		struct answer *answer = &b.rec.answers[b.rec.answer_count - 1];
		b.rec.respondents[r].attribution = given[r].attribution;
		b.rec.respondents[r].name = "Ann Lee";
		answer->quote = given[r].quote;
		answer->comment = given[r].comment;
	}
	build_respondent(&b, 1, ROLE_SPONSOR);
	build_answer(&b, 3, build_item(ASPECT_TERMS, 0), STATE_DONT_KNOW);
	record_settle(&b.rec);
	words_item(&item, &pool, &b.rec, build_item(ASPECT_TERMS, 0));
	ck_assert_uint_eq(item.values.count, 2);
	ck_assert_str_eq(item.values.text[0], "A 1 2 4, mean 2.33");
	ck_assert_str_eq(item.values.text[1], "B 1 don't know");
	ck_assert_uint_eq(item.words.count, 2);
	ck_assert_str_eq(item.words.text[0], "\"Quick.\" Ann Lee, A");
	ck_assert_str_eq(item.words.text[1], "Hesitated (noted with A manager)");
	pool_release(&pool);
	build_release(&b);
}
END_TEST

START_TEST(test_why_of_what_is_no_finding)
{
	build_pair(&b, 2, 4);
	build_diagnose(&b, &d);
	ask_aspect(ASPECT_TERMS);
	ck_assert_str_eq(said.title, "Terms is a strength");
	ck_assert_str_eq(
		said.rule.text[0], "Mean of the sides, 4.00 and 4.00, is 4.00: from 4.00.");
	ck_assert_uint_eq(said.pro.count, 2);
	ck_assert_uint_eq(said.against.count, 0);
	ck_assert_str_eq(said.would_change, "A below 3.00: weak"); /* (3 + 4) / 2 = 3.50 */
	ck_assert_uint_eq(why.change_count, 0);
	ask_cause(CAUSE_TYPE);
	ck_assert_str_eq(said.title, "Type is a strength");
	ck_assert_str_eq(said.would_change, "its aspects more than 0.50 lower on average: weak");
	done();
	build_init(&b);
	build_team(&b, build_party(&b, "A"), 1, 4);
	build_party(&b, "B");
	build_diagnose(&b, &d);
	ask_aspect(ASPECT_TERMS);
	ck_assert_str_eq(said.title, "Terms has no score");
	ck_assert_str_eq(said.rule.text[1], "No ratings of B.");
	ck_assert_str_eq(said.would_change, "values of every side: a score");
	done();
}
END_TEST

Suite *why_suite(void)
{
	Suite *suite = suite_create("why");
	TCase *tcase = tcase_create("why");
	tcase_set_timeout(tcase, 240);
	tcase_add_loop_test(tcase, test_why_what_would_change_it_changes_it, 0, PIECES);
	tcase_add_loop_test(tcase, test_why_an_event_stays_with_its_round, 0, 2);
	add_cases(tcase, test_why_worked_examples, examples);
	add_cases(tcase, test_why_quotes_only_what_may_be_quoted, quotes);
	tcase_add_test(tcase, test_why_form_names_the_reasons_of_its_fit);
	tcase_add_test(tcase, test_why_form_names_a_better_one_and_what_for);
	tcase_add_test(tcase, test_why_item_has_ratings_in_order_and_words_that_may_be_shown);
	tcase_add_test(tcase, test_why_of_what_is_no_finding);
	suite_add_tcase(suite, tcase);
	return suite;
}
