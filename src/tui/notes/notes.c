/* SPDX-License-Identifier: MIT */
/*
 * The quick notes of the round: those to file, or all; the one in focus in full.
 */
#include "notes.h"

#include <rekindle/date.h>
#include <rekindle/minutes.h>
#include "../widgets/list.h"
#include "../widgets/page.h"

#define TEXT_COL 2
#define FILED_CELLS 32 /* where a row is filed, beside its text */
#define BESIDE_FROM 80 /* columns, for that */
#define ABOUT_ROWS 5   /* of the note in focus, where there is room */
#define ABOUT_FROM 15  /* body rows */

struct notes {
	struct list list;
	bool only_open; /* l: all, or those to file */
	int *shown;     /* indices in the record, oldest first */
	struct pool pool;
	struct page about;
	int about_row;
};

static bool is_shown(const struct notes *own, const struct note *note)
{
	return !own->only_open || !note_is_filed(note);
}

static void collect(struct notes *own, const struct record *record)
{
	size_t count = 0;
	pool_release(&own->pool);
	own->pool = (struct pool){ 0 };
	own->shown = NULL;
	for (size_t i = 0; i < record->note_count; i++)
		if (is_shown(own, &record->notes[i]))
			*POOL_APPEND(&own->pool, own->shown, count) = (int)i;
	own->list.count = (int)count;
	if (own->list.at >= own->list.count)
		own->list.at = own->list.count ? own->list.count - 1 : 0;
}

static struct note *focused(const struct notes *own, struct record *record)
{
	return own->list.count ? &record->notes[own->shown[own->list.at]] : NULL;
}

static void enter(struct screen *screen, const void *arg)
{
	struct notes *own = screen->state;
	(void)arg;
	collect(own, &screen->app->record);
	for (int i = own->list.count - 1; i >= 0; i--) /* the first that is to be filed */
		if (!note_is_filed(&screen->app->record.notes[own->shown[i]]))
			own->list.at = i;
}

static void leave(struct screen *screen)
{
	struct notes *own = screen->state;
	page_release(&own->about);
	pool_release(&own->pool);
}

/* Changing */

static void add(struct screen *screen, const char *text)
{
	struct notes *own = screen->state;
	struct app *app = screen->app;
	struct note note;
	if (str_blank(text))
		return;
	object_init(KIND_NOTE, &note);
	note.object.id = uuid_new();
	note.at = clock_ms();
	note.text = pool_strdup(&app->record.pool, text);
	bool kept = app_append(app, NULL, KIND_NOTE, &note);
	collect(own, &app->record);
	own->list.at = own->list.count ? own->list.count - 1 : 0;
	if (kept)
		app_say(app, "%s", words_plain(W_NOTES_KEPT));
}

static void delete_note(struct screen *screen)
{
	struct notes *own = screen->state;
	struct app *app = screen->app;
	const struct note *note = focused(own, &app->record);
	if (!note)
		return;
	const char *text = app_cut(&app->said, note->text, 40);
	if (app_delete(app, NULL, KIND_NOTE, note))
		app_say(app, "%s", words(&app->said, W_DELETED, hole_text("what", text)));
	collect(own, &app->record);
}

static void edit(struct screen *screen)
{
	const struct note *note = focused(screen->state, &screen->app->record);
	if (note)
		app_push(screen->app, &screen_note, &note->object.key);
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct notes *own = screen->state;
	switch ((int)action) {
	case ACTION_EDIT_ROW:
		edit(screen);
		return NAV_STAY;
	case ACTION_NOTE:
		app_ask_kept(screen->app, "quick note", &screen->app->record.assessment.object,
			words_plain(W_ASK_NOTE), NULL);
		return NAV_STAY;
	case ACTION_ASKED:
		add(screen, key->text);
		return NAV_STAY;
	case ACTION_DELETE:
		delete_note(screen);
		return NAV_STAY;
	case ACTION_SHOW:
		own->only_open = !own->only_open;
		collect(own, &screen->app->record);
		return NAV_STAY;
	case ACTION_RESUMED:
		collect(own, &screen->app->record);
		return NAV_STAY;
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
		if (page_act(&own->about, action))
			return NAV_STAY;
		break;
	}
	return list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct notes *own = screen->state;
	return sought_in(sought, screen->app->record.notes[own->shown[row]].text);
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->list = &((struct notes *)screen->state)->list;
	rows->has = row_has;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act listed[] = { ACTION_EDIT_ROW, ACTION_NOTE, ACTION_DELETE, ACTION_SHOW,
		NONE, ACTION_PAGE_DOWN, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL,
		NONE, ACTION_PAGE_UP, ACTION_UP, ACTION_DOWN, ACTION_FIRST, ACTION_LAST,
		ACTION_REDO, NONE };
	static const enum act empty[] = { ACTION_NOTE, ACTION_SHOW, NONE, ACTION_UNDO,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_REDO, NONE };
	const struct notes *own = screen->state;
	return own->list.count ? listed : empty;
}

static bool records(const struct screen *screen, enum act action)
{
	(void)screen;
	return action == ACTION_EDIT_ROW || action == ACTION_NOTE || action == ACTION_DELETE;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct notes *own = screen->state;
	bool more = page_more_above(&own->about) || page_more_below(&own->about);
	if (action == ACTION_EDIT_ROW)
		return "edit, file";
	if (action == ACTION_SHOW)
		return own->only_open ? "show: to file" : "show: all";
	return action == ACTION_PAGE_DOWN && !more ? "" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Notes");
}

/* Painting */

static const char *filed_text(
	struct pool *pool, const struct record *record, const struct note *note)
{
	const char *where = words_note_filed(pool, record, note);
	return where ? words(pool, W_NOTES_FILED, hole_text("where", where))
		     : words_plain(W_NOTES_TO_FILE);
}

static void lay_about(struct notes *own, struct app *app, int rows)
{
	const struct note *note = focused(own, &app->record);
	int width = app->cols - 2 * TEXT_COL;
	page_clear(&own->about);
	if (note && rows) {
		struct pool *pool = &own->about.pool;
		page_add(&own->about, STYLE_PLAIN, 0, width, note->text);
		page_add(&own->about, STYLE_DIM, 0, width,
			words(pool, W_NOTES_WRITTEN,
				hole_day("day", clock_day(note->at), DAY_LONG)));
		page_add(&own->about, STYLE_DIM, 0, width, filed_text(pool, &app->record, note));
	}
	page_layout(&own->about, rows);
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct notes *own = screen->state;
	int body = body_rows(rows), about = body >= ABOUT_FROM ? ABOUT_ROWS : 3;
	(void)cols;
	if (rows < ROWS_MIN)
		return;
	list_layout(&own->list, own->list.count, body - about - 2);
	own->about_row = BODY_TOP + body - about;
	lay_about(own, screen->app, about);
}

static void draw_row(
	const struct record *record, const struct note *note, const struct canvas *canvas, int row)
{
	struct pool pool = { 0 };
	int right = canvas->cols < BESIDE_FROM ? 0 : FILED_CELLS;
	const char *filed = filed_text(&pool, record, note);
	canvas_text(canvas, row, TEXT_COL + 2, canvas->cols - TEXT_COL - 4 - right, STYLE_PLAIN,
		note->text);
	if (right)
		canvas_text(canvas, row, canvas->cols - right, right - 2,
			note_is_filed(note) ? STYLE_DIM : STYLE_WARN, filed);
	pool_release(&pool);
}

static void draw_head(
	const struct notes *own, const struct record *record, const struct canvas *canvas)
{
	struct pool pool = { 0 };
	int open = 0;
	for (size_t i = 0; i < record->note_count; i++)
		open += !note_is_filed(&record->notes[i]);
	canvas_text(canvas, BODY_TOP, TEXT_COL, canvas->cols - 2 * TEXT_COL, STYLE_BOLD,
		!record->note_count ? words_plain(W_NOTES_NONE)
			: !own->list.count
			? words_plain(W_NOTES_NONE_OPEN)
			: words(&pool, W_NOTES_COUNT, hole_count("n", (int)record->note_count),
				  hole_count("open", open)));
	list_draw_place(&own->list, canvas, BODY_TOP, canvas->cols - 2);
	pool_release(&pool);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct notes *own = screen->state;
	const struct record *record = &screen->app->record;
	int row = BODY_TOP + 1;
	draw_head(own, record, canvas);
	for (int i = own->list.top; i < own->list.count && i < own->list.top + own->list.rows;
		i++, row++) {
		draw_row(record, &record->notes[own->shown[i]], canvas, row);
		if (i == own->list.at)
			canvas_focus(canvas, row);
	}
	page_draw(&own->about, canvas, own->about_row, TEXT_COL);
}

const struct screen_ops screen_notes = {
	.name = "notes",
	.state_size = sizeof(struct notes),
	.enter = enter,
	.act = act,
	.offers = offers,
	.records = records,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
