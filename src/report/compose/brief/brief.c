/* SPDX-License-Identifier: MIT */
/*
 * The brief: one page for the sponsor of a side that has not yet confirmed. Question and date come
 * first; it is neutral, and it never guesses why somebody holds back.
 */
#include "brief.h"
#include "../progress/progress.h"

/* The first side that is reluctant or does not respond; without one the first that is not ours. */
static void choose_party(struct brief *b)
{
	int ours = record_ours(b->c->rec);

	b->to = -1;
	for (int p = 0; p < b->c->parties && !b->open; p++) {
		b->open = b->c->rec->parties[p].stance != STANCE_ENGAGED;
		if (b->open || (b->to < 0 && p != ours))
			b->to = p;
	}
	if (b->to < 0)
		b->to = 0;
}

static void compose_address(struct brief *b)
{
	const struct party *party = &b->c->rec->parties[b->to];
	const char *name = shortened(b->c, party_name(b->c, b->to), NAME_CELLS);

	doc_title(b->c->doc, b->open ? "Brief for a sponsor" : "Brief for the other side",
		"JOINT EDITION - one page",
		say(b->c,
			party->has_sponsor == TRI_NO ? "To the top management of %s"
						     : "To the executive sponsor of %s",
			name),
		day_long(b->c, b->c->in->today));
}

static const char *question(struct brief *b)
{
	static const struct {
		const char *does, *how;
	} asks[TRACK_COUNT] = {
		[TRACK_EXIT] = { "agree to end the alliance", " in order" },
		[TRACK_HEAR_FIRST] = { "let its people be heard about the alliance", "" },
		[TRACK_SUSTAIN] = { "go on with the alliance", "" },
		[TRACK_ESCALATE] = { "take part in reviving the alliance", "" },
		[TRACK_REDECIDE] = { "decide anew on the alliance", "" },
		[TRACK_RESTRUCTURE] = { "take part in restructuring the alliance", "" },
		[TRACK_RECOMMIT] = { "commit itself anew to the alliance", "" },
		[TRACK_RELAUNCH] = { "take part in relaunching the alliance", "" },
	};
	enum track track = b->c->plan->track;

	return say(b->c, "Will %s %s with %s%s?", brief_name(b, b->to), asks[track].does,
		brief_others(b), asks[track].how);
}

static const char *dated(struct brief *b, int day)
{
	return say(b->c, "%s, %s", date_weekday_name(day), day_long(b->c, day));
}

static const char *answer_by(struct brief *b)
{
	const struct plan *plan = b->c->plan;
	const struct gate *gate = plan->gate_count ? &plan->gates[0] : NULL;
	int day = gate ? gate->day : plan->start + PLAN_GATE_1_DAYS;

	b->day = day;
	if (gate && gate->outcome == OUTCOME_PASSED)
		return say(b->c, "Gate" NB "1 is passed since %s; this page asks to confirm it.",
			day_long(b->c, gate->decided == DATE_NONE ? gate->day : gate->decided));
	if (day >= b->c->in->today)
		return say(b->c, "Please answer yes or no by %s.", dated(b, day));
	b->day = friday_in(b->c->in->today, 1);
	return say(b->c, "The date set for this, %s, has passed. Please answer yes or no by %s.",
		day_long(b->c, day), dated(b, b->day));
}

static void compose_decision(struct brief *b)
{
	doc_head(b->c->doc, NULL, "The decision we ask for", NULL);
	doc_text(b->c->doc, 0, "%s %s%s%s", question(b), answer_by(b),
		b->open ? "" : " No side is recorded as holding back.",
		record_example(b->c->rec) ? " Names are invented." : "");
}

static void add_withheld(struct brief *b, struct list *list)
{
	struct list hidden = { 0 };

	for (int a = 0; a < ASPECT_COUNT; a++)
		if (floor_hides(b->c, a))
			list_add(b->c, &hidden, aspect_label(b->c, a));
	if (hidden.count > 3)
		list_add(b->c, list,
			say(b->c,
				"%zu of %d scores are withheld, because fewer than"
				" %d of a side answered or so that these cannot be worked out.",
				hidden.count, ASPECT_COUNT, EDITION_VALUE_MIN));
	else if (hidden.count)
		list_add(b->c, list,
			say(b->c,
				"Withheld, because fewer than %d of a side answered"
				"%s: %s.",
				EDITION_VALUE_MIN,
				hidden.count > 1 ? " or so that these cannot be worked out" : "",
				list_and(b->c, &hidden)));
}

static void brief_unknown(struct brief *b)
{
	struct list list = { 0 };

	doc_head(b->c->doc, NULL, "What we do not know", NULL);
	if (!brief_heard(b))
		list_add(b->c, &list, "Your own view: you have not been heard.");
	if (b->open)
		list_add(b->c, &list,
			say(b->c,
				"Why %s has not yet confirmed is not recorded, and"
				" this page does not guess at it.",
				brief_name(b, b->to)));
	add_withheld(b, &list);
	list_add(b->c, &list, "What customers think: nobody outside was asked.");
	doc_text(b->c->doc, 2, "%s", list_join(b->c, &list, " "));
}

static int our_sponsor(const struct record *rec)
{
	for (size_t i = 0; i < rec->person_count; i++)
		if (rec->people[i].party == record_ours(rec) &&
			rec->people[i].role == ROLE_SPONSOR && !str_blank(rec->people[i].name))
			return (int)i;
	return -1;
}

static void compose_signature(struct brief *b)
{
	int sponsor = our_sponsor(b->c->rec), ours = record_ours(b->c->rec);

	doc_space(b->c->doc);
	doc_term(b->c->doc, 0, 0, TERM_RUN, "To be signed by", "%s, executive sponsor, %s",
		sponsor < 0 ? "____________________"
			    : shortened(b->c, b->c->rec->people[sponsor].name, 24),
		shortened(b->c, party_name(b->c, ours), 22));
}

void compose_brief(struct compose *c)
{
	struct brief b = { .c = c };

	choose_party(&b);
	compose_address(&b);
	compose_decision(&b);
	brief_standing(&b);
	brief_why(&b);
	brief_losses(&b);
	brief_answers(&b);
	brief_unknown(&b);
	compose_signature(&b);
}
