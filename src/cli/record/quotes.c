/* SPDX-License-Identifier: MIT */
/*
 * quotes: words that may be quoted in a joint edition, and what waits to be read first.
 */
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/quote.h>
#include <rekindle/utf8.h>
#include "record_commands.h"

#define STATE_CELLS 9
#define ROLE_CELLS 11

struct quoting {
	struct cli *cli;
	struct loaded loaded;
	struct quote *quotes;
	size_t count;
};

static enum role role_of(const struct quoting *own, const struct quote *quote)
{
	const struct record *record = &own->loaded.record;

	return record->respondents[record->answers[quote->answer].respondent].role;
}

static void add_row(struct str *out, const struct quoting *own, size_t i)
{
	const struct quote *quote = &own->quotes[i];
	enum role role = role_of(own, quote);

	str_addf(out, "%3zu ", i + 1);
	cli_cell(out, words_quote_bar(quote->bar), STATE_CELLS, own->cli->ascii);
	cli_cell(out, words_role((int)role), ROLE_CELLS, own->cli->ascii);
	utf8_clean(out, quote->text, false, own->cli->ascii);
	str_addc(out, '\n');
}

static json_t *quote_json(const struct quoting *own, size_t i)
{
	const struct record *record = &own->loaded.record;
	const struct quote *quote = &own->quotes[i];
	const struct answer *answer = &record->answers[quote->answer];

	return json_pack("{s:i, s:s, s:s, s:s, s:s}", "number", (int)i + 1, "item",
		record->instrument->items[answer->item].id, "role",
		vocabulary_role.word[role_of(own, quote)], "bar",
		vocabulary_quote_bar.word[quote->bar], "text", quote->text);
}

static enum err list(struct quoting *own, struct errmsg *why)
{
	json_t *array = json_array();
	struct str out;
	enum err err = ERR_NONE;

	str_init(&out);
	for (size_t i = 0; i < own->count; i++) {
		add_row(&out, own, i);
		json_array_append_new(array, quote_json(own, i));
	}
	if (own->cli->format == FORMAT_JSON)
		err = output_json(own->cli, json_incref(array), why);
	else if (own->count)
		err = output_text(own->cli, &out, why);
	else
		cli_message(words_plain(W_QUOTES_NOT_ANY));
	json_decref(array);
	str_release(&out);
	return err;
}

static enum err find(const struct quoting *own, const char *typed, size_t *at, struct errmsg *why)
{
	char *end;
	unsigned long number = strtoul(typed, &end, 10);

	if (!strchr("123456789", typed[0]) || *end || number > own->count)
		return errmsg_set(why, ERR_USAGE,
			"%.40s is no number of a quote; rekindle quotes %.60s lists them, 1 to %zu",
			typed, own->cli->operands[0], own->count);
	*at = number - 1;
	return ERR_NONE;
}

static enum err settle(
	struct quoting *own, const size_t *at, int count, enum tri may, struct errmsg *why)
{
	struct record *record = &own->loaded.record;
	enum err err = work_begin(&own->loaded, words_plain(W_UNDO_QUOTE), why);

	if (err != ERR_NONE)
		return err;
	for (int i = 0; i < count && err == ERR_NONE; i++) {
		struct answer *answer = &record->answers[own->quotes[at[i]].answer];

		answer->quotable = may;
		err = work_put(&own->loaded, KIND_ANSWER, answer, why);
	}
	return work_end(&own->loaded, err, why);
}

/* All of them, or none. */
static enum err change(struct quoting *own, enum tri may, struct errmsg *why)
{
	struct cli *cli = own->cli;
	int count = cli->operand_count - 2;
	size_t *at = pool_alloc(&cli->pool, (size_t)count * sizeof(*at));
	enum err err = ERR_NONE;

	for (int i = 0; i < count && err == ERR_NONE; i++)
		err = find(own, cli->operands[i + 2], &at[i], why);
	if (err == ERR_NONE)
		err = settle(own, at, count, may, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, may == TRI_YES ? W_QUOTES_CONFIRMED : W_QUOTES_HELD,
			hole_count("n", count)));
	return err;
}

static const struct verb {
	const char *name;
	enum tri may;
} verbs[] = { { "confirm", TRI_YES }, { "hold", TRI_NO } };

static const struct verb *find_verb(const struct cli *cli)
{
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (cli->operand_count > 2 && !strcmp(cli->operands[1], verbs[i].name))
			return &verbs[i];
	return NULL;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct quoting own = { .cli = cli };
	const struct verb *verb = find_verb(cli);

	if (!verb && cli->operand_count > 1)
		return errmsg_set(why, ERR_USAGE,
			"it is not written like that; synopsis: rekindle quotes %s",
			cli->command->synopsis);
	cli->only_reads = !verb;
	enum err err = loaded_open(cli, &own.loaded, why);
	if (err == ERR_NONE) {
		own.quotes = quotes_of(&cli->pool, &own.loaded.record, &own.count);
		err = verb ? change(&own, verb->may, why) : list(&own, why);
	}
	loaded_release(&own.loaded);
	return err;
}

const struct command command_quotes = {
	.name = "quotes",
	.synopsis = "ID [confirm N... | hold N...]",
	.help = "words that may be quoted to the other company; what names somebody or a "
		"rating waits",
	.more = "Of respondents who allow it. Words that hold a name of the alliance's people, "
		"or a rating, are in no joint edition until they are confirmed; hold keeps words "
		"in. N is a number of the list. Rewording takes that back. Each change is one step "
		"of undo on the screens.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 200,
	.lacking = LACKING_ID(quotes),
	.takes_id = true,
	.stores = true,
	.run = run,
};
