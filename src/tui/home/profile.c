/* SPDX-License-Identifier: MIT */
/*
 * The profile: what the instrument asks of the alliance, its contract and each company. Fields come
 * from the instrument's items (their row), what they hold from the table of members. Names and days
 * are the alliance's; what was known of it is the round's.
 */
#include <string.h>

#include "../widgets/form_screen.h"
#include "../widgets/bind.h"

#define AMBITIONS 3
#define FIELD_NAME 64 /* bytes of "party.has_sponsor" */
#define NOTHING (-1)  /* chosen: unknown, or none */

/* What no bank asks, in the same way. */
static const struct choice yes_no[] = { { "yes", "Yes" }, { "no", "No" } };
static const struct beside {
	struct item item;
	enum sentence topic, hint;
} beside[] = {
	{ { .kind = ITEM_CHOICE, .field = "competitors", .choices = yes_no, .choice_count = 2 },
		W_PROFILE_COMPETITORS, W_PROFILE_COMPETITORS_HINT },
	{ { .kind = ITEM_TEXT, .field = "competitors_where" }, W_PROFILE_COMPETITORS_WHERE,
		W_PROFILE_COMPETITORS_WHERE_HINT },
};

static bool is_of_party(enum kind kind)
{
	return kind == KIND_PARTY || kind == KIND_PARTY_PROFILE;
}

/* Is it of this round alone? */
static bool is_recorded(enum kind kind)
{
	return kind == KIND_PROFILE || kind == KIND_PARTY_PROFILE;
}

/* "party.stance" and "alliance.type" name whom they are about, "contract.ends" is the alliance's.
 */
static const struct field *member_of(const struct item *item, enum kind *kind)
{
	static const enum kind kinds[] = { KIND_ALLIANCE, KIND_PROFILE, KIND_PARTY,
		KIND_PARTY_PROFILE };
	char name[FIELD_NAME];
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		const struct kind_info *info = &kind_info[ *kind = kinds[k]];
		const char *about = is_of_party(*kind) ? "party" : "alliance";
		for (size_t i = 0; i < info->field_count; i++) {
			const struct field *member = &info->fields[i];
			snprintf(name, sizeof(name), "%s.%s", about, member->name);
			if (!strcmp(item->field, name) || !strcmp(item->field, member->name))
				return member;
		}
	}
	return NULL;
}

static const void *object_shown(const struct record *record, enum kind kind, int party)
{
	if (kind == KIND_PROFILE)
		return record_profile(record);
	if (kind == KIND_PARTY_PROFILE)
		return record_party_profile(record, party);
	return record_at(record, kind, kind == KIND_PARTY ? (size_t)party : 0);
}

static void *object_of(struct app *app, const struct form_field *field, enum kind *kind)
{
	member_of(field->row, kind);
	if (*kind == KIND_PROFILE)
		return record_put_profile(&app->record);
	if (*kind == KIND_PARTY_PROFILE)
		return record_put_party_profile(&app->record, field->of);
	return record_at(&app->record, *kind, *kind == KIND_PARTY ? (size_t)field->of : 0);
}

/* What can be chosen: the item's own words, or those of a catalogue. */
struct entries {
	const struct item *item;
	const struct catalogue_entry *catalogue;
	size_t count;
};

static struct entries entries_of(
	const struct instrument *bank, const struct item *item, const struct field *member)
{
	if (member->type == FIELD_LIST)
		return (struct entries){ item, bank->ambitions, bank->ambition_count };
	if (member->type == FIELD_TEXT && !item->choice_count)
		return (struct entries){ item, bank->types, bank->type_count };
	return (struct entries){ item, NULL, item->choice_count };
}

static const char *entry_id(const struct entries *entries, int n)
{
	return entries->catalogue ? entries->catalogue[n].id : entries->item->choices[n].id;
}

static const char *entry_words(const struct entries *entries, int n)
{
	return entries->catalogue ? entries->catalogue[n].name : entries->item->choices[n].text;
}

/* Line n of text, or NULL. */
static const char *line_of(struct pool *pool, const char *text, int n)
{
	while (text && n-- > 0) {
		text = strchr(text, '\n');
		text = text ? text + 1 : NULL;
	}
	return text ? pool_strndup(pool, text, strcspn(text, "\n")) : NULL;
}

/* The id of what is chosen in the record, NULL when nothing. */
static const char *chosen(
	struct pool *pool, const struct field *member, const void *object, int rank)
{
	const char *text;
	if (member->type == FIELD_TEXT || member->type == FIELD_LIST) {
		memcpy(&text, (const char *)object + member->offset, sizeof(text));
		return member->type == FIELD_LIST ? line_of(pool, text, rank) : text;
	}
	int number = bind_number(member, object);
	if (member->type == FIELD_TRI)
		return number == TRI_UNKNOWN ? NULL : number ? "yes" : "no";
	return number < 0 ? NULL : member->words->word[number];
}

/* Filling */

/* One line of the form: what asks for it, in which words, and what it shows. */
struct line {
	const struct item *item;
	const char *topic, *hint;
	const struct field *member;
	const void *object;
	int of;      /* company or rank */
	int64_t key; /* of whom it is about */
};

static struct form_field *add_choice(
	struct form *form, const struct app *app, const struct line *line)
{
	static const char *const ranks[AMBITIONS] = { "first", "second", "third" };
	const struct field *member = line->member;
	struct entries entries = entries_of(app->record.instrument, line->item, member);
	struct form_words words = { .pool = &form->pool };
	const char *id = chosen(&form->pool, member, line->object, line->of), *label = line->topic;
	bool settled = member->type == FIELD_WORD && member->absent >= 0;
	int now = NOTHING;
	for (int i = 0; i < (int)entries.count; i++) {
		form_word(&words, entry_words(&entries, i), i);
		if (str_same(entry_id(&entries, i), id))
			now = i;
	}
	if (!settled)
		form_word(&words, member->type == FIELD_LIST ? "none" : "unknown", NOTHING);
	if (member->type == FIELD_LIST)
		label = pool_printf(&form->pool, "%s, %s", label, ranks[line->of]);
	return form_choose(form, label, line->hint, &words, now);
}

static void add_line(struct form *form, const struct app *app, const struct line *line)
{
	if (form->count == FORM_FIELDS)
		return;
	bool chooses = line->item->kind == ITEM_CHOICE || line->member->type == FIELD_LIST;
	struct form_field *field = chooses
		? add_choice(form, app, line)
		: form_text(form, line->topic, line->hint,
			  bind_text(&form->pool, line->member, line->object));
	enum kind kind;
	member_of(line->item, &kind);
	field->fixed = is_recorded(kind) && app_sealed(app);
	field->row = line->item;
	field->member = line->member;
	field->of = line->of;
	field->key = line->member->type == FIELD_LIST ? 0 : line->key;
}

/* of_party: only what is asked of a party; else only what is asked of the alliance. */
static void add_item(
	struct form *form, const struct app *app, struct line *line, bool of_party, int party)
{
	const struct object *about =
		record_at(&app->record, of_party ? KIND_PARTY : KIND_ALLIANCE, (size_t)party);
	enum kind kind;
	line->member = member_of(line->item, &kind);
	if (!line->member || is_of_party(kind) != of_party)
		return;
	line->object = object_shown(&app->record, kind, party);
	line->key = about->key;
	bool ranked = line->member->type == FIELD_LIST;
	for (int n = 0; n < (ranked ? AMBITIONS : 1); n++) {
		line->of = ranked ? n : party;
		add_line(form, app, line);
	}
}

static void add_items(struct form *form, const struct app *app, bool of_party, int party)
{
	const struct instrument *bank = app->record.instrument;
	for (size_t i = 0; i < bank->item_count; i++) {
		const struct item *item = &bank->items[i];
		struct line line = { .item = item, .topic = item->topic, .hint = item->hint };
		if (item->section == SECTION_PROFILE && item->field)
			add_item(form, app, &line, of_party, party);
	}
	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside) && form->count; i++) {
		struct line line = { .item = &beside[i].item,
			.topic = words_plain(beside[i].topic),
			.hint = words_plain(beside[i].hint) };
		add_item(form, app, &line, of_party, party);
	}
}

static bool fill(struct form *form, struct app *app)
{
	add_items(form, app, false, 0);
	for (size_t i = 0; i < app->record.party_count && form->count < FORM_FIELDS; i++) {
		form_heading(form,
			pool_printf(&form->pool, "%s%s", app->record.parties[i].name,
				app->record.parties[i].ours == TRI_YES ? ", your side" : ""));
		add_items(form, app, true, (int)i);
	}
	form->title = "Profile";
	form->about = !form->count ? "This question bank asks nothing about the alliance itself."
		: app_sealed(app)
		? words_plain(W_PROFILE_SEALED)
		: "The alliance, its contract, its companies. Leaving a field saves it.";
	return true;
}

/* Keeping */

static const char *chosen_id(const struct app *app, const struct form_field *field)
{
	struct entries entries = entries_of(app->record.instrument, field->row, field->member);
	int n = form_meaning(field, NOTHING);
	return n == NOTHING ? NULL : entry_id(&entries, n);
}

/* The three ambitions as one list, without gaps and doubles. */
static const char *take_ambitions(const struct form *form, struct app *app)
{
	struct str list;
	const char *taken[AMBITIONS] = { 0 };
	int n = 0;
	str_init(&list);
	for (int i = 0; i < form->count && n < AMBITIONS; i++) {
		const struct form_field *field = &form->field[i];
		bool ranked = field->member && field->member->type == FIELD_LIST;
		const char *id = ranked ? chosen_id(app, field) : NULL;
		bool twice = !id;
		for (int j = 0; j < n; j++)
			twice |= str_same(taken[j], id);
		if (twice)
			continue;
		str_addf(&list, "%s%s", n ? "\n" : "", id);
		taken[n++] = id;
	}
	const char *text = n ? pool_strdup(&app->record.pool, list.text) : NULL;
	str_release(&list);
	return text;
}

static const char *check(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	enum kind kind;
	member_of(field->row, &kind);
	if (field->changed && is_recorded(kind) && app_sealed(app))
		return words_plain(W_PROFILE_SEALED);
	if (field->choices)
		return NULL;
	const char *text = form_value(&app->record.pool, field);
	if (field->changed && field->member == bind_named(KIND_PARTY, "name") &&
		str_is_figure(text))
		return words_plain(W_ALLIANCE_FIGURE);
	return !text && field->member->required
		? words_plain(W_FIELD_NAME)
		: bind_complaint(&app->record.pool, field->member, text);
}

static void take_text(struct app *app, const struct form_field *field, void *object)
{
	const char *text = form_value(&app->record.pool, field);
	struct party *party = object; /* a short name nobody has given follows the name */
	if (field->member == bind_named(KIND_PARTY, "name") && str_same(party->label, party->name))
		party->label = text;
	bind_take(&app->record.pool, field->member, object, text);
}

static void take_choice(
	const struct form *form, struct app *app, const struct form_field *field, void *object)
{
	const struct field *member = field->member;
	const char *id = chosen_id(app, field);
	if (member->type == FIELD_TRI) {
		bind_set(member, object, !id ? TRI_UNKNOWN : !strcmp(id, "yes"));
	} else if (member->type == FIELD_WORD) {
		bind_set(member, object, id ? vocabulary_find(member->words, id) : member->absent);
	} else {
		const char *text = member->type == FIELD_LIST ? take_ambitions(form, app)
							      : pool_strdup(&app->record.pool, id);
		memcpy((char *)object + member->offset, &text, sizeof(text));
	}
}

static bool chosen_twice(const struct form *form, const struct app *app, int at)
{
	const struct form_field *field = &form->field[at];
	if (field->member->type != FIELD_LIST || !chosen_id(app, field))
		return false;
	for (int i = 0; i < form->count; i++) {
		const struct form_field *other = &form->field[i];
		bool ranked = i != at && other->member && other->member->type == FIELD_LIST;
		if (ranked && str_same(chosen_id(app, other), chosen_id(app, field)))
			return true;
	}
	return false;
}

static enum form_kept keep(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	enum kind kind;
	void *object = object_of(app, field, &kind);
	if (field->choices)
		take_choice(form, app, field, object);
	else
		take_text(app, field, object);
	if (!app_change(app, NULL, kind, object))
		return FORM_FAILED;
	record_settle(&app->record);
	if (chosen_twice(form, app, i))
		app_warn(app, "%s", words_plain(W_PROFILE_TWICE));
	return FORM_KEPT;
}

static void enter(struct screen *screen, const void *arg)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .keep = keep };
	const struct record *record = &screen->app->record;
	(void)arg;
	form_place(screen->state, "profile", record, &record->assessment.object);
	form_screen_enter(screen, &ops);
}

const struct screen_ops screen_profile = { .name = "profile",
	.goes_on = true,
	.state_size = sizeof(struct form),
	.enter = enter,
	FORM_SCREEN };
