/* SPDX-License-Identifier: MIT */
/*
 * The linter of question banks: the edges of its rules. A broken bank is the first released one
 * with one place changed, since that never changes itself; tests/cli has one break of every rule.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include <rekindle/instrument.h>
#include <rekindle/str.h>

Suite *lint_suite(void);

static struct pool pool;
static struct str bank;
static struct bank_faults faults;

static void setup(void)
{
	pool = (struct pool){ NULL };
	str_init(&bank);
	instrument_write(&bank, instrument_known("core", "1"));
}

static void teardown(void)
{
	pool_release(&pool);
	str_release(&bank);
}

/* Faults that the bank has before anything is changed. */
static size_t untouched(void)
{
	struct errmsg why = { "" };
	struct bank_faults own;
	ck_assert(!instrument_lint_text(bank.text, "bank", &pool, &own, &why));
	return own.count;
}

static void lint(void)
{
	struct errmsg why = { "" };
	enum err err = instrument_lint_text(bank.text, "bank", &pool, &faults, &why);
	ck_assert_msg(err == ERR_NONE, "%s", why.text);
}

/* The count-th place of old after the place of start becomes with; count 0: all of them. */
static void change(const char *start, const char *old, const char *with, int count)
{
	char *begin = strstr(bank.text, start);
	ck_assert_msg(begin, "no \"%s\"", start);
	size_t at = (size_t)(begin - bank.text);
	int seen = 0;
	for (char *next; (next = strstr(bank.text + at, old)) && (!count || seen < count);) {
		at = (size_t)(next - bank.text);
		if (!count || seen + 1 == count) {
			str_delete(&bank, at, strlen(old));
			str_insert(&bank, at, with, strlen(with));
			at += strlen(with);
		} else {
			at++;
		}
		seen++;
	}
	ck_assert_msg(seen > 0 && seen >= count, "no \"%s\" after \"%s\"", old, start);
}

static int found(const char *rule, const char *text)
{
	int count = 0;
	for (size_t i = 0; i < faults.count; i++)
		count += !strcmp(faults.list[i].rule, rule) && strstr(faults.list[i].text, text);
	return count;
}

/* Those of a rule; "": of all. */
static const char *faults_of(const char *rule)
{
	struct str list;
	str_init(&list);
	for (size_t i = 0; i < faults.count; i++)
		if (strstr(faults.list[i].rule, rule))
			str_addf(&list, "\n%zu %s %s", faults.list[i].line, faults.list[i].rule,
				faults.list[i].text);
	char *kept = pool_strndup(&pool, list.text, list.len < 3000 ? list.len : 3000);
	str_release(&list);
	return kept;
}

START_TEST(test_lint_newest_released_has_nothing_to_mend)
{
	str_clear(&bank);
	instrument_write(&bank, instrument_builtin());
	lint();
	ck_assert_msg(faults.count == 0, "%s", faults_of(""));
}
END_TEST

/* No rule: nothing is found. */
static const struct lint_case {
	const char *start, *old, *with;
	int count;
	const char *rule, *text;
} lint_cases[] = {
	/* thresholds that are never and just reached */
	{ "actions:", "aspect type.terms < 3.5", "aspect type.terms < 1", 1, "unreachable-trigger",
		"\"aspect type.terms < 1.0\" can never fire: no score is below 1" },
	{ "actions:", "aspect type.terms < 3.5", "aspect type.terms < 1.001", 1, NULL, NULL },
	{ "actions:", "gap type.value >= 0.75", "gap type.value >= 4", 1, NULL, NULL },
	{ "actions:", "gap type.value >= 0.75", "gap type.value >= 4.01", 1, "unreachable-trigger",
		"\"4.01\" must be a number from 0 to 4" },
	{ "actions:", "aspect type.terms < 3.5", "aspect type.terms < 0.5", 1,
		"unreachable-trigger", "\"0.5\" must be a number" },
	{ "actions:", "aspect type.terms < 3.5", "aspect type.terms < 6", 1, "trigger-form",
		"\"6\" must be a number" },
	{ "actions:", "killer governance", "killer governing", 1, "unknown-reference",
		"\"governing\" is not known" },
	/* what the bank does not ask */
	{ "items:", "field: party.stance", "field: party.has_sponsor", 1, "unreachable-trigger",
		"\"knockout reluctant\" can never fire: no profile item offers \"reluctant\"" },
	{ "items:", "field: party.stance", "field: party.has_sponsor", 1, "blank-as-safe",
		"no profile item fills party.stance" },
	{ "items:", "kind: split", "kind: splits", 1, "unreachable-trigger",
		"\"pitfall blame_game\" can never fire: there is no split item" },
	{ "items:", "aspect: symptom.trust", "aspect: symptom.information", 0,
		"unreachable-trigger", "\"killer communication_trust\" can never fire" },
	{ "items:", "aspect: symptom.trust", "aspect: symptom.information", 0, "blank-as-safe",
		"no rated item measures symptom.trust" },
	{ "items:", "aspect: results.perceived", "aspect: symptom.trust", 0, "unreachable-trigger",
		"\"special impatience\" can never fire: nobody is asked about results.perceived" },
	/* too few are asked */
	{ "id: partner.selection.1", "specialist", "sponsor", 1, NULL, NULL },
	{ "items:", "specialist", "sponsor", 0, "blank-as-safe",
		"item partner.selection.1: roles: partner.selection is asked of 2 roles" },
	/* social actions have their place */
	{ "id: confirm_mandate", "step: 1", "step: 1\n  social: true", 1, "orphan-action",
		"action confirm_mandate: social: never comes before step 5, and this is step 1" },
	{ "id: exit_plan", "step: 7", "step: 7\n  social: true", 1, "orphan-action",
		"action exit_plan: social: comes with the tracks recommit and relaunch" },
	{ "id: judge_trial", "step: 7", "step: 7\n  social: true", 1, NULL, NULL },
	/* what keeps an action out leaves it a way in */
	{ "id: exit_plan", "step: 7", "step: 7\n  unless: [\"aspect type.terms >= 4\"]", 1, NULL,
		NULL },
	{ "id: exit_plan", "step: 7", "step: 7\n  unless: [\"special impatience\"]", 1, NULL,
		NULL },
	{ "id: judge_trial", "step: 7",
		"step: 7\n  unless: [\"track recommit\", \"track escalate\"]", 1, "orphan-action",
		"action judge_trial: unless: keeps it out of every plan" },
	{ "id: sponsor_call", "when:", "unless: [\"track escalate\"]\n  when:", 1, NULL, NULL },
	{ "id: sponsor_call", "when:", "unless: [\"track escalate\", \"track exit\"]\n  when:", 1,
		"orphan-action", "action sponsor_call: unless: keeps it out" },
	{ "id: sponsor_call",
		"when:", "unless: [\"track escalate\", \"special unwilling_partner\"]\n  when:", 1,
		"orphan-action", "action sponsor_call: unless: keeps it out" },
	{ "id: exit_plan", "step: 7", "step: 7\n  unless: [\"event flood\"]", 1,
		"unknown-reference", "action exit_plan: unless: \"flood\" is not known" },
	/* an action that waits for a circle is in none */
	{ "id: half_year_test", "requires: [list_assumptions]", "requires: [half_year_test]", 1,
		"circular-requires", "action half_year_test: requires:" },
};

START_TEST(test_lint_case_is_found)
{
	const struct lint_case *c = &lint_cases[_i];
	size_t before = untouched();
	change(c->start, c->old, c->with, c->count);
	lint();
	if (c->rule)
		ck_assert_msg(found(c->rule, c->text), "expected %s %s, got%s", c->rule, c->text,
			faults_of(""));
	else
		ck_assert_msg(faults.count == before, "%s", faults_of(""));
}
END_TEST

#define TEN "a b c d e f g h i j "

/* Questions and actions alone: what else such a bank lacks is not looked at here. */
static const struct {
	const char *text, *rule;
	int count;
	const char *says;
} fragments[] = {
	/* three of five words are 60 per cent, three of four more; short words do not count */
	{ "actions:\n- {id: a, what: \"aaaa bbbb cccc\", done_when: dddd}\n"
	  "- {id: b, what: \"aaaa, BBBB cccc\", done_when: eeee}\n",
		"similar-actions", 0, "" },
	{ "actions:\n- {id: a, what: \"aaaa bbbb cccc of it\", done_when: dddd}\n"
	  "- {id: b, what: \"aaaa: BBBB (cccc)\", done_when: \"cccc in an end\"}\n",
		"similar-actions", 1, "action b: what: shares 75% of its words with action a" },
	{ "actions:\n- {id: a, what: \"an end of it\", done_when: no}\n"
	  "- {id: b, what: \"an end of it\", done_when: no}\n",
		"similar-actions", 0, "" },
	{ "items:\n- {id: a, text: \"\u00c4rger, \u00fcberall?\"}\n"
	  "- {id: b, text: \"  \u00e4rger\n  \u00dcBERALL\"}\n",
		"repeated-wording", 1, "item b: text: is worded like that of a" },
	{ "items:\n- {id: a, text: \"Is it so?\"}\nroute:\n- {id: closeness, text: \"is it so\"}\n",
		"repeated-wording", 1, "route question closeness: text: is worded like that of a" },
	{ "items:\n- {id: a, text: \"Is it?\"}\n- {id: b, text: \"Is it so?\"}\n"
	  "- {id: c, text: \"?\"}\n- {id: d, text: \"!\"}\n- {id: e}\n- {id: f}\n",
		"repeated-wording", 0, "" },
	/* a, b and c wait for each other, d for them, e for nobody */
	{ "actions:\n- {id: a, requires: [c]}\n- {id: b, requires: [a]}\n"
	  "- {id: c, requires: [b]}\n- {id: d, requires: [a, e]}\n- {id: e}\n",
		"circular-requires", 3, "require each other in a circle" },
	/* an id that is missing or wrong refers to nothing, and is said once */
	{ "items:\n- {text: a}\n- {text: b}\n- {id: \"\", text: c}\n", "duplicate-id", 0, "" },
	{ "items:\n- {text: a}\n- {text: b}\n- {id: \"\", text: c}\n", "member", 3,
		"id: is missing" },
	{ "actions:\n- {id: a, requires: [x, a, y]}\n", "unknown-reference", 2, "of any action" },
	{ "kpis:\n- {name: a}\nactions:\n- {id: a, kpi: b}\n", "unknown-reference", 1, "any KPI" },
	{ "fit:\n- {fit: 1}\n- {fit: 1}\n- {ambition: x, type: x}\n", "unknown-reference", 2, "" },
	{ "actions:\n- {id: a, unless: [\"pitfall blame_game\"]}\n", "unreachable-trigger", 1,
		"action a: unless: \"pitfall blame_game\" can never hold: there is no split item" },
	{ "fit:\n- {fit: 1}\n- {fit: 1}\n- {ambition: x, type: x}\n", "duplicate-id", 0, "" },
	{ "items:\n- {id: a, kind: choice, choices: [{text: x}, {text: y}]}\n", "member", 2,
		"needs an id and a text" },
	{ "route:\n- {id: closeness, topic: x}\n", "missing-anchor", 3, "a route question needs" },
	{ "route:\n- {id: closeness, topic: x}\n", "incomplete", 3, "route: the question" },
	/* thirty words, a dash is none, and one more */
	{ "items:\n- {id: a, text: \"" TEN TEN TEN " - ?\"}\n", "long-question", 0, "" },
	{ "items:\n- {id: a, text: \"" TEN TEN TEN " x?\"}\n", "long-question", 1,
		"item a: text: has 31 words" },
	/* 206.835 - 1.015 * 5 - 84.6 * 9 / 5 = 49.5, with one syllable less 66.4 */
	{ "items:\n- {id: a, section: interview, text: \"How adequate is alliance governance?\"}\n",
		"hard-to-read", 1, "item a: text: has a reading ease of" },
	{ "items:\n- {id: a, section: profile, text: \"Organisational complementarity?\"}\n",
		"hard-to-read", 0, "" },
	{ "items:\n- {id: a, section: interview, text: \"Who has asked people, and changed "
	  "it?\"}\n",
		"hard-to-read", 0, "" },
	/* anchors */
	{ "items:\n- {id: a, kind: rated, low: Never, mid: \"a b\", high: \"" TEN "a b c d\"}\n",
		"anchor-length", 1, "item a: low: has 1 word; say in 2 to 14" },
	{ "items:\n- {id: a, kind: rated, low: \"a b\", mid: \"c d\", high: \"" TEN
	  "a b c d e\"}\n",
		"anchor-length", 1, "item a: high: has 15 words" },
	{ "items:\n- {id: a, kind: rated, low: x, mid: y, high: z}\n"
	  "- {id: b, kind: rated, low: u, mid: v, high: \"X.\"}\n",
		"repeated-wording", 1, "item b: high: is worded like an anchor of a" },
	{ "items:\n- {id: a, kind: rated, low: x, mid: x, high: x}\n", "repeated-wording", 0, "" },
	/* one of four may, at the healthy end */
	{ "items:\n- {id: a, kind: rated, high: \"All of it\"}\n- {id: b, kind: rated}\n"
	  "- {id: c, kind: rated}\n- {id: d, kind: rated, low: \"always so\", high: \"overall\"}\n",
		"absolute-anchor", 0, "" },
	{ "items:\n- {id: a, kind: rated, high: \"All of it\"}\n- {id: b, kind: rated}\n"
	  "- {id: c, kind: rated}\n- {id: d, kind: rated, reversed: true, low: \"It's (Always) "
	  "so\"}\n",
		"absolute-anchor", 1, "item d: low: says \"always\", and 2 of 4 healthy ends" },
	/* who is asked, and in which direction */
	{ "items:\n- {id: a, kind: rated, aspect: type.fit, roles: [sponsor, operations]}\n"
	  "- {id: b, kind: rated, aspect: type.fit, roles: [commercial]}\n",
		"who-is-asked", 1, "item a: roles: no item of type.fit is asked of the manager" },
	{ "items:\n- {id: a, kind: rated, aspect: management.coordination, roles: [manager]}\n",
		"who-is-asked", 0, "" },
	{ "items:\n- {id: a, kind: rated, aspect: type.fit, reversed: true}\n"
	  "- {id: b, kind: rated, aspect: type.fit}\n"
	  "- {id: c, kind: rated, aspect: symptom.trust, reversed: true}\n",
		"reversed-items", 0, "" },
	{ "items:\n- {id: a, kind: rated, aspect: type.fit, reversed: true}\n"
	  "- {id: b, kind: rated, aspect: type.fit, reversed: true}\n",
		"reversed-items", 1, "item b: reversed: is the second of type.fit" },
	{ "items:\n- {id: a, kind: rated, aspect: type.fit, health_check: true}\n"
	  "- {id: b, kind: rated, aspect: type.fit, health_check: true}\n"
	  "- {id: c, kind: rated, aspect: results.perceived, health_check: true}\n",
		"health-check", 2, "take it out" },
	{ "items:\n- {id: a, kind: rated, aspect: type.fit, health_check: true}\n", "health-check",
		1, "the health check asks about 1 of the aspects of the cause type" },
	{ "items:\n- {id: a, kind: rated, aspect: type.fit, health_check: true}\n", "health-check",
		9, "the health check asks nothing about" },
	{ "items:\n- {id: a, kind: rated, section: interview, health_check: true}\n",
		"health-check", 1, "the health check has no open question" },
	{ "items:\n- {id: a, kind: text, section: interview, health_check: true, roles: "
	  "[sponsor]}\n"
	  "- {id: b, kind: text, section: interview, health_check: true}\n",
		"health-check", 2, "take" },
	/* KPIs and the actions that name them */
	{ "kpis:\n- {id: k}\nactions:\n- {id: a, kpi: k}\n", "idle-kpi", 1,
		"KPI k: moved_by: is missing" },
	{ "kpis:\n- {id: k, moved_by: [type.fit]}\nactions:\n- {id: a}\n", "idle-kpi", 1,
		"KPI k: is moved by no action" },
	{ "kpis:\n- {id: k, moved_by: [type.fit, type.value]}\nactions:\n"
	  "- {id: a, kpi: k, when: [\"gap type.value >= 1\"]}\n"
	  "- {id: b, kpi: k, when: [\"aspect type.terms < 3\"], retest: [i]}\n"
	  "- {id: c, kpi: k, when: [\"aspect type.terms < 3\", \"incident\"]}\n"
	  "items:\n- {id: i, kind: rated, aspect: type.fit}\n",
		"idle-kpi", 1, "action c: kpi: k is not moved by what the action works on" },
	/* what stands in for another */
	{ "actions:\n- {id: a, tracks: [exit], instead_of: [b]}\n- {id: b, tracks: [relaunch]}\n",
		"rival-actions", 0, "" },
	{ "actions:\n- {id: a, tracks: [exit, relaunch], instead_of: [b]}\n"
	  "- {id: b, tracks: [relaunch]}\n",
		"rival-actions", 1, "action a: instead_of: both belong to one track" },
	{ "actions:\n- {id: a, when: [\"aspect type.fit < 3\"], instead_of: [b]}\n"
	  "- {id: b, when: [incident, \"aspect type.fit < 2\"]}\n",
		"rival-actions", 1, "\"aspect type.fit < 3.0\" calls for both" },
	{ "actions:\n- {id: a, when: [incident], instead_of: [b]}\n"
	  "- {id: b, when: [incident], unless: [\"event leak\"]}\n",
		"rival-actions", 0, "" },
	{ "actions:\n- {id: a, instead_of: [b]}\n- {id: b, instead_of: [a]}\n", "rival-actions", 2,
		"stands in for this one, too" },
	{ "actions:\n- {id: a, instead_of: [a]}\n", "rival-actions", 1, "names the action itself" },
	/* counsel: words begin so, and owner and resources know it */
	{ "actions:\n- {id: a, title: \"Unstoppable\", what: \"Ask for overprice.\"}\n",
		"without-counsel", 0, "" },
	{ "actions:\n- {id: a, what: \"Talk to (Customers).\", owner: sponsor, partner_owner: "
	  "specialist, resources: \"lawyers\"}\n",
		"without-counsel", 0, "" },
	{ "actions:\n- {id: a, title: \"Give notice\", owner: sponsor, partner_owner: sponsor, "
	  "resources: \"a day of legal\"}\n",
		"without-counsel", 2, "\"notice...\" needs counsel" },
};

START_TEST(test_lint_fragment_gives_so_many_faults)
{
	str_set(&bank, fragments[_i].text);
	lint();
	int count = found(fragments[_i].rule, fragments[_i].says);
	ck_assert_msg(count == fragments[_i].count, "%d %s faults in %s:%s", count,
		fragments[_i].rule, fragments[_i].text, faults_of(fragments[_i].rule));
}
END_TEST

/* What the loader refuses is what the linter finds, in the same words. */
START_TEST(test_lint_and_loader_say_the_same)
{
	const struct instrument *loaded = NULL;
	struct errmsg why = { "" };
	change("actions:", "kpi: objectives_on_track", "kpi: nobody", 2);
	ck_assert_int_eq(instrument_parse(bank.text, "bank", &pool, &loaded, &why), ERR_INVALID);
	lint();
	const struct bank_fault *fault = faults.list;
	while (fault < faults.list + faults.count && strcmp(fault->rule, "unknown-reference"))
		fault++;
	ck_assert(fault < faults.list + faults.count);
	char *line = pool_printf(&pool, "bank:%zu: %s", fault->line, fault->text);
	ck_assert_str_eq(why.text, line);
	ck_assert_str_eq(fault->file, "bank");
	ck_assert_ptr_nonnull(fault->id);
}
END_TEST

START_TEST(test_lint_of_a_missing_file_fails)
{
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_lint("/nonexistent", &pool, &faults, &why), ERR_FAILED);
	ck_assert_msg(strstr(why.text, "/nonexistent: cannot be read"), "%s", why.text);
}
END_TEST

Suite *lint_suite(void)
{
	Suite *suite = suite_create("lint");
	TCase *lints = tcase_create("lint");
	tcase_add_checked_fixture(lints, setup, teardown);
	tcase_set_timeout(lints, 60);
	tcase_add_test(lints, test_lint_newest_released_has_nothing_to_mend);
	tcase_add_loop_test(
		lints, test_lint_case_is_found, 0, (int)(sizeof(lint_cases) / sizeof(*lint_cases)));
	tcase_add_loop_test(lints, test_lint_fragment_gives_so_many_faults, 0,
		(int)(sizeof(fragments) / sizeof(*fragments)));
	tcase_add_test(lints, test_lint_and_loader_say_the_same);
	tcase_add_test(lints, test_lint_of_a_missing_file_fails);
	suite_add_tcase(suite, lints);
	return suite;
}
