/* SPDX-License-Identifier: MIT */
/*
 * The page of a question, built in layout: its words, what can be answered, what was noted.
 */
#include "interview.h"

#include <string.h>

#include <rekindle/utf8.h>

enum answer_state interview_state(const struct interview *in)
{
	return flow_state(&in->sitting.flow, in->sitting.flow.at);
}

#define SIDE_TITLES 24 /* of the list at the right, and more where a page of PAGE_CELLS is left */
#define SIDE_REST 10   /* numbers, answers and blanks beside them */
#define PAGE_CELLS 76

int interview_side_titles(const struct interview *in)
{
	int room = in->app->cols - 4 - SIDE_REST - PAGE_CELLS;
	int cells = in->title_cells < room ? in->title_cells : room;
	return cells > SIDE_TITLES ? cells : SIDE_TITLES;
}

int interview_side(const struct interview *in)
{
	bool wide = width_of(in->app->cols) == WIDTH_WIDE;
	return wide ? SIDE_REST + interview_side_titles(in) : 0;
}

int interview_width(const struct interview *in)
{
	return in->app->cols - interview_side(in) - 4;
}

static void measure_titles(struct interview *in)
{
	in->title_cells = 0;
	for (size_t i = 0; i < in->sitting.flow.count; i++) {
		int cells = utf8_cells(UTF8_SCREEN, interview_short(in, i));
		in->title_cells = cells > in->title_cells ? cells : in->title_cells;
	}
}

const char *interview_mirrored(struct interview *in, const char *text)
{
	const struct record *record = &in->app->record;
	return words_mirror(&in->page.pool, record, text, sitting_respondent(&in->sitting)->party);
}

/* The scale: anchors at 1, 3, 5; 2 and 4 lie between and have no words, and where there is little
 * room they stand only for the rating that was given. */
static void add_scale(struct interview *in, const struct item *item, bool compact)
{
	const char *const anchor[6] = { NULL, item->low, "", item->mid, "", item->high };
	const struct answer *answer = sitting_answer(&in->sitting);
	bool number = answer && answer->value.type == VALUE_NUMBER;
	int width = interview_width(in), rated = number ? (int)answer->value.number : 0;
	for (int v = 1; v <= 5; v++) {
		char digit[2] = { (char)('0' + v), 0 };
		if (compact && !*anchor[v] && v != rated)
			continue;
		size_t line = page_add(
			&in->page, STYLE_PLAIN, 6, width - 6, interview_mirrored(in, anchor[v]));
		page_lead(&in->page, line, 3, STYLE_BOLD, digit);
		in->scale_line[v] = (int)line;
	}
}

static void add_state_line(struct interview *in)
{
	static const struct {
		enum answer_state state;
		const char *words;
	} states[] = {
		{ STATE_DONT_KNOW, "d   don't know" },
		{ STATE_NOT_APPLICABLE, "x   not applicable" },
		{ STATE_DECLINED, "r   declined" },
		{ STATE_BLANK, "k   skip for now" },
	};
	enum answer_state now = interview_state(in);
	const struct answer *answer = sitting_answer(&in->sitting);
	bool said = answer &&
		(now == STATE_DONT_KNOW || now == STATE_NOT_APPLICABLE || now == STATE_DECLINED ||
			now == STATE_NOT_ASKED);
	struct str line;
	str_init(&line);
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		str_addf(&line, "%s%s", line.len ? "    " : "", states[i].words);
	if (width_of(in->app->cols) != WIDTH_NARROW)
		page_add(&in->page, STYLE_PLAIN, 3, interview_width(in) - 3, line.text);
	str_release(&line);
	if (!said)
		return;
	static const char *const now_text[STATE_COUNT] = { [STATE_DONT_KNOW] = "Answer: don't know",
		[STATE_NOT_APPLICABLE] = "Answer: not applicable",
		[STATE_DECLINED] = "Answer: declined",
		[STATE_NOT_ASKED] = "Not asked in this interview" };
	page_add(&in->page, STYLE_BOLD, 3, interview_width(in) - 3,
		answer->reason && *answer->reason ? words(&in->page.pool, W_ANSWER_BECAUSE,
							    hole_text("answer", now_text[now]),
							    hole_text("reason", answer->reason))
						  : now_text[now]);
}

const char *interview_probe(struct interview *in)
{
	const struct item *item = sitting_item(&in->sitting);
	int at = in->probe % (int)item->probe_count;
	return words(&in->page.pool, W_PROBE, hole_count("n", at + 1),
		hole_count("all", (int)item->probe_count),
		hole_text("text", interview_mirrored(in, item->probes[at])));
}

static void add_probe(struct interview *in)
{
	const struct item *item = sitting_item(&in->sitting);
	if (!item->probe_count)
		return;
	page_blank(&in->page);
	in->probe_line =
		(int)page_add(&in->page, STYLE_DIM, 0, interview_width(in), interview_probe(in));
}

/* "Comment    Release of the May data …" */
static void add_field(struct interview *in, const char *label, const char *text)
{
	size_t line = page_add(
		&in->page, STYLE_PLAIN, 11, interview_width(in) - 11, text ? text : "none");
	page_lead(&in->page, line, 0, STYLE_PLAIN, label);
}

/* What was noted; what is being written stands in the box, and not here as well. */
static void add_noted(
	struct interview *in, enum sitting_field field, const char *label, const char *text)
{
	if (text && in->writing != field)
		add_field(in, label, text);
}

/* How much there is in one row, below it what it says. */
static void add_notes_narrow(struct interview *in, const struct answer *a, bool flag)
{
	page_add(&in->page, STYLE_PLAIN, 0, interview_width(in),
		pool_printf(&in->page.pool, "Comment %d   Quote %d   Flag %s", a->comment != NULL,
			a->quote != NULL, flag ? "f" : "none"));
	add_noted(in, SITTING_COMMENT, "Comment", a->comment);
	add_noted(in, SITTING_QUOTE, "Quote", a->quote);
	add_noted(in, SITTING_EVIDENCE, "Evidence", a->evidence);
}

static void add_notes(struct interview *in)
{
	const struct answer *answer = sitting_answer(&in->sitting);
	static const struct answer none = { 0 };
	const struct answer *a = answer ? answer : &none;
	bool flag = answer && answer->flag == TRI_YES;
	page_blank(&in->page);
	if (width_of(in->app->cols) == WIDTH_NARROW) {
		add_notes_narrow(in, a, flag);
		return;
	}
	add_noted(in, SITTING_COMMENT, "Comment", a->comment ? a->comment : "none");
	add_noted(in, SITTING_QUOTE, "Quote", a->quote);
	add_noted(in, SITTING_EVIDENCE, "Evidence", a->evidence);
	page_add(&in->page, STYLE_PLAIN, 0, interview_width(in),
		pool_printf(&in->page.pool, "%s%sFlag   %s",
			a->quote ? "" : "Quote      none             ",
			a->evidence ? "" : "Evidence   none             ",
			flag ? "f follow up" : "none"));
}

static const struct choice checks[] = { { "yes", "Yes" }, { "partly", "Partly" }, { "no", "No" } };

const char *interview_choice_text(struct interview *in, int row)
{
	const struct item *item = sitting_item(&in->sitting);
	return interview_mirrored(
		in, item->kind == ITEM_CHECK ? checks[row].text : item->choices[row].text);
}

int interview_choices(const struct item *item)
{
	switch (item->kind) {
	case ITEM_CHOICE:
	case ITEM_MULTI:
		return (int)item->choice_count;
	case ITEM_CHECK:
		return (int)(sizeof(checks) / sizeof(*checks));
	case ITEM_SPLIT:
	case ITEM_RATED:
	case ITEM_NUMBER:
	case ITEM_DATE:
	case ITEM_TEXT:
	case ITEM_KIND_COUNT:
		break;
	}
	return 0;
}

/* "2 (x)"; a row beyond the ninth has no number to be typed, and then none has. */
static const char *choice_sign(struct interview *in, int number, enum item_kind kind, bool chosen)
{
	const char *sign = kind == ITEM_MULTI ? (chosen ? "[x]" : "[ ]") : (chosen ? "(x)" : "( )");
	return number ? pool_printf(&in->page.pool, "%d %s", number, sign) : sign;
}

static void add_choices(struct interview *in, const struct item *item)
{
	const struct choice *choices = item->kind == ITEM_CHECK ? checks : item->choices;
	size_t n = (size_t)interview_choices(item);
	const struct answer *answer = sitting_answer(&in->sitting);
	for (size_t i = 0; i < n; i++) {
		bool chosen = sitting_chose(answer, choices[i].id);
		size_t line = page_add(&in->page, STYLE_PLAIN, 9, interview_width(in) - 9,
			interview_mirrored(in, choices[i].text));
		page_lead(&in->page, line, n > 9 ? 3 : 1, STYLE_BOLD,
			choice_sign(in, n > 9 ? 0 : (int)i + 1, item->kind, chosen));
		in->page.lines[line].tag = (int)i + 1;
	}
}

#define SPLIT_NUMBER 52 /* column where the points end */

/* What is given and what is left of it, with what is to be done about that. */
static void add_sum(struct interview *in, int col)
{
	struct pool *pool = &in->page.pool;
	int left = sitting_points_left(&in->sitting);
	bool uneven = flow_gap(&in->sitting.flow, in->sitting.flow.at) == GAP_POINTS;
	const char *what = !uneven ? ""
		: left < 0         ? words(pool, W_POINTS_TAKE, hole_count("n", -left))
				   : words(pool, W_POINTS_GIVE, hole_count("n", left));
	page_add(&in->page, STYLE_PLAIN, 0, 80,
		pool_printf(pool, "%-*s%3d", 12 + col, "Given", 100 - left));
	page_add(&in->page, left ? STYLE_BOLD : STYLE_PLAIN, 0, 80,
		pool_printf(
			pool, "%-*s%3d%s%s", 12 + col, "Left", left, uneven ? " !  " : "", what));
}

/* "Strategy    partnering is the wrong way, or unclear     20  " stand before them. */
int interview_bar_col(const struct interview *in)
{
	const struct item *item = sitting_item(&in->sitting);
	if (!item || item->kind != ITEM_SPLIT)
		return 0;
	return width_of(in->app->cols) == WIDTH_NARROW ? 19 : 64;
}

static void add_split(struct interview *in, const struct item *item)
{
	const struct answer *answer = sitting_answer(&in->sitting);
	bool narrow = width_of(in->app->cols) == WIDTH_NARROW;
	int gap = in->app->rows >= 22;
	for (int i = 0; i < CAUSE_COUNT; i++) {
		const char *words =
			(size_t)i < item->choice_count && !narrow ? item->choices[i].text : "";
		int points = answer && answer->value.type == VALUE_SPLIT
			? (int)answer->value.split[i]
			: 0;
		int cells = points / 5;
		char bar[20 * sizeof(SIGN_FULL)] = "";
		for (int k = 0; k < cells && k < 20; k++)
			strcat(bar, SIGN_FULL);
		const char *text = narrow
			? pool_printf(&in->page.pool, "%3d  %s", points, bar)
			: pool_printf(&in->page.pool, "%-*.*s %3d  %s", 44, 44, words, points, bar);
		size_t line = page_add(&in->page, STYLE_PLAIN, 12, 80, text);
		page_lead(&in->page, line, 0, STYLE_PLAIN, cause_info[i].label);
		in->page.lines[line].tag = i + 1;
		if (gap)
			page_blank(&in->page);
	}
	add_sum(in, narrow ? 0 : 45);
}

const char *interview_quoted_as(struct interview *in)
{
	const struct record *record = &in->app->record;
	const struct respondent *r = sitting_respondent(&in->sitting);
	struct pool *pool = &in->page.pool;
	struct hole party = hole_text("party", record->parties[r->party].label);
	struct hole role = hole_text("role", words_role(r->role));
	switch (r->attribution) {
	case ATTRIBUTION_CONFIDENTIAL:
		return words_plain(W_QUOTED_NEVER);
	case ATTRIBUTION_ROLE:
		return words(pool, W_QUOTED_BY_ROLE, party, role);
	}
	const char *name = words_respondent(pool, record, in->sitting.flow.respondent);
	if (!words_is_named(record, in->sitting.flow.respondent)) /* role and party are the name */
		return name;
	return words(pool, W_QUOTED_BY_NAME, hole_text("name", name), party, role);
}

static const char *nothing_text(const struct interview *in)
{
	return words_plain(in->sitting.closed ? W_TEXT_NONE : W_TEXT_NONE_YET);
}

/* The open answer when it is read, not written. */
static void add_open_text(struct interview *in)
{
	const struct item *item = sitting_item(&in->sitting);
	const struct answer *answer = sitting_answer(&in->sitting);
	const char *value = !answer ? NULL
		: item->kind == ITEM_TEXT
		? answer->text
		: value_format(&in->page.pool, item->kind, &answer->value);
	size_t line = page_add(&in->page, value ? STYLE_PLAIN : STYLE_DIM, 2,
		interview_width(in) - 2, value ? value : nothing_text(in));
	for (; line < in->page.count; line++)
		page_lead(&in->page, line, 0, STYLE_PLAIN, SIGN_RULE);
}

static void add_answer(struct interview *in, bool compact)
{
	const struct item *item = sitting_item(&in->sitting);
	switch (item->kind) {
	case ITEM_RATED:
		add_scale(in, item, compact);
		break;
	case ITEM_CHOICE:
	case ITEM_MULTI:
	case ITEM_CHECK:
		add_choices(in, item);
		break;
	case ITEM_SPLIT:
		add_split(in, item);
		break;
	case ITEM_TEXT:
	case ITEM_NUMBER:
	case ITEM_DATE:
		if (in->writing != SITTING_ANSWER)
			add_open_text(in);
		break;
	case ITEM_KIND_COUNT:
		break;
	}
}

bool interview_big_box(const struct interview *in)
{
	return in->writing == SITTING_ANSWER && !in->box.one_line;
}

/* Question first; in TEXT the box gets every row that the question leaves. */
static void build(struct interview *in, int rows)
{
	const struct item *item = sitting_item(&in->sitting);
	struct page *page = &in->page;
	int width = interview_width(in);
	bool roomy = rows >= 17;
	page_clear(page);
	memset(in->scale_line, -1, sizeof(in->scale_line));
	page_add(page, STYLE_BOLD, 0, width, interview_mirrored(in, item->text));
	if (item->hint && roomy)
		page_add(page, STYLE_DIM, 0, width, item->hint);
	page_blank(page);
	if (interview_big_box(in))
		return;
	add_answer(in, !roomy && in->app->cols < 80);
	if (item->kind != ITEM_SPLIT) {
		if (roomy)
			page_blank(page);
		add_state_line(in);
		add_probe(in);
	} else if (interview_state(in) != STATE_ANSWERED && interview_state(in) != STATE_BLANK) {
		add_state_line(in);
	}
	add_notes(in);
}

int interview_head_rows(int rows)
{
	return rows >= 17 ? 3 : 1; /* topic and minutes, then blank rows where there is room */
}

int interview_focus_line(const struct interview *in)
{
	const struct item *item = sitting_item(&in->sitting);
	const struct answer *answer = sitting_answer(&in->sitting);
	bool number = answer && answer->value.type == VALUE_NUMBER;
	if (item->kind == ITEM_RATED)
		return number ? in->scale_line[(int)answer->value.number] : -1;
	for (size_t i = 0; i < in->page.count; i++)
		if (in->page.lines[i].tag == in->row + 1)
			return (int)i;
	return -1;
}

/* The focus comes into sight, unless somebody has scrolled away from it. */
static void layout_page(struct interview *in, int rows)
{
	struct page *page = &in->page;
	page_layout(page, rows);
	int line = in->follow ? interview_focus_line(in) : -1;
	if (line < 0 || (line >= page->top && line < page->top + page->rows))
		return;
	page->wanted = line < page->top ? line : line - page->rows + 1;
	page_layout(page, rows);
}

/* What is said of a text in one row must not stand over it. */
static int covered_rows(const struct interview *in)
{
	int rows = app_message_rows(in->app);
	return in->writing != SITTING_NOTHING && rows > 1 ? rows - 1 : 0;
}

/* In TEXT the box gets every row that the question leaves. */
static void layout_big_box(struct interview *in, int body, int head)
{
	bool roomy = body >= 17;
	int most = body - head - 2, page_rows = (int)in->page.count;
	if (page_rows > most)
		page_rows = most;
	layout_page(in, page_rows > 0 ? page_rows : 1);
	in->box_row = BODY_TOP + head + in->page.rows + roomy;
	in->box_rows = BODY_TOP + body - (roomy ? 5 : 0) - in->box_row;
	edit_layout(&in->box, in->box_rows, interview_width(in) - 2);
}

#define SMALL_BOX 3 /* rows at the most, of a comment or a number */

/* Below what it is about, whose rating stays in sight. */
static void layout_small_box(struct interview *in, int head, int left)
{
	int most = left / 3 < SMALL_BOX ? left / 3 : SMALL_BOX, width = interview_width(in) - 11;
	edit_layout(&in->box, 1, width);
	int lines = edit_lines(&in->box);
	in->box_rows = lines < most ? lines : most;
	if (in->box_rows < 1)
		in->box_rows = 1;
	layout_page(in, left - in->box_rows);
	in->box_row = BODY_TOP + head + left - in->box_rows;
	edit_layout(&in->box, in->box_rows, width);
}

void interview_layout(struct screen *screen, int rows, int cols)
{
	struct interview *in = screen->state;
	if (!in->sitting.flow.count || rows < ROWS_MIN || cols < COLS_MIN)
		return;
	int body = body_rows(rows), head = interview_head_rows(body);
	measure_titles(in);
	build(in, body);
	if (in->writing == SITTING_NOTHING)
		layout_page(in, body - head);
	else if (interview_big_box(in))
		layout_big_box(in, body, head);
	else
		layout_small_box(in, head, body - head - covered_rows(in));
}
