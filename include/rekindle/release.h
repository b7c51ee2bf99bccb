/* SPDX-License-Identifier: MIT */
/*
 * What joint editions have handed out of a round's ratings, and whether a new one would tell beside
 * them what single people said (rekindle-method(7), section 9.4). Pure.
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
 * written; of texts nothing. In pool.
 */
const char *release_digest(struct pool *, const struct record *, int respondent);
#define RELEASE_DIGEST 16 /* signs of one */
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
 * What a joint edition prints of the ratings, figures_valid(); in pool. Numbers with one decimal,
 * by what they are of: "health", "cause.ID", "cause.ID.PARTY", "perception.SCALE", "score.SCALE",
 * "value.SCALE.PARTY", "n.SCALE.PARTY", PARTY its UUID. What is withheld is not there.
 */
const char *release_figures(struct pool *, const struct record *, const struct edition_view *);

enum release_bar {
	RELEASE_FREE,
	RELEASE_FEW,       /* of a party somebody, but fewer than EDITION_CHANGED_MIN, changed */
	RELEASE_REWEIGHED, /* nobody did, but facts weigh differently in a withheld score */
};

struct release_look {
	enum release_bar bar;
	bool news;        /* no release of the round says the same of the same ratings */
	int64_t at;       /* of the release that bars, else of the last; 0: there is none */
	int changed;      /* RELEASE_FEW: people of that party added, changed or gone */
	const char *side; /* RELEASE_FEW: its label, of rec; NULL: it is gone, or not known */
};

/*
 * May rec's round be handed out as view has it, beside the releases that known has of it? Ratings
 * as one of them has them may be, whatever others have since. rec is settled; scores those of its
 * diagnosis; known may be rec.
 */
void release_look(struct release_look *, const struct record *known, const struct record *rec,
	const struct edition_view *view, const struct scores *scores);
/* That it is handed out: a release at the end of those of to, with its people; without ids. */
void release_add(struct record *to, const struct record *rec, const struct edition_view *view,
	const struct scores *scores, int64_t at);

#endif
