/* SPDX-License-Identifier: MIT */
/*
 * Whether an alliance is the way, in this form, with this partner: route test, type fit, selection.
 */
#include <string.h>
#include "../compose.h"

#define LABEL_CELLS 11
#define BETTER_SHOWN 3

static const char *route_value(struct compose *c, int value)
{
	static const char *const words[ROUTE_VALUES] = { "building alone", "contracting",
		"closeness needed", "integrating the owner" };

	return say(c, "%s %s", words[value],
		isnan(c->scores->route.value[value])
			? "not rated"
			: say(c, "%.2f", c->scores->route.value[value]));
}

static const char *route_result(struct compose *c)
{
	static const char *const words[] = {
		[ROUTE_BUILD] = "Build: own means are enough.",
		[ROUTE_CONTRACT] = "Contract: what is missing can be bought.",
		[ROUTE_ACQUIRE] = "Acquire: closeness is needed and the owner could be integrated.",
		[ROUTE_ALLIANCE] = "Alliance.",
		[ROUTE_INCONCLUSIVE] = "Inconclusive.",
	};
	struct list undecided = { 0 };

	if (c->scores->route.result < 0)
		return "None: a value is missing.";
	for (int i = 0; i < ROUTE_VALUES; i++)
		if (c->scores->route.undecided[i])
			list_add(c, &undecided, route_value(c, i));
	return undecided.count ? say(c, "%s Neither low nor high: %s.",
					 words[c->scores->route.result], list_and(c, &undecided))
			       : words[c->scores->route.result];
}

static const char *clearance_text(struct compose *c)
{
	double clearance = c->scores->route.clearance;

	if (isnan(clearance))
		return "";
	if (at_least(clearance, SCORE_FAILING))
		return say(c, " Another route is open: the clearest reaches %.2f, from %.2f.",
			clearance, SCORE_FAILING);
	return say(c, " No other route comes nearer than %.2f to the line of %.2f.",
		SCORE_FAILING - clearance, SCORE_FAILING);
}

static void compose_route_test(struct compose *c)
{
	int n[PARTIES_MAX] = { 0 };
	struct list values = { 0 };

	if (c->view && c->view->route) {
		doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Route",
			"withheld: fewer than %d people of a side rated it.", EDITION_VALUE_MIN);
		return;
	}
	if (!c->rec->route_count) {
		doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Route",
			"not tested; the sponsor or manager of each side rates four values in the"
			" audit.");
		return;
	}
	for (size_t i = 0; i < c->rec->route_count; i++)
		if (c->rec->routes[i].party >= 0)
			n[c->rec->routes[i].party]++;
	for (int i = 0; i < ROUTE_VALUES; i++)
		list_add(c, &values, route_value(c, i));
	doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Route", "%s %s (%s).%s", route_result(c),
		capital(c, list_join(c, &values, ", ")), n_text(c, n), clearance_text(c));
}

/* "joint innovation 3 (both sides put people on one plan)": how a form serves an ambition, and why.
 */
static const char *fit_text(struct compose *c, int ambition, int type)
{
	const char *name = small(c, c->rec->instrument->ambitions[ambition].name), *reason = NULL;
	int fit = type < 0 ? -1 : instrument_fit(c->rec->instrument, ambition, type, &reason);

	if (fit < 0)
		return name;
	return str_blank(reason)
		? say(c, "%s %d", name, fit)
		: say(c, "%s %d (%s)", name, fit, small(c, without_stop(c, reason)));
}

/* The ranked ambitions, each with what the declared type does for it. */
static const char *ambitions_text(struct compose *c, int type)
{
	char *ids =
		pool_strdup(c->pool, c->rec->alliance.ambitions ? c->rec->alliance.ambitions : "");
	struct list list = { 0 };
	char *rest = ids;

	for (char *id = strtok_r(ids, "\n", &rest); id; id = strtok_r(NULL, "\n", &rest)) {
		int ambition = instrument_ambition(c->rec->instrument, id);

		list_add(c, &list, ambition < 0 ? id : fit_text(c, ambition, type));
	}
	return list.count ? list_join(c, &list, ", ") : NULL;
}

/* With the ambition for which the change would be made. */
static const char *better_text(struct compose *c)
{
	const struct type_fit *fit = &c->scores->type;
	struct list list = { 0 };

	if (!fit->better_count)
		return "No other form in the catalogue fits better, so the form stays.";
	for (size_t i = 0; i < fit->better_count && i < BETTER_SHOWN; i++) {
		int type = fit->better[i].type, gain = type_gain(c->rec, type);

		list_add(c, &list,
			say(c, "%s %.2f%s%s", c->rec->instrument->types[type].name,
				fit->better[i].fit, gain < 0 ? "" : ", for ",
				gain < 0 ? "" : fit_text(c, gain, type)));
	}
	return say(c, "Forms that fit better: %s.", list_join(c, &list, "; "));
}

static void compose_form(struct compose *c)
{
	int type = instrument_type(
		c->rec->instrument, c->rec->alliance.type ? c->rec->alliance.type : "");
	const char *ambitions = ambitions_text(c, type);

	if (type < 0 || !ambitions)
		doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Form",
			"%s not recorded; the profile asks.",
			type < 0 && !ambitions ? "declared type and ambitions are"
				: type < 0     ? "the declared type is"
					       : "the ambitions are");
	else if (isnan(c->scores->type.fit))
		doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Form",
			"%s for %s: the catalogue gives no fit.",
			c->rec->instrument->types[type].name, ambitions);
	else
		doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Form",
			"%s fits the ranked ambitions %.2f of" NB "3: %s. %s",
			c->rec->instrument->types[type].name, c->scores->type.fit, ambitions,
			better_text(c));
}

static const char *rows_with(struct compose *c, enum check value)
{
	struct list list = { 0 };

	for (int row = 0; row < SELECTION_ROWS; row++)
		if (record_check(c->rec, (enum check_row)row) == value)
			list_add(c, &list, strchr(vocabulary_check_row.word[row], '.') + 1);
	return list.count ? say(c, "%zu %s (%s)", list.count, vocabulary_check.word[value],
				    list_join(c, &list, ", "))
			  : NULL;
}

static const char *rows_text(struct compose *c)
{
	struct list list = { 0 };

	for (int value = 0; value < CHECK_UNKNOWN; value++)
		if (rows_with(c, (enum check)value))
			list_add(c, &list, rows_with(c, (enum check)value));
	if (!list.count)
		return "No row of the checklist is filled in; the audit asks.";
	if (rows_with(c, CHECK_UNKNOWN))
		list_add(c, &list, rows_with(c, CHECK_UNKNOWN));
	return say(c,
		"Of %d rows %s. It cannot be redone; what was not tested then can be tested"
		" today.",
		(int)SELECTION_ROWS, list_join(c, &list, ", "));
}

static void compose_selection(struct compose *c)
{
	const struct scale_score *score = &c->scores->scale[ASPECT_SELECTION];

	doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, "Selection", "%s%s%s (%s). %s",
		scale_text(c, ASPECT_SELECTION), isnan(score->score) ? "" : ", ",
		band_word(band_of(score->score)), scale_n(c, ASPECT_SELECTION), rows_text(c));
}

void compose_route(struct compose *c)
{
	compose_chapter(c, REPORT_ROUTE, NULL, "Strategy route, form, selection");
	compose_route_test(c);
	compose_form(c);
	compose_selection(c);
}
