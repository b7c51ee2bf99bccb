/* SPDX-License-Identifier: MIT */
/*
 * Keys of actions as a person has settled them: which may be, how they are shown, and whether two
 * actions of a screen have the same.
 */
#include <rekindle/tui.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <rekindle/utf8.h>
#include "../actions.h"
#include "../looks.h"
#include "../together.h"

#define KEYS_ROOM 48  /* bytes of the keys of an action, with its end */
#define SHOWN_ROOM 64 /* of what the footer has of them */
#define COMPANIONS 3  /* rows behind its own that a row's shown may stand for: "d x r k" */

static struct settled {
	bool set;
	char keys[KEYS_ROOM], shown[SHOWN_ROOM];
} settled[ACTION_COUNT];
static bool settled_any; /* any of them */

static size_t token(const char *text)
{
	return strcspn(text, " ");
}

static const char *behind(const char *text)
{
	text += token(text);
	return text + strspn(text, " ");
}

bool tui_action_fixed(int action)
{
	static const bool fixed[ACTION_COUNT] = { [ACTION_NONE] = true,
		[ACTION_RATE] = true,
		[ACTION_DIGIT] = true,
		[ACTION_NUMBER] = true,
		[ACTION_PICK_ROW] = true,
		[ACTION_ANSWER_CHECK] = true, /* each of them is its answer */
		[ACTION_KILL] = true,
		[ACTION_YANK] = true,
		[ACTION_RESTORE] = true,
		[ACTION_EDITOR] = true };
	return fixed[action];
}

int tui_action_count(void)
{
	return ACTION_COUNT;
}

bool tui_action_settled(int action)
{
	return settled[action].set;
}

const char *tui_action_keys(int action)
{
	return action_table[action].keys;
}

unsigned tui_action_modes(int action)
{
	return action_table[action].mode;
}

const char *tui_action_help(int action)
{
	return action_table[action].help;
}

const char *tui_action_name(int action)
{
	static char names[ACTION_COUNT][ACTION_NAME];
	return *names[action] ? names[action] : action_name((enum act)action, names[action]);
}

static bool same_name(const char *name, const char *typed)
{
	for (; *name && *typed; name++, typed++)
		if (*name != (*typed == '-' ? '_' : toupper((unsigned char)*typed)))
			return false;
	return *name == *typed;
}

int tui_action_find(const char *name)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		if (same_name(action_table[i].name, name))
			return i;
	return -1;
}

/* Those that send a signal, and those that are other keys: Backspace, Tab, Enter, Esc. */
static bool has_terminal(int code)
{
	static const char taken[] = "cz\\himj[";
	for (size_t i = 0; taken[i]; i++)
		if (code == CONTROL(taken[i]))
			return true;
	return false;
}

/* In a box it would be a letter, or move. */
static bool writes(int code)
{
	static const int moving[] = { TUI_UP, TUI_DOWN, TUI_LEFT, TUI_RIGHT, TUI_HOME, TUI_END,
		TUI_BACKSPACE, TUI_DELETE };
	for (size_t i = 0; i < sizeof(moving) / sizeof(*moving); i++)
		if (code == moving[i])
			return true;
	return code >= ' ' && code < KEY_SPECIAL;
}

static bool is_key(const char *name, size_t n, int code)
{
	bool letter = n == 3 && name[0] == 'C' && name[1] == '-';
	if (letter && !isalpha((unsigned char)name[2]) && !has_terminal(code))
		return false;
	return letter || (code >= KEY_SPECIAL) || (code > ' ' && !utf8_steers((unsigned)code)) ||
		(code == ' ' && n > 1);
}

/* Has the text, keys with blanks between, this one? */
static bool stands_among(const char *keys, const char *key, size_t n)
{
	for (; *keys; keys = behind(keys))
		if (token(keys) == n && !memcmp(keys, key, n))
			return true;
	return false;
}

static enum tui_fault check_key(enum act action, const char *name)
{
	size_t n = token(name);
	int code = key_code(name, n);
	if (!is_key(name, n, code))
		return TUI_UNKNOWN;
	if (stands_among(action_defaults[action].keys, name, n))
		return TUI_TAKEN;
	if (has_terminal(code) || (code >= '0' && code <= '9'))
		return TUI_RESERVED;
	return action_table[action].mode & MODE_TEXT && writes(code) ? TUI_WRITES : TUI_TAKEN;
}

/* "^T" for "C-t". */
static void add_shown(char *shown, const char *name, size_t n)
{
	const char *gap = *shown ? " " : "";
	size_t used = strlen(shown);
	if (n == 3 && name[0] == 'C' && name[1] == '-')
		snprintf(shown + used, SHOWN_ROOM - used, "%s^%c", gap,
			toupper((unsigned char)name[2]));
	else if (n == 7 && !memcmp(name, "BackTab", n))
		snprintf(shown + used, SHOWN_ROOM - used, "%sShift-Tab", gap);
	else
		snprintf(shown + used, SHOWN_ROOM - used, "%s%.*s", gap, (int)n, name);
}

/* The first key of an action as the footer has it by default. */
static bool shows_first(enum act action, const char *shown)
{
	char first[SHOWN_ROOM] = "";
	add_shown(first, action_defaults[action].keys, token(action_defaults[action].keys));
	return strlen(first) == token(shown) && !memcmp(first, shown, token(shown));
}

/* What the footer shows of an action stands for it, and for those behind it in the table. */
static void show(enum act action)
{
	struct settled *own = &settled[action];
	const char *part = action_defaults[action].shown;
	*own->shown = '\0';
	for (int i = 0; *part; part = behind(part), i++) {
		enum act meant = action + (enum act)i;
		if (meant < ACTION_COUNT && settled[meant].set && shows_first(meant, part))
			add_shown(own->shown, settled[meant].keys, token(settled[meant].keys));
		else
			add_shown(own->shown, part, token(part));
	}
	action_settle(action, own->set ? own->keys : action_defaults[action].keys, own->shown);
}

static enum tui_fault check_keys(enum act action, const char *keys, const char **at)
{
	int count = 0;
	for (*at = keys; **at; *at = behind(*at)) {
		enum tui_fault fault = check_key(action, *at);
		if (fault)
			return fault;
		if (++count > TUI_KEYS_MOST)
			return TUI_TOO_MANY;
	}
	return count ? TUI_TAKEN : TUI_NO_VALUE;
}

static void take(struct settled *own, const char *keys)
{
	*own = (struct settled){ .set = true };
	settled_any = true;
	for (size_t used = 0; *keys; keys = behind(keys))
		used += (size_t)snprintf(own->keys + used, KEYS_ROOM - used, "%s%.*s",
			used ? " " : "", (int)token(keys), keys);
}

enum tui_fault tui_key(const char *name, const char *keys, const char **at)
{
	int action = tui_action_find(name);
	*at = name;
	if (action < 0)
		return TUI_NO_NAME;
	if (tui_action_fixed(action))
		return TUI_FIXED;
	enum tui_fault fault = check_keys((enum act)action, keys, at);
	if (fault)
		return fault;
	take(&settled[action], keys);
	for (int i = action; i >= action - COMPANIONS && i > ACTION_NONE; i--)
		show((enum act)i);
	return TUI_TAKEN;
}

void tui_settle_nothing(void)
{
	tui_settle_looks_back();
	memset(settled, 0, sizeof(settled));
	settled_any = false;
	for (int i = 0; i < ACTION_COUNT; i++)
		action_settle((enum act)i, action_defaults[i].keys, action_defaults[i].shown);
}

/* A key that both have now and had not before; NULL: none. */
static const char *shared(enum act one, enum act two)
{
	static char key[KEYS_ROOM];
	const char *keys = action_table[one].keys;
	for (; *keys; keys = behind(keys)) {
		size_t n = token(keys);
		if (!stands_among(action_table[two].keys, keys, n) ||
			(stands_among(action_defaults[one].keys, keys, n) &&
				stands_among(action_defaults[two].keys, keys, n)))
			continue;
		snprintf(key, sizeof(key), "%.*s", (int)n, keys);
		return key;
	}
	return NULL;
}

static bool clash(struct tui_clash *found, enum act one, enum act two)
{
	if (one == two || !settled[one].set || !(action_table[one].mode & action_table[two].mode))
		return false;
	*found = (struct tui_clash){ .changed = one, .other = two, .key = shared(one, two) };
	return found->key != NULL;
}

static bool lists(const struct together *list, enum act action)
{
	for (const enum act *one = list->actions; *one; one++)
		if (*one == action)
			return true;
	return false;
}

/* What every list has though its screen does not name it gives way to what that has by default;
 * with a key that was settled for it, it would be gone there. */
static bool clash_of_lists(const struct together *list, struct tui_clash *found)
{
	static const enum act common[] = { ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST,
		ACTION_LAST, ACTION_HALF_DOWN, ACTION_HALF_UP, ACTION_SEARCH_NEXT,
		ACTION_SEARCH_BEFORE, ACTION_NONE };
	if (!lists(list, ACTION_DOWN))
		return false;
	for (const enum act *one = common; *one; one++)
		for (const enum act *two = list->actions; *two; two++)
			if (clash(found, *one, *two))
				return true;
	return false;
}

/* Among those of a screen, and the two that work on every screen. */
static bool clash_in(const struct together *list, struct tui_clash *found)
{
	static const enum act always[] = { ACTION_SAVED, ACTION_REDRAW, ACTION_NONE };
	for (const enum act *one = list->actions; *one; one++) {
		for (const enum act *two = list->actions; *two; two++)
			if (clash(found, *one, *two))
				return true;
		for (const enum act *two = always; *two; two++)
			if (clash(found, *one, *two) || clash(found, *two, *one))
				return true;
	}
	return clash_of_lists(list, found);
}

bool tui_keys_clash(struct tui_clash *found)
{
	if (!settled_any) /* as at nearly every start */
		return false;
	for (const struct together *list = together; list->screen; list++)
		if (clash_in(list, found)) {
			found->screen = list->screen;
			return true;
		}
	return false;
}
