/* SPDX-License-Identifier: MIT */
/*
 * Actions of one's own: another one, and one less.
 */
#include <string.h>
#include "action.h"

static enum err read_step(const struct cli *cli, int *step, struct errmsg *why)
{
	const char *typed = cli->value[OPTION_STEP];

	if (!typed)
		return errmsg_set(why, ERR_USAGE,
			"to which step of the plan does it belong? Give --step 1 to %d, as "
			"rekindle "
			"plan shows them",
			PLAN_STEPS);
	if (typed[0] < '1' || typed[0] > '0' + PLAN_STEPS || typed[1])
		return errmsg_set(why, ERR_USAGE, "--step %.20s: the steps of a plan are 1 to %d",
			typed, PLAN_STEPS);
	*step = typed[0] - '0';
	return ERR_NONE;
}

static size_t place_of(const struct plan *plan, int stored)
{
	size_t place = 0;

	while (place < plan->action_count && plan->actions[place].stored != stored)
		place++;
	return place;
}

/* Into the record, and the plan as it is with it. */
static size_t draft(struct loaded *loaded, int step)
{
	struct plan_action fresh, *action;

	plan_own_action(&fresh, &loaded->record, step, clock_today());
	fresh.object.id = uuid_new();
	action = record_add(&loaded->record, KIND_PLAN_ACTION);
	*action = fresh;
	plan_release(&loaded->plan);
	loaded->planned = false;
	loaded_plan(loaded, DATE_NONE);
	return place_of(&loaded->plan, (int)(action - loaded->record.actions));
}

enum err action_add(struct cli *cli, struct loaded *loaded, size_t *place, struct errmsg *why)
{
	int step = 0;

	if (str_blank(cli->value[OPTION_TITLE]))
		return errmsg_set(why, ERR_USAGE, "what is to be done? Give --title");
	enum err err = read_step(cli, &step, why);
	if (err == ERR_NONE)
		*place = draft(loaded, step);
	return err;
}

static enum err delete (
	struct loaded *loaded, const struct plan_action *action, struct errmsg *why) {
	enum err err = work_begin(loaded, NULL, why);

	if (err != ERR_NONE) return err;
	err = store_delete(loaded->store, &loaded->record, KIND_PLAN_ACTION, action, why);
	return work_end(loaded, err, why);
}

static enum err check_drop(
	const struct cli *cli, const struct plan_action *action, struct errmsg *why)
{
	if (cli->given & ACTION_OPTIONS & ~OPTION_BIT(OPTION_REASON))
		return errmsg_set(
			why, ERR_USAGE, "drop takes no option but --reason; leave out the others");
	if (action->library && !has_option(cli, OPTION_REASON))
		return errmsg_set(why, ERR_USAGE,
			"this action is the library's and would come back with the next draft, so "
			"it is marked as dropped; give --reason: why it was dropped");
	if (!action->library && has_option(cli, OPTION_REASON))
		return errmsg_set(why, ERR_USAGE,
			"this action is one of your own and is deleted, with what is said of it; "
			"leave out --reason, or keep it as dropped with --status dropped");
	return ERR_NONE;
}

enum err action_drop(
	struct cli *cli, struct loaded *loaded, size_t place, bool *drops, struct errmsg *why)
{
	const struct planned_action *planned = &loaded->plan.actions[place];
	const struct plan_action *action = &loaded->record.actions[planned->stored];
	enum err err = check_drop(cli, action, why);
	const char *said = words(&cli->pool, W_ACTION_DELETED,
		hole_count("number", planned->number), hole_text("title", planned->title));

	*drops = action->library;
	if (err == ERR_NONE && *drops) {
		cli->given |= OPTION_BIT(OPTION_STATUS);
		cli->value[OPTION_STATUS] = vocabulary_status.word[STATUS_DROPPED];
	} else if (err == ERR_NONE) {
		err = delete (loaded, action, why);
		if (err == ERR_NONE)
			cli_message(said);
	}
	return err;
}
