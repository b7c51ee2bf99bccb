/* SPDX-License-Identifier: MIT */
/*
 * A finding in the sentence that comes first, without rule, line and count of people: those stand
 * behind it, in words_finding().
 */
#include <math.h>
#include <rekindle/str.h>
#include "../telling.h"

static const struct scale_score *scale_of(const struct telling *t)
{
	return &t->d->scores.scale[t->finding->subject];
}

static const char *aspect_of(const struct telling *t)
{
	return words_scale(t->finding->subject);
}

static const char *party_of(const struct telling *t)
{
	return tell_label(t, t->finding->party);
}

static const char *score_of(const struct telling *t, int scale)
{
	return tell_score(t, t->d->scores.scale[scale].score);
}

/* The rule has no numbers that could stand in the way. */
static const char *as_ruled(const struct telling *t)
{
	return words_finding(t->pool, t->rec, t->d, t->finding);
}

static const char *of_knockout(const struct telling *t)
{
	if (t->finding->subject != KNOCKOUT_RATIONALE_GONE)
		return as_ruled(t);
	return words(t->pool, W_PLAIN_NO_REASON, hole_text("party", party_of(t)),
		hole_number(
			"value", t->d->scores.scale[ASPECT_RATIONALE].value[t->finding->party], 2));
}

static const char *of_exit(const struct telling *t)
{
	return t->finding->party >= 0 ? as_ruled(t) : words_plain(W_PLAIN_EXIT_LOST);
}

static const char *band_text(const struct telling *t, double score)
{
	return words_band((int)band_of(&t->d->scores.lines, score));
}

static const char *of_cause(const struct telling *t)
{
	int cause = t->finding->subject;
	double score = t->d->scores.cause[cause].score;

	return words(t->pool, W_PLAIN_BAND, hole_text("what", cause_info[cause].label),
		hole_text("band", band_text(t, score)), hole_number("score", score, 2));
}

/* With facts the score need not lie between those of the sides. */
static const char *of_aspect(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);

	return words(t->pool, isnan(scale->evidence) ? W_PLAIN_BAND : W_PLAIN_BAND_FACTS,
		hole_text("what", scale_info[t->finding->subject].label),
		hole_text("band", band_text(t, scale->score)),
		hole_number("score", scale->score, 2));
}

static const char *of_gap(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	const struct gap *gap = &scale->gap;

	return words(t->pool, W_PLAIN_GAP, hole_text("aspect", aspect_of(t)),
		hole_text("higher", tell_label(t, gap->higher)),
		hole_number("high", scale->value[gap->higher], 2),
		hole_text("lower", tell_label(t, gap->lower)),
		hole_number("low", scale->value[gap->lower], 2));
}

static const char *of_killer(const struct telling *t)
{
	static const enum sentence sentences[KILLER_COUNT] = {
		[KILLER_OBJECTIVES] = W_PLAIN_OBJECTIVES,
		[KILLER_COMMUNICATION_TRUST] = W_PLAIN_COMMUNICATION_TRUST,
		[KILLER_GOVERNANCE] = W_PLAIN_GOVERNANCE,
		[KILLER_SHIFTING_PRIORITIES] = W_PLAIN_SHIFTING_PRIORITIES,
	};

	return words_plain(sentences[t->finding->subject]);
}

static const char *of_pain(const struct telling *t)
{
	return words(t->pool, W_PLAIN_PAIN, hole_text("aspect", aspect_of(t)));
}

static const char *of_blame(const struct telling *t)
{
	return words(t->pool,
		t->finding->subject == BLAME_ALL_PARTNER ? W_PLAIN_BLAME_PARTNER
							 : W_PLAIN_BLAME_DIFFER,
		hole_text("tops", tell_tops(t)));
}

static const char *of_pitfall(const struct telling *t)
{
	int culture = (int)t->rec->instrument->culture;

	switch ((enum pitfall)t->finding->subject) {
	case PITFALL_BLAME_GAME:
		return words(t->pool, W_PLAIN_BLAME_GAME, hole_text("tops", tell_tops(t)));
	case PITFALL_CULTURAL_DIFFERENCES:
		return words(t->pool, W_PLAIN_CULTURE, hole_text("aspect", words_scale(culture)),
			hole_text("score", score_of(t, culture)));
	case PITFALL_NO_SPONSORSHIP:
		return words(t->pool, W_PLAIN_SPONSORS,
			hole_text("score", score_of(t, ASPECT_SPONSORSHIP)));
	case PITFALL_UNADAPTED_AGREEMENT:
		return words(
			t->pool, W_PLAIN_UNADAPTED, hole_text("score", score_of(t, ASPECT_TERMS)));
	case PITFALL_COUNT:
		break;
	}
	return as_ruled(t);
}

static const char *of_power(const struct telling *t)
{
	double gap = t->d->scores.scale[ASPECT_VALUE].gap.value;

	if (at_least(gap, GAP_DISCUSS))
		return words(t->pool, W_PLAIN_POWER_GAP, hole_number("gap", gap, 2));
	return words(t->pool, W_PLAIN_POWER_SIZES, hole_text("sizes", tell_sizes(t)));
}

static const char *of_special(const struct telling *t)
{
	switch ((enum special)t->finding->subject) {
	case SPECIAL_RIGID_CONTRACT:
		return words(t->pool,
			record_profile(t->rec)->amendable == TRI_NO ? W_PLAIN_RIGID_FIXED
								    : W_PLAIN_RIGID,
			hole_text("score", score_of(t, ASPECT_TERMS)));
	case SPECIAL_POWER_IMBALANCE:
		return of_power(t);
	case SPECIAL_THIN_RELATIONSHIPS:
		return words(t->pool, W_PLAIN_THIN, hole_text("trust", score_of(t, SCALE_TRUST)),
			hole_text("talk", score_of(t, ASPECT_COMMUNICATION)));
	case SPECIAL_IMPATIENCE:
		return words(t->pool, W_PLAIN_IMPATIENCE,
			hole_text("score", score_of(t, SCALE_RESULTS)),
			hole_count("months", IMPATIENCE_MONTHS));
	case SPECIAL_UNWILLING_PARTNER:
	case SPECIAL_COOPETITION:
	case SPECIAL_COUNT:
		break;
	}
	return words_case(t->pool, t->rec, t->d, t->finding);
}

static const char *of_performance(const struct telling *t)
{
	return words(t->pool, W_PLAIN_PERFORMANCE,
		hole_number("score", t->d->scores.performance.score, 0));
}

static const char *of_checklist(const struct telling *t)
{
	int row = t->finding->subject, item = t->rec->instrument->check[row];
	const char *name = item >= 0 ? t->rec->instrument->items[item].shorthand : NULL;

	return words(t->pool,
		record_check(t->rec, (enum check_row)row) == CHECK_NO ? W_PLAIN_CHECK_NO
								      : W_PLAIN_CHECK_PARTLY,
		hole_text("row", name ? name : words_check_row(row)));
}

static const char *of_event(const struct telling *t)
{
	const struct event *event = &t->rec->events[t->finding->subject];

	return words(t->pool, W_PLAIN_EVENT, hole_text("event", tell_event(t, event)),
		hole_text("what",
			str_blank(event->what) ? words_plain(W_INCIDENT_NO_WORDS)
					       : tell_unstopped(t, event->what)));
}

/* Without a step or a problem there is only the rule to say. */
static const char *of_process(const struct telling *t)
{
	static const enum sentence plain[PROBLEM_COUNT] = {
		[PROBLEM_BOTTLENECK] = W_PLAIN_BOTTLENECK,
		[PROBLEM_REDUNDANCY] = W_PLAIN_REDUNDANCY,
		[PROBLEM_CONFUSION] = W_PLAIN_CONFUSION,
	};
	static const enum sentence of_party[PROBLEM_COUNT] = {
		[PROBLEM_BOTTLENECK] = W_PLAIN_BOTTLENECK_OF,
		[PROBLEM_REDUNDANCY] = W_PLAIN_REDUNDANCY_OF,
		[PROBLEM_CONFUSION] = W_PLAIN_CONFUSION_OF,
	};
	const struct process *process = &t->rec->processes[t->finding->subject];

	if (str_blank(process->step))
		return as_ruled(t);
	struct hole step = hole_text("step", process->step);
	if (process->party < 0)
		return words(t->pool, plain[process->problem], step);
	return words(t->pool, of_party[process->problem], step,
		hole_text("party", tell_label(t, process->party)));
}

static const char *of_incident(const struct telling *t)
{
	const struct incident *incident = &t->rec->incidents[t->finding->subject];

	return words(t->pool, W_PLAIN_INCIDENT,
		hole_text("what",
			str_blank(incident->what) ? words_plain(W_INCIDENT_NO_WORDS)
						  : tell_unstopped(t, incident->what)));
}

static const char *of_divided(const struct telling *t)
{
	return words(t->pool, W_PLAIN_DIVIDED, hole_text("party", party_of(t)),
		hole_text("aspect", aspect_of(t)));
}

static const char *of_visibility(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	int p = t->finding->party;

	return words(t->pool, W_PLAIN_VISIBILITY, hole_text("party", party_of(t)),
		hole_text("aspect", aspect_of(t)), hole_count("unknown", scale->dont_know_count[p]),
		hole_count("all", scale->asked_count[p]));
}

const char *words_finding_plain(struct pool *pool, const struct record *rec,
	const struct diagnosis *d, const struct finding *finding)
{
	static const char *(*const tell[FINDING_KINDS])(const struct telling *) = {
		[FINDING_KNOCKOUT] = of_knockout,
		[FINDING_EXIT] = of_exit,
		[FINDING_CAUSE] = of_cause,
		[FINDING_ASPECT] = of_aspect,
		[FINDING_GAP] = of_gap,
		[FINDING_KILLER] = of_killer,
		[FINDING_PAIN] = of_pain,
		[FINDING_BLAME] = of_blame,
		[FINDING_PITFALL] = of_pitfall,
		[FINDING_SPECIAL] = of_special,
		[FINDING_PERFORMANCE] = of_performance,
		[FINDING_CHECKLIST] = of_checklist,
		[FINDING_EVENT] = of_event,
		[FINDING_PROCESS] = of_process,
		[FINDING_INCIDENT] = of_incident,
		[FINDING_DIVIDED] = of_divided,
		[FINDING_VISIBILITY] = of_visibility,
	};
	const struct telling telling = { pool, rec, d, finding };

	return finding->withheld ? "" : tell[finding->kind](&telling);
}
