/* SPDX-License-Identifier: MIT */
/*
 * action: one action of the stored plan, to read, or to say what has become of it.
 */
#include <string.h>
#include <rekindle/exchange.h>
#include "action.h"

static const char *iso(struct pool *pool, int day)
{
	char text[DATE_TEXT];

	return day == DATE_NONE ? NULL : pool_strdup(pool, date_iso(day, text));
}

static const char *status_text(struct pool *pool, const struct planned_action *planned)
{
	const char *word = words_status((int)planned->status);

	if (planned->closed != DATE_NONE)
		word = words(pool, W_ACTION_SINCE, hole_text("status", word),
			hole_day("day", planned->closed, DAY_ISO));
	return planned->adopted ? words(pool, W_ACTION_ADOPTED, hole_text("status", word)) : word;
}

static void add_because(struct str *out, struct cli *cli, const struct loaded *loaded,
	const struct planned_action *planned)
{
	struct texts said = { 0 };

	for (size_t i = 0; i < planned->finding_count; i++)
		texts_add(&cli->pool, &said,
			words_because(&cli->pool, &loaded->record, &loaded->diagnosis,
				loaded->plan.track, planned->findings[i]));
	cli_field(
		out, "Because", said.count ? words_sentences(&cli->pool, &said) : NULL, cli->ascii);
}

static const char *owner_text(struct pool *pool, const struct record *record,
	const struct planned_action *planned, int party)
{
	int person = planned->owner[party], role = planned->owner_role[party];

	if (person >= 0)
		return cli_person_text(pool, record, person);
	return role < 0 ? words_plain(W_ACTION_NOBODY)
			: words(pool, W_ACTION_NO_ROLE, hole_text("role", words_role(role)));
}

static const char *filled(const char *text)
{
	return str_blank(text) ? NULL : text;
}

/* What it is about. */
static void add_words(struct str *out, const struct planned_action *planned, bool ascii)
{
	cli_field(out, "What", filled(planned->what), ascii);
	cli_field(out, "Done when", filled(planned->done_when), ascii);
	cli_field(out, "Needs", filled(planned->resources), ascii);
}

/* What it takes, serves and moves. */
static void add_ends(struct str *out, struct cli *cli, const struct record *record,
	const struct planned_action *planned)
{
	if (planned->effort_days)
		cli_field(out, "Effort",
			words(&cli->pool, W_PLAN_EFFORT, hole_count("n", planned->effort_days)),
			cli->ascii);
	if (planned->quick_win)
		cli_field(out, "Quick win", "yes", cli->ascii);
	if (planned->objective >= 0)
		cli_field(out, "Objective", record->joint_objectives[planned->objective].text,
			cli->ascii);
	cli_field(out, "KPI", plan_kpi_name(record, planned->kpi), cli->ascii);
}

static void add_action(struct str *out, struct cli *cli, const struct loaded *loaded, size_t place)
{
	const struct record *record = &loaded->record;
	const struct planned_action *planned = &loaded->plan.actions[place];
	struct pool *pool = &cli->pool;

	cli_field(out, pool_printf(pool, "Action %d", planned->number), planned->title, cli->ascii);
	cli_field(out, "Step",
		words(pool, W_ACTION_STEP, hole_count("step", planned->step),
			hole_text("name", track_step_name(loaded->plan.track, planned->step))),
		cli->ascii);
	cli_field(out, "Status", status_text(pool, planned), cli->ascii);
	cli_field(out, "Reason", planned->reason, cli->ascii);
	cli_field(out, "Start", iso(pool, planned->start), cli->ascii);
	cli_field(out, "Due",
		planned->due == DATE_NONE ? words_plain(W_ACTION_LATER) : iso(pool, planned->due),
		cli->ascii);
	cli_field(out, "Every", planned->every, cli->ascii);
	for (size_t p = 0; p < record->party_count; p++)
		cli_field(out, record->parties[p].label, owner_text(pool, record, planned, (int)p),
			cli->ascii);
	add_words(out, planned, cli->ascii);
	add_ends(out, cli, record, planned);
	add_because(out, cli, loaded, planned);
	cli_field(out, "Note", planned->note, cli->ascii);
	cli_field(out, "Id", planned->id, cli->ascii);
}

static enum err show(struct cli *cli, struct loaded *loaded, size_t place, struct errmsg *why)
{
	struct str out;

	if (cli->format == FORMAT_JSON)
		return output_json(
			cli, exchange_action(&loaded->record, &loaded->plan, place), why);
	str_init(&out);
	add_action(&out, cli, loaded, place);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

/* What is now: who has changed something sees whether it is what was meant. */
static void tell(struct cli *cli, const struct loaded *loaded, size_t place)
{
	const struct planned_action *planned = &loaded->plan.actions[place];
	struct pool *pool = &cli->pool;
	struct hole number = hole_count("number", planned->number);
	struct hole title = hole_text("title", planned->title);
	struct hole status = hole_text("status", status_text(pool, planned));

	cli_message(planned->due == DATE_NONE
			? words(pool, W_ACTION_IS_LATER, number, title, status)
			: words(pool, W_ACTION_IS, number, title, status,
				  hole_day("start", planned->start, DAY_ISO),
				  hole_day("due", planned->due, DAY_ISO)));
}

static enum err change(struct cli *cli, struct loaded *loaded, size_t place, struct errmsg *why)
{
	int stored = loaded->plan.actions[place].stored;
	struct uuid id = loaded->record.actions[stored].object.id;
	enum err err = action_set(cli, loaded, place, why);

	if (err != ERR_NONE)
		return err;
	loaded_plan(loaded, DATE_NONE);
	for (place = 0; place < loaded->plan.action_count; place++) {
		stored = loaded->plan.actions[place].stored;
		if (uuid_same(&loaded->record.actions[stored].object.id, &id))
			break;
	}
	if (place == loaded->plan.action_count)
		return errmsg_set(why, ERR_LOCKED,
			"another program has deleted this action just now; rekindle plan shows "
			"what there is");
	tell(cli, loaded, place);
	return cli->format == FORMAT_JSON ? show(cli, loaded, place, why) : ERR_NONE;
}

static enum err show_or_change(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	size_t place;
	enum err err = action_find(&loaded->record, &loaded->plan, cli->operands[1], &place, why);

	cli->only_reads = !(cli->given & ACTION_OPTIONS);
	return err ? err : (cli->only_reads ? show : change)(cli, loaded, place, why);
}

static enum err add(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	size_t place;
	enum err err = action_add(cli, loaded, &place, why);

	return err ? err : change(cli, loaded, place, why);
}

static enum err drop(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	size_t place;
	bool drops = false;
	enum err err = action_find(&loaded->record, &loaded->plan, cli->operands[2], &place, why);

	if (err == ERR_NONE)
		err = action_drop(cli, loaded, place, &drops, why);
	return err == ERR_NONE && drops ? change(cli, loaded, place, why) : err;
}

static const struct verb {
	const char *name; /* NULL: none, the action stands there */
	int operands;
	bool steps; /* takes --step */
	enum err (*run)(struct cli *, struct loaded *, struct errmsg *);
} verbs[] = {
	{ "add", 2, true, add },
	{ "drop", 3, false, drop },
	{ NULL, 2, false, show_or_change },
};

static const struct verb *find_verb(const struct cli *cli, struct errmsg *why)
{
	const struct verb *verb = verbs;

	while (verb->name && strcmp(verb->name, cli->operands[1]) != 0)
		verb++;
	if (cli->operand_count < verb->operands)
		errmsg_set(why, ERR_USAGE, "drop which action? Give its number behind it");
	else if (cli->operand_count > verb->operands)
		errmsg_set(why, ERR_USAGE,
			"%s is one word too many for action; synopsis: rekindle action %s",
			cli->operands[verb->operands], cli->command->synopsis);
	else if (has_option(cli, OPTION_STEP) && !verb->steps)
		errmsg_set(why, ERR_USAGE,
			"--step is for a new action: rekindle action ID add; an action stays at "
			"its step");
	else
		return verb;
	return NULL;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	const struct verb *verb = find_verb(cli, why);

	if (!verb)
		return ERR_USAGE;
	enum err err = work_open(cli, &loaded, why);
	if (err == ERR_NONE)
		err = verb->run(cli, &loaded, why);
	loaded_release(&loaded);
	return err;
}

const struct command command_action = {
	.name = "action",
	.synopsis =
		"ID [N | add --step STEP --title TITLE | drop N] [--status STATUS] [--done DATE] "
		"[--start DATE] [--due DATE] [--when now|later] [--every HOW OFTEN] [--adopt "
		"YES|NO] "
		"[--owner PARTY=PERSON]... [--reason TEXT] [--title TITLE] [--what TEXT] "
		"[--done-when TEXT] [--resources TEXT] [--effort DAYS] [--quick-win YES|NO] "
		"[--objective N] [--kpi KPI] [--note TEXT]",
	.help = "one action of the stored plan; says what has become of it, adds one, drops one",
	.more = "N is the number that plan shows, which is never given twice, the id of the "
		"library's action, or four or more signs of the beginning of its UUID. Without an "
		"option the action is shown. add puts one of your own into the plan, from the next "
		"Monday on unless --start or --due say otherwise. drop deletes one of your own; "
		"one of the library's is marked as dropped, with --reason. What is done was done "
		"today or on the day of --done; "
		"blocked and dropped need --reason. Where --title, --what, --done-when, "
		"--resources or --effort are empty, the library's stand again. What is set here "
		"stays when the plan is drawn up again, and is one step of undo on the screens; "
		"--adopt yes keeps an action of which nothing else is set, and shows it in the "
		"joint edition: what the other side can work out from that is said first.",
	.options = ACTION_OPTIONS | OPTION_BIT(OPTION_STEP) | OPTION_BIT(OPTION_ROUND) |
		OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 2,
	.most = 3,
	.lacking = "action needs an ID and the number of an action; rekindle plan ID shows them",
	.takes_id = true,
	.stores = true,
	.run = run,
};
