/* SPDX-License-Identifier: MIT */
/*
 * Findings from facts and patterns: knock-outs, exit, blame, pitfalls, special situations,
 * performance, checklists, events, process map, incidents.
 */
#include "findings.h"

int finding_about(const struct record *rec, enum finding_kind kind, int subject)
{
	static const int of_knockout[KNOCKOUT_COUNT] = {
		[KNOCKOUT_NO_SPONSOR] = ASPECT_SPONSORSHIP,
		[KNOCKOUT_RATIONALE_GONE] = ASPECT_RATIONALE,
		[KNOCKOUT_RELUCTANT] = ASPECT_COMMITMENT,
		[KNOCKOUT_UNRESPONSIVE] = ASPECT_COMMITMENT,
		[KNOCKOUT_BREACH] = ASPECT_TERMS,
		[KNOCKOUT_LITIGATION] = ASPECT_TERMS,
	};
	static const int of_killer[KILLER_COUNT] = {
		[KILLER_OBJECTIVES] = ASPECT_OBJECTIVES,
		[KILLER_COMMUNICATION_TRUST] = ASPECT_COMMUNICATION,
		[KILLER_GOVERNANCE] = ASPECT_GOVERNANCE,
		[KILLER_SHIFTING_PRIORITIES] = ASPECT_RELEVANCE,
	};
	const int of_pitfall[PITFALL_COUNT] = {
		[PITFALL_BLAME_GAME] = SCALE_NONE,
		[PITFALL_CULTURAL_DIFFERENCES] = (int)rec->instrument->culture,
		[PITFALL_NO_SPONSORSHIP] = ASPECT_SPONSORSHIP,
		[PITFALL_UNADAPTED_AGREEMENT] = ASPECT_TERMS,
	};
	static const int of_special[SPECIAL_COUNT] = {
		[SPECIAL_UNWILLING_PARTNER] = ASPECT_COMMITMENT,
		[SPECIAL_RIGID_CONTRACT] = ASPECT_TERMS,
		[SPECIAL_POWER_IMBALANCE] = ASPECT_VALUE,
		[SPECIAL_THIN_RELATIONSHIPS] = ASPECT_COMMUNICATION,
		[SPECIAL_IMPATIENCE] = SCALE_NONE,
		[SPECIAL_COOPETITION] = SCALE_NONE,
	};
	const int *const about[FINDING_KINDS] = {
		[FINDING_KNOCKOUT] = of_knockout,
		[FINDING_KILLER] = of_killer,
		[FINDING_PITFALL] = of_pitfall,
		[FINDING_SPECIAL] = of_special,
	};
	const unsigned itself = 1u << FINDING_ASPECT | 1u << FINDING_GAP | 1u << FINDING_PAIN |
		1u << FINDING_DIVIDED | 1u << FINDING_VISIBILITY;

	if (itself >> kind & 1u)
		return subject;
	return about[kind] ? about[kind][subject] : SCALE_NONE;
}

void find_knockouts(struct maker *m)
{
	for (size_t i = 0; i < m->d->knockout_count; i++) {
		m->subject = (int)m->d->knockouts[i].id;
		m->party = m->d->knockouts[i].party;
		finding_add(m, SEVERITY_KNOCKOUT, finding_about(m->rec, m->kind, m->subject));
	}
}

/* Of the first party that has not responded, where that is the reason. */
void find_exit(struct maker *m)
{
	if (m->d->track != TRACK_EXIT)
		return;
	m->subject = TRACK_EXIT;
	for (size_t p = 0; p < m->rec->party_count && m->party < 0; p++)
		if (record_party_silent(m->rec, p))
			m->party = (int)p;
	finding_add(m, SEVERITY_KNOCKOUT, SCALE_NONE);
}

void find_blame(struct maker *m)
{
	const struct split_score *split = &m->d->scores.split;
	m->subject = BLAME_PARTIES_DIFFER;
	if (split->parties_differ)
		finding_add(m, SEVERITY_WEAK, SCALE_NONE);
	m->subject = BLAME_ALL_PARTNER;
	if (split->all_blame_partner)
		finding_add(m, SEVERITY_WEAK, SCALE_NONE);
}

void find_pitfalls(struct maker *m)
{
	for (m->subject = 0; m->subject < PITFALL_COUNT; m->subject++)
		if (m->d->pitfall[m->subject])
			finding_add(m, SEVERITY_WEAK, finding_about(m->rec, m->kind, m->subject));
}

void find_specials(struct maker *m)
{
	for (m->subject = 0; m->subject < SPECIAL_COUNT; m->subject++)
		if (m->d->special[m->subject])
			finding_add(m, SEVERITY_WEAK, finding_about(m->rec, m->kind, m->subject));
}

void find_performance(struct maker *m)
{
	if (m->d->scores.performance.low)
		finding_add(m, SEVERITY_WEAK, SCALE_NONE);
}

void find_checks(struct maker *m)
{
	for (int row = 0; row < CHECK_ROWS; row++) {
		enum check value = record_check(m->rec, row);
		m->subject = row;
		if (value == CHECK_NO || value == CHECK_PARTLY)
			finding_add(m, value == CHECK_NO ? SEVERITY_WEAK : SEVERITY_MINOR,
				(int)list_info[list_of(row)].aspect);
	}
}

/* What may end an alliance weighs more than what makes it harder. */
static int event_severity(int happening)
{
	static const bool grave[HAPPENING_COUNT] = {
		[HAPPENING_OWNERSHIP] = true,
		[HAPPENING_INSOLVENCY] = true,
		[HAPPENING_EXCLUSIVITY] = true,
		[HAPPENING_LEAK] = true,
	};
	return grave[happening] ? SEVERITY_CRITICAL : SEVERITY_WEAK;
}

void find_events(struct maker *m)
{
	for (size_t i = 0; i < m->rec->event_count; i++) {
		m->subject = (int)i;
		m->party = m->rec->events[i].party;
		if (m->rec->events[i].kind >= 0)
			finding_add(m, event_severity(m->rec->events[i].kind), SCALE_NONE);
	}
}

void find_processes(struct maker *m)
{
	for (size_t i = 0; i < m->rec->process_count; i++) {
		m->subject = (int)i;
		m->party = m->rec->processes[i].party;
		if (m->rec->processes[i].problem >= 0)
			finding_add(m, SEVERITY_MINOR, ASPECT_COORDINATION);
	}
}

void find_incidents(struct maker *m)
{
	for (size_t i = 0; i < m->rec->incident_count; i++) {
		m->subject = (int)i;
		m->party = m->rec->incidents[i].party;
		if (m->rec->incidents[i].repaired != TRI_YES)
			finding_add(m, SEVERITY_MINOR, ASPECT_CAPABILITY);
	}
}
