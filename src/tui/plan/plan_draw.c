/* SPDX-License-Identifier: MIT */
/*
 * The plan's table: columns by the room there is, scrolling over rows of unlike height, painting.
 */
#include "plan_view.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define ADOPTED_COL 1 /* a */
#define MARK_COL 2    /* q */
#define TITLE_COL 4
#define NUMBER_CELLS 4 /* "128 " */
#define TITLE_CELLS 36 /* of nearly all: names of owners come after them, */
#define TITLE_MIN 26   /* but in a wide window, where rows are many and a title may go on below */
#define OWNER_MIN 10
#define OWNER_MAX 18
#define DUE_CELLS 7       /* "! 2 Oct" */
#define YEAR_BEHIND 182   /* days; what is longer over is told with its year, */
#define YEAR_AHEAD 300    /* and what is further ahead */
#define DUE_YEAR_CELLS 13 /* "! 12 Oct 2025" */
#define STATE_MIN 10      /* "12d late" */
#define STATE_GATED 14    /* "after gate 1" */
#define STATE_LATE 21     /* "blocked, 12d late", and the mark behind it */
#define PANE_MIN 36       /* the pane at the right */
#define TABLE_MAX 80

static int between(int low, int value, int high)
{
	return value < low ? low : value > high ? high : value;
}

static int wider(int cells, const char *text)
{
	int own = utf8_cells(UTF8_SCREEN, text);
	return own > cells ? own : cells;
}

/* What the states take that there are, and the mark of what a hand has set. */
static int state_cells(const struct plan *plan, int today)
{
	struct pool pool = { 0 };
	int cells = STATE_MIN - 2;
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		const char *state = plan_state_within(&pool, planned, today, STATE_GATED - 2);
		cells = wider(cells, state);
		if (planned->edited && cells < utf8_cells(UTF8_SCREEN, state) + 2)
			cells = utf8_cells(UTF8_SCREEN, state) + 2;
	}
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].outcome >= 0)
			cells = wider(cells, vocabulary_outcome.word[plan->gates[i].outcome]);
	pool_release(&pool);
	return between(STATE_MIN, cells + 2, STATE_GATED);
}

/* What the longest name of an owner takes, and the blank behind it. Each person is named once: a
 * short name is looked for among all the others. */
static int owner_cells(const struct plan *plan, const struct record *record)
{
	struct pool pool = { 0 };
	bool *owns = pool_alloc(&pool, (record->person_count + 1) * sizeof(*owns));
	int cells = OWNER_MIN - 1;
	for (int p = 0; p < (int)record->party_count; p++)
		for (size_t i = 0; i < plan->active_count; i++)
			if (plan->actions[i].owner[p] >= 0)
				owns[plan->actions[i].owner[p]] = true;
	for (size_t i = 0; i < record->person_count; i++)
		if (owns[i])
			cells = wider(cells, words_person_short(&pool, record, (int)i, false));
	pool_release(&pool);
	return between(OWNER_MIN, cells + 1, OWNER_MAX);
}

static int title_cells(const struct plan *plan)
{
	int cells = TITLE_MIN;
	for (size_t i = 0; i < plan->action_count; i++)
		cells = wider(cells, plan->actions[i].title);
	return cells;
}

/* Cells that it takes to say of what is late, too, whether it is begun or blocked. */
static int state_cells_more(const struct plan *plan, int today)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan_state_is_long(&plan->actions[i], today))
			return STATE_LATE - state_cells(plan, today);
	return 0;
}

/* Would day and month alone be taken for those of another year? */
static bool needs_year(int day, int today)
{
	return day != DATE_NONE && (day < today - YEAR_BEHIND || day > today + YEAR_AHEAD);
}

static const char *due_text(int day, int today, char buffer[32])
{
	if (day == DATE_NONE)
		return "later";
	return needs_year(day, today) ? date_short_year(day, buffer) : date_short(day, buffer);
}

static int due_cells(const struct plan *plan, int today)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (needs_year(plan->actions[i].due, today))
			return DUE_YEAR_CELLS;
	for (size_t i = 0; i < plan->gate_count; i++)
		if (needs_year(plan->gates[i].day, today))
			return DUE_YEAR_CELLS;
	return DUE_CELLS;
}

/* Where a table ends whose titles and owners are whole. */
static int whole_table(const struct plan *plan, const struct record *record, int state, int today)
{
	int parties = record->party_count ? (int)record->party_count : 1;
	return TITLE_COL + NUMBER_CELLS + title_cells(plan) + 1 +
		parties * owner_cells(plan, record) + due_cells(plan, today) + state;
}

static struct plan_columns columns_for(
	const struct plan *plan, const struct record *record, int cols, int today)
{
	struct plan_columns columns = { .end = cols - 2,
		.title = TITLE_COL,
		.state = -1,
		.due_cells = due_cells(plan, today) };
	int room_for = cols - PANE_MIN - 4, state = state_cells(plan, today);
	int parties = record->party_count ? (int)record->party_count : 1;
	if (width_of(cols) == WIDTH_WIDE)
		columns.end = between(0, room_for, TABLE_MAX);
	if (width_of(cols) == WIDTH_WIDE && room_for >= TABLE_MAX) {
		columns.end += NUMBER_CELLS; /* what the pane has to spare */
		columns.title += NUMBER_CELLS;
		columns.number = true;
		int more = state_cells_more(plan, today);
		if (columns.end + more <= room_for) {
			columns.end += more;
			state += more;
		}
		int whole = whole_table(plan, record, state, today);
		if (whole > columns.end)
			columns.end = between(columns.end, room_for, whole);
	}
	int due = columns.end - state;
	columns.state = due + 2;
	columns.due = due;
	columns.below = width_of(cols) == WIDTH_NARROW;
	if (columns.below) {
		columns.title_cells = columns.end - TITLE_COL - columns.due_cells;
		columns.due = columns.end;
		return columns;
	}
	int room = due - columns.due_cells - columns.title;
	int title = width_of(cols) == WIDTH_WIDE ? TITLE_MIN : TITLE_CELLS;
	columns.owner_step =
		between(OWNER_MIN, (room - title) / parties, owner_cells(plan, record));
	columns.owners = between(1, (room - TITLE_MIN) / columns.owner_step, parties);
	columns.owner = due - columns.due_cells - columns.owners * columns.owner_step;
	columns.title_cells = columns.owner - columns.title - 1;
	return columns;
}

static const char *track_line(struct pool *pool, const struct app *app, const struct plan *plan)
{
	struct hole track = hole_text("track", words_track_first((int)plan->track));
	struct hole plain = hole_text("plain", track_plain[plan->track]);
	return words(pool, app->diagnosis.provisional ? W_PLAN_TRACK_PROVISIONAL : W_PLAN_TRACK,
		track, plain);
}

/* What goes before everything else of the plan, in one row; NULL: nothing does. */
static const char *contract_line(struct pool *pool, const struct plan *plan)
{
	int ends = DATE_NONE, notice = DATE_NONE;

	for (size_t i = 0; i < plan->warning_count; i++) {
		if (plan->warnings[i].kind == WARNING_CONTRACT)
			ends = plan->warnings[i].day;
		else if (plan->warnings[i].kind == WARNING_NOTICE)
			notice = plan->warnings[i].day;
	}
	if (ends == DATE_NONE && notice == DATE_NONE)
		return NULL;
	if (notice == DATE_NONE)
		return words(pool, W_PLAN_CONTRACT, hole_day("end", ends, DAY_LONG));
	if (ends == DATE_NONE)
		return words(pool, W_PLAN_NOTICE, hole_day("notice", notice, DAY_LONG));
	return words(pool, W_PLAN_CONTRACT_NOTICE, hole_day("end", ends, DAY_LONG),
		hole_day("notice", notice, DAY_LONG));
}

/* Contract, track, start and warnings: two rows or three, and a blank one, or one row where there
 * is little room. */
static void build_head(
	struct plan_view *view, const struct app *app, const struct plan *plan, int body, int width)
{
	struct page *head = &view->head;
	struct pool *pool = &head->pool;
	struct hole months = hole_count("months", plan->horizon_months);
	struct hole warnings = hole_count("n", (int)plan->warning_count);
	page_clear(head);
	if (body < 12 || width < 50) {
		page_add(head, STYLE_PLAIN, 0, width,
			words(pool, W_PLAN_FROM_SHORT, hole_day("start", plan->start, DAY_SHORT),
				months, warnings));
		return;
	}
	const struct gate *failed = plan_leads_to(plan);
	const char *contract = contract_line(pool, plan);
	if (contract)
		page_add(head, STYLE_WARN, 0, width, contract);
	page_add(head, STYLE_BOLD, 0, width, track_line(pool, app, plan));
	page_add(head, STYLE_PLAIN, 0, width,
		words(pool, plan->from == plan->start ? W_PLAN_FROM : W_PLAN_FROM_REDRAW,
			hole_day("start", plan->from, DAY_LONG), months,
			hole_day("end", plan->end, DAY_LONG), warnings));
	if (failed)
		page_add(head, STYLE_CRITICAL, 0, width,
			words(pool, W_PLAN_LEADS_TO, hole_count("gate", failed->number),
				hole_text("otherwise", gate_otherwise(failed))));
	if (*view->filter)
		page_add(head, STYLE_PLAIN, 0, width,
			words(pool, W_PLAN_FILTERED, hole_text("word", view->filter)));
}

static void build_page(struct plan_view *view, struct app *app, int width)
{
	enum plan_page as = view->open == PLAN_PAGE_NONE ? PLAN_PAGE_ROW : view->open;
	const struct plan_row *row = plan_focused(view);
	struct plan_row now = row ? *row : (struct plan_row){ .kind = PLAN_PHASE, .index = -1 };
	bool same = as == view->paged_as && now.kind == view->paged.kind &&
		now.index == view->paged.index;
	int top = same ? view->page.wanted : 0;
	page_clear(&view->page);
	view->page.wanted = top;
	view->paged = now;
	view->paged_as = as;
	if (as == PLAN_PAGE_REDRAW)
		plan_page_redraw(&view->page, app, view->reopen, width);
	else if (as == PLAN_PAGE_SHIFT)
		plan_page_shift(&view->page, app, &view->asked, width);
	else if (as == PLAN_PAGE_WARNINGS)
		plan_page_warnings(&view->page, &app->record, app_plan(app), width);
	else
		plan_page_row(&view->page, app, &now, width);
}

static int title_rows(const struct plan_view *view, int body)
{
	return view->way == PLAN_GANTT ? 2 : view->way == PLAN_TABLE && body >= 8;
}

/* A long title goes on below itself; in a narrow window the owners stand there. */
static void measure_rows(struct plan_view *view, const struct plan *plan)
{
	const struct plan_columns *columns = &view->columns;
	for (size_t i = 0; view->way == PLAN_TABLE && i < view->row_count; i++) {
		struct plan_row *row = &view->rows[i];
		if (row->kind == PLAN_ACTION)
			row->lines = 1 +
				(columns->below ||
					utf8_cells(UTF8_SCREEN, plan->actions[row->index].title) >
						columns->title_cells);
	}
}

static bool is_laid(const struct plan_laid *is, const struct plan_laid *now)
{
	return is->touched == now->touched && is->rows == now->rows && is->cols == now->cols &&
		is->today == now->today && is->way == now->way && is->show == now->show &&
		!strcmp(is->filter, now->filter);
}

/* Columns, rows and head: a key that only moves the focus changes none of them. */
static void lay(struct plan_view *view, struct app *app, int rows, int cols)
{
	const struct plan *plan = app_plan(app);
	struct plan_laid now = { app->touched, rows, cols, app->today, view->way, view->show, "" };
	snprintf(now.filter, sizeof(now.filter), "%s", view->filter);
	if (view->rows && is_laid(&view->laid, &now))
		return;
	view->laid = now;
	view->columns = columns_for(plan, &app->record, cols, app->today);
	plan_rows_build(view, app);
	measure_rows(view, plan);
	build_head(view, app, plan, body_rows(rows), cols - 4);
	page_layout(&view->head, (int)view->head.count);
}

/* Beside the table, or alone; elsewhere nothing is shown of it. */
static void lay_page(struct plan_view *view, struct app *app, int titles, int rows, int cols)
{
	bool pane = width_of(cols) == WIDTH_WIDE && view->open == PLAN_PAGE_NONE &&
		view->way == PLAN_TABLE;
	if (!pane && view->open == PLAN_PAGE_NONE)
		return;
	view->page_row = pane ? view->list_row - titles : BODY_TOP;
	view->page_col = pane ? view->columns.end + 2 : 2;
	build_page(view, app, cols - view->page_col - 2);
	page_layout(&view->page, BODY_TOP + body_rows(rows) - 1 - view->page_row);
}

void plan_layout(struct screen *screen, int rows, int cols)
{
	struct plan_view *view = screen->state;
	bool opened = !view->rows;
	int body = body_rows(rows), titles = title_rows(view, body);
	lay(view, screen->app, rows, cols);
	int head = (int)view->head.count + (body >= 17);
	int foot = view->way == PLAN_GANTT && body >= 14 ? 5 : 1;
	view->list_row = BODY_TOP + head + titles;
	plan_scroll(view, body - head - titles - foot, opened);
	view->list.rows = view->visible;
	plan_gantt_layout(view, screen->app, cols);
	lay_page(view, screen->app, titles, rows, cols);
}

static void draw_owners(const struct screen *screen, const struct canvas *canvas, int row,
	const struct planned_action *planned)
{
	const struct plan_view *view = screen->state;
	const struct plan_columns *columns = &view->columns;
	const struct record *record = &screen->app->record;
	struct pool pool = { 0 };
	for (int p = 0; p < columns->owners; p++)
		canvas_text(canvas, row, columns->owner + p * columns->owner_step,
			columns->owner_step - 1, planned->owner[p] < 0 ? STYLE_WARN : STYLE_PLAIN,
			plan_owner(&pool, record, planned, p));
	pool_release(&pool);
}

/* Owners of all sides on the row below, for as long as there is room. */
static void draw_owners_below(const struct screen *screen, const struct canvas *canvas, int row,
	const struct planned_action *planned)
{
	const struct record *record = &screen->app->record;
	struct pool pool = { 0 };
	struct texts owners = { 0 };
	int col = TITLE_COL + 2, end = canvas->cols - 2;
	if (planned->status != STATUS_OPEN || planned->gated || planned->stale || planned->fresh ||
		plan_is_late(planned, screen->app->today))
		col += 3 +
			canvas_text(canvas, row, col, end - col, STYLE_PLAIN,
				plan_state(&pool, planned, screen->app->today));
	for (size_t p = 0; p < record->party_count; p++)
		texts_add(&pool, &owners, plan_owner(&pool, record, planned, (int)p));
	canvas_text(canvas, row, col, end - col, STYLE_PLAIN, words_names(&pool, &owners));
	pool_release(&pool);
}

static enum style action_style(const struct planned_action *planned)
{
	return planned->stale || planned->status == STATUS_DROPPED ? STYLE_DIM : STYLE_PLAIN;
}

static void draw_words(const struct plan_columns *columns, const struct canvas *canvas, int row,
	enum style style, const char *title)
{
	struct pool pool = { 0 };
	size_t shown, used = utf8_line(UTF8_SCREEN, title, columns->title_cells, &shown);
	if (columns->below || !title[used]) {
		canvas_text(canvas, row, columns->title, columns->title_cells, style, title);
		return;
	}
	canvas_text(canvas, row, columns->title, columns->title_cells, style,
		pool_strndup(&pool, title, shown));
	canvas_text(canvas, row + 1, columns->title, columns->title_cells, style, title + used);
	pool_release(&pool);
}

static void draw_title(const struct plan_columns *columns, const struct canvas *canvas, int row,
	const struct planned_action *planned)
{
	enum style style = action_style(planned);
	if (planned->adopted)
		canvas_text(canvas, row, ADOPTED_COL, 1, STYLE_LINK, "a");
	if (planned->quick_win)
		canvas_text(canvas, row, MARK_COL, 1, STYLE_LINK, "q");
	if (columns->number)
		canvas_textf(canvas, row, TITLE_COL, NUMBER_CELLS, style, "%*d", NUMBER_CELLS - 1,
			planned->number);
	draw_words(columns, canvas, row, style, planned->title);
}

static void draw_action(const struct screen *screen, const struct canvas *canvas, int row,
	const struct planned_action *planned)
{
	const struct plan_view *view = screen->state;
	const struct plan_columns *columns = &view->columns;
	char day[32];
	bool late = plan_is_late(planned, screen->app->today);
	enum style style = action_style(planned);
	draw_title(columns, canvas, row, planned);
	if (columns->below)
		draw_owners_below(screen, canvas, row + 1, planned);
	else
		draw_owners(screen, canvas, row, planned);
	const char *due = due_text(planned->due, screen->app->today, day);
	canvas_right(canvas, row, columns->due, late ? STYLE_CRITICAL : style, due);
	if (late)
		canvas_text(
			canvas, row, columns->due - (int)strlen(due) - 2, 1, STYLE_CRITICAL, "!");
	if (columns->below)
		return;
	struct pool pool = { 0 };
	int used = canvas_text(canvas, row, columns->state, columns->end - columns->state,
		plan_state_style(planned, screen->app->today),
		plan_state_within(
			&pool, planned, screen->app->today, columns->end - columns->state));
	if (planned->edited && columns->state + used < columns->end)
		canvas_text(canvas, row, columns->end - 1, 1, STYLE_PLAIN, "e");
	pool_release(&pool);
}

static void draw_gate(const struct plan_view *view, const struct canvas *canvas, int row,
	const struct gate *gate, int today)
{
	char day[32];
	int title = view->columns.title;
	int used = canvas_text(
		canvas, row, title, view->columns.title_cells, STYLE_BOLD, gate_title(gate));
	if (!view->columns.below)
		canvas_text(canvas, row, title + used + 3,
			view->columns.due - view->columns.due_cells - title - used - 4, STYLE_BOLD,
			gate_question(gate));
	canvas_right(canvas, row, view->columns.due, STYLE_BOLD, due_text(gate->day, today, day));
	if (gate->outcome >= 0 && !view->columns.below)
		canvas_text(canvas, row, view->columns.state,
			view->columns.end - view->columns.state, STYLE_BOLD,
			vocabulary_outcome.word[gate->outcome]);
}

static const char *later_text(struct pool *pool, const struct plan *plan)
{
	const struct gate *gate = plan_gate(plan, 1);
	return gate ? words(pool, W_PLAN_ROWS_LATER_GATE, hole_count("gate", gate->number))
		    : words_plain(W_PLAN_ROWS_LATER_ACTIVE);
}

static void draw_row(const struct screen *screen, const struct canvas *canvas, int row,
	const struct plan_row *what)
{
	const struct plan_view *view = screen->state;
	const struct plan *plan = app_plan(screen->app);
	struct pool pool = { 0 };
	switch (what->kind) {
	case PLAN_PHASE:
		canvas_text(
			canvas, row, 2, view->columns.end - 2, STYLE_BOLD, phase_name[what->index]);
		break;
	case PLAN_LATER:
		canvas_text(
			canvas, row, 2, view->columns.end - 2, STYLE_BOLD, later_text(&pool, plan));
		break;
	case PLAN_GATE:
		draw_gate(view, canvas, row, &plan->gates[what->index], screen->app->today);
		break;
	case PLAN_ACTION:
		draw_action(screen, canvas, row, &plan->actions[what->index]);
		break;
	case PLAN_MONTH:
	case PLAN_EVENT:
		break; /* of the calendar */
	}
	pool_release(&pool);
}

static void draw_titles(const struct screen *screen, const struct canvas *canvas)
{
	const struct plan_view *view = screen->state;
	const struct plan_columns *columns = &view->columns;
	const struct record *record = &screen->app->record;
	int row = view->list_row - 1, more = (int)record->party_count - columns->owners;
	if (columns->number)
		canvas_right(canvas, row, TITLE_COL + NUMBER_CELLS - 1, STYLE_PLAIN, "N");
	canvas_text(canvas, row, columns->title, 6, STYLE_PLAIN, "Action");
	for (int p = 0; p < columns->owners && p < (int)record->party_count; p++)
		canvas_text(canvas, row, columns->owner + p * columns->owner_step,
			columns->owner_step - 1, STYLE_PLAIN, record->parties[p].label);
	if (more > 0 && columns->owners)
		canvas_textf(canvas, row, columns->due - columns->due_cells, 3, STYLE_PLAIN, "+%d",
			more);
	canvas_right(canvas, row, columns->due, STYLE_PLAIN, "Due");
	if (!columns->below)
		canvas_text(canvas, row, columns->state, 5, STYLE_PLAIN, "State");
}

/* "1-11 of 24": of the actions. */
static void draw_place(const struct plan_view *view, const struct canvas *canvas)
{
	int first = 0, last = 0, count = 0;
	char text[48];
	for (int i = 0; i < (int)view->row_count; i++) {
		if (view->rows[i].kind != PLAN_ACTION)
			continue;
		count++;
		if (i < view->list.top + view->visible)
			last = count;
		if (i >= view->list.top && !first)
			first = count;
	}
	if (view->list.top == 0 && view->visible >= (int)view->row_count)
		return;
	snprintf(text, sizeof(text), "%d-%d of %d", first, last, count);
	canvas_right(canvas, BODY_TOP + body_rows(canvas->rows) - 1, view->columns.end, STYLE_PLAIN,
		text);
}

/* The focus covers what an action is called: whose and when it is, and how it stands, keep their
 * colours. */
static int focus_end(const struct plan_columns *columns)
{
	return columns->title + columns->title_cells;
}

static void draw_table(const struct screen *screen, const struct canvas *canvas)
{
	const struct plan_view *view = screen->state;
	int row = view->list_row;
	if (body_rows(canvas->rows) >= 8)
		draw_titles(screen, canvas);
	for (int i = view->list.top; i < view->list.top + view->visible; i++) {
		draw_row(screen, canvas, row, &view->rows[i]);
		if (i == view->list.at && plan_focused(view))
			canvas_focus_span(canvas, row, focus_end(&view->columns));
		row += plan_row_height(view, (size_t)i);
	}
	if (!view->row_count)
		canvas_text(canvas, row, TITLE_COL, canvas->cols - TITLE_COL - 2, STYLE_PLAIN,
			words_plain(app_plan(screen->app)->action_count ? W_PLAN_SHOWS_NOTHING
									: W_PLAN_HAS_NOTHING));
	draw_place(view, canvas);
}

void plan_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct plan_view *view = screen->state;
	int below = view->page_row + view->page.rows;
	static void (*const draw[PLAN_WAYS])(const struct screen *, const struct canvas *) = {
		[PLAN_TABLE] = draw_table,
		[PLAN_GANTT] = plan_gantt_draw,
		[PLAN_CALENDAR] = plan_calendar_draw,
	};
	if (view->open == PLAN_PAGE_NONE) {
		page_draw(&view->head, canvas, BODY_TOP, 2);
		draw[view->way](screen, canvas);
		if (view->way != PLAN_TABLE || width_of(canvas->cols) != WIDTH_WIDE)
			return;
	}
	page_draw(&view->page, canvas, view->page_row, view->page_col);
	if (page_more_below(&view->page))
		canvas_right(canvas, below, canvas->cols - 2, STYLE_PLAIN, "more below");
	else if (page_more_above(&view->page))
		canvas_right(canvas, below, canvas->cols - 2, STYLE_PLAIN, "more above");
}
