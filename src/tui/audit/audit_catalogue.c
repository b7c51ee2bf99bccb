/* SPDX-License-Identifier: MIT */
/*
 * Where a new KPI comes from: one of the instrument's catalogue, by category, or one of one's own.
 */
#include "audit.h"

#define OWN (-1)
#define HEADING (-2)
#define TEXT_ROWS 3

struct catalogue {
	struct list list;
	struct pool pool;
	struct catalogue_row {
		int kpi;      /* OWN, HEADING */
		int category; /* of a heading */
	} * rows;
	size_t row_count;
	size_t before; /* KPIs when it was opened */
	struct page about;
	int list_row;
};

static void add_row(struct catalogue *own, int kpi, int category)
{
	*POOL_APPEND(&own->pool, own->rows, own->row_count) =
		(struct catalogue_row){ .kpi = kpi, .category = category };
}

static void enter(struct screen *screen, const void *arg)
{
	struct catalogue *own = screen->state;
	const struct record *record = &screen->app->record;
	const struct instrument *bank = record->instrument;
	(void)arg;
	own->before = record->kpi_count;
	add_row(own, OWN, 0);
	for (int category = 0; category < CATEGORY_COUNT; category++) {
		bool any = false;
		for (size_t i = 0; i < bank->kpi_count; i++) {
			if ((int)bank->kpis[i].category != category)
				continue;
			if (!any)
				add_row(own, HEADING, category);
			any = true;
			add_row(own, (int)i, category);
		}
	}
	own->list.count = (int)own->row_count;
}

/* The focus passes over headings. */
static bool move_focus(struct catalogue *own, enum act action)
{
	int before = own->list.at;
	if (!list_act(&own->list, action))
		return false;
	int by = own->list.at < before ? -1 : 1;
	while (own->rows[own->list.at].kpi == HEADING)
		own->list.at += by;
	return true;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct catalogue *own = screen->state;
	struct app *app = screen->app;
	(void)key;
	if (action == ACTION_RESUMED && app->record.kpi_count > own->before)
		return NAV_UP;
	if (action == ACTION_DO) {
		app_push(app, &screen_audit_form,
			&(struct audit_form_arg){ KIND_KPI, -1, own->rows[own->list.at].kpi });
		return NAV_STAY;
	}
	return move_focus(own, action) ? NAV_STAY : NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct catalogue *own = screen->state;
	const struct kpi_template *kpis = screen->app->record.instrument->kpis;
	int kpi = own->rows[row].kpi;
	return kpi >= 0 && (sought_in(sought, kpis[kpi].name) || sought_in(sought, kpis[kpi].text));
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->list = &((struct catalogue *)screen->state)->list;
	rows->has = row_has;
}

static const enum act *offers(const struct screen *screen)
{
	static const enum act offered[] = { ACTION_DO, ACTION_PAGE_DOWN, ACTION_NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, ACTION_NONE, ACTION_UP, ACTION_DOWN,
		ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST, ACTION_NONE };
	(void)screen;
	return offered;
}

static const char *label(const struct screen *screen, enum act action)
{
	(void)screen;
	return action == ACTION_DO ? "take it" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	header->title = "New KPI";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "from the catalogue, or your own");
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct catalogue *own = screen->state;
	int body = body_rows(rows), about = body >= 12 ? TEXT_ROWS + 1 : 0,
	    kpi = own->rows[own->list.at].kpi;
	int width = cols - 4 < 100 ? cols - 4 : 100;
	own->list_row = BODY_TOP;
	list_layout(&own->list, (int)own->row_count, body - 1 - about);
	page_clear(&own->about);
	page_add(&own->about, STYLE_PLAIN, 0, width,
		kpi == OWN ? words_plain(W_CATALOGUE_OWN)
			   : screen->app->record.instrument->kpis[kpi].text);
	page_layout(&own->about, TEXT_ROWS);
}

static void draw_measure(
	const struct canvas *canvas, int row, int end, const struct kpi_template *kpi)
{
	struct pool pool = { 0 };
	canvas_text(canvas, row, 47, end - 47, STYLE_PLAIN,
		words(&pool, W_CATALOGUE_KPI, hole_text("unit", kpi->unit),
			hole_text("direction", words_direction((int)kpi->direction))));
	pool_release(&pool);
}

static void draw_row(const struct screen *screen, const struct canvas *canvas, int row, int at)
{
	const struct catalogue *own = screen->state;
	const struct catalogue_row *what = &own->rows[at];
	int end = canvas->cols - 2 < 100 ? canvas->cols - 2 : 100;
	if (what->kpi == HEADING) {
		canvas_text(canvas, row, 2, end - 2, STYLE_BOLD, words_category(what->category));
		return;
	}
	if (what->kpi == OWN) {
		canvas_text(canvas, row, 2, end - 2, STYLE_PLAIN, "One of your own");
	} else {
		const struct kpi_template *kpi = &screen->app->record.instrument->kpis[what->kpi];
		bool narrow = width_is_narrow(canvas->cols);
		canvas_text(canvas, row, 4, narrow ? end - 4 : 42, STYLE_PLAIN, kpi->name);
		if (!narrow)
			draw_measure(canvas, row, end, kpi);
	}
	if (at == own->list.at)
		canvas_focus_span(canvas, row, end);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct catalogue *own = screen->state;
	for (int i = 0; i < own->list.rows && own->list.top + i < own->list.count; i++)
		draw_row(screen, canvas, own->list_row + i, own->list.top + i);
	int bottom = BODY_TOP + body_rows(canvas->rows) - 1;
	if (own->list_row + own->list.rows < bottom)
		page_draw(&own->about, canvas, bottom - TEXT_ROWS, 2);
	list_draw_place(&own->list, canvas, bottom, canvas->cols - 2);
}

static void leave(struct screen *screen)
{
	struct catalogue *own = screen->state;
	page_release(&own->about);
	pool_release(&own->pool);
}

const struct screen_ops screen_audit_catalogue = {
	.name = "catalogue of KPIs",
	.goes_on = true,
	.state_size = sizeof(struct catalogue),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
