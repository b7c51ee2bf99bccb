/* SPDX-License-Identifier: MIT */
/*
 * The pane of the diagnosis that says why: where it stands, what it says of the entry in focus.
 */
#include "diagnosis.h"

#include "why_page.h"

/* At the right where there is room, below an unfolded map, else alone when it is asked for. */
void pane_place(struct sheet *sheet, int rows, int cols)
{
	bool below = width_of(cols) == WIDTH_STANDARD && sheet_unfolded(sheet) &&
		body_rows(rows) >= 2 * PANE_ROWS - 2;
	sheet->pane = width_of(cols) == WIDTH_WIDE ? PANE_RIGHT : below ? PANE_BELOW : PANE_ALONE;
	sheet->cols = sheet->pane == PANE_RIGHT ? cols - PANE_COLS : cols;
	sheet->pane_col = sheet->pane == PANE_RIGHT ? sheet->cols + 1 : 2;
}

void pane_layout(struct sheet *sheet, struct app *app, int rows, int cols)
{
	const struct diagnosis *d = app_diagnosis(app);
	int scale = entry_scale(sheet->focus), body = body_rows(rows);
	struct why why;
	if (sheet->pane == PANE_ALONE && !sheet->inside)
		return;
	page_clear(&sheet->why);
	if (sheet->explained != sheet->focus)
		sheet->why.wanted = 0;
	sheet->explained = sheet->focus;
	if (scale == SCALE_NONE)
		why_cause(&why, &sheet->why.pool, &app->record, d, sheet->focus);
	else
		why_aspect(&why, &sheet->why.pool, &app->record, d, scale);
	why_page_titled(&sheet->why, &why, sheet->pane_col, cols - sheet->pane_col - 2,
		sheet->pane == PANE_BELOW && !sheet->inside);
	sheet->pane_row = sheet->pane == PANE_BELOW ? BODY_TOP + body - PANE_ROWS : BODY_TOP;
	page_layout(&sheet->why, sheet->pane == PANE_BELOW ? PANE_ROWS : body);
}

/* The pane; with the keys in it its first row has the focus. */
void pane_draw(const struct sheet *sheet, const struct canvas *canvas)
{
	const struct page *page = &sheet->why;
	int row = sheet->pane_row, end = canvas->cols - 2;
	page_draw(page, canvas, row, sheet->pane_col);
	if (sheet->inside && sheet->pane == PANE_RIGHT && page->count) {
		canvas_text(canvas, row, sheet->pane_col - 2, 1, STYLE_PLAIN, ">");
		canvas_padded(canvas, row, sheet->pane_col, end - sheet->pane_col, STYLE_FOCUS,
			page->lines[page->top].text);
	} else if (sheet->inside && sheet->pane == PANE_BELOW) {
		canvas_focus(canvas, row);
	}
	if (page_more_below(page) || page_more_above(page))
		canvas_right(canvas, canvas->rows - 3, end, STYLE_PLAIN,
			page_more_below(page) ? "more below" : "more above");
}
