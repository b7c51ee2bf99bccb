/* SPDX-License-Identifier: MIT */
/*
 * What a form of the plan says: into its object, and to the disk.
 */
#include "sheet.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/people.h>
#include <rekindle/person.h>

#include "../widgets/bind.h"

static bool is_closed(const struct field *member)
{
	return member->offset == offsetof(struct plan_action, closed);
}

/* What is a day or a recurrence, and yet none that an action can have. */
static const char *action_complaint(struct app *app, const struct field *member, const char *text)
{
	int day, other;
	if (member->type == FIELD_EVERY)
		return recurrence_read(&app->record.pool, text) ? NULL
								: words_plain(W_SHEET_EVERY_HOW);
	if (!is_closed(member) || date_typed(text, app->today, DATE_BEHIND, &day, &other) ||
		day <= app->today)
		return NULL;
	return words(&app->said, W_SHEET_CLOSED_AHEAD, hole_day("today", app->today, DAY_LONG));
}

/* What the days off would be with the field as it stands: no end before the beginning, no second
 * entry of a side from one day on. */
static const char *day_off_complaint(
	struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	struct record *record = &app->record;
	struct day_off off = *(const struct day_off *)sheet_object(sheet, record);
	const char *text = field->choices ? NULL : form_value(&record->pool, field);
	const char *wrong = bind_complaint(&record->pool, field->member, text);
	if (wrong)
		return wrong;
	if (field->choices)
		bind_set(field->member, &off, form_meaning(field, -1));
	else
		bind_take(&record->pool, field->member, &off, text);
	if (off.from == DATE_NONE)
		return words_plain(W_FIELD_DAY);
	if (off.to != DATE_NONE && off.to < off.from)
		return words_plain(W_DAYS_OFF_BACKWARDS);
	int twin = object_twin(record, KIND_DAY_OFF, &off, (size_t)sheet->index);
	return twin < 0 ? NULL : words_day_off_twin(&app->said, record, twin);
}

const char *sheet_complaint(
	struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	const struct sheet_row *row = field->row;
	if (sheet->sheet == SHEET_DAY_OFF)
		return day_off_complaint(app, sheet, field);
	if (row->kind != ROW_FIELD || field->choices)
		return NULL;
	const char *text = form_value(&app->record.pool, field);
	const struct plan_action *action = sheet_object(sheet, &app->record);
	bool own = sheet->sheet == SHEET_ACTION && !action->library && !strcmp(row->field, "title");
	if (!text && (field->member->never_null || own))
		return words_plain(W_FIELD_WORDS);
	const char *wrong = bind_complaint(&app->record.pool, field->member, text);
	return wrong || !text || sheet->sheet != SHEET_ACTION
		? wrong
		: action_complaint(app, field->member, text);
}

/* With a day on which it was done, it is. */
static void closed_by_hand(struct plan_action *action)
{
	if (action->closed != DATE_NONE && plan_action_open(action))
		action->status = STATUS_DONE;
}

static const char *kpi_of(struct app *app, int meaning)
{
	struct record *record = &app->record;
	int catalogue = (int)record->instrument->kpi_count;
	char id[UUID_TEXT];
	if (meaning < 0)
		return NULL;
	return meaning < catalogue
		? record->instrument->kpis[meaning].id
		: pool_strdup(&record->pool,
			  uuid_text(&record->kpis[meaning - catalogue].object.id, id));
}

static void take_text(
	struct app *app, const struct sheet *sheet, const struct form_field *field, void *object)
{
	const char *text = form_value(&app->record.pool, field);
	bool action = sheet->sheet == SHEET_ACTION;
	if (text && field->member->type == FIELD_EVERY) {
		text = recurrence_read(&app->record.pool, text);
		app_say(app, "%s", words(&app->said, W_SHEET_EVERY, hole_text("every", text)));
	}
	bind_take(&app->record.pool, field->member, object, text);
	if (action && is_closed(field->member))
		closed_by_hand(object);
	else if (action && field->member->type == FIELD_DATE)
		plan_set_dated(object);
}

static void take_choice(
	struct app *app, const struct sheet *sheet, const struct form_field *field, void *object)
{
	const struct sheet_row *row = field->row;
	struct plan_action *action = object;
	int meaning = form_meaning(field, -1);
	if (sheet_is_kpi(row)) {
		if (meaning != sheet_kpi_kept(&app->record))
			action->kpi = kpi_of(app, meaning);
		return;
	}
	if (sheet_is_when(row)) {
		plan_set_active(action, sheet_planned(app, sheet), meaning, app->today);
		return;
	}
	if (sheet->sheet == SHEET_ACTION && !strcmp(row->field, "status"))
		plan_set_status(action, (enum status)meaning, app->today);
	else
		bind_set(field->member, object, meaning);
}

/* The signed wording is what stood there, proposals and all. */
static void sign(struct app *app)
{
	struct charter standing;
	words_charter(&app->record, &app->record.pool, &standing);
	plan_sign_charter(&app->record.alliance.charter, &standing);
}

/* A gate of which nothing was decided, or a plan of which nothing was said. */
static void *add_object(struct app *app, const struct sheet *sheet)
{
	if (sheet->sheet != SHEET_GATE)
		return record_put_plan(&app->record);
	struct gate_decision *gate = record_add(&app->record, KIND_GATE);
	gate->number = sheet->index;
	gate->round = app->record.assessment.object.id;
	return gate;
}

static bool keep_member(struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	void *object = sheet_object(sheet, &app->record);
	if (!object)
		object = add_object(app, sheet);
	if (field->choices)
		take_choice(app, sheet, field, object);
	else
		take_text(app, sheet, field, object);
	if (sheet->sheet == SHEET_CHARTER)
		sign(app);
	if (sheet->sheet == SHEET_GATE)
		plan_fix_gate(app_plan(app), object);
	return app_change(app, NULL, sheet_kind(sheet->sheet), object);
}

/* The owner of that side, or a new one, is that person. */
static struct owner *own(
	struct app *app, const struct sheet *sheet, struct owner *owner, int person)
{
	if (!owner) {
		owner = record_add(&app->record, sheet_owner_kind(sheet));
		owner->of = sheet->index;
	}
	owner->person = person;
	return owner;
}

static bool keep_owner(struct app *app, const struct sheet *sheet, int party, int person)
{
	enum kind kind = sheet_owner_kind(sheet);
	struct owner *owner = sheet_owner(&app->record, sheet, party);
	if (person < 0)
		return !owner || app_delete(app, words_plain(W_UNDO_OWNER), kind, owner);
	return app_change(app, NULL, kind, own(app, sheet, owner, person));
}

/* Somebody who was typed, and is not interviewed: the person and what they own are one step. */
static bool keep_new_owner(struct app *app, const struct sheet *sheet, int party, const char *name)
{
	struct record *record = &app->record;
	const struct planned_action *planned = sheet_planned(app, sheet);
	struct hole person = hole_text("person", name);
	struct owner *owner = sheet_owner(record, sheet, party);
	struct person *fresh =
		person_owner(record, party, planned ? planned->owner_role[party] : -1, name);
	unsaved_begin(&app->waiting, words(&app->said, W_UNDO_OWNER_NEW, person));
	unsaved_add(&app->waiting, KIND_PERSON, fresh, record->alliance.object.key);
	unsaved_add(&app->waiting, sheet_owner_kind(sheet),
		own(app, sheet, owner, (int)record->person_count - 1), 0);
	if (!app_kept(app))
		return false;
	app_say(app, "%s",
		words(&app->said, W_SHEET_OWNER_NEW, hole_text("name", name),
			hole_text("party", record->parties[party].label)));
	return true;
}

static bool keep_chosen_owner(
	struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	int person = form_meaning(field, -1), party = field->of;
	const char *name = person == FORM_NEW ? form_says(field) : NULL;
	if (name)
		person = people_named(&app->record, party, name);
	return name && person < 0
		? keep_new_owner(app, sheet, party, pool_strdup(&app->record.pool, name))
		: keep_owner(app, sheet, party, person);
}

static bool keep_success(struct app *app, int party, const char *text)
{
	struct success *success = sheet_success(&app->record, party), fresh;
	if (success) {
		success->text = text ? text : "";
		return app_change(app, NULL, KIND_SUCCESS, success);
	}
	object_init(KIND_SUCCESS, &fresh);
	fresh.party = party;
	fresh.text = text;
	return !text || app_append(app, NULL, KIND_SUCCESS, &fresh);
}

/* What was kept and may be a slip: it is said, and stays. */
static const char *odd_action(struct app *app, const struct planned_action *action)
{
	if (!action || action->due == DATE_NONE)
		return NULL;
	struct hole due = hole_day("due", action->due, DAY_LONG);
	if (action->start != DATE_NONE && action->due < action->start)
		return words(&app->said, W_SHEET_DUE_BEFORE_START, due,
			hole_day("start", action->start, DAY_LONG));
	return plan_is_day_off(&app->record, action->due) ? words(&app->said, W_SHEET_DUE_OFF, due)
							  : NULL;
}

static const char *odd(struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	const struct charter *charter = &app->record.alliance.charter;
	bool day = !field->choices && field->member && field->member->type == FIELD_DATE;
	if (!day)
		return NULL;
	if (sheet->sheet == SHEET_CHARTER && charter->agreed != DATE_NONE &&
		charter->agreed > app->today)
		return words(&app->said, W_SHEET_SIGNED_AHEAD,
			hole_day("day", charter->agreed, DAY_LONG));
	return odd_action(app, sheet_planned(app, sheet));
}

static bool keep_row(struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	const struct sheet_row *row = field->row;
	switch (row->kind) {
	case ROW_FIELD:
		return keep_member(app, sheet, field);
	case ROW_OWNER:
		return keep_chosen_owner(app, sheet, field);
	case ROW_SUCCESS:
		return keep_success(app, field->of, form_value(&app->record.pool, field));
	}
	return false;
}

bool sheet_keep(struct app *app, const struct sheet *sheet, const struct form_field *field)
{
	if (!keep_row(app, sheet, field))
		return false;
	const char *said = odd(app, sheet, field);
	if (said)
		app_warn(app, "%s", said);
	return true;
}
