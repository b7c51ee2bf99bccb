/* SPDX-License-Identifier: MIT */
/*
 * The audit: goals, what came of them, milestones, the joint work step by step, both checklists,
 * the route test, risks, incidents, stakes. Tab goes from part to part, Enter turns a row into a
 * form.
 */
#include "../rounds/confirm.h"
#include "audit.h"
#include "../widgets/bind.h"

#include <string.h>

#include <rekindle/date.h>

static void enter(struct screen *screen, const void *arg)
{
	struct audit *audit = screen->state;
	(void)arg;
	audit->awaited = KIND_NONE;
	audit_rows(audit, screen->app, audit->part);
}

static void leave(struct screen *screen)
{
	struct audit *audit = screen->state;
	page_release(&audit->about);
	pool_release(&audit->pool);
}

static void open_part(struct audit *audit, const struct app *app, int part)
{
	audit->part = (enum audit_part)((part + AUDIT_PARTS) % AUDIT_PARTS);
	audit_rows(audit, app, audit->part);
}

/* Adding, correcting */

static void add(struct audit *audit, struct app *app)
{
	enum kind kind = audit_focused(audit)->kind;
	if (kind == KIND_CHECKLIST)
		return;
	if (kind == KIND_ASSESSMENT)
		kind = KIND_OBJECTIVE;
	audit->awaited = kind;
	audit->before = record_count(&app->record, kind);
	if (kind == KIND_KPI && app->record.instrument->kpi_count)
		app_push(app, &screen_audit_catalogue, NULL);
	else
		app_push(app, &screen_audit_form, &(struct audit_form_arg){ kind, -1, -1 });
}

static void open_row(struct audit *audit, struct app *app)
{
	const struct audit_row *row = audit_focused(audit);
	if (row->kind == KIND_CHECKLIST)
		audit_step_check(app, (enum check_row)row->index);
	else if (row->kind == KIND_ASSESSMENT)
		audit_step_agreed(app);
	else if (row->index < 0)
		add(audit, app);
	else
		app_push(app, &screen_audit_form,
			&(struct audit_form_arg){ row->kind, row->index, -1 });
}

static void change(struct audit *audit, struct app *app)
{
	const struct audit_row *row = audit_focused(audit);
	if (row->kind == KIND_CHECKLIST || row->kind == KIND_ASSESSMENT)
		open_row(audit, app);
}

/* y, p, n or ?: the answer, and on to the next row. */
static void answer_check(struct audit *audit, struct app *app, int code)
{
	static const struct {
		int code;
		enum check value;
	} keys[] = { { 'y', CHECK_YES }, { 'p', CHECK_PARTLY }, { 'n', CHECK_NO },
		{ '?', CHECK_UNKNOWN } };
	const struct audit_row *row = audit_focused(audit);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys) && row->kind == KIND_CHECKLIST; i++)
		if (keys[i].code == code &&
			audit_answer_check(app, (enum check_row)row->index, keys[i].value)) {
			list_act(&audit->list[audit->part], ACTION_DOWN);
			return;
		}
}

/* After a form or an undo: the record may have other rows; a new one comes into focus. */
/* Rows of checklists and of the round itself stay where they are. */
static void note_focus(struct audit *audit, const struct app *app)
{
	const struct audit_row *row = audit_focused(audit);
	bool listed =
		row->index >= 0 && row->kind != KIND_CHECKLIST && row->kind != KIND_ASSESSMENT;
	audit->noted = !listed
		? 0
		: ((const struct object *)record_at(&app->record, row->kind, (size_t)row->index))
			  ->key;
}

static void resumed(struct audit *audit, struct app *app)
{
	enum kind kind = audit_focused(audit)->kind;
	audit_rows(audit, app, audit->part);
	if (audit->noted)
		audit_go(audit, kind, bind_index(&app->record, kind, audit->noted));
	audit->noted = 0;
	if (audit->awaited != KIND_NONE &&
		record_count(&app->record, audit->awaited) > audit->before)
		audit_go(
			audit, audit->awaited, (int)record_count(&app->record, audit->awaited) - 1);
	audit->awaited = KIND_NONE;
}

static bool on(const struct audit *audit, enum kind kind)
{
	const struct audit_row *row = audit_focused(audit);
	return row->kind == kind && row->index >= 0;
}

/* Questions on the message row */

static void ask_actual(struct audit *audit, struct app *app)
{
	const struct kpi *kpi = &app->record.kpis[audit_focused(audit)->index];
	char text[DATE_TEXT + 2], day[DATE_TEXT];
	snprintf(text, sizeof(text), "%s ", date_iso(app->today, day));
	audit->asking = ASK_ACTUAL;
	app_ask_kept(app, "actual", &kpi->object, words_plain(W_ASK_ACTUAL), text);
}

static void take_actual(struct audit *audit, struct app *app, const char *text)
{
	double value;
	int day, kpi = audit_focused(audit)->index, round = app->record.assessment.date;
	if (str_blank(text))
		return;
	const char *complaint = audit_read_actual(&app->said, text, &day, &value);
	struct actual actual;
	object_init(KIND_ACTUAL, &actual);
	actual.kpi = kpi;
	actual.date = day;
	const char *twin =
		complaint ? NULL : audit_twin(&app->said, &app->record, KIND_ACTUAL, &actual, -1);
	if (complaint || twin) {
		app_ask_again(app, text, complaint ? complaint : twin);
		return;
	}
	if (!audit_add_actual(app, kpi, day, value))
		return;
	bool late = round != DATE_NONE && day > round;
	app_say(app, "%s",
		words(&app->said,
			app_sealed(app) ? W_ACTUAL_ADDED_SEALED
				: late  ? W_ACTUAL_ADDED_AFTER
					: W_ACTUAL_ADDED,
			hole_text("value", value_number(&app->said, value)),
			hole_text("day", audit_day(&app->said, day))));
}

/* All parts are searched, one after the other: a row of them all, as the part that it is of. */
static enum audit_part part_of(const struct app *app, struct audit *built, int *row)
{
	int part = 0;
	audit_rows(built, app, AUDIT_GOALS);
	for (; *row >= (int)built->row_count && part < AUDIT_PARTS - 1;) {
		*row -= (int)built->row_count;
		audit_rows(built, app, (enum audit_part)++ part);
	}
	return (enum audit_part)part;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	struct audit built = { 0 };
	part_of(screen->app, &built, &row);
	bool has = audit_row_has(&built.pool, screen->app, &built.rows[row], sought);
	pool_release(&built.pool);
	return has;
}

static void go_to_row(struct screen *screen, int row)
{
	struct audit *audit = screen->state;
	struct audit built = { 0 };
	enum audit_part part = part_of(screen->app, &built, &row);
	pool_release(&built.pool);
	open_part(audit, screen->app, (int)part);
	audit->list[part].at = row;
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct audit *audit = screen->state;
	struct audit built = { 0 };
	for (int part = 0; part < AUDIT_PARTS; part++) {
		if (part == (int)audit->part)
			rows->at = rows->count + audit->list[part].at;
		audit_rows(&built, screen->app, (enum audit_part)part);
		rows->count += (int)built.row_count;
	}
	pool_release(&built.pool);
	rows->has = row_has;
	rows->go = go_to_row;
	rows->page = audit->reading ? &audit->about : NULL;
	if (!rows->page)
		rows->of = ROWS_AUDIT;
}

static void asked(struct audit *audit, struct app *app, const char *text)
{
	if (audit->asking == ASK_ACTUAL && on(audit, KIND_KPI))
		take_actual(audit, app, text);
	else if (audit->asking == ASK_WHY && on(audit, KIND_OBJECTIVE))
		audit_why(app, audit_focused(audit)->index, text);
}

static void ask(struct audit *audit, struct app *app, enum act action)
{
	if (action == ACTION_ACTUAL && on(audit, KIND_KPI)) {
		ask_actual(audit, app);
	} else if (action == ACTION_WHY && on(audit, KIND_OBJECTIVE)) {
		const struct objective *objective =
			&app->record.objectives[audit_focused(audit)->index];
		audit->asking = ASK_WHY;
		app_ask_kept(
			app, "why", &objective->object, words_plain(W_ASK_WHY), objective->why);
	}
}

/* Keys */

static void move_value(struct audit *audit, int by)
{
	audit->value += by;
	if (audit->value < 0)
		audit->value = 0;
	if (audit->value >= ROUTE_VALUES)
		audit->value = ROUTE_VALUES - 1;
}

static enum nav act_reading(struct audit *audit, enum act action)
{
	switch ((int)action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST:
		page_act(&audit->about, action);
		return NAV_STAY;
	case ACTION_RETURN:
	case ACTION_UP_LEVEL:
	case ACTION_RESUMED:
		audit->reading = false;
		return NAV_STAY;
	}
	return NAV_DEFAULT;
}

/* What the open part lists. */
static uint64_t kinds_of(const struct audit *audit)
{
	uint64_t kinds = 0;
	for (size_t i = 0; i < audit->row_count; i++)
		kinds |= UINT64_C(1) << audit->rows[i].kind;
	return kinds;
}

static void move_step(struct audit *audit, struct app *app, int by)
{
	int from = audit_focused(audit)->index, to = from + by;
	if (!on(audit, KIND_PROCESS) || to < 0 || to >= (int)app->record.process_count ||
		!audit_move_step(app, from, to))
		return;
	audit_rows(audit, app, audit->part);
	audit_go(audit, KIND_PROCESS, to);
}

static enum nav act_row(
	struct audit *audit, struct app *app, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_DO:
		open_row(audit, app);
		return NAV_STAY;
	case ACTION_ADD:
		add(audit, app);
		return NAV_STAY;
	case ACTION_CHANGE:
		change(audit, app);
		return NAV_STAY;
	case ACTION_DELETE:
		audit_delete(app, audit_focused(audit));
		audit_rows(audit, app, audit->part);
		return NAV_STAY;
	case ACTION_ROW_UP:
	case ACTION_ROW_DOWN:
		move_step(audit, app, action == ACTION_ROW_UP ? -1 : 1);
		return NAV_STAY;
	case ACTION_RATE:
		if (on(audit, KIND_ROUTE) && key->code >= '1' && key->code <= '5')
			audit_rate(app, audit_focused(audit)->index, (enum route_value)audit->value,
				key->code - '0');
		return NAV_STAY;
	case ACTION_ANSWER_CHECK:
		answer_check(audit, app, key->code);
		return NAV_STAY;
	case ACTION_CONFIRM:
		confirm(app, kinds_of(audit));
		return NAV_STAY;
	case ACTION_ACTUAL:
	case ACTION_WHY:
		ask(audit, app, action);
		return NAV_STAY;
	case ACTION_ASKED:
		asked(audit, app, key->text);
		return NAV_STAY;
	}
	return NAV_DEFAULT;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct audit *audit = screen->state;
	struct app *app = screen->app;
	if (action == ACTION_NEWS)
		note_focus(audit, app);
	if (action == ACTION_RESUMED)
		resumed(audit, app);
	if (action == ACTION_RESUMED && app->elsewhere)
		return NAV_STAY;
	if (audit->reading)
		return act_reading(audit, action);
	switch ((int)action) {
	case ACTION_NEXT_PART:
	case ACTION_PREVIOUS_PART:
		open_part(audit, app, (int)audit->part + (action == ACTION_NEXT_PART ? 1 : -1));
		return NAV_STAY;
	case ACTION_SIDE_LEFT:
	case ACTION_SIDE_RIGHT:
		move_value(audit, action == ACTION_SIDE_RIGHT ? 1 : -1);
		return NAV_STAY;
	case ACTION_READ:
		audit->reading = true;
		audit->about.wanted = 0;
		return NAV_STAY;
	}
	return list_act(&audit->list[audit->part], action) ? NAV_STAY
							   : act_row(audit, app, action, key);
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
#define PLACES                                                                                     \
	MOVING, ACTION_PREVIOUS_PART, ACTION_REDO, ACTION_DIAGNOSIS, ACTION_PLAN, ACTION_TREND,    \
		ACTION_REPORT, ACTION_PROFILE
#define ALWAYS                                                                                     \
	NONE, ACTION_SEARCH, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE,      \
		PLACES, NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act objective[] = { ACTION_CONFIRM, ACTION_DO, ACTION_ADD, ACTION_WHY,
		ACTION_DELETE, ACTION_NEXT_PART, ACTION_READ, ALWAYS };
	static const enum act kpi[] = { ACTION_CONFIRM, ACTION_DO, ACTION_ADD, ACTION_ACTUAL,
		ACTION_DELETE, ACTION_NEXT_PART, ACTION_READ, ALWAYS };
	static const enum act check[] = { ACTION_CONFIRM, ACTION_ANSWER_CHECK, ACTION_DELETE,
		ACTION_NEXT_PART, ACTION_READ, ACTION_DO, NONE, ACTION_SEARCH, ACTION_UNDO,
		ACTION_PALETTE, ACTION_HELP_ONLY, ACTION_UP_LEVEL, NONE, ACTION_CHANGE, PLACES,
		NONE };
	static const enum act agreed[] = { ACTION_CONFIRM, ACTION_CHANGE, ACTION_ADD,
		ACTION_NEXT_PART, ACTION_READ, ACTION_DO, ALWAYS };
	static const enum act route[] = { ACTION_RATE, ACTION_SIDE_LEFT, ACTION_DO, ACTION_ADD,
		ACTION_DELETE, ACTION_NEXT_PART, ACTION_READ, NONE, ACTION_SEARCH, ACTION_UNDO,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_SIDE_RIGHT, PLACES,
		NONE };
	static const enum act step[] = { ACTION_CONFIRM, ACTION_DO, ACTION_ADD, ACTION_DELETE,
		ACTION_ROW_UP, ACTION_NEXT_PART, ACTION_READ, NONE, ACTION_SEARCH, ACTION_UNDO,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_ROW_DOWN, PLACES, NONE };
	static const enum act plain[] = { ACTION_CONFIRM, ACTION_DO, ACTION_ADD, ACTION_DELETE,
		ACTION_NEXT_PART, ACTION_READ, ALWAYS };
	static const enum act empty[] = { ACTION_ADD, ACTION_NEXT_PART, ACTION_DO, ALWAYS };
	static const enum act reading[] = { ACTION_RETURN, ACTION_PAGE_DOWN, NONE, ACTION_PALETTE,
		ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	const struct audit *audit = screen->state;
	const struct audit_row *row = audit_focused(audit);
	if (audit->reading)
		return reading;
	if (row->index < 0)
		return empty;
	switch ((int)row->kind) {
	case KIND_OBJECTIVE:
		return objective;
	case KIND_KPI:
		return kpi;
	case KIND_CHECKLIST:
		return check;
	case KIND_ASSESSMENT:
		return agreed;
	case KIND_ROUTE:
		return route;
	case KIND_PROCESS:
		return step;
	}
	return plain;
}

/* KPIs and their actuals are the alliance's. */
static bool records(const struct screen *screen, enum act action)
{
	static const bool changes[ACTION_COUNT] = { [ACTION_DO] = true,
		[ACTION_ADD] = true,
		[ACTION_CHANGE] = true,
		[ACTION_ANSWER_CHECK] = true,
		[ACTION_CONFIRM] = true,
		[ACTION_DELETE] = true,
		[ACTION_ROW_UP] = true,
		[ACTION_ROW_DOWN] = true,
		[ACTION_RATE] = true,
		[ACTION_WHY] = true };
	const struct audit *audit = screen->state;
	bool of_round = action == ACTION_CONFIRM || audit_focused(audit)->kind != KIND_KPI;
	return changes[action] && (of_round || app_read_only(screen->app));
}

static const char *label(const struct screen *screen, enum act action)
{
	static const char *const adds[KIND_COUNT] = { [KIND_ASSESSMENT] = "add an objective",
		[KIND_OBJECTIVE] = "add an objective",
		[KIND_KPI] = "add a KPI",
		[KIND_MILESTONE] = "add a milestone" };
	const struct audit *audit = screen->state;
	const struct audit_row *row = audit_focused(audit);
	if (action == ACTION_CONFIRM)
		return confirm_count(&screen->app->record, kinds_of(audit)) ? NULL : "";
	bool steps = row->kind == KIND_CHECKLIST || row->kind == KIND_ASSESSMENT;
	switch ((int)action) {
	case ACTION_DO:
		return steps || row->index < 0 ? "" : "edit";
	case ACTION_ADD:
		return adds[row->kind];
	case ACTION_CHANGE:
		return row->kind == KIND_CHECKLIST ? "yes, partly, no" : "yes, no";
	case ACTION_DELETE:
		return row->kind == KIND_CHECKLIST ? "clear" : NULL;
	case ACTION_SIDE_LEFT:
		return "value";
	}
	return NULL;
}

/* "baseline, Joint R&D since Apr 2025"; in pool. */
static const char *round_text(struct pool *pool, const struct record *record)
{
	const char *id = record_profile(record)->type;
	int at = id ? instrument_type(record->instrument, id) : -1;
	int year, month, day;
	struct hole kind = hole_text("kind", words_round((int)record->assessment.kind));
	struct hole type = hole_text("type", at < 0 ? "" : record->instrument->types[at].name);
	if (record->alliance.started == DATE_NONE)
		return at < 0 ? kind.text : words(pool, W_AUDIT_HEADER_TYPE, kind, type);
	date_split(record->alliance.started, &year, &month, &day);
	struct hole of_month = hole_text("month", date_month_short(month));
	struct hole of_year = hole_count("year", year);
	return at < 0 ? words(pool, W_AUDIT_HEADER_SINCE, kind, of_month, of_year)
		      : words(pool, W_AUDIT_HEADER_TYPE_SINCE, kind, type, of_month, of_year);
}

static void header(const struct screen *screen, struct header *header)
{
	struct pool pool = { 0 };
	header->title = "Audit";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s", round_text(&pool, &screen->app->record));
	pool_release(&pool);
}

const struct screen_ops screen_audit = {
	.name = "audit",
	.state_size = sizeof(struct audit),
	.enter = enter,
	.act = act,
	.offers = offers,
	.records = records,
	.label = label,
	.header = header,
	.layout = audit_layout,
	.draw = audit_draw,
	.leave = leave,
	.rows = rows,
};
