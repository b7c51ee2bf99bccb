/* SPDX-License-Identifier: MIT */
/*
 * Report preview: the chosen report as it will be written, and writing it.
 */
#include <rekindle/convert.h>
#include <rekindle/history.h>
#include "save_as.h"
#include "sections.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/release.h>
#include <rekindle/report.h>
#include <rekindle/utf8.h>
#include "../terminal.h"

#define REPORT_CELLS 80
#define SIDE_COL 88 /* the list of sections from 120 columns on */
#define SIDE_FROM 116

struct shown_line {
	const char *text;
	int source; /* line of the report */
	bool bold, section, left_out, rule;
};

enum setting { SETTING_KIND, SETTING_EDITION, SETTING_FORMAT, SETTING_COUNT };

static const struct {
	const char *label;
	const struct vocabulary *words;
} settings[SETTING_COUNT] = {
	[SETTING_KIND] = { "Kind", &vocabulary_report_kind },
	[SETTING_EDITION] = { "Edition", &vocabulary_edition },
	[SETTING_FORMAT] = { "Format", &vocabulary_report_format },
};

struct preview {
	int chosen[SETTING_COUNT];
	int kind_before;           /* the format has settled another, -1: none */
	int focus;                 /* enum setting */
	unsigned sections;         /* bits of enum report_section */
	int left_out;              /* things that the joint edition withholds */
	struct str text;           /* the whole report */
	struct report_marks marks; /* on its lines */
	int widest;                /* cells of its widest line */
	struct pool pool;
	struct shown_line *shown; /* wrapped where the window is narrow */
	size_t count;
	int top, rows, cols;
	int text_row, text_col;
	int rule_col; /* -1: no room for it */
	bool seek;    /* the next layout puts at the top what is left out */
	struct save_as save_as;
};

static enum report_kind kind_of(const struct preview *own)
{
	return (enum report_kind)own->chosen[SETTING_KIND];
}

static enum edition edition_of(const struct preview *own)
{
	return report_edition(kind_of(own), (enum edition)own->chosen[SETTING_EDITION]);
}

static bool is_joint(const struct preview *own)
{
	return edition_of(own) == EDITION_JOINT;
}

static enum report_format format_of(const struct preview *own)
{
	return (enum report_format)own->chosen[SETTING_FORMAT];
}

/* A page for a browser and what is converted are read as their text: their source is nobody's to
 * read. */
static enum report_format shown_format(const struct preview *own)
{
	enum report_format format = format_of(own);
	return format == REPORT_HTML || convert_is_for(format) ? REPORT_TEXT : format;
}

static size_t line_length(const char *line)
{
	return strcspn(line, "\n");
}

/* Below its own width a text report would be torn; other formats have lines of any length. */
static int widest_kept(const struct preview *own, int cells)
{
	return shown_format(own) != REPORT_TEXT && cells > REPORT_CELLS - 1 ? REPORT_CELLS - 1
									    : cells;
}

/* Of other rounds, what the report tells of. */
struct other_rounds {
	struct store_earlier earlier;
	const struct assessment *later; /* in pool */
	struct pool pool;
};

static void compose_text(struct preview *own, struct app *app, const struct other_rounds *other,
	enum report_format format, bool ascii, struct str *out)
{
	const struct report_rounds rounds = {
		.record = &app->record,
		.diagnosis = app_diagnosis(app),
		.plan = app_plan(app),
		.all = other->earlier.all,
		.count = other->earlier.count,
		.own = other->earlier.own,
		.later = other->later,
		.today = app->today,
	};
	struct report_reading reading;

	report_read(&reading, &rounds, kind_of(own));
	reading.input.sections = own->sections;
	reading.input.edition = edition_of(own);
	report_write_marked(out, &reading.input, format, ascii, &own->marks);
	report_reading_release(&reading);
}

static enum err load_rounds(struct app *app, struct other_rounds *other, struct errmsg *why)
{
	struct store *store = app->options.store;
	enum err err;
	*other = (struct other_rounds){ .later = NULL };
	err = store_load_earlier(store, &app->record, &other->earlier, why);
	return err ? err : store_later(store, &app->record, &other->pool, &other->later, why);
}

static void release_rounds(struct other_rounds *other)
{
	store_earlier_release(&other->earlier);
	pool_release(&other->pool);
}

/* A joint edition is remembered before it is given away; false: it could not be. */
static bool give(struct screen *screen)
{
	struct app *app = screen->app;
	struct store *store = app->options.store;
	struct store_earlier rounds;
	struct errmsg why;
	if (!is_joint(screen->state) || !store)
		return true;
	enum err err = store_load_earlier(store, &app->record, &rounds, &why);
	if (!err)
		err = history_give(store, &app->record, &rounds, &why);
	if (err)
		app_warn(app, "%s", why.text);
	store_earlier_release(&rounds);
	return !err;
}

/* As it is shown, or as a file has it. */
static void compose_as(
	struct screen *screen, enum report_format format, bool ascii, struct str *out)
{
	struct preview *own = screen->state;
	struct app *app = screen->app;
	struct other_rounds other = { .later = NULL };
	struct errmsg why;
	if (app->options.store && load_rounds(app, &other, &why))
		app_warn(app, "%s",
			words(&app->said, W_REPORT_ROUNDS_LEFT_OUT, hole_text("why", why.text)));
	str_clear(out);
	compose_text(own, app, &other, format, ascii, out);
	release_rounds(&other);
}

static void compose(struct screen *screen)
{
	struct preview *own = screen->state;
	compose_as(screen, shown_format(own), screen->app->options.ascii, &own->text);
	own->widest = 0;
	for (const char *line = own->text.text; *line;) {
		size_t n = line_length(line);
		int cells = widest_kept(own, utf8_cells_n(UTF8_SCREEN, line, n));
		own->widest = cells > own->widest ? cells : own->widest;
		line += n + (line[n] == '\n');
	}
	own->cols = 0; /* what is shown is built anew */
}

static const char *left_out_text(struct app *app, const struct edition_view *view)
{
	int n = edition_withheld(view);
	if (view->facts_only)
		return words_plain(W_REPORT_JOINT_FACTS);
	return n ? words(&app->said, W_REPORT_JOINT_LEAVES_OUT, hole_count("n", n)) : NULL;
}

/* What the other edition would keep back. */
static void weigh(struct screen *screen)
{
	struct preview *own = screen->state;
	struct app *app = screen->app;
	struct edition_view view;
	release_view(&view, &app->record, app_diagnosis(app), EDITION_JOINT);
	const char *text = left_out_text(app, &view);
	own->left_out = edition_withheld(&view);
	if (own->chosen[SETTING_EDITION] == EDITION_INTERNAL && text)
		app_say(app, "%s", text);
	edition_release(&view);
}

static void enter(struct screen *screen, const void *arg)
{
	struct preview *own = screen->state;
	(void)arg;
	str_init(&own->text);
	own->sections = REPORT_ALL;
	own->focus = SETTING_EDITION;
	own->kind_before = -1;
	compose(screen);
	weigh(screen);
}

static void leave(struct screen *screen)
{
	struct preview *own = screen->state;
	str_release(&own->text);
	report_marks_release(&own->marks);
	pool_release(&own->pool);
	save_as_release(&own->save_as);
}

/* What the line is, and its mark; the mark comes after those of the lines before. */
static struct shown_line shown_as(const struct preview *own, int source, size_t *mark)
{
	struct shown_line like = { .source = source };

	for (; *mark < own->marks.count && own->marks.mark[*mark].line == source; ++*mark) {
		enum report_mark_kind kind = own->marks.mark[*mark].kind;

		like.section = like.section || kind == REPORT_MARK_SECTION;
		like.left_out = like.left_out || kind == REPORT_MARK_LEFT_OUT;
		like.bold = like.bold || kind == REPORT_MARK_SECTION || kind == REPORT_MARK_TITLE;
		like.rule = like.rule || kind == REPORT_MARK_RULE;
	}
	return like;
}

/* Rules are cut, not wrapped: half a rule says nothing. */
static void add_shown(
	struct preview *own, const char *line, size_t n, struct shown_line like, int width)
{
	const char *text = pool_strndup(&own->pool, line, n);
	size_t visible, used;
	do {
		used = utf8_line(UTF8_SCREEN, text, width, &visible);
		struct shown_line *shown = POOL_APPEND(&own->pool, own->shown, own->count);
		*shown = like;
		shown->text = pool_strndup(&own->pool, text, visible);
		like.section = like.left_out = false;
		text += used;
	} while (*text && !like.rule);
}

static void build_shown(struct preview *own, int width)
{
	int source = 0;
	size_t mark = 0;
	pool_release(&own->pool);
	own->shown = NULL;
	own->count = 0;
	for (const char *line = own->text.text; *line; source++) {
		size_t n = line_length(line);
		add_shown(own, line, n, shown_as(own, source, &mark), width);
		line += n + (line[n] == '\n');
	}
}

/* To the first line of that list, unless it is not there. */
static void seek_left_out(struct preview *own)
{
	for (int at = 0; own->seek && at < (int)own->count; at++)
		if (own->shown[at].left_out) {
			own->top = at;
			own->seek = false;
		}
	own->seek = false;
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
		build_shown(own,
			narrow                                     ? cols - own->text_col - 2
				: shown_format(own) == REPORT_TEXT ? REPORT_CELLS + 1
								   : own->widest);
		for (own->top = 0;
			own->top + 1 < (int)own->count && own->shown[own->top].source < source;)
			own->top++;
	}
	own->cols = cols;
	seek_left_out(own);
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

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct preview *own = screen->state;
	return sought_in(sought, own->shown[row].text);
}

static void go_to_row(struct screen *screen, int row)
{
	struct preview *own = screen->state;
	own->top = row;
}

static void rows(struct screen *screen, struct rows *rows)
{
	const struct preview *own = screen->state;
	rows->count = (int)own->count;
	rows->at = own->top;
	rows->has = row_has;
	rows->go = go_to_row;
	rows->of = ROWS_REPORT;
}

static void ask_file(struct screen *screen)
{
	static const char *const of_kind[REPORT_KINDS] = {
		[REPORT_ASSESSMENT] = "",
		[REPORT_PROGRESS] = "-progress",
		[REPORT_BRIEF] = "-brief",
		[REPORT_SLIDES] = "-slides",
	};
	struct preview *own = screen->state;
	struct errmsg why;
	if (convert_ready(format_of(own), &why)) {
		app_warn(screen->app, "%s", why.text);
		return;
	}
	save_as_ask(screen->app,
		kind_of(own) == REPORT_ASSESSMENT && is_joint(own) ? "-joint"
								   : of_kind[kind_of(own)],
		report_suffix(format_of(own)));
}

static int lines_of(const char *text)
{
	int lines = 0;
	while (*text)
		lines += *text++ == '\n';
	return lines;
}

/* What a converter makes of the report; false: it was said why nothing is. */
static bool make_file(struct screen *screen, struct str *text)
{
	struct preview *own = screen->state;
	struct errmsg why;
	if (!convert_is_for(format_of(own)))
		return true;
	app_say(screen->app, "%s", words_plain(W_REPORT_CONVERTS));
	terminal_show(screen->app);
	if (!convert(text, format_of(own), &why))
		return true;
	app_warn(screen->app, "%s", why.text);
	return false;
}

static void write_file(struct screen *screen, bool force)
{
	struct preview *own = screen->state;
	struct str text;
	if (!give(screen))
		return;
	str_init(&text);
	compose_as(screen, format_of(own), screen->app->options.ascii_files, &text);
	if (make_file(screen, &text))
		save_as_write(&own->save_as, screen->app, &text, force,
			convert_is_for(format_of(own)) ? 0 : lines_of(text.text));
	str_release(&text);
	if (shown_format(own) != format_of(own))
		compose(screen); /* its marks are those of what is shown again */
}

/* What is remembered is what is read: another program may have handed out one meanwhile. */
static void page(struct screen *screen)
{
	struct preview *own = screen->state;
	if (!give(screen))
		return;
	if (is_joint(own))
		compose(screen);
	terminal_page(screen->app, own->text.text);
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

/* A format that is always of one kind: the kind goes with it, and comes back after it; another kind
 * has another format. */
static void settle_slides(struct preview *own, enum setting setting)
{
	bool wanted = report_kind_as(kind_of(own), format_of(own)) == kind_of(own);
	if (setting == SETTING_FORMAT && !wanted) {
		own->kind_before = own->chosen[SETTING_KIND];
		own->chosen[SETTING_KIND] = (int)report_kind_as(kind_of(own), format_of(own));
	} else if (setting == SETTING_FORMAT && own->kind_before >= 0) {
		own->chosen[SETTING_KIND] = own->kind_before;
		own->kind_before = -1;
	} else if (!wanted) {
		own->chosen[SETTING_FORMAT] = REPORT_TEXT;
		own->kind_before = -1;
	}
}

static void choose(struct screen *screen, enum setting setting, int value)
{
	struct preview *own = screen->state;
	own->chosen[setting] = value;
	settle_slides(own, setting);
	own->top = 0;
	compose(screen);
	if (shown_format(own) != format_of(own))
		app_say(screen->app, "%s",
			words_plain(format_of(own) == REPORT_HTML ? W_REPORT_HTML_AS_TEXT
								  : W_REPORT_FILE_AS_TEXT));
}

static void change(struct screen *screen)
{
	struct preview *own = screen->state;
	const struct vocabulary *words = settings[own->focus].words;
	if (own->focus == SETTING_EDITION && kind_of(own) != REPORT_ASSESSMENT)
		app_say(screen->app, "%s", words_plain(W_REPORT_ALWAYS_JOINT));
	else
		choose(screen, (enum setting)own->focus,
			(own->chosen[own->focus] + 1) % words->count);
}

/* The joint edition, from where it says what it leaves out. */
static void list_left_out(struct screen *screen)
{
	struct preview *own = screen->state;
	if (!is_joint(own))
		choose(screen, SETTING_EDITION, EDITION_JOINT);
	own->seek = true;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct preview *own = screen->state;
	switch ((int)action) {
	case ACTION_WRITE_FILE:
		ask_file(screen);
		return NAV_STAY;
	case ACTION_ASKED:
		if (save_as_take(&own->save_as, screen->app, key->text,
			    vocabulary_report_format.word[format_of(own)]))
			write_file(screen, false);
		return NAV_STAY;
	case ACTION_CONFIRMED:
		write_file(screen, true);
		return NAV_STAY;
	case ACTION_PAGER:
		page(screen);
		return NAV_STAY;
	case ACTION_CHANGE:
		change(screen);
		return NAV_STAY;
	case ACTION_NEXT_PART:
		own->focus = (own->focus + 1) % SETTING_COUNT;
		return NAV_STAY;
	case ACTION_PREVIOUS_PART:
		own->focus = (own->focus + SETTING_COUNT - 1) % SETTING_COUNT;
		return NAV_STAY;
	case ACTION_PARTS:
		app_push(screen->app, &screen_sections, &(unsigned *){ &own->sections });
		return NAV_STAY;
	case ACTION_OPEN:
		list_left_out(screen);
		return NAV_STAY;
	case ACTION_QUOTES:
		app_push(screen->app, &screen_quotes, NULL);
		return NAV_STAY;
	case ACTION_RESUMED:
		compose(screen);
		weigh(screen);
		return NAV_STAY;
	}
	return move_in(own, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
#define CHOICE ACTION_CHANGE, ACTION_NEXT_PART
#define REST                                                                                       \
	ACTION_WRITE_FILE, ACTION_PAGER, ACTION_DIAGNOSIS, ACTION_PLAN, NONE, ACTION_PAGE_DOWN,    \
		ACTION_NEXT_SECTION, ACTION_SEARCH, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL,  \
		NONE, ACTION_QUOTES, ACTION_PREVIEW, ACTION_PREVIOUS_PART, ACTION_OPEN, ACTION_UP, \
		ACTION_DOWN, ACTION_PAGE_UP, ACTION_PREVIOUS_SECTION, ACTION_FIRST, ACTION_LAST,   \
		ACTION_TREND, ACTION_AUDIT, ACTION_PROFILE, ACTION_UNDO, ACTION_REDO, NONE
/* Only the assessment report has parts to choose. */
static const enum act *offers(const struct screen *screen)
{
	static const enum act of_parts[] = { CHOICE, ACTION_PARTS, REST };
	static const enum act whole[] = { CHOICE, REST };

	return kind_of(screen->state) == REPORT_ASSESSMENT ? of_parts : whole;
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

/* Three choices, the open one reversed; first of them where not all fit. */
static void draw_settings(const struct preview *own, const struct canvas *canvas)
{
	int col = 2, first = width_of(canvas->cols) == WIDTH_NARROW ? own->focus : 0;
	for (int i = first; i < SETTING_COUNT; i++) {
		const char *word =
			settings[i].words->word[i == SETTING_EDITION ? (int)edition_of(own)
								     : own->chosen[i]];
		canvas_text(canvas, BODY_TOP, col, canvas->cols - col - 2, STYLE_PLAIN,
			settings[i].label);
		col += (int)strlen(settings[i].label) + 1;
		canvas_text(canvas, BODY_TOP, col, canvas->cols - col - 2,
			i == own->focus ? STYLE_FOCUS : STYLE_PLAIN, word);
		col += (int)strlen(word) + 3;
	}
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct preview *own = screen->state;
	if (own->text_row > BODY_TOP)
		draw_settings(own, canvas);
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
	.rows = rows,
};
