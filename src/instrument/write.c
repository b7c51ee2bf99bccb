/* SPDX-License-Identifier: MIT */
/*
 * An instrument as one YAML document, written by libyaml's emitter.
 */
#include "internal.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define ALL_ROLES ((1u << ROLE_COUNT) - 1)

static int collect(void *to, unsigned char *bytes, size_t n)
{
	str_addn(to, (const char *)bytes, n);
	return 1;
}

/* The emitter fails only without memory or on text that is not UTF-8, which no loader lets in. */
static void emit(yaml_emitter_t *out, yaml_event_t *event)
{
	int ok = yaml_emitter_emit(out, event);
	assert(ok);
	(void)ok;
}

static void put(yaml_emitter_t *out, const char *text, yaml_scalar_style_t style)
{
	yaml_event_t event;
	yaml_scalar_event_initialize(
		&event, NULL, NULL, (const yaml_char_t *)text, (int)strlen(text), 1, 1, style);
	emit(out, &event);
}

static void put_word(yaml_emitter_t *out, const char *key, const char *word)
{
	put(out, key, YAML_PLAIN_SCALAR_STYLE);
	put(out, word, YAML_PLAIN_SCALAR_STYLE);
}

/* Quoted, so that no reader takes "1", "yes" or "~" for something else. */
static void put_text(yaml_emitter_t *out, const char *key, const char *text)
{
	if (!text)
		return;
	put(out, key, YAML_PLAIN_SCALAR_STYLE);
	put(out, text, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
}

static void put_number(yaml_emitter_t *out, const char *key, int number)
{
	char text[16];
	snprintf(text, sizeof(text), "%d", number);
	put_word(out, key, text);
}

static void put_flag(yaml_emitter_t *out, const char *key, bool flag)
{
	if (flag)
		put_word(out, key, "true");
}

static void open_map(yaml_emitter_t *out, yaml_mapping_style_t style)
{
	yaml_event_t event;
	yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style);
	emit(out, &event);
}

static void close_map(yaml_emitter_t *out)
{
	yaml_event_t event;
	yaml_mapping_end_event_initialize(&event);
	emit(out, &event);
}

static void open_list(yaml_emitter_t *out, const char *key, yaml_sequence_style_t style)
{
	put(out, key, YAML_PLAIN_SCALAR_STYLE);
	yaml_event_t event;
	yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style);
	emit(out, &event);
}

static void close_list(yaml_emitter_t *out)
{
	yaml_event_t event;
	yaml_sequence_end_event_initialize(&event);
	emit(out, &event);
}

static void put_bits(
	yaml_emitter_t *out, const char *key, unsigned bits, const struct vocabulary *vocabulary)
{
	open_list(out, key, YAML_FLOW_SEQUENCE_STYLE);
	for (int i = 0; i < vocabulary->count; i++)
		if (bits >> i & 1u)
			put(out, vocabulary->word[i], YAML_PLAIN_SCALAR_STYLE);
	close_list(out);
}

static void put_texts(yaml_emitter_t *out, const char *key, const char *const *texts, size_t count)
{
	if (!count)
		return;
	open_list(out, key, YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < count; i++)
		put(out, texts[i], YAML_DOUBLE_QUOTED_SCALAR_STYLE);
	close_list(out);
}

static void put_choices(yaml_emitter_t *out, const struct item *item)
{
	if (!item->choice_count)
		return;
	open_list(out, "choices", YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < item->choice_count; i++) {
		open_map(out, YAML_FLOW_MAPPING_STYLE);
		put_text(out, "id", item->choices[i].id);
		put_text(out, "text", item->choices[i].text);
		close_map(out);
	}
	close_list(out);
}

static void put_item(yaml_emitter_t *out, const struct item *item)
{
	open_map(out, YAML_BLOCK_MAPPING_STYLE);
	put_word(out, "id", item->id);
	put_word(out, "kind", vocabulary_item_kind.word[item->kind]);
	put_word(out, "section", vocabulary_section.word[item->section]);
	if (item->scale != SCALE_NONE)
		put_word(out, "aspect", scale_info[item->scale].id);
	if (item->field)
		put_word(out, "field", item->field);
	put_text(out, "topic", item->topic);
	if (strcmp(item->shorthand, item->topic))
		put_text(out, "short", item->shorthand);
	put_text(out, "text", item->text);
	put_text(out, "low", item->low);
	put_text(out, "mid", item->mid);
	put_text(out, "high", item->high);
	put_flag(out, "reversed", item->reversed);
	put_flag(out, "core", item->core);
	put_flag(out, "health_check", item->health_check);
	if (item->roles != ALL_ROLES)
		put_bits(out, "roles", item->roles, &vocabulary_role);
	put_choices(out, item);
	put_text(out, "hint", item->hint);
	put_texts(out, "probes", item->probes, item->probe_count);
	close_map(out);
}

static void put_route(yaml_emitter_t *out, const char *id, const struct route_question *question)
{
	open_map(out, YAML_BLOCK_MAPPING_STYLE);
	put_word(out, "id", id);
	put_text(out, "topic", question->topic);
	put_text(out, "text", question->text);
	put_text(out, "low", question->low);
	put_text(out, "mid", question->mid);
	put_text(out, "high", question->high);
	put_texts(out, "probes", question->probes, question->probe_count);
	close_map(out);
}

static void put_catalogue(
	yaml_emitter_t *out, const char *key, const struct catalogue_entry *entries, size_t count)
{
	open_list(out, key, YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < count; i++) {
		open_map(out, YAML_BLOCK_MAPPING_STYLE);
		put_word(out, "id", entries[i].id);
		put_text(out, "name", entries[i].name);
		put_text(out, "text", entries[i].text);
		close_map(out);
	}
	close_list(out);
}

static void put_fits(yaml_emitter_t *out, const struct instrument *instrument)
{
	open_list(out, "fit", YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < instrument->fit_count; i++) {
		const struct fit *fit = &instrument->fits[i];
		open_map(out, YAML_BLOCK_MAPPING_STYLE);
		put_word(out, "ambition", instrument->ambitions[fit->ambition].id);
		put_word(out, "type", instrument->types[fit->type].id);
		put_number(out, "fit", fit->fit);
		put_text(out, "reason", fit->reason);
		close_map(out);
	}
	close_list(out);
}

static void put_kpi(yaml_emitter_t *out, const struct kpi_template *kpi)
{
	static const char *const feed[] = {
		[FEED_TRUST] = "trust", [FEED_SATISFACTION] = "satisfaction"
	};
	open_map(out, YAML_BLOCK_MAPPING_STYLE);
	put_word(out, "id", kpi->id);
	put_word(out, "category", vocabulary_category.word[kpi->category]);
	put_text(out, "name", kpi->name);
	put_text(out, "unit", kpi->unit);
	put_word(out, "direction", vocabulary_direction.word[kpi->direction]);
	put_text(out, "text", kpi->text);
	if (kpi->feeds != FEED_NONE)
		put_word(out, "feeds", feed[kpi->feeds]);
	if (kpi->moved_by)
		put_bits(out, "moved_by", kpi->moved_by, &vocabulary_scale);
	close_map(out);
}

static void put_triggers(
	yaml_emitter_t *out, const char *key, const struct trigger *triggers, size_t count)
{
	char text[TRIGGER_TEXT];
	if (!count)
		return;
	open_list(out, key, YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < count; i++)
		put(out, trigger_text(&triggers[i], text), YAML_DOUBLE_QUOTED_SCALAR_STYLE);
	close_list(out);
}

static void put_actions(yaml_emitter_t *out, const char *key, const struct instrument *instrument,
	const int *actions, size_t count)
{
	if (!count)
		return;
	open_list(out, key, YAML_FLOW_SEQUENCE_STYLE);
	for (size_t i = 0; i < count; i++)
		put(out, instrument->actions[actions[i]].id, YAML_PLAIN_SCALAR_STYLE);
	close_list(out);
}

static void put_action_lists(
	yaml_emitter_t *out, const struct instrument *instrument, const struct action *action)
{
	if (action->tracks)
		put_bits(out, "tracks", action->tracks, &vocabulary_track);
	put_triggers(out, "when", action->when, action->when_count);
	put_triggers(out, "unless", action->unless, action->unless_count);
	put_actions(out, "requires", instrument, action->required, action->required_count);
	put_actions(out, "instead_of", instrument, action->instead_of, action->instead_of_count);
	if (action->retest_count) {
		open_list(out, "retest", YAML_FLOW_SEQUENCE_STYLE);
		for (size_t i = 0; i < action->retest_count; i++)
			put(out, instrument->items[action->retest[i]].id, YAML_PLAIN_SCALAR_STYLE);
		close_list(out);
	}
}

static void put_action(
	yaml_emitter_t *out, const struct instrument *instrument, const struct action *action)
{
	open_map(out, YAML_BLOCK_MAPPING_STYLE);
	put_word(out, "id", action->id);
	put_number(out, "step", action->step);
	put_action_lists(out, instrument, action);
	put_text(out, "title", action->title);
	put_text(out, "what", action->what);
	put_text(out, "done_when", action->done_when);
	put_word(out, "owner", vocabulary_role.word[action->owner]);
	put_word(out, "partner_owner", vocabulary_role.word[action->partner_owner]);
	put_text(out, "resources", action->resources);
	put_number(out, "effort_days", action->effort_days);
	put_number(out, "weeks", action->weeks);
	put_number(out, "earliest_week", action->earliest_week);
	put_flag(out, "quick_win", action->quick_win);
	put_flag(out, "social", action->social);
	if (action->kpi >= 0)
		put_word(out, "kpi", instrument->kpis[action->kpi].id);
	if (*action->source)
		put_text(out, "source", action->source);
	close_map(out);
}

static void put_bank(yaml_emitter_t *out, const struct instrument *instrument)
{
	open_map(out, YAML_BLOCK_MAPPING_STYLE);
	put_word(out, "id", instrument->id);
	put_text(out, "version", instrument->version);
	put_text(out, "title", instrument->title);
	if (*instrument->opening)
		put_text(out, "opening", instrument->opening);
	if (instrument->culture != ASPECT_COMMITMENT)
		put_word(out, "culture", scale_info[instrument->culture].id);
	open_list(out, "items", YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < instrument->item_count; i++)
		put_item(out, &instrument->items[i]);
	close_list(out);
	open_list(out, "route", YAML_BLOCK_SEQUENCE_STYLE);
	for (int i = 0; i < ROUTE_VALUES; i++)
		put_route(out, vocabulary_route_value.word[i], &instrument->route[i]);
	close_list(out);
	put_catalogue(out, "ambitions", instrument->ambitions, instrument->ambition_count);
	put_catalogue(out, "types", instrument->types, instrument->type_count);
	put_fits(out, instrument);
	open_list(out, "kpis", YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < instrument->kpi_count; i++)
		put_kpi(out, &instrument->kpis[i]);
	close_list(out);
	open_list(out, "actions", YAML_BLOCK_SEQUENCE_STYLE);
	for (size_t i = 0; i < instrument->action_count; i++)
		put_action(out, instrument, &instrument->actions[i]);
	close_list(out);
	close_map(out);
}

void instrument_write(struct str *to, const struct instrument *instrument)
{
	yaml_emitter_t out;
	yaml_event_t event;
	int ok = yaml_emitter_initialize(&out);
	assert(ok);
	(void)ok;
	yaml_emitter_set_output(&out, collect, to);
	yaml_emitter_set_unicode(&out, 1);
	yaml_emitter_set_width(&out, 80);
	yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
	emit(&out, &event);
	yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
	emit(&out, &event);
	put_bank(&out, instrument);
	yaml_document_end_event_initialize(&event, 1);
	emit(&out, &event);
	yaml_stream_end_event_initialize(&event);
	emit(&out, &event);
	yaml_emitter_delete(&out);
}
