/* SPDX-License-Identifier: MIT */
/*
 * The route test (rekindle-method(7), section 5): build, contract, acquire or ally, and how clear
 * the way of the other routes is.
 */
#include "basis.h"

static const char *const route_result_words[] = {
	[ROUTE_BUILD] = "build",
	[ROUTE_CONTRACT] = "contract",
	[ROUTE_ACQUIRE] = "acquire",
	[ROUTE_ALLIANCE] = "alliance",
	[ROUTE_INCONCLUSIVE] = "inconclusive",
};
const struct vocabulary vocabulary_route_result = {
	"route",
	ROUTE_INCONCLUSIVE + 1,
	route_result_words,
};

static bool clear(double value)
{
	return at_least(value, ROUTE_CLEAR);
}

static bool grey(double value)
{
	return above(value, ROUTE_SHUT) && below(value, ROUTE_CLEAR);
}

/* The way through the test: where it ends, and which values it looks at. */
static enum route_result walk(const double value[ROUTE_VALUES], bool looked[ROUTE_VALUES])
{
	looked[ROUTE_OWN] = true;
	if (clear(value[ROUTE_OWN]))
		return ROUTE_BUILD;
	looked[ROUTE_TRADABILITY] = true;
	if (clear(value[ROUTE_TRADABILITY]))
		return ROUTE_CONTRACT;
	looked[ROUTE_CLOSENESS] = true;
	if (!clear(value[ROUTE_CLOSENESS]))
		return ROUTE_ALLIANCE;
	looked[ROUTE_INTEGRATION] = true;
	return clear(value[ROUTE_INTEGRATION]) ? ROUTE_ACQUIRE : ROUTE_ALLIANCE;
}

/* A closeness near the line is idle where the owner could not be integrated anyway. */
static bool undecided(const double value[ROUTE_VALUES], int which)
{
	double integration = value[ROUTE_INTEGRATION];
	if (which == ROUTE_CLOSENESS && !isnan(integration) && !above(integration, ROUTE_SHUT))
		return false;
	return grey(value[which]);
}

static void judge(struct route_score *route)
{
	const double *value = route->value;
	bool looked[ROUTE_VALUES] = { false };
	int result = walk(value, looked);
	route->result = -1;
	route->clearance = NAN;
	for (int v = 0; v < ROUTE_VALUES; v++)
		if (looked[v] && isnan(value[v]))
			return;
	for (int v = 0; v < ROUTE_VALUES; v++) {
		route->undecided[v] = looked[v] && undecided(value, v);
		if (route->undecided[v])
			result = ROUTE_INCONCLUSIVE;
	}
	route->result = result;
	/* fmax and fmin give the one that exists */
	route->clearance = fmax(fmax(value[ROUTE_OWN], value[ROUTE_TRADABILITY]),
		fmin(value[ROUTE_CLOSENESS], value[ROUTE_INTEGRATION]));
}

void route_judge(struct route_score *route, const struct basis *basis)
{
	*route = (struct route_score){ 0 };
	for (int v = 0; v < ROUTE_VALUES; v++) {
		struct mean mean = { 0 };
		for (size_t p = 0; p < basis->party_count; p++)
			if (basis->route_n[p][v])
				mean_add(&mean,
					(double)basis->route_sum[p][v] / basis->route_n[p][v]);
		route->value[v] = mean_of(&mean);
	}
	judge(route);
}
