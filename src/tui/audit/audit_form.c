/* SPDX-License-Identifier: MIT */
/*
 * One object of the audit as a form, over its table of fields: a new one is made when the last
 * field is done, one that is there is saved field by field.
 */
#include <string.h>

#include "audit_slot.h"

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

static void build(struct audit_form *own, const struct app *app)
{
	union audit_object object;
	memset(own->slots, 0, sizeof(own->slots));
	pool_release(&own->pool);
	current(own, app, &object);
	if (own->index >= 0)
		own->key = object.object.key;
	for (size_t i = 0; i < audit_label_count; i++)
		if (audit_labels[i].kind == own->kind)
			audit_slot_add(&own->form, &own->slots[own->form.count], &own->pool,
				&app->record, &audit_labels[i], &object);
	if (own->kind == KIND_KPI && own->index >= 0)
		audit_readings_add(own, &app->record);
}

static void enter(struct screen *screen, const void *given)
{
	struct audit_form *own = screen->state;
	const struct audit_form_arg *arg = given;
	own->kind = arg->kind;
	own->index = arg->index;
	own->template = arg->kpi;
	own->about_row = -1;
	build(own, screen->app);
	fields_hint(screen->app, &own->form);
}

/* A form never stays behind when what it shows is gone. */
static enum nav rebuild(struct screen *screen)
{
	struct audit_form *own = screen->state;
	const struct record *record = &screen->app->record;
	int at = own->form.list.at, count = (int)record_count(record, own->kind);
	if (own->index < 0)
		return NAV_STAY;
	for (own->index = 0; own->index < count; own->index++)
		if (((struct object *)record_at(record, own->kind, (size_t)own->index))->key ==
			own->key)
			break;
	if (own->index >= count)
		return NAV_UP;
	form_release(&own->form);
	build(own, screen->app);
	own->form.list.at = at < own->form.count ? at : own->form.count - 1;
	return NAV_STAY;
}

/* Saving */

/* Fields that were changed, into the object; what cannot be taken keeps its text and says why. */
static bool take_changed(
	struct audit_form *own, struct app *app, union audit_object *object, int *wrong)
{
	bool any = false;
	*wrong = -1;
	for (int i = 0; i < own->form.count; i++) {
		struct audit_slot *slot = &own->slots[i];
		if (!slot->label || (!slot->changed && own->index >= 0))
			continue;
		const char *complaint =
			audit_slot_take(&app->record, slot, &own->form.field[i], object);
		own->form.field[i].complaint[0] = '\0';
		slot->taken = !complaint;
		any |= slot->taken;
		if (!complaint)
			continue;
		fields_complain(app, &own->form.field[i], complaint);
		*wrong = *wrong < 0 ? i : *wrong;
	}
	return any;
}

static int slot_named(const struct audit_form *own, const char *name)
{
	for (int i = 0; i < own->form.count; i++)
		if (own->slots[i].label && !strcmp(own->slots[i].label->field, name))
			return i;
	return 0;
}

static bool contradicts(const struct kpi *kpi)
{
	if (isnan(kpi->baseline) || isnan(kpi->target) || equal(kpi->baseline, kpi->target))
		return false;
	return (kpi->target > kpi->baseline) != (kpi->direction == DIRECTION_HIGHER);
}

/* Starting value, target and direction wait until they agree; the rest is taken. */
static bool agree(struct audit_form *own, struct app *app, union audit_object *object)
{
	static const char *const names[] = { "direction", "baseline", "target" };
	if (own->kind != KIND_KPI || !contradicts(&object->kpi))
		return true;
	union audit_object stored;
	current(own, app, &stored);
	object->kpi.direction = stored.kpi.direction;
	object->kpi.baseline = stored.kpi.baseline;
	object->kpi.target = stored.kpi.target;
	for (size_t i = 0; i < 3; i++)
		own->slots[slot_named(own, names[i])].taken = false;
	fields_complain(app, &own->form.field[slot_named(own, "direction")],
		"This contradicts the way from the starting value to the target.");
	return false;
}

static void save_object(struct audit_form *own, struct app *app)
{
	union audit_object object;
	int wrong;
	current(own, app, &object);
	if (!take_changed(own, app, &object, &wrong))
		return;
	agree(own, app, &object);
	void *place = record_at(&app->record, own->kind, (size_t)own->index);
	memcpy(place, &object, kind_info[own->kind].size);
	if (!audit_put(app, NULL, own->kind, place))
		return;
	for (int i = 0; i < own->form.count; i++)
		if (own->slots[i].taken)
			own->slots[i].changed = own->slots[i].taken = false;
}

static void save(struct screen *screen)
{
	struct audit_form *own = screen->state;
	if (own->index < 0)
		return;
	save_object(own, screen->app);
	for (int i = 0; i < own->form.count; i++)
		if (own->slots[i].reading)
			audit_reading_save(own, screen->app, i);
}

static enum nav finish(struct screen *screen)
{
	struct audit_form *own = screen->state;
	struct app *app = screen->app;
	struct pool pool = { 0 };
	union audit_object object;
	int wrong;
	start_from(own, app, &object);
	take_changed(own, app, &object, &wrong);
	if (wrong >= 0)
		app_warn(app, "%s", own->form.field[wrong].complaint);
	else if (!agree(own, app, &object))
		wrong = slot_named(own, "direction");
	if (wrong >= 0) {
		own->form.list.at = wrong;
		return NAV_STAY;
	}
	if (!audit_add(app, own->kind, &object))
		return NAV_STAY;
	app_say(app, "Added: %s. u takes it back.",
		audit_short(&pool, audit_title(&pool, &app->record, own->kind, &object)));
	pool_release(&pool);
	return NAV_UP;
}

/* A new one: the field that was left is looked at at once. */
static void look(struct screen *screen, int i)
{
	struct audit_form *own = screen->state;
	union audit_object ignored;
	if (own->index >= 0 || !own->slots[i].label)
		return;
	start_from(own, screen->app, &ignored);
	const char *complaint = audit_slot_take(
		&screen->app->record, &own->slots[i], &own->form.field[i], &ignored);
	own->form.field[i].complaint[0] = '\0';
	if (complaint)
		fields_complain(screen->app, &own->form.field[i], complaint);
}

static bool complains(const struct audit_form *own)
{
	for (int i = 0; i < own->form.count; i++)
		if (*own->form.field[i].complaint)
			return true;
	return false;
}

static bool touched(const struct audit_form *own)
{
	for (int i = 0; i < own->form.count; i++)
		if (own->slots[i].changed)
			return true;
	return false;
}

static enum nav out(struct screen *screen)
{
	struct audit_form *own = screen->state;
	if (own->index < 0 && touched(own))
		app_confirm(
			screen->app, "Leave without adding it? y does it, any other key stays.");
	else if (own->index >= 0 && complains(own))
		app_confirm(screen->app,
			"Leave without what is marked with !? y does it, any other key stays.");
	else
		return NAV_UP;
	return NAV_STAY;
}

/* A digit chooses a rating at once. */
static bool rate(struct audit_form *own, enum act action, const struct key *key)
{
	struct audit_slot *slot = &own->slots[own->form.list.at];
	if (action != ACTION_KEY || !slot->label || slot->field->type != FIELD_RATING ||
		key->code < '1' || key->code > '5')
		return false;
	form_focus(&own->form)->choice = key->code - '1';
	slot->changed = true;
	return true;
}

/* A key that only moved the cursor changed nothing. */
static void note_change(struct audit_form *own)
{
	struct form_field *field = form_focus(&own->form);
	own->slots[own->form.list.at].changed |= field->choices || field->edit.changed;
	field->edit.changed = false;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct audit_form *own = screen->state;
	int left;
	if (action == ACTION_CONFIRMED)
		return NAV_UP;
	if (action == ACTION_RESUMED)
		return rebuild(screen);
	if (rate(own, action, key))
		return NAV_STAY;
	if (action == ACTION_UNDO || action == ACTION_REDO)
		save(screen);
	enum fields_event event = fields_act(&own->form, action, key, &left);
	if (action == ACTION_SAVE || event == FIELDS_LEFT || event == FIELDS_OUT ||
		event == FIELDS_DONE)
		save(screen);
	if (event == FIELDS_LEFT)
		look(screen, left);
	if (event == FIELDS_DONE)
		return own->index < 0 ? finish(screen) : out(screen);
	if (event == FIELDS_OUT)
		return out(screen);
	if (event == FIELDS_CHANGED)
		note_change(own);
	if (action != ACTION_SAVE && action != ACTION_TICK)
		fields_hint(screen->app, &own->form);
	return event == FIELDS_OTHER ? NAV_DEFAULT : NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	const struct audit_form *own = screen->state;
	return own->index < 0 ? fields_offers_new : fields_offers_saved;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct audit_form *own = screen->state;
	if (action == ACTION_ENTER_FIELD && own->form.list.at == own->form.count - 1)
		return own->index < 0 ? "add it" : "done";
	return action == ACTION_LEAVE_FORM && own->index < 0 ? "never mind" : NULL;
}

static bool text(const struct screen *screen)
{
	const struct audit_form *own = screen->state;
	return form_writes(&own->form);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct audit_form *own = screen->state;
	header->title = audit_noun(own->kind)->title;
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	if (own->index < 0)
		snprintf(header->who, sizeof(header->who), "a new one");
}

static void layout_about(struct audit_form *own, const struct app *app, int rows, int cols)
{
	const struct audit_slot *slot = &own->slots[own->form.list.at];
	const struct kpi_template *template = template_of(own, app);
	int width = cols - 4 < 100 ? cols - 4 : 100;
	page_clear(&own->about);
	if (slot->label && slot->field->type == FIELD_RATING)
		audit_question(&own->about, &app->record, audit_slot_value(slot),
			audit_slot_party(&own->slots[0], &own->form.field[0]), width);
	else if (template && !str_blank(template->text))
		page_add(&own->about, STYLE_PLAIN, 0, width, template->text);
	int shown = own->form.count < own->form.list.rows ? own->form.count : own->form.list.rows;
	int first = BODY_TOP + body_rows(rows) - 1 - own->form.list.rows;
	own->about_row = first + shown + 1;
	page_layout(&own->about, BODY_TOP + body_rows(rows) - own->about_row);
	if (own->about_row >= BODY_TOP + body_rows(rows))
		own->about_row = -1;
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct audit_form *own = screen->state;
	fields_layout(&own->form, rows, cols);
	layout_about(own, screen->app, rows, cols);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct audit_form *own = screen->state;
	fields_draw(&own->form, canvas,
		own->index < 0 ? audit_noun(own->kind)->about : "Leaving a field saves it.");
	if (own->about_row >= 0 && own->about.count)
		page_draw(&own->about, canvas, own->about_row, 2);
}

static void leave(struct screen *screen)
{
	struct audit_form *own = screen->state;
	form_release(&own->form);
	page_release(&own->about);
	pool_release(&own->pool);
}

const struct screen_ops screen_audit_form = {
	.name = "audit form",
	.state_size = sizeof(struct audit_form),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.text = text,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
};
