/* SPDX-License-Identifier: MIT */
/*
 * The question bank for a reader: a listing of 80 columns, in instrument order.
 */
#include <rekindle/report.h>

#include <string.h>

#include <rekindle/utf8.h>
#include <rekindle/words.h>

#define WIDTH 80
#define ALL_ROLES ((1u << ROLE_COUNT) - 1)

struct listing {
	struct str *to;
	struct pool pool;
	bool ascii;
};

static const char *const section_title[SECTION_COUNT] = {
	[SECTION_PROFILE] = "Profile, once for an alliance and its companies",
	[SECTION_AUDIT] = "Audit, once for an alliance",
	[SECTION_INTERVIEW] = "Interview, for each person",
};

/* The text wrapped, each line with the indent, the first one with a mark in it: "1 ". */
static void wrap(struct listing *out, int indent, const char *mark, const char *text)
{
	struct str clean;
	str_init(&clean);
	utf8_clean(&clean, text, false, out->ascii);
	int left = indent - (int)strlen(mark);
	for (size_t at = 0, n, shown;
		(n = utf8_line(UTF8_FILE, clean.text + at, WIDTH - indent, &shown)) > 0; at += n) {
		str_pad(out->to, ' ', at ? indent : left);
		if (!at)
			str_add(out->to, mark);
		str_addn(out->to, clean.text + at, shown);
		str_addc(out->to, '\n');
	}
	str_release(&clean);
}

/* left … right on one line, or on two when they do not fit. */
static void heading(struct listing *out, const char *left, const char *right)
{
	int room = WIDTH - utf8_cells(UTF8_FILE, left) - utf8_cells(UTF8_FILE, right);
	str_add(out->to, left);
	if (room < 2) {
		str_addc(out->to, '\n');
		room = WIDTH - utf8_cells(UTF8_FILE, right);
	}
	if (*right) {
		str_pad(out->to, ' ', room);
		str_add(out->to, right);
	}
	str_addc(out->to, '\n');
}

static void title(struct listing *out, const char *text)
{
	str_addf(out->to, "\n%s\n", text);
	str_pad(out->to, '-', utf8_cells(UTF8_FILE, text));
	str_add(out->to, "\n");
}

/* The words of a set of them. */
static const char *words_of(struct listing *out, unsigned bits, const struct vocabulary *vocabulary)
{
	struct texts list = { 0 };
	for (int i = 0; i < vocabulary->count; i++)
		if (bits >> i & 1u)
			texts_add(&out->pool, &list, vocabulary->word[i]);
	return words_names(&out->pool, &list);
}

static const char *asked_of(struct listing *out, unsigned roles)
{
	if (!roles)
		return "no role";
	return roles == ALL_ROLES ? "all roles" : words_of(out, roles, &vocabulary_role);
}

static void item_heading(struct listing *out, const struct item *item)
{
	struct texts right = { 0 };
	if (item->kind != ITEM_RATED)
		texts_add(&out->pool, &right, vocabulary_item_kind.word[item->kind]);
	if (item->section == SECTION_INTERVIEW)
		texts_add(&out->pool, &right, asked_of(out, item->roles));
	heading(out, item->id, words_clauses(&out->pool, &right));
}

static void anchors(struct listing *out, const char *low, const char *mid, const char *high)
{
	wrap(out, 6, "1 ", low);
	wrap(out, 6, "3 ", mid);
	wrap(out, 6, "5 ", high);
}

static void probes(struct listing *out, const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		wrap(out, 6, "- ", texts[i]);
}

static void item_marks(struct listing *out, const struct item *item)
{
	struct texts marks = { 0 };
	if (item->core)
		texts_add(&out->pool, &marks, "core");
	if (item->health_check)
		texts_add(&out->pool, &marks, "health check");
	if (item->reversed)
		texts_add(&out->pool, &marks, "reversed: 1 is the healthy end");
	if (marks.count)
		wrap(out, 4, "",
			words(&out->pool, W_LISTING_MARKS,
				hole_text("marks", words_names(&out->pool, &marks))));
}

static void list_item(struct listing *out, const struct item *item)
{
	str_addc(out->to, '\n');
	item_heading(out, item);
	wrap(out, 2, "", item->text);
	if (item->hint)
		wrap(out, 4, "", item->hint);
	if (item->kind == ITEM_RATED)
		anchors(out, item->low, item->mid, item->high);
	for (size_t i = 0; i < item->choice_count; i++)
		wrap(out, 6, "* ", item->choices[i].text);
	probes(out, item->probes, item->probe_count);
	item_marks(out, item);
}

static void list_route(struct listing *out, const struct instrument *instrument)
{
	title(out, "Route test, for the sponsor or manager of each company");
	for (int i = 0; i < ROUTE_VALUES; i++) {
		const struct route_question *question = &instrument->route[i];
		str_addc(out->to, '\n');
		heading(out, vocabulary_route_value.word[i], "");
		wrap(out, 2, "", question->text);
		anchors(out, question->low, question->mid, question->high);
		probes(out, question->probes, question->probe_count);
	}
}

static void list_catalogue(
	struct listing *out, const char *text, const struct catalogue_entry *entries, size_t count)
{
	if (count)
		title(out, text);
	for (size_t i = 0; i < count; i++) {
		heading(out, entries[i].id, "");
		wrap(out, 2, "", entries[i].text);
	}
}

static void list_fits(struct listing *out, const struct instrument *instrument)
{
	if (!instrument->fit_count)
		return;
	title(out, "How well a type serves an ambition: 3 made for it, 0 not at all");
	for (size_t i = 0; i < instrument->fit_count; i++) {
		const struct fit *fit = &instrument->fits[i];
		char mark[8] = { (char)('0' + fit->fit), ' ', '\0' };
		wrap(out, 2, mark,
			words(&out->pool, W_LISTING_FIT,
				hole_text("ambition", instrument->ambitions[fit->ambition].id),
				hole_text("type", instrument->types[fit->type].id),
				hole_text("reason", fit->reason)));
	}
}

static void list_kpis(struct listing *out, const struct instrument *instrument)
{
	if (instrument->kpi_count)
		title(out, "KPIs");
	for (size_t i = 0; i < instrument->kpi_count; i++) {
		const struct kpi_template *kpi = &instrument->kpis[i];
		heading(out, kpi->id, vocabulary_category.word[kpi->category]);
		wrap(out, 2, "",
			words(&out->pool, W_LISTING_KPI, hole_text("name", kpi->name),
				hole_text("unit", kpi->unit),
				hole_text("direction", vocabulary_direction.word[kpi->direction]),
				hole_text("text", kpi->text)));
	}
}

static void list_triggers(
	struct listing *out, bool keeps_out, const struct trigger *triggers, size_t count)
{
	char text[TRIGGER_TEXT];
	for (size_t i = 0; i < count; i++)
		wrap(out, 4, "",
			words(&out->pool, keeps_out ? W_LISTING_UNLESS : W_LISTING_WHEN,
				hole_text("trigger", trigger_text(&triggers[i], text))));
}

static void action_reasons(struct listing *out, const struct action *action)
{
	if (action->tracks)
		wrap(out, 4, "",
			words(&out->pool, W_LISTING_TRACKS,
				hole_text("tracks",
					words_of(out, action->tracks, &vocabulary_track))));
	list_triggers(out, false, action->when, action->when_count);
	list_triggers(out, true, action->unless, action->unless_count);
}

static void list_actions(struct listing *out, const struct instrument *instrument)
{
	if (instrument->action_count)
		title(out, "Action library");
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		str_addc(out->to, '\n');
		heading(out, action->id,
			words(&out->pool,
				action->quick_win ? W_LISTING_QUICK_WIN : W_LISTING_ACTION,
				hole_count("step", action->step),
				hole_text("owner", words_role(action->owner)),
				hole_text("partner", words_role(action->partner_owner)),
				hole_count("weeks", action->weeks)));
		wrap(out, 2, "", action->title);
		wrap(out, 4, "", action->what);
		wrap(out, 4, "",
			words(&out->pool, W_LISTING_DONE, hole_text("when", action->done_when)));
		action_reasons(out, action);
	}
}

static void list_summary(struct listing *out, const struct instrument *instrument)
{
	wrap(out, 0, "",
		words(&out->pool, W_LISTING_TITLE, hole_text("title", instrument->title),
			hole_text("id", instrument->id),
			hole_text("version", instrument->version)));
	wrap(out, 0, "",
		words(&out->pool, W_LISTING_HOLDS, hole_count("items", (int)instrument->item_count),
			hole_count("ambitions", (int)instrument->ambition_count),
			hole_count("types", (int)instrument->type_count),
			hole_count("kpis", (int)instrument->kpi_count),
			hole_count("actions", (int)instrument->action_count)));
	if (*instrument->opening)
		title(out, "Opening card");
	wrap(out, 2, "", instrument->opening);
}

void report_instrument_text(struct str *to, const struct instrument *instrument, bool ascii)
{
	struct listing out = { .to = to, .ascii = ascii };
	list_summary(&out, instrument);
	for (enum section section = 0; section < SECTION_COUNT; section++) {
		title(&out, section_title[section]);
		for (size_t i = 0; i < instrument->item_count; i++)
			if (instrument->items[i].section == section)
				list_item(&out, &instrument->items[i]);
		if (section == SECTION_AUDIT)
			list_route(&out, instrument);
	}
	list_catalogue(&out, "Ambitions", instrument->ambitions, instrument->ambition_count);
	list_catalogue(&out, "Types of alliance", instrument->types, instrument->type_count);
	list_fits(&out, instrument);
	list_kpis(&out, instrument);
	list_actions(&out, instrument);
	pool_release(&out.pool);
}
