/* SPDX-License-Identifier: MIT */
/*
 * Words, names and numbers of a report.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "compose.h"

#define CHANCE_LEAST 0.0005 /* what rounds to nothing is less than 0.001 */
#define COUNTS_PARTIES 4    /* up to here each side's number is told */
#define CELL_BYTES 32       /* of a cell with all its marks, at most */

const char *say(struct compose *c, const char *fmt, ...)
{
	struct str out;
	va_list args;

	str_init(&out);
	va_start(args, fmt);
	str_addv(&out, fmt, args);
	va_end(args);
	const char *text = pool_strdup(c->pool, out.text);
	str_release(&out);
	return text;
}

const char *without_stop(struct compose *c, const char *text)
{
	size_t n = strlen(text);

	while (n && (isspace((unsigned char)text[n - 1]) || text[n - 1] == '.'))
		n--;
	return pool_strndup(c->pool, text, n);
}

const char *party_label(const struct compose *c, int party)
{
	return c->rec->parties[party].label;
}

const char *party_name(const struct compose *c, int party)
{
	const char *name = c->rec->parties[party].name;

	return str_blank(name) ? party_label(c, party) : name;
}

const char *parties_where(struct compose *c, const bool in[PARTIES_MAX])
{
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++)
		if (in[p])
			texts_add(c->pool, &list, party_label(c, p));
	return words_list(c->pool, &list);
}

/* A name without blanks at its ends. */
static const char *trimmed(struct compose *c, const char *name)
{
	size_t n;

	while (*name == ' ')
		name++;
	n = strlen(name);
	while (n && name[n - 1] == ' ')
		n--;
	return pool_strndup(c->pool, name, n);
}

const char *person_short(struct compose *c, int person)
{
	return words_person_short(c->pool, c->rec, person, true);
}

bool heard_openly(const struct compose *c, int person)
{
	for (size_t i = 0; i < c->rec->respondent_count; i++)
		if (c->rec->respondents[i].person == person && !is_confidential(c, (int)i) &&
			record_has_data(c->rec, (int)i))
			return true;
	return false;
}

void compose_confidential(struct compose *c)
{
	for (size_t i = 0; i < c->rec->respondent_count; i++)
		c->confidential += is_confidential(c, (int)i) && record_answers(c->rec, (int)i) > 0;
}

/* Owners are part of the plan, not of the answers: they are named, whoever was heard. */
const char *owner_name(struct compose *c, const struct planned_action *planned, int party)
{
	int person = planned->owner[party];

	return person < 0 ? "open" : person_short(c, person);
}

const char *owner_surname(struct compose *c, const struct planned_action *planned, int party)
{
	if (planned->owner[party] < 0)
		return "open";
	const struct person *who = &c->rec->people[planned->owner[party]];
	return str_blank(who->name) ? words_role(who->role) : record_surname(trimmed(c, who->name));
}

bool is_confidential(const struct compose *c, int respondent)
{
	return edition_confides(c->rec, respondent);
}

static const char *respondent_name(const struct compose *c, int respondent)
{
	const struct respondent *who = &c->rec->respondents[respondent];

	if (!str_blank(who->name))
		return who->name;
	return who->person >= 0 ? c->rec->people[who->person].name : NULL;
}

/* The name to print, trimmed, of those who gave it; NULL for the others. */
static const char *printed_name(struct compose *c, int respondent)
{
	const char *name = respondent_name(c, respondent);

	if (c->rec->respondents[respondent].attribution != ATTRIBUTION_NAMED || str_blank(name))
		return NULL;
	return trimmed(c, name);
}

static bool surname_is_shared(const char *const *names, size_t count, size_t at)
{
	for (size_t i = 0; i < count; i++)
		if (i != at && names[i] &&
			!strcmp(record_surname(names[i]), record_surname(names[at])))
			return true;
	return false;
}

/* Once for all: an appendix names every respondent at every item. */
void compose_tags(struct compose *c)
{
	size_t count = c->rec->respondent_count;
	const char **names = pool_alloc(c->pool, count * sizeof(*names));

	c->tag = pool_alloc(c->pool, count * sizeof(*c->tag));
	for (size_t i = 0; i < count; i++)
		names[i] = printed_name(c, (int)i);
	for (size_t i = 0; i < count; i++)
		if (is_confidential(c, (int)i))
			c->tag[i] = words(c->pool, W_RESPONDENT_NUMBER,
				hole_count("number", edition_number_of(c->rec, (int)i)));
		else if (!names[i])
			c->tag[i] = words_role(c->rec->respondents[i].role);
		else
			c->tag[i] = surname_is_shared(names, count, i) ? names[i]
								       : record_surname(names[i]);
}

const char *respondent_tag(const struct compose *c, int respondent)
{
	return c->tag[respondent];
}

const char *respondent_full(struct compose *c, int respondent)
{
	const struct respondent *who = &c->rec->respondents[respondent];
	const char *name = printed_name(c, respondent);

	if (is_confidential(c, respondent))
		return respondent_tag(c, respondent);
	struct hole role = hole_text("role", words_role(who->role));
	struct hole party = hole_text("party", party_label(c, who->party));
	if (name)
		return words(c->pool, W_RESPONDENT_NAMED, hole_text("name", name), role, party);
	return words(c->pool, W_RESPONDENT_BY_ROLE, role, party);
}

bool rounds_across(const struct compose *c, double score)
{
	char printed[32];

	snprintf(printed, sizeof(printed), "%.2f", score);
	return !isnan(score) && !c->joint &&
		band_of(&c->scores->lines, strtod(printed, NULL)) !=
		band_of(&c->scores->lines, score);
}

const char *score_text(struct compose *c, double score)
{
	if (isnan(score))
		return "none";
	return rounds_across(c, score)
		? words(c->pool, W_SCORE_EXACT, hole_number("score", score, 2),
			  hole_number("exact", score, 3))
		: rated(c, score);
}

const char *rated(struct compose *c, double value)
{
	return isnan(value) ? "-" : say(c, "%.*f", places(c), value);
}

bool withheld_scale(const struct compose *c, int scale)
{
	return c->view && c->view->scale[scale] != WITHHELD_NOT;
}

bool withheld_value(const struct compose *c, int scale, int party)
{
	return c->view && c->view->value[scale][party];
}

bool withheld_primary(const struct compose *c)
{
	return c->view && c->view->primary;
}

const char *scale_text(struct compose *c, int scale)
{
	return withheld_scale(c, scale) ? "withheld" : score_text(c, c->scores->scale[scale].score);
}

const char *everybody(const struct compose *c)
{
	return c->parties > 2     ? "all companies"
		: c->parties == 2 ? "both companies"
				  : "more than one company";
}

const char *chance_text(struct compose *c, double p)
{
	return p < CHANCE_LEAST ? words_plain(W_CHANCE_LEAST) : dash(c, "%.3f", p);
}

const char *counts_short(struct compose *c, const int n[PARTIES_MAX])
{
	int least = n[0], most = n[0];

	if (c->parties <= COUNTS_PARTIES)
		return counts(c, n);
	for (int p = 1; p < c->parties; p++) {
		least = n[p] < least ? n[p] : least;
		most = n[p] > most ? n[p] : most;
	}
	return least == most ? words(c->pool, W_COUNTS_EACH, hole_count("n", most))
			     : words(c->pool, W_COUNTS_RANGE, hole_count("least", least),
				       hole_count("most", most));
}

const char *dash(struct compose *c, const char *fmt, double value)
{
	char text[64];

	if (isnan(value))
		return "-";
	snprintf(text, sizeof(text), fmt, value);
	return say(c, "%s", text);
}

/* A number has its whole digits up to seven of them, above that so many millions or billions. */
const char *quantity(struct compose *c, double value)
{
	double size = fabs(value);

	if (isnan(value))
		return "-";
	if (size < 999999.5)
		return say(c, "%.6g", value);
	if (size < 9999999.5)
		return say(c, "%.0f", value);
	if (size < 9999.5e6)
		return words(c->pool, W_QUANTITY_MILLIONS,
			hole_text("value", say(c, "%.4g", value / 1e6)));
	return words(c->pool, W_QUANTITY_BILLIONS, hole_text("value", say(c, "%.3g", value / 1e9)));
}

const char *counts(struct compose *c, const int n[PARTIES_MAX])
{
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &list,
			c->joint && n[p] < EDITION_VALUE_MIN ? say(c, "<%d", EDITION_VALUE_MIN)
							     : say(c, "%d", n[p]));
	return texts_join(c->pool, &list, "+", "+");
}

const char *n_text(struct compose *c, const int n[PARTIES_MAX])
{
	return words(c->pool, W_RESTS_ON, hole_text("counts", counts(c, n)));
}

const char *scale_n(struct compose *c, int scale)
{
	return n_text(c, c->scores->scale[scale].n);
}

bool asks_scale(const struct compose *c, int scale)
{
	for (size_t i = 0; i < c->rec->instrument->item_count; i++) {
		const struct item *item = &c->rec->instrument->items[i];

		if (item->kind != ITEM_RATED || (int)item->scale != scale)
			continue;
		if (!is_pulse(c) || item->health_check)
			return true;
		for (size_t r = 0; r < c->rec->respondent_count; r++)
			if (record_asked(c->rec, (int)r, (int)i))
				return true;
	}
	return false;
}

void cause_counts(const struct compose *c, int cause, int n[PARTIES_MAX])
{
	memcpy(n, c->scores->cause[cause].n, PARTIES_MAX * sizeof(*n));
}

const char *cause_n(struct compose *c, int cause)
{
	int n[PARTIES_MAX];

	cause_counts(c, cause, n);
	return n_text(c, n);
}

const char *scored(struct compose *c, int scale)
{
	return words(c->pool, W_SCORED, hole_text("what", words_scale(scale)),
		hole_text("score", score_text(c, c->scores->scale[scale].score)),
		hole_text("n", scale_n(c, scale)));
}

static const char *unbroken(struct compose *c, const char *text)
{
	struct str out;

	str_init(&out);
	for (; *text; text++) {
		if (*text == ' ')
			str_add(&out, NB);
		else
			str_addc(&out, *text);
	}
	const char *glued = pool_strdup(c->pool, out.text);
	str_release(&out);
	return glued;
}

const char *day_long(struct compose *c, int day)
{
	char buffer[32];

	return day == DATE_NONE ? "no" NB "date" : unbroken(c, date_long(day, buffer));
}

const char *day_short(struct compose *c, int day)
{
	char buffer[32];

	return day == DATE_NONE ? "-" : unbroken(c, date_short(day, buffer));
}

const char *kpi_unit(const struct kpi *kpi)
{
	return str_blank(kpi->unit) || !strcmp(kpi->unit, "number") ? "" : kpi->unit;
}

/* Bytes that can matter to so many cells, however long the text is; whole characters. */
static size_t bytes_within(const char *text, int cells)
{
	size_t n = strnlen(text, (size_t)cells * CELL_BYTES);

	while (n && (text[n] & 0xC0) == 0x80)
		n--;
	return n;
}

const char *shortened(struct compose *c, const char *text, int cells)
{
	struct str clean, out;
	const char *start =
		pool_strndup(c->pool, text ? text : "", text ? bytes_within(text, cells) : 0);

	str_init(&clean);
	str_init(&out);
	utf8_clean(&clean, start, false, false);
	utf8_cut(&out, UTF8_FILE, clean.text, cells);
	const char *cut = pool_strdup(c->pool, out.text);
	str_release(&clean);
	str_release(&out);
	return cut;
}

const char *quote(struct compose *c, const char *text)
{
	return say(c, "\"%s\"", text);
}

/* A tie and one-sided data name no primary cause (report rules 14 and 15). */
bool names_primary(const struct compose *c)
{
	return c->diagnosis->primary.cause < CAUSE_COUNT && !c->diagnosis->primary.tie &&
		!c->scores->one_sided;
}

bool near_the_line(const struct compose *c, double score)
{
	return !isnan(score) && at_most(fabs(score - c->scores->lines.failing), NEAR_THE_LINE);
}

int lowest_aspects(const struct compose *c, int cause, int out[ASPECTS_PER_CAUSE])
{
	int count = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i, at = count;

		if (isnan(c->scores->scale[scale].score))
			continue;
		for (; at &&
			below(c->scores->scale[scale].score, c->scores->scale[out[at - 1]].score);
			at--)
			out[at] = out[at - 1];
		out[at] = scale;
		count++;
	}
	return count;
}

int widest_gaps(const struct compose *c, int out[ASPECT_COUNT], double from)
{
	int count = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		double gap = c->scores->scale[scale].gap.value;
		int at = count;

		if (isnan(gap) || below(gap, from))
			continue;
		for (; at && above(gap, c->scores->scale[out[at - 1]].gap.value); at--)
			out[at] = out[at - 1];
		out[at] = scale;
		count++;
	}
	return count;
}
