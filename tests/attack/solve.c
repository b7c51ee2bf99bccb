/* SPDX-License-Identifier: MIT */
/*
 * Bounds by propagation over linear rows, and exact sums within a group of people.
 */
#include "solve.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/score.h>

#define SWEEPS_MOST 40
#define ROUNDS_OF_BOUNDS 12
#define SLACK 1e-7
#define MEMBERS_MOST 24
#define UNIT 6 /* of a mean: sixths are whole for 1, 2, 3 items */
#define REACH_WORDS ((MEMBERS_MOST * 5 * UNIT) / 64 + 2)

struct term {
	int var;
	double by;
};
struct row { /* lo <= sum of terms <= hi */
	int first, count;
	double lo, hi;
};
/* At least one of its rows holds. */
struct either {
	int first, count;
};
struct member {
	int person, items, sum; /* sum of the values of its items: the truth */
};
struct group { /* people of one side whose ratings of a scale are in the same states */
	int var;
	int state, scale, side; /* the first state */
	struct member member[MEMBERS_MOST];
	int count;
};

struct system {
	const struct reading *r;
	double *lo, *hi, *truth;
	char (*name)[48];
	bool *printed;
	int vars, vars_room;
	struct term *terms;
	int term_count, terms_room;
	struct row *rows;
	int row_count, rows_room;
	struct row *options; /* of eithers */
	int option_count, options_room;
	struct either *eithers;
	int either_count, eithers_room;
	struct group *groups;
	int group_count, groups_room;
	int value[STATES_MOST][SCALES_MOST][SIDES_MOST];
	int perception[STATES_MOST][SCALES_MOST];
	int cause_value[STATES_MOST][CAUSE_COUNT][SIDES_MOST];
	int score[SHEETS_MOST][SCALE_COUNT], cause[SHEETS_MOST][CAUSE_COUNT];
	int health[SHEETS_MOST], killer[SHEETS_MOST];
};

#define ROOM(array, count, room)                                                                   \
	do {                                                                                       \
		if ((count) == (room)) {                                                           \
			(room) = (room) ? 2 * (room) : 64;                                         \
			(array) = realloc((array), (size_t)(room) * sizeof(*(array)));             \
			if (!(array))                                                              \
				abort();                                                           \
		}                                                                                  \
	} while (0)

/* Building */

static int add_var(
	struct system *s, double lo, double hi, double truth, const char *name, int a, int b, int c)
{
	if (s->vars == s->vars_room) {
		s->vars_room = s->vars_room ? 2 * s->vars_room : 512;
		size_t n = (size_t)s->vars_room;
		s->lo = realloc(s->lo, n * sizeof(*s->lo));
		s->hi = realloc(s->hi, n * sizeof(*s->hi));
		s->truth = realloc(s->truth, n * sizeof(*s->truth));
		s->name = realloc(s->name, n * sizeof(*s->name));
		s->printed = realloc(s->printed, n * sizeof(*s->printed));
		if (!s->lo || !s->hi || !s->truth || !s->name || !s->printed)
			abort();
	}
	s->lo[s->vars] = lo;
	s->hi[s->vars] = hi;
	s->truth[s->vars] = truth;
	s->printed[s->vars] = false;
	snprintf(s->name[s->vars], sizeof(*s->name), "%s %d %d %d", name, a, b, c);
	return s->vars++;
}

static void add_term(struct system *s, int var, double by)
{
	ROOM(s->terms, s->term_count, s->terms_room);
	s->terms[s->term_count++] = (struct term){ var, by };
}

/* The terms added since first are a row. */
static void end_row(struct system *s, int first, double lo, double hi)
{
	ROOM(s->rows, s->row_count, s->rows_room);
	s->rows[s->row_count++] = (struct row){ first, s->term_count - first, lo, hi };
}

static void end_option(struct system *s, int first, double lo, double hi)
{
	ROOM(s->options, s->option_count, s->options_room);
	s->options[s->option_count++] = (struct row){ first, s->term_count - first, lo, hi };
}

/* Mean of variables: a new one, and the row that says so. */
static int mean_of(struct system *s, const int *vars, int n, const char *name, int a, int b, int c)
{
	double truth = 0;

	for (int i = 0; i < n; i++)
		truth += s->truth[vars[i]] / n;
	int mean = add_var(s, 1, 5, truth, name, a, b, c), first = s->term_count;
	for (int i = 0; i < n; i++)
		add_term(s, vars[i], 1.0 / n);
	add_term(s, mean, -1);
	end_row(s, first, 0, 0);
	return mean;
}

static int tally_in(const struct system *s, int t, int person, int scale, int *sum)
{
	const struct state *state = &s->r->state[t];

	return tally_of(s->r->alliance, &s->r->alliance->round[state->round],
		&state->people[person], person, scale % SCALE_COUNT, scale >= SCALE_COUNT, sum);
}

/* In which states of the round is what the person said the same as in t? */
static unsigned same_states(const struct system *s, int t, int person)
{
	const struct reading *r = s->r;
	unsigned mask = 0;

	for (int u = 0; u < r->states; u++)
		if (r->state[u].round == r->state[t].round &&
			!memcmp(&r->state[u].people[person], &r->state[t].people[person],
				sizeof(struct hearing)))
			mask |= 1u << u;
	return mask;
}

/* States against which changes of people were printed, of those who have a value in both. */
static unsigned pairs_of(const struct system *s, unsigned same, int person, int scale)
{
	const struct reading *r = s->r;
	unsigned mask = 0;
	int sum;

	for (int x = 0; x < r->sheets; x++) {
		const struct sheet *sheet = &r->sheet[x];
		bool later = same >> sheet->state & 1u;
		if (sheet->before < 0 || (!later && !(same >> sheet->before & 1u)))
			continue;
		int other = later ? sheet->before : sheet->state;
		if (tally_in(s, other, person, scale, &sum))
			mask |= 1u << other;
	}
	return mask;
}

struct key {
	unsigned states, pairs;
};

static struct group *group_of(
	struct system *s, int t, int scale, int side, struct key key, struct key *keys)
{
	for (int g = 0; g < s->group_count; g++)
		if (s->groups[g].scale == scale && s->groups[g].side == side &&
			keys[g].states == key.states && keys[g].pairs == key.pairs)
			return &s->groups[g];
	ROOM(s->groups, s->group_count, s->groups_room);
	keys[s->group_count] = key;
	s->groups[s->group_count] =
		(struct group){ .state = t, .scale = scale, .side = side, .var = -1 };
	return &s->groups[s->group_count++];
}

#define GROUPS_MOST 8192

static void add_member(struct system *s, int t, int scale, int person, struct key *keys)
{
	int sum, items = tally_in(s, t, person, scale, &sum);
	unsigned same = same_states(s, t, person);
	struct key key = { same, pairs_of(s, same, person, scale) };

	if (!items || (key.states & ((1u << t) - 1)))
		return; /* none, or in the group since an earlier state */
	struct group *group = group_of(s, t, scale, s->r->alliance->person[person].side, key, keys);
	if (group->count == MEMBERS_MOST || s->group_count == GROUPS_MOST)
		abort();
	group->member[group->count++] = (struct member){ person, items, sum };
}

static int unit_of(const struct member *m)
{
	return UNIT / m->items;
}

static void add_groups(struct system *s, struct key *keys)
{
	for (int t = 0; t < s->r->states; t++)
		for (int scale = 0; scale < SCALES_MOST; scale++)
			for (int who = 0; who < s->r->alliance->people; who++)
				add_member(s, t, scale, who, keys);
	for (int g = 0; g < s->group_count; g++) {
		struct group *group = &s->groups[g];
		int truth = 0;
		for (int i = 0; i < group->count; i++)
			truth += unit_of(&group->member[i]) * group->member[i].sum;
		group->var = add_var(s, UNIT * group->count, 5.0 * UNIT * group->count, truth,
			"group of state, scale, side", group->state, group->scale, group->side);
	}
}

static int count_in(const struct system *s, const struct key *keys, int t, int scale, int side)
{
	int n = 0;

	for (int g = 0; g < s->group_count; g++)
		if (s->groups[g].scale == scale && s->groups[g].side == side &&
			(keys[g].states >> t & 1u))
			n += s->groups[g].count;
	return n;
}

/* A party's value of a scale. */
static void add_value(struct system *s, const struct key *keys, int t, int scale, int side)
{
	int n = count_in(s, keys, t, scale, side), first = s->term_count;
	double truth = 0;

	s->value[t][scale][side] = -1;
	if (!n)
		return;
	int var = add_var(s, 1, 5, 0, "value of state, scale, side", t, scale, side);
	for (int g = 0; g < s->group_count; g++) {
		const struct group *group = &s->groups[g];
		if (group->scale != scale || group->side != side || !(keys[g].states >> t & 1u))
			continue;
		add_term(s, group->var, 1.0 / (UNIT * n));
		truth += s->truth[group->var] / (UNIT * n);
	}
	s->truth[var] = truth;
	s->value[t][scale][side] = var;
	add_term(s, var, -1);
	end_row(s, first, 0, 0);
}

static bool required(const struct system *s, int side)
{
	return s->r->alliance->stance[side] != STANCE_UNRESPONSIVE;
}

static void add_perception(struct system *s, int t, int scale)
{
	int of[SIDES_MOST], n = 0;
	bool lacks = false;

	for (int p = 0; p < s->r->alliance->sides; p++) {
		if (s->value[t][scale][p] >= 0)
			of[n++] = s->value[t][scale][p];
		else
			lacks = lacks || required(s, p);
	}
	s->perception[t][scale] =
		n && !lacks ? mean_of(s, of, n, "perception of state, scale", t, scale, 0) : -1;
}

static void add_state(struct system *s, const struct key *keys, int t)
{
	for (int scale = 0; scale < SCALES_MOST; scale++) {
		for (int p = 0; p < s->r->alliance->sides; p++)
			add_value(s, keys, t, scale, p);
		add_perception(s, t, scale);
	}
	for (int c = 0; c < CAUSE_COUNT; c++)
		for (int p = 0; p < s->r->alliance->sides; p++) {
			int of[ASPECTS_PER_CAUSE], n = 0;
			for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
				if (s->value[t][c * ASPECTS_PER_CAUSE + i][p] >= 0)
					of[n++] = s->value[t][c * ASPECTS_PER_CAUSE + i][p];
			s->cause_value[t][c][p] = n < CAUSE_ASPECTS_MIN
				? -1
				: mean_of(s, of, n, "value of state, cause, side", t, c, p);
		}
}

/* Score of an aspect: ratings and facts. */
static int score_of(struct system *s, int x, int scale)
{
	const struct sheet *sheet = &s->r->sheet[x];
	int perception = s->perception[sheet->state][scale];
	double w = sheet->weight[scale], evidence = sheet->evidence[scale];
	bool known = sheet->evidence_known[scale];

	if (w <= 0 || scale >= ASPECT_COUNT)
		return perception;
	int facts = add_var(s, known ? evidence : 1, known ? evidence : 5, evidence,
		"facts of sheet, scale", x, scale, 0);
	if (perception < 0)
		return facts;
	int score = add_var(s, 1, 5, (1 - w) * s->truth[perception] + w * evidence,
		"score of sheet, scale", x, scale, 0);
	int first = s->term_count;
	add_term(s, perception, 1 - w);
	add_term(s, facts, w);
	add_term(s, score, -1);
	end_row(s, first, 0, 0);
	return score;
}

static void add_sheet(struct system *s, int x)
{
	int of[CAUSE_COUNT], causes = 0;

	for (int scale = 0; scale < SCALE_COUNT; scale++)
		s->score[x][scale] = score_of(s, x, scale);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		int aspect[ASPECTS_PER_CAUSE], n = 0;
		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			if (s->score[x][c * ASPECTS_PER_CAUSE + i] >= 0)
				aspect[n++] = s->score[x][c * ASPECTS_PER_CAUSE + i];
		s->cause[x][c] = n < CAUSE_ASPECTS_MIN
			? -1
			: mean_of(s, aspect, n, "cause of sheet", x, c, 0);
		if (s->cause[x][c] >= 0)
			of[causes++] = s->cause[x][c];
	}
	s->health[x] =
		causes == CAUSE_COUNT ? mean_of(s, of, causes, "health of sheet", x, 0, 0) : -1;
	int trust[2] = { s->score[x][ASPECT_COMMUNICATION], s->score[x][SCALE_TRUST] };
	s->killer[x] = trust[0] < 0 || trust[1] < 0
		? -1
		: mean_of(s, trust, 2, "communication and trust of sheet", x, 0, 0);
}

/* Figures */

static int killer_var(const struct system *s, int x, int killer)
{
	static const int scale[KILLER_COUNT] = { [KILLER_OBJECTIVES] = ASPECT_OBJECTIVES,
		[KILLER_GOVERNANCE] = ASPECT_GOVERNANCE,
		[KILLER_SHIFTING_PRIORITIES] = ASPECT_RELEVANCE };

	return killer == KILLER_COMMUNICATION_TRUST ? s->killer[x] : s->score[x][scale[killer]];
}

static int var_of(const struct system *s, const struct figure *f)
{
	int x = f->sheet, t = s->r->sheet[x].state;

	switch (f->kind) {
	case FIGURE_VALUE:
		return s->value[t][f->of][f->side];
	case FIGURE_PERCEPTION:
		return s->perception[t][f->of];
	case FIGURE_SCORE:
		return s->score[x][f->of];
	case FIGURE_CAUSE:
		return s->cause[x][f->of];
	case FIGURE_CAUSE_VALUE:
		return s->cause_value[t][f->of][f->side];
	case FIGURE_HEALTH:
		return s->health[x];
	case FIGURE_KILLER:
		return killer_var(s, x, f->of);
	default:
		return -1;
	}
}

static int difference(struct system *s, int a, int b)
{
	int first = s->term_count;

	add_term(s, a, 1);
	add_term(s, b, -1);
	return first;
}

/* Highest less lowest value: no difference is more, and some one is as much. */
static void add_gap(struct system *s, const struct figure *f)
{
	const int *value = s->value[s->r->sheet[f->sheet].state][f->of];
	int from = s->option_count;

	for (int p = 0; p < s->r->alliance->sides; p++)
		for (int q = 0; q < s->r->alliance->sides; q++) {
			if (p == q || value[p] < 0 || value[q] < 0)
				continue;
			int first = difference(s, value[p], value[q]);
			end_row(s, first, -INFINITY, f->hi);
			first = difference(s, value[p], value[q]);
			end_option(s, first, f->lo, INFINITY);
		}
	if (s->option_count == from)
		return;
	ROOM(s->eithers, s->either_count, s->eithers_room);
	s->eithers[s->either_count++] = (struct either){ from, s->option_count - from };
}

/* The mean over parties of the mean change of their pairs. */
static void add_change(struct system *s, const struct figure *f, const struct key *keys)
{
	const struct sheet *sheet = &s->r->sheet[f->sheet];
	int pairs[SIDES_MOST] = { 0 }, sides = 0, first = s->term_count;

	if (f->side || sheet->before < 0)
		return; /* over the items of a check */
	for (int g = 0; g < s->group_count; g++)
		if (s->groups[g].scale == f->of && (keys[g].states >> sheet->state & 1u) &&
			(keys[g].pairs >> sheet->before & 1u))
			pairs[s->groups[g].side] += s->groups[g].count;
	for (int p = 0; p < SIDES_MOST; p++)
		sides += pairs[p] > 0;
	for (int g = 0; g < s->group_count; g++) {
		const struct group *group = &s->groups[g];
		double by = 1.0 / (sides * UNIT * (pairs[group->side] ? pairs[group->side] : 1));
		if (group->scale != f->of)
			continue;
		if ((keys[g].states >> sheet->state & 1u) && (keys[g].pairs >> sheet->before & 1u))
			add_term(s, group->var, by);
		if ((keys[g].states >> sheet->before & 1u) && (keys[g].pairs >> sheet->state & 1u))
			add_term(s, group->var, -by);
	}
	end_row(s, first, f->lo, f->hi);
}

/* A sign that the ratings as of that day do not give: it is of others, which nobody released. */
static bool is_not_so(const struct system *s, const struct figure *f)
{
	int var = var_of(s, f);

	return f->decimals < 0 && var >= 0 &&
		(s->truth[var] < f->lo - 1e-6 || s->truth[var] > f->hi + 1e-6);
}

static void add_figures(struct system *s, const struct key *keys)
{
	for (int i = 0; i < s->r->figures; i++) {
		const struct figure *f = &s->r->figure[i];
		int var = var_of(s, f);
		if (f->kind == FIGURE_GAP)
			add_gap(s, f);
		if (f->kind == FIGURE_CHANGE)
			add_change(s, f, keys);
		if (var < 0)
			continue;
		if (is_not_so(s, f))
			continue;
		s->printed[var] = s->printed[var] || f->decimals >= 0;
		s->lo[var] = fmax(s->lo[var], f->lo);
		s->hi[var] = fmin(s->hi[var], f->hi);
	}
}

/* A sign of what is withheld, a band, a finding, says on which side of a line it lies. */
static void judge_signs(const struct system *s, struct verdict_attack *verdict)
{
	for (int i = 0; i < s->r->figures; i++) {
		const struct figure *f = &s->r->figure[i];
		int var = var_of(s, f);
		if (f->decimals >= 0 || var < 0 || (s->printed[var] && !is_not_so(s, f)) ||
			verdict->signs++)
			continue;
		snprintf(verdict->sign, sizeof(verdict->sign), "%s of %d in the %s%s",
			figure_word[f->kind], f->of, f->in,
			is_not_so(s, f) ? ", which is not so as of that day" : "");
	}
}

/* What two releases say of a party beside each other: who is in both drops out. */
static void add_differences(struct system *s, const struct key *keys)
{
	const struct reading *r = s->r;

	for (int t = 0; t < r->states; t++)
		for (int u = t + 1; u < r->states; u++) {
			if (r->state[t].round != r->state[u].round)
				continue;
			for (int scale = 0; scale < SCALE_COUNT; scale++)
				for (int p = 0; p < r->alliance->sides; p++) {
					int a = s->value[t][scale][p], b = s->value[u][scale][p];
					int first = s->term_count;
					if (a < 0 || b < 0)
						continue;
					for (int g = 0; g < s->group_count; g++) {
						int in = (int)(keys[g].states >> t & 1u) -
							(int)(keys[g].states >> u & 1u);
						if (s->groups[g].scale == scale &&
							s->groups[g].side == p && in)
							add_term(s, s->groups[g].var, in);
					}
					add_term(s, a, -UNIT * count_in(s, keys, t, scale, p));
					add_term(s, b, UNIT * count_in(s, keys, u, scale, p));
					end_row(s, first, 0, 0);
				}
		}
}

/* The score of a cause as a sum of groups, times so much; *known is what the facts add. */
static bool expand_cause(const struct system *s, const struct key *keys, int x, int c, double times,
	double *by, double *known)
{
	const struct sheet *sheet = &s->r->sheet[x];
	int first = c * ASPECTS_PER_CAUSE, aspects = 0, sides[ASPECTS_PER_CAUSE] = { 0 };

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		aspects += s->score[x][first + i] >= 0;
		for (int p = 0; p < SIDES_MOST; p++)
			sides[i] += s->value[sheet->state][first + i][p] >= 0;
	}
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = first + i;
		bool rated = s->perception[sheet->state][scale] >= 0;
		double w = !rated ? 1 : sheet->weight[scale] > 0 ? sheet->weight[scale] : 0;
		if (s->score[x][scale] < 0)
			continue;
		if (w > 0 && !sheet->evidence_known[scale])
			return false;
		*known += w > 0 ? times * w * sheet->evidence[scale] / aspects : 0;
		for (int g = 0; g < s->group_count && rated; g++)
			if (s->groups[g].scale == scale && (keys[g].states >> sheet->state & 1u))
				by[s->groups[g].var] += times * (1 - w) /
					(aspects * sides[i] * UNIT *
						count_in(s, keys, sheet->state, scale,
							s->groups[g].side));
	}
	return true;
}

/* What two releases say of a cause beside each other. */
static void add_cause_difference(
	struct system *s, const struct key *keys, int x, int y, int c, double *by)
{
	double known = 0;
	int first = s->term_count;

	for (int i = 0; i < s->vars; i++)
		by[i] = 0;
	if (!expand_cause(s, keys, x, c, 1, by, &known) ||
		!expand_cause(s, keys, y, c, -1, by, &known))
		return;
	for (int i = 0; i < s->vars; i++)
		if (fabs(by[i]) > 1e-12)
			add_term(s, i, by[i]);
	add_term(s, s->cause[x][c], -1);
	add_term(s, s->cause[y][c], 1);
	end_row(s, first, -known, -known);
}

static void add_cause_differences(struct system *s, const struct key *keys)
{
	double *by = malloc((size_t)(s->vars + 1) * sizeof(*by));

	for (int x = 0; x < s->r->sheets; x++)
		for (int y = x + 1; y < s->r->sheets; y++)
			for (int c = 0; c < CAUSE_COUNT; c++)
				if (s->r->sheet[x].round == s->r->sheet[y].round &&
					s->r->sheet[x].state != s->r->sheet[y].state &&
					s->cause[x][c] >= 0 && s->cause[y][c] >= 0 &&
					s->printed[s->cause[x][c]] && s->printed[s->cause[y][c]])
					add_cause_difference(s, keys, x, y, c, by);
	free(by);
}

/* Actions: the library is public, so that one in a plan tells that something called for it. */

struct option_sought {
	struct system *s;
	int sheet;
	bool any;  /* something that is no rating may have called for it */
	int first; /* option */
};

static void option_below(struct option_sought *o, int var, double below)
{
	int first = o->s->term_count;

	if (var < 0)
		return;
	add_term(o->s, var, 1);
	end_option(o->s, first, -INFINITY, below);
}

static void option_gap(struct option_sought *o, int scale, double from)
{
	const int *value = o->s->value[o->s->r->sheet[o->sheet].state][scale];
	int sides = o->s->r->alliance->sides;

	for (int p = 0; p < sides; p++)
		for (int q = 0; q < sides; q++) {
			int first = o->s->term_count;
			if (p == q || value[p] < 0 || value[q] < 0)
				continue;
			add_term(o->s, value[p], 1);
			add_term(o->s, value[q], -1);
			end_option(o->s, first, from, INFINITY);
		}
}

static void option_pitfall(struct option_sought *o, int pitfall)
{
	const int *score = o->s->score[o->sheet];
	int culture = (int)o->s->r->alliance->bank->culture;

	switch (pitfall) {
	case PITFALL_CULTURAL_DIFFERENCES:
		option_below(o, score[culture], 3.5);
		option_gap(o, culture, 0.75);
		break;
	case PITFALL_NO_SPONSORSHIP:
		option_below(o, score[ASPECT_SPONSORSHIP], 3.5);
		break;
	case PITFALL_UNADAPTED_AGREEMENT:
		option_below(o, score[ASPECT_TERMS], 3.5);
		break;
	default:
		o->any = true;
	}
}

static void option_special(struct option_sought *o, int special)
{
	const struct alliance_attacked *a = o->s->r->alliance;
	const int *score = o->s->score[o->sheet];
	int least = SIZE_COUNT, most = 0;

	for (int p = 0; p < a->sides; p++) {
		least = a->size_class[p] < least ? a->size_class[p] : least;
		most = a->size_class[p] > most ? a->size_class[p] : most;
	}
	switch (special) {
	case SPECIAL_RIGID_CONTRACT:
		o->any = o->any || a->amendable == TRI_NO;
		option_below(o, score[ASPECT_TERMS], 3.0);
		break;
	case SPECIAL_POWER_IMBALANCE:
		o->any = o->any || most - least >= SIZE_STEPS;
		option_gap(o, ASPECT_VALUE, 0.75);
		break;
	case SPECIAL_THIN_RELATIONSHIPS:
		option_below(o, score[SCALE_TRUST], 3.0);
		option_below(o, score[ASPECT_COMMUNICATION], 3.0);
		break;
	case SPECIAL_IMPATIENCE:
		option_below(o, score[SCALE_RESULTS], 3.0);
		break;
	default:
		o->any = true;
	}
}

static void option_trigger(struct option_sought *o, const struct trigger *trigger)
{
	const int *score = o->s->score[o->sheet];
	const struct facts *facts = &o->s->r->sheet[o->sheet].facts;
	int track = o->s->r->sheet[o->sheet].track;

	switch (trigger->kind) {
	case TRIGGER_ASPECT:
		option_below(o, score[trigger->subject], trigger->threshold);
		break;
	case TRIGGER_GAP:
		option_gap(o, trigger->subject, trigger->threshold);
		break;
	case TRIGGER_KILLER:
		option_below(o, killer_var(o->s, o->sheet, trigger->subject), 3.5);
		break;
	case TRIGGER_PITFALL:
		option_pitfall(o, trigger->subject);
		break;
	case TRIGGER_SPECIAL:
		option_special(o, trigger->subject);
		break;
	case TRIGGER_CHECKLIST:
		o->any = o->any || facts->check[trigger->subject] == CHECK_NO ||
			facts->check[trigger->subject] == CHECK_PARTLY;
		break;
	case TRIGGER_INCIDENT:
		o->any = o->any || facts->incident;
		break;
	case TRIGGER_EVENT:
		o->any = o->any || facts->event;
		break;
	case TRIGGER_PROCESS:
		o->any = o->any || facts->process;
		break;
	case TRIGGER_TRACK:
		o->any = o->any || track < 0 || track == trigger->subject;
		break;
	default:
		o->any = true;
	}
}

/* Does one of the options from first on hold, of numbers that are printed? */
static bool called_for(const struct system *s, int first, bool of_printed)
{
	for (int i = first; i < s->option_count; i++) {
		const struct row *option = &s->options[i];
		bool printed = true; /* or it is all the same */
		double truth = 0;
		for (int k = option->first; k < option->first + option->count; k++) {
			printed = printed && (!of_printed || s->printed[s->terms[k].var]);
			truth += s->terms[k].by * s->truth[s->terms[k].var];
		}
		if (printed && truth >= option->lo - 1e-6 && truth <= option->hi + 1e-6)
			return true;
	}
	return false;
}

static void count_action(struct verdict_attack *verdict, const struct action *action, int x)
{
	if (!verdict->actions++)
		snprintf(verdict->action, sizeof(verdict->action), "%s of sheet %d", action->id, x);
}

static void end_either(struct system *s, int first)
{
	ROOM(s->eithers, s->either_count, s->eithers_room);
	s->eithers[s->either_count++] = (struct either){ first, s->option_count - first };
}

/* What would keep it out is not so. */
static void add_unless(
	struct system *s, int x, const struct action *action, struct verdict_attack *verdict)
{
	for (size_t i = 0; i < action->unless_count; i++) {
		const struct trigger *unless = &action->unless[i];
		struct option_sought o = { s, x, false, s->option_count };
		if (unless->kind != TRIGGER_SOUND || s->score[x][unless->subject] < 0)
			continue;
		option_below(&o, s->score[x][unless->subject], unless->threshold);
		if (called_for(s, o.first, false))
			end_either(s, o.first);
		if (!called_for(s, o.first, true))
			count_action(verdict, action, x);
	}
}

static void add_action(struct system *s, int x, int at, struct verdict_attack *verdict)
{
	const struct action *action = &s->r->alliance->bank->actions[at];
	int track = s->r->sheet[x].track;
	add_unless(s, x, action, verdict);
	struct option_sought o = { s, x, false, s->option_count };
	o.any = action->tracks && (track < 0 || (action->tracks >> track & 1u));
	for (size_t i = 0; i < action->when_count && !o.any; i++)
		option_trigger(&o, &action->when[i]);
	/* an action that would take over from another may stand for it */
	if (o.any || s->option_count == o.first) {
		s->option_count = o.first;
		return;
	}
	if (called_for(s, o.first, false))
		end_either(s, o.first);
	if (!called_for(s, o.first, true))
		count_action(verdict, action, x);
}

static void add_actions(struct system *s, struct verdict_attack *verdict)
{
	for (int x = 0; x < s->r->sheets; x++)
		for (size_t i = 0; i < s->r->alliance->bank->action_count && i < ACTIONS_MOST; i++)
			if (s->r->sheet[x].listed[i])
				add_action(s, x, (int)i, verdict);
}

/* Bounds */

static void span_of(const struct system *s, const struct row *row, double *least, double *most)
{
	*least = *most = 0;
	for (int i = row->first; i < row->first + row->count; i++) {
		const struct term *term = &s->terms[i];
		*least += term->by * (term->by > 0 ? s->lo : s->hi)[term->var];
		*most += term->by * (term->by > 0 ? s->hi : s->lo)[term->var];
	}
}

static bool tighten(struct system *s, int var, double lo, double hi)
{
	bool moved = false;

	if (lo > s->lo[var] + SLACK) {
		s->lo[var] = lo;
		moved = true;
	}
	if (hi < s->hi[var] - SLACK) {
		s->hi[var] = hi;
		moved = true;
	}
	return moved;
}

/* Is there a bound to pass on at all? An error of rounding never makes one too narrow. */
static bool pass_row(struct system *s, const struct row *row)
{
	double least, most;
	bool moved = false;

	span_of(s, row, &least, &most);
	if (least >= row->lo && most <= row->hi)
		return false;
	for (int i = row->first; i < row->first + row->count; i++) {
		const struct term *t = &s->terms[i];
		double own_least = t->by * (t->by > 0 ? s->lo : s->hi)[t->var];
		double own_most = t->by * (t->by > 0 ? s->hi : s->lo)[t->var];
		double a = (row->lo - (most - own_most)) / t->by;
		double b = (row->hi - (least - own_least)) / t->by;
		moved |= tighten(s, t->var, fmin(a, b) - SLACK, fmax(a, b) + SLACK);
	}
	return moved;
}

static bool pass_either(struct system *s, const struct either *either)
{
	const struct row *only = NULL;

	for (int i = either->first; i < either->first + either->count; i++) {
		const struct row *option = &s->options[i];
		double least, most;
		span_of(s, option, &least, &most);
		if (least > option->hi + SLACK || most < option->lo - SLACK)
			continue;
		if (only)
			return false;
		only = option;
	}
	return only && pass_row(s, only);
}

static void sweep(struct system *s)
{
	bool moved = true;

	for (int n = 0; n < SWEEPS_MOST && moved; n++) {
		moved = false;
		for (int i = 0; i < s->row_count; i++)
			moved |= pass_row(s, &s->rows[i]);
		for (int i = 0; i < s->either_count; i++)
			moved |= pass_either(s, &s->eithers[i]);
	}
}

/* Sums that can be reached, a bit each. */
struct reach {
	uint64_t bit[REACH_WORDS];
};

static void shift_or(struct reach *to, const struct reach *from, int by)
{
	int words = by / 64, bits = by % 64;

	for (int i = REACH_WORDS - 1; i >= words; i--) {
		uint64_t v = from->bit[i - words] << bits;
		if (bits && i > words)
			v |= from->bit[i - words - 1] >> (64 - bits);
		to->bit[i] |= v;
	}
}

/* Of all members but one, the reader's ratings known. */
static struct reach reach_of(const struct group *group, int reader, int without)
{
	struct reach reach = { { 1 } };

	for (int i = 0; i < group->count; i++) {
		const struct member *m = &group->member[i];
		struct reach more = { { 0 } };
		if (i == without)
			continue;
		for (int sum = m->items; sum <= 5 * m->items; sum++)
			if (m->person != reader || sum == m->sum)
				shift_or(&more, &reach, sum * unit_of(m));
		reach = more;
	}
	return reach;
}

static bool any_within(const struct reach *reach, int lo, int hi)
{
	for (int i = lo < 0 ? 0 : lo; i <= hi && i < REACH_WORDS * 64; i++)
		if (reach->bit[i / 64] >> i % 64 & 1u)
			return true;
	return false;
}

static bool has(const struct group *group, int person)
{
	for (int i = 0; i < group->count; i++)
		if (group->member[i].person == person)
			return true;
	return false;
}

/* The bounds of a group's sum to sums that can be. */
static bool settle_group(struct system *s, const struct group *group, int reader)
{
	int lo = (int)ceil(s->lo[group->var] - 1e-4), hi = (int)floor(s->hi[group->var] + 1e-4);
	bool whole = lo <= UNIT * group->count && hi >= 5 * UNIT * group->count;

	if (whole && !has(group, reader))
		return false;
	struct reach reach = reach_of(group, reader, -1);
	while (lo < hi && !any_within(&reach, lo, lo))
		lo++;
	while (hi > lo && !any_within(&reach, hi, hi))
		hi--;
	return tighten(s, group->var, lo, hi);
}

static void settle(struct system *s, int reader)
{
	bool moved = true;

	for (int n = 0; n < ROUNDS_OF_BOUNDS && moved; n++) {
		moved = false;
		for (int g = 0; g < s->group_count; g++)
			moved |= settle_group(s, &s->groups[g], reader);
		sweep(s);
	}
}

/* People */

/* The values that one item of so many can have, where these are the sums that remain. */
static void items_within(const bool *sum, int items, int *lo, int *hi)
{
	*lo = 6;
	*hi = 0;
	for (int v = 1; v <= 5; v++)
		for (int total = items; total <= 5 * items; total++)
			if (sum[total] && total - v >= items - 1 && total - v <= 5 * (items - 1)) {
				*lo = v < *lo ? v : *lo;
				*hi = v > *hi ? v : *hi;
			}
}

static void judge_member(struct system *s, const struct group *group, int at, int reader,
	struct verdict_attack *verdict)
{
	const struct member *m = &group->member[at];
	int lo = (int)ceil(s->lo[group->var] - 1e-4), hi = (int)floor(s->hi[group->var] + 1e-4);
	struct reach others = reach_of(group, reader, at);
	bool sum[16] = { false };
	int least, most;

	for (int total = m->items; total <= 5 * m->items; total++)
		sum[total] = any_within(&others, lo - total * unit_of(m), hi - total * unit_of(m));
	items_within(sum, m->items, &least, &most);
	if (!sum[m->sum]) {
		verdict->wrong = true;
		snprintf(verdict->wrong_at, sizeof(verdict->wrong_at), "person %d, scale %d",
			m->person, group->scale);
	}
	if (most - least >= NARROW)
		return;
	if (!verdict->leaks++)
		verdict->first = (struct finding_attack){ reader, m->person, group->scale,
			group->state, least, most };
}

/* Could the group's bounds narrow anybody? Its sum may be anything but little of its range. */
static bool tells(const struct system *s, const struct group *group, int reader)
{
	int own = 0, others = 0;

	for (int i = 0; i < group->count; i++)
		if (group->member[i].person == reader)
			own += group->member[i].sum * unit_of(&group->member[i]);
		else
			others++;
	double lo = s->lo[group->var] - own, hi = s->hi[group->var] - own;
	return others && (lo > UNIT * others + 0.5 || hi < 5.0 * UNIT * others - 0.5);
}

static void judge_as(struct system *s, int reader, struct verdict_attack *verdict)
{
	for (int g = 0; g < s->group_count; g++) {
		const struct group *group = &s->groups[g];
		if (!tells(s, group, reader))
			continue;
		verdict->bounded++;
		for (int i = 0; i < group->count; i++)
			if (group->member[i].person != reader)
				judge_member(s, group, i, reader, verdict);
	}
}

static void check_truth(const struct system *s, struct verdict_attack *verdict)
{
	for (int i = 0; i < s->vars && !verdict->wrong; i++) {
		verdict->wrong = s->truth[i] < s->lo[i] - 1e-4 || s->truth[i] > s->hi[i] + 1e-4;
		if (verdict->wrong)
			snprintf(verdict->wrong_at, sizeof(verdict->wrong_at),
				"%s is %.4f, worked out as %.4f to %.4f", s->name[i], s->truth[i],
				s->lo[i], s->hi[i]);
	}
}

static void release(struct system *s)
{
	free(s->lo);
	free(s->hi);
	free(s->truth);
	free(s->name);
	free(s->printed);
	free(s->terms);
	free(s->rows);
	free(s->options);
	free(s->eithers);
	free(s->groups);
}

static void read_as(struct system *s, int reader, const double *lo, const double *hi,
	struct verdict_attack *verdict)
{
	size_t n = (size_t)s->vars * sizeof(*lo);

	memcpy(s->lo, lo, n);
	memcpy(s->hi, hi, n);
	settle(s, reader);
	check_truth(s, verdict);
	judge_as(s, reader, verdict);
}

static bool ever_heard(const struct reading *r, int person)
{
	for (int t = 0; t < r->states; t++)
		if (r->state[t].people[person].heard)
			return true;
	return false;
}

void solve(const struct reading *r, struct verdict_attack *verdict)
{
	struct system s = { .r = r };
	struct key *keys = calloc(GROUPS_MOST, sizeof(*keys));

	*verdict = (struct verdict_attack){ 0 };
	add_groups(&s, keys);
	for (int t = 0; t < r->states; t++)
		add_state(&s, keys, t);
	for (int x = 0; x < r->sheets; x++)
		add_sheet(&s, x);
	add_figures(&s, keys);
	judge_signs(&s, verdict);
	add_differences(&s, keys);
	add_cause_differences(&s, keys);
	add_actions(&s, verdict);
	check_truth(&s, verdict);
	settle(&s, -1);
	check_truth(&s, verdict);
	size_t n = (size_t)s.vars * sizeof(*s.lo);
	double *lo = malloc(n + 1), *hi = malloc(n + 1);
	memcpy(lo, s.lo, n);
	memcpy(hi, s.hi, n);
	for (int who = 0; who < r->alliance->people && !verdict->wrong; who++)
		if (ever_heard(r, who))
			read_as(&s, who, lo, hi, verdict);
	free(lo);
	free(hi);
	free(keys);
	release(&s);
}
