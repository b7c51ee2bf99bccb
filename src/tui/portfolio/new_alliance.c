/* SPDX-License-Identifier: MIT */
/*
 * A new alliance: its name, its companies, when it began. One form, then its home.
 */
#include <strings.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#include "../widgets/fields.h"

#define NAME_CELLS 200 /* as the command line has it */

enum { FIELD_NAME, FIELD_COMPANIES, FIELD_STARTED = FIELD_COMPANIES + PARTIES_MAX, FIELDS };

struct new_alliance {
	struct form form;
};

static void enter(struct screen *screen, const void *arg)
{
	struct new_alliance *new = screen->state;
	struct form *form = &new->form;
	(void)arg;
	form_text(form, "Alliance",
		"Any name that both sides recognise; it heads every screen and report.", NULL);
	form_text(form, "Your company", "The company you work for, or speak for.", NULL);
	form_text(form, "Other company", "The company on the other side.", NULL);
	for (int i = 2; i < PARTIES_MAX; i++)
		form_text(form, i == 2 ? "More companies" : "",
			"Only where more than two work together; leave it empty otherwise.", NULL);
	form_text(form, "Started",
		"The day it began, year-month-day; may stay empty. Enter adds the alliance.", NULL);
	fields_hint(screen->app, form);
}

static const char *complaint_of(const struct new_alliance *new, int i)
{
	const char *text = new->form.field[i].edit.text.text;
	int day;
	if (i == FIELD_STARTED)
		return str_blank(text) || date_parse(text, &day)
			? NULL
			: "A date reads year-month-day, such as 2025-04-01.";
	if (str_blank(text))
		return i == FIELD_NAME ? "The alliance needs a name."
			: i < FIELD_COMPANIES + 2
			? "An alliance has two companies at least: give its name."
			: NULL;
	if (utf8_cells(UTF8_SCREEN, text) > NAME_CELLS)
		return "This name is too long: 200 characters at most.";
	for (int j = FIELD_COMPANIES; j < i; j++)
		if (!strcasecmp(new->form.field[j].edit.text.text, text))
			return "This company is named twice.";
	return NULL;
}

static bool check(struct screen *screen, int i)
{
	struct new_alliance *new = screen->state;
	const char *complaint = complaint_of(new, i);
	new->form.field[i].complaint[0] = '\0';
	if (complaint)
		fields_complain(screen->app, &new->form.field[i], complaint);
	return !complaint;
}

static void fill(struct new_alliance *new, struct record *record, int today)
{
	struct form_field *field = new->form.field;
	record->alliance.name = fields_text(&record->pool, &field[FIELD_NAME]);
	const char *started = fields_text(&record->pool, &field[FIELD_STARTED]);
	if (started)
		date_parse(started, &record->alliance.started);
	for (int i = FIELD_COMPANIES; i < FIELD_STARTED; i++) {
		const char *name = fields_text(&record->pool, &field[i]);
		if (!name)
			continue;
		struct party *party = record_add(record, KIND_PARTY);
		party->name = name;
		party->ours = i == FIELD_COMPANIES ? TRI_YES : TRI_NO;
	}
	record->assessment.kind = ROUND_BASELINE;
	record->assessment.title = "baseline";
	record->assessment.date = today;
	record_settle(record);
}

static int64_t store_it(struct app *app, struct record *record)
{
	struct errmsg why;
	enum err err = ERR_NONE;
	if (app->options.instrument->source)
		err = store_put_instrument(app->options.store, app->options.instrument, &why);
	if (!err)
		err = store_add_record(app->options.store, record, &why);
	return app_wrote(app, err, &why) ? record->assessment.object.key : 0;
}

/* The screen is gone when this has worked. */
static void create(struct screen *screen)
{
	struct app *app = screen->app;
	struct new_alliance *new = screen->state;
	for (int i = 0; i < FIELDS; i++)
		if (!check(screen, i)) {
			new->form.list.at = i;
			return;
		}
	struct record record;
	record_init(&record, app->options.instrument);
	fill(new, &record, app->today);
	int64_t key = store_it(app, &record);
	record_release(&record);
	if (key && app_open(app, key)) {
		app_place(app, &screen_home, NULL);
		app_say(app,
			"Added. O, the profile, holds what else is known of it, such as short "
			"names.");
	}
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct new_alliance *new = screen->state;
	int left;
	if (action == ACTION_CONFIRMED)
		return NAV_UP;
	enum fields_event event = fields_act(&new->form, action, key, &left);
	if (event == FIELDS_DONE) {
		create(screen);
		return NAV_STAY;
	}
	if (event == FIELDS_OUT && !fields_typed(&new->form))
		return NAV_UP;
	if (event == FIELDS_OUT)
		app_confirm(
			screen->app, "Leave without adding it? y does it, any other key stays.");
	if (event == FIELDS_LEFT)
		check(screen, left);
	fields_hint(screen->app, &new->form);
	return event == FIELDS_OTHER ? NAV_DEFAULT : NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	(void)screen;
	return fields_offers_new;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct new_alliance *new = screen->state;
	if (action == ACTION_ENTER_FIELD && new->form.list.at == new->form.count - 1)
		return "add the alliance";
	return action == ACTION_LEAVE_FORM ? "never mind" : NULL;
}

static bool text(const struct screen *screen)
{
	const struct new_alliance *new = screen->state;
	return form_writes(&new->form);
}

static void header(const struct screen *screen, struct header *header)
{
	(void)screen;
	header->title = "New alliance";
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct new_alliance *new = screen->state;
	fields_layout(&new->form, rows, cols);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct new_alliance *new = screen->state;
	fields_draw(
		&new->form, canvas, "Who works together. Everything can be corrected afterwards.");
}

static void leave(struct screen *screen)
{
	struct new_alliance *new = screen->state;
	form_release(&new->form);
}

const struct screen_ops screen_new_alliance = {
	.name = "new alliance",
	.state_size = sizeof(struct new_alliance),
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
