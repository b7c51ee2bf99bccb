/* SPDX-License-Identifier: MIT */
/*
 * How a question looks: its page is built in layout, with the box in TEXT mode below it.
 */
#include "interview.h"

#include <string.h>

#include <rekindle/date.h>

#define SIDE_WIDTH 34 /* the list of questions beside it, from 100 columns on */

static int text_width(const struct interview *in)
{
	int cols = in->app->cols;
	return (width_of(cols) == WIDTH_WIDE ? cols - SIDE_WIDTH : cols) - 4;
}

static const char *mirrored(struct interview *in, const char *text)
{
	const struct record *record = &in->app->record;
	return record_mirror(
		record, &in->page.pool, text, record->respondents[in->respondent].party);
}

static enum answer_state state_now(const struct interview *in)
{
	return flow_state(&in->flow, in->flow.at);
}

/* The scale: anchors at 1, 3, 5; 2 and 4 lie between and have no words. */
static void add_scale(struct interview *in, const struct item *item, bool compact)
{
	const char *const anchor[6] = { NULL, item->low, "", item->mid, "", item->high };
	int width = text_width(in);
	for (int v = 1; v <= 5; v++) {
		char digit[2] = { (char)('0' + v), 0 };
		if (compact && !*anchor[v])
			continue;
		size_t line =
			page_add(&in->page, STYLE_PLAIN, 6, width - 6, mirrored(in, anchor[v]));
		page_lead(&in->page, line, 5, STYLE_BOLD, digit);
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
	enum answer_state now = state_now(in);
	const struct answer *answer = interview_answer(in);
	bool said = answer &&
		(now == STATE_DONT_KNOW || now == STATE_NOT_APPLICABLE || now == STATE_DECLINED ||
			now == STATE_NOT_ASKED);
	struct str line;
	str_init(&line);
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		str_addf(&line, "%s%s", line.len ? "    " : "", states[i].words);
	if (width_of(in->app->cols) != WIDTH_NARROW)
		page_add(&in->page, STYLE_PLAIN, 3, text_width(in) - 3, line.text);
	str_release(&line);
	if (!said)
		return;
	static const char *const now_text[STATE_COUNT] = { [STATE_DONT_KNOW] = "Answer: don't know",
		[STATE_NOT_APPLICABLE] = "Answer: not applicable",
		[STATE_DECLINED] = "Answer: declined",
		[STATE_NOT_ASKED] = "Not asked in this interview" };
	page_add(&in->page, STYLE_BOLD, 3, text_width(in) - 3,
		answer->reason && *answer->reason
			? pool_printf(&in->page.pool, "%s: %s", now_text[now], answer->reason)
			: now_text[now]);
}

static void add_probe(struct interview *in)
{
	const struct item *item = interview_item(in);
	if (!item->probe_count || width_of(in->app->cols) == WIDTH_NARROW)
		return;
	int at = in->probe % (int)item->probe_count;
	page_blank(&in->page);
	page_add(&in->page, STYLE_DIM, 0, text_width(in),
		pool_printf(&in->page.pool, "Probe %d of %zu, for you only: %s", at + 1,
			item->probe_count, mirrored(in, item->probes[at])));
}

/* "Comment    Release of the May data …" */
static void add_field(struct interview *in, const char *label, const char *text)
{
	size_t line =
		page_add(&in->page, STYLE_PLAIN, 11, text_width(in) - 11, text ? text : "none");
	page_lead(&in->page, line, 2, STYLE_PLAIN, label);
}

static void add_notes(struct interview *in)
{
	const struct answer *answer = interview_answer(in);
	static const struct answer none = { 0 };
	const struct answer *a = answer ? answer : &none;
	bool flag = answer && answer->flag == TRI_YES;
	page_blank(&in->page);
	if (width_of(in->app->cols) == WIDTH_NARROW) {
		page_add(&in->page, STYLE_PLAIN, 0, text_width(in),
			pool_printf(&in->page.pool, "Comment %d   Quote %d   Flag %s",
				a->comment != NULL, a->quote != NULL, flag ? "f" : "none"));
		return;
	}
	add_field(in, "Comment", a->comment);
	if (a->quote)
		add_field(in, "Quote", a->quote);
	if (a->evidence)
		add_field(in, "Evidence", a->evidence);
	page_add(&in->page, STYLE_PLAIN, 0, text_width(in),
		pool_printf(&in->page.pool, "%s%sFlag   %s",
			a->quote ? "" : "Quote      none             ",
			a->evidence ? "" : "Evidence   none             ",
			flag ? "f follow up" : "none"));
}

static void add_choices(struct interview *in, const struct item *item)
{
	static const struct choice checks[] = { { "yes", "Yes" }, { "partly", "Partly" },
		{ "no", "No" } };
	const struct choice *choices = item->kind == ITEM_CHECK ? checks : item->choices;
	size_t n = item->kind == ITEM_CHECK ? 3 : item->choice_count;
	const struct answer *answer = interview_answer(in);
	const char *chosen = answer && answer->value.type == VALUE_TEXT ? answer->value.text : "";
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(choices[i].id);
		const char *at = strstr(chosen, choices[i].id);
		while (at &&
			((at != chosen && at[-1] != '\n') || (at[length] && at[length] != '\n')))
			at = strstr(at + 1, choices[i].id);
		size_t line = page_add(&in->page, STYLE_PLAIN, 9, text_width(in) - 9,
			mirrored(in, choices[i].text));
		page_lead(&in->page, line, 5, STYLE_BOLD,
			item->kind == ITEM_MULTI ? (at ? "[x]" : "[ ]")
				: at             ? "(x)"
						 : "( )");
		in->page.lines[line].tag = (int)i + 1;
	}
}

#define SPLIT_NUMBER 52 /* column where the points end */

static void add_split(struct interview *in, const struct item *item)
{
	const struct answer *answer = interview_answer(in);
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
		page_lead(&in->page, line, 2, STYLE_PLAIN, cause_info[i].label);
		in->page.lines[line].tag = i + 1;
		if (gap)
			page_blank(&in->page);
	}
	int left = interview_points_left(in);
	int col = narrow ? 0 : 45;
	page_add(&in->page, STYLE_PLAIN, 0, 80,
		pool_printf(&in->page.pool, "%-*s%3d", 12 + col, "Given", 100 - left));
	page_add(&in->page, left ? STYLE_BOLD : STYLE_PLAIN, 0, 80,
		pool_printf(
			&in->page.pool, "%-*s%3d%s", 12 + col, "Left", left, left < 0 ? " !" : ""));
}

static const char *quoted_as(struct interview *in)
{
	const struct record *record = &in->app->record;
	const struct respondent *r = &record->respondents[in->respondent];
	const char *label = record->parties[r->party].label, *role = vocabulary_role.word[r->role];
	switch (r->attribution) {
	case ATTRIBUTION_CONFIDENTIAL:
		return "nothing: confidential, counted, never quoted";
	case ATTRIBUTION_ROLE:
		return pool_printf(&in->page.pool, "%s %s (role only)", label, role);
	}
	return pool_printf(&in->page.pool, "%s, %s %s",
		record_respondent_name(record, &in->page.pool, in->respondent), label, role);
}

/* The open answer when it is read, not written. */
static void add_open_text(struct interview *in)
{
	const struct item *item = interview_item(in);
	const struct answer *answer = interview_answer(in);
	const char *value = !answer ? NULL
		: item->kind == ITEM_TEXT
		? answer->text
		: value_format(&in->page.pool, item->kind, &answer->value);
	size_t line = page_add(&in->page, value ? STYLE_PLAIN : STYLE_DIM, 2, text_width(in) - 2,
		value ? value : "nothing written yet: i writes");
	for (; line < in->page.count; line++)
		page_lead(&in->page, line, 2, STYLE_PLAIN, SIGN_RULE);
}

static void add_answer(struct interview *in, bool compact)
{
	const struct item *item = interview_item(in);
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
		if (in->writing != WRITING_ANSWER)
			add_open_text(in);
		break;
	case ITEM_KIND_COUNT:
		break;
	}
}

static bool big_box(const struct interview *in)
{
	return in->writing == WRITING_ANSWER && !in->box.one_line;
}

/* Question first; in TEXT the box gets every row that the question leaves. */
static void build(struct interview *in, int rows)
{
	const struct item *item = interview_item(in);
	struct page *page = &in->page;
	int width = text_width(in);
	bool roomy = rows >= 17;
	page_clear(page);
	memset(in->scale_line, -1, sizeof(in->scale_line));
	page_add(page, STYLE_BOLD, 0, width, mirrored(in, item->text));
	if (item->hint && roomy)
		page_add(page, STYLE_DIM, 0, width, item->hint);
	page_blank(page);
	if (big_box(in))
		return;
	add_answer(in, !roomy && in->app->cols < 80);
	if (item->kind != ITEM_SPLIT) {
		if (roomy)
			page_blank(page);
		add_state_line(in);
		add_probe(in);
	} else if (state_now(in) != STATE_ANSWERED && state_now(in) != STATE_BLANK) {
		add_state_line(in);
	}
	add_notes(in);
}

static int head_rows(int rows)
{
	return rows >= 17 ? 3 : 1; /* topic and minutes, then blank rows where there is room */
}

void interview_layout(struct screen *screen, int rows, int cols)
{
	struct interview *in = screen->state;
	if (!in->flow.count || rows < ROWS_MIN || cols < COLS_MIN)
		return;
	int body = body_rows(rows), head = head_rows(body), left = body - head;
	build(in, body);
	if (in->writing == WRITING_NOTHING) {
		page_layout(&in->page, left);
		return;
	}
	int below = big_box(in) && body >= 17 ? 5 : big_box(in) ? 0 : 0;
	int page_rows = big_box(in) ? (int)in->page.count : left - 1;
	if (page_rows > left - 2)
		page_rows = left - 2;
	page_layout(&in->page, page_rows > 0 ? page_rows : 1);
	in->box_row = BODY_TOP + head + (big_box(in) ? in->page.rows + (body >= 17) : left - 1);
	in->box_rows = big_box(in) ? BODY_TOP + body - below - in->box_row : 1;
	if (in->box_rows < 1)
		in->box_rows = 1;
	edit_layout(&in->box, in->box_rows, text_width(in) - (big_box(in) ? 2 : 11));
}

static void draw_head(const struct interview *in, const struct canvas *canvas, int width)
{
	const struct item *item = interview_item(in);
	int seconds = interview_seconds(in), left = flow_minutes_left(&in->flow, seconds);
	int used = canvas_text(canvas, BODY_TOP, 2, width - 20, STYLE_PLAIN, item->topic);
	if (item->core)
		canvas_text(canvas, BODY_TOP, 2 + used + 3, 8, STYLE_PLAIN, "core");
	char minutes[32];
	if (in->paused)
		snprintf(minutes, sizeof(minutes), "paused");
	else if (left == INT_NONE)
		snprintf(minutes, sizeof(minutes), "%d min used", seconds / 60);
	else
		snprintf(minutes, sizeof(minutes), left > 0 ? "%d min left" : "time is up", left);
	canvas_right(canvas, BODY_TOP, 2 + width, STYLE_PLAIN, minutes);
}

static void draw_box(const struct interview *in, const struct canvas *canvas)
{
	static const char *const labels[WRITING_COUNT] = { "Answer", "Comment", "Quote", "Evidence",
		"Reason" };
	if (!big_box(in)) {
		canvas_text(canvas, in->box_row, 2, 10, STYLE_BOLD, labels[in->writing]);
		edit_draw(&in->box, canvas, in->box_row, 13, STYLE_FIELD, true);
		return;
	}
	for (int i = 0; i < in->box_rows; i++)
		canvas_text(canvas, in->box_row + i, 2, 1, STYLE_PLAIN, SIGN_RULE);
	edit_draw(&in->box, canvas, in->box_row, 4, STYLE_PLAIN, true);
}

/* Below the box: how it may be quoted, and what to ask next. */
static void draw_below_box(const struct interview *in, const struct canvas *canvas)
{
	int row = in->box_row + in->box_rows + 1, end = BODY_TOP + body_rows(canvas->rows);
	const struct item *item = interview_item(in);
	struct interview *writable =
		(struct interview *)(uintptr_t)in; /* texts go to the page's pool */
	if (!big_box(in) || row >= end)
		return;
	canvas_textf(canvas, row, 2, canvas->cols - 4, STYLE_PLAIN, "May be quoted as      %s",
		quoted_as(writable));
	if (item->probe_count)
		canvas_textf(canvas, row + 2, 2, canvas->cols - 4, STYLE_DIM,
			"Probe %d of %zu, for you only: %s", in->probe % (int)item->probe_count + 1,
			item->probe_count,
			mirrored(writable, item->probes[in->probe % (int)item->probe_count]));
}

/* What the message row says when nothing happened. */
static void draw_hint(const struct interview *in, const struct canvas *canvas)
{
	int row = canvas->rows - 3, width = canvas->cols - 4;
	char kept[6];
	if (*in->app->message || in->app->asking)
		return;
	if (big_box(in)) {
		int lines = edit_lines(&in->box);
		canvas_textf(canvas, row, 2, width, STYLE_PLAIN, "%d %s%s%s", edit_words(&in->box),
			edit_words(&in->box) == 1 ? "word" : "words",
			in->draft_kept ? ", draft kept " : "",
			in->draft_kept ? clock_hm(in->draft_kept, kept) : "");
		if (lines > in->box_rows) {
			char place[40];
			snprintf(place, sizeof(place), "line %d of %d",
				edit_cursor_line(&in->box) + 1, lines);
			canvas_right(canvas, row, canvas->cols - 2, STYLE_PLAIN, place);
		}
	} else if (interview_item(in)->kind == ITEM_SPLIT && interview_points_left(in) > 0 &&
		state_now(in) == STATE_ANSWERED) {
		canvas_textf(canvas, row, 2, width, STYLE_PLAIN,
			"%d points left. You may go on: the four are then rescaled to 100.",
			interview_points_left(in));
	} else if (page_more_below(&in->page)) {
		canvas_right(canvas, row, canvas->cols - 2, STYLE_PLAIN, "more below");
	} else if (page_more_above(&in->page)) {
		canvas_right(canvas, row, canvas->cols - 2, STYLE_PLAIN, "more above");
	}
}

/* The one focus: the rating, or the row of a choice. */
static void draw_focus(const struct interview *in, const struct canvas *canvas, int row, int width)
{
	const struct item *item = interview_item(in);
	const struct answer *answer = interview_answer(in);
	int line = -1;
	if (in->writing != WRITING_NOTHING)
		return;
	if (item->kind == ITEM_RATED && answer && answer->value.type == VALUE_NUMBER)
		line = in->scale_line[(int)answer->value.number];
	for (size_t i = 0; item->kind != ITEM_RATED && i < in->page.count; i++)
		if (in->page.lines[i].tag == in->row + 1)
			line = (int)i;
	if (line < in->page.top || line >= in->page.top + in->page.rows)
		return;
	canvas_focus_span(canvas, row + line - in->page.top, width + 2);
}

static void draw_side(const struct interview *in, const struct canvas *canvas)
{
	int col = canvas->cols - SIDE_WIDTH + 2, rows = body_rows(canvas->rows);
	int first = (int)in->flow.at - rows / 2;
	if (first > (int)in->flow.count - rows)
		first = (int)in->flow.count - rows;
	if (first < 0)
		first = 0;
	struct pool pool = { 0 };
	for (int i = 0; i < rows && first + i < (int)in->flow.count; i++) {
		size_t question = (size_t)(first + i);
		bool here = question == in->flow.at;
		enum style style = here ? STYLE_PART : STYLE_PLAIN;
		enum answer_state state = flow_state(&in->flow, question);
		const struct answer *answer =
			record_answer(&in->app->record, in->respondent, in->flow.items[question]);
		char mark[8] = { state_letter(state), 0 };
		if (answer && answer->value.type == VALUE_NUMBER)
			snprintf(mark, sizeof(mark), "%.0f", answer->value.number);
		canvas_textf(canvas, BODY_TOP + i, col, 3, style, "%2zu", question + 1);
		canvas_text(
			canvas, BODY_TOP + i, col + 3, 24, style, interview_short(in, question));
		canvas_text(canvas, BODY_TOP + i, col + 28, 2, STYLE_PLAIN, mark);
	}
	pool_release(&pool);
}

void interview_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct interview *in = screen->state;
	if (!in->flow.count) {
		canvas_text(canvas, BODY_TOP, 2, canvas->cols - 4, STYLE_PLAIN,
			"This instrument asks nothing of this role.");
		return;
	}
	int width = text_width(in), body = body_rows(canvas->rows);
	int row = BODY_TOP + head_rows(body);
	draw_head(in, canvas, width);
	page_draw(&in->page, canvas, row, 2);
	draw_focus(in, canvas, row, width);
	if (in->writing != WRITING_NOTHING) {
		draw_box(in, canvas);
		draw_below_box(in, canvas);
	}
	if (width_of(canvas->cols) == WIDTH_WIDE)
		draw_side(in, canvas);
	draw_hint(in, canvas);
}
