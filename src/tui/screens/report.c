/* SPDX-License-Identifier: MIT */
/*
 * Report preview: the chosen report as it will be written, and writing it.
 */
#include "../app.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/file.h>
#include <rekindle/report.h>
#include <rekindle/utf8.h>
#include "../terminal.h"

#define REPORT_CELLS 80
#define SIDE_COL 88               /* the list of sections from 120 columns on */
#define SIDE_FROM 116

struct shown_line {
	const char *text;
	int source;               /* line of the report */
	bool bold, section;
};

struct preview {
	enum report_kind kind;
	struct str text;          /* the whole report */
	int lines, widest;        /* lines of it, cells of the widest */
	struct pool pool;
	struct shown_line *shown;         /* wrapped where the window is narrow */
	size_t count;
	int top, rows, cols;
	int text_row, text_col;
	int rule_col;             /* -1: no room for it */
	bool asking_file;         /* the line being asked is a file name, else a search */
	char *pending;            /* file that may be overwritten after a y */
	char *searched;
};

static size_t line_length(const char *line)
{
	return strcspn(line, "\n");
}

/* A plan goes on over the rounds: progress is read off the one that an earlier round has stored. */
static void compose_text(struct preview *own, struct app *app, const struct store_earlier *earlier)
{
	bool goes_on = earlier->planned && own->kind == REPORT_PROGRESS;
	struct diagnosis before;
	struct plan plan;
	struct report_input input = { .record = &app->record, .diagnosis = app_diagnosis(app),
		.plan = app_plan(app), .version = REKINDLE_VERSION, .sections = REPORT_ALL,
		.kind = own->kind, .today = app->today };
	if (earlier->found) {
		diagnosis_compute(&before, &earlier->before);
		input.before = &earlier->before;
		input.before_diagnosis = &before;
	}
	if (goes_on) {
		plan_read(&plan, &earlier->plan);
		input.plan = &plan;
		input.plan_record = &earlier->plan;
	}
	report_text(&own->text, &input, app->options.ascii);
	if (goes_on)
		plan_release(&plan);
	if (earlier->found)
		diagnosis_release(&before);
}

static void compose(struct screen *screen)
{
	struct preview *own = screen->state;
	struct app *app = screen->app;
	struct store_earlier earlier = { 0 };
	struct errmsg why;
	if (own->kind != REPORT_ASSESSMENT && app->options.store &&
	    store_load_earlier(app->options.store, &app->record, &earlier, &why))
		app_warn(app, "The rounds before are left out: %s", why.text);
	str_clear(&own->text);
	compose_text(own, app, &earlier);
	store_earlier_release(&earlier);
	own->lines = own->widest = 0;
	for (const char *line = own->text.text; *line; own->lines++) {
		size_t n = line_length(line);
		int cells = utf8_cells_n(UTF8_SCREEN, line, n);
		own->widest = cells > own->widest ? cells : own->widest;
		line += n + (line[n] == '\n');
	}
	own->cols = 0;            /* what is shown is built anew */
}

static void enter(struct screen *screen, const void *arg)
{
	struct preview *own = screen->state;
	(void)arg;
	str_init(&own->text);
	compose(screen);
}

static void leave(struct screen *screen)
{
	struct preview *own = screen->state;
	str_release(&own->text);
	pool_release(&own->pool);
	free(own->pending);
	free(own->searched);
}

/* A line of one sign only, as it stands below headings. */
static bool is_rule(const char *line, size_t n)
{
	static const char *const signs[] = { "─", "═", "-", "=" };
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		size_t size = strlen(signs[i]), at = 0;
		while (at + size <= n && !strncmp(line + at, signs[i], size))
			at += size;
		if (at == n && n >= 20 * size)
			return true;
	}
	return false;
}

static void add_shown(struct preview *own, const char *line, size_t n, struct shown_line like, int width)
{
	const char *text = pool_strndup(&own->pool, line, n);
	size_t visible, used;
	do {
		used = utf8_line(UTF8_SCREEN, text, width, &visible);
		struct shown_line *shown = POOL_APPEND(&own->pool, own->shown, own->count);
		*shown = like;
		shown->text = pool_strndup(&own->pool, text, visible);
		like.section = false;
		text += used;
	} while (*text);
}

/* Rules are cut, not wrapped: half a rule says nothing. */
static void build_shown(struct preview *own, int width)
{
	int source = 0;
	pool_release(&own->pool);
	own->shown = NULL;
	own->count = 0;
	for (const char *line = own->text.text; *line; source++) {
		size_t n = line_length(line), next = n + (line[n] == '\n');
		bool rule = is_rule(line, n), below = is_rule(line + next, line_length(line + next));
		bool title = source < 2 && !rule;
		add_shown(own, line, n, (struct shown_line){ .source = source, .bold = below || title,
			.section = below && source > 2 }, rule ? INT_MAX : width);
		line += next;
	}
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct preview *own = screen->state;
	int body = body_rows(rows), head = body >= 10 ? 2 : body >= 7, source = 0;
	bool narrow = width_of(cols) == WIDTH_NARROW;
	/* every cell of the report is shown, if need be up to the edge and without the rule */
	own->rule_col = narrow || cols >= REPORT_CELLS + 4 ? 2 : cols > own->widest ? 0 : -1;
	own->text_col = own->rule_col > 0 ? own->rule_col + 2 : own->rule_col + 1;
	if (cols != own->cols) {
		if (own->top < (int)own->count)
			source = own->shown[own->top].source;
		build_shown(own, narrow ? cols - own->text_col - 2 : REPORT_CELLS + 1);
		for (own->top = 0; own->top + 1 < (int)own->count && own->shown[own->top].source < source;)
			own->top++;
	}
	own->cols = cols;
	own->text_row = BODY_TOP + head;
	own->rows = body - head - 1;
	if (own->top > (int)own->count - own->rows)
		own->top = (int)own->count - own->rows;
	if (own->top < 0)
		own->top = 0;
}

static void go_section(struct preview *own, int by)
{
	for (int at = own->top + by; at >= 0 && at < (int)own->count; at += by)
		if (own->shown[at].section) {
			own->top = at;
			return;
		}
	if (by < 0)
		own->top = 0;
}

/* From the line after the first one shown, around the end. */
static void search(struct screen *screen, const char *word)
{
	struct preview *own = screen->state;
	if (str_blank(word))
		return;
	free(own->searched);
	own->searched = mem_strdup(word);
	for (int step = 1; step <= (int)own->count; step++) {
		int at = (own->top + step) % (int)own->count;
		if (strcasestr(own->shown[at].text, word)) {
			own->top = at;
			return;
		}
	}
	app_say(screen->app, "The report does not have \"%s\".", word);
}

/* "Phoenix-GenTech-2026-10-15.txt": letters and digits of the labels, the round's day. */
static void suggest_name(const struct app *app, enum report_kind kind, struct str *out)
{
	char day[DATE_TEXT], alliance[96];
	int date = app->record.assessment.date;
	bool gap = false;
	app_alliance_text(app, alliance, sizeof(alliance));
	for (const char *at = alliance; *at; at++) {
		bool kept = isalnum((unsigned char)*at) || (*at & 0x80);
		if (kept && gap && out->len)
			str_addc(out, '-');
		if (kept)
			str_addc(out, *at);
		gap = !kept;
	}
	if (kind != REPORT_ASSESSMENT)
		str_addf(out, "%s%s", out->len ? "-" : "rekindle-", vocabulary_report_kind.word[kind]);
	str_addf(out, "%s%s.txt", out->len ? "-" : "rekindle-",
		date_iso(date == DATE_NONE ? app->today : date, day));
}

static void ask_file(struct screen *screen)
{
	struct preview *own = screen->state;
	struct str name;
	str_init(&name);
	suggest_name(screen->app, own->kind, &name);
	own->asking_file = true;
	app_ask(screen->app, "Write to:", name.text);
	str_release(&name);
}

#define EXISTS " exists. y overwrites, any other key keeps it."

/* The question with as much of the path's end as one row holds. */
static void ask_overwrite(struct app *app, const char *path)
{
	int room = app->cols - 4 - (int)strlen(EXISTS);
	const char *shown = path;
	while (utf8_cells(UTF8_SCREEN, shown) > (shown == path ? room : room - 1) && *shown)
		shown += utf8_grapheme(shown);
	app_confirm(app, "%s%s%s", shown == path ? "" : "~", shown, EXISTS);
}

static void write_file(struct screen *screen, const char *path, bool force)
{
	struct preview *own = screen->state;
	struct errmsg why;
	if (file_write_safely(path, own->text.text, own->text.len, force, &why))
		app_warn(screen->app, "Nothing written: %s.", why.text);
	else
		app_say(screen->app, "Written: %s, %d lines.", path, own->lines);
}

/* What a shell would make of it: a leading "~/" is the user's folder. */
static char *file_path(const char *typed)
{
	const char *home = getenv("HOME");
	struct str path;
	str_init(&path);
	if (!strncmp(typed, "~/", 2) && home)
		str_addf(&path, "%s/%s", home, typed + 2);
	else
		str_add(&path, typed);
	while (path.len && path.text[path.len - 1] == ' ')
		str_delete(&path, path.len - 1, 1);
	return str_detach(&path);
}

static void take_file(struct screen *screen, const char *typed)
{
	struct preview *own = screen->state;
	struct app *app = screen->app;
	if (str_blank(typed)) {
		app_say(app, "Nothing written.");
		return;
	}
	free(own->pending);
	own->pending = file_path(typed);
	if (app->options.store && file_same(own->pending, store_path(app->options.store)))
		app_warn(app, "Nothing written: %s is the database itself.", own->pending);
	else if (file_exists(own->pending))
		ask_overwrite(app, own->pending);
	else
		write_file(screen, own->pending, false);
}

static bool move_in(struct preview *own, enum act action)
{
	int page = own->rows > 2 ? own->rows - 1 : 1;
	switch ((int)action) {
	case ACTION_UP:
		own->top--;
		return true;
	case ACTION_DOWN:
		own->top++;
		return true;
	case ACTION_PAGE_UP:
		own->top -= page;
		return true;
	case ACTION_PAGE_DOWN:
		own->top += page;
		return true;
	case ACTION_FIRST:
		own->top = 0;
		return true;
	case ACTION_LAST:
		own->top = (int)own->count;
		return true;
	case ACTION_NEXT_SECTION:
		go_section(own, 1);
		return true;
	case ACTION_PREVIOUS_SECTION:
		go_section(own, -1);
		return true;
	}
	return false;
}

/* The next kind, from its top: lines of one are not those of another. */
static void step_kind(struct screen *screen)
{
	struct preview *own = screen->state;
	own->kind = (own->kind + 1) % REPORT_KINDS;
	own->top = 0;
	compose(screen);
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct preview *own = screen->state;
	switch ((int)action) {
	case ACTION_CHANGE:
		step_kind(screen);
		return NAV_STAY;
	case ACTION_WRITE_FILE:
		ask_file(screen);
		return NAV_STAY;
	case ACTION_SEARCH:
		own->asking_file = false;
		app_ask(screen->app, "Find:", own->searched);
		return NAV_STAY;
	case ACTION_ASKED:
		if (own->asking_file)
			take_file(screen, key->text);
		else
			search(screen, key->text);
		return NAV_STAY;
	case ACTION_CONFIRMED:
		write_file(screen, own->pending, true);
		return NAV_STAY;
	case ACTION_PAGER:
		terminal_page(screen->app, own->text.text);
		return NAV_STAY;
	case ACTION_RESUMED:
		compose(screen);
		return NAV_STAY;
	}
	return move_in(own, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act list[] = { ACTION_CHANGE, ACTION_WRITE_FILE, ACTION_PAGER, ACTION_DIAGNOSIS, ACTION_PLAN, NONE,
		ACTION_PAGE_DOWN, ACTION_NEXT_SECTION, ACTION_SEARCH, ACTION_PALETTE, ACTION_HELP,
		ACTION_UP_LEVEL, NONE,
		ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PREVIOUS_SECTION, ACTION_FIRST, ACTION_LAST,
		ACTION_AUDIT, ACTION_PROFILE, ACTION_UNDO, ACTION_REDO, NONE };
	(void)screen;
	return list;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Report");
}

/* The sections, the one being read in bold. */
static void draw_sections(const struct preview *own, const struct canvas *canvas)
{
	int row = own->text_row, current = 0, end = own->text_row + own->rows;
	for (int i = 0; i <= own->top && i < (int)own->count; i++)
		if (own->shown[i].section)
			current = i;
	for (int i = 0; i < (int)own->count && row < end; i++)
		if (own->shown[i].section)
			canvas_text(canvas, row++, SIDE_COL, canvas->cols - SIDE_COL - 2,
				i == current ? STYLE_BOLD : STYLE_PLAIN, own->shown[i].text);
}

static void draw_place(const struct preview *own, const struct canvas *canvas, int end)
{
	char text[48];
	int last = own->top + own->rows;
	if ((int)own->count <= own->rows)
		return;
	snprintf(text, sizeof(text), "%d-%d of %zu", own->top + 1,
		last < (int)own->count ? last : (int)own->count, own->count);
	canvas_right(canvas, own->text_row + own->rows, end, STYLE_PLAIN, text);
}

/* What is printed, as what: progress and brief go to the other company too. */
static void draw_choices(const struct preview *own, const struct canvas *canvas)
{
	char kind[32], rest[48];
	snprintf(kind, sizeof(kind), "Kind %s", vocabulary_report_kind.word[own->kind]);
	snprintf(rest, sizeof(rest), "Edition %s   Format text",
		own->kind == REPORT_ASSESSMENT ? "internal" : "joint");
	int col = 2 + (int)strlen(kind) + 3;
	canvas_text(canvas, BODY_TOP, 2, canvas->cols - 4, STYLE_FOCUS, kind);
	canvas_text(canvas, BODY_TOP, col, canvas->cols - 2 - col, STYLE_PLAIN, rest);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct preview *own = screen->state;
	if (own->text_row > BODY_TOP)
		draw_choices(own, canvas);
	for (int i = 0; i < own->rows && own->top + i < (int)own->count; i++) {
		const struct shown_line *line = &own->shown[own->top + i];
		canvas_text(canvas, own->text_row + i, own->rule_col, 1, STYLE_PLAIN, SIGN_RULE);
		canvas_text(canvas, own->text_row + i, own->text_col, canvas->cols - own->text_col,
			line->bold ? STYLE_BOLD : STYLE_PLAIN, line->text);
	}
	bool side = canvas->cols >= SIDE_FROM;
	draw_place(own, canvas, side ? REPORT_CELLS + 4 : canvas->cols - 2);
	if (side)
		draw_sections(own, canvas);
}

const struct screen_ops screen_report = {
	.name = "report",
	.state_size = sizeof(struct preview),
	.enter = enter,
	.act = act,
	.offers = offers,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
};
