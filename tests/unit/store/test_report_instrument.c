/* SPDX-License-Identifier: MIT */
/*
 * The question bank as JSON and as a listing.
 */
#include <check.h>
#include <jansson.h>
#include <string.h>

#include <rekindle/report.h>
#include <rekindle/utf8.h>

Suite *report_instrument_suite(void);

static json_t *core_json(void)
{
	struct str text;
	str_init(&text);
	report_instrument_json(&text, instrument_builtin());
	json_error_t why;
	json_t *root = json_loads(text.text, JSON_REJECT_DUPLICATES, &why);
	ck_assert_msg(root, "%s", why.text);
	ck_assert_int_eq(text.text[text.len - 1], '\n');
	str_release(&text);
	return root;
}

static const char *string(json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

START_TEST(test_report_instrument_json_lists_all_items_in_order)
{
	const struct instrument *core = instrument_builtin();
	json_t *root = core_json(), *items = json_object_get(root, "items"), *item;
	size_t i;
	ck_assert_str_eq(string(root, "id"), core->id);
	ck_assert_str_eq(string(root, "version"), core->version);
	ck_assert_uint_eq(json_array_size(items), core->item_count);
	json_array_foreach(items, i, item)
	{
		ck_assert_str_eq(string(item, "id"), core->items[i].id);
		ck_assert_str_eq(string(item, "text"), core->items[i].text);
		ck_assert_pstr_eq(string(item, "low"), core->items[i].low);
		enum scale scale = core->items[i].scale;
		ck_assert_pstr_eq(
			string(item, "aspect"), scale == SCALE_NONE ? NULL : scale_info[scale].id);
		size_t roles = json_array_size(json_object_get(item, "roles"));
		ck_assert_int_eq(roles, __builtin_popcount(core->items[i].roles));
	}
	json_decref(root);
}
END_TEST

START_TEST(test_report_instrument_json_names_aspects_and_symptoms)
{
	json_t *root = core_json(), *aspects = json_object_get(root, "aspects");
	ck_assert_uint_eq(json_array_size(aspects), ASPECT_COUNT);
	json_t *last = json_array_get(aspects, ASPECT_COUNT - 1);
	ck_assert_str_eq(string(last, "id"), "management.capability");
	ck_assert_str_eq(string(last, "cause"), "management");
	json_t *symptoms = json_object_get(root, "symptoms");
	ck_assert_uint_eq(json_array_size(symptoms), 2);
	ck_assert_str_eq(string(json_array_get(symptoms, 0), "id"), "trust");
	ck_assert_str_eq(string(json_array_get(symptoms, 1), "id"), "information");
	ck_assert_uint_eq(json_array_size(json_object_get(root, "route")), ROUTE_VALUES);
	json_decref(root);
}
END_TEST

START_TEST(test_report_instrument_json_fit_is_keyed_by_ambition_and_type)
{
	const struct instrument *core = instrument_builtin();
	json_t *root = core_json(), *fits = json_object_get(root, "fit");
	for (size_t a = 0; a < core->ambition_count; a++)
		for (size_t t = 0; t < core->type_count; t++) {
			const char *reason = NULL;
			int fit = instrument_fit(core, (int)a, (int)t, &reason);
			json_t *cell = json_object_get(
				json_object_get(fits, core->ambitions[a].id), core->types[t].id);
			ck_assert_int_eq(json_integer_value(json_object_get(cell, "fit")), fit);
			ck_assert_pstr_eq(string(cell, "reason"), reason);
		}
	json_decref(root);
}
END_TEST

START_TEST(test_report_instrument_json_actions_link_by_id)
{
	const struct instrument *core = instrument_builtin();
	json_t *root = core_json(), *actions = json_object_get(root, "actions"), *action, *id;
	size_t i, j;
	ck_assert_uint_eq(json_array_size(actions), core->action_count);
	json_array_foreach(actions, i, action)
	{
		ck_assert_str_eq(string(action, "id"), core->actions[i].id);
		json_array_foreach(json_object_get(action, "requires"), j, id)
			ck_assert_int_eq(instrument_action(core, json_string_value(id)),
				core->actions[i].required[j]);
		json_array_foreach(json_object_get(action, "retest"), j, id) ck_assert_int_eq(
			instrument_item(core, json_string_value(id)), core->actions[i].retest[j]);
		ck_assert_int_eq(instrument_kpi(core, string(action, "kpi")), core->actions[i].kpi);
		ck_assert_uint_eq(json_array_size(json_object_get(action, "when")),
			core->actions[i].when_count);
		ck_assert_uint_eq(json_array_size(json_object_get(action, "unless")),
			core->actions[i].unless_count);
	}
	ck_assert_uint_eq(json_array_size(json_object_get(root, "kpis")), core->kpi_count);
	json_decref(root);
}
END_TEST

static const struct instrument *small_bank(struct pool *pool)
{
	const struct instrument *bank = NULL;
	struct errmsg why = { "" };
	enum err err = instrument_load("tests/data/instrument/small.yaml", pool, &bank, &why);

	ck_assert_msg(err == ERR_NONE, "%s", why.text);
	return bank;
}

START_TEST(test_report_instrument_json_has_what_brings_in_and_keeps_out)
{
	struct pool pool = { NULL };
	struct str text;
	str_init(&text);
	report_instrument_json(&text, small_bank(&pool));
	json_t *root = json_loads(text.text, 0, NULL), *unless, *moved_by;
	json_t *actions = json_object_get(root, "actions"), *second = json_array_get(actions, 0);
	unless = json_object_get(second, "unless");
	ck_assert_uint_eq(json_array_size(unless), 3);
	ck_assert_str_eq(
		json_string_value(json_array_get(unless, 0)), "aspect type.weight >= 4.25");
	ck_assert_str_eq(json_string_value(json_array_get(json_object_get(second, "when"), 4)),
		"event leak");
	ck_assert_str_eq(json_string_value(json_array_get(
				 json_object_get(json_array_get(actions, 1), "instead_of"), 0)),
		"second_step");
	moved_by = json_object_get(json_array_get(json_object_get(root, "kpis"), 0), "moved_by");
	ck_assert_uint_eq(json_array_size(moved_by), 2);
	ck_assert_str_eq(json_string_value(json_array_get(moved_by, 1)), "symptom.trust");
	json_decref(root);
	str_release(&text);
	pool_release(&pool);
}
END_TEST

START_TEST(test_report_instrument_text_has_what_brings_in_and_keeps_out)
{
	struct pool pool = { NULL };
	struct str text;
	str_init(&text);
	report_instrument_text(&text, small_bank(&pool), false);
	ck_assert_ptr_nonnull(strstr(text.text, "    when event leak\n"));
	ck_assert_ptr_nonnull(strstr(text.text, "    not when knockout litigation\n"));
	str_release(&text);
	pool_release(&pool);
}
END_TEST

START_TEST(test_report_instrument_text_has_80_columns_and_every_id)
{
	const struct instrument *core = instrument_builtin();
	struct str text;
	str_init(&text);
	report_instrument_text(&text, core, _i);
	for (size_t i = 0; i < core->item_count; i++)
		ck_assert_msg(strstr(text.text, core->items[i].id), "%s", core->items[i].id);
	for (size_t i = 0; i < core->action_count; i++)
		ck_assert_msg(strstr(text.text, core->actions[i].title), "%s", core->actions[i].id);
	for (char *line = strtok(text.text, "\n"); line; line = strtok(NULL, "\n")) {
		ck_assert_msg(utf8_cells(UTF8_FILE, line) <= 80, "%s", line);
		ck_assert_msg(line[strlen(line) - 1] != ' ', "blank at the end: %s", line);
	}
	str_release(&text);
}
END_TEST

Suite *report_instrument_suite(void)
{
	Suite *suite = suite_create("report_instrument");
	TCase *test = tcase_create("core");
	tcase_add_test(test, test_report_instrument_json_lists_all_items_in_order);
	tcase_add_test(test, test_report_instrument_json_names_aspects_and_symptoms);
	tcase_add_test(test, test_report_instrument_json_fit_is_keyed_by_ambition_and_type);
	tcase_add_test(test, test_report_instrument_json_actions_link_by_id);
	tcase_add_test(test, test_report_instrument_json_has_what_brings_in_and_keeps_out);
	tcase_add_test(test, test_report_instrument_text_has_what_brings_in_and_keeps_out);
	tcase_add_loop_test(test, test_report_instrument_text_has_80_columns_and_every_id, 0, 2);
	suite_add_tcase(suite, test);
	return suite;
}
