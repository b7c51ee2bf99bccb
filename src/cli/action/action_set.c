/* SPDX-License-Identifier: MIT */
/*
 * What options say of an action: its status, days, owners and words, as the plan's form keeps them.
 */
#include <string.h>
#include <rekindle/edition_plan.h>
#include "action.h"

static bool is_put_off(const struct plan_action *action)
{
	return action->status == STATUS_BLOCKED || action->status == STATUS_DROPPED;
}

/* Without a word about the day one that is done already stays done on its own. */
static enum err set_status(struct action_setting *s, struct errmsg *why)
{
	bool done = has_option(s->cli, OPTION_DONE);
	int status = done ? STATUS_DONE : s->action->status, day;
	enum err err = option_word(s->cli, OPTION_STATUS, &vocabulary_status, &status, why);

	if (err == ERR_NONE && done && status != STATUS_DONE)
		return errmsg_set(why, ERR_USAGE,
			"--done and --status %s contradict each other; leave one out",
			vocabulary_status.word[status]);
	if (err == ERR_NONE)
		err = work_past_day(s->cli, OPTION_DONE, &day, why);
	if (err == ERR_NONE && (done || status != s->action->status))
		plan_set_status(s->action, (enum status)status, day);
	return err;
}

static enum err set_reason(struct action_setting *s, struct errmsg *why)
{
	const char *word = vocabulary_status.word[s->action->status];
	enum err err = ERR_NONE;

	if (has_option(s->cli, OPTION_REASON))
		err = cli_text(
			s->cli, "--reason", s->cli->value[OPTION_REASON], &s->action->reason, why);
	if (err != ERR_NONE)
		return err;
	if (has_option(s->cli, OPTION_REASON) && s->action->reason && !is_put_off(s->action))
		return errmsg_set(why, ERR_USAGE,
			"--reason says what blocks an action, or why it was dropped, and this one "
			"is %s; --note takes a note",
			word);
	if (has_option(s->cli, OPTION_STATUS) && is_put_off(s->action) &&
		str_blank(s->action->reason))
		return errmsg_set(why, ERR_USAGE,
			"--status %s needs --reason: what blocks it, or why it was dropped; - "
			"reads it from standard input",
			word);
	return ERR_NONE;
}

/* Nothing behind the option: no day. */
static enum err set_day(struct action_setting *s, enum option option, int *day, struct errmsg *why)
{
	if (!has_option(s->cli, option))
		return ERR_NONE;
	if (str_blank(s->cli->value[option])) {
		*day = DATE_NONE;
		return ERR_NONE;
	}
	return option_day(s->cli, option, DATE_AHEAD, day, why);
}

/* One that is only now added: a day alone brings the other along. */
static void fit_new(const struct action_setting *s)
{
	struct plan_action *action = s->action;
	bool start = has_option(s->cli, OPTION_START) && action->start != DATE_NONE;

	if (action->object.key || action->due == DATE_NONE)
		return;
	if (start && !has_option(s->cli, OPTION_DUE))
		action->due = action->start + (s->planned->due - s->planned->start);
	else if (!start && action->due < action->start)
		action->start = action->due;
}

static enum err set_days(struct action_setting *s, struct errmsg *why)
{
	struct plan_action *action = s->action;
	char start[DATE_TEXT], due[DATE_TEXT];
	enum err err = set_day(s, OPTION_START, &action->start, why);

	if (err == ERR_NONE)
		err = set_day(s, OPTION_DUE, &action->due, why);
	if (err != ERR_NONE ||
		!(s->cli->given & (OPTION_BIT(OPTION_START) | OPTION_BIT(OPTION_DUE))))
		return err;
	fit_new(s);
	if (action->due == DATE_NONE && has_option(s->cli, OPTION_START) &&
		action->start != DATE_NONE)
		return errmsg_set(why, ERR_USAGE,
			"an action that starts on a day is due on one; give --due as well");
	plan_set_dated(action);
	if (action->due < action->start)
		return errmsg_set(why, ERR_USAGE,
			"it would start on %s and be due before, on %s; give --start and --due "
			"that fit",
			date_iso(action->start, start), date_iso(action->due, due));
	return ERR_NONE;
}

static enum err set_every(struct action_setting *s, struct errmsg *why)
{
	const char *typed = s->cli->value[OPTION_EVERY];

	if (!typed)
		return ERR_NONE;
	if (!str_blank(typed) && !recurrence_valid(typed))
		return errmsg_set(
			why, ERR_USAGE, "--every %.60s %s", typed, words_plain(W_RECURRENCE_FORM));
	s->action->every = str_blank(typed) ? NULL : typed;
	return ERR_NONE;
}

/* What the other side will be able to tell, before it is; --adopt no takes it back, as long as no
 * joint edition is out. */
static enum err tell_adopting(struct action_setting *s, struct errmsg *why)
{
	struct loaded *loaded = s->loaded;
	struct edition_history joint;
	enum err err = loaded_rounds(loaded, why);

	if (err != ERR_NONE)
		return err;
	edition_history_compute(&joint, &loaded->record, &loaded->diagnosis, &loaded->plan,
		EDITION_JOINT, loaded->earlier.all, loaded->earlier.own);
	const char *tells = words_adopting(
		&s->cli->pool, &joint.plan, (size_t)(s->planned - loaded->plan.actions));
	if (tells)
		cli_message(tells);
	edition_history_release(&joint);
	return ERR_NONE;
}

static enum err set_adopted(struct action_setting *s, struct errmsg *why)
{
	static const char *const answers[] = { "no", "yes" };
	static const struct vocabulary vocabulary = { "value of --adopt", 2, answers };
	int adopted = s->action->adopted == TRI_YES;
	enum err err = option_word(s->cli, OPTION_ADOPT, &vocabulary, &adopted, why);

	if (err == ERR_NONE && adopted && s->action->adopted != TRI_YES)
		err = tell_adopting(s, why);
	if (err == ERR_NONE && has_option(s->cli, OPTION_ADOPT))
		plan_set_adopted(s->action, adopted);
	return err;
}

static enum err set_note(struct action_setting *s, struct errmsg *why)
{
	return has_option(s->cli, OPTION_NOTE)
		? cli_text(s->cli, "--note", s->cli->value[OPTION_NOTE], &s->action->note, why)
		: ERR_NONE;
}

static enum err put_all(struct action_setting *s, struct owner_choice *owners, struct errmsg *why)
{
	const char *what = s->action->object.key ? NULL : words_plain(W_UNDO_OWN_ACTION);
	enum err err = work_begin(s->loaded, what, why);

	if (err != ERR_NONE)
		return err;
	err = work_put(s->loaded, KIND_PLAN_ACTION, s->action, why);
	for (int i = 0; err == ERR_NONE && i < s->cli->owner_count; i++)
		err = owner_put(s->loaded, KIND_ACTION_OWNER, s->planned->stored,
			s->planned->owner_role[owners[i].party], &owners[i], why);
	return work_end(s->loaded, err, why);
}

enum err action_set(struct cli *cli, struct loaded *loaded, size_t place, struct errmsg *why)
{
	static enum err (*const settings[])(struct action_setting *, struct errmsg *) = {
		action_set_words, set_status, set_reason, set_days, set_every, set_adopted, set_note
	};
	struct owner_choice owners[PARTIES_MAX];
	const struct planned_action *planned = &loaded->plan.actions[place];
	struct action_setting s = { cli, loaded, planned,
		&loaded->record.actions[planned->stored] };
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < sizeof(settings) / sizeof(*settings); i++)
		err = settings[i](&s, why);
	for (int i = 0; err == ERR_NONE && i < cli->owner_count; i++)
		err = owner_read(
			&cli->pool, &loaded->record, "--owner", cli->owners[i], &owners[i], why);
	if (err == ERR_NONE)
		err = put_all(&s, owners, why);
	for (int i = 0; err == ERR_NONE && i < cli->owner_count; i++)
		owner_tell_new(&cli->pool, &loaded->record, &owners[i]);
	return err;
}
