/* SPDX-License-Identifier: MIT */
/*
 * What a form of the plan says: into its object, and to the disk.
 */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>

static const char *read_number(const struct field *field, const char *text, int *number)
{
	*number = field->type == FIELD_DATE ? DATE_NONE : INT_NONE;
	if (!text)
		return NULL;
	if (field->type == FIELD_DATE)
		return date_parse(text, number)
			? NULL
			: "A date reads year-month-day, such as 2026-11-27.";
	char *end;
	long value = strtol(text, &end, 10);
	if (*end || value < 0 || value > 100000)
		return "A whole number is needed here, or nothing.";
	*number = (int)value;
	return NULL;
}

/* A date of an action is set by hand from now on; without a due date it is for later. */
static void dated_by_hand(struct plan_action *action)
{
	action->dated = TRI_YES;
	if (action->due == DATE_NONE) {
		action->start = DATE_NONE;
		action->active = TRI_NO;
		action->moved = TRI_YES;
	} else if (action->active == TRI_NO) {
		action->active = action->moved = TRI_YES;
	}
	if (action->due != DATE_NONE && action->start == DATE_NONE)
		action->start = action->due;
}

static void move_by_hand(
	struct app *app, struct plan_action *action, const struct planned_action *planned, int now)
{
	int weeks =
		planned && planned->action && planned->action->weeks ? planned->action->weeks : 2;
	action->active = now;
	action->moved = TRI_YES;
	action->start = now ? date_next_monday(app->today) : DATE_NONE;
	action->due = now ? action->start + 7 * weeks - 3 : DATE_NONE;
}

static const char *take_text(struct app *app, const struct sheet *sheet,
	const struct sheet_slot *slot, const struct form_field *field, char *object)
{
	const char *text = fields_text(&app->record.pool, field);
	void *member = object + slot->field->offset;
	int number;
	if (slot->field->type != FIELD_TEXT && slot->field->type != FIELD_QUANTITY) {
		const char *complaint = read_number(slot->field, text, &number);
		if (complaint)
			return complaint;
		*(int *)member = number;
		if (sheet->sheet == SHEET_ACTION && slot->field->type == FIELD_DATE)
			dated_by_hand((struct plan_action *)(void *)object);
		return NULL;
	}
	const struct plan_action *action = (const struct plan_action *)(const void *)object;
	bool own = sheet->sheet == SHEET_ACTION && !action->library &&
		!strcmp(slot->row->field, "title");
	if (!text && (slot->field->never_null || own))
		return "A few words are needed here.";
	*(const char **)member = text;
	return NULL;
}

static void take_choice(struct app *app, const struct sheet *sheet, const struct sheet_slot *slot,
	int meaning, char *object)
{
	struct plan_action *action = (struct plan_action *)(void *)object;
	if (sheet_is_kpi(slot)) {
		action->kpi = meaning < 0 ? NULL : app->record.instrument->kpis[meaning].id;
		return;
	}
	if (sheet_is_when(slot)) {
		move_by_hand(app, action, sheet_planned(app, sheet), meaning);
		return;
	}
	*(int *)(void *)(object + slot->field->offset) = meaning;
	if (sheet->sheet == SHEET_ACTION && !strcmp(slot->row->field, "status"))
		action->closed = meaning == STATUS_DONE || meaning == STATUS_DROPPED ? app->today
										     : DATE_NONE;
}

/* The signed wording is what stood there, proposals and all. */
static void freeze(struct app *app, struct alliance *alliance)
{
	if (alliance->charter.agreed == DATE_NONE)
		return;
	for (int part = 0; part < CHARTER_PARTS; part++) {
		const char *text =
			charter_text(&app->record, &app->record.pool, (enum charter_part)part);
		if (!str_blank(text))
			alliance->charter.text[part] = text;
	}
	for (int level = 0; level < CHARTER_LEVELS; level++)
		if (alliance->charter.hours[level] == INT_NONE)
			alliance->charter.hours[level] = charter_hours[level];
}

static const char *save_field(struct app *app, const struct sheet *sheet,
	const struct sheet_slot *slot, const struct form_field *field)
{
	enum kind kind = sheet_kind(sheet->sheet);
	char *object = sheet_object(sheet, &app->record);
	const char *complaint = NULL;
	if (!object) {
		struct gate_decision *gate = record_add(&app->record, KIND_GATE);
		gate->number = sheet->index;
		object = (char *)gate;
	}
	if (field->choices && field->choice < 0)
		return NULL;
	if (field->choices)
		take_choice(app, sheet, slot, slot->meaning[field->choice], object);
	else
		complaint = take_text(app, sheet, slot, field, object);
	if (complaint)
		return complaint;
	if (sheet->sheet == SHEET_CHARTER)
		freeze(app, &app->record.alliance);
	app_change(app, NULL, kind, object);
	return NULL;
}

static void save_owner(
	struct app *app, const struct sheet *sheet, const struct sheet_slot *slot, int person)
{
	enum kind kind = sheet_owner_kind(sheet);
	struct owner *owner = sheet_owner(&app->record, sheet, slot->party), fresh;
	if (owner && person >= 0) {
		owner->person = person;
		app_change(app, NULL, kind, owner);
	} else if (owner) {
		if (!app_begin(app, "an owner") || !app_delete(app, kind, owner) ||
			!app_commit(app))
			app_take_back(app);
		else
			app_reload(app);
	} else if (person >= 0) {
		object_init(kind, &fresh);
		fresh.of = sheet->index;
		fresh.person = person;
		app_append(app, NULL, kind, &fresh);
	}
}

static void save_success(struct app *app, int party, const char *text)
{
	struct success *success = sheet_success(&app->record, party), fresh;
	if (success) {
		success->text = text ? text : "";
		app_change(app, NULL, KIND_SUCCESS, success);
	} else if (text) {
		object_init(KIND_SUCCESS, &fresh);
		fresh.party = party;
		fresh.text = text;
		app_append(app, NULL, KIND_SUCCESS, &fresh);
	}
}

const char *sheet_slot_save(struct app *app, const struct sheet *sheet,
	const struct sheet_slot *slot, const struct form_field *field)
{
	switch (slot->row->kind) {
	case ROW_FIELD:
		return save_field(app, sheet, slot, field);
	case ROW_OWNER:
		if (field->choice >= 0)
			save_owner(app, sheet, slot, slot->meaning[field->choice]);
		return NULL;
	case ROW_SUCCESS:
		save_success(app, slot->party, fields_text(&app->record.pool, field));
		return NULL;
	}
	return NULL;
}
