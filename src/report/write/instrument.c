/* SPDX-License-Identifier: MIT */
/*
 * The question bank for a program: `instrument show --format json` (rekindle-instrument(5)).
 */
#include <rekindle/report.h>

#include <jansson.h>
#include <rekindle/utf8.h>
#include <stdlib.h>

static json_t *text_or_null(const char *text)
{
	return text ? json_string(text) : json_null();
}

static json_t *texts(const char *const *text, size_t count)
{
	json_t *list = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, json_string(text[i]));
	return list;
}

static json_t *codes(unsigned bits, const struct vocabulary *vocabulary)
{
	json_t *list = json_array();
	for (int i = 0; i < vocabulary->count; i++)
		if (bits >> i & 1u)
			json_array_append_new(list, json_string(vocabulary->word[i]));
	return list;
}

static void put(json_t *object, const char *key, json_t *value)
{
	json_object_set_new(object, key, value);
}

static json_t *choices(const struct item *item)
{
	json_t *list = json_array();
	for (size_t i = 0; i < item->choice_count; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s}", "id", item->choices[i].id, "text",
				item->choices[i].text));
	return list;
}

static json_t *item_object(const struct item *item)
{
	json_t *object = json_object();
	put(object, "id", json_string(item->id));
	put(object, "kind", json_string(vocabulary_item_kind.word[item->kind]));
	put(object, "section", json_string(vocabulary_section.word[item->section]));
	put(object, "aspect",
		text_or_null(item->scale == SCALE_NONE ? NULL : scale_info[item->scale].id));
	put(object, "reversed", json_boolean(item->reversed));
	put(object, "roles", codes(item->roles, &vocabulary_role));
	put(object, "core", json_boolean(item->core));
	put(object, "health_check", json_boolean(item->health_check));
	put(object, "topic", json_string(item->topic));
	put(object, "short", json_string(item->shorthand));
	put(object, "text", json_string(item->text));
	put(object, "low", text_or_null(item->low));
	put(object, "mid", text_or_null(item->mid));
	put(object, "high", text_or_null(item->high));
	put(object, "hint", text_or_null(item->hint));
	put(object, "field", text_or_null(item->field));
	put(object, "probes", texts(item->probes, item->probe_count));
	put(object, "choices", choices(item));
	return object;
}

static json_t *items(const struct instrument *instrument)
{
	json_t *list = json_array();
	for (size_t i = 0; i < instrument->item_count; i++)
		json_array_append_new(list, item_object(&instrument->items[i]));
	return list;
}

static json_t *route(const struct instrument *instrument)
{
	json_t *list = json_array();
	for (int i = 0; i < ROUTE_VALUES; i++) {
		const struct route_question *question = &instrument->route[i];
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "id",
				vocabulary_route_value.word[i], "topic", question->topic, "text",
				question->text, "low", question->low, "mid", question->mid, "high",
				question->high, "probes",
				texts(question->probes, question->probe_count)));
	}
	return list;
}

static json_t *aspects(void)
{
	json_t *list = json_array();
	for (int i = 0; i < ASPECT_COUNT; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s, s:s}", "id", scale_info[i].id, "cause",
				cause_info[i / ASPECTS_PER_CAUSE].id, "label", scale_info[i].label,
				"asks", scale_info[i].asks));
	return list;
}

static json_t *symptoms(void)
{
	json_t *list = json_array();
	for (int i = SCALE_TRUST; i <= SCALE_INFORMATION; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s}", "id", scale_info[i].word, "label",
				scale_info[i].label, "asks", scale_info[i].asks));
	return list;
}

static json_t *catalogue(const struct catalogue_entry *entries, size_t count)
{
	json_t *list = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s}", "id", entries[i].id, "name", entries[i].name,
				"text", entries[i].text));
	return list;
}

static json_t *fits(const struct instrument *instrument)
{
	json_t *object = json_object();
	for (size_t i = 0; i < instrument->fit_count; i++) {
		const struct fit *fit = &instrument->fits[i];
		const char *ambition = instrument->ambitions[fit->ambition].id;
		if (!json_object_get(object, ambition))
			put(object, ambition, json_object());
		put(json_object_get(object, ambition), instrument->types[fit->type].id,
			json_pack("{s:i, s:s}", "fit", fit->fit, "reason", fit->reason));
	}
	return object;
}

static json_t *kpis(const struct instrument *instrument)
{
	static const char *const feed[] = {
		[FEED_NONE] = NULL, [FEED_TRUST] = "trust", [FEED_SATISFACTION] = "satisfaction"
	};
	json_t *list = json_array();
	for (size_t i = 0; i < instrument->kpi_count; i++) {
		const struct kpi_template *kpi = &instrument->kpis[i];
		json_t *object = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s?}", "id", kpi->id,
			"category", vocabulary_category.word[kpi->category], "name", kpi->name,
			"unit", kpi->unit, "direction", vocabulary_direction.word[kpi->direction],
			"text", kpi->text, "feeds", feed[kpi->feeds]);
		put(object, "moved_by", codes(kpi->moved_by, &vocabulary_scale));
		json_array_append_new(list, object);
	}
	return list;
}

static json_t *triggers(const struct trigger *list, size_t count)
{
	char text[TRIGGER_TEXT];
	json_t *texts = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(texts, json_string(trigger_text(&list[i], text)));
	return texts;
}

static json_t *linked(const struct instrument *instrument, const int *actions, size_t count)
{
	json_t *ids = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(ids, json_string(instrument->actions[actions[i]].id));
	return ids;
}

static void put_links(
	json_t *object, const struct instrument *instrument, const struct action *action)
{
	json_t *retest = json_array();
	for (size_t i = 0; i < action->retest_count; i++)
		json_array_append_new(retest, json_string(instrument->items[action->retest[i]].id));
	put(object, "tracks", codes(action->tracks, &vocabulary_track));
	put(object, "when", triggers(action->when, action->when_count));
	put(object, "unless", triggers(action->unless, action->unless_count));
	put(object, "requires", linked(instrument, action->required, action->required_count));
	put(object, "instead_of", linked(instrument, action->instead_of, action->instead_of_count));
	put(object, "kpi", text_or_null(action->kpi < 0 ? NULL : instrument->kpis[action->kpi].id));
	put(object, "retest", retest);
}

static json_t *actions(const struct instrument *instrument)
{
	json_t *list = json_array();
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		json_t *object = json_pack("{s:s, s:i, s:s, s:s, s:s, s:s, s:s, s:s}", "id",
			action->id, "step", action->step, "title", action->title, "what",
			action->what, "done_when", action->done_when, "owner",
			vocabulary_role.word[action->owner], "partner_owner",
			vocabulary_role.word[action->partner_owner], "resources",
			action->resources);
		put(object, "effort_days", json_integer(action->effort_days));
		put(object, "weeks", json_integer(action->weeks));
		put(object, "earliest_week", json_integer(action->earliest_week));
		put(object, "quick_win", json_boolean(action->quick_win));
		put(object, "social", json_boolean(action->social));
		put_links(object, instrument, action);
		put(object, "source", json_string(action->source));
		json_array_append_new(list, object);
	}
	return list;
}

void report_instrument_json(struct str *to, const struct instrument *instrument)
{
	json_t *root = json_object();
	put(root, "id", json_string(instrument->id));
	put(root, "version", json_string(instrument->version));
	put(root, "title", json_string(instrument->title));
	put(root, "opening", json_string(instrument->opening));
	put(root, "culture", json_string(scale_info[instrument->culture].id));
	put(root, "items", items(instrument));
	put(root, "route", route(instrument));
	put(root, "aspects", aspects());
	put(root, "symptoms", symptoms());
	put(root, "ambitions", catalogue(instrument->ambitions, instrument->ambition_count));
	put(root, "types", catalogue(instrument->types, instrument->type_count));
	put(root, "fit", fits(instrument));
	put(root, "kpis", kpis(instrument));
	put(root, "actions", actions(instrument));
	char *text = json_dumps(root, JSON_INDENT(2));
	utf8_json_clean(to, text);
	str_addc(to, '\n');
	free(text);
	json_decref(root);
}
