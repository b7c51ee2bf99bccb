/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis in words: verdict, decision, grade, and what goes with the causes.
 */
#include "diagnosis.h"

#include <ctype.h>

static const char *kept(struct pool *pool, struct str *text)
{
	const char *copy = pool_strdup(pool, text->text);
	str_release(text);
	return copy;
}

static const char *capitals(struct pool *pool, const char *word)
{
	char *copy = pool_strdup(pool, word);
	for (char *at = copy; *at; at++)
		*at = *at == '_' ? ' ' : (char)toupper((unsigned char)*at);
	return copy;
}

static void add_item(struct str *out, const char *text)
{
	str_addf(out, "%s%s", out->len ? ", " : "", text);
}

/* "partner, 3.41 weak" */
static void add_cause(struct str *out, const struct diagnosis *d, int cause)
{
	const struct cause_score *score = &d->scores.cause[cause];
	str_addf(out, "%s, %.2f %s", cause_info[cause].id, score->score, band_word(score->band));
}

static void add_contributing(struct str *out, const struct diagnosis *d)
{
	bool any = false;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		if (!d->primary.contributing[c])
			continue;
		str_add(out, any ? "; " : " Contributing: ");
		add_cause(out, d, c);
		if (d->primary.consequence[c])
			str_add(out, ", possibly a consequence, re-check after");
		any = true;
	}
	if (any)
		str_addc(out, '.');
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

static void say_one_sided(struct str *out, const struct record *record, const struct diagnosis *d)
{
	int heard = -1;
	for (size_t p = 0; p < record->party_count; p++)
		if (d->scores.with_data[p])
			heard = (int)p;
	if (heard < 0) {
		str_add(out, "Nobody has been heard yet: nothing can be said about the alliance.");
		return;
	}
	str_addf(out,
		"One-sided: only %s was heard. This is its view, and no verdict on the alliance.",
		record->parties[heard].label);
	int lowest = lowest_of_party(d, heard);
	if (lowest >= 0)
		str_addf(out, " It rates lowest: %s, %.2f.", cause_info[lowest].id,
			d->scores.cause[lowest].value[heard]);
}

static void say_insufficient(struct str *out, const struct diagnosis *d)
{
	struct str missing;
	str_init(&missing);
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (isnan(d->scores.cause[c].score))
			add_item(&missing, cause_info[c].id);
	str_addf(out, "The primary cause cannot be said yet: too few answers to score %s.",
		missing.text);
	str_release(&missing);
}

static void say_none(struct str *out, const struct diagnosis *d)
{
	str_add(out, "No cause fails. The lowest is ");
	add_cause(out, d, lowest_cause(d));
	str_addc(out, '.');
}

static void say_tie(struct str *out, const struct diagnosis *d)
{
	struct str names;
	str_init(&names);
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (d->primary.leading[c])
			add_item(&names, cause_info[c].id);
	str_addf(out,
		"Provisional. Cannot be told apart: %s; start with %s, because it comes first and "
		"is cheapest to rule out.",
		names.text, cause_info[d->primary.cause].id);
	str_release(&names);
	add_contributing(out, d);
}

const char *verdict_primary(
	struct pool *pool, const struct record *record, const struct diagnosis *d)
{
	struct str out;
	int primary = d->primary.cause;
	str_init(&out);
	if (d->scores.one_sided) {
		say_one_sided(&out, record, d);
	} else if (primary == PRIMARY_INSUFFICIENT) {
		say_insufficient(&out, d);
	} else if (primary == PRIMARY_NONE) {
		say_none(&out, d);
	} else if (d->primary.tie) {
		say_tie(&out, d);
	} else {
		str_addf(&out, "Primary cause: %s, %.2f %s.",
			capitals(pool, cause_info[primary].id), d->scores.cause[primary].score,
			band_word(d->scores.cause[primary].band));
		add_contributing(&out, d);
	}
	return kept(pool, &out);
}

/* Results and health, whether each is low, and the word that sums them up. */
static void add_situation(struct str *out, const struct diagnosis *d)
{
	double results = d->scores.performance.score, health = d->scores.health;
	bool fails = at_least(health, SCORE_FAILING); /* what makes a health like this low */
	switch (d->situation) {
	case SITUATION_UNDERPERFORMING:
		str_addf(out,
			fails ? "Results %.2f are low, and at health %.2f a cause fails: "
				"underperforming."
			      : "Results %.2f and health %.2f are low: underperforming.",
			results, health);
		return;
	case SITUATION_LOOK_OUTSIDE:
		str_addf(out, "Results %.2f are low, health %.2f is not: look outside.", results,
			health);
		return;
	case SITUATION_RESULTS_OUTRUN_RELATIONSHIP:
		str_addf(out,
			fails ? "Results %.2f are good, at health %.2f a cause fails: results "
				"outrun the "
				"relationship."
			      : "Results %.2f are good, health %.2f is low: results outrun the "
				"relationship.",
			results, health);
		return;
	case SITUATION_HEALTHY:
		str_addf(out, "Results %.2f and health %.2f are good: healthy.", results, health);
		return;
	case SITUATION_UNKNOWN:
		break;
	}
	if (isnan(results))
		str_add(out, "Results are not recorded");
	else
		str_addf(out, "Results %.2f", results);
	if (isnan(health))
		str_add(out, ", health is not known.");
	else
		str_addf(out, ", health %.2f.", health);
}

const char *verdict_situation(struct pool *pool, const struct diagnosis *d)
{
	struct str out;
	str_init(&out);
	add_situation(&out, d);
	str_addf(&out, " %s: %s.", d->provisional ? "Provisional decision" : "Decision",
		capitals(pool, vocabulary_track.word[d->track]));
	return kept(pool, &out);
}

static void add_heard(struct str *out, const struct record *record, const struct diagnosis *d)
{
	for (size_t p = 0; p < record->party_count; p++)
		str_addf(out, "%s%d",
			p == 0                                 ? ""
				: p + 1 == record->party_count ? " and "
							       : ", ",
			d->scores.with_data[p]);
	str_add(out, " heard");
}

static void add_list(struct str *out, const char *const *texts)
{
	for (int i = 0; texts[i]; i++)
		str_addf(out, "%s%s", i ? "; " : "", texts[i]);
	str_addc(out, '.');
}

const char *verdict_grade(struct pool *pool, const struct record *record, const struct diagnosis *d)
{
	const struct confidence *confidence = &d->confidence;
	const struct confidence_words said = words_confidence(pool, record, d);
	struct str out;
	str_init(&out);
	if (confidence->grade == GRADE_NONE) {
		str_add(&out, "No grade: ");
		add_list(&out, said.reasons);
	} else {
		str_addf(&out, "Grade %s: ", grade_word(confidence->grade));
		add_heard(&out, record, d);
		str_addf(&out, ", %d of %d agree, %s.", d->primary.agree, d->primary.of,
			d->primary.tie ? "a tie" : "no tie");
	}
	if (said.raise[0]) {
		str_add(&out, confidence->grade == GRADE_B ? " For A: " : " To raise it: ");
		add_list(&out, said.raise);
	}
	return kept(pool, &out);
}

const char *verdict_symptoms(struct pool *pool, const struct diagnosis *d)
{
	static const char *const names[] = { "trust", "information", "results seen" };
	struct str out;
	str_init(&out);
	for (int s = ASPECT_COUNT; s < SCALE_COUNT; s++) {
		double score = d->scores.scale[s].score;
		if (isnan(score))
			str_addf(&out, "%s --", names[s - ASPECT_COUNT]);
		else
			str_addf(&out, "%s %.2f %c", names[s - ASPECT_COUNT], score,
				band_letter(band_of(score)));
		str_add(&out, s + 1 < SCALE_COUNT ? "   " : "");
	}
	return kept(pool, &out);
}

const char *verdict_killers(struct pool *pool, const struct diagnosis *d)
{
	static const char *const names[KILLER_COUNT] = { "objectives", "communication, trust",
		"governance", "shifting priorities" };
	struct str out;
	bool known = false;
	str_init(&out);
	for (int k = 0; k < KILLER_COUNT; k++) {
		known = known || d->scores.killer_known[k];
		if (d->scores.killer_present[k])
			str_addf(&out, "%s%s %.2f", out.len ? "   " : "", names[k],
				d->scores.killer[k]);
	}
	if (!known)
		str_add(&out, "not known yet");
	return kept(pool, &out);
}

static const char *found_words(
	struct pool *pool, const bool *in, const struct vocabulary *vocabulary)
{
	struct str out;
	str_init(&out);
	for (int i = 0; i < vocabulary->count; i++)
		if (in[i])
			add_item(&out, vocabulary->word[i]);
	for (char *at = out.text; out.len && *at; at++)
		*at = *at == '_' ? ' ' : *at;
	return kept(pool, &out);
}

const char *verdict_pitfalls(struct pool *pool, const struct diagnosis *d)
{
	return found_words(pool, d->pitfall, &vocabulary_pitfall);
}

const char *verdict_specials(struct pool *pool, const struct diagnosis *d)
{
	return found_words(pool, d->special, &vocabulary_special);
}

const char *verdict_knockouts(
	struct pool *pool, const struct record *record, const struct diagnosis *d)
{
	static const char *const names[KNOCKOUT_COUNT] = { "no sponsor",
		"no reason to partner left", "reluctant", "does not respond", "contract breached",
		"litigation" };
	struct str out;
	str_init(&out);
	for (size_t i = 0; i < d->knockout_count; i++) {
		const struct knockout_found *found = &d->knockouts[i];
		str_addf(&out, "%s%s%s%s", out.len ? "; " : "",
			found->party < 0 ? "" : record->parties[found->party].label,
			found->party < 0 ? "" : ": ", names[found->id]);
	}
	return kept(pool, &out);
}
