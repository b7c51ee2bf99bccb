/* SPDX-License-Identifier: MIT */
/*
 * How far a party's value of a scale can move without anything printed that rests on it being
 * otherwise (rekindle-method(7), section 9.2): what a reader knows of it. Everything else is held
 * to stay as it is, but for what is withheld of the same cause. So what follows is an alliance that
 * prints the same, and nothing is claimed to be open that is not. With it, how a number is printed.
 */
#include "edition.h"

#define HALF (0.5 / EDITION_PARTS) /* of what is printed */
#define HALVES 1e-8 /* of a decimal: a number that is a half but for rounding is one */

/* Halves go up wherever rounding has left them, and what is printed as none has no minus. */
double edition_number(enum edition edition, double x)
{
	double size = floor(fabs(x) * EDITION_PARTS + 0.5 + HALVES) / EDITION_PARTS;

	return edition == EDITION_JOINT ? copysign(size, x) + 0.0 : x;
}

bool edition_hides_scale(const struct edition_view *view, int scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (view->value[scale][p])
			return true;
	return view->scale[scale] != WITHHELD_NOT;
}

static const struct room everything = { INFINITY, INFINITY };

static void narrow(struct room *room, double down, double up)
{
	room->down = fmin(room->down, fmax(down, 0));
	room->up = fmin(room->up, fmax(up, 0));
}

/* A number x, which moves by rate with the value, stays on its side of a line. */
static void keep_side(struct room *room, double x, double rate, double line)
{
	if (below(x, line))
		narrow(room, INFINITY, (line - x) / rate);
	else
		narrow(room, (x - line) / rate, INFINITY);
}

/* Findings, bands, actions and decisions tell on which side of these it lies. */
static void keep_sides(struct room *room, const struct scores *scores, double x, double rate)
{
	const double lines[] = { SCORE_GONE, SCORE_REBUILD, scores->lines.critical,
		scores->lines.failing, scores->lines.strength };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		keep_side(room, x, rate, lines[i]);
}

void edition_keep_decimal(struct room *room, double x, double rate)
{
	double printed = edition_number(EDITION_JOINT, x);

	narrow(room, (x - printed + HALF) / rate, (printed + HALF - x) / rate);
}

/* Nothing of it is printed where it does not exist. */
static void keep(struct room *room, const struct scores *scores, double x, double rate)
{
	if (isnan(x))
		return;
	edition_keep_decimal(room, x, rate);
	keep_sides(room, scores, x, rate);
}

void edition_keep_value(struct room *room, const struct scores *scores, double x)
{
	keep(room, scores, x, 1);
}

static int parties_of(const struct scale_score *score)
{
	int parties = 0;

	for (int p = 0; p < PARTIES_MAX; p++)
		parties += !isnan(score->value[p]);
	return parties;
}

/* How much of a party's value is in the score. */
static double score_rate(const struct scale_score *score)
{
	double facts = isnan(score->evidence) ? 0 : score->weight;

	return (1 - facts) / parties_of(score);
}

static int aspects_of(const struct scores *scores, int cause)
{
	int aspects = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		aspects += !isnan(scores->scale[cause * ASPECTS_PER_CAUSE + i].score);
	return aspects;
}

/* Moving up is held against the decimal and the levels, moving down as well, of the other sign. */
static void keep_gap_up(struct room *room, double gap)
{
	edition_keep_decimal(room, gap, 1);
	keep_side(room, gap, 1, GAP_DISCUSS);
	keep_side(room, gap, 1, GAP_MATERIAL);
}

/* Who sees it better, who worse, and by how much. Where it is printed as none, nobody does. */
static void keep_gap(struct room *room, const struct scale_score *score, int party)
{
	double x = score->value[party], high = -INFINITY, low = INFINITY;
	struct room own = everything;

	for (int p = 0; p < PARTIES_MAX; p++) {
		if (p == party || isnan(score->value[p]))
			continue;
		high = fmax(high, score->value[p]);
		low = fmin(low, score->value[p]);
	}
	if (edition_number(EDITION_JOINT, score->gap.value) <= 0) {
		narrow(room, x - high + HALF, low + HALF - x);
	} else if (above(x, high)) {
		keep_gap_up(&own, x - low);
		narrow(room, fmin(own.down, x - high), own.up);
	} else if (below(x, low)) {
		keep_gap_up(&own, high - x);
		narrow(room, own.up, fmin(own.down, low - x));
	} else {
		/* of several of the same value one is named */
		narrow(room, equal(x, high) ? 0 : x - low, equal(x, low) ? 0 : high - x);
	}
}

bool edition_shows_party_cause(const struct edition_view *view, int cause, int party)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		if (view->value[cause * ASPECTS_PER_CAUSE + i][party])
			return false;
	return !view->cause[cause];
}

static void keep_party_cause(struct room *room, const struct edition_view *view,
	const struct scores *scores, int cause, int party)
{
	int values = 0;

	if (!edition_shows_party_cause(view, cause, party))
		return;
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		values += !isnan(scores->scale[cause * ASPECTS_PER_CAUSE + i].value[party]);
	keep(room, scores, scores->cause[cause].value[party], 1.0 / values);
}

/* Which causes lead and which contribute, by how far they lie above the lowest. */
static void keep_leading(struct room *room, const struct diagnosis *d, int cause)
{
	double x = d->scores.cause[cause].score, margin = d->primary.margin, lowest = INFINITY;

	if (isnan(margin) || !d->scores.cause[cause].failing)
		return;
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (c != cause && d->scores.cause[c].failing)
			lowest = fmin(lowest, d->scores.cause[c].score);
	if (isinf(lowest))
		return;
	if (!above(x, lowest))
		narrow(room, INFINITY, lowest - x);
	else
		keep_side(room, x, 1, lowest);
	keep_side(room, x, 1, lowest + margin);
	for (int c = 0; c < CAUSE_COUNT && !above(x, lowest); c++)
		if (c != cause && d->scores.cause[c].failing)
			keep_side(room, x, 1, d->scores.cause[c].score - margin);
}

/* Of the score of a cause. */
static struct room room_of_cause(
	const struct edition_view *view, const struct diagnosis *d, int cause)
{
	struct room room = everything;
	double score = d->scores.cause[cause].score;

	if (isnan(score))
		return room;
	if (!view->cause[cause])
		edition_keep_decimal(&room, score, 1);
	keep_sides(&room, &d->scores, score, 1);
	keep_leading(&room, d, cause);
	if (!view->primary)
		keep(&room, &d->scores, d->scores.health, 1.0 / CAUSE_COUNT);
	return room;
}

/*
 * How far the people behind a withheld value can move it, but for the one of them who can move it
 * most: that may be the reader. step: it moves in steps of at most so much.
 */
static struct room room_of_people(
	const struct record *rec, const struct scores *scores, int scale, int party, double *step)
{
	struct room all = { 0, 0 }, most = { 0, 0 };
	int fewest = 0, n = scores->scale[scale].n[party];

	for (size_t r = 0; r < rec->respondent_count; r++) {
		const struct tally *tally = scores_tally(scores, r, scale);

		if (rec->respondents[r].party != party || isnan(tally->value))
			continue;
		all.down += tally->value - SCORE_LOWEST;
		all.up += SCORE_HIGHEST - tally->value;
		most.down = fmax(most.down, tally->value - SCORE_LOWEST);
		most.up = fmax(most.up, SCORE_HIGHEST - tally->value);
		if (!fewest || tally->answered < fewest)
			fewest = tally->answered;
	}
	*step = 1.0 / (n * fewest);
	return (struct room){ (all.down - most.down) / n, (all.up - most.up) / n };
}

/* What else is withheld of the cause can make up for a move of its score, in small enough steps. */
static struct room room_of_others(const struct edition_view *view, const struct record *rec,
	const struct scores *scores, int scale, int party, double width)
{
	int cause = scale / ASPECTS_PER_CAUSE, aspects = aspects_of(scores, cause);
	struct room room = { 0, 0 };

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		for (size_t p = 0; p < rec->party_count; p++) {
			int s = cause * ASPECTS_PER_CAUSE + i;
			double step, rate = score_rate(&scores->scale[s]) / aspects;

			if (!view->value[s][p] || (s == scale && (int)p == party) ||
				isnan(scores->scale[s].perception))
				continue;
			struct room people = room_of_people(rec, scores, s, (int)p, &step);
			if (step * rate > width)
				continue;
			room.down += people.down * rate;
			room.up += people.up * rate;
		}
	return room;
}

static void keep_cause(struct room *room, const struct edition_view *view, const struct record *rec,
	const struct diagnosis *d, int scale, int party)
{
	int cause = scale / ASPECTS_PER_CAUSE;
	double rate = score_rate(&d->scores.scale[scale]) / aspects_of(&d->scores, cause);
	struct room own = room_of_cause(view, d, cause);
	struct room others = room_of_others(view, rec, &d->scores, scale, party, own.down + own.up);

	narrow(room, (own.down + others.up) / rate, (own.up + others.down) / rate);
}

/* The killer of communication and trust is a mean of two scales. */
static void keep_killer(
	struct room *room, const struct edition_view *view, const struct scores *scores, int scale)
{
	if (view->scale[ASPECT_COMMUNICATION] != WITHHELD_NOT ||
		view->scale[SCALE_TRUST] != WITHHELD_NOT ||
		(scale != ASPECT_COMMUNICATION && scale != SCALE_TRUST))
		return;
	keep(room, scores, scores->killer[KILLER_COMMUNICATION_TRUST],
		score_rate(&scores->scale[scale]) / 2);
}

/* Where the track is told: exit takes clear routes and reasons to partner that are low on every
 * side, restructuring a low form or low terms. It tells so of withheld ones too. */
static void keep_track(struct room *room, const struct edition_view *view,
	const struct diagnosis *d, int scale, int party)
{
	const struct scale_score *score = &d->scores.scale[scale];

	if (view->primary)
		return;
	if (scale == ASPECT_RATIONALE && at_least(d->scores.route.clearance, ROUTE_CLEAR))
		keep_side(room, score->value[party], 1, d->scores.lines.critical);
	if ((scale == ASPECT_FIT || scale == ASPECT_TERMS) && !isnan(score->perception))
		keep_side(room, score->score, score_rate(score), SCORE_REBUILD);
}

struct room edition_room(const struct edition_view *view, const struct record *rec,
	const struct diagnosis *d, int scale, int party)
{
	const struct scores *scores = &d->scores;
	const struct scale_score *score = &scores->scale[scale];
	struct room room = everything;
	bool aspect = scale < ASPECT_COUNT;

	if (!view->value[scale][party]) {
		keep(&room, scores, score->value[party], 1);
		if (aspect)
			keep_party_cause(&room, view, scores, scale / ASPECTS_PER_CAUSE, party);
	}
	keep_track(&room, view, d, scale, party);
	if (!edition_hides_scale(view, scale) && !isnan(score->gap.value))
		keep_gap(&room, score, party);
	if (isnan(score->perception))
		return room;
	if (view->scale[scale] == WITHHELD_NOT) {
		keep(&room, scores, score->perception, 1.0 / parties_of(score));
		keep(&room, scores, score->score, score_rate(score));
		keep_killer(&room, view, scores, scale);
	}
	if (aspect)
		keep_cause(&room, view, rec, d, scale, party);
	return room;
}
