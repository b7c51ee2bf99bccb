/* SPDX-License-Identifier: MIT */
/*
 * What another program has changed, and what was to be written here: the person chooses. Nothing
 * is written until then, and what was typed stays.
 */
#include "../app.h"
#include "page.h"

#define TEXT_COL 2
#define LABEL_CELLS 11
#define PAGE_CELLS 96

struct choosing {
	struct page page;
};

static void enter(struct screen *screen, const void *arg)
{
	struct app *app = screen->app;
	(void)arg;
	app->dispute.open = false;
	app->message[0] = '\0';
	app->warning = false;
}

static const enum sentence labels[] = {
	[STORE_THEIRS] = W_CHOICE_THEIRS, [STORE_OURS] = W_CHOICE_OURS
};

/* One of the values, with its word at the left. */
static void add_value(struct page *page, int width, enum store_choice whose, const char *value)
{
	size_t line = page_add(page, STYLE_PLAIN, LABEL_CELLS, width - LABEL_CELLS, value);
	page_lead(page, line, 0, STYLE_PLAIN, words_plain(labels[whose]));
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct choosing *own = screen->state;
	const struct dispute *dispute = &screen->app->dispute;
	int width = cols - 2 * TEXT_COL < PAGE_CELLS ? cols - 2 * TEXT_COL : PAGE_CELLS;
	page_clear(&own->page);
	for (size_t i = 0; i < dispute->what.count; i++) {
		page_add(&own->page, STYLE_BOLD, 0, width, dispute->what.text[i]);
		add_value(&own->page, width, STORE_THEIRS, dispute->there.text[i]);
		add_value(&own->page, width, STORE_OURS, dispute->ours.text[i]);
		page_blank(&own->page);
	}
	page_add(&own->page, STYLE_PLAIN, 0, width, words_plain(W_CHOICE_INTRODUCTION));
	page_layout(&own->page, body_rows(rows));
}

/* The screen below learns what was chosen once it is on top again. */
static enum nav choose(struct app *app, enum act action)
{
	app->pending = action;
	app->pending_key = (struct key){ .text = "" };
	return NAV_UP;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct choosing *own = screen->state;
	(void)key;
	if (action == ACTION_THEIRS || action == ACTION_OURS)
		return choose(screen->app, action);
	if (action == ACTION_CLOSE) {
		app_say(screen->app, "%s", words_plain(W_CHOICE_LEFT));
		return NAV_UP;
	}
	return page_act(&own->page, action) ? NAV_STAY : NAV_DEFAULT;
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->page = &((struct choosing *)screen->state)->page;
}

static const enum act *offers(const struct screen *screen)
{
	static const enum act actions[] = { ACTION_THEIRS, ACTION_OURS, ACTION_PAGE_DOWN,
		ACTION_NONE, ACTION_HELP, ACTION_CLOSE, ACTION_NONE, ACTION_PAGE_UP, ACTION_UP,
		ACTION_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_NONE };
	(void)screen;
	return actions;
}

static const char *label(const struct screen *screen, enum act action)
{
	(void)screen;
	return action == ACTION_CLOSE ? "not now" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	header->title = words_plain(W_CHOICE_TITLE);
	if (screen->app->loaded)
		app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct choosing *own = screen->state;
	page_draw(&own->page, canvas, BODY_TOP, TEXT_COL);
}

static void leave(struct screen *screen)
{
	struct choosing *own = screen->state;
	page_release(&own->page);
	dispute_forget(screen->app);
}

const struct screen_ops screen_choice = {
	.name = "choice",
	.state_size = sizeof(struct choosing),
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
