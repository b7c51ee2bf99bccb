/* SPDX-License-Identifier: MIT */
/*
 * Whether an alliance is the way, in this form, with this partner: route test, type fit, selection.
 */
#include <string.h>
#include "gather.h"

#define LABEL_CELLS 11
#define BETTER_SHOWN 3

/* A rated value in a row of them; a capital where it begins the row. */
static const char *route_value(struct compose *c, int value, bool begins)
{
	static const struct {
		const char *inside, *first;
	} names[ROUTE_VALUES] = {
		[ROUTE_OWN] = { "building alone", "Building alone" },
		[ROUTE_TRADABILITY] = { "contracting", "Contracting" },
		[ROUTE_CLOSENESS] = { "closeness needed", "Closeness needed" },
		[ROUTE_INTEGRATION] = { "integrating the owner", "Integrating the owner" },
	};
	double rated = c->scores->route.value[value];
	struct hole what = hole_text("what", begins ? names[value].first : names[value].inside);

	return isnan(rated) ? words(c->pool, W_ROUTE_UNRATED, what)
			    : words(c->pool, W_ROUTE_RATED, what, hole_number("value", rated, 2));
}

static const char *route_result(struct compose *c)
{
	static const enum sentence sentences[] = {
		[ROUTE_BUILD] = W_ROUTE_IS_BUILD,
		[ROUTE_CONTRACT] = W_ROUTE_IS_CONTRACT,
		[ROUTE_ACQUIRE] = W_ROUTE_IS_ACQUIRE,
		[ROUTE_ALLIANCE] = W_ROUTE_IS_ALLIANCE,
		[ROUTE_INCONCLUSIVE] = W_ROUTE_IS_OPEN,
	};

	return c->scores->route.result < 0 ? words_plain(W_ROUTE_IS_MISSING)
					   : words_plain(sentences[c->scores->route.result]);
}

/* Values that decide nothing. */
static struct texts undecided(struct compose *c)
{
	struct texts list = { 0 };

	for (int i = 0; i < ROUTE_VALUES && c->scores->route.result >= 0; i++)
		if (c->scores->route.undecided[i])
			texts_add(c->pool, &list, route_value(c, i, false));
	return list;
}

/* Of a clearance that is known. */
static const char *clearance_text(struct compose *c, double clearance)
{
	struct hole line = hole_number("line", ROUTE_CLEAR, 2);

	if (at_least(clearance, ROUTE_CLEAR))
		return words(c->pool, W_ROUTE_CLEAR, hole_number("clearance", clearance, 2), line);
	return words(
		c->pool, W_ROUTE_NOT_CLEAR, hole_number("by", ROUTE_CLEAR - clearance, 2), line);
}

static const char *values_text(struct compose *c)
{
	int n[PARTIES_MAX] = { 0 };
	struct texts values = { 0 };

	for (size_t i = 0; i < c->rec->route_count; i++)
		if (c->rec->routes[i].party >= 0)
			n[c->rec->routes[i].party]++;
	for (int i = 0; i < ROUTE_VALUES; i++)
		texts_add(c->pool, &values, route_value(c, i, !i));
	return words(c->pool, W_ROUTE_VALUES, hole_text("values", words_names(c->pool, &values)),
		hole_text("n", n_text(c, n)));
}

static const char *tested_text(struct compose *c)
{
	const struct texts between = undecided(c);
	struct texts said = { 0 };

	texts_add(c->pool, &said, route_result(c));
	if (between.count)
		texts_add(c->pool, &said,
			words(c->pool, W_ROUTE_UNDECIDED, hole_list("values", &between)));
	texts_add(c->pool, &said, values_text(c));
	if (!isnan(c->scores->route.clearance))
		texts_add(c->pool, &said, clearance_text(c, c->scores->route.clearance));
	return words_sentences(c->pool, &said);
}

static void compose_route_test(struct compose *c)
{
	const char *text;

	if (c->view && c->view->route)
		text = words_plain(W_ROUTE_WITHHELD);
	else if (!c->rec->route_count)
		text = words_plain(W_ROUTE_UNTESTED);
	else
		text = tested_text(c);
	doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Route", "%s", text);
}

/* "Joint innovation 3 (Both sides put people on one plan)": how a form serves an ambition, and why.
 */
static const char *fit_text(struct compose *c, int ambition, int type)
{
	const char *name = c->rec->instrument->ambitions[ambition].name, *reason = NULL;
	int fit = type < 0 ? -1 : instrument_fit(c->rec->instrument, ambition, type, &reason);

	if (fit < 0)
		return name;
	struct hole ambition_name = hole_text("ambition", name);
	struct hole value = hole_count("fit", fit);
	if (str_blank(reason))
		return words(c->pool, W_ROUTE_FIT, ambition_name, value);
	return words(c->pool, W_ROUTE_FIT_BECAUSE, ambition_name, value,
		hole_text("reason", without_stop(c, reason)));
}

/* The ranked ambitions, each with what the declared type does for it; NULL: none is recorded. */
static const char *ambitions_text(struct compose *c, int type)
{
	const char *ranked = record_profile(c->rec)->ambitions;
	char *ids = pool_strdup(c->pool, ranked ? ranked : "");
	struct texts list = { 0 };
	char *rest = ids;

	for (char *id = strtok_r(ids, "\n", &rest); id; id = strtok_r(NULL, "\n", &rest)) {
		int ambition = instrument_ambition(c->rec->instrument, id);

		texts_add(c->pool, &list, ambition < 0 ? id : fit_text(c, ambition, type));
	}
	return list.count ? words_names(c->pool, &list) : NULL;
}

/* A form with the ambition for which the change would be made. */
static const char *better_form(struct compose *c, int at)
{
	int type = c->scores->type.better[at].type, gain = type_gain(c->rec, type);
	struct hole form = hole_text("form", c->rec->instrument->types[type].name);
	struct hole fit = hole_number("fit", c->scores->type.better[at].fit, 2);

	return gain < 0 ? words(c->pool, W_ROUTE_BETTER_FORM, form, fit)
			: words(c->pool, W_ROUTE_BETTER_FORM_FOR, form, fit,
				  hole_text("gain", fit_text(c, gain, type)));
}

static const char *better_text(struct compose *c)
{
	int count = (int)c->scores->type.better_count;
	struct texts list = { 0 };

	if (!count)
		return words_plain(W_ROUTE_NO_BETTER);
	for (int i = 0; i < count && i < BETTER_SHOWN; i++)
		texts_add(c->pool, &list, better_form(c, i));
	return words(c->pool, W_ROUTE_BETTER, hole_text("forms", words_clauses(c->pool, &list)));
}

static const char *form_missing(bool typed, bool ambitious)
{
	return typed        ? words_plain(W_ROUTE_NO_AMBITIONS)
		: ambitious ? words_plain(W_ROUTE_NO_FORM)
			    : words_plain(W_ROUTE_NO_FORM_AMBITIONS);
}

static const char *form_text(struct compose *c)
{
	const char *declared = record_profile(c->rec)->type;
	int type = declared ? instrument_type(c->rec->instrument, declared) : -1;
	const char *ambitions = ambitions_text(c, type);

	if (type < 0 || !ambitions)
		return form_missing(type >= 0, ambitions != NULL);
	struct hole form = hole_text("form", c->rec->instrument->types[type].name);
	struct hole ranked = hole_text("ambitions", ambitions);
	struct texts said = { 0 };
	if (isnan(c->scores->type.fit))
		return words(c->pool, W_ROUTE_FORM_UNKNOWN, form, ranked);
	texts_add(c->pool, &said,
		words(c->pool, W_ROUTE_FORM_FITS, form, hole_number("fit", c->scores->type.fit, 2),
			ranked));
	texts_add(c->pool, &said, better_text(c));
	return words_sentences(c->pool, &said);
}

/* NULL: none of that value. */
static const char *rows_with(struct compose *c, enum check value)
{
	struct texts list = { 0 };

	for (int row = 0; row < SELECTION_ROWS; row++)
		if (record_check(c->rec, (enum check_row)row) == value)
			texts_add(c->pool, &list, words_check_row(row));
	return list.count ? words(c->pool, W_ROUTE_ROWS_AT, hole_count("n", (int)list.count),
				    hole_text("value", words_check((int)value)),
				    hole_text("rows", words_names(c->pool, &list)))
			  : NULL;
}

static const char *rows_text(struct compose *c)
{
	struct texts list = { 0 };

	for (int value = 0; value < CHECK_UNKNOWN; value++)
		if (rows_with(c, (enum check)value))
			texts_add(c->pool, &list, rows_with(c, (enum check)value));
	if (!list.count)
		return words_plain(W_ROUTE_NO_ROWS);
	if (rows_with(c, CHECK_UNKNOWN))
		texts_add(c->pool, &list, rows_with(c, CHECK_UNKNOWN));
	return words(c->pool, W_ROUTE_ROWS, hole_count("all", SELECTION_ROWS),
		hole_text("rows", words_names(c->pool, &list)));
}

static const char *selection_text(struct compose *c)
{
	double score = c->scores->scale[ASPECT_SELECTION].score;
	struct hole said = hole_text("score", scale_text(c, ASPECT_SELECTION));
	struct hole n = hole_text("n", scale_n(c, ASPECT_SELECTION));

	return isnan(score)
		? words(c->pool, W_ROUTE_SELECTION_UNKNOWN, said, n)
		: words(c->pool, W_ROUTE_SELECTION, said, n,
			  hole_text("band", words_band((int)band_of(&c->scores->lines, score))));
}

static void compose_selection(struct compose *c)
{
	struct texts said = { 0 };

	if (!facts_only(c))
		texts_add(c->pool, &said, selection_text(c));
	texts_add(c->pool, &said, rows_text(c));
	doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Selection", "%s",
		words_sentences(c->pool, &said));
}

void compose_route(struct compose *c)
{
	bool facts = facts_only(c);

	compose_chapter(c, REPORT_ROUTE, NULL,
		facts ? "Form and selection" : "Strategy route, form, selection");
	if (!facts)
		compose_route_test(c);
	doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Form", "%s", form_text(c));
	compose_selection(c);
}
