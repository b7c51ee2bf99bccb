/* SPDX-License-Identifier: MIT */
/*
 * The opening card: what the interview is for, consent, how reports may treat the person, minutes.
 * Nothing is stored before somebody has agreed, not even who they are.
 */
#include <stdlib.h>

#include <rekindle/date.h>
#include <rekindle/sitting.h>

#include "../widgets/bind.h"
#include "../widgets/card.h"

enum { CARD_CONSENT, CARD_ATTRIBUTION, CARD_MINUTES, CARD_DATE, CARD_ADVANCES, CARD_ROWS };
enum { CONSENT_YES, CONSENT_NO };

static const struct {
	const char *label, *hint;
} card[CARD_ROWS] = {
	[CARD_CONSENT] = { "Agrees to it", "Read the text above aloud. y or n." },
	[CARD_ATTRIBUTION] = { "In reports", "How reports may treat the person." },
	[CARD_MINUTES] = { "Minutes",
		"How many minutes there are; core questions come first when they run out." },
	[CARD_DATE] = { "Date", NULL },
	[CARD_ADVANCES] = { "After a rating", NULL },
};

struct opening {
	struct card card;
	int64_t person;                          /* key; 0: */
	const struct sitting_newcomer *newcomer; /* who is not stored yet */
};

/* Index in the record as it is loaded now; -1: the person is gone, or not there yet. */
static int person_of(const struct opening *own, const struct record *record)
{
	return own->newcomer ? -1 : bind_index(record, KIND_PERSON, own->person);
}

/* False: the person is gone, or their side. */
static bool who_is(
	const struct opening *own, const struct record *record, struct sitting_newcomer *who)
{
	int at = person_of(own, record);
	const struct person *person = at < 0 ? NULL : &record->people[at];
	if (own->newcomer)
		*who = *own->newcomer;
	else if (person)
		*who = (struct sitting_newcomer){ record->parties[person->party].object.key,
			person->role, ATTRIBUTION_NAMED, person->name };
	return (own->newcomer || person) && bind_index(record, KIND_PARTY, who->party) >= 0;
}

/* Filling */

static void add_choice(
	struct form *form, int row, const char *const *choices, int count, int choice)
{
	form_choice(form, card[row].label, card[row].hint, choices, count, choice)->of = row;
}

static void add_text(struct form *form, int row, const char *value)
{
	form_text(form, card[row].label, card[row].hint, value)->of = row;
}

static void add_advances(struct form *form, bool advances)
{
	const char **ways = pool_alloc(&form->pool, 2 * sizeof(*ways));
	ways[0] = words_plain(W_OPENING_STAYS);
	ways[1] = words_plain(W_OPENING_GOES_ON);
	add_choice(form, CARD_ADVANCES, ways, 2, advances);
	form->field[form->count - 1].hint = words_plain(W_OPENING_ADVANCES);
}

static bool fill(struct form *form, struct app *app)
{
	static const char *const consent[] = { "yes", "no" };
	static const char *const attribution[] = { "named: by name", "role: by role only",
		"confidential: counted, never quoted" };
	const struct record *record = &app->record;
	char day[DATE_TEXT];
	struct sitting_newcomer who;
	int person = person_of((const struct opening *)form, record);
	if (!who_is((const struct opening *)form, record, &who))
		return false;
	int i = person < 0 ? -1 : sitting_of_person(record, person);
	const struct respondent *there = i < 0 ? NULL : &record->respondents[i];
	int minutes = there && there->minutes != INT_NONE ? there->minutes
							  : sitting_minutes_usual(record);
	int date = there && there->date != DATE_NONE ? there->date : app->today;
	add_choice(form, CARD_CONSENT, consent, 2, -1);
	add_choice(form, CARD_ATTRIBUTION, attribution, ATTRIBUTION_COUNT,
		there ? there->attribution : who.attribution);
	add_text(form, CARD_MINUTES, pool_printf(&form->pool, "%d", minutes));
	add_text(form, CARD_DATE, date_iso(date, day));
	form->field[form->count - 1].takes = FORM_DAY_PAST;
	form->field[form->count - 1].hint =
		words(&form->pool, W_OPENING_DATE, hole_text("days", FORM_DAYS_PAST));
	if (record->assessment.kind != ROUND_PULSE) /* which always goes on */
		add_advances(form, app->advances);
	return true;
}

/* Keeping */

static int minutes_of(const struct form *form)
{
	const char *text = form->field[CARD_MINUTES].edit.text.text;
	char *end;
	long minutes = strtol(text, &end, 10);
	while (*end == ' ')
		end++;
	return !str_blank(text) && !*end && minutes >= 1 && minutes <= SITTING_MINUTES_MOST
		? (int)minutes
		: INT_NONE;
}

static const char *check(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	if (i == CARD_CONSENT && field->choice != CONSENT_YES)
		return words_plain(
			field->choice == CONSENT_NO ? W_OPENING_REFUSED : W_OPENING_CONSENT);
	if (i == CARD_MINUTES && minutes_of(form) == INT_NONE)
		return words(
			&form->pool, W_OPENING_MINUTES, hole_count("most", SITTING_MINUTES_MOST));
	return i == CARD_DATE ? words_wrong_day(&form->pool, field->edit.text.text, app->today)
			      : NULL;
}

static struct sitting_terms terms_of(const struct form *form)
{
	struct sitting_terms terms = {
		.consent = TRI_YES,
		.attribution = (enum attribution)form->field[CARD_ATTRIBUTION].choice,
		.minutes = minutes_of(form),
	};
	date_parse(form->field[CARD_DATE].edit.text.text, &terms.date);
	return terms;
}

static enum err store_them(struct form *form, struct app *app, int64_t *key, struct errmsg *why)
{
	const struct opening *own = (const struct opening *)form;
	struct sitting_terms terms = terms_of(form);
	struct store *store = app->options.store;
	return own->newcomer ? sitting_enrol(store, &app->record, own->newcomer, &terms, key, why)
			     : sitting_agree(store, &app->record, person_of(own, &app->record),
				       &terms, key, why);
}

/* The card is gone when this has worked; the interview goes back to the home. */
static enum form_made make(struct form *form, struct app *app)
{
	struct errmsg why;
	int64_t key;
	if (!app_begin(app, NULL) || !app_wrote(app, store_them(form, app, &key, &why), &why) ||
		!app_commit(app)) {
		app_take_back(app);
		return FORM_NOT_STORED;
	}
	if (form->count > CARD_ADVANCES)
		app->advances = form->field[CARD_ADVANCES].choice == 1;
	app_place(app, &screen_interview, &key);
	return FORM_GONE;
}

/* Where the card of somebody new is kept: nobody else's of the round has it. No name goes there. */
static struct object newcomer_place(const struct record *record, const struct sitting_newcomer *who)
{
	struct pool pool = { 0 };
	const struct uuid *round = &record->assessment.object.id;
	const struct object place = { .id = uuid_derive(round,
					      pool_printf(&pool, "%lld %d %s",
						      (long long)who->party, who->role,
						      who->name ? who->name : "")) };
	pool_release(&pool);
	return place;
}

static void enter(struct screen *screen, const void *arg)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .make = make };
	struct opening *own = screen->state;
	const struct record *record = &screen->app->record;
	int person = *(const int *)arg;
	own->newcomer = person < 0 ? screen->app->options.newcomer : NULL;
	const struct object fresh =
		own->newcomer ? newcomer_place(record, own->newcomer) : record->assessment.object;
	const struct object *of = person < 0 ? &fresh : &record->people[person].object;
	own->person = person < 0 ? 0 : of->key;
	/* nothing has been agreed on, so nothing is asked: the card can be called up again */
	own->card.left = words_plain(W_OPENING_LEFT);
	own->card.form.makes = true;
	own->card.form.title = "Opening";
	own->card.form.done = "begin";
	form_place(&own->card.form, "opening", record, of);
	form_screen_enter(screen, &ops);
}

/* Keys and painting */

/* The date is the last that has to be asked: Enter begins there, too, unless it is none. */
static bool begins(const struct screen *screen, enum act action)
{
	const struct opening *own = screen->state;
	const struct form_field *field = form_focused(&own->card.form);
	struct pool pool = { 0 };
	if (action != ACTION_ENTER_FIELD || !own->card.form.count || field->of != CARD_DATE)
		return false;
	bool day = !words_wrong_day(&pool, field->edit.text.text, screen->app->today);
	pool_release(&pool);
	return day;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	return card_act(screen, begins(screen, action) ? ACTION_MAKE : action, key);
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct opening *own = screen->state;
	return begins(screen, action) ? own->card.form.done : card_label(screen, action);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct record *record = &screen->app->record;
	struct sitting_newcomer who;
	form_screen_header(screen, header);
	if (who_is(screen->state, record, &who))
		snprintf(header->who, sizeof(header->who), "%s, %s",
			who.name ? who.name : words_role(who.role),
			record->parties[bind_index(record, KIND_PARTY, who.party)].label);
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct opening *own = screen->state;
	const struct record *record = &screen->app->record;
	struct pool pool = { 0 };
	page_clear(&own->card.page);
	struct sitting_newcomer who;
	if (who_is(own, record, &who))
		page_add(&own->card.page, STYLE_PLAIN, 0, card_width(cols),
			record->assessment.kind == ROUND_PULSE
				? words_plain(W_OPENING_PULSE)
				: words_mirror(&pool, record, record->instrument->opening,
					  bind_index(record, KIND_PARTY, who.party)));
	pool_release(&pool);
	card_layout(&own->card, rows - app_message_over(screen->app), cols);
}

const struct screen_ops screen_opening = {
	.name = "opening card",
	.state_size = sizeof(struct opening),
	.enter = enter,
	.act = act,
	.offers = card_offers,
	.label = label,
	.text = form_screen_text,
	.header = header,
	.layout = layout,
	.draw = card_draw,
	.leave = card_leave,
};
