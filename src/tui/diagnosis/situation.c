/* SPDX-License-Identifier: MIT */
/*
 * What the situation means, and the facts behind it: performance, route, form, selection, pitfalls
 * and special situations, in the words of the report.
 */
#include "../app.h"

#include <string.h>

#include <rekindle/report.h>
#include "../widgets/page.h"

struct facts {
	struct page page;
	struct str text;
};

static const char *const meanings[] = {
	[SITUATION_UNDERPERFORMING] =
		"Results and relationship are both low: put the primary cause "
		"right first; the results cannot follow before it.",
	[SITUATION_LOOK_OUTSIDE] =
		"The relationship is sound and the results are low: look outside it, at "
		"the market, the offer and the targets, before changing how you work together.",
	[SITUATION_RESULTS_OUTRUN_RELATIONSHIP] =
		"The results are good while the relationship is not: they "
		"will not last by themselves; repair while there is something to share.",
	[SITUATION_HEALTHY] =
		"Results and relationship are both sound: keep what works, and look at the "
		"three lowest aspects.",
};

static const char *meaning(const struct diagnosis *diagnosis)
{
	if (diagnosis->situation == SITUATION_UNKNOWN)
		return "The situation cannot be named yet: it takes results in the audit and a "
		       "score of all "
		       "four causes.";
	return meanings[diagnosis->situation];
}

/* The header says already what stands before the first section. */
static void drop_title(struct str *text, const struct report_marks *marks)
{
	size_t first = 0, end = 0;

	while (first < marks->count && marks->mark[first].kind != REPORT_MARK_SECTION)
		first++;
	for (int line = 0; first < marks->count && line < marks->mark[first].line; line++)
		end += strcspn(text->text + end, "\n") + 1;
	str_delete(text, 0, end);
}

static void compose(struct facts *own, struct app *app)
{
	const struct report_rounds rounds = { .record = &app->record,
		.diagnosis = app_diagnosis(app),
		.plan = app_plan(app),
		.today = app->today };
	struct report_reading reading;
	struct report_marks marks = { .count = 0 };

	report_read(&reading, &rounds, REPORT_ASSESSMENT);
	reading.input.sections =
		1u << REPORT_PERFORMANCE | 1u << REPORT_ROUTE | 1u << REPORT_PITFALLS;
	str_clear(&own->text);
	report_write_marked(&own->text, &reading.input, REPORT_TEXT, app->options.ascii, &marks);
	drop_title(&own->text, &marks);
	report_marks_release(&marks);
	report_reading_release(&reading);
}

static void enter(struct screen *screen, const void *arg)
{
	struct facts *own = screen->state;
	(void)arg;
	str_init(&own->text);
	compose(own, screen->app);
}

static void leave(struct screen *screen)
{
	struct facts *own = screen->state;
	page_release(&own->page);
	str_release(&own->text);
}

/* Lines of the report keep their width where the window has it. */
static void layout(struct screen *screen, int rows, int cols)
{
	struct facts *own = screen->state;
	int width = cols >= 80 ? cols : cols - 2;
	page_clear(&own->page);
	page_add(&own->page, STYLE_BOLD, 2, cols - 4, meaning(app_diagnosis(screen->app)));
	page_blank(&own->page);
	for (const char *line = own->text.text; *line;) {
		size_t n = strcspn(line, "\n");
		char *one = pool_strndup(&own->page.pool, line, n);
		page_add(&own->page, STYLE_PLAIN, 0, width, one);
		line += n + (line[n] == '\n');
	}
	page_layout(&own->page, body_rows(rows));
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct facts *own = screen->state;
	(void)key;
	if (action == ACTION_RESUMED)
		compose(own, screen->app);
	if (action == ACTION_TICK || action == ACTION_SAVE || action == ACTION_RESUMED)
		return NAV_STAY;
	return page_act(&own->page, action) ? NAV_STAY : NAV_DEFAULT;
}

static void rows(struct screen *screen, struct rows *rows)
{
	rows->page = &((struct facts *)screen->state)->page;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act actions[] = { ACTION_PAGE_DOWN, ACTION_DIAGNOSIS, ACTION_PLAN,
		ACTION_REPORT, NONE, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE,
		ACTION_PAGE_UP, ACTION_UP, ACTION_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_TREND,
		ACTION_AUDIT, ACTION_UNDO, ACTION_REDO, NONE };
	(void)screen;
	return actions;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Situation");
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct facts *own = screen->state;
	page_draw(&own->page, canvas, BODY_TOP, 0);
	if (page_more_below(&own->page) && !*screen->app->message)
		canvas_right(canvas, canvas->rows - 3, canvas->cols - 2, STYLE_PLAIN, "more below");
	else if (page_more_above(&own->page) && !*screen->app->message)
		canvas_right(canvas, canvas->rows - 3, canvas->cols - 2, STYLE_PLAIN, "more above");
}

const struct screen_ops screen_situation = {
	.name = "situation",
	.state_size = sizeof(struct facts),
	.enter = enter,
	.act = act,
	.offers = offers,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
	.rows = rows,
};
