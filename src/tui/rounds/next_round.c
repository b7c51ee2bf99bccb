/* SPDX-License-Identifier: MIT */
/*
 * The card before the next round: what beginning it does, its name and its day. Nothing has
 * happened until the last field is done.
 */
#include <rekindle/date.h>
#include <rekindle/next.h>
#include <rekindle/utf8.h>

#include "../widgets/card.h"

#define TITLE_CELLS 200 /* as the command line has it */

enum { CARD_TITLE, CARD_DATE, CARD_ROWS };

static const struct {
	const char *label, *hint;
} card[CARD_ROWS] = {
	[CARD_TITLE] = { "Title", "What it is called in lists and reports; may stay empty." },
	[CARD_DATE] = { "Date", NULL },
};

struct next_card {
	struct card card;
	enum round_kind kind;
	struct next_round next; /* as of when the card was opened */
};

static bool fill(struct form *form, struct app *app)
{
	const struct next_card *own = (const struct next_card *)form;
	char day[DATE_TEXT];
	int first = own->next.after ? own->next.after->date : DATE_NONE;
	int date = first != DATE_NONE && first > app->today ? first : app->today;
	form_text(form, card[CARD_TITLE].label, card[CARD_TITLE].hint, NULL)->of = CARD_TITLE;
	form_text(form, card[CARD_DATE].label,
		words(&form->pool, W_CARD_DATE, hole_text("days", FORM_DAYS)), date_iso(date, day))
		->of = CARD_DATE;
	form->field[CARD_DATE].takes = FORM_DAY_NEAR;
	return true;
}

static int day_of(const struct form *form, int today)
{
	int day = DATE_NONE, other;
	date_typed(form->field[CARD_DATE].edit.text.text, today, DATE_NEAR, &day, &other);
	return day;
}

static const char *check_day(struct form *form, int today)
{
	const struct assessment *after = ((struct next_card *)form)->next.after;
	const char *text = form->field[CARD_DATE].edit.text.text;
	const char *wrong = words_wrong_day(&form->pool, text, today);
	int day = day_of(form, today);
	if (wrong || !after || after->date == DATE_NONE || day >= after->date)
		return wrong;
	return words(&form->pool, W_CARD_TOO_EARLY, hole_text("round", words_round(after->kind)),
		hole_day("day", after->date, DAY_ISO));
}

static const char *check(struct form *form, struct app *app, int i)
{
	const char *text = form->field[i].edit.text.text;
	if (i == CARD_DATE)
		return check_day(form, app->today);
	return utf8_cells(UTF8_SCREEN, text) > TITLE_CELLS
		? words(&form->pool, W_ALLIANCE_LONG, hole_count("most", TITLE_CELLS))
		: NULL;
}

static void say_begun(struct app *app, const struct next_card *own)
{
	app_say(app, "%s",
		own->kind == ROUND_PULSE ? words_plain(W_CARD_PULSE_BEGUN)
					 : words(&app->said, W_CARD_ROUND_BEGUN,
						   hole_count("facts", next_facts(&own->next))));
}

/* Somebody who is interviewed elsewhere is not waited for; the disk, or who writes, is. */
static enum form_made refused(struct app *app, enum err err, const struct errmsg *why)
{
	if (err == ERR_LOCKED && !store_is_busy(app->options.store)) {
		app_warn(app, "%s", why->text);
		return FORM_NOT_MADE;
	}
	app_wrote(app, err, why);
	return FORM_NOT_STORED;
}

/* The home below is that of the new round then. */
static enum form_made make(struct form *form, struct app *app)
{
	const struct next_card *own = (const struct next_card *)form;
	struct errmsg why;
	int64_t round, from = app->record.assessment.object.key;
	const struct next_terms terms = {
		.kind = own->kind,
		.title = form_value(&form->pool, &form->field[CARD_TITLE]),
		.date = day_of(form, app->today),
	};
	if (!app_settle(app))
		return FORM_NOT_STORED;
	enum err err = next_begin(app->options.store, from, &terms, &round, &why);
	if (err)
		return refused(app, err, &why);
	if (!app_wrote(app, err, &why) || !app_open(app, round))
		return FORM_NOT_MADE;
	say_begun(app, own);
	return FORM_MADE;
}

static void look(struct next_card *own, struct app *app)
{
	struct errmsg why;
	int64_t from = app->record.assessment.object.key;
	if (next_look(app->options.store, from, own->kind, &own->next, &why))
		app_warn(app, "%s", why.text);
}

static void enter(struct screen *screen, const void *arg)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .make = make };
	static const char *const title[ROUND_COUNT] = {
		[ROUND_FOLLOW_UP] = "Next round", [ROUND_PULSE] = "Pulse"
	};
	struct next_card *own = screen->state;
	const struct record *record = &screen->app->record;
	own->kind = *(const enum round_kind *)arg;
	look(own, screen->app);
	own->card.left = words_plain(W_CARD_LEFT);
	own->card.form.makes = true;
	own->card.form.title = title[own->kind];
	own->card.form.done = "begin it";
	own->card.form.leaving = words_plain(W_CARD_LEAVE);
	form_place(&own->card.form, own->kind == ROUND_PULSE ? "pulse" : "next round", record,
		&record->alliance.object);
	form_screen_enter(screen, &ops);
}

/* What it does, a line each. */

static const char *sealed_text(struct pool *pool, const struct next_round *next)
{
	struct texts list = { 0 };
	for (size_t i = 0; i < next->sealed_count; i++) {
		const struct assessment *round = next->sealed[i];
		texts_add(pool, &list,
			words(pool, W_ROUND_ON, hole_text("round", words_round(round->kind)),
				hole_text("day", words_day(pool, round->date, DAY_LONG))));
	}
	if (list.count)
		return words(pool, W_CARD_SEALS, hole_text("rounds", words_names(pool, &list)));
	return words_plain(next->kind == ROUND_PULSE ? W_CARD_SEALS_NO_PULSE : W_CARD_SEALS_NONE);
}

static const char *carried_text(struct pool *pool, const struct next_round *next)
{
	if (next->kind == ROUND_PULSE)
		return words_plain(W_CARD_NO_FACTS);
	return words(pool, W_CARD_CARRIED, hole_text("facts", words_carried(pool, next->carried)));
}

static void add_lines(struct next_card *own, struct pool *pool, int width)
{
	const struct next_round *next = &own->next;
	struct hole people = hole_count("people", next->people);
	bool pulse = own->kind == ROUND_PULSE;
	page_add(&own->card.page, STYLE_PLAIN, 0, width,
		words(pool, pulse ? W_CARD_ASKS : W_CARD_HEARS, people));
	page_add(&own->card.page, STYLE_PLAIN, 0, width, carried_text(pool, next));
	page_add(&own->card.page, STYLE_PLAIN, 0, width, sealed_text(pool, next));
	page_add(&own->card.page, STYLE_PLAIN, 0, width,
		words_plain(pulse ? W_CARD_PULSE_DECIDES : W_CARD_UNDO));
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct next_card *own = screen->state;
	struct pool pool = { 0 };
	page_clear(&own->card.page);
	add_lines(own, &pool, card_width(cols));
	pool_release(&pool);
	card_layout(&own->card, rows - app_message_over(screen->app), cols);
}

static void leave(struct screen *screen)
{
	struct next_card *own = screen->state;
	next_release(&own->next);
	card_leave(screen);
}

const struct screen_ops screen_next_round = {
	.name = "next round",
	.goes_on = true,
	.state_size = sizeof(struct next_card),
	.enter = enter,
	.act = card_act,
	.offers = card_offers,
	.label = card_label,
	.text = form_screen_text,
	.header = form_screen_header,
	.layout = layout,
	.draw = card_draw,
	.leave = leave,
};
