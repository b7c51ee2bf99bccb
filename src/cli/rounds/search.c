/* SPDX-License-Identifier: MIT */
/*
 * search: words in all alliances: people, actions, answers, notes, and the command that shows each.
 */
#include <string.h>
#include <jansson.h>
#include <rekindle/search.h>
#include <rekindle/utf8.h>
#include "../commands/commands.h"

#define EXCERPT_CELLS 64
#define BEFORE 24 /* signs of the text before what was found */

static const char *short_id(struct pool *pool, const struct uuid *id)
{
	char text[UUID_TEXT];

	return pool_strndup(pool, uuid_text(id, text), 8);
}

static const char *person_command(struct pool *pool, const struct search_hit *hit)
{
	return pool_printf(pool, "rekindle people %s", short_id(pool, &hit->assessment));
}

static const char *action_command(struct pool *pool, const struct search_hit *hit)
{
	return pool_printf(
		pool, "rekindle action %s %d", short_id(pool, &hit->assessment), hit->number);
}

static const char *answer_command(struct pool *pool, const struct search_hit *hit)
{
	return pool_printf(pool, "rekindle answer %s --respondent %s %s",
		short_id(pool, &hit->assessment), short_id(pool, &hit->id), hit->item);
}

/* A note of a round, or of a meeting, which has a body. */
static const char *note_command(struct pool *pool, const struct search_hit *hit)
{
	const char *command = hit->topic ? "meeting" : command_find("note") ? "note" : "open";

	return pool_printf(pool, "rekindle %s %s", command, short_id(pool, &hit->assessment));
}

static const char *(*const command_of[SEARCH_KIND_COUNT])(
	struct pool *, const struct search_hit *) = {
	[SEARCH_PERSON] = person_command,
	[SEARCH_ACTION] = action_command,
	[SEARCH_ANSWER] = answer_command,
	[SEARCH_NOTE] = note_command,
};

static json_t *hit_json(const struct search_hit *hit, struct pool *pool)
{
	json_t *object = json_object();

	json_object_set_new(object, "kind", json_string(vocabulary_search.word[hit->kind]));
	json_object_set_new(object, "alliance", json_string(hit->alliance));
	json_object_set_new(object, "alliance_id", json_uuid(&hit->alliance_id));
	json_object_set_new(object, "assessment", json_uuid(&hit->assessment));
	json_object_set_new(object, "round", json_string(hit->round));
	json_object_set_new(object, "date", json_day(hit->date));
	json_object_set_new(object, "id", json_uuid(&hit->id));
	json_object_set_new(object, "who", json_text(hit->who));
	json_object_set_new(object, "item", json_text(hit->item));
	json_object_set_new(object, "topic", json_text(hit->topic));
	json_object_set_new(
		object, "number", hit->number ? json_integer(hit->number) : json_null());
	json_object_set_new(object, "member", json_string(hit->member));
	json_object_set_new(object, "text", json_string(hit->text));
	json_object_set_new(object, "rank", json_integer(hit->rank));
	json_object_set_new(object, "command", json_string(command_of[hit->kind](pool, hit)));
	return object;
}

/* Back to the beginning of a word, as far as BEFORE signs. */
static const char *begin_of(const char *text, size_t at)
{
	const char *from = text + at, *blank = NULL;

	for (int i = 0; from > text && i < BEFORE; i++) {
		do
			from--;
		while (((unsigned char)*from & 0xc0) == 0x80);
		if (*from == ' ' || *from == '\n')
			blank = from + 1;
	}
	return from == text ? text : blank ? blank : from;
}

static const char *excerpt(struct pool *pool, const struct search_hit *hit)
{
	const char *from = begin_of(hit->text, hit->at);
	struct str clean, cut;

	str_init(&clean);
	str_init(&cut);
	utf8_clean(&clean, from, false, false);
	utf8_cut(&cut, UTF8_FILE, clean.text, EXCERPT_CELLS - (from > hit->text));
	const char *kept = pool_printf(pool, "%s%s", from > hit->text ? "~" : "", cut.text);
	str_release(&clean);
	str_release(&cut);
	return kept;
}

/* What was found, behind its kind. */
static const char *found_text(struct pool *pool, const struct search_hit *hit)
{
	switch (hit->kind) {
	case SEARCH_PERSON:
		return strcmp(hit->topic, hit->who) == 0
			? hit->who
			: words(pool, W_SEARCH_PERSON, hole_text("name", hit->who),
				  hole_text("role", hit->topic));
	case SEARCH_ACTION:
		return words(pool, W_SEARCH_ACTION, hole_count("number", hit->number),
			hole_text("title", hit->topic));
	case SEARCH_ANSWER:
		return words(pool, W_SEARCH_ANSWER, hole_text("who", hit->who),
			hole_text("topic", hit->topic));
	case SEARCH_NOTE:
	case SEARCH_KIND_COUNT:
		break;
	}
	return hit->topic ? hit->topic : excerpt(pool, hit);
}

/* The words around, where the first line does not have them. */
static const char *around(struct pool *pool, const struct search_hit *hit)
{
	bool said = hit->kind == SEARCH_PERSON || (hit->kind == SEARCH_NOTE && !hit->topic) ||
		(hit->kind == SEARCH_ACTION && strcmp(hit->text, hit->topic) == 0);

	return said ? NULL : excerpt(pool, hit);
}

static const char *place_text(struct pool *pool, const struct search_hit *hit)
{
	bool of_round = hit->kind == SEARCH_ANSWER || (hit->kind == SEARCH_NOTE && !hit->topic);
	struct hole alliance = hole_text("alliance", hit->alliance);
	struct hole round = hole_text("round", hit->round);

	if (!of_round)
		return hit->alliance;
	return hit->date == DATE_NONE ? words(pool, W_SEARCH_ROUND_UNDATED, alliance, round)
				      : words(pool, W_SEARCH_ROUND, alliance, round,
						hole_day("date", hit->date, DAY_ISO));
}

static void add_hit(struct str *out, const struct search_hit *hit, bool ascii)
{
	struct pool pool = { 0 };

	cli_field(out, vocabulary_search.word[hit->kind], found_text(&pool, hit), ascii);
	cli_field(out, hit->member, around(&pool, hit), ascii);
	cli_field(out, "in", place_text(&pool, hit), ascii);
	/* in one line, whatever its length, to be copied */
	str_addf(out, "%-12s %s\n\n", "see", command_of[hit->kind](&pool, hit));
	pool_release(&pool);
}

static enum err print_json(const struct cli *cli, const struct search *search, struct errmsg *why)
{
	json_t *array = json_array();
	struct pool pool = { 0 };

	for (size_t i = 0; i < search->count; i++)
		json_array_append_new(array, hit_json(&search->hits[i], &pool));
	pool_release(&pool);
	return output_json(cli, array, why);
}

static enum err print_text(struct cli *cli, const struct search *search, struct errmsg *why)
{
	struct str out;

	cli_message(search->count
			? words(&cli->pool, W_SEARCH_FOUND, hole_count("n", (int)search->count))
			: words_plain(W_SEARCH_NOTHING));
	str_init(&out);
	for (size_t i = 0; i < search->count; i++)
		add_hit(&out, &search->hits[i], cli->ascii);
	enum err err = search->count ? output_text(cli, &out, why) : ERR_NONE;
	str_release(&out);
	return err;
}

/* The words behind the command, or for a single - those of standard input. */
static enum err read_words(struct cli *cli, struct texts *wanted, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (int i = 0; err == ERR_NONE && i < cli->operand_count; i++) {
		const char *text;
		err = cli_text(cli, "the words", cli->operands[i], &text, why);
		char *rest = err || !text ? NULL : pool_strdup(&cli->pool, text);
		for (char *word; rest && (word = strsep(&rest, " \t\n")) != NULL;)
			texts_add(&cli->pool, wanted, word);
	}
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store *store = NULL;
	struct search search = { 0 };
	struct texts wanted = { 0 };
	enum err err = read_words(cli, &wanted, why);

	if (err == ERR_NONE)
		err = cli_store(cli, STORE_EXISTING, &store, why);
	if (err == ERR_NONE)
		err = search_all(store, wanted.text, wanted.count, &search, why);
	if (err == ERR_NONE)
		err = (cli->format == FORMAT_JSON ? print_json(cli, &search, why)
						  : print_text(cli, &search, why));
	search_release(&search);
	store_close(store);
	return err;
}

const struct command command_search = {
	.name = "search",
	.synopsis = "WORDS... [--format text|json]",
	.help = "words in all alliances: people, actions, answers, notes",
	.more = "A place has all of the words, whatever their case; - reads them from standard "
		"input. Whole words rank first. Each place tells the command that shows it. "
		"Answers given in confidence are not looked at.",
	.options = OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 40,
	.lacking = "search needs a word to look for",
	.run = run,
};
