/* SPDX-License-Identifier: MIT */
/*
 * The action table: name, keys, words. The key reader, footer, help, palette and manual read the
 * same rows; a screen offers actions, never keys.
 */
#ifndef TUI_ACTIONS_H
#define TUI_ACTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* A key: a Unicode character, or one of these, or KEY_ALT and one of both. */
enum key_code {
	KEY_NONE = 0,
	KEY_SPECIAL = 0x110000,
	TUI_UP,
	TUI_DOWN,
	TUI_LEFT,
	TUI_RIGHT,
	TUI_HOME,
	TUI_END,
	TUI_PAGE_UP,
	TUI_PAGE_DOWN,
	TUI_ENTER,
	TUI_ESCAPE,
	TUI_TAB,
	TUI_BACK_TAB,
	TUI_BACKSPACE,
	TUI_DELETE,
	TUI_F1,
	TUI_WORD_LEFT, /* Ctrl or Alt with an arrow */
	TUI_WORD_RIGHT,
	TUI_DELETE_WORD,
	TUI_CLICK, /* of the mouse, at key.row */
	TUI_WHEEL_UP,
	TUI_WHEEL_DOWN,
	TUI_PASTE, /* a bracketed paste: text in key.text */
	KEY_ALT = 0x200000,
};

struct key {
	int code;
	const char *text; /* UTF-8 of what was typed or pasted; valid until the next key */
	int row;          /* of a click: of the window, from 0 */
};
#define CONTROL(letter) ((letter)&0x1F)

enum key_mode { MODE_NAV = 1, MODE_TEXT = 2, MODE_BOTH = 3 };

enum act {
	ACTION_NONE,
#define ACTION(id, mode, keys, shown, label, group, help) ACTION_##id,
#include "actions.def"
#undef ACTION
	ACTION_COUNT,
	/* not keys: what the app tells a screen */
	ACTION_KEY,       /* a key that no offered action took (TEXT mode, digits) */
	ACTION_CONFIRMED, /* the question of app_confirm was answered with y */
	ACTION_ASKED,     /* the line of app_ask was entered; key.text is it */
	ACTION_TICK,      /* about ten times a second while nothing is typed */
	ACTION_SAVE,      /* make durable what is being typed, now */
	ACTION_RESUMED,   /* the screen above was left, or the record was loaded anew */
	ACTION_NEWS,      /* it will be, as another program has changed it: note what is in focus */
};

struct action_row {
	const char *name;  /* for the palette: "next question" is its label; this is the id in lower
			      case */
	unsigned mode;     /* enum key_mode */
	const char *keys;  /* names separated by blanks: "Enter n Right" */
	const char *shown; /* in the footer: "1-5", "Enter" */
	const char *label; /* in the footer: "rate" */
	const char *group; /* heading in the help */
	const char *help;  /* one line */
};
/* By enum act; as it is by default until keys are settled (tui_key). */
extern const struct action_row *const action_table;
extern const struct action_row action_defaults[ACTION_COUNT];
/* From now on these keys, shown so in the footer; both live on. */
void action_settle(enum act, const char *keys, const char *shown);

/* "next-question" for NEXT_QUESTION. */
#define ACTION_NAME 40
const char *action_name(enum act, char name[ACTION_NAME]);
/* The first of its keys, as the footer shows it: "^O". */
#define ACTION_KEY_TEXT 24
const char *action_first_key(enum act, char key[ACTION_KEY_TEXT]);

/* Does it write, on every screen that offers it? */
bool action_writes(enum act);

/* Code of the action's key number i; KEY_NONE behind the last. */
int action_key(enum act, int i);
/* Code of a key by its name of n bytes: "Enter", "C-t", "x"; KEY_NONE: no key has it. */
int key_code(const char *name, size_t n);
/* Does this key stand among the keys of the action? */
bool action_has_key(enum act, const struct key *);

#endif
