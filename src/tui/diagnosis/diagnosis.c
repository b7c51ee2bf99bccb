/* SPDX-License-Identifier: MIT */
/*
 * Diagnosis: what holds the alliance back. Folding and moving; the sheet is built in
 * diagnosis_sheet.c and drawn in diagnosis_draw.c.
 */
#include "diagnosis.h"
#include "../home/reading.h"

#include <string.h>

static void enter(struct screen *screen, const void *arg)
{
	struct sheet *sheet = screen->state;
	const struct primary *primary = &app_diagnosis(screen->app)->primary;
	(void)arg;
	sheet->focus = primary->cause < CAUSE_COUNT ? primary->cause : 0;
	home_note_read(screen->app, HOME_READ_DIAGNOSIS);
}

static void leave(struct screen *screen)
{
	struct sheet *sheet = screen->state;
	pool_release(&sheet->pool);
	page_release(&sheet->why);
}

static void focus_on(struct sheet *sheet, int entry)
{
	sheet->focus = entry;
	sheet->follow = true;
}

/* Is the focus out of sight where we are going? */
static bool ahead(const struct sheet *sheet, int by)
{
	int lines, first = sheet_place(sheet, sheet->focus, &lines);
	return by > 0 ? first + lines > sheet->top + sheet->rows
		      : first < sheet->top + (sheet->top > (int)sheet->heading);
}

/* Beyond the first and the last entry, and up to a focus out of sight, the sheet itself scrolls. */
static void step(struct sheet *sheet, int by)
{
	int entries[ENTRIES_MAX], count = sheet_entries(sheet, entries), at = 0;
	if (ahead(sheet, by)) {
		sheet->top += by;
		return;
	}
	while (at < count - 1 && entries[at] != sheet->focus)
		at++;
	if (at == count - 1 && by > 0)
		sheet->top += by;
	else if (at == 0 && by < 0)
		sheet->top += by;
	else
		focus_on(sheet, entries[at + by < 0 ? 0 : at + by >= count ? count - 1 : at + by]);
}

static void fold(struct sheet *sheet)
{
	int cause = entry_cause(sheet->focus);
	sheet->chosen = true;
	sheet->lifted = 0;
	sheet->open[cause] = !sheet->open[cause];
	focus_on(sheet, cause);
}

static bool all_open(const struct sheet *sheet)
{
	bool all = true;
	for (int c = 0; c < CAUSE_COUNT; c++)
		all = all && sheet->open[c];
	return all;
}

static void fold_all(struct sheet *sheet)
{
	bool open = !all_open(sheet);
	sheet->chosen = true;
	sheet->lifted = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		sheet->open[c] = open;
	focus_on(sheet, open ? sheet->focus : entry_cause(sheet->focus));
}

/* All entries in the order of the map, folded ones too. */
static int entry_at(int row)
{
	int cause = row / (ASPECTS_PER_CAUSE + 1), aspect = row % (ASPECTS_PER_CAUSE + 1) - 1;
	return aspect < 0 ? cause : CAUSE_COUNT + cause * ASPECTS_PER_CAUSE + aspect;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	int entry = entry_at(row), scale = entry_scale(entry);
	(void)screen;
	if (scale == SCALE_NONE)
		return sought_in(sought, cause_info[entry].label);
	return sought_in(sought, scale_info[scale].word) ||
		sought_in(sought, scale_info[scale].label);
}

/* What the search unfolded is folded when it goes on. */
static void go_to_row(struct screen *screen, int row)
{
	struct sheet *sheet = screen->state;
	int entry = entry_at(row), cause = entry_cause(entry);
	if (sheet->lifted)
		sheet->open[sheet->lifted - 1] = false;
	sheet->lifted = entry >= CAUSE_COUNT && !sheet->open[cause] ? cause + 1 : 0;
	if (sheet->lifted)
		sheet->chosen = sheet->open[cause] = true;
	focus_on(sheet, entry);
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct sheet *sheet = screen->state;
	rows->page = sheet->inside ? &sheet->why : NULL;
	rows->count = ENTRIES_MAX;
	while (entry_at(rows->at) != sheet->focus)
		rows->at++;
	rows->has = row_has;
	rows->go = go_to_row;
	if (!rows->page)
		rows->of = ROWS_CAUSES;
}

/* What somebody unfolded is folded before the screen is left. */
static bool fold_up(struct sheet *sheet)
{
	if (!sheet->chosen || !sheet_unfolded(sheet))
		return false;
	for (int c = 0; c < CAUSE_COUNT; c++)
		sheet->open[c] = false;
	focus_on(sheet, entry_cause(sheet->focus));
	return true;
}

/* In the pane the same keys move there; what leaves it leaves no more. */
static enum nav act_inside(struct sheet *sheet, enum act action)
{
	if (why_view_act(&sheet->view, &sheet->why, action))
		return NAV_STAY;
	switch ((int)action) {
	case ACTION_NEXT_PART:
	case ACTION_RETURN:
	case ACTION_UP_LEVEL:
		sheet->inside = sheet->view.open = false;
		sheet->follow = true;
		return NAV_STAY;
	case ACTION_OPEN:
		return NAV_STAY;
	}
	return NAV_DEFAULT;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct sheet *sheet = screen->state;
	(void)key;
	if (sheet->inside)
		return act_inside(sheet, action);
	int page = sheet->rows > 3 ? sheet->rows - 2 : 1;
	switch ((int)action) {
	case ACTION_OPEN:
	case ACTION_NEXT_PART:
		sheet->inside = true;
		return NAV_STAY;
	case ACTION_UP:
		step(sheet, -1);
		return NAV_STAY;
	case ACTION_DOWN:
		step(sheet, 1);
		return NAV_STAY;
	case ACTION_PAGE_UP:
		step(sheet, -page);
		return NAV_STAY;
	case ACTION_PAGE_DOWN:
		step(sheet, page);
		return NAV_STAY;
	case ACTION_FIRST:
		focus_on(sheet, 0);
		sheet->top = 0;
		return NAV_STAY;
	case ACTION_LAST:
		focus_on(sheet, sheet->open[CAUSE_COUNT - 1] ? ENTRIES_MAX - 1 : CAUSE_COUNT - 1);
		sheet->follow = false;
		sheet->top = (int)sheet->count;
		return NAV_STAY;
	case ACTION_UNFOLD:
		fold(sheet);
		return NAV_STAY;
	case ACTION_UNFOLD_ALL:
		fold_all(sheet);
		return NAV_STAY;
	case ACTION_UP_LEVEL:
		return fold_up(sheet) ? NAV_STAY : NAV_DEFAULT;
	case ACTION_GAP_PLOT:
		sheet->plots = !sheet->plots;
		return NAV_STAY;
	case ACTION_SITUATION:
		app_push(screen->app, &screen_situation, NULL);
		return NAV_STAY;
	case ACTION_PLACE_FINDINGS:
		app_push(screen->app, &screen_findings, NULL);
		return NAV_STAY;
	}
	return NAV_DEFAULT;
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
#define FOLDING                                                                                    \
	ACTION_UNFOLD, ACTION_UNFOLD_ALL, ACTION_PLACE_FINDINGS, ACTION_PLAN, ACTION_SITUATION
#define PLACES                                                                                     \
	ACTION_REPORT, ACTION_SEARCH, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL,   \
		NONE, MOVING, ACTION_TREND, ACTION_AUDIT, ACTION_PROFILE, ACTION_REDO, NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act plain[] = { ACTION_OPEN, FOLDING, NONE, PLACES };
	static const enum act chosen[] = { ACTION_OPEN, FOLDING, ACTION_GAP_PLOT, NONE, PLACES };
	static const enum act beside[] = { ACTION_OPEN, ACTION_NEXT_PART, FOLDING, NONE, PLACES };
	static const enum act beside_chosen[] = { ACTION_OPEN, ACTION_NEXT_PART, FOLDING,
		ACTION_GAP_PLOT, NONE, PLACES };
	static const enum act *const map[] = { plain, chosen };
	static const enum act *const paned[] = { beside, beside_chosen };
	static const enum act inside[] = { ACTION_UP, ACTION_PAGE_DOWN, ACTION_NEXT_PART, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, ACTION_RETURN, NONE };
	static const enum act opening[] = { ACTION_OPEN, ACTION_PAGE_DOWN, ACTION_NEXT_PART, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, ACTION_RETURN, NONE };
	static const enum act item[] = { ACTION_RETURN, ACTION_PAGE_DOWN, ACTION_NEXT_PART, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	const struct sheet *sheet = screen->state;
	bool choice = sheet->shape.bar >= 0 && sheet->shape.plot < 0; /* of bars or points */
	if (!sheet->inside)
		return sheet->pane == PANE_ALONE ? map[choice] : paned[choice];
	return sheet->view.open                                 ? item
		: why_view_line(&sheet->view, &sheet->why) >= 0 ? opening
								: inside;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct sheet *sheet = screen->state;
	if (action == ACTION_OPEN)
		return sheet->inside ? NULL : "why";
	if (action == ACTION_UP_LEVEL && !sheet->inside && sheet->chosen && sheet_unfolded(sheet))
		return "fold";
	if (action == ACTION_NEXT_PART)
		return sheet->inside ? "map" : "pane";
	if (action == ACTION_GAP_PLOT)
		return sheet->plots ? "bars" : "points";
	if (sheet->inside && action == ACTION_UP)
		return "scroll";
	if (action == ACTION_UNFOLD)
		return sheet->open[entry_cause(sheet->focus)] ? "fold" : "unfold";
	if (action == ACTION_UNFOLD_ALL)
		return all_open(sheet) ? "fold all" : "unfold all";
	return NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Diagnosis");
}

const struct screen_ops screen_diagnosis = {
	.name = "diagnosis",
	.state_size = sizeof(struct sheet),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = diagnosis_layout,
	.draw = diagnosis_draw,
	.leave = leave,
	.rows = rows,
};
