/* SPDX-License-Identifier: MIT */
/*
 * Which parts of the report are shown and written.
 */
#include "sections.h"

#include <rekindle/report.h>
#include "../widgets/list.h"

static const char *const titles[REPORT_SECTIONS] = {
	[REPORT_SUMMARY] = "Summary: verdict, causes, first actions, what is not known",
	[REPORT_HEARD] = "Who was heard",
	[REPORT_DIAGNOSIS] = "Diagnosis: four causes, sixteen aspects",
	[REPORT_SIDES] = "Where the sides see it differently",
	[REPORT_PERFORMANCE] = "Performance: objectives and KPIs",
	[REPORT_ROUTE] = "Strategy route, form, selection",
	[REPORT_PLAN] = "Plan by phase, with owners, charter and amendments",
	[REPORT_KPIS] = "KPIs of the plan",
	[REPORT_GATES] = "Gates",
	[REPORT_PITFALLS] = "Pitfalls and special situations",
	[REPORT_CHANGES] = "What has changed since the last full round",
	[REPORT_OPEN] = "Open points",
	[REPORT_APPENDIX] = "Appendix: answers",
	[REPORT_METHOD] = "Method",
};

struct sections {
	struct list list;
	unsigned *chosen; /* of the screen below */
};

static void enter(struct screen *screen, const void *arg)
{
	struct sections *own = screen->state;
	/* the screen below owns it and outlives this one */
	own->chosen = *(unsigned *const *)arg;
}

static unsigned every(void)
{
	return (1u << REPORT_SECTIONS) - 1;
}

static void toggle(struct screen *screen, unsigned bits)
{
	struct sections *own = screen->state;
	unsigned left = (*own->chosen & every()) ^ bits;
	if (left)
		*own->chosen = left;
	else
		app_say(screen->app, "%s", words_plain(W_REPORT_ONE_PART));
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct sections *own = screen->state;
	(void)key;
	switch ((int)action) {
	case ACTION_CHANGE:
		toggle(screen, 1u << own->list.at);
		return NAV_STAY;
	case ACTION_SHOW:
		*own->chosen = (*own->chosen & every()) == every() ? 1u << own->list.at : every();
		return NAV_STAY;
	case ACTION_DO:
		return NAV_UP;
	}
	return list_act(&own->list, action) ? NAV_STAY : NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	(void)screen;
	return sought_in(sought, titles[row]);
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->list = &((struct sections *)screen->state)->list;
	rows->has = row_has;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act list[] = { ACTION_CHANGE, ACTION_SHOW, ACTION_DO, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_UP, ACTION_DOWN,
		ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_FIRST, ACTION_LAST, NONE };
	(void)screen;
	return list;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct sections *own = screen->state;
	if (action == ACTION_CHANGE)
		return *own->chosen >> own->list.at & 1u ? "leave out" : "take in";
	if (action == ACTION_SHOW)
		return (*own->chosen & every()) == every() ? "this one only" : "all";
	return action == ACTION_DO ? "to the report" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	header->title = "Parts";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "of the report");
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct sections *own = screen->state;
	(void)cols;
	list_layout(&own->list, REPORT_SECTIONS, body_rows(rows) - 1);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct sections *own = screen->state;
	int row = BODY_TOP;
	for (int i = own->list.top; i < REPORT_SECTIONS && i < own->list.top + own->list.rows;
		i++, row++) {
		bool in = *own->chosen >> i & 1u;
		canvas_text(canvas, row, 2, 3, STYLE_PLAIN, in ? "[x]" : "[ ]");
		canvas_text(
			canvas, row, 6, canvas->cols - 8, in ? STYLE_PLAIN : STYLE_DIM, titles[i]);
		if (i == own->list.at)
			canvas_focus(canvas, row);
	}
	list_draw_place(
		&own->list, canvas, BODY_TOP + body_rows(canvas->rows) - 1, canvas->cols - 2);
}

const struct screen_ops screen_sections = {
	.name = "parts of the report",
	.state_size = sizeof(struct sections),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = layout,
	.draw = draw,
	.rows = rows,
};
