/* SPDX-License-Identifier: MIT */
/*
 * The brief: one page for the sponsor of a side that has not yet confirmed. Question and date come
 * first; it is neutral, and it never guesses why somebody holds back.
 */
#include "../../write/write.h"
#include "../progress/progress.h"
#include "brief.h"

#define BRIEF_LINES 51 /* of its page */

/* Is there nothing yet of the side where everything waits for it? */
static bool is_to_be_heard(const struct brief *b, int party)
{
	return b->c->plan->track == TRACK_HEAR_FIRST && !brief_asked(b, party);
}

/* The first side that is reluctant or does not respond; without one, of those that are not ours,
 * the first that is still to be heard, else the first. */
static void choose_party(struct brief *b)
{
	int ours = record_ours(b->c->rec);

	b->to = -1;
	for (int p = 0; p < b->c->parties && !b->open; p++) {
		b->open = record_party_profile(b->c->rec, p)->stance != STANCE_ENGAGED;
		if (b->open)
			b->to = p;
	}
	for (int p = 0; p < b->c->parties && !b->open; p++)
		if (p != ours && (b->to < 0 || (is_to_be_heard(b, p) && !is_to_be_heard(b, b->to))))
			b->to = p;
	if (b->to < 0)
		b->to = 0;
}

static void compose_address(struct brief *b)
{
	bool led = record_party_profile(b->c->rec, b->to)->has_sponsor != TRI_NO;
	struct hole name = hole_text("party", shortened(b->c, party_name(b->c, b->to), NAME_CELLS));

	doc_title(b->c->doc, b->open ? "Brief for a sponsor" : "Brief for the other side",
		"JOINT EDITION - one page",
		words(b->c->pool, led ? W_BRIEF_TO_SPONSOR : W_BRIEF_TO_MANAGEMENT, name),
		day_long(b->c, b->c->later ? b->c->rec->assessment.date : b->c->today));
	compose_purpose(b->c);
	compose_as_of(b->c);
}

/* What was set for a gate that was not passed goes before everything else. */
static const char *led_out(struct brief *b, const struct gate *out)
{
	struct hole gate = hole_count("number", out->number);
	struct hole party = hole_text("party", brief_name(b, b->to));
	struct hole otherwise = hole_text("otherwise", gate_otherwise(out));

	if (out->decided == DATE_NONE)
		return words(b->c->pool, W_ASK_LED_OUT, gate, party, otherwise);
	return words(b->c->pool, W_ASK_LED_OUT_ON, gate, party, otherwise,
		hole_text("day", day_long(b->c, out->decided)));
}

static const char *question(struct brief *b)
{
	static const enum sentence asks[TRACK_COUNT] = {
		[TRACK_EXIT] = W_ASK_EXIT,
		[TRACK_HEAR_FIRST] = W_ASK_HEAR_FIRST,
		[TRACK_SUSTAIN] = W_ASK_SUSTAIN,
		[TRACK_ESCALATE] = W_ASK_ESCALATE,
		[TRACK_REDECIDE] = W_ASK_REDECIDE,
		[TRACK_RESTRUCTURE] = W_ASK_RESTRUCTURE,
		[TRACK_RECOMMIT] = W_ASK_RECOMMIT,
		[TRACK_RELAUNCH] = W_ASK_RELAUNCH,
	};

	enum track track = b->c->plan->track;
	struct hole party = hole_text("party", brief_name(b, b->to));
	struct hole others = hole_text("others", brief_others(b));

	if (plan_leads_to(b->c->plan))
		return led_out(b, plan_leads_to(b->c->plan));
	if (track == TRACK_HEAR_FIRST && brief_asked(b, b->to))
		return words(b->c->pool, W_ASK_HEAR_MORE, party, others);
	if (track == TRACK_EXIT && record_party_silent(b->c->rec, b->to))
		return words(b->c->pool, W_ASK_EXIT_ALONE, party, others);
	return words(b->c->pool, b->c->plan->unnamed ? W_ASK_UNNAMED : asks[track], party, others);
}

static const char *answer_on(struct brief *b, int by)
{
	return words(b->c->pool, W_ANSWER_BY, hole_text("weekday", date_weekday_name(by)),
		hole_text("day", day_long(b->c, by)));
}

/* The day until which the first gate, or the plan, waits; once it has passed, a Friday soon. */
static const char *answer_dated(struct brief *b, int set)
{
	int by = friday_in(b->c, b->c->today, 1);

	if (set >= b->c->today)
		return answer_on(b, set);
	return words(b->c->pool, W_ANSWER_LATE, hole_text("weekday", date_weekday_name(by)),
		hole_text("day", day_long(b->c, by)), hole_text("date", day_long(b->c, set)));
}

static const char *answer_by(struct brief *b)
{
	const struct plan *plan = b->c->plan;
	const struct gate *gate = plan_gate(plan, 0);

	if (plan_leads_to(plan))
		return answer_on(b, friday_in(b->c, b->c->today, 1));
	if (gate && gate->outcome == OUTCOME_PASSED)
		return words(b->c->pool, W_ANSWER_PASSED, hole_count("number", gate->number),
			hole_text("day",
				day_long(b->c,
					gate->decided == DATE_NONE ? gate->day : gate->decided)));
	return answer_dated(
		b, gate ? gate->day : plan_day_before(b->c->rec, plan->start + PLAN_GATE_1_DAYS));
}

static bool any_silent(const struct record *rec)
{
	for (int p = 0; p < (int)rec->party_count; p++)
		if (record_party_silent(rec, p))
			return true;
	return false;
}

/* Nobody is asked to end anything without being told why. */
static const char *end_reason(struct brief *b)
{
	const struct scale_score *reason = &b->c->scores->scale[ASPECT_RATIONALE];

	if (any_silent(b->c->rec))
		return track_sentence(b->c);
	if (floor_hides(b->c, ASPECT_RATIONALE) || isnan(reason->perception))
		return words_plain(W_ENDS_WITHHELD);
	return words(b->c->pool, W_ENDS_BECAUSE,
		hole_text("score", floor_score(b->c, ASPECT_RATIONALE)),
		hole_text("n", n_text(b->c, reason->n)));
}

static void compose_question(struct brief *b)
{
	struct pool *pool = b->c->pool;
	struct texts said = { 0 };

	texts_add(pool, &said, question(b));
	texts_add(pool, &said, answer_by(b));
	if (b->c->plan->track == TRACK_EXIT && !plan_leads_to(b->c->plan))
		texts_add(pool, &said, end_reason(b));
	if (!b->open)
		texts_add(pool, &said, words_plain(W_ANSWER_NOBODY));
	if (record_example(b->c->rec))
		texts_add(pool, &said, words_plain(W_BRIEF_EXAMPLE));
	doc_head(b->c->doc, NULL, "The decision we ask for", NULL);
	doc_text(b->c->doc, 0, "%s", words_sentences(pool, &said));
}

static void brief_unknown(struct brief *b)
{
	struct pool *pool = b->c->pool;
	struct texts list = { 0 };

	if (!brief_heard(b))
		texts_add(pool, &list,
			words_plain(b->c->confidential ? W_BRIEF_UNKNOWN_YOURS_NAMED
						       : W_BRIEF_UNKNOWN_YOURS));
	if (b->open)
		texts_add(pool, &list,
			words(pool, W_BRIEF_UNKNOWN_WHY, hole_text("party", brief_name(b, b->to))));
	if (b->room->customers || !list.count)
		texts_add(pool, &list, words_plain(W_BRIEF_UNKNOWN_CUSTOMERS));
	doc_head(b->c->doc, NULL, "What we do not know", NULL);
	doc_text(b->c->doc, 2, "%s", words_sentences(pool, &list));
}

static int our_sponsor(const struct record *rec)
{
	for (size_t i = 0; i < rec->person_count; i++)
		if (rec->people[i].party == record_ours(rec) &&
			rec->people[i].role == ROLE_SPONSOR && record_interviewee(rec, (int)i) &&
			!str_blank(rec->people[i].name))
			return (int)i;
	return -1;
}

static void compose_signature(struct brief *b)
{
	int sponsor = our_sponsor(b->c->rec), ours = record_ours(b->c->rec);

	doc_space(b->c->doc);
	doc_term(b->c->doc, 0, 0, TERM_RUN, "To be signed by", "%s",
		words(b->c->pool, W_BRIEF_SIGNATURE,
			hole_text("sponsor",
				sponsor < 0 ? "____________________"
					    : shortened(b->c, b->c->rec->people[sponsor].name, 24)),
			hole_text("party", shortened(b->c, party_name(b->c, ours), 22))));
}

/* Has the plan no decision left, and nobody holds back? */
static bool is_decided(const struct brief *b)
{
	const struct plan *plan = b->c->plan;

	return plan->gate_count && !b->open && !plan_leads_to(plan) && !plan_next_gate(plan);
}

/* Why nothing is asked for; NULL: something is. */
static const char *asks_nothing(struct brief *b)
{
	if (b->c->later)
		return words(b->c->pool, W_ASK_LATER,
			hole_text("round", round_named(b->c, b->c->later)));
	if (b->c->parties < 2)
		return words_plain(W_ASK_NOBODY);
	if (is_decided(b))
		return words_plain(W_ASK_DECIDED);
	return b->c->plan->track == TRACK_SUSTAIN && !b->open ? words_plain(W_ASK_NOTHING) : NULL;
}

/* A side that was not heard gets no page that speaks for it; nor is anything said of ratings that
 * are all left out. */
static void compose_seen(struct brief *b)
{
	if (facts_only(b->c))
		return;
	if (b->c->scores->with_data[b->to]) {
		brief_why(b);
		return;
	}
	doc_head(b->c->doc, NULL, "Why", NULL);
	doc_text(b->c->doc, 2, "%s",
		words(b->c->pool, brief_asked(b, b->to) ? W_WHY_NOT_ENOUGH : W_WHY_NOT_HEARD,
			hole_text("party", brief_name(b, b->to))));
}

static void compose_facts(struct brief *b)
{
	brief_standing(b);
	compose_seen(b);
}

static void compose_page_of(struct brief *b)
{
	const char *nothing = asks_nothing(b);

	compose_address(b);
	compose_left_out_briefly(b->c);
	compose_prior(b->c, false);
	if (nothing) {
		doc_head(b->c->doc, NULL, "The decision we ask for", NULL);
		doc_text(b->c->doc, 0, "%s", nothing);
		compose_facts(b);
		return;
	}
	compose_question(b);
	compose_facts(b);
	brief_losses(b);
	brief_answers(b);
	brief_unknown(b);
	compose_signature(b);
}

static int lines_of(struct brief *b)
{
	struct doc scratch = { .chapters = NULL }, *kept = b->c->doc;
	int lines;

	b->c->doc = &scratch;
	compose_page_of(b);
	lines = doc_text_lines(&scratch);
	doc_release(&scratch);
	b->c->doc = kept;
	return lines;
}

/* What is grave, the question and its date stay; what tells the sponsor least gives way first. */
void compose_brief(struct compose *c)
{
	static const struct brief_room rooms[] = {
		{ 3, 4, 100, 60, 120, 3, true },
		{ 2, 4, 100, 60, 120, 3, true },
		{ 2, 3, 100, 60, 120, 3, true },
		{ 2, 3, 100, 60, 120, 3, false },
		{ 2, 3, 100, 60, 120, 2, false },
		{ 1, 3, 100, 60, 120, 2, false },
		{ 1, 2, 100, 60, 120, 2, false },
		{ 1, 2, 100, 60, 120, 1, false },
		{ 1, 2, 60, 60, 120, 1, false },
		{ 0, 1, 60, 40, 120, 1, false },
		{ 0, 0, 60, 40, 60, 1, false },
	};
	const struct brief_room *last = rooms + sizeof(rooms) / sizeof(*rooms) - 1;
	struct brief b = { .c = c, .room = rooms };

	choose_party(&b);
	while (b.room < last && lines_of(&b) > BRIEF_LINES)
		b.room++;
	compose_page_of(&b);
}
