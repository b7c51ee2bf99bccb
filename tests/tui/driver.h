/* SPDX-License-Identifier: MIT */
/*
 * Drive the real program on a pseudo-terminal and look at its screen: forkpty(3) and libvterm.
 * One process, no threads, no signals installed; every wait is for a condition, with a deadline.
 */
#ifndef TERM_DRIVER_H
#define TERM_DRIVER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct term_options {
	int rows, cols;         /* 0 -> 24 x 80 */
	const char *term;       /* NULL -> xterm-256color */
	const char *locale;     /* NULL -> C.UTF-8 (sets LC_ALL) */
	const char *cwd;        /* NULL -> as is */
	const char *const *env; /* extra "K=V", NULL-terminated; NULL -> none */
	bool inherit_env;       /* false: clean environment (PATH, HOME, TERM, LC_ALL) */
};

struct term_cell {
	char text[4 * 6 +
		1]; /* UTF-8 of this cell ("" = never written, right half of a wide one) */
	int width;  /* 1 or 2 */
	bool bold, underline, italic, blink, reverse;
	int fg, bg; /* palette index, -1 default, -2 RGB */
};

struct term *term_spawn(char *const argv[], const struct term_options *o);
void term_free(struct term *t); /* kills what still runs, reaps it */
pid_t term_pid(const struct term *t);
int term_master(const struct term *t);

/* input: plain text plus {ENTER} {ESC} {TAB} {BTAB} {UP} {DOWN} {LEFT} {RIGHT}
 * {HOME} {END} {PGUP} {PGDN} {INS} {DEL} {BS} {F1}..{F12} {C-x} {M-x} {LBRACE}; {DOWN*5} repeats.
 * Cursor keys follow the program's own DECCKM mode (libvterm does it). */
bool term_keys(struct term *t, const char *script);
bool term_send(struct term *t, const void *p, size_t n); /* raw bytes */

/* Waiting: all return false on time-out.  Prefer wait_text, then wait_idle, then wait_quiet. */
bool term_wait_text(struct term *t, const char *needle, int timeout_ms);
bool term_wait_gone(struct term *t, const char *needle, int timeout_ms);
bool term_wait_idle(
	struct term *t, int timeout_ms); /* blocked in read/poll on its tty, queues empty */
bool term_wait_quiet(struct term *t, int quiet_ms, int timeout_ms);
bool term_wait_exit(struct term *t, int timeout_ms, int *status);

void term_resize(struct term *t, int rows, int cols); /* kernel sends SIGWINCH */
void term_kill(struct term *t, int sig);

/* looking (pointers are valid until the next call of the same function) */
const char *term_text(struct term *t); /* rows joined by \n, right-trimmed */
const char *term_row(struct term *t, int row);
const char *term_attrs(struct term *t); /* same grid: . plain B bold U under R reverse D=... */
struct term_cell term_at(struct term *t, int row, int col);
bool term_find(struct term *t, const char *needle, int *row, int *col);
void term_cursor(struct term *t, int *row, int *col, bool *visible);
bool term_altscreen(const struct term *t);
bool term_mouse(const struct term *t);   /* are its reports asked for? */
size_t term_bytes(const struct term *t); /* bytes the program has written so far */
int term_bells(const struct term *t);
const char *term_unhandled(const struct term *t); /* control sequences libvterm did not know */
#endif
