/* SPDX-License-Identifier: MIT */
/*
 * The opening card: what the interview is for, consent, how reports may treat the person, minutes.
 * Nothing is stored before somebody has agreed.
 */
#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/sitting.h>

#include "../widgets/page.h"
#include "../widgets/fields.h"

#define MINUTES_USUAL 45

enum { CARD_CONSENT, CARD_ATTRIBUTION, CARD_MINUTES, CARD_DATE, CARD_ROWS };
enum { CONSENT_YES, CONSENT_NO };

struct opening {
	struct form form;
	struct page page;
	int64_t person; /* key */
};

/* Index in the record as it is loaded now; -1: the person is gone. */
static int person_of(const struct screen *screen)
{
	const struct opening *own = screen->state;
	const struct record *record = &screen->app->record;
	for (size_t i = 0; i < record->person_count; i++)
		if (record->people[i].object.key == own->person)
			return (int)i;
	return -1;
}

static void enter(struct screen *screen, const void *arg)
{
	static const char *const consent[] = { "yes", "no" };
	static const char *const attribution[] = { "named: by name", "role: by role only",
		"confidential: counted, never quoted" };
	struct opening *own = screen->state;
	const struct record *record = &screen->app->record;
	char day[DATE_TEXT], minutes[12];
	int person = *(const int *)arg, i = sitting_of_person(record, person);
	own->person = record->people[person].object.key;
	const struct respondent *there = i < 0 ? NULL : &record->respondents[i];
	snprintf(minutes, sizeof(minutes), "%d",
		there && there->minutes != INT_NONE ? there->minutes : MINUTES_USUAL);
	form_choice(&own->form, "Agrees to it", "Read the text above aloud. Space: yes or no.",
		consent, 2, -1);
	form_choice(&own->form, "In reports", "How reports may treat the person; Space steps.",
		attribution, ATTRIBUTION_COUNT, there ? there->attribution : ATTRIBUTION_NAMED);
	form_text(&own->form, "Minutes",
		"How many minutes there are; core questions come first when they run out.",
		minutes);
	form_text(&own->form, "Date", "The day of the interview, year-month-day. Enter begins.",
		date_iso(
			there && there->date != DATE_NONE ? there->date : screen->app->today, day));
	fields_hint(screen->app, &own->form);
}

static int minutes_of(const struct opening *own)
{
	const char *text = own->form.field[CARD_MINUTES].edit.text.text;
	char *end;
	long minutes = strtol(text, &end, 10);
	while (*end == ' ')
		end++;
	return !str_blank(text) && !*end && minutes >= 1 && minutes <= SITTING_MINUTES_MOST
		? (int)minutes
		: INT_NONE;
}

static const char *complaint_of(const struct opening *own, int i)
{
	int day;
	if (i == CARD_CONSENT && own->form.field[i].choice < 0)
		return "Does the person agree? Space: yes or no.";
	if (i == CARD_CONSENT && own->form.field[i].choice == CONSENT_NO)
		return "Without consent nothing is asked and nothing is stored. q goes back.";
	if (i == CARD_MINUTES && minutes_of(own) == INT_NONE)
		return "A whole number of minutes, from 1 to 600.";
	if (i == CARD_DATE && !date_parse(own->form.field[i].edit.text.text, &day))
		return "A date reads year-month-day, such as 2026-10-15.";
	return NULL;
}

static bool check(struct screen *screen, int i)
{
	struct opening *own = screen->state;
	struct form_field *field = &own->form.field[i];
	const char *complaint = complaint_of(own, i);
	field->complaint[0] = '\0';
	if (complaint)
		fields_complain(screen->app, field, complaint);
	return !complaint;
}

static struct sitting_terms terms_of(const struct opening *own)
{
	struct sitting_terms terms = {
		.attribution = (enum attribution)own->form.field[CARD_ATTRIBUTION].choice,
		.minutes = minutes_of(own),
	};
	date_parse(own->form.field[CARD_DATE].edit.text.text, &terms.date);
	return terms;
}

/* The card is gone when this has worked; the interview goes back to the home. */
static void begin(struct screen *screen)
{
	struct opening *own = screen->state;
	struct app *app = screen->app;
	struct errmsg why;
	int64_t key;
	for (int i = 0; i < CARD_ROWS; i++)
		if (!check(screen, i)) {
			own->form.list.at = i;
			return;
		}
	struct sitting_terms terms = terms_of(own);
	enum err err = sitting_agree(
		app->options.store, &app->record, person_of(screen), &terms, &key, &why);
	if (app_wrote(app, err, &why))
		app_place(app, &screen_interview, &key);
	else
		app_take_back(app);
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct opening *own = screen->state;
	int left;
	if (action == ACTION_PAGE_DOWN || action == ACTION_PAGE_UP) {
		page_act(&own->page, action);
		return NAV_STAY;
	}
	if (action == ACTION_RESUMED)
		return person_of(screen) >= 0 ? NAV_STAY : NAV_UP;
	enum fields_event event = fields_act(&own->form, action, key, &left);
	if (event == FIELDS_OUT) {
		app_say(screen->app, "Not begun: nothing was stored.");
		return NAV_UP;
	}
	if (event == FIELDS_LEFT)
		check(screen, left);
	if (event == FIELDS_DONE) {
		begin(screen);
		return NAV_STAY;
	}
	if (event == FIELDS_CHANGED && own->form.list.at == CARD_CONSENT &&
		form_focus(&own->form)->choice == CONSENT_NO)
		check(screen, CARD_CONSENT);
	if (action != ACTION_SAVE && action != ACTION_TICK)
		fields_hint(screen->app, &own->form);
	return event == FIELDS_OTHER ? NAV_DEFAULT : NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	static const enum act all[] = { ACTION_ENTER_FIELD, ACTION_CHANGE, ACTION_PREVIOUS_FIELD,
		ACTION_PREVIOUS_PART, ACTION_PAGE_DOWN, ACTION_LEAVE_FORM, ACTION_NONE, ACTION_KILL,
		ACTION_YANK, ACTION_PREVIOUS_CHOICE, ACTION_HELP, ACTION_HELP_TEXT, ACTION_UP_LEVEL,
		ACTION_NONE, ACTION_NEXT_CHOICE, ACTION_NEXT_FIELD, ACTION_NEXT_PART,
		ACTION_PAGE_UP, ACTION_PALETTE, ACTION_NONE };
	(void)screen;
	return all;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct opening *own = screen->state;
	bool more = page_more_above(&own->page) || page_more_below(&own->page);
	if (action == ACTION_ENTER_FIELD && own->form.list.at == CARD_ROWS - 1)
		return "begin";
	if (action == ACTION_PAGE_DOWN)
		return more ? "read on" : "";
	return action == ACTION_LEAVE_FORM ? "never mind" : NULL;
}

static bool text(const struct screen *screen)
{
	const struct opening *own = screen->state;
	return form_writes(&own->form);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct record *record = &screen->app->record;
	const struct person *person = &record->people[person_of(screen)];
	header->title = "Opening";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s, %s",
		person->name ? person->name : vocabulary_role.word[person->role],
		record->parties[person->party].label);
}

/* The form keeps its rows as long as two of the text are left; then it scrolls. */
static void layout(struct screen *screen, int rows, int cols)
{
	struct opening *own = screen->state;
	const struct record *record = &screen->app->record;
	int body = body_rows(rows), form_rows = body - 3 < CARD_ROWS ? body - 3 : CARD_ROWS;
	int width = cols - 4 < 76 ? cols - 4 : 76;
	struct pool pool = { 0 };
	page_clear(&own->page);
	if (person_of(screen) >= 0)
		page_add(&own->page, STYLE_PLAIN, 0, width,
			record_mirror(record, &pool, record->instrument->opening,
				record->people[person_of(screen)].party));
	pool_release(&pool);
	page_layout(&own->page, body - form_rows - 1);
	form_layout(&own->form, form_rows, cols);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct opening *own = screen->state;
	int shown = (int)own->page.count < own->page.rows ? (int)own->page.count : own->page.rows;
	page_draw(&own->page, canvas, BODY_TOP, 2);
	if (page_more_below(&own->page))
		canvas_right(canvas, BODY_TOP + shown, canvas->cols - 2, STYLE_DIM, "more below");
	else if (page_more_above(&own->page))
		canvas_right(canvas, BODY_TOP + shown, canvas->cols - 2, STYLE_DIM, "more above");
	form_draw(&own->form, canvas, BODY_TOP + shown + 1);
}

static void leave(struct screen *screen)
{
	struct opening *own = screen->state;
	form_release(&own->form);
	page_release(&own->page);
}

const struct screen_ops screen_opening = {
	.name = "opening card",
	.state_size = sizeof(struct opening),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.text = text,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
};
