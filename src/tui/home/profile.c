/* SPDX-License-Identifier: MIT */
/*
 * The profile: what the instrument asks of the alliance, its contract and each company. Rows come
 * from the instrument's items, what they hold from the table of fields.
 */
#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>

#include "../widgets/fields.h"

#define AMBITIONS 3

/* What a row of the form stands for. */
struct bound {
	const struct field *field; /* NULL: a heading */
	enum kind kind;            /* alliance or party */
	int party;
	int rank;         /* of an ambition */
	const char **ids; /* of a choice; the last row, unknown, has none */
	int id_count;
	bool changed;
};

struct profile {
	struct form form;
	struct bound bound[FORM_FIELDS];
	struct pool pool;
};

static void *object_of(const struct app *app, const struct bound *bound)
{
	return record_at(&app->record, bound->kind, (size_t)bound->party);
}

#define MEMBER(type, object, field) (*(type *)(void *)((char *)(object) + (field)->offset))

/* Line n of text, or NULL. */
static const char *line_of(struct pool *pool, const char *text, int n)
{
	while (text && n-- > 0) {
		text = strchr(text, '\n');
		text = text ? text + 1 : NULL;
	}
	return text ? pool_strndup(pool, text, strcspn(text, "\n")) : NULL;
}

/* What the record holds for this row as text: the id of a choice, NULL when nothing. */
static const char *held(struct pool *pool, const struct app *app, const struct bound *bound)
{
	const void *object = object_of(app, bound);
	const struct field *field = bound->field;
	char day[DATE_TEXT];
	int number;
	switch ((int)field->type) {
	case FIELD_TEXT:
		return MEMBER(const char *const, object, field);
	case FIELD_LIST:
		return line_of(pool, MEMBER(const char *const, object, field), bound->rank);
	}
	number = MEMBER(const int, object, field);
	switch ((int)field->type) {
	case FIELD_TRI:
		return number == TRI_UNKNOWN ? NULL : number ? "yes" : "no";
	case FIELD_WORD:
		return number < 0 ? NULL : field->words->word[number];
	case FIELD_DATE:
		return number == DATE_NONE ? NULL : pool_strdup(pool, date_iso(number, day));
	}
	return number == INT_NONE ? NULL : pool_printf(pool, "%d", number);
}

static void add_text(struct profile *own, const struct app *app, const struct bound *bound,
	const struct item *item)
{
	struct pool pool = { 0 };
	own->bound[own->form.count] = *bound;
	form_text(&own->form, item->topic, item->hint, held(&pool, app, bound));
	pool_release(&pool);
}

/* A choice of the item's own words or of a catalogue, with a last row for what nobody knows. */
static void add_choice(struct profile *own, const struct app *app, struct bound *bound,
	const struct item *item, const struct catalogue_entry *entries, size_t count,
	const char *label)
{
	struct pool pool = { 0 };
	bool settled = bound->field->type == FIELD_WORD && bound->field->absent >= 0;
	size_t n = entries ? count : item->choice_count;
	const char **words = pool_alloc(&own->pool, (n + 1) * sizeof(*words));
	bound->ids = pool_alloc(&own->pool, (n + 1) * sizeof(*bound->ids));
	bound->id_count = (int)n;
	const char *now = held(&pool, app, bound);
	int choice = settled ? -1 : (int)n;
	for (size_t i = 0; i < n; i++) {
		bound->ids[i] = entries ? entries[i].id : item->choices[i].id;
		words[i] = entries ? entries[i].name : item->choices[i].text;
		if (str_same(bound->ids[i], now))
			choice = (int)i;
	}
	words[n] = bound->field->type == FIELD_LIST ? "none" : "unknown";
	own->bound[own->form.count] = *bound;
	form_choice(&own->form, label, item->hint, words, (int)n + !settled, choice);
	pool_release(&pool);
}

static void add_ambitions(
	struct profile *own, const struct app *app, struct bound *bound, const struct item *item)
{
	static const char *const rank[AMBITIONS] = { "first", "second", "third" };
	const struct instrument *bank = app->record.instrument;
	for (int i = 0; i < AMBITIONS && own->form.count < FORM_FIELDS; i++) {
		bound->rank = i;
		add_choice(own, app, bound, item, bank->ambitions, bank->ambition_count,
			pool_printf(&own->pool, "%s, %s", item->topic, rank[i]));
	}
}

static const struct field *find_field(enum kind kind, const char *name)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++)
		if (!strcmp(kind_info[kind].fields[i].name, name))
			return &kind_info[kind].fields[i];
	return NULL;
}

/* "party.stance" and "alliance.type" name their object, "contract.ends" is the alliance's. */
static const struct field *field_of(const char *name, enum kind *kind)
{
	*kind = strncmp(name, "party.", 6) ? KIND_ALLIANCE : KIND_PARTY;
	if (*kind == KIND_PARTY)
		return find_field(KIND_PARTY, name + 6);
	return find_field(KIND_ALLIANCE, strncmp(name, "alliance.", 9) ? name : name + 9);
}

static void add_item(
	struct profile *own, const struct app *app, const struct item *item, struct bound bound)
{
	const struct instrument *bank = app->record.instrument;
	if (bound.field->type == FIELD_LIST)
		add_ambitions(own, app, &bound, item);
	else if (item->kind == ITEM_CHOICE && bound.field->type == FIELD_TEXT &&
		!item->choice_count)
		add_choice(own, app, &bound, item, bank->types, bank->type_count, item->topic);
	else if (item->kind == ITEM_CHOICE)
		add_choice(own, app, &bound, item, NULL, 0, item->topic);
	else
		add_text(own, app, &bound, item);
}

static void add_object(struct profile *own, const struct app *app, enum kind kind, int party)
{
	const struct instrument *bank = app->record.instrument;
	for (size_t i = 0; i < bank->item_count && own->form.count < FORM_FIELDS; i++) {
		const struct item *item = &bank->items[i];
		struct bound bound = { .party = party };
		if (item->section != SECTION_PROFILE || !item->field)
			continue;
		bound.field = field_of(item->field, &bound.kind);
		if (bound.field && bound.kind == kind)
			add_item(own, app, item, bound);
	}
}

static void build(struct profile *own, const struct app *app)
{
	pool_release(&own->pool);
	memset(own->bound, 0, sizeof(own->bound));
	add_object(own, app, KIND_ALLIANCE, 0);
	for (size_t i = 0; i < app->record.party_count && own->form.count < FORM_FIELDS; i++) {
		form_heading(&own->form,
			pool_printf(&own->pool, "%s%s", app->record.parties[i].name,
				app->record.parties[i].ours == TRI_YES ? ", your side" : ""));
		add_object(own, app, KIND_PARTY, (int)i);
	}
}

static void enter(struct screen *screen, const void *arg)
{
	struct profile *own = screen->state;
	(void)arg;
	build(own, screen->app);
	fields_hint(screen->app, &own->form);
}

/* Saving */

static const char *chosen(const struct bound *bound, const struct form_field *field)
{
	return field->choice >= 0 && field->choice < bound->id_count ? bound->ids[field->choice]
								     : NULL;
}

/* The three ambitions as one list, without gaps and doubles. */
static const char *take_ambitions(struct profile *own, struct pool *pool)
{
	struct str list;
	const char *taken[AMBITIONS] = { 0 };
	int n = 0;
	str_init(&list);
	for (int i = 0; i < own->form.count; i++) {
		const struct bound *bound = &own->bound[i];
		const char *id = bound->field && bound->field->type == FIELD_LIST
			? chosen(bound, &own->form.field[i])
			: NULL;
		bool twice = !id;
		for (int j = 0; j < n; j++)
			twice |= str_same(taken[j], id);
		if (twice || n == AMBITIONS)
			continue;
		str_addf(&list, "%s%s", n ? "\n" : "", id);
		taken[n++] = id;
	}
	const char *text = n ? pool_strdup(pool, list.text) : NULL;
	str_release(&list);
	return text;
}

/* NULL when text can be the field's value, which is then in *number. */
static const char *number_complaint(const struct field *field, const char *text, int *number)
{
	char *end;
	*number = INT_NONE;
	if (!text)
		return NULL;
	if (field->type == FIELD_DATE)
		return date_parse(text, number)
			? NULL
			: "A date reads year-month-day, such as 2026-11-22.";
	long value = strtol(text, &end, 10);
	if (*end || value < 0 || value > 100000)
		return "A whole number is needed here, or nothing.";
	*number = (int)value;
	return NULL;
}

static const char *take_text(struct app *app, const struct bound *bound, const char *text)
{
	void *object = object_of(app, bound);
	int number;
	if (bound->field->type != FIELD_TEXT) {
		const char *complaint = number_complaint(bound->field, text, &number);
		if (!complaint)
			MEMBER(int, object, bound->field) = number;
		return complaint;
	}
	if (!text && bound->field->required)
		return "A name is needed here.";
	if (bound->kind == KIND_PARTY && bound->field->required) {
		struct party *party = object; /* a short name nobody has given follows the name */
		if (str_same(party->label, party->name))
			party->label = text;
	}
	MEMBER(const char *, object, bound->field) = text;
	return NULL;
}

static void take_choice(struct profile *own, struct app *app, const struct bound *bound,
	const struct form_field *field)
{
	void *object = object_of(app, bound);
	const char *id = chosen(bound, field);
	switch ((int)bound->field->type) {
	case FIELD_LIST:
		MEMBER(const char *, object, bound->field) = take_ambitions(own, &app->record.pool);
		break;
	case FIELD_TEXT:
		MEMBER(const char *, object, bound->field) = pool_strdup(&app->record.pool, id);
		break;
	case FIELD_TRI:
		MEMBER(int, object, bound->field) = !id ? TRI_UNKNOWN : !strcmp(id, "yes");
		break;
	case FIELD_WORD:
		MEMBER(int, object, bound->field) =
			id ? vocabulary_find(bound->field->words, id) : bound->field->absent;
		break;
	}
}

static void save(struct screen *screen, int i)
{
	struct profile *own = screen->state;
	struct app *app = screen->app;
	struct bound *bound = &own->bound[i];
	struct form_field *field = &own->form.field[i];
	const char *complaint = NULL;
	if (!own->form.count || !bound->field || !bound->changed)
		return;
	if (field->choices)
		take_choice(own, app, bound, field);
	else
		complaint = take_text(app, bound, fields_text(&app->record.pool, field));
	if (complaint) {
		fields_complain(app, field, complaint);
		return;
	}
	if (app_put(app, bound->kind, object_of(app, bound), app->record.alliance.object.key)) {
		bound->changed = false;
		record_settle(&app->record);
	}
}

static void rebuild(struct screen *screen)
{
	struct profile *own = screen->state;
	int at = own->form.list.at, top = own->form.list.top;
	form_release(&own->form);
	build(own, screen->app);
	own->form.list.at = at < own->form.count ? at : 0;
	own->form.list.top = top;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct profile *own = screen->state;
	int left;
	if (action == ACTION_RESUMED)
		rebuild(screen);
	if (action == ACTION_UNDO || action == ACTION_REDO)
		save(screen, own->form.list.at);
	enum fields_event event = fields_act(&own->form, action, key, &left);
	if (action == ACTION_SAVE || event == FIELDS_LEFT || event == FIELDS_OUT ||
		event == FIELDS_DONE)
		save(screen, left);
	if (event == FIELDS_OUT || event == FIELDS_DONE)
		return NAV_UP;
	if (event == FIELDS_CHANGED)
		own->bound[own->form.list.at].changed = true;
	if (action != ACTION_SAVE && action != ACTION_TICK)
		fields_hint(screen->app, &own->form);
	return event == FIELDS_OTHER ? NAV_DEFAULT : NAV_STAY;
}

static const enum act *offers(const struct screen *screen)
{
	(void)screen;
	return fields_offers_saved;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct profile *own = screen->state;
	return action == ACTION_ENTER_FIELD && own->form.list.at == own->form.count - 1 ? "done"
											: NULL;
}

static bool text(const struct screen *screen)
{
	const struct profile *own = screen->state;
	return form_writes(&own->form);
}

static void header(const struct screen *screen, struct header *header)
{
	header->title = "Profile";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
}

static void layout(struct screen *screen, int rows, int cols)
{
	struct profile *own = screen->state;
	fields_layout(&own->form, rows, cols);
}

static void draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct profile *own = screen->state;
	fields_draw(&own->form, canvas,
		own->form.count
			? "The alliance, its contract, its companies. Leaving a field saves it."
			: "This question bank asks nothing about the alliance itself.");
}

static void leave(struct screen *screen)
{
	struct profile *own = screen->state;
	save(screen, own->form.list.at);
	form_release(&own->form);
	pool_release(&own->pool);
}

const struct screen_ops screen_profile = {
	.name = "profile",
	.state_size = sizeof(struct profile),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.text = text,
	.header = header,
	.layout = layout,
	.draw = draw,
	.leave = leave,
};
