/* SPDX-License-Identifier: MIT */
/*
 * What the other side would see of a joint edition now, what is withheld and why, and whom to hear
 * to show more (rekindle-method(7), section 9). Pure; for the team that runs the review alone.
 */
#ifndef REKINDLE_PREVIEW_H
#define REKINDLE_PREVIEW_H

#include <rekindle/edition_plan.h>

/* What an edition prints, in the order in which it is said. */
enum preview_group {
	PREVIEW_ASPECTS,  /* scores that people have a part in; enum scale */
	PREVIEW_SYMPTOMS, /* symptoms and results; enum scale */
	PREVIEW_VALUES,   /* of a party; enum scale, and the party */
	PREVIEW_CAUSES,   /* scores; enum cause */
	PREVIEW_HEALTH,   /* and with it which cause comes first */
	PREVIEW_GAPS,     /* enum scale */
	PREVIEW_KILLERS,  /* enum killer, those that are known */
	PREVIEW_POINTS,   /* the 100 points of a party */
	PREVIEW_ROUTE,    /* enum route_value */
	PREVIEW_PATTERNS, /* enum pitfall, or PITFALL_COUNT + enum special: those that are there */
	PREVIEW_FINDINGS, /* index in view->whole */
	PREVIEW_ACTIONS,  /* index in the whole plan */
	PREVIEW_QUOTES,   /* words that their respondents allow to be quoted; no subject */
	PREVIEW_CHANGES,  /* whether an aspect rose or fell since the round before; enum scale */
	PREVIEW_GROUPS
};
extern const struct vocabulary vocabulary_preview_group;

/* Why it is withheld. */
enum preview_why {
	PREVIEW_FACTS,    /* too few of a party were heard: facts alone are shown */
	PREVIEW_FEW,      /* it rests on too few ratings, or on ratings too alike */
	PREVIEW_SECOND,   /* another one could be worked out from it */
	PREVIEW_CONFIDED, /* somebody took the route test in confidence */
	PREVIEW_RESTS,    /* it rests on what is withheld */
	PREVIEW_CROWD,    /* how answers are spread takes EDITION_DISTRIBUTION_MIN people */
	PREVIEW_RELEASE,  /* the release that is printed again does not have it */
	PREVIEW_WAITS,    /* words that nobody has confirmed yet */
	PREVIEW_KEPT,     /* words that are kept in */
	PREVIEW_WHYS
};
extern const struct vocabulary vocabulary_preview_why;

struct preview_item {
	enum preview_group group;
	enum preview_why why;
	int subject; /* as above; 0 where there is none */
	int party;   /* of values and points, else -1 */
};

struct preview_count {
	int shown, all;
};

/*
 * Somebody more to be heard. Aspects are those that would be shown once this one and all before had
 * answered as people of their company did so far: an estimate.
 */
struct preview_hear {
	int party;
	enum role role;
	unsigned roles; /* bit 1 << enum role: those that would do as well */
	int person;     /* known and not heard yet, of that party and role; -1 nobody */
	int aspects;
};

#define PREVIEW_HEAR_MOST (EDITION_VALUE_MIN * PARTIES_MAX) /* people that are looked ahead */

struct edition_preview {
	struct pool pool;
	const struct edition_view *view; /* borrowed, as is the plan */
	const struct edition_plan *plan; /* NULL: none goes out */
	int asked;     /* aspects that the round asks about: a pulse not about all */
	bool released; /* a joint edition of the round was handed out */
	struct preview_count of[PREVIEW_GROUPS];
	struct preview_count value[PARTIES_MAX]; /* PREVIEW_VALUES of each */
	struct preview_item *withheld;           /* by group, then in instrument order */
	size_t withheld_count;
	struct preview_hear *hear; /* preview_look_ahead() */
	size_t hear_count;
};

/* How many aspects people have rated, and how many of them the joint edition of that view shows:
 * what preview_compute() counts as PREVIEW_ASPECTS. */
struct preview_count preview_aspects(const struct diagnosis *, const struct edition_view *);

/* rec is settled, d its diagnosis, view the joint release_view() of both; plan that of the plan
 * that goes out with it, NULL where none does; before the round that changes are held against,
 * NULL where there is none. Release when done. */
void preview_compute(struct edition_preview *, const struct record *rec, const struct diagnosis *d,
	const struct edition_view *view, const struct edition_plan *plan,
	const struct record *before);
void preview_release(struct edition_preview *);

/*
 * Fills preview->hear: the people, one after another, each of the party of which most values come
 * nearer to being shown, and of the role with which most aspects are shown or come nearer, up to
 * the last one with whom more are shown than before; none where no number of people that is looked
 * at shows more. Each is put into a copy of the record with the rating that is next to the mean of
 * the party's, of the other parties' where it has none, and what is looked at is what would be
 * handed out beside the releases that the record has. Parties that do not answer are left out.
 */
void preview_look_ahead(struct edition_preview *, const struct record *rec);

#endif
