/* SPDX-License-Identifier: MIT */
/*
 * Ids of findings: what is made is read again, and what is none is refused.
 */
#include "build.h"

Suite *finding_id_suite(void);

static struct build b;

static void set_up(void)
{
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B.C 2"); /* a label may hold what parts an id */
}

static void done(void)
{
	build_release(&b);
}

static const struct {
	const char *id;
	struct finding_ref ref;
} ids[] = {
	{ "knockout.breach", { FINDING_KNOCKOUT, KNOCKOUT_BREACH, -1, 0 } },
	{ "knockout.no_sponsor.B.C 2", { FINDING_KNOCKOUT, KNOCKOUT_NO_SPONSOR, 1, 0 } },
	{ "decision.hear_first", { FINDING_EXIT, TRACK_HEAR_FIRST, -1, 0 } },
	{ "cause.management", { FINDING_CAUSE, CAUSE_MANAGEMENT, -1, 0 } },
	{ "aspect.type.terms", { FINDING_ASPECT, ASPECT_TERMS, -1, 0 } },
	{ "blame.all_blame_partner", { FINDING_BLAME, BLAME_ALL_PARTNER, -1, 0 } },
	{ "performance.low", { FINDING_PERFORMANCE, 0, -1, 0 } },
	{ "checklist.governance.mandate", { FINDING_CHECKLIST, GOVERNANCE_MANDATE, -1, 0 } },
	{ "event.key_person", { FINDING_EVENT, HAPPENING_KEY_PERSON, -1, 0 } },
	{ "event.leak.2", { FINDING_EVENT, HAPPENING_LEAK, -1, 2 } },
	{ "special.coopetition", { FINDING_SPECIAL, SPECIAL_COOPETITION, -1, 0 } },
	{ "process.confusion", { FINDING_PROCESS, PROBLEM_CONFUSION, -1, 0 } },
	{ "process.confusion.12", { FINDING_PROCESS, PROBLEM_CONFUSION, -1, 12 } },
	{ "incident", { FINDING_INCIDENT, 0, -1, 0 } },
	{ "incident.3", { FINDING_INCIDENT, 0, -1, 3 } },
	{ "divided.type.value.A", { FINDING_DIVIDED, ASPECT_VALUE, 0, 0 } },
};

START_TEST(test_finding_id_is_read_as_it_is_made)
{
	struct pool pool = { 0 };
	struct finding_ref ref;

	set_up();
	ck_assert_str_eq(finding_id(&pool, &b.rec, &ids[_i].ref), ids[_i].id);
	ck_assert(finding_parse(&b.rec, ids[_i].id, &ref));
	ck_assert_int_eq(ref.kind, ids[_i].ref.kind);
	ck_assert_int_eq(ref.subject, ids[_i].ref.subject);
	ck_assert_int_eq(ref.party, ids[_i].ref.party);
	ck_assert_int_eq(ref.number, ids[_i].ref.number);
	pool_release(&pool);
	done();
}
END_TEST

START_TEST(test_finding_id_that_is_none_is_refused)
{
	static const char *const none[] = { "", "aspect", "aspect.", "aspect.type",
		"aspects.type.terms", "aspect.type.terms.", "aspect.type.terms.Z",
		"gap.type.valuable", "process.confusion.0", "process.confusion.1x",
		"process.confusion.A", "incident.-1", "incident.99999999999999999999",
		"decision.sideways", "event", "event.divorce.1", "event.leak.0", "event.leak.A" };
	struct finding_ref ref;

	set_up();
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		ck_assert_msg(!finding_parse(&b.rec, none[i], &ref), "%s", none[i]);
	done();
}
END_TEST

START_TEST(test_finding_id_without_party_or_number_covers_those_with)
{
	struct finding_ref any, one;

	set_up();
	ck_assert(finding_parse(&b.rec, "process.confusion", &any));
	ck_assert(finding_parse(&b.rec, "process.confusion.2", &one));
	ck_assert(finding_ref_covers(&any, &one) && !finding_ref_covers(&one, &any));
	ck_assert(finding_parse(&b.rec, "divided.type.value", &any));
	ck_assert(finding_parse(&b.rec, "divided.type.value.A", &one));
	ck_assert(finding_ref_covers(&any, &one) && !finding_ref_covers(&one, &any));
	ck_assert(finding_parse(&b.rec, "divided.type.terms.A", &any));
	ck_assert(!finding_ref_covers(&any, &one));
	done();
}
END_TEST

Suite *finding_id_suite(void)
{
	Suite *suite = suite_create("finding_id");
	TCase *tcase = tcase_create("finding_id");

	tcase_add_loop_test(
		tcase, test_finding_id_is_read_as_it_is_made, 0, sizeof(ids) / sizeof(*ids));
	tcase_add_test(tcase, test_finding_id_that_is_none_is_refused);
	tcase_add_test(tcase, test_finding_id_without_party_or_number_covers_those_with);
	suite_add_tcase(suite, tcase);
	return suite;
}
