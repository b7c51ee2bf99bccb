/* SPDX-License-Identifier: MIT */
/*
 * A plan from JSON: what the library says anyway is not taken, so that what is taken was set by
 * hand; what follows from the rest is passed over.
 */
#include "internal.h"

#include <string.h>

static void give(struct plan_action *action, size_t offset, bool given)
{
	field_give(KIND_PLAN_ACTION, action, offset, given);
}

/* `id`: of the library's action, or a UUID of one's own. */
static void take_library(struct reader *r, json_t *json, struct plan_action *action)
{
	const char *id = json_string_value(json_member(json, "id"));
	struct uuid uuid;
	if (id && !action->library && !uuid_parse(id, &uuid)) {
		action->library = pool_strdup(&r->record->pool, id);
		give(action, offsetof(struct plan_action, library), true);
	}
}

static void drop_same(const char **by_hand, const char *library)
{
	if (*by_hand && str_same(*by_hand, library))
		*by_hand = NULL;
}

static bool same_lines(const char *lines, const char *const *ids, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(ids[i]);
		if (strncmp(lines, ids[i], n) || (lines[n] != '\n' && lines[n]))
			return false;
		lines += n + (lines[n] == '\n');
	}
	return !*lines;
}

/* What the library says (known) or would say of an action of one's own: nothing. */
static void drop_library(struct plan_action *action, const struct instrument *bank, int known)
{
	struct pool pool = { 0 };
	struct planned_action library = { .step = INT_NONE, .effort_days = INT_NONE };
	if (bank)
		planned_of_library(&pool, bank, &bank->actions[known], &library);
	drop_same(&action->title, library.title);
	drop_same(&action->what, library.what);
	drop_same(&action->done_when, library.done_when);
	drop_same(&action->resources, library.resources);
	drop_same(&action->kpi, library.kpi);
	if (action->retest && same_lines(action->retest, library.retest, library.retest_count))
		action->retest = NULL;
	if (action->required &&
		same_lines(action->required, library.required, library.required_count))
		action->required = NULL;
	if (action->step == library.step)
		action->step = INT_NONE;
	if (action->effort_days == library.effort_days)
		action->effort_days = INT_NONE;
	if (action->quick_win == (int)library.quick_win)
		action->quick_win = TRI_UNKNOWN;
	pool_release(&pool);
}

/* What is active has dates, and what is not has none. */
static void settle_dates(struct plan_action *action)
{
	if (action->due == DATE_NONE || action->active == TRI_NO) {
		action->active = TRI_NO;
		action->start = action->due = DATE_NONE;
		return;
	}
	action->active = TRI_YES;
	if (action->start == DATE_NONE)
		action->start = action->due;
}

/* The three are said together: by the due date, or by putting the action off. */
static void give_dates(struct plan_action *action)
{
	bool said = field_is_given(KIND_PLAN_ACTION, action, offsetof(struct plan_action, due)) ||
		(field_is_given(KIND_PLAN_ACTION, action, offsetof(struct plan_action, active)) &&
			action->active == TRI_NO);
	give(action, offsetof(struct plan_action, start), said);
	give(action, offsetof(struct plan_action, due), said);
	give(action, offsetof(struct plan_action, active), said);
}

enum err check_action(struct reader *r, const struct place *up, json_t *json, void *object)
{
	struct plan_action *action = object;
	struct place step = { up, "step", 0 };
	take_library(r, json, action);
	int known = -1;
	const struct instrument *bank = action->library
		? instrument_having(r->library, instrument_action, action->library, &known)
		: NULL;
	if (known < 0 && action->library && str_blank(action->title))
		return refuse(r, up,
			"is action \"%.60s\", which this instrument's library lacks, and "
			"has no `title`; add one",
			action->library);
	if (known < 0 && str_blank(action->title))
		return refuse(r, up, "`title` is missing; add it");
	if (action->step != INT_NONE && (action->step < 1 || action->step > PLAN_STEPS))
		return refuse(r, &step, "must be a whole number from 1 to %d", PLAN_STEPS);
	if (known < 0 && action->step == INT_NONE)
		return refuse(r, up, "`step` is missing; add it: 1 to %d", PLAN_STEPS);
	drop_library(action, bank, known);
	give_dates(action);
	settle_dates(action);
	return ERR_NONE;
}

enum err check_gate(struct reader *r, const struct place *up, json_t *json, void *object)
{
	const struct gate_decision *decision = object;
	struct place number = { up, "number", 0 };
	(void)json;
	if (decision->number < 1 || decision->number > GATE_NUMBER_MOST)
		return refuse(r, &number, "must be a whole number from 1 to %d", GATE_NUMBER_MOST);
	return ERR_NONE;
}

/* Owners */

static enum err owner_party(struct reader *r, const struct place *up, json_t *entry, int *party)
{
	static const struct field field = { .name = "party", .type = FIELD_REF, .ref = KIND_PARTY };
	struct place place = { up, "party", 0 };
	json_t *value = json_member(entry, "party");
	if (!value)
		return refuse(r, up, "`party` is missing; add it");
	return read_member(r, &place, value, &field, party);
}

/* Index of the person of that name and party; made when the file knows none. */
static int person_named(struct reader *r, int party, int role, const char *name)
{
	for (size_t i = 0; i < r->record->person_count; i++)
		if (r->record->people[i].party == party &&
			str_same(r->record->people[i].name, name))
			return (int)i;
	struct person *person = record_add(r->record, KIND_PERSON);
	person->object.id = id_uuid(&r->record->parties[party].object.id, KIND_PERSON, name);
	person->party = party;
	person->role = role;
	person->name = pool_strdup(&r->record->pool, name);
	id_new(r, KIND_PERSON, &person->object.id);
	return (int)r->record->person_count - 1;
}

/* The person meant: by `person`, else by name and party; -1 when nobody is. */
static enum err owner_person(struct reader *r, const struct place *up, json_t *entry, int *person)
{
	static const struct field by_id = {
		.name = "person", .type = FIELD_REF, .ref = KIND_PERSON
	};
	static const struct field by_role = {
		.name = "role", .type = FIELD_WORD, .words = &vocabulary_role
	};
	static const struct field by_name = { .name = "name", .type = FIELD_TEXT };
	struct place at_person = { up, "person", 0 }, at_role = { up, "role", 0 },
		     at_name = { up, "name", 0 };
	json_t *id = json_member(entry, "person"), *word = json_member(entry, "role");
	json_t *said = json_member(entry, "name");
	const char *name = NULL;
	int party = -1, role = -1;
	enum err err = owner_party(r, up, entry, &party);
	if (!err && id)
		return read_member(r, &at_person, id, &by_id, person);
	if (!err && word)
		err = read_member(r, &at_role, word, &by_role, &role);
	if (!err && said)
		err = read_member(r, &at_name, said, &by_name, &name);
	if (!err && !str_blank(name))
		*person = person_named(r, party, role < 0 ? ROLE_MANAGER : role, name);
	return err;
}

/* An owner whom the plan finds by itself is none of a hand's. */
static bool is_found(json_t *entry)
{
	return json_is_false(json_member(entry, "chosen"));
}

static enum err read_owner(
	struct reader *r, const struct place *up, json_t *entry, enum kind kind, int of)
{
	static const struct field by_time = { .name = "changed", .type = FIELD_INSTANT };
	struct place at_changed = { up, "changed", 0 };
	int person = -1;
	if (!json_is_object(entry))
		return refuse_type(r, up, entry, "an object");
	if (is_found(entry))
		return ERR_NONE;
	enum err err = owner_person(r, up, entry, &person);
	if (err || person < 0)
		return err;
	struct owner *owner = record_add(r->record, kind);
	owner->of = of;
	owner->person = person;
	owner->object.given = UINT64_MAX;
	json_t *changed = json_member(entry, "changed");
	return changed ? read_member(r, &at_changed, changed, &by_time, &owner->object.changed)
		       : ERR_NONE;
}

/* The owners of entry number `of` of its list. */
static enum err read_owners(
	struct reader *r, const struct place *up, json_t *json, enum kind kind, int of)
{
	struct place list = { up, "owners", 0 };
	json_t *owners = json_member(json, "owners"), *entry;
	enum err err = ERR_NONE;
	size_t i;
	if (owners && !json_is_array(owners))
		return refuse_type(r, &list, owners, "a list");
	json_array_foreach(owners, i, entry)
	{
		struct place place = { &list, NULL, i };
		if ((err = read_owner(r, &place, entry, kind, of)))
			break;
	}
	return err;
}

enum err read_all_owners(
	struct reader *r, const struct place *up, json_t *plan, const char *member, enum kind kind)
{
	struct place list = { up, member, 0 };
	json_t *entries = json_member(plan, member), *entry;
	enum err err = ERR_NONE;
	size_t i;
	json_array_foreach(entries, i, entry)
	{
		struct place place = { &list, NULL, i };
		if ((err = read_owners(r, &place, entry, kind, (int)i)))
			break;
	}
	return err;
}
