/* SPDX-License-Identifier: MIT */
/*
 * Who of the round was sent questions to answer alone: what is back, what is missing, by when it
 * is to be there.
 */
#include <rekindle/sheets.h>

#include "../app.h"
#include "../widgets/list.h"

#define TEXT_COL 2
#define STATE_CELLS 12
#define DAY_CELLS 9
#define PARTY_CELLS 13
#define WIDTH_MOST 80 /* that it takes of a wider window */
#define HEAD_ROWS 2   /* what there is, and the titles */
#define FOOT_ROWS 2   /* an empty row, and how it is done */

struct sheets {
	struct list list;
	int *people; /* of each row */
	struct pool pool;
};

static bool is_listed(const struct record *record, int person)
{
	int sheet;
	sheet_state(record, person, DATE_NONE, &sheet);
	return sheet >= 0 || record_interviewee(record, person);
}

static void collect(struct sheets *own, const struct app *app)
{
	size_t count = 0;
	pool_release(&own->pool);
	own->pool = (struct pool){ 0 };
	own->people = NULL;
	for (int i = 0; i < (int)app->record.person_count; i++)
		if (is_listed(&app->record, i))
			*POOL_APPEND(&own->pool, own->people, count) = i;
	own->list.count = (int)count;
}

static enum sheet_state state_of(const struct sheets *own, const struct app *app, int row)
{
	return sheet_state(&app->record, own->people[row], app->today, NULL);
}

static void enter(struct screen *screen, const void *arg)
{
	struct sheets *own = screen->state;
	(void)arg;
	collect(own, screen->app);
	for (int i = own->list.count - 1; i >= 0; i--) /* the first that is missing */
		if (state_of(own, screen->app, i) == SHEET_MISSING)
			own->list.at = i;
}

static void leave(struct screen *screen)
{
	pool_release(&((struct sheets *)screen->state)->pool);
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct sheets *own = screen->state;
	(void)key;
	if (action == ACTION_RESUMED) {
		collect(own, screen->app);
		return NAV_STAY;
	}
	return list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

static const char *name_of(struct pool *pool, const struct record *record, int person)
{
	const struct person *of = &record->people[person];
	return str_blank(of->name)
		? words(pool, W_RESPONDENT_UNNAMED, hole_text("role", words_role(of->role)),
			  hole_text("party", record->parties[of->party].label))
		: of->name;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct sheets *own = screen->state;
	struct pool pool = { 0 };
	bool has = sought_in(sought, name_of(&pool, &screen->app->record, own->people[row])) ||
		sought_in(sought, words_sheet_state(state_of(own, screen->app, row)));
	pool_release(&pool);
	return has;
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->list = &((struct sheets *)screen->state)->list;
	rows->has = row_has;
	rows->of = ROWS_PEOPLE;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act listed[] = { NONE, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP,
		ACTION_UP_LEVEL, NONE, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_UP, ACTION_DOWN,
		ACTION_FIRST, ACTION_LAST, ACTION_REDO, NONE };
	(void)screen;
	return listed;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Sheets");
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct sheets *own = screen->state;
	(void)cols;
	if (rows >= ROWS_MIN)
		list_layout(&own->list, own->list.count, body_rows(rows) - HEAD_ROWS - FOOT_ROWS);
}

/* Painting */

/* From the right: the days, of which a narrow window has the closing date alone. */
struct columns {
	int party, state, days[3]; /* columns, 0: not there */
};

static struct columns columns_of(const struct canvas *canvas)
{
	bool narrow = width_is_narrow(canvas->cols);
	int right = (canvas->cols < WIDTH_MOST ? canvas->cols : WIDTH_MOST) - TEXT_COL;
	struct columns columns = { .party = 0 };
	for (int day = 2; day >= 0; day--)
		if (!narrow || day == 1)
			columns.days[day] = right -= DAY_CELLS;
	columns.state = right - STATE_CELLS;
	columns.party = narrow ? 0 : columns.state - PARTY_CELLS;
	return columns;
}

static void draw_titles(const struct canvas *canvas, const struct columns *columns)
{
	static const enum sentence days[] = { W_SHEETS_SENT, W_SHEETS_CLOSES, W_SHEETS_BACK };
	int row = BODY_TOP + 1;
	if (columns->party)
		canvas_text(canvas, row, columns->party, PARTY_CELLS - 1, STYLE_DIM,
			words_plain(W_SHEETS_PARTY));
	canvas_text(canvas, row, columns->state, STATE_CELLS - 1, STYLE_DIM,
		words_plain(W_SHEETS_STATE));
	for (int day = 0; day < 3; day++)
		if (columns->days[day])
			canvas_text(canvas, row, columns->days[day], DAY_CELLS - 1, STYLE_DIM,
				words_plain(days[day]));
}

static enum style style_of(enum sheet_state state)
{
	static const enum style styles[SHEET_STATES] = {
		[SHEET_NOT_SENT] = STYLE_DIM,
		[SHEET_SENT] = STYLE_PLAIN,
		[SHEET_MISSING] = STYLE_WARN,
		[SHEET_BACK] = STYLE_GOOD,
		[SHEET_HEARD] = STYLE_GOOD,
		[SHEET_REVOKED] = STYLE_DIM,
	};
	return styles[state];
}

static void draw_day(
	struct pool *pool, const struct canvas *canvas, int row, int col, enum style style, int day)
{
	if (col)
		canvas_text(canvas, row, col, DAY_CELLS - 1, day == DATE_NONE ? STYLE_DIM : style,
			day == DATE_NONE ? "--" : words_day(pool, day, DAY_SHORT));
}

static void draw_row(const struct app *app, const struct canvas *canvas,
	const struct columns *columns, int row, int person)
{
	struct pool pool = { 0 };
	int at;
	enum sheet_state state = sheet_state(&app->record, person, app->today, &at);
	const struct answer_sheet *sheet = at < 0 ? NULL : &app->record.sheets[at];
	const int days[] = { sheet ? sheet->written : DATE_NONE, sheet ? sheet->closes : DATE_NONE,
		sheet ? sheet->read : DATE_NONE };
	const struct person *of = &app->record.people[person];
	int end = columns->party ? columns->party : columns->state;
	canvas_text(canvas, row, TEXT_COL, end - TEXT_COL - 1, STYLE_PLAIN,
		name_of(&pool, &app->record, person));
	if (columns->party)
		canvas_text(canvas, row, columns->party, PARTY_CELLS - 1, STYLE_PLAIN,
			app->record.parties[of->party].label);
	canvas_text(canvas, row, columns->state, STATE_CELLS - 1, style_of(state),
		words_sheet_state(state));
	for (int day = 0; day < 3; day++)
		draw_day(&pool, canvas, row, columns->days[day],
			day == 1 && state == SHEET_MISSING ? STYLE_WARN : STYLE_PLAIN, days[day]);
	pool_release(&pool);
}

static const char *head_text(struct pool *pool, const struct sheets *own, const struct app *app)
{
	int count[SHEET_STATES] = { 0 };
	for (int i = 0; i < own->list.count; i++)
		count[state_of(own, app, i)]++;
	if (!app->record.sheet_count)
		return words_plain(W_SHEETS_NONE);
	return words(pool, W_SHEETS_COUNT, hole_count("sent", (int)app->record.sheet_count),
		hole_count("back", count[SHEET_BACK]), hole_count("missing", count[SHEET_MISSING]));
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct sheets *own = screen->state;
	struct columns columns = columns_of(canvas);
	struct pool pool = { 0 };
	int row = BODY_TOP + HEAD_ROWS, width = canvas->cols - 2 * TEXT_COL;
	canvas_text(
		canvas, BODY_TOP, TEXT_COL, width, STYLE_BOLD, head_text(&pool, own, screen->app));
	draw_titles(canvas, &columns);
	for (int i = own->list.top; i < own->list.count && i < own->list.top + own->list.rows;
		i++, row++) {
		draw_row(screen->app, canvas, &columns, row, own->people[i]);
		if (i == own->list.at)
			canvas_focus_span(canvas, row, columns.state - 1);
	}
	list_draw_place(&own->list, canvas, row, canvas->cols - 2);
	canvas_text(canvas, BODY_TOP + body_rows(canvas->rows) - 1, TEXT_COL, width, STYLE_DIM,
		words_plain(W_SHEETS_HOW));
	pool_release(&pool);
}

const struct screen_ops screen_sheets = {
	.name = "sheets",
	.state_size = sizeof(struct sheets),
	.enter = enter,
	.act = act,
	.offers = offers,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
