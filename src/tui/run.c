/* SPDX-License-Identifier: MIT */
/*
 * The terminal: set up, the loop, signals, and back to how it was on every way out.
 */
#include <rekindle/tui.h>

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include <rekindle/edited.h>

#include "app.h"
#include "fatal.h"
#include "keys/keys.h"
#include "terminal.h"

static volatile sig_atomic_t resized, interrupts, ended, stopped;

/* What the store had to say while a key was at work: said once that is done, so that nothing of
 * what the key says hides it. */
static struct errmsg heard;

static void hear(void *context, const char *sentence)
{
	(void)context;
	errmsg_set(&heard, ERR_NONE, "%s", sentence);
}

static void on_signal(int number)
{
	if (number == SIGWINCH)
		resized = 1;
	else if (number == SIGINT)
		interrupts++;
	else if (number == SIGTSTP)
		stopped = 1;
	else
		ended = number;
}

static const int handled[] = { SIGWINCH, SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP };
#define HANDLED (sizeof(handled) / sizeof(*handled))

/* Blocked but while waiting: a signal between a check and the wait is not lost. */
static void signals_take(struct sigaction *before, sigset_t *mask_before)
{
	sigset_t block;
	sigemptyset(&block);
	for (size_t i = 0; i < HANDLED; i++) {
		struct sigaction action = { .sa_handler = on_signal };
		sigemptyset(&action.sa_mask);
		sigaction(handled[i], &action, &before[i]);
		sigaddset(&block, handled[i]);
	}
	sigprocmask(SIG_BLOCK, &block, mask_before);
	resized = interrupts = ended = stopped = 0;
}

static void signals_return(const struct sigaction *before, const sigset_t *mask_before)
{
	for (size_t i = 0; i < HANDLED; i++)
		sigaction(handled[i], &before[i], NULL);
	sigprocmask(SIG_SETMASK, mask_before, NULL);
}

bool tui_possible(void)
{
	const char *name = getenv("TERM");
	int status;
	if (!name || !*name || !strcmp(name, "dumb"))
		return false;
	if (setupterm(name, STDOUT_FILENO, &status) != OK)
		return false;
	const char *address = tigetstr("cup");
	bool can = address && address != (char *)-1;
	del_curterm(cur_term);
	return can;
}

static bool with_mouse; /* its clicks and its wheel are reported, in the numbers of SGR */

/* What a terminal does for us beyond curses, and no longer. */
static void modes(bool on)
{
	if (with_mouse)
		putp(on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
	putp(on ? "\033[?2004h" : "\033[?2004l");
	fflush(stdout);
}

static void flow_control_off(void)
{
	struct termios mode;
	if (tcgetattr(STDIN_FILENO, &mode))
		return;
	mode.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
	mode.c_cc[VDISCARD] = mode.c_cc[VLNEXT] = _POSIX_VDISABLE; /* Ctrl-O, Ctrl-V are keys */
#ifdef VDSUSP
	mode.c_cc[VDSUSP] = _POSIX_VDISABLE; /* Ctrl-Y */
#endif
	tcsetattr(STDIN_FILENO, TCSANOW, &mode);
	def_prog_mode();
}

static SCREEN *terminal_begin(bool colour)
{
	if (!getenv("ESCDELAY"))
		set_escdelay(25);
	fatal_arm();
	SCREEN *screen = newterm(NULL, stdout, stdin);
	if (!screen) {
		fatal_disarm();
		return NULL;
	}
	fatal_learn();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, FALSE); /* digits of a keypad are digits; arrows we know in every form */
	typeahead(-1);         /* what is swallowed must not leave half a picture */
	flow_control_off();
	if (colour && has_colors())
		canvas_colours();
	curs_set(0);
	modes(true);
	return screen;
}

static void terminal_end(SCREEN *screen)
{
	modes(false);
	curs_set(1);
	endwin();
	delscreen(screen);
	fatal_disarm();
}

void terminal_leave(void)
{
	modes(false);
	endwin();
}

void terminal_return(struct app *app)
{
	refresh();
	flow_control_off();
	modes(true);
	app->repaint = true;
	resized = 1;
}

static void resize(struct app *app)
{
	struct winsize size;
	resized = 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col)
		return;
	resizeterm(size.ws_row, size.ws_col);
	app_resize(app, size.ws_row, size.ws_col);
}

/* Ctrl-Z: what is typed is saved, the shell gets its terminal, later we go on. */
static void suspend(struct app *app, const sigset_t *mask_before)
{
	stopped = 0;
	app_tick(app);
	app_save_drafts(app);
	terminal_leave();
	sigset_t now;
	sigprocmask(SIG_SETMASK, mask_before, &now);
	raise(SIGSTOP);
	sigprocmask(SIG_SETMASK, &now, NULL);
	terminal_return(app);
}

static void paint(struct app *app)
{
	int row, col;
	if (app->repaint)
		clearok(stdscr, TRUE);
	app->repaint = false;
	curs_set(app_draw(app, stdscr, &row, &col));
	wmove(stdscr, row, col);
	refresh();
}

void terminal_show(struct app *app)
{
	if (stdscr)
		paint(app);
}

static void take_interrupt(struct app *app)
{
	static const int enough = 2;
	app_save_drafts(app);
	if (interrupts >= enough)
		app->quit = app->interrupted = true;
	else
		app_say(app, "%s", words_plain(app->unsaved ? W_INTERRUPT_UNSAVED : W_INTERRUPT));
}

static bool writing(const struct app *app)
{
	const struct screen *top = app->top;
	return app->asking || (top->ops->text && top->ops->text(top));
}

/* Where something is written Alt with a key is for the box, or nothing. Elsewhere it is Esc and the
 * key, as hasty fingers mean it, but never Esc and a digit: that would rate below what is left. */
static void give(struct app *app, const struct key *key)
{
	int plain = key->code & ~KEY_ALT;
	bool digit = plain >= '0' && plain <= '9';
	if (mouse_key(app, key))
		return;
	if (key->code == plain || writing(app)) {
		app_key(app, key);
	} else if (!digit) {
		app_key(app, &(struct key){ .code = TUI_ESCAPE, .text = "" });
		if (!app->quit)
			app_key(app, &(struct key){ .code = plain, .text = key->text });
	}
}

/* One round: signals, then keys, then the clock. True when there is something to paint. */
static bool turn(struct app *app, struct keys *keys, const sigset_t *mask_before)
{
	static int seen;
	struct key key;
	bool paint_it = false;
	if (ended) {
		app_save_drafts(app);
		app->quit = app->interrupted = true;
		return false;
	}
	if (resized)
		resize(app), paint_it = true;
	if (stopped)
		suspend(app, mask_before), paint_it = true;
	if (interrupts != seen)
		seen = interrupts, take_interrupt(app), paint_it = true;
	while (!app->quit && keys_next(keys, &key)) {
		interrupts = seen = 0;
		give(app, &key);
		paint_it = true;
		if (app->repaint)
			break;
	}
	if (*heard.text)
		app_warn(app, "%s", heard.text), *heard.text = '\0', paint_it = true;
	const char *complaint = keys_complaint(keys);
	if (complaint)
		app_warn(app, "%s", complaint), paint_it = true;
	return paint_it;
}

static void loop(struct app *app, struct keys *keys, const sigset_t *mask_before)
{
	sigset_t pass = *mask_before;
	for (size_t i = 0; i < HANDLED; i++)
		sigdelset(&pass, handled[i]);
	resize(app);
	paint(app);
	while (!app->quit) {
		if (turn(app, keys, mask_before)) {
			if (!app->quit)
				paint(app);
			continue;
		}
		if (app->quit)
			break;
		if (!keys_wait(keys, &pass))
			ended = SIGHUP;
		char before[sizeof(app->message)];
		memcpy(before, app->message, sizeof(before));
		app->ticked = false;
		app_tick(app);
		if (!keys_ready(keys))
			app_follow(app);
		if (app->ticked || strcmp(before, app->message))
			paint(app);
	}
	if (!app->interrupted) /* else it has just been tried */
		app_save_drafts(app);
}

/* Person of a respondent's key in the open record, -1 when there is none. */
static int person_of(const struct app *app, int64_t respondent)
{
	for (size_t i = 0; i < app->record.respondent_count; i++)
		if (app->record.respondents[i].object.key == respondent)
			return app->record.respondents[i].person;
	return -1;
}

static void first_screens(struct app *app)
{
	app_push(app, &screen_portfolio, NULL);
	if (!app->options.assessment || !app_open(app, app->options.assessment))
		return;
	app_push(app, &screen_home, NULL);
	if (app->options.example)
		app_say_example(app);
	int person = app->options.newcomer ? -1 : person_of(app, app->options.respondent);
	if (app->options.newcomer)
		app_push(app, &screen_opening, &person);
	else if (person >= 0)
		app_interview(app, person);
}

static enum err lost_changes(const struct app *app, struct errmsg *why)
{
	struct pool pool = { 0 };
	enum err err = errmsg_set(why, ERR_FAILED, "%s",
		words(&pool, W_CHANGES_LOST, hole_count("n", app->lost),
			hole_text("why", app->waiting.why.text)));

	pool_release(&pool);
	return err;
}

enum err tui_run(const struct tui_options *given, bool *interrupted, struct errmsg *why)
{
	struct tui_options options = *given;
	struct sigaction actions_before[HANDLED];
	sigset_t mask_before;
	struct app app;
	struct keys keys;

	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		options.ascii = true;
	edited_recover(options.store);
	with_mouse = options.mouse;
	SCREEN *screen = terminal_begin(options.colour);
	if (!screen)
		return errmsg_set(why, ERR_FAILED,
			"this terminal cannot be set up (TERM=%s): use --line", getenv("TERM"));
	signals_take(actions_before, &mask_before);
	options.colour = options.colour && has_colors();
	app_init(&app, &options);
	keys_init(&keys, get_escdelay());
	keys.decoder.mouse = options.mouse;
	app.key_waits = keys_ready;
	app.keys = &keys;
	store_listen(options.store, hear, NULL);
	first_screens(&app);
	loop(&app, &keys, &mask_before);
	store_listen(options.store, NULL, NULL);
	bool by_signal = app.interrupted, damaged = app.damaged;
	terminal_end(screen);
	app_release(&app);
	keys_release(&keys);
	signals_return(actions_before, &mask_before);
	if (interrupted)
		*interrupted = by_signal;
	if (damaged)
		return store_check(options.store, 0, why);
	return app.lost ? lost_changes(&app, why) : ERR_NONE;
}
