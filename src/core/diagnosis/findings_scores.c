/* SPDX-License-Identifier: MIT */
/*
 * Findings from ratings: bands, gaps, silent killers, shared pain, divided and unseeing parties.
 */
#include "findings.h"

int band_severity(enum band band)
{
	return band == BAND_CRITICAL ? SEVERITY_CRITICAL : band == BAND_WEAK ? SEVERITY_WEAK : 0;
}

void find_causes(struct maker *m)
{
	for (int c = 0; c < CAUSE_COUNT; c++) {
		const struct cause_score *cause = &m->d->scores.cause[c];
		if (!band_severity(cause->band))
			continue;
		m->subject = c;
		finding_add(m, band_severity(cause->band), SCALE_NONE);
		m->d->findings[m->d->finding_count - 1].cause = c;
	}
}

void find_aspects(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++) {
		int severity =
			band_severity(band_of(&m->d->scores.lines, m->d->scores.scale[a].score));
		m->subject = a;
		if (severity)
			finding_add(m, severity, a);
	}
}

static int gap_severity(const struct gap *gap)
{
	if (gap->level != GAP_MATERIALLY)
		return SEVERITY_MINOR;
	return gap->confirmed ? SEVERITY_CRITICAL : SEVERITY_WEAK;
}

void find_gaps(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct gap *gap = &m->d->scores.scale[a].gap;
		m->subject = a;
		if (at_least(gap->value, GAP_DISCUSS))
			finding_add(m, gap_severity(gap), a);
	}
}

void find_killers(struct maker *m)
{
	for (int k = 0; k < KILLER_COUNT; k++) {
		bool critical = below(m->d->scores.killer[k], m->d->scores.lines.critical);
		m->subject = k;
		if (m->d->scores.killer_present[k])
			finding_add(m, critical ? SEVERITY_CRITICAL : SEVERITY_WEAK,
				finding_about(m->rec, m->kind, k));
	}
}

void find_pain(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++) {
		m->subject = a;
		if (m->d->scores.scale[a].shared_pain)
			finding_add(m, SEVERITY_WEAK, a);
	}
}

void find_divided(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		for (size_t p = 0; p < m->rec->party_count; p++) {
			m->subject = a;
			m->party = (int)p;
			if (m->d->scores.scale[a].divided[p])
				finding_add(m, SEVERITY_MINOR, a);
		}
}

void find_invisible(struct maker *m)
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		for (size_t p = 0; p < m->rec->party_count; p++) {
			m->subject = a;
			m->party = (int)p;
			if (m->d->scores.scale[a].visibility_gap[p])
				finding_add(m, SEVERITY_MINOR, a);
		}
}
