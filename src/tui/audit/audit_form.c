/* SPDX-License-Identifier: MIT */
/*
 * One object of the audit as a form, over its table of fields: a new one is made when the last
 * field is done, one that is there is saved field by field.
 */
#include <string.h>

#include "audit_slot.h"
#include "../widgets/bind.h"

static const struct kpi_template *template_of(const struct audit_form *own, const struct app *app)
{
	return own->template <0 ? NULL : &app->record.instrument->kpis[own->template];
}

/* What a new object starts from. */
static void start_from(
	const struct audit_form *own, const struct app *app, union audit_object *object)
{
	const struct kpi_template *template = template_of(own, app);
	object_init(own->kind, object);
	if (!template)
		return;
	object->kpi.name = template->name;
	object->kpi.unit = template->unit;
	object->kpi.category = (int)template->category;
	object->kpi.direction = (int)template->direction;
}

static void current(const struct audit_form *own, const struct app *app, union audit_object *object)
{
	if (own->index < 0)
		start_from(own, app, object);
	else
		memcpy(object, record_at(&app->record, own->kind, (size_t)own->index),
			kind_info[own->kind].size);
}

static bool fill(struct form *form, struct app *app)
{
	struct audit_form *own = (struct audit_form *)form;
	union audit_object object;
	if (own->key && (own->index = bind_index(&app->record, own->kind, own->key)) < 0)
		return false;
	current(own, app, &object);
	for (size_t i = 0; i < audit_label_count; i++)
		if (audit_labels[i].kind == own->kind)
			audit_slot_add(form, &app->record, &audit_labels[i], &object);
	if (own->kind == KIND_KPI && own->index >= 0)
		audit_readings_add(own, &app->record);
	return true;
}

/* Keeping */

/* What the object is about, where another is about that. */
static const char *twin(
	const struct audit_form *own, struct app *app, const struct form_field *field)
{
	union audit_object object;
	if (field->member != kind_info[own->kind].fields || field->choice < 0)
		return NULL;
	current(own, app, &object);
	audit_slot_take(&app->record, field, &object);
	return audit_twin(&app->said, &app->record, own->kind, &object, own->index);
}

static const char *check(struct form *form, struct app *app, int i)
{
	const struct audit_form *own = (const struct audit_form *)form;
	const struct form_field *field = &form->field[i];
	if (!field->row)
		return audit_reading_complaint(own, app, field);
	const char *wrong = audit_slot_complaint(&app->record, field);
	return wrong || !kind_keys(own->kind) ? wrong : twin(own, app, field);
}

/* Starting value, target and direction wait until they agree; the rest is taken. */
static bool waits(const struct form_field *field)
{
	return field->member == bind_named(KIND_KPI, "direction") ||
		field->member == bind_named(KIND_KPI, "baseline") ||
		field->member == bind_named(KIND_KPI, "target");
}

/* The fields that were changed and can be kept, or all of a new one, into the object; false when
 * what waits contradicts itself: it is left out. */
static bool take(struct audit_form *own, struct app *app, union audit_object *object, bool waiting)
{
	union audit_object before = *object;
	for (int i = 0; i < own->form.count; i++) {
		const struct form_field *field = &own->form.field[i];
		bool wanted = field->row && (field->changed || own->index < 0);
		if (wanted && (waiting || !waits(field)) && !check(&own->form, app, i))
			audit_slot_take(&app->record, field, object);
	}
	if (!waiting || own->kind != KIND_KPI || !kpi_contradicts(&object->kpi))
		return true;
	*object = before;
	take(own, app, object, false);
	return false;
}

/* The direction is marked: index of its field. */
static int complain(struct audit_form *own, struct app *app)
{
	int i = 0;
	while (own->form.field[i].member != bind_named(KIND_KPI, "direction"))
		i++;
	form_complain(app, &own->form.field[i], words_plain(W_AUDIT_CONTRADICTS));
	return i;
}

static void settle(struct form *form, struct app *app, bool agreed)
{
	for (int i = 0; i < form->count; i++) {
		struct form_field *field = &form->field[i];
		bool taken = field->changed && field->row && (agreed || !waits(field));
		if (taken && !check(form, app, i))
			form_settle(form, field);
	}
}

static enum form_kept keep(struct form *form, struct app *app, int i)
{
	struct audit_form *own = (struct audit_form *)form;
	union audit_object object;
	if (!form->field[i].row)
		return audit_reading_keep(own, app, &form->field[i]) ? FORM_KEPT : FORM_FAILED;
	current(own, app, &object);
	bool agreed = take(own, app, &object, true);
	if (!agreed)
		complain(own, app);
	if (!agreed && waits(&form->field[i]))
		return FORM_WAITS;
	void *place = record_at(&app->record, own->kind, (size_t)own->index);
	memcpy(place, &object, kind_info[own->kind].size);
	if (!audit_put(app, NULL, own->kind, place))
		return FORM_FAILED;
	settle(form, app, agreed);
	return FORM_KEPT;
}

static enum form_made make(struct form *form, struct app *app)
{
	struct audit_form *own = (struct audit_form *)form;
	union audit_object object;
	start_from(own, app, &object);
	if (!take(own, app, &object, true)) {
		form->list.at = complain(own, app);
		return FORM_NOT_MADE;
	}
	if (!audit_add(app, own->kind, &object))
		return FORM_NOT_MADE;
	const char *title = audit_title(&app->said, &app->record, own->kind, &object);
	app_say(app, "%s",
		words(&app->said, W_ADDED, hole_text("what", audit_short(&app->said, title))));
	return FORM_MADE;
}

/* Below the fields: the question in focus, or what the catalogue says of the KPI. */
static void about_focus(
	const struct form *form, const struct app *app, struct page *page, int width)
{
	const struct audit_form *own = (const struct audit_form *)form;
	const struct form_field *field = form_focused(form);
	const struct kpi_template *template = template_of(own, app);
	if (field->row && field->member->type == FIELD_RATING)
		audit_question(page, &app->record, audit_slot_value(field->member),
			audit_slot_party(&form->field[0]), width);
	else if (template && !str_blank(template->text))
		page_add(page, STYLE_PLAIN, 0, width, template->text);
}

static void set_words(struct form *form, enum kind kind)
{
	form->title = audit_noun(kind)->title;
	form->about = form->makes ? audit_noun(kind)->about : "Leaving a field saves it.";
	form->done = "add it";
	form->leaving = words_plain(W_FORM_LEAVE_NEW);
	snprintf(form->who, sizeof(form->who), "%s", form->makes ? "a new one" : "");
}

/* Each entry of the catalogue begins another KPI. */
static void set_place(struct audit_form *own, const struct app *app)
{
	const struct kpi_template *template = template_of(own, app);
	const struct record *record = &app->record;
	const struct object *object = &record->assessment.object;
	struct pool pool = { 0 };
	if (own->index >= 0) {
		object = record_at(record, own->kind, (size_t)own->index);
		own->key = object->key;
	}
	form_place(&own->form,
		template ? pool_printf(&pool, "kpi %s", template->id) : kind_info[own->kind].name,
		record, object);
	pool_release(&pool);
}

static void enter(struct screen *screen, const void *given)
{
	static const struct form_ops ops = {
		.fill = fill, .check = check, .keep = keep, .make = make, .below = about_focus
	};
	struct audit_form *own = screen->state;
	const struct audit_form_arg *arg = given;
	own->kind = arg->kind;
	own->index = arg->index;
	own->template = arg->kpi;
	own->form.makes = arg->index < 0;
	set_words(&own->form, arg->kind);
	set_place(own, screen->app);
	form_screen_enter(screen, &ops);
}

const struct screen_ops screen_audit_form = { .name = "audit form",
	.goes_on = true,
	.state_size = sizeof(struct audit_form),
	.enter = enter,
	FORM_SCREEN };
