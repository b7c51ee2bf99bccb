/* SPDX-License-Identifier: MIT */
/*
 * Who is interviewed: one of those known, or somebody new by party, role and name.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/schema.h>
#include "session.h"

/* Ask until a line means a number from 1 to count, or one of the extra word; 0 at the end of the
 * input, count + 1 for the word. */
static int ask_number(
	const struct line_input *input, const char *question, int count, const char *word)
{
	struct str line;
	int number = -1;

	str_init(&line);
	while (number < 0) {
		line_prompt(input, "%s", question);
		if (line_read(input, &line) != INPUT_LINE || strcmp(line.text, ":quit") == 0) {
			number = 0;
			break;
		}
		char *end;
		long typed = strtol(line.text, &end, 10);
		if (word && strcasecmp(line.text, word) == 0)
			number = count + 1;
		else if (line.len && *end == '\0' && typed >= 1 && typed <= count)
			number = (int)typed;
		else
			line_say(input, "Type a number from 1 to %d%s%s, or :quit.", count,
				word ? ", or " : "", word ? word : "");
	}
	str_release(&line);
	return number;
}

static bool ask_name(const struct line_input *input, struct record *record, const char **name)
{
	struct str line;

	str_init(&line);
	line_prompt(input, "Name, or Enter for nobody by name? ");
	bool got = line_read(input, &line) == INPUT_LINE && strcmp(line.text, ":quit") != 0;
	*name = str_blank(line.text) ? NULL : pool_strdup(&record->pool, line.text);
	str_release(&line);
	return got;
}

static enum err choose_new(struct store *store, struct record *record,
	const struct line_input *input, int64_t *respondent, struct errmsg *why)
{
	struct sitting_newcomer newcomer = { .attribution = ATTRIBUTION_NAMED };
	bool known;

	for (size_t i = 0; i < record->party_count; i++)
		line_say(input, "%zu: %s", i + 1, record->parties[i].name);
	newcomer.party = ask_number(input, "Of which party? ", (int)record->party_count, NULL) - 1;
	if (newcomer.party < 0)
		return ERR_NONE;
	for (int i = 0; i < ROLE_COUNT; i++)
		line_say(input, "%d: %s", i + 1, vocabulary_role.word[i]);
	newcomer.role = ask_number(input, "In which role? ", ROLE_COUNT, NULL) - 1;
	if (newcomer.role < 0 || !ask_name(input, record, &newcomer.name))
		return ERR_NONE;
	return sitting_enrol(store, record, &newcomer, respondent, &known, why);
}

static enum err choose(struct store *store, struct record *record, const struct line_input *input,
	int64_t *respondent, struct errmsg *why)
{
	int count = (int)record->respondent_count, number = 1;
	struct pool pool = { 0 };

	for (int i = 0; i < count; i++)
		line_say(input, "%d: %s, %s, %s", i + 1, record_respondent_name(record, &pool, i),
			record->parties[record->respondents[i].party].label,
			vocabulary_role.word[record->respondents[i].role]);
	pool_release(&pool);
	if (count)
		number = ask_number(input, "Who is interviewed, a number or new? ", count, "new");
	if (number == 0)
		return ERR_NONE;
	if (number > count)
		return choose_new(store, record, input, respondent, why);
	*respondent = record->respondents[number - 1].object.key;
	return ERR_NONE;
}

enum err line_choose(struct store *store, int64_t assessment, const struct line_input *input,
	int64_t *respondent, struct errmsg *why)
{
	struct record record;
	enum err err = store_load(store, assessment, &record, why);

	*respondent = 0;
	if (err != ERR_NONE)
		return err;
	setvbuf(input->in, NULL, _IONBF, 0);
	err = choose(store, &record, input, respondent, why);
	record_release(&record);
	return err;
}
