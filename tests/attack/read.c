/* SPDX-License-Identifier: MIT */
/*
 * Reads the figures in the JSON of reports, comparisons and trends, as somebody does who was sent
 * them: by the titles of tables and columns, by labels in sentences.
 */
#include "figures.h"

#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/edition.h>

#define SIGN_SLACK                                                                                 \
	0.05 /* a sign may be that of the number behind what is printed, or of its decimal */

struct page { /* what is being read */
	struct reading *r;
	int sheet;
	const char *in;
};

static const struct alliance_attacked *alliance_of(const struct page *page)
{
	return page->r->alliance;
}

static int scale_named(const char *label)
{
	for (int s = 0; label && s < SCALE_COUNT; s++)
		if (!strcasecmp(label, scale_info[s].label) || !strcmp(label, scale_info[s].id))
			return s;
	return SCALE_NONE;
}

static int cause_named(const char *label)
{
	for (int c = 0; label && c < CAUSE_COUNT; c++)
		if (!strcasecmp(label, cause_info[c].label))
			return c;
	return -1;
}

/* The party whose label the title begins with, and what is behind it. */
static int side_named(const struct page *page, const char *title, const char **rest)
{
	const struct alliance_attacked *a = alliance_of(page);

	for (int p = 0; title && p < a->sides; p++) {
		size_t n = strlen(a->label[p]);
		if (strncmp(title, a->label[p], n) == 0 && (!title[n] || title[n] == ' ')) {
			*rest = title[n] ? title + n + 1 : "";
			return p;
		}
	}
	return -1;
}

static void add(const struct page *page, enum figure_kind kind, int of, int side, const char *text)
{
	struct figure f = {
		.kind = kind, .of = of, .side = side, .sheet = page->sheet, .in = page->in
	};

	if (text && number_read(text, &f.lo, &f.hi, &f.decimals))
		figure_add(page->r, f);
}

/* Tables */

static const char *cell(const json_t *row, size_t i)
{
	return json_string_value(json_array_get(row, i));
}

static bool has_column(const json_t *columns, const char *title)
{
	for (size_t i = 0; i < json_array_size(columns); i++)
		if (cell(columns, i) && !strcmp(cell(columns, i), title))
			return true;
	return false;
}

static void read_count(const struct page *page, const char *text, const char *label)
{
	if (text && (!strcmp(text, "1") || !strcmp(text, "2")))
		reading_break(page->r, "count: %s says n %s of %s", page->in, text, label);
}

/* A sign: on which side of a line it lies, or its decimal does. */
static void add_sign(
	const struct page *page, enum figure_kind kind, int of, int side, double lo, double hi)
{
	figure_add(page->r,
		(struct figure){ .kind = kind,
			.of = of,
			.side = side,
			.sheet = page->sheet,
			.in = page->in,
			.decimals = -1,
			.lo = lo - SIGN_SLACK - 1e-9,
			.hi = hi + SIGN_SLACK + 1e-9 });
}

static void add_band(const struct page *page, enum figure_kind kind, int of, const char *word)
{
	static const struct {
		const char *word;
		double lo, hi;
	} bands[] = { { "critical", 1, 3 }, { "weak", 3, 3.5 }, { "adequate", 3.5, 4 },
		{ "strength", 4, 5 } };

	for (size_t i = 0; word && i < sizeof(bands) / sizeof(*bands); i++)
		if (strcmp(word, bands[i].word) == 0)
			add_sign(page, kind, of, -1, bands[i].lo, bands[i].hi);
}

/* "material*", "normal =": pain that all share is below the line on every side. */
static void read_level(const struct page *page, int scale, const char *text)
{
	if (!text || !strncmp(text, "withheld", 8))
		return;
	if (!strncmp(text, "normal", 6))
		add_sign(page, FIGURE_GAP, scale, -1, 0, 0.75);
	else if (!strncmp(text, "discuss", 7))
		add_sign(page, FIGURE_GAP, scale, -1, 0.75, 1);
	else if (!strncmp(text, "material", 8))
		add_sign(page, FIGURE_GAP, scale, -1, 1, 4);
	for (int p = 0; p < alliance_of(page)->sides && memchr(text, '=', strcspn(text, ",;.\n"));
		p++)
		if (heard_of(page->r, page->r->sheet[page->sheet].state, scale, p))
			add_sign(page, FIGURE_VALUE, scale, p, 1, 3.5);
}

static void read_scale_cell(
	const struct page *page, int scale, const char *title, const char *text, const char *label)
{
	const char *rest;
	int side = side_named(page, title, &rest);

	if (side >= 0 && !strcmp(rest, "n"))
		read_count(page, text, label);
	else if (side >= 0)
		add(page, FIGURE_VALUE, scale, side, text);
	else if (!strcmp(title, "score") || !strcmp(title, "alliance") || !strcmp(title, "all"))
		add(page, scale < ASPECT_COUNT ? FIGURE_SCORE : FIGURE_PERCEPTION, scale, -1, text);
	else if (!strcmp(title, "ratings"))
		add(page, FIGURE_PERCEPTION, scale, -1, text);
	else if (!strcmp(title, "facts"))
		add(page, FIGURE_EVIDENCE, scale, -1, text);
	else if (!strcmp(title, "gap"))
		add(page, FIGURE_GAP, scale, -1, text);
	else if (!strcmp(title, "level"))
		read_level(page, scale, text);
	else if (!strcmp(title, "band") && scale < ASPECT_COUNT)
		add_band(page, FIGURE_SCORE, scale, text);
}

static void read_cause_cell(const struct page *page, int cause, const char *title, const char *text)
{
	const char *rest;
	int side = side_named(page, title, &rest);

	if (side >= 0 && strcmp(rest, "n") != 0)
		add(page, FIGURE_CAUSE_VALUE, cause, side, text);
	else if (!strcmp(title, "score") || !strcmp(title, "all"))
		add(page, FIGURE_CAUSE, cause, -1, text);
	else if (!strcmp(title, "band"))
		add_band(page, FIGURE_CAUSE, cause, text);
}

static void read_killer(const struct page *page, const json_t *row)
{
	static const char *const about[KILLER_COUNT] = { "objectives", "communication, trust",
		"governance", "shifting priorities" };
	const char *name = cell(row, 1), *state = cell(row, 3);

	for (int k = 0; name && k < KILLER_COUNT; k++) {
		if (strcmp(name, about[k]) != 0)
			continue;
		add(page, FIGURE_KILLER, k, -1, cell(row, 2));
		if (state && !strcmp(state, "present"))
			add_sign(page, FIGURE_KILLER, k, -1, 1, 3.5);
		if (state && !strcmp(state, "not present"))
			add_sign(page, FIGURE_KILLER, k, -1, 3.5, 5);
	}
}

static void read_points(const struct page *page, const json_t *row)
{
	const char *rest, *label = cell(row, 0), *first = cell(row, 1);
	int side = side_named(page, label, &rest);
	double lo, hi;
	int decimals;

	if (!first || !label || !number_read(first, &lo, &hi, &decimals))
		return;
	read_count(page, cell(row, json_array_size(row) - 1), label);
	add(page, FIGURE_POINTS, 0, side, first);
}

static int sheet_before(const struct reading *r, int sheet)
{
	for (int x = r->sheets - 1; x >= 0; x--)
		if (r->sheet[x].round == r->sheet[sheet].round - 1)
			return x;
	return -1;
}

/* A scale over the items that both rounds asked. */
static int common_scale(const struct reading *r, int sheet, int other, int scale)
{
	bool pulse = r->alliance->round[r->sheet[sheet].round].kind == ROUND_PULSE;
	bool other_pulse = r->alliance->round[r->sheet[other].round].kind == ROUND_PULSE;

	return other_pulse && !pulse ? scale + SCALE_COUNT : scale;
}

/* Over rounds: in each side nobody, or at least three, were heard in only one of them. */
static void judge_change(struct reading *r, int before, int after, int scale)
{
	const struct alliance_attacked *a = r->alliance;
	const struct state *x = &r->state[r->sheet[before].state];
	const struct state *y = &r->state[r->sheet[after].state];
	int single[SIDES_MOST] = { 0 };

	for (int who = 0; who < a->people; who++)
		single[a->person[who].side] +=
			has_data(a, &a->round[x->round], &x->people[who], who) !=
			has_data(a, &a->round[y->round], &y->people[who], who);
	for (int p = 0; p < a->sides; p++)
		if (single[p] == 1 || single[p] == 2)
			reading_break(r,
				"rounds: the change of %s is printed; of %s %d were heard in "
				"one of them",
				scale_info[scale].id, a->label[p], single[p]);
}

/* One of the columns before, after, change. */
static void read_changed_cell(
	const struct page *page, int before, int scale, const char *title, const char *text)
{
	struct reading *r = page->r;
	const struct page earlier = { r, before, page->in };
	int own = common_scale(r, page->sheet, before, scale);
	double lo, hi;
	int decimals;
	bool minus = text && *text == '-', sign = text && (*text == '+' || minus);

	if (!text || !number_read(text + sign, &lo, &hi, &decimals))
		return;
	r->sheet[page->sheet].before = r->sheet[before].state;
	if (!strcmp(title, "before"))
		add(&earlier, FIGURE_PERCEPTION, common_scale(r, before, page->sheet, scale), -1,
			text);
	else if (!strcmp(title, "after"))
		add(page, FIGURE_PERCEPTION, own, -1, text);
	else if (!strcmp(title, "change")) {
		judge_change(r, before, page->sheet, scale);
		figure_add(r,
			(struct figure){ .kind = FIGURE_CHANGE,
				.of = scale,
				.side = own != scale ||
					common_scale(r, before, page->sheet, scale) != scale ||
					r->alliance->round[r->sheet[page->sheet].round].kind ==
						ROUND_PULSE,
				.sheet = page->sheet,
				.in = page->in,
				.decimals = decimals,
				.lo = minus ? -hi : lo,
				.hi = minus ? -lo : hi });
	}
}

static void read_table(const struct page *page, const json_t *block)
{
	const json_t *columns = json_object_get(block, "columns"), *row;
	bool killers = has_column(columns, "about") && has_column(columns, "state");
	bool points = has_column(columns, "Where the 100 points went");
	int before = has_column(columns, "before") && has_column(columns, "after")
		? sheet_before(page->r, page->sheet)
		: -1;
	size_t at;

	json_array_foreach(json_object_get(block, "rows"), at, row)
	{
		int scale = scale_named(cell(row, 0)), cause = cause_named(cell(row, 0));
		if (killers)
			read_killer(page, row);
		if (points)
			read_points(page, row);
		for (size_t i = 1; i < json_array_size(row) && (scale >= 0 || cause >= 0); i++) {
			const char *title = cell(columns, i);
			if (title && scale >= 0 && before >= 0)
				read_changed_cell(page, before, scale, title, cell(row, i));
			else if (title && scale >= 0)
				read_scale_cell(page, scale, title, cell(row, i), cell(row, 0));
			else if (title)
				read_cause_cell(page, cause, title, cell(row, i));
		}
	}
}

static int decimals_of(double v)
{
	for (int d = 0; d <= 2; d++)
		if (fabs(v * pow(10, d) - round(v * pow(10, d))) < 1e-7)
			return d < 1 ? 1 : d;
	return 9;
}

static void add_number(
	const struct page *page, enum figure_kind kind, int of, int side, const json_t *number)
{
	if (!json_is_number(number))
		return;
	double v = json_number_value(number);
	int decimals = decimals_of(v);
	double half = 0.5 * pow(10, decimals > 2 ? -1 : -decimals);
	figure_add(page->r,
		(struct figure){ .kind = kind,
			.of = of,
			.side = side,
			.sheet = page->sheet,
			.in = page->in,
			.decimals = decimals,
			.lo = v - half - 1e-9,
			.hi = v + half + 1e-9 });
}

/* Values of the sides whose value prints as this one, of that one of them with the most. */
static int heard_at(const struct page *page, int scale, const json_t *values, double at)
{
	int state = page->r->sheet[page->sheet].state, most = 0;
	const json_t *value;
	size_t side;

	json_array_foreach(values, side, value)
	{
		int n = heard_of(page->r, state, scale, (int)side);
		if (json_is_number(value) && json_number_value(value) == at && n > most)
			most = n;
	}
	return most;
}

/* A test is of the highest side and the lowest; which of two that print alike nobody can read. */
static void judge_test(const struct page *page, int scale, const json_t *values)
{
	double least = 6, most = 0;
	const json_t *value;
	size_t side;

	json_array_foreach(values, side, value)
	{
		least = fmin(least, json_is_number(value) ? json_number_value(value) : 6);
		most = fmax(most, json_is_number(value) ? json_number_value(value) : 0);
	}
	int low = heard_at(page, scale, values, least), high = heard_at(page, scale, values, most);
	int n = low < high ? low : high;
	if (most > 0 && n < EDITION_TEST_MIN)
		reading_break(page->r, "p: %s prints p of %s with %d values", page->in,
			scale_info[scale].id, n);
}

static void read_strips(const struct page *page, const json_t *block)
{
	const json_t *strip, *value;
	size_t at, side;

	json_array_foreach(json_object_get(block, "strips"), at, strip)
	{
		int scale = scale_named(json_string_value(json_object_get(strip, "label")));
		if (scale == SCALE_NONE)
			continue;
		json_array_foreach(json_object_get(strip, "values"), side, value)
			add_number(page, FIGURE_VALUE, scale, (int)side, value);
		add(page, FIGURE_GAP, scale, -1, json_string_value(json_object_get(strip, "gap")));
		const char *p = json_string_value(json_object_get(strip, "p"));
		if (p && isdigit((unsigned char)*p))
			judge_test(page, scale, json_object_get(strip, "values"));
	}
}

static void read_terms(const struct page *page, const json_t *block)
{
	const json_t *item;
	size_t at;

	json_array_foreach(json_object_get(block, "items"), at, item)
	{
		const char *label = json_string_value(json_object_get(item, "label"));
		const char *text = json_string_value(json_object_get(item, "text"));
		if (label && text && !strcmp(label, "Health"))
			add(page, FIGURE_HEALTH, 0, -1, text);
	}
}

/* Actions, by the titles that the public library has. */
static void read_title(const struct page *page, const char *text)
{
	const struct instrument *bank = alliance_of(page)->bank;

	for (size_t i = 0; i < bank->action_count && i < ACTIONS_MOST; i++)
		if (strstr(text, bank->actions[i].title))
			page->r->sheet[page->sheet].listed[i] = true;
}

static void read_track(const struct page *page, const char *title)
{
	char word[40];

	if (!title || strncasecmp(title, "PLAN: ", 6) != 0)
		return;
	for (int t = 0; t < TRACK_COUNT; t++) {
		snprintf(word, sizeof(word), "%s", vocabulary_track.word[t]);
		for (char *c = word; *c; c++)
			*c = *c == '_' ? ' ' : *c;
		if (!strncasecmp(title + 6, word, strlen(word)))
			page->r->sheet[page->sheet].track = t;
	}
}

/* "n 4+2": no count of one or two stands anywhere. */
static void read_counts(const struct page *page, const char *text)
{
	for (const char *at = text; (at = strstr(at, "n ")); at += 2) {
		if (at > text && (isalnum((unsigned char)at[-1]) || at[-1] == '\''))
			continue;
		for (const char *c = at + 2; isdigit((unsigned char)*c) || *c == '<';) {
			int n = *c == '<' ? 3 : atoi(c);
			c += strspn(c, "<0123456789");
			if ((n == 1 || n == 2) && (*c == '+' || c[-2] == '+' || c[-2] == ' ') &&
				strncmp(c, " of", 3) != 0)
				reading_break(page->r, "count: %s says \"%.30s\"", page->in, at);
			if (*c != '+')
				break;
			c++;
		}
	}
}

static void read_strings(const struct page *page, const json_t *value)
{
	const json_t *child;
	const char *key;
	size_t at;

	if (json_is_string(value))
		read_text(page->r, page->sheet, json_string_value(value), page->in);
	json_array_foreach(value, at, child) read_strings(page, child);
	json_object_foreach((json_t *)(uintptr_t)value, key, child) read_strings(page, child);
}

static void read_block(const struct page *page, const json_t *block)
{
	const char *kind = json_string_value(json_object_get(block, "kind"));

	if (!kind)
		return;
	if (!strcmp(kind, "table"))
		read_table(page, block);
	else if (!strcmp(kind, "strips"))
		read_strips(page, block);
	else if (!strcmp(kind, "terms"))
		read_terms(page, block);
}

void read_report(struct reading *r, int sheet, const char *json, const char *in)
{
	const struct page page = { r, sheet, in };
	json_t *document = json_loads(json, 0, NULL);
	const json_t *section, *block;
	size_t at, i;

	if (!document)
		reading_break(r, "form: %s is no JSON", in);
	json_array_foreach(
		json_object_get(json_object_get(document, "report"), "sections"), at, section)
	{
		read_track(&page, json_string_value(json_object_get(section, "title")));
		json_array_foreach(json_object_get(section, "blocks"), i, block)
			read_block(&page, block);
	}
	/* what the sentences say beside the tables */
	read_strings(&page, document);
	json_decref(document);
}

/* Trend and comparison */

static void read_listed(const struct page *page, const json_t *list, const char *member,
	enum figure_kind kind, bool causes)
{
	const json_t *entry;
	size_t at;

	json_array_foreach(list, at, entry)
	{
		const char *id = json_string_value(json_object_get(entry, "id"));
		int of = causes ? vocabulary_find(&vocabulary_cause, id) : scale_named(id);
		for (int s = 0; !causes && of < 0 && s < SCALE_COUNT; s++)
			if (id && !strcmp(scale_info[s].word, id))
				of = s;
		if (of >= 0)
			add_number(page, kind, of, -1, json_object_get(entry, member));
	}
}

static int sheet_said(struct reading *r, int sheet, const json_t *as_of)
{
	const char *day = json_string_value(as_of);
	char text[40];

	snprintf(text, sizeof(text), "as of %s", day ? day : "");
	return reading_as_of(r, sheet, day_said(text));
}

static void read_change(struct reading *r, const int *sheets, const json_t *change)
{
	char id[40];
	int from = -1, to = -1;

	for (int i = 0; i < r->alliance->rounds; i++) {
		round_id(r->alliance, i, id);
		const char *a = json_string_value(json_object_get(change, "from"));
		const char *b = json_string_value(json_object_get(change, "to"));
		from = a && !strcmp(a, id) ? i : from;
		to = b && !strcmp(b, id) ? i : to;
	}
	if (from < 0 || to < 0)
		return;
	bool check = r->alliance->round[from].kind == ROUND_PULSE ||
		r->alliance->round[to].kind == ROUND_PULSE;
	const json_t *entry, *list = json_object_get(change, "aspects");
	size_t at;
	int x = sheet_said(r, sheets[from], json_object_get(change, "from_as_of"));
	int y = sheet_said(r, sheets[to], json_object_get(change, "to_as_of"));
	json_array_foreach(list, at, entry)
	{
		const struct page before = { r, x, "comparison" };
		const struct page after = { r, y, "comparison" };
		int scale = scale_named(json_string_value(json_object_get(entry, "id")));
		bool other_before = check && r->alliance->round[from].kind != ROUND_PULSE;
		bool other_after = check && r->alliance->round[to].kind != ROUND_PULSE;
		if (scale == SCALE_NONE)
			continue;
		add_number(&before, FIGURE_PERCEPTION, scale + (other_before ? SCALE_COUNT : 0), -1,
			json_object_get(entry, "before"));
		add_number(&after, FIGURE_PERCEPTION, scale + (other_after ? SCALE_COUNT : 0), -1,
			json_object_get(entry, "after"));
		r->sheet[y].before = r->sheet[x].state;
		if (!json_is_number(json_object_get(entry, "delta")))
			continue;
		judge_change(r, x, y, scale);
		add_number(&after, FIGURE_CHANGE, scale, check, json_object_get(entry, "delta"));
	}
}

void read_compare(struct reading *r, const int *sheets, const char *json)
{
	json_t *document = json_loads(json, 0, NULL);

	read_change(r, sheets, document);
	json_decref(document);
}

void read_trend(struct reading *r, const int *sheets, const char *json)
{
	json_t *document = json_loads(json, 0, NULL);
	const json_t *round, *change;
	size_t at;

	json_array_foreach(json_object_get(document, "rounds"), at, round)
	{
		char id[40];
		int which = -1;
		for (int i = 0; i < r->alliance->rounds; i++) {
			const char *said = json_string_value(json_object_get(round, "id"));
			round_id(r->alliance, i, id);
			which = said && !strcmp(said, id) ? i : which;
		}
		if (which < 0)
			continue;
		int x = sheet_said(r, sheets[which], json_object_get(round, "as_of"));
		const struct page page = { r, x, "trend" };
		add_number(&page, FIGURE_HEALTH, 0, -1, json_object_get(round, "health"));
		read_listed(&page, json_object_get(round, "causes"), "score", FIGURE_CAUSE, true);
		read_listed(&page, json_object_get(round, "aspects"), "score", FIGURE_SCORE, false);
		read_listed(&page, json_object_get(round, "aspects"), "perception",
			FIGURE_PERCEPTION, false);
		read_listed(&page, json_object_get(round, "symptoms"), "perception",
			FIGURE_PERCEPTION, false);
	}
	json_array_foreach(json_object_get(document, "changes"), at, change)
		read_change(r, sheets, change);
	json_decref(document);
}

/* Sentences */

static bool word_at(const char *text, const char *at, size_t n)
{
	return (at == text || !isalnum((unsigned char)at[-1])) && !isalnum((unsigned char)at[n]);
}

/* What stands within n bytes is about this label. */
static bool names(const char *text, size_t n, const char *label)
{
	size_t of = strlen(label);

	for (size_t i = 0; i + of <= n; i++)
		if (!strncasecmp(text + i, label, of) && word_at(text, text + i, of))
			return true;
	return false;
}

/* Is the number at a line that bands and rules draw, or another one that says nothing of people? */
static bool is_line(const char *text, const char *at)
{
	static const char *const before[] = { "below ", "from ", "within ", "than ", "least ",
		"reaches ", "under ", "above ", "rate ", "to ", "about ", "of ", "p ", "in " };

	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++) {
		size_t n = strlen(before[i]);
		if ((size_t)(at - text) >= n && !strncmp(at - n, before[i], n) &&
			strncmp(before[i], "of ", 3) != 0)
			return true;
	}
	return false;
}

static bool explains(const struct figure *f, double v, double half)
{
	double middle = (f->lo + f->hi) / 2;
	bool itself = f->lo <= v + half && f->hi >= v - half;
	bool distance = fabs(fabs(middle - 3.5) - v) <= half + 0.06;

	return f->decimals >= 0 && (itself || (f->kind != FIGURE_GAP && distance));
}

static bool explained(const struct reading *r, double v, int decimals)
{
	for (int i = 0; i < r->figures; i++)
		if (explains(&r->figure[i], v, 0.5 * pow(10, -decimals)))
			return true;
	return false;
}

/* "weight 0.2 normal": gaps in a sentence. */
static void read_gaps(const struct page *page, const char *text, size_t n)
{
	for (int s = 0; s < ASPECT_COUNT; s++) {
		size_t of = strlen(scale_info[s].label);
		for (size_t i = 0; i + of + 5 < n; i++) {
			char number[16];
			if (strncasecmp(text + i, scale_info[s].label, of) != 0 ||
				!word_at(text, text + i, of) || text[i + of] != ' ')
				continue;
			size_t length = strspn(text + i + of + 1, "0123456789.");
			const char *level = text + i + of + 1 + length;
			if (length < 3 || length > 5 || *level != ' ' ||
				(strncmp(level, " normal", 7) && strncmp(level, " discuss", 8) &&
					strncmp(level, " material", 9)))
				continue;
			snprintf(number, sizeof(number), "%.*s", (int)length, text + i + of + 1);
			add(page, FIGURE_GAP, s, -1, number);
			read_level(page, s, level + 1);
		}
	}
}

/* Ids of findings: "aspect.type.fit", "gap.type.fit", "cause.type", "killer.governance". */
static void read_findings(const struct page *page, const char *text)
{
	for (const char *at = text; *at; at += strcspn(at, ".") + (strchr(at, '.') != NULL)) {
		for (int s = 0; s < ASPECT_COUNT; s++) {
			const char *id = scale_info[s].id;
			size_t n = strlen(id);
			if (strncmp(at, id, n) != 0 || isalnum((unsigned char)at[n]) ||
				at[n] == '_')
				continue;
			if (at - text >= 7 && !strncmp(at - 7, "aspect.", 7))
				add_sign(page, FIGURE_SCORE, s, -1, 1, 3.5);
			if (at - text >= 4 && !strncmp(at - 4, "gap.", 4))
				add_sign(page, FIGURE_GAP, s, -1, 0.75, 4);
		}
		for (int k = 0; k < KILLER_COUNT && at - text >= 7; k++)
			if (!strncmp(at - 7, "killer.", 7) &&
				!strncmp(at, vocabulary_killer.word[k],
					strlen(vocabulary_killer.word[k])))
				add_sign(page, FIGURE_KILLER, k, -1, 1, 3.5);
		for (int c = 0; c < CAUSE_COUNT && at - text >= 6; c++)
			if (!strncmp(at - 6, "cause.", 6) &&
				!strncmp(at, cause_info[c].id, strlen(cause_info[c].id)))
				add_sign(page, FIGURE_CAUSE, c, -1, 1, 3.5);
	}
}

/* A number beside the label of a scale or cause has to be one of the tables: else the attack does
 * not know what it says, and must not be silent. */
static void read_unit(const struct page *page, const char *text, size_t n)
{
	bool about = false;

	read_gaps(page, text, n);
	for (int s = 0; s < SCALE_COUNT && !about; s++)
		about = names(text, n, scale_info[s].label);
	for (size_t i = 0; i < n && about; i++) {
		char *end;
		if (!isdigit((unsigned char)text[i]) ||
			(i && (isalnum((unsigned char)text[i - 1]) || text[i - 1] == '.')))
			continue;
		double v = strtod(text + i, &end);
		const char *dot = memchr(text + i, '.', (size_t)(end - text) - i);
		int decimals = dot ? (int)(end - dot) - 1 : 0;
		bool weight = v == 0.5 || v == 0.25;
		if (decimals >= 1 && decimals <= 2 && v <= 5 && !weight &&
			!is_line(text, text + i) && strncmp(end, " of 3", 5) != 0 &&
			strncmp(end, ", for ", 6) != 0 /* how a form fits */ && *end != '%' &&
			!explained(page->r, v, decimals))
			reading_break(page->r, "unread: %s says \"%.*s\"", page->in,
				(int)(n < 90 ? n : 90), text);
		i = (size_t)(end - text);
	}
}

void read_text(struct reading *r, int sheet, const char *text, const char *in)
{
	/* how it would be without one of them, and what one answer decides */
	static const char *const single[] = { "leaving out one respondent keeps",
		"when one respondent is left out", "One answer decides", "No single answer, route",
		"each leaving out one person" };
	const struct page page = { r, sheet, in };
	const char *from = text;

	for (size_t i = 0; i < sizeof(single) / sizeof(*single); i++)
		if (strstr(text, single[i]))
			reading_break(r, "single: %s says \"%s\"", in, single[i]);
	read_counts(&page, text);
	read_title(&page, text);
	read_findings(&page, text);
	for (const char *at = text; *at; at++) {
		bool ends = *at == ';' || *at == '\n' || (*at == '.' && (at[1] == ' ' || !at[1]));
		if (!ends)
			continue;
		read_unit(&page, from, (size_t)(at - from));
		from = at + 1;
	}
	read_unit(&page, from, strlen(from));
}
