/* SPDX-License-Identifier: MIT */
/*
 * people: who is known in an alliance; added, renamed, two records made one, removed.
 */
#include <string.h>
#include <jansson.h>
#include <rekindle/people.h>
#include <rekindle/utf8.h>
#include "people.h"

/* What set corrects of a person. */
#define PLACE (OPTION_BIT(OPTION_ROLE) | OPTION_BIT(OPTION_PARTY) | OPTION_BIT(OPTION_DATE))
/* And of the interview of the round. */
#define CARD                                                                                       \
	(OPTION_BIT(OPTION_ATTRIBUTION) | OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_HEARD) |  \
		OPTION_BIT(OPTION_CONSENT))

struct people {
	struct cli *cli;
	struct loaded loaded;
	struct person_life *lives; /* of all people */
};

/* The list */

static void add_row(struct str *out, const struct people *people, int i)
{
	const struct record *record = &people->loaded.record;
	const struct person *person = &record->people[i];
	bool ascii = people->cli->ascii;
	char id[UUID_TEXT];

	str_addf(out, "%3d %.8s ", i + 1, uuid_text(&person->object.id, id));
	cli_cell(out, record->parties[person->party].label, 12, ascii);
	cli_cell(out, words_role(person->role), 11, ascii);
	str_addf(out, "%7d %5d ", people->lives[i].answers, people->lives[i].owned);
	cli_cell(out,
		!record_interviewee(record, i) ? words_plain(W_PEOPLE_NO_INTERVIEW)
			: person->planned      ? person->planned
					       : "",
		16, ascii);
	utf8_clean(out, str_blank(person->name) ? words_plain(W_SHOW_NO_NAME) : person->name, false,
		ascii);
	str_addc(out, '\n');
}

static json_t *person_json(const struct people *people, int i)
{
	const struct record *record = &people->loaded.record;
	const struct person *person = &record->people[i];
	const struct person_life *life = &people->lives[i];

	return json_pack("{s:i, s:o, s:o, s:s, s:s, s:o, s:b, s:i, s:i, s:i, s:o}", "number", i + 1,
		"id", json_uuid(&person->object.id), "name", json_text(person->name), "party",
		record->parties[person->party].label, "role", vocabulary_role.word[person->role],
		"planned", json_text(person->planned), "interviewee", record_interviewee(record, i),
		"interviews", life->interviews, "answers", life->answers, "owner_of", life->owned,
		"card", people_card_json(record, i));
}

static enum err list(struct people *people, struct errmsg *why)
{
	const struct record *record = &people->loaded.record;
	struct str out;
	json_t *array = json_array();
	enum err err;

	people->cli->only_reads = true;
	str_init(&out);
	str_add(&out,
		"No. ID       Company      Role        Answers Owner Interview        Name\n");
	for (size_t i = 0; i < record->person_count; i++) {
		add_row(&out, people, (int)i);
		json_array_append_new(array, person_json(people, (int)i));
	}
	if (people->cli->format == FORMAT_JSON)
		err = output_json(people->cli, json_incref(array), why);
	else
		err = output_text(people->cli, &out, why);
	json_decref(array);
	str_release(&out);
	return err;
}

/* Changes */

/* Two records of one person are easily made, and hard to see. */
static enum err is_new(const struct people *people, const struct person *person, struct errmsg *why)
{
	const struct record *record = &people->loaded.record;
	int known = person->name ? people_named(record, person->party, person->name) : -1;
	struct pool *pool = &people->cli->pool;

	if (has_option(people->cli, OPTION_FORCE) || known < 0)
		return ERR_NONE;
	struct hole name = hole_text("name", record->people[known].name);
	struct hole party = hole_text("party", record->parties[person->party].label);
	struct hole n = hole_count("n", known + 1);
	return errmsg_set(why, ERR_USAGE, "%s",
		record_interviewee(record, known)
			? words(pool, W_PEOPLE_KNOWN, name, party, n)
			: words(pool, W_PEOPLE_KNOWN_OWNER, name, party, n,
				  hole_text("id", people->cli->operands[0])));
}

static enum err read_interviewee(const struct cli *cli, bool *interviewee, struct errmsg *why)
{
	static const char *const answers[] = { "no", "yes" };
	static const struct vocabulary vocabulary = { "value of --interviewee", 2, answers };
	int said = 1;
	enum err err = option_word(cli, OPTION_INTERVIEWEE, &vocabulary, &said, why);

	*interviewee = said;
	return err;
}

static enum err add(struct people *people, struct errmsg *why)
{
	struct cli *cli = people->cli;
	struct person person;
	struct uuid id;
	bool interviewee = true;

	object_init(KIND_PERSON, &person);
	if (cli->party_count != 1 || !has_option(cli, OPTION_ROLE))
		return errmsg_set(why, ERR_USAGE,
			"people ID add needs --party and --role once each, and --name NAME, or "
			"--name - to read it from standard input, unless the person is known by "
			"role");
	enum err err = cli_party(cli, &people->loaded.record, &person.party, why);
	if (err == ERR_NONE)
		err = option_word(cli, OPTION_ROLE, &vocabulary_role, &person.role, why);
	if (err == ERR_NONE)
		err = cli_name(cli, &person.name, why);
	if (err == ERR_NONE)
		err = people_read_planned(cli, &person.planned, why);
	if (err == ERR_NONE)
		err = read_interviewee(cli, &interviewee, why);
	if (!interviewee)
		person.interviewee = TRI_NO;
	if (err == ERR_NONE)
		err = is_new(people, &person, why);
	if (err == ERR_NONE)
		err = people_add(people->loaded.store, &people->loaded.record, &person, &id, why);
	return err ? err : output_id(cli, &id, why);
}

static enum err give_name(struct people *people, struct errmsg *why)
{
	struct cli *cli = people->cli;
	struct record *record = &people->loaded.record;
	const char *name;
	int person;
	enum err err = cli_person(record, cli->operands[2], &person, why);

	if (err == ERR_NONE && !has_option(cli, OPTION_NAME))
		err = errmsg_set(why, ERR_USAGE,
			"what is the new name? Give --name NAME, or --name - to read it from "
			"standard input");
	if (err == ERR_NONE)
		err = cli_name(cli, &name, why);
	if (err == ERR_NONE)
		err = people_rename(people->loaded.store, record, person, name, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_PERSON_RENAMED,
			hole_text("person", cli_person_text(&cli->pool, record, person)),
			hole_text("name", name)));
	return err;
}

static enum err set_interviewee(struct people *people, int person, struct errmsg *why)
{
	struct cli *cli = people->cli;
	struct record *record = &people->loaded.record;
	const char *name = cli_person_text(&cli->pool, record, person);
	bool interviewee = true;
	enum err err = read_interviewee(cli, &interviewee, why);

	if (err == ERR_NONE && interviewee != record_interviewee(record, person))
		err = people_interview(people->loaded.store, record, person, interviewee, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool,
			interviewee ? W_PERSON_IS_INTERVIEWED : W_PERSON_IS_NOT_INTERVIEWED,
			hole_text("person", name)));
	return err;
}

static enum err set_place(struct people *people, int person, struct errmsg *why)
{
	return people_set_place(people->cli, &people->loaded, person, why);
}

static enum err set_card(struct people *people, int person, struct errmsg *why)
{
	return people_set_card(people->cli, &people->loaded, person, why);
}

/* What set sets: one of these at a time. */
static const struct {
	option_set options;
	enum err (*set)(struct people *, int person, struct errmsg *);
} changes[] = {
	{ OPTION_BIT(OPTION_INTERVIEWEE), set_interviewee },
	{ PLACE, set_place },
	{ CARD, set_card },
};
#define CHANGES (sizeof(changes) / sizeof(*changes))

static enum err set(struct people *people, struct errmsg *why)
{
	const struct cli *cli = people->cli;
	int person;
	enum err err = cli_person(&people->loaded.record, cli->operands[2], &person, why);

	if (err != ERR_NONE)
		return err;
	for (size_t i = 0; i < CHANGES; i++) {
		option_set own = cli->given & changes[i].options;
		if (own && own == (cli->given & (OPTION_BIT(OPTION_INTERVIEWEE) | PLACE | CARD)))
			return changes[i].set(people, person, why);
	}
	return errmsg_set(why, ERR_USAGE,
		"what is to be set? Give --interviewee yes or no alone, or --role, --party or "
		"--date, or of the interview --attribution, --minutes, --heard or --consent, of "
		"one of the three kinds in one command");
}

static void add_differing(
	struct people *people, struct str *out, const struct people_merged *merged)
{
	for (size_t i = 0; i < merged->count; i++) {
		const struct merged_answer *answer = &merged->differing[i];
		str_add(out, "  ");
		utf8_clean(out,
			words(&people->cli->pool, W_PEOPLE_DIFFER,
				hole_text("round", answer->round), hole_text("item", answer->item),
				hole_text("kept", answer->kept), hole_text("other", answer->other)),
			false, people->cli->ascii);
		str_addc(out, '\n');
	}
}

static json_t *merged_json(const struct uuid *id, const struct people_merged *merged)
{
	json_t *differing = json_array();

	for (size_t i = 0; i < merged->count; i++) {
		const struct merged_answer *answer = &merged->differing[i];
		json_array_append_new(differing,
			json_pack("{s:s, s:s, s:s, s:s}", "round", answer->round, "item",
				answer->item, "kept", answer->kept, "other", answer->other));
	}
	return json_pack("{s:o, s:i, s:o, s:o}", "id", json_uuid(id), "interviews",
		merged->interviews, "planned_before", json_text(merged->planned), "differing",
		differing);
}

static enum err tell_merged(struct people *people, int into, const char *name,
	const struct people_merged *merged, struct errmsg *why)
{
	struct cli *cli = people->cli;
	const struct record *record = &people->loaded.record;
	struct str out;

	if (cli->format == FORMAT_JSON)
		return output_json(cli, merged_json(&record->people[into].object.id, merged), why);
	str_init(&out);
	utf8_clean(&out,
		words(&cli->pool, W_PEOPLE_MERGED, hole_text("name", name),
			hole_count("interviews", merged->interviews),
			hole_count("differing", (int)merged->count)),
		false, cli->ascii);
	str_addc(&out, '\n');
	add_differing(people, &out, merged);
	if (merged->planned)
		cli_message(
			words(&cli->pool, W_PEOPLE_PLANNED, hole_text("planned", merged->planned)));
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err merge(struct people *people, struct errmsg *why)
{
	struct cli *cli = people->cli;
	struct record *record = &people->loaded.record;
	struct people_merged merged = { 0 };
	int from, into;
	enum err err = cli_person(record, cli->operands[2], &from, why);

	if (err == ERR_NONE)
		err = cli_person(record, cli->operands[3], &into, why);
	if (err == ERR_NONE)
		err = people_merge(people->loaded.store, record, into, from, &merged, why);
	if (err == ERR_NONE) {
		int named = str_blank(record->people[into].name) ? from : into;
		err = tell_merged(
			people, into, cli_person_text(&cli->pool, record, named), &merged, why);
	}
	people_merged_release(&merged);
	return err;
}

static enum err remove_one(struct people *people, struct errmsg *why)
{
	struct cli *cli = people->cli;
	struct record *record = &people->loaded.record;
	int person;
	enum err err = cli_person(record, cli->operands[2], &person, why);

	if (err != ERR_NONE)
		return err;
	const char *name = cli_person_text(&cli->pool, record, person);
	const struct person_life *life = &people->lives[person];
	if (life->answers && !has_option(cli, OPTION_FORCE))
		return errmsg_set(why, ERR_USAGE, "%s",
			words(&cli->pool, W_PERSON_HEARD, hole_text("person", name),
				hole_count("answers", life->answers)));
	err = people_remove(people->loaded.store, record, person, why);
	if (err == ERR_NONE)
		cli_message(words(&cli->pool, W_PERSON_REMOVED, hole_text("person", name),
			hole_count("answers", life->answers), hole_count("owned", life->owned)));
	return err;
}

static const struct verb {
	const char *name, *wants;
	int operands; /* behind it */
	option_set options;
	enum err (*run)(struct people *, struct errmsg *);
} verbs[] = {
	{ "add", "--party, --role and --name", 0,
		OPTION_BIT(OPTION_PARTY) | OPTION_BIT(OPTION_ROLE) | OPTION_BIT(OPTION_NAME) |
			OPTION_BIT(OPTION_INTERVIEWEE) | OPTION_BIT(OPTION_DATE),
		add },
	{ "set", "a PERSON, and --interviewee or what is to be corrected", 1,
		OPTION_BIT(OPTION_INTERVIEWEE) | PLACE | CARD, set },
	{ "rename", "a PERSON and --name", 1, OPTION_BIT(OPTION_NAME), give_name },
	{ "merge", "two of them: PERSON INTO", 2, 0, merge },
	{ "remove", "a PERSON", 1, 0, remove_one },
};
#define VERBS (sizeof(verbs) / sizeof(*verbs))
static const struct verb listing = { "", "nothing behind it", -1, 0, list };

static const struct verb *verb_of(const struct cli *cli)
{
	if (cli->operand_count < 2)
		return &listing;
	for (size_t i = 0; i < VERBS; i++)
		if (strcmp(verbs[i].name, cli->operands[1]) == 0)
			return &verbs[i];
	return NULL;
}

static enum err check(const struct cli *cli, const struct verb *verb, struct errmsg *why)
{
	const option_set all = OPTION_BIT(OPTION_PARTY) | OPTION_BIT(OPTION_ROLE) |
		OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_INTERVIEWEE) | PLACE | CARD;

	if (!verb)
		return errmsg_set(why, ERR_USAGE,
			"people ID %s: there is only add, set, rename, merge and remove, and the "
			"list "
			"without one of them",
			cli->operands[1]);
	if (cli->operand_count - 2 == verb->operands && !(cli->given & all & ~verb->options))
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE, "people ID %s takes %s; synopsis: rekindle people %s",
		verb->name, verb->wants, cli->command->synopsis);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct people people = { .cli = cli };
	const struct verb *verb = verb_of(cli);
	enum err err = check(cli, verb, why);

	if (err != ERR_NONE)
		return err;
	err = loaded_open(cli, &people.loaded, why);
	if (err == ERR_NONE) {
		people.lives = pool_alloc(&cli->pool,
			(people.loaded.record.person_count + 1) * sizeof(*people.lives));
		err = people_lives(people.loaded.store, &people.loaded.record, people.lives, why);
	}
	if (err == ERR_NONE)
		err = verb->run(&people, why);
	loaded_release(&people.loaded);
	return err;
}

const struct command command_people = {
	.name = "people",
	.synopsis =
		"ID [add --party P --role ROLE [--name NAME] [--date WHEN] "
		"[--interviewee YES|NO] | set PERSON --interviewee YES|NO | "
		"set PERSON [--role ROLE] [--party P] [--date WHEN] | "
		"set PERSON [--attribution HOW] [--minutes N] [--heard DATE] [--consent YES|NO] | "
		"rename PERSON --name NAME | "
		"merge PERSON INTO | remove PERSON]",
	.help = "who is known in an alliance; adds, renames, removes, makes two records one",
	.more = "PERSON is a number of the list, a name, or four or more signs of the beginning of "
		"an id. --name - reads the name from standard input. With --interviewee no a "
		"person owns parts of the plan and is never asked nor missing. WHEN is the day of "
		"the interview, and a time, as in 'friday 16:00'; '' takes it away. HOW is named, "
		"role or confidential, in reports on the round; who was promised less has to agree "
		"anew, which --consent yes says. merge makes two records of one person one, and "
		"loses no answer. remove asks for --force where the person "
		"was heard. Each is one step of undo on the screens.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_PARTY) | OPTION_BIT(OPTION_ROLE) |
		OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_INTERVIEWEE) | OPTION_BIT(OPTION_DATE) |
		CARD | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 4,
	.lacking = LACKING_ID(people),
	.takes_id = true,
	.stores = true,
	.run = run,
};
