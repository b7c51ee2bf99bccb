/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis by itself, for a terminal or a pipe: what page 1 and the heat map of a report say.
 */
#include "../write/write.h"
#include "compose.h"

/* The names of those that are there, by the table that has them. */
static const char *present(struct compose *c, const char *(*name)(int), int count, const bool *in)
{
	struct texts list = { 0 };

	for (int i = 0; i < count; i++)
		if (in[i])
			texts_add(c->pool, &list, name(i));
	return list.count ? words_names(c->pool, &list) : "none";
}

static void compose_found(struct compose *c, const char *label, const char *found)
{
	doc_term(c->doc, 0, 16, TERM_COLUMN, label, "%s",
		words(c->pool, W_SAID_WHOLE, hole_text("text", found)));
}

static void compose_knockouts(struct compose *c)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < c->diagnosis->knockout_count; i++) {
		const struct knockout_found *found = &c->diagnosis->knockouts[i];
		const char *label = words_knockout((int)found->id);

		texts_add(c->pool, &list,
			found->party < 0
				? label
				: words(c->pool, W_FOUND_OF, hole_text("knockout", label),
					  hole_text("party", party_label(c, found->party))));
	}
	if (list.count)
		compose_found(c, "Knock-outs", words_names(c->pool, &list));
}

static void compose_decided(struct compose *c)
{
	enum track track = c->diagnosis->track;

	doc_term(c->doc, 0, 16, TERM_COLUMN, "Decision", "%s",
		words(c->pool, c->diagnosis->provisional ? W_FOUND_PROVISIONAL : W_FOUND_DECISION,
			hole_text("track", words_track(track)),
			hole_text("plain", track_plain[track])));
}

static void compose_outcome(struct compose *c)
{
	const struct diagnosis *d = c->diagnosis;

	doc_space(c->doc);
	compose_killers(c);
	compose_found(c, "Pitfalls", present(c, words_pitfall, PITFALL_COUNT, d->pitfall));
	compose_found(c, "Special", present(c, words_special, SPECIAL_COUNT, d->special));
	compose_knockouts(c);
	compose_decided(c);
}

void report_diagnosis_text(struct str *out, const struct record *rec,
	const struct diagnosis *diagnosis, int today, bool ascii)
{
	const struct assessment *round = &rec->assessment;
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, rec, diagnosis, NULL, NULL);
	c.today = round->sealed == DATE_NONE || round->date == DATE_NONE ? today : round->date;
	compose_title(&c, "Diagnosis", "INTERNAL");
	compose_verdict(&c);
	doc_space(c.doc);
	if (!is_pulse(&c))
		compose_confidence(&c);
	compose_causes(&c);
	compose_cause_notes(&c);
	doc_head(c.doc, NULL, "Aspects", NULL);
	compose_heat(&c);
	if (!is_pulse(&c))
		compose_outcome(&c);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
