/* SPDX-License-Identifier: MIT */
/*
 * The plan as JSON (rekindle-exchange(5)): the same object on standard output and within an
 * exchanged alliance.
 */
#include "internal.h"

#include <math.h>
#include <string.h>

#include <rekindle/person.h>

static json_t *text_or_null(const char *text)
{
	return str_blank(text) ? json_null() : json_string(text);
}

json_t *day_or_null(int day)
{
	char buffer[DATE_TEXT];
	return day == DATE_NONE ? json_null() : json_string(date_iso(day, buffer));
}

static json_t *number_or_null(double x)
{
	json_t *number = json_of_number(x);
	return number ? number : json_null();
}

static json_t *uuid_or_null(const struct uuid *id)
{
	char buffer[UUID_TEXT];
	return uuid_none(id) ? json_null() : json_string(uuid_text(id, buffer));
}

static json_t *id_of(const struct object *object)
{
	return uuid_or_null(&object->id);
}

static json_t *texts(const char *const *list, size_t count)
{
	json_t *array = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(array, json_string(list[i]));
	return array;
}

/* The plan that is printed has no times of change: only the one that travels. */
static void set_time(json_t *json, const char *name, int64_t at, bool travels)
{
	if (travels && at)
		json_object_set_new(json, name, json_integer(at));
}

static json_t *owner_json(const struct record *rec, size_t party, int person, int role)
{
	json_t *owner = json_object();
	json_object_set_new(owner, "party", id_of(&rec->parties[party].object));
	json_object_set_new(
		owner, "role", role < 0 ? json_null() : json_string(vocabulary_role.word[role]));
	json_object_set_new(
		owner, "name", person < 0 ? json_null() : text_or_null(rec->people[person].name));
	if (person >= 0)
		json_object_set_new(owner, "person", id_of(&rec->people[person].object));
	return owner;
}

/* chosen: by a hand, NULL: by nobody. */
static void set_chosen(json_t *json, const struct owner *chosen, bool travels)
{
	set_time(json, "changed", chosen ? chosen->object.changed : 0, travels);
}

/* chosen: of the stored action, by side; NULL where it is not stored. */
static json_t *action_owners(const struct record *rec, const struct planned_action *planned,
	const struct owner *const *chosen, bool travels)
{
	json_t *array = json_array();
	for (size_t p = 0; p < rec->party_count; p++) {
		json_t *owner = owner_json(rec, p, planned->owner[p], planned->owner_role[p]);
		json_object_set_new(owner, "chosen", json_boolean(planned->owner_chosen[p]));
		set_chosen(owner, chosen ? chosen[p] : NULL, travels);
		json_array_append_new(array, owner);
	}
	return array;
}

static void set_tri(json_t *json, const char *name, int value, bool travels)
{
	if (value != TRI_UNKNOWN)
		json_object_set_new(json, name, json_boolean(value == TRI_YES));
	else if (travels)
		json_object_set_new(json, name, json_null());
}

/* What only a stored plan has, and what a hand has set. */
static void set_progress(
	json_t *json, const struct record *rec, const struct planned_action *planned, bool travels)
{
	const struct plan_action *kept =
		planned->stored < 0 ? NULL : &rec->actions[planned->stored];
	json_object_set_new(json, "status", json_string(vocabulary_status.word[planned->status]));
	json_object_set_new(json, "reason", text_or_null(planned->reason));
	json_object_set_new(json, "closed", day_or_null(planned->closed));
	json_object_set_new(json, "note", text_or_null(planned->note));
	json_object_set_new(json, "round", kept ? uuid_or_null(&kept->round) : json_null());
	if (kept) {
		bool full = travels && object_time(KIND_PLAN_ACTION, kept);
		set_tri(json, "dated", kept->dated, full);
		set_tri(json, "moved", kept->moved, full);
		set_tri(json, "stale", kept->stale, full);
		set_tri(json, "adopted", kept->adopted, full);
		json_object_set_new(json, "added", day_or_null(kept->added));
		set_time(json, "changed", kept->object.changed, travels);
		set_time(json, "drawn", kept->drawn, travels);
	}
	if (kept && kept->object.extra) {
		json_t *extra = json_loads(kept->object.extra, 0, NULL);
		members_merge(json, extra);
		json_decref(extra);
	}
}

/* That there is nothing to do is said where the library would say something. */
static bool no_work_by_hand(const struct record *rec, const struct planned_action *planned)
{
	return planned->stored >= 0 && rec->actions[planned->stored].effort_days == 0;
}

/* Of this database alone: it does not travel. */
static void set_number(
	json_t *json, const struct record *rec, const struct planned_action *planned, bool travels)
{
	bool known = planned->stored >= 0 && rec->actions[planned->stored].number;
	if (!travels)
		json_object_set_new(
			json, "number", known ? json_integer(planned->number) : json_null());
}

static json_t *action_json(const struct record *rec, const struct planned_action *planned,
	const struct owner *const *owners, bool travels)
{
	const struct owner *const *chosen =
		planned->stored < 0 ? NULL : owners + (size_t)planned->stored * rec->party_count;
	json_t *json = json_object();
	json_object_set_new(json, "id", json_string(planned->id));
	set_number(json, rec, planned, travels);
	json_object_set_new(json, "phase", json_integer(step_phase(planned->step)));
	json_object_set_new(json, "step", json_integer(planned->step));
	json_object_set_new(json, "title", text_or_null(planned->title));
	json_object_set_new(json, "what", text_or_null(planned->what));
	json_object_set_new(json, "findings", texts(planned->findings, planned->finding_count));
	json_object_set_new(json, "objective",
		planned->objective < 0 ? json_null()
				       : id_of(&rec->joint_objectives[planned->objective].object));
	json_object_set_new(json, "owners", action_owners(rec, planned, chosen, travels));
	json_object_set_new(json, "start", day_or_null(planned->start));
	json_object_set_new(json, "due", day_or_null(planned->due));
	json_object_set_new(json, "every", text_or_null(planned->every));
	json_object_set_new(json, "gated", json_boolean(planned->gated));
	json_object_set_new(json, "quick_win", json_boolean(planned->quick_win));
	json_object_set_new(json, "active", json_boolean(planned->active));
	json_object_set_new(json, "resources", text_or_null(planned->resources));
	json_object_set_new(json, "effort_days",
		planned->effort_days || no_work_by_hand(rec, planned)
			? json_integer(planned->effort_days)
			: json_null());
	json_object_set_new(json, "done_when", text_or_null(planned->done_when));
	json_object_set_new(json, "kpi", text_or_null(planned->kpi));
	json_object_set_new(json, "retest", texts(planned->retest, planned->retest_count));
	json_object_set_new(json, "requires", texts(planned->required, planned->required_count));
	set_progress(json, rec, planned, travels);
	return json;
}

static json_t *actions_json(const struct record *rec, const struct plan *plan, bool travels)
{
	struct pool pool = { 0 };
	const struct owner **owners = person_owners(rec, KIND_ACTION_OWNER, &pool);
	json_t *array = json_array();
	for (size_t i = 0; i < plan->action_count; i++)
		json_array_append_new(array, action_json(rec, &plan->actions[i], owners, travels));
	pool_release(&pool);
	return array;
}

/* An object without its times, where they do not travel. */
static json_t *plain(const struct record *rec, enum kind kind, const void *object, bool travels)
{
	struct plan_action copy;
	memcpy(&copy, object, kind_info[kind].size);
	if (!travels)
		copy.object.changed = 0;
	return object_compose(rec, kind, &copy, true);
}

/* chosen: of the objective, by side. */
static json_t *objective_owners(
	const struct record *rec, const struct owner *const *chosen, bool travels)
{
	json_t *array = json_array();
	for (size_t p = 0; p < rec->party_count; p++) {
		int person = chosen[p] ? chosen[p]->person : -1;
		json_t *owner =
			owner_json(rec, p, person, person < 0 ? -1 : rec->people[person].role);
		set_chosen(owner, chosen[p], travels);
		json_array_append_new(array, owner);
	}
	return array;
}

static json_t *objectives_json(const struct record *rec, bool travels)
{
	struct pool pool = { 0 };
	const struct owner **owners = person_owners(rec, KIND_OBJECTIVE_OWNER, &pool);
	json_t *array = json_array();
	for (size_t i = 0; i < rec->joint_objective_count; i++) {
		json_t *json = plain(rec, KIND_JOINT_OBJECTIVE, &rec->joint_objectives[i], travels);
		json_object_set_new(json, "owners",
			objective_owners(rec, owners + i * rec->party_count, travels));
		json_array_append_new(array, json);
	}
	pool_release(&pool);
	return array;
}

static json_t *success_json(const struct record *rec, bool travels)
{
	json_t *array = json_array();
	for (size_t i = 0; i < rec->success_count; i++)
		json_array_append_new(array, plain(rec, KIND_SUCCESS, &rec->successes[i], travels));
	return array;
}

static json_t *workshop_json(const struct record *rec)
{
	const struct plan_frame *frame = record_plan(rec);
	json_t *json = json_object();
	json_object_set_new(json, "date", day_or_null(frame->workshop));
	json_object_set_new(json, "relevant", text_or_null(frame->relevant));
	json_object_set_new(json, "opportunities", text_or_null(frame->opportunities));
	json_object_set_new(json, "challenges", text_or_null(frame->challenges));
	json_object_set_new(json, "success", success_json(rec, false));
	return json;
}

/* Every part of the charter as agreed, else as proposed. */
static json_t *charter_json(const struct record *rec)
{
	struct pool pool = { 0 };
	struct alliance filled = rec->alliance;
	filled.object.changed = 0;
	words_charter(rec, &pool, &filled.charter);
	json_t *whole = object_compose(rec, KIND_ALLIANCE, &filled, false);
	json_t *json = json_incref(json_object_get(whole, "charter"));
	if (filled.charter.agreed == DATE_NONE)
		json_object_set_new(json, "agreed", json_null());
	json_decref(whole);
	pool_release(&pool);
	return json;
}

static json_t *kpis_json(const struct plan *plan)
{
	json_t *array = json_array();
	for (size_t i = 0; i < plan->kpi_count; i++) {
		const struct plan_kpi *kpi = &plan->kpis[i];
		json_t *json = json_object();
		json_object_set_new(
			json, "category", json_string(vocabulary_category.word[kpi->category]));
		json_object_set_new(json, "id", text_or_null(kpi->id));
		json_object_set_new(json, "name", text_or_null(kpi->name));
		json_object_set_new(json, "unit", text_or_null(kpi->unit));
		json_object_set_new(json, "now", number_or_null(kpi->now));
		json_object_set_new(json, "target", number_or_null(kpi->target));
		json_object_set_new(json, "read", json_string(vocabulary_reading.word[kpi->read]));
		json_array_append_new(array, json);
	}
	return array;
}

static void set_decision(json_t *json, const struct gate_decision *decision, bool travels)
{
	if (!decision)
		return;
	json_object_set_new(json, "round", uuid_or_null(&decision->round));
	json_object_set_new(json, "kind",
		decision->kind < 0 ? json_null()
				   : json_string(vocabulary_gate.word[decision->kind]));
	json_object_set_new(json, "day", day_or_null(decision->day));
	set_time(json, "changed", decision->object.changed, travels);
	json_t *extra = decision->object.extra ? json_loads(decision->object.extra, 0, NULL) : NULL;
	members_merge(json, extra);
	json_decref(extra);
}

static json_t *gate_json(const struct record *rec, const struct gate *gate, bool travels)
{
	json_t *json = json_object();
	json_object_set_new(json, "number", json_integer(gate->number));
	json_object_set_new(json, "title", json_string(gate_title(gate)));
	json_object_set_new(json, "date", day_or_null(gate->day));
	json_object_set_new(json, "question", json_string(gate_question(gate)));
	json_object_set_new(json, "passed_when", json_string(gate_passed_when(gate)));
	json_object_set_new(json, "otherwise", json_string(gate_otherwise(gate)));
	json_object_set_new(json, "outcome",
		gate->outcome < 0 ? json_null()
				  : json_string(vocabulary_outcome.word[gate->outcome]));
	json_object_set_new(json, "decided", day_or_null(gate->decided));
	json_object_set_new(json, "note", text_or_null(gate->note));
	set_decision(json, record_gate_decision(rec, gate->number), travels);
	return json;
}

static json_t *gates_json(const struct record *rec, const struct plan *plan, bool travels)
{
	json_t *array = json_array();
	for (size_t i = 0; i < plan->gate_count; i++)
		json_array_append_new(array, gate_json(rec, &plan->gates[i], travels));
	/* decided under another track: the plan has no such gate now */
	for (size_t i = 0; i < rec->gate_decision_count; i++)
		if (!plan_gate_numbered(plan, rec->gate_decisions[i].number))
			json_array_append_new(
				array, plain(rec, KIND_GATE, &rec->gate_decisions[i], travels));
	return array;
}

static json_t *events_json(const struct plan *plan)
{
	json_t *array = json_array();
	for (size_t i = 0; i < plan->event_count; i++) {
		const struct plan_event *event = &plan->events[i];
		json_t *json = json_object();
		json_object_set_new(json, "id", json_string(event->id));
		json_object_set_new(json, "title", json_string(event_title(event)));
		json_object_set_new(json, "first", day_or_null(event->first));
		json_object_set_new(json, "every_weeks",
			event->weeks ? json_integer(event->weeks) : json_null());
		json_object_set_new(json, "count", json_integer(event->count));
		json_array_append_new(array, json);
	}
	return array;
}

static json_t *amendments_json(const struct record *rec, bool travels)
{
	json_t *array = json_array();
	for (size_t i = 0; i < rec->amendment_count; i++)
		json_array_append_new(
			array, plain(rec, KIND_AMENDMENT, &rec->amendments[i], travels));
	return array;
}

static json_t *warnings_json(const struct record *rec, const struct plan *plan)
{
	json_t *array = json_array();
	struct pool pool = { 0 };
	for (size_t i = 0; i < plan->warning_count; i++)
		json_array_append_new(
			array, json_string(words_warning(&pool, rec, plan, &plan->warnings[i])));
	pool_release(&pool);
	return array;
}

static json_t *plan_compose(const struct record *rec, const struct plan *plan)
{
	const struct plan_frame *frame = record_plan(rec);
	bool stored = plan->stored && !uuid_none(&frame->round);
	json_t *root = json_object();
	json_object_set_new(root, "assessment",
		uuid_or_null(stored ? &frame->round : &rec->assessment.object.id));
	json_object_set_new(root, "track", json_string(vocabulary_track.word[plan->track]));
	json_object_set_new(root, "start", day_or_null(plan->start));
	json_object_set_new(root, "horizon_months", json_integer(plan->horizon_months));
	json_object_set_new(root, "actions", actions_json(rec, plan, false));
	json_object_set_new(root, "objectives", objectives_json(rec, false));
	json_object_set_new(root, "workshop", workshop_json(rec));
	json_object_set_new(root, "charter", charter_json(rec));
	json_object_set_new(root, "amendments", amendments_json(rec, false));
	json_object_set_new(root, "kpis", kpis_json(plan));
	json_object_set_new(root, "gates", gates_json(rec, plan, false));
	json_object_set_new(root, "events", events_json(plan));
	json_object_set_new(root, "warnings", warnings_json(rec, plan));
	return root;
}

void exchange_plan_json(struct str *out, const struct record *rec, const struct plan *plan)
{
	json_t *root = plan_compose(rec, plan);
	json_emit(out, root, true);
	str_addc(out, '\n');
	json_decref(root);
}

void members_keep(json_t *object, const char *const *names)
{
	const char *name;
	json_t *value;
	void *next;

	json_object_foreach_safe(object, next, name, value)
	{
		size_t i = 0;
		while (names[i] && strcmp(names[i], name) != 0)
			i++;
		if (!names[i])
			json_object_del(object, name);
	}
}

void members_keep_of_all(json_t *array, const char *const *names)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		members_keep(json_array_get(array, i), names);
}

static void drop_accusing(json_t *findings, const struct record *rec)
{
	for (size_t i = json_array_size(findings); i-- > 0;)
		if (plan_finding_accuses(rec, json_string_value(json_array_get(findings, i))))
			json_array_remove(findings, i);
}

static void keep_joint_actions(json_t *actions, const struct record *rec)
{
	static const char *const members[] = { "id", "number", "phase", "step", "title", "what",
		"findings", "objective", "owners", "start", "due", "every", "gated", "quick_win",
		"active", "resources", "effort_days", "done_when", "kpi", "retest", "requires",
		"status", "reason", "closed", NULL };
	static const char *const of_owner[] = { "party", "role", "name", NULL };

	members_keep_of_all(actions, members);
	for (size_t i = 0; i < json_array_size(actions); i++) {
		json_t *action = json_array_get(actions, i);

		members_keep_of_all(json_object_get(action, "owners"), of_owner);
		drop_accusing(json_object_get(action, "findings"), rec);
	}
}

/* Points for an amendment, but those that tell for what they were proposed. */
static json_t *joint_amendments(const struct record *rec, const struct edition_plan *told)
{
	static const char *const members[] = { "text", "settled", NULL };
	json_t *array = json_array();

	for (size_t i = 0; i < rec->amendment_count; i++)
		if (edition_plan_shows_amendment(told, &rec->amendments[i]))
			json_array_append_new(
				array, plain(rec, KIND_AMENDMENT, &rec->amendments[i], false));
	members_keep_of_all(array, members);
	return array;
}

static void make_joint(json_t *root, const struct record *rec, const struct edition_plan *told)
{
	static const char *const of_gate[] = { "number", "title", "date", "question", "passed_when",
		"otherwise", "outcome", "decided", NULL };

	json_object_set_new(root, "edition", json_string(vocabulary_edition.word[EDITION_JOINT]));
	if (told->shown.unnamed) {
		json_object_set_new(root, "track", json_null());
		json_object_set_new(root, "horizon_months", json_null());
	}
	keep_joint_actions(json_object_get(root, "actions"), rec);
	members_keep_of_all(json_object_get(root, "gates"), of_gate);
	json_object_set_new(root, "amendments", joint_amendments(rec, told));
}

json_t *compose_joint_plan(const struct record *rec, const struct edition_plan *told)
{
	json_t *root = plan_compose(rec, &told->shown);
	make_joint(root, rec, told);
	return root;
}

void exchange_plan_joint_json(
	struct str *out, const struct record *rec, const struct edition_plan *told)
{
	json_t *root = compose_joint_plan(rec, told);
	json_emit(out, root, true);
	str_addc(out, '\n');
	json_decref(root);
}

json_t *exchange_action(const struct record *rec, const struct plan *plan, size_t place)
{
	struct pool pool = { 0 };
	const struct owner **owners = person_owners(rec, KIND_ACTION_OWNER, &pool);
	json_t *json = action_json(rec, &plan->actions[place], owners, false);
	pool_release(&pool);
	return json;
}

json_t *exchange_gate(const struct record *rec, const struct plan *plan, size_t gate)
{
	return gate_json(rec, &plan->gates[gate], false);
}

/* What the workshop has said may be there before a plan is stored. */
static void set_lists(json_t *json, const struct record *rec)
{
	if (plan_is_stored(rec) || rec->joint_objective_count)
		json_object_set_new(json, "objectives", objectives_json(rec, true));
	if (plan_is_stored(rec) || rec->success_count)
		member_set(json, "workshop.success", success_json(rec, true));
	if (plan_is_stored(rec) || rec->amendment_count)
		json_object_set_new(json, "amendments", amendments_json(rec, true));
}

/* With what follows from it, for who reads the file without this program. */
static void set_stored(json_t *json, const struct record *rec)
{
	struct plan plan;
	plan_read(&plan, rec);
	/* numbers are this database's: warnings that travel count the actions in their order */
	for (size_t i = 0; i < plan.action_count; i++)
		plan.actions[i].number = (int)i + 1;
	json_object_set_new(json, "actions", actions_json(rec, &plan, true));
	set_lists(json, rec);
	json_object_set_new(json, "charter", charter_json(rec));
	json_object_set_new(json, "kpis", kpis_json(&plan));
	json_object_set_new(json, "gates", gates_json(rec, &plan, true));
	json_object_set_new(json, "events", events_json(&plan));
	json_object_set_new(json, "warnings", warnings_json(rec, &plan));
	plan_release(&plan);
}

void plan_set(json_t *alliance, const struct record *rec)
{
	json_t *json =
		rec->plan_count ? object_compose(rec, KIND_PLAN, rec->plans, true) : json_object();
	if (plan_is_stored(rec))
		set_stored(json, rec);
	else
		set_lists(json, rec);
	if (json_object_size(json))
		json_object_set(alliance, "plan", json);
	json_decref(json);
}

/* What a redraw would change */

static const char *const redraw_names[REDRAW_KINDS] = { "added", "stale", "moved", "again",
	"kept" };

static const char *redraw_id(struct pool *pool, const struct record *rec,
	const struct plan_redraw *redraw, const struct redraw_item *item)
{
	char text[UUID_TEXT];

	if (item->stored < 0)
		return redraw->draft.actions[item->drawn].id;
	const struct plan_action *kept = &rec->actions[item->stored];
	return kept->library ? kept->library : pool_strdup(pool, uuid_text(&kept->object.id, text));
}

static const char *redraw_title(
	const struct record *rec, const struct plan_redraw *redraw, const struct redraw_item *item)
{
	return item->stored < 0 ? redraw->draft.actions[item->drawn].title
				: plan_action_title(rec->instrument, &rec->actions[item->stored]);
}

static json_t *redraw_item(
	const struct record *rec, const struct plan_redraw *redraw, const struct redraw_item *item)
{
	struct pool pool = { 0 };
	json_t *json = json_object();

	json_object_set_new(json, "id", json_string(redraw_id(&pool, rec, redraw, item)));
	json_object_set_new(json, "title", json_string(redraw_title(rec, redraw, item)));
	json_object_set_new(json, "active", json_boolean(item->active));
	json_object_set_new(json, "start", day_or_null(item->start));
	json_object_set_new(json, "due", day_or_null(item->due));
	if (item->stored >= 0) {
		const struct plan_action *kept = &rec->actions[item->stored];
		json_object_set_new(
			json, "status", json_string(vocabulary_status.word[kept->status]));
		json_object_set_new(json, "was_start", day_or_null(kept->start));
		json_object_set_new(json, "was_due", day_or_null(kept->due));
	}
	pool_release(&pool);
	return json;
}

static json_t *redraw_items(
	const struct record *rec, const struct plan_redraw *redraw, enum redraw_kind kind)
{
	json_t *array = json_array();

	for (size_t i = 0; i < redraw->count; i++)
		if (redraw->items[i].kind == kind)
			json_array_append_new(array, redraw_item(rec, redraw, &redraw->items[i]));
	return array;
}

static json_t *redraw_gates(const struct plan_redraw *redraw)
{
	json_t *array = json_array();

	for (int i = 0; redraw->new_gates && plan_gate(&redraw->draft, i); i++) {
		const struct gate *gate = plan_gate(&redraw->draft, i);
		json_t *json = json_object();
		json_object_set_new(json, "number", json_integer(gate->number));
		json_object_set_new(json, "date", day_or_null(gate->day));
		json_object_set_new(json, "question", json_string(gate_question(gate)));
		json_array_append_new(array, json);
	}
	return array;
}

void exchange_redraw_json(
	struct str *out, const struct record *rec, const struct plan_redraw *redraw)
{
	const struct plan *plan = &redraw->draft;
	struct pool pool = { 0 };
	json_t *root = json_object(), *warnings = json_array();

	json_object_set_new(root, "from", day_or_null(plan->start));
	json_object_set_new(root, "track", json_string(vocabulary_track.word[plan->track]));
	json_object_set_new(root, "horizon_months", json_integer(plan->horizon_months));
	json_object_set_new(root, "changes", json_boolean(redraw->changes));
	for (int kind = 0; kind < REDRAW_KINDS; kind++)
		json_object_set_new(root, redraw_names[kind],
			redraw_items(rec, redraw, (enum redraw_kind)kind));
	json_object_set_new(root, "gates", redraw_gates(redraw));
	for (size_t i = 0; i < plan->warning_count; i++)
		json_array_append_new(
			warnings, json_string(words_warning(&pool, rec, plan, &plan->warnings[i])));
	json_object_set_new(root, "warnings", warnings);
	json_emit(out, root, true);
	str_addc(out, '\n');
	json_decref(root);
	pool_release(&pool);
}

static json_t *move_json(
	const struct record *rec, const struct plan *plan, const struct plan_move *move)
{
	json_t *json = json_object();

	for (size_t i = 0; i < plan->action_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		if (planned->stored != move->stored)
			continue;
		json_object_set_new(json, "id", json_string(planned->id));
		json_object_set_new(json, "number", json_integer(planned->number));
		json_object_set_new(json, "title", json_string(planned->title));
	}
	json_object_set_new(json, "start", day_or_null(move->start));
	json_object_set_new(json, "due", day_or_null(move->due));
	json_object_set_new(json, "was_start", day_or_null(rec->actions[move->stored].start));
	json_object_set_new(json, "was_due", day_or_null(rec->actions[move->stored].due));
	return json;
}

void exchange_shift_json(struct str *out, const struct record *rec, const struct plan *plan,
	const struct plan_shift *shift)
{
	json_t *root = json_object(), *moved = json_array();

	json_object_set_new(
		root, "start", day_or_null(shift->start == DATE_NONE ? plan->start : shift->start));
	json_object_set_new(root, "was_start", day_or_null(plan->start));
	json_object_set_new(root, "changes", json_boolean(plan_shift_changes(shift, plan)));
	for (size_t i = 0; i < shift->count; i++)
		json_array_append_new(moved, move_json(rec, plan, &shift->moves[i]));
	json_object_set_new(root, "moved", moved);
	json_emit(out, root, true);
	str_addc(out, '\n');
	json_decref(root);
}
