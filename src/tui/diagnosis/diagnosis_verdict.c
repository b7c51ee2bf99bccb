/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis in words: verdict, decision, grade, and what goes with the causes.
 */
#include "diagnosis.h"

/* What is said about. */
struct about {
	struct pool *pool;
	const struct record *record;
	const struct diagnosis *d;
};

/* "partner, 3.41 weak" */
static const char *rated(const struct about *about, int cause)
{
	const struct cause_score *score = &about->d->scores.cause[cause];
	return words(about->pool,
		about->d->primary.consequence[cause] ? W_RATED_CONSEQUENCE : W_RATED_CAUSE,
		hole_text("cause", words_cause(cause)), hole_number("score", score->score, 2),
		hole_text("band", words_band((int)score->band)));
}

static void add_contributing(const struct about *about, struct texts *said)
{
	struct texts causes = { 0 };
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (about->d->primary.contributing[c])
			texts_add(about->pool, &causes, rated(about, c));
	if (causes.count)
		texts_add(about->pool, said,
			words(about->pool, W_CONTRIBUTING,
				hole_text("causes", words_clauses(about->pool, &causes))));
}

static int lowest_cause(const struct diagnosis *d)
{
	int lowest = -1;
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (!isnan(d->scores.cause[c].score) &&
			(lowest < 0 ||
				below(d->scores.cause[c].score, d->scores.cause[lowest].score)))
			lowest = c;
	return lowest;
}

/* The cause that one party rates lowest, -1 when it has no value of any. */
static int lowest_of_party(const struct diagnosis *d, int party)
{
	int lowest = -1;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		double value = d->scores.cause[c].value[party];
		if (!isnan(value) &&
			(lowest < 0 || below(value, d->scores.cause[lowest].value[party])))
			lowest = c;
	}
	return lowest;
}

static void say_one_sided(const struct about *about, struct texts *said)
{
	int heard = -1;
	for (size_t p = 0; p < about->record->party_count; p++)
		if (about->d->scores.with_data[p])
			heard = (int)p;
	if (heard < 0) {
		texts_add(about->pool, said, words_plain(W_NOBODY_HEARD));
		return;
	}
	texts_add(about->pool, said,
		words(about->pool, W_ONE_SIDED,
			hole_text("party", about->record->parties[heard].label)));
	int lowest = lowest_of_party(about->d, heard);
	if (lowest >= 0)
		texts_add(about->pool, said,
			words(about->pool, W_ONE_SIDED_LOWEST,
				hole_text("cause", words_cause(lowest)),
				hole_number(
					"score", about->d->scores.cause[lowest].value[heard], 2)));
}

/* Names of the causes in the set, "strategy, type". */
static const char *named(const struct about *about, const bool in[CAUSE_COUNT])
{
	struct texts names = { 0 };
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (in[c])
			texts_add(about->pool, &names, words_cause(c));
	return words_names(about->pool, &names);
}

static void say_unscored(const struct about *about, struct texts *said)
{
	bool unscored[CAUSE_COUNT];
	for (int c = 0; c < CAUSE_COUNT; c++)
		unscored[c] = isnan(about->d->scores.cause[c].score);
	texts_add(about->pool, said,
		words(about->pool, W_PRIMARY_UNSCORED,
			hole_text("causes", named(about, unscored))));
}

static void say_none(const struct about *about, struct texts *said)
{
	int lowest = lowest_cause(about->d);
	const struct cause_score *score = &about->d->scores.cause[lowest];
	texts_add(about->pool, said,
		words(about->pool, W_PRIMARY_NONE, hole_text("cause", words_cause(lowest)),
			hole_number("score", score->score, 2),
			hole_text("band", words_band((int)score->band))));
}

static void say_tie(const struct about *about, struct texts *said)
{
	const struct primary *primary = &about->d->primary;
	texts_add(about->pool, said,
		words(about->pool, W_PRIMARY_TIE,
			hole_text("causes", named(about, primary->leading)),
			hole_text("first", words_cause(primary->cause))));
	add_contributing(about, said);
}

static void say_primary(const struct about *about, struct texts *said)
{
	int primary = about->d->primary.cause;
	const struct cause_score *score = &about->d->scores.cause[primary];
	texts_add(about->pool, said,
		words(about->pool, W_PRIMARY, hole_text("cause", words_cause_loud(primary)),
			hole_number("score", score->score, 2),
			hole_text("band", words_band((int)score->band))));
	add_contributing(about, said);
}

const char *verdict_primary(
	struct pool *pool, const struct record *record, const struct diagnosis *d)
{
	const struct about about = { pool, record, d };
	struct texts said = { 0 };
	if (d->primary.cause == PRIMARY_UNDECIDED)
		texts_add(pool, &said, words_plain(W_PRIMARY_UNDECIDED));
	else if (d->scores.one_sided)
		say_one_sided(&about, &said);
	else if (d->primary.cause == PRIMARY_INSUFFICIENT)
		say_unscored(&about, &said);
	else if (d->primary.cause == PRIMARY_NONE)
		say_none(&about, &said);
	else if (d->primary.tie)
		say_tie(&about, &said);
	else
		say_primary(&about, &said);
	return words_sentences(pool, &said);
}

/* Results or health that nobody knows. */
static const char *unknown_text(struct pool *pool, double results, double health)
{
	if (isnan(results) && isnan(health))
		return words_plain(W_NO_RESULTS_NO_HEALTH);
	if (isnan(results))
		return words(pool, W_NO_RESULTS, hole_number("health", health, 2));
	if (isnan(health))
		return words(pool, W_NO_HEALTH, hole_number("results", results, 0));
	return words(pool, W_RESULTS_AND_HEALTH, hole_number("results", results, 0),
		hole_number("health", health, 2));
}

/* Results and health, whether each is low, and the word that sums them up. */
static const char *situation_text(struct pool *pool, const struct diagnosis *d)
{
	static const enum sentence said[][2] = {
		[SITUATION_UNDERPERFORMING] = { W_UNDERPERFORMING, W_UNDERPERFORMING_FAILS },
		[SITUATION_LOOK_OUTSIDE] = { W_LOOK_OUTSIDE, W_LOOK_OUTSIDE },
		[SITUATION_RESULTS_OUTRUN_RELATIONSHIP] = { W_RESULTS_OUTRUN,
			W_RESULTS_OUTRUN_FAILS },
		[SITUATION_HEALTHY] = { W_HEALTHY, W_HEALTHY },
	};
	double results = d->scores.performance.score, health = d->scores.health;
	bool fails =
		at_least(health, d->scores.lines.failing); /* what makes a health like this low */
	if (d->situation == SITUATION_UNKNOWN)
		return unknown_text(pool, results, health);
	return words(pool, said[d->situation][fails], hole_number("results", results, 0),
		hole_number("health", health, 2));
}

const char *verdict_situation(struct pool *pool, const struct diagnosis *d)
{
	struct texts said = { 0 };
	texts_add(pool, &said, situation_text(pool, d));
	if (d->primary.cause == PRIMARY_UNDECIDED)
		return words_sentences(pool, &said);
	texts_add(pool, &said,
		words(pool, d->provisional ? W_DECISION_PROVISIONAL : W_DECISION,
			hole_text("track", words_track_loud((int)d->track))));
	return words_sentences(pool, &said);
}

static const char *grade_text(const struct about *about)
{
	const struct diagnosis *d = about->d;
	struct texts heard = { 0 };
	for (size_t p = 0; p < about->record->party_count; p++)
		texts_add(about->pool, &heard,
			pool_printf(about->pool, "%d", d->scores.with_data[p]));
	return words(about->pool, d->primary.tie ? W_GRADE_TIE : W_GRADE,
		hole_text("grade", grade_word(d->confidence.grade)), hole_list("heard", &heard),
		hole_count("agree", d->primary.agree), hole_count("of", d->primary.of));
}

const char *verdict_grade(struct pool *pool, const struct record *record, const struct diagnosis *d)
{
	const struct about about = { pool, record, d };
	const struct confidence_words clauses = words_confidence(pool, record, d);
	enum grade grade = d->confidence.grade;
	struct texts said = { 0 };
	if (d->primary.cause == PRIMARY_UNDECIDED)
		return words_plain(W_GRADE_UNDECIDED);
	if (grade == GRADE_NONE)
		texts_add(pool, &said,
			words(pool, W_NO_GRADE,
				hole_text("reasons", words_reasons(pool, clauses.reasons))));
	else
		texts_add(pool, &said, grade_text(&about));
	if (clauses.raise[0])
		texts_add(pool, &said,
			words(pool, grade == GRADE_B ? W_RAISE_TO_A : W_RAISE_IT,
				hole_text("raise", words_reasons(pool, clauses.raise))));
	return words_sentences(pool, &said);
}

/* What stands beside the causes: cells of a row, three columns apart. */
static const char *cells(struct pool *pool, const struct texts *texts)
{
	return texts_join(pool, texts, "   ", "   ");
}

const char *verdict_symptoms(struct pool *pool, const struct diagnosis *d)
{
	static const char *const names[] = { "trust", "information", "results seen" };
	struct texts row = { 0 };
	for (int s = ASPECT_COUNT; s < SCALE_COUNT; s++) {
		const char *name = names[s - ASPECT_COUNT];
		double score = d->scores.scale[s].score;
		texts_add(pool, &row,
			isnan(score) ? pool_printf(pool, "%s --", name)
				     : pool_printf(pool, "%s %.2f %c", name, score,
					       band_letter(band_of(&d->scores.lines, score))));
	}
	return cells(pool, &row);
}

static bool killers_known(const struct diagnosis *d)
{
	bool known = false;
	for (int k = 0; k < KILLER_COUNT; k++)
		known |= d->scores.killer_known[k];
	return known;
}

const char *verdict_killers(struct pool *pool, const struct diagnosis *d)
{
	static const char *const names[KILLER_COUNT] = { "objectives", "communication, trust",
		"governance", "shifting priorities" };
	struct texts row = { 0 };
	for (int k = 0; k < KILLER_COUNT; k++)
		if (d->scores.killer_present[k])
			texts_add(pool, &row,
				pool_printf(pool, "%s %.2f", names[k], d->scores.killer[k]));
	if (d->primary.cause == PRIMARY_UNDECIDED)
		return words_plain(W_KILLERS_UNDECIDED);
	return killers_known(d) ? cells(pool, &row) : words_plain(W_NOT_KNOWN_YET);
}

/* Of pitfalls and special situations: that none was found is said only where they were looked for,
 * in what people said. */
static const char *found_text(
	struct pool *pool, const struct diagnosis *d, const struct texts *found)
{
	if (found->count)
		return words_names(pool, found);
	if (d->primary.cause == PRIMARY_UNDECIDED)
		return words_plain(W_NOT_LOOKED_FOR);
	return killers_known(d) ? "" : words_plain(W_NOT_KNOWN_YET);
}

const char *verdict_pitfalls(struct pool *pool, const struct diagnosis *d)
{
	struct texts found = { 0 };
	for (int i = 0; i < PITFALL_COUNT; i++)
		if (d->pitfall[i])
			texts_add(pool, &found, words_pitfall(i));
	return found_text(pool, d, &found);
}

const char *verdict_specials(struct pool *pool, const struct diagnosis *d)
{
	struct texts found = { 0 };
	for (int i = 0; i < SPECIAL_COUNT; i++)
		if (d->special[i])
			texts_add(pool, &found, words_special(i));
	return found_text(pool, d, &found);
}

const char *verdict_knockouts(
	struct pool *pool, const struct record *record, const struct diagnosis *d)
{
	struct texts list = { 0 };
	for (size_t i = 0; i < d->knockout_count; i++) {
		const struct knockout_found *found = &d->knockouts[i];
		const char *name = words_knockout((int)found->id);
		texts_add(pool, &list,
			found->party < 0
				? name
				: words(pool, W_KNOCKOUT_OF,
					  hole_text("party", record->parties[found->party].label),
					  hole_text("knockout", name)));
	}
	return words_clauses(pool, &list);
}
