/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person made one: the one that goes is marked, then the one that stays is
 * named, and what moves is said before it does.
 */
#include <rekindle/people.h>

#include "../widgets/bind.h"
#include "home.h"

#define NAME_CELLS 24 /* of each of the two in a question */

static const char *named(struct app *app, int person)
{
	const struct person *who = &app->record.people[person];
	const char *name = str_blank(who->name) ? words_role(who->role) : who->name;
	return app_cut(&app->said, name, NAME_CELLS);
}

/* What hangs on the one that goes, over all rounds. */
static bool life_of(struct app *app, int person, struct person_life *life)
{
	struct pool pool = { 0 };
	struct errmsg why;
	struct person_life *lives = pool_alloc(&pool, app->record.person_count * sizeof(*lives));
	bool known = !people_lives(app->options.store, &app->record, lives, &why);
	if (known)
		*life = lives[person];
	else
		app_warn(app, "%s", why.text);
	pool_release(&pool);
	return known;
}

static void ask(struct home *home, struct app *app, int from, int into)
{
	struct person_life life;
	if (!app_settle(app) || !life_of(app, from, &life))
		return;
	home->same_into = app->record.people[into].object.key;
	app_confirm(app, "%s",
		words(&app->said, W_PERSON_SAME, hole_text("from", named(app, from)),
			hole_text("into", named(app, into)),
			hole_count("interviews", life.interviews),
			hole_count("answers", life.answers), hole_count("owned", life.owned)));
}

void home_same(struct home *home, struct app *app, int person)
{
	int64_t key = app->record.people[person].object.key;
	int from = home->same ? bind_index(&app->record, KIND_PERSON, home->same) : -1;
	home->same_into = 0;
	home->deleting = -1;
	home->confirming = false;
	if (from == person) {
		home->same = 0;
		app_say(app, "%s", words_plain(W_PERSON_SAME_NOBODY));
	} else if (from < 0) {
		home->same = key;
		app_say(app, "%s",
			words(&app->said, W_PERSON_SAME_AS, hole_text("from", named(app, person))));
	} else if (app->record.people[from].party != app->record.people[person].party) {
		app_warn(app, "%s",
			words(&app->said, W_PERSON_SAME_COMPANIES,
				hole_text("from", named(app, from)),
				hole_text("into", named(app, person))));
	} else {
		ask(home, app, from, person);
	}
}

static void say_merged(struct app *app, int64_t into, size_t differing)
{
	int person = bind_index(&app->record, KIND_PERSON, into);
	app_say(app, "%s",
		words(&app->said, W_PERSON_SAME_NOW, hole_text("into", named(app, person)),
			hole_count("differing", (int)differing)));
}

/* Refused: nothing was changed. */
void home_same_confirmed(struct home *home, struct app *app)
{
	int from = bind_index(&app->record, KIND_PERSON, home->same);
	int into = bind_index(&app->record, KIND_PERSON, home->same_into);
	int64_t key = home->same_into;
	struct people_merged merged;
	struct errmsg why;
	home->same_into = 0;
	if (from < 0 || into < 0)
		return;
	enum err err = people_merge(app->options.store, &app->record, into, from, &merged, &why);
	size_t differing = merged.count;
	people_merged_release(&merged);
	if (err) {
		app_warn(app, "%s", why.text);
		return;
	}
	home->same = 0;
	if (app_wrote(app, err, &why) && app_reload(app))
		say_merged(app, key, differing);
	home_gather(home, app);
}
