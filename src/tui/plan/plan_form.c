/* SPDX-License-Identifier: MIT */
/*
 * An action, a gate, a joint objective, the workshop, the charter or a point of the agreement as a
 * form: leaving a field saves it.
 */
#include "sheet.h"

#include <string.h>

struct plan_form {
	struct form form;
	struct sheet sheet;
	struct sheet_slot slots[FORM_FIELDS];
	struct pool pool;
};

static const struct {
	const char *title, *about;
} sheet_words[] = {
	[SHEET_ACTION] = { "Action",
		"Leaving a field saves it. What you set here stays when the plan is drawn up "
		"again." },
	[SHEET_GATE] = { "Gate", "What was decided at the gate. Leaving a field saves it." },
	[SHEET_OBJECTIVE] = { "Joint objective", "Leaving a field saves it." },
	[SHEET_WORKSHOP] = { "Workshop",
		"What the people of every side said about the years ahead." },
	[SHEET_CHARTER] = { "Charter",
		"How the companies work together. Proposals stand until you change them." },
	[SHEET_AMENDMENT] = { "Amendment",
		"A point of the agreement for the lawyers of every side." },
};

static void add_slot(struct plan_form *own, struct app *app, const struct sheet_row *row, int party)
{
	struct sheet_slot *slot = &own->slots[own->form.count];
	*slot = (struct sheet_slot){ .row = row, .party = party };
	const struct kind_info *info = &kind_info[sheet_kind(row->sheet)];
	for (size_t i = 0; row->kind == ROW_FIELD && i < info->field_count; i++)
		if (!strcmp(info->fields[i].name, row->field))
			slot->field = &info->fields[i];
	sheet_slot_add(&own->form, slot, &own->pool, app, &own->sheet);
}

static void build(struct plan_form *own, struct app *app)
{
	const struct object *object = sheet_object(&own->sheet, &app->record);
	pool_release(&own->pool);
	own->sheet.key = object ? object->key : 0;
	for (size_t i = 0; i < sheet_row_count; i++) {
		int parties = sheet_rows[i].kind == ROW_FIELD ? 1 : (int)app->record.party_count;
		for (int party = 0; sheet_rows[i].sheet == own->sheet.sheet && party < parties;
			party++)
			add_slot(own, app, &sheet_rows[i], party);
	}
}

static void enter(struct screen *screen, const void *given)
{
	struct plan_form *own = screen->state;
	const struct plan_form_arg *arg = given;
	own->sheet = (struct sheet){ .sheet = arg->sheet, .index = arg->index };
	build(own, screen->app);
	fields_hint(screen->app, &own->form);
}

/* After a reload the object may stand elsewhere, or be gone. */
static bool find_again(struct plan_form *own, const struct app *app)
{
	enum kind kind = sheet_kind(own->sheet.sheet);
	if (kind == KIND_GATE || kind == KIND_ASSESSMENT || kind == KIND_ALLIANCE)
		return true;
	for (size_t i = 0; i < record_count(&app->record, kind); i++)
		if (((const struct object *)record_at(&app->record, kind, i))->key ==
			own->sheet.key) {
			own->sheet.index = (int)i;
			return true;
		}
	return false;
}

static enum nav rebuild(struct screen *screen)
{
	struct plan_form *own = screen->state;
	int at = own->form.list.at, top = own->form.list.top;
	if (!find_again(own, screen->app))
		return NAV_UP;
	form_release(&own->form);
	build(own, screen->app);
	own->form.list.at = at < own->form.count ? at : own->form.count - 1;
	own->form.list.top = top;
	return NAV_STAY;
}

static bool complains(const struct plan_form *own)
{
	for (int i = 0; i < own->form.count; i++)
		if (*own->form.field[i].complaint)
			return true;
	return false;
}

/* What follows from what was saved (a status its day, a date its place) is shown at once. */
static void save(struct screen *screen, int i)
{
	struct plan_form *own = screen->state;
	struct form_field *field = &own->form.field[i];
	struct sheet_slot *slot = &own->slots[i];
	if (!slot->changed)
		return;
	const char *complaint = sheet_slot_save(screen->app, &own->sheet, slot, field);
	field->complaint[0] = '\0';
	if (complaint) {
		fields_complain(screen->app, field, complaint);
		return;
	}
	slot->changed = false;
	if (!complains(own))
		rebuild(screen);
}

static enum nav out(struct screen *screen)
{
	struct plan_form *own = screen->state;
	if (!complains(own))
		return NAV_UP;
	app_confirm(screen->app,
		"Leave without what is marked with !? y does it, any other key stays.");
	return NAV_STAY;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct plan_form *own = screen->state;
	int left;
	if (action == ACTION_CONFIRMED)
		return NAV_UP;
	if (action == ACTION_RESUMED)
		return rebuild(screen);
	if (action == ACTION_UNDO || action == ACTION_REDO)
		save(screen, own->form.list.at);
	enum fields_event event = fields_act(&own->form, action, key, &left);
	if (action == ACTION_SAVE || event == FIELDS_LEFT || event == FIELDS_OUT ||
		event == FIELDS_DONE)
		save(screen, left);
	if (event == FIELDS_OUT || event == FIELDS_DONE)
		return out(screen);
	if (event == FIELDS_CHANGED) {
		struct form_field *field = form_focus(&own->form);
		own->slots[own->form.list.at].changed |= field->choices || field->edit.changed;
		field->edit.changed = false;
	}
	if (action != ACTION_SAVE && action != ACTION_TICK)
		fields_hint(screen->app, &own->form);
	return event == FIELDS_OTHER ? NAV_DEFAULT : NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	(void)screen;
	return fields_offers_saved;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct plan_form *own = screen->state;
	return action == ACTION_ENTER_FIELD && own->form.list.at == own->form.count - 1 ? "done"
											: NULL;
}

static bool text(const struct screen *screen)
{
	const struct plan_form *own = screen->state;
	return form_writes(&own->form);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct plan_form *own = screen->state;
	header->title = sheet_words[own->sheet.sheet].title;
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	if (own->sheet.sheet == SHEET_GATE)
		snprintf(header->who, sizeof(header->who), "gate %d", own->sheet.index);
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct plan_form *own = screen->state;
	fields_layout(&own->form, rows, cols);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct plan_form *own = screen->state;
	fields_draw(&own->form, canvas, sheet_words[own->sheet.sheet].about);
}

static void leave(struct screen *screen)
{
	struct plan_form *own = screen->state;
	save(screen, own->form.list.at);
	form_release(&own->form);
	pool_release(&own->pool);
}

const struct screen_ops screen_plan_form = {
	.name = "plan form",
	.state_size = sizeof(struct plan_form),
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
