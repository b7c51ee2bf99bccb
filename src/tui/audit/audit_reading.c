/* SPDX-License-Identifier: MIT */
/*
 * The actuals of a KPI in its form: one line each, date and value.
 */
#include <rekindle/date.h>

#include "audit_slot.h"
#include "../widgets/bind.h"

/* With so many that not all have room, the last ones stand. */
void audit_readings_add(struct audit_form *own, const struct record *record)
{
	struct form *form = &own->form;
	char day[DATE_TEXT];
	int all = 0;
	for (size_t i = 0; i < record->actual_count; i++)
		all += record->actuals[i].kpi == own->index;
	form_heading(form, "Actuals");
	for (size_t i = 0; i < record->actual_count; i++) {
		const struct actual *actual = &record->actuals[i];
		if (actual->kpi != own->index || all-- > FORM_FIELDS - form->count - 1)
			continue;
		form_text(form, "", "Date and value; emptied, the actual is deleted.",
			pool_printf(&form->pool, "%s %s", date_iso(actual->date, day),
				bind_real(&form->pool, actual->value)))
			->of = (int)i;
	}
	form_text(form, "New", "Date and value, as 2026-11-22 12.5; empty: none.", NULL)->of = -1;
}

const char *audit_reading_complaint(const struct form_field *field)
{
	const char *text = field->edit.text.text;
	double value;
	int day;
	return str_blank(text) ? NULL : audit_read_actual(text, &day, &value);
}

static bool delete_reading(struct audit_form *own, struct app *app, struct form_field *field)
{
	int gone = field->of;
	if (gone < 0)
		return true;
	if (!app_delete(app, KIND_ACTUAL, &app->record.actuals[gone]) || !app_reload(app))
		return false;
	for (int i = 0; i < own->form.count; i++)
		own->form.field[i].of -= !own->form.field[i].row && own->form.field[i].of > gone;
	field->of = -1;
	app_say(app, "Deleted: an actual. u brings it back.");
	return true;
}

bool audit_reading_keep(struct audit_form *own, struct app *app, struct form_field *field)
{
	double value;
	int day;
	if (str_blank(field->edit.text.text))
		return delete_reading(own, app, field);
	audit_read_actual(field->edit.text.text, &day, &value);
	if (field->of < 0) {
		bool added = audit_add_actual(app, own->index, day, value);
		field->of = added ? (int)app->record.actual_count - 1 : -1;
		return added;
	}
	struct actual *actual = &app->record.actuals[field->of];
	actual->date = day;
	actual->value = value;
	return audit_put(app, NULL, KIND_ACTUAL, actual);
}
