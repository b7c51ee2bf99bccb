/* SPDX-License-Identifier: MIT */
/*
 * Who is interviewed: one of those known, or somebody new by party, role and name.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "session.h"

struct choosing {
	const struct line_input *input;
	struct record *record;
	struct pool said;
	struct pool *pool; /* of who is chosen */
};

/* The number from 1 to count that was typed, count + 1 for the word new; else -1. */
static int number_typed(const struct str *line, int count, bool or_new)
{
	char *end;
	long typed = strtol(line->text, &end, 10);

	if (or_new && strcasecmp(line->text, "new") == 0)
		return count + 1;
	return line->len && *end == '\0' && typed >= 1 && typed <= count ? (int)typed : -1;
}

/* Ask until a line means a number, as above; 0 at the end of the input. */
static int ask_number(struct choosing *to, const char *question, int count, bool or_new)
{
	struct str line;
	int number = -1;

	str_init(&line);
	while (number < 0) {
		line_prompt(to->input, question);
		if (line_read(to->input, &line) != INPUT_LINE || line_quits(line.text))
			number = 0;
		else
			number = number_typed(&line, count, or_new);
		if (number < 0)
			line_refuse(to->input,
				words(&to->said,
					or_new ? W_LINE_TYPE_NUMBER_NEW : W_LINE_TYPE_NUMBER,
					hole_count("most", count)));
	}
	str_release(&line);
	return number;
}

static bool ask_name(const struct choosing *to, const char **name)
{
	struct str line;

	str_init(&line);
	line_prompt(to->input, words_plain(W_LINE_ASK_NAME));
	bool got = line_read(to->input, &line) == INPUT_LINE && !line_quits(line.text);
	*name = str_blank(line.text) ? NULL : pool_strdup(to->pool, line.text);
	str_release(&line);
	return got;
}

static void say_numbered(struct choosing *to, int n, const char *text)
{
	line_say(to->input,
		words(&to->said, W_LINE_NUMBERED, hole_count("n", n), hole_text("text", text)));
}

/* False: the input ended first. */
static bool ask_newcomer(struct choosing *to, struct sitting_newcomer *newcomer)
{
	const struct record *record = to->record;

	for (size_t i = 0; i < record->party_count; i++)
		say_numbered(to, (int)i + 1, record->parties[i].name);
	int party = ask_number(to, words_plain(W_LINE_ASK_PARTY), (int)record->party_count, false);
	if (!party)
		return false;
	newcomer->party = record->parties[party - 1].object.key;
	for (int i = 0; i < ROLE_COUNT; i++)
		say_numbered(to, i + 1, words_role(i));
	newcomer->role = ask_number(to, words_plain(W_LINE_ASK_ROLE), ROLE_COUNT, false) - 1;
	return newcomer->role >= 0 && ask_name(to, &newcomer->name);
}

static void say_person(struct choosing *to, int i)
{
	const struct respondent *respondent = &to->record->respondents[i];

	line_say(to->input,
		words(&to->said, W_LINE_PERSON, hole_count("n", i + 1),
			hole_text("name", words_respondent(&to->said, to->record, i)),
			hole_text("party", to->record->parties[respondent->party].label),
			hole_text("role", words_role(respondent->role))));
}

/* Index of the n-th person who is not heard yet, from 0; -1: there are no more. */
static int planned_at(const struct record *record, int n)
{
	for (size_t i = 0; i < record->person_count; i++)
		if (sitting_of_person(record, (int)i) < 0 && record_interviewee(record, (int)i) &&
			n-- == 0)
			return (int)i;
	return -1;
}

static void say_planned(struct choosing *to, int n, int person)
{
	const struct person *planned = &to->record->people[person];
	struct hole party = hole_text("party", to->record->parties[planned->party].label);
	struct hole role = hole_text("role", words_role(planned->role));

	if (str_blank(planned->name))
		line_say(to->input,
			words(&to->said, W_LINE_PLANNED_ROLE, hole_count("n", n), party, role));
	else
		line_say(to->input,
			words(&to->said, W_LINE_PLANNED, hole_count("n", n),
				hole_text("name", planned->name), party, role));
}

static enum err begin(struct choosing *to, struct store *store,
	const struct sitting_newcomer *newcomer, struct line_who *who, struct errmsg *why)
{
	struct sitting_newcomer *kept = pool_alloc(to->pool, sizeof(*kept));

	*kept = *newcomer;
	who->newcomer = kept;
	return sitting_may_begin(store, to->record, kept, why);
}

/* Somebody who has been heard already goes on. */
static enum err choose_new(
	struct choosing *to, struct store *store, struct line_who *who, struct errmsg *why)
{
	struct sitting_newcomer newcomer = { .attribution = ATTRIBUTION_NAMED };

	if (!ask_newcomer(to, &newcomer))
		return ERR_NONE;
	who->respondent = sitting_known(to->record, &newcomer);
	if (who->respondent)
		return ERR_NONE;
	return begin(to, store, &newcomer, who, why);
}

static enum err choose_planned(struct choosing *to, struct store *store, int person,
	struct line_who *who, struct errmsg *why)
{
	const struct person *planned = &to->record->people[person];
	const struct sitting_newcomer newcomer = {
		.party = to->record->parties[planned->party].object.key,
		.role = planned->role,
		.attribution = ATTRIBUTION_NAMED,
		.name = pool_strdup(to->pool, planned->name),
	};

	return begin(to, store, &newcomer, who, why);
}

static enum err choose(
	struct choosing *to, struct store *store, struct line_who *who, struct errmsg *why)
{
	int heard = (int)to->record->respondent_count, count = heard, number = 1, person;

	for (int i = 0; i < heard; i++)
		say_person(to, i);
	for (; (person = planned_at(to->record, count - heard)) >= 0; count++)
		say_planned(to, count + 1, person);
	if (count)
		number = ask_number(to, words_plain(W_LINE_ASK_WHO), count, true);
	if (number > count)
		return choose_new(to, store, who, why);
	if (number > heard)
		return choose_planned(
			to, store, planned_at(to->record, number - heard - 1), who, why);
	if (number >= 1)
		who->respondent = to->record->respondents[number - 1].object.key;
	return ERR_NONE;
}

enum err line_choose(struct store *store, int64_t assessment, const struct line_input *input,
	struct pool *pool, struct line_who *who, struct errmsg *why)
{
	struct record record;
	struct choosing to = { .input = input, .record = &record, .pool = pool };
	enum err err = store_load(store, assessment, &record, why);

	*who = (struct line_who){ 0 };
	if (err != ERR_NONE)
		return err;
	line_open(input);
	err = choose(&to, store, who, why);
	line_close(input);
	pool_release(&to.said);
	record_release(&record);
	return err;
}
