/* SPDX-License-Identifier: MIT */
/*
 * A person to be heard: added when the last field is done, corrected field by field. Whoever only
 * owns parts of the plan is corrected here, too, and can become one to be heard.
 */
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/people.h>

#include "../widgets/form_screen.h"
#include "../widgets/bind.h"

enum { FIELD_NAME, FIELD_PARTY, FIELD_ROLE, FIELD_PLANNED, FIELD_HEARD, FIELDS };

static const struct {
	const char *label, *hint;
} rows[FIELDS] = {
	[FIELD_NAME] = { "Name", "May stay empty: the person is then known by role." },
	[FIELD_PARTY] = { "Company", "The company that the person works for." },
	[FIELD_ROLE] = { "Role", "The role decides what is asked." },
	[FIELD_PLANNED] = { "Interview on",
		"Day and time, as 2026-10-15 16:00 or friday 16:00; may stay empty." },
	[FIELD_HEARD] = { "Interviewed",
		"n: only owns parts of the plan, is never asked nor counted as missing." },
};

struct person_form {
	struct form form;
	int person;      /* index, -1: a new one; found again by the key, since indices move */
	int64_t key;     /* of the person, 0: a new one */
	int64_t company; /* key of a new one's, 0 not known */
	int role;        /* of a new one, -1 not known */
};

/* Filling */

static void add_party(struct form *form, const struct record *record, int party)
{
	struct form_words words = { .pool = &form->pool };
	for (size_t i = 0; i < record->party_count; i++)
		form_word(&words, record->parties[i].name, (int)i);
	form_choose(form, rows[FIELD_PARTY].label, rows[FIELD_PARTY].hint, &words, party);
}

static void add_planned(struct form *form, const char *planned)
{
	char *text = pool_strdup(&form->pool, planned), *t = text ? strchr(text, 'T') : NULL;
	if (t)
		*t = ' ';
	form_text(form, rows[FIELD_PLANNED].label,
		form->makes ? words_plain(W_PERSON_PLANNED) : rows[FIELD_PLANNED].hint, text);
}

static void add_heard(struct form *form, bool heard)
{
	static const char *const answers[] = { "no", "yes" };
	form_choice(form, rows[FIELD_HEARD].label, rows[FIELD_HEARD].hint, answers, 2, heard);
}

/* Somebody new is to be heard. */
static void add_fields(
	struct form *form, const struct record *record, const struct person *person, bool heard)
{
	form_text(form, rows[FIELD_NAME].label, rows[FIELD_NAME].hint, person->name);
	add_party(form, record, person->party);
	form_choice(form, rows[FIELD_ROLE].label, rows[FIELD_ROLE].hint, vocabulary_role.word,
		ROLE_COUNT, person->role);
	add_planned(form, person->planned);
	if (!form->makes)
		add_heard(form, heard);
	for (int i = 0; i < form->count; i++)
		form->field[i].of = i;
	form->field[FIELD_PLANNED].takes = FORM_MOMENT;
}

static bool fill(struct form *form, struct app *app)
{
	struct person_form *own = (struct person_form *)form;
	struct person fresh;
	object_init(KIND_PERSON, &fresh);
	fresh.party = own->company ? bind_index(&app->record, KIND_PARTY, own->company) : -1;
	fresh.role = own->role;
	if (own->key && (own->person = bind_index(&app->record, KIND_PERSON, own->key)) < 0)
		return false;
	if (form->makes)
		add_fields(form, &app->record, &fresh, true);
	else
		add_fields(form, &app->record, &app->record.people[own->person],
			record_interviewee(&app->record, own->person));
	return true;
}

static void set_words(struct form *form)
{
	form->title = form->makes ? "New person" : "Person";
	form->about =
		form->makes ? "Somebody to be heard, on any side." : "Leaving a field saves it.";
	form->done = "add the person";
	form->leaving = words_plain(W_PERSON_LEAVE);
}

/* Keeping */

/* "2026-10-15 16:00" in ISO 8601; what is no moment stays none. */
static const char *planned_of(struct pool *pool, const char *text)
{
	char *iso = pool_strdup(pool, text);
	if (strlen(iso) == DATE_MOMENT - 1 && iso[DATE_TEXT - 1] == ' ')
		iso[DATE_TEXT - 1] = 'T';
	return iso;
}

/* Whoever has answered stays among those who are interviewed. */
static const char *check_heard(const struct form *form, struct app *app)
{
	const struct person_form *own = (const struct person_form *)form;
	const struct form_field *field = &form->field[FIELD_HEARD];
	struct errmsg why;
	return field->choice || !field->changed ||
			!people_unheard(app->options.store, &app->record, own->person, &why)
		? NULL
		: pool_strdup(&app->said, why.text);
}

static const char *check(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	if (i == FIELD_HEARD)
		return check_heard(form, app);
	const char *text = form_value(&app->record.pool, field);
	if (i == FIELD_PLANNED && text)
		return words_wrong_moment(&form->pool, text, app->today);
	if (field->choices && field->choice < 0)
		return words_plain(i == FIELD_PARTY ? W_PERSON_COMPANY : W_PERSON_ROLE);
	return NULL;
}

/* Bring one field into the person. */
static void take(const struct form *form, struct record *record, struct person *person, int i)
{
	const struct form_field *field = &form->field[i];
	const char *text = form_value(&record->pool, field);
	if (i == FIELD_NAME)
		person->name = text;
	else if (i == FIELD_PARTY)
		person->party = field->choice;
	else if (i == FIELD_ROLE)
		person->role = field->choice;
	else
		person->planned = text ? planned_of(&record->pool, text) : NULL;
}

/* Who was heard under the old name, company or role goes with the person. */
static void add_respondents(struct app *app, int index)
{
	const struct person *person = &app->record.people[index];
	for (size_t i = 0; i < app->record.respondent_count; i++) {
		struct respondent *respondent = &app->record.respondents[i];
		if (respondent->person != index)
			continue;
		respondent->party = person->party;
		respondent->role = person->role;
		respondent->name = person->name;
		unsaved_add(&app->waiting, KIND_RESPONDENT, respondent,
			app->record.assessment.object.key);
	}
}

/* An interview that was opened and not answered goes with it, so it is the store's own step. */
static enum form_kept keep_heard(const struct person_form *own, struct app *app)
{
	bool heard = own->form.field[FIELD_HEARD].choice;
	struct errmsg why;
	if (!app_settle(app))
		return FORM_FAILED;
	enum err err = people_interview(app->options.store, &app->record, own->person, heard, &why);
	return app_wrote(app, err, &why) && app_reload(app) ? FORM_FOLLOWED : FORM_FAILED;
}

static enum form_kept keep(struct form *form, struct app *app, int i)
{
	int index = ((struct person_form *)form)->person;
	if (i == FIELD_HEARD)
		return keep_heard((const struct person_form *)form, app);
	struct person *person = &app->record.people[index];
	take(form, &app->record, person, i);
	unsaved_begin(&app->waiting, words_plain(W_UNDO_PERSON_CORRECTED));
	unsaved_add(&app->waiting, KIND_PERSON, person, app->record.alliance.object.key);
	add_respondents(app, index);
	return app_kept(app) ? FORM_KEPT : FORM_FAILED;
}

static void say_added(struct app *app, const struct person *person)
{
	struct hole role = hole_text("role", words_role(person->role));
	struct hole party = hole_text("party", app->record.parties[person->party].label);
	app_say(app, "%s",
		person->name ? words(&app->said, W_PERSON_ADDED, hole_text("name", person->name),
				       role, party)
			     : words(&app->said, W_PERSON_ADDED_UNNAMED, role, party));
}

/* A new person, or whoever has only owned parts of the plan under that name so far. */
static struct person *newcomer(const struct form *form, struct record *record)
{
	const char *name = form_value(&record->pool, &form->field[FIELD_NAME]);
	int known = people_named(record, form->field[FIELD_PARTY].choice, name);
	if (known < 0 || record_interviewee(record, known))
		return record_add(record, KIND_PERSON);
	record->people[known].interviewee = TRI_YES;
	return &record->people[known];
}

static enum form_made make(struct form *form, struct app *app)
{
	struct person *person = newcomer(form, &app->record);
	for (int i = 0; i < form->count; i++)
		take(form, &app->record, person, i);
	if (!app_change(app, NULL, KIND_PERSON, person))
		return FORM_NOT_MADE;
	say_added(app, person);
	return FORM_MADE;
}

static void enter(struct screen *screen, const void *given)
{
	static const struct form_ops ops = {
		.fill = fill, .check = check, .keep = keep, .make = make
	};
	struct person_form *own = screen->state;
	const struct person_arg *arg = given;
	const struct record *record = &screen->app->record;
	own->company = arg && arg->party >= 0 ? record->parties[arg->party].object.key : 0;
	own->role = arg ? arg->role : -1;
	own->person = arg ? arg->person : -1;
	own->form.makes = own->person < 0;
	own->key = own->form.makes ? 0 : record->people[own->person].object.key;
	set_words(&own->form);
	if (own->form.makes)
		form_place(&own->form, "new person", record, &record->alliance.object);
	else
		form_place(&own->form, "person", record, &record->people[own->person].object);
	form_screen_enter(screen, &ops);
}

const struct screen_ops screen_person = { .name = "person",
	.goes_on = true,
	.state_size = sizeof(struct person_form),
	.enter = enter,
	FORM_SCREEN };
