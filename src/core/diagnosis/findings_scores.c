/* SPDX-License-Identifier: MIT */
/*
 * Findings from ratings: bands, gaps, silent killers, shared pain, divided and unseeing parties.
 */
#include "findings.h"

static int band_severity(enum band band)
{
	return band == BAND_CRITICAL ? SEVERITY_CRITICAL : band == BAND_WEAK ? SEVERITY_WEAK : 0;
}

static double band_line(enum band band)
{
	return band == BAND_CRITICAL ? SCORE_CRITICAL : SCORE_FAILING;
}

void find_causes(struct maker *m)
{
	for (int c = 0; c < CAUSE_COUNT; c++) {
		const struct cause_score *cause = &m->d->scores.cause[c];
		if (!band_severity(cause->band))
			continue;
		m->subject = c;
		finding_add(m, band_severity(cause->band), SCALE_NONE,
			FINDING_TEXT("cause.%s", cause_info[c].id),
			"%s: score %.2f (%s), %s, below %.2f.", cause_info[c].label, cause->score,
			finding_n(m, m->d->scores.with_data), band_word(cause->band),
			band_line(cause->band));
		m->d->findings[m->d->finding_count - 1].cause = c;
	}
}

void find_aspects(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct scale_score *scale = &m->d->scores.scale[a];
		enum band band = band_of(scale->score);
		if (!band_severity(band))
			continue;
		m->subject = a;
		finding_add(m, band_severity(band), a, FINDING_TEXT("aspect.%s", scale_info[a].id),
			"%s: score %.2f (%s), %s, below %.2f; %s%s.", scale_info[a].label,
			scale->score, finding_scale_n(m, a), band_word(band), band_line(band),
			finding_values(m, a),
			isnan(scale->evidence)
				? ""
				: FINDING_TEXT(", recorded facts %.2f", scale->evidence));
	}
}

static const char *p_text(struct maker *m, const struct gap *gap)
{
	if (isnan(gap->p))
		return "cannot be confirmed at this size";
	return FINDING_TEXT("p %.3f, %s", gap->p, gap->confirmed ? "confirmed" : "may be chance");
}

void find_gaps(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct scale_score *scale = &m->d->scores.scale[a];
		const struct gap *gap = &scale->gap;
		if (!at_least(gap->value, GAP_DISCUSS))
			continue;
		m->subject = a;
		bool material = gap->level == GAP_MATERIALLY;
		finding_add(m,
			!material                ? SEVERITY_MINOR
				: gap->confirmed ? SEVERITY_CRITICAL
						 : SEVERITY_WEAK,
			a, FINDING_TEXT("gap.%s", scale_info[a].id),
			"%s: %s rates it %.2f and %s %.2f (n %d+%d), a gap of %.2f, at least %.2f; "
			"%s.",
			scale_info[a].label, finding_label(m, gap->higher),
			scale->value[gap->higher], finding_label(m, gap->lower),
			scale->value[gap->lower], scale->n[gap->higher], scale->n[gap->lower],
			gap->value, material ? GAP_MATERIAL : GAP_DISCUSS, p_text(m, gap));
	}
}

void find_killers(struct maker *m)
{
	static const struct {
		int about;
		const char *name;
	} killers[KILLER_COUNT] = {
		[KILLER_OBJECTIVES] = { ASPECT_OBJECTIVES, "unclear objectives" },
		[KILLER_COMMUNICATION_TRUST] = { ASPECT_COMMUNICATION,
			"poor communication and trust" },
		[KILLER_GOVERNANCE] = { ASPECT_GOVERNANCE, "weak governance" },
		[KILLER_SHIFTING_PRIORITIES] = { ASPECT_RELEVANCE, "shifting priorities" },
	};
	for (int k = 0; k < KILLER_COUNT; k++) {
		double score = m->d->scores.killer[k];
		if (!m->d->scores.killer_present[k])
			continue;
		m->subject = k;
		finding_add(m, below(score, SCORE_CRITICAL) ? SEVERITY_CRITICAL : SEVERITY_WEAK,
			killers[k].about, FINDING_TEXT("killer.%s", vocabulary_killer.word[k]),
			"Silent killer, %s: %.2f, below %.2f.", killers[k].name, score,
			SCORE_FAILING);
	}
}

void find_pain(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct scale_score *scale = &m->d->scores.scale[a];
		m->subject = a;
		if (scale->shared_pain)
			finding_add(m, SEVERITY_WEAK, a, FINDING_TEXT("pain.%s", scale_info[a].id),
				"%s: a pain that all sides share: %s (%s), each below %.2f, gap "
				"%.2f "
				"below %.2f.",
				scale_info[a].label, finding_values(m, a), finding_scale_n(m, a),
				SCORE_FAILING, scale->gap.value, GAP_DISCUSS);
	}
}

static void divided(struct maker *m, int scale, int party)
{
	const struct scale_score *score = &m->d->scores.scale[scale];
	const char *name = finding_label(m, party);
	m->subject = scale;
	m->party = party;
	finding_add(m, SEVERITY_MINOR, scale,
		FINDING_TEXT("divided.%s.%s", scale_info[scale].id, name),
		"%s is divided in itself on %s: mean %.2f (n %d), the answers lie more than %.1f "
		"from it "
		"on average.",
		name, scale_info[scale].id, score->value[party], score->n[party],
		DIVIDED_DEVIATION);
}

void find_divided(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		for (size_t p = 0; p < m->rec->party_count; p++)
			if (m->d->scores.scale[a].divided[p])
				divided(m, a, (int)p);
}

static void invisible(struct maker *m, int scale, int party)
{
	const struct scale_score *score = &m->d->scores.scale[scale];
	const char *name = finding_label(m, party);
	m->subject = scale;
	m->party = party;
	finding_add(m, SEVERITY_MINOR, scale,
		FINDING_TEXT("visibility.%s.%s", scale_info[scale].id, name),
		"%s cannot see %s: %d of %d answers are \"don't know\", at least %d %%.", name,
		scale_info[scale].id, score->dont_know_count[party], score->asked_count[party],
		VISIBILITY_PERCENT);
}

void find_invisible(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		for (size_t p = 0; p < m->rec->party_count; p++)
			if (m->d->scores.scale[a].visibility_gap[p])
				invisible(m, a, (int)p);
}
