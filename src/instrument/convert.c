/* SPDX-License-Identifier: MIT */
/*
 * Raw entries become the instrument: items, route test, catalogues, KPIs.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define ALL_ROLES ((1u << ROLE_COUNT) - 1)

/* A word that must be there; the entry's first enum value when it is not. */
static int required_word(const struct place *at, const char *field, const char *raw,
	const struct vocabulary *vocabulary)
{
	char known[512];
	if (!raw)
		fault(at, field, "is missing; use %s",
			vocabulary_list(vocabulary, known, sizeof(known)));
	return field_word(at, field, raw, vocabulary);
}

static const struct choice *convert_choices(const struct place *at, const struct raw_item *raw)
{
	struct choice *choices =
		pool_alloc(at->loading->pool, raw->choices_count * sizeof(*choices));
	for (unsigned i = 0; i < raw->choices_count; i++) {
		choices[i].id = field_text(at, raw->choices[i].id);
		choices[i].text = field_text(at, raw->choices[i].text);
		if (!choices[i].id || !choices[i].text)
			fault(at, "choices", "choice %u needs an id and a text", i + 1);
	}
	return raw->choices_count ? choices : NULL;
}

static void convert_item(const struct place *at, const struct raw_item *raw, struct item *item)
{
	item->id = field_id(at, raw->id);
	item->kind = (enum item_kind)required_word(at, "kind", raw->kind, &vocabulary_item_kind);
	item->section =
		(enum section)required_word(at, "section", raw->section, &vocabulary_section);
	item->scale = (enum scale)field_word(at, "aspect", raw->aspect, &vocabulary_scale);
	item->reversed = field_flag(at, "reversed", raw->reversed);
	item->core = field_flag(at, "core", raw->core);
	item->health_check = field_flag(at, "health_check", raw->health_check);
	/* No roles: all of them; an empty list: nobody (rekindle-method(7), section 3). */
	item->roles = raw->roles_count || place_has(at, "roles")
		? field_bits(at, "roles", raw->roles, raw->roles_count, &vocabulary_role)
		: ALL_ROLES;
	item->topic = field_text(at, raw->topic);
	item->shorthand = field_text(at, raw->shorthand);
	if (!item->topic)
		item->topic = item->shorthand;
	if (!item->shorthand)
		item->shorthand = item->topic;
	item->text = field_text(at, raw->text);
	item->low = field_text(at, raw->low);
	item->mid = field_text(at, raw->mid);
	item->high = field_text(at, raw->high);
	item->hint = field_text(at, raw->hint);
	item->field = field_text(at, raw->field);
	item->probes = field_texts(at, "probes", raw->probes, raw->probes_count);
	item->probe_count = raw->probes_count;
	item->choices = convert_choices(at, raw);
	item->choice_count = raw->choices_count;
}

static int by_id(const void *a, const void *b)
{
	return strcmp((*(const struct item *const *)a)->id, (*(const struct item *const *)b)->id);
}

static void order_items(struct loading *loading, struct instrument *instrument)
{
	const struct item **sorted = mem_alloc(instrument->item_count * sizeof(*sorted));
	int *order = pool_alloc(loading->pool, instrument->item_count * sizeof(*order));
	for (size_t i = 0; i < instrument->item_count; i++)
		sorted[i] = &instrument->items[i];
	qsort(sorted, instrument->item_count, sizeof(*sorted), by_id);
	for (size_t i = 0; i < instrument->item_count; i++)
		order[i] = (int)(sorted[i] - instrument->items);
	instrument->items_by_id = order;
	free(sorted);
}

static void convert_items(struct loading *loading, struct instrument *instrument)
{
	const struct raw_bank *all = &loading->all;
	struct item *items = pool_alloc(loading->pool, all->items_count * sizeof(*items));
	instrument->items = items;
	instrument->item_count = all->items_count;
	instrument->split = -1;
	for (int row = 0; row < CHECK_ROWS; row++)
		instrument->check[row] = -1;
	for (size_t i = 0; i < all->items_count; i++) {
		struct place at = { loading, MEMBER_ITEMS, i };
		convert_item(&at, &all->items[i], &items[i]);
		if (items[i].kind == ITEM_SPLIT && instrument->split < 0)
			instrument->split = (int)i;
		int row = vocabulary_find(&vocabulary_check_row, items[i].id);
		if (row >= 0)
			instrument->check[row] = (int)i;
	}
	if (!loading_ended(loading))
		order_items(loading, instrument);
}

static void convert_route(struct loading *loading, struct instrument *instrument)
{
	bool given[ROUTE_VALUES] = { false };
	for (size_t i = 0; i < loading->all.route_count; i++) {
		const struct raw_route *raw = &loading->all.route[i];
		struct place at = { loading, MEMBER_ROUTE, i };
		int value = required_word(&at, "id", raw->id, &vocabulary_route_value);
		if (value < 0)
			continue;
		if (given[value])
			fault_of(&at, RULE_DUPLICATE, "id",
				"is used twice; each route question comes once");
		given[value] = true;
		struct route_question *question = &instrument->route[value];
		*question = (struct route_question){
			.topic = field_text(&at, raw->topic),
			.text = field_text(&at, raw->text),
			.low = field_text(&at, raw->low),
			.mid = field_text(&at, raw->mid),
			.high = field_text(&at, raw->high),
			.probes = field_texts(&at, "probes", raw->probes, raw->probes_count),
			.probe_count = raw->probes_count,
		};
		check_text(&at, "topic", question->topic);
		check_text(&at, "text", question->text);
		const char *const anchors[] = { question->low, question->mid, question->high };
		check_anchors(&at, anchors);
	}
}

static const struct catalogue_entry *convert_catalogue(
	struct loading *loading, enum member member, const struct raw_entry *raw, size_t count)
{
	struct catalogue_entry *entries = pool_alloc(loading->pool, count * sizeof(*entries));
	for (size_t i = 0; i < count; i++) {
		struct place at = { loading, member, i };
		entries[i].id = field_id(&at, raw[i].id);
		entries[i].name = field_text(&at, raw[i].name);
		entries[i].text = field_text(&at, raw[i].text);
		check_text(&at, "name", entries[i].name);
		check_text(&at, "text", entries[i].text);
	}
	check_ids(loading, member, entries, count, sizeof(*entries));
	return entries;
}

static void convert_fits(struct loading *loading, struct instrument *instrument)
{
	size_t count = loading->all.fit_count;
	struct fit *fits = pool_alloc(loading->pool, count * sizeof(*fits));
	for (size_t i = 0; i < count && !loading_ended(loading); i++) {
		const struct raw_fit *raw = &loading->all.fit[i];
		struct place at = { loading, MEMBER_FIT, i };
		check_text(&at, "ambition", raw->ambition);
		check_text(&at, "type", raw->type);
		check_text(&at, "fit", raw->fit);
		check_text(&at, "reason", raw->reason);
		fits[i].ambition = instrument_ambition(instrument, raw->ambition);
		fits[i].type = instrument_type(instrument, raw->type);
		if (fits[i].ambition < 0 && !str_blank(raw->ambition))
			fault_of(&at, RULE_REFERENCE, "ambition",
				"\"%s\" is not the id of any ambition", raw->ambition);
		if (fits[i].type < 0 && !str_blank(raw->type))
			fault_of(&at, RULE_REFERENCE, "type", "\"%s\" is not the id of any type",
				raw->type);
		if (!str_blank(raw->fit))
			fits[i].fit = field_number(&at, "fit", raw->fit, 0, 3, 0);
		fits[i].reason = field_text(&at, raw->reason);
	}
	instrument->fits = fits;
	instrument->fit_count = count;
}

static void convert_kpis(struct loading *loading, struct instrument *instrument)
{
	static const char *const feed_word[] = { "", "trust", "satisfaction" };
	static const struct vocabulary feeds = { "scale", 3, feed_word };
	size_t count = loading->all.kpis_count;
	struct kpi_template *kpis = pool_alloc(loading->pool, count * sizeof(*kpis));
	for (size_t i = 0; i < count; i++) {
		const struct raw_kpi *raw = &loading->all.kpis[i];
		struct place at = { loading, MEMBER_KPIS, i };
		kpis[i] = (struct kpi_template){
			.id = field_id(&at, raw->id),
			.name = field_text(&at, raw->name),
			.unit = field_text(&at, raw->unit),
			.text = field_text(&at, raw->text),
			.category = (enum category)required_word(
				&at, "category", raw->category, &vocabulary_category),
		};
		check_text(&at, "name", kpis[i].name);
		check_text(&at, "unit", kpis[i].unit);
		check_text(&at, "text", kpis[i].text);
		if (raw->direction)
			kpis[i].direction = (enum direction)field_word(
				&at, "direction", raw->direction, &vocabulary_direction);
		if (raw->feeds)
			kpis[i].feeds = (enum feed)field_word(&at, "feeds", raw->feeds, &feeds);
		kpis[i].moved_by = field_bits(
			&at, "moved_by", raw->moved_by, raw->moved_by_count, &vocabulary_scale);
	}
	check_ids(loading, MEMBER_KPIS, kpis, count, sizeof(*kpis));
	instrument->kpis = kpis;
	instrument->kpi_count = count;
}

/* Named by the bank, for what one asks about cultures another asks elsewhere; a bank that names
 * none asks where the first version of the built-in one does. */
static enum scale convert_culture(struct loading *loading)
{
	const struct vocabulary aspects = { "aspect of the partner cause", ASPECTS_PER_CAUSE,
		vocabulary_scale.word + ASPECT_SELECTION };
	struct place at = { loading, MEMBER_NONE, 0 };
	const char *raw = loading->all.culture;
	while (raw && (!loading->files[at.index].raw || !loading->files[at.index].raw->culture))
		at.index++;
	int aspect = raw ? field_word(&at, "culture", raw, &aspects) : -1;
	return aspect < 0 ? ASPECT_COMMITMENT : (enum scale)(ASPECT_SELECTION + aspect);
}

void convert_bank(struct loading *loading, struct instrument *instrument)
{
	const struct raw_bank *all = &loading->all;
	struct place top = { loading, MEMBER_NONE, 0 };
	instrument->id = field_text(&top, all->id);
	instrument->version = field_text(&top, all->version);
	instrument->title = field_text(&top, all->title);
	instrument->opening = field_text(&top, all->opening);
	if (!instrument->title)
		instrument->title = instrument->id;
	if (!instrument->opening)
		instrument->opening = "";
	instrument->culture = convert_culture(loading);
	convert_items(loading, instrument);
	convert_route(loading, instrument);
	instrument->ambitions =
		convert_catalogue(loading, MEMBER_AMBITIONS, all->ambitions, all->ambitions_count);
	instrument->ambition_count = all->ambitions_count;
	instrument->types = convert_catalogue(loading, MEMBER_TYPES, all->types, all->types_count);
	instrument->type_count = all->types_count;
	if (!loading_ended(loading))
		convert_fits(loading, instrument);
	convert_kpis(loading, instrument);
	if (!loading_ended(loading))
		convert_actions(loading, instrument);
}
