/* SPDX-License-Identifier: MIT */
/*
 * States, sheets and figures, and what is forbidden whatever follows from it.
 */
#include "figures.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/date.h>
#include <rekindle/edition.h>

const char *const figure_word[FIGURE_KINDS] = { "value", "perception", "score", "facts", "cause",
	"value of a cause", "health", "killer", "gap", "points", "change" };

void reading_begin(struct reading *r, const struct alliance_attacked *a)
{
	r->alliance = a;
	r->prints = NULL;
	r->givens = r->states = r->sheets = r->figures = r->breaks = 0;
	str_init(&r->broken);
}

void reading_end(struct reading *r)
{
	str_release(&r->broken);
}

void reading_break(struct reading *r, const char *fmt, ...)
{
	va_list args;

	size_t from = r->broken.len, kind = strcspn(fmt, ":");

	r->breaks++;
	for (const char *line = r->broken.text; *line; line += strcspn(line, "\n") + 1)
		if (!strncmp(line, fmt, kind + 1))
			return; /* one of a kind */
	va_start(args, fmt);
	str_addv(&r->broken, fmt, args);
	va_end(args);
	for (char *c = r->broken.text + from; *c; c++)
		*c = *c == '\n' ? ' ' : *c;
	str_addc(&r->broken, '\n');
}

static bool same_people(const struct reading *r, int t, int round)
{
	const struct attacked_round *now = &r->alliance->round[round];

	for (int who = 0; who < PEOPLE_MOST; who++)
		if (!same_ratings(
			    r->alliance, now, who, &r->state[t].people[who], &now->people[who]))
			return false;
	return true;
}

int reading_state(struct reading *r, int round)
{
	const struct hearing *now = r->alliance->round[round].people;

	for (int t = 0; t < r->states; t++)
		if (r->state[t].round == round && same_people(r, t, round))
			return t;
	if (r->states == STATES_MOST)
		abort();
	struct state *state = &r->state[r->states];
	state->round = round;
	memcpy(state->people, now, sizeof(state->people));
	return r->states++;
}

int reading_sheet(struct reading *r, int state)
{
	const struct alliance_attacked *a = r->alliance;
	const struct attacked_round *round = &a->round[r->state[state].round];
	struct sheet *sheet = &r->sheet[r->sheets];

	if (r->sheets == SHEETS_MOST)
		abort();
	*sheet = (struct sheet){ .round = r->state[state].round,
		.state = state,
		.before = -1,
		.track = -1,
		.facts = round->facts };
	for (int s = 0; s < ASPECT_COUNT; s++) {
		sheet->weight[s] = evidence_in(a, round, s, &sheet->evidence[s]);
		sheet->evidence_known[s] =
			s != ASPECT_RATIONALE || !route_is_confidential(a, &round->facts);
	}
	return r->sheets++;
}

void reading_give(struct reading *r, int state, int day)
{
	if (r->givens == GIVEN_MOST)
		abort();
	r->given[r->givens].state = state;
	r->given[r->givens++].day = day;
}

int reading_as_of(struct reading *r, int sheet, int day)
{
	int round = r->sheet[sheet].round, state = r->sheet[sheet].state;
	struct sheet now = r->sheet[sheet];

	for (int i = 0; i < r->givens; i++)
		if (r->given[i].day == day && r->state[r->given[i].state].round == round)
			state = r->given[i].state;
	for (int x = sheet; x < r->sheets; x++)
		if (r->sheet[x].round == round && r->sheet[x].state == state)
			return x;
	sheet = reading_sheet(r, state);
	memcpy(r->sheet[sheet].weight, now.weight, sizeof(now.weight));
	memcpy(r->sheet[sheet].evidence, now.evidence, sizeof(now.evidence));
	r->sheet[sheet].facts = now.facts;
	return sheet;
}

static int day_of(const char *text)
{
	static const char *const months[] = { "January", "February", "March", "April", "May",
		"June", "July", "August", "September", "October", "November", "December" };
	char month[20];
	int day, year, number;

	if (sscanf(text, "%4d-%2d-%2d", &year, &number, &day) == 3)
		return date_make(year, number, day);
	if (sscanf(text, "%d %19[A-Za-z] %d", &day, month, &year) != 3)
		return DATE_NONE;
	for (int m = 0; m < 12; m++)
		if (!strcmp(months[m], month))
			return date_make(year, m + 1, day);
	return DATE_NONE;
}

int day_said(const char *text)
{
	static const char *const marks[] = { "as_of\": \"", "As of ", "as of " };

	for (int i = 0; i < 3; i++)
		for (const char *at = text; (at = strstr(at, marks[i]));) {
			at += strlen(marks[i]);
			if (day_of(at) != DATE_NONE)
				return day_of(at);
		}
	return DATE_NONE;
}

int heard_of(const struct reading *r, int t, int scale, int side)
{
	const struct state *state = &r->state[t];
	const struct attacked_round *round = &r->alliance->round[state->round];
	bool only_check = scale >= SCALE_COUNT;
	int n = 0, sum;

	for (int who = 0; who < r->alliance->people; who++)
		if (r->alliance->person[who].side == side)
			n += tally_of(r->alliance, round, &state->people[who], who,
				     scale % SCALE_COUNT, only_check, &sum) > 0;
	return n;
}

bool facts_alone(const struct reading *r, int t)
{
	const struct alliance_attacked *a = r->alliance;
	const struct state *state = &r->state[t];
	int n[SIDES_MOST] = { 0 };

	for (int who = 0; who < a->people; who++)
		n[a->person[who].side] +=
			has_data(a, &a->round[state->round], &state->people[who], who);
	for (int p = 0; p < a->sides; p++)
		if (n[p] > 0 && n[p] < EDITION_VALUE_MIN)
			return true;
	return false;
}

bool number_read(const char *text, double *lo, double *hi, int *decimals)
{
	char *end;

	if (!isdigit((unsigned char)*text))
		return false;
	double v = strtod(text, &end);
	const char *dot = strchr(text, '.');
	*decimals = dot && dot < end ? (int)(end - dot - 1) : 0;
	if (*end != '\0' && *end != ' ' && *end != '*' && *end != '=')
		return false;
	/* "2.10" may be two decimals, or one and a nought; of more than two it is not known */
	bool nought = *decimals == 2 && end[-1] == '0';
	double half = 0.5 * pow(10, nought || *decimals > 2 ? -1 : -*decimals);
	*lo = v - half - 1e-9;
	*hi = v + half + 1e-9;
	return true;
}

static const char *name_of(const struct figure *f)
{
	switch (f->kind) {
	case FIGURE_CAUSE:
	case FIGURE_CAUSE_VALUE:
		return cause_info[f->of].id;
	case FIGURE_HEALTH:
	case FIGURE_POINTS:
		return "alliance";
	case FIGURE_KILLER:
		return vocabulary_killer.word[f->of];
	default:
		return scale_info[f->of % SCALE_COUNT].id;
	}
}

static bool divides(const struct hearing *hearing)
{
	int sum = 0;

	for (int c = 0; c < CAUSE_COUNT; c++)
		sum += hearing->points[c];
	return sum > 0;
}

/* Rules that need no sums. */
static void judge(struct reading *r, const struct figure *f)
{
	const struct alliance_attacked *a = r->alliance;
	const struct sheet *sheet = &r->sheet[f->sheet];
	bool rating = f->kind != FIGURE_EVIDENCE;

	if (f->decimals > 1 && rating && f->kind != FIGURE_POINTS)
		reading_break(r, "decimals: %s %s of %s has more than one", f->in,
			figure_word[f->kind], name_of(f));
	if (f->kind == FIGURE_VALUE &&
		heard_of(r, sheet->state, f->of, f->side) < EDITION_VALUE_MIN)
		reading_break(r,
			"few: %s prints the value of %s of %s, which rests on fewer than 3", f->in,
			name_of(f), a->label[f->side]);
	int divided = 0;
	for (int who = 0; who < a->people && f->kind == FIGURE_POINTS; who++)
		divided += (f->side < 0 || a->person[who].side == f->side) &&
			divides(&r->state[sheet->state].people[who]);
	if (f->kind == FIGURE_POINTS && divided < EDITION_VALUE_MIN)
		reading_break(r, "points: %s prints those of fewer than 3", f->in);
	bool blend = f->kind == FIGURE_SCORE && !heard_of(r, sheet->state, f->of, 0);
	if (rating && !blend && facts_alone(r, sheet->state))
		reading_break(r,
			"facts only: %s prints the %s of %s, and a side has data of fewer "
			"than 3",
			f->in, figure_word[f->kind], name_of(f));
	if (!route_is_confidential(a, &sheet->facts))
		return;
	bool built = (f->kind == FIGURE_SCORE && f->of == ASPECT_RATIONALE) ||
		(f->kind == FIGURE_EVIDENCE && f->of == ASPECT_RATIONALE) ||
		(f->kind == FIGURE_CAUSE && f->of == CAUSE_STRATEGY) || f->kind == FIGURE_HEALTH;
	if (built && a->round[sheet->round].kind != ROUND_PULSE)
		reading_break(r,
			"route: %s prints the %s of %s, which rests on a confidential "
			"entry",
			f->in, figure_word[f->kind], name_of(f));
}

void figure_add(struct reading *r, struct figure f)
{
	/* means of scores stay those of the release, whatever facts have come since */
	for (int x = 0; x < f.sheet && (f.kind == FIGURE_CAUSE || f.kind == FIGURE_HEALTH); x++)
		if (r->sheet[x].state == r->sheet[f.sheet].state)
			f.sheet = x;
	bool again = false;
	for (int x = 0; x < f.sheet; x++)
		again = again || r->sheet[x].state == r->sheet[f.sheet].state;
	/* printed again it is worked out of decimals, beside the facts of today */
	if (again && (f.kind == FIGURE_SCORE || f.kind == FIGURE_KILLER || f.kind == FIGURE_GAP)) {
		f.lo -= f.kind == FIGURE_GAP ? 0.1 : 0.05;
		f.hi += f.kind == FIGURE_GAP ? 0.1 : 0.05;
	}
	if (r->prints && !r->prints(&f))
		return;
	/* a second decimal says nothing where there should be one */
	if (!r->prints && f.decimals > 1) {
		f.lo -= 0.05;
		f.hi += 0.05;
	}
	for (int i = 0; i < r->figures; i++) {
		const struct figure *g = &r->figure[i];
		if (g->kind == f.kind && g->of == f.of && g->side == f.side &&
			g->sheet == f.sheet && g->lo <= f.lo && g->hi >= f.hi && g->lo == f.lo &&
			g->hi == f.hi)
			return;
	}
	if (r->figures == FIGURES_MOST)
		abort();
	judge(r, &f);
	r->figure[r->figures++] = f;
}
