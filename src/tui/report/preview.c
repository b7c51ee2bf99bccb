/* SPDX-License-Identifier: MIT */
/*
 * What the other side would see now: what of the joint edition is shown, what is withheld and why,
 * whom to hear to show more.
 */
#include <rekindle/preview.h>
#include "../app.h"
#include "../home/reading.h"
#include "../widgets/page.h"

#define LEFT 2
#define LABEL_CELLS 26
#define LABEL_NARROW 22
#define UNDER 2 /* what belongs to the text before stands so much further */

struct foreseen {
	struct pool pool;
	struct preview_words said;
	struct page page;
};

/* The rounds before tell which reasons of the plan are known already. */
static void foresee(
	struct foreseen *own, struct app *app, const struct store_earlier *rounds, bool has_plan)
{
	const struct record *record = &app->record;
	const struct diagnosis *d = app_diagnosis(app);
	struct edition_history history;
	struct edition_preview preview;

	edition_history_compute(
		&history, record, d, app_plan(app), EDITION_JOINT, rounds->all, rounds->own);
	preview_compute(&preview, record, d, &history.view, has_plan ? &history.plan : NULL,
		trend_before(rounds->all, rounds->own));
	if (record->assessment.sealed == DATE_NONE)
		preview_look_ahead(&preview, record);
	words_preview(&own->said, &own->pool, record, &preview);
	preview_release(&preview);
	edition_history_release(&history);
}

static void gather(struct foreseen *own, struct app *app)
{
	struct store_earlier rounds = { .count = 0 };
	const struct assessment *later = NULL;
	struct pool pool = { 0 };
	struct errmsg why;
	struct store *store = app->options.store;
	enum err err = store_load_earlier(store, &app->record, &rounds, &why);
	if (!err)
		err = store_later(store, &app->record, &pool, &later, &why);
	if (err)
		app_warn(app, "%s", why.text);
	pool_release(&own->pool);
	foresee(own, app, &rounds, !later);
	store_earlier_release(&rounds);
	pool_release(&pool);
}

static void enter(struct screen *screen, const void *arg)
{
	(void)arg;
	gather(screen->state, screen->app);
	home_note_read(screen->app, HOME_READ_PREVIEW);
}

static void leave(struct screen *screen)
{
	struct foreseen *own = screen->state;
	page_release(&own->page);
	pool_release(&own->pool);
}

/* As many as there is; what belongs to it stands behind a label. */
static void add_count(struct page *page, const struct preview_line *line, int cols)
{
	int cells = width_of(cols) == WIDTH_NARROW ? LABEL_NARROW : LABEL_CELLS;
	size_t at = page_add(page, STYLE_PLAIN, LEFT + cells, cols - 2 * LEFT - cells, line->text);
	page_lead(page, at, LEFT, STYLE_PLAIN, app_cut(&page->pool, line->label, cells - 1));
}

static void add_line(struct page *page, const struct preview_line *line, int cols)
{
	int width = cols - 2 * LEFT;
	switch (line->kind) {
	case PREVIEW_LINE_HEADING:
		page_blank(page);
		page_add(page, STYLE_BOLD, LEFT, width, line->text);
		break;
	case PREVIEW_LINE_TEXT:
		page_add(page, STYLE_PLAIN, LEFT, width, line->text);
		break;
	case PREVIEW_LINE_UNDER:
		page_add(page, STYLE_PLAIN, LEFT + UNDER, width - UNDER, line->text);
		break;
	case PREVIEW_LINE_COUNT:
		add_count(page, line, cols);
		break;
	}
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct foreseen *own = screen->state;
	page_clear(&own->page);
	for (size_t i = 0; i < own->said.count; i++)
		add_line(&own->page, &own->said.line[i], cols);
	page_layout(&own->page, body_rows(rows));
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct foreseen *own = screen->state;
	(void)key;
	switch ((int)action) {
	case ACTION_RESUMED:
	case ACTION_NEWS:
		gather(own, screen->app);
		return NAV_STAY;
	case ACTION_TICK:
	case ACTION_SAVE:
		return NAV_STAY;
	}
	return page_act(&own->page, action) ? NAV_STAY : NAV_DEFAULT;
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->page = &((struct foreseen *)screen->state)->page;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act actions[] = { ACTION_PAGE_DOWN, ACTION_PLAN, ACTION_REPORT,
		ACTION_DIAGNOSIS, NONE, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE,
		ACTION_PAGE_UP, ACTION_UP, ACTION_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_TREND,
		ACTION_AUDIT, ACTION_UNDO, ACTION_REDO, NONE };
	(void)screen;
	return actions;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Preview");
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct foreseen *own = screen->state;
	page_draw(&own->page, canvas, BODY_TOP, 0);
	if (*screen->app->message)
		return;
	if (page_more_below(&own->page))
		canvas_right(canvas, canvas->rows - 3, canvas->cols - 2, STYLE_PLAIN, "more below");
	else if (page_more_above(&own->page))
		canvas_right(canvas, canvas->rows - 3, canvas->cols - 2, STYLE_PLAIN, "more above");
}

const struct screen_ops screen_preview = {
	.name = "preview",
	.state_size = sizeof(struct foreseen),
	.enter = enter,
	.act = act,
	.offers = offers,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
