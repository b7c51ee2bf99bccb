/* SPDX-License-Identifier: MIT */
/*
 * The question bank for a reader: a listing of 80 columns, in instrument order.
 */
#include <rekindle/report.h>

#include <string.h>

#include <rekindle/utf8.h>

#define WIDTH 80
#define ALL_ROLES ((1u << ROLE_COUNT) - 1)

struct listing {
	struct str *to;
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

static void add_words(struct str *to, unsigned bits, const struct vocabulary *vocabulary)
{
	const char *before = "";
	for (int i = 0; i < vocabulary->count; i++)
		if (bits >> i & 1u) {
			str_addf(to, "%s%s", before, vocabulary->word[i]);
			before = ", ";
		}
}

static void item_heading(struct listing *out, const struct item *item)
{
	struct str right;
	str_init(&right);
	if (item->kind != ITEM_RATED)
		str_add(&right, vocabulary_item_kind.word[item->kind]);
	if (item->section == SECTION_INTERVIEW) {
		str_add(&right, right.len ? "; " : "");
		if (item->roles == ALL_ROLES)
			str_add(&right, "all roles");
		else if (!item->roles)
			str_add(&right, "no role");
		add_words(&right, item->roles == ALL_ROLES ? 0 : item->roles, &vocabulary_role);
	}
	heading(out, item->id, right.text);
	str_release(&right);
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
	if (item->core || item->reversed || item->health_check) {
		str_add(out->to, "    (");
		str_add(out->to, item->core ? "core" : "");
		str_add(out->to, item->core && item->health_check ? ", " : "");
		str_add(out->to, item->health_check ? "health check" : "");
		str_add(out->to, item->reversed && (item->core || item->health_check) ? ", " : "");
		str_add(out->to, item->reversed ? "reversed: 1 is the healthy end" : "");
		str_add(out->to, ")\n");
	}
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
		struct str text;
		str_init(&text);
		str_addf(&text, "%s by %s: %s", instrument->ambitions[fit->ambition].id,
			instrument->types[fit->type].id, fit->reason);
		char mark[8] = { (char)('0' + fit->fit), ' ', '\0' };
		wrap(out, 2, mark, text.text);
		str_release(&text);
	}
}

static void list_kpis(struct listing *out, const struct instrument *instrument)
{
	if (instrument->kpi_count)
		title(out, "KPIs");
	for (size_t i = 0; i < instrument->kpi_count; i++) {
		const struct kpi_template *kpi = &instrument->kpis[i];
		heading(out, kpi->id, vocabulary_category.word[kpi->category]);
		struct str text;
		str_init(&text);
		str_addf(&text, "%s (%s; %s is better): %s", kpi->name, kpi->unit,
			vocabulary_direction.word[kpi->direction], kpi->text);
		wrap(out, 2, "", text.text);
		str_release(&text);
	}
}

static void action_reasons(struct listing *out, const struct action *action)
{
	char text[TRIGGER_TEXT];
	struct str line;
	str_init(&line);
	str_add(&line, "in every plan of: ");
	add_words(&line, action->tracks, &vocabulary_track);
	if (action->tracks)
		wrap(out, 4, "", line.text);
	for (size_t i = 0; i < action->when_count; i++) {
		str_set(&line, "when ");
		str_add(&line, trigger_text(&action->when[i], text));
		wrap(out, 4, "", line.text);
	}
	str_release(&line);
}

static void list_actions(struct listing *out, const struct instrument *instrument)
{
	if (instrument->action_count)
		title(out, "Action library");
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		struct str line;
		str_init(&line);
		str_addf(&line, "step %d, %s / %s, %d week%s%s", action->step,
			vocabulary_role.word[action->owner],
			vocabulary_role.word[action->partner_owner], action->weeks,
			action->weeks == 1 ? "" : "s", action->quick_win ? ", quick win" : "");
		str_addc(out->to, '\n');
		heading(out, action->id, line.text);
		wrap(out, 2, "", action->title);
		wrap(out, 4, "", action->what);
		str_set(&line, "Done when ");
		str_add(&line, action->done_when);
		wrap(out, 4, "", line.text);
		action_reasons(out, action);
		str_release(&line);
	}
}

void report_instrument_text(struct str *to, const struct instrument *instrument, bool ascii)
{
	struct listing out = { to, ascii };
	struct str line;
	str_init(&line);
	str_addf(&line, "%s (%s, version %s)", instrument->title, instrument->id,
		instrument->version);
	wrap(&out, 0, "", line.text);
	str_clear(&line);
	str_addf(&line, "%zu items, %zu ambitions, %zu types, %zu KPIs, %zu actions",
		instrument->item_count, instrument->ambition_count, instrument->type_count,
		instrument->kpi_count, instrument->action_count);
	wrap(&out, 0, "", line.text);
	str_release(&line);
	if (*instrument->opening)
		title(&out, "Opening card");
	wrap(&out, 2, "", instrument->opening);
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
}
