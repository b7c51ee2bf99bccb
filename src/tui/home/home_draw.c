/* SPDX-License-Identifier: MIT */
/*
 * The home on the screen: the first line pinned, below it people and answers, beside each other
 * by side where that fits, else one side below the other.
 */
#include "home.h"

#include <math.h>
#include <stdlib.h>

#include <rekindle/utf8.h>

#define COLUMN_MIN 22
#define COLUMN_MOST 31
#define COLUMN_WIDE 28 /* where the list at the right wants room and no name is longer */
#define STATE_CELLS 8  /* "heard", "! 22 Oct" */
#define BAR 10
#define WHEN_CELLS 9  /* "! 12 Oct" */
#define DUE_MORE 6    /* actions listed that are not due yet */
#define FLAGS_LEAST 3 /* rows of flags that the actions leave */
#define PANE_MIN 20
#define PANE_USUAL 36 /* names are cut before it has less */

static struct home_line *add_line(struct home *home, enum home_line_kind kind, int n)
{
	struct home_line *line = POOL_APPEND(&home->laid, home->lines, home->line_count);
	*line = (struct home_line){ .kind = kind, .n = n };
	return line;
}

static void add_wrapped(struct home *home, enum home_line_kind kind, const char *text, int width)
{
	size_t visible;
	for (size_t n; (n = utf8_line(UTF8_SCREEN, text, width, &visible)); text += n)
		add_line(home, kind, 0)->text = pool_strndup(&home->laid, text, visible);
}

static void add_text(struct home *home, const char *text, int width)
{
	add_wrapped(home, LINE_TEXT, text, width);
}

static void add_slot(struct home *home, int party, int role, int person, int row, bool first)
{
	*POOL_APPEND(&home->laid, home->slots, home->slot_count) =
		(struct home_slot){ .party = party,
			.role = role,
			.person = person,
			.row = row,
			.column = home->columns ? party : 0,
			.first = first };
}

/* The people of a role and side, from row on; returns the rows taken. */
static int add_role(struct home *home, int party, int role, int row)
{
	int n = 0;
	for (size_t i = 0; i < home->people_count; i++)
		if (home->people[i].party == party && home->people[i].role == role) {
			add_slot(home, party, role, (int)i, row + n, n == 0);
			n++;
		}
	if (!n)
		add_slot(home, party, role, -1, row + n++, true);
	return n;
}

static int by_row(const void *left, const void *right)
{
	const struct home_slot *a = left, *b = right;
	return a->row != b->row ? a->row - b->row : a->column - b->column;
}

static void add_rows(struct home *home, int from, int to)
{
	while (from < to)
		add_line(home, LINE_PEOPLE, from++);
}

static void people_beside(struct home *home)
{
	int row = 0;
	add_line(home, LINE_PARTIES, 0);
	for (int role = 0; role < ROLE_COUNT; role++) {
		int most = 1;
		for (int party = 0; party < home->parties; party++) {
			int n = add_role(home, party, role, row);
			most = n > most ? n : most;
		}
		row += most;
	}
	add_rows(home, 0, row);
	qsort(home->slots, home->slot_count, sizeof(*home->slots), by_row);
}

static void people_below(struct home *home)
{
	int row = 0;
	for (int party = 0; party < home->parties; party++) {
		int from = row;
		if (party)
			add_line(home, LINE_BLANK, 0);
		add_line(home, LINE_PARTY, party);
		for (int role = 0; role < ROLE_COUNT; role++)
			row += add_role(home, party, role, row);
		add_rows(home, from, row);
	}
}

/* Where the focus stood, found again among the new slots. */
static int same_slot(const struct home *home, const struct home_slot *before)
{
	int best = -1;
	for (size_t i = 0; i < home->slot_count; i++) {
		const struct home_slot *slot = &home->slots[i];
		if (slot->party != before->party || slot->role != before->role)
			continue;
		if (best < 0 || slot->person == before->person)
			best = (int)i;
	}
	return best;
}

/* What the longest name takes, with the state before it and a blank behind. */
static int person_cells(const struct home *home)
{
	int most = 0;
	for (size_t i = 0; i < home->people_count; i++) {
		int state = utf8_cells(UTF8_SCREEN, home->people[i].state);
		int cells = (state > STATE_CELLS ? state : STATE_CELLS) + 1 +
			utf8_cells(UTF8_SCREEN, home->people[i].name) + 1;
		most = cells > most ? cells : most;
	}
	return most;
}

/* Of a side, beside a list at the right or over the whole width. */
static int widest(const struct home *home, int cols)
{
	if (width_of(cols) != WIDTH_WIDE)
		return COLUMN_MOST;
	int room = (cols - 4 - HOME_LABEL - PANE_USUAL) / home->parties;
	int wanted = person_cells(home);
	if (wanted > room)
		wanted = room;
	return wanted > COLUMN_WIDE ? wanted : COLUMN_WIDE;
}

static void place(struct home *home, int cols)
{
	int text = cols - 4, room = text - HOME_LABEL;
	home->columns = home->parties && room / home->parties >= COLUMN_MIN;
	home->column_width = home->columns ? room / home->parties : room;
	if (home->columns && home->column_width > widest(home, cols))
		home->column_width = widest(home, cols);
	int used = 2 + HOME_LABEL + (home->columns ? home->parties : 1) * home->column_width;
	home->pane = 0;
	if (width_of(cols) == WIDTH_WIDE && cols - used - 4 >= PANE_MIN && home->columns)
		home->pane = used + 1;
}

static void build(struct home *home, int cols)
{
	struct home_slot before = { .party = -1 };
	int width = home->pane ? home->pane - 4 : cols - 4;
	if (home->focus >= 0 && home->focus < (int)home->slot_count)
		before = home->slots[home->focus];
	pool_release(&home->laid);
	home->slots = NULL;
	home->lines = NULL;
	home->slot_count = home->line_count = 0;
	const char *since = home_since_text(home, width);
	if (since) {
		add_text(home, since, width);
		add_line(home, LINE_BLANK, 0);
	}
	home->columns ? people_beside(home) : people_below(home);
	home->focus = before.party < 0 ? -1 : same_slot(home, &before);
	if (home->more.count)
		add_line(home, LINE_BLANK, 0);
	for (size_t i = 0; i < home->more.count; i++)
		add_text(home, home->more.text[i], width);
	add_line(home, LINE_BLANK, 0);
	add_line(home, LINE_ANSWERED, 0);
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		add_line(home, LINE_CAUSE, cause);
	add_line(home, LINE_BLANK, 0);
	add_text(home, home->safe_text, width);
	add_wrapped(home, LINE_SEEN, home->preview_text, width);
	add_text(home, home->count_text, width);
}

static int count_lines(const struct home *home, enum home_line_kind kind)
{
	int n = 0;
	for (size_t i = 0; i < home->line_count; i++)
		n += home->lines[i].kind == kind;
	return n;
}

/* The first so many of a kind go. */
static void drop_lines(struct home *home, enum home_line_kind kind, int n)
{
	size_t kept = 0;
	for (size_t i = 0; i < home->line_count; i++)
		if (home->lines[i].kind != kind || n-- <= 0)
			home->lines[kept++] = home->lines[i];
	home->line_count = kept;
}

/* Blank rows go first, then what the other side would see, if that makes the rest fit. */
static void squeeze(struct home *home, int rows)
{
	int blanks = count_lines(home, LINE_BLANK), seen = count_lines(home, LINE_SEEN);
	int over = (int)home->line_count - rows;
	if (over > blanks + seen)
		return;
	if (over > blanks) {
		drop_lines(home, LINE_SEEN, seen);
		over -= seen;
	}
	drop_lines(home, LINE_BLANK, over);
}

static int line_of_slot(const struct home *home, int slot)
{
	for (size_t i = 0; slot >= 0 && i < home->line_count; i++)
		if (home->lines[i].kind == LINE_PEOPLE && home->lines[i].n == home->slots[slot].row)
			return (int)i;
	return 0;
}

static void follow_focus(struct home *home)
{
	int at = line_of_slot(home, home->focus), last = (int)home->line_count - home->rows;
	if (!home->scrolled) {
		if (at <= home->top)
			home->top = at > 1 ? at - 1 : 0; /* the heading above stays */
		if (at >= home->top + home->rows)
			home->top = at - home->rows + 1;
	}
	if (home->top > last)
		home->top = last;
	if (home->top < 0)
		home->top = 0;
}

void home_layout(struct screen *screen, int rows, int cols)
{
	struct home *home = screen->state;
	int body = body_rows(rows), most = body > 8 ? 3 : body > 6 ? 2 : 1;
	place(home, cols);
	build(home, cols);
	home->next_rows = canvas_lines(home->next_text, cols - 4);
	if (home->next_rows > most)
		home->next_rows = most;
	home->rows = body - home->next_rows - (body > 8);
	squeeze(home, home->rows);
	if ((int)home->line_count > home->rows && home->rows > 2)
		home->rows--; /* for "1-9 of 30" */
	follow_focus(home);
}

/* Drawing */

static int column_at(const struct home *home, int column)
{
	return 2 + HOME_LABEL + column * home->column_width;
}

static void draw_slot(const struct home *home, const struct canvas *canvas, int row, int i)
{
	const struct home_slot *slot = &home->slots[i];
	const struct home_person *p = slot->person < 0 ? NULL : &home->people[slot->person];
	int col = column_at(home, slot->column), width = home->column_width - 1;
	bool focus = i == home->focus;
	if (focus) {
		canvas_text(canvas, row, 0, 1, STYLE_PLAIN, ">");
		canvas_padded(canvas, row, col, width, STYLE_FOCUS, "");
	}
	if (!p) {
		canvas_text(canvas, row, col, width, focus ? STYLE_FOCUS : STYLE_DIM, "--");
		return;
	}
	int used = canvas_text(canvas, row, col, width,
		focus             ? STYLE_FOCUS
			: p->late ? STYLE_WARN
				  : STYLE_PLAIN,
		p->state);
	int name = used > STATE_CELLS ? used + 1 : STATE_CELLS + 1;
	canvas_text(
		canvas, row, col + name, width - name, focus ? STYLE_FOCUS : STYLE_PLAIN, p->name);
}

static void draw_people(const struct home *home, const struct canvas *canvas, int row, int n)
{
	for (size_t i = 0; i < home->slot_count; i++) {
		const struct home_slot *slot = &home->slots[i];
		if (slot->row != n)
			continue;
		if (slot->first)
			canvas_text(canvas, row, 2, HOME_LABEL - 1, STYLE_PLAIN,
				words_role(slot->role));
		draw_slot(home, canvas, row, (int)i);
	}
}

/* Sides in columns of their own, or as narrow as they must be for numbers alone. */
static int share_width(const struct home *home, const struct canvas *canvas)
{
	if (home->columns)
		return home->column_width;
	int width = home->parties ? (canvas->cols - 4 - HOME_LABEL) / home->parties : 12;
	return width > 12 ? 12 : width;
}

static void draw_labels(
	const struct home *home, const struct canvas *canvas, int row, const char *word)
{
	int width = share_width(home, canvas);
	canvas_text(canvas, row, 2, HOME_LABEL - 1, STYLE_BOLD, word);
	for (int p = 0; p < home->parties; p++)
		canvas_text(canvas, row, 2 + HOME_LABEL + p * width, width - 1, STYLE_BOLD,
			home->party_label[p]);
}

static void draw_cause(const struct home *home, const struct canvas *canvas, int row, int cause)
{
	int width = share_width(home, canvas);
	canvas_text(canvas, row, 2, HOME_LABEL - 1, STYLE_PLAIN, words_cause(cause));
	for (int p = 0; p < home->parties; p++) {
		int col = 2 + HOME_LABEL + p * width;
		double share = home->answered[p][cause];
		if (isnan(share)) {
			canvas_text(canvas, row, col, width - 1, STYLE_DIM, "--");
			continue;
		}
		int percent = (int)lround(share * 100);
		if (percent == 100 && share < 1)
			percent = 99; /* 100 only when all is answered */
		if (home->columns)
			canvas_bar(canvas, row, col, BAR, (int)lround(share * BAR));
		canvas_textf(canvas, row, home->columns ? col + BAR + 2 : col, width, STYLE_PLAIN,
			home->columns ? "%3d %%" : "%3d", percent);
	}
}

static void draw_line(
	const struct home *home, const struct canvas *canvas, int row, const struct home_line *line)
{
	switch (line->kind) {
	case LINE_BLANK:
		break;
	case LINE_PARTIES:
		draw_labels(home, canvas, row, "People");
		break;
	case LINE_PARTY:
		canvas_text(
			canvas, row, 2, canvas->cols - 4, STYLE_BOLD, home->party_label[line->n]);
		break;
	case LINE_PEOPLE:
		draw_people(home, canvas, row, line->n);
		break;
	case LINE_ANSWERED:
		draw_labels(home, canvas, row, home->columns ? "Answered" : "Answered, %");
		break;
	case LINE_CAUSE:
		draw_cause(home, canvas, row, line->n);
		break;
	case LINE_TEXT:
	case LINE_SEEN:
		canvas_text(canvas, row, 2, canvas->cols - 4, STYLE_PLAIN, line->text);
		break;
	}
}

/* Of so many rows, those that the flags leave with their heading. */
static int due_room(const struct home *home, int rows)
{
	int flags = (int)home->flagged_count < FLAGS_LEAST ? (int)home->flagged_count : FLAGS_LEAST;
	return rows - 3 - (flags ? flags : 1);
}

/* What is due and a few more; the flags keep their heading and some rows, at worst the lower half.
 */
static int due_rows(const struct home *home, int rows)
{
	int room = due_room(home, rows), wanted = home->due_now + DUE_MORE;
	if (room < rows / 2 - 1)
		room = rows / 2 - 1;
	if (wanted > (int)home->due_count)
		wanted = (int)home->due_count;
	return wanted < room ? wanted : room;
}

/* spare: rows that titles may go on in. */
static int draw_due(
	const struct home *home, const struct canvas *canvas, int row, int rows, int spare)
{
	int width = canvas->cols - 2 - home->pane;
	canvas_text(canvas, row++, home->pane, width, STYLE_BOLD, "Next actions");
	if (!home->due_count)
		canvas_text(canvas, row++, home->pane, width, STYLE_DIM, home->due_text);
	for (int i = 0; i < rows; i++) {
		const struct home_due *due = &home->due[i];
		int more = spare > 0 && canvas_lines(due->title, width - WHEN_CELLS) > 1;
		canvas_text(canvas, row, home->pane, WHEN_CELLS - 1,
			due->late ? STYLE_WARN : STYLE_PLAIN, due->when);
		if (more)
			canvas_wrapped(canvas, row, home->pane + WHEN_CELLS, width - WHEN_CELLS, 0,
				2, STYLE_PLAIN, due->title);
		else
			canvas_text(canvas, row, home->pane + WHEN_CELLS, width - WHEN_CELLS,
				STYLE_PLAIN, due->title);
		spare -= more;
		row += 1 + more;
	}
	return row;
}

static void draw_pane(const struct home *home, const struct canvas *canvas, int row)
{
	int width = canvas->cols - 2 - home->pane;
	int end = canvas->rows - 4 - ((int)home->line_count > home->rows);
	int rows = due_rows(home, end - row + 1);
	row = draw_due(home, canvas, row, rows, due_room(home, end - row + 1) - rows) + 1;
	if (row >= end)
		return;
	canvas_text(canvas, row++, home->pane, width, STYLE_BOLD, "Flagged");
	if (!home->flagged_count)
		canvas_text(canvas, row, home->pane, width, STYLE_DIM, "nothing");
	for (size_t i = 0; i < home->flagged_count && row <= end; i++)
		canvas_text(canvas, row++, home->pane, width, STYLE_PLAIN, home->flagged[i]);
}

void home_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct home *home = screen->state;
	int row = BODY_TOP, width = canvas->cols - 4;
	canvas_wrapped(canvas, row, 2, width, 0, home->next_rows, STYLE_BOLD, home->next_text);
	if (home->focus < 0)
		for (int i = home->next_rows - 1; i >= 0; i--)
			canvas_focus(canvas, row + i);
	for (int i = 1; home->focus < 0 && i < home->next_rows; i++)
		mvwaddch(canvas->window, row + i, 0, ' ');
	row += home->next_rows + (body_rows(canvas->rows) > 8);
	for (int i = 0; i < home->rows && home->top + i < (int)home->line_count; i++)
		draw_line(home, canvas, row + i, &home->lines[home->top + i]);
	if (home->pane)
		draw_pane(home, canvas, row);
	const struct list list = {
		.count = (int)home->line_count, .top = home->top, .rows = home->rows
	};
	list_draw_place(&list, canvas, canvas->rows - 4, canvas->cols - 2);
}
