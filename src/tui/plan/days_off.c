/* SPDX-License-Identifier: MIT */
/*
 * Days off beside the plan: the turn of the year, and the holidays and closures of each side. On
 * none of them is anything due.
 */
#include "plan_view.h"
#include "../widgets/bind.h"

#include <stdlib.h>

#include <rekindle/date.h>

#define TEXT_COL 4
#define PARTY_CELLS 24
#define COLS_MOST 84    /* whose last columns say that it is so every year */
#define YEARLY_CELLS 12 /* "every year" */
#define ROWS_LEAST 2    /* of the list, below which what is said of it has no room */

struct days_off {
	struct list list; /* row 0: the turn of the year */
	struct pool pool;
	int *order; /* indices in the record, by first day */
	int count;
	int64_t noted; /* key of the entry in focus, while the record is loaded anew */
};

/* Index of the entry in focus; -1: the turn of the year. */
static int focused(const struct days_off *own)
{
	int at = own->list.at - 1;
	return at >= 0 && at < own->count ? own->order[at] : -1;
}

static int by_day(const void *left, const void *right, void *given)
{
	const struct record *record = given;
	int a = *(const int *)left, b = *(const int *)right;
	const struct day_off *x = &record->days_off[a], *y = &record->days_off[b];
	return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : a - b;
}

static void sort(struct days_off *own, struct record *record)
{
	pool_release(&own->pool);
	own->count = (int)record->day_off_count;
	own->order = pool_alloc(&own->pool, ((size_t)own->count + 1) * sizeof(int));
	for (int i = 0; i < own->count; i++)
		own->order[i] = i;
	if (own->count)
		qsort_r(own->order, (size_t)own->count, sizeof(int), by_day, record);
}

static void focus_on(struct days_off *own, int index)
{
	for (int i = 0; i < own->count; i++)
		if (own->order[i] == index)
			own->list.at = i + 1;
}

static void open_row(struct days_off *own, struct app *app)
{
	int at = focused(own);
	if (at >= 0)
		app_push(app, &screen_plan_form,
			&(struct plan_form_arg){ .sheet = SHEET_DAY_OFF, .index = at });
}

/* The first side that has no entry of that day yet; what stands there where each has. */
static const char *find_party(struct app *app, struct day_off *fresh)
{
	struct record *record = &app->record;
	int twin = -1;
	for (fresh->party = 0; fresh->party < (int)record->party_count; fresh->party++)
		if ((twin = object_twin(record, KIND_DAY_OFF, fresh, SIZE_MAX)) < 0)
			return NULL;
	return words_day_off_twin(&app->said, record, twin);
}

static void add(struct days_off *own, struct app *app, const char *text)
{
	struct day_off fresh;
	int other;
	if (str_blank(text))
		return;
	const char *wrong = words_wrong_day(&app->said, text, app->today);
	object_init(KIND_DAY_OFF, &fresh);
	if (!wrong) {
		date_typed(text, app->today, DATE_AHEAD, &fresh.from, &other);
		wrong = find_party(app, &fresh);
	}
	if (wrong) {
		app_ask_again(app, text, wrong);
		return;
	}
	if (!app_append(app, words_plain(W_UNDO_DAY_OFF), KIND_DAY_OFF, &fresh))
		return;
	sort(own, &app->record);
	focus_on(own, (int)app->record.day_off_count - 1);
	open_row(own, app);
}

static void delete_row(struct days_off *own, struct app *app)
{
	int at = focused(own);
	if (at < 0)
		return;
	struct hole what = hole_text("what", words_day_off(&app->said, &app->record.days_off[at]));
	if (app_delete(app, NULL, KIND_DAY_OFF, &app->record.days_off[at]))
		app_say(app, "%s", words(&app->said, W_DELETED, what));
}

/* The turn of the year is taken out, or back in. */
static void step_year_end(struct app *app)
{
	struct plan_frame *plan = record_put_plan(&app->record);
	bool works = plan->works_year_end != TRI_YES;
	plan->works_year_end = works ? TRI_YES : TRI_UNKNOWN;
	if (app_change(app, words_plain(W_UNDO_YEAR_END), KIND_PLAN, plan))
		app_say(app, "%s",
			words_plain(works ? W_DAYS_OFF_YEAR_WORKED : W_DAYS_OFF_YEAR_OFF));
}

static void note_focus(struct days_off *own, const struct record *record)
{
	int at = focused(own);
	own->noted = at < 0 ? 0 : record->days_off[at].object.key;
}

static void focus_again(struct days_off *own, struct record *record)
{
	int at = own->noted ? bind_index(record, KIND_DAY_OFF, own->noted) : -1;
	sort(own, record);
	if (at >= 0)
		focus_on(own, at);
	own->noted = 0;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct days_off *own = screen->state;
	struct app *app = screen->app;
	switch ((int)action) {
	case ACTION_NEWS:
		note_focus(own, &app->record);
		break;
	case ACTION_RESUMED:
		focus_again(own, &app->record);
		break;
	case ACTION_EDIT_ROW:
		open_row(own, app);
		return NAV_STAY;
	case ACTION_ADD:
		app_ask_kept(app, "new day off", &app->record.assessment.object,
			words_plain(W_ASK_DAY_OFF), NULL);
		app_ask_day(app, DATE_AHEAD);
		return NAV_STAY;
	case ACTION_ASKED:
		add(own, app, key->text);
		return NAV_STAY;
	case ACTION_DELETE:
		delete_row(own, app);
		return NAV_STAY;
	case ACTION_CHANGE:
		if (focused(own) < 0)
			step_year_end(app);
		return NAV_STAY;
	}
	return list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct days_off *own = screen->state;
	const struct record *record = &screen->app->record;
	struct pool pool = { 0 };
	if (!row)
		return sought_in(sought, words_plain(W_DAYS_OFF_TURN));
	const struct day_off *off = &record->days_off[own->order[row - 1]];
	bool has = sought_in(sought, words_day_off(&pool, off)) ||
		sought_in(sought, record->parties[off->party].label);
	pool_release(&pool);
	return has;
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->list = &((struct days_off *)screen->state)->list;
	rows->has = row_has;
}

#define NONE ACTION_NONE
#define PLACES                                                                                     \
	ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_UP, ACTION_DOWN,   \
		ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST, ACTION_PLAN,          \
		ACTION_DIAGNOSIS, ACTION_REPORT, ACTION_REDO, NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act year_end[] = { ACTION_CHANGE, ACTION_ADD, NONE, PLACES };
	static const enum act entry[] = { ACTION_EDIT_ROW, ACTION_ADD, ACTION_DELETE, NONE,
		PLACES };
	return focused(screen->state) < 0 ? year_end : entry;
}

static const char *label(const struct screen *screen, enum act action)
{
	bool works = record_plan(&screen->app->record)->works_year_end == TRI_YES;
	if (action == ACTION_CHANGE)
		return works ? "days off again" : "worked here";
	return action == ACTION_ADD ? "add days off" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	struct pool pool = { 0 };
	header->title = "Days off";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s",
		words(&pool, W_DAYS_OFF_COUNT,
			hole_count("n", (int)screen->app->record.day_off_count)));
	pool_release(&pool);
}

/* What the days mean, below the list. */
static const char *said(const struct days_off *own)
{
	return words_plain(own->count ? W_DAYS_OFF_MEANS : W_DAYS_OFF_NONE);
}

static int said_lines(const struct days_off *own, int cols)
{
	return canvas_lines(said(own), cols - 4);
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct days_off *own = screen->state;
	int body = body_rows(rows);
	sort(own, &screen->app->record);
	int above = body - said_lines(own, cols) - 1;
	list_layout(&own->list, own->count + 1, above < ROWS_LEAST ? body - 1 : above);
}

static void draw_year_end(const struct record *record, const struct canvas *canvas, int row)
{
	bool works = record_plan(record)->works_year_end == TRI_YES;
	canvas_text(canvas, row, TEXT_COL, canvas->cols - TEXT_COL - 2, STYLE_BOLD,
		words_plain(works ? W_DAYS_OFF_TURN_WORKED : W_DAYS_OFF_TURN));
}

static void draw_entry(const struct record *record, const struct canvas *canvas, int row,
	const struct day_off *off)
{
	struct pool pool = { 0 };
	int party = width_is_narrow(canvas->cols) ? PARTY_CELLS / 2 : PARTY_CELLS;
	int cols = canvas->cols < COLS_MOST ? canvas->cols : COLS_MOST;
	int yearly = cols - 2 - YEARLY_CELLS, days = TEXT_COL + party;
	canvas_text(
		canvas, row, TEXT_COL, party - 1, STYLE_PLAIN, record->parties[off->party].label);
	canvas_text(canvas, row, days, yearly - days - 1, STYLE_PLAIN, words_day_off(&pool, off));
	if (off->yearly == TRI_YES)
		canvas_text(canvas, row, yearly, YEARLY_CELLS, STYLE_PLAIN,
			words_plain(W_DAYS_OFF_YEARLY));
	pool_release(&pool);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct days_off *own = screen->state;
	const struct record *record = &screen->app->record;
	int row = BODY_TOP;
	for (int i = own->list.top; i < own->list.count && i < own->list.top + own->list.rows;
		i++, row++) {
		if (!i)
			draw_year_end(record, canvas, row);
		else
			draw_entry(record, canvas, row, &record->days_off[own->order[i - 1]]);
		if (i == own->list.at)
			canvas_focus(canvas, row);
	}
	list_draw_place(&own->list, canvas, row, canvas->cols - 2);
	int lines = said_lines(own, canvas->cols);
	if (body_rows(canvas->rows) - lines - 1 >= ROWS_LEAST)
		canvas_wrapped(
			canvas, row + 1, 2, canvas->cols - 4, 0, lines, STYLE_PLAIN, said(own));
}

static void leave(struct screen *screen)
{
	pool_release(&((struct days_off *)screen->state)->pool);
}

const struct screen_ops screen_days_off = {
	.name = "days off",
	.goes_on = true,
	.state_size = sizeof(struct days_off),
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
