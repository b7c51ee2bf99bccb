/* SPDX-License-Identifier: MIT */
/*
 * A new alliance: its name, its companies, when it began. One form, then its home.
 */
#include <strings.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#include "../widgets/form_screen.h"

#define NAME_CELLS 200 /* as the command line has it */

/* What nearly every alliance has comes first; more companies than two are rare. */
enum {
	FIELD_NAME,
	FIELD_OURS,
	FIELD_OTHER,
	FIELD_STARTED,
	FIELD_MORE,
	FIELDS = FIELD_MORE + PARTIES_MAX - 2
};

#define MORE_HINT "Only where more than two work together; empty, it is left out."
static const struct {
	const char *label, *hint;
} rows[FIELDS] = {
	{ "Alliance", "Any name that both sides recognise; it heads every screen and report." },
	{ "Your company", "The company you work for, or speak for." },
	{ "Other company", "The company on the other side." },
	{ "Started", "The day it began, as 2025-04-01 or 1 apr 2025; may stay empty." },
	{ "Third company", MORE_HINT },
	{ "Fourth company", MORE_HINT },
	{ "Fifth company", MORE_HINT },
	{ "Sixth company", MORE_HINT },
};

static bool is_company(int field)
{
	return field == FIELD_OURS || field == FIELD_OTHER || field >= FIELD_MORE;
}

static bool fill(struct form *form, struct app *app)
{
	(void)app;
	for (int i = 0; i < FIELDS; i++)
		form_text(form, rows[i].label, rows[i].hint, NULL)->of = i;
	form->field[FIELD_STARTED].takes = FORM_DAY_PAST;
	for (int i = FIELD_MORE; i < FIELDS; i++) {
		form->field[i].entry = true;
		form->field[i].behind = 1 + (i == FIELD_MORE ? FIELD_OTHER : i - 1);
	}
	return true;
}

static const char *check(struct form *form, struct app *app, int i)
{
	const char *text = form->field[i].edit.text.text;
	if (i == FIELD_STARTED)
		return str_blank(text) ? NULL : words_wrong_day(&form->pool, text, app->today);
	if (str_blank(text))
		return i == FIELD_NAME   ? words_plain(W_ALLIANCE_NAME)
			: i < FIELD_MORE ? words_plain(W_ALLIANCE_COMPANY)
					 : NULL;
	if (utf8_cells(UTF8_SCREEN, text) > NAME_CELLS)
		return words(&form->pool, W_ALLIANCE_LONG, hole_count("most", NAME_CELLS));
	if (is_company(i) && str_is_figure(text))
		return words_plain(W_ALLIANCE_FIGURE);
	for (int j = FIELD_OURS; j < i; j++)
		if (is_company(i) && is_company(j) &&
			!strcasecmp(form->field[j].edit.text.text, text))
			return words_plain(W_ALLIANCE_TWICE);
	return NULL;
}

static void take(const struct form *form, struct record *record, int today)
{
	const struct form_field *field = form->field;
	record->alliance.name = form_value(&record->pool, &field[FIELD_NAME]);
	const char *started = form_value(&record->pool, &field[FIELD_STARTED]);
	if (started)
		date_parse(started, &record->alliance.started);
	for (int i = FIELD_OURS; i < FIELDS; i++) {
		const char *name = is_company(i) ? form_value(&record->pool, &field[i]) : NULL;
		if (!name)
			continue;
		struct party *party = record_add(record, KIND_PARTY);
		party->name = name;
		party->ours = i == FIELD_OURS ? TRI_YES : TRI_NO;
	}
	record_begin_profile(record);
	record->assessment.kind = ROUND_BASELINE;
	record->assessment.title = "baseline";
	record->assessment.date = today;
	record_settle(record);
}

static int64_t store_it(struct app *app, struct record *record)
{
	struct store *store = app->options.store;
	struct errmsg why;
	enum err err = store_begin(store, 0, NULL, &why);
	if (err)
		return app_wrote(app, err, &why);
	if (app->options.instrument->source)
		err = store_put_instrument(store, app->options.instrument, &why);
	if (!err)
		err = store_add_record(store, record, &why);
	if (!err)
		err = app_end_draft(app, &why);
	if (!err)
		err = store_commit(store, &why);
	else
		store_rollback(store);
	return app_wrote(app, err, &why) ? record->assessment.object.key : 0;
}

/* The screen is gone when this has worked. */
static enum form_made make(struct form *form, struct app *app)
{
	struct record record;
	record_init(&record, app->options.instrument);
	take(form, &record, app->today);
	int64_t key = store_it(app, &record);
	record_release(&record);
	if (!key || !app_open(app, key))
		return FORM_NOT_STORED;
	app_place(app, &screen_home, NULL);
	app_say(app, "%s", words_plain(W_ALLIANCE_ADDED));
	return FORM_GONE;
}

static void enter(struct screen *screen, const void *arg)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .make = make };
	struct form *form = screen->state;
	(void)arg;
	form->makes = form->alone = true;
	form->title = "New alliance";
	form->about = "Who works together. Everything can be corrected afterwards.";
	form->done = "add the alliance";
	form->leaving = words_plain(W_FORM_LEAVE_NEW);
	form_place(form, "new alliance", NULL, NULL);
	form_screen_enter(screen, &ops);
}

const struct screen_ops screen_new_alliance = { .name = "new alliance",
	.goes_on = true,
	.state_size = sizeof(struct form),
	.enter = enter,
	FORM_SCREEN };
