/* SPDX-License-Identifier: MIT */
/*
 * The action table.
 */
#include "actions.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

#include <rekindle/words.h>

#define ACTION(id, mode, keys, shown, label, group, help)                                          \
	[ACTION_##id] = { #id, mode, keys, shown, label, group, help },
const struct action_row action_defaults[ACTION_COUNT] = {
	[ACTION_NONE] = { "", 0, "", "", "", "", "" },
#include "actions.def"
};
static struct action_row rows[ACTION_COUNT] = {
	[ACTION_NONE] = { "", 0, "", "", "", "", "" },
#include "actions.def"
};
#undef ACTION
const struct action_row *const action_table = rows;

#define KEYS_READ 12 /* of an action at the most, and the end */
static struct {
	const char *keys; /* as read; NULL: not yet */
	int code[KEYS_READ];
} read_codes[ACTION_COUNT];

const char *action_name(enum act action, char name[ACTION_NAME])
{
	size_t n = 0;
	for (const char *at = action_defaults[action].name; *at && n < ACTION_NAME - 1; at++)
		name[n++] = *at == '_' ? '-' : (char)tolower((unsigned char)*at);
	name[n] = '\0';
	return name;
}

const char *action_first_key(enum act action, char key[ACTION_KEY_TEXT])
{
	const char *shown = rows[action].shown;
	snprintf(key, ACTION_KEY_TEXT, "%.*s", (int)strcspn(shown, " "), shown);
	return key;
}

/* Sentences name the keys that hold. */
static void action_tell(enum act action)
{
	char name[ACTION_NAME], key[ACTION_KEY_TEXT];
	words_settle_key(action_name(action, name), action_first_key(action, key));
}

void action_settle(enum act action, const char *keys, const char *shown)
{
	rows[action].keys = keys;
	read_codes[action].keys = NULL;
	rows[action].shown = shown;
	action_tell(action);
}

static const struct {
	const char *name;
	int code;
} key_names[] = {
	{ "Up", TUI_UP },
	{ "Down", TUI_DOWN },
	{ "Left", TUI_LEFT },
	{ "Right", TUI_RIGHT },
	{ "Home", TUI_HOME },
	{ "End", TUI_END },
	{ "PgUp", TUI_PAGE_UP },
	{ "PgDn", TUI_PAGE_DOWN },
	{ "Enter", TUI_ENTER },
	{ "Esc", TUI_ESCAPE },
	{ "Tab", TUI_TAB },
	{ "BackTab", TUI_BACK_TAB },
	{ "Backspace", TUI_BACKSPACE },
	{ "Delete", TUI_DELETE },
	{ "F1", TUI_F1 },
	{ "Space", ' ' },
};

/* The one character of n bytes; KEY_NONE: there are more, or none. */
static int character(const char *name, size_t n)
{
	ucs4_t code;
	return n && u8_mbtoucr(&code, (const uint8_t *)name, n) == (int)n ? (int)code : KEY_NONE;
}

int key_code(const char *name, size_t n)
{
	if (n == 1)
		return (unsigned char)name[0];
	if (n == 3 && name[0] == 'C' && name[1] == '-')
		return CONTROL(name[2]);
	for (size_t i = 0; i < sizeof(key_names) / sizeof(*key_names); i++)
		if (strlen(key_names[i].name) == n && !strncmp(key_names[i].name, name, n))
			return key_names[i].code;
	return character(name, n);
}

bool action_writes(enum act action)
{
	static const bool writes[ACTION_COUNT] = { [ACTION_ADD] = true,
		[ACTION_ADD_PERSON] = true,
		[ACTION_ADD_ALLIANCE] = true,
		[ACTION_ADD_ACTION] = true,
		[ACTION_EDIT] = true,
		[ACTION_EDIT_ROW] = true,
		[ACTION_DELETE] = true,
		[ACTION_SAME_PERSON] = true,
		[ACTION_NEXT_ROUND] = true,
		[ACTION_CONFIRM] = true,
		[ACTION_UNDO] = true,
		[ACTION_REDO] = true,
		[ACTION_FINISH] = true,
		[ACTION_SET_START] = true,
		[ACTION_SHIFT] = true,
		[ACTION_STATUS] = true,
		[ACTION_ADOPT] = true,
		[ACTION_ADOPT_ALL] = true,
		[ACTION_DRAW_UP] = true,
		[ACTION_DO_SHOWN] = true,
		[ACTION_SETTLE] = true,
		[ACTION_DECIDE] = true,
		[ACTION_MINUTE_NOTE] = true,
		[ACTION_ROW_UP] = true,
		[ACTION_ROW_DOWN] = true,
		[ACTION_MEETING_DAY] = true,
		[ACTION_CHANGE] = true,
		[ACTION_ACTUAL] = true,
		[ACTION_WHY] = true };
	return writes[action];
}

/* The names of its keys are read once: every key that is pressed asks for those of all actions. */
static const int *codes_of(enum act action)
{
	int *code = read_codes[action].code, count = 0;
	const char *keys = rows[action].keys;
	if (read_codes[action].keys == keys)
		return code;
	while (*keys && count < KEYS_READ - 1) {
		size_t n = strcspn(keys, " ");
		code[count++] = key_code(keys, n);
		keys += n + strspn(keys + n, " ");
	}
	code[count] = KEY_NONE;
	read_codes[action].keys = rows[action].keys;
	return code;
}

int action_key(enum act action, int i)
{
	const int *code = codes_of(action);
	while (i-- > 0 && *code != KEY_NONE)
		code++;
	return *code;
}

bool action_has_key(enum act action, const struct key *key)
{
	for (const int *code = codes_of(action); *code != KEY_NONE; code++)
		if (*code == key->code)
			return true;
	return false;
}
