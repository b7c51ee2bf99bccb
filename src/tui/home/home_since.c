/* SPDX-License-Identifier: MIT */
/*
 * What has changed since this home was looked at last, in the words of a manager: whose answers
 * came in, which actions were closed or have become late, which gates were decided, which rounds
 * were begun. At most three lines; nothing when nothing.
 */
#include "home.h"

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define PEOPLE_NAMED 3
#define ACTIONS_NAMED 5
#define WEEKDAYS_BACK 6 /* so long a weekday says which */
#define LINES_MOST 3

void home_look(struct home *home, struct app *app)
{
	struct store *store = app->options.store;
	int64_t alliance = app->record.alliance.object.key;
	looked_news_release(&home->news);
	if (home->looked_of != alliance && store_looked(store, alliance, &home->looked, NULL))
		home->looked = (struct store_looked){ .day = DATE_NONE };
	home->looked_of = alliance;
	home->seen = store_change(store);
	if (home->looked.change)
		store_looked_news(store, alliance, home->looked.change, &home->news, NULL);
}

void home_looked(struct home *home, struct app *app)
{
	store_look(app->options.store, home->looked_of,
		(struct store_looked){ .change = home->seen, .day = app->today });
	looked_news_release(&home->news);
}

static void say(struct home *home, const char *clause)
{
	texts_add(&home->pool, &home->since, clause);
}

static void say_answers(struct home *home)
{
	const struct looked_news *news = &home->news;
	int more = 0;
	for (size_t i = 0; i < news->answer_count; i++) {
		const struct looked_answers *answers = &news->answers[i];
		if (i < PEOPLE_NAMED)
			say(home,
				words(&home->pool, W_SINCE_ANSWERS, hole_count("n", answers->count),
					hole_text("who", answers->who)));
		else
			more += answers->count;
	}
	if (more)
		say(home,
			words(&home->pool, W_SINCE_ANSWERS_MORE, hole_count("n", more),
				hole_count("people", (int)(news->answer_count - PEOPLE_NAMED))));
}

/* "actions 7 and 9 done", "12 actions done". */
static void say_actions(struct home *home, const struct texts *numbers, const char *state)
{
	struct hole how = hole_text("state", state);
	struct hole n = hole_count("n", (int)numbers->count);
	if (numbers->count > ACTIONS_NAMED)
		say(home, words(&home->pool, W_SINCE_ACTIONS_COUNT, n, how));
	else if (numbers->count > 1)
		say(home, words(&home->pool, W_SINCE_ACTIONS, hole_list("numbers", numbers), how));
	else if (numbers->count)
		say(home,
			words(&home->pool, W_SINCE_ACTION, hole_text("number", numbers->text[0]),
				how));
}

static const struct plan_action *action_of(const struct record *record, int64_t key)
{
	for (size_t i = 0; i < record->action_count; i++)
		if (record->actions[i].object.key == key)
			return &record->actions[i];
	return NULL;
}

/* Those that have that status now and had another. */
static void say_status(struct home *home, const struct record *record, enum status status)
{
	struct texts numbers = { 0 };
	for (size_t i = 0; i < home->news.object_count; i++) {
		const struct looked_object *object = &home->news.objects[i];
		const struct plan_action *action =
			object->kind == KIND_PLAN_ACTION ? action_of(record, object->key) : NULL;
		if (action && action->status == (int)status && object->before != (int)status)
			texts_add(&home->pool, &numbers,
				pool_printf(&home->pool, "%d", action->number));
	}
	say_actions(home, &numbers, words_status((int)status));
}

/* Due since that day, and not yesterday's news then. */
static void say_late(struct home *home, struct app *app)
{
	struct texts numbers = { 0 };
	const struct plan *plan = plan_is_stored(&app->record) ? app_plan(app) : NULL;
	for (size_t i = 0; plan && i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		if (plan_is_late(planned, app->today) && planned->due >= home->looked.day)
			texts_add(&home->pool, &numbers,
				pool_printf(&home->pool, "%d", planned->number));
	}
	say_actions(home, &numbers, words_plain(W_SINCE_LATE));
}

static void say_gates(struct home *home, const struct record *record)
{
	for (size_t i = 0; i < home->news.object_count; i++)
		for (size_t j = 0; j < record->gate_decision_count; j++) {
			const struct looked_object *object = &home->news.objects[i];
			const struct gate_decision *gate = &record->gate_decisions[j];
			if (object->kind == KIND_GATE && gate->object.key == object->key &&
				gate->outcome >= 0 && gate->outcome != object->before)
				say(home,
					words(&home->pool, W_SINCE_GATE,
						hole_count("n", gate->number),
						hole_text("outcome",
							vocabulary_outcome.word[gate->outcome])));
		}
}

static void say_rounds(struct home *home)
{
	for (size_t i = 0; i < home->news.round_count; i++)
		for (size_t j = 0; j < home->round_count; j++) {
			const struct assessment *round = home->rounds[j];
			if (round->object.key == home->news.rounds[i])
				say(home,
					words(&home->pool, W_SINCE_ROUND,
						hole_text("kind", words_round(round->kind)),
						hole_text("day",
							words_day(&home->pool, round->date,
								DAY_LONG))));
		}
}

static const char *when_text(struct home *home, int today)
{
	int day = home->looked.day;
	if (day >= today)
		return words_plain(W_SINCE_TODAY);
	if (day == today - 1)
		return words_plain(W_SINCE_YESTERDAY);
	return day >= today - WEEKDAYS_BACK
		? words(&home->pool, W_SINCE_WEEKDAY, hole_text("weekday", date_weekday_name(day)))
		: words(&home->pool, W_SINCE_DAY, hole_day("day", day, DAY_LONG));
}

void home_gather_since(struct home *home, struct app *app)
{
	home->since = (struct texts){ 0 };
	if (!home->looked.change)
		return;
	say_answers(home);
	say_status(home, &app->record, STATUS_DONE);
	say_status(home, &app->record, STATUS_DROPPED);
	say_status(home, &app->record, STATUS_BLOCKED);
	say_late(home, app);
	say_gates(home, &app->record);
	say_rounds(home);
	if (home->news.imports)
		say(home, words(&home->pool, W_SINCE_IMPORTS, hole_count("n", home->news.imports)));
	home->since_when = when_text(home, app->today);
}

/* The first so many, and that there are more. */
static const char *first_said(struct home *home, size_t count)
{
	struct texts first = { .text = home->since.text, .count = count };
	return words(&home->laid, count < home->since.count ? W_SINCE_MORE : W_SINCE,
		hole_text("when", home->since_when), hole_list("news", &first));
}

const char *home_since_text(struct home *home, int width)
{
	size_t count = home->since.count;
	const char *text = count ? first_said(home, count) : NULL;
	while (count > 1 && canvas_lines(text, width) > LINES_MOST)
		text = first_said(home, --count);
	return text;
}
