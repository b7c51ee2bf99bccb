/* SPDX-License-Identifier: MIT */
/*
 * The key reader.
 */
#include "keys.h"

#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <unistr.h>

#include <rekindle/utf8.h>

#define WAKE_MS 100
#define PASTE_MAX (4u << 20) /* bytes of one paste; the rest is dropped */
#define PASTE_WAIT_MS 500    /* a paste whose end never comes */

static const struct {
	int curses, code;
} specials[] = {
	{ KEY_UP, TUI_UP },
	{ KEY_DOWN, TUI_DOWN },
	{ KEY_LEFT, TUI_LEFT },
	{ KEY_RIGHT, TUI_RIGHT },
	{ KEY_HOME, TUI_HOME },
	{ KEY_END, TUI_END },
	{ KEY_PPAGE, TUI_PAGE_UP },
	{ KEY_NPAGE, TUI_PAGE_DOWN },
	{ KEY_ENTER, TUI_ENTER },
	{ KEY_BTAB, TUI_BACK_TAB },
	{ KEY_BACKSPACE, TUI_BACKSPACE },
	{ KEY_DC, TUI_DELETE },
	{ KEY_F(1), TUI_F1 },
};

/* What terminals send although their terminfo entry says otherwise. */
static const struct {
	const char *bytes;
	int curses;
} variants[] = {
	{ "\033[H", KEY_HOME },
	{ "\033OH", KEY_HOME },
	{ "\033[1~", KEY_HOME },
	{ "\033[7~", KEY_HOME },
	{ "\033[F", KEY_END },
	{ "\033OF", KEY_END },
	{ "\033[4~", KEY_END },
	{ "\033[8~", KEY_END },
	{ "\033[A", KEY_UP },
	{ "\033OA", KEY_UP },
	{ "\033[B", KEY_DOWN },
	{ "\033OB", KEY_DOWN },
	{ "\033[C", KEY_RIGHT },
	{ "\033OC", KEY_RIGHT },
	{ "\033[D", KEY_LEFT },
	{ "\033OD", KEY_LEFT },
	{ "\033[5~", KEY_PPAGE },
	{ "\033[6~", KEY_NPAGE },
	{ "\033[3~", KEY_DC },
	{ "\033[Z", KEY_BTAB },
	{ "\033OP", KEY_F(1) },
	{ "\033[11~", KEY_F(1) },
	{ "\033[[A", KEY_F(1) },
	{ "\033OM", KEY_ENTER },
};

void keys_init(struct keys *keys, WINDOW *window)
{
	*keys = (struct keys){
		.window = window, .paste_begin = KEY_MAX + 1, .paste_end = KEY_MAX + 2
	};
	str_init(&keys->text);
	keypad(window, TRUE);
	nodelay(window, TRUE);
	for (size_t i = 0; i < sizeof(variants) / sizeof(*variants); i++)
		define_key(variants[i].bytes, variants[i].curses);
	define_key("\033[200~", keys->paste_begin);
	define_key("\033[201~", keys->paste_end);
}

void keys_release(struct keys *keys)
{
	str_release(&keys->text);
}

bool keys_wait(const sigset_t *deliver)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	struct timespec wake = { .tv_nsec = WAKE_MS * 1000000L };
	return ppoll(&in, 1, &wake, deliver) <= 0 || !(in.revents & (POLLHUP | POLLERR | POLLNVAL));
}

static void add_character(struct str *text, wint_t c)
{
	uint8_t bytes[6];
	int n = u8_uctomb(bytes, c, sizeof(bytes));
	if (n > 0)
		str_addn(text, (char *)bytes, (size_t)n);
}

/* Everything up to the closing bracket; carriage returns are newlines. */
static void read_paste(struct keys *keys)
{
	wint_t c;
	for (int waited = 0; waited < PASTE_WAIT_MS;) {
		int kind = wget_wch(keys->window, &c);
		if (kind == ERR) {
			waited += keys_wait(NULL) ? WAKE_MS : PASTE_WAIT_MS;
			continue;
		}
		waited = 0;
		if (kind == KEY_CODE_YES && (int)c == keys->paste_end)
			return;
		if (kind == OK && keys->text.len < PASTE_MAX)
			add_character(&keys->text, c == '\r' ? '\n' : c);
	}
}

static int special_code(int curses)
{
	for (size_t i = 0; i < sizeof(specials) / sizeof(*specials); i++)
		if (specials[i].curses == curses)
			return specials[i].code;
	return KEY_NONE;
}

static int plain_code(wint_t c)
{
	switch (c) {
	case '\r':
	case '\n':
		return TUI_ENTER;
	case '\t':
		return TUI_TAB;
	case 033:
		return TUI_ESCAPE;
	case '\b':
	case 0x7F:
		return TUI_BACKSPACE;
	}
	return (int)c;
}

bool keys_next(struct keys *keys, struct key *key)
{
	wint_t c;
	str_clear(&keys->text);
	int kind = wget_wch(keys->window, &c);
	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES && (int)c == keys->paste_begin) {
		read_paste(keys);
		key->code = TUI_PASTE;
	} else if (kind == KEY_CODE_YES) {
		key->code = special_code((int)c);
	} else {
		key->code = plain_code(c);
		if (key->code == (int)c && c >= ' ')
			add_character(&keys->text, c);
	}
	key->text = keys->text.text;
	return true;
}
