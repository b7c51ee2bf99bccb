/* SPDX-License-Identifier: MIT */
/*
 * What is looked at in a search: of every round its answers and notes, of every alliance its
 * people, plan and minutes, as its newest round has them.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/plan.h>
#include <rekindle/search.h>
#include <rekindle/words.h>

static const char *const kind_words[SEARCH_KIND_COUNT] = { "person", "action", "answer", "note" };
const struct vocabulary vocabulary_search = { "kind", SEARCH_KIND_COUNT, kind_words };

struct finder {
	struct search *out;
	struct search_words words;
	const struct record *record;
};

/* Add the hit with that member of it, if the words are in it. */
static void look(struct finder *finder, struct search_hit hit, const char *member, const char *text)
{
	struct pool *pool = &finder->out->pool;
	const struct record *record = finder->record;

	hit.rank = search_rank(&finder->words, text);
	if (!hit.rank)
		return;
	hit.alliance_id = record->alliance.object.id;
	hit.assessment = record->assessment.object.id;
	hit.alliance = pool_strdup(pool, record->alliance.name);
	hit.round = pool_strdup(pool,
		record->assessment.title ? record->assessment.title
					 : words_round((int)record->assessment.kind));
	hit.date = record->assessment.date;
	hit.who = pool_strdup(pool, hit.who);
	hit.item = pool_strdup(pool, hit.item);
	hit.topic = pool_strdup(pool, hit.topic);
	hit.member = member;
	hit.text = pool_strdup(pool, text);
	hit.at = search_at(&finder->words, text);
	*POOL_APPEND(pool, finder->out->hits, finder->out->count) = hit;
}

/* "sponsor of Helix" is what somebody without a name is called, and what the others can be found
 * by as well. */
static void look_at_people(struct finder *finder)
{
	const struct record *record = finder->record;
	struct pool said = { 0 };

	for (size_t i = 0; i < record->person_count; i++) {
		const struct person *person = &record->people[i];
		if (person->role < 0)
			continue;
		const char *role = words(&said, W_RESPONDENT_UNNAMED,
			hole_text("role", words_role(person->role)),
			hole_text("party", record->parties[person->party].label));
		const struct search_hit hit = { .kind = SEARCH_PERSON,
			.id = person->object.id,
			.who = str_blank(person->name) ? role : person->name,
			.topic = role };
		bool named = search_rank(&finder->words, person->name) > 0;
		look(finder, hit, named ? "name" : "role", named ? person->name : role);
	}
	pool_release(&said);
}

/* What the library says of an action is of no one alliance: it ranks last. */
static bool is_of_library(const struct planned_action *action, const char *text)
{
	return action->action && (text == action->what || text == action->done_when);
}

static void look_at_action(struct finder *finder, const struct planned_action *action)
{
	const struct {
		const char *member, *text;
	} texts[] = {
		{ "title", action->title },
		{ "reason", action->reason },
		{ "note", action->note },
		{ "what", action->what },
		{ "done_when", action->done_when },
	};
	const struct search_hit hit = { .kind = SEARCH_ACTION,
		.id = finder->record->actions[action->stored].object.id,
		.number = action->number,
		.topic = action->title };
	size_t before = finder->out->count;

	/* one is enough */
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts) && finder->out->count == before;
		i++) {
		look(finder, hit, texts[i].member, texts[i].text);
		if (finder->out->count > before && is_of_library(action, texts[i].text))
			finder->out->hits[before].rank = 1;
	}
}

static void look_at_plan(struct finder *finder)
{
	struct plan plan;

	if (!plan_is_stored(finder->record))
		return;
	plan_read(&plan, finder->record);
	for (size_t i = 0; i < plan.action_count; i++)
		look_at_action(finder, &plan.actions[i]);
	plan_release(&plan);
}

static void look_at_meetings(struct finder *finder)
{
	const struct record *record = finder->record;

	for (size_t i = 0; i < record->meeting_count; i++) {
		const struct meeting *meeting = &record->meetings[i];
		const struct search_hit hit = {
			.kind = SEARCH_NOTE, .id = meeting->object.id, .topic = meeting->body
		};
		look(finder, hit, "decisions", meeting->decisions);
		look(finder, hit, "notes", meeting->notes);
	}
}

static void look_at_answer(struct finder *finder, const struct answer *answer)
{
	const struct record *record = finder->record;
	const struct item *item = &record->instrument->items[answer->item];
	struct pool said = { 0 };
	const struct search_hit hit = { .kind = SEARCH_ANSWER,
		.id = record->respondents[answer->respondent].object.id,
		.who = words_respondent(&said, record, answer->respondent),
		.item = item->id,
		.topic = item->shorthand ? item->shorthand : item->topic };

	look(finder, hit, "text", answer->text);
	look(finder, hit, "reason", answer->reason);
	look(finder, hit, "comment", answer->comment);
	look(finder, hit, "quote", answer->quote);
	look(finder, hit, "evidence", answer->evidence);
	pool_release(&said);
}

static void look_at_round(struct finder *finder)
{
	const struct record *record = finder->record;

	for (size_t i = 0; i < record->answer_count; i++) {
		const struct answer *answer = &record->answers[i];
		const struct respondent *who = &record->respondents[answer->respondent];
		if (who->attribution != ATTRIBUTION_CONFIDENTIAL)
			look_at_answer(finder, answer);
	}
	for (size_t i = 0; i < record->note_count; i++)
		look(finder,
			(struct search_hit){
				.kind = SEARCH_NOTE, .id = record->notes[i].object.id },
			"note", record->notes[i].text);
}

/* Of an alliance its newest round has all that is not of one. */
static bool is_newest(const struct store_list *list, size_t at)
{
	return at + 1 == list->count || list->rounds[at + 1].alliance != list->rounds[at].alliance;
}

static enum err look_into(
	struct finder *finder, struct store *store, int64_t round, bool newest, struct errmsg *why)
{
	struct record record;
	enum err err = store_load(store, round, &record, why);

	finder->record = &record;
	if (err == ERR_NONE && newest) {
		look_at_people(finder);
		look_at_plan(finder);
		look_at_meetings(finder);
	}
	if (err == ERR_NONE)
		look_at_round(finder);
	record_release(&record);
	return err;
}

static int order(const void *a, const void *b)
{
	const struct search_hit *left = a, *right = b;

	if (left->rank != right->rank)
		return right->rank - left->rank;
	if (left->kind != right->kind)
		return (int)left->kind - (int)right->kind;
	if (left->date != right->date)
		return left->date < right->date ? 1 : -1;
	int alliance = strcmp(left->alliance, right->alliance);
	int id = alliance ? alliance : memcmp(&left->id, &right->id, sizeof(left->id));
	return id ? id : strcmp(left->text, right->text);
}

enum err search_all(struct store *store, const char *const *words, size_t count,
	struct search *search, struct errmsg *why)
{
	struct finder finder = { .out = search };
	struct store_list list = { 0 };

	*search = (struct search){ 0 };
	search_words_init(&finder.words, &search->pool, words, count);
	enum err err = finder.words.count
		? store_list(store, &list, why)
		: errmsg_set(why, ERR_USAGE, "%s", words_plain(W_SEARCH_NO_WORD));
	for (size_t i = 0; err == ERR_NONE && i < list.count; i++)
		if (list.rounds[i].assessment)
			err = look_into(&finder, store, list.rounds[i].assessment,
				is_newest(&list, i), why);
	if (search->count)
		qsort(search->hits, search->count, sizeof(*search->hits), order);
	search_words_release(&finder.words);
	store_list_release(&list);
	return err;
}

void search_release(struct search *search)
{
	pool_release(&search->pool);
	*search = (struct search){ 0 };
}
