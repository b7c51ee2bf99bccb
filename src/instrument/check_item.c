/* SPDX-License-Identifier: MIT */
/*
 * The validator of the items: what each kind needs, and what a bank needs of each kind.
 */
#include "internal.h"

#include <string.h>

static const char *const yes_no_word[] = { "yes", "no" };
static const struct vocabulary yes_no = { "answer", 2, yes_no_word };

/* What a profile item may fill, by which kind of item, with which choices. */
static const struct {
	const char *field;
	enum item_kind kind;
	const struct vocabulary *choices; /* NULL: the bank's catalogue, or no choices */
} fields[] = {
	{ "alliance.name", ITEM_TEXT, NULL },
	{ "alliance.started", ITEM_DATE, NULL },
	{ "alliance.type", ITEM_CHOICE, NULL },
	{ "alliance.ambitions", ITEM_MULTI, NULL },
	{ "contract.ends", ITEM_DATE, NULL },
	{ "contract.notice_days", ITEM_NUMBER, NULL },
	{ "contract.amendable", ITEM_CHOICE, &yes_no },
	{ "contract.exit_terms", ITEM_TEXT, NULL },
	{ "contract.breach", ITEM_CHOICE, &yes_no },
	{ "contract.litigation", ITEM_CHOICE, &yes_no },
	{ "party.name", ITEM_TEXT, NULL },
	{ "party.label", ITEM_TEXT, NULL },
	{ "party.size_class", ITEM_CHOICE, &vocabulary_size_class },
	{ "party.has_sponsor", ITEM_CHOICE, &yes_no },
	{ "party.stance", ITEM_CHOICE, &vocabulary_stance },
	{ "party.escalated", ITEM_CHOICE, &yes_no },
};

/* Where items of a kind belong; text, choice and the like are asked anywhere but in the audit. */
static const enum section home[ITEM_KIND_COUNT] = {
	[ITEM_RATED] = SECTION_INTERVIEW,
	[ITEM_CHOICE] = SECTION_COUNT,
	[ITEM_MULTI] = SECTION_COUNT,
	[ITEM_NUMBER] = SECTION_COUNT,
	[ITEM_DATE] = SECTION_COUNT,
	[ITEM_TEXT] = SECTION_COUNT,
	[ITEM_SPLIT] = SECTION_INTERVIEW,
	[ITEM_CHECK] = SECTION_AUDIT,
};

static void check_choice_ids(const struct place *at, const struct item *item)
{
	for (size_t i = 0; i < item->choice_count; i++)
		for (size_t j = 0; j < i; j++)
			if (item->choices[i].id &&
				str_same(item->choices[i].id, item->choices[j].id)) {
				fault_of(at, RULE_DUPLICATE, "choices",
					"the choice \"%s\" comes twice", item->choices[i].id);
				return;
			}
}

static void check_known_choices(
	const struct place *at, const struct item *item, const struct vocabulary *known)
{
	char list[512];
	for (size_t i = 0; i < item->choice_count; i++)
		if (item->choices[i].id && vocabulary_find(known, item->choices[i].id) < 0)
			fault(at, "choices", "\"%s\" cannot be stored in %s; use %s",
				item->choices[i].id, item->field,
				vocabulary_list(known, list, sizeof(list)));
}

static void check_profile(const struct place *at, const struct item *item)
{
	if (!item->field) {
		fault(at, "field", "is missing; a profile item says which fact it fills");
		return;
	}
	size_t i = 0, count = sizeof(fields) / sizeof(*fields);
	while (i < count && strcmp(fields[i].field, item->field))
		i++;
	if (i == count)
		fault(at, "field",
			"\"%s\" is not a fact of an alliance or company; "
			"rekindle-instrument(5) lists them",
			item->field);
	else if (fields[i].kind != item->kind)
		fault(at, "kind", "%s is filled by an item of kind %s", item->field,
			vocabulary_item_kind.word[fields[i].kind]);
	else if (fields[i].choices)
		check_known_choices(at, item, fields[i].choices);
}

/* The choices of these two come from the bank's own lists. */
static bool from_catalogue(const struct item *item)
{
	return item->field &&
		(!strcmp(item->field, "alliance.type") ||
			!strcmp(item->field, "alliance.ambitions"));
}

void check_anchors(const struct place *at, const char *const anchors[3])
{
	static const char *const names[] = { "low", "mid", "high" };
	for (size_t i = 0; i < 3; i++)
		if (!anchors[i])
			fault_of(at, RULE_ANCHOR, names[i],
				"is missing; a %s needs the anchors low, mid and high",
				at->member == MEMBER_ROUTE ? "route question" : "rated item");
}

static void check_rated(const struct place *at, const struct item *item)
{
	const char *const anchors[] = { item->low, item->mid, item->high };
	/* A word that is not known was reported before. */
	if (item->scale == SCALE_NONE && !place_has(at, "aspect"))
		fault(at, "aspect", "is missing; a rated item names the aspect that it measures");
	check_anchors(at, anchors);
}

static void check_unrated(const struct place *at, const struct item *item)
{
	const char *const anchors[][2] = {
		{ "low", item->low },
		{ "mid", item->mid },
		{ "high", item->high },
	};
	if (item->scale != SCALE_NONE)
		fault(at, "aspect", "belongs to rated items only; take it out");
	for (size_t i = 0; i < 3; i++)
		if (anchors[i][1])
			fault(at, anchors[i][0], "belongs to rated items only; take it out");
	if (item->reversed)
		fault(at, "reversed", "belongs to rated items only; take it out");
	if (item->health_check && (item->kind != ITEM_TEXT || item->section != SECTION_INTERVIEW))
		fault(at, "health_check",
			"belongs to rated and open items of the interview only; take it out");
}

static void check_split(const struct place *at, const struct item *item)
{
	bool same = item->choice_count == CAUSE_COUNT;
	for (int cause = 0; same && cause < CAUSE_COUNT; cause++)
		same = str_same(item->choices[cause].id, cause_info[cause].id);
	if (!same)
		fault(at, "choices",
			"the split has the four causes as its choices: strategy, type, "
			"partner and management, in this order");
}

static void check_choices(const struct place *at, const struct item *item)
{
	bool chooses = item->kind == ITEM_CHOICE || item->kind == ITEM_MULTI;
	if (item->kind == ITEM_SPLIT)
		check_split(at, item);
	else if (!chooses && item->choice_count)
		fault(at, "choices",
			"belong to items of kind choice, multi or split; take them out");
	else if (chooses && !from_catalogue(item) && item->choice_count < 2)
		fault(at, "choices", "an item of kind %s needs at least two choices",
			vocabulary_item_kind.word[item->kind]);
	else if (chooses && from_catalogue(item) && item->choice_count)
		fault(at, "choices", "come from the bank's own list for %s; take them out",
			item->field);
	check_choice_ids(at, item);
}

static void check_item(const struct place *at, const struct item *item)
{
	check_id(at, item->id, true);
	/* Without a kind or a section nothing else can be said. */
	if ((int)item->kind < 0 || (int)item->section < 0)
		return;
	check_text(at, "topic", item->topic);
	check_text(at, "text", item->text);
	enum section section = home[item->kind];
	if (section != SECTION_COUNT && item->section != section)
		fault(at, "section", "an item of kind %s belongs to %s",
			vocabulary_item_kind.word[item->kind], vocabulary_section.word[section]);
	if (section == SECTION_COUNT && item->section == SECTION_AUDIT)
		fault(at, "section", "the audit has items of kind check only");
	if (item->kind == ITEM_RATED)
		check_rated(at, item);
	else
		check_unrated(at, item);
	if (item->section == SECTION_PROFILE)
		check_profile(at, item);
	else if (item->field)
		fault(at, "field", "belongs to profile items only; take it out");
	check_choices(at, item);
	bool row = vocabulary_find(&vocabulary_check_row, item->id) >= 0;
	if (item->kind == ITEM_CHECK && !row)
		fault(at, "id",
			"is not a row of the two checklists; rekindle-instrument(5) lists "
			"them");
	if (row && item->kind != ITEM_CHECK)
		fault(at, "kind", "this id is a row of a checklist: its kind is check");
}

static void check_unique(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 1; i < instrument->item_count; i++) {
		int a = instrument->items_by_id[i - 1], b = instrument->items_by_id[i];
		const char *id = instrument->items[a].id;
		if (*id && !strcmp(id, instrument->items[b].id))
			fault_of(&(struct place){ loading, MEMBER_ITEMS, (size_t)(a > b ? a : b) },
				RULE_DUPLICATE, "id",
				"is used twice in items; every id comes once");
	}
}

static void check_roles(struct loading *loading, const struct instrument *instrument)
{
	int asked[ROLE_COUNT] = { 0 };
	for (size_t i = 0; i < instrument->item_count; i++)
		for (enum role role = 0; role < ROLE_COUNT; role++)
			if (instrument->items[i].kind == ITEM_RATED &&
				item_asks(&instrument->items[i], role) &&
				++asked[role] == RATED_MAX + 1)
				fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_ROLE,
					"roles",
					"is rated item %d for the role %s; ask one role at most %d",
					RATED_MAX + 1, vocabulary_role.word[role], RATED_MAX);
}

static void check_splits(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->item_count; i++)
		if (instrument->items[i].kind == ITEM_SPLIT && (int)i != instrument->split)
			fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_DUPLICATE,
				"kind", "is a second split item; a bank has at most one");
}

void check_items(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->item_count && !loading_ended(loading); i++)
		check_item(&(struct place){ loading, MEMBER_ITEMS, i }, &instrument->items[i]);
	check_unique(loading, instrument);
	check_roles(loading, instrument);
	check_splits(loading, instrument);
}

void check_complete(struct loading *loading, const struct instrument *instrument)
{
	bool measured[SCALE_COUNT] = { false };
	for (size_t i = 0; i < instrument->item_count; i++)
		if (instrument->items[i].scale != SCALE_NONE)
			measured[instrument->items[i].scale] = true;
	for (int aspect = 0; aspect < ASPECT_COUNT; aspect++)
		if (!measured[aspect])
			fault_list(loading, RULE_ASPECT, MEMBER_ITEMS,
				"no rated item measures the aspect %s; add at least one",
				scale_info[aspect].id);
	for (int row = 0; row < CHECK_ROWS; row++)
		if (instrument->check[row] < 0)
			fault_list(loading, RULE_INCOMPLETE, MEMBER_ITEMS,
				"the checklist row %s is missing; add an item of "
				"kind check with this id",
				vocabulary_check_row.word[row]);
}
