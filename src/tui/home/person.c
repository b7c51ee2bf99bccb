/* SPDX-License-Identifier: MIT */
/*
 * A person to be heard: added when the last field is done, corrected field by field.
 */
#include <string.h>

#include <rekindle/date.h>

#include "../widgets/fields.h"
#include "home.h"

enum { FIELD_NAME, FIELD_PARTY, FIELD_ROLE, FIELD_PLANNED, FIELDS };

struct person_form {
	struct form form;
	struct pool pool; /* the companies' names */
	int person;       /* index, -1: a new one */
	bool changed;     /* the field in focus */
};

static void build(struct screen *screen, const struct person *person)
{
	struct person_form *own = screen->state;
	const struct record *record = &screen->app->record;
	const char **party = pool_alloc(&own->pool, record->party_count * sizeof(*party));
	for (size_t i = 0; i < record->party_count; i++)
		party[i] = pool_strdup(&own->pool, record->parties[i].name);
	form_text(&own->form, "Name", "May stay empty: the person is then known by role.",
		person->name);
	form_choice(&own->form, "Company", "Space steps through the companies.", party,
		(int)record->party_count, person->party);
	form_choice(&own->form, "Role",
		"Space steps through the roles; the role decides what is asked.",
		vocabulary_role.word, ROLE_COUNT, person->role);
	form_text(&own->form, "Interview on",
		own->person < 0 ? "Day and time, as 2026-10-15 16:00; may stay empty. Enter adds "
				  "the person."
				: "Day and time, as 2026-10-15 16:00; may stay empty.",
		person->planned);
	struct edit *planned = &own->form.field[FIELD_PLANNED].edit;
	char *t = strchr(planned->text.text, 'T');
	if (t)
		*t = ' ';
}

static void enter(struct screen *screen, const void *given)
{
	struct person_form *own = screen->state;
	const struct person_arg *arg = given;
	struct person fresh;
	object_init(KIND_PERSON, &fresh);
	fresh.party = arg ? arg->party : -1;
	fresh.role = arg ? arg->role : -1;
	own->person = arg ? arg->person : -1;
	build(screen, own->person < 0 ? &fresh : &screen->app->record.people[own->person]);
	fields_hint(screen->app, &own->form);
}

static bool is_time(const char *text)
{
	int hour, minute, end = 0;
	return strlen(text) == 5 && sscanf(text, "%2d:%2d%n", &hour, &minute, &end) == 2 &&
		end == 5 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

/* "2026-10-15 16:00", in ISO 8601 when it is one. */
static bool planned_of(const char *text, char iso[DATE_TEXT + 6])
{
	char day[DATE_TEXT];
	int ignored;
	size_t n = strlen(text);
	if (n != 10 && n != 16)
		return false;
	memcpy(day, text, 10);
	day[10] = '\0';
	if (!date_parse(day, &ignored))
		return false;
	if (n == 16 && ((text[10] != ' ' && text[10] != 'T') || !is_time(text + 11)))
		return false;
	snprintf(iso, DATE_TEXT + 6, "%s%s%s", day, n == 16 ? "T" : "", n == 16 ? text + 11 : "");
	return true;
}

static bool check(struct screen *screen, int i)
{
	struct person_form *own = screen->state;
	struct form_field *field = &own->form.field[i];
	struct pool pool = { 0 };
	char iso[DATE_TEXT + 6];
	const char *complaint = NULL, *text = fields_text(&pool, field);
	if (i == FIELD_PLANNED && text && !planned_of(text, iso))
		complaint =
			"A day reads year-month-day, a time hour:minute, such as 2026-10-15 16:00.";
	else if (field->choices && field->choice < 0)
		complaint = i == FIELD_PARTY ? "Which company? Space chooses."
					     : "Which role? Space chooses.";
	pool_release(&pool);
	field->complaint[0] = '\0';
	if (complaint)
		fields_complain(screen->app, field, complaint);
	return !complaint;
}

/* Bring one field into the person. */
static void take(struct person_form *own, struct record *record, struct person *person, int i)
{
	const struct form_field *field = &own->form.field[i];
	const char *text = fields_text(&record->pool, field);
	char iso[DATE_TEXT + 6];
	if (i == FIELD_NAME)
		person->name = text;
	else if (i == FIELD_PARTY)
		person->party = field->choice;
	else if (i == FIELD_ROLE)
		person->role = field->choice;
	else
		person->planned =
			text && planned_of(text, iso) ? pool_strdup(&record->pool, iso) : NULL;
}

static int64_t alliance(const struct app *app)
{
	return app->record.alliance.object.key;
}

/* Who was heard under the old name, company or role goes with the person. */
static bool put_respondents(struct app *app, int index)
{
	const struct person *person = &app->record.people[index];
	for (size_t i = 0; i < app->record.respondent_count; i++) {
		struct respondent *respondent = &app->record.respondents[i];
		if (respondent->person != index)
			continue;
		respondent->party = person->party;
		respondent->role = person->role;
		respondent->name = person->name;
		if (!app_put(app, KIND_RESPONDENT, respondent, app->record.assessment.object.key))
			return false;
	}
	return true;
}

static void correct(struct screen *screen, int i)
{
	struct person_form *own = screen->state;
	struct app *app = screen->app;
	if (!own->changed || own->person < 0 || !check(screen, i))
		return;
	own->changed = false;
	struct person *person = &app->record.people[own->person];
	take(own, &app->record, person, i);
	if (!app_begin(app, "a person corrected"))
		return;
	if (!app_put(app, KIND_PERSON, person, alliance(app)) ||
		!put_respondents(app, own->person) || !app_commit(app))
		app_take_back(app);
}

static enum nav add(struct screen *screen)
{
	struct person_form *own = screen->state;
	struct app *app = screen->app;
	for (int i = 0; i < FIELDS; i++)
		if (!check(screen, i)) {
			own->form.list.at = i;
			return NAV_STAY;
		}
	struct person *person = record_add(&app->record, KIND_PERSON);
	for (int i = 0; i < FIELDS; i++)
		take(own, &app->record, person, i);
	if (!app_put(app, KIND_PERSON, person, alliance(app))) {
		app_take_back(app);
		return NAV_STAY;
	}
	app_say(app, "Added: %s, %s of %s. u takes it back.",
		person->name ? person->name : "a person", vocabulary_role.word[person->role],
		app->record.parties[person->party].label);
	return NAV_UP;
}

/* After undo: the same focus, what the record now says. */
static enum nav rebuild(struct screen *screen)
{
	struct person_form *own = screen->state;
	int at = own->form.list.at;
	if (own->person < 0)
		return NAV_STAY;
	if (own->person >= (int)screen->app->record.person_count)
		return NAV_UP;
	form_release(&own->form);
	build(screen, &screen->app->record.people[own->person]);
	own->form.list.at = at;
	own->changed = false;
	return NAV_STAY;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct person_form *own = screen->state;
	int left;
	if (action == ACTION_CONFIRMED)
		return NAV_UP;
	if (action == ACTION_RESUMED)
		return rebuild(screen);
	enum fields_event event = fields_act(&own->form, action, key, &left);
	if (action == ACTION_SAVE || event == FIELDS_LEFT || event == FIELDS_OUT ||
		event == FIELDS_DONE)
		correct(screen, left);
	if (event == FIELDS_LEFT && own->person < 0)
		check(screen, left);
	if (event == FIELDS_DONE)
		return own->person < 0 ? add(screen) : NAV_UP;
	if (event == FIELDS_OUT && (own->person >= 0 || !fields_typed(&own->form)))
		return NAV_UP;
	if (event == FIELDS_OUT)
		app_confirm(screen->app,
			"Leave without adding the person? y does it, any other key stays.");
	own->changed |= event == FIELDS_CHANGED;
	if (action != ACTION_SAVE && action != ACTION_TICK)
		fields_hint(screen->app, &own->form);
	return event == FIELDS_OTHER ? NAV_DEFAULT : NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	const struct person_form *own = screen->state;
	return own->person < 0 ? fields_offers_new : fields_offers_saved;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct person_form *own = screen->state;
	if (action == ACTION_ENTER_FIELD && own->form.list.at == FIELDS - 1)
		return own->person < 0 ? "add the person" : "done";
	return action == ACTION_LEAVE_FORM && own->person < 0 ? "never mind" : NULL;
}

static bool text(const struct screen *screen)
{
	const struct person_form *own = screen->state;
	return form_writes(&own->form);
}

static void header(const struct screen *screen, struct header *header)
{
	const struct person_form *own = screen->state;
	header->title = own->person < 0 ? "New person" : "Person";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct person_form *own = screen->state;
	fields_layout(&own->form, rows, cols);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct person_form *own = screen->state;
	fields_draw(&own->form, canvas,
		own->person < 0 ? "Somebody to be heard, on any side."
				: "Leaving a field saves it.");
}

static void leave(struct screen *screen)
{
	struct person_form *own = screen->state;
	form_release(&own->form);
	pool_release(&own->pool);
}

const struct screen_ops screen_person = {
	.name = "person",
	.state_size = sizeof(struct person_form),
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
