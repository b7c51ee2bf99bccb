/* SPDX-License-Identifier: MIT */
/*
 * What a reader of joint editions has in hand: the figures that were printed, each with the
 * interval that its decimals leave, and which ratings and facts each sheet was made of.
 */
#ifndef REKINDLE_TESTS_FIGURES_H
#define REKINDLE_TESTS_FIGURES_H

#include "alliance.h"

#define STATES_MOST 6
#define SHEETS_MOST 24
#define GIVEN_MOST 8
#define FIGURES_MOST 12000
#define ACTIONS_MOST 512
/* Scales over the items of the health check alone stand behind all scales. */
#define SCALES_MOST (2 * SCALE_COUNT)

enum figure_kind {
	FIGURE_VALUE,       /* of a party: scale, side */
	FIGURE_PERCEPTION,  /* scale */
	FIGURE_SCORE,       /* scale */
	FIGURE_EVIDENCE,    /* scale */
	FIGURE_CAUSE,       /* cause */
	FIGURE_CAUSE_VALUE, /* cause, side */
	FIGURE_HEALTH,
	FIGURE_KILLER, /* killer */
	FIGURE_GAP,    /* scale */
	FIGURE_POINTS, /* side, or -1: of all */
	FIGURE_CHANGE, /* scale: of those heard in this round and the one before */
	FIGURE_KINDS
};
extern const char *const figure_word[FIGURE_KINDS];

struct figure {
	enum figure_kind kind;
	int of, side; /* what its kind says */
	int sheet;
	double lo, hi;
	int decimals;   /* -1: no number, but a band or a sign; 9: more than two */
	const char *in; /* kind and format of what it was read in */
};

struct state { /* of the ratings of a round, of which something was printed */
	int round;
	struct hearing people[PEOPLE_MOST];
};

struct sheet { /* something printed of one state of the ratings and one of the facts */
	int round, state;
	int before; /* state of the round that changes are held against, -1 none */
	double weight[SCALE_COUNT], evidence[SCALE_COUNT]; /* of aspects; weight 0: none */
	bool evidence_known[SCALE_COUNT];
	struct facts facts;
	int track;                 /* enum track that its plan names, -1: it names none */
	bool listed[ACTIONS_MOST]; /* actions of the library that its plan has */
};

struct reading {
	const struct alliance_attacked *alliance;
	struct state state[STATES_MOST];
	int states;
	struct { /* on which day which ratings of a round were those of then */
		int state, day;
	} given[GIVEN_MOST];
	int givens;
	struct sheet sheet[SHEETS_MOST];
	int sheets;
	struct figure figure[FIGURES_MOST];
	int figures;
	bool (*prints)(const struct figure *); /* of what is read only these; NULL: all */
	struct str broken;                     /* what the method forbids to print, a line each */
	int breaks;
};

void reading_begin(struct reading *, const struct alliance_attacked *);
void reading_end(struct reading *);
/* The round as its people rate it now; the state that says the same if there is one. */
int reading_state(struct reading *, int round);
/* That is how it was on a day on which something was handed out. */
void reading_give(struct reading *, int state, int day);
/* The sheet of the ratings as they were on a day, with the facts of sheet; DATE_NONE: itself. */
int reading_as_of(struct reading *, int sheet, int day);
/* The day of "As of 16 November 2026", of "as_of": "2026-11-16"; DATE_NONE: it says none. */
int day_said(const char *text);
/* A sheet of that state with the facts of now. */
int reading_sheet(struct reading *, int state);
/* What is in words: the JSON of a report, a comparison, a trend; text of any kind. in: what it is.
 */
void read_report(struct reading *, int sheet, const char *json, const char *in);
void read_trend(struct reading *, const int *sheets, const char *json);
void read_compare(struct reading *, const int *sheets, const char *json);
void read_text(struct reading *, int sheet, const char *text, const char *in);

/* A file for the other company: no member of it is of a respondent, an answer, a route entry, a
 * quick note or a sheet. */
void read_shared(struct reading *, const char *json, const char *in);

/* The interval of a number as printed; false: it is none. */
bool number_read(const char *text, double *lo, double *hi, int *decimals);
void figure_add(struct reading *, struct figure);
void reading_break(struct reading *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* How many people of a side have a value of the scale in the state. */
int heard_of(const struct reading *, int state, int scale, int side);
/* Are only facts to be printed of it: has a side data of one or two people? */
bool facts_alone(const struct reading *, int state);

#endif
