/* SPDX-License-Identifier: MIT */
/*
 * The pseudo-terminal driver.
 */
#include "driver.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

struct term {
	pid_t pid;
	int fd;
	int rows, cols;
	bool reaped, eof, curvis, alt, mouse;
	int status, bells;
	size_t bytes;
	VTerm *vt;
	VTermScreen *scr;
	VTermState *st;
	char *text, *attrs, *row;
	char sname[64];
	char unh[512];
};

static int64_t now_ms(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static void out_cb(const char *s, size_t n, void *u)
{
	term_send(u, s, n);
}
static int prop_cb(VTermProp p, VTermValue *v, void *u)
{
	struct term *t = u;
	if (p == VTERM_PROP_CURSORVISIBLE)
		t->curvis = v->boolean;
	if (p == VTERM_PROP_ALTSCREEN)
		t->alt = v->boolean;
	if (p == VTERM_PROP_MOUSE)
		t->mouse = v->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}
static int bell_cb(void *u)
{
	((struct term *)u)->bells++;
	return 1;
}
static const VTermScreenCallbacks scr_cbs = { .settermprop = prop_cb, .bell = bell_cb };

static void note(struct term *t, const char *s)
{
	size_t l = strlen(t->unh);
	if (l + strlen(s) + 2 < sizeof t->unh && !strstr(t->unh, s)) {
		strcat(t->unh, s);
		strcat(t->unh, " ");
	}
}
static int un_csi(const char *leader, const long *args, int n, const char *inter, char cmd, void *u)
{
	char b[64];
	long a0 = n > 0 && !CSI_ARG_IS_MISSING(args[0]) ? (long)CSI_ARG(args[0]) : -1;
	snprintf(b, sizeof b, "CSI%s%ld%s%c", leader ? leader : "", a0, inter ? inter : "", cmd);
	note(u, b);
	return 1;
}
/* From 0.2 on libvterm has a type of its own for them. */
#if VTERM_VERSION_MAJOR == 0 && VTERM_VERSION_MINOR < 2
#define VTermStateFallbacks VTermParserCallbacks
#endif
static const VTermStateFallbacks un_cbs = { .csi = un_csi };

struct term *term_spawn(char *const argv[], const struct term_options *o)
{
	static const struct term_options none;
	if (!o)
		o = &none;
	struct term *t = calloc(1, sizeof(*t));
	if (!t)
		return NULL;
	t->rows = o->rows ? o->rows : 24;
	t->cols = o->cols ? o->cols : 80;
	t->curvis = true;
	struct winsize ws = { .ws_row = (unsigned short)t->rows,
		.ws_col = (unsigned short)t->cols };
	t->pid = forkpty(&t->fd, t->sname, NULL, &ws);
	if (t->pid < 0) {
		free(t);
		return NULL;
	}
	if (t->pid == 0) {
		if (!o->inherit_env) {
			const char *path = getenv("PATH"), *home = getenv("HOME");
			char *p = path ? strdup(path) : NULL, *h = home ? strdup(home) : NULL;
			clearenv();
			setenv("PATH", p ? p : "/usr/bin:/bin", 1);
			setenv("HOME", h ? h : "/", 1);
		}
		unsetenv("LINES");
		unsetenv("COLUMNS");
		setenv("TERM", o->term ? o->term : "xterm-256color", 1);
		setenv("LC_ALL", o->locale ? o->locale : "C.UTF-8", 1);
		for (const char *const *e = o->env; e && *e; e++)
			putenv((char *)(uintptr_t)*e);
		if (o->cwd && chdir(o->cwd))
			_exit(126);
		execvp(argv[0], argv);
		_exit(127);
	}
	fcntl(t->fd, F_SETFD, FD_CLOEXEC);
	fcntl(t->fd, F_SETFL, O_NONBLOCK);
	t->vt = vterm_new(t->rows, t->cols);
	vterm_set_utf8(t->vt, 1);
	vterm_output_set_callback(t->vt, out_cb, t);
	t->st = vterm_obtain_state(t->vt);
	t->scr = vterm_obtain_screen(t->vt);
	vterm_screen_enable_altscreen(t->scr, 1);
	vterm_screen_set_callbacks(t->scr, &scr_cbs, t);
	vterm_screen_set_unrecognised_fallbacks(t->scr, &un_cbs, t);
	vterm_screen_reset(t->scr, 1);
	return t;
}

static void reap(struct term *t, int flags)
{
	if (!t->reaped && waitpid(t->pid, &t->status, flags) == t->pid)
		t->reaped = true;
}

void term_free(struct term *t)
{
	if (!t)
		return;
	if (!t->reaped) {
		kill(t->pid, SIGKILL);
		reap(t, 0);
	}
	close(t->fd);
	vterm_free(t->vt);
	free(t->text);
	free(t->attrs);
	free(t->row);
	free(t);
}
pid_t term_pid(const struct term *t)
{
	return t->pid;
}
int term_master(const struct term *t)
{
	return t->fd;
}

/* read what is there, at most wait_ms for the first byte; true if bytes came */
static bool pump(struct term *t, int wait_ms)
{
	bool got = false;
	char b[65536];
	struct pollfd p = { .fd = t->fd, .events = POLLIN };
	while (!t->eof) {
		int r = poll(&p, 1, got ? 0 : wait_ms);
		if (r <= 0)
			break;
		ssize_t n = read(t->fd, b, sizeof b);
		if (n > 0) {
			vterm_input_write(t->vt, b, (size_t)n);
			t->bytes += (size_t)n;
			got = true;
		} else if (n == 0 || (errno != EAGAIN && errno != EINTR))
			t->eof = true; /* EIO: last slave closed */
	}
	return got;
}

bool term_send(struct term *t, const void *p, size_t n)
{
	const char *s = p;
	int64_t end = now_ms() + 5000;
	while (n) {
		ssize_t w = write(t->fd, s, n);
		if (w > 0) {
			s += w;
			n -= (size_t)w;
			continue;
		}
		if (w < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		if (now_ms() > end)
			return false;
		struct pollfd q = { .fd = t->fd, .events = POLLOUT };
		poll(&q, 1, 10); /* no pump here: this runs inside vterm callbacks too */
	}
	return true;
}

static const struct {
	const char *n;
	VTermKey k;
	VTermModifier m;
} keytab[] = {
	{ "ENTER", VTERM_KEY_ENTER, 0 },
	{ "TAB", VTERM_KEY_TAB, 0 },
	{ "BTAB", VTERM_KEY_TAB, VTERM_MOD_SHIFT },
	{ "ESC", VTERM_KEY_ESCAPE, 0 },
	{ "BS", VTERM_KEY_BACKSPACE, 0 },
	{ "UP", VTERM_KEY_UP, 0 },
	{ "DOWN", VTERM_KEY_DOWN, 0 },
	{ "LEFT", VTERM_KEY_LEFT, 0 },
	{ "RIGHT", VTERM_KEY_RIGHT, 0 },
	{ "INS", VTERM_KEY_INS, 0 },
	{ "DEL", VTERM_KEY_DEL, 0 },
	{ "HOME", VTERM_KEY_HOME, 0 },
	{ "END", VTERM_KEY_END, 0 },
	{ "PGUP", VTERM_KEY_PAGEUP, 0 },
	{ "PGDN", VTERM_KEY_PAGEDOWN, 0 },
};

static bool one_key(struct term *t, const char *name)
{
	for (size_t i = 0; i < sizeof keytab / sizeof *keytab; i++)
		if (!strcmp(name, keytab[i].n)) {
			vterm_keyboard_key(t->vt, keytab[i].k, keytab[i].m);
			return true;
		}
	if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9') {
		vterm_keyboard_key(t->vt, (VTermKey)VTERM_KEY_FUNCTION(atoi(name + 1)), 0);
		return true;
	}
	if (!strncmp(name, "C-", 2) && name[2] && !name[3]) {
		char c = (char)(name[2] & 0x1f);
		return term_send(t, &c, 1);
	}
	if (!strncmp(name, "M-", 2) && name[2] && !name[3]) {
		char c[2] = { 27, name[2] };
		return term_send(t, c, 2);
	}
	if (!strcmp(name, "LBRACE"))
		return term_send(t, "{", 1);
	return false;
}

bool term_keys(struct term *t, const char *s)
{
	pump(t, 0); /* learn the current cursor-key mode first */
	while (*s) {
		const char *e;
		if (*s == '{' && (e = strchr(s, '}'))) {
			char name[32];
			size_t n = (size_t)(e - s - 1);
			if (n >= sizeof name)
				return false;
			memcpy(name, s + 1, n);
			name[n] = 0;
			int rep = 1;
			char *star = n > 2 ? strrchr(name, '*') : NULL;
			if (star && star > name) {
				rep = atoi(star + 1);
				*star = 0;
			}
			while (rep-- > 0)
				if (!one_key(t, name))
					return false;
			s = e + 1;
		} else {
			e = strchr(s + 1, '{');
			size_t n = e ? (size_t)(e - s) : strlen(s);
			if (!term_send(t, s, n))
				return false;
			s += n;
		}
	}
	return true;
}

static bool read_proc(const char *path, char *text, size_t size)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return false;
	ssize_t n = read(file, text, size - 1);
	close(file);
	if (n <= 0)
		return false;
	text[n] = 0;
	return true;
}

/* Does its main thread sleep in a read, poll or select? Where the kernel does not tell in which
 * call, for a process that others may not look into, any sleep that a signal could end counts. */
static bool sleeps_for_input(struct term *t)
{
	char path[64], text[512] = "", state = 0;
	long call = -1;
	unsigned long first = 99;
	snprintf(path, sizeof path, "/proc/%d/syscall", (int)t->pid);
	if (read_proc(path, text, sizeof text)) {
		if (sscanf(text, "%ld 0x%lx", &call, &first) < 1)
			return false; /* "running" */
#if defined __x86_64__
		return (call == 0 && first == 0) || call == 7 || call == 23 || call == 270 ||
			call == 271 || call == 232 || call == 281;
#elif defined __aarch64__
		return (call == 63 && first == 0) || call == 72 || call == 73 || call == 22;
#endif
	}
	snprintf(path, sizeof path, "/proc/%d/stat", (int)t->pid);
	const char *name_end = read_proc(path, text, sizeof text) ? strrchr(text, ')') : NULL;
	return name_end && sscanf(name_end, ") %c", &state) == 1 && state == 'S';
}

/* Asking the terminal whether it can be read also makes the kernel deliver what was just typed,
 * which it may have put off on a busy machine. */
static bool has_pending_keys(struct term *t)
{
	int slave = open(t->sname, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (slave < 0)
		return false;
	struct pollfd ask = { .fd = slave, .events = POLLIN };
	bool pending = poll(&ask, 1, 0) > 0 && ask.revents & POLLIN;
	close(slave);
	return pending;
}

static bool blocked_on_input(struct term *t)
{
	return sleeps_for_input(t) && !has_pending_keys(t);
}

bool term_wait_idle(struct term *t, int timeout_ms)
{
	int64_t end = now_ms() + timeout_ms;
	int calm = 0;
	do {
		if (pump(t, 1)) {
			calm = 0;
			continue;
		}
		reap(t, WNOHANG);
		if (t->reaped || t->eof)
			return true;
		if (!blocked_on_input(t)) {
			calm = 0;
			continue;
		}
		if (pump(t, 0)) {
			calm = 0;
			continue;
		}
		if (++calm >= 2)
			return true; /* twice in a row, 1 ms apart */
	} while (now_ms() < end);
	return false;
}

bool term_wait_quiet(struct term *t, int quiet_ms, int timeout_ms)
{
	int64_t end = now_ms() + timeout_ms;
	while (now_ms() < end) {
		if (!pump(t, quiet_ms)) {
			reap(t, WNOHANG);
			return true;
		}
	}
	return false;
}

bool term_wait_text(struct term *t, const char *needle, int timeout_ms)
{
	int64_t end = now_ms() + timeout_ms;
	for (;;) {
		pump(t, 0);
		if (term_find(t, needle, NULL, NULL))
			return true;
		if (now_ms() >= end || t->eof)
			return false;
		pump(t, 10);
	}
}
bool term_wait_gone(struct term *t, const char *needle, int timeout_ms)
{
	int64_t end = now_ms() + timeout_ms;
	for (;;) {
		pump(t, 0);
		if (!term_find(t, needle, NULL, NULL))
			return true;
		if (now_ms() >= end || t->eof)
			return false;
		pump(t, 10);
	}
}
bool term_wait_exit(struct term *t, int timeout_ms, int *status)
{
	int64_t end = now_ms() + timeout_ms;
	do {
		pump(t, t->eof ? 0 : 2); /* keep draining: a full pty blocks the program's exit */
		reap(t, WNOHANG);
		if (t->reaped) {
			pump(t, 0);
			if (status)
				*status = t->status;
			return true;
		}
		if (t->eof) {
			struct timespec z = { 0, 1000000 };
			nanosleep(&z, NULL);
		}
	} while (now_ms() < end);
	return false;
}

void term_resize(struct term *t, int rows, int cols)
{
	pump(t, 0);
	t->rows = rows;
	t->cols = cols;
	vterm_set_size(t->vt, rows, cols);
	struct winsize ws = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	ioctl(t->fd, TIOCSWINSZ, &ws);
}
void term_kill(struct term *t, int sig)
{
	if (!t->reaped)
		kill(t->pid, sig);
}

static size_t put_utf8(char *o, uint32_t c)
{
	if (c < 0x80) {
		o[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		o[0] = (char)(0xc0 | c >> 6);
		o[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		o[0] = (char)(0xe0 | c >> 12);
		o[1] = (char)(0x80 | (c >> 6 & 63));
		o[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	o[0] = (char)(0xf0 | c >> 18);
	o[1] = (char)(0x80 | (c >> 12 & 63));
	o[2] = (char)(0x80 | (c >> 6 & 63));
	o[3] = (char)(0x80 | (c & 63));
	return 4;
}

static int palette(const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return -1;
	return VTERM_COLOR_IS_INDEXED(c) ? c->indexed.idx : -2;
}

struct term_cell term_at(struct term *t, int row, int col)
{
	struct term_cell r = { .width = 1, .fg = -1, .bg = -1 };
	VTermScreenCell c;
	if (row < 0 || col < 0 || row >= t->rows || col >= t->cols ||
		!vterm_screen_get_cell(t->scr, (VTermPos){ .row = row, .col = col }, &c))
		return r;
	size_t n = 0;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && c.chars[i] && c.chars[i] != (uint32_t)-1;
		i++)
		n += put_utf8(r.text + n, c.chars[i]);
	r.width = c.width;
	r.bold = c.attrs.bold;
	r.underline = c.attrs.underline;
	r.italic = c.attrs.italic;
	r.blink = c.attrs.blink;
	r.reverse = c.attrs.reverse;
	r.fg = palette(&c.fg);
	r.bg = palette(&c.bg);
	return r;
}

static size_t row_into(struct term *t, int row, char *o)
{
	size_t n = 0, last = 0;
	for (int c = 0; c < t->cols;) {
		struct term_cell k = term_at(t, row, c);
		size_t l = strlen(k.text);
		if (!l)
			o[n++] = ' ';
		else {
			memcpy(o + n, k.text, l);
			n += l;
			if (!(l == 1 && k.text[0] == ' '))
				last = n;
		}
		c += k.width > 1 ? 2 : 1;
	}
	o[last] = 0;
	return last;
}
const char *term_row(struct term *t, int row)
{
	t->row = realloc(t->row, (size_t)t->cols * 25 + 1);
	row_into(t, row, t->row);
	return t->row;
}
const char *term_text(struct term *t)
{
	t->text = realloc(t->text, (size_t)t->rows * ((size_t)t->cols * 25 + 1) + 1);
	size_t n = 0;
	for (int r = 0; r < t->rows; r++) {
		n += row_into(t, r, t->text + n);
		t->text[n++] = '\n';
	}
	t->text[n] = 0;
	return t->text;
}
/* one letter a cell: . plain, b bold, u underline, r reverse, capital B/R = with a colour,
 * digits 0-7 = only a background colour, c = only a foreground colour */
const char *term_attrs(struct term *t)
{
	t->attrs = realloc(t->attrs, (size_t)t->rows * (size_t)(t->cols + 1) + 1);
	char *o = t->attrs;
	for (int r = 0; r < t->rows; r++) {
		for (int c = 0; c < t->cols; c++) {
			struct term_cell k = term_at(t, r, c);
			bool col = k.fg != -1 || k.bg != -1;
			char ch = k.reverse             ? (col ? 'R' : 'r')
				: k.bold                ? (col ? 'B' : 'b')
				: k.underline           ? 'u'
				: k.bg >= 0 && k.bg < 8 ? (char)('0' + k.bg)
				: k.fg != -1            ? 'c'
							: '.';
			*o++ = ch;
		}
		*o++ = '\n';
	}
	*o = 0;
	return t->attrs;
}
bool term_find(struct term *t, const char *needle, int *row, int *col)
{
	for (int r = 0; r < t->rows; r++) {
		const char *s = term_row(t, r), *p = strstr(s, needle);
		if (!p)
			continue;
		if (row)
			*row = r;
		if (col) { /* bytes -> columns, via the cells */
			size_t off = (size_t)(p - s), n = 0;
			int c = 0;
			while (n < off && c < t->cols) {
				struct term_cell k = term_at(t, r, c);
				n += strlen(k.text) ? strlen(k.text) : 1;
				c += k.width > 1 ? 2 : 1;
			}
			*col = c;
		}
		return true;
	}
	return false;
}
void term_cursor(struct term *t, int *row, int *col, bool *visible)
{
	VTermPos p;
	vterm_state_get_cursorpos(t->st, &p);
	if (row)
		*row = p.row;
	if (col)
		*col = p.col;
	if (visible)
		*visible = t->curvis;
}
bool term_altscreen(const struct term *t)
{
	return t->alt;
}
bool term_mouse(const struct term *t)
{
	return t->mouse;
}
size_t term_bytes(const struct term *t)
{
	return t->bytes;
}
int term_bells(const struct term *t)
{
	return t->bells;
}
const char *term_unhandled(const struct term *t)
{
	return t->unh;
}
