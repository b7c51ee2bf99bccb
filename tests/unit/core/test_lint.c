/* SPDX-License-Identifier: MIT */
/*
 * The linter of question banks: the edges of its rules. A broken bank is the built-in one with one
 * place changed; tests/cli has one break of every rule.
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
	instrument_write(&bank, instrument_builtin());
}

static void teardown(void)
{
	pool_release(&pool);
	str_release(&bank);
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

static const char *all_faults(void)
{
	struct str list;
	str_init(&list);
	for (size_t i = 0; i < faults.count; i++)
		str_addf(&list, "\n%zu %s %s", faults.list[i].line, faults.list[i].rule,
			faults.list[i].text);
	char *kept = pool_strndup(&pool, list.text, list.len);
	str_release(&list);
	return kept;
}

START_TEST(test_lint_builtin_has_nothing_to_mend)
{
	lint();
	ck_assert_msg(faults.count == 0, "%s", all_faults());
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
	/* an action that waits for a circle is in none */
	{ "id: half_year_test", "requires: [list_assumptions]", "requires: [half_year_test]", 1,
		"circular-requires", "action half_year_test: requires:" },
};

START_TEST(test_lint_case_is_found)
{
	const struct lint_case *c = &lint_cases[_i];
	change(c->start, c->old, c->with, c->count);
	lint();
	if (c->rule)
		ck_assert_msg(found(c->rule, c->text), "expected %s %s, got%s", c->rule, c->text,
			all_faults());
	else
		ck_assert_msg(faults.count == 0, "%s", all_faults());
}
END_TEST

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
	{ "fit:\n- {fit: 1}\n- {fit: 1}\n- {ambition: x, type: x}\n", "duplicate-id", 0, "" },
	{ "items:\n- {id: a, kind: choice, choices: [{text: x}, {text: y}]}\n", "member", 2,
		"needs an id and a text" },
	{ "route:\n- {id: closeness, topic: x}\n", "missing-anchor", 3, "a route question needs" },
	{ "route:\n- {id: closeness, topic: x}\n", "incomplete", 3, "route: the question" },
};

START_TEST(test_lint_fragment_gives_so_many_faults)
{
	str_set(&bank, fragments[_i].text);
	lint();
	int count = found(fragments[_i].rule, fragments[_i].says);
	ck_assert_msg(count == fragments[_i].count, "%d %s faults in %s:%s", count,
		fragments[_i].rule, fragments[_i].text, all_faults());
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
	ck_assert_uint_eq(faults.count, 1);
	char *line = pool_printf(&pool, "bank:%zu: %s", faults.list[0].line, faults.list[0].text);
	ck_assert_str_eq(why.text, line);
	ck_assert_str_eq(faults.list[0].file, "bank");
	ck_assert_ptr_nonnull(faults.list[0].id);
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
	tcase_add_test(lints, test_lint_builtin_has_nothing_to_mend);
	tcase_add_loop_test(
		lints, test_lint_case_is_found, 0, (int)(sizeof(lint_cases) / sizeof(*lint_cases)));
	tcase_add_loop_test(lints, test_lint_fragment_gives_so_many_faults, 0,
		(int)(sizeof(fragments) / sizeof(*fragments)));
	tcase_add_test(lints, test_lint_and_loader_say_the_same);
	tcase_add_test(lints, test_lint_of_a_missing_file_fails);
	suite_add_tcase(suite, lints);
	return suite;
}
