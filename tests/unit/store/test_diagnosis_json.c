/* SPDX-License-Identifier: MIT */
/*
 * diagnose --format json: the members of rekindle(1), and null for what is not there.
 */
#include <jansson.h>
#include <rekindle/report.h>
#include "../core/build.h"

Suite *diagnosis_json_suite(void);

static struct build b;
static json_t *root;

static void print(void)
{
	struct diagnosis d;
	struct str out;
	json_error_t error;
	for (size_t p = 0; p < b.rec.party_count; p++)
		b.rec.parties[p].object.id.byte[0] = (unsigned char)(p + 1);
	for (size_t r = 0; r < b.rec.respondent_count; r++)
		b.rec.respondents[r].object.id.byte[0] = (unsigned char)(0xa0 + r);
	build_diagnose(&b, &d);
	str_init(&out);
	report_diagnosis_json(&out, &b.rec, &d);
	ck_assert(out.len && out.text[out.len - 1] == '\n');
	root = json_loads(out.text, 0, &error);
	ck_assert_msg(root, "%s", error.text);
	str_release(&out);
	diagnosis_release(&d);
}

static void done(void)
{
	json_decref(root);
	build_release(&b);
}

/* The members in their order, separated by blanks. */
static void assert_members(const json_t *object, const char *expected)
{
	struct str names;
	const char *name;
	json_t *value;
	str_init(&names);
	json_object_foreach((json_t *)(uintptr_t)object, name, value)
		str_addf(&names, names.len ? " %s" : "%s", name);
	ck_assert_str_eq(names.text, expected);
	str_release(&names);
}

/* "causes.0.score": the value at a path. */
static json_t *at(const char *path)
{
	json_t *value = root;
	char part[64];
	for (int used; sscanf(path, "%63[^.]%n", part, &used) == 1;
		path += path[used] ? used + 1 : used)
		value = json_is_array(value) ? json_array_get(value, (size_t)atoi(part))
					     : json_object_get(value, part);
	ck_assert_ptr_nonnull(value);
	return value;
}

static void assert_text(const char *path, const char *expected)
{
	ck_assert_str_eq(json_string_value(at(path)), expected);
}

static void assert_number(const char *path, double expected)
{
	ck_assert(json_is_number(at(path)));
	ck_assert_double_eq_tol(json_number_value(at(path)), expected, 1e-15);
}

static void assert_null(const char *path)
{
	ck_assert_msg(json_is_null(at(path)), "%s is not null", path);
}

#define PARTY_A "01000000-0000-0000-0000-000000000000"
#define PARTY_B "02000000-0000-0000-0000-000000000000"

static void build_sample(void)
{
	build_pair(&b, 1, 4);
	build_cause(&b, 0, CAUSE_MANAGEMENT, 41);
	build_cause(&b, 1, CAUSE_MANAGEMENT, 42);
	build_split(&b, 0, 1, 0, 0, 0);
	b.rec.assessment.title = "baseline";
	b.rec.assessment.date = build_day("2026-03-16");
	record_put_profile(&b.rec)->type = "research";
	record_put_profile(&b.rec)->ambitions = "reach\nlearn";
	record_put_party_profile(&b.rec, 1)->has_sponsor = TRI_NO;
	record_put_profile(&b.rec)->breach = TRI_YES;
	build_route(&b, 0, 0, 3, 1, 1, 1);
}

START_TEST(test_diagnosis_json_has_the_members_of_the_contract)
{
	build_sample();
	print();
	assert_members(root,
		"assessment parties one_sided health causes symptoms results "
		"performance killers primary situation confidence type route split knockouts "
		"pitfalls special decision findings");
	assert_members(at("assessment"), "id title date instrument");
	assert_members(at("assessment.instrument"), "id version");
	assert_members(at("parties.0"), "id label respondents with_data");
	assert_members(at("causes.0"), "id score band failing by_party widest_gap aspects");
	assert_members(at("causes.0.by_party.0"), "party value");
	assert_members(at("causes.0.aspects.0"),
		"id score perception evidence weight band by_party "
		"gap dont_know visibility_gap shared_pain divided");
	assert_members(at("causes.0.aspects.0.by_party.0"), "party value n dont_know");
	assert_members(at("causes.0.aspects.0.gap"), "value level higher p confirmed");
	assert_members(at("symptoms.0"), "id perception by_party");
	assert_members(at("results"), "perception by_party");
	assert_members(at("performance"), "score low objectives kpis categories");
	assert_members(at("performance.categories.0"), "id score");
	assert_members(at("killers.0"), "id score present");
	assert_members(at("primary"),
		"cause tie margin leading contributing stability flip "
		"flip_count");
	assert_members(at("primary.stability"), "agree agree_set of");
	assert_members(at("primary.flip.0"), "kind respondent item from to primary");
	assert_members(at("confidence"), "grade reasons raise simulated");
	assert_members(at("type"), "declared ambitions fit better");
	assert_members(at("type.better.0"), "type fit");
	assert_members(at("route"), "result undecided values clearance");
	assert_members(at("route.values"), "own_resources tradability closeness integration");
	assert_members(at("split"), "by_party patterns");
	assert_members(at("split.by_party.0"), "party strategy type partner management");
	assert_members(at("knockouts.0"), "id party");
	assert_members(at("decision"), "track provisional");
	assert_members(at("findings.0"), "id severity text for against would_change");
	done();
}
END_TEST

START_TEST(test_diagnosis_json_values)
{
	build_sample();
	print();
	ck_assert_uint_eq(json_array_size(at("causes")), 4);
	ck_assert_uint_eq(json_array_size(at("killers")), 4);
	ck_assert_uint_eq(json_array_size(at("performance.categories")), 4);
	assert_text("assessment.date", "2026-03-16");
	assert_text("causes.3.id", "management");
	assert_number("causes.3.score", 83.0 / 24); /* unrounded */
	assert_text("causes.3.aspects.0.id", "management.governance");
	assert_text("causes.3.aspects.1.gap.higher", PARTY_B);
	assert_number("causes.3.widest_gap", 1.0 / 3);
	assert_null("causes.0.aspects.1.gap.higher"); /* gap 0 */
	assert_null("causes.0.aspects.1.gap.p");
	assert_null("causes.0.aspects.1.weight");
	assert_text("symptoms.1.id", "information");
	assert_null("performance.score");
	assert_null("performance.low");
	assert_null("situation");
	assert_text("primary.cause", "management");
	assert_text("primary.flip.0.kind", "answer");
	assert_text("primary.flip.0.respondent", "a0000000-0000-0000-0000-000000000000");
	assert_text("primary.flip.0.item", "management.governance.1");
	assert_number("primary.flip.0.to", 5);
	assert_number("type.fit", 1);
	assert_text("type.better.0.type", "licence"); /* catalogue order */
	assert_text("route.result", "inconclusive");
	assert_text("route.undecided.0", "own_resources");
	assert_number("split.by_party.0.strategy", 100);
	assert_null("split.by_party.1.strategy");
	assert_text("knockouts.0.party", PARTY_B);
	assert_null("knockouts.1.party");
	assert_text("confidence.grade", "C");
	done();
}
END_TEST

START_TEST(test_diagnosis_json_checklist_flip_has_words)
{
	build_pair(&b, 1, 4);
	for (int r = 0; r < 2; r++) {
		build_states(&b, r, ASPECT_COORDINATION, "443");
		build_states(&b, r, ASPECT_COMMUNICATION, "443");
		build_states(&b, r, ASPECT_CAPABILITY, "433");
	}
	build_check(&b, GOVERNANCE_STEERING, CHECK_NO);
	build_check(&b, GOVERNANCE_MANAGERS, CHECK_YES);
	build_check(&b, GOVERNANCE_MANDATE, CHECK_PARTLY);
	build_check(&b, GOVERNANCE_PLATFORM, CHECK_PARTLY);
	print();
	assert_text("primary.cause", "none");
	assert_text("primary.flip.0.kind", "checklist");
	assert_null("primary.flip.0.respondent");
	assert_text("primary.flip.0.item", "governance.managers");
	assert_text("primary.flip.0.from", "yes");
	assert_text("primary.flip.0.to", "partly");
	assert_null("primary.margin");
	done();
}
END_TEST

START_TEST(test_diagnosis_json_of_nobody_is_null_everywhere)
{
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	print();
	assert_null("health");
	assert_null("causes.0.score");
	assert_null("causes.0.band");
	assert_null("causes.0.failing");
	assert_null("causes.0.widest_gap");
	assert_null("causes.0.aspects.0.gap");
	assert_null("causes.0.aspects.0.by_party.0.value");
	assert_null("causes.0.aspects.0.dont_know");
	assert_null("killers.1.score");
	assert_null("killers.1.present");
	assert_null("route.result");
	assert_null("type.declared");
	assert_text("primary.cause", "insufficient");
	assert_text("confidence.grade", "none");
	assert_text("decision.track", "hear_first");
	done();
}
END_TEST

Suite *diagnosis_json_suite(void)
{
	Suite *suite = suite_create("diagnosis_json");
	TCase *tcase = tcase_create("json");
	tcase_add_test(tcase, test_diagnosis_json_has_the_members_of_the_contract);
	tcase_add_test(tcase, test_diagnosis_json_values);
	tcase_add_test(tcase, test_diagnosis_json_checklist_flip_has_words);
	tcase_add_test(tcase, test_diagnosis_json_of_nobody_is_null_everywhere);
	suite_add_tcase(suite, tcase);
	return suite;
}
