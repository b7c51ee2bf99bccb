/* SPDX-License-Identifier: MIT */
/*
 * A form below a page of text.
 */
#include "card.h"

#define WIDTH_MOST 76
#define TEXT_LEAST 3 /* two rows of the text and a blank one */

int card_width(int cols)
{
	return cols - 4 < WIDTH_MOST ? cols - 4 : WIDTH_MOST;
}

/* The form keeps its rows as long as two of the text are left; then it scrolls. */
void card_layout(struct card *card, int rows, int cols)
{
	int body = body_rows(rows), most = body - TEXT_LEAST;
	int form_rows = most < card->form.count ? most : card->form.count;
	page_layout(&card->page, body - form_rows - 1);
	form_layout(&card->form, form_rows, cols);
}

static const enum act *offered_by(const struct form *form)
{
	static const enum act text[] = { ACTION_ENTER_FIELD, ACTION_MAKE, ACTION_NEXT_FIELD,
		ACTION_READ_ON, ACTION_NONE, ACTION_LEAVE_FORM, ACTION_KILL, ACTION_YANK,
		ACTION_HELP_TEXT, ACTION_NONE, ACTION_PREVIOUS_FIELD, ACTION_READ_BACK,
		ACTION_RESTORE, ACTION_NONE };
	static const enum act choice[] = { ACTION_OPEN_LIST, ACTION_MAKE, ACTION_STEP,
		ACTION_NEXT_FIELD, ACTION_READ_ON, ACTION_NONE, ACTION_LEAVE_FORM, ACTION_HELP_TEXT,
		ACTION_NONE, ACTION_PREVIOUS_FIELD, ACTION_READ_BACK, ACTION_RESTORE, ACTION_NONE };
	return form_list(form) ? choice : text;
}

const enum act *card_offers(const struct screen *screen)
{
	const struct card *card = screen->state;
	bool closed = !card->form.open && form_writes(&card->form);
	return closed ? offered_by(&card->form) : form_screen_offers(screen);
}

enum nav card_act(struct screen *screen, enum act action, const struct key *key)
{
	struct card *card = screen->state;
	switch ((int)action) {
	case ACTION_READ_ON:
	case ACTION_READ_BACK:
		page_act(&card->page, action == ACTION_READ_ON ? ACTION_PAGE_DOWN : ACTION_PAGE_UP);
		return NAV_STAY;
	case ACTION_LEAVE_FORM:
	case ACTION_UP_LEVEL:
		if (card->form.open)
			break;
		form_give_up(&card->form, screen->app);
		app_say(screen->app, "%s", card->left);
		return NAV_UP;
	}
	return form_screen_act(screen, action, key);
}

const char *card_label(const struct screen *screen, enum act action)
{
	const struct card *card = screen->state;
	bool more = page_more_above(&card->page) || page_more_below(&card->page);
	if (action == ACTION_READ_ON)
		return more ? NULL : "";
	return form_screen_label(screen, action);
}

void card_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct card *card = screen->state;
	const struct page *page = &card->page;
	int shown = (int)page->count < page->rows ? (int)page->count : page->rows;
	page_draw(page, canvas, BODY_TOP, 2);
	if (page_more_below(page))
		canvas_right(canvas, BODY_TOP + shown, canvas->cols - 2, STYLE_DIM, "more below");
	else if (page_more_above(page))
		canvas_right(canvas, BODY_TOP + shown, canvas->cols - 2, STYLE_DIM, "more above");
	form_draw(&card->form, canvas, BODY_TOP + shown + 1);
}

void card_leave(struct screen *screen)
{
	struct card *card = screen->state;
	page_release(&card->page);
	form_screen_leave(screen);
}
