/* SPDX-License-Identifier: MIT */
/*
 * compare: two rounds of an alliance, aspect by aspect.
 */
#include "../../write/write.h"
#include "rounds.h"

void rounds_begin(struct compose *c, struct doc *doc, const struct round_read *round)
{
	compose_begin(c, doc, &round->record, &round->view.shown, NULL, NULL);
	c->view = &round->view;
	c->joint = round->view.edition == EDITION_JOINT;
}

/* The same document, about the other round. */
static struct compose other_round(const struct compose *c, const struct round_read *round)
{
	struct compose other = *c;

	other.rec = &round->record;
	other.diagnosis = &round->view.shown;
	other.scores = &round->view.shown.scores;
	other.view = &round->view;
	compose_tags(&other);
	return other;
}

/* Was this person named as heard in that round, by name or by role? */
static bool named_there(const struct compose *there, const struct uuid *id)
{
	int person = uuid_none(id) ? -1 : record_find(there->rec, KIND_PERSON, id);

	return person >= 0 && heard_openly(there, person);
}

/*
 * Who is named as heard in one round and not in the other, whether they were not heard there or
 * answered in confidence: a list of who was not heard would tell who did.
 */
static struct texts named_only(struct compose *c, const struct compose *there)
{
	static const struct uuid nobody;
	struct texts list = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		int person = c->rec->respondents[r].person;
		const struct uuid *id = person < 0 ? &nobody : &c->rec->people[person].object.id;

		if (!is_confidential(c, (int)r) && record_has_data(c->rec, (int)r) &&
			!named_there(there, id))
			texts_add(c->pool, &list, respondent_full(c, (int)r));
	}
	return list;
}

static void compose_people(struct compose *now, const struct round_change *change)
{
	struct compose then = other_round(now, change->before);
	struct texts only_now = named_only(now, &then), only_then = named_only(&then, now);

	doc_head(now->doc, NULL, "Who was heard", NULL);
	rounds_people(now, change);
	if (only_now.count)
		doc_text(now->doc, 0, "%s",
			words(now->pool, W_ROUNDS_ONLY_NOW,
				hole_text("people", words_clauses(now->pool, &only_now))));
	if (only_then.count)
		doc_text(now->doc, 0, "%s",
			words(now->pool, W_ROUNDS_ONLY_THEN,
				hole_text("people", words_clauses(now->pool, &only_then))));
}

static void compose_compare(struct compose *c, const struct round_change *change)
{
	doc_title(c->doc, "Comparison", compose_notice(c), alliance_parties(c),
		words(c->pool, W_ROUNDS_SPAN,
			hole_text("from", day_long(c, change->before->record.assessment.date)),
			hole_text("to", day_long(c, change->after->record.assessment.date))));
	if (!rounds_compared(c, change))
		return;
	rounds_left_out(c, change, 1);
	doc_head(c->doc, NULL, "What has changed", NULL);
	rounds_moved(c, change);
	rounds_table(c, change, true);
	doc_space(c->doc);
	doc_text(c->doc, 0, "%s", words_plain(W_ROUNDS_CHANGE));
	if (!c->joint)
		compose_people(c, change);
}

void report_compare_text(struct str *out, const struct round_change *change, bool ascii)
{
	struct compose c;
	struct doc doc;

	rounds_begin(&c, &doc, change->after);
	compose_compare(&c, change);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
