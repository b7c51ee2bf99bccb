/* SPDX-License-Identifier: MIT */
/*
 * The two editions of a report (rekindle-method(7), section 9) and what the joint one must not
 * show. Pure.
 *
 * The reader to defend against is a respondent who knows their own ratings and who answered what.
 * The internal edition withholds nothing here. The joint one prints a party's value of a scale only
 * if it rests on EDITION_VALUE_MIN respondents and if, with all that is printed together, each
 * rating of each of them can still be two that lie EDITION_SPAN apart, for every other as reader.
 * Else it is withheld, and what it could be worked out from:
 *
 *   perception = mean of the party values        hidden with any of them, and the gap with it
 *   score = (1 - w) perception + w facts         hidden with the perception; the facts are known
 *   cause = mean of its aspect scores            shown while at least two of them are hidden and
 *                                                leave each other open, else hidden
 *   health = mean of the causes                  hidden with any of them
 *   party's cause = mean of its aspect values    hidden with any of them
 *   killer "communication and trust" = mean of an aspect and a symptom: hidden with either
 *
 * "With all that is printed": scores have one decimal, and bands, findings, actions and which
 * causes lead tell on which side of the lines of the method a number lies. A rating is held to be
 * open only if there are other ratings, of people who are not the reader, with which all of that
 * stays the same. So what is withheld here may be more than it takes, never less. A value of too
 * few and one of people who rate too much alike look the same: no value, and no count.
 *
 * A route test is a company's stated position and shown as such, unless somebody took it in
 * confidence: then it goes with all that is built on it, the reason to partner, the score of
 * strategy and health.
 */
#ifndef REKINDLE_EDITION_H
#define REKINDLE_EDITION_H

#include <rekindle/diagnosis.h>
#include <rekindle/trend.h>

enum edition { EDITION_INTERNAL, EDITION_JOINT, EDITION_COUNT };
extern const struct vocabulary vocabulary_edition;

#define EDITION_VALUE_MIN 3 /* respondents behind a party value, gap, split, don't-know share */
#define EDITION_DISTRIBUTION_MIN 8 /* behind a statement on how answers are spread */
#define EDITION_CHANGED_MIN 3      /* respondents that changed between two joint editions */
#define EDITION_TEST_MIN 8         /* values or pairs of a side behind a p */
#define EDITION_SPAN 2             /* so far apart a rating must still be able to lie */
#define EDITION_PARTS 10           /* of a step of the scale: what a score is printed in */

enum withheld {
	WITHHELD_NOT,
	WITHHELD_FEW,     /* a party value behind it rests on too few respondents, or too alike */
	WITHHELD_SECOND,  /* so that another one cannot be worked out */
	WITHHELD_ROUTE,   /* built on a route test that somebody took in confidence */
	WITHHELD_RELEASE, /* the release that is printed again does not have it */
};

/* What the joint edition leaves out, in the order in which it is said; words_left_out() says it. */
enum left_out {
	LEFT_OUT_FACTS,    /* all that is no fact: then none of the others but those of every one */
	LEFT_OUT_FEW,      /* scales with WITHHELD_FEW */
	LEFT_OUT_SECOND,   /* aspects with WITHHELD_SECOND */
	LEFT_OUT_CAUSES,   /* scores of causes, and with them which comes first */
	LEFT_OUT_VALUES,   /* party values on which no score rests */
	LEFT_OUT_KILLERS,  /* built on a withheld value */
	LEFT_OUT_POINTS,   /* the 100 points of a side */
	LEFT_OUT_ROUTE,    /* the route test */
	LEFT_OUT_RELEASE,  /* what the release that is printed again does not have */
	LEFT_OUT_FINDINGS, /* said of every withheld value alike: whether one rests on it would tell
			    */
	/* of every joint edition */
	LEFT_OUT_SINGLE,  /* what is about single people */
	LEFT_OUT_CHANGES, /* what a new joint edition takes */
	LEFT_OUT_KINDS
};

/* How much lower and higher something can be, both at least 0. */
struct room {
	double down, up;
};

struct edition_view {
	enum edition edition;
	struct pool pool;
	/*
	 * The diagnosis without what is withheld: numbers NAN, marks false, bands BAND_NONE, and no
	 * stability, flips, reasons of the grade or words of findings; the grade is one without
	 * runs. A printer that reads nothing
	 * else of the ratings cannot print what it must not. Scores stand for what is printed of
	 * them: rounded to their decimal, and just below a line where they lie below it and are
	 * rounded onto it, so that no order and no comparison tells more. Which side sees it
	 * better is not said of a gap of 0.0. Counts of respondents behind a withheld value are 0.
	 * Where health is withheld, so is what decides the track: it is one that stances alone
	 * give, else TRACK_HEAR_FIRST. Borrows from the diagnosis, which must outlive it; never
	 * released by itself.
	 */
	struct diagnosis shown;
	/*
	 * Joint, and of a party that has respondents with data fewer than EDITION_VALUE_MIN: all
	 * that rests on anything but facts is withheld. No scores, causes, killers, points or route
	 * test; of findings, pitfalls and special situations those that facts alone give.
	 */
	bool facts_only;
	bool few[PARTIES_MAX];                /* facts_only: because of which parties */
	bool value[SCALE_COUNT][PARTIES_MAX]; /* party values that exist and are withheld */
	enum withheld scale[SCALE_COUNT]; /* alliance perception, score, gap, don't-know share */
	bool cause[CAUSE_COUNT];          /* its score, and with it `primary` */
	bool primary;                     /* health, situation, which causes lead or contribute */
	bool killer[KILLER_COUNT];
	bool split[PARTIES_MAX]; /* the party's points */
	bool points;             /* any of them: their mean and the pattern of blame as well */
	bool route;              /* values and result of the route test */
	bool pitfall[PITFALL_COUNT], special[SPECIAL_COUNT]; /* neither said nor denied */
	bool *finding;                 /* by the diagnosis' findings: left out */
	bool left_out[LEFT_OUT_KINDS]; /* joint only */
	/* Joint only: how far a party value that exists can move, of the ratings of today. */
	struct room room[SCALE_COUNT][PARTIES_MAX];
	/*
	 * As release_view() fills them in. whole is the diagnosis whose findings are those of
	 * `finding`, and whose numbers are those that are shown: what edition_hides() is asked
	 * with.
	 */
	struct diagnosis whole;
	int64_t as_of; /* ratings have changed since: when its figures were handed out; else 0 */
	bool partial;  /* they are of a program that did not keep all of them */
};

/* rec is settled and d its diagnosis. Release when done. */
void edition_compute(
	struct edition_view *, const struct record *rec, const struct diagnosis *d, enum edition);
void edition_release(struct edition_view *);

/* How many kinds of things are left out for what this assessment's values are. */
int edition_withheld(const struct edition_view *);
/* Is the score of the cause withheld because of a value that could be worked out from it? */
bool edition_closes_cause(const struct edition_view *, int cause);
/* Must such a finding, or a cause cited as a reason, be left out? rec and d as in
 * edition_compute().
 */
bool edition_hides(const struct edition_view *, const struct record *rec, const struct diagnosis *d,
	const struct finding_ref *);
/* A score as the edition prints it: the joint one has one decimal, and no minus zero. */
double edition_number(enum edition, double);

/*
 * What an edition prints of the change between two rounds; no printer reads it from the trend.
 *
 * The joint one takes a perception only where its round's own joint edition has the same: over all
 * items that the round asked, and not withheld. Of an aspect that either round withholds nothing is
 * said. Change and pairs need nobody, or EDITION_VALUE_MIN people, of each side who count in one of
 * the rounds alone, and as many pairs of every side that has any: else what single people said
 * follows from the two scores. Beside the scores, a change also tells apart what those who make
 * pairs rated and what the others did: it has to leave each of these ratings two steps. What is
 * left is which way it went, if that is beyond chance.
 */
struct edition_change {
	double before, after; /* NAN: none, or withheld */
	bool hides_before, hides_after;
	bool hides_movement; /* change, pairs, p and movement */
	bool repeats; /* it hides them for that alone: figures are as of before ratings changed */
	bool hides_change; /* change, pairs and p */
	double change, p;
	int pairs; /* -1: withheld */
	enum movement movement;
};
struct edition_trend {
	enum edition edition;
	struct edition_change aspect[ASPECT_COUNT];
	double cause_before[CAUSE_COUNT], cause_after[CAUSE_COUNT]; /* NAN: none, or withheld */
	double health_before, health_after;
	bool hides_people; /* how many were heard in both rounds, in one of them */
};
/* before and after are views of one edition of the rounds that trend compares. */
void edition_trend(struct edition_trend *, const struct trend_between *trend,
	const struct edition_view *before, const struct edition_view *after);

/* Did this respondent answer in confidence? The internal edition then has a number in the place of
 * name, role and party, and none of their words. */
bool edition_confides(const struct record *, int respondent);
/* That number, from 1: after all the others, and among themselves by their random ids, so that the
 * order of the interviews tells nothing. Of the others: of which place they are in the record. */
int edition_number_of(const struct record *, int respondent);
/* May the internal edition state anything of what this respondent answered to the item? In
 * confidence only what was asked of every role, since who was asked what tells the role, and what
 * is no words. */
bool edition_states(const struct record *, int respondent, int item);
/* May this respondent's words be quoted? (named or by role, and not without consent) */
bool edition_quotes(const struct record *, int respondent);

#endif
