/* SPDX-License-Identifier: MIT */
/*
 * How each style looks, and what of it a person has settled otherwise.
 */
#include "looks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/settings.h>
#include <rekindle/tui.h>

#define PLAIN (-1)

static const struct look defaults[STYLE_COUNT] = {
	[STYLE_PLAIN] = { A_NORMAL, PLAIN },
	[STYLE_BOLD] = { A_BOLD, PLAIN },
	[STYLE_FOCUS] = { A_REVERSE, PLAIN },
	[STYLE_FIELD] = { A_UNDERLINE, PLAIN },
	[STYLE_PART] = { A_BOLD | A_UNDERLINE, PLAIN },
	[STYLE_DIM] = { A_DIM, PLAIN },
	[STYLE_CRITICAL] = { A_BOLD, COLOR_RED },
	[STYLE_WARN] = { A_NORMAL, COLOR_YELLOW },
	[STYLE_GOOD] = { A_NORMAL, COLOR_GREEN },
	[STYLE_LINK] = { A_NORMAL, COLOR_CYAN },
};

/* Yellow, green and cyan have no contrast on white. */
static const struct {
	enum style style;
	struct look look;
} light_looks[] = {
	{ STYLE_WARN, { A_NORMAL, COLOR_MAGENTA } },
	{ STYLE_GOOD, { A_NORMAL, COLOR_BLUE } },
	{ STYLE_LINK, { A_NORMAL, COLOR_BLUE } },
};

/* COLORFGBG is "15;0", or "0;default;15": the last is the colour of the background. */
static bool is_light(void)
{
	const char *said = getenv("COLORFGBG");
	const char *last = said ? strrchr(said, ';') : NULL;
	if (settings()->background != BACKGROUND_AUTO)
		return settings()->background == BACKGROUND_LIGHT;
	return last && (!strcmp(last, ";7") || !strcmp(last, ";15"));
}

static const struct look *usual_look(enum style style)
{
	for (size_t i = 0; i < sizeof(light_looks) / sizeof(*light_looks); i++)
		if (light_looks[i].style == style && is_light())
			return &light_looks[i].look;
	return &defaults[style];
}

static const enum style style_of[TUI_ROLE_COUNT] = {
	[TUI_CRITICAL] = STYLE_CRITICAL,
	[TUI_WEAK] = STYLE_WARN,
	[TUI_STRENGTH] = STYLE_GOOD,
	[TUI_LINK] = STYLE_LINK,
};
const char *const tui_role_names[TUI_ROLE_COUNT] = { "critical", "weak", "strength", "link" };
const char *const tui_role_helps[TUI_ROLE_COUNT] = {
	"what is critical, late, failed or fell",
	"what is weak, and warnings",
	"what is a strength, is done or rose",
	"quick wins, what is adopted, news",
};

static struct {
	bool set;
	struct look look;
} settled[TUI_ROLE_COUNT];

const struct look *look_of(enum style style)
{
	for (int role = 0; role < TUI_ROLE_COUNT; role++)
		if (style_of[role] == style && settled[role].set)
			return &settled[role].look;
	return usual_look(style);
}

short look_pair(enum style style)
{
	return look_of(style)->colour == PLAIN ? 0 : (short)style;
}

static const struct {
	const char *name;
	bool colours; /* else an attribute */
	short colour;
	attr_t attributes;
} words[] = {
	{ "default", true, PLAIN, A_NORMAL },
	{ "black", true, COLOR_BLACK, A_NORMAL },
	{ "red", true, COLOR_RED, A_NORMAL },
	{ "green", true, COLOR_GREEN, A_NORMAL },
	{ "yellow", true, COLOR_YELLOW, A_NORMAL },
	{ "blue", true, COLOR_BLUE, A_NORMAL },
	{ "magenta", true, COLOR_MAGENTA, A_NORMAL },
	{ "cyan", true, COLOR_CYAN, A_NORMAL },
	{ "white", true, COLOR_WHITE, A_NORMAL },
	{ "bold", false, PLAIN, A_BOLD },
	{ "dim", false, PLAIN, A_DIM },
	{ "underline", false, PLAIN, A_UNDERLINE },
	{ "reverse", false, PLAIN, A_REVERSE },
};
#define WORDS (sizeof(words) / sizeof(*words))

static const char *behind(const char *text)
{
	text += strcspn(text, " ");
	return text + strspn(text, " ");
}

/* One word of a look. False: there is no such word, or a second colour. */
static bool take_word(struct look *look, bool *coloured, const char *text)
{
	size_t n = strcspn(text, " ");
	for (size_t i = 0; i < WORDS; i++) {
		if (strlen(words[i].name) != n || memcmp(words[i].name, text, n) ||
			(words[i].colours && *coloured))
			continue;
		look->attributes |= words[i].attributes;
		if (words[i].colours)
			look->colour = words[i].colour, *coloured = true;
		return true;
	}
	return false;
}

static int find_role(const char *name)
{
	int role = 0;
	while (role < TUI_ROLE_COUNT && strcmp(tui_role_names[role], name))
		role++;
	return role;
}

enum tui_fault tui_color(const char *name, const char *text, const char **at)
{
	struct look look = { A_NORMAL, PLAIN };
	bool coloured = false;
	int role = find_role(name);
	*at = name;
	if (role == TUI_ROLE_COUNT)
		return TUI_NO_NAME;
	if (!*text)
		return TUI_NO_VALUE;
	for (*at = text; **at; *at = behind(*at))
		if (!take_word(&look, &coloured, *at))
			return TUI_UNKNOWN;
	settled[role].look = look;
	settled[role].set = true;
	return TUI_TAKEN;
}

bool tui_role_settled(enum tui_role role)
{
	return settled[role].set;
}

const char *tui_role_look(enum tui_role role, char buffer[TUI_LOOK_TEXT])
{
	const struct look *look = look_of(style_of[role]);
	size_t used = 0;
	*buffer = '\0';
	for (size_t i = 0; i < WORDS; i++) {
		bool has = words[i].colours ? words[i].colour == look->colour
					    : (look->attributes & words[i].attributes) != 0;
		if (has)
			used += (size_t)snprintf(buffer + used, TUI_LOOK_TEXT - used, "%s%s",
				used ? " " : "", words[i].name);
	}
	return buffer;
}

const char *tui_looks(char *buffer, size_t size)
{
	size_t used = 0;
	for (size_t i = 0; i < WORDS && used < size; i++)
		used += (size_t)snprintf(
			buffer + used, size - used, "%s%s", used ? " " : "", words[i].name);
	return buffer;
}

void tui_settle_looks_back(void)
{
	memset(settled, 0, sizeof(settled));
}

void canvas_colours(void)
{
	start_color();
	use_default_colors();
	for (int style = 0; style < STYLE_COUNT; style++)
		if (look_pair((enum style)style))
			init_pair((short)style, look_of((enum style)style)->colour, -1);
}
