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
		form_text(form, "", "Day and value; emptied, the actual is deleted.",
			pool_printf(&form->pool, "%s %s", date_iso(actual->date, day),
				value_number(&form->pool, actual->value)))
			->key = actual->object.key;
	}
	form_text(form, "New", "Day and value, as 2026-11-27 12.5 or friday 12.5; empty: none.",
		NULL);
}

const char *audit_reading_complaint(
	const struct audit_form *own, struct app *app, const struct form_field *field)
{
	const char *text = field->edit.text.text;
	struct actual actual;
	object_init(KIND_ACTUAL, &actual);
	actual.kpi = own->index;
	if (str_blank(text))
		return NULL;
	const char *wrong = audit_read_actual(&app->said, text, &actual.date, &actual.value);
	int at = field->key ? bind_index(&app->record, KIND_ACTUAL, field->key) : -1;
	return wrong ? wrong : audit_twin(&app->said, &app->record, KIND_ACTUAL, &actual, at);
}

static struct actual *find_actual(const struct app *app, int64_t key)
{
	int at = key ? bind_index(&app->record, KIND_ACTUAL, key) : -1;
	return at < 0 ? NULL : &app->record.actuals[at];
}

static bool delete_reading(struct app *app, struct form_field *field)
{
	const struct actual *actual = find_actual(app, field->key);
	if (!actual)
		return true;
	if (!app_delete(app, NULL, KIND_ACTUAL, actual))
		return false;
	field->key = 0;
	app_say(app, "%s", words_plain(W_ACTUAL_DELETED));
	return true;
}

static bool add_reading(
	struct audit_form *own, struct app *app, struct form_field *field, int day, double value)
{
	if (!audit_add_actual(app, own->index, day, value))
		return false;
	field->key = app->record.actuals[app->record.actual_count - 1].object.key;
	return true;
}

bool audit_reading_keep(struct audit_form *own, struct app *app, struct form_field *field)
{
	double value;
	int day;
	if (str_blank(field->edit.text.text))
		return delete_reading(app, field);
	audit_read_actual(&app->said, field->edit.text.text, &day, &value);
	struct actual *actual = find_actual(app, field->key);
	if (!actual)
		return add_reading(own, app, field, day, value);
	actual->date = day;
	actual->value = value;
	return audit_put(app, NULL, KIND_ACTUAL, actual);
}
