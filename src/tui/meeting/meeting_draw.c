/* SPDX-License-Identifier: MIT */
/*
 * The agenda above, wrapped and scrolled as a whole; the minutes below, a row each, and the row in
 * focus in full.
 */
#include "meeting_view.h"

#define TEXT_COL 2
#define LABEL_CELLS 9
#define PAGE_CELLS 100
#define LONG_AGO_DAYS 14 /* what is asked for now was not asked for then */
#define FULL_ROWS 2      /* of the row in focus, where there is room */
#define FULL_FROM 14     /* body rows from which on there is */
#define FILED_CELLS 32   /* where a row is filed, beside its text */
#define BESIDE_FROM 76   /* columns from which on that stands beside it */

static const char *const list_label[MINUTES_LISTS] = { "decided", "noted" };

static void add_part(struct page *page, const struct app *app, const struct plan *plan,
	const struct agenda *agenda, enum agenda_part part, int width)
{
	if (!agenda->of[part])
		return;
	page_blank(page);
	page_add(page, STYLE_BOLD, 0, width, words_agenda_part(&page->pool, agenda, part));
	for (size_t i = 0; i < agenda->count; i++) {
		if (agenda->items[i].part != part)
			continue;
		size_t line = page_add(page, STYLE_PLAIN, 2, width - 2,
			words_agenda_item(&page->pool, &app->record, plan, agenda,
				&agenda->items[i], app->today));
		page_lead(page, line, 0, STYLE_PLAIN, "-");
	}
}

static void add_agenda(
	struct page *page, struct app *app, const struct meeting_view *view, int width)
{
	const struct plan *plan = plan_is_stored(&app->record) ? app_plan(app) : NULL;
	struct agenda agenda;
	agenda_compute(&agenda, &app->record, plan, view->body, app->today, view->day);
	page_add(page, STYLE_BOLD, 0, width, words_agenda_title(&page->pool, &agenda));
	if (!plan)
		page_add(page, STYLE_PLAIN, 0, width, words_plain(W_AGENDA_NO_PLAN));
	else if (!agenda.count)
		page_add(page, STYLE_PLAIN, 0, width, words_plain(W_AGENDA_NOTHING));
	for (int part = 0; part < AGENDA_PARTS; part++)
		add_part(page, app, plan, &agenda, (enum agenda_part)part, width);
	agenda_release(&agenda);
}

static void lay_agenda(struct meeting_view *view, struct app *app, int rows, int width)
{
	page_clear(&view->agenda);
	if (view->day < app->today - LONG_AGO_DAYS)
		page_add(&view->agenda, STYLE_PLAIN, 0, width, words_plain(W_MEETING_LONG_AGO));
	else
		add_agenda(&view->agenda, app, view, width);
	page_layout(&view->agenda, rows);
}

static void lay_about(struct meeting_view *view, const struct record *record, int rows, int width)
{
	enum minute_list list;
	size_t at;
	page_clear(&view->about);
	if (rows && meeting_focused(view, &list, &at)) {
		const struct minute *minute = &view->rows[list][at];
		const char *where = words_filed(&view->about.pool, record, minute);
		page_add(&view->about, STYLE_PLAIN, 0, width,
			where ? words(&view->about.pool, W_MEETING_FILED,
					hole_text("text", minute->text), hole_text("where", where))
			      : minute->text);
	}
	page_layout(&view->about, rows);
}

void meeting_layout(struct screen *screen, int rows, int cols)
{
	struct meeting_view *view = screen->state;
	struct app *app = screen->app;
	int body = body_rows(rows);
	int width = cols - 2 * TEXT_COL < PAGE_CELLS ? cols - 2 * TEXT_COL : PAGE_CELLS;
	meeting_gather(view, &app->record);
	int count = (int)(view->count[MINUTES_DECISIONS] + view->count[MINUTES_NOTES]);
	int full = count && body >= FULL_FROM ? FULL_ROWS + 1 : 0;
	int most = body / 2 - 1 - full, shown = count < most ? count : most;
	shown = shown < 1 ? 1 : shown;
	list_layout(&view->list, count, shown);
	view->about_row = BODY_TOP + body - full + 1;
	view->list_row = BODY_TOP + body - full - shown;
	lay_agenda(view, app, view->list_row - 1 - BODY_TOP, width);
	lay_about(view, &app->record, full ? FULL_ROWS : 0, width);
}

static void draw_row(const struct meeting_view *view, const struct record *record,
	const struct canvas *canvas, int row, int i)
{
	int decisions = (int)view->count[MINUTES_DECISIONS];
	enum minute_list list = i < decisions ? MINUTES_DECISIONS : MINUTES_NOTES;
	const struct minute *minute = &view->rows[list][list == MINUTES_NOTES ? i - decisions : i];
	int right = canvas->cols < BESIDE_FROM ? 0 : FILED_CELLS, col = TEXT_COL + LABEL_CELLS;
	struct pool pool = { 0 };
	const char *where = words_filed(&pool, record, minute);
	canvas_text(canvas, row, TEXT_COL, LABEL_CELLS, STYLE_DIM, list_label[list]);
	canvas_text(canvas, row, col, canvas->cols - col - 2 - (where ? right : 0), STYLE_PLAIN,
		minute->text);
	if (where && right)
		canvas_text(canvas, row, canvas->cols - right, right - 2, STYLE_DIM, where);
	pool_release(&pool);
}

static void draw_head(const struct meeting_view *view, const struct canvas *canvas)
{
	struct pool pool = { 0 };
	canvas_text(canvas, view->list_row - 1, TEXT_COL, canvas->cols - 2 * TEXT_COL, STYLE_BOLD,
		words(&pool, W_MEETING_COUNT,
			hole_count("decisions", (int)view->count[MINUTES_DECISIONS]),
			hole_count("notes", (int)view->count[MINUTES_NOTES])));
	if (canvas->cols >= BESIDE_FROM && view->list.count <= view->list.rows &&
		page_more_below(&view->agenda))
		canvas_right(canvas, view->list_row - 1, canvas->cols - 2, STYLE_DIM,
			words_plain(W_MEETING_MORE));
	pool_release(&pool);
}

void meeting_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct meeting_view *view = screen->state;
	int row = view->list_row;
	page_draw(&view->agenda, canvas, BODY_TOP, TEXT_COL);
	draw_head(view, canvas);
	for (int i = view->list.top; i < view->list.count && i < view->list.top + view->list.rows;
		i++, row++) {
		draw_row(view, &screen->app->record, canvas, row, i);
		if (i == view->list.at)
			canvas_focus(canvas, row);
	}
	if (!view->list.count)
		canvas_text(canvas, row, TEXT_COL, canvas->cols - 2 * TEXT_COL, STYLE_PLAIN,
			words_plain(W_MEETING_EMPTY));
	list_draw_place(&view->list, canvas, view->list_row - 1, canvas->cols - 2);
	page_draw(&view->about, canvas, view->about_row, TEXT_COL);
}
