/* SPDX-License-Identifier: MIT */
/*
 * The home of an alliance: what to do next is its first line; people by role and side; how much
 * is answered; what a safe diagnosis still needs.
 */
#include "../rounds/confirm.h"
#include "home.h"

static const struct home_slot *slot_in_focus(const struct home *home)
{
	return home->focus < 0 ? NULL : &home->slots[home->focus];
}

/* The person meant: in focus, or on the first line. -1 none. */
static int person_meant(const struct home *home)
{
	const struct home_slot *slot = slot_in_focus(home);
	return slot ? slot->person : home->next == NEXT_INTERVIEW ? home->next_person : -1;
}

static void enter(struct screen *screen, const void *arg)
{
	struct home *home = screen->state;
	(void)arg;
	home->focus = home->deleting = -1;
	home_look(home, screen->app);
	home_gather(home, screen->app);
}

static void interview(struct app *app, const struct home_person *p)
{
	if (p->person >= 0) {
		app_interview(app, p->person);
	} else {
		int64_t key = app->record.respondents[p->respondent].object.key;
		app_push(app, &screen_interview, &key);
	}
}

static void add_person(struct home *home, struct app *app)
{
	const struct home_slot *slot = slot_in_focus(home);
	struct person_arg arg = { .person = -1, .role = -1, .party = home->next_party };
	if (slot && slot->person < 0) /* of an owner there is no such row */
		arg.role = slot->role;
	if (slot)
		arg.party = slot->party;
	app_push(app, &screen_person, &arg);
}

static void edit_person(struct home *home, struct app *app)
{
	int meant = person_meant(home);
	if (meant < 0)
		app_say(app, "%s",
			words_plain(home->focus < 0 ? W_NOBODY_IN_FOCUS : W_NOBODY_HERE));
	else if (home->people[meant].person < 0)
		app_say(app, "%s", words_plain(W_PERSON_FROM_INTERVIEW));
	else
		app_push(app, &screen_person,
			&(struct person_arg){ .person = home->people[meant].person });
}

static void start(struct home *home, struct app *app)
{
	int meant = person_meant(home);
	if (meant >= 0 && home->people[meant].hearing == HEARING_NEVER)
		edit_person(home, app);
	else if (meant >= 0)
		interview(app, &home->people[meant]);
	else if (home->focus >= 0 || home->next == NEXT_ADD)
		add_person(home, app);
	else if (home->next == NEXT_BEGIN)
		home_begin_due(home, app);
	else
		home_go_next(home, app);
}

static bool may_delete(struct app *app, const struct home_person *p)
{
	const struct record *record = &app->record;
	if (p->respondent >= 0 &&
		!app_may_delete(app, KIND_RESPONDENT, &record->respondents[p->respondent]))
		return false;
	return p->person < 0 || app_may_delete(app, KIND_PERSON, &record->people[p->person]);
}

static void delete_person(struct home *home, struct app *app, int index)
{
	const struct home_person *p = &home->people[index];
	struct hole person = hole_text("person", p->name);
	struct record *record = &app->record;
	if (!may_delete(app, p))
		return;
	unsaved_begin(&app->waiting, words(&home->pool, W_UNDO_PERSON_DELETED, person));
	unsaved_whole(&app->waiting);
	if (p->respondent >= 0)
		unsaved_delete(&app->waiting, KIND_RESPONDENT, &record->respondents[p->respondent]);
	if (p->person >= 0)
		unsaved_delete(&app->waiting, KIND_PERSON, &record->people[p->person]);
	if (app_deleted(app))
		app_say(app, "%s", words(&app->said, W_PERSON_DELETED, person));
	home_gather(home, app);
}

static void ask_delete(struct home *home, struct app *app)
{
	const struct home_slot *slot = slot_in_focus(home);
	if (!slot || slot->person < 0) {
		app_say(app, "%s", words_plain(W_NOBODY_IN_FOCUS));
		return;
	}
	const struct home_person *p = &home->people[slot->person];
	home->same_into = 0;
	home->confirming = false;
	int answers = p->respondent < 0 ? 0 : record_answers(&app->record, p->respondent);
	if (!answers) {
		delete_person(home, app, slot->person);
		return;
	}
	home->deleting = slot->person;
	app_confirm(app, "%s",
		words(&app->said, W_PERSON_DELETE, hole_text("person", p->name),
			hole_count("answers", answers)));
}

static void ask_confirm(struct home *home, struct app *app)
{
	int n = confirm_count(&app->record, CONFIRM_ALL);
	home->same_into = 0;
	home->deleting = -1;
	home->confirming = n > 0;
	if (n)
		app_confirm(app, "%s", words(&app->said, W_CONFIRM_ALL_ASK, hole_count("n", n)));
	else
		app_say(app, "%s", words_plain(W_CONFIRMED_NONE));
}

static void confirm_all(struct home *home, struct app *app)
{
	confirm(app, CONFIRM_ALL);
	home_gather(home, app);
}

static void same_person(struct home *home, struct app *app)
{
	const struct home_slot *slot = slot_in_focus(home);
	if (!slot || slot->person < 0)
		app_say(app, "%s", words_plain(W_NOBODY_IN_FOCUS));
	else if (home->people[slot->person].person < 0)
		app_say(app, "%s", words_plain(W_PERSON_FROM_INTERVIEW));
	else
		home_same(home, app, home->people[slot->person].person);
}

/* Moving: Tab goes from person to person, the arrows over every place of the table. */

static void tab(struct home *home, int by)
{
	int n = (int)home->slot_count, at = home->focus;
	do {
		at += by;
		if (at < -1)
			at = n - 1;
		if (at >= n)
			at = -1;
	} while (at >= 0 && home->slots[at].person < 0);
	home->focus = at;
}

static void move_row(struct home *home, int by)
{
	const struct home_slot *from = slot_in_focus(home);
	int best = -1;
	if (!from) {
		home->focus = by > 0 && home->slot_count ? 0 : -1;
		return;
	}
	for (int i = 0; i < (int)home->slot_count; i++) {
		int away = (home->slots[i].row - from->row) * by;
		if (home->slots[i].column != from->column || away <= 0)
			continue;
		if (best < 0 || away < (home->slots[best].row - from->row) * by)
			best = i;
	}
	if (best >= 0 || by < 0)
		home->focus = best;
}

static void move_column(struct home *home, int by)
{
	const struct home_slot *from = slot_in_focus(home);
	int best = -1;
	for (int i = 0; from && i < (int)home->slot_count; i++) {
		const struct home_slot *slot = &home->slots[i];
		if (slot->column == from->column + by && slot->row <= from->row &&
			(best < 0 || slot->row > home->slots[best].row))
			best = i;
	}
	if (best >= 0)
		home->focus = best;
}

static bool act_move(struct home *home, enum act action)
{
	int page = home->rows > 1 ? home->rows - 1 : 1;
	switch ((int)action) {
	case ACTION_NEXT_PERSON:
		tab(home, 1);
		break;
	case ACTION_PREVIOUS_PERSON:
		tab(home, -1);
		break;
	case ACTION_UP:
		move_row(home, -1);
		break;
	case ACTION_DOWN:
		move_row(home, 1);
		break;
	case ACTION_SIDE_LEFT:
		move_column(home, -1);
		break;
	case ACTION_SIDE_RIGHT:
		move_column(home, 1);
		break;
	case ACTION_FIRST:
		home->focus = -1;
		break;
	case ACTION_LAST:
		home->focus = (int)home->slot_count - 1;
		break;
	case ACTION_PAGE_DOWN:
		home->top += page;
		break;
	case ACTION_PAGE_UP:
		home->top -= page;
		break;
	default:
		return false;
	}
	home->scrolled = action == ACTION_PAGE_DOWN || action == ACTION_PAGE_UP;
	return true;
}

static int64_t key_of(const struct record *record, const struct home_person *p)
{
	return p->person >= 0 ? record->people[p->person].object.key
			      : -record->respondents[p->respondent].object.key;
}

static void note_focus(struct home *home, const struct record *record)
{
	const struct home_slot *slot = slot_in_focus(home);
	home->noted = slot && slot->person >= 0 ? key_of(record, &home->people[slot->person]) : 0;
}

/* The slot in focus is of the person it was of: from it the layout finds the focus again. */
static void gather_again(struct home *home, struct app *app)
{
	if (home->outdated)
		home_look(home, app);
	home->outdated = false;
	home_gather(home, app);
	for (size_t i = 0; home->noted && i < home->people_count; i++) {
		const struct home_person *p = &home->people[i];
		if (key_of(&app->record, p) != home->noted)
			continue;
		home->slots[home->focus].party = p->party;
		home->slots[home->focus].role = p->role;
		home->slots[home->focus].person = (int)i;
	}
	home->noted = 0;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct home *home = screen->state;
	struct app *app = screen->app;
	(void)key;
	if (action == ACTION_TICK || action == ACTION_SAVE)
		return NAV_STAY;
	if (act_move(home, action) || home_act_rounds(home, app, action))
		return NAV_STAY;
	switch ((int)action) {
	case ACTION_NEWS:
		note_focus(home, &app->record);
		home->outdated = true;
		break;
	case ACTION_RESUMED:
		gather_again(home, app);
		break;
	case ACTION_START:
		start(home, app);
		break;
	case ACTION_INTERVIEW:
		if (person_meant(home) >= 0)
			interview(app, &home->people[person_meant(home)]);
		else
			app_say(app, "%s",
				words_plain(
					home->people_count ? W_NOBODY_IN_FOCUS : W_NOBODY_AT_ALL));
		break;
	case ACTION_ADD_PERSON:
		add_person(home, app);
		break;
	case ACTION_EDIT:
		edit_person(home, app);
		break;
	case ACTION_DELETE:
		ask_delete(home, app);
		break;
	case ACTION_SAME_PERSON:
		same_person(home, app);
		break;
	case ACTION_CONFIRM:
		ask_confirm(home, app);
		break;
	case ACTION_CONFIRMED:
		if (home->confirming)
			confirm_all(home, app);
		else if (home->deleting >= 0)
			delete_person(home, app, home->deleting);
		else if (home->same_into)
			home_same_confirmed(home, app);
		home->deleting = -1;
		home->confirming = false;
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

/* The first line, then everybody. */
static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct home *home = screen->state;
	const struct home_slot *slot = row ? &home->slots[row - 1] : NULL;
	if (!slot)
		return sought_in(sought, home->next_text);
	const struct home_person *person = slot->person < 0 ? NULL : &home->people[slot->person];
	return sought_in(sought, home_role(slot->role)) ||
		(person && (sought_in(sought, person->name) || sought_in(sought, person->state)));
}

static void go_to_row(struct screen *screen, int row)
{
	struct home *home = screen->state;
	home->focus = row - 1;
	home->scrolled = false;
}

static void rows(struct screen *screen, struct rows *rows)
{
	const struct home *home = screen->state;
	rows->count = (int)home->slot_count + 1;
	rows->at = home->focus + 1;
	rows->has = row_has;
	rows->go = go_to_row;
	rows->of = ROWS_PEOPLE;
}

static const enum act *offers(const struct screen *screen)
{
	static const enum act next[] = { ACTION_START, ACTION_ADD_PERSON, ACTION_INTERVIEW,
		ACTION_AUDIT, ACTION_EDIT, ACTION_DELETE, ACTION_NEXT_PERSON, ACTION_ROUND_BEFORE,
		ACTION_HEALTH, ACTION_NEXT_ROUND, ACTION_NONE, ACTION_DIAGNOSIS, ACTION_PLAN,
		ACTION_TREND, ACTION_REPORT, ACTION_PROFILE, ACTION_HELP, ACTION_UP_LEVEL,
		ACTION_NONE, ACTION_UP, ACTION_DOWN, ACTION_SIDE_LEFT, ACTION_SIDE_RIGHT,
		ACTION_PREVIOUS_PERSON, ACTION_FIRST, ACTION_LAST, ACTION_PAGE_DOWN, ACTION_PAGE_UP,
		ACTION_MEETINGS, ACTION_NOTES, ACTION_SHEETS, ACTION_PREVIEW, ACTION_SAME_PERSON,
		ACTION_ROUND_AFTER, ACTION_CONFIRM, ACTION_UNDO, ACTION_REDO, ACTION_PALETTE,
		ACTION_NONE };
	(void)screen;
	return next;
}

/* Nobody is in focus, and somebody is missing there. */
static bool adds(const struct home *home)
{
	return home->focus >= 0 || home->next == NEXT_ADD;
}

/* What comes next is something new, which a seal holds up no more than the plan. */
static bool begins(const struct home *home)
{
	return adds(home) || home->next == NEXT_BEGIN;
}

/* Who was heard stays as then, and nobody else is heard any more; people are the alliance's. */
static bool records(const struct screen *screen, enum act action)
{
	const struct home *home = screen->state;
	int meant = person_meant(home);
	bool heard = meant >= 0 && home->people[meant].respondent >= 0;
	switch ((int)action) {
	case ACTION_CONFIRM:
		return true;
	case ACTION_EDIT:
	case ACTION_DELETE:
	case ACTION_SAME_PERSON:
		return heard;
	case ACTION_INTERVIEW:
		return !heard;
	case ACTION_START:
		return meant >= 0 ? !heard && home->people[meant].hearing != HEARING_NEVER
				  : app_read_only(screen->app) && begins(home);
	case ACTION_HEALTH: /* there is one to go to, else one is begun */
		return app_read_only(screen->app) && !home_other_pulse(home, screen->app);
	}
	return false;
}

static const char *label(const struct screen *screen, enum act action)
{
	static const char *const words[] = { [HEARING_HEARD] = "open",
		[HEARING_BEGUN] = "go on",
		[HEARING_PLANNED] = "start",
		[HEARING_OPEN] = "start",
		[HEARING_UNWILLING] = "start",
		[HEARING_NEVER] = "correct" };
	const struct home *home = screen->state;
	int meant = person_meant(home);
	if (action == ACTION_EDIT)
		return meant >= 0 ? "correct" : "";
	if (action == ACTION_DELETE && (home->focus < 0 || meant < 0))
		return "";
	if (action == ACTION_ROUND_BEFORE && home->round_count < 2)
		return "";
	if (action == ACTION_START && meant >= 0)
		return words[home->people[meant].hearing];
	if (action == ACTION_START && adds(home))
		return "add";
	if (action == ACTION_START && home->next == NEXT_BEGIN)
		return "begin";
	if (action == ACTION_START)
		return home_next_label(home);
	return NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	app_header(screen->app, header, "Home");
}

static void leave(struct screen *screen)
{
	struct home *home = screen->state;
	home_looked(home, screen->app);
	pool_release(&home->pool);
	pool_release(&home->laid);
}

const struct screen_ops screen_home = {
	.name = "home",
	.state_size = sizeof(struct home),
	.enter = enter,
	.act = act,
	.offers = offers,
	.records = records,
	.label = label,
	.header = header,
	.layout = home_layout,
	.draw = home_draw,
	.leave = leave,
	.rows = rows,
};
