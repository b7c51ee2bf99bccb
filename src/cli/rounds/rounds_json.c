/* SPDX-License-Identifier: MIT */
/*
 * compare and trend as JSON: null for what does not exist, and for what an edition withholds.
 */
#include <math.h>
#include <jansson.h>
#include "rounds.h"

#define DAY_MS 86400000

static void set(json_t *object, const char *name, json_t *value)
{
	json_object_set_new(object, name, value);
}

static void set_both(json_t *object, double before, double after)
{
	set(object, "before", json_number(before));
	set(object, "after", json_number(after));
}

static json_t *named(const char *id)
{
	json_t *object = json_object();

	set(object, "id", json_string(id));
	return object;
}

/* What is withheld is neither changed nor unchanged. */
static json_t *changed(const struct edition_change *change)
{
	return change->hides_movement ? json_null()
				      : json_boolean(change->movement != MOVEMENT_UNCLEAR);
}

static json_t *moved(const struct edition_change *change)
{
	static const char *const said[MOVEMENT_COUNT] = {
		[MOVEMENT_ROSE] = "rose",
		[MOVEMENT_FELL] = "fell",
	};

	return json_text(said[change->movement]);
}

static json_t *aspect_change(const struct edition_change *change, int a)
{
	json_t *object = named(scale_info[a].id);

	set_both(object, change->before, change->after);
	set(object, "delta", json_number(change->change));
	set(object, "pairs", change->pairs < 0 ? json_null() : json_integer(change->pairs));
	set(object, "p", json_number(change->p));
	set(object, "changed", changed(change));
	set(object, "moved", moved(change));
	return object;
}

static json_t *cause_change(const struct edition_trend *shown, int c)
{
	json_t *object = named(cause_info[c].id);

	set_both(object, shown->cause_before[c], shown->cause_after[c]);
	return object;
}

/* When the figures were handed out that are printed again; null: they are of today. */
static json_t *as_of(const struct round_read *round)
{
	int64_t at = round->view.as_of;

	return at ? json_day((int)(at / DAY_MS)) : json_null();
}

static json_t *change_json(const struct round_change *change)
{
	const struct edition_trend *shown = &change->shown;
	json_t *object = json_object(), *aspects = json_array(), *causes = json_array();
	json_t *health = json_object();
	bool known = !change->before->view.as_of && !change->after->view.as_of;
	size_t rated,
		same = trend_alike(change->before->record.instrument,
			change->after->record.instrument, &rated);

	for (int a = 0; a < ASPECT_COUNT; a++)
		json_array_append_new(aspects, aspect_change(&shown->aspect[a], a));
	for (int c = 0; c < CAUSE_COUNT; c++)
		json_array_append_new(causes, cause_change(shown, c));
	set(object, "from", json_uuid(&change->before->record.assessment.object.id));
	set(object, "to", json_uuid(&change->after->record.assessment.object.id));
	set(object, "edition", json_string(vocabulary_edition.word[shown->edition]));
	set(object, "items", json_integer((json_int_t)change->trend.items));
	set(object, "items_same", json_integer((json_int_t)same));
	set(object, "items_rated", json_integer((json_int_t)rated));
	set(object, "from_as_of", as_of(change->before));
	set(object, "to_as_of", as_of(change->after));
	set(object, "tested", known ? json_integer(change->trend.tested) : json_null());
	set(object, "pairs_needed",
		known ? json_integer(trend_pairs_needed(change->trend.tested)) : json_null());
	set(object, "aspects", aspects);
	set(object, "causes", causes);
	set_both(health, shown->health_before, shown->health_after);
	set(object, "health", health);
	return object;
}

json_t *rounds_compare_json(const struct history *rounds)
{
	return change_json(&rounds->change[0]);
}

static json_t *score(const char *id, const char *name, enum edition edition, double value)
{
	json_t *object = named(id);

	set(object, name, json_number(edition_number(edition, value)));
	return object;
}

static void add_aspects(json_t *object, const struct edition_view *view)
{
	json_t *list = json_array();

	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct scale_score *shown = &view->shown.scores.scale[a];
		json_t *aspect = score(scale_info[a].id, "score", view->edition, shown->score);

		set(aspect, "perception",
			json_number(edition_number(view->edition, shown->perception)));
		json_array_append_new(list, aspect);
	}
	set(object, "aspects", list);
}

static json_t *round_json(const struct round_read *round)
{
	const struct assessment *assessment = &round->record.assessment;
	const struct edition_view *view = &round->view;
	const struct scores *shown = &view->shown.scores;
	json_t *object = json_object(), *causes = json_array(), *symptoms = json_array();

	for (int c = 0; c < CAUSE_COUNT; c++)
		json_array_append_new(causes,
			score(cause_info[c].id, "score", view->edition, shown->cause[c].score));
	for (int s = SCALE_TRUST; s <= SCALE_INFORMATION; s++)
		json_array_append_new(symptoms,
			score(scale_info[s].word, "perception", view->edition,
				shown->scale[s].perception));
	set(object, "id", json_uuid(&assessment->object.id));
	set(object, "kind",
		assessment->kind < 0 ? json_null()
				     : json_string(vocabulary_round.word[assessment->kind]));
	set(object, "date", json_day(assessment->date));
	set(object, "as_of", as_of(round));
	set(object, "health", json_number(edition_number(view->edition, shown->health)));
	set(object, "causes", causes);
	add_aspects(object, view);
	set(object, "symptoms", symptoms);
	return object;
}

json_t *rounds_trend_json(const struct history *rounds)
{
	const struct round_read *newest = &rounds->round[rounds->count - 1];
	json_t *object = json_object(), *list = json_array(), *changes = json_array();

	for (size_t i = 0; i < rounds->count; i++)
		json_array_append_new(list, round_json(&rounds->round[i]));
	for (size_t i = 0; i + 1 < rounds->count; i++)
		json_array_append_new(changes, change_json(&rounds->change[i]));
	set(object, "alliance", json_text(newest->record.alliance.name));
	set(object, "edition", json_string(vocabulary_edition.word[newest->view.edition]));
	set(object, "rounds", list);
	set(object, "changes", changes);
	return object;
}
