/* SPDX-License-Identifier: MIT */
/*
 * The application: screens in a stack, keys to actions, what every screen does alike.
 */
#include "app.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/settings.h>

void app_init(struct app *app, const struct tui_options *options)
{
	*app = (struct app){ .advances = settings()->auto_advance,
		.options = *options,
		.today = clock_today(),
		.rows = 24,
		.cols = 80 };
	unsaved_init(&app->waiting, options->store, &app->record);
	str_init(&app->scratch);
	edit_init(&app->ask, true);
}

static void pop(struct app *app)
{
	struct screen *screen = app->top;
	app->top = screen->below;
	if (screen->ops->leave)
		screen->ops->leave(screen);
	free(screen->state);
	free(screen);
}

void app_release(struct app *app)
{
	while (app->top)
		pop(app);
	if (app->waiting.first && unsaved_settle(&app->waiting) != KEPT)
		app->lost += unsaved_count(&app->waiting);
	app->lost += app->draft_waits;
	unsaved_release(&app->waiting);
	if (app->planned)
		plan_release(&app->plan);
	if (app->diagnosed)
		diagnosis_release(&app->diagnosis);
	store_shows(app->options.store, NULL);
	if (app->loaded)
		record_release(&app->record);
	edit_release(&app->ask);
	pool_release(&app->said);
	dispute_forget(app);
	str_release(&app->scratch);
}

void app_layout(struct app *app)
{
	if (app->top && app->top->ops->layout && app->rows >= ROWS_MIN && app->cols >= COLS_MIN)
		app->top->ops->layout(app->top, app->rows, app->cols);
}

void app_push(struct app *app, const struct screen_ops *ops, const void *arg)
{
	struct screen *screen = mem_alloc(sizeof(*screen));
	*screen = (struct screen){ .ops = ops, .app = app, .below = app->top };
	screen->state = mem_alloc(ops->state_size);
	app->top = screen;
	if (ops->enter)
		ops->enter(screen, arg);
	app_layout(app);
}

static bool is_place(const struct screen *screen)
{
	return screen->below && screen->ops != &screen_home && screen->ops != &screen_portfolio;
}

static void leave_places(struct app *app)
{
	while (is_place(app->top))
		pop(app);
}

void app_place(struct app *app, const struct screen_ops *ops, const void *arg)
{
	leave_places(app);
	app_push(app, ops, arg);
}

/* A pulse has neither facts nor a plan: those of the last full round are meant. False, and said:
 * there is none. */
static bool leave_pulse(struct app *app)
{
	int64_t own = app->record.assessment.object.key;
	if (app->record.assessment.kind != ROUND_PULSE)
		return true;
	int64_t full = store_newest(app->options.store, own);
	leave_places(app);
	if (full != own && app_open(app, full) && app->record.assessment.kind != ROUND_PULSE) {
		app_say(app, "%s",
			words(&app->said, W_PULSE_GOES_TO_FULL,
				hole_text("round", words_round(app->record.assessment.kind))));
		return true;
	}
	app_warn(app, "%s", words_plain(W_HOME_PULSE_ALONE));
	return false;
}

/* The record was loaded anew, because another program has changed something of it. */
static void show_anew(struct app *app)
{
	app->elsewhere = true;
	app_do(app, ACTION_RESUMED, &(struct key){ 0 });
	app->elsewhere = false;
	app->ticked = true;
}

/* What the action does on every screen. */
static void act_default(struct app *app, enum act action)
{
	switch ((int)action) {
	case ACTION_UNDO:
	case ACTION_REDO:
		if (app_undo(app, action == ACTION_REDO))
			leave_places(app);
		if (app->top && app->loaded)
			app_do(app, ACTION_RESUMED, &(struct key){ 0 });
		break;
	case ACTION_THEIRS:
	case ACTION_OURS:
		if (app_choose(app, action == ACTION_OURS ? STORE_OURS : STORE_THEIRS))
			show_anew(app);
		break;
	case ACTION_HELP:
	case ACTION_HELP_TEXT:
	case ACTION_HELP_ONLY:
		app_push(app, &screen_help, NULL);
		break;
	case ACTION_PALETTE:
		app_push(app, &screen_help, ":");
		break;
	case ACTION_SEARCH:
		seek_begin(app);
		break;
	case ACTION_SEARCH_NEXT:
	case ACTION_SEARCH_BEFORE:
		seek_again(app, action == ACTION_SEARCH_NEXT ? 1 : -1);
		break;
	case ACTION_SAVED:
	case ACTION_MAKE: /* where nothing new is made */
		app_say(app, "%s", words_plain(app->unsaved ? W_NOT_SAVED_YET : W_SAVED_ALREADY));
		break;
	case ACTION_REDRAW:
		app->repaint = true;
		break;
	case ACTION_AUDIT:
		if (leave_pulse(app))
			app_place(app, &screen_audit, NULL);
		break;
	case ACTION_DIAGNOSIS:
		app_place(app, &screen_diagnosis, NULL);
		break;
	case ACTION_PLAN:
		if (leave_pulse(app))
			app_place(app, &screen_plan, NULL);
		break;
	case ACTION_MEETINGS:
		if (leave_pulse(app))
			app_place(app, &screen_meeting, NULL);
		break;
	case ACTION_TREND:
		app_place(app, &screen_trend, NULL);
		break;
	case ACTION_REPORT:
		app_place(app, &screen_report, NULL);
		break;
	case ACTION_NOTES:
		app_push(app, &screen_notes, NULL);
		break;
	case ACTION_SHEETS:
		app_push(app, &screen_sheets, NULL);
		break;
	case ACTION_PREVIEW:
		app_push(app, &screen_preview, NULL);
		break;
	case ACTION_PROFILE:
		if (leave_pulse(app))
			app_place(app, &screen_profile, NULL);
		break;
	}
}

/* The one below learns that it is on top again, and may leave as well. */
static void leave_screen(struct app *app)
{
	do
		pop(app);
	while (app->top &&
		app->top->ops->act(app->top, ACTION_RESUMED, &(struct key){ 0 }) == NAV_UP);
	app->quit |= !app->top;
}

/* The program is not left with changes that wait unless somebody has said so. */
static bool may_end(struct app *app)
{
	if (!app->waiting.first || app_settle(app))
		return true;
	if (app->dispute.open) /* that is chosen first */
		return false;
	app->leaving = true;
	app_confirm(app, "%s",
		words(&app->said, W_CHANGES_LEAVE, hole_count("n", unsaved_count(&app->waiting))));
	return false;
}

static void open_choice(struct app *app)
{
	if (app->top->ops != &screen_choice)
		app_push(app, &screen_choice, NULL);
}

enum nav app_act(struct app *app, enum act action, const struct key *key)
{
	struct screen *screen = app->top;
	enum nav nav = screen->ops->act(screen, action, key);
	if (nav == NAV_DEFAULT &&
		(action == ACTION_UP_LEVEL || action == ACTION_QUIT || action == ACTION_CLOSE ||
			action == ACTION_RETURN))
		nav = NAV_UP;
	if (nav == NAV_DEFAULT)
		act_default(app, action);
	else if (nav == NAV_UP && app->top == screen && (screen->below || may_end(app)))
		leave_screen(app);
	else if (nav == NAV_QUIT)
		app->quit = may_end(app);
	if (app->dispute.open && !app->quit)
		open_choice(app);
	if (!app->quit)
		app_layout(app);
	return nav;
}

void app_do(struct app *app, enum act action, const struct key *key)
{
	app_act(app, action, key);
}

bool app_sealed(const struct app *app)
{
	return app->loaded && app->record.assessment.sealed != DATE_NONE;
}

bool app_read_only(const struct app *app)
{
	return app->options.store && store_read_only(app->options.store);
}

bool app_can(const struct screen *screen, enum act action)
{
	if (action == ACTION_TREND && screen->app->rounds < ROUNDS_COMPARED)
		return false;
	const struct screen_ops *ops = screen->ops;
	bool records = ops->records && ops->records(screen, action);
	if (app_read_only(screen->app))
		return !records && !action_writes(action);
	bool sealed = app_sealed(screen->app) && !ops->goes_on;
	bool closed = sealed || (ops->closed && ops->closed(screen));
	return !closed || !records;
}

#define LOOK_MOST (64 << 20) /* a quarter of a second */

/* Once the first picture stands and no key waits: damage is told before it is worked with. */
static void look_for_damage(struct app *app)
{
	struct errmsg why;
	enum err err =
		app->options.store ? store_check(app->options.store, LOOK_MOST, &why) : ERR_NONE;
	app->looked = err != ERR_LOCKED;
	app->damaged = err == ERR_FAILED;
	if (app->damaged)
		app_warn(app, "%s", why.text);
}

/* What is erased by another program's doing is not made again, and that is said instead of why the
 * rest waited. False: the record cannot be loaded now. */
static bool follow(struct app *app, bool *said_why)
{
	bool stale = unsaved_is_stale(&app->waiting);
	if (stale && !app_reload(app))
		return false;
	int gone = unsaved_drop_erased(&app->waiting);
	if (stale)
		app_do(app, ACTION_RESUMED, &(struct key){ 0 });
	if (gone)
		app_warn(app, "%s", words(&app->said, W_CHANGES_GONE, hole_count("n", gone)));
	*said_why &= !gone;
	return true;
}

static void tell_saved(struct app *app, bool said_why)
{
	app->told = false;
	app->saved_at = clock_ms();
	if (said_why && app->warning && !app->asking && !app->confirming)
		app_say(app, "%s", words_plain(W_SAVED_NOW));
}

/* Another program was first: that opens by itself only where no key is meant for something else. */
static void ask_choice(struct app *app)
{
	bool writing = app->top->ops->text && app->top->ops->text(app->top);
	if (writing || app->asking || app->confirming)
		return;
	app_dispute(app);
	open_choice(app);
}

#define RETRY_MS 2000

/* What waits is tried again by the clock. */
static void retry(struct app *app)
{
	const struct unsaved *waiting = &app->waiting;
	bool said_why = app->told;
	if (!waiting->first || waiting->disputed || clock_monotonic_ms() < waiting->retry_at)
		return;
	if (!follow(app, &said_why)) {
		app->waiting.retry_at = clock_monotonic_ms() + RETRY_MS;
		return;
	}
	if (app->waiting.first && !unsaved_retry(&app->waiting))
		return;
	app->ticked = true;
	app->unsaved = app_unsaved(app) > 0;
	if (app->waiting.disputed)
		ask_choice(app);
	if (!app->waiting.first)
		tell_saved(app, said_why);
}

void app_tick(struct app *app)
{
	if (!app->top)
		return;
	if (!app->looked)
		look_for_damage(app);
	retry(app);
	app_ask_tick(app);
	if (app->quit)
		return;
	struct screen *screen = app->top;
	if (screen->ops->act(screen, ACTION_TICK, &(struct key){ 0 }) == NAV_UP)
		leave_screen(app);
	if (app->ticked)
		app_layout(app);
}

void app_follow(struct app *app)
{
	if (app->top && app_look_elsewhere(app))
		show_anew(app);
}

void app_save_drafts(struct app *app)
{
	if (app->waiting.first) {
		unsaved_settle(&app->waiting);
		app->unsaved = app_unsaved(app) > 0;
	}
	app_ask_save(app);
	for (struct screen *screen = app->top; screen; screen = screen->below)
		screen->ops->act(screen, ACTION_SAVE, &(struct key){ 0 });
}

void app_resize(struct app *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	app->repaint = true;
	app_ask_layout(app);
	for (struct screen *screen = app->top; screen; screen = screen->below)
		if (screen->ops->layout && rows >= ROWS_MIN && cols >= COLS_MIN)
			screen->ops->layout(screen, rows, cols);
}

enum width width_of(int cols)
{
	return cols >= 100 ? WIDTH_WIDE : cols >= 80 ? WIDTH_STANDARD : WIDTH_NARROW;
}
