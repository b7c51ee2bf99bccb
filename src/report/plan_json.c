/* SPDX-License-Identifier: MIT */
/*
 * plan --format json (product.md, section 2).
 */
#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <rekindle/report.h>

static void set(json_t *object, const char *name, json_t *value)
{
	int failed = json_object_set_new(object, name, value);

	assert(!failed);
	(void)failed;
}

static void add(json_t *array, json_t *value)
{
	int failed = json_array_append_new(array, value);

	assert(!failed);
	(void)failed;
}

static json_t *text(const char *value)
{
	return value && *value ? json_string(value) : json_null();
}

static json_t *day(int date)
{
	char buffer[DATE_TEXT];

	return date == DATE_NONE ? json_null() : json_string(date_iso(date, buffer));
}

static json_t *identity(const struct object *object)
{
	char buffer[UUID_TEXT];

	return uuid_none(&object->id) ? json_null() : json_string(uuid_text(&object->id, buffer));
}

static json_t *texts(const char *const *list, size_t count)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++)
		add(array, json_string(list[i]));
	return array;
}

static json_t *owners(const struct record *rec, const struct planned_action *planned)
{
	json_t *array = json_array();

	for (size_t p = 0; p < rec->party_count; p++) {
		json_t *owner = json_object();
		int person = planned->owner[p];

		set(owner, "party", identity(&rec->parties[p].object));
		set(owner, "role", json_string(vocabulary_role.word[planned->owner_role[p]]));
		set(owner, "name", person < 0 ? json_null() : text(rec->people[person].name));
		add(array, owner);
	}
	return array;
}

static json_t *retest(const struct instrument *instrument, const struct action *action)
{
	json_t *array = json_array();

	for (size_t i = 0; i < action->retest_count; i++)
		add(array, json_string(instrument->items[action->retest[i]].id));
	return array;
}

static json_t *requires(const struct instrument *instrument, const struct action *action)
{
	json_t *array = json_array();

	for (size_t i = 0; i < action->required_count; i++)
		add(array, json_string(instrument->actions[action->required[i]].id));
	return array;
}

static json_t *planned_json(const struct record *rec, const struct planned_action *planned)
{
	const struct action *action = planned->action;
	json_t *object = json_object();

	set(object, "id", json_string(action->id));
	set(object, "phase", json_integer(step_phase(action->step)));
	set(object, "step", json_integer(action->step));
	set(object, "title", text(action->title));
	set(object, "findings", texts(planned->findings, planned->finding_count));
	set(object, "owners", owners(rec, planned));
	set(object, "start", day(planned->start));
	set(object, "due", day(planned->due));
	set(object, "gated", json_boolean(planned->gated));
	set(object, "quick_win", json_boolean(planned->quick_win));
	set(object, "active", json_boolean(planned->active));
	set(object, "resources", text(action->resources));
	set(object, "done_when", text(action->done_when));
	set(object, "kpi", action->kpi < 0 ? json_null()
		: json_string(rec->instrument->kpis[action->kpi].id));
	set(object, "retest", retest(rec->instrument, action));
	set(object, "requires", requires(rec->instrument, action));
	return object;
}

static json_t *gates(const struct plan *plan)
{
	json_t *array = json_array();

	for (size_t i = 0; i < plan->gate_count; i++) {
		json_t *gate = json_object();

		set(gate, "title", text(plan->gates[i].title));
		set(gate, "date", day(plan->gates[i].day));
		set(gate, "question", text(plan->gates[i].question));
		set(gate, "passed_when", text(plan->gates[i].passed_when));
		set(gate, "otherwise", text(plan->gates[i].otherwise));
		add(array, gate);
	}
	return array;
}

void report_plan_json(struct str *out, const struct record *rec, const struct plan *plan)
{
	json_t *root = json_object(), *actions = json_array();

	for (size_t i = 0; i < plan->action_count; i++)
		add(actions, planned_json(rec, &plan->actions[i]));
	set(root, "assessment", identity(&rec->assessment.object));
	set(root, "track", json_string(vocabulary_track.word[plan->track]));
	set(root, "start", day(plan->start));
	set(root, "horizon_months", json_integer(plan->horizon_months));
	set(root, "actions", actions);
	set(root, "gates", gates(plan));
	set(root, "warnings", texts(plan->warnings, plan->warning_count));
	char *dumped = json_dumps(root, JSON_INDENT(2));
	assert(dumped);
	str_add(out, dumped);
	str_addc(out, '\n');
	free(dumped);
	json_decref(root);
}
