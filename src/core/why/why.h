/* SPDX-License-Identifier: MIT */
/*
 * The parts of why: the search for a change that works, its words, and the evidence.
 */
#ifndef REKINDLE_CORE_WHY_H
#define REKINDLE_CORE_WHY_H

#include <rekindle/str.h>
#include "../score/basis.h"

struct changes {
	struct pool *pool;
	struct change *list;
	size_t count;
};

struct asked { /* what is asked why */
	struct pool *pool;
	const struct record *rec;
	const struct diagnosis *d;
	const struct finding *finding;
};
/* A text in the pool of what is asked, which is called q. */
#define WHY_TEXT(...) pool_printf(q->pool, __VA_ARGS__)

void changes_add(struct changes *, enum change_kind, int party, int subject, double value);

/* From which score on the finding would be another one: its band's end. */
double why_line(const struct finding *);
/* A list that makes the finding go or change its severity; empty when none was found. */
void why_search(const struct asked *, struct changes *);
/* The list adds up a scale to level; false when nothing does. */
bool reach_scale(const struct asked *, struct changes *, int scale, double level);
bool reach_cause(const struct asked *, struct changes *, int cause, double level);
/* Every party's value comes nearer than limit to the highest. */
void close_gap(const struct asked *, struct changes *, int scale, double limit);
/* Recorded facts behind an aspect, until they score level. */
void change_facts(const struct asked *, struct changes *, int aspect, double level);
/* Do the changes reach it? For scales with facts, where it cannot be worked out beforehand. */
bool changes_reach(const struct asked *, const struct changes *, int scale, double level);
/* Does the finding go, or change its severity? */
bool changes_work(const struct asked *, const struct changes *);
/* "GenTech at 2.60 or more: no longer critical; gap 0.80, discuss". */
const char *change_text(const struct asked *, const struct changes *);

/* Evidence. */
const char *why_item_name(const struct item *);
const char *why_item_values(const struct asked *, int item); /* "Phoenix 3.00, GenTech 1.60" */
/* "Ruth Levin, GenTech"; by party and role where that is all they allow. */
const char *why_speaker(const struct asked *, int respondent);
bool why_may_quote(const struct asked *, int respondent);
/* Every item of the scale. */
void why_items(struct why *, const struct asked *, int scale);
const char *why_list(struct pool *, const struct texts *); /* "a, b and c" */
const char *why_row(const struct asked *, int row);        /* "decision rights" */
void why_evidence(struct why *, const struct asked *);
/* Ratings of one scale: for is below the line, against is from it on. */
void why_ratings(struct why *, const struct asked *, int scale, double line);
void why_parties(struct why *, const struct asked *, int scale, double line);
/* The two ends of a gap: values, the item that they part on most, items seen the other way. */
void why_gap(struct why *, const struct asked *, int scale);
/* With a gap: words that fit its two ends are for it, the reverse against. */
void why_quotes(struct why *, const struct asked *, int scale, const struct gap *);
void why_facts(struct why *, const struct asked *, int aspect, double line);
/* Of an aspect: ratings, facts, symptom, process map, incidents, quotes. */
void why_scale(struct why *, const struct asked *, int scale, double line);
void why_of_cause(struct why *, const struct asked *, int cause, double line);

#endif
