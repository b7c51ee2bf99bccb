/* SPDX-License-Identifier: MIT */
/*
 * Who was heard, by role and party. Those who answered confidentially are counted for the alliance
 * and shown with neither role nor party.
 */
#include "../compose.h"

#define HEARD_LABEL 19
#define NAMES_SHOWN 3   /* of one role; the appendix has them all */
#define HEARD_COLUMNS 2 /* parties whose names stand in columns */

static bool heard(const struct compose *c, int respondent)
{
	return record_has_data(c->rec, respondent);
}

/* The respondent that a person has in this assessment and was heard as, or -1. */
static int heard_as(const struct compose *c, int person)
{
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		if (c->rec->respondents[r].person == person && heard(c, (int)r))
			return (int)r;
	return -1;
}

static int count_planned(const struct compose *c, int party)
{
	int n = 0;

	for (size_t i = 0; i < c->rec->person_count; i++)
		n += c->rec->people[i].party == party;
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		n += c->rec->respondents[r].party == party && c->rec->respondents[r].person < 0;
	return n;
}

static int count_by(const struct compose *c, int party, enum attribution attribution)
{
	int n = 0;

	for (size_t r = 0; r < c->rec->respondent_count; r++)
		n += c->rec->respondents[r].party == party && heard(c, (int)r) &&
			c->rec->respondents[r].attribution == (int)attribution;
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

static void add_heard(struct compose *c, struct list *list, int party, int role)
{
	int nameless = 0;

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		if (!shown_in_role(c, (int)r, party, role))
			continue;
		if (full_name(c, (int)r))
			list_add(c, list, full_name(c, (int)r));
		else
			nameless++;
	}
	list_limit(c, list, NAMES_SHOWN);
	if (nameless)
		list_add(c, list, say(c, "%d" NB "by" NB "role", nameless));
}

/* With the heard; or, where those in confidence are listed among the unheard, not with these. */
static bool is_listed(const struct compose *c, int person)
{
	return c->pooled ? heard_openly(c, person) : heard_as(c, person) >= 0;
}

static void add_unheard(struct compose *c, struct list *list, int party, int role)
{
	const char *name = NULL;
	int n = 0;

	for (size_t i = 0; i < c->rec->person_count; i++) {
		const struct person *who = &c->rec->people[i];

		if (who->party != party || who->role != role || is_listed(c, (int)i))
			continue;
		name = who->name;
		n++;
	}
	if (n == 1 && !str_blank(name))
		list_add(c, list, say(c, "%s NOT" NB "%s", name, c->pooled ? "NAMED" : "HEARD"));
	else if (n)
		list_add(c, list, say(c, "%d" NB "not" NB "%s", n, c->pooled ? "named" : "heard"));
}

static const char *role_cell(struct compose *c, int party, int role)
{
	struct list list = { 0 };

	add_heard(c, &list, party, role);
	add_unheard(c, &list, party, role);
	return list.count ? list_join(c, &list, ", ") : "-";
}

/* Without those who answered confidentially, whose party is not told. */
static const char *attribution_cell(struct compose *c, int party)
{
	struct list list = { 0 };

	for (int a = 0; a < ATTRIBUTION_CONFIDENTIAL; a++)
		if (count_by(c, party, (enum attribution)a))
			list_add(c, &list,
				say(c, "%d" NB "%s", count_by(c, party, (enum attribution)a),
					vocabulary_attribution.word[a]));
	return list.count ? list_join(c, &list, ", ") : "-";
}

/* Where somebody answered confidentially, the party's row counts the others alone. */
static const char *heard_cell(struct compose *c, int party)
{
	if (!c->confidential)
		return say(c, "%d / %d", c->scores->with_data[party], count_planned(c, party));
	return say(c, "%d",
		count_by(c, party, ATTRIBUTION_NAMED) + count_by(c, party, ATTRIBUTION_ROLE));
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
		doc_cell(c->doc, row, "%s", vocabulary_role.word[role]);
		for (int p = 0; p < c->parties; p++)
			doc_cell(c->doc, row, "%s", role_cell(c, p, role));
	}
	row = doc_row(c->doc, table);
	doc_cell(c->doc, row, "%s", c->confidential ? "by name or role" : "heard / planned");
	for (int p = 0; p < c->parties; p++)
		doc_cell(c->doc, row, "%s", heard_cell(c, p));
	row = doc_row(c->doc, table);
	doc_cell(c->doc, row, "attribution");
	for (int p = 0; p < c->parties; p++)
		doc_cell(c->doc, row, "%s", attribution_cell(c, p));
}

/* With many parties the names of each stand in a paragraph. */
static void compose_name_lists(struct compose *c)
{
	for (int p = 0; p < c->parties; p++) {
		struct list list = { 0 };

		for (int role = 0; role < ROLE_COUNT; role++)
			if (!str_same(role_cell(c, p, role), "-"))
				list_add(c, &list,
					say(c, "%s: %s", vocabulary_role.word[role],
						role_cell(c, p, role)));
		doc_entry(c->doc, 2, "%s, %s" NB "heard%s (%s). %s%s", party_label(c, p),
			heard_cell(c, p), c->confidential ? " by name or role" : "",
			attribution_cell(c, p), list_join(c, &list, "; "), list.count ? "." : "");
	}
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

static const char *unrated_text(struct compose *c, const struct asked *n)
{
	static const char *const words[STATE_COUNT] = {
		[STATE_ANSWERED] = "without a value",
		[STATE_DONT_KNOW] = "\"don't know\"",
		[STATE_NOT_APPLICABLE] = "not applicable",
		[STATE_DECLINED] = "declined",
		[STATE_NOT_ASKED] = "not asked",
		[STATE_BLANK] = "blank",
	};
	struct list list = { 0 };

	for (int state = 0; state < STATE_COUNT; state++)
		if (n->state[state])
			list_add(c, &list, say(c, "%d" NB "%s", n->state[state], words[state]));
	return list.count ? say(c, "; of the others %s", list_and(c, &list)) : "";
}

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
	if (first == DATE_NONE)
		return "";
	return first == last ? say(c, ", %s", day_long(c, first))
			     : say(c, ", %s to %s", day_long(c, first), day_long(c, last));
}

static const char *coverage_text(struct compose *c)
{
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++) {
		int roles = 0;

		for (int role = 0; role < ROLE_COUNT; role++) {
			bool any = false;

			for (size_t r = 0; r < c->rec->respondent_count; r++)
				any = any || shown_in_role(c, (int)r, p, role);
			roles += any;
		}
		list_add(c, &list,
			say(c, "%s%s roles at %s",
				roles == ROLE_COUNT ? "all " : say(c, "%s of ", number_word(roles)),
				number_word(ROLE_COUNT), party_label(c, p)));
	}
	return say(c, "Heard: %s%s.", list_join(c, &list, ", "),
		c->confidential
			? say(c,
				  "; %d" NB "of the alliance in confidence, shown with neither role"
				  " nor party%s",
				  c->confidential,
				  c->pooled ? ": \"not named\" is not heard, or heard in confidence"
					    : "")
			: "");
}

static const char *routes_text(struct compose *c)
{
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++) {
		int n = 0;

		for (size_t i = 0; i < c->rec->route_count; i++)
			n += c->rec->routes[i].party == p;
		if (n)
			list_add(c, &list, say(c, "%d of %s", n, party_label(c, p)));
	}
	return list.count ? say(c, "Route test: entries %s.", list_join(c, &list, ", "))
			  : "Route test: no entry.";
}

/* Numbers of the sides alone: a role of a small side is a person. */
static void compose_joint_heard(struct compose *c)
{
	struct list who = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &who,
			c->scores->with_data[p] < EDITION_VALUE_MIN
				? say(c, "fewer than %d of %s", EDITION_VALUE_MIN,
					  party_label(c, p))
				: say(c, "%d of %s", c->scores->with_data[p], party_label(c, p)));
	compose_chapter(c, REPORT_HEARD, NULL, "Who was heard");
	doc_text(c->doc, 0,
		"Respondents: %s. Answers given in confidence count and are never quoted; no answer"
		" is shown with a name.",
		list_and(c, &who));
}

void compose_heard(struct compose *c)
{
	if (c->joint) {
		compose_joint_heard(c);
		return;
	}
	struct asked n = count_ratings(c);
	int planned = 0, with_data = 0;

	for (int p = 0; p < c->parties; p++) {
		planned += count_planned(c, p);
		with_data += c->scores->with_data[p];
	}
	compose_chapter(c, REPORT_HEARD, NULL, "Who was heard");
	doc_text(c->doc, 0, "%d of %d planned people%s, %d" NB "ratings of %d" NB "asked%s.",
		with_data, planned, dates_text(c), n.answered, n.asked, unrated_text(c, &n));
	doc_space(c->doc);
	if (c->parties <= HEARD_COLUMNS)
		compose_names(c);
	else
		compose_name_lists(c);
	doc_text(c->doc, 0, "%s %s", coverage_text(c), routes_text(c));
}
