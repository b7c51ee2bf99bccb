/* SPDX-License-Identifier: MIT */
/*
 * What show tells: people, coverage and flags gathered, and written as JSON.
 */
#include <jansson.h>
#include <rekindle/carried.h>
#include <rekindle/flow.h>
#include "show.h"

static void add_respondent(struct show *show, const struct record *record, int i)
{
	const struct respondent *respondent = &record->respondents[i];
	struct show_person *p = POOL_APPEND(&show->pool, show->people, show->person_count);
	struct flow flow;

	flow_init(&flow, record, i);
	const struct flow_counts counts = flow_count(&flow);
	flow_release(&flow);
	*p = (struct show_person){
		.party = respondent->party,
		.role = respondent->role,
		.name = respondent->name,
		.respondent = i,
		.heard = record_has_data(record, i),
		.questions = counts.questions,
		.settled = counts.settled,
	};
	if (respondent->person >= 0) {
		p->planned = record->people[respondent->person].planned;
		if (str_blank(p->name))
			p->name = record->people[respondent->person].name;
	}
}

static bool is_respondent(const struct record *record, int person)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].person == person)
			return true;
	return false;
}

static void gather_people(struct show *show, const struct record *record)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		add_respondent(show, record, (int)i);
	for (size_t i = 0; i < record->person_count; i++) {
		if (is_respondent(record, (int)i) || !record_interviewee(record, (int)i))
			continue;
		const struct person *person = &record->people[i];
		struct show_person *p = POOL_APPEND(&show->pool, show->people, show->person_count);
		*p = (struct show_person){ .party = person->party,
			.role = person->role,
			.name = person->name,
			.planned = person->planned,
			.respondent = -1 };
	}
}

static void gather_coverage(struct show *show, const struct record *record)
{
	for (size_t i = 0; i < record->respondent_count; i++) {
		for (size_t j = 0; j < record->instrument->item_count; j++) {
			const struct item *item = &record->instrument->items[j];
			if (item->kind != ITEM_RATED || item->scale < 0 ||
				item->scale >= (enum scale)ASPECT_COUNT ||
				!record_asked(record, (int)i, (int)j))
				continue;
			struct show_share *share = &show->coverage[item->scale / ASPECTS_PER_CAUSE]
								  [record->respondents[i].party];
			share->asked++;
			share->answered += record_rating(record, (int)i, (int)j) != 0;
		}
	}
}

static void gather_plan(struct show_plan *show, const struct record *record)
{
	struct plan plan;

	show->stored = plan_is_stored(record);
	show->next = DATE_NONE;
	if (!show->stored)
		return;
	plan_read(&plan, record);
	show->start = plan.start;
	show->day = plan_day(plan.start, clock_today());
	show->count = plan_count(&plan, 0, clock_today());
	for (size_t i = 0; i < plan.active_count; i++)
		if (plan_is_open(&plan.actions[i]) &&
			(show->next == DATE_NONE || plan.actions[i].due < show->next))
			show->next = plan.actions[i].due;
	plan_release(&plan);
}

void show_gather(struct show *show, const struct record *record)
{
	*show = (struct show){ 0 };
	gather_people(show, record);
	gather_coverage(show, record);
	gather_plan(&show->plan, record);
	for (size_t i = 0; i < record->answer_count; i++)
		if (record->answers[i].flag == TRI_YES)
			*POOL_APPEND(&show->pool, show->flags, show->flag_count) = (int)i;
	for (size_t i = 0; i < record->note_count; i++)
		show->notes += str_blank(record->notes[i].filed);
}

const char *show_flag_name(
	const struct record *record, const struct answer *answer, struct pool *pool)
{
	const struct respondent *respondent = &record->respondents[answer->respondent];

	if (respondent->attribution == ATTRIBUTION_CONFIDENTIAL)
		return words_attribution(ATTRIBUTION_CONFIDENTIAL);
	return words_respondent(pool, record, answer->respondent);
}

static json_t *person_json(const struct record *record, const struct show_person *p)
{
	const struct respondent *r = p->respondent < 0 ? NULL : &record->respondents[p->respondent];

	return json_pack("{s:o, s:o, s:s, s:s?, s:s?, s:b, s:s?, s:i, s:i}", "respondent",
		r ? json_uuid(&r->object.id) : json_null(), "party",
		json_uuid(&record->parties[p->party].object.id), "role",
		vocabulary_role.word[p->role], "name", p->name, "planned", p->planned, "heard",
		p->heard, "attribution", r ? vocabulary_attribution.word[r->attribution] : NULL,
		"questions", p->questions, "settled", p->settled);
}

static json_t *party_json(const struct party *party)
{
	return json_pack("{s:o, s:s, s:s, s:b}", "id", json_uuid(&party->object.id), "name",
		party->name, "label", party->label, "ours", party->ours == TRI_YES);
}

static json_t *coverage_json(const struct record *record, const struct show *show)
{
	json_t *array = json_array();

	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		for (size_t i = 0; i < record->party_count; i++)
			json_array_append_new(array,
				json_pack("{s:s, s:o, s:i, s:i}", "cause", cause_info[cause].id,
					"party", json_uuid(&record->parties[i].object.id), "asked",
					show->coverage[cause][i].asked, "answered",
					show->coverage[cause][i].answered));
	return array;
}

static json_t *texts_json(const char *const *texts)
{
	json_t *array = json_array();

	for (int i = 0; texts[i]; i++)
		json_array_append_new(array, json_string(texts[i]));
	return array;
}

static json_t *flags_json(const struct record *record, const struct show *show)
{
	json_t *array = json_array();

	for (size_t i = 0; i < show->flag_count; i++) {
		const struct answer *answer = &record->answers[show->flags[i]];
		json_array_append_new(array,
			json_pack("{s:o, s:s}", "respondent",
				json_uuid(&record->respondents[answer->respondent].object.id),
				"item", record->instrument->items[answer->item].id));
	}
	return array;
}

static json_t *plan_json(const struct show_plan *plan)
{
	if (!plan->stored)
		return json_null();
	return json_pack("{s:o, s:i, s:i, s:i, s:i, s:o}", "start", json_day(plan->start), "day",
		plan->day, "actions", plan->count.active, "done", plan->count.done, "late",
		plan->count.late, "next_due", json_day(plan->next));
}

json_t *show_json(const struct loaded *loaded, const struct show *show)
{
	const struct record *record = &loaded->record;
	const struct assessment *a = &record->assessment;
	const struct confidence *confidence = &loaded->diagnosis.confidence;
	json_t *parties = json_array(), *people = json_array();
	struct pool pool = { 0 };
	struct confidence_words said = words_confidence(&pool, record, &loaded->diagnosis);

	for (size_t i = 0; i < record->party_count; i++)
		json_array_append_new(parties, party_json(&record->parties[i]));
	for (size_t i = 0; i < show->person_count; i++)
		json_array_append_new(people, person_json(record, &show->people[i]));
	json_t *json = json_pack(
		"{s:o, s:s, s:o, s:s?, s:s, s:o, s:o, s:{s:s, s:s}, s:o, s:o, s:o, "
		"s:{s:s, s:o, s:o}, s:o, s:i, s:o, s:i}",
		"id", json_uuid(&a->object.id), "alliance", record->alliance.name, "alliance_id",
		json_uuid(&record->alliance.object.id), "title", a->title, "kind",
		vocabulary_round.word[a->kind], "date", json_day(a->date), "sealed",
		json_day(a->sealed), "instrument", "id", record->instrument->id, "version",
		record->instrument->version, "parties", parties, "people", people, "coverage",
		coverage_json(record, show), "confidence", "grade", grade_word(confidence->grade),
		"reasons", texts_json(said.reasons), "raise", texts_json(said.raise), "flags",
		flags_json(record, show), "notes", show->notes, "plan", plan_json(&show->plan),
		"unconfirmed", record_unconfirmed_all(record));
	pool_release(&pool);
	return json;
}
