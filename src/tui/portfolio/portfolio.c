/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: reading it, keeping its summaries up to date, opening and deleting alliances, and
 * the example in a throw-away copy.
 */
#include "portfolio.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/exchange.h>
#include <rekindle/trend.h>
#include <rekindle/utf8.h>

enum { BEGIN_ADD, BEGIN_EXAMPLE, BEGIN_COUNT };

static int by_name(const void *left, const void *right)
{
	const struct store_round *a = ((const struct portfolio_row *)left)->round;
	const struct store_round *b = ((const struct portfolio_row *)right)->round;
	int order = strcasecmp(a->alliance_name, b->alliance_name);
	return order ? order : (a->alliance > b->alliance) - (a->alliance < b->alliance);
}

/* Lowest first; those without a value last. */
static int by_health(const void *left, const void *right)
{
	double a = ((const struct portfolio_row *)left)->round->health;
	double b = ((const struct portfolio_row *)right)->round->health;
	if (isnan(a) || isnan(b))
		return isnan(a) != isnan(b) ? isnan(a) - isnan(b) : by_name(left, right);
	return a != b ? (a > b) - (a < b) : by_name(left, right);
}

/* By day, of one day by the hour of the interview; those without a day last. */
static int by_next(const void *left, const void *right)
{
	const struct portfolio_row *x = left, *y = right;
	const char *a = x->round->next_planned, *b = y->round->next_planned;
	if (x->next == DATE_NONE || y->next == DATE_NONE)
		return x->next == y->next ? by_name(left, right) : x->next == DATE_NONE ? 1 : -1;
	if (x->next != y->next)
		return x->next < y->next ? -1 : 1;
	int order = !a || !b ? !a - !b : strcmp(a, b);
	return order ? order : by_name(left, right);
}

static void sort(struct portfolio *own)
{
	static int (*const order[SORT_COUNT])(const void *, const void *) = {
		[SORT_NEXT] = by_next, [SORT_NAME] = by_name, [SORT_HEALTH] = by_health
	};
	if (own->total)
		qsort(own->rows, (size_t)own->total, sizeof(*own->rows), order[own->sort]);
	portfolio_filter(own);
}

static void focus_on(struct portfolio *own, int64_t alliance)
{
	for (int i = 0; i < own->count; i++)
		if (own->rows[i].round->alliance == alliance)
			own->focus.at = i;
}

static int64_t focused(const struct portfolio *own)
{
	return own->focus.at < own->count ? own->rows[own->focus.at].round->alliance : 0;
}

static void count_due(struct portfolio *own, const struct portfolio_row *row)
{
	int interview = store_round_interview(row->round);
	own->late += store_plan_late(&row->round->plan, own->today);
	own->due += store_plan_due(&row->round->plan, own->today);
	own->late += interview != DATE_NONE && interview < own->today;
	own->due += interview == own->today;
}

/* The newest full round of those from first to before end, without any the newest; what comes after
 * it are pulses. */
static size_t newest_full(const struct store_round *rounds, size_t first, size_t end)
{
	for (size_t i = end; i-- > first;)
		if (rounds[i].kind != ROUND_PULSE)
			return i;
	return end - 1;
}

static void add_row(struct portfolio *own, size_t first, size_t end)
{
	struct store_round *rounds = own->list.rounds;
	size_t full = newest_full(rounds, first, end);
	struct portfolio_row *row = &own->rows[own->total++];
	*row = (struct portfolio_row){ .round = &rounds[full],
		.pulse = full + 1 < end ? &rounds[end - 1] : NULL,
		.last = &rounds[end - 1],
		.rounds = (int)(end - first),
		.before = NAN,
		.after = NAN };
	int cells = utf8_cells(UTF8_SCREEN, row->round->alliance_name);
	own->name_cells = cells > own->name_cells ? cells : own->name_cells;
	row->next = store_round_next(row->round);
	portfolio_say(own, row);
	portfolio_trend(own, row);
	count_due(own, row);
}

/* The list gives the rounds of an alliance together, the newest last. */
static void newest_rounds(struct portfolio *own)
{
	const struct store_round *rounds = own->list.rounds;
	size_t n = own->list.count, first = 0;
	own->rows = pool_alloc(&own->list.pool, n * sizeof(*own->rows));
	own->count = own->total = own->late = own->due = 0;
	own->name_cells = 8; /* at the least, so that columns stay while rows are read: */
	own->state_cells = 14;
	own->primary_cells = 10; /* "management", */
	own->next_cells = 8;     /* "! 20 Oct" */
	own->trends = false;
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && rounds[i + 1].alliance == rounds[i].alliance)
			continue;
		add_row(own, first, i + 1);
		first = i + 1;
	}
}

/* Where all were deleted the first thing to do is to bring one back. */
static void count_binned(struct portfolio *own, struct store *store)
{
	struct errmsg why;
	own->binned = 0;
	own->begin = NULL;
	if (own->total || store_bin_alliances(store, &own->binned, &why) || !own->binned)
		return;
	own->begin = words(&own->list.pool, own->undoable ? W_BEGIN_BACK : W_BEGIN_BINNED,
		hole_count("n", (int)own->binned));
}

static void reread(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	struct errmsg why;
	struct store_list fresh;
	int64_t at = focused(own);
	if (store_list(app->options.store, &fresh, &why)) {
		app_warn(app, "%s", why.text);
		return;
	}
	store_list_release(&own->list);
	own->list = fresh;
	own->today = app->today;
	own->ascii = app->options.ascii;
	snprintf(own->file, sizeof(own->file), "%s", store_path(app->options.store));
	newest_rounds(own);
	sort(own);
	focus_on(own, at);
	own->undoable = portfolio_can_undelete(own, app->options.store);
	count_binned(own, app->options.store);
	own->ahead_of = 0;
}

static void look_ahead(struct screen *screen)
{
	struct portfolio *own = screen->state;
	if (focused(own) != own->ahead_of)
		portfolio_look_ahead(own, screen->app->options.store);
	own->ahead_of = focused(own);
}

static void enter(struct screen *screen, const void *arg)
{
	struct portfolio *own = screen->state;
	(void)arg;
	own->opened = store_change(screen->app->options.store);
	reread(screen);
	look_ahead(screen);
	if (store_notice(screen->app->options.store))
		app_warn(screen->app, "%s", store_notice(screen->app->options.store));
}

/* One row a tick, so that a key never waits for more than one summary. */
static bool summarise(struct app *app, struct store_round *round)
{
	struct summary summary;
	struct errmsg why;
	round->summary_change = round->change; /* also when it fails: not again and again */
	if (store_summarise(app->options.store, round->assessment, &summary, &why))
		return false;
	round->health = summary.health;
	round->primary = primary_word(summary.primary);
	round->grade = grade_word(summary.grade);
	store_put_summary(app->options.store, round->assessment, round->change, round->health,
		round->primary, round->grade, &why);
	return true;
}

/* What the pulse of the row in focus has moved; looked at once. */
static void compare(struct app *app, struct portfolio *own)
{
	struct portfolio_row *row = own->focus.at < own->count ? &own->rows[own->focus.at] : NULL;
	struct record before, after;
	if (!row || !row->pulse || row->compared)
		return;
	row->compared = true;
	bool known = !store_load(app->options.store, row->round->assessment, &before, NULL);
	if (known && !store_load(app->options.store, row->pulse->assessment, &after, NULL)) {
		struct trend_between trend;
		trend_compute(&trend, &before, &after);
		row->before = trend.health_before;
		row->after = trend.health_after;
		trend_release(&trend);
		record_release(&after);
	}
	if (known)
		record_release(&before);
	portfolio_say(own, row);
	own->ahead_of = 0;
	app->ticked = true;
}

static void tick(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct portfolio_row *row;
	compare(screen->app, own);
	struct store_round *round = portfolio_stale(own, &row);
	if (round) {
		screen->app->ticked = summarise(screen->app, round);
		portfolio_say(own, row);
		portfolio_trend(own, row);
		own->ahead_of = 0;
	}
	look_ahead(screen);
}

static void open_home(struct screen *screen)
{
	struct portfolio *own = screen->state;
	const struct store_round *round = own->rows[own->focus.at].round;
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
	if (own->deleting && focused(own) == own->deleting && portfolio_delete(screen))
		reread(screen);
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
	reread(screen);
	own->focus.at = 0;
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
	struct portfolio *own = screen->state;
	if (!close_example(screen))
		return NAV_UP;
	reread(screen);
	own->focus.at = 0;
	app_say(screen->app, "%s", words_plain(W_EXAMPLE_GONE));
	return NAV_STAY;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct portfolio *own = screen->state;
	return sought_in(sought, own->rows[row].round->alliance_name);
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct portfolio *own = screen->state;
	rows->list = own->count ? &own->focus : NULL;
	rows->has = row_has;
	rows->of = ROWS_ALLIANCES;
}

static enum nav act_rows(struct screen *screen, enum act action)
{
	static const enum sentence said[SORT_COUNT] = { [SORT_NEXT] = W_SORTED_BY_NEXT,
		[SORT_NAME] = W_SORTED_BY_NAME,
		[SORT_HEALTH] = W_SORTED_BY_HEALTH };
	struct portfolio *own = screen->state;
	int64_t at = focused(own);
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
		own->sort = (own->sort + 1) % SORT_COUNT;
		sort(own);
		focus_on(own, at);
		app_say(screen->app, "%s", words_plain(said[own->sort]));
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
	char wanted[sizeof(own->filter)];
	memcpy(wanted, own->filter, sizeof(wanted));
	sort(own);
	snprintf(own->filter_label, sizeof(own->filter_label), "filter: %s", own->filter);
	own->focus.at = 0;
	focus_on(own, at);
	if (*wanted && !*own->filter)
		app_say(screen->app, "%s",
			words(&screen->app->said, W_FILTER_NOBODY, hole_text("words", wanted)));
}

/* Back from an alliance that was just added: the focus goes there. One that another program has
 * added leaves it where it is. */
static void resumed(struct screen *screen)
{
	struct portfolio *own = screen->state;
	int before = own->total;
	reread(screen);
	if (own->total > before && screen->app->loaded && !screen->app->elsewhere)
		focus_on(own, screen->app->record.alliance.object.key);
}

static enum nav act_any(struct screen *screen, enum act action, const struct key *key)
{
	struct portfolio *own = screen->state;
	if (list_act(&own->focus, action) || action == ACTION_SAVE)
		return NAV_STAY;
	bool chosen = action == ACTION_DO && !own->total;
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

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	enum nav nav = act_any(screen, action, key);
	look_ahead(screen);
	return nav;
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
	return own->total ? listed : own->undoable ? all_deleted : empty;
}

/* Beginning with an alliance of one's own. */
static bool records(const struct screen *screen, enum act action)
{
	const struct portfolio *own = screen->state;
	return action == ACTION_DO && !own->total && own->focus.at == BEGIN_ADD;
}

static const char *label(const struct screen *screen, enum act action)
{
	static const char *const sorts[SORT_COUNT] = { [SORT_NEXT] = "sort: next",
		[SORT_NAME] = "sort: name",
		[SORT_HEALTH] = "sort: health" };
	const struct portfolio *own = screen->state;
	if (action == ACTION_SORT)
		return sorts[own->sort];
	if (action == ACTION_FILTER && *own->filter)
		return own->filter_label;
	return action == ACTION_QUIT && own->own ? "leave the example" : NULL;
}

/* What is late and what is due today; NULL: nothing is. */
static const char *due_text(struct pool *pool, const struct portfolio *own)
{
	if (own->late && own->due)
		return words(pool, W_LATE_AND_DUE, hole_count("late", own->late),
			hole_count("due", own->due));
	if (own->late)
		return words(pool, W_LATE, hole_count("late", own->late));
	return own->due ? words(pool, W_DUE_TODAY, hole_count("due", own->due)) : NULL;
}

static const char *count_text(struct pool *pool, const struct portfolio *own)
{
	if (*own->filter)
		return words(pool, W_ALLIANCES_FILTERED, hole_count("n", own->count),
			hole_count("all", own->total));
	if (own->total)
		return words(pool, W_ALLIANCES, hole_count("n", own->total));
	return own->binned ? words(pool, W_ALLIANCES_BINNED, hole_count("n", (int)own->binned))
			   : words_plain(W_NO_ALLIANCES);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct portfolio *own = screen->state;
	struct pool pool = { 0 };
	const char *due = due_text(&pool, own);
	header->title = "Portfolio";
	snprintf(header->alliance, sizeof(header->alliance), "%s", count_text(&pool, own));
	if (due)
		snprintf(header->progress, sizeof(header->progress), "%s", due);
	if (!own->total && !own->binned && !screen->app->saved_at)
		header->saved = words_plain(W_NOTHING_TO_SAVE);
	pool_release(&pool);
}

static void leave(struct screen *screen)
{
	struct portfolio *own = screen->state;
	close_example(screen);
	pool_release(&own->ahead_pool);
	pool_release(&own->mine_pool);
	store_list_release(&own->list);
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
