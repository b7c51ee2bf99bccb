/* SPDX-License-Identifier: MIT */
/*
 * Who was heard, by role and party: who is named as heard, by name or by role, and who is not
 * named, whether they were not heard or answered in confidence. Those are counted for the alliance
 * alone, as a number of a party would tell whose they are.
 */
#include "gather.h"

#define HEARD_LABEL 19
#define NAMES_SHOWN 3   /* of one role; the appendix has them all */
#define HEARD_COLUMNS 2 /* parties whose names stand in columns */

static bool heard(const struct compose *c, int respondent)
{
	return record_has_data(c->rec, respondent);
}

static int count_planned(const struct compose *c, int party)
{
	int n = 0;

	for (size_t i = 0; i < c->rec->person_count; i++)
		n += c->rec->people[i].party == party && record_interviewee(c->rec, (int)i);
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		n += c->rec->respondents[r].party == party && c->rec->respondents[r].person < 0;
	return n;
}

static int count_by(const struct compose *c, enum attribution attribution)
{
	int n = 0;

	for (size_t r = 0; r < c->rec->respondent_count; r++)
		n += heard(c, (int)r) && c->rec->respondents[r].attribution == (int)attribution;
	return n;
}

static bool shown_in_role(const struct compose *c, int respondent, int party, int role)
{
	const struct respondent *who = &c->rec->respondents[respondent];

	return who->party == party && who->role == role && heard(c, respondent) &&
		!is_confidential(c, respondent);
}

static const char *full_name(struct compose *c, int respondent)
{
	const struct respondent *who = &c->rec->respondents[respondent];

	if (who->attribution != ATTRIBUTION_NAMED)
		return NULL;
	if (!str_blank(who->name))
		return who->name;
	return who->person >= 0 && !str_blank(c->rec->people[who->person].name)
		? c->rec->people[who->person].name
		: NULL;
}

static void add_heard(struct compose *c, struct texts *list, int party, int role)
{
	int nameless = 0;

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		if (!shown_in_role(c, (int)r, party, role))
			continue;
		if (full_name(c, (int)r))
			texts_add(c->pool, list, full_name(c, (int)r));
		else
			nameless++;
	}
	texts_limit(c, list, NAMES_SHOWN);
	if (nameless)
		texts_add(
			c->pool, list, words(c->pool, W_HEARD_NAMELESS, hole_count("n", nameless)));
}

static void add_not_named(struct compose *c, struct texts *list, int party, int role)
{
	const char *name = NULL;
	int n = 0;

	for (size_t i = 0; i < c->rec->person_count; i++) {
		const struct person *who = &c->rec->people[i];

		if (who->party != party || who->role != role || heard_openly(c, (int)i) ||
			!record_interviewee(c->rec, (int)i))
			continue;
		name = who->name;
		n++;
	}
	if (n == 1 && !str_blank(name))
		texts_add(
			c->pool, list, words(c->pool, W_HEARD_NOT_NAMED, hole_text("name", name)));
	else if (n)
		texts_add(c->pool, list, words(c->pool, W_HEARD_NONE_NAMED, hole_count("n", n)));
}

/* NULL: nobody. */
static const char *role_text(struct compose *c, int party, int role)
{
	struct texts list = { 0 };

	add_heard(c, &list, party, role);
	add_not_named(c, &list, party, role);
	return list.count ? words_names(c->pool, &list) : NULL;
}

static void compose_names(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = HEARD_LABEL },
		{ .width = 27, .wrap = true },
		{ .gap = 1, .width = 29, .wrap = true },
	};
	struct table *table = doc_table(c->doc, 2, columns, 3);
	struct row *row = doc_head_row(c->doc, table);

	doc_skip(row, 1);
	for (int p = 0; p < c->parties; p++)
		doc_cell(c->doc, row, "%s",
			c->rec->parties[p].name ? c->rec->parties[p].name : party_label(c, p));
	for (int role = 0; role < ROLE_COUNT; role++) {
		row = doc_row(c->doc, table);
		doc_cell(c->doc, row, "%s", words_role(role));
		for (int p = 0; p < c->parties; p++)
			doc_cell(c->doc, row, "%s",
				role_text(c, p, role) ? role_text(c, p, role) : "-");
	}
}

/* Role by role: "sponsor: Marit Solheim; manager: ...". */
static const char *names_of(struct compose *c, int party)
{
	struct texts list = { 0 };

	for (int role = 0; role < ROLE_COUNT; role++)
		if (role_text(c, party, role))
			texts_add(c->pool, &list,
				words(c->pool, W_HEARD_ROLE_NAMES,
					hole_text("role", words_role(role)),
					hole_text("names", role_text(c, party, role))));
	return list.count ? words_clauses(c->pool, &list) : words_plain(W_HEARD_NO_PLANNED);
}

/* With many parties the names of each stand in a paragraph. */
static void compose_name_lists(struct compose *c)
{
	for (int p = 0; p < c->parties; p++)
		doc_entry(c->doc, 2, "%s",
			words(c->pool, W_HEARD_PARTY, hole_text("party", party_label(c, p)),
				hole_text("names", names_of(c, p))));
}

struct asked {
	int asked, answered, state[STATE_COUNT];
};

static struct asked count_ratings(const struct compose *c)
{
	struct asked n = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		if (!heard(c, (int)r))
			continue;
		for (size_t i = 0; i < c->rec->instrument->item_count; i++) {
			const struct answer *answer = record_answer(c->rec, (int)r, (int)i);

			if (!record_asked(c->rec, (int)r, (int)i))
				continue;
			n.asked++;
			if (record_rating(c->rec, (int)r, (int)i))
				n.answered++;
			else
				n.state[answer ? answer->state : STATE_BLANK]++;
		}
	}
	return n;
}

/* The others by state, without those that have a rating. */
static struct texts unrated(struct compose *c, const struct asked *n)
{
	static const enum sentence sentences[STATE_COUNT] = {
		[STATE_ANSWERED] = W_HEARD_NO_VALUE,
		[STATE_DONT_KNOW] = W_HEARD_DONT_KNOW,
		[STATE_NOT_APPLICABLE] = W_HEARD_NOT_APPLICABLE,
		[STATE_DECLINED] = W_HEARD_DECLINED,
		[STATE_NOT_ASKED] = W_HEARD_NOT_ASKED,
		[STATE_BLANK] = W_HEARD_BLANK,
	};
	struct texts list = { 0 };

	for (int state = 0; state < STATE_COUNT; state++)
		if (n->state[state])
			texts_add(c->pool, &list,
				words(c->pool, sentences[state], hole_count("n", n->state[state])));
	return list;
}

static const char *ratings_text(struct compose *c)
{
	struct asked n = count_ratings(c);
	const struct texts others = unrated(c, &n);
	struct hole rated = hole_count("n", n.answered);
	struct hole asked = hole_count("asked", n.asked);

	return others.count
		? words(c->pool, W_HEARD_RATINGS_AND, rated, asked, hole_list("others", &others))
		: words(c->pool, W_HEARD_RATINGS, rated, asked);
}

/* NULL: no date is known. */
static const char *dates_text(struct compose *c)
{
	int first = DATE_NONE, last = DATE_NONE;

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		int date = c->rec->respondents[r].date;

		if (date == DATE_NONE || !heard(c, (int)r))
			continue;
		if (first == DATE_NONE || date < first)
			first = date;
		if (last == DATE_NONE || date > last)
			last = date;
	}
	if (first == DATE_NONE || first == last)
		return first == last && first != DATE_NONE ? day_long(c, first) : NULL;
	return words(c->pool, W_HEARD_DAYS, hole_day("first", first, DAY_UNBROKEN),
		hole_day("last", last, DAY_UNBROKEN));
}

static int roles_heard(const struct compose *c, int party)
{
	int roles = 0;

	for (int role = 0; role < ROLE_COUNT; role++) {
		bool any = false;

		for (size_t r = 0; r < c->rec->respondent_count; r++)
			any = any || shown_in_role(c, (int)r, party, role);
		roles += any;
	}
	return roles;
}

static const char *roles_text(struct compose *c, int party)
{
	int roles = roles_heard(c, party);
	struct hole who = hole_text("party", party_label(c, party));
	struct hole all = hole_word("all", ROLE_COUNT);

	if (!roles)
		return words(c->pool, W_HEARD_NO_ROLE, who);
	return roles == ROLE_COUNT
		? words(c->pool, W_HEARD_ALL_ROLES, all, who)
		: words(c->pool, W_HEARD_SOME_ROLES, hole_word("n", roles), all, who);
}

/* "8 by name, 1 by role and 1 in confidence", of all companies together; NULL: nobody. */
static const char *how_heard(struct compose *c)
{
	static const enum sentence sentences[ATTRIBUTION_COUNT] = {
		[ATTRIBUTION_NAMED] = W_HEARD_NAMED,
		[ATTRIBUTION_ROLE] = W_HEARD_ROLE,
		[ATTRIBUTION_CONFIDENTIAL] = W_HEARD_CONFIDENTIAL,
	};
	struct texts list = { 0 };

	for (int a = 0; a < ATTRIBUTION_COUNT; a++) {
		int n = count_by(c, (enum attribution)a);

		if (n)
			texts_add(c->pool, &list, words(c->pool, sentences[a], hole_count("n", n)));
	}
	return list.count ? words_list(c->pool, &list) : NULL;
}

static bool all_named(const struct compose *c)
{
	for (size_t i = 0; i < c->rec->person_count; i++)
		if (record_interviewee(c->rec, (int)i) && !heard_openly(c, (int)i))
			return false;
	return true;
}

static const char *coverage_text(struct compose *c)
{
	struct texts list = { 0 }, said = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &list, roles_text(c, p));
	texts_add(c->pool, &said,
		words(c->pool, W_HEARD_ROLES, hole_text("roles", words_names(c->pool, &list))));
	if (how_heard(c))
		texts_add(c->pool, &said,
			words(c->pool, W_HEARD_HOW, hole_text("how", how_heard(c))));
	if (!all_named(c))
		texts_add(c->pool, &said, words_plain(W_HEARD_WHAT_NOT_NAMED));
	return words_sentences(c->pool, &said);
}

static bool in_confidence(const struct compose *c, const struct route *route)
{
	return route->respondent >= 0 && is_confidential(c, route->respondent);
}

static const char *routes_text(struct compose *c)
{
	int all = 0, count = (int)c->rec->route_count;
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++) {
		int n = 0;

		for (size_t i = 0; i < c->rec->route_count; i++)
			n += c->rec->routes[i].party == p && !in_confidence(c, &c->rec->routes[i]);
		all += n;
		if (n)
			texts_add(c->pool, &list,
				words(c->pool, W_READING_PEOPLE_TOO, hole_count("n", n),
					hole_text("party", party_label(c, p))));
	}
	if (count > all)
		texts_add(c->pool, &list,
			words(c->pool, W_HEARD_CONFIDENTIAL, hole_count("n", count - all)));
	return list.count
		? words(c->pool, W_HEARD_ROUTES, hole_text("entries", words_names(c->pool, &list)))
		: words_plain(W_HEARD_NO_ROUTES);
}

/* Numbers of the sides alone: a role of a small side is a person. */
static void compose_joint_heard(struct compose *c)
{
	struct texts who = { 0 };

	for (int p = 0; p < c->parties; p++) {
		int n = c->scores->with_data[p];
		bool few = n < EDITION_VALUE_MIN;

		texts_add(c->pool, &who,
			words(c->pool, few ? W_READING_FEW : W_READING_PEOPLE_TOO,
				hole_count("n", few ? EDITION_VALUE_MIN : n),
				hole_text("party", party_label(c, p))));
	}
	compose_chapter(c, REPORT_HEARD, NULL, "Who was heard");
	doc_text(c->doc, 0, "%s", words(c->pool, W_HEARD_JOINT, hole_list("people", &who)));
}

static const char *all_heard(struct compose *c)
{
	int planned = 0, with_data = 0;
	struct texts facts = { 0 };

	for (int p = 0; p < c->parties; p++) {
		planned += count_planned(c, p);
		with_data += c->scores->with_data[p];
	}
	if (!planned && !with_data)
		return words_plain(W_HEARD_NOBODY_PLANNED);
	texts_add(c->pool, &facts,
		words(c->pool, W_HEARD_PEOPLE, hole_count("n", with_data),
			hole_count("planned", planned)));
	if (dates_text(c))
		texts_add(c->pool, &facts, dates_text(c));
	texts_add(c->pool, &facts, ratings_text(c));
	return words(c->pool, W_SAID_WHOLE, hole_text("text", words_names(c->pool, &facts)));
}

void compose_heard(struct compose *c)
{
	if (c->joint) {
		compose_joint_heard(c);
		return;
	}
	compose_chapter(c, REPORT_HEARD, NULL, "Who was heard");
	doc_text(c->doc, 0, "%s", all_heard(c));
	doc_space(c->doc);
	if (c->parties <= HEARD_COLUMNS)
		compose_names(c);
	else
		compose_name_lists(c);
	if (is_pulse(c)) /* which asks for no route test */
		doc_text(c->doc, 0, "%s", coverage_text(c));
	else
		doc_text(c->doc, 0, "%s %s", coverage_text(c), routes_text(c));
}
