/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: reading it, keeping its summaries up to date, opening and deleting alliances, and
 * the example in a throw-away copy.
 */
#include "portfolio.h"

#include <math.h>
#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/exchange.h>
#include <rekindle/trend.h>

enum { BEGIN_ADD, BEGIN_EXAMPLE, BEGIN_COUNT };

static void focus_on(struct portfolio *own, int64_t alliance)
{
	int64_t place;
	if (alliance &&
		!store_view_place(own->app->options.store, &own->view, alliance, &place, NULL) &&
		place >= 0)
		own->focus.at = (int)place;
}

static int64_t focused(const struct portfolio *own)
{
	const struct portfolio_row *row = portfolio_row(own, own->focus.at);
	return row ? row->round->alliance : 0;
}

/* Columns stay while rows are read: */
static void begin_columns(struct portfolio *own)
{
	own->name_cells = 8;
	own->state_cells = 14;
	own->primary_cells = 10; /* "management", */
	own->next_cells = 8;     /* "! 20 Oct" */
}

/* Where all were deleted the first thing to do is to bring one back. */
static void count_binned(struct portfolio *own, struct store *store)
{
	struct errmsg why;
	own->binned = 0;
	own->begin = NULL;
	if (own->totals.alliances || store_bin_alliances(store, &own->binned, &why) || !own->binned)
		return;
	own->begin = words(&own->list.pool, own->undoable ? W_BEGIN_BACK : W_BEGIN_BINNED,
		hole_count("n", (int)own->binned));
}

/* The counts of all, and which rows there are; none of these is read. */
static bool recount(struct portfolio *own)
{
	struct app *app = own->app;
	struct errmsg why;
	own->today = app->today;
	if (store_totals(app->options.store, own->today, &own->totals, &why)) {
		app_warn(app, "%s", why.text);
		return false;
	}
	if (own->totals.cells > own->name_cells)
		own->name_cells = own->totals.cells;
	own->unsettled = own->view.order == ORDER_HEALTH && own->totals.stale;
	portfolio_filter(own);
	return true;
}

/* The rows in their order from here on, with the focus on the same. */
static void reread(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	int64_t at = focused(own);
	if (!recount(own))
		return;
	portfolio_forget(own);
	own->ascii = app->options.ascii;
	snprintf(own->file, sizeof(own->file), "%s", store_path(app->options.store));
	focus_on(own, at);
	own->undoable = portfolio_can_undelete(own, app->options.store);
	count_binned(own, app->options.store);
}

/* Another database from here on. */
static void begin(struct screen *screen)
{
	struct portfolio *own = screen->state;
	portfolio_forget(own);
	begin_columns(own);
	own->moved.alliance = 0;
	own->focus.at = 0;
	reread(screen);
}

#define SLICE_MS 30 /* and as long again, at the most, until it is stored */

static void enter(struct screen *screen, const void *arg)
{
	struct portfolio *own = screen->state;
	(void)arg;
	own->app = screen->app;
	own->slice_ms = SLICE_MS;
	own->opened = store_change(screen->app->options.store);
	begin(screen);
	if (store_notice(screen->app->options.store))
		app_warn(screen->app, "%s", store_notice(screen->app->options.store));
}

static void moved_by(struct store *store, const struct portfolio_row *row, double *from, double *to)
{
	struct record before, after;
	*from = *to = NAN;
	if (store_load(store, row->round->assessment, &before, NULL))
		return;
	if (!store_load(store, row->pulse->assessment, &after, NULL)) {
		struct trend_between trend;
		trend_compute(&trend, &before, &after);
		*from = trend.health_before;
		*to = trend.health_after;
		trend_release(&trend);
		record_release(&after);
	}
	record_release(&before);
}

/* What the pulse of the row in focus has moved; looked at once. */
static void compare(struct portfolio *own)
{
	struct portfolio_row *row = portfolio_row(own, own->focus.at);
	if (!row || !row->pulse || row->compared)
		return;
	moved_by(own->app->options.store, row, &row->before, &row->after);
	row->compared = true;
	own->moved.alliance = row->round->alliance;
	own->moved.change = row->round->change;
	own->moved.before = row->before;
	own->moved.after = row->after;
	portfolio_say(own, row);
	own->ahead_of = 0;
	own->app->ticked = true;
}

/* Healths that were computed since have their places once the last of them is. */
static void settle(struct screen *screen)
{
	struct portfolio *own = screen->state;
	bool unsettled = own->unsettled;
	if (store_totals(own->app->options.store, own->today, &own->totals, NULL))
		return;
	if (unsettled && !own->totals.stale) {
		reread(screen);
		own->app->ticked = true;
	}
}

static void tick(struct screen *screen)
{
	struct portfolio *own = screen->state;
	compare(own);
	if (portfolio_summarise(own))
		settle(screen);
}

static void open_home(struct screen *screen)
{
	const struct portfolio_row *row = portfolio_focus(screen->state);
	const struct store_round *round = row ? row->round : NULL;
	if (!round)
		return;
	if (!round->assessment)
		app_warn(screen->app, "%s",
			words(&screen->app->said, W_ALLIANCE_EMPTY,
				hole_text("alliance", round->alliance_name)));
	else if (app_open(screen->app, round->assessment))
		app_push(screen->app, &screen_home, NULL);
}

static void delete_alliance(struct screen *screen)
{
	struct portfolio *own = screen->state;
	focus_on(own, own->deleting);
	portfolio_focus(own);
	if (!own->deleting || focused(own) != own->deleting || !portfolio_delete(screen))
		return;
	char wanted[sizeof(own->filter)];
	memcpy(wanted, own->filter, sizeof(wanted));
	reread(screen);
	if (*wanted && !*own->filter)
		app_say(screen->app, "%s",
			words(&screen->app->said, W_FILTER_DELETED, hole_text("words", wanted)));
}

static void undo(struct screen *screen)
{
	int64_t back = portfolio_undelete(screen);
	if (!back)
		return;
	reread(screen);
	focus_on(screen->state, back);
}

/* The example: a private database, gone when it is left. */

/* Today is its day while it is open. */
static void stand_on(struct app *app, int day)
{
	clock_stand(day);
	app->today = clock_today();
}

static void open_example(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	struct store *store;
	struct errmsg why;
	int64_t newest;
	int day;
	if (!app_settle(app))
		return;
	if (store_open(":memory:", STORE_CREATE, &store, &why) ||
		exchange_example(store, &newest, &day, &why)) {
		store_close(store);
		app_warn(app, "%s", why.text);
		return;
	}
	own->own = app->options.store;
	app_use(app, store);
	app->options.example = true;
	stand_on(app, day);
	begin(screen);
	if (own->count)
		open_home(screen);
	app_say_example(app);
}

static bool close_example(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	if (!own->own)
		return false;
	app_touched(app);
	store_close(app->options.store);
	app_use(app, own->own);
	app->options.example = false;
	stand_on(app, DATE_NONE);
	app->saved_at = 0;
	own->own = NULL;
	return true;
}

static enum nav quit(struct screen *screen)
{
	if (!close_example(screen))
		return NAV_UP;
	begin(screen);
	app_say(screen->app, "%s", words_plain(W_EXAMPLE_GONE));
	return NAV_STAY;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	return sought_in(sought, portfolio_name(screen->state, row));
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct portfolio *own = screen->state;
	rows->list = own->count ? &own->focus : NULL;
	rows->has = row_has;
	rows->of = ROWS_ALLIANCES;
}

static void sort(struct screen *screen)
{
	static const enum sentence said[ORDER_COUNT] = { [ORDER_NEXT] = W_SORTED_BY_NEXT,
		[ORDER_NAME] = W_SORTED_BY_NAME,
		[ORDER_HEALTH] = W_SORTED_BY_HEALTH };
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	own->view.order = (own->view.order + 1) % ORDER_COUNT;
	reread(screen);
	if (own->unsettled)
		app_say(app, "%s",
			words(&app->said, W_SORTED_SO_FAR, hole_count("n", own->totals.stale)));
	else
		app_say(app, "%s", words_plain(said[own->view.order]));
}

static enum nav act_rows(struct screen *screen, enum act action)
{
	struct portfolio *own = screen->state;
	switch ((int)action) {
	case ACTION_OPEN:
		open_home(screen);
		break;
	case ACTION_DELETE:
		portfolio_ask_delete(screen);
		break;
	case ACTION_CONFIRMED:
		delete_alliance(screen);
		break;
	case ACTION_SORT:
		sort(screen);
		break;
	case ACTION_FILTER:
		app_ask(screen->app, words_plain(W_ASK_ALLIANCES), own->filter);
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

static void set_filter(struct screen *screen, const char *text)
{
	struct portfolio *own = screen->state;
	int64_t at = focused(own);
	snprintf(own->filter, sizeof(own->filter), "%s", text + strspn(text, " "));
	recount(own);
	portfolio_forget(own);
	snprintf(own->filter_label, sizeof(own->filter_label), "filter: %s", own->filter);
	own->focus.at = 0;
	focus_on(own, at);
}

/* Back from an alliance that was just added: the focus goes there. One that another program has
 * added leaves it where it is. */
static void resumed(struct screen *screen)
{
	struct portfolio *own = screen->state;
	int before = own->totals.alliances;
	reread(screen);
	if (own->totals.alliances > before && screen->app->loaded && !screen->app->elsewhere)
		focus_on(own, screen->app->record.alliance.object.key);
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct portfolio *own = screen->state;
	if (list_act(&own->focus, action) || action == ACTION_SAVE)
		return NAV_STAY;
	bool chosen = action == ACTION_DO && !own->totals.alliances;
	if (action == ACTION_ADD || action == ACTION_ADD_ALLIANCE ||
		(chosen && own->focus.at == BEGIN_ADD))
		app_push(screen->app, &screen_new_alliance, NULL);
	else if (action == ACTION_EXAMPLE || chosen)
		open_example(screen);
	else if (action == ACTION_ASKED)
		set_filter(screen, key->text);
	else if (action == ACTION_TICK)
		tick(screen);
	else if (action == ACTION_UNDO)
		undo(screen);
	else if (action == ACTION_RESUMED)
		resumed(screen);
	else if (action == ACTION_QUIT)
		return quit(screen);
	else
		return own->count ? act_rows(screen, action) : NAV_DEFAULT;
	return NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	static const enum act listed[] = { ACTION_OPEN, ACTION_ADD, ACTION_SORT, ACTION_FILTER,
		ACTION_DELETE, ACTION_UNDO, ACTION_NONE, ACTION_SEARCH, ACTION_PALETTE, ACTION_HELP,
		ACTION_QUIT, ACTION_NONE, ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP,
		ACTION_FIRST, ACTION_LAST, ACTION_NONE };
	static const enum act empty[] = { ACTION_DO, ACTION_ADD_ALLIANCE, ACTION_EXAMPLE,
		ACTION_PREVIOUS_CHOICE, ACTION_NONE, ACTION_PALETTE, ACTION_HELP, ACTION_QUIT,
		ACTION_NONE, ACTION_NEXT_CHOICE, ACTION_NONE };
	static const enum act all_deleted[] = { ACTION_DO, ACTION_ADD_ALLIANCE, ACTION_EXAMPLE,
		ACTION_UNDO, ACTION_PREVIOUS_CHOICE, ACTION_NONE, ACTION_PALETTE, ACTION_HELP,
		ACTION_QUIT, ACTION_NONE, ACTION_NEXT_CHOICE, ACTION_NONE };
	const struct portfolio *own = screen->state;
	return own->totals.alliances ? listed : own->undoable ? all_deleted : empty;
}

/* Beginning with an alliance of one's own. */
static bool records(const struct screen *screen, enum act action)
{
	const struct portfolio *own = screen->state;
	return action == ACTION_DO && !own->totals.alliances && own->focus.at == BEGIN_ADD;
}

static const char *label(const struct screen *screen, enum act action)
{
	static const char *const sorts[ORDER_COUNT] = { [ORDER_NEXT] = "sort: next",
		[ORDER_NAME] = "sort: name",
		[ORDER_HEALTH] = "sort: health" };
	const struct portfolio *own = screen->state;
	if (action == ACTION_SORT)
		return sorts[own->view.order];
	if (action == ACTION_FILTER && *own->filter)
		return own->filter_label;
	return action == ACTION_QUIT && own->own ? "leave the example" : NULL;
}

/* What is late and what is due today; NULL: nothing is. */
static const char *due_text(struct pool *pool, const struct store_totals *all)
{
	if (all->late && all->due)
		return words(pool, W_LATE_AND_DUE, hole_count("late", all->late),
			hole_count("due", all->due));
	if (all->late)
		return words(pool, W_LATE, hole_count("late", all->late));
	return all->due ? words(pool, W_DUE_TODAY, hole_count("due", all->due)) : NULL;
}

static const char *count_text(struct pool *pool, const struct portfolio *own)
{
	if (*own->filter)
		return words(pool, W_ALLIANCES_FILTERED, hole_count("n", own->count),
			hole_count("all", own->totals.alliances));
	if (own->totals.alliances)
		return words(pool, W_ALLIANCES, hole_count("n", own->totals.alliances));
	return own->binned ? words(pool, W_ALLIANCES_BINNED, hole_count("n", (int)own->binned))
			   : words_plain(W_NO_ALLIANCES);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct portfolio *own = screen->state;
	struct pool pool = { 0 };
	const char *due = due_text(&pool, &own->totals);
	header->title = "Portfolio";
	snprintf(header->alliance, sizeof(header->alliance), "%s", count_text(&pool, own));
	if (due)
		snprintf(header->progress, sizeof(header->progress), "%s", due);
	if (!own->totals.alliances && !own->binned && !screen->app->saved_at)
		header->saved = words_plain(W_NOTHING_TO_SAVE);
	pool_release(&pool);
}

static void leave(struct screen *screen)
{
	struct portfolio *own = screen->state;
	close_example(screen);
	pool_release(&own->ahead_pool);
	pool_release(&own->mine_pool);
	portfolio_forget(own);
	search_words_release(&own->words);
	pool_release(&own->words_pool);
}

const struct screen_ops screen_portfolio = {
	.name = "portfolio",
	.goes_on = true,
	.state_size = sizeof(struct portfolio),
	.enter = enter,
	.act = act,
	.offers = offers,
	.records = records,
	.label = label,
	.header = header,
	.layout = portfolio_layout,
	.draw = portfolio_draw,
	.rows = rows,
	.leave = leave,
};
