/* SPDX-License-Identifier: MIT */
/*
 * What an action is about: its words, its effort, what it serves and moves, and whether it is for
 * now, as the plan's form keeps them.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "../record/meeting.h"
#include "action.h"

#define EFFORT_MOST 100000 /* days */

/* What is said already, by the library, is not said again by hand. */
static const char *own_words(const char *own, const char *shown, const char *typed)
{
	return !own && typed && strcmp(typed, shown) == 0 ? NULL : typed;
}

static enum err set_title(struct action_setting *s, struct errmsg *why)
{
	const char *typed = s->cli->value[OPTION_TITLE], *text;

	if (!typed)
		return ERR_NONE;
	enum err err = cli_text(s->cli, "--title", typed, &text, why);
	if (err == ERR_NONE && !text && !s->action->library)
		return errmsg_set(why, ERR_USAGE,
			"--title: this action is one of your own, so nothing stands behind an "
			"empty title; say what is to be done");
	if (err == ERR_NONE && text)
		err = cli_check_name(text, "--title", why);
	if (err == ERR_NONE)
		s->action->title = own_words(s->action->title, s->planned->title, text);
	return err;
}

static enum err set_text(struct action_setting *s, enum option option, const char **own,
	const char *shown, struct errmsg *why)
{
	const char *text;

	if (!has_option(s->cli, option))
		return ERR_NONE;
	enum err err =
		cli_text(s->cli, option_info[option].name, s->cli->value[option], &text, why);
	if (err == ERR_NONE)
		*own = own_words(*own, shown, text);
	return err;
}

static enum err set_texts(struct action_setting *s, struct errmsg *why)
{
	const struct planned_action *planned = s->planned;
	struct plan_action *action = s->action;
	enum err err = set_text(s, OPTION_WHAT, &action->what, planned->what, why);

	if (err == ERR_NONE)
		err = set_text(s, OPTION_DONE_WHEN, &action->done_when, planned->done_when, why);
	if (err == ERR_NONE)
		err = set_text(s, OPTION_RESOURCES, &action->resources, planned->resources, why);
	return err;
}

static enum err set_effort(struct action_setting *s, struct errmsg *why)
{
	const char *typed = s->cli->value[OPTION_EFFORT];
	char *end;

	if (!typed)
		return ERR_NONE;
	long days = strtol(typed, &end, 10);
	if (!str_blank(typed) && (*end || *typed < '0' || *typed > '9' || days > EFFORT_MOST))
		return errmsg_set(why, ERR_USAGE,
			"--effort %.40s must be a whole number of days from 0 to %d", typed,
			EFFORT_MOST);
	s->action->effort_days = str_blank(typed) ? INT_NONE : (int)days;
	return ERR_NONE;
}

static enum err set_quick_win(struct action_setting *s, struct errmsg *why)
{
	static const char *const answers[] = { "no", "yes" };
	static const struct vocabulary vocabulary = { "value of --quick-win", 2, answers };
	int win = s->planned->quick_win;
	enum err err = option_word(s->cli, OPTION_QUICK_WIN, &vocabulary, &win, why);

	if (err == ERR_NONE && win != s->planned->quick_win)
		s->action->quick_win = win ? TRI_YES : TRI_NO;
	return err;
}

/* What is so already stays on its days. */
static enum err set_when(struct action_setting *s, struct errmsg *why)
{
	static const char *const answers[] = { "later", "now" };
	static const struct vocabulary vocabulary = { "value of --when", 2, answers };
	int now = s->planned->active;
	enum err err = option_word(s->cli, OPTION_WHEN, &vocabulary, &now, why);

	if (err != ERR_NONE || !has_option(s->cli, OPTION_WHEN))
		return err;
	if (has_option(s->cli, OPTION_START) || has_option(s->cli, OPTION_DUE))
		return errmsg_set(why, ERR_USAGE,
			"--when sets the days too: leave it out, or --start and --due");
	if (now != s->planned->active)
		plan_set_active(s->action, s->planned, now, clock_today());
	return ERR_NONE;
}

static enum err set_objective(struct action_setting *s, struct errmsg *why)
{
	const char *typed = s->cli->value[OPTION_OBJECTIVE];
	size_t index;

	if (!typed)
		return ERR_NONE;
	if (str_blank(typed)) {
		s->action->objective = -1;
		return ERR_NONE;
	}
	enum err err = meeting_objective(&s->loaded->record, "--objective", typed, &index, why);
	if (err == ERR_NONE)
		s->action->objective = (int)index;
	return err;
}

/* One of the alliance's, by name or the beginning of its id: how many are meant. */
static size_t find_own_kpi(const struct record *record, const char *typed, size_t *index)
{
	size_t found = 0;

	for (size_t i = 0; i < record->kpi_count; i++)
		if (cli_id_begins(&record->kpis[i].object.id, typed) ||
			utf8_same_name(record->kpis[i].name, typed)) {
			*index = i;
			found++;
		}
	return found;
}

static const char *find_catalogued(const struct instrument *instrument, const char *typed)
{
	int at = instrument_kpi(instrument, typed);

	for (size_t i = 0; at < 0 && i < instrument->kpi_count; i++)
		if (utf8_same_name(instrument->kpis[i].name, typed))
			at = (int)i;
	return at < 0 ? NULL : instrument->kpis[at].id;
}

static enum err find_kpi(
	struct action_setting *s, const char *typed, const char **kpi, struct errmsg *why)
{
	const struct record *record = &s->loaded->record;
	char id[UUID_TEXT];
	size_t index = 0, found = find_own_kpi(record, typed, &index);

	*kpi = found == 1
		? pool_strdup(&s->cli->pool, uuid_text(&record->kpis[index].object.id, id))
		: find_catalogued(record->instrument, typed);
	if (*kpi && found < 2)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		found ? "--kpi %.60s means more than one; give more of an id: rekindle audit ID "
			"kpis shows them"
		      : "--kpi %.60s: there is no KPI with that id or name; rekindle audit ID kpis "
			"shows those of the alliance, rekindle instrument show those of the "
			"catalogue",
		typed);
}

static enum err set_kpi(struct action_setting *s, struct errmsg *why)
{
	const char *typed = s->cli->value[OPTION_KPI], *kpi = NULL;
	enum err err = ERR_NONE;

	if (!typed)
		return ERR_NONE;
	if (!utf8_valid(typed, strlen(typed)))
		return errmsg_set(why, ERR_USAGE, "--kpi: the name is not valid UTF-8");
	if (!str_blank(typed))
		err = find_kpi(s, typed, &kpi, why);
	if (err == ERR_NONE)
		s->action->kpi = kpi;
	return err;
}

enum err action_set_words(struct action_setting *s, struct errmsg *why)
{
	static enum err (*const settings[])(struct action_setting *, struct errmsg *) = { set_title,
		set_texts, set_effort, set_quick_win, set_when, set_objective, set_kpi };
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < sizeof(settings) / sizeof(*settings); i++)
		err = settings[i](s, why);
	return err;
}
