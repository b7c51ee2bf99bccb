/* SPDX-License-Identifier: MIT */
/*
 * gate: the gates of the stored plan, to read, or one of them decided.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/exchange.h>
#include "record_commands.h"

static const char *outcome_text(struct pool *pool, const struct gate *gate)
{
	if (gate->outcome < 0)
		return words_plain(W_GATE_OPEN);
	const char *word = vocabulary_outcome.word[gate->outcome];
	return gate->decided == DATE_NONE ? word
					  : words(pool, W_ACTION_SINCE, hole_text("status", word),
						    hole_day("day", gate->decided, DAY_ISO));
}

static void add_gate(struct str *out, struct cli *cli, const struct gate *gate)
{
	char day[DATE_TEXT];

	if (out->len)
		str_addc(out, '\n');
	cli_field(out, pool_printf(&cli->pool, "Gate %d", gate->number), gate_question(gate),
		cli->ascii);
	cli_field(out, "Day", date_iso(gate->day, day), cli->ascii);
	cli_field(out, "Outcome", outcome_text(&cli->pool, gate), cli->ascii);
	cli_field(out, "Passed when", gate_passed_when(gate), cli->ascii);
	cli_field(out, "Otherwise", gate_otherwise(gate), cli->ascii);
	cli_field(out, "Note", gate->note, cli->ascii);
}

/* All of them (number 0), or one. */
static enum err show(struct cli *cli, struct loaded *loaded, int number, struct errmsg *why)
{
	const struct plan *plan = &loaded->plan;
	json_t *list = json_array();
	struct str out;
	enum err err;

	str_init(&out);
	for (size_t i = 0; i < plan->gate_count; i++) {
		if (number && plan->gates[i].number != number)
			continue;
		add_gate(&out, cli, &plan->gates[i]);
		json_array_append_new(list, exchange_gate(&loaded->record, plan, i));
	}
	if (cli->format == FORMAT_JSON)
		err = output_json(cli, json_incref(number ? json_array_get(list, 0) : list), why);
	else
		err = output_text(cli, &out, why);
	json_decref(list);
	str_release(&out);
	return err;
}

static enum err find_gate(
	const struct plan *plan, const char *typed, int *number, struct errmsg *why)
{
	char *end;
	long found = strtol(typed, &end, 10);

	if (!plan->gate_count)
		return errmsg_set(why, ERR_USAGE,
			"this plan has no gates: in %s nothing is at stake at one",
			words_track((int)plan->track));
	if (*typed < '1' || *typed > '9' || *end || !plan_gate_numbered(plan, found))
		return errmsg_set(why, ERR_USAGE, "there is no gate %.20s; this plan has %d to %d",
			typed, plan->gates[0].number, plan->gates[plan->gate_count - 1].number);
	*number = (int)found;
	return ERR_NONE;
}

static struct gate_decision *decision_of(struct record *record, int number)
{
	struct gate_decision *decision = record_gate_decision(record, number);

	if (!decision) {
		decision = record_add(record, KIND_GATE);
		decision->number = number;
	}
	return decision;
}

/* --outcome none: what was decided is taken back. */
static bool takes_back(const struct cli *cli)
{
	return str_same(cli->value[OPTION_OUTCOME], "none");
}

static enum err may_take_back(const struct cli *cli, const struct gate *gate, struct errmsg *why)
{
	if (gate->outcome < 0)
		return errmsg_set(why, ERR_USAGE,
			"gate %d is not decided, so there is nothing to take back", gate->number);
	if (has_option(cli, OPTION_DATE))
		return errmsg_set(why, ERR_USAGE,
			"--outcome none takes back what was decided, and the day of it: leave out "
			"--date");
	return ERR_NONE;
}

/* A decision stands, unless it is taken again knowingly. */
static enum err may_decide(const struct cli *cli, const struct gate *gate, struct errmsg *why)
{
	struct pool pool = { 0 };

	if (takes_back(cli))
		return may_take_back(cli, gate, why);
	if (gate->outcome < 0 || has_option(cli, OPTION_FORCE))
		return ERR_NONE;
	errmsg_set(why, ERR_USAGE, "gate %d is decided already: %s; --force decides it again",
		gate->number, outcome_text(&pool, gate));
	pool_release(&pool);
	return ERR_USAGE;
}

static enum err read_decision(struct cli *cli, struct gate_decision *read, struct errmsg *why)
{
	bool back = takes_back(cli);
	enum err err = back
		? ERR_NONE
		: option_word(cli, OPTION_OUTCOME, &vocabulary_outcome, &read->outcome, why);

	if (err == ERR_NONE && !back)
		err = work_past_day(cli, OPTION_DATE, &read->date, why);
	if (err == ERR_NONE && has_option(cli, OPTION_NOTE))
		err = cli_text(cli, "--note", cli->value[OPTION_NOTE], &read->note, why);
	return err;
}

static enum err put(struct cli *cli, struct loaded *loaded, int number,
	const struct gate_decision *read, struct errmsg *why)
{
	struct gate_decision *decision = decision_of(&loaded->record, number);
	enum err err = work_begin(loaded, NULL, why);

	if (err != ERR_NONE)
		return err;
	decision->outcome = read->outcome;
	decision->date = read->date;
	decision->round = loaded->record.assessment.object.id;
	plan_fix_gate(&loaded->plan, decision);
	if (has_option(cli, OPTION_NOTE))
		decision->note = read->note;
	return work_end(loaded, work_put(loaded, KIND_GATE, decision, why), why);
}

static void tell(struct cli *cli, const struct loaded *loaded, int number)
{
	const struct gate *gate = plan_gate_numbered(&loaded->plan, number);
	struct hole n = hole_count("number", number);
	struct hole alliance = hole_text("alliance", loaded->record.alliance.name);

	if (gate->outcome < 0) {
		cli_message(words(&cli->pool, W_GATE_SAID_OPEN, n, alliance));
		return;
	}
	struct hole day = hole_day("day", gate->decided, DAY_ISO);
	cli_message(gate->outcome == OUTCOME_FAILED
			? words(&cli->pool, W_GATE_SAID_FAILED, n, alliance, day,
				  hole_text("otherwise", gate_otherwise(gate)))
			: words(&cli->pool, W_GATE_SAID_PASSED, n, alliance, day));
}

static enum err decide(struct cli *cli, struct loaded *loaded, int number, struct errmsg *why)
{
	struct gate_decision read;

	if (!has_option(cli, OPTION_OUTCOME))
		return errmsg_set(why, ERR_USAGE,
			"what was decided at the gate? Give --outcome passed or --outcome failed, "
			"or none, which takes it back");
	object_init(KIND_GATE, &read);
	enum err err = may_decide(cli, plan_gate_numbered(&loaded->plan, number), why);
	if (err == ERR_NONE)
		err = read_decision(cli, &read, why);
	if (err == ERR_NONE)
		err = put(cli, loaded, number, &read, why);
	if (err != ERR_NONE)
		return err;
	loaded_plan(loaded, DATE_NONE);
	tell(cli, loaded, number);
	return cli->format == FORMAT_JSON ? show(cli, loaded, number, why) : ERR_NONE;
}

#define DECIDING (OPTION_BIT(OPTION_OUTCOME) | OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_NOTE))

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	int number = 0;
	bool decides = cli->given & DECIDING;
	enum err err = work_open(cli, &loaded, why);

	cli->only_reads = !decides;
	if (err == ERR_NONE && cli->operand_count > 1)
		err = find_gate(&loaded.plan, cli->operands[1], &number, why);
	if (err == ERR_NONE && decides && !number)
		err = errmsg_set(
			why, ERR_USAGE, "which gate was decided? Give its number behind the ID");
	if (err == ERR_NONE)
		err = (decides ? decide : show)(cli, &loaded, number, why);
	loaded_release(&loaded);
	return err;
}

const struct command command_gate = {
	.name = "gate",
	.synopsis = "ID [N [--outcome passed|failed|none [--date DATE] [--note TEXT]]]",
	.help = "the gates of the stored plan; says what was decided at one",
	.more = "Without --outcome the gates are shown, or gate N. A gate that is decided already "
		"is decided again only with --force; --outcome none takes the decision back, and "
		"keeps the note. Where a gate failed, it is said where that "
		"leads. It is one step of undo on the screens.",
	.options = DECIDING | OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 2,
	.lacking = LACKING_ID(gate),
	.takes_id = true,
	.stores = true,
	.run = run,
};
