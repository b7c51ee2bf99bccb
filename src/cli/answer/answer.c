/* SPDX-License-Identifier: MIT */
/*
 * answer: one answer of one respondent, to read or to give, for scripts. It is written as an
 * interview writes it, held like one, and leaves the place of the interview where it is.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "answer.h"

static enum err no_consent(
	struct answering *own, const struct cli_respondent *who, struct errmsg *why)
{
	const struct record *record = &own->loaded.record;
	struct pool *pool = &own->cli->pool;
	bool heard = who->respondent >= 0;
	const struct uuid *id = heard ? &record->respondents[who->respondent].object.id
				      : &record->people[who->person].object.id;
	char text[UUID_TEXT];

	uuid_text(id, text);
	return errmsg_set(why, ERR_FAILED, "%s",
		words(pool, W_ANSWER_NO_CONSENT,
			hole_text("person",
				heard ? words_respondent(pool, record, who->respondent)
				      : cli_person_text(pool, record, who->person)),
			hole_text("id", own->cli->operands[0]),
			hole_text("respondent", pool_strndup(pool, text, 8))));
}

static enum err find_respondent(struct answering *own, int *respondent, struct errmsg *why)
{
	struct record *record = &own->loaded.record;
	struct cli_respondent who;

	if (!has_option(own->cli, OPTION_RESPONDENT))
		return errmsg_set(why, ERR_USAGE,
			"whose answer? Give --respondent R: a name, a role or an id");
	enum err err = cli_respondent(own->cli, record, &who, why);
	if (err != ERR_NONE)
		return err;
	*respondent = who.respondent;
	bool agreed = who.respondent >= 0 && record->respondents[who.respondent].consent == TRI_YES;
	/* what a file brought may be read */
	if (agreed || (who.respondent >= 0 && own->cli->only_reads))
		return ERR_NONE;
	return no_consent(own, &who, why);
}

static const struct flow *named; /* whose items are suggested */

static const char *item_name(size_t question)
{
	return named->record->instrument->items[named->items[question]].id;
}

static enum err no_question(const struct flow *flow, const char *typed, struct errmsg *why)
{
	named = flow;
	const char *near = cli_suggest(typed, item_name, flow->count);

	if (near)
		return errmsg_set(why, ERR_USAGE,
			"%.60s is no question to this person; did you mean %s?", typed, near);
	return errmsg_set(why, ERR_USAGE,
		"%.60s is no question to this person; give an item's id, as rekindle instrument "
		"show lists them, or a number from 1 to %zu",
		typed, flow->count);
}

/* By the id of the item, or by its number in the interview. */
static enum err find_question(
	const struct flow *flow, const char *typed, size_t *question, struct errmsg *why)
{
	char *end;
	long number = strtol(typed, &end, 10);
	int item = instrument_item(flow->record->instrument, typed);
	int found = item < 0 ? -1 : flow_find(flow, item);

	if (isdigit((unsigned char)*typed) && !*end && number > 0 && number <= (long)flow->count)
		found = (int)number - 1;
	*question = (size_t)found;
	return found >= 0 ? ERR_NONE : no_question(flow, typed, why);
}

/* Where an interview stands, while one of its other questions is written to. */
struct place {
	size_t at;
	bool at_end;
	enum sitting_field field;
	const char *draft;
	size_t cursor;
};

static struct place turn_to(struct sitting *sitting, size_t question, struct pool *pool)
{
	struct place place = { sitting->flow.at, sitting->at_end, sitting->field,
		pool_strdup(pool, sitting->draft.text), sitting->cursor };

	if (sitting->flow.at != question || sitting->at_end) {
		str_clear(&sitting->draft);
		sitting->field = SITTING_NOTHING;
	}
	sitting->flow.at = question;
	sitting->at_end = false;
	return place;
}

static void turn_back(struct sitting *sitting, const struct place *place)
{
	if (sitting->flow.at != place->at || place->at_end) {
		str_set(&sitting->draft, place->draft);
		sitting->field = place->field;
		sitting->cursor = place->cursor;
	}
	sitting->flow.at = place->at;
	sitting->at_end = place->at_end;
}

static enum kept write_value(struct answering *own)
{
	const struct parsed_answer *parsed = &own->parsed;
	bool answered = parsed->state == STATE_ANSWERED;

	if (own->cli->operand_count <= 2)
		return KEPT;
	if (parsed->kind == PARSED_TEXT)
		return sitting_write(&own->sitting, SITTING_ANSWER, own->text);
	return sitting_give(
		&own->sitting, parsed->state, answered ? &parsed->value : NULL, parsed->reason);
}

static enum kept write_flag(struct answering *own)
{
	const struct answer *there = sitting_answer(&own->sitting);
	bool now = there && there->flag == TRI_YES;
	bool wanted =
		has_option(own->cli, OPTION_FLAG) || (now && !has_option(own->cli, OPTION_NO_FLAG));

	return now == wanted ? KEPT : sitting_flag(&own->sitting);
}

static enum kept write_all(struct answering *own)
{
	enum kept kept = write_value(own);

	for (int i = 0; kept == KEPT && i < ANSWER_TEXTS; i++)
		if (has_option(own->cli, answer_options[i].option))
			kept = sitting_write(&own->sitting, answer_options[i].field,
				own->texts[i] ? own->texts[i] : "");
	return kept == KEPT ? write_flag(own) : kept;
}

/* All that was given, or nothing of it. */
static enum err write_answer(struct answering *own, struct errmsg *why)
{
	struct store *store = own->loaded.store;
	enum err err = store_begin_all(store, why);

	if (err != ERR_NONE)
		return err;
	struct place place = turn_to(&own->sitting, own->question, &own->cli->pool);
	if (write_all(own) == KEPT)
		err = store_commit_all(store, why);
	else
		err = errmsg_set(
			why, ERR_FAILED, "the answer was not stored: %s", own->sitting.why.text);
	if (err != ERR_NONE)
		store_rollback(store);
	turn_back(&own->sitting, &place);
	return err;
}

static const char *answer_said(const struct answering *own)
{
	const struct flow *flow = &own->sitting.flow;
	enum answer_state state = flow_state(flow, own->question);

	return state == STATE_ANSWERED ? words_answer(&own->cli->pool, flow, own->question)
				       : words_state(state);
}

static void tell(const struct answering *own, const struct item *item)
{
	const struct sitting *sitting = &own->sitting;
	struct pool *pool = &own->cli->pool;

	if (own->parsed.hint)
		cli_message(own->parsed.hint);
	cli_message(words(pool, W_ANSWER_STORED, hole_text("item", item->id),
		hole_text("person",
			words_respondent(pool, sitting->record, sitting->flow.respondent)),
		hole_text("answer", answer_said(own))));
}

static enum err give(struct answering *own, struct errmsg *why)
{
	struct sitting *sitting = &own->sitting;
	const struct record *record = &own->loaded.record;
	const struct item *item = &record->instrument->items[sitting->flow.items[own->question]];
	enum err err = answer_read(own, item, why);

	if (err == ERR_NONE)
		err = write_answer(own, why);
	if (err == ERR_NONE)
		tell(own, item);
	return err;
}

/* Open to be read, whoever holds it. */
static enum err look(struct answering *own, int respondent, struct errmsg *why)
{
	flow_init(&own->sitting.flow, &own->loaded.record, respondent);
	own->sitting.record = &own->loaded.record;
	own->sitting.respondent = own->loaded.record.respondents[respondent].object.key;
	enum err err =
		find_question(&own->sitting.flow, own->cli->operands[1], &own->question, why);
	if (err == ERR_NONE)
		own->sitting.flow.at = own->question;
	if (err == ERR_NONE)
		err = answer_print(own, why);
	flow_release(&own->sitting.flow);
	return err;
}

static enum err change(struct answering *own, int respondent, struct errmsg *why)
{
	struct sitting *sitting = &own->sitting;
	int64_t key = own->loaded.record.respondents[respondent].object.key;
	enum err err = sitting_open(sitting, own->loaded.store, &own->loaded.record, key, why);

	if (err == ERR_NONE)
		err = find_question(&sitting->flow, own->cli->operands[1], &own->question, why);
	if (err == ERR_NONE)
		err = give(own, why);
	if (err == ERR_NONE && own->cli->format == FORMAT_JSON) {
		size_t at = sitting->flow.at;
		sitting->flow.at = own->question;
		err = answer_print(own, why);
		sitting->flow.at = at;
	}
	sitting_close(sitting);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct answering own = { .cli = cli };
	int respondent = -1;
	enum err err = loaded_open(cli, &own.loaded, why);

	cli->only_reads = !answer_writes(cli);
	if (err == ERR_NONE)
		err = find_respondent(&own, &respondent, why);
	if (err == ERR_NONE)
		err = (cli->only_reads ? look : change)(&own, respondent, why);
	loaded_release(&own.loaded);
	return err;
}

const struct command command_answer = {
	.name = "answer",
	.synopsis = "ID --respondent R ITEM [VALUE] [--comment TEXT] [--quote TEXT] "
		    "[--evidence TEXT] [--flag | --no-flag]",
	.help = "one answer of one person; shows it, or gives it",
	.more = "R is a name, a role or an id. ITEM is an item's id or its number in the "
		"interview. VALUE is what is typed in line mode: 1 to 5, dk, na REASON, declined, "
		"skip, a choice, 1,3, 40 30 20 10, a day; - reads it from standard input, and so "
		"do the options. Without VALUE and options the answer is shown. Who has not agreed "
		"to be interviewed is given no answers.",
	.options = OPTION_BIT(OPTION_RESPONDENT) | OPTION_BIT(OPTION_COMMENT) |
		OPTION_BIT(OPTION_QUOTE) | OPTION_BIT(OPTION_EVIDENCE) | OPTION_BIT(OPTION_FLAG) |
		OPTION_BIT(OPTION_NO_FLAG) | OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 2,
	.most = 40,
	.lacking = "answer needs an ID and an ITEM: rekindle answer ID --respondent R ITEM VALUE",
	.takes_id = true,
	.interviews = true,
	.stores = true,
	.run = run,
};
