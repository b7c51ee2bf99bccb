/* SPDX-License-Identifier: MIT */
/*
 * The question bank: loading, the validator's every rule, and the built-in one.
 * A broken bank is the small one of tests/data with one place changed.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/instrument.h>
#include <rekindle/str.h>
#include <rekindle/utf8.h>

#define SMALL "tests/data/instrument/small.yaml"
#define ALL_ROLES ((1u << ROLE_COUNT) - 1)

Suite *instrument_suite(void);

static struct pool pool;
static struct str small;

static void setup(void)
{
	pool = (struct pool){ NULL };
	str_init(&small);
	FILE *in = fopen(SMALL, "r");
	ck_assert_msg(in, "run the tests in the project's folder");
	for (int c; (c = getc(in)) != EOF;)
		str_addc(&small, (char)c);
	fclose(in);
}

static void teardown(void)
{
	pool_release(&pool);
	str_release(&small);
}

static const struct instrument *loaded(const char *path)
{
	const struct instrument *instrument = NULL;
	struct errmsg why = { "" };
	enum err err = instrument_load(path, &pool, &instrument, &why);
	ck_assert_msg(err == ERR_NONE, "%s", why.text);
	return instrument;
}

static void same_texts(const char *const *a, size_t a_count, const char *const *b, size_t b_count)
{
	ck_assert_uint_eq(a_count, b_count);
	for (size_t i = 0; i < a_count; i++)
		ck_assert_str_eq(a[i], b[i]);
}

static void same_indices(const int *a, size_t a_count, const int *b, size_t b_count)
{
	ck_assert_uint_eq(a_count, b_count);
	for (size_t i = 0; i < a_count; i++)
		ck_assert_int_eq(a[i], b[i]);
}

static void same_item(const struct item *a, const struct item *b)
{
	ck_assert_str_eq(a->id, b->id);
	ck_assert_int_eq(a->kind, b->kind);
	ck_assert_int_eq(a->section, b->section);
	ck_assert_int_eq(a->scale, b->scale);
	ck_assert_int_eq(a->reversed, b->reversed);
	ck_assert_int_eq(a->core, b->core);
	ck_assert_int_eq(a->health_check, b->health_check);
	ck_assert_uint_eq(a->roles, b->roles);
	ck_assert_str_eq(a->topic, b->topic);
	ck_assert_str_eq(a->shorthand, b->shorthand);
	ck_assert_str_eq(a->text, b->text);
	ck_assert_pstr_eq(a->low, b->low);
	ck_assert_pstr_eq(a->mid, b->mid);
	ck_assert_pstr_eq(a->high, b->high);
	ck_assert_pstr_eq(a->hint, b->hint);
	ck_assert_pstr_eq(a->field, b->field);
	same_texts(a->probes, a->probe_count, b->probes, b->probe_count);
	ck_assert_uint_eq(a->choice_count, b->choice_count);
	for (size_t i = 0; i < a->choice_count; i++) {
		ck_assert_str_eq(a->choices[i].id, b->choices[i].id);
		ck_assert_str_eq(a->choices[i].text, b->choices[i].text);
	}
}

static void same_triggers(
	const struct trigger *a, size_t a_count, const struct trigger *b, size_t b_count)
{
	ck_assert_uint_eq(a_count, b_count);
	for (size_t i = 0; i < a_count; i++) {
		ck_assert_int_eq(a[i].kind, b[i].kind);
		ck_assert_int_eq(a[i].subject, b[i].subject);
		ck_assert_double_eq(a[i].threshold, b[i].threshold);
	}
}

static void same_action(const struct action *a, const struct action *b)
{
	ck_assert_str_eq(a->id, b->id);
	ck_assert_int_eq(a->step, b->step);
	ck_assert_uint_eq(a->tracks, b->tracks);
	same_triggers(a->when, a->when_count, b->when, b->when_count);
	same_triggers(a->unless, a->unless_count, b->unless, b->unless_count);
	ck_assert_str_eq(a->title, b->title);
	ck_assert_str_eq(a->what, b->what);
	ck_assert_str_eq(a->done_when, b->done_when);
	ck_assert_str_eq(a->resources, b->resources);
	ck_assert_str_eq(a->source, b->source);
	ck_assert_int_eq(a->owner, b->owner);
	ck_assert_int_eq(a->partner_owner, b->partner_owner);
	ck_assert_int_eq(a->effort_days, b->effort_days);
	ck_assert_int_eq(a->weeks, b->weeks);
	ck_assert_int_eq(a->earliest_week, b->earliest_week);
	ck_assert_int_eq(a->quick_win, b->quick_win);
	ck_assert_int_eq(a->social, b->social);
	ck_assert_int_eq(a->kpi, b->kpi);
	same_indices(a->required, a->required_count, b->required, b->required_count);
	same_indices(a->retest, a->retest_count, b->retest, b->retest_count);
	same_indices(a->instead_of, a->instead_of_count, b->instead_of, b->instead_of_count);
}

static void same_catalogue(const struct catalogue_entry *a, size_t a_count,
	const struct catalogue_entry *b, size_t b_count)
{
	ck_assert_uint_eq(a_count, b_count);
	for (size_t i = 0; i < a_count; i++) {
		ck_assert_str_eq(a[i].id, b[i].id);
		ck_assert_str_eq(a[i].name, b[i].name);
		ck_assert_str_eq(a[i].text, b[i].text);
	}
}

static void same_tables(const struct instrument *a, const struct instrument *b)
{
	for (int i = 0; i < ROUTE_VALUES; i++) {
		ck_assert_str_eq(a->route[i].topic, b->route[i].topic);
		ck_assert_str_eq(a->route[i].text, b->route[i].text);
		ck_assert_str_eq(a->route[i].low, b->route[i].low);
		ck_assert_str_eq(a->route[i].mid, b->route[i].mid);
		ck_assert_str_eq(a->route[i].high, b->route[i].high);
		same_texts(a->route[i].probes, a->route[i].probe_count, b->route[i].probes,
			b->route[i].probe_count);
	}
	ck_assert_uint_eq(a->fit_count, b->fit_count);
	for (size_t i = 0; i < a->fit_count; i++) {
		ck_assert_int_eq(a->fits[i].ambition, b->fits[i].ambition);
		ck_assert_int_eq(a->fits[i].type, b->fits[i].type);
		ck_assert_int_eq(a->fits[i].fit, b->fits[i].fit);
		ck_assert_str_eq(a->fits[i].reason, b->fits[i].reason);
	}
	ck_assert_uint_eq(a->kpi_count, b->kpi_count);
	for (size_t i = 0; i < a->kpi_count; i++) {
		ck_assert_str_eq(a->kpis[i].id, b->kpis[i].id);
		ck_assert_str_eq(a->kpis[i].name, b->kpis[i].name);
		ck_assert_str_eq(a->kpis[i].unit, b->kpis[i].unit);
		ck_assert_str_eq(a->kpis[i].text, b->kpis[i].text);
		ck_assert_int_eq(a->kpis[i].category, b->kpis[i].category);
		ck_assert_int_eq(a->kpis[i].direction, b->kpis[i].direction);
		ck_assert_uint_eq(a->kpis[i].moved_by, b->kpis[i].moved_by);
		ck_assert_int_eq(a->kpis[i].feeds, b->kpis[i].feeds);
	}
}

static void same_instrument(const struct instrument *a, const struct instrument *b)
{
	ck_assert_str_eq(a->id, b->id);
	ck_assert_str_eq(a->version, b->version);
	ck_assert_str_eq(a->title, b->title);
	ck_assert_str_eq(a->opening, b->opening);
	ck_assert_int_eq(a->culture, b->culture);
	ck_assert_uint_eq(a->item_count, b->item_count);
	for (size_t i = 0; i < a->item_count; i++)
		same_item(&a->items[i], &b->items[i]);
	same_indices(a->items_by_id, a->item_count, b->items_by_id, b->item_count);
	same_tables(a, b);
	same_catalogue(a->ambitions, a->ambition_count, b->ambitions, b->ambition_count);
	same_catalogue(a->types, a->type_count, b->types, b->type_count);
	ck_assert_uint_eq(a->action_count, b->action_count);
	for (size_t i = 0; i < a->action_count; i++)
		same_action(&a->actions[i], &b->actions[i]);
	ck_assert_int_eq(a->split, b->split);
	same_indices(a->check, CHECK_ROWS, b->check, CHECK_ROWS);
}

START_TEST(test_instrument_small_bank_loads)
{
	const struct instrument *bank = loaded(SMALL);
	ck_assert_str_eq(bank->id, "small");
	ck_assert_str_eq(bank->version, "7");
	ck_assert_str_eq(bank->opening, "Six sentences are too many; one will do.");
	const struct item *item = &bank->items[instrument_item(bank, "strategy.rationale.1")];
	ck_assert_int_eq(item->kind, ITEM_RATED);
	ck_assert_int_eq(item->scale, ASPECT_RATIONALE);
	ck_assert(item->core && item->health_check && !item->reversed);
	ck_assert_uint_eq(item->roles, 1u << ROLE_SPONSOR | 1u << ROLE_MANAGER);
	ck_assert_str_eq(item->shorthand, "The row of aspect 1");
	ck_assert_str_eq(item->probes[1], "Since when?");
	ck_assert_str_eq(bank->items[bank->split].id, "split.causes");
	ck_assert_str_eq(bank->items[bank->check[GOVERNANCE_MANDATE]].id, "governance.mandate");
	ck_assert_int_eq(bank->kpis[0].feeds, FEED_TRUST);
}
END_TEST

START_TEST(test_instrument_roles_absent_and_empty_differ)
{
	const struct instrument *bank = loaded(SMALL);
	const struct item *items = bank->items;
	ck_assert_uint_eq(items[instrument_item(bank, "strategy.objectives.1")].roles, ALL_ROLES);
	ck_assert_uint_eq(items[instrument_item(bank, "strategy.relevance.1")].roles, 0);
}
END_TEST

START_TEST(test_instrument_short_and_topic_stand_in_for_each_other)
{
	const struct instrument *bank = loaded(SMALL);
	const struct item *item = &bank->items[instrument_item(bank, "symptom.trust.1")];
	ck_assert_str_eq(item->shorthand, "Trust");
}
END_TEST

START_TEST(test_instrument_action_links_are_resolved)
{
	const struct instrument *bank = loaded(SMALL);
	const struct action *action = &bank->actions[instrument_action(bank, "second_step")];
	ck_assert_int_eq(action->required[0], instrument_action(bank, "first_step"));
	ck_assert_int_eq(action->retest[1], instrument_item(bank, "selection.longlist"));
	ck_assert_int_eq(action->kpi, instrument_kpi(bank, "kept"));
	ck_assert_uint_eq(action->tracks, 1u << TRACK_RELAUNCH | 1u << TRACK_RECOMMIT);
	ck_assert_int_eq(action->when[0].kind, TRIGGER_ASPECT);
	ck_assert_int_eq(action->when[0].subject, ASPECT_FIT);
	ck_assert_double_eq(action->when[0].threshold, 3.5);
	ck_assert_double_eq(action->when[1].threshold, 0.75);
	ck_assert_int_eq(action->when[2].subject, GOVERNANCE_MANDATE);
	ck_assert_int_eq(action->when[3].kind, TRIGGER_INCIDENT);
	ck_assert_int_eq(action->when[4].kind, TRIGGER_EVENT);
	ck_assert_int_eq(action->when[4].subject, HAPPENING_LEAK);
	ck_assert_uint_eq(action->unless_count, 3);
	ck_assert_int_eq(action->unless[0].kind, TRIGGER_SOUND);
	ck_assert_int_eq(action->unless[0].subject, ASPECT_WEIGHT);
	ck_assert_double_eq(action->unless[0].threshold, 4.25);
	ck_assert_int_eq(action->unless[1].subject, KNOCKOUT_LITIGATION);
	ck_assert_int_eq(action->unless[2].subject, TRACK_SUSTAIN);
	const struct action *first = &bank->actions[action->required[0]];
	ck_assert_int_eq(first->kpi, -1);
	ck_assert_uint_eq(first->unless_count, 0);
	ck_assert_uint_eq(first->instead_of_count, 1);
	ck_assert_int_eq(first->instead_of[0], instrument_action(bank, "second_step"));
	ck_assert_uint_eq(bank->kpis[0].moved_by, 1u << ASPECT_GOVERNANCE | 1u << SCALE_TRUST);
	ck_assert_str_eq(first->source, "");
}
END_TEST

START_TEST(test_instrument_lookup_of_unknown_ids_gives_minus_one)
{
	const struct instrument *bank = loaded(SMALL);
	ck_assert_int_eq(instrument_item(bank, "strategy.rationale.9"), -1);
	ck_assert_int_eq(instrument_item(bank, "a"), -1);
	ck_assert_int_eq(instrument_item(bank, "zzz"), -1);
	ck_assert_int_eq(instrument_item(bank, NULL), -1);
	ck_assert_int_eq(instrument_ambition(bank, "fame"), -1);
	ck_assert_int_eq(instrument_type(bank, NULL), -1);
	ck_assert_int_eq(instrument_kpi(bank, "fame"), -1);
	ck_assert_int_eq(instrument_action(bank, NULL), -1);
	for (size_t i = 0; i < bank->item_count; i++)
		ck_assert_int_eq(instrument_item(bank, bank->items[i].id), i);
}
END_TEST

START_TEST(test_instrument_fit_gives_value_and_reason)
{
	const struct instrument *bank = loaded(SMALL);
	const char *reason = NULL;
	ck_assert_int_eq(instrument_fit(bank, 1, 0, &reason), 3);
	ck_assert_str_eq(reason, "Made for it.");
	ck_assert_int_eq(instrument_fit(bank, 0, 0, NULL), 0);
	ck_assert_int_eq(instrument_fit(bank, 0, 1, NULL), -1);
}
END_TEST

START_TEST(test_instrument_folder_equals_one_file)
{
	const struct instrument *folder = loaded("tests/data/instrument/joined");
	same_instrument(folder, loaded("tests/data/instrument/joined/"));
	same_instrument(folder, loaded(SMALL));
}
END_TEST

START_TEST(test_instrument_source_reads_back_to_the_same)
{
	static const char *const paths[] = { SMALL, "tests/data/instrument/joined",
		"data/instrument/core-1", "data/instrument/core-2" };
	const struct instrument *bank = loaded(paths[_i]), *again = NULL;
	struct errmsg why = { "" };
	ck_assert_msg(
		!instrument_parse(bank->source, "source", &pool, &again, &why), "%s", why.text);
	same_instrument(bank, again);
	ck_assert_str_eq(bank->source, again->source);
}
END_TEST

/* Texts that a careless writer would spoil. */
START_TEST(test_instrument_write_keeps_awkward_texts)
{
	static const char *const texts[] = {
		"\"no\"",
		"\"~\"",
		"\"1.0\"",
		"\"a: b # c\"",
		"\"- dash\"",
		"'it''s \"so\" \\n'",
		"\"tab\\there\\nand line\"",
		"\"Zusammenarbeit \\u00fcber \\u4e2d\\u6587\"",
		"\"{us}\"",
	};
	const char *old = "\"What would you change?\"";
	size_t at = (size_t)(strstr(small.text, old) - small.text);
	str_delete(&small, at, strlen(old));
	str_insert(&small, at, texts[_i], strlen(texts[_i]));
	const struct instrument *bank = NULL, *again = NULL;
	struct errmsg why = { "" };
	ck_assert_msg(!instrument_parse(small.text, "edited", &pool, &bank, &why), "%s", why.text);
	ck_assert_msg(
		!instrument_parse(bank->source, "again", &pool, &again, &why), "%s", why.text);
	same_instrument(bank, again);
}
END_TEST

START_TEST(test_instrument_triggers_are_written_as_read)
{
	char text[TRIGGER_TEXT];
	const struct instrument *bank = loaded(SMALL);
	const struct action *action = &bank->actions[0];
	ck_assert_str_eq(trigger_text(&action->when[0], text), "aspect type.fit < 3.5");
	ck_assert_str_eq(trigger_text(&action->when[1], text), "gap partner.commitment >= 0.75");
	ck_assert_str_eq(trigger_text(&action->when[2], text), "checklist governance.mandate");
	ck_assert_str_eq(trigger_text(&action->when[3], text), "incident");
	ck_assert_str_eq(trigger_text(&action->when[4], text), "event leak");
	ck_assert_str_eq(trigger_text(&action->unless[0], text), "aspect type.weight >= 4.25");
	ck_assert_str_eq(trigger_text(&action->unless[1], text), "knockout litigation");
	ck_assert_str_eq(trigger_text(&action->unless[2], text), "track sustain");
}
END_TEST

/* Each version that there is a folder of, in their order; no folder is left out. */
START_TEST(test_instrument_builtin_equals_its_files)
{
	char folder[64];
	size_t count;
	const struct instrument *released = instrument_released(&count);
	for (size_t i = 0; i < count; i++) {
		snprintf(folder, sizeof(folder), "data/instrument/core-%zu", i + 1);
		same_instrument(&released[i], loaded(folder));
		ck_assert_ptr_null(released[i].source);
		ck_assert_str_eq(released[i].id, "core");
		ck_assert_int_eq(atoi(released[i].version), (int)i + 1);
	}
	snprintf(folder, sizeof(folder), "data/instrument/core-%zu", count + 1);
	ck_assert_int_eq(access(folder, F_OK), -1);
	ck_assert_ptr_eq(instrument_builtin(), &released[count - 1]);
}
END_TEST

START_TEST(test_instrument_known_by_id_and_version)
{
	const struct instrument *first = instrument_known("core", "1");
	ck_assert_str_eq(first->version, "1");
	ck_assert_str_eq(instrument_known("core", "2")->version, "2");
	ck_assert_ptr_null(instrument_known("core", "3"));
	ck_assert_ptr_null(instrument_known("core", "01"));
	ck_assert_ptr_null(instrument_known("score", "1"));
	ck_assert_ptr_null(instrument_known("core", NULL));
	ck_assert_ptr_null(instrument_known(NULL, "1"));
}
END_TEST

static void versions_are(const char *expected)
{
	struct str versions;
	str_init(&versions);
	instrument_versions(&versions);
	ck_assert_str_eq(versions.text, expected);
	str_release(&versions);
}

START_TEST(test_instrument_versions_are_listed)
{
	versions_are("1 and 2");
}
END_TEST

/* What a plan keeps of another bank is found there, of the newest that has it. */
START_TEST(test_instrument_having_looks_at_its_own_first)
{
	const struct instrument *bank = loaded(SMALL), *one = instrument_known("core", "1");
	int at;
	ck_assert_ptr_eq(instrument_having(bank, instrument_kpi, bank->kpis[0].id, &at), bank);
	ck_assert_int_eq(at, 0);
	ck_assert_ptr_eq(instrument_having(one, instrument_action, one->actions[3].id, &at), one);
	ck_assert_int_eq(at, 3);
	ck_assert_ptr_eq(instrument_having(bank, instrument_item, "profile.ambitions", &at),
		instrument_builtin());
	ck_assert_str_eq(instrument_builtin()->items[at].id, "profile.ambitions");
	ck_assert_ptr_null(instrument_having(bank, instrument_action, "no_such_action", &at));
	ck_assert_int_eq(at, -1);
}
END_TEST

/* Where a bank asks about cultures: as it says, else as the first version of the built-in one does.
 */
START_TEST(test_instrument_culture_is_the_aspect_that_is_named)
{
	static const struct {
		const char *line;
		enum scale culture;
	} named[] = {
		{ "", ASPECT_COMMITMENT },
		{ "culture: partner.commitment\n", ASPECT_COMMITMENT },
		{ "culture: partner.compatible\n", ASPECT_COMPATIBLE },
		{ "culture: partner.selection\n", ASPECT_SELECTION },
		{ "culture: partner.complement\n", ASPECT_COMPLEMENT },
	};
	const struct instrument *bank = NULL, *again = NULL;
	struct errmsg why = { "" };
	str_insert(&small, 0, named[_i].line, strlen(named[_i].line));
	ck_assert_msg(!instrument_parse(small.text, "named", &pool, &bank, &why), "%s", why.text);
	ck_assert_int_eq(bank->culture, named[_i].culture);
	ck_assert_msg(
		!instrument_parse(bank->source, "again", &pool, &again, &why), "%s", why.text);
	ck_assert_int_eq(again->culture, named[_i].culture);
}
END_TEST

START_TEST(test_instrument_culture_of_the_built_in_banks)
{
	ck_assert_int_eq(instrument_known("core", "1")->culture, ASPECT_COMMITMENT);
	ck_assert_int_eq(instrument_known("core", "2")->culture, ASPECT_COMPATIBLE);
}
END_TEST

/* The line of the file that has it, whichever that is. */
START_TEST(test_instrument_culture_fault_names_its_file)
{
	char folder[] = "/tmp/rekindle-bank-XXXXXX", path[64], start[128];
	ck_assert_ptr_nonnull(mkdtemp(folder));
	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%d.yaml", folder, i);
		FILE *out = fopen(path, "w");
		fputs(i ? "\n\nculture: strategy.rationale\n" : small.text, out);
		fclose(out);
	}
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_load(folder, &pool, &bank, &why), ERR_INVALID);
	snprintf(start, sizeof(start), "%s:3: culture: \"strategy.rationale\" is not known", path);
	ck_assert_msg(!strncmp(why.text, start, strlen(start)), "%s", why.text);
	remove(path);
	snprintf(path, sizeof(path), "%s/0.yaml", folder);
	remove(path);
	remove(folder);
}
END_TEST

/* What the method asks of the built-in bank beyond the validator (rekindle-method(7), sections 2
 * and 7). */
START_TEST(test_instrument_builtin_has_three_items_an_aspect)
{
	const struct instrument *core = instrument_builtin();
	int items[SCALE_COUNT] = { 0 }, reversed[SCALE_COUNT] = { 0 }, check[SCALE_COUNT] = { 0 };
	unsigned roles[SCALE_COUNT] = { 0 };
	for (size_t i = 0; i < core->item_count; i++) {
		const struct item *item = &core->items[i];
		if (item->kind != ITEM_RATED)
			continue;
		items[item->scale]++;
		reversed[item->scale] += item->reversed;
		check[item->scale] += item->health_check;
		roles[item->scale] |= item->roles;
		if (item->health_check)
			ck_assert_msg(item->roles == ALL_ROLES,
				"%s: the health check asks every role", item->id);
	}
	int checked = 0;
	for (int scale = 0; scale < SCALE_COUNT; scale++) {
		const char *id = scale_info[scale].id;
		ck_assert_msg(items[scale] == 3, "%s has %d items", id, items[scale]);
		ck_assert_msg(
			reversed[scale] <= 1, "%s has %d reversed items", id, reversed[scale]);
		ck_assert_msg(
			check[scale] <= 1, "%s is %d times in the health check", id, check[scale]);
		ck_assert_msg(__builtin_popcount(roles[scale]) >= 3, "%s: fewer than 3 roles", id);
		checked += check[scale];
	}
	ck_assert_int_eq(checked, 14);
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		const int *four = &check[cause * ASPECTS_PER_CAUSE];
		ck_assert_int_eq(four[0] + four[1] + four[2] + four[3], 3);
	}
	ck_assert_int_eq(check[SCALE_TRUST] + check[SCALE_INFORMATION], 2);
}
END_TEST

START_TEST(test_instrument_builtin_asks_each_role_six_open_items)
{
	const struct instrument *core = instrument_builtin();
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		int open = 0;
		for (size_t i = 0; i < core->item_count; i++)
			open += core->items[i].kind == ITEM_TEXT &&
				core->items[i].section == SECTION_INTERVIEW &&
				item_asks(&core->items[i], role);
		ck_assert_msg(open >= 6, "%s: %d open items", vocabulary_role.word[role], open);
	}
}
END_TEST

static int actions_on(const struct instrument *core, enum trigger_kind kind, int subject)
{
	int count = 0;
	for (size_t i = 0; i < core->action_count; i++)
		for (size_t t = 0; t < core->actions[i].when_count; t++) {
			const struct trigger *when = &core->actions[i].when[t];
			if (when->kind == kind && when->subject == subject) {
				count++;
				break;
			}
		}
	return count;
}

START_TEST(test_instrument_builtin_has_two_actions_for_every_trigger)
{
	static const struct {
		enum trigger_kind kind;
		int count;
		const struct vocabulary *subjects;
	} needed[] = {
		{ TRIGGER_ASPECT, ASPECT_COUNT, &vocabulary_scale },
		{ TRIGGER_KILLER, KILLER_COUNT, &vocabulary_killer },
		{ TRIGGER_KNOCKOUT, KNOCKOUT_COUNT, &vocabulary_knockout },
		{ TRIGGER_PITFALL, PITFALL_COUNT, &vocabulary_pitfall },
		{ TRIGGER_SPECIAL, SPECIAL_COUNT, &vocabulary_special },
		{ TRIGGER_PROCESS, PROBLEM_COUNT, &vocabulary_problem },
		{ TRIGGER_CHECKLIST, CHECK_ROWS, &vocabulary_check_row },
		{ TRIGGER_EVENT, HAPPENING_COUNT, &vocabulary_happening },
		{ TRIGGER_INCIDENT, 1, NULL },
	};
	const struct instrument *core = instrument_builtin();
	ck_assert_uint_ge(core->action_count, 60);
	for (int subject = 0; subject < needed[_i].count; subject++) {
		int count = actions_on(core, needed[_i].kind, subject);
		ck_assert_msg(count >= 2, "%s %s has %d actions",
			needed[_i].subjects ? needed[_i].subjects->name : "incident",
			needed[_i].subjects ? needed[_i].subjects->word[subject] : "", count);
	}
}
END_TEST

/* A gap may turn out red in any aspect, and then has to be answered. */
START_TEST(test_instrument_builtin_has_an_action_for_a_gap_in_any_aspect)
{
	for (int aspect = 0; aspect < ASPECT_COUNT; aspect++)
		ck_assert_msg(actions_on(instrument_builtin(), TRIGGER_GAP, aspect) > 0, "%s",
			scale_info[aspect].id);
}
END_TEST

static int words_in(const char *text)
{
	int words = 0;
	for (size_t i = 0; text[i]; i++)
		words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
	return words;
}

/* Who reads an action can begin on Monday: what, by whom, with what, until what lies there. */
START_TEST(test_instrument_builtin_actions_are_complete_and_short)
{
	const struct instrument *core = instrument_builtin();
	for (size_t i = 0; i < core->action_count; i++) {
		const struct action *action = &core->actions[i];
		const char *const texts[] = { action->title, action->what, action->done_when,
			action->resources, action->source };
		for (size_t t = 0; t < sizeof(texts) / sizeof(*texts); t++)
			ck_assert_msg(!str_blank(texts[t]), "%s: text %zu", action->id, t);
		ck_assert_msg(action->step >= 1 && action->step <= 7, "%s: step", action->id);
		ck_assert_msg(action->owner < ROLE_COUNT && action->partner_owner < ROLE_COUNT,
			"%s: owners", action->id);
		ck_assert_msg(action->effort_days > 0, "%s: effort", action->id);
		ck_assert_msg(action->weeks > 0, "%s: weeks", action->id);
		ck_assert_msg(action->retest_count > 0, "%s: retest", action->id);
		ck_assert_msg(words_in(action->what) <= 40, "%s: what has %d words", action->id,
			words_in(action->what));
	}
}
END_TEST

START_TEST(test_instrument_builtin_texts_fit_their_places)
{
	const struct instrument *core = instrument_builtin();
	for (size_t i = 0; i < core->item_count; i++) {
		const struct item *item = &core->items[i];
		ck_assert_msg(utf8_cells(UTF8_FILE, item->topic) <= 24, "%s: topic", item->id);
		ck_assert_msg(utf8_cells(UTF8_FILE, item->shorthand) <= 38, "%s: short", item->id);
		const char *const anchors[] = { item->low, item->mid, item->high };
		for (int a = 0; a < 3; a++)
			ck_assert_msg(!anchors[a] || utf8_cells(UTF8_FILE, anchors[a]) <= 64,
				"%s: anchor %d", item->id, 2 * a + 1);
	}
	for (size_t i = 0; i < core->action_count; i++)
		ck_assert_msg(utf8_cells(UTF8_FILE, core->actions[i].title) <= 38, "%s: title",
			core->actions[i].id);
}
END_TEST

/* Put `with` in place of the first `old` in the small bank; the fault is then expected on the line
 * where `mark` first stands (NULL: on any). No message: the bank is still good. */
static const struct fault_case {
	const char *old, *with, *mark, *message;
} fault_cases[] = {
	/* the head */
	{ "id: small\n", "", NULL, "id: is missing" },
	{ "id: small\n", "id: \"Small bank\"\n", NULL, "id: \"Small bank\" must be made of" },
	{ "version: \"7\"\n", "", NULL, "version: is missing" },
	{ "version: \"7\"\n", "version: \"\"\n", NULL, "version: is missing" },
	/* the shape of the file */
	{ "id: small", "id: \"small", "version:", "not readable as YAML" },
	{ "  kind: choice\n", "  kind: choice\n bad\n", " bad", "not readable as YAML" },
	{ "id: small",
		"id: sm\xff"
		"all",
		"id: sm", "not readable as YAML: invalid leading UTF-8" },
	{ "topic: \"Type\"", "topic: \"T\\eype\"", "T\\eype", "control character" },
	{ "topic: \"Type\"", "topic: \"T\\0ype\"", "T\\0ype", "control character" },
	{ "topic: \"Type\"", "topic: \"T\\u0085ype\"", "T\\u0085ype", "control character" },
	{ "kind: choice", "knd: choice", "  knd: choice",
		"item profile.type: knd: is not a member" },
	{ "{id: engaged, text:", "{id: engaged, txt:", "txt:", "txt: is not a member" },
	{ "title:", "titel:", "titel:", "titel: is not a member" },
	{ "title:", "culture: partner\ntitle:", "culture:",
		"culture: \"partner\" is not known; use partner.selection, partner.complement, "
		"partner.compatible or partner.commitment" },
	{ "title:", "culture: symptom.trust\ntitle:", "culture:",
		"culture: \"symptom.trust\" is not known" },
	{ "  kind: choice\n", "  kind: choice\n  kind: text\n", "  kind: text",
		"kind: is given twice" },
	{ "  kind: choice\n", "  kind: [choice]\n", "[choice]",
		"item profile.type: kind: one text or word is needed here" },
	{ "  roles: [sponsor, manager]", "  roles: sponsor", "  roles: sponsor",
		"item strategy.rationale.1: roles: a list is needed here" },
	{ "route:\n", "route: none\nxroute:\n", "route: none", "route: a list is needed here" },
	{ "ambitions:\n", "ambitions: {}\ntypos:\n", "ambitions:", "ambitions: a list is needed" },
	{ "- id: profile.type\n", "- just a text\n- id: profile.type\n", "- just a text",
		"item number 1: a mapping of members is needed here" },
	{ "  - {id: engaged, text: \"Engaged\"}", "  - engaged", "  - engaged",
		"item profile.stance: a mapping of members is needed here" },
	{ "  kind: choice\n", "  kind: &k choice\n  hint: *k\n", "hint: *k", "alias" },
	{ "  kind: choice\n", "  kind: choice\n  ? [a]\n  : b\n", "? [a]", "name of a member" },
	{ "items:\n", "---\nitems:\n", "---", "a second document" },
	{ "actions:\n", "...\n\"open\nactions:\n", NULL, "not readable as YAML" },
	/* items: words, numbers, flags */
	{ "kind: choice", "kind: choose", "kind: choose",
		"item profile.type: kind: \"choose\" is not known; use rated, choice" },
	{ "  kind: choice\n", "", "- id: profile.type", "kind: is missing" },
	{ "section: profile", "section: front", "section: front",
		"section: \"front\" is not known; use profile, audit or interview" },
	{ "  section: profile\n", "", "- id: profile.type", "section: is missing" },
	{ "aspect: strategy.rationale", "aspect: strategy.reason", "aspect: strategy.reason",
		"aspect: \"strategy.reason\" is not known" },
	{ "[sponsor, manager]", "[sponsor, boss]", "[sponsor, boss]",
		"roles: \"boss\" is not known; use sponsor, manager" },
	{ "core: true", "core: yes", "core: yes", "core: \"yes\" must be true or false" },
	{ "[\"Why so?\", \"Since when?\"]", "[\"Why so?\", \"\"]",
		"probes:", "probes: entry 2 is empty" },
	/* items: ids */
	{ "- id: profile.type\n", "- hint: \"x\"\n", "- hint: \"x\"",
		"item number 1: id: is missing" },
	{ "id: profile.type", "id: Profile.type", "id: Profile.type",
		"must be made of lower-case" },
	{ "id: profile.type", "id: profile..type", "id: profile..type", "must be made of" },
	{ "id: open.ideas.one", "id: symptom.trust.1", "- id: symptom.trust.1\n  kind: text\n",
		"item symptom.trust.1: id: is used twice" },
	/* items: what each kind needs */
	{ "  topic: \"Type\"\n", "", "- id: profile.type", "topic: is missing" },
	{ "  text: \"Which type is it?\"\n", "", "- id: profile.type", "text: is missing" },
	{ "text: \"Which type is it?\"", "text: \" \"", "text: \" \"", "text: is missing" },
	{ "  aspect: strategy.rationale\n", "", "- id: strategy.rationale.1",
		"item strategy.rationale.1: aspect: is missing" },
	{ "  low: \"Badly\"\n", "", "- id: strategy.rationale.1", "low: is missing; a rated item" },
	{ "  mid: \"Neither\"\n", "", "- id: strategy.rationale.1", "mid: is missing" },
	{ "  high: \"Well\"\n", "", "- id: strategy.rationale.1", "high: is missing" },
	{ "  hint: \"One thing\"\n", "  aspect: type.fit\n", NULL, "belongs to rated items only" },
	{ "  hint: \"One thing\"\n", "  low: \"hot\"\n", "low: \"hot\"", "low: belongs to rated" },
	{ "  hint: \"One thing\"\n", "  reversed: true  # x\n", "true  # x", "belongs to rated" },
	{ "  hint: \"One thing\"\n", "  health_check: true # x\n", NULL, NULL },
	{ "  field: alliance.type\n", "  field: alliance.type\n  health_check: true # x\n",
		"true # x", "health_check: belongs to rated and open items of the interview only" },
	{ "  section: interview\n", "  section: audit\n", "section: audit\n",
		"an item of kind rated belongs to interview" },
	{ "check, section: audit", "check, section: interview", "- {id: selection.longlist",
		"an item of kind check belongs to audit" },
	{ "text\n  section: interview", "text\n  section: audit", "section: audit\n",
		"the audit has items of kind check only" },
	{ "  hint: \"One thing\"\n", "  field: party.name\n", "field: party.name",
		"field: belongs to profile items only" },
	{ "  field: alliance.type\n", "", "- id: profile.type", "field: is missing" },
	{ "field: alliance.type", "field: alliance.colour", "field: alliance.colour",
		"field: \"alliance.colour\" is not a fact" },
	{ "field: alliance.type", "field: alliance.name", "  kind: choice",
		"alliance.name is filled by an item of kind text" },
	{ "{id: engaged, text", "{id: eager, text", NULL,
		"\"eager\" cannot be stored in party.stance" },
	/* choices */
	{ "  - {id: later, text: \"Since a certain day\"}\n", "", NULL,
		"choices: an item of kind choice needs at least two choices" },
	{ "{id: later, text", "{id: always, text", NULL,
		"choices: the choice \"always\" comes twice" },
	{ "{id: later, text: \"Since a certain day\"}", "{text: \"x\"}", NULL,
		"choices: choice 2 needs an id and a text" },
	{ "{id: later, text: \"Since a certain day\"}", "{id: later}", NULL,
		"choices: choice 2 needs an id and a text" },
	{ "  hint: \"One thing\"\n", "  choices: [{id: a, text: b}]\n", "choices: [",
		"choices: belong to" },
	{ "text: \"Which type is it?\"\n", "text: x\n  choices: [{id: a, text: b}]\n", "choices: [",
		"come from the bank's own list" },
	{ "  - {id: management, text: \"D\"}\n", "", NULL, "the split has the four causes" },
	{ "- {id: partner, text", "- {id: fate, text", NULL, "the split has the four causes" },
	/* what a bank needs of its items */
	{ "aspect: type.weight", "aspect: type.fit", NULL, "measures the aspect type.weight" },
	{ "- {id: governance.mandate, kind: check, section: audit, topic: \"Row\", text: \"Is it "
	  "so?\"}\n",
		"", NULL, "the checklist row governance.mandate is missing" },
	{ "id: governance.mandate, kind", "id: governance.power, kind", "id: governance.power",
		"item governance.power: id: is not a row of the two checklists" },
	{ "id: open.ideas.one", "id: governance.power", NULL, NULL },
	{ "- id: since.when\n",
		"- {id: split.two, kind: split, section: interview, topic: x, text: x,\n"
		"  choices: [{id: strategy, text: a}, {id: type, text: b}, {id: partner, text: "
		"c},\n"
		"  {id: management, text: d}]}\n- id: since.when\n",
		"- {id: split.two", "item split.two: kind: is a second split item" },
	{ "id: selection.longlist, kind: check, section: audit",
		"id: selection.longlist, kind: text, section: interview",
		"- {id: selection.longlist", "its kind is check" },
	/* the route test */
	{ "- {id: closeness, topic: \"Route\", text: \"How far?\", low: \"a\", mid: \"b\", high: "
	  "\"c\"}\n",
		"", NULL, "route: the question closeness is missing" },
	{ "- {id: closeness,", "- {id: nearness,", "- {id: nearness",
		"route question nearness: id: \"nearness\" is not known; use own_resources" },
	{ "- {id: closeness,", "- {id: tradability,", NULL, "id: is used twice" },
	{ "- {id: closeness,", "- {", "- { topic", "route question number 3: id: is missing" },
	{ "- {id: closeness, topic: \"Route\",", "- {id: closeness,", "- {id: closeness",
		"route question closeness: topic: is missing" },
	{ "{id: own_resources, topic: \"Route\", text: \"How far?\", low: \"a\"",
		"{id: own_resources, topic: \"Route\", text: \"How far?\"", "{id: own_resources",
		"low: is missing" },
	{ "{id: own_resources, topic: \"Route\", text: \"How far?\",",
		"{id: own_resources, topic: \"Route\",", "{id: own_resources", "text: is missing" },
	{ "low: \"a\", mid: \"b\",", "low: \"a\",", "{id: own_resources", "mid: is missing" },
	{ "mid: \"b\", high: \"c\"}", "mid: \"b\"}", "{id: own_resources", "high: is missing" },
	/* catalogues */
	{ "{id: learn, name", "{name", "- {name", "ambition number 1: id: is missing" },
	{ ", text: \"Sell more.\"}", "}", "{id: sell", "ambition sell: text: is missing" },
	{ "{id: learn, name: \"Learn\", text", "{id: learn, text", "- {id: learn",
		"ambition learn: name: is missing" },
	{ "{id: sell, name", "{id: learn, name", "{id: learn, name: \"Sell\"",
		"ambition learn: id: is used twice in ambitions" },
	{ "{id: licence, name", "{id: The licence, name", "{id: The licence", "must be made of" },
	{ "fit: 3,", "fit: 4,", "{ambition: sell",
		"fit: \"4\" must be a whole number from 0 to 3" },
	{ "fit: 3,", "fit: 2.5,", "{ambition: sell", "fit: \"2.5\" must be a whole number" },
	{ "fit: 3, ", "", "{ambition: sell", "fit entry number 2: fit: is missing" },
	{ "{ambition: sell", "{ambition: fame", "{ambition: fame",
		"\"fame\" is not the id of any" },
	{ "sell, type: licence", "sell, type: marriage", "type: marriage",
		"\"marriage\" is not the" },
	{ "{ambition: sell", "{ambition: learn", NULL,
		"this pair of ambition and type is given twice" },
	{ "{ambition: learn, ", "{", "- {type: licence",
		"fit entry number 1: ambition: is missing" },
	{ "learn, type: licence, ", "learn, ", "{ambition: learn", "type: is missing" },
	{ ", reason: \"Made for it.\"}", "}", "{ambition: sell", "reason: is missing" },
	{ "- id: kept\n  category", "- category", "- category: relationship",
		"KPI number 1: id: is missing" },
	{ "  name: \"Commitments kept\"\n", "", "- id: kept", "KPI kept: name: is missing" },
	{ "  text: \"Kept of those due.\"\n", "", "- id: kept", "KPI kept: text: is missing" },
	{ "id: kept", "id: Kept", "id: Kept", "KPI Kept: id: \"Kept\" must be made of" },
	{ "category: relationship", "category: human", "category: human", "KPI kept: category:" },
	{ "  category: relationship\n", "", "- id: kept", "category: is missing; use financial" },
	{ "direction: higher", "direction: up", "direction: up", "use higher or lower" },
	{ "feeds: trust", "feeds: joy", "feeds: joy", "feeds: \"joy\" is not known" },
	{ "  unit: \"%\"\n", "", "- id: kept", "KPI kept: unit: is missing" },
	{ "[management.governance, symptom.trust]", "[management.govern]", "moved_by: [",
		"KPI kept: moved_by: \"management.govern\" is not known" },
	/* actions */
	{ "step: 4", "step: 8", "step: 8",
		"action second_step: step: \"8\" must be a whole number "
		"from 1 to 7" },
	{ "step: 4", "step: 0", "step: 0", "must be a whole number from 1 to 7" },
	{ "  step: 4\n", "", "- id: second_step", "step: is missing" },
	{ "[relaunch, recommit]", "[relaunch, dance]", "[relaunch, dance]",
		"tracks: \"dance\" is not" },
	{ "  title: \"Write it down\"\n", "", "- id: second_step", "title: is missing" },
	{ "  what: \"Both leads write it down.\"\n", "", "- id: second_step", "what: is missing" },
	{ "  done_when: \"a page exists.\"\n", "", "- id: second_step", "done_when: is missing" },
	{ "  resources: \"1 hour\"\n", "", "- id: second_step", "resources: is missing" },
	{ "- id: first_step\n  step", "- step", "- step: 1", "action number 2: id: is missing" },
	{ "  owner: sponsor\n", "", "- id: second_step", "owner: is missing" },
	{ "  partner_owner: manager\n", "  partner_owner: king\n", "partner_owner: king",
		"partner_owner: \"king\" is not known" },
	{ "effort_days: 2", "effort_days: two", "effort_days: two", "must be a whole number" },
	{ "effort_days: 2", "effort_days: 99999999999999999999", "effort_days: 9",
		"from 0 to 1000" },
	{ "effort_days: 2", "effort_days: -1", "effort_days: -1", "from 0 to 1000" },
	{ "weeks: 3", "weeks: 0", "weeks: 0", "from 1 to 104" },
	{ "kpi: kept", "kpi: lost", "kpi: lost", "kpi: \"lost\" is not the id of any KPI" },
	{ "[first_step]", "[zeroth_step]", "[zeroth_step]",
		"\"zeroth_step\" is not the id of any action" },
	{ "[first_step]", "[second_step]", "[second_step]", "require each other in a circle" },
	{ "id: first_step\n", "id: first_step\n  requires: [second_step]\n", "requires: [first",
		"action second_step: requires: the actions require each other in a circle" },
	{ "retest: [management.governance.1,", "retest: [management.governance.9,", "retest: [",
		"\"management.governance.9\" is not the id of any item" },
	{ "id: first_step", "id: first.step", "id: first.step", "a letter first" },
	{ "instead_of: [second_step]", "instead_of: [third_step]", "instead_of: [third",
		"action first_step: instead_of: \"third_step\" is not the id of any action" },
	/* triggers, on their own lines */
	{ "aspect type.fit < 3.5", "mood < 3", "mood < 3", "\"mood < 3\" is not a trigger" },
	{ "aspect type.fit < 3.5", "", "- \"\"", "is not a trigger" },
	{ "aspect type.fit < 3.5", "aspect type.fit", "aspect type.fit",
		"must be written as: aspect ID < NUMBER" },
	{ "aspect type.fit < 3.5", "aspect type.fit > 3.5", "aspect type.fit > 3.5",
		"after \"aspect\" comes <" },
	{ "aspect type.fit < 3.5", "aspect type.fit < 3,5", "aspect type.fit < 3,5",
		"\"3,5\" must be a number" },
	{ "aspect type.fit < 3.5", "aspect type.fit < 7", "aspect type.fit < 7",
		"must be a number from 1 to 5" },
	{ "aspect type.fit < 3.5", "aspect type.fit < 3.", "aspect type.fit < 3.",
		"must be a number" },
	{ "aspect type.fit < 3.5", "aspect type.fit < 3.5 or so", "aspect type.fit < 3.5 or so",
		"must be written as" },
	{ "aspect type.fit < 3.5", "aspect symptom.trust < 3.5", "aspect symptom.trust < 3.5",
		"\"symptom.trust\" is not known after \"aspect\"" },
	{ "gap partner.commitment >= 0.75", "gap partner.commitment < 0.75",
		"gap partner.commitment < 0.75", "after \"gap\" comes >=" },
	{ "checklist governance.mandate", "checklist mandate", "checklist mandate",
		"\"mandate\" is not known" },
	{ "\"incident\"", "\"incident 3\"", "\"incident 3\"", "must be written as: incident" },
	{ "\"incident\"", "\"killer governance now\"", "\"killer governance now\"",
		"must be written as: killer ID" },
	{ "event leak", "event", "\"event\"", "must be written as: event ID" },
	{ "event leak", "event flood", "event flood",
		"\"flood\" is not known after \"event\"; use sponsor_change" },
	/* conditions that keep an action out: an aspect that is well, or a trigger that no score
	   makes */
	{ "aspect type.weight >= 4.25", "aspect type.weight < 4.25", "aspect type.weight < 4.25",
		"unless: after \"aspect\" comes >= and a number" },
	{ "aspect type.weight >= 4.25", "aspect type.weight >= 5.5", "aspect type.weight >= 5.5",
		"must be a number from 1 to 5" },
	{ "aspect type.weight >= 4.25", "aspect symptom.trust >= 4", "aspect symptom.trust >= 4",
		"\"symptom.trust\" is not known after \"aspect\"" },
	{ "aspect type.weight >= 4.25", "gap type.weight >= 1", "gap type.weight >= 1",
		"is not a condition; it begins with one of killer, knockout, pitfall, special, "
		"process, checklist, incident, event, track, aspect" },
	{ "aspect type.fit < 3.5", "aspect type.fit >= 3.5", "aspect type.fit >= 3.5",
		"when: after \"aspect\" comes < and a number" },
	{ "knockout litigation", "knockout peace", "knockout peace", "unless: \"peace\"" },
};

static size_t line_of(const char *text, const char *mark)
{
	size_t line = 1;
	const char *at = strstr(text, mark);
	ck_assert_msg(at, "no mark \"%s\"", mark);
	while (at > text)
		line += *--at == '\n';
	return line;
}

START_TEST(test_instrument_fault_is_found_and_placed)
{
	const struct fault_case *c = &fault_cases[_i];
	char *at = strstr(small.text, c->old);
	ck_assert_msg(at, "no \"%s\"", c->old);
	size_t offset = (size_t)(at - small.text);
	str_delete(&small, offset, strlen(c->old));
	str_insert(&small, offset, c->with, strlen(c->with));
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	enum err err = instrument_parse(small.text, "bank", &pool, &bank, &why);
	if (!c->message) {
		ck_assert_msg(!err, "%s", why.text);
		return;
	}
	ck_assert_int_eq(err, ERR_INVALID);
	ck_assert_ptr_null(bank);
	ck_assert_msg(
		strstr(why.text, c->message), "expected \"%s\", got: %s", c->message, why.text);
	if (c->mark) {
		char start[32];
		snprintf(start, sizeof(start), "bank:%zu: ", line_of(small.text, c->mark));
		ck_assert_msg(!strncmp(why.text, start, strlen(start)), "expected %s, got: %s",
			start, why.text);
	}
}
END_TEST

START_TEST(test_instrument_fault_names_the_file_of_a_folder)
{
	char folder[] = "/tmp/rekindle-bank-XXXXXX", path[64], start[128];
	ck_assert_ptr_nonnull(mkdtemp(folder));
	static const char *const text[] = { "id: a\nversion: \"1\"\nambitions:\n- {id: x, name: X, "
					    "text: x}\n",
		"# nothing here\n",
		"ambitions:\n- {id: y, name: Y, text: y}\n"
		"- {id: z, text: z}\n" };
	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "%s/%d.yaml", folder, i);
		FILE *out = fopen(path, "w");
		fputs(text[i], out);
		fclose(out);
	}
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_load(folder, &pool, &bank, &why), ERR_INVALID);
	snprintf(start, sizeof(start), "%s:3: ambition z: name: is missing", path);
	ck_assert_msg(!strncmp(why.text, start, strlen(start)), "%s", why.text);
	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "%s/%d.yaml", folder, i);
		remove(path);
	}
	remove(folder);
}
END_TEST

START_TEST(test_instrument_head_in_two_files_is_refused)
{
	char folder[] = "/tmp/rekindle-bank-XXXXXX", path[64], start[128];
	ck_assert_ptr_nonnull(mkdtemp(folder));
	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%d.yaml", folder, i);
		FILE *out = fopen(path, "w");
		fputs("# head\nid: a\n", out);
		fclose(out);
	}
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_load(folder, &pool, &bank, &why), ERR_INVALID);
	snprintf(start, sizeof(start), "%s:2: id: is given in a second file", path);
	ck_assert_msg(!strncmp(why.text, start, strlen(start)), "%s", why.text);
	remove(path);
	snprintf(path, sizeof(path), "%s/0.yaml", folder);
	remove(path);
	ck_assert_int_eq(instrument_load(folder, &pool, &bank, &why), ERR_INVALID);
	ck_assert_msg(strstr(why.text, "has no file that ends in .yaml"), "%s", why.text);
	remove(folder);
}
END_TEST

START_TEST(test_instrument_unreadable_path_fails)
{
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_load("/nonexistent/bank.yaml", &pool, &bank, &why), ERR_FAILED);
	ck_assert_msg(strstr(why.text, "/nonexistent/bank.yaml: cannot be read"), "%s", why.text);
	ck_assert_int_eq(instrument_load("/nonexistent", &pool, &bank, NULL), ERR_FAILED);
}
END_TEST

/* In the small bank a specialist is asked 15 rated items: trust and all aspects but rationale,
 * which is for two other roles, and relevance, which is for nobody. */
START_TEST(test_instrument_role_is_asked_36_rated_items_at_most)
{
	struct str more;
	str_init(&more);
	for (int i = 0; i < 21 + _i; i++)
		str_addf(&more,
			"- {id: extra.a%d, kind: rated, section: interview, aspect: type.fit, "
			"topic: x, text: x, low: x, mid: x, high: x, roles: [specialist]}\n",
			i);
	char *at = strstr(small.text, "- id: since.when\n");
	str_insert(&small, (size_t)(at - small.text), more.text, more.len);
	str_release(&more);
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	enum err err = instrument_parse(small.text, "bank", &pool, &bank, &why);
	ck_assert_int_eq(err, _i ? ERR_INVALID : ERR_NONE);
	if (_i)
		ck_assert_msg(strstr(why.text,
				      "item extra.a21: roles: is rated item 37 for the role "
				      "specialist"),
			"%s", why.text);
}
END_TEST

START_TEST(test_instrument_text_without_a_bank_is_refused)
{
	static const char *const texts[] = { "", "# only a comment\n", "- a list\n", "just words",
		"\xef\xbb\xbf", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "items:\n", "\t" };
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_parse(texts[_i], "bank", &pool, &bank, &why), ERR_INVALID);
	ck_assert_msg(!strncmp(why.text, "bank:", 5) && strlen(why.text) > 12, "%s", why.text);
}
END_TEST

START_TEST(test_instrument_mapping_of_too_many_members_is_refused)
{
	for (int i = 0; i < 65; i++) {
		char member[24];
		snprintf(member, sizeof(member), "m%d: x\n", i);
		str_insert(&small, 0, member, strlen(member));
	}
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_parse(small.text, "bank", &pool, &bank, &why), ERR_INVALID);
	ck_assert_msg(strstr(why.text, "bank:1: more than 64 members"), "%s", why.text);
}
END_TEST

START_TEST(test_instrument_oversized_input_is_refused)
{
	struct str text;
	str_init(&text);
	str_add(&text, "ambitions:\n");
	int lines = _i ? 200000 : 2001;
	for (int i = 0; i < lines; i++)
		str_add(&text, "- {id: a, name: a, text: a}\n");
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	ck_assert_int_eq(instrument_parse(text.text, "bank", &pool, &bank, &why), ERR_INVALID);
	ck_assert_msg(strstr(why.text, _i ? "larger than 4 MiB" : "ambitions: has 2001 entries"),
		"%s", why.text);
	str_release(&text);
}
END_TEST

Suite *instrument_suite(void)
{
	Suite *suite = suite_create("instrument");
	TCase *bank = tcase_create("bank");
	tcase_add_checked_fixture(bank, setup, teardown);
	tcase_set_timeout(bank, 60);
	tcase_add_test(bank, test_instrument_small_bank_loads);
	tcase_add_test(bank, test_instrument_roles_absent_and_empty_differ);
	tcase_add_test(bank, test_instrument_short_and_topic_stand_in_for_each_other);
	tcase_add_test(bank, test_instrument_action_links_are_resolved);
	tcase_add_test(bank, test_instrument_lookup_of_unknown_ids_gives_minus_one);
	tcase_add_test(bank, test_instrument_fit_gives_value_and_reason);
	tcase_add_test(bank, test_instrument_folder_equals_one_file);
	tcase_add_loop_test(bank, test_instrument_source_reads_back_to_the_same, 0, 4);
	tcase_add_loop_test(bank, test_instrument_write_keeps_awkward_texts, 0, 9);
	tcase_add_test(bank, test_instrument_triggers_are_written_as_read);
	tcase_add_loop_test(bank, test_instrument_culture_is_the_aspect_that_is_named, 0, 5);
	suite_add_tcase(suite, bank);

	TCase *core = tcase_create("core");
	tcase_add_checked_fixture(core, setup, teardown);
	tcase_add_test(core, test_instrument_builtin_equals_its_files);
	tcase_add_test(core, test_instrument_known_by_id_and_version);
	tcase_add_test(core, test_instrument_versions_are_listed);
	tcase_add_test(core, test_instrument_having_looks_at_its_own_first);
	tcase_add_test(core, test_instrument_culture_of_the_built_in_banks);
	tcase_add_test(core, test_instrument_builtin_has_three_items_an_aspect);
	tcase_add_test(core, test_instrument_builtin_asks_each_role_six_open_items);
	tcase_add_loop_test(core, test_instrument_builtin_has_two_actions_for_every_trigger, 0, 9);
	tcase_add_test(core, test_instrument_builtin_has_an_action_for_a_gap_in_any_aspect);
	tcase_add_test(core, test_instrument_builtin_actions_are_complete_and_short);
	tcase_add_test(core, test_instrument_builtin_texts_fit_their_places);
	suite_add_tcase(suite, core);

	TCase *faults = tcase_create("faults");
	tcase_add_checked_fixture(faults, setup, teardown);
	tcase_set_timeout(faults, 60);
	tcase_add_loop_test(faults, test_instrument_fault_is_found_and_placed, 0,
		(int)(sizeof(fault_cases) / sizeof(*fault_cases)));
	tcase_add_test(faults, test_instrument_fault_names_the_file_of_a_folder);
	tcase_add_test(faults, test_instrument_head_in_two_files_is_refused);
	tcase_add_test(faults, test_instrument_culture_fault_names_its_file);
	tcase_add_test(faults, test_instrument_unreadable_path_fails);
	tcase_add_loop_test(faults, test_instrument_role_is_asked_36_rated_items_at_most, 0, 2);
	tcase_add_loop_test(faults, test_instrument_text_without_a_bank_is_refused, 0, 8);
	tcase_add_test(faults, test_instrument_mapping_of_too_many_members_is_refused);
	tcase_add_loop_test(faults, test_instrument_oversized_input_is_refused, 0, 2);
	suite_add_tcase(suite, faults);
	return suite;
}
