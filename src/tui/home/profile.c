/* SPDX-License-Identifier: MIT */
/*
 * The profile: what the instrument asks of the alliance, its contract and each company. Fields come
 * from the instrument's items (their row), what they hold from the table of members.
 */
#include <string.h>

#include "../widgets/form_screen.h"
#include "../widgets/bind.h"

#define AMBITIONS 3
#define FIELD_NAME 64 /* bytes of "party.has_sponsor" */
#define NOTHING (-1)  /* chosen: unknown, or none */

/* "party.stance" and "alliance.type" name their object, "contract.ends" is the alliance's. */
static const struct field *member_of(const struct item *item, enum kind *kind)
{
	static const enum kind kinds[] = { KIND_ALLIANCE, KIND_PARTY };
	char name[FIELD_NAME];
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		const struct kind_info *info = &kind_info[ *kind = kinds[k]];
		for (size_t i = 0; i < info->field_count; i++) {
			const struct field *member = &info->fields[i];
			snprintf(name, sizeof(name), "%s.%s", info->name, member->name);
			if (!strcmp(item->field, name) || !strcmp(item->field, member->name))
				return member;
		}
	}
	return NULL;
}

static void *object_of(const struct app *app, const struct form_field *field, enum kind *kind)
{
	member_of(field->row, kind);
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

static struct form_field *add_choice(struct form *form, const struct app *app,
	const struct item *item, const struct field *member, const void *object, int rank)
{
	static const char *const ranks[AMBITIONS] = { "first", "second", "third" };
	struct entries entries = entries_of(app->record.instrument, item, member);
	struct form_words words = { .pool = &form->pool };
	const char *id = chosen(&form->pool, member, object, rank), *label = item->topic;
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
		label = pool_printf(&form->pool, "%s, %s", label, ranks[rank]);
	return form_choose(form, label, item->hint, &words, now);
}

static void add_field(struct form *form, const struct app *app, const struct item *item,
	const struct field *member, const void *object, int of)
{
	if (form->count == FORM_FIELDS)
		return;
	struct form_field *field = item->kind == ITEM_CHOICE || member->type == FIELD_LIST
		? add_choice(form, app, item, member, object, of)
		: form_text(form, item->topic, item->hint, bind_text(&form->pool, member, object));
	field->row = item;
	field->member = member;
	field->of = of;
	field->key = member->type == FIELD_LIST ? 0 : ((const struct object *)object)->key;
}

static void add_object(struct form *form, const struct app *app, enum kind kind, int party)
{
	const struct instrument *bank = app->record.instrument;
	const struct object *object = record_at(&app->record, kind, (size_t)party);
	for (size_t i = 0; i < bank->item_count; i++) {
		const struct item *item = &bank->items[i];
		enum kind of;
		if (item->section != SECTION_PROFILE || !item->field)
			continue;
		const struct field *member = member_of(item, &of);
		bool ranked = member && member->type == FIELD_LIST;
		for (int n = 0; member && of == kind && n < (ranked ? AMBITIONS : 1); n++)
			add_field(form, app, item, member, object, ranked ? n : party);
	}
}

static bool fill(struct form *form, struct app *app)
{
	add_object(form, app, KIND_ALLIANCE, 0);
	for (size_t i = 0; i < app->record.party_count && form->count < FORM_FIELDS; i++) {
		form_heading(form,
			pool_printf(&form->pool, "%s%s", app->record.parties[i].name,
				app->record.parties[i].ours == TRI_YES ? ", your side" : ""));
		add_object(form, app, KIND_PARTY, (int)i);
	}
	form->title = "Profile";
	form->about = form->count
		? "The alliance, its contract, its companies. Leaving a field saves it."
		: "This question bank asks nothing about the alliance itself.";
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
	if (field->choices)
		return NULL;
	const char *text = form_value(&app->record.pool, field);
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
	return FORM_KEPT;
}

static void enter(struct screen *screen, const void *arg)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .keep = keep };
	(void)arg;
	form_screen_enter(screen, &ops);
}

const struct screen_ops screen_profile = { .name = "profile",
	.goes_on = true,
	.state_size = sizeof(struct form),
	.enter = enter,
	FORM_SCREEN };
