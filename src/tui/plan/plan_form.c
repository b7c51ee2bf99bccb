/* SPDX-License-Identifier: MIT */
/*
 * An action, a gate, a joint objective, the workshop, the charter or a point of the agreement as a
 * form: leaving a field saves it.
 */
#include "sheet.h"

#include "../widgets/bind.h"
#include "plan_view.h"

struct plan_form {
	struct form form;
	struct sheet sheet;
};

static const struct {
	const char *title, *about;
} sheet_words[] = {
	[SHEET_ACTION] = { "Action",
		"Leaving a field saves it. What you set stays, whatever a redraw changes." },
	[SHEET_GATE] = { "Gate", "What was decided at the gate. Leaving a field saves it." },
	[SHEET_OBJECTIVE] = { "Joint objective", "Leaving a field saves it." },
	[SHEET_WORKSHOP] = { "Workshop",
		"What the people of every side said about the years ahead." },
	[SHEET_CHARTER] = { "Charter",
		"How the companies work together. Proposals stand until you change them." },
	[SHEET_AMENDMENT] = { "Amendment",
		"A point of the agreement for the lawyers of every side." },
	[SHEET_DAY_OFF] = { "Days off", "When a side is away. Leaving a field saves it." },
};

/* After a reload the object may stand elsewhere, or be gone. */
static bool find_again(struct sheet *sheet, const struct record *record)
{
	enum kind kind = sheet_kind(sheet->sheet);
	if (kind == KIND_GATE || kind == KIND_PLAN || kind == KIND_ALLIANCE)
		return true;
	if (sheet->key)
		sheet->index = bind_index(record, kind, sheet->key);
	const struct object *object = sheet->index < 0 ? NULL : sheet_object(sheet, record);
	sheet->key = object ? object->key : 0;
	return object != NULL;
}

static bool fill(struct form *form, struct app *app)
{
	struct sheet *sheet = &((struct plan_form *)form)->sheet;
	if (!find_again(sheet, &app->record))
		return false;
	for (size_t i = 0; i < sheet_row_count; i++) {
		const struct sheet_row *row = &sheet_rows[i];
		int parties = row->kind == ROW_FIELD ? 1 : (int)app->record.party_count;
		for (int party = 0; row->sheet == sheet->sheet && party < parties; party++)
			sheet_add(form, app, sheet, row, party);
	}
	return true;
}

static const char *check(struct form *form, struct app *app, int i)
{
	return sheet_complaint(app, &((struct plan_form *)form)->sheet, &form->field[i]);
}

/* What follows from what was kept (a status its day, a date its place) is shown at once. */
static enum form_kept keep(struct form *form, struct app *app, int i)
{
	bool kept = sheet_keep(app, &((struct plan_form *)form)->sheet, &form->field[i]);
	return kept ? FORM_FOLLOWED : FORM_FAILED;
}

static void set_who(struct form *form, int gate)
{
	struct pool pool = { 0 };
	snprintf(form->who, sizeof(form->who), "%s",
		words(&pool, W_SHEET_GATE_NUMBER, hole_count("n", gate)));
	pool_release(&pool);
}

static void set_place(struct plan_form *own, const struct app *app)
{
	const struct record *record = &app->record;
	const struct object *object = sheet_object(&own->sheet, record);
	struct pool pool = { 0 };
	const char *screen = sheet_words[own->sheet.sheet].title;
	if (own->sheet.sheet == SHEET_GATE) {
		object = &record->assessment.object;
		screen = pool_printf(&pool, "gate %d", own->sheet.index);
	}
	form_place(&own->form, screen, record, object);
	pool_release(&pool);
}

/* Who decides a gate sees what it asks. */
static void gate_below(const struct form *form, const struct app *app, struct page *page, int width)
{
	struct plan plan;
	plan_read(&plan, &app->record);
	const struct gate *gate =
		plan_gate_numbered(&plan, ((const struct plan_form *)form)->sheet.index);
	if (gate)
		plan_page_gate_asks(page, gate, width);
	plan_release(&plan);
}

static void enter(struct screen *screen, const void *given)
{
	static const struct form_ops plain = { .fill = fill, .check = check, .keep = keep };
	static const struct form_ops gates = {
		.fill = fill, .check = check, .keep = keep, .below = gate_below
	};
	struct plan_form *own = screen->state;
	const struct plan_form_arg *arg = given;
	own->sheet = (struct sheet){ .sheet = arg->sheet, .index = arg->index };
	own->form.title = sheet_words[arg->sheet].title;
	own->form.about = sheet_words[arg->sheet].about;
	if (arg->sheet == SHEET_GATE)
		set_who(&own->form, arg->index);
	set_place(own, screen->app);
	form_screen_enter(screen, arg->sheet == SHEET_GATE ? &gates : &plain);
}

const struct screen_ops screen_plan_form = { .name = "plan form",
	.goes_on = true,
	.state_size = sizeof(struct plan_form),
	.enter = enter,
	FORM_SCREEN };
