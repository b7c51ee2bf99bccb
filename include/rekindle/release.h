/* SPDX-License-Identifier: MIT */
/*
 * What joint editions have handed out of a round's ratings, and what they print of it
 * (rekindle-method(7), section 9.4). Pure.
 *
 * Ratings leave a round as a release alone: a joint edition is made of the figures of one and of
 * the facts of today, in every kind of report. A new release takes, of each party and on each
 * scale, nobody or EDITION_CHANGED_MIN people whose ratings were added, changed or removed, beside
 * every release of the round before; and where the two values of a scale are printed, what they
 * rated has to stay open. Until then the figures of the last one are printed again, as of its day.
 *
 * A digest tells changes apart and protects nothing: the ratings of one person are few enough to be
 * guessed one after another by who has the file. Files with releases are internal, as those with
 * answers are.
 */
#ifndef REKINDLE_RELEASE_H
#define REKINDLE_RELEASE_H

#include <rekindle/edition.h>

/*
 * Digest of the ratings of a respondent who has data, and of whatever else is chosen and not
 * written; of texts nothing. Behind its RELEASE_DIGEST signs stands the same part by part: of each
 * scale, of the 100 points, of the route test, "-" or how many items count, their sum, a digest. In
 * pool.
 */
const char *release_digest(struct pool *, const struct record *, int respondent);
#define RELEASE_DIGEST 16
bool release_digest_has_parts(const char *digest); /* those of earlier programs have none */
/* Is it one of before there were releases: of all that was said, texts included? It has a mark. */
#define RELEASE_SAID "said-"
bool release_digest_of_words(const char *digest);
/* Does it say what the respondent says now? */
bool release_digest_same(const struct record *, int respondent, const char *digest);
/* How much the facts weigh in each withheld score. A score of half ratings beside one of three
 * quarters of the same ratings gives the ratings; other facts of the same weight do not. In pool.
 */
const char *release_facts(
	struct pool *, const struct record *, const struct edition_view *, const struct scores *);

/*
 * What a joint edition prints of the ratings, figures_valid(); in pool. Numbers by what they are
 * of, then by of what scale, cause and the like, then by the UUID of a party: "health",
 * "cause.ID", "value.SCALE.PARTY", "finding.ID". Scores have one decimal. What is withheld is not
 * there, but that it is: "withheld.SCALE". What facts alone give is not there.
 */
const char *release_figures(struct pool *, const struct record *, const struct edition_view *);
/* Do figures hold all that is printed? Those of earlier programs do not; nor does NULL. */
bool release_is_whole(const struct record *, const char *figures);

struct release_look {
	int print;  /* index of the release whose figures are printed; -1: what view shows */
	bool news;  /* and that is a release of its own, as soon as it is handed out */
	bool again; /* of print: ratings have changed since, of too few people for a new one */
	int64_t at; /* of print: when it was handed out */
};

/*
 * What a joint edition of rec's round prints, beside the releases that known has of it. rec is
 * settled; view is edition_compute() of it, joint, and scores those of its diagnosis; known may be
 * rec. Where facts alone are shown there is no release.
 */
void release_look(struct release_look *, const struct record *known, const struct record *rec,
	const struct edition_view *view, const struct scores *scores);
/* That it is handed out: a release at the end of those of to, with its people; without ids. */
void release_add(struct record *to, const struct record *rec, const struct edition_view *view,
	const struct scores *scores, int64_t at);

/*
 * edition_compute() as it is handed out, beside the releases that rec has: a joint view has the
 * numbers and marks of a release, view->whole and view->as_of. A score whose perception is shown
 * goes with the facts of today; those of causes, health and what leads stay as they were handed
 * out. d is read for facts alone; it outlives the view. A release that was stored with less
 * withholds the rest as WITHHELD_RELEASE. edition_release() when done.
 */
void release_view(
	struct edition_view *, const struct record *rec, const struct diagnosis *d, enum edition);

#endif
