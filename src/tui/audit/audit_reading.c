/* SPDX-License-Identifier: MIT */
/*
 * The actuals of a KPI in its form: one line each, date and value.
 */
#include <rekindle/date.h>

#include "audit_slot.h"

void audit_readings_add(struct audit_form *own, const struct record *record)
{
	struct pool pool = { 0 };
	char day[DATE_TEXT];
	int all = 0;
	for (size_t i = 0; i < record->actual_count; i++)
		all += record->actuals[i].kpi == own->index;
	form_heading(&own->form, "Actuals");
	for (size_t i = 0; i < record->actual_count; i++) {
		const struct actual *actual = &record->actuals[i];
		if (actual->kpi != own->index || all-- > FORM_FIELDS - own->form.count - 1)
			continue;
		own->slots[own->form.count] =
			(struct audit_slot){ .actual = (int)i, .reading = true };
		form_text(&own->form, "", "Date and value; emptied, the actual is deleted.",
			pool_printf(&pool, "%s %s", date_iso(actual->date, day),
				audit_number(&pool, actual->value)));
	}
	own->slots[own->form.count] = (struct audit_slot){ .actual = -1, .reading = true };
	form_text(&own->form, "New", "Date and value, as 2026-11-22 12.5; empty: none.", NULL);
	pool_release(&pool);
}

static void delete_reading(struct audit_form *own, struct app *app, struct audit_slot *slot)
{
	int gone = slot->actual;
	if (gone < 0 || !app_delete(app, KIND_ACTUAL, &app->record.actuals[gone]) ||
		!app_reload(app))
		return;
	for (int i = 0; i < own->form.count; i++)
		own->slots[i].actual -= own->slots[i].reading && own->slots[i].actual > gone;
	slot->actual = -1;
	app_say(app, "Deleted: an actual. u brings it back.");
}

void audit_reading_save(struct audit_form *own, struct app *app, int i)
{
	struct audit_slot *slot = &own->slots[i];
	struct form_field *field = &own->form.field[i];
	const char *text = field->edit.text.text;
	double value;
	int day;
	if (!slot->changed)
		return;
	const char *complaint = str_blank(text) ? NULL : audit_read_actual(text, &day, &value);
	if (complaint) {
		fields_complain(app, field, complaint);
		return;
	}
	slot->changed = false;
	if (str_blank(text)) {
		delete_reading(own, app, slot);
	} else if (slot->actual < 0) {
		if (audit_add_actual(app, own->index, day, value))
			slot->actual = (int)app->record.actual_count - 1;
	} else {
		struct actual *actual = &app->record.actuals[slot->actual];
		actual->date = day;
		actual->value = value;
		audit_put(app, NULL, KIND_ACTUAL, actual);
	}
}
