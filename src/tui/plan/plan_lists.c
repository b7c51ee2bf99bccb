/* SPDX-License-Identifier: MIT */
/*
 * Two short lists beside the plan: the workshop with its joint objectives, and the points of the
 * agreement for the lawyers. Each row opens as a form; below the list stands the row in focus.
 */
#include "plan_view.h"
#include "../widgets/bind.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define TEXT_COL 4
#define STANDARD_COLS 80
#define RIGHT_CELLS 30 /* target and date, or the reason */

struct lists {
	bool workshop; /* else: amendments */
	struct list list;
	struct page about;
	int about_row;
	int right;     /* column of target and date, or of the reason; 0 not shown */
	int64_t noted; /* key of the entry in focus, while the record is loaded anew */
};

static enum kind kind_of(const struct lists *own)
{
	return own->workshop ? KIND_JOINT_OBJECTIVE : KIND_AMENDMENT;
}

/* Rows before those of the list: the workshop itself. */
static int rows_above(const struct lists *own)
{
	return own->workshop;
}

static int row_count(const struct lists *own, const struct record *record)
{
	return rows_above(own) + (int)record_count(record, kind_of(own));
}

/* The entry in focus, -1 on the workshop itself or with none. */
static int focused(const struct lists *own, const struct record *record)
{
	int at = own->list.at - rows_above(own);
	return at >= 0 && at < (int)record_count(record, kind_of(own)) ? at : -1;
}

static void enter_workshop(struct screen *screen, const void *arg)
{
	(void)arg;
	((struct lists *)screen->state)->workshop = true;
}

static void leave(struct screen *screen)
{
	page_release(&((struct lists *)screen->state)->about);
}

static void open_row(struct screen *screen)
{
	const struct lists *own = screen->state;
	int at = focused(own, &screen->app->record);
	struct plan_form_arg arg = { .sheet = own->workshop ? SHEET_OBJECTIVE : SHEET_AMENDMENT,
		.index = at };
	if (at < 0 && !own->workshop)
		return;
	if (at < 0)
		arg = (struct plan_form_arg){ .sheet = SHEET_WORKSHOP };
	app_push(screen->app, &screen_plan_form, &arg);
}

static void add(struct screen *screen, const char *text)
{
	struct lists *own = screen->state;
	struct app *app = screen->app;
	union {
		struct joint_objective objective;
		struct amendment amendment;
	} fresh;
	if (str_blank(text))
		return;
	object_init(kind_of(own), &fresh);
	if (own->workshop)
		fresh.objective.text = pool_strdup(&app->record.pool, text);
	else
		fresh.amendment.text = pool_strdup(&app->record.pool, text);
	if (!app_append(app, NULL, kind_of(own), &fresh))
		return;
	own->list.at = row_count(own, &app->record) - 1;
	open_row(screen);
}

static const char *entry_text(const struct lists *own, const struct record *record, int at)
{
	return own->workshop ? record->joint_objectives[at].text : record->amendments[at].text;
}

static void delete_row(struct screen *screen)
{
	struct lists *own = screen->state;
	struct app *app = screen->app;
	int at = focused(own, &app->record);
	if (at < 0)
		return;
	struct hole what = hole_text(
		"what", app_cut(&app->said, entry_text(own, &app->record, at), PLAN_NAME_CELLS));
	if (app_delete(app, NULL, kind_of(own), record_at(&app->record, kind_of(own), (size_t)at)))
		app_say(app, "%s", words(&app->said, W_DELETED, what));
}

static void settle(struct screen *screen)
{
	struct lists *own = screen->state;
	int at = focused(own, &screen->app->record);
	if (at < 0 || own->workshop)
		return;
	struct amendment *amendment = &screen->app->record.amendments[at];
	amendment->settled = amendment->settled == TRI_YES ? TRI_NO : TRI_YES;
	if (app_change(screen->app, NULL, KIND_AMENDMENT, amendment))
		app_say(screen->app, "%s",
			words_plain(amendment->settled == TRI_YES ? W_AMENDMENT_NOW_SETTLED
								  : W_AMENDMENT_NOW_OPEN));
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct lists *own = screen->state;
	int at = row - rows_above(own);
	return at >= 0 && sought_in(sought, entry_text(own, &screen->app->record, at));
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct lists *own = screen->state;
	rows->list = &own->list;
	rows->has = row_has;
}

static void note_focus(struct lists *own, const struct record *record)
{
	int at = focused(own, record);
	own->noted = at < 0
		? 0
		: ((const struct object *)record_at(record, kind_of(own), (size_t)at))->key;
}

static void focus_again(struct lists *own, const struct record *record)
{
	int at = own->noted ? bind_index(record, kind_of(own), own->noted) : -1;
	if (at >= 0)
		own->list.at = at + rows_above(own);
	own->noted = 0;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct lists *own = screen->state;
	if (action == ACTION_NEWS)
		note_focus(own, &screen->app->record);
	else if (action == ACTION_RESUMED)
		focus_again(own, &screen->app->record);
	switch ((int)action) {
	case ACTION_EDIT_ROW:
		open_row(screen);
		return NAV_STAY;
	case ACTION_ADD:
		app_ask_kept(screen->app, own->workshop ? "new joint objective" : "new amendment",
			&screen->app->record.assessment.object,
			words_plain(own->workshop ? W_ASK_JOINT_OBJECTIVE : W_ASK_AMENDMENT), NULL);
		return NAV_STAY;
	case ACTION_ASKED:
		add(screen, key->text);
		return NAV_STAY;
	case ACTION_DELETE:
		delete_row(screen);
		return NAV_STAY;
	case ACTION_SETTLE:
		settle(screen);
		return NAV_STAY;
	}
	return list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
#define PLACES                                                                                     \
	ACTION_SEARCH, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING,    \
		ACTION_PLAN, ACTION_DIAGNOSIS, ACTION_REPORT, ACTION_REDO, NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act workshop[] = { ACTION_EDIT_ROW, ACTION_ADD, NONE, PLACES };
	static const enum act objective[] = { ACTION_EDIT_ROW, ACTION_ADD, ACTION_DELETE, NONE,
		PLACES };
	static const enum act amendment[] = { ACTION_EDIT_ROW, ACTION_ADD, ACTION_SETTLE,
		ACTION_DELETE, NONE, PLACES };
	static const enum act none[] = { ACTION_ADD, NONE, PLACES };
	const struct lists *own = screen->state;
	if (focused(own, &screen->app->record) < 0)
		return own->workshop ? workshop : none;
	return own->workshop ? objective : amendment;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct lists *own = screen->state;
	return action != ACTION_ADD ? NULL : own->workshop ? "add an objective" : "add a point";
}

static void header(const struct screen *screen, struct header *header)
{
	const struct lists *own = screen->state;
	const struct record *record = &screen->app->record;
	struct pool pool = { 0 };
	header->title = own->workshop ? "Workshop" : "Amendments";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s",
		words(&pool, own->workshop ? W_JOINT_OBJECTIVES : W_AMENDMENTS,
			hole_count("n", (int)record_count(record, kind_of(own)))));
	pool_release(&pool);
}

/* Below the list: the row in focus in full. */

static void field(struct page *page, int width, const char *label, const char *text)
{
	if (str_blank(text))
		return;
	size_t line = page_add(page, STYLE_PLAIN, 16, width - 16, text);
	page_lead(page, line, 0, STYLE_BOLD, label);
}

static const char *day_text(struct page *page, int day)
{
	char buffer[32];
	return day == DATE_NONE ? NULL : pool_strdup(&page->pool, date_long(day, buffer));
}

static void about_workshop(struct page *page, const struct record *record, int width)
{
	const struct plan_frame *plan = record_plan(record);
	field(page, width, "Held on", day_text(page, plan->workshop));
	field(page, width, "Still relevant", plan->relevant);
	field(page, width, "Opportunities", plan->opportunities);
	field(page, width, "Challenges", plan->challenges);
	for (size_t i = 0; i < record->success_count; i++)
		field(page, width, record->parties[record->successes[i].party].label,
			record->successes[i].text);
	if (!page->count)
		page_add(page, STYLE_PLAIN, 0, width, words_plain(W_WORKSHOP_HOW));
}

/* What the objective is not complete without. */
static void needed(struct page *page, int width, const char *label, const char *text)
{
	field(page, width, label, str_blank(text) ? words_plain(W_OBJECTIVE_NOTHING) : text);
}

static const char *owner_text(const struct record *record, int objective, int party)
{
	const char *owner = words_plain(W_OBJECTIVE_NOBODY);
	for (size_t i = 0; i < record->objective_owner_count; i++) {
		const struct owner *entry = &record->objective_owners[i];
		const struct person *person = &record->people[entry->person];
		if (entry->of == objective && person->party == party)
			owner = str_blank(person->name) ? words_role(person->role) : person->name;
	}
	return owner;
}

static void about_objective(struct page *page, const struct record *record, int at, int width)
{
	const struct joint_objective *objective = &record->joint_objectives[at];
	int serving = 0;
	field(page, width, "Objective", objective->text);
	needed(page, width, "Measure", objective->measure);
	needed(page, width, "From", objective->baseline);
	needed(page, width, "To", objective->target);
	needed(page, width, "By", day_text(page, objective->due));
	for (size_t p = 0; p < record->party_count; p++)
		field(page, width, record->parties[p].label, owner_text(record, at, (int)p));
	for (size_t i = 0; i < record->action_count; i++)
		serving += record->actions[i].objective == at;
	field(page, width, "Served by",
		words(&page->pool, W_OBJECTIVE_SERVED, hole_count("n", serving)));
	field(page, width, "Note", objective->note);
}

static void about_amendment(struct page *page, const struct record *record, int at, int width)
{
	const struct amendment *amendment = &record->amendments[at];
	field(page, width, "Point", amendment->text);
	field(page, width, "Because",
		amendment->because ? words_cited(&page->pool, record, amendment->because) : NULL);
	field(page, width, "Settled", amendment->settled == TRI_YES ? "yes" : "not yet");
}

/* Behind the longest entry, in a wide window not at its edge. */
static int right_col(const struct lists *own, const struct record *record, int cols)
{
	int cells = STANDARD_COLS - RIGHT_CELLS - TEXT_COL - 2, most = cols - RIGHT_CELLS;
	if (width_is_narrow(cols))
		return 0;
	for (int at = 0; at < row_count(own, record) - rows_above(own); at++) {
		const char *text = entry_text(own, record, at);
		int own_cells = text ? utf8_cells(UTF8_SCREEN, text) : 0;
		cells = own_cells > cells ? own_cells : cells;
	}
	return TEXT_COL + cells + 2 < most ? TEXT_COL + cells + 2 : most;
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct lists *own = screen->state;
	const struct record *record = &screen->app->record;
	int body = body_rows(rows), count = row_count(own, record), width = cols - 4;
	int shown = count < body / 2 ? count : body / 2;
	list_layout(&own->list, count, shown ? shown : 1);
	own->about_row = BODY_TOP + shown + 2;
	own->right = right_col(own, record, cols);
	page_clear(&own->about);
	int at = focused(own, record);
	if (own->workshop && at < 0)
		about_workshop(&own->about, record, width);
	else if (own->workshop)
		about_objective(&own->about, record, at, width);
	else if (at >= 0)
		about_amendment(&own->about, record, at, width);
	page_layout(&own->about, BODY_TOP + body - own->about_row);
}

static void draw_settled(const struct record *record, const struct canvas *canvas, int row, int col,
	const struct amendment *amendment)
{
	bool settled = amendment->settled == TRI_YES;
	struct pool pool = { 0 };
	canvas_text(canvas, row, col, RIGHT_CELLS - 2, settled ? STYLE_GOOD : STYLE_DIM,
		settled                      ? "settled"
			: amendment->because ? words_cited(&pool, record, amendment->because)
					     : "");
	pool_release(&pool);
}

static void draw_row(const struct lists *own, const struct record *record,
	const struct canvas *canvas, int row, int i)
{
	char day[32];
	int right = own->right, at = i - rows_above(own);
	int room = (right ? right : canvas->cols) - TEXT_COL - 2;
	if (at < 0) {
		canvas_text(canvas, row, TEXT_COL, canvas->cols - TEXT_COL - 2, STYLE_BOLD,
			words_plain(record_plan(record)->workshop == DATE_NONE ? W_WORKSHOP_AHEAD
									       : W_WORKSHOP_HELD));
		return;
	}
	canvas_text(canvas, row, TEXT_COL, room, STYLE_PLAIN, entry_text(own, record, at));
	if (!right)
		return;
	if (!own->workshop) {
		draw_settled(record, canvas, row, right, &record->amendments[at]);
		return;
	}
	const struct joint_objective *objective = &record->joint_objectives[at];
	const char *due = objective->due == DATE_NONE ? "--" : date_long(objective->due, day);
	int end = right + RIGHT_CELLS - 2;
	canvas_text(canvas, row, right, end - right - (int)strlen(due) - 2, STYLE_PLAIN,
		objective->target ? objective->target : "--");
	canvas_right(canvas, row, end, STYLE_PLAIN, due);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct lists *own = screen->state;
	const struct record *record = &screen->app->record;
	int row = BODY_TOP;
	for (int i = own->list.top; i < own->list.count && i < own->list.top + own->list.rows;
		i++, row++) {
		draw_row(own, record, canvas, row, i);
		if (i == own->list.at)
			canvas_focus(canvas, row);
	}
	if (!own->list.count)
		canvas_text(canvas, row, TEXT_COL, canvas->cols - TEXT_COL - 2, STYLE_PLAIN,
			words_plain(W_AMENDMENTS_NONE));
	list_draw_place(&own->list, canvas, row, canvas->cols - 2);
	page_draw(&own->about, canvas, own->about_row, 2);
}

const struct screen_ops screen_workshop = {
	.name = "workshop",
	.goes_on = true,
	.state_size = sizeof(struct lists),
	.enter = enter_workshop,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.rows = rows,
	.leave = leave,
};

const struct screen_ops screen_amendments = {
	.name = "amendments",
	.goes_on = true,
	.state_size = sizeof(struct lists),
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.rows = rows,
	.leave = leave,
};
