/* SPDX-License-Identifier: MIT */
/*
 * Lines at the questions of the menus, and what can be typed at each of them.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "menu.h"

static void trim(struct str *line)
{
	str_delete(line, 0, strspn(line->text, " \t"));
	while (line->len && strchr(" \t", line->text[line->len - 1]))
		str_delete(line, line->len - 1, 1);
}

/* True: it was a command that leaves the question where it is. */
static bool obey(struct menu *menu)
{
	const char *typed = menu->line.text;

	if (strcmp(typed, ":help") == 0)
		line_say(menu->input, words_plain(W_MENU_HELP));
	else if (strcmp(typed, ":undo") == 0)
		menu_undo(menu, false);
	else if (strcmp(typed, ":redo") == 0)
		menu_undo(menu, true);
	else if (typed[0] == ':')
		line_refuse(menu->input,
			words(&menu->said, W_LINE_NO_COMMAND, hole_text("typed", typed)));
	else
		return false;
	return true;
}

enum menu_got menu_read(struct menu *menu, const char *question)
{
	for (;;) {
		line_prompt(menu->input, question);
		if (line_read(menu->input, &menu->line) != INPUT_LINE ||
			line_quits(menu->line.text)) {
			menu->over = true;
			return MENU_OVER;
		}
		trim(&menu->line);
		if (strcmp(menu->line.text, ":back") == 0)
			return MENU_BACK;
		if (!obey(menu))
			return MENU_LINE;
	}
}

int menu_number(struct menu *menu, const char *question, int most)
{
	while (menu_read(menu, question) == MENU_LINE) {
		char *end;
		long number = strtol(menu->line.text, &end, 10);

		if (!menu->line.len)
			return -1;
		if (!*end && number >= 1 && number <= most)
			return (int)number;
		line_refuse(menu->input,
			words(&menu->said, W_MENU_TYPE_NUMBER, hole_count("most", most)));
	}
	return 0;
}

bool menu_yes(struct menu *menu, const char *question)
{
	while (menu_read(menu, question) == MENU_LINE) {
		const char *typed = menu->line.text;

		if (!strcasecmp(typed, "y") || !strcasecmp(typed, "yes"))
			return true;
		if (!strcasecmp(typed, "n") || !strcasecmp(typed, "no") || !*typed)
			return false;
		line_refuse(menu->input, words_plain(W_MENU_TYPE_YES));
	}
	return false;
}

void menu_list(struct menu *menu, int n, const char *text)
{
	line_say(menu->input,
		words(&menu->said, W_LINE_NUMBERED, hole_count("n", n), hole_text("text", text)));
}
