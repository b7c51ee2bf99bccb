/* SPDX-License-Identifier: MIT */
/*
 * The pane of the diagnosis that says why: where it stands, what it says of the entry in focus.
 */
#include "diagnosis.h"

/* At the right where the map keeps its bars, below an unfolded map, else alone when it is asked
 * for.
 */
void pane_place(struct sheet *sheet, const struct app *app, int rows, int cols)
{
	bool unfolded = sheet_unfolded(sheet);
	bool right = pane_beside(cols, (int)app->record.party_count, unfolded);
	bool below =
		width_of(cols) != WIDTH_NARROW && unfolded && body_rows(rows) >= 2 * PANE_ROWS - 2;
	sheet->pane = right ? PANE_RIGHT : below ? PANE_BELOW : PANE_ALONE;
	sheet->cols = right ? cols - PANE_COLS : cols;
	sheet->pane_col = right ? sheet->cols + 1 : 2;
}

/* An item that opened needs the room that nine rows do not have. */
bool pane_alone(const struct sheet *sheet)
{
	return sheet->inside &&
		(sheet->pane == PANE_ALONE || (sheet->pane == PANE_BELOW && sheet->view.open));
}

static void build(struct sheet *sheet, struct app *app, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	int scale = entry_scale(sheet->focus);
	struct why why;
	struct why_words said;
	if (sheet->view.open) {
		why_view_page(&sheet->why, &sheet->view, &app->record, width);
		return;
	}
	if (scale == SCALE_NONE)
		why_cause(&why, &sheet->why.pool, &app->record, d, sheet->focus);
	else
		why_aspect(&why, &sheet->why.pool, &app->record, d, scale);
	words_why(&said, &sheet->why.pool, &app->record, d, &why);
	why_page_titled(&sheet->why, &sheet->view, &said, width,
		sheet->pane == PANE_BELOW && !sheet->inside);
}

void pane_layout(struct sheet *sheet, struct app *app, int rows, int cols)
{
	int body = body_rows(rows);
	bool below = sheet->pane == PANE_BELOW && !pane_alone(sheet);
	if (sheet->pane == PANE_ALONE && !sheet->inside)
		return;
	page_clear(&sheet->why);
	if (sheet->explained != sheet->focus) {
		sheet->why.wanted = 0;
		sheet->view = (struct why_view){ .row = 0 };
	}
	sheet->explained = sheet->focus;
	build(sheet, app, cols - sheet->pane_col - 2);
	sheet->pane_row = below ? BODY_TOP + body - PANE_ROWS : BODY_TOP;
	page_layout(&sheet->why, below ? PANE_ROWS : body);
}

/* What opens has the focus; where nothing does, the first row shows that the keys are in the pane.
 */
static void draw_focus(const struct sheet *sheet, const struct canvas *canvas)
{
	const struct page *page = &sheet->why;
	int end = canvas->cols - 2, line = why_view_line(&sheet->view, page);
	if (line < 0 && pane_alone(sheet))
		return;
	line = line < 0 ? page->top : line;
	int row = sheet->pane_row + line - page->top;
	if (sheet->pane != PANE_RIGHT) {
		canvas_focus(canvas, row);
		return;
	}
	canvas_text(canvas, row, sheet->pane_col - 2, 1, STYLE_PLAIN, ">");
	canvas_padded(canvas, row, sheet->pane_col, end - sheet->pane_col, STYLE_FOCUS,
		page->lines[line].text);
}

void pane_draw(const struct sheet *sheet, const struct canvas *canvas)
{
	const struct page *page = &sheet->why;
	int end = canvas->cols - 2;
	page_draw(page, canvas, sheet->pane_row, sheet->pane_col);
	if (sheet->inside && page->count)
		draw_focus(sheet, canvas);
	if (page_more_below(page) || page_more_above(page))
		canvas_right(canvas, canvas->rows - 3, end, STYLE_PLAIN,
			page_more_below(page) ? "more below" : "more above");
}
