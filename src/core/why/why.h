/* SPDX-License-Identifier: MIT */
/*
 * The parts of why: the search for a change that works, and the evidence.
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

void changes_add(struct changes *, enum change_kind, int party, int subject, double value);

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

/* Evidence. */
struct argument argument(enum argument_kind);
struct argument argument_of(enum argument_kind, int subject);
struct argument argument_of_party(enum argument_kind, int party, int subject);
struct argument argument_of_item(enum argument_kind, int item);
void why_add(struct why *, const struct asked *, bool against, struct argument);
void why_pro(struct why *, const struct asked *, struct argument);
void why_against(struct why *, const struct asked *, struct argument);

/* Every item of the scale that has a value. */
void why_items(struct why *, const struct asked *, int scale);
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
