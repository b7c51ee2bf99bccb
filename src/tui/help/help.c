/* SPDX-License-Identifier: MIT */
/*
 * Help and command palette: the actions of the screen below, from the action table; Enter does the
 * one in focus. The palette is the same list with a filter.
 */
#include "palette.h"

#include <string.h>

#include <rekindle/utf8.h>
#include "../widgets/list.h"

#define PLACES_MAX 64
#define ENTRIES_MAX (OFFERS_MOST + PLACES_MAX)
#define FRAME_WIDTH 76

/* An action of the screen below, or a place that is not of it. */
struct help_entry {
	enum act act;
	const struct palette_entry *place; /* NULL: an action */
};

struct help {
	struct help_entry entry[ENTRIES_MAX];
	int count;              /* in the order of their groups, then places */
	int shown[ENTRIES_MAX]; /* entries that pass the filter */
	struct list list;
	bool filtering;
	struct edit filter;
	bool framed;
	int top, left, width, height; /* inner place, without the frame */
};

/* Actions of the screen below in its mode and in NAV, grouped as the table groups them. */
static bool worth_listing(const struct screen *below, enum act action)
{
	bool text = below->ops->text && below->ops->text(below);
	return action_table[action].mode & (text ? MODE_TEXT : MODE_NAV);
}

static bool listed(const struct help *help, enum act action)
{
	for (int i = 0; i < help->count; i++)
		if (help->entry[i].act == action)
			return true;
	return false;
}

static void add_group(struct help *help, const struct screen *below, const struct offers *offers,
	const char *group)
{
	for (size_t i = 0; i < offers->count; i++) {
		enum act action = offers->act[i];
		if (!strcmp(action_table[action].group, group) && worth_listing(below, action) &&
			app_can(below, action) && !listed(help, action) &&
			help->count < ENTRIES_MAX)
			help->entry[help->count++] = (struct help_entry){ .act = action };
	}
}

static void collect(struct help *help, const struct screen *below)
{
	static const char *const groups[] = { "rating", "moving", "noting", "changing", "places",
		"always" };
	struct offers offers;
	offers_of(below, &offers);
	for (size_t i = 0; i < sizeof(groups) / sizeof(*groups); i++)
		add_group(help, below, &offers, groups[i]);
}

static enum act leads_to(const struct palette_entry *place)
{
	return place->then != ACTION_NONE ? place->then : place->first;
}

/* Where it leads the screen below offers itself, and lists it. */
static bool is_near(const struct screen *below, const struct palette_entry *place)
{
	enum act last = leads_to(place);
	if (last == ACTION_NONE)
		return !place->shell && below->ops == &screen_home;
	return offers_act(below, last);
}

static void collect_places(struct help *help, const struct screen *below)
{
	for (size_t i = 0; i < palette_count; i++)
		if (help->count < ENTRIES_MAX && !is_near(below, &palette_table[i]))
			help->entry[help->count++] =
				(struct help_entry){ .place = &palette_table[i] };
}

/* The words for a place are those of the action that leads there, too. */
static bool place_has(enum act action, const char *word)
{
	for (size_t i = 0; i < palette_count; i++)
		if (leads_to(&palette_table[i]) == action &&
			strcasestr(palette_table[i].words, word))
			return true;
	return false;
}

static bool has_word(const struct help_entry *entry, const char *word)
{
	const struct action_row *row = &action_table[entry->act];
	if (entry->place)
		return strcasestr(entry->place->words, word) ||
			strcasestr(entry->place->help, word);
	return strcasestr(row->help, word) || strcasestr(row->label, word) ||
		strcasestr(palette_words(entry->act), word) || place_has(entry->act, word);
}

static void apply_filter(struct help *help)
{
	const char *word = help->filter.text.text;
	int n = 0;
	for (int i = 0; i < help->count; i++) {
		if (!*word || has_word(&help->entry[i], word))
			help->shown[n++] = i;
	}
	list_layout(&help->list, n, help->list.rows);
}

static void enter(struct screen *screen, const void *arg)
{
	struct help *help = screen->state;
	edit_init(&help->filter, true);
	collect(help, screen->below);
	if (arg)
		collect_places(help, screen->below);
	help->filtering = arg != NULL;
	apply_filter(help);
}

static void leave(struct screen *screen)
{
	struct help *help = screen->state;
	edit_release(&help->filter);
}

/* The key that the chosen action would have had: its first one. */
static struct key first_key(enum act action)
{
	const char *keys = action_table[action].keys;
	bool single = *keys && (keys[1] == '\0' || keys[1] == ' ');
	return (struct key){ .code = single ? (unsigned char)keys[0] : KEY_NONE, .text = "" };
}

/* Close the help and do the action on the screen below. */
static enum nav do_focused(struct screen *screen)
{
	struct help *help = screen->state;
	struct app *app = screen->app;
	if (!help->list.count)
		return NAV_STAY;
	const struct help_entry *entry = &help->entry[help->shown[help->list.at]];
	app->pending = entry->act;
	app->pending_place = entry->place;
	app->pending_key = first_key(entry->act);
	return NAV_UP;
}

static enum nav filter_key(struct screen *screen, const struct key *key)
{
	struct help *help = screen->state;
	switch (key->code) {
	case TUI_UP:
	case TUI_DOWN:
		list_act(&help->list, key->code == TUI_UP ? ACTION_UP : ACTION_DOWN);
		return NAV_STAY;
	}
	edit_key(&help->filter, key);
	apply_filter(help);
	return NAV_STAY;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct help *help = screen->state;
	switch ((int)action) {
	case ACTION_TICK:
	case ACTION_SAVE:
	case ACTION_RESUMED:
		return NAV_STAY;
	case ACTION_KEY:
		return help->filtering ? filter_key(screen, key) : NAV_STAY;
	case ACTION_LEAVE_TEXT:
	case ACTION_CLOSE:
		return NAV_UP;
	case ACTION_DO:
	case ACTION_TAKE_ROW:
		return do_focused(screen);
	case ACTION_SEARCH:
		help->filtering = true;
		return NAV_STAY;
	}
	return list_act(&help->list, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act list_offers[] = { ACTION_PREVIOUS_CHOICE, ACTION_SEARCH, ACTION_DO,
		NONE, ACTION_CLOSE, NONE, ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
		ACTION_FIRST, ACTION_LAST, NONE };
	static const enum act filter_offers[] = { ACTION_TAKE_ROW, NONE, ACTION_LEAVE_TEXT, NONE,
		NONE };
	const struct help *help = screen->state;
	return help->filtering ? filter_offers : list_offers;
}

static const char *label(const struct screen *screen, enum act action)
{
	(void)screen;
	if (action == ACTION_SEARCH)
		return "search the help";
	if (action == ACTION_DO || action == ACTION_TAKE_ROW)
		return "do the one in focus";
	return action == ACTION_LEAVE_TEXT ? "close" : NULL;
}

static bool text(const struct screen *screen)
{
	const struct help *help = screen->state;
	return help->filtering;
}

#define FOOT_LINES 4 /* what letters mean, where the data is */

static void layout(struct screen *screen, int rows, int cols)
{
	struct help *help = screen->state;
	int body = body_rows(rows);
	help->framed = cols >= FRAME_WIDTH + 4;
	help->left = help->framed ? 5 : 2;
	help->width = help->framed ? FRAME_WIDTH - 6 : cols - 4;
	help->top = BODY_TOP + help->framed;
	help->height = body - (help->framed ? 2 : 0);
	int foot = help->height > FOOT_LINES + 6 ? FOOT_LINES : 0;
	list_layout(&help->list, help->list.count, help->height - foot - 1);
}

static void draw_frame(const struct help *help, const struct canvas *canvas, const char *title)
{
	int top = help->top - 1, bottom = help->top + help->height, right = 2 + FRAME_WIDTH - 1;
	for (int col = 3; col < right; col++) {
		canvas_text(canvas, top, col, 1, STYLE_PLAIN, "─");
		canvas_text(canvas, bottom, col, 1, STYLE_PLAIN, "─");
	}
	for (int row = top; row <= bottom; row++)
		canvas_padded(canvas, row, 0, 2, STYLE_PLAIN, ""); /* the focus below is not ours */
	for (int row = top + 1; row < bottom; row++) {
		canvas_padded(canvas, row, 2, FRAME_WIDTH, STYLE_PLAIN, SIGN_RULE);
		canvas_text(canvas, row, right, 1, STYLE_PLAIN, SIGN_RULE);
	}
	canvas_text(canvas, top, 2, 1, STYLE_PLAIN, "┌");
	canvas_text(canvas, top, right, 1, STYLE_PLAIN, "┐");
	canvas_text(canvas, bottom, 2, 1, STYLE_PLAIN, "└");
	canvas_text(canvas, bottom, right, 1, STYLE_PLAIN, "┘");
	canvas_textf(canvas, top, 4, FRAME_WIDTH - 6, STYLE_BOLD, " %s ", title);
	if (help->list.top + help->list.rows < help->list.count)
		canvas_text(canvas, bottom, right - 13, 12, STYLE_PLAIN, " more below ");
}

/* One key stands for the action; the footer may show several at once. */
static const char *key_text(const struct action_row *row, char *buffer, size_t size)
{
	const char *from = strchr(row->shown, ' ') ? row->keys : row->shown;
	snprintf(buffer, size, "%.*s", (int)strcspn(from, " "), from);
	return buffer;
}

static const char *group_of(const struct help_entry *entry)
{
	return !entry->place          ? action_table[entry->act].group
		: entry->place->shell ? "shell"
				      : "elsewhere";
}

static void draw_entry(const struct help *help, const struct canvas *canvas, int row, int shown)
{
	const struct help_entry *entry = &help->entry[help->shown[shown]];
	const char *group = group_of(entry);
	bool again = shown > 0 && shown > help->list.top &&
		!strcmp(group_of(&help->entry[help->shown[shown - 1]]), group);
	bool narrow = width_is_narrow(canvas->cols);
	int col = help->left + (narrow ? 0 : 10);
	if (!narrow && !again)
		canvas_text(canvas, row, help->left, 9, STYLE_PLAIN, group);
	char key[16];
	canvas_text(canvas, row, col, 10, STYLE_BOLD,
		entry->place ? palette_keys(entry->place, key, sizeof(key))
			     : key_text(&action_table[entry->act], key, sizeof(key)));
	canvas_text(canvas, row, col + 11, help->left + help->width - col - 11, STYLE_PLAIN,
		entry->place ? entry->place->help : action_table[entry->act].help);
	if (shown == help->list.at)
		canvas_focus_part(canvas, row, help->left - 1, help->left + help->width + 1);
}

static void draw_foot(
	const struct screen *screen, const struct help *help, const struct canvas *canvas)
{
	static const char *const answers[] = {
		"Answers: 1-5 . blank  d don't know  x not applicable  r declined",
		"         - not asked  f flagged  ! to settle"
	};
	const char *const *marks = screen->below->ops->marks;
	int row = help->top + help->height - FOOT_LINES + 1;
	if (help->height - 1 - help->list.rows < FOOT_LINES)
		return;
	for (int i = 0; i < 2; i++)
		canvas_text(canvas, row + i, help->left, help->width, STYLE_PLAIN,
			(marks ? marks : answers)[i]);
	canvas_textf(canvas, row + 2, help->left, help->width, STYLE_PLAIN, "Kept in  %s",
		store_path(screen->app->options.store));
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct help *help = screen->state;
	char title[64];
	snprintf(title, sizeof(title), "%s: %s", help->filtering ? "Commands" : "Help",
		screen->below->ops->name);
	if (help->framed) {
		draw_frame(help, canvas, title);
	} else {
		for (int row = BODY_TOP; row < BODY_TOP + help->height; row++)
			canvas_padded(canvas, row, 0, canvas->cols, STYLE_PLAIN, "");
	}
	int row = help->top;
	if (help->filtering) {
		canvas_text(canvas, row, help->left, 1, STYLE_BOLD, ":");
		edit_draw(&help->filter, canvas, row, help->left + 2, STYLE_FIELD, true);
	}
	for (int i = 0; i < help->list.rows && help->list.top + i < help->list.count; i++)
		draw_entry(help, canvas, row + 1 + i, help->list.top + i);
	if (!help->list.count)
		canvas_text(canvas, row + 1, help->left, help->width, STYLE_PLAIN,
			"No command has this word.");
	draw_foot(screen, help, canvas);
}

const struct screen_ops screen_help = {
	.name = "help",
	.state_size = sizeof(struct help),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.text = text,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.overlay = true,
};
